"""R21–R23 and R26 in the watch: what is recorded is counted, what departs from the practice is told as it happened."""

import datetime
from dataclasses import replace

from nmirf_desktop.domain.amendments import Amendment, AmendmentAct
from nmirf_desktop.domain.compliance import Finding, FindingState, JudgedKind, RegisterFacts
from nmirf_desktop.domain.divisions import Part, TextMotion, TextMotionKind
from nmirf_desktop.domain.practices import Choice, Option, Question
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Answer, Method, Mode, Position, Proposal, Vote, VoteKind, VoteMajority
from nmirf_desktop.i18n import Language, catalog
from tests.domain import test_compliance as known
from tests.domain.facts import answers, call, day, decision, found, moment, proposal, vote

EN = catalog(Language.EN)
ON = "2026-11-24"
YES, NO = Answer.IN_FAVOUR, Answer.AGAINST
NUMBERED = Trilingual.final("1. Decides;\n2. Requests.", "1. Décide\u00a0;\n2. Prie.", "1. Decide;\n2. Pide.")


def minute(at: int) -> str:
    """A minute of the first day."""
    return f"2026-01-28T{10 + at // 60:02}:{at % 60:02}"


def put(number: int, **more: object) -> Proposal:
    """A draft decision of two operative paragraphs."""
    return replace(proposal(known.ANNUAL, number), text=NUMBERED, **more)  # type: ignore[arg-type]


def amendment(of: Proposal, number: int, at: int, **more: object) -> Amendment:
    """An amendment, submitted at a minute."""
    plain = Amendment(f"{of.key}-A{number}", of.key, number, AmendmentAct.ADDS, "", f"{number}.", moment(minute(at)))
    return replace(plain, **more)  # type: ignore[arg-type]


def ballot(of: Proposal, at: int, kind: VoteKind = VoteKind.PROPOSAL, key: str | None = None) -> Vote:
    """A recorded vote that is announced a minute after it opens."""
    plain = vote(of, minute(at), known.LIST, Method.RECORDED)
    named = {VoteKind.AMENDMENT: "amendment", VoteKind.PART: "part"}.get(kind, "text_motion")
    on = {named: key} if key is not None else {}
    ends = plain.opened_at + datetime.timedelta(minutes=1)
    return replace(plain, key=f"vote-{of.key}-{at}", kind=kind, closed_at=ends, **on)  # type: ignore[arg-type]


def given(of: Vote, answer: Answer) -> tuple[Position, ...]:
    return answers(of, dict.fromkeys(known.LIST, answer))


def register(**tables: tuple[object, ...]) -> RegisterFacts:
    """A network in its annual meeting, with these texts."""
    return replace(known.COMMITTEE, meetings=known.VOTED.meetings, **tables)  # type: ignore[arg-type]


def told(facts: RegisterFacts, number: str, on: str = ON) -> list[str]:
    """What a rule says beside its default; each with a reason that can be noted."""
    default, *others = found(facts, number, on)
    assert (default.state, default.asks_why) == (FindingState.NOT_REGULATED, False)
    assert all(one.state is FindingState.NOT_REGULATED and one.explicable and one.advice for one in others)
    assert len({one.about for one in others}) == len(others)
    return [one.message.said_in(EN) for one in others]


def numbers(facts: RegisterFacts, number: str, on: str = ON) -> dict[str, object]:
    """What the default names beside itself."""
    default: Finding = found(facts, number, on)[0]
    return {fact.name: fact.value for fact in default.facts if isinstance(fact.value, int)}


L1 = put(1)
FIRST, SECOND = amendment(L1, 1, 0, rank=1), amendment(L1, 2, 1, rank=2)
OBJECTED = [
    replace(call(L1, minute(at), objected=True), key=f"call-{at}", amendment=one.key)
    for at, one in ((4, FIRST), (8, SECOND))
]
VOTES = ballot(L1, 5, VoteKind.AMENDMENT, FIRST.key), ballot(L1, 9, VoteKind.AMENDMENT, SECOND.key)
WHOLE = call(L1, minute(20), objected=False)
AMENDED = register(
    proposals=(L1,),
    amendments=(FIRST, SECOND),
    calls=(*OBJECTED, WHOLE),
    votes=VOTES,
    positions=(*given(VOTES[0], YES), *given(VOTES[1], NO)),
    decisions=(decision(L1, "2026-01-28"),),
)


def test_r22_amendments_put_in_the_chairs_order_before_the_whole_are_only_counted() -> None:
    assert told(AMENDED, "R22") == []
    assert numbers(AMENDED, "R22") == {
        "Amendments": 2,
        "Votes on them": 2,
        "Times they were put": 2,
        "Times they were put as a whole": 1,
    }
    assert numbers(known.VOTED, "R22") == {}
    assert "furthest removed" in found(AMENDED, "R22", ON)[0].message.said_in(EN)


