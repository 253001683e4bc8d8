"""The right side of the activities: the one chosen, what is being written down, its files, and the year in figures."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from nmirf_desktop.domain.activities import ActivitiesOf, ActivityLine
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.charts import BarsChart, Count
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.links import Link, Part
from nmirf_desktop.ui.objectives import objective_brief, objective_said
from nmirf_desktop.ui.panes import DetailPane, Section
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.regions import region_in_list
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.activities_form import ActivityForm, Recognise
from nmirf_desktop.ui.screens.activities_list import LACKS, attendee_said, kind_word, missing_said
from nmirf_desktop.ui.theme import Tone, Type, style

RECORD = N_("Record an activity")
FIGURES = N_("In figures")
BY_OBJECTIVE, BY_MONTH = N_("Activities by objective"), N_("Activities by month in which they began")
BY_REGION = {
    Option.REGIONAL_GROUP: N_("Activities by regional group of the States that took part"),
    Option.M49_REGION: N_("Activities by region of the States that took part"),
}


class ActivitiesDetail(DetailPane):
    """``asked`` carries a place. *files* shows those of the activity chosen."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage, recognise: Recognise, files: QWidget) -> None:
        super().__init__(language)
        self.form = ActivityForm(language, recognise)
        self.card = Draft(
            RECORD, N_("Record"), self.form, language,
            N_("Its name in one language and its day are enough; the list shows what is still missing."),
        )  # fmt: skip
        self.add(self.card)
        self.told = FactRows(language)
        self.told.asked.connect(self.asked)
        self.add(self.told)
        self._held = self.section(N_("Files"))
        self._held.add(files)
        self.figures = Figures(language)
        self.add(self.figures)

    def show_line(self, line: ActivityLine | None) -> None:
        """The activity chosen, or none."""
        words = self._language.words
        self._held.setVisible(line is not None)
        self.told.setVisible(line is not None)
        if line is None:
            self.head(words.gettext("Activities"))
            self.told.show_rows(())
            return
        one = line.activity
        days = words.date_range(one.begins_on, one.ends_on)
        about = (kind_word(one.kind, words), days, one.place.best(words.language))
        self.head(one.title.best(words.language), " · ".join(filter(None, about)))
        self.told.show_rows(_told(line, words))


class Figures(Section):
    """The activities shown, counted by objective, by region and by month."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(FIGURES, language)
        self._charts = [(QLabel(wordWrap=True), BarsChart(language)) for _ in range(3)]
        for label, chart in self._charts:
            style(label, Type.SMALL, Tone.MUTED)
            self.add(label)
            self.add(chart)
        self.objectives, self.regions, self.months = (chart for _, chart in self._charts)

    def show_activities(self, held: ActivitiesOf, year: int | None, by: Option) -> None:
        """Count the activities of a year, or of all of them, with the States' regions by a scheme."""
        words = self._language.words
        self.setVisible(bool(held.lines))
        which = str(year) if year is not None else words.gettext("All years")
        pattern = words.pgettext("section and its year", "{title}, {year}")
        self.head(pattern.format(title=words.gettext(FIGURES), year=which))
        for (label, chart), message in zip(self._charts, (BY_OBJECTIVE, BY_REGION[by], BY_MONTH), strict=True):
            label.setText(words.gettext(message))
            chart.setAccessibleName(words.gettext(message))
        objectives = held.by_objective().items()
        self.objectives.show_counts([Count(objective_brief(one, words), number) for one, number in objectives])
        self.regions.show_counts(
            [
                Count(region_in_list(one, words), number, group=one if isinstance(one, RegionalGroup) else None)
                for one, number in held.by_region(by).items()
            ]
        )
        months = enumerate(held.by_month(), 1)
        self.months.show_counts([Count(words.month_name(month), number) for month, number in months])


def _told(line: ActivityLine, words: Catalog) -> Iterator[FactRow]:
    one = line.activity
    if line.missing:
        yield FactRow(
            (words.gettext("For the annual review: {what}").format(what=missing_said(line, words)),), mark=LACKS
        )
    for objective in one.objectives:
        yield FactRow((objective_said(objective, words),), mark=Mark("flag", Tone.MUTED))
    for label, host in ((N_("Hosts:"), True), (N_("Participants:"), False)):
        if there := _named(line, words, host=host):
            yield FactRow((words.gettext(label), " ", *there), mark=Mark("users", Tone.MUTED))
    if one.languages:
        tongues = words.listing(NAMES[language] for language in one.languages)
        yield FactRow((tongues,), mark=Mark("languages", Tone.MUTED))
    if line.meeting is not None:
        link = Link(line.meeting.symbol, Place("meetings", line.meeting.key))
        yield FactRow((words.gettext("At the meeting"), " ", link), mark=Mark("calendar-days", Tone.MUTED))
    if one.result:
        yield FactRow((one.result.best(words.language),), mark=Mark("circle-check", Tone.MUTED))
    if one.note:
        yield FactRow((one.note,), mark=Mark("message-square", Tone.MUTED), muted=True)


def _named(line: ActivityLine, words: Catalog, *, host: bool) -> list[Part]:
    """Who took part, each State as a link into its file."""
    there: list[Part] = []
    for one in line.attendees:
        if one.part.host is host:
            said = attendee_said(one, words)
            name = Link(said, Place("members", one.state.iso3)) if one.state is not None else said
            there += [", ", name] if there else [name]
    return there
