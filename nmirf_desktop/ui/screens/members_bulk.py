"""Several States selected: what they are, and what is done to all of them at once, said before it is done."""

import datetime
from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.bulk import Act, EndDesignations, MoveToGroup, Step, WriteIn
from nmirf_desktop.services.members import StateLine, counted
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft, given, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, DateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_letters import FOUNDED, FOUNDER_RECORDED, FOUNDERS, FounderForm
from nmirf_desktop.ui.screens.members_list import counts_said, group_word
from nmirf_desktop.ui.screens.members_person import tongue_word
from nmirf_desktop.ui.theme import Tone, Type, style

FOUNDERS_RECORDED = N_("The founding participation of {n} States is recorded.")
DONE = N_("Done for {n} of the {total} States selected.")


class ActForm(Form):
    """What is to be done, and under it what that does to each State."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.preview = FactRows(language)

    def load(self, on: datetime.date) -> None:
        """The day that is looked at."""
        self.on.load(on, over=True)

    def act(self) -> Act:
        """What the fields say; ``Problem`` where the date is missing."""
        raise NotImplementedError

    def show_plan(self, steps: Iterable[Step]) -> None:
        """Say what is done, then what is left out and why; States of which the same is said stand in one row."""
        words = self.language.words
        said = sorted(((step.left_out, step.what.said_in(words), step) for step in steps), key=lambda one: one[:2])
        rows = []
        for (left_out, what), same in groupby(said, key=lambda one: one[:2]):
            states = words.listing(step.state.said_in(words) for _, _, step in same)
            word = words.gettext("left out") if left_out else words.gettext("changed")
            mark = Mark("minus", Tone.MUTED) if left_out else Mark("check", Tone.GOOD)
            note = words.gettext("Left out: {reason}").format(reason=what) if left_out else what
            rows.append(FactRow((states,), note=note, mark=mark, word=word, muted=left_out))
        self.preview.show_rows(rows)


class EndingForm(ActForm):
    """The day on which all designations end."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.add("on", N_("No longer from"), self.on, N_("The first day on which the designation no longer holds."))
        self.add_widget(self.preview)

    def act(self) -> Act:
        """That they end."""
        return EndDesignations(given(self.on))


class MovingForm(ActForm):
    """The regional group, and from which day on."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.group: ChoiceField[RegionalGroup] = ChoiceField(
            language, list(RegionalGroup), group_word, none=N_("In no regional group")
        )
        self.add("on", N_("From this day"), self.on)
        self.add("group", N_("Regional group"), self.group)
        self.add_widget(self.preview)

    def act(self) -> Act:
        """That they move."""
        return MoveToGroup(given(self.on), self.group.value())


class WritingForm(ActForm):
    """The language in which those who are designated on the day write."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.tongue: ChoiceField[Language] = ChoiceField(language, list(Language), tongue_word)
        self.add("language", N_("Writes in"), self.tongue)
        self.add("on", N_("Designated on"), self.on)
        self.add_widget(self.preview)

    def act(self) -> Act:
        """That they write in it."""
        return WriteIn(given(self.on), self.tongue.value() or Language.EN)


