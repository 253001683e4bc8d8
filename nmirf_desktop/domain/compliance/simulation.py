"""What an act of the Committee would do to each rule: the same check before and after it, side by side."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain.committee_acts import Appointing, CommitteeAct
from nmirf_desktop.domain.committee_checks import check_struck, naming
from nmirf_desktop.domain.committee_recording import after
from nmirf_desktop.domain.committees import SeatEnding, appointed_at, seat_period
from nmirf_desktop.domain.compliance import Evidence, judged
from nmirf_desktop.domain.compliance.facts import RegisterFacts
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, JudgedKind, gravest
from nmirf_desktop.domain.declaration import Rule, rule
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.renames import states_on
from nmirf_desktop.i18n import N_

COMMITTEE_RULES = ("R28", "R29", "R30", "R31", "R32", "R33", "R34")
"""The rules of the Committee and of the Coordinator."""
DECISION_AWAITED = N_("The decision is still to come: once it is recorded, the rule is kept.")
COORDINATOR_AWAITED = N_("The Coordinator is still to come: once one is recorded from that day, the rule is kept.")
CUT_SHORT = N_(
    "The mandate from {first} to {last} is not over by then: those in office would leave their seats on {ends} already."
)


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
    awaits: str = ""
    """What is still to come, so that the rule would be kept: a sentence, a marked constant."""
    term: Key = ""
    """The mandate of the Committee that is tried out."""

    @property
    def was(self) -> FindingState:
        """The answer before."""
        return gravest(one.state for one in self.before)

    @property
    def would_be(self) -> FindingState:
        """The answer after."""
        return gravest(one.state for one in self.after)

    @property
    def own(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What is said before and after, but for remarks on other Committees that the act leaves as they are."""
        others = (one for one in self.after if one.remark and one.subject.kind is JudgedKind.TERM)
        said = [_said(one) for one in self.before]
        left = [_said(one) for one in others if self.term not in ("", one.subject.key) and _said(one) in said]
        before, after = (tuple(one for one in side if _said(one) not in left) for side in (self.before, self.after))
        return before, after

    @property
    def remarked(self) -> tuple[bool, bool]:
        """Whether something was worth a word before and would be after, though the rule were kept."""
        before, after = (any(one.remark for one in side) for side in self.own)
        return before, after

    @property
    def grounds(self) -> tuple[Finding, ...]:
        """What the answer rests on that was so before the act, where nothing new bears it."""
        _, after = self.own
        kept = self.would_be is FindingState.KEPT
        bearing = tuple(one for one in after if (one.remark if kept else one.state is self.would_be))
        said = [_said(one) for one in self.before]
        return () if any(_said(one) not in said for one in bearing) else bearing

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


def _said(finding: Finding) -> tuple[object, ...]:
    """What a finding says, whatever facts it rests on."""
    return _object(finding), finding.part, finding.state, finding.message, finding.advice


def _facts(findings: tuple[Finding, ...], *, alone: bool) -> Mapping[tuple[object, str], Fact]:
    """The facts by object and name, or by name where there is one object *alone*."""
    return {(None if alone else _object(one), fact.name): fact for one in findings for fact in one.facts}


@dataclass(frozen=True, slots=True)
class Simulation:
    """An act tried out on its day; *facts* are the register's as they would be.

    *cut_short* is the mandate in course that the act would end before its time.
    """

    act: CommitteeAct
    on: datetime.date
    facts: RegisterFacts
    consequences: tuple[Consequence, ...]
    cut_short: Phrase | None = None


def with_act(facts: RegisterFacts, act: CommitteeAct) -> RegisterFacts:
    """The facts of a register in which an act were recorded. Raises ``Refusal`` as :func:`after` does."""
    check_struck(act, facts.silences, facts.meetings)
    try:
        records = after(facts.committee, act)
    except Refusal as refusal:
        named = states_on(facts.states, facts.renamings, facts.regroupings, act.day)
        raise naming(refusal, {one.iso3: one for one in named}) from None
    return replace(facts, terms=records.terms, seats=records.seats, coordinations=records.coordinations)


def simulate(
    facts: RegisterFacts, act: CommitteeAct, on: datetime.date, today: datetime.date | None = None
) -> Simulation:
    """Try an act out, judged on a day, usually the act's own. Nothing is recorded.

    What each rule would say is what it says of that day once the act is recorded. *today* is the day on which somebody
    asks: where the decision or the Coordinator can still be recorded in time, what is not kept says so (R32, R34).

    Raises:
        Refusal: the act could not be recorded (R28, R30, R31, R34).
    """
    then = with_act(facts, act)
    before = Evidence(facts, on, today=today)
    now = Evidence(then, on, before, today=today)
    awaited, tried = _awaited(act, then, today), _tried(act, now)
    consequences = tuple(
        replace(_consequence(judged(before, (known,)), judged(now, (known,)), known, awaited), term=tried)
        for known in map(rule, COMMITTEE_RULES)
    )
    return Simulation(act, on, then, consequences, _cut_short(facts, then))


def _tried(act: CommitteeAct, now: Evidence) -> Key:
    """The mandate that an act is about: the one that it begins, or the one in office once it is recorded."""
    if isinstance(act, Appointing):
        return act.term.key
    return now.committee.term.key if now.committee is not None else ""


def _awaited(act: CommitteeAct, facts: RegisterFacts, today: datetime.date | None) -> Mapping[str, tuple[Key, str]]:
    """R32, R34: what of an appointment can still be recorded in time, by its rule, with the mandate that it is of."""
    if not isinstance(act, Appointing) or today is None:
        return {}
    meeting = next((one for one in facts.meetings if appointed_at(act.term, one)), None)
    found = {}
    if meeting is not None and meeting.closes_on >= today:
        found["R32"] = act.term.key, DECISION_AWAITED
    if act.day >= today:
        found["R34"] = act.term.key, COORDINATOR_AWAITED
    return found


def _consequence(
    before: tuple[Finding, ...], after: tuple[Finding, ...], known: Rule, awaited: Mapping[str, tuple[Key, str]]
) -> Consequence:
    key, said = awaited.get(known.number, ("", ""))
    lacking = any(one.subject.key == key and one.state is FindingState.NOT_KEPT for one in after)
    return Consequence(known, before, after, said if lacking else "")


def _cut_short(before: RegisterFacts, then: RegisterFacts) -> Phrase | None:
    """R30: that those in office would leave their seats to another Committee before their mandate is over."""
    known = {one.key: seat_period(one, before.committee.term(one.term)).end for one in before.seats}
    cut = next(
        (one for one in then.seats if one.ending is SeatEnding.RENEWAL and one.period.end != known.get(one.key)), None
    )
    if cut is None:
        return None
    mandate = then.committee.term(cut.term).period
    return Phrase(CUT_SHORT, {"first": mandate.start, "last": mandate.last_day, "ends": cut.period.last_day})
