"""The bytes of a file that somebody sent, read once and of bounded size."""

import itertools
import stat
from pathlib import Path

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

_PIECE = 1 << 20


def content_of(path: Path, most: int, too_large: str) -> bytes:
    """All bytes of a file; a link is followed, nothing is written.

    Raises ``Problem`` for what is no ordinary file, cannot be read, or has more than *most* bytes: *too_large* is the
    marked sentence for this, with the placeholder ``file``.
    """
    values = {"file": path.name or str(path)}
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Problem(N_("{file} is a folder, not a table."), values)
        if not stat.S_ISREG(status.st_mode):
            raise Problem(N_("{file} is not an ordinary file."), values)
        if status.st_size > most:
            raise Problem(too_large, values)
        with path.open("rb") as file:
            content = b"".join(itertools.takewhile(bool, (file.read(_PIECE) for _ in range(most // _PIECE + 2))))
    except FileNotFoundError as error:
        raise Problem(N_("There is no file {file}."), values) from error
    except OSError as error:
        raise Problem(N_("The file {file} cannot be read."), values) from error
    if len(content) > most:
        raise Problem(too_large, values)
    return content
