"""A decision that is none any more: minutes say why, and that its number is not used again."""

from collections.abc import Iterator
from functools import partial

from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.drafting_decisions import Event, draft_name
from nmirf_desktop.domain.numbers_gone import considered_again, turned_votes
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.voting import Act, Proposal
from nmirf_desktop.i18n import N_, Catalog

CORRECTED = N_(
    "By the corrected record of the vote, draft decision {of} was not adopted; "
    "the number {name}, which it had been given, was not used again."
)
RECONSIDERED = N_(
    "Draft decision {of}, which had been adopted as decision {name}, was thus before the meeting again; "
    "it was not adopted anew, and its number was not used again."
)


def events(facts: RecordedMeeting, proposal: Proposal) -> Iterator[Event]:
    """(silent; part E) R26, R27: that a draft is no decision by the corrected record, or since its reconsideration.

    It is told under the number that it had had.
    """
    number = facts.numbers_gone.get(proposal.key)
    if number is None or facts.decision_of(proposal.key) is not None:
        return
    gone = considered_again(facts, proposal.key)
    if gone is not None:
        text = in_all(partial(_said, RECONSIDERED, draft_name(proposal), number))
        yield Event(gone.gone_at, slot("number", gone.key), text)
        return
    for vote in turned_votes(facts, proposal.key):
        text = in_all(partial(_said, CORRECTED, draft_name(proposal), number))
        written = [one.at for one in facts.voted(vote) if one.act is Act.REKEYED]
        written += [one.at for one in facts.totals_corrections if one.vote == vote.key]
        yield Event(max(written, default=vote.opened_at), slot("number", vote.key), text)


def _said(frame: str, draft: str, number: str, words: Catalog) -> str:
    return words.gettext(frame).format(of=draft, name=number)
