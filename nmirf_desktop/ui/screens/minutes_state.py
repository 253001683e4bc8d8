"""Which minutes, how far they have come, and the two steps that end something: circulation and approval."""

import datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nmirf_desktop.domain.minutes import Minutes, MinutesState
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fact_rows import Shape
from nmirf_desktop.ui.fields import DateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.meeting_field import MeetingField
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

CORRECTIONS = datetime.timedelta(days=14)
"""The period for corrections that is suggested: two weeks."""
MARKS = {
    None: Mark("circle-dashed", Tone.MUTED),
    MinutesState.DRAFT: Mark("pencil", Tone.ATTENTION),
    MinutesState.CIRCULATED: Mark("send", Tone.ATTENTION),
    MinutesState.APPROVED: Mark("circle-check", Tone.GOOD),
}


def state_name(minutes: Minutes | None, words: Catalog) -> str:
    """How far minutes have come, in one or two words."""
    if minutes is None:
        return words.pgettext("state of minutes", "Not begun")
    match minutes.state:
        case MinutesState.DRAFT:
            return words.pgettext("state of minutes", "Draft")
        case MinutesState.CIRCULATED:
            return words.pgettext("state of minutes", "Circulated")
        case MinutesState.APPROVED:
            return words.pgettext("state of minutes", "Approved")


def state_said(minutes: Minutes | None, words: Catalog) -> str:
    """What the state means, with its dates."""
    if minutes is None:
        return words.gettext("Nobody has begun the minutes of this meeting.")
    if minutes.approved_on is not None:
        said = words.gettext("Approved on {date}; they can only be read. A corrigendum is a document of its own.")
        return said.format(date=words.date(minutes.approved_on))
    if minutes.circulated_on is not None and minutes.corrections_until is not None:
        said = words.gettext("Circulated on {date}; members correct their own statements until {until}.")
        return said.format(date=words.date(minutes.circulated_on), until=words.date(minutes.corrections_until))
    return words.gettext("What nobody changed follows what was recorded; what a person wrote stays.")


class StateBar(QWidget):
    """The meeting, to choose, and the state of its minutes as shape and word."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.meeting = MeetingField(language)
        self.word, self.said = QLabel(), QLabel(wordWrap=True)
        style(self.said, Type.BODY, Tone.MUTED)
        self._shape: Shape | None = None
        top = QHBoxLayout()
        top.setSpacing(STEP * 3)
        self.meeting.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        top.addWidget(self.meeting)
        self._state = QHBoxLayout()
        self._state.setSpacing(STEP)
        self._state.addWidget(self.word)
        top.addLayout(self._state)
        top.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(top)
        column.addWidget(self.said)

    def load(self, minutes: Minutes | None) -> None:
        """Show the state of minutes; ``None`` where nobody began them."""
        words = self._language.words
        mark, word = MARKS[minutes.state if minutes else None], state_name(minutes, words)
        if self._shape is not None:
            self._state.removeWidget(self._shape)
            self._shape.hide()
            self._shape.deleteLater()
        self._shape = Shape(mark, word)
        self._state.insertWidget(0, self._shape)
        self.word.setText(word)
        style(self.word, Type.HEADING, mark.tone)
        self.said.setText(state_said(minutes, words))
        self.meeting.set_accessible(words.gettext("Minutes of the meeting"), "")


class CirculationForm(Form):
    """The day, and the last day for corrections."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on, self.until = DateField(language), DateField(language)
        self.add("on", N_("Circulated on"), self.on)
        self.add("corrections_until", N_("Corrections until"), self.until)

    def load(self, on: datetime.date) -> None:
        """A circulation of a day."""
        self.on.load(on, over=True)
        self.until.load(on + CORRECTIONS, over=True)

    def value(self) -> tuple[datetime.date, datetime.date]:
        """Both days; a :class:`Problem` where one is empty."""
        return given(self.on), given(self.until, "corrections_until")


class ApprovalForm(Form):
    """The day."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.add("on", N_("Approved on"), self.on)


class Steps:
    """The two cards."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.circulation_form, self.approval_form = CirculationForm(language), ApprovalForm(language)
        self.circulation = Draft(
            N_("Circulate the minutes"), N_("Circulate"), self.circulation_form, language,
            N_("They go to the members, who correct their own statements. From then on new facts are only offered."),
        )  # fmt: skip
        self.approval = Draft(
            N_("Approve the minutes"), N_("Approve"), self.approval_form, language,
            N_("From then on they can only be read."),
        )  # fmt: skip

    @property
    def all(self) -> tuple[Draft, Draft]:
        """Both cards."""
        return self.circulation, self.approval

    def load(self, on: datetime.date) -> None:
        """Both cards as of a day."""
        self.circulation_form.load(on)
        self.approval_form.on.load(on, over=True)


def confirm_circulation(alerts: Alerts, until: datetime.date, words: Catalog) -> bool:
    """Ask whether the minutes are to leave the house."""
    detail = words.gettext("From then on new facts are only offered, and members correct until {date}.")
    return alerts.confirm(
        words.gettext("Circulate these minutes?"),
        words.gettext("Circulate them"),
        words.gettext("Keep the draft"),
        detail.format(date=words.date(until)),
    )


def confirm_approval(alerts: Alerts, words: Catalog) -> bool:
    """Ask whether the minutes are no longer to be changed."""
    return alerts.confirm(
        words.gettext("Approve these minutes?"),
        words.gettext("Approve them"),
        words.gettext("Leave them open"),
        words.gettext("Approved minutes are no longer changed."),
    )
