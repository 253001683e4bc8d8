"""Which keys may be changed, and into which: one list, and the rules that keep two actions from sharing a key."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.entries import figures, listed
from nmirf_desktop.ui.keys_in_force import PORTABLE, portable
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.window_keys import COMMANDS

_KEY, _HELD = Qt.Key, Qt.KeyboardModifier


class Where(StrEnum):
    """Where a key does something: the beginning of an action's name."""

    WINDOW = "window"
    GO = "go"
    SESSION = "session"
    CALL = "call"
    RESULT = "result"
    REPLAY = "replay"
    MOTION = "motion"
    ELECTION = "election"


WHERE_LABELS: Mapping[Where, str] = {
    Where.WINDOW: N_("Everywhere"),
    Where.GO: N_("Everywhere"),
    Where.SESSION: N_("Session"),
    Where.CALL: N_("Vote by name"),
    Where.RESULT: N_("Result of a vote"),
    Where.REPLAY: N_("Replay"),
    Where.MOTION: N_("Points of order and motions"),
    Where.ELECTION: N_("Election"),
}
LETTERED = {Where.CALL, Where.RESULT, Where.REPLAY, Where.MOTION, Where.ELECTION}
"""Where a key is a letter, in force in that place alone: two such places may share one, and no key elsewhere is one."""
OWN = {Where.SESSION, *LETTERED}
"""Where a key is nobody else's: a key of the window meets those of every screen."""


@dataclass(frozen=True, slots=True)
class KeyedAct:
    """An action whose key may be changed: its name, under which that is kept, its words, and the key as delivered."""

    name: str
    label: str
    delivered: str

    @property
    def where(self) -> Where:
        """Where its key does something."""
        return where_of(self.name)


def where_of(name: str) -> Where:
    """Where the key of the action of a name does something."""
    return Where(name.partition(".")[0])


@cache
def changeable() -> tuple[KeyedAct, ...]:
    """All of them: the session's in the order of its header, the letters of its places, the window's.

    What an action of the session or a command of the window declares is here without another line.
    """
    from nmirf_desktop.ui.screens.session_keys import Key

    session = (KeyedAct(key.named, key.value[0], portable(key.value[1].keys)) for key in Key)
    window = (KeyedAct(f"window.{name}", label, portable(keys)) for name, (label, keys) in COMMANDS.items())
    entries = listed(_unmade)
    go = (KeyedAct(f"go.{one.name}", one.title, key) for one, key in zip(entries, figures(entries), strict=True))
    return (*session, *_of_answers(), *_of_letters(), *window, *go)


def _of_answers() -> Iterator[KeyedAct]:
    """The answers of a vote by name."""
    from nmirf_desktop.domain.voting import ANSWER_LABELS
    from nmirf_desktop.ui.screens import session_answers as answers

    for one, key in answers.ANSWER_KEYS.items():
        yield KeyedAct(answers.answer_name(one), ANSWER_LABELS[one], key)
    for one, key in answers.TOGETHER_KEYS.items():
        yield KeyedAct(answers.together_name(one), answers.TOGETHER_LABELS[one], key)


def _of_letters() -> Iterator[KeyedAct]:
    """The letters of the session's single places."""
    from nmirf_desktop.ui.screens.session_closing import CORRECT, REPLAY
    from nmirf_desktop.ui.screens.session_election_acts import LETTERS
    from nmirf_desktop.ui.screens.session_motions import Deed
    from nmirf_desktop.ui.screens.session_papers import UNABLE
    from nmirf_desktop.ui.screens.session_steps import PLAY

    for one in (CORRECT, REPLAY, PLAY, *(deed.letter for deed in Deed), *LETTERS.values(), UNABLE):
        yield KeyedAct(one.name, one.label, one.delivered)


def _unmade(name: str) -> Screen:
    raise LookupError(name)


# -- what a key may be ---------------------------------------------------------------------------------------------

TYPES = N_("{key} writes a letter or a sign wherever a text is typed. Take it with Ctrl, or take a function key.")
LEADS = N_("{key} is for going about, choosing, confirming or leaving, everywhere. Take another key.")
EDITS = N_("{key} copies, pastes, selects or takes back, everywhere in the program. Take another key.")
SYSTEM = N_("{key} is kept by the system or by the keyboard itself. Take a function key, or a letter with Ctrl.")
SCREENS = N_("{key} does something of its own on other screens, and this action is for all of them. Take another key.")
FIXED = N_("{key} does the same in the whole program, and always will. Take another key.")
LETTER = N_("In a vote by name, an answer is one letter or one figure without another key. {key} is none.")
ONE_LETTER = N_("In this place, an action is one letter or one figure without another key. {key} is none.")
COUNTS = N_("In an election, an action is one letter other than X: figures and X count papers. {key} is none.")
NO_KEY = N_("This is no key that the program knows. Take another one.")

