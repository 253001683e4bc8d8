"""Who speaks, for how long and until when; who is next; that the sitting is suspended: a line that all can read."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from nmirf_desktop.domain.floor import ListedSpeaker, Speaking, clock_face
from nmirf_desktop.domain.meetings import local
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import Intervention, InterventionKind, PauseReason, SittingPause
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.labels import ElidedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.projected import SpeakerShown
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.theme import STEP, Tone, Type, style
from nmirf_desktop.ui.timefield import TimeField

TICK = 250
"""How often the clock of who speaks is looked at, in milliseconds."""
FEW = 4
"""How many of those who wait are named."""
AS = {
    InterventionKind.RIGHT_OF_REPLY: N_("right of reply"),
    InterventionKind.POINT_OF_ORDER: N_("point of order"),
    InterventionKind.MOTION: N_("motion"),
    InterventionKind.FOR_MOTION: N_("in favour of the motion"),
    InterventionKind.AGAINST_MOTION: N_("against the motion"),
    InterventionKind.EXPLANATION: N_("explanation of vote"),
}
"""As what somebody speaks, where it is no statement."""


def speaker_words(who: Intervention | ListedSpeaker, state: State | None, words: Catalog) -> str:
    """Who speaks or waits: "Ghana", "Ghana (right of reply)"."""
    name = state.said_in(words) if state is not None else who.body.best(words.language)
    kind = AS.get(who.kind)
    if kind is None:
        return name
    return words.pgettext("speaker and as what", "{name} ({kind})").format(name=name, kind=words.gettext(kind))


def time_words(spoken: datetime.timedelta, limit: datetime.timedelta | None, words: Catalog) -> str:
    """For how long somebody spoke, and may: "02:31 / 03:00"."""
    if limit is None:
        return clock_face(spoken)
    return words.pgettext("time spoken and limit", "{spoken} / {limit}").format(
        spoken=clock_face(spoken), limit=clock_face(limit)
    )


def queue_words(facts: Facts, item: Key, words: Catalog) -> str:
    """Who is next, and that the list is closed."""
    queue = facts.floor.queue(item)
    named = [speaker_words(one, facts.states.get(one.state or ""), words) for one in queue[:FEW]]
    said = []
    if named:
        names = words.pgettext("names in a row", ", ").join(named)
        more = len(queue) - len(named)
        if more:
            names = words.ngettext("{names} and {n} more", "{names} and {n} more", more).format(names=names, n=more)
        said.append(words.gettext("next: {names}").format(names=names))
    if facts.closed_list(item):
        said.append(words.gettext("the list is closed"))
    return words.pgettext("facts in a row", " · ").join(said)


def speaker_shown(facts: Facts) -> SpeakerShown | None:
    """Who has the floor, as the room may see it."""
    speaking = facts.floor.speaking
    if speaking is None or facts.pause is not None:
        return None
    heard = speaking.heard
    if not heard.told:
        return None
    return SpeakerShown(facts.states.get(heard.state or ""), heard.body, speaking, facts.floor.limit(heard.item))


REASONS = {
    PauseReason.UNSAID: N_("no reason given"),
    PauseReason.CONSULTATIONS: N_("for consultations"),
    PauseReason.BREAK: N_("for a break"),
    PauseReason.TECHNICAL: N_("for technical reasons"),
}


def _reason(reason: PauseReason, words: Catalog) -> str:
    return words.gettext(REASONS[reason])


def _until(facts: Facts, words: Catalog) -> str:
    """What stands before the hour of resuming: its day too, where that is not today's."""
    at = facts.resumes
    if at is None or at.date() == local(facts.meeting, facts.now).date():
        return words.gettext("resumes at")
    return words.gettext("resumes on {date} at").format(date=words.date(at.date()))


