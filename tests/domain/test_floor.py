"""The floor: lists, times, precedence; what R24 and R25 say of motions, points of order and votes; the minutes."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.amendments import Amendment, AmendmentAct
from nmirf_desktop.domain.compliance import Finding, FindingState, RegisterFacts, check
from nmirf_desktop.domain.compliance.known import known_on
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.elections import BallotKind, Body, Election, ElectionBallot
from nmirf_desktop.domain.floor import (
    ListedSpeaker,
    SpeakersList,
    SpeakingTime,
    check_listing,
    check_minutes,
    limit_of,
    moved,
    on_the_floor,
)
from nmirf_desktop.domain.motions import (
    Fate,
    Motion,
    MotionKind,
    PointOfOrder,
    Ruling,
    check_appeal,
    in_precedence,
    stands,
)
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import Intervention, InterventionKind, PauseReason, SittingPause
from nmirf_desktop.domain.voting import HandCount, Method, Outcome, VoteKind
from nmirf_desktop.i18n import Language, catalog
from tests.domain import test_compliance as known
from tests.domain.facts import OPENING, STATES, item, moment, vote

EN = catalog(Language.EN)
ITEM = item(known.ANNUAL)
MEETING = known.ANNUAL.key
POINT, FOR, AGAINST = InterventionKind.POINT_OF_ORDER, InterventionKind.FOR_MOTION, InterventionKind.AGAINST_MOTION


def at(clock: str) -> datetime.datetime:
    return moment(f"2026-01-28T{clock}")


def heard(state: str, clock: str, kind: InterventionKind = InterventionKind.STATEMENT, **more: object) -> Intervention:
    return Intervention(f"{state}-{clock}", MEETING, ITEM.key, at(clock), state, kind=kind, **more)  # type: ignore[arg-type]


def motion(state: str, clock: str, kind: MotionKind, **more: object) -> Motion:
    return Motion(f"motion-{state}-{clock}", MEETING, ITEM.key, kind, at(clock), state, **more)  # type: ignore[arg-type]


def point(state: str, clock: str, **more: object) -> PointOfOrder:
    said = f"{state}-{clock}"
    return PointOfOrder(f"point-{said}", MEETING, ITEM.key, said, state, at(clock), **more)  # type: ignore[arg-type]


def ruled(state: str, clock: str, ruling_at: str, **more: object) -> PointOfOrder:
    return point(state, clock, ruling=Ruling.NOT_UPHELD, ruled_at=at(ruling_at), **more)


def departures(facts: RegisterFacts, number: str, on: str = known.TODAY) -> list[str]:
    """What a rule says beside its default."""
    found = [one for one in check(facts, datetime.date.fromisoformat(on)) if one.rule == number]
    assert {one.state for one in found} == {FindingState.NOT_REGULATED}
    assert all(one.asks_why for one in found[1:])
    assert len({one.about for one in found}) == len(found)
    return [said(one) for one in found[1:]]


def said(finding: Finding) -> str:
    return finding.message.said_in(EN)


# The list and the clock


def listed(*states: str) -> tuple[ListedSpeaker, ...]:
    return tuple(ListedSpeaker(code, MEETING, ITEM.key, place, code) for place, code in enumerate(states))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-7, 7)), max_size=12))
def test_no_move_loses_a_speaker(moves: list[tuple[int, int]]) -> None:
    queue = listed("PRY", "PRT", "MAR", "FIN", "KEN", "FJI")
    for place, by in moves:
        before = [one.key for one in queue]
        queue = moved(queue, before[place], by)
        after = [one.key for one in queue]
        assert after.index(before[place]) == min(max(place + by, 0), 5)
        left = [key for key in before if key != before[place]]
        assert [key for key in after if key != before[place]] == left, "the others keep their order"
        assert [one.position for one in queue] == list(range(6))


def test_a_closed_list_takes_nobody_but_for_the_right_of_reply() -> None:
    closed = SpeakersList("list", MEETING, ITEM.key, closed_at=at("10:00"))
    wanted = ListedSpeaker("new", MEETING, ITEM.key, 3, "KEN")
    check_listing(replace(closed, closed_at=None), listed("PRY"), wanted)
    with pytest.raises(Refusal, match="list of speakers is closed"):
        check_listing(closed, (), wanted)
    check_listing(closed, listed("KEN"), replace(wanted, reply=True))
    with pytest.raises(Refusal, match="waits on the list already"):
        check_listing(None, listed("KEN"), wanted)


def test_the_limit_is_that_of_the_list_else_the_usual_one() -> None:
    own = SpeakersList("list", MEETING, ITEM.key, minutes=5)
    minutes = datetime.timedelta(minutes=1)
    assert limit_of(None, 3) == limit_of(replace(own, minutes=None), 3) == 3 * minutes
    assert (limit_of(own, 3), limit_of(replace(own, minutes=0), 3)) == (5 * minutes, None)
    with pytest.raises(Problem, match="0 for no limit"):
        check_minutes(121)


def test_who_was_interrupted_has_the_floor_again_and_pauses_are_not_spoken() -> None:
    statement, rise = heard("PRY", "10:00"), heard("MAR", "10:02", POINT)
    times = (
        SpeakingTime("1", MEETING, statement.key, at("10:00"), at("10:02")),
        SpeakingTime("2", MEETING, rise.key, at("10:02"), at("10:03")),
    )
    now = on_the_floor((statement, rise), times)
    assert now is not None
    assert now.heard is rise
    back = on_the_floor((statement, replace(rise, ended_at=at("10:03"))), times)
    assert back is not None
    assert (back.heard, back.running, back.spoken(at("10:09"))) == (statement, False, datetime.timedelta(minutes=2))
    again = (*times, SpeakingTime("3", MEETING, statement.key, at("10:04")))
    went_on = on_the_floor((statement, replace(rise, ended_at=at("10:03"))), again)
    assert went_on is not None
    assert (went_on.running, went_on.spoken(at("10:05"))) == (True, datetime.timedelta(minutes=3))
    assert on_the_floor((heard("FIN", "10:00"),), ()) is None, "what was never timed is not on the floor"


def test_r24_motions_have_the_order_of_the_rule() -> None:
    moved_so = [motion("PRY", f"10:0{place}", kind) for place, kind in enumerate(reversed(MotionKind))]
    assert [one.kind for one in in_precedence(moved_so)] == list(MotionKind)


def test_r24_an_appeal_needs_a_ruling_and_a_ruling_stands_unless_overruled() -> None:
    with pytest.raises(Refusal, match="has not ruled yet"):
        check_appeal(point("PRY", "10:00"))
    appealed = ruled("PRY", "10:00", "10:01", appealed_by="MAR", appealed_at=at("10:02"))
    with pytest.raises(Refusal, match="recorded already"):
        check_appeal(appealed)
    assert [stands(one) for one in (None, Outcome.NOT_ADOPTED, Outcome.ADOPTED)] == [True, True, False]


# What check says

VOTED = replace(known.VOTED, items=(ITEM,))
APPEAL = replace(vote(known.L1, "2026-01-28T09:20", known.LIST), key="appeal", kind=VoteKind.APPEAL, proposal=None,
                 method=Method.SHOW_OF_HANDS, drawn=None, point="point-PRY-09:10")  # fmt: skip
"""A vote on an appeal, ten minutes after the point of order of nine past nine."""
DEPARTED = replace(
    VOTED,
    interventions=(
        heard("PRY", "09:10", POINT), heard("PRT", "09:11"), heard("MAR", "09:16"),
        heard("PRT", "10:07"), heard("PRY", "10:20", InterventionKind.EXPLANATION),
        heard("MAR", "09:41", FOR, motion="motion-PRY-09:40"), heard("PRT", "10:08", POINT),
    ),
    points=(
        ruled("PRY", "09:10", "09:12", appealed_by="MAR", appealed_at=at("09:15")),
        ruled("PRT", "10:08", "10:09"),
    ),
    motions=(
        motion("PRY", "09:40", MotionKind.CLOSE_DEBATE, fate=Fate.ADOPTED, settled_at=at("09:45")),
        motion("MAR", "09:42", MotionKind.SUSPEND),
    ),
    votes=(APPEAL, *VOTED.votes),
    proposals=(replace(known.L1, sponsor="PRY"),),
)  # fmt: skip
"""A meeting in which R24 and R25 were departed from in most ways."""


def test_r24_in_order_nothing_is_said_beside_the_default() -> None:
    kept = replace(
        VOTED,
        interventions=(heard("PRY", "09:10", POINT), heard("PRT", "09:30")),
        points=(ruled("PRY", "09:10", "09:12", appealed_by="MAR", appealed_at=at("09:15")),),
        motions=(motion("PRY", "09:40", MotionKind.CLOSE_DEBATE, fate=Fate.WITHDRAWN, settled_at=at("09:45")),),
        votes=(APPEAL, *VOTED.votes),
    )
    assert departures(kept, "R24") == []
    (default, *_) = [one for one in check(kept, datetime.date(2026, 11, 24)) if one.rule == "R24"]
    counts = {fact.name: fact.value for fact in default.facts}
    assert (counts["Procedural motions"], counts["Points of order"]) == (1, 1)


def test_r24_what_did_not_come_at_once_or_in_its_order_is_named() -> None:
    assert departures(DEPARTED, "R24") == [
        "Point of order (Paraguay): statements before the ruling, which the Chair gives at once: 1.",
        "Point of order (Paraguay): statements before the vote on the appeal, which is taken at once: 1.",
        "Motion to close the debate (Paraguay): speakers in favour beside the mover: 1; the rule has 0 (GA 75/117).",
        "Motion to suspend the meeting (Morocco): it is not recorded what became of it.",
        (
            "Motion to suspend the meeting (Morocco): taken up before it, although it comes after it: "
            "Motion to close the debate (Paraguay)."
        ),
        (
            "Motion to suspend the meeting (Morocco): Vote on draft decision NMIRF/2026/L.1 was opened while the "
            "motion waited, which comes before any proposal."
        ),
    ]


def test_r24_what_an_observer_raised_or_moved_is_named() -> None:
    """An observer moved the closure of the debate, and nothing was said of it."""
    states = {one.state for one in VOTED.memberships}
    by = replace(
        VOTED,
        interventions=(heard("FJI", "09:10", POINT),),
        points=(ruled("FJI", "09:10", "09:12", appealed_by="FJI", appealed_at=at("09:15")),),
        motions=(motion("FJI", "09:40", MotionKind.CLOSE_DEBATE, fate=Fate.WITHDRAWN, settled_at=at("09:45")),),
        votes=(replace(APPEAL, point="point-FJI-09:10"), *VOTED.votes),
    )
    assert "FJI" not in states
    assert departures(by, "R24") == [
        "Point of order (Fiji): raised by a State that was not a member on that day.",
        "Point of order (Fiji): the appeal is by a State that was not a member on that day (Fiji).",
        (
            "Motion to close the debate (Fiji): moved by a State that was not a member on that day; "
            "motions are for members."
        ),
    ]


def test_r24_a_day_knows_only_what_happened_by_it() -> None:
    later = replace(
        DEPARTED,
        points=(
            replace(DEPARTED.points[0], ruled_at=moment("2026-01-29T09:00"), appealed_at=moment("2026-01-29T09:05")),
        ),
        motions=(replace(DEPARTED.motions[0], settled_at=moment("2026-01-30T09:00")),),
        interventions=(replace(DEPARTED.interventions[0], ended_at=moment("2026-01-29T09:00")),),
    )  # fmt: skip
    known_then = known_on(later, datetime.date(2026, 1, 28))
    assert (known_then.points[0].ruling, known_then.points[0].appealed_by) == (None, None)
    assert (known_then.motions[0].fate, known_then.interventions[0].ended_at) == (None, None)
    assert known_on(later, datetime.date(2026, 1, 30)).points == later.points
    assert known_on(later, datetime.date(2026, 1, 27)).motions == ()
    assert departures(replace(later, interventions=()), "R24", "2026-01-27") == []


def test_r25_a_vote_is_interrupted_by_a_point_of_order_on_its_conduct_only() -> None:
    assert departures(DEPARTED, "R25") == [
        "Vote on draft decision NMIRF/2026/L.1: the vote was interrupted by a statement (Portugal).",
        (
            "Vote on draft decision NMIRF/2026/L.1: a point of order (Portugal) interrupted it that was not on the "
            "conduct of the voting."
        ),
        "Vote on draft decision NMIRF/2026/L.1: the sponsor of the proposal (Paraguay) explained its vote on it.",
    ]
    conduct = tuple(replace(one, on_voting=True) for one in DEPARTED.points)
    assert len(departures(replace(DEPARTED, points=conduct), "R25")) == len(departures(DEPARTED, "R25")) - 1


def test_r25_no_vote_by_secret_ballot_is_explained_and_no_sponsor_explains_its_own_amendment() -> None:
    """GA 88/128: explanations are not of secret ballots; neither a proposal nor an amendment is its sponsor's to."""
    after = (heard("PRT", "10:20", InterventionKind.EXPLANATION),)
    assert departures(replace(VOTED, interventions=after), "R25") == []
    (whole,) = VOTED.votes
    secret = replace(whole, method=Method.SECRET_BALLOT, drawn=None, hands=HandCount(1, 1, 1))
    assert departures(replace(VOTED, votes=(secret,), positions=(), interventions=after), "R25") == [
        "Vote on draft decision NMIRF/2026/L.1: a vote was explained (Portugal), although the ballot was secret."
    ]
    amendment = Amendment("amendment", known.L1.key, 1, AmendmentAct.ADDS, "", "more", at("09:00"), sponsor="PRT")
    on_it = replace(whole, key="on it", kind=VoteKind.AMENDMENT, amendment="amendment")
    amended = replace(VOTED, amendments=(amendment,), votes=(on_it,), interventions=after)
    assert departures(amended, "R25") == [
        (
            "Vote on an amendment to draft decision NMIRF/2026/L.1: the sponsor of the amendment (Portugal) explained "
            "its vote on it."
        ),
    ]
    sponsored = replace(amended, proposals=(replace(known.L1, sponsor="MAR"),))
    others = replace(sponsored, interventions=(heard("MAR", "10:20", InterventionKind.EXPLANATION),))
    assert departures(others, "R25") == [], "who proposed the text may explain its vote on another's amendment"


