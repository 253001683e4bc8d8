"""The list of good practices: its columns, which are shown, and what is missing of each."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.good_practices import AREA_LABELS, CAN_LACK, Area, PracticeLine
from nmirf_desktop.domain.missing import MISSING_LABELS, Missing
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import Region, region_name, region_of
from nmirf_desktop.domain.states import found_by
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.objectives import objectives_said
from nmirf_desktop.ui.regions import region_in_list
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone

COMPLETE, LACKS = Mark("circle-check", Tone.GOOD), Mark("triangle-alert", Tone.ATTENTION)
GONE, UNCONSENTED = Mark("minus", Tone.MUTED), Mark("octagon-alert", Tone.BAD)
WITHDRAWN, SHARED_WITHOUT = N_("withdrawn"), N_("went out without consent")


def area_word(area: Area, words: Catalog) -> str:
    """An area of the work as its word."""
    return words.gettext(AREA_LABELS[area])


def standing_said(line: PracticeLine, words: Catalog) -> str:
    """That a practice went out without consent, was withdrawn, or what of it is missing; that nothing is."""
    said = [words.gettext(SHARED_WITHOUT)] if line.unconsented else []
    if line.withdrawn:
        said.append(words.gettext(WITHDRAWN))
    said += [words.gettext(MISSING_LABELS[one]) for one in line.missing]
    return words.listing(said) or words.gettext("complete")


def standing_mark(line: PracticeLine) -> Mark:
    """The mark beside it: what went out without consent is red."""
    if line.unconsented:
        return UNCONSENTED
    return GONE if line.withdrawn else LACKS if line.missing else COMPLETE


def _gravity(line: PracticeLine) -> tuple[bool, bool, int]:
    return not line.unconsented, line.withdrawn, -len(line.missing)


def _titles(line: PracticeLine) -> str:
    practice = line.practice
    return " ".join(text[one] for text in (practice.title, practice.text) for one in Language)


COLUMNS: tuple[Column[PracticeLine], ...] = (
    Column(
        N_("State"), lambda line, words: line.state.said_in(words), also=lambda line: found_by(line.state), least=10
    ),
    Column(
        N_("Practice"),
        lambda line, words: line.practice.title.best(words.language),
        also=_titles,
        stretch=True,
        ease=24,
    ),
    Column(N_("Area"), lambda line, words: area_word(line.practice.area, words), least=10, spare=True),
    Column(
        N_("What is missing"),
        standing_said,
        lambda line, _words: _gravity(line),
        mark=standing_mark,
        least=12,
    ),
    Column(
        N_("Times shared"),
        lambda line, words: words.number(line.shared) if line.shared else "",
        lambda line, _words: line.shared,
        right=True,
        cell=lambda line, _words: line.shared or None,
        spare=True,
    ),
    Column(
        N_("Objectives"),
        lambda line, _words: ", ".join(map(str, line.practice.objectives)),
        whole=lambda line, words: objectives_said(line.practice.objectives, words),
        least=6,
        spare=True,
    ),
    Column(
        N_("Recorded on"),
        lambda line, words: words.short_date(line.practice.recorded_on),
        lambda line, _words: line.practice.recorded_on.toordinal(),
        cell=lambda line, _words: line.practice.recorded_on,
        spare=True,
    ),
    Column(
        N_("Consent on"),
        lambda line, words: words.short_date(line.practice.consented_on) if line.practice.consented_on else "",
        lambda line, _words: line.practice.consented_on.toordinal() if line.practice.consented_on else 10**7,
        cell=lambda line, _words: line.practice.consented_on,
        hidden=True,
    ),
    Column(N_("Consent by"), lambda line, _words: line.practice.consented_by, hidden=True),
    Column(N_("Contact function"), lambda line, words: line.practice.contact.best(words.language), hidden=True),
    Column(
        N_("Languages"), lambda line, words: words.listing(NAMES[one] for one in line.practice.languages), hidden=True
    ),
    Column(
        N_("Files"),
        lambda line, words: words.number(line.files) if line.files else "",
        lambda line, _words: line.files,
        right=True,
        cell=lambda line, _words: line.files or None,
        hidden=True,
    ),
    Column(N_("Description"), lambda line, words: line.practice.text.best(words.language), hidden=True),
    Column(N_("Note"), lambda line, _words: line.practice.note, hidden=True),
)
"""The columns of the good practices."""


class Filters(QWidget):
    """Which practices are listed. ``year_chosen`` asks for another year, ``changed`` for others of these."""

    year_chosen = Signal()
    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._by = Option.REGIONAL_GROUP
        self.year: ChoiceField[int] = ChoiceField(language, [], lambda year, _words: str(year), none=N_("All years"))
        self.area: ChoiceField[Area] = ChoiceField(language, list(Area), area_word, none=N_("All areas"))
        self.region: ChoiceField[Region] = ChoiceField(language, [], region_in_list, none=N_("All regions"))
        self.lacking: ChoiceField[Missing] = ChoiceField(
            language, list(CAN_LACK), lambda one, words: words.gettext(MISSING_LABELS[one]), none=N_("Complete or not")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.year, self.area, self.region, self.lacking))
        self.year.edited.connect(self.year_chosen)
        for field in (self.area, self.region, self.lacking):
            field.edited.connect(self.changed)
        self.retranslate()

    def offer(self, regions: Sequence[Region], by: Option) -> None:
        """The regions to choose from, by the scheme in force; the one chosen stays so."""
        self._by = by
        self.region.set_values(regions)

    def matching(self, lines: Iterable[PracticeLine]) -> list[PracticeLine]:
        """The lines that belong to what was chosen."""
        area, region, lacking = self.area.value(), self.region.value(), self.lacking.value()
        return [
            line
            for line in lines
            if (area is None or line.practice.area is area)
            and (region is None or region_of(line.state, self._by) is region)
            and (lacking is None or lacking in line.missing)
        ]

    def region_of(self, line: PracticeLine, words: Catalog) -> str:
        """The region of a practice's State, by the scheme in force."""
        return words.gettext(region_name(line.state, self._by))

    def show_all(self) -> None:
        """Take every filter but the year away."""
        for field in (self.area, self.region, self.lacking):
            field.load(None, over=True)

    def retranslate(self) -> None:
        """Say the filters' names again."""
        words = self._language.words
        self.year.set_accessible(words.gettext("Year"), "")
        self.area.set_accessible(words.gettext("Area"), "")
        self.region.set_accessible(words.gettext("Region"), "")
        self.lacking.set_accessible(words.gettext("What is missing"), "")
