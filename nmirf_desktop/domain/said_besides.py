"""A sentence of a French or Spanish note with what it asserts besides its speaker's acts told as its speaker's word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nmirf_desktop.domain.added_clauses import added, asserts, clause_of
from nmirf_desktop.domain.finite_verbs import begins_with_own_verb, has_verb
from nmirf_desktop.domain.joined_clauses import may_be_speaker, with_joined
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.noted_other_subjects import is_in_room
from nmirf_desktop.domain.noted_sentences import Told, small
from nmirf_desktop.domain.noted_speakers import Speaker, again, taken_up
from nmirf_desktop.domain.reported_speech import opening_of
from nmirf_desktop.i18n import Language

_SET_APART = re.compile(r"^Que |(?<!\d)\s?:\s")
"""A wish without its verb, and what a colon sets apart: neither is what somebody said “that”."""

_ANOTHER_CLAUSE = re.compile(r", (?=(?:on|nul|cela|ça|qui) )")
"""Before a clause with a subject of its own."""


def _goes_on_in_room(text: str, language: Language) -> bool:
    """Whether behind a comma something follows that only who has the floor does, and no other subject."""
    return any(is_in_room(sentence_start(one), language) for one in text.split(", ")[1:])


def _lacks_verb(text: str) -> bool:
    """Whether a French clause stands behind words without a verb: « crise de liquidités, on comprend »."""
    head, *behind = _ANOTHER_CLAUSE.split(text, maxsplit=1)
    return bool(behind) and not (
        has_verb(head, Language.FR) or opening_of(f"{text[:1].lower()}{text[1:]}", Language.FR)
    )


def leading(by: Speaker, language: Language) -> str:
    """What takes up who speaks before « ajoute que »: a pronoun, else the name; in Spanish nothing has to."""
    if language is not Language.FR or not by.name:
        return ""
    return by.again or again(by.name, language, official=True) or taken_up(by.name, language)


def as_said(told: Told, language: Language, lead: str, turn: int, *, reported: bool) -> tuple[Told, int]:
    """A sentence with what is no act of its speaker told as said, and how many of its note are by then.

    *lead* takes up who speaks, *turn* counts those before it; *reported* says that it stands behind "that". What
    cannot be told so, for it may be of who speaks, or asks, is not told well.
    """
    if told.own or (language is Language.ES and "?" not in told.text and not asserts(told.text, language)):
        joined = with_joined(told.text, language, lead, turn, reported=reported)
        return replace(told, text=joined.text, well=joined.sure), joined.turn
    if not asserts(told.text, language):
        return replace(told, well="?" not in told.text), turn
    if _goes_on_in_room(told.text, language):
        return replace(told, well=False), turn
    if _SET_APART.search(told.text) or (language is Language.FR and _lacks_verb(told.text)):
        return replace(told, well=False), turn
    clause = clause_of(told.text, language)
    if may_be_speaker(clause.text, lead) or (language is Language.FR and not lead):
        return replace(told, well=False), turn
    said = added(clause, language, turn)
    said = f"{lead} {said}" if lead else f"{said[:1].upper()}{said[1:]}"
    joined = with_joined(said, language, lead, turn + 1, reported=True)
    return replace(told, text=joined.text, well=joined.sure), joined.turn


def led_in(made: Sequence[Told], language: Language) -> Iterator[Told]:
    """The sentences of a note, of which a Spanish one that is left, and is another's, is led in where an act follows.

    That has no subject, and would be his: “Marruecos dice que es tarde: es cierto. Pide no votar.”
    """
    if language is not Language.ES:
        yield from made
        return
    for one, behind in zip(made, [*made[1:], None], strict=True):
        follows = behind is not None and behind.well and not behind.as_noted
        another = not (one.well or one.own or one.as_noted or begins_with_own_verb(small(one.text), language))
        yield replace(one, text=f"Dice: {one.text}") if follows and another else one
