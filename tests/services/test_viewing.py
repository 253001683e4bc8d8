"""Copies of attached files in the system's viewers: private, read only, documents alone, and gone afterwards."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from nmirf_desktop.domain.attachments import Attachment, Holder, HolderKind, NewFile
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.viewing import LOCK, PREFIX, sweep
from nmirf_desktop.storage.errors import StorageError
from tests.registers import Desk

STATE = Holder(HolderKind.STATE, "KEN")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def office(desk: Desk) -> Secretariat:
    return Secretariat(desk.store, desk.clock)


def attach(office: Secretariat, name: str, content: bytes = b"%PDF-1") -> Attachment:
    return office.attachments.attach(STATE, "KEN", [NewFile(name, content)]).added[0]


def test_a_copy_has_its_name_and_can_only_be_read_by_its_user(office: Secretariat, temporary: Path) -> None:
    copy = office.viewing.copy(attach(office, "Désignation.pdf"))
    assert copy.name == "Désignation.pdf"
    assert copy.read_bytes() == b"%PDF-1"
    assert temporary in copy.parents
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert {stat.S_IMODE(folder.stat().st_mode) for folder in (copy.parent, copy.parent.parent)} == {0o700}


def test_a_copy_is_used_again_but_not_one_that_was_changed(office: Secretariat, temporary: Path) -> None:
    file = attach(office, "letter.pdf")
    first = office.viewing.copy(file)
    assert office.viewing.copy(file) == first
    first.chmod(0o600)
    first.write_bytes(b"changed")
    second = office.viewing.copy(file)
    assert second != first
    assert second.read_bytes() == b"%PDF-1"
    assert first.read_bytes() == b"changed"


@pytest.mark.parametrize(
    "name",
    ["run.sh", "letter.pdf.exe", "letter.desktop", "letter.lnk", "page.html", "page.svg", "letter.docm", "book.xlsm",
     "archive.zip", "letter", "script.js", "macro.vbs", "letter.pdf.", "mail.msg", "x.url", "x.jar", "x.AppImage"],
)  # fmt: skip
def test_what_may_do_more_than_show_itself_is_not_opened(office: Secretariat, temporary: Path, name: str) -> None:
    file = attach(office, name)
    if file.name == "letter.pdf":
        assert office.viewing.copy(file).name == "letter.pdf"
        return
    with pytest.raises(Refusal) as refusal:
        office.viewing.copy(file)
    said = [refusal.value.said_in(catalog(language)) for language in Language]
    assert len(set(said)) == 3
    assert all(file.name in sentence for sentence in said)
    assert not list(temporary.iterdir())


def test_the_copies_are_gone_when_the_register_is_closed(office: Secretariat, temporary: Path) -> None:
    one, two = attach(office, "one.pdf"), attach(office, "two.pdf", b"two")
    office.viewing.copy(one)
    office.viewing.copy(two)
    office.store.close()
    assert not list(temporary.iterdir())


KILLED = """
import os, sys, tempfile
from pathlib import Path
tempfile.tempdir = sys.argv[2]
from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.services.opening import create, open_register
from nmirf_desktop.services.secretariat import Secretariat
create(Path(sys.argv[1]))
office = Secretariat(open_register(Path(sys.argv[1])))
added = office.attachments.attach(Holder(HolderKind.STATE, "KEN"), "KEN", [NewFile("letter.pdf", b"x")]).added
print(office.viewing.copy(added[0]), flush=True)
os._exit(9)
"""


def test_what_a_killed_program_left_goes_at_the_next_start(
    office: Secretariat, temporary: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path / "killed.nmirf"), str(temporary)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 9, done.stderr
    left = Path(done.stdout.strip())
    assert left.exists()
    used = office.viewing.copy(attach(office, "letter.pdf"))
    sweep()
    assert not left.parent.parent.exists()
    assert used.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_folder_that_somebody_prepared_is_left_alone(temporary: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / LOCK).write_text("mine")
    (mine / "letter.pdf").write_text("mine")
    (temporary / f"{PREFIX}link").symlink_to(mine)
    (temporary / f"{PREFIX}empty").mkdir()
    (temporary / f"{PREFIX}file").touch()
    sweep()
    assert (mine / "letter.pdf").read_text() == "mine"
    assert (mine / LOCK).read_text() == "mine"
    assert len(list(temporary.iterdir())) == 3


def test_a_temporary_folder_that_cannot_be_written_is_said(
    office: Secretariat, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(temporary / "gone"))
    with pytest.raises(StorageError) as error:
        office.viewing.copy(attach(office, "letter.pdf"))
    assert "“letter.pdf” cannot be written" in error.value.said_in(catalog(Language.EN))
