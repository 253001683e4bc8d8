"""Items that members ask for, and what the Executive Committee made of them (*Network Meetings – Agenda*, R38)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.text import Trilingual


class Fate(StrEnum):
    """What became of a request."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ItemRequest:
    """An item that a State asked for; an accepted one has its *item*, a declined one its *reason*."""

    key: Key
    meeting: Key
    state: StateCode
    asked_on: datetime.date
    title: Trilingual
    text: Trilingual = Trilingual()
    reference: str = ""
    fate: Fate = Fate.PENDING
    settled_on: datetime.date | None = None
    reason: Trilingual = Trilingual()
    item: Key | None = None
