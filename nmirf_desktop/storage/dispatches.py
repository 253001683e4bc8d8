"""Dispatches, what goes with them, to whom, and what happened to each delivery, on disk."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

import sqlalchemy as sa

from nmirf_desktop.domain.agenda_sendings import agenda_sendings
from nmirf_desktop.domain.dead_addresses import dead_addresses, with_dead, with_dead_of_each
from nmirf_desktop.domain.dispatches import (
    Delivery,
    DeliveryEvent,
    Dispatch,
    Enclosure,
    Happening,
    Recipient,
    Standing,
    Wording,
    deliveries,
)
from nmirf_desktop.domain.followed import OnRecord, Sending, reminders
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import files_by_reader, went
from nmirf_desktop.domain.undelivered import Undelivered, undelivered
from nmirf_desktop.domain.usual_messages import UsualMessage
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.base import LISTED, MADE, link, of_state
from nmirf_desktop.storage.meetings import DISPATCHES
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

AT_ONCE = 500
"""So many addresses are asked for in one question: SQLite takes no expression of more than a thousand parts."""
A_YEAR = datetime.timedelta(days=366)
DISPATCHED = Rows("dispatch", Dispatch, meeting=link("meeting", indexed=True))
ENCLOSURES = Rows(
    "dispatch_enclosure",
    Enclosure,
    unique=("dispatch", "issued"),
    dispatch=link("dispatch", indexed=True),
    issued=link("issued_document", indexed=True),
)
DISPATCH_WORDS = Rows(
    "dispatch_wording",
    Wording,
    unique=("dispatch", "language"),
    dispatch=link("dispatch", indexed=True),
    network=sa.Column(info=MADE),
    secretariat=sa.Column(info=MADE),
    place=sa.Column(info=MADE),
    reference=sa.Column(info=MADE),
    title=sa.Column(info=MADE),
    subject=sa.Column(info=MADE),
    text=sa.Column(info=MADE),
)
USUAL_MESSAGES = Rows("usual_message", UsualMessage, unique=("kind", "by"))
RECIPIENTS = Rows(
    "dispatch_recipient",
    Recipient,
    dispatch=link("dispatch", indexed=True),
    name=sa.Column(info=MADE),
    state=of_state(),
    partner=link("partner"),
    person=link("person"),
    addresses=sa.Column(LISTED),
    postal=sa.Column(info=MADE),
    salutation=sa.Column(server_default=""),
    state_name=sa.Column(server_default=""),
)
EVENTS = Rows(
    "delivery_event",
    DeliveryEvent,
    recipient=link("dispatch_recipient", indexed=True),
    about=link("delivery_event"),
    addresses=sa.Column(LISTED, server_default=""),
    number=sa.Column(index=True, server_default=""),
)


def enclosed_in(session: Session, dispatch: Key) -> tuple[IssuedDocument, ...]:
    """The issued documents that go with a dispatch, as they were chosen."""
    enclosed = ENCLOSURES.all(session, dispatch=dispatch)
    there = ISSUED.among(session, (one.issued for one in enclosed))
    return tuple(there[one.issued] for one in enclosed)


def deliveries_of(session: Session, dispatches: Iterable[Key]) -> Mapping[Key, tuple[Delivery, ...]]:
    """The deliveries of some dispatches, by these."""
    by = RECIPIENTS.by(session, "dispatch", dispatches)
    events = EVENTS.by(session, "recipient", (one.key for recipients in by.values() for one in recipients))
    return {
        key: deliveries(recipients, (event for one in recipients for event in events[one.key]))
        for key, recipients in by.items()
    }


def enclosed_in_each(session: Session, dispatches: Iterable[Key]) -> Mapping[Key, tuple[IssuedDocument, ...]]:
    """The issued documents that go with each of some dispatches."""
    by = ENCLOSURES.by(session, "dispatch", dispatches)
    there = ISSUED.among(session, (one.issued for enclosed in by.values() for one in enclosed))
    return {key: tuple(there[one.issued] for one in enclosed) for key, enclosed in by.items()}


def counts_of(session: Session, meeting: Key | None) -> Mapping[Key, Mapping[Standing, int]]:
    """How many deliveries of each dispatch stand how; of the dispatches of a meeting, or of all.

    Those that were sent and acknowledged at most are counted where they lie. The others stand as all that happened to
    them says (:attr:`.Delivery.standing`), and are read.
    """
    to, own = RECIPIENTS.table.c, _of_meeting(meeting)
    each = sa.select(to.dispatch, _GRAVEST.label("rank")).where(own).subquery()
    counted = sa.select(each.c.dispatch, each.c.rank, sa.func.count()).group_by(each.c.dispatch, each.c.rank)
    found: dict[Key, Counter[Standing]] = defaultdict(Counter)
    to_be_read = list[Key]()
    for dispatch, rank, number in session.connection.execute(counted):
        if rank in _STANDINGS:
            found[dispatch][_STANDINGS[rank]] = number
        else:
            to_be_read.append(dispatch)
    grave = sa.select(_HAPPENED.recipient).where(_HAPPENED.kind.not_in(_RANKS))
    keys = sa.select(to.key).where(to.dispatch.in_(to_be_read), to.key.in_(grave))
    there = RECIPIENTS.among(session, session.connection.execute(keys).scalars().all() if to_be_read else ())
    for one in deliveries(there.values(), chain(*EVENTS.by(session, "recipient", there).values())):
        found[one.recipient.dispatch][one.standing] += 1
    return found


def went_in_each(
    session: Session, meeting: Key | None, dispatches: Iterable[Key]
) -> Mapping[Key, tuple[IssuedDocument, ...]]:
    """Of the documents of each of some dispatches the editions that somebody was to get (:func:`.went`).

    The dispatches are of a meeting, or any.
    """
    to, reading = RECIPIENTS.table.c, defaultdict[Key, set[Language]](set)
    each = sa.select(to.dispatch, to.reads).where(_of_meeting(meeting)).distinct()
    for dispatch, reads in session.connection.execute(each):
        reading[dispatch].add(Language(reads))
    return {key: went(issued, reading[key]) for key, issued in enclosed_in_each(session, dispatches).items()}


def unsaid_of(session: Session, meeting: Key | None) -> Mapping[Key, int]:
    """How many deliveries of each dispatch are acknowledged by somebody's word alone (:attr:`.Delivery.unsaid`).

    As :func:`counts_of`, of the dispatches of a meeting or of all; few are read.
    """
    to, happened = RECIPIENTS.table.c, _HAPPENED
    said = sa.select(happened.recipient).where(happened.kind == Happening.ACKNOWLEDGED)
    sent = sa.select(happened.recipient).where(happened.kind == Happening.SENT)
    gone = sa.select(happened.recipient).where(happened.kind == Happening.TAKEN_BACK)
    shown = to.key.not_in(sent) | to.key.in_(gone)
    keys = sa.select(to.key).where(_of_meeting(meeting), to.key.in_(said), shown)
    there = RECIPIENTS.among(session, session.connection.execute(keys).scalars().all())
    known = deliveries(there.values(), chain(*EVENTS.by(session, "recipient", there).values()))
    return Counter(one.recipient.dispatch for one in known if one.unsaid)


def reminders_of(session: Session, meeting: Key | None) -> Mapping[Key, frozenset[Key]]:
    """The recipients whom each dispatch reminds of something that was sent to them before (:func:`.reminders`).

    As :func:`counts_of`, of the dispatches of a meeting or of all.
    """
    to = RECIPIENTS.table.c
    later = sa.select(to.dispatch).where(_of_meeting(meeting), to.attempt > 1).distinct()
    own = set(session.connection.execute(later).scalars())
    if not own:
        return {}
    issued = {one.issued for several in ENCLOSURES.by(session, "dispatch", own).values() for one in several}
    with_one = {one.dispatch for one in chain(*ENCLOSURES.by(session, "issued", issued).values())}
    files = {key: files_by_reader(several) for key, several in enclosed_in_each(session, with_one).items()}
    sent, known = _first_sent(session, files), _on_record(session, files)
    there = RECIPIENTS.by(session, "dispatch", files)
    made = DISPATCHED.among(session, files)
    again = reminders(
        Sending(
            one.key, one.whom, one.attempt, one.reads, files[one.dispatch], made[one.dispatch].prepared_at,
            sent.get(one.key), known.get(one.key, ()),
        )
        for one in chain(*there.values())
    )  # fmt: skip
    return {key: frozenset(one.key for one in there[key] if one.key in again) for key in own}


def _first_sent(session: Session, dispatches: Iterable[Key]) -> Mapping[Key, datetime.datetime]:
    """When what went to each recipient of some dispatches was first sent, where that stands."""
    happened, to = _HAPPENED, RECIPIENTS.table.c
    gone = sa.select(happened.about).where(happened.kind == Happening.TAKEN_BACK, happened.about.is_not(None))
    found = (
        sa.select(happened.recipient, sa.func.min(happened.at).label("first"))
        .where(happened.kind == Happening.SENT, happened.key.not_in(gone))
        .where(happened.recipient.in_(sa.select(to.key).where(to.dispatch.in_(tuple(dispatches)))))
        .group_by(happened.recipient)
    )
    return {one.recipient: one.first for one in session.connection.execute(found)}


def _on_record(session: Session, dispatches: Iterable[Key]) -> Mapping[Key, tuple[OnRecord, ...]]:
    """From when to when each sending to the recipients of some dispatches was on record."""
    happened, to = _HAPPENED, RECIPIENTS.table.c
    back = EVENTS.table.alias("back")
    own = sa.select(to.key).where(to.dispatch.in_(tuple(dispatches)))
    told = sa.select(happened.recipient, happened.entered_at, back.c.entered_at.label("until")).where(
        happened.kind == Happening.SENT, happened.recipient.in_(own)
    )
    joined = told.select_from(EVENTS.table.outerjoin(back, back.c.about == happened.key))
    found: dict[Key, tuple[OnRecord, ...]] = defaultdict(tuple)
    for one in session.connection.execute(joined):
        found[one.recipient] += (OnRecord(one.entered_at, one.until),)
    return found


_RANKS = {Happening.SENT: 1, Happening.ACKNOWLEDGED: 2}
"""What ranks above is a failure, or was taken back: where the delivery stands follows from all its moments."""
_STANDINGS = {None: Standing.PREPARED, 1: Standing.SENT, 2: Standing.ACKNOWLEDGED}
"""How a delivery stands of which nothing else happened, by the highest."""
_HAPPENED = EVENTS.table.c
_GRAVEST = (
    sa.select(sa.func.max(sa.case(_RANKS, value=_HAPPENED.kind, else_=3)))
    .where(_HAPPENED.recipient == RECIPIENTS.table.c.key)
    .correlate(RECIPIENTS.table)
    .scalar_subquery()
)


def _of_meeting(meeting: Key | None) -> sa.ColumnElement[bool]:
    if meeting is None:
        return sa.true()
    dispatch = DISPATCHED.table.c
    return RECIPIENTS.table.c.dispatch.in_(sa.select(dispatch.key).where(dispatch.meeting == meeting))


def dispatches_with(
    session: Session, keys: Iterable[Key], digests: Iterable[str], numbers: Iterable[str] = (), source: str = ""
) -> tuple[Dispatch, ...]:
    """The dispatches of some keys, of recipients of some keys, or with documents of some SHA-256, the last first.

    So are those in which a message was seen that was sent with one of some numbers, and those of which a message with
    the SHA-256 *source* showed something.
    """
    seen = [*EVENTS.by(session, "number", {one for one in numbers if one}).values()]
    shown = EVENTS.all(session, source=source) if source else ()
    keys = (*keys, *(one.recipient for several in (*seen, shown) for one in several))
    issued = [one.key for digest in digests for one in ISSUED.all(session, sha256=digest)]
    enclosed = (one.dispatch for several in ENCLOSURES.by(session, "issued", issued).values() for one in several)
    to = (one.dispatch for one in RECIPIENTS.among(session, keys).values())
    return _last_first(DISPATCHED.among(session, (*keys, *to, *enclosed)).values())


def dispatches_to(session: Session, addresses: Iterable[str]) -> tuple[Dispatch, ...]:
    """The dispatches that went to addresses that may be some, by what stands before their "@", the last first.

    The name of a domain is written in several ways, so that it is not compared here.
    """
    to = RECIPIENTS.table.c
    names = sorted({f"{name}@" if name.isascii() else "@" for name in (one.rpartition("@")[0] for one in addresses)})
    text, keys = sa.type_coerce(to.addresses, sa.String()), set[Key]()
    for start in range(0, len(names), AT_ONCE):
        some = (text.icontains(name, autoescape=True) for name in names[start : start + AT_ONCE])
        keys |= set(session.connection.execute(sa.select(to.dispatch).where(sa.or_(*some)).distinct()).scalars())
    return _last_first(DISPATCHED.among(session, keys).values())


def dead_now(session: Session, at: datetime.datetime) -> frozenset[str]:
    """The addresses at which nothing arrives by a moment, as all dispatches have it (:func:`.dead_addresses`)."""
    failed = sa.select(_HAPPENED.recipient).where(_HAPPENED.kind == Happening.FAILED).distinct()
    to = RECIPIENTS.among(session, session.connection.execute(failed).scalars().all()).values()
    near = dispatches_to(session, {address for one in to for address in one.addresses})
    return dead_addresses(chain(*deliveries_of(session, (one.key for one in near)).values()), at)


def sent_to_dead(session: Session, dispatch: Dispatch) -> frozenset[Key]:
    """The recipients of a dispatch the sending to whom went to dead addresses alone (:func:`.with_dead`).

    Where nothing failed in its meeting, none did, and nothing else is read.
    """
    to = sa.select(RECIPIENTS.table.c.key).where(_of_meeting(dispatch.meeting))
    failed = sa.select(_HAPPENED.recipient).where(_HAPPENED.kind == Happening.FAILED, _HAPPENED.recipient.in_(to))
    if session.connection.execute(failed.limit(1)).first() is None:
        return frozenset()
    of_meeting = (one.key for one in DISPATCHED.all(session, meeting=dispatch.meeting))
    return frozenset(
        one.recipient.key for one in with_dead(deliveries_of(session, of_meeting))[dispatch.key] if one.to_dead
    )


def _last_first(several: Iterable[Dispatch]) -> tuple[Dispatch, ...]:
    return tuple(sorted(several, key=lambda one: one.prepared_at, reverse=True))


def of_the_year(session: Session, at: datetime.datetime) -> tuple[Dispatch, ...]:
    """The dispatches prepared in the year before a moment, the last first: what is older waits for nobody any more."""
    latest_first = reversed(DISPATCHED.all(session))  # of the same moment, that which was added last
    found = sorted(latest_first, key=lambda one: one.prepared_at, reverse=True)
    return tuple(one for one in found if at - A_YEAR <= one.prepared_at < at)


def undelivered_by(session: Session, at: datetime.datetime) -> Undelivered | None:
    """What of the dispatches prepared in the year before a moment waits for somebody still."""
    found = of_the_year(session, at)
    if not found:
        return None
    own = [one.key for one in found]
    there = deliveries_of(session, own)
    log = with_dead_of_each({key: there[key] for key in own}, {one.key: one.meeting for one in found})
    return undelivered(log, enclosed_in_each(session, own))


def sendings_of(session: Session, meeting: Key) -> tuple[AgendaDispatch, ...]:
    """R39, R40: what is recorded of the sending of a meeting's agenda: noted by hand, then by the log."""
    by_hand = DISPATCHES.all(session, meeting=meeting)
    own = [one.key for one in DISPATCHED.all(session, meeting=meeting)]
    if not own:
        return by_hand
    return (*by_hand, *agenda_sendings(deliveries_of(session, own), enclosed_in_each(session, own)))
