"""The command that writes everything of a meeting into one archive."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from nmirf_desktop.cli import run
from nmirf_desktop.domain.archives import INDEX
from tests import samples


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """A filled register."""
    return samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")


def archive(sample: Path, folder: Path, *arguments: str) -> int:
    return run(["archive", str(sample), "--to", str(folder), *arguments])


def test_the_last_meeting_that_was_held_is_written_with_its_page(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    assert archive(sample, tmp_path / "out") == 0
    path = Path(capsys.readouterr().out.strip())
    with ZipFile(path) as made:
        assert INDEX in made.namelist()
        page = made.read(INDEX).decode()
    assert all(f'lang="{language}"' in page for language in ("en", "fr", "es"))


def test_an_archive_that_is_there_is_replaced_only_where_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    assert archive(sample, tmp_path / "out", "--meeting", "NMIRF/2026") == 0
    (path,) = (tmp_path / "out").iterdir()
    before = path.read_bytes()
    assert archive(sample, tmp_path / "out", "--meeting", "NMIRF/2026") == 2
    said = capsys.readouterr().err
    assert path.name in said
    assert said.count("\n") == 1
    assert archive(sample, tmp_path / "out", "--meeting", "NMIRF/2026", "--replace") == 0
    assert path.read_bytes() == before


def test_a_meeting_that_is_not_there_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    assert archive(sample, tmp_path / "out", "--meeting", "NMIRF/1999") == 2
    said = capsys.readouterr().err
    assert "NMIRF/1999" in said
    assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()
