"""Which version of an issued document a later one replaces for those who have it, and what it changes."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_comparing import ItemChange, compared
from nmirf_desktop.domain.dispatches import BY_MAIL, Delivery, Dispatch, Recipient, Standing
from nmirf_desktop.domain.issued import AGENDAS, Document, DocumentKind, IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.replaced_versions import Replaced, SentAnyBefore, SentBefore, printed_otherwise, with_any
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.dispatches import DISPATCHED, ENCLOSURES, deliveries_of, enclosed_in_each
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.meetings import ITEMS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.past_rows import ever_linked, past, stood_at
from nmirf_desktop.storage.session import Session

HEAD = ("title", "place", "opens_on", "closes_on")
"""With what the fields of a meeting begin that stand at the head of its agenda."""


@dataclass(frozen=True, slots=True)
class Got:
    """The *version* of a document that went *to* somebody last, in a *dispatch*; unless it failed, it *arrived*."""

    version: IssuedDocument
    to: Recipient
    dispatch: Dispatch
    arrived: bool


def replaced_by(
    session: Session, issued: Iterable[IssuedDocument], recipients: Iterable[Recipient]
) -> Mapping[Language, Mapping[Key, tuple[Replaced, ...]]]:
    """What each of some documents replaces for the recipients who read each language, the latest version first.

    It is what these have. Where none of them has an earlier version, it is the last in its language that was sent to
    anybody; one of which no earlier version went to anybody replaces none.
    """
    reading = {reads: {one.whom for one in recipients if one.reads is reads} for reads in Language}
    found: dict[Language, dict[Key, tuple[Replaced, ...]]] = {reads: {} for reads in Language}
    for one in issued:
        had = {whom: got.version for whom, got in had_before(session, one).items()}
        own = [known for known in had.values() if known.language == one.language]
        last = {max(own, key=lambda known: known.version)} if own else set[IssuedDocument]()
        changes = {before.key: _changes(session, before, one) for before in set(had.values())}
        for reads in Language:
            theirs = {had[whom] for whom in reading[reads] & had.keys()} or last
            several = sorted(theirs, key=lambda known: (known.language != one.language, -known.version, known.language))
            found[reads][one.key] = tuple(
                Replaced(
                    known.version, known.issued_on, changes[known.key], len(several) > 1,
                    other=known if known.language != one.language else None,
                )
                for known in several
            )  # fmt: skip
    return found


def had_before(session: Session, issued: IssuedDocument) -> Mapping[str, Got]:
    """Which earlier version of an issued document each has to whom one was sent, by who that is.

    It is the last in its edition that did not fail to arrive, where one did not. Who got none in that edition has what
    went to them in another one and is superseded there, where this one counts for them by now: it may be the first in
    its language. To whom the last one of another edition arrived, has none that is superseded.
    """
    every = [
        one for one in ISSUED.all(session, kind=issued.kind, symbol=issued.symbol) if one.document == issued.document
    ]
    last = {one.language: one for one in sorted(every, key=lambda known: known.version)}
    reading = [reads for reads in Language if issued in files_for(reads, last.values())]
    readers = {
        known: tuple(Language) if known.language == issued.language else reading
        for known in every
        if known.language != issued.language or known.version < issued.version
    }
    stands = {known for known in last.values() if known.language != issued.language}
    sent = [
        (known, one)
        for known, one in _gone_out(session, readers)
        if one.was_sent and not (known in stands and one.standing is Standing.FAILED)
    ]
    made = DISPATCHED.among(session, (one.recipient.dispatch for _, one in sent))

    def rank(pair: tuple[IssuedDocument, Delivery]) -> tuple[bool, bool, bool, int, datetime.datetime]:
        known, one = pair
        arrived, own = one.standing is not Standing.FAILED, known.language == issued.language
        return arrived, own, known in stands, known.version, made[one.recipient.dispatch].prepared_at

    last_of_all = sorted(sent, key=rank)
    had = {
        one.recipient.whom: Got(
            known, one.recipient, made[one.recipient.dispatch], arrived=one.standing is not Standing.FAILED
        )
        for known, one in last_of_all
    }
    return {whom: got for whom, got in had.items() if got.version not in stands}


def replacing(session: Session, issued: Iterable[IssuedDocument]) -> frozenset[Document]:
    """Which documents that are no agendas replace a version that was sent: their changes are for a person to say."""
    return frozenset(one.document for one in issued if one.kind not in AGENDAS and had_before(session, one))


def given_later(session: Session, issued: Iterable[IssuedDocument]) -> frozenset[str]:
    """Who was sent a later version of what they would get of some documents; one that did not arrive is none."""
    issued, found = tuple(issued), set[str]()
    for one in issued:
        alike = ISSUED.all(session, kind=one.kind, symbol=one.symbol)
        for later in (known for known in alike if known.meeting == one.meeting and known.version > one.version):
            found |= {
                to.recipient.whom
                for to in gone_out(session, later)
                if to.was_sent and to.standing is not Standing.FAILED and one in files_for(to.recipient.reads, issued)
            }
    return frozenset(found)


def gone_out(session: Session, issued: IssuedDocument) -> tuple[Delivery, ...]:
    """The deliveries with which an issued document went: who reads another language got another file."""
    return tuple(one for _, one in _gone_out(session, {issued: tuple(Language)}))


def _gone_out(
    session: Session, readers: Mapping[IssuedDocument, Collection[Language]]
) -> Iterator[tuple[IssuedDocument, Delivery]]:
    """With what some files of a document went, each to its readers of some languages; all is read at once."""
    enclosures = ENCLOSURES.by(session, "issued", (one.key for one in readers))
    dispatches = dict.fromkeys(one.dispatch for several in enclosures.values() for one in several)
    got = {
        (key, reads): file
        for key, files in enclosed_in_each(session, dispatches).items()
        for reads in Language
        for file in files_for(reads, files)
        if reads in readers.get(file, ())
    }
    for key, several in deliveries_of(session, dict.fromkeys(key for key, _ in got)).items():
        yield from ((got[key, one.recipient.reads], one) for one in several if (key, one.recipient.reads) in got)


def sent_to_before(session: Session, issued: Iterable[IssuedDocument]) -> tuple[SentBefore | SentAnyBefore, ...]:
    """Who has the versions that some documents replace, by the version that each has; by e-mail first, then by post.

    To whom none arrived, has none. Of a version in several languages, the day is that of the last.
    """
    groups: dict[tuple[str, int, bool], dict[str, Got]] = defaultdict(dict)
    for known in issued:
        for whom, got in had_before(session, known).items():
            if not got.arrived:
                continue
            groups[known.symbol, -got.version.version, got.dispatch.channel in BY_MAIL][whom] = got
    symbols = list(dict.fromkeys(symbol for symbol, _, _ in groups))
    found = []
    for (symbol, negative, _), own in sorted(groups.items(), key=lambda one: (symbols.index(one[0][0]), one[0])):
        day = max(one.version.issued_on for one in own.values())
        channel = max(own.values(), key=lambda one: one.dispatch.prepared_at).dispatch.channel
        found.append(SentBefore(symbol, -negative, day, channel, tuple(one.to for one in own.values())))
    return with_any(found)


def _changes(session: Session, before: IssuedDocument, issued: IssuedDocument) -> tuple[ItemChange, ...] | None:
    """What an agenda prints otherwise than an earlier version of it; of another document nothing is known."""
    if issued.kind not in AGENDAS or issued.meeting is None:
        return None
    changes = compared(items_at(session, issued.meeting, before.entry), items_at(session, issued.meeting, issued.entry))
    annotated = issued.kind is DocumentKind.ANNOTATED
    both = [one for one in issued.language.languages if one in before.language.languages]
    return printed_otherwise(changes, both or before.language.languages, annotated=annotated)


def items_at(session: Session, meeting: Key, entry: int) -> tuple[AgendaItem, ...]:
    """The agenda of a meeting as it was after an entry of the journal."""
    stood = past(session, ITEMS, ever_linked(session, ITEMS, "meeting", meeting))
    there = (stood_at(one, entry) for one in stood.values())
    return tuple(one for one in there if one is not None and one.meeting == meeting)


def reads_alike(session: Session, last: IssuedDocument) -> bool:
    """Whether an agenda issued now in an edition has the items of the *last* issue, of the same meeting and place.

    It would be another one by what it is called, its number and its date alone.
    """
    if last.kind not in AGENDAS or last.meeting is None:
        return False
    later = [one for one in LINES.all(session, row=last.meeting) if one.sequence > last.entry]
    if any(one.field.startswith(HEAD) for one in later):
        return False
    now = ITEMS.all(session, meeting=last.meeting)
    changes = compared(items_at(session, last.meeting, last.entry), now)
    annotated = last.kind is DocumentKind.ANNOTATED
    return not printed_otherwise(changes, last.language.languages, annotated=annotated)
