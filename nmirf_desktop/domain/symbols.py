"""Symbols, titles of the head and file names of documents (formats of the house, section 1)."""

import datetime
import re
from collections.abc import Collection

from nmirf_desktop.domain.agenda import Purpose, numbered
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import ADDRESSED, AGENDAS, DATED, LETTERS, DocumentKind, IssuedDocument
from nmirf_desktop.domain.meetings import Meeting, notice_applies
from nmirf_desktop.domain.minutes import Minutes, usual_prevailing
from nmirf_desktop.domain.papers import LARGE_MARK, Masthead
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.sittings import away_from_plan
from nmirf_desktop.i18n import N_, Catalog

SUFFIXES = {
    DocumentKind.AGENDA: "1",
    DocumentKind.ANNOTATED: "1/Add.1",
    DocumentKind.ADOPTED: "1/Rev.1",
    DocumentKind.PROGRAMME: "INF/2",
    DocumentKind.PARTICIPANTS: "INF/1",
    DocumentKind.SCRIPT: "CRP/1",
    DocumentKind.SIGNATURES: "CRP/2",
    DocumentKind.ROLL_CALL: "CRP/3",
    DocumentKind.PLATES: "CRP/4",
    DocumentKind.BALLOTS: "CRP/5",
    DocumentKind.TALLY: "CRP/6",
    DocumentKind.NOTE_VERBALE: "NV/1",
    DocumentKind.INVITATION: "LET/1",
    DocumentKind.INFORMATION: "INF/3",
    DocumentKind.CALL_FOR_ITEMS: "NV/2",
    DocumentKind.DISPATCH: "DSP",
    DocumentKind.MINUTES: "2",
    DocumentKind.CORRIGENDUM: "2/Corr",
    DocumentKind.DECISION: "DEC",
    DocumentKind.DECISIONS: "DEC",
    DocumentKind.VOTING_RECORD: "VOT",
}
"""What follows the meeting's own symbol; one decision and one vote have their number after it."""

SERIES = {
    DocumentKind.DECISIONS: "DEC",
    DocumentKind.COMMITTEE: "COM",
    DocumentKind.CALL: "CAND",
    DocumentKind.CANDIDATES: "CAND",
    DocumentKind.MEMBERS: "MEM",
    DocumentKind.COMPLIANCE: "CPL",
    DocumentKind.PRACTICE_SHEET: "GP",
    DocumentKind.REVIEW: "REV",
    DocumentKind.PLAN: "PLAN",
}
"""The series of the documents that belong to no meeting, read alike in the three languages; the year follows."""
PARTS = {DocumentKind.CALL: 1, DocumentKind.CANDIDATES: 2}
"""What follows the year where a series has several documents; a second call of a year goes on with 3 and 4."""

ADDENDUM = "/Add.1"
"""What ends the symbol of a list of people that has their addresses."""

FILE_WORDS = {
    DocumentKind.AGENDA: "Agenda",
    DocumentKind.ANNOTATED: "Annotated-agenda",
    DocumentKind.ADOPTED: "Adopted-agenda",
    DocumentKind.PROGRAMME: "Programme",
    DocumentKind.PARTICIPANTS: "Participants",
    DocumentKind.SCRIPT: "Script",
    DocumentKind.SIGNATURES: "Signatures",
    DocumentKind.ROLL_CALL: "Roll-call",
    DocumentKind.PLATES: "Name-plates",
    DocumentKind.BALLOTS: "Ballot-papers",
    DocumentKind.TALLY: "Tally-sheet",
    DocumentKind.NOTE_VERBALE: "Note-verbale",
    DocumentKind.INVITATION: "Invitation",
    DocumentKind.INFORMATION: "Information",
    DocumentKind.CALL_FOR_ITEMS: "Call-for-items",
    DocumentKind.DISPATCH: "Dispatch-certificate",
    DocumentKind.MINUTES: "Minutes",
    DocumentKind.CORRIGENDUM: "Corrigendum",
    DocumentKind.DECISION: "Decision",
    DocumentKind.DECISIONS: "Decisions",
    DocumentKind.VOTING_RECORD: "Voting-record",
    DocumentKind.COMMITTEE: "Committee",
    DocumentKind.CALL: "Call-for-candidatures",
    DocumentKind.CANDIDATES: "Candidates",
    DocumentKind.MEMBERS: "Members",
    DocumentKind.COMPLIANCE: "Compliance",
    DocumentKind.PRACTICE_SHEET: "Good-practice",
    DocumentKind.REVIEW: "Annual-review",
    DocumentKind.PLAN: "Action-plan",
}
"""The same in every language, so that the files of one document stand together."""

