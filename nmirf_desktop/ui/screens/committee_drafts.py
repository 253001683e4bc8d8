"""What is recorded about the Committee: an appointment, a replacement, a vacancy, a Coordinator."""

import datetime
from collections.abc import Collection, Iterable, Sequence

from nmirf_desktop.domain.committees import AppointingBody, SeatEnding
from nmirf_desktop.domain.declaration import SEATS_LEAST
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.committees import Appointment, Representative, SeatLine
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fields import ChoiceField, DateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.personfield import Source
from nmirf_desktop.ui.screens.committee_seat import RepresentativeRow, SeatRows, Voting

SEATS = (N_("First seat"), N_("Second seat"), N_("Third seat"), N_("Fourth seat"), N_("Fifth seat"))
ENDINGS = {
    SeatEnding.RESIGNATION: N_("The representative resigned"),
    SeatEnding.WITHDRAWAL: N_("The State left the Network"),
}
BODIES = {
    AppointingBody.COMMITTEE: N_("The Executive Committee"),
    AppointingBody.MEETING: N_("The meeting"),
}


def _meeting(meeting: Meeting, words: Catalog) -> str:
    title = meeting.title[words.language] or meeting.title.original
    return words.pgettext("meeting in a list", "{symbol}, {title}").format(symbol=meeting.symbol, title=title)


def _ending(ending: SeatEnding, words: Catalog) -> str:
    return words.gettext(ENDINGS[ending])


def _body(body: AppointingBody, words: Catalog) -> str:
    return words.gettext(BODIES[body])


class AppointmentForm(Form):
    """The day, the meeting, and the States of up to five seats."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on, self.begins = DateField(language), DateField(language)
        self.meeting: ChoiceField[Meeting] = ChoiceField(language, [], _meeting, none=N_("Not recorded here"))
        self.add("on", N_("Appointed on"), self.on)
        self.add("meeting", N_("During the meeting"), self.meeting)
        self.seats = [
            SeatRows(self, f"seat{number}", label, "" if number <= SEATS_LEAST else N_("May stay empty."))
            for number, label in enumerate(SEATS, 1)
        ]
        self.add("begins", N_("Mandate begins on"), self.begins, N_("Only where it is not the day of the appointment."))

    def load(self, on: datetime.date) -> None:
        """An empty appointment of a day."""
        self.on.load(on, over=True)
        self.begins.load(None, over=True)
        self.meeting.load(None, over=True)
        for seat in self.seats:
            seat.load()

    def value(self, voting: Voting) -> Appointment:
        """The appointment. A seat left empty is left out; a :class:`Problem` where all are."""
        on = given(self.on)
        begins = self.begins.value()
        seats = [value for seat in self.seats if (value := seat.value(begins or on, voting)) is not None]
        if not seats:
            raise Problem(N_("Name the State of one seat at least."), field_name="seat1")
        meeting = self.meeting.value()
        return Appointment(
            on=on,
            seats=tuple(seats),
            meeting=meeting.key if meeting else None,
            begins=begins,
        )


class SuccessorForm(Form):
    """A day, a State and its representative."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.seat = SeatRows(self, "state", N_("State"))
        self.add("on", N_("First day"), self.on, N_("Until the end of the mandate: the remainder (R31)."))


class RepresentativeForm(Form):
    """Who represents the State of a seat."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.row = RepresentativeRow(self, "person")


class VacancyForm(Form):
    """A day and why."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.ending: ChoiceField[SeatEnding] = ChoiceField(language, list(ENDINGS), _ending)
        self.add("on", N_("Vacant from"), self.on, N_("The first day on which nobody holds the seat."))
        self.add("ending", N_("Why"), self.ending)


