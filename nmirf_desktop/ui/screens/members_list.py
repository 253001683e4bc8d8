"""The list of the 193 States: its columns, its filters, and the numbers above it."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.members import KIND_LABELS, MembershipKind
from nmirf_desktop.domain.states import RegionalGroup, found_by
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.members import Counts, StateLine, counted
from nmirf_desktop.ui.charts import GroupsBar
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.groups import group_letters, group_name, group_whole
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText, listed
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import STEP, Tone

KIND_MARKS = {
    MembershipKind.MEMBER: Mark("circle-check", Tone.GOOD),
    MembershipKind.OBSERVER: Mark("eye", Tone.NEUTRAL),
    None: Mark("circle-dashed", Tone.MUTED),
}
"""The shape and tone of each status."""


def status_word(kind: MembershipKind | None, words: Catalog) -> str:
    """A status as its word."""
    return words.gettext(KIND_LABELS[kind]) if kind else words.pgettext("status of a State", "Neither")


def group_word(group: RegionalGroup | None, words: Catalog) -> str:
    """A regional group in few words."""
    return words.gettext(group.short_label) if group else words.gettext("In no regional group")


def _state(line: StateLine, words: Catalog) -> str:
    return line.state.said_in(words)


def _by_state(line: StateLine, words: Catalog) -> str:
    return words.sort_key(line.state.said_in(words))


def _status(line: StateLine, words: Catalog) -> str:
    return status_word(line.status, words)


def _since(line: StateLine, words: Catalog) -> str:
    return words.short_date(line.since) if line.since else ""


def _person(line: StateLine, words: Catalog) -> str:
    return line.focal_point.label(words.language) if line.focal_point else ""


def _tongue(line: StateLine, _words: Catalog) -> str:
    return NAMES[line.focal_point.language] if line.focal_point else ""


def to_settle(line: StateLine, words: Catalog) -> str:
    """What is to be settled about a State, in few words."""
    missing = []
    if line.pending:
        missing.append(words.gettext("incomplete letter"))
    if line.lacks_letter:
        missing.append(words.gettext("letter not recorded"))
    if line.lacks_focal_point:
        missing.append(words.gettext("no focal point"))
    elif line.lacks_address:
        missing.append(words.gettext("no e-mail address"))
    return words.listing(missing)


def _settle_mark(line: StateLine) -> Mark | None:
    lacking = line.pending or line.lacks_letter or line.lacks_focal_point or line.lacks_address
    return Mark("triangle-alert", Tone.ATTENTION) if lacking else None


COLUMNS: tuple[Column[StateLine], ...] = (
    Column(N_("State"), _state, _by_state, also=lambda line: found_by(line.state), stretch=True),
    Column(
        N_("Status"),
        _status,
        lambda line, words: (line.status is None, status_word(line.status, words)),
        mark=lambda line: KIND_MARKS[line.status],
        least=12,
    ),
    Column(
        N_("Group"),
        lambda line, words: group_name(line.state.group, words),
        mark=lambda line: Mark("circle", region=line.state.group),
        whole=lambda line, words: group_whole(line.state.group, words),
        brief=lambda line, words: group_letters(line.state.group, words),
        least=6,
        spare=True,
    ),
    Column(
        N_("Since"),
        _since,
        lambda line, _words: line.since.toordinal() if line.since else 0,
        cell=lambda line, _words: line.since,
        spare=True,
    ),
    Column(N_("Focal point"), _person, least=20, spare=True),
    Column(N_("To settle"), to_settle, mark=_settle_mark, least=16),
    Column(N_("Reference"), lambda line, _words: line.reference, hidden=True),
    Column(N_("Code"), lambda line, _words: line.state.iso3, hidden=True),
    Column(N_("Writes in"), _tongue, hidden=True),
)


ROOMY = 30
"""From so many lines of text of height on, the list has room for the chart above it."""


class Shown(StrEnum):
    """Which States the list shows."""

    MEMBERS = "members"
    OBSERVERS = "observers"
    NEITHER = "neither"
    NO_FOCAL_POINT = "focal_point"
    NO_ADDRESS = "address"
    INCOMPLETE = "incomplete"
    NO_LETTER = "letter"


SHOWN_LABELS = {
    Shown.MEMBERS: N_("Members"),
    Shown.OBSERVERS: N_("Observers"),
    Shown.NEITHER: N_("Neither member nor observer"),
    Shown.NO_FOCAL_POINT: N_("Without focal point"),
    Shown.NO_ADDRESS: N_("Without e-mail address"),
    Shown.INCOMPLETE: N_("With an incomplete letter"),
    Shown.NO_LETTER: N_("Joined by a letter not recorded"),
}


def _belongs(line: StateLine, shown: Shown | None) -> bool:
    match shown:
        case None:
            return True
        case Shown.MEMBERS:
            return line.status is MembershipKind.MEMBER
        case Shown.OBSERVERS:
            return line.status is MembershipKind.OBSERVER
        case Shown.NEITHER:
            return line.status is None
        case Shown.NO_FOCAL_POINT:
            return line.lacks_focal_point
        case Shown.NO_ADDRESS:
            return line.lacks_address
        case Shown.INCOMPLETE:
            return line.pending
        case Shown.NO_LETTER:
            return line.lacks_letter


class Filters(QWidget):
    """Which States, and of which group. ``changed`` is emitted by a choice."""

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.shown: ChoiceField[Shown] = ChoiceField(
            language, list(Shown), lambda one, words: words.gettext(SHOWN_LABELS[one]), none=N_("All States")
        )
        self.group: ChoiceField[RegionalGroup] = ChoiceField(
            language, list(RegionalGroup), group_name, none=N_("All groups")
        )
        self.tongue: ChoiceField[Language] = ChoiceField(
            language, list(Language), lambda one, _words: NAMES[one], none=N_("All languages")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.shown, self.group, self.tongue))
        for field in (self.shown, self.group, self.tongue):
            field.edited.connect(self.changed)
        self.retranslate()

    def matching(self, lines: Iterable[StateLine]) -> list[StateLine]:
        """The States of a list that belong to what was chosen."""
        shown, group, tongue = self.chosen
        return [
            line
            for line in lines
            if _belongs(line, shown)
            and group in (None, line.state.group)
            and (tongue is None or (line.focal_point is not None and line.focal_point.language is tongue))
        ]

    @property
    def chosen(self) -> tuple[Shown | None, RegionalGroup | None, Language | None]:
        """What is chosen, to be taken up again by :meth:`load`."""
        return self.shown.value(), self.group.value(), self.tongue.value()

    def load(self, chosen: tuple[Shown | None, RegionalGroup | None, Language | None]) -> None:
        """Take up what was chosen before."""
        shown, group, tongue = chosen
        self.shown.load(shown, over=True)
        self.group.load(group, over=True)
        self.tongue.load(tongue, over=True)

    def show_all(self) -> None:
        """Take every filter away."""
        self.load((None, None, None))

    def retranslate(self) -> None:
        """Say the filters' names again."""
        words = self._language.words
        self.shown.set_accessible(words.gettext("Status"), "")
        self.group.set_accessible(words.gettext("Regional group"), "")
        self.tongue.set_accessible(words.gettext("Language of the focal point"), "")


