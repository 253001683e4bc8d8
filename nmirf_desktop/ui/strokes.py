"""What tells a stroke of a key that records something from a key that is held down, or that belongs to a menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def plain(event: QKeyEvent) -> bool:
    """Whether a key was struck once and alone: neither held down, nor with Ctrl, Alt or another such key."""
    return not event.isAutoRepeat() and not event.modifiers() & ~_PLAIN
