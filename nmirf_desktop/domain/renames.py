"""States rename themselves and change groups: overrides of the shipped facts from a day on."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import Names, RegionalGroup, State
from nmirf_desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class Renaming:
    """A State's names from a day on."""

    key: Key
    state: StateCode
    since: datetime.date
    short: Names
    formal: Names
    article: Names


@dataclass(frozen=True, slots=True)
class Regrouping:
    """A State's regional group from a day on; ``None`` where it stands in none."""

    key: Key
    state: StateCode
    since: datetime.date
    group: RegionalGroup | None


def check_renaming(state: State, new: Renaming) -> None:
    """Raise ``Refusal`` where the names are those that *state*, as of that day, has already."""
    if (new.short, new.formal, new.article) == (state.short, state.formal, state.article):
        raise Refusal(N_("These are the names that {state} has on {day} already."), {"state": state, "day": new.since})


def check_regrouping(state: State, new: Regrouping) -> None:
    """Raise ``Refusal`` where *state*, as of that day, stands in the group already."""
    if new.group is state.group:
        raise Refusal(N_("{state} stands in this group on {day} already."), {"state": state, "day": new.since})


def states_on(
    states: Iterable[State], renamings: Iterable[Renaming], regroupings: Iterable[Regrouping], on: datetime.date
) -> tuple[State, ...]:
    """The States as they were named and grouped on a day."""
    known = {state.iso3: state for state in states}
    for renaming in sorted(renamings, key=lambda one: one.since):
        if renaming.since <= on and renaming.state in known:
            known[renaming.state] = replace(
                known[renaming.state], short=renaming.short, formal=renaming.formal, article=renaming.article
            )
    for regrouping in sorted(regroupings, key=lambda one: one.since):
        if regrouping.since <= on and regrouping.state in known:
            known[regrouping.state] = replace(known[regrouping.state], group=regrouping.group)
    return tuple(known.values())
