"""Whether a draft of the annual review tells something else by now, or only of another day."""

import datetime
import re
from collections.abc import Collection

from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog

DAY = r"\d{1,2}(?:er)?\s(?:de\s)?[^\W\d]+\s(?:de\s)?\d{4}"
"""A day as each language writes it: "3 June 2027", « 1er juin 2027 », "3 de junio de 2027"."""


def tells_the_same(before: Trilingual, now: Trilingual, days: Collection[datetime.date]) -> bool:
    """Whether two drafts read alike in every language, but for the *days* of the later one.

    These are the days on which it was read, and which follow from that: while a period lasts they are others each day.
    """
    return all(_alike(before[one], now[one], [catalog(one).date(day) for day in days]) for one in Language)


def _alike(before: str, now: str, days: Collection[str]) -> bool:
    """Whether *before* reads as *now* with another day in the place of each of the *days*, the same throughout."""
    if before == now or not days:
        return before == now
    pattern, known = "", set[str]()
    groups = {day: f"day{place}" for place, day in enumerate(dict.fromkeys(days))}
    told = "|".join(map(re.escape, groups))
    for part in re.split(rf"(?<!\d)({told})", now):
        name = groups.get(part)
        if name is None:
            pattern += re.escape(part)
        else:
            pattern += f"(?P={name})" if name in known else f"(?P<{name}>{DAY})"
            known.add(name)
    return re.fullmatch(pattern, before) is not None
