"""Files in a form: chosen, dropped or pasted, listed with their sizes, taken out again by Delete."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from nmirf_desktop.domain.attachments import Filing, NewFile, Size, check_beside
from nmirf_desktop.domain.refusals import Problem, Problems
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.arrivals import read_all
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.choosing import DocumentFiles
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.file_drop import FileDrop, pasted_files
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.labels import WrappedLabel, as_tip
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

CHOOSE, REMOVE, TITLE = N_("Choose files …"), N_("Take out"), N_("Choose files")
PASTE = QKeySequence.StandardKey.Paste
MOST_ROWS = 6
"""So many files are seen at once; the list of more is scrolled."""
TWICE = N_("“{name}” is in the list already.")


def sized(file: NewFile, words: Catalog) -> str:
    """A file in a list: its name and its size."""
    pattern = words.pgettext("file in a list", "{name} ({size})")
    return pattern.format(name=file.name, size=Size(len(file.content)).said_in(words))


class _Names(QListWidget):
    """The files chosen, as high as their number asks for."""

    def sizeHint(self) -> QSize:
        """All rows up to :data:`MOST_ROWS`, at any width."""
        rows = min(self.count(), MOST_ROWS)
        return QSize(STEP * 40, rows * max(self.sizeHintForRow(0) + STEP, self.fontMetrics().height()) + STEP)

    def minimumSizeHint(self) -> QSize:
        """The same height: a list of two files is not scrolled."""
        return QSize(STEP * 20, self.sizeHint().height())


class FileField(Field[tuple[NewFile, ...]]):
    """The files that a fact is recorded with, filed as *filing*: read when they are chosen, kept when it is recorded.

    A file that cannot be read is told under the list, and the fact can be recorded without it. *files* asks for them.
    """

    def __init__(
        self, language: CurrentLanguage, filing: Filing = Filing.LETTER, files: DocumentFiles | None = None
    ) -> None:
        super().__init__(language)
        self._filing = filing
        self._picker = files or DocumentFiles(language)
        self._files: tuple[NewFile, ...] = ()
        self._refused: Problem | None = None
        self._button, self._remove = QPushButton(icon("paperclip"), ""), QPushButton()
        self._names, self._told = _Names(), WrappedLabel()
        self._names.setSpacing(STEP // 2)
        self._names.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._names.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        style(self._told, Type.SMALL, Tone.BAD)
        self._button.clicked.connect(self._choose)
        self._remove.clicked.connect(self._take_out)
        for keys in (QKeySequence.StandardKey.Delete, QKeySequence(Qt.Key.Key_Backspace)):
            shortcut = QShortcut(keys, self._names)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._take_out)
        self._drop = FileDrop(self)
        self._drop.dropped.connect(self.add_paths)
        self._arrange()
        self._watch(self._button, self._names, self._remove)
        self._show()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(STEP)
        for widget in (self._names, SideBySide(self._button, self._remove), self._told):
            column.addWidget(widget)
        self._line.addLayout(column)

    def value(self) -> tuple[NewFile, ...]:
        """The files chosen, in their order."""
        return self._files

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Read files and add them; what is wrong with one of them is told, and the others are there."""
        if paths:
            read = read_all(paths, self._filing)
            self._add(read.files, read.problems)

    def add_files(self, files: Iterable[NewFile]) -> None:
        """Add files that were read already; one whose content is in the list is told."""
        self._add(files, ())

    def _add(self, files: Iterable[NewFile], problems: Sequence[Problem]) -> None:
        told, kept = list(problems), list(self._files)
        for file in files:
            if any(file.content == one.content for one in kept):
                told.append(Problem(TWICE, {"name": file.name}))
                continue
            try:
                check_beside(kept, file.name, len(file.content))
            except Problem as problem:
                told.append(problem)
            else:
                kept.append(file)
        self._refused = Problems(told) if told else None
        self._files = tuple(kept)
        self._show()
        self._names.setCurrentRow(len(kept) - 1)
        self._chosen()

    def _choose(self) -> None:
        self.add_paths(self._picker.several(self, self.words.gettext(TITLE)))

    def _take_out(self) -> None:
        row = self._names.currentRow()
        if 0 <= row < len(self._files):
            self._files = (*self._files[:row], *self._files[row + 1 :])
            self._refused = None
            had = self._names.hasFocus() or self._remove.hasFocus()
            self._show()
            self._names.setCurrentRow(min(row, len(self._files) - 1))
            if had and not self._files:
                self._button.setFocus()
            self._chosen()

    def _display(self, value: tuple[NewFile, ...]) -> None:
        self._files, self._refused = value, None
        self._show()

    def _show(self) -> None:
        row = self._names.currentRow()
        self._names.clear()
        for file in self._files:
            item = QListWidgetItem(sized(file, self.words))
            item.setToolTip(as_tip(file.name))
            self._names.addItem(item)
        self._names.setCurrentRow(min(row, len(self._files) - 1))
        for widget in (self._names, self._remove):
            widget.setVisible(bool(self._files))
        self._names.updateGeometry()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the buttons, the sizes and what was refused again."""
        words = self.words
        self._button.setText(words.gettext(CHOOSE))
        self._remove.setText(words.gettext(REMOVE))
        self._remove.setToolTip(with_keys(words, words.gettext(REMOVE), QKeySequence(Qt.Key.Key_Delete)))
        for row, file in enumerate(self._files):
            self._names.item(row).setText(sized(file, words))
        self._told.setText(self._refused.said_in(words) if self._refused is not None else "")
        self._told.setVisible(self._refused is not None)

    def set_accessible(self, name: str, described: str) -> None:
        """The list has the name of the field; its buttons add what they do."""
        pattern = self.words.pgettext("name of a button", "{field}: {verb}")
        self._names.setAccessibleName(name)
        self._names.setAccessibleDescription(described)
        for button, verb in ((self._button, CHOOSE), (self._remove, REMOVE)):
            button.setAccessibleName(pattern.format(field=name, verb=self.words.gettext(verb)))
            button.setAccessibleDescription(described)

    def event(self, event: QEvent) -> bool:
        """Ask for the key that pastes before a pane around the field takes it for itself."""
        if event.type() == QEvent.Type.ShortcutOverride and cast("QKeyEvent", event).matches(PASTE):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Files that were copied elsewhere are pasted."""
        if event.matches(PASTE) and self._drop.enabled:
            self.add_paths(pasted_files())
        else:
            super().keyPressEvent(event)

    def set_read_only(self, locked: bool) -> None:
        """What may only be read takes no files."""
        super().set_read_only(locked)
        self._drop.enabled = not locked

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs other rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_names"):
            self._names.updateGeometry()
