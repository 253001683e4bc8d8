"""Files that were chosen: read whole, or refused in one sentence that names them."""

import os
import socket
import sys
from pathlib import Path

import pytest

from nmirf_desktop.domain.attachments import LARGEST
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.picked_files import read_file
from nmirf_desktop.i18n import Language, catalog

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and bytes as names are POSIX's")


def refused(path: Path) -> str:
    with pytest.raises(Problem) as problem:
        read_file(path)
    said = [problem.value.said_in(catalog(language)) for language in Language]
    assert len(set(said)) == 3
    return said[0]


def test_a_file_is_read_with_its_name_also_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "Note n° 12.pdf").write_bytes(b"%PDF-1")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "Note n° 12.pdf")
    assert read_file(tmp_path / "Note n° 12.pdf") == ("Note n° 12.pdf", b"%PDF-1")
    assert read_file(tmp_path / "link.pdf") == ("link.pdf", b"%PDF-1")


def test_what_is_no_file_is_refused_by_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert refused(tmp_path) == f"“{tmp_path.name}” is a folder. It was not attached; choose the files in it."
    assert "is not there any more" in refused(tmp_path / "gone.pdf")
    assert "is not there any more" in refused(Path(__file__) / "below.pdf")
    assert "cannot be read" in refused(tmp_path / "round")
    assert "cannot be read" in refused(tmp_path / ("x" * 300))


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large, empty = tmp_path / "large.pdf", tmp_path / "empty.pdf"
    with large.open("wb") as file:
        file.truncate(LARGEST * 1_000)
    empty.touch()
    assert "25 MB at most" in refused(large)
    assert "is empty" in refused(empty)


@POSIX
def test_a_pipe_a_socket_and_a_device_are_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.pdf")
        for path in (tmp_path / "pipe.pdf", tmp_path / "socket.pdf", Path("/dev/zero")):
            assert "a part of the system" in refused(path)


@POSIX
def test_a_name_that_is_no_text_is_read_as_an_old_windows_wrote_it(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xe9signation.pdf"))
    path.write_bytes(b"%PDF-1")
    assert read_file(path) == ("désignation.pdf", b"%PDF-1")


@POSIX
@pytest.mark.skipif(hasattr(os, "getuid") and os.getuid() == 0, reason="root reads everything")
def test_a_file_that_is_closed_to_the_user_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "closed.pdf"
    path.write_bytes(b"%PDF-1")
    path.chmod(0)
    assert "cannot be read" in refused(path)
