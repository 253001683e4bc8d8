"""Who gave no answer in a vote: absent, or there and silent, as the presence that was noted tells them apart (R20).

"No answer" is what the vote knows (part E); absence is presence's word, and no position.
"""

import datetime
from collections.abc import Collection
from enum import StrEnum

from nmirf_desktop.domain.attendance import ARRIVALS, presences, present
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.domain.voting import ANSWER_LABELS, Answer, Vote
from nmirf_desktop.i18n import Catalog


class Silence(StrEnum):
    """Why a list of a voting record has a member that gave no answer; *untold* where no presence was noted."""

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


def silence_of(vote: Vote, facts: RecordedMeeting, silent: Collection[StateCode]) -> dict[StateCode, Silence]:
    """(silent; part E) R17, R20: of each member without an answer, whether it was absent from the vote.

    Absent is who was at no moment of it noted as present, or was so by mistake. Who came, left or lost its connection
    during it, and who passed in it, was called and did not answer.
    """
    if not _noted(vote, facts):
        return dict.fromkeys(silent, Silence.UNTOLD)
    there = _there(vote, facts)
    return {state: Silence.SILENT if state in there else Silence.ABSENT for state in silent}


def _there(vote: Vote, facts: RecordedMeeting) -> frozenset[StateCode]:
    """Who was there at any moment of a vote, or connected, were it with a connection that was lost."""
    before = presences(facts.presence, vote.opened_at)
    lost = {state for state, kind in before.items() if kind is PresenceKind.CONNECTION_LOST}
    came = {one.state for one in facts.presence if one.kind in ARRIVALS and _during(vote, one.at)}
    noted = (present(facts.presence, vote.opened_at) | lost | came) & facts.attended
    return noted | {one.state for one in facts.voted(vote) if one.answer is Answer.PASSED}


def _during(vote: Vote, at: datetime.datetime) -> bool:
    return vote.opened_at <= at and (vote.closed_at is None or at <= vote.closed_at)


def _noted(vote: Vote, facts: RecordedMeeting) -> bool:
    """Whether the presence of any member entitled was noted by the end of a vote, and not by what it did alone."""
    acts = {(one.state, one.at) for one in facts.interventions}
    acts |= {(one.state, one.at) for one in facts.positions}
    acts |= {(one.objector, one.at) for one in facts.calls}
    return any(_by_hand(vote, one) and (one.state, one.at) not in acts for one in facts.presence)


def _by_hand(vote: Vote, event: PresenceEvent) -> bool:
    ended = vote.closed_at is not None and event.at > vote.closed_at
    return event.kind in ARRIVALS and event.state in vote.entitled and not ended
