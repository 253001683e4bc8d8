"""What was recorded since a certificate of dispatch was issued."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

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
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session


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
    if last is None:
        return None
    return _since_of_dispatch(session, last, known)


def since_issued(session: Session, issued: IssuedDocument) -> Since | None:
    """What was recorded since an issued document, where it is the last issue of a certificate of dispatch."""
    if issued.kind is not DocumentKind.DISPATCH or issued.meeting is None:
        return None
    alike = ISSUED.all(session, kind=issued.kind, symbol=issued.symbol, language=issued.language)
    if any(one.meeting == issued.meeting and one.version > issued.version for one in alike):
        return None
    there, by_hand = DISPATCHED.all(session, meeting=issued.meeting), DISPATCHES.all(session, meeting=issued.meeting)
    base = reference_of(issued.kind, MEETINGS.get(session, issued.meeting))
    mark = issued.symbol.removesuffix(ADDENDUM).removeprefix(base).removeprefix("/")
    if not mark:
        return _since(session, issued, None, [one for one in _went(session, there) if one.has_agenda], by_hand)
    if (own := next((one for one in there if dispatch_mark(one) == mark), None)) is not None:
        return _since_of_dispatch(session, issued, own)
    partners = {known: key for key, known in partner_marks(PARTNERS.all(session)).items()}
    noted = () if mark in partners else noted_of_state(by_hand, mark, MEMBERSHIPS.all(session))
    part = partners.get(mark, mark)
    return _since(session, issued, part, tuple(to_one(_went(session, there), part)), noted)


def _since_of_dispatch(session: Session, issued: IssuedDocument, dispatch: Dispatch) -> Since | None:
    """What came since the certificate of one dispatch: of it, and of sendings noted by hand that went before it."""
    own = _went(session, [dispatch])
    noted = noted_before(DISPATCHES.all(session, meeting=dispatch.meeting), own)
    return _since(session, issued, dispatch.key, own, noted)


def _went(session: Session, several: Collection[Dispatch]) -> list[Dispatched]:
    """Some dispatches with what is recorded of them."""
    keys = [one.key for one in several]
    enclosed, there = enclosed_in_each(session, keys), deliveries_of(session, keys)
    return [Dispatched(one, enclosed[one.key], there[one.key]) for one in several]


def _since(
    session: Session,
    issued: IssuedDocument,
    part: Key | None,
    own: Collection[Dispatched],
    noted: Iterable[AgendaDispatch],
) -> Since | None:
    events = {event.key: event.kind for one in own for known in one.deliveries for event in known.events}
    happened = Counter(events[key] for key in _after(session, EVENTS, events, issued.entry))
    dispatches = _after(session, DISPATCHED, [one.dispatch.key for one in own], issued.entry)
    by_hand = len(_after(session, DISPATCHES, [one.key for one in noted], issued.entry))
    found = Since(issued, part, happened, len(dispatches), by_hand)
    return found or None


def _after(session: Session, rows: Rows[Any], keys: Iterable[Key], entry: int) -> list[Key]:
    """Those of some rows that were made after an entry of the journal."""
    return [key for key, made in made_in(session, rows, keys).items() if made > entry]


def outdated_certificates(session: Session, meeting: Key | None, on: datetime.date) -> tuple[Since, ...]:
    """What was recorded since the last certificates of a meeting, or of all, that are of no single dispatch.

    Only those of the year before a day are read, and only those whole of whose addressee something was recorded since.
    Each language has a last of its own.
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
    base, there = reference_of(DocumentKind.DISPATCH, MEETINGS.get(session, meeting)), None
    alone = {dispatch_mark(one) for one in DISPATCHED.all(session, meeting=meeting)}
    for symbol in sorted(issued):
        mark = symbol.removeprefix(base).removeprefix("/")
        if mark not in alone:
            there = _last_entries(session, meeting) if there is None else there
            yield from _in_any(session, issued[symbol], there.get(mark, 0))


def _in_any(session: Session, issued: Mapping[Language, IssuedDocument], entry: int) -> Iterator[Since]:
    """What was recorded since the oldest of a certificate's last issues to which the last entry adds something."""
    at_once = {one.entry: one for one in issued.values() if one.entry < entry}
    told = {at: since for at in sorted(at_once) if (since := since_issued(session, at_once[at])) is not None}
    if told:
        languages = tuple(language for language in Language if language in issued and issued[language].entry in told)
        yield replace(next(iter(told.values())), languages=languages if len(languages) < len(issued) else ())


def _last_entries(session: Session, meeting: Key) -> Mapping[str, int]:
    """The last entry of the journal by which something was recorded, by the mark of a State or partner; "" of all."""
    went, noted = _went(session, DISPATCHED.all(session, meeting=meeting)), DISPATCHES.all(session, meeting=meeting)
    made = {
        **made_in(session, EVENTS, (event.key for one in went for known in one.deliveries for event in known.events)),
        **made_in(session, DISPATCHED, (one.dispatch.key for one in went)),
    }
    by_hand = max(made_in(session, DISPATCHES, (one.key for one in noted)).values(), default=0)
    marks = partner_marks(PARTNERS.all(session))
    found: dict[str, int] = defaultdict(lambda: by_hand)
    for one in went:
        for known in one.deliveries:
            keys = (one.dispatch.key, *(event.key for event in known.events))
            to = known.recipient.state or marks.get(known.recipient.partner or "", "")
            found[to] = max(found[to], *(made.get(key, 0) for key in keys))
    return {**found, "": max(found.values(), default=by_hand)}
