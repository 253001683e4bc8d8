"""Where the sentences of a note begin that was typed without capitals: "supports the text. will send figures."

Each is given its capital, so that it is told as any other. A stop that ends an abbreviation ends no sentence.
"""

import re

from nmirf_desktop.domain.broken_sentences import begins_with_subject
from nmirf_desktop.domain.english_verbs import is_third_person
from nmirf_desktop.domain.finite_verbs import begins_with_own_verb
from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.domain.segments import ends_short, is_lettered
from nmirf_desktop.i18n import Language

_STOP = re.compile(r"(?<![.!?…])([.!?])[)\u00a0]*\s+(?=[¿¡]?[a-zà-öø-ÿ])")
_SHORT = re.compile(
    r"\b(?:(?<![’'])[^\W\d_]|(?:[^\W\d_]\.\s?)+[^\W\d_]|mr|mrs|mss?|drs?|mm|mmes?|mlles?|sr|sra|srta|sres|sras|dra|dres|sto?|sta"
    r"|ste|ltd|paras?|pars?|párrs?|arts?|pp|págs?|núms?|cf|vols?|rev|corr|amend|p\.\s?ej|por ej|p\.\s?ex|par ex"
    r"|approx|aprox|env|réf|ref|tél|tel|ext|figs?|chap|sect|vs|viz|et al|op|dept|dpto|depto|govt|gral|prof|máx|max|mín"
    r"|av|avda|bd|incl|excl|resp|alin|rés|kg|km|hrs?"
    r"|esp|inc|lit|obs|cons|addl?|al|pts?"
    r"|ch|secr|gov|nat|natl|intl|sec|gen|com|comm|gouv|ass|gén|rép|perm|pers|gob|pto|presid|q|sem|transl|trad"
    r"|(?<!\d )fr|ang"
    r"|(?:its|the|our|le|la|el|un|une|una|su|sus|son|sa|ses|del|au|du) (?:min|dir|pres))$",
    re.IGNORECASE,
)
"""Abbreviations before a stop; single letters too, of which some are initials."""
_MAY_END = re.compile(
    r"\b(?:etc|min|docs?|nos?|jan|feb|apr|jul|aug|sept?|oct|nov|dec|janv|févr?|avr|juil|déc|ene|abr|ago|dic|fr|frs|eur|usd|chf|US\$)$",
    re.IGNORECASE,
)
"""What may be an abbreviation, and may end a sentence: where a verb of who speaks follows, it does."""
_SUBJECT_EN = re.compile(
    r"(?:it|they|s?he|we|there|the|this|that|these|no|not|will|would|can|cannot|could|must|has|have|is)\b"
)
"""What begins another sentence behind "15 jan."."""
NEAR = 80
"""So many letters around a mark tell whether it ends a sentence."""
_NO = re.compile(r"\b(?:says?|said|dit|dice) no$", re.IGNORECASE)
"""An answer, and no number."""
_LISTED = re.compile(r"(?:^|([^\W\d_]*)[.;:!?]\s)\s*\(?\d{1,2}$")
"""A number before a stop that counts what follows: "1. supports the text"."""
_AND = re.compile(r"(?:and|or|but|et|ou|y|e|o|u)\b")
"""What goes on with a question, and begins no sentence of its own behind one."""
_ADDRESS = re.compile(r"\w+\.\w|\w+@|https?:|www\b")
"""What keeps its small letters."""


def with_capitals(note: str, language: Language) -> str:
    """A note in which each further sentence begins with a capital; what is quoted stays as it is."""
    bare = QUOTED.sub(lambda quoted: "”" * len(quoted[0]), note)
    letters = list(note)
    for stop in _STOP.finditer(bare):
        if not _ends(bare, stop, language):
            continue
        place = stop.end() + (bare[stop.end()] in "¿¡")
        letters[place] = letters[place].upper()
    return "".join(letters)


def _ends(text: str, stop: re.Match[str], language: Language) -> bool:
    """Whether a mark before a small letter ends a sentence."""
    near = max(stop.start() - NEAR, 0)
    before, behind = ("x" if near else "") + text[near : stop.start()], text[stop.end() : stop.end() + NEAR]
    if stop[1] != ".":
        return not _AND.match(behind)
    if is_lettered(f"{before}."):
        return True
    listed = _LISTED.search(before)
    if _SHORT.search(before) or _ADDRESS.match(behind) or (listed and not _abbreviated(listed[1] or "")):
        return False
    if not _MAY_END.search(before) or _NO.search(before):
        return True
    if language is Language.EN:
        return is_third_person(re.split(r"\W", behind)[0]) or _SUBJECT_EN.match(behind) is not None
    return begins_with_own_verb(behind, language) or begins_with_subject(behind, language)


def keeps_small_behind(text: str) -> bool:
    """Whether a text ends with an abbreviation behind which a capital would begin a sentence: "e.g. "."""
    cut = text.rstrip()
    return cut.endswith(".") and _SHORT.search(cut[:-1]) is not None and not ends_short(cut)


def _abbreviated(word: str) -> bool:
    """Whether a number behind a word and its stop is counted with it: "para. 3", "no. 4"."""
    return bool(_SHORT.search(word) or _MAY_END.search(word))
