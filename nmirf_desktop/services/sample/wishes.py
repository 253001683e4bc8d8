"""What the sample's members ask for the planned agenda, and what its last meeting asked somebody to do."""

import datetime
from collections.abc import Iterable
from functools import partial

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda_tree import Spot
from nmirf_desktop.domain.item_requests import Fate, ItemRequest
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.services.sample.calendar import Calendar, workday
from nmirf_desktop.services.sample.content import Task, Wish
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event


def events(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """The requests with their fates, and the follow-up actions, as far as they lie before the sample's own day."""
    for wish in desk.content.wishes:
        day = workday(calendar.planned.opens_on - datetime.timedelta(days=wish.before))
        settled = day + datetime.timedelta(days=wish.settled)
        if day <= calendar.on:
            yield Event.on(day, partial(_ask, desk, calendar, wish, day))
        if wish.fate is not Fate.PENDING and settled <= calendar.on:
            yield Event.on(settled, partial(_settle, desk, calendar, wish, settled))
    for task in desk.content.tasks:
        day = workday(calendar.last.closes_on + datetime.timedelta(days=1))
        yield Event.on(day, partial(_ask_for, desk, calendar, task))
        if task.done is not None:
            done = calendar.last.closes_on + datetime.timedelta(days=task.done)
            yield Event.on(done, partial(_finish, desk, calendar, task, done))


def _planned(desk: Desk, calendar: Calendar) -> Key:
    return next(one.key for one in desk.meetings.list() if one.opens_on == calendar.planned.opens_on)


def _last(desk: Desk, calendar: Calendar) -> Key:
    return next(one.key for one in desk.meetings.list() if one.closes_on == calendar.last.closes_on)


def _ask(desk: Desk, calendar: Calendar, wish: Wish, day: datetime.date) -> None:
    request = ItemRequest("", _planned(desk, calendar), wish.state, day, wish.title, wish.text)
    desk.item_requests.record(request)


def _settle(desk: Desk, calendar: Calendar, wish: Wish, day: datetime.date) -> None:
    meeting = _planned(desk, calendar)
    request = next(one for one in desk.item_requests.of(meeting) if one.title == wish.title)
    if wish.fate is Fate.DECLINED:
        desk.item_requests.decline(request.key, day, wish.reason)
    elif wish.fate is Fate.ACCEPTED:
        items = desk.agendas.items(meeting)
        above = next(one.item.key for one in items if str(one.item.purpose) == wish.item)
        desk.item_requests.accept(request.key, day, Spot(above))


def _ask_for(desk: Desk, calendar: Calendar, task: Task) -> None:
    due = calendar.last.closes_on + datetime.timedelta(days=task.due)
    desk.actions.record(FollowUpAction("", _last(desk, calendar), task.title, task.responsible, due_on=due))


def _finish(desk: Desk, calendar: Calendar, task: Task, day: datetime.date) -> None:
    actions = desk.actions.of(_last(desk, calendar))
    desk.actions.mark_done([next(one.key for one in actions if one.title == task.title)], day)
