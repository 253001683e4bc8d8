"""Points of order and procedural motions as they happen (R24): who rose, how the Chair ruled, what became of it."""

import dataclasses
import datetime
from collections.abc import Callable
from dataclasses import dataclass

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafted import in_all
from nmirf_desktop.domain.floor import unfinished
from nmirf_desktop.domain.motions import (
    APPEAL_QUESTION,
    QUESTIONS,
    Fate,
    Motion,
    MotionKind,
    PointOfOrder,
    Ruling,
    check_appeal,
    check_pending,
    check_unruled,
    in_precedence,
    spoke_on,
)
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.tally import outcome_in_force
from nmirf_desktop.domain.voting import Method, Outcome, Vote, VoteKind
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.attending import take_part
from nmirf_desktop.services.floor import begin, end
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.services.votings import votings_of
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.floor import MOTIONS, POINTS_OF_ORDER, SPEAKING_TIMES
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.voting import INTERVENTIONS, POSITIONS, VOTES


@dataclass(frozen=True, slots=True)
class MotionFile:
    """A motion with who spoke on it beside its mover, and the vote on it with its outcome once it was announced."""

    motion: Motion
    in_favour: tuple[Intervention, ...] = ()
    against: tuple[Intervention, ...] = ()
    vote: Vote | None = None
    outcome: Outcome | None = None

    @property
    def pending(self) -> bool:
        """Whether it is still to be settled; while its vote is open it is."""
        return self.motion.fate is None and self.outcome is None


@dataclass(frozen=True, slots=True)
class PointFile:
    """A point of order with the vote on the appeal against its ruling, and the outcome once it was announced."""

    point: PointOfOrder
    vote: Vote | None = None
    outcome: Outcome | None = None

    @property
    def pending(self) -> bool:
        """Whether the Chair has still to rule, or the meeting to decide on the appeal."""
        return self.point.ruling is None or (self.point.appealed_at is not None and self.outcome is None)


def ballot_on(file: MotionFile | PointFile) -> Ballot:
    """The vote on a motion, or on the appeal against a ruling: the question is the program's, in three languages."""
    if isinstance(file, MotionFile):
        motion, asked = file.motion, QUESTIONS[file.motion.kind]
        question = in_all(lambda words: words.gettext(asked))
        kind = VoteKind.PROCEDURAL
        return Ballot(
            motion.meeting, motion.item, Method.SHOW_OF_HANDS, kind=kind, question=question, motion=motion.key
        )
    point, question = file.point, in_all(lambda words: words.gettext(APPEAL_QUESTION))
    return Ballot(
        point.meeting, point.item, Method.SHOW_OF_HANDS, kind=VoteKind.APPEAL, question=question, point=point.key
    )


