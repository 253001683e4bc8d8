"""Totals put right after the announcement: both results are kept, and what was decided follows (R27 and part E)."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.amendments import AmendmentAct, VersionCause
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.compliance.known import known_on
from nmirf_desktop.domain.corrected_totals import Totals, as_announced
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Minutes, MinutesState
from nmirf_desktop.domain.motions import Ruling
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.replay import StepKind
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Method, Outcome, Vote, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.committees import TERMS
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.undo import steps, undo
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.storage.voting import VOTES
from tests import registers
from tests.domain.test_replay import told
from tests.registers import Hand, corrections_of, said
from tests.services.test_elections import check_secret

Room = tuple[Secretariat, Meeting, AgendaItem, Hand]
EN = catalog(Language.EN)
WHY = "The tellers had added up wrongly."
YES, EQUAL = HandCount(4, 3, 1), HandCount(4, 4, 0)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A small network that meets today, and everybody is there."""
    path = tmp_path / "register.nmirf"
    meeting, item, _ = registers.networked(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author="rapporteur", clock=clock) as store:
        desk = Secretariat(store, clock)
        desk.sittings.all_arrive(meeting.key)
        yield desk, meeting, item, clock


def announced(
    room: Room,
    hands: HandCount,
    method: Method = Method.SHOW_OF_HANDS,
    kind: VoteKind = VoteKind.PROPOSAL,
    declared: Outcome | None = None,
) -> Vote:
    """A vote without names that is over; of a secret ballot eight papers went out."""
    desk, meeting, item, _ = room
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.note_objection(put.key)
    proposal = put.key if kind is VoteKind.PROPOSAL else None
    opened = desk.voting.open(Ballot(meeting.key, item.key, method, proposal, kind, said("?")))
    return closed(room, opened, hands, declared)


def closed(room: Room, vote: Vote, hands: HandCount, declared: Outcome | None = None) -> Vote:
    """A vote that was counted and announced."""
    desk, _, _, clock = room
    clock.forward()
    if vote.method is Method.SECRET_BALLOT:
        came = hands.in_favour + hands.against + hands.abstaining
        desk.secret_votes.count(vote.key, 0, hands, len(vote.entitled), came)
    else:
        desk.voting.record_hands(vote.key, hands)
    desk.voting.close(vote.key, declared, "Misheard." if declared else "")
    clock.forward()
    return vote


def right(hands: HandCount, invalid: int = 0) -> Totals:
    """Other totals; where papers were counted, all that are told came back."""
    came = hands.in_favour + hands.against + hands.abstaining + invalid
    return Totals(hands, Papers(8, came, invalid, (), (), ()))


WITHOUT_NAMES = pytest.mark.parametrize("method", [Method.SHOW_OF_HANDS, Method.SECRET_BALLOT])


@WITHOUT_NAMES
def test_r27_totals_that_turn_the_outcome_take_the_decision_out_and_both_results_are_kept(
    room: Room, method: Method
) -> None:
    desk, meeting, _, _ = room
    vote = announced(room, YES, method)
    (decision,) = desk.proposals.decisions(meeting.key)
    warning = desk.corrected_totals.foresee(vote.key, right(EQUAL))
    assert warning.turns
    said_before = warning.said_in(EN)
    assert "the Chair announces it again; both results are kept" in said_before
    assert f"Decision {decision.year}/{decision.number} is no decision any more" in said_before
    desk.corrected_totals.correct(vote.key, right(EQUAL), WHY)
    board = desk.voting.board(vote.key)
    assert board.corrected
    assert (board.announced.in_favour, board.announced.against, board.announced.abstaining) == (4, 3, 1)
    assert (board.announced.outcome, board.outcome) == (Outcome.ADOPTED, Outcome.NOT_ADOPTED)
    assert desk.proposals.decisions(meeting.key) == ()
    assert desk.proposals.all(meeting.key)[0].lost
    assert steps(desk.store).undo is None, "what was announced again is no step of undo"
    with pytest.raises(Refusal):
        undo(desk.store)
    with desk.store.read() as session:
        assert ENTRIES.all(session)[-1].verb == "correct the record of a vote"
        assert not verify(session).faults


