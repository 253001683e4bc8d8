"""Which version of an issued document a later one replaces for those who have it, and what it changes."""

from collections.abc import Iterable, Mapping

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_comparing import ItemChange, compared
from nmirf_desktop.domain.dispatches import BY_MAIL, Delivery, Dispatch, Recipient
from nmirf_desktop.domain.issued import AGENDAS, DocumentKind, IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.replaced_versions import Replaced, SentBefore, printed_otherwise
from nmirf_desktop.storage.dispatches import DISPATCHED, ENCLOSURES, deliveries_of, enclosed_in_each
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.meetings import ITEMS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.past_rows import ever_linked, past, stood_at
from nmirf_desktop.storage.session import Session

HEAD = ("title", "place", "opens_on", "closes_on")
"""With what the fields of a meeting begin that stand at the head of its agenda."""


def replaced_by(session: Session, issued: Iterable[IssuedDocument]) -> Mapping[Key, Replaced]:
    """What each of some documents replaces: the last version before it that was sent to somebody.

    One of which no earlier version went to anybody replaces none.
    """
    found = {}
    for one in issued:
        before = version_sent_before(session, one)
        if before is not None:
            found[one.key] = Replaced(before.version, before.issued_on, _changes(session, before, one))
    return found


def version_sent_before(session: Session, issued: IssuedDocument) -> IssuedDocument | None:
    """The last earlier version of an issued document, in its edition, that was sent to somebody."""
    if issued.version == 1:
        return None
    alike = ISSUED.all(session, kind=issued.kind, symbol=issued.symbol, language=issued.language)
    earlier = [one for one in alike if one.meeting == issued.meeting and one.version < issued.version]
    latest_first = sorted(earlier, key=lambda one: one.version, reverse=True)
    return next((one for one in latest_first if any(one.was_sent for one in gone_out(session, one))), None)


def gone_out(session: Session, issued: IssuedDocument) -> tuple[Delivery, ...]:
    """The deliveries with which an issued document went: who reads another language got another file."""
    dispatches = dict.fromkeys(one.dispatch for one in ENCLOSURES.all(session, issued=issued.key))
    enclosed = enclosed_in_each(session, dispatches)
    return tuple(
        one
        for key, several in deliveries_of(session, dispatches).items()
        for one in several
        if issued in files_for(one.recipient.reads, enclosed[key])
    )


def sent_to_before(session: Session, issued: Iterable[IssuedDocument]) -> tuple[SentBefore, ...]:
    """Who has the versions that some documents replace, by e-mail first and then by post; each once, as it went last.

    The version and its day are those of the last of them.
    """
    earlier = [one for one in (version_sent_before(session, known) for known in issued) if one is not None]
    went = {one.recipient.key: one for known in earlier for one in gone_out(session, known) if one.was_sent}
    made = DISPATCHED.among(session, (one.recipient.dispatch for one in went.values()))
    last: dict[str, tuple[Dispatch, Recipient]] = {}
    for one in sorted(went.values(), key=lambda known: made[known.recipient.dispatch].prepared_at):
        last[one.recipient.whom] = made[one.recipient.dispatch], one.recipient
    found = []
    for by_mail in (True, False):
        own = [one for one in last.values() if (one[0].channel in BY_MAIL) is by_mail]
        if own:
            newest = max(earlier, key=lambda one: (one.issued_on, one.version))
            to = tuple(recipient for _, recipient in own)
            found.append(SentBefore(newest.version, newest.issued_on, own[-1][0].channel, to))
    return tuple(found)


def _changes(session: Session, before: IssuedDocument, issued: IssuedDocument) -> tuple[ItemChange, ...] | None:
    """What an agenda prints otherwise than an earlier version of it; of another document nothing is known."""
    if issued.kind not in AGENDAS or issued.meeting is None:
        return None
    changes = compared(items_at(session, issued.meeting, before.entry), items_at(session, issued.meeting, issued.entry))
    annotated = issued.kind is DocumentKind.ANNOTATED
    return printed_otherwise(changes, issued.language.languages, annotated=annotated)


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
