"""What arrives: files read together, e-mails opened, what cannot be read told beside the others."""

import datetime
from pathlib import Path

from nmirf_desktop.domain.attachments import LARGEST, MOST_FILES, Filing, NewFile
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.arrivals import Arrival, opened, read_all
from tests.exchange.test_mail import attached, mixed

EN = catalog(Language.EN)
NOON = b"Date: Mon, 2 Mar 2026 12:00:00 +0000\r\nFrom: mission@ke.example.org\r\nSubject: NV/12/2026\r\n"


def test_those_that_cannot_be_read_are_told_and_the_others_are_there(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1")
    (tmp_path / "empty.pdf").touch()
    arrival = read_all([tmp_path / "gone.pdf", tmp_path / "letter.pdf", tmp_path / "empty.pdf", tmp_path])
    assert arrival.files == (NewFile("letter.pdf", b"%PDF-1"),)
    assert len(arrival.problems) == 3


def test_of_too_many_files_those_that_were_not_taken_are_named(tmp_path: Path) -> None:
    small = [tmp_path / f"{number}.txt" for number in range(MOST_FILES + 2)]
    for path in small:
        path.write_bytes(b"x")
    arrival = read_all(small)
    assert [one.name for one in arrival.files] == [path.name for path in small[:MOST_FILES]]
    assert [one.said_in(EN) for one in arrival.problems] == [
        f"“{path.name}” was not taken: 100 files are attached at a time at most. Attach it after the others."
        for path in small[MOST_FILES:]
    ]


def test_a_file_that_would_be_too_much_is_named_and_those_behind_it_are_taken(tmp_path: Path) -> None:
    large = [tmp_path / f"{number}.pdf" for number in range(5)]
    for path, size in zip(large, (LARGEST, LARGEST, LARGEST, LARGEST - 3, 4), strict=True):
        with path.open("wb") as file:
            file.truncate(size)
    (tmp_path / "letter.pdf").write_bytes(b"%PD")
    arrival = read_all([*large, tmp_path / "letter.pdf"])
    assert [one.name for one in arrival.files] == ["0.pdf", "1.pdf", "2.pdf", "3.pdf", "letter.pdf"]
    (problem,) = arrival.problems
    assert problem.said_in(EN).startswith("“4.pdf” was not taken: with it the files have 101 MB together, and 100 MB")


def test_an_e_mail_comes_with_its_files_dated_by_it() -> None:
    content = mixed(attached(b"=letter.pdf", b"%PDF-1"), head=NOON)
    scan = NewFile("scan.pdf", b"%PDF-2")
    arrival = opened(Arrival((scan, NewFile("mail.eml", content))))
    day = arrival.day
    assert day is not None
    assert abs(day - datetime.date(2026, 3, 2)) <= datetime.timedelta(days=1)  # by the zone of the machine
    assert (arrival.sender, arrival.subject, arrival.mails) == ("mission@ke.example.org", "NV/12/2026", 1)
    assert [(one.name, one.dated) for one in arrival.files] == [
        ("scan.pdf", None), ("mail.eml", day), ("letter.pdf", day),
    ]  # fmt: skip
    filed = arrival.filed_as(Filing.REPLY)
    assert {(one.filing, one.dated) for one in filed} == {(Filing.REPLY, day)}


def test_an_e_mail_that_cannot_be_read_is_a_file_like_any_other() -> None:
    broken = Arrival((NewFile("broken.eml", b"\x00\x01"), NewFile("scan.pdf", b"%PDF-1")))
    assert opened(broken) == broken
    first, later = Arrival((NewFile("a.pdf", b"a"),)), opened(Arrival((NewFile("m.eml", NOON + b"\r\nx"),)))
    both = first.joined(later)
    assert [one.name for one in both.files] == ["a.pdf", "m.eml"]
    assert (both.subject, both.mails) == ("NV/12/2026", 1)
    assert "NV" in both.subject
    assert not both.problems
