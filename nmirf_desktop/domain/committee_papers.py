"""The composition of the Executive Committee as a paper: mandate, seats, Coordinator, changes and vacancies."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from nmirf_desktop.domain.blocks import (
    Block,
    Column,
    DataTable,
    Entry,
    Listing,
    Note,
    Para,
    SpellLook,
    Timeline,
    TimelineSpell,
)
from nmirf_desktop.domain.committee_acts import CommitteeRecords
from nmirf_desktop.domain.committee_years import Stretch, StretchKind, stretch_said, stretches, years_of
from nmirf_desktop.domain.committees import (
    Committee,
    Coordination,
    Seat,
    SeatEnding,
    Term,
    committee_on,
    coordinations_on,
    seat_period,
    vacancies,
)
from nmirf_desktop.domain.decision_papers import as_at
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.listed_people import listed_person
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Mechanism
from nmirf_desktop.domain.membership_rules import mechanism_on
from nmirf_desktop.domain.naming import forms, sentence_start
from nmirf_desktop.domain.papers import Masthead, RecordPaper
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.practices import DEFAULTS, Practices, Question
from nmirf_desktop.domain.practised import notes
from nmirf_desktop.domain.regions import SCHEMES, region_letters, region_name, region_of, regions, scheme
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import KIND_LABELS, standing_symbol
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog

YEARS_BACK = 6
"""Mandates that ended earlier are not in the picture of the years."""
MOST_ROWS, MOST_SPELLS = 10, 60
"""A picture of more rows or spells could not be read."""
BY_YEAR = N_("By year: {marks}.")
COORDINATED = N_("a thick line is the time as Coordinator")
NOBODY, ACTS = N_("a dashed outline is a vacant seat"), N_("one after the mandate is who acts on")
ONLY_ACTS = N_("a dashed outline is who acts after the mandate")
DAY_SHOWN = N_("the vertical line is the day of this document")
NO_COMMITTEE = N_("No Executive Committee had been appointed by this day.")


@dataclass(frozen=True, slots=True)
class CommitteeRecord:
    """All mandates and seats, with what they refer to; *states* and *practices* are those of the day *on*."""

    on: datetime.date
    states: Mapping[StateCode, State]
    terms: tuple[Term, ...] = ()
    seats: tuple[Seat, ...] = ()
    coordinations: tuple[Coordination, ...] = ()
    people: tuple[Person, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    decisions: tuple[Decision, ...] = ()
    practices: Practices = DEFAULTS
    prefix: str = "NMIRF"
    specimen: bool = False

    @property
    def committee(self) -> Committee | None:
        """The Committee in office on the day, or the one that acts until the renewal."""
        return committee_on(self.terms, self.seats, self.on)

    def mechanism(self, state: StateCode) -> Mechanism | None:
        """The NMIRF of a State on the day."""
        return mechanism_on(self.mechanisms, state, self.on)

    def seats_of(self, term: Term) -> tuple[Seat, ...]:
        """The seats of a mandate that were held by the day, in the order in which they began."""
        begun = (one for one in self.seats if one.term == term.key and one.period.start <= self.on)
        return tuple(sorted(begun, key=lambda one: (one.period.start, one.key)))


def committee_paper(record: CommitteeRecord) -> RecordPaper:
    """The composition of the Committee as of the record's day (R28–R34)."""
    committee = record.committee
    return RecordPaper(
        masthead=Masthead(
            symbol=standing_symbol(DocumentKind.COMMITTEE, record.prefix, record.on),
            dated=record.on,
            meeting=Said.words(N_("Executive Committee")),
            specimen=record.specimen,
        ),
        title=Said.words(KIND_LABELS[DocumentKind.COMMITTEE]),
        blocks=(Para(Said.words(NO_COMMITTEE)),) if committee is None else tuple(_blocks(record, committee)),
        below=as_at(record.on),
    )


