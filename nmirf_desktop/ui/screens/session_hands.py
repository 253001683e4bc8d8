"""A show of hands: three numbers, as they were counted in the room."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.states import MEMBER_STATES
from nmirf_desktop.domain.tally import more_hands_than_present
from nmirf_desktop.domain.voting import HandCount
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.fields import NumberField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_in_turn import InTurn
from nmirf_desktop.ui.theme import Tone, Type, style


class HandsForm(InTurn):
    """Hands in favour, against, abstaining; more hands than members present is a remark, never a bar.

    ``finished`` says that the last number was confirmed, and carries whether its result is to be announced: it was on
    the screen before the key, or the key does not ask for that. ``settled`` says that a number was handed on and either
    recorded or refused.
    """

    finished = Signal(bool)
    settled = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.favour, self.against, self.abstaining = (NumberField(language, 0, MEMBER_STATES) for _ in range(3))
        self.section(N_("Show of hands"))
        self.add("in_favour", N_("In favour"), self.favour)
        self.add("against", N_("Against"), self.against)
        self.add(
            "abstaining",
            N_("Abstaining"),
            self.abstaining,
            N_(
                "Enter goes to the next number, and after the last shows the result; the next Enter announces it. Esc "
                "goes back to the item."
            ),
        )
        self.go_through(*self._fields)
        for field in self._fields:
            field.edited.connect(self._settle)
        self._recorded, self.disputed = HandCount(0, 0, 0), False
        self._seen = False
        self._remark = QLabel(wordWrap=True)
        style(self._remark, Type.BODY, Tone.ATTENTION)
        self.add_widget(self._remark)
        self._remark.hide()

    @property
    def _fields(self) -> tuple[NumberField, ...]:
        return (self.favour, self.against, self.abstaining)

    @property
    def faulty(self) -> bool:
        """Whether something is typed that is no number of hands."""
        return any(field.fault is not None for field in self._fields)

    @property
    def agreed(self) -> bool:
        """Whether the fields say what is recorded."""
        return not self.faulty and self.value() == self._recorded

    def _settle(self) -> None:
        """What was refused is *disputed* until a number is recorded that the fields say: nothing is announced."""
        self.disputed = not self.agreed
        self.settled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know of what was typed, before Enter hands it on, whether its result is on the screen."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._seen = self.agreed
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next number; Enter in the last one, and Ctrl+Enter in any, finishes."""
        at_once = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif at_once or not self.go_on():
            self.finished.emit(at_once or self._seen)

    def load(self, board: Board) -> None:
        """Show what was counted."""
        over = self.begin(board.vote)
        self.favour.load(board.tally.in_favour, over=over)
        self.against.load(board.tally.against, over=over)
        self.abstaining.load(board.tally.abstaining, over=over)
        self._recorded = HandCount(board.tally.in_favour, board.tally.against, board.tally.abstaining)
        self.disputed = self.disputed and not self.agreed

    def value(self) -> HandCount:
        """The numbers as they stand."""
        return HandCount(self.favour.value() or 0, self.against.value() or 0, self.abstaining.value() or 0)

    def remark(self, present: int) -> None:
        """Say that more hands were counted than members are noted as present (A18)."""
        words = self.language.words
        self._remark.setVisible(more_hands_than_present(self.value(), present))
        self._remark.setText(
            words.ngettext(
                "More hands than members noted as present ({n}): count again, or mark who has arrived.",
                "More hands than members noted as present ({n}): count again, or mark who has arrived.",
                present,
            ).format(n=present)
        )