class Motions:
    """The points of order and procedural motions of a meeting in the register."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def files(self, meeting: Key) -> tuple[MotionFile, ...]:
        """The motions in the order in which they were moved."""
        with self._store.read() as session:
            heard = INTERVENTIONS.all(session, meeting=meeting)
            return tuple(self._file(session, one, heard) for one in MOTIONS.all(session, meeting=meeting))

    def pending(self, meeting: Key) -> tuple[MotionFile, ...]:
        """The motions that are still to be settled, in the order of precedence (R24)."""
        known = {one.motion.key: one for one in self.files(meeting) if one.pending}
        return tuple(known[one.key] for one in in_precedence(file.motion for file in known.values()))

    def _file(self, session: Session, motion: Motion, heard: tuple[Intervention, ...]) -> MotionFile:
        vote = VOTES.first(session, motion=motion.key, stopped_at=None)
        return MotionFile(
            motion,
            spoke_on(motion, heard, InterventionKind.FOR_MOTION),
            spoke_on(motion, heard, InterventionKind.AGAINST_MOTION),
            vote,
            _outcome(session, vote),
        )

    def points(self, meeting: Key) -> tuple[PointFile, ...]:
        """The points of order in the order in which they were raised."""
        with self._store.read() as session:
            found = []
            for point in POINTS_OF_ORDER.all(session, meeting=meeting):
                vote = VOTES.first(session, point=point.key, stopped_at=None)
                found.append(PointFile(point, vote, _outcome(session, vote)))
        return tuple(found)

    # -- motions ---------------------------------------------------------------------------------------------------

    def move(self, meeting: Key, item: Key, state: StateCode, kind: MotionKind, language: Language) -> Motion:
        """A State moves a procedural motion under an item; it has the floor for it, and the debate waits.

        Raises:
            Refusal: the sitting is suspended.
        """
        motion = Motion(new_key(), meeting, item, kind, self._clock(), state)
        with self._store.write(N_("record a procedural motion"), Subject.SESSION) as session:
            MOTIONS.save(session, motion)
            begin(session, _said(motion, state, InterventionKind.MOTION, language, motion.at))
        return motion

    def speak(self, key: Key, state: StateCode, *, in_favour: bool, language: Language) -> Intervention:
        """A State speaks on a motion; that too many speak is recorded as it happens (R24).

        Raises:
            Refusal: the motion is settled, or the sitting is suspended.
        """
        kind = InterventionKind.FOR_MOTION if in_favour else InterventionKind.AGAINST_MOTION
        with self._store.write(N_("give the floor on a motion"), Subject.SESSION) as session:
            motion = self._undecided(session, key)
            said = _said(motion, state, kind, language, self._clock())
            begin(session, said)
        return said

    def settle(self, key: Key, fate: Fate) -> Motion:
        """A motion is adopted or not adopted without a vote, or withdrawn by its mover.

        Raises:
            Refusal: it is settled already, or a vote on it was opened.
        """
        with self._store.write(N_("settle a procedural motion"), Subject.SESSION) as session:
            motion = self._undecided(session, key)
            settled = dataclasses.replace(motion, fate=fate, settled_at=self._clock())
            MOTIONS.save(session, settled)
            self._leave_floor(session, lambda heard: heard.motion == key, motion.meeting)
        return settled

    def _undecided(self, session: Session, key: Key) -> Motion:
        motion = MOTIONS.standing(session, key)
        check_pending(motion, voted=VOTES.first(session, motion=key, stopped_at=None) is not None)
        return motion

    # -- points of order -------------------------------------------------------------------------------------------

    def raise_point(self, meeting: Key, item: Key, state: StateCode, language: Language) -> PointOfOrder:
        """A State rises to a point of order and has the floor at once; who spoke is interrupted.

        While a vote or a ballot is open it is on the conduct of the voting, which alone may interrupt it (R25).

        Raises:
            Refusal: the sitting is suspended.
        """
        with self._store.write(N_("record a point of order"), Subject.SESSION) as session:
            now = self._clock()
            voting = any(one.open for one in votings_of(session, meeting))
            said = Intervention(
                new_key(), meeting, item, now, state, kind=InterventionKind.POINT_OF_ORDER, language=language
            )
            begin(session, said)
            point = PointOfOrder(new_key(), meeting, item, said.key, state, now, on_voting=voting)
            POINTS_OF_ORDER.save(session, point)
        return point

    def concern_voting(self, key: Key, *, on_voting: bool) -> None:
        """Say whether a point of order was on the conduct of the voting (R25)."""
        with self._store.write(N_("record a point of order"), Subject.SESSION) as session:
            POINTS_OF_ORDER.save(
                session, dataclasses.replace(POINTS_OF_ORDER.standing(session, key), on_voting=on_voting)
            )

    def rule(self, key: Key, ruling: Ruling) -> PointOfOrder:
        """The Chair rules on a point of order; whom it interrupted has the floor again.

        Raises:
            Refusal: the Chair has ruled already.
        """
        with self._store.write(N_("record the Chair’s ruling"), Subject.SESSION) as session:
            point = POINTS_OF_ORDER.standing(session, key)
            check_unruled(point)
            ruled = dataclasses.replace(point, ruling=ruling, ruled_at=self._clock())
            POINTS_OF_ORDER.save(session, ruled)
            self._leave_floor(session, lambda heard: heard.key == point.intervention, point.meeting)
        return ruled

    def appeal(self, key: Key, state: StateCode) -> PointOfOrder:
        """A State appeals against a ruling, which is put to the vote at once (R24).

        Raises:
            Refusal: the Chair has not ruled, or an appeal is recorded already.
        """
        with self._store.write(N_("record an appeal against a ruling"), Subject.SESSION) as session:
            point = POINTS_OF_ORDER.standing(session, key)
            check_appeal(point)
            now = self._clock()
            appealed = dataclasses.replace(point, appealed_by=state, appealed_at=now)
            POINTS_OF_ORDER.save(session, appealed)
            take_part(session, point.meeting, state, now)
        return appealed

    def _leave_floor(self, session: Session, over: Callable[[Intervention], bool], meeting: Key) -> None:
        waiting = unfinished(INTERVENTIONS.all(session, meeting=meeting), SPEAKING_TIMES.all(session, meeting=meeting))
        for one in waiting:
            if over(one.heard):
                end(session, one, self._clock())


def _said(
    motion: Motion, state: StateCode, kind: InterventionKind, language: Language, at: datetime.datetime
) -> Intervention:
    return Intervention(
        new_key(), motion.meeting, motion.item, at, state, kind=kind, language=language, motion=motion.key
    )


def _outcome(session: Session, vote: Vote | None) -> Outcome | None:
    if vote is None or vote.closed_at is None:
        return None
    return outcome_in_force(vote, POSITIONS.all(session, vote=vote.key))
