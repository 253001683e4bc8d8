"""Texts out to translators, one table a language, and back: looked at first, then taken in whole or not at all."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.filenames import safe_name
from nmirf_desktop.domain.lengths import fitted
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.domain.translation_orders import TranslationOrder
from nmirf_desktop.domain.translations import (
    DAMAGED,
    GONE,
    HEADINGS,
    OTHER_LANGUAGE,
    OTHER_MEETING,
    STATES,
    TAKEN,
    TWICE,
    Fate,
    Identifier,
    ReturnedRow,
    ReturnedTable,
    TableRow,
    Terms,
    TranslationTable,
    instructions,
    mark,
    outcome,
)
from nmirf_desktop.exchange.translated import read_translated
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.services.completing import COMPLETING
from nmirf_desktop.services.files import write_all
from nmirf_desktop.services.readiness import PlacedText, texts_of
from nmirf_desktop.services.texts import TABLES, home_of, put, told, why_not
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.languages import ORDERS
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store

NOTHING_OUT = N_(
    "Nothing is to be translated into {language}: no text of the meeting with an original is unready there."
)
NOTHING_IN = N_("This table changes nothing: all that it says is in the register already.")
IN_ERROR = N_("Some rows are in error, {n} in all. Nothing was taken in; correct the table, or leave these rows out.")
CHANGED_SINCE = N_("The register has changed since you looked at the table. Nothing was taken in; look at it again.")
NO_MEETING = N_("No row of the table belongs to a meeting of this register. Nothing was taken in; check the file.")


class TableFormat(StrEnum):
    """As what a table leaves."""

    DOCX = "docx"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the texts of a meeting, for a language, by functions, as a file of a format."""

    meeting: Key
    target: Language
    format: TableFormat = TableFormat.DOCX
    translator: str = ""
    approver: str = ""


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """What becomes of a row of a table that came back: its text before and after, what to know, and what is wrong."""

    row: ReturnedRow
    fate: Fate
    where: Sayable
    before: str = ""
    after: str = ""
    warnings: tuple[Phrase, ...] = ()
    problem: Phrase | None = None

    @property
    def key(self) -> str:
        """What tells it from other lines."""
        return str(self.row.number)


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking in a table would do, and on what terms."""

    table: ReturnedTable
    meeting: Key
    language: Language
    approver: str
    terms: Terms
    lines: tuple[PreviewLine, ...]

    def count(self, *fates: Fate) -> int:
        """How many rows have one of these fates."""
        counts = Counter(line.fate for line in self.lines)
        return sum(counts[fate] for fate in fates)

    @property
    def wrong(self) -> int:
        """How many rows are in error."""
        return self.count(Fate.ERROR)

    @property
    def left_out(self) -> int:
        """How many texts of the table do not count, because they were changed in the register too."""
        return self.count(Fate.LEFT_OUT)

    @property
    def taken(self) -> int:
        """How many rows would change the register."""
        return self.count(*TAKEN)


class Translations:
    """The orders of a register for translation."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def read_only(self) -> bool:
        """Whether the register can only be read."""
        return self._store.read_only

    def orders(self, meeting: Key) -> tuple[TranslationOrder, ...]:
        """The orders of a meeting, those that are still out first, the latest first."""
        with self._store.read() as session:
            found = ORDERS.all(session, meeting=meeting)
        latest = sorted(found, key=lambda one: (one.sent_on, one.key), reverse=True)
        return tuple(sorted(latest, key=lambda one: one.returned_on is not None))

    def functions(self, target: Language) -> tuple[str, str]:
        """Who translated into a language last and who approved it, by function; empty where none ever left."""
        with self._store.read() as session:
            sent = [one for one in ORDERS.all(session) if one.target is target]
        last = max(sent, key=lambda one: (one.sent_on, one.key), default=None)
        return (last.translator, last.approver) if last is not None else ("", "")

    def out(self, meeting: Key, target: Language) -> tuple[TranslationOrder, ...]:
        """The orders of a meeting into a language that have not come back, the latest first."""
        return tuple(one for one in self.orders(meeting) if one.target is target and one.returned_on is None)

    def undone(self, meeting: Key, target: Language) -> int:
        """How many texts of a meeting have no translation into *target*, or an outdated one, whatever came back."""
        missing = (TextState.MISSING, TextState.OUTDATED)
        return sum(one.text.state(target) in missing for one in self.waiting(meeting, target))

    def waiting(self, meeting: Key, target: Language) -> tuple[PlacedText, ...]:
        """The texts that are to be translated: not ready in *target*, and there in another language."""
        with self._store.read() as session:
            return _waiting(session, meeting, target)

    def named(self, symbol: str | None, today: datetime.date) -> Key:
        """The meeting of a symbol, else the next one, else the last. Raises ``Problem`` where there is none."""
        with self._store.read() as session:
            found = sorted(MEETINGS.all(session), key=lambda one: one.opens_on)
        known = [one for one in found if symbol is None or one.symbol == symbol]
        if not known:
            raise Problem(N_("There is no such meeting in the register."), field_name="meeting")
        return next((one.key for one in known if one.closes_on >= today), known[-1].key)

    def file_name(self, order: Order) -> str:
        """How the file of an order is called."""
        with self._store.read() as session:
            symbol = MEETINGS.get(session, order.meeting).symbol
        return safe_name(f"{symbol} {order.target.upper()}.{order.format}")

    def check(self, order: Order) -> tuple[PlacedText, ...]:
        """The texts of an order. Raises ``Refusal`` where nothing is to be translated."""
        found = self.waiting(order.meeting, order.target)
        if not found:
            raise Refusal(NOTHING_OUT, {"language": Phrase(_NAMES[order.target])})
        return found

    def approver(self, table: ReturnedTable, meeting: Key) -> str:
        """Who was to approve a table, as was told when it left."""
        with self._store.read() as session:
            shown = _preview(session, table, meeting, "", theirs=False)
            return next((one.approver for one in _orders_of(session, shown)), "")

    def send(self, order: Order, path: Path, today: datetime.date) -> TranslationOrder:
        """Write the table of an order, and record that it left.

        Raises:
            Refusal: nothing is to be translated.
            Problem: a text is longer than a cell of a workbook holds, or a function is too long.
            StorageError: the file cannot be written; nothing was recorded then.
        """
        key, found = new_key(), self.check(order)
        with self._store.read() as session:
            meeting = MEETINGS.get(session, order.meeting)
        functions = fitted("translator", order.translator), fitted("approver", order.approver)
        sent = TranslationOrder(key, order.meeting, order.target, today, len(found), *functions)
        write_all(path.parent, [(path.name, _content(_table(key, meeting, found, order.target), order.format))])
        self.note(sent)
        return sent

    def note(self, sent: TranslationOrder) -> None:
        """Record that texts left for translation, such as a table that was written elsewhere."""
        with self._store.write(N_("send texts to translators"), Subject.LANGUAGES) as session:
            ORDERS.save(session, sent)

    @staticmethod
    def read(path: Path) -> ReturnedTable:
        """A table that came back. Raises ``Problem`` for what is none, or cannot be read."""
        return read_translated(path)

    def preview(
        self, table: ReturnedTable, *, meeting: Key | None = None, approver: str = "", theirs: bool = False
    ) -> Preview:
        """What taking in a table would do; *meeting* is found by its rows where it is not told.

        With an *approver* the texts are reviewed, else drafts. Raises ``Problem`` where no row belongs to a meeting.
        """
        with self._store.read() as session:
            of = meeting if meeting is not None else _meeting_of(session, table)
            return _preview(session, table, of, fitted("approver", approver), theirs=theirs)

    def record(self, shown: Preview, today: datetime.date, *, leave_out_errors: bool = False) -> int:
        """Take in what a preview shows, in one step or not at all; how many texts it changed.

        Raises:
            Refusal: rows are in error and not left out, nothing changes, or the register changed since the preview.
        """
        if shown.wrong and not leave_out_errors:
            raise Refusal(IN_ERROR, {"n": shown.wrong})
        if not shown.taken and not self._out(shown):
            raise Refusal(NOTHING_IN)
        with self._store.read() as session:
            still = {one.key for one in _led(session, shown.meeting) if one.still}
        verb = COMPLETING if still & {sent.place for sent, _line in _taken(shown)} else N_("take in translations")
        with self._store.write(verb, *told(*TABLES), Subject.LANGUAGES) as session:
            now = _preview(session, shown.table, shown.meeting, shown.approver, theirs=shown.terms.theirs)
            if now != shown:
                raise Refusal(CHANGED_SINCE)
            places = {one.key: one for one in _led(session, shown.meeting)}
            for place, sent, line in ((places[sent.place], sent, line) for sent, line in _taken(shown)):
                put(session, place, outcome(sent, line.row.text, place.text, shown.terms).text)
            for order in _orders_of(session, shown):
                approver = shown.approver or order.approver
                ORDERS.save(session, replace(order, returned_on=today, approver=approver))
        return shown.taken

    def _out(self, shown: Preview) -> bool:
        """Whether an order of the table is still out."""
        with self._store.read() as session:
            return bool(_orders_of(session, shown))


