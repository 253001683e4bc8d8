"""Minutes: when the meeting rises, and what is told of the papers of a secret ballot."""

from dataclasses import replace

from nmirf_desktop.domain.blocks import Listing, VoteBlock
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.minutes_blocks import blocks_after
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import HandCount, Method
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import SITTINGS, facts


def texts(known: RecordedMeeting) -> dict[str, str]:
    """The drafted paragraphs in English by their slots."""
    return {one.slot: one.text[Language.EN] for one in draft(known)}


def test_the_meeting_rises_with_its_last_sitting_alone() -> None:
    """After any other one that sitting rose; one planned in vain is none once the closure was reached."""
    first, second = SITTINGS
    waiting = replace(second, opened_at=None, closed_at=None)
    between = replace(facts(), sittings=(first, waiting))
    assert texts(between)["closing"].startswith("The sitting rose at 1.05")
    assert texts(facts())["closing"].startswith("The meeting rose at noon")
    early = replace(facts(), sittings=(replace(first, item="i6"), waiting))
    assert texts(early)["closing"].startswith("The meeting rose at 1.05")
    late = replace(facts(), sittings=(replace(first, opened_at=None, closed_at=None), second))
    assert texts(late)["closing"].startswith("The meeting rose at noon")


def test_r18_the_papers_of_a_secret_ballot_are_told_as_in_the_voting_record() -> None:
    known = facts()
    papers = Papers(9, 8, 1, (), (), ())
    secret = replace(known.votes[0], method=Method.SECRET_BALLOT, hands=HandCount(5, 1, 1), papers=papers)
    known = replace(known, votes=(secret, *known.votes[1:]))
    listing, result = blocks_after(f"vote:{secret.key}", known)
    assert isinstance(listing, Listing)
    (entry,) = listing.entries
    assert entry.text.en == "issued 9, returned 8, invalid 1"
    assert isinstance(result, VoteBlock)
    (section,) = votes_paper(known, secret.key).sections
    assert entry in [one for block in section.blocks if isinstance(block, Listing) for one in block.entries]
    (alone,) = blocks_after(f"vote:{known.votes[1].key}", known)
    assert isinstance(alone, VoteBlock)
