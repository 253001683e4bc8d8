"""*Network Meetings – Agenda*: the tree and its numbers, the standard items, the two purposes (R37, R38)."""

import itertools
from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda import (
    LEVELS,
    PURPOSE_LABELS,
    AgendaItem,
    ExpectedAction,
    Numbered,
    Purpose,
    add,
    indent,
    missing_purposes,
    move,
    numbered,
    outdent,
    remove,
    under,
)
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
    assert outline(move(SOME, "y", -1)) == ["1 y", "1 (a) y1", "1 (b) y2", "1 (b) (i) y2a", "2 x", "3 z"]
    assert outline(move(SOME, "y", 1))[-4:] == ["3 y", "3 (a) y1", "3 (b) y2", "3 (b) (i) y2a"]
    assert outline(move(SOME, "x", -1)) == outline(SOME)
    assert outline(move(SOME, "x", 9)) == ["1 y", "1 (a) y1", "1 (b) y2", "1 (b) (i) y2a", "2 z", "3 x"]


def test_an_item_is_indented_under_the_one_before_it() -> None:
    assert outline(indent(SOME, "z"))[-1] == "2 (c) z"
    assert outline(indent(SOME, "x")) == outline(SOME)
    assert outline(indent(SOME, "y")) == outline(SOME), "a fourth level would arise"
    assert outline(indent(SOME, "y2a")) == outline(SOME)


def test_an_item_is_outdented_right_after_its_parent() -> None:
    assert outline(outdent(SOME, "y1")) == ["1 x", "2 y", "2 (a) y2", "2 (a) (i) y2a", "3 y1", "4 z"]
    assert outline(outdent(SOME, "y2a"))[2:5] == ["2 (a) y1", "2 (b) y2", "2 (c) y2a"]
    assert outline(outdent(SOME, "x")) == outline(SOME)


def test_an_item_goes_with_all_that_is_under_it() -> None:
    assert outline(remove(SOME, "y")) == ["1 x", "2 z"]
    assert outline(remove(SOME, "y1")) == ["1 x", "2 y", "2 (a) y2", "2 (a) (i) y2a", "3 z"]
    with pytest.raises(KeyError):
        remove(SOME, "nothing")


def test_an_item_is_added_after_another_or_at_the_end() -> None:
    new = AgendaItem("new", MEETING.key, 7, OPENING)
    assert outline(add(SOME, new))[-1] == "4 new"
    assert outline(add(SOME, new, after="y1"))[3] == "2 (b) new"
    assert outline(add(SOME, new, after="x"))[1] == "2 new"
    with pytest.raises(Problem):
        add(SOME, replace(new, parent="y2a"))


ACTS = st.lists(
    st.tuples(st.sampled_from(["add", "up", "down", "indent", "outdent", "remove"]), st.integers(0, 30)), max_size=40
)


def step(items: tuple[AgendaItem, ...], act: str, key: str, new: str) -> tuple[AgendaItem, ...]:
    """One act of an editor."""
    match act:
        case "add":
            return add(items, AgendaItem(new, MEETING.key, 0, OPENING), after=key)
        case "up" | "down":
            return move(items, key, -1 if act == "up" else 1)
        case "indent":
            return indent(items, key)
        case "outdent":
            return outdent(items, key)
        case _:
            return remove(items, key)


@given(ACTS)
def test_whatever_is_done_positions_stay_dense_and_nothing_is_lost(acts: list[tuple[str, int]]) -> None:
    items = SOME
    fresh = itertools.count()
    for act, place in acts:
        if not items:
            return
        before = {one.key for one in items}
        items = step(items, act, items[place % len(items)].key, f"new{next(fresh)}")
        keys = [one.item.key for one in numbered(items)]
        assert len(keys) == len(items) == len(set(keys)), "each item stands in the tree exactly once"
        assert act == "remove" or set(keys) >= before
        assert max((one.level for one in numbered(items)), default=0) < LEVELS
        for parent in {one.parent for one in items}:
            assert [one.position for one in under(items, parent)] == list(range(len(under(items, parent))))


@given(st.sampled_from([one.key for one in SOME]))
def test_indent_and_outdent_undo_each_other_where_the_item_comes_back_to_its_place(key: str) -> None:
    indented = indent(SOME, key)
    if indented != SOME:
        assert outline(outdent(indented, key)) == outline(SOME)


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
        for place, sign in enumerate(one.title.fr):
            assert sign not in ":;!?" or one.title.fr[place - 1] == "\N{NO-BREAK SPACE}"
