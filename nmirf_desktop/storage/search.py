"""The index of the search: SQLite's FTS5 over the words of every row, derived from the rows and never journalled.

``search_entry`` numbers what is found, in a range for each kind; ``search_words`` holds the words of each number;
``search_mark`` says of which program and of which journal entry the index is. It is brought up to date in each
transaction that changes a row it knows, and made anew, or brought up to date from the journal, where another program
wrote the register. Texts are folded here and by nobody else: the tokenizer only divides them at blanks.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeVar

import sqlalchemy as sa

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.search import Asked, Kind, Way, whole, words
from nmirf_desktop.paths import bundled
from nmirf_desktop.storage import journal, sqlite
from nmirf_desktop.storage.entries import Entry, Searchable
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.inspection import newest_revision
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.searchable import SEARCHABLE
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.usual_names import ALIASES

_Result = TypeVar("_Result")
NUMBER = 2
"""Of this way to index; another number, and each register is indexed anew when it is next opened."""
WORDS = "search_words"
"""The table of FTS5's; SQLite keeps what is in it in others of its own."""
TABLES = ("search_mark", "search_entry", WORDS)
OBJECTS = frozenset(TABLES) | {f"{WORDS}_{part}" for part in ("data", "idx", "content", "config")}
"""The names of all that the index is in the file."""
_MADE = (
    "CREATE TABLE search_mark (version TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL)",
    """
    CREATE TABLE search_entry (
        id INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL, thing TEXT NOT NULL, UNIQUE (source, key)
    )
    """,
    """
    CREATE VIRTUAL TABLE search_words USING fts5 (
        whole, title, body, prefix='1 2 3', detail='column', columnsize=0, tokenize='ascii'
    )
    """,
)
_LINK = "\ue001"
"""Begins the word that stands for a row by whose name another one is met."""
_OFFICIAL = "\ue002"
"""Begins the word that is a whole official name of a State, beside that of any name of it."""
_SPAN = 40
"""The bits of an entry's number that count within its kind."""
_KINDS = tuple(Kind)
_ALL = (_KINDS[0], _KINDS[-1])
_FIRST = {kind: number << _SPAN for number, kind in enumerate(_KINDS, 1)}
_MOST_NAMED = 8
"""Rows are met by the name of another where a word names so many at most."""
_WORDLESS = (Kind.SEAT, Kind.CANDIDATURE)
"""The kinds that have no words of their own: they are met by their State and person alone."""
_NAMING = (Kind.STATE, Kind.PERSON, Kind.MEETING)
"""The kinds by whose names others are met."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The keys of what was found of one kind, the best first, and how many there are."""

    kind: Kind
    best: tuple[Key, ...]
    total: int


def _tried(index: sa.Connection, act: Callable[[], _Result]) -> _Result | None:
    """What an act on an index gives; ``None``, with the act taken back and no other, where the index is broken."""
    try:
        with index.begin_nested():
            return act()
    except sa.exc.DBAPIError as error:
        if not sqlite.broken(error):
            raise
        return None


# -- keeping -----------------------------------------------------------------------------------------------------------


