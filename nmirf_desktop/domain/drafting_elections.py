"""What an election decided, as an official report says it: who stood, each ballot with its result, lots, acclamation.

The numbers of a ballot are blocks of the paper (``minutes_blocks``), never retyped. Who voted is said nowhere.
"""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial, reduce

from nmirf_desktop.domain.acclaimed import acclaimed_sentences
from nmirf_desktop.domain.candidature_turns import Turn, nominated_sentence, turns
from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.drafting_decisions import Event
from nmirf_desktop.domain.election_board import BallotView, ElectionBoard, Name, in_order
from nmirf_desktop.domain.election_papers import came_of, ended_at, every_election
from nmirf_desktop.domain.election_places import left_vacant, to_be_filled
from nmirf_desktop.domain.election_reopened import announced_sentence, of_the_committee, own_title, reopened_sentence
from nmirf_desktop.domain.election_rules import How
from nmirf_desktop.domain.election_sentences import (
    corrected_sentence,
    listed,
    lot_sentence,
    result_sentences,
    withdrawn_sentence,
)
from nmirf_desktop.domain.election_slates import off_slate_sentences
from nmirf_desktop.domain.elections import BallotKind, Election, ElectionBallot
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.officers import Office, office_elected
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.rekeyed import as_typed
from nmirf_desktop.i18n import Catalog

AT_ONCE = datetime.timedelta(microseconds=1)
"""What is told before something else stands so long before it."""


def events(facts: RecordedMeeting, item: Key) -> Iterator[Event]:
    """What the elections under an item decided, each at its moment; one that decided nothing is not mentioned.

    A turn of one, from its opening or its reopening on, is told whole before the next turn of another begins (R27).
    """
    held = [one for one in every_election(facts) if one.election.item == item and came_of(one)]
    heard = [one.at for one in facts.interventions if one.item == item]
    for one in held:
        begun = _begun(one)
        others = sorted(at for other in held if other is not one for at in _begun(other))
        for event in sorted((*_of(one, heard), *_announced(one, others)), key=lambda event: event.at):
            turn = max((at for at in begun if at <= event.at), default=begun[0])
            following = next((at for at in others if at > turn), None)
            yield event if following is None else replace(event, at=min(event.at, following - AT_ONCE))


def _begun(one: ElectionBoard) -> list[datetime.datetime]:
    """When an election was opened, and each time that it was reopened."""
    return [one.election.opened_at, *(again.at for again in one.reopened)]


def _of(one: ElectionBoard, heard: Collection[datetime.datetime]) -> Iterator[Event]:
    """What became of an election, from its opening on; who was nominated after somebody was *heard* is named there."""
    first, *later = turns(one, heard)
    yield Event(one.election.opened_at, slot("election", one.election.key), in_all(partial(_opened, one, first)))
    yield from _reopened(one)
    yield from _withdrawn(one)
    for view in one.ballots:
        yield from _ballot(one, view)
    for turn in later:
        yield Event(turn.at, slot("nominated", turn.names[0].key), in_all(partial(nominated_sentence, turn)))
    yield from _ended(one)


def _reopened(one: ElectionBoard) -> Iterator[Event]:
    """R27: each time that an acclamation which was announced was put right, who had been announced, and why."""
    for place, again in enumerate(one.reopened):
        key = one.election.key if not place else f"{one.election.key} {place + 1}"
        yield Event(again.at, slot("election reopened", key), in_all(partial(reopened_sentence, one, again)))


def _announced(one: ElectionBoard, others: Collection[datetime.datetime]) -> Iterator[Event]:
    """An acclamation that was put right after another election had begun, where it was announced."""
    for place, again in enumerate(one.reopened):
        at = again.announced_at
        if at is not None and again.names and any(at <= other < again.at for other in others):
            key = one.election.key if not place else f"{one.election.key} {place + 1}"
            yield Event(at, slot("election announced", key), in_all(partial(announced_sentence, again)))


def _opened(one: ElectionBoard, first: Turn, words: Catalog) -> str:
    begun = _joined(words, _proceeded(one.election, words), sentence_start(to_be_filled(one.election, words)))
    names = in_order(first.names, words)
    if not names:
        return begun
    stood = words.ngettext(
        "The following candidate stood: {names}.", "The following candidates stood: {names}.", len(names)
    )
    return _joined(words, begun, stood.format(names=listed(names, words)))


def _proceeded(election: Election, words: Catalog) -> str:
    """That an election began: a usual one as a sentence says it, another one by its title."""
    if of_the_committee(election):
        return words.gettext("The meeting proceeded to the election of the Executive Committee.")
    match office_elected(election.title):
        case Office.CHAIR:
            return words.gettext("The meeting proceeded to the election of the Chair.")
        case Office.VICE_CHAIR:
            return words.gettext("The meeting proceeded to the election of the Vice-Chair.")
        case Office.RAPPORTEUR:
            return words.gettext("The meeting proceeded to the election of the Rapporteur.")
        case None:
            frame = words.gettext("The meeting proceeded to an election (“{title}”).")
            return frame.format(title=own_title(election, words))


def _withdrawn(one: ElectionBoard) -> Iterator[Event]:
    """Who no longer stood, and when: before a ballot, or after one."""
    for name in one.names:
        at = name.candidate.withdrawn_at
        if at is not None:
            told = in_all(partial(_no_longer, one, name, at))
            yield Event(max(at, one.election.opened_at), slot("candidate withdrawn", name.key), told)


