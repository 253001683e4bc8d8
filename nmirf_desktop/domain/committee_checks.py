"""What cannot have happened to the Committee, whatever was recorded before (R28, R30)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nmirf_desktop.domain.committee_acts import (
    Appointing,
    CommitteeAct,
    CommitteeRecords,
    Coordinating,
    CorrectingCoordination,
    CorrectingSeat,
    CorrectingTerm,
    Filling,
    Replacing,
    SteppingDown,
    Striking,
    StrikingCoordination,
    StrikingTerm,
    Vacating,
)
from nmirf_desktop.domain.committees import Coordination, Seat, Term, mandate
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import TAKEN_BACK, Refusal
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figure, Figures
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_

HOLDS_ONE = N_("{state}: holds a seat from {start} already, and a State holds one at a time. Name another State.")
NAMED_TWICE = N_("{state}: named for two seats, and a State holds one at a time. Name another State for one of them.")


def check_term(term: Term, terms: Iterable[Term], figures: Figures = AS_ADOPTED) -> None:
    """*Executive Committee*, R30: a mandate lasts three years, or as a decision says; no two begin on one day."""
    right = mandate(term.period.start, figures)
    if term.period != right:
        message = N_("The mandate of the Committee lasts three years from {start}.")
        if figures.change(Figure.TERM_YEARS, right.start) is not None:
            message = N_("The mandate of the Committee from {start} lasts until {last}, by the rule of its first day.")
        raise Refusal(message, {"start": right.start, "last": right.last_day}, section="R30")
    for other in terms:
        if other.key != term.key and other.period.start == term.period.start:
            raise Refusal(
                N_("A Committee is recorded from {start} already: replace or fill its seats, or correct its mandate."),
                {"start": other.period.start},
                section="R30",
                in_the_way=other.key,
            )


def check_alone(seat: Seat, records: CommitteeRecords, before: CommitteeRecords) -> None:
    """*Executive Committee*, R28: a State holds one seat at a time, whether it was recorded *before* or is named now.

    The refusal tells the State by its code, for :func:`naming`.
    """
    held, recorded = records.held(seat), {one.key for one in before.seats}
    for other in records.seats:
        if other.key != seat.key and other.state == seat.state and records.held(other).overlaps(held):
            there = other.key in recorded
            raise Refusal(
                HOLDS_ONE if there else NAMED_TWICE,
                {"state": seat.state, "start": records.held(other).start},
                section="R28",
                in_the_way=other.key if there else "",
            )


def naming(refusal: Refusal, states: Mapping[StateCode, State]) -> Refusal:
    """What is refused to a State, called by its name."""
    state = states.get(str(refusal.values.get("state")))
    return refusal if state is None else replace(refusal, values={**refusal.values, "state": state})


def check_in_office(seat: Seat, records: CommitteeRecords) -> None:
    """*Executive Committee*, R28: once the next Committee is in office, nobody takes a seat of the one before."""
    begins, held = records.next_begins(seat), records.held(seat)
    if begins is not None and (held.end is None or held.end > begins):
        raise Refusal(
            N_("From {start} another Committee is in office: fill or replace one of its seats instead."),
            {"start": begins},
            section="R28",
        )


def check_free(seat: Seat, records: CommitteeRecords) -> None:
    """*Executive Committee*, R31: nobody holds a seat that another one follows, and one at a time follows it."""
    for other in records.seats:
        first, then = (seat, other) if other.follows == seat.key else (other, seat)
        if then.follows == first.key and _begins_within(then, first, records):
            raise Refusal(
                N_("The seat is held until {last}: who fills it begins on a later day."),
                {"last": records.held(first).last_day or "…"},
                section="R31",
                in_the_way=other.key,
            )
        beside = other.key != seat.key and seat.follows is not None and other.follows == seat.follows
        if beside and records.held(other).overlaps(records.held(seat)):
            raise Refusal(
                N_("This seat is filled from {day} already: correct or strike out that entry first."),
                {"day": records.held(other).start},
                section="R31",
                in_the_way=other.key,
            )


def _begins_within(then: Seat, first: Seat, records: CommitteeRecords) -> bool:
    """Whether a seat begins before the one that it follows has ended."""
    end = records.held(first).end
    return end is None or records.held(then).start < end


def check_standing(act: CommitteeAct, records: CommitteeRecords) -> None:
    """What an act is about, its mandate, seat or coordination, stands in the records. Raises ``Refusal``."""
    match act:
        case Appointing():
            return
        case (
            Filling(seat=Seat(term=about))
            | Replacing(seat=about)
            | Vacating(seat=about)
            | Coordinating(coordination=Coordination(seat=about))
            | SteppingDown(coordination=about)
            | CorrectingTerm(term=Term(key=about))
            | CorrectingSeat(seat=Seat(key=about))
            | CorrectingCoordination(coordination=Coordination(key=about))
            | Striking(seat=about)
            | StrikingTerm(term=about)
            | StrikingCoordination(coordination=about)
        ):
            mandates, seats = {one.key for one in records.terms}, {one.key for one in records.seats}
            if about not in mandates | seats | {one.key for one in records.coordinations}:
                raise Refusal(TAKEN_BACK)
            if isinstance(act, Filling) and act.seat.follows not in (None, *seats):
                raise Refusal(TAKEN_BACK)


def check_struck(act: CommitteeAct, silences: Iterable[SilenceProcedure], meetings: Iterable[Meeting]) -> None:
    """A mandate is struck where its Committee was asked nothing in silence and agreed no agenda. Raises ``Refusal``."""
    if not isinstance(act, StrikingTerm):
        return
    put = next((one for one in silences if one.term == act.term), None)
    if put is not None:
        raise Refusal(
            N_(
                "A text was put to the Committee of this mandate under the silence procedure on {day}: correct the "
                "days of the mandate instead. Nothing was changed."
            ),
            {"day": put.put_on},
            section="R30",
            in_the_way=put.key,
        )
    agreed = next((one for one in meetings if one.agenda_agreed_by == act.term), None)
    if agreed is not None:
        raise Refusal(
            N_(
                "The Committee of this mandate agreed the agenda of {meeting}: empty that day in the planning of the "
                "meeting before, or correct the days of the mandate. Nothing was changed."
            ),
            {"meeting": agreed.symbol},
            section="R30",
        )
