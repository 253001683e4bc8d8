"""What is written down before an appointment: a call, a candidature, its withdrawal, a slate."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Signal

from nmirf_desktop.domain.attachments import Filing
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate, another_call
from nmirf_desktop.domain.declaration import SEATS_MOST
from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.rule_changes import FIGURES, Figure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.arrivals import Arrival, opened
from nmirf_desktop.services.committees import Representative
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField, NumberField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.file_field import FileField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.meeting_field import meeting_name
from nmirf_desktop.ui.personfield import Source
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.representative import RepresentativeRow
from nmirf_desktop.ui.theme import Tone, Type

Votes = Callable[[StateCode, datetime.date], Key | None]
"""What says who votes for a State on a day."""
LAST_DAY = N_("Included, as the day is counted at the meeting’s place; before the agenda has to be sent (R39).")

OPEN_ALREADY = N_("A call for this meeting is open until {day}.")
CLOSED_ALREADY = N_("There was a call for this meeting, open until {day}.")


class CallForm(Form):
    """A call: for which meeting, seats and mandate, and until when.

    ``asked`` carries the key of the call that the meeting has already.
    """

    asked = Signal(str)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._calls: tuple[Call, ...] = ()
        self._on = datetime.date.min
        self.already = LinkedText(tone=Tone.ATTENTION)
        self.already.asked.connect(lambda place: self.asked.emit(place.key))
        self._call = Call("", datetime.date.min, datetime.date.min)
        self.meeting: ChoiceField[Meeting] = ChoiceField(language, [], meeting_name, none=N_("Not recorded here"))
        self.seats = NumberField(language, 1, FIGURES[Figure.SEATS_MOST].most)
        self.opened, self.closes, self.begins = DateField(language), DateField(language), DateField(language)
        self.reference, self.note = TextField(language), TrilingualField(language, lines=3)
        self.add("meeting", N_("Meeting making the appointment"), self.meeting)
        self.add_widget(self.already)
        self.add("seats", N_("Seats"), self.seats)
        self.add("opened_on", N_("Opened on"), self.opened)
        self.add("closes_on", N_("Last day"), self.closes, LAST_DAY)
        self.add("begins", N_("Mandate begins on"), self.begins, N_("Empty: on the day of the appointment."))
        self.add("reference", N_("Reference"), self.reference)
        self.add("note", N_("What candidates should know"), self.note)
        self.meeting.changed.connect(self._say_already)
        self.translated.connect(self._say_already)

    def load(self, call: Call, meetings: Iterable[Meeting], calls: Iterable[Call], on: datetime.date) -> None:
        """A call as it is proposed or stands on a day, among the other *calls*."""
        known = [one for one in meetings if is_network_meeting(one)]
        self._call, self._calls, self._on = call, tuple(calls), on
        self.meeting.set_values(sorted(known, key=lambda one: one.opens_on, reverse=True))
        self.meeting.load(next((one for one in known if one.key == call.meeting), None), over=True)
        self.seats.load(call.seats, over=True)
        self.opened.load(call.opened_on, over=True)
        self.closes.load(call.closes_on, over=True)
        self.begins.load(call.begins, over=True)
        self.reference.load(call.reference, over=True)
        self.note.load(call.note, over=True)
        self._say_already()

    def _say_already(self) -> None:
        """That the meeting chosen has a call already, with the way to it."""
        meeting, words = self.meeting.value(), self.language.words
        held = another_call(self._calls, meeting.key if meeting is not None else None, self._call.key)
        self.already.setVisible(held is not None)
        if held is not None:
            said = words.gettext(CLOSED_ALREADY if held.closes_on < self._on else OPEN_ALREADY)
            link = Link(words.gettext("Correct that call instead"), Place("candidatures", held.key))
            self.already.show_parts((said.format(day=words.date(held.closes_on)), " ", link))

    def value(self) -> Call:
        """The call with what the fields say."""
        meeting = self.meeting.value()
        return replace(
            self._call,
            opened_on=given(self.opened, "opened_on"),
            closes_on=given(self.closes, "closes_on"),
            seats=self.seats.value() or SEATS_MOST,
            meeting=meeting.key if meeting is not None else None,
            begins=self.begins.value(),
            reference=self.reference.value(),
            note=self.note.value(),
        )


class CandidatureForm(Form):
    """A State that stands, whom it names, and the letter itself; a saved e-mail says the day on which it came."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held: Candidature | None = None
        self._begun: datetime.date | None = None
        self._voter: Person | None = None
        self.state, self.received = StateField(language, ()), DateField(language)
        self.reference = TextField(language)
        self.add("state", N_("State"), self.state)
        self.add("on", N_("Received on"), self.received)
        self.representative = RepresentativeRow(self, "person", N_("Somebody of the register, or a new name."))
        self.voting = LinkedText(Type.SMALL, Tone.MUTED)
        self.voting.asked.connect(lambda place: self._name(place.key))
        self.add_widget(self.voting)
        self._votes: Votes = lambda _state, _day: None
        self.add("reference", N_("Reference"), self.reference)
        self.files = FileField(language, Filing.LETTER)
        self.add("files", N_("The letter itself"), self.files)
        self.withdrawn = DateField(language)
        self.add("withdrawn_on", N_("Withdrawn on"), self.withdrawn, N_("Empty: it stands."))
        self.state.changed.connect(lambda: self.representative.of(self.state.value()))
        for field in (self.state, self.representative.person, self.received):
            field.changed.connect(self._offer_voting)
            field.loaded.connect(self._offer_voting)
        self.files.changed.connect(self._read_mail)
        self.translated.connect(self._say_voting)

    def load(self, on: datetime.date, arrival: Arrival | None = None) -> None:
        """A new candidature that was received on a day, or as it *arrived*, its day first."""
        self._held = None
        self._begun = on
        day = arrival.day if arrival is not None and arrival.day is not None else on
        self._show(Candidature("", "", "", day), arrival.subject if arrival is not None else "")
        self.state.load(None, over=True)
        if arrival is not None:
            self.files.add_files(arrival.filed_as(Filing.LETTER))

    def correct(self, held: Candidature) -> None:
        """A candidature as it stands; the files chosen are further ones."""
        self._held, self._begun = held, held.received_on
        self._show(held, held.reference)
        self.state.load(held.state, over=True)
        self.representative.of(held.state)
        self.representative.load(held.person)

    def _show(self, one: Candidature, reference: str) -> None:
        self.received.load(one.received_on, over=True)
        self.representative.load(one.person)
        self.reference.load(reference[: LONGEST["reference"]].rstrip(), over=True)
        self.files.load((), over=True)
        self.withdrawn.load(one.withdrawn_on, over=True)
        self.show_row("withdrawn_on", self._held is not None)

    def offer(self, people: Source, votes: Votes) -> None:
        """The people to choose from, and what says who *votes* for a State on a day."""
        self._votes = votes
        self.representative.offer(people)

    def _offer_voting(self) -> None:
        """Who votes for the State, where nobody is named: offered, and named only by a press."""
        state, day, person = self.state.value(), self.received.value(), self.representative.person
        named = person.value() is not None or bool(person.typed)
        key = self._votes(state, day) if state is not None and day is not None and not named else None
        self._voter = next((one.person for one in person.people.values() if one.person.key == key), None)
        self._say_voting()

    def _say_voting(self) -> None:
        known, words = self._voter, self.language.words
        self.voting.setVisible(known is not None)
        if known is not None:
            said = words.gettext("The focal point who votes for the State: {person}.")
            link = Link(words.gettext("Name as representative"), Place("", known.key))
            self.voting.show_parts((said.format(person=known.label(words.language)), " ", link))

    def _name(self, person: Key) -> None:
        self.representative.load(person)
        self._offer_voting()

    def _read_mail(self) -> None:
        """The day of a saved e-mail, as long as nobody typed another."""
        day = opened(Arrival(self.files.value())).day if self.files.value() else None
        if self._held is None and day is not None and self.received.value() == self._begun:
            self.received.load(day, over=True)

    def value(self, call: Key) -> tuple[Candidature, Representative | None]:
        """The candidature of a State in a call, and whom it names. Raises ``Problem`` where no State is named."""
        state = self.state.value()
        if state is None:
            raise Problem(N_("Name the State."), field_name="state")
        person = self.representative.value(state, None)
        key = person if person is None or isinstance(person, str) else person.key
        held = self._held or Candidature(new_key(), call, state, given(self.received))
        candidature = replace(
            held,
            state=state,
            received_on=given(self.received),
            person=key,
            reference=self.reference.value(),
            withdrawn_on=self.withdrawn.value(),
        )
        return candidature, person


class DayForm(Form):
    """The day from which a State no longer stands."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.add("withdrawn_on", N_("Withdrawn on"), self.on, N_("The first day on which it no longer stands."))

    def load(self, on: datetime.date) -> None:
        """A withdrawal of a day."""
        self.on.load(on, over=True)

    def value(self) -> datetime.date:
        """The day."""
        return given(self.on, "withdrawn_on")


class SlateForm(Form):
    """The day on which the members agreed on the States marked, and a note."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on, self.note = DateField(language), TrilingualField(language, lines=2)
        self.add("on", N_("Agreed on"), self.on)
        self.add("note", N_("Note"), self.note)

    def load(self, on: datetime.date) -> None:
        """A slate agreed on a day."""
        self.on.load(on, over=True)
        self.note.load(Trilingual(), over=True)

    def value(self, call: Key, states: tuple[StateCode, ...]) -> Slate:
        """The slate of some States, in the order in which they were marked."""
        return Slate(new_key(), call, given(self.on), states, self.note.value())
