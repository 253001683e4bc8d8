"""Messages that come back to the secretariat: the sent one, a reply, a receipt, a report that something did not arrive.

What a message shows is offered first, and recorded when somebody says so. Programs for e-mail change what they send: a
message is known by its number, else by its documents and its addresses. A prepared message proves nothing.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from nmirf_desktop.domain.dispatches import Channel, Delivery, Happening, Standing
from nmirf_desktop.domain.filenames import safe_name
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.mail import Mail, read_mail
from nmirf_desktop.exchange.mail_reports import Reported
from nmirf_desktop.exchange.outgoing_mail import message_id
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.deliveries import Deliveries, Line
from nmirf_desktop.services.dispatch_files import letter_key

MOST = 120_000_000
"""The most bytes of a sent message: three documents of the largest size, as they are written in it."""
NOT_OURS = N_(
    "“{name}” belongs to no dispatch of this register: neither its number, nor its documents, nor its addresses are "
    "known. Nothing was recorded; attach it to a State or a meeting if it is a letter."
)
UNSENT = N_("“{name}” is the message as it was prepared, not as it was sent. Nothing was recorded; drop the sent copy.")
DELAYED = N_("“{name}” says that a message is still on its way to {address}. Nothing was recorded.")
UNDATED = N_("“{name}” has no date that can be read. Nothing was recorded; record it by hand.")


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

    *source* is the SHA-256 of its file, so that the same message is recorded once.
    """

    kind: Happening
    at: datetime
    line: Line
    deliveries: tuple[Delivery, ...]
    known_by: KnownBy
    source: str
    note: str = ""

    @property
    def new(self) -> tuple[Delivery, ...]:
        """Those of which it says something that is not recorded yet."""
        before = _BEFORE[self.kind]
        return tuple(one for one in self.deliveries if one.standing in before and not one.shown_by(self.source))


_BEFORE = {
    Happening.SENT: (Standing.PREPARED, Standing.FAILED),
    Happening.FAILED: (Standing.SENT,),
    Happening.ACKNOWLEDGED: (Standing.PREPARED, Standing.SENT, Standing.FAILED),
}


class ReturnedMail:
    """Reads what comes back to a register's secretariat."""

    def __init__(self, deliveries: Deliveries) -> None:
        self._deliveries = deliveries

    def read(self, name: str, content: bytes) -> Shown:
        """What an e-mail shows of the deliveries of a dispatch.

        Raises:
            Problem: it is no e-mail, says nothing that counts, is not the sent message, or belongs to no dispatch.
        """
        mail, source = read_mail(name, content, MOST), hashlib.sha256(content).hexdigest()
        if mail.report is not None and mail.report.kind is Reported.DELAYED:
            raise Problem(DELAYED, {"name": name, "address": ", ".join(mail.report.addresses)})
        lines = self._deliveries.lines()
        for find in (_reported, _sent, _answered):
            found = find(mail, lines, source)
            if found is not None:
                if found.kind is Happening.SENT and mail.unsent and mail.written == _stamp(found.line):
                    raise Problem(UNSENT, {"name": name})
                return found
        if mail.received is None and mail.written is None:
            raise Problem(UNDATED, {"name": name})
        raise Problem(NOT_OURS, {"name": name})

    def record(self, shown: Shown) -> int:
        """Record what a message shows, of the deliveries of which it is new by now; how many. Raises as the log does.

        The log is read again: a message that was recorded just before may be what this one answers.
        """
        asked = {one.recipient.key for one in shown.deliveries}
        line = self._deliveries.line(shown.line.dispatch.key)
        there = tuple(one for one in line.deliveries if one.recipient.key in asked)
        keys = [one.recipient.key for one in replace(shown, line=line, deliveries=there).new]
        return self._deliveries.happened(keys, shown.kind, shown.at, shown.note, source=shown.source)


# ---- what it is ----


def _reported(mail: Mail, lines: Iterable[Line], source: str) -> Shown | None:
    """A report of a server or of the recipient's program."""
    report, at = mail.report, mail.received or mail.written
    if report is None or at is None:
        return None
    kind = Happening.FAILED if report.kind is Reported.FAILED else Happening.ACKNOWLEDGED
    for known_by, line, about in _candidates(lines, report.numbers, {_digest(one.content) for one in mail.files}):
        found = tuple(one for one in about if _addresses(one) & set(report.addresses))
        if found:
            return Shown(kind, at, line, found, known_by, source, mail.subject)
    for line in lines:  # without a number the last one that went to this address
        found = tuple(
            one for one in line.deliveries if _addresses(one) & set(report.addresses) and one.sent is not None
        )
        if found:
            return Shown(kind, at, line, found, KnownBy.ADDRESS, source, mail.subject)
    return None


def _sent(mail: Mail, lines: Iterable[Line], source: str) -> Shown | None:
    """The message that was sent, as the secretariat's own program keeps it."""
    digests = {_digest(one.content) for one in mail.files}
    if mail.written is None or mail.answers:
        return None
    for known_by, line, about in _candidates(lines, (mail.number,), digests):
        if mail.origin not in (line.dispatch.sender.lower(), ""):
            continue
        named = tuple(one for one in about if _addresses(one) & set(mail.to))
        if named:
            return Shown(Happening.SENT, mail.written, line, named, known_by, source)
        if line.dispatch.channel is not Channel.TO_EACH:  # what is hidden from the recipients is often not kept
            by = KnownBy.LANGUAGE
            return Shown(Happening.SENT, mail.written, line, about, by, source)
    return None


def _answered(mail: Mail, lines: Iterable[Line], source: str) -> Shown | None:
    """A reply of a recipient."""
    at = mail.received or mail.written
    if at is None:
        return None
    for known_by, line, about in _candidates(lines, mail.answers, ()):
        from_one = tuple(one for one in about if mail.origin in _addresses(one))
        if from_one or len(about) == 1:  # whoever answers for a recipient answers the recipient's own message
            return Shown(Happening.ACKNOWLEDGED, at, line, from_one or about, known_by, source, mail.sender)
    for line in lines:
        if any(one.symbol in mail.subject for one in line.issued):
            found = tuple(one for one in line.deliveries if mail.origin in _addresses(one))
            if found:
                return Shown(Happening.ACKNOWLEDGED, at, line, found, KnownBy.ADDRESS, source, mail.sender)
    return None


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


def _addresses(delivery: Delivery) -> set[str]:
    return {one.lower() for one in delivery.recipient.addresses}


def _stamp(line: Line) -> datetime:
    """The date that stands in the prepared messages of a dispatch: to the second, as e-mail has it."""
    return line.dispatch.prepared_at.replace(microsecond=0)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
