"""The sending of an agenda: how the notice stands in words, each dispatch, and one more being recorded (R39, R40)."""

import datetime
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.meetings import AgendaDispatch, Audience, Meeting, notice_sentence
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.planning import NOTICE_LABELS, NoticeStanding, notice_standing
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.meetings import MeetingPlan
from nmirf_desktop.ui.alerts import Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft, given, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, DateField, StateField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import STEP, Tone

MARKS = {
    NoticeStanding.SENT: Mark("circle-check", Tone.GOOD),
    NoticeStanding.DUE: Mark("clock", Tone.ATTENTION),
    NoticeStanding.LATE: Mark("octagon-alert", Tone.BAD),
    NoticeStanding.OWED_TO_NOBODY: Mark("minus", Tone.MUTED),
}
"""The shape and tone of how the notice stands."""
AUDIENCES = {
    Audience.MEMBERS: N_("To the members"),
    Audience.OBSERVERS: N_("To the observers"),
    Audience.OHCHR: N_("To OHCHR"),
}
REMOVE = N_("Take back")
SENT = N_("The agenda is recorded as sent on {day}. Ctrl+Z does not take it back; “Take back” beside the sending does.")


def _audience(audience: Audience, words: Catalog) -> str:
    return words.gettext(AUDIENCES[audience])


def notice_row(plan: MeetingPlan, on: datetime.date, states: Mapping[StateCode, State], words: Catalog) -> FactRow:
    """The notice in words, with its arithmetic and a shape for how it stands."""
    if plan.notice is None:
        text = words.gettext("No notice is prescribed for this kind of meeting.")
        return FactRow((text,), mark=Mark("minus", Tone.MUTED), muted=True)
    stands = notice_standing(plan.notice, on)
    said = notice_sentence(plan.notice, on, states).said_in(words)
    return FactRow((said,), mark=MARKS[stands], word=words.gettext(NOTICE_LABELS[stands]))


class DispatchForm(Form):
    """A day, an audience or one State of it, and why it was late."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.sent_on = DateField(language)
        self.audience: ChoiceField[Audience] = ChoiceField(language, list(Audience), _audience)
        self.state = StateField(language, ())
        self.reason = TextField(language)
        self.add("sent_on", N_("Sent on"), self.sent_on)
        self.add("audience", N_("To whom"), self.audience)
        self.add("state", N_("Only to"), self.state, N_("One State that got it on another day; empty: to all of them."))
        self.add("reason", N_("Remark"), self.reason, N_("Why it was late, where it was."))

    def load(self, on: datetime.date) -> None:
        """A sending of a day, to all members."""
        self.sent_on.load(on, over=True)
        self.audience.load(Audience.MEMBERS, over=True)
        self.state.load(None, over=True)
        self.reason.load("", over=True)

    def value(self, meeting: Key) -> AgendaDispatch:
        """The dispatch, without a key yet."""
        return AgendaDispatch(
            key="",
            meeting=meeting,
            sent_on=given(self.sent_on, "sent_on"),
            audience=self.audience.value() or Audience.MEMBERS,
            state=self.state.value(),
            reason=self.reason.value(),
        )


class AgreementForm(Form):
    """When the Committee agreed the agenda, and when the meeting adopted it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.agreed = DateField(language)
        self.adopted = DateField(language)
        self.add("agreed", N_("Agreed on"), self.agreed, N_("By the Executive Committee, which prepares it (R38)."))
        self.add("adopted", N_("Adopted on"), self.adopted, N_("By the meeting itself."))

    def load(self, meeting: Meeting) -> None:
        """Show a meeting's two days."""
        over = self.begin(meeting.key)
        self.agreed.load(meeting.agenda_agreed_on, over=over)
        self.adopted.load(meeting.agenda_adopted_on, over=over)


class Sending(QWidget):
    """The dispatches and the card for one more, of the meeting for which it was opened.

    ``taken_back`` carries a dispatch's key.
    """

    taken_back = Signal(str)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._shown: Meeting | None = None
        self._meeting: Key = ""
        self.form = DispatchForm(language)
        self.draft = Draft(
            N_("Record the sending of the agenda"), N_("Record"), self.form, language,
            N_("What counts is the first complete provisional agenda, and the last member to get it (R39)."),
        )  # fmt: skip
        self.dispatches = FactRows(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self.dispatches, self.draft):
            column.addWidget(part)

    def offer(self, states: Iterable[State]) -> None:
        """The States to choose an exception from."""
        self.form.state.set_states(states)

    def begin(self, on: datetime.date) -> None:
        """Open the card for a sending of a day, of the meeting that is shown."""
        if self._shown is not None and put_away([self.draft]):
            self._meeting = self._shown.key
            self.form.load(on)
            self.draft.concern(Listed((self._shown.symbol,)))
            self.draft.begin()

    def value(self) -> AgendaDispatch:
        """The dispatch that the card says."""
        return self.form.value(self._meeting)

    @staticmethod
    def recorded(on: datetime.date, take_back: Callable[[], object]) -> Notice:
        """That a sending is recorded, with what takes it back: what left the house is no step of undo."""
        return Notice(Sentence(SENT, {"day": on}), Tone.GOOD, offers=(Offer(REMOVE, take_back),))

    def load(self, plan: MeetingPlan, states: Mapping[StateCode, State], *, locked: bool) -> None:
        """Show each dispatch; a card of another meeting stays where it is filled in."""
        self._shown = plan.meeting
        if plan.meeting.key != self._meeting:
            self.draft.hide()
        words = self._language.words
        rows = [self._row(one, states, words, locked=locked) for one in plan.dispatches]
        if plan.logged:
            rows.append(_logged(plan, words))
        self.dispatches.show_rows(rows)
        self.dispatches.setVisible(bool(rows))

    def _row(self, one: AgendaDispatch, states: Mapping[StateCode, State], words: Catalog, *, locked: bool) -> FactRow:
        said = _audience(one.audience, words)
        if one.state is not None:
            state = states[one.state].said_in(words)
            said = words.pgettext("audience and one of it", "{audience}: {state} only").format(
                audience=said, state=state
            )
        offers = () if locked else (Offer(REMOVE, lambda: self.taken_back.emit(one.key)),)
        return FactRow((said,), words.date(one.sent_on), one.reason, Mark("send"), offers=offers)


def _logged(plan: MeetingPlan, words: Catalog) -> FactRow:
    """How many sendings are in the log of the distribution, which is where they are taken back."""
    said = words.ngettext(
        "{n} sending in the log of the distribution", "{n} sendings in the log of the distribution", plan.logged
    ).format(n=words.number(plan.logged))
    return FactRow((Link(said, Place("distribution", plan.meeting.key)),), mark=Mark("send"))
