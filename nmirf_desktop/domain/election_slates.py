"""Who stood when an agreed slate was elected and was not on it: no record of the election leaves a candidate out."""

from collections.abc import Iterator

from nmirf_desktop.domain.election_board import ElectionBoard, Name, in_order
from nmirf_desktop.domain.election_sentences import listed
from nmirf_desktop.i18n import Catalog


def off_slate(board: ElectionBoard) -> tuple[Name, ...]:
    """Who stood when the slate was elected, was not on it, and was not elected in a ballot either."""
    at, elected = board.election.acclaimed_at, set(board.standing.keys)
    if at is None or not board.election.on_slate:
        return ()
    left = ((one, one.candidate.withdrawn_at) for one in board.names if one.key not in elected)
    return tuple(one for one, withdrawn in left if withdrawn is None or withdrawn > at)


def off_slate_sentences(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """That they stood and were not on it; nothing where nobody did."""
    names = in_order(off_slate(board), words)
    if names:
        yield words.ngettext(
            "The following candidate stood and was not on the slate: {names}.",
            "The following candidates stood and were not on the slate: {names}.",
            len(names),
        ).format(names=listed(names, words))
