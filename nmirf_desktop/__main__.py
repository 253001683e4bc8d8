"""Start: a command where the first word is one, else the window."""

import atexit
import gc
import os
import sys
import zoneinfo
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

SELDOM = 100_000
"""So many objects more than before let a command look for garbage: fifty times what Python has, or more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code is 0 (fine), 1 (the answer is no) or 2 (wrong use or bad input)."""
    zoneinfo.reset_tzpath(to=())  # every laptop reads the same clock changes: the release's, not its system's
    given = list(sys.argv[1:] if arguments is None else arguments)
    from nmirf_desktop.commands import COMMANDS

    if given and (given[0] in COMMANDS or given[0].startswith("-")):
        with seldom_collected():
            from nmirf_desktop import cli

            return _said(cli.run, given)
    if (given and not Path(given[0]).exists()) or not _has_screen():
        from nmirf_desktop import cli

        return cli.no_window(given)
    gc.disable()  # until the first screen stands: what a start makes stays
    from nmirf_desktop import app

    return app.run(given)


def _said(command: Callable[[list[str]], int], given: list[str]) -> int:
    """What a command ends with; 1 where nobody reads any more what it says, as behind ``| head``."""
    try:
        code = command(given)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the end of the process says so, too
        return 1
    return code


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for garbage seldom, and not at the end of the process: what a command makes it uses nearly until then."""
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _has_screen() -> bool:
    """Whether there is something to open a window on; Qt would end the process without a word of ours."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