@WITHOUT_NAMES
def test_r27_totals_that_turn_the_outcome_make_the_decision_of_the_day_of_the_vote(room: Room, method: Method) -> None:
    desk, meeting, _, clock = room
    vote = announced(room, EQUAL, method)
    warning = desk.corrected_totals.foresee(vote.key, right(YES))
    assert "The proposal becomes a numbered decision." in warning.said_in(EN)
    clock.forward(60 * 24)
    desk.corrected_totals.correct(vote.key, right(YES), WHY)
    (decision,) = desk.proposals.decisions(meeting.key)
    assert (decision.vote, decision.number, decision.adopted_on) == (vote.key, 1, meeting.opens_on)


def test_r27_several_corrections_in_a_row_are_kept_each_with_its_moment_and_reason(room: Room) -> None:
    desk, _, _, clock = room
    vote = announced(room, YES)
    clock.at -= datetime.timedelta(hours=1)  # the clock was set back
    for number, hands in enumerate((EQUAL, HandCount(5, 3, 0), YES)):
        desk.corrected_totals.correct(vote.key, right(hands), f"Reason {number}")
    kept = corrections_of(desk.store, vote.key)
    assert [one.before_hands for one in kept] == [YES, EQUAL, HandCount(5, 3, 0)]
    assert [one.reason for one in kept] == ["Reason 0", "Reason 1", "Reason 2"]
    (held,) = desk.voting.votes(room[1].key)
    assert held.hands == YES
    assert held.closed_at is not None
    moments = [held.closed_at, *(one.at for one in kept)]
    assert moments == sorted(set(moments)), "each later than the announcement and the one before"


def test_r27_totals_are_put_right_with_a_reason_and_after_the_announcement_alone(room: Room) -> None:
    desk, meeting, item, _ = room
    vote = announced(room, YES)
    for reason in ("", "  "):
        with pytest.raises(Problem, match="Give the reason") as missing:
            desk.corrected_totals.correct(vote.key, right(EQUAL), reason)
        assert missing.value.field_name == "reason"
    with pytest.raises(Refusal, match="hands were counted, but"):
        desk.corrected_totals.correct(vote.key, right(HandCount(5, 3, 1)), WHY)
    with pytest.raises(Refusal, match="cannot be negative"):
        desk.corrected_totals.foresee(vote.key, right(HandCount(5, -1, 1)))
    desk.corrected_totals.correct(vote.key, right(YES), WHY)
    assert corrections_of(desk.store, vote.key) == (), "what stands already is not written again"
    for method in (Method.SHOW_OF_HANDS, Method.ROLL_CALL):
        asked = Ballot(meeting.key, item.key, method, kind=VoteKind.PROCEDURAL, question=said("Close?"))
        still_open = desk.voting.open(asked)
        with pytest.raises(Refusal, match="announced vote without names"):
            desk.corrected_totals.correct(still_open.key, right(YES), WHY)
        if method is Method.SHOW_OF_HANDS:
            closed(room, still_open, YES)


def test_r18_r27_the_papers_of_a_secret_ballot_are_put_right_as_they_are_counted(room: Room) -> None:
    desk = room[0]
    vote = announced(room, YES, Method.SECRET_BALLOT)
    with pytest.raises(Problem, match="papers were returned, but"):
        desk.corrected_totals.correct(vote.key, right(YES, invalid=1), WHY)
    papers = Papers(8, 8, 0, (), (), ())
    with pytest.raises(Problem, match="papers were counted, but"):
        desk.corrected_totals.correct(vote.key, Totals(HandCount(4, 3, 0), papers), WHY)
    desk.corrected_totals.correct(vote.key, right(HandCount(4, 3, 0), invalid=1), WHY)
    held, kept = desk.voting.votes(room[1].key)[0], corrections_of(desk.store, vote.key)
    assert held.papers == Papers(8, 8, 1, (), (), ())
    assert as_announced(held, kept).papers == Papers(8, 8, 0, (), (), ())


def test_r27_where_the_chair_s_word_stands_other_totals_announce_no_other_outcome(room: Room) -> None:
    desk, meeting, _, _ = room
    vote = announced(room, YES, declared=Outcome.NOT_ADOPTED)
    warning = desk.corrected_totals.foresee(vote.key, right(EQUAL))
    assert not warning.turns
    desk.corrected_totals.correct(vote.key, right(EQUAL), WHY)
    desk.corrected_totals.correct(vote.key, right(HandCount(8, 0, 0)), WHY)
    (held,) = desk.voting.votes(meeting.key)
    assert (held.declared, held.divergence) == (Outcome.NOT_ADOPTED, "Misheard.")
    assert desk.proposals.decisions(meeting.key) == ()


