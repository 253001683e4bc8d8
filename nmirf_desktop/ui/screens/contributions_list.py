"""The list of contributions to the virtual knowledge hub: its columns, and which of a year it shows."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.contributions import (
    CONTRIBUTION_LABELS,
    LACKING_LABELS,
    ContributionKind,
    ContributionLine,
    ContributionState,
    contribution_state,
)
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.states import found_by
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone

NETWORK = N_("The Network as a whole")
COMPLETE, LACKS, UNCONSENTED = (
    Mark("circle-check", Tone.GOOD), Mark("triangle-alert", Tone.ATTENTION), Mark("octagon-alert", Tone.BAD),
)  # fmt: skip
MARKS = {
    ContributionState.TO_BE_SENT: Mark("clock", Tone.ATTENTION),
    ContributionState.SENT: Mark("send", Tone.NEUTRAL),
    ContributionState.PUBLISHED: Mark("circle-check", Tone.GOOD),
}
"""How each state of a contribution looks."""


def kind_word(kind: ContributionKind, words: Catalog) -> str:
    """What is contributed, as its word."""
    return words.gettext(CONTRIBUTION_LABELS[kind])


def standing_word(stands: ContributionState, words: Catalog) -> str:
    """How far a contribution has come, as its word."""
    return contribution_state(stands, words)


def who_said(line: ContributionLine, words: Catalog) -> str:
    """The State that contributes, or the Network as a whole."""
    return line.state.said_in(words) if line.state is not None else words.gettext(NETWORK)


def lacking_said(line: ContributionLine, words: Catalog) -> str:
    """What of a contribution is missing, in words; that nothing is."""
    return words.listing(words.gettext(LACKING_LABELS[one]) for one in line.lacking) or words.gettext("complete")


def lacking_mark(line: ContributionLine) -> Mark:
    """The mark beside it: a practice without consent is red."""
    if Missing.CONSENT in line.lacking:
        return UNCONSENTED
    return LACKS if line.lacking else COMPLETE


COLUMNS: tuple[Column[ContributionLine], ...] = (
    Column(
        N_("Day"),
        lambda line, words: words.short_date(line.counted_on),
        lambda line, _words: line.counted_on.toordinal(),
        cell=lambda line, _words: line.counted_on,
    ),
    Column(
        N_("Contribution"),
        lambda line, words: line.contribution.title.best(words.language),
        also=lambda line: " ".join(line.contribution.title[one] for one in Language),
        stretch=True,
        ease=22,
    ),
    Column(
        N_("State"),
        who_said,
        also=lambda line: found_by(line.state) if line.state is not None else "",
        least=10,
    ),
    Column(N_("Kind"), lambda line, words: kind_word(line.contribution.kind, words), least=10, spare=True),
    Column(
        N_("Progress"),
        lambda line, words: standing_word(line.stands, words),
        lambda line, _words: list(ContributionState).index(line.stands),
        mark=lambda line: MARKS[line.stands],
        least=10,
    ),
    Column(
        N_("What is missing"),
        lacking_said,
        lambda line, _words: (Missing.CONSENT not in line.lacking, -len(line.lacking)),
        mark=lacking_mark,
        least=12,
        spare=True,
    ),
    Column(N_("Language"), lambda line, _words: NAMES[line.contribution.language], hidden=True),
    Column(N_("Link"), lambda line, _words: line.contribution.link, hidden=True),
    Column(
        N_("Practice"),
        lambda line, words: line.practice.title.best(words.language) if line.practice is not None else "",
        hidden=True,
    ),
    Column(
        N_("Sent on"),
        lambda line, words: words.short_date(line.contribution.sent_on) if line.contribution.sent_on else "",
        cell=lambda line, _words: line.contribution.sent_on,
        hidden=True,
    ),
    Column(
        N_("Published on"),
        lambda line, words: words.short_date(line.contribution.published_on) if line.contribution.published_on else "",
        cell=lambda line, _words: line.contribution.published_on,
        hidden=True,
    ),
    Column(N_("Note"), lambda line, _words: line.contribution.note, hidden=True),
)
"""The columns of the contributions."""


class Filters(QWidget):
    """Which contributions are listed. ``year_chosen`` asks for another year, ``changed`` for others of these."""

    year_chosen = Signal()
    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.year: ChoiceField[int] = ChoiceField(language, [], lambda year, _words: str(year), none=N_("All years"))
        self.kind: ChoiceField[ContributionKind] = ChoiceField(
            language, list(ContributionKind), kind_word, none=N_("All kinds")
        )
        self.stands: ChoiceField[ContributionState] = ChoiceField(
            language, list(ContributionState), standing_word, none=N_("Sent or not")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.year, self.kind, self.stands))
        self.year.edited.connect(self.year_chosen)
        for field in (self.kind, self.stands):
            field.edited.connect(self.changed)
        self.retranslate()

    def offer(self, years: Sequence[int]) -> None:
        """The years to choose from; the one chosen stays so."""
        self.year.set_values(years)

    def matching(self, lines: Iterable[ContributionLine]) -> list[ContributionLine]:
        """The lines that belong to what was chosen beside the year."""
        kind, stands = self.kind.value(), self.stands.value()
        return [
            line
            for line in lines
            if (kind is None or line.contribution.kind is kind) and (stands is None or line.stands is stands)
        ]

    def show_all(self) -> None:
        """Take every filter but the year away."""
        for field in (self.kind, self.stands):
            field.load(None, over=True)

    def retranslate(self) -> None:
        """Say the filters' names again."""
        words = self._language.words
        self.year.set_accessible(words.gettext("Year"), "")
        self.kind.set_accessible(words.gettext("Kind"), "")
        self.stands.set_accessible(words.gettext("Progress"), "")
