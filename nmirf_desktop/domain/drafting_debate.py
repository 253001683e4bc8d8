"""What was said under an item, a paragraph of each statement.

One of which something was noted is told by its note (:mod:`.drafting_notes`). Those of which nothing was noted, one
after the other, are one sentence.
"""

from collections.abc import Mapping, Sequence

from nmirf_desktop.domain.bodies import OHCHR, compared
from nmirf_desktop.domain.consensus_sentences import opposing_statement
from nmirf_desktop.domain.drafted import in_all, in_one
from nmirf_desktop.domain.drafting_speakers import (
    How,
    Introduced,
    introduced,
    representative,
    somebody,
    speaker,
    spoken_as,
    when_explained,
)
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.naming import of_states, sentence_start, the_states
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.votes_taken import Explained, explained_after, explained_before
from nmirf_desktop.i18n import N_, Catalog

SPOKE = N_("{speaker} made a statement.")
"""What is said of a plain statement without a note."""
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


def statement(facts: RecordedMeeting, heard: Intervention) -> Trilingual:
    """The paragraph of a statement: with its note in the note's language only, without one in all three."""
    if heard.note.strip():
        from nmirf_desktop.domain.drafting_notes import noted_statement  # which knows the verbs of three languages

        return in_one(heard.language, noted_statement(facts, heard))
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
    return alike and _plain(before) and _plain(heard) and when_explained(facts, before) is when_explained(facts, heard)


def _plain(heard: Intervention) -> bool:
    """Whether nothing is told of it but that it was made; who explains a vote is a State, that has one."""
    if heard.note.strip():
        return False
    if heard.kind is InterventionKind.EXPLANATION:
        return heard.state is not None
    named = heard.state is not None or not heard.attributed or compared(heard.body) == OHCHR
    return named and heard.kind is InterventionKind.STATEMENT


def _made(facts: RecordedMeeting, heard: Sequence[Intervention], words: Catalog) -> str:
    """Who made statements, each once, in the order in which they spoke."""
    first, when = heard[0], when_explained(facts, heard[0])
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
        return words.gettext(UNNOTED.get(kind, SPOKE)).format(speaker=somebody(heard[0], words))
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
    frame = words.gettext(UNNOTED.get(spoken_as(facts, heard), SPOKE))
    return sentence_start(frame.format(speaker=who, name=introduced(facts, heard)))


def _bare(heard: Intervention, words: Catalog) -> str:
    """A body without an article is named after a colon, so that no grammar is needed; empty where it has no name."""
    body = heard.body[words.language].strip()
    if not body:
        return ""
    if heard.kind is InterventionKind.INTRODUCTION:
        return words.gettext("The following participant introduced the item: {body}.").format(body=body)
    return words.gettext("The following participant made a statement: {body}.").format(body=body)
