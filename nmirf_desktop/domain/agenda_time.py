"""The time that an agenda takes, against the time that the sittings give; and how ready an item's texts are."""

import datetime
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import AgendaItem, numbered, under
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Catalog

HOUR = 60


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A length of time in whole minutes: "9 h 30", "2 h", "45 min"."""

    minutes: int

    def said_in(self, words: Catalog) -> str:
        """Hours and minutes, as programmes write them."""
        hours, minutes = divmod(self.minutes, HOUR)
        if not hours:
            return words.pgettext("duration", "{minutes} min").format(minutes=minutes)
        if not minutes:
            return words.pgettext("duration", "{hours} h").format(hours=hours)
        return words.pgettext("duration", "{hours} h {minutes:02}").format(hours=hours, minutes=minutes)


NO_TIME = Duration(0)
LONGEST = Duration(24 * HOUR)
"""The longest that an item takes."""
_TYPED = re.compile(
    r"(?:(?P<hours>\d{1,2})\s*(?:(?:h|hrs?|hours?|heures?|horas?)\.?|:))?"
    r"\s*(?P<minutes>\d{1,4})?\s*(?P<unit>(?:min|mn|minutes?|minutos?)\.?)?",
    re.IGNORECASE,
)


def read_duration(text: str) -> Duration | None:
    """The duration that *text* says in any of the three languages, or ``None``: 90, 45 min, 1 h, 1 h 30, 1:30.

    A number alone is minutes; with hours before them they are fewer than sixty. None is longer than :data:`LONGEST`.
    """
    match = _TYPED.fullmatch(" ".join(text.split()))
    if match is None or match["hours"] is match["minutes"] is None or (match["unit"] and not match["minutes"]):
        return None
    minutes = int(match["minutes"] or 0)
    if match["hours"] is not None and minutes >= HOUR:
        return None
    found = Duration(int(match["hours"] or 0) * HOUR + minutes)
    return found if found <= LONGEST else None


@dataclass(frozen=True, slots=True)
class TimeUse:
    """*planned* by the items, *available* in the sittings, and how many items say no duration."""

    items: int
    planned: Duration
    available: Duration
    silent: int

    @property
    def over(self) -> Duration:
        """By how much the agenda is over-full; zero where it fits, or where there is no sitting yet."""
        more = self.planned.minutes - self.available.minutes
        return Duration(max(0, more) if self.available.minutes else 0)


def item_times(items: Collection[AgendaItem]) -> Mapping[Key, int]:
    """Each item's minutes: its own duration, which covers its parts, or that of its parts together where longer."""
    times: dict[Key, int] = {}
    parts: dict[Key, int] = {}
    for one in reversed(numbered(items)):
        item = one.item
        times[item.key] = max(item.duration or 0, parts.get(item.key, 0))
        if item.parent is not None:
            parts[item.parent] = parts.get(item.parent, 0) + times[item.key]
    return times


def time_use(items: Collection[AgendaItem], sittings: Iterable[Sitting]) -> TimeUse:
    """How much of the sittings' time the agenda takes. An item that neither says a duration nor has parts is silent."""
    times = item_times(items)
    first = [times[item.key] for item in under(items, None)]
    return TimeUse(
        items=len(items),
        planned=Duration(sum(first)),
        available=Duration(sum(sitting_minutes(one) for one in sittings)),
        silent=first.count(0),
    )


def sitting_minutes(sitting: Sitting) -> int:
    """How long a sitting is planned to last."""
    day = sitting.on
    span = datetime.datetime.combine(day, sitting.ends) - datetime.datetime.combine(day, sitting.starts)
    return round(span.total_seconds() / HOUR)


_WEAKEST = (TextState.MISSING, TextState.OUTDATED, TextState.DRAFT, TextState.REVIEWED)


def weakest(item: AgendaItem) -> TextState:
    """The least ready of an item's texts in any language; a title is always expected, other texts where begun."""
    texts = (item.title, *(text for text in (item.annotation, item.presenter) if text))
    states = {state for text in texts for state in text.states().values()}
    return next(state for state in _WEAKEST if state in states)