KIND_LABELS = {
    DocumentKind.AGENDA: N_("Provisional agenda"),
    DocumentKind.ANNOTATED: N_("Annotated provisional agenda"),
    DocumentKind.ADOPTED: N_("Agenda as adopted"),
    DocumentKind.PROGRAMME: N_("Programme of the meeting"),
    DocumentKind.PARTICIPANTS: N_("List of participants"),
    DocumentKind.SCRIPT: N_("Chair’s script"),
    DocumentKind.SIGNATURES: N_("Signature sheet"),
    DocumentKind.ROLL_CALL: N_("Roll-call sheet"),
    DocumentKind.PLATES: N_("Name plates"),
    DocumentKind.BALLOTS: N_("Ballot papers"),
    DocumentKind.TALLY: N_("Tally sheet"),
    DocumentKind.NOTE_VERBALE: N_("Invitation by note verbale"),
    DocumentKind.INVITATION: N_("Letter of invitation"),
    DocumentKind.INFORMATION: N_("Information note"),
    DocumentKind.CALL_FOR_ITEMS: N_("Call for items of the agenda"),
    DocumentKind.DISPATCH: N_("Certificate of dispatch"),
    DocumentKind.MINUTES: N_("Minutes"),
    DocumentKind.CORRIGENDUM: N_("Corrigendum to the minutes"),
    DocumentKind.DECISION: N_("Decision"),
    DocumentKind.DECISIONS: N_("Record of decisions"),
    DocumentKind.VOTING_RECORD: N_("Voting record"),
    DocumentKind.COMMITTEE: N_("Composition of the Executive Committee"),
    DocumentKind.CALL: N_("Call for candidatures"),
    DocumentKind.CANDIDATES: N_("List of candidates"),
    DocumentKind.MEMBERS: N_("List of members, observers and focal points"),
    DocumentKind.COMPLIANCE: N_("Statement of compliance"),
    DocumentKind.PRACTICE_SHEET: N_("Sheet of a good practice"),
    DocumentKind.REVIEW: N_("Annual review"),
    DocumentKind.PLAN: N_("Action plan"),
}

REVISED_FILE_WORDS = {
    DocumentKind.AGENDA: "Revised-agenda",
    DocumentKind.ANNOTATED: "Revised-annotated-agenda",
}
"""As :data:`FILE_WORDS`, of an agenda that is a revised one."""
REVISED_LABELS = {
    DocumentKind.AGENDA: N_("Revised provisional agenda"),
    DocumentKind.ANNOTATED: N_("Revised annotated provisional agenda"),
}
"""As :data:`KIND_LABELS`, of an agenda that is a revised one."""


def is_revised(issued: IssuedDocument) -> bool:
    """Whether it was issued as a revised agenda, as the name of its file says.

    One of before the name said so is called as any of its kind.
    """
    return f"-{REVISED_FILE_WORDS[issued.kind]}-" in issued.name if issued.kind in AGENDAS else False


def called(issued: IssuedDocument) -> str:
    """What an issued document is called, to be said in a language: as its own title calls it."""
    return (REVISED_LABELS if is_revised(issued) else KIND_LABELS)[issued.kind]


