"""What becomes of the text of a proposal, version by version: amended, divided, corrected, considered again."""

import dataclasses
import datetime
from collections.abc import Collection, Sequence
from contextlib import suppress

from nmirf_desktop.domain.amendments import (
    AmendmentFile,
    Reads,
    Standing,
    TextVersion,
    VersionCause,
    as_it_read,
    as_it_reads,
    effective,
)
from nmirf_desktop.domain.divisions import divided
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.tally import outcome_in_force
from nmirf_desktop.domain.voting import Outcome, Position, Proposal, Vote, VoteKind
from nmirf_desktop.services.grounds import at_of, overtaken, stands_again
from nmirf_desktop.services.proposal_files import ProposalFile, file_of
from nmirf_desktop.services.proposals import decide_again, take_out, told_at
from nmirf_desktop.storage.amendments import TEXT_VERSIONS
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import PROPOSALS


def keep(
    session: Session, proposal: Proposal, cause: VersionCause, at: datetime.datetime, amendment: Key | None = None
) -> TextVersion:
    """Keep the text as it reads now."""
    kept = TEXT_VERSIONS.all(session, proposal=proposal.key)
    version = TextVersion(new_key(), proposal.key, len(kept) + 1, at, cause, proposal.text, amendment, proposal.title)
    TEXT_VERSIONS.save(session, version)
    return version


def keep_as_it_is(session: Session, proposal: Proposal, at: datetime.datetime) -> None:
    """Keep the text as it reads where the last version kept reads otherwise: as submitted first, revised afterwards."""
    kept = TEXT_VERSIONS.all(session, proposal=proposal.key)
    if not kept or as_it_read(kept[-1], proposal) != as_it_reads(proposal):
        keep(session, proposal, VersionCause.REVISED if kept else VersionCause.TABLED, at)


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """Why and when a text reads otherwise, and the amendment that makes it so, if any."""

    cause: VersionCause
    at: datetime.datetime
    amendment: Key | None = None


def change(session: Session, proposal: Proposal, now: Reads, why: Change) -> Proposal:
    """Title or text read otherwise in their original; both are kept, the translations are "to be conformed"."""
    keep_as_it_is(session, proposal, why.at)
    title, text = proposal.title, proposal.text
    changed = dataclasses.replace(
        proposal, title=title.with_text(title.source, now.title), text=text.with_text(text.source, now.text)
    )
    PROPOSALS.save(session, changed)
    keep(session, changed, why.cause, why.at, why.amendment)
    return changed


def make(session: Session, file: ProposalFile, one: AmendmentFile, why: Change) -> None:
    """The change of an amendment in the title or text of its proposal; a sub-amendment changes the amendment alone.

    Raises:
        Refusal: its passage does not stand in the text as it is now.
    """
    if one.amendment.amends is None:
        now = as_it_reads(file.proposal).amended(effective(one, file.amendments))
        change(session, file.proposal, now, why)


def follow_text(session: Session, vote: Vote, positions: Collection[Position]) -> None:
    """What a vote that was announced makes of the text: an amendment, the parts of a division, a reconsideration.

    A correction of the record that turns the vote on an amendment turns the text, as long as it is before the meeting
    and nothing else changed it since; else the text that was put to the meeting stands.
    """
    if vote.closed_at is None or vote.proposal is None:
        return
    file = file_of(session, PROPOSALS.get(session, vote.proposal))
    adopted = outcome_in_force(vote, positions) is Outcome.ADOPTED
    match vote.kind:
        case VoteKind.AMENDMENT:
            _follow_amendment(session, file, vote, adopted=adopted)
        case VoteKind.PART:
            follow_division(session, file, vote.closed_at)
        case VoteKind.RECONSIDERATION:
            told = told_at(session, vote, positions, vote.closed_at)
            follow_reconsideration(session, file, vote.closed_at, told, adopted=adopted)
        case _:
            pass


