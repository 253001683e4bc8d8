"""What was said under an item: the rapporteur's note in its own language, led in by who spoke.

How a note goes into the sentence is told by its words (:mod:`.reported_speech`). English is past, French and
Spanish are present. As no person's gender is recorded with a statement, French and Spanish speak of the delegation.
Statements of which nothing was noted, one after the other, are one sentence.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

from nmirf_desktop.domain.articles import with_article
from nmirf_desktop.domain.bodies import OHCHR, compared
from nmirf_desktop.domain.consensus_sentences import opposing_statement
from nmirf_desktop.domain.drafted import in_all, in_one
from nmirf_desktop.domain.masculine_names import is_masculine
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.naming import formal_name, forms, name, of_states, sentence_start, the_states
from nmirf_desktop.domain.noted_speakers import Speaker, again, is_feminine, taken_up
from nmirf_desktop.domain.noted_speech import Noted, noted
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.reported_speech import Kind
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sittings import Attribution, Intervention, InterventionKind
from nmirf_desktop.domain.small_names import in_capitals
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.votes_taken import Explained, explained, explained_after, explained_before
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

_ARTICLE = re.compile(r"^(?:(?:the|le|la|les|el|los|las)\s|l’)", re.IGNORECASE)

SAID, SPOKE = N_("{speaker} said: {note}"), N_("{speaker} made a statement.")
"""What is said of a plain statement, with a note and without one."""


class Introduced(Enum):
    """What a sponsor introduces that introduces no item."""

    DRAFT = "draft"


How = InterventionKind | Explained | Introduced
"""As what somebody spoke."""
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
UNNOTED: Mapping[How, str] = {
    InterventionKind.INTRODUCTION: N_("{speaker} introduced the item."),
    Introduced.DRAFT: N_("{speaker} introduced draft decision {name}."),
    InterventionKind.EXPLANATION: N_("{speaker} made a statement in explanation of vote."),
    InterventionKind.RIGHT_OF_REPLY: N_("{speaker} made a statement in exercise of the right of reply."),
    InterventionKind.POINT_OF_ORDER: N_("{speaker} raised a point of order."),
    InterventionKind.FOR_MOTION: N_("{speaker} spoke in favour of the motion."),
    InterventionKind.AGAINST_MOTION: N_("{speaker} spoke against the motion."),
}
"""What is said of an intervention without a note."""


def representative(facts: RecordedMeeting, state: StateCode, words: Catalog) -> str:
    """Who speaks for a State, as the subject of a sentence."""
    named = forms(facts.states[state], words.language)
    if facts.kind_of(state) is MembershipKind.OBSERVER:
        return words.pgettext("speaker", "the observer for {the_state}").format(**named)
    return words.pgettext("speaker", "the representative {of_state}").format(**named)


def speaker(facts: RecordedMeeting, heard: Intervention, words: Catalog) -> str:
    """Who spoke, as the subject of a sentence; empty where only a bare name is known, or nothing at all."""
    if not heard.attributed:
        return _somebody(heard, words)
    if heard.state is not None:
        return representative(facts, heard.state, words)
    if compared(heard.body) == OHCHR:
        return words.pgettext("speaker", "the representative of OHCHR")
    body = heard.body[words.language].strip()
    return body if _ARTICLE.match(body) else ""


def openings(facts: RecordedMeeting, heard: Intervention) -> dict[Language, tuple[str, str]]:
    """How a sentence on an intervention begins in each language: with who spoke, and without its name.

    Both are of the same number and gender, so that what follows suits either. The first is empty where none is known.
    """
    named = replace(heard, attribution=Attribution.NAMED)
    return {
        one: (
            sentence_start(speaker(facts, named, catalog(one)) or _by_name(heard, one)),
            sentence_start(_somebody(heard, catalog(one))),
        )
        for one in Language
    }


def _by_name(heard: Intervention, language: Language) -> str:
    """A body whose name has no article, as the subject of a sentence: with the one that its language gives it."""
    return with_article(heard.body[language].strip() or heard.body.original.strip(), language)


def _somebody(heard: Intervention, words: Catalog) -> str:
    """Who is not named: what it was, and no more."""
    if heard.state is not None:
        return words.pgettext("speaker", "a delegation")
    return words.pgettext("speaker", "a participant")


def listed_name(body: Trilingual) -> Said:
    """A body as in a list: without its article."""
    said = Said.of(body)
    en, fr, es = (sentence_start(_ARTICLE.sub("", text.strip(), count=1)) for text in (said.en, said.fr, said.es))
    return Said(en, fr, es, said.original)


def statement(facts: RecordedMeeting, heard: Intervention) -> Trilingual:
    """The paragraph of a statement: with its note in the note's language only, without one in all three."""
    if heard.note.strip():
        return in_one(heard.language, _noted(facts, heard))
    return in_all(lambda words: _unnoted(facts, heard, words))


