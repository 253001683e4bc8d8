"""The list of participants of a meeting as a paper: who is represented, in which capacity, and by whom."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from nmirf_desktop.domain.blocks import Column, DataTable, Note, Para, StateColumns
from nmirf_desktop.domain.bodies import OHCHR, compared
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.drafting_officers import NamedOfficer, named_officers
from nmirf_desktop.domain.guests import GuestLine, Guests
from nmirf_desktop.domain.invitations import COMING, OF_STATES, Capacity, capacity_of_partner
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.listed_people import in_its_language, listed_person
from nmirf_desktop.domain.members import Mechanism
from nmirf_desktop.domain.officers_listed import besides, counted_once, listed_twice, persons_more
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.participants import Answer, Delegate, Invitee, Part, Partner, PartnerKind
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sittings import going_on
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, symbol_of
from nmirf_desktop.i18n import N_, Catalog

TITLES = {
    Capacity.MEMBER: N_("Members represented"),
    Capacity.OBSERVER: N_("Observers represented"),
    Capacity.OTHER_STATE: N_("Other States represented"),
    Capacity.OHCHR: N_("OHCHR"),
    Capacity.UN_ENTITY: N_("United Nations entities"),
    Capacity.NHRI: N_("National human rights institutions"),
    Capacity.HUMAN_RIGHTS_BODY: N_("International human rights bodies"),
    Capacity.CIVIL_SOCIETY: N_("Civil society"),
    Capacity.ACADEMIA: N_("Academia"),
    Capacity.OTHER: N_("Other participants"),
}
NOBODY = N_("No participants have been recorded yet.")
COUNTED_AS_ONE = N_("A delegation that has named nobody yet is counted as one person.")
COUNTED_WITHOUT_NAMES = N_("A delegation of which no names are recorded is counted as one person.")
PROVISIONAL = N_("Provisional list of participants")
AS_ANNOUNCED = N_("This list is made from the replies received. Who was present is listed once the meeting is held.")
AS_NOTED = N_("This list is made from the presence noted so far. The meeting has not ended.")
NOT_YET = N_("Announced, not yet noted as present")
WITH_ADDRESSES = N_(
    "The contact details in this list are intended for the work of the Network and are not shared with third parties."
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """All who are invited to a meeting with their answers and delegations; *mechanisms* are those of the first day.

    The list of a meeting that is or was *held* names who was there (:func:`as_attended`); that of its minutes does on
    any day (:func:`as_minuted`). *held_until* is the day of its last sitting, where one was opened. While the meeting
    goes on it was *noted_on* that day, and those who are *missed* had announced themselves and are not noted yet.
    *officers* are those of the meeting who are known by name: each stands under its State, whoever its delegation names
    (``officers_listed``). One who may be a person that is named there by function alone is not counted besides, and a
    note says so.
    """

    guests: Guests
    mechanisms: Mapping[StateCode, Mechanism] = field(default_factory=dict)
    specimen: bool = False
    held: bool = False
    noted_on: datetime.date | None = None
    missed: tuple[GuestLine, ...] = ()
    held_until: datetime.date | None = None
    officers: tuple[NamedOfficer, ...] = ()

    def coming(self, capacity: Capacity) -> tuple[GuestLine, ...]:
        """Those of a capacity who take part."""
        lines = self.guests.lines
        return tuple(one for one in lines if one.capacity is capacity and one.invitee.answer in COMING)

    @property
    def dated(self) -> datetime.date:
        """The day of the last answer, within the meeting at the latest; of a meeting that was held its last sitting's.

        While it goes on, it is the day on which presence was noted last.
        """
        meeting = self.guests.meeting
        if self.noted_on is not None:
            return self.noted_on
        if self.held:
            return self.held_until or meeting.closes_on
        days = [one.invitee.answered_on for one in self.guests.lines if one.invitee.answered_on is not None]
        return min(max(days, default=meeting.opens_on), meeting.closes_on)


def as_attended(record: Attendance, facts: RecordedMeeting, today: datetime.date) -> Attendance:
    """The list of a meeting from its first sitting on: who was there, whatever they had answered.

    It names the same as the minutes (:func:`as_minuted`): States that were noted, heard or voted, and partners that
    were heard, since of those no presence is noted; and besides who sent apologies. Before the first sitting, and where
    nothing was recorded, the list is as announced. *Today* says whether the meeting goes on: who announced itself and
    was not noted is then named apart, and afterwards in no list.
    """
    ongoing = going_on(facts.meeting, facts.sittings, today)
    if not (facts.attended or facts.bodies) or (ongoing and not facts.held_sittings):
        return record
    found = as_minuted(record, facts)
    there = {one.key for one in found.guests.lines if one.key}
    away = [one for one in record.guests.lines if one.key not in there]
    excused = [one for one in away if one.invitee.answer is Answer.APOLOGIES]
    found = _held(found, (*found.guests.lines, *excused))
    if not ongoing:
        return found
    missed = tuple(one for one in away if one.invitee.answer in COMING)
    return replace(found, noted_on=_noted_on(facts), missed=missed)


def _noted_on(facts: RecordedMeeting) -> datetime.date:
    """The day, local to the meeting, on which presence was noted last, or on which its last sitting was opened."""
    opened = (one.opened_at for one in facts.held_sittings if one.opened_at is not None)
    return facts.local(max((*opened, *(one.at for one in facts.presence)))).date()


def as_minuted(record: Attendance, facts: RecordedMeeting) -> Attendance:
    """Who was there as the minutes tell it, on any day alike, so that what members correct is what is approved.

    States as their presence was recorded; partners and others that were heard, whatever they had answered.
    """
    lines = _states_there(record.guests.lines, facts)
    of_states = [one for one in lines if one.capacity in OF_STATES]
    found = _held(record, [*of_states, *_heard(lines, facts)])
    return replace(found, held_until=facts.held_until, officers=tuple(named_officers(facts)))


def _held(record: Attendance, lines: Iterable[GuestLine]) -> Attendance:
    return replace(record, guests=replace(record.guests, lines=tuple(lines)), held=True)


def _states_there(lines: Sequence[GuestLine], facts: RecordedMeeting) -> list[GuestLine]:
    """The lines of the States that were there, and those of all that had not said that they come."""
    there, known = facts.attended, {one.invitee.state for one in lines}
    noted = _Noted(facts.in_room, facts.online)
    missed = {one.key for one in lines if one.state and one.invitee.answer in COMING and one.state.iso3 not in there}
    came = [
        _came(one, noted) if one.state and one.state.iso3 in there else one for one in lines if one.key not in missed
    ]
    for capacity, codes in zip(OF_STATES, (facts.members, facts.observers, facts.others), strict=True):
        for code in facts.represented(codes):
            if code not in known:
                state = facts.states[code]
                came.append(_came(GuestLine(Invitee(code, facts.meeting.key, code), capacity, state), noted))
    return came


def _heard(lines: Iterable[GuestLine], facts: RecordedMeeting) -> Iterator[GuestLine]:
    """Each body that was heard: as a partner in the list of invited, or by its name alone where it is in none."""
    partners = {name: one for one in lines if one.partner is not None for name in _known_as(one.partner)}
    told: set[Key] = set()
    for body in facts.bodies:
        found = partners.get(compared(body))
        if found is not None and found.key in told:
            continue
        if found is None:
            kind = PartnerKind.OHCHR if compared(body) == OHCHR else PartnerKind.OTHER
            partner = Partner("", body, kind)
            invitee = Invitee("", facts.meeting.key, answer=Answer.ATTENDS)
            yield GuestLine(invitee, capacity_of_partner(partner), partner=partner)
            continue
        told.add(found.key)
        answer = Answer.ONLINE if found.invitee.answer is Answer.ONLINE else Answer.ATTENDS
        yield replace(found, invitee=replace(found.invitee, answer=answer))


def _known_as(partner: Partner) -> frozenset[str]:
    """What is compared of the names under which a partner is heard."""
    name = compared(partner.name)
    return frozenset({name, OHCHR} if partner.kind is PartnerKind.OHCHR else {name})


class _Noted(NamedTuple):
    """The States that were noted as present *in_room*, and those that were so *online* alone."""

    in_room: frozenset[StateCode]
    online: frozenset[StateCode]


def _came(line: GuestLine, noted: _Noted) -> GuestLine:
    """A delegation that was there, in the room or online as was noted; where nothing was, as it had announced."""
    state, announced = line.invitee.state, line.invitee.answer
    unnoted = announced is Answer.ONLINE and state not in noted.in_room
    answer = Answer.ONLINE if unnoted or state in noted.online else Answer.ATTENDS
    return replace(line, invitee=replace(line.invitee, answer=answer))


def participants_paper(record: Attendance, *, addresses: bool = False) -> RecordPaper:
    """The list by capacity, each delegation with its head first; *addresses* only where they were asked for.

    With them the list is an addendum that goes to members only.
    """
    meeting = record.guests.meeting
    symbol = symbol_of(DocumentKind.PARTICIPANTS, meeting)
    sections = tuple(_sections(record, addresses=addresses))
    return RecordPaper(
        masthead=Masthead(
            symbol=f"{symbol}/Add.1" if addresses else symbol,
            dated=record.dated,
            meeting=Said.of(meeting.title),
            place_and_dates=place_and_dates(meeting),
            distribution=Distribution.MEMBERS if addresses else Distribution.GENERAL,
            specimen=record.specimen,
        ),
        title=Said.words(KIND_LABELS[DocumentKind.PARTICIPANTS] if record.held else PROVISIONAL),
        blocks=tuple(_on_what_it_rests(record)) if sections else (Para(Said.words(NOBODY)),),
        sections=sections,
    )


def _on_what_it_rests(record: Attendance) -> Iterator[Note]:
    """From what a list is made that may still change; nothing of a meeting that was held."""
    if not record.held:
        yield Note(Said.words(AS_ANNOUNCED))
    elif record.noted_on is not None:
        yield Note(Said.words(AS_NOTED))


def delegations(record: Attendance) -> tuple[PaperSection, ...]:
    """Who was there, by capacity and by name, for minutes (:func:`as_minuted`); nothing where nobody is named."""
    if not any(one.delegation for one in record.guests.lines if one.invitee.answer in COMING):
        return ()
    coming = {capacity: found for capacity in Capacity if (found := record.coming(capacity))}
    return tuple(
        PaperSection(_titled(capacity, len(lines)), (_table(record, capacity, lines, addresses=False),))
        for capacity, lines in coming.items()
    )


def _sections(record: Attendance, *, addresses: bool) -> Iterator[PaperSection]:
    coming = {capacity: found for capacity in Capacity if (found := record.coming(capacity))}
    counted = COUNTED_WITHOUT_NAMES if record.held else COUNTED_AS_ONE
    said = {counted: record.guests.expected().unnamed > 0, WITH_ADDRESSES: addresses}
    notes = [Note(Said.words(note)) for note, holds in said.items() if holds]
    once = listed_twice(record.officers, (one for lines in coming.values() for one in lines))
    if once:
        notes.insert(0, Note(Said.by(lambda words: counted_once(once, words))))
    if coming:
        yield PaperSection(Said.words(N_("Summary")), (_totals(record, coming), *notes))
    for capacity, lines in coming.items():
        yield PaperSection(_titled(capacity, len(lines)), (_table(record, capacity, lines, addresses=addresses),))
    if record.missed:
        yield PaperSection(Said.words(NOT_YET), tuple(_by_sort(record.missed)))
    absent = [one for one in record.guests.lines if one.invitee.answer is Answer.APOLOGIES]
    if absent:
        yield PaperSection(Said.words(N_("Apologies for absence")), tuple(_by_sort(absent)))


def _by_sort(lines: Sequence[GuestLine]) -> Iterator[StateColumns]:
    """Names without delegations: the States, and after them the organizations."""
    for title, of_states in ((N_("States"), True), (N_("Organizations"), False)):
        names = tuple(_name(one) for one in lines if (one.capacity in OF_STATES) is of_states)
        if names:
            yield StateColumns(Said.words(title), names)


def _titled(capacity: Capacity, total: int) -> Said:
    return Said.by(
        lambda words: words.gettext("{title} ({total})").format(
            title=words.gettext(TITLES[capacity]), total=words.number(total)
        )
    )


def _totals(record: Attendance, coming: Mapping[Capacity, tuple[GuestLine, ...]]) -> DataTable:
    """How many of each capacity are represented, and by how many persons in the room and online."""
    columns = (
        Column(Said.words(N_("Capacity")), 3.4),
        Column(Said.words(N_("Delegations")), 1.6, figures=True),
        Column(Said.words(N_("In person")), 1.6, figures=True),
        Column(Said.words(N_("Online")), 1.6, figures=True),
    )
    every = [one for lines in coming.values() for one in lines]
    counted = [
        *((TITLES[capacity], lines, record.guests.expected((capacity,))) for capacity, lines in coming.items()),
        (N_("Total"), every, record.guests.expected()),
    ]
    rows = tuple(
        (
            Said.words(title),
            _number(len(lines)),
            _number(found.in_room + _counted_besides(record, lines, online=False)),
            _number(found.online + _counted_besides(record, lines, online=True)),
        )
        for title, lines, found in counted
    )
    return DataTable(columns, rows, total=True)


def _counted_besides(record: Attendance, lines: Iterable[GuestLine], *, online: bool) -> int:
    """How many officers stand beside their delegations as persons more."""
    there = (one for one in lines if (one.invitee.answer is Answer.ONLINE) is online)
    return sum(persons_more(record.officers, one) for one in there)


def _number(count: int) -> Said:
    return Said.by(lambda words: words.number(count))


def _name(line: GuestLine) -> Said:
    if line.partner is not None:
        return Said.of(line.partner.name)
    return Said.by(line.said_in)


def _table(record: Attendance, capacity: Capacity, lines: tuple[GuestLine, ...], *, addresses: bool) -> DataTable:
    """Each delegation beside its name, in each language’s order; one without names is told by its State alone."""
    of_states = capacity in OF_STATES
    columns = (
        Column(Said.words(N_("State") if of_states else N_("Organization")), 2.6),
        Column(Said.words(N_("Delegation") if of_states else N_("Represented by")), 6.4),
    )
    rows = tuple((_name(line), _delegation(record, line, addresses=addresses)) for line in lines)
    return DataTable(columns, rows, alphabetical=True)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the persons of a delegation are written: in which words, with the State’s mechanism, with addresses."""

    words: Catalog
    mechanism: Mechanism | None
    addresses: bool


