"""What amendments and divisions make of a text, as values: R21 and R22, with properties."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda_comparing import PieceState
from nmirf_desktop.domain.amendments import (
    Amendment,
    AmendmentAct,
    AmendmentFile,
    Standing,
    amendment_files,
    applied,
    check_amendment,
    effective,
    in_order,
)
from nmirf_desktop.domain.divisions import (
    Part,
    PartFile,
    TextMotion,
    TextMotionFile,
    TextMotionKind,
    check_parts,
    divided,
    is_operative,
    rejected_as_a_whole,
)
from nmirf_desktop.domain.marked_text import bracketed, marked
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.vote_sentences import AMENDMENT, PART, RECONSIDERATION, arithmetic, vote_sentence
from nmirf_desktop.domain.voting import ConsensusCall, Method, Outcome, Proposal, VoteMajority
from nmirf_desktop.i18n import Language, catalog

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
EN = catalog(Language.EN)
PUT = Proposal("p", "m", "i", 3, Trilingual("A plan"), Trilingual("Decides to meet every year."))
REPLACES, ADDS, DELETES = AmendmentAct
WORDS = st.lists(st.sampled_from(["meets", "every", "year", "in", "spring", "and", "reports", "again"]), min_size=1)


def amendment(act: AmendmentAct, passage: str, words: str = "", number: int = 1) -> Amendment:
    """An amendment to the one proposal."""
    return Amendment(f"a{number}", "p", number, act, passage, words, NOON)


@pytest.mark.parametrize(
    ("text", "change", "becomes"),
    [
        ("Meets every year.", (REPLACES, "every year", "in spring"), "Meets in spring."),
        ("Meets every year.", (ADDS, "every year", "in Rabat"), "Meets every year in Rabat."),
        (
            "Meets every year, and reports.",
            (ADDS, "every year,", "in Rabat,"),
            "Meets every year, in Rabat, and reports.",
        ),
        ("Meets every year.", (DELETES, "every year"), "Meets."),
        ("Meets every year in Rabat.", (DELETES, "every year"), "Meets in Rabat."),
        ("1. Meets;\n2. Reports;\n3. Ends.", (DELETES, "2. Reports;"), "1. Meets;\n3. Ends."),
        ("1. Meets;\n2. Reports.", (DELETES, "2. Reports."), "1. Meets;"),
        ("1. Meets;\n2. Reports.", (DELETES, "1. Meets;"), "2. Reports."),
        ("1. Meets;\n\n2. Reports;\n\n3. Ends.", (DELETES, "2. Reports;"), "1. Meets;\n\n3. Ends."),
        ("1. Meets;\n\n2. Reports;\n \n3. Ends.", (DELETES, "2. Reports;"), "1. Meets;\n\n3. Ends."),
        ("1. Meets;\n\n2. Reports;\n3. Ends.", (DELETES, "2. Reports;"), "1. Meets;\n\n3. Ends."),
        ("1. Meets;\n\n2. Reports.", (DELETES, "2. Reports."), "1. Meets;"),
        ("1. Meets;\n\n2. Reports.\n", (DELETES, "2. Reports."), "1. Meets;\n"),
        ("1. Meets;\n\n2. Reports.", (DELETES, "1. Meets;"), "2. Reports."),
        ("Décide un atelier chaque année\u00a0;", (DELETES, "chaque année"), "Décide un atelier\u00a0;"),
        ("1. Meets;", (ADDS, "", "2. Reports."), "1. Meets;\n2. Reports."),
    ],
)
def test_r22_an_amendment_adds_deletes_or_revises_and_leaves_clean_words(
    text: str, change: tuple[AmendmentAct, str] | tuple[AmendmentAct, str, str], becomes: str
) -> None:
    assert applied(text, amendment(*change)) == becomes


@given(WORDS, WORDS, st.data())
def test_r22_nothing_but_the_passage_changes(before: list[str], words: list[str], data: st.DataObject) -> None:
    text = " ".join(before)
    first = data.draw(st.integers(0, len(text) - 1))
    passage = text[first : data.draw(st.integers(first + 1, len(text)))]
    assume(text.find(passage) == text.rfind(passage))
    changed = applied(text, amendment(REPLACES, passage, " ".join(words)))
    assert changed == text[:first] + " ".join(words) + text[first + len(passage) :]
    added = applied(text, amendment(ADDS, passage, " ".join(words)))
    assert added.startswith(text[: first + len(passage)])
    assert added.endswith(text[first + len(passage) :])
    assert "  " not in applied(text, amendment(DELETES, passage)) or "  " in text


@given(WORDS, WORDS)
def test_what_is_marked_reads_as_both_texts(before: list[str], after: list[str]) -> None:
    was, now = " ".join(before), " [".join(after) + "]"
    pieces = marked(was, now)
    assert "".join(one.text for one in pieces if one.standing is not PieceState.NEW) == was
    assert "".join(one.text for one in pieces if one.standing is not PieceState.GONE) == now
    assert bracketed(now) is any(one.bracketed for one in pieces)


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        (
            "to follow up the recommendations, for want of staff, in the region",
            "to follow up the recommendations from 2027 on, in the region",
            [("to follow up the recommendations", "kept"), (", for want of staff", "gone"), (" from 2027 on", "new"),
             (", in the region", "kept")],
        ),
        ("red apple", "green pear", [("red apple", "gone"), ("green pear", "new")]),
        (
            "meets at 5 on Friday", "meets at 6 on Monday",
            [("meets at ", "kept"), ("5", "gone"), ("6", "new"), (" on ", "kept"), ("Friday", "gone"),
             ("Monday", "new")],
        ),
    ],
)  # fmt: skip
def test_a_phrase_that_changed_is_struck_out_and_written_anew(
    before: str, after: str, pieces: list[tuple[str, str]]
) -> None:
    """Single words that happened to be the same stood between those that were struck out: it could not be read."""
    assert [(one.text, one.standing.name.lower()) for one in marked(before, after)] == pieces


def test_r22_places_that_overlap_are_two() -> None:
    with pytest.raises(Refusal):
        applied("ababa", amendment(DELETES, "aba"))


def test_r22_another_text_in_the_place_of_the_whole_is_a_proposal() -> None:
    with pytest.raises(Refusal) as refused:
        check_amendment(amendment(DELETES, "Meets."), "Meets.")
    assert refused.value.section == "R22"
    with pytest.raises(Refusal):
        check_amendment(amendment(ADDS, "Nowhere", "again"), "Meets.")


def test_r22_sub_amendments_are_made_in_the_order_of_their_adoption() -> None:
    top = amendment(REPLACES, "every year", "every two years")
    below = [replace(amendment(REPLACES, *pair, number=n), key=f"b{n}", amends=top.key)
             for n, pair in enumerate((("two", "three"), ("three", "four")), 1)]  # fmt: skip
    calls = [ConsensusCall(f"c{n}", "p", NOON + datetime.timedelta(minutes=n), False, amendment=one.key)
             for n, one in enumerate(below)]  # fmt: skip
    files = amendment_files(PUT, [*below, top], calls, ())
    assert [one.name for one in files] == ["L.3/Amend.1", "L.3/Amend.1/Amend.1", "L.3/Amend.1/Amend.2"]
    assert [one.standing for one in files] == [Standing.OPEN, Standing.ADOPTED, Standing.ADOPTED]
    assert effective(files[0], files).words == "every four years"


def test_r22_without_the_chairs_word_the_order_is_that_of_submission() -> None:
    files = [AmendmentFile(replace(amendment(ADDS, "", "x", number=n), rank=rank), str(n))
             for n, rank in ((3, None), (2, 1), (1, None), (4, 2))]  # fmt: skip
    assert [one.name for one in in_order(files)] == ["2", "4", "1", "3"]


def division(text: str, *parts: tuple[str, Standing]) -> TextMotionFile:
    """A division that was granted, with its parts as they were decided on."""
    files = tuple(
        PartFile(Part(f"part{n}", "m", n, passage, is_operative(passage, text)), standing, NOON)
        for n, (passage, standing) in enumerate(parts, 1)
    )
    return TextMotionFile(TextMotion("m", "p", TextMotionKind.DIVISION, NOON), True, NOON, (), files)


NO, YES = Standing.REJECTED, Standing.ADOPTED
NUMBERED = "Recalling,\n1. Decides;\n2. Requests."


@pytest.mark.parametrize(
    ("text", "parts", "whole"),
    [
        (NUMBERED, [("1. Decides;", NO), ("2. Requests.", NO)], True),
        (NUMBERED, [("1. Decides;", NO), ("2. Requests.", YES)], False),
        (NUMBERED, [("2. Requests.", NO)], False),
        (NUMBERED, [("Recalling,", NO)], False),
        (NUMBERED, [("Recalling,", YES), ("1. Decides;", NO), ("2. Requests.", NO)], True),
        ("Decides.\nRequests.", [("Decides.", NO), ("Requests.", NO)], True),
        ("Decides.\nRequests.", [("Decides.", NO)], False),
    ],
)
def test_r21_the_whole_is_rejected_with_all_its_operative_parts(
    text: str, parts: list[tuple[str, Standing]], whole: bool
) -> None:
    assert rejected_as_a_whole(division(text, *parts), text) is whole


def test_r21_what_is_open_decides_nothing_yet() -> None:
    open_part = division(NUMBERED, ("1. Decides;", NO), ("2. Requests.", Standing.OPEN))
    assert open_part.dividing
    assert not rejected_as_a_whole(open_part, NUMBERED)


@given(st.lists(st.booleans(), min_size=1, max_size=6), st.sampled_from(["\n", "\n\n"]))
def test_r21_what_is_left_is_what_was_retained_in_its_order(kept: list[bool], between: str) -> None:
    lines = [f"{n}. Decides thing {n};" for n in range(1, len(kept) + 1)]
    text = between.join(lines)
    check_parts(text, lines)
    gone = [line for line, stays in zip(lines, kept, strict=True) if not stays]
    left = divided(text, gone)
    assert left == between.join(line for line, stays in zip(lines, kept, strict=True) if stays)
    assert divided(left, gone) == left


def test_r21_parts_do_not_overlap() -> None:
    with pytest.raises(Problem):
        check_parts("Decides to meet.", ["Decides to", "to meet"])


@pytest.mark.parametrize(
    ("numbers", "outcome"), [((4, 2), Outcome.ADOPTED), ((5, 3), Outcome.NOT_ADOPTED), ((0, 0), Outcome.NOT_ADOPTED),
                             ((1, 0), Outcome.ADOPTED), ((3, 3), Outcome.NOT_ADOPTED)],
)  # fmt: skip
def test_r26_two_thirds_of_those_present_and_voting(numbers: tuple[int, int], outcome: Outcome) -> None:
    assert Tally(*numbers, abstaining=9, majority=VoteMajority.TWO_THIRDS).outcome is outcome


def test_r22_r21_r26_what_became_of_it_is_said_in_a_sentence() -> None:
    method, counted = Method.RECORDED, Tally(5, 3, 1)
    assert vote_sentence(counted, method, AMENDMENT.named("L.3/Amend.1"), EN) == (
        "Amendment L.3/Amend.1 was adopted by a recorded vote of 5 to 3, with 1 abstention."
    )
    assert vote_sentence(Tally(3, 5), method, PART.named("2", "L.3"), EN) == (
        "Part 2 of draft decision L.3 was rejected by 5 votes to 3, with no abstentions."
    )
    short = replace(counted, majority=VoteMajority.TWO_THIRDS)
    assert vote_sentence(short, method, RECONSIDERATION.named("", "L.3"), EN) == (
        "Having failed to obtain the required two-thirds majority (5 votes to 3, with 1 abstention), the motion to "
        "reconsider draft decision L.3 was not adopted."
    )
    assert arithmetic(short, EN) == (
        "5 in favour, 3 against: 8 members present and voting; two thirds not reached: not adopted"
    )