def counts_said(counts: Counts, words: Catalog) -> tuple[tuple[Shown, str], ...]:
    """How many members, observers and other States there are, each with the filter that shows them."""
    return (
        (Shown.MEMBERS, words.ngettext("{n} member", "{n} members", counts.members).format(n=counts.members)),
        (Shown.OBSERVERS, words.ngettext("{n} observer", "{n} observers", counts.observers).format(n=counts.observers)),
        (
            Shown.NEITHER,
            words.ngettext("{n} State is neither", "{n} States are neither", counts.neither).format(n=counts.neither),
        ),
    )


class Numbers(QWidget):
    """How many members and observers there are, each a link that shows them, and the members by regional group.

    ``chosen`` carries the filter of the number that was pressed.
    """

    chosen = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._roomy, self._counted = True, 0
        self.said = LinkedText()
        self.said.asked.connect(lambda place: self.chosen.emit(Shown(place.key)))
        self.chart = GroupsBar(language, brief=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, STEP)
        column.setSpacing(STEP * 2)
        column.addWidget(self.said)
        column.addWidget(self.chart)

    def fit(self, height: int) -> None:
        """Show the chart only where it leaves the list enough of so many pixels of height."""
        self._roomy = height >= self.fontMetrics().height() * ROOMY
        self.chart.setVisible(self._roomy and self._counted > 0)

    def load(self, lines: tuple[StateLine, ...]) -> None:
        """Count a list."""
        words, counts = self._language.words, counted(lines)
        links = [Link(text, Place("", shown)) for shown, text in counts_said(counts, words)]
        self.said.show_parts(listed(links, " · "))
        self._counted = counts.members
        self.chart.setVisible(self._roomy and self._counted > 0)
        self.chart.setAccessibleName(words.gettext("Members by regional group"))
        self.chart.show_counts(counts.members_by_group)
