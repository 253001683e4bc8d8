"""What leaves the house: dispatches of issued documents, to whom each goes, and what is known of every delivery.

Prepared is not sent: a dispatch has recipients, and what happened to each is an event that is added and never changed;
one that was recorded by mistake is taken back by another. Where a delivery stands follows from them.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.meetings import Audience
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language


class Channel(StrEnum):
    """By what a dispatch goes: one e-mail to each, one to all of a language, a mail-merge table, or the post."""

    TO_EACH = "to_each"
    BY_LANGUAGE = "by_language"
    TABLE = "table"
    POST = "post"


CHANNEL_LABELS = {
    Channel.TO_EACH: N_("E-mail, one to each"),
    Channel.BY_LANGUAGE: N_("E-mail, one for each language"),
    Channel.TABLE: N_("Mail-merge table"),
    Channel.POST: N_("Letters by post"),
}
BY_MAIL = frozenset({Channel.TO_EACH, Channel.BY_LANGUAGE, Channel.TABLE})
"""The channels that need an e-mail address; the other needs a postal one."""


class Function(StrEnum):
    """In which function somebody is written to; who has several is written to once, in the first of them."""

    FOCAL_POINT = "focal_point"
    ALTERNATE = "alternate"
    MECHANISM = "mechanism"
    COMMITTEE = "committee"
    PARTNER = "partner"


FUNCTION_LABELS = {
    Function.FOCAL_POINT: N_("Focal point"),
    Function.ALTERNATE: N_("Alternate"),
    Function.MECHANISM: N_("Mechanism"),
    Function.COMMITTEE: N_("Member of the Executive Committee"),
    Function.PARTNER: N_("Partner"),
}


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Issued documents, in one version each, on their way to several; it belongs to the *meeting* of its documents.

    *prepared_at* and *author* say when and in which function it was prepared, *zone* where the secretariat counted its
    days then. *subject* and *text* are the message, with its placeholders; *sender* is the address it comes from.
    """

    key: Key
    meeting: Key | None
    channel: Channel
    prepared_at: datetime.datetime
    zone: str
    author: str
    sender: str
    subject: Trilingual
    text: Trilingual

    @property
    def day(self) -> datetime.date:
        """The day of the preparation, where the secretariat counted its days."""
        return self.prepared_at.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An issued document, one edition of it, that goes with a dispatch to those who read its language."""

    key: Key
    dispatch: Key
    issued: Key


@dataclass(frozen=True, slots=True)
class Wording:
    """What a dispatch says in a *language*, as it was when it was prepared, whatever the register says since.

    *subject* and *text* are the message; of its placeholders only the greeting of each recipient is still one.
    *network* is who writes; *secretariat*, *place*, *reference*, and the meeting's *title* and when and where it is
    *held*, stand in letters by post.
    """

    key: Key
    dispatch: Key
    language: Language
    network: str
    secretariat: str
    place: str
    reference: str
    title: str
    held: str
    subject: str
    text: str

    def subject_to(self, salutation: str) -> str:
        """The subject of the message to somebody who is greeted so."""
        return self.subject.format(salutation=salutation)

    def text_to(self, salutation: str) -> str:
        """The text of that message."""
        return self.text.format(salutation=salutation)


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom a dispatch goes, with *name* and addresses as they were on that day; by post, the *postal* one alone.

    A *state* or a *partner*; *person* is who is written to, if anybody is named. *reads* is the language of the message
    and, where there is one, of the documents. The number *attempt* counts the dispatches of the same documents.
    *salutation* is the greeting of the message, *state_name* how the State was called in it.
    """

    key: Key
    dispatch: Key
    capacity: Capacity
    function: Function
    name: str
    reads: Language
    state: StateCode | None = None
    partner: Key | None = None
    person: Key | None = None
    addresses: tuple[str, ...] = ()
    postal: str = ""
    attempt: int = 1
    salutation: str = ""
    state_name: str = ""

    @property
    def whom(self) -> str:
        """Who it is, whatever the dispatch: a person, else the mechanism of a State, a State, or a partner."""
        return self.person or self.place

    @property
    def place(self) -> str:
        """In whose place it is written to, whoever holds it: a function of a State, or a partner."""
        return f"{self.function}:{self.partner or self.state or ''}"


