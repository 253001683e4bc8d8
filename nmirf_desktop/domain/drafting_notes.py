"""A statement of which something was noted: the rapporteur's note in its own language, led in by who spoke.

How a note goes into the sentence is told by its words (:mod:`.noted_speech`). English is past, French and Spanish are
present.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from nmirf_desktop.domain.bodies import OHCHR, compared
from nmirf_desktop.domain.drafting_speakers import (
    ARTICLE,
    How,
    Introduced,
    by_name,
    has_representative,
    introduced,
    speaker,
    spoken_as,
)
from nmirf_desktop.domain.masculine_names import is_masculine
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.naming import formal_name, name, sentence_start
from nmirf_desktop.domain.noted_speakers import Speaker, again, is_feminine, taken_up
from nmirf_desktop.domain.noted_speech import Noted, noted
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.reported_speech import Kind
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.small_names import in_capitals
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.votes_taken import Explained
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

SAID = N_("{speaker} said: {note}")
CONTINUED: Mapping[How, str] = {
    InterventionKind.INTRODUCTION: N_("{speaker}, introducing the item, {note}"),
    Introduced.DRAFT: N_("{speaker}, introducing draft decision {name}, {note}"),
    InterventionKind.OBSERVER_OBJECTION: N_("{speaker}, opposing the proposal, {note}"),
    InterventionKind.EXPLANATION: N_("{speaker}, in explanation of vote, {note}"),
    Explained.BEFORE: N_("{speaker}, in explanation of vote before the vote, {note}"),
    Explained.AFTER: N_("{speaker}, in explanation of vote after the vote, {note}"),
    InterventionKind.RIGHT_OF_REPLY: N_("{speaker}, in exercise of the right of reply, {note}"),
    InterventionKind.POINT_OF_ORDER: N_("{speaker}, on a point of order, {note}"),
    InterventionKind.MOTION: N_("{speaker}, introducing the motion, {note}"),
    InterventionKind.FOR_MOTION: N_("{speaker}, speaking in favour of the motion, {note}"),
    InterventionKind.AGAINST_MOTION: N_("{speaker}, speaking against the motion, {note}"),
}
"""How a note that begins with a small letter is led in; that of a statement has nothing before it."""
LED_IN: Mapping[How, str] = {
    InterventionKind.INTRODUCTION: N_("{speaker}, introducing the item, said: {note}"),
    Introduced.DRAFT: N_("{speaker}, introducing draft decision {name}, said: {note}"),
    InterventionKind.OBSERVER_OBJECTION: N_("{speaker}, opposing the proposal, said: {note}"),
    InterventionKind.EXPLANATION: N_("{speaker}, in explanation of vote, said: {note}"),
    Explained.BEFORE: N_("{speaker}, in explanation of vote before the vote, said: {note}"),
    Explained.AFTER: N_("{speaker}, in explanation of vote after the vote, said: {note}"),
    InterventionKind.RIGHT_OF_REPLY: N_("{speaker}, in exercise of the right of reply, said: {note}"),
    InterventionKind.POINT_OF_ORDER: N_("{speaker}, on a point of order, said: {note}"),
    InterventionKind.MOTION: N_("{speaker}, introducing the motion, said: {note}"),
    InterventionKind.FOR_MOTION: N_("{speaker}, speaking in favour of the motion, said: {note}"),
    InterventionKind.AGAINST_MOTION: N_("{speaker}, speaking against the motion, said: {note}"),
}
"""How any other note is led in."""


def noted_statement(facts: RecordedMeeting, heard: Intervention) -> str:
    """The paragraph of a note: who speaks with what is told first, then what is quoted, then what follows that."""
    words = catalog(heard.language)
    who = speaker(facts, heard, words) or by_name(heard, heard.language)
    made = _sentences(facts, heard, who)
    note, who = made.told, made.subject or who
    if not who:
        return _after(_after(sentence_start(note.text), note.direct, words), made.behind, words)
    how, draft = spoken_as(facts, heard), introduced(facts, heard)
    said_by = f"{who}, {made.aside}," if made.aside else who
    named = taken_up(who, heard.language)
    own = words.gettext(SAID).format(speaker=named, note=note.direct) if note.direct else ""
    if note.kind is Kind.DIRECT:
        led_in = words.gettext(LED_IN.get(how, SAID)).format(speaker=said_by, name=draft, note=note.text)
        return _after(_after(sentence_start(led_in), own, words), made.behind, words)
    said = _that(note.kind, words).format(note=note.text) if note.clause else note.text
    adverbial = note.adverbial and not made.aside
    told = sentence_start(_continued(how, words, adverbial=adverbial).format(speaker=said_by, name=draft, note=said))
    return _after(_after(told, own, words), made.behind, words)


def _sentences(facts: RecordedMeeting, heard: Intervention, who: str) -> Noted:
    by_person = heard.language is Language.EN and has_representative(facts, heard)
    official = by_person or heard.state is not None or (heard.attributed and compared(heard.body) == OHCHR)
    pronoun = again(who, heard.language, official=official)
    alone = spoken_as(facts, heard) not in LED_IN
    feminine = is_feminine(who, heard.language)
    state = _as_a_state(facts, heard)
    itself = _body(heard) if by_person else ""
    by = Speaker(_called(facts, heard, who), pronoun, alone, feminine, state, itself)
    names = _Nameable(tuple(facts.states.values()), heard.body[heard.language], heard.state)
    return _told(heard.note.strip(), heard.language, by, names)


@dataclass(frozen=True, slots=True)
class _Nameable:
    """Whose names a note may hold in small letters: of *states*, and of who speaks, a *body* or a State, its *own*."""

    states: tuple[State, ...]
    body: str
    own: StateCode | None


@lru_cache(maxsize=4096)
def _told(note: str, language: Language, by: Speaker, names: _Nameable) -> Noted:
    """A note in sentences; those of a whole meeting are asked for again after each change of what was recorded."""
    named = in_capitals(note, language, names.states, names.body, names.own)
    made = noted(named.text, language, by)
    told = replace(made.told, text=named.headed(made.told.text))
    return replace(made, told=told, left=tuple(named.headed(one) for one in made.left))


def _as_a_state(facts: RecordedMeeting, heard: Intervention) -> str:
    """The State that speaks, where its name is surely masculine, or "a State" for one that is not named, which is.

    Empty for an observer, of which minutes say that it is one.
    """
    if heard.state is None or heard.language is Language.EN:
        return ""
    if not heard.attributed:
        return catalog(heard.language).pgettext("speaker", "a State")
    if facts.kind_of(heard.state) is MembershipKind.OBSERVER:
        return ""
    named = name(facts.states[heard.state], heard.language)
    return named.the if is_masculine(named, heard.language) else ""


def left_as_noted(facts: RecordedMeeting, heard: Intervention) -> tuple[str, ...]:
    """What of an intervention's note stands in its paragraph as it was noted: quoted, or in the present."""
    if not heard.note.strip():
        return ()
    words = catalog(heard.language)
    return _sentences(facts, heard, speaker(facts, heard, words) or by_name(heard, heard.language)).left


