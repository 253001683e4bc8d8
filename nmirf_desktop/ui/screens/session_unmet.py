"""Where the screen is when a key of the room is struck: which keys can be pressed there, and why the others cannot."""

from dataclasses import dataclass
from enum import Enum

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.voting import VoteKind
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.sittings import NONE_PLANNED
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_keys import AT_AN_ITEM, CAN_BE_LOOKED_AT, OF_A_TEXT, Key, possible
from nmirf_desktop.ui.screens.session_text_rows import DECIDED, TextRow, possible_on

MINUTES_SENT = N_(
    "The minutes of the meeting “{meeting}” were circulated on {date}, and no further sitting of it is planned. Open "
    "one all the same? What it records is only offered to those minutes. Another meeting is chosen under Meetings."
)
NO_MEETING = N_("There is no meeting yet: plan one under Meetings, and hold it here.")
READ_ONLY = N_("The register is open for reading only: nothing is recorded in it.")
NO_ITEM = N_("The agenda has no item yet: write it under Agenda, and go through it here.")
NO_VOTE = N_("No vote is open: there is nothing to break off.")
NO_TEXT = N_("No proposal stands under this item: table one first ({table}).")
MINUTES_HERE = N_(
    "No proposal stands under this item. The minutes of the meeting before are approved in Minutes: open them there "
    "and press Ctrl+Shift+A."
)
NOT_CHOSEN = N_("No text is chosen: choose one in the list of proposals ({texts}).")
SETTLED = N_(
    "The text that is chosen is settled already: choose one that is before the meeting in the list of proposals"
    " ({texts})."
)


class Shown(Enum):
    """What fills the screen, each but the room with how a key that belongs to the room is reached again."""

    ROOM = ""
    PREPARED = N_("A vote is being prepared: open it, or leave its card (Esc); then press the key again.")
    VOTE = N_(
        "A vote is open: announce its result first, or break it off ({break_off}) where it was begun in error; then"
        " press the key again."
    )
    RESULT = N_("The result of a vote is shown: go back to the item (Esc); then press the key again.")
    RECORD = N_("The record of decisions is read: go back to the item (Esc); then press the key again.")
    ELECTION = N_("The elections are shown: go back to the item (Esc); then press the key again.")

    @classmethod
    def beside(cls, *, election: bool, record: bool) -> "Shown":
        """What fills it where no vote does."""
        return cls.ELECTION if election else cls.RECORD if record else cls.ROOM


