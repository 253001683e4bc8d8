"""The list of candidates: its columns, and the call above it in short rows."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import KIND_LABELS as BELONGING
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import InDays
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import region_letters
from nmirf_desktop.domain.states import found_by
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.candidatures import CallFile, CandidateLine
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.groups import group_name, group_whole
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.regions import REGION_HEADS, region_mark, region_said
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone

NOT_IN_NETWORK = N_("Not in the Network")
NAMED_LATER = N_("not named yet")
GONE = N_("Withdrawn since, and left out of the appointment: {states}.")


class Standing(StrEnum):
    """How a candidature stands on a day."""

    STANDS = "stands"
    LATE = "late"
    WITHDRAWN = "withdrawn"


STANDING_LABELS = {
    Standing.STANDS: N_("Stands"),
    Standing.LATE: N_("Stands, came late"),
    Standing.WITHDRAWN: N_("Withdrawn"),
}
STANDING_BRIEF = STANDING_LABELS | {Standing.LATE: N_("Came late")}
"""In few letters, for a narrow column."""
STANDING_MARKS = {
    Standing.STANDS: Mark("circle-check", Tone.GOOD),
    Standing.LATE: Mark("clock", Tone.ATTENTION),
    Standing.WITHDRAWN: Mark("minus", Tone.MUTED),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row: a candidature as it stands on a day, and its *place* in the composition that is tried out, from 1.

    *regions* is the scheme of the day.
    """

    line: CandidateLine
    standing: Standing
    place: int = 0
    regions: Option = Option.REGIONAL_GROUP

    @property
    def key(self) -> Key:
        """The candidature's key."""
        return self.line.key


def standing_of(line: CandidateLine, on: datetime.date) -> Standing:
    """How a candidature stands on a day."""
    gone = line.candidature.withdrawn_on
    if gone is not None and gone <= on:
        return Standing.WITHDRAWN
    return Standing.LATE if line.late else Standing.STANDS


def belonging(line: CandidateLine, words: Catalog) -> str:
    """As what a candidate's State belongs to the Network, in one word or a few."""
    return words.gettext(NOT_IN_NETWORK if line.kind is None else BELONGING[line.kind])


def _state(row: Candidate, words: Catalog) -> str:
    return row.line.state.said_in(words)


def _person(row: Candidate, words: Catalog) -> str:
    person = row.line.person
    return person.label(words.language) if person is not None else words.gettext(NAMED_LATER)


def _received(row: Candidate, _words: Catalog) -> datetime.date:
    return row.line.candidature.received_on


def _box(row: Candidate) -> Mark | None:
    """The box that is ticked for a State tried out; who withdrew has none."""
    if row.standing is Standing.WITHDRAWN:
        return None
    return Mark("square-check", Tone.NEUTRAL) if row.place else Mark("square", Tone.MUTED)


COLUMNS: tuple[Column[Candidate], ...] = (
    Column(
        N_("Tried out"),
        lambda row, words: words.number(row.place) if row.place else "",
        lambda row, _words: row.place or SEATS_BEHIND,
        mark=_box,
        cell=lambda row, _words: row.place or None,
        tick=True,
    ),
    Column(
        N_("State"),
        _state,
        lambda row, words: words.sort_key(_state(row, words)),
        least=12,
        also=lambda row: found_by(row.line.state),
    ),
    Column(
        REGION_HEADS[Option.REGIONAL_GROUP],
        lambda row, words: region_said(row.line.state, row.regions, words, group_name),
        mark=lambda row: region_mark(row.line.state, row.regions),
        whole=lambda row, words: region_said(row.line.state, row.regions, words, group_whole),
        brief=lambda row, words: region_letters(row.line.state, row.regions, words),
        least=4,
    ),
    Column(N_("Representative"), _person, stretch=True),
    Column(
        N_("Received on"),
        lambda row, words: words.short_date(_received(row, words)),
        _received,
        cell=_received,
        spare=True,
    ),
    Column(
        N_("Candidature"),
        lambda row, words: words.gettext(STANDING_LABELS[row.standing]),
        lambda row, _words: list(Standing).index(row.standing),
        mark=lambda row: STANDING_MARKS[row.standing],
        brief=lambda row, words: words.gettext(STANDING_BRIEF[row.standing]),
        least=8,
    ),
    Column(N_("In the Network"), lambda row, words: belonging(row.line, words), least=8, spare=True),
    Column(N_("Reference"), lambda row, _words: row.line.candidature.reference, least=8, spare=True),
    Column(N_("Code"), lambda row, _words: row.line.state.iso3, hidden=True),
)
"""The columns of the candidates."""
REGION = next(number for number, column in enumerate(COLUMNS) if column.title == REGION_HEADS[Option.REGIONAL_GROUP])
"""The column that is headed by the practice of the day."""
SEATS_BEHIND = 1_000
"""Where rows stand, in the order of the seats tried out, that have none."""


