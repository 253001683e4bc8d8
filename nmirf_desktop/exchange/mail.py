"""E-mails as they are saved: when received, from whom, about what, with which files; their text: :mod:`.mail_text`.

Every e-mail is hostile until it is read: its size, its lines, its parts and how deep they lie in each other are bounded
before they cost time, a header is read to a bound, and what cannot be read is refused, never guessed.
"""

import datetime
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any, cast

from nmirf_desktop.domain.attachments import LARGEST, MAIL
from nmirf_desktop.domain.days import can_be_meant
from nmirf_desktop.domain.filenames import safe_name, visible
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.mail_reports import MailReport, numbers_in, report_in
from nmirf_desktop.exchange.plain_bounces import SERVERS, addresses_in, looks_undelivered
from nmirf_desktop.i18n import N_

MOST_LINES, MOST_PARTS, DEEPEST, MOST_FILES = 600_000, 1_000, 20, 50
LONGEST_HEADER, LONGEST_SAID = 2_000, 300
LONGEST_ADDRESSES = 200_000
"""The most characters of a header with addresses: 193 hidden recipients take a tenth of it."""
ADDRESSED = frozenset({"to", "cc", "bcc"})
AUTOMATIC = ("x-autoreply", "x-autorespond")
HEADERS = ("Date", "From", "Subject", "Received")
NO_MAIL = N_("“{name}” is not an e-mail that can be read. Nothing was changed; attach it as any other file.")
UNREADABLE = (
    *(LookupError, ValueError, TypeError, AttributeError, AssertionError, OverflowError),
    *(RecursionError, MessageError),
)
"""What the standard library raises at headers and parts that nobody should have written."""


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file in an e-mail, its name made safe."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """What an e-mail says of itself, and its *files*. *received* has its zone; what it does not say is empty.

    *written* is when it was written, *number* its own, *answers* are those of the messages that it answers; *to* are
    the addresses that it went to, and *origin* is the one it came from, in small letters. *report* is what a server or
    a program reports in it. *unsent*: it calls itself one that is still to be sent. *automatic*: no person wrote it
    (RFC 3834). *undelivered*: it is no such report and reads as one that something did not arrive; *names* are the
    addresses in its text then. *language* is that of its text, by its own word.
    """

    received: datetime.datetime | None
    sender: str
    subject: str
    files: tuple[MailFile, ...] = ()
    written: datetime.datetime | None = None
    number: str = ""
    answers: tuple[str, ...] = ()
    origin: str = ""
    to: tuple[str, ...] = ()
    report: MailReport | None = None
    unsent: bool = False
    automatic: bool = False
    undelivered: bool = False
    names: tuple[str, ...] = ()
    language: str = ""

    def day(self, zone: datetime.tzinfo | None = None) -> datetime.date | None:
        """The day of its receipt in a zone, that of the machine where none is given; ``None`` for none to be meant."""
        if self.received is not None:
            with suppress(OverflowError, ValueError, OSError):
                found = self.received.astimezone(zone).date()
                return found if can_be_meant(found) else None
        return None


def read_mail(name: str, content: bytes, most: int = LARGEST) -> Mail:
    """Read an e-mail of *most* bytes from those of its file, *name* for what is said of it.

    Raises:
        Problem: it is none, or too large, too nested or too broken to be read.
    """
    message = opened(name, content, most)
    try:
        subject, origin, report = _said(message, "Subject"), next(_addresses(message, "From"), ""), report_in(message)
        undelivered = report is None and looks_undelivered(message, origin, subject)
        return Mail(
            _received(message), _said(message, "From"), subject, tuple(_files(message)),
            written=_moment(_said(message, "Date")), number=next(iter(numbers_in(_said(message, "Message-ID"))), ""),
            answers=(*numbers_in(_said(message, "In-Reply-To")), *numbers_in(_said(message, "References"))),
            origin=origin, to=tuple(_addresses(message, "To", "Cc", "Bcc")),
            report=report, unsent=_said(message, "X-Unsent") == "1", automatic=_automatic(message),
            undelivered=undelivered, names=addresses_in(message) if undelivered else (),
            language=next((said for part in message.walk() if (said := _said_of(part, "Content-Language"))), ""),
        )  # fmt: skip
    except UNREADABLE as error:
        raise Problem(NO_MAIL, {"name": name}) from error


def opened(name: str, content: bytes, most: int = LARGEST) -> EmailMessage:
    """An e-mail of *most* bytes, parsed within its bounds. Raises ``Problem`` as :func:`read_mail`."""
    lines = content.count(b"\n") + content.count(b"\r")
    if len(content) > most or lines > 2 * MOST_LINES * -(-most // LARGEST):
        raise Problem(NO_MAIL, {"name": name})
    try:
        parsed = message_from_bytes(content.removeprefix(b"\xef\xbb\xbf"), _counting(), policy=_Bounded())
        message = cast("EmailMessage", parsed)
        raw = {header.lower() for header, _value in message.raw_items()}
    except UNREADABLE as error:
        raise Problem(NO_MAIL, {"name": name}) from error
    if not raw & {header.lower() for header in HEADERS}:
        raise Problem(NO_MAIL, {"name": name})
    return message


def header_in(message: EmailMessage, header: str) -> str:
    """A header of an e-mail in words, on one line, to its bound; empty where it says nothing that can be read."""
    return _said(message, header)


def parts_in(part: EmailMessage) -> list[EmailMessage]:
    """The parts of a part; of an attached e-mail that one."""
    return _inner(part)


class _Bounded(policy.EmailPolicy):
    """Reads no header further than its bound."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines[:LONGEST_HEADER])
        longest = LONGEST_ADDRESSES if name.lower() in ADDRESSED else LONGEST_HEADER
        return name[:LONGEST_HEADER], value[:longest]


