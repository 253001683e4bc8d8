"""Which election of the meeting is shown: the one going on, else the last; earlier ones are a key away."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.screens.session_election_cards import OpeningCard
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.strokes import plain
from nmirf_desktop.ui.theme import Tone, Type, style

BEFORE, AFTER = -1, 1
KEYS = {Qt.Key.Key_PageUp: BEFORE, Qt.Key.Key_PageDown: AFTER}


def result_under(desk: Secretariat, facts: Facts, item: Key) -> ElectionBoard | None:
    """The last election under an item that is over, as the room sees it afterwards, if there is one."""
    if not facts.elected:
        return None
    held = (one for one in reversed(desk.elections.all(facts.meeting.key)) if one.election.item == item)
    return next((one for one in held if one.standing.over and one.election.stopped_at is None), None)


def to_show(boards: Sequence[ElectionBoard], shown: Key, item: Key | None) -> ElectionBoard | None:
    """The election *shown*, else that which is going on, else the last; of one *item* none that is over elsewhere."""
    same = (one for one in boards if one.election.key == shown)
    going_on = (one for one in reversed(boards) if one.standing.following is not None)
    past = [one for one in boards if item in (None, one.election.item) or not one.standing.over]
    return next(same, None) or next(going_on, None) or (past[-1] if past else None)


class OtherElections(SideBySide):
    """Which of the meeting's elections is shown, and the way to those before and after it: ``PgUp`` and ``PgDn``.

    ``asked`` carries the key of the election to show. Nothing is seen of it while there is no other one, nor while a
    ballot is open, whose papers are counted first. The keys are answered in the title of the *opening* card, too, where
    they do nothing else.
    """

    asked = Signal(str)

    def __init__(self, opening: OpeningCard) -> None:
        self.all: tuple[ElectionBoard, ...] = ()
        self.place = QLabel()
        self.ways = {by: QPushButton(flat=True, autoDefault=True) for by in (BEFORE, AFTER)}
        super().__init__(self.place, *self.ways.values())
        style(self.place, Type.BODY, Tone.MUTED)
        self._others: dict[int, Key] = {}
        for by, button in self.ways.items():
            button.clicked.connect(lambda _checked=False, by=by: self._ask(by))
        opening.begun.connect(lambda: self._hear_in(opening.fields.title.editors))

    def _hear_in(self, lines: Iterable[QWidget]) -> None:
        for one in lines:
            one.installEventFilter(self)

    def of(self, key: Key) -> ElectionBoard | None:
        """The election of that key, if it is one of the meeting's."""
        return next((one for one in self.all if one.election.key == key), None)

    def show_place(self, shown: ElectionBoard | None, words: Catalog, *, hidden: bool) -> None:
        """Say where the election *shown* stands among all; one that is only being opened comes after them."""
        keys = [one.election.key for one in self.all]
        at = keys.index(shown.election.key) if shown is not None and shown.election.key in keys else len(keys)
        around = {by: at + by for by in self.ways}
        counting = shown is not None and shown.open is not None
        self._others = {by: keys[number] for by, number in around.items() if 0 <= number < len(keys) and not counting}
        frame = words.gettext("Election {number} of {total}")
        self.place.setText(frame.format(number=words.number(at + 1), total=words.number(len(keys))))
        self.place.setVisible(at < len(keys))
        self.ways[BEFORE].setText(words.gettext("The election before (Page Up)"))
        self.ways[AFTER].setText(words.gettext("The election after (Page Down)"))
        for by, button in self.ways.items():
            button.setVisible(by in self._others)
        self.setVisible(bool(self._others) and not hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The two keys in a field of one line; all others are the field's own."""
        pressed = event if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if pressed is not None and self.isVisible() and self.struck(pressed):
            return True
        return super().eventFilter(watched, event)

    def struck(self, event: QKeyEvent) -> bool:
        """Answer the two keys, struck alone, where there is an election to go to; else say that it is not theirs."""
        by = KEYS.get(Qt.Key(event.key())) if plain(event) else None
        return by is not None and self._ask(by)

    def _ask(self, by: int) -> bool:
        if by in self._others:
            self.asked.emit(self._others[by])
            return True
        return False
