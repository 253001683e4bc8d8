"""The list of members, observers and their focal points as a paper, with the counts by regional group."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain.blocks import Block, Column, DataTable, Note, Para
from nmirf_desktop.domain.decision_papers import as_at
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.listed_people import listed_person, works_for
from nmirf_desktop.domain.members import FocalPoint, Mechanism, Membership, MembershipKind
from nmirf_desktop.domain.membership_rules import mechanism_on, members_on, membership_on, observers_on
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import DEFAULTS, Option, Practices, Question
from nmirf_desktop.domain.practised import notes as practised
from nmirf_desktop.domain.regions import NO_REGION, SCHEMES, Region, region_of, regions, scheme
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import KIND_LABELS, standing_symbol
from nmirf_desktop.i18n import N_, Catalog

TITLES = {MembershipKind.MEMBER: N_("Members"), MembershipKind.OBSERVER: N_("Observers")}
NOBODY = N_("On this day the Network had neither members nor observers.")
BY_REGION = {Option.REGIONAL_GROUP: N_("By regional group"), Option.M49_REGION: N_("By region (M49)")}
WITH_ADDRESSES = N_("The addresses in this list are for the work of the Network and are not passed on.")


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is member and observer, and who speaks for them; *states* and *practices* are those of the day *on*."""

    on: datetime.date
    states: Mapping[StateCode, State]
    memberships: tuple[Membership, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    focal_points: tuple[FocalPoint, ...] = ()
    people: tuple[Person, ...] = ()
    practices: Practices = DEFAULTS
    prefix: str = "NMIRF"
    specimen: bool = False

    def of(self, kind: MembershipKind) -> tuple[StateCode, ...]:
        """The members, or the observers, of the day."""
        found = members_on if kind is MembershipKind.MEMBER else observers_on
        return found(self.memberships, self.on)

    def designated(self, state: StateCode) -> tuple[tuple[FocalPoint, Person], ...]:
        """The focal points of a State on the day, who votes first and alternates last."""
        people: Mapping[Key, Person] = {person.key: person for person in self.people}
        found = [one for one in self.focal_points if one.state == state and one.period.holds(self.on)]
        ordered = sorted(found, key=lambda one: (not one.voting, one.alternate, one.period.start, one.key))
        return tuple((one, people[one.person]) for one in ordered)

    def mechanism(self, state: StateCode) -> Mechanism | None:
        """The NMIRF of a State on the day."""
        return mechanism_on(self.mechanisms, state, self.on)


def members_paper(roster: Roster, *, addresses: bool = False) -> RecordPaper:
    """The list as of the roster's day; personal *addresses* are in it only where they were asked for (R5).

    With them the list is an addendum that goes to members only.
    """
    sections = tuple(_sections(roster, addresses=addresses))
    return RecordPaper(
        masthead=Masthead(
            symbol=standing_symbol(DocumentKind.MEMBERS, roster.prefix, roster.on, addresses=addresses),
            dated=roster.on,
            meeting=Said.words(N_("Membership of the Network")),
            distribution=Distribution.MEMBERS if addresses else Distribution.GENERAL,
            specimen=roster.specimen,
        ),
        title=Said.words(KIND_LABELS[DocumentKind.MEMBERS]),
        blocks=() if sections else (Para(Said.words(NOBODY)),),
        below=as_at(roster.on),
        sections=sections,
    )


def _sections(roster: Roster, *, addresses: bool) -> Iterator[PaperSection]:
    """The counts, the members, the observers; nothing in a register without any."""
    listed = {kind: roster.of(kind) for kind in MembershipKind}
    if not any(listed.values()):
        return
    notes: tuple[Block, ...] = (Note(Said.words(WITH_ADDRESSES)),) if addresses else ()
    title = BY_REGION[scheme(roster.practices)]
    counts: tuple[Block, ...] = (_groups(roster, listed), *practised(roster.practices, Question.REGIONS))
    yield PaperSection(Said.words(title), counts)
    for kind, states in listed.items():
        if states:
            table = _table(roster, kind, states, addresses=addresses)
            yield PaperSection(_titled(kind, len(states)), (table, *notes))
            notes = ()


def _titled(kind: MembershipKind, total: int) -> Said:
    return Said.by(
        lambda words: words.gettext("{title} ({total})").format(title=words.gettext(TITLES[kind]), total=total)
    )


def _groups(roster: Roster, listed: Mapping[MembershipKind, Iterable[StateCode]]) -> DataTable:
    """How many members and observers each region has, and how many States there are in it."""
    by = scheme(roster.practices)
    columns = (
        Column(Said.words(SCHEMES[by]), 3.6),
        Column(Said.words(TITLES[MembershipKind.MEMBER]), 1.9, figures=True),
        Column(Said.words(TITLES[MembershipKind.OBSERVER]), 2.1, figures=True),
        Column(Said.words(N_("UN Member States")), 2.9, figures=True),
    )
    every = (*(tuple(roster.states[state] for state in listed[kind]) for kind in MembershipKind), _all(roster))
    rows = [(one.short_label, tuple(_count(states, one, by) for states in every)) for one in regions(by)]
    without = tuple(_count(states, None, by) for states in every)
    if any(without):
        rows.append((NO_REGION[by], without))
    rows.append((N_("Total"), tuple(len(states) for states in every)))
    return DataTable(
        columns,
        tuple((Said.words(label), *map(_number, counts)) for label, counts in rows),
        alphabetical=True,
        total=True,
    )


def _all(roster: Roster) -> tuple[State, ...]:
    return tuple(roster.states.values())


def _count(states: Iterable[State], region: Region | None, by: Option) -> int:
    return sum(region_of(state, by) is region for state in states)


def _number(count: int) -> Said:
    return Said.by(lambda words: words.number(count))


def _table(roster: Roster, kind: MembershipKind, states: Iterable[StateCode], *, addresses: bool) -> DataTable:
    """Members with their mechanisms and focal points, or observers with their contacts, by State."""
    member = kind is MembershipKind.MEMBER
    columns = [Column(Said.words(N_("State")), 1.8 if addresses else 2.3)]
    if member:
        columns.append(Column(Said.words(N_("National mechanism")), 3.75 if addresses else 3.6))
    columns.append(Column(Said.words(N_("Focal point") if member else N_("Contact")), 3.65 if addresses else 3))
    columns.append(Column(Said.by(lambda words: words.pgettext("member or observer", "Since")), 1.6))
    rows = tuple(_row(roster, state, kind, addresses=addresses) for state in states)
    return DataTable(tuple(columns), rows, alphabetical=True)


def _row(roster: Roster, state: StateCode, kind: MembershipKind, *, addresses: bool) -> tuple[Said, ...]:
    membership = membership_on(roster.memberships, state, roster.on)
    since = NOTHING if membership is None else _day(membership.period.start)
    people = _people(roster, state, kind, addresses=addresses)
    name = Said.by(roster.states[state].said_in)
    if kind is MembershipKind.OBSERVER:
        return name, people, since
    return name, _mechanism(roster.mechanism(state), addresses=addresses), people, since


def _mechanism(mechanism: Mechanism | None, *, addresses: bool) -> Said:
    """A mechanism's name, with its own addresses in lines below where they are asked for."""
    if mechanism is None:
        return NOTHING
    name = Said.of(mechanism.name)
    lines = (*mechanism.address.splitlines(), mechanism.web, *mechanism.emails, *mechanism.telephones)
    return replace(name, below="\n".join(line.strip() for line in lines if line.strip())) if addresses else name


def _day(day: datetime.date) -> Said:
    return Said.by(lambda words: words.short_date(day).replace(" ", "\u00a0"))  # a day on one line, whatever the width


def _people(roster: Roster, state: StateCode, kind: MembershipKind, *, addresses: bool) -> Said:
    mechanism = roster.mechanism(state) if kind is MembershipKind.MEMBER else None
    designated = roster.designated(state)
    if not designated:
        return Said.words(N_("not designated")) if kind is MembershipKind.MEMBER else Said.same("–")
    several = kind is MembershipKind.MEMBER and len(designated) > 1

    def said(words: Catalog) -> str:
        return "\n".join(
            _line(point, _apart(person, mechanism), words, several=several, addresses=addresses)
            for point, person in designated
        )

    return Said.by(said)


def _apart(person: Person, mechanism: Mechanism | None) -> Person:
    """A person without an institution that stands beside already, as the State's mechanism."""
    return replace(person, institution="") if mechanism is not None and works_for(person, mechanism) else person


def _line(point: FocalPoint, person: Person, words: Catalog, *, several: bool, addresses: bool) -> str:
    """A focal point; where a member has several, it is said who votes and who is an alternate (R5)."""
    first, *rest = listed_person(person, words, addresses=addresses).split("\n")
    if several and point.voting:
        first = words.pgettext("focal point", "{person} (votes)").format(person=first)
    elif several and point.alternate:
        first = words.pgettext("focal point", "{person} (alternate)").format(person=first)
    return "\n".join((first, *rest))