def test_r27_a_decision_that_appointed_the_committee_stands_and_so_do_the_totals(room: Room) -> None:
    desk, meeting, _, _ = room
    vote = announced(room, YES)
    (decision,) = desk.proposals.decisions(meeting.key)
    with desk.store.write("appoint the Committee", Subject.COMMITTEE) as session:
        TERMS.save(session, Term("term", Period(meeting.opens_on), meeting.opens_on, meeting.key, decision.key))
    with pytest.raises(Refusal, match="appointed by this decision"):
        desk.corrected_totals.foresee(vote.key, right(EQUAL))
    with pytest.raises(Refusal, match="appointed by this decision"):
        desk.corrected_totals.correct(vote.key, right(EQUAL), WHY)
    assert desk.proposals.decisions(meeting.key) == (decision,)
    assert not desk.voting.board(vote.key).corrected
    assert corrections_of(desk.store, vote.key) == ()


def test_r27_minutes_that_were_approved_need_a_corrigendum(room: Room) -> None:
    desk, meeting, _, _ = room
    vote = announced(room, YES)
    assert "corrigendum" not in desk.corrected_totals.foresee(vote.key, right(EQUAL)).said_in(EN)
    with desk.store.write("approve the minutes", Subject.MINUTES) as session:
        MINUTES.save(session, Minutes("minutes", meeting.key, MinutesState.APPROVED, approved_on=meeting.closes_on))
    assert desk.corrected_totals.foresee(vote.key, right(EQUAL)).said_in(EN).endswith("they need a corrigendum.")


# -- what was decided follows ------------------------------------------------------------------------------------------


def test_r22_r27_the_text_follows_the_totals_on_an_amendment(room: Room) -> None:
    desk, meeting, item, _ = room
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides to meet."))
    amendment = desk.amendments.move(put.key, Wording(AmendmentAct.ADDS, "to meet", "every year"))
    desk.amendments.note_objection(amendment.key)
    asked = Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, put.key, VoteKind.AMENDMENT, amendment=amendment.key)
    vote = closed(room, desk.voting.open(asked), YES)
    assert desk.proposals.all(meeting.key)[0].proposal.text.en == "Decides to meet every year."
    desk.corrected_totals.correct(vote.key, right(EQUAL), WHY)
    (file,) = desk.proposals.all(meeting.key)
    assert file.proposal.text.en == "Decides to meet."
    assert file.versions[-1].cause is VersionCause.CORRECTED
    desk.corrected_totals.correct(vote.key, right(YES), WHY)
    assert desk.proposals.all(meeting.key)[0].proposal.text.en == "Decides to meet every year."


def test_r26_r27_a_reconsideration_that_by_the_totals_was_not_granted_leaves_the_decision(room: Room) -> None:
    desk, meeting, item, _ = room
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    first = desk.proposals.adopt_by_consensus(put.key)
    room[3].forward()
    motion = desk.text_motions.reconsider(put.key)
    asked = Ballot(
        meeting.key, item.key, Method.SECRET_BALLOT, put.key, VoteKind.RECONSIDERATION, text_motion=motion.key
    )
    vote = closed(room, desk.voting.open(asked), YES)
    assert desk.proposals.decisions(meeting.key) == ()
    warning = desk.corrected_totals.foresee(vote.key, right(EQUAL)).said_in(EN)
    assert warning.endswith("its decision stands, with its number.")
    desk.corrected_totals.correct(vote.key, right(EQUAL), WHY)
    (again,) = desk.proposals.decisions(meeting.key)
    assert (again.number, again.text) == (first.number, first.text)


def test_r24_r27_a_ruling_stands_or_falls_with_the_totals_on_the_appeal(room: Room) -> None:
    desk, meeting, item, _ = room
    point = desk.motions.raise_point(meeting.key, item.key, "GHA", Language.EN)
    desk.motions.rule(point.key, Ruling.NOT_UPHELD)
    desk.motions.appeal(point.key, "GHA")
    asked = Ballot(
        meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.APPEAL, question=said("?"), point=point.key
    )
    vote = closed(room, desk.voting.open(asked), YES)
    before = desk.motions.points(meeting.key)
    desk.corrected_totals.correct(vote.key, right(EQUAL), WHY)
    assert desk.motions.points(meeting.key) != before, "the ruling stands after all"
    desk.corrected_totals.correct(vote.key, right(YES), WHY)
    assert desk.motions.points(meeting.key) == before


# -- told afterwards ---------------------------------------------------------------------------------------------------


