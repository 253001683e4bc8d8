"""Every finding rests on facts that are there: without a record that a fact names, the rule says something else."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.activities import Activity, ActivityKind
from nmirf_desktop.domain.compliance import (
    JUDGES,
    Evidence,
    Finding,
    FindingState,
    Judged,
    JudgedKind,
    RegisterFacts,
    check,
    judged,
)
from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.declaration import rule
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.meetings import Audience
from nmirf_desktop.domain.members import Basis
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.participants import Invitee
from nmirf_desktop.domain.partnerships import STANDING, Partnership
from nmirf_desktop.domain.practices import Choice, Option, Question
from nmirf_desktop.domain.rule_changes import Figure, RuleChange
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Answer
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.opening import open_register
from tests.domain import test_compliance as known
from tests.domain import test_compliance_texts as texts
from tests.domain import test_election_findings as elections
from tests.domain import test_floor
from tests.domain.facts import (
    FOUNDING,
    OPENING,
    answers,
    coordination,
    day,
    facts,
    focal,
    item,
    letter,
    mechanism,
    meeting,
    member,
    moment,
    observer,
    period,
    seats,
    sent,
    term,
)
from tests.history import last_day, make_history

EN = catalog(Language.EN)
TABLES: Mapping[JudgedKind, str] = {
    JudgedKind.MEMBERSHIP: "memberships",
    JudgedKind.COMMUNICATION: "communications",
    JudgedKind.MECHANISM: "mechanisms",
    JudgedKind.FOCAL_POINT: "focal_points",
    JudgedKind.TERM: "terms",
    JudgedKind.SEAT: "seats",
    JudgedKind.COORDINATION: "coordinations",
    JudgedKind.SILENCE: "silences",
    JudgedKind.REGROUPING: "regroupings",
    JudgedKind.MEETING: "meetings",
    JudgedKind.SENDING: "dispatches",
    JudgedKind.ITEM: "items",
    JudgedKind.SITTING: "sittings",
    JudgedKind.PROPOSAL: "proposals",
    JudgedKind.CALL: "calls",
    JudgedKind.VOTE: "votes",
    JudgedKind.POSITION: "positions",
    JudgedKind.DECISION: "decisions",
    JudgedKind.PRESENCE: "presence",
    JudgedKind.CHOICE: "choices",
    JudgedKind.RULE_CHANGE: "rule_changes",
    JudgedKind.DOCUMENT: "issued",
    JudgedKind.VERSION: "versions",
    JudgedKind.INVITATION: "invitees",
    JudgedKind.ELECTION: "elections",
    JudgedKind.CANDIDATE: "candidates",
    JudgedKind.BALLOT: "ballots",
    JudgedKind.STATEMENT: "interventions",
    JudgedKind.MOTION: "motions",
    JudgedKind.POINT_OF_ORDER: "points",
    JudgedKind.AMENDMENT: "amendments",
    JudgedKind.TEXT_MOTION: "text_motions",
    JudgedKind.PART: "parts",
    JudgedKind.ACTIVITY: "activities",
    JudgedKind.PARTNERSHIP: "partnerships",
    JudgedKind.OHCHR_SUPPORT: "ohchr_support",
    JudgedKind.GOOD_PRACTICE: "good_practices",
    JudgedKind.SHARING: "sharings",
    JudgedKind.CONTRIBUTION: "contributions",
}
"""Where the records of each kind stand in the facts of a register."""
SHARED = {"meetings", "proposals", "memberships"}
"""Tables whose records also give names, days and entitlement to what is said about others."""

ABOVE = {("R17", JudgedKind.POSITION), ("R17", JudgedKind.PRESENCE)} | {
    (number, JudgedKind.POSITION) for number in ("R12", "R13", "R21", "R22", "R26")
}
"""Who was there at a vote is named where the quorum was not reached, and not where it was.

