"""Messages that come back to the secretariat: the sent one, a reply, a receipt, a report that something did not arrive.

What a message shows is offered first, and recorded when somebody says so. Programs for e-mail change what they send: a
message is known by its number, else by its documents and its addresses. A prepared message proves nothing.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from nmirf_desktop.domain.dispatches import Channel, Delivery, Dispatch, Happening, Standing
from nmirf_desktop.domain.filenames import safe_name
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.people import in_ascii
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.automatic_answers import sounds_automatic
from nmirf_desktop.exchange.mail import Mail, read_mail
from nmirf_desktop.exchange.mail_reports import Reported
from nmirf_desktop.exchange.outgoing_mail import key_in, message_id
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.deliveries import Deliveries, Line, Occurrence, Witness
from nmirf_desktop.services.dispatch_files import letter_key
from nmirf_desktop.services.files import digest

MOST = 120_000_000
"""The most bytes of a sent message: three documents of the largest size, as they are written in it."""
CLOCKS = timedelta(minutes=15)
"""So far the clocks of two machines may be apart."""
NOT_OURS = N_(
    "“{name}” belongs to no dispatch of this register: neither its number, nor its documents, nor its addresses are "
    "known. Nothing was recorded; attach it to a State or a meeting if it is a letter."
)
UNSENT = N_("“{name}” is the message as it was prepared, not as it was sent. Nothing was recorded; drop the sent copy.")
DELAYED = N_("“{name}” says that a message is still on its way to {address}. Nothing was recorded.")
OTHER_SENDER = N_(
    "“{name}” has what a dispatch of this register has, but it was sent from {origin}, and the dispatch is from "
    "{sender}. Nothing was recorded; record it by hand if it is the same."
)
STRANGER = N_(
    "“{name}” answers a message of a dispatch, but it came from {origin}, to whom nothing was sent. Nothing was "
    "recorded; record by hand whose acknowledgement it is."
)
AUTOMATIC = N_(
    "“{name}” was written by a program and by no person, such as while somebody is away: it acknowledges nothing. "
    "Nothing was recorded."
)
AWAY = N_(
    "“{name}” has the subject of an automatic answer, “{subject}”: it acknowledges nothing by itself. Nothing was "
    "recorded; if a person wrote it, record the acknowledgement by hand."
)
OWN = N_("“{name}” is the secretariat’s own and acknowledges nothing. Nothing was recorded.")
UNDATED = N_("“{name}” has no date that can be read. Nothing was recorded; record it by hand.")
DATED_AHEAD = N_(
    "“{name}” is dated {day} at {time}, which lies ahead. Nothing was recorded; record it by hand, with the hour at "
    "which it happened."
)
DATED_BEFORE = N_(
    "“{name}” is dated {day} at {time}, before the dispatch was prepared. Nothing was recorded; record it by hand, "
    "with the hour at which it happened."
)
OF_EARLIER = N_(
    "“{name}” says that something did not arrive on {day} at {time}, before it was sent again. Nothing was recorded; "
    "if it is about the later sending, record it by hand, with a later moment."
)
UNREADABLE = N_("“{name}” cannot be read. Nothing was recorded; check the rights of the file and the medium.")
TOO_LARGE = N_("“{name}” is too large for a message that could be read. Nothing was recorded; record it by hand.")


def read_message(path: Path) -> tuple[str, bytes]:
    """A message's name, made safe, and its bytes.

    Raises:
        Problem: it cannot be read, or is larger than any message that was prepared here.
    """
    name = safe_name(path.name)
    try:
        if not path.is_file():
            raise Problem(UNREADABLE, {"name": name})
        with path.open("rb") as file:
            content = file.read(MOST + 1)
    except (OSError, ValueError) as error:
        raise Problem(UNREADABLE, {"name": name}) from error
    if len(content) > MOST:
        raise Problem(TOO_LARGE, {"name": name})
    return name, content


class KnownBy(StrEnum):
    """By what a message was known."""

    NUMBER = "number"
    DOCUMENTS = "documents"
    LANGUAGE = "language"
    ADDRESS = "address"


KNOWN_BY_LABELS = {
    KnownBy.NUMBER: N_("by the number of the message"),
    KnownBy.DOCUMENTS: N_("by the documents and addresses in it"),
    KnownBy.LANGUAGE: N_("by the documents in it; the hidden recipients are not in the file"),
    KnownBy.ADDRESS: N_("by the address that it came from"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message shows: what happened, when, to which deliveries of a dispatch, and by what that is known.

    *source* is the SHA-256 of its file, so that the same message is recorded once. *named* are the addresses that a
    report of a failure names, or to which a message was sent. *origin* is the address of who answered for the
    recipient, where it is another.
    """

    kind: Happening
    at: datetime
    line: Line
    deliveries: tuple[Delivery, ...]
    known_by: KnownBy
    source: str
    note: str = ""
    named: tuple[str, ...] = ()
    origin: str = ""

    @property
    def new(self) -> tuple[Delivery, ...]:
        """Those of which it says something that is not recorded yet."""
        known = (one for one in self.deliveries if self._adds(one))
        return tuple(one for one in known if not one.shown_by(self.source, self.kind))

    def _adds(self, one: Delivery) -> bool:
        """Whether it says something new of a delivery; what did not arrive was sent, whether anybody said so or not."""
        known = one.last_way
        if self.kind is Happening.SENT and one.incomplete and known is not None and self.at <= known.at + CLOCKS:
            return False  # the copy of what failed is no second sending
        unsaid = self.kind is Happening.FAILED and one.standing is Standing.PREPARED
        return unsaid or one.gains(self.kind, self.at_addresses(one))

    def at_addresses(self, one: Delivery) -> tuple[str, ...]:
        """At which of several addresses of a recipient it did not arrive; nothing of a recipient that has only one.

        An address that is none of them is one to which a mailbox goes on: the others may still have it. What was sent
        once more is about those of them to which it went, where that is not all.
        """
        own = one.recipient.addresses
        if len(own) == 1 or self.kind is Happening.ACKNOWLEDGED:
            return ()
        known = tuple(address for address in own if _same((address,)) & _same(self.named))
        if self.kind is Happening.FAILED:
            return known or self.named
        return known if one.missed and len(known) < len(own) else ()


