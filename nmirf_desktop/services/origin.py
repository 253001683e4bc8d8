"""Where a copy of an attached file comes from, told to Windows: the mark that it sets on what came from outside.

A register does not know from whom a file came to whoever attached it, and an e-mail's attachment loses the mark on its
way. So every copy that leaves the register has it; what opens the copy is then as careful as with the e-mail itself.
"""

import os
from contextlib import suppress
from pathlib import Path

STREAM = ":Zone.Identifier"
"""The name of the stream beside a file's content in which Windows keeps the mark."""
FROM_OUTSIDE = b"[ZoneTransfer]\r\nZoneId=3\r\n"


def mark_as_from_outside(path: Path, system: str = os.name) -> None:
    """Set the mark on a copy; nothing happens on other systems, and on disks that keep no streams beside a content."""
    if system != "nt":
        return
    with suppress(OSError):
        Path(f"{path}{STREAM}").write_bytes(FROM_OUTSIDE)
