"""The field of a person of the register: two letters are enough, of name, function, address or State."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QLineEdit

from nmirf_desktop.domain.functions import Held
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.services.people import Known
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.offered import OfferedList

FEWEST, MOST = 2, 50
"""How many letters open the list, and how many people it offers at most."""
Source = Callable[[], Iterable[Known]]
"""What gives the people to choose from."""
UNKNOWN = N_("Nobody in the register is called “{text}”. Type two letters of the name and choose from the list.")


def _words(known: Known) -> str:
    person, state = known.person, known.state
    functions = (person.function[language] for language in Language)
    names = (state.short[language] for language in Language) if state is not None else ()
    parts = (person.given_name, person.family_name, *functions, *person.emails, person.institution, *names)
    return f" {folded(' '.join(parts))}"


def matching(people: Iterable[Known], text: str, words: Catalog, near: StateCode | None = None) -> tuple[Known, ...]:
    """Those of whom a word begins with each word of *text*, people of the State *near* before all others."""
    needles = folded(text).split()
    found = [known for known in people if all(f" {needle}" in _words(known) for needle in needles)]
    found.sort(key=lambda known: (known.person.state != near, words.sort_key(known.person.label(words.language))))
    return tuple(found[:MOST])


def person_line(known: Known, words: Catalog) -> str:
    """A person in one line, told apart from all others: name, function, State, and the functions held."""
    label, function = known.person.label(words.language), known.person.function.best(words.language)
    state = known.state.said_in(words) if known.state is not None else ""
    held = _latest(known.held[0], words) if known.held else ""
    email = known.person.email
    return " · ".join(dict.fromkeys(part for part in (label, function, state, held, email) if part))


def _latest(held: Held, words: Catalog) -> str:
    """A function, with its days where it has an end."""
    return held.named(words) if held.period.end is None else words.listing((held.named(words), held.when(words)))


class PersonField(Field[Key | None]):
    """A person by its key; nothing where the field is left empty.

    A *free* field also takes a name that nobody has (``typed``), and marks no row of the list by itself, so that a new
    name is never taken for somebody. In any other, such a name is a fault.
    """

    def __init__(self, language: CurrentLanguage, *, free: bool = False) -> None:
        super().__init__(language)
        self._free = free
        self._source: Source = tuple
        self._read: dict[Key, Known] | None = None
        self._near: StateCode | None = None
        self._key: Key | None = None
        self._found: tuple[Known, ...] = ()
        self._handed = ""
        self._editor = QLineEdit(clearButtonEnabled=True)
        self._list = OfferedList(self._editor, self)
        self._list.taken.connect(self._take)
        self._editor.textEdited.connect(self._search)
        self._editor.returnPressed.connect(self.flush)
        self._line.addWidget(self._editor)
        self._watch(self._editor)
        self.retranslate()

    def offer(self, source: Source, near: StateCode | None = None) -> None:
        """The people to choose from, read when first asked for; those of the State *near* before the others."""
        self._source, self._read = source, None
        self._near = near

    @property
    def people(self) -> Mapping[Key, Known]:
        """Everybody who can be chosen, by key."""
        if self._read is None:
            self._read = {known.key: known for known in self._source()}
        return self._read

    @property
    def known(self) -> Known | None:
        """The person chosen, with all functions."""
        return self.people.get(self._key) if self._key is not None else None

    @property
    def typed(self) -> str:
        """What is typed and is nobody's."""
        return "" if self._key is not None else self._editor.text().strip()

    def value(self) -> Key | None:
        """The key of the person chosen."""
        return self._key

    @property
    def fault(self) -> Problem | None:
        """A name that nobody has, where the field is not free."""
        return Problem(UNKNOWN, {"text": self.typed}) if self.typed and not self._free else None

    @property
    def content(self) -> tuple[Key | None, str]:
        """Who is chosen, or the name that nobody has."""
        return self._key, self.typed

    @property
    def altered(self) -> bool:
        """Whether somebody else is named than when it was loaded."""
        return super().altered or (self.keyed and bool(self.typed))

    def said(self, value: Key | None) -> str:
        """The person by name."""
        known = self.people.get(value) if value is not None else None
        return known.person.label(self.words.language) if known is not None else ""

    @property
    def dirty(self) -> bool:
        """Whether another person is chosen, or a name is typed that nobody has."""
        return super().dirty or bool(self.typed)

    def _display(self, value: Key | None) -> None:
        self._key = value if value is not None and value in self.people else None
        self._handed = ""
        blocked = self._editor.blockSignals(False)  # the button that clears the line listens to it
        known = self.known
        self._editor.setText(known.person.label(self.words.language) if known is not None else "")
        self._editor.blockSignals(blocked)

    def _search(self, text: str) -> None:
        self._key = None
        self._found = ()
        if len(text.strip()) >= FEWEST:
            self._found = matching(self.people.values(), text, self.words, self._near)
        self._list.show_rows([person_line(known, self.words) for known in self._found], marked=not self._free)
        self._typed()

    def _take(self, row: int) -> None:
        self._display(self._found[row].key)
        self._chosen()

    def flush(self) -> None:
        """Hand on whom is chosen; what is typed and names just one person is not taken for it: it is to be chosen."""
        if self._list.open:
            return
        super().flush()
        if self.fault is not None or self.typed != self._handed:
            self._handed = self.typed
            self.edited.emit()

    def retranslate(self) -> None:
        """Say the person's name again."""
        known = self.known
        if known is not None:
            self._editor.setText(known.person.label(self.words.language))
        self._editor.setPlaceholderText(self.words.gettext("Two letters of a name"))