_NAMES: Mapping[Language, str] = {Language.EN: N_("English"), Language.FR: N_("French"), Language.ES: N_("Spanish")}


def _led(session: Session, meeting: Key) -> tuple[PlacedText, ...]:
    """The texts of a meeting, each led by what is there: one whose original is missing is left out of no table."""
    return tuple(replace(one, text=one.text.led()) for one in texts_of(session, meeting))


def _waiting(session: Session, meeting: Key, target: Language) -> tuple[PlacedText, ...]:
    return tuple(
        one
        for one in _led(session, meeting)
        if one.counts
        and one.may(target)
        and one.held is None
        and one.text.source is not target
        and one.text.original.strip()
        and one.text.state(target) is not TextState.REVIEWED
    )


def _table(order: Key, meeting: Meeting, texts: Iterable[PlacedText], target: Language) -> TranslationTable:
    words = catalog(target)
    title = words.gettext("{meeting}: texts for translation").format(meeting=meeting.symbol)
    rows = tuple(
        TableRow(
            str(Identifier.of(order, one.record, one.field, one.text, target)),
            one.where.said_in(words),
            one.text.source,
            one.text.original,
            one.text[target],
            words.gettext(STATES[one.text.state(target)]),
        )
        for one in texts
    )
    return TranslationTable(title, target, instructions(words), tuple(map(words.gettext, HEADINGS)), rows)