_WHOLE = N_("This is done with a whole proposal: choose it in the list of proposals ({texts}).")
_AN_AMENDMENT = N_("This is done with an amendment: choose one in the list of proposals ({texts}).")
_OF_KINDS = {
    Key.OBJECT: N_("Consensus is not sought on a motion: adopt it ({adopt}), or put it to the vote ({vote})."),
    Key.WITHDRAW: N_(
        "A part is not withdrawn: choose the proposal, an amendment or a motion in the list of proposals ({texts})."
    ),
    Key.AMEND: N_("A proposal is amended, or an amendment to it: choose one in the list of proposals ({texts})."),
    Key.ACCEPT: _AN_AMENDMENT,
    Key.SUPERSEDE: _AN_AMENDMENT,
    Key.DIVIDE: N_("A whole proposal is divided: choose it in the list of proposals ({texts})."),
    Key.KEEP: _WHOLE,
    Key.RIVAL: _WHOLE,
    Key.PASS_OVER: _WHOLE,
}
"""What each key is for, where another kind of text is chosen."""
_UNVOTED = N_(
    "No result of a vote was announced on the text that is chosen: choose another in the list of proposals ({texts})."
)
_OF_STANDING = {
    Key.REVIEW: _UNVOTED,
    Key.REPLAY: _UNVOTED,
    Key.ORDER: N_("The Chair orders two amendments or more: fewer are before the meeting on this proposal."),
    Key.REOPEN: N_(
        "Only a decision adopted by consensus is reopened so: choose its proposal in the list of proposals ({texts})."
    ),
    Key.RECONSIDER: N_(
        "Only what was adopted or rejected is considered again: choose such a proposal in the list ({texts})."
    ),
    Key.REINTRODUCE: N_(
        "Only a proposal that was withdrawn is introduced again: choose it in the list of proposals ({texts})."
    ),
}
"""What each key asks of what became of a text."""
_DIVIDED = N_(
    "A part is put once, after its division was granted: choose another text in the list of proposals ({texts})."
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the screen is.

    *shown* is ``None`` without a meeting, *texts* says that the item has some, and *row* is the one that is chosen;
    *elected* that a result of an election was announced, which can be replayed, *voting* that a vote is open,
    *suspended* that the sitting is, which is resumed from anywhere, *agenda* that the meeting adopts it here,
    *minutes* that those of the meeting before are approved under the item, *electing* that an election is
    shown, after which the next one is prepared there.
    """

    shown: Shown | None
    writable: bool = True
    item: bool = False
    texts: bool = False
    row: TextRow | None = None
    elected: bool = False
    voting: bool = False
    suspended: bool = False
    agenda: bool = False
    minutes: bool = False
    electing: bool = False

    @classmethod
    def at(
        cls, shown: Shown, facts: Facts | None, item: str, texts: tuple[bool, TextRow | None], *, writable: bool
    ) -> "Standing":
        """Where a screen of those *facts* is, at an item; *texts*, whether it has some and the one that is chosen."""
        if facts is None:
            return cls(None, writable, bool(item), *texts)
        return cls(
            shown, writable, bool(item), *texts, bool(facts.elected), facts.vote is not None, facts.pause is not None,
            facts.on_agenda(item), facts.approves_minutes(item),
        )  # fmt: skip

    @property
    def possible(self) -> frozenset[Key]:
        """The keys that can be pressed."""
        if self.shown is None:
            return frozenset()
        on = possible_on(self.row) if self.row is not None else frozenset[Key]()
        in_room = self.shown is Shown.ROOM
        keys = possible(room=in_room and self.writable, item=self.item, on=on)
        if in_room:
            keys |= on & {Key.REVIEW}
            keys |= {Key.TEXTS} if self.texts else {Key.ADOPT} if self.agenda and self.writable else set()
        elected = self.elected and self.shown in (Shown.ROOM, Shown.ELECTION)
        if self.shown is Shown.RESULT or elected or Key.REVIEW in keys:
            keys |= {Key.REPLAY}
        if self.shown is Shown.ELECTION:
            keys |= {Key.REOPEN, Key.ELECT} if self.electing and self.writable else {Key.REOPEN}
        if self.item and self.writable:
            keys |= {Key.POINT}
        if self.voting and self.writable:
            keys |= {Key.BREAK_OFF}
        if self.suspended and self.writable:
            keys |= {Key.SUSPEND}
        return keys

    def why_not(self, key: Key) -> str:
        """Why a key that cannot be pressed does nothing, and what to do: a marked constant with keys to name in it."""
        if self.shown is None:
            return NO_MEETING
        if key is Key.BREAK_OFF:
            return NO_VOTE if self.writable else READ_ONLY
        if self.shown is not Shown.ROOM and key is not Key.POINT:
            return str(self.shown.value)
        if not self.item and key in AT_AN_ITEM | OF_A_TEXT | CAN_BE_LOOKED_AT | {Key.POINT}:
            return NO_ITEM
        if not self.writable and key not in CAN_BE_LOOKED_AT:
            return READ_ONLY
        return self._of_text(key)

    def _of_text(self, key: Key) -> str:
        row = self.row
        if row is None:
            return NOT_CHOSEN if self.texts else MINUTES_HERE if self.minutes and key is Key.ADOPT else NO_TEXT
        if row.voting and key in OF_A_TEXT:
            return str(Shown.VOTE.value)
        if key in _OF_STANDING:
            return _OF_STANDING[key]
        if key in _OF_KINDS and (row.before_the_meeting or key not in DECIDED[row.kind]):
            return _OF_KINDS[key]
        return SETTLED if row.kind is not VoteKind.PART else _DIVIDED


def none_planned(meeting: Meeting, minutes: Minutes | None) -> Phrase:
    """What is asked where no further sitting is planned; of circulated *minutes* it is said that they are."""
    if minutes is None or minutes.circulated_on is None:
        return Phrase(NONE_PLANNED)
    return Phrase(MINUTES_SENT, {"meeting": Content(meeting.title), "date": minutes.circulated_on})
