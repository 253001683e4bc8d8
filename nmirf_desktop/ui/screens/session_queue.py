"""The list of speakers of an item: two letters put a State on it; it is reordered, shortened and closed by keys."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nmirf_desktop.domain.floor import MOST_MINUTES, ListedSpeaker
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fields import Field, NumberField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.keys_in_force import with_keys_in_force
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_speaking import queue_words, speaker_words
from nmirf_desktop.ui.speakerfield import SpeakerField
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

NOBODY = Empty(
    N_("Nobody waits for the floor"),
    N_("Type two letters of a State or a guest: it waits behind the others, and F12 gives the floor to the first."),
)
REPLYING = N_("The name that is typed is put down for the right of reply. Esc: for the list again.")
KEYS = N_(
    "F12: next speaker. ↓: into the list; Alt+↑ and Alt+↓ move, Delete takes off."
    " Ctrl+R: right of reply, also on a closed list."
)

STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The line is not left for good by a list over it, nor by another window."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One speaker who waits, with the place in the list, as it is called."""

    listed: ListedSpeaker
    place: int
    state: State | None

    def named(self, words: Catalog) -> str:
        """Who waits."""
        return speaker_words(self.listed, self.state, words)


COLUMNS: tuple[Column[Waiting], ...] = (
    Column(N_("Turn"), lambda line, words: words.number(line.place), lambda line, _words: line.place),
    Column(N_("Speaker"), Waiting.named, stretch=True),
)
"""The columns of the list."""


def _beside(label: QLabel, field: Field[Any]) -> QWidget:
    """A field with its label before it."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(STEP * 2)
    row.addWidget(label)
    row.addWidget(field, 1)
    label.setBuddy(field.editors[0])
    return part


def _moves(event: QKeyEvent) -> int:
    """By how many places Alt and an arrow move who is selected; 0 for another key."""
    by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
    return by if event.modifiers() & Qt.KeyboardModifier.AltModifier else 0


class SpeakersQueue(Section):
    """``put_down`` carries the code of a State or the name of a guest and whether for a reply.

    ``moved`` carries a key and by how much, ``taken_off`` a key, ``limited`` the minutes for each.
    """

    put_down = Signal(object, bool)
    moved = Signal(str, int)
    taken_off = Signal(str)
    limited = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("List of speakers"), language)
        self._tongue = language
        self._reply, self._item = False, ""
        self._label, self._minutes_label, self._state = QLabel(), QLabel(), WrappedLabel()
        self._hint, self.replying = WrappedLabel(), WrappedLabel()
        style(self._hint, Type.SMALL, Tone.MUTED)
        for said in (self._state, self.replying):
            style(said, Type.BODY, Tone.ATTENTION)
        self.state = SpeakerField(language)
        self.state.only_entered()
        self.minutes = NumberField(language, 0, MOST_MINUTES, optional=True)
        self.table: RowTable[Waiting] = RowTable(COLUMNS, lambda line: line.listed.key, language, NOBODY)
        self.table.keep_short()
        self.table.name(N_("List of speakers"))
        self.table.view.installEventFilter(self)
        self.state.editors[0].installEventFilter(self)
        self.state.named.connect(lambda speaker: self.put_down.emit(speaker, self._reply))
        self.minutes.edited.connect(self._limit)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        who, limit = _beside(self._label, self.state), _beside(self._minutes_label, self.minutes)
        for part in (SideBySide(who, limit, grows=who), self.replying, self._state, self.table, self._hint):
            self.add(part)

    def show_facts(self, facts: Facts, item: Key, states: tuple[State, ...]) -> None:
        """Show who waits under an item."""
        queue = facts.floor.queue(item)
        if item != self._item:
            self._item = item
            self._say_for(reply=False)
        self.state.set_states(states, facts.roll.near)
        self.state.set_guests(facts.guests)
        self.table.show_rows(
            [Waiting(one, place, facts.states.get(one.state or "")) for place, one in enumerate(queue, 1)]
        )
        self.table.setVisible(bool(queue))
        limit = facts.floor.limit(item)
        self.minutes.load(int(limit.total_seconds() // 60) if limit else 0)
        self._state.setText(self._tongue.words.gettext("The list is closed; the right of reply can be given."))
        self._state.setVisible(facts.closed_list(item))
        said = queue_words(facts, item, self._tongue.words)
        self.table.setAccessibleDescription(said)

    def begin(self, *, reply: bool = False) -> None:
        """Put the keyboard where who waits is typed, for the right of reply where asked."""
        self._say_for(reply=reply)
        self.state.begin()

    def _say_for(self, *, reply: bool) -> None:
        """For what the next name is typed, as the label says."""
        self._reply = reply
        self.retranslate()

    def _go(self) -> None:
        """The line was left: the next name is for the list again, but where one is still to be put right."""
        if not self.state.typed and not self.state.editors[0].hasFocus():
            self._say_for(reply=False)

    def _leave_reply(self, event: QKeyEvent) -> None:
        """Escape: what is typed from now on, or stands there already, is for the list of speakers again."""
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._say_for(reply=False)

    def _limit(self) -> None:
        if self.minutes.fault is None:
            self.limited.emit(self.minutes.value())

    def _goes_in(self, event: QKeyEvent) -> bool:
        """Down goes from the line into the list, Alt and an arrow too, and moves there whoever is selected."""
        by, line = _moves(event), self.table.current
        if not self.table.model.rows or not (by or event.key() == Qt.Key.Key_Down):
            return False
        self.table.select_first()
        self.table.setFocus()
        if by and line is not None:
            self.moved.emit(line.listed.key, by)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and an arrow move who is selected, Delete takes it off; who leaves the line ends the right of reply."""
        if watched is self.state.editors[0]:
            if self._reply and isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in STAYING:
                QTimer.singleShot(0, self, self._go)
            elif self._reply and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                self._leave_reply(event)
                return True
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._goes_in(event):
                return True
            return super().eventFilter(watched, event)
        line = self.table.current
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and line is not None:
            if by := _moves(event):
                self.moved.emit(line.listed.key, by)
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.taken_off.emit(line.listed.key)
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._tongue.words
        label = N_("Right of reply") if self._reply else N_("Put on the list of speakers")
        self._label.setText(words.gettext(label))
        style(self._label, Type.BODY, Tone.ATTENTION if self._reply else Tone.NEUTRAL)
        self.replying.setText(f"▲ {words.gettext(REPLYING)}")
        self.replying.setVisible(self._reply)
        self.state.set_accessible(words.gettext(label), words.gettext(REPLYING) if self._reply else "")
        self._minutes_label.setText(words.gettext("Minutes for each (0: no limit)"))
        self.minutes.set_accessible(words.gettext("Minutes for each (0: no limit)"), "")
        self._hint.setText(with_keys_in_force(words.gettext(KEYS), words))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
