"""What is said of an election: whole sentences in three languages, for the minutes, the screen and the room (R35)."""

from collections.abc import Iterable, Iterator, Sequence

from nmirf_desktop.domain.committees import Spread
from nmirf_desktop.domain.election_board import BallotView, Composition, ElectionBoard, Name, in_order
from nmirf_desktop.domain.election_places import all_filled, remaining
from nmirf_desktop.domain.election_rules import How, Lot, NextBallot
from nmirf_desktop.domain.elections import KIND_LABELS, BallotCorrection, BallotKind, ElectionBallot, Majority
from nmirf_desktop.domain.naming import each_of
from nmirf_desktop.domain.rekeyed import as_typed, because
from nmirf_desktop.domain.secret_ballots import NO_PAPERS
from nmirf_desktop.i18n import Catalog


def ballot_name(ballot: ElectionBallot, words: Catalog) -> str:
    """A ballot by its number and kind: "Ballot 2 · Restricted ballot"."""
    number = words.gettext("Ballot {number}").format(number=ballot.number)
    return words.pgettext("facts in a row", " · ").join((number, words.gettext(KIND_LABELS[ballot.kind])))


def figures(ballot: ElectionBallot, needed: int, words: Catalog) -> tuple[tuple[str, int], ...]:
    """The numbers of a ballot with their names, in the order in which a Chair reads them out; none before the count."""
    papers = ballot.papers or NO_PAPERS
    if ballot.count is None:
        return ((words.gettext("Number of ballot papers"), papers.returned),)
    found = (
        (words.gettext("Number of ballot papers"), papers.returned),
        (words.gettext("Number of invalid papers"), papers.invalid),
        (words.gettext("Number of valid papers"), papers.returned - papers.invalid),
        (words.gettext("Abstentions"), ballot.count.abstentions),
        (words.gettext("Number of members voting"), ballot.voting),
    )
    if ballot.kind.special:
        return found
    return (*found, (words.gettext("Required majority"), needed))


def arithmetic(ballot: ElectionBallot, majority: Majority, needed: int, words: Catalog) -> str:
    """(silent; GA 92–94) R35: how many votes elect, step by step.

    "40 papers returned, less 1 invalid and 2 abstentions: 37 members voting; more than half of them: 19 votes"
    """
    papers, count = ballot.papers or NO_PAPERS, ballot.count
    abstained = 0 if count is None else count.abstentions
    values = {"returned": papers.returned, "invalid": papers.invalid, "abstained": abstained, "needed": needed}
    said = {name: words.number(number) for name, number in values.items()}
    return _reckoned(majority, ballot, words).format(n=words.number(ballot.voting), **said)


def _reckoned(majority: Majority, ballot: ElectionBallot, words: Catalog) -> str:
    number = ballot.voting
    if ballot.kind.special:
        return words.ngettext(
            "Papers returned: {returned}; less invalid ({invalid}) and abstentions ({abstained}): {n} member voting; "
            "most votes decide between the tied",
            "Papers returned: {returned}; less invalid ({invalid}) and abstentions ({abstained}): {n} members voting; "
            "most votes decide between the tied",
            number,
        )
    match majority:
        case Majority.SIMPLE:
            return words.ngettext(
                "Papers returned: {returned}; less invalid ({invalid}) and abstentions ({abstained}): {n} member "
                "voting; more than half: {needed}",
                "Papers returned: {returned}; less invalid ({invalid}) and abstentions ({abstained}): {n} members "
                "voting; more than half: {needed}",
                number,
            )
        case Majority.TWO_THIRDS:
            return words.ngettext(
                "Papers returned: {returned}; less invalid ({invalid}) and abstentions ({abstained}): {n} member "
                "voting; two thirds: {needed}",
                "Papers returned: {returned}; less invalid ({invalid}) and abstentions ({abstained}): {n} members "
                "voting; two thirds: {needed}",
                number,
            )
        case Majority.OF_MEMBERS:
            return words.ngettext(
                "Papers returned: {returned}; less invalid ({invalid}) and abstentions ({abstained}): {n} member "
                "voting; more than half of the members entitled: {needed}",
                "Papers returned: {returned}; less invalid ({invalid}) and abstentions ({abstained}): {n} members "
                "voting; more than half of the members entitled: {needed}",
                number,
            )


