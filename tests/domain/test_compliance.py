"""The Declaration, watched: every rule answers for a register on a day, and each has its function and its tests."""

import datetime
import importlib
from dataclasses import replace

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda import Purpose
from nmirf_desktop.domain.agenda_versions import AgendaForm, AgendaVersion
from nmirf_desktop.domain.committees import AppointingBody, SeatEnding, Successor, replacement
from nmirf_desktop.domain.compliance import (
    JUDGES,
    STATE_LABELS,
    Evidence,
    Finding,
    FindingState,
    JudgedKind,
    RegisterFacts,
    RuleException,
    by_rule,
    check,
    gravest,
    judged,
)
from nmirf_desktop.domain.compliance.known import known_on
from nmirf_desktop.domain.corrected_totals import TotalsCorrection
from nmirf_desktop.domain.declaration import ADOPTION_DAY, RULES, rule
from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.lots import drawn as drawn_by
from nmirf_desktop.domain.meetings import Audience
from nmirf_desktop.domain.members import Basis, Ending, Membership
from nmirf_desktop.domain.membership_rules import change_status, withdraw
from nmirf_desktop.domain.organisation import NETWORK_NAME
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import say
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Method, Mode, Outcome, Position, VoteKind
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import (
    FOUNDING,
    STATES,
    answers,
    call,
    coordination,
    day,
    decision,
    facts,
    focal,
    found,
    item,
    letter,
    mechanism,
    meeting,
    member,
    moment,
    observer,
    period,
    proposal,
    said_of,
    seats,
    sent,
    states_of,
    term,
    vote,
)

KEPT, DUE, NOT_KEPT, NOT_JUDGED, NOT_REGULATED = FindingState
TODAY = "2026-11-24"
EMPTY = facts()
EN = catalog(Language.EN)
SILENT = {
    Language.EN: "Not in the Declaration: ",
    Language.FR: "Hors de la Déclaration\u00a0: ",
    Language.ES: "No figura en la Declaración: ",
}
PRACTICE = ["Practice in force", "Source of the practice"]
RULE_TESTS = (
    "members", "committees", "elections", "meetings", "agenda", "compliance", "compliance_texts", "voting",
    "invitations", "floor", "activities", "partnerships", "good_practices", "rule_changes",
)  # fmt: skip

COUNCIL = ("MAR", "PRY", "PRT")
TERM = term()
SEATS = seats(TERM, COUNCIL)
COMMITTEE = facts(
    memberships=tuple(member(code) for code in COUNCIL),
    meetings=(FOUNDING,),
    terms=(TERM,),
    seats=SEATS,
    coordinations=(coordination(SEATS[0]),),
)
ANNUAL = meeting("2026-01-28", "2026-01-30")
"""An annual meeting; the members of its votes are in English alphabetical order from Paraguay on."""
LIST = ("PRY", "PRT", "MAR")
L1 = proposal(ANNUAL)
NO_CONSENSUS = call(L1, "2026-01-28T10:00", objected=True)
ROLL_CALL = vote(L1, "2026-01-28T10:05", LIST)
IN_FAVOUR = answers(ROLL_CALL, dict.fromkeys(LIST, Answer.IN_FAVOUR))
VOTED = replace(
    COMMITTEE,
    meetings=(FOUNDING, ANNUAL),
    proposals=(L1,),
    calls=(NO_CONSENSUS,),
    votes=(ROLL_CALL,),
    positions=IN_FAVOUR,
    decisions=(decision(L1, "2026-01-28", Mode.VOTE, ROLL_CALL),),
)


def one(register: RegisterFacts, number: str, on: str = TODAY) -> Finding:
    """The only finding of a rule."""
    findings = found(register, number, on)
    assert len(findings) == 1, [finding.line(EN) for finding in findings]
    return findings[0]


def test_every_rule_has_a_function_and_a_test_named_by_its_number() -> None:
    numbers = [known.number for known in RULES]
    assert numbers == [f"R{number}" for number in range(1, len(RULES) + 1)]
    assert "R47" in numbers, "those of the Declaration are all there"
    assert list(JUDGES) == numbers
    names = {name for topic in RULE_TESTS for name in vars(importlib.import_module(f"tests.domain.test_{topic}"))}
    untested = [
        known.number for known in RULES if not any(name.startswith(f"test_{known.number.lower()}_") for name in names)
    ]
    assert not untested


def test_every_rule_answers_on_every_day_even_in_an_empty_register() -> None:
    for on in ("1900-01-01", "2024-05-09", TODAY, "2199-12-31"):
        findings = check(RegisterFacts(), day(on))
        assert [answer.rule for answer in by_rule(findings)] == list(RULES)
        assert NOT_KEPT not in states_of(findings)


def test_where_the_declaration_is_silent_the_section_says_so_and_a_default_stands_in() -> None:
    for known in RULES:
        assert known.section.startswith("Not in the Declaration: ") is known.silent
        assert known.title


@pytest.mark.parametrize("language", list(Language))
def test_every_rule_has_its_section_and_title_in_every_language_and_its_line_for_a_machine(language: Language) -> None:
    words = catalog(language)
    records = [finding.as_json(words) for finding in check(VOTED, day(TODAY))]
    titles = {str(record["rule"]): str(record["title"]) for record in records}
    assert list(titles) == list(JUDGES), "all 47, each under its number"
    assert len(set(titles.values())) == len(RULES), "no two rules have one title"
    for known in RULES:
        assert titles[known.number] == words.gettext(known.title) != ""
        assert words.gettext(known.section).startswith(SILENT[language]) is known.silent
        assert language is Language.EN or words.gettext(known.title) != known.title or known.title == "Quorum"


@pytest.mark.parametrize("language", list(Language))
def test_every_finding_is_said_in_three_languages(language: Language) -> None:
    words = catalog(language)
    for finding in check(VOTED, day(TODAY)):
        record = finding.as_json(words)
        assert record["section"]
        assert record["message"]
        assert "{" not in finding.line(words)
        assert words.gettext(STATE_LABELS[finding.state]) in finding.line(words)


@pytest.mark.parametrize("language", [Language.FR, Language.ES])
def test_no_word_of_a_rule_is_left_in_english(language: Language) -> None:
    words = catalog(language)
    said = {finding.message.message for on in ("2024-05-10", TODAY) for finding in check(VOTED, day(on))}
    practices = [text for known in RULES if known.practice for text in (known.practice.default, known.practice.source)]
    messages = [*(known.section for known in RULES), *(known.title for known in RULES), *practices, *said]
    alike = {"Vision", "Quorum", "Not in the Declaration: quorum", "{vote}. {problem}", "{meeting}. {notice}"}
    assert [text for text in messages if words.gettext(text) == text and text not in alike] == []


def test_what_a_machine_looks_up_is_the_same_in_every_language() -> None:
    stable = [
        [(record["rule"], record["section"], record["state"], list(record["facts"])) for record in records]  # type: ignore[call-overload]
        for records in ([one.as_json(catalog(language)) for one in check(VOTED, day(TODAY))] for language in Language)
    ]
    assert stable[0] == stable[1] == stable[2]


def test_the_answer_of_a_rule_is_the_gravest_of_its_objects() -> None:
    assert gravest([KEPT, NOT_REGULATED, NOT_JUDGED]) is NOT_JUDGED
    assert gravest([KEPT, DUE, NOT_KEPT]) is NOT_KEPT
    answers_of = {answer.rule.number: answer.state for answer in by_rule(check(COMMITTEE, day("2025-06-01")))}
    assert (answers_of["R5"], answers_of["R17"], answers_of["R28"]) == (NOT_KEPT, NOT_REGULATED, KEPT)


def test_a_finding_is_plain_for_a_machine() -> None:
    planned = meeting("2027-05-08")
    record = one(facts(meetings=(planned,)), "R39", "2027-04-01").as_json(EN)
    assert (record["rule"], record["state"], record["section"]) == ("R39", "due", "Network Meetings – Agenda")
    assert record["facts"] == {
        "First day of the meeting": "2027-05-08",
        "Last day for sending": "2027-04-08",
        "Members to be reached": 0,
        "Members not reached": 0,
        "Practice in force": "The day of sending is the secretariat’s, the day of the opening that of the place.",
        "Source of the practice": "Interpretation of the Declaration: local dates of the secretariat and of the venue",
    }
    assert record["advice"] == "Send it to every member; time left: 7 days."


