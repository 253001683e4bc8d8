"""The left side of the session screen: the agenda, and the room's list in which Space marks who is present."""

from collections.abc import Hashable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.attendance import Delegation, Roll
from nmirf_desktop.domain.members import KIND_LABELS
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.states import State, found_by
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.keys_in_force import with_keys_in_force
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.statefield import NONE_BEGINS, SEVERAL, UNKNOWN, begun, goes_on
from nmirf_desktop.ui.table import NOTHING_YET, RowTable
from nmirf_desktop.ui.taken import forget
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

NO_AGENDA = Empty(N_("No agenda yet"), N_("Items are written under Agenda; here the meeting goes through them."))
NOBODY = Empty(
    N_("No member on this day"),
    N_("Members and observers come from the register of members; presence informs a vote and never bars one."),
)
NO_VOTE_HERE = N_("{state} has no vote here: nothing was recorded. F6 says why.")
NO_DELEGATION = N_("{state} is not in this list: it is no member or observer, and no guest. Nothing was recorded.")
"""Why a State that is known has no row of its own."""


def _number(line: Numbered, words: Catalog) -> str:
    return line.reference(words.language)


def _title(line: Numbered, words: Catalog) -> str:
    return line.item.title[words.language] or line.item.title.original


AGENDA = (
    Column(N_("Item"), _number, lambda line, _words: line.path),
    Column(N_("Title"), _title, stretch=True),
)
"""The columns of the agenda."""


def _state(line: Delegation, words: Catalog) -> str:
    return line.state.said_in(words)


def _order(line: Delegation, words: Catalog) -> str:
    return words.sort_key(line.state.said_in(words))


def _kind(line: Delegation, words: Catalog) -> str:
    return words.gettext(KIND_LABELS[line.kind]) if line.kind else words.pgettext("delegation", "Guest")


def presence_words(line: Delegation, words: Catalog) -> str:
    """How a delegation is there, or that it is not: "online", "absent, apologies"."""
    if line.online:
        return words.pgettext("delegation", "online")
    if line.present:
        return words.pgettext("delegation", "present")
    if line.presence is PresenceKind.CONNECTION_LOST:
        return words.pgettext("delegation", "disconnected")
    match line.announced if line.presence is None else None:
        case Answer.APOLOGIES:
            return words.pgettext("delegation", "absent, apologies")
        case Answer.ONLINE:
            return words.pgettext("delegation", "expected online")
        case _:
            return words.pgettext("delegation", "absent")


def presence_mark(line: Delegation) -> Mark:
    """The sign beside these words."""
    if line.present:
        return Mark("circle-dot" if line.online else "circle-check", Tone.GOOD)
    lost = line.presence is PresenceKind.CONNECTION_LOST
    return Mark("triangle-alert", Tone.ATTENTION) if lost else Mark("circle", Tone.MUTED)


DELEGATIONS = (
    Column(N_("State"), _state, _order, also=lambda line: found_by(line.state), stretch=True),
    Column(N_("Presence"), presence_words, mark=presence_mark),
    Column(N_("Class"), _kind, spare=True),
)
"""The columns of the room's list."""


class AgendaList(RowTable[Numbered]):
    """The agenda; the selected row is the item under discussion, and ``selected`` says that the meeting turns to it.

    A filter only looks for an item: no row is selected while it hides the one under discussion, which is selected again
    once it is shown. Enter takes the row that was found.
    """

    def __init__(self, language: CurrentLanguage) -> None:
        self._looking = False
        super().__init__(AGENDA, lambda line: line.item.key, language, NO_AGENDA)
        self.name(N_("Agenda"))
        self.picked.connect(self._announce)  # a press of the mouse selects the row after it made it current
        for taken in (self.opened, self.entered):
            taken.connect(lambda line: self.select(line.item.key))

    def select(self, key: Hashable) -> bool:
        """Make the row of that item the selected one; what is looked for stays, unless it hides another item."""
        if self._last is not None and self.model.key(self._last) == key and self.model.row_of(key) < 0:
            return False
        return super().select(key)

    def _filter(self, text: str) -> None:
        self._looking = True
        super()._filter(text)
        self._looking = False

    def select_first(self) -> None:
        """Select the item under discussion where the filter shows it, else none."""
        row = self.model.row_of(self.model.key(self._last)) if self._last is not None else -1
        if row < 0:
            self.view.selectionModel().clear()
        else:
            self._go(row)

    def _announce(self) -> None:
        """The keyboard in the list makes a row current; only a selected one is turned to."""
        if not self._looking and self.chosen:
            super()._announce()


class OfState(Protocol):
    """A row that is of a State."""

    @property
    def state(self) -> State:
        """Whose row it is."""
        ...


T = TypeVar("T", bound=OfState)


