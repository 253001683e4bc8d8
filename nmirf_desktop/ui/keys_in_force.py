"""The keys in force: as delivered, but for those that the user of this machine changed; and how texts name them."""

import re
from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from nmirf_desktop.i18n import Catalog

Keys = QKeySequence.StandardKey | str
PORTABLE, NATIVE = QKeySequence.SequenceFormat.PortableText, QKeySequence.SequenceFormat.NativeText
_changed: dict[str, tuple[str, str]] = {}


def portable(keys: Keys | QKeySequence) -> str:
    """Keys as they are kept, the same in every language and on every system; empty where there are none."""
    return QKeySequence(keys).toString(PORTABLE)


def native(keys: str) -> str:
    """Keys as Qt names them in the language of the window."""
    return QKeySequence.fromString(keys, PORTABLE).toString(NATIVE)


def use_keys(changed: Mapping[str, tuple[str, str]]) -> bool:
    """Let these be in force: what was delivered and what holds instead, by name. Whether that is a change."""
    if changed == _changed:
        return False
    _changed.clear()
    _changed.update(changed)
    return True


def key_of(name: str, delivered: Keys) -> QKeySequence:
    """The keys of an action by its name; those *delivered* where nobody changed them."""
    changed = _changed.get(name)
    return QKeySequence.fromString(changed[1], PORTABLE) if changed is not None else QKeySequence(delivered)


def named(keys: str, words: Catalog) -> str:
    """Keys as the program's texts and its manual write them: "Shift+F9", "Maj+F9", "Mayús+F9"."""
    parts = {
        "Shift": words.pgettext("key", "Shift"), "PgUp": words.pgettext("key", "PgUp"),
        "PgDown": words.pgettext("key", "PgDn"), "Left": words.pgettext("key", "Left"),
        "Right": words.pgettext("key", "Right"),
    }  # fmt: skip
    return re.sub("[A-Za-z]+", lambda found: parts.get(found.group(), found.group()), keys)


def with_keys_in_force(text: str, words: Catalog, *places: str) -> str:
    """A text that names keys as they are delivered, with those that hold instead.

    *places* are where these keys do something, the beginnings of their names; all where none is given.
    """
    now = {
        named(before, words): named(after, words)
        for name, (before, after) in _changed.items()
        if before and (not places or name.startswith(places))
    }
    if not now:
        return text
    longest = sorted(now, key=len, reverse=True)
    pattern = rf"(?<![\w+])(?:{'|'.join(map(re.escape, longest))})(?![\w+])"
    return re.sub(pattern, lambda found: now[found.group()], text)
