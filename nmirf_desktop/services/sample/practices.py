"""What members of the sample tell of as good practices, and what of it goes to the virtual knowledge hub."""

import datetime
from collections.abc import Iterable
from functools import partial

from nmirf_desktop.domain.good_practices import GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.services.sample.calendar import Calendar, workday
from nmirf_desktop.services.sample.content import Practice
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event

SHARED = datetime.timedelta(days=7)
"""How long after its record a practice to whose sharing the State agreed is sent to members and to the hub."""


def events(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """The practices, as far as they lie before the sample's own day."""
    for told in desk.content.practices:
        day = workday(calendar.last.closes_on + datetime.timedelta(days=told.after))
        if day <= calendar.on:
            yield Event.on(day, partial(_record, desk, told, day))
        if told.consent and workday(day + SHARED) <= calendar.on:
            yield Event.on(workday(day + SHARED), partial(_share, desk, told, workday(day + SHARED)))


def _record(desk: Desk, told: Practice, day: datetime.date) -> None:
    one = GoodPractice(
        "", told.state, told.title, told.area, day, text=told.text, objectives=(Objective.EXCHANGE,),
        contact=told.contact, languages=(desk.content.cast.language(told.state),),
        consented_on=day if told.consent else None, consented_by=told.consent,
    )  # fmt: skip
    desk.good_practices.record(one)


def _share(desk: Desk, told: Practice, day: datetime.date) -> None:
    line = next(one for one in desk.good_practices.lines(day) if one.practice.title == told.title)
    desk.good_practices.share(Sharing("", line.key, day, SharedWith.MEMBERS))
    begun = desk.contributions.record(desk.contributions.proposed(line.practice, day))
    desk.contributions.mark_sent((begun.key,), day)
