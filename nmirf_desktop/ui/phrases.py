"""The phrase book beside the editor: found by words of any language, put into all three at once."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.phrase_book import PHRASE_TOPICS, PhraseTopic, StockPhrase
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.memory import phrase_book
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


def _topic(one: StockPhrase, words: Catalog) -> str:
    return words.gettext(PHRASE_TOPICS[one.topic])


def _said(one: StockPhrase, words: Catalog) -> str:
    return one.text[words.language]


def _in_language(language: Language) -> Column[StockPhrase]:
    return Column(language.upper(), lambda one, _words: one.text[language], hidden=True, width=40)


COLUMNS: tuple[Column[StockPhrase], ...] = (
    Column(N_("Phrase"), _said, stretch=True),
    Column(N_("Topic"), _topic, lambda one, _words: list(PhraseTopic).index(one.topic), spare=True, least=8),
    *(_in_language(language) for language in Language),
)


class Phrases(QWidget):
    """The list of phrases, the current one in full below it.

    ``chosen`` carries one, ``left`` says that nothing was chosen.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, language: CurrentLanguage, book: Iterable[StockPhrase] | None = None) -> None:
        """*book* is the phrases in the order in which they are shown, else in that of the book."""
        super().__init__()
        self._language = language
        self._book = tuple(book) if book is not None else phrase_book()
        self._head = QLabel(wordWrap=True)
        style(self._head, Type.BODY, Tone.MUTED)
        self.topic: ChoiceField[PhraseTopic] = ChoiceField(
            language,
            list(PhraseTopic),
            lambda one, words: words.gettext(PHRASE_TOPICS[one]),
            N_("Every topic"),
        )
        self.list: RowTable[StockPhrase] = RowTable(COLUMNS, lambda one: one.key, language)
        self.list.name(N_("Phrase book"))
        self.list.add_filter(self.topic)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP * 2, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self._head)
        self.whole = WrappedLabel()
        column.addWidget(self.list, 1)
        column.addWidget(self.whole)
        self.list.selected.connect(self._show_whole)
        self.topic.edited.connect(self._show)
        self.list.opened.connect(self.chosen)
        self.list.entered.connect(self.chosen)
        self.retranslate()

    def begin(self) -> None:
        """Show the book with the keyboard in it; what is typed then searches."""
        self._show()
        if self.list.current is None:
            self.list.select(self.list.model.values[0].key)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        topic = self.topic.value()
        self.list.show_rows([one for one in self._book if topic in (None, one.topic)], self._book)

    def _show_whole(self, chosen: StockPhrase | None) -> None:
        """Show in full what would be put in: the rows have room for its first words."""
        self.whole.setVisible(chosen is not None)
        if chosen is not None:
            self.whole.setText(_said(chosen, self._language.words))

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._head.setText(
            words.gettext("Type words of any language, choose with the arrows, put in with Enter. Escape leads back.")
        )
        self.topic.set_accessible(words.gettext("Topic"), "")
        self._show_whole(self.list.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