@WITHOUT_NAMES
def test_a_replay_tells_each_correction_after_what_the_chair_announced(room: Room, method: Method) -> None:
    desk = room[0]
    vote = announced(room, YES, method)
    desk.corrected_totals.correct(vote.key, right(EQUAL), WHY)
    room[3].forward()
    desk.corrected_totals.correct(vote.key, right(HandCount(3, 5, 0)), "Once more.")
    replay = desk.replays.of(vote.key)
    kinds = [StepKind.OPENED, StepKind.COUNTED, StepKind.ANNOUNCED, StepKind.CORRECTED, StepKind.CORRECTED]
    assert [one.kind for one in replay.steps] == kinds
    counted = [one.vote.hands for one in replay.steps]
    assert counted == [None, YES, YES, EQUAL, HandCount(3, 5, 0)]
    assert [one.reason for one in replay.steps[3:]] == [WHY, "Once more."]
    assert told(replay)[2] == "The Chair announces the result: adopted"
    assert told(replay)[3].startswith("The record is corrected. ")
    boards = [replay.board(number) for number in range(len(replay.steps))]
    assert [board.corrected for board in boards] == [False, False, False, True, True]
    assert boards[-1] == desk.voting.board(vote.key)


def test_r18_a_secret_ballot_that_is_put_right_links_no_voter_to_a_vote(room: Room) -> None:
    desk, meeting, item, _ = room
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.note_objection(put.key)
    vote = desk.voting.open(Ballot(meeting.key, item.key, Method.SECRET_BALLOT, put.key))
    order = vote.entitled
    desk.secret_votes.count(vote.key, 0, HandCount(2, 1, 0), 3, 3)
    desk.voting.close(vote.key)
    desk.corrected_totals.correct(vote.key, Totals(HandCount(1, 2, 0), Papers(3, 3, 0, (), (), ())), WHY)
    desk.corrected_totals.correct(vote.key, Totals(HandCount(1, 1, 0), Papers(3, 3, 1, (), (), ())), "Once more.")
    for act in (
        lambda: undo(desk.store),
        lambda: desk.secret_votes.count(vote.key, 0, HandCount(2, 1, 0)),
        lambda: desk.voting.cast(Cast(vote.key, order[0], Answer.IN_FAVOUR, Act.REKEYED, reason="x")),
    ):
        with pytest.raises(Refusal):
            act()
    check_secret(desk.store, vote.key, order)
    (held,) = desk.voting.votes(meeting.key)
    assert held.papers is not None
    assert not held.papers.marked
    raw = b"".join(one.read_bytes() for one in desk.store.path.parent.glob("register.nmirf*"))
    for code in order:
        for totals in (b"in_favour", b"against", b"abstaining"):
            assert code.encode() + b" " + totals not in raw
            assert totals + b" " + code.encode() not in raw


# -- whatever is pressed -----------------------------------------------------------------------------------------------

NUMBERS = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 3))
PRESSED = st.lists(st.one_of(st.just("undo"), st.just("count"), st.just("close"), NUMBERS), max_size=10)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pressed=PRESSED, secret=st.booleans())
def test_r27_no_order_of_corrections_and_undo_loses_what_was_announced(
    room: Room, pressed: list[str | tuple[int, int, int]], secret: bool
) -> None:
    desk, meeting, _, clock = room
    vote = announced(room, YES, Method.SECRET_BALLOT if secret else Method.SHOW_OF_HANDS)
    stood: list[HandCount] = [YES]
    for one in pressed:
        clock.forward()
        try:
            match one:
                case "undo":
                    undo(desk.store)
                case "count" if secret:
                    desk.secret_votes.count(vote.key, 0, HandCount(1, 1, 1), 8, 3)
                case "count":
                    desk.voting.record_hands(vote.key, HandCount(1, 1, 1))
                case "close":
                    desk.voting.close(vote.key)
                case str():
                    raise AssertionError(one)
                case (in_favour, against, abstaining):
                    hands = HandCount(int(in_favour), int(against), int(abstaining))
                    desk.corrected_totals.correct(vote.key, right(hands), WHY)
                    if hands != stood[-1]:
                        stood.append(hands)
        except (Refusal, Problem):
            pass
        with desk.store.read() as session:
            held = VOTES.get(session, vote.key)
            assert not verify(session).faults
        kept = corrections_of(desk.store, vote.key)
        assert held.hands == stood[-1]
        assert [each.before_hands for each in kept] == stood[:-1], "each change of a closed vote has its record"
        assert as_announced(held, kept).hands == YES
        board = desk.voting.board(vote.key)
        assert (board.announced.in_favour, board.announced.against) == (4, 3)
        adopted = stood[-1].in_favour > stood[-1].against
        assert any(made.vote == vote.key for made in desk.proposals.decisions(meeting.key)) is adopted


