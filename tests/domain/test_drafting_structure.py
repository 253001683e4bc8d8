"""The structure of minutes: what stands together, what stands where, and that nothing is said of nothing."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from nmirf_desktop.domain.blocks import (
    Block,
    Column,
    DataTable,
    DecisionBlock,
    Heading,
    Listing,
    Note,
    Para,
    StateColumns,
)
from nmirf_desktop.domain.corrected_totals import TotalsCorrection
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.minutes_papers import just_drafted, minutes_paper
from nmirf_desktop.domain.motions import Fate, Motion, MotionKind
from nmirf_desktop.domain.papers import MinutesPaper, PaperSection
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sittings import Attribution, Intervention, InterventionKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.votes_taken import explanations
from nmirf_desktop.domain.voting import ConsensusCall, HandCount, Outcome, Proposal, VoteKind
from nmirf_desktop.i18n import Language, catalog
from tests.domain.busy_meeting import busy
from tests.domain.reading import Reader
from tests.domain.second_meeting import CALLS, FIRST, HANDS, LAST, RECORDED, ROLL_CALL, at, facts

OFF, UNATTRIBUTED = Attribution.OFF_THE_RECORD, Attribution.UNATTRIBUTED


def spoke(key: str, state: str, minute: int, **more: object) -> Intervention:
    """A statement on the first day under item 4, of which nothing was noted."""
    return replace(Intervention(key, "meeting", "i4", at(FIRST, 11, minute), state), **more)  # type: ignore[arg-type]


def told(*heard: Intervention, language: Language = Language.EN) -> dict[str, str]:
    """What the minutes tell of these interventions alone."""
    known = replace(facts(), interventions=heard)
    return {one.slot: one.text[language] for one in draft(known) if one.slot.startswith("intervention")}


def paper(known: RecordedMeeting, persons: tuple[PaperSection, ...] = ()) -> MinutesPaper:
    return minutes_paper(Minutes("m", "meeting"), just_drafted(known), known, persons)


def blocks(sections: tuple[PaperSection, ...]) -> Iterator[Block]:
    for section in sections:
        yield from section.blocks


def test_statements_of_which_nothing_was_noted_are_one_sentence_in_the_slot_of_the_first() -> None:
    heard = (spoke("a", "MAR", 1), spoke("b", "PHL", 2), spoke("c", "NER", 3), spoke("d", "MAR", 4))
    assert told(*heard) == {
        "intervention:a": (
            "Statements were made by the representatives of Morocco and the Philippines and the observer for the Niger."
        )
    }
    assert told(*heard[:1]) == {"intervention:a": "The representative of Morocco made a statement."}
    assert told(heard[0], heard[3]) == {"intervention:a": "The representative of Morocco made a statement."}


def test_a_note_or_another_event_parts_them() -> None:
    noted = spoke("b", "PHL", 2, note="welcomed the report")
    said = told(spoke("a", "MAR", 1), noted, spoke("c", "NER", 3), spoke("d", "JPN", 4))
    assert list(said) == ["intervention:a", "intervention:b", "intervention:c"]
    assert said["intervention:c"] == "Statements were made by the observers for the Niger and Japan."


@pytest.mark.parametrize("kind", [InterventionKind.STATEMENT, InterventionKind.EXPLANATION])
def test_one_delegation_that_spoke_twice_without_its_name_is_one(kind: InterventionKind) -> None:
    twice = [spoke(key, "MAR", minute, attribution=UNATTRIBUTED, kind=kind) for key, minute in (("a", 1), ("b", 2))]
    assert "Some" not in repr(told(*twice))
    assert told(*twice)["intervention:a"].startswith("A delegation made a statement")


def test_bodies_that_are_not_named_are_no_delegations() -> None:
    def body(key: str, name: str) -> Intervention:
        return replace(spoke(key, "MAR", 1, attribution=UNATTRIBUTED), state=None, body=Trilingual(name))

    assert told(body("a", "Quux"), body("b", "Quux")) == {"intervention:a": "A participant made a statement."}
    assert told(body("a", "Quux"), body("b", "Quuz")) == {"intervention:a": "Some participants made statements."}
    mixed = told(body("a", "Quux"), spoke("b", "MAR", 2, attribution=UNATTRIBUTED))
    assert mixed == {"intervention:a": "Some participants made statements."}


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ((spoke("a", "MAR", 1, attribution=UNATTRIBUTED),), "A delegation made a statement."),
        (
            (spoke("a", "MAR", 1, attribution=UNATTRIBUTED), spoke("b", "PHL", 2, attribution=UNATTRIBUTED)),
            "Some delegations made statements.",
        ),
        (
            (spoke("a", "MAR", 1, attribution=UNATTRIBUTED, kind=InterventionKind.EXPLANATION),),
            "A delegation made a statement in explanation of vote.",
        ),
        (
            (spoke("a", "MAR", 1, attribution=UNATTRIBUTED, note="The text was unclear."),),
            "A delegation said that the text was unclear.",
        ),
        (
            (spoke("a", "NER", 1, attribution=UNATTRIBUTED, kind=InterventionKind.OBSERVER_OBJECTION),),
            "A delegation made a statement.",
        ),
    ],
)
def test_what_is_unattributed_names_nobody(heard: tuple[Intervention, ...], expected: str) -> None:
    assert told(*heard)["intervention:a"] == expected


def test_explanations_stand_before_and_after_their_vote_in_the_formulas() -> None:
    kind = InterventionKind.EXPLANATION
    before = [
        replace(spoke(key, state, 0), at=at(LAST, 10, 39), kind=kind) for key, state in (("a", "MAR"), ("b", "PHL"))
    ]
    after = replace(spoke("c", "URY", 0), at=at(LAST, 10, 44), kind=kind, note="The text was unclear.")
    known = replace(facts(), interventions=(*before, after))
    order = {one.slot: one.text.en for one in draft(known)}
    assert order["intervention:a"] == (
        "Before the vote, statements in explanation of vote were made by the representatives of Morocco and the "
        "Philippines."
    )
    assert order["intervention:c"] == (
        "The representative of Uruguay, in explanation of vote after the vote, said that the text was unclear."
    )
    slots = list(order)
    assert slots.index("intervention:a") < slots.index("vote:v1") < slots.index("intervention:c")


@pytest.mark.parametrize(
    ("minute", "stopped"),
    [
        pytest.param(59, False, id="consensus on the next draft was sought"),
        pytest.param(59, True, id="the next vote was broken off"),
        pytest.param(50, True, id="still after the vote"),
    ],
)
def test_an_explanation_belongs_to_no_vote_once_the_room_has_gone_on(minute: int, *, stopped: bool) -> None:
    heard = replace(spoke("a", "GHA", 0), at=at(LAST, 10, minute), kind=InterventionKind.EXPLANATION)
    broken = replace(RECORDED, closed_at=None, stopped_at=at(LAST, 11, 5), stopped_for="The power failed.")
    votes = (ROLL_CALL, broken) if stopped else (ROLL_CALL,)
    known = replace(facts(), votes=votes, interventions=(heard,))
    text = {one.slot: one.text.en for one in draft(known)}["intervention:a"]
    assert ("After the vote" in text) is (minute == 50)
    assert explanations(ROLL_CALL, known) == ((), ("GHA",) if minute == 50 else ())


def test_an_explanation_after_consensus_on_another_draft_is_not_one_of_the_vote_before_or_after_it() -> None:
    agreed = ConsensusCall("c5", "p3", at(LAST, 10, 50), objected=False)
    voted = replace(HANDS, kind=VoteKind.PROPOSAL, proposal="p1")
    heard = replace(spoke("a", "GHA", 0), at=at(LAST, 10, 51), kind=InterventionKind.EXPLANATION)
    known = replace(facts(), votes=(ROLL_CALL, voted), calls=(*CALLS[2:3], agreed), interventions=(heard,))
    assert {explanations(one, known) for one in known.votes} == {((), ())}


def test_r27_the_table_of_votes_has_what_is_in_force_and_under_it_what_was_announced() -> None:
    declared = replace(HANDS, hands=HandCount(3, 5, 0), declared=Outcome.NOT_ADOPTED, divergence="")
    right = replace(declared, hands=HandCount(5, 3, 0))
    put_right = TotalsCorrection("c", "v3", at(LAST, 11, 30), "Tellers erred.", HandCount(3, 5, 0))
    known = replace(facts(), votes=(ROLL_CALL, right), totals_corrections=(put_right,))
    (annex,) = [one for one in paper(known).annexes if one.title.en == "Voting records"]
    table, *notes = annex.blocks
    assert isinstance(table, DataTable)
    assert [cell.en for cell in table.rows[1][2:]] == ["5", "3", "0", "Adopted"]
    (note,) = notes
    assert isinstance(note, Note)
    assert note.text.en.startswith("Vote 2. The result was first announced as 5 votes against, 3 in favour")


@pytest.mark.parametrize(
    ("in_favour", "against", "said"),
    [
        (5, 3, ("Adopted", "Adoption", "Aprobación")),
        (3, 5, ("Rejected", "Rejet", "Rechazo")),
        (3, 3, ("Not adopted", "Non-adoption", "No aprobación")),
        (0, 0, ("Not adopted", "Non-adoption", "No aprobación")),
    ],
)
def test_r15_what_a_majority_was_against_was_rejected_and_what_was_tied_not_adopted(
    in_favour: int, against: int, said: tuple[str, str, str]
) -> None:
    counted = replace(HANDS, hands=HandCount(in_favour, against, 1), declared=None, divergence="")
    (annex,) = [one for one in paper(replace(facts(), votes=(counted,))).annexes if "Vot" in one.title.en]
    (table,) = annex.blocks
    assert isinstance(table, DataTable)
    became = table.rows[0][-1]
    assert (became.en, became.fr, became.es) == said


def test_the_table_of_votes_says_what_a_motion_asked() -> None:
    """It said "Motion", and which of them nobody could tell."""
    asked = Trilingual.final("Shall the list be closed?", "La liste est-elle close ?", "¿Se cierra la lista?")
    motion = replace(HANDS, kind=VoteKind.PROCEDURAL, proposal=None, question=asked)
    (annex,) = [one for one in paper(replace(facts(), votes=(ROLL_CALL, motion))).annexes if "Vot" in one.title.en]
    (table,) = annex.blocks
    assert isinstance(table, DataTable)
    assert "Opening" not in table.rows[0][1].en, "that of a text is its title"
    said = table.rows[1][1]
    assert (said.en, said.fr, said.es) == (
        f"Motion: {asked.en}\nShow of hands",
        f"Motion\u00a0: {asked.fr}\nVote à main levée",
        f"Moción: {asked.es}\nVotación a mano alzada",
    )


def test_documents_before_the_meeting_are_named_under_their_item_once_it_was_held() -> None:
    known = facts()
    items = tuple(
        replace(one, documents=("NMIRF/2027/3", "NMIRF/2027/4")) if one.key == "i5" else one for one in known.items
    )
    said = {one.slot: one.text.en for one in draft(replace(known, items=items))}
    assert said["documents:i5"] == (
        "For its consideration of the item, the meeting had before it the following documents: NMIRF/2027/3 and "
        "NMIRF/2027/4."
    )
    assert "documents:i5" not in {one.slot for one in draft(replace(known, items=items, sittings=()))}


def test_the_text_of_a_decision_stands_where_it_was_adopted_its_verb_apart_and_the_annex_lists_it() -> None:
    printed = paper(facts())
    within = [one for one in blocks(printed.sections) if isinstance(one, DecisionBlock)]
    assert [one.name.en for one in within] == ["Decision 2027/1", "Decision 2027/2"]
    assert within[0].text[0].lead.en == "1. Decides"
    assert within[0].mode.fr == "[Adoptée par consensus.]"
    annexed = [one for one in printed.annexes if one.title.en == "Decisions"]
    (table,) = annexed[0].blocks
    assert isinstance(table, DataTable)
    assert [row[0].en for row in table.rows] == ["2027/1", "2027/2"]


def test_a_decision_whose_paragraph_was_removed_has_its_text_in_the_annex() -> None:
    known = facts()
    kept = tuple(one for one in just_drafted(known) if one.slot != "decision:d1")
    printed = minutes_paper(Minutes("m", "meeting"), kept, known)
    (annex,) = [one for one in printed.annexes if one.title.en == "Decisions"]
    assert [one.name.en for one in annex.blocks if isinstance(one, DecisionBlock)] == ["Decision 2027/1"]


def test_who_attended_is_listed_in_an_annex_where_delegations_are_named() -> None:
    persons = (PaperSection(Said.same("Members represented (1)"), (Para(Said.same("Ms. Ana SOSA")),)),)
    printed = paper(facts(), persons)
    attendance = next(one for one in printed.sections if one.title.en == "Attendance")
    assert not [one for one in attendance.blocks if isinstance(one, StateColumns)]
    assert [one.text.en for one in attendance.blocks if isinstance(one, Note)] == [
        "The participants are listed in annex I."
    ]
    assert printed.annexes[0].title.en == "Participants"
    assert [one for one in paper(facts()).annexes if one.title.en == "Participants"] == []


def test_bodies_that_were_heard_are_listed_with_the_participants(monkeypatch: pytest.MonkeyPatch) -> None:
    """The minutes said that the participants are listed in an annex, and OHCHR, named just before, was not."""
    monkeypatch.setattr("nmirf_desktop.domain.minutes_annexes.MANY", 5)
    printed = paper(facts())
    annex = printed.annexes[0]
    assert annex.title.en == "Participants"
    heading, listing = annex.blocks[-2:]
    assert isinstance(heading, Heading)
    assert isinstance(listing, Listing)
    assert heading.text.en == "Other participants"
    assert "Office of the United Nations High Commissioner for Human Rights (OHCHR)" in [
        one.text.en for one in listing.entries
    ]


def test_bodies_that_are_no_named_delegation_are_listed_with_those_who_are() -> None:
    persons = (PaperSection(Said.same("Members represented (1)"), (Para(Said.same("Ms. Ana SOSA")),)),)
    annex = paper(facts(), persons).annexes[0]
    listing = annex.blocks[-1]
    assert isinstance(listing, Listing)
    assert "Office of the United Nations" in listing.entries[0].text.en


def test_a_body_among_the_delegations_by_name_is_listed_once() -> None:
    name = "Office of the United Nations High Commissioner for Human Rights"
    table = DataTable((Column(Said.same("Body"), 1),), ((Said.same(name),), (Said.same("UNITAR\nGeneva"),)))
    persons = (PaperSection(Said.same("OHCHR (1)"), (table,)),)
    assert [one for one in paper(facts(), persons).annexes[0].blocks if isinstance(one, Listing)] == []


def test_one_body_that_was_heard_is_told_in_the_singular() -> None:
    known = facts()
    first = next(one for one in known.interventions if one.state is None)
    alone = replace(known, interventions=(first,))
    (told,) = [one.text for one in draft(alone) if one.slot == "participants"]
    assert (told.en, told.fr, told.es) == (
        "The following other participant took the floor:",
        "L’autre participant ci-après prend la parole\u00a0:",
        "Hace uso de la palabra el otro participante siguiente:",
    )


def test_no_section_is_empty_and_nothing_is_said_of_an_item_under_which_nothing_was_recorded() -> None:
    bare = RecordedMeeting(facts().meeting, facts().states, items=facts().items)
    printed = paper(bare)
    assert [one.title.en.replace("\u00a0", " ") for one in printed.sections] == [
        "Opening of the meeting (agenda item 1)",
        "Adoption of the agenda (agenda item 2)",
    ]
    for known in (facts(), bare, busy("MAR", "JPN")):
        assert all(one.blocks for one in (*paper(known).sections, *paper(known).annexes))


@pytest.mark.parametrize("known", [facts(), busy("MAR", "JPN"), busy("OMN", "GMB")], ids=["second", "busy", "Oman"])
def test_paragraphs_have_the_same_numbers_in_each_language_also_where_a_translation_is_missing(
    known: RecordedMeeting,
) -> None:
    """Notes are there in one language only: their paragraphs keep their numbers in the others."""
    printed = paper(known)
    numbers = [
        re.findall(r"^(\d+)\. ", "\n".join(Reader(catalog(language)).minutes(printed).split("\n[I]")[:1]), re.MULTILINE)
        for language in Language
    ]
    assert numbers[0] == numbers[1] == numbers[2]
    assert numbers[0] == [str(number) for number in range(1, len(numbers[0]) + 1)]
    assert any(not one.text.fr for one in just_drafted(known))


def test_what_was_said_off_the_record_is_told_nowhere_in_the_draft() -> None:
    heard = (spoke("a", "MAR", 1, attribution=OFF, note="was frank"), spoke("b", "PHL", 2))
    known = replace(facts(), interventions=tuple(one for one in heard if one.told), untold=frozenset({"MAR"}))
    assert "was frank" not in repr(paper(known))
    assert Trilingual() not in [one.text for one in draft(known)]


def test_of_a_meeting_of_the_committee_its_own_members_are_counted() -> None:
    known = facts()
    committee = replace(known, meeting=replace(known.meeting, kind=MeetingKind.COMMITTEE))
    said = {one.slot: one.text for one in draft(committee)}
    assert said["members"].en == "All four members of the Executive Committee were represented."
    assert said["states"].en.startswith("Also represented were ")
    assert "observers" not in said
    lists = [one for one in blocks(paper(committee).sections) if isinstance(one, StateColumns)]
    assert [one.title.en for one in lists] == [
        "Members of the Executive Committee represented", "Other States represented",
    ]  # fmt: skip
    assert len(lists[0].names) == 4
    some = replace(committee, presence=committee.presence[:2], interventions=(), positions=(), votes=(), calls=())
    assert {one.slot: one.text.en for one in draft(some)}["members"] == (
        "No member of the Executive Committee was represented."
    )


def test_a_draft_is_named_before_a_motion_on_its_debate_and_before_its_sponsor_introduces_it() -> None:
    first_word = min(one.at for one in facts().calls)
    closing = Motion(
        "q1", "meeting", "i4", MotionKind.CLOSE_DEBATE, first_word - datetime.timedelta(minutes=2), "MAR", Fate.ADOPTED
    )
    sponsored = tuple(replace(one, sponsor="PHL") if one.key == "p1" else one for one in facts().proposals)
    moment = first_word - datetime.timedelta(minutes=5)
    opened = Intervention("in", "meeting", "i4", moment, "PHL", kind=InterventionKind.INTRODUCTION)
    for known in (
        replace(facts(), interventions=(), motions=(closing,)),
        replace(facts(), interventions=(opened,), motions=(), proposals=sponsored),
    ):
        slots = [one.slot for one in draft(known) if one.item == "i4"]
        assert slots[0] == "proposal:p1"
        assert slots[1].startswith(("motion:q1", "intervention:in"))


def test_a_sponsor_introduces_its_draft_and_anybody_else_the_item() -> None:
    moment, kind = min(one.at for one in facts().calls) - datetime.timedelta(minutes=5), InterventionKind.INTRODUCTION
    opened = Intervention("in", "meeting", "i4", moment, "MAR", kind=kind)
    known = replace(facts(), motions=())

    def said(heard: Intervention, proposals: tuple[Proposal, ...] = known.proposals) -> Trilingual:
        drafted = draft(replace(known, interventions=(heard,), proposals=proposals))
        return next(one.text for one in drafted if one.slot == "intervention:in")

    bare = said(opened)
    assert (bare.en, bare.fr, bare.es) == (
        "The representative of Morocco introduced draft decision L.1.",
        "La délégation du Maroc présente le projet de décision L.1.",
        "La delegación de Marruecos presenta el proyecto de decisión L.1.",
    )
    assert said(replace(opened, note="It was short.")).en == (
        "The representative of Morocco, introducing draft decision L.1, said that it was short."
    )
    assert said(replace(opened, note="We wrote it.")).en == (
        "The representative of Morocco, introducing draft decision L.1, said: We wrote it."
    )
    assert said(replace(opened, state="PHL")).en == "The representative of the Philippines introduced the item."
    assert said(replace(opened, attribution=UNATTRIBUTED)).en == "A delegation introduced the item."
    both = tuple(replace(one, sponsor="MAR") for one in known.proposals)
    assert said(opened, both).en == "The representative of Morocco introduced the item."
