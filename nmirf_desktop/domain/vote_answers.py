"""What every member answered in a vote, as a table; and apart from it who was called again or changed its answer."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from types import MappingProxyType

from nmirf_desktop.domain.blocks import Block, Column, DataTable, Heading, Note
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.tally import counting
from nmirf_desktop.domain.vote_silence import Silence
from nmirf_desktop.domain.voting import ANSWER_LABELS, Act, Answer, Method, Position, Vote
from nmirf_desktop.i18n import N_, Catalog

IN_CALLING_ORDER = N_("Answers of the members in the order in which they were called")
LATER = N_("Second call, changes and corrections")
SECOND_CALL = N_("second call")
NOBODY: Mapping[StateCode, Silence] = MappingProxyType({})
MARK = "*"
MARKED = N_("* First answer; a later one stands in the table below.")
REMARKS = {
    Act.CHANGE: N_("changed before the announcement"),
    Act.REKEYED: N_("record corrected"),
}
"""What is noted beside a position that is not the first answer."""


def answered(
    vote: Vote, positions: Iterable[Position], facts: RecordedMeeting, told: Mapping[StateCode, Silence] = NOBODY
) -> Iterator[Block]:
    """The first answer of every member: in calling order for a roll call, else in each language's alphabetical order.

    What followed it stands in a table of its own: answers after a pass or silence, in the same call or in the second,
    changes and corrections. The first answer of such a member is marked: the lists of the vote have the last one. Of
    those who were silent in both calls, their number is told. Of who gave no answer stands why, as it is *told*.
    """
    written, closed = counting(positions, vote.closed_at), vote.closed_at
    called = vote.method is Method.ROLL_CALL
    given = {state: _as_said([one for one in written if one.state == state], closed) for state in vote.entitled}
    silent = {state for state, own in given.items() if _silent_twice(own)}
    rows = tuple(
        (Said.by(facts.states[state].said_in), *_given(own, told.get(state, Silence.UNTOLD)))
        for state, own in given.items()
    )
    member, answer = Column(Said.words(N_("Member")), 3), Column(Said.words(N_("Answer")), 2)
    yield Heading(Said.words(IN_CALLING_ORDER if called else N_("Answers of the members")))
    followed = [bool(row[-1]) and state not in silent for state, row in zip(given, rows, strict=True)]
    later = tuple(row for row, more in zip(rows, followed, strict=True) if more)
    first = tuple((row[0], _marked(row[1]) if more else row[1]) for row, more in zip(rows, followed, strict=True))
    yield DataTable((member, answer), first, alphabetical=not called, abreast=2)
    if silent:
        yield Note(Said.by(partial(_silent_words, len(silent))))
    if later:
        yield Note(Said.words(MARKED))
        columns = (member, Column(Said.words(N_("First answer")), 2), Column(Said.words(N_("Later answer")), 4))
        yield Heading(Said.words(LATER))
        yield DataTable(columns, later, alphabetical=not called, whole=True)


def _marked(answer: Said) -> Said:
    """An answer that a later one followed: "In favour*"."""
    return Said.by(lambda words: f"{answer.read(words.language).text}{MARK}")


def _as_said(written: Sequence[Position], closed: datetime.datetime | None) -> list[Position]:
    """(silent; part E) R27: what a member answered, without what was mis-keyed and put right before the announcement.

    Nothing was announced by it: it is the rapporteur's slip, and none of the member's answers.
    """
    said: list[Position] = []
    for one in written:
        if said and one.act is Act.REKEYED and (closed is None or one.at <= closed):
            said[-1] = replace(said[-1], answer=one.answer)
        else:
            said.append(one)
    return said


def _given(written: Sequence[Position], silence: Silence) -> tuple[Said, Said]:
    """The answer of a member to the first call, and the later ones, each with what it was.

    What was written of it together with others is none where it answered for itself in the same call. One that gave
    none to the end is said to have been absent, or silent, by its *silence*.
    """
    after = {id(one): then for one, then in pairwise(written)}
    own = [one for one in written if not (one.act is Act.TOGETHER and _its_own(one, after.get(id(one))))]
    first = next((one for one in own if one.act in (Act.ANSWER, Act.TOGETHER) and one.call == 1), None)
    later = [one for one in own if one is not first]
    answer = Answer.NO_ANSWER if first is None else first.answer
    return Said.by(partial(_answer, answer, silence)), Said.by(partial(_told, later, silence))


def _answer(answer: Answer, silence: Silence, words: Catalog) -> str:
    return silence.said_of_one(words) if answer is Answer.NO_ANSWER else words.gettext(ANSWER_LABELS[answer])


def _its_own(together: Position, then: Position | None) -> bool:
    """Whether a member answered for itself what had been written of it together with others."""
    return then is not None and (then.act, then.call) == (Act.ANSWER, together.call)


def _silent_twice(written: Sequence[Position]) -> bool:
    """Whether a member was called a second time and did not answer then either (R19)."""
    return bool(written) and written[-1].call > 1 and all(one.answer is Answer.NO_ANSWER for one in written)


def _silent_words(number: int, words: Catalog) -> str:
    return words.ngettext(
        "{n} member that had not answered in the first call did not answer in the second either.",
        "{n} members that had not answered in the first call did not answer in the second either.",
        number,
    ).format(n=words.number(number))


def _told(later: Sequence[Position], silence: Silence, words: Catalog) -> str:
    return sentence_start(words.series(_remarked(one, silence, words) for one in later))


def _remarked(one: Position, silence: Silence, words: Catalog) -> str:
    """A later answer with what it was; one that followed in the same call is an answer like any other."""
    answer = _answer(one.answer, silence, words)
    remark = REMARKS.get(one.act, SECOND_CALL if one.call > 1 else "")
    if not remark:
        return answer
    return words.pgettext("answer and remark", "{answer} ({remark})").format(
        answer=answer, remark=words.gettext(remark)
    )
