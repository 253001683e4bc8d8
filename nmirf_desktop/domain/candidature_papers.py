"""The call for candidatures and the list of candidates as papers."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from nmirf_desktop.domain.blocks import Block, Column, DataTable, Entry, Listing, Para
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate, early, late, slate_on, withdrawn
from nmirf_desktop.domain.committees import mandate
from nmirf_desktop.domain.decision_papers import as_at
from nmirf_desktop.domain.declaration import COMMITTEE, COORDINATOR, TERM_YEARS
from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.listed_people import listed_person
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import KIND_LABELS as BELONGING
from nmirf_desktop.domain.members import Mechanism, Membership, MembershipKind
from nmirf_desktop.domain.membership_rules import mechanism_on, membership_on
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practices import DEFAULTS, OPEN_QUESTIONS, Option, Practices, Question
from nmirf_desktop.domain.regions import SCHEMES, region_name, region_of, scheme
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figure, Figures
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, standing_symbol
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

NO_CALL = N_("No call for candidatures had been opened by this day.")
NOBODY = N_("No candidature had been received by this day.")
OF_THE_DECLARATION = (
    (COMMITTEE, N_("The Committee has {least} to {most} seats.")),
    (COMMITTEE, N_("The seats are spread over different regions.")),
    (COMMITTEE, N_("The mandate lasts {years} years.")),
    (COMMITTEE, N_("The Committee is appointed in the course of a meeting of the Network.")),
    (COORDINATOR, N_("The Committee chooses its Coordinator among those who hold its seats.")),
)
"""What the Declaration says of the seats, in our own words, by its section."""
ANSWERS = (
    N_(
        "A State submits its candidature by a written communication to the secretariat, in one of the three languages "
        "of the Network."
    ),
    N_("The communication names the representative of the State, with function and address."),
    N_("A candidature received after the closing date is recorded, and listed as late."),
    N_("A candidature may be withdrawn in writing until the appointment."),
)
"""How a call is answered."""
OPEN = (Question.ELIGIBLE, Question.REGIONS, Question.SECRECY, Question.ACCLAMATION)
"""The open questions that matter to candidates."""


@dataclass(frozen=True, slots=True)
class CandidatureRecord:
    """A call with what came of it by the day *on*; *states* as named and grouped on it. Without a call there is none.

    *practices* are those in force on the day, *called_under* those on the day of the call, which is the *nth* of its
    year. *secretariat* is what the organisation says of it, such as its address; *figures* are the numbers of the rules
    as the call knew them.
    """

    on: datetime.date
    states: Mapping[StateCode, State]
    call: Call | None = None
    candidatures: tuple[Candidature, ...] = ()
    slates: tuple[Slate, ...] = ()
    people: tuple[Person, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    memberships: tuple[Membership, ...] = ()
    meeting: Meeting | None = None
    practices: Practices = DEFAULTS
    called_under: Practices = DEFAULTS
    nth: int = 1
    prefix: str = "NMIRF"
    specimen: bool = False
    secretariat: Trilingual = Trilingual()
    figures: Figures = AS_ADOPTED

    @property
    def received(self) -> tuple[Candidature, ...]:
        """The candidatures received by the day."""
        return tuple(one for one in self.candidatures if one.received_on <= self.on)

    @property
    def slate(self) -> Slate | None:
        """The slate agreed last by the day."""
        return slate_on(self.slates, self.on)

    @property
    def gone(self) -> Mapping[StateCode, datetime.date]:
        """The States that no longer stand on the day, with that of their withdrawal."""
        days = ((one.state, one.withdrawn_on) for one in self.received if withdrawn(one, self.on))
        return {state: day for state, day in days if day is not None}


def call_paper(record: CandidatureRecord) -> RecordPaper:
    """The call opened last by the record's day: what is called for, until when, how to answer, and by which rules."""
    call = record.call
    if call is None:
        return _paper(DocumentKind.CALL, record, (Para(Said.words(NO_CALL)),))
    note = (Para(Said.of(call.note)),) if call.note else ()
    return _paper(
        DocumentKind.CALL,
        record,
        (Para(Said.by(lambda words: _opening(record, call, words))), *note, _terms(record, call)),
        (
            PaperSection(Said.words(N_("How to answer")), (_answers(record, call),)),
            PaperSection(Said.words(N_("What the Declaration says")), (_rules(record),)),
            PaperSection(
                Said.words(N_("What holds where the Declaration is silent")), (_practices(record.called_under),)
            ),
        ),
    )


