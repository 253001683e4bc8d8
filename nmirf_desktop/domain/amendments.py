"""Amendments to a proposal, and what they make of its text, version by version ((silent) R22; GA 90/130)."""

import datetime
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import Trilingual, one_line
from nmirf_desktop.domain.voting import ConsensusCall, Outcome, Proposal, Vote
from nmirf_desktop.i18n import N_, Language

SPACES = " \t"
CLINGING = " \t\u00a0\u202f.,;:!?)]»”"
"""What a word that goes away must not leave a blank before."""


OPENING, CLOSING = ("[", "(", "“", "«", "¿", "¡"), (",", ";", ":", ".", ")", "]", "”", "»")
"""With what a word may begin and end beside its letters."""


class AmendmentAct(StrEnum):
    """What an amendment does to a part of a text; what does none of it is another proposal (R22)."""

    REPLACES = "replaces"
    ADDS = "adds"
    DELETES = "deletes"


ACT_LABELS = {
    AmendmentAct.REPLACES: N_("Replace these words"),
    AmendmentAct.ADDS: N_("Add after these words"),
    AmendmentAct.DELETES: N_("Delete these words"),
}


@dataclass(frozen=True, slots=True)
class Sponsorship:
    """A State that sponsors a proposal, or an *amendment* to it, beside the main sponsor, from when until when."""

    key: Key
    proposal: Key
    state: StateCode
    joined_at: datetime.datetime
    left_at: datetime.datetime | None = None
    amendment: Key | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change to a part of a proposal, in the *language* of its original; *number* is its place of submission.

    It changes the text, or *of_title* the title; a title is replaced as a whole where there is no *passage*.

    *passage* are words of the text as it stands: those that are replaced or deleted, or after which *words* are added
    (at the end where there is none). A sub-amendment changes the words of the amendment that it *amends*. *rank* is
    its place in the Chair's order of voting. *accepted_at* is when the main sponsor made it an oral revision,
    *superseded_at* when the Chair said that the adoption of another (*superseded_by*) implies its rejection.
    """

    key: Key
    proposal: Key
    number: int
    act: AmendmentAct
    passage: str
    words: str
    moved_at: datetime.datetime
    language: Language = Language.EN
    sponsor: StateCode | None = None
    amends: Key | None = None
    rank: int | None = None
    accepted_at: datetime.datetime | None = None
    superseded_at: datetime.datetime | None = None
    superseded_by: Key | None = None
    withdrawn_at: datetime.datetime | None = None
    of_title: bool = False

    @property
    def whole_title(self) -> bool:
        """Whether it puts another title in the place of the whole."""
        return self.of_title and self.act is AmendmentAct.REPLACES and not self.passage


class VersionCause(StrEnum):
    """Why a version of a text was kept."""

    TABLED = "tabled"
    REVISED = "revised"
    ACCEPTED = "accepted"
    ADOPTED = "adopted"
    DIVIDED = "divided"
    RECONSIDERED = "reconsidered"
    CORRECTED = "corrected"


CAUSE_LABELS = {
    VersionCause.TABLED: N_("as submitted"),
    VersionCause.REVISED: N_("as orally revised"),
    VersionCause.ACCEPTED: N_("amendment accepted"),
    VersionCause.ADOPTED: N_("as amended"),
    VersionCause.DIVIDED: N_("as divided"),
    VersionCause.RECONSIDERED: N_("as it read before its reconsideration"),
    VersionCause.CORRECTED: N_("by the corrected record of the vote"),
}


@dataclass(frozen=True, slots=True)
class TextVersion:
    """The text of a proposal as it read at a moment; *amendment* is the one that made it so, if any.

    The *title* is empty where it was kept before titles were amended: it read as it reads now.
    """

    key: Key
    proposal: Key
    number: int
    made_at: datetime.datetime
    cause: VersionCause
    text: Trilingual
    amendment: Key | None = None
    title: Trilingual = Trilingual()


@dataclass(frozen=True, slots=True)
class Reads:
    """How a proposal reads in the languages of its originals: its title and its text."""

    title: str
    text: str

    def amended(self, amendment: Amendment) -> "Reads":
        """With the change of an amendment. Raises ``Refusal`` as :func:`applied`."""
        if amendment.of_title:
            return replace(self, title=applied(self.title, amendment))
        return replace(self, text=applied(self.text, amendment))


def as_it_reads(proposal: Proposal) -> Reads:
    """How a proposal reads now."""
    return Reads(proposal.title.original, proposal.text.original)


def as_it_read(version: TextVersion, proposal: Proposal) -> Reads:
    """How a proposal read in one of its versions."""
    return Reads((version.title or proposal.title).original, version.text.original)


def to_amend(proposal: Proposal, *, of_title: bool) -> Trilingual:
    """What an amendment to a proposal changes: its title or its text."""
    return proposal.title if of_title else proposal.text


class Standing(StrEnum):
    """What became of an amendment, or of a part that was put separately."""

    OPEN = "open"
    ACCEPTED = "accepted"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


IN_FORCE = frozenset({Standing.ACCEPTED, Standing.ADOPTED})
Counted = tuple[Vote, Outcome | None]
"""A vote with its outcome, ``None`` while it is open."""


@dataclass(frozen=True, slots=True)
class AmendmentFile:
    """An amendment with what became of it, and when; its *calls* and *votes* are on it alone."""

    amendment: Amendment
    name: str
    standing: Standing = Standing.OPEN
    settled_at: datetime.datetime | None = None
    calls: tuple[ConsensusCall, ...] = ()
    votes: tuple[Vote, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is still before the meeting."""
        return self.standing is Standing.OPEN

    @property
    def in_force(self) -> bool:
        """Whether its change is made."""
        return self.standing in IN_FORCE

    @property
    def consensus_failed(self) -> bool:
        """Whether the Chair noted that there was no consensus on it (R12)."""
        return any(call.objected for call in self.calls)

    @property
    def vote_open(self) -> bool:
        """Whether a vote on it is going on."""
        return any(vote.open for vote in self.votes)


