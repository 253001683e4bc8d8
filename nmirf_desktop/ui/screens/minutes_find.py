"""What is looked for in the text of the minutes: words in any language, whatever their accents, one after the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.folding import folded, plain
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.minutes_laid import Found
from nmirf_desktop.ui.screens.minutes_rows import Line
from nmirf_desktop.ui.searchline import SearchLine
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found: in which paragraph and language, and from where to where in its text."""

    paragraph: Key
    language: Language
    start: int
    end: int


def places(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where folded words stand in a text; a letter that folds into several is found whole."""
    if wanted not in folded(text):
        return
    parts = [plain(sign) for sign in text]
    owner = [number for number, part in enumerate(parts) for _ in part]
    joined = "".join(parts)
    start = joined.find(wanted)
    while start >= 0:
        yield owner[start], owner[start + len(wanted) - 1] + 1
        start = joined.find(wanted, start + len(wanted))


def hits(lines: Iterable[Line], wanted: str) -> tuple[Hit, ...]:
    """Every place of what is wanted, in the order of the paragraphs and of the languages."""
    sought = folded(wanted.strip())
    if not sought:
        return ()
    return tuple(
        Hit(line.key, language, start, end)
        for line in lines
        for language in Language
        for start, end in places(line.paragraph.text[language], sought)
    )


def by_paragraph(found: Iterable[Hit]) -> dict[Key, Found]:
    """The places of hits by their paragraphs and languages."""
    told: dict[Key, dict[Language, tuple[tuple[int, int], ...]]] = {}
    for one in found:
        texts = told.setdefault(one.paragraph, {})
        texts[one.language] = (*texts.get(one.language, ()), (one.start, one.end))
    return dict(told)


class Finder(QWidget):
    """The line of Ctrl+F, closed until it is asked for.

    ``wanted`` carries what is typed, ``stepped`` one hit on or back; ``left`` says that the keyboard goes back.
    """

    wanted = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.line, self._count = SearchLine(), QLabel()
        style(self._count, Type.BODY, Tone.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP * 2)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        self.line.textChanged.connect(self.wanted)
        self.retranslate()
        self.hide()

    def begin(self) -> None:
        """Open the line, with what was looked for last chosen in it."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.wanted.emit(self.line.text())

    def end(self) -> None:
        """Close the line."""
        self.hide()
        self.left.emit()

    def tell(self, number: int, found: Sequence[Hit]) -> None:
        """Say which hit of how many is shown."""
        words = self._language.words
        said = words.gettext("{n} of {total}").format(n=words.number(number), total=words.number(len(found)))
        nothing = words.gettext("Not found") if self.line.text().strip() else ""
        self._count.setText(said if found else nothing)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        name = words.gettext("Find in the minutes")
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Escape ends."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
