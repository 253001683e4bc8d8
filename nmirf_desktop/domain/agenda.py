"""The agenda: a tree of items with automatic numbers (the Declaration's *Network Meetings – Agenda*)."""

from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_


class ExpectedAction(StrEnum):
    """What a meeting is asked to do under an item."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    ELECTION = "election"


class Purpose(StrEnum):
    """The standing purpose of an item, where it has one; rule R37 looks for two of them."""

    OPENING = "opening"
    ADOPTION = "adoption"
    PREVIOUS_MINUTES = "previous_minutes"
    MEMBERSHIP = "membership"
    REVIEW = "review"
    KNOWLEDGE_HUB = "knowledge_hub"
    PARTNERSHIPS = "partnerships"
    FUTURE = "future"
    COMMITTEE = "committee"
    NEXT_MEETING = "next_meeting"
    OTHER_MATTERS = "other_matters"
    CLOSURE = "closure"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item; *position* counts from 0 among the items of the same *parent*; *duration* is in minutes."""

    key: Key
    meeting: Key
    position: int
    title: Trilingual
    parent: Key | None = None
    annotation: Trilingual = Trilingual()
    action: ExpectedAction = ExpectedAction.DISCUSSION
    purpose: Purpose = Purpose.OTHER
    presenter: Trilingual = Trilingual()
    duration: int | None = None
    supplementary: bool = False


ACTION_LABELS = {
    ExpectedAction.INFORMATION: N_("For information"),
    ExpectedAction.DISCUSSION: N_("For discussion"),
    ExpectedAction.DECISION: N_("For decision"),
    ExpectedAction.ELECTION: N_("Election"),
}
