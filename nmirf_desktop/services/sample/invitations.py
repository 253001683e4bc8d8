"""The invitations to the annual meetings, what was answered, and the delegations that are named."""

import datetime
from collections.abc import Iterable

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.participants import Answer, Delegate, Part, Partner
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.services.invitations import Invitation
from nmirf_desktop.services.sample.calendar import workday
from nmirf_desktop.services.sample.content import about
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event
from nmirf_desktop.services.sample.partnerships import events as partnerships
from nmirf_desktop.storage.base import new_key

INVITED, ANSWERED = 110, 70
"""Days before a meeting on which the invitations go out, and the answers are recorded."""
GUESTS = ("MWI", "FRA")
"""States that are in the Network as neither, and are invited."""
EVERY_AWAITED, EVERY_ONLINE, EVERY_ABSENT, EVERY_LARGE = 4, 6, 11, 3
"""Of the answers to the planned meeting, each such one is awaited, online, an apology; each such delegation larger."""


def invitations(desk: Desk, meeting: Meeting, *, planned: bool) -> Iterable[Event]:
    """The invitations of a meeting; of the *planned* one also what was answered until now."""
    sent = workday(meeting.opens_on - datetime.timedelta(days=INVITED))
    answered = workday(meeting.opens_on - datetime.timedelta(days=ANSWERED))
    yield Event.on(sent, lambda: _invite(desk, meeting, sent))
    if planned:
        yield from partnerships(desk, sent)
        yield Event.on(answered, lambda: _answer(desk, meeting, answered))


def _invite(desk: Desk, meeting: Meeting, sent: datetime.date) -> None:
    known = {one.name.en: one.key for one in desk.partners.list()}
    for kind, name in desk.content.partners:
        if name.en not in known:
            partner = Partner(new_key(), name, kind, (f"{kind.value.replace('_', '-')}@example.org",))
            desk.partners.save(partner)
            known[name.en] = partner.key
    left = desk.invitations.invitable(meeting.key, sent)
    states = (*(one.iso3 for one in (*left.members, *left.observers)), *GUESTS)
    reference = f"NMIRF/NV/{meeting.counts_for}/1"
    asked = Invitation(tuple(dict.fromkeys(states)), tuple(known.values()), invited_on=sent, reference=reference)
    desk.invitations.invite(meeting.key, asked)


def _answer(desk: Desk, meeting: Meeting, on: datetime.date) -> None:
    """Most answer that they attend, some online, a few apologise; each names its focal point, some more."""
    lines = desk.invitations.guests(meeting.key).lines
    by: dict[Answer, list[Key]] = {answer: [] for answer in Answer}
    for place, line in enumerate(lines):
        by[_answered(place)].append(line.key)
    for answer in (Answer.ATTENDS, Answer.ONLINE, Answer.APOLOGIES):
        desk.invitations.answer(by[answer], answer, on)
    coming = (*by[Answer.ATTENDS], *by[Answer.ONLINE])
    for place, line in enumerate(one for one in lines if one.key in coming):
        people = [] if line.focal_point is None else [line.focal_point]
        new = [_adviser(desk, line.state.iso3)] if line.state is not None and place % EVERY_LARGE == 0 else []
        named = [*people, *new]
        if named:
            parts = (Part.HEAD, Part.ADVISER)
            delegates = [Delegate(new_key(), line.key, one.key, parts[min(n, 1)], n) for n, one in enumerate(named)]
            desk.invitations.delegate(line.key, delegates, new)


def _answered(place: int) -> Answer:
    if place % EVERY_AWAITED == EVERY_AWAITED - 1:
        return Answer.AWAITED
    if place % EVERY_ABSENT == EVERY_ABSENT - 1:
        return Answer.APOLOGIES
    return Answer.ONLINE if place % EVERY_ONLINE == EVERY_ONLINE - 1 else Answer.ATTENDS


def _adviser(desk: Desk, state: StateCode) -> Person:
    """An adviser who is known by the function alone."""
    function = about(desk.content.functions["adviser"], desk.state(state))
    address = f"treaty.desk@{desk.state(state).iso2.lower()}.example.org"
    return Person(new_key(), function, state, language=desk.content.cast.language(state), emails=(address,))