def _blocks(record: CommitteeRecord, committee: Committee) -> Iterator[Block]:
    term = committee.term
    yield Para(Said.by(lambda words: _appointed(record, term, words)))
    yield Para(Said.by(lambda words: _mandate(committee, words)))
    yield from _coordination(record, committee)
    yield _table(record, committee)
    yield from _years(record)
    if changes := tuple(_changes(record, term)):
        yield Listing(changes, Said.words(N_("Changes during the mandate")))
    if count := vacancies(committee, record.seats):
        yield Para(Said.by(partial(_vacant, committee, count)))
    yield from notes(record.practices, Question.REGIONS, Question.ELIGIBLE)


def _vacant(committee: Committee, count: int, words: Catalog) -> str:
    """How many seats nobody holds; after the mandate none is filled any more."""
    if committee.acting:
        said = words.ngettext(
            "{n} seat was vacant at the end of the mandate.", "{n} seats were vacant at the end of the mandate.", count
        )
    else:
        said = words.ngettext("{n} seat is vacant.", "{n} seats are vacant.", count)
    return said.format(n=count)


def _appointed(record: CommitteeRecord, term: Term, words: Catalog) -> str:
    """When, at which meeting and by which decision."""
    meeting = next((one for one in record.meetings if one.key == term.meeting), None)
    decision = next((one for one in record.decisions if one.key == term.decision), None)
    values = {"date": words.date(term.appointed_on)}
    if decision is not None:
        values["name"] = decision_name(decision)
    if meeting is None:
        frame = words.gettext("The Executive Committee was appointed on {date}.")
    else:
        values["meeting"] = meeting_name(meeting, words)
        if decision is None:
            frame = words.gettext("The Executive Committee was appointed on {date}, during {meeting}.")
        else:
            frame = words.gettext(
                "The Executive Committee was appointed on {date}, during {meeting}, by decision {name}."
            )
    return frame.format(**values)


def _mandate(committee: Committee, words: Catalog) -> str:
    period = committee.term.period
    if period.last_day is None:
        return words.gettext("Its mandate began on {first}.").format(first=words.date(period.start))
    frame = (
        words.gettext(
            "Its mandate, which began on {first}, ended on {last}; its members act until a meeting of the Network"
            " renews the Committee."
        )
        if committee.acting
        else words.gettext("Its mandate runs from {first} to {last}.")
    )
    return frame.format(first=words.date(period.start), last=words.date(period.last_day))


def _table(record: CommitteeRecord, committee: Committee) -> DataTable:
    """The seats in office by State, the Coordinator's marked."""
    coordinating = {one.seat for one in coordinations_on(record.coordinations, committee.sat_on(record.on))}
    rows = tuple(_row(record, committee.term, seat, coordinates=seat.key in coordinating) for seat in committee.seats)
    return DataTable(
        (
            Column(Said.words(N_("State")), 2.1),
            Column(Said.words(SCHEMES[scheme(record.practices)]), 2.6),
            Column(Said.words(N_("Representative")), 5.2),
            Column(Said.by(lambda words: words.pgettext("seat held", "From – until")), 2.1),
        ),
        rows,
        alphabetical=True,
    )


def _row(record: CommitteeRecord, term: Term, seat: Seat, *, coordinates: bool) -> tuple[Said, ...]:
    state = record.states[seat.state]
    person = next((one for one in record.people if one.key == seat.person), None)
    mechanism = record.mechanism(seat.state)
    held = seat_period(seat, term)

    def named(words: Catalog) -> str:
        name, function = state.said_in(words), words.gettext("Coordinator")
        return f"{name}\n{function}" if coordinates else name

    return (
        Said.by(named),
        Said.words(region_name(state, scheme(record.practices))),
        Said.words(N_("not named yet"))
        if person is None
        else Said.by(lambda words: listed_person(person, words, mechanism=mechanism)),
        Said.by(partial(_held, held)),
    )


