"""The right side of the knowledge hub: the contribution chosen, what is written down, and the year in figures."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.contributions import ContributionLine, ContributionsOf
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.charts import BarsChart, Count
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.panes import DetailPane, Section
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.contributions_forms import ContributionForm, PublishedForm, SentForm
from nmirf_desktop.ui.screens.contributions_list import (
    MARKS,
    kind_word,
    lacking_mark,
    lacking_said,
    standing_word,
    who_said,
)
from nmirf_desktop.ui.theme import Tone, Type, style

RECORD = N_("Record a contribution")
FIGURES, BY_KIND, BY_STATE = N_("In figures"), N_("Contributions by kind"), N_("Contributions by State")
NO_DUTY = N_("What was sent to the hub is counted; no State is obliged to contribute (R43).")
WAITING = N_("Still to be sent, and not counted yet: {n}.")
MOST = 12
"""How many States have a bar of their own; the others are counted together."""
OTHERS = N_("Other States")


class ContributionsDetail(DetailPane):
    """``asked`` carries a place."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.form, self.sent_form, self.published_form = (
            ContributionForm(language), SentForm(language), PublishedForm(language),
        )  # fmt: skip
        self.card = Draft(RECORD, N_("Record"), self.form, language)
        self.sent = Draft(N_("Mark as sent"), N_("Record"), self.sent_form, language)
        self.published = Draft(N_("Mark as published"), N_("Record"), self.published_form, language)
        self.told = FactRows(language)
        self.told.asked.connect(self.asked)
        for part in (*self.cards, self.told):
            self.add(part)
        self.figures = Figures(language)
        self.add(self.figures)

    @property
    def cards(self) -> tuple[Draft, ...]:
        """Every card."""
        return self.card, self.sent, self.published

    def show_line(self, line: ContributionLine | None) -> None:
        """The contribution chosen, or none."""
        words = self._language.words
        self.told.setVisible(line is not None)
        if line is None:
            self.head(words.gettext("Knowledge hub"))
            self.told.show_rows(())
            return
        about = (kind_word(line.contribution.kind, words), who_said(line, words))
        self.head(line.contribution.title.best(words.language), " · ".join(about))
        self.told.show_rows(_told(line, words))


class Figures(Section):
    """The contributions shown, counted by kind and by State."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(FIGURES, language)
        self._charts = [(QLabel(wordWrap=True), BarsChart(language)) for _ in range(2)]
        self._duty = QLabel(wordWrap=True)
        for label, chart in self._charts:
            style(label, Type.SMALL, Tone.MUTED)
            self.add(label)
            self.add(chart)
        style(self._duty, Type.SMALL, Tone.MUTED)
        self.add(self._duty)
        self.kinds, self.states = (chart for _, chart in self._charts)
        self._language = language

    def show_contributions(self, held: ContributionsOf, year: int | None) -> None:
        """Count the contributions of a year, or of all of them."""
        words = self._language.words
        self.setVisible(bool(held.lines))
        which = str(year) if year is not None else words.gettext("All years")
        pattern = words.pgettext("section and its year", "{title}, {year}")
        self.head(pattern.format(title=words.gettext(FIGURES), year=which))
        for (label, chart), message in zip(self._charts, (BY_KIND, BY_STATE), strict=True):
            label.setText(words.gettext(message))
            chart.setAccessibleName(words.gettext(message))
        waiting = len(held.lines) - len(held.went)
        said = [words.gettext(WAITING).format(n=words.number(waiting))] if waiting else []
        self._duty.setText(" ".join((*said, words.gettext(NO_DUTY))))
        self.kinds.show_counts([Count(kind_word(kind, words), number) for kind, number in held.by_kind().items()])
        names = {line.contribution.state: who_said(line, words) for line in held.lines}
        counted = [Count(names[code], number) for code, number in held.by_state().items()]
        rest = sum(one.number for one in counted[MOST:])
        self.states.show_counts([*counted[:MOST], *([Count(words.gettext(OTHERS), rest)] if rest else [])])


def _told(line: ContributionLine, words: Catalog) -> Iterator[FactRow]:
    one = line.contribution
    if line.lacking:
        said = sentence_start(lacking_said(line, words))
        yield FactRow((said,), mark=lacking_mark(line))
    yield FactRow((standing_word(line.stands, words),), note=_days(line, words), mark=MARKS[line.stands])
    if line.practice is not None:
        link = Link(line.practice.title.best(words.language), Place("good-practices", line.practice.key))
        yield FactRow((words.gettext("Rests on the practice"), " ", link), mark=Mark("star", Tone.MUTED))
    yield FactRow((NAMES[one.language],), mark=Mark("languages", Tone.MUTED))
    if one.link:
        yield FactRow((one.link,), mark=Mark("link", Tone.MUTED))
    if one.note:
        yield FactRow((one.note,), mark=Mark("message-square", Tone.MUTED), muted=True)


def _days(line: ContributionLine, words: Catalog) -> str:
    one = line.contribution
    said = [words.gettext("recorded on {day}").format(day=words.date(one.prepared_on))]
    if one.sent_on is not None:
        said.append(words.gettext("sent on {day}").format(day=words.date(one.sent_on)))
    if one.published_on is not None:
        said.append(words.gettext("published on {day}").format(day=words.date(one.published_on)))
    return words.pgettext("facts in a row", " · ").join(said)
