"""Reasons that minutes quote in each language as they were typed in one: in which language is not recorded."""

from collections.abc import Iterator

from nmirf_desktop.domain.election_papers import every_election
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.voting import Act
from nmirf_desktop.i18n import N_

AS_ENTERED = N_("Reasons as entered in one language, quoted so in each: {n}.")


def typed_reasons(facts: RecordedMeeting) -> tuple[str, ...]:
    """The reasons that the minutes of a meeting quote: of elections, of votes and of what was put right in them."""
    return tuple(one for one in (*_of_elections(facts), *_of_votes(facts)) if one.strip())


def reasons_said(facts: RecordedMeeting) -> Phrase:
    """How many reasons are quoted as they were entered; nothing to say where there are none."""
    found = typed_reasons(facts)
    return Phrase(AS_ENTERED, {"n": len(found)}) if found else Phrase()


def _of_elections(facts: RecordedMeeting) -> Iterator[str]:
    for one in every_election(facts):
        yield from (again.reason for again in one.reopened)
        if one.election.stopped_at is not None:
            yield one.election.reason
        for view in one.ballots:
            if view.closed:
                yield view.ballot.divergence
                yield from (again.reason for again in view.corrections)


def _of_votes(facts: RecordedMeeting) -> Iterator[str]:
    """Of a record that was put right after the announcement (R27), and of a vote that was broken off."""
    closed = {one.key: one.closed_at for one in facts.votes if one.closed_at is not None}
    yield from (one.stopped_for for one in facts.votes if one.stopped_at is not None)
    yield from (one.reason for one in facts.totals_corrections if one.vote in closed)
    for one in facts.positions:
        if one.act is Act.REKEYED and one.vote in closed and one.at > closed[one.vote]:
            yield one.reason
