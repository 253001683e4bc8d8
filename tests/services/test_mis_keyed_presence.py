"""A presence that only a mis-keyed answer made goes with it, and one recorded by mistake is struck out."""

import datetime
from dataclasses import dataclass, replace

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.editions import SEPARATE
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.kept_papers import kept
from nmirf_desktop.domain.meetings import Meeting, Sitting, local
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.participants import Answer as Answered
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.voting import Act, Answer, Method, Vote
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.attended import read_minuted
from nmirf_desktop.services.invitations import Invitation, Invitations
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.undo import redo, steps, undo
from nmirf_desktop.storage.verification import verify
from tests.registers import MEMBERS, OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
ENGLISH = catalog(Language.EN)
ABSENT: StateCode = "BRA"
YES, NO = Answer.IN_FAVOUR, Answer.AGAINST


def opened(network: Network, method: Method) -> Vote:
    """A vote in an open sitting, all members but Brazil there, which sent its apologies."""
    desk, meeting, _ = network
    invitations = Invitations(desk.store, desk.states)
    invitations.invite(meeting.key, Invitation(states=MEMBERS, invited_on=OPENS - datetime.timedelta(days=60)))
    keys = {one.invitee.state: one.key for one in invitations.guests(meeting.key).lines}
    invitations.answer([keys[ABSENT]], Answered.APOLOGIES, OPENS - datetime.timedelta(days=9))
    desk.clock.forward()
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    desk.sittings.all_arrive(meeting.key)
    return vote(network, method)


def vote(network: Network, method: Method) -> Vote:
    """A vote on a proposal without consensus."""
    desk, meeting, item = network
    desk.clock.forward()
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("The meeting decides."))
    desk.proposals.note_objection(put.key)
    desk.clock.forward()
    return desk.voting.open(Ballot(meeting.key, item.key, method, put.key))


def cast(desk: Desk, key: Key, state: StateCode, answer: Answer, act: Act = Act.ANSWER) -> None:
    """An answer, some seconds after the one before."""
    desk.clock.forward(0.1)
    desk.voting.cast(Cast(key, state, answer, act, reason="It was not so." if act is Act.REKEYED else ""))


@dataclass(frozen=True)
class Told:
    """What the minutes say in their paragraphs, whom their annex names, who attended, and the list."""

    minutes: str
    annex: frozenset[str]
    attended: frozenset[StateCode]
    listed: str


def told(network: Network) -> Told:
    """What the papers of the meeting say of who was there."""
    desk, meeting, _ = network
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
        minuted = read_minuted(session, facts, desk.states)
    text = "\n".join(one.text[Language.EN] for one in draft(facts)).replace("\u2068", "").replace("\u2069", "")
    annex = frozenset(one.said_in(ENGLISH) for capacity in Capacity for one in minuted.coming(capacity))
    (content,) = Papers(desk.store, desk.states, desk.clock).contents(Request(DocumentKind.PARTICIPANTS, meeting.key))
    assert isinstance(content.paper, RecordPaper)
    return Told(text, annex, facts.attended, kept(content.paper))


def assert_absent(network: Network) -> None:
    """Brazil was not there in any paper, and stands under its apologies."""
    desk, meeting, _ = network
    found = told(network)
    assert ABSENT not in desk.sittings.presence(meeting.key)
    assert "Of the eight members of the Network, seven were represented." in found.minutes
    assert ABSENT not in found.attended
    assert "Ghana" in found.annex
    assert "Brazil" not in found.annex
    assert found.listed.index("Apologies for absence") < found.listed.index("Brazil")
    assert found.listed.count("Brazil") == 1


def test_r27_an_answer_put_right_after_the_announcement_takes_its_presence_back(network: Network) -> None:
    """A stray key gave an absent State an abstention: corrected to no answer, it stood as represented all the same."""
    desk, meeting, _ = network
    on = opened(network, Method.RECORDED)
    cast(desk, on.key, ABSENT, Answer.ABSTAINING)
    assert ABSENT in desk.sittings.presence(meeting.key)
    for state in MEMBERS[1:]:
        cast(desk, on.key, state, YES)
    desk.clock.forward()
    desk.voting.close(on.key)
    cast(desk, on.key, ABSENT, Answer.NO_ANSWER, Act.REKEYED)
    assert_absent(network)
    (delegation,) = [one for one in desk.sittings.roll(meeting.key).delegations if one.state.iso3 == ABSENT]
    assert delegation.presence is None, "it is absent with apologies again, as before the key"
    with desk.store.read() as session:
        assert verify(session).faults == ()


