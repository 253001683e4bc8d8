"""The fields of forms: text, number, tick, choice. Dates, States and trilingual texts have modules of their own."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.dates import DateField
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.growing import GrowingText
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.statefield import StateField
from nmirf_desktop.ui.trilingual import TrilingualField

__all__ = [
    "CheckField", "ChoiceField", "DateField", "Field", "NumberField", "StateField", "TextField", "TrilingualField",
]  # fmt: skip

V = TypeVar("V")


class TextField(Field[str]):
    """Plain text on one line, or on as many as it needs (*long*)."""

    def __init__(self, language: CurrentLanguage, *, long: bool = False, longest: int = 0) -> None:
        super().__init__(language)
        self._editor: QLineEdit | GrowingText
        if long:
            self._editor = GrowingText()
            self._editor.textChanged.connect(self._typed)
        else:
            self._editor = QLineEdit()
            if longest:
                self._editor.setMaxLength(longest)
            self._editor.textEdited.connect(self._typed)
            self._editor.returnPressed.connect(self.flush)
        self._line.addWidget(self._editor)
        self._watch(self._editor)

    def value(self) -> str:
        """The text without blanks around it."""
        return self._editor.text().strip()

    def _display(self, value: str) -> None:
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(value)
        else:
            self._editor.setPlainText(value)

    def set_read_only(self, locked: bool) -> None:
        """A text that may only be read can still be selected and copied."""
        self._editor.setReadOnly(locked)


class NumberField(Field[int | None]):
    """A whole number between two bounds; empty where *optional*."""

    def __init__(self, language: CurrentLanguage, least: int = 0, most: int = 9999, *, optional: bool = False) -> None:
        super().__init__(language)
        self._optional = optional
        self._editor = QSpinBox(minimum=least - 1 if optional else least, maximum=most)
        if optional:
            self._editor.setSpecialValueText(" ")
        self._editor.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._fit()
        self._editor.valueChanged.connect(self._typed)
        self._line.addWidget(self._editor)
        self._line.addStretch()
        self._watch(self._editor)
        self._editor.installEventFilter(self)

    def _fit(self) -> None:
        """Room for the longest number and a figure more."""
        figures = len(str(self._editor.maximum())) + 3
        self._editor.setMinimumWidth(self._editor.fontMetrics().horizontalAdvance("0" * figures))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of the size of text."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def value(self) -> int | None:
        """The number, or ``None`` where it is left empty."""
        number = self._editor.value()
        return None if self._optional and number == self._editor.minimum() else number

    def _display(self, value: int | None) -> None:
        self._editor.setValue(self._editor.minimum() if value is None else value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel that only passes over does not change a number."""
        if isinstance(event, QWheelEvent) and not self._editor.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class CheckField(Field[bool]):
    """Yes or no, with its sentence beside the box (*text*, a marked constant)."""

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

    def _display(self, value: bool) -> None:
        self._editor.setChecked(value)

    def retranslate(self) -> None:
        """Say the sentence again."""
        self._editor.setText(self.words.gettext(self._text).replace("&", "&&"))


class ChoiceField(Field[V | None], Generic[V]):
    """One of a few values, each said by *say*; ``None`` can be chosen where *none* (a marked constant) names it."""

    def __init__(
        self, language: CurrentLanguage, values: Sequence[V], say: Callable[[V, Catalog], str], none: str = ""
    ) -> None:
        super().__init__(language)
        self._values: list[V | None] = [*([None] if none else []), *values]
        self._say = say
        self._none = none
        self._editor = QComboBox()
        self._editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._editor.activated.connect(self._chosen)
        self._line.addWidget(self._editor)
        self._line.addStretch()
        self._watch(self._editor)
        self._fill(0 if self._values else -1)

    def set_values(self, values: Sequence[V]) -> None:
        """Offer other values from now on; the one chosen stays chosen where it is among them."""
        chosen = self.value()
        self._values = [*([None] if self._none else []), *values]
        self._fill(self._values.index(chosen) if chosen in self._values else 0)

    def value(self) -> V | None:
        """The value chosen."""
        row = self._editor.currentIndex()
        return self._values[row] if 0 <= row < len(self._values) else None

    def _display(self, value: V | None) -> None:
        self._editor.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _fill(self, row: int) -> None:
        before = self._editor.blockSignals(True)
        self._editor.clear()
        for value in self._values:
            self._editor.addItem(self.words.gettext(self._none) if value is None else self._say(value, self.words))
        self._editor.setCurrentIndex(row)
        self._editor.blockSignals(before)

    def retranslate(self) -> None:
        """Say each choice again."""
        for row, value in enumerate(self._values):
            self._editor.setItemText(
                row, self.words.gettext(self._none) if value is None else self._say(value, self.words)
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel that only passes over does not change a choice."""
        if isinstance(event, QWheelEvent) and not self._editor.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
