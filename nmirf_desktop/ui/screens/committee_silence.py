"""What the Committee agrees between its meetings: silence procedures, put, broken, agreed (A11, A12)."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from nmirf_desktop.domain.committee_acts import CommitteeRecords
from nmirf_desktop.domain.committees import Term, sitting
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Marked
from nmirf_desktop.domain.silence import (
    RECORD_AGREED,
    SILENCE_LABELS,
    Silence,
    SilenceProcedure,
    agenda_cautions,
    proposed_last,
)
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import CommitteeHistory
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft, given, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, DateField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, Part
from nmirf_desktop.ui.meeting_field import meeting_name
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone, Type, style

CORRECT = N_("Correct the silence procedure")
PUT = N_("Put a text under the silence procedure")
CONSENSUS = N_(
    "Where no member of the Committee speaks by the last day, the text is agreed: by consensus, never a vote."
)
MARKS = {
    Silence.RUNNING: Mark("clock", Tone.ATTENTION),
    Silence.AGREED: Mark("handshake", Tone.GOOD),
    Silence.BROKEN: Mark("x", Tone.MUTED),
}


class SilenceForm(Form):
    """The text that is put, until when, and the meeting whose agenda it agrees.

    *deadline* gives the last day for sending the agenda of a meeting, where there is one (R39).
    """

    def __init__(self, language: CurrentLanguage, deadline: Callable[[Meeting | None], datetime.date | None]) -> None:
        super().__init__(language)
        self._deadline = deadline
        self._held = SilenceProcedure("", "", Trilingual(), Trilingual(), datetime.date.min, datetime.date.min)
        self.put, self.closes = DateField(language), DateField(language)
        self.meeting: ChoiceField[Meeting] = ChoiceField(language, [], meeting_name, none=N_("Another matter"))
        self.heading = TrilingualField(language, expected=True)
        self._proposed: datetime.date | None = None
        self.cautions = WrappedLabel()
        style(self.cautions, Type.BODY, Tone.ATTENTION)
        self.text = TrilingualField(language, lines=4)
        self.add("put_on", N_("Put on"), self.put)
        self.add("closes_on", N_("Last day"), self.closes, N_("Included; the text is agreed on the day after."))
        self.add("meeting", N_("Agenda of the meeting"), self.meeting)
        self.add_widget(self.cautions)
        self.add("title", N_("Title"), self.heading)
        self.add("text", N_("Text"), self.text)
        for field in (self.meeting, self.put):
            field.changed.connect(self._propose)
        self.closes.changed.connect(self._caution)
        self.translated.connect(self._caution)

    def load(self, held: SilenceProcedure, meetings: Iterable[Meeting]) -> None:
        """A procedure as it stands, or begins where it has no title yet: its last day is proposed then."""
        known = list(meetings)
        self._held = held
        self._proposed = None if held.title else held.closes_on
        self.meeting.set_values(sorted(known, key=lambda one: one.opens_on, reverse=True))
        self.meeting.load(next((one for one in known if one.key == held.meeting), None), over=True)
        self.put.load(held.put_on, over=True)
        self.closes.load(held.closes_on, over=True)
        self.heading.load(held.title, over=True)
        self.text.load(held.text, over=True)
        self._caution()

    def _propose(self) -> None:
        """Another last day for another meeting, as long as nobody typed one."""
        put = self.put.value()
        if put is not None and self._proposed is not None and self.closes.value() == self._proposed:
            self._proposed = proposed_last(put, self._deadline(self.meeting.value()))
            self.closes.load(self._proposed, over=True)
        self._caution()

    def _caution(self) -> None:
        """What to know before the agenda of the meeting is put in silence until that day."""
        put, closes = self.put.value(), self.closes.value()
        said: list[str] = []
        if put is not None and closes is not None:
            asked = replace(self._held, put_on=put, closes_on=closes)
            meeting = self.meeting.value()
            cautions = agenda_cautions(asked, meeting, self._deadline(meeting))
            said = [one.said_in(self.language.words) for one in cautions]
        self.cautions.setText("\n".join(said))
        self.cautions.setVisible(bool(said))

    def value(self) -> SilenceProcedure:
        """The procedure with what the fields say."""
        meeting = self.meeting.value()
        return replace(
            self._held,
            title=self.heading.value(),
            text=self.text.value(),
            put_on=given(self.put, "put_on"),
            closes_on=given(self.closes, "closes_on"),
            meeting=meeting.key if meeting is not None else None,
        )


class BreakingForm(Form):
    """Who spoke, when and why."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on, self.by, self.reason = DateField(language), StateField(language, ()), TextField(language)
        self.add("broken_on", N_("Spoke on"), self.on)
        self.add("broken_by", N_("State"), self.by)
        self.add("reason", N_("Reason"), self.reason)

    def load(self, on: datetime.date, states: Iterable[State], sitting: Collection[StateCode]) -> None:
        """One of the States on a day, those *sitting* in the Committee before the others."""
        self.by.set_states(states, sitting)
        self.on.load(on, over=True)
        self.by.load(None, over=True)
        self.reason.load("", over=True)