class Happening(StrEnum):
    """What happened to a delivery; the last takes one of the others back."""

    SENT = "sent"
    FAILED = "failed"
    ACKNOWLEDGED = "acknowledged"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class DeliveryEvent:
    """What happened *at* a moment to what went to a recipient, as *author* entered it at *entered_at*.

    *zone* is where the secretariat counted its days. *source* is the SHA-256 of the message from which it was read,
    empty where a person said so. *about* is the event that is taken back. *addresses* are those at which it did not
    arrive, of a recipient that has several, or to which it was sent once more; without any it is about all of them.
    *number* is that of our message by which it is known: as it was sent, which a mail system may have changed, or as it
    was answered. It is empty where a person said so, and where the message was known by something else alone.
    """

    key: Key
    recipient: Key
    kind: Happening
    at: datetime.datetime
    zone: str
    entered_at: datetime.datetime
    author: str
    note: str = ""
    source: str = ""
    about: Key | None = None
    addresses: tuple[str, ...] = ()
    number: str = ""

    @property
    def day(self) -> datetime.date:
        """The day on which it happened, where the secretariat counted its days."""
        return self.at.astimezone(ZoneInfo(self.zone)).date()


class Standing(StrEnum):
    """Where a delivery stands."""

    PREPARED = "prepared"
    SENT = "sent"
    FAILED = "failed"
    ACKNOWLEDGED = "acknowledged"


STANDING_LABELS = {
    Standing.PREPARED: N_("Prepared"),
    Standing.SENT: N_("Sent"),
    Standing.FAILED: N_("Not delivered"),
    Standing.ACKNOWLEDGED: N_("Acknowledged"),
}


