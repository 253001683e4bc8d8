"""The forms of what was entered with a mistake: a mandate, a seat, a coordination, a seat that was never held."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import replace

from nmirf_desktop.domain.committee_acts import CorrectingSeat, CorrectingTerm, Striking
from nmirf_desktop.domain.committees import SeatEnding, Term, mandate
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import newcomers
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import DateField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.committee_appointed import AppointedRows
from nmirf_desktop.ui.screens.committee_forms import (
    ActForm,
    Ground,
    Made,
    chosen_seat,
)
from nmirf_desktop.ui.screens.committee_seat import SeatRows, Voting

NO_MANDATE = N_("No mandate is recorded on the day shown.")


class TermForm(ActForm):
    """The meeting, the decision, the day and the first day of a mandate that is recorded."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._appointed = AppointedRows(self, self.asked)
        self._begins = DateField(language)
        self.add("begins", N_("Mandate begins on"), self._begins, N_("What began or ended with the mandate follows."))

    def offer_meetings(
        self,
        meetings: Sequence[Meeting],
        decisions: Sequence[Decision],
        elsewhere: Collection[Key] = (),
        elected: Collection[Key] = (),
    ) -> None:
        """The meetings and decisions to choose from."""
        self._appointed.offer(meetings, decisions, elsewhere, elected)

    def load(self, ground: Ground) -> None:
        """The mandate as it is recorded."""
        if ground.term is not None:
            self._appointed.load(ground.term.appointed_on, ground.term)
            self._begins.load(ground.term.period.start, over=True)

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The mandate as it should have been entered."""
        if ground.term is None:
            raise Problem(NO_MANDATE)
        appointed, begins = self._appointed.value(), given(self._begins, "begins")
        right = Term(
            ground.term.key,
            mandate(begins, ground.history.known.figures),
            appointed.on,
            appointed.meeting,
            appointed.decision,
        )
        seat = ground.line.key if ground.line is not None else ""
        said, values = _changed(ground.term, right, self._appointed)
        return Made(CorrectingTerm(right), said, values, seat=seat, judged_on=max(begins, ground.on))


def _changed(was: Term, right: Term, rows: AppointedRows) -> tuple[str, dict[str, object]]:
    """What is said of a mandate put right: what was changed, where it is one thing alone."""
    decision, meeting = rows.decision.value(), rows.meeting.value()
    if replace(right, decision=was.decision) == was and decision is not None:
        return N_("The Committee was appointed by decision {number}: recorded."), {"number": decision_name(decision)}
    if replace(right, decision=was.decision, meeting=was.meeting, appointed_on=was.appointed_on) == was:
        values: dict[str, object] = {"day": right.appointed_on, "meeting": meeting.symbol if meeting else ""}
        if meeting is not None:
            return N_("The mandate is corrected: appointed on {day}, during {meeting}."), values
        return N_("The mandate is corrected: appointed on {day}."), values
    return N_("The mandate is corrected: it begins on {day}."), {"day": right.period.start}


class SeatForm(ActForm):
    """The State, its representative, and the first and last day of a seat."""

    of_seat = True

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._seat = SeatRows(self, "state", N_("State"))
        self._seat.represent()
        self._on, self._until = DateField(language), DateField(language)
        self.add("on", N_("First day"), self._on)
        self.add("until", N_("Last day"), self._until, N_("Empty: until the end of the mandate."))

    @property
    def seat_rows(self) -> Sequence[SeatRows]:
        """The one."""
        return (self._seat,)

    def load(self, ground: Ground) -> None:
        """The seat as it is recorded."""
        if ground.line is None or ground.term is None:
            return
        seat = ground.line.seat
        held = ground.history.period(seat)
        self._seat.load(seat.state, seat.person)
        self._on.load(held.start, over=True)
        self._until.load(None if held.end == ground.term.period.end else held.last_day, over=True)

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The seat as it should have been entered."""
        line, on, until = chosen_seat(ground), given(self._on), self._until.value()
        chosen = self._seat.value(on, voting)
        if chosen is None:
            raise Problem(N_("Name the State."), field_name="state")
        if until is not None and until < on:
            raise Problem(N_("The last day is before the first day."), field_name="until")
        (state, person), term = chosen, ground.history.records.term(line.seat.term)
        end = term.period.end if until is None else until + datetime.timedelta(days=1)
        held = Period(on, end if end is None else max(on, end))
        ending = None if end == term.period.end else line.seat.ending or SeatEnding.RESIGNATION
        key = person.key if isinstance(person, Person) else person
        act = CorrectingSeat(replace(line.seat, state=state, period=held, person=key, ending=ending))
        return Made(act, N_("The seat is corrected."), {}, newcomers(person), line.key, max(on, ground.on))


class StrikeForm(ActForm):
    """Nothing is asked: the card says what goes, and what the rules would say without it."""

    of_seat = True

    def load(self, ground: Ground) -> None:
        """There is nothing to fill in."""

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The seat was never held."""
        line = chosen_seat(ground)
        act = Striking(line.key, ground.on)
        return Made(act, N_("The seat of {state} is struck out."), {"state": line.state})
