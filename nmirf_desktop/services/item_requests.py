"""Requests for items: recorded as they come, and accepted, declined or withdrawn on record (R38)."""

import datetime
from dataclasses import replace

from nmirf_desktop.domain import agenda_tree as tree
from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.item_requests import (
    Fate,
    ItemRequest,
    check_request,
    check_settled,
    in_order,
    origin_of,
    requested_item,
)
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda_versions import check_open, was_sent
from nmirf_desktop.services.days import last_come
from nmirf_desktop.services.milestones import reckoned
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.attachments import held_by
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS, REQUESTS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now

SETTLED = N_("This request is settled already; take its settlement back first.")


class ItemRequests:
    """The requests for items in the register; *clock* says on which day something is recorded."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def _last_come(self, session: Session, request: ItemRequest) -> datetime.date:
        return last_come(self._store, MEETINGS.get(session, request.meeting), self._clock())

    def of(self, meeting: Key) -> tuple[ItemRequest, ...]:
        """The requests for a meeting, those to be settled first, then by the day on which they came."""
        with self._store.read() as session:
            return in_order(REQUESTS.all(session, meeting=meeting))

    def call_closes(self, meeting: Key) -> datetime.date | None:
        """The last day of the call for items, where the meeting has one: what comes later is late, never refused."""
        with self._store.read() as session:
            found = reckoned(session, MEETINGS.get(session, meeting))
            return next((one.closes for one in found if one.kind is MilestoneKind.CALL_FOR_ITEMS), None)

    def meeting_of(self, key: Key) -> Key | None:
        """The meeting for which a request was made; ``None`` where no request has that key."""
        with self._store.read() as session:
            found = REQUESTS.find(session, key)
        return None if found is None else found.meeting

    def record(self, request: ItemRequest) -> ItemRequest:
        """Record a request, or put one right; its fate stays what it is. One without a key gets one."""
        verb = N_("correct a request for an item") if request.key else N_("record a request for an item")
        with self._store.write(verb, Subject.AGENDA) as session:
            before = REQUESTS.standing(session, request.key) if request.key else None
            new = replace(request, key=request.key or new_key())
            if before is not None:
                new = replace(
                    new, fate=before.fate, settled_on=before.settled_on, reason=before.reason, item=before.item
                )
            check_request(new, self._last_come(session, new))
            REQUESTS.save(session, new)
        return new

    def accept(self, key: Key, on: datetime.date, spot: tree.Spot | None = None) -> Key:
        """Accept a request: its item stands at a spot of the agenda from then on, or as the last. The item's key.

        An item that was made of it before is its item again. Raises ``Problem`` for a day that lies ahead or before
        the request, ``Refusal`` where it is settled or the meeting adopted the agenda.
        """
        with self._store.write(N_("accept a request for an item"), Subject.AGENDA) as session:
            request = self._pending(session, key)
            check_settled(request, on, self._last_come(session, request))
            check_open(session, request.meeting)
            state = self._states.on(MEETINGS.get(session, request.meeting).opens_on)[request.state]
            items = ITEMS.all(session, meeting=request.meeting)
            item = next((one for one in items if origin_of(request) in one.origins), None)
            if item is None:
                late = was_sent(session, request.meeting)
                item = requested_item(request, state, new_key(), supplementary=late)
                items = tree.add(items, item)
                spot = spot or tree.Spot()
            for one in items if spot is None else tree.place(items, [item.key], spot):
                ITEMS.save(session, one)
            REQUESTS.save(session, replace(request, fate=Fate.ACCEPTED, settled_on=on, item=item.key))
        return item.key

    def decline(self, key: Key, on: datetime.date, reason: Trilingual) -> None:
        """Decline a request with a reason. Raises ``Problem`` without one, and for a day as :meth:`accept` does."""
        with self._store.write(N_("decline a request for an item"), Subject.AGENDA) as session:
            request = self._pending(session, key)
            check_settled(request, on, self._last_come(session, request))
            if not reason:
                raise Problem(N_("Give the reason, which is told to the State."), field_name="reason")
            REQUESTS.save(session, replace(request, fate=Fate.DECLINED, settled_on=on, reason=reason))

    def withdraw(self, key: Key, on: datetime.date) -> None:
        """The State withdrew its request; an item that was made of it stays. Raises what :meth:`accept` does."""
        with self._store.write(N_("withdraw a request for an item"), Subject.AGENDA) as session:
            request = REQUESTS.standing(session, key)
            if request.fate not in (Fate.PENDING, Fate.ACCEPTED):
                raise Refusal(SETTLED)
            check_settled(request, on, self._last_come(session, request))
            REQUESTS.save(session, replace(request, fate=Fate.WITHDRAWN, settled_on=on, item=None))

    def take_back(self, key: Key) -> None:
        """A settlement was recorded by mistake: the request is pending again; its item, if any, stays on the agenda."""
        with self._store.write(N_("take back the settlement of a request"), Subject.AGENDA) as session:
            request = REQUESTS.standing(session, key)
            pending = replace(request, fate=Fate.PENDING, settled_on=None, reason=Trilingual(), item=None)
            REQUESTS.save(session, pending)

    def remove(self, key: Key) -> None:
        """Take back a request that was recorded by mistake, before it is settled and while it holds no file."""
        with self._store.write(N_("remove a request for an item"), Subject.AGENDA) as session:
            self._pending(session, key)
            if held_by(session, Holder(HolderKind.ITEM_REQUEST, key)):
                raise Problem(N_("A file is attached to this request; remove it first."))
            REQUESTS.remove(session, key)

    @staticmethod
    def _pending(session: Session, key: Key) -> ItemRequest:
        request = REQUESTS.standing(session, key)
        if request.fate is not Fate.PENDING:
            raise Refusal(SETTLED)
        return request
