"""A row of a form: a field under its label, and what is said of it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.overtaken import Overtaken
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


class FormRow(QWidget):
    """A field with its hint or, when it says no, its problem in the place of the hint."""

    def __init__(
        self,
        label: str,
        field: Field[Any],
        hint: str,
        language: CurrentLanguage,
        *,
        needed: bool,
    ) -> None:
        super().__init__()
        self.label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.field = field
        self.message = label
        self._named: Mapping[str, Sayable] = {}
        self.lasts = False
        self._hint_message = hint
        self._needed = needed
        self._language = language
        self._problem: Problem | None = None
        self._hint, self._wrong = WrappedLabel(), WrappedLabel()
        style(self._hint, Type.SMALL, Tone.MUTED)
        style(self._wrong, Type.SMALL, Tone.BAD)
        self.label.setBuddy(field.editors[0])
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        for widget in (field, self._hint, self._wrong):
            column.addWidget(widget)
        self._overtaken: Overtaken | None = None
        field.in_row = True
        field.told.connect(self._say_overtaken)
        for signal in (field.changed, field.loaded):
            signal.connect(lambda: self.show_problem(None))
            signal.connect(self._say_overtaken)
        self.retranslate()

    @property
    def refuses(self) -> bool:
        """Whether a problem is said under the field."""
        return self._problem is not None

    @property
    def problem(self) -> Problem | None:
        """What is said to be wrong under the field."""
        return self._problem

    def call(self, message: str, values: Mapping[str, Sayable]) -> None:
        """Say another label, a marked constant with what it names."""
        if (message, values) != (self.message, self._named):
            self.message, self._named = message, values
            self.retranslate()

    def show_hint(self, message: str) -> None:
        """Say another hint, a marked constant, or none."""
        if message != self._hint_message:
            self._hint_message = message
            self.retranslate()

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong under the field, or nothing."""
        if problem is None and self._problem is None:
            return
        self._problem = problem
        self.field.refused = self.lasts and problem is not None
        self.field.mark_wrong(problem is not None, problem)
        self.retranslate()

    def _say_overtaken(self) -> None:
        """Say that the field was changed elsewhere as well, as long as it holds something else."""
        field = self.field
        field.overtaken = field.overtaken and field.altered
        if field.overtaken and self._overtaken is None:
            self._overtaken = Overtaken(field)
            self._column.addWidget(self._overtaken)
            field.beside = self._overtaken
        if self._overtaken is not None:
            self._overtaken.asked = self._overtaken.asked and field.overtaken
            if field.overtaken:
                self._overtaken.show()
                self._overtaken.say()
            else:
                self._overtaken.close_up()

    def ask_again(self) -> None:
        """Say at the field, too, that nothing is recorded yet, and how what was written here is kept."""
        if self._overtaken is not None:
            self._overtaken.asked = True
            self._say_overtaken()

    def retranslate(self) -> None:
        """Say label, hint and problem again."""
        self._say_overtaken()
        words = self._language.words
        text = words.gettext(self.message)
        if self._named:
            text = text.format(**{name: one.said_in(words) for name, one in self._named.items()})
        if self._needed:
            text = words.pgettext("label of a field", "{label} (required)").format(label=text)
        hint = words.gettext(self._hint_message) if self._hint_message else ""
        wrong = ""
        if self._problem is not None:
            sentence = self._problem.said_in(words)
            wrong = words.gettext("Not saved: {problem}").format(problem=sentence)
        self.label.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and not wrong)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.field.set_accessible(text, wrong or hint)
