"""What this machine remembers for its user; settings of the organisation live in the register."""

from dataclasses import dataclass, replace
from typing import Self

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.language import system_language
from nmirf_desktop.ui.theme import Scheme

LEAST, MOST, STEP = 100, 200, 25
"""The sizes of text on offer, in percent."""
OFF = "off"
RECENT = 8
"""How many registers are remembered."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """The window's language and look, the registers opened last, the function at the keyboard.

    *manual* is the place and size of the manual's window; *folder* is where the last document was written or read,
    *spelling* whether it is checked. *keys* are the keys that were changed, by the names of their actions. *projected*
    are the languages chosen for the projector, if they were, *counted* the meeting whose Chair wants running totals on
    it.
    """

    language: Language = Language.EN
    scheme: Scheme = Scheme.SYSTEM
    text_percent: int = LEAST
    recent: tuple[str, ...] = ()
    geometry: bytes = b""
    function: str = ""
    folder: str = ""
    manual: bytes = b""
    spelling: bool = True
    keys: tuple[tuple[str, str], ...] = ()
    projected: tuple[Language, ...] = ()
    counted: str = ""

    def opened(self, path: str) -> Self:
        """The same with a register on top of the recent ones."""
        return replace(self, recent=(path, *(known for known in self.recent if known != path))[:RECENT])

    def resized(self, percent: int) -> Self:
        """The same with another size of text, within what is on offer."""
        return replace(self, text_percent=max(LEAST, min(MOST, percent)))


def load(settings: QSettings) -> Preferences:
    """The preferences as they are stored; what is missing or unreadable is the default."""
    language = str(settings.value("language", ""))
    scheme = str(settings.value("scheme", ""))
    percent = str(settings.value("text_percent", LEAST))
    recent = settings.value("recent", [])
    projected = str(settings.value("projected", "")).split()
    geometry, manual = (settings.value(name, QByteArray()) for name in ("geometry", "manual"))
    return Preferences(
        language=Language(language) if language in set(Language) else system_language(),
        scheme=Scheme(scheme) if scheme in set(Scheme) else Scheme.SYSTEM,
        text_percent=max(LEAST, min(MOST, int(percent))) if percent.isdigit() else LEAST,
        recent=tuple(str(path) for path in (recent if isinstance(recent, list) else [recent]) if path)[:RECENT],
        geometry=bytes(geometry.data()) if isinstance(geometry, QByteArray) else b"",
        manual=bytes(manual.data()) if isinstance(manual, QByteArray) else b"",
        function=str(settings.value("function", "")),
        folder=str(settings.value("folder", "")),
        spelling=str(settings.value("spelling", "on")) != OFF,
        keys=_keys(settings.value("keys", [])),
        projected=tuple(tongue for tongue in Language if tongue in projected),
        counted=str(settings.value("counted", "")),
    )


def _keys(stored: object) -> tuple[tuple[str, str], ...]:
    """Keys as they are stored, "session.gavel=F9"; what is no such pair is left out."""
    pairs = (str(one).partition("=") for one in (stored if isinstance(stored, list) else [stored]))
    return tuple((name, key) for name, equals, key in pairs if equals)


def save(settings: QSettings, preferences: Preferences) -> None:
    """Store the preferences."""
    settings.setValue("language", str(preferences.language))
    settings.setValue("scheme", str(preferences.scheme))
    settings.setValue("text_percent", preferences.text_percent)
    settings.setValue("recent", list(preferences.recent))
    settings.setValue("geometry", QByteArray(preferences.geometry))
    settings.setValue("manual", QByteArray(preferences.manual))
    settings.setValue("function", preferences.function)
    settings.setValue("folder", preferences.folder)
    settings.setValue("spelling", "on" if preferences.spelling else OFF)
    settings.setValue("keys", [f"{name}={key}" for name, key in preferences.keys])
    settings.setValue("projected", " ".join(preferences.projected))
    settings.setValue("counted", preferences.counted)
    settings.sync()


class Memory(QObject):
    """The preferences in force: each change is stored at once and told with ``changed``."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._now = load(settings)

    @property
    def now(self) -> Preferences:
        """The preferences in force."""
        return self._now

    def keep(self, preferences: Preferences) -> None:
        """Use these from now on."""
        if preferences != self._now:
            self._now = preferences
            save(self._settings, preferences)
            self.changed.emit()
