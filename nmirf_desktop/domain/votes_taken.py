"""The votes of a meeting in the order in which they were taken, each under its number; and who explained its vote."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from nmirf_desktop.domain.drafting_decisions import draft_name, part_name
from nmirf_desktop.domain.naming import of_states
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.titles import title_at
from nmirf_desktop.domain.vote_subjects import subject, titled_subject
from nmirf_desktop.domain.voting import ConsensusCall, Method, Vote
from nmirf_desktop.i18n import N_, Catalog

METHODS = {
    Method.SHOW_OF_HANDS: N_("Show of hands"),
    Method.ROLL_CALL: N_("Roll call"),
    Method.RECORDED: N_("Recorded vote"),
    Method.SECRET_BALLOT: N_("Secret ballot"),
}


def counted_votes(votes: Iterable[Vote]) -> tuple[Vote, ...]:
    """The votes whose result was announced, in the order in which they were taken: the first is vote 1."""
    return tuple(sorted((one for one in votes if one.closed_at is not None), key=lambda one: (one.opened_at, one.key)))


def vote_title(number: int, vote: Vote, facts: RecordedMeeting) -> Said:
    """The heading of a vote: "Vote 2. Draft decision L.3: Plan of action", "Vote 3. Motion"."""

    def titled(words: Catalog) -> str:
        return words.gettext("Vote {n}. {subject}").format(n=number, subject=vote_subject(vote, facts, words))

    return Said.by(titled)


def vote_subject(vote: Vote, facts: RecordedMeeting, words: Catalog) -> str:
    """What a vote was on, with the title as it stood then: "Draft decision L.3: Plan of action", "Motion".

    A title that has no translation stands as it is, and so marked.
    """
    proposal = facts.proposal(vote.proposal)
    if proposal is None:
        return subject(vote.kind, words)
    title = Quoted(title_at(proposal, facts.text_versions, vote.opened_at)).said_in(words).strip().rstrip(".")
    return titled_subject(vote.kind, title, words, draft_name(proposal), part_name(facts, vote))


class Explained(StrEnum):
    """When an explanation of vote was made."""

    BEFORE = "before"
    AFTER = "after"
    OF_NO_VOTE = "of no vote"


def explanations(vote: Vote, facts: RecordedMeeting) -> tuple[tuple[StateCode, ...], tuple[StateCode, ...]]:
    """The States that explained their votes before and after a vote, each once, in the order of time.

    One made between two votes on an item belongs to the first, until consensus on the next draft has been sought or
    another vote was opened. One that is told without its speaker names no State.
    """
    before: dict[StateCode, None] = {}
    after: dict[StateCode, None] = {}
    for one in _explaining(vote, facts):
        if one.state is not None and one.attributed:
            (before if one.at < vote.opened_at else after)[one.state] = None
    return tuple(before), tuple(after)


def explained(heard: Intervention, facts: RecordedMeeting) -> Explained:
    """Whether an explanation of vote came before its vote or after it; one that interrupted it came at neither."""
    for vote in counted_votes(facts.votes):
        if vote.item == heard.item and heard in _explaining(vote, facts):
            if heard.at < vote.opened_at:
                return Explained.BEFORE
            interrupts = vote.closed_at is not None and heard.at < vote.closed_at
            return Explained.OF_NO_VOTE if interrupts else Explained.AFTER
    return Explained.OF_NO_VOTE


def _explaining(vote: Vote, facts: RecordedMeeting) -> list[Intervention]:
    """The explanations of one vote, in the order of time."""
    begins, ends = _begins(vote, facts), _ends(vote, facts)
    heard = [one for one in facts.interventions if one.kind is InterventionKind.EXPLANATION and one.item == vote.item]
    of_it = (one for one in heard if (begins is None or one.at >= begins) and (ends is None or one.at < ends))
    return sorted(of_it, key=lambda each: each.at)


def _begins(vote: Vote, facts: RecordedMeeting) -> datetime.datetime | None:
    """When a vote began to be spoken of; ``None`` for the first matter that was settled under its item.

    It is when consensus on what it is on was last sought since the matter before was settled, else when it was opened.
    """
    settled = [one for one in _settled(vote, facts) if one <= vote.opened_at]
    if not settled:
        return None
    calls = [one.at for one in facts.calls if one.on == vote.on and max(settled) < one.at <= vote.opened_at]
    return max(calls, default=vote.opened_at)


def _settled(vote: Vote, facts: RecordedMeeting) -> Iterator[datetime.datetime]:
    """When other matters under the item of a vote were settled: votes ended, consensus on other proposals found."""
    for one in facts.votes:
        ended = one.closed_at or one.stopped_at
        if one.item == vote.item and one.key != vote.key and ended and (one.closed_at or one.on != vote.on):
            yield ended
    for call in facts.calls:
        if not call.objected and call.proposal != vote.proposal and _item(call, facts) == vote.item:
            yield call.at


def _ends(vote: Vote, facts: RecordedMeeting) -> datetime.datetime | None:
    """When the room went on to something else: consensus was sought under the item, or a vote was opened, after it."""
    end = vote.closed_at or vote.opened_at
    calls = (one.at for one in facts.calls if one.at > end and _item(one, facts) == vote.item)
    votes = (one.opened_at for one in facts.votes if one.opened_at >= end and one.item == vote.item and one != vote)
    return min((*calls, *votes), default=None)


def _item(call: ConsensusCall, facts: RecordedMeeting) -> Key | None:
    proposal = facts.proposal(call.proposal)
    return proposal.item if proposal is not None else None


def explained_before(states: Sequence[State], words: Catalog) -> str:
    """Who explained its vote before it was taken (R27)."""
    frame = words.ngettext(
        "Before the vote, a statement in explanation of vote was made by the representative {of_states}.",
        "Before the vote, statements in explanation of vote were made by the representatives {of_states}.",
        len(states),
    )
    return frame.format(of_states=of_states(states, words))


def explained_after(states: Sequence[State], words: Catalog) -> str:
    """Who explained its vote after it was taken (R27)."""
    frame = words.ngettext(
        "After the vote, a statement in explanation of vote was made by the representative {of_states}.",
        "After the vote, statements in explanation of vote were made by the representatives {of_states}.",
        len(states),
    )
    return frame.format(of_states=of_states(states, words))
