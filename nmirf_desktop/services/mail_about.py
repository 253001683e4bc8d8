"""Of which deliveries a message that came back is, and what it shows of them.

A message is known by its number, as it was prepared or as it was seen to be sent; else by its documents and addresses.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.delivery_words import RECEIPT
from nmirf_desktop.domain.dispatches import Channel, Delivery, Happening
from nmirf_desktop.domain.in_turn import CLOCKS, first_sent
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.exchange.automatic_answers import sounds_automatic
from nmirf_desktop.exchange.mail import Mail
from nmirf_desktop.exchange.mail_reports import MailReport, Reported
from nmirf_desktop.exchange.outgoing_mail import message_id
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.dispatch_files import letter_key
from nmirf_desktop.services.files import digest
from nmirf_desktop.services.mail_refusals import (
    AUTOMATIC,
    AWAY,
    ELSEWHERE,
    OTHER_FILES,
    OTHER_SENDER,
    OWN,
    STILL_RECORDED,
    UNSENT,
    WITHOUT_FILES,
)
from nmirf_desktop.services.mail_shown import KnownBy, Shown, addresses_of, same_addresses

_RETURNED = re.compile(r"\W*(?:undeliver|non remis|no (?:se puede )?entrega|unzustellbar)[^:]*:", re.IGNORECASE)
"""How the subject of a report begins that has that of the returned message behind it."""


@dataclass(frozen=True, slots=True)
class Message:
    """An e-mail with the *name* of its file and its *source*, the SHA-256 of that."""

    name: str
    mail: Mail
    source: str

    @property
    def at(self) -> datetime | None:
        """When it came, else when it was written."""
        return self.mail.received or self.mail.written

    @property
    def digests(self) -> frozenset[str]:
        """The SHA-256 of the files in it, and of those in the message that it returns."""
        returned = self.mail.report.enclosed if self.mail.report is not None else ()
        return frozenset(digest(one) for one in (*(one.content for one in self.mail.files), *returned))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the messages that it answers, or that it reports of."""
        return (*self.mail.answers, *(self.mail.report.numbers if self.mail.report is not None else ()))

    @property
    def about(self) -> str:
        """The subject of the message that a report is about; empty where it does not name it."""
        report = self.mail.report
        if report is None or report.subject:
            return report.subject if report is not None else ""
        if report.kind is Reported.DISPLAYED or _RETURNED.match(self.mail.subject):
            return self.mail.subject.partition(":")[2].strip()
        return ""


WHOM = "whom"
"""The place in a refusal for those to whom a message went."""


@dataclass(frozen=True, slots=True)
class WrittenTo:
    """Those to whom a message went, as a value of a refusal."""

    deliveries: tuple[Delivery, ...]

    def said_in(self, words: Catalog) -> str:
        """Their names as they were written to; who knows the States calls these instead (:func:`with_states`)."""
        return words.listing(one.recipient.name for one in self.deliveries)


def with_states(problem: Problem, states: Mapping[str, State]) -> Problem:
    """A refusal in which those written to are called by their States, in the reader's language."""
    whom = problem.values.get(WHOM)
    if not isinstance(whom, WrittenTo):
        return problem
    to = (one.recipient for one in whom.deliveries)
    called = tuple(dict.fromkeys(states.get(one.state or "") or one.name for one in to))
    return Problem(problem.message, {**problem.values, WHOM: Listed(called, alphabetical=True)}, problem.field_name)


Candidate = tuple[KnownBy, Line, tuple[Delivery, ...]]


def candidates(lines: Iterable[Line], numbers: Collection[str], digests: Collection[str]) -> Iterator[Candidate]:
    """The deliveries that a message may be about: by the numbers of messages first, then by the documents in it."""
    lines = tuple(lines)
    for line in lines:
        about = tuple(one for one in line.deliveries if not _numbers(line, one).isdisjoint(numbers))
        if about:
            yield KnownBy.NUMBER, line, about
    for line in lines:
        about = tuple(one for one in line.deliveries if _encloses(line.issued, one.recipient.reads, digests))
        if digests and about:
            yield KnownBy.DOCUMENTS, line, about


