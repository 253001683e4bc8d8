"""Symbols, titles of the head and file names of documents (formats of the house, section 1)."""

import datetime
import re
from collections.abc import Collection

from nmirf_desktop.domain.agenda import Purpose, numbered
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, notice_applies, notice_deadline
from nmirf_desktop.domain.minutes import Minutes, MinutesState
from nmirf_desktop.domain.papers import Distribution, Masthead
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.i18n import N_, Catalog, Language

SUFFIXES = {
    DocumentKind.AGENDA: "1",
    DocumentKind.ANNOTATED: "1/Add.1",
    DocumentKind.ADOPTED: "1/Rev.1",
    DocumentKind.MINUTES: "2",
}
"""What follows the meeting's own symbol."""

FILE_WORDS = {
    DocumentKind.AGENDA: "Agenda",
    DocumentKind.ANNOTATED: "Annotated-agenda",
    DocumentKind.ADOPTED: "Adopted-agenda",
    DocumentKind.MINUTES: "Minutes",
}
"""The same in every language, so that the files of one document stand together."""

KIND_LABELS = {
    DocumentKind.AGENDA: N_("Provisional agenda"),
    DocumentKind.ANNOTATED: N_("Annotated provisional agenda"),
    DocumentKind.ADOPTED: N_("Agenda as adopted"),
    DocumentKind.MINUTES: N_("Minutes"),
}


def symbol_of(kind: DocumentKind, meeting: Meeting) -> str:
    """A document's symbol, the same in all languages: "NMIRF/2027/1/Add.1"."""
    return f"{meeting.symbol}/{SUFFIXES[kind]}"


def file_name(kind: DocumentKind, meeting: Meeting, language: Language) -> str:
    """The name of a document's file: "NMIRF-2027-1-Agenda-FR.pdf"; nothing in it can lead to another folder."""
    plain = re.sub(r"[^\w.]+", "-", symbol_of(kind, meeting)).strip("-.")
    return f"{plain}-{FILE_WORDS[kind]}-{language.upper()}.pdf"


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
    """The date of a provisional agenda: the day on which it was agreed, else first sent, else has to be sent (R39)."""
    meeting = facts.meeting
    if meeting.agenda_agreed_on is not None:
        return meeting.agenda_agreed_on
    sent = [one.sent_on for one in facts.dispatches]
    return min(sent) if sent else notice_deadline(meeting.opens_on) if notice_applies(meeting) else meeting.opens_on


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
    return Said.by(
        lambda words: words.gettext("Item {n} of the provisional agenda").format(n=place.reference(words.language))
    )


def minutes_head(minutes: Minutes, facts: RecordedMeeting, *, specimen: bool) -> Masthead:
    """The head of minutes, dated by their approval, else by their circulation, else by the end of the meeting."""
    meeting = facts.meeting
    approved = minutes.state is MinutesState.APPROVED
    return Masthead(
        symbol=symbol_of(DocumentKind.MINUTES, meeting),
        dated=minutes.approved_on or minutes.circulated_on or meeting.closes_on,
        meeting=Said.of(meeting.title),
        place_and_dates=place_and_dates(meeting),
        original=minutes.prevailing,
        distribution=Distribution.GENERAL if approved else Distribution.LIMITED,
        specimen=specimen,
    )


def held(meeting: Meeting, closed_sittings: Collection[object], minutes: Minutes | None) -> bool:
    """Whether a meeting was held: a sitting was closed, its agenda adopted, or minutes were begun."""
    return bool(closed_sittings) or meeting.agenda_adopted_on is not None or minutes is not None
