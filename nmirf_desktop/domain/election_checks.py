"""What an election cannot be: refused because it is impossible, or because the rules have another step first (R35)."""

from collections.abc import Collection, Container, Iterable, Mapping

from nmirf_desktop.domain.candidatures import Slate
from nmirf_desktop.domain.declaration import SEATS_MOST
from nmirf_desktop.domain.election_rules import Lot, NextBallot, Standing
from nmirf_desktop.domain.elections import Body, Candidate, Count, Election, ElectionBallot
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Content, Listed
from nmirf_desktop.domain.practices import Option, Practices
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_

OVER = N_("This election is over already. Nothing was changed.")
BALLOT_OPEN = N_("A ballot of this election is open: close it first.")
ELECTED_IN = N_(
    "Somebody was elected in it, so that it is kept. Nothing was changed: what was done last can be undone."
)
NOT_ACCLAIMED = N_(
    "Only an election by acclamation is reopened so. Nothing was changed: a ballot is corrected instead."
)
ANOTHER_GOES_ON = N_(
    "The election “{title}” is going on, and one election is held at a time. Nothing was changed: bring it to its end, "
    "or break it off; then this one is reopened."
)
ANNOUNCED_IN = N_(
    "An election by acclamation had been announced in it, so that it is kept. Nothing was changed: break it off with "
    "its reason instead."
)
ANNOUNCED_BEFORE = N_(
    "An election by acclamation had been announced in it before it was broken off, so that it is kept. Nothing was "
    "changed."
)
NO_LOT = N_("Votes are not equal here: there is nothing to draw lots for.")
NOBODY_STANDS = N_("Nobody stands: there is nobody to elect.")
MORE_STAND = N_("More candidates stand than there are seats: a ballot is taken, or a slate is agreed before.")
COUNTED_IN = N_("A ballot of it was counted, so that it is kept: break it off with its reason instead.")
NOT_OPEN = N_("This ballot was closed. Nothing was changed: correct its record instead, with the reason.")
NOT_CLOSED = N_("This ballot is open: count again instead of correcting it.")
MORE_THAN_PAPERS = N_("A candidate has {n} votes, but only {most} papers name somebody: count again.")
MORE_THAN_NAMES = N_("{n} votes were counted, but the papers hold {most} names at most: count again.")
FEWER_THAN_PAPERS = N_(
    "{n} votes were counted for {most} papers with a name: a paper without one is an abstention. Count again."
)


def check_election(election: Election, candidates: Collection[Candidate], most: int = SEATS_MOST) -> None:
    """(silent) R35: seats to fill, *most* those of a Committee, somebody entitled to vote, and each candidate once.

    Raises ``Refusal`` and ``Problem``.
    """
    if not election.title:
        raise Problem(
            N_("Say what is elected: “Election of the Executive Committee”, for example."), field_name="title"
        )
    if election.seats < 1:
        raise Problem(N_("An election fills one seat at least."), field_name="seats")
    if election.body is Body.COMMITTEE and election.seats > most:
        raise Problem(N_("A Committee has {most} seats at most."), {"most": most}, "seats")
    if not election.entitled:
        raise Refusal(N_("No member is entitled to vote on this day."), section="R14")
    if len({(one.state, one.name.strip()) for one in candidates}) < len(candidates):
        raise Refusal(N_("This candidate stands already. Nothing was changed."), section="R35")


def check_group(election: Election, candidates: Iterable[Candidate], states: Mapping[StateCode, State]) -> None:
    """*Executive Committee* (R35): for the seats of a regional group its own States stand. Raises ``Refusal``."""
    group = election.group
    strangers = [states[one.state] for one in candidates if group is not None and states[one.state].group is not group]
    if group is not None and strangers:
        raise Refusal(
            N_("{state} is not of this regional group, whose seats are filled here. Nothing was changed."),
            {"state": strangers[0]},
            "R35",
        )


def check_not_over(now: Standing) -> None:
    """Nobody comes to stand in an election that is over, nor is it broken off. Raises ``Refusal``."""
    if now.over:
        raise Refusal(OVER, section="R35")


