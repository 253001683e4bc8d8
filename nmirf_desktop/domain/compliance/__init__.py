"""The Declaration, watched: what each of its rules says about a register's facts on a day.

:func:`check` and :func:`judged` ask every rule; none is left unanswered. Each rule is judged by one function, found
under its number in ``JUDGES``, and each function by tests named after the number.
"""

import datetime
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from nmirf_desktop.domain.compliance import (
    activities,
    appointments,
    committee,
    corrections,
    decisions,
    elections,
    floor,
    focal_points,
    invitations,
    joining,
    knowledge_hub,
    meetings,
    membership,
    partnerships,
    remaining,
    replacements,
    roll_calls,
    sendings,
    texts,
)
from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.facts import RegisterFacts
from nmirf_desktop.domain.compliance.findings import (
    REMARKED,
    STATE_LABELS,
    Fact,
    Finding,
    FindingState,
    Judged,
    JudgedKind,
    RuleAnswer,
    RuleException,
    alphabetical,
    by_rule,
    gravest,
    in_reading_order,
    not_judged,
    of_states,
)
from nmirf_desktop.domain.compliance.past import open_findings
from nmirf_desktop.domain.compliance.printed import told
from nmirf_desktop.domain.compliance.silent import OF_PRACTICE, Judge, r17, r18
from nmirf_desktop.domain.declaration import ADOPTION_DAY, RULES, Rule
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_

__all__ = [
    "JUDGES",
    "OF_PRACTICE",
    "REMARKED",
    "STATE_LABELS",
    "Evidence",
    "Fact",
    "Finding",
    "FindingState",
    "Judged",
    "JudgedKind",
    "RegisterFacts",
    "RuleAnswer",
    "RuleException",
    "alphabetical",
    "by_rule",
    "check",
    "gravest",
    "in_reading_order",
    "judged",
    "of_states",
    "open_findings",
    "told",
]

JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "R1": membership.r1,
        "R2": membership.r2,
        "R3": membership.r3,
        "R4": membership.r4,
        "R5": focal_points.r5,
        "R6": focal_points.r6,
        "R7": focal_points.r7,
        "R8": joining.r8,
        "R9": joining.r9,
        "R10": joining.r10,
        "R11": joining.r11,
        "R12": decisions.r12,
        "R13": decisions.r13,
        "R14": decisions.r14,
        "R15": decisions.r15,
        "R16": decisions.r16,
        "R17": r17,
        "R18": r18,
        "R19": roll_calls.r19,
        "R20": roll_calls.r20,
        "R21": texts.r21,
        "R22": texts.r22,
        "R23": texts.r23,
        "R24": floor.r24,
        "R25": floor.r25,
        "R26": texts.r26,
        "R27": corrections.r27,
        "R28": committee.r28,
        "R29": committee.r29,
        "R30": committee.r30,
        "R31": replacements.r31,
        "R32": appointments.r32,
        "R33": committee.r33,
        "R34": committee.r34,
        "R35": elections.r35,
        "R36": meetings.r36,
        "R37": meetings.r37,
        "R38": meetings.r38,
        "R39": sendings.r39,
        "R40": sendings.r40,
        "R41": invitations.r41,
        "R42": activities.r42,
        "R43": knowledge_hub.r43,
        "R44": partnerships.r44,
        "R45": partnerships.r45,
        "R46": remaining.r46,
        "R47": remaining.r47,
    }
)
"""The one function that judges each rule."""
BEFORE_ADOPTION = N_("The Declaration was adopted on {day}: no rule is judged for an earlier day.")


def check(facts: RegisterFacts, on: datetime.date, today: datetime.date | None = None) -> tuple[Finding, ...]:
    """What every rule says on a day, in the order of the rules; what came after the day does not count.

    Asked on *today*, that day and later ones know of the appointment that is recorded as to come.
    """
    return judged(Evidence(facts, on, today=today))


def judged(evidence: Evidence, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """What some rules say on evidence, which may have taken over what it shares with an earlier one.

    Before the Declaration was adopted, none of them says anything.
    """
    if evidence.on < ADOPTION_DAY:
        said, advice = Phrase(BEFORE_ADOPTION, {"day": ADOPTION_DAY}), Phrase(N_("Choose a later day."))
        return tuple(not_judged(rule.number, said, advice) for rule in rules)
    return tuple(evidence.explained(finding) for rule in rules for finding in JUDGES[rule.number](evidence))
