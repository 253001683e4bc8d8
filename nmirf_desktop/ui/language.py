"""The one current catalogue: what language the window speaks now. Everything else takes a catalogue as an argument."""

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from nmirf_desktop.i18n import Catalog, Language, catalog
from nmirf_desktop.ui.keys_in_force import names_of_keys
from nmirf_desktop.ui.uncollected import uncollected

NAMES = {Language.EN: "English", Language.FR: "Français", Language.ES: "Español"}
"""Each language by its own name: what a reader looks for who does not read the others."""

CLOSED = "closed"
"""The property of a window that was closed for good: it learns no language any more."""


def system_language() -> Language:
    """The first of the system's languages that is one of the Network's, else English."""
    for name in QLocale.system().uiLanguages():
        for language in Language:
            if name.lower().startswith(language):
                return language
    return Language.EN


class KeyNames(QTranslator):
    """What Qt calls the keys that it writes itself, in menus: as the program's texts and its manual do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}

    def speak(self, words: Catalog) -> None:
        """Call them so in the language of *words*.

        But for Return: Qt also reads keys by these names, and would take "Ctrl+Enter", written so in code, for it.
        """
        self._names = {key: name for key, name in names_of_keys(words).items() if key != "Return"}

    def isEmpty(self) -> bool:
        """It has names."""
        return False

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        """The name of a key; ``None`` leaves all else to Qt's own words."""
        return self._names.get(source) if context == "QShortcut" else None


class CurrentLanguage(QObject):
    """The window's language. ``changed`` is emitted, then every widget gets ``LanguageChange``."""

    changed = Signal()

    def __init__(self, language: Language = Language.EN, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = catalog(language)
        self._qt, self._keys = QTranslator(self), KeyNames(self)
        self._use_qt_words()

    @property
    def words(self) -> Catalog:
        """The current catalogue."""
        return self._words

    @property
    def language(self) -> Language:
        """The current language."""
        return self._words.language

    def switch(self, language: Language) -> None:
        """Speak another language from now on, in every open window."""
        if language is self.language:
            return
        self._words = catalog(language)
        self._use_qt_words()
        self.say_again()

    def say_again(self) -> None:
        """Have every open window say its words again: another language, or another name for a thing such as a key."""
        self.changed.emit()
        with uncollected():
            for window in QApplication.topLevelWidgets():
                if not window.property(CLOSED):
                    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))

    def _use_qt_words(self) -> None:
        """Qt's own few words (Cut, Copy, Paste …) in the same language."""
        application = QCoreApplication.instance()
        if application is None:
            return
        application.installEventFilter(self)
        for known in (self._keys, self._qt):
            QCoreApplication.removeTranslator(known)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.language is not Language.EN and self._qt.load(f"qtbase_{self.language}", folder):
            QCoreApplication.installTranslator(self._qt)
        self._keys.speak(self._words)
        QCoreApplication.installTranslator(self._keys)  # before Qt's own: the last one is asked first
        application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While Qt's own words change, Qt posts no ``LanguageChange`` of its own.

        :meth:`switch` sends each window exactly one; a second one, posted, would come to windows that were closed
        in between, and ends the program there.
        """
        return event.type() == QEvent.Type.LanguageChange and watched is QCoreApplication.instance()