# ---- R1–R11 --------------------------------------------------------------------------------------------------------


def test_r1_nothing_is_accredited() -> None:
    assert one(EMPTY, "R1").state is KEPT


def test_r2_a_member_without_a_mechanism_and_an_observer_with_one_are_named() -> None:
    register = facts(
        memberships=(member("PRY"), member("MAR"), observer("KEN"), observer("FJI"), member("PRT")),
        mechanisms=(mechanism("PRY"), mechanism("KEN", "2025-01-01"), mechanism("PRT", "2016-01-01", "2026-01-01")),
    )
    assert said_of(register, "R2", TODAY) == [("not_judged", "MAR"), ("not_kept", "KEN"), ("not_kept", "PRT")]
    assert said_of(register, "R2", "2024-12-31") == [("not_judged", "MAR")]
    assert one(replace(register, memberships=(member("PRY"), observer("FJI"))), "R2").state is KEPT


@pytest.mark.parametrize(
    ("others", "rest"),
    [
        ((), None),
        ((observer("FJI"),), "No observer has a mechanism."),
        ((member("PRY"),), "All other members have a mechanism."),
        ((observer("KEN"), observer("FJI")), "No other observer has a mechanism."),
        (
            (member("PRY"), observer("FJI")),
            "All other members have a mechanism, and no other observer has one.",
        ),
    ],
)
def test_r2_says_of_the_others_what_holds_and_nothing_where_there_are_none(
    others: tuple[Membership, ...], rest: str | None
) -> None:
    """With no member in order it said that all other members had a mechanism."""
    register = facts(
        memberships=(member("MAR"), *others), mechanisms=(mechanism("PRY"), mechanism("KEN", "2025-01-01"))
    )
    rests = [finding for finding in found(register, "R2", TODAY) if finding.state is KEPT]
    assert [finding.message.said_in(EN) for finding in rests] == ([rest] if rest else [])


def test_r3_a_state_outside_the_united_nations_is_found() -> None:
    register = facts(memberships=(member("PRY"), member("VAT")))
    assert said_of(register, "R3", TODAY) == [("not_kept", "VAT")]
    assert one(facts(memberships=(member("PRY"),)), "R3").state is KEPT


def test_r4_overlapping_memberships_are_found() -> None:
    register = facts(memberships=(member("PRY"), observer("PRY", "2025-01-01"), member("MAR")))
    assert said_of(register, "R4", TODAY) == [("not_kept", "PRY")]
    assert one(register, "R4", "2024-12-31").state is KEPT


def test_r5_each_member_has_one_focal_point_who_votes() -> None:
    register = facts(
        memberships=(member("PRY"), member("MAR"), member("PRT"), member("FIN"), observer("KEN")),
        focal_points=(focal("PRY"), focal("PRY", voting=False), focal("PRT", voting=False), focal("FIN")),
    )
    assert said_of(register, "R5", TODAY) == [("not_kept", "MAR"), ("not_kept", "PRT")]
    twice = replace(register, focal_points=(*register.focal_points, focal("FIN", start="2025-01-01")))
    assert ("not_kept", "FIN") in said_of(twice, "R5", TODAY)
    assert ("not_kept", "FIN") not in said_of(twice, "R5", "2024-12-31")


def test_r6_a_missing_focal_point_is_no_obstacle_to_a_vote() -> None:
    register = facts(memberships=(member("PRY"),))
    assert one(register, "R5").state is NOT_KEPT
    assert one(register, "R6").state is KEPT


def test_r7_observers_do_not_vote() -> None:
    register = facts(memberships=(observer("KEN"),), focal_points=(focal("KEN", voting=False),))
    assert one(register, "R7").state is KEPT
    assert one(replace(register, focal_points=(focal("KEN"),)), "R7").state is NOT_KEPT


def test_r7_whoever_was_not_a_member_on_the_day_is_found_in_the_lists() -> None:
    observed = replace(VOTED, memberships=(member("PRY"), member("PRT"), observer("MAR")))
    assert said_of(observed, "R7", TODAY) == [("not_kept", ROLL_CALL.key)]
    left = replace(VOTED, memberships=(member("PRY"), member("PRT"), member("MAR", "2024-05-09", "2026-01-28")))
    assert said_of(left, "R7", TODAY) == [("not_kept", ROLL_CALL.key)]
    assert one(VOTED, "R7").state is KEPT


def test_r7_an_observers_objection_is_a_remark() -> None:
    objection = call(L1, "2026-01-28T10:00", objected=True, objector="KEN")
    register = replace(VOTED, memberships=(*VOTED.memberships, observer("KEN")), calls=(objection,))
    assert said_of(register, "R7", TODAY) == [("kept", L1.key)]


def test_r8_a_state_joins_on_the_receipt_of_a_complete_communication() -> None:
    joined = member("MAR", "2025-03-01")
    assert one(facts(memberships=(joined,), communications=(letter("MAR", "2025-03-01"),)), "R8").state is KEPT
    late = facts(memberships=(joined,), communications=(letter("MAR", "2025-02-01"),))
    assert said_of(late, "R8", TODAY) == [("not_kept", "MAR")]
    incomplete = facts(memberships=(joined,), communications=(letter("MAR", "2025-03-01", adoption=False),))
    assert said_of(incomplete, "R8", TODAY) == [("not_kept", "MAR")]
    assert said_of(facts(memberships=(joined,)), "R8", TODAY) == [("not_judged", "MAR")]


def test_r8_two_letters_that_complete_each_other_are_read_together() -> None:
    first = replace(letter("MAR", "2025-02-01", adoption=False), key="first")
    register = facts(
        memberships=(member("MAR", "2025-03-01"),),
        communications=(first, letter("MAR", "2025-03-01", interest=False)),
    )
    assert one(register, "R8").state is KEPT


def test_r8_a_letter_that_waits_is_due_and_says_what_is_missing() -> None:
    waiting = one(facts(communications=(letter("MAR", "2025-03-01", adoption=False),)), "R8")
    assert (waiting.state, waiting.subject.kind) == (DUE, JudgedKind.COMMUNICATION)
    assert waiting.message.said_in(EN) == (
        "Morocco: the communication received on 1 March 2025 is incomplete. "
        "Still to come: decision to adopt the Declaration."
    )
    complete = facts(memberships=(member("PRY"),), communications=(letter("MAR", "2025-03-01"),))
    assert said_of(complete, "R8", TODAY) == [("due", "letter-MAR")]
    assert said_of(complete, "R8", "2025-02-28") == []


def test_r8_a_state_that_left_needs_a_new_communication() -> None:
    left = replace(member("MAR", "2025-03-01"), period=period("2025-03-01", "2025-12-01"), ending=Ending.WITHDRAWAL)
    old = letter("MAR", "2025-03-01")
    assert said_of(facts(memberships=(left,), communications=(old,)), "R8", TODAY) == []
    again = replace(letter("MAR", "2026-06-01", adoption=False), key="again")
    assert said_of(facts(memberships=(left,), communications=(old, again)), "R8", TODAY) == [("due", "again")]


def test_r9_a_founding_membership_with_another_day_is_a_remark() -> None:
    founder = replace(member("PRY", "2024-06-01"), basis=Basis.FOUNDING)
    assert said_of(facts(memberships=(founder, member("MAR"))), "R9", TODAY) == [("kept", "PRY")]
    assert one(facts(memberships=(member("MAR"), member("PRY", "2025-01-01"))), "R9").state is KEPT
    assert one(EMPTY, "R9").state is NOT_JUDGED


def test_r10_a_change_of_status_leaves_no_gap() -> None:
    ended, new = change_status(observer("KEN"), day("2025-06-01"), "new")
    assert one(facts(memberships=(ended, new)), "R10").state is KEPT
    gap = replace(new, period=period("2025-06-02"))
    assert [finding.state for finding in found(facts(memberships=(ended, gap)), "R10", TODAY)] == [NOT_KEPT, NOT_KEPT]
    assert one(facts(memberships=(ended, gap)), "R10", "2025-05-31").state is KEPT
    unexplained = replace(new, kind=ended.kind)
    assert NOT_KEPT in states_of(found(facts(memberships=(ended, unexplained)), "R10", TODAY))


