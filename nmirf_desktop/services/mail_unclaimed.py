"""A message of which nothing says whose it is: somebody of the secretariat says so, and of which sending it is.

It is an answer which names no message that is known, from any address. Who alone was written to there is proposed.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.delivery_words import JUDGED
from nmirf_desktop.domain.dispatches import Delivery, Dispatch, Happening
from nmirf_desktop.domain.in_turn import CLOCKS
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.automatic_answers import sounds_automatic
from nmirf_desktop.exchange.plain_answers import acknowledges
from nmirf_desktop.exchange.plain_denials import denies
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.mail_about import Message, candidates, has_symbol, last_sent
from nmirf_desktop.services.mail_refusals import NOT_OURS
from nmirf_desktop.services.mail_shown import KnownBy, Shown, same_addresses

LONG_AGO = datetime.timedelta(days=366)
"""What was prepared longer before a message than this is not offered as what it may be about."""


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A *message* whose it may be, by States and partners: what had been sent to each by then, the last first.

    *text* is what it says.
    """

    message: Message
    text: str
    went: dict[Key, tuple[tuple[Line, tuple[Delivery, ...]], ...]]

    @property
    def plain(self) -> bool:
        """Whether its own words plainly say that something came; that it did not, somebody has to read."""
        return acknowledges(self.text) and not denies(self.text)

    @property
    def of_its_address(self) -> Key | None:
        """The one State or partner that had been written to at the address that it came from; ``None`` of several."""
        origin = same_addresses((self.message.mail.origin,))
        there = {whom for whom, several in self.went.items() if any(_is_at(to, origin) for _line, to in several)}
        return there.pop() if len(there) == 1 else None

    def of(self, whom: Key, known_by: KnownBy = KnownBy.SAID) -> Shown:
        """What it shows where it is a State's or a partner's: an answer, or a failure where it says that nothing came.

        What it is about stands nowhere in it: it is recorded as judged by the secretariat.
        """
        mail, at = self.message.mail, self.message.at
        if at is None:
            raise Problem(NOT_OURS, {"name": self.message.name})
        (line, to), *others = self.went[whom]
        shown = Shown(
            Happening.ACKNOWLEDGED, at, line, to, known_by, self.message.source, f"{JUDGED}{mail.sender}",
            origin=mail.origin, sure=False, may_be=tuple(others),
        )  # fmt: skip
        return shown.as_judged() if denies(self.text) else shown


class Ownerless(Problem):
    """A *message* is refused for no other reason than that nothing says whose it is: somebody may say so."""

    def __init__(self, said: str, values: Mapping[str, object], message: Message) -> None:
        super().__init__(said, values)
        self.of = message


def near(several: Iterable[Dispatch], at: datetime.datetime) -> tuple[Dispatch, ...]:
    """The dispatches about which a message of a moment may be, by their age alone, as far as clocks can be apart."""
    return tuple(one for one in several if at - LONG_AGO <= one.prepared_at <= at + CLOCKS)


def recorded(message: Message, lines: Iterable[Line]) -> Shown | None:
    """What is recorded of a message already and was not taken back, by its SHA-256; ``None`` where nothing is."""
    for line in lines:
        found = tuple(
            (one, event) for one in line.deliveries for event in one.standing_events if event.source == message.source
        )
        for _to, event in found:
            denied = message.mail.report is None and event.kind is Happening.FAILED
            to = tuple(dict.fromkeys(one for one, _event in found))
            return Shown(
                event.kind, event.at, line, to, KnownBy.RECORDED, message.source, event.note, event.addresses,
                number=event.number, denied=denied,
            )  # fmt: skip
    return None


def unclaimed(message: Message, lines: Iterable[Line], text: str) -> Unclaimed | None:
    """A message that somebody can say whose it is; ``None`` where no person wrote it, or nothing had been sent by then.

    It is about what it names by a number or a symbol; where it names neither, about any of the dispatches.
    """
    mail, at, lines = message.mail, message.at, tuple(lines)
    own = same_addresses(one.dispatch.sender for one in lines) & same_addresses((mail.origin,))
    written = mail.report is None and not (mail.automatic or mail.undelivered or sounds_automatic(mail.subject))
    if at is None or not mail.origin or own or not written:
        return None
    numbered = [line for _known_by, line, _to in candidates(lines, mail.answers, ())]
    about = numbered or [one for one in lines if has_symbol(one, mail.subject)] or lines
    found: dict[Key, list[tuple[datetime.datetime, Line, tuple[Delivery, ...]]]] = {}
    for line in about:
        for whom, to in _by_whom(line).items():
            sent = [moment for one in to if (moment := last_sent(one, at)) is not None]
            if sent:
                there = tuple(one for one in to if last_sent(one, at) is not None)
                found.setdefault(whom, []).append((max(sent), line, there))
    went = {
        whom: tuple((line, to) for _at, line, to in sorted(several, key=lambda one: one[0], reverse=True))
        for whom, several in found.items()
    }
    return Unclaimed(message, text, went) if went else None


def _is_at(to: Iterable[Delivery], addresses: frozenset[str]) -> bool:
    """Whether some of several recipients have one of some addresses, as they are compared."""
    return any(same_addresses(one.recipient.addresses) & addresses for one in to)


def _by_whom(line: Line) -> dict[Key, tuple[Delivery, ...]]:
    """The deliveries of a dispatch by the State or the partner to which they went."""
    found: dict[Key, tuple[Delivery, ...]] = {}
    for one in line.deliveries:
        whom = str(one.recipient.state or one.recipient.partner or "")
        found[whom] = (*found.get(whom, ()), one)
    return found
