"""A text for the eyes: what changed in it, and what a word processor set by itself, which is no change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda_comparing import PieceState
from nmirf_desktop.domain.marked_text import in_the_signs_of, marked


@pytest.mark.parametrize(
    ("before", "after", "made"),
    [
        ('said "no one" here', "said “no one” here", 'said "no one" here'),
        ("it’s « ici\u00a0»", "it's « ici »", "it’s « ici\u00a0»"),
        ('said "no one" here', "said “nobody” there", 'said "nobody" there'),
        ("said nothing", "said “no”", "said “no”"),
    ],
)
def test_quotes_alone_are_no_difference(before: str, after: str, made: str) -> None:
    assert in_the_signs_of(before, after) == made


def test_what_was_not_touched_is_not_marked() -> None:
    before, after = 'He said "yes" and left.', "He said “yes” and stayed."
    pieces = marked(before, in_the_signs_of(before, after))
    assert [one.text.strip() for one in pieces if one.standing is not PieceState.KEPT] == ["left", "stayed"]


@given(before=st.text(), after=st.text())
def test_only_signs_are_another(before: str, after: str) -> None:
    assert len(in_the_signs_of(before, after)) == len(after)
    assert in_the_signs_of(after, after) == after
