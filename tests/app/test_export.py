"""The command that writes documents: its words, and what it answers."""

from pathlib import Path

import pytest

from nmirf_desktop.cli import run
from nmirf_desktop.domain.issued import DocumentKind
from tests import samples


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    return samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")


def export(sample: Path, folder: Path, *arguments: str) -> int:
    return run(["export", str(sample), "--to", str(folder), *arguments])


def test_the_help_names_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--help"]) == 0
    said = capsys.readouterr().out
    assert all(str(kind) in said for kind in DocumentKind)
    for option in ("--meeting", "--decision", "--vote", "--on", "--addresses", "--large", "--replace", "consecutive"):
        assert option in said


def test_one_good_practice_is_written_by_its_number_and_what_it_lacks_is_said(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = ("--document", "practice-sheet", "--language", "fr", "--practice")
    assert export(sample, tmp_path / "one", *name, "2026/2") == 0
    assert len(list((tmp_path / "one").iterdir())) == 1
    assert "no consent of the State is recorded" in capsys.readouterr().err
    assert export(sample, tmp_path / "none", *name, "2026/77") == 2
    assert "There is no good practice “2026/77”" in capsys.readouterr().err


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_document_is_written_in_three_languages_in_one_step(
    sample: Path, tmp_path: Path, kind: DocumentKind
) -> None:
    assert export(sample, tmp_path / "out", "--document", str(kind), "--language", "all") == 0
    names = [file.name for file in (tmp_path / "out").iterdir()]
    assert {name[-7:] for name in names} == {"-EN.pdf", "-FR.pdf", "-ES.pdf"}
    assert len(names) == {DocumentKind.DECISION: 15, DocumentKind.PRACTICE_SHEET: 6}.get(kind, 3)


def test_what_a_language_lacks_is_said_beside_the_files(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    assert export(sample, tmp_path / "out", "--document", "annotated") == 0
    said = capsys.readouterr()
    assert said.out.count("\n") == 3
    assert said.err == (
        "Still a draft, which nobody has reviewed: Item 7: annotation (French), "
        "Item 8\u00a0(a): annotation (Spanish).\n"
        "ES: 1 text is missing; it will be printed in the original language, marked. Item 6: annotation\n"
    )
    assert export(sample, tmp_path / "out", "--document", "annotated", "--language", "fr", "--replace") == 0
    assert capsys.readouterr().err == "Still a draft, which nobody has reviewed: Item 7: annotation (French).\n"
    assert export(sample, tmp_path / "out", "--document", "annotated", "--language", "en", "--replace") == 0
    assert capsys.readouterr().err == "", "what is in no file is not told"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("parallel", "NMIRF-2026-2-Minutes-EN-FR-ES.pdf"),
        ("consecutive", "NMIRF-2026-2-Minutes-EN-FR-ES-consecutive.pdf"),
    ],
)
def test_minutes_are_written_with_three_languages_in_one_file(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path, word: str, name: str
) -> None:
    out = tmp_path / "out"
    assert export(sample, out, "--document", "minutes", "--language", word) == 0
    assert [file.name for file in out.iterdir()] == [name]
    assert export(sample, out, "--document", "members", "--language", word) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert [file.name for file in out.iterdir()] == [name]


def test_files_are_replaced_only_where_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert export(sample, out, "--document", "agenda", "--language", "fr") == 0
    (mine,) = out.iterdir()
    mine.write_bytes(b"mine")
    capsys.readouterr()
    assert export(sample, out, "--document", "agenda") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "Already in the folder “out”: NMIRF-2027-1-Agenda-FR.pdf. Nothing was written; with --replace they are "
        "replaced.\n"
    )
    assert [file.read_bytes() for file in out.iterdir()] == [b"mine"]
    assert export(sample, out, "--document", "agenda", "--large") == 0, "large print has names of its own"
    assert mine.read_bytes() == b"mine"
    assert export(sample, out, "--document", "agenda", "--replace") == 0
    assert len(list(out.iterdir())) == 6
    assert mine.read_bytes().startswith(b"%PDF-")


def test_nothing_is_written_of_a_meeting_that_has_not_begun(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    for kind in ("minutes", "voting-record", "decisions"):
        assert export(sample, tmp_path / "out", "--document", kind, "--meeting", "NMIRF/2027") == 2
        assert capsys.readouterr().err.startswith("NMIRF/2027 has not begun")
    assert not (tmp_path / "out").exists()


def test_one_decision_one_vote_and_a_list_of_a_day(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert export(sample, out, "--document", "decision", "--decision", "2025/2", "--language", "fr") == 0
    assert export(sample, out, "--document", "voting-record", "--vote", "1", "--language", "es") == 0
    assert export(sample, out, "--document", "members", "--on", "2025-01-31", "--language", "en", "--addresses") == 0
    assert export(sample, out, "--document", "decisions", "--meeting", "all", "--on", "2025-12-31") == 0
    assert sorted(file.name for file in out.iterdir()) == [
        "NMIRF-2025-Add.1-Members-EN.pdf",
        "NMIRF-2025-DEC-2-Decision-FR.pdf",
        "NMIRF-2025-Decisions-EN.pdf",
        "NMIRF-2025-Decisions-ES.pdf",
        "NMIRF-2025-Decisions-FR.pdf",
        "NMIRF-2026-VOT-1-Voting-record-ES.pdf",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--document", "decision", "--decision", "2030/1"],
        ["--document", "minutes", "--decision", "2026/1"],
        ["--document", "members", "--on", "yesterday"],
        ["--document", "voting-record", "--vote", "99"],
        ["--document", "members", "--language", "parallel"],
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path, arguments: list[str]
) -> None:
    assert export(sample, tmp_path / "out", *arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_the_calendar_of_a_meeting_is_written_in_each_language(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert export(sample, out, "--document", "calendar", "--meeting", "NMIRF/2026") == 0
    names = sorted(file.name for file in out.iterdir())
    assert names == [f"NMIRF-2026-Calendar-{language}.ics" for language in ("EN", "ES", "FR")]
    first = {name: (out / name).read_bytes() for name in names}
    capsys.readouterr()
    assert export(sample, out, "--document", "calendar", "--meeting", "NMIRF/2026") == 2
    assert "Nothing was written" in capsys.readouterr().err
    assert export(sample, out, "--document", "calendar", "--meeting", "NMIRF/2026", "--replace") == 0
    assert {name: (out / name).read_bytes() for name in names} == first