def listed(names: Iterable[Name], words: Catalog) -> str:
    """Candidates by their bare names after a colon, in their order: "Georgia, Kenya and Malawi"."""
    return words.conjunction(one.said_in(words) for one in names)


def between(names: Iterable[Name], words: Catalog) -> str:
    """Candidates within a sentence: "Georgia and Kenya", « la Géorgie et le Kenya »; persons by name."""
    return words.conjunction(one.within(words) for one in names)


def of_candidates(names: Iterable[Name], words: Catalog) -> str:
    """Candidates after *of*: "of Ms. Diop (Senegal)", « de la Géorgie et du Kenya », "del Sr. Mensah (Ghana)"."""
    known = tuple(names)
    return each_of(words, [one.of(words) for one in known], [one.within(words) for one in known])


def elected_by(how: How, names: Sequence[Name], words: Catalog) -> str:
    """That these were elected, and by what; of one, French and Spanish say it without a gender: the election *of*."""
    said = _elected(how, len(names), words)
    return said.format(names=listed(names, words), of_names=of_candidates(names, words))


def result_sentences(view: BallotView, words: Catalog) -> Iterator[str]:
    """Who was elected in a ballot, in order of votes, and by what; or that nobody obtained the majority.

    What a ballot between the tied brought comes before what a lot did.
    """
    lines = view.lines_in(words)
    for how in How:
        if how is How.LOT:
            yield from _settled(view, words)
            if view.elected:
                yield from _equal(view, words)
        names = [one.name for one in lines if one.elected is not None and one.elected.how is how]
        if names:
            yield elected_by(how, names, words)
    if not view.elected and not view.ballot.kind.special:
        yield words.gettext("No candidate obtained the required majority.")
        yield from _equal(view, words)


def _equal(view: BallotView, words: Catalog) -> Iterator[str]:
    """(silent; GA 93) R35: between whom lots were drawn, since a ballot that was none between the tied was equal."""
    ballot = view.ballot
    if ballot.kind.special or not ballot.lot:
        return
    votes = ballot.votes
    equal = [key for key in ballot.candidates if votes.get(key) == votes.get(ballot.lot[0])]
    yield words.gettext("The following candidates obtained an equal number of votes: {names}.").format(
        names=listed(view.names_in(equal, words), words)
    )


def _settled(view: BallotView, words: Catalog) -> Iterator[str]:
    """(silent; GA 94) R35: whom a ballot between the tied placed on the list, who is equal again, and who fell out."""
    found = view.settled
    if found is None:
        return
    for_list = view.ballot.kind is BallotKind.TIED_FOR_LIST
    if for_list and found.on:
        yield words.ngettext(
            "Having obtained most votes of the tied, the following candidate was placed on the restricted list: "
            "{names}.",
            "Having obtained most votes of the tied, the following candidates were placed on the restricted list: "
            "{names}.",
            len(found.on),
        ).format(names=listed(view.names_in(found.on, words), words))
    if found.tied:
        yield words.gettext("The following candidates again obtained an equal number of votes: {names}.").format(
            names=listed(view.names_in(found.tied, words), words)
        )
    if for_list and found.out:
        yield _not_placed(view.names_in(found.out, words), words)


def _not_placed(names: Sequence[Name], words: Catalog) -> str:
    return words.ngettext(
        "The following candidate was not placed on the restricted list: {names}.",
        "The following candidates were not placed on the restricted list: {names}.",
        len(names),
    ).format(names=listed(names, words))


def elected_sentences(view: BallotView, words: Catalog) -> Iterator[str]:
    """The result of a ballot, and why the Chair declared another one than the numbers give."""
    yield from result_sentences(view, words)
    if view.ballot.divergence and view.closed:
        yield words.gettext("The Chair declared otherwise than the numbers: “{reason}”.").format(
            reason=as_typed(view.ballot.divergence)
        )