class ReturnedMail:
    """Reads what comes back to a register's secretariat."""

    def __init__(self, deliveries: Deliveries) -> None:
        self._deliveries = deliveries
        self._read: tuple[int, dict[Key, Line]] = (-1, {})
        """Of the log what was read already, by the journal's entry: many messages are read one after the other."""

    def read(self, name: str, content: bytes) -> Shown:
        """What an e-mail shows of the deliveries of a dispatch.

        Raises:
            Problem: it is no e-mail, says nothing that counts, is not the sent message, or belongs to no dispatch.
        """
        mail, source = read_mail(name, content, MOST), digest(content)
        if mail.report is not None and mail.report.kind is Reported.DELAYED:
            raise Problem(DELAYED, {"name": name, "address": ", ".join(mail.report.addresses)})
        near = tuple(self._lines(self._near(mail)))
        for find in (_reported, self._reported_to, _sent, _answered, self._answered_about):
            found = find(mail, near, source)
            if found is not None:
                _check(name, mail, found)
                self._check_moment(name, found)
                return found
        if mail.received is None and mail.written is None:
            raise Problem(UNDATED, {"name": name})
        if mail.written is not None and any(_candidates(near, (mail.number,), ())):
            raise self._dated(DATED_BEFORE, name, mail.written)
        if any(_candidates(near, mail.answers, ())):
            raise Problem(STRANGER, {"name": name, "origin": mail.origin})
        raise Problem(NOT_OURS, {"name": name})

    def _near(self, mail: Mail) -> tuple[Dispatch, ...]:
        """The dispatches of the messages that are numbered in a message, and those with the documents in it."""
        numbers = (mail.number, *mail.answers, *(mail.report.numbers if mail.report is not None else ()))
        keys = {key_in(one).partition(".")[0] for one in numbers} - {""}
        return self._deliveries.dispatches_with(keys, {digest(one.content) for one in mail.files})

    def _lines(self, several: Iterable[Dispatch]) -> Iterator[Line]:
        """Some dispatches as they stand, each read when it is looked at."""
        state = self._deliveries.state
        if self._read[0] != state:
            self._read = state, {}
        for one in several:
            if one.key not in self._read[1]:
                self._read[1][one.key] = self._deliveries.line(one.key)
            yield self._read[1][one.key]

    def _reported_to(self, mail: Mail, _near: Iterable[Line], source: str) -> Shown | None:
        """A report without a number that is known: it is of the last that went to this address."""
        report, at = mail.report, mail.received or mail.written
        if report is None or at is None:
            return None
        for line in self._lines(self._deliveries.dispatches_to(report.addresses)):
            sent = (one for one in line.deliveries if one.sent is not None and one.sent.at <= at + CLOCKS)
            found = tuple(one for one in sent if _addresses(one) & _same(report.addresses))
            if found:
                return _as_reported(mail, at, (KnownBy.ADDRESS, line, found), source)
        return None

    def _answered_about(self, mail: Mail, _near: Iterable[Line], source: str) -> Shown | None:
        """A reply that names no message: its subject has the symbol of a document that went to this address."""
        at = mail.received or mail.written
        if at is None:
            return None
        for line in self._lines(self._deliveries.dispatches_to((mail.origin,) if mail.origin else ())):
            if line.dispatch.prepared_at <= at + CLOCKS and any(one.symbol in mail.subject for one in line.issued):
                found = tuple(one for one in line.deliveries if _same((mail.origin,)) & _addresses(one))
                if found:
                    return Shown(Happening.ACKNOWLEDGED, at, line, found, KnownBy.ADDRESS, source, mail.sender)
        return None

    def record(self, shown: Shown) -> int:
        """Record what a message shows, of the deliveries of which it is new by now; how many. Raises as the log does.

        The log is read again: a message that was recorded just before may be what this one answers. What did not arrive
        was sent, whether anybody said so or not: one act. A clock that goes a little otherwise than this is put right.
        """
        asked = {one.recipient.key for one in shown.deliveries}
        line = self._deliveries.line(shown.line.dispatch.key)
        there = tuple(one for one in line.deliveries if one.recipient.key in asked)
        new, at = replace(shown, line=line, deliveries=there).new, self._clocked(shown, line)
        by: dict[tuple[str, ...], list[Key]] = {}
        for one in new:
            by.setdefault(shown.at_addresses(one), []).append(one.recipient.key)
        source, note = shown.source, shown.note
        said = [Occurrence(keys, shown.kind, at, note, Witness(source, named)) for named, keys in by.items()]
        unsaid = [one.recipient.key for one in new if one.standing is Standing.PREPARED]
        if shown.kind is Happening.FAILED and unsaid:
            said.insert(0, Occurrence(unsaid, Happening.SENT, at, witness=Witness(source)))
        return self._deliveries.occurred(said) if said else 0

    def _check_moment(self, name: str, shown: Shown) -> None:
        """Raise ``Problem`` where the log would refuse the moment that a message bears: it is said before."""
        at = self._clocked(shown, shown.line)
        if at > self._deliveries.now:
            raise self._dated(DATED_AHEAD, name, shown.at)
        if at < shown.line.dispatch.prepared_at.replace(microsecond=0):
            raise self._dated(DATED_BEFORE, name, shown.at)
        if shown.kind is Happening.FAILED and any(one.was_sent_since(at) for one in shown.new):
            raise self._dated(OF_EARLIER, name, shown.at)

    def _dated(self, message: str, name: str, at: datetime) -> Problem:
        at = at.astimezone(self._deliveries.now.tzinfo)
        return Problem(message, {"name": name, "day": at.date(), "time": at.time()})

    def _clocked(self, shown: Shown, line: Line) -> datetime:
        """When it happened, not after now nor before the dispatch was prepared where that is a matter of minutes."""
        now, prepared = self._deliveries.now, line.dispatch.prepared_at
        if now < shown.at <= now + CLOCKS:
            return now
        return prepared if prepared - CLOCKS <= shown.at < prepared else shown.at


