"""Real places for tests: a small disk, which can be filled or made read-only. Root and ``mount`` are needed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

mounts = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("mount") is None,
    reason="mounting a tmpfs takes root on Linux",
)


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A disk of a size ("2m"), mounted at a new folder."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def read_only(place: Path) -> None:
    """Remount it so that nothing can be written."""
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
