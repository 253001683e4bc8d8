"""The fields of forms: text, number, tick, choice. Dates, States and trilingual texts have modules of their own."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from nmirf_desktop.domain.lengths import too_long
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import one_line
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.choices import ALSO, Choices
from nmirf_desktop.ui.dates import DateField
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.growing import GrowingText
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.listedfield import ListedField
from nmirf_desktop.ui.statefield import StateField
from nmirf_desktop.ui.theme import STEP
from nmirf_desktop.ui.trilingual import TrilingualField

__all__ = [
    "CheckField", "ChoiceField", "DateField", "Field", "ListedField", "NumberField", "StateField", "TextField",
    "TrilingualField",
]  # fmt: skip

V = TypeVar("V")
CHOICE = 20
"""The width in letters to which a choice may shrink."""
NOT_A_NUMBER = N_("Type a whole number from {least} to {most}.")


class TextField(Field[str]):
    """Plain text on one line, or on as many as it needs (*long*), empty ones with *least* lines."""

    def __init__(self, language: CurrentLanguage, *, long: bool = False, least: int = 2) -> None:
        super().__init__(language)
        self._editor: QLineEdit | GrowingText
        if long:
            self._editor = GrowingText(least)
            self._editor.textChanged.connect(self._typed)
        else:
            self._editor = QLineEdit()
            self._editor.textEdited.connect(self._typed)
            self._editor.returnPressed.connect(self.flush)
        self._line.addWidget(self._editor)
        self._watch(self._editor)

    def value(self) -> str:
        """The text without blanks around it; one that is a line without line breaks and runs of blanks."""
        text = self._editor.text().strip()
        return one_line(text) if self.one_line else text

    @property
    def written(self) -> str:
        """The text."""
        return self.value()

    @property
    def fault(self) -> Problem | None:
        """That the text is too long."""
        return too_long((self.value(),), self.longest)

    def _display(self, value: str) -> None:
        if isinstance(self._editor, QLineEdit):
            self._show_in(self._editor, value)
        elif self._taking:
            self._editor.replace_text(value)
        else:
            self._editor.show_text(value, same=self._same)

    def _left(self) -> None:
        """Show the line as it is kept."""
        super()._left()
        if self._is_left and self._editor.text() != self.value():
            before = self._editor.blockSignals(True)
            self._display(self.value())
            self._editor.blockSignals(before)

    def set_read_only(self, locked: bool) -> None:
        """A text that may only be read can still be selected and copied."""
        self._editor.setReadOnly(locked)


class NumberField(Field[int | None]):
    """A whole number between two bounds; empty where *optional*. The arrow keys count up and down."""

    def __init__(self, language: CurrentLanguage, least: int = 0, most: int = 9999, *, optional: bool = False) -> None:
        super().__init__(language)
        self._optional = optional
        self._least, self._most = least, most
        self._editor = QLineEdit()
        self._editor.setMaxLength(len(str(most)) + 1)
        self._editor.textEdited.connect(self._typed)
        self._editor.returnPressed.connect(self.flush)
        self._line.addWidget(self._editor)
        self._line.addStretch()
        self._watch(self._editor)
        self._fit()

    def value(self) -> int | None:
        """The number, or ``None`` where there is none."""
        text = self._editor.text().strip()
        number = int(text) if text.isascii() and text.isdigit() else None
        return number if number is not None and self._least <= number <= self._most else None

    def begin(self) -> None:
        """Take the keyboard: what is typed now takes the place of the number."""
        self._editor.setFocus()
        self._editor.selectAll()

    @property
    def fault(self) -> Problem | None:
        """What is typed and is no number within the bounds."""
        empty = not self._editor.text().strip()
        if self.value() is not None or (empty and self._optional):
            return None
        return Problem(NOT_A_NUMBER, {"least": self._least, "most": self._most})

    def _display(self, value: int | None) -> None:
        self._show_in(self._editor, "" if value is None else str(value))

    def _fit(self) -> None:
        """Room for the longest number and its surroundings."""
        figures = len(str(self._most)) + 3
        self._editor.setFixedWidth(self.fontMetrics().horizontalAdvance("0" * figures) + STEP * 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down count."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            if by and not self._editor.isReadOnly():
                start = self.value()
                self._display(min(self._most, max(self._least, self._least if start is None else start + by)))
                self._typed()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of the size of text."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)


class CheckField(Field[bool]):
    """Yes or no, with its sentence beside the box (*text*, a marked constant)."""

    chosen_among = True

    def __init__(self, language: CurrentLanguage, text: str) -> None:
        super().__init__(language)
        self._text = text
        self._editor = QCheckBox()
        self._editor.toggled.connect(self._chosen)
        self._line.addWidget(self._editor)
        self._line.addStretch()
        self._watch(self._editor)
        self.retranslate()

    def value(self) -> bool:
        """Whether the box is ticked."""
        return self._editor.isChecked()

    def said(self, value: bool) -> str:
        """Yes or no."""
        return self.words.pgettext("ticked", "yes") if value else self.words.pgettext("ticked", "no")

    def _display(self, value: bool) -> None:
        self._editor.setChecked(value)

    def retranslate(self) -> None:
        """Say the sentence again."""
        self._editor.setText(self.words.gettext(self._text).replace("&", "&&"))


class ChoiceField(Field[V | None], Generic[V]):
    """One of a few values, each said by *say*; ``None`` can be chosen where *none* (a marked constant) names it."""

    chosen_among = True

    def __init__(
        self, language: CurrentLanguage, values: Sequence[V], say: Callable[[V, Catalog], str], none: str = ""
    ) -> None:
        super().__init__(language)
        self._values: list[V | None] = [*([None] if none else []), *values]
        self._say = say
        self._none = none
        self._editor, self._choices = QComboBox(), Choices()
        self._editor.setView(self._choices)
        self._editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._fit()
        self._editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._editor.activated.connect(self._chosen)
        self._line.addWidget(self._editor)
        self._line.addStretch()
        self._watch(self._editor)
        self._fill(0 if self._values else -1)

    def set_values(self, values: Sequence[V]) -> None:
        """Offer other values from now on; the one chosen stays chosen where it, or what became of it, is among them."""
        chosen = self.value()
        self._values = [*([None] if self._none else []), *values]
        self._fill(self._row_of(chosen, 0))

    def _row_of(self, value: V | None, otherwise: int) -> int:
        return next((row for row, one in enumerate(self._values) if self._same_as(one, value)), otherwise)

    def _same_as(self, one: V | None, other: V | None) -> bool:
        """A record is the same one in whatever words it is told by now."""
        key = getattr(one, "key", None)
        return one == other or (bool(key) and type(one) is type(other) and key == getattr(other, "key", None))

    def said(self, value: V | None) -> str:
        """A choice as it is offered."""
        return self.words.gettext(self._none) if value is None else self._say(value, self.words)

    def call_none(self, none: str) -> None:
        """Say in other words (a marked constant) that nothing is chosen."""
        self._none = none
        self.retranslate()

    def say_unchosen(self, text: str) -> None:
        """What stands in the field, in the reader's language, while none of the values is chosen; it has the room."""
        self._editor.setPlaceholderText(text)
        wide = self._editor.fontMetrics().horizontalAdvance
        self._editor.setMinimumContentsLength(-(-wide(text) // wide("X")))

    @property
    def values(self) -> tuple[V | None, ...]:
        """What can be chosen."""
        return tuple(self._values)

    def value(self) -> V | None:
        """The value chosen."""
        row = self._editor.currentIndex()
        return self._values[row] if 0 <= row < len(self._values) else None

    def _display(self, value: V | None) -> None:
        self._editor.setCurrentIndex(self._row_of(value, -1))

    def _fit(self) -> None:
        """A choice may be narrower than its longest words, which the opened list shows in full."""
        self._editor.setMinimumWidth(self.fontMetrics().averageCharWidth() * CHOICE)
        self._widen()

    def _widen(self) -> None:
        """The opened list is as wide as its longest words, also where the choice itself is narrower."""
        view = self._editor.view()
        bar = view.verticalScrollBar().sizeHint().width() if len(self._values) > self._editor.maxVisibleItems() else 0
        metrics = self.fontMetrics()
        widest = max(
            (metrics.horizontalAdvance(self._editor.itemText(row)) for row in range(self._editor.count())), default=0
        )
        view.setMinimumWidth(widest + STEP * 12 + bar)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of the size of text."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fill(self, row: int) -> None:
        before = self._editor.blockSignals(True)
        self._editor.clear()
        self._editor.addItems([""] * len(self._values))
        self._say_rows()
        self._editor.setCurrentIndex(row)
        self._editor.blockSignals(before)
        self._widen()

    def _say_rows(self) -> None:
        """Say each choice; a language is found by its own name and by that in the window's language."""
        for row, value in enumerate(self._values):
            said = self.words.gettext(self._none) if value is None else self._say(value, self.words)
            self._editor.setItemText(row, said)
            if isinstance(value, Language):
                self._editor.setItemData(row, self.words.language_name(value), ALSO)

    def retranslate(self) -> None:
        """Say each choice again."""
        self._say_rows()
        self._widen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page and changes no choice; a space within what is typed does not open the list."""
        if isinstance(event, QWheelEvent):
            event.ignore()  # what stands around takes it: a choice that turned unseen would be saved
            return True
        if _is_space(event) and self._choices.typing:
            self._search_on()
            return True
        return super().eventFilter(watched, event)

    def _search_on(self) -> None:
        """Go to the row that begins with what was typed and a space."""
        before = self._editor.currentIndex()
        self._choices.setCurrentIndex(self._editor.model().index(before, 0))
        self._choices.keyboardSearch(" ")
        self._editor.setCurrentIndex(self._choices.currentIndex().row())
        if self._editor.currentIndex() != before:
            self._chosen()


def _is_space(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
