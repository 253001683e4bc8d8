"""Dispatches by post: letters in each language, labels for the envelopes, and the documents to print."""

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from nmirf_desktop.domain.dispatch_words import usual_message
from nmirf_desktop.domain.dispatches import Channel
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import MECHANISMS
from nmirf_desktop.storage.states import ORGANISATION
from tests.registers import MEMBERS, OBSERVERS, Desk, said
from tests.services.test_dispatches import PREPARED, Office, nothing

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


def test_an_observer_is_written_to_at_the_postal_address_of_its_contact(office: Office, tmp_path: Path) -> None:
    """An observer has no mechanism: letters and labels went to members alone."""
    observer = OBSERVERS[0]
    (contact,) = office.desk.members.file(observer, PREPARED.date()).people.values()
    office.desk.members.save_person(replace(contact, address="Permanent Mission\n7 Example Street"))
    office.send(tmp_path / "post", office.order(Channel.POST, sender=""))
    (folder,) = (tmp_path / "post").iterdir()
    letters = text_of((folder / f"Letters-{contact.language.upper()}.pdf").read_bytes())
    labels = text_of((folder / "Labels.pdf").read_bytes())
    state = office.desk.states.on(PREPARED.date())[observer].short[contact.language]
    for said_in in (letters, labels):
        assert "7 Example Street" in said_in
        assert state in said_in
    office.send(tmp_path / "table", office.order(Channel.TABLE, again=frozenset({contact.key})))
    (table,) = (tmp_path / "table").glob("*/recipients.csv")
    assert "7 Example Street" in table.read_text(encoding="utf-8-sig")


def test_a_focal_point_s_own_postal_address_goes_before_that_of_the_mechanism(office: Office, tmp_path: Path) -> None:
    (person,) = office.desk.members.file("GHA", PREPARED.date()).people.values()
    office.desk.members.save_person(replace(person, address="Palace Annex\n2 Example Hill"))
    office.send(tmp_path / "out", office.order(Channel.POST, sender=""))
    (folder,) = (tmp_path / "out").iterdir()
    labels = text_of((folder / "Labels.pdf").read_bytes())
    assert "2 Example Hill" in labels
    assert "Directorate of GHA" not in labels


WORDS_OF_MAIL = {
    Language.EN: ("message", "replying"),
    Language.FR: ("message", "répondant"),
    Language.ES: ("mensaje", "respondiendo"),
}


def test_a_letter_says_what_it_is_and_where_the_secretariat_is_written_to(office: Office, tmp_path: Path) -> None:
    address = Trilingual.final("1 Rue Exemple, Geneva", "1 Rue Exemple, Genève", "1 Rue Exemple, Ginebra")
    with office.desk.store.write("settings") as session:
        known = ORGANISATION.get(session, "organisation")
        ORGANISATION.save(session, replace(known, secretariat=address, email="secretariat@nmirf.example"))
    office.send(tmp_path / "out", office.order(Channel.POST, sender=""))
    (folder,) = (tmp_path / "out").iterdir()
    for language, of_mail in WORDS_OF_MAIL.items():
        letter = " ".join(text_of((folder / f"Letters-{language.upper()}.pdf").read_bytes()).split())
        assert not [word for word in of_mail if word in letter]
        assert "secretariat@nmirf.example" in letter
        assert letter.count(address[language]) >= 2  # in the head, and at the end


def test_a_letter_of_a_secretariat_that_recorded_no_address_is_whole(office: Office, tmp_path: Path) -> None:
    office.send(tmp_path / "out", office.order(Channel.POST, sender=""))
    (folder,) = (tmp_path / "out").iterdir()
    assert "Please acknowledge receipt to the Secretariat." in text_of((folder / "Letters-EN.pdf").read_bytes())


def test_the_words_of_the_last_letter_are_not_offered_for_an_e_mail(office: Office, tmp_path: Path) -> None:
    keys, usual = [one.key for one in office.issued], usual_message(Channel.TO_EACH, of_meeting=True)
    office.send(tmp_path, office.order(Channel.POST, sender="", text=said("Our own letter")))
    assert office.dispatches.begin(keys)[1:] == usual
    assert office.dispatches.begin(keys, Channel.POST)[2] == said("Our own letter")


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
