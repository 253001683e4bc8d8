"""An announced vote, or an election, once more: the panels that go through its steps."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.election_replay import ElectionReplay
from nmirf_desktop.domain.election_replay_sentences import election_details, election_step
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.replay import Replay
from nmirf_desktop.domain.replay_sentences import reason_words, step_words
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_steps import Clock, StepsPanel


class ReplayPanel(StepsPanel):
    """A vote, answer by answer."""

    _played: Replay | None

    def begin(self, replay: Replay, clock: Clock) -> None:
        """Begin with the opening of the vote."""
        self._show(replay, clock)

    @property
    def board(self) -> Board | None:
        """The vote as it stood after the step that is shown."""
        return self._played.board(self._at) if self._played is not None else None

    @property
    def state(self) -> State | None:
        """The State whose answer the step is about."""
        if self._played is None or (position := self._played.steps[self._at].position) is None:
            return None
        return self._played.states[position.state]

    def _said(self, number: int, words: Catalog) -> tuple[str, str]:
        if self._played is None:
            return "", ""
        return step_words(self._played, number, words), reason_words(self._played.steps[number], words)


class ElectionReplayPanel(StepsPanel):
    """The elections of a meeting, one at a time and ballot by ballot."""

    called = N_("The election step by step")
    hints = (
        *StepsPanel.hints,
        N_("Page up and Page down go to the election before and to the one after."),
    )
    _played: ElectionReplay | None

    def __init__(self, desk: Secretariat, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._desk = desk
        self._all: tuple[Key, ...] = ()
        self._place = 0

    def begin(self, facts: Facts, election: str) -> None:
        """Begin with the opening of an election, of those of the meeting in which a result was announced."""
        self._all = facts.elected
        self._meeting = facts.meeting
        self._turn(self._all.index(election) if election in self._all else len(self._all) - 1)

    def _turn(self, place: int) -> None:
        if 0 <= place < len(self._all):
            self._place = place
            found = self._desk.replays.of_election(self._all[place])
            self._show(found, partial(self._desk.sittings.local, self._meeting))
            self.setFocus()

    @property
    def election(self) -> Key:
        """The key of the election that is replayed."""
        return self._all[self._place]

    @property
    def board(self) -> ElectionBoard | None:
        """The election as it stood after the step that is shown."""
        return self._played.board(self._at) if self._played is not None else None

    def _said(self, number: int, words: Catalog) -> tuple[str, str]:
        if self._played is None:
            return "", ""
        return election_step(self._played, number, words), election_details(self._played, number, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From one election of the meeting to another."""
        by = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if by is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._turn(self._place + by)
        else:
            super().keyPressEvent(event)
