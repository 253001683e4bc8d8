"""What happens when the program itself is wrong: a report in the user's folder, and one calm sentence."""

import datetime
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Signal

from nmirf_desktop import __version__
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.ui.alerts import Alerts, Notice, Sentence
from nmirf_desktop.ui.theme import Tone

REPORTED = N_(
    "The program made a mistake and stopped what it was doing. What was saved is safe. "
    "A report was written to “{file}”; please send it to whoever looks after the program."
)
UNREPORTED = N_(
    "The program made a mistake and stopped what it was doing. What was saved is safe. No report could be written."
)


def report(error: BaseException, moment: datetime.datetime) -> str:
    """A mistake as text: when, which versions, and where in the code. No value of the register is in it."""
    import platform

    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    lines = [
        f"NMIRF Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {qt_version}, {platform.system()} {platform.release()}",
        moment.isoformat(timespec="seconds"),
        "",
        *places,
        f"{type(error).__module__}.{type(error).__qualname__}",
    ]
    return "\n".join(lines) + "\n"


class BugReporter(QObject):
    """Takes what nothing else caught, in any thread, writes a report into the *folder*, and says so on the banner.

    What the environment refuses, such as a stick that was pulled out, is no bug, wherever it is met: it is only said.
    """

    happened = Signal(object)

    def __init__(self, folder: Callable[[], Path], alerts: Alerts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._alerts = alerts
        self.happened.connect(self._tell)

    def install(self) -> None:
        """Be the last to whom an exception comes."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self.happened.emit(error)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.happened.emit(args.exc_value)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, StorageError):
            self._alerts.refuse(error)
        else:
            self._report(error)

    def _report(self, error: BaseException) -> None:
        moment = datetime.datetime.now(datetime.UTC)
        path = self._folder() / f"report-{moment:%Y%m%d-%H%M%S}.txt"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(report(error, moment), encoding="utf-8")
        except OSError:
            self._alerts.show(Notice(Sentence(UNREPORTED, {}), Tone.BAD))
        else:
            self._alerts.show(Notice(Sentence(REPORTED, {"file": str(path)}), Tone.BAD))
