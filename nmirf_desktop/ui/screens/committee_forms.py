"""The forms of what happens to the Committee: each gives the act that it says."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal

from nmirf_desktop.domain.committee_acts import (
    CommitteeAct,
    Correction,
    Vacating,
)
from nmirf_desktop.domain.committees import AppointingBody, Coordination, SeatEnding, Term
from nmirf_desktop.domain.declaration import SEATS_LEAST
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.committees import (
    Appointment,
    CommitteeHistory,
    SeatLine,
    appointing,
    coordinating,
    newcomers,
    replacing,
)
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.representative import HINT
from nmirf_desktop.ui.screens.committee_appointed import AppointedRows
from nmirf_desktop.ui.screens.committee_seat import SeatRows, Voting

SEATS = (
    N_("First seat"), N_("Second seat"), N_("Third seat"), N_("Fourth seat"), N_("Fifth seat"), N_("Sixth seat"),
    N_("Seventh seat"), N_("Eighth seat"), N_("Ninth seat"),
)  # fmt: skip
"""As many as a decision can give the Committee (R46); those are shown that the rule of the day knows."""
ENDINGS = {
    SeatEnding.RESIGNATION: N_("The representative resigned"),
    SeatEnding.WITHDRAWAL: N_("The State left the Network"),
}
BODIES = {
    AppointingBody.COMMITTEE: N_("The Executive Committee"),
    AppointingBody.MEETING: N_("The meeting"),
}


Held = tuple[Term | None, SeatLine | None, Coordination | None]
"""The mandate in office, and the seat and the coordination for which a card was opened."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a card begins with: the day, the history, the seat or the coordination chosen, and what was *agreed*."""

    on: datetime.date
    history: CommitteeHistory
    line: SeatLine | None = None
    coordination: Coordination | None = None
    agreed: Appointment | None = None
    vacant: tuple[SeatLine, ...] = ()
    """The seats that nobody holds."""

    @property
    def held(self) -> Held:
        """What a card may put right."""
        return self.term, self.line, self.coordination

    @property
    def term(self) -> Term | None:
        """The mandate in office, also while its Committee acts."""
        return self.history.current.term if self.history.current is not None else None

    @property
    def coordinator(self) -> Coordination | None:
        """The coordination in force on the day."""
        seat = self.history.coordinator
        known = (one for one in self.history.coordinations if seat is not None and one.seat == seat.key)
        return next((one for one in known if one.period.holds(self.on)), None)


@dataclass(frozen=True, slots=True)
class Made:
    """An act as a card says it; *people* are new to the register, *seat* is to be shown once it is recorded.

    *message* with *values* says that it was recorded.
    """

    act: CommitteeAct
    message: str
    values: dict[str, object]
    people: tuple[Person, ...] = ()
    seat: Key = ""
    judged_on: datetime.date | None = None
    """The day on which it is tried out, where that is not its own."""
    appointed_on: datetime.date | None = None
    """The day on which a Committee was or is to be appointed."""

    @property
    def happens(self) -> datetime.date | None:
        """The day on which it happens; ``None`` for a correction, which happens when it is recorded."""
        return self.appointed_on or (None if isinstance(self.act, Correction) else self.act.day)


