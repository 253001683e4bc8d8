"""Follow-up actions: what a meeting asked somebody to do, by when, and when it was done."""

import datetime
from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual


@dataclass(frozen=True, slots=True)
class FollowUpAction:
    """What is to be done after a *meeting*, under one of its items or from a decision; *responsible* is a function."""

    key: Key
    meeting: Key
    title: Trilingual
    responsible: Trilingual = Trilingual()
    item: Key | None = None
    decision: Key | None = None
    due_on: datetime.date | None = None
    done_on: datetime.date | None = None
    note: str = ""
