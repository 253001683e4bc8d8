"""*Network Meetings – Agenda*: the tree and its numbers, the standard items, the two purposes (R37, R38)."""

import itertools
from collections.abc import Collection
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda import (
    PURPOSE_LABELS,
    AgendaItem,
    ExpectedAction,
    Numbered,
    Purpose,
    item_label,
    missing_purposes,
    numbered,
)
from nmirf_desktop.domain.agenda_tree import Spot, add, indent, move, outdent, place, remove, spot_after, tops
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.standard_agenda import Occasion, standard_items
from nmirf_desktop.domain.standard_items import STANDARD_ITEMS
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language
from tests.domain.facts import FOUNDING, OPENING, item, meeting, term

EN, FR, ES = Language
MEETING = meeting("2027-05-08")


def tree(*parents: tuple[str, str | None]) -> tuple[AgendaItem, ...]:
    """An agenda from pairs of key and parent, in reading order."""
    items: tuple[AgendaItem, ...] = ()
    for key, parent in parents:
        items = add(items, AgendaItem(key, MEETING.key, 0, OPENING, parent))
    return items


def outline(items: Collection[AgendaItem]) -> list[str]:
    """The agenda as "5 (a) key" lines."""
    return [f"{one.reference(EN)} {one.item.key}".replace("\u00a0", " ") for one in numbered(items)]


SOME = tree(("x", None), ("y", None), ("y1", "y"), ("y2", "y"), ("y2a", "y2"), ("z", None))


def test_items_are_numbered_in_each_languages_form() -> None:
    labels = [[one.label(language) for language in Language] for one in numbered(SOME)]
    assert labels == [
        ["1.", "1.", "1."],
        ["2.", "2.", "2."],
        ["(a)", "a)", "a)"],
        ["(b)", "b)", "b)"],
        ["(i)", "i)", "i)"],
        ["3.", "3.", "3."],
    ]
    third = numbered(SOME)[4]
    told = [third.reference(language) for language in Language]
    assert told == ["2\u00a0(b)\u00a0(i)", "2\u00a0b)\u00a0i)", "2\u00a0b)\u00a0i)"]


@pytest.mark.parametrize(
    ("number", "letters", "roman"),
    [(4, "d", "iv"), (9, "i", "ix"), (26, "z", "xxvi"), (27, "aa", "xxvii"), (53, "ba", "liii")],
)
def test_letters_and_roman_figures_go_on(number: int, letters: str, roman: str) -> None:
    one = item(MEETING)
    assert Numbered(one, (1, number)).label(FR) == f"{letters})"
    assert Numbered(one, (1, 1, number)).label(FR) == f"{roman})"


def test_an_item_moves_among_its_siblings_with_what_is_under_it() -> None:
    assert outline(move(SOME, ["y"], -1)) == ["1 y", "1 (a) y1", "1 (b) y2", "1 (b) (i) y2a", "2 x", "3 z"]
    assert outline(move(SOME, ["y"], 1))[-4:] == ["3 y", "3 (a) y1", "3 (b) y2", "3 (b) (i) y2a"]
    assert outline(move(SOME, ["x"], -1)) == outline(SOME)
    assert outline(move(SOME, ["x"], 9)) == ["1 y", "1 (a) y1", "1 (b) y2", "1 (b) (i) y2a", "2 z", "3 x"]


def test_an_item_is_indented_under_the_one_before_it() -> None:
    assert outline(indent(SOME, ["z"]))[-1] == "2 (c) z"
    assert outline(indent(SOME, ["x"])) == outline(SOME)
    assert outline(indent(SOME, ["y"]))[:3] == ["1 x", "1 (a) y", "1 (a) (i) y1"]
    assert outline(indent(SOME, ["y2a"])) == outline(SOME)


def test_an_item_is_outdented_right_after_its_parent() -> None:
    assert outline(outdent(SOME, ["y1"])) == ["1 x", "2 y", "2 (a) y2", "2 (a) (i) y2a", "3 y1", "4 z"]
    assert outline(outdent(SOME, ["y2a"]))[2:5] == ["2 (a) y1", "2 (b) y2", "2 (c) y2a"]
    assert outline(outdent(SOME, ["x"])) == outline(SOME)


