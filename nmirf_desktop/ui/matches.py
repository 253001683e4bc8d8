"""What the translation memory offers for the sentence being typed: how alike, what differs, from where and when."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from nmirf_desktop.domain.segments import differing
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.services.memory import Match
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, style
from nmirf_desktop.ui.trilingual import SHAPES, state_word

SAME = 100
MATCH = Qt.ItemDataRole.UserRole
BEST_KEYS = "Alt+Enter"


def likeness(match: Match, target: Language | None, words: Catalog) -> str:
    """How alike, in words: exact only where the translation was reviewed; else also the state that it is in."""
    if target is not None and match.exact(target):
        return words.pgettext("likeness of a sentence", "{shape} exact").format(shape=SHAPES[TextState.REVIEWED])
    state = match.segment.state(target) if target is not None else TextState.REVIEWED
    shape = SHAPES[TextState.OUTDATED if state is TextState.OUTDATED else TextState.DRAFT]
    if match.score == SAME:
        said = words.pgettext("likeness of a sentence", "{shape} the same").format(shape=shape)
    else:
        percent = words.per_cent(match.score, 0)
        said = words.pgettext("likeness of a sentence", "{shape} similar {percent}").format(
            shape=shape, percent=percent
        )
    if target is None or state is TextState.REVIEWED:
        return said
    return words.pgettext("facts in a row", " · ").join((said, state_word(state, words)))


class Matches(QWidget):
    """The sentences that are offered; ``taken`` carries the one that was chosen, ``left``: the keyboard goes back."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._found: tuple[Match, ...] = ()
        self._asked = ""
        self._target: Language | None = None
        self._head, self.list = QLabel(wordWrap=True), QListWidget()
        style(self._head, Type.SMALL, Tone.MUTED)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.setTabKeyNavigation(False)
        self.list.itemActivated.connect(lambda item: self.taken.emit(item.data(MATCH)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._head)
        column.addWidget(self.list)
        self.list.installEventFilter(self)
        self.hide()

    @property
    def found(self) -> tuple[Match, ...]:
        """What is offered now."""
        return self._found

    def show_found(self, found: Sequence[Match], asked: str, target: Language | None) -> None:
        """Offer these for a sentence, the best first."""
        if (tuple(found), asked, target) != (self._found, self._asked, self._target):
            self._found, self._asked, self._target = tuple(found), asked, target
            self.retranslate()

    def take_best(self) -> None:
        """Take the first."""
        if self._found:
            self.taken.emit(self._found[0])

    def take_keyboard(self) -> None:
        """Put the keyboard into the list, on the best."""
        if self._found:
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything again."""
        words = self._language.words
        head = words.gettext("Said before")
        self._head.setText(with_keys(words, head, QKeySequence(BEST_KEYS)))
        self.list.setAccessibleName(head)
        self.list.clear()
        for match in self._found:
            self._add(match, words)
        self.setVisible(bool(self._found))
        self._fit()

    def _add(self, match: Match, words: Catalog) -> None:
        label = QLabel(
            _shown(match, self._asked, self._target, words), wordWrap=True, textFormat=Qt.TextFormat.RichText
        )
        label.setMargin(STEP)
        item = QListWidgetItem()
        item.setData(MATCH, match)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, _heard(match, self._target, words))
        self.list.addItem(item)
        self.list.setItemWidget(item, label)

    def _fit(self) -> None:
        """As high as its rows at the width of now."""
        room = self.list.viewport().width()
        total = 0
        for row in range(self.list.count()):
            item = self.list.item(row)
            label = self.list.itemWidget(item)
            high = label.heightForWidth(room)
            item.setSizeHint(label.sizeHint().expandedTo(label.minimumSize()))
            size = item.sizeHint()
            size.setHeight(high)
            size.setWidth(0)
            item.setSizeHint(size)
            total += high
        self.list.setFixedHeight(total + 2 * self.list.frameWidth())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Escape leads back to the text; another width wraps differently."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of the size of text."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self.retranslate()
        super().changeEvent(event)


def _about(match: Match, target: Language | None, words: Catalog) -> str:
    parts = (likeness(match, target, words), match.segment.origin.where.said_in(words))
    return words.pgettext("facts in a row", " · ").join(parts)


def _shown(match: Match, asked: str, target: Language | None, words: Catalog) -> str:
    """A row as it is seen: the words that differ are bold and underlined."""
    marked = "".join(
        f"<b><u>{escape(piece.text)}</u></b>" if piece.differs else escape(piece.text)
        for piece in differing(match.text, asked)
    )
    lines = [f"<small>{escape(_about(match, target, words))}</small>", marked]
    if target is not None:
        lines.append(f"<b>{target.upper()}</b> {escape(match.segment.text[target])}")
    return "<br>".join(line.replace("\n", " ") for line in lines)


def _heard(match: Match, target: Language | None, words: Catalog) -> str:
    """A row as a screen reader says it."""
    said = (match.text, match.segment.text[target] if target is not None else "", _about(match, target, words))
    return words.pgettext("facts in a row", " · ").join(filter(None, said))
