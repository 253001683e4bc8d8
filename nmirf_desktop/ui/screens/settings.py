"""Settings: of this window, of who is at the keyboard, and of the organisation."""

from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.distribution import DISTRIBUTION_LABELS, Distribution, UsualDistribution
from nmirf_desktop.domain.floor import MOST_MINUTES
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.practices import Question
from nmirf_desktop.domain.refusals import Problem, raise_all
from nmirf_desktop.domain.symbol_schemes import (
    EXAMPLE_NUMBER,
    EXAMPLE_YEAR,
    PLACEHOLDERS,
    RUNS_ON,
    filled_in,
    wrong_schemes,
)
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import CheckField, ChoiceField, NumberField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form, line_up, only
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.menus import SCHEMES
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.preferences import LEAST, MOST, STEP, Memory, Preferences
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.settings_figures import FiguresSection
from nmirf_desktop.ui.screens.settings_keys import KeysSection
from nmirf_desktop.ui.screens.settings_messages import MessagesSection
from nmirf_desktop.ui.screens.settings_practices import PracticesSection
from nmirf_desktop.ui.settings_found import CIRCLES, ORGANISATION, SETTINGS, SIGNED, SYMBOLS, WINDOW
from nmirf_desktop.ui.theme import Scheme, Tone, Type, style

BELOW = N_("Such as an address, or who holds the office of Coordinator. It may stay empty.")
WITH_ADDRESSES = N_("With addresses, it is for members only in any case.")
BOTH_SIGN = N_("For the Chair and the Rapporteur; where neither was elected, for the Coordinator.")
COORDINATOR_SIGNS = N_("For the Coordinator of the day.")
CHAIR_SIGNS = N_("For the Chair; where none was elected, for the Coordinator.")


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


def _circle(distribution: Distribution, words: Catalog) -> str:
    return words.gettext(DISTRIBUTION_LABELS[distribution])


def time_zones() -> list[str]:
    """The time zones by their names, UTC first."""
    import zoneinfo

    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return ["UTC", *names]


SPEAKERS_HAVE = N_("At a meeting, unless its list of speakers says otherwise; 0 is no limit.")


