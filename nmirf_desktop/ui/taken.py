"""What was typed and taken: where nothing else is typed in an editor, the keys of undo and redo are the register's."""

from typing import Any, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from nmirf_desktop.ui.field import Field

STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_TYPING = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.InputMethod)


def forget(editor: QObject | None) -> None:
    """Let an editor forget the letters that were typed: what it holds is taken. Text, cursor and selection stay."""
    if isinstance(editor, QPlainTextEdit):
        editor.document().clearUndoRedoStacks()
    elif isinstance(editor, QLineEdit):
        place, start, length = editor.cursorPosition(), editor.selectionStart(), len(editor.selectedText())
        blocked = editor.blockSignals(True)
        editor.setText(editor.text())
        if start < 0:
            editor.setCursorPosition(place)
        elif place == start:
            editor.setSelection(start + length, -length)
        else:
            editor.setSelection(start, length)
        editor.blockSignals(blocked)


def save_as_one(field: Field[Any]) -> None:
    """Save what was put into several editors of a field: no single one takes its own part of it back afterwards."""
    field.flush()
    if not field.refused:
        for editor in field.editors:
            forget(editor)


def can(editor: QObject, key: QKeySequence.StandardKey) -> bool:
    """Whether an editor has something typed to take back, or to type again."""
    text = editor.document() if isinstance(editor, QPlainTextEdit) else editor
    if not isinstance(text, QLineEdit | QTextDocument):
        return False
    return text.isUndoAvailable() if key is QKeySequence.StandardKey.Undo else text.isRedoAvailable()


class IdleUndo(QObject):
    """Watches the editors of a part of the window: where one has nothing to take back, the key is the register's.

    Qt's editors keep the key of undo for themselves also then. What was typed beside, in another editor of the same
    field, is saved first, so that it is the step that is taken back.
    """

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        self._whole = whole
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit) and self._whole.isAncestorOf(now):
            now.installEventFilter(self)  # which is asked before all others, and once only

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a key of undo or redo to the window where the editor has nothing to take back."""
        steps = [key for key in STEPS if isinstance(event, QKeyEvent) and event.matches(key)]
        if event.type() in _TYPING and any(not can(watched, key) for key in steps):
            field = _field_of(watched)
            if field is not None:
                field.flush()
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class SpentUndo(IdleUndo):
    """As :class:`IdleUndo`; what was saved or taken is no more the editor's to take back but the register's."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a key of undo or redo to the window where nothing in the editor is typed and not taken."""
        if event.type() in _TYPING and not _typed_in(watched) and any(can(watched, key) for key in STEPS):
            forget(watched)
        return super().eventFilter(watched, event)


def _field_of(editor: QObject) -> Field[Any] | None:
    """The field to which an editor belongs."""
    part = editor.parent()
    while part is not None and not isinstance(part, Field):
        part = part.parent()
    return part


def _typed_in(editor: QObject) -> bool:
    """Whether the field of an editor holds what was typed since it was last saved or taken; true without a field."""
    field = _field_of(editor)
    return field is None or field.keyed
