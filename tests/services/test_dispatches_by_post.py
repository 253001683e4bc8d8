"""Dispatches by post: letters in each language, labels for the envelopes, and the documents to print."""

import datetime
import io
from pathlib import Path

import pypdfium2
import pytest

from nmirf_desktop.domain.dispatches import Channel
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import MECHANISMS
from tests.registers import MEMBERS, Desk, said
from tests.services.test_dispatches import Office, nothing

FOUNDED = Period(datetime.date(2024, 5, 8))


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    """A secretariat whose members have a postal address each."""
    desk, meeting, _ = network
    with desk.store.write("addresses") as session:
        for code in MEMBERS:
            address = f"Directorate of {code}\n1 Example Road"
            name, kind = said(f"Mechanism of {code}"), MechanismType.OTHER
            MECHANISMS.save(session, Mechanism(new_key(), code, FOUNDED, name, kind, address=address))
    return Office(desk, meeting)


def text_of(content: bytes) -> str:
    """All that a file says."""
    with pypdfium2.PdfDocument(io.BytesIO(content)) as pdf:
        return "\n".join(one.get_textpage().get_text_bounded() for one in pdf)


def test_letters_labels_and_documents_are_written_and_the_same_again(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path / "a", office.order(Channel.POST, sender=""))
    (folder,) = (tmp_path / "a").iterdir()
    files = {one.name: one.read_bytes() for one in folder.iterdir()}
    letters = {"Letters-EN.pdf", "Letters-FR.pdf", "Letters-ES.pdf", "Labels.pdf"}
    assert set(files) == letters | {one.name for one in office.issued}
    assert "Directorate of MAR" in text_of(files["Letters-FR.pdf"])
    spanish = text_of(files["Letters-ES.pdf"])
    assert all(f"Directorate of {code}" in spanish for code in ("BRA", "PRY", "URY"))
    assert "Directorate of GHA" not in spanish
    assert next(one.fingerprint for one in office.issued if one.language == "es") in spanish
    labels = text_of(files["Labels.pdf"])
    assert all(f"Directorate of {code}" in labels for code in MEMBERS)
    (again,) = office.dispatches.write(line.dispatch.key, tmp_path / "b", nothing).parent.iterdir()
    assert {one.name: one.read_bytes() for one in again.iterdir()} == files


def test_as_many_files_are_told_as_are_written(office: Office, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    key = new_key()
    office.dispatches.prepare(
        key, office.order(Channel.POST), tmp_path, lambda done, steps: told.append((done, steps)), archive=True
    )
    assert told == [(done, 7) for done in range(1, 8)]


def test_an_address_that_cannot_be_printed_is_named_and_nothing_is_prepared(office: Office, tmp_path: Path) -> None:
    with office.desk.store.write("an address") as session:
        (one,) = MECHANISMS.all(session, state="GHA")
        MECHANISMS.save(session, Mechanism(one.key, "GHA", FOUNDED, one.name, one.type, address="王"))
    with pytest.raises(Problem, match="cannot be printed"):
        office.dispatches.prepare(new_key(), office.order(Channel.POST), tmp_path / "out", nothing)
    assert list((tmp_path / "out").iterdir()) == []
    assert office.deliveries.lines() == ()
