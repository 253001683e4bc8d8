"""Requests for items: recorded as they come, and accepted, declined or withdrawn on record (R38)."""

import datetime
from dataclasses import replace

from nmirf_desktop.domain import agenda_tree as tree
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.item_requests import Fate, ItemRequest, call_closes, check_request, in_order, requested_item
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda import ADOPTED
from nmirf_desktop.services.agenda_versions import stands_adopted, was_sent
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.attachments import held_by
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS, MILESTONES, REQUESTS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store

SETTLED = N_("This request is settled already; take its settlement back first.")


class ItemRequests:
    """The requests for items in the register."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def of(self, meeting: Key) -> tuple[ItemRequest, ...]:
        """The requests for a meeting, those to be settled first, then by the day on which they came."""
        with self._store.read() as session:
            return in_order(REQUESTS.all(session, meeting=meeting))

    def call_closes(self, meeting: Key) -> datetime.date | None:
        """The last day of the call for items, where the meeting has one: what comes later is late, never refused."""
        with self._store.read() as session:
            noted = MILESTONES.first(session, meeting=meeting, kind=MilestoneKind.CALL_FOR_ITEMS)
            return call_closes(MEETINGS.get(session, meeting), noted)

    def meeting_of(self, key: Key) -> Key | None:
        """The meeting for which a request was made; ``None`` where no request has that key."""
        with self._store.read() as session:
            found = REQUESTS.find(session, key)
        return None if found is None else found.meeting

    def record(self, request: ItemRequest) -> ItemRequest:
        """Record a request, or put one right; its fate stays what it is. One without a key gets one."""
        verb = N_("correct a request for an item") if request.key else N_("record a request for an item")
        with self._store.write(verb, Subject.AGENDA) as session:
            before = REQUESTS.find(session, request.key) if request.key else None
            new = replace(request, key=request.key or new_key())
            if before is not None:
                new = replace(
                    new, fate=before.fate, settled_on=before.settled_on, reason=before.reason, item=before.item
                )
            check_request(new)
            REQUESTS.save(session, new)
        return new

    def accept(self, key: Key, on: datetime.date, spot: tree.Spot | None = None) -> Key:
        """Accept a request: its item stands at a spot of the agenda from then on, or as the last. The item's key."""
        with self._store.write(N_("accept a request for an item"), Subject.AGENDA) as session:
            request = self._pending(session, key)
            if stands_adopted(session, request.meeting):
                raise Refusal(ADOPTED)
            state = self._states.on(MEETINGS.get(session, request.meeting).opens_on)[request.state]
            new = requested_item(request, state, new_key(), supplementary=was_sent(session, request.meeting))
            _put(session, new, spot or tree.Spot())
            REQUESTS.save(session, replace(request, fate=Fate.ACCEPTED, settled_on=on, item=new.key))
        return new.key

    def decline(self, key: Key, on: datetime.date, reason: Trilingual) -> None:
        """Decline a request with a reason."""
        with self._store.write(N_("decline a request for an item"), Subject.AGENDA) as session:
            request = self._pending(session, key)
            if not reason:
                raise Problem(N_("Give the reason, which is told to the State."), field_name="reason")
            REQUESTS.save(session, replace(request, fate=Fate.DECLINED, settled_on=on, reason=reason))

    def withdraw(self, key: Key, on: datetime.date) -> None:
        """The State withdrew its request; an item that was made of it stays on the agenda."""
        with self._store.write(N_("withdraw a request for an item"), Subject.AGENDA) as session:
            request = REQUESTS.get(session, key)
            if request.fate not in (Fate.PENDING, Fate.ACCEPTED):
                raise Refusal(SETTLED)
            REQUESTS.save(session, replace(request, fate=Fate.WITHDRAWN, settled_on=on, item=None))

    def take_back(self, key: Key) -> None:
        """A settlement was recorded by mistake: the request is pending again; its item, if any, stays on the agenda."""
        with self._store.write(N_("take back the settlement of a request"), Subject.AGENDA) as session:
            request = REQUESTS.get(session, key)
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
        request = REQUESTS.get(session, key)
        if request.fate is not Fate.PENDING:
            raise Refusal(SETTLED)
        return request


def _put(session: Session, new: AgendaItem, spot: tree.Spot) -> None:
    """A new item at a spot of its agenda, in the transaction of a verb."""
    items = tree.add(ITEMS.all(session, meeting=new.meeting), replace(new, parent=None))
    for item in tree.place(items, [new.key], spot):
        ITEMS.save(session, item)
