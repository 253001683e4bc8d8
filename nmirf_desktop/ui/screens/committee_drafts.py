"""What is recorded about the Committee: an appointment, a replacement, a vacancy, a Coordinator."""

import datetime
from collections.abc import Callable, Collection, Iterable, Sequence

from nmirf_desktop.domain.committees import AppointingBody, SeatEnding
from nmirf_desktop.domain.declaration import SEATS_LEAST, SEATS_MOST
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.committees import Appointment
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fields import ChoiceField, DateField, StateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage

SEATS = (N_("First seat"), N_("Second seat"), N_("Third seat"), N_("Fourth seat"), N_("Fifth seat"))
ENDINGS = {
    SeatEnding.RESIGNATION: N_("The representative resigned"),
    SeatEnding.WITHDRAWAL: N_("The State left the Network"),
}
BODIES = {
    AppointingBody.COMMITTEE: N_("The Executive Committee"),
    AppointingBody.MEETING: N_("The meeting"),
}
Representative = Callable[[StateCode, datetime.date], Key | None]
"""Who speaks for a State on a day."""


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
        self.seats = [StateField(language, ()) for _ in range(SEATS_MOST)]
        self.add("on", N_("Appointed on"), self.on)
        self.add("meeting", N_("During the meeting"), self.meeting)
        for number, (seat, label) in enumerate(zip(self.seats, SEATS, strict=True), 1):
            self.add(f"seat{number}", label, seat, "" if number <= SEATS_LEAST else N_("May stay empty."))
        self.add("begins", N_("Mandate begins on"), self.begins, N_("Only where it is not the day of the appointment."))

    def load(self, on: datetime.date) -> None:
        """An empty appointment of a day."""
        self.on.load(on, over=True)
        self.begins.load(None, over=True)
        self.meeting.load(None, over=True)
        for seat in self.seats:
            seat.load(None, over=True)

    def value(self, representative: Representative) -> Appointment:
        """The appointment. A seat left empty is left out; a :class:`Problem` where all are."""
        on = given(self.on)
        codes = [code for seat in self.seats if (code := seat.value()) is not None]
        if not codes:
            raise Problem(N_("Name the State of one seat at least."), field_name="seat1")
        begins = self.begins.value()
        meeting = self.meeting.value()
        return Appointment(
            on=on,
            seats=tuple((code, representative(code, begins or on)) for code in codes),
            meeting=meeting.key if meeting else None,
            begins=begins,
        )


class SuccessorForm(Form):
    """A day and a State."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on, self.state = DateField(language), StateField(language, ())
        self.add("state", N_("State"), self.state)
        self.add("on", N_("First day"), self.on, N_("Until the end of the mandate: the remainder (R31)."))


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
    """The five cards, and what each of them says."""

    def __init__(self, language: CurrentLanguage) -> None:
        self._appointment, self._vacancy = AppointmentForm(language), VacancyForm(language)
        self._coordination = CoordinatorForm(language)
        self._replacement, self._filling = SuccessorForm(language), SuccessorForm(language)
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

    @property
    def all(self) -> tuple[Draft, ...]:
        """Every card."""
        return (self.appointment, self.coordinator, self.replacement, self.vacancy, self.filling)

    def offer(self, states: Iterable[State], members: Collection[StateCode], meetings: Sequence[Meeting]) -> None:
        """The States and meetings to choose from; *members* are offered before other States."""
        known = tuple(states)
        for field in (*self._appointment.seats, self._replacement.state, self._filling.state):
            field.set_states(known, members)
        self._appointment.meeting.set_values([one for one in meetings if is_network_meeting(one)])

    def load(self, on: datetime.date) -> None:
        """Empty every card, its date the day that is looked at."""
        self._appointment.load(on)
        for form in (self._replacement, self._filling):
            form.on.load(on, over=True)
            form.state.load(None, over=True)
        self._vacancy.on.load(on, over=True)
        self._vacancy.ending.load(SeatEnding.RESIGNATION, over=True)
        self._coordination.on.load(on, over=True)
        self._coordination.body.load(AppointingBody.COMMITTEE, over=True)

    def appointed(self, representative: Representative) -> Appointment:
        """What the first card says."""
        return self._appointment.value(representative)

    def coordination(self) -> tuple[datetime.date, AppointingBody]:
        """The first day of a coordination, and who chose."""
        return given(self._coordination.on), self._coordination.body.value() or AppointingBody.COMMITTEE

    def successor(self, draft: Draft) -> tuple[datetime.date, StateCode]:
        """The first day and the State of a replacement or of a seat filled."""
        form = self._replacement if draft is self.replacement else self._filling
        state = form.state.value()
        if state is None:
            raise Problem(N_("Name the State."), field_name="state")
        return given(form.on), state

    def vacant(self) -> tuple[datetime.date, SeatEnding]:
        """The first day of a vacancy, and why."""
        return given(self._vacancy.on), self._vacancy.ending.value() or SeatEnding.RESIGNATION
