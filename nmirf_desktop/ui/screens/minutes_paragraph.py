"""One paragraph of the minutes in three languages, the text of the facts beside what a person wrote, and offers."""

from collections.abc import Callable, Collection, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.redrafting import Offer as NewText
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.minutes_rows import Line, first_words, section_name
from nmirf_desktop.ui.screens.minutes_state import Steps
from nmirf_desktop.ui.theme import STEP, Tone
from nmirf_desktop.ui.trilingual import TrilingualField

NEW = "new"
"""The key under which a paragraph that is being added is edited."""
LINES = 4
"""The least height of each text, in lines."""


class ParagraphText(TrilingualField):
    """``next_asked`` by Ctrl+Enter, and by Ctrl+Shift+Enter after the text being typed was marked as reviewed."""

    next_asked = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language, lines=LINES, expected=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that go on."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self.locked:
                super().eventFilter(watched, event)
            self.next_asked.emit()
            return True
        return super().eventFilter(watched, event)

    locked = False

    def set_read_only(self, locked: bool) -> None:
        """A text that may only be read cannot be reviewed either."""
        super().set_read_only(locked)
        self.locked = locked


class ParagraphForm(Form):
    """The text of one paragraph."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.text = ParagraphText(language)
        self.add("text", N_("Text of the paragraph"), self.text)

    def load(self, key: Key, text: Trilingual) -> None:
        """Show the text of a paragraph; what is being typed of the same one stays."""
        self.text.load(text, over=self.begin(key))


class ParagraphPane(DetailPane):
    """The right side of the minutes.

    ``put_back`` carries the key of a paragraph that gets the text of the facts; ``take`` and ``decline`` the offer.
    """

    put_back = Signal(str)
    take = Signal(object)
    decline = Signal(object)

    def __init__(self, language: CurrentLanguage, steps: Steps) -> None:
        super().__init__(language)
        self.form = ParagraphForm(language)
        self.facts, self.offers, self.gone = FactRows(language), FactRows(language), FactRows(language)
        for card in steps.all:
            self.add(card)
        self._offered = self._under(N_("New facts give other texts"), self.offers)
        self.form.setContentsMargins(0, STEP * 3, 0, 0)
        self.add(self.form)
        self._given = self._under(N_("What the facts say here"), self.facts)
        self._removed = self._under(N_("Removed paragraphs"), self.gone)

    def _under(self, title: str, widget: QWidget) -> QWidget:
        section = self.section(title)
        section.add(widget)
        section.hide()
        return section

    def load(self, line: Line | None, *, locked: bool) -> None:
        """Show one paragraph, or nothing."""
        self.form.setVisible(line is not None)
        if line is None:
            self.head("")
            self._given.hide()
            return
        words = self._language.words
        self.head(words.gettext("Paragraph {n}").format(n=line.number), section_name(line, words))
        self.form.load(line.paragraph.key, line.paragraph.text)
        self.form.set_read_only(locked)
        differs = bool(line.paragraph.slot and line.paragraph.written and line.paragraph.drafted)
        self._given.setVisible(differs)
        if differs:
            back = Offer(N_("Take the text of the facts"), partial(self.put_back.emit, line.paragraph.key))
            self.facts.show_rows(_texts(line.paragraph.drafted, () if locked else (back,)))

    def begin_new(self, after: Line) -> None:
        """Open an empty paragraph that will stand after another; it is kept with its first words."""
        words = self._language.words
        self.head(words.gettext("A new paragraph"), words.gettext("After paragraph {n}").format(n=after.number))
        self._given.hide()
        self.form.setVisible(True)
        self.form.load(NEW, Trilingual())
        self.form.set_read_only(False)
        self.form.text.setFocus()

    def show_offers(self, offers: Collection[NewText], lines: Iterable[Line]) -> None:
        """Show what new facts give: for paragraphs that a person wrote or that are circulated, and for new facts."""
        numbers = {line.paragraph.key: line.number for line in lines}
        self._offered.setVisible(bool(offers))
        self.offers.show_rows([self._offer(offer, numbers.get(offer.paragraph or "")) for offer in offers])

    def _offer(self, offer: NewText, number: int | None) -> FactRow:
        words = self._language.words
        where, verb = _where(offer, number, words)
        verbs = (
            Offer(verb, partial(self.take.emit, offer)),
            Offer(N_("Keep as it is"), partial(self.decline.emit, offer)),
        )
        said = first_words(offer.text, words) if offer.text else words.gettext("What it was drafted from is gone.")
        return FactRow((where,), note=said, mark=Mark("triangle-alert", Tone.ATTENTION), word=where, offers=verbs)

    def show_removed(self, removed: Collection[MinutesParagraph], *, locked: bool) -> None:
        """Show the paragraphs that a person removed, each to be put back."""
        words = self._language.words
        self._removed.setVisible(bool(removed) and not locked)
        self.gone.show_rows(
            FactRow((first_words(one.drafted, words),), muted=True, offers=(self._back(one.key),)) for one in removed
        )

    def _back(self, key: Key) -> Offer:
        return Offer(N_("Put back"), partial(self.put_back.emit, key))


def _where(offer: NewText, number: int | None, words: Catalog) -> tuple[str, str]:
    """Which paragraph an offer is for, and the verb that takes it."""
    if offer.paragraph is None:
        return words.gettext("A paragraph for a new fact"), N_("Add it")
    if number is None:
        return words.gettext("A removed paragraph"), N_("Take the new text")
    name = words.gettext("Paragraph {n}").format(n=number)
    return name, N_("Take the new text") if offer.text else N_("Remove the paragraph")


def _texts(text: Trilingual, offers: tuple[Offer, ...]) -> list[FactRow]:
    """A text in its three languages, with what can be done under the last."""
    there = [language for language in Language if text[language]]
    last: Callable[[Language], tuple[Offer, ...]] = lambda one: offers if one is there[-1] else ()  # noqa: E731
    return [FactRow((text[one],), when=NAMES[one], offers=last(one)) for one in there]