class WindowForm(Form):
    """Language, colours and size of text of this window, and who is at the keyboard."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.language_field = ChoiceField(language, list(Language), _language_name)
        self.scheme = ChoiceField(language, list(Scheme), _scheme_name)
        self.text_size = ChoiceField(language, list(range(LEAST, MOST + 1, STEP)), _percent)
        self.spelling = CheckField(language, N_("Underline words that no dictionary knows"))
        self.function = TextField(language)
        self.section(N_("This window"))
        self.add("language", WINDOW["language"], self.language_field)
        self.add("scheme", WINDOW["scheme"], self.scheme)
        self.add("size", WINDOW["size"], self.text_size)
        self.add("spelling", WINDOW["spelling"], self.spelling)
        self.section(N_("Person using the program"))
        self.add(
            "function", WINDOW["function"], self.function, N_("Written beside each change: Coordinator, Rapporteur …")
        )

    def load(self, preferences: Preferences) -> None:
        """Show the preferences."""
        self.language_field.load(preferences.language)
        self.scheme.load(preferences.scheme)
        self.text_size.load(preferences.text_percent)
        self.spelling.load(preferences.spelling)
        self.function.load(preferences.function)

    def value(self, before: Preferences) -> Preferences:
        """The preferences with what the form says."""
        return replace(
            before,
            language=self.language_field.value() or before.language,
            scheme=self.scheme.value() or before.scheme,
            text_percent=self.text_size.value() or before.text_percent,
            spelling=self.spelling.value(),
            function=self.function.value(),
        )


class OrganisationForm(Form):
    """What the register's documents say of the organisation."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.network = TrilingualField(language, expected=True)
        self.secretariat = TrilingualField(language)
        self.written_in = TrilingualField(language)
        self.email = TextField(language)
        self.prefix = TextField(language)
        self.zone = ChoiceField(language, time_zones(), _zone)
        self.speaking = NumberField(language, 0, MOST_MINUTES)
        self.schemes = {name: TextField(language) for name in SYMBOLS}
        self.example = WrappedLabel()
        style(self.example, Type.SMALL, Tone.MUTED)
        self.section(N_("The organization"))
        self.add("network", ORGANISATION["network"], self.network, N_("As the documents print it."))
        self.add("secretariat", ORGANISATION["secretariat"], self.secretariat, BELOW)
        self.add(
            "written_in",
            ORGANISATION["written_in"],
            self.written_in,
            N_("It stands before the date of notes and letters."),
        )
        self.add("email", ORGANISATION["email"], self.email, N_("From which dispatches are sent."))
        self.add("symbol_prefix", ORGANISATION["symbol_prefix"], self.prefix, N_("The beginning of NMIRF/2027/1."))
        self.add(
            "time_zone", ORGANISATION["time_zone"], self.zone, N_("In which the secretariat counts its days and hours.")
        )
        self.add("speaking_minutes", ORGANISATION["speaking_minutes"], self.speaking, SPEAKERS_HAVE)
        self.section(N_("Symbols of meetings"))
        for name, field in self.schemes.items():
            self.add(name, SYMBOLS[name], field)
        self.add_widget(self.example)
        self.changed.connect(self._show_example)
        self.translated.connect(self._show_example)

    def _show_example(self) -> None:
        """What meetings would be called by what is typed; of what makes no symbol, why is said when it is saved."""
        words, said = self.language.words, []
        prefix = self.prefix.value().strip()
        for name, field in self.schemes.items():
            through = name == RUNS_ON
            with suppress(Problem):
                said.append(filled_in(field.value(), prefix, EXAMPLE_YEAR, EXAMPLE_NUMBER, runs_on=through))
        text = words.gettext("The first of {year}: {symbols}. Placeholders: {placeholders}")
        if not said:
            text = words.gettext("Placeholders: {placeholders}")
        names = words.listing(f"{{{name}}}" for name in PLACEHOLDERS)
        self.example.setText(text.format(year=EXAMPLE_YEAR, symbols=words.listing(said), placeholders=names))

    def load(self, organisation: Organisation) -> None:
        """Show the organisation's settings; what was refused stays as it is typed until it is put right."""
        self.begin("organisation")
        for name, field in self.schemes.items():
            field.load(getattr(organisation, name))
        self._show_example()
        self.network.load(organisation.network)
        self.secretariat.load(organisation.secretariat)
        self.written_in.load(organisation.written_in)
        self.email.load(organisation.email)
        self.prefix.load(organisation.symbol_prefix)
        self.zone.load(organisation.time_zone)
        self.speaking.load(organisation.speaking_minutes)

    def value(self, before: Organisation) -> Organisation:
        """The settings with what the form says."""
        minutes = self.speaking.value()
        return replace(
            before,
            network=self.network.value(),
            secretariat=self.secretariat.value(),
            written_in=self.written_in.value(),
            email=self.email.value(),
            symbol_prefix=self.prefix.value(),
            time_zone=self.zone.value() or before.time_zone,
            speaking_minutes=before.speaking_minutes if minutes is None else minutes,
            annual_symbol=self.schemes["annual_symbol"].value().strip(),
            extraordinary_symbol=self.schemes["extraordinary_symbol"].value().strip(),
            committee_symbol=self.schemes["committee_symbol"].value().strip(),
        )


class DocumentsForm(Form):
    """For whom documents usually are, and which of them end with lines to sign on."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.circles = {name: ChoiceField(language, list(Distribution), _circle) for name in CIRCLES}
        self.signed_minutes = CheckField(language, N_("At the end of approved minutes"))
        self.signed_decisions = CheckField(language, N_("At the end of each decision"))
        self.signed_compliance = CheckField(language, N_("At the end of the statement of compliance"))
        self.section(N_("Distribution of documents"))
        for name, field in self.circles.items():
            self.add(f"distribution_{name}", CIRCLES[name], field, WITH_ADDRESSES if name == "members" else "")
        self.section(N_("Lines to sign on"))
        self.add("signed_minutes", SIGNED["signed_minutes"], self.signed_minutes, BOTH_SIGN)
        self.add("signed_decisions", SIGNED["signed_decisions"], self.signed_decisions, CHAIR_SIGNS)
        self.add("signed_compliance", SIGNED["signed_compliance"], self.signed_compliance, COORDINATOR_SIGNS)

    def load(self, organisation: Organisation) -> None:
        """Show the organisation's settings."""
        for name, field in self.circles.items():
            field.load(getattr(organisation.distribution, name))
        self.signed_minutes.load(organisation.signed_minutes)
        self.signed_decisions.load(organisation.signed_decisions)
        self.signed_compliance.load(organisation.signed_compliance)

    def value(self, before: Organisation) -> Organisation:
        """The settings with what the form says."""
        chosen = {name: field.value() or getattr(before.distribution, name) for name, field in self.circles.items()}
        return replace(
            before,
            distribution=UsualDistribution(**chosen),
            signed_minutes=self.signed_minutes.value(),
            signed_decisions=self.signed_decisions.value(),
            signed_compliance=self.signed_compliance.value(),
        )


