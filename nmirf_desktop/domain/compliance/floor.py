"""R24, R25: points of order, procedural motions, and what may interrupt a vote. The Declaration is silent on both.

What departs from the default is recorded as it happened, and named: nothing that was done is void for it.
"""

import datetime
from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact, Finding
from nmirf_desktop.domain.compliance.out_of_session import Case, ballot_opened, out_of_session, vote_opened
from nmirf_desktop.domain.compliance.records import counted, judged_record, taken_from
from nmirf_desktop.domain.compliance.silent import not_regulated
from nmirf_desktop.domain.elections import ElectionBallot
from nmirf_desktop.domain.motions import SPEAKERS, Fate, Motion, PointOfOrder, spoke_on
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase, Quoted
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.voting import Method, Vote, VoteKind
from nmirf_desktop.domain.votings import votings
from nmirf_desktop.i18n import N_

MOTIONS, POINTS, BETWEEN = N_("Procedural motions"), N_("Points of order"), N_("Statements in between")
RAISED_OUTSIDE = N_("{subject}: raised by a State that was not a member on that day.")
MOVED_OUTSIDE = N_("{subject}: moved by a State that was not a member on that day; motions are for members.")
APPEALED_OUTSIDE = N_("{subject}: the appeal is by a State that was not a member on that day ({state}).")
RECORD_RULING = N_("Record the ruling of the Chair, if it was given.")
RECORD_VOTE = N_("Record the vote on the appeal, or what became of it.")
RECORD_FATE = N_("Record the vote on the motion, or that it was settled without one or withdrawn.")
ALWAYS = datetime.datetime.max.replace(tzinfo=datetime.UTC)


def r24(evidence: Evidence) -> Iterator[Finding]:
    """(silent; GA 71/113, 74–77/116–119) R24: rulings and appeals come at once, motions in their precedence.

    What a State that is no member raised or moved is recorded as it happened, and named: members alone decide (A1).
    """
    facts = evidence.facts
    yield not_regulated(
        evidence, "R24", counted(evidence, MOTIONS, facts.motions), counted(evidence, POINTS, facts.points)
    )
    for point in facts.points:
        yield from _risen(evidence, point)
        yield from _ruling(evidence, point)
        yield from _appeal(evidence, point)
    for motion in facts.motions:
        yield from _risen(evidence, motion)
        yield from _fate(evidence, motion)
        yield from _speakers(evidence, motion)
        yield from _overtaken(evidence, motion)


def _risen(evidence: Evidence, one: PointOfOrder | Motion) -> Iterator[Finding]:
    """Who raised a point of order or moved a motion, where it was no member of the day."""
    day = evidence.day_of(one.meeting, one.at)
    if one.state not in evidence.members_at(day):
        case = Case("R24", judged_record(evidence, one), "who")
        if isinstance(one, Motion):
            yield case.found(MOVED_OUTSIDE, {}, _moved(evidence, one))
        else:
            yield case.found(RAISED_OUTSIDE, {}, taken_from(evidence, N_("Raised on"), day, one))


def _between(
    evidence: Evidence, meeting: Key, after: datetime.datetime, before: datetime.datetime | None
) -> tuple[Intervention, ...]:
    """The statements that began between two moments, points of order left out; *before* may be still to come."""
    heard = evidence.heard.get(meeting, ())
    until = before or ALWAYS
    return tuple(one for one in heard if after < one.at < until and one.kind is not InterventionKind.POINT_OF_ORDER)


def _past(evidence: Evidence, meeting: Key, at: datetime.datetime) -> bool:
    """Whether the day of a moment is over."""
    return evidence.day_of(meeting, at) < evidence.on


