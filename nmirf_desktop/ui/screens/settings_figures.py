"""The Declaration's numbers: each as it holds, as it was adopted, and what a decision changed from a day on."""

import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.drafting_decisions import decision_in_list, decision_name
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.practices import UNDECIDED
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.rule_changes import FIGURES, Figure, Figures, KnownFigure, RuleChange
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft, given, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, DateField, NumberField
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.settings_found import NUMBERS
from nmirf_desktop.ui.theme import STEP, Tone
from nmirf_desktop.ui.trilingual import TrilingualField

RECORDED = N_("The number is recorded from {day}.")
RECORDED_ALONE = N_("The number is recorded from {day}, without a decision: name that by which it was changed (R46).")
HINT = N_("It holds from its first day on; what happened before is judged, and printed, by the number of its day.")


class FigureForm(Form):
    """The number, its first day, the reason, and the decision by which the Network changed it."""

    def __init__(self, known: KnownFigure, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._known = known
        self._change: RuleChange | None = None
        self._decisions: tuple[Decision, ...] = ()
        self.number = NumberField(language, known.least, known.most)
        self.since, self.reason = DateField(language), TrilingualField(language)
        self.decision: ChoiceField[Decision] = ChoiceField(language, [], decision_in_list, none=N_("No decision"))
        self.add("number", known.title, self.number)
        self.add("since", N_("Holds from"), self.since)
        self.add("reason", N_("Reason"), self.reason)
        self.add("decision", N_("Decision of the Network"), self.decision)

    def load(self, number: int, on: datetime.date, change: RuleChange | None = None) -> None:
        """The number in force as of a day, or a *change* to be corrected."""
        self._change = change
        self.number.load(number, over=True)
        self.since.load(on, over=True)
        self.reason.load(Trilingual() if change is None else change.reason, over=True)
        key = None if change is None else change.decision
        self.decision.load(next((one for one in self._decisions if one.key == key), None), over=True)

    def offer(self, decisions: tuple[Decision, ...]) -> None:
        """The decisions of the Network, the latest first."""
        self._decisions = decisions
        self.decision.set_values(decisions)

    def value(self) -> RuleChange:
        """The change as the fields say it. Raises ``Problem`` where number or day is missing."""
        number, decision = self.number.value(), self.decision.value()
        if number is None:
            values = {"least": self._known.least, "most": self._known.most}
            raise Problem(N_("Give a number from {least} to {most}."), values, "number")
        return RuleChange(
            self._change.key if self._change is not None else "",
            self._known.figure, number, given(self.since, "since"), self.reason.value(),
            decision.key if decision is not None else None,
        )  # fmt: skip


class FigureRows(QWidget):
    """One number: what holds, the changes made, and the card in which one is made."""

    asked = Signal(object)

    def __init__(self, known: KnownFigure, language: CurrentLanguage) -> None:
        super().__init__()
        self.known = known
        self.rows = FactRows(language)
        self.form = FigureForm(known, language)
        self.draft = Draft(known.title, N_("Record the number"), self.form, language, HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP * 3, 0, 0)
        for part in (self.rows, self.draft):
            column.addWidget(part)


class FiguresSection(Section):
    """All numbers of the Declaration as of a day; a card opens under its number, one at a time."""

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(NUMBERS, language)
        self._desk, self._alerts = desk, alerts
        self._on = datetime.date.min
        self._figures = Figures()
        self._decisions: dict[Key, Decision] = {}
        self.parts = {one.figure: FigureRows(one, language) for one in FIGURES.values()}
        for figure, part in self.parts.items():
            self.add(part)
            part.draft.done.connect(partial(self._record, figure))
            part.draft.left.connect(partial(self._return_to, figure))

    def take_keyboard(self) -> None:
        """Put the keyboard on the first number."""
        stops = next(iter(self.parts.values())).rows.findChildren(LinkedText)
        for stop in stops[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, on: datetime.date) -> None:
        """Read the changes, and show what holds on a day."""
        self._on, self._figures = on, self._desk.rule_changes.figures()
        latest = sorted(self._desk.proposals.decisions(), key=lambda one: (one.year, one.number), reverse=True)
        self._decisions = {one.key: one for one in latest}
        for figure, part in self.parts.items():
            part.form.offer(tuple(latest))
            own = (one for one in self._figures.changes if one.figure is figure)
            made = sorted(own, key=lambda one: one.since, reverse=True)
            part.rows.show_rows((self._holds(part.known), *map(self._made, made, [None, *made])))

    def _holds(self, known: KnownFigure) -> FactRow:
        """The number in force, with how it was adopted and what changes it."""
        words, change = self._language.words, self._figures.change(known.figure, self._on)
        title = words.pgettext("rule", "{number} {title}").format(number=known.rule, title=words.gettext(known.title))
        number = words.number(self._figures.number(known.figure, self._on))
        said = words.pgettext("State and what", ": ").join((title, number))
        note = words.gettext("as the Declaration was adopted")
        if change is not None:
            frame = words.gettext("changed, in force since {date}; the Declaration says {adopted}")
            note = frame.format(date=words.date(change.since), adopted=words.number(known.adopted))
        offer = Offer(N_("Change the number …"), partial(self.begin, known.figure))
        return FactRow(
            (said,), note=note, mark=Mark("check"), word=words.gettext("in force"),
            offers=() if self._desk.store.read_only else (offer,), key=str(known.figure),
        )  # fmt: skip

    def _made(self, change: RuleChange, then: RuleChange | None) -> FactRow:
        """A change in the history, until the next one *then*; to be put right or taken back."""
        words = self._language.words
        time = Period(change.since, then.since if then is not None else None)
        decision = self._decisions.get(change.decision) if change.decision is not None else None
        notes = [words.gettext("from {day} on").format(day=words.date(change.since))]
        if time.last_day is not None:
            frame = words.gettext("from {first} to {last}")
            notes = [frame.format(first=words.date(time.start), last=words.date(time.last_day))]
        by = words.gettext(UNDECIDED)
        if decision is not None:
            by = words.gettext("Decision {name}").format(name=decision_name(decision))
        notes += [by, change.reason.best(words.language)] if change.reason else [by]
        offers = (
            Offer(N_("Correct …"), partial(self.correct, change)),
            Offer(N_("Take back"), partial(self._take_back, change)),
        )
        return FactRow(
            (words.number(change.number),),
            note=words.pgettext("facts in a row", " · ").join(notes),
            mark=Mark("history", Tone.MUTED),
            muted=change.since > self._on,
            offers=() if self._desk.store.read_only else offers,
            key=change.key,
        )

    def part_of(self, key: str) -> FigureRows | None:
        """Where a number stands, by its name or by the key of a change of it; ``None`` where nothing is called so."""
        change = self._change(key)
        figure = str(change.figure) if change is not None else key
        return next((part for one, part in self.parts.items() if str(one) == figure), None)

    def open(self, key: str) -> None:
        """Open the card of a number by its name, or with what was recorded of it by the key of the change."""
        change = self._change(key)
        if change is not None:
            self.correct(change)
        else:
            self.begin(Figure(key))

    def _change(self, key: Key) -> RuleChange | None:
        return next((one for one in self._figures.changes if one.key == key), None)

    def begin(self, figure: Figure) -> None:
        """Open the card of a number, from today or the day that is looked at."""
        if self._free():
            part = self.parts[figure]
            part.form.load(self._figures.number(figure, self._on), self._on)
            part.draft.begin()

    def correct(self, change: RuleChange) -> None:
        """Open the card with a change that was recorded wrongly."""
        if self._free():
            part = self.parts[change.figure]

            def show(now: RuleChange) -> None:
                part.form.load(now.number, now.since, now)

            show(change)
            part.draft.begin(again=of_record(self._desk.store, change, show))

    def _free(self) -> bool:
        """Whether a card may be opened: one at a time, and what is filled in stays."""
        return put_away(one.draft for one in self.parts.values())

    def _record(self, figure: Figure) -> None:
        part = self.parts[figure]
        with self._alerts.guard(part.draft):
            change = part.form.value()
            self._desk.rule_changes.save(change)
            part.draft.finished()
            self._told(RECORDED if change.decision is not None else RECORDED_ALONE, change)
            self._return_to(figure)

    def _take_back(self, change: RuleChange) -> None:
        with self._alerts.guard():
            self._desk.rule_changes.remove(change.key)
            self._told(N_("The number from {day} is taken back."), change)
            self._return_to(change.figure)

    def _return_to(self, figure: Figure) -> None:
        """Put the keyboard on what holds: a press more must not take another change back."""
        row = self.parts[figure].rows.row_of(str(figure))
        stop = next((one for one in row.findChildren(LinkedText) if one.places), None) if row is not None else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, message: str, change: RuleChange) -> None:
        self.refresh(self._on)
        tone = Tone.ATTENTION if message == RECORDED_ALONE else Tone.GOOD
        self._alerts.show(Notice(Sentence(message, {"day": change.since}), tone))
