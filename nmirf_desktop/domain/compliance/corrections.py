"""R27: what was put right in the record of a vote after its announcement. The Declaration is silent on it."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from nmirf_desktop.domain.compliance.evidence import Evidence, grouped
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState
from nmirf_desktop.domain.compliance.silent import not_regulated
from nmirf_desktop.domain.corrected_totals import TotalsCorrection, as_announced, in_turn
from nmirf_desktop.domain.elections import BallotCorrection, Election, ElectionBallot
from nmirf_desktop.domain.elections import as_announced as ballot_as_announced
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.secret_ballots import paper_numbers
from nmirf_desktop.domain.tally import Tally, put_right, result, result_as_announced
from nmirf_desktop.domain.voting import Vote
from nmirf_desktop.i18n import N_

CORRECTED = N_("{vote}: its record was corrected after the announcement; both results are kept, with the reason.")
BALLOT_CORRECTED = N_(
    "{election}, ballot {number}: its record was corrected after the announcement; both counts are kept, with the"
    " reason."
)
NO_REASON = N_("{vote}: its record was corrected after the announcement, and no reason was given.")
TOTALS = N_("{in_favour} in favour, {against} against, {abstaining} abstaining")


def r27(evidence: Evidence) -> Iterator[Finding]:
    """(silent; part E) R27: every correction of a vote keeps what was announced, what is right, and its reason."""
    yield not_regulated(evidence, "R27")
    recounts = grouped(evidence.facts.totals_corrections, attrgetter("vote"))
    for vote in evidence.votes:
        positions, totals = evidence.ballots[vote.key].positions, recounts.get(vote.key, ())
        reasons = [*(one.reason for one in put_right(vote, positions)), *_reasons(vote, totals)]
        if reasons:
            yield from _corrected(evidence, vote, totals, reasons)
    for election in evidence.elections:
        for ballot in evidence.election_ballots.get(election.key, ()):
            own = [one for one in evidence.facts.ballot_corrections if one.ballot == ballot.key]
            if own:
                yield _ballot_corrected(evidence, election, ballot, own)


def _reasons(vote: Vote, totals: Sequence[TotalsCorrection]) -> Iterator[str]:
    return (one.reason for one in in_turn(vote, totals))


def _corrected(
    evidence: Evidence, vote: Vote, totals: Sequence[TotalsCorrection], reasons: Sequence[str]
) -> Iterator[Finding]:
    positions, subject = evidence.ballots[vote.key].positions, evidence.vote(vote)
    try:
        announced, right = result_as_announced(as_announced(vote, totals), positions), result(vote, positions)
    except Refusal:
        return  # totals that cannot be told are said under R14
    reasoned = all(reasons)
    said = Phrase(CORRECTED if reasoned else NO_REASON, {"vote": subject})
    advice = Phrase(N_("Give the reason in the minutes, beside both results.")) if not reasoned else NOTHING_TO_SAY
    facts = (
        Fact(N_("Vote"), subject, (subject,)),
        Fact(N_("As announced"), _totals(announced)),
        Fact(N_("As corrected"), _totals(right)),
        *_boxes(vote, as_announced(vote, totals)),
        *(Fact(N_("Reason"), reason, note=True) for reason in reasons if reason),
    )
    yield Finding("R27", FindingState.NOT_REGULATED, subject, said, advice, facts)


def _boxes(vote: Vote, announced: Vote) -> Iterator[Fact]:
    """The papers of a secret ballot, where these were put right."""
    if vote.papers is not None and announced.papers is not None and vote.papers != announced.papers:
        yield Fact(N_("Ballot papers as announced"), paper_numbers(announced.papers))
        yield Fact(N_("Ballot papers as corrected"), paper_numbers(vote.papers))


def _ballot_corrected(
    evidence: Evidence, election: Election, ballot: ElectionBallot, corrections: list[BallotCorrection]
) -> Finding:
    """A ballot of an election; no correction of one is taken without its reason."""
    subject, announced = evidence.election(election), ballot_as_announced(ballot, tuple(corrections))
    facts = (
        Fact(N_("As announced"), _votes(announced)),
        Fact(N_("As corrected"), _votes(ballot)),
        *(Fact(N_("Reason"), one.reason, note=True) for one in corrections),
    )
    said = Phrase(BALLOT_CORRECTED, {"election": subject, "number": ballot.number})
    return Finding("R27", FindingState.NOT_REGULATED, subject, said, facts=facts, part=ballot.key)


def _votes(ballot: ElectionBallot) -> str:
    """The votes in the order of the candidates."""
    return " – ".join(str(votes) for votes in ballot.count.votes) if ballot.count is not None else ""


def _totals(tally: Tally) -> Phrase:
    values = {"in_favour": tally.in_favour, "against": tally.against, "abstaining": tally.abstaining}
    return Phrase(TOTALS, values)
