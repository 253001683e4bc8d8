"""How answers are called, written and closed: a key press becomes a position, or a refusal (R16, R18, R19, R27)."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain.corrected_totals import TotalsCorrection
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable
from nmirf_desktop.domain.states import State, in_order
from nmirf_desktop.domain.tally import DECIDED, answered, as_written, result, standing
from nmirf_desktop.domain.voting import Act, Answer, Method, Outcome, Position, Vote
from nmirf_desktop.i18n import N_, Language, catalog

FIRST_CALL, SECOND_CALL = 1, 2
TOTALS_ONLY = {
    Method.SHOW_OF_HANDS: N_("In a vote by show of hands only the totals are recorded."),
    Method.SECRET_BALLOT: N_("In a secret ballot only the totals are recorded, and nothing of who voted how."),
}
"""Why no answer of a member is written, by the method."""
NOT_COUNTED = {
    Method.SHOW_OF_HANDS: N_("Enter the numbers of hands before closing the vote."),
    Method.SECRET_BALLOT: N_("Enter the count of the papers before closing the vote."),
}
"""What is missing before a vote without names is closed."""
AT_ONCE = frozenset({Answer.IN_FAVOUR, Answer.NO_ANSWER})
"""What is written of many States in one step."""


def roll_call_order(states: Iterable[State], drawn: StateCode | None = None) -> tuple[StateCode, ...]:
    """(silent; GA 87/127) R19: the English alphabetical order, from the State drawn by lot on, wrapping round.

    *states* are those entitled to vote. Without *drawn* it begins at the top, as for a vote that is not by roll call.

    Raises:
        Refusal: the State drawn is not entitled to vote.
    """
    order = [state.iso3 for state in in_order(states, catalog(Language.EN))]
    if drawn is None:
        return tuple(order)
    if drawn not in order:
        raise Refusal(N_("The name drawn by lot is not that of a member entitled to vote."), section="R19")
    first = order.index(drawn)
    return tuple(order[first:] + order[:first])


def call_number(vote: Vote, positions: Iterable[Position]) -> int:
    """(silent) R19: 2 once each State entitled was called and somebody passed or was silent, else 1.

    Only a roll call has a second call.
    """
    return call_of(vote, standing(positions, vote.closed_at))


def call_of(vote: Vote, found: Mapping[StateCode, Position]) -> int:
    """:func:`call_number` from the positions that stand."""
    if vote.method is not Method.ROLL_CALL or any(state not in found for state in vote.entitled):
        return FIRST_CALL
    again = any(_is_open(vote, one) or one.call == SECOND_CALL for one in found.values())
    return SECOND_CALL if again else FIRST_CALL


def _is_open(vote: Vote, position: Position) -> bool:
    """Whether a State has still to be called again: it passed, or was silent at the first call of a roll call."""
    if position.answer is Answer.NO_ANSWER:
        return vote.method is Method.ROLL_CALL and position.call == FIRST_CALL
    return position.answer is Answer.PASSED


def _again(vote: Vote, found: Mapping[StateCode, Position]) -> tuple[StateCode, ...]:
    """Who is called again, in calling order: those who passed and those who did not answer (R19)."""
    again = {state for state, one in found.items() if _is_open(vote, one)}
    return tuple(state for state in vote.entitled if state in again)


def still_missing(vote: Vote, positions: Iterable[Position]) -> tuple[StateCode, ...]:
    """(silent; part E) R19: who is still to be called, in that order: first calls, then second calls.

    In a recorded vote it is who has no position yet; a show of hands calls nobody.
    """
    return missing_of(vote, standing(positions, vote.closed_at))


def missing_of(vote: Vote, found: Mapping[StateCode, Position]) -> tuple[StateCode, ...]:
    """:func:`still_missing` from the positions that stand."""
    if not vote.method.named:
        return ()
    return tuple(state for state in vote.entitled if state not in found) + _again(vote, found)


def cast(
    vote: Vote, positions: Collection[Position], wanted: Position, states: Mapping[StateCode, Sayable]
) -> Position | None:
    """*Decision-Making Procedure* (R16, R18, R27): whether an answer may be written, and the position to write.

    *wanted* is the answer as it was keyed, with its key and the time; its call is set here, and its time is moved
    behind the answers already written where the clock was set back. *states* names States in refusals.
    The same key press repeated, and an answer that stands already, give ``None``: there is nothing to write. What a
    State has only together with others does not stand so: its own answer is written, be it the same.

    Raises:
        Refusal: a State that is not entitled, a second vote, a change after the announcement, an answer that the
            method does not know, a correction of nothing.
        Problem: a correction of the record after the announcement without its reason.
    """
    check_not_broken_off(vote)
    if not vote.method.named:
        raise Refusal(TOTALS_ONLY[vote.method], section="R18")
    if wanted.state not in vote.entitled:
        raise _refusal(N_("{state} is not entitled to vote in this vote."), "R7", wanted, states)
    if any(position.key == wanted.key for position in positions):
        return None
    found = standing(positions, vote.closed_at)
    before = _last_note(positions, wanted.state) if wanted.act is Act.INTENDED else found.get(wanted.state)
    call = _checked_call(vote, found, wanted, states, noted=before is not None)
    if before is not None and (before.answer, before.call) == (wanted.answer, call) and not _its_own(wanted, before):
        return None
    return replace(wanted, call=call, at=after(vote, positions, wanted.at))


def _its_own(wanted: Position, before: Position) -> bool:
    """Whether a State answers for itself what was so far written of it together with others (part E)."""
    return wanted.act is Act.ANSWER and before.act is Act.TOGETHER


def together(
    vote: Vote, positions: Collection[Position], answer: Answer, there: Collection[StateCode]
) -> tuple[StateCode, ...]:
    """(silent; part E) R18, R19: of which States one key writes the same *answer*, in calling order.

    In favour are all who are present (*there*), once the Chair asked who is not; not answering are all who are left. In
    the second call of a roll call, once the Chair asked who of them votes, these are all who were silent in the first:
    who passed is there, and is called by name. Whoever has a position keeps it; exceptions answer for themselves after.

    Raises:
        Refusal: the result was announced, each member is to be called, or nobody is left of whom to write it.
    """
    check_not_broken_off(vote)
    _check_not_announced(vote)
    found = standing(positions)
    _check_at_once(vote, answer, call_of(vote, found))
    left = missing_of(vote, found)
    if vote.method is Method.ROLL_CALL:
        return _silent(left, found)
    wanted = left if answer is Answer.NO_ANSWER else tuple(state for state in left if state in there)
    if not left:
        raise Refusal(N_("Every member has an answer already, or was recorded as not answering."), section="R16")
    if not wanted:
        raise Refusal(
            N_("None of the members still to answer is noted as present. Mark who is there, then press the key again."),
            section="R18",
        )
    return wanted


def _silent(left: Collection[StateCode], found: Mapping[StateCode, Position]) -> tuple[StateCode, ...]:
    """Those who are called a second time because they were silent. Raises ``Refusal`` where only others are left."""
    silent = tuple(state for state in left if found[state].answer is Answer.NO_ANSWER)
    if left and not silent:
        raise Refusal(
            N_("Who passed is called by name: nothing was recorded. Record its answer, or that it gave none."),
            section="R19",
        )
    if not left:
        raise Refusal(N_("Every member has an answer already, or was recorded as not answering."), section="R16")
    return silent


def at_once(method: Method, call: int) -> frozenset[Answer]:
    """Which answers one key writes of many members: those of a recorded vote, or silence in a second call (R19)."""
    if method is Method.ROLL_CALL:
        return frozenset({Answer.NO_ANSWER}) if call == SECOND_CALL else frozenset()
    return AT_ONCE if method.named else frozenset()


def _check_at_once(vote: Vote, answer: Answer, call: int) -> None:
    if answer in at_once(vote.method, call):
        return
    if vote.method is Method.ROLL_CALL:
        raise Refusal(N_("In a roll call each member is called and answers for itself."), section="R19")
    if not vote.method.named:
        raise Refusal(TOTALS_ONLY[vote.method], section="R18")
    raise Refusal(N_("Only in favour, or no answer, is written of many members at once."), section="R18")


def _last_note(positions: Iterable[Position], state: StateCode) -> Position | None:
    """The last note of what a State had intended, which another note would supersede."""
    notes = [one for one in as_written(positions) if one.act is Act.INTENDED and one.state == state]
    return notes[-1] if notes else None


def _checked_call(
    vote: Vote,
    found: Mapping[StateCode, Position],
    wanted: Position,
    states: Mapping[StateCode, Sayable],
    *,
    noted: bool,
) -> int:
    """The call to which an answer belongs, once its act allows it; *found* are the positions that stand.

    *noted* says whether the same was written of the State before.
    """
    before = found.get(wanted.state)
    match wanted.act:
        case Act.ANSWER:
            return _check_answer(vote, found, wanted, states)
        case Act.TOGETHER:
            return _check_together(vote, found, wanted, states)
        case Act.CHANGE:
            return _check_change(vote, before, wanted, states)
        case Act.REKEYED:
            return _check_rekeyed(vote, before, wanted, states)
        case Act.INTENDED:
            return _check_intended(vote, before, wanted, states, noted=noted)


def after(vote: Vote, written: Iterable[Position | TotalsCorrection], at: datetime.datetime) -> datetime.datetime:
    """The time of an answer or correction, later than all *written* of the vote, even where the clock was set back."""
    earlier = [one.at for one in written]
    if vote.closed_at is not None:
        earlier.append(vote.closed_at)
    return max(at, max(earlier) + datetime.timedelta(microseconds=1)) if earlier else at


def _refusal(message: str, section: str, wanted: Position, states: Mapping[StateCode, Sayable]) -> Refusal:
    return Refusal(message, {"state": states.get(wanted.state, wanted.state)}, section=section)


def check_not_broken_off(vote: Vote) -> None:
    """Raises ``Refusal`` for a vote that was broken off: nothing more is recorded in it."""
    if vote.stopped_at is not None:
        raise Refusal(N_("This vote was broken off: nothing more is recorded in it."), section="R25")


def break_off(vote: Vote, at: datetime.datetime, reason: str) -> Vote:
    """(silent; GA 88/128) R25: the Chair breaks a vote off; what was answered is kept, and it has no result.

    Raises:
        Refusal: its result was announced, or it was broken off already.
        Problem: the reason is missing.
    """
    check_not_broken_off(vote)
    if vote.closed_at is not None:
        raise Refusal(
            N_("The result was announced: the vote is broken off no more. Correct its record."), section="R27"
        )
    if not reason.strip():
        raise Problem(N_("Say why the vote is broken off."), field_name="reason")
    return replace(vote, stopped_at=max(at, vote.opened_at), stopped_for=reason.strip())


def _check_not_announced(vote: Vote) -> None:
    if vote.closed_at is not None:
        raise Refusal(
            N_("The result has been announced: an answer no longer changes, only what was intended can be noted."),
            section="R27",
        )


def _check_decided(wanted: Position) -> None:
    if wanted.answer not in DECIDED:
        raise Refusal(N_("Choose in favour, against, abstaining or not participating."), section="R27")


def _check_answer(
    vote: Vote, found: Mapping[StateCode, Position], wanted: Position, states: Mapping[StateCode, Sayable]
) -> int:
    _check_not_announced(vote)
    call, before = call_of(vote, found), found.get(wanted.state)
    if before is not None and answered(before):
        if before.answer is not wanted.answer:
            raise _refusal(
                N_("{state} has already answered, and each member has one vote: record a change instead."),
                "R16",
                wanted,
                states,
            )
        return before.call
    if wanted.answer is Answer.PASSED:
        _check_pass(vote, call, wanted, states)
    return call


def _check_pass(vote: Vote, call: int, wanted: Position, states: Mapping[StateCode, Sayable]) -> None:
    if vote.method is not Method.ROLL_CALL:
        raise Refusal(N_("Only in a roll call can a member pass."), section="R18")
    if call == SECOND_CALL:
        raise _refusal(
            N_("In the second call {state} answers, or is recorded as not answering."), "R19", wanted, states
        )


def _check_together(
    vote: Vote, found: Mapping[StateCode, Position], wanted: Position, states: Mapping[StateCode, Sayable]
) -> int:
    _check_not_announced(vote)
    call, before = call_of(vote, found), found.get(wanted.state)
    _check_at_once(vote, wanted.answer, call)
    if before is not None and before.answer is not wanted.answer and not _is_open(vote, before):
        raise _refusal(N_("{state} has a position already, which stays."), "R16", wanted, states)
    return call


def _check_change(vote: Vote, before: Position | None, wanted: Position, states: Mapping[StateCode, Sayable]) -> int:
    _check_not_announced(vote)
    _check_decided(wanted)
    if before is None or before.answer not in DECIDED:
        raise _refusal(N_("{state} has not answered yet: there is nothing to change."), "R27", wanted, states)
    return before.call


def _check_rekeyed(vote: Vote, before: Position | None, wanted: Position, states: Mapping[StateCode, Sayable]) -> int:
    if before is None:
        raise _refusal(N_("No answer was recorded ({state}): there is nothing to correct."), "R27", wanted, states)
    if wanted.answer is Answer.PASSED:
        _check_pass(vote, before.call if vote.closed_at is None else SECOND_CALL, wanted, states)
    if vote.closed_at is not None and not wanted.reason.strip():
        raise Problem(
            N_("Give the reason for the correction: the result has already been announced."), field_name="reason"
        )
    return before.call


def _check_intended(
    vote: Vote, before: Position | None, wanted: Position, states: Mapping[StateCode, Sayable], *, noted: bool
) -> int:
    """*noted* says whether a note of the State is there, which the answer as it is recorded takes back."""
    if vote.closed_at is None:
        raise Refusal(
            N_("What was intended is noted once the result has been announced; until then an answer can be changed."),
            section="R27",
        )
    _check_decided(wanted)
    if before is not None and before.answer is wanted.answer and not noted:
        raise _refusal(N_("{state} is already recorded with this answer."), "R27", wanted, states)
    return FIRST_CALL


@dataclass(frozen=True, slots=True)
class Closing:
    """The announcement of a result: when, the Chair's word where it was given, and why it differs from the numbers."""

    at: datetime.datetime
    declared: Outcome | None = None
    divergence: str = ""