class BulkPane(DetailPane):
    """The right side while several States are selected.

    ``recorded`` follows what was done and carries the codes of the States, ``left`` gives the keyboard back;
    ``missing_asked`` asks for the list of gaps, ``founders_asked`` for the card of the founding meeting.
    """

    recorded = Signal(object)
    left = Signal()
    founders_asked = Signal()
    missing_asked = Signal()

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language)
        self._desk, self._alerts = desk, alerts
        self._lines: tuple[StateLine, ...] = ()
        self._on = datetime.date.min
        self._names = QLabel(wordWrap=True)
        style(self._names, Type.BODY)
        self.ways = FactRows(language)
        self.ending, self.moving, self.writing = EndingForm(language), MovingForm(language), WritingForm(language)
        one_step = N_("All in one step, which undo takes back at once.")
        self.ends = Draft(N_("End the designations"), N_("End the designations"), self.ending, language, one_step)
        self.moves = Draft(N_("Another regional group"), N_("Record the group"), self.moving, language, one_step)
        self.writes = Draft(N_("Language"), N_("Record the language"), self.writing, language, one_step)
        self.founding = FounderForm(language)
        self.founds = Draft(*FOUNDERS, self.founding, language, FOUNDED)
        for part in (self.ways, *self.drafts, self._names):
            self.add(part)
        for draft in self.drafts:
            draft.left.connect(self.left)
            draft.done.connect(self._found if draft is self.founds else self._do)
            draft.begun.connect(self._show_draft)
        for field in (self.ending.on, self.moving.on, self.moving.group, self.writing.on, self.writing.tongue):
            field.changed.connect(self._plan)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The cards of what can be done."""
        return (self.ends, self.moves, self.writes, self.founds)

    @property
    def states(self) -> tuple[str, ...]:
        """The codes of the States selected."""
        return tuple(line.key for line in self._lines)

    def load(self, lines: tuple[StateLine, ...], on: datetime.date) -> None:
        """Show which States are selected, as of a day."""
        words = self._language.words
        self._lines, self._on = lines, on
        counts = counted(lines)
        said = words.ngettext("{n} State selected", "{n} States selected", len(lines)).format(n=len(lines))
        self.head(said, " · ".join(text for _, text in counts_said(counts, words)))
        self._names.setText(words.listing(line.state.said_in(words) for line in lines))
        self.ways.show_rows([FactRow((words.gettext("For all of them:"),), offers=self._offers())])
        self.founding.name(self._founders())
        self._plan()

    def _offers(self) -> tuple[Offer, ...]:
        missing = Offer(N_("List the gaps"), self.missing_asked.emit)
        if self._desk.store.read_only:
            return (missing,)
        offers = [
            Offer(N_("End the designations …"), lambda: self._begin(self.ends, self.ending)),
            Offer(N_("Another group …"), lambda: self._begin(self.moves, self.moving)),
            Offer(N_("Language …"), lambda: self._begin(self.writes, self.writing)),
        ]
        if any(line.status is None for line in self._lines):
            offers.append(Offer(N_("Record founding participation"), self.founders_asked.emit))
        return (*offers, missing)

    def _founders(self) -> tuple[State, ...]:
        return tuple(line.state for line in self._lines if line.status is None)

    def begin_founders(self) -> None:
        """Record that those selected who are not in the Network took part in the founding meeting."""
        if not put_away(self.drafts):
            return
        self.founding.load(self._founders())
        self.founds.begin()

    def _begin(self, draft: Draft, form: ActForm) -> None:
        if not put_away(self.drafts):
            return
        form.load(self._on)
        if form is self.writing:
            self.writing.tongue.load(self._usual_language(), over=True)
        draft.begin()
        self._plan()

    def _usual_language(self) -> Language:
        people = [line.focal_point for line in self._lines if line.focal_point is not None]
        used = [person.language for person in people]
        return max(Language, key=used.count)

    def _open(self) -> Draft | None:
        return next((draft for draft in self.drafts if not draft.isHidden()), None)

    def _plan(self) -> None:
        """Say what the open card would do."""
        draft = self._open()
        if draft is None or not isinstance(draft.form, ActForm) or draft.form.on.value() is None:
            return
        with self._alerts.guard():
            draft.form.show_plan(self._desk.bulk.plan(draft.form.act(), self.states))

    def _do(self) -> None:
        draft = self._open()
        if draft is None or not isinstance(draft.form, ActForm):
            return
        with self._alerts.guard(draft):
            number = self._desk.bulk.do(draft.form.act(), self.states)
            draft.finished()
            self._alerts.show(Notice(Sentence(DONE, {"n": number, "total": len(self.states)}), Tone.GOOD))
            self.recorded.emit(self.states)
            self.left.emit()

    def _found(self) -> None:
        states, kind = self.founding.value()
        with self._alerts.guard(self.founds):
            self._desk.members.admit_founders([state.iso3 for state in states], kind)
            self.founds.finished()
            many = Sentence(FOUNDERS_RECORDED, {"n": len(states)})
            said = many if len(states) > 1 else Sentence(FOUNDER_RECORDED, {"state": states[0]})
            self._alerts.show(Notice(said, Tone.GOOD))
            self.recorded.emit(tuple(state.iso3 for state in states))
            self.left.emit()

    def _show_draft(self) -> None:
        draft = self.sender()
        if isinstance(draft, Draft):
            self.bring_in(draft)
