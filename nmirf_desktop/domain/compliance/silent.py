"""What holds where the Declaration is silent, as facts; R17, R18, and the rules whose facts cannot be recorded yet."""

import datetime
from collections.abc import Callable, Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence, meeting_judged
from nmirf_desktop.domain.compliance.findings import REGISTER, Fact, Finding, FindingState
from nmirf_desktop.domain.compliance.records import counted, resting_on, taken_from
from nmirf_desktop.domain.declaration import rule
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practices import BY_RULE, Option, Question
from nmirf_desktop.domain.practised import presence_at, presence_in
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.voting import Method, Vote
from nmirf_desktop.i18n import N_

Judge = Callable[[Evidence], Iterator[Finding]]

PRACTICE = N_("Practice in force")
OF_PRACTICE = ("Practice in force", "Source of the practice", "In force since", "Default", "Source")
"""The names of the facts that say which practice holds."""


def in_force(evidence: Evidence, number: str, day: datetime.date) -> tuple[Fact, ...]:
    """The practice under a rule on a day: the way, its source and, where it was chosen, since when and why.

    A rule under which no question is open has none.
    """
    asked = BY_RULE.get(number)
    if asked is None:
        return ()
    practices = evidence.practices_at(day)
    way, choice = practices.way(asked.question), practices.choice(asked.question)
    records = resting_on(evidence, (choice,) if choice else ())
    facts = (
        Fact(PRACTICE, Phrase(way.sentence), records),
        Fact(N_("Source of the practice"), way.source_said),
    )
    if choice is None:
        return facts
    since = Fact(N_("In force since"), choice.since, records)
    reason = Fact(N_("Reason of the choice"), choice.reason, note=True)
    return (*facts, since, reason) if choice.reason else (*facts, since)


def defaults(number: str) -> tuple[Fact, ...]:
    """What holds by default where the Declaration is silent, and where that comes from."""
    practice = rule(number).practice
    if practice is None:
        return ()
    source = Phrase(practice.source, {"numbers": practice.numbers})
    return Fact(N_("Default"), Phrase(practice.default)), Fact(N_("Source"), source)


def not_regulated(evidence: Evidence, number: str, *counted: Fact) -> Finding:
    """What holds where the Declaration is silent, by default or as the Network has chosen; and what was looked at."""
    facts, practice = defaults(number), in_force(evidence, number, evidence.on)
    message = N_("The Declaration says nothing about this, so that a default holds. {default}")
    said = Phrase(message, {"default": facts[0].value})
    asked = BY_RULE.get(number)
    choice = evidence.practices_at(evidence.on).choice(asked.question) if asked else None
    if choice is not None:
        message = N_("The Declaration says nothing about this; the Network has chosen. {practice}")
        if choice.decision is None:
            message = N_(
                "The Declaration says nothing about this. In force as noted by the secretariat; no decision is "
                "recorded. {practice}"
            )
        said = Phrase(message, {"practice": practice[0].value})
    return Finding(number, FindingState.NOT_REGULATED, REGISTER, said, facts=(*facts, *practice, *counted))