def _years(record: CommitteeRecord) -> Iterator[Block]:
    """The mandates of the years around the day as a picture, where its rows can be read on a page."""
    begun = [one for one in record.terms if one.period.start <= record.on and _recent(one, record.on)]
    keys = {one.key for one in begun}
    records = CommitteeRecords(record.terms, record.seats, record.coordinations)
    shown = [one for one in stretches(records, record.on) if one.term in keys and one.period.start <= record.on]
    span = years_of(shown, begun)
    if span is None or not shown or max(one.row for one in shown) >= MOST_ROWS or len(shown) > MOST_SPELLS:
        return
    spells = tuple(_spell(record, one) for one in shown)
    yield Note(Said.by(partial(_legend, shown)))
    yield Timeline(spells, *span, record.on, Said.by(partial(_told, record, shown)))


def _legend(shown: Iterable[Stretch], words: Catalog) -> str:
    """What the marks mean that the picture has, and no other."""
    shown = tuple(shown)
    kinds = {one.kind for one in shown}
    marks = [COORDINATED] if any(one.coordinated for one in shown) else []
    marks += [NOBODY] if StretchKind.VACANT in kinds else []
    if StretchKind.ACTING in kinds:
        marks.append(ACTS if StretchKind.VACANT in kinds else ONLY_ACTS)
    return words.gettext(BY_YEAR).format(marks=words.series(map(words.gettext, (*marks, DAY_SHOWN))))


def _recent(term: Term, on: datetime.date) -> bool:
    return term.period.end is None or term.period.end.year >= on.year - YEARS_BACK


LOOKS = {
    StretchKind.HELD: SpellLook.FULL, StretchKind.VACANT: SpellLook.DASHED, StretchKind.ACTING: SpellLook.PALE,
}  # fmt: skip


def _spell(record: CommitteeRecord, one: Stretch) -> TimelineSpell:
    """A stretch as it is drawn, with its State and the letters of its region."""
    state = record.states[one.state]
    by = scheme(record.practices)
    region = region_of(state, by)
    shade = regions(by).index(region) if region is not None else 4

    def named(words: Catalog) -> str:
        letters, name = region_letters(state, by, words), state.said_in(words)
        if one.kind is StretchKind.VACANT:
            return words.pgettext("seat in a timeline", "vacant")
        if one.kind is StretchKind.ACTING:
            name = words.pgettext("seat in a timeline", "acting")
        return words.pgettext("seat in a timeline", "{name} · {group}").format(name=name, group=letters)

    def short(words: Catalog) -> str:
        return region_letters(state, by, words) if one.kind is StretchKind.ACTING else ""

    return TimelineSpell(
        one.row, one.period, Said.by(named), Said.by(short), LOOKS[one.kind], shade, one.coordinated
    )  # fmt: skip


def _told(record: CommitteeRecord, shown: Iterable[Stretch], words: Catalog) -> str:
    """The picture in words: each row's spells in their order."""
    ordered, by = sorted(shown, key=lambda one: (one.row, one.period.start)), scheme(record.practices)
    spells = words.series(stretch_said(one, record.states[one.state], by, words) for one in ordered)
    return words.gettext("The Executive Committee by year: {spells}.").format(spells=spells)


def _in_full(day: datetime.date, words: Catalog) -> str:
    return words.date(day)


def _held(period: Period, words: Catalog) -> str:
    """The first and the last day of a seat, one below the other."""
    first = words.short_date(period.start)
    if period.last_day is None:
        return first
    return words.pgettext("seat held", "{first}\u00a0–\n{last}").format(
        first=first, last=words.short_date(period.last_day)
    )


