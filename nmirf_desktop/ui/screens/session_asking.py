"""What is asked once before something is recorded of a text: the same key again, or Enter, goes on; Esc leaves it."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer

from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.voting import SUBSTANCE
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.alerts import LASTING, Alerts, Offer, Sentence
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.screens.session_once import AskedOnce
from nmirf_desktop.ui.screens.session_room import Room
from nmirf_desktop.ui.screens.session_text_rows import TextRow

NOT_AGREED = N_(
    "The text of {draft} has words in brackets, which are not agreed yet: {words}. Nothing was recorded. Take the"
    " brackets away in the text (Esc leads back), or go on: press the same key again, or Enter."
)
NOT_AGREED_BELOW = N_(
    "Amendment {name} has words in brackets, which are not agreed yet: {words}. Nothing was recorded. Have them settled"
    " first (Esc leads back), or go on: press the same key again, or Enter."
)
NOT_AGREED_PART = N_(
    "Part {name} of {draft} has words in brackets, which are not agreed yet: {words}. Nothing was recorded. Have them"
    " settled first (Esc leads back), or go on: press the same key again, or Enter."
)
CONSENSUS_FIRST = N_(
    "Consensus comes first: nobody noted that there is none on {name}. Once the Chair has, press Shift+F7, and then F8"
    " for the vote. A vote on another question is opened with F8 again, or Enter."
)
CONSENSUS_FIRST_PART = N_(
    "Consensus comes first: nobody noted that there is none on part {name} of {draft}. Once the Chair has, press"
    " Shift+F7, and then F8 for the vote. A vote on another question is opened with F8 again, or Enter."
)
NO_SPONSOR = N_(
    "{draft} has no sponsor: it is a text of the Chair. If the Chair accepts amendment {name}, press Shift+F11 again,"
    " or Enter; else name its sponsor first (Esc, then “Proposed by”), or have it adopted (F7)."
)
TWICE = N_(
    "Nothing more was recorded: the same key has just settled another text, and {name} is chosen since. If the Chair"
    " has come to it, go on: press the same key again, or Enter (Esc leads back)."
)
TWICE_PART = N_(
    "Nothing more was recorded: the same key has just settled another text, and part {name} of {draft} is chosen since."
    " If the Chair has come to it, go on: press the same key again, or Enter (Esc leads back)."
)
CHAIR_ACCEPTS = N_("The Chair accepts it")
ADOPT_SO = N_("Adopt it with its brackets")
VOTE_SO = N_("Open the vote with its brackets")
VOTE_ELSE = N_("Vote on another question")


class AskedFirst:
    """Asks before words in brackets are decided on, a vote without consensus sought, and what no sponsor accepts.

    A card about the text that is filled in comes first: nothing is decided on under it. A text that was chosen by what
    a key settled is another matter: as long as that is before the reader, the same key asks before it settles it, too.
    """

    def __init__(self, room: Room, alerts: Alerts) -> None:
        self._room, self._alerts = room, alerts
        self._once = AskedOnce(alerts, "R12")
        self._brought: tuple[str, Key] | None = None
        """The row that was chosen by what a key settled, and that key; ``None`` once another one was chosen by hand."""
        self._since = QElapsedTimer()
        room.texts.selected.connect(self._chosen)

    def adopting(self, adopt: Callable[[], object]) -> None:
        """Adopt by consensus what is chosen."""
        row = self._flushed()
        if self._stays(row) or self._twice(row, Key.ADOPT, lambda: self.adopting(adopt)):
            return
        if not self._open_brackets(row, ADOPT_SO, lambda: self._settle(Key.ADOPT, adopt)):
            self._settle(Key.ADOPT, adopt)

    def voting(self, vote: Callable[[TextRow | None], object], *, going_on: bool) -> None:
        """Prepare the vote on the text that is chosen; on a question of its own where that was never put.

        Where a vote is *going on*, nothing is asked: the key leads back to it.
        """
        row = self._flushed()
        if going_on:
            vote(row)
        elif self._stays(row):
            return
        elif row is not None and row.before_the_meeting and row.kind in SUBSTANCE and not row.consensus_failed:
            first = CONSENSUS_FIRST if row.part is None else CONSENSUS_FIRST_PART
            name = row.called if row.part is None else row.name
            question = Sentence(first, {"name": name, "draft": row.draft})
            if not self._asks(row.key, question, Offer(VOTE_ELSE, lambda: self._go_on(lambda: vote(None)))):
                vote(None)
        elif not self._open_brackets(row, VOTE_SO, lambda: vote(row)):
            vote(row)

    def accepting(self, accept: Callable[[], object]) -> None:
        """Accept the amendment that is chosen: of a text without a sponsor, only the Chair can."""
        row = self._flushed()
        if self._twice(row, Key.ACCEPT, lambda: self.accepting(accept)):
            return
        asked = row is not None and row.above is None and row.file.proposal.sponsor is None
        if row is not None and asked and row.before_the_meeting:
            question = Sentence(NO_SPONSOR, {"draft": row.draft, "name": row.called})
            offer = Offer(CHAIR_ACCEPTS, lambda: self._go_on(lambda: self._settle(Key.ACCEPT, accept)))
            if self._asks((row.key, NO_SPONSOR), question, offer):
                return
        self._settle(Key.ACCEPT, accept)

    def _settle(self, key: Key, act: Callable[[], object]) -> None:
        """Do it, and keep in mind the text that is chosen by it."""
        before = self._room.texts.row
        act()
        row = self._room.texts.row
        moved = before is not None and row is not None and row.key != before.key
        self._brought = (row.key, key) if moved and row is not None else None
        self._since.start()

    def _chosen(self, row: TextRow | None) -> None:
        """Another text is chosen: it is what the next key is meant for."""
        if self._brought is not None and (row is None or row.key != self._brought[0]):
            self._brought = None

    def _twice(self, row: TextRow | None, key: Key, again: Callable[[], object]) -> bool:
        """Whether it is asked if a key that just settled another text is meant for the one chosen since, too."""
        brought, late = self._brought, not self._since.isValid() or self._since.hasExpired(LASTING)
        if row is None or late or brought != (row.key, key) or not row.before_the_meeting:
            return False

        def go_on() -> None:
            self._brought = None
            self._go_on(again)

        asked, name = (TWICE, row.called) if row.part is None else (TWICE_PART, row.name)
        question = Sentence(asked, {"name": name, "draft": row.draft})
        if self._asks((row.key, TWICE), question, Offer(key.value[0], go_on)):
            return True
        self._brought = None
        return False

    def _stays(self, row: TextRow | None) -> bool:
        """Whether a card about the text that is chosen is filled in, and says that it stays."""
        return row is not None and self._room.texts.cards.stay_on(row.file.proposal.key)

    def _flushed(self) -> TextRow | None:
        """The text that is chosen, as it is typed."""
        self._room.texts.form.flush()
        return self._room.texts.row

    def _open_brackets(self, row: TextRow | None, label: str, act: Callable[[], object]) -> bool:
        if row is None or not row.before_the_meeting or not (words := row.not_agreed):
            return False
        below = NOT_AGREED_BELOW if row.part is None else NOT_AGREED_PART
        asked = NOT_AGREED if row.whole else below
        question = Sentence(asked, {"draft": row.draft, "name": row.name, "words": Listed(words)})
        return self._asks((row.key, label, words), question, Offer(label, lambda: self._go_on(act)))

    def _asks(self, about: object, question: Sentence, offer: Offer) -> bool:
        """Whether it is asked now: where the same question is before the reader already, the key goes on."""
        return self._once.asks(about, question, offer)

    def _go_on(self, act: Callable[[], object]) -> None:
        self._alerts.clear()
        act()
