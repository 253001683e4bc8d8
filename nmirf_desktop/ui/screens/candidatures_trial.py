"""The composition that is tried out: its regions as a chart, and what each rule would say, before and after."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.compliance.simulation import Consequence, Simulation
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import region_of, regions
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.charts import GroupsBar
from nmirf_desktop.ui.consequences import Warned, answer_of, steps_line
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.findings import marked
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

NOBODY = N_(
    "Mark candidates in the list, by a click on the box or by Space: what the rules would say of them together stands "
    "here."
)
CHARTS = {
    Option.REGIONAL_GROUP: N_("Regional groups of the States tried out"),
    Option.M49_REGION: N_("Regions of the States tried out"),
}


class Trial(QWidget):
    """What the States marked would be together. ``asked`` carries the place of a rule."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.said = WrappedLabel()
        style(self.said, Type.BODY, Tone.MUTED)
        self.cut = Warned()
        self.chart = GroupsBar(language, brief=True)
        self.rows = FactRows(language)
        self.rows.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 3)
        for part in (self.said, self.cut, self.chart, self.rows):
            column.addWidget(part)

    def show_nothing(self, why: str = "") -> None:
        """Nothing is marked, or it cannot be tried out, which *why* says in the reader's language."""
        self.said.setText(why or self._language.words.gettext(NOBODY))
        self.cut.hide()
        self.chart.hide()
        self.rows.show_rows(())

    def show_trial(self, states: Sequence[State], trial: Simulation, by: Option) -> None:
        """Show some States together, a bar of their regions by the scheme *by*, and the rules."""
        words = self._language.words
        names = words.listing(state.said_in(words) for state in states)
        self.said.setText(words.gettext("{states}, from {day}").format(states=names, day=words.date(trial.on)))
        self.cut.say(trial.cut_short, words)
        counts = Counter(region for state in states if (region := region_of(state, by)) is not None)
        self.chart.setAccessibleName(words.gettext(CHARTS[by]))
        self.chart.show_counts([(region, counts[region]) for region in regions(by) if counts[region]])
        self.chart.setVisible(bool(counts))
        self.rows.show_rows(_row(one, words) for one in trial.consequences)


def _row(one: Consequence, words: Catalog) -> FactRow:
    """A rule: its answer before and after, what it says on both sides, with its ground, and the facts that changed."""
    head = Link(
        words.pgettext("rule with its title", "{number} {title}").format(
            number=one.rule.number, title=words.gettext(one.rule.title)
        ),
        Place("rules", one.rule.number),
    )
    mark, word = marked(one.would_be, words, remarked=one.remarked[1])
    before, after = (list(dict.fromkeys(finding.message.said_in(words) for finding in found)) for found in one.own)
    gone, new = ([said for said in own if said not in other] for own, other in ((before, after), (after, before)))
    if new:
        grounds = [finding.message.said_in(words) for finding in one.grounds]
        new += [said for said in grounds if said not in new]
    if gone and new and one.was is not one.would_be:
        said = words.gettext("Before: {said}").format(said=" ".join(gone))
        sentences = [said, words.gettext("Afterwards: {said}").format(said=" ".join(new))]
    else:
        sentences = [" ".join(new or after)]
    awaited = words.gettext(one.awaits) if one.awaits else ""
    note = "\n".join(part for part in (*sentences, awaited, steps_line(one, words)) if part)
    return FactRow((head, f" · {answer_of(one, words)}"), note=note, mark=mark, word=word, key=one.rule.number)
