"""Whose answer was put right after the announcement of a vote, and why; a reason is quoted as it was typed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import counting
from nmirf_desktop.domain.typography import left_alone, with_apostrophes
from nmirf_desktop.domain.voting import ANSWER_LABELS, Act, Position, Vote
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.i18n.stops import without_stop


def rekeyed_sentences(
    vote: Vote, positions: Iterable[Position], states: Mapping[StateCode, State]
) -> Iterator[Callable[[Catalog], str]]:
    """(silent; part E) R27: each answer that was put right after the announcement, with what it had been and why."""
    before: dict[StateCode, Position] = {}
    for one in counting(positions, vote.closed_at):
        if one.act is Act.REKEYED and one.state in before and vote.closed_at is not None and one.at > vote.closed_at:
            yield partial(_put_right, states[one.state], before[one.state], one)
        before[one.state] = one


def _put_right(state: State, before: Position, right: Position, words: Catalog) -> str:
    said = words.gettext("The answer {of_state}, recorded as “{before}”, was corrected to “{after}”.").format(
        before=words.gettext(ANSWER_LABELS[before.answer]),
        after=words.gettext(ANSWER_LABELS[right.answer]),
        **forms(state, words.language),
    )
    if not right.reason.strip():
        return said
    return words.pgettext("two sentences", "{first} {second}").format(first=said, second=because(right.reason, words))


def because(reason: str, words: Catalog) -> str:
    """Why a record was put right, as it was typed: in which language is not recorded."""
    return words.gettext("Reason: “{reason}”.").format(reason=as_typed(reason))


def as_typed(reason: str) -> str:
    """A reason to be quoted in a sentence of any language, as it was typed; the sentence has the stop, "etc." its own.

    Its apostrophes are those of print, whatever its language; of its quotes nobody knows which one has.
    """
    return left_alone(with_apostrophes(without_stop(reason.strip())))
