"""What was recorded since a certificate of dispatch was issued."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain.certificate_since import Since
from nmirf_desktop.domain.certified import Dispatched, noted_before, noted_of_state
from nmirf_desktop.domain.dispatches import Dispatch
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.letter_papers import partner_marks
from nmirf_desktop.domain.meetings import AgendaDispatch
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.symbols import ADDENDUM, reference_of
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.certificates import dispatch_mark, to_one
from nmirf_desktop.storage.dispatches import A_YEAR, DISPATCHED, EVENTS, deliveries_of, enclosed_in_each
from nmirf_desktop.storage.meetings import DISPATCHES, MEETINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.past_rows import made_in
from nmirf_desktop.storage.session import Session


@dataclass(frozen=True, slots=True)
class _Known:
    """What is recorded of dispatches of a meeting, and the sendings of its agenda noted by hand, all read at once.

    *made* are the entries of the journal by which dispatches, events and notes were recorded, by their keys.
    """

    went: tuple[Dispatched, ...]
    by_hand: tuple[AgendaDispatch, ...]
    made: Mapping[Key, int]

    def since(
        self, issued: IssuedDocument, part: Key | None, own: Collection[Dispatched], noted: Iterable[AgendaDispatch]
    ) -> Since | None:
        """What of some dispatches and notes was recorded after a certificate was issued."""

        def later(keys: Iterable[Key]) -> int:
            return sum(self.made.get(key, 0) > issued.entry for key in keys)

        happened = Counter(
            event.kind
            for one in own
            for known in one.deliveries
            for event in known.events
            if self.made.get(event.key, 0) > issued.entry
        )
        dispatches = later(one.dispatch.key for one in own)
        found = Since(issued, part, happened, dispatches, later(one.key for one in noted))
        return found or None

    def since_dispatch(self, issued: IssuedDocument, dispatch: Key) -> Since | None:
        """What came since the certificate of one dispatch: of it, and of what was noted by hand and went before it."""
        own = [one for one in self.went if one.dispatch.key == dispatch]
        return self.since(issued, dispatch, own, noted_before(self.by_hand, own))


def _known(session: Session, meeting: Key, several: Collection[Dispatch]) -> _Known:
    """What is recorded of some dispatches of a meeting."""
    keys = [one.key for one in several]
    enclosed, there = enclosed_in_each(session, keys), deliveries_of(session, keys)
    by_hand = DISPATCHES.all(session, meeting=meeting)
    events = (event.key for several in there.values() for known in several for event in known.events)
    made = {
        **made_in(session, EVENTS, events),
        **made_in(session, DISPATCHED, keys),
        **made_in(session, DISPATCHES, (one.key for one in by_hand)),
    }
    return _Known(tuple(Dispatched(one, enclosed[one.key], there[one.key]) for one in several), by_hand, made)


def since_certified(session: Session, dispatch: Key) -> Since | None:
    """What was recorded of a dispatch since the last certificate of it alone was issued, if there is one."""
    known = DISPATCHED.standing(session, dispatch)
    if known.meeting is None:
        return None
    symbol = reference_of(DocumentKind.DISPATCH, MEETINGS.get(session, known.meeting), dispatch_mark(known))
    issued = [
        one
        for each in (symbol, f"{symbol}{ADDENDUM}")
        for one in ISSUED.all(session, kind=DocumentKind.DISPATCH, meeting=known.meeting, symbol=each)
    ]
    last = max(issued, key=lambda one: one.entry, default=None)
    return _known(session, known.meeting, [known]).since_dispatch(last, dispatch) if last is not None else None


def since_issued(session: Session, issued: IssuedDocument) -> Since | None:
    """What was recorded since an issued document, where it is the last issue of a certificate of dispatch."""
    if issued.kind is not DocumentKind.DISPATCH or issued.meeting is None:
        return None
    alike = ISSUED.all(session, kind=issued.kind, symbol=issued.symbol, language=issued.language)
    if any(one.meeting == issued.meeting and one.version > issued.version for one in alike):
        return None
    mark = _mark_of(issued, reference_of(issued.kind, MEETINGS.get(session, issued.meeting)))
    there = DISPATCHED.all(session, meeting=issued.meeting)
    own = next((one for one in there if mark and dispatch_mark(one) == mark), None)
    if own is not None:
        return _known(session, issued.meeting, [own]).since_dispatch(issued, own.key)
    return _since_of(session, issued, mark, _known(session, issued.meeting, there))


def _mark_of(issued: IssuedDocument, base: str) -> str:
    """What a certificate is of, by what its symbol has after that of the certificate of all; empty of that one."""
    return issued.symbol.removesuffix(ADDENDUM).removeprefix(base).removeprefix("/")


def _since_of(session: Session, issued: IssuedDocument, mark: str, known: _Known) -> Since | None:
    """What came since the certificate of the agenda, of a State or of a partner, by the mark of these."""
    if not mark:
        return known.since(issued, None, [one for one in known.went if one.has_agenda], known.by_hand)
    partners = {named: key for key, named in partner_marks(PARTNERS.all(session)).items()}
    noted = () if mark in partners else noted_of_state(known.by_hand, mark, MEMBERSHIPS.all(session))
    part = partners.get(mark, mark)
    return known.since(issued, part, tuple(to_one(known.went, part)), noted)


def outdated_certificates(session: Session, meeting: Key | None, on: datetime.date) -> tuple[Since, ...]:
    """What was recorded since the last certificates of a meeting, or of all, that are of no single dispatch.

    Only those of the year before a day are read, and once what is recorded of their meeting. Each language has a last
    of its own.
    """
    last: dict[Key, dict[str, dict[Language, IssuedDocument]]] = defaultdict(lambda: defaultdict(dict))
    of_it = {} if meeting is None else {"meeting": meeting}
    for one in sorted(ISSUED.all(session, kind=DocumentKind.DISPATCH, **of_it), key=lambda known: known.entry):
        if one.meeting is not None and one.issued_on >= on - A_YEAR:
            last[one.meeting][one.symbol.removesuffix(ADDENDUM)].update(dict.fromkeys(one.language.languages, one))
    return tuple(one for key, own in last.items() for one in _outdated(session, key, own))


def _outdated(
    session: Session, meeting: Key, issued: Mapping[str, Mapping[Language, IssuedDocument]]
) -> Iterator[Since]:
    """Of the last certificates by symbol and language what was recorded since, once for each symbol, in their order."""
    base = reference_of(DocumentKind.DISPATCH, MEETINGS.get(session, meeting))
    there = DISPATCHED.all(session, meeting=meeting)
    alone = {dispatch_mark(one) for one in there}
    known: _Known | None = None
    for symbol in sorted(issued):
        mark = symbol.removeprefix(base).removeprefix("/")
        if mark not in alone:
            known = known or _known(session, meeting, there)
            yield from _in_any(session, issued[symbol], mark, known)


def _in_any(session: Session, issued: Mapping[Language, IssuedDocument], mark: str, known: _Known) -> Iterator[Since]:
    """What was recorded since the oldest of a certificate's last issues to which something was added."""
    last = max(known.made.values(), default=0)
    at_once = {one.entry: one for one in issued.values() if one.entry < last}
    told = {at: since for at in sorted(at_once) if (since := _since_of(session, at_once[at], mark, known)) is not None}
    if told:
        languages = tuple(language for language in Language if language in issued and issued[language].entry in told)
        yield replace(next(iter(told.values())), languages=languages if len(languages) < len(issued) else ())