class ActForm(Form):
    """A form that says an act; a :class:`Problem` names what is still missing.

    ``asked`` carries the place of what is recorded elsewhere before.
    """

    asked = Signal(object)

    def load(self, ground: Ground) -> None:
        """What the card shows when it is opened."""
        raise NotImplementedError

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The act; *voting* says who represents a State of which nobody is named; without it, it is only tried out."""
        raise NotImplementedError

    of_seat = False
    """Whether it is about the seat that was chosen when the card was opened."""

    def about(self, ground: Ground) -> StateCode | None:
        """The State that it is about, whichever is chosen in the list since."""
        return ground.line.seat.state if self.of_seat and ground.line is not None else None

    @property
    def seat_rows(self) -> Sequence[SeatRows]:
        """The rows in which States and their representatives are chosen."""
        return ()

    def offer_meetings(
        self,
        meetings: Sequence[Meeting],
        decisions: Sequence[Decision],
        elsewhere: Collection[Key] = (),
        elected: Collection[Key] = (),
    ) -> None:
        """The meetings that may have appointed a Committee, and all decisions, those of other items *elsewhere*.

        Those *elected* are the meetings that elected one.
        """


def _ending(ending: SeatEnding, words: Catalog) -> str:
    return words.gettext(ENDINGS[ending])


def body_name(body: AppointingBody, words: Catalog) -> str:
    """Who chose a Coordinator."""
    return words.gettext(BODIES[body])


class Beginning(StrEnum):
    """The first day of a mandate: that of the appointment, the one after the mandate in office, or another."""

    APPOINTED = "appointed"
    AFTER = "after"
    OTHER = "other"


class AppointmentForm(ActForm):
    """The meeting, the decision, the day, and the States of as many seats as the rule of the day knows."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._after: datetime.date | None = None
        self._gave_way = False
        self._appointed = AppointedRows(self, self.asked)
        self._starts: ChoiceField[Beginning] = ChoiceField(language, list(Beginning), self._start)
        self._begins = DateField(language)
        self.add("starts", N_("The mandate begins"), self._starts)
        self.add("begins", N_("Mandate begins on"), self._begins)
        self._seats = [
            SeatRows(self, f"seat{number}", label, "" if number <= SEATS_LEAST else N_("May stay empty."))
            for number, label in enumerate(SEATS, 1)
        ]
        for seat in self._seats:
            seat.represent(HINT if seat is self._seats[0] else "", named=True)
        self.changed.connect(self._fit)

    @property
    def seat_rows(self) -> Sequence[SeatRows]:
        """All that a Committee can have."""
        return self._seats

    def offer_meetings(
        self,
        meetings: Sequence[Meeting],
        decisions: Sequence[Decision],
        elsewhere: Collection[Key] = (),
        elected: Collection[Key] = (),
    ) -> None:
        """The meetings and decisions to choose from."""
        self._appointed.offer(meetings, decisions, elsewhere, elected)

    def _start(self, start: Beginning, words: Catalog) -> str:
        match start:
            case Beginning.APPOINTED:
                return words.gettext("on the day of the appointment")
            case Beginning.AFTER:
                frame = words.gettext("on {day}, after the mandate in office")
                return frame.format(day=words.date(self._after) if self._after else "")
            case Beginning.OTHER:
                return words.gettext("on another day")

    def _fit(self) -> None:
        """A mandate begins after the one in office only where it is appointed before that ends."""
        appointed = self._appointed.on.value()
        after = self._after is not None and (appointed is None or appointed < self._after)
        offered = tuple(one for one in Beginning if after or one is not Beginning.AFTER)
        if self._starts.values != offered:
            self._gave_way = self._gave_way or (not after and self._starts.value() is Beginning.AFTER)
            self._starts.set_values(offered)
            if after and self._gave_way and self._starts.value() is Beginning.APPOINTED:
                self._starts.load(Beginning.AFTER, over=True)  # the day that took it away was put right
                self._gave_way = False
        self.show_row("begins", self._starts.value() is Beginning.OTHER)

    def load(self, ground: Ground) -> None:
        """An empty appointment of a day, for when the mandate in office ends; or the one that was agreed."""
        current = ground.history.current
        self._after = None if current is None or current.acting else current.term.period.end
        self._gave_way = False
        self._appointed.load(ground.on)
        self._fit()
        _, most = ground.history.known.figures.seats(self._after or ground.on)
        for number, seat in enumerate(self._seats, 1):
            seat.show(number <= most)
        self._starts.load(Beginning.AFTER if self._after else Beginning.APPOINTED, over=True)
        self._begins.load(None, over=True)
        for seat in self._seats:
            seat.load()
        if ground.agreed is not None:
            self._fill(ground.agreed)
        self._fit()

    def _fill(self, agreed: Appointment) -> None:
        """An appointment that was prepared, such as an agreed slate."""
        self._appointed.load(agreed.on, agreed)
        beginning = Beginning.APPOINTED
        if agreed.begins is not None:
            beginning = Beginning.AFTER if agreed.begins == self._after else Beginning.OTHER
            self._begins.load(agreed.begins, over=True)
        self._starts.load(beginning, over=True)
        for seat, (state, person) in zip(self._seats, agreed.seats, strict=False):
            seat.load(state, person if isinstance(person, str) else None)

    def _first_day(self) -> datetime.date | None:
        match self._starts.value():
            case Beginning.AFTER:
                return self._after
            case Beginning.OTHER:
                return given(self._begins, "begins")
            case _:
                return None

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The appointment. A seat left empty is left out; a :class:`Problem` where all are."""
        appointed, begins = self._appointed.value(), self._first_day()
        first = begins or appointed.on
        seats = tuple(value for seat in self._seats if (value := seat.value(first, voting)) is not None)
        if not seats:
            raise Problem(N_("Name the State of one seat at least."), field_name="seat1")
        appointment = Appointment(appointed.on, seats, appointed.meeting, appointed.decision, begins)
        people = newcomers(*(person for _state, person in seats))
        said = N_("The Committee is appointed from {day}.")
        return Made(
            appointing(appointment, ground.history.known.figures),
            said,
            {"day": first},
            people,
            appointed_on=appointed.on,
        )


class SuccessorForm(ActForm):
    """A day, a State and its representative, for a seat that is taken over."""

    of_seat = True

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._on = DateField(language)
        self._seat = SeatRows(self, "state", N_("State"))
        self.add("on", N_("First day"), self._on, N_("Until the end of the mandate: the remainder (R31)."))
        self._seat.represent()

    @property
    def seat_rows(self) -> Sequence[SeatRows]:
        """The one."""
        return (self._seat,)

    def load(self, ground: Ground) -> None:
        """No State, on the day that is looked at."""
        self._on.load(ground.on, over=True)
        self._seat.load()

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The State that takes the seat over."""
        on = given(self._on)
        seat = self._seat.value(on, voting)
        if seat is None:
            raise Problem(N_("Name the State."), field_name="state")
        state, person = seat
        taken = replacing(chosen_seat(ground).key, state, on, person)
        said = N_("The seat is taken over on {day}, for the remainder.")
        return Made(taken, said, {"day": on}, newcomers(person), taken.successor.key)


