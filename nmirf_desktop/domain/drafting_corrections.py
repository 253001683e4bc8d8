"""A decision that is none by the corrected record of its vote: minutes say so, for its number is not used again."""

from collections.abc import Iterator
from functools import partial

from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.drafting_decisions import Event, draft_name
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.vote_corrections import corrected_record
from nmirf_desktop.domain.voting import Act, Outcome, Proposal, Vote
from nmirf_desktop.i18n import Catalog


def events(facts: RecordedMeeting, proposal: Proposal) -> Iterator[Event]:
    """(silent; part E) R27: that a draft was not adopted by the corrected record, under the number that it had had."""
    number = facts.numbers_gone.get(proposal.key)
    if number is None or facts.decision_of(proposal.key) is not None:
        return
    for vote in facts.votes:
        if vote.on == proposal.key and vote.closed_at is not None and _turned(facts, vote):
            text = in_all(partial(_said, draft_name(proposal), number))
            written = [one.at for one in facts.voted(vote) if one.act is Act.REKEYED]
            written += [one.at for one in facts.totals_corrections if one.vote == vote.key]
            yield Event(max(written, default=vote.closed_at), slot("number", vote.key), text)


def _turned(facts: RecordedMeeting, vote: Vote) -> bool:
    """Whether what was announced as adopted is not, by the corrected record."""
    found = corrected_record(vote, facts.voted(vote), facts.totals_corrections)
    return (
        found is not None and found.announced.outcome is Outcome.ADOPTED and found.right.outcome is not Outcome.ADOPTED
    )


def _said(draft: str, number: str, words: Catalog) -> str:
    frame = words.gettext(
        "By the corrected record of the vote, draft decision {of} was not adopted; "
        "the number {name}, which it had been given, was not used again."
    )
    return frame.format(of=draft, name=number)