def call_rows(file: CallFile, meeting: Meeting | None, on: datetime.date, words: Catalog) -> Iterator[FactRow]:
    """The call: for which meeting and mandate, until when, and its two documents."""
    call = file.call
    seats = words.ngettext("{n} seat", "{n} seats", call.seats).format(n=words.number(call.seats))
    about = [seats]
    if call.begins is not None:
        about.append(words.gettext("mandate from {day}").format(day=words.date(call.begins)))
    if call.reference:
        about.append(call.reference)
    what = call_name(file, words)
    parts = (what,) if meeting is None else (what, " — ", Link(meeting.symbol, Place("meetings", meeting.key)))
    yield FactRow(parts, note=" · ".join(about), mark=Mark("megaphone", Tone.NEUTRAL))
    yield _closing(call.closes_on, on, words)


def _closing(closes: datetime.date, on: datetime.date, words: Catalog) -> FactRow:
    """The last day, and how far it is."""
    if on > closes:
        said = words.gettext("Closed since the end of {day}: what comes now is late.").format(day=words.date(closes))
        return FactRow((said,), mark=Mark("calendar-days", Tone.MUTED), muted=True)
    said = words.gettext("Open until {day}, this day included").format(day=words.date(closes))
    return FactRow((said,), note=InDays((closes - on).days).said_in(words), mark=Mark("clock", Tone.ATTENTION))


def document_row(words: Catalog) -> FactRow:
    """The two documents of a call, as links."""
    call = Link(words.gettext(KIND_LABELS[DocumentKind.CALL]), Place("documents", f"{DocumentKind.CALL}:"))
    listed = Link(
        words.gettext(KIND_LABELS[DocumentKind.CANDIDATES]), Place("documents", f"{DocumentKind.CANDIDATES}:")
    )
    return FactRow((call, " · ", listed), mark=Mark("files", Tone.MUTED))


def call_name(file: CallFile, words: Catalog) -> str:
    """A call in a list, by its days."""
    return words.gettext("Call for candidatures of {day}").format(day=words.date(file.call.opened_on))


def slate_rows(
    file: CallFile, on: datetime.date, states: dict[str, str], act: Offer | None, words: Catalog
) -> Iterator[FactRow]:
    """The slates agreed by a day, the one that holds first; *states* are names by code, *act* leads on."""
    agreed, gone = (one for one in file.slates if one.agreed_on <= on), file.gone(on)
    for slate in sorted(agreed, key=lambda one: (one.agreed_on, one.key), reverse=True):
        holds = slate == file.slate(on)
        names = words.listing(states[code] for code in slate.states)
        note = slate.note.best(words.language)
        if not holds:
            earlier = words.gettext("A later slate took its place.")
            note = f"{earlier} {note}".strip()
        elif gone:
            left = words.gettext(GONE).format(states=words.listing(states[code] for code in gone))
            note = f"{left} {note}".strip()
        yield FactRow(
            (names,),
            when=words.short_date(slate.agreed_on),
            note=note,
            mark=Mark("handshake", Tone.GOOD if holds else Tone.MUTED),
            offers=(act,) if holds and act is not None else (),
            muted=not holds,
            key=slate.key,
        )
