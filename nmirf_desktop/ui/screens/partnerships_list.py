"""The list of partners: its columns and its filters."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import PartnerLine
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.objectives import objective_brief, objectives_said
from nmirf_desktop.ui.partner_form import kind_word
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone


def lacking(line: PartnerLine) -> tuple[Language, ...]:
    """The languages in which a text of a partner that a document would print is missing."""
    return tuple(tongue for tongue in Language if any(text.state(tongue) is TextState.MISSING for text in line.texts))


def _day(day: datetime.date | None, words: Catalog) -> str:
    return words.short_date(day) if day is not None else ""


def _partnerships(line: PartnerLine, words: Catalog) -> str:
    if line.lacks_objective:
        return words.gettext("No objective")
    return words.number(len(line.in_force)) if line.in_force else ""


def _came(line: PartnerLine) -> str:
    return ", ".join(one.symbol for one in line.came)


def _missing(line: PartnerLine, _words: Catalog) -> str:
    return ", ".join(one.value.upper() for one in lacking(line))


COLUMNS: tuple[Column[PartnerLine], ...] = (
    Column(
        N_("Name"),
        lambda line, words: line.said_in(words),
        lambda line, words: words.sort_key(line.said_in(words)),
        also=lambda line: " ".join(line.partner.name[one] for one in Language),
        ease=30,
        stretch=True,
    ),
    Column(
        N_("Kind"),
        lambda line, words: kind_word(line.partner.kind, words),
        lambda line, _words: list(PartnerKind).index(line.partner.kind),
        least=8,
    ),
    Column(
        N_("Partnerships"),
        _partnerships,
        lambda line, _words: len(line.in_force),
        mark=lambda line: Mark("circle-alert", Tone.ATTENTION) if line.lacks_objective else None,
        cell=lambda line, _words: len(line.in_force) or None,
        least=6,
    ),
    Column(
        N_("Objectives"),
        lambda line, _words: ", ".join(str(one) for one in line.objectives),
        lambda line, _words: tuple(str(one) for one in line.objectives),
        whole=lambda line, words: objectives_said(line.objectives, words),
        least=6,
    ),
    Column(
        N_("Last contact"),
        lambda line, words: _day(line.last_contact, words),
        lambda line, _words: line.last_contact.toordinal() if line.last_contact is not None else 0,
        cell=lambda line, _words: line.last_contact,
        spare=True,
    ),
    Column(
        N_("Meetings attended"),
        lambda line, words: words.number(len(line.came)) if line.came else "",
        lambda line, _words: len(line.came),
        right=True,
        whole=lambda line, _words: _came(line),
        cell=lambda line, _words: len(line.came) or None,
        spare=True,
    ),
    Column(N_("Languages missing"), _missing, spare=True),
    Column(N_("E-mail"), lambda line, _words: "; ".join(line.partner.emails), hidden=True),
)
"""The columns of the partners."""


class Filters(QWidget):
    """Which partners are listed. ``changed`` is emitted by a choice."""

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.kind: ChoiceField[PartnerKind] = ChoiceField(
            language, list(PartnerKind), kind_word, none=N_("All kinds of partners")
        )
        self.objective: ChoiceField[Objective] = ChoiceField(
            language, list(Objective), objective_brief, none=N_("All objectives")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.kind, self.objective))
        for field in (self.kind, self.objective):
            field.edited.connect(self.changed)

    def shows(self, line: PartnerLine) -> bool:
        """Whether a partner belongs to what was chosen."""
        kind, objective = self.kind.value(), self.objective.value()
        return kind in (None, line.partner.kind) and (objective is None or objective in line.objectives)

    def show_all(self) -> None:
        """List every partner."""
        for field in (self.kind, self.objective):
            field.load(None, over=True)

    def retranslate(self) -> None:
        """Say the filters' names again."""
        self.kind.set_accessible(self._language.words.gettext("Kind"), "")
        self.objective.set_accessible(self._language.words.gettext("Objectives served"), "")
