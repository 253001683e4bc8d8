"""What the steps of an election say when it is replayed: what happened in one line, and its numbers and lists below."""

from collections.abc import Callable, Iterator, Mapping

from nmirf_desktop.domain.acclaimed import acclaimed_sentences
from nmirf_desktop.domain.election_board import BallotView, in_order
from nmirf_desktop.domain.election_places import still_to_fill
from nmirf_desktop.domain.election_replay import ElectionReplay, Happened
from nmirf_desktop.domain.election_sentences import (
    arithmetic,
    ballot_name,
    corrected_sentence,
    following_sentences,
    how_many_names,
    listed,
    lot_sentence,
    result_sentences,
    withdrawn_sentence,
)
from nmirf_desktop.domain.rekeyed import because
from nmirf_desktop.i18n import N_, Catalog

PLAIN = {
    Happened.OPENED: N_("The election is opened"),
    Happened.LOT: N_("The Chair draws lots"),
    Happened.ACCLAIMED: N_("The Chair declares the election by acclamation"),
    Happened.STOPPED: N_("The meeting breaks the election off"),
}
OF_BALLOT = {
    Happened.COUNTED: N_("Ballot {number} is counted"),
    Happened.ANNOUNCED: N_("The Chair announces the result of ballot {number}"),
    Happened.CORRECTED: N_("The record of ballot {number} is put right"),
}
DECLARED = N_("The Chair declares another result of ballot {number} than the numbers give")


def election_step(replay: ElectionReplay, number: int, words: Catalog) -> str:
    """What happened in a step: "Ballot 2 · Restricted ballot"."""
    step = replay.steps[number]
    if step.kind in PLAIN:
        return words.gettext(PLAIN[step.kind])
    if step.kind is Happened.WITHDRAWN:
        return withdrawn_sentence(replay.board(number).named[step.about], words)
    view = replay.ballot(number)
    if step.kind is Happened.BALLOT:
        return ballot_name(view.ballot, words)
    declared = step.kind is Happened.ANNOUNCED and bool(view.ballot.divergence)
    frame = DECLARED if declared else OF_BALLOT[step.kind]
    return words.gettext(frame).format(number=words.number(view.ballot.number))


def election_details(replay: ElectionReplay, number: int, words: Catalog) -> str:
    """Its lists, totals and reasons, a line each; empty where there is nothing to add."""
    make = _DETAILS.get(replay.steps[number].kind)
    return "\n".join(make(replay, number, words)) if make is not None else ""


def _opened(replay: ElectionReplay, number: int, words: Catalog) -> Iterator[str]:
    election = replay.steps[number].records.election
    yield still_to_fill(election, words)
    entitled = len(election.entitled)
    yield words.ngettext("{n} member is entitled to vote.", "{n} members are entitled to vote.", entitled).format(
        n=words.number(entitled)
    )


def _papers(replay: ElectionReplay, number: int, words: Catalog) -> Iterator[str]:
    view, named = replay.ballot(number), replay.board(number).named
    names = in_order((named[key] for key in view.ballot.candidates), words)
    yield words.gettext("On the ballot paper: {names}.").format(names=listed(names, words))
    yield how_many_names(view.ballot.places, words)


def _counted(replay: ElectionReplay, number: int, words: Catalog) -> Iterator[str]:
    view = replay.ballot(number)
    yield _votes(view, words)
    majority = replay.steps[number].records.election.majority
    yield f"{arithmetic(view.ballot, majority, view.required, words)}."


def _votes(view: BallotView, words: Catalog) -> str:
    return words.listing(
        words.pgettext("chart", "{label}: {n}").format(label=line.name.said_in(words), n=words.number(line.votes or 0))
        for line in view.lines_in(words)
    )


def _announced(replay: ElectionReplay, number: int, words: Catalog) -> Iterator[str]:
    view = replay.ballot(number)
    yield from result_sentences(view, words)
    if view.ballot.divergence:
        yield because(view.ballot.divergence, words)
    yield from following_sentences(replay.board(number), words)


def _drawn(replay: ElectionReplay, number: int, words: Catalog) -> Iterator[str]:
    board = replay.board(number)
    yield lot_sentence(board, replay.ballot(number), words)
    yield from following_sentences(board, words)


def _corrected(replay: ElectionReplay, number: int, words: Catalog) -> Iterator[str]:
    """The numbers as they are now, what had been announced, and why."""
    view, one = replay.ballot(number), replay.steps[number].correction
    yield _votes(view, words)
    if one is not None:
        yield corrected_sentence(view, one, words)
    yield from result_sentences(view, words)


def _acclaimed(replay: ElectionReplay, number: int, words: Catalog) -> Iterator[str]:
    yield from acclaimed_sentences(replay.board(number), words)


def _stopped(replay: ElectionReplay, number: int, words: Catalog) -> Iterator[str]:
    yield from following_sentences(replay.board(number), words)


_DETAILS: Mapping[Happened, Callable[[ElectionReplay, int, Catalog], Iterator[str]]] = {
    Happened.OPENED: _opened,
    Happened.BALLOT: _papers,
    Happened.COUNTED: _counted,
    Happened.ANNOUNCED: _announced,
    Happened.LOT: _drawn,
    Happened.CORRECTED: _corrected,
    Happened.ACCLAIMED: _acclaimed,
    Happened.STOPPED: _stopped,
}