def candidates_paper(record: CandidatureRecord) -> RecordPaper:
    """Who stands by the record's day, late and withdrawn ones too, and the slate agreed last with its regions."""
    call = record.call
    if call is None:
        return _paper(DocumentKind.CANDIDATES, record, (Para(Said.words(NO_CALL)),))
    came: Block = _candidates(record, call) if record.received else Para(Said.words(NOBODY))
    slate = record.slate
    sections = () if slate is None else (PaperSection(Said.words(N_("Agreed slate")), _slate(record, slate)),)
    return _paper(
        DocumentKind.CANDIDATES, record, (Para(Said.by(lambda words: _closing(record, call, words))), came), sections
    )


def _paper(
    kind: DocumentKind, record: CandidatureRecord, blocks: tuple[Block, ...], sections: tuple[PaperSection, ...] = ()
) -> RecordPaper:
    call = record.call
    opened = record.on if call is None else call.opened_on
    return RecordPaper(
        masthead=Masthead(
            symbol=standing_symbol(kind, record.prefix, opened, nth=record.nth),
            dated=opened if kind is DocumentKind.CALL else record.on,
            meeting=Said.words(N_("Executive Committee")),
            specimen=record.specimen,
        ),
        title=Said.words(KIND_LABELS[kind]),
        blocks=blocks,
        below=NOTHING if kind is DocumentKind.CALL and call is not None else as_at(record.on),
        sections=sections,
    )


def _day(day: datetime.date) -> Said:
    return Said.by(lambda words: words.date(day))


def _opening(record: CandidatureRecord, call: Call, words: Catalog) -> str:
    """What the States are asked for."""
    number = words.number(call.seats)
    if record.meeting is None:
        return words.ngettext(
            "Candidatures are invited for {n} seat on the Executive Committee.",
            "Candidatures are invited for {n} seats on the Executive Committee.",
            call.seats,
        ).format(n=number)
    return words.ngettext(
        "Candidatures are invited for {n} seat on the Executive Committee, to be filled by appointment during "
        "{meeting}.",
        "Candidatures are invited for {n} seats on the Executive Committee, to be filled by appointment during "
        "{meeting}.",
        call.seats,
    ).format(n=number, meeting=meeting_name(record.meeting, words))


def _closing(record: CandidatureRecord, call: Call, words: Catalog) -> str:
    """For what the States stand, and until when."""
    values = {"last": words.date(call.closes_on), "opened": words.date(call.opened_on)}
    if call.closes_on >= record.on:
        said = words.gettext("The call of {opened} is open until {last} inclusive.").format(**values)
        return f"{_opening(record, call, words)} {said}"
    said = words.gettext("The call of {opened} was open until {last} inclusive.").format(**values)
    return f"{_opened(record, call, words)} {said}"


def _opened(record: CandidatureRecord, call: Call, words: Catalog) -> str:
    """What the States were asked for, once the call is over."""
    number = words.number(call.seats)
    if record.meeting is None:
        return words.ngettext(
            "Candidatures were invited for {n} seat on the Executive Committee.",
            "Candidatures were invited for {n} seats on the Executive Committee.",
            call.seats,
        ).format(n=number)
    return words.ngettext(
        "Candidatures were invited for {n} seat on the Executive Committee, to be filled by appointment during "
        "{meeting}.",
        "Candidatures were invited for {n} seats on the Executive Committee, to be filled by appointment during "
        "{meeting}.",
        call.seats,
    ).format(n=number, meeting=meeting_name(record.meeting, words))