# ---- what it is ----


def _reported(mail: Mail, lines: Iterable[Line], source: str) -> Shown | None:
    """A report of a server or of the recipient's program; a receipt that says nothing that counts is none."""
    report, at = mail.report, mail.received or mail.written
    if report is None or at is None:
        return None
    for known_by, line, about in _candidates(lines, report.numbers, {digest(one.content) for one in mail.files}):
        own = known_by is KnownBy.NUMBER and line.dispatch.channel is Channel.TO_EACH  # a mailbox may go on to another
        found = tuple(one for one in about if own or _addresses(one) & _same(report.addresses))
        if found:
            return _as_reported(mail, at, (known_by, line, found), source)
    return None


def _as_reported(mail: Mail, at: datetime, found: "_Candidate", source: str) -> Shown | None:
    """What a report shows of the deliveries that it is about."""
    if mail.report is None:
        return None
    known_by, line, about = found
    kind = Happening.FAILED if mail.report.kind is Reported.FAILED else Happening.ACKNOWLEDGED
    addresses = mail.report.addresses
    return Shown(kind, at, line, about, known_by, source, _of(addresses, mail.subject), addresses)


def _sent(mail: Mail, lines: Iterable[Line], source: str) -> Shown | None:
    """The message that was sent, as the secretariat's own program keeps it."""
    digests = {digest(one.content) for one in mail.files}
    if mail.written is None or mail.answers or mail.automatic:
        return None
    before = [line for line in lines if line.dispatch.prepared_at <= mail.written + CLOCKS]
    for known_by, line, about in _candidates(before, (mail.number,), digests):
        sender = _same((line.dispatch.sender,))
        named = tuple(one for one in about if _addresses(one) & _same(mail.to))
        if named:
            return Shown(Happening.SENT, mail.written, line, named, known_by, source, named=mail.to)
        hidden = line.dispatch.channel is Channel.BY_LANGUAGE and _same(mail.to) <= sender
        whole = tuple(one for one in about if mail.language in ("", one.recipient.reads))
        if hidden and whole and len({one.recipient.reads for one in whole}) == 1:  # who is hidden is often not kept
            return Shown(Happening.SENT, mail.written, line, whole, KnownBy.LANGUAGE, source)
    return None


