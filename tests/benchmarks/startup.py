"""How long a window takes to its first paint: ``python -m tests.benchmarks.startup empty|program [REGISTER]``.

Prints two numbers in milliseconds since the first line of this file: the frame painted, and the first screen's facts
painted (the same for an empty window).
"""

import time

BEGAN = time.perf_counter()

import gc  # noqa: E402
import sys  # noqa: E402  (the clock starts first)
from pathlib import Path  # noqa: E402

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget  # noqa: E402


class Watch(QObject):
    """Notes when the window is painted first, and when it is painted with its first screen."""

    def __init__(self, window: QMainWindow, application: QApplication) -> None:
        super().__init__()
        self._window = window
        self._times: list[float] = []
        self._application = application
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """A paint of a widget of the window; looked at once the loop is idle, when the paint is over."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.window() is self._window:
            if not self._times:
                self._times.append((time.perf_counter() - BEGAN) * 1000)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        if len(self._times) == 1 and self._complete():
            self._times.append((time.perf_counter() - BEGAN) * 1000)
            sys.stdout.write(f"{self._times[0]:.1f} {self._times[1]:.1f}\n")
            self._application.quit()

    def _complete(self) -> bool:
        return getattr(self._window, "shown", self) is not None


def empty() -> None:
    """An empty main window."""
    application = QApplication([])
    window = QMainWindow()
    watch = Watch(window, application)
    window.show()
    application.exec()
    watch.deleteLater()


def program(register: Path) -> None:
    """The program on a register, started as ``nmirf_desktop.__main__`` starts it, with preferences of its own."""
    gc.disable()
    from nmirf_desktop import app

    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(register.with_suffix(".settings")))
    application, _main = app.begin([str(register)])
    window = next(one for one in application.topLevelWidgets() if isinstance(one, QMainWindow))
    watch = Watch(window, application)
    application.exec()
    window.close()
    watch.deleteLater()


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        program(Path(sys.argv[2]))
