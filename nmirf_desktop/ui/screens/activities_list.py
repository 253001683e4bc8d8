"""The list of activities: its columns, which of a year it shows, and what is missing of each."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.activities import (
    CAN_LACK,
    KIND_LABELS,
    ActivityKind,
    ActivityLine,
    Attendee,
)
from nmirf_desktop.domain.missing import MISSING_LABELS, Missing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.states import found_by
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.objectives import objective_brief, objectives_said
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone

COMPLETE, LACKS = Mark("circle-check", Tone.GOOD), Mark("triangle-alert", Tone.ATTENTION)


def kind_word(kind: ActivityKind, words: Catalog) -> str:
    """The sort of an activity as its word."""
    return words.gettext(KIND_LABELS[kind])


def attendee_said(one: Attendee, words: Catalog) -> str:
    """The name of a State or partner in the reader's language."""
    if one.state is not None:
        return one.state.said_in(words)
    return one.partner.name.best(words.language) if one.partner is not None else ""


def missing_said(line: ActivityLine, words: Catalog) -> str:
    """What of an activity is missing, in words; that nothing is."""
    return words.listing(words.gettext(MISSING_LABELS[one]) for one in line.missing) or words.gettext("complete")


def _lacking_word(what: Missing, words: Catalog) -> str:
    """What may be missing, as a choice by itself."""
    said = words.gettext(MISSING_LABELS[what])
    return f"{said[:1].upper()}{said[1:]}"


def _title(line: ActivityLine, words: Catalog) -> str:
    return line.activity.title.best(words.language)


def _all_titles(line: ActivityLine) -> str:
    return " ".join(line.activity.title[one] for one in Language)


def _who(line: ActivityLine, words: Catalog) -> str:
    return words.listing(attendee_said(one, words) for one in line.attendees)


def _also_who(line: ActivityLine) -> str:
    partners = " ".join(one.name[language] for one in line.partners for language in Language)
    return " ".join((*map(found_by, line.states), partners))


def _numbers(line: ActivityLine, _words: Catalog) -> str:
    return ", ".join(map(str, line.activity.objectives))


def _meeting(line: ActivityLine, _words: Catalog) -> str:
    return line.meeting.symbol if line.meeting is not None else ""


COLUMNS: tuple[Column[ActivityLine], ...] = (
    Column(
        N_("Days"),
        lambda line, words: words.date_range(line.activity.begins_on, line.activity.ends_on),
        lambda line, _words: line.activity.begins_on.toordinal(),
        cell=lambda line, _words: line.activity.begins_on,
        least=11,
        ease=21,
    ),
    Column(N_("Activity"), _title, also=_all_titles, stretch=True, ease=24),
    Column(N_("Kind"), lambda line, words: kind_word(line.activity.kind, words), least=10, spare=True),
    Column(
        N_("Objectives"),
        _numbers,
        whole=lambda line, words: objectives_said(line.activity.objectives, words),
        least=6,
    ),
    Column(
        N_("What is missing"),
        missing_said,
        lambda line, _words: -len(line.missing),
        mark=lambda line: LACKS if line.missing else COMPLETE,
        least=12,
    ),
    Column(N_("Took part"), _who, also=_also_who, least=12, spare=True),
    Column(
        N_("Files"),
        lambda line, words: words.number(line.files) if line.files else "",
        lambda line, _words: line.files,
        right=True,
        cell=lambda line, _words: line.files or None,
        hidden=True,
    ),
    Column(N_("Place"), lambda line, words: line.activity.place.best(words.language), hidden=True),
    Column(
        N_("Languages"), lambda line, words: words.listing(NAMES[one] for one in line.activity.languages), hidden=True
    ),
    Column(N_("Result"), lambda line, words: line.activity.result.best(words.language), hidden=True, written=True),
    Column(N_("Meeting"), _meeting, hidden=True),
    Column(
        N_("Last day"),
        lambda line, words: words.short_date(line.activity.ends_on),
        lambda line, _words: line.activity.ends_on.toordinal(),
        cell=lambda line, _words: line.activity.ends_on,
        hidden=True,
        written=True,
    ),
    Column(N_("Note"), lambda line, _words: line.activity.note, hidden=True),
)
"""The columns of the activities."""


class Filters(QWidget):
    """Which activities are listed. ``year_chosen`` asks for those of another year, ``changed`` for others of these."""

    year_chosen = Signal()
    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.year: ChoiceField[int] = ChoiceField(language, [], lambda year, _words: str(year), none=N_("All years"))
        self.objective: ChoiceField[Objective] = ChoiceField(
            language, list(Objective), objective_brief, none=N_("All objectives")
        )
        self.lacking: ChoiceField[Missing] = ChoiceField(
            language,
            list(CAN_LACK),
            _lacking_word,
            none=N_("Complete and incomplete"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.year, self.objective, self.lacking))
        self.year.edited.connect(self.year_chosen)
        for field in (self.objective, self.lacking):
            field.edited.connect(self.changed)
        self.retranslate()

    def offer(self, years: Sequence[int]) -> None:
        """The years to choose from; the one chosen stays so."""
        self.year.set_values(years)

    def matching(self, lines: Iterable[ActivityLine]) -> list[ActivityLine]:
        """The lines that belong to what was chosen beside the year."""
        objective, lacking = self.objective.value(), self.lacking.value()
        return [
            line
            for line in lines
            if (objective is None or objective in line.activity.objectives)
            and (lacking is None or lacking in line.missing)
        ]

    def show_all(self) -> None:
        """Take every filter but the year away."""
        for field in (self.objective, self.lacking):
            field.load(None, over=True)

    def retranslate(self) -> None:
        """Say the filters' names again."""
        words = self._language.words
        self.year.set_accessible(words.gettext("Year"), "")
        self.objective.set_accessible(words.gettext("Objectives"), "")
        self.lacking.set_accessible(words.gettext("What is missing"), "")