def check_striking(now: Standing, ballots: Iterable[ElectionBallot], announced: Collection[Key] = ()) -> None:
    """An election that was counted, elected somebody or had *announced* somebody is kept. Raises ``Refusal``."""
    if announced:
        raise Refusal(ANNOUNCED_IN, section="R35")
    if any(one.count is not None for one in ballots):
        raise Refusal(COUNTED_IN, section="R35")
    if now.elected:
        raise Refusal(ELECTED_IN, section="R35")


def check_alone(others: Iterable[Election]) -> None:
    """(silent) R35: one election is held at a time. Raises ``Refusal`` where one of the *others* is going on."""
    for one in others:
        raise Refusal(ANOTHER_GOES_ON, {"title": Content(one.title)}, "R35")


def check_reopening(election: Election, reason: str, *, appointed: bool, approved: bool) -> None:
    """(silent; part E) R27: an acclamation recorded by mistake is put right while nothing rests on it.

    *appointed* says that the Committee was, *approved* that the minutes with the election are.

    Raises:
        Refusal: nobody was elected by acclamation, or something rests on it.
        Problem: the reason is missing.
    """
    if election.acclaimed_at is None:
        raise Refusal(NOT_ACCLAIMED, section="R27")
    if approved:
        raise Refusal(
            N_("The minutes with this election are approved: it stands. Nothing was changed: correct the minutes."),
            section="R26",
        )
    if appointed:
        raise Refusal(
            N_(
                "The Executive Committee is appointed by this election, so that it stands. Nothing was changed: strike"
                " the appointment out first, in Executive Committee, where it was a mistake too."
            ),
            section="R32",
        )
    if not reason.strip():
        raise Problem(
            N_("Say why the election is reopened: that these were elected has been announced."), field_name="reason"
        )


def check_striking_candidate(candidate: Candidate, election: Election, ballots: Iterable[ElectionBallot]) -> None:
    """A candidate on whom something rests is kept. Raises ``Refusal``."""
    if candidate.key in election.acclaimed or any(candidate.key in one.candidates for one in ballots):
        raise Refusal(
            N_(
                "This candidate stood in a ballot, or was elected, so that it is kept. Nothing was changed: where it "
                "no longer stands, record that it withdraws."
            ),
            section="R35",
        )


def check_never_announced(candidate: Candidate, announced: Container[Key]) -> None:
    """(silent; part E) R27: whom the Chair had *announced* as elected is not unsaid. Raises ``Refusal``."""
    if candidate.key in announced:
        raise Refusal(
            N_(
                "This candidate had been announced as elected by acclamation, and the minutes say so: it is not struck "
                "out. Nothing was changed: record that it withdraws instead."
            ),
            section="R35",
        )


def next_ballot(now: Standing, ballots: Iterable[ElectionBallot]) -> NextBallot:
    """(silent) R35: the ballot that may be opened now.

    Raises:
        Refusal: one is open, lots come first, or the election is over.
    """
    if any(one.closed_at is None for one in ballots):
        raise Refusal(BALLOT_OPEN, section="R35")
    match now.following:
        case NextBallot():
            return now.following
        case Lot():
            raise Refusal(N_("Votes are equal: the Chair draws lots before anything else follows."), section="R35")
        case None:
            raise Refusal(OVER, section="R35")


def check_count(ballot: ElectionBallot, papers: Papers, count: Count) -> None:
    """(silent; GA 92–94) R35: the numbers of a count can all be true at once. Raises ``Problem``.

    A paper that counts names one candidate at least, each once, and no more than there are places.
    """
    if len(count.votes) != len(ballot.candidates) or min(count.abstentions, *count.votes) < 0:
        raise Problem(N_("Enter a number of votes for each candidate."), field_name="votes")
    voting, total, most = papers.returned - papers.invalid - count.abstentions, sum(count.votes), max(count.votes)
    if voting < 0:
        raise Problem(
            N_("Invalid papers and abstentions are more than the papers returned: count again."), field_name="invalid"
        )
    if most > voting:
        raise Problem(MORE_THAN_PAPERS, {"n": most, "most": voting}, "votes")
    if total > voting * ballot.places:
        raise Problem(MORE_THAN_NAMES, {"n": total, "most": voting * ballot.places}, "votes")
    if total < voting:
        raise Problem(FEWER_THAN_PAPERS, {"n": total, "most": voting}, "votes")


