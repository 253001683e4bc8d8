"""What became of each delivery: sent, not delivered, acknowledged, as somebody said or a message shows.

Events are added and never changed: one that was recorded by mistake is taken back by another.
"""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Dispatch, Happening, Standing
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import TAKEN_BACK, Problem, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.dispatches import (
    DISPATCHED,
    EVENTS,
    RECIPIENTS,
    deliveries_of,
    dispatches_to,
    dispatches_with,
    enclosed_in,
    sendings_of,
)
from nmirf_desktop.storage.journal import head
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

AHEAD = N_("That moment lies ahead. Give the day and the hour at which it happened.")
TOO_EARLY = N_("It was prepared only later, on {day} at {time}. Give the day and the hour at which it happened.")
NOT_SENT = N_("Nothing was sent to {name} yet: record that first. Nothing was changed.")
SENT_AGAIN = N_(
    "What went to {name} did not arrive, as was reported on {day} at {time}: if it was sent again since, choose that "
    "recipient alone and give the later moment. Nothing was recorded."
)
SENT_SINCE = N_(
    "It was sent to {name} again after that moment, so that it cannot be the later sending that failed then. Nothing "
    "was recorded; give the moment at which the later one came back."
)
TOUCHED = (Subject.MEETINGS, Subject.AGENDA)
"""What is judged on sendings of agendas is read again, too (R39, R40)."""
VERBS: Mapping[Happening, str] = {
    Happening.SENT: N_("record a sending"),
    Happening.FAILED: N_("record that something did not arrive"),
    Happening.ACKNOWLEDGED: N_("record an acknowledgement"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A dispatch as it stands: what was enclosed, and each delivery."""

    dispatch: Dispatch
    issued: tuple[IssuedDocument, ...]
    deliveries: tuple[Delivery, ...]

    def count(self, standing: Standing) -> int:
        """How many deliveries stand so."""
        return sum(one.standing is standing for one in self.deliveries)

    @property
    def open(self) -> tuple[Delivery, ...]:
        """Those that were sent and that nobody acknowledged; what was only prepared is still to be sent."""
        return tuple(one for one in self.deliveries if one.standing in (Standing.SENT, Standing.FAILED))


@dataclass(frozen=True, slots=True)
class Witness:
    """The message that shows what happened, by its SHA-256, and of a failure the *addresses* that it names.

    Without addresses it is of all of them.
    """

    source: str
    addresses: tuple[str, ...] = ()


NO_MESSAGE = Witness("")


class Deliveries:
    """The log of a register's dispatches; *clock* says what time it is."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store, self._clock = store, clock

    @property
    def now(self) -> datetime.datetime:
        """The moment, by the clock of the place where the secretariat counts its days."""
        with self._store.read() as session:
            zone = ORGANISATION.get(session, "organisation").time_zone
        return self._clock().astimezone(ZoneInfo(zone))

    @property
    def state(self) -> int:
        """The journal's last entry: while it is the same, so is the log."""
        with self._store.read() as session:
            last = head(session)
        return last.sequence if last is not None else 0

    def lines(self, meeting: Key | None = None) -> tuple[Line, ...]:
        """The dispatches of a meeting, or all of them, the last first."""
        with self._store.read() as session:
            found = DISPATCHED.all(session) if meeting is None else DISPATCHED.all(session, meeting=meeting)
            there = deliveries_of(session, (one.key for one in found))
            lines = [Line(one, enclosed_in(session, one.key), there[one.key]) for one in found]
        return tuple(sorted(lines, key=lambda line: line.dispatch.prepared_at, reverse=True))

    def line(self, key: Key) -> Line:
        """One dispatch as it stands. Raises ``Refusal`` where it was taken back."""
        with self._store.read() as session:
            dispatch = DISPATCHED.standing(session, key)
            return Line(dispatch, enclosed_in(session, key), deliveries_of(session, [key])[key])

    def dispatches_with(self, keys: Collection[Key], digests: Collection[str]) -> tuple[Dispatch, ...]:
        """The dispatches, or those of the recipients, of some keys, or with such documents, the last first."""
        with self._store.read() as session:
            return dispatches_with(session, keys, digests)

    def dispatches_to(self, addresses: Collection[str]) -> tuple[Dispatch, ...]:
        """The dispatches that may have gone to some addresses, the last first."""
        with self._store.read() as session:
            return dispatches_to(session, addresses)

    def agenda_sent(self, meeting: Key | None) -> tuple[AgendaDispatch, ...]:
        """R39: the sendings of the agenda of a meeting that count so far; none of no meeting."""
        with self._store.read() as session:
            return sendings_of(session, meeting) if meeting is not None else ()

    def happened(
        self,
        recipients: Collection[Key],
        kind: Happening,
        at: datetime.datetime,
        note: str = "",
        *,
        witness: Witness = NO_MESSAGE,
    ) -> int:
        """What happened at a moment to what went to some; *witness* is the message that shows it. How many are new.

        Raises:
            Problem: the moment lies ahead, or before the dispatch was prepared; or what failed is said to be sent with
                others by hand, or no later than it failed; or it failed before it was sent again.
            Refusal: something failed of which no sending is recorded.
        """
        now = self._clock()
        if at > now:
            raise Problem(AHEAD, field_name="at")
        with self._store.write(VERBS[kind], Subject.DISPATCHES, *TOUCHED) as session:
            zone = ORGANISATION.get(session, "organisation").time_zone
            asked = self._asked(session, recipients, at)
            source, addresses = witness.source, witness.addresses
            self._check_course(asked, kind, at, by_hand=not source)
            new = [one for one in asked if not one.shown_by(source, kind) and _adds(one, kind, addresses)]
            for one in new:
                EVENTS.save(
                    session,
                    DeliveryEvent(
                        new_key(), one.recipient.key, kind, at, zone, now, self._store.author, note.strip(), source,
                        addresses=addresses,
                    ),
                )  # fmt: skip
        return len(new)

    def _asked(self, session: Session, recipients: Collection[Key], at: datetime.datetime) -> tuple[Delivery, ...]:
        """The deliveries to some recipients, for what happened at a moment."""
        dispatches = {RECIPIENTS.standing(session, key).dispatch for key in recipients}
        prepared = max((one.prepared_at for one in DISPATCHED.among(session, dispatches).values()), default=at)
        if at < prepared.replace(microsecond=0):  # a message has no less
            known = prepared.astimezone(self.now.tzinfo)
            raise Problem(TOO_EARLY, {"day": known.date(), "time": known.time()}, "at")
        there = deliveries_of(session, dispatches).values()
        return tuple(one for several in there for one in several if one.recipient.key in recipients)

    def _check_course(
        self, asked: Collection[Delivery], kind: Happening, at: datetime.datetime, *, by_hand: bool
    ) -> None:
        """Raise ``Problem`` where a sending would hide a failure, or a failure is of a sending before the last."""
        for one in asked:
            known, name = one.last_way, {"name": one.recipient.name}
            failed = kind is Happening.SENT and one.standing is Standing.FAILED
            if failed and known is not None and (at <= known.at or (by_hand and len(asked) > 1)):
                then = known.at.astimezone(self.now.tzinfo)
                raise Problem(SENT_AGAIN, {**name, "day": then.date(), "time": then.time()}, "at")
            if kind is Happening.FAILED and one.standing is Standing.SENT and one.was_sent_since(at):
                raise Problem(SENT_SINCE, name, "at")

    def take_back(self, event: Key, note: str = "") -> None:
        """Something was recorded by mistake: it stays in the log as taken back. Raises ``Refusal`` if it was before."""
        now = self._clock()
        with self._store.write(
            N_("take back what was recorded of a delivery"), Subject.DISPATCHES, *TOUCHED
        ) as session:
            known = EVENTS.standing(session, event)
            if known.kind is Happening.TAKEN_BACK or EVENTS.first(session, about=event) is not None:
                raise Refusal(TAKEN_BACK)
            EVENTS.save(
                session,
                DeliveryEvent(
                    new_key(), known.recipient, Happening.TAKEN_BACK, now, known.zone, now, self._store.author,
                    note.strip(), about=event,
                ),
            )  # fmt: skip


def _adds(delivery: Delivery, kind: Happening, addresses: Collection[str]) -> bool:
    """Whether an event says anything new of a delivery. Raises ``Refusal`` for a failure of what was never sent."""
    if kind is Happening.FAILED and delivery.standing is Standing.PREPARED:
        raise Refusal(NOT_SENT, {"name": delivery.recipient.name})
    return delivery.gains(kind, addresses)
