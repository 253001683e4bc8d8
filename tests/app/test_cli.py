"""The commands as a script meets them: exit codes, one clear line on standard error, nothing changed."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.__main__ import main
from nmirf_desktop.cli import terminal
from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.compliance import FindingState, RuleException
from nmirf_desktop.domain.issued import STANDING, DocumentKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import create, open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from tests import samples
from tests.app.bad_registers import BAD

ON = samples.ON.isoformat()
LOCALES = {Language.EN: "en_GB.UTF-8", Language.FR: "fr_FR.UTF-8", Language.ES: "es_ES.UTF-8"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample register, made once."""
    return samples.sample(tmp_path_factory, tmp_path_factory.mktemp("made") / "sample.nmirf")


@pytest.fixture
def sample(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copyfile(made, tmp_path / "sample.nmirf"))


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Run a command that has to refuse: exit 2, nothing on standard output, one line on standard error."""
    assert main([str(argument) for argument in arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    return said.err


BAD_TABLES = {
    "an unknown State": b"state,position\nAtlantis,Y\n",
    "one twice": b"state,position\nPRY,Y\nParaguay,N\n",
    "two candidates": b"state,position\nKorea,Y\n",
    "an unknown position": b"state,position\nPRY,perhaps\n",
    "a blank position": b"state,position\nPRY,\n",
    "an absent State": b"state,position\nPRY,absent\n",
    "an empty file": b"",
    "a header alone": b"state,position\n",
    "no header": b"PRY,Y\n",
    "Latin-1": "state,position\nCôte d'Ivoire,Y\n".encode("latin-1"),
    "UTF-16": "state,position\nPRY,Y\n".encode("utf-16"),
    "NUL bytes": b"state,position\nPRY,Y\n\0\0\0\n",
    "50 MB": b"state,position\n" + b"PRY,Y\n" * 8_500_000,
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("case", sorted(BAD_TABLES))
def test_a_table_that_cannot_be_counted_is_answered_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, case: str, language: Language
) -> None:
    monkeypatch.setenv("LC_ALL", LOCALES[language])
    table = tmp_path / "roll-call.csv"
    table.write_bytes(BAD_TABLES[case])
    assert refused(capsys, "tally", table, "--json").strip()


def test_all_that_is_wrong_with_a_table_is_answered_line_by_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = tmp_path / "roll-call.csv"
    table.write_text("state,position\nAtlantis,Y\nPRY,perhaps\nKorea,N\n", encoding="utf-8")
    assert main(["tally", str(table)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert [line.partition(":")[0] for line in said.err.splitlines()] == ["Line 2", "Line 3", "Line 4"]


def test_a_folder_and_a_missing_file_are_no_tables(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    refused(capsys, "tally", tmp_path)
    refused(capsys, "tally", tmp_path / "nothing.csv")


def test_a_recorded_vote_is_counted(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    table = tmp_path / "roll-call.csv"
    table.write_text("State;Position\nPY;Y\nUruguay;contre\nEE. UU.;abstención\nTürkiye;A\n", encoding="utf-8")
    assert main(["tally", str(table), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["in_favour"], report["against"], report["abstaining"], report["not_participating"]) == (1, 1, 2, 0)
    assert (report["present_and_voting"], report["outcome"]) == (2, "not adopted")
    assert set(report["sentence"]) == set(report["lists"]) == {"en", "fr", "es"}
    assert report["lists"]["es"]["abstaining"] == ["Estados Unidos de América", "Türkiye"]


@pytest.fixture(params=BAD)
def bad_register(request: pytest.FixtureRequest, made: Path, tmp_path: Path) -> Iterator[Path]:
    """A path that is no register which can be opened; it must be as it was afterwards, and nothing beside it."""
    path = tmp_path / "bad.nmirf"
    BAD[request.param](made, path)
    before = path.read_bytes() if path.is_file() else None
    around = set(tmp_path.iterdir())
    yield path
    assert (path.read_bytes() if path.is_file() else None) == before
    assert set(tmp_path.iterdir()) == around


@pytest.mark.parametrize("language", list(Language))
def test_every_command_refuses_what_is_no_register(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    bad_register: Path,
    tmp_path: Path,
    language: Language,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, LOCALES[language])
    said = refused(capsys, "check", bad_register)
    assert said == refused(capsys, "export", bad_register, "--document", "agenda", "--to", tmp_path / "out")
    assert not (tmp_path / "out").exists()
    english = catalog(Language.EN)
    if language is not Language.EN:
        assert said.split()[:4] != english.gettext("The register").split()
        assert "Nothing was changed" not in said
        assert "It was not changed" not in said


def test_verify_refuses_what_cannot_be_opened_and_names_what_was_altered(
    capsys: pytest.CaptureFixture[str], bad_register: Path
) -> None:
    code = main(["verify", str(bad_register)])
    said = capsys.readouterr()
    assert code in (1, 2)
    if code == 2:
        assert (said.out, said.err.count("\n")) == ("", 1)
    else:
        assert any(word in said.out for word in ("membership", "meeting", "state", "SQLite"))
        assert said.err == ""


def test_a_file_that_may_not_be_read_is_answered_in_one_line(capsys: pytest.CaptureFixture[str], made: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place, secret = Path(folder), Path(folder) / "secret"
        secret.mkdir()
        closed = Path(shutil.copyfile(made, place / "closed.nmirf"))
        inside = Path(shutil.copyfile(made, secret / "inside.nmirf"))
        place.chmod(0o755)
        closed.chmod(0)
        secret.chmod(0)
        me = os.geteuid()
        try:
            os.seteuid(65534 if me == 0 else me)
            for path in (closed, inside):
                assert refused(capsys, "check", path).startswith(f"“{path.name}” cannot be read. Nothing was changed")
        finally:
            os.seteuid(me)
            secret.chmod(0o700)


def test_a_name_that_no_disk_takes_is_answered_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    refused(capsys, "check", tmp_path / ("n" * 300))
    refused(capsys, "new", tmp_path / ("n" * 300))
    refused(capsys, "check", tmp_path / "sample.nmirf" / "inside.nmirf")


@pytest.mark.parametrize("command", ["new", "sample"])
def test_nothing_is_overwritten_and_folders_must_exist(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path, command: str
) -> None:
    before = sample.read_bytes()
    refused(capsys, command, sample)
    refused(capsys, command, tmp_path / "nowhere" / "new.nmirf")
    assert sample.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "x.nmirf", "--document", "poem", "--to", "out"],
        ["check", "x.nmirf", "--on", "24/11/2026"],
        ["tally"],
        ["--nonsense"],
        ["export", "x.nmirf", "--document", "agenda", "--language", "de", "--to", "out"],
    ],
)
def test_wrong_use_is_one_line(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    refused(capsys, *arguments)


def test_an_unknown_meeting_is_named(capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path) -> None:
    line = refused(
        capsys, "export", sample, "--document", "agenda", "--meeting", "NMIRF/1999", "--to", tmp_path / "out"
    )
    assert line == (
        "There is no meeting with the symbol “NMIRF/1999”; there are: NMIRF/2024, NMIRF/2025, NMIRF/2026, NMIRF/2027.\n"
    )


def test_a_meeting_is_named_by_the_symbol_that_is_printed(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    arguments = ["export", str(sample), "--document", "minutes", "--language", "fr", "--to", str(tmp_path)]
    assert main([*arguments, "--meeting", "nmirf/2026/2"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'NMIRF-2026-2-Minutes-FR.pdf'}\n"


def test_an_empty_register_has_no_documents_of_a_meeting(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "empty.nmirf"
    create(path)
    for kind in sorted(frozenset(DocumentKind) - STANDING):
        refused(capsys, "export", path, "--document", str(kind), "--to", tmp_path / "out")


def test_a_sample_is_checked_and_verified(capsys: pytest.CaptureFixture[str], sample: Path) -> None:
    assert main(["verify", str(sample)]) == 0
    assert main(["check", str(sample), "--on", ON, "--json"]) == 1
    said = capsys.readouterr().out
    findings = json.loads(said[said.index("[") :])
    assert {"rule", "section", "state", "facts", "advice"} <= set(findings[0])
    assert all(finding["section"] for finding in findings)
    assert {finding["rule"] for finding in findings} == {f"R{number}" for number in range(1, 48)}
    assert {finding["rule"] for finding in findings if finding["state"] == "not_kept"} == {"R5"}
    assert "due" in {finding["state"] for finding in findings if finding["rule"] == "R39"}


def test_the_day_of_a_command_is_that_of_the_register(capsys: pytest.CaptureFixture[str], sample: Path) -> None:
    days = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):  # 25 hours apart: never the same day
        with open_register(sample) as store:
            settings = Secretariat(store).settings
            settings.save(replace(settings.read(), time_zone=zone))
        main(["check", str(sample), "--json"])
        said = capsys.readouterr().out
        days.append(json.loads(said[said.index("[") :])[0]["on"])
    assert days[0] > days[1]


@pytest.mark.parametrize("language", list(Language))
def test_what_was_made_is_said_in_one_line_with_its_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: Language
) -> None:
    monkeypatch.setenv("LC_ALL", LOCALES[language])
    for command, day in (("new", ""), ("sample", samples.ON)):
        path = tmp_path / f"{command}.nmirf"
        assert main([command, str(path), *(["--on", ON] if day else [])]) == 0
        line = capsys.readouterr().out
        assert line.count("\n") == 1
        assert str(path) in line
        assert not day or catalog(language).date(samples.ON) in line


def test_check_says_what_json_holds_and_each_object_its_day(capsys: pytest.CaptureFixture[str], sample: Path) -> None:
    main(["check", "--help"])
    help_said = capsys.readouterr().out
    main(["check", str(sample), "--on", ON, "--json"])
    findings = json.loads(capsys.readouterr().out)
    assert {finding["on"] for finding in findings} == {ON}
    assert all(set(finding) == set(findings[0]) for finding in findings)
    assert all(key in help_said for key in findings[0])
    assert all(state in help_said for state in {finding["state"] for finding in findings})
    assert {finding["rule"] for finding in findings if finding["remark"]} == {"R42"}, "an activity has no objective"
    main(["check", str(sample), "--on", "2028-06-01", "--json"])
    remarked = [finding for finding in json.loads(capsys.readouterr().out) if finding["remark"]]
    assert "R34" in {finding["rule"] for finding in remarked}, "an acting Coordinator: no guessing from the advice"
    assert {finding["state"] for finding in remarked} == {"kept"}


def checked(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """The command itself, as a script runs it."""
    return subprocess.run(
        [sys.executable, "-m", "nmirf_desktop", "check", *map(str, arguments)],
        cwd=Path(__file__).parents[2], capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "LC_ALL": "en_GB.UTF-8"},
    )  # fmt: skip


def test_check_is_read_by_the_sections_and_ends_with_a_summary(sample: Path) -> None:
    done = checked(sample, "--on", ON)
    lines = done.stdout.splitlines()
    assert done.returncode == 1, done.stderr
    assert "Membership" in lines
    assert lines[lines.index("Membership") + 1].startswith("  R2  Kept")
    assert lines[-1].startswith("Kept: ")
    assert "Not kept: 1" in lines[-1]
    spanish = checked(sample, "--on", ON, "--language", "es")
    assert spanish.returncode == 1
    assert "No cumplida: 1" in spanish.stdout.splitlines()[-1]


def test_check_says_why_a_rule_is_not_kept_and_the_exit_stays(sample: Path) -> None:
    with open_register(sample) as store:
        compliance = Secretariat(store).compliance
        broken = next(one for one in compliance.check(samples.ON) if one.state is FindingState.NOT_KEPT)
        reason = Trilingual.final("The ministry moves.", "Le ministère déménage.", "El ministerio se traslada.")
        compliance.note_exception(
            RuleException(
                new_key(),
                broken.rule,
                broken.subject.kind,
                broken.subject.key,
                Period(samples.ON),
                reason,
                "Coordinator",
                samples.ON,
            )
        )
    done = checked(sample, "--on", ON, "--language", "fr")
    assert done.returncode == 1
    assert "Le ministère déménage." in done.stdout
    found = json.loads(checked(sample, "--on", ON, "--json").stdout)
    reasons = [one["exceptions"] for one in found if one["rule"] == broken.rule and one["exceptions"]]
    assert reasons == [[{"reason": "The ministry moves.", "by": "Coordinator", "on": ON}]]


def test_check_of_a_register_in_which_nothing_is_wrong_exits_with_0(tmp_path: Path) -> None:
    create(tmp_path / "register.nmirf")
    done = checked(tmp_path / "register.nmirf", "--on", "2024-06-01")
    assert done.returncode == 0, done.stdout
    assert "Not kept: 0" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize("wrong", [["--on", "1 March 2026"], ["--language", "de"], ["--jsn"]])
def test_check_asked_wrongly_exits_with_2_and_one_line(sample: Path, wrong: list[str]) -> None:
    done = checked(sample, *wrong)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_verify_says_what_removed_files_still_take(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    create(tmp_path / "register.nmirf")
    with open_register(tmp_path / "register.nmirf") as store:
        files = Secretariat(store).attachments
        added = files.attach(Holder(HolderKind.STATE, "KEN"), "KEN", [NewFile("scan.pdf", b"x" * 40_000)]).added
        files.remove(added[0].key)
    assert main(["verify", str(tmp_path / "register.nmirf")]) == 0
    assert "40\u00a0kB of removed files are still in the register" in capsys.readouterr().out


def test_a_register_changed_outside_is_found(capsys: pytest.CaptureFixture[str], sample: Path) -> None:
    connection = sqlite3.connect(sample)
    with connection:
        connection.execute("UPDATE position SET answer = 'in_favour' WHERE answer = 'against'")
    connection.close()
    assert main(["verify", str(sample)]) == 1
    assert "answer" in capsys.readouterr().out


def test_documents_are_written_in_three_languages_and_the_same_each_time(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    for folder in ("one", "two"):
        for kind in ("agenda", "minutes"):
            assert main(["export", str(sample), "--document", kind, "--to", str(tmp_path / folder)]) == 0
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(names) == 6
    assert {name.rsplit("-", 1)[1] for name in names} == {"EN.pdf", "FR.pdf", "ES.pdf"}
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_program_speaks_through_a_pipe_of_any_encoding(tmp_path: Path) -> None:
    table = tmp_path / "roll-call.csv"
    table.write_text("state,position\nCIV,Y\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "nmirf_desktop", "tally", str(table), "--json"],
        cwd=Path(__file__).parents[2], capture_output=True, check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Côte d’Ivoire" in done.stdout.decode("utf-8")


def test_a_word_that_is_neither_command_nor_file_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert "bogus" in refused(capsys, "bogus")


def test_without_a_screen_no_window_is_tried(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, sample: Path
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert refused(capsys, sample)


def test_who_stops_reading_gets_no_traceback(sample: Path) -> None:
    command = [sys.executable, "-m", "nmirf_desktop", "check", str(sample)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait() == 1


@pytest.mark.parametrize("language", list(Language))
def test_what_is_missing_on_the_command_line_is_said_in_its_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setenv("LC_ALL", LOCALES[language])
    words = catalog(language)
    missing = words.gettext("These arguments are missing: {names}").format(names="register")
    unknown = words.gettext("These arguments are unknown: {names}").format(names="--never")
    valueless = words.gettext("A value is missing after {name}.").format(name="--on")
    assert refused(capsys, "check") == f"nmirf-desktop check: {missing}\n"
    assert unknown in refused(capsys, "check", "sample.nmirf", "--never")
    assert valueless in refused(capsys, "check", "sample.nmirf", "--on")
    odd = refused(capsys, "check", "sample.nmirf", "--language", "de")
    assert "invalid choice" not in odd
    assert "de" in odd


def test_a_day_is_given_with_hyphens_its_figures_may_be_single(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", LOCALES[Language.EN])
    for text in ("20270508", "2027-W18-6", "8 May 2027", "2027-02-30"):
        assert f"“{text}” is not a date of the form 2027-05-08." in refused(capsys, "check", "none.nmirf", "--on", text)
    assert terminal.day("2027-5-8") == terminal.day("2027-05-08")
    late = "31 December 9999 is too late to be meant: look at the year."
    assert late in refused(capsys, "check", "none.nmirf", "--on", "9999-12-31")


def test_a_folder_without_a_name_is_called_by_its_whole_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "check", ".").startswith(f"“{Path.cwd()}” is a folder, not a register.")