def test_r11_a_withdrawal_has_its_day_and_an_end_its_reason() -> None:
    assert one(facts(memberships=(withdraw(member("PRY"), day("2026-01-01")),)), "R11").state is KEPT
    undated = replace(member("PRY"), ending=Ending.WITHDRAWAL)
    assert one(facts(memberships=(undated,)), "R11").state is NOT_KEPT
    unexplained = facts(memberships=(member("PRY", "2024-05-09", "2026-01-01"),))
    assert said_of(unexplained, "R11", TODAY) == [("kept", "PRY")]
    assert one(unexplained, "R11", "2025-12-31").state is KEPT


# ---- R12–R20 -------------------------------------------------------------------------------------------------------


def test_r12_r13_a_vote_follows_a_noted_absence_of_consensus() -> None:
    assert (one(VOTED, "R12").state, one(VOTED, "R13").state) == (KEPT, KEPT)
    at_once = replace(VOTED, calls=())
    assert said_of(at_once, "R12", TODAY) == said_of(at_once, "R13", TODAY) == [("not_kept", ROLL_CALL.key)]
    afterwards = replace(VOTED, calls=(call(L1, "2026-01-28T11:00", objected=True),))
    assert one(afterwards, "R12").state is NOT_KEPT


def test_r12_a_decision_by_consensus_rests_on_the_chairs_question() -> None:
    adopted = decision(L1, "2026-01-28")
    agreed = call(L1, "2026-01-28T10:00", objected=False)
    register = replace(VOTED, votes=(), positions=(), decisions=(adopted,), calls=(agreed,))
    assert one(register, "R12").state is KEPT
    assert said_of(replace(register, calls=(NO_CONSENSUS,)), "R12", TODAY) == [("not_kept", adopted.key)]
    assert said_of(replace(register, calls=()), "R12", TODAY) == [("not_kept", adopted.key)]


def test_r12_brackets_that_were_left_in_a_decision_are_remarked_in_any_language() -> None:
    """A text of which words were not agreed became a decision, and nothing told of it."""
    (made,) = VOTED.decisions
    english, french = Trilingual(en="Has [a report]."), Trilingual(en="Has a report.", fr="A [un rapport].")
    for text, words in ((english, "[a report]"), (french, "[un rapport]")):
        register = replace(VOTED, decisions=(replace(made, text=text),))
        told = [finding for finding in found(register, "R12", TODAY) if finding.remark]
        assert [finding.subject.key for finding in told] == [made.key]
        assert f"({words})" in told[0].line(EN)
    assert not any(finding.remark for finding in found(VOTED, "R12", TODAY))


def test_r13_a_proposal_without_consensus_is_put_to_the_vote_while_the_meeting_lasts() -> None:
    register = replace(VOTED, votes=(), positions=(), decisions=())
    assert said_of(register, "R13", "2026-01-30") == [("due", L1.key)]
    assert said_of(register, "R13", "2026-01-31") == [("kept", L1.key)]
    withdrawn = replace(L1, withdrawn_at=moment("2026-01-28T12:00"))
    assert said_of(replace(register, proposals=(withdrawn,)), "R13", "2026-01-30") == []
    assert one(register, "R13", "2026-01-27").state is NOT_JUDGED


def test_r13_a_decision_by_vote_rests_on_a_vote_on_its_proposal() -> None:
    """A decision said to be adopted by a vote of which nothing was recorded passed without a word."""
    (made,) = VOTED.decisions
    assert made.mode is Mode.VOTE
    for wrong in (replace(made, vote=None), replace(made, proposal="another")):
        told = [finding.line(EN) for finding in found(replace(VOTED, decisions=(wrong,)), "R13", TODAY)]
        assert any("but no vote on its proposal is recorded" in line for line in told)


def test_r13_a_procedural_motion_goes_straight_to_the_vote() -> None:
    motion = replace(ROLL_CALL, kind=VoteKind.PROCEDURAL, proposal=None)
    register = replace(VOTED, votes=(motion,), calls=(), proposals=(), decisions=())
    assert NOT_KEPT not in states_of([*found(register, "R12", TODAY), *found(register, "R13", TODAY)])


def test_r14_the_stored_result_equals_the_computed_one() -> None:
    finding = one(VOTED, "R14")
    assert finding.state is KEPT
    assert finding.message.said_in(EN) == (
        "Vote on draft decision NMIRF/2026/L.1: in favour 3, against 0, abstaining 0; adopted."
    )
    against = answers(ROLL_CALL, dict.fromkeys(LIST, Answer.AGAINST))
    assert one(replace(VOTED, positions=against), "R14").state is NOT_KEPT, "a decision rests on it"
    assert one(replace(VOTED, positions=against, decisions=()), "R14").state is KEPT
    assert one(EMPTY, "R14").state is NOT_JUDGED


def test_r14_what_the_chair_declared_stands_beside_the_numbers() -> None:
    declared = replace(ROLL_CALL, declared=Outcome.NOT_ADOPTED, divergence="The Chair misread the sheet")
    finding = one(replace(VOTED, votes=(declared,), decisions=()), "R14")
    assert finding.state is NOT_KEPT
    assert finding.advice.said_in(EN) == "Reason recorded: The Chair misread the sheet"
    assert one(replace(VOTED, votes=(replace(declared, divergence=""),)), "R14").advice


def test_r14_a_vote_that_is_open_is_due_and_one_of_a_later_day_is_not_there() -> None:
    assert one(replace(VOTED, votes=(replace(ROLL_CALL, closed_at=None),)), "R14").state is DUE
    assert one(VOTED, "R14", "2026-01-27").state is NOT_JUDGED


def test_r14_the_day_of_a_vote_is_the_day_at_the_place_of_the_meeting() -> None:
    fiji = replace(ANNUAL, time_zone="Pacific/Fiji")
    morning = replace(ROLL_CALL, opened_at=moment("2026-01-27T21:00"), closed_at=moment("2026-01-27T21:10"))
    register = replace(VOTED, meetings=(FOUNDING, fiji), votes=(morning,))
    assert one(register, "R14", "2026-01-27").state is NOT_JUDGED
    assert NOT_JUDGED not in states_of(found(register, "R14", "2026-01-28"))


def test_r14_numbers_that_cannot_be_are_not_kept() -> None:
    hands = replace(ROLL_CALL, method=Method.SHOW_OF_HANDS, hands=HandCount(4, 0, 0))
    finding = one(replace(VOTED, votes=(hands,), positions=()), "R14")
    assert finding.state is NOT_KEPT
    assert "4 hands were counted, but 3 members are entitled to vote." in finding.message.said_in(EN)


def test_r15_equal_numbers_adopt_nothing() -> None:
    tied = answers(ROLL_CALL, {"PRY": Answer.IN_FAVOUR, "PRT": Answer.AGAINST, "MAR": Answer.ABSTAINING})
    register = replace(VOTED, positions=tied, decisions=())
    assert one(register, "R15").message.said_in(EN).endswith("in favour 1, against 1, abstaining 1; not adopted.")
    assert one(register, "R14").state is KEPT
    assert one(replace(VOTED, positions=tied), "R15").state is NOT_KEPT
    assert one(VOTED, "R15").state is KEPT


def test_r16_each_member_has_one_vote_and_none_is_left_out() -> None:
    assert one(VOTED, "R16").state is KEPT
    second = Position("second", ROLL_CALL.key, "PRY", Answer.AGAINST, moment("2026-01-28T10:07"))
    assert one(replace(VOTED, positions=(*IN_FAVOUR, second)), "R16").state is NOT_KEPT
    changed = replace(second, act=Act.CHANGE)
    assert one(replace(VOTED, positions=(*IN_FAVOUR, changed)), "R16").state is KEPT
    short = replace(ROLL_CALL, entitled=LIST[:2])
    assert said_of(replace(VOTED, votes=(short,), positions=()), "R16", TODAY) == [("not_kept", short.key)]


