"""The services of what the year in review is made of, made when they are first asked for: a part of the secretariat."""

from functools import cached_property
from typing import TYPE_CHECKING

from nmirf_desktop.services.states import States
from nmirf_desktop.storage.store import Moment, Store

if TYPE_CHECKING:
    from nmirf_desktop.services.activities import Activities
    from nmirf_desktop.services.encouragement import Encouragement


class Reviewing:
    """What the Network did, and what of it is told in the annual review."""

    store: Store
    states: States
    _clock: Moment

    @cached_property
    def activities(self) -> "Activities":
        """Activities."""
        from nmirf_desktop.services.activities import Activities

        return Activities(self.store, self.states, self._clock)

    @cached_property
    def encouragement(self) -> "Encouragement":
        """States that have no mechanism yet."""
        from nmirf_desktop.services.encouragement import Encouragement

        return Encouragement(self.store, self.states, self._clock)
