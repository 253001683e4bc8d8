"""The milestones of a meeting: a row each, with its arithmetic and its state; ticked, changed or dropped in place."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Listed
from nmirf_desktop.domain.reckoning import OWED, STATE_LABELS, TOLD, MilestoneState, Reckoned
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.milestones import Milestones
from nmirf_desktop.ui import strip
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import DateField, TextField, TrilingualField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.following import read_again
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.meeting_field import called
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import STEP, Tone, role

MARKS = {
    MilestoneState.DONE: Mark("circle-check", Tone.GOOD),
    MilestoneState.LATE: Mark("octagon-alert", Tone.BAD),
    MilestoneState.DUE: Mark("clock", Tone.ATTENTION),
    MilestoneState.TO_COME: Mark("circle", Tone.MUTED),
    MilestoneState.LAPSED: Mark("circle-dashed", Tone.MUTED),
    MilestoneState.NOT_NEEDED: Mark("minus", Tone.MUTED),
}
"""The shape and tone of each state."""
TICK, UNTICK = N_("Done"), N_("Not done after all")
CHANGE, DROP, TAKE_UP = N_("Change"), N_("Not needed"), N_("Needed after all")
COUNTED_DAY = N_("A day of its own; empty: the counted one.")
OWN_DAY = N_("The day by which it is to be done; nothing else counts it.")
REMOVE, RESET = N_("Remove"), N_("As counted again")


def on_strip(found: Iterable[Reckoned], on: datetime.date, words: Catalog) -> list[strip.Milestone]:
    """The milestones that are needed, as dates on the strip."""
    return [
        strip.Milestone(
            one.identity,
            one.title.best(words.language),
            one.day,
            MARKS[one.state(on)].tone,
            words.gettext(STATE_LABELS[one.state(on)]),
        )
        for one in found
        if one.day is not None and not one.noted.dropped
    ]


SHOWN_NOW = N_("Recorded for this meeting, which is shown now: {meeting}.")


class MilestoneForm(Form):
    """A milestone's own day, when it was done, who sees to it, a note; a title where it is the secretariat's own."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.title = TrilingualField(language, expected=True)
        self.due_on, self.done_on = DateField(language), DateField(language)
        self.responsible = TrilingualField(language)
        self.note = TextField(language)
        self.add("title", N_("What is to be done"), self.title)
        self.add("due_on", N_("By"), self.due_on, COUNTED_DAY)
        self.add("done_on", N_("Day on which it was done"), self.done_on)
        self.add("responsible", N_("Responsible function"), self.responsible)
        self.add("note", N_("Remark"), self.note)

    def load(self, one: Reckoned) -> None:
        """Show a milestone; one that the register tells of by itself has no day on which it was done."""
        own = one.kind is MilestoneKind.OTHER
        self.show_row("title", own)
        self.hint("due_on", OWN_DAY if own else COUNTED_DAY)
        self.show_row("done_on", one.kind not in TOLD)
        self.title.load(one.noted.title, over=True)
        self.due_on.load(one.noted.due_on, over=True)
        self.done_on.load(one.noted.done_on, over=True)
        self.responsible.load(one.responsible, over=True)
        self.note.load(one.noted.note, over=True)

    def value(self, before: Reckoned) -> Milestone:
        """The milestone with what the form says; the usual function is not noted."""
        responsible = self.responsible.value()
        usual = not before.noted.responsible and responsible == before.responsible
        return replace(
            before.noted,
            title=self.title.value(),
            due_on=self.due_on.value(),
            done_on=self.done_on.value(),
            responsible=before.noted.responsible if usual else responsible,
            note=self.note.value(),
        )