class SpeakingLine(QWidget):
    """One line, hidden while nobody speaks, waits or is waited for. *now* is the clock of the room.

    ``explained`` carries the key of the pause and why the sitting is suspended, ``foreseen`` the hour at which it
    resumes, or why what was typed is none; ``left`` says that the keyboard has no place to go back to, ``let_be`` that
    an hour that was refused is not put right.
    """

    explained = Signal(str, object)
    foreseen = Signal(str, object)
    left = Signal()
    let_be = Signal()

    def __init__(self, language: CurrentLanguage, now: Callable[[], datetime.datetime | None]) -> None:
        super().__init__()
        self._language, self._now = language, now
        self._facts: Facts | None = None
        self._speaking: Speaking | None = None
        self._pause: Key = ""
        self._held: QWidget | None = None
        self.who, self.clock, self.following = ElidedLabel(), QLabel(), ElidedLabel()
        self.reason = ChoiceField(language, list(PauseReason), _reason)
        self.reason.edited.connect(self._explain)
        self.until, self.resumes = QLabel(), TimeField(language, optional=True)
        self.resumes.changed.connect(self._accept)
        self.resumes.edited.connect(self._foresee)
        self.resumes.entered.connect(lambda: None if self.resumes.refused else self.give_back())
        style(self.who, Type.DISPLAY)
        for label in (self.following, self.until):
            style(label, Type.BODY, Tone.MUTED)
        for label in (self.who, self.following):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        top = QHBoxLayout()
        top.setSpacing(STEP * 4)
        top.addWidget(self.who, 1)
        for part in (self.reason, self.until, self.resumes, self.clock):
            top.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, STEP * 2)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.following)
        self._ticking = QTimer(self, interval=TICK)
        self._ticking.timeout.connect(self.show_time)
        self.hide()

    def show_facts(self, facts: Facts, item: Key) -> None:
        """Show the floor of a meeting at an item."""
        words = self._language.words
        self._facts, self._speaking = facts, facts.floor.speaking
        pause = facts.pause
        self._show_pause(facts, words)
        said = self._said(facts, pause, words)
        following = queue_words(facts, item, words)
        self.who.setText(said)
        self.who.setVisible(bool(said))
        self.following.setText(following)
        self.following.setVisible(bool(following))
        self.clock.setVisible(self._speaking is not None and pause is None)
        self.setVisible(bool(said or following))
        running = self._speaking is not None and self._speaking.running
        (self._ticking.start if running else self._ticking.stop)()
        self.show_time()

    def _show_pause(self, facts: Facts, words: Catalog) -> None:
        """Why the sitting is suspended, and until when; another pause has another hour, whatever is typed."""
        pause = facts.pause
        writing = QApplication.focusWidget()
        if pause is None and writing is not None and self.isAncestorOf(writing):
            self.give_back()
        for part in (self.reason, self.until, self.resumes):
            part.setVisible(pause is not None)
        self.reason.set_accessible(words.gettext("Why the sitting is suspended"), "")
        self.resumes.set_accessible(words.gettext("At what hour the sitting resumes"), "")
        self.until.setText(_until(facts, words))
        if pause is not None:
            self.reason.load(pause.reason)
            if pause.key != self._pause:
                self._accept()
            self.resumes.load(pause.resumes, over=pause.key != self._pause)
        self._pause = pause.key if pause is not None else ""

    def ask_when(self) -> None:
        """Take the keyboard to the hour of resuming; Enter gives it back, and so does going on with the sitting."""
        self._held = QApplication.focusWidget()
        self.resumes.setFocus()

    def show_problem(self, _problem: Problem) -> bool:
        """The hour was refused: it stays, marked, and what is typed next replaces it. Why is for the banner."""
        pause = self._facts.pause if self._facts else None
        self.resumes.refused = True
        self.resumes.load(pause.resumes if pause else None)  # so that it is asked for again
        self.resumes.mark_wrong(True)
        self.resumes.select()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves an hour that was refused as it was before, and goes back."""
        pause = self._facts.pause if self._facts else None
        if event.key() != Qt.Key.Key_Escape or not self.resumes.refused or pause is None:
            return super().keyPressEvent(event)
        self._accept()
        self.resumes.load(pause.resumes, over=True)
        self.give_back()
        return self.let_be.emit()

    def _accept(self) -> None:
        self.resumes.refused = False
        self.resumes.mark_wrong(False)

    def give_back(self) -> None:
        """The keyboard is where it was before the sitting was suspended."""
        held, self._held = self._held, None
        if held is not None and isValid(held) and held.isVisible():
            held.setFocus()
        else:
            self.left.emit()

    def _said(self, facts: Facts, pause: SittingPause | None, words: Catalog) -> str:
        if pause is not None:
            at = words.clock(local(facts.meeting, pause.suspended_at))
            return words.gettext("Suspended since {time}").format(time=at)
        if self._speaking is None:
            return ""
        heard = self._speaking.heard
        name = speaker_words(heard, facts.states.get(heard.state or ""), words)
        return f"{name} {'▸' if self._speaking.running else '‖'}"

    def _explain(self) -> None:
        pause, reason = self._facts.pause if self._facts else None, self.reason.value()
        if pause is not None and reason is not None:
            self.explained.emit(pause.key, reason)

    def _foresee(self) -> None:
        self._accept()
        if self._pause:
            self.foreseen.emit(self._pause, self.resumes.fault or self.resumes.value())

    def show_time(self) -> None:
        """For how long who has the floor spoke, and that the time is over."""
        facts, speaking, now = self._facts, self._speaking, self._now()
        if facts is None or speaking is None or now is None:
            return
        spoken, limit = speaking.spoken(now), facts.floor.limit(speaking.heard.item)
        over = limit is not None and spoken > limit
        text = time_words(spoken, limit, self._language.words)
        self.clock.setText(f"▲ {text}" if over else text)
        style(self.clock, Type.DISPLAY, Tone.BAD if over else Tone.NEUTRAL)
        if over:
            self.clock.setAccessibleName(self._language.words.gettext("Time is over: {time}").format(time=text))
        else:
            self.clock.setAccessibleName(text)
