"""(silent) What the Declaration leaves open has a default with its source, and other ways from a day on."""

import pytest

from nmirf_desktop.domain.declaration import RULES, rule
from nmirf_desktop.domain.practices import (
    BY_RULE,
    DEFAULTS,
    OPEN_QUESTIONS,
    Choice,
    Option,
    Practices,
    Question,
    Quorum,
    check_choice,
    quorum,
)
from nmirf_desktop.domain.refusals import Problem
from tests.domain.facts import day

THIRD = Choice("1", Question.QUORUM, Option.THIRD_AND_MAJORITY, day("2027-05-08"))
QUARTER = Choice("2", Question.QUORUM, Option.QUARTER_AND_MAJORITY, day("2028-05-08"))


def test_every_question_belongs_to_a_rule_and_every_option_to_one_question() -> None:
    assert set(OPEN_QUESTIONS) == set(Question)
    options = [way.option for known in OPEN_QUESTIONS.values() for way in known.ways]
    assert sorted(options) == sorted(Option)
    assert set(BY_RULE) <= {known.number for known in RULES}
    assert list(BY_RULE) == sorted(BY_RULE, key=lambda number: int(number[1:]))


def test_r17_the_default_of_a_silent_rule_is_the_first_way_of_its_question() -> None:
    practice = rule("R17").practice
    assert practice is not None
    assert OPEN_QUESTIONS[Question.QUORUM].default.sentence == practice.default


@pytest.mark.parametrize(
    ("on", "option"),
    [
        ("2027-05-07", Option.NO_QUORUM),
        ("2027-05-08", Option.THIRD_AND_MAJORITY),
        ("2028-05-07", Option.THIRD_AND_MAJORITY),
        ("2028-05-08", Option.QUARTER_AND_MAJORITY),
    ],
)
def test_what_was_chosen_last_holds_from_its_day_on(on: str, option: Option) -> None:
    practices = Practices.on((QUARTER, THIRD), day(on))
    assert practices.way(Question.QUORUM).option is option
    assert practices.holds(option)
    assert practices.way(Question.TIE).option is Option.REJECTED_AT_ONCE
    assert (practices.choice(Question.QUORUM) is None) is (option is Option.NO_QUORUM)


@pytest.mark.parametrize(
    ("members", "practices", "asked"),
    [
        (63, DEFAULTS, Quorum(0, 0)),
        (63, Practices((THIRD,)), Quorum(21, 32)),
        (64, Practices((THIRD,)), Quorum(22, 33)),
        (63, Practices((QUARTER,)), Quorum(16, 32)),
        (1, Practices((QUARTER,)), Quorum(1, 1)),
        (0, Practices((QUARTER,)), Quorum(0, 0)),
    ],
)
def test_r17_how_many_members_a_quorum_is(members: int, practices: Practices, asked: Quorum) -> None:
    assert quorum(practices, members) == asked


def test_an_answer_belongs_to_its_question_and_a_day_has_one() -> None:
    with pytest.raises(Problem) as wrong:
        check_choice(Choice("3", Question.TIE, Option.NO_QUORUM, day("2027-01-01")), ())
    assert wrong.value.field_name == "option"
    with pytest.raises(Problem) as twice:
        check_choice(Choice("3", Question.QUORUM, Option.NO_QUORUM, THIRD.since), (THIRD,))
    assert twice.value.field_name == "since"
    check_choice(THIRD, (THIRD, QUARTER))
