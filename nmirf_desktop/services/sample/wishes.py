"""What the sample's members ask for the planned agenda, and what its last meeting asked somebody to do."""

import datetime
from collections.abc import Iterable
from functools import partial

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda_tree import Spot
from nmirf_desktop.domain.item_requests import Fate, ItemRequest
from nmirf_desktop.services.sample.calendar import Calendar, workday
from nmirf_desktop.services.sample.content import Task, Wish
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event


def events(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """The requests with their fates, and the follow-up actions, as far as they lie before the sample's own day."""
    for wish in desk.content.wishes:
        day = workday(calendar.planned.opens_on - datetime.timedelta(days=wish.before))
        if day <= calendar.on:
            yield Event.on(day, partial(_ask, desk, calendar, wish, day))
    for task in desk.content.tasks:
        day = workday(calendar.last.closes_on + datetime.timedelta(days=1))
        yield Event.on(day, partial(_ask_for, desk, calendar, task))


def _ask(desk: Desk, calendar: Calendar, wish: Wish, day: datetime.date) -> None:
    meeting = next(one.key for one in desk.meetings.list() if one.opens_on == calendar.planned.opens_on)
    request = desk.item_requests.record(ItemRequest("", meeting, wish.state, day, wish.title, wish.text))
    settled = day + datetime.timedelta(days=wish.settled)
    if wish.fate is Fate.DECLINED:
        desk.item_requests.decline(request.key, settled, wish.reason)
    elif wish.fate is Fate.ACCEPTED:
        items = desk.agendas.items(meeting)
        above = next(one.item.key for one in items if str(one.item.purpose) == wish.item)
        desk.item_requests.accept(request.key, settled, Spot(above))


def _ask_for(desk: Desk, calendar: Calendar, task: Task) -> None:
    closes = calendar.last.closes_on
    meeting = next(one.key for one in desk.meetings.list() if one.closes_on == closes)
    due = closes + datetime.timedelta(days=task.due)
    done = None if task.done is None else closes + datetime.timedelta(days=task.done)
    action = FollowUpAction("", meeting, task.title, task.responsible, due_on=due, done_on=done)
    desk.actions.record(action)
