"""The language of a text by its words: by its small ones, and by which dictionaries know the others.

A note of a room has a few words, in the third person: what tells it is seldom one small word, but each word that two of
the three languages do not have. Nothing is decided by default: where words tell nothing, whoever asks knows what then.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.domain.spelling import words_of
from nmirf_desktop.i18n import Language

Knows = Callable[[str, Language], bool]
"""Whether the dictionary of a language has a word in small letters."""

EN, FR, ES = Language
_ENOUGH, _FEW, _PLAIN = 0.2, 0.5, 1.0
"""By how many words one language leads: where some words count, where hardly any do, and without any doubt."""
_HARDLY_ANY, _SHORT = 2, 3
"""So few words tell little, and a word of so few letters is not looked up with accents that nobody typed."""
_BRIEF, _MOST = 12, 40
"""So many words are looked up with accents, too, and of a long note no more than so many at all: no key waits."""
_LEANS, _SIGNED = 0.25, 0.5
"""What the end of a word, and a letter of one language alone, add."""
_APOSTROPHE = re.compile(r"’.*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OWN = {
    EN: _words(
        "an and as at be been but by for from has have if is its not of or our should than that the their there these"
        " this to was we were which will with would"
    ),
    FR: _words(
        "afin au aux avec ce ces cette dans des du elle est et être il ils leur leurs mais ne notre nous ont ou où pas"
        " plus pour qui ses sont sur c’ d’ j’ l’ n’ qu’ s’"
    ),
    ES: _words(
        "al con cuando del desde el ella está están este esta fue han hasta hay las lo los más muy ni nuestro nuestra"
        " para pero por sea según sin sobre su sus también una y ya"
    ),
}
"""Small words of one language, also where a dictionary of another has the same letters."""
_SHARED: Mapping[str, tuple[Language, ...]] = {
    **dict.fromkeys(["de", "en", "es", "la", "le", "les", "me", "que", "se", "son", "te", "un", "une"], (FR, ES)),
    "no": (EN, ES),
    "on": (EN, FR),
    "a": (),
}
"""Small words of two languages, or of all, whatever dictionaries say."""
_SIGNS = {FR: frozenset("œçêèàùîôûë"), ES: frozenset("ñ")}
_ASKS = frozenset("¿¡")
_ACCENTED = {
    FR: {"a": "àâ", "c": "ç", "e": "éèê", "i": "î", "o": "ô", "u": "û"},
    ES: {"a": "á", "e": "é", "i": "í", "n": "ñ", "o": "ó", "u": "ú"},
}


def told_language(text: str, knows: Knows) -> Language | None:
    """The language that the words of a text tell; ``None`` where they tell none, as a name or an acronym alone.

    What stands between quotation marks is another's, and a word with a capital after the first may be a name.
    """
    return _leading(text, knows, plain=False)


def plainly_other(text: str, said: Language, knows: Knows) -> Language | None:
    """The language that the words of a text tell without any doubt where it is not the one it is *said* to be of."""
    told = _leading(text, knows, plain=True)
    return told if told is not said else None


def _leading(text: str, knows: Knows, *, plain: bool) -> Language | None:
    words = _counted(text) if plain else _counted(text)[:_MOST]
    weights = dict.fromkeys(Language, 0.0)
    weights[ES] += not _ASKS.isdisjoint(text)
    bare = len(words) <= _BRIEF and all(word.replace("’", "").isascii() for word in words)
    for place, word in enumerate(words):
        for language, weight in _weighed(word, knows, bare=bare, first=place == 0):
            weights[language] += weight
    best, second = sorted(Language, key=lambda one: -weights[one])[:2]
    few = len(words) <= _HARDLY_ANY
    if plain and few:
        return None
    lead = _PLAIN if plain else _FEW if few else _ENOUGH
    return best if weights[best] - weights[second] >= lead else None


def _counted(text: str) -> list[str]:
    """The words that count, in small letters: the first one, and all that cannot be a name."""
    found = [one.word for one in words_of(QUOTED.sub(" ", text.replace("'", "’")))]
    return [word.casefold() for place, word in enumerate(found) if place == 0 or not word[0].isupper()]


def _weighed(word: str, knows: Knows, *, bare: bool, first: bool) -> Iterator[tuple[Language, float]]:
    """What a word says for each language: a word in all is shared between those that have it."""
    yield from ((one, _SIGNED) for one, signs in _SIGNS.items() if not signs.isdisjoint(word))
    head = _APOSTROPHE.sub("’", word)
    own = next((one for one in Language if word in _OWN[one] or head in _OWN[one]), None)
    if own is not None:
        yield own, 1
        return
    small = _SHARED.get(word)
    shares = dict.fromkeys(small, 1.0) if small is not None else _known(word, knows, bare=bare)
    yield from ((one, share / sum(shares.values())) for one, share in shares.items())
    leaning = _leaning(word, shares, first=first)
    if small is None and leaning is not None:
        yield leaning, _LEANS


def _known(word: str, knows: Knows, *, bare: bool) -> dict[Language, float]:
    """The languages that have a word; where a brief text was typed without accents, half where it has one there."""
    found = {one: 1.0 for one in Language if knows(word, one)}
    if bare and len(word) > _SHORT:
        found |= {one: 0.5 for one in _ACCENTED if one not in found and _has_accented(word, one, knows)}
    return found


def _has_accented(word: str, language: Language, knows: Knows) -> bool:
    signs = _ACCENTED[language]
    return any(
        knows(f"{word[:place]}{sign}{word[place + 1 :]}", language)
        for place, letter in enumerate(word)
        for sign in signs.get(letter, "")
    )


def _leaning(word: str, among: Mapping[Language, float], *, first: bool) -> Language | None:
    """Of the languages of a word the one whose verbs end so in the third person: “lamenta”, “demande”, “supports”.

    French dictionaries have a past in -a that minutes do not use.
    """
    if len(among) <= 1:
        return None
    if ES in among and word.endswith(("a", "o")):
        return ES
    if FR in among and EN not in among and word.endswith("e"):
        return FR
    return EN if EN in among and first and word.endswith("s") else None
