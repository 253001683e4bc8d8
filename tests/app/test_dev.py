"""``dev.py`` as a newcomer meets it: a copy of it beside an empty lock and a program that tells what it was given."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path

print(sys.argv[1:], Path.cwd())
raise SystemExit(7 if sys.argv[1:] == ["seven"] else 0)
"""

posix = pytest.mark.skipif(os.name != "posix", reason="a window is always there")


def start(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a checkout's ``dev.py`` from another folder."""
    environment = {**os.environ, **variables}
    command = [sys.executable, str(folder / "dev.py"), *arguments]
    return subprocess.run(command, cwd=folder.parent, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose program needs no library, its environment made by a first start."""
    folder = tmp_path_factory.mktemp("machine") / "checkout"
    (folder / "nmirf_desktop").mkdir(parents=True)
    shutil.copy(ROOT / "dev.py", folder)
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (folder / lock).touch()
    (folder / "nmirf_desktop" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    first = start(folder, "run", "first")
    assert first.returncode == 0, first.stderr
    assert "installing the libraries of requirements.lock" in first.stderr
    assert first.stdout == f"['first'] {folder.parent}\n"
    return folder


def test_a_second_start_says_nothing_of_its_own(checkout: Path) -> None:
    second = start(checkout, "run", "--option", "two words", "é")
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout == f"{['--option', 'two words', 'é']} {checkout.parent}\n"


def test_the_exit_code_passes_through(checkout: Path) -> None:
    assert start(checkout, "run", "seven").returncode == 7


@posix
def test_without_a_display_the_sample_and_its_documents_are_made(checkout: Path, tmp_path: Path) -> None:
    done = start(checkout, "run", TMPDIR=str(tmp_path))
    [folder] = tmp_path.iterdir()
    assert "no display" in done.stderr
    assert str(folder) in done.stderr
    export = ["export", f"{folder}/sample.nmirf", "--language", "all", "--to", str(folder), "--document"]
    commands = [["sample", f"{folder}/sample.nmirf"], [*export, "agenda"], [*export, "minutes"]]
    assert done.stdout == "".join(f"{command} {checkout.parent}\n" for command in commands)


@posix
def test_with_a_display_the_window_opens(checkout: Path) -> None:
    assert start(checkout, "run", DISPLAY=":99").stdout == f"[] {checkout.parent}\n"


def test_an_environment_that_is_not_whole_is_made_anew(checkout: Path) -> None:
    stamp = checkout / f".venv-{dev.THIS}" / "installed"
    stamp.write_text("of another lock")
    assert "installing the libraries" in start(checkout, "run").stderr
    assert start(checkout, "run", "again").stderr == ""


def test_a_wrong_use_is_explained() -> None:
    wrong = start(ROOT, "ruin")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "python3 dev.py run" in wrong.stderr


@posix
def test_one_who_is_not_root_gets_one_whole_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Missing) as missing:
        dev.install_system(["libegl1", "python3.13-venv"])
    line = "apt-get install --yes --no-install-recommends libegl1 python3.13-venv"
    assert str(missing.value).endswith(line)


def test_what_tests_need_is_here() -> None:
    assert dev.lacking(testing=True) == []