class SettingsScreen(Screen):
    """Each setting takes effect when it is chosen."""

    title = SETTINGS
    icon = "settings"
    subjects = frozenset({Subject.SETTINGS, Subject.RULES, Subject.SESSION})
    help_page = "settings"

    def __init__(
        self,
        organisation: OrganisationSettings | None,
        memory: Memory,
        language: CurrentLanguage,
        alerts: Alerts,
        desk: Secretariat | None = None,
    ) -> None:
        super().__init__(language, alerts)
        self._organisation = organisation
        self._memory, self._desk = memory, desk
        self.window_form = WindowForm(language)
        self.organisation_form = OrganisationForm(language)
        self.documents_form = DocumentsForm(language)
        self.keys = KeysSection(memory, language, alerts)
        self._page = page = Page()
        page.add(self.window_form)
        page.add(self.keys)
        for form in self._stored:
            page.add(form)
            form.setVisible(organisation is not None)
        self.messages = MessagesSection(desk, language, alerts) if desk is not None else None
        if self.messages is not None:
            page.add(self.messages)
        self.figures = FiguresSection(desk, language, alerts) if desk is not None else None
        if self.figures is not None:
            page.add(self.figures)
        self.practices = PracticesSection(desk, language, alerts) if desk is not None else None
        if self.practices is not None:
            page.add(self.practices)
            self.practices.wanted.connect(lambda part: page.bring_in(part, from_top=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.window_form.edited.connect(self._keep)
        self.organisation_form.edited.connect(self._save_organisation)
        self.organisation_form.unsaved.connect(alerts.warn)
        self.documents_form.edited.connect(self._save_documents)
        memory.changed.connect(self._show_preferences)
        self.retranslate()

    def refresh(self) -> None:
        """Show what is stored."""
        self._show_preferences()
        if self._organisation is not None:
            with self.alerts.guard():
                stored = self._organisation.read()
                for form in self._stored:
                    form.load(stored)
        with self.alerts.guard():
            if self.messages is not None:
                self.messages.refresh()
            self._refresh_rules()

    def _refresh_rules(self) -> None:
        """The numbers and the practices in force on the day."""
        for section in (self.figures, self.practices):
            if section is not None:
                section.refresh(self.on)

    def go_to(self, key: str) -> None:
        """Go to the field of a setting or to the keys by its name, or open the card of a number, change or question."""
        self._be_read()
        if key == "keys":
            self._page.bring_in(self.keys, from_top=True)
            self.keys.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if key == "messages" and self.messages is not None:
            self._page.bring_in(self.messages, from_top=True)
            self.messages.which.kind.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if key == "numbers" and self.figures is not None:
            self._page.bring_in(self.figures, from_top=True)
            self.figures.take_keyboard()
            return
        form = next((one for one in (self.window_form, *self._stored) if one.has(key)), None)
        if form is not None:
            self._page.bring_in(form.field(key))
            form.field(key).editors[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        part = self.figures.part_of(key) if self.figures is not None else None
        if self.figures is not None and part is not None:
            self._page.bring_in(part)
            if self._writable:
                self.figures.open(key)
            return
        question = {str(one): one for one in Question}.get(key)
        if self.practices is None or question is None:
            return
        self._page.bring_in(self.practices.questions[question])
        if self._writable:
            self.practices.begin(question)

    @property
    def _writable(self) -> bool:
        return self._desk is not None and not self._desk.store.read_only

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        if not self._stale:
            self._refresh_rules()

    def showEvent(self, event: QShowEvent) -> None:
        """One left edge for the fields of both forms."""
        super().showEvent(event)
        line_up(self.window_form, *self._stored)

    def changeEvent(self, event: QEvent) -> None:
        """Other words or another size of text, another edge."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, lambda: line_up(self.window_form, *self._stored))

    def _show_preferences(self) -> None:
        self.window_form.load(self._memory.now)
        self.keys.refresh()

    def _keep(self, _field: str) -> None:
        self._memory.keep(self.window_form.value(self._memory.now))

    @property
    def _stored(self) -> tuple[OrganisationForm, DocumentsForm]:
        """The forms of what stands in the register."""
        return self.organisation_form, self.documents_form

    def _save_organisation(self, field: str) -> None:
        if self._organisation is not None:
            with self.alerts.guard(self.organisation_form):
                before = self._organisation.read()
                new = only(field, before, self.organisation_form.value(before))
                raise_all(wrong_schemes(new, before))
                self._organisation.save(new)

    def _save_documents(self, _field: str) -> None:
        if self._organisation is not None:
            with self.alerts.guard(self.documents_form):
                self._organisation.save(self.documents_form.value(self._organisation.read()))
