"""The milestones of a meeting: what has to be done by when, counted back from its first day or on from its last."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual


class MilestoneKind(StrEnum):
    """What is to be done; *other* is the secretariat's own, with a title."""

    SAVE_THE_DATE = "save_the_date"
    HOST = "host"
    INTERPRETATION = "interpretation"
    CANDIDATURES = "candidatures"
    CALL_FOR_ITEMS = "call_for_items"
    DRAFTS = "drafts"
    AGREEMENT = "agreement"
    TRANSLATIONS = "translations"
    NOTICE = "notice"
    REGISTRATION = "registration"
    MINUTES = "minutes"
    CORRECTIONS = "corrections"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Milestone:
    """What is noted of a milestone: a day *due_on* instead of the counted one, and that it was *done_on* a day.

    *responsible* is the function that does it ("Host country"), *title* that of one of the secretariat's own. *dropped*
    says that this meeting has no need of it.
    """

    key: Key
    meeting: Key
    kind: MilestoneKind
    due_on: datetime.date | None = None
    done_on: datetime.date | None = None
    responsible: Trilingual = Trilingual()
    title: Trilingual = Trilingual()
    note: str = ""
    dropped: bool = False