@pytest.mark.parametrize("right", [Answer.PASSED, Answer.NO_ANSWER])
def test_r16_an_answer_that_was_mis_keyed_and_the_one_of_the_second_call_are_one_vote(right: Answer) -> None:
    def written(minute: int, answer: Answer, act: Act = Act.ANSWER, call: int = 1) -> Position:
        return Position(f"p{minute}", ROLL_CALL.key, "PRY", answer, moment(f"2026-01-28T10:0{minute}"), call, act)

    others = tuple(one for one in IN_FAVOUR if one.state != "PRY")
    slip = (written(5, Answer.IN_FAVOUR), written(6, right, Act.REKEYED), written(7, Answer.IN_FAVOUR, call=2))
    assert one(replace(VOTED, positions=(*others, *slip)), "R16").state is KEPT
    again = written(8, Answer.AGAINST, call=2)
    assert one(replace(VOTED, positions=(*others, *slip, again)), "R16").state is NOT_KEPT


@pytest.mark.parametrize("number", ["R17", "R18"])
def test_r17_r18_what_is_not_regulated_names_its_default_and_source(number: str) -> None:
    finding = one(EMPTY, number)
    assert finding.state is NOT_REGULATED
    assert [fact.name for fact in finding.facts] == ["Default", "Source", *PRACTICE]
    assert finding.section.startswith("Not in the Declaration: ")


def test_r18_the_methods_of_voting_come_from_the_general_assembly() -> None:
    record = one(EMPTY, "R18").as_json(EN)
    assert isinstance(record["facts"], dict)
    assert record["facts"]["Source"] == "Rules of Procedure of the General Assembly, 87/127"


def test_r19_the_order_of_a_roll_call_is_recomputed() -> None:
    assert one(VOTED, "R19").state is KEPT
    unordered = replace(ROLL_CALL, entitled=("PRY", "MAR", "PRT"))
    assert one(replace(VOTED, votes=(unordered,)), "R19").state is NOT_KEPT
    recorded = replace(unordered, method=Method.RECORDED, drawn=None)
    assert one(replace(VOTED, votes=(recorded,)), "R19").state is KEPT


def test_r19_a_roll_call_whose_lot_is_not_recorded_is_not_said_to_have_its_order() -> None:
    """Any list in English order looked right, from whichever name it began."""
    told = one(replace(VOTED, votes=(replace(ROLL_CALL, drawn=None),)), "R19")
    assert (told.state, told.remark) == (KEPT, True)
    assert "no name drawn by lot is recorded" in told.line(EN)


def test_r19_a_lot_of_the_program_is_drawn_again_from_its_seed() -> None:
    seed = next(seed for seed in map(str, range(100)) if drawn_by(seed, LIST)[0] == "PRY")
    other = next(seed for seed in map(str, range(100)) if drawn_by(seed, LIST)[0] != "PRY")
    right = one(replace(VOTED, votes=(replace(ROLL_CALL, lot_seed=seed),)), "R19")
    assert (right.state, right.remark) == (KEPT, False)
    assert "Lots drawn by the program, drawn again from their seeds" in [fact.name for fact in right.facts]
    wrong = one(replace(VOTED, votes=(replace(ROLL_CALL, lot_seed=other),)), "R19")
    assert wrong.state is NOT_KEPT
    assert "is not the one that the recorded seed draws" in wrong.line(EN)
    assert ("Seed", other) in [(fact.name, fact.value) for fact in wrong.facts]


@given(st.permutations(LIST), st.sampled_from(LIST))
def test_r19_only_the_english_order_from_the_name_drawn_is_kept(order: list[str], drawn: str) -> None:
    names = {state.iso3: state.short[Language.EN] for state in STATES}
    english = sorted(LIST, key=names.__getitem__)
    place = english.index(drawn)
    right = (*english[place:], *english[:place])
    called = replace(ROLL_CALL, entitled=tuple(order), drawn=drawn)
    state = one(replace(VOTED, votes=(called,)), "R19").state
    assert state is (KEPT if tuple(order) == right else NOT_KEPT)


def test_r19_the_names_of_the_day_decide_and_not_those_of_today() -> None:
    new = Names("Aparaguay", "Aparaguay", "Aparaguay")
    later = Renaming("renaming", "PRY", day("2026-02-01"), new, new, new)
    assert one(replace(VOTED, renamings=(later,)), "R19").state is KEPT
    assert one(replace(VOTED, renamings=(replace(later, since=day("2026-01-01")),)), "R19").state is NOT_KEPT


def test_r20_lists_are_ordered_when_they_are_printed() -> None:
    assert one(EMPTY, "R20").state is KEPT


# ---- R27, R42, R43 -----------------------------------------------------------------------------------------------
# ---- R27, R42, R44, R45 ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["Misheard in the room.", ""])
def test_r27_a_corrected_vote_is_told_with_both_results_and_its_reason(reason: str) -> None:
    assert [one.state for one in found(VOTED, "R27", TODAY)] == [NOT_REGULATED], "nothing was corrected"
    late = ROLL_CALL.closed_at
    assert late is not None
    after = replace(
        IN_FAVOUR[0],
        key="right",
        answer=Answer.AGAINST,
        act=Act.REKEYED,
        reason=reason,
        at=late + datetime.timedelta(minutes=5),
    )
    _, told = found(replace(VOTED, positions=(*IN_FAVOUR, after)), "R27", TODAY)
    assert (told.state, bool(told.advice)) == (NOT_REGULATED, not reason)
    said = {fact.name: say(EN, "{value}", {"value": fact.value}) for fact in told.facts}
    assert said["As announced"] == "3 in favour, 0 against, 0 abstaining"
    assert said["As corrected"] == "2 in favour, 1 against, 0 abstaining"
    assert said.get("Reason", "") == reason
    assert ("no reason was given" in told.line(EN)) == (not reason)


@pytest.mark.parametrize("method", [Method.SHOW_OF_HANDS, Method.SECRET_BALLOT])
def test_r27_corrected_totals_are_told_with_both_results_and_each_reason(method: Method) -> None:
    closed = ROLL_CALL.closed_at
    assert closed is not None
    papers = Papers(3, 3, 0, (), (), ()) if method is Method.SECRET_BALLOT else None
    vote = replace(ROLL_CALL, method=method, drawn=None, hands=HandCount(1, 1, 1), papers=papers)
    kept = tuple(
        TotalsCorrection(
            f"{number}", vote.key, closed + datetime.timedelta(hours=20 * number), f"Reason {number}", before,
            papers and replace(papers, invalid=1),
        )
        for number, before in enumerate((HandCount(2, 0, 0), HandCount(1, 0, 1)), 1)
    )  # fmt: skip
    register = replace(VOTED, votes=(vote,), positions=(), totals_corrections=kept[::-1])
    late = (closed + datetime.timedelta(days=2)).date()
    _, told = found(register, "R27", str(late))
    assert told.state is NOT_REGULATED
    said = {fact.name: say(EN, "{value}", {"value": fact.value}) for fact in told.facts}
    assert said["As announced"] == "2 in favour, 0 against, 0 abstaining"
    assert said["As corrected"] == "1 in favour, 1 against, 1 abstaining"
    assert [fact.value for fact in told.facts if fact.name == "Reason"] == ["Reason 1", "Reason 2"]
    assert ("Ballot papers as announced" in said) is (papers is not None)
    on_the_day = known_on(register, (closed + datetime.timedelta(hours=20)).date())
    assert on_the_day.totals_corrections == kept[:1]
    assert [one.hands for one in on_the_day.votes] == [HandCount(1, 0, 1)], "what was put right later is not known"
    before_all = known_on(register, closed.date())
    assert ([one.hands for one in before_all.votes], before_all.totals_corrections) == ([HandCount(2, 0, 0)], ())


# ---- R28–R34 -------------------------------------------------------------------------------------------------------


