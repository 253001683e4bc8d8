"""Whose a message is of which nothing says so: somebody of the secretariat chooses it among those written to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.distribution_mail_taken import Claimant, Taken

WHOSE = N_("Whose answer it is")
NOBODYS = N_("Nobody’s: nothing is recorded of it")


class ClaimChoice(QWidget):
    """The choice of whose a message is; ``chosen`` carries a :class:`Claimant`, or ``None`` for nobody."""

    chosen = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._name = QLabel()
        self.field: ChoiceField[Claimant] = ChoiceField(language, (), lambda one, words: one.said_in(words), NOBODYS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self._name, self.field))
        self.field.edited.connect(lambda: self.chosen.emit(self.field.value()))

    def show_taken(self, row: Taken | None) -> None:
        """Offer those to whom something had been sent, by their names; nothing of any other message."""
        words = self._language.words
        self._name.setText(words.gettext(WHOSE))
        self.field.set_accessible(words.gettext(WHOSE), "")
        free = row is not None and bool(row.claimants) and not row.done
        self.setVisible(free)
        if row is None or not free:
            return
        self.field.set_values(sorted(row.claimants, key=lambda one: words.sort_key(one.said_in(words))))
        self.field.load(row.claimant, over=True)
