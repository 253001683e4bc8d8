"""What cannot have happened to the Committee, whatever was recorded before (R28, R30)."""

from collections.abc import Iterable

from nmirf_desktop.domain.committee_acts import CommitteeAct, CommitteeRecords, StrikingTerm
from nmirf_desktop.domain.committees import Seat, Term, mandate
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.i18n import N_


def check_term(term: Term, terms: Iterable[Term]) -> None:
    """*Executive Committee*, R30: a mandate lasts three years, and no two begin on one day."""
    if term.period != mandate(term.period.start):
        raise Refusal(
            N_("The mandate of the Committee lasts three years from {start}."),
            {"start": term.period.start},
            section="R30",
        )
    for other in terms:
        if other.key != term.key and other.period.start == term.period.start:
            raise Refusal(
                N_("A Committee is recorded from {start} already: replace or fill its seats, or correct its mandate."),
                {"start": other.period.start},
                section="R30",
                in_the_way=other.key,
            )


def check_alone(seat: Seat, records: CommitteeRecords) -> None:
    """*Executive Committee*, R28: a State holds one seat at a time."""
    held = records.held(seat)
    for other in records.seats:
        if other.key != seat.key and other.state == seat.state and records.held(other).overlaps(held):
            raise Refusal(
                N_("This State holds a seat from {start} already: it holds one at a time."),
                {"start": records.held(other).start},
                section="R28",
                in_the_way=other.key,
            )


def check_in_office(seat: Seat, records: CommitteeRecords) -> None:
    """*Executive Committee*, R28: once the next Committee is in office, nobody takes a seat of the one before."""
    begins, held = records.next_begins(seat), records.held(seat)
    if begins is not None and (held.end is None or held.end > begins):
        raise Refusal(
            N_("From {start} another Committee is in office: fill or replace one of its seats instead."),
            {"start": begins},
            section="R28",
        )


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
