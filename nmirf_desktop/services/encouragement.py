"""States that are not members: what was done for each, and the Network over the years (R41)."""

import datetime
from collections.abc import Mapping

from nmirf_desktop.domain.activities import Activity
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.encouragement import (
    Asked,
    Came,
    Contact,
    Encouraged,
    Encouragements,
    Passage,
    Standing,
    check_contact,
    curve,
    passages,
    what_became,
)
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.ohchr_support import in_order
from nmirf_desktop.domain.participants import Invitee
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART
from nmirf_desktop.storage.encouragement import CONTACTS, came, contacted, invited, noted, supported, taken_part
from nmirf_desktop.storage.links import recorded
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import INVITEES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now


class Encouragement:
    """What was done so that States found a mechanism; *clock* says which day is today."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def list(self, on: datetime.date) -> tuple[Encouraged, ...]:
        """The States that are no members on a day, observers first, with how often something was done for each."""
        states = self._states.on(on)
        with self._store.read() as session:
            held = {one.state: one for one in MEMBERSHIPS.holding(session, on)}
            asked, there = invited(session, on), came(session, on)
            activities, contacts = taken_part(session, on), contacted(session, on)
            given = supported(session, on)
        found = []
        for code, state in states.items():
            membership = held.get(code)
            if membership is None or membership.kind is MembershipKind.OBSERVER:
                counted = [known.get(code) for known in (asked, activities, contacts, given)]
                sent, active, noted, helped = (one.number if one is not None else 0 for one in counted)
                last = max((one.last_on for one in counted if one is not None), default=None)
                found.append(Encouraged(state, membership, sent, there.get(code, 0), active, noted, helped, last))
        return tuple(sorted(found, key=lambda one: one.membership is None))

    def of(self, state: StateCode, on: datetime.date) -> Encouragements:
        """All that was done for a State until a day."""
        with self._store.read() as session:
            contacts = [one for one in CONTACTS.all(session, state=state) if one.on <= on]
            memberships = [one for one in MEMBERSHIPS.all(session, state=state) if one.period.start <= on]
            return Encouragements(
                _asked(session, state, on),
                _activities(session, state, on),
                tuple(sorted(contacts, key=lambda one: (one.on, one.key), reverse=True)),
                tuple(sorted(memberships, key=lambda one: one.period.start)),
                in_order(one for one in SUPPORT.all(session, state=state) if one.given and one.on <= on),
            )

    def curve(self, on: datetime.date) -> tuple[Standing, ...]:
        """How many members and observers there were at the end of each year, from the first one to that of a day."""
        with self._store.read() as session:
            memberships = [one for one in MEMBERSHIPS.all(session) if one.period.start <= on]
        first = min((one.period.start for one in memberships), default=on)
        return curve(memberships, first, on)

    def passages(self, first: datetime.date, last: datetime.date) -> tuple[Passage, ...]:
        """Who became observer or member in a period, both days included."""
        with self._store.read() as session:
            return passages(MEMBERSHIPS.all(session), first, last)

    def contacts(self, first: datetime.date, last: datetime.date) -> tuple[Contact, ...]:
        """The contacts of a period, both days included, in the order of their days."""
        with self._store.read() as session:
            return CONTACTS.between(session, "on", first, last)

    def note(self, contact: Contact) -> Contact:
        """Note a contact with a State, or put a note right; one without a key is new.

        Raises:
            Problem: the day is to come, or it does not say by whom or what.
        """
        check_contact(contact, self._store.day_of(self._clock()))
        verb = N_("correct a note of a contact") if contact.key else N_("note a contact with a State")
        with self._store.write(verb, Subject.ACTIVITIES) as session:
            return recorded(session, CONTACTS, contact)

    def strike(self, key: Key) -> None:
        """Take out a note that was made by mistake."""
        with self._store.write(N_("strike out a note of a contact"), Subject.ACTIVITIES) as session:
            CONTACTS.standing(session, key)
            CONTACTS.remove(session, key)

    def state_of(self, contact: Key) -> StateCode | None:
        """The State of a note, ``None`` where none has that key."""
        with self._store.read() as session:
            found = CONTACTS.find(session, contact)
        return found.state if found is not None else None


def _asked(session: Session, state: StateCode, on: datetime.date) -> tuple[Asked, ...]:
    """The invitations that a State was sent by a day, those to the latest meetings first."""
    invitees = INVITEES.all(session, state=state)
    sent = [one for one in invitees if one.invited_on is not None and one.invited_on <= on]
    meetings = MEETINGS.among(session, {one.meeting for one in sent})
    there = noted(session, state)
    asked = [Asked(one, meetings[one.meeting], _became(one, meetings[one.meeting], there, on)) for one in sent]
    return tuple(sorted(asked, key=lambda one: one.meeting.opens_on, reverse=True))


def _became(one: Invitee, meeting: Meeting, there: Mapping[Key, bool], on: datetime.date) -> Came:
    """What became of an invitation by a day; presence says nothing of a meeting before that has opened."""
    came = there.get(meeting.key) if meeting.opens_on <= on else None
    present = None if came is None else frozenset({one.state} if came and one.state is not None else ())
    return what_became(one, meeting, present, on)


def _activities(session: Session, state: StateCode, on: datetime.date) -> tuple[Activity, ...]:
    """The activities in which a State took part until a day, the latest first."""
    known = ACTIVITIES.among(session, {one.activity for one in TAKING_PART.all(session, state=state)})
    begun = (one for one in known.values() if one.begins_on <= on)
    return tuple(sorted(begun, key=lambda one: (one.begins_on, one.key), reverse=True))
