"""The language of a note by its small words, where they leave no doubt: nothing is looked up while somebody types."""

import re

from nmirf_desktop.i18n import Language

_FEWEST, _ENOUGH = 5, 2
"""So many words at least tell a language, and so many of them are its own."""
_WORD = re.compile(r"[^\W\d_]+[’']?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OWN = {
    Language.EN: _words(
        "and been by for from has have is its not of our that the their there these this to was we were which will with"
        " would"
    ),
    Language.FR: _words(
        "au aux avec ce cette dans des du elle est et être il ils le les leur mais ne notre nous ont ou où pas pour"
        " qui sont une c’ d’ j’ l’ n’ qu’ s’"
    ),
    Language.ES: _words(
        "al con del el ella está están este esta fue han hay las los lo más muy nuestro nuestra para pero por sin sobre"
        " su sus también una y"
    ),
}
"""Small words that no other of the three languages has."""


def told_language(text: str) -> Language | None:
    """The one language whose small words a text has; ``None`` where it is short, or has those of two.

    Words with a capital do not count: they may be names, as El Salvador and Los Ángeles are.
    """
    words = [one.replace("'", "’") for one in _WORD.findall(text)]
    if len(words) < _FEWEST:
        return None
    found = {one: sum(word in own for word in words) for one, own in _OWN.items()}
    there = [one for one, count in found.items() if count]
    return there[0] if len(there) == 1 and found[there[0]] >= _ENOUGH else None