def _after(first: str, second: str, words: Catalog) -> str:
    return words.pgettext("two sentences", "{first} {second}").format(first=first, second=second) if second else first


def _body(heard: Intervention) -> str:
    """A body by its name within a sentence."""
    named = by_name(heard, heard.language)
    return named[:1].lower() + named[1:] if ARTICLE.match(named) else named


def _called(facts: RecordedMeeting, heard: Intervention, who: str) -> tuple[str, ...]:
    """How a note may name the State that speaks: as its sentence does, by its short name, by its formal one."""
    if heard.state is None:
        body = _body(heard) if heard.attributed else ""
        return tuple(dict.fromkeys((who, ARTICLE.sub("", who), body, ARTICLE.sub("", body))))
    state, tongue = facts.states[heard.state], heard.language
    return who, name(state, tongue).the, name(state, tongue).bare, formal_name(state, tongue).the


def _that(kind: Kind, words: Catalog) -> str:
    """What leads in a clause: said that | dit que, dit qu’ | dice que."""
    if kind is Kind.CLAUSE_AFTER_VOWEL:
        return words.pgettext("a clause that begins with a vowel", "said that {note}")
    return words.pgettext("a clause", "said that {note}")


def _continued(how: How, words: Catalog, *, adverbial: bool) -> str:
    if how in CONTINUED:
        return words.gettext(CONTINUED[how])
    if adverbial:
        return words.pgettext("a note that begins with an adverbial", "{speaker}, {note}")
    return words.pgettext("a note that continues the sentence", "{speaker} {note}")
