"""What a rule says, as a screen shows it: shape and word of the answer, the sentence, what to do, where to go."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.compliance import (
    REMARKED,
    STATE_LABELS,
    Fact,
    Finding,
    FindingState,
    Judged,
    JudgedKind,
    alphabetical,
)
from nmirf_desktop.domain.declaration import rule
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fact_rows import FactRows, Shape, clear
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText, Part, listed
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.reasons import ReasonActs, reason_rows
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

MARKS = {
    FindingState.KEPT: Mark("circle-check", Tone.GOOD),
    FindingState.DUE: Mark("clock", Tone.ATTENTION),
    FindingState.NOT_KEPT: Mark("octagon-alert", Tone.BAD),
    FindingState.NOT_JUDGED: Mark("circle-dashed", Tone.MUTED),
    FindingState.NOT_REGULATED: Mark("minus", Tone.MUTED),
}
"""The shape and tone of each answer."""
REMARK = Mark("triangle-alert", Tone.ATTENTION)
MOST = 24
"""How many findings are shown at a time: some rules have one for each vote of fifty years."""

_SCREENS = {
    JudgedKind.STATE: "members",
    JudgedKind.COMMUNICATION: "members",
    JudgedKind.TERM: "committee",
    JudgedKind.MEETING: "meetings",
    JudgedKind.PROPOSAL: "session",
    JudgedKind.VOTE: "session",
    JudgedKind.DECISION: "minutes",
    JudgedKind.MEMBERSHIP: "members",
    JudgedKind.MECHANISM: "members",
    JudgedKind.FOCAL_POINT: "members",
    JudgedKind.REGROUPING: "members",
    JudgedKind.SEAT: "committee",
    JudgedKind.COORDINATION: "committee",
    JudgedKind.SILENCE: "committee",
    JudgedKind.SENDING: "meetings",
    JudgedKind.SITTING: "meetings",
    JudgedKind.ITEM: "agenda",
    JudgedKind.CALL: "session",
    JudgedKind.ELECTION: "session",
    JudgedKind.CANDIDATE: "session",
    JudgedKind.BALLOT: "session",
    JudgedKind.POSITION: "session",
    JudgedKind.PRESENCE: "session",
    JudgedKind.STATEMENT: "session",
    JudgedKind.MOTION: "session",
    JudgedKind.POINT_OF_ORDER: "session",
    JudgedKind.INVITATION: "participants",
    JudgedKind.CHOICE: "rules",
    JudgedKind.RULE_CHANGE: "rules",
    JudgedKind.DOCUMENT: "documents",
    JudgedKind.VERSION: "agenda",
    JudgedKind.AMENDMENT: "session",
    JudgedKind.TEXT_MOTION: "session",
    JudgedKind.PART: "session",
    JudgedKind.ACTIVITY: "activities",
    JudgedKind.WORK: "activities",
    JudgedKind.PARTNERSHIP: "partners",
    JudgedKind.OHCHR_SUPPORT: "partners",
    JudgedKind.GOOD_PRACTICE: "good-practices",
    JudgedKind.SHARING: "good-practices",
    JudgedKind.CONTRIBUTION: "knowledge-hub",
    JudgedKind.HUB: "knowledge-hub",
}
FURTHER = {"R41": Link(N_("Go to the States that are not members"), Place("encouragement"))}
"""Where else to go from what a rule says, beside its object: what is done about it; a marked constant."""
FEW = 3
"""How many of the records of a fact are named; the others are where the list of them is."""


def state_of(state: FindingState, words: Catalog) -> str:
    """An answer as its word."""
    return words.gettext(STATE_LABELS[state])


def marked(state: FindingState, words: Catalog, *, remarked: bool = False) -> tuple[Mark, str]:
    """The mark of an answer and its word; one that is kept with a remark is worth a look."""
    if remarked and state is FindingState.KEPT:
        return REMARK, words.gettext(REMARKED)
    return MARKS[state], state_of(state, words)


def place_of(judged: Judged) -> Place | None:
    """Where the object of a finding is shown; ``None`` for the register as a whole.

    The place of a year is the list of meetings.
    """
    if judged.kind is JudgedKind.YEAR:
        return Place("meetings")
    screen = _SCREENS.get(judged.kind)
    return Place(screen, judged.at or judged.key) if screen else None


class FindingView(QWidget):
    """One finding. ``asked`` carries the place of its object."""

    asked = Signal(object)

    def __init__(
        self,
        finding: Finding,
        language: CurrentLanguage,
        *,
        titled: str = "",
        here: str = "",
        acts: ReasonActs | None = None,
    ) -> None:
        """*titled* stands above the answer where the screen is not about the rule; *here* names the screen it is on.

        *acts* are what can be done to the reasons of what is not kept.
        """
        super().__init__()
        words = language.words
        self.finding = finding
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(STEP * 2)
        grid.setVerticalSpacing(STEP // 2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Shape(*marked(finding.state, words, remarked=finding.remark)), 0, 0, Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout()
        body.setSpacing(STEP // 2)
        if titled:
            body.addWidget(_label(titled, Type.SMALL, Tone.MUTED))
        body.addWidget(_label(finding.message.said_in(words)))
        if finding.advice:
            body.addWidget(_label(finding.advice.said_in(words), Type.BODY, Tone.MUTED))
        if finding.facts:
            facts = LinkedText(Type.SMALL)
            facts.show_parts(facts_parts(finding.facts, words, here))
            facts.asked.connect(self.asked)
            body.addWidget(facts)
        place = place_of(finding.subject)
        if place is not None and place.screen != here:
            body.addWidget(self._way_to(place, words))
        if (further := FURTHER.get(finding.rule)) is not None and further.place.screen != here:
            body.addWidget(self._leading(Link(words.gettext(further.text), further.place)))
        if rows := reason_rows(finding, words, acts):
            reasons = FactRows(language)
            reasons.show_rows(rows)
            body.addWidget(reasons)
        grid.addLayout(body, 0, 1)

    def _way_to(self, place: Place, words: Catalog) -> LinkedText:
        """The link to the object of the finding."""
        said = words.gettext("Go to {name}").format(name=self.finding.subject.said_in(words))
        return self._leading(Link(said, place))

    def _leading(self, link: Link) -> LinkedText:
        text = LinkedText()
        text.show_parts([link])
        text.asked.connect(self.asked)
        return text


class Findings(QWidget):
    """Findings under each other, :data:`MOST` at a time. ``asked`` carries the place of the object of one."""

    asked = Signal(object)

    def __init__(
        self, language: CurrentLanguage, *, titled: bool = False, here: str = "", acts: ReasonActs | None = None
    ) -> None:
        """*titled* where the screen is not about one rule; *here* names the screen; *acts* are done to reasons."""
        super().__init__()
        self.acts = acts
        self._language, self._titled, self._here = language, titled, here
        self._left: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP * 4)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show these instead of what was there."""
        clear(self._column)
        self._left = tuple(findings)
        self._show_more()

    def _show_more(self) -> None:
        """Show the next ones, all at once: a widget shown by itself is laid out by itself."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 4)
        now, self._left = self._left[:MOST], self._left[MOST:]
        for finding in now:
            view = FindingView(finding, self._language, titled=self._title(finding), here=self._here, acts=self.acts)
            view.asked.connect(self.asked)
            column.addWidget(view)
        if self._left:
            column.addWidget(self._more())
        self._column.addWidget(body)
        body.show()

    def _title(self, finding: Finding) -> str:
        words = self._language.words
        pattern = words.pgettext("rule", "{number} {title}") if self._titled else ""
        return pattern.format(number=finding.rule, title=words.gettext(rule(finding.rule).title))

    def _more(self) -> LinkedText:
        """How many are not shown yet, as a link that shows the next ones in its place."""
        words, left = self._language.words, len(self._left)
        more = LinkedText()
        more.show_parts(
            [Link(words.ngettext("and {n} more", "and {n} more", left).format(n=words.number(left)), Place(""))]
        )
        more.asked.connect(more.hide)
        more.asked.connect(self._show_more)
        return more


def facts_parts(facts: tuple[Fact, ...], words: Catalog, here: str = "") -> list[Part]:
    """Facts under each other: name and value, with links to the records that each rests on.

    Where all records are in one place, the value leads there; else :data:`FEW` of those told apart by name or place are
    named, and how many more records there are leads to their list. Nothing leads to the screen *here*.
    """
    pattern = words.pgettext("fact", "{name}: {value}")
    parts: list[Part] = []
    for fact in facts:
        value = fact.said_in(words)
        before, _, after = pattern.format(name=words.gettext(fact.name), value="\0").partition("\0")
        parts += ["\n", before] if parts else [before]
        parts += [*_with_records(fact, value, words, here), after]
    return [part for part in parts if part]


def _with_records(fact: Fact, value: str, words: Catalog, here: str) -> list[Part]:
    """The value of a fact, as a link or with links behind it."""
    found = ((place_of(one), one) for one in alphabetical(fact.records, words))
    placed = [(place, one) for place, one in found if place is not None and place.screen != here]
    places = {place for place, _ in placed}
    if not places:
        return [value]
    if len(places) == 1:
        return [Link(value, places.pop())]
    links = Counter(Link(one.said_in(words), place) for place, one in placed)
    few = list(links)[:FEW]
    parts: list[Part] = [f"{value} (", *listed(few)]
    if left := len(placed) - sum(links[one] for one in few):
        more = words.ngettext("and {n} more", "and {n} more", left).format(n=words.number(left))
        parts += [" ", Link(more, Place(few[0].place.screen))]
    return [*parts, ")"]


def _label(text: str, size: Type = Type.BODY, tone: Tone = Tone.NEUTRAL) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    style(label, size, tone)
    return label