def _ruling(evidence: Evidence, point: PointOfOrder) -> Iterator[Finding]:
    case = Case("R24", judged_record(evidence, point), "ruling")
    raised = taken_from(evidence, N_("Raised on"), evidence.day_of(point.meeting, point.at), point)
    between = _between(evidence, point.meeting, point.at, point.ruled_at)
    if between:
        message = N_("{subject}: statements before the ruling, which the Chair gives at once: {n}.")
        yield case.found(message, {"n": len(between)}, raised, counted(evidence, BETWEEN, between))
    elif point.ruling is None and _past(evidence, point.meeting, point.at):
        yield case.found(N_("{subject}: no ruling of the Chair is recorded."), {}, raised, advice=RECORD_RULING)


def _appeal(evidence: Evidence, point: PointOfOrder) -> Iterator[Finding]:
    if point.appealed_at is None:
        return
    case = Case("R24", judged_record(evidence, point), "appeal")
    stopped = [one for one in evidence.facts.votes if one.point == point.key and one.stopped_at is not None]
    vote = next((one for one in evidence.votes if one.point == point.key), stopped[-1] if stopped else None)
    raised = taken_from(evidence, N_("Appealed on"), evidence.day_of(point.meeting, point.appealed_at), point)
    if point.appealed_by is not None and point.appealed_by not in evidence.members_at(
        evidence.day_of(point.meeting, point.appealed_at)
    ):
        who = Case("R24", judged_record(evidence, point), "who appealed")
        yield who.found(APPEALED_OUTSIDE, {"state": evidence.named(point.appealed_by)}, raised)
    between = _between(evidence, point.meeting, point.appealed_at, vote.opened_at if vote else None)
    if between:
        message = N_("{subject}: statements before the vote on the appeal, which is taken at once: {n}.")
        yield case.found(
            message, {"n": len(between)}, raised, counted(evidence, BETWEEN, between), *vote_opened(evidence, vote)
        )
    elif vote is None and _past(evidence, point.meeting, point.appealed_at):
        message = N_("{subject}: the appeal was not put to the vote.")
        yield case.found(message, {}, raised, counted(evidence, N_("Votes on the appeal"), ()), advice=RECORD_VOTE)
    if vote is not None and vote.stopped_at is not None and _past(evidence, point.meeting, point.appealed_at):
        message = N_("{subject}: the vote on the appeal was broken off, and no other was taken.")
        cut = Case("R24", judged_record(evidence, point), "appeal broken off")
        yield cut.found(message, {}, raised, *vote_opened(evidence, vote), advice=RECORD_VOTE)


def _vote_on(evidence: Evidence, motion: Motion) -> Vote | None:
    return next((one for one in evidence.votes if one.motion == motion.key), None)


def _taken_up(evidence: Evidence, motion: Motion) -> datetime.datetime | None:
    """When a motion was put to the vote, or settled without one; ``None`` while it waits."""
    vote = _vote_on(evidence, motion)
    return vote.opened_at if vote is not None else motion.settled_at


def _moved(evidence: Evidence, motion: Motion) -> Fact:
    return taken_from(evidence, N_("Moved on"), evidence.day_of(motion.meeting, motion.at), motion)


def _fate(evidence: Evidence, motion: Motion) -> Iterator[Finding]:
    if _taken_up(evidence, motion) is None and _past(evidence, motion.meeting, motion.at):
        case = Case("R24", judged_record(evidence, motion), "fate")
        message = N_("{subject}: it is not recorded what became of it.")
        yield case.found(message, {}, _moved(evidence, motion), advice=RECORD_FATE)


def _speakers(evidence: Evidence, motion: Motion) -> Iterator[Finding]:
    """Beside its mover, as many may speak on a motion as its rule of procedure says."""
    heard, allowed = evidence.heard.get(motion.meeting, ()), SPEAKERS[motion.kind]
    sides = (
        (InterventionKind.FOR_MOTION, allowed.in_favour, _IN_FAVOUR),
        (InterventionKind.AGAINST_MOTION, allowed.against, _AGAINST),
    )
    for kind, most, message in sides:
        spoke = spoke_on(motion, heard, kind)
        if len(spoke) > most:
            case = Case("R24", judged_record(evidence, motion), str(kind))
            values = {"count": len(spoke), "most": most, "numbers": allowed.numbers}
            yield case.found(message, values, _moved(evidence, motion), counted(evidence, N_("Speakers"), spoke))


