"""An agenda that somebody wrote in a table: what each of its rows would become, before anything is done.

A row has a number, a title in one language or in up to three, and what else is known. Its number says how deep the
item stands: "5", "5 (a)", "5.1", "(a)" or "(i)". The preview is a pure function of the rows and the agenda as it is.
"""

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain import agenda_tree as tree
from nmirf_desktop.domain.agenda import (
    ACTION_LABELS,
    AgendaItem,
    ExpectedAction,
    Purpose,
    item_label,
    item_reference,
    numbered,
    roman,
    under,
)
from nmirf_desktop.domain.agenda_time import read_duration
from nmirf_desktop.domain.intake import NotRead
from nmirf_desktop.domain.intake.judging import QUOTED, UNREAD
from nmirf_desktop.domain.item_names import purpose_named, standing_said
from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Content, Listed, Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual, one_line
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.i18n.folding import folded


class ItemVerdict(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    THERE = "there"
    ERROR = "error"


VERDICT_LABELS = {
    ItemVerdict.NEW: N_("New"),
    ItemVerdict.THERE: N_("On the agenda already"),
    ItemVerdict.ERROR: N_("Error"),
}


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A row as it was read: its *number* in the file, and the texts of its cells by the names of their fields."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A row with its verdict; *level* is how deep its item stands, *item* what it would become.

    *place* is where a new item would stand in the agenda, by its number at each level.
    """

    line: ItemLine
    verdict: ItemVerdict
    level: int = 0
    item: AgendaItem | None = None
    why: Phrase = NOTHING_TO_SAY
    place: tuple[int, ...] = ()

    def said_in(self, words: Catalog) -> str:
        """The row in one line: its number in the file, its verdict, its title, and why, or which item it becomes."""
        verdict = words.gettext(VERDICT_LABELS[self.verdict])
        titles = (self.line.cells.get(name, "") for name in _TITLES)
        title = next((one for one in titles if one), "")
        said = words.pgettext("row of a list", "{line}: {verdict}: {what}").format(
            line=self.line.number, verdict=verdict, what=f"{self.line.cells.get('number', '')} {title}".strip()
        )
        if self.place:
            becomes = words.gettext("becomes item {number}")
            return f"{said} – {becomes.format(number=item_reference(self.place, words.language))}"
        return f"{said} – {self.why.said_in(words)}" if self.why else said


@dataclass(frozen=True, slots=True)
class ItemPreview:
    """What a table would do to an agenda: its rows, the agenda *before*, and *notes* on both.

    *not_read* are the lines that are no rows.
    """

    meeting: Key
    rows: tuple[ItemRow, ...]
    before: tuple[AgendaItem, ...]
    notes: tuple[Phrase, ...] = ()
    not_read: tuple[NotRead, ...] = ()

    @property
    def wrong(self) -> tuple[ItemRow, ...]:
        """The rows in error."""
        return tuple(one for one in self.rows if one.verdict is ItemVerdict.ERROR)

    @property
    def new(self) -> tuple[ItemRow, ...]:
        """The rows that become items."""
        return tuple(one for one in self.rows if one.verdict is ItemVerdict.NEW)


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A table as it was read: its *lines*, which headings were *read* and *unread*, and the lines that are no rows."""

    lines: tuple[ItemLine, ...]
    read: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    not_read: tuple[NotRead, ...] = ()

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """Which columns are read, and which are not."""
        said = ((READ, self.read), (UNREAD, self.unread))
        return tuple(
            Phrase(message, {"headings": Listed(tuple(Phrase(QUOTED, {"title": one}) for one in headings))})
            for message, headings in said
            if headings
        )


READ = N_("These columns are read: {headings}.")
BEFORE_THE_END = N_("New items of the first level come before item {number}, “{title}”.")
BEHIND_ALL = N_("New items of the first level come after the last one.")
AGREED = N_("The Executive Committee agreed this agenda on {day}: what is imported now it has not agreed.")
_TITLES = ("title", "title_en", "title_fr", "title_es")
_PLAIN: Mapping[str, tuple[str, ...]] = {
    "number": ("Number", "No.", "No", "Item", "Item No.", "Numéro", "N°", "Point", "Número", "Núm.", "Tema", "Punto"),
    "title_en": ("Title EN", "Title English", "Title in English", "EN", "English", "Anglais", "Inglés", "Titre EN",
                 "Titre anglais", "Título EN", "Título inglés",
                 "Título en inglés"),
    "title_fr": ("Title FR", "Title French", "Title in French", "FR", "French", "Français", "Francés", "Titre FR",
                 "Titre français", "Título FR", "Título francés",
                 "Título en francés"),
    "title_es": ("Title ES", "Title Spanish", "Title in Spanish", "ES", "Spanish", "Espagnol", "Español", "Titre ES",
                 "Titre espagnol", "Título ES", "Título español",
                 "Título en español"),
    "title": ("Title", "Subject", "Titre", "Intitulé", "Objet", "Título", "Asunto"),
    "annotation_en": ("Annotation EN", "Annotation English", "Annotation in English", "Anotación EN"),
    "annotation_fr": ("Annotation FR", "Annotation French", "Annotation in French", "Anotación FR"),
    "annotation_es": ("Annotation ES", "Annotation Spanish", "Annotation in Spanish", "Anotación ES"),
    "annotation": ("Annotation", "Annotations", "Anotación", "Anotaciones", "Remarks"),
    "minutes": ("Minutes", "Duration", "Duration in minutes", "Time", "Durée", "Durée en minutes", "Duración",
                "Duración en minutos", "Minutos"),
    "action": ("Action", "Expected action", "Suite attendue", "Mesure attendue", "Medida prevista", "Acción"),
}  # fmt: skip


def _also_in_brackets(names: tuple[str, ...]) -> tuple[str, ...]:
    """Headings, and those of two words with the language in brackets as well: "Title EN", "Title (EN)"."""
    pairs = (name.split(" ") for name in names)
    return (*names, *(f"{pair[0]} ({pair[1]})" for pair in pairs if len(pair) == len(("what", "language"))))


HEADINGS: Mapping[str, tuple[str, ...]] = {
    name: _also_in_brackets(known) if name.startswith(("title_", "annotation_")) else known
    for name, known in _PLAIN.items()
}
"""The fields of a table and what stands above them, in three languages."""
_OWN = {
    Language.EN: ("Title", "Subject"),
    Language.FR: ("Titre", "Intitulé", "Objet"),
    Language.ES: ("Título", "Asunto"),
}
BY_LANGUAGE: Mapping[str, tuple[str, ...]] = {
    name: (*known, *_OWN[Language(name[-2:])]) if name.startswith("title_") else known
    for name, known in HEADINGS.items()
    if name != "title"
}
"""The same for a table with several titles side by side: "Title" is then the English one, "Titre" the French one."""


def preview(
    meeting: Key,
    lines: Iterable[ItemLine],
    before: Collection[AgendaItem],
    language: Language,
    new_key: Callable[[], Key],
) -> ItemPreview:
    """What the rows of a table would do; a text without a language is in *language*.

    An item of which the agenda has the title in any language, under the same item, is there already. Others come after
    those of the agenda. The parts of a row in error are in error too, and a part whose number names another item. A new
    item of the first level has the purpose that its title says.
    """
    there = {(item.parent, folded(title)): item.key for item in before for title in _titles(item.title)}
    rows = _with_purposes(_rows(meeting, lines, there, language, new_key), before)
    shown = ItemPreview(meeting, tuple(rows), tuple(before))
    places = {one.item.key: one.path for one in numbered(agenda_with(shown))}
    return replace(shown, rows=tuple(replace(row, place=_place(row, places)) for row in shown.rows))


def _with_purposes(rows: Iterable[ItemRow], before: Iterable[AgendaItem]) -> Iterator[ItemRow]:
    """The rows; no purpose is given to a second item, of the agenda *before* or of the table."""
    taken = {Purpose.OTHER, *(one.purpose for one in under(before, None))}
    for row in rows:
        item = row.item if row.verdict is ItemVerdict.NEW and not row.level else None
        purpose = purpose_named(item.title) if item is not None else Purpose.OTHER
        yield replace(row, item=replace(item, purpose=purpose)) if item is not None and purpose not in taken else row
        taken.add(purpose)


def _place(row: ItemRow, places: Mapping[Key, tuple[int, ...]]) -> tuple[int, ...]:
    return places[row.item.key] if row.item is not None and row.verdict is ItemVerdict.NEW else ()


def _titles(text: Trilingual) -> tuple[str, ...]:
    return tuple(text[language] for language in Language if text[language])


def _rows(
    meeting: Key,
    lines: Iterable[ItemLine],
    there: Mapping[tuple[Key | None, str], Key],
    language: Language,
    new_key: Callable[[], Key],
) -> Iterator[ItemRow]:
    """Each line with its verdict; the item of one that is there already has the key of the agenda's."""
    above: list[Key | None] = []
    called: list[frozenset[str]] = []
    path: tuple[int, ...] = ()
    for line in lines:
        number = line.cells.get("number", "")
        level = _level(number, path)
        path = (*path[:level], (path[level] if level < len(path) else 0) + 1)
        under, called = called, [*called[:level], _names(number, path)]
        try:
            parent = _parent(above, level)
            _check_named(number, under[:level])
            item = replace(_item(meeting, line, language, new_key()), parent=parent)
        except Problem as problem:
            above = [*above[:level], None]
            yield ItemRow(line, ItemVerdict.ERROR, why=Phrase(problem.message, problem.values))
            continue
        found = (there.get((parent, folded(title))) for title in _titles(item.title))
        held = next((key for key in found if key is not None), None)
        above = [*above[:level], held or item.key]
        verdict = ItemVerdict.NEW if held is None else ItemVerdict.THERE
        yield ItemRow(line, verdict, level, replace(item, key=held or item.key))


def _parent(above: Sequence[Key | None], level: int) -> Key | None:
    """The item under which a row stands, of those *above*, ``None`` of which are in error.

    Raises ``Problem`` where it would hang in the air.
    """
    if level > len(above):
        raise Problem(N_("No item stands above this number: give the item of which it is a part first."))
    if not level:
        return None
    tree.check_level(level)
    parent = above[level - 1]
    if parent is None:
        raise Problem(N_("The item of which this is a part is in error: correct that row first."))
    return parent


def _parts(number: str) -> list[str]:
    """What a number is made of: "5 (a)" is 5 and a."""
    return re.findall(r"\d+|[a-z]+", folded(number))


def _names(number: str, path: tuple[int, ...]) -> frozenset[str]:
    """How the numbers of an item's parts may name it: as the table does or, below the first level, by its place.

    Nothing where the table numbers an item of the first level not at all: its parts may name any.
    """
    own = _parts(number)[-1:]
    return frozenset((*own, *((_sign(path), str(path[-1])) if len(path) > 1 else ())))


def _check_named(number: str, under: Sequence[frozenset[str]]) -> None:
    """Raises ``Problem`` where a number names another item than those *under* which its row stands."""
    *named, _ = _parts(number) or [""]
    above = zip(reversed(named), reversed(under), strict=False)
    if any(names and part not in names for part, names in above):
        raise Problem(
            N_("“{number}” is no part of the item above it: give the item of which it is a part first."),
            {"number": one_line(number)},
        )


def _level(number: str, path: tuple[int, ...]) -> int:
    """How deep an item of a number stands; *path* is that of the row before."""
    parts = _parts(number)
    if not parts:
        return 0
    if parts[0].isdigit():
        return len(parts) - 1
    if len(parts) > 1:
        return len(parts)
    here = len(path) - 1
    follows = {item_label((*path[:level], path[level] + 1), Language.EN).strip("().") for level in range(1, len(path))}
    if parts[0] in follows:
        levels = [level for level in range(1, len(path)) if _sign((*path[:level], path[level] + 1)) == parts[0]]
        return max(levels)
    return max(1, here + 1) if parts[0] in ("a", roman(1)) else 1


def _sign(path: tuple[int, ...]) -> str:
    return item_label(path, Language.EN).strip("().")


def _item(meeting: Key, line: ItemLine, language: Language, key: Key) -> AgendaItem:
    title = _text(line.cells, "title", language)
    if not title:
        raise Problem(N_("This row has no title."))
    annotation = _text(line.cells, "annotation", language)
    for text, name in ((title, "title"), (annotation, "annotation")):
        if any(len(text[one]) > LONGEST[name] for one in Language):
            raise Problem(N_("A text of this row is too long: {most} characters fit."), {"most": LONGEST[name]})
    return AgendaItem(
        key, meeting, 0, title.on_one_line(), annotation=annotation, action=_action(line.cells.get("action", "")),
        duration=_minutes(line.cells.get("minutes", "")),
    )  # fmt: skip


def _text(cells: Mapping[str, str], name: str, language: Language) -> Trilingual:
    """A text in up to three languages, drafts all; its original is the one in *language* where there is one."""
    texts = {one: cells.get(f"{name}_{one}", "") for one in Language}
    texts[language] = texts[language] or cells.get(name, "")
    source = language if texts[language] else next((one for one in Language if texts[one]), language)
    text = Trilingual(source=source).with_text(source, texts[source].strip())
    for one in Language:
        text = text.with_text(one, texts[one].strip())
    return text


def _minutes(text: str) -> int | None:
    said = one_line(text)
    if not said:
        return None
    found = read_duration(said)
    if found is None:
        raise Problem(N_("“{text}” is no duration: give minutes, such as 45."), {"text": said})
    return found.minutes


def _action(text: str) -> ExpectedAction:
    said = folded(one_line(text))
    if not said:
        return ExpectedAction.DISCUSSION
    for action, label in ACTION_LABELS.items():
        names = (folded(catalog(language).gettext(label)) for language in Language)
        if said == str(action) or any(said == name or name.endswith(f" {said}") for name in names):
            return action
    raise Problem(N_("“{text}” is no expected action: information, discussion, decision or election."), {"text": text})


def agenda_with(shown: ItemPreview) -> tuple[AgendaItem, ...]:
    """The agenda with what a table brings, before the items with which every agenda ends."""
    items, known = with_new(shown.before, shown.rows), {one.key for one in shown.before}
    new = [one.key for one in items if one.parent is None and one.key not in known]
    spot = tree.spot_at_the_end(shown.before)
    return tree.place(items, new, spot) if spot.before is not None else items


def noted(shown: ItemPreview, agreed_on: datetime.date | None) -> tuple[Phrase, ...]:
    """What there is to say of an agenda before rows are taken in: where they come, and which are standing items.

    Also that it was *agreed_on* a day.

    Nothing where no row is new.
    """
    found = []
    if shown.before and any(not row.level for row in shown.new):
        key = tree.spot_at_the_end(shown.before).before
        end = next((one for one in numbered(shown.before) if one.item.key == key), None)
        found.append(
            Phrase(BEFORE_THE_END, {"number": end.path[0], "title": Content(end.item.title)})
            if end is not None
            else Phrase(BEHIND_ALL)
        )
    found += standing_said((row.place[0], row.item.purpose) for row in shown.new if row.item is not None)
    if shown.new and agreed_on is not None:
        found.append(Phrase(AGREED, {"day": agreed_on}))
    return tuple(found)


def with_new(before: Collection[AgendaItem], rows: Iterable[ItemRow]) -> tuple[AgendaItem, ...]:
    """The agenda with what a table brings; a part of an item that is there already stands under that one."""
    items = tuple(before)
    for row in rows:
        if row.item is not None and row.verdict is ItemVerdict.NEW:
            items = tree.add(items, row.item)
    return items