class CoordinatorForm(Form):
    """A day and who chose."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.body: ChoiceField[AppointingBody] = ChoiceField(language, list(BODIES), _body)
        self.add("on", N_("First day"), self.on)
        self.add("body", N_("Chosen by"), self.body)


class Drafts:
    """The six cards, and what each of them says."""

    def __init__(self, language: CurrentLanguage) -> None:
        self._appointment, self._vacancy = AppointmentForm(language), VacancyForm(language)
        self._coordination = CoordinatorForm(language)
        self._replacement, self._filling = SuccessorForm(language), SuccessorForm(language)
        self.seat: SeatLine | None = None
        """The seat for which the open card was opened, whichever is chosen in the list since."""
        self._representation = RepresentativeForm(language)
        record = N_("Record")
        self.appointment = Draft(
            N_("Appoint a Committee"), record, self._appointment, language,
            N_("For three years from its first day. What departs from a rule is recorded as it happened."),
        )  # fmt: skip
        self.coordinator = Draft(
            N_("Appoint as Coordinator"), record, self._coordination, language,
            N_("Until the seat ends; an earlier coordination ends the day before (R34)."),
        )  # fmt: skip
        self.replacement = Draft(N_("Who takes over the seat"), record, self._replacement, language)
        self.vacancy = Draft(N_("The seat falls vacant"), record, self._vacancy, language)
        self.filling = Draft(N_("Who fills the vacant seat"), record, self._filling, language)
        self.representation = Draft(
            N_("Who represents the State"), record, self._representation, language,
            N_("For the whole time of the seat; who takes it over from a day on is recorded by “Replace”."),
        )  # fmt: skip

    @property
    def all(self) -> tuple[Draft, ...]:
        """Every card."""
        return (
            self.appointment, self.coordinator, self.replacement, self.vacancy, self.filling, self.representation,
        )  # fmt: skip

    def offer(self, states: Iterable[State], members: Collection[StateCode], meetings: Sequence[Meeting]) -> None:
        """The States and meetings to choose from; *members* are offered before other States."""
        known = tuple(states)
        for seat in (*self._appointment.seats, self._replacement.seat, self._filling.seat):
            seat.state.set_states(known, members)
        self._appointment.meeting.set_values([one for one in meetings if is_network_meeting(one)])

    def offer_people(self, source: Source) -> None:
        """The people among whom a representative is chosen, read when first asked for."""
        for seat in (*self._appointment.seats, self._replacement.seat, self._filling.seat):
            seat.representative.offer(source)
        self._representation.row.offer(source)

    def load(self, on: datetime.date, line: SeatLine | None = None) -> None:
        """Empty every card, its date the day that is looked at; those about one seat are about that of *line*."""
        self.seat = line
        for draft in (self.coordinator, self.replacement, self.vacancy, self.representation):
            draft.concern(line.state if line is not None else None)
        self._representation.row.of(line.seat.state if line is not None else None)
        self._representation.row.load(line.seat.person if line is not None else None)
        self._appointment.load(on)
        for form in (self._replacement, self._filling):
            form.on.load(on, over=True)
            form.seat.load()
        self._vacancy.on.load(on, over=True)
        self._vacancy.ending.load(SeatEnding.RESIGNATION, over=True)
        self._coordination.on.load(on, over=True)
        self._coordination.body.load(AppointingBody.COMMITTEE, over=True)

    def appointed(self, voting: Voting) -> Appointment:
        """What the first card says; *voting* says who represents a State of which nobody is named."""
        return self._appointment.value(voting)

    def represented(self, voting: Key | None) -> Representative | None:
        """Who represents the State of the card's seat; who is *voting* for it where the field is left empty."""
        return None if self.seat is None else self._representation.row.value(self.seat.seat.state, voting)

    def coordination(self) -> tuple[datetime.date, AppointingBody]:
        """The first day of a coordination, and who chose."""
        return given(self._coordination.on), self._coordination.body.value() or AppointingBody.COMMITTEE

    def successor(self, draft: Draft, voting: Voting) -> tuple[datetime.date, StateCode, Representative | None]:
        """The first day, the State and the representative of a replacement or of a seat filled."""
        form = self._replacement if draft is self.replacement else self._filling
        on = given(form.on)
        seat = form.seat.value(on, voting)
        if seat is None:
            raise Problem(N_("Name the State."), field_name="state")
        return (on, *seat)

    def vacant(self) -> tuple[datetime.date, SeatEnding]:
        """The first day of a vacancy, and why."""
        return given(self._vacancy.on), self._vacancy.ending.value() or SeatEnding.RESIGNATION