class StateTable(RowTable[T]):
    """Rows of States; of those that a filter leaves, the first whose name begins so is the current one, else none.

    ``mistaken`` carries why Enter in the filter took nobody. Of those *beside* the rows, who are known and have none,
    *why_beside* (a marked constant) says why.
    """

    mistaken = Signal(object)

    def __init__(self, columns: Sequence[Column[T]], language: CurrentLanguage, empty: Empty = NOTHING_YET) -> None:
        super().__init__(columns, lambda line: line.state.iso3, language, empty)
        self.beside: tuple[State, ...] = ()
        self.why_beside = ""

    def select_first(self) -> None:
        """Make the row of the one that is meant current, where the one that is so is not meant."""
        text = self._line.text()
        if not text.strip() or self.gathering.on:
            super().select_first()
            return
        meant = [one.iso3 for one in begun((one.state for one in self.model.rows), text)]
        if not meant:
            self.view.selectionModel().clear()
        elif not any(one.state.iso3 in meant for one in self.chosen):
            self._go(self.model.row_of(meant[0]))

    def why_none(self, text: str) -> Problem:
        """Why a text means no row, or none alone."""
        left = [one.state for one in self.model.rows]
        named = begun(self.beside, text) if self.why_beside and not left else ()
        if len(named) == 1:
            return Problem(self.why_beside, {"state": named[0]})
        return Problem(SEVERAL if begun(left, text) else NONE_BEGINS if left else UNKNOWN, {"text": text})

    def _enter(self) -> None:
        """Hand on whom the filter means; where that is nobody, say so: the next name can be typed over it."""
        text = self._line.text().strip()
        if text and not self.chosen:
            self.mistaken.emit(self.why_none(text))
            self._line.selectAll()
        else:
            super()._enter()


class Delegations(QWidget):
    """Type to filter, Space marks present or absent, Ctrl+F5 online. ``toggled`` carries the codes selected.

    Where what is typed is one delegation, Space marks it from the filter too, and the next name can be typed, as it can
    where nobody was marked: ``mistaken`` carries why. On a row, Delete says that it was never here: ``struck``.
    """

    toggled = Signal(object)
    struck = Signal()
    mistaken = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._marked: tuple[StateCode, str] = ("", "")
        self.anybody = False
        self._heading, self._hint = QLabel(), QLabel(wordWrap=True)
        style(self._heading, Type.HEADING)
        style(self._hint, Type.SMALL, Tone.MUTED)
        self.table: StateTable[Delegation] = StateTable(DELEGATIONS, language, NOBODY)
        self.table.name(N_("Delegations"))
        self.table.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.view.installEventFilter(self)
        for line in self._filters():
            line.installEventFilter(self)
        self.table.opened.connect(lambda _line: self._toggle())
        self.table.mistaken.connect(self.mistaken)
        self.table.why_beside = NO_DELEGATION
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP * 2, 0, 0)
        column.setSpacing(STEP)
        for part in (self._heading, self._hint, self.table):
            column.addWidget(part)
        column.setStretchFactor(self.table, 1)
        self.setFocusProxy(self.table)
        self.retranslate()

    def show_roll(self, roll: Roll, known: tuple[State, ...] = ()) -> None:
        """Show who is present; what is selected stays selected. *known* are all States, also those not invited."""
        self.table.beside = known
        self.anybody = any(one.present for one in roll.delegations)
        self.table.show_rows(roll.delegations)

    @property
    def codes(self) -> tuple[StateCode, ...]:
        """The delegations of the rows selected."""
        return tuple(one.state.iso3 for one in self.table.chosen)

    def await_next(self) -> None:
        """The next name that is typed replaces the one before."""
        for line in self._filters():
            line.selectAll()
            forget(line)

    def _filters(self) -> list[QLineEdit]:
        return self.table.findChildren(QLineEdit)

    def _toggle(self) -> None:
        if self.codes:
            self.toggled.emit(self.codes)

    def _mark_typed(self, text: str) -> bool:
        """Mark whom a text means, or say why nobody is; ``False`` where a name goes on with a space."""
        left = [one.state for one in self.table.model.rows]
        meant = begun(left, text)
        if len(left) != 1 and goes_on(left, text):
            return False
        if len(meant) == 1:
            self._mark(meant[0], text.strip())
        else:
            self.mistaken.emit(self.table.why_none(text.strip()))
        self.await_next()
        return True

    def _mark(self, meant: State, text: str) -> None:
        """Mark a delegation, once only where its name was typed on: "costa", and then "rica"."""
        code, before = self._marked
        whole = f"{before} {text}"
        if code == meant.iso3 and begun((meant,), whole):
            self._marked = (code, whole)
            return
        self._marked = (meant.iso3, text)
        self.toggled.emit((meant.iso3,))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space marks the delegations selected, and from the filter the one that is typed; Delete strikes out."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Delete and watched is self.table.view:
            self.struck.emit()
            return True
        if event.key() == Qt.Key.Key_Space:
            if watched is self.table.view:
                self._toggle()
                return True
            if isinstance(watched, QLineEdit) and watched.text().strip():
                return self._mark_typed(watched.text())
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._heading.setText(words.gettext("Delegations"))
        self._hint.setText(
            with_keys_in_force(
                words.gettext(
                    "Type a name, then Space: present or absent. Ctrl+F5: online, or connection lost. Delete: was never"
                    " here."
                ),
                words,
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