@cache
def version() -> str:
    """What an index is made by: this way of making one, the schema, the kinds and the shipped names of States."""
    made = f"{NUMBER} {newest_revision()} {' '.join(Kind)}".encode()
    return hashlib.sha256(made + bundled(ALIASES).read_bytes()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Mark:
    version: str
    sequence: int
    hash: str


def _mark(index: sa.Connection) -> _Mark | None:
    """What an index is of; ``None`` where there is no whole one."""
    there = {name for kind, name in sqlite.objects(index) if kind == "table"}
    if not there >= OBJECTS:
        return None
    row = _tried(index, lambda: index.exec_driver_sql("SELECT version, sequence, hash FROM search_mark").first())
    return None if row is None else _Mark(*row)


def _sign(session: Session, index: sa.Connection) -> None:
    head = journal.head(session)
    index.exec_driver_sql("DELETE FROM search_mark")
    index.exec_driver_sql(
        "INSERT INTO search_mark VALUES (?, ?, ?)",
        (version(), head.sequence if head else 0, head.hash if head else journal.GENESIS),
    )


def _behind(session: Session, index: sa.Connection) -> set[tuple[str, Key]] | None:
    """The rows that changed since an index was signed; ``None`` where it has to be made anew."""
    mark = _mark(index)
    if mark is None or mark.version != version():
        return None
    entry = journal.ENTRIES.first(session, sequence=mark.sequence)
    if (entry.hash if entry else journal.GENESIS) != mark.hash:
        return None
    lines = journal.LINES.table
    # read by the sequence: the other index of the table finds all that ever changed in a table
    name: sa.ColumnClause[str] = sa.literal_column("+table_name")
    since = sa.select(lines.c.table_name, lines.c.row_key).where(lines.c.sequence > mark.sequence, name.in_(SEARCHABLE))
    return {(table, row) for table, row in session.connection.execute(since)}


def current(session: Session, index: sa.Connection) -> bool:
    """Whether an index is of this program and of all that the register holds."""
    return _behind(session, index) == set()


def bring_up_to_date(session: Session, index: sa.Connection) -> None:
    """Make an index, or go on with it where its journal entry is one of the register's. Committed by the caller."""
    behind = _behind(session, index)
    if behind is None:
        _tried(index, partial(_make, session, index))
    else:
        keep(session, behind, index)


def keep(session: Session, touched: Iterable[tuple[str, Key]], index: sa.Connection | None = None) -> None:
    """Index again the rows of these tables and keys, in the transaction that changed them.

    An index that is broken is made anew; where even that fails, it is left without its mark, and the rest goes on.
    """
    index = session.connection if index is None else index
    known = [(SEARCHABLE[table], key) for table, key in dict.fromkeys(touched) if table in SEARCHABLE]
    if known:
        attempts = (partial(_update, session, index, known), partial(_make, session, index), partial(_unmark, index))
        any(_tried(index, attempt) for attempt in attempts)


def _update(session: Session, index: sa.Connection, known: Iterable[tuple[Searchable, Key]]) -> bool:
    for source, key in known:
        value = source.rows.find(session, key)
        _put(index, source, key, Entry() if value is None else source.entry(value))
    _sign(session, index)
    return True


def _unmark(index: sa.Connection) -> bool:
    index.exec_driver_sql("DELETE FROM search_mark")
    return True


def _make(session: Session, index: sa.Connection) -> bool:
    for name in (*reversed(TABLES), *sorted(OBJECTS)):  # the shadows of a table go with it
        for kind in [kind for kind, found in sqlite.objects(index) if found == name]:
            index.exec_driver_sql(f"DROP {kind} {name}")
    for statement in _MADE:
        index.exec_driver_sql(statement)
    following = dict(_FIRST)
    for source in SEARCHABLE.values():
        entries = []
        for key, entry in _entries(session, source):
            if row := _row(entry):
                entries.append((following[source.kind], source.rows.name, key, entry.thing or key, row))
                following[source.kind] += 1
        if entries:
            index.exec_driver_sql("INSERT INTO search_entry VALUES (?, ?, ?, ?)", [one[:4] for one in entries])
            index.exec_driver_sql(_ADD, [(one[0], *one[4]) for one in entries])
    _sign(session, index)
    return True


def _entries(session: Session, source: Searchable) -> Iterator[tuple[Key, Entry]]:
    """Every row of a table that can be read: one that another program left is no reason to find nothing."""
    try:
        values = source.rows.all(session)
    except StorageError:
        values = tuple(source.rows.readable(session))
    for value in values:
        yield getattr(value, source.rows.key), source.entry(value)


_ADD = "INSERT INTO search_words (rowid, whole, title, body) VALUES (?, ?, ?, ?)"


def _row(entry: Entry) -> tuple[str, str, str] | None:
    """The words of an entry: whole titles, words of titles, other words and rows it is of; ``None`` without any."""
    complete = [one for one in dict.fromkeys(map(whole, (*entry.names, *entry.codes))) if one]
    title = dict.fromkeys(word for text in entry.names for word in words(text))
    others = dict.fromkeys(word for text in (*entry.codes, *entry.text) for word in words(text))
    of = [_link(one) for one in dict.fromkeys(entry.of) if one]
    own = [word for word in others if word not in title]
    official = [_OFFICIAL + one for one in dict.fromkeys(map(whole, entry.first)) if one]
    row = (" ".join([*complete, *official]), " ".join(title), " ".join([*own, *of]))
    return row if any(row) else None


def _link(key: Key) -> str:
    return _LINK + key.replace("-", "").lower()


def _put(index: sa.Connection, source: Searchable, key: Key, entry: Entry) -> None:
    place = (source.rows.name, key)
    held = index.exec_driver_sql("SELECT id FROM search_entry WHERE source = ? AND key = ?", place).scalar()
    row = _row(entry)
    if held is not None:
        index.exec_driver_sql("DELETE FROM search_words WHERE rowid = ?", (held,))
        if row is None:
            index.exec_driver_sql("DELETE FROM search_entry WHERE id = ?", (held,))
    if row is None:
        return
    if held is None:
        first = _FIRST[source.kind]
        last = index.exec_driver_sql(
            "SELECT max(id) FROM search_entry WHERE id >= ? AND id < ?", (first, first + (1 << _SPAN))
        ).scalar()
        held = first if last is None else last + 1
        index.exec_driver_sql("INSERT INTO search_entry VALUES (?, ?, ?, ?)", (held, *place, entry.thing or key))
    else:
        index.exec_driver_sql("UPDATE search_entry SET thing = ? WHERE id = ?", (entry.thing or key, held))
    index.exec_driver_sql(_ADD, (held, *row))


# -- finding -----------------------------------------------------------------------------------------------------------

_COUNT = "SELECT rowid >> ?, count(*) FROM search_words WHERE search_words MATCH ? GROUP BY 1"
_BEST = """
    SELECT id, thing FROM (
        SELECT rowid AS id, row_number() OVER (PARTITION BY rowid >> ? ORDER BY rowid DESC) AS place
        FROM search_words WHERE search_words MATCH ? AND rowid >= ? AND rowid < ?
    ) JOIN search_entry USING (id) WHERE place <= ? OR id < ? ORDER BY id DESC
"""
"""The newest of each kind that meet an expression, and all States that do."""
_BEST_OF_ONE = """
    SELECT id, thing FROM (
        SELECT rowid AS id FROM search_words WHERE search_words MATCH ? AND rowid >= ? AND rowid < ?
        ORDER BY rowid DESC LIMIT ?
    ) JOIN search_entry USING (id) ORDER BY id DESC
"""
"""The same of one kind: it stops early."""
_BROAD = 4000
"""From so many matches on, kinds are asked one by one for their newest."""
_Best = dict[Kind, dict[Key, None]]


def find(session: Session, index: sa.Connection, asked: Asked, most: int) -> tuple[Matches, ...]:
    """What every word of a typed text is met in, by kinds: the *most* best of each.

    What is called so comes first, then what begins so, States by official names before those by others, then titles
    with words that do, then what else has them; of these, what was added last, and States in the order of their codes.
    """
    if not asked:
        return ()
    own = [_own(ways) for ways in asked.words]
    of = [[f'"{_link(key)}"' for key in _named(session, index, word)] for word in own]
    met = " AND ".join(_any([word, *names]) for word, names in zip(own, of, strict=True))
    anywhere = f"{met} AND {_any(own)}" if any(of) else met
    totals = {_KINDS[number - 1]: total for number, total in index.exec_driver_sql(_COUNT, (_SPAN, anywhere))}
    best: _Best = {}
    _add_best(best, index, f'whole : "{asked.whole}"', most)
    _add_best(best, index, f'whole : "{_OFFICIAL}{asked.whole}" *', most, (Kind.STATE, Kind.STATE))
    for expression in (f'whole : "{asked.whole}" *', f"title : ({' AND '.join(own)})"):
        _add_best(best, index, expression, most)
    lacking = [kind for kind, total in totals.items() if len(best.get(kind, ())) < min(most, total)]
    one_by_one = lacking if sum(totals.values()) > _BROAD else []
    for kinds in [(kind, kind) for kind in one_by_one] or ([_ALL] if lacking else []):
        _add_best(best, index, anywhere, most, kinds)
    for kind in _WORDLESS if any(of) else ():
        _add_best(best, index, met, most, (kind, kind))
    return tuple(
        Matches(kind, tuple(best[kind])[:most], len(best[kind]) if len(best[kind]) < most else totals.get(kind, 0))
        for kind in Kind
        if kind in best
    )


def _own(ways: Sequence[Way]) -> str:
    """A typed word for FTS5: letters and digits in quotes, so that nothing in it is taken for a sign of its syntax."""
    return _any("(" + " AND ".join(f'"{part}" *' for part in way) + ")" for way in ways)


def _any(expressions: Iterable[str]) -> str:
    return "(" + " OR ".join(expressions) + ")"


def _named(session: Session, index: sa.Connection, word: str) -> Iterator[Key]:
    """The rows that a typed word names, where it names few of a kind; minutes are called as their meeting is."""
    best: _Best = {}
    _add_best(best, index, f"title : {word}", _MOST_NAMED + 1, (Kind.STATE, Kind.MEETING))
    for kind in _NAMING:
        keys = best.get(kind, {})
        if len(keys) <= _MOST_NAMED:
            yield from keys
            if kind is Kind.MEETING:
                yield from (one.key for key in keys for one in MINUTES.all(session, meeting=key))


def _add_best(best: _Best, index: sa.Connection, expression: str, most: int, kinds: tuple[Kind, Kind] = _ALL) -> None:
    """Add, of each kind from one to another, the keys of what meets an expression, behind what is there already."""
    first, last = kinds
    found = (expression, _FIRST[first], _FIRST[last] + (1 << _SPAN), 2 * most)
    if first is last and first is not Kind.STATE:
        rows = index.exec_driver_sql(_BEST_OF_ONE, found)
    else:
        rows = index.exec_driver_sql(_BEST, (_SPAN, *found, _FIRST[Kind.PERSON]))
    entries = [(_KINDS[(number >> _SPAN) - 1], thing) for number, thing in rows]
    states = sorted(entry for entry in entries if entry[0] is Kind.STATE)
    for kind, thing in (*states, *(entry for entry in entries if entry[0] is not Kind.STATE)):
        best.setdefault(kind, {})[thing] = None


class Finder:
    """Finds in the register's own index where that is whole and current, else in one in memory.

    That one is made at the first search of a register that cannot be written and was last written by another program,
    and goes on from the journal where another window writes.
    """

    def __init__(self) -> None:
        self._memory: sa.Connection | None = None

    def find(self, session: Session, asked: Asked, most: int) -> tuple[Matches, ...]:
        """What a typed text is met in (:func:`find`)."""
        if current(session, session.connection):
            own = partial(find, session, session.connection, asked, most)
            if (found := _tried(session.connection, own)) is not None:
                return found
        if self._memory is None:
            self._memory = sqlite.in_memory().connect()
        bring_up_to_date(session, self._memory)
        self._memory.commit()
        return find(session, self._memory, asked, most)

    def close(self) -> None:
        """Let the memory go."""
        if self._memory is not None:
            self._memory.close()
            self._memory.engine.dispose()
            self._memory = None
