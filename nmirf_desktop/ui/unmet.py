"""Keys of actions that cannot be done: they are heard all the same, and say why nothing happens."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from nmirf_desktop.ui.actions import Action

Name = TypeVar("Name")


class Unmet(Generic[Name]):
    """Of an action and what is said in its place, one hears the key: *explain* is asked with the action's name.

    Only while *parent* is in sight.
    """

    def __init__(
        self, actions: Iterable[tuple[Name, Action]], explain: Callable[[Name], object], parent: QWidget
    ) -> None:
        for name, action in actions:
            unmet = QShortcut(QKeySequence(), parent, partial(explain, name))
            follow = partial(_follow, action, unmet)
            action.changed.connect(follow)
            follow()


def _follow(action: Action, unmet: QShortcut) -> None:
    """Take the key of an action, and hear it while the action does not."""
    if unmet.keys() != action.shortcuts():
        unmet.setKeys(action.shortcuts())
    unmet.setEnabled(not action.isEnabled())
