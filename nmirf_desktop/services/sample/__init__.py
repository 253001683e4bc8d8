"""The sample: a register to learn the program from and to test with, made through the real services."""

import datetime
from pathlib import Path

from nmirf_desktop.services.opening import create, open_register
from nmirf_desktop.services.sample.activities import events as activity_events
from nmirf_desktop.services.sample.calendar import FIRST_DAY, calendar_for
from nmirf_desktop.services.sample.content import load
from nmirf_desktop.services.sample.desk import Desk, StoryClock
from nmirf_desktop.services.sample.gatherings import events as meeting_events
from nmirf_desktop.services.sample.gatherings import hold_founding
from nmirf_desktop.services.sample.mailing import events as mailing_events
from nmirf_desktop.services.sample.network import events as network_events
from nmirf_desktop.services.sample.plans import events as plan_events
from nmirf_desktop.services.sample.practices import events as practice_events
from nmirf_desktop.services.sample.renewal import events as renewal_events
from nmirf_desktop.services.sample.wishes import events as wish_events
from nmirf_desktop.storage import errors
from nmirf_desktop.storage.errors import refusal

__all__ = ["FIRST_DAY", "make_sample"]

AUTHOR = "Coordinator"


def make_sample(path: Path, on: datetime.date, until: datetime.date = datetime.date.max) -> None:
    """Make a filled, fictional register at *path*, in which an agenda is due a few days after *on*.

    What happens after *until* is not told. It is complete or not there at all, and the same for the same days, apart
    from its keys. Raises ``Problem`` for a day before :data:`FIRST_DAY`, ``StorageError`` where the file exists or
    cannot be made.
    """
    calendar = calendar_for(on)
    if path.exists():
        raise refusal(errors.FOLDER if path.is_dir() else errors.EXISTS, path)
    if not path.parent.is_dir():
        raise refusal(errors.NO_FOLDER, path)
    draft = path.with_name(f".{path.name}.sample")
    try:
        draft.unlink(missing_ok=True)
        clock = StoryClock()
        create(draft, author=AUTHOR, specimen=True, clock=clock)
        with open_register(draft, author=AUTHOR, clock=clock) as store:
            desk = Desk.at(store, clock, load())
            minutes = hold_founding(desk)
            story = (
                *minutes, *network_events(desk, calendar), *meeting_events(desk, calendar),
                *renewal_events(desk, calendar), *wish_events(desk, calendar), *mailing_events(desk, calendar),
                *activity_events(desk, calendar), *practice_events(desk, calendar),
                *plan_events(desk, calendar),
            )  # fmt: skip
            for event in sorted(story, key=lambda event: event.at):
                if event.at.date() <= until:
                    clock.to(event.at)
                    event.act()
        draft.rename(path)
    finally:
        for left in path.parent.glob(f".{draft.name}*"):
            left.unlink(missing_ok=True)
        draft.unlink(missing_ok=True)
