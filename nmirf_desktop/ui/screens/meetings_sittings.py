"""The sittings of a meeting: a row each, its day, beginning and end edited in place."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.planning import OVERLAPS, SittingHours, days_of, overlapping
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.meetings import MeetingPlan
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.labels import IconButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style
from nmirf_desktop.ui.timefield import TimeField
from nmirf_desktop.ui.unsaved import Unsaved

MIDDLE = Qt.AlignmentFlag.AlignVCenter
LINES = 4
"""How many lines of the grid a sitting takes at most, the last one for what is wrong with it."""
ROOMY = 68
"""From so many letters of width on, a sitting stands on one line."""
Spot = tuple[int, int, int]
"""Line, column and columns of a part of a row."""
BESIDE: tuple[Spot, ...] = ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1), (0, 4, 1), (0, 5, 1), (0, 6, 1))
BELOW: tuple[Spot, ...] = ((0, 0, 5), (1, 0, 7), (2, 0, 1), (2, 1, 1), (2, 2, 1), (0, 5, 1), (0, 6, 1))
"""Where number, day, beginning, dash, end and the buttons stand, with and without room."""


def _day(day: datetime.date, words: Catalog) -> str:
    return words.pgettext("day of a sitting", "{weekday} {date}").format(
        weekday=words.weekday(day), date=words.short_date(day)
    )


class SittingRow:
    """The parts of one row, set into the grid of their list."""

    def __init__(self, language: CurrentLanguage, sitting: Sitting) -> None:
        self._language = language
        self.sitting = sitting
        self.number = QLabel()
        self.day: ChoiceField[datetime.date] = ChoiceField(language, [], _day)
        self.starts, self.ends = TimeField(language), TimeField(language)
        self.until = QLabel("–", alignment=Qt.AlignmentFlag.AlignCenter)
        self.copy, self.remove = IconButton("copy"), IconButton("trash-2")
        self.wrong = QLabel(wordWrap=True)
        style(self.until, Type.BODY, Tone.MUTED)
        style(self.wrong, Type.SMALL, Tone.BAD)
        self.wrong.hide()
        self._problem: Problem | None = None
        self._clash: Sitting | None = None

    @property
    def problem(self) -> Problem | None:
        """Why what is typed in the row is not saved."""
        return self._problem

    @property
    def refuses(self) -> bool:
        """Whether what is typed in the row is not saved: it stays until it is put right."""
        return self._problem is not None

    @property
    def typed(self) -> str:
        """Day, beginning and end as they stand in the row."""
        return f"{self.day.said(self.day.value())}, {self.starts.typed} – {self.ends.typed}"

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What stands beside each other in the row."""
        return (self.number, self.day, self.starts, self.until, self.ends, self.copy, self.remove)

    @property
    def fields(self) -> tuple[tuple[str, Field], ...]:  # type: ignore[type-arg]
        """The fields with the names that problems call them by."""
        return (("on", self.day), ("starts", self.starts), ("ends", self.ends))

    def load(self, sitting: Sitting, plan: MeetingPlan, *, locked: bool) -> None:
        """Show a sitting of a meeting; what was refused of the same one stays."""
        over = sitting.key != self.sitting.key
        if over:
            self.show_problem(None)
        self.sitting, self._clash = sitting, overlapping(sitting, plan.sittings)
        days = days_of(plan.meeting)
        self.day.set_values(days if sitting.on in days else (*days, sitting.on))
        if not self.refuses:
            self.day.load(sitting.on, over=over)
            self.starts.load(sitting.starts, over=over)
            self.ends.load(sitting.ends, over=over)
        for _, field in self.fields:
            field.set_read_only(locked)
        for button in (self.copy, self.remove):
            button.setVisible(not locked)
        self.retranslate()

    def flush(self) -> None:
        """Hand on what is unsaved and was not refused, before another sitting is shown in this row."""
        for _, field in self.fields:
            if not self.refuses and (field.fault is None or field.keyed):
                field.flush()

    def value(self) -> Sitting:
        """The sitting with what the row says; a :class:`Problem` where a field holds no value."""
        for name, field in self.fields:
            if field.fault is not None:
                raise Problem(field.fault.message, field.fault.values, name)
        return replace(
            self.sitting,
            on=self.day.value() or self.sitting.on,
            starts=self.starts.value() or self.sitting.starts,
            ends=self.ends.value() or self.sitting.ends,
        )

    def show_problem(self, problem: Problem | None) -> bool:
        """Say under the row why it is not saved."""
        self._problem = problem
        for name, field in self.fields:
            field.mark_wrong(problem is not None and problem.field_name == name)
        self._say_wrong()
        return True

    def _say_wrong(self) -> None:
        """Why it is not saved; else, as a register of before may hold it, that it lies in another one."""
        words, said = self._language.words, ""
        if self._problem is not None:
            said = words.gettext("Not saved: {problem}").format(problem=self._problem.said_in(words))
        elif self._clash is not None:
            said = Problem(OVERLAPS, {"other": SittingHours(self._clash)}).said_in(words)
        self.wrong.setText(said)
        self.wrong.setVisible(bool(said))

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        name = words.ordinal_sitting(self.sitting.number)
        self.number.setText(name[:1].upper() + name[1:])
        self._say_wrong()
        labels = (words.gettext("Day"), words.gettext("Begins at"), words.gettext("Ends at"))
        pattern = words.pgettext("field of a sitting", "{sitting}: {field}")
        for (_, field), label in zip(self.fields, labels, strict=True):
            field.set_accessible(pattern.format(sitting=name, field=label), "")
        self.copy.name(words.gettext("Copy the {sitting} to all days").format(sitting=name))
        self.remove.name(words.gettext("Remove the {sitting}").format(sitting=name))


