"""The services of what is written to others and done with them, made when they are first asked for: a part of it."""

from functools import cached_property
from typing import TYPE_CHECKING

from nmirf_desktop.services.states import States
from nmirf_desktop.storage.store import Moment, Store

if TYPE_CHECKING:
    from nmirf_desktop.services.deliveries import Deliveries
    from nmirf_desktop.services.dispatches import Dispatches
    from nmirf_desktop.services.meeting_archive import MeetingArchives
    from nmirf_desktop.services.ohchr_support import OhchrSupports
    from nmirf_desktop.services.papers import Papers
    from nmirf_desktop.services.partnerships import Partnerships
    from nmirf_desktop.services.returned_mail import ReturnedMail


class Corresponding:
    """Documents, their ways to members and partners, and what is done with partners."""

    store: Store
    states: States
    _clock: Moment

    @cached_property
    def papers(self) -> "Papers":
        """Documents."""
        from nmirf_desktop.services.papers import Papers

        return Papers(self.store, self.states, self._clock)

    @cached_property
    def partnerships(self) -> "Partnerships":
        """With whom the Network works."""
        from nmirf_desktop.services.partnerships import Partnerships

        return Partnerships(self.store, self._clock)

    @cached_property
    def ohchr_support(self) -> "OhchrSupports":
        """What OHCHR does for the Network."""
        from nmirf_desktop.services.ohchr_support import OhchrSupports

        return OhchrSupports(self.store, self._clock)

    @cached_property
    def dispatches(self) -> "Dispatches":
        """Documents on their way."""
        from nmirf_desktop.services.dispatches import Dispatches

        return Dispatches(self.store, self.states, self._clock)

    @cached_property
    def deliveries(self) -> "Deliveries":
        """What became of them."""
        from nmirf_desktop.services.deliveries import Deliveries

        return Deliveries(self.store, self._clock)

    @cached_property
    def archives(self) -> "MeetingArchives":
        """Everything of a meeting in one file."""
        from nmirf_desktop.services.meeting_archive import MeetingArchives

        return MeetingArchives(self.store, self.states, self._clock)

    @cached_property
    def returned_mail(self) -> "ReturnedMail":
        """What the messages that come back show of them."""
        from nmirf_desktop.services.returned_mail import ReturnedMail

        return ReturnedMail(self.deliveries)
