"""Actions that know their words: shown in headers, menus and the command palette, each with its key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.keys_in_force import Keys, key_of, named, without_shift


@dataclass(frozen=True, slots=True)
class Look:
    """How an action appears: icon (Lucide's name), keys, whether it is the screen's main act, a longer hint.

    *finds* are words that find it in the box of Ctrl+K beside its own, the same in every language. *name* is that
    under which the user's own key is kept; without one its key cannot be changed.
    """

    icon: str = ""
    keys: Keys = ""
    primary: bool = False
    hint: str = ""
    finds: str = ""
    name: str = ""


PLAIN = Look()
RECORD_FOLLOW_UP = Look("square-check", "Ctrl+Shift+T", finds="action de suivi acción de seguimiento tarea task to do")
"""How the recording of a follow-up action appears on each screen that has it."""
EXPORT_LIST = N_("Export the list …")
"""What the window's menu says, and the menu of each list."""
IMPORT_LIST = N_("Import a list …")
"""What the window's menu says, and the members."""


IMPORT = N_("Import")
"""The screen to which the one leads."""
LIST_FILES = "xlsx xls ods csv excel calc"
"""What a list comes in and goes out as."""
ISSUE_REVISED = N_("Issue a revised agenda")
"""What the agenda says, and the box of Ctrl+K on other screens."""
REVISED_AGENDA = "corrigendum corrigenda addendum corr.1 rev.1 add.1 rectificatif corrección enmienda"
"""By what somebody may look for a revised agenda, which has no such name here."""


class Action(QAction):
    """A QAction whose label and hint are marked constants, said again when the language changes."""

    def __init__(
        self, label: str, slot: Callable[[], object], look: Look = PLAIN, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.label = label
        self.look = look
        self._slot = slot
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.setShortcutVisibleInContextMenu(True)
        self._take_key()
        if look.icon:
            self.setIcon(icon(look.icon))
        self.triggered.connect(self._run)

    def _run(self) -> None:
        self._slot()

    def _take_key(self) -> None:
        """Have the key in force."""
        keys = key_of(self.look.name, self.look.keys)
        if keys != self.shortcut():
            self.setShortcuts([keys, *without_shift(keys)])

    def retranslate(self, words: Catalog) -> None:
        """Say label, tooltip and keys in the language of *words*, with the key in force."""
        self._take_key()
        self.setText(words.gettext(self.label).replace("&", "&&"))
        self.setToolTip(self._tip(words))

    def allow(self, possible: bool, why: str, words: Catalog) -> None:
        """Let it be done or not; *why* not, a marked constant, is said where the pointer rests on it."""
        self.setEnabled(possible)
        tip = self._tip(words)
        pattern = words.pgettext("why an action cannot be done", "{action}: {why}")
        self.setToolTip(tip if possible or not why else pattern.format(action=tip, why=words.gettext(why)))

    def _tip(self, words: Catalog) -> str:
        return with_keys(words, words.gettext(self.look.hint or self.label), self.shortcut())


def with_keys(words: Catalog, text: str, keys: QKeySequence) -> str:
    """A tooltip: the text and, where there is one, its key."""
    if keys.isEmpty():
        return text
    return words.pgettext("tooltip", "{text} ({keys})").format(text=text, keys=named(keys, words))