class SittingRows(QWidget):
    """All sittings of a meeting. ``edited``, ``copied`` and ``removed`` carry the row concerned.

    ``unsaved`` says, as a form's does, that another sitting is shown over what was refused.
    """

    edited = Signal(object)
    unsaved = Signal(object)
    copied = Signal(object)
    removed = Signal(object)
    cleared = Signal()
    """All sittings that were not opened are to go."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self.clear = QPushButton()
        role(self.clear, "link")
        self.clear.clicked.connect(self.cleared)
        self._language = language
        self.rows: list[SittingRow] = []
        self._spots = BESIDE
        self._shown: Sequence[Sitting] = ()
        self._zone = QLabel(wordWrap=True)
        style(self._zone, Type.SMALL, Tone.MUTED)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(STEP * 2)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(7, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self._zone)
        column.addLayout(self._grid)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self, plan: MeetingPlan, *, locked: bool) -> None:
        """Show a meeting's sittings in its own time; those that were held may only be read."""
        words, meeting = self._language.words, plan.meeting
        zone = meeting.time_zone.replace("_", " ")
        text = words.gettext("All times are local ({zone}).") if plan.sittings else words.gettext("No sitting yet.")
        self._zone.setText(text.format(zone=zone))
        unopened = sum(one.opened_at is None for one in plan.sittings)
        said = words.ngettext("Remove {n} sitting not opened", "Remove {n} sittings not opened", unopened)
        self.clear.setText(said.format(n=words.number(unopened)))
        self.clear.setVisible(unopened > 1 and not locked)
        self._leave([one.key for one in plan.sittings])
        while len(self.rows) > len(plan.sittings):
            self._drop(self.rows.pop())
        for sitting in plan.sittings[len(self.rows) :]:
            self.rows.append(self._new(len(self.rows), sitting))
        for row, sitting in zip(self.rows, plan.sittings, strict=True):
            row.load(sitting, plan, locked=locked or sitting.opened_at is not None)
        if plan.sittings != self._shown:  # what was in the way may have gone
            self._shown = plan.sittings
            for row in self.rows:
                if row.refuses:
                    QTimer.singleShot(0, row.day, partial(self.edited.emit, row))

    def _leave(self, keys: Sequence[Key]) -> None:
        """Hand on what is unsaved where other sittings are shown next, and tell what was refused."""
        left = [row for at, row in enumerate(self.rows) if keys[at : at + 1] != [row.sitting.key]]
        for row in left:
            row.flush()
        if refused := [row for row in left if row.refuses]:
            why = tuple(row.problem for row in refused if row.problem is not None)
            self.unsaved.emit(Unsaved((N_("Sittings"),), why, "\n".join(row.typed for row in refused)))

    def _new(self, line: int, sitting: Sitting) -> SittingRow:
        row = SittingRow(self._language, sitting)
        self._place(row, line)
        for _, field in row.fields:
            field.edited.connect(lambda: self.edited.emit(row))
        row.copy.clicked.connect(lambda: self.copied.emit(row))
        row.remove.clicked.connect(lambda: self._remove(row))
        return row

    def _remove(self, row: SittingRow) -> None:
        row.show_problem(None)
        self.removed.emit(row)

    def _place(self, row: SittingRow, line: int) -> None:
        for part, (down, column, columns) in zip(row.parts, self._spots, strict=True):
            self._grid.addWidget(part, line * LINES + down, column, 1, columns, MIDDLE)
        self._grid.addWidget(row.wrong, line * LINES + LINES - 1, 0, 1, 8)

    def minimumSizeHint(self) -> QSize:
        """Room for the widest part: where there is too little for all, a sitting takes three lines."""
        least = max((row.day.minimumSizeHint().width() for row in self.rows), default=0)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line for each sitting where there is room, else three."""
        super().resizeEvent(event)
        spots = BESIDE if event.size().width() >= self.fontMetrics().averageCharWidth() * ROOMY else BELOW
        if spots != self._spots:
            self._spots = spots
            for line, row in enumerate(self.rows):
                self._place(row, line)

    def _drop(self, row: SittingRow) -> None:
        for part in (*row.parts, row.wrong):
            part.hide()
            self._grid.removeWidget(part)
            part.deleteLater()
