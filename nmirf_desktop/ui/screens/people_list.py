"""The list of people: its columns and its filters."""

import datetime
from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.functions import ROLE_LABELS, Role
from nmirf_desktop.domain.officers import office_name
from nmirf_desktop.domain.people import FORM_LABELS, GENDER_LABELS
from nmirf_desktop.domain.states import RegionalGroup, found_by
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.people import PersonLine
from nmirf_desktop.ui.fields import CheckField, ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.groups import group_name
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone

ROLE_MARKS = {
    Role.VOTES: Mark("vote", Tone.GOOD),
    Role.FOCAL_POINT: Mark("user", Tone.NEUTRAL),
    Role.ALTERNATE: Mark("users", Tone.NEUTRAL),
    Role.CONTACT: Mark("eye", Tone.NEUTRAL),
    Role.REPRESENTATIVE: Mark("landmark", Tone.NEUTRAL),
    Role.OFFICER: Mark("gavel", Tone.NEUTRAL),
    Role.NONE: Mark("circle-dashed", Tone.MUTED),
}
"""The shape of each role."""


class Missing(StrEnum):
    """What of somebody's particulars may be missing."""

    EMAIL = "email"
    NAME = "name"


MISSING_LABELS = {Missing.EMAIL: N_("Without e-mail address"), Missing.NAME: N_("Without a name")}


def _state(line: PersonLine, words: Catalog) -> str:
    return line.state.said_in(words) if line.state is not None else ""


def _first(line: PersonLine) -> datetime.date | None:
    return line.held.period.start if line.held is not None else None


def _last(line: PersonLine) -> datetime.date | None:
    return line.held.period.last_day if line.held is not None else None


def _day(day: datetime.date | None, words: Catalog) -> str:
    return words.short_date(day) if day is not None else ""


def _order(day: datetime.date | None) -> int:
    return day.toordinal() if day is not None else 0


def _function(language: Language) -> Callable[[PersonLine, Catalog], str]:
    return lambda line, _words: line.person.function[language]


def _office(line: PersonLine, words: Catalog) -> str:
    office = line.held.office if line.held is not None else None
    return office_name(office, words) if office is not None else ""


def _meeting(line: PersonLine, _words: Catalog) -> str:
    return line.held.meeting if line.held is not None else ""


def _name(line: PersonLine, words: Catalog) -> str:
    """The name, empty where somebody is known by the function alone."""
    named = line.person.given_name or line.person.family_name
    return line.person.label(words.language) if named else ""


COLUMNS: tuple[Column[PersonLine], ...] = (
    Column(
        N_("State"),
        _state,
        lambda line, words: words.sort_key(_state(line, words)),
        least=12,
        also=lambda line: found_by(line.state) if line.state is not None else "",
    ),
    Column(
        N_("Name"),
        _name,
        lambda line, words: (not _name(line, words), words.sort_key(line.person.family_name), _name(line, words)),
        least=12,
    ),
    Column(N_("Function"), lambda line, words: line.person.function.best(words.language), stretch=True),
    Column(
        N_("Role"),
        lambda line, words: words.gettext(ROLE_LABELS[line.role]),
        lambda line, _words: list(Role).index(line.role),
        mark=lambda line: ROLE_MARKS[line.role],
        least=16,
    ),
    Column(
        N_("First day"),
        lambda line, words: _day(_first(line), words),
        lambda line, _words: _order(_first(line)),
        cell=lambda line, _words: _first(line),
        spare=True,
    ),
    Column(
        N_("Last day"),
        lambda line, words: _day(_last(line), words),
        lambda line, _words: _order(_last(line)) or datetime.date.max.toordinal(),
        cell=lambda line, _words: _last(line),
        spare=True,
    ),
    Column(N_("Writes in"), lambda line, _words: NAMES[line.person.language], spare=True),
    Column(N_("E-mail"), lambda line, _words: "; ".join(line.person.emails), least=22, spare=True),
    Column(N_("Telephone"), lambda line, _words: "; ".join(line.person.telephones), least=12, spare=True),
    Column(N_("Postal address"), lambda line, _words: line.person.address, hidden=True),
    Column(N_("Institution"), lambda line, _words: line.person.institution, least=12, spare=True),
    Column(
        N_("Reference"), lambda line, _words: line.held.reference if line.held is not None else "", least=8, spare=True
    ),
    Column(N_("Given name"), lambda line, _words: line.person.given_name, hidden=True),
    Column(N_("Family name"), lambda line, _words: line.person.family_name, hidden=True),
    Column(N_("Gender"), lambda line, words: words.gettext(GENDER_LABELS[line.person.gender]), hidden=True),
    Column(
        N_("Form of address"), lambda line, words: words.gettext(FORM_LABELS[line.person.form_of_address]), hidden=True
    ),
    Column(N_("Function in English"), _function(Language.EN), hidden=True),
    Column(N_("Function in French"), _function(Language.FR), hidden=True),
    Column(N_("Function in Spanish"), _function(Language.ES), hidden=True),
    Column(N_("Office"), _office, hidden=True),
    Column(N_("Meeting"), _meeting, hidden=True),
    Column(N_("Code"), lambda line, _words: line.state.iso3 if line.state is not None else "", hidden=True),
)


class Filters(QWidget):
    """Whom the list shows. ``changed`` is emitted by a choice, ``every_asked`` where others are to be read too."""

    changed = Signal()
    every_asked = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.role: ChoiceField[Role] = ChoiceField(
            language, list(Role), lambda one, words: words.gettext(ROLE_LABELS[one]), none=N_("All roles")
        )
        self.group: ChoiceField[RegionalGroup] = ChoiceField(
            language, list(RegionalGroup), group_name, none=N_("All groups")
        )
        self.tongue: ChoiceField[Language] = ChoiceField(
            language, list(Language), lambda one, _words: NAMES[one], none=N_("All languages")
        )
        self.missing: ChoiceField[Missing] = ChoiceField(
            language,
            list(Missing),
            lambda one, words: words.gettext(MISSING_LABELS[one]),
            none=N_("Complete and incomplete"),
        )
        self.every = CheckField(language, N_("Show ended and future ones"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.role, self.group, self.tongue, self.missing, self.every))
        for field in (self.role, self.group, self.tongue, self.missing):
            field.edited.connect(self.changed)
        self.every.edited.connect(self.every_asked)
        self.retranslate()

    def matching(self, lines: Iterable[PersonLine]) -> list[PersonLine]:
        """The lines that belong to what was chosen."""
        role, group, tongue = self.role.value(), self.group.value(), self.tongue.value()
        return [
            line
            for line in lines
            if role in (None, line.role)
            and (group is None or (line.state is not None and line.state.group is group))
            and tongue in (None, line.person.language)
            and self._lacks(line)
        ]

    def _lacks(self, line: PersonLine) -> bool:
        match self.missing.value():
            case Missing.EMAIL:
                return not line.person.emails
            case Missing.NAME:
                return not line.person.family_name
            case None:
                return True

    def show_all(self) -> None:
        """Take every filter away."""
        for field in (self.role, self.group, self.tongue, self.missing):
            field.load(None, over=True)

    def retranslate(self) -> None:
        """Say the filters' names again."""
        words = self._language.words
        self.role.set_accessible(words.gettext("Role"), "")
        self.group.set_accessible(words.gettext("Regional group"), "")
        self.tongue.set_accessible(words.gettext("Writes in"), "")
        self.missing.set_accessible(words.gettext("Particulars"), "")
