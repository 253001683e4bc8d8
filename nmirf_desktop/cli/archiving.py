"""The command that writes everything of a meeting into one archive."""

import argparse
import sys

from nmirf_desktop.cli.terminal import THERE
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Catalog


def write_archive(options: argparse.Namespace, words: Catalog) -> int:
    """Write the archive and say where it is; on the error stream, what could not be made and is not in it."""
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.secretariat import Secretariat

    with open_register(options.register, read_only=True) as store:
        archives = Secretariat(store).archives
        meeting = archives.meeting(options.meeting)
        there = () if options.replace else archives.standing(meeting.key, options.to)
        if there:
            raise Problem(THERE, {"folder": options.to.name, "files": Listed(there)})
        written = archives.write(meeting.key, options.to, lambda _done, _steps: None, addresses=options.addresses)
    print(written.path)
    for one in written.missing:
        print(one.said_in(words), file=sys.stderr)
    return 0