def test_r28_the_size_of_the_committee_on_a_day() -> None:
    assert one(COMMITTEE, "R28").state is KEPT
    left = replace(SEATS[2], period=period("2024-05-09", "2025-09-01"), ending=SeatEnding.RESIGNATION)
    vacant = replace(COMMITTEE, seats=(*SEATS[:2], left))
    assert one(vacant, "R28", "2025-08-31").state is KEPT
    assert one(vacant, "R28", "2025-09-01").state is NOT_KEPT
    filled = replace(
        COMMITTEE, seats=(*SEATS[:2], *replacement(SEATS[2], TERM, day("2025-10-01"), Successor("x", "FIN")))
    )
    assert one(filled, "R28", "2025-10-01").state is KEPT
    assert one(EMPTY, "R28").state is NOT_JUDGED


def test_r28_a_vacancy_is_told_with_its_days_also_once_it_is_filled() -> None:
    left = replace(SEATS[2], period=period("2024-05-09", "2025-09-01"), ending=SeatEnding.RESIGNATION)
    later = replace(SEATS[2], key="later", state="FIN", period=period("2025-11-01", "2027-05-09"))
    register = replace(COMMITTEE, seats=(*SEATS[:2], left, later))
    assert one(register, "R28", "2025-10-15").message.said_in(EN) == (
        "Seats held since 1 September 2025: 2; the Declaration asks for 3 to 5."
    )
    for on in ("2025-11-01", TODAY, "2027-05-09"):
        past, now = found(register, "R28", on)
        assert (past.remark, now.state, now.remark) == (True, KEPT, on == "2027-05-09")
        assert past.message.said_in(EN) == (
            "Seats held from 1 September 2025 to 31 October 2025: 2; the Declaration asks for 3 to 5."
        )
    renewed = replace(term("2027-05-09", at=ANNUAL), appointed_on=ANNUAL.opens_on)
    over = replace(register, terms=(TERM, renewed), seats=(*register.seats, *seats(renewed, COUNCIL)))
    assert [(one.remark, one.subject.key) for one in found(over, "R28", "2027-06-01")] == [
        (True, TERM.key),
        (False, renewed.key),
    ]


def test_r28_a_state_counts_once() -> None:
    twice = replace(COMMITTEE, seats=(*SEATS[:2], replace(SEATS[0], key="again")))
    assert said_of(twice, "R28", TODAY) == [("not_kept", TERM.key), ("not_kept", "MAR")]
    six = replace(COMMITTEE, seats=seats(TERM, ("MAR", "PRY", "PRT", "FIN", "IDN", "LTU")))
    assert said_of(six, "R28", TODAY) == [("not_kept", TERM.key)]


def test_r28_a_committee_appointed_for_later_is_looked_at_on_its_first_day() -> None:
    next_term = replace(term("2027-05-09", at=ANNUAL), appointed_on=ANNUAL.opens_on)
    register = replace(COMMITTEE, terms=(TERM, next_term), seats=(*SEATS, *seats(next_term, ("FIN", "KEN"))))
    assert said_of(register, "R28", TODAY) == [("not_kept", next_term.key)]
    assert said_of(register, "R28", "2026-01-27") == [], "it was appointed on the day after"


def test_r29_regions_all_different_repeated_or_single() -> None:
    assert one(COMMITTEE, "R29").state is KEPT
    repeated = replace(COMMITTEE, seats=seats(TERM, ("MAR", "KEN", "PRY")))
    assert said_of(repeated, "R29", TODAY) == [("kept", TERM.key)]
    said = one(repeated, "R29").message.said_in(EN)
    assert said == "The seats stand for different regions; more than one stands for: African States."
    single = replace(COMMITTEE, seats=seats(TERM, ("MAR", "KEN", "GHA")))
    assert said_of(single, "R29", TODAY) == [("not_kept", TERM.key)]


def test_r30_a_mandate_is_announced_and_shown_until_it_is_renewed() -> None:
    days = ("2026-11-08", "2026-11-09", "2027-05-08", "2027-05-09", "2029-01-01")
    assert [one(COMMITTEE, "R30", on).state for on in days] == [KEPT, DUE, DUE, NOT_KEPT, NOT_KEPT]
    renewed = replace(term("2027-06-01", at=None), appointed_on=day("2026-12-01"))
    register = replace(COMMITTEE, terms=(TERM, renewed))
    assert found(register, "R30", "2026-11-30")[0].state is DUE
    assert found(register, "R30", "2026-12-01")[0].state is KEPT
    assert found(register, "R30", "2027-05-31")[0].state is NOT_KEPT, "it acts until the new mandate begins"
    assert found(register, "R30", "2027-06-01")[0].state is KEPT
    told = {on: found(register, "R30", on)[0].message.said_in(EN) for on in ("2026-12-01", "2027-05-31", "2027-06-01")}
    assert list(told.values()) == [
        "The mandate runs from 9 May 2024 to 8 May 2027; the next Committee follows it on 1 June 2027.",
        "The mandate ended on 8 May 2027; the Committee acts until the next one begins on 1 June 2027.",
        "The mandate ran from 9 May 2024 to 8 May 2027; the next Committee followed it on 1 June 2027.",
    ]
    assert one(COMMITTEE, "R30", "2027-05-09").message.said_in(EN) == (
        "The mandate ended on 8 May 2027; the Committee acts until a meeting renews it."
    )


def test_r30_an_appointment_that_is_recorded_ahead_is_told_from_that_day_on_and_to_no_earlier_one() -> None:
    ahead = replace(term("2027-05-09", at=None), appointed_on=day("2027-01-06"))
    register, on = replace(COMMITTEE, terms=(TERM, ahead)), day("2026-11-26")

    def said(today: datetime.date | None) -> str:
        (finding,) = (one for one in check(register, on, today) if one.rule == "R30")
        assert finding.state is DUE, "it is renewed once it is appointed"
        return f"{finding.message.said_in(EN)} {finding.advice.said_in(EN)}".replace("\u00a0", " ")

    assert said(today=on) == (
        "The mandate ends on 8 May 2027. The next Committee is to be appointed on 6 January 2027, to sit from "
        "9 May 2027. Once the meeting has appointed it, record the decision."
    )
    for today in (None, on + datetime.timedelta(days=1)):
        assert "Prepare the renewal" in said(today)


def test_r30_a_mandate_does_not_last_longer_than_three_years() -> None:
    longer = replace(TERM, period=period("2024-05-09", "2027-05-10"))
    assert one(replace(COMMITTEE, terms=(longer,)), "R30").state is NOT_KEPT
    endless = replace(TERM, period=period("2024-05-09"))
    assert one(replace(COMMITTEE, terms=(endless,)), "R30").state is NOT_KEPT


def test_r30_what_a_committee_agreed_after_its_mandate_is_found() -> None:
    late = replace(meeting("2027-09-01"), agenda_agreed_on=day("2027-07-01"), agenda_agreed_by=TERM.key)
    findings = found(replace(COMMITTEE, meetings=(FOUNDING, late)), "R30", "2027-07-01")
    assert [(finding.state, finding.subject.key) for finding in findings] == [
        (NOT_KEPT, TERM.key),
        (NOT_KEPT, late.key),
    ]


def test_a10_the_committee_that_acts_on_is_remarked_on() -> None:
    assert [one(COMMITTEE, number, "2027-06-01").remark for number in ("R28", "R34")] == [True, True]
    assert one(COMMITTEE, "R34", "2027-06-01").state is KEPT


def test_r31_a_replacement_ends_with_the_mandate() -> None:
    both = replacement(SEATS[2], TERM, day("2025-10-01"), Successor("x", "FIN"))
    assert one(replace(COMMITTEE, seats=(*SEATS[:2], *both)), "R31").message.said_in(EN).endswith("Finland.")
    beyond = replace(both[1], period=period("2025-10-01", "2028-10-01"))
    assert one(replace(COMMITTEE, seats=(*SEATS[:2], both[0], beyond)), "R31").state is NOT_KEPT


