"""What OHCHR does for the Network, and what the Network does so that OHCHR has the resources for it.

*Partnerships*, R45: guidance, advice and potential technical support; the Network advocates for adequate resources.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.counted import by_calendar_month
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_


class SupportKind(StrEnum):
    """Which support OHCHR gave; *advocacy* is the Network’s own, for the resources of OHCHR."""

    GUIDANCE = "guidance"
    ADVICE = "advice"
    TECHNICAL = "technical"
    ADVOCACY = "advocacy"


SUPPORT_LABELS = {
    SupportKind.GUIDANCE: N_("Expert guidance"),
    SupportKind.ADVICE: N_("Advice"),
    SupportKind.TECHNICAL: N_("Technical support"),
    SupportKind.ADVOCACY: N_("Advocacy for resources for OHCHR"),
}


@dataclass(frozen=True, slots=True)
class OhchrSupport:
    """What the *partner*, which is OHCHR, did on a day for a *state*, or for the Network where none is named."""

    key: Key
    partner: Key
    on: datetime.date
    kind: SupportKind
    text: Trilingual
    state: StateCode | None = None

    @property
    def given(self) -> bool:
        """Whether OHCHR gave it; advocacy is the Network’s."""
        return self.kind is not SupportKind.ADVOCACY


def check_support(support: OhchrSupport, today: datetime.date) -> None:
    """R45: what was done has words and a day that was; advocacy is nobody’s but the Network’s. Raises ``Problem``."""
    if not support.text:
        raise Problem(N_("Say what was done."), field_name="text")
    check_happened(support.on, today)
    if not support.given and support.state is not None:
        raise Problem(N_("The Network itself advocates for these resources: name no State."), field_name="state")


@dataclass(frozen=True, slots=True)
class SupportBetween:
    """What was recorded from a first to a last day, in the order of the days."""

    entries: tuple[OhchrSupport, ...] = ()

    @property
    def given(self) -> tuple[OhchrSupport, ...]:
        """The support that OHCHR gave."""
        return tuple(one for one in self.entries if one.given)

    @property
    def advocacy(self) -> tuple[OhchrSupport, ...]:
        """What the Network did for the resources of OHCHR."""
        return tuple(one for one in self.entries if not one.given)

    @property
    def by_kind(self) -> Mapping[SupportKind, int]:
        """How much of each kind."""
        counted = Counter(one.kind for one in self.entries)
        return {kind: counted[kind] for kind in SupportKind}

    @property
    def by_month(self) -> Mapping[datetime.date, int]:
        """How often OHCHR gave support in each month in which it did, by its first day."""
        return by_calendar_month(one.on for one in self.given)


def in_order(entries: Iterable[OhchrSupport]) -> tuple[OhchrSupport, ...]:
    """Entries by their days, the latest first."""
    return tuple(sorted(entries, key=lambda one: (one.on, one.key), reverse=True))
