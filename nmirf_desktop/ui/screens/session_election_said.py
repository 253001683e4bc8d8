"""What the election's page says: how it stands, each ballot in words, and what the Chair reads out."""

from collections.abc import Iterator

from nmirf_desktop.domain.chair_elections import (
    Put,
    invited_sentences,
    just_reopened,
    proclaimed_sentences,
    put_sentences,
    reopened_sentences,
)
from nmirf_desktop.domain.election_board import BallotView, ElectionBoard
from nmirf_desktop.domain.election_sentences import (
    acclaimed_names,
    all_elected,
    arithmetic,
    ballot_name,
    composition_sentences,
    corrected_sentence,
    elected_sentences,
    figures,
    following_sentences,
    how_many_names,
)
from nmirf_desktop.domain.elections import BallotKind
from nmirf_desktop.i18n import Catalog


def stage_words(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """Where the election is: the ballot that is going on, or what comes next; who was elected without a ballot.

    Where the ballot that was closed last was put right, what was announced stands beside its figures.
    """
    view = board.open
    if view is not None:
        if view.ballot.count is not None:
            yield f"{arithmetic(view.ballot, board.election.majority, view.required, words)}."
            return
        yield ballot_name(view.ballot, words)
        yield how_many_names(view.ballot.places, words)
        return
    if board.acclaimed:
        yield acclaimed_names(board, words)
    if board.last is not None:
        for correction in board.last.corrections:
            yield corrected_sentence(board.last, correction, words)
    yield from following_sentences(board, words)


def result_lines(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """The composition so far, and each closed ballot in words, the last one first."""
    if board.composition is not None:
        yield from composition_sentences(board.composition, words)
    for view in reversed(board.ballots):
        if view.closed:
            yield ballot_name(view.ballot, words)
            yield from elected_sentences(view, words)


def said_by_chair(board: ElectionBoard, words: Catalog, put: Put | None = None) -> str:
    """What the Chair reads out now: the figures and the result, or the words with which a ballot begins.

    Where nobody votes, because no more stand than there are seats or a slate was agreed, the words that *put* it: once
    they are elected the Chair has said them, and says no more than whom the meeting elected. An acclamation that was
    put right is taken back first, until something happened or somebody is *put* anew.
    """
    view, again = board.open, just_reopened(board)
    if put is not None and {one.key for one in put.names} <= set(board.standing.keys):
        put = None
    if again is not None and put is None:
        return "\n".join(reopened_sentences(board, again, words))
    if view is not None and view.ballot.count is None:
        return "\n".join(_beginning(view, words))
    last = view or board.last
    follows = _following(board, words) if put is None else put_sentences(board, put, words)
    after = (*proclaimed_sentences(board, words), *follows)
    if last is None:
        return "\n".join(after)
    said = [_figure(label, number, words) for label, number in figures(last.ballot, last.required, words)]
    said += [_figure(line.name.said_in(words), line.votes or 0, words) for line in last.lines_in(words)]
    if view is None:
        said += [*elected_sentences(last, words), *all_elected(board, words), *after]
    return "\n".join(said)


def _following(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """What comes next; that nothing is left to fill, or nobody stands, is a note to the rapporteur alone."""
    if board.standing.left:
        yield from tuple(invited_sentences(board, words)) or following_sentences(board, words)


def _figure(label: str, number: int, words: Catalog) -> str:
    return words.gettext("{label}: {number}").format(label=label, number=words.number(number))


def _beginning(view: BallotView, words: Catalog) -> Iterator[str]:
    if view.ballot.kind is BallotKind.OPEN:
        yield words.gettext("We proceed to the election by secret ballot. Ballot papers are being distributed.")
    else:
        yield words.gettext("We proceed to a further ballot. Ballot papers are being distributed.")
    yield how_many_names(view.ballot.places, words)
