"""A power cut in the middle of a roll call costs nothing that had been shown."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="the harness forks")
def test_every_answer_shown_survives_25_kills() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.endurance.kills", "25"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 lost" in done.stdout
