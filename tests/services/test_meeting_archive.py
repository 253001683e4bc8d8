"""Everything of a meeting in one archive: the same bytes each time, every link leads to a file, in three languages."""

import csv
import datetime
import hashlib
import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from nmirf_desktop.domain.archives import INDEX, free_path
from nmirf_desktop.domain.attachments import Filing, Holder, HolderKind, NewFile
from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.attachments import Attachments
from nmirf_desktop.services.meeting_archive import ArchiveWritten, MeetingArchives
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage.errors import StorageError
from tests.registers import Desk, said
from tests.services.test_dispatches import IN_TIME, PREPARED, Office, keys


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    desk, meeting, _ = network
    return Office(desk, meeting)


@pytest.fixture
def full(office: Office, tmp_path: Path) -> Office:
    """A meeting with two versions of its agenda, a dispatch, and files of the same name at two records."""
    line = office.send(tmp_path / "outbox")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line), Happening.SENT, PREPARED + datetime.timedelta(hours=1))
    office.deliveries.happened(keys(line, "GHA"), Happening.FAILED, IN_TIME, "550 <gha@example.org> unknown")
    item = office.desk.agendas.items(office.meeting.key)[0].item
    office.desk.agendas.save(replace(item, title=said("Future & other <directions>")))
    papers(office).issue(Request(DocumentKind.AGENDA, office.meeting.key), IN_TIME.date())
    files = Attachments(office.desk.store, office.desk.clock)
    meeting = Holder(HolderKind.MEETING, office.meeting.key)
    for holder in (meeting, Holder(HolderKind.AGENDA_ITEM, item.key)):
        files.attach(holder, None, [NewFile("Ébauche #1 (final) 100%.txt", f"{holder.kind}".encode(), Filing.OTHER)])
    files.attach(meeting, None, [NewFile("ébauche #1 (final) 100%.txt", b"another", Filing.OTHER)])
    return office


def papers(office: Office) -> Papers:
    """The documents of the register."""
    return Papers(office.desk.store, office.desk.states, office.desk.clock)


def written(
    office: Office, place: Path, report: Callable[[int, int], None] = lambda _done, _steps: None, **asked: bool
) -> ArchiveWritten:
    """The archive of the meeting in a folder."""
    archives = MeetingArchives(office.desk.store, office.desk.states, office.desk.clock)
    return archives.write(office.meeting.key, place, report, **asked)


def index_of(archive: ZipFile) -> ElementTree.Element:
    """The page, read as XML."""
    return ElementTree.fromstring(archive.read(INDEX).decode().removeprefix("<!DOCTYPE html>"))  # noqa: S314  (our own page)


def test_the_same_register_gives_the_same_bytes(full: Office, tmp_path: Path) -> None:
    first, second = (written(full, tmp_path / one).path for one in "ab")
    full.desk.clock.forward(90 * 24 * 60)  # another day is no other register
    assert first.name == "NMIRF-2026-Archive.zip"
    assert first.read_bytes() == second.read_bytes() == written(full, tmp_path / "c").path.read_bytes()


def test_each_link_leads_to_a_file_and_each_file_has_its_digest_in_each_language(full: Office, tmp_path: Path) -> None:
    with ZipFile(written(full, tmp_path).path) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist()) - {INDEX}
        page = index_of(archive)
        for language in Language:
            (section,) = (one for one in page.iter("section") if one.get("id") == language)
            assert section.get("lang") == language
            links = [unquote(one.get("href", "")) for one in section.iter("a")]
            assert sorted(links) == sorted(names)
            digests = [one.text for one in section.iter("code")]
            assert digests == [hashlib.sha256(archive.read(one)).hexdigest() for one in links]
        assert [one.get("href") for one in next(page.iter("nav")).iter("a")] == [f"#{one}" for one in Language]


def test_where_no_agenda_was_sent_there_is_no_certificate_of_it_which_would_bear_the_day(
    office: Office, tmp_path: Path
) -> None:
    office.issued = papers(office).issue(Request(DocumentKind.PROGRAMME, office.meeting.key), PREPARED.date())
    line = office.send(tmp_path / "outbox")
    with ZipFile(written(office, tmp_path / "prepared").path) as archive:
        assert not [name for name in archive.namelist() if name.startswith("certificates/")], "nothing was sent"
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, PREPARED)
    first = written(office, tmp_path / "a").path.read_bytes()
    office.desk.clock.forward(90 * 24 * 60)
    second = written(office, tmp_path / "b").path
    assert second.read_bytes() == first
    with ZipFile(second) as archive:
        assert sum(name.startswith("certificates/") for name in archive.namelist()) == len(Language)


