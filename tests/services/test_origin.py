"""The mark of what came from outside, as Windows reads it."""

from pathlib import Path

from nmirf_desktop.services.origin import mark_as_from_outside


def test_on_windows_a_copy_is_marked_and_its_content_stays(tmp_path: Path) -> None:
    copy = tmp_path / "letter.docx"
    copy.write_bytes(b"a letter")
    mark_as_from_outside(copy, "nt")
    assert Path(f"{copy}:Zone.Identifier").read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"
    assert copy.read_bytes() == b"a letter"


def test_elsewhere_nothing_is_written(tmp_path: Path) -> None:
    copy = tmp_path / "letter.docx"
    copy.write_bytes(b"a letter")
    mark_as_from_outside(copy, "posix")
    assert list(tmp_path.iterdir()) == [copy]


def test_a_disk_without_streams_has_its_copy_all_the_same(tmp_path: Path) -> None:
    mark_as_from_outside(tmp_path / "missing" / "letter.docx", "nt")
    assert not list(tmp_path.iterdir())
