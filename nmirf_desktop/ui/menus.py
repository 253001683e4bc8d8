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
from nmirf_desktop.ui.actions import EXPORT_LIST, IMPORT_LIST, LIST_FILES, Action, Look
from nmirf_desktop.ui.hits import Search
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.theme import Scheme

Act = Callable[[], object]
V = TypeVar("V")

EXPORT_KEYS = "Ctrl+Shift+L"
"""L as *list*, *liste*, *lista*: Ctrl+E exports a document."""
AS_OF_KEYS = "Ctrl+T"
"""T as *time*, *temps*, *tiempo*."""
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

    def _file(self, verbs: Verbs, acts: WindowActs) -> None:
        menu = self._submenu(N_("File"))
        keys = QKeySequence.StandardKey
        self._add(menu, N_("New register …"), verbs.new, Look("file-plus", keys.New))
        self._add(menu, N_("Open a register …"), verbs.open, Look("folder-open", keys.Open))
        self.recent_menu = self._submenu(N_("Open recent"), menu)
        self._add(menu, N_("Explore a sample"), verbs.sample, Look("book-open"))
        menu.addSeparator()
        self._add(menu, IMPORT_LIST, verbs.import_list, Look("upload", finds=LIST_FILES))
        self._add(menu, N_("Save a copy …"), verbs.save_copy, Look("save", keys.SaveAs))
        self._add(menu, N_("Preview and print"), verbs.preview, Look("printer", keys.Print))
        self.export_list = self._add(
            menu, EXPORT_LIST, acts.export_list, Look("download", EXPORT_KEYS, finds=LIST_FILES)
        )
        menu.addSeparator()
        self._add(menu, N_("Close the register"), verbs.close, Look("x", keys.Close))

    def _edit(self, verbs: Verbs, acts: WindowActs) -> None:
        menu = self._submenu(N_("Edit"))
        self.undo = self._add(menu, N_("Undo"), verbs.undo, Look("undo-2", "Ctrl+Z"))
        self.redo = self._add(menu, N_("Redo"), verbs.redo, Look("redo-2", "Ctrl+Y"))
        menu.addSeparator()
        self._add(menu, N_("Next misspelled word"), verbs.misspelled, Look("languages", "Ctrl+Shift+F7"))
        self._add(menu, N_("Suggest spellings"), verbs.suggest, Look("languages", "Ctrl+Shift+F8"))
        menu.addSeparator()
        self._add(menu, N_("Search or command"), acts.palette, Look("search", "Ctrl+K"))

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
        self._add(menu, N_("Facts as of a date …"), acts.as_of, Look("calendar-days", AS_OF_KEYS))
        self.today = self._add(menu, N_("Back to today"), acts.today, Look("undo-2"))
        menu.addSeparator()
        self._add(menu, N_("Larger text"), acts.larger, Look("type", "Ctrl++"))
        self._add(menu, N_("Smaller text"), acts.smaller, Look("type", "Ctrl+-"))
        self._add(menu, N_("Normal text"), acts.normal, Look("type", "Ctrl+0"))

    def _go(self, acts: WindowActs, places: Sequence[Action]) -> None:
        menu = self._submenu(N_("Go"))
        self.back = self._add(menu, N_("Back"), acts.back, Look("arrow-left", "Alt+Left"))
        self.forward = self._add(menu, N_("Forward"), acts.forward, Look("arrow-right", "Alt+Right"))
        menu.addSeparator()
        for place in places:
            menu.addAction(place)
            self.commands.append(place)

    def _help(self, verbs: Verbs, acts: WindowActs) -> None:
        menu = self._submenu(N_("Help"))
        act = acts.help if verbs.help else None
        self._add(menu, N_("Help on this screen"), act, Look("circle-question-mark", "F1"))
        self._add(menu, N_("About NMIRF Desktop"), verbs.about, Look("info"))

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