def reported(message: Message, lines: Iterable[Line]) -> Shown | None:
    """A report of a message that is known by its number or documents; what is recorded as sent goes before the rest."""
    report, at = message.mail.report, message.at
    if report is None or at is None:
        return None
    found = list[Candidate]()
    for known_by, line, about in candidates(lines, message.numbers, message.digests):
        own = known_by is KnownBy.NUMBER and _alone(line, about)  # a mailbox may go on to another
        of = tuple(one for one in about if own or addresses_of(one) & same_addresses(report.addresses))
        found += [(known_by, line, of)] if of else []
    if not found:
        return None
    known_by, line, of = min(
        found, key=lambda one: (one[0] is not KnownBy.NUMBER, not any(to.was_sent for to in one[2]))
    )
    return as_reported(message, report, at, (known_by, line, of))


def as_reported(message: Message, report: MailReport, at: datetime, found: Candidate, *, sure: bool = True) -> Shown:
    """What a report shows of the deliveries that it is about."""
    known_by, line, about = found
    kind = Happening.FAILED if report.kind is Reported.FAILED else Happening.ACKNOWLEDGED
    note = " – ".join((", ".join(report.addresses), message.mail.subject))
    note = f"{RECEIPT}{note}" if kind is Happening.ACKNOWLEDGED else note
    number = _answered_number(line, about, message.numbers)
    return Shown(
        kind, at, line, about, known_by, message.source, note, report.addresses, number=number, sure=sure,
    )  # fmt: skip


def sent(message: Message, lines: Iterable[Line]) -> Shown | None:
    """The message that was sent, as the secretariat's own program keeps it.

    Raises:
        Problem: it is still to be sent, or what is in it is not what was issued.
    """
    mail, lines = message.mail, tuple(lines)
    if mail.written is None or mail.answers or mail.automatic:
        return None
    if mail.unsent and any(candidates(lines, (mail.number,), message.digests)):
        raise Problem(UNSENT, {"name": message.name})
    written = mail.written
    before = sorted(  # the clocks decide only where nothing else was prepared by then
        (line for line in lines if line.dispatch.prepared_at <= written + CLOCKS),
        key=lambda line: line.dispatch.prepared_at.replace(microsecond=0) > written,
    )
    for known_by, line, about in candidates(before, (mail.number,), message.digests):
        sender = same_addresses((line.dispatch.sender,))
        named = tuple(one for one in about if addresses_of(one) & same_addresses(mail.to))
        hidden = line.dispatch.channel is Channel.BY_LANGUAGE and same_addresses(mail.to) <= sender
        whole = tuple(one for one in about if mail.language in ("", one.recipient.reads))
        alike = hidden and len({one.recipient.reads for one in whole}) == 1  # who is hidden is often not kept
        to = named or (whole if alike else ())
        if to:
            if (lacking := without_its_files(message, line, to)) is not None:
                raise lacking
            known, names = (known_by, mail.to) if named else (KnownBy.LANGUAGE, ())
            return Shown(Happening.SENT, written, line, to, known, message.source, named=names, number=mail.number)
    return None


def check_addressee(message: Message, lines: Iterable[Line]) -> None:
    """Raise ``Problem`` for a message of the secretariat that went to somebody for whom it was not prepared."""
    mail = message.mail
    if mail.written is None or mail.answers or mail.automatic or not mail.to:
        return
    for _known_by, line, _about in candidates(lines, (mail.number,), message.digests):
        own = same_addresses((mail.origin,)) <= same_addresses((line.dispatch.sender,))
        if own and line.dispatch.prepared_at <= mail.written + CLOCKS:
            raise Problem(ELSEWHERE, {"name": message.name, "address": ", ".join(mail.to)})


def answered(message: Message, lines: Iterable[Line]) -> Shown | None:
    """A reply of a recipient; somebody else's counts where it answers the message to that recipient alone."""
    mail, at = message.mail, message.at
    if at is None:
        return None
    for known_by, line, about in candidates(lines, mail.answers, ()):
        from_one = tuple(one for one in about if same_addresses((mail.origin,)) & addresses_of(one))
        if from_one or _alone(line, about):
            other = "" if from_one else mail.origin
            to = from_one or about
            number = _answered_number(line, to, mail.answers)
            return Shown(
                Happening.ACKNOWLEDGED, at, line, to, known_by, message.source, mail.sender, origin=other,
                number=number,
            )  # fmt: skip
    return None


