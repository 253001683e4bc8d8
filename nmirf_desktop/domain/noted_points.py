"""Points of a note that stand behind dashes, as sentences: « - appuie le texte - demande un délai »."""

import re

from nmirf_desktop.domain.dashes import DASH, RANGE
from nmirf_desktop.domain.noted_other_subjects import is_act
from nmirf_desktop.i18n import Language

_POINT = re.compile(r"^\s*(?:[-–—•*](?=\s)|[.,;:](?!\.))\s*")
"""What a point of a list begins with, or a mark that was left before a note: « . appuie »."""
_BEHIND = re.compile(r"(?<=[.!?;])[^\S\n]+[-–—•*][^\S\n]+")
"""What it begins with behind the sentence before: « Appuie le texte. - Demande un délai. »."""
_JOINED = re.compile(r"(?:(?P<but>but|mais|pero)|and|et|y|e)\s+")
"""What begins a point that needs no sentence of its own."""
_SENTENCE = re.compile(r"(?:(?![.!?;](?:\s|$)).)*")


def in_sentences(note: str, language: Language) -> str:
    """A note whose points are sentences, each told by itself; other dashes, of an aside or a fragment, stay.

    Points that stand one under the other go on in one paragraph. A stray mark at the head of the note goes.
    """
    listed = _POINT.match(note) is not None
    points = [_POINT.sub("", _parted(line, language, listed=listed)).strip() for line in note.split("\n")]
    if len(points) == 1 or not listed:
        return "\n".join(points).strip()
    return " ".join(one if one.endswith((".", "!", "?", ";", ":")) else f"{one}." for one in points if one)


def _parted(line: str, language: Language, *, listed: bool) -> str:
    """A line in which acts behind dashes are sentences, or go on in that before; in a list all that is behind one."""
    return _SENTENCE.sub(lambda one: _at_dashes(one[0], language, listed=listed), _BEHIND.sub(" ", line))


def _at_dashes(sentence: str, language: Language, *, listed: bool) -> str:
    head, *points = DASH.split(sentence)
    joins = [_JOINED.match(one) for one in points]
    acts = [is_act(one[join.end() if join else 0 :], language) for one, join in zip(points, joins, strict=True)]
    alone = len(points) == 1 and joins[0] is not None and joins[0]["but"] is not None
    if not points or RANGE.search(sentence) or not (alone or all(acts) or (listed and not any(joins))):
        return sentence
    return head + "".join(
        f"{', ' if join and join['but'] else ' ' if join else '. '}{one}"
        for one, join in zip(points, joins, strict=True)
    )
