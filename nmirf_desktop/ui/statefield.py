"""The field of a State: two letters are enough, in any language."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.domain.states import State, in_order
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.storage.usual_names import every_name
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.offered import OfferedList
from nmirf_desktop.ui.taken import forget

UNKNOWN = N_("No State is called “{text}”. Type two letters of its name and choose it from the list.")
SEVERAL = N_("“{text}” fits more than one name. Type more letters, or choose one from the list.")
NONE_BEGINS = N_("No name in the list begins with “{text}”, nor does a word of one: nothing was recorded.")
"""What is said where *text* stands within names alone, so that the list shows them."""
FEWEST = 2
"""How many letters open the list."""


def matching(states: Iterable[State], text: str, words: Catalog, near: Collection[StateCode] = ()) -> tuple[State, ...]:
    """The States with a name or code that *text* begins or a word of which it begins, those it begins first.

    The States *near*, such as those in the room, come before all others.
    """
    needle = folded(text.strip())
    first, later = [], []
    for state in in_order(states, words):
        names = [folded(state.short[language]) for language in Language]
        names += [folded(state.formal[language]) for language in Language]
        own = folded(state.short[words.language])
        if own.startswith(needle) or needle in (folded(state.iso3), folded(state.iso2)):
            first.append(state)
        elif any(_has_word(name, needle) for name in names):
            later.append(state)
    return tuple(sorted((*first, *later), key=lambda state: state.iso3 not in near))


def by_usual_name(states: Iterable[State], text: str, words: Catalog) -> tuple[State, ...]:
    """The States with a usual or former name that *text* begins, "Kenia", "Holland"; none where it begins another's.

    "india", where India is not among the *states*, is not Indonesia, which was called the Dutch East Indies.
    """
    needle, known = folded(text.strip()), in_order(states, words)
    meant = {code for code, name in _every_name() if name.startswith(needle)}
    return tuple(one for one in known if one.iso3 in meant) if meant <= {one.iso3 for one in known} else ()


@cache
def _every_name() -> tuple[tuple[StateCode, str], ...]:
    """What each of the 193 States is called, officially or not, folded."""
    return tuple((code, folded(name)) for code, names in every_name().items() for name in names)


def begun(states: Iterable[State], text: str) -> tuple[State, ...]:
    """The States with a code or short name, in any language, that *text* is, else begins, else begins a word of.

    "guinea" is Guinea, and no longer Guinea-Bissau; "rica" is Costa Rica, and "zamb" is never Mozambique.
    """
    needle = folded(text.strip())
    called = [(state, _called(state)) for state in states]

    def where(fits: Callable[[str], bool]) -> tuple[State, ...]:
        return tuple(state for state, names in called if any(fits(name) for name in names))

    return (
        where(lambda name: name == needle)
        or where(lambda name: name.startswith(needle))
        or where(lambda name: _has_word(name, needle))
    )


def goes_on(states: Iterable[State], text: str) -> bool:
    """Whether a space may follow: a word of a short name begins with *text* and one, as in Costa Rica."""
    needle = f"{folded(text.strip())} "
    return not text.endswith(" ") and any(_has_word(name, needle) for state in states for name in _called(state))


def _has_word(name: str, needle: str) -> bool:
    """Whether a word of a folded *name* begins with *needle*, never a part inside one."""
    return re.search(rf"(?<!\w){re.escape(needle)}", name) is not None


def _called(state: State) -> tuple[str, ...]:
    return (folded(state.iso3), *(folded(state.short[language]) for language in Language))


class StateField(Field[str | None]):
    """A State by its three-letter code, typed by any of its names; nothing where it is left empty.

    A subclass may offer others beside the States, each by a code of its own. ``mistaken`` carries why what is typed,
    and was to be handed on, names nobody; it stays as it was typed. ``entered``: Enter took a State from the list.
    """

    mistaken = Signal(object)
    entered = Signal()

    unknown = UNKNOWN
    """What is said of what names nothing (a marked constant)."""
    asked = N_("Two letters of a State’s name")
    """What stands in the empty line (a marked constant)."""

    def __init__(self, language: CurrentLanguage, states: Iterable[State]) -> None:
        super().__init__(language)
        self._states = {state.iso3: state for state in states}
        self._near: Collection[StateCode] = ()
        self._beside: tuple[tuple[State, ...], str] = ((), "")
        self._code: str | None = None
        self._loaded: str | None = None
        self._found: tuple[tuple[str, Sayable], ...] = ()
        self._sought = ""
        self._only_entered = self._entering = False
        self._editor = QLineEdit(clearButtonEnabled=True)
        self._list = OfferedList(self._editor, self)
        self._list.taken.connect(self._take)
        self._list.entered.connect(self.entered)
        self._editor.textEdited.connect(self._search)
        self._editor.returnPressed.connect(self.settle)
        self._line.addWidget(self._editor)
        self._watch(self._editor)
        self.retranslate()

    def only_entered(self) -> None:
        """From now on Enter or a choice from the list hands on, and nothing else does: it is an act of the room.

        What is typed and left is handed on by nothing; Escape clears it, or shows again what is recorded.
        """
        self._only_entered = True
        self._list.given_up.connect(self._give_up)

    def set_states(self, states: Iterable[State], near: Collection[StateCode] = ()) -> None:
        """Offer other States from now on, those *near* before the others."""
        self._states = {state.iso3: state for state in states}
        self._near = frozenset(near)

    def know_besides(self, states: Iterable[State], why: str) -> None:
        """States that are known and are not offered: of one of them, *why* (a marked constant) is said."""
        self._beside = (tuple(states), why)

    def begin(self) -> None:
        """Take the keyboard; what is typed replaces what was left there."""
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.selectAll()

    def names(self, text: str) -> bool:
        """Whether a State is called so in any language."""
        needle = folded(text.strip())
        return any(
            needle in (folded(state.short[language]), folded(state.formal[language]))
            for state in self._states.values()
            for language in Language
        )

    def load(self, value: str | None, *, over: bool = False) -> None:
        """Show the State that is recorded, as :meth:`Field.load`."""
        self._loaded = value
        super().load(value, over=over)

    def value(self) -> str | None:
        """The code of the State chosen."""
        return self._code

    @property
    def typed(self) -> bool:
        """Whether something stands in the line, a State or not."""
        return bool(self._editor.text().strip())

    @property
    def state(self) -> State | None:
        """The State chosen."""
        return self._states[self._code] if self._code is not None else None

    @property
    def fault(self) -> Problem | None:
        """What is typed and is no State, or fits several of them."""
        text = self._editor.text().strip()
        if not text or self._code is not None:
            return None
        if text != self._sought:
            self._found, self._sought = self._matching(text, self._near), text
        states, why = self._beside
        named = begun(states, text) if not self._found else ()
        if len(named) == 1:
            return Problem(why, {"state": named[0]})
        return Problem(SEVERAL if len(self._found) > 1 else self.unknown, {"text": text})

    def said(self, value: str | None) -> str:
        """The State by its name."""
        named = self._named(value)
        return named.said_in(self.words) if named is not None else value or ""

    def _named(self, code: str | None) -> Sayable | None:
        """What a code stands for."""
        return self._states.get(code) if code is not None else None

    def _matching(self, text: str, near: Collection[StateCode] = ()) -> tuple[tuple[str, Sayable], ...]:
        """What a text may mean, each with its code; where no official name fits, by a usual one."""
        return self._officially(text, near) or tuple(
            (state.iso3, state) for state in by_usual_name(self._states.values(), text, self.words)
        )

    def _officially(self, text: str, near: Collection[StateCode]) -> tuple[tuple[str, Sayable], ...]:
        """What is called so, each with its code."""
        return tuple((state.iso3, state) for state in matching(self._states.values(), text, self.words, near))

    def _display(self, value: str | None) -> None:
        named = self._named(value)
        self._code = value if named is not None else None
        blocked = self._editor.blockSignals(False)  # the button that clears the line listens to it
        self._show_in(self._editor, named.said_in(self.words) if named is not None else "")
        self._editor.blockSignals(blocked)

    def _search(self, text: str) -> None:
        self._code = None
        if len(text.strip()) < FEWEST:
            self._list.hide()
            self._typed()
            return
        self._found, self._sought = self._matching(text, self._near), text.strip()
        exact = [code for code, named in self._found if folded(named.said_in(self.words)) == folded(text.strip())]
        if exact:
            self._code = exact[0]
        self._list.show_rows([named.said_in(self.words) for _, named in self._found], marked=True)
        self._typed()

    def _take(self, row: int) -> None:
        self._complete(self._found[row][0])
        self._untouched, self.keyed = False, True
        self.changed.emit()
        self.settle()

    def _complete(self, code: str) -> None:
        """Write the whole name of what is taken; the key of undo then shows in one step what is recorded."""
        before = self._named(self._loaded)
        self._editor.textEdited.disconnect(self._search)
        self._editor.setText(before.said_in(self.words) if before is not None else "")
        self._editor.selectAll()
        named = self._named(code)
        self._editor.insert(named.said_in(self.words) if named is not None else "")
        self._editor.textEdited.connect(self._search)
        self._code = code

    @property
    def disputed(self) -> bool:
        """What only Enter hands on is not handed on by leaving, and waits for nobody to choose."""
        return super().disputed and not self._only_entered

    def settle(self) -> None:
        """Hand on what is typed, as Enter does; also where nothing else hands it on."""
        self._entering = True
        self.flush()
        self._entering = False

    def _give_up(self) -> None:
        """What is typed is not meant: what is recorded stands again, and the key of undo brings no letter back."""
        self.load(self._loaded, over=True)
        forget(self._editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives up what is typed, where only Enter hands it on."""
        typed = self._only_entered and watched is self._editor and self._editor.text().strip()
        if not typed or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        kept = self._code is not None and self._code == self._loaded
        if event.key() != Qt.Key.Key_Escape or event.modifiers() or kept:
            return super().eventFilter(watched, event)
        self._give_up()
        return True

    def flush(self) -> None:
        """Hand the State on; what is typed and names just one is taken for it."""
        if self._only_entered and not self._entering and self._editor.text().strip():
            self._timer.stop()
            return
        text = self._editor.text().strip()
        if self._code is None and text and not self._list.open:
            found = self._matching(text) if len(text) >= FEWEST else ()
            if len(found) == 1:
                self._complete(found[0][0])
        super().flush()
        if self.fault is not None and not self._list.open:
            self.edited.emit()
            self.mistaken.emit(self.fault)

    def retranslate(self) -> None:
        """Say the State's name again."""
        named = self._named(self._code)
        if named is not None and self._editor.text() != named.said_in(self.words):
            self._editor.setText(named.said_in(self.words))
        self._editor.setPlaceholderText(self.words.gettext(self.asked))