def _terms(record: CandidatureRecord, call: Call) -> DataTable:
    """Seats, mandate, closing date and reference."""
    rows = [(N_("Seats"), Said.by(lambda words: words.number(call.seats)))]
    meeting = record.meeting
    if meeting is not None:
        rows.append((N_("Meeting making the appointment"), place_and_dates(meeting)))
    rows.append((N_("Mandate"), Said.by(lambda words: _mandate(call, record.figures, words))))
    rows.append((N_("Call opened on"), _day(call.opened_on)))
    rows.append((N_("Closing date"), _day(call.closes_on)))
    if call.reference:
        rows.append((N_("Reference"), Said.same(call.reference)))
    columns = (Column(Said.words(N_("What is called for")), 2), Column(Said.words(N_("In this call")), 3))
    return DataTable(columns, tuple((Said.words(label), said) for label, said in rows))


def _mandate(call: Call, figures: Figures, words: Catalog) -> str:
    """R30: its days, where the call names the first; else they are known once a day of the meeting has appointed."""
    if call.begins is None:
        years = figures.number(Figure.TERM_YEARS, call.opened_on)
        if years == TERM_YEARS:
            return words.gettext("three years from the day of the appointment")
        said = words.ngettext(
            "{n} year from the day of the appointment", "{n} years from the day of the appointment", years
        )
        return said.format(n=words.number(years))
    return words.date_range(call.begins, mandate(call.begins, figures).last_day or call.begins)


def _unbroken(day: datetime.date, words: Catalog) -> str:
    """A day on one line, whatever the width."""
    return words.short_date(day).replace(" ", "\u00a0")


def _rules(record: CandidatureRecord) -> DataTable:
    """R46: the numbers are those in force for the mandate that is called for, as the day of the call knew them."""
    day = record.on if record.call is None else record.call.begins or record.call.opened_on
    least, most = record.figures.seats(day)
    values = {"least": least, "most": most, "years": record.figures.number(Figure.TERM_YEARS, day)}
    columns = (Column(Said.words(N_("Section")), 2), Column(Said.words(N_("Rule, as worded by the secretariat")), 3))
    rows = tuple(
        (Said.words(section), Said.by(partial(_in_lines, tuple(Phrase(text, values) for _, text in of_it))))
        for section, of_it in groupby(OF_THE_DECLARATION, lambda one: one[0])
    )
    return DataTable(columns, rows)


def _in_lines(phrases: tuple[Phrase, ...], words: Catalog) -> str:
    """Each sentence on a line of its own."""
    return "\n".join(one.said_in(words) for one in phrases)


def _said(phrase: Phrase) -> Said:
    return Said.by(phrase.said_in)


def _practices(practices: Practices) -> DataTable:
    """Who may sit, what a region is, how is elected: what is in force, and from where it comes."""
    columns = (
        Column(Said.words(N_("Question")), 2),
        Column(Said.words(N_("Practice in force")), 3),
        Column(Said.words(N_("Source")), 2.6),
    )
    rows = []
    for question in OPEN:
        way = practices.way(question)
        rows.append((Said.words(OPEN_QUESTIONS[question].title), Said.words(way.sentence), _said(way.source_said)))
    return DataTable(columns, tuple(rows))


def _answers(record: CandidatureRecord, call: Call) -> Listing:
    last = N_("The communication must be received by {day}, local date at the venue of the meeting.")
    texts = (ANSWERS[0], ANSWERS[1], last, *ANSWERS[2:])
    answers = [Entry(_said(Phrase(text, {"day": call.closes_on}))) for text in texts]
    if record.secretariat:
        answers.insert(1, Entry(Said.by(lambda words: _address(record.secretariat, words))))
    return Listing(tuple(answers))


def _address(secretariat: Trilingual, words: Catalog) -> str:
    """Where to write, as the organisation says it at the head of its papers."""
    own = secretariat[words.language].strip() or secretariat.original.strip()
    return words.gettext("Where to write: {secretariat}").format(secretariat=own)


def _candidates(record: CandidatureRecord, call: Call) -> DataTable:
    """Who stands; remarks have a column where there are some."""
    remarked = any(next(_remarks(record, call, one, catalog(Language.EN)), "") for one in record.received)
    remarks = (Column(Said.words(N_("Remarks")), 1.5),) if remarked else ()
    columns = (
        Column(Said.words(N_("State")), 1.6),
        Column(Said.words(SCHEMES[scheme(record.practices)]), 3),
        Column(Said.words(N_("Representative")), 4.7),
        Column(Said.words(N_("Received on")), 1.7),
        *remarks,
    )
    width = len(columns)
    rows = tuple(_row(record, call, one)[:width] for one in record.received)
    return DataTable(columns, rows, alphabetical=True)