def _answered(mail: Mail, lines: Iterable[Line], source: str) -> Shown | None:
    """A reply of a recipient; somebody else's counts where it answers the message to that recipient alone."""
    at = mail.received or mail.written
    if at is None:
        return None
    for known_by, line, about in _candidates(lines, mail.answers, ()):
        from_one = tuple(one for one in about if _same((mail.origin,)) & _addresses(one))
        alone = line.dispatch.channel is Channel.TO_EACH
        if from_one or alone:
            other = "" if from_one else mail.origin
            to = from_one or about
            return Shown(Happening.ACKNOWLEDGED, at, line, to, known_by, source, mail.sender, origin=other)
    return None


def _check(name: str, mail: Mail, shown: Shown) -> None:
    """Raises ``Problem`` for a message that proves nothing of what it seems to show."""
    sender = shown.line.dispatch.sender
    own = _same((mail.origin,)) <= _same((sender,))
    match shown.kind:
        case Happening.SENT if mail.written == _stamp(shown.line):
            raise Problem(UNSENT, {"name": name})
        case Happening.SENT if not own:
            raise Problem(OTHER_SENDER, {"name": name, "origin": mail.origin, "sender": sender})
        case Happening.ACKNOWLEDGED if mail.report is None and mail.automatic:
            raise Problem(AUTOMATIC, {"name": name})
        case Happening.ACKNOWLEDGED if mail.report is None and sounds_automatic(mail.subject):
            raise Problem(AWAY, {"name": name, "subject": mail.subject})
        case Happening.ACKNOWLEDGED if mail.report is None and own:
            raise Problem(OWN, {"name": name})


# ---- which dispatch ----

_Candidate = tuple[KnownBy, Line, tuple[Delivery, ...]]


def _candidates(lines: Iterable[Line], numbers: Collection[str], digests: Collection[str]) -> Iterator[_Candidate]:
    """The deliveries that a message may be about: by the numbers of messages first, then by the documents in it."""
    lines = tuple(lines)
    for line in lines:
        about = tuple(one for one in line.deliveries if not {*_numbers(line, one)}.isdisjoint(numbers))
        if about:
            yield KnownBy.NUMBER, line, about
    for line in lines:
        about = tuple(one for one in line.deliveries if _encloses(line.issued, one.recipient.reads, digests))
        if digests and about:
            yield KnownBy.DOCUMENTS, line, about


def _numbers(line: Line, delivery: Delivery) -> tuple[str, str]:
    """The numbers of the messages in which something goes to a recipient: its own, and that of its language."""
    key, reads = line.dispatch.key, delivery.recipient.reads
    return message_id(delivery.recipient.key), message_id(letter_key(key, reads))


def _encloses(issued: Iterable[IssuedDocument], reads: Language, digests: Collection[str]) -> bool:
    """Whether the documents for a language are among those of some digests."""
    own = {one.sha256 for one in files_for(reads, issued)}
    return bool(own) and own <= set(digests)


def _addresses(delivery: Delivery) -> frozenset[str]:
    return _same(delivery.recipient.addresses)


def _same(addresses: Iterable[str]) -> frozenset[str]:
    """Addresses as they are compared: in small letters, the name of the domain in plain ones, as messages write it."""
    found = []
    for one in addresses:
        before, _, domain = one.lower().rpartition("@")
        with suppress(UnicodeError):
            domain = in_ascii(domain)
        found.append(f"{before}@{domain}")
    return frozenset(one for one in found if one != "@")


def _of(addresses: Iterable[str], subject: str) -> str:
    """What is remarked of a report: the addresses that it is about, and its subject."""
    return " – ".join((", ".join(addresses), subject))


def _stamp(line: Line) -> datetime:
    """The date that stands in the prepared messages of a dispatch: to the second, as e-mail has it."""
    return line.dispatch.prepared_at.replace(microsecond=0)
