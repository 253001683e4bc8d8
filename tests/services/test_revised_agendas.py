"""An agenda that was sent and changed: how the later version is called, what its message says, and to whom it goes."""

import datetime
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from nmirf_desktop.domain.agenda import AgendaItem, Purpose, under
from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ITEMS
from tests.services.test_dispatches import SPEAK, Office, keys, nothing, office, place

__all__ = ["office", "place"]
LATER = datetime.datetime(2026, 10, 21, 9, tzinfo=datetime.UTC)


def items(office: Office) -> tuple[AgendaItem, ...]:
    with office.desk.store.read() as session:
        return under(ITEMS.all(session, meeting=office.meeting.key), None)


def reword(office: Office, *languages: Language) -> AgendaItem:
    """The title of the first item reads otherwise in some languages."""
    item = items(office)[0]
    title = item.title
    for language in languages:
        title = title.with_text(language, f"{title[language]} (x)")
    with office.desk.store.write("a title") as session:
        ITEMS.save(session, replace(item, title=title))
    return item


def send(office: Office, place: Path) -> Line:
    """Prepare what was issued, and record that it was sent to all."""
    line = office.send(place)
    office.desk.clock.at += datetime.timedelta(hours=1)
    office.deliveries.happened(keys(line), Happening.SENT, office.desk.clock.at)
    return office.deliveries.line(line.dispatch.key)


def issue(office: Office, *editions: Edition) -> tuple[IssuedDocument, ...]:
    """Issue the agenda anew, in some editions."""
    office.desk.clock.at = LATER
    request = Request(DocumentKind.AGENDA, office.meeting.key)
    request = replace(request, editions=editions) if editions else request
    office.issued = Papers(office.desk.store, office.desk.states, office.desk.clock).issue(request, LATER.date())
    return office.issued


def messages(office: Office, place: Path) -> dict[str, EmailMessage]:
    """The messages of a dispatch that is prepared now, by the States."""
    folder = place / "second"
    folder.mkdir()
    path = office.dispatches.prepare("second", office.order(), folder, nothing)
    found = {}
    for file in path.glob("*.eml"):
        message = message_from_bytes(file.read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        found[file.stem] = message
    return found


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return " ".join(body.get_content().split())


def test_a_later_version_is_known_by_subject_text_and_file(office: Office, place: Path) -> None:
    send(office, place)
    reword(office, *Language)
    issued = issue(office)
    assert [one.version for one in issued] == [2, 2, 2]
    assert [one.name for one in issued] == [f"NMIRF-2026-1-Revised-agenda-v2-{one}.pdf" for one in ("EN", "FR", "ES")]
    sent = messages(office, place)
    spanish, french = sent["BRA"], sent["MAR"]
    assert spanish["Subject"].startswith("Agenda provisional revisada (NMIRF/2026/1, versión 2)")
    assert "Esta versión sustituye a la versión 1, publicada el 20 de octubre de 2026." in text_of(spanish)
    assert "Cambios: tema 1, con otra redacción." in text_of(spanish)
    assert "Cette version remplace la version 1, publiée le 20 octobre 2026." in text_of(french)
    assert [one.get_filename() for one in spanish.iter_attachments()] == ["NMIRF-2026-1-Revised-agenda-v2-ES.pdf"]


def test_a_version_in_one_language_alone_goes_to_who_reads_it_and_to_nobody_else(office: Office, place: Path) -> None:
    send(office, place)
    reword(office, Language.ES)
    (spanish,) = issue(office, Edition.ES)
    assert spanish.version == 2
    office.issued = office.dispatches.sendable(office.meeting.key)
    assert {(one.language, one.version) for one in office.issued} == {("en", 1), ("fr", 1), ("es", 2)}
    sent = messages(office, place)
    assert set(sent) == {code for code, reads in SPEAK.items() if reads is Language.ES}
    assert "Cambios: tema 1, con otra redacción." in text_of(sent["BRA"])


def test_a_version_that_nobody_has_is_replaced_by_none(office: Office, place: Path) -> None:
    reword(office, *Language)
    issue(office)
    assert "remplace" not in text_of(messages(office, place)["MAR"])


def test_what_differs_is_told_from_the_version_that_was_sent(office: Office, place: Path) -> None:
    send(office, place)
    reword(office, *Language)
    issue(office)
    (first,) = items(office)
    with office.desk.store.write("an item before it") as session:
        ITEMS.save(session, replace(first, position=first.position + 1))
        ITEMS.save(session, replace(first, key=new_key(), purpose=Purpose.OTHER))
    assert [one.version for one in issue(office)] == [3, 3, 3]
    said = text_of(messages(office, place)["GHA"])
    assert "This version replaces version 1, issued on 20 October 2026." in said
    assert "Changes: item 2 (formerly 1) was reworded; item 1 was added." in said
