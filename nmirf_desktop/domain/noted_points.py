"""Points of a note that stand behind dashes, as sentences: « - appuie le texte - demande un délai »."""

import re

from nmirf_desktop.domain.noted_other_subjects import is_act
from nmirf_desktop.i18n import Language

_POINT = re.compile(r"^\s*(?:[-–—•*](?=\s)|[.,;:](?!\.))\s*")
"""What a point of a list begins with, or a mark that was left before a note: « . appuie »."""
_BEHIND = re.compile(r"(?<=[.!?;])[^\S\n]+[-–—•*][^\S\n]+")
"""What it begins with behind the sentence before: « Appuie le texte. - Demande un délai. »."""
_DASH = re.compile(
    r"(?<=[^\W_])[^\S\n]+[-–—][^\S\n]+(?=(?P<joined>(?:(?P<but>but|mais|pero)|and|et|y|e)\s+)?(?P<act>.*))"
)
"""A dash, and what may be an act behind it; what is *joined* needs no sentence of its own."""
_SENTENCE = re.compile(r"(?:(?![.!?;](?:\s|$)).)*")


def in_sentences(note: str, language: Language) -> str:
    """A note whose points are sentences, each told by itself; other dashes, of an aside or a fragment, stay.

    Points that stand one under the other go on in one paragraph. A stray mark at the head of the note goes.
    """
    points = [_POINT.sub("", _parted(line, language)).strip() for line in note.split("\n")]
    if len(points) == 1 or not _POINT.match(note):
        return "\n".join(points).strip()
    return " ".join(one if one.endswith((".", "!", "?", ";", ":")) else f"{one}." for one in points if one)


def _parted(line: str, language: Language) -> str:
    """A line in which an act behind the only dash of its sentence is a sentence, or goes on in that before it."""
    return _SENTENCE.sub(lambda one: _at_dash(one[0], language), _BEHIND.sub(" ", line))


def _at_dash(sentence: str, language: Language) -> str:
    dashes = list(_DASH.finditer(sentence))
    if len(dashes) != 1 or not (dashes[0]["but"] or is_act(dashes[0]["act"], language)):
        return sentence
    (dash,) = dashes
    between = ", " if dash["but"] else " " if dash["joined"] else ". "
    return f"{sentence[: dash.start()]}{between}{sentence[dash.end() :]}"
