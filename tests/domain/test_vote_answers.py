"""The table of answers never says other than the tally, whatever was written of a State and in whichever order."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.blocks import DataTable, Note
from nmirf_desktop.domain.casting import cast
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.vote_answers import answered
from nmirf_desktop.domain.voting import Act, Answer, Method, Position, Vote
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import facts

Written = tuple[Answer, Act]


@pytest.fixture
def known() -> RecordedMeeting:
    return facts()


@pytest.fixture
def vote(known: RecordedMeeting) -> Vote:
    """A roll call that is still open."""
    return replace(next(one for one in known.votes if one.method is Method.ROLL_CALL), closed_at=None)


def told(known: RecordedMeeting, vote: Vote, *written: Written) -> list[list[str]]:
    """The rows of the first State called, in each table, where it gave these answers before the next was called."""
    positions: list[Position] = []
    state = vote.entitled[0]
    for number, (answer, act) in enumerate(written):
        at = vote.opened_at + datetime.timedelta(seconds=number)
        position = cast(vote, positions, Position(f"p{number}", vote.key, state, answer, at, act=act), known.states)
        assert position is not None
        positions.append(position)
    return listed(known, vote, positions)


def written(vote: Vote, answer: Answer, act: Act, seconds: int) -> Position:
    """What was written of the first State called, so many seconds after the opening."""
    at = vote.opened_at + datetime.timedelta(seconds=seconds)
    return Position(f"p{seconds}", vote.key, vote.entitled[0], answer, at, act=act, reason="Misheard.")


def listed(known: RecordedMeeting, vote: Vote, positions: list[Position]) -> list[list[str]]:
    """The rows of the first State called, in each table, without its name."""
    tables = [block for block in answered(vote, positions, known) if isinstance(block, DataTable)]
    name = known.states[vote.entitled[0]].short.en
    rows = [[cell.read(Language.EN).text for cell in row] for table in tables for row in table.rows]
    return [row[1:] for row in rows if row[0] == name]


@pytest.mark.parametrize(("before", "said"), [(Answer.PASSED, "Passed"), (Answer.NO_ANSWER, "No answer")])
def test_r16_an_answer_after_a_pass_or_silence_in_the_same_call_is_told(
    known: RecordedMeeting, vote: Vote, before: Answer, said: str
) -> None:
    rows = told(known, vote, (before, Act.ANSWER), (Answer.AGAINST, Act.ANSWER))
    assert rows == [[f"{said}*"], [said, "Against"]]


def test_r19_who_was_silent_in_both_calls_is_counted_below_the_answers_and_is_no_change(
    known: RecordedMeeting, vote: Vote
) -> None:
    first = vote.opened_at + datetime.timedelta(seconds=1)
    again = vote.opened_at + datetime.timedelta(minutes=1)
    answers = [Answer.NO_ANSWER, Answer.NO_ANSWER, Answer.PASSED, *[Answer.AGAINST] * (len(vote.entitled) - 3)]
    positions = [
        Position(f"p{place:03}", vote.key, state, answer, first)
        for place, (state, answer) in enumerate(zip(vote.entitled, answers, strict=True))
    ]
    positions += [
        Position(f"q{place:03}", vote.key, state, Answer.NO_ANSWER, again, call=2, act=Act.TOGETHER)
        for place, state in enumerate(vote.entitled[:3])
    ]
    blocks = tuple(answered(vote, positions, known))
    note, _ = (block for block in blocks if isinstance(block, Note))
    assert note.text.read(Language.EN).text == (
        "2 members that had not answered in the first call did not answer in the second either."
    )
    _, later = (block for block in blocks if isinstance(block, DataTable))
    assert [[cell.read(Language.EN).text for cell in row][1:] for row in later.rows] == [
        ["Passed", "No answer (second call)"]
    ]


def test_r19_an_answer_after_silence_was_written_of_all_who_were_left_takes_its_place(
    known: RecordedMeeting, vote: Vote
) -> None:
    def at(minutes: int) -> datetime.datetime:
        return vote.opened_at + datetime.timedelta(minutes=minutes)

    first, *others = vote.entitled
    positions = [
        Position("a", vote.key, first, Answer.NO_ANSWER, at(1)),
        *(Position(f"p{code}", vote.key, code, Answer.AGAINST, at(1)) for code in others),
        Position("b", vote.key, first, Answer.NO_ANSWER, at(2), call=2, act=Act.TOGETHER),
        Position("c", vote.key, first, Answer.IN_FAVOUR, at(3), call=2),
    ]
    assert listed(known, vote, positions) == [["No answer*"], ["No answer", "In favour (second call)"]]


def test_r27_each_change_and_correction_is_told_with_what_it_was(known: RecordedMeeting, vote: Vote) -> None:
    closed = replace(vote, closed_at=vote.opened_at + datetime.timedelta(seconds=9))
    given = [(Answer.IN_FAVOUR, Act.ANSWER, 1), (Answer.AGAINST, Act.CHANGE, 2), (Answer.ABSTAINING, Act.REKEYED, 10)]
    rows = listed(known, closed, [written(vote, *one) for one in given])
    assert rows == [
        ["In favour*"],
        ["In favour", "Against (changed before the announcement); Abstaining (record corrected)"],
    ]


def test_an_answer_that_a_later_one_followed_is_marked_and_the_mark_is_explained_in_each_language(
    known: RecordedMeeting, vote: Vote
) -> None:
    """54 stood there as in favour, without a mark, and 53 in the list."""
    closed = replace(vote, closed_at=vote.opened_at + datetime.timedelta(seconds=9))
    plain = list(answered(closed, [written(vote, Answer.IN_FAVOUR, Act.ANSWER, 1)], known))
    assert not [one for one in plain if isinstance(one, Note)]
    given = [written(vote, *one) for one in ((Answer.IN_FAVOUR, Act.ANSWER, 1), (Answer.AGAINST, Act.REKEYED, 10))]
    (note,) = [one for one in answered(closed, given, known) if isinstance(one, Note)]
    assert note.text.read(Language.EN).text == "* First answer; a later one stands in the table below."
    assert {note.text.read(language).text[0] for language in Language} == {"*"}


def test_r27_what_was_mis_keyed_and_put_right_before_the_announcement_is_no_answer(
    known: RecordedMeeting, vote: Vote
) -> None:
    favour, slip = (Answer.IN_FAVOUR, Act.ANSWER), (Answer.AGAINST, Act.REKEYED)
    assert told(known, vote, favour, slip) == [["Against"]]
    changed = told(known, vote, favour, (Answer.ABSTAINING, Act.CHANGE), slip)
    assert changed == [["In favour*"], ["In favour", "Against (changed before the announcement)"]]


def test_an_exception_to_all_in_favour_is_a_first_answer_and_a_later_change_is_told(
    known: RecordedMeeting, vote: Vote
) -> None:
    recorded = replace(vote, method=Method.RECORDED)
    together, against = (Answer.IN_FAVOUR, Act.TOGETHER), (Answer.AGAINST, Act.ANSWER)
    assert told(known, recorded, together) == [["In favour"]]
    assert told(known, recorded, together, against) == [["Against"]]
    itself = (Answer.IN_FAVOUR, Act.ANSWER)
    assert told(known, recorded, together, itself) == [["In favour"]]
    assert told(known, recorded, together, itself, (Answer.AGAINST, Act.CHANGE)) == [
        ["In favour*"],
        ["In favour", "Against (changed before the announcement)"],
    ]
    assert told(known, recorded, together, (Answer.AGAINST, Act.CHANGE)) == [
        ["In favour*"],
        ["In favour", "Against (changed before the announcement)"],
    ]


def test_what_was_only_intended_and_a_second_plain_answer_are_no_later_answers(
    known: RecordedMeeting, vote: Vote
) -> None:
    at = vote.opened_at
    written = [
        Position("a", vote.key, vote.entitled[0], Answer.IN_FAVOUR, at),
        Position("b", vote.key, vote.entitled[0], Answer.AGAINST, at + datetime.timedelta(1), act=Act.INTENDED),
        Position("c", vote.key, vote.entitled[0], Answer.AGAINST, at + datetime.timedelta(2)),
    ]
    assert len([block for block in answered(vote, written, known) if isinstance(block, DataTable)]) == 1
