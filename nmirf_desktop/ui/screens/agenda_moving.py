"""What moves the items of an agenda: by keys in the list, by cutting them and putting them elsewhere, by dragging."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt

from nmirf_desktop.domain.agenda_tree import Spot, spot_after
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda import Agendas
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.agenda_list import ItemList

NONE_BEFORE = N_("No item stands before it of which it could become a part. Nothing was changed.")
OUTERMOST = N_("It stands on the first level already. Nothing was changed.")
AT_THE_END = N_("It cannot be moved further this way. Nothing was changed.")


def on_list(table: ItemList, label: str, slot: Callable[[], object], look: Look, parent: QObject) -> Action:
    """An action whose key belongs to the list: in a field the same key edits the text."""
    action = Action(label, slot, look, parent)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    table.view.addAction(action)
    return action


class Moving(QObject):
    """The acts that move items; *meeting* says whose agenda it is."""

    def __init__(self, agendas: Agendas, table: ItemList, meeting: Callable[[], Key], screen: Screen) -> None:
        super().__init__(screen)
        self._agendas, self._list, self._meeting, self._screen = agendas, table, meeting, screen
        self._cut: tuple[Key, ...] = ()

        def act(label: str, slot: Callable[[], object], icon: str, keys: str) -> Action:
            return on_list(table, label, slot, Look(icon, keys), screen)

        up, down = (partial(self._rearrange, AT_THE_END, agendas.move, by) for by in (-1, 1))
        self.actions = (
            act(N_("Move up"), up, "chevron-up", "Ctrl+Up"),
            act(N_("Move down"), down, "chevron-down", "Ctrl+Down"),
            act(
                N_("Make it a part of the item before"),
                partial(self._rearrange, NONE_BEFORE, agendas.indent),
                "chevron-right",
                "Ctrl+Right",
            ),
            act(
                N_("Move it one level out"),
                partial(self._rearrange, OUTERMOST, agendas.outdent),
                "chevron-left",
                "Ctrl+Left",
            ),
            act(N_("Cut, to put it elsewhere"), self._take_up, "arrow-left-right", "Ctrl+X"),
        )
        self.paste = act(N_("Put what was cut below this item"), self._put_down, "check", "Ctrl+V")

    @property
    def holds(self) -> bool:
        """Whether something was cut and not put down yet."""
        return bool(self._cut)

    def place(self, keys: tuple[Key, ...], spot: Spot) -> None:
        """Put items at a spot and choose them there."""
        with self._screen.alerts.guard():
            self._agendas.place(self._meeting(), keys, spot)
            self._list.select_several(keys)

    def below(self) -> Spot | None:
        """Right after the item chosen; nothing where none is."""
        one = self._list.current
        return None if one is None else spot_after([row.item for row in self._list.model.values], one.item.key)

    def _rearrange(self, why: str, act: Callable[..., bool], *how: int) -> None:
        """Rearrange the items chosen; where nothing changes, say *why*, a marked constant."""
        with self._screen.alerts.guard():
            if not act(self._meeting(), self._list.keys, *how):
                self._screen.alerts.say(why)

    def _take_up(self) -> None:
        self._cut = self._list.keys
        self.paste.setEnabled(bool(self._cut))
        self._screen.alerts.say(N_("Cut: {n}. Press Ctrl+V on the item below which it is to stand."), n=len(self._cut))

    def _put_down(self) -> None:
        """Put what was cut right after the item chosen; what left the agenda since is passed over."""
        there = {one.item.key for one in self._list.model.values}
        keys, self._cut = tuple(key for key in self._cut if key in there), ()
        if keys:
            self.place(keys, self.below() or Spot())
        self.paste.setEnabled(False)