def symbol_of(kind: DocumentKind, meeting: Meeting, number: int | None = None) -> str:
    """A document's symbol, the same in all languages: "NMIRF/2027/1/Add.1", "NMIRF/2027/DEC/3" with its *number*.

    Corrigenda are numbered as such: "NMIRF/2027/2/Corr.1".
    """
    symbol = f"{meeting.symbol}/{SUFFIXES[kind]}"
    if number is None:
        return symbol
    return f"{symbol}.{number}" if kind is DocumentKind.CORRIGENDUM else f"{symbol}/{number}"


def reference_of(kind: DocumentKind, meeting: Meeting, to: str = "") -> str:
    """The office's reference of a letter, which has no symbol of the series: "NMIRF/2027/NV/1".

    Of one to a State or a partner alone it ends with whom it is *to*: "NMIRF/2027/NV/1/PRY".
    """
    symbol = symbol_of(kind, meeting)
    return f"{symbol}/{to}" if to else symbol


def addressee_of(issued: IssuedDocument) -> str:
    """Whom a letter is to alone, as its reference ends (:func:`reference_of`); empty for one to all, or no letter."""
    _, usual, to = issued.symbol.partition(f"/{SUFFIXES[issued.kind]}/") if issued.kind in LETTERS else ("", "", "")
    return to if usual else ""


def has_addresses(issued: IssuedDocument) -> bool:
    """Whether it is a list of people with their addresses, which is for members only (R5)."""
    return issued.kind in ADDRESSED and issued.symbol.endswith(ADDENDUM)


def standing_symbol(
    kind: DocumentKind, prefix: str, on: datetime.date, *, addresses: bool = False, nth: int = 1
) -> str:
    """The symbol of a document of the Network as of a day: "NMIRF/MEM/2027"; with addresses it is an addendum.

    Of calls and good practices, *nth* says which one of its year it is.
    """
    part = (str(PARTS[kind] + (nth - 1) * len(PARTS)),) if kind in PARTS else ()
    if kind is DocumentKind.PRACTICE_SHEET:
        part = (str(nth),)
    symbol = "/".join((prefix, SERIES[kind], str(on.year), *part))
    return f"{symbol}{ADDENDUM}" if addresses else symbol


def plain_name(symbol: str) -> str:
    """A symbol as the name of a file begins with it: "NMIRF-2027-1"."""
    return re.sub(r"[^\w.]+", "-", symbol).strip("-.")


def file_word(kind: DocumentKind, version: int, *, revised: bool) -> str:
    """The word of a document's file; of what goes to many before a meeting, or is signed, it tells a second *version*.

    So it tells a revised agenda. "Revised-agenda-v2", "Information-v2", "Dispatch-certificate-v2": nobody takes it for
    what came before, or saves one over the other.
    """
    if kind not in AGENDAS | DATED | {DocumentKind.DISPATCH}:
        return FILE_WORDS[kind]
    word = (REVISED_FILE_WORDS if revised and kind in AGENDAS else FILE_WORDS)[kind]
    return f"{word}-v{version}" if version > 1 else word


def file_name(kind: DocumentKind, symbol: str, edition: Edition, *, large: bool = False, word: str = "") -> str:
    """The name of a document's file; nothing in it can lead to another folder. *large* print has one of its own.

    "NMIRF-2027-1-Agenda-FR.pdf", in three columns "NMIRF-2027-1-Agenda-EN-FR-ES.pdf"; "NMIRF-2027-Members-FR.pdf",
    since the word of the file says the series. A *word* (:func:`file_word`) stands in the place of the usual one.
    """
    if kind in SERIES:
        symbol = symbol.replace(f"/{SERIES[kind]}/", "/", 1)
    mark = f"-{LARGE_MARK}" if large else ""
    return f"{plain_name(symbol)}-{word or FILE_WORDS[kind]}-{edition.file_mark}{mark}.pdf"


