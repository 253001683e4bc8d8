"""An announced vote, or an election, once more: the panels that go through its steps."""

from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.election_replay import ElectionReplay
from nmirf_desktop.domain.election_replay_sentences import election_details, election_step
from nmirf_desktop.domain.replay import Replay
from nmirf_desktop.domain.replay_sentences import reason_words, step_words
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
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
    """An election, ballot by ballot."""

    called = N_("The election step by step")
    _played: ElectionReplay | None

    def begin(self, replay: ElectionReplay, clock: Clock) -> None:
        """Begin with the opening of the election."""
        self._show(replay, clock)

    @property
    def board(self) -> ElectionBoard | None:
        """The election as it stood after the step that is shown."""
        return self._played.board(self._at) if self._played is not None else None

    def _said(self, number: int, words: Catalog) -> tuple[str, str]:
        if self._played is None:
            return "", ""
        return election_step(self._played, number, words), election_details(self._played, number, words)
