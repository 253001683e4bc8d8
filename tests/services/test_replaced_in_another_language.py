"""What is replaced for who has a superseded version in another language: it is told by its symbol and its language."""

from pathlib import Path

import pytest

from nmirf_desktop.domain.dispatches import Channel, Happening
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import MECHANISMS
from tests.registers import MEMBERS, Desk, said
from tests.services.test_dispatches import Office, keys, office, place
from tests.services.test_dispatches_by_post import FOUNDED
from tests.services.test_dispatches_by_post import text_of as text_of_pdf
from tests.services.test_revised_agendas import AN_HOUR, LATER, messages, reword, send, text_of

__all__ = ["office", "place"]


def annotated(office: Office, *editions: Edition) -> tuple[IssuedDocument, ...]:
    """The annotated agenda is issued in some editions alone."""
    request = Request(DocumentKind.ANNOTATED, office.meeting.key, editions=editions)
    papers = Papers(office.desk.store, office.desk.states, office.desk.clock)
    office.issued = papers.issue(request, office.desk.clock().date())
    return office.issued


def begin(office: Office, place: Path) -> None:
    """The annotated agenda went in English to all, and was changed; French and Spanish have it for the first time."""
    annotated(office, Edition.EN)
    send(office, place)
    reword(office, *Language)
    office.desk.clock.at = LATER
    assert [one.version for one in annotated(office, Edition.EN, Edition.FR, Edition.ES)] == [2, 1, 1]


@pytest.fixture
def began(office: Office, place: Path) -> Office:
    """An office that began so."""
    begin(office, place)
    return office


def test_the_first_version_in_a_language_says_by_symbol_and_language_what_it_replaces(
    began: Office, place: Path
) -> None:
    sent = messages(began, place)
    symbol = began.issued[0].symbol
    french, spanish, english = (text_of(sent[code]) for code in ("MAR", "BRA", "GHA"))
    assert f"Cette version remplace {symbol}, version 1 (anglais), publiée le 20 octobre 2026." in french
    assert f"Esta versión sustituye a {symbol}, versión 1 (inglés), publicada el 20 de octubre de 2026." in spanish
    assert "This version replaces version 1, issued on 20 October 2026." in english
    assert "1er point" not in french
    assert "Modifications" in french, "what the reader of the English version finds otherwise"


def test_a_letter_says_it_too(network: tuple[Desk, Meeting, object], tmp_path: Path) -> None:
    by_post = Office(*network[:2])
    with by_post.desk.store.write("addresses") as session:
        for code in MEMBERS:
            name, address = said(f"Mechanism of {code}"), f"Directorate of {code}\n1 Example Road"
            kind = MechanismType.OTHER
            MECHANISMS.save(session, Mechanism(new_key(), code, FOUNDED, name, kind, address=address))
    begin(by_post, tmp_path)
    (tmp_path / "post").mkdir()
    by_post.send(tmp_path / "post", by_post.order(Channel.POST, sender=""))
    (folder,) = (tmp_path / "post").iterdir()
    letters = " ".join(text_of_pdf((folder / "Letters-FR.pdf").read_bytes()).split())
    assert f"Cette version remplace {by_post.issued[0].symbol}, version 1 (anglais), publiée" in letters


def test_who_is_to_have_it_is_offered_with_those_who_have_the_version_before(began: Office) -> None:
    (same,) = began.dispatches.before([one.key for one in began.issued])
    assert {"MAR", "BRA", "GHA"} <= {to.state for to in same.to}
    french = next(one for one in began.issued if one.language == Edition.FR)
    (same,) = began.dispatches.before([french.key])
    assert {to.state for to in same.to} == {"MAR"}, "the others read another language, and get another file"


def test_a_translation_issued_later_replaces_nothing(office: Office, place: Path) -> None:
    """The English version that they have still stands."""
    annotated(office, Edition.EN)
    send(office, place)
    office.desk.clock.at = LATER
    annotated(office, Edition.FR)
    assert "remplace" not in text_of(messages(office, place)["MAR"])


@pytest.mark.parametrize(("arrived", "superseded"), [(True, False), (False, True)])
def test_who_has_the_last_version_in_another_language_has_none_that_is_superseded(
    office: Office, place: Path, *, arrived: bool, superseded: bool
) -> None:
    """English versions 1 and 2 went to Morocco before the French was issued: where the second arrived, it stands."""
    annotated(office, Edition.EN)
    send(office, place)
    reword(office, *Language)
    office.desk.clock.at = LATER
    annotated(office, Edition.EN)
    (place / "second").mkdir()
    line = send(office, place / "second")
    if not arrived:
        office.desk.clock.at += AN_HOUR
        office.deliveries.happened(keys(line, "MAR"), Happening.FAILED, office.desk.clock(), "Mailbox full")
    (french,) = annotated(office, Edition.FR)
    offered = {to.state for same in office.dispatches.before([french.key]) for to in same.to}
    (place / "third").mkdir()
    assert ("Cette version remplace" in text_of(messages(office, place / "third")["MAR"])) is superseded
    assert ("MAR" in offered) is superseded


def test_of_several_who_read_it_each_finds_the_version_that_they_have(began: Office, place: Path) -> None:
    """Brazil was sent the Spanish version 1; Paraguay and Uruguay have the English one alone."""
    line = began.send(place)
    began.desk.clock.at += AN_HOUR
    began.deliveries.happened(keys(line, "BRA"), Happening.SENT, began.desk.clock())
    reword(began, *Language)
    annotated(began, Edition.EN, Edition.FR, Edition.ES)
    sent, symbol = messages(began, place), began.issued[0].symbol
    spanish, french = text_of(sent["PRY"]), text_of(sent["MAR"])
    assert "Para quienes tienen la versión 1, publicada el 21 de octubre de 2026: esta versión la sustituye." in spanish
    assert (
        f"Para quienes tienen {symbol}, versión 1 (inglés), publicada el 20 de octubre de 2026: esta versión la "
        "sustituye." in spanish
    )
    assert f"Cette version remplace {symbol}, version 1 (anglais), publiée le 20 octobre 2026." in french
