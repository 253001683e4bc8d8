"""What a certificate of dispatch is made from: dispatches, their files and deliveries, and what was noted by hand."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.dispatches import AUDIENCES, Delivery, DeliveryEvent, Dispatch, Happening, Recipient
from nmirf_desktop.domain.invitations import capacity_of_state
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch, NoticeGround, notice_applies
from nmirf_desktop.domain.members import Membership
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.recipients import files_by_reader, got_same
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.states import State


@dataclass(frozen=True, slots=True)
class Dispatched:
    """A dispatch, the *issued* documents that go with it, and what became of it at each recipient.

    *again* are the recipients to whom the same had been sent before (:func:`.reminders`).
    """

    dispatch: Dispatch
    issued: tuple[IssuedDocument, ...]
    deliveries: tuple[Delivery, ...]
    again: frozenset[Key] = frozenset()

    @property
    def at(self) -> datetime.datetime:
        """When it was prepared, by the clock of the secretariat."""
        return self.dispatch.prepared_at.astimezone(ZoneInfo(self.dispatch.zone))

    @property
    def has_agenda(self) -> bool:
        """Whether it is a sending of the agenda."""
        return any(one.kind in AGENDAS for one in self.issued)

    @property
    def reminds(self) -> bool:
        """Whether the same had been sent to each before: it is a reminder of an earlier dispatch."""
        return bool(self.deliveries) and all(one.recipient.key in self.again for one in self.deliveries)

    @property
    def unsent_reminders(self) -> tuple[Delivery, ...]:
        """What was prepared to remind somebody, and of which nothing more is recorded."""
        return tuple(one for one in self.deliveries if one.recipient.key in self.again and not one.standing_events)

    def without(self, several: Collection[Delivery]) -> "Dispatched":
        """The same without some of its deliveries."""
        return replace(self, deliveries=tuple(one for one in self.deliveries if one not in several))


@dataclass(frozen=True, slots=True)
class CertificateRecord:
    """What is certified of a meeting: dispatches, and sendings of the agenda *noted* by hand.

    It is of one of its dispatches, of all to one addressee (*to*), or of those of the agenda; *mark* tells them apart
    in the symbol. *partners* are those who were written to. It is as of the last that was recorded (:attr:`as_of`), so
    that the same register gives the same certificate; *noted_at* is when the last was noted by hand or, where nothing
    was, when the last fact was written in the register, by the clock of the secretariat. *nameless* are recipients
    that were addressed by their function alone. Of one dispatch *others* are those of the same meeting beside it, from
    which margins are reckoned and of which it may remind, and *beside_at* is when the last such sending was noted by
    hand.
    """

    facts: RecordedMeeting
    noted_at: datetime.datetime
    dispatches: tuple[Dispatched, ...] = ()
    noted: tuple[AgendaDispatch, ...] = ()
    to: State | Partner | None = None
    mark: str = ""
    partners: Mapping[Key, Partner] = field(default_factory=dict)
    specimen: bool = False
    nameless: frozenset[Key] = frozenset()
    others: tuple[Dispatched, ...] = ()
    beside_at: datetime.datetime | None = None

    @property
    def told(self) -> "CertificateRecord":
        """The same without reminders that were only prepared: they are told in one sentence (:attr:`waiting`)."""
        return replace(self, dispatches=tuple(one.without(one.unsent_reminders) for one in self.dispatches))

    @property
    def waiting(self) -> int:
        """How many reminders were prepared of which nothing more is recorded."""
        return sum(len(one.unsent_reminders) for one in self.dispatches)

    @property
    def reminder(self) -> bool:
        """Whether it is of one dispatch, which reminds of an earlier one."""
        return bool(self.mark) and self.to is None and any(one.reminds for one in self.dispatches)

    @property
    def ground(self) -> NoticeGround:
        """On what the notice is reckoned."""
        return self.facts.notice_ground

    @property
    def to_all(self) -> bool:
        """*Network Meetings – Agenda* (silent), R40: whether the month is owed to observers, too."""
        return self.ground.practices(self.facts.meeting).holds(Option.SENT_TO_ALL)

    @property
    def of_agenda(self) -> bool:
        """Whether it tells how R39 was kept: it is of the agenda, or of all to a State, and there is a notice."""
        asked = isinstance(self.to, State) or not self.mark
        sent = bool(self.noted) or any(one.has_agenda for one in self.dispatches)
        return notice_applies(self.facts.meeting) and (asked or sent)

    @property
    def beside(self) -> tuple[DeliveryEvent, ...]:
        """What is recorded of other dispatches on which it depends (:func:`reckoned_from`)."""
        return tuple(reckoned_from(self.dispatches, self.others))

    @property
    def as_of(self) -> datetime.datetime:
        """When the last of what it tells was recorded, by the clock of the secretariat; else :attr:`noted_at`."""
        own = (event for one in self.dispatches for delivery in one.deliveries for event in delivery.events)
        moments = [one.entered_at.astimezone(ZoneInfo(one.zone)) for one in (*own, *self.beside)]
        moments += [one.at for one in self.dispatches]
        moments += [self.beside_at] if self.beside_at is not None else []
        moments += [self.noted_at] if self.noted else []
        return max(moments, default=self.noted_at)

    @property
    def dated(self) -> datetime.date:
        """The day of that."""
        return self.as_of.date()

    @property
    def has_taken_back(self) -> bool:
        """Whether something of it, or of what it depends on, was recorded by mistake and taken back."""
        own = (event for one in self.dispatches for delivery in one.deliveries for event in delivery.events)
        return any(event.kind is Happening.TAKEN_BACK for event in (*own, *self.beside))

    @property
    def reminded_of_nothing(self) -> tuple[Recipient, ...]:
        """To whom a reminder went before whose sending none of the same is on record any more: it was taken back."""
        return tuple(
            known.recipient
            for one in self.dispatches
            for known in one.deliveries
            if self.reminder and not any(_went_before(known, one, other) for other in self.others)
        )

    @property
    def zones(self) -> tuple[str, ...]:
        """Where the secretariat counted its days."""
        events = (event for one in self.dispatches for delivery in one.deliveries for event in delivery.events)
        return tuple(sorted({*(one.dispatch.zone for one in self.dispatches), *(event.zone for event in events)}))


def noted_of_state(
    noted: Iterable[AgendaDispatch], state: StateCode, memberships: Iterable[Membership]
) -> tuple[AgendaDispatch, ...]:
    """Which sendings that were noted by hand went to a State, by its name or with all of its class on that day."""
    known = tuple(memberships)

    def meant(one: AgendaDispatch) -> bool:
        if one.state is not None:
            return one.state == state
        return AUDIENCES.get(capacity_of_state(known, state, one.sent_on)) is one.audience

    return tuple(one for one in noted if meant(one))


def noted_before(noted: Iterable[AgendaDispatch], own: Iterable[Dispatched]) -> tuple[AgendaDispatch, ...]:
    """Which sendings to a State that were noted by hand went before what is recorded of the agenda in dispatches.

    From these the margins in the certificate of one dispatch are reckoned.
    """
    to = [delivery for one in own if one.has_agenda for delivery in one.deliveries]
    return tuple(one for one in noted if any(_noted_before(one, delivery) for delivery in to))


def _noted_before(noted: AgendaDispatch, delivery: Delivery) -> bool:
    own = noted.state is not None and noted.state == delivery.recipient.state
    return own and (delivery.sent is None or noted.sent_on < delivery.sent.day)


def reckoned_from(own: Collection[Dispatched], others: Iterable[Dispatched]) -> Iterator[DeliveryEvent]:
    """What of other dispatches decides on margins of some, and on whether they remind: sendings before theirs.

    What failed of them and what was taken back belongs to it, and an answer where it proves the sending.
    """
    to = [delivery for one in own for delivery in one.deliveries]
    for other in others:
        for delivery in other.deliveries:
            moments = [_until(one) for one in to if _concerns(delivery.recipient, one.recipient, other)]
            began = min((one.at for one in delivery.events), default=None)
            if began is not None and any(until is None or began <= until for until in moments):
                yield from (one for one in delivery.events if _of_way(one, delivery))


def _until(delivery: Delivery) -> datetime.datetime | None:
    """Until when a sending would go before what was sent in a delivery; ``None`` where nothing was sent yet."""
    return min((one.at for one in delivery.standing_events if one.kind is Happening.SENT), default=None)


def _concerns(earlier: Recipient, to: Recipient, other: Dispatched) -> bool:
    return earlier.whom == to.whom or (other.has_agenda and to.state is not None and earlier.state == to.state)


def _of_way(event: DeliveryEvent, delivery: Delivery) -> bool:
    return event.kind is not Happening.ACKNOWLEDGED or event == delivery.sent


def _went_before(delivery: Delivery, own: Dispatched, other: Dispatched) -> bool:
    """Whether one of the same files stands as sent by another dispatch to the same, and not after a delivery."""
    if {one.key for one in own.issued}.isdisjoint(one.key for one in other.issued):
        return False
    files, there = files_by_reader(own.issued), files_by_reader(other.issued)
    until = _until(delivery)
    for one in other.deliveries:
        earlier = one.recipient.whom == delivery.recipient.whom and one.recipient.attempt < delivery.recipient.attempt
        began = _until(one) or (one.sent.at if one.sent is not None else None)
        same = earlier and got_same(one.recipient.reads, there, files)
        if same and began is not None and (until is None or began <= until):
            return True
    return False
