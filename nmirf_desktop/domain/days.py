"""Which days can be meant, wherever a date is read: a far year is a slip of the hand, and overflows what counts on."""

import datetime
from collections.abc import Collection

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

EARLIEST = datetime.date(1945, 10, 24)
"""No fact of the register is older than the United Nations."""
LATEST = datetime.date(2199, 12, 31)
"""Mandates, deadlines and silences still end long before the calendar of the machine does."""
TOO_EARLY = N_("{day} is before the United Nations were founded: look at the year.")
TOO_LATE = N_("{day} is too late to be meant: look at the year.")


def year_to_look_at(recorded: Collection[int], on: datetime.date) -> int:
    """The year of a day, or the one before it while something is *recorded* in that alone: it is reviewed then."""
    return max((year for year in recorded if on.year - 1 <= year <= on.year), default=on.year)


def can_be_meant(day: datetime.date) -> bool:
    """Whether a day is one that a register may know."""
    return EARLIEST <= day <= LATEST


def not_meant(day: datetime.date) -> Problem | None:
    """What is wrong with a day that cannot be meant; ``None`` for one that can."""
    if can_be_meant(day):
        return None
    return Problem(TOO_EARLY if day < EARLIEST else TOO_LATE, {"day": day})
