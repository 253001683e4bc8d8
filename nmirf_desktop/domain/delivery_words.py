"""What happened to a delivery, in words: also at how many of several addresses it did not arrive."""

import re
from contextlib import suppress

from nmirf_desktop.domain.dispatches import (
    FUNCTION_LABELS,
    HAPPENING_LABELS,
    DeliveryEvent,
    Function,
    Happening,
    Recipient,
)
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.people import in_ascii
from nmirf_desktop.i18n import N_, Catalog

FAILED_IN_PART = N_("Not delivered at {n} of {all} addresses")
NOT_FORWARDED = N_("Not delivered where it was forwarded to")
RECEIPT = "disposition-notification: "
"""How the remark of a read receipt begins (RFC 8098): a program of the recipient wrote it, and no person."""
DENIAL = "answer: "
"""How the remark of a failure begins that was read from an answer: somebody wrote that it did not arrive."""
JUDGED = "judged: "
"""How the remark begins of what somebody of the secretariat concluded from an answer that is not plain.

That is that something did not arrive, or which of several sendings it acknowledges.
"""
_ADDRESS = re.compile(r"[^\s<>\"]+@[^\s<>\"]+")
"""An address in the remark of an answer, which is who wrote it; the last, as a name may hold one."""
SENT_IN_PART = N_("Sent again to {n} of {all} addresses")


def way_of_reminder(way: str, words: Catalog) -> str:
    """That something went as a reminder, and by which *way*, which is no sentence of its own behind the colon."""
    return words.gettext("Reminder: {sending}").format(sending=way[:1].lower() + way[1:])


def function_of(to: Recipient) -> str:
    """In which function somebody is written to; an observer's focal point is called its contact, as elsewhere."""
    if to.function is Function.MECHANISM:
        return N_("National mechanism")
    if to.function is Function.FOCAL_POINT and to.capacity is Capacity.OBSERVER:
        return N_("Contact")
    return FUNCTION_LABELS[to.function]


def addresses_of(event: DeliveryEvent, to: Recipient) -> tuple[str, ...]:
    """The addresses of a recipient that an event is about: all of them, unless it names some.

    An address that is none of them, to which a mailbox passed it on, counts as none.
    """
    return tuple(one for one in to.addresses if one in event.addresses) if event.addresses else to.addresses


def in_part(event: DeliveryEvent, to: Recipient) -> int:
    """At how many of several addresses of a recipient something happened; 0 where it happened at all, or at none."""
    number = len(addresses_of(event, to))
    return number if number < len(to.addresses) else 0


def is_not_forwarded(event: DeliveryEvent, to: Recipient) -> bool:
    """Whether something did not arrive at addresses alone to which a mailbox of a recipient passed it on."""
    return event.kind is Happening.FAILED and bool(event.addresses) and not addresses_of(event, to)


def happening_said(event: DeliveryEvent, to: Recipient, words: Catalog) -> str:
    """What happened to what went to somebody, in a word; what is about some of several addresses is told as that."""
    if is_not_forwarded(event, to):
        return words.gettext(NOT_FORWARDED)
    number = in_part(event, to)
    if not number:
        return words.gettext(HAPPENING_LABELS[event.kind])
    said = FAILED_IN_PART if event.kind is Happening.FAILED else SENT_IN_PART
    return words.gettext(said).format(n=words.number(number), all=words.number(len(to.addresses)))


def is_receipt(event: DeliveryEvent) -> bool:
    """Whether it was read from a read receipt: the message was opened, and nobody said so."""
    return event.kind is Happening.ACKNOWLEDGED and bool(event.source) and event.note.startswith(RECEIPT)


def is_denial(event: DeliveryEvent) -> bool:
    """Whether it was read from an answer that says that it did not arrive, and from no report of a server."""
    return event.kind is Happening.FAILED and bool(event.source) and event.note.startswith(DENIAL)


def is_judged(event: DeliveryEvent) -> bool:
    """Whether somebody of the secretariat concluded it from an answer, which does not say so, or not of which sending.

    An early version of the program kept that as if the answer said so (:func:`is_denial`).
    """
    said = event.kind in (Happening.FAILED, Happening.ACKNOWLEDGED)
    return said and bool(event.source) and event.note.startswith(JUDGED)


def answered_from(event: DeliveryEvent, to: Recipient) -> str:
    """The address from which somebody answered for a recipient, where it is none of those written to; else nothing."""
    answer = (event.kind is Happening.ACKNOWLEDGED and bool(event.source) and not is_receipt(event)) or is_denial(event)
    answer = answer or is_judged(event)
    found = _ADDRESS.findall(event.note) if answer else []
    if not found or not to.addresses:
        return ""
    known = {_plain(one) for one in to.addresses}
    return "" if _plain(found[-1]) in known else str(found[-1])


def _plain(address: str) -> str:
    """An address in small letters, the name of its domain in plain ones, as messages write it."""
    before, _, domain = address.lower().rpartition("@")
    with suppress(UnicodeError):
        domain = in_ascii(domain)
    return f"{before}@{domain}"


def note_said(event: DeliveryEvent, words: Catalog) -> str:
    """The remark on an event; that of a read receipt, or of an answer, says in words that it is one."""
    if is_denial(event):
        return words.gettext("Answer: {note}").format(note=event.note.removeprefix(DENIAL))
    if is_judged(event):
        return words.gettext("As judged from an answer: {note}").format(note=event.note.removeprefix(JUDGED))
    if not is_receipt(event):
        return event.note
    return words.gettext("Read receipt: {note}").format(note=event.note.removeprefix(RECEIPT))