class MilestoneRows(QWidget):
    """The milestones of the meeting that is shown, and the card in which one of them is changed.

    A card that is filled in stays with its meeting; ``recorded`` carries the key of that one.
    """

    recorded = Signal(str)

    def __init__(self, milestones: Milestones, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._milestones, self._language, self._alerts = milestones, language, alerts
        self._meeting: Meeting | None = None
        self._on = datetime.date.min
        self._found: tuple[Reckoned, ...] = ()
        self._changed: Reckoned | None = None
        self.form = MilestoneForm(language)
        self.card = Draft(N_("Milestone"), N_("Record"), self.form, language)
        self.rows = FactRows(language)
        self.more = QPushButton()
        role(self.more, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self.rows, self.card, SideBySide(self.more)):
            column.addWidget(part)
        self.more.clicked.connect(self.begin_own)
        self.card.done.connect(self._record)

    def load(self, meeting: Meeting, found: tuple[Reckoned, ...], on: datetime.date, *, locked: bool) -> None:
        """Show the milestones of a meeting as they stand on a day."""
        if self._changed is not None and self._changed.noted.meeting != meeting.key:
            self.card.hide()
        self._meeting, self._on, self._found = meeting, on, found
        words = self._language.words
        self.rows.show_rows([self._row(one, words, locked=locked) for one in self._found])
        self.more.setText(words.gettext("Add a milestone"))
        self.more.setEnabled(not locked)

    def _row(self, one: Reckoned, words: Catalog, *, locked: bool) -> FactRow:
        state = one.state(self._on)
        who = one.responsible.best(words.language)
        said = sentence_start(one.sentence().said_in(words))
        if one.done_on is not None and state is MilestoneState.DONE:
            done = words.gettext("Done on {date}.").format(date=words.date(one.done_on))
            said = f"{said} {done}".strip()
        notes = [who, said, one.noted.note]
        return FactRow(
            (one.title.best(words.language),),
            self._when(one.day, words) if one.day is not None else "",
            " · ".join(note for note in notes if note),
            MARKS[state],
            words.gettext(STATE_LABELS[state]),
            offers=() if locked else tuple(self._offers(one)),
            muted=state is MilestoneState.NOT_NEEDED,
            key=one.identity,
        )

    @staticmethod
    def _when(day: datetime.date, words: Catalog) -> str:
        pattern = words.pgettext("day of a sitting", "{weekday} {date}")
        return pattern.format(weekday=words.weekday(day), date=words.short_date(day))

    def _offers(self, one: Reckoned) -> Iterable[Offer]:
        if one.noted.dropped:
            yield Offer(TAKE_UP, partial(self._save, replace(one.noted, dropped=False)))
            return
        if one.kind not in TOLD:
            ticked = one.noted.done_on is not None
            done = replace(one.noted, done_on=None if ticked else self._on)
            yield Offer(UNTICK if ticked else TICK, partial(self._save, done))
        yield Offer(CHANGE, partial(self._begin, one))
        if one.kind is MilestoneKind.OTHER:
            yield Offer(REMOVE, partial(self._remove, one.noted.key))
        else:
            if one.kind not in OWED:
                yield Offer(DROP, partial(self._save, replace(one.noted, dropped=True)))
            if one.noted.due_on is not None:
                yield Offer(RESET, partial(self._save, replace(one.noted, due_on=None)))

    def begin(self, identity: str) -> None:
        """Open the card of a milestone."""
        one = next((each for each in self._found if each.identity == identity), None)
        if one is not None and self.more.isEnabled():
            self._begin(one)

    def begin_own(self) -> None:
        """Open the card for one of the secretariat's own."""
        if self._meeting is not None:
            self._begin(Reckoned(Milestone("", self._meeting.key, MilestoneKind.OTHER), self._on))

    def _begin(self, one: Reckoned) -> None:
        if self._meeting is None or not put_away([self.card]):
            return
        self._fill(one)
        symbol = self._meeting.symbol
        self.card.concern(Listed((Content(one.title), symbol) if one.title else (symbol,)))
        key, identity = one.noted.meeting, one.identity

        def read() -> Reckoned | None:
            return next((each for each in self._milestones.of(key) if each.identity == identity), None)

        new = one.kind is MilestoneKind.OTHER and not one.noted.key
        self.card.begin(again=None if new else read_again(one, read, self._fill))

    def _fill(self, one: Reckoned) -> None:
        self._changed = one
        self.form.load(one)

    def _record(self) -> None:
        if self._changed is not None:
            with self._alerts.guard(self.card):
                self._milestones.save(self.form.value(self._changed))
                self.card.finished()
                self._lead_to(self._changed.noted.meeting)
                self.more.setFocus()

    def _lead_to(self, meeting: Key) -> None:
        """Have the meeting shown of which something was recorded; where it was another one, say so."""
        before = self._meeting
        self.recorded.emit(meeting)
        if self._meeting is not None and before is not None and before.key != self._meeting.key:
            self._alerts.say(SHOWN_NOW, meeting=called(self._meeting))

    def _save(self, milestone: Milestone) -> None:
        with self._alerts.guard():
            self._milestones.save(milestone)

    def _remove(self, key: Key) -> None:
        with self._alerts.guard():
            self._milestones.remove(key)
