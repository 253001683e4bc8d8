"""A sample register for tests, made once in a run for all processes of it; tests work on copies."""

import datetime
import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from nmirf_desktop.services.sample import make_sample

ON = datetime.date(2026, 11, 24)
"""The day as of which most tests look at a sample."""
NOTES = 3
"""So many documents are issued in a sample, the first ones: the information note of its planned meeting."""


def sample(factory: pytest.TempPathFactory, target: Path, on: datetime.date = ON) -> Path:
    """A copy, at *target*, of the sample register of a day."""
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    made = root / f"sample-{on.isoformat()}.nmirf"
    with FileLock(made.with_suffix(".lock")):
        if not made.exists():
            make_sample(made, on)
    return Path(shutil.copyfile(made, target))
