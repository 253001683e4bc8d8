"""The program at work, with an ear on every connection that it could open: there is none."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Runs each command of the main job in one process; an audit hook cannot be taken off again.
PROGRAM = """
import sys

heard = []
sys.addaudithook(lambda event, arguments: heard.append(event) if event.startswith("socket.") else None)

from nmirf_desktop.__main__ import main

register, folder = sys.argv[1:]
commands = [["sample", register], ["verify", register], ["archive", register, "--to", folder]]
for document in ("agenda", "minutes"):
    commands.append(["export", register, "--document", document, "--language", "all", "--to", folder])
codes = [main(command) for command in commands]
assert codes == [0] * len(codes), codes
assert not heard, heard
"""


def test_the_main_job_opens_no_connection(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "sample.nmirf"), str(tmp_path / "papers")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "papers").glob("*.pdf"))) == 6


@pytest.mark.gate
def test_no_module_of_qt_that_could_connect_is_imported() -> None:
    named = [
        path
        for path in (ROOT / "nmirf_desktop").rglob("*.py")
        if any(name in path.read_text(encoding="utf-8") for name in ("QtNetwork", "QtWebEngine"))
    ]
    assert not named
