"""The right side of the States that are not members: the one chosen, what was done, and the Network's years."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.activities import KIND_LABELS as ACTIVITY_LABELS
from nmirf_desktop.domain.encouragement import (
    CAME_LABELS,
    Came,
    Contact,
    Encouraged,
    Encouragements,
    Standing,
    is_last_of_year,
)
from nmirf_desktop.domain.members import KIND_LABELS
from nmirf_desktop.domain.ohchr_support import SUPPORT_LABELS
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.curve import Curve, CurvesChart
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import DateField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.groups import group_whole
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.encouragement_list import status_word
from nmirf_desktop.ui.theme import Tone, Type, style

NOTE = N_("Note a contact")
OVER_THE_YEARS = N_("Members and observers at the end of each year")
UNTIL = N_("Members and observers at the end of each year, the last point on {day}")
NOTHING_DONE = N_("It was invited to no meeting, took part in no activity, and had no support of OHCHR.")
Dated = tuple[datetime.date, FactRow]
"""A row with the day of what it tells."""
CAME_MARKS = {
    Came.CAME: Mark("circle-check", Tone.GOOD),
    Came.AWAITED: Mark("circle-dashed", Tone.ATTENTION),
    Came.TO_COME: Mark("clock", Tone.NEUTRAL),
    Came.APOLOGIES: Mark("minus", Tone.MUTED),
    Came.ABSENT: Mark("minus", Tone.MUTED),
    Came.UNKNOWN: Mark("circle-question-mark", Tone.MUTED),
}


class ContactForm(Form):
    """A note of a contact: the day, who had it in which function, and what it was about."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held = Contact("", "", datetime.date.min, "", "")
        self.on, self.by, self.text = DateField(language), TextField(language), TextField(language, long=True)
        self.add("text", N_("What it was about"), self.text, needed=True)
        self.add("on", N_("Date"), self.on)
        self.add("noted_by", N_("Who had the contact"), self.by, N_("By function: Coordinator, Rapporteur …"))

    def load(self, held: Contact) -> None:
        """A note as it stands; one without a key is new."""
        self._held = held
        self.on.load(held.on, over=True)
        self.by.load(held.noted_by, over=True)
        self.text.load(held.text, over=True)

    def value(self) -> Contact:
        """The note as the fields say it. Raises ``Problem`` without a day."""
        return Contact(self._held.key, self._held.state, given(self.on), self.by.value(), self.text.value())


@dataclass(frozen=True, slots=True)
class ContactActs:
    """What can be done with a note; nothing where the register can only be read."""

    correct: Callable[[Contact], object]
    strike: Callable[[Contact], object]


