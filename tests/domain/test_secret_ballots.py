"""The papers of a secret ballot: numbers that were typed, or members that are marked, never one over the other."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.secret_ballots import NO_PAPERS, Papers, Tick, ticked

VOTERS = ("GHA", "MAR", "PRY")


@pytest.mark.parametrize("tick", Tick)
def test_r35_no_mark_replaces_numbers_that_were_typed(tick: Tick) -> None:
    typed = replace(NO_PAPERS, issued=3, returned=2)
    with pytest.raises(Refusal, match="set both numbers to 0"):
        ticked(typed, "GHA", tick, VOTERS)
    assert ticked(replace(typed, issued=0, returned=0), "GHA", Tick.RETURNED, VOTERS).issued == 1


def test_r35_the_numbers_follow_the_marks() -> None:
    papers = ticked(NO_PAPERS, "PRY", Tick.UNABLE, VOTERS)
    for state, tick in (("MAR", Tick.RETURNED), ("GHA", Tick.RECEIVED)):
        papers = ticked(papers, state, tick, VOTERS)
    assert papers == Papers(2, 1, 0, ("GHA", "MAR"), ("MAR",), ("PRY",))
    for state in VOTERS:
        papers = ticked(papers, state, Tick.NONE, VOTERS)
    assert papers == NO_PAPERS