def chosen_seat(ground: Ground) -> SeatLine:
    """The seat chosen. Raises ``Problem`` where there is none."""
    if ground.line is None:
        raise Problem(N_("Choose a seat in the list first."))
    return ground.line


class VacancyForm(ActForm):
    """A day and why."""

    of_seat = True

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._on = DateField(language)
        self._ending: ChoiceField[SeatEnding] = ChoiceField(language, list(ENDINGS), _ending)
        self.add("on", N_("Vacant from"), self._on, N_("The first day on which nobody holds the seat."))
        self.add("ending", N_("Why"), self._ending)

    def load(self, ground: Ground) -> None:
        """The day that is looked at."""
        self._on.load(ground.on, over=True)
        self._ending.load(SeatEnding.RESIGNATION, over=True)

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The seat falls vacant."""
        on = given(self._on)
        act = Vacating(chosen_seat(ground).key, on, self._ending.value() or SeatEnding.RESIGNATION)
        return Made(act, N_("The seat is vacant from {day}."), {"day": on})


class CoordinatorForm(ActForm):
    """A day and who chose."""

    of_seat = True

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._on = DateField(language)
        self._body: ChoiceField[AppointingBody] = ChoiceField(language, list(BODIES), body_name)
        self.add("on", N_("First day"), self._on)
        self.add("body", N_("Chosen by"), self._body)

    def load(self, ground: Ground) -> None:
        """The day that is looked at, and the Committee."""
        self._on.load(ground.on, over=True)
        self._body.load(AppointingBody.COMMITTEE, over=True)

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The holder of the seat coordinates."""
        on, line = given(self._on), chosen_seat(ground)
        act = coordinating(line.seat, on, self._body.value() or AppointingBody.COMMITTEE)
        return Made(act, N_("{state} coordinates from {day}."), {"state": line.state, "day": on}, seat=line.key)
