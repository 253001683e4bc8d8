"""What a card was opened for is taken back while it is open: its verb says so, and records nothing."""

from collections.abc import Callable

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.candidatures import Candidature, Slate
from nmirf_desktop.domain.committee_acts import (
    CommitteeAct,
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
from nmirf_desktop.domain.committees import Coordination, Seat, Successor, Term, mandate
from nmirf_desktop.domain.item_requests import ItemRequest
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Communication, CommunicationForm, FocalPoint, MembershipKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import TAKEN_BACK, Refusal
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import Names
from nmirf_desktop.services.elections import Nominee
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.journal import head
from tests.registers import OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
Verb = Callable[[Secretariat, str], object]
GONE = "gone"
TERM = Term(GONE, mandate(OPENS), OPENS)
SEAT = Seat("new", GONE, "PRY", TERM.period)
LED = Coordination("new", GONE, TERM.period, OPENS)

POINT = FocalPoint(GONE, "PRY", "ana", Period(OPENS), voting=True)
LETTER = Communication(GONE, "PRY", OPENS, CommunicationForm.LETTER, MembershipKind.MEMBER)
RENAMED = Renaming(GONE, "PRY", OPENS, *(Names("Name", "Nom", "Nombre"),) * 3)


@pytest.fixture
def desk(network: Network) -> Secretariat:
    return Secretariat(network[0].store, network[0].clock)


ACTS: tuple[CommitteeAct, ...] = (
    Filling(SEAT),
    Replacing(GONE, OPENS, Successor("new", "PRY")),
    Vacating(GONE, OPENS),
    Coordinating(LED),
    SteppingDown(GONE, OPENS),
    CorrectingTerm(TERM),
    CorrectingSeat(Seat(GONE, "term", "PRY", TERM.period)),
    CorrectingCoordination(Coordination(GONE, "seat", TERM.period, OPENS)),
    Striking(GONE, OPENS),
    StrikingTerm(GONE, OPENS),
    StrikingCoordination(GONE, OPENS),
)
VERBS: dict[str, Verb] = {
    "a candidature of a call": lambda desk, _: desk.candidatures.receive(Candidature("new", GONE, "PRY", OPENS)),
    "a withdrawal": lambda desk, _: desk.candidatures.withdraw(GONE, OPENS),
    "a slate of a call": lambda desk, _: desk.candidatures.agree_slate(Slate("new", GONE, OPENS, ())),
    "a candidature struck out": lambda desk, _: desk.candidatures.strike_candidature(GONE),
    "a request corrected": lambda desk, meeting: desk.item_requests.record(
        ItemRequest(GONE, meeting, "PRY", OPENS, said("Data"))
    ),
    "a request accepted": lambda desk, _: desk.item_requests.accept(GONE, OPENS),
    "a request declined": lambda desk, _: desk.item_requests.decline(GONE, OPENS, said("No")),
    "a request withdrawn": lambda desk, _: desk.item_requests.withdraw(GONE, OPENS),
    "a settlement": lambda desk, _: desk.item_requests.take_back(GONE),
    "a request removed": lambda desk, _: desk.item_requests.remove(GONE),
    "a silence broken": lambda desk, _: desk.silences.break_silence(GONE, OPENS, "PRY"),
    "an agenda agreed": lambda desk, _: desk.silences.agree_agenda(GONE, OPENS),
    "a designation corrected": lambda desk, _: desk.designations.correct(POINT),
    "a designation corrected in place": lambda desk, _: desk.designations.correct_in_place(POINT),
    "a designation ended": lambda desk, _: desk.members.end_designation(GONE, OPENS),
    "a letter corrected": lambda desk, _: desk.members.correct(LETTER),
    "a renaming corrected": lambda desk, _: desk.states.correct_renaming(RENAMED),
    "a move corrected": lambda desk, _: desk.states.correct_regrouping(Regrouping(GONE, "PRY", OPENS, None)),
    "a candidate": lambda desk, _: desk.elections.nominate(GONE, Nominee("PRY")),
    "a candidate withdrawn": lambda desk, _: desk.elections.withdraw(GONE),
    "an election broken off": lambda desk, _: desk.elections.stop(GONE, "no time"),
    "a representative": lambda desk, _: desk.committees.represent(GONE, None),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=list(VERBS))
def test_a_verb_about_what_was_taken_back_records_nothing_and_says_so(
    verb: Verb, desk: Secretariat, network: Network
) -> None:
    with desk.store.read() as session:
        before = head(session)
    with pytest.raises(Refusal) as refused:
        verb(desk, network[1].key)
    assert refused.value.message == TAKEN_BACK
    with desk.store.read() as session:
        assert head(session) == before


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_an_act_of_the_committee_about_what_was_taken_back_is_neither_tried_out_nor_recorded(
    act: CommitteeAct, desk: Secretariat
) -> None:
    for verb in (desk.compliance.try_out, desk.committees.record):
        with pytest.raises(Refusal) as refused:
            verb(act)
        assert refused.value.message == TAKEN_BACK
