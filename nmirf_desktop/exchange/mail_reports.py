"""What servers and programs report of messages: not delivered (RFC 3464), displayed to the recipient (RFC 8098)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_string
from email.message import EmailMessage, Message
from enum import StrEnum
from typing import Any

from nmirf_desktop.domain.filenames import visible

LONGEST_SAID = 2_000
_NUMBER = re.compile(r"<[^<>\s]+>")


class Reported(StrEnum):
    """What is reported of a message; what else a report may say, such as that it was passed on, proves nothing."""

    FAILED = "failed"
    DELAYED = "delayed"
    DISPLAYED = "displayed"


@dataclass(frozen=True, slots=True)
class MailReport:
    """What is reported, of which *addresses*, in small letters, and of the messages of which *numbers*."""

    kind: Reported
    addresses: tuple[str, ...]
    numbers: tuple[str, ...] = ()


def report_in(message: EmailMessage) -> MailReport | None:
    """What a message reports of others; ``None`` where it is no report, or one that says nothing that counts.

    The addresses are those of which the gravest is said. It raises what the standard library raises at broken parts.
    """
    if message.get_content_type() != "multipart/report":
        return None
    blocks = [one for one in _blocks(message) if one is not message]
    said = [(kind, address) for one in blocks for kind in (_kind(one),) if kind is not None for address in _whom(one)]
    kind = next((one for one in Reported if any(one is known for known, _ in said)), None)
    if kind is None:
        return None
    addresses = dict.fromkeys(address for known, address in said if known is kind)
    numbers = (number for one in blocks for name in ("Original-Message-ID", "Message-ID") for number in
               numbers_in(_said(one, name)))  # fmt: skip
    return MailReport(kind, tuple(addresses), tuple(dict.fromkeys(numbers)))


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


def _said(block: "Message[Any, Any]", name: str) -> str:
    """A header in words, on one line; empty where it is not there."""
    raw = next((str(value) for known, value in block.raw_items() if known.lower() == name.lower()), "")
    return visible(raw[:LONGEST_SAID])
