"""The keys in force: as delivered, but for those that the user of this machine changed; and how texts name them."""

import re
from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from nmirf_desktop.i18n import Catalog

Keys = QKeySequence.StandardKey | str
PORTABLE = QKeySequence.SequenceFormat.PortableText
UNSAID = ("call.", "motion.", "election.", "result.", "replay.")
"""The beginnings of the names whose keys are not looked for in texts: a letter or a figure is a word there too."""
_changed: dict[str, tuple[str, str]] = {}


def portable(keys: Keys | QKeySequence) -> str:
    """Keys as they are kept, the same in every language and on every system; empty where there are none."""
    return QKeySequence(keys).toString(PORTABLE)


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
    return _sequence(changed[1] if changed is not None else delivered)


@cache
def _sequence(keys: Keys) -> QKeySequence:
    """Keys as Qt knows them: read once, because with each answer of a vote the buttons and actions say theirs."""
    return QKeySequence.fromString(keys, PORTABLE) if isinstance(keys, str) else QKeySequence(keys)


FRENCH_FIGURES = MappingProxyType(dict(zip("123457890", "&É\"'(È_ÇÀ", strict=True)))
"""What a French keyboard gives for the keys of the figures without Shift; its key of the 6 is that of smaller text."""


@cache
def without_shift(keys: QKeySequence) -> tuple[QKeySequence, ...]:
    """The same key with Ctrl or Alt on a French keyboard, whose figures need Shift; none for keys without a figure."""
    held, _, key = portable(keys).rpartition("+")
    other = FRENCH_FIGURES.get(key) if held in ("Ctrl", "Alt") else None
    return () if other is None else (QKeySequence.fromString(f"{held}+{other}", PORTABLE),)


@lru_cache(8)
def names_of_keys(words: Catalog) -> Mapping[str, str]:
    """What the program's texts and its manual call keys, by the names under which these are kept."""
    enter = words.pgettext("key", "Enter")
    return {
        "Ctrl": words.pgettext("key", "Ctrl"), "Shift": words.pgettext("key", "Shift"),
        "PgUp": words.pgettext("key", "PgUp"), "PgDown": words.pgettext("key", "PgDn"),
        "Left": words.pgettext("key", "Left"), "Right": words.pgettext("key", "Right"),
        "Up": words.pgettext("key", "Up"), "Down": words.pgettext("key", "Down"),
        "Home": words.pgettext("key", "Home"), "End": words.pgettext("key", "End"),
        "Return": enter, "Enter": enter, "Esc": words.pgettext("key", "Esc"), "Tab": words.pgettext("key", "Tab"),
        "Space": words.pgettext("key", "Space"), "Backspace": words.pgettext("key", "Backspace"),
        "Del": words.pgettext("key", "Del"), "Ins": words.pgettext("key", "Ins"),
    }  # fmt: skip


def named(keys: Keys | QKeySequence, words: Catalog) -> str:
    """Keys as the program's texts and its manual write them: "Shift+F9", "Maj+F9", "Mayús+F9".

    A key that no text names is called as Qt calls it in the language of the window.
    """
    parts = names_of_keys(words)

    def part(found: re.Match[str]) -> str:
        key = found.group()
        return parts[key] if key in parts else QCoreApplication.translate("QShortcut", key)

    return re.sub("[A-Za-z]+(?: [A-Za-z]+)*", part, portable(keys))


@dataclass(frozen=True, slots=True)
class KeyName:
    """A key that a sentence names, said in the language in which the sentence is shown."""

    key: str

    def said_in(self, words: Catalog) -> str:
        """Its name."""
        return named(self.key, words)


@dataclass(frozen=True, slots=True)
class KeyInForce:
    """The key of an action that a sentence names: the one that holds when the sentence is shown."""

    name: str
    delivered: Keys

    def said_in(self, words: Catalog) -> str:
        """The name of the key in force."""
        return named(key_of(self.name, self.delivered), words)


def with_keys_in_force(text: str, words: Catalog, *places: str, own: Collection[str] = ()) -> str:
    """A text that names keys as they are delivered, with those that hold instead.

    Keys that a screen has for itself, its *own*, stay as they are: the text means what the screen does by them.
    *places* are where these keys do something, the beginnings of their names; all where none is given. The keys of
    answers and the letters of single places are none of them: "A" and "0" are words and figures too.
    """
    now = {
        named(before, words): named(after, words)
        for name, (before, after) in _changed.items()
        if before and before not in own and not name.startswith(UNSAID) and (not places or name.startswith(places))
    }
    if not now:
        return text
    longest = sorted(now, key=len, reverse=True)
    pattern = rf"(?<![\w+])(?:{'|'.join(map(re.escape, longest))})(?![\w+])"
    return re.sub(pattern, lambda found: now[found.group()], text)


def naming_keys_in_force(words: Catalog, own: Collection[str] = ()) -> Catalog:
    """The same catalogue, whose messages name the keys in force, but for a screen's *own*.

    What is filled into them stays as it is: a key that is named already, a title, a symbol.
    """
    if not _changed:
        return words

    def in_force(text: str) -> str:
        return with_keys_in_force(text, words, own=own)

    said = copy(words)
    plain, counted, apart = words.gettext, words.ngettext, words.pgettext
    said.gettext = lambda message: in_force(plain(message))
    said.ngettext = lambda msgid1, msgid2, n: in_force(counted(msgid1, msgid2, n))
    said.pgettext = lambda context, message: in_force(apart(context, message))
    return said