def test_r32_a_committee_is_appointed_by_a_decision_of_a_meeting_within_its_days() -> None:
    assert one(COMMITTEE, "R32").state is KEPT, "the founding meeting adopted the Declaration"
    outside = replace(TERM, appointed_on=day("2024-05-20"))
    assert one(replace(COMMITTEE, terms=(outside,)), "R32").state is NOT_KEPT
    assert one(replace(COMMITTEE, terms=(replace(TERM, meeting=None),)), "R32").state is NOT_KEPT
    adopted = decision(L1, "2026-01-28")
    later = replace(term("2026-01-28", at=ANNUAL), decision=adopted.key)
    register = facts(meetings=(ANNUAL,), terms=(later,), decisions=(adopted,), memberships=COMMITTEE.memberships)
    assert one(register, "R32").state is KEPT
    assert one(replace(register, decisions=()), "R32").state is NOT_KEPT


def test_r33_seats_are_held_by_members_and_an_observers_is_remarked_on() -> None:
    assert one(COMMITTEE, "R33").state is KEPT
    observed = replace(COMMITTEE, memberships=(member("MAR"), member("PRY"), observer("PRT")))
    assert said_of(observed, "R33", TODAY) == [("kept", "PRT")]
    gone = replace(COMMITTEE, memberships=(member("MAR"), member("PRY"), member("PRT", "2024-05-09", "2026-01-01")))
    assert said_of(gone, "R33", TODAY) == [("not_kept", "PRT")]
    assert said_of(gone, "R33", "2025-12-31") == []
    assert one(replace(COMMITTEE, seats=()), "R33").state is NOT_JUDGED


def test_r34_exactly_one_coordinator_from_the_committee() -> None:
    first = coordination(SEATS[0])
    assert one(COMMITTEE, "R34").state is KEPT
    assert one(replace(COMMITTEE, coordinations=()), "R34").state is NOT_KEPT
    assert one(replace(COMMITTEE, coordinations=(first, coordination(SEATS[1]))), "R34").state is NOT_KEPT
    assert one(replace(COMMITTEE, coordinations=(replace(first, seat="other"),)), "R34").state is NOT_KEPT
    by_meeting = replace(first, appointed_by=AppointingBody.MEETING)
    assert one(replace(COMMITTEE, coordinations=(by_meeting,)), "R34").remark


def test_a10_r28_r34_of_a_committee_that_acts_the_renewal_is_advised_and_no_act_that_is_refused() -> None:
    two = replace(COMMITTEE, seats=SEATS[:2], coordinations=())
    for number in ("R28", "R34"):
        before, after = (one_not_kept(two, number, on) for on in ("2027-05-08", "2027-05-09"))
        assert "agenda of the next meeting" not in before.advice.said_in(EN)
        assert "agenda of the next meeting" in after.advice.said_in(EN)


def one_not_kept(known: RegisterFacts, number: str, on: str) -> Finding:
    """The one thing that is not kept by a rule on a day."""
    (finding,) = (one for one in found(known, number, on) if one.state is NOT_KEPT)
    return finding


# ---- R36–R40 -------------------------------------------------------------------------------------------------------


def test_r36_a_meeting_for_every_year_from_2025_on() -> None:
    january = meeting("2026-01-28", "2026-01-30", year=2026)
    known = facts(meetings=(FOUNDING, january))
    assert said_of(known, "R36", "2026-06-01") == [("not_kept", "2025")]
    counted = facts(meetings=(FOUNDING, replace(january, counts_for=2025)))
    assert said_of(counted, "R36", "2026-06-01") == [("due", "2026")]
    assert said_of(counted, "R36", "2025-12-31") == [("due", "2025"), ("kept", FOUNDING.key)]
    assert said_of(counted, "R36", "2026-01-27") == [("due", "2025"), ("due", "2026"), ("kept", FOUNDING.key)]
    assert said_of(counted, "R36", "2027-01-30") == [("not_kept", "2026"), ("due", "2027")]
    assert said_of(counted, "R36", "2027-01-31")[-1] == ("kept", january.key), "more than twelve months ago"
    assert one(EMPTY, "R36").state is NOT_JUDGED


def test_r36_who_has_planned_the_next_meeting_is_not_told_to_plan_it() -> None:
    first, second = meeting("2025-01-28", year=2025), meeting("2026-03-14", year=2026)
    alone, planned = facts(meetings=(FOUNDING, first)), facts(meetings=(FOUNDING, first, second))
    assert found(alone, "R36", "2026-02-01")[-1].advice.said_in(EN) == "Plan the next annual meeting."
    assert found(planned, "R36", "2026-02-01")[-1].advice.said_in(EN) == "Hold the next one as planned."


def test_r36_a_meeting_is_held_until_its_last_day_is_over() -> None:
    january = replace(meeting("2026-01-28", "2026-01-30", year=2026), counts_for=2025)
    register = facts(meetings=(FOUNDING, january))
    days = ("2026-01-28", "2026-01-30", "2026-01-31")
    said = [found(register, "R36", on)[0] for on in days]
    assert {one.state for one in said} == {KEPT}
    (before,) = found(register, "R36", "2024-12-31")
    assert before.message.said_in(EN) == "There is an annual meeting for each year from 2025 on."
    held = [one.message.said_in(EN).replace("\u00a0", " ") for one in said]
    assert held[0] == held[1] == f"The annual meeting for 2025 is being held, until 30 January 2026: {january.symbol}."
    assert held[2] == f"The annual meeting for 2025 was held: {january.symbol}."


def test_before_the_declaration_was_adopted_no_rule_is_judged() -> None:
    for on in (day("1990-01-01"), ADOPTION_DAY - datetime.timedelta(days=1)):
        findings = check(replace(COMMITTEE, meetings=(FOUNDING, ANNUAL)), on)
        assert [one.rule for one in findings] == [one.number for one in RULES]
        assert {one.state for one in findings} == {NOT_JUDGED}
    assert one(COMMITTEE, "R28", ADOPTION_DAY.isoformat()).state is KEPT


def test_r36_a_meeting_that_is_planned_makes_no_fault_of_years_of_which_nothing_is_recorded() -> None:
    planned = meeting("2027-01-04", "2027-01-06", year=2027)
    known = facts(meetings=(planned,), memberships=(member("MAR"),))
    assert said_of(known, "R36", "2026-11-26") == [("due", "2026"), ("kept", planned.key)]
    assert said_of(known, "R36", "2027-02-01") == [("kept", planned.key)], "2026 is as unknown as 2025"
    (remark,) = (one for one in found(known, "R36", "2027-02-01") if one.remark)
    assert "before 2027" in remark.message.said_in(EN)
    assert said_of(known, "R36", "2029-01-01")[:2] == [("not_kept", "2028"), ("due", "2029")], "a year since is owed"
    later = replace(known, meetings=(FOUNDING, planned))
    assert said_of(later, "R36", "2027-02-01") == [("not_kept", "2025"), ("not_kept", "2026")], "it is known now"


def test_r37_review_and_future_directions_are_on_the_agenda() -> None:
    both = (item(ANNUAL, 0, Purpose.REVIEW), item(ANNUAL, 1, Purpose.FUTURE))
    known = facts(meetings=(ANNUAL,), items=both)
    assert one(known, "R37").state is KEPT
    assert said_of(replace(known, items=both[:1]), "R37", "2026-01-01") == [("due", ANNUAL.key)]
    assert said_of(replace(known, items=both[:1]), "R37", TODAY) == [("kept", ANNUAL.key)]
    assert said_of(replace(known, items=()), "R37", TODAY) == [("not_judged", ANNUAL.key)]


def test_r38_the_committee_in_office_agrees_the_agenda() -> None:
    agreed = replace(ANNUAL, agenda_agreed_on=day("2025-12-01"), agenda_agreed_by=TERM.key)
    known = replace(COMMITTEE, meetings=(FOUNDING, agreed))
    assert said_of(known, "R38", TODAY) == []
    assert said_of(known, "R38", "2025-11-30") == [("due", ANNUAL.key)]
    assert said_of(replace(known, terms=()), "R38", TODAY) == [("kept", ANNUAL.key)]
    assert said_of(replace(known, meetings=(ANNUAL,)), "R38", TODAY) == [("kept", ANNUAL.key)]


def agenda_issued(
    edition: Edition, on: str, version: int = 1, kind: DocumentKind = DocumentKind.AGENDA
) -> IssuedDocument:
    """An agenda of the annual meeting that left the house on a day."""
    key = f"{kind} {edition} {version}"
    return IssuedDocument(key, kind, ANNUAL.key, "NMIRF/2026/1", edition, version, "", "", key, day(on), version, "")


