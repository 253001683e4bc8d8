"""The list of the States that are not members: its columns and filters."""

import datetime
from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.encouragement import Encouraged
from nmirf_desktop.domain.states import found_by
from nmirf_desktop.i18n import N_, NP_, Catalog
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.groups import group_letters, group_name, group_whole
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone


def status_word(one: Encouraged, words: Catalog) -> str:
    """As what the State is in the Network."""
    return words.gettext("Observer") if one.membership is not None else words.gettext("Neither member nor observer")


def _number(number: int, words: Catalog) -> str:
    return words.number(number) if number else ""


def _last(one: Encouraged, words: Catalog) -> str:
    return words.short_date(one.last_on) if one.last_on is not None else words.gettext("nothing yet")


COLUMNS: tuple[Column[Encouraged], ...] = (
    Column(
        N_("State"),
        lambda one, words: one.state.said_in(words),
        lambda one, words: words.sort_key(one.state.said_in(words)),
        also=lambda one: found_by(one.state),
        stretch=True,
        ease=20,
    ),
    Column(N_("Status"), status_word, lambda one, _words: one.membership is None, least=8),
    Column(
        N_("Group"),
        lambda one, words: group_name(one.state.group, words),
        mark=lambda one: Mark("circle", region=one.state.group) if one.state.group is not None else None,
        whole=lambda one, words: group_whole(one.state.group, words),
        brief=lambda one, words: group_letters(one.state.group, words),
        least=4,
        spare=True,
    ),
    Column(
        N_("Invited"),
        lambda one, words: _number(one.asked, words),
        lambda one, _words: one.asked,
        right=True,
        cell=lambda one, _words: one.asked,
        spare=True,
    ),
    Column(
        N_("Came"),
        lambda one, words: _number(one.came, words),
        lambda one, _words: one.came,
        right=True,
        cell=lambda one, _words: one.came,
        spare=True,
    ),
    Column(
        N_("Activities"),
        lambda one, words: _number(one.activities, words),
        lambda one, _words: one.activities,
        right=True,
        cell=lambda one, _words: one.activities,
        spare=True,
    ),
    Column(
        N_("Support of OHCHR"),
        lambda one, words: _number(one.supported, words),
        lambda one, _words: one.supported,
        right=True,
        cell=lambda one, _words: one.supported,
        spare=True,
    ),
    Column(
        NP_("notes of contacts with a State", "Contacts"),
        lambda one, words: _number(one.contacts, words),
        lambda one, _words: one.contacts,
        right=True,
        cell=lambda one, _words: one.contacts,
        spare=True,
        context="notes of contacts with a State",
    ),
    Column(
        N_("Last done on"),
        _last,
        lambda one, _words: (one.last_on or datetime.date.min).toordinal(),
        mark=lambda one: Mark("circle-dashed", Tone.ATTENTION) if one.last_on is None else None,
        cell=lambda one, _words: one.last_on,
        least=10,
    ),
    Column(N_("Code"), lambda one, _words: one.state.iso3, hidden=True),
)
"""The columns of the States that are not members."""


class Whose(StrEnum):
    """Which of them are listed."""

    OBSERVERS = "observers"
    NEITHER = "neither"
    NOTHING_DONE = "nothing_done"
    NEVER_INVITED = "never_invited"


WHOSE_LABELS = {
    Whose.OBSERVERS: N_("Observers"),
    Whose.NEITHER: N_("Neither member nor observer"),
    Whose.NOTHING_DONE: N_("Nothing done yet"),
    Whose.NEVER_INVITED: N_("Never invited"),
}


def belongs(one: Encouraged, whose: Whose | None) -> bool:
    """Whether a State is among those that are listed."""
    match whose:
        case Whose.OBSERVERS:
            return one.membership is not None
        case Whose.NEITHER:
            return one.membership is None
        case Whose.NOTHING_DONE:
            return one.last_on is None
        case Whose.NEVER_INVITED:
            return not one.asked
        case None:
            return True


class Filters(QWidget):
    """Which States are listed; ``changed`` is emitted by a choice."""

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.whose: ChoiceField[Whose] = ChoiceField(
            language,
            list(Whose),
            lambda one, words: words.gettext(WHOSE_LABELS[one]),
            none=N_("All States that are not members"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.whose))
        self.whose.edited.connect(self.changed)
        self.retranslate()

    def matching(self, lines: Iterable[Encouraged]) -> list[Encouraged]:
        """Those that belong to what was chosen."""
        return [one for one in lines if belongs(one, self.whose.value())]

    def retranslate(self) -> None:
        """Say the filter's name again."""
        self.whose.set_accessible(self._language.words.gettext("Status"), "")