class SilenceSection(Section):
    """The procedures, the latest first, with their cards. ``asked`` carries a place."""

    asked = Signal(object)

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(N_("Silence procedures"), language)
        self._desk, self._alerts = desk, alerts
        self._on = datetime.date.min
        self._term: Term | None = None
        self._records = CommitteeRecords()
        self._broken: Key = ""
        self._states: tuple[State, ...] = ()
        self.put_form, self.breaking_form = SilenceForm(language, self._deadline), BreakingForm(language)
        self.put = Draft(PUT, N_("Record"), self.put_form, language, CONSENSUS)
        self.breaking = Draft(N_("Break the silence"), N_("Record"), self.breaking_form, language)
        self.button = QPushButton()
        self.rows = FactRows(language)
        self.add_beside(self.button)
        for part in (self.put, self.breaking, self.rows):
            self.add(part)
        self.button.clicked.connect(self.begin)
        self.rows.asked.connect(self.asked)
        self.put.done.connect(self._record)
        self.breaking.done.connect(self._record_breaking)

    def load(self, history: CommitteeHistory, on: datetime.date) -> None:
        """The procedures put by a day, and the Committee that they are put to."""
        words, current = self._language.words, history.current
        states = self._desk.states.on(on)
        self._on, self._term = on, current.term if current is not None else None
        self._records = history.records
        self._states = tuple(states.values())
        self.button.setText(words.gettext(PUT))
        self.button.setEnabled(self._term is not None and not self._desk.store.read_only)
        meetings = {one.key: one for one in self._desk.meetings.list()}
        found = [one for one in self._desk.silences.all() if one.put_on <= on]
        self.setVisible(self._term is not None or bool(found))
        self.rows.show_rows(self._row(one, meetings.get(one.meeting or ""), states) for one in found)

    def _deadline(self, meeting: Meeting | None) -> datetime.date | None:
        """The last day for sending the agenda of a meeting, as R39 is judged, by the rules and practices in force."""
        due = self._desk.deliveries.agenda_due(meeting.key if meeting is not None else None)
        return due.notice.deadline if due is not None else None

    def _row(self, one: SilenceProcedure, meeting: Meeting | None, states: Mapping[str, State]) -> FactRow:
        words, state = self._language.words, one.state(self._on)
        what: tuple[Part, ...] = (one.title.best(words.language),)
        if meeting is not None:
            what = (*what, " — ", Link(meeting.symbol, Place("meetings", meeting.key)))
        return FactRow(
            what,
            when=words.short_date(one.put_on),
            note=self._note(one, states),
            mark=MARKS[state],
            word=words.gettext(SILENCE_LABELS[state]),
            offers=() if self._desk.store.read_only else tuple(self._offers(one, meeting)),
            key=one.key,
        )

    def _note(self, one: SilenceProcedure, states: Mapping[str, State]) -> str:
        """How it stands, with its dates."""
        words = self._language.words
        match one.state(self._on):
            case Silence.RUNNING:
                return words.gettext("Runs until {day} inclusive").format(day=words.date(one.closes_on))
            case Silence.AGREED:
                said = words.gettext("Agreed on {day} by silence procedure: consensus, no vote")
                return said.format(day=words.date(one.agreed_on))
            case Silence.BROKEN:
                by = states.get(one.broken_by or "")
                name = by.said_in(words) if by is not None else ""
                said = words.gettext("{state} broke the silence on {day}").format(
                    state=name, day=words.date(one.broken_on or one.closes_on)
                )
                return f"{said} · {one.reason}" if one.reason else said

    def _offers(self, one: SilenceProcedure, meeting: Meeting | None) -> Iterable[Offer]:
        state = one.state(self._on)
        if state is Silence.AGREED and meeting is not None and meeting.agenda_agreed_on is None:
            yield Offer(RECORD_AGREED, lambda: self._agree(one))
        if state is Silence.RUNNING:
            yield Offer(N_("Break the silence …"), lambda: self._begin_breaking(one))
            yield Offer(N_("Correct …"), lambda: self._begin_correction(one))

    def point_out(self, key: Key) -> QWidget | None:
        """Show the row of a procedure; ``None`` where none of that key is shown."""
        return self.rows.point_out(key)

    def put_on(self, key: Key) -> datetime.date | None:
        """The day on which the procedure of a key was put, also after the day shown; ``None`` where there is none."""
        return next((one.put_on for one in self._desk.silences.all() if one.key == key), None)

    # -- acting ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A new text is put to the Committee in office."""
        if self._term is not None:
            closes = proposed_last(self._on)
            self.put.call(PUT, CONSENSUS)
            self.put.concern(None)
            self._begin(SilenceProcedure(new_key(), self._term.key, Trilingual(), Trilingual(), self._on, closes))

    def _begin_correction(self, held: SilenceProcedure) -> None:
        self.put.call(CORRECT, CONSENSUS)
        self.put.concern(Marked(held.title))
        self._begin(held)

    def _begin(self, held: SilenceProcedure) -> None:
        if not put_away((self.put, self.breaking)):
            return
        self.put_form.load(held, self._desk.meetings.list())
        self.put.begin()

    def _begin_breaking(self, held: SilenceProcedure) -> None:
        """Those who were asked may speak, also where another Committee is in office since."""
        if not put_away((self.put, self.breaking)):
            return
        self._broken, known = held.key, self._records
        asked = sitting(known.term(held.term), known.terms, known.seats, self._on)
        self.breaking.concern(Marked(held.title))
        self.breaking_form.load(self._on, self._states, asked.states)
        self.breaking.begin()

    def _record(self) -> None:
        with self._alerts.guard(self.put):
            value = self.put_form.value()
            self._desk.silences.put(value)
            self.put.finished()
            self._say(N_("The text is under the silence procedure until {day} inclusive."), day=value.closes_on)

    def _record_breaking(self) -> None:
        form = self.breaking_form
        with self._alerts.guard(self.breaking):
            day = given(form.on, "broken_on")
            self._desk.silences.break_silence(self._broken, day, form.by.value(), form.reason.value())
            self.breaking.finished()
            self._say(N_("The silence is broken on {day}: nothing is agreed."), day=day)

    def _agree(self, one: SilenceProcedure) -> None:
        with self._alerts.guard():
            day = self._desk.silences.agree_agenda(one.key, self._on)
            self._say(N_("The agenda is agreed on {day}, by silence procedure."), day=day)

    def _say(self, message: str, **values: object) -> None:
        self._alerts.show(Notice(Sentence(message, values), Tone.GOOD))