def _row(record: CandidatureRecord, call: Call, one: Candidature) -> tuple[Said, ...]:
    person = next((known for known in record.people if known.key == one.person), None)
    mechanism = mechanism_on(record.mechanisms, one.state, record.on)
    return (
        Said.by(record.states[one.state].said_in),
        _region(record, record.states[one.state]),
        Said.words(N_("not named yet"))
        if person is None
        else Said.by(lambda words: listed_person(person, words, mechanism=mechanism)),
        Said.by(lambda words: _unbroken(one.received_on, words)),
        Said.by(lambda words: "\n".join(_remarks(record, call, one, words))),
    )


def _region(record: CandidatureRecord, state: State) -> Said:
    return Said.words(region_name(state, scheme(record.practices)))


def _remarks(record: CandidatureRecord, call: Call, one: Candidature, words: Catalog) -> Iterator[str]:
    """Late, withdrawn, and who is no member; nothing of the others."""
    if early(one, call):
        yield words.gettext("Received before the call was opened")
    if late(one, call):
        yield words.gettext("Received late")
    if (gone := record.gone.get(one.state)) is not None:
        yield _withdrawal(gone, words)
    held = membership_on(record.memberships, one.state, record.on)
    if held is None:
        yield words.gettext("Not in the Network")
    elif held.kind is not MembershipKind.MEMBER:
        yield words.gettext(BELONGING[held.kind])


def _withdrawal(day: datetime.date, words: Catalog) -> str:
    return words.gettext("Withdrawn on {day}").format(day=_unbroken(day, words))


def _slate(record: CandidatureRecord, slate: Slate) -> tuple[Block, ...]:
    """The States agreed, who withdrew since as such, and how the seats of the others are spread."""
    gone, by = record.gone, scheme(record.practices)
    stay = tuple(record.states[code] for code in slate.states if code not in gone)
    note = (Para(Said.of(slate.note)),) if slate.note else ()
    return (Para(Said.by(lambda words: _agreement(slate, stay, by, words))), _agreed(record, slate), *note)


def _agreement(slate: Slate, stay: Iterable[State], by: Option, words: Catalog) -> str:
    """When they were agreed, and how the seats of those who *stay* are spread."""
    said = words.gettext("These States were agreed upon on {day}, in the order in which they stand here.")
    return f"{said.format(day=words.date(slate.agreed_on))} {_spread(stay, by, words)}"


def _agreed(record: CandidatureRecord, slate: Slate) -> DataTable:
    """The States of a slate with their regions; who withdrew since has the day beside it, and no region."""
    gone = {code: day for code, day in record.gone.items() if code in slate.states}
    remarks = (Column(Said.words(N_("Remarks")), 2),) if gone else ()
    columns = (Column(Said.words(N_("State")), 2), Column(Said.words(SCHEMES[scheme(record.practices)]), 3), *remarks)

    def row(code: StateCode) -> tuple[Said, ...]:
        state, day = record.states[code], gone.get(code)
        if day is not None:
            return Said.by(state.said_in), NOTHING, Said.by(lambda words: _withdrawal(day, words))
        return (Said.by(state.said_in), _region(record, state), *((NOTHING,) if gone else ()))

    return DataTable(columns, tuple(row(code) for code in slate.states))


def _spread(states: Iterable[State], by: Option, words: Catalog) -> str:
    count = len({region for state in states if (region := region_of(state, by)) is not None})
    if by is Option.M49_REGION:
        return words.ngettext(
            "The seats of the slate stand for {n} region.", "The seats of the slate stand for {n} regions.", count
        ).format(n=words.number(count))
    return words.ngettext(
        "The seats of the slate stand for {n} regional group.",
        "The seats of the slate stand for {n} regional groups.",
        count,
    ).format(n=words.number(count))