def amendment_name(amendment: Amendment, proposal: Proposal, amendments: Iterable[Amendment] = ()) -> str:
    """The symbol under which an amendment is cited: "L.3/Amend.1", a sub-amendment "L.3/Amend.1/Amend.2"."""
    above = next((one for one in amendments if one.key == amendment.amends), None)
    base = proposal.symbol if above is None else amendment_name(above, proposal)
    return f"{base}/Amend.{amendment.number}"


def outcome_on(
    key: Key, calls: Collection[ConsensusCall], counted: Collection[Counted]
) -> tuple[Standing, datetime.datetime | None]:
    """What the meeting made of an amendment or a part, and when: by consensus, or by the last vote announced (R12)."""
    agreed = [call.at for call in calls if call.on == key and not call.objected]
    voted = [(vote.closed_at, how) for vote, how in counted if vote.on == key and vote.closed_at is not None]
    if agreed:
        return Standing.ADOPTED, agreed[-1]
    if voted:
        at, how = voted[-1]
        return Standing.ADOPTED if how is Outcome.ADOPTED else Standing.REJECTED, at
    return Standing.OPEN, None


def amendment_files(
    proposal: Proposal,
    amendments: Collection[Amendment],
    calls: Collection[ConsensusCall],
    counted: Collection[Counted],
) -> tuple[AmendmentFile, ...]:
    """The amendments to a proposal with what became of each: every one followed by those to it, as submitted.

    *calls* and *counted* are in the order of time, and may hold those on other texts.
    """
    own = sorted((one for one in amendments if one.proposal == proposal.key), key=lambda one: one.number)
    tree = (each for top in own if top.amends is None for each in (top, *(one for one in own if one.amends == top.key)))
    return tuple(_file(one, amendment_name(one, proposal, own), calls, counted) for one in tree)


def _file(
    amendment: Amendment, name: str, calls: Collection[ConsensusCall], counted: Collection[Counted]
) -> AmendmentFile:
    key = amendment.key
    said = (
        (Standing.WITHDRAWN, amendment.withdrawn_at),
        (Standing.SUPERSEDED, amendment.superseded_at),
        (Standing.ACCEPTED, amendment.accepted_at),
    )
    standing, at = next((one for one in said if one[1] is not None), None) or outcome_on(key, calls, counted)
    return AmendmentFile(
        amendment, name, standing, at,
        tuple(call for call in calls if call.on == key), tuple(vote for vote, _ in counted if vote.on == key),
    )  # fmt: skip


def in_order(files: Iterable[AmendmentFile]) -> tuple[AmendmentFile, ...]:
    """(silent; GA 90/130) R22, part E: in the Chair's order of voting; those without a place follow as submitted."""
    return tuple(sorted(files, key=lambda one: (one.amendment.rank is None, one.amendment.rank, one.amendment.number)))


def effective(file: AmendmentFile, files: Iterable[AmendmentFile]) -> Amendment:
    """An amendment as it stands: its words with what sub-amendments made of them, in the order of adoption.

    One whose passage went, since the record of an earlier one was put right, makes nothing of them (R27).
    """
    words = file.amendment.words
    below = [one for one in files if one.amendment.amends == file.amendment.key and one.in_force]
    for one in sorted(below, key=lambda each: str(each.settled_at)):
        with suppress(Refusal):
            words = applied(words, one.amendment)
    return replace(file.amendment, words=words)


