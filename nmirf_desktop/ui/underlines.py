"""The wavy lines under misspelled words of one text box, found while the keys rest."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from nmirf_desktop.domain.spelling import Spelled, words_of
from nmirf_desktop.services.spelling import Speller
from nmirf_desktop.ui.theme import Tone, colours, tone_colour
from nmirf_desktop.ui.typedtext import TypedText, width

PAUSE, SLICE = 300, 0.004
"""How long after the last key words are looked up, in milliseconds, and for how long at a time, in seconds."""


class Underlines(QSyntaxHighlighter):
    """Underlines what is wrong in a box. A key only repeats what is known; new words are looked up in a pause.

    ``counted`` says that the words of the whole text were looked up: :attr:`number` of them are wrong.
    """

    counted = Signal()

    def __init__(self, box: TypedText, speller: Callable[[], Speller | None]) -> None:
        super().__init__(box.document())
        self.box = box
        self.number = 0
        self._speller = speller
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look_up)
        self._work: Iterator[None] = iter(())
        box.textChanged.connect(self._changed)

    def highlightBlock(self, text: str) -> None:
        """Underline the words of a paragraph that are known to be wrong."""
        speller = self._speller()
        if speller is None or not text:
            return
        wrong = [one for one in words_of(text) if speller.judged(one.word) is False]
        look = _look() if wrong else None
        for one in wrong:
            self.setFormat(*_place(text, one), look)

    def look_up(self) -> None:
        """Look up the words that are not known yet, for a few milliseconds; the rest a moment later."""
        speller = self._speller()
        if speller is not None:
            self._work = self._looked_up(speller)
            self._go_on()

    def _go_on(self) -> None:
        end = perf_counter() + SLICE
        for _word in self._work:
            if perf_counter() > end:
                QTimer.singleShot(0, self, self._go_on)
                return

    def _looked_up(self, speller: Speller) -> Iterator[None]:
        """Each word of the text as it is looked up, until a key changes the text."""
        block, number = self.document().begin(), 0
        while block.isValid():
            new, wrong = False, 0
            for one in words_of(block.text()):
                new = new or speller.judged(one.word) is None
                wrong += not speller.right(one.word)
                yield
            if new and wrong:
                self.rehighlightBlock(block)
            number += wrong
            block = block.next()
        self.number = number
        self.counted.emit()

    def _changed(self) -> None:
        self._work = iter(())
        self._pause.start()

    def again(self) -> None:
        """Look at the text anew: the speller has changed."""
        self.rehighlight()
        self.look_up()


def _place(text: str, one: Spelled) -> tuple[int, int]:
    """Where a word stands, as Qt counts."""
    return width(text[: one.start]), width(one.word)


def _look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    look.setUnderlineColor(tone_colour(colours(), Tone.BAD))
    return look