def test_r27_a_state_marked_absent_before_its_answer_is_put_right_was_never_there(network: Network) -> None:
    """The mark of its absence, 54 seconds on, is none of a delegation that left."""
    desk, meeting, _ = network
    on = opened(network, Method.RECORDED)
    cast(desk, on.key, ABSENT, Answer.ABSTAINING)
    for state in MEMBERS[1:]:
        cast(desk, on.key, state, YES)
    desk.voting.close(on.key)
    desk.clock.forward(0.9)
    desk.sittings.record(meeting.key, [ABSENT], PresenceKind.LEFT)
    cast(desk, on.key, ABSENT, Answer.NO_ANSWER, Act.REKEYED)
    assert_absent(network)
    assert not [one for one in desk.sittings.presence_events(meeting.key) if one.state == ABSENT]


def test_r27_an_answer_keyed_again_in_a_roll_call_that_is_broken_off_made_nobody_present(network: Network) -> None:
    """Y on an absent State, Backspace, 0; the vote was broken off, and the minutes named it as represented."""
    desk, meeting, _ = network
    on = opened(network, Method.ROLL_CALL)
    assert on.entitled[0] == ABSENT
    cast(desk, on.key, ABSENT, YES)
    cast(desk, on.key, ABSENT, Answer.NO_ANSWER, Act.REKEYED)
    assert ABSENT not in desk.sittings.presence(meeting.key)
    cast(desk, on.key, on.entitled[1], NO)
    desk.voting.break_off(on.key, "The lights went out.")
    assert_absent(network)


def test_r27_an_answer_of_a_broken_off_vote_that_was_not_put_right_makes_nobody_attend_by_itself(
    network: Network,
) -> None:
    """It can be put right no more, so that marking the State absent at once is what is left."""
    desk, meeting, _ = network
    on = opened(network, Method.ROLL_CALL)
    cast(desk, on.key, ABSENT, YES)
    desk.voting.break_off(on.key, "The lights went out.")
    desk.clock.forward(0.3)
    desk.sittings.record(meeting.key, [ABSENT], PresenceKind.LEFT)
    assert ABSENT not in told(network).attended


def test_r27_who_answers_otherwise_or_passes_was_there_all_the_same(network: Network) -> None:
    desk, meeting, _ = network
    on = opened(network, Method.ROLL_CALL)
    cast(desk, on.key, ABSENT, YES)
    arrived = desk.sittings.presence_events(meeting.key)[-1]
    cast(desk, on.key, ABSENT, NO, Act.REKEYED)
    assert desk.sittings.presence_events(meeting.key)[-1] == arrived
    cast(desk, on.key, ABSENT, Answer.PASSED, Act.REKEYED)
    assert ABSENT in desk.sittings.presence(meeting.key), "who passes is there"
    cast(desk, on.key, ABSENT, Answer.NO_ANSWER, Act.REKEYED)
    assert ABSENT not in desk.sittings.presence(meeting.key), "both answers were none"
    cast(desk, on.key, ABSENT, YES, Act.REKEYED)
    assert ABSENT in desk.sittings.presence(meeting.key)


def test_r27_who_did_something_else_then_or_since_stays_present(network: Network) -> None:
    desk, meeting, item = network
    on = opened(network, Method.RECORDED)
    cast(desk, on.key, ABSENT, YES)
    for state in MEMBERS[1:]:
        cast(desk, on.key, state, YES)
    desk.voting.close(on.key)
    desk.clock.forward()
    given = desk.floor.give(meeting.key, item.key, ABSENT, Language.EN)
    cast(desk, on.key, ABSENT, Answer.NO_ANSWER, Act.REKEYED)
    assert ABSENT in desk.sittings.presence(meeting.key)
    desk.clock.forward()
    desk.sittings.forget(given.key)
    assert ABSENT in desk.sittings.presence(meeting.key), "the arrival is that of the answer, and stays"


