"""The commands for minutes that leave for a word processor and come back corrected."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.cli import run
from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.domain.officers import ELECTIONS, Office, Officer
from nmirf_desktop.domain.offices_left import NOT_ELECTED
from nmirf_desktop.domain.silent_items import NOT_ADOPTED
from nmirf_desktop.domain.standard_items import STANDARD_ITEMS
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from tests.registers import Hand, desk, fresh, network
from tests.word_edits import WordEdits


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A small network whose minutes circulate."""
    path = fresh(tmp_path / "minutes.nmirf")
    with open_register(path) as store:
        network(desk(store, Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC))))
        office = Secretariat(store, Hand(datetime.datetime(2026, 11, 30, 10, tzinfo=datetime.UTC)))
        meeting = office.meetings.list()[0]
        office.minutes.draft(meeting.key)
        begun = office.minutes.minutes(meeting.key)
        assert begun is not None
        office.minutes.circulate(begun.key, Circulation(datetime.date(2026, 11, 27), datetime.date(2026, 12, 11)))
    return path


@pytest.fixture
def opened(tmp_path: Path) -> Path:
    """A held meeting: one item asks for two elections, one was held; the agenda was not adopted, nobody wrote yet."""
    path = fresh(tmp_path / "opened.nmirf")
    with open_register(path) as store:
        office = desk(store, Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)))
        meeting, item, sitting = network(office)
        office.agendas.save(replace(item, title=STANDARD_ITEMS[0].title))
        office.sittings.open(sitting.key)
        office.meetings.record_officer(Officer("", meeting.key, Office.CHAIR, "GHA", item=item.key))
        office.sittings.close(sitting.key)
    return path


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_what_the_window_asks_before_minutes_leave_is_said_beside_the_files(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    opened: Path,
    tmp_path: Path,
    form: str,
) -> None:
    """An election nobody recorded, and an agenda that was not adopted, left without a word."""
    command = ["export", str(opened), "--document", "minutes", "--format", form, "--replace", "--to", str(tmp_path)]
    for locale, language in (("en_GB", Language.EN), ("fr_FR", Language.FR), ("es_ES", Language.ES)):
        if language is not Language.EN:  # until then nobody has begun them
            with open_register(opened) as store:
                office = Secretariat(store)
                office.minutes.draft(office.meetings.list()[0].key)
        monkeypatch.setenv("LC_ALL", locale)
        assert run(command) == 0
        told, words = capsys.readouterr(), catalog(language)
        assert told.out.count("\n") == 3
        lines = told.err.splitlines()
        assert lines.count(words.gettext(NOT_ADOPTED)) == 1
        left = {"election": ELECTIONS[Office.RAPPORTEUR][language], "n": "1"}
        assert sum(words.gettext(NOT_ELECTED).format(**left) in line for line in lines) == 1


def test_minutes_leave_and_come_back(capsys: pytest.CaptureFixture[str], register: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ["export", str(register), "--document", "minutes", "--format", "docx", "--to", str(out)]
    assert run(command) == 0
    files = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.suffix for path in files] == [".docx"] * len(Language)
    before = [path.read_bytes() for path in files]
    assert run(command) == 2  # they are there already
    assert run([*command, "--replace"]) == 0
    assert [path.read_bytes() for path in files] == before
    untouched = ["import", str(register), "corrections", str(files[0])]
    capsys.readouterr()
    for beside in ([], ["--dry-run"], ["--state", "MAR"]):
        assert run([*untouched, *beside]) == 0
        told = capsys.readouterr()
        assert "asks for nothing" in told.out
        assert told.err == ""
    edits = WordEdits(before[0])
    edits.insert(edits.numbered(1), len(edits.text(edits.numbered(1))), " It was well attended.")
    came = edits.save(tmp_path / "came.docx")
    capsys.readouterr()
    take = ["import", str(register), "corrections", str(came)]
    assert run([*take, "--dry-run"]) == 0
    asked = capsys.readouterr().out
    assert "It was well attended." in asked
    assert "already" not in asked
    assert run(take) == 2
    assert "--state" in capsys.readouterr().err
    assert run([*take, "--state", "MAR"]) == 0
    assert "1 request recorded." in capsys.readouterr().out
    assert run([*take, "--state", "MAR"]) == 0
    assert "0 requests recorded." in capsys.readouterr().out
    for beside, said in (([], True), (["--state", "MAR"], True), (["--state", "GHA"], False)):
        assert run([*take, "--dry-run", *beside]) == 0
        assert ("1 of them is recorded already." in capsys.readouterr().out) is said, "as the window says it"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--document", "decisions", "--format", "docx"], "Only minutes"),
        (["--document", "minutes", "--format", "xlsx"], "DOCX"),
        (["--document", "minutes", "--format", "docx", "--language", "parallel"], "one language"),
        (["--document", "texts", "--language", "es", "--format", "pdf"], "DOCX or XLSX"),
    ],
)
def test_what_does_not_go_together_is_said(
    capsys: pytest.CaptureFixture[str], register: Path, tmp_path: Path, wrong: list[str], said: str
) -> None:
    out = tmp_path / "out"
    assert run(["export", str(register), *wrong, "--to", str(out)]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()
