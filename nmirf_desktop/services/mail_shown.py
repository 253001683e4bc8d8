"""What a message that came back shows of the deliveries of a dispatch, and by what that is known."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from nmirf_desktop.domain.contradicted import contradicted
from nmirf_desktop.domain.delivery_words import DENIAL, JUDGED
from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Happening, Standing
from nmirf_desktop.domain.in_turn import CLOCKS
from nmirf_desktop.domain.people import in_ascii
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.deliveries import Line


class KnownBy(StrEnum):
    """By what a message was known."""

    NUMBER = "number"
    DOCUMENTS = "documents"
    OR_DISCARDED = "or_discarded"
    LANGUAGE = "language"
    SUBJECT = "subject"
    ADDRESS = "address"
    ORIGIN = "origin"
    NAMED = "named"
    SAID = "said"
    RECORDED = "recorded"


KNOWN_BY_LABELS = {
    KnownBy.NUMBER: N_("by the number of the message"),
    KnownBy.DOCUMENTS: N_("by the documents and addresses in it"),
    KnownBy.OR_DISCARDED: N_("by the documents in it alone, which a dispatch had, too, that was discarded since"),
    KnownBy.LANGUAGE: N_("by the documents in it; the hidden recipients are not in the file"),
    KnownBy.SUBJECT: N_("by the address that it names and the symbol in the subject of what it is about"),
    KnownBy.ADDRESS: N_("by the address that it came from and the symbol in its subject alone"),
    KnownBy.ORIGIN: N_("by the address that it came from alone"),
    KnownBy.NAMED: N_("by the address that it names alone"),
    KnownBy.SAID: N_("by your word"),
    KnownBy.RECORDED: N_("by what is recorded of this message already"),
}
BY_ADDRESS = frozenset({KnownBy.SUBJECT, KnownBy.ADDRESS, KnownBy.ORIGIN, KnownBy.NAMED, KnownBy.SAID})
"""What is known so counts only for what is recorded as sent to whose it is."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message shows: what happened, when, to which deliveries of a dispatch, and by what that is known.

    *source* is the SHA-256 of its file, so that the same message is recorded once. *named* are the addresses that a
    report of a failure names, or to which a message was sent. *origin* is the address of who answered for the
    recipient, where it may be another. *number* is that of our message by which it is known, or as which it was sent.
    Where it is not *sure*, somebody has to look before it is recorded; *denied* is a failure by an answer's own words.
    What is known by less than a number *may be* about other sendings, too, the last first, of which somebody chooses
    one.
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
    number: str = ""
    sure: bool = True
    denied: bool = False
    may_be: tuple[tuple[Line, tuple[Delivery, ...]], ...] = ()

    def about(self, dispatch: Key) -> "Shown":
        """The same of what went with another dispatch that it may be about; of any other it stays what it is."""
        for line, to in self.may_be:
            if line.dispatch.key == dispatch:
                others = ((self.line, self.deliveries), *(one for one in self.may_be if one[0] is not line))
                return replace(self, line=line, deliveries=to, may_be=others)
        return self

    def as_denied(self) -> "Shown":
        """The same of an answer whose words say that it did not arrive: no receipt, and to be looked at."""
        return replace(
            self, kind=Happening.FAILED, note=f"{DENIAL}{self.note.removeprefix(JUDGED)}", sure=False, denied=True
        )

    def as_judged(self) -> "Shown":
        """The same of an answer by which somebody says that it did not arrive, whatever its own words are."""
        return replace(self.as_denied(), note=f"{JUDGED}{self.note.removeprefix(JUDGED)}")

    @property
    def elsewhere(self) -> str:
        """The address of who answered, where none of those that it is of was written to there; empty where one was."""
        written_to = frozenset[str]().union(*(addresses_of(one) for one in self.deliveries))
        return "" if same_addresses((self.origin,)) & written_to else self.origin

    @property
    def new(self) -> tuple[Delivery, ...]:
        """Those of which it says something that is not recorded yet."""
        known = (one for one in self.deliveries if self._adds(one))
        return tuple(one for one in known if not one.shown_by(self.source, self.kind))

    def _adds(self, one: Delivery) -> bool:
        """Whether it says something new of a delivery; what did not arrive was sent, whether anybody said so or not."""
        known = one.last_way
        came_back = one.was_sent and one.incomplete
        if self.kind is Happening.SENT and came_back and known is not None and self.at <= known.at + CLOCKS:
            return False  # the copy of what failed is no second sending
        addresses, failed = self.at_addresses(one), self.kind is Happening.FAILED
        if failed and (one.standing is Standing.PREPARED or contradicted(one, addresses)):
            return True
        return one.gains(self.kind, addresses)

    def at_addresses(self, one: Delivery) -> tuple[str, ...]:
        """At which of several addresses of a recipient it did not arrive; nothing of a recipient that has only one.

        An address that is none of them is one to which a mailbox goes on: the others may still have it. What was sent
        once more is about those of them to which it went, where that is not all.
        """
        own = one.recipient.addresses
        if len(own) == 1 or self.kind is Happening.ACKNOWLEDGED:
            return ()
        known = tuple(address for address in own if same_addresses((address,)) & same_addresses(self.named))
        if self.kind is Happening.FAILED:
            return known or self.named
        return known if one.missed and len(known) < len(own) else ()


def alike(
    went: Iterable[tuple[Line, tuple[Delivery, ...]]], to: Iterable[Delivery]
) -> tuple[tuple[Line, tuple[Delivery, ...]], ...]:
    """Those of some sendings that went to the same States and partners as others."""
    wanted = {(one.recipient.state, one.recipient.partner) for one in to}
    return tuple(
        (line, there)
        for line, there in went
        if {(one.recipient.state, one.recipient.partner) for one in there} == wanted
    )


def with_sent(line: Line, copies: Iterable[Shown]) -> Line:
    """A dispatch as it stands once some sent copies are recorded."""
    said: dict[str, tuple[DeliveryEvent, ...]] = {}
    for one in copies:
        if one.line.dispatch.key == line.dispatch.key:
            for key in (new.recipient.key for new in one.new):
                event = DeliveryEvent(
                    "", key, Happening.SENT, one.at, line.dispatch.zone, one.at, "", source=one.source,
                    number=one.number,
                )  # fmt: skip
                said[key] = (*said.get(key, ()), event)
    several = (replace(one, events=(*one.events, *said.get(one.recipient.key, ()))) for one in line.deliveries)
    return replace(line, deliveries=tuple(several)) if said else line


def same_addresses(addresses: Iterable[str]) -> frozenset[str]:
    """Addresses as they are compared: in small letters, the name of the domain in plain ones, as messages write it."""
    found = []
    for one in addresses:
        before, _, domain = one.lower().rpartition("@")
        with suppress(UnicodeError):
            domain = in_ascii(domain)
        found.append(f"{before}@{domain}")
    return frozenset(one for one in found if one != "@")


def addresses_of(delivery: Delivery) -> frozenset[str]:
    """The addresses of a recipient, as they are compared."""
    return same_addresses(delivery.recipient.addresses)
