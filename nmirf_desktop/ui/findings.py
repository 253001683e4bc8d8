"""What a rule says, as a screen shows it: shape and word of the answer, the sentence, what to do, where to go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.compliance import STATE_LABELS, Fact, Finding, FindingState, Judged, JudgedKind
from nmirf_desktop.domain.refusals import say
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.fact_rows import Shape
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.places import Place
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

    def __init__(self, finding: Finding, language: CurrentLanguage, *, titled: str = "", here: str = "") -> None:
        """*titled* stands above the answer where the screen is not about the rule; *here* names the screen it is on."""
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
        grid.addLayout(body, 0, 1)


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
