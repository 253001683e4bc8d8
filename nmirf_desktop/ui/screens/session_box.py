"""How many papers of a secret ballot on a proposal or a motion went out and came back, where that is counted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.secret_ballots import NO_PAPERS
from nmirf_desktop.domain.states import MEMBER_STATES
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.fields import NumberField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage


class BoxForm(Form):
    """Papers issued and returned: empty where nobody counted them. Enter goes on; ``typed`` follows it in the last."""

    typed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held = NO_PAPERS
        self.issued, self.returned = (NumberField(language, 0, MEMBER_STATES, optional=True) for _ in range(2))
        self.add("issued", N_("Papers issued"), self.issued)
        self.add(
            "returned",
            N_("Papers returned"),
            self.returned,
            N_("Recorded with the count. Leave both empty where nobody counted them: the record then says nothing."),
        )
        for line in self.issued.findChildren(QLineEdit):
            line.returnPressed.connect(self.returned.begin)
        for line in self.returned.findChildren(QLineEdit):
            line.returnPressed.connect(self.typed)

    def load(self, board: Board) -> None:
        """Show what was recorded; the numbers of members that are marked by name are not typed.

        What is typed before the count stays, whatever else is recorded meanwhile.
        """
        over, held = self.begin(board.vote), board.papers or NO_PAPERS
        if not over and held == self._held:
            return
        self._held = held
        for field, number in ((self.issued, held.issued), (self.returned, held.returned)):
            field.load(number if held.numbered else None, over=over)
            field.set_read_only(held.marked)

    def take_keyboard(self) -> None:
        """Put the keyboard where the papers issued are typed."""
        self.issued.begin()

    @property
    def faulty(self) -> bool:
        """Whether something is typed that is no number of papers."""
        return self.issued.fault is not None or self.returned.fault is not None

    def value(self) -> tuple[int, int]:
        """The numbers as they stand, nothing for what is not typed."""
        return self.issued.value() or 0, self.returned.value() or 0
