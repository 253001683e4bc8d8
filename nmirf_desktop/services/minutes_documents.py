"""Minutes and their corrigenda as documents, read from the register in one snapshot."""

import datetime
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from nmirf_desktop.domain import gaps
from nmirf_desktop.domain.agenda import numbered
from nmirf_desktop.domain.approvals import approval_said
from nmirf_desktop.domain.blocks import Entry, Listing
from nmirf_desktop.domain.completed_minutes import open_languages
from nmirf_desktop.domain.corrigenda import EMPTY, is_issued
from nmirf_desktop.domain.corrigendum_papers import ONLY, ToPrint, corrigendum_paper
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.drafting_speakers import listed_name
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.headed import headed
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.kept_papers import as_it_was, digest_of, kept
from nmirf_desktop.domain.left_noted import left_noted
from nmirf_desktop.domain.minutes import ApprovedPaper, Minutes, MinutesParagraph
from nmirf_desktop.domain.minutes_annexes import listed
from nmirf_desktop.domain.minutes_papers import Shown, just_drafted, minutes_paper, shown
from nmirf_desktop.domain.mistold import mistold
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.papers import MinutesPaper, RecordPaper
from nmirf_desktop.domain.participants_papers import Attendance, delegations
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.redrafting import not_followed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.signing import signed_minutes, unsigned
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.domain.typed_reasons import QuotedReasons, reasons_said
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attended import read_minuted
from nmirf_desktop.services.completing import as_completed
from nmirf_desktop.services.correction_requests import numbered as numbers_of
from nmirf_desktop.services.corrigenda import corrigenda_of, errata_of, issued_of, kept_blocks
from nmirf_desktop.services.lacked import recorded_of_another
from nmirf_desktop.services.languages_told import plainly_other, told_language
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.errors import ALTERED, StorageError
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.minutes import APPROVED_PAPERS, MINUTES, PARAGRAPHS, approved_content
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION

NO_CORRIGENDUM = N_("The minutes of {symbol} have no corrigendum.")
OTHER_LANGUAGES = N_("This corrigendum is of other languages ({only}): choose one of them.")


@dataclass(frozen=True, slots=True)
class MinutesDocument:
    """Minutes with their gaps; *settled*, they are as they were when they were approved, their head included.

    *behind* says that their text is older than the facts, *quoted* which reasons they quote as entered in one language;
    *supplied* is the journal's last entry in which a text that was missing in approved ones was supplied.
    """

    paper: MinutesPaper
    gaps: tuple[Gap, ...]
    settled: bool = False
    behind: Phrase = NOTHING_TO_SAY
    supplied: int = 0
    quoted: QuotedReasons | None = None


def read_minutes(
    session: Session, facts: RecordedMeeting, organisation: Organisation, states: States
) -> MinutesDocument:
    """The minutes of a meeting; those that nobody began are drafted, and approved ones are as they were approved.

    Raises ``StorageError`` where what was kept of approved ones was altered outside the program.
    """
    attendance = read_minuted(session, facts, states)
    persons = delegations(attendance)
    found = MINUTES.first(session, meeting=facts.meeting.key)
    if found is not None and (content := approved_content(session, found.key)) is not None:
        paper = _read(session, found, content)
        paper = paper if organisation.signed_minutes else unsigned(paper)
        own = PARAGRAPHS.all(session, minutes=found.key)
        paragraphs = shown(own)
        today = partial(minutes_paper, found, paragraphs, facts, persons, specimen=organisation.specimen)
        whole = as_completed(session, found.key, paper, today, (facts, attendance))
        lacks = _still_lacking(own, facts, attendance)
        return MinutesDocument(whole.paper, lacks, True, supplied=whole.entry)
    if found is None:
        minutes, paragraphs, behind = Minutes("", facts.meeting.key), just_drafted(facts), NOTHING_TO_SAY
    else:
        own = PARAGRAPHS.all(session, minutes=found.key)
        names = {slot("decision", one.key): decision_name(one) for one in facts.decisions}
        minutes, paragraphs, behind = found, shown(own), not_followed(found, own, draft(facts), names)
    said = _approval(session, minutes)
    paper = replace(minutes_paper(minutes, paragraphs, facts, persons, specimen=organisation.specimen), approval=said)
    if organisation.signed_minutes:
        paper = signed_minutes(paper, facts)
    quoted = reasons_said(facts, [one.text for one in paragraphs], told_language)
    return MinutesDocument(paper, gaps_of_minutes(paragraphs, facts, attendance), behind=behind, quoted=quoted)