def _follow_amendment(session: Session, file: ProposalFile, vote: Vote, *, adopted: bool) -> None:
    one = file.amendment(vote.amendment or "")
    made = [each for each in file.versions if each.amendment == vote.amendment]
    in_text = bool(made) and made[-1].cause is VersionCause.ADOPTED
    at = vote.closed_at
    if at is None or file.settled or file.vote_open or adopted is in_text:
        return
    if adopted:
        with suppress(Refusal):  # the passage went before the record was corrected: the text that was put stands
            make(session, file, one, Change(VersionCause.ADOPTED, at, one.amendment.key))
    elif file.versions[-1] == made[-1] and as_it_reads(file.proposal) == as_it_read(made[-1], file.proposal):
        before = as_it_read(file.versions[-2], file.proposal)
        change(session, file.proposal, before, Change(VersionCause.CORRECTED, at, one.amendment.key))


def follow_division(session: Session, file: ProposalFile, at: datetime.datetime) -> None:
    """(silent; GA 89/129) R21: once all parts are decided on, what was rejected leaves the text.

    Where all operative parts were, the proposal is rejected as a whole, and its text stays as it was put. A part whose
    record is put right comes back, or goes, as long as the whole was not put and nothing else changed the text (R27).
    """
    division, now = file.division, file.proposal.text.original
    if division is None or division.divided_at is None or _whole_put(file):
        return
    put, made = _as_divided(file, division.motion.moved_at)
    rejected = [one.part.passage for one in division.parts if one.standing is Standing.REJECTED]
    text = put if file.rejected_in_parts else divided(put, rejected)
    if any(one.amendment is not None for one in made) or text == now or (made and made[-1].text.original != now):
        return
    cause = VersionCause.CORRECTED if made else VersionCause.DIVIDED
    change(session, file.proposal, Reads(file.proposal.title.original, text), Change(cause, at))


def _whole_put(file: ProposalFile) -> bool:
    """Whether the whole was put to the meeting after its parts, or is put no more."""
    gone = file.proposal.withdrawn_at is not None or file.proposal.passed_over_at is not None
    return gone or file.decision is not None or bool(file.votes)


def _as_divided(file: ProposalFile, moved_at: datetime.datetime) -> tuple[str, Sequence[TextVersion]]:
    """The text of which the parts were put, and the versions that were kept from the first without some of them on."""
    places = [
        place for place, one in enumerate(file.versions)
        if one.cause is VersionCause.DIVIDED and one.made_at >= moved_at
    ]  # fmt: skip
    if not places:
        return file.proposal.text.original, ()
    return file.versions[places[0] - 1].text.original, file.versions[places[0] :]


def follow_reconsideration(
    session: Session, file: ProposalFile, at: datetime.datetime, told: datetime.datetime, *, adopted: bool
) -> None:
    """(silent; GA 81/123) R26, R27: a proposal is before the meeting again; or, by the corrected record, it never was.

    *at* is when the meeting voted on it, *told* since when the record says so.

    Then its decision stands, with its number, and with the text as it was adopted. What the meeting decided on the
    proposal since then stands in any case.

    Raises:
        Refusal: the Committee in the register was appointed by the decision, or a vote on the proposal is going on.
    """
    if overtaken(session, file, at):
        return
    if adopted:
        consider_again(session, file, at, told)
    elif file.decision is None and (ground := stands_again(session, file, at)) is not None:
        proposal = _as_adopted(session, file, at)
        decide_again(session, proposal, at_of(ground), ground.key if isinstance(ground, Vote) else None)


def _as_adopted(session: Session, file: ProposalFile, at: datetime.datetime) -> Proposal:
    """A proposal with the text that was kept when it came before the meeting again at a moment."""
    kept = [one for one in file.versions if one.cause is VersionCause.RECONSIDERED and one.made_at == at]
    if not kept or as_it_read(kept[-1], file.proposal) == as_it_reads(file.proposal):
        return file.proposal
    return change(session, file.proposal, as_it_read(kept[-1], file.proposal), Change(VersionCause.CORRECTED, at))


def consider_again(
    session: Session, file: ProposalFile, at: datetime.datetime, told: datetime.datetime | None = None
) -> None:
    """(silent; GA 81/123) R26: a proposal is before the meeting again; its decision is none until it is made anew.

    So it is recorded since *told*, where a record that was put right says it.

    Raises:
        Refusal: the Committee in the register was appointed by the decision.
    """
    if file.decision is not None:
        take_out(session, file.decision, told or at)
    if not any(one.cause is VersionCause.RECONSIDERED and one.made_at == at for one in file.versions):
        keep(session, file.proposal, VersionCause.RECONSIDERED, at)
