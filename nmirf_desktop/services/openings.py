"""What must be so before a vote opens on a proposal, an amendment, a part, or a motion about a text (R21, R22, R26)."""

from nmirf_desktop.domain.amendments import applied, check_open, check_settled, effective, to_amend
from nmirf_desktop.domain.divisions import PartFile, TextMotionFile, TextMotionKind
from nmirf_desktop.domain.motions import check_appealed, check_pending
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.voting import VoteKind
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.proposal_files import ProposalFile, check_undecided, check_whole, check_worded
from nmirf_desktop.services.proposals import check_nothing_built_on
from nmirf_desktop.storage.floor import MOTIONS, POINTS_OF_ORDER
from nmirf_desktop.storage.minutes import approved
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import VOTES

STALE_PART = N_("This part was taken back: divide the proposal again.")
STALE_MOTION = N_("This motion was taken back: enter it again.")


def check_put(session: Session, file: ProposalFile, kind: VoteKind, key: Key) -> None:
    """Refuse to put what is not before the meeting, or not yet; *key* is of the amendment, part, motion or proposal.

    Raises:
        Refusal: it is settled, or something else is settled first.
        Problem: nothing is written of a proposal.
    """
    match kind:
        case VoteKind.AMENDMENT:
            check_amendment_put(file, key)
        case VoteKind.PART:
            check_part_put(file, key)
        case VoteKind.DIVISION:
            check_undecided(file)
            pending_motion(file, key)
        case VoteKind.RECONSIDERATION:
            pending_motion(file, key)
            check_reconsidered(session, file)
        case VoteKind.PROPOSAL:
            check_undecided(file)
            check_whole(file)
            check_worded(file.proposal)
        case _:
            pass


def check_raised(session: Session, motion: Key | None, point: Key | None) -> None:
    """(silent; GA 71/113, 74–77/116–119) R24: a motion is still pending, an appeal recorded, and neither voted on.

    Raises:
        Refusal: the motion was settled or withdrawn, there is no appeal, a vote was opened, or it was taken back.
    """
    if motion is not None:
        check_pending(
            MOTIONS.standing(session, motion), voted=VOTES.first(session, motion=motion, stopped_at=None) is not None
        )
    if point is not None:
        check_appealed(
            POINTS_OF_ORDER.standing(session, point),
            voted=VOTES.first(session, point=point, stopped_at=None) is not None,
        )


def check_amendment_put(file: ProposalFile, key: Key) -> None:
    """(silent; GA 90/130) R22: sub-amendments come first, and the passage still stands in what is amended."""
    check_undecided(file)
    one = file.amendment(key)
    check_open(one)
    check_settled(each for each in file.amendments if each.amendment.amends == key)
    text = to_amend(file.proposal, of_title=one.amendment.of_title).original
    if one.amendment.amends is not None:
        above = file.amendment(one.amendment.amends)
        check_open(above)
        text = effective(above, file.amendments).words
    applied(text, effective(one, file.amendments))


def check_part_put(file: ProposalFile, key: Key) -> PartFile:
    """(silent; GA 89/129) R21: a part of a division that was granted, not decided on yet, which it gives."""
    check_undecided(file)
    found = next((one for each in file.motions for one in each.parts if one.part.key == key), None)
    if found is None:
        raise Refusal(STALE_PART, section="R21")
    if not found.open or file.division is None or found not in file.division.parts:
        raise Refusal(N_("This part of the proposal was decided on already, or is not put separately."), section="R21")
    return found


def pending_motion(file: ProposalFile, key: Key) -> TextMotionFile:
    """A motion on which nothing was decided yet. Raises ``Refusal`` where there is none of the key."""
    found = next((one for one in file.motions if one.motion.key == key), None)
    if found is None:
        raise Refusal(STALE_MOTION)
    if found.granted is not None:
        raise Refusal(N_("This motion is settled already."), section=_RULES[found.motion.kind])
    return found


_RULES = {TextMotionKind.DIVISION: "R21", TextMotionKind.RECONSIDERATION: "R26"}


def check_reconsidered(session: Session, file: ProposalFile) -> None:
    """(silent; GA 81/123) R26: what was adopted or rejected is considered again, as long as its meeting goes on.

    Raises:
        Refusal: it is before the meeting or was withdrawn, the minutes are approved, or the Committee rests on it.
    """
    if file.decision is None and not file.lost:
        raise Refusal(N_("Only what was adopted or rejected is considered again."), section="R26")
    if approved(session, file.proposal.meeting):
        raise Refusal(N_("The minutes with this decision are approved: it stands."), section="R26")
    if file.decision is not None:
        check_nothing_built_on(session, file.decision)
