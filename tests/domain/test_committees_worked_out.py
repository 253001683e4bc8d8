"""Committees as they occur, entered as facts: what each rule says of them was worked out by hand from the rules."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.agenda_papers import agenda_paper
from nmirf_desktop.domain.committee_acts import (
    Appointing,
    CommitteeAct,
    CommitteeRecords,
    Filling,
    Vacating,
)
from nmirf_desktop.domain.committee_recording import after
from nmirf_desktop.domain.committees import AppointingBody, Coordination, Seat, SeatEnding, Term
from nmirf_desktop.domain.compliance import Finding, FindingState, RegisterFacts, RuleException, check
from nmirf_desktop.domain.compliance.simulation import Consequence, simulate
from nmirf_desktop.domain.compliance_papers import Watched, compliance_paper
from nmirf_desktop.domain.drafting_frame import agenda
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Audience, Sitting
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.practices import Choice, Option, Practices, Question
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.domain.states import Names, RegionalGroup
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Method, Position, VoteKind
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
    found,
    meeting,
    member,
    moment,
    observer,
    period,
    proposal,
    seats,
    sent,
    term,
    vote,
)

EN = catalog(Language.EN)
KEPT, DUE, NOT_KEPT, NOT_JUDGED, NOT_REGULATED = FindingState
FIVE = ("MAR", "IDN", "LTU", "PRY", "PRT")
"""One State of each regional group."""
TERM = term()
ON = "2026-03-01"
SO_FAR = "Seats since the mandate began, ended ones included"
RULES = ("R28", "R29", "R30", "R31", "R32", "R33", "R34")
ANNUAL = meeting("2026-01-28", "2026-01-30")


def sitting(states: Iterable[str], of: Term = TERM) -> RegisterFacts:
    """A Committee of members of the Network, the first of which is the Coordinator."""
    held = seats(of, states)
    return facts(
        memberships=tuple(member(seat.state) for seat in held), meetings=(FOUNDING, ANNUAL), terms=(of,),
        seats=held, coordinations=(coordination(held[0]),),
    )  # fmt: skip


def told(register: RegisterFacts, number: str, on: str = ON) -> list[tuple[FindingState, bool]]:
    """The answers of a rule, and whether each has a remark."""
    return [(one.state, one.remark) for one in found(register, number, on)]


def facts_of(finding: Finding) -> dict[str, object]:
    """The facts of a finding by name, as a machine gets them."""
    said = finding.as_json(EN)["facts"]
    assert isinstance(said, dict)
    return said


def recorded(register: RegisterFacts, records: CommitteeRecords) -> RegisterFacts:
    """A register with other records of the Committee."""
    return replace(register, terms=records.terms, seats=records.seats, coordinations=records.coordinations)


def acted(register: RegisterFacts, act: Appointing | Filling | Vacating) -> RegisterFacts:
    """A register in which an act was recorded."""
    return recorded(register, after(CommitteeRecords(register.terms, register.seats, register.coordinations), act))


def test_r28_to_r34_five_seats_of_five_groups_are_in_order() -> None:
    register = sitting(FIVE)
    assert {number: told(register, number) for number in RULES} == {key: [(KEPT, False)] for key in RULES}
    assert facts_of(found(register, "R28", ON)[0])["Seats"] == 5
    regions = facts_of(found(register, "R29", ON)[0])["Regional groups"]
    assert isinstance(regions, str)
    assert len(regions.split(", ")) == 5


def test_r28_four_seats_and_a_vacancy_are_enough() -> None:
    left = acted(sitting(FIVE), Vacating(seats(TERM, FIVE)[4].key, day("2025-09-01")))
    assert {key: told(left, key) for key in RULES} == {key: [(KEPT, key == "R31")] for key in RULES}
    (finding,) = found(left, "R28", ON)
    assert (facts_of(finding)["Seats"], facts_of(finding)[SO_FAR]) == (4, 5)


def test_r31_a_vacant_seat_is_remarked_on_until_it_is_filled() -> None:
    left = acted(sitting(FIVE), Vacating(seats(TERM, FIVE)[4].key, day("2025-09-01")))
    assert told(left, "R31", "2025-08-31") == [(KEPT, False)]
    (finding,) = found(left, "R31", "2025-09-01")
    assert finding.message.said_in(EN) == "Portugal: the seat that it held has been vacant since 1 September 2025."
    assert (finding.remark, facts_of(finding)["Seats"]) == (True, 4)
    new = Seat("filled", TERM.key, "FIN", period("2025-11-01", "2027-05-09"))
    both = acted(acted(left, Vacating(left.seats[0].key, day("2025-10-01"))), Filling(new))
    said = [one.message.said_in(EN) for one in found(both, "R31", ON)]
    assert len(said) == 2, "one is vacant still, one was filled"
    assert said[1] == "Replacements serve the remainder of the mandate from 9 May 2024 to 8 May 2027: Finland."
    assert told(left, "R31", "2027-06-01") == [(KEPT, False)], "nobody fills a seat of an acting Committee"


def test_r31_who_left_the_seat_of_another_is_not_said_to_serve_the_remainder() -> None:
    left = acted(sitting(FIVE), Vacating(seats(TERM, FIVE)[4].key, day("2025-06-01")))
    filled = acted(left, Filling(Seat("filled", TERM.key, "FIN", period("2025-08-01", "2027-05-09"))))
    again = acted(filled, Vacating("filled", day("2025-11-01")))
    said = [one.message.said_in(EN) for one in found(again, "R31", ON)]
    assert said == ["Finland: the seat that it held has been vacant since 1 November 2025."]
    (finding,) = found(again, "R31", "2027-06-01")
    assert finding.message.said_in(EN) == "Replacements served in the mandate from 9 May 2024 to 8 May 2027: Finland."


def test_r30_three_seats_of_three_groups_act_on_after_their_mandate() -> None:
    register, on = sitting(("MAR", "PRY", "PRT")), "2027-06-01"
    assert told(register, "R30", on) == [(NOT_KEPT, False)]
    assert told(register, "R28", on) == told(register, "R34", on) == [(KEPT, True)]
    assert told(register, "R29", on) == told(register, "R31", on) == told(register, "R33", on) == [(KEPT, False)]


def test_r30_on_the_last_day_no_agenda_of_a_meeting_before_it_is_asked_for() -> None:
    register = sitting(("MAR", "PRY", "PRT"))
    (early,), (late,) = (found(register, "R30", on) for on in ("2027-03-01", "2027-05-08"))
    assert "a meeting before that day" in early.advice.said_in(EN)
    assert late.advice.said_in(EN).startswith("No meeting comes before that day")


def test_r34_a_coordinator_whose_seat_ended_is_no_coordinator() -> None:
    register = sitting(FIVE)
    ended = replace(register.seats[0], period=period("2024-05-09", "2025-09-01"), ending=SeatEnding.RESIGNATION)
    kept_on = replace(register, seats=(ended, *register.seats[1:]))
    (finding,) = found(kept_on, "R34", ON)
    assert finding.message.said_in(EN) == "The Coordinator holds no seat of the Committee."
    gone = acted(register, Vacating(register.seats[0].key, day("2025-09-01")))
    (finding,) = found(gone, "R34", ON)
    assert finding.message.said_in(EN) == "There is no Coordinator."
    assert told(gone, "R34", "2025-08-31") == [(KEPT, False)]


def test_r28_r29_a_state_that_sits_twice_counts_once_and_repeats_its_region() -> None:
    register = sitting(("MAR", "PRY", "PRT"))
    twice = replace(register, seats=(*register.seats[:2], replace(register.seats[0], key="again")))
    assert told(twice, "R28") == [(NOT_KEPT, False), (NOT_KEPT, False)]
    assert told(twice, "R29") == [(KEPT, True)], "three seats of two regions"


def test_r33_an_observers_seat_is_remarked_on_unless_observers_may_sit() -> None:
    register = sitting(("MAR", "PRY", "PRT"))
    register = replace(register, memberships=(*register.memberships[:2], observer("PRT")))
    assert told(register, "R33") == [(KEPT, True)]
    chosen = Choice("who", Question.ELIGIBLE, Option.OBSERVERS_SIT, day("2026-02-01"), "Decided in Geneva")
    allowed = replace(register, choices=(chosen,))
    assert told(allowed, "R33") == [(KEPT, False)]
    assert told(allowed, "R33", "2026-01-31") == [(KEPT, True)], "what was chosen later held not yet"
    (finding,) = found(allowed, "R33", ON)
    assert {name: value for name, value in facts_of(finding).items() if "ractice" in name or "In force" in name} == {
        "Practice in force": "Observers may hold a seat, too.",
        "Source of the practice": "“Member States” in the usage of the United Nations",
        "In force since": "2026-02-01",
    }
    assert facts_of(finding)["Reason of the choice"] == "Decided in Geneva"


def test_r28_r30_r31_r34_a_committee_that_follows_early_leaves_nothing_to_remark() -> None:
    put = proposal(ANNUAL)
    adopted = decision(put, "2026-01-28")
    new = replace(term("2026-01-28", at=ANNUAL), decision=adopted.key)
    again = seats(new, ("KEN", "BRA", "FIN"))
    register = replace(sitting(FIVE), memberships=tuple(map(member, (*FIVE, "KEN", "BRA", "FIN"))),
                       proposals=(put,), decisions=(adopted,))  # fmt: skip
    followed = acted(register, Appointing(new, again))
    first, second = found(followed, "R30", ON)
    assert first.message.said_in(EN) == (
        "The mandate from 9 May 2024 was to run to 8 May 2027; "
        "another Committee followed it on 28 January 2026 already."
    )
    said = [one.message.said_in(EN) for one in found(followed, "R31", ON)]
    assert said == [
        "There has been no replacement in the mandate from 9 May 2024 to 8 May 2027.",
        "There has been no replacement in the mandate from 28 January 2026 to 27 January 2029.",
    ], "of two mandates each is named"
    assert (first.state, second.state) == (KEPT, KEPT)
    assert told(followed, "R28") == [(KEPT, False)], "nobody sat for the old Committee once the new one had begun"
    assert told(followed, "R31") == [(KEPT, False), (KEPT, False)]
    assert told(followed, "R34") == [(NOT_KEPT, False)], "the old Coordinator went with the seat"
    with_one = replace(followed, coordinations=(*followed.coordinations, coordination(again[0])))
    assert told(with_one, "R34") == [(KEPT, False)]
    late = replace(meeting("2026-09-01"), agenda_agreed_on=day("2026-02-15"), agenda_agreed_by=TERM.key)
    attributed = replace(with_one, meetings=(*with_one.meetings, late))
    assert told(attributed, "R30", ON)[1] == (NOT_KEPT, False), "it was over although its three years were not"
    assert told(attributed, "R38", ON)[-1] == (KEPT, True)


def test_r28_r30_r31_states_that_are_appointed_again_begin_anew() -> None:
    put = proposal(ANNUAL)
    adopted = decision(put, "2026-01-28")
    new = replace(term("2027-05-09", at=ANNUAL), appointed_on=day("2026-01-28"), decision=adopted.key)
    register = replace(sitting(FIVE), proposals=(put,), decisions=(adopted,))
    again = acted(register, Appointing(new, seats(new, FIVE)))
    again = replace(again, coordinations=(*again.coordinations, coordination(seats(new, FIVE)[0])))
    for number in ("R28", "R29", "R33", "R34"):
        assert told(again, number, "2027-06-01") == [(KEPT, False)], number
    for number in ("R30", "R31", "R32"):
        assert told(again, number, "2027-06-01") == [(KEPT, False), (KEPT, False)], number


def test_r28_r31_a_seat_that_is_filled_after_a_vacancy_serves_the_remainder() -> None:
    register = sitting(("MAR", "PRY", "PRT"))
    vacant = acted(register, Vacating(register.seats[2].key, day("2025-09-01")))
    new = Seat("filled", TERM.key, "FIN", period("2025-11-01", "2027-05-09"))
    filled = replace(acted(vacant, Filling(new)), memberships=(*register.memberships, member("FIN")))
    assert told(filled, "R28", "2026-01-30") == [(KEPT, True), (KEPT, False)], "the time of two seats is remarked on"
    assert told(filled, "R28") == [(KEPT, False), (KEPT, False)], "the meeting that could take note of it is over"
    before, _ = found(filled, "R28", ON)
    assert "Seats held from 1 September 2025 to 31 October 2025: 2" in before.message.said_in(EN).replace("\u00a0", " ")
    assert facts_of(before)["Meeting of the Network held since"] == ANNUAL.symbol
    early = replace(filled, meetings=(FOUNDING, meeting("2025-10-20", "2025-10-22")))
    assert told(early, "R28") == [(KEPT, True), (KEPT, False)], "that meeting was held while the seat was vacant"
    (finding,) = found(filled, "R31", ON)
    assert (
        finding.message.said_in(EN)
        == "Replacements serve the remainder of the mandate from 9 May 2024 to 8 May 2027: Finland."
    )
    assert told(filled, "R33") == [(KEPT, False)]


def with_a_gap() -> RegisterFacts:
    """A Committee that had two seats for two months of 2025, and no meeting since."""
    register = sitting(("MAR", "PRY", "PRT"))
    vacant = acted(register, Vacating(register.seats[2].key, day("2025-09-01")))
    filled = acted(vacant, Filling(Seat("filled", TERM.key, "FIN", period("2025-11-01", "2027-05-09"))))
    return replace(filled, meetings=(FOUNDING,))


def r28_of(register: RegisterFacts, act: CommitteeAct) -> Consequence:
    """What R28 would say of an act."""
    return next(one for one in simulate(register, act, act.day).consequences if one.rule.number == "R28")


def test_r28_a_committee_tried_out_is_not_told_by_a_gap_of_the_one_before() -> None:
    new = term("2027-05-09", at=ANNUAL)
    act = Appointing(replace(new, appointed_on=day("2027-05-01")), seats(new, FIVE))
    tried = r28_of(with_a_gap(), act)
    assert [one.remark for one in tried.after] == [True, False], "as `check` says it"
    assert (tried.would_be, tried.remarked[1], tried.grounds) == (KEPT, False, ())


def test_r28_the_gap_of_the_committee_tried_out_itself_is_said_with_its_answer() -> None:
    register = with_a_gap()
    tried = r28_of(register, Filling(Seat("fourth", TERM.key, "KEN", period(ON, "2027-05-09"))))
    assert (tried.would_be, tried.remarked) == (KEPT, (True, True))
    (ground,) = tried.grounds
    assert "Seats held from 1 September 2025 to 31 October 2025: 2" in ground.message.said_in(EN).replace("\u00a0", " ")


def test_r32_what_bears_the_answer_is_said_where_the_act_leaves_it_as_it_is() -> None:
    register = with_a_gap()
    nowhere = replace(register, terms=tuple(replace(one, meeting=None) for one in register.terms))
    act = Filling(Seat("fourth", TERM.key, "KEN", period(ON, "2027-05-09")))
    consequences = simulate(nowhere, act, act.day).consequences
    (r32,) = (one for one in consequences if one.rule.number == "R32")
    assert (r32.would_be, r32.grounds) == (NOT_KEPT, r32.after)
    assert all(not one.grounds for one in consequences if one.would_be is KEPT and not one.remarked[1])


def test_r34_a_coordinator_chosen_by_the_meeting_is_remarked_on() -> None:
    register = sitting(FIVE)
    chosen: Coordination = replace(register.coordinations[0], appointed_by=AppointingBody.MEETING)
    assert told(replace(register, coordinations=(chosen,)), "R34") == [(KEPT, True)]


def test_r30_r38_an_agenda_of_an_expired_committee_is_found() -> None:
    late = replace(meeting("2027-09-01"), agenda_agreed_on=day("2027-07-01"), agenda_agreed_by=TERM.key)
    register = replace(sitting(FIVE), meetings=(FOUNDING, late))
    assert told(register, "R30", "2027-07-01") == [(NOT_KEPT, False), (NOT_KEPT, False)]
    assert told(register, "R30", "2027-06-30") == [(NOT_KEPT, False)]
    assert told(register, "R38", "2027-07-01") == [(KEPT, False)], "it acts until it is renewed, and is in office"
    followed = replace(register, terms=(TERM, replace(term("2027-06-01"), appointed_on=day("2027-05-08"))))
    assert told(followed, "R38", "2027-07-01") == [(KEPT, True)]


def test_r30_a_text_that_an_expired_committee_agreed_in_silence_is_found() -> None:
    budget = Trilingual.final("Budget", "Budget", "Presupuesto")
    put = SilenceProcedure("silence", TERM.key, budget, budget, day("2027-05-01"), day("2027-05-20"))
    register = replace(sitting(FIVE), silences=(put,))
    assert told(register, "R30", "2027-05-20") == [(NOT_KEPT, False)], "it still runs"
    _, late = found(register, "R30", "2027-05-21")
    assert late.state is NOT_KEPT
    assert late.message.said_in(EN) == (
        "Silence procedure “Budget”: agreed on 21 May 2027 by a Committee whose mandate had ended on 8 May 2027."
    )
    broken = replace(register, silences=(replace(put, broken_on=day("2027-05-02"), broken_by="MAR"),))
    assert told(broken, "R30", "2027-05-21") == [(NOT_KEPT, False)], "nothing was agreed"
    agenda = replace(meeting("2027-09-01"), agenda_agreed_on=day("2027-05-21"), agenda_agreed_by=TERM.key)
    once = replace(register, meetings=(FOUNDING, agenda), silences=(replace(put, meeting=agenda.key),))
    assert [one.subject.key for one in found(once, "R30", "2027-05-21")] == [TERM.key, agenda.key]


def test_r29_the_regions_are_those_of_the_practice_on_the_day() -> None:
    register = sitting(("TUR", "IDN", "CYP"))
    assert told(register, "R29") == [(KEPT, True)], "two of them are Asia-Pacific States"
    chosen = Choice("regions", Question.REGIONS, Option.M49_REGION, day("2026-02-01"))
    by_continent = replace(register, choices=(chosen,))
    assert told(by_continent, "R29") == [(NOT_KEPT, False)], "all three lie in Asia"
    assert told(by_continent, "R29", "2026-01-31") == [(KEPT, True)]
    (finding,) = found(by_continent, "R29", ON)
    assert finding.message.said_in(EN) == "All seats stand for one region: Asia."
    assert facts_of(finding)["In force since"] == "2026-02-01"


def test_r29_a_state_that_is_renamed_and_regrouped_in_mid_term_is_judged_as_of_the_day() -> None:
    names = Names("Novalia", "Novalie", "Novalia")
    register = replace(
        sitting(("MAR", "PRY", "PRT")),
        renamings=(Renaming("name", "MAR", day("2026-01-01"), names, names, names),),
        regroupings=(Regrouping("group", "MAR", day("2026-01-01"), RegionalGroup.WEOG),),
    )
    assert told(register, "R29", "2025-12-31") == [(KEPT, False)]
    assert told(register, "R29") == [(KEPT, True)]
    before, now = (facts_of(found(register, "R28", on)[0]) for on in ("2025-12-31", ON))
    assert (before["States in the Committee"], now["States in the Committee"]) == (
        "Morocco, Paraguay, Portugal",
        "Novalia, Paraguay, Portugal",
    )


# ---- The practices of the day ----------------------------------------------------------------------------------------

LIST = ("PRY", "PRT", "MAR")
L1 = proposal(ANNUAL)
FIRST = vote(L1, "2026-01-28T10:05", LIST)
TIED = answers(FIRST, {"PRY": Answer.IN_FAVOUR, "PRT": Answer.AGAINST, "MAR": Answer.ABSTAINING})
VOTED = replace(
    sitting(("MAR", "PRY", "PRT")), proposals=(L1,), votes=(FIRST,), positions=TIED,
    calls=(call(L1, "2026-01-28T10:00", objected=True),),
)  # fmt: skip


def test_r15_equal_votes_are_followed_by_a_second_vote_where_that_was_the_practice_of_the_day() -> None:
    assert told(VOTED, "R15") == [(KEPT, False)]
    practice = Choice("tie", Question.TIE, Option.SECOND_VOTE, day("2026-01-01"))
    asked = replace(VOTED, choices=(practice,))
    assert told(asked, "R15") == [(KEPT, False), (KEPT, True)]
    assert [state for state, _ in told(asked, "R15", "2026-01-30")] == [KEPT, DUE], "within 48 hours it can follow"
    later = replace(asked, choices=(replace(practice, since=day("2026-01-29")),))
    assert told(later, "R15") == [(KEPT, False)], "the vote is of the day before"
    second = replace(vote(L1, "2026-01-29T10:05", LIST), key="second")
    again = replace(
        asked, votes=(FIRST, second), positions=(*TIED, *answers(second, dict.fromkeys(LIST, Answer.IN_FAVOUR)))
    )
    assert told(again, "R15") == [(KEPT, False)]
    halves = answers(second, {"PRY": Answer.IN_FAVOUR, "PRT": Answer.AGAINST})
    tied_again = replace(again, positions=(*TIED, *halves))
    assert told(tied_again, "R15") == [(KEPT, False)] * 2, "the second vote was the second one"
    motion = replace(asked, votes=(replace(FIRST, kind=VoteKind.PROCEDURAL),))
    assert told(motion, "R15") == [(KEPT, False)], "only a proposal is voted on again"


def test_r16_r18_r26_name_the_practice_in_force() -> None:
    chosen = (
        Choice("proxy", Question.PROXIES, Option.ONE_PROXY, day("2026-02-01")),
        Choice("secret", Question.SECRECY, Option.ON_REQUEST, day("2026-02-01")),
        Choice("again", Question.RECONSIDERATION, Option.TWO_THIRDS, day("2026-02-01")),
    )
    for number, start in (("R16", "A member may authorize"), ("R18", "A member may ask"), ("R26", "A proposal is")):
        (before,), (now,) = (found(replace(VOTED, choices=chosen), number, on) for on in ("2026-01-31", ON))
        assert "In force since" not in facts_of(before)
        assert facts_of(now)["In force since"] == "2026-02-01"
        assert str(facts_of(now)["Practice in force"]).startswith(start)


def test_r16_a_reason_noted_for_one_state_explains_no_other_in_the_vote() -> None:
    short = replace(VOTED, votes=(replace(FIRST, entitled=("PRT",)),), positions=())
    first, second = found(short, "R16", ON)
    assert first.subject == second.subject
    why = Trilingual.final("The list was printed before it joined.", "Liste antérieure.", "Lista anterior.")
    noted = RuleException(
        "why", "R16", first.subject.kind, first.about, Period(day("2026-01-28")), why, "Rapporteur", day("2026-01-28")
    )
    assert [one.exceptions for one in found(replace(short, exceptions=(noted,)), "R16", ON)] == [(noted,), ()]
    of_old = replace(noted, object=first.subject.key)
    assert [one.exceptions for one in found(replace(short, exceptions=(of_old,)), "R16", ON)] == [(of_old,)] * 2


def test_r33_what_an_act_would_change_is_said_of_one_object_only() -> None:
    register = sitting(("PRY", "MAR", "PRT", "BRA"))
    late = (observer("PRT"), observer("BRA", "2024-12-01"))
    register = replace(register, memberships=(member("PRY"), member("MAR"), *late))
    tried = simulate(register, Vacating(register.seats[3].key, day("2026-01-01")), day("2026-01-01"))
    eligible = next(one for one in tried.consequences if one.rule.number == "R33")
    assert eligible.changed
    assert all(step.before == step.after for step in eligible.steps), eligible.steps


def test_r17_a_vote_below_the_quorum_of_its_day_is_named_and_nothing_is_void() -> None:
    came = PresenceEvent("came", ANNUAL.key, "PRY", PresenceKind.ARRIVED, moment("2026-01-28T09:00"))
    quorum = Choice("quorum", Question.QUORUM, Option.THIRD_AND_MAJORITY, day("2026-01-01"))
    silent = replace(VOTED, positions=(), presence=(came,), choices=(quorum,))
    general, below = found(silent, "R17", ON)
    assert (general.state, below.state) == (NOT_REGULATED, NOT_REGULATED)
    assert below.message.said_in(EN) == (
        "Vote on draft decision NMIRF/2026/L.1: 1 of 3 members were noted as present; a decision asked for 2 under "
        "the practice in force."
    )
    assert len(found(replace(silent, choices=(replace(quorum, since=day("2026-01-29")),)), "R17", ON)) == 1
    assert len(found(replace(silent, presence=()), "R17", ON)) == 1, "presence was not noted at all"
    assert len(found(replace(silent, positions=TIED), "R17", ON)) == 1, "who answered was there"
    meant = Position("meant", FIRST.key, "PRT", Answer.IN_FAVOUR, moment("2026-01-28T12:00"), act=Act.INTENDED)
    assert len(found(replace(silent, positions=(meant,)), "R17", ON)) == 2, "what was meant later shows nobody there"
    hands = replace(FIRST, method=Method.SHOW_OF_HANDS, hands=HandCount(2, 0, 0))
    assert len(found(replace(silent, votes=(hands,)), "R17", ON)) == 1, "whose hands were counted were there"


def test_r17_a_sitting_that_was_opened_below_the_quorum_of_its_day_is_named() -> None:
    came = PresenceEvent("came", ANNUAL.key, "PRY", PresenceKind.ARRIVED, moment("2026-01-28T09:00"))
    quorum = Choice("quorum", Question.QUORUM, Option.THIRD_AND_MAJORITY, day("2026-01-01"))
    hours = datetime.time(9), datetime.time(12)
    sitting = Sitting("first", ANNUAL.key, 1, ANNUAL.opens_on, *hours, opened_at=moment("2026-01-28T08:55"))
    held = replace(VOTED, sittings=(sitting,), presence=(came,), choices=(quorum,))
    general, opened = found(held, "R17", ON)
    assert (general.state, opened.state) == (NOT_REGULATED, NOT_REGULATED)
    assert opened.message.said_in(EN) == (
        "NMIRF/2026: when sitting 1 was opened on 28 January 2026, 0 of 3 members were noted as present; "
        "its opening asked for 1 under the practice in force."
    )
    later = replace(sitting, opened_at=moment("2026-01-28T09:05"))
    assert len(found(replace(held, sittings=(later,)), "R17", ON)) == 1, "a third was there"
    assert len(found(replace(held, sittings=(replace(sitting, opened_at=None),)), "R17", ON)) == 1, "not opened yet"
    assert len(found(replace(held, presence=()), "R17", ON)) == 1, "presence was not noted at all"
    assert len(found(replace(held, choices=(replace(quorum, since=day("2026-01-29")),)), "R17", ON)) == 1


def test_r39_the_days_of_the_month_are_the_secretariats_where_that_was_chosen() -> None:
    planned = replace(meeting("2027-05-08"), time_zone="Pacific/Kiritimati")
    begins = Sitting("one", planned.key, 1, day("2027-05-08"), datetime.time(9), datetime.time(12))
    chosen = Choice("days", Question.NOTICE_DAYS, Option.DAYS_OF_SECRETARIAT, day("2026-01-01"))
    register = replace(VOTED, meetings=(planned,), sittings=(begins,), dispatches=(sent(planned, "2027-04-08"),))
    assert told(register, "R39", "2027-05-01") == [(KEPT, False)]
    there = replace(register, choices=(chosen,))
    assert told(there, "R39", "2027-05-01") == [(NOT_KEPT, False)], "at nine in Kiritimati it is the day before in UTC"
    assert facts_of(found(there, "R39", "2027-05-01")[0])["Last day for sending"] == "2027-04-07"
    assert told(replace(there, sittings=()), "R39", "2027-05-01") == [(KEPT, False)]


def test_r39_r40_the_month_is_owed_to_observers_where_that_was_chosen() -> None:
    planned = meeting("2027-05-08")
    register = replace(VOTED, memberships=(*VOTED.memberships, observer("KEN")), meetings=(planned,),
                       dispatches=(sent(planned, "2027-04-01"), sent(planned, "2027-04-01", audience=Audience.OHCHR)),
                       )  # fmt: skip
    assert told(register, "R39", "2027-05-01") == [(KEPT, False)]
    chosen = Choice("to", Question.NOTICE_TO, Option.SENT_TO_ALL, day("2026-01-01"))
    owed = replace(register, choices=(chosen,))
    (finding,) = found(owed, "R39", "2027-05-01")
    assert finding.state is NOT_KEPT
    assert "not to all members and observers; it was not sent to: Kenya." in finding.message.said_in(EN)
    assert found(owed, "R40", "2027-05-01")[0].advice.said_in(EN).startswith("By the practice in force")
    reached = replace(owed, dispatches=(*owed.dispatches, sent(planned, "2027-04-08", audience=Audience.OBSERVERS)))
    assert told(reached, "R39", "2027-05-01") == told(reached, "R40", "2027-05-01") == [(KEPT, False)]


def test_r36_the_statement_tells_what_is_due_and_leaves_out_what_the_secretariat_does() -> None:
    on = day("2026-06-01")
    register = facts(meetings=(FOUNDING,), memberships=tuple(map(member, FIVE)))
    assert told(register, "R36", "2026-06-01")[:2] == [(NOT_KEPT, False), (DUE, False)]
    paper = str(compliance_paper(Watched(on, check(register, on), Practices())))
    assert "No annual meeting is planned for 2026 yet" in paper
    assert "Plan it, with its dates and place." not in paper


def test_r39_r40_minutes_and_judges_reckon_the_notice_alike_where_it_is_owed_to_observers() -> None:
    planned = meeting("2027-05-08")
    memberships = (member("MAR"), observer("KEN"))
    chosen = Choice("to", Question.NOTICE_TO, Option.SENT_TO_ALL, day("2026-01-01"))
    to_members = (sent(planned, "2027-04-01"),)
    states = {state.iso3: state for state in STATES}
    recorded_one = RecordedMeeting(planned, states, dispatches=to_members, memberships=memberships, choices=(chosen,))
    assert list(agenda(recorded_one)) == [], "it has not reached everybody to whom it is owed"
    to_all = (*to_members, sent(planned, "2027-04-05", audience=Audience.OBSERVERS))
    (drafted,) = agenda(replace(recorded_one, dispatches=to_all))
    assert "to the members and observers of the Network on 5 April 2027" in drafted.text.en
    register = facts(meetings=(planned,), memberships=memberships, choices=(chosen,), dispatches=to_all)
    (finding,) = found(register, "R39", "2027-05-01")
    assert facts_of(finding)["Last sent on"] == "2027-04-05"
    (without,) = agenda(replace(recorded_one, choices=()))
    assert "to the members of the Network on 1 April 2027" in without.text.en


def test_r40_an_agenda_names_to_whom_it_is_owed_by_the_practice_of_the_last_day_for_sending() -> None:
    planned = meeting("2027-05-08")
    chosen = Choice("to", Question.NOTICE_TO, Option.SENT_TO_ALL, day("2027-04-15"))
    states = {state.iso3: state for state in STATES}
    one = RecordedMeeting(planned, states, dispatches=(sent(planned, "2027-04-20"),), choices=(chosen,))
    assert agenda_paper(DocumentKind.AGENDA, one).notes == (), "chosen after the last day for sending"
    earlier = replace(one, choices=(replace(chosen, since=day("2027-04-01")),))
    (note,) = agenda_paper(DocumentKind.AGENDA, earlier).notes
    assert "to be sent to members and observers by 8 April 2027" in note.text.en
