"""What stands around the form of a card: title and hint above it, its verb and the way out below it."""

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style


class Frame:
    """Title and hint above a card's form; below it why the card stays, its verb with its keys, and the way out."""

    def __init__(self, card: QFrame, form: QWidget | None) -> None:
        """A *form* that is there already comes before the buttons, for Tab too; another has its *place* between."""
        self.title, self.hint, self.stays = QLabel(wordWrap=True), QLabel(wordWrap=True), WrappedLabel()
        self.verb, self.leave, self.keys = QPushButton(), QPushButton(), QLabel()
        self.place = QVBoxLayout()
        style(self.title, Type.HEADING)
        style(self.hint, Type.BODY, Tone.MUTED)
        style(self.stays, Type.BODY, Tone.ATTENTION)
        style(self.keys, Type.SMALL, Tone.MUTED)
        role(self.verb, "primary")
        column = QVBoxLayout(card)
        column.setContentsMargins(STEP * 4, STEP * 3, STEP * 4, STEP * 4)
        column.setSpacing(STEP * 2)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addLayout(self.place)
        if form is not None:
            self.place.addWidget(form)
        column.addSpacing(STEP)
        column.addWidget(self.stays)
        column.addWidget(SideBySide(self.verb, self.keys, self.leave))
        self.stays.hide()