def r17(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R17: the Declaration asks for no quorum; where one was chosen, what was below it is named.

    A sitting is judged when it is opened, a vote when it is. Presence is counted as the voting record does
    (:func:`presence_in`), and only where it was noted in its meeting.
    """
    yield not_regulated(evidence, "R17")
    for meeting in evidence.meetings:
        if meeting.key in evidence.presence:
            for sitting in sorted(evidence.sittings.get(meeting.key, ()), key=lambda one: one.number):
                yield from _opened_below(evidence, meeting, sitting)
    for vote in evidence.votes:
        day = evidence.day_of(vote.meeting, vote.opened_at)
        if evidence.practices_at(day).choice(Question.QUORUM) and vote.meeting in evidence.presence:
            yield from _below(evidence, vote, day)


def _opened_below(evidence: Evidence, meeting: Meeting, sitting: Sitting) -> Iterator[Finding]:
    """A sitting that was opened with fewer members than the practice of its day asked for."""
    if sitting.opened_at is None:
        return
    day = evidence.day_of(meeting.key, sitting.opened_at)
    practices, events = evidence.practices_at(day), evidence.presence[meeting.key]
    if not practices.choice(Question.QUORUM):
        return
    there = presence_at(practices, evidence.members_at(day), events, sitting.opened_at)
    if there.present >= there.asked.to_open:
        return
    subject = meeting_judged(meeting)
    message = N_(
        "{meeting}: when sitting {number} was opened on {day}, {present} of {members} members were noted as present; "
        "its opening asked for {quorum} under the practice in force."
    )
    values = {
        "meeting": subject,
        "number": sitting.number,
        "day": day,
        "present": there.present,
        "members": there.members,
        "quorum": there.asked.to_open,
    }
    facts = (
        taken_from(evidence, N_("Sitting opened on"), day, sitting),
        Fact(N_("Members present"), there.present),
        Fact(N_("Quorum to open"), there.asked.to_open),
        Fact(N_("Members"), there.members),
        counted(evidence, N_("Entries of presence"), (one for one in events if one.at <= sitting.opened_at)),
        *in_force(evidence, "R17", day),
    )
    advice = Phrase(N_("It is recorded as it happened: nothing that was done is void for it."))
    state = FindingState.NOT_REGULATED
    yield Finding("R17", state, subject, Phrase(message, values), advice, facts, part=sitting.key)


def _below(evidence: Evidence, vote: Vote, day: datetime.date) -> Iterator[Finding]:
    ballot, events = evidence.ballots[vote.key], evidence.presence[vote.meeting]
    if isinstance(ballot.result, Refusal):
        return
    there = presence_in(evidence.practices_at(day), vote, ballot.positions, events)
    if there.present >= there.asked.to_decide:
        return
    subject = evidence.vote(vote)
    message = N_(
        "{vote}: {present} of {members} members were noted as present; a decision asked for {quorum} under the "
        "practice in force."
    )
    values = {
        "vote": subject,
        "present": there.present,
        "members": there.members,
        "quorum": there.asked.to_decide,
    }
    facts = (
        Fact(N_("Members present"), there.present),
        Fact(N_("Quorum for a decision"), there.asked.to_decide),
        Fact(N_("Members"), there.members),
        counted(evidence, N_("Entries of presence"), (one for one in events if one.at <= vote.opened_at)),
        Fact(N_("Vote"), subject, (subject,)),
        *in_force(evidence, "R17", day),
    )
    advice = Phrase(N_("It is recorded as it happened: no vote is void for it. Let the next meeting take note of it."))
    yield Finding("R17", FindingState.NOT_REGULATED, subject, Phrase(message, values), advice, facts)


def r18(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R18: how a vote is taken is not regulated; the default, and the practice on secret ballots."""
    yield not_regulated(evidence, "R18")
    for vote in evidence.votes:
        day = evidence.day_of(vote.meeting, vote.opened_at)
        if vote.method is Method.SECRET_BALLOT and not evidence.practices_at(day).holds(Option.ON_REQUEST):
            yield _secretly(evidence, vote, day)


def _secretly(evidence: Evidence, vote: Vote, day: datetime.date) -> Finding:
    """A secret ballot on a proposal or motion that the practice of its day does not foresee."""
    subject = evidence.vote(vote)
    message = Phrase(
        N_("{vote}: a secret ballot was taken, which the practice of that day foresees for elections at most."),
        {"vote": subject},
    )
    facts = (Fact(N_("Vote"), subject, (subject,)), *in_force(evidence, "R18", day))
    advice = Phrase(N_("The meeting may decide so; choose the practice where it is to hold for later votes."))
    return Finding("R18", FindingState.NOT_REGULATED, subject, message, advice, facts)
