"""Start: a command where the first word is one, else the window."""

import gc
import sys
import zoneinfo
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code is 0 (fine), 1 (the answer is no) or 2 (wrong use or bad input)."""
    zoneinfo.reset_tzpath(to=())  # every laptop reads the same clock changes: the release's, not its system's
    given = list(sys.argv[1:] if arguments is None else arguments)
    from nmirf_desktop.commands import COMMANDS

    if given and (given[0] in COMMANDS or given[0].startswith("-")):
        from nmirf_desktop import cli

        return cli.run(given)
    gc.disable()  # until the first screen stands: what a start makes stays
    from nmirf_desktop import app

    return app.run(given)


if __name__ == "__main__":
    sys.exit(main())
