"""What is looked up while one types: beside the window, so that no key waits; only the latest question counts."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from nmirf_desktop.ui.jobs import Jobs

T = TypeVar("T")
_Question = tuple[Callable[[], T], Callable[[T], object]]


class Lookup(Generic[T]):
    """Answers one question after the other; one that was asked meanwhile takes the place of the one that waits.

    It is gone with its owner.
    """

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        self._beside = jobs  # they say what fails
        self._jobs = jobs.beside(owner)
        self._waiting: _Question[T] | None = None
        self._jobs.failed.connect(lambda _error: self._go_on())

    def ask(self, find: Callable[[], T], tell: Callable[[T], object]) -> None:
        """Do *find* beside the window, and *tell* what it found, unless something else was asked by then."""
        self._waiting = (find, tell)
        self._go_on()

    def forget(self) -> None:
        """Nothing is to be told any more of what was asked."""
        self._waiting = None

    def _go_on(self) -> None:
        if self._jobs.running or self._waiting is None:
            return
        find, tell = question = self._waiting

        def over(found: T) -> None:
            if self._waiting is question:
                self._waiting = None
                tell(found)
            else:
                self._go_on()

        self._jobs.start("", lambda _report: find(), over)
