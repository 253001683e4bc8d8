"""How the work of a period is counted: by the objectives that it served (R42), by region, and by month."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import Region, region_of, regions
from nmirf_desktop.domain.states import State

MONTHS = 12
"""The months of a year."""


class Serving(Protocol):
    """What serves objectives of the Network: an activity, a partnership, a good practice."""

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """Those that it serves."""
        ...


def by_objective(works: Iterable[Serving]) -> Mapping[Objective, int]:
    """*Objectives*, R42: how many served each objective; one that served two counts for both, one unserved has 0."""
    counted = Counter(objective for one in works for objective in one.objectives)
    return {objective: counted[objective] for objective in Objective}


def by_region(gathered: Iterable[Sequence[State]], by: Option) -> Mapping[Region, int]:
    """In how many gatherings of States each region was there, by a scheme."""
    counted = Counter(region for states in gathered for region in {region_of(state, by) for state in states})
    return {region: counted[region] for region in regions(by)}


def by_month(days: Iterable[datetime.date]) -> tuple[int, ...]:
    """How many of the days are in each month of a year, from January to December."""
    counted = Counter(day.month for day in days)
    return tuple(counted[month] for month in range(1, MONTHS + 1))


def by_calendar_month(days: Iterable[datetime.date]) -> Mapping[datetime.date, int]:
    """How many of the days are in each month in which any is, by the first of it, in the order of the months."""
    return dict(sorted(Counter(day.replace(day=1) for day in days).items()))