def test_r14_an_earlier_day_knows_no_decision_that_a_later_correction_made(room: Room) -> None:
    """It said that nothing was adopted, yet a decision rested on it."""
    desk, meeting, _, clock = room
    day = clock.at.date()
    announced(room, EQUAL)
    (shown,) = desk.voting.votes(meeting.key)
    clock.forward(24 * 60)
    desk.corrected_totals.correct(shown.key, right(YES), WHY)
    assert len(desk.proposals.decisions(meeting.key)) == 1
    before, after = (desk.compliance.check(on) for on in (day, clock.at.date()))
    assert {one.state for one in before if one.rule == "R14"} == {FindingState.KEPT}
    assert {one.state for one in after if one.rule == "R14"} == {FindingState.KEPT}
    facts = desk.compliance.facts()
    assert (len(known_on(facts, day).decisions), len(known_on(facts, clock.at.date()).decisions)) == (0, 1)


def test_r14_an_earlier_day_knows_no_decision_of_answers_that_were_put_right_later(room: Room) -> None:
    desk, meeting, item, clock = room
    day = clock.at.date()
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.note_objection(put.key)
    vote = desk.voting.open(Ballot(meeting.key, item.key, Method.RECORDED, put.key))
    given = {"PRY": Answer.IN_FAVOUR, "GHA": Answer.AGAINST}
    for state in registers.MEMBERS:
        answer = given.get(state, Answer.ABSTAINING)
        desk.voting.cast(Cast(vote.key, state, answer))
    clock.forward()
    desk.voting.close(vote.key)
    clock.forward(24 * 60)
    desk.voting.cast(Cast(vote.key, "GHA", Answer.ABSTAINING, Act.REKEYED, reason="Mis-keyed."))
    assert len(desk.proposals.decisions(meeting.key)) == 1
    facts = desk.compliance.facts()
    assert (len(known_on(facts, day).decisions), len(known_on(facts, clock.at.date()).decisions)) == (0, 1)


def test_r27_an_earlier_day_still_knows_the_decision_that_a_later_correction_took_out(room: Room) -> None:
    """Asked what was known on the day of the vote, the register said that nothing had been decided."""
    desk, meeting, _, clock = room
    day = clock.at.date()
    vote = announced(room, YES)
    (stood,) = desk.proposals.decisions(meeting.key)
    days = [day]
    for hands in (EQUAL, HandCount(5, 3, 0), EQUAL):
        clock.forward(24 * 60)
        desk.corrected_totals.correct(vote.key, right(hands), WHY)
        days.append(clock.at.date())
    assert desk.proposals.decisions(meeting.key) == ()
    facts = desk.compliance.facts()
    known = [known_on(facts, one).decisions for one in days]
    assert known[0] == (stood,)
    assert [len(one) for one in known] == [1, 0, 1, 0]
    assert [one.number for one in known[2]] == [stood.number]
    assert known_on(facts, day - datetime.timedelta(days=1)).decisions == ()
    for on in days:
        assert {one.state for one in desk.compliance.check(on) if one.rule == "R14"} == {FindingState.KEPT}
    told = [decided(desk, one) for one in (day, days[1])]
    assert ["Decides." in one for one in told] == [True, False]


def decided(desk: Secretariat, on: datetime.date) -> str:
    """What the register of all decisions says on a day."""
    made = desk.papers.contents(Request(DocumentKind.DECISIONS, None, on=on))
    return str([content.paper for content in made])


def test_r26_the_days_before_a_reconsideration_still_know_what_was_decided(room: Room) -> None:
    desk, meeting, item, clock = room
    day = clock.at.date()
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    stood = desk.proposals.adopt_by_consensus(put.key)
    clock.forward(24 * 60)
    desk.text_motions.agree(desk.text_motions.reconsider(put.key).key)
    facts = desk.compliance.facts()
    assert known_on(facts, day).decisions == (stood,)
    assert known_on(facts, clock.at.date()).decisions == ()


def test_what_was_recorded_as_decided_by_mistake_no_day_knows(room: Room) -> None:
    desk, meeting, item, clock = room
    day = clock.at.date()
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.adopt_by_consensus(put.key)
    clock.forward(24 * 60)
    desk.proposals.reopen(put.key)
    assert known_on(desk.compliance.facts(), day).decisions == ()
