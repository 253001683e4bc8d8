"""What the Chair says where nobody votes: an agreed slate, an election by acclamation (R35; GA 92).

The screen says it with the names of those who stand, the printed script with a place for them: these functions are for
both, so that they say the same. No word agrees with a name, which may be a State or a person of either gender.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.consensus_sentences import SO_DECIDED
from nmirf_desktop.domain.election_board import ElectionBoard, Name, Reopened, in_order
from nmirf_desktop.domain.election_places import remaining, still_to_fill
from nmirf_desktop.domain.election_reopened import rectified_sentence
from nmirf_desktop.domain.election_sentences import between, following_sentences, listed
from nmirf_desktop.domain.officers import Office, office_elected
from nmirf_desktop.i18n import N_, Catalog, Language

CHAIR_INVITED = N_("I invite the Chair to conduct the meeting.")


@dataclass(frozen=True, slots=True)
class Called:
    """Candidates as a sentence names them: *name* within it, *of_name* after *of*; *several* says that they are."""

    name: str
    of_name: str
    several: bool = False


@dataclass(frozen=True, slots=True)
class Put:
    """Whom the Chair puts to the meeting without a ballot: all who stand, or those of an agreed slate."""

    names: tuple[Name, ...]
    on_slate: bool = False


def called(names: Iterable[Name], words: Catalog) -> Called:
    """Candidates by name, in the order of the language: « du Danemark et de Mme Awa Diop (Sénégal) »."""
    ordered = in_order(names, words)
    each = [one.of(words) for one in ordered]
    rest = each[1:] if words.language is Language.FR else [one.within(words) for one in ordered[1:]]
    return Called(between(ordered, words), words.conjunction([*each[:1], *rest]), len(ordered) > 1)


def to_be_named(words: Catalog, *, several: bool = False) -> Called:
    """The place for a name in the script, or for several."""
    if several:
        return Called(words.gettext("[names]"), words.gettext("of [names]"), several=True)
    return Called(words.gettext("[name]"), words.gettext("of [name]"))


def slate_put(named: Called, words: Catalog) -> str:
    """(silent; GA 92) R35: the Chair puts the agreed slate, and proclaims who is on it."""
    put = words.gettext(
        "The slate that was agreed is: {name}. May I take it that the meeting wishes to elect it by acclamation?"
    ).format(name=named.name)
    return " ".join((put, words.gettext(SO_DECIDED), proclaimed(named, words)))


def stand_for(seats: str, named: Called, words: Catalog) -> str:
    """How many seats are to be filled, more than one, and who stands for them."""
    return words.gettext("{number} seats are to be filled. These stand: {name}.").format(number=seats, name=named.name)


def no_more_stand(named: Called, words: Catalog) -> str:
    """(silent; GA 92) R35: several stand, and no more than there are seats: the Chair asks, and proclaims them."""
    asked = words.gettext(
        "No more stand than there are seats. Unless a member asks for a ballot, may I take it that the meeting wishes "
        "to elect them by acclamation?"
    )
    return " ".join((asked, words.gettext(SO_DECIDED), proclaimed(named, words)))


def proclaimed(named: Called, words: Catalog) -> str:
    """That these are elected by acclamation, as it is said in the room."""
    return words.gettext("I declare {name} elected by acclamation.").format(name=named.name, of_name=named.of_name)


def elected_alone(named: Called, office: Office | None, words: Catalog, *, others: bool = False) -> str:
    """(silent; GA 92) R35: one stands alone, and is elected to an *office*, where it is one of the meeting's.

    There were *others*, who withdrew: then there was another proposal, and is no other candidate.
    """
    said = (_left_alone if others else _alone)(office, words).format(name=named.name, of_name=named.of_name)
    return " ".join((said, words.gettext(CHAIR_INVITED))) if office is Office.CHAIR else said


def _alone(office: Office | None, words: Catalog) -> str:
    match office:
        case Office.CHAIR:
            return words.gettext("There being no other proposal, {name} is elected Chair by acclamation.")
        case Office.VICE_CHAIR:
            return words.gettext("There being no other proposal, {name} is elected Vice-Chair by acclamation.")
        case Office.RAPPORTEUR:
            return words.gettext("There being no other proposal, {name} is elected Rapporteur by acclamation.")
        case None:
            return words.gettext("There being no other proposal, {name} is elected by acclamation.")


def _left_alone(office: Office | None, words: Catalog) -> str:
    match office:
        case Office.CHAIR:
            return words.gettext("There being no other candidate, {name} is elected Chair by acclamation.")
        case Office.VICE_CHAIR:
            return words.gettext("There being no other candidate, {name} is elected Vice-Chair by acclamation.")
        case Office.RAPPORTEUR:
            return words.gettext("There being no other candidate, {name} is elected Rapporteur by acclamation.")
        case None:
            return words.gettext("There being no other candidate, {name} is elected by acclamation.")


def _elected_alone(board: ElectionBoard, named: Called, words: Catalog) -> str:
    withdrawn = any(one.candidate.withdrawn_at is not None for one in board.names)
    return elected_alone(named, office_elected(board.election.title), words, others=withdrawn)


def invited_sentences(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """(silent; GA 92) R35: nobody stands, and the Chair asks for proposals; nothing where that is not so.

    Once somebody was voted for or elected, what comes next is said otherwise; so it is of an election broken off.
    """
    if board.stand or board.ballots or board.standing.elected or board.election.stopped_at is not None:
        return
    office = office_elected(board.election.title) if board.election.seats == 1 and not board.names else None
    if office is None:
        left = board.standing.left
        yield remaining(board.election, left, words) if board.names else still_to_fill(board.election, words)
    yield _inviting(office, words)


def _inviting(office: Office | None, words: Catalog) -> str:
    match office:
        case Office.CHAIR:
            return words.gettext("I invite proposals for the office of Chair.")
        case Office.VICE_CHAIR:
            return words.gettext("I invite proposals for the office of Vice-Chair.")
        case Office.RAPPORTEUR:
            return words.gettext("I invite proposals for the office of Rapporteur.")
        case None:
            return words.gettext("I invite proposals.")


def put_sentences(board: ElectionBoard, put: Put, words: Catalog) -> Iterator[str]:
    """What the Chair says to put *put* to the meeting, up to the proclamation."""
    named = called(put.names, words)
    if put.on_slate:
        yield slate_put(named, words)
    elif named.several:
        yield stand_for(words.number(board.standing.left), named, words)
        yield no_more_stand(named, words)
    else:
        yield _elected_alone(board, named, words)


def proclaimed_sentences(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """Who was elected without a ballot, as the Chair says it; nothing where nobody was."""
    named = called(board.acclaimed, words)
    if board.acclaimed and (board.election.on_slate or named.several):
        yield proclaimed(named, words)
    elif board.acclaimed:
        yield _elected_alone(board, named, words)


def unopposed(board: ElectionBoard) -> Put | None:
    """All who stand, where they are no more than there are seats left and no ballot was begun; else ``None``.

    Of an acclamation that was put right nobody is put again before something happened: it would elect the same anew.
    """
    return Put(board.stand) if _no_more_than_seats(board) and just_reopened(board) is None else None


def _no_more_than_seats(board: ElectionBoard) -> bool:
    following = board.next
    return following is not None and following.kind.open_to_all and 0 < len(board.stand) <= board.standing.left


def just_reopened(board: ElectionBoard) -> Reopened | None:
    """The acclamation that was put right last, where nothing happened since: nobody came to stand, or withdrew.

    Nor was there a ballot, or another acclamation. ``None`` in a register without journal, which knows no moments.
    """
    again = max(board.reopened, key=lambda one: one.at, default=None)
    if again is None or again.announced_at is None or board.standing.over:
        return None
    since = [one.candidate.withdrawn_at for one in board.names]
    since += [*board.nominated_at.values(), *(view.ballot.opened_at for view in board.ballots)]
    return None if any(at is not None and at > again.at for at in since) else again


def reopened_sentences(board: ElectionBoard, again: Reopened, words: Catalog) -> Iterator[str]:
    """(silent; part E) R27: the Chair takes an announcement back, and asks for proposals, or says what comes next."""
    yield rectified_sentence(again, words)
    yield words.gettext("The election is open again.")
    if board.stand and not _no_more_than_seats(board):
        yield from following_sentences(board, words)
        return
    if board.standing.left:
        yield remaining(board.election, board.standing.left, words)
    if board.stand:
        names = listed(in_order(board.stand, words), words)
        yield words.gettext("Candidates so far: {names}.").format(names=names)
    yield _inviting(None, words)
