"""The commands of the window's menu whose keys may be changed: words and keys, by their names."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.actions import EXPORT_LIST, IMPORT_LIST
from nmirf_desktop.ui.keys_in_force import Keys, key_of

_KEYS = QKeySequence.StandardKey
COMMANDS: Mapping[str, tuple[str, Keys]] = {
    "new": (N_("New register …"), _KEYS.New),
    "open": (N_("Open a register …"), _KEYS.Open),
    "sample": (N_("Explore a sample"), ""),
    "import_list": (IMPORT_LIST, ""),
    "save_copy": (N_("Save a copy …"), _KEYS.SaveAs),
    "preview": (N_("Preview and print"), _KEYS.Print),
    "export_list": (EXPORT_LIST, "Ctrl+Shift+L"),
    "close": (N_("Close the register"), _KEYS.Close),
    "misspelled": (N_("Next misspelled word"), "Ctrl+Shift+F7"),
    "suggest": (N_("Suggest spellings"), "Ctrl+Shift+F8"),
    "palette": (N_("Search or command"), "Ctrl+K"),
    "as_of": (N_("Facts as of a date …"), "Ctrl+T"),
    "today": (N_("Back to today"), ""),
    "larger": (N_("Larger text"), "Ctrl++"),
    "smaller": (N_("Smaller text"), "Ctrl+-"),
    "normal": (N_("Normal text"), "Ctrl+0"),
    "back": (N_("Back"), "Alt+Left"),
    "forward": (N_("Forward"), "Alt+Right"),
    "help": (N_("Help on this screen"), "F1"),
    "about": (N_("About NMIRF Desktop"), ""),
}
"""L as *list*, *liste*, *lista*: Ctrl+E exports a document. T as *time*, *temps*, *tiempo*.

Undo, redo, and leaving the program keep their keys: texts and the system have the same."""


def window_key(name: str) -> QKeySequence:
    """The key in force of one of the window's commands."""
    return key_of(f"window.{name}", COMMANDS[name][1])
