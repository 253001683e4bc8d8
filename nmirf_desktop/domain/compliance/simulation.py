"""What an act of the Committee would do to each rule: the same check before and after it, side by side."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain.committee_acts import (
    Appointing,
    CommitteeAct,
)
from nmirf_desktop.domain.committee_checks import check_struck
from nmirf_desktop.domain.committee_recording import after
from nmirf_desktop.domain.compliance import Evidence, judged
from nmirf_desktop.domain.compliance.facts import RegisterFacts
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, JudgedKind, gravest
from nmirf_desktop.domain.declaration import Rule, rule

COMMITTEE_RULES = ("R28", "R29", "R30", "R31", "R32", "R33", "R34")
"""The rules of the Committee and of the Coordinator."""


@dataclass(frozen=True, slots=True)
class Step:
    """A fact that both checks name, with what it was and what it would be ("Regional groups: 4 → 3")."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Consequence:
    """What one rule says before an act and after it."""

    rule: Rule
    before: tuple[Finding, ...]
    after: tuple[Finding, ...]

    @property
    def was(self) -> FindingState:
        """The answer before."""
        return gravest(one.state for one in self.before)

    @property
    def would_be(self) -> FindingState:
        """The answer after."""
        return gravest(one.state for one in self.after)

    @property
    def remarked(self) -> bool:
        """Whether something would be worth a word, though the rule were kept."""
        return any(one.remark for one in self.after)

    @property
    def changed(self) -> bool:
        """Whether anything that the rule says is different."""
        return self.before != self.after

    @property
    def steps(self) -> tuple[Step, ...]:
        """The facts by name that both checks rest on, where the object is the same or the only one of both."""
        alone = all(len({_object(one) for one in findings}) == 1 for findings in (self.before, self.after))
        before, now = (_facts(findings, alone=alone) for findings in (self.before, self.after))
        return tuple(Step(fact.name, before[about].value, fact.value) for about, fact in now.items() if about in before)


def _object(finding: Finding) -> tuple[JudgedKind, str]:
    return finding.subject.kind, finding.subject.key


def _facts(findings: tuple[Finding, ...], *, alone: bool) -> Mapping[tuple[object, str], Fact]:
    """The facts by object and name, or by name where there is one object *alone*."""
    return {(None if alone else _object(one), fact.name): fact for one in findings for fact in one.facts}


@dataclass(frozen=True, slots=True)
class Simulation:
    """An act tried out on its day; *facts* are the register's as they would be."""

    act: CommitteeAct
    on: datetime.date
    facts: RegisterFacts
    consequences: tuple[Consequence, ...]


def with_act(facts: RegisterFacts, act: CommitteeAct) -> RegisterFacts:
    """The facts of a register in which an act were recorded. Raises ``Refusal`` as :func:`after` does."""
    check_struck(act, facts.silences, facts.meetings)
    records = after(facts.committee, act)
    return replace(facts, terms=records.terms, seats=records.seats, coordinations=records.coordinations)


def simulate(
    facts: RegisterFacts, act: CommitteeAct, on: datetime.date, asked: datetime.date | None = None
) -> Simulation:
    """Try an act out, judged on a day, usually the act's own. Nothing is recorded.

    Where an appointment is not earlier than the day on which it is *asked* about, the decision and the Coordinator are
    still to come: due, and no breach.

    Raises:
        Refusal: the act could not be recorded (R28, R30, R31, R34).
    """
    then = with_act(facts, act)
    before = Evidence(facts, on)
    ahead = isinstance(act, Appointing) and asked is not None and act.day >= asked
    to_come = frozenset({act.term.key}) if isinstance(act, Appointing) and ahead else frozenset[str]()
    now = Evidence(then, on, before, to_come=to_come)
    consequences = tuple(
        Consequence(known, judged(before, (known,)), judged(now, (known,))) for known in map(rule, COMMITTEE_RULES)
    )
    return Simulation(act, on, then, consequences)
