"""Proposals amended, divided, withdrawn and considered again, through the real services and onto the disk."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.amendments import AmendmentAct, Standing, VersionCause
from nmirf_desktop.domain.blocks import Para
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.separate_votes import shortened
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Act, Answer, Method, Mode, Outcome, Proposal, Vote, VoteKind, VoteMajority
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.practices import PracticeChoices
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.undo import undo
from tests.registers import Desk

Network = tuple[Desk, Meeting, AgendaItem]
TEXT = "Recalling its mandate,\n1. Decides to hold a workshop every year;\n2. Requests the Committee to report."
WORKSHOP, REPORT = "1. Decides to hold a workshop every year;", "2. Requests the Committee to report."
YES, NO = Answer.IN_FAVOUR, Answer.AGAINST
YEARLY = Wording(AmendmentAct.REPLACES, "every year", "every two years")


def table(network: Network, text: str = TEXT) -> Proposal:
    """A draft decision in English, everybody in the room."""
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    desk.clock.forward()
    written = Trilingual(en=text, source=Language.EN).with_text(Language.FR, "Décide de tenir un atelier.")
    return desk.proposals.propose(meeting.key, item.key, Trilingual(en="Workshop"), written)


def seen(network: Network, proposal: Proposal) -> ProposalFile:
    """The proposal as it stands."""
    desk, meeting, _ = network
    return next(one for one in desk.proposals.all(meeting.key) if one.proposal.key == proposal.key)


def text(network: Network, proposal: Proposal) -> str:
    return seen(network, proposal).proposal.text.original


def told(network: Network, language: Language = Language.EN) -> str:
    """What the minutes would say."""
    desk, meeting, _ = network
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    return "\n".join(one.text[language] for one in draft(facts))


def vote(network: Network, ballot: Ballot, in_favour: int) -> Vote:
    """A recorded vote in which so many are in favour and all others against."""
    desk, _, _ = network
    desk.clock.forward()
    opened = desk.voting.open(ballot)
    for place, state in enumerate(opened.entitled):
        desk.clock.forward(0.05)
        desk.voting.cast(Cast(opened.key, state, YES if place < in_favour else NO))
    desk.clock.forward()
    desk.voting.close(opened.key)
    return opened


def on(network: Network, proposal: Proposal, kind: VoteKind = VoteKind.PROPOSAL, key: str | None = None) -> Ballot:
    _, meeting, item = network
    of = {VoteKind.AMENDMENT: "amendment", VoteKind.PART: "part"}.get(kind, "text_motion")
    more = {of: key} if key is not None else {}
    return replace(Ballot(meeting.key, item.key, Method.RECORDED, proposal.key, kind), **more)  # type: ignore[arg-type]


def amend_by_vote(network: Network, proposal: Proposal, key: str, in_favour: int) -> Vote:
    desk, _, _ = network
    desk.amendments.note_objection(key)
    return vote(network, on(network, proposal, VoteKind.AMENDMENT, key), in_favour)


def test_r22_an_accepted_amendment_is_an_oral_revision_whose_versions_are_kept(network: Network) -> None:
    desk, meeting, _ = network
    put = table(network)
    one = desk.amendments.move(put.key, YEARLY, "PRY")
    desk.clock.forward()
    desk.amendments.accept(one.key)
    file = seen(network, put)
    assert file.proposal.text.original == TEXT.replace("every year", "every two years")
    assert file.proposal.text.state(Language.FR) is TextState.OUTDATED, "the translation is to be conformed"
    assert [(one.cause, one.text.original) for one in file.versions] == [
        (VersionCause.TABLED, TEXT),
        (VersionCause.ACCEPTED, file.proposal.text.original),
    ]
    assert [(one.name, one.standing) for one in file.amendments] == [("L.1/Amend.1", Standing.ACCEPTED)]
    assert not file.amended, "what the sponsor accepts is the sponsor's own"
    decision = desk.proposals.adopt_by_consensus(put.key)
    assert decision.text.original == file.proposal.text.original
    assert desk.voting.votes(meeting.key) == ()


def test_r22_the_minutes_say_who_accepted_an_amendment(network: Network) -> None:
    """A text without a sponsor is one of the Chair: the minutes told of a sponsor that it had not."""
    desk, _, _ = network
    put = table(network)
    desk.amendments.accept(desk.amendments.move(put.key, YEARLY, "PRY").key)
    assert "The Chair, who had submitted draft decision L.1, accepted amendment L.1/Amend.1" in told(network)
    desk.proposals.revise(replace(seen(network, put).proposal, sponsor="MAR"))
    assert "The sponsor of draft decision L.1 accepted amendment L.1/Amend.1" in told(network)
    assert "The Chair, who" not in told(network)


@pytest.mark.parametrize(
    ("sponsor", "said"),
    [
        (
            "MAR",
            (
                "Draft decision L.1 was orally revised by its sponsor.",
                "Le projet de décision L.1 est révisé oralement par son auteur.",
                "El patrocinador revisa oralmente el proyecto de decisión L.1.",
            ),
        ),
        (
            None,
            (
                "Draft decision L.1 was orally revised by the Chair.",
                "Le projet de décision L.1 est révisé oralement par la présidence.",
                "La Presidencia revisa oralmente el proyecto de decisión L.1.",
            ),
        ),
    ],
)
def test_r22_the_minutes_say_who_revised_a_text(
    network: Network, sponsor: StateCode | None, said: tuple[str, ...]
) -> None:
    """Of a text of the Chair they told that its sponsor revised it."""
    desk, _, _ = network
    put = table(network)
    desk.proposals.revise(replace(put, sponsor=sponsor))
    desk.amendments.keep_text(put.key)
    desk.clock.forward()
    now = seen(network, put).proposal
    desk.proposals.revise(replace(now, text=now.text.with_text(Language.EN, TEXT.replace("every", "each"))))
    desk.amendments.keep_text(put.key)
    for language, sentence in zip(Language, said, strict=True):
        assert sentence in told(network, language)


def test_r22_what_is_no_amendment_is_refused(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    with pytest.raises(Refusal, match="no amendment"):
        desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, TEXT, "Decides nothing."))
    with pytest.raises(Refusal, match="once and once only"):
        desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "t", "a"))
    with pytest.raises(Problem, match="changes nothing"):
        desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "every year", "every year"))
    for missing in (Wording(AmendmentAct.ADDS, "year"), Wording(AmendmentAct.DELETES, "")):
        with pytest.raises(Problem):
            desk.amendments.move(put.key, missing)
    assert seen(network, put).amendments == ()
    assert seen(network, put).versions == ()


def test_r22_a_sub_amendment_changes_the_amendment_and_none_goes_deeper(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    top = desk.amendments.move(put.key, YEARLY)
    below = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "two", "three"), amends=top.key)
    with pytest.raises(Refusal, match="not amended further"):
        desk.amendments.move(put.key, Wording(AmendmentAct.DELETES, "three"), amends=below.key)
    with pytest.raises(Refusal, match="Amend") as refused:
        desk.amendments.accept(top.key)
    assert refused.value.section == "R22"
    desk.amendments.adopt_by_consensus(below.key)
    assert text(network, put) == TEXT
    desk.clock.forward()
    desk.amendments.adopt_by_consensus(top.key)
    assert text(network, put) == TEXT.replace("every year", "every three years")
    assert [one.name for one in seen(network, put).amendments] == ["L.1/Amend.1", "L.1/Amend.1/Amend.1"]


def test_r13_an_amendment_is_voted_on_in_the_absence_of_consensus(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    one = desk.amendments.move(put.key, YEARLY)
    with pytest.raises(Refusal) as refused:
        desk.voting.open(on(network, put, VoteKind.AMENDMENT, one.key))
    assert refused.value.section == "R13"
    amend_by_vote(network, put, one.key, 6)
    assert text(network, put) == TEXT.replace("every year", "every two years")
    file = seen(network, put)
    assert file.amended
    assert not file.settled
    assert not file.consensus_failed, "the objection was to the amendment"
    with pytest.raises(Refusal, match="settled"):
        desk.amendments.withdraw(one.key)


def test_r22_a_rejected_amendment_leaves_the_text_alone(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    one = desk.amendments.move(put.key, YEARLY)
    amend_by_vote(network, put, one.key, 4)
    assert text(network, put) == TEXT
    assert seen(network, put).amendments[0].standing is Standing.REJECTED
    assert desk.proposals.adopt_by_consensus(put.key).text.original == TEXT


def test_r22_the_whole_waits_for_its_amendments_and_the_chair_says_which_is_superseded(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    far = desk.amendments.move(put.key, YEARLY)
    near = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "every year", "each spring"))
    desk.proposals.note_objection(put.key)
    whole = (lambda: desk.proposals.adopt_by_consensus(put.key), lambda: desk.voting.open(on(network, put)))
    for act in whole:
        with pytest.raises(Refusal, match="still before the meeting") as refused:
            act()
        assert refused.value.values["name"] == "L.1/Amend.1"
    with pytest.raises(Refusal, match="was adopted excludes"):
        desk.amendments.supersede(near.key, far.key)
    desk.amendments.adopt_by_consensus(far.key)
    with pytest.raises(Refusal, match="once and once only"):
        desk.amendments.adopt_by_consensus(near.key)
    desk.amendments.supersede(near.key, far.key)
    assert [one.standing for one in seen(network, put).amendments] == [Standing.ADOPTED, Standing.SUPERSEDED]
    assert desk.proposals.adopt_by_consensus(put.key).text.original == TEXT.replace("every year", "every two years")


def test_r22_the_order_is_the_chairs_and_nothing_is_suggested(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    keys = [desk.amendments.move(put.key, Wording(AmendmentAct.ADDS, "", word)).key for word in ("A.", "B.", "C.")]
    assert [one.amendment.rank for one in seen(network, put).amendments] == [None, None, None]
    desk.amendments.order(put.key, [keys[2], keys[0]])
    assert [one.amendment.rank for one in seen(network, put).amendments] == [2, None, 1]
    assert undo(desk.store) == "set the order of voting on amendments"
    assert [one.amendment.rank for one in seen(network, put).amendments] == [None, None, None]


def test_an_accepted_amendment_can_be_taken_back_and_the_text_with_it(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    one = desk.amendments.move(put.key, YEARLY)
    desk.amendments.accept(one.key)
    assert undo(desk.store) == "accept an amendment"
    file = seen(network, put)
    assert (file.proposal.text.original, file.amendments[0].standing) == (TEXT, Standing.OPEN)


def test_r27_the_record_of_an_amendment_that_is_put_right_takes_the_text_with_it(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    one = desk.amendments.move(put.key, YEARLY)
    voted = amend_by_vote(network, put, one.key, 5)
    changed = text(network, put)
    desk.clock.forward()

    wrong = Cast(voted.key, voted.entitled[0], NO, Act.REKEYED, reason="The sheet says so.")
    desk.voting.cast(wrong)
    assert text(network, put) == TEXT, "four to four adopts nothing"
    assert seen(network, put).versions[-1].cause is VersionCause.CORRECTED
    desk.clock.forward()
    desk.voting.cast(replace(wrong, answer=YES))
    assert text(network, put) == changed
    desk.clock.forward()
    decision = desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    desk.voting.cast(wrong)
    assert text(network, put) == changed == decision.text.original, "what was adopted stays as it was adopted"


def test_sponsors_join_and_leave_each_at_its_time(network: Network) -> None:
    desk, _, _ = network
    put = replace(table(network), sponsor="PRY")
    desk.proposals.revise(put)
    joined = desk.amendments.join(put.key, "MAR")
    for again in ("PRY", "MAR"):
        with pytest.raises(Problem, match="already"):
            desk.amendments.join(put.key, again)
    desk.clock.forward()
    desk.amendments.leave(joined.key)
    (kept,) = seen(network, put).sponsors
    assert kept.left_at is not None
    assert kept.joined_at < kept.left_at
    desk.amendments.join(put.key, "MAR")


# R21 -----------------------------------------------------------------------------------------------------------------


def divide(network: Network, put: Proposal, *passages: str) -> tuple[str, ...]:
    """A division to which nobody objects, and the keys of its parts."""
    desk, _, _ = network
    motion = desk.text_motions.divide(put.key, passages, "PRY")
    desk.clock.forward()
    desk.text_motions.agree(motion.key)
    division = seen(network, put).division
    assert division is not None
    return tuple(one.part.key for one in division.parts)


def part_by_vote(network: Network, put: Proposal, key: str, in_favour: int) -> None:
    desk, _, _ = network
    desk.text_motions.note_objection(key)
    vote(network, on(network, put, VoteKind.PART, key), in_favour)


def test_r21_the_parts_retained_are_put_as_a_whole(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    first, second = divide(network, put, WORKSHOP, REPORT)
    with pytest.raises(Refusal, match="its parts are decided on"):
        desk.proposals.adopt_by_consensus(put.key)
    desk.text_motions.adopt_part(first)
    part_by_vote(network, put, second, 3)
    assert text(network, put) == "Recalling its mandate,\n1. Decides to hold a workshop every year;"
    assert seen(network, put).versions[-1].cause is VersionCause.DIVIDED
    decision = desk.proposals.adopt_by_consensus(put.key)
    assert decision.text.original == text(network, put)


FRENCH = "Rappelant son mandat,\n1. Décide de tenir un atelier chaque année ;\n2. Prie le Comité de faire rapport."


def test_r21_minutes_and_voting_record_say_what_was_voted_on_separately(network: Network) -> None:
    """A reader of “part 1 of draft decision L.1” could not know which paragraph was kept."""
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    written = Trilingual(en=TEXT, source=Language.EN).with_text(Language.FR, FRENCH)
    put = desk.proposals.propose(meeting.key, item.key, Trilingual(en="Workshop"), written)
    desk.clock.forward()
    first, second = divide(network, put, WORKSHOP, REPORT)
    desk.text_motions.adopt_part(first)
    desk.clock.forward()
    part_by_vote(network, put, second, 3)
    english = "Part 2 read as follows: “2. Requests the Committee to report”."
    assert told(network).count(english) == 1
    assert "“1. Decides to hold a workshop every year”. Part 1 of draft decision L.1 was retained" in told(network)
    assert "Prie le Comité de faire rapport" in told(network, Language.FR), "it has the same paragraphs"
    assert "2. Requests the Committee to report" in told(network, Language.ES), "marked, in its own words"
    with desk.store.read() as session:
        record = votes_paper(read_meeting(session, meeting.key, desk.states))
    assert english in [block.text.en for block in record.sections[0].blocks if isinstance(block, Para)]
    assert record.sections[0].title.en == "Vote 1. Part 2 of draft decision L.1: Workshop"
    assert record.sections[0].title.es.endswith(" Workshop"), "as the heading of an election: marked, and not left out"


def test_r21_a_long_part_is_told_by_its_beginning_and_its_end() -> None:
    long = "1. Decides " + "that all members do so " * 30 + "before the next meeting;"
    said = shortened(long)
    assert said.startswith("1. Decides that all")
    assert said.endswith("so before the next meeting")
    assert " … " in said
    assert len(said) < len(long) / 2


def test_r21_where_all_operative_parts_are_rejected_the_whole_is(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    for key in divide(network, put, WORKSHOP, REPORT):
        part_by_vote(network, put, key, 2)
    file = seen(network, put)
    assert (file.rejected_in_parts, file.lost, file.settled) == (True, True, True)
    assert file.proposal.text.original == TEXT, "its text stays as it was put"
    with pytest.raises(Refusal, match="was not adopted"):
        desk.proposals.adopt_by_consensus(put.key)
    with pytest.raises(Refusal):
        desk.voting.open(on(network, put))


def test_r21_a_rest_with_operative_paragraphs_is_put_although_all_parts_were_rejected(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    (only,) = divide(network, put, REPORT)
    part_by_vote(network, put, only, 2)
    assert not seen(network, put).lost
    assert desk.proposals.adopt_by_consensus(put.key).text.original.endswith(WORKSHOP)


def test_r21_a_motion_to_which_somebody_objects_is_voted_on_at_once(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    motion = desk.text_motions.divide(put.key, [REPORT])
    with pytest.raises(Refusal, match="pending"):
        desk.proposals.adopt_by_consensus(put.key)
    vote(network, on(network, put, VoteKind.DIVISION, motion.key), 3)
    file = seen(network, put)
    assert file.motions[0].granted is False
    assert file.division is None
    with pytest.raises(Refusal):
        desk.text_motions.adopt_part(file.motions[0].parts[0].part.key)
    desk.proposals.adopt_by_consensus(put.key)


@pytest.mark.parametrize("passages", [[], ["the"], [WORKSHOP, "every year"], ["nowhere"], [" "]])
def test_r21_a_part_is_told_in_the_text(network: Network, passages: list[str]) -> None:
    desk, _, _ = network
    put = table(network, TEXT + " the")
    with pytest.raises(Problem):
        desk.text_motions.divide(put.key, passages)
    assert seen(network, put).motions == ()


# R23 -----------------------------------------------------------------------------------------------------------------


def test_r23_proposals_on_one_question_and_one_that_is_passed_over(network: Network) -> None:
    desk, _, _ = network
    first, second = table(network), table(network)
    with pytest.raises(Refusal, match="earlier proposal"):
        desk.proposals.put_beside(first.key, second.key)
    desk.proposals.put_beside(second.key, first.key)
    desk.proposals.adopt_by_consensus(first.key)
    desk.proposals.pass_over(second.key)
    assert seen(network, second).settled
    with pytest.raises(Refusal, match="decided not to vote"):
        desk.proposals.adopt_by_consensus(second.key)


# R26 -----------------------------------------------------------------------------------------------------------------


def test_r26_a_withdrawal_is_by_the_sponsors_of_that_moment(network: Network) -> None:
    """Who had left its sponsors was counted, and those of an amendment were one whoever had joined."""
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    written = Trilingual(en=TEXT, source=Language.EN)
    put = desk.proposals.propose(meeting.key, item.key, Trilingual(en="Workshop"), written)
    desk.proposals.revise(replace(put, sponsor="GHA"))
    one = desk.amendments.move(put.key, YEARLY, "MAR")
    desk.clock.forward()
    gone = desk.amendments.join(put.key, "IDN")
    beside = desk.amendments.join(put.key, "PRY", one.key)
    desk.clock.forward()
    desk.amendments.leave(gone.key)
    desk.clock.forward()
    desk.amendments.withdraw(one.key)
    name = f"{put.symbol}/Amend.1"
    assert f"Amendment {name} was withdrawn by its sponsors." in told(network)
    assert f"L’amendement {name} est retiré par ses auteurs." in told(network, Language.FR)
    assert f"Los patrocinadores de la enmienda {name} la retiran." in told(network, Language.ES)
    undo(desk.store)
    desk.amendments.leave(beside.key)
    desk.clock.forward()
    desk.amendments.withdraw(one.key)
    assert f"Amendment {name} was withdrawn by its sponsor." in told(network)
    desk.clock.forward()
    desk.proposals.withdraw(put.key)
    assert f"{put.symbol} was withdrawn by its sponsor." in told(network)
    undo(desk.store)
    desk.amendments.join(put.key, "IDN")
    desk.clock.forward()
    desk.proposals.withdraw(put.key)
    assert f"{put.symbol} was withdrawn by its sponsors." in told(network)


def test_r26_a_proposal_is_withdrawn_unless_amended_and_never_voted_on(network: Network) -> None:
    desk, _, _ = network
    put, other = table(network), table(network)
    desk.proposals.note_objection(put.key)
    desk.proposals.withdraw(put.key)
    with pytest.raises(Refusal, match="withdrawn"):
        desk.voting.open(on(network, put))
    again = desk.proposals.reintroduce(put.key, "MAR")
    assert (again.number, again.reintroduces, again.sponsor, again.text) == (3, put.key, "MAR", put.text)
    with pytest.raises(Refusal, match="was withdrawn is introduced"):
        desk.proposals.reintroduce(other.key)
    one = desk.amendments.move(other.key, YEARLY)
    desk.amendments.adopt_by_consensus(one.key)
    with pytest.raises(Refusal, match="has amended") as refused:
        desk.proposals.withdraw(other.key)
    assert refused.value.section == "R26"


def test_r26_what_was_adopted_is_considered_again_by_a_simple_majority(network: Network) -> None:
    desk, meeting, _ = network
    put = table(network)
    with pytest.raises(Refusal, match="adopted or rejected"):
        desk.text_motions.reconsider(put.key)
    first = desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    motion = desk.text_motions.reconsider(put.key, "URY")
    voted = vote(network, on(network, put, VoteKind.RECONSIDERATION, motion.key), 5)
    assert voted.majority is VoteMajority.SIMPLE
    file = seen(network, put)
    assert (file.decision, file.calls, file.settled) == (None, (), False)
    assert file.versions[-1].text == first.text, "the text as it was adopted is kept"
    desk.clock.forward()
    desk.proposals.revise(replace(file.proposal, text=file.proposal.text.with_text(Language.EN, TEXT + " Again.")))
    second = desk.proposals.adopt_by_consensus(put.key)
    assert (second.number, second.mode) == (first.number, Mode.CONSENSUS)
    assert desk.proposals.decisions(meeting.key) == (second,)


def test_r26_two_thirds_are_asked_for_where_the_network_chose_so(network: Network) -> None:
    desk, _, _ = network
    day = datetime.date(2026, 1, 1)
    PracticeChoices(desk.store).choose(Question.RECONSIDERATION, Option.TWO_THIRDS, day)
    put = table(network)
    desk.proposals.note_objection(put.key)
    vote(network, on(network, put), 2)
    assert seen(network, put).lost
    for in_favour, again in ((5, False), (6, True)):
        motion = desk.text_motions.reconsider(put.key)
        voted = vote(network, on(network, put, VoteKind.RECONSIDERATION, motion.key), in_favour)
        assert voted.majority is VoteMajority.TWO_THIRDS
        assert (desk.voting.board(voted.key).outcome is Outcome.ADOPTED) is again
        assert seen(network, put).lost is not again
    with pytest.raises(Refusal) as refused:
        desk.voting.open(on(network, put))
    assert refused.value.section == "R13", "consensus is sought anew"
