"""Who gave no answer in a vote: absent, or there and silent, as the presence that was noted tells them apart (R20).

"No answer" is what the vote knows (part E); absence is presence's word, and no position.
"""

import datetime
from collections.abc import Collection, Iterable
from enum import StrEnum

from nmirf_desktop.domain.attendance import ARRIVALS, presences, present
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.domain.voting import ANSWER_LABELS, Answer, Vote
from nmirf_desktop.i18n import Catalog


class Silence(StrEnum):
    """Why a list of a voting record has a member that gave no answer; *untold* where presence was not noted."""

    UNTOLD = "untold"
    SILENT = "silent"
    ABSENT = "absent"

    def said_in(self, words: Catalog) -> str:
        """What stands above such members: "Absent" | « Absents » | "Ausentes"."""
        match self:
            case Silence.ABSENT:
                return words.pgettext("voting record", "Absent")
            case Silence.SILENT:
                return words.pgettext("voting record", "Did not answer")
            case Silence.UNTOLD:
                return words.gettext(ANSWER_LABELS[Answer.NO_ANSWER])

    def said_of_one(self, words: Catalog) -> str:
        """What stands beside one such member: "Absent" | « Absence » | "Ausente"."""
        match self:
            case Silence.ABSENT:
                return words.pgettext("answer of one member", "Absent")
            case Silence.SILENT:
                return words.pgettext("answer of one member", "Did not answer")
            case Silence.UNTOLD:
                return words.gettext(ANSWER_LABELS[Answer.NO_ANSWER])


def silence_of(vote: Vote, facts: RecordedMeeting, silent: Collection[StateCode]) -> dict[StateCode, Silence]:
    """(silent; part E) R17, R20: of each member without an answer, whether it was absent from the vote.

    That is told only where the presence of most members was noted for the sitting in which the vote was held; of who
    was noted in it as having left, it always is. Absent is who was at no moment of it noted as present, or was so by
    mistake. Who came, left or lost its connection during it, and who passed in it, was called and did not answer.
    """
    there = _there(vote, facts)
    if not _noted(vote, facts):
        gone = _gone(vote, facts) - there
        return {state: Silence.ABSENT if state in gone else Silence.UNTOLD for state in silent}
    return {state: Silence.SILENT if state in there else Silence.ABSENT for state in silent}


def _there(vote: Vote, facts: RecordedMeeting) -> frozenset[StateCode]:
    """Who was there at any moment of a vote, or connected, were it with a connection that was lost."""
    before = presences(facts.presence, vote.opened_at)
    lost = {state for state, kind in before.items() if kind is PresenceKind.CONNECTION_LOST}
    came = {one.state for one in facts.presence if one.kind in ARRIVALS and _during(vote, one.at)}
    noted = (present(facts.presence, vote.opened_at) | lost | came) & facts.attended
    return noted | {one.state for one in facts.voted(vote) if one.answer is Answer.PASSED}


def _during(vote: Vote, at: datetime.datetime) -> bool:
    return vote.opened_at <= at and not _after(at, vote.closed_at)


def _gone(vote: Vote, facts: RecordedMeeting) -> frozenset[StateCode]:
    """Who was noted, since the sitting before rose, as having left, and had not come back by the end of a vote.

    What is noted at the very opening is no departure: who came to the sitting before alone is not noted in this one.
    """
    opened, risen = _sitting(vote, facts)
    last = _last(one for one in facts.presence if not _after(one.at, vote.closed_at))
    left = (one for one in last.values() if one.kind is PresenceKind.LEFT and one.at != opened)
    return frozenset(one.state for one in left if risen is None or one.at > risen)


def _noted(vote: Vote, facts: RecordedMeeting) -> bool:
    """Whether presence was noted for the sitting of a vote, by its end: that of most members entitled, by hand.

    One arrival tells nothing of the others, nor does what somebody did in the room: who speaks, objects, appeals or
    answers is present from then on. But who was there by that already when several others were noted by hand needed no
    note, and counts with them. What was noted before the sitting counts as long as it stands at its opening.
    """
    came, acts = _came(vote, facts), _acts(facts)
    by_hand = [one for one in came if (one.state, one.at) not in acts]
    known = {one.state for one in by_hand}
    if len(known) > 1:
        until = min(max(one.at for one in by_hand), vote.opened_at)
        known |= {one.state for one in came if one.at <= until}
    return 2 * len(known) > len(vote.entitled)


def _came(vote: Vote, facts: RecordedMeeting) -> list[PresenceEvent]:
    """What was noted of members entitled that came for the sitting of a vote, or stood at its opening, by its end."""
    opened, risen = _sitting(vote, facts)
    stands = {one.key for one in _last(one for one in facts.presence if one.at <= opened).values()}
    came = (one for one in facts.presence if one.kind in ARRIVALS and one.state in vote.entitled)
    by_the_end = (one for one in came if not _after(one.at, vote.closed_at))
    return [one for one in by_the_end if one.key in stands or risen is None or one.at > risen]


def _last(events: Iterable[PresenceEvent]) -> dict[StateCode, PresenceEvent]:
    """The last that was noted of each delegation."""
    return {one.state: one for one in sorted(events, key=lambda one: (one.at, one.key))}


def _acts(facts: RecordedMeeting) -> frozenset[tuple[StateCode | None, datetime.datetime]]:
    """Who did what makes present, and when (R17)."""
    acts: set[tuple[StateCode | None, datetime.datetime]] = {(one.state, one.at) for one in facts.interventions}
    acts |= {(one.state, one.at) for one in facts.positions}
    acts |= {(one.objector, one.at) for one in facts.calls}
    acts |= {(one.appealed_by, one.appealed_at) for one in facts.points if one.appealed_at is not None}
    return frozenset(acts)


def _sitting(vote: Vote, facts: RecordedMeeting) -> tuple[datetime.datetime, datetime.datetime | None]:
    """When the sitting of a vote was opened, and when the one before it rose (``None``: it is the first)."""
    openings = (one.opened_at for one in facts.sittings if one.opened_at is not None)
    opened = max((at for at in openings if at <= vote.opened_at), default=vote.opened_at)
    risen = (one.closed_at for one in facts.sittings if one.closed_at is not None)
    return opened, max((at for at in risen if at <= opened), default=None)


def _after(at: datetime.datetime, end: datetime.datetime | None) -> bool:
    return end is not None and at > end