_IN_FAVOUR = N_("{subject}: speakers in favour beside the mover: {count}; the rule has {most} (GA {numbers}).")
_AGAINST = N_("{subject}: speakers against: {count}; the rule has {most} (GA {numbers}).")


def _overtaken(evidence: Evidence, motion: Motion) -> Iterator[Finding]:
    """What was taken up while a motion waited that comes before it: another motion, or a vote on a proposal."""
    taken_up = _taken_up(evidence, motion) or ALWAYS
    for other in evidence.facts.motions:
        at = _taken_up(evidence, other)
        later = other.kind.precedence > motion.kind.precedence and other.fate is not Fate.WITHDRAWN
        if other.meeting == motion.meeting and later and at is not None and motion.at < at < taken_up:
            case = Case("R24", judged_record(evidence, motion), other.key)
            message = N_("{subject}: taken up before it, although it comes after it: {other}.")
            named = judged_record(evidence, other)
            facts = (_moved(evidence, motion), taken_from(evidence, N_("Other motion"), named, other))
            yield case.found(message, {"other": named}, *facts, *vote_opened(evidence, _vote_on(evidence, other)))
    for vote in evidence.votes:
        if vote.meeting == motion.meeting and vote.kind is VoteKind.PROPOSAL and motion.at < vote.opened_at < taken_up:
            case = Case("R24", judged_record(evidence, motion), vote.key)
            message = N_("{subject}: {vote} was opened while the motion waited, which comes before any proposal.")
            values: dict[str, object] = {"vote": evidence.vote(vote)}
            yield case.found(message, values, _moved(evidence, motion), *vote_opened(evidence, vote))


def r25(evidence: Evidence) -> Iterator[Finding]:
    """(silent; GA 88/128) R25: a vote, or a ballot, is interrupted by a point of order on its conduct only.

    A vote that was broken off is named, and what was voted, said or agreed while nobody was in session.

    A vote is explained before it or after it, in no secret ballot, and not by who proposed the text or the amendment.
    """
    yield not_regulated(evidence, "R25")
    conduct = {one.intervention for one in evidence.facts.points if one.on_voting}
    for voting in votings(evidence.facts.votes, evidence.elections, evidence.facts.ballots):
        for one in evidence.heard.get(voting.meeting, ()):
            if voting.opened_at < one.at < (voting.until or ALWAYS) and one.key not in conduct:
                yield _interrupted(evidence, voting.of, one)
    yield from out_of_session(evidence)
    for heard in evidence.heard.values():
        for one in heard:
            if one.kind is InterventionKind.EXPLANATION:
                yield from _explained(evidence, one)


def _interrupted(evidence: Evidence, voting: Vote | ElectionBallot, heard: Intervention) -> Finding:
    points = [one for one in evidence.facts.points if one.intervention == heard.key]
    facts = (
        taken_from(evidence, N_("Statement"), judged_record(evidence, heard), heard),
        *(taken_from(evidence, N_("Point of order"), judged_record(evidence, one), one) for one in points),
    )
    values: dict[str, object] = {"state": _spoke(evidence, heard)}
    if isinstance(voting, Vote):
        case = Case("R25", evidence.vote(voting), heard.key)
        return case.found(_POINT_IN_VOTE if points else _SAID_IN_VOTE, values, *vote_opened(evidence, voting), *facts)
    election = next(one for one in evidence.elections if one.key == voting.election)
    case = Case("R25", evidence.election(election), heard.key)
    opened = ballot_opened(evidence, election.meeting, voting)
    return case.found(
        _POINT_IN_BALLOT if points else _SAID_IN_BALLOT, values | {"number": voting.number}, opened, *facts
    )


_POINT_IN_VOTE = N_("{subject}: a point of order ({state}) interrupted it that was not on the conduct of the voting.")
_SAID_IN_VOTE = N_("{subject}: the vote was interrupted by a statement ({state}).")
_POINT_IN_BALLOT = N_(
    "{subject}: ballot {number} was interrupted by a point of order ({state}) that was not on the conduct of the"
    " voting."
)
_SAID_IN_BALLOT = N_("{subject}: ballot {number} was interrupted by a statement ({state}).")


