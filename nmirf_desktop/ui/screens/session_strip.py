"""The top of the session screen: where the meeting is, what time it is there, who is present."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.known_matters import approves_minutes
from nmirf_desktop.domain.meetings import Meeting, local
from nmirf_desktop.domain.sittings import on_its_day, outside_the_days
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.keys_in_force import with_keys_in_force
from nmirf_desktop.ui.labels import ElidedLabel, WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


def sitting_words(facts: Facts, words: Catalog) -> str:
    """Which sitting it is, and whether it is open or suspended, and until when."""
    sitting, resumes = facts.sitting, facts.resumes
    if sitting is None:
        return words.gettext("no sitting planned")
    name = words.ordinal_sitting(sitting.number)
    if sitting.opened_at is None:
        return words.gettext("{sitting}, not yet open").format(sitting=name)
    if resumes is not None:
        today = local(facts.meeting, facts.now).date()
        until = on_its_day(words.clock(resumes.time()), resumes.date(), today, words)
        return words.gettext("{sitting}, suspended until {time}").format(sitting=name, time=until)
    if facts.pause is not None:
        return words.gettext("{sitting}, suspended").format(sitting=name)
    if sitting.closed_at is None:
        return words.gettext("{sitting}, open").format(sitting=name)
    return words.gettext("{sitting}, closed").format(sitting=name)


def item_words(item: Numbered, words: Catalog) -> str:
    """An item with its number: "5 (a) Contribution to the knowledge hub"."""
    title = item.item.title[words.language] or item.item.title.original
    return words.pgettext("number and title", "{number} {title}").format(
        number=item.reference(words.language), title=title
    )


def day_warning(facts: Facts, now: datetime.datetime, words: Catalog) -> str:
    """That the sitting is, or would be, on a day outside those of the meeting; *now* is its local time."""
    sitting = facts.sitting
    if sitting is None or sitting.closed_at is not None:
        return ""
    day = now.date() if sitting.opened_at is None else local(facts.meeting, sitting.opened_at).date()
    if not outside_the_days(facts.meeting, day):
        return ""
    if sitting.opened_at is None:
        return words.gettext("▲ today is outside the days of the meeting")
    return words.gettext("▲ outside the days of the meeting")


OUTSIDE = N_(
    "No sitting is open: what is recorded now stands outside any sitting, and is remarked on. Press F9 to open one."
)
SUSPENDED = N_(
    "The sitting is suspended: what is decided now is decided while nobody is in session, and is remarked on. Press"
    " Shift+F9 to resume it first."
)
ELSEWHERE = N_(
    "A sitting of {symbol} is open: what is recorded here is of another meeting, outside any sitting. Ctrl+6 leads"
    " back."
)

APPROVED = N_(
    "The minutes of this meeting were approved on {date}: what is recorded now will not stand in them, and is remarked "
    "on."
)


MINUTES = N_(
    "Under this item the minutes of the meeting before are approved: in Minutes, by Ctrl+Shift+A. They then tell it at "
    "the moment at which it is done."
)


class Strip(QWidget):
    """Two lines, and where something can be recorded (*writable*) a third while none is open, or it is suspended.

    A fourth says that the minutes are approved, a last one where those of the meeting before are.

    What has no room on the second one goes on under it, the *controls* last: nothing of it is cut off. Nothing but the
    controls takes the keyboard. The clock is the one on the wall of the meeting.
    """

    def __init__(self, language: CurrentLanguage, controls: QWidget, *, writable: bool = True) -> None:
        super().__init__()
        self._language, self._writable = language, writable
        self.place, self.item = ElidedLabel(), ElidedLabel()
        self.clock, self.present, self.warning = QLabel(), ElidedLabel(), ElidedLabel()
        self._facts: Facts | None = None
        style(self.place, Type.BODY, Tone.MUTED)
        style(self.item, Type.HEADING)
        style(self.clock, Type.HEADING)
        style(self.present, Type.BODY)
        self.outside, self.approved, self.minutes = WrappedLabel(), WrappedLabel(), WrappedLabel()
        style(self.minutes, Type.BODY, Tone.MUTED)
        for text in (self.warning, self.outside, self.approved):
            style(text, Type.BODY, Tone.ATTENTION)
        self.item.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, STEP * 2)
        column.setSpacing(STEP)
        first = QHBoxLayout()
        first.setSpacing(STEP * 4)
        first.addWidget(self.item, 1)
        first.addWidget(self.clock)
        column.addLayout(first)
        column.addWidget(SideBySide(self.place, self.warning, self.present, controls, grows=self.place))
        column.addWidget(self.outside)
        column.addWidget(self.approved)
        column.addWidget(self.minutes)

    def show_facts(self, facts: Facts, item: Numbered | None, going_on: Meeting | None = None) -> None:
        """Show where the meeting is and who is present; *going_on* is another meeting that has a sitting open."""
        words = self._language.words
        self._facts = facts
        where = words.pgettext("meeting and sitting", "{symbol} · {sitting}").format(
            symbol=facts.meeting.symbol, sitting=sitting_words(facts, words)
        )
        voting = [words.gettext("a vote is open")] if facts.vote is not None else []
        day = facts.agenda_adopted(item.item.key) if item is not None else None
        agenda = [] if day is None else [words.gettext("agenda adopted on {day}").format(day=words.date(day))]
        self.place.setText(words.pgettext("facts in a row", " · ").join([where, *voting, *agenda]))
        self.item.setText(item_words(item, words) if item else words.gettext("No agenda yet"))
        self.present.setText(facts.roll.said_in(words))
        why = SUSPENDED if facts.pause is not None else ELSEWHERE if going_on is not None else OUTSIDE
        said = with_keys_in_force(words.gettext(why), words)
        self.outside.setText(f"▲ {said.format(symbol=going_on.symbol) if going_on is not None else said}")
        self.outside.setVisible(self._writable and (facts.pause is not None or not facts.opened))
        self.minutes.setText(with_keys_in_force(words.gettext(MINUTES), words, "minutes"))
        self.minutes.setVisible(self._writable and item is not None and approves_minutes(item.item))
        if facts.approved_on is not None:
            said = words.gettext(APPROVED).format(date=words.short_date(facts.approved_on))
            self.approved.setText(f"▲ {said}")
        self.approved.setVisible(self._writable and facts.approved_on is not None)

    def show_time(self, now: datetime.datetime) -> None:
        """What the clock on the wall says, in which city, and whether the meeting is held on that day at all."""
        facts, words = self._facts, self._language.words
        if facts is None:
            return
        self.clock.setText(
            words.pgettext("clock and city", "{time} ({city})").format(
                time=words.clock(now), city=words.city(facts.meeting.time_zone)
            )
        )
        warning = day_warning(facts, now, words)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
