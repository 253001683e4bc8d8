"""The rows that say when a Committee was appointed, during which meeting and by which decision."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import SignalInstance

from nmirf_desktop.domain.committees import Term, appointment_day
from nmirf_desktop.domain.drafting_decisions import decision_in_list
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.committees import Appointment
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.theme import Tone, Type, style

OF_ANOTHER_ITEM = N_(
    "This decision was not taken under the agenda’s item on the Executive Committee: see whether it is the one."
)
NOT_YET, BY_ELECTION = N_("Not recorded yet"), N_("By election in this meeting")
IN_THE_ELECTION = N_("By election in {meeting}.")
NO_DECISION = N_(
    "No decision of this meeting is recorded yet. It is recorded in the session, under the item on the Committee; then "
    "it can be named here."
)


def _meeting(meeting: Meeting, words: Catalog) -> str:
    title = meeting.title[words.language] or meeting.title.original
    return words.pgettext("meeting in a list", "{symbol}, {title}").format(symbol=meeting.symbol, title=title)


@dataclass(frozen=True, slots=True)
class Appointed:
    """When a Committee was appointed, during which meeting and by which decision."""

    on: datetime.date
    meeting: Key | None = None
    decision: Key | None = None


class AppointedRows:
    """The rows for the meeting, its decision and the day, which follows from them."""

    def __init__(self, form: Form, asked: SignalInstance) -> None:
        """*asked* is to be emitted with the place where a decision is recorded."""
        self._form = form
        self._decisions: Sequence[Decision] = ()
        self._elsewhere: Collection[Key] = ()
        self._elected: Collection[Key] = ()
        self._missing = LinkedText(Type.SMALL, Tone.MUTED)
        self._missing.asked.connect(asked)
        self._doubt = WrappedLabel()
        style(self._doubt, Type.BODY, Tone.ATTENTION)
        self.meeting: ChoiceField[Meeting] = ChoiceField(form.language, [], _meeting, none=N_("Not recorded here"))
        self.decision: ChoiceField[Decision] = ChoiceField(form.language, [], decision_in_list, none=NOT_YET)
        self.on = DateField(form.language)
        form.add("meeting", N_("During the meeting"), self.meeting)
        form.add("decision", N_("By the decision"), self.decision, N_("It can be named once it is recorded."))
        form.add_widget(self._missing)
        form.add_widget(self._doubt)
        form.add("on", N_("Appointed on"), self.on)
        self.meeting.changed.connect(self._met)
        self.decision.changed.connect(self._decided)
        form.translated.connect(self._say)
        self._fit()

    def offer(
        self,
        meetings: Sequence[Meeting],
        decisions: Sequence[Decision],
        elsewhere: Collection[Key] = (),
        elected: Collection[Key] = (),
    ) -> None:
        """The meetings, the latest first, and all decisions; those *elsewhere* are under another item.

        *elected* are the meetings that elected a Committee: by that act they appoint it.
        """
        self._decisions, self._elsewhere, self._elected = decisions, elsewhere, elected
        self.meeting.set_values(sorted(meetings, key=lambda one: one.opens_on, reverse=True))

    def load(self, on: datetime.date, of: Term | Appointment | None = None) -> None:
        """A day; of a mandate or of an appointment that was prepared, its meeting and decision."""
        known = (one for one in self.meeting.values if one is not None and of is not None)
        self.meeting.load(next((one for one in known if of and one.key == of.meeting), None), over=True)
        self._fit()
        taken = (one for one in self._decisions if of is not None and one.key == of.decision)
        self.decision.load(next(taken, None), over=True)
        self._doubt_decision()
        self.on.load(on, over=True)

    def value(self) -> Appointed:
        """What the rows say. Raises ``Problem`` without a day."""
        meeting, decision = self.meeting.value(), self.decision.value()
        return Appointed(given(self.on), meeting.key if meeting else None, decision.key if decision else None)

    def _fit(self) -> None:
        """The decisions of the meeting, where there are some."""
        meeting = self.meeting.value()
        own = [one for one in self._decisions if meeting is not None and one.meeting == meeting.key]
        self.decision.set_values(sorted(own, key=lambda one: (one.year, one.number)))
        by_election = meeting is not None and meeting.key in self._elected
        self.decision.call_none(BY_ELECTION if by_election else NOT_YET)
        self._form.show_row("decision", bool(own))
        self._missing.setVisible(meeting is not None and meeting.kind is not MeetingKind.FOUNDING and not own)
        self._say()

    def _say(self) -> None:
        """What is missing or in doubt, in the language of now."""
        meeting, words = self.meeting.value(), self._form.language.words
        if meeting is not None and meeting.key in self._elected:
            self._missing.show_parts((words.gettext(IN_THE_ELECTION).format(meeting=meeting.symbol),))
        elif meeting is not None:
            way = Link(words.gettext("Go to the session"), Place("session", meeting.key))
            self._missing.show_parts((words.gettext(NO_DECISION), " ", way))
        self._doubt_decision()

    def _doubt_decision(self) -> None:
        """Tell a decision that was not taken under the item on the Committee."""
        decision = self.decision.value()
        self._doubt.setText(self._form.language.words.gettext(OF_ANOTHER_ITEM))
        self._doubt.setVisible(decision is not None and decision.key in self._elsewhere)

    def _met(self) -> None:
        self._fit()
        meeting, day = self.meeting.value(), self.on.value()
        if meeting is not None and (when := appointment_day(meeting, day or meeting.closes_on)) != day:
            self.on.load(when, over=True)

    def _decided(self) -> None:
        self._doubt_decision()
        decision = self.decision.value()
        if decision is not None:
            self.on.load(decision.adopted_on, over=True)
