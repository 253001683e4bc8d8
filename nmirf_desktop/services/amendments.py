"""Amendments to proposals, and their sponsors: moved, accepted, ordered by the Chair, adopted, withdrawn (R22)."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.amendments import (
    Amendment,
    AmendmentAct,
    AmendmentFile,
    Sponsorship,
    TextVersion,
    VersionCause,
    check_amendment,
    check_open,
    check_settled,
    effective,
    to_amend,
)
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.voting import ConsensusCall
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.changed_texts import Change, keep_as_it_is, make
from nmirf_desktop.services.consensus import agree, object_to
from nmirf_desktop.services.openings import check_amendment_put
from nmirf_desktop.services.proposal_files import ProposalFile, check_undecided, file_of, standing_proposal
from nmirf_desktop.storage.amendments import AMENDMENTS, SPONSORSHIPS
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now


@dataclass(frozen=True, slots=True)
class Wording:
    """What an amendment does to a text, or *of_title* to a title, and with which words."""

    act: AmendmentAct
    passage: str
    words: str = ""
    of_title: bool = False


class Amendments:
    """The amendments in the register, and who sponsors what."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def move(
        self, proposal: Key, wording: Wording, sponsor: StateCode | None = None, amends: Key | None = None
    ) -> Amendment:
        """(silent; GA 90/130) R22: an amendment, or one to an amendment, is submitted; the text as it reads is kept.

        Raises:
            Refusal: it is none, amends a sub-amendment, or the text is settled or being voted on.
            Problem: its words or its passage are missing, or nothing changes.
        """
        with self._store.write(N_("submit an amendment"), Subject.VOTES) as session:
            file = file_of(session, standing_proposal(session, proposal))
            check_undecided(file)
            if file.division is not None:
                raise Refusal(N_("The proposal is divided, and its text no longer changes."), section="R21")
            now = self._clock()
            alike = [one.amendment for one in file.amendments if one.amendment.amends == amends]
            amendment = Amendment(
                new_key(), proposal, len(alike) + 1, wording.act, wording.passage, wording.words, now,
                _language(file, wording, amends), sponsor, amends, of_title=wording.of_title and amends is None,
            )  # fmt: skip
            _check(file, amendment)
            keep_as_it_is(session, file.proposal, now)
            AMENDMENTS.save(session, amendment)
        return amendment

    def accept(self, key: Key) -> None:
        """The main sponsor accepts an amendment: the text is orally revised without a vote, both versions are kept.

        Raises:
            Refusal: it is settled, a sub-amendment is still open, or its passage went from the text.
        """
        with self._store.write(N_("accept an amendment"), Subject.VOTES) as session:
            file, one = _open(session, key)
            check_amendment_put(file, key)
            now = self._clock()
            AMENDMENTS.save(session, dataclasses.replace(one.amendment, accepted_at=now))
            make(session, file, one, Change(VersionCause.ACCEPTED, now, key))

    def adopt_by_consensus(self, key: Key) -> None:
        """The Chair put the amendment and heard no objection (R12): the text is amended.

        Raises as :meth:`accept`, and where nobody is there.
        """
        with self._store.write(N_("adopt an amendment by consensus"), Subject.VOTES) as session:
            file, one = _open(session, key)
            check_amendment_put(file, key)
            now = self._clock()
            call = ConsensusCall(new_key(), file.proposal.key, now, objected=False, amendment=key)
            agree(session, call, file.proposal)
            make(session, file, one, Change(VersionCause.ADOPTED, now, key))

    def note_objection(self, key: Key, objector: StateCode | None = None) -> ConsensusCall | Intervention:
        """Somebody objects to an amendment that the Chair put; a member's objection opens the way to a vote (R13)."""
        with self._store.write(N_("note an objection"), Subject.VOTES, Subject.SESSION) as session:
            file, _ = _open(session, key)
            check_amendment_put(file, key)
            call = ConsensusCall(new_key(), file.proposal.key, self._clock(), True, objector, amendment=key)
            return object_to(session, call, file.proposal)

    def order(self, proposal: Key, keys: Sequence[Key]) -> None:
        """(silent; GA 90/130) R22, part E: the Chair's order of voting on the amendments; those not named have none."""
        with self._store.write(N_("set the order of voting on amendments"), Subject.VOTES) as session:
            file = file_of(session, standing_proposal(session, proposal))
            check_undecided(file)
            places = {key: place for place, key in enumerate(keys, 1)}
            for one in file.amendments:
                ranked = dataclasses.replace(one.amendment, rank=places.get(one.amendment.key))
                if one.open and ranked != one.amendment:
                    AMENDMENTS.save(session, ranked)

    def supersede(self, key: Key, by: Key | None = None) -> None:
        """(silent; GA 90/130) R22: by the Chair's word an amendment is not put, the adoption of another excluding it.

        Raises:
            Refusal: it is settled, or the other one was not adopted.
        """
        with self._store.write(N_("note that an amendment is superseded"), Subject.VOTES) as session:
            file, one = _open(session, key)
            if by is not None and not file.amendment(by).in_force:
                raise Refusal(N_("Only an amendment that was adopted excludes another one."), section="R22")
            gone = dataclasses.replace(one.amendment, superseded_at=self._clock(), superseded_by=by)
            AMENDMENTS.save(session, gone)

    def withdraw(self, key: Key) -> None:
        """(silent; GA 80/122) R26: its sponsor takes an amendment back, before the voting on it begins.

        Raises:
            Refusal: it is settled, was amended itself, or the voting has begun.
        """
        with self._store.write(N_("withdraw an amendment"), Subject.VOTES) as session:
            file, one = _open(session, key)
            if any(each.in_force and each.amendment.amends == key for each in file.amendments):
                raise Refusal(N_("The meeting has amended this amendment: it is withdrawn no more."), section="R26")
            check_settled(each for each in file.amendments if each.amendment.amends == key)
            AMENDMENTS.save(session, dataclasses.replace(one.amendment, withdrawn_at=self._clock()))

    def keep_text(self, proposal: Key) -> TextVersion | None:
        """Keep the text of a proposal as it reads, so that what the sponsor revises from now on is seen beside it.

        ``None`` where the last version kept reads the same.
        """
        with self._store.write(N_("keep the text as it reads"), Subject.VOTES) as session:
            file = file_of(session, standing_proposal(session, proposal))
            check_undecided(file)
            keep_as_it_is(session, file.proposal, self._clock())
            versions = file_of(session, file.proposal).versions
        return versions[-1] if len(versions) > len(file.versions) else None

    def join(self, proposal: Key, state: StateCode, amendment: Key | None = None) -> Sponsorship:
        """A State becomes a sponsor of a proposal, or of an amendment to it, beside the main one.

        Raises:
            Problem: it is one already.
        """
        with self._store.write(N_("join the sponsors"), Subject.VOTES) as session:
            file = file_of(session, standing_proposal(session, proposal))
            check_undecided(file)
            main = file.amendment(amendment).amendment.sponsor if amendment else file.proposal.sponsor
            there = {one.state for one in file.sponsors if one.amendment == amendment and one.left_at is None}
            if state in there | {main}:
                raise Problem(N_("This State is a sponsor already."), field_name="sponsors")
            joined = Sponsorship(new_key(), proposal, state, self._clock(), amendment=amendment)
            SPONSORSHIPS.save(session, joined)
        return joined

    def leave(self, key: Key) -> None:
        """A sponsor leaves; that it was one is kept. Nothing happens where it left already."""
        with self._store.write(N_("leave the sponsors"), Subject.VOTES) as session:
            sponsorship = SPONSORSHIPS.get(session, key)
            check_undecided(file_of(session, standing_proposal(session, sponsorship.proposal)))
            if sponsorship.left_at is None:
                SPONSORSHIPS.save(session, dataclasses.replace(sponsorship, left_at=self._clock()))


def _open(session: Session, key: Key) -> tuple[ProposalFile, AmendmentFile]:
    """An amendment that is before the meeting, with its proposal."""
    amendment = AMENDMENTS.find(session, key)
    if amendment is None:
        raise Refusal(N_("This amendment was taken back: enter it again."))
    file = file_of(session, standing_proposal(session, amendment.proposal))
    check_undecided(file)
    one = file.amendment(key)
    check_open(one)
    return file, one


def _language(file: ProposalFile, wording: Wording, amends: Key | None) -> Language:
    """In which language an amendment is written: that of what it changes."""
    if amends is not None:
        return file.amendment(amends).amendment.language
    return to_amend(file.proposal, of_title=wording.of_title).source


def _check(file: ProposalFile, amendment: Amendment) -> None:
    """Whether an amendment can be made in what it amends, as that stands."""
    if amendment.amends is None:
        check_amendment(amendment, to_amend(file.proposal, of_title=amendment.of_title).original)
        return
    above = file.amendment(amendment.amends)
    check_open(above)
    check_amendment(amendment, effective(above, file.amendments).words, above.amendment)