def statements(facts: RecordedMeeting, heard: Sequence[Intervention]) -> Trilingual:
    """One paragraph of statements of which nothing was noted, made one after the other (:func:`joins`)."""
    first = heard[0]
    explains = first.kind is InterventionKind.EXPLANATION and first.attributed
    if len(heard) == 1 and not (explains and _plain(first)):
        return statement(facts, first)
    return in_all(lambda words: sentence_start(_made(facts, heard, words)))


def joins(facts: RecordedMeeting, before: Intervention, heard: Intervention) -> bool:
    """Whether a statement is told in one sentence with the one *before* it."""
    alike = before.kind is heard.kind and before.attributed is heard.attributed
    return alike and _plain(before) and _plain(heard) and _when(facts, before) is _when(facts, heard)


def _plain(heard: Intervention) -> bool:
    """Whether nothing is told of it but that it was made; who explains a vote is a State, that has one."""
    if heard.note.strip():
        return False
    if heard.kind is InterventionKind.EXPLANATION:
        return heard.state is not None
    named = heard.state is not None or not heard.attributed or compared(heard.body) == OHCHR
    return named and heard.kind is InterventionKind.STATEMENT


def _when(facts: RecordedMeeting, heard: Intervention) -> Explained:
    return explained(heard, facts) if heard.kind is InterventionKind.EXPLANATION else Explained.OF_NO_VOTE


def _made(facts: RecordedMeeting, heard: Sequence[Intervention], words: Catalog) -> str:
    """Who made statements, each once, in the order in which they spoke."""
    first, when = heard[0], _when(facts, heard[0])
    if not first.attributed:
        return _unattributed(heard, when, words)
    states = tuple(dict.fromkeys(one.state for one in heard if one.state is not None))
    delegations = tuple(facts.states[one] for one in states)
    if when is Explained.BEFORE:
        return explained_before(delegations, words)
    if when is Explained.AFTER:
        return explained_after(delegations, words)
    seen = [one for one in states if facts.kind_of(one) is MembershipKind.OBSERVER]
    spoke = (
        (_representatives, [one for one in states if one not in seen]),
        (_observers, seen),
    )
    who = [said(facts, codes, words) for said, codes in spoke if codes]
    if any(one.state is None for one in heard):
        who.append(words.pgettext("speaker", "the representative of OHCHR"))
    if len(states) + any(one.state is None for one in heard) == 1:
        return words.gettext(UNNOTED.get(first.kind, SPOKE)).format(speaker=who[0])
    if first.kind is InterventionKind.EXPLANATION:
        frame = words.gettext("Statements in explanation of vote were made by {speakers}.")
    else:
        frame = words.gettext("Statements were made by {speakers}.")
    return frame.format(speakers=words.conjunction(who))


def _unattributed(heard: Sequence[Intervention], when: Explained, words: Catalog) -> str:
    """One who spoke twice is one still, and whoever is no State is a participant."""
    kind = heard[0].kind
    if len({one.state or compared(one.body) for one in heard}) == 1:
        return words.gettext(UNNOTED.get(kind, SPOKE)).format(speaker=_somebody(heard[0], words))
    if any(one.state is None for one in heard):
        return words.gettext("Some participants made statements.")
    if when is Explained.BEFORE:
        return words.gettext("Before the vote, some delegations made statements in explanation of vote.")
    if when is Explained.AFTER:
        return words.gettext("After the vote, some delegations made statements in explanation of vote.")
    if kind is InterventionKind.EXPLANATION:
        return words.gettext("Some delegations made statements in explanation of vote.")
    return words.gettext("Some delegations made statements.")


