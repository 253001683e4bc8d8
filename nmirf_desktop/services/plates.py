"""Name plates: all of a meeting, or that of one State, such as one that comes after all."""

from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.participants_papers import Attendance
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.room_papers import plates_paper, signature_paper, states_with_plates
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.invitations import read_guests
from nmirf_desktop.services.parts import Part
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.session import Session


def read_invited(
    session: Session, request: Request, facts: RecordedMeeting, states: States, *, specimen: bool
) -> RecordPaper:
    """The sheet that is signed, or the plates: of all who may come, or that of the one State asked for."""
    record = Attendance(read_guests(session, facts.meeting, states), specimen=specimen)
    if request.kind is DocumentKind.PLATES:
        return plates_paper(record, facts, request.part)
    return signature_paper(record, facts)


def plates_to_choose(session: Session, meeting: Key, states: States) -> tuple[Part, ...]:
    """The States of which there may be a plate alone: those with a plate first, then any other, which may come too."""
    facts = read_meeting(session, meeting, states)
    first = states_with_plates(Attendance(read_guests(session, facts.meeting, states)), facts)
    codes = dict.fromkeys((*first, *sorted(facts.states)))
    return tuple(Part(code, "", _named(Said.by(facts.states[code].said_in))) for code in codes)


def _named(said: Said) -> Trilingual:
    return Trilingual.final(said.en, said.fr, said.es)
