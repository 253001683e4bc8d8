"""What a certificate of dispatch is made from: dispatches, their files and deliveries, and what was noted by hand."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Dispatch, Happening, Recipient
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch, NoticeGround, notice_applies
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.practices import Option
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
    in the symbol. *partners* are those who were written to. It is as of the last that was recorded (:attr:`dated`), so
    that the same register gives the same certificate; *noted_on* is when the last was noted by hand or, where nothing
    was, the day on which the register was read. *nameless* are recipients that were addressed by their function alone.
    *beside_on* is when the last of the other sendings was recorded from which margins are reckoned, or which one of
    these reminds of.
    """

    facts: RecordedMeeting
    noted_on: datetime.date
    dispatches: tuple[Dispatched, ...] = ()
    noted: tuple[AgendaDispatch, ...] = ()
    to: State | Partner | None = None
    mark: str = ""
    partners: Mapping[Key, Partner] = field(default_factory=dict)
    specimen: bool = False
    nameless: frozenset[Key] = frozenset()
    beside_on: datetime.date | None = None

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
    def dated(self) -> datetime.date:
        """The day on which the last of what it tells was recorded; where nothing was, that on which it was read."""
        events = [event for one in self.dispatches for delivery in one.deliveries for event in delivery.events]
        entered = [event.entered_at.astimezone(ZoneInfo(event.zone)).date() for event in events]
        days = [*entered, *(one.at.date() for one in self.dispatches)]
        days += [self.beside_on] if self.beside_on is not None else []
        return max((*days, self.noted_on) if self.noted else days, default=self.noted_on)

    @property
    def zones(self) -> tuple[str, ...]:
        """Where the secretariat counted its days."""
        events = (event for one in self.dispatches for delivery in one.deliveries for event in delivery.events)
        return tuple(sorted({*(one.dispatch.zone for one in self.dispatches), *(event.zone for event in events)}))


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