_LEADING = {
    _KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Escape, _KEY.Key_Tab, _KEY.Key_Backtab, _KEY.Key_Space,
    _KEY.Key_Backspace, _KEY.Key_Delete, _KEY.Key_Insert, _KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageUp,
    _KEY.Key_PageDown, _KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Menu,
}  # fmt: skip
_LETTERS = {Where.CALL: ("[A-Z0-9]", LETTER), Where.ELECTION: ("[A-WYZ]", COUNTS)}
"""What a letter may be in some places, and what is said of others."""
_LEADING_BUT = {"Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Shift+PgUp", "Ctrl+Shift+PgDown", "Alt+Left", "Alt+Right"}
_EDITING = {"Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+U", "Ctrl+Shift+V", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"}
_FIXED = {"F2", "F10", "Shift+F10", "Ctrl+Q"}
_SCREENS = re.compile(r"Ctrl\+Shift\+[A-Z]|Ctrl\+[EFH]|(Shift\+)?F3|F[5-8]|F11|Ctrl\+(Shift\+)?Pg(Up|Down)")
"""What screens beside the session use for themselves: an action of the window would take it from them."""


def key_in(text: str) -> str:
    """One key as it is kept, from what stands in the preferences; empty where that is none."""
    keys = QKeySequence.fromString(text, PORTABLE)
    known = keys.count() == 1 and keys[0].key() not in (_KEY.Key_unknown, _KEY(0))  # type: ignore[index]
    return keys.toString(PORTABLE) if known else ""


def why_not(key: str, act: KeyedAct) -> str | None:
    """Why an action cannot have a key, a marked constant; ``None`` where it can. Its own, as delivered, it always can.

    Whether another action has the key already is asked of :func:`holder`.
    """
    if not key:
        return NO_KEY
    if key == act.delivered:
        return None
    if act.where in LETTERED:
        pattern, why = _LETTERS.get(act.where, ("[A-Z0-9]", ONE_LETTER))
        return None if re.fullmatch(pattern, key) else why
    return _kept(key) or (SCREENS if act.where not in OWN and _of_screens(key) else None)


def _kept(key: str) -> str | None:
    """Why nobody can have a key: it types, leads, edits, or is the system's."""
    one = QKeySequence.fromString(key, PORTABLE)[0]  # type: ignore[index]
    pressed, held = one.key(), one.keyboardModifiers()
    control, alt = bool(held & _HELD.ControlModifier), bool(held & _HELD.AltModifier)
    function, sign = _KEY.Key_F1 <= pressed <= _KEY.Key_F35, 0x20 < pressed < _KEY.Key_Escape
    if pressed in _LEADING:
        return None if key in _LEADING_BUT else LEADS
    if held & _HELD.MetaModifier or alt or not (function or sign):
        return SYSTEM
    if key in _EDITING or key in _FIXED:
        return EDITS if key in _EDITING else FIXED
    return None if function or control else TYPES


def _of_screens(key: str) -> bool:
    """Whether a screen may have a key for itself: one that the window's commands are not delivered with."""
    delivered = {act.delivered for act in changeable() if act.where not in OWN}
    return key not in delivered and _SCREENS.fullmatch(key) is not None


# -- what holds ----------------------------------------------------------------------------------------------------

Chosen = Iterable[tuple[str, str]]


def holding(chosen: Chosen) -> dict[str, str]:
    """The key of each action by its name, from what the user chose.

    What is unknown, broken or not allowed counts for nothing. Where two would share a key, those of them that were
    changed have the key as delivered, so that no choice leads to two actions on one key in one place.
    """
    wanted = dict(chosen)
    keys = {act.name: act.delivered for act in changeable()}
    delivered = dict(keys)
    for act in changeable():
        key = key_in(wanted.get(act.name, ""))
        if why_not(key, act) is None:
            keys[act.name] = key
    while double := [name for name in _doubles(keys) if keys[name] != delivered[name]]:
        keys.update({name: delivered[name] for name in double})
    return keys


def _together(name: str) -> Where | None:
    """The place in which a letter meets others; ``None`` for the keys of window and session, which meet each other."""
    where = where_of(name)
    return where if where in LETTERED else None


def _doubles(keys: Mapping[str, str]) -> Iterator[str]:
    """The names of those that share their key with another that is in force together with them."""
    held = Counter((_together(name), key) for name, key in keys.items() if key)
    return (name for name, key in keys.items() if held[_together(name), key] > 1)


def holder(key: str, keys: Mapping[str, str], act: KeyedAct) -> KeyedAct | None:
    """The other action that has a key already, and would meet it."""
    place = _together(act.name)
    others = (one for one in changeable() if one is not act and _together(one.name) is place)
    return next((one for one in others if keys[one.name] == key), None)


def changed_keys(chosen: Chosen) -> dict[str, tuple[str, str]]:
    """What differs from what was delivered: both keys by the name of the action. Nothing is read where all is."""
    chosen = tuple(chosen)
    if not chosen:
        return {}
    keys = holding(chosen)
    return {act.name: (act.delivered, keys[act.name]) for act in changeable() if keys[act.name] != act.delivered}
