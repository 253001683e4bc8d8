"""The commands for texts that go to translators and come back."""

from pathlib import Path

import pytest

from nmirf_desktop.cli import run
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from tests import samples
from tests.returned import fill_rows, rows_of


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    return samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_texts_leave_and_come_back(capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    command = ["export", str(sample), "--document", "texts", "--language", "es", "--to", str(out), "--format", form]
    assert run(command) == 0
    path = Path(capsys.readouterr().out.strip())
    assert run(command) == 2  # it is there already
    rows = rows_of(path)
    fill_rows(path, [f"Texto {number}" for number, _row in enumerate(rows)])
    come = ["import", str(sample), "translations", str(path), "--approver", "Reviser"]
    capsys.readouterr()
    assert run([*come, "--dry-run"]) == 0
    assert "Changed translation: 1" in capsys.readouterr().out
    assert run(come) == 0
    assert "taken in." in capsys.readouterr().out
    with open_register(sample, read_only=True) as store:
        desk = Secretariat(store)
        orders = [one for meeting in desk.meetings.list() for one in desk.translations.orders(meeting.key)]
        assert [one.returned_on is None for one in orders] == [True, False]  # the sample has one that is still out
    assert run(come) == 0
    assert "Unchanged" in capsys.readouterr().out


def test_one_language_is_asked_for(capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path) -> None:
    assert run(["export", str(sample), "--document", "texts", "--to", str(tmp_path)]) == 2
    assert "--language" in capsys.readouterr().err


def test_rows_in_error_keep_the_others_out(capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path) -> None:
    command = ["export", str(sample), "--document", "texts", "--language", "es", "--to", str(tmp_path / "out")]
    assert run(command) == 0
    path = Path(capsys.readouterr().out.strip())
    count = len(rows_of(path))
    fill_rows(path, ["x" * 30_000, *(["Texto"] * (count - 1))])
    assert run(["import", str(sample), "translations", str(path)]) == 1
    assert "Nothing was taken in" in capsys.readouterr().err


def test_a_register_that_a_window_has_is_refused_with_what_the_command_offers(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    """It advised to open the register to read only, which no option of the command does."""
    command = ["export", str(sample), "--document", "texts", "--language", "es", "--to", str(tmp_path / "out")]
    with open_register(sample, author="Coordinator"):
        assert run(command) != 0
    assert "close it there, then try again" in capsys.readouterr().err
    assert run(command) == 0
