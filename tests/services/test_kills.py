"""A power cut in the middle of a sitting costs nothing that had been shown, and leaves nothing half done."""

import subprocess
import sys
from pathlib import Path

import pytest

forks = pytest.mark.skipif(sys.platform == "win32", reason="the harness forks")


def killed(harness: str, times: int) -> str:
    """What a harness says of so many kills."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.endurance.{harness}", str(times)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@forks
def test_every_answer_shown_survives_25_kills() -> None:
    assert " 0 lost" in killed("kills", 25)


@forks
def test_floor_texts_and_elections_come_back_as_they_were_shown_after_20_kills() -> None:
    assert " 0 wrong" in killed("moments", 20)


@forks
def test_typing_in_the_minutes_costs_at_most_two_seconds_and_the_revisions_say_so_after_20_kills() -> None:
    assert " 0 wrong, 0 unlisted, 0 faults" in killed("typing", 20)
