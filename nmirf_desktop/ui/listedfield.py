"""The field of several texts of one line each, such as e-mail addresses: a line for each, Enter begins another one."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMimeData

from nmirf_desktop.domain.lengths import too_long
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.growing import GrowingText
from nmirf_desktop.ui.language import CurrentLanguage

MOST = 8
"""So many lines are shown without scrolling."""
Parts = Callable[[str], tuple[str, ...]]
"""How a text is parted: ``several_emails``, ``several_telephones``."""


class _Lines(GrowingText):
    """Lines in which what is pasted stands parted."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(1, MOST)
        self._parts = parts

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Part what is pasted."""
        self.insertPlainText("\n".join(self._parts(source.text())))


class ListedField(Field[tuple[str, ...]]):
    """Several texts of one line each, parted by *parts*, of which *check* raises ``Problem`` for what is none."""

    def __init__(
        self, language: CurrentLanguage, parts: Parts, check: Callable[[Iterable[str]], None] | None = None
    ) -> None:
        super().__init__(language)
        self._parts, self._check = parts, check
        self._editor = _Lines(parts)
        self._editor.textChanged.connect(self._typed)
        self._line.addWidget(self._editor)
        self._watch(self._editor)

    def value(self) -> tuple[str, ...]:
        """The texts, each once."""
        return self._parts(self._editor.text())

    @property
    def written(self) -> str:
        """The lines as they were typed."""
        return self._editor.text().strip()

    @property
    def fault(self) -> Problem | None:
        """That one of them is too long, or is none."""
        long = too_long(self.value(), self.longest)
        if long is not None or self._check is None:
            return long
        try:
            self._check(self.value())
        except Problem as problem:
            return problem
        return None

    def said(self, value: tuple[str, ...]) -> str:
        """The texts one after the other."""
        return "; ".join(value)

    def _display(self, value: tuple[str, ...]) -> None:
        if self._taking:
            self._editor.replace_text("\n".join(value))
        else:
            self._editor.setPlainText("\n".join(value))

    def _left(self) -> None:
        """Show the texts as they are kept, one under the other."""
        super()._left()
        if self._is_left and self._editor.text() != "\n".join(self.value()):
            before = self._editor.blockSignals(True)
            self._display(self.value())
            self._editor.blockSignals(before)

    def set_read_only(self, locked: bool) -> None:
        """Texts that may only be read can still be selected and copied."""
        self._editor.setReadOnly(locked)
