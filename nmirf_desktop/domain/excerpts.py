"""Words of a text as a message quotes them."""

import unicodedata

AROUND = 20
"""So many signs stand before and after a place in the words that are quoted."""


def seen(character: str) -> str:
    """A character as a sentence can show it: half a surrogate, which no file can hold, as what stands for lost ones."""
    return "\ufffd" if unicodedata.category(character) == "Cs" else character


def words_around(text: str, place: int) -> str:
    """The words before and after a place in a text, whole where they are not very long."""
    before, after = text[max(0, place - AROUND) : place], text[place : place + AROUND]
    if place > AROUND:
        before = "…" + (before.partition(" ")[2] or before)
    if place + AROUND < len(text):
        after = (after.rpartition(" ")[0] or after) + "…"
    return "".join(map(seen, " ".join((before + after).split())))