def test_r13_a_vote_on_an_amendment_follows_a_noted_absence_of_consensus_on_it() -> None:
    assert all(one.state is FindingState.KEPT for number in ("R12", "R13") for one in found(AMENDED, number, ON))
    on_the_whole = replace(OBJECTED[1], amendment=None)
    straight = replace(AMENDED, calls=(OBJECTED[0], on_the_whole, WHOLE))
    for number in ("R12", "R13"):
        bad = [one for one in found(straight, number, ON) if one.state is FindingState.NOT_KEPT]
        assert [one.subject.key for one in bad] == [VOTES[1].key]
        assert "an amendment to draft decision" in bad[0].message.said_in(EN)


def test_r22_another_order_than_the_chairs_is_told() -> None:
    turned = replace(AMENDED, amendments=(replace(FIRST, rank=2), replace(SECOND, rank=1)))
    (said,) = told(turned, "R22")
    assert said.endswith("amendment L.1/Amend.2 was voted on after L.1/Amend.1, against the order of the Chair.")
    unordered = replace(AMENDED, amendments=(replace(FIRST, rank=None), replace(SECOND, rank=1)))
    assert told(unordered, "R22") == []


def test_r22_a_proposal_put_while_an_amendment_was_open_is_told() -> None:
    early = replace(AMENDED, calls=(*OBJECTED, call(L1, minute(7), objected=False)))
    (said,) = told(early, "R22")
    assert said.endswith("it was put while amendment L.1/Amend.2 was before the meeting.")
    gone = replace(early, amendments=(FIRST, replace(SECOND, withdrawn_at=moment(minute(6)))))
    assert told(gone, "R22") == []


def test_r22_an_amendment_by_an_observer_is_told() -> None:
    """Its division and its motions were, and nothing was said of its amendment."""
    assert told(replace(AMENDED, amendments=(FIRST, replace(SECOND, sponsor="MAR"))), "R22") == []
    by = replace(AMENDED, amendments=(FIRST, replace(SECOND, sponsor="CHE")))
    (said,) = told(by, "R22")
    assert said.endswith("L.1/Amend.2 was submitted by a State that was not a member on that day (Switzerland).")


def test_r23_a_proposal_by_a_state_that_is_no_member_is_told() -> None:
    """Peru and Monaco tabled decisions, and nothing was said."""
    assert told(replace(AMENDED, proposals=(replace(L1, sponsor="MAR"),)), "R23") == []
    for state, name in (("CHE", "Switzerland"), ("PER", "Peru")):
        (said,) = told(replace(AMENDED, proposals=(replace(L1, sponsor=state),)), "R23")
        assert f"it was submitted by a State that was not a member at that meeting ({name})." in said


def test_r22_an_amendment_is_superseded_by_one_that_was_adopted() -> None:
    gone = replace(SECOND, superseded_at=moment(minute(7)), superseded_by=FIRST.key)
    superseded = replace(AMENDED, amendments=(FIRST, gone), votes=VOTES[:1], calls=(OBJECTED[0], WHOLE))
    assert told(superseded, "R22") == []
    rejected = replace(superseded, positions=given(VOTES[0], NO))
    (said,) = told(rejected, "R22")
    assert "was not put because of L.1/Amend.1, which was not adopted" in said


def test_r22_an_amended_proposal_is_put_as_amended() -> None:
    left = replace(AMENDED, calls=(*OBJECTED,), decisions=())
    assert told(left, "R22") == ["Draft decision NMIRF/2026/L.1: it was amended, and it was not put as amended."]
    assert told(left, "R22", "2026-01-29") == []
    none = replace(left, positions=(*given(VOTES[0], NO), *given(VOTES[1], NO)))
    assert told(none, "R22") == [], "nothing was amended"
    sought = replace(left, calls=(*OBJECTED, call(L1, minute(20), objected=True)))
    assert told(sought, "R22") == [], "it was put as amended, and there was no consensus"
    assert any("no vote has followed" in one.message.said_in(EN) for one in found(sought, "R13", ON))
    votes = ballot(L1, 25, VoteKind.PART, "part1"), ballot(L1, 27, VoteKind.PART, "part2")
    rejected = replace(
        left, text_motions=(MOTION,), parts=PARTS, votes=(*VOTES, *votes),
        positions=(*left.positions, *given(votes[0], NO), *given(votes[1], NO)),
    )  # fmt: skip
    assert told(rejected, "R21") == told(rejected, "R22") == [], "rejected in its parts, it is rejected as a whole"


