"""A field of planning: a time zone found by typing a part of its name."""

import zoneinfo
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import dress

NOT_A_ZONE = N_("“{text}” is not a time zone. Type a part of a city’s name and choose it from the list.")


@cache
def zones() -> dict[str, str]:
    """The time zones by the names under which they are shown, UTC first."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return {name.replace("_", " "): name for name in ("UTC", *names)}


@cache
def cities(language: Language) -> dict[str, str]:
    """The time zones by the names of their cities in a language, folded: lisbonne is Europe/Lisbon."""
    words = catalog(language)
    return {words.city(zone).casefold(): zone for zone in zones().values()}


class ZoneField(Field[str]):
    """A time zone such as Africa/Casablanca; any part of its name opens the list of those that hold it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._editor = QLineEdit()
        completer = self._completer = QCompleter(list(zones()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        self._offer = QListView()
        completer.setPopup(self._offer)
        dress(self._offer)  # a window of its own
        completer.activated.connect(lambda _text: self._chosen())
        self._editor.setCompleter(completer)
        self._editor.textEdited.connect(self._typed)
        self._editor.returnPressed.connect(self.flush)
        self._line.addWidget(self._editor)
        self._watch(self._editor)

    def value(self) -> str:
        """The zone's name as the time zone database has it."""
        text = self._editor.text().strip()
        return zones().get(text) or self._alike(text)

    def _alike(self, text: str) -> str:
        """The one zone that is called so, or that alone holds what is typed; else what is typed."""
        plain = text.casefold()
        found = [zone for name, zone in zones().items() if plain in name.casefold()] if plain else []
        exact = [zone for name, zone in zones().items() if plain in (name.casefold(), zone.casefold())]
        exact = exact or ([] if found else [zone for zone in (cities(self.words.language).get(plain),) if zone])
        return (exact or found)[0] if len(exact or found) == 1 else text

    @property
    def fault(self) -> Problem | None:
        """What is typed and is no time zone."""
        text = self._editor.text().strip()
        return None if self.value() in zones().values() else Problem(NOT_A_ZONE, {"text": text})

    def _display(self, value: str) -> None:
        self._editor.setText(value.replace("_", " "))

    def flush(self) -> None:
        """Hand the zone on under its whole name, once the list is closed; what is none is handed on as a fault."""
        popup = self._completer.popup()
        if popup is not None and popup.isVisible():
            self._timer.start()
            return
        super().flush()
        if self.fault is None:
            self._display(self.value())
        else:
            self.edited.emit()

    def set_read_only(self, locked: bool) -> None:
        """A zone that may only be read can still be selected."""
        self._editor.setReadOnly(locked)