def _counting() -> type[EmailMessage]:
    """A class for the parts of one e-mail, which are refused when they are too many or too deep in each other."""
    made = 0

    class Part(EmailMessage):
        depth = 0

        def __init__(self, policy: Any = None) -> None:
            nonlocal made
            super().__init__(policy)
            made += 1
            if made > MOST_PARTS:
                raise MessageError

        def attach(self, payload: Any) -> None:
            payload.depth = self.depth + 1
            if payload.depth > DEEPEST:
                raise MessageError
            super().attach(payload)

    return Part


def _received(message: EmailMessage) -> datetime.datetime | None:
    """When the reader's own server took it in, else when it was written."""
    first = next((str(value) for name, value in message.raw_items() if name.lower() == "received"), "")
    return _moment(first.rpartition(";")[2]) or _moment(_said(message, "Date"))


def _moment(text: str) -> datetime.datetime | None:
    with suppress(*UNREADABLE):
        moment = parsedate_to_datetime(visible(text))
        moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=datetime.UTC)
        if can_be_meant(moment.date()) and can_be_meant(moment.astimezone(datetime.UTC).date()):
            return moment
    return None


def _automatic(message: EmailMessage) -> bool:
    """Whether a program wrote it: a report, an answer while somebody is away, a server's own words."""
    if message.get_content_type() == "multipart/report":
        return True
    said = _said(message, "Auto-Submitted").lower()
    names = {name.lower() for name, _value in message.raw_items()}
    sender = next(_addresses(message, "From"), "").partition("@")[0]
    nobody = "return-path" in names and _said(message, "Return-Path") in ("", "<>")
    return said not in ("", "no") or bool(names & set(AUTOMATIC)) or nobody or sender in SERVERS


def _addresses(message: EmailMessage, *headers: str) -> Iterator[str]:
    """The addresses in some headers, as they are compared: in small letters."""
    for header in headers:
        values = [str(value) for name, value in message.raw_items() if name.lower() == header.lower()]
        for _name, address in getaddresses(values):
            if "@" in address:
                yield visible(address).lower()


def _said(message: EmailMessage, header: str) -> str:
    """A header in words, on one line; empty where it is not there or says nothing that can be read."""
    with suppress(*UNREADABLE):
        return visible(str(message.get(header, "")))[:LONGEST_SAID].rstrip()
    return ""


def _said_of(part: Message, header: str) -> str:
    """A header of a part, as :func:`_said`."""
    return _said(cast("EmailMessage", part), header)


def _files(message: EmailMessage) -> Iterator[MailFile]:
    """The files in an e-mail; pictures that only stand in its text are none, nor are its text and its other forms."""
    found = 0
    for part in _leaves(message):
        with suppress(*UNREADABLE):
            content = _content(part)
            if content and found < MOST_FILES:
                found += 1
                yield MailFile(_name(part, found), content)


def _leaves(part: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are files, an e-mail in the e-mail among them."""
    if part.get_content_maintype() == "multipart":
        for one in _inner(part):
            yield from _leaves(one)
    elif part.depth:  # type: ignore[attr-defined]
        disposition = part.get_content_disposition()
        shown = disposition == "inline" and part["Content-ID"] is not None
        if not shown and (
            disposition == "attachment" or part.get_filename() or part.get_content_maintype() == "message"
        ):
            yield part


def _inner(part: EmailMessage) -> list[EmailMessage]:
    """The parts of a part, or the e-mail in it."""
    inner = part.get_payload()
    return [one for one in inner if isinstance(one, EmailMessage)] if isinstance(inner, list) else []


def _content(part: EmailMessage) -> bytes:
    for inner in _inner(part):
        return inner.as_bytes()
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _name(part: EmailMessage, number: int) -> str:
    """The name of a file in an e-mail; of an e-mail without one its subject, else a number."""
    given = part.get_filename()
    if given:
        return safe_name(given)
    for inner in _inner(part):
        return safe_name(f"{_said(inner, 'Subject') or number}{MAIL}")
    return safe_name(f"{number}.{part.get_content_subtype()}")
