"""The preview of a list: each row judged against the register, and beside the rows before it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from nmirf_desktop.domain.functions import DESIGNATED
from nmirf_desktop.domain.intake import (
    WORK,
    ByHand,
    Cell,
    Correction,
    IntakeKind,
    IntakeTable,
    Line,
    NotRead,
    Preview,
    PreviewRow,
    Reading,
    Verdict,
    Weight,
)
from nmirf_desktop.domain.intake.cells import ListDates, RowCells, text_of
from nmirf_desktop.domain.intake.drafts import RowDraft, row_of
from nmirf_desktop.domain.intake.fields import FIELDS, fields_of
from nmirf_desktop.domain.intake.focal_points import judge_focal_point
from nmirf_desktop.domain.intake.mechanisms import judge_mechanism
from nmirf_desktop.domain.intake.members import judge_group, judge_membership
from nmirf_desktop.domain.intake.participants import contradict, judge_participant
from nmirf_desktop.domain.intake.standing import Snapshot, Standing
from nmirf_desktop.domain.intake.states import NamedStates
from nmirf_desktop.domain.intake.words import compared, groups, roles
from nmirf_desktop.domain.intake.work_drafts import WorkDraft
from nmirf_desktop.domain.intake.work_rows import judge_work
from nmirf_desktop.domain.intake.work_standing import WorkStanding
from nmirf_desktop.domain.participants import Answer, Invitee
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.recognition import Gazetteer
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.i18n.reading import DateOrder

Report = Callable[[int, int], object]
"""Told "row *n* of *m*" now and then."""

ELSEWHERE = N_("Seats, offices and people without a function are not imported: they are recorded where they belong.")
OTHERWISE = N_("Line {line} says otherwise of {person}: correct one of them.")
ANSWERED_OTHERWISE = N_("Line {line} gives another answer of this State: correct one of them.")
SAME_LINE = N_("Line {line} says the same.")
TWICE = N_("Line {line} is about this State already: a State stands once in a list of members.")
SAME_RECORD = N_("Line {line} is about the same record and says otherwise: correct one of them.")
TWO_LINES = N_("Line {line} is about the same designation and says otherwise: correct one of them.")
QUOTED = N_("“{title}”")
UNREAD = N_("These columns are not read: {headings}.")
DOUBLED = N_("Two columns are for “{field}”: column {read} is read, column {unread} is not. Choose which is meant.")
OWN_CODES = N_(
    "The column “{field}” is not read: most of what it holds is not codes of States, and the lines name their States."
)
DERIVED = N_("What these columns hold is not imported: {headings}.")
WITH_PEOPLE = N_(
    "E-mail addresses and telephone numbers beside focal points are imported with the list of focal points."
)
LEFT_EMPTY = N_("The reply sheet came back empty: it gives no answer and names nobody.")
CORRECTS = N_(
    "Lines with an identifier correct the record of it: what is no more in a cell is taken out. A record whose line is "
    "not in the list stays as it is, as do the fields that have no column."
)
ORDERS = {
    DateOrder.MONTH_FIRST: N_("Dates in the column “{field}” have the month first."),
    DateOrder.ASSUMED: N_(
        "Dates in the column “{field}” are read with the day first, for nothing in it shows the order: "
        "choose it for the whole list where the month comes first."
    ),
    DateOrder.CONTRADICTORY: N_(
        "Dates in the column “{field}” have the day first in some lines and the month first in others: "
        "those that may be two days are not read, unless you choose the order for the whole list."
    ),
}
_SUMS = re.compile(
    r"(sub|sous|grand)?[ -]?(total|totaux|totales|subtotal)\b|(source|fuente|notes?|notas?|remarques?|observaciones|"
    r"updated|last updated|mis à jour|mise à jour|actualizado|legend|légende|leyenda|page|página)\b",
    re.IGNORECASE,
)
"""How a line begins that is no row: a sum, a source, a note, the foot of a page."""
_FOOTNOTE = "*"
_EVERY = 200
_NO_CORRECTION = Correction()
AS_IT_IS = ByHand()
"""A list read as it came."""


@dataclass(slots=True)
class _Judging:
    """One list while it is judged."""

    table: IntakeTable
    standing: Standing
    work: WorkStanding
    states: NamedStates
    dates: ListDates
    reading: Reading
    seen: dict[StateCode, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    made_by: dict[Key, int] = field(default_factory=dict)
    told_by: dict[tuple[Key, str], int] = field(default_factory=dict)
    answered: dict[tuple[Key, StateCode], list[tuple[int, Answer, Answer | None]]] = field(default_factory=dict)
    not_rows: list[NotRead] = field(default_factory=list)

    def row(self, line: Line, correction: Correction) -> PreviewRow | None:
        """One line judged; ``None`` where it is no row."""
        cells = RowCells(line, self.table, correction, self.dates)
        if self.table.kind in WORK:
            return self._work(cells, correction)
        if self.table.kind is IntakeKind.FOCAL_POINTS and _held_elsewhere(cells):
            cells.say(Weight.NOTE, ELSEWHERE, "role")
            return row_of(cells, cells.text("state") or cells.text("person"), Verdict.UNCHANGED)
        state, candidates = self.states.of(cells)
        name = cells.text("state") or cells.text("code")
        if state is None:
            if self._is_no_row(cells, name):
                return None
            row = row_of(cells, name, Verdict.ERROR)
            return replace(row, candidates=candidates, chosen=correction.choices)
        if self.table.kind is IntakeKind.PARTICIPANTS and _is_blank(cells):
            if not self.table.reply_sheet:
                self.not_rows.append(NotRead(cells.number, _line_said(cells)))
            return None
        draft = RowDraft(cells, state, self.standing, self.reading, correction)
        match self.table.kind:
            case IntakeKind.MEMBERS:
                return self._member(draft)
            case IntakeKind.FOCAL_POINTS:
                return self._focal_point(draft)
            case _:
                return self._participant(draft)

    def _work(self, cells: RowCells, correction: Correction) -> PreviewRow | None:
        """A line of a list of work; what is alone in its line, and begins as a sum or a note does, is no row."""
        filled = [text for cell in cells.all().values() if (text := text_of(cell))]
        if not filled or (len(filled) == 1 and (_SUMS.match(filled[0]) or filled[0].startswith(_FOOTNOTE))):
            self.not_rows.append(NotRead(cells.number, _line_said(cells)))
            return None
        labels = {one.name: one.label for one in FIELDS[self.table.kind] if not one.derived}
        draft = WorkDraft(cells, self.work, self.states, self.reading, correction, labels, self.made_by)
        judge_work(draft, self.table.kind)
        line = self.made_by.get(draft.about)
        if line is not None and not cells.wrong():
            if draft.facts or draft.gone:
                draft.error(SAME_RECORD, line=line)
            else:
                cells.say(Weight.WARNING, SAME_LINE, line=line)
        row = draft.row()
        if draft.about and line is None and not cells.wrong():
            self.made_by[draft.about] = cells.number
        return row

    def _is_no_row(self, cells: RowCells, name: str) -> bool:
        """A sum or a note; or, alone in its line, a footnote or the heading of a regional group."""
        alone = sum(1 for cell in cells.all().values() if text_of(cell)) <= 1
        if not _SUMS.match(name) and not (alone and (name.startswith(_FOOTNOTE) or compared(name) in groups())):
            return False
        self.not_rows.append(NotRead(cells.number, _line_said(cells)))
        return True

    def _member(self, draft: RowDraft) -> PreviewRow:
        signature = _signature(draft.cells)
        first = self.seen.setdefault(draft.code, (draft.cells.number, signature))
        if first[0] == draft.cells.number:
            _refusing(draft, judge_membership, judge_mechanism, judge_group)
        elif first[1] == signature:
            draft.warn(SAME_LINE, line=first[0])
        else:
            draft.error(TWICE, "state", line=first[0])
        return draft.row()

    def _focal_point(self, draft: RowDraft) -> PreviewRow:
        _refusing(draft, judge_focal_point)
        line = self.made_by.get(draft.held)
        if line is not None and not draft.cells.wrong():
            if draft.facts:
                draft.error(TWO_LINES, line=line)
            else:
                draft.warn(SAME_LINE, line=line)
        self._contradict(draft)
        row = draft.row()
        if draft.held:
            self.made_by.setdefault(draft.held, row.number)
        for fact in row.facts:
            self.made_by.setdefault(fact.key, row.number)
        return row

    def _participant(self, draft: RowDraft) -> PreviewRow:
        _refusing(draft, judge_participant)
        self._contradict(draft)
        if draft.answered is not None:
            self._answer_twice(draft, *draft.answered)
        return draft.row()

    def _answer_twice(self, draft: RowDraft, invitee: Invitee, given: Answer | None) -> None:
        """A later line that gives another answer of a State than an earlier one is an error."""
        for line, answer, said in self.answered.get((invitee.meeting, draft.code), ()):
            if contradict(answer, said, invitee.answer, given):
                draft.error(ANSWERED_OTHERWISE, "answer", line=line)
                return
        if not draft.cells.wrong():
            told = self.answered.setdefault((invitee.meeting, draft.code), [])
            told.append((draft.cells.number, invitee.answer, given))

    def _contradict(self, draft: RowDraft) -> None:
        """A later line that says otherwise of a person, in a field of which an earlier one has spoken, is an error."""
        for now in [fact for fact in draft.facts if isinstance(fact, Person)]:
            before = self.standing.people.get(now.key)
            for name in sorted(draft.tells):
                line = self.told_by.get((now.key, name))
                if line is not None and before is not None and getattr(before, name) != getattr(now, name):
                    draft.error(OTHERWISE, name, line=line, person=before)
                    return
        if draft.about and not draft.cells.wrong():
            for name in draft.tells:
                self.told_by.setdefault((draft.about, name), draft.cells.number)


def _is_blank(cells: RowCells) -> bool:
    """Whether a line was left as it was sent: it names the State and the meeting, and nobody."""
    return not any(text_of(cell) for name, cell in cells.all().items() if name not in {"state", "code", "meeting"})


def _held_elsewhere(cells: RowCells) -> bool:
    """Whether a row is about a seat, an office, or a person without a function."""
    role = roles().get(compared(cells.text("role")))
    return role is not None and role not in DESIGNATED


def _refusing(draft: RowDraft, *judges: Callable[[RowDraft], None]) -> None:
    """Have a row judged; what a rule refuses is a reason."""
    for judge in judges:
        try:
            judge(draft)
        except (Refusal, Problem) as refused:
            draft.refuse(refused)


def _signature(cells: RowCells) -> tuple[str, ...]:
    """What a row says beside the name of its State."""
    return tuple(text_of(cell) for name, cell in cells.all().items() if name not in {"state", "code"})


def _line_said(cells: RowCells) -> str:
    return " · ".join(dict.fromkeys(text for cell in cells.all().values() if (text := text_of(cell))))


@dataclass(frozen=True, slots=True)
class Against:
    """What a list is judged against: the register, all names of States, and where the keys of new facts come from."""

    snapshot: Snapshot
    gazetteer: Gazetteer
    new_key: Callable[[], Key]


def preview(
    table: IntakeTable,
    against: Against,
    by_hand: ByHand = AS_IT_IS,
    report: Report = lambda _step, _steps: None,
) -> Preview:
    """What a list would do to a register. The same arguments give the same preview, but for the keys of new facts."""
    standing = Standing(against.snapshot, against.new_key)
    states = NamedStates(against.gazetteer, against.snapshot.states)
    warnings = list(_doubled(table))
    if _has_own_codes(table, states):
        table = table.without("code")
        warnings.append(Phrase(OWN_CODES, {"field": Phrase(fields_of(table.kind)["code"].label)}))
    snapshot = against.snapshot
    work = WorkStanding(snapshot.work, snapshot.meetings, against.new_key)
    judging = _Judging(table, standing, work, states, ListDates(table, by_hand.reading.dates), by_hand.reading)
    corrections = by_hand.corrections
    rows = []
    for place, line in enumerate(table.lines):
        if place % _EVERY == 0:
            report(place, len(table.lines))
        row = judging.row(line, corrections.get(line.number, _NO_CORRECTION))
        if row is not None:
            rows.append(row)
    not_read = tuple(sorted((*table.not_read, *judging.not_rows), key=lambda one: one.number))
    notes = (*_notes(table, judging.dates), *((Phrase(LEFT_EMPTY),) if table.reply_sheet and not rows else ()))
    return Preview(table.kind, tuple(rows), not_read, notes, tuple(warnings), tuple(_left_out(table)))


def _doubled(table: IntakeTable) -> Iterator[Phrase]:
    """What is said of columns whose field stands in another one."""
    for name, read, unread in table.doubled:
        yield Phrase(DOUBLED, {"field": Phrase(fields_of(table.kind)[name].label), "read": read, "unread": unread})


def _has_own_codes(table: IntakeTable, states: NamedStates) -> bool:
    """Whether the column of codes holds numbers of an office: most are no codes, beside names of States."""
    if not {"state", "code"} <= table.columns.keys():
        return False
    texts = (tuple(text_of(_at(line, table.columns[name])) for name in ("state", "code")) for line in table.lines)
    coded = Counter(states.coded(name, code) for name, code in texts if name and code)
    return coded[False] > coded[True] + coded[None]


def _at(line: Line, column: int) -> Cell:
    return line.cells[column] if column < len(line.cells) else None


def _notes(table: IntakeTable, dates: ListDates) -> tuple[Phrase, ...]:
    """What is said of the whole list."""
    fields, key = fields_of(table.kind), table.columns.get("key")
    corrects = key is not None and any(text_of(_at(line, key)) for line in table.lines)
    return (
        *((Phrase(CORRECTS),) if corrects and table.kind in WORK else ()),
        *(
            Phrase(ORDERS[order], {"field": Phrase(fields[name].label)})
            for name, order in dates.notes()
            if order in ORDERS
        ),
    )


def _left_out(table: IntakeTable) -> Iterator[Phrase]:
    """What is said of the columns of which nothing is imported."""
    fields = fields_of(table.kind).values()
    derived = tuple(Phrase(one.label) for one in fields if one.derived and one.name in table.columns)
    if derived:
        yield Phrase(DERIVED, {"headings": Listed(derived)})
    if table.kind is IntakeKind.MEMBERS and {"focal_point", "emails"} <= table.columns.keys():
        yield Phrase(WITH_PEOPLE)
    if table.unread:
        yield Phrase(UNREAD, {"headings": Listed(tuple(Phrase(QUOTED, {"title": one}) for one in table.unread))})