def _content(table: TranslationTable, form: TableFormat) -> bytes:
    match form:
        case TableFormat.DOCX:
            from nmirf_desktop.exchange.translation_documents import as_docx

            return as_docx(table)
        case TableFormat.XLSX:
            from nmirf_desktop.exchange.translation_workbooks import as_workbook

            return as_workbook(table)


def _meeting_of(session: Session, table: ReturnedTable) -> Key:
    """The meeting to which most rows belong."""
    found = Counter(
        meeting
        for row in table.rows
        if (sent := Identifier.read(row.identifier)) is not None and (meeting := _home(session, sent)) is not None
    )
    if not found:
        raise Problem(NO_MEETING)
    return found.most_common(1)[0][0]


def _home(session: Session, sent: Identifier) -> Key | None:
    """The meeting with whose texts a row left; where its order is not known, the one that its text is of now.

    The order tells it of delegates and partners, who come to several meetings, or no longer to the one.
    """
    ordered = (one.meeting for one in ORDERS.all(session) if mark(one.key) == sent.order)
    return next(ordered, None) or home_of(session, sent.record)


def _preview(session: Session, table: ReturnedTable, meeting: Key, approver: str, *, theirs: bool) -> Preview:
    terms = Terms(bool(approver), theirs)
    sent = [(row, Identifier.read(row.identifier)) for row in table.rows]
    languages = Counter(one.language for _row, one in sent if one is not None)
    language = languages.most_common(1)[0][0] if languages else Language.EN
    texts: dict[str, set[str]] = {}
    for row, one in sent:
        if one is not None:
            texts.setdefault(one.place, set()).add(row.text)
    doubled = {place for place, said in texts.items() if len(said) > 1}
    places = {one.key: one for one in _led(session, meeting)}
    lines = tuple(_line(session, row, one, (language, places, doubled), terms) for row, one in sent)
    return Preview(table, meeting, language, approver, terms, lines)


_Known = tuple[Language, Mapping[str, PlacedText], set[str]]


def _line(session: Session, row: ReturnedRow, sent: Identifier | None, known: _Known, terms: Terms) -> PreviewLine:
    """What becomes of a row, or why nothing can."""
    language, places, _doubled = known
    place = places.get(sent.place) if sent is not None else None
    where = place.where if place is not None else Phrase(N_("Row {number}"), {"number": row.number})
    wrong = _wrong(session, sent, place, known)
    if wrong is None and sent is not None and place is not None:
        try:
            found = outcome(sent, row.text, place.text, terms)
        except Problem as problem:
            return PreviewLine(row, Fate.ERROR, where, problem=Phrase(problem.message, problem.values))
        wrong = why_not(session, place, found.text, sent.source)
        if wrong is None:
            before, after = place.text[language], found.text[language]
            return PreviewLine(row, found.fate, where, before, after, found.warnings)
    return PreviewLine(row, Fate.ERROR, where, problem=wrong)


def _wrong(session: Session, sent: Identifier | None, place: PlacedText | None, known: _Known) -> Phrase | None:
    """Why a row has no place."""
    language, places, doubled = known
    if sent is None:
        return Phrase(DAMAGED)
    if sent.language is not language:
        return Phrase(OTHER_LANGUAGE, {"language": Phrase(_NAMES[language])})
    if place is None:
        return Phrase(GONE if _home(session, sent) in (None, _of(places)) else OTHER_MEETING)
    return Phrase(TWICE) if place.key in doubled else None


def _taken(shown: Preview) -> Iterator[tuple[Identifier, PreviewLine]]:
    """The lines of a preview that change the register, each with the text of which it is."""
    for line in shown.lines:
        sent = Identifier.read(line.row.identifier)
        if sent is not None and line.fate in TAKEN:
            yield sent, line


def _of(places: Mapping[str, PlacedText]) -> Key | None:
    """The meeting whose texts these are: its own title is always among them."""
    return next((one.record for one in places.values() if one.kind == "meeting"), None)


def _orders_of(session: Session, shown: Preview) -> tuple[TranslationOrder, ...]:
    """The orders that are still out and came back with a table."""
    marks = {sent.order for row in shown.table.rows if (sent := Identifier.read(row.identifier)) is not None}
    out = (one for one in ORDERS.all(session, meeting=shown.meeting) if one.returned_on is None)
    return tuple(one for one in out if mark(one.key) in marks and one.target is shown.language)
