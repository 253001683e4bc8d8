"""What lies in the room: the sheet that delegations sign, the sheet on which a roll call is ticked, the name plates."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from nmirf_desktop.domain.blocks import Block, Column, DataTable, Note, Para, Plates, Signature, Signatures
from nmirf_desktop.domain.casting import roll_call_order
from nmirf_desktop.domain.guests import GuestLine
from nmirf_desktop.domain.invitations import OF_STATES, Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.domain.participants_papers import TITLES, Attendance
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.signing import SIGNING
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, symbol_of
from nmirf_desktop.domain.voting import ANSWER_LABELS
from nmirf_desktop.domain.voting import Answer as Position
from nmirf_desktop.i18n import N_, Catalog

FIRST_CALL = N_(
    "In every language the call follows the English alphabetical order: it begins with the member whose name is drawn "
    "by lot, and goes on from the end to the top."
)
EXPECTED = {
    Capacity.MEMBER: N_("Members"),
    Capacity.OBSERVER: N_("Observers"),
    Capacity.OTHER_STATE: N_("Other States"),
}
"""Who may sign: whether a State is represented is what the sheet shows afterwards."""
FREE_LINES = 6
"""So many rows without a name are left at the end of the sheet."""
FOLDED = N_("Each of the following sheets is folded in the middle and stands on a table.")
ANNOUNCED = N_("The result is that which the Chair announces.")


def _head(kind: DocumentKind, facts: RecordedMeeting, *, specimen: bool) -> Masthead:
    meeting = facts.meeting
    return Masthead(
        symbol=symbol_of(kind, meeting),
        dated=meeting.opens_on,
        meeting=Said.of(meeting.title),
        place_and_dates=place_and_dates(meeting),
        original=meeting.title.source,
        specimen=specimen,
    )


def _present(record: Attendance, facts: RecordedMeeting, capacity: Capacity) -> tuple[GuestLine, ...]:
    """Those of a capacity who may come: all but those who said that they do not, and did not come after all."""
    lines, came = (one for one in record.guests.lines if one.capacity is capacity), facts.attended
    return tuple(one for one in lines if one.invitee.answer is not Answer.APOLOGIES or one.invitee.state in came)


def _name(line: GuestLine) -> Said:
    """Who may come; a body whose name has no translation is simply called by its name."""
    return Said.by(line.said_in)


# -- signed ------------------------------------------------------------------------------------------------------------


def signature_paper(record: Attendance, facts: RecordedMeeting) -> RecordPaper:
    """A row for each delegation that may come, with a cell to sign for each sitting, then rows without a name.

    Each member and observer of the first day has its row, invited or not, but for those that sent apologies and
    did not come after all.
    """
    kind = DocumentKind.SIGNATURES
    numbers = [one.number for one in sorted(facts.sittings, key=lambda one: (one.on, one.number))] or [1]
    sections = tuple(_to_sign(record, facts, numbers))
    free = ((NOTHING,) * (len(numbers) + 1),) * FREE_LINES
    others = DataTable(_cells(N_("Name and function"), numbers), free, by_hand=True, whole=True)
    sections += (PaperSection(Said.words(N_("Others present")), (others,)),)
    return RecordPaper(
        _head(kind, facts, specimen=record.specimen), Said.words(KIND_LABELS[kind]), (), sections=sections
    )


def _to_sign(record: Attendance, facts: RecordedMeeting, numbers: Sequence[int]) -> Iterator[PaperSection]:
    empty = (NOTHING,) * len(numbers)
    for capacity in Capacity:
        names = _may_come(record, facts, capacity)
        if names:
            columns = _cells(N_("State") if capacity in OF_STATES else N_("Organization"), numbers)
            rows = tuple((name, *empty) for name in names)
            yield PaperSection(
                Said.words(EXPECTED.get(capacity, TITLES[capacity])),
                (DataTable(columns, rows, alphabetical=True, by_hand=True),),
            )


def _may_come(record: Attendance, facts: RecordedMeeting, capacity: Capacity) -> tuple[Said, ...]:
    """The names of those of a capacity who have a line to sign and a plate, invited or not."""
    return (*map(_name, _present(record, facts, capacity)), *_uninvited(record, facts, capacity))


def _uninvited(record: Attendance, facts: RecordedMeeting, capacity: Capacity) -> Iterator[Said]:
    """The members, or the observers, of the first day to whom no invitation is recorded."""
    of_class = {Capacity.MEMBER: facts.members, Capacity.OBSERVER: facts.observers}.get(capacity, ())
    invited = {one.invitee.state for one in record.guests.lines}
    return (Said.by(facts.states[code].said_in) for code in of_class if code not in invited)


def _cells(name: str, numbers: Sequence[int]) -> tuple[Column, ...]:
    return (Column(Said.words(name), 3.0), *(Column(_sitting(number)) for number in numbers))


def _sitting(number: int) -> Said:
    return Said.by(lambda words: sentence_start(words.ordinal_sitting(number)))


# -- ticked ------------------------------------------------------------------------------------------------------------


def roll_call_paper(facts: RecordedMeeting, *, specimen: bool = False) -> RecordPaper:
    """(silent; GA 87/127) R19: the members of the first day in the English alphabetical order, to be ticked.

    The order is the same in each language's sheet, as it is called, and the sheet says so. Who passes is ticked so in
    the first call, and answers in the second.
    """
    kind, members = DocumentKind.ROLL_CALL, [facts.states[code] for code in facts.members]
    asked = (
        Position.IN_FAVOUR, Position.AGAINST, Position.ABSTAINING, Position.NOT_PARTICIPATING, Position.PASSED,
    )  # fmt: skip
    columns = (
        Column(Said.words(N_("No.")), 0.5, figures=True),
        Column(Said.words(N_("Member")), 3.0),
        *(Column(Said.words(ANSWER_LABELS[one])) for one in asked),
        Column(Said.words(N_("Second call"))),
    )
    empty = (NOTHING,) * (len(asked) + 1)
    called = roll_call_order(members)
    rows = tuple(
        (Said.same(str(place)), Said.by(facts.states[code].said_in), *empty) for place, code in enumerate(called, 1)
    )
    return RecordPaper(
        _head(kind, facts, specimen=specimen),
        Said.words(KIND_LABELS[kind]),
        (
            Para(Said.words(FIRST_CALL)),
            _asked(),
            DataTable(
                columns, (*rows, (NOTHING, Said.words(N_("Total")), *empty)), row_headers=False, total=True,
                by_hand=True, ticked=True,
            ),
            Note(Said.words(ANNOUNCED)),
            Signatures(tuple(Signature(Said.words(office)) for office in SIGNING.values())),
        ),
    )  # fmt: skip


def _asked() -> Block:
    """What is put to the vote, where and when: filled in by hand."""
    lines = (N_("What is put to the vote"), N_("Sitting and time"), N_("Drawn by lot"))
    rows = tuple((Said.words(one), NOTHING) for one in lines)
    columns = (Column(Said.words(N_("The vote")), 1.2), Column(NOTHING, 3.0))
    return DataTable(columns, rows, by_hand=True)


# -- on the tables -----------------------------------------------------------------------------------------------------


def plates_paper(record: Attendance, facts: RecordedMeeting, only: StateCode | None = None) -> RecordPaper:
    """A plate for each delegation that may come, and for the podium; or *only* that of one State, expected or not.

    As on the sheet that is signed, each member and observer of the first day has one, invited or not, but for those
    that sent apologies and did not come after all.
    """
    kind = DocumentKind.PLATES
    head = _head(kind, facts, specimen=record.specimen)
    if only is not None:
        head = replace(head, symbol=f"{head.symbol}/{only}")
        plates = Plates((), (Said.by(facts.states[only].said_in),))
    else:
        names = [name for capacity in Capacity for name in _may_come(record, facts, capacity)]
        plates = Plates(tuple(map(Said.by, _PODIUM)), tuple(names))
    return RecordPaper(head, Said.words(KIND_LABELS[kind]), (Note(Said.words(FOLDED)), plates))


def states_with_plates(record: Attendance, facts: RecordedMeeting) -> tuple[StateCode, ...]:
    """The States that have a plate among all, by their codes."""
    lines = (one for capacity in OF_STATES for one in _present(record, facts, capacity))
    invited = {one.invitee.state for one in record.guests.lines}
    others = (code for code in (*facts.members, *facts.observers) if code not in invited)
    return tuple(sorted({*(one.invitee.state for one in lines if one.invitee.state), *others}))


_PODIUM: tuple[Callable[[Catalog], str], ...] = (
    lambda words: words.pgettext("name plate", "Chair"),
    lambda words: words.pgettext("name plate", "Rapporteur"),
    lambda words: words.pgettext("name plate", "Coordinator"),
    lambda words: words.pgettext("name plate", "Secretariat"),
)
"""Who sits at the head of the room."""
