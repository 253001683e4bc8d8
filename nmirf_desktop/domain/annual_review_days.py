"""Whether a draft of the annual review tells other facts by now, or only of another day on which it was read."""

import datetime
from dataclasses import replace
from functools import lru_cache

from nmirf_desktop.domain.annual_review import ReviewFacts, ReviewPeriod, part_of
from nmirf_desktop.domain.annual_review_drafts import sentences
from nmirf_desktop.domain.drafted import in_all
from nmirf_desktop.domain.redrafting import same_words
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog


def reads_on_another_day(facts: ReviewFacts, name: str, drafted: Trilingual) -> bool:
    """Whether the facts gave, on another day of a period that lasts, what was *drafted* then in a slot.

    The same facts of today are told of that day, so that only the day differs, and the time that is named after it. The
    text of a period that is over tells all of it: what was drafted before is another one.
    """
    if facts.on >= facts.period.last:
        return False
    return any(
        same_words(drafted, in_all(sentence))
        for day in _days_named(facts.period, drafted.en)
        for one, sentence in sentences(replace(facts, read_on=day), part_of(name))
        if one == name
    )


def _days_named(period: ReviewPeriod, english: str) -> tuple[datetime.date, ...]:
    """The days but the last one on which the program would name, of the day, what stands in an *english* draft.

    That is the day itself, the time up to it, or the year after it.
    """
    return tuple(day for day, names in _names(period) if any(name in english for name in names))


@lru_cache(maxsize=8)
def _names(period: ReviewPeriod) -> tuple[tuple[datetime.date, tuple[str, ...]], ...]:
    """Each day of a period but the last with what a draft that was read on it may name."""
    words, found = catalog(Language.EN), []
    for passed in range((period.last - period.first).days):
        told = period.until(period.first + datetime.timedelta(days=passed))
        names = (words.date(told.last), told.during(words), told.following.during(words))
        found.append((told.last, names))
    return tuple(found)
