"""E-mails that are ready to be sent by any program for e-mail: saved as files, with the documents in them.

Nothing is sent from here. The same message has the same bytes on every machine: its boundary and its number follow from
its key, its date is that of its preparation. What a name, a subject or an address holds can start no new line, because
the standard library refuses it and because what cannot be seen is taken out before.
"""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from email.header import Header
from email.headerregistry import Address, AddressHeader, UnstructuredHeader
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import Any

from nmirf_desktop.domain.filenames import visible
from nmirf_desktop.domain.people import in_ascii
from nmirf_desktop.i18n import Language

DOMAIN = "nmirf.invalid"
"""What stands behind the @ of a message's number: no domain that anybody owns (RFC 2606)."""


class _Folded(EmailPolicy):
    """A policy for e-mail whose names and subjects are folded alike by each version of Python.

    What the standard library's own policy writes depends on its version: some leave a space at the end of a line and
    another before the next, some two words in code without a space between them (RFC 2047, 5). Its older
    :class:`email.header.Header` has one way: what is no ASCII is in code as a whole.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        """The lines of one header, in ASCII, each but the first begun with a space."""
        match value:
            case AddressHeader():
                said = f",{self.linesep} ".join(self._mailbox(name, one) for one in value.addresses)
            case UnstructuredHeader():
                said = self._words(name, str(value))
            case _:
                return super().fold_binary(name, value)
        return f"{name}: {said}{self.linesep}".encode("ascii")

    def _mailbox(self, name: str, one: Address) -> str:
        if one.display_name.isascii():
            return str(one)
        return f"{self._words(name, one.display_name)}{self.linesep} <{one.addr_spec}>"

    def _words(self, name: str, text: str) -> str:
        return Header(text, header_name=name, maxlinelen=76).encode(linesep=self.linesep)


MAIL = _Folded(linesep="\r\n")
"""Lines ended as for a server for e-mail (RFC 5322)."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address with the name of whom it is."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message: *to* everybody who is named in it, and *blind* to those whom nobody else sees.

    *key* tells it from any other; the *files* are documents as :func:`enclosed` writes them.
    """

    key: str
    at: datetime.datetime
    sender: Mailbox
    subject: str
    text: str
    language: Language
    to: tuple[Mailbox, ...]
    blind: tuple[Mailbox, ...] = ()
    files: tuple[bytes, ...] = field(default=(), repr=False)


def message_id(key: str) -> str:
    """The number of a message, in its brackets."""
    return f"<{key}@{DOMAIN}>"


def key_in(number: str) -> str:
    """The key in the number of a message that was prepared here; empty in that of any other."""
    key, _, domain = number.strip("<>").rpartition("@")
    return key if domain == DOMAIN else ""


def enclosed(name: str, content: bytes) -> bytes:
    """A PDF as it stands in a message: written once for all messages that have it."""
    part = EmailMessage(MAIL)
    part.set_content(content, maintype="application", subtype="pdf", disposition="attachment", filename=name)
    del part["MIME-Version"]  # a part of a message has none
    return part.as_bytes()


def written(letter: Letter) -> bytes:
    """The bytes of a message's file, its lines ended as for a server for e-mail (RFC 5322).

    Programs for e-mail open it as one that is still to be sent (``X-Unsent``), where they know that.
    """
    message = EmailMessage(MAIL)
    message["From"] = _addresses((letter.sender,))
    message["To"] = _addresses(letter.to)
    if letter.blind:
        message["Bcc"] = _addresses(letter.blind)
    message["Subject"] = _said(letter.subject)
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = message_id(letter.key)
    message["X-Unsent"] = "1"
    message.set_content(letter.text, charset="utf-8", cte="quoted-printable")
    message["Content-Language"] = str(letter.language)
    if not letter.files:
        return message.as_bytes()
    boundary = "=_" + hashlib.sha256(letter.key.encode()).hexdigest()[:32]
    message.make_mixed()
    message.set_boundary(boundary)
    between = f"--{boundary}".encode()
    text, _, end = message.as_bytes().rpartition(between)
    parts = (piece for part in letter.files for piece in (between, b"\r\n", part, b"\r\n"))
    return b"".join([text, *parts, between, end])


def _addresses(mailboxes: Iterable[Mailbox]) -> tuple[Address, ...]:
    return tuple(_address(one) for one in mailboxes)


def _address(mailbox: Mailbox) -> Address:
    before, _, domain = mailbox.address.rpartition("@")
    return Address(_said(mailbox.name), before, in_ascii(domain))


def _said(text: str) -> str:
    """A text as it stands in a header, on one line; what a reader would take for another text in code is parted."""
    return visible(text).replace("=?", "= ?")