def _elected(how: How, count: int, words: Catalog) -> str:
    match how:
        case How.MAJORITY:
            return words.ngettext(
                "Having obtained the required majority, the following candidate was elected: {names}.",
                "Having obtained the required majority, the following candidates were elected: {names}.",
                count,
            )
        case How.SPECIAL_BALLOT:
            return words.ngettext(
                "Having obtained most votes of the tied, the following candidate was elected: {names}.",
                "Having obtained most votes of the tied, the following candidates were elected: {names}.",
                count,
            )
        case How.LOT:
            return words.ngettext(
                "The Chair having drawn lots, the following candidate was elected: {names}.",
                "The Chair having drawn lots, the following candidates were elected: {names}.",
                count,
            )
        case How.DECLARED:
            return words.ngettext(
                "The Chair declared the following candidate elected: {names}.",
                "The Chair declared the following candidates elected: {names}.",
                count,
            )
        case How.ACCLAMATION:
            return words.ngettext(
                "The following candidate was elected by acclamation: {names}.",
                "The following candidates were elected by acclamation: {names}.",
                count,
            )
        case How.SLATE:
            return words.ngettext(
                "In accordance with the agreed slate, the following candidate was elected by acclamation: {names}.",
                "In accordance with the agreed slate, the following candidates were elected by acclamation: {names}.",
                count,
            )


def corrected_sentence(view: BallotView, correction: BallotCorrection, words: Catalog) -> str:
    """(silent; part E) R27: the votes as first announced, and why the record was put right, as it was typed."""
    votes = dict(zip(view.ballot.candidates, correction.before_count.votes, strict=True))
    counts = words.listing(
        words.pgettext("chart", "{label}: {n}").format(
            label=line.name.said_in(words), n=words.number(votes[line.name.key])
        )
        for line in view.lines_in(words)
    )
    said = words.gettext("Before the record was corrected, the following results had been announced: {counts}.").format(
        counts=counts
    )
    if not correction.reason.strip():
        return said
    return words.pgettext("two sentences", "{first} {second}").format(
        first=said, second=because(correction.reason, words)
    )


def withdrawn_sentence(name: Name, words: Catalog) -> str:
    """That a candidate no longer stands."""
    return words.gettext("The candidature of the following was withdrawn: {name}.").format(name=name.said_in(words))


def lot_sentence(board: ElectionBoard, view: BallotView, words: Catalog) -> str:
    """Whom the lot of a ballot elected, or placed on the restricted list, and who is not on it."""
    elected = [line.name for line in view.lines_in(words) if line.elected is not None and line.elected.how is How.LOT]
    if elected:
        return elected_by(How.LOT, elected, words)
    names = in_order((board.named[key] for key in view.ballot.lot), words)
    placed = words.ngettext(
        "The Chair having drawn lots, the following candidate was placed on the restricted list: {names}.",
        "The Chair having drawn lots, the following candidates were placed on the restricted list: {names}.",
        len(names),
    ).format(names=listed(names, words))
    out = _undrawn(view, words)
    if not out:
        return placed
    return words.pgettext("two sentences", "{first} {second}").format(first=placed, second=_not_placed(out, words))


def _undrawn(view: BallotView, words: Catalog) -> Sequence[Name]:
    """Who was among the tied when lots were drawn, and was not drawn."""
    ballot, tied = view.ballot, view.settled.tied if view.settled is not None else ()
    left = view.names_in([key for key in tied if key not in ballot.lot], words)
    gone = [(name, name.candidate.withdrawn_at) for name in left]
    return [name for name, at in gone if at is None or (ballot.lot_at is not None and at > ballot.lot_at)]


def acclaimed_names(board: ElectionBoard, words: Catalog) -> str:
    """Who was elected without a ballot, in a few words, where somebody was (sentences: :mod:`.acclaimed`)."""
    names = listed(in_order(board.acclaimed, words), words)
    if board.election.on_slate:
        return words.gettext("Election of the agreed slate, by acclamation: {names}").format(names=names)
    return words.gettext("Election by acclamation: {names}").format(names=names)