HAPPENING_LABELS: Mapping[Happening, str] = {
    Happening.SENT: STANDING_LABELS[Standing.SENT],
    Happening.FAILED: STANDING_LABELS[Standing.FAILED],
    Happening.ACKNOWLEDGED: STANDING_LABELS[Standing.ACKNOWLEDGED],
    Happening.TAKEN_BACK: N_("Taken back"),
}
SAYS_NEW: Mapping[Happening, frozenset[Standing]] = {
    Happening.SENT: frozenset({Standing.PREPARED, Standing.FAILED}),
    Happening.FAILED: frozenset({Standing.SENT}),
    Happening.ACKNOWLEDGED: frozenset({Standing.PREPARED, Standing.SENT, Standing.FAILED}),
}
"""Of which deliveries each says something new, by how they stand."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What went to a recipient, and what happened to it, in the order in which it happened.

    It went *to_dead* addresses where nothing had arrived at any of them before (:func:`.with_dead`).
    """

    recipient: Recipient
    events: tuple[DeliveryEvent, ...] = ()
    to_dead: bool = False

    @property
    def standing_events(self) -> tuple[DeliveryEvent, ...]:
        """Those that were not taken back, by their moments."""
        gone = {one.about for one in self.events if one.kind is Happening.TAKEN_BACK}
        there = (one for one in self.events if one.kind is not Happening.TAKEN_BACK and one.key not in gone)
        return tuple(sorted(there, key=lambda one: (one.at, one.entered_at)))

    def shown_by(self, source: str, kind: Happening) -> bool:
        """Whether that was read from a message already, by its SHA-256; what a person said has none."""
        return bool(source) and any(one.source == source and one.kind is kind for one in self.standing_events)

    @property
    def missed(self) -> tuple[str, ...]:
        """The addresses of the recipient at which what was sent last did not arrive."""
        return tuple(one for one in self._read()[1] if one in self.recipient.addresses)

    @property
    def not_forwarded(self) -> tuple[str, ...]:
        """The addresses to which nothing was sent, to which a mailbox passed it on and at which it did not arrive."""
        return tuple(one for one in self._read()[1] if one not in self.recipient.addresses)

    @property
    def incomplete(self) -> bool:
        """Whether what was sent last did not arrive, or not at each address, and nobody acknowledged it."""
        return self.standing is Standing.FAILED or (self.standing is Standing.SENT and bool(self._read()[1]))

    @property
    def last_way(self) -> DeliveryEvent | None:
        """The last that is known of its way: a sending or a failure, by their moments; ``None`` where nothing is."""
        ways = (one for one in reversed(self.standing_events) if one.kind in (Happening.SENT, Happening.FAILED))
        return next(ways, None)

    @property
    def was_sent(self) -> bool:
        """Whether a sending is on record, whatever became of it."""
        return self._last(Happening.SENT) is not None

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers of the messages as they were sent, where these were seen."""
        return frozenset(one.number for one in self.standing_events if one.kind is Happening.SENT and one.number)

    def was_sent_since(self, at: datetime.datetime) -> bool:
        """Whether it was sent before that moment and again after it: what failed then was not what was sent last."""
        sent = [one.at for one in self.standing_events if one.kind is Happening.SENT]
        return any(one <= at for one in sent) and any(at < one for one in sent)

    def _read(self) -> tuple[tuple[DeliveryEvent, ...], tuple[str, ...]]:
        """The sendings and failures by their moments, in whatever order they were entered, and the addresses missed.

        A failure is after the sending of its moment; before any it is of the first, whose hour is from memory. What did
        not arrive at one of several addresses arrived at the others, and is no failure; so is what a mailbox passed on.
        """
        ways = [one for one in self.standing_events if one.kind in (Happening.SENT, Happening.FAILED)]
        first = next((one.at for one in ways if one.kind is Happening.SENT), None)

        def moment(one: DeliveryEvent) -> tuple[datetime.datetime, bool]:
            failed = one.kind is Happening.FAILED
            return (max(one.at, first) if failed and first is not None else one.at), failed

        course, missed = list[DeliveryEvent](), dict[str, None]()
        for one in sorted(ways, key=moment):
            if sent := one.kind is Happening.SENT:
                missed = {known: None for known in missed if one.addresses and known not in one.addresses}
            else:
                missed |= dict.fromkeys(one.addresses)
            if sent or not one.addresses or missed.keys() >= set(self.recipient.addresses):
                course.append(one)
        return tuple(course), tuple(missed)

    def gains(self, kind: Happening, addresses: Iterable[str] = ()) -> bool:
        """Whether an event says something new of it; *addresses* are those of several that it is about.

        What did not arrive at one of several addresses can be sent to that one again; of what was acknowledged, the
        sending is new where none is on record.
        """
        several, missed = set(addresses), set(self._read()[1])
        if kind is Happening.SENT:
            again = self.standing is Standing.SENT and bool(missed & several if several else missed)
            unsaid = self.standing is Standing.ACKNOWLEDGED and not self.was_sent
            return again or unsaid or self.standing in SAYS_NEW[kind]
        return self.standing in SAYS_NEW[kind] and (not several or not several <= missed)

    def _last(self, kind: Happening) -> DeliveryEvent | None:
        return next((one for one in reversed(self.standing_events) if one.kind is kind), None)

    @property
    def standing(self) -> Standing:
        """Where it stands: what was acknowledged arrived; else the last of sending and failing counts."""
        if self._last(Happening.ACKNOWLEDGED) is not None:
            return Standing.ACKNOWLEDGED
        last = next(reversed(self._read()[0]), None)
        if last is None:
            return Standing.PREPARED
        return Standing.FAILED if last.kind is Happening.FAILED else Standing.SENT

    @property
    def sent(self) -> DeliveryEvent | None:
        """The sending that counts: the earliest after which nothing failed; ``None`` if there is none.

        What was acknowledged although each sending failed counts from the acknowledgement: it had arrived by then. Of
        what no sending is on record, an answer to that very message proves one by then; anybody's word that something
        was acknowledged does not, as the Declaration asks for the sending (R39). What went to dead addresses alone
        counts once it is acknowledged.
        """
        if self.standing is Standing.FAILED or (self.to_dead and self.standing is not Standing.ACKNOWLEDGED):
            return None
        kept: DeliveryEvent | None = None
        for one in self._read()[0]:
            kept = None if one.kind is Happening.FAILED else kept or one
        if kept is None and (answered := self._last(Happening.ACKNOWLEDGED)) is not None:
            return answered if self.was_sent or answered.number else None
        return kept

    @property
    def unsaid(self) -> bool:
        """Whether somebody said that it was acknowledged, and nothing shows that it was sent."""
        return self.standing is Standing.ACKNOWLEDGED and self.sent is None

    @property
    def failed(self) -> DeliveryEvent | None:
        """The failure, where it stands as failed."""
        return self._last(Happening.FAILED) if self.standing is Standing.FAILED else None


def deliveries(recipients: Iterable[Recipient], events: Iterable[DeliveryEvent]) -> tuple[Delivery, ...]:
    """Each recipient with its events."""
    by: dict[Key, list[DeliveryEvent]] = defaultdict(list)
    for one in events:
        by[one.recipient].append(one)
    return tuple(Delivery(one, tuple(by[one.key])) for one in recipients)


# ---- R39, R40: the agenda, as the log has it ----

AUDIENCES: Mapping[Capacity, Audience] = {
    Capacity.MEMBER: Audience.MEMBERS,
    Capacity.OBSERVER: Audience.OBSERVERS,
    Capacity.OHCHR: Audience.OHCHR,
}
"""The audiences of an agenda, by as what somebody is written to."""
