"""What lasts: a vote from its opening to its announcement, a suspension until the sitting goes on (R24, R25).

What happened meanwhile stands between the two ends, as the room had it. Where nothing did, both are told as one.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.drafting_decisions import Event, put_to_the_vote
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.voting import Vote
from nmirf_desktop.i18n import Catalog


def begun(facts: RecordedMeeting, vote: Vote) -> Iterator[Event]:
    """That the voting began, where something came before its result or before it was broken off."""
    ended = "vote" if vote.stopped_at is None else "broken off"
    if not vote.open:
        text = in_all(partial(_begun, facts, vote))
        yield Event(vote.opened_at, slot("voting", vote.key), text, until=slot(ended, vote.key))


def _begun(facts: RecordedMeeting, vote: Vote, words: Catalog) -> str:
    matter = put_to_the_vote(facts, vote, words)
    if not matter:
        return words.gettext("The Chair announced the beginning of the voting.")
    return words.gettext("The Chair announced the beginning of the voting on {matter}.").format(matter=matter)


def in_order(happened: Iterable[Event]) -> tuple[Event, ...]:
    """Events in the order of time; the two ends of what nothing came between are told as one, the *whole* of it."""
    told: list[Event] = []
    for event in sorted(happened, key=lambda one: one.at):
        if told and told[-1].until == event.slot:
            told[-1] = told[-1].whole or event
        else:
            told.append(event)
    return tuple(told)
