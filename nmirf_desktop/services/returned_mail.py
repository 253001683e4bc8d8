"""Messages that come back to the secretariat: the sent one, a reply, a receipt, a report that something did not arrive.

What a message shows is offered first, and recorded when somebody says so. Programs for e-mail change what they send: a
message is known by its number, else by its documents and its addresses. A prepared message proves nothing, nor does an
address alone: the secretariat writes to it every day about other things.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from nmirf_desktop.domain.delivery_words import JUDGED
from nmirf_desktop.domain.dispatches import Dispatch, Happening, Standing
from nmirf_desktop.domain.filenames import safe_name
from nmirf_desktop.domain.in_turn import CLOCKS, out_of_turn
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.mail import read_mail
from nmirf_desktop.exchange.mail_reports import Reported
from nmirf_desktop.exchange.mail_text import mail_text
from nmirf_desktop.exchange.outgoing_mail import key_in
from nmirf_desktop.exchange.plain_answers import acknowledges
from nmirf_desktop.exchange.plain_denials import denies
from nmirf_desktop.services.deliveries import Deliveries, Line, Occurrence, Witness
from nmirf_desktop.services.files import digest
from nmirf_desktop.services.mail_about import (
    WHOM,
    Message,
    WrittenTo,
    answered,
    as_reported,
    candidates,
    check,
    check_addressee,
    has_symbol,
    reported,
    sent,
    sent_to,
    without_its_files,
)
from nmirf_desktop.services.mail_refusals import (
    ABOUT_ANOTHER,
    ABOUT_UNKNOWN,
    ANSWER_TO_UNSENT,
    CLAIMED_BEFORE,
    DATED_AHEAD,
    DATED_BEFORE,
    DELAYED,
    DISCARDED,
    LEFT_UNSENT,
    LOOKS_UNDELIVERED,
    LOOKS_UNDELIVERED_SOMEWHERE,
    NAMES_STRANGER,
    NOT_OURS,
    OF_EARLIER,
    REMINDED_BEFORE,
    REPLIED_BEFORE,
    REPORT_OF_UNSENT,
    REPORTS_NOTHING,
    STRANGER,
    TOO_LARGE,
    UNDATED,
    UNREADABLE,
)
from nmirf_desktop.services.mail_shown import (
    BY_ADDRESS,
    KnownBy,
    Shown,
    addresses_of,
    alike,
    same_addresses,
    with_sent,
)
from nmirf_desktop.services.mail_unclaimed import Ownerless, Unclaimed, near, recorded, unclaimed

MOST = 120_000_000
"""The most bytes of a sent message: three documents of the largest size, as they are written in it."""


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


def _as_said(found: Shown, text: str) -> Shown:
    """An answer by its own words: sure where they say that it arrived, a failure where they say that it did not."""
    if denies(text):
        return found.as_denied()
    return replace(found, sure=found.sure and acknowledges(text))


class ReturnedMail:
    """Reads what comes back to a register's secretariat."""

    def __init__(self, deliveries: Deliveries, beside: Iterable[Shown] = ()) -> None:
        self._deliveries = deliveries
        self._beside = tuple(one for one in beside if one.kind is Happening.SENT)
        self._read: tuple[int, dict[Key, Line]] = (-1, {})
        """Of the log what was read already, by the journal's entry: many messages are read one after the other."""

    def read(self, name: str, content: bytes) -> Shown:
        """What an e-mail shows of the deliveries of a dispatch; an answer is sure where it says that something came.

        Raises:
            Problem: it is no e-mail, says nothing that counts, is not the sent message, or belongs to no dispatch.
        """
        message = Message(name, read_mail(name, content, MOST), digest(content))
        report = message.mail.report
        if report is not None and report.kind is Reported.DELAYED:
            raise Problem(DELAYED, {"name": name, "address": ", ".join(report.addresses)})
        if report is not None and report.kind is Reported.NOTHING:
            raise Problem(REPORTS_NOTHING, {"name": name})
        near = tuple(self._lines(self._near(message)))
        self._check_discarded(message, near)
        found = self._found(message, near)
        if found is None and (known := recorded(message, self._lines(self._seen(message.source)))) is not None:
            return known
        if found is None:
            raise self._unknown(message, near)
        check(message, found)
        if found.kind is Happening.ACKNOWLEDGED and report is None:
            found = _as_said(found, mail_text(name, content, MOST).text)
        self._check_moment(name, found)
        return self._or_discarded(found, message)

    def unclaimed(self, message: Message, text: str) -> Unclaimed | None:
        """A message that nothing says whose it is, with its *text*, for somebody to say so; ``None`` where none can."""
        if message.at is None or message.at > self._deliveries.now + CLOCKS:
            return None
        return unclaimed(message, self._lines(near(self._deliveries.dispatches(), message.at)), text)

    def beside(self, taken: Iterable[Shown]) -> "ReturnedMail":
        """One that reads messages as if the sent copies that are taken in with them were recorded already."""
        return ReturnedMail(self._deliveries, taken)

    def _found(self, message: Message, near: tuple[Line, ...]) -> Shown | None:
        """What it shows: of a message that is known, else of the addresses and the subject in it."""
        if message.mail.report is not None:
            return reported(message, near) or self._reported_to(message, near)
        found = sent(message, near)
        if found is None and message.mail.undelivered:
            raise self._looks_undelivered(message)
        return found or answered(message, near) or self._answered_about(message)

    def _check_discarded(self, message: Message, near: Iterable[Line]) -> None:
        """Raise ``Problem`` for a message of a dispatch that was discarded, and for what is about none but these."""
        numbers = (message.mail.number, *message.numbers)
        keys = {key_in(one).partition(".")[0] for one in numbers} - {""}
        if keys and self._deliveries.discarded(keys) and not any(candidates(near, numbers, ())):
            raise Problem(DISCARDED, {"name": message.name})

    def _or_discarded(self, shown: Shown, message: Message) -> Shown:
        """A sent copy known by its documents may be that of a discarded dispatch that had them: it is not sure."""
        if shown.kind is not Happening.SENT or shown.known_by is KnownBy.NUMBER:
            return shown
        if any(one.prepared_at <= shown.at + CLOCKS for one in self._deliveries.discarded_with(message.digests)):
            return replace(shown, known_by=KnownBy.OR_DISCARDED, sure=False)
        return shown

    def _near(self, message: Message) -> tuple[Dispatch, ...]:
        """The dispatches of the messages that are numbered in a message, and those with the documents in it."""
        numbers = (message.mail.number, *message.numbers)
        keys = {key_in(one).partition(".")[0] for one in numbers} - {""}
        keys |= {one.line.dispatch.key for one in self._beside if one.number in numbers}
        return self._deliveries.dispatches_with(keys, message.digests, numbers)

    def _seen(self, source: str) -> tuple[Dispatch, ...]:
        """The dispatches of which a message showed something that was recorded, by its SHA-256."""
        return self._deliveries.dispatches_with((), (), source=source)

    def _lines(self, several: Iterable[Dispatch]) -> Iterator[Line]:
        """Some dispatches as they stand, each read when it is looked at."""
        state = self._deliveries.state
        if self._read[0] != state:
            self._read = state, {}
        for one in several:
            if one.key not in self._read[1]:
                self._read[1][one.key] = with_sent(self._deliveries.line(one.key), self._beside)
            yield self._read[1][one.key]

    def _reported_to(self, message: Message, near: Iterable[Line]) -> Shown | None:
        """A report without a number that is known: by the symbol in the subject of what it is about, and the address.

        Where it names no message, it may be of the last that was sent to this address; somebody has to look.

        Raises:
            Problem: it names another message; or nothing that it can be about is recorded as sent.
        """
        report, at, about = message.mail.report, message.at, message.about
        if report is None or at is None:
            return None
        lines = tuple(self._lines(self._deliveries.dispatches_to(report.addresses)))
        went, subject = sent_to(lines, report.addresses, at), report.subject or message.mail.subject
        named = [one for one in went if has_symbol(one[0], subject)]
        for line, to in named:
            seen, others = frozenset[str]().union(*(one.numbers for one in to)), alike(named[1:], to)
            sure = (not seen or not message.numbers) and not others  # another number may be that of another
            shown = as_reported(message, report, at, (KnownBy.SUBJECT, line, to), sure=sure)
            return replace(shown, may_be=others)
        values = {"name": message.name, "address": ", ".join(report.addresses), "subject": about}
        if any(candidates(near, message.numbers, ())):
            raise Problem(NAMES_STRANGER, values)
        prepared = [one for one in lines if any(self._to(one, report.addresses))]
        if any(has_symbol(one, subject) for one in prepared):
            raise Problem(REPORT_OF_UNSENT, values)
        if about or message.numbers:
            raise Problem(ABOUT_ANOTHER if about else ABOUT_UNKNOWN, values)
        if prepared and not went:
            raise Problem(REPORT_OF_UNSENT, values)
        for line, to in went:
            shown = as_reported(message, report, at, (KnownBy.NAMED, line, to), sure=False)
            return replace(shown, may_be=alike(went[1:], to))
        return None

    def _answered_about(self, message: Message) -> Shown | None:
        """A reply that names no message that is known: its subject has the symbol of a document that was sent there.

        Somebody has to look whether it acknowledges anything, and what: it is kept as judged so. Raises ``Problem``
        where none is recorded as sent there.
        """
        mail, at = message.mail, message.at
        if at is None or not mail.origin:
            return None
        lines = self._lines(self._deliveries.dispatches_to((mail.origin,)))
        of = [one for one in lines if has_symbol(one, mail.subject) and any(self._to(one, (mail.origin,)))]
        went = sent_to(of, (mail.origin,), at)
        for line, to in went:
            return Shown(
                Happening.ACKNOWLEDGED, at, line, to, KnownBy.ADDRESS, message.source, f"{JUDGED}{mail.sender}",
                sure=False, may_be=alike(went[1:], to),
            )  # fmt: skip
        if of:
            symbols = dict.fromkeys(file.symbol for one in of for file in one.issued if file.symbol in mail.subject)
            raise Problem(
                ANSWER_TO_UNSENT, {"name": message.name, "address": mail.origin, "symbols": ", ".join(symbols)}
            )
        return None

    def _unknown(self, message: Message, near: tuple[Line, ...]) -> Problem:
        """Why a message belongs to no dispatch. Raises ``Problem`` where it went to somebody else."""
        mail, name = message.mail, message.name
        if message.at is None:
            return Problem(UNDATED, {"name": name})
        check_addressee(message, near)
        if mail.written is not None and any(candidates(near, (mail.number,), ())):
            return self._dated(DATED_BEFORE, name, mail.written)
        if any(candidates(near, mail.answers, ())):
            return Ownerless(STRANGER, {"name": name, "origin": mail.origin}, message)
        return self._emptied(message) or Ownerless(NOT_OURS, {"name": name}, message)

    def _emptied(self, message: Message) -> Problem | None:
        """What is said of a message to who was to get a document: it is in it no more, or no more as issued."""
        mail = message.mail
        if mail.answers or mail.automatic:
            return None
        for line in self._lines(self._deliveries.dispatches_to(mail.to)):
            own = same_addresses((mail.origin,)) <= same_addresses((line.dispatch.sender,))
            asked = set(self._to(line, mail.to))
            if own and asked and has_symbol(line, mail.subject):
                to = (one for one in line.deliveries if one.recipient.key in asked)
                if (lacking := without_its_files(message, line, to)) is not None:
                    return lacking
        return None

    def _looks_undelivered(self, message: Message) -> Problem:
        """What is said of a letter that reads as a report, with the address in it to which something was sent."""
        names = message.mail.names
        lines = self._lines(self._deliveries.dispatches_to(names))
        known = frozenset[str]().union(*(addresses_of(one) for line in lines for one in line.deliveries))
        for address in names:
            if same_addresses((address,)) & known:
                return Problem(LOOKS_UNDELIVERED, {"name": message.name, "address": address})
        return Problem(LOOKS_UNDELIVERED_SOMEWHERE, {"name": message.name})

    @staticmethod
    def _to(line: Line, addresses: Iterable[str]) -> Iterator[Key]:
        """The recipients of a dispatch at some addresses, whether it was sent or not."""
        known = same_addresses(addresses)
        return (one.recipient.key for one in line.deliveries if addresses_of(one) & known)

    def record(self, shown: Shown) -> int:
        """Record what a message shows, of the deliveries of which it is new by now; how many. Raises as the log does.

        Raises ``Problem`` for what is known by an address and is not recorded as sent by then, either; and for what is
        somebody's by a person's word, and is recorded as somebody else's.

        The log is read again: a message that was recorded just before may be what this one answers. What did not arrive
        was sent, whether anybody said so or not: one act. It is recorded at the message's own time.
        """
        asked = {one.recipient.key for one in shown.deliveries}
        line = self._deliveries.line(shown.line.dispatch.key)
        there = tuple(one for one in line.deliveries if one.recipient.key in asked)
        if shown.known_by in BY_ADDRESS and not any(one.was_sent for one in there):
            raise Problem(LEFT_UNSENT)
        if shown.known_by in (KnownBy.SAID, KnownBy.ORIGIN) and self._is_of_another(shown.source, asked):
            raise Problem(CLAIMED_BEFORE)
        new, at = replace(shown, line=line, deliveries=there).new, shown.at
        by: dict[tuple[str, ...], list[Key]] = {}
        for one in new:
            by.setdefault(shown.at_addresses(one), []).append(one.recipient.key)
        source, note, number = shown.source, shown.note, shown.number
        said = [Occurrence(keys, shown.kind, at, note, Witness(source, named, number)) for named, keys in by.items()]
        unsaid = [one.recipient.key for one in new if one.standing is Standing.PREPARED]
        if shown.kind is Happening.FAILED and unsaid and not shown.denied:  # nobody's word proves a sending
            said.insert(0, Occurrence(unsaid, Happening.SENT, at, witness=Witness(source, number=number)))
        return self._deliveries.occurred(said) if said else 0

    def _is_of_another(self, source: str, asked: Collection[Key]) -> bool:
        """Whether a message is recorded of the deliveries of others than some recipients."""
        there = (one for line in self._lines(self._seen(source)) for one in line.deliveries)
        others = (one for one in there if one.recipient.key not in asked)
        return any(event.source == source for one in others for event in one.standing_events)

    def _check_moment(self, name: str, shown: Shown) -> None:
        """Raise ``Problem`` where the log would refuse the moment that a message bears: it is said before."""
        at, prepared = shown.at, shown.line.dispatch.prepared_at
        if at > self._deliveries.now + CLOCKS:
            raise self._dated(DATED_AHEAD, name, at)
        if at < prepared.replace(microsecond=0) - CLOCKS:
            raise self._dated(DATED_BEFORE, name, at)
        if shown.kind is Happening.FAILED and any(one.was_sent_since(at) for one in shown.new):
            raise self._dated(OF_EARLIER, name, at)
        for one in shown.new if shown.kind is Happening.SENT else ():
            if (reply := out_of_turn(one, shown.kind, at, prepared, shown=True)) is not None:
                told = self._dated(REPLIED_BEFORE[reply.kind], name, reply.at)
                raise Problem(told.message, {**told.values, WHOM: WrittenTo((one,))})
        if shown.kind is Happening.SENT and (reminded := self._deliveries.reminded(shown.new, at)) is not None:
            told = self._dated(REMINDED_BEFORE, name, reminded[1].at)
            raise Problem(told.message, {**told.values, WHOM: WrittenTo((reminded[0],))})

    def _dated(self, message: str, name: str, at: datetime) -> Problem:
        at = at.astimezone(self._deliveries.now.tzinfo)
        return Problem(message, {"name": name, "day": at.date(), "time": at.time()})