def test_r27_who_was_noted_as_present_before_stays_so(network: Network) -> None:
    desk, meeting, _ = network
    on = opened(network, Method.RECORDED)
    noted = desk.sittings.presence_events(meeting.key)
    cast(desk, on.key, "GHA", YES)
    cast(desk, on.key, "GHA", Answer.NO_ANSWER, Act.REKEYED)
    assert desk.sittings.presence_events(meeting.key) == noted


# Struck out


def test_a_presence_recorded_by_mistake_is_struck_out_of_every_paper_in_one_step(network: Network) -> None:
    desk, meeting, _ = network
    on = opened(network, Method.RECORDED)
    desk.voting.break_off(on.key, "The lights went out.")
    desk.sittings.record(meeting.key, [ABSENT], PresenceKind.ARRIVED)
    desk.clock.forward(30)
    desk.sittings.record(meeting.key, [ABSENT], PresenceKind.LEFT)
    desk.clock.forward()
    noted = desk.sittings.presence_events(meeting.key)
    before = told(network)
    assert ABSENT in before.attended
    assert "Brazil" in before.annex
    struck = desk.sittings.strike_out(meeting.key, ABSENT)
    assert (struck.state.iso3, struck.sitting, struck.before) == (ABSENT, 1, False)
    assert_absent(network)
    last = steps(desk.store).undo
    assert last is not None
    assert last.verb == "strike out who was never there"
    undo(desk.store)
    assert desk.sittings.presence_events(meeting.key) == noted
    redo(desk.store)
    assert_absent(network)
    with desk.store.read() as session:
        assert verify(session).faults == ()


def test_who_did_something_in_the_sitting_is_not_struck_out_and_it_is_said_what(network: Network) -> None:
    desk, meeting, item = network
    on = opened(network, Method.RECORDED)
    cast(desk, on.key, ABSENT, YES)
    with pytest.raises(Refusal) as refused:
        desk.sittings.strike_out(meeting.key, ABSENT)
    why = refused.value.said_in(ENGLISH)
    assert why.startswith("Brazil answered in a vote at 09:04"), why
    assert "nothing was struck out" in why
    desk.voting.break_off(on.key, "The lights went out.")
    desk.sittings.strike_out(meeting.key, ABSENT)
    assert_absent(network)
    desk.clock.forward()
    desk.floor.give(meeting.key, item.key, ABSENT, Language.EN)
    with pytest.raises(Refusal, match="had the floor"):
        desk.sittings.strike_out(meeting.key, ABSENT)


def corrected(network: Network, *, resumed: bool) -> datetime.time:
    """Ghana answers, and is put right after the sitting, or in the one after it; when it answered, on the clock."""
    desk, meeting, _ = network
    on = opened(network, Method.RECORDED)
    cast(desk, on.key, ABSENT, Answer.NO_ANSWER)
    cast(desk, on.key, "GHA", YES)
    answered = local(meeting, desk.clock()).time()
    desk.clock.forward(3)
    for state in MEMBERS[1:]:
        if state != "GHA":
            cast(desk, on.key, state, YES)
    desk.voting.close(on.key)
    desk.clock.forward(5)
    desk.sittings.next(meeting.key)
    if resumed:
        desk.meetings.save_sitting(
            Sitting(new_key(), meeting.key, 2, OPENS, datetime.time(15), datetime.time(18)),
        )
        desk.clock.forward(60)
        desk.sittings.next(meeting.key)
    desk.clock.forward(5)
    cast(desk, on.key, "GHA", NO, Act.REKEYED)
    return answered


@pytest.mark.parametrize("resumed", [False, True])
def test_r27_who_answered_otherwise_than_was_keyed_is_not_struck_out_of_its_sitting(
    network: Network, *, resumed: bool
) -> None:
    """It was taken for there when its answer was put right: out of its own sitting it went, though it had voted."""
    desk, meeting, _ = network
    answered = corrected(network, resumed=resumed)
    if resumed:
        struck = desk.sittings.strike_out(meeting.key, "GHA")
        assert (struck.sitting, struck.before) == (2, True), "in which it did nothing"
    with pytest.raises(Refusal) as refused:
        desk.sittings.strike_out(meeting.key, "GHA")
    assert refused.value.said_in(ENGLISH).startswith(f"Ghana answered in a vote at {answered:%H:%M}, so that")
    found = told(network)
    assert "GHA" in found.attended
    assert "seven were represented" in found.minutes


