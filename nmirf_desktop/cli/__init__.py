"""The commands: the same services as the window's, for scripts and checks.

Exit 0: fine; what an exported document lacks is said on standard error. 1: the answer is no. 2: wrong use or bad input,
with one clear line there.
"""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from nmirf_desktop.cli.options import parser
from nmirf_desktop.cli.terminal import WRONG, language_of_system
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_, catalog
from nmirf_desktop.storage.errors import StorageError

NEITHER = N_("“{word}” is neither a command nor a register. “nmirf-desktop --help” lists the commands.")
NO_SCREEN = N_("There is no screen to open a window on. “nmirf-desktop --help” lists the commands that need none.")


def no_window(arguments: Sequence[str]) -> int:
    """Say why no window is opened: a first word that is neither a command nor a file, or no screen. Always 2."""
    words = catalog(language_of_system())
    if arguments and not Path(arguments[0]).exists():
        sentence = words.gettext(NEITHER).format(word=arguments[0])
    else:
        sentence = words.gettext(NO_SCREEN)
    print(sentence, file=sys.stderr)
    return WRONG


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    words = catalog(language_of_system())
    try:
        options = parser(words).parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return int(options.act(options, words))
    except (Refusal, Problem, StorageError) as refused:
        print(refused.said_in(words), file=sys.stderr)
        return WRONG
