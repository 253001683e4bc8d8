"""What was said under an item: the rapporteur's note in its own language, led in by who spoke.

A note that begins with a small letter continues the sentence ("welcomed the report" – « accueille avec satisfaction
le rapport »); any other is put after a colon. English is past, French and Spanish are present. As no person's gender
is recorded with a statement, French and Spanish speak of the delegation.
"""

import re

from nmirf_desktop.domain.bodies import OHCHR, compared
from nmirf_desktop.domain.consensus_sentences import observer_statement
from nmirf_desktop.domain.drafted import in_all, in_one
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.naming import forms, sentence_start
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, catalog

_ARTICLE = re.compile(r"^(?:(?:the|le|la|les|el|los|las)\s|l’)", re.IGNORECASE)
_ENDED = re.compile(r"[.!?…:;]['’”»)\]]*$")

SAID, SPOKE = N_("{speaker} said: {note}"), N_("{speaker} made a statement.")
"""What is said of a plain statement, with a note and without one."""
CONTINUED = {
    InterventionKind.INTRODUCTION: N_("{speaker}, introducing the item, {note}"),
    InterventionKind.OBSERVER_OBJECTION: N_("{speaker}, in a statement on the proposal, {note}"),
    InterventionKind.EXPLANATION: N_("{speaker}, in explanation of vote, {note}"),
    InterventionKind.RIGHT_OF_REPLY: N_("{speaker}, in exercise of the right of reply, {note}"),
    InterventionKind.POINT_OF_ORDER: N_("{speaker}, on a point of order, {note}"),
    InterventionKind.MOTION: N_("{speaker}, introducing the motion, {note}"),
    InterventionKind.FOR_MOTION: N_("{speaker}, speaking in favour of the motion, {note}"),
    InterventionKind.AGAINST_MOTION: N_("{speaker}, speaking against the motion, {note}"),
}
"""How a note that begins with a small letter is led in; that of a statement has nothing before it."""
LED_IN = {
    InterventionKind.INTRODUCTION: N_("{speaker}, introducing the item, said: {note}"),
    InterventionKind.OBSERVER_OBJECTION: N_("{speaker}, in a statement on the proposal, said: {note}"),
    InterventionKind.EXPLANATION: N_("{speaker}, in explanation of vote, said: {note}"),
    InterventionKind.RIGHT_OF_REPLY: N_("{speaker}, in exercise of the right of reply, said: {note}"),
    InterventionKind.POINT_OF_ORDER: N_("{speaker}, on a point of order, said: {note}"),
    InterventionKind.MOTION: N_("{speaker}, introducing the motion, said: {note}"),
    InterventionKind.FOR_MOTION: N_("{speaker}, speaking in favour of the motion, said: {note}"),
    InterventionKind.AGAINST_MOTION: N_("{speaker}, speaking against the motion, said: {note}"),
}
"""How any other note is led in."""
UNNOTED = {
    InterventionKind.INTRODUCTION: N_("{speaker} introduced the item."),
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
    if heard.state is not None:
        return representative(facts, heard.state, words)
    if compared(heard.body) == OHCHR:
        return words.pgettext("speaker", "the representative of OHCHR")
    body = heard.body[words.language].strip()
    return body if _ARTICLE.match(body) else ""


def listed_name(body: Trilingual) -> Said:
    """A body as in a list: without its article."""
    said = Said.of(body)
    en, fr, es = (sentence_start(_ARTICLE.sub("", text.strip(), count=1)) for text in (said.en, said.fr, said.es))
    return Said(en, fr, es, said.original)


def statement(facts: RecordedMeeting, heard: Intervention) -> Trilingual:
    """The paragraph of a statement: with its note in the note's language only, without one in all three."""
    note = heard.note.strip()
    if not note:
        return in_all(lambda words: _unnoted(facts, heard, words))
    text = note if _ENDED.search(note) else f"{note}."
    return in_one(heard.language, _noted(facts, heard, text))


def _noted(facts: RecordedMeeting, heard: Intervention, note: str) -> str:
    words = catalog(heard.language)
    who = speaker(facts, heard, words)
    if not who:
        body = heard.body[heard.language].strip() or heard.body.original.strip()
        return words.pgettext("body", "{body}: {note}").format(body=sentence_start(body), note=note) if body else note
    frame = _continued(heard.kind, words) if note[:1].islower() else _led_in(heard.kind, words)
    return sentence_start(frame.format(speaker=who, note=note))


def _continued(kind: InterventionKind, words: Catalog) -> str:
    if kind in CONTINUED:
        return words.gettext(CONTINUED[kind])
    return words.pgettext("a note that continues the sentence", "{speaker} {note}")


def _led_in(kind: InterventionKind, words: Catalog) -> str:
    return words.gettext(LED_IN.get(kind, SAID))


def _unnoted(facts: RecordedMeeting, heard: Intervention, words: Catalog) -> str:
    """One sentence; nothing for who moved a motion, which is said by itself (:mod:`.drafting_motions`)."""
    who = speaker(facts, heard, words)
    if not who:
        return _bare(heard, words)
    if heard.kind is InterventionKind.MOTION:
        return ""
    if heard.kind is InterventionKind.OBSERVER_OBJECTION and heard.state is not None:
        return observer_statement(facts.states[heard.state], words)
    frame = words.gettext(UNNOTED.get(heard.kind, SPOKE))
    return sentence_start(frame.format(speaker=who))


def _bare(heard: Intervention, words: Catalog) -> str:
    """A body without an article is named after a colon, so that no grammar is needed; empty where it has no name."""
    body = heard.body[words.language].strip()
    if not body:
        return ""
    if heard.kind is InterventionKind.INTRODUCTION:
        return words.gettext("Introduction of the item: {body}.").format(body=body)
    return words.gettext("Statement: {body}.").format(body=body)
