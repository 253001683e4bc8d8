"""What a text that leaves the house is of, and to what each kind belongs."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.changes import Subject


class TextKind(StrEnum):
    """What a text of a meeting is of, in the order in which they are listed."""

    MEETING = "meeting"
    ITEM = "item"
    ANNOTATION = "annotation"
    PRESENTER = "presenter"
    NOTE = "note"
    PROPOSAL = "proposal"
    DECISION = "decision"
    QUESTION = "question"
    ELECTION = "election"
    MINUTES = "minutes"
    SPEAKER = "speaker"
    ACTION = "action"
    MILESTONE = "milestone"
    REQUEST = "request"
    FUNCTION = "function"
    PARTNER = "partner"
    ACTIVITY = "activity"
    PARTNERSHIP = "partnership"
    COOPERATION = "cooperation"
    SUPPORT = "support"
    PRACTICE = "practice"
    CONTRIBUTION = "contribution"
    PLAN = "plan"
    PRIORITY = "priority"
    PLANNED = "planned"
    RULE = "rule"
    REVIEW = "review"


TOPICS: Mapping[TextKind, Subject] = MappingProxyType(
    {
        TextKind.MEETING: Subject.MEETINGS,
        TextKind.ITEM: Subject.AGENDA,
        TextKind.ANNOTATION: Subject.AGENDA,
        TextKind.PRESENTER: Subject.AGENDA,
        TextKind.NOTE: Subject.MEETINGS,
        TextKind.PROPOSAL: Subject.SESSION,
        TextKind.DECISION: Subject.SESSION,
        TextKind.QUESTION: Subject.SESSION,
        TextKind.ELECTION: Subject.SESSION,
        TextKind.MINUTES: Subject.MINUTES,
        TextKind.SPEAKER: Subject.SESSION,
        TextKind.ACTION: Subject.AGENDA,
        TextKind.MILESTONE: Subject.MEETINGS,
        TextKind.REQUEST: Subject.AGENDA,
        TextKind.FUNCTION: Subject.MEMBERS,
        TextKind.PARTNER: Subject.PARTICIPANTS,
        TextKind.ACTIVITY: Subject.ACTIVITIES,
        TextKind.PARTNERSHIP: Subject.PARTNERS,
        TextKind.COOPERATION: Subject.PARTNERS,
        TextKind.SUPPORT: Subject.PARTNERS,
        TextKind.PRACTICE: Subject.PRACTICES,
        TextKind.CONTRIBUTION: Subject.PRACTICES,
        TextKind.PLAN: Subject.PLANS,
        TextKind.PRIORITY: Subject.PLANS,
        TextKind.PLANNED: Subject.PLANS,
        TextKind.RULE: Subject.RULES,
        TextKind.REVIEW: Subject.REVIEW,
    }
)
"""What each kind belongs to: where it is edited, and who is told of a change."""
YEARLY: Mapping[str, TextKind] = MappingProxyType(
    {
        "activity": TextKind.ACTIVITY,
        "partnership": TextKind.PARTNERSHIP,
        "cooperation_note": TextKind.COOPERATION,
        "ohchr_support": TextKind.SUPPORT,
        "good_practice": TextKind.PRACTICE,
        "hub_contribution": TextKind.CONTRIBUTION,
        "action_plan": TextKind.PLAN,
        "plan_priority": TextKind.PRIORITY,
        "planned_action": TextKind.PLANNED,
        "rule_change": TextKind.RULE,
        "review_text": TextKind.REVIEW,
    }
)
"""What a text of the year's work is of, by its table."""