def test_r39_a_version_revised_after_the_last_day_is_a_remark() -> None:
    def kept(number: int, form: AgendaForm, on: str) -> AgendaVersion:
        return AgendaVersion(f"v{number}", ANNUAL.key, number, form, day(on))

    def remarks(*versions: AgendaVersion, adopted: datetime.date | None = None) -> list[str]:
        meetings = tuple(
            replace(one, agenda_adopted_on=adopted) if one.key == ANNUAL.key else one for one in VOTED.meetings
        )
        sendings = (sent(ANNUAL, "2025-12-02"),)
        known = replace(VOTED, meetings=meetings, dispatches=sendings, versions=versions)
        found = (one for one in check(known, day(TODAY)) if one.rule == "R39" and one.remark)
        return [finding.message.said_in(EN) for finding in found]

    first = kept(1, AgendaForm.PROVISIONAL, "2025-12-02")
    assert remarks(first, kept(2, AgendaForm.REVISED, "2025-12-28")) == []
    assert remarks(first, kept(2, AgendaForm.REVISED, "2026-01-05")) == [
        "NMIRF/2026: the agenda was revised on 5 January 2026, after the last day for sending it, 28 December 2025."
    ]
    adopted = kept(2, AgendaForm.ADOPTED, ANNUAL.opens_on.isoformat())
    again = kept(3, AgendaForm.REVISED, ANNUAL.closes_on.isoformat())
    assert remarks(first, adopted, again, adopted=ANNUAL.opens_on) == []
    assert len(remarks(first, adopted, again)) == 1, "that it was adopted was noted by mistake, and taken back"


def test_r39_an_agenda_issued_again_after_the_last_day_or_not_in_each_language_by_then_is_a_remark() -> None:
    first = tuple(agenda_issued(edition, "2025-12-01") for edition in SEPARATE)
    sendings = (sent(ANNUAL, "2025-12-02"),)
    known = replace(VOTED, dispatches=sendings, issued=first)

    def remarks(register: RegisterFacts, on: str = TODAY) -> list[str]:
        found = (one for one in check(register, day(on)) if one.rule == "R39" and one.remark)
        return [finding.message.said_in(EN) for finding in found]

    assert remarks(known) == []
    revised = replace(known, issued=(*first, agenda_issued(Edition.FR, "2026-01-05", 2)))
    last = "the last day for sending it, 28 December 2025"
    assert remarks(revised) == [f"NMIRF/2026: the agenda was issued again on 5 January 2026, after {last}."]
    assert remarks(revised, "2026-01-04") == [], "it was not issued again yet"
    assert remarks(replace(known, issued=(*first, agenda_issued(Edition.FR, "2025-12-28", 2)))) == []
    english = replace(known, issued=first[:1])
    assert remarks(english) == [f"NMIRF/2026: by {last}, the agenda was not issued in: French, Spanish."]
    afterwards = replace(known, issued=(*first, agenda_issued(Edition.FR, "2026-02-05", 2)))
    assert remarks(afterwards, "2026-03-01") == [], "the meeting was over"
    assert remarks(english, "2025-12-28") == [], "there is still time"
    late = replace(english, issued=(*english.issued, *(agenda_issued(one, "2025-12-29") for one in SEPARATE[1:])))
    assert len(remarks(late)) == 1, "what came later was missing all the same, and is no second issue"
    assert remarks(replace(known, issued=(agenda_issued(Edition.PARALLEL, "2025-12-01"),))) == []
    assert remarks(replace(known, issued=())) == [], "of what the register did not issue it knows nothing"


def test_r39_the_agenda_is_sent_to_every_member_one_month_before() -> None:
    planned = meeting("2027-05-08", "2027-05-10")
    known = replace(COMMITTEE, meetings=(FOUNDING, planned))
    assert [one(known, "R39", on).state for on in ("2027-04-08", "2027-04-09")] == [DUE, NOT_KEPT]
    assert one(replace(known, dispatches=(sent(planned, "2027-04-08"),)), "R39", "2027-04-09").state is KEPT
    late = replace(known, dispatches=(replace(sent(planned, "2027-04-12"), reason="Translation came late"),))
    finding = one(late, "R39", "2027-05-01")
    assert finding.state is NOT_KEPT
    assert finding.line(EN) == (
        "R39  Not kept  NMIRF/2027. The agenda was sent on 12 April 2027. The rule required it by 8 April "
        "2027 (one month before 8 May 2027). Members to whom it was sent late: 3 of 3, by 4 days at most. "
        "Reason recorded: Translation came late"
    )
    assert one(late, "R39", "2027-04-11").state is NOT_KEPT
    assert one(late, "R39", "2027-04-01").state is DUE, "what is sent later was not sent yet"


def test_r39_who_has_noted_the_reason_is_not_asked_for_it_again() -> None:
    planned = meeting("2027-05-08")
    late = replace(COMMITTEE, meetings=(planned,), dispatches=(sent(planned, "2027-04-12"),))
    asked = one(late, "R39", "2027-05-01")
    assert asked.advice.said_in(EN) == "It is recorded as it happened; you can add the reason."
    why = Trilingual.final("The translation came late.", "Traduction tardive.", "Traducción tardía.")
    on = Period(day("2027-04-15"))
    noted = RuleException("why", "R39", asked.subject.kind, asked.about, on, why, "Coordinator", on.start)
    told = replace(late, exceptions=(noted,))
    assert one(told, "R39", "2027-05-01").advice.said_in(EN) == "It is recorded as it happened."
    assert one(told, "R39", "2027-04-14").advice.said_in(EN).endswith("you can add the reason.")
    unsent = replace(told, dispatches=())
    assert one(unsent, "R39", "2027-05-01").advice.said_in(EN) == "Send it now."


def test_r39_a_reason_is_not_asked_for_on_a_past_day_on_which_none_is_noted() -> None:
    planned = meeting("2027-05-08")
    late = replace(COMMITTEE, meetings=(planned,), dispatches=(sent(planned, "2027-04-12"),))
    for today, ending in (("2027-05-01", "you can add the reason."), ("2027-05-02", "It is recorded as it happened.")):
        looked_at = Evidence(late, day("2027-05-01"), today=day(today))
        (finding,) = judged(looked_at, (rule("R39"),))
        assert finding.advice.said_in(EN).endswith(ending), today


def test_r38_r41_nothing_is_asked_of_a_meeting_from_before_the_declaration() -> None:
    entered = meeting("2024-05-08", "2024-05-09")
    facts = replace(COMMITTEE, meetings=(entered,))
    said = "No meeting is recorded yet to which this applies."
    for number in ("R38", "R39", "R40", "R41"):
        finding = one(facts, number, "2026-01-01")
        assert (finding.state, finding.message.said_in(EN)) == (NOT_JUDGED, said), number


@pytest.mark.parametrize("sending", [(), ("2024-05-20",)])
def test_r39_an_agenda_that_was_owed_to_nobody_is_not_judged(sending: tuple[str, ...]) -> None:
    early = meeting("2024-06-03")
    dispatches = tuple(sent(early, on) for on in sending)
    facts = replace(COMMITTEE, meetings=(early,), dispatches=dispatches)
    finding = one(facts, "R39", "2026-01-01")
    assert finding.state is NOT_JUDGED
    said = "No member is recorded on 3 May 2024, one month before 3 June 2024: the agenda was owed to nobody."
    assert said in finding.message.said_in(EN).replace("\u00a0", " ")
    assert "on its first day the Network had no observers" in one(facts, "R41", "2026-01-01").message.said_in(EN)


def test_r39_who_is_missing_is_due_before_the_deadline_and_not_kept_after_it() -> None:
    planned = meeting("2027-05-08")
    some = (sent(planned, "2027-04-01", "MAR"), sent(planned, "2027-04-01", "PRY"))
    known = replace(COMMITTEE, meetings=(planned,), dispatches=some)
    assert [one(known, "R39", on).state for on in ("2027-04-08", "2027-04-09")] == [DUE, NOT_KEPT]
    assert "Portugal" in one(known, "R39", "2027-04-09").message.said_in(EN)