class EncouragementDetail(DetailPane):
    """``asked`` carries a place."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.form = ContactForm(language)
        self.card = Draft(NOTE, N_("Record"), self.form, language)
        self.add(self.card)
        self.contacts, self.done, self.passages = FactRows(language), FactRows(language), FactRows(language)
        titles = (N_("Contacts noted"), N_("What was done"), N_("Its history"))
        self._sections = [self.section(title) for title in titles]
        for section, rows in zip(self._sections, (self.contacts, self.done, self.passages), strict=True):
            section.add(rows)
            rows.asked.connect(self.asked)
        self.label, self.chart = QLabel(wordWrap=True), CurvesChart(language)
        style(self.label, Type.SMALL, Tone.MUTED)
        years = self.section(N_("The Network over the years"))
        for part in (self.label, self.chart):
            years.add(part)

    def show_years(self, years: Sequence[Standing], on: datetime.date) -> None:
        """The Network over the years, until a day: that of the last point, where its year is not over then."""
        words = self._language.words
        title = words.gettext(OVER_THE_YEARS)
        if not is_last_of_year(on):
            title = words.gettext(UNTIL).format(day=words.date(on))
        self.label.setText(title)
        self.chart.setAccessibleName(title)
        self.chart.show_curves(
            [one.year for one in years],
            [
                Curve(words.gettext("Members"), tuple(one.members for one in years)),
                Curve(words.gettext("Observers"), tuple(one.observers for one in years)),
            ],
        )

    def show_state(self, one: Encouraged | None, done: Encouragements, acts: ContactActs | None) -> None:
        """The State chosen with all that was done for it, or none."""
        words = self._language.words
        for section in self._sections:
            section.setVisible(one is not None)
        if one is None:
            self.head(words.gettext("States that are not members"))
            return
        self.head(one.state.said_in(words), f"{status_word(one, words)} · {group_whole(one.state.group, words)}")
        self.contacts.show_rows([*_contacts(done, acts, words)] or [_muted(words.gettext("No contact is noted yet."))])
        self.done.show_rows([*_done(done, words)] or [_muted(words.gettext(NOTHING_DONE))])
        self.passages.show_rows([*_passages(done, words)] or [_muted(words.gettext("It was never in the Network."))])


def _muted(text: str) -> FactRow:
    return FactRow((text,), muted=True)


def _contacts(done: Encouragements, acts: ContactActs | None, words: Catalog) -> Iterator[FactRow]:
    for contact in done.contacts:
        offers = () if acts is None else (
            Offer(N_("Correct"), lambda held=contact: acts.correct(held)),  # type: ignore[misc]
            Offer(N_("Strike out"), lambda held=contact: acts.strike(held)),  # type: ignore[misc]
        )  # fmt: skip
        yield FactRow(
            (contact.text,), words.short_date(contact.on), contact.noted_by, Mark("message-square", Tone.MUTED),
            offers=offers, key=contact.key,
        )  # fmt: skip


def _done(done: Encouragements, words: Catalog) -> Iterator[FactRow]:
    """Invitations, activities and the support of OHCHR, the latest first."""
    rows = (*_asked(done, words), *_activities(done, words), *_supported(done, words))
    for _day, row in sorted(rows, key=lambda one: one[0], reverse=True):
        yield row


def _asked(done: Encouragements, words: Catalog) -> Iterator[Dated]:
    for asked in done.asked:
        invitation = words.gettext("Invitation to {meeting}").format(meeting=asked.meeting.symbol)
        link = Link(invitation, Place("participants", asked.invitee.key))
        said = words.gettext(CAME_LABELS[asked.came])
        day = asked.invitee.invited_on
        when = "" if day is None else words.short_date(day)
        yield day or datetime.date.min, FactRow((link,), when, said, CAME_MARKS[asked.came])


def _activities(done: Encouragements, words: Catalog) -> Iterator[Dated]:
    for activity in done.activities:
        link = Link(activity.title.best(words.language), Place("activities", activity.key))
        kind = words.gettext(ACTIVITY_LABELS[activity.kind])
        day = activity.begins_on
        yield day, FactRow((link,), words.short_date(day), kind, Mark("globe", Tone.MUTED))


def _supported(done: Encouragements, words: Catalog) -> Iterator[Dated]:
    for one in done.supported:
        link = Link(one.text.best(words.language), Place("partners", one.key))
        parts = words.gettext("Support of OHCHR"), words.gettext(SUPPORT_LABELS[one.kind])
        said = words.pgettext("facts in a row", " · ").join(parts)
        yield one.on, FactRow((link,), words.short_date(one.on), said, Mark("handshake", Tone.MUTED))


def _passages(done: Encouragements, words: Catalog) -> Iterator[FactRow]:
    for held in reversed(done.passages):
        link = Link(words.gettext(KIND_LABELS[held.kind]), Place("members", held.state))
        last = held.period.last_day
        if last is None:
            when = words.gettext("since {day}").format(day=words.short_date(held.period.start))
        else:
            when = words.date_range(held.period.start, last)
        yield FactRow((link,), when, mark=Mark("flag", Tone.MUTED))