def _no_longer(one: ElectionBoard, name: Name, at: datetime.datetime, words: Catalog) -> str:
    """That a candidature was withdrawn; an acclamation that was put right is told apart by no ballot."""
    begun = [view.ballot for view in one.ballots if view.ballot.opened_at < at]
    if any(again.at <= at and (not begun or begun[-1].opened_at < again.at) for again in one.reopened):
        return withdrawn_sentence(name, words)
    return _gone(name, at, begun[-1], words) if begun else _gone_before(one, name, words)


def _gone_before(one: ElectionBoard, name: Name, words: Catalog) -> str:
    """That a candidature was withdrawn before a ballot or the acclamation; where neither followed, before nothing."""
    if one.ballots:
        said = words.gettext("Before a vote was taken, the candidature of the following was withdrawn: {name}.")
    elif one.election.acclaimed_at is not None and not one.reopened:
        said = words.gettext(
            "Before the election by acclamation, the candidature of the following was withdrawn: {name}."
        )
    else:
        return withdrawn_sentence(name, words)
    return said.format(name=name.said_in(words))


def _gone(name: Name, at: datetime.datetime, last: ElectionBallot, words: Catalog) -> str:
    """That a candidature was withdrawn after the *last* ballot, or while it went on."""
    if last.closed_at is None or at < last.closed_at:
        said = words.gettext("During ballot {number}, the candidature of the following was withdrawn: {name}.")
    else:
        said = words.gettext("After ballot {number}, the candidature of the following was withdrawn: {name}.")
    return said.format(number=words.number(last.number), name=name.said_in(words))


def _ballot(one: ElectionBoard, view: BallotView) -> Iterator[Event]:
    """That a ballot was taken, its result, what the record had said before it was put right, and the lot."""
    ballot, closed = view.ballot, view.ballot.closed_at
    if closed is None:
        return
    yield Event(closed, slot("ballot", ballot.key), in_all(partial(_taken, view)))
    yield Event(closed, slot("elected", ballot.key), in_all(partial(_result, view)))
    for correction in view.corrections:
        text = in_all(partial(corrected_sentence, view, correction))
        yield Event(closed, slot("ballot corrected", correction.key), text)
    if ballot.lot and ballot.lot_at is not None:
        yield Event(ballot.lot_at, slot("lot", ballot.key), in_all(partial(lot_sentence, one, view)))


def _taken(view: BallotView, words: Catalog) -> str:
    taken = _secret(view.ballot.kind, words).format(number=words.number(view.ballot.number))
    return _joined(words, taken, words.gettext("The result was as follows:"))


def _secret(kind: BallotKind, words: Catalog) -> str:
    match kind:
        case BallotKind.OPEN:
            return words.gettext("A vote was taken by secret ballot (ballot {number}, unrestricted).")
        case BallotKind.RESTRICTED:
            return words.gettext("A vote was taken by secret ballot (ballot {number}, restricted).")
        case BallotKind.TIED_FOR_SEAT:
            return words.gettext(
                "Votes being equal for the last seat, a special vote was taken by secret ballot among the tied "
                "(ballot {number})."
            )
        case BallotKind.TIED_FOR_LIST:
            return words.gettext(
                "Votes being equal for the last place on the restricted list, a special vote was taken by secret "
                "ballot among the tied (ballot {number})."
            )


def _result(view: BallotView, words: Catalog) -> str:
    """Who was elected by the numbers or as the Chair declared; a lot that was drawn afterwards is said in its place."""
    lines = (
        replace(line, elected=None) if line.elected is not None and line.elected.how is How.LOT else line
        for line in view.lines
    )
    said = list(result_sentences(replace(view, lines=tuple(lines)), words))
    if view.ballot.divergence:
        frame = words.gettext(
            "The Chair declared a result other than that of the numbers, for this reason: “{reason}”."
        )
        said.append(frame.format(reason=as_typed(view.ballot.divergence)))
    return _joined(words, *said)


def _ended(one: ElectionBoard) -> Iterator[Event]:
    """Who was elected by acclamation, why the meeting broke the election off, and how many seats stayed vacant."""
    election, now = one.election, one.standing
    if election.acclaimed_at is not None:
        yield Event(election.acclaimed_at, slot("acclamation", election.key), in_all(partial(_acclaimed, one)))
    if election.stopped_at is not None:
        yield Event(election.stopped_at, slot("election stopped", election.key), in_all(partial(_stopped, one)))
    elif now.left and now.following is None and one.open is None:
        yield Event(ended_at(one), slot("seats left", election.key), in_all(partial(_vacant, election, now.left)))


def _acclaimed(one: ElectionBoard, words: Catalog) -> str:
    return _joined(words, *acclaimed_sentences(one, words), *off_slate_sentences(one, words))


def _stopped(one: ElectionBoard, words: Catalog) -> str:
    frame = words.gettext("The meeting broke the election off, for this reason: “{reason}”.")
    reason = frame.format(reason=as_typed(one.election.reason))
    return _joined(words, reason, _vacant(one.election, one.standing.left, words))


def _vacant(election: Election, left: int, words: Catalog) -> str:
    """A number is in words where it is small: also where the sentence begins."""
    return sentence_start(left_vacant(election, left, words))


def _joined(words: Catalog, *sentences: str) -> str:
    def two(first: str, second: str) -> str:
        return words.pgettext("two sentences", "{first} {second}").format(first=first, second=second)

    return reduce(two, sentences) if sentences else ""
