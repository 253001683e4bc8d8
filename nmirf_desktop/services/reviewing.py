"""The services of what the year in review is made of, made when they are first asked for: a part of the secretariat."""

from functools import cached_property
from typing import TYPE_CHECKING

from nmirf_desktop.services.states import States
from nmirf_desktop.storage.store import Moment, Store

if TYPE_CHECKING:
    from nmirf_desktop.services.action_plans import ActionPlans
    from nmirf_desktop.services.activities import Activities
    from nmirf_desktop.services.annual_reviews import AnnualReviews
    from nmirf_desktop.services.contributions import Contributions
    from nmirf_desktop.services.encouragement import Encouragement
    from nmirf_desktop.services.good_practices import GoodPractices
    from nmirf_desktop.services.rule_changes import RuleChanges


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
        """States that are not members."""
        from nmirf_desktop.services.encouragement import Encouragement

        return Encouragement(self.store, self.states, self._clock)

    @cached_property
    def good_practices(self) -> "GoodPractices":
        """Good practices, and with whom they were shared."""
        from nmirf_desktop.services.good_practices import GoodPractices

        return GoodPractices(self.store, self.states, self._clock)

    @cached_property
    def contributions(self) -> "Contributions":
        """Contributions to the virtual knowledge hub."""
        from nmirf_desktop.services.contributions import Contributions

        return Contributions(self.store, self.states, self._clock)

    @cached_property
    def action_plans(self) -> "ActionPlans":
        """The Network's action plans."""
        from nmirf_desktop.services.action_plans import ActionPlans

        return ActionPlans(self.store, self._clock)

    @cached_property
    def annual_reviews(self) -> "AnnualReviews":
        """The annual review."""
        from nmirf_desktop.services.annual_reviews import AnnualReviews

        return AnnualReviews(self.store, self.states)

    @cached_property
    def rule_changes(self) -> "RuleChanges":
        """The Declaration's numbers as decisions changed them."""
        from nmirf_desktop.services.rule_changes import RuleChanges

        return RuleChanges(self.store)