def test_r27_an_answer_that_is_put_right_later_makes_nobody_there_when_its_floor_is_taken_back(
    network: Network,
) -> None:
    """The correction is none of its acts in the sitting in which it is written."""
    desk, meeting, item = network
    corrected(network, resumed=True)
    desk.sittings.record(meeting.key, ["GHA"], PresenceKind.LEFT)
    desk.clock.forward(5)
    given = desk.floor.give(meeting.key, item.key, "GHA", Language.EN)
    assert "GHA" in desk.sittings.presence(meeting.key)
    desk.clock.forward()
    (on,) = desk.voting.votes(meeting.key)
    cast(desk, on.key, "GHA", YES, Act.REKEYED)
    desk.sittings.forget(given.key)
    assert "GHA" not in desk.sittings.presence(meeting.key)
    assert "GHA" in told(network).attended


def test_r19_a_pass_that_was_keyed_for_who_is_absent_and_then_silent_bars_no_striking_out(network: Network) -> None:
    desk, meeting, _ = network
    on = opened(network, Method.ROLL_CALL)
    for state in on.entitled:
        cast(desk, on.key, state, Answer.PASSED if state == ABSENT else YES)
    assert ABSENT in desk.sittings.presence(meeting.key)
    desk.clock.forward(0.1)
    cast(desk, on.key, ABSENT, Answer.NO_ANSWER)
    desk.clock.forward(0.1)
    desk.voting.close(on.key)
    desk.sittings.strike_out(meeting.key, ABSENT)
    assert ABSENT not in told(network).attended


def test_who_is_nowhere_noted_cannot_be_struck_out(network: Network) -> None:
    desk, meeting, _ = network
    opened(network, Method.RECORDED)
    with pytest.raises(Refusal, match="nowhere noted as present"):
        desk.sittings.strike_out(meeting.key, ABSENT)


def test_of_two_sittings_the_last_is_struck_out_and_the_one_before_stays(network: Network) -> None:
    """It spoke in the first one, and was noted in the second only because nobody had noted that it left."""
    desk, meeting, item = network
    opened(network, Method.RECORDED)
    desk.voting.break_off(desk.voting.votes(meeting.key)[0].key, "The lights went out.")
    desk.floor.give(meeting.key, item.key, "GHA", Language.EN)
    desk.clock.forward(60)
    desk.sittings.next(meeting.key)
    second = Sitting(new_key(), meeting.key, 2, OPENS, datetime.time(15), datetime.time(18))
    desk.meetings.save_sitting(second)
    desk.clock.forward(60)
    desk.sittings.next(meeting.key)
    desk.clock.forward(20)
    struck = desk.sittings.strike_out(meeting.key, "GHA")
    assert (struck.sitting, struck.before) == (2, True)
    assert "GHA" not in desk.sittings.presence(meeting.key)
    assert "GHA" in told(network).attended
    with pytest.raises(Refusal, match="had the floor"):
        desk.sittings.strike_out(meeting.key, "GHA")
    struck = desk.sittings.strike_out(meeting.key, "IDN")
    assert (struck.sitting, struck.before) == (2, True)
    struck = desk.sittings.strike_out(meeting.key, "IDN")
    assert (struck.sitting, struck.before) == (1, False)
    assert "IDN" not in told(network).attended
    assert not [one for one in desk.sittings.presence_events(meeting.key) if one.state == "IDN"]


def test_a_list_of_participants_issued_before_a_presence_was_struck_out_is_older(network: Network) -> None:
    desk, meeting, _ = network
    on = opened(network, Method.RECORDED)
    desk.voting.break_off(on.key, "The lights went out.")
    desk.sittings.record(meeting.key, [ABSENT], PresenceKind.ARRIVED)
    desk.clock.forward()
    papers, request = Papers(desk.store, desk.states, desk.clock), Request(DocumentKind.PARTICIPANTS, meeting.key)

    def cautions() -> list[str]:
        (content,) = papers.contents(request)
        return [one.said_in(ENGLISH) for one in content.cautions]

    papers.issue(replace(request, editions=SEPARATE[:1]), OPENS)
    assert not any("is older than the presence" in one for one in cautions())
    desk.sittings.strike_out(meeting.key, ABSENT)
    assert any("is older than the presence" in one for one in cautions())