def close(vote: Vote, positions: Collection[Position], closing: Closing, states: Mapping[StateCode, Sayable]) -> Vote:
    """*Decision-Making Procedure* (R14, R19, R27): the vote as it is announced; from then on totals stand.

    Raises:
        Refusal: it is closed already, hands were not counted, or members have neither answered nor been recorded as
            not answering.
        Problem: the Chair declared another outcome than the numbers give, and the reason is missing.
    """
    check_not_broken_off(vote)
    if vote.closed_at is not None:
        raise Refusal(N_("The result of this vote has already been announced."), section="R27")
    if not vote.method.named and vote.hands is None:
        raise Refusal(NOT_COUNTED[vote.method], section="R18")
    missing = still_missing(vote, positions)
    if missing:
        raise Refusal(
            N_("Record an answer, or that there was none, before closing the vote: {states}."),
            {"states": Listed(tuple(states.get(state, state) for state in missing))},
            section="R19",
        )
    computed = result(vote, positions).outcome
    if closing.declared is not None and closing.declared is not computed and not closing.divergence.strip():
        raise Problem(
            N_("Say why the outcome declared by the Chair differs from the numbers."), field_name="divergence"
        )
    at = max([closing.at, vote.opened_at, *(position.at for position in positions)])
    return replace(vote, closed_at=at, declared=closing.declared, divergence=closing.divergence.strip())