PROVISIONAL_ITEM, REVISED_ITEM = (
    N_("Item {n} of the provisional agenda"),
    N_("Item {n} of the revised provisional agenda"),
)
"""Under which item of itself an agenda is adopted; it is called as its title calls it."""


def place_and_dates(meeting: Meeting) -> Said:
    """Where and when: "Rabat, 26–28 January 2027"; the dates alone in a language in which the place has no name."""
    return Said.by(lambda words: _place_and_dates(meeting, words))


def _place_and_dates(meeting: Meeting, words: Catalog) -> str:
    dates = words.date_range(meeting.opens_on, meeting.closes_on)
    place = meeting.place[words.language].strip()
    if not place:
        return dates
    return words.pgettext("place and dates", "{place}, {dates}").format(place=place, dates=dates)


def agenda_dated(facts: RecordedMeeting) -> datetime.date:
    """The date of a provisional agenda: the day on which it was agreed, else first sent, else has to be sent (R39).

    One that was changed after it was agreed on has the day of the change.
    """
    meeting = facts.meeting
    if meeting.agenda_agreed_on is not None:
        return facts.agenda_changed_on or meeting.agenda_agreed_on
    sent = [one.sent_on for one in facts.dispatches]
    last = facts.notice_ground.deadline(meeting) if notice_applies(meeting) else meeting.opens_on
    return min(sent, default=last)


def told_until(facts: RecordedMeeting) -> datetime.date | None:
    """The last local day on which a sitting was held away from its plan, which a plan that is made afterwards tells.

    ``None`` where every sitting that was held was held as planned.
    """
    away = [one for one in facts.held_sittings if away_from_plan(facts.meeting, one)]
    moments = (one.closed_at or one.opened_at for one in away)
    return max((facts.local(one).date() for one in moments if one is not None), default=None)


def agenda_head(kind: DocumentKind, facts: RecordedMeeting, *, specimen: bool) -> Masthead:
    """The head of an agenda; a provisional one names the item under which it is adopted."""
    meeting = facts.meeting
    adopted = meeting.agenda_adopted_on if kind is DocumentKind.ADOPTED else None
    return Masthead(
        symbol=symbol_of(kind, meeting),
        dated=adopted or agenda_dated(facts),
        meeting=Said.of(meeting.title),
        place_and_dates=place_and_dates(meeting),
        item=NOTHING if adopted else _adoption_item(facts),
        original=meeting.title.source,
        specimen=specimen,
    )


def _adoption_item(facts: RecordedMeeting) -> Said:
    place = next((one for one in numbered(facts.items) if one.item.purpose is Purpose.ADOPTION), None)
    if place is None:
        return NOTHING
    title = REVISED_ITEM if facts.agenda_revised else PROVISIONAL_ITEM
    return Said.by(lambda words: words.gettext(title).format(n=place.reference(words.language)))


def minutes_head(minutes: Minutes, facts: RecordedMeeting, *, specimen: bool) -> Masthead:
    """The head of minutes, dated by their approval, else by their circulation, else by the last day on which one sat.

    Before any was, they are dated by the end of the meeting.
    """
    meeting = facts.meeting
    return Masthead(
        symbol=symbol_of(DocumentKind.MINUTES, meeting),
        dated=minutes.approved_on or minutes.circulated_on or facts.held_until or meeting.closes_on,
        meeting=Said.of(meeting.title),
        place_and_dates=place_and_dates(meeting),
        original=usual_prevailing(minutes, {one.language for one in facts.decisions}),
        specimen=specimen,
    )


def held(meeting: Meeting, closed_sittings: Collection[object], minutes: Minutes | None) -> bool:
    """Whether a meeting was held: a sitting was closed, its agenda adopted, or minutes were begun."""
    return bool(closed_sittings) or meeting.agenda_adopted_on is not None or minutes is not None
