"""What became of each delivery: sent, not delivered, acknowledged, as somebody said or a message shows.

Events are added and never changed: one that was recorded by mistake is taken back by another.
"""

import datetime
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.contradicted import contradicted
from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Dispatch, Happening, Standing
from nmirf_desktop.domain.in_turn import CLOCKS, out_of_turn
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.late_sending import AgendaDue
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import went
from nmirf_desktop.domain.refusals import TAKEN_BACK, Problem, Refusal
from nmirf_desktop.domain.reminded_in_turn import after_reminder, before_first
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.delivery_refusals import (
    AHEAD,
    FIRST_ONLY_THEN,
    NOT_SENT,
    OUT_OF_TURN,
    REMINDED_BEFORE,
    SENT_AGAIN,
    SENT_SINCE,
    TOO_EARLY,
)
from nmirf_desktop.services.notices import agenda_due
from nmirf_desktop.services.sent_before import beside
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.discarded import discarded, discarded_with
from nmirf_desktop.storage.dispatches import (
    DISPATCHED,
    EVENTS,
    RECIPIENTS,
    counts_of,
    deliveries_of,
    dispatches_to,
    dispatches_with,
    enclosed_in,
    enclosed_in_each,
    reminders_of,
    unsaid_of,
    went_in_each,
)
from nmirf_desktop.storage.journal import head
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

