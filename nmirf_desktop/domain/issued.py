"""Documents that left the house: kept as they were, so that a new release never changes them."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.editions import SEPARATE, TOGETHER, Edition
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_


class DocumentKind(StrEnum):
    """The kinds of documents, by the words of the command line."""

    AGENDA = "agenda"
    ANNOTATED = "annotated"
    ADOPTED = "adopted"
    PROGRAMME = "programme"
    PARTICIPANTS = "participants"
    SCRIPT = "script"
    SIGNATURES = "signatures"
    ROLL_CALL = "roll-call"
    PLATES = "name-plates"
    BALLOTS = "ballot-papers"
    TALLY = "tally-sheet"
    NOTE_VERBALE = "note-verbale"
    INVITATION = "invitation"
    INFORMATION = "information"
    CALL_FOR_ITEMS = "call-for-items"
    DISPATCH = "dispatch-certificate"
    MINUTES = "minutes"
    CORRIGENDUM = "corrigendum"
    DECISION = "decision"
    DECISIONS = "decisions"
    VOTING_RECORD = "voting-record"
    COMMITTEE = "committee"
    CALL = "call"
    CANDIDATES = "candidates"
    MEMBERS = "members"
    COMPLIANCE = "compliance"
    PRACTICE_SHEET = "practice-sheet"
    REVIEW = "annual-review"
    PLAN = "action-plan"


AGENDAS = frozenset({DocumentKind.AGENDA, DocumentKind.ANNOTATED})
"""The documents that are an agenda before the meeting, and of which versions are kept."""

LETTERS = frozenset({DocumentKind.NOTE_VERBALE, DocumentKind.INVITATION, DocumentKind.CALL_FOR_ITEMS})
"""The documents that go to somebody: to all together, to one, or one to each."""

DATED = LETTERS | {DocumentKind.INFORMATION}
"""The documents of a meeting that bear the day on which they are written, and name States and people as of it."""

ROOM_KIT = frozenset(
    {
        DocumentKind.SCRIPT, DocumentKind.SIGNATURES, DocumentKind.ROLL_CALL, DocumentKind.PLATES,
        DocumentKind.BALLOTS, DocumentKind.TALLY,
    }
)  # fmt: skip
"""The papers that lie in the room: what the Chair says, what is signed, ticked, and stands on the tables."""

PLANNED = AGENDAS | DATED | ROOM_KIT | {DocumentKind.PROGRAMME, DocumentKind.PARTICIPANTS, DocumentKind.DISPATCH}
"""The documents of a meeting to come; the others are of one that was held."""

STANDING = frozenset(
    {
        DocumentKind.COMMITTEE, DocumentKind.CALL, DocumentKind.CANDIDATES, DocumentKind.MEMBERS,
        DocumentKind.COMPLIANCE, DocumentKind.PRACTICE_SHEET, DocumentKind.REVIEW, DocumentKind.PLAN,
    }
)  # fmt: skip
"""The documents of the Network as of a day, which belong to no meeting; a register of decisions may be one."""

RECORDS = frozenset(
    {DocumentKind.MINUTES, DocumentKind.CORRIGENDUM, DocumentKind.DECISIONS, DocumentKind.VOTING_RECORD}
)
"""The documents that tell what a meeting did: there are none of one that has not begun."""

ADDRESSED = frozenset({DocumentKind.MEMBERS, DocumentKind.PARTICIPANTS, DocumentKind.DISPATCH})
"""The documents that name people, in which addresses are where they are asked for."""

TRILINGUAL = frozenset(
    {
        DocumentKind.AGENDA, DocumentKind.ANNOTATED, DocumentKind.ADOPTED, DocumentKind.MINUTES, DocumentKind.DECISION,
        DocumentKind.DECISIONS,
    }
)  # fmt: skip
"""The documents that are also made with the three languages in one file; wide tables leave no room for that."""


def editions_of(kind: DocumentKind) -> tuple[Edition, ...]:
    """The editions in which a kind of document is made."""
    return tuple(Edition) if kind in TRILINGUAL else SEPARATE


def check_edition(kind: DocumentKind, edition: Edition) -> None:
    """Raise :class:`Problem` where a kind of document is not made in an edition."""
    if edition in TOGETHER and kind not in TRILINGUAL:
        raise Problem(
            N_("Only agendas, minutes and decisions are made with the three languages in one file."), field_name="kind"
        )


Document = tuple[DocumentKind, Key | None, str]
"""A document in whichever version and language: its kind, its meeting and its symbol."""


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """One file of one edition; *version* counts the issues of the same kind, meeting, symbol and language from 1.

    A document of the Network as a whole, such as the list of members, belongs to no *meeting*.
    *language* is the edition: a language, or the three of them together in one file.
    *fingerprint* is the digest of the frozen paper and the edition that is printed on it, *sha256* that of the file's
    bytes.
    *entry* and *entry_hash* are the journal's head when it was issued.
    """

    key: Key
    kind: DocumentKind
    meeting: Key | None
    symbol: str
    language: Edition
    version: int
    fingerprint: str
    sha256: str
    name: str
    issued_on: datetime.date
    entry: int
    entry_hash: str

    @property
    def document(self) -> Document:
        """Which document it is a file of."""
        return self.kind, self.meeting, self.symbol