def test_r40_who_joins_after_the_deadline_is_no_reason_for_lateness() -> None:
    planned = meeting("2027-05-08")
    joined = (*COMMITTEE.memberships, member("FIN", "2027-04-09"))
    states = [sent(planned, "2027-04-08", code) for code in COUNCIL]
    known = replace(COMMITTEE, memberships=joined, meetings=(planned,), dispatches=tuple(states))
    assert one(known, "R39", "2027-05-01").state is KEPT
    early = replace(known, memberships=(*COMMITTEE.memberships, member("FIN", "2027-04-08")))
    assert one(early, "R39", "2027-05-01").state is NOT_KEPT


def test_r40_observers_and_ohchr_get_the_agenda_too() -> None:
    planned = meeting("2027-05-08")
    members, ohchr = sent(planned, "2027-04-01"), sent(planned, "2027-04-01", audience=Audience.OHCHR)
    known = replace(COMMITTEE, memberships=(*COMMITTEE.memberships, observer("KEN")), meetings=(planned,))
    assert one(replace(known, dispatches=(members, ohchr)), "R40", "2027-05-01").remark
    everybody = (members, ohchr, sent(planned, "2027-04-02", audience=Audience.OBSERVERS))
    finding = one(replace(known, dispatches=everybody), "R40", "2027-05-01")
    assert (finding.state, finding.remark) == (KEPT, False)
    assert not one(replace(COMMITTEE, meetings=(planned,), dispatches=(members, ohchr)), "R40", "2027-05-01").remark


def test_r40_observers_are_reached_one_by_one_or_all_together() -> None:
    planned = meeting("2027-05-08")
    everybody = (*COMMITTEE.memberships, observer("KEN"), observer("FIN"))
    known = replace(COMMITTEE, memberships=everybody, meetings=(planned,))
    others = (sent(planned, "2027-04-01"), sent(planned, "2027-04-01", audience=Audience.OHCHR))
    kenya = sent(planned, "2027-04-01", "KEN", Audience.OBSERVERS)
    finding = one(replace(known, dispatches=(*others, kenya)), "R40", "2027-05-01")
    assert finding.remark
    assert finding.message.said_in(EN) == "NMIRF/2027: the agenda has not been sent to: Finland."
    both = (*others, kenya, sent(planned, "2027-04-02", "FIN", Audience.OBSERVERS))
    finding = one(replace(known, dispatches=both), "R40", "2027-05-01")
    assert (finding.state, finding.remark) == (KEPT, False)
    assert finding.message.said_in(EN) == "NMIRF/2027: the agenda has been sent to: Members, Observers, OHCHR."
    finding = one(replace(known, dispatches=others), "R40", "2027-05-01")
    assert finding.message.said_in(EN) == "NMIRF/2027: the agenda has not been sent to: Observers."


def test_r40_who_was_left_out_is_named_in_the_order_of_the_language() -> None:
    planned = meeting("2027-05-08")
    everybody = (*COMMITTEE.memberships, *map(observer, ("AUT", "DEU", "KEN", "EGY")))
    known = replace(COMMITTEE, memberships=everybody, meetings=(planned,))
    finding = one(replace(known, dispatches=(sent(planned, "2027-04-01", "KEN"),)), "R40", "2027-05-01")
    ordered = {
        Language.EN: "Austria, Egypt, Germany, OHCHR.",
        Language.FR: "Allemagne, Autriche, Égypte, HCDH.",
        Language.ES: "Alemania, Austria, Egipto, ACNUDH.",
    }
    for language, expected in ordered.items():
        assert finding.message.said_in(catalog(language)).endswith(expected)


def test_r40_members_are_named_only_where_each_of_them_was_reached() -> None:
    planned = meeting("2027-05-08")
    known = replace(COMMITTEE, memberships=(*COMMITTEE.memberships, observer("KEN")), meetings=(planned,))
    others = (
        sent(planned, "2027-04-01", audience=Audience.OBSERVERS), sent(planned, "2027-04-01", audience=Audience.OHCHR),
    )  # fmt: skip
    for dispatches in (others, (*others, sent(planned, "2027-04-01", "PRY"))):
        finding = one(replace(known, dispatches=dispatches), "R40", "2027-05-01")
        assert finding.message.said_in(EN) == "NMIRF/2027: the agenda has been sent to: Observers, OHCHR."


def test_r40_nothing_is_due_for_a_meeting_that_is_over() -> None:
    known = replace(COMMITTEE, meetings=(meeting("2027-05-08"),))
    assert one(known, "R40", "2027-05-08").state is DUE
    late = one(known, "R40", "2030-01-01")
    assert (late.state, late.remark) == (KEPT, True)
    assert late.advice.said_in(EN) == "The meeting is over: it is recorded as it happened."


# ---- R46–R47, all together -----------------------------------------------------------------------------------------


def test_r46_the_network_is_informal() -> None:
    assert one(EMPTY, "R46").state is KEPT


def test_r47_the_names_of_the_declaration_are_printed() -> None:
    assert one(EMPTY, "R47").state is KEPT
    assert one(replace(EMPTY, network=NETWORK_NAME), "R47").state is KEPT
    assert one(replace(EMPTY, network=Trilingual(en="Network")), "R47").state is NOT_KEPT
    french = one(replace(EMPTY, network=replace(NETWORK_NAME, fr="Réseau")), "R47")
    assert french.message.said_in(EN) == "Documents print another name than the Declaration’s: Réseau."


def half_a_century() -> RegisterFacts:
    """All 193 States as members, each with mechanism, letter and changes; fifty meetings with a roll call each."""
    rank = {state.iso3: place for place, state in enumerate(STATES)}
    ordered = tuple(sorted(rank, key=rank.__getitem__))
    founding = tuple(observer(code) for code in ordered)
    changes = tuple(one for old in founding for one in change_status(old, day("2024-12-01"), f"{old.key}-new"))
    meetings = tuple(meeting(f"{year}-05-08") for year in range(2025, 2075))
    proposals = tuple(proposal(held) for held in meetings)
    votes = tuple(vote(put, f"{put.meeting[8:]}T10:05", ordered) for put in proposals)
    return facts(
        memberships=changes,
        mechanisms=tuple(mechanism(code, "2024-12-01") for code in ordered),
        communications=tuple(letter(code, "2024-12-01") for code in ordered),
        focal_points=tuple(
            focal(code, start=f"{year}-01-01", end=f"{year + 1}-01-01")
            for code in ordered
            for year in range(2025, 2075)
        ),
        terms=(TERM,),
        seats=SEATS,
        meetings=(FOUNDING, *meetings),
        dispatches=tuple(sent(held, f"{held.counts_for}-04-01", code) for held in meetings for code in ordered),
        items=tuple(item(held, place, Purpose.REVIEW) for held in meetings for place in range(12)),
        proposals=proposals,
        calls=tuple(call(put, f"{put.meeting[8:]}T10:00", objected=True) for put in proposals),
        votes=votes,
        positions=tuple(one for held in votes for one in answers(held, dict.fromkeys(ordered, Answer.IN_FAVOUR))),
    )


def test_half_a_century_of_193_states_is_checked() -> None:
    findings = check(half_a_century(), day("2074-12-31"))
    assert {answer.rule.number for answer in by_rule(findings) if answer.state is NOT_KEPT} == {"R30", "R34"}


DAYS = st.dates(datetime.date(2024, 5, 9), datetime.date(2030, 12, 31))


@given(DAYS, DAYS)
def test_what_comes_after_a_day_changes_nothing_on_it(on: datetime.date, later: datetime.date) -> None:
    hypothesis.assume(later > on)
    more = replace(
        VOTED,
        memberships=(*VOTED.memberships, member("FIN", later.isoformat())),
        communications=(letter("FIN", later.isoformat()),),
        mechanisms=(mechanism("PRY", later.isoformat()),),
        focal_points=(focal("PRY", start=later.isoformat()),),
        dispatches=(sent(ANNUAL, later.isoformat()),),
    )
    assert check(more, on) == check(VOTED, on)
