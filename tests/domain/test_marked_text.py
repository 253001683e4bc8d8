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


PLAN = "1. Décide de se réunir ;\n2. Elle se tient en novembre 2027.\n3. Les frais sont à la charge du pays hôte."
AMENDED = "1. Décide de se réunir ;\n2. Elle se tient en octobre 2027."


def test_words_that_came_stand_in_their_own_paragraph() -> None:
    """The new month stood behind the paragraph that went, underlined as if that read so."""
    found = [(one.text, one.standing) for one in marked(PLAN, AMENDED) if one.text]
    assert found == [
        ("1. Décide de se réunir ;\n2. Elle se tient en ", PieceState.KEPT),
        ("novembre", PieceState.GONE),
        ("octobre", PieceState.NEW),
        (" 2027.", PieceState.KEPT),
        ("\n3. Les frais sont à la charge du pays hôte.", PieceState.GONE),
    ]


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("1. One thing.\n2. Another thing.", "2. Another thing.", ["1. One thing.\n"], []),
        ("1. One thing.", "1. One thing.\n2. More of it.", [], ["\n2. More of it."]),
        (
            "Aims at peace.\nThanks the host.",
            "Thanks the host.\nAims at peace.",
            ["\nThanks the host."],
            ["Thanks the host.\n"],
        ),
        ("A text.", "", ["A text."], []),
    ],
)
def test_a_paragraph_that_went_or_came_is_marked_whole(
    before: str, after: str, gone: list[str], new: list[str]
) -> None:
    pieces = marked(before, after)
    assert [one.text for one in pieces if one.standing is PieceState.GONE] == gone
    assert [one.text for one in pieces if one.standing is PieceState.NEW] == new


LINES = st.lists(st.sampled_from(("Decides to meet.", "Decides to meet in May.", "Thanks the host.", "", " ", "x")))


@given(before=LINES, after=LINES)
def test_both_texts_are_whole_whatever_is_marked(before: list[str], after: list[str]) -> None:
    was, now = "\n".join(before), "\n".join(after)
    pieces = marked(was, now)
    assert "".join(one.text for one in pieces if one.standing is not PieceState.GONE) == now
    assert "".join(one.text for one in pieces if one.standing is not PieceState.NEW) == was


@given(before=st.text(), after=st.text())
def test_only_signs_are_another(before: str, after: str) -> None:
    assert len(in_the_signs_of(before, after)) == len(after)
    assert in_the_signs_of(after, after) == after