def gaps_of_minutes(paragraphs: Iterable[Shown], facts: RecordedMeeting, attendance: Attendance) -> tuple[Gap, ...]:
    """What the document of minutes with these paragraphs lacks: in them, in the annexes, in what is to be done.

    First among them are the paragraphs that are of another language than they are said to be, and what reads as noted.
    """
    named, every = attendance if delegations(attendance) else None, tuple(paragraphs)
    misread = (*mistold(every, facts, plainly_other), *recorded_of_another(facts), *left_noted(every, facts))
    return (*misread, *gaps.of_minutes(every, facts, named), *gaps.of_actions(facts))


def _still_lacking(own: Iterable[MinutesParagraph], facts: RecordedMeeting, attendance: Attendance) -> tuple[Gap, ...]:
    """What approved minutes lack and can still be given: a text that is missing, and what of it was supplied since."""
    paragraphs = tuple(own)
    still = {one.text: open_languages(one) for one in paragraphs}
    named = attendance if delegations(attendance) else None
    every = shown(paragraphs)
    found = (*mistold(every, facts, plainly_other), *gaps.of_minutes(every, facts, named))
    return tuple(one for one in found if one.state is TextState.MISSING or one.language in still.get(one.text, ()))


def listed_digest(session: Session, facts: RecordedMeeting, states: States) -> str:
    """The digest of whom minutes list as participants, in an annex or between their paragraphs."""
    bodies = Listing(tuple(Entry(listed_name(body)) for body in facts.bodies))
    return digest_of((*listed(facts, delegations(read_minuted(session, facts, states))), bodies))


def _read(session: Session, minutes: Minutes, content: bytes) -> MinutesPaper:
    """The document of approved minutes as it was kept."""
    try:
        return as_it_was(zlib.decompress(content).decode())
    except (zlib.error, ValueError, LookupError, TypeError) as error:
        rows = APPROVED_PAPERS.all(session, minutes=minutes.key)
        values = {"table": APPROVED_PAPERS.name, "row": ", ".join(one.key for one in rows)}
        raise StorageError(ALTERED, values) from error


def keep_approved(session: Session, minutes: Minutes, facts: RecordedMeeting, states: States) -> None:
    """Keep the document of minutes as they are approved: what changes later of facts, names and settings stays out.

    The lines to sign on are kept with it, and printed where the organisation wants them.
    """
    organisation = ORGANISATION.get(session, "organisation")
    signed = replace(organisation, signed_minutes=True)
    paper = headed(read_minutes(session, facts, signed, states).paper, DocumentKind.MINUTES, organisation)
    content = zlib.compress(kept(paper).encode())
    APPROVED_PAPERS.save(session, ApprovedPaper(new_key(), minutes.key), content=content)


def _approval(session: Session, minutes: Minutes) -> Said:
    """How minutes were approved; where a meeting did, by which one and under which item."""
    if minutes.item is None:
        return approval_said(minutes)
    meeting = MEETINGS.get(session, ITEMS.get(session, minutes.item).meeting)
    items = numbered(ITEMS.all(session, meeting=meeting.key))
    return approval_said(minutes, meeting, next(one for one in items if one.item.key == minutes.item))


def read_corrigenda(
    session: Session, request: Request, facts: RecordedMeeting, on: datetime.date | None, *, specimen: bool
) -> Iterator[tuple[Edition, RecordPaper]]:
    """Each corrigendum of a request, or each of the meeting, in each of its own languages.

    One that was not issued bears the day *on* which it would be, where one is given, else that of its beginning: the
    same register gives the same bytes on any day.

    Raises :class:`Problem` where there is none, where one corrects nothing yet, and where none is of a language that
    was asked for.
    """
    minutes = MINUTES.first(session, meeting=facts.meeting.key)
    known = () if minutes is None else corrigenda_of(session, minutes.key)
    chosen = [one for one in known if request.part in (None, one.key)]
    if minutes is None or not chosen:
        raise Problem(NO_CORRIGENDUM, {"symbol": facts.meeting.symbol})
    numbers = numbers_of(PARAGRAPHS.all(session, minutes=minutes.key))
    issued, blocks = issued_of(session, minutes), kept_blocks(session, minutes.key)
    dated = [one if on is None or is_issued(one, issued) else replace(one, dated=on) for one in chosen]
    found = [ToPrint(one, errata_of(session, one), minutes, numbers, blocks) for one in dated]
    for one in found:
        if not one.errata:
            raise Problem(EMPTY, {"n": one.corrigendum.number})
    if not {Edition(language) for one in found for language in one.languages}.intersection(request.editions):
        raise Problem(OTHER_LANGUAGES, {"only": Phrase(ONLY[found[-1].languages])})
    for one in found:
        for language in one.languages:
            yield Edition(language), corrigendum_paper(one, language, facts, specimen=specimen)
