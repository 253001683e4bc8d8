"""What was announced, once more: one key for each step, or played at the speed at which it happened."""

import datetime
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.letters import Letter
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

Clock = Callable[[datetime.datetime], datetime.datetime]
"""The meeting's time of a recorded moment."""
HINT = N_(
    "← and → go one step back and on, Home and End to the first and the last, {play} plays or stops: as fast as it"
    " happened, no step longer than two seconds. Nothing is written, and the projector shows nothing of it."
)
PLAY = Letter("replay.play", N_("Play, or stop"), "P")


class Timed(Protocol):
    """A step that happened at a moment."""

    @property
    def at(self) -> datetime.datetime:
        """When it happened."""


class Played(Protocol):
    """What is replayed: steps in their order."""

    @property
    def steps(self) -> Sequence[Timed]:
        """What happened."""

    def pause(self, number: int) -> datetime.timedelta:
        """How long a step is shown where it is played."""


class StepsPanel(QFrame):
    """Takes the keyboard while something is replayed. ``turned`` follows each step; ``left`` asks for the result again.

    What the steps say, and the words of the panel itself, are those of what is replayed.
    """

    turned = Signal()
    left = Signal()
    called = N_("The vote step by step")
    hints: tuple[str, ...] = (HINT,)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._played: Played | None = None
        self._clock: Clock = lambda moment: moment
        self._at = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._play_on)
        role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.where, self.what = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.why, self.hint = QLabel(wordWrap=True), QLabel(wordWrap=True)
        style(self.where, Type.HEADING, Tone.MUTED)
        style(self.what, Type.TITLE)
        style(self.why, Type.BODY)
        style(self.hint, Type.SMALL, Tone.MUTED)
        self.back, self.next, self.play, self.end = (QPushButton() for _ in range(4))
        acts = (self._back, self._on, self.toggle, self.left.emit)
        for button, act in zip((self.back, self.next, self.play, self.end), acts, strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, act=act: act())
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 5, STEP * 4, STEP * 5, STEP * 4)
        column.setSpacing(STEP * 2)
        for part in (self.where, self.what, self.why):
            column.addWidget(part)
        column.addSpacing(STEP * 2)
        column.addWidget(SideBySide(self.back, self.next, self.play, self.end))
        column.addWidget(self.hint)
        self.hide()

    # -- what is replayed --------------------------------------------------------------------------------------------

    @abstractmethod
    def _said(self, number: int, words: Catalog) -> tuple[str, str]:
        """What happened in a step in one line, and what is said below it."""

    @property
    def on(self) -> bool:
        """Whether something is being replayed."""
        return self._played is not None

    def _show(self, played: Played, clock: Clock) -> None:
        """Begin with the first step."""
        self._played, self._clock = played, clock
        self.show()
        self._go(0)

    def finish(self) -> None:
        """Nothing is replayed any more."""
        self._timer.stop()
        self._played = None
        self.hide()

    # -- stepping --------------------------------------------------------------------------------------------------

    def _go(self, number: int) -> None:
        if self._played is not None:
            self._at = min(max(number, 0), len(self._played.steps) - 1)
            self._say()
            self.turned.emit()

    def _step(self, number: int) -> None:
        """Go to a step by hand: what was played stops there."""
        self._timer.stop()
        self._go(number)

    def _back(self) -> None:
        self._step(self._at - 1)

    def _on(self) -> None:
        self._step(self._at + 1)

    @property
    def _last(self) -> int:
        return len(self._played.steps) - 1 if self._played is not None else 0

    def toggle(self) -> None:
        """Play on from here, from the beginning where all was shown; or stop."""
        if self._timer.isActive():
            self._step(self._at)
        elif self._played is not None:
            self._wait(0 if self._at == self._last else self._at)

    def _wait(self, number: int) -> None:
        if self._played is not None:
            if number < self._last:
                self._timer.start(round(self._played.pause(number).total_seconds() * 1000))
            self._go(number)

    def _play_on(self) -> None:
        self._wait(self._at + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys in each language; the letter is the one in force."""
        ways = {Qt.Key.Key_Left: self._at - 1, Qt.Key.Key_Right: self._at + 1, Qt.Key.Key_Home: 0}
        ways[Qt.Key.Key_End] = self._last
        key = Qt.Key(event.key())
        if key in ways and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(ways[key])
        elif PLAY.struck(event):
            self.toggle()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is played behind another page."""
        super().hideEvent(event)
        self._timer.stop()

    # -- showing ---------------------------------------------------------------------------------------------------

    def _say(self) -> None:
        played, words = self._played, self._language.words
        if played is None:
            return
        what, why = self._said(self._at, words)
        self.where.setText(self._moment(played, words))
        self.what.setText(what)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.setAccessibleName(words.gettext(self.called))
        self.setAccessibleDescription(what)
        self.hint.setText("\n".join(words.gettext(one).format(play=PLAY.now) for one in self.hints))
        self.back.setText(words.gettext("One step back (←)"))
        self.next.setText(words.gettext("Next step (→)"))
        playing = self._timer.isActive()
        self.play.setText(PLAY.after(words.gettext("Stop") if playing else words.gettext("Play"), words))
        self.end.setText(words.gettext("Back to the result (Esc)"))
        self.back.setEnabled(self._at > 0)
        self.next.setEnabled(self._at < self._last)

    def _moment(self, played: Played, words: Catalog) -> str:
        """Which step it is, and when it was: with its day where that is not the day of the vote."""
        frame = words.gettext("Step {step} of {total}")
        said = [frame.format(step=words.number(self._at + 1), total=words.number(len(played.steps)))]
        at, opened = self._clock(played.steps[self._at].at), self._clock(played.steps[0].at)
        if at.date() != opened.date():
            said.append(words.short_date(at.date()))
        said.append(f"{at:%H:%M:%S}")
        return words.pgettext("facts in a row", " · ").join(said)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