TOUCHED = (Subject.MEETINGS, Subject.AGENDA)
"""What is judged on sendings of agendas is read again, too (R39, R40)."""
VERBS: Mapping[Happening, str] = {
    Happening.SENT: N_("record a sending"),
    Happening.FAILED: N_("record that something did not arrive"),
    Happening.ACKNOWLEDGED: N_("record an acknowledgement"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A dispatch in a list: what of it went to somebody, and how many of its deliveries stand how.

    Of those acknowledged *unsaid* were by somebody's word alone: their sending is still to be recorded. It *reminds*
    where the same had been sent before to each recipient.
    """

    dispatch: Dispatch
    issued: tuple[IssuedDocument, ...]
    counts: Mapping[Standing, int]
    unsaid: int = 0
    reminds: bool = False

    def count(self, standing: Standing) -> int:
        """How many deliveries stand so."""
        return self.counts.get(standing, 0)

    @property
    def number(self) -> int:
        """How many deliveries there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Line:
    """A dispatch as it stands: what was enclosed, each delivery, and which recipients it reminds (*again*)."""

    dispatch: Dispatch
    issued: tuple[IssuedDocument, ...]
    deliveries: tuple[Delivery, ...]
    again: frozenset[Key] = frozenset()

    @property
    def went(self) -> tuple[IssuedDocument, ...]:
        """Of what was enclosed the editions that somebody was to get."""
        return went(self.issued, (one.recipient.reads for one in self.deliveries))

    @property
    def counted(self) -> Counted:
        """The same with the numbers alone."""
        counts = Counter(one.standing for one in self.deliveries)
        unsaid = sum(one.unsaid for one in self.deliveries)
        reminds = bool(self.deliveries) and all(one.recipient.key in self.again for one in self.deliveries)
        return Counted(self.dispatch, self.went, counts, unsaid, reminds)

    def count(self, standing: Standing) -> int:
        """How many deliveries stand so."""
        return self.counted.count(standing)

    @property
    def open(self) -> tuple[Delivery, ...]:
        """Those that were sent and that nobody acknowledged; what was only prepared is still to be sent."""
        return tuple(one for one in self.deliveries if one.standing in (Standing.SENT, Standing.FAILED))


@dataclass(frozen=True, slots=True)
class Witness:
    """The message that shows what happened, by its SHA-256, and the *addresses* of several that it is about.

    Without addresses it is of all of them. *number* is that of our message by which it is known, where it is.
    """

    source: str
    addresses: tuple[str, ...] = ()
    number: str = ""


NO_MESSAGE = Witness("")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What happened *at* a moment to what went to some *recipients*; *witness* is the message that shows it."""

    recipients: Collection[Key]
    kind: Happening
    at: datetime.datetime
    note: str = ""
    witness: Witness = NO_MESSAGE


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
            keys = [one.key for one in found]
            there, issued = deliveries_of(session, keys), enclosed_in_each(session, keys)
            again = reminders_of(session, meeting)
            lines = [Line(one, issued[one.key], there[one.key], again.get(one.key, frozenset())) for one in found]
        return tuple(sorted(lines, key=lambda line: line.dispatch.prepared_at, reverse=True))

    def counted(self, meeting: Key | None = None) -> tuple[Counted, ...]:
        """The dispatches of a meeting, or all of them, with numbers alone, the last first: for a list of many."""
        with self._store.read() as session:
            found = DISPATCHED.all(session) if meeting is None else DISPATCHED.all(session, meeting=meeting)
            there = went_in_each(session, meeting, (one.key for one in found))
            counts = counts_of(session, meeting)
            unsaid, again = unsaid_of(session, meeting), reminders_of(session, meeting)
            lines = [Counted(one, there[one.key], counts.get(one.key, {}), unsaid.get(one.key, 0)) for one in found]
        lines = [replace(one, reminds=0 < one.number == len(again.get(one.dispatch.key, ()))) for one in lines]
        return tuple(sorted(lines, key=lambda line: line.dispatch.prepared_at, reverse=True))

    def find(self, key: Key) -> Dispatch | None:
        """The dispatch of a key, or ``None``."""
        with self._store.read() as session:
            return DISPATCHED.find(session, key)

    def line(self, key: Key) -> Line:
        """One dispatch as it stands. Raises ``Refusal`` where it was taken back."""
        with self._store.read() as session:
            dispatch = DISPATCHED.standing(session, key)
            again = reminders_of(session, dispatch.meeting).get(key, frozenset())
            return Line(dispatch, enclosed_in(session, key), deliveries_of(session, [key])[key], again)

    def dispatches(self) -> tuple[Dispatch, ...]:
        """All dispatches of the register, without their deliveries."""
        with self._store.read() as session:
            return DISPATCHED.all(session)

    def dispatches_with(
        self, keys: Collection[Key], digests: Collection[str], numbers: Collection[str] = (), source: str = ""
    ) -> tuple[Dispatch, ...]:
        """The dispatches, or those of the recipients, of some keys, with such documents, or sent with such numbers.

        So are those of which a message (*source*) showed something. The last stands first.
        """
        with self._store.read() as session:
            return dispatches_with(session, keys, digests, numbers, source)

    def discarded(self, keys: Collection[Key]) -> frozenset[Key]:
        """Which of some keys are those of dispatches, or of their recipients, that were discarded."""
        with self._store.read() as session:
            return discarded(session, keys)

    def discarded_with(self, digests: Collection[str]) -> tuple[Dispatch, ...]:
        """The dispatches with documents of some SHA-256 that were discarded."""
        with self._store.read() as session:
            return discarded_with(session, digests)

    def dispatches_to(self, addresses: Collection[str]) -> tuple[Dispatch, ...]:
        """The dispatches that may have gone to some addresses, the last first."""
        with self._store.read() as session:
            return dispatches_to(session, addresses)

    def agenda_due(self, meeting: Key | None) -> AgendaDue | None:
        """R39, R40: by when the agenda of a meeting is owed and to whom no sending of it counts, as today knows it.

        ``None`` of no meeting, and of one without a notice.
        """
        today = self.now.date()
        with self._store.read() as session:
            return agenda_due(session, meeting, today)

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
            Problem: the moment lies ahead, or before the dispatch was prepared, by more than clocks are apart where a
                message has it; or what failed is said to be sent with others by hand, or no later than it failed; or
                it failed before it was sent again; or it is :meth:`out_of_turn`.
            Refusal: something failed of which no sending is recorded.
        """
        return self.occurred((Occurrence(recipients, kind, at, note, witness),))

    def occurred(self, several: Sequence[Occurrence]) -> int:
        """All that one message, or one person, says of deliveries, one after the other: one act, done whole or not.

        It is called as the last of them. Gives how many of these are new. Raises as :meth:`happened`.
        """
        now = self._clock()
        if any(one.at > now + _slack(one) for one in several):
            raise Problem(AHEAD, field_name="at")
        kind = several[-1].kind
        with self._store.write(VERBS[kind], Subject.DISPATCHES, *TOUCHED) as session:
            zone = ORGANISATION.get(session, "organisation").time_zone
            new = [(one, to) for one in several for to in self._write(session, one, zone, now)]
        return sum(one.kind is kind for one, _to in new)

    def _write(self, session: Session, said: Occurrence, zone: str, now: datetime.datetime) -> list[Key]:
        """Add what happened to each recipient of which it is new; who these are."""
        asked, prepared = self._asked(session, said.recipients), self._prepared(session, said)
        source, addresses = said.witness.source, said.witness.addresses
        self._check_course(asked, said, prepared)
        self._check_reminders(session, asked, said, prepared)
        together = len(asked) > 1 and not source
        new = [one for one in asked if not one.shown_by(source, said.kind) and _adds(one, said, together=together)]
        for one in new:
            event = DeliveryEvent(
                new_key(), one.recipient.key, said.kind, said.at, zone, now, self._store.author, said.note.strip(),
                source, addresses=addresses, number=said.witness.number,
            )  # fmt: skip
            EVENTS.save(session, event)
        return [one.recipient.key for one in new]

    def _asked(self, session: Session, recipients: Collection[Key]) -> tuple[Delivery, ...]:
        """The deliveries to some recipients."""
        dispatches = {RECIPIENTS.standing(session, key).dispatch for key in recipients}
        there = deliveries_of(session, dispatches).values()
        return tuple(one for several in there for one in several if one.recipient.key in recipients)

    def _prepared(self, session: Session, said: Occurrence) -> datetime.datetime:
        """When the last of what happened to some recipients was prepared: it happened no earlier, by any clock."""
        dispatches = {RECIPIENTS.standing(session, key).dispatch for key in said.recipients}
        prepared = max((one.prepared_at for one in DISPATCHED.among(session, dispatches).values()), default=said.at)
        if said.at < prepared.replace(microsecond=0) - _slack(said):  # a message has no less
            known = prepared.astimezone(self.now.tzinfo)
            raise Problem(TOO_EARLY, {"day": known.date(), "time": known.time()}, "at")
        return prepared

    def _check_course(self, asked: Collection[Delivery], said: Occurrence, prepared: datetime.datetime) -> None:
        """Raise ``Problem`` where a sending would hide a failure, or something is said to happen out of its turn."""
        shown = bool(said.witness.source)
        together = len(asked) > 1 and not shown
        for one in asked:
            known, name = one.last_way, {"name": one.recipient.name}
            if (other := out_of_turn(one, said.kind, said.at, prepared, shown=shown)) is not None:
                raise Problem(OUT_OF_TURN[other.kind], {**name, **self._then(other)}, "at")
            again = one.was_sent and (one.standing is Standing.FAILED or (one.incomplete and not together))
            if said.kind is Happening.SENT and again and known is not None and (said.at <= known.at or together):
                raise Problem(SENT_AGAIN, {**name, **self._then(known)}, "at")
            if said.kind is Happening.FAILED and one.standing is Standing.SENT and one.was_sent_since(said.at):
                raise Problem(SENT_SINCE, name, "at")

    def _check_reminders(
        self, session: Session, asked: Collection[Delivery], said: Occurrence, prepared: datetime.datetime
    ) -> None:
        """Raise ``Problem`` where a first sending would be after its own reminder, in another dispatch of the same."""
        shown = bool(said.witness.source)
        if shown and said.kind is not Happening.SENT:  # what comes back has its own date
            return
        others = beside(session, asked)
        for one in asked:
            found, sentence = None, REMINDED_BEFORE
            if said.kind is Happening.SENT:
                found = after_reminder(one, said.at, others[one.recipient.key], shown=shown)
            if found is None and not shown:
                found, sentence = before_first(one, prepared, said.at, others[one.recipient.key]), FIRST_ONLY_THEN
            if found is not None:
                raise Problem(sentence, {"name": one.recipient.name, **self._then(found)}, "at")

    def _then(self, event: DeliveryEvent) -> Mapping[str, object]:
        """The day and the hour of what is recorded, by the clock of the secretariat."""
        then = event.at.astimezone(self.now.tzinfo)
        return {"day": then.date(), "time": then.time()}

    def out_of_turn(self, recipients: Collection[Key], kind: Happening, at: datetime.datetime) -> tuple[Delivery, ...]:
        """Those to whom something cannot have happened then by what is recorded of them, as :func:`.out_of_turn`.

        A sending was before its acknowledgement and before the report that it did not arrive, and these after it; and
        a first sending was before what reminds of it.
        """
        with self._store.read() as session:
            asked = self._asked(session, recipients)
            dispatches = DISPATCHED.among(session, {one.recipient.dispatch for one in asked})
            others = beside(session, asked) if kind is Happening.SENT else {}
            return tuple(
                one
                for one in asked
                if out_of_turn(one, kind, at, dispatches[one.recipient.dispatch].prepared_at) is not None
                or after_reminder(one, at, others.get(one.recipient.key, ())) is not None
            )

    def reminded(self, several: Collection[Delivery], at: datetime.datetime) -> tuple[Delivery, DeliveryEvent] | None:
        """The first of some deliveries that a message shows as sent after its own reminder, and what shows this."""
        with self._store.read() as session:
            others = beside(session, several)
        found = ((one, after_reminder(one, at, others[one.recipient.key], shown=True)) for one in several)
        return next(((one, event) for one, event in found if event is not None), None)

    def take_back(self, event: Key, note: str = "") -> None:
        """Something was recorded by mistake: it stays in the log as taken back. Raises ``Refusal`` if it was before."""
        self.take_back_all((event,), note)

    def take_back_all(self, events: Collection[Key], note: str = "") -> None:
        """Several were recorded by mistake: all of them are taken back in one act, or none; as :meth:`take_back`."""
        now = self._clock()
        with self._store.write(
            N_("take back what was recorded of a delivery"), Subject.DISPATCHES, *TOUCHED
        ) as session:
            for event in dict.fromkeys(events):
                known = EVENTS.standing(session, event)
                if known.kind is Happening.TAKEN_BACK or EVENTS.first(session, about=event) is not None:
                    raise Refusal(TAKEN_BACK)
                taken = DeliveryEvent(
                    new_key(), known.recipient, Happening.TAKEN_BACK, now, known.zone, now, self._store.author,
                    note.strip(), about=event,
                )  # fmt: skip
                EVENTS.save(session, taken)


def _adds(delivery: Delivery, said: Occurrence, *, together: bool) -> bool:
    """Whether what happened is new of a delivery. Raises ``Refusal`` for a failure of what was never sent.

    What failed at some of several addresses was not sent again because it is said *together* of many by hand. What a
    report says is new of what was acknowledged, too; what a person says is not.
    """
    if said.kind is Happening.FAILED and delivery.standing is Standing.PREPARED:
        raise Refusal(NOT_SENT, {"name": delivery.recipient.name})
    if said.kind is Happening.SENT and together and delivery.incomplete and delivery.was_sent:
        return False
    if said.kind is Happening.FAILED and said.witness.source and contradicted(delivery, said.witness.addresses):
        return True
    return delivery.gains(said.kind, said.witness.addresses)


def _slack(said: Occurrence) -> datetime.timedelta:
    """By how much the date of a message may be otherwise than the clock of this machine; a person reads that one."""
    return CLOCKS if said.witness.source else datetime.timedelta()
