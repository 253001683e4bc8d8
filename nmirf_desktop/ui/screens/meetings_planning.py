"""What begins a meeting, one act for each kind, or like the one that is shown; and its calendar's file."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.domain.meeting_titles import names_year
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, founding_meant
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase, Sentences
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.calendars import calendar_name
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Notice, Offer, Sentence
from nmirf_desktop.ui.choosing import DocumentFiles, way_to
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.meetings_form import FOUNDED
from nmirf_desktop.ui.screens.meetings_sittings import SittingRow
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.unopened import remove_unopened

ChooseFile = Callable[[QWidget, str, str], Path | None]
"""Asks, in a window and under a title, for the place of a file; the last is the name that is proposed."""
SAVE_CALENDAR = N_("Save the calendar file …")
TITLE_STAYS = N_("The title was written by hand and stays as it is: “{title}”. Change the year in it if needed.")
FREE = N_(
    "No sitting has number {number} any more: one that was opened keeps its own,"
    " by which the room and the documents know it."
)


@dataclass(frozen=True, slots=True)
class Moved:
    """What went along with the first day of a meeting, and how many milestones *kept* a day of their own."""

    deadline: datetime.date | None
    kept: int

    def said_in(self, words: Catalog) -> str:
        """The fact in one or two sentences."""
        said = words.gettext("The meeting moved with its sittings and milestones.")
        if self.deadline is not None:
            said = words.gettext(
                "The meeting moved with its sittings and milestones; its agenda is to be sent by {deadline}."
            ).format(deadline=words.date(self.deadline))
        if not self.kept:
            return said
        stays = words.ngettext(
            "{n} milestone has a day of its own, which stays.", "{n} milestones have days of their own, which stay.",
            self.kept,
        ).format(n=words.number(self.kept))  # fmt: skip
        return f"{said} {stays}"


@dataclass(frozen=True, slots=True)
class Together:
    """Several sentences, one after the other."""

    sentences: tuple[Sayable, ...]

    def said_in(self, words: Catalog) -> str:
        """The sentences in the language of *words*."""
        return " ".join(one.said_in(words) for one in self.sentences)


class PlanningActs(QObject):
    """The acts of planning on a screen of meetings. ``planned`` carries a meeting that was begun."""

    planned = Signal(object)

    def __init__(self, desk: Secretariat, screen: Screen, memory: Memory | None) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self._shown: Meeting | None = None
        self.choose: ChooseFile = DocumentFiles(screen.language, memory).copy

        def plan(label: str, kind: MeetingKind, look: Look) -> Action:
            return Action(label, partial(self.plan, kind), look, screen)

        self.annual = plan(N_("Plan a meeting"), MeetingKind.ANNUAL, Look("plus", "Ctrl+Shift+A", primary=True))
        self.extraordinary = plan(
            N_("Plan an extraordinary meeting"), MeetingKind.EXTRAORDINARY, Look("plus", "Ctrl+Shift+X")
        )
        self.committee = plan(
            N_("Plan a meeting of the Committee"), MeetingKind.COMMITTEE, Look("plus", "Ctrl+Shift+C")
        )
        self.like = Action(
            N_("Plan the next one from this meeting"),
            self._plan_like,
            Look("copy", "Ctrl+Shift+K", hint=N_("With its sittings, agenda and texts, and without its people")),
            screen,
        )
        self.calendar = Action(
            SAVE_CALENDAR, self._save_calendar, Look("calendar-clock", "Ctrl+Shift+B", finds="ics ical"), screen
        )

    def follow(self, shown: Meeting | None, *, locked: bool) -> None:
        """What can be done with the meeting that is shown now, if any, in a register that may be locked."""
        self._shown = shown
        for action in (self.annual, self.extraordinary, self.committee):
            action.setEnabled(not locked)
        self.like.setEnabled(not locked and shown is not None)
        self.calendar.setEnabled(shown is not None)

    def plan(self, kind: MeetingKind) -> None:
        """Plan the next meeting of a kind."""
        with self._screen.alerts.guard():
            self._begun(self._desk.planning.next(kind, self._screen.on))

    def _plan_like(self) -> None:
        if self._shown is not None:
            with self._screen.alerts.guard():
                self._begun(self._desk.planning.like(self._shown.key, self._screen.on))

    def _begun(self, meeting: Meeting) -> None:
        self.planned.emit(meeting)
        self._screen.alerts.say(N_("{symbol} is planned. Adjust whatever differs."), symbol=meeting.symbol)

    def offer(self, before: Meeting) -> None:
        """Where a meeting has other days or another kind now, offer it what goes with them.

        That is the kind, on the days of the founding, or the symbol and title of its new kind.
        """
        now, screen = self._shown, self._screen
        if now is None or now.key != before.key:
            return
        if founding_meant(now) and not founding_meant(before):
            change = Offer(N_("Make it the founding meeting"), partial(self._found, now.key))
            screen.alerts.show(Notice(Sentence(FOUNDED, {}), Tone.ATTENTION, offers=(change,)))
        elif now.kind is not before.kind:
            said = Sentence(
                N_("The meeting still has the symbol {symbol}, by its kind before."), {"symbol": now.symbol}
            )
            change = Offer(N_("Change symbol and title"), partial(self._rename, now.key))
            screen.alerts.show(Notice(said, Tone.ATTENTION, offers=(change,)))

    def _found(self, key: Key) -> None:
        """The meeting, as it is by now, becomes the founding one, of the year of the founding."""
        before = self._desk.meetings.find(key)
        if before is not None:
            self._save(replace(before, kind=MeetingKind.FOUNDING, counts_for=ADOPTION_DAY.year))
            self.offer(before)

    def _rename(self, key: Key) -> None:
        """The meeting, as it is by now, has the symbol and title of its kind."""
        with self._screen.alerts.guard():
            self._save(self._desk.planning.called(key))

    def count(self, key: Key) -> None:
        """The meeting, as it is by now, counts for the year of its days; a title that stays is said."""
        before = self._desk.meetings.find(key)
        if before is None:
            return
        with self._screen.alerts.guard():
            counted = self._desk.planning.counted(key)
            self._save(counted)
            if names_year(counted.title, before.counts_for):
                self._screen.alerts.warn(Phrase(TITLE_STAYS, {"title": Content(counted.title)}))

    def save_sitting(self, row: SittingRow) -> None:
        """Keep the day and hours of a sitting, and say which number comes free by that."""
        with self._screen.alerts.guard(row):
            freed = self._desk.meetings.save_sitting(row.value())
            row.show_problem(None)
            self._say_free(freed)

    def remove_sitting(self, row: SittingRow) -> None:
        """Take a sitting back, and say which number comes free by that."""
        with self._screen.alerts.guard():
            self._say_free(self._desk.meetings.remove_sitting(row.sitting.key))

    def remove_unopened(self) -> None:
        """Take back all sittings of the meeting shown that were not opened, and say how many that were."""
        if self._shown is not None:
            with self._screen.alerts.guard():
                gone, later = remove_unopened(self._desk, self._shown.key)
                tone = Tone.ATTENTION if later else Tone.GOOD
                self._screen.alerts.show(Notice(Sentences((gone, later)), tone, remarks=bool(later)))

    def _say_free(self, number: int | None) -> None:
        if number is not None:
            self._screen.alerts.say(FREE, Tone.NEUTRAL, number=number)

    def _save(self, meeting: Meeting) -> None:
        with self._screen.alerts.guard():
            self._desk.meetings.save(meeting)
            self._screen.alerts.clear()

    def _save_calendar(self) -> None:
        meeting, screen = self._shown, self._screen
        if meeting is None:
            return
        language = screen.words.language
        title = screen.words.gettext(N_("Save the calendar file"))
        path = self.choose(screen, title, calendar_name(meeting, language))
        if path is None:
            return
        with screen.alerts.guard():
            self._desk.calendars.save(meeting.key, language, path)
            said = Sentence(
                N_("The calendar of {symbol} was written to “{file}”."), {"symbol": meeting.symbol, "file": path.name}
            )
            screen.alerts.show(Notice(said, Tone.GOOD, offers=(way_to(path.parent),)))