def sent_to(lines: Iterable[Line], addresses: Iterable[str], at: datetime) -> list[tuple[Line, tuple[Delivery, ...]]]:
    """What is recorded as sent to some addresses before a moment, the last sending first; what is prepared is not."""
    known, found = same_addresses(addresses), list[tuple[datetime, Line, tuple[Delivery, ...]]]()
    for line in lines:
        when = {
            one.recipient.key: moment
            for one in line.deliveries
            if addresses_of(one) & known and (moment := last_sent(one, at)) is not None
        }
        if when:
            to = tuple(one for one in line.deliveries if one.recipient.key in when)
            found.append((max(when.values()), line, to))
    return [(line, to) for _at, line, to in sorted(found, key=lambda one: one[0], reverse=True)]


def has_symbol(line: Line, subject: str) -> bool:
    """Whether the symbol of a document of a dispatch stands in a subject, and is no part of another symbol."""
    symbols = "|".join(re.escape(one.symbol) for one in line.issued)
    return bool(symbols) and re.search(rf"(?<![\w/])(?:{symbols})(?![\w/])", subject, re.IGNORECASE) is not None


def check(message: Message, shown: Shown) -> None:
    """Raises ``Problem`` for a message that proves nothing of what it seems to show."""
    mail, name, sender = message.mail, message.name, shown.line.dispatch.sender
    own = same_addresses((mail.origin,)) <= same_addresses((sender,))
    match shown.kind:
        case Happening.SENT if mail.written == shown.line.dispatch.prepared_at.replace(microsecond=0):  # as e-mail is
            raise Problem(UNSENT, {"name": name})
        case Happening.SENT if not own:
            raise Problem(OTHER_SENDER, {"name": name, "origin": mail.origin, "sender": sender})
        case Happening.ACKNOWLEDGED if mail.report is None and mail.automatic:
            raise Problem(AUTOMATIC, {"name": name})
        case Happening.ACKNOWLEDGED if mail.report is None and sounds_automatic(mail.subject):
            raise Problem(AWAY, {"name": name, "subject": mail.subject})
        case Happening.ACKNOWLEDGED if mail.report is None and own:
            raise Problem(OWN, {"name": name})


def without_its_files(message: Message, line: Line, to: Iterable[Delivery]) -> Problem | None:
    """What is said where a document that went to somebody is not in a message as it was issued, or none is there."""
    to = tuple(to)
    wanted = {file.key: file for one in to for file in files_for(one.recipient.reads, line.issued)}
    missing = [one for one in wanted.values() if one.sha256 not in message.digests]
    if not missing:
        return None
    there = sum(one.content.startswith(b"%PDF") or one.name.lower().endswith(".pdf") for one in message.mail.files)
    sentence = WITHOUT_FILES if there < len(wanted) else OTHER_FILES
    symbols = dict.fromkeys(one.symbol for one in missing)
    values = {"name": message.name, "files": ", ".join(symbols), WHOM: WrittenTo(to)}
    recorded = [sending for sending in map(first_sent, to) if sending is not None]
    if not recorded:
        return Problem(sentence, values)
    at = recorded[0].at.astimezone(ZoneInfo(line.dispatch.zone))
    return Problem(STILL_RECORDED[sentence], {**values, "day": at.date(), "time": at.time()})


def _alone(line: Line, about: Collection[Delivery]) -> bool:
    """Whether a message was to one recipient alone."""
    return line.dispatch.channel is not Channel.BY_LANGUAGE and len(about) == 1


def last_sent(delivery: Delivery, at: datetime) -> datetime | None:
    """When it was sent last before a moment, as far as clocks can be apart."""
    moments = (one.at for one in delivery.standing_events if one.kind is Happening.SENT and one.at <= at + CLOCKS)
    return max(moments, default=None)


def _answered_number(line: Line, about: Iterable[Delivery], numbers: Iterable[str]) -> str:
    """Which of some numbers is that of the message to a recipient."""
    own = frozenset[str]().union(*(_numbers(line, one) for one in about))
    return next((one for one in numbers if one in own), "")


def _numbers(line: Line, delivery: Delivery) -> frozenset[str]:
    """The numbers of the messages in which something goes to a recipient: its own, that of its language, those seen."""
    key, reads = line.dispatch.key, delivery.recipient.reads
    return delivery.numbers | {message_id(delivery.recipient.key), message_id(letter_key(key, reads))}


def _encloses(issued: Iterable[IssuedDocument], reads: Language, digests: Collection[str]) -> bool:
    """Whether the documents for a language are among those of some digests."""
    own = {one.sha256 for one in files_for(reads, issued)}
    return bool(own) and own <= set(digests)
