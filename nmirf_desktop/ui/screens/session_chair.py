"""What the Chair says, ready to be read out, in the languages chosen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

ALONE = N_("The Chair’s words stay in one language at least: choose another one first.")
Sentence = Callable[[Catalog], str]


class Tongues(QWidget):
    """Three toggles, each by its short name; at least one stays chosen.

    ``changed`` says that the choice did, ``last`` that the only one was to be taken away, and stays.
    """

    changed, last = Signal(), Signal()

    def __init__(self, chosen: tuple[Language, ...]) -> None:
        super().__init__()
        self._buttons = {tongue: QToolButton() for tongue in Language}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for tongue, button in self._buttons.items():
            button.setCheckable(True)
            button.setText(tongue.upper())
            button.setToolTip(NAMES[tongue])
            button.setAccessibleName(NAMES[tongue])
            button.setChecked(tongue in chosen)
            button.clicked.connect(lambda _checked=False, pressed=button: self._pressed(pressed))
            row.addWidget(button)

    @property
    def chosen(self) -> tuple[Language, ...]:
        """The languages chosen, in the Network's order."""
        return tuple(tongue for tongue, button in self._buttons.items() if button.isChecked())

    def choose(self, tongues: tuple[Language, ...]) -> None:
        """Choose these languages."""
        self.show_chosen(tongues)
        self.changed.emit()

    def show_chosen(self, tongues: tuple[Language, ...]) -> None:
        """Show these languages as chosen; nobody chose them."""
        for tongue, button in self._buttons.items():
            button.setChecked(tongue in tongues)

    def explain(self, tongue: Language, tip: str) -> None:
        """Say at a language what it does, and by which key."""
        self._buttons[tongue].setToolTip(tip)

    def _pressed(self, button: QToolButton) -> None:
        if self.chosen:
            self.changed.emit()
        else:
            button.setChecked(True)
            self.last.emit()


class ChairCard(QFrame):
    """Sentences of the Chair, one paragraph for each language chosen."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._said: tuple[Sentence, ...] = ()
        role(self, "card")
        self._title = QLabel()
        style(self._title, Type.BODY, Tone.MUTED)
        self.tongues = Tongues((language.language,))
        self.tongues.changed.connect(self._show)
        self.alone = QLabel(wordWrap=True)
        style(self.alone, Type.SMALL, Tone.ATTENTION)
        self.alone.hide()
        self.tongues.last.connect(self._keep_last)
        self._lines = {tongue: QLabel() for tongue in Language}
        for tongue, line in self._lines.items():
            line.setWordWrap(True)
            line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            line.setProperty("tongue", str(tongue))
            style(line, Type.HEADING)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(self.tongues)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 3, STEP * 2, STEP * 3, STEP * 3)
        column.setSpacing(STEP)
        column.addLayout(top)
        column.addWidget(self.alone)
        for line in self._lines.values():
            column.addWidget(line)
        self.retranslate()

    def say(self, *sentences: Sentence) -> None:
        """Show these sentences, one after the other."""
        self._said = sentences
        self._show()

    @property
    def text(self) -> str:
        """What is shown, for whoever asks."""
        return "\n".join(line.text() for line in self._lines.values() if not line.isHidden())

    def _keep_last(self) -> None:
        """Say why the only language stays, until another one is chosen."""
        self.alone.setText(self._language.words.gettext(ALONE))
        self.alone.show()

    def _show(self) -> None:
        self.alone.hide()
        for tongue, line in self._lines.items():
            words = catalog(tongue)
            line.setVisible(tongue in self.tongues.chosen and bool(self._said))
            line.setText("\n".join(sentence(words) for sentence in self._said))

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._title.setText(words.gettext("The Chair says"))
        self.setAccessibleName(words.gettext("The Chair says"))
        if len(self.tongues.chosen) == 1:
            self.tongues.choose((self._language.language,))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
