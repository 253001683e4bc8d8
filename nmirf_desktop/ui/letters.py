"""A letter that does something in one place of the session alone, while no text is typed there."""

from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent

from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.keys_in_force import PORTABLE, key_of
from nmirf_desktop.ui.strokes import plain


@dataclass(frozen=True, slots=True)
class Letter:
    """An act by one letter: its *name*, under which the user's own letter is kept, its words, and it as delivered."""

    name: str
    label: str
    delivered: str

    @property
    def now(self) -> str:
        """The letter in force."""
        return key_of(self.name, self.delivered).toString(PORTABLE)

    def struck(self, event: QKeyEvent) -> bool:
        """Whether a key event is this letter, struck once and alone."""
        return plain(event) and event.key() == ord(self.now)

    def after(self, text: str, words: Catalog) -> str:
        """A text with the letter behind it, as on a button: "Replay the vote (V)"."""
        return words.pgettext("tooltip", "{text} ({keys})").format(text=text, keys=self.now)
