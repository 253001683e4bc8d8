"""A line of a list of who is present: the States that it names, and whether it says that they are online, or not there.

Nothing is guessed: a line that says in any of the languages that somebody is absent, or that may mean another State
than the one that its words begin with, names nobody, so that it is said.
"""

import re
from collections.abc import Iterator, Sequence

from nmirf_desktop.domain.recognition import Gazetteer, fold
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n.folding import folded

_WORD = re.compile(r"[^\W\d_]+")
_ONLINE = frozenset(
    map(
        fold,
        ("Online", "Connected", "Remote", "En ligne", "Connecté", "À distance", "En línea", "Conectado", "Virtual"),
    )
)
"""How lists say that a delegation is not in the room."""
_ABSENT = frozenset(
    _WORD.findall(
        "abs absent absents absente absentes absence absentee ausente ausentes ausencia "
        "apology apologies apologised apologized regret regrets excused declined cancelled canceled missing never "
        "excuse excuses excusee excusees annule empeche empechee "
        "excusa excusas excusado excusada excusados excusadas disculpa disculpas cancelado cancelada "
        "not pas ni false faux falso"
    )
)
"""Words, as they are folded, with which lists say that somebody is not there."""
_NO = frozenset({"n", "no", "non"})
"""So is it denied after a State, or with another word; alone before it stands the heading of a number."""
_TITLES = frozenset(
    _WORD.findall(
        "rep republic republique republica dem democratic democratique democratica peoples people populaire popular "
        "federal federale islamic north south equatorial nord sud equatoriale norte sur ecuatorial"
    )
)
"""Words of the names of States: after a name, those of another State perhaps ("Congo, Dem. Rep. of the")."""
_BEFORE = re.compile(r"^[\W\d_]+")
"""The number of a line, or its mark."""
_SEPARATED = re.compile(r"[;|,:\t(]|\s[-–—]\s")
_CODE = 2
"""So short a text beside others is a word ("No", "Mr"), not the code of a State."""
Named = Sequence[tuple[str, State | None]]


def read_line(line: Sequence[str], names: Gazetteer) -> tuple[tuple[State, ...], PresenceKind]:
    """The States that the cells of a *line* name, none where it says that they are not there; and how they are."""
    cells = _without_marks(line)
    named = tuple(_named(cells, names))
    if len(cells) == 1 and not _states(named):  # one line of a list that separates no others
        cells = _without_marks(_SEPARATED.split(cells[0]))
        named = tuple(_named(cells, names))
    found = () if _denied(named) else _states(named)
    online = any(fold(cell) in _ONLINE for cell in cells)
    return found, PresenceKind.ARRIVED_ONLINE if online else PresenceKind.ARRIVED


def _without_marks(cells: Sequence[str]) -> list[str]:
    return [text for cell in cells if (text := _BEFORE.sub("", cell).strip())]


def _named(cells: Sequence[str], names: Gazetteer) -> Iterator[tuple[str, State | None]]:
    """Each cell with the State that it names; "Congo", "Democratic Republic of the" are the two parts of one name."""
    place = 0
    while place < len(cells):
        pair = cells[place : place + 2]
        turned = (" ".join(pair), " ".join(reversed(pair))) if len(pair) > 1 else ()
        whole = next((state for text in turned if (state := _state(text, names))), None)
        yield (" ".join(pair), whole) if whole else (cells[place], _state(cells[place], names))
        place += 2 if whole else 1


def _state(text: str, names: Gazetteer) -> State | None:
    """The State that a text names, "Congo (Democratic Republic of the)" too; a name that two may claim is none."""
    before, _, after = text.partition("(" if "(" in text else ",")
    for asked in (text, f"{after} {before}") if after else (text,):
        try:
            return names.find(asked)
        except Problem:
            continue
    return None


def _states(named: Named) -> tuple[State, ...]:
    """The States of a line: all where it names nothing else, else the first cell that is a name, and no short code."""
    found = [state for _, state in named if state]
    if len(found) == len(named):
        return tuple(found)
    place = next((at for at, (cell, state) in enumerate(named) if state and len(cell) > _CODE), None)
    if place is None:
        return ()
    after = named[place + 1 : place + 2]
    if any(state is None and _TITLES & _words(cell) for cell, state in after):
        return ()
    return tuple(state for _, state in named[place : place + 1] if state)


def _denied(named: Named) -> bool:
    """Whether a line says beside its States that they are not there."""
    after_state = False
    for cell, state in named:
        after_state = after_state or (state is not None and len(cell) > _CODE)
        if state is not None and fold(cell) not in _NO:
            continue
        words = _words(cell)
        if words & _ABSENT or (words & _NO and (after_state or len(words) > 1)):
            return True
    return False


def _words(text: str) -> set[str]:
    return set(_WORD.findall(folded(text)))
