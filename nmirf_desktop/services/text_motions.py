"""Motions about a text: that it be divided (R21), that it be considered again (R26)."""

import dataclasses
from collections.abc import Sequence

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.divisions import (
    Part,
    TextMotion,
    TextMotionFile,
    TextMotionKind,
    check_no_motion_pending,
    check_parts,
    is_operative,
)
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.voting import ConsensusCall
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.changed_texts import consider_again, follow_division, keep_as_it_is
from nmirf_desktop.services.consensus import agree, object_to
from nmirf_desktop.services.openings import STALE_MOTION, STALE_PART, check_part_put, check_reconsidered, pending_motion
from nmirf_desktop.services.proposal_files import ProposalFile, check_undecided, check_whole, file_of, standing_proposal
from nmirf_desktop.storage.amendments import PARTS, TEXT_MOTIONS
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.voting import VOTES


class TextMotions:
    """The motions about texts in the register."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def divide(self, proposal: Key, passages: Sequence[str], mover: StateCode | None = None) -> TextMotion:
        """(silent; GA 89/129) R21: it is moved that parts of a proposal be voted on separately.

        Amendments are settled first: a part is put as it was amended.

        Raises:
            Refusal: the proposal is settled, or an amendment or another motion is still before the meeting.
            Problem: a part cannot be told in the text.
        """
        with self._store.write(N_("move the division of a proposal"), Subject.VOTES) as session:
            file = file_of(session, standing_proposal(session, proposal))
            check_undecided(file)
            check_whole(file)
            text, now = file.proposal.text.original, self._clock()
            check_parts(text, passages)
            keep_as_it_is(session, file.proposal, now)
            motion = TextMotion(new_key(), proposal, TextMotionKind.DIVISION, now, mover)
            TEXT_MOTIONS.save(session, motion)
            for number, passage in enumerate(sorted(passages, key=text.find), 1):
                PARTS.save(session, Part(new_key(), motion.key, number, passage, is_operative(passage, text)))
        return motion

    def reconsider(self, proposal: Key, mover: StateCode | None = None) -> TextMotion:
        """(silent; GA 81/123) R26, A15: it is moved that what was adopted or rejected be considered again.

        Raises:
            Refusal: it is before the meeting, its minutes are approved, or the Committee rests on it.
        """
        with self._store.write(N_("move the reconsideration of a proposal"), Subject.VOTES) as session:
            file = file_of(session, standing_proposal(session, proposal))
            check_reconsidered(session, file)
            check_no_motion_pending(file.motions)
            motion = TextMotion(new_key(), proposal, TextMotionKind.RECONSIDERATION, self._clock(), mover)
            TEXT_MOTIONS.save(session, motion)
        return motion

    def agree(self, key: Key) -> None:
        """Nobody objects to a motion: it is granted without a vote.

        Raises:
            Refusal: it is settled, or a vote on it is going on.
        """
        with self._store.write(N_("agree to a motion"), Subject.VOTES) as session:
            file, found = _pending(session, key)
            now = self._clock()
            TEXT_MOTIONS.save(session, dataclasses.replace(found.motion, agreed_at=now))
            if found.motion.kind is TextMotionKind.RECONSIDERATION:
                check_reconsidered(session, file)
                consider_again(session, file, now)

    def take_back(self, key: Key) -> None:
        """The mover takes a motion back before it was settled; the journal keeps it.

        Where a vote on it was broken off, which stays with what it was on, the motion stays as one that was withdrawn.

        Raises:
            Refusal: it is settled, or a vote on it is going on.
        """
        with self._store.write(N_("take back a motion"), Subject.VOTES) as session:
            _, found = _pending(session, key)
            if VOTES.first(session, text_motion=key) is not None:
                TEXT_MOTIONS.save(session, dataclasses.replace(found.motion, withdrawn_at=self._clock()))
                return
            for one in found.parts:
                PARTS.remove(session, one.part.key)
            TEXT_MOTIONS.remove(session, key)

    def adopt_part(self, key: Key) -> None:
        """The Chair put a part and heard no objection (R12): it stays in the text.

        Raises:
            Refusal: it was decided on already, or nobody is there.
        """
        with self._store.write(N_("adopt a part by consensus"), Subject.VOTES) as session:
            file, _ = _part(session, key)
            check_part_put(file, key)
            now = self._clock()
            agree(session, ConsensusCall(new_key(), file.proposal.key, now, objected=False, part=key), file.proposal)
            follow_division(session, file_of(session, file.proposal), now)

    def note_objection(self, key: Key, objector: StateCode | None = None) -> ConsensusCall | Intervention:
        """Somebody objects to a part that the Chair put; a member's objection opens the way to a vote (R13)."""
        with self._store.write(N_("note an objection"), Subject.VOTES, Subject.SESSION) as session:
            file, _ = _part(session, key)
            check_part_put(file, key)
            call = ConsensusCall(new_key(), file.proposal.key, self._clock(), True, objector, part=key)
            return object_to(session, call, file.proposal)


def _pending(session: Session, key: Key) -> tuple[ProposalFile, TextMotionFile]:
    motion = TEXT_MOTIONS.find(session, key)
    if motion is None:
        raise Refusal(STALE_MOTION)
    file = file_of(session, standing_proposal(session, motion.proposal))
    found = pending_motion(file, key)
    if found.votes:
        raise Refusal(
            N_(
                "A vote on this motion is going on: go back to it (F8) and announce its result, or break it"
                " off (Ctrl+Shift+B)."
            ),
            section="R25",
        )
    return file, found


def _part(session: Session, key: Key) -> tuple[ProposalFile, Part]:
    part = PARTS.find(session, key)
    if part is None:
        raise Refusal(STALE_PART, section="R21")
    motion = TEXT_MOTIONS.get(session, part.motion)
    return file_of(session, standing_proposal(session, motion.proposal)), part
