"""The services of what meetings decided, made when they are first asked for: a part of the secretariat."""

from functools import cached_property
from typing import TYPE_CHECKING

from nmirf_desktop.services.states import States
from nmirf_desktop.storage.store import Moment, Store

if TYPE_CHECKING:
    from nmirf_desktop.services.decision_records import DecisionRecords
    from nmirf_desktop.services.decision_register import DecisionRegister
    from nmirf_desktop.services.follow_ups import FollowUps


class Decided:
    """Records and register of decisions, and what follows from them."""

    store: Store
    states: States
    _clock: Moment

    @cached_property
    def decision_records(self) -> "DecisionRecords":
        """The records of decisions of meetings."""
        from nmirf_desktop.services.decision_records import DecisionRecords

        return DecisionRecords(self.store, self.states, self._clock)

    @cached_property
    def decision_register(self) -> "DecisionRegister":
        """All decisions."""
        from nmirf_desktop.services.decision_register import DecisionRegister

        return DecisionRegister(self.store, self.states)

    @cached_property
    def follow_ups(self) -> "FollowUps":
        """All follow-up actions."""
        from nmirf_desktop.services.follow_ups import FollowUps

        return FollowUps(self.store)
