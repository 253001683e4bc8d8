"""The commands of the window's menu whose keys may be changed: words and keys, by their names."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.actions import EXPORT_LIST, IMPORT_LIST
from nmirf_desktop.ui.keys_in_force import key_of

COMMANDS: Mapping[str, tuple[str, str]] = {
    "new": (N_("New register …"), "Ctrl+N"),
    "open": (N_("Open a register …"), "Ctrl+O"),
    "sample": (N_("Explore a sample"), ""),
    "import_list": (IMPORT_LIST, ""),
    "save_copy": (N_("Save a copy …"), "Ctrl+Shift+S"),
    "preview": (N_("Preview and print"), "Ctrl+P"),
    "export_list": (EXPORT_LIST, "Ctrl+Shift+L"),
    "close": (N_("Close the register"), "Ctrl+W"),
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
    "message": (N_("Go to the message"), "Ctrl+L"),
    "help": (N_("Help on this screen"), "F1"),
    "about": (N_("About NMIRF Desktop"), ""),
}
"""Written out, so that they are the same on every system: what a system closes with may be a key of the session.

L as *list*, *liste*, *lista*: Ctrl+E exports a document. T as *time*, *temps*, *tiempo*.

Undo, redo, and leaving the program keep their keys: texts and the system have the same."""


def window_key(name: str) -> QKeySequence:
    """The key in force of one of the window's commands."""
    return key_of(f"window.{name}", COMMANDS[name][1])