def test_it_has_each_version_the_certificates_the_record_and_the_attached_files(full: Office, tmp_path: Path) -> None:
    with ZipFile(written(full, tmp_path).path) as archive:
        names = archive.namelist()
        for one in papers(full).issued(full.meeting.key):
            path = f"documents/Agenda/version-{one.version}/{one.name}"
            assert archive.read(path) == papers(full).bytes_of(one)
        assert sum(name.startswith("documents/") for name in names) == 6
        assert sum(name.startswith("certificates/") for name in names) == 6
        assert sorted(name for name in names if name.startswith("dispatches/")) == [
            f"dispatches/Dispatches-{language}.{end}" for language in ("EN", "ES", "FR") for end in ("csv", "xlsx")
        ]
        assert sorted(name for name in names if name.startswith("attachments/")) == [
            "attachments/agenda-items/Ébauche #1 (final) 100%.txt",
            "attachments/meeting/Ébauche #1 (final) 100%.txt",
            "attachments/meeting/ébauche #1 (final) 100% (2).txt",
        ]
        assert "Future &amp; other &lt;directions&gt;" in archive.read(INDEX).decode()


def test_another_program_unpacks_it(full: Office, tmp_path: Path) -> None:
    path = written(full, tmp_path).path
    done = subprocess.run(["unzip", "-t", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "No errors" in done.stdout


def test_addresses_are_only_where_they_are_asked_for(full: Office, tmp_path: Path) -> None:
    asked = Request(DocumentKind.DISPATCH, full.meeting.key, (Edition.EN,), addresses=True)
    (issued,) = papers(full).issue(asked, full.desk.clock().date())
    done = written(full, tmp_path / "a")
    with ZipFile(done.path) as archive:
        assert b"@" not in archive.read("dispatches/Dispatches-EN.csv")
        assert not any("Add.1" in name for name in archive.namelist())
        assert [issued.name in one.said_in(catalog(Language.EN)) for one in done.missing] == [True]
    with ZipFile(written(full, tmp_path / "b", addresses=True).path) as archive:
        record = archive.read("dispatches/Dispatches-EN.csv").decode("utf-8-sig")
        assert "bra@example.org" in record
        assert "550 <gha@example.org> unknown" in record
        assert any("Add.1" in name for name in archive.namelist())


def test_the_record_of_dispatches_is_in_the_order_of_its_language(full: Office, tmp_path: Path) -> None:
    with ZipFile(written(full, tmp_path).path) as archive:
        for language in Language:
            record = archive.read(f"dispatches/Dispatches-{language.upper()}.csv").decode("utf-8-sig")
            rows = list(csv.reader(io.StringIO(record), csv.Sniffer().sniff(record, ";,")))
            head = next(number for number, row in enumerate(rows) if len(row) > 4)
            states = list(dict.fromkeys(row[4] for row in rows[head + 1 :]))
            assert states[-1] == ""  # partners come last
            assert states[:-1] == sorted(states[:-1], key=catalog(language).sort_key)


def test_a_meeting_of_which_there_is_nothing_has_a_page_that_says_so(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    archives = MeetingArchives(desk.store, desk.states, desk.clock)
    with ZipFile(archives.write(meeting.key, tmp_path, lambda _done, _steps: None).path) as archive:
        assert archive.namelist() == [INDEX]
        assert "No document of this meeting was issued." in "".join(index_of(archive).itertext())


def test_what_is_cancelled_or_cannot_be_written_leaves_nothing(full: Office, tmp_path: Path) -> None:
    class Stopped(Exception):  # noqa: N818  (a wish, not an error)
        pass

    told: list[tuple[int, int]] = []

    def stop(done: int, steps: int) -> None:
        told.append((done, steps))
        if done == steps // 2:
            raise Stopped

    with pytest.raises(Stopped):
        written(full, tmp_path / "a", stop)
    assert list((tmp_path / "a").iterdir()) == []
    (tmp_path / "b").write_text("no folder")
    with pytest.raises(StorageError):
        written(full, tmp_path / "b")
    written(full, tmp_path / "c", lambda done, steps: told.append((done, steps)))
    assert told[-1][0] == told[-1][1]


def test_a_certificate_that_cannot_be_printed_is_named_and_the_rest_is_there(office: Office, tmp_path: Path) -> None:
    person = office.desk.members.file("GHA", PREPARED.date()).focal_points_on(PREPARED.date())[0].person
    known = office.desk.members.file("GHA", PREPARED.date()).people[person]
    office.desk.members.save_person(replace(known, family_name="שלום"))
    office.send(tmp_path / "outbox")
    found = written(office, tmp_path)
    assert found.missing
    with ZipFile(found.path) as archive:
        assert "These could not be made" in "".join(index_of(archive).itertext())
        assert sum(name.startswith("documents/") for name in archive.namelist()) == 3


def test_a_meeting_that_is_not_there_is_named(office: Office) -> None:
    archives = MeetingArchives(office.desk.store, office.desk.states, office.desk.clock)
    with pytest.raises(Problem, match="NMIRF/1999"):
        archives.meeting("NMIRF/1999")


@pytest.mark.parametrize(
    ("wanted", "taken", "path"),
    [
        ("a/b.pdf", [], "a/b.pdf"),
        ("a/b.pdf", ["A/B.pdf"], "a/b (2).pdf"),
        ("a/b.pdf", ["a/b.pdf", "a/b (2).pdf"], "a/b (3).pdf"),
        ("v.1/b", ["v.1/b"], "v.1/b (2)"),
    ],
)
def test_no_file_takes_the_place_of_another(wanted: str, taken: list[str], path: str) -> None:
    assert free_path(wanted, taken) == path