def test_what_was_left_names_how_often_it_was_put_and_when_the_meeting_was_over() -> None:
    amended = replace(AMENDED, calls=(*OBJECTED,), decisions=())
    divided = replace(DIVIDED, calls=DIVIDED.calls[:2], decisions=())
    for number, left in (("R22", amended), ("R21", divided)):
        named = {fact.name: fact.value for fact in found(left, number, ON)[-1].facts}
        assert named["Times they were put as a whole"] == 0
        assert named["Last day of the meeting"] == known.ANNUAL.closes_on


# R21

MOTION = TextMotion("motion", L1.key, TextMotionKind.DIVISION, moment(minute(0)), agreed_at=moment(minute(1)))
PARTS = Part("part1", "motion", 1, "1. Decides;"), Part("part2", "motion", 2, "2. Requests.")
ON_PARTS = ballot(L1, 5, VoteKind.PART, "part1"), ballot(L1, 9, VoteKind.PART, "part2")
DIVIDED = register(
    proposals=(L1,),
    text_motions=(MOTION,),
    parts=PARTS,
    calls=(
        *(
            replace(call(L1, minute(at), objected=True), key=f"part-{at}", part=f"part{n}")
            for at, n in ((4, 1), (8, 2))
        ),
        WHOLE,
    ),
    votes=ON_PARTS,
    positions=(*given(ON_PARTS[0], YES), *given(ON_PARTS[1], NO)),
    decisions=(decision(L1, "2026-01-28"),),
)


def test_r21_parts_put_in_order_are_only_counted() -> None:
    assert told(DIVIDED, "R21") == []
    assert numbers(DIVIDED, "R21") == {
        "Motions": 1, "Parts put separately": 2, "Votes on them": 2, "Times they were put": 2,
        "Times they were put as a whole": 1,
    }  # fmt: skip


def test_r21_what_departs_from_the_order_is_told() -> None:
    ungranted = replace(DIVIDED, text_motions=(replace(MOTION, agreed_at=None),))
    assert told(ungranted, "R21") == [
        "Draft decision NMIRF/2026/L.1: parts were put separately before its division had been granted."
    ]
    early = replace(DIVIDED, calls=(*DIVIDED.calls[:2], call(L1, minute(7), objected=False)))
    assert "before all of its parts had been decided on" in told(early, "R21")[0]
    rejected = replace(DIVIDED, positions=(*given(ON_PARTS[0], NO), *given(ON_PARTS[1], NO)))
    assert "all its operative parts were rejected" in told(rejected, "R21")[0]


def test_r21_a_member_moves_the_division_and_the_parts_adopted_are_put_as_a_whole() -> None:
    member = replace(DIVIDED, text_motions=(replace(MOTION, mover="MAR"),))
    assert told(member, "R21") == []
    observer = replace(DIVIDED, text_motions=(replace(MOTION, mover="CHE"),))
    assert told(observer, "R21") == [
        (
            "Draft decision NMIRF/2026/L.1: its division was moved by a State that was not a member on that day "
            "(Switzerland)."
        )
    ]
    left = replace(DIVIDED, calls=DIVIDED.calls[:2], decisions=())
    assert told(left, "R21") == [
        "Draft decision NMIRF/2026/L.1: its parts were decided on, and it was not put as a whole."
    ]
    assert told(left, "R21", "2026-01-29") == [], "the meeting goes on"
    sought = replace(left, calls=(*left.calls, call(L1, minute(20), objected=True)))
    assert told(sought, "R21") == [], "it was put, and there was no consensus"
    gone = replace(left, proposals=(replace(L1, withdrawn_at=moment(minute(30))),))
    assert told(gone, "R21") == []


# R23

RIVALS = L1, put(2, rival=L1.key), put(3)
IN_TURN = register(
    proposals=RIVALS,
    calls=tuple(call(one, minute(10 * one.number), objected=True) for one in RIVALS),
    votes=tuple(ballot(one, 10 * one.number + 1) for one in RIVALS),
)


def test_r23_the_order_of_submission_is_told_apart_from_another() -> None:
    assert told(IN_TURN, "R23") == []
    assert numbers(IN_TURN, "R23") == {"Proposals": 2, "Votes on the whole": 2}
    turned = replace(IN_TURN, votes=(ballot(L1, 55), *IN_TURN.votes[1:]))
    (said,) = told(turned, "R23")
    assert said.startswith("Draft decision NMIRF/2026/L.1: it was put after Draft decision NMIRF/2026/L.2")
    assert told(replace(turned, proposals=(L1, put(2), put(3))), "R23") == []


