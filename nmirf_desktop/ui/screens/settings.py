"""Settings: of this window, of who is at the keyboard, and of the organisation."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import ChoiceField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form, line_up
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.menus import SCHEMES
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.preferences import LEAST, MOST, STEP, Memory, Preferences
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.theme import Scheme


class OrganisationSettings(Protocol):
    """Reads and writes what the organisation says of itself: a service of the register."""

    def read(self) -> Organisation:
        """The settings as they are stored."""
        ...

    def save(self, organisation: Organisation) -> None:
        """Store them; raises a :class:`~nmirf_desktop.domain.refusals.Problem` where a field says no."""
        ...


def _language_name(language: Language, _words: Catalog) -> str:
    return NAMES[language]


def _scheme_name(scheme: Scheme, words: Catalog) -> str:
    return words.gettext(SCHEMES[scheme])


def _percent(percent: int, words: Catalog) -> str:
    return words.per_cent(percent, 0)


def _zone(zone: str, _words: Catalog) -> str:
    return zone.replace("_", " ")


def time_zones() -> list[str]:
    """The time zones by their names, UTC first."""
    import zoneinfo

    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return ["UTC", *names]


class WindowForm(Form):
    """Language, colours and size of text of this window, and who is at the keyboard."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.language_field = ChoiceField(language, list(Language), _language_name)
        self.scheme = ChoiceField(language, list(Scheme), _scheme_name)
        self.text_size = ChoiceField(language, list(range(LEAST, MOST + 1, STEP)), _percent)
        self.function = TextField(language)
        self.section(N_("This window"))
        self.add("language", N_("Language"), self.language_field)
        self.add("scheme", N_("Colours"), self.scheme)
        self.add("size", N_("Size of text"), self.text_size)
        self.section(N_("At the keyboard"))
        self.add("function", N_("Function"), self.function, N_("Written beside each change: Coordinator, Rapporteur …"))

    def load(self, preferences: Preferences) -> None:
        """Show the preferences."""
        self.language_field.load(preferences.language)
        self.scheme.load(preferences.scheme)
        self.text_size.load(preferences.text_percent)
        self.function.load(preferences.function)

    def value(self, before: Preferences) -> Preferences:
        """The preferences with what the form says."""
        return replace(
            before,
            language=self.language_field.value() or before.language,
            scheme=self.scheme.value() or before.scheme,
            text_percent=self.text_size.value() or before.text_percent,
            function=self.function.value(),
        )


class OrganisationForm(Form):
    """What the register's documents say of the organisation."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.network = TrilingualField(language, expected=True)
        self.prefix = TextField(language)
        self.zone = ChoiceField(language, time_zones(), _zone)
        self.section(N_("The organization"))
        self.add("network", N_("Name of the Network"), self.network, N_("As the documents print it."))
        self.add("symbol_prefix", N_("Prefix of symbols"), self.prefix, N_("The beginning of NMIRF/2027/1."))
        self.add("time_zone", N_("Time zone"), self.zone, N_("In which the secretariat counts its days and hours."))

    def load(self, organisation: Organisation) -> None:
        """Show the organisation's settings."""
        self.network.load(organisation.network)
        self.prefix.load(organisation.symbol_prefix)
        self.zone.load(organisation.time_zone)

    def value(self, before: Organisation) -> Organisation:
        """The settings with what the form says."""
        return replace(
            before,
            network=self.network.value(),
            symbol_prefix=self.prefix.value(),
            time_zone=self.zone.value() or before.time_zone,
        )


class SettingsScreen(Screen):
    """Each setting takes effect when it is chosen."""

    title = N_("Settings")
    icon = "settings"
    subjects = frozenset({Subject.SETTINGS})
    help_page = "settings"

    def __init__(
        self, organisation: OrganisationSettings | None, memory: Memory, language: CurrentLanguage, alerts: Alerts
    ) -> None:
        super().__init__(language, alerts)
        self._organisation = organisation
        self._memory = memory
        self.window_form = WindowForm(language)
        self.organisation_form = OrganisationForm(language)
        page = Page()
        page.add(self.window_form)
        page.add(self.organisation_form)
        self.organisation_form.setVisible(organisation is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.window_form.edited.connect(self._keep)
        self.organisation_form.edited.connect(self._save)
        memory.changed.connect(self._show_preferences)
        self.retranslate()

    def refresh(self) -> None:
        """Show what is stored."""
        self._show_preferences()
        if self._organisation is not None:
            with self.alerts.guard():
                self.organisation_form.load(self._organisation.read())

    def showEvent(self, event: QShowEvent) -> None:
        """One left edge for the fields of both forms."""
        super().showEvent(event)
        line_up(self.window_form, self.organisation_form)

    def changeEvent(self, event: QEvent) -> None:
        """Other words or another size of text, another edge."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, lambda: line_up(self.window_form, self.organisation_form))

    def _show_preferences(self) -> None:
        self.window_form.load(self._memory.now)

    def _keep(self, _field: str) -> None:
        self._memory.keep(self.window_form.value(self._memory.now))

    def _save(self, _field: str) -> None:
        if self._organisation is not None:
            with self.alerts.guard(self.organisation_form):
                self._organisation.save(self.organisation_form.value(self._organisation.read()))
