"""Long work beside the window: a function that reports its steps and stops when it is told to."""

import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Report = Callable[[int, int], None]
"""Says "step *n* of *m*"; raises :class:`Cancelled` where the user cancelled. Steps are 0 where they are unknown."""


TURN = 0.0005
"""After how many seconds work beside the window leaves the interpreter to what waits for it, such as a key."""


class Cancelled(Exception):  # noqa: N818  (a wish of the user's, not an error)
    """The user asked the work to stop; it leaves nothing half done."""


class Job(QObject):
    """One piece of work. Its four signals come in the window's thread, exactly one of the last three at the end."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _stepped = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, title: str, work: Callable[[Report], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._cancel = threading.Event()
        self._stepped.connect(self.progressed)
        self._ended.connect(self._end)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancel.set()

    def run(self) -> None:
        """Do the work in the thread that calls this."""
        try:
            result = self._work(self._report)
        except BaseException as error:  # noqa: BLE001  (handed to the window's thread, which says it or lets it pass)
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _report(self, step: int, steps: int) -> None:
        if self._cancel.is_set():
            raise Cancelled
        self._stepped.emit(step, steps)

    @Slot(object, object)
    def _end(self, result: object, error: BaseException | None) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class _Task(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """Runs jobs one at a time in a thread of its own; ``changed`` says that the running one began, moved or ended."""

    changed = Signal()
    ending = Signal()
    """The register is about to be closed: what runs beside is let go as well."""
    failed = Signal(object)
    """What a job failed with, for :class:`~nmirf_desktop.ui.alerts.Alerts`; a bug is raised again there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.running: list[Job] = []
        self._past: list[Job] = []
        self.progress = (0, 0)

    def start(self, title: str, work: Callable[[Report], Any], done: Callable[[Any], object] | None = None) -> Job:
        """Start *work* under *title* (a marked constant); *done* gets its result in the window's thread."""
        self._sweep()
        job = Job(title, work, self)
        self.running.append(job)
        job.progressed.connect(self._moved)
        job.finished.connect(lambda result: self._over(job, done, result))
        job.failed.connect(lambda error: self._fell(job, error))
        job.cancelled.connect(lambda: self._remove(job))
        self.changed.emit()
        self._launch(job)
        return job

    def cancel(self) -> None:
        """Ask the running job to stop."""
        if self.running:
            self.running[0].cancel()

    def wait(self) -> None:
        """Wait for what runs."""
        self._pool.waitForDone()

    def let_go(self) -> None:
        """Wait for what runs and hand nothing on from it: before the register, that results are shown of, is closed."""
        self.ending.emit()
        self.wait()
        for job in self.running:
            job.blockSignals(True)
        self._past += self.running
        self.running = []
        self.progress = (0, 0)
        self.changed.emit()

    def beside(self, owner: QObject) -> "Jobs":
        """Others of the same kind in a thread of their own, which say nothing of what they do and end with these.

        They are gone with their owner, and let go what waits for them: these stay as long as the program.
        """
        others = type(self)(owner)
        others.failed.connect(self.failed)
        self.ending.connect(others.let_go)
        return others

    def _sweep(self) -> None:
        """Let go of past jobs, once no thread can still be leaving one."""
        if self._pool.activeThreadCount() == 0:
            for job in self._past:
                job.deleteLater()
            self._past = []

    def _launch(self, job: Job) -> None:
        self._pool.start(_Task(job))

    def _moved(self, step: int, steps: int) -> None:
        self.progress = (step, steps)
        self.changed.emit()

    def _over(self, job: Job, done: Callable[[Any], object] | None, result: object) -> None:
        self._remove(job)
        if done is not None:
            done(result)

    def _fell(self, job: Job, error: BaseException) -> None:
        self._remove(job)
        self.failed.emit(error)

    def _remove(self, job: Job) -> None:
        if job in self.running:
            self.running.remove(job)
            self._past.append(job)
        self.progress = (0, 0)
        self.changed.emit()


class InlineJobs(Jobs):
    """Runs each job at once where it is started, so that nothing has to wait: for tests and the manual's pictures."""

    def _launch(self, job: Job) -> None:
        job.run()
