"""R35: elections, each result and each list of candidates as anybody can compute it again from the totals."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import (
    REGISTER,
    Fact,
    Finding,
    FindingState,
    Judged,
    kept,
    not_kept,
    remark,
)
from nmirf_desktop.domain.compliance.records import counted, resting_on, taken_from
from nmirf_desktop.domain.compliance.silent import defaults, in_force
from nmirf_desktop.domain.election_checks import check_count
from nmirf_desktop.domain.election_rules import Lot, NextBallot, asked_after, before, standing
from nmirf_desktop.domain.elections import Election, ElectionBallot, Majority
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

OPENED, SEATS, BALLOTS = N_("Election opened on"), N_("Seats to fill"), N_("Ballots")
_AS_IT_HAPPENED = N_("It is recorded as it happened: let the next meeting take note of it.")
_LOOK = N_("Look at the record of this ballot, and at what was changed in it outside the program.")


def r35(evidence: Evidence) -> Iterator[Finding]:
    """(silent; GA 92–94, 103, 132) R35: who is elected follows from the totals, and each list from those before it."""
    if not evidence.elections:
        message = Phrase(N_("No election has been held yet."))
        advice = Phrase(N_("Open one in the session when a meeting elects."))
        facts = (*defaults("R35"), *in_force(evidence, "R35", evidence.on))
        yield Finding("R35", FindingState.NOT_JUDGED, REGISTER, message, advice, facts)
        return
    found = [finding for one in evidence.elections for finding in _judged(evidence, one)]
    yield from found
    if not any(one.state is FindingState.NOT_KEPT for one in found):
        yield _kept(evidence)


def _kept(evidence: Evidence) -> Finding:
    ballots = [one for own in evidence.elections for one in evidence.election_ballots.get(own.key, ())]
    stand = [one for own in evidence.elections for one in evidence.candidates.get(own.key, ())]
    message = N_(
        "Elections: {elections}. Ballots: {ballots}; each list of candidates and each result follows from the totals."
    )
    return kept(
        "R35",
        Phrase(message, {"elections": len(evidence.elections), "ballots": len(ballots)}),
        counted(evidence, N_("Elections"), evidence.elections),
        counted(evidence, N_("Candidates"), stand),
        counted(evidence, BALLOTS, ballots),
        *in_force(evidence, "R35", evidence.on),
    )


def _judged(evidence: Evidence, election: Election) -> Iterator[Finding]:
    for ballot in evidence.election_ballots.get(election.key, ()):
        yield from _list(evidence, election, ballot)
        yield from _numbers(evidence, election, ballot)
        yield from _declared(evidence, election, ballot)
        yield from _lot(evidence, election, ballot)
    yield from _acclaimed(evidence, election)
    yield from _secret(evidence, election)
    yield from _majority(evidence, election)


def _values(subject: Judged, ballot: ElectionBallot) -> dict[str, object]:
    return {"election": subject, "number": ballot.number}


def _facts(evidence: Evidence, election: Election, ballot: ElectionBallot) -> tuple[Fact, ...]:
    """The election, its candidates and the ballots up to one."""
    known = [one for one in evidence.election_ballots[election.key] if one.number <= ballot.number]
    return (
        taken_from(evidence, SEATS, election.seats, election),
        counted(evidence, N_("Candidates"), evidence.candidates.get(election.key, ())),
        counted(evidence, BALLOTS, known),
    )


def _list(evidence: Evidence, election: Election, ballot: ElectionBallot) -> Iterator[Finding]:
    """The ballot is the one that the rules ask for after those before it."""
    candidates = evidence.candidates.get(election.key, ())
    asked = before(ballot, election, candidates, evidence.election_ballots[election.key])
    if isinstance(asked, NextBallot) and (asked.kind, asked.places) == (ballot.kind, ballot.places):
        free = asked.kind.open_to_all
        if free or set(asked.candidates) == set(ballot.candidates):
            return
    subject = evidence.election(election)
    message = N_("{election}: ballot {number} is not the one that follows from those before it.")
    facts = _facts(evidence, election, ballot)
    yield not_kept("R35", subject, Phrase(message, _values(subject, ballot)), Phrase(_LOOK), *facts, part=ballot.key)


def _numbers(evidence: Evidence, election: Election, ballot: ElectionBallot) -> Iterator[Finding]:
    """The totals can all be true at once."""
    if ballot.papers is None or ballot.count is None:
        return
    try:
        check_count(ballot, ballot.papers, ballot.count)
    except Problem as problem:
        subject = evidence.election(election)
        message = N_("{election}, ballot {number}: {problem}")
        values = _values(subject, ballot) | {"problem": Phrase(problem.message, problem.values)}
        facts = _facts(evidence, election, ballot)
        yield not_kept("R35", subject, Phrase(message, values), Phrase(_LOOK), *facts, part=ballot.key)


def _declared(evidence: Evidence, election: Election, ballot: ElectionBallot) -> Iterator[Finding]:
    if not ballot.divergence:
        return
    subject = evidence.election(election)
    message = N_("{election}: in ballot {number} the Chair declared others elected than the numbers give.")
    facts = (
        *_facts(evidence, election, ballot),
        Fact(N_("Reason given"), ballot.divergence, resting_on(evidence, (ballot,)), note=True),
    )
    yield remark("R35", subject, Phrase(message, _values(subject, ballot)), Phrase(_AS_IT_HAPPENED), *facts)


def _lot(evidence: Evidence, election: Election, ballot: ElectionBallot) -> Iterator[Finding]:
    """Lots are drawn where votes are equal, and only between the tied."""
    if not ballot.lot:
        return
    known = [one for one in evidence.election_ballots[election.key] if one.number <= ballot.number]
    asked = asked_after(ballot, election, evidence.candidates.get(election.key, ()), known)
    if isinstance(asked, Lot) and set(ballot.lot) <= set(asked.tied) and len(ballot.lot) >= asked.places:
        return
    subject = evidence.election(election)
    message = N_("{election}: lots were drawn in ballot {number}, although no votes were equal between those drawn.")
    facts = _facts(evidence, election, ballot)
    yield not_kept("R35", subject, Phrase(message, _values(subject, ballot)), Phrase(_LOOK), *facts, part=ballot.key)


def _acclaimed(evidence: Evidence, election: Election) -> Iterator[Finding]:
    """By acclamation where no more stood than seats were left, unless a ballot is always taken; or as a slate."""
    if election.acclaimed_at is None:
        return
    own, candidates = evidence.election_ballots.get(election.key, ()), evidence.candidates.get(election.key, ())
    now = standing(election, candidates, own)
    stood = [one for one in candidates if one.withdrawn_at is None or one.withdrawn_at > election.acclaimed_at]
    over = len([one for one in stood if one.key not in now.keys]) if not election.on_slate else 0
    subject = evidence.election(election)
    facts = (
        taken_from(evidence, SEATS, election.seats, election),
        counted(evidence, N_("Candidates"), candidates),
        counted(evidence, BALLOTS, own),
    )
    if over or now.left < 0:
        message = Phrase(
            N_("{election}: elected by acclamation, although more stood than there were seats."), {"election": subject}
        )
        yield not_kept("R35", subject, message, Phrase(_AS_IT_HAPPENED), *facts)
        return
    day = evidence.day_of(election.meeting, election.acclaimed_at)
    if evidence.practices_at(day).holds(Option.ALWAYS_BALLOT) and not election.on_slate:
        message = Phrase(
            N_("{election}: elected by acclamation, although a ballot is always taken by the practice of that day."),
            {"election": subject},
        )
        yield remark("R35", subject, message, Phrase(_AS_IT_HAPPENED), *facts, *in_force(evidence, "R35", day))


def _secret(evidence: Evidence, election: Election) -> Iterator[Finding]:
    """R18: ballots are secret, unless the Network chose that none is."""
    own, day = evidence.election_ballots.get(election.key, ()), evidence.day_of(election.meeting, election.opened_at)
    choice = evidence.practices_at(day).choice(Question.SECRECY)
    if not own or choice is None or choice.option is not Option.NO_BALLOT:
        return
    subject = evidence.election(election)
    message = N_("{election}: a secret ballot was taken, although there is none by the practice of that day.")
    facts = (
        taken_from(evidence, OPENED, day, election),
        counted(evidence, BALLOTS, own),
        *in_force(evidence, "R18", day),
    )
    yield remark("R35", subject, Phrase(message, {"election": subject}), Phrase(_AS_IT_HAPPENED), *facts)


def _majority(evidence: Evidence, election: Election) -> Iterator[Finding]:
    """The Declaration knows the simple majority; another one is the meeting's own."""
    if election.majority is Majority.SIMPLE:
        return
    subject = evidence.election(election)
    message = N_("{election}: another majority was asked for than the simple one, which alone the Declaration knows.")
    facts = (taken_from(evidence, OPENED, evidence.day_of(election.meeting, election.opened_at), election),)
    yield remark("R35", subject, Phrase(message, {"election": subject}), Phrase(_AS_IT_HAPPENED), *facts)