# R26

AGAIN = TextMotion("again", L1.key, TextMotionKind.RECONSIDERATION, moment(minute(30)))
TO_CONSIDER = replace(ballot(L1, 31, VoteKind.RECONSIDERATION, "again"))
TWICE = register(
    proposals=(L1,),
    text_motions=(AGAIN,),
    calls=(WHOLE, call(L1, minute(40), objected=False)),
    votes=(TO_CONSIDER,),
    positions=given(TO_CONSIDER, YES),
    decisions=(decision(L1, "2026-01-28"),),
)


def test_r26_what_is_put_again_was_decided_to_be_considered_again() -> None:
    assert told(TWICE, "R26") == []
    assert numbers(TWICE, "R26") == {"Proposals withdrawn": 0, "Motions for reconsideration": 1, "Votes on them": 1}
    refused = replace(TWICE, positions=given(TO_CONSIDER, NO))
    assert told(refused, "R26") == [
        "Draft decision NMIRF/2026/L.1: it was put again, and no decision to consider it again is recorded."
    ]


def test_r26_a_second_vote_after_a_tie_is_no_reconsideration() -> None:
    votes = ballot(L1, 21), ballot(L1, 41)
    lost = register(
        proposals=(L1,), calls=(call(L1, minute(20), objected=True),), votes=votes,
        positions=(*given(votes[0], Answer.ABSTAINING), *given(votes[1], YES)),
        decisions=(decision(L1, "2026-01-28", Mode.VOTE, votes[1]),),
    )  # fmt: skip
    assert told(lost, "R26") == []
    decided = replace(lost, positions=(*given(votes[0], NO), *given(votes[1], YES)))
    assert len(told(decided, "R26")) == 1


def test_r26_the_majority_is_that_of_the_practice_of_the_day() -> None:
    chosen = Choice("two", Question.RECONSIDERATION, Option.TWO_THIRDS, day("2026-01-01"))
    assert "another majority" in told(replace(TWICE, choices=(chosen,)), "R26")[0]
    asked = replace(TO_CONSIDER, majority=VoteMajority.TWO_THIRDS)
    assert told(replace(TWICE, choices=(chosen,), votes=(asked,)), "R26") == []
    later = replace(chosen, since=day("2026-02-01"))
    assert told(replace(TWICE, choices=(later,)), "R26") == []


def test_r26_a_withdrawal_after_an_amendment_or_a_vote_is_told() -> None:
    gone = put(1, withdrawn_at=moment(minute(30)))
    amended = replace(AMENDED, proposals=(gone,), decisions=(), calls=tuple(OBJECTED))
    assert told(amended, "R26") == ["Draft decision NMIRF/2026/L.1: it was withdrawn after it had been amended."]
    assert told(replace(amended, positions=given(VOTES[0], NO)), "R26") == []
    voted = replace(IN_TURN, proposals=(gone, *RIVALS[1:]))
    assert told(voted, "R26") == ["Draft decision NMIRF/2026/L.1: it was withdrawn after the voting on it had begun."]


def test_what_a_day_knows_of_a_text_is_what_had_happened_by_then() -> None:
    later = moment("2026-01-29T10:00")
    gone = replace(SECOND, superseded_at=later, superseded_by=FIRST.key)
    both = replace(
        AMENDED, amendments=(FIRST, gone, amendment(L1, 3, 0, moved_at=later)), decisions=(),
        calls=(OBJECTED[0],), votes=VOTES[:1], text_motions=(MOTION, replace(AGAIN, moved_at=later)), parts=PARTS,
    )  # fmt: skip
    before, after = (found(both, "R22", on)[0] for on in ("2026-01-28", "2026-01-29"))
    assert [fact.value for one in (before, after) for fact in one.facts if fact.name == "Amendments"] == [2, 3]
    names = {one.kind for fact in before.facts for one in fact.records}
    assert names <= {JudgedKind.AMENDMENT, JudgedKind.VOTE, JudgedKind.CALL}
    assert numbers(both, "R21", "2026-01-27") == {}


NEGOTIATED = replace(
    AMENDED,
    proposals=(L1, put(2, rival=L1.key), put(3, withdrawn_at=moment(minute(50)))),
    text_motions=(replace(MOTION, proposal=put(2).key), replace(AGAIN, proposal=put(2).key)),
    parts=PARTS,
    calls=(*AMENDED.calls, replace(call(put(2), minute(30), objected=True), part="part1")),
    votes=(*VOTES, replace(ballot(put(2), 31, VoteKind.PART, "part1"))),
)
"""A register with amendments, parts, motions, rivals and a withdrawal, for the tests of what findings rest on."""