def check_closing(ballot: ElectionBallot) -> None:
    """(silent) R35: a ballot is closed once it was counted. Raises ``Refusal`` where it is closed or was not."""
    if ballot.closed_at is not None:
        raise Refusal(NOT_OPEN, section="R35")
    if ballot.papers is None or ballot.count is None:
        raise Refusal(N_("Record the count before the ballot is closed."), section="R35")


def check_declared(names: Collection[Key], seats: int, declared: Collection[Key], divergence: str) -> None:
    """(silent) R35: whom the Chair declared elected otherwise than the numbers, of the *names* on the ballot.

    *names* are those who still stand, *seats* are those left.

    Raises:
        Refusal: more are declared elected than there are seats, or one who is not on the ballot or withdrew.
        Problem: the reason is missing.
    """
    if not set(declared) <= set(names) or len(set(declared)) > seats:
        raise Refusal(
            N_("No more are elected than there are seats, and of the names on the ballot that still stand."),
            section="R35",
        )
    if not divergence.strip():
        raise Problem(
            N_("Say why those whom the Chair declared elected are not those of the numbers."), field_name="divergence"
        )


def check_lot(asked: Lot | NextBallot | None, chosen: Collection[Key]) -> Lot:
    """(silent; GA 93) R35: the lot decides between the tied, for as many places as are left. Raises ``Refusal``."""
    if not isinstance(asked, Lot):
        raise Refusal(NO_LOT, section="R35")
    if len(set(chosen)) != asked.places or not set(chosen) <= set(asked.tied):
        raise Refusal(
            N_("Enter {n} of those who have equal votes, as the lot named them."), {"n": asked.places}, section="R35"
        )
    return asked


def check_acclamation(now: Standing, chosen: Collection[Key], slate: Slate | None, practices: Practices) -> None:
    """(silent; GA 92, 103) R35: by acclamation where no more stand than seats are left, or as a slate that was agreed.

    *chosen* are those who stand and are not elected yet, *slate* the one that is put to the meeting.

    Raises:
        Refusal: more stand than there are seats, nobody stands, or the practice in force is to take a ballot always.
    """
    check_not_over(now)
    if not chosen:
        raise Refusal(NOBODY_STANDS, section="R35")
    if len(chosen) > now.left:
        raise Refusal(MORE_STAND, section="R35")
    if slate is None and practices.holds(Option.ALWAYS_BALLOT):
        raise Refusal(
            N_("By the practice in force a ballot is taken even where no more stand than there are seats."),
            section="R35",
        )


def check_reason(reason: str) -> None:
    """(silent; part E) R27: a result that was announced is not put right without a reason. Raises ``Problem``."""
    if not reason.strip():
        raise Problem(
            N_("Give the reason for the correction: the result has already been announced."), field_name="reason"
        )


def check_slate(slate: Slate, stand: Collection[StateCode], states: Mapping[StateCode, State]) -> None:
    """(silent; GA 103) R35: a slate is elected as a whole: each of it must *stand*, or be elected already.

    Raises ``Refusal``.
    """
    missing = [states[code] for code in slate.states if code not in stand]
    if missing:
        raise Refusal(
            N_("The slate is elected as a whole, but these do not stand: {states}. Enter them as candidates first."),
            {"states": Listed(tuple(missing))},
            "R35",
        )


def check_correction(ballot: ElectionBallot, reason: str, *, turned: bool, last: bool) -> None:
    """(silent; part E) R27, R35: a closed ballot is put right with a reason, as long as nothing was built on it.

    *turned* says that the correction changes who is elected or what follows, *last* that no ballot was taken since.

    Raises:
        Refusal: it is not closed, or later ballots rest on what it changes.
        Problem: the reason is missing.
    """
    if ballot.closed_at is None:
        raise Refusal(NOT_CLOSED, section="R27")
    check_reason(reason)
    if turned and not last:
        raise Refusal(
            N_(
                "Later ballots were taken on this result, and the correction would change it. Nothing was changed: "
                "let the meeting decide, and record what the Chair declares."
            ),
            section="R35",
        )
