"""The gates: what the code itself must be. Each import contract is also broken on purpose, to see it fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "nmirf_desktop"
LINT_IMPORTS = ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-logo")

pytestmark = pytest.mark.gate


def run(*command: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment as ``python -m``, its two outputs joined."""
    return subprocess.run(
        [sys.executable, *command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["-m", "ruff", "format", "--check", "."], id="formatted"),
        pytest.param(["-m", "ruff", "check", "--output-format=concise", "."], id="linted"),
        pytest.param(["-m", "mypy", "--no-error-summary"], id="typed"),
        pytest.param([*LINT_IMPORTS], id="layered"),
    ],
)
def test_gate(command: list[str]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout


BREACHES = {
    "Imports go one way": ("domain/breach.py", "import nmirf_desktop.services"),
    "Imports go one way: siblings": ("storage/breach.py", "import nmirf_desktop.documents"),
    "Imports go one way: a module of no layer": ("breach.py", ""),
    "Only ui and app know Qt": ("services/breach.py", "def later():\n    from PySide6 import QtCore"),
    "Only storage knows SQL": ("services/breach.py", "import sqlalchemy.orm"),
    "Only documents write PDF": ("exchange/breach.py", "from reportlab.pdfgen import canvas"),
    "The domain knows neither files nor clock nor machine": ("domain/breach.py", "from pathlib import Path"),
    "The program opens no connection": ("exchange/breach.py", "from urllib.request import urlopen"),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_contract_is_broken_by(breach: str, tmp_path: Path) -> None:
    name, line = BREACHES[breach]
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / PACKAGE, tmp_path / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / PACKAGE / name).write_text(line, encoding="utf-8")
    done = run(*LINT_IMPORTS, "--no-cache", folder=tmp_path)
    assert done.returncode == 1, done.stdout
    assert f"{breach.partition(':')[0]} BROKEN" in done.stdout
    assert "breach" in done.stdout.partition("Broken contracts")[2], done.stdout
