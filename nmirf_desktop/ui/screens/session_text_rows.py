"""The proposals of an item as a tree: each with its amendments, the motions on it and its parts, one row for each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from nmirf_desktop.domain.amendments import (
    AmendmentFile,
    Standing,
    TextVersion,
    applied,
    effective,
    in_order,
    to_amend,
)
from nmirf_desktop.domain.divisions import PartFile, TextMotionFile, TextMotionKind
from nmirf_desktop.domain.drafting_decisions import decision_name, draft_name
from nmirf_desktop.domain.marked_text import Negotiated, in_brackets
from nmirf_desktop.domain.periods import Key as RowKey
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.text_sentences import in_words
from nmirf_desktop.domain.vote_subjects import subject
from nmirf_desktop.domain.voting import ConsensusCall, Mode, Vote, VoteKind
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.theme import Tone

MARKS = {
    Standing.OPEN: Mark("circle", Tone.NEUTRAL),
    Standing.ACCEPTED: Mark("circle-check", Tone.GOOD),
    Standing.ADOPTED: Mark("circle-check", Tone.GOOD),
    Standing.REJECTED: Mark("x", Tone.MUTED),
    Standing.SUPERSEDED: Mark("x", Tone.MUTED),
    Standing.WITHDRAWN: Mark("x", Tone.MUTED),
}
PART_LABELS = {Standing.ADOPTED: N_("retained"), Standing.REJECTED: N_("rejected"), Standing.OPEN: N_("to be put")}
_KINDS = {TextMotionKind.DIVISION: VoteKind.DIVISION, TextMotionKind.RECONSIDERATION: VoteKind.RECONSIDERATION}


@dataclass(frozen=True, slots=True)
class TextRow:
    """A proposal, or an amendment to it, a motion on it, a part of it; *rival* is the draft on the same question.

    *noted* is the absence of consensus that was noted last on it, where nothing happened since; *mover* is who moved a
    motion, where that was noted.
    """

    file: ProposalFile
    amendment: AmendmentFile | None = None
    motion: TextMotionFile | None = None
    part: PartFile | None = None
    rival: str = ""
    noted: ConsensusCall | None = None
    mover: State | None = None

    @property
    def whole(self) -> bool:
        """Whether it is the proposal itself."""
        return self.kind is VoteKind.PROPOSAL

    @property
    def key(self) -> str:
        """The key of what the row is of."""
        if self.amendment is not None:
            return self.amendment.amendment.key
        if self.part is not None:
            return self.part.part.key
        return self.motion.motion.key if self.motion is not None else self.file.proposal.key

    @property
    def kind(self) -> VoteKind:
        """What a vote on it would be on."""
        if self.amendment is not None:
            return VoteKind.AMENDMENT
        if self.part is not None:
            return VoteKind.PART
        return _KINDS[self.motion.motion.kind] if self.motion is not None else VoteKind.PROPOSAL

    @property
    def name(self) -> str:
        """The symbol of an amendment, the number of a part."""
        if self.amendment is not None:
            return self.amendment.name
        return str(self.part.part.number) if self.part is not None else ""

    @property
    def draft(self) -> str:
        """The symbol of the proposal."""
        return draft_name(self.file.proposal)

    @property
    def called(self) -> str:
        """What a message calls it: its symbol; of a part and a motion, that of the proposal."""
        return self.amendment.name if self.amendment is not None else self.draft

    @property
    def before_the_meeting(self) -> bool:
        """Whether it can still be decided on."""
        if self.motion is not None and self.motion.motion.kind is TextMotionKind.RECONSIDERATION:
            return self.motion.granted is None
        if self.file.settled:
            return False
        if self.amendment is not None:
            return self.amendment.open
        if self.part is not None:
            return self.part.open and self.file.division is not None and self.part in self.file.division.parts
        return self.motion is None or self.motion.granted is None

    @property
    def voting(self) -> bool:
        """Whether a vote is open on its proposal, or on what belongs to that."""
        file = self.file
        parts = (part.votes for motion in file.motions for part in motion.parts)
        beside = chain((one.votes for one in file.amendments), (one.votes for one in file.motions), parts)
        return any(vote.open for vote in chain(file.votes, *beside))

    @property
    def above(self) -> AmendmentFile | None:
        """The amendment that a sub-amendment amends; ``None`` for anything else."""
        amends = self.amendment.amendment.amends if self.amendment is not None else None
        return next((one for one in self.file.amendments if one.amendment.key == amends), None)

    @property
    def not_agreed(self) -> tuple[str, ...]:
        """The words in brackets of what would be decided on: of a proposal or a part, or what an amendment proposes."""
        if self.whole:
            return in_brackets(self.file.proposal.title, self.file.proposal.text)
        if self.part is not None:
            return in_brackets(Trilingual().with_text(self.file.proposal.text.source, self.part.part.passage))
        if self.amendment is None:
            return ()
        proposed = effective(self.amendment, self.file.amendments)
        return in_brackets(Trilingual().with_text(proposed.language, proposed.words))

    @property
    def now(self) -> "TextRow":
        """What of it is before the meeting now: once it is settled, the text that it belongs to, as that stands.

        After a sub-amendment that is the amendment, after an amendment, a part or a motion the proposal.
        """
        if self.whole or self.before_the_meeting:
            return self
        return TextRow(self.file, self.above).now

    @property
    def consensus_failed(self) -> bool:
        """Whether the Chair noted that there was no consensus on it; a motion never seeks it."""
        if self.motion is not None and self.part is None:
            return False
        return (self.amendment or self.part or self.file).consensus_failed

    @property
    def found(self) -> ConsensusCall | None:
        """The absence of consensus that was noted last on it, whatever happened since."""
        if not self.consensus_failed:
            return None
        calls = sorted((self.amendment or self.part or self.file).calls, key=lambda one: one.at)
        return calls[-1] if calls[-1].objected else None

    @property
    def votes(self) -> tuple[Vote, ...]:
        """The votes on it alone."""
        return (self.amendment or self.part or self.motion or self.file).votes

    @property
    def announced(self) -> Vote | None:
        """The last vote on it whose result was announced."""
        return next((vote for vote in reversed(self.votes) if vote.closed_at is not None), None)

    @property
    def negotiated(self) -> Negotiated | None:
        """Its text with marks: what an amendment would change, what changed since a proposal was submitted; a part."""
        text = self.file.proposal.text
        if self.amendment is not None:
            return self._amended(self.amendment)
        if self.part is not None:
            return Negotiated(text.source, self.part.part.passage, self.part.part.passage)
        versions = self.file.versions
        if not self.whole or not versions or versions[0].text.source is not text.source:
            return None
        return Negotiated(text.source, versions[0].text.original, text.original)

    @property
    def titled(self) -> Negotiated | None:
        """The title of a proposal with marks, where it changed since it was submitted."""
        return self.titled_since(self.file.versions[0]) if self.whole and self.file.versions else None

    def titled_since(self, version: TextVersion) -> Negotiated | None:
        """The title of a proposal with what changed in it since a version; ``None`` where nothing did."""
        before, title = version.title, self.file.proposal.title
        if not before or before.source is not title.source or before.original == title.original:
            return None
        return Negotiated(title.source, before.original, title.original)

    def _amended(self, one: AmendmentFile) -> Negotiated | None:
        """The text or the title, or the words that a sub-amendment amends, with the change made in them."""
        text, files = to_amend(self.file.proposal, of_title=one.amendment.of_title), self.file.amendments
        above = self.above
        before = text.original if above is None else effective(above, files).words
        try:
            return Negotiated(one.amendment.language, before, applied(before, effective(one, files)))
        except Refusal:
            return None


def rows_of(
    files: Iterable[ProposalFile],
    noted: Mapping[RowKey, ConsensusCall],
    states: Mapping[StateCode, State] = MappingProxyType({}),
) -> Iterator[TextRow]:
    """Each proposal with what belongs to it: amendments in the Chair's order, motions, the parts of a division.

    *noted* are the absences of consensus since which nothing happened, by what was put; *states* name the movers.
    """
    return (replace(row, noted=noted.get(row.key), mover=_mover(row, states)) for row in _rows(files))


def _mover(row: TextRow, states: Mapping[StateCode, State]) -> State | None:
    moved = row.motion.motion.mover if row.motion is not None and row.part is None else None
    return states.get(moved) if moved is not None else None


def _rows(files: Iterable[ProposalFile]) -> Iterator[TextRow]:
    known = tuple(files)
    drafts = {one.proposal.key: draft_name(one.proposal) for one in known}
    for file in known:
        yield TextRow(file, rival=drafts.get(file.proposal.rival or "", ""))
        tops = in_order(one for one in file.amendments if one.amendment.amends is None)
        for top in tops:
            below = in_order(one for one in file.amendments if one.amendment.amends == top.amendment.key)
            yield from (TextRow(file, one) for one in (top, *below))
        for motion in file.motions:
            yield TextRow(file, motion=motion)
            yield from (TextRow(file, motion=motion, part=part) for part in motion.parts)


def possible_on(row: TextRow) -> frozenset[Key]:
    """The keys that can be pressed on a row, while the room is at work."""
    file, keys = row.file, set[Key]()
    if row.announced is not None:
        keys |= {Key.REVIEW}
    if row.voting:
        return frozenset(keys)
    if row.before_the_meeting:
        keys |= DECIDED[row.kind]
    if row.amendment is not None and row.amendment.amendment.amends is not None:
        keys -= {Key.AMEND}
    tops = [one for one in file.amendments if one.open and one.amendment.amends is None]
    if len(tops) > 1 and not file.settled:
        keys |= {Key.ORDER}
    if row.whole and file.by_consensus:
        keys |= {Key.REOPEN}
    if row.whole and (file.decision is not None or file.lost):
        keys |= {Key.RECONSIDER}
    if row.whole and file.proposal.withdrawn_at is not None:
        keys |= {Key.REINTRODUCE}
    return frozenset(keys)


DECIDED = {
    VoteKind.PROPOSAL: {
        Key.ADOPT, Key.OBJECT, Key.WITHDRAW, Key.AMEND, Key.DIVIDE, Key.KEEP, Key.RIVAL, Key.PASS_OVER,
    },
    VoteKind.AMENDMENT: {Key.ADOPT, Key.OBJECT, Key.WITHDRAW, Key.ACCEPT, Key.SUPERSEDE, Key.AMEND},
    VoteKind.PART: {Key.ADOPT, Key.OBJECT},
    VoteKind.DIVISION: {Key.ADOPT, Key.WITHDRAW},
    VoteKind.RECONSIDERATION: {Key.ADOPT, Key.WITHDRAW},
}  # fmt: skip
"""What can be done with each kind of row while it is before the meeting."""


def _draft(row: TextRow, words: Catalog) -> str:
    if row.whole:
        return row.draft
    indent = "\u2003" if row.amendment is None or row.amendment.amendment.amends is None else "\u2003\u2003"
    if row.amendment is not None:
        return f"{indent}{row.name.removeprefix(row.draft).removeprefix('/')}"
    if row.part is not None:
        return indent + words.gettext("Part {number}").format(number=row.name)
    return indent + words.pgettext("row of a proposal", "Motion")


def _title(row: TextRow, words: Catalog) -> str:
    if row.amendment is not None:
        return " ".join(in_words(row.amendment, row.file.amendments, words).split())
    if row.part is not None:
        return " ".join(row.part.part.passage.split())
    if row.motion is not None and row.mover is not None:
        frame = words.pgettext("motion and its mover", "{motion} ({state})")
        return frame.format(motion=subject(row.kind, words, row.draft), state=row.mover.said_in(words))
    if row.motion is not None:
        return subject(row.kind, words, row.draft)
    return row.file.proposal.title.best(words.language) or words.gettext("without a title")


def state_words(row: TextRow, words: Catalog) -> str:
    """What became of it, in few words."""
    if any(vote.open for vote in row.votes):
        return words.pgettext("proposal", "vote in progress")
    if row.amendment is not None:
        return _standing(row.amendment.standing, row, words)
    if row.part is not None:
        return words.gettext(PART_LABELS[row.part.standing])
    if row.motion is not None:
        if row.motion.motion.withdrawn_at is not None:
            return words.pgettext("motion", "withdrawn")
        return words.gettext(_GRANTED[row.motion.granted])
    return _of_proposal(row.file, words)


_GRANTED = {None: N_("pending"), True: N_("granted"), False: N_("rejected")}


def _standing(standing: Standing, row: TextRow, words: Catalog) -> str:
    if standing is Standing.OPEN and row.consensus_failed:
        return words.pgettext("proposal", "no consensus")
    rank = row.amendment.amendment.rank if row.amendment is not None else None
    if standing is Standing.OPEN and rank is not None:
        return words.gettext("in place {number} of the voting").format(number=rank)
    if standing is Standing.ACCEPTED and row.above is None and row.file.proposal.sponsor is None:
        return words.pgettext("amendment", "accepted by the Chair")
    return _of_amendment(standing, words)


def _of_amendment(standing: Standing, words: Catalog) -> str:
    """In the gender of an amendment: what is said alike in English of a draft, a part or a motion is not elsewhere."""
    match standing:
        case Standing.OPEN:
            return words.pgettext("amendment", "before the meeting")
        case Standing.ACCEPTED:
            return words.pgettext("amendment", "accepted by the sponsor")
        case Standing.ADOPTED:
            return words.pgettext("amendment", "adopted")
        case Standing.REJECTED:
            return words.pgettext("amendment", "rejected")
        case Standing.SUPERSEDED:
            return words.pgettext("amendment", "superseded")
        case Standing.WITHDRAWN:
            return words.pgettext("amendment", "withdrawn")


def _of_proposal(file: ProposalFile, words: Catalog) -> str:
    """The number of a decision comes first: it is looked for, and the end of a narrow cell is cut off."""
    decision = file.decision
    if decision is not None and decision.mode is Mode.CONSENSUS:
        return words.gettext("{name}: adopted by consensus").format(name=decision_name(decision))
    if decision is not None:
        return words.gettext("{name}: adopted by vote").format(name=decision_name(decision))
    if file.proposal.withdrawn_at is not None:
        return words.pgettext("proposal", "withdrawn")
    if file.proposal.passed_over_at is not None:
        return words.pgettext("proposal", "not to be voted on")
    if file.rejected_in_parts:
        return words.pgettext("proposal", "rejected with its parts")
    if file.votes:
        return words.pgettext("proposal", "not adopted")
    return words.pgettext("proposal", "no consensus") if file.consensus_failed else words.pgettext("proposal", "tabled")


def _brief(row: TextRow, words: Catalog) -> str:
    """Where there is little room, of a decision alone how it was adopted is left out."""
    decision = row.file.decision if row.whole and not any(vote.open for vote in row.votes) else None
    if decision is None:
        return state_words(row, words)
    return words.gettext("{name}: adopted").format(name=decision_name(decision))


def _mark(row: TextRow) -> Mark:
    file = row.file
    if row.amendment is not None or row.part is not None:
        standing = row.amendment.standing if row.amendment is not None else row.part.standing if row.part else None
        failed = row.consensus_failed and standing is Standing.OPEN
        return Mark("triangle-alert", Tone.ATTENTION) if failed or standing is None else MARKS[standing]
    if row.motion is not None:
        standing = {None: Standing.OPEN, True: Standing.ADOPTED, False: Standing.REJECTED}[row.motion.granted]
        return MARKS[standing]
    if file.decision is not None:
        return Mark("circle-check", Tone.GOOD)
    if file.settled or (file.votes and file.votes[-1].closed_at is not None):
        return Mark("x", Tone.MUTED)
    return Mark("triangle-alert", Tone.ATTENTION) if file.consensus_failed else Mark("circle", Tone.NEUTRAL)


COLUMNS: tuple[Column[TextRow], ...] = (
    Column(N_("Draft"), _draft),
    Column(N_("Title"), _title, stretch=True),
    Column(N_("State of the text"), state_words, mark=_mark, brief=_brief, width=32, least=22),
)
"""The columns of the proposals and what belongs to them."""