def test_r25_a_ballot_of_an_election_is_not_explained() -> None:
    explained = (heard("PRY", "11:30", InterventionKind.EXPLANATION),)
    held = replace(VOTED, elections=(HELD,), ballots=(BALLOT,), interventions=explained)
    (said,) = departures(held, "R25")
    assert said.endswith("in ballot 1, which was secret, a vote was explained (Paraguay).")


def test_r25_nobody_is_accused_where_another_vote_of_the_item_can_be_meant() -> None:
    before = (heard("PRT", "11:29", InterventionKind.EXPLANATION),)
    (whole,) = VOTED.votes
    recorded = replace(whole, key="recorded", opened_at=at("11:30"), closed_at=at("11:31"))
    secret = replace(recorded, key="secret", method=Method.SECRET_BALLOT, drawn=None, hands=HandCount(1, 1, 1))
    elected = replace(VOTED, elections=(HELD,), ballots=(BALLOT,), positions=(), interventions=before)
    assert departures(replace(elected, votes=(recorded,)), "R25") == [], "it was made before the recorded vote"
    both = replace(VOTED, votes=(replace(secret, opened_at=at("11:00"), closed_at=at("11:01")), recorded))
    assert departures(replace(both, positions=(), interventions=before), "R25") == []
    (said,) = departures(replace(elected, votes=(secret,)), "R25")
    assert said.endswith("in ballot 1, which was secret, a vote was explained (Portugal)."), "neither is explained"


