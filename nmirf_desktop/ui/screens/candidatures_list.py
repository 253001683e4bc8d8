"""The list of candidates: its columns, and the call above it in short rows."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.members import KIND_LABELS as BELONGING
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import region_letters
from nmirf_desktop.domain.states import found_by
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.candidatures import CallFile, CandidateLine
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.groups import group_name, group_whole
from nmirf_desktop.ui.regions import REGION_HEADS, region_said
from nmirf_desktop.ui.rows import NAME, Column, Mark, region_mark
from nmirf_desktop.ui.theme import Tone

NOT_IN_NETWORK = N_("Not in the Network")
NAMED_LATER = N_("not named yet")
GONE = N_("Withdrawn since, and left out of the appointment: {states}.")


class Standing(StrEnum):
    """How a candidature stands on a day."""

    STANDS = "stands"
    EARLY = "early"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    APPOINTED = "appointed"
    NOT_APPOINTED = "not_appointed"


STANDING_LABELS = {
    Standing.STANDS: N_("Stands"),
    Standing.EARLY: N_("Stands, came before the call"),
    Standing.LATE: N_("Stands, came late"),
    Standing.WITHDRAWN: N_("Withdrawn"),
    Standing.APPOINTED: N_("Appointed"),
    Standing.NOT_APPOINTED: N_("Not appointed"),
}
STANDING_BRIEF = STANDING_LABELS | {Standing.EARLY: N_("Before the call"), Standing.LATE: N_("Came late")}
"""In few letters, for a narrow column."""
STANDING_MARKS = {
    Standing.STANDS: Mark("circle-check", Tone.GOOD),
    Standing.EARLY: Mark("clock", Tone.ATTENTION),
    Standing.LATE: Mark("clock", Tone.ATTENTION),
    Standing.WITHDRAWN: Mark("minus", Tone.MUTED),
    Standing.APPOINTED: Mark("landmark", Tone.GOOD),
    Standing.NOT_APPOINTED: Mark("minus", Tone.MUTED),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row: a candidature as it stands on a day, and its *place* in the composition that is tried out, from 1.

    *regions* is the scheme of the day, *eligible* whether its State may hold a seat by the practice of the day.
    """

    line: CandidateLine
    standing: Standing
    place: int = 0
    regions: Option = Option.REGIONAL_GROUP
    eligible: bool = True

    @property
    def key(self) -> Key:
        """The candidature's key."""
        return self.line.key


def standing_of(
    line: CandidateLine, on: datetime.date, appointed: Collection[StateCode] = (), *, done: bool = False
) -> Standing:
    """How a candidature stands on a day on which some States were *appointed*, and its call is *done* or is not."""
    if line.state.iso3 in appointed:
        return Standing.APPOINTED
    gone = line.candidature.withdrawn_on
    if gone is not None and gone <= on:
        return Standing.WITHDRAWN
    if done:
        return Standing.NOT_APPOINTED
    if line.early:
        return Standing.EARLY
    return Standing.LATE if line.late else Standing.STANDS


def standing_mark(row: Candidate) -> Mark:
    """Its shape: who stands and could not sit by the practice of the day is worth a look."""
    if row.standing is Standing.STANDS and not row.eligible:
        return Mark("triangle-alert", Tone.ATTENTION)
    return STANDING_MARKS[row.standing]


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
        ease=NAME,
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
    Column(N_("Representative"), _person, spare=True, stretch=True),
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
        mark=standing_mark,
        brief=lambda row, words: words.gettext(STANDING_BRIEF[row.standing]),
        least=8,
    ),
    Column(N_("In the Network"), lambda row, words: belonging(row.line, words), least=8, spare=True),
    Column(N_("Reference"), lambda row, _words: row.line.candidature.reference, least=8, spare=True),
    Column(N_("Code"), lambda row, _words: row.line.state.iso3, hidden=True),
)
"""The columns of the candidates; where a State’s name has no room, no representative, whom the right side names."""
REGION = next(number for number, column in enumerate(COLUMNS) if column.title == REGION_HEADS[Option.REGIONAL_GROUP])
"""The column that is headed by the practice of the day."""
SEATS_BEHIND = 1_000
"""Where rows stand, in the order of the seats tried out, that have none."""


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
