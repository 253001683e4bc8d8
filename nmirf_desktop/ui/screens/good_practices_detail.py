"""The right side of the good practices: the one chosen, what is written down, with whom it was shared, its files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from nmirf_desktop.domain.contributions import ContributionLine, contribution_state
from nmirf_desktop.domain.good_practices import SHARED_LABELS, PracticeLine, SharedWith, Sharing, SharingLine
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.charts import BarsChart, Count
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.objectives import objective_said
from nmirf_desktop.ui.panes import DetailPane, Section
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.good_practices_forms import PracticeForm, ShareForm
from nmirf_desktop.ui.screens.good_practices_list import LACKS, UNCONSENTED, area_word
from nmirf_desktop.ui.theme import Tone, Type, style

RECORD, SHARE = N_("Record a good practice"), N_("Record that it was shared")
NO_CONSENT = N_(
    "The State has not agreed to share this practice. Record only what happened, and ask the State for its consent."
)
BY_AREA = N_("Practices shown, by area")


@dataclass(frozen=True, slots=True)
class Given:
    """What became of the practice chosen: with whom it was shared, and what of it went to the knowledge hub."""

    shared: tuple[SharingLine, ...] = ()
    contributed: tuple[ContributionLine, ...] = ()


class GoodPracticesDetail(DetailPane):
    """``asked`` carries a place. *files* shows those of the practice chosen."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage, files: QWidget) -> None:
        super().__init__(language)
        self.form, self.share_form = PracticeForm(language), ShareForm(language)
        self.card = Draft(
            RECORD, N_("Record"), self.form, language,
            N_("Its State and its title in one language are enough; the list shows what is still missing."),
        )  # fmt: skip
        self.share = Draft(SHARE, N_("Record"), self.share_form, language)
        self.told, self.given = FactRows(language), FactRows(language)
        for part in (self.card, self.share, self.told):
            self.add(part)
        self._given = self.section(N_("Shared and contributed"))
        self._given.add(self.given)
        self._held = self.section(N_("Source documents"))
        self._held.add(files)
        self.figures = Section(N_("In figures"), language)
        self._counted, self.areas = QLabel(wordWrap=True), BarsChart(language)
        style(self._counted, Type.SMALL, Tone.MUTED)
        self.figures.add(self._counted)
        self.figures.add(self.areas)
        self.add(self.figures)
        for rows in (self.told, self.given):
            rows.asked.connect(self.asked)

    @property
    def cards(self) -> tuple[Draft, ...]:
        """Every card."""
        return self.card, self.share

    def show_line(
        self, line: PracticeLine | None, given: Given, region: str, strike: Callable[[Sharing], object] | None
    ) -> None:
        """The practice chosen, or none; *strike* takes back a sharing, nothing does where it can only be read."""
        words = self._language.words
        for part in (self.told, self._given, self._held):
            part.setVisible(line is not None)
        if line is None:
            self.head(words.gettext("Good practices"))
            self.told.show_rows(())
            return
        practice = line.practice
        about = (line.state.said_in(words), region, area_word(practice.area, words))
        self.head(practice.title.best(words.language), " · ".join(filter(None, about)))
        self.told.show_rows(_told(line, words))
        rows = [*_shared(given.shared, strike, words), *_contributed(given.contributed, words)]
        self.given.show_rows(rows or (FactRow((words.gettext("Not shared yet."),), muted=True),))

    def show_counts(self, lines: Iterable[PracticeLine]) -> None:
        """The practices shown, counted by area."""
        words, shown = self._language.words, tuple(lines)
        self.figures.setVisible(bool(shown))
        self._counted.setText(words.gettext(BY_AREA))
        self.areas.setAccessibleName(words.gettext(BY_AREA))
        areas = {line.practice.area: 0 for line in shown}
        for line in shown:
            areas[line.practice.area] += 1
        ordered = sorted(areas.items(), key=lambda one: -one[1])
        self.areas.show_counts([Count(area_word(area, words), number) for area, number in ordered])


def _told(line: PracticeLine, words: Catalog) -> Iterator[FactRow]:
    practice = line.practice
    if line.unconsented:
        said = words.gettext("It went out without the State’s consent.")
        yield FactRow((said,), mark=UNCONSENTED)
    if practice.withdrawn_on is not None:
        said = words.gettext("Withdrawn on {day}: it is shared no more.").format(day=words.date(practice.withdrawn_on))
        if practice.renewed_on is not None and not line.withdrawn:
            frame = words.gettext("Withdrawn on {day}; the State agreed again on {again}.")
            said = frame.format(day=words.date(practice.withdrawn_on), again=words.date(practice.renewed_on))
        yield FactRow((said,), mark=Mark("minus", Tone.MUTED))
    yield _consent(line, words)
    if practice.text:
        yield FactRow((practice.text.best(words.language),), mark=Mark("file-text", Tone.MUTED))
    for objective in practice.objectives:
        yield FactRow((objective_said(objective, words),), mark=Mark("flag", Tone.MUTED))
    if practice.contact:
        said = words.gettext("Contact: {function}").format(function=practice.contact.best(words.language))
        yield FactRow((said,), mark=Mark("user", Tone.MUTED))
    if practice.languages:
        tongues = words.listing(NAMES[one] for one in practice.languages)
        yield FactRow((tongues,), mark=Mark("languages", Tone.MUTED))
    if practice.note:
        yield FactRow((practice.note,), mark=Mark("message-square", Tone.MUTED), muted=True)


def _consent(line: PracticeLine, words: Catalog) -> FactRow:
    practice = line.practice
    if practice.consented_on is None:
        return FactRow((words.gettext("No consent to share it is recorded."),), mark=LACKS)
    said = words.gettext("Consent of {day}").format(day=words.date(practice.consented_on))
    return FactRow((said,), note=practice.consented_by, mark=Mark("circle-check", Tone.GOOD))


def _shared(
    lines: Iterable[SharingLine], strike: Callable[[Sharing], object] | None, words: Catalog
) -> Iterator[FactRow]:
    for line in lines:
        said = words.pgettext("day and with whom", "{day}: {whom}").format(
            day=words.date(line.sharing.shared_on), whom=whom_said(line, words)
        )
        notes = [words.gettext("without consent")] if line.without_consent else []
        notes += [line.sharing.note] if line.sharing.note else []
        offers = () if strike is None else (Offer(N_("Strike out"), partial(strike, line.sharing)),)
        mark = UNCONSENTED if line.without_consent else Mark("send", Tone.MUTED)
        yield FactRow((said,), note=" · ".join(notes), mark=mark, offers=offers, key=line.sharing.key)


def whom_said(line: SharingLine, words: Catalog) -> str:
    """With whom a practice was shared."""
    match line.sharing.shared_with:
        case SharedWith.STATES:
            return words.listing(one.said_in(words) for one in line.states)
        case SharedWith.PARTNER if line.partner is not None:
            return line.partner.name.best(words.language)
        case whom:
            return words.gettext(SHARED_LABELS[whom])


def _contributed(lines: Iterable[ContributionLine], words: Catalog) -> Iterator[FactRow]:
    for line in lines:
        link = Link(words.gettext("Knowledge hub"), Place("knowledge-hub", line.key))
        stands = contribution_state(line.stands, words)
        note = words.pgettext("facts in a row", " · ").join((stands, words.date(line.counted_on)))
        yield FactRow((link,), note=note, mark=Mark("upload", Tone.MUTED))
