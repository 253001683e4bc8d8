"""What a rule says, as a screen shows it: shape and word of the answer, the sentence, what to do, where to go."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.compliance import STATE_LABELS, Fact, Finding, FindingState, Judged, JudgedKind
from nmirf_desktop.domain.declaration import rule
from nmirf_desktop.domain.refusals import say
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.fact_rows import FactRows, Shape, clear
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
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
}


def state_of(state: FindingState, words: Catalog) -> str:
    """An answer as its word."""
    return words.gettext(STATE_LABELS[state])


def place_of(judged: Judged) -> Place | None:
    """Where the object of a finding is shown; ``None`` for the register as a whole.

    The place of a year is the list of meetings.
    """
    if judged.kind is JudgedKind.YEAR:
        return Place("meetings")
    screen = _SCREENS.get(judged.kind)
    return Place(screen, judged.key) if screen else None


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
        shape = Shape(MARKS[finding.state], state_of(finding.state, words))
        grid.addWidget(shape, 0, 0, Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout()
        body.setSpacing(STEP // 2)
        if titled:
            body.addWidget(_label(titled, Type.SMALL, Tone.MUTED))
        body.addWidget(_label(finding.message.said_in(words)))
        if finding.advice:
            body.addWidget(_label(finding.advice.said_in(words), Type.BODY, Tone.MUTED))
        if finding.facts:
            body.addWidget(_label(facts_line(finding.facts, words), Type.SMALL, Tone.MUTED))
        place = place_of(finding.subject)
        if place is not None and place.screen != here:
            link = LinkedText()
            said = words.gettext("Go to {name}").format(name=finding.subject.said_in(words))
            link.show_parts([Link(said, place)])
            link.asked.connect(self.asked)
            body.addWidget(link)
        if rows := reason_rows(finding, words, acts):
            reasons = FactRows(language)
            reasons.show_rows(rows)
            body.addWidget(reasons)
        grid.addLayout(body, 0, 1)


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


def facts_line(facts: tuple[Fact, ...], words: Catalog) -> str:
    """Facts one after the other: name and value."""
    pattern = words.pgettext("fact", "{name}: {value}")
    said = (
        pattern.format(name=words.gettext(fact.name), value=say(words, "{value}", {"value": fact.value}))
        for fact in facts
    )
    return " · ".join(said)


def _label(text: str, size: Type = Type.BODY, tone: Tone = Tone.NEUTRAL) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    style(label, size, tone)
    return label