def _coordination(record: CommitteeRecord, committee: Committee) -> Iterator[Block]:
    """Who coordinates since when, and who did so before within the mandate."""
    seats = {seat.key: seat for seat in record.seats_of(committee.term)}
    held = [one for one in record.coordinations if one.seat in seats and one.period.start <= record.on]
    ordered = sorted((one for one in held if one.period.end != one.period.start), key=lambda one: one.period.start)
    current = [one for one in ordered if one.period.holds(committee.sat_on(record.on))]
    if not current:
        yield Para(Said.words(N_("The function of Coordinator is vacant.")))
    for one in current:
        yield Para(Said.by(partial(_coordinates, record, seats[one.seat].state, one.period)))
    before = [one for one in ordered if one not in current]
    if before:
        yield Listing(
            tuple(_former(record, seats[one.seat].state, one.period) for one in before),
            Said.words(N_("Earlier Coordinators in this mandate")),
        )


def _coordinates(record: CommitteeRecord, state: StateCode, period: Period, words: Catalog) -> str:
    frame = words.gettext("{the_state} has held the function of Coordinator since {date}.")
    named = forms(record.states[state], words.language)
    return sentence_start(frame.format(**named, date=words.date(period.start)))


def _former(record: CommitteeRecord, state: StateCode, period: Period) -> Entry:
    last = period.last_day or period.start

    def said(words: Catalog) -> str:
        return words.listing((record.states[state].said_in(words), words.date_range(period.start, last)))

    return Entry(Said.by(said))


def _changes(record: CommitteeRecord, term: Term) -> Iterator[Entry]:
    """Successions, vacancies and seats that were filled later, in the order of their days (R31)."""
    seats = record.seats_of(term)
    later = [one for one in seats if one.period.start > term.period.start]
    followers = {one.follows: one for one in later if one.follows is not None}
    happened: list[tuple[datetime.date, Key, Said]] = []
    for seat in sorted(seats, key=lambda one: one.ending is not SeatEnding.REPLACEMENT):
        end = seat_period(seat, term).end
        if end is None or end > record.on or end == term.period.end:
            continue
        successor = followers.get(seat.key)
        if successor is None or successor.period.start != end:
            # rows from before it was kept say of nobody whom they follow
            successor = next((one for one in later if one.follows is None and one.period.start == end), None)
        if successor is not None:
            later.remove(successor)
        happened.append((end, seat.key, _left(record, seat.state, successor)))
    happened += [(one.period.start, one.key, _joined(record, one)) for one in later]
    for day, _, said in sorted(happened, key=lambda one: one[:2]):
        yield Entry(said, Said.by(partial(_in_full, day)))


def _left(record: CommitteeRecord, state: StateCode, successor: Seat | None) -> Said:
    """That a seat passed to another State or person, or fell vacant."""
    old = record.states[state]
    if successor is None:
        return Said.by(
            lambda words: words.gettext("The seat {of_state} fell vacant.").format(**forms(old, words.language))
        )
    new = record.states[successor.state]
    if new.iso3 == old.iso3:
        return Said.by(
            lambda words: words.gettext("The representative {of_state} was replaced.").format(
                **forms(old, words.language)
            )
        )

    def said(words: Catalog) -> str:
        frame = words.gettext("{successor} succeeded {the_state}.")
        successor = forms(new, words.language)["the_state"]
        return sentence_start(frame.format(**forms(old, words.language), successor=successor))

    return Said.by(said)


def _joined(record: CommitteeRecord, seat: Seat) -> Said:
    """That a State took a seat, and whose it had been where that is recorded."""
    new, before = record.states[seat.state], next((one for one in record.seats if one.key == seat.follows), None)

    def said(words: Catalog) -> str:
        if before is None or before.state == seat.state:
            frame = words.gettext("{the_state} took a seat for the remainder of the mandate.")
            return sentence_start(frame.format(**forms(new, words.language)))
        frame = words.gettext("{successor} took the vacant seat {of_state} for the remainder of the mandate.")
        successor = forms(new, words.language)["the_state"]
        old = record.states[before.state]
        return sentence_start(frame.format(**forms(old, words.language), successor=successor))

    return Said.by(said)
