"""Why a rule is not kept: the card in which it is noted, corrected and taken away."""

import datetime
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.compliance import Finding, FindingState, RuleException
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import Draft, given, put_away
from nmirf_desktop.ui.fields import DateField, TextField, TrilingualField
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.reasons import ReasonActs
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.theme import Tone, Type, style

CARD = (
    N_("Why the rule is not kept"), N_("Note the reason"),
    N_("The answer stays “Not kept”; the reason is shown and printed under it."),
)  # fmt: skip


NOTED, NOTED_BESIDE = (
    N_("The reason is noted. The answer stays “Not kept”."), N_("The reason is noted. The answer stays as it is.")
)  # fmt: skip
OTHERWISE = (
    N_("Why the practice was not followed"), N_("The answer stays as it is; the reason is shown and printed under it.")
)  # fmt: skip
"""Title and hint of the card where a rule is kept and a practice was not."""


class ReasonForm(Form):
    """A reason in three languages, in which period it holds, and by whom it is noted."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._about: Sayable | None = None
        self.about = WrappedLabel()
        style(self.about, Type.BODY, Tone.BAD)
        self.reason = TrilingualField(language, lines=2, expected=True)
        self.start, self.end = DateField(language), DateField(language)
        self.noted_by = TextField(language)
        self.add_widget(self.about)
        self.add("reason", N_("Reason"), self.reason, needed=True)
        self.add("start", N_("Holds from"), self.start, needed=True)
        self.add("end", N_("Last day"), self.end, N_("Empty where no end is known."))
        hint = N_("A function and no name: Coordinator, Rapporteur …")
        self.add("noted_by", N_("Noted by"), self.noted_by, hint, needed=True)

        self.translated.connect(self._say_about)

    def load(self, about: Sayable, reason: Trilingual, period: Period, noted_by: str) -> None:
        """Show a reason; *about* says what is not kept."""
        self._about = about
        self._say_about()
        self.reason.load(reason, over=True)
        self.start.load(period.start, over=True)
        self.end.load(period.last_day, over=True)
        self.noted_by.load(noted_by, over=True)

    def _say_about(self) -> None:
        self.about.setText("" if self._about is None else self._about.said_in(self.language.words))

    def period(self) -> Period:
        """In which days it holds. Raises ``Problem`` without a first day, and where the last is before it."""
        return Period.of_days(given(self.start, "start"), self.end.value())


class ReasonCard(QWidget):
    """The card, closed until a reason is to be noted or corrected. ``left`` gives the keyboard back."""

    left = Signal()

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._desk, self._language, self._alerts = desk, language, alerts
        self._noted: RuleException | None = None
        self._said = NOTED
        self._form = ReasonForm(language)
        self.draft = Draft(CARD[0], CARD[1], self._form, language, CARD[2])
        self.draft.done.connect(self._record)
        self.draft.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.draft)

    @property
    def form(self) -> ReasonForm:
        """What is filled in."""
        return self._form

    def acts(self, on: datetime.date) -> ReasonActs | None:
        """What can be done to the reasons shown as of a day; nothing in the past, and where nothing can be written."""
        if self._desk.store.read_only or on < today():
            return None
        return ReasonActs(partial(self._note, on), self._correct, self._remove)

    def _note(self, on: datetime.date, finding: Finding) -> None:
        kind, empty = finding.subject.kind, Trilingual(source=self._language.words.language)
        new = RuleException(
            new_key(), finding.rule, kind, finding.about, Period(on), empty,
            self._desk.store.author, today(),
        )  # fmt: skip
        self._open(finding, new, new=True)

    def _correct(self, finding: Finding, one: RuleException) -> None:
        self._open(finding, one)

    def _open(self, finding: Finding, one: RuleException, *, new: bool = False) -> None:
        if not put_away([self.draft]):
            return
        self._noted = one
        broken = finding.state is FindingState.NOT_KEPT
        self.draft.call(*((CARD[0], CARD[2]) if broken else OTHERWISE))
        self._said = NOTED if broken else NOTED_BESIDE
        self.draft.concern(Phrase(N_("{rule}, {subject}"), {"rule": finding.rule, "subject": finding.subject}))

        def show(now: RuleException) -> None:
            self._noted = now
            self._form.load(finding.message, now.reason, now.period, now.noted_by)

        show(one)
        self.draft.begin(again=None if new else of_record(self._desk.store, one, show))

    def _record(self) -> None:
        if self._noted is None:
            return
        with self._alerts.guard(self.draft):
            one = replace(
                self._noted, reason=self._form.reason.value(), period=self._form.period(),
                noted_by=self._form.noted_by.value(),
            )  # fmt: skip
            self._desk.compliance.note_exception(one)
            self.draft.finished()
            self._alerts.say(self._said)
            self.left.emit()

    def _remove(self, one: RuleException) -> None:
        with self._alerts.guard():
            self._desk.compliance.remove_exception(one.key)
            self._alerts.say(N_("The reason is removed; undo brings it back."))
            self.left.emit()

    def close(self) -> bool:
        """Put the card away, for another rule is shown; what is filled in stays, with the name of what it is about."""
        self.draft.hide()
        return True