def applied(text: str, amendment: Amendment) -> str:
    """A text with the change of an amendment made in it.

    Raises:
        Refusal: the passage does not stand in the text once and once only.
    """
    passage, words = amendment.passage, amendment.words
    if amendment.of_title:
        words = one_line(words)
    if amendment.whole_title:
        return words
    if not passage:
        return f"{text}{_joint(text, words)}{words}" if amendment.of_title else "\n".join(filter(None, (text, words)))
    if not stands_once(text, passage):
        raise Refusal(
            N_("The passage does not stand in the text once and once only: choose it again in the text as it is now."),
            section="R22",
        )
    before, _, after = text.partition(passage)
    match amendment.act:
        case AmendmentAct.DELETES:
            return without(before, after)
        case AmendmentAct.REPLACES:
            return f"{before}{words}{after}"
        case AmendmentAct.ADDS:
            return f"{before}{passage}{_joint(passage, words)}{words}{_joint(words, after)}{after}"


def stands_once(text: str, passage: str) -> bool:
    """Whether some words stand in a text in one place, and in no other that may overlap with it."""
    return passage in text and text.find(passage) == text.rfind(passage)


def without(before: str, after: str) -> str:
    """What is left on both sides of a passage that went, without the blank or the empty line that it would leave.

    A paragraph takes its line along, and where it stood between two empty ones, or beside one at the beginning or the
    end of the text, that too.
    """
    if before and not before.endswith("\n"):
        if before.endswith(tuple(SPACES)) and (not after or after.startswith(("\n", *CLINGING))):
            before = before.rstrip(SPACES)
        return before + after
    after = after.lstrip(SPACES)
    if after and not after.startswith("\n"):
        return before + after
    above, below = before.split("\n")[:-1], after.split("\n")[1:]
    if not any(line.strip() for line in (*above[-1:], *below[:1])):
        above, below = (above, below[1:]) if below else (above[:-1], below)
    return "\n".join((*above, *below))


def _joint(left: str, right: str) -> str:
    """A blank where two words would run into each other."""
    ends = left[-1:].isalnum() or left.endswith(CLOSING)
    return " " if ends and (right[:1].isalnum() or right.startswith(OPENING)) else ""


def check_amendment(amendment: Amendment, text: str, amends: Amendment | None = None) -> None:
    """(silent; GA 90/130) R22: an amendment only adds to, deletes from or revises part of a text.

    *text* is that of the proposal as it stands, its title, or the words of the amendment that it *amends*. A title may
    be replaced as a whole, but not deleted.

    Raises:
        Problem: the words or the passage are missing, or nothing changes.
        Refusal: it replaces the whole text, so that it is another proposal; or it amends a sub-amendment.
    """
    if amends is not None and amends.amends is not None:
        raise Refusal(N_("A sub-amendment is not amended further: amend the amendment instead."), section="R22")
    if amendment.act is not AmendmentAct.DELETES and not amendment.words.strip():
        raise Problem(N_("Write the words that are proposed."), field_name="words")
    if amendment.act is not AmendmentAct.ADDS:
        _check_passage(amendment, text)
    if applied(text, amendment) == text:
        raise Problem(N_("This changes nothing in the text."), field_name="words")


def _check_passage(amendment: Amendment, text: str) -> None:
    """Whether what is replaced or deleted is chosen, and leaves a proposal what it is."""
    passage = amendment.passage.strip()
    if not passage and not amendment.whole_title:
        raise Problem(N_("Choose the passage of the text that is concerned."), field_name="passage")
    if passage != text.strip():
        return
    if not amendment.of_title:
        raise Refusal(
            N_("What puts another text in the place of the whole is no amendment: table it as a proposal."),
            section="R22",
        )
    if amendment.act is AmendmentAct.DELETES:
        raise Refusal(N_("A draft decision keeps a title: replace it by another one."), section="R22")


def check_open(file: AmendmentFile) -> None:
    """Raises ``Refusal`` for an amendment that was settled, or on which a vote is going on."""
    if not file.open:
        raise Refusal(N_("This amendment is settled, and no longer changes."), section="R22")
    if file.vote_open:
        raise Refusal(
            N_(
                "A vote on this amendment is going on: go back to it (F8) and announce its result, or break it"
                " off (Ctrl+Shift+B)."
            ),
            section="R25",
        )


def check_settled(files: Iterable[AmendmentFile], named: str = "") -> None:
    """(silent; GA 90/130) R22: amendments are settled before the text that they amend is put.

    Raises:
        Refusal: one of *files* is still before the meeting.
    """
    left = next((one for one in files if one.open), None)
    if left is not None:
        raise Refusal(
            N_("Amendment {name} is still before the meeting: it is settled before the text that it amends is put."),
            {"name": named or left.name},
            section="R22",
        )