HELD = Election("election", MEETING, ITEM.key, OPENING, Body.OTHER, 1, at("11:00"), ("PRY", "MAR"))
BALLOT = ElectionBallot(
    "ballot", "election", 1, BallotKind.OPEN, 1, ("candidate",), at("11:10"), closed_at=at("11:20")
)  # fmt: skip


def test_r25_a_ballot_of_an_election_is_interrupted_as_little_as_a_vote() -> None:
    held = replace(
        VOTED,
        elections=(HELD,),
        ballots=(BALLOT,),
        interventions=(
            heard("PRT", "11:05"),
            heard("PRT", "11:12"),
            heard("MAR", "11:14", POINT),
            heard("PRY", "11:30"),
        ),
        points=(ruled("MAR", "11:14", "11:15"),),
    )
    assert departures(held, "R25") == [
        f"{OPENING.en}: ballot 1 was interrupted by a statement (Portugal).",
        (
            f"{OPENING.en}: ballot 1 was interrupted by a point of order (Morocco) that was not on the conduct of the "
            "voting."
        ),
    ]
    conduct = tuple(replace(one, on_voting=True) for one in held.points)
    assert len(departures(replace(held, points=conduct), "R25")) == 1
    stopped = replace(
        held, elections=(replace(HELD, stopped_at=at("11:13")),), ballots=(replace(BALLOT, closed_at=None),)
    )
    assert len(departures(stopped, "R25")) == 1, "a ballot is over when its election is broken off"


