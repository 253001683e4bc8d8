"""What is said to have happened happened: its day is today or was before."""

import datetime

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

AHEAD = N_("That day lies ahead: today is {today}. Nothing was recorded; give the day on which it happened.")


def lies_ahead(day: datetime.date, today: datetime.date) -> bool:
    """Whether a day is to come: what is meant for it, such as an appointment, is recorded as to come."""
    return day > today


def check_happened(day: datetime.date | None, today: datetime.date, field_name: str = "on", said: str = AHEAD) -> None:
    """(silent) what happened has a day that was: agreed, adopted, sent, spoken, received. Raises ``Problem``.

    *said* is the sentence, with {today}.
    """
    if day is not None and lies_ahead(day, today):
        raise Problem(said, {"today": today}, field_name)
