"""The list at work in the import: which one it is, how it is read, what was put right, and its preview."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from nmirf_desktop.domain.intake import ByHand, Choice, Correction, IntakeKind, Reading
from nmirf_desktop.domain.intake.fields import FIELDS
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.i18n.reading import DateOrder
from nmirf_desktop.services.imports import FoundList, Imports, Judged, Recorded
from nmirf_desktop.ui.jobs import Job, Jobs, Report


@dataclass(frozen=True, slots=True)
class _Read:
    """The lists of a file."""

    path: Path
    kind: IntakeKind
    found: tuple[FoundList, ...]


def _read(imports: Imports, path: Path, kind: IntakeKind | None) -> _Read:
    meant = kind or imports.likely(path)
    return _Read(path, meant, imports.read(meant, path))


@dataclass(frozen=True, slots=True)
class Put:
    """What was put right in a line by hand, before and after one step; ``None`` is the line as it came."""

    number: int
    before: Correction | None
    after: Correction | None

    @property
    def said(self) -> Phrase:
        """What undo calls it."""
        return Phrase(N_("correction of line {line}"), {"line": self.number})


class ImportWork(QObject):
    """Reads and judges beside the window: ``chosen``, another list is read; ``judged``, there is a new preview."""

    chosen = Signal()
    judged = Signal()

    def __init__(self, imports: Imports, jobs: Jobs, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._imports, self._jobs = imports, jobs
        self._judging: Job | None = None
        self._wanted: object = None
        self._then: Callable[[], object] | None = None
        self.path: Path | None = None
        self.kind = IntakeKind.MEMBERS
        self.found: tuple[FoundList, ...] = ()
        self.list: FoundList | None = None
        self.reading = Reading(language)
        self.by_hand: dict[int, Correction] = {}
        self.done: list[Put] = []
        self.undone: list[Put] = []
        self.recorded = False
        self.result: Judged | None = None
        self.on = datetime.date.min

    def open_file(self, path: Path, kind: IntakeKind | None = None) -> None:
        """Read a file, as lists of a *kind* or of the one that its columns speak for."""
        self._jobs.start(N_("Reading the list"), lambda _report: _read(self._imports, path, kind), self._begin)

    def _begin(self, read: _Read) -> None:
        if isValid(self):
            dates = self.reading.dates if read.path == self.path else None
            self.path, self.kind, self.found = read.path, read.kind, read.found
            self._begin_anew()
            first = read.found[0]
            self.use(first, replace(self.reading, language=first.language or self.reading.language, dates=dates))

    def close(self) -> None:
        """No list is read any more."""
        if self._judging is not None:
            self._judging.cancel()
        self._judging = self._wanted = self._then = None
        self.path = self.list = self.result = None
        self.found = ()
        self._begin_anew()

    def use(self, wanted: FoundList, reading: Reading) -> None:
        """Judge one of the lists found, read in a way."""
        if self.list is None or wanted.sheet != self.list.sheet:
            self._begin_anew()
        self.list, self.reading, self._then = wanted, reading, None
        self.chosen.emit()
        self.judge()

    def _begin_anew(self) -> None:
        """Nothing is put right in another list."""
        self.by_hand = {}
        self.forget_steps()

    def forget_steps(self) -> None:
        """What was put right stays so: it was taken in, or it is gone."""
        self.done, self.undone, self.recorded = [], [], False

    def close_steps(self) -> None:
        """The list was taken in: until something more is put right, undo is the register's."""
        self.forget_steps()
        self.recorded = True

    def read_as(self, column: int, name: str | None) -> None:
        """A column holds another field, or none."""
        if self.list is not None:
            self.use(self.list.read_as(column, name), self.reading)

    def judge(self) -> None:
        """Judge every row against the register of now; what was begun before is given up."""
        found = self.list
        if found is None:
            return
        if self._judging is not None:
            self._judging.cancel()
            self._judging = None
        by_hand, on = ByHand(self.reading, dict(self.by_hand)), self.on
        self._wanted = wanted = object()
        job = self._jobs.start(
            N_("Judging the rows"),
            lambda report: self._imports.preview(found, on, by_hand, report),
            lambda judged: self._show(wanted, judged),
        )
        if self._wanted is wanted:
            self._judging = job
            for ended in (job.cancelled, job.failed):
                ended.connect(lambda *_: self._give_up(job))

    def _give_up(self, job: Job) -> None:
        """The rows were not judged: nothing that waited for it is done."""
        if job is self._judging:
            self._judging = self._then = None

    def _show(self, wanted: object, judged: Judged) -> None:
        if wanted is self._wanted and isValid(self):
            self._judging = self._wanted = None
            self.result = judged
            self.judged.emit()
            then, self._then = self._then, None
            if then is not None:
                then()

    def when_judged(self, act: Callable[[], object]) -> None:
        """Do something with the preview of the list as it is read and put right now, once there is one."""
        if self._wanted is None:
            act()
            return
        self._then = act
        if self._judging is None:
            self.judge()

    def correct(self, number: int, name: str, text: str) -> None:
        """A cell is put right; the list is judged again."""
        known = self.by_hand.get(number, Correction())
        self._put(number, replace(known, cells={**known.cells, name: text}))

    def decide(self, number: int, choice: Choice, made: bool) -> None:
        """A decision is made, or taken back."""
        known = self.by_hand.get(number, Correction())
        choices = known.choices | {choice} if made else known.choices - {choice}
        self._put(number, replace(known, choices=choices))

    def order(self, dates: DateOrder) -> None:
        """Dates of two meanings are read so in the whole list."""
        if self.list is not None:
            self.use(self.list, replace(self.reading, dates=dates))

    def restore(self, number: int) -> None:
        """A line is read as it came."""
        self._put(number, None)

    def _put(self, number: int, now: Correction | None) -> None:
        """What a line is corrected to, as a step that can be taken back."""
        self.done.append(Put(number, self.by_hand.get(number), now))
        self.undone, self.recorded = [], False
        self._hold(number, now)

    def _hold(self, number: int, now: Correction | None) -> None:
        if now is None:
            self.by_hand.pop(number, None)
        else:
            self.by_hand[number] = now
        self.judge()

    def take_back(self) -> Put | None:
        """The last correction is none; which it was, ``None`` where there is nothing to take back."""
        if not self.done:
            return None
        step = self.done.pop()
        self.undone.append(step)
        self._hold(step.number, step.before)
        return step

    def do_again(self) -> Put | None:
        """The correction that was taken back last is made again."""
        if not self.undone:
            return None
        step = self.undone.pop()
        self.done.append(step)
        self._hold(step.number, step.after)
        return step

    def record(self, done: Callable[[Recorded], object]) -> Job | None:
        """Take in what the preview shows, but for the rows in error."""
        judged = self.result
        if judged is None:
            return None
        self._wanted = object()  # what is shown is of the register before

        def work(report: Report) -> Recorded:
            return self._imports.record(judged, leave_out_errors=True, report=report)

        return self._jobs.start(N_("Importing"), work, done)

    def fields(self) -> tuple[str, ...]:
        """The fields that can be put right: those of the list, and those that a reason is about."""
        if self.list is None or self.result is None:
            return ()
        named = {reason.field for row in self.result.preview.rows for reason in row.reasons}
        named |= {name for one in self.by_hand.values() for name in one.cells}
        there = named | self.list.columns.keys()
        return tuple(field.name for field in FIELDS[self.kind] if field.name in there and not field.derived)
