"""The window's menu and keys: file, edit, view, go, help. What the application cannot do now is greyed out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.actions import LIST_FILES, Action, Look
from nmirf_desktop.ui.hits import Search
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.theme import Scheme
from nmirf_desktop.ui.window_keys import COMMANDS

Act = Callable[[], object]
V = TypeVar("V")

LANGUAGE, COLOURS = N_("Language"), N_("Colours")
SCHEMES = {
    Scheme.SYSTEM: N_("As the system"),
    Scheme.LIGHT: N_("Light"),
    Scheme.DARK: N_("Dark"),
    Scheme.HIGH_CONTRAST: N_("High contrast"),
}
"""The schemes by their names, marked constants."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """What the application does when the window asks; ``None`` greys the action out."""

    new: Act | None = None
    open: Act | None = None
    open_recent: Callable[[str], object] | None = None
    sample: Act | None = None
    save_copy: Act | None = None
    close: Act | None = None
    undo: Act | None = None
    redo: Act | None = None
    preview: Act | None = None
    missing: Act | None = None
    about: Act | None = None
    help: Callable[[str], object] | None = None
    search: Search | None = None
    import_list: Act | None = None
    misspelled: Act | None = None
    suggest: Act | None = None


@dataclass(frozen=True, slots=True)
class WindowActs:
    """What the window itself does."""

    back: Act
    forward: Act
    palette: Act
    export_list: Act
    message: Act
    larger: Act
    smaller: Act
    normal: Act
    scheme: Callable[[Scheme], object]
    language: Callable[[Language], object]
    as_of: Act
    today: Act
    help: Act
    quit: Act


class Menus(QObject):
    """One menu with its submenus, and every action of it for the window's keys and for the palette."""

    def __init__(self, verbs: Verbs, acts: WindowActs, places: Sequence[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self._titles: list[tuple[QMenu, str]] = []
        self._verbs = verbs
        self.commands: list[Action] = []
        self.choices: list[tuple[QAction, str]] = []
        """Languages and colours with the title of their menu, found by both in the box of Ctrl+K."""
        self._file(verbs, acts)
        self._edit(verbs, acts)
        self._view(acts)
        self._go(acts, places)
        self._help(verbs, acts)
        self.menu.addSeparator()
        self._add(self.menu, N_("Quit"), acts.quit, Look(keys=QKeySequence.StandardKey.Quit))

    @property
    def registered(self) -> bool:
        """Whether a register is open."""
        return self._verbs.close is not None

    def _submenu(self, title: str, parent: QMenu | None = None) -> QMenu:
        menu = QMenu(parent or self.menu)
        (parent or self.menu).addMenu(menu)
        self._titles.append((menu, title))
        return menu

    def _add(self, menu: QMenu, label: str, act: Act | None, look: Look) -> Action:
        action = Action(label, act or _nothing, look, self)
        action.setEnabled(act is not None)
        menu.addAction(action)
        self.commands.append(action)
        return action

    def _command(self, menu: QMenu, name: str, act: Act | None, icon: str, finds: str = "") -> Action:
        """One of the commands whose key may be changed."""
        label, keys = COMMANDS[name]
        return self._add(menu, label, act, Look(icon, keys, finds=finds, name=f"window.{name}"))

    def _file(self, verbs: Verbs, acts: WindowActs) -> None:
        menu = self._submenu(N_("File"))
        self._command(menu, "new", verbs.new, "file-plus")
        self._command(menu, "open", verbs.open, "folder-open")
        self.recent_menu = self._submenu(N_("Open recent"), menu)
        self._command(menu, "sample", verbs.sample, "book-open")
        menu.addSeparator()
        self._command(menu, "import_list", verbs.import_list, "upload", LIST_FILES)
        self._command(menu, "save_copy", verbs.save_copy, "save")
        self._command(menu, "preview", verbs.preview, "printer")
        self.export_list = self._command(menu, "export_list", acts.export_list, "download", LIST_FILES)
        menu.addSeparator()
        self._command(menu, "close", verbs.close, "x")

    def _edit(self, verbs: Verbs, acts: WindowActs) -> None:
        menu = self._submenu(N_("Edit"))
        self.undo = self._add(menu, N_("Undo"), verbs.undo, Look("undo-2", "Ctrl+Z"))
        self.redo = self._add(menu, N_("Redo"), verbs.redo, Look("redo-2", "Ctrl+Y"))
        menu.addSeparator()
        self._command(menu, "misspelled", verbs.misspelled, "languages")
        self._command(menu, "suggest", verbs.suggest, "languages")
        menu.addSeparator()
        self._command(menu, "palette", acts.palette, "search")

    def _view(self, acts: WindowActs) -> None:
        menu = self._submenu(N_("View"))
        tongues = self._submenu(LANGUAGE, menu)
        self.languages = QActionGroup(self)
        for tongue in Language:
            spoken = QAction(NAMES[tongue], self.languages, checkable=True)
            spoken.setData(tongue)
            spoken.triggered.connect(partial(_call, acts.language, tongue))
            tongues.addAction(spoken)
            self.choices.append((spoken, LANGUAGE))
        looks = self._submenu(COLOURS, menu)
        self.schemes = QActionGroup(self)
        for scheme, label in SCHEMES.items():
            entry = Action(label, partial(acts.scheme, scheme), parent=self.schemes)
            entry.setCheckable(True)
            entry.setData(scheme)
            self.schemes.addAction(entry)
            looks.addAction(entry)
            self.choices.append((entry, COLOURS))
        menu.addSeparator()
        self._command(menu, "as_of", acts.as_of, "calendar-days")
        self.today = self._command(menu, "today", acts.today, "undo-2")
        menu.addSeparator()
        self._command(menu, "larger", acts.larger, "type")
        self._command(menu, "smaller", acts.smaller, "type")
        self._command(menu, "normal", acts.normal, "type")

    def _go(self, acts: WindowActs, places: Sequence[Action]) -> None:
        menu = self._submenu(N_("Go"))
        self.back = self._command(menu, "back", acts.back, "arrow-left")
        self.forward = self._command(menu, "forward", acts.forward, "arrow-right")
        self._command(menu, "message", acts.message, "message-square")
        menu.addSeparator()
        for place in places:
            menu.addAction(place)
            self.commands.append(place)

    def _help(self, verbs: Verbs, acts: WindowActs) -> None:
        menu = self._submenu(N_("Help"))
        act = acts.help if verbs.help else None
        self._command(menu, "help", act, "circle-question-mark")
        self._command(menu, "about", verbs.about, "info")

    def show_recent(self, paths: Sequence[str]) -> None:
        """The registers opened last."""
        self.recent_menu.clear()
        act = self._verbs.open_recent
        for path in paths:
            entry = self.recent_menu.addAction(recent_name(path).replace("&", "&&"))
            entry.setToolTip(path)
            entry.setStatusTip(path)
            if act is not None:
                entry.triggered.connect(partial(_call, act, path))
        self.recent_menu.setEnabled(bool(paths) and act is not None)

    def show_undo(self, undo: Sayable | None, redo: Sayable | None, words: Catalog) -> None:
        """Name what undo and redo would do; ``None`` greys them out."""
        for action, what, label in (
            (self.undo, undo, words.gettext("Undo: {what}")),
            (self.redo, redo, words.gettext("Redo: {what}")),
        ):
            action.retranslate(words)
            action.setEnabled(what is not None)
            if what is not None:
                action.setText(label.format(what=what.said_in(words)).replace("&", "&&"))

    def retranslate(self, words: Catalog) -> None:
        """Say every title and action again."""
        for menu, title in self._titles:
            menu.setTitle(words.gettext(title))
        for action in (*self.commands, *self.schemes.actions()):
            if isinstance(action, Action):
                action.retranslate(words)


def recent_name(path: str) -> str:
    """A register by its file's name and its folder: two of one name are told apart."""
    file = Path(path)
    home = Path.home()
    folder = Path("~") / file.parent.relative_to(home) if file.parent.is_relative_to(home) else file.parent
    return f"{file.name} — {folder}"


def _call(act: Callable[[V], object], value: V, _checked: object = None) -> None:
    act(value)


def _nothing() -> None:
    """An action that is greyed out does nothing."""