def _delegation(record: Attendance, line: GuestLine, *, addresses: bool) -> Said:
    mechanism = record.mechanisms.get(line.invitee.state or "")

    def said(words: Catalog) -> str:
        far = [words.gettext("online")] if line.invitee.answer is Answer.ONLINE else []
        officers = [one.said_in(words, *far) for one in besides(record.officers, line)]
        if not line.delegation and not officers:
            if record.held:
                return words.listing(far)
            return _marked(words.pgettext("composition of a delegation", "not named yet"), far, words)
        look = _Look(words, mechanism, addresses)
        return "\n".join([*officers, *(_person(line, one, person, look) for one, person in line.delegation)])

    return Said.by(said)


def _person(line: GuestLine, one: Delegate, person: Person, look: _Look) -> str:
    """A person as a list prints it, and in brackets what is to be known of it."""
    words = look.words
    listed = listed_person(person, words, addresses=look.addresses, mechanism=look.mechanism)
    first, *rest = listed.split("\n")
    marks = {
        _leading(person, words): one.part is Part.HEAD and len(line.delegation) > 1,
        _advising(person, words): one.part is Part.ADVISER,
        words.gettext("focal point"): person.key in line.designated and not _says_so(person, words),
        words.gettext("online"): one.online or line.invitee.answer is Answer.ONLINE,
    }
    said = [mark for mark, holds in marks.items() if holds]
    return "\n".join((_marked(first, said, words), *rest))


def _leading(person: Person, words: Catalog) -> str:
    """That somebody leads a delegation, by the gender of the person where it is known."""
    match person.gender:
        case Gender.FEMININE:
            return words.pgettext("a woman in a delegation", "head of delegation")
        case Gender.MASCULINE:
            return words.pgettext("a man in a delegation", "head of delegation")
        case _:
            return words.gettext("head of delegation")


def _advising(person: Person, words: Catalog) -> str:
    """That somebody advises a delegation, by the gender of the person where it is known."""
    match person.gender:
        case Gender.FEMININE:
            return words.pgettext("a woman in a delegation", "adviser")
        case Gender.MASCULINE:
            return words.pgettext("a man in a delegation", "adviser")
        case _:
            return words.gettext("adviser")


def _says_so(person: Person, words: Catalog) -> bool:
    """Whether the function says already that somebody is a focal point."""
    return words.gettext("focal point").casefold() in in_its_language(person.function, words).casefold()


def _marked(text: str, marks: list[str], words: Catalog) -> str:
    if not marks:
        return text
    return words.pgettext("participant", "{person} ({marks})").format(person=text, marks=words.listing(marks))
