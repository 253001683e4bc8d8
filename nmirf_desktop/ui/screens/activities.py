"""Activities: what the Network did in a year, what of it is missing for the annual review, and the year in figures."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.activities import ActivitiesOf, ActivityLine
from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.days import year_to_look_at
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.regions import scheme
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.activities import STRIKE_VERB
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Again
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.file_drop import FileDrop
from nmirf_desktop.ui.following import read_again
from nmirf_desktop.ui.held_files import ATTACH_FILES, HeldFiles
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.activities_detail import RECORD, ActivitiesDetail
from nmirf_desktop.ui.screens.activities_list import COLUMNS, Filters
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone
from nmirf_desktop.ui.undo_offer import undo_offered
from nmirf_desktop.ui.work_lists import WorkLists

NEW = "!new"
"""The key of the card in which a new activity is written down."""
CORRECT = N_("Correct the activity")
DRAFT_REVIEW = N_("Draft the annual review …")
NONE = N_("No activity is recorded yet")
WHY = N_(
    "Workshops, exchanges, visits, statements, publications: what is noted here with its objectives and its result is "
    "what the annual review tells (R42)."
)
NOBODY = N_("Nothing was recorded: somebody who is named is neither a State nor a partner. What is typed stays here.")
NONE_IN_YEAR = N_("No activity of this year is recorded")
DONE, STRUCK = N_("The activity “{name}” is recorded."), N_("The activity “{name}” is struck out.")


class ActivitiesScreen(Screen):
    """The activities of a year at the left; the one chosen, its card and the figures at the right."""

    title = N_("Activities")
    icon = "globe"
    subjects = frozenset({
        Subject.ACTIVITIES, Subject.PARTICIPANTS, Subject.MEETINGS, Subject.STATES, Subject.RULES, Subject.ATTACHMENTS,
    })  # fmt: skip
    help_page = "activities"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self.lists = WorkLists(self, desk, IntakeKind.ACTIVITIES)
        self._desk = desk
        self._held = ActivitiesOf(datetime.date.min, datetime.date.min, ())
        self._follows = True
        self.files = HeldFiles(desk, language, alerts)
        self.detail = ActivitiesDetail(language, desk.activities.recognised, self.files)
        self.drop = FileDrop(self.detail)
        self.card = self.detail.card
        self._make_actions()
        self.filters = Filters(language)
        offer = Offer(RECORD, self.begin)
        self.list: RowTable[ActivityLine] = RowTable(
            COLUMNS, lambda line: line.key, language, Empty(NONE_IN_YEAR, WHY, icon="globe")
        )
        self.list.name(N_("Activities"))
        self.list.add_filter(self.filters)
        self._beginning = EmptyState(Empty(NONE, WHY, (offer,), "globe"), language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self._left(), self.detail, share=0.56))
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        def action(label: str, slot: object, icon: str, keys: str = "", *, primary: bool = False) -> Action:
            return Action(label, slot, Look(icon, keys, primary=primary), self)  # type: ignore[arg-type]

        self._record = action(RECORD, self.begin, "plus", "Ctrl+Shift+A", primary=True)
        self._correct = action(CORRECT, self.begin_correction, "pencil", "Ctrl+Shift+R")
        self._attach = action(ATTACH_FILES, self.files.choose, "paperclip", "Ctrl+Shift+F")
        self._strike = action(N_("Strike out the activity"), self.strike, "trash-2")
        self._review = action(DRAFT_REVIEW, self.draft_review, "file-plus", "Ctrl+Shift+Y")

    def _left(self) -> QWidget:
        left = QWidget()
        self._places = QStackedLayout(left)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, STEP * 2, STEP * 4, 0)
        column.addWidget(self.list)
        for place in (whole, self._beginning):
            self._places.addWidget(place)
        return left

    def _connect(self) -> None:
        self.filters.year_chosen.connect(self._choose_year)
        self.filters.changed.connect(self._show)
        self.list.selected.connect(lambda _line: self._show_chosen())
        for asked in (self.list.opened, self.list.edit_asked):
            asked.connect(lambda _line: self._correct.trigger())
        self.detail.asked.connect(self.asked)
        self.drop.dropped.connect(self._arrived)
        self.card.done.connect(self._save)
        for over in (self.card.left, self.card.closing):
            over.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """A new activity first; of the year, its review."""
        return [self._record, self._correct, self._review, self._attach, self._strike, *self.lists.actions()]

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the activities of the year shown: that of the day, unless another one was chosen.

        As long as nothing of it is recorded, the last one before it.
        """
        with self.alerts.guard():
            known = self._desk.activities.years()
            self.filters.offer(sorted({*known, self.on.year}, reverse=True))
            if self._follows:
                self.filters.year.load(year_to_look_at(known, self.on), over=True)
            self._places.setCurrentIndex(0 if known else 1)
            self._read()
        self._show()

    def _read(self) -> None:
        year = self.filters.year.value()
        first = datetime.date(year, 1, 1) if year is not None else datetime.date.min
        last = datetime.date(year, 12, 31) if year is not None else datetime.date.max
        self._held = self._desk.activities.between(first, last, self.on)

    def _choose_year(self) -> None:
        self._follows = False
        self._read_year()

    def _read_year(self) -> None:
        with self.alerts.guard():
            self._read()
        self._show()

    def _show(self) -> None:
        self.list.show_rows(reversed(self.filters.matching(self._held.lines)), self._held.lines)
        self.list.select_first()
        with self.alerts.guard():
            by = scheme(self._desk.practices.on(self.on))
            self.detail.figures.show_activities(self._held, self.filters.year.value(), by)
        self._show_chosen()

    def _show_chosen(self) -> None:
        line, writable = self.list.current, not self._desk.store.read_only
        self.detail.show_line(line)
        self.detail.begin_at_top(line.key if line is not None else "")
        with self.alerts.guard():
            self.files.load(Holder(HolderKind.ACTIVITY, line.key) if line is not None else None)
        self._record.setEnabled(writable)
        for action in (self._correct, self._attach, self._strike):
            action.setEnabled(writable and line is not None)

    def go_to(self, key: str) -> None:
        """Show an activity by its key, those of a year by its figures, or begin a new one ("!new")."""
        self._be_read()
        if key == NEW:
            self.begin()
            return
        if key.isdigit():
            self._take_up(int(key))
            return
        with self.alerts.guard():
            line = self._desk.activities.line(key, self.on)
        if line is not None:
            self._take_up(line.activity.begins_on.year)
            self.list.select(key)

    def correct_shown(self, key: str) -> None:
        """Open the card of the activity of a key."""
        if key == self.current_key():
            self.begin_correction()

    def _take_up(self, year: int) -> None:
        """Show all activities of a year, unless those of all years are shown."""
        self.filters.show_all()
        self._follows = self._follows and year == self.filters.year.value()
        if self.filters.year.value() is not None:
            self.filters.offer(
                sorted({year, *(one for one in self.filters.year.values if one is not None)}, reverse=True)
            )
            self.filters.year.load(year, over=True)
        self._read_year()

    def current_key(self) -> str:
        """The activity shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        if not self._stale:
            self._show()

    # -- acting ----------------------------------------------------------------------------------------------------

    def draft_review(self) -> None:
        """Go to the review of the year shown, which is drafted from its records; of all years, to the usual one."""
        year = self.filters.year.value()
        self.asked.emit(Place("annual-review", str(year) if year is not None else ""))

    def begin(self) -> None:
        """A new activity, of the day shown until another one is typed."""
        self._open(None)

    def begin_correction(self) -> None:
        """The activity chosen, put right."""
        if self.list.current is not None:
            self._open(self.list.current)

    def _open(self, line: ActivityLine | None) -> None:
        if self._desk.store.read_only:
            return
        if self.card.filled:
            self.card.stay()
            return
        with self.alerts.guard():
            self._fill(line)
            self.card.call(RECORD if line is None else CORRECT)
            self.card.concern(Content(line.activity.title) if line is not None else None)
            self._places.setCurrentIndex(0)
            self.card.begin(again=self._again(line) if line is not None else None)

    def _again(self, line: ActivityLine) -> Again:
        on = self.on
        return read_again(line, lambda: self._desk.activities.line(line.key, on), self._fill)

    def _fill(self, line: ActivityLine | None) -> None:
        self.detail.form.offer(self._desk.activities.nameable(self.on))
        self.detail.form.load(line, self.on, self._desk.meetings.list())

    def _save(self) -> None:
        if self.detail.form.names_nobody:
            partners = Offer(N_("Go to Partners"), lambda: self.asked.emit(Place("partners")))
            self.alerts.show(Notice(Sentence(NOBODY, {}), Tone.ATTENTION, offers=(partners,), remarks=True))
        with self.alerts.guard(self.card):
            written = self.detail.form.value()
            one = self._desk.activities.save(written.activity, written.parts, written.files)
            self.card.finished()
            self.go_to(one.key)
            self.detail.to_top()
            self.list.setFocus()
            self.alerts.show(Notice(Sentence(DONE, {"name": Content(one.title)}), Tone.GOOD))

    def _arrived(self, paths: Sequence[Path]) -> None:
        """Files dropped on the pane are those of the activity being written down, else of the one chosen."""
        if self.card.isVisible():
            self.detail.form.files.add_paths(paths)
        elif self._attach.isEnabled():
            self.files.receive(paths)

    def strike(self) -> None:
        """The activity chosen was recorded by mistake; undo brings it back."""
        line = self.list.current
        if line is not None:
            with self.alerts.guard():
                self._desk.activities.strike(line.key)
                said = Sentence(STRUCK, {"name": Content(line.activity.title)})
                offers = undo_offered(self._desk, self.alerts, STRIKE_VERB)
                self.alerts.show(Notice(said, Tone.GOOD, offers=offers))