def test_an_item_goes_with_all_that_is_under_it() -> None:
    assert outline(remove(SOME, ["y"])) == ["1 x", "2 z"]
    assert outline(remove(SOME, ["y1"])) == ["1 x", "2 y", "2 (a) y2", "2 (a) (i) y2a", "3 z"]
    with pytest.raises(KeyError):
        remove(SOME, ["nothing"])


def test_an_item_is_added_after_another_or_at_the_end() -> None:
    new = AgendaItem("new", MEETING.key, 7, OPENING)
    assert outline(add(SOME, new))[-1] == "4 new"
    assert outline(add(SOME, new, after="y1"))[3] == "2 (b) new"
    assert outline(add(SOME, new, after="x"))[1] == "2 new"
    assert outline(add(SOME, replace(new, parent="y2a")))[-2:] == ["2 (b) (i) a. new", "3 z"]


def test_several_items_move_together() -> None:
    assert outline(move(SOME, ["y", "z"], -1))[0] == "1 y"
    assert [line.split()[-1] for line in outline(move(SOME, ["y", "z"], -1)) if len(line.split()) == 2] == [
        "y",
        "z",
        "x",
    ]
    assert outline(move(SOME, ["x", "y"], 1))[:2] == ["1 z", "2 x"]
    assert outline(indent(SOME, ["y", "z"]))[:2] + outline(indent(SOME, ["y", "z"]))[-1:] == [
        "1 x", "1 (a) y", "1 (b) z",
    ]  # fmt: skip
    assert outline(outdent(SOME, ["y1", "y2"])) == ["1 x", "2 y", "3 y1", "4 y2", "4 (a) y2a", "5 z"]
    assert outline(remove(SOME, ["y", "y2", "x"])) == ["1 z"]
    assert [one.key for one in tops(SOME, ["y2a", "z", "y"])] == ["y", "z"]


def test_items_are_placed_before_after_and_into_others() -> None:
    assert outline(place(SOME, ["z", "y2"], Spot(before="x")))[:4] == ["1 y2", "1 (a) y2a", "2 z", "3 x"]
    assert outline(place(SOME, ["x"], Spot("y2a")))[-2:] == ["1 (b) (i) a. x", "2 z"]
    assert outline(place(SOME, ["z"], spot_after(SOME, "y1")))[3] == "2 (b) z"
    assert outline(place(SOME, ["y2"], Spot("y", "y1")))[2] == "2 (a) y2"
    assert outline(place(SOME, ["y", "x"], Spot(before="y"))) == outline(SOME)
    with pytest.raises(Problem):
        place(SOME, ["y"], Spot("y2"))
    with pytest.raises(Problem):
        place(SOME, ["z", "y"], Spot("y"))


def test_below_the_third_level_stand_letters_figures_and_so_on() -> None:
    deep = (1, 2, 3, 4, 5, 6, 7)
    labels = [[item_label(deep[:level], language) for level in range(1, 8)] for language in Language]
    assert labels == [
        ["1.", "(b)", "(iii)", "d.", "v.", "(6)", "(g)"],
        ["1.", "b)", "iii)", "d.", "v.", "6)", "g)"],
        ["1.", "b)", "iii)", "d.", "v.", "6)", "g)"],
    ]


ACTS = ("add", "up", "down", "indent", "outdent", "place", "remove")


def step(items: tuple[AgendaItem, ...], random: Random, new: str) -> tuple[AgendaItem, ...]:  # noqa: PLR0911
    """One act of an editor, on one item or on several."""
    if not items:
        return add(items, AgendaItem(new, MEETING.key, 0, OPENING))
    keys = random.sample([one.key for one in items], random.randint(1, min(3, len(items))))
    match random.choice(ACTS):
        case "add":
            return add(items, AgendaItem(new, MEETING.key, 0, OPENING), after=keys[0])
        case "up":
            return move(items, keys, -1)
        case "down":
            return move(items, keys, 1)
        case "indent":
            return indent(items, keys)
        case "outdent":
            return outdent(items, keys)
        case "place":
            try:
                return place(items, keys[1:], Spot(keys[0]) if random.random() < 0.5 else spot_after(items, keys[0]))
            except Problem:
                return items
        case _:
            return remove(items, keys[:1])