How the votes on parts, amendments and motions ended is told with them, and not answer by answer.
"""


def said(findings: tuple[Finding, ...]) -> list[object]:
    """What findings say, without the records that they name."""
    return [{**finding.as_json(EN), "exceptions": None} for finding in findings]


def findings_of(register: RegisterFacts, number: str, on: datetime.date) -> tuple[Finding, ...]:
    return judged(Evidence(register, on), (rule(number),))


def without(register: RegisterFacts, record: Judged) -> RegisterFacts:
    table = TABLES[record.kind]
    left = tuple(one for one in getattr(register, table) if one.key != record.key)
    assert len(left) == len(getattr(register, table)) - 1, f"{record} is not in the register"
    return replace(register, **{table: left})  # type: ignore[arg-type]


def named(findings: tuple[Finding, ...]) -> dict[tuple[JudgedKind, str], Judged]:
    return {(one.kind, one.key): one for finding in findings for fact in finding.facts for one in fact.records}


def rich() -> RegisterFacts:
    """A register in which most rules have something to say."""
    planned = replace(meeting("2027-05-08"), agenda_agreed_on=day("2026-11-01"), agenda_agreed_by=known.TERM.key)
    return replace(
        known.VOTED,
        memberships=(*known.VOTED.memberships, observer("KEN"), member("FIN", "2025-03-01"), observer("FJI"),
                     replace(observer("IDN"), period=period("2024-05-09", "2025-01-01")),
                     replace(member("IDN", "2025-01-01"), basis=Basis.MECHANISM_ESTABLISHED)),
        mechanisms=(mechanism("PRY"), mechanism("MAR", "2016-01-01", "2025-01-01"), mechanism("KEN")),
        communications=(letter("FIN", "2025-03-01"), letter("NOR", "2026-01-01", adoption=False)),
        focal_points=(focal("PRY"), focal("MAR"), replace(focal("MAR"), key="another"), focal("PRT", voting=False)),
        meetings=(FOUNDING, known.ANNUAL, planned),
        items=(item(planned, 0), item(planned, 1)),
        dispatches=(sent(planned, "2026-11-02", "PRY"), sent(planned, "2026-11-03", audience=Audience.OHCHR)),
        coordinations=(coordination(known.SEATS[0]),),
        silences=(SilenceProcedure("in time", known.TERM.key, OPENING, OPENING, day("2027-04-01"), day("2027-05-01")),
                  SilenceProcedure("late", known.TERM.key, OPENING, OPENING, day("2027-05-01"), day("2027-05-20"))),
        choices=(Choice("quorum", Question.QUORUM, Option.THIRD_AND_MAJORITY, day("2026-01-01"), "Agreed"),
                 Choice("regions", Question.REGIONS, Option.M49_REGION, day("2026-01-01")),
                 Choice("tie", Question.TIE, Option.SECOND_VOTE, day("2026-01-01"))),
        rule_changes=(RuleChange("seats", Figure.SEATS_MOST, 7, day("2025-06-01"), Trilingual("Growth"),
                                 known.VOTED.decisions[0].key),
                      RuleChange("term", Figure.TERM_YEARS, 4, day("2026-01-01")),
                      RuleChange("notice", Figure.NOTICE_MONTHS, 2, day("2026-02-01"))),
        invitees=(Invitee("asked", planned.key, "KEN", invited_on=day("2026-11-01")),
                  Invitee("guest", planned.key, "ITA", invited_on=day("2026-11-01")),
                  Invitee("prepared", planned.key, "FJI"),
                  Invitee("ohchr", planned.key, partner=STANDING.key, invited_on=day("2026-11-01"))),
        activities=(Activity("tagged", ActivityKind.VISIT, OPENING, day("2025-03-01"), day("2025-03-02"),
                             objectives=(Objective.EXCHANGE, Objective.CREATION)),
                    Activity("untagged", ActivityKind.OTHER, OPENING, day("2026-03-01"), day("2026-03-01"))),
        partners=(STANDING,),
        partnerships=(Partnership("serving", STANDING.key, period("2025-01-01"), objectives=(Objective.EXCHANGE,)),
                      Partnership("aimless", STANDING.key, period("2025-01-01")),
                      Partnership("over", STANDING.key, period("2024-06-01", "2025-01-01"))),
        ohchr_support=tuple(OhchrSupport(kind, STANDING.key, day("2026-02-01"), kind, OPENING) for kind in SupportKind),
        good_practices=(GoodPractice("asked", "PRY", OPENING, Area.DATA, day("2025-03-01")),
                        GoodPractice("withdrawn", "MAR", OPENING, Area.DATA, day("2025-03-01"),
                                     consented_on=day("2025-03-01"), withdrawn_on=day("2026-01-01"))),
        sharings=(Sharing("lent", "asked", day("2026-02-01"), SharedWith.MEMBERS),
                  Sharing("again", "withdrawn", day("2026-02-01"), SharedWith.OBSERVERS)),
        contributions=(Contribution("given", ContributionKind.PRACTICE, OPENING, day("2025-04-01"), "PRY",
                                    practice="asked", sent_on=day("2025-04-01")),
                       Contribution("ready", ContributionKind.EVENT, OPENING, day("2026-04-01"))),
        presence=(PresenceEvent("came", known.ANNUAL.key, "PRY", PresenceKind.ARRIVED, moment("2026-01-28T09:00")),),
    )  # fmt: skip


def registers() -> Iterator[RegisterFacts]:
    yield known.COMMITTEE
    yield known.VOTED
    yield rich()
    yield test_floor.DEPARTED
    tied = {"PRY": Answer.IN_FAVOUR, "PRT": Answer.AGAINST, "MAR": Answer.NOT_PARTICIPATING}
    yield replace(rich(), positions=answers(known.ROLL_CALL, tied))
    yield texts.NEGOTIATED
    yield replace(rich(), calls=(), coordinations=(), seats=known.SEATS[:2], decisions=(), positions=())


def elected() -> Iterator[RegisterFacts]:
    """Registers in which an election was held, as the rules ask and otherwise."""
    yield elections.REGISTER
    other = replace(elections.SECOND, candidates=("MAR", "PRT"), divergence="Agreed", declared=("PRT",))
    never = Choice("secrecy", Question.SECRECY, Option.NO_BALLOT, day("2026-01-01"))
    always = Choice("always", Question.ACCLAMATION, Option.ALWAYS_BALLOT, day("2026-01-01"))
    yield replace(elections.REGISTER, ballots=(elections.FIRST, other), choices=(never, always))
    acclaimed = replace(elections.ELECTION, acclaimed=("MAR",), acclaimed_at=moment("2026-01-28T10:30"))
    alone = replace(elections.REGISTER, elections=(acclaimed,), candidates=elections.STAND[:1], ballots=())
    yield replace(alone, choices=(never, always))


REGISTERS = (*registers(), *elected())


@pytest.mark.parametrize("number", list(JUDGES))
@pytest.mark.parametrize("on", ["2025-06-01", "2026-11-24", "2027-06-01"])
def test_without_a_record_that_a_fact_names_the_rule_says_something_else(number: str, on: str) -> None:
    for register in REGISTERS:
        before = findings_of(register, number, day(on))
        for record in named(before).values():
            assert said(findings_of(without(register, record), number, day(on))) != said(before), record


@pytest.mark.parametrize("number", list(JUDGES))
def test_what_no_fact_names_is_not_needed(number: str) -> None:
    on = day("2026-11-24")
    for register in REGISTERS:
        before = findings_of(register, number, on)
        names = named(before)
        for kind, table in TABLES.items():
            for record in () if table in SHARED or (number, kind) in ABOVE else getattr(register, table):
                if (kind, record.key) not in names:
                    after = findings_of(without(register, Judged(kind, record.key)), number, on)
                    assert said(after) == said(before), (kind, record)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> RegisterFacts:
    """What a register of a small network holds after its first annual meeting."""
    path = make_history(tmp_path_factory.mktemp("history") / "register.nmirf", years=1, states=9)
    with open_register(path, read_only=True) as store:
        return Compliance(store).facts()


@pytest.mark.parametrize("number", list(JUDGES))
def test_the_rules_of_a_network_that_has_met_rest_on_what_they_name(history: RegisterFacts, number: str) -> None:
    on = last_day(1)
    before = findings_of(history, number, on)
    few = [record for finding in before for fact in finding.facts for record in fact.records[:2]]
    for record in few[:24]:
        assert said(findings_of(without(history, record), number, on)) != said(before), record


CODES = ("MAR", "KEN", "PRY", "PRT", "FIN", "IDN", "LTU")
HELD = st.lists(st.tuples(st.sampled_from(CODES), st.integers(0, 1000), st.booleans()), min_size=1, max_size=6)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(HELD, st.integers(0, 1500))
def test_small_committees_rest_on_the_records_that_they_name(held: list[tuple[str, int, bool]], after: int) -> None:
    first = term()
    end = first.period.end
    assert end is not None
    made = tuple(
        replace(seat, key=f"{place}", period=period(
            (first.period.start + datetime.timedelta(days=begins)).isoformat(), end.isoformat()))
        for place, (seat, begins) in enumerate(zip(
            seats(first, (code for code, _, _ in held)), (begins for _, begins, _ in held), strict=True))
    )  # fmt: skip
    members = {code: member(code) if sits else observer(code) for code, _, sits in held}
    register = facts(
        memberships=tuple(members.values()), meetings=(FOUNDING,), terms=(first,), seats=made,
        coordinations=(coordination(made[0]),),
    )  # fmt: skip
    on = first.period.start + datetime.timedelta(days=after)
    for number in ("R28", "R29", "R30", "R31", "R32", "R33", "R34"):
        before = findings_of(register, number, on)
        for record in named(before).values():
            assert said(findings_of(without(register, record), number, on)) != said(before), (number, record)


def test_what_is_not_kept_names_its_facts() -> None:
    for register in REGISTERS:
        for finding in check(register, day("2026-11-24")):
            if finding.state is FindingState.NOT_KEPT and finding.subject.kind is not JudgedKind.YEAR:
                assert any(fact.records for fact in finding.facts), finding.line(EN)
