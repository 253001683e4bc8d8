"""What of the dispatches waits for somebody on a day."""

import datetime
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.undelivered import Undelivered
from nmirf_desktop.storage.dispatches import undelivered_by
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION


def end_of(session: Session, on: datetime.date) -> datetime.datetime:
    """The moment in which a day is over, where the secretariat counts its days."""
    zone = ZoneInfo(ORGANISATION.get(session, "organisation").time_zone)
    return datetime.datetime.combine(on + datetime.timedelta(days=1), datetime.time.min, zone)


def undelivered_on(session: Session, on: datetime.date) -> Undelivered | None:
    """What was prepared by the day and is not sent, or did not arrive."""
    return undelivered_by(session, end_of(session, on))
