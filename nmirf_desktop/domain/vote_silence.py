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

    The rule: absent is who was not there at any moment of the vote, and of whom presence says so for the sitting in
    which it was held: it was noted in it as having left, or most members who were not there yet were noted as present
    at one moment, and it was not among them. Of whom nothing says so, it is told that no answer was given.

    That moment is the opening of the sitting, where what was noted before stands, or one in it until the vote was
    opened, of three members and a third of all at least, or with which nobody was left out. Noted is what was so by
    hand: who speaks, objects, appeals or answers in the sitting is there by that, and of the others it says nothing;
    nor does who is noted alone, or one of two, as a late arrival is.
    """
    there, told = _there(vote, facts), _noted(vote, facts)
    absent = frozenset(silent) if told else _left(vote, facts)
    known = Silence.SILENT if told else Silence.UNTOLD
    return {state: Silence.ABSENT if state in absent - there else known for state in silent}


def _there(vote: Vote, facts: RecordedMeeting) -> frozenset[StateCode]:
    """Who was there at any moment of a vote: came, left or lost its connection during it, or passed in it.

    So is who was connected with a connection that was lost, but not who was noted by mistake.
    """
    before = presences(facts.presence, vote.opened_at)
    lost = {state for state, kind in before.items() if kind is PresenceKind.CONNECTION_LOST}
    came = {one.state for one in facts.presence if one.kind in ARRIVALS and _during(vote, one.at)}
    noted = (present(facts.presence, vote.opened_at) | lost | came) & facts.attended
    return noted | {one.state for one in facts.voted(vote) if one.answer is Answer.PASSED}


def _during(vote: Vote, at: datetime.datetime) -> bool:
    return vote.opened_at <= at and not _after(at, vote.closed_at)


def _left(vote: Vote, facts: RecordedMeeting) -> frozenset[StateCode]:
    """Who was noted in the sitting of a vote as having left, and had not come back by the end of the vote.

    What is noted before the sitting, or at its very opening, is of the one before.
    """
    opened = _opening(vote, facts)
    noted = sorted((one.at, one.key, one) for one in facts.presence if not _after(one.at, vote.closed_at))
    last = {one.state: one for *_, one in noted}
    return frozenset(one.state for one in last.values() if one.kind is PresenceKind.LEFT and one.at > opened)


def _noted(vote: Vote, facts: RecordedMeeting) -> bool:
    """Whether most members entitled who were not there yet were noted as present at one moment, for a vote's sitting.

    There already, at a moment in the sitting, is who was so at its opening as it was noted, or did something since.
    Whoever was noted alone before is not: it is a late arrival, and makes nobody else absent by that. Nobody is left
    out where all who were not there already were noted by that moment, alone or together.
    """
    opened, acts, members = _opening(vote, facts), _acts(facts), frozenset(vote.entitled)
    came = _comings(facts)
    last = {one.state: one for one in came if one.at <= opened}
    by_hand = {one.state for one in last.values() if (one.state, one.at) not in acts}
    stood = members & by_hand & present(facts.presence, opened)
    later = [one for one in came if opened < one.at <= vote.opened_at and (one.state, one.at) not in acts]
    for moment in {one.at for one in later}:
        already = stood | {state for state, at in acts if opened <= at < moment}
        others = members - already
        together = others & {one.state for one in later if one.at == moment}
        most = 2 * len(together) > len(others) and len(together) >= max(3, len(members) / 3)
        if most or (together and others <= {one.state for one in later if one.at <= moment}):
            return True
    return 2 * len(stood) > len(members)


def _comings(facts: RecordedMeeting) -> list[PresenceEvent]:
    """What was noted of delegations that were not there: no arrival online from the room, no connection restored."""
    before: dict[StateCode, PresenceKind] = {}
    came = []
    for one in sorted(facts.presence, key=lambda one: (one.at, one.key)):
        if one.kind in ARRIVALS and before.get(one.state, PresenceKind.LEFT) is PresenceKind.LEFT:
            came.append(one)
        before[one.state] = one.kind
    return came


def _acts(facts: RecordedMeeting) -> frozenset[tuple[StateCode | None, datetime.datetime]]:
    """Who did what makes present, and when (R17)."""
    acts: set[tuple[StateCode | None, datetime.datetime]] = {(one.state, one.at) for one in facts.interventions}
    acts |= {(one.state, one.at) for one in facts.positions if one.answer is not Answer.NO_ANSWER}
    acts |= {(one.objector, one.at) for one in facts.calls}
    acts |= {(one.appealed_by, one.appealed_at) for one in facts.points if one.appealed_at is not None}
    return frozenset(acts)


def _opening(vote: Vote, facts: RecordedMeeting) -> datetime.datetime:
    """When the sitting of a vote was opened; of one that was held before any was, when itself was."""
    openings = (one.opened_at for one in facts.sittings if one.opened_at is not None)
    return max((at for at in openings if at <= vote.opened_at), default=vote.opened_at)


def _after(at: datetime.datetime, end: datetime.datetime | None) -> bool:
    return end is not None and at > end