def all_elected(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """Once an election is over that took several ballots: all who are elected, ballot by ballot."""
    last = board.last
    if board.standing.over and last is not None and len(last.elected) < len(board.elected):
        names = listed(board.elected_in(words), words)
        yield words.gettext("Result of the election, all ballots together: {names}.").format(names=names)


def following_sentences(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """How many seats are left, and what comes next: the next ballot with its list, or the lot; or that it is over."""
    left, following = board.standing.left, board.standing.following
    if left:
        yield remaining(board.election, left, words)
    named = board.named
    match following:
        case Lot():
            yield words.ngettext(
                "Votes are equal. The Chair draws {n} name by lot from: {names}.",
                "Votes are equal. The Chair draws {n} names by lot from: {names}.",
                following.places,
            ).format(
                n=words.number(following.places),
                names=listed(in_order((named[one] for one in following.tied), words), words),
            )
        case NextBallot(kind=BallotKind.OPEN) if len(board.stand) <= left:
            yield _unopposed(in_order(board.stand, words), words)
        case NextBallot():
            names = in_order((named[one] for one in following.candidates), words)
            said = between(names, words) if following.kind.special else listed(names, words)
            yield _next(following.kind, words, first=not board.ballots).format(names=said)
        case None if board.election.stopped_at is not None:
            yield words.gettext("The election was broken off: “{reason}”.").format(
                reason=as_typed(board.election.reason)
            )
        case None if left and not board.stand and not board.standing.elected:
            yield words.gettext("Nobody stands.")
        case None if left:
            yield words.gettext("Nobody else stands.")
        case None:
            yield all_filled(board.election, words)


def _unopposed(names: Sequence[Name], words: Catalog) -> str:
    """(silent; GA 92) R35: that no more stand than seats are left."""
    return words.gettext(
        "No more stand than there are seats: {names}. Unless a ballot is taken, the election is by acclamation."
    ).format(names=listed(names, words))


def _next(kind: BallotKind, words: Catalog, *, first: bool) -> str:
    match kind:
        case BallotKind.OPEN if first:
            return words.gettext("The first ballot is unrestricted. These stand: {names}.")
        case BallotKind.OPEN:
            return words.gettext("The next ballot is unrestricted. These stand: {names}.")
        case BallotKind.RESTRICTED:
            return words.gettext("The next ballot is restricted to: {names}.")
        case BallotKind.TIED_FOR_SEAT:
            return words.gettext("Votes are equal for the last seat: a special ballot decides between {names}.")
        case BallotKind.TIED_FOR_LIST:
            return words.gettext(
                "Votes are equal for the last place on the restricted list: a special ballot decides between {names}."
            )


def how_many_names(places: int, words: Catalog) -> str:
    """(silent; GA 94) R35: what stands on each paper: for how many one may vote, and what makes it invalid."""
    return words.ngettext(
        "Mark one name at most. A paper with more is invalid. One without any is an abstention.",
        "Mark {n} names at most. A paper with more is invalid. One without any is an abstention.",
        places,
    ).format(n=words.number(places))


def composition_sentences(found: Composition, words: Catalog) -> Iterator[str]:
    """*Executive Committee*, R28, R29, R33: what those elected so far would be together."""
    number = len(found.states)
    yield words.ngettext(
        "{n} State of the Committee is elected so far; it has {least} to {most} (R28).",
        "{n} States of the Committee are elected so far; it has {least} to {most} (R28).",
        number,
    ).format(n=words.number(number), least=words.number(found.size[0]), most=words.number(found.size[1]))
    match found.spread:
        case Spread.ALL_DIFFERENT:
            yield words.gettext("Each is of another region (R29).")
        case Spread.REPEATED:
            yield words.gettext("A region stands more than once among them (R29).")
        case Spread.SINGLE if number > 1:
            yield words.gettext("All are of one region, which the Declaration does not allow (R29).")
    if found.others:
        yield words.gettext("No members of the Network: {states} (R33).").format(
            states=words.listing(one.said_in(words) for one in found.others)
        )