def _representatives(facts: RecordedMeeting, codes: Sequence[StateCode], words: Catalog) -> str:
    if len(codes) == 1:
        return representative(facts, codes[0], words)
    named = of_states((facts.states[one] for one in codes), words)
    return words.pgettext("speakers", "the representatives {of_states}").format(of_states=named)


def _observers(facts: RecordedMeeting, codes: Sequence[StateCode], words: Catalog) -> str:
    if len(codes) == 1:
        return representative(facts, codes[0], words)
    states = [facts.states[one] for one in codes]
    return words.pgettext("speakers", "the observers for {the_states}").format(
        the_states=the_states(states, words), of_states=of_states(states, words)
    )


def _noted(facts: RecordedMeeting, heard: Intervention) -> str:
    """The paragraph of a note: who speaks with what is told first, then what is quoted, then what follows that."""
    words = catalog(heard.language)
    who = speaker(facts, heard, words) or _by_name(heard, heard.language)
    made = _sentences(facts, heard, who)
    note, who = made.told, made.subject or who
    if not who:
        return _after(_after(sentence_start(note.text), note.direct, words), made.behind, words)
    how, draft = _how(facts, heard), _introduced(facts, heard)
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
    official = heard.state is not None or (heard.attributed and compared(heard.body) == OHCHR)
    pronoun = again(who, heard.language, official=official)
    alone = _how(facts, heard) not in LED_IN
    feminine = is_feminine(who, heard.language)
    state = _as_a_state(facts, heard)
    by = Speaker(_called(facts, heard, who), pronoun, alone, feminine, state)
    states, body = facts.states.values(), heard.body[heard.language]
    note = in_capitals(heard.note.strip(), heard.language, states, body, heard.state)
    made = noted(note.text, heard.language, by)
    told = replace(made.told, text=note.headed(made.told.text))
    return replace(made, told=told, left=tuple(note.headed(one) for one in made.left))


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
    return _sentences(facts, heard, speaker(facts, heard, words) or _by_name(heard, heard.language)).left


def _how(facts: RecordedMeeting, heard: Intervention) -> How:
    when = _when(facts, heard)
    if when is not Explained.OF_NO_VOTE:
        return when
    return Introduced.DRAFT if _introduced(facts, heard) else heard.kind


def _introduced(facts: RecordedMeeting, heard: Intervention) -> str:
    """The draft decision that its sponsor introduces, where that has one under the item: it would name who is not."""
    if heard.kind is not InterventionKind.INTRODUCTION or heard.state is None or not heard.attributed:
        return ""
    drafts = [one for one in facts.proposals if one.item == heard.item and one.sponsor == heard.state]
    return drafts[0].symbol if len(drafts) == 1 else ""


def _after(first: str, second: str, words: Catalog) -> str:
    return words.pgettext("two sentences", "{first} {second}").format(first=first, second=second) if second else first


def _called(facts: RecordedMeeting, heard: Intervention, who: str) -> tuple[str, ...]:
    """How a note may name the State that speaks: as its sentence does, by its short name, by its formal one."""
    if heard.state is None:
        return who, _ARTICLE.sub("", who)
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


def _unnoted(facts: RecordedMeeting, heard: Intervention, words: Catalog) -> str:
    """One sentence; nothing for who moved a motion, which is said by itself (:mod:`.drafting_motions`)."""
    who = speaker(facts, heard, words)
    if not who:
        return _bare(heard, words)
    if heard.kind is InterventionKind.MOTION:
        return ""
    if heard.kind is InterventionKind.OBSERVER_OBJECTION and heard.state is not None and heard.attributed:
        observes = facts.kind_of(heard.state) is MembershipKind.OBSERVER
        return opposing_statement(facts.states[heard.state], words, observes=observes)
    frame = words.gettext(UNNOTED.get(_how(facts, heard), SPOKE))
    return sentence_start(frame.format(speaker=who, name=_introduced(facts, heard)))


def _bare(heard: Intervention, words: Catalog) -> str:
    """A body without an article is named after a colon, so that no grammar is needed; empty where it has no name."""
    body = heard.body[words.language].strip()
    if not body:
        return ""
    if heard.kind is InterventionKind.INTRODUCTION:
        return words.gettext("The following participant introduced the item: {body}.").format(body=body)
    return words.gettext("The following participant made a statement: {body}.").format(body=body)