# The minutes


def paragraphs(language: Language, **recorded: object) -> list[str]:
    facts = RecordedMeeting(
        known.ANNUAL,
        {one.iso3: one for one in STATES},
        items=(ITEM,),
        memberships=known.VOTED.memberships,
        **recorded,  # type: ignore[arg-type]
    )
    return [one.text[language] for one in draft(facts) if one.item == ITEM.key]


def test_the_minutes_tell_points_of_order_motions_and_pauses_in_their_order() -> None:
    recorded = {
        "interventions": (
            heard("PRY", "09:00", POINT), heard("PRT", "09:10", InterventionKind.MOTION, motion="motion-PRT-09:10"),
            heard("MAR", "09:11", AGAINST, motion="motion-PRT-09:10", note="asked for more time"),
            heard("PRY", "09:30", InterventionKind.RIGHT_OF_REPLY),
        ),
        "points": (ruled("PRY", "09:00", "09:01", appealed_by="MAR", appealed_at=at("09:02")),),
        "motions": (motion("PRT", "09:10", MotionKind.ADJOURN_DEBATE, fate=Fate.WITHDRAWN, settled_at=at("09:12")),),
        "pauses": (SittingPause("pause", MEETING, "sitting", at("09:15"), at("09:25"), PauseReason.CONSULTATIONS,
                                ITEM.key, datetime.time(12, 20)),
                   SittingPause("unsaid", MEETING, "sitting", at("09:35"), at("09:37"), item=ITEM.key),
                   SittingPause("still", MEETING, "sitting", at("09:40"), None, PauseReason.BREAK, ITEM.key)),
    }  # fmt: skip
    assert paragraphs(Language.EN, **recorded) == [
        "The representative of Paraguay raised a point of order.",
        "The Chair ruled that the point of order was not well taken.",
        "The representative of Morocco appealed against the ruling of the Chair.",
        "The representative of Portugal moved the adjournment of the debate on the item.",
        "The representative of Morocco, speaking against the motion, asked for more time.",
        "The motion was withdrawn.",
        "At 9.15\u00a0a.m. the sitting was suspended for consultations; at 9.25\u00a0a.m. it was resumed.",
        "The representative of Paraguay made a statement in exercise of the right of reply.",
        "At 9.35\u00a0a.m. the sitting was suspended; at 9.37\u00a0a.m. it was resumed.",
        "At 9.40\u00a0a.m. the sitting was suspended for a break.",
    ]