@settings(max_examples=10)
@given(st.integers(0, 2**32))
def test_whatever_is_done_500_times_positions_stay_dense_and_nothing_is_lost(seed: int) -> None:
    items, random = SOME, Random(seed)  # noqa: S311
    for number in range(500):
        before = {one.key: one for one in items}
        items = step(items, random, f"new{number}")
        there = numbered(items)
        keys = {one.item.key for one in there}
        assert len(there) == len(items) == len(keys), "each item stands in the tree exactly once"
        added, gone = keys - before.keys(), before.keys() - keys
        assert not (added and gone)
        assert not gone or all(one.parent not in gone for one in items)
        for one in there:
            assert one.item.key in added or one.item.title is before[one.item.key].title
        rows: dict[str | None, list[int]] = {}
        for one in there:
            rows.setdefault(one.item.parent, []).append(one.item.position)
        assert all(row == list(range(len(row))) for row in rows.values())


@given(st.sampled_from([one.key for one in SOME]))
def test_indent_and_outdent_undo_each_other_where_the_item_comes_back_to_its_place(key: str) -> None:
    indented = indent(SOME, [key])
    if indented != SOME:
        assert outline(outdent(indented, [key])) == outline(SOME)


def test_r37_an_annual_agenda_holds_review_and_future_directions() -> None:
    assert missing_purposes(()) == (Purpose.REVIEW, Purpose.FUTURE)
    assert missing_purposes((item(MEETING, purpose=Purpose.FUTURE),)) == (Purpose.REVIEW,)
    assert set(PURPOSE_LABELS) == set(Purpose)


@pytest.mark.parametrize("has_previous", [True, False])
@pytest.mark.parametrize("renewal", [True, False])
def test_r37_the_standard_items_serve_both_purposes_in_three_languages(has_previous: bool, renewal: bool) -> None:
    keys = (f"key{number}" for number in itertools.count())
    items = standard_items(MEETING, Occasion(has_previous, renewal), lambda: next(keys))
    assert missing_purposes(items) == ()
    assert [one.position for one in items] == list(range(10 + has_previous + renewal))
    purposes = [one.purpose for one in items]
    assert (Purpose.PREVIOUS_MINUTES in purposes) is has_previous
    assert (Purpose.COMMITTEE in purposes) is renewal
    assert purposes[:2] == [Purpose.OPENING, Purpose.ADOPTION]
    assert purposes[-2:] == [Purpose.OTHER_MATTERS, Purpose.CLOSURE]
    for one in items:
        assert {one.title.state(language) for language in Language} == {TextState.REVIEWED}
        assert (one.duration or 0) > 0


def test_r38_standard_items_say_what_is_expected_of_the_meeting() -> None:
    expected = {one.purpose: one.action for one in STANDARD_ITEMS}
    assert expected[Purpose.COMMITTEE] is ExpectedAction.ELECTION
    assert expected[Purpose.ADOPTION] is ExpectedAction.DECISION
    assert expected[Purpose.PREVIOUS_MINUTES] is ExpectedAction.INFORMATION


def test_the_conditional_items_follow_from_the_register() -> None:
    assert Occasion.of(FOUNDING, (FOUNDING,), ()) == Occasion(has_previous=False, renewal=True)
    second = meeting("2026-01-28", "2026-01-30", year=2025)
    assert Occasion.of(second, (FOUNDING, second), (term(),)) == Occasion(has_previous=True, renewal=False)
    assert Occasion.of(MEETING, (FOUNDING, second, MEETING), (term(),)) == Occasion(has_previous=True, renewal=True)


def test_french_titles_have_no_break_spaces_before_high_signs() -> None:
    for one in STANDARD_ITEMS:
        for at, sign in enumerate(one.title.fr):
            assert sign not in ":;!?" or one.title.fr[at - 1] == "\N{NO-BREAK SPACE}"
