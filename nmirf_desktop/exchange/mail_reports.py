"""What servers and programs report of messages: not delivered (RFC 3464), displayed to the recipient (RFC 8098)."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_string
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from enum import StrEnum
from typing import Any

from nmirf_desktop.domain.filenames import visible

LONGEST_SAID, LONGEST_SUBJECT = 2_000, 300
_NUMBER = re.compile(r"<[^<>\s]+>")


class Reported(StrEnum):
    """What is reported of a message; what else a report may say, such as that it was passed on, proves nothing."""

    FAILED = "failed"
    DELAYED = "delayed"
    DISPLAYED = "displayed"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class MailReport:
    """What is reported, of which *addresses*, in small letters, and of the messages of which *numbers*.

    *subject* is that of the message that it is about, where its head came back with the report, and *enclosed* is what
    came back of the files in it.
    """

    kind: Reported
    addresses: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    subject: str = ""
    enclosed: tuple[bytes, ...] = field(default=(), repr=False)


def report_in(message: EmailMessage) -> MailReport | None:
    """What a message reports of others; ``None`` where it is no report.

    The addresses are those of which the gravest is said. It raises what the standard library raises at broken parts.
    """
    if message.get_content_type() != "multipart/report":
        return None
    blocks = [one for one in _blocks(message) if one is not message]
    said = [(kind, address) for one in blocks for kind in (_kind(one),) if kind is not None for address in _whom(one)]
    kind = next((one for one in Reported if any(one is known for known, _ in said)), Reported.NOTHING)
    addresses = dict.fromkeys(address for known, address in said if known is kind)
    numbers = (number for one in blocks for name in ("Original-Message-ID", "Message-ID") for number in
               numbers_in(_said(one, name)))  # fmt: skip
    subjects = (subject for one in blocks if (subject := _subject(one)))
    return MailReport(
        kind, tuple(addresses), tuple(dict.fromkeys(numbers)), next(subjects, ""), tuple(_enclosed(message))
    )


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of messages in a header, in their brackets."""
    return tuple(_NUMBER.findall(text))


def _blocks(message: EmailMessage) -> Iterator["Message[Any, Any]"]:
    """All parts, and the heads that stand in a part as its text."""
    for part in message.walk():
        yield part
        if part.get_content_type() == "text/rfc822-headers":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield message_from_string(payload[:LONGEST_SAID].decode(errors="replace"))


def _kind(block: "Message[Any, Any]") -> Reported | None:
    action = _said(block, "Action").lower()
    if action in (Reported.FAILED, Reported.DELAYED):
        return Reported(action)
    return Reported.DISPLAYED if _said(block, "Disposition").lower().rstrip().endswith("displayed") else None


def _whom(block: "Message[Any, Any]") -> Iterator[str]:
    """Whom a block is about, by the address that the sender wrote, where the server tells it, and the last one."""
    for name in ("Original-Recipient", "Final-Recipient"):
        address = _said(block, name).rpartition(";")[2].strip().strip("<>").lower()
        if "@" in address:
            yield address


def _enclosed(message: EmailMessage) -> Iterator[bytes]:
    """The documents of the message that came back."""
    for part in message.walk():
        if part.get_content_maintype() == "application":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content:
                yield content


def _subject(block: "Message[Any, Any]") -> str:
    """The subject of a returned message in words, whatever code its letters were written in."""
    raw = _said(block, "Subject")
    with suppress(LookupError, ValueError, HeaderParseError):
        raw = visible(str(make_header(decode_header(raw))))
    return " ".join(raw.split())[:LONGEST_SUBJECT]


def _said(block: "Message[Any, Any]", name: str) -> str:
    """A header in words, on one line; empty where it is not there."""
    raw = next((str(value) for known, value in block.raw_items() if known.lower() == name.lower()), "")
    return visible(raw[:LONGEST_SAID])