def _spoke(evidence: Evidence, heard: Intervention) -> object:
    if not heard.attributed:
        return Phrase(N_("a delegation"))
    return evidence.named(heard.state) if heard.state is not None else Quoted(heard.body)


def _explained(evidence: Evidence, heard: Intervention) -> Iterator[Finding]:
    """What an explanation of vote departs from: it was of a secret ballot, or of the speaker's own text.

    A statement between two votes of its item does not say which it explains: it is told only where it is so of both.
    """
    found = [_departure(evidence, one, heard) for one in _beside(evidence, heard)]
    if found and found[0] is not None and all(found):
        yield found[0]


def _departure(evidence: Evidence, explains: Vote | ElectionBallot, heard: Intervention) -> Finding | None:
    """What a statement departs from where it explains this vote or ballot; ``None`` where it may be explained."""
    statement = taken_from(evidence, N_("Statement"), judged_record(evidence, heard), heard)
    values: dict[str, object] = {"state": _spoke(evidence, heard)}
    if isinstance(explains, ElectionBallot):
        election = next(one for one in evidence.elections if one.key == explains.election)
        case = Case("R25", evidence.election(election), heard.key)
        ballot = ballot_opened(evidence, election.meeting, explains)
        return case.found(_EXPLAINED_BALLOT, values | {"number": explains.number}, ballot, statement)
    if explains.method is Method.SECRET_BALLOT:
        case = Case("R25", evidence.vote(explains), heard.key)
        return case.found(_EXPLAINED_SECRET, values, *vote_opened(evidence, explains), statement)
    return _own_text(evidence, explains, heard, statement)


_EXPLAINED_SECRET = N_("{subject}: a vote was explained ({state}), although the ballot was secret.")
_EXPLAINED_BALLOT = N_("{subject}: in ballot {number}, which was secret, a vote was explained ({state}).")
_OWN_PROPOSAL = N_("{subject}: the sponsor of the proposal ({state}) explained its vote on it.")
_OWN_AMENDMENT = N_("{subject}: the sponsor of the amendment ({state}) explained its vote on it.")


def _own_text(evidence: Evidence, vote: Vote, heard: Intervention, statement: Fact) -> Finding | None:
    """Who proposed what was voted on does not explain its vote on it: a proposal, or a part of it, or an amendment."""
    proposal = evidence.proposals.get(vote.proposal or "")
    amendment = next((one for one in evidence.facts.amendments if one.key == vote.amendment), None)
    own = amendment if vote.kind is VoteKind.AMENDMENT else proposal
    if proposal is None or own is None or own.sponsor is None or own.sponsor != heard.state:
        return None
    message = _OWN_PROPOSAL if own is proposal else _OWN_AMENDMENT
    text = taken_from(evidence, N_("Proposal"), evidence.proposal(proposal), proposal)
    case = Case("R25", evidence.vote(vote), heard.key)
    return case.found(message, {"state": _spoke(evidence, heard)}, *vote_opened(evidence, vote), statement, text)


EXPLAINED = frozenset({VoteKind.PROPOSAL, VoteKind.PART, VoteKind.AMENDMENT})
"""Votes that are explained: those on texts."""


def _beside(evidence: Evidence, heard: Intervention) -> tuple[Vote | ElectionBallot, ...]:
    """What a statement under an item may explain: the last vote or ballot before it, and the first after it."""
    known: list[Vote | ElectionBallot] = [
        one for one in evidence.votes if one.item == heard.item and one.kind in EXPLAINED
    ]
    for election in evidence.elections:
        if election.item == heard.item:
            known += evidence.election_ballots.get(election.key, ())
    known.sort(key=lambda one: one.opened_at)
    before = [one for one in known if one.opened_at < heard.at]
    return (*before[-1:], *known[len(before) :][:1])
