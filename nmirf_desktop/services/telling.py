"""With which meeting of the Network the work of a day is told: that to which the review of the day goes.

An agenda names the reviews that go to its meeting. Where none names one that holds the day, it is told with the first
meeting that opens on the day or after it and up to whose review's last day it lies: at the beginning of a year the
usual review is that of the last one, so that what is done then is told a year later. After the last meeting it is told
with that one.
"""

import datetime
from bisect import bisect_left
from dataclasses import dataclass, field

from nmirf_desktop.domain.annual_review import ReviewPeriod, usual_period
from nmirf_desktop.domain.annual_review_names import review_of
from nmirf_desktop.domain.meetings import Meeting, in_order, is_network_meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.session import Session

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Telling:
    """The meetings of the Network in their order, and up to which day each is told of the work."""

    session: Session
    held: tuple[Meeting, ...]
    ends: tuple[datetime.date, ...]
    _named: dict[Key, tuple[ReviewPeriod, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, session: Session) -> "Telling":
        """The meetings in the register."""
        held = tuple(one for one in in_order(MEETINGS.all(session)) if is_network_meeting(one))
        return cls(session, held, tuple(min(one.opens_on, usual_period(one.opens_on).last) for one in held))

    def meeting(self, day: datetime.date) -> Key | None:
        """The meeting with which the work of a day is told; ``None`` where there is none."""
        if not self.held:
            return None
        place = min(bisect_left(self.ends, day), len(self.held) - 1)
        for one in self.held[max(0, place - 1) : place + 2]:
            if any(period.holds(day) for period in self.named(one)):
                return one.key
        return self.held[place].key

    def named(self, meeting: Meeting) -> tuple[ReviewPeriod, ...]:
        """The periods whose reviews the agenda of a meeting names."""
        if meeting.key not in self._named:
            symbols = (one for item in ITEMS.all(self.session, meeting=meeting.key) for one in item.documents)
            self._named[meeting.key] = tuple(filter(None, map(review_of, symbols)))
        return self._named[meeting.key]

    def span(self, meeting: Key) -> tuple[datetime.date, datetime.date] | None:
        """A first and a last day between which all lie that are told with a meeting; ``None`` for one of others."""
        place = next((number for number, one in enumerate(self.held) if one.key == meeting), None)
        if place is None:
            return None
        own = self.named(self.held[place])
        first = self.ends[place - 1] + DAY if place else datetime.date.min
        last = self.ends[place] if place + 1 < len(self.held) else datetime.date.max
        return min([first, *(one.first for one in own)]), max([last, *(one.last for one in own)])

    def first_from(self, day: datetime.date) -> Key | None:
        """The first meeting that opens on a day or after it, else the last."""
        later = (one for one in self.held if one.opens_on >= day)
        found = next(later, self.held[-1] if self.held else None)
        return None if found is None else found.key
