"""Paragraphs of minutes whose words plainly are of another language than they are said to be.

A note of the session is printed in the language that was recorded of it; where that is the wrong one, half a sentence
is in another language, and its translators have the wrong original.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.gaps import Gap, Printed
from nmirf_desktop.domain.minutes_papers import Shown
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.small_names import with_names
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language

Tells = Callable[[str, Language], Language | None]
"""The language that a text plainly is of where it is another than the one it is said to be of."""

WORDS_ARE = {
    Language.EN: N_("{text} (its words are English)"),
    Language.FR: N_("{text} (its words are French)"),
    Language.ES: N_("{text} (its words are Spanish)"),
}
"""Where such a text stands, and what it is."""


def mistold(paragraphs: Iterable[Shown], facts: RecordedMeeting, tells: Tells) -> Iterator[Gap]:
    """The paragraphs of minutes that are of another language than they are said to be, by themselves or by their note.

    The beginning of a sentence, which says who spoke, may weigh more than a note of a few words. The name of a body,
    which has one language wherever it stands, weighs nothing.
    """
    without_names = _without(facts.bodies, tells)
    notes = {slot("intervention", one.key): one for one in facts.interventions if one.note.strip()}
    counted, states = whereabouts.Paragraphs(), facts.states.values()
    for one in paragraphs:
        where = counted.place(Said.of(one.text))
        for language in Language if where else ():
            note = notes.get(one.slot)
            told = without_names(one.text[language], language) or _of_note(one, language, note, states, without_names)
            if told is not None:
                place = Phrase(WORDS_ARE[told], {"text": where})
                key = facts.meeting.key
                yield Gap(place, one.text, language, TextState.DRAFT, Subject.MINUTES, key, told)


def texts_of_another(texts: Iterable[Printed], tells: Tells) -> Iterator[Gap]:
    """The texts of the record, titles of decisions and elections among them, that are of another language."""
    for where, text, topic, key, field in texts:
        for language in Language:
            told = tells(text[language], language) if text[language] else None
            if told is not None:
                place = Phrase(WORDS_ARE[told], {"text": where})
                yield Gap(place, text, language, TextState.DRAFT, topic, key, told, field)


def _without(bodies: Iterable[Trilingual], tells: Tells) -> Tells:
    """What *tells* the language of a text, here of all but the names of *bodies*: an acronym stands in their place."""
    names = {name.strip() for body in bodies for name in (body.en, body.fr, body.es)} - {""}
    if not names:
        return tells
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    found = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
    return lambda text, language: tells(found.sub("NMIRF", text), language)


def _of_note(
    paragraph: Shown, language: Language, heard: Intervention | None, states: Iterable[State], tells: Tells
) -> Language | None:
    """The language of the note that a paragraph tells in its words, where they are not another's by now."""
    if heard is None or heard.language is not language:
        return None
    note = heard.note.strip().removesuffix(".")
    told = (note, with_names(note, language, states, heard.body[language], heard.state))
    return tells(note, language) if any(one in paragraph.text[language] for one in told) else None
