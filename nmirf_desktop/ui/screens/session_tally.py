"""The tally sheet of a ballot: one key for each name, or the numbers typed; recorded at once, when all is counted.

What is counted here stays on the screen until it is recorded: the register never holds one paper after the other.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.election_board import BLANK_KEY, INVALID_KEY, tally_keys
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.domain.states import MEMBER_STATES
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import NumberField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.strokes import plain
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

BLANKS, INVALIDS = N_("Without a name (abstention)"), N_("Invalid")
UNMARKED = N_("Without a mark (abstention)")
"""What says nothing: a paper of an election, and one on a proposal, on which no name stands."""
HINT = N_(
    "Press the key of a name for each vote that is read out; Backspace takes the last one back. Tab goes to the "
    "numbers, which can be typed instead: Enter goes from one to the next. After the last, and on the sheet, Enter "
    "records all at once."
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted: votes by the key of each name, papers without a name, and invalid ones."""

    votes: Mapping[str, int]
    blank: int
    invalid: int


class _Row(QWidget):
    """One name with its key, its number, and a button that adds one; *sign* is empty where the keys are used up."""

    def __init__(self, key: str, sign: str, add: Callable[["_Row"], None], language: CurrentLanguage) -> None:
        super().__init__()
        self.key, self.sign = key, sign
        self.name, self.number = QLabel(), NumberField(language, 0, MEMBER_STATES)
        self.more = QPushButton(sign or "+")
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(lambda: add(self))
        self.number.load(0, over=True)

    def call(self, name: str, words: Catalog) -> None:
        """Say the name, to the eyes and to a reader of the screen."""
        self.name.setText(name)
        self.number.set_accessible(name, "")
        self.more.setAccessibleName(words.gettext("One vote more: {name}").format(name=name))

    def count(self, by: int) -> None:
        """So many more, never below nothing."""
        self.number.load(max(0, (self.number.value() or 0) + by), over=True)


class TallyPanel(QFrame):
    """Takes the keyboard while papers are counted. ``counted`` carries a :class:`Counted`.

    ``changed`` says that the numbers are other ones than before.
    """

    counted = Signal(object)
    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._about = ""
        self._names: Mapping[str, Sayable] = {}
        self._blanks = BLANKS
        self._rows: list[_Row] = []
        self._read: list[_Row] = []
        role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.hint, self.wrong = QLabel(), QLabel(wordWrap=True), QLabel(wordWrap=True)
        style(self.title, Type.HEADING)
        style(self.hint, Type.BODY, Tone.MUTED)
        style(self.wrong, Type.BODY, Tone.BAD)
        self.record = QPushButton()
        role(self.record, "primary")
        self.record.clicked.connect(self._record)
        self._grid = QGridLayout()
        self._grid.setSpacing(STEP * 2)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 4, STEP * 3, STEP * 4, STEP * 3)
        column.setSpacing(STEP * 2)
        for part in (self.title, self.hint):
            column.addWidget(part)
        column.addLayout(self._grid)
        column.addWidget(self.wrong)
        column.addWidget(SideBySide(self.record))
        self.wrong.hide()
        self._build({})

    def begin(self, about: str, names: Mapping[str, Sayable], counted: Counted | None, blanks: str = BLANKS) -> None:
        """A ballot with the names by key, in their order on paper; what is being counted stays while it is the same.

        Where the keys are used up, the names that follow have a button alone. *blanks* is what a paper that says
        nothing is called, a marked constant.
        """
        self._blanks = blanks
        if about != self._about:
            self._about, self._names = about, names
            self._build(names)
            self._load(counted)
        self.retranslate()

    def _build(self, names: Mapping[str, Sayable]) -> None:
        for row in self._rows:
            parts: tuple[QWidget, ...] = (row.more, row.name, row.number, row)
            for part in parts:
                part.setParent(None)
                part.deleteLater()
        self._read.clear()
        signs = [*zip(names, tally_keys(len(names)), strict=True), ("", BLANK_KEY), ("", INVALID_KEY)]
        self._rows = [_Row(key, sign, self._add, self._language) for key, sign in signs]
        for place, row in enumerate(self._rows):
            for column, part in enumerate((row.more, row.name, row.number)):
                self._grid.addWidget(part, place, column)
            row.number.changed.connect(self.changed)
            row.number.loaded.connect(self.changed)
        parts = (self, *(row.number.editors[0] for row in self._rows), self.record)
        for before, after in pairwise(parts):  # rows are made after the rest of the page, and came after all of it
            QWidget.setTabOrder(before, after)

    def _load(self, counted: Counted | None) -> None:
        if counted is None:
            return
        *rows, blank, invalid = self._rows
        for row in rows:
            row.number.load(counted.votes.get(row.key, 0), over=True)
        blank.number.load(counted.blank, over=True)
        invalid.number.load(counted.invalid, over=True)

    @property
    def value(self) -> Counted:
        """The numbers as they stand."""
        *rows, blank, invalid = self._rows
        votes = {row.key: row.number.value() or 0 for row in rows}
        return Counted(votes, blank.number.value() or 0, invalid.number.value() or 0)

    @property
    def faulty(self) -> bool:
        """Whether something is typed that is no number of papers."""
        return any(row.number.fault is not None for row in self._rows)

    @property
    def begun(self) -> bool:
        """Whether anything was counted."""
        return any(row.number.value() for row in self._rows)

    def _add(self, row: _Row) -> None:
        row.count(1)
        self._read.append(row)
        self.wrong.hide()

    def _signed(self, event: QKeyEvent) -> _Row | None:
        """The row whose key was struck on the sheet itself."""
        sign = event.text().upper()
        if not sign or not self.hasFocus() or not plain(event):
            return None
        return next((row for row in self._rows if row.sign == sign), None)

    def _record(self) -> None:
        self.wrong.hide()
        faults = [fault for row in self._rows if (fault := row.number.fault) is not None]
        if faults:
            self.show_problem(faults[0])
        else:
            self.counted.emit(self.value)

    def show_problem(self, problem: Problem) -> bool:
        """Say which numbers cannot be true."""
        self.wrong.setText(problem.said_in(self._language.words))
        self.wrong.show()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key for each name; Backspace takes back; Enter records."""
        signed = self._signed(event)
        if signed is not None:
            self._add(signed)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and not self._went_on(event):
                self._record()
        elif event.key() == Qt.Key.Key_Backspace and self._read:
            self._read.pop().count(-1)
        else:
            super().keyPressEvent(event)

    def _went_on(self, event: QKeyEvent) -> bool:
        """Whether Enter went on from a number to the next one; it records after the last, and with Ctrl."""
        lines = [row.number for row in self._rows]
        following = [after for before, after in pairwise(lines) if before.editors[0].hasFocus()]
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not following:
            return False
        following[0].begin()
        return True

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        said: Sequence[str] = [name.said_in(words) for name in self._names.values()]
        for row, name in zip(self._rows, [*said, words.gettext(self._blanks), words.gettext(INVALIDS)], strict=True):
            row.call(name, words)
        self.title.setText(words.gettext("Tally sheet"))
        self.setAccessibleName(words.gettext("Tally sheet"))
        self.hint.setText(words.gettext(HINT))
        self.record.setText(words.gettext("Record the count (Enter)"))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
