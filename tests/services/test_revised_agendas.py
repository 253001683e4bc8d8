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
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.certificates import certified
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ITEMS
from tests.services.test_certificates import certificate, opening
from tests.services.test_dispatches import SPEAK, Office, keys, nothing, office, place

__all__ = ["office", "place"]
LATER = datetime.datetime(2026, 10, 21, 9, tzinfo=datetime.UTC)
AN_HOUR = datetime.timedelta(hours=1)


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


def send_to(office: Office, place: Path, state: str) -> Line:
    """Prepare what was issued for one State alone, and record that it was sent."""
    order = office.order()
    others = frozenset(
        one.correspondent.whom for one in office.dispatches.review(order) if one.correspondent.state != state
    )
    place.mkdir()
    line = office.send(place, replace(order, left_out=others))
    office.desk.clock.at += AN_HOUR
    office.deliveries.happened(keys(line), Happening.SENT, office.desk.clock.at)
    return office.deliveries.line(line.dispatch.key)


def test_each_reads_of_the_version_that_its_readers_have_and_is_offered_by_it(office: Office, place: Path) -> None:
    """A second version went to Ghana alone; everybody was told then that the third replaces the second."""
    first = send(office, place)
    reword(office, *Language)
    issue(office)
    assert [one.recipient.state for one in send_to(office, place / "ghana", "GHA").deliveries] == ["GHA"]
    office.desk.clock.at += AN_HOUR
    (item, *_) = items(office)
    with office.desk.store.write("an item after it") as session:
        ITEMS.save(session, replace(item, key=new_key(), position=item.position + 1, purpose=Purpose.OTHER))
    request = Request(DocumentKind.AGENDA, office.meeting.key)
    papers = Papers(office.desk.store, office.desk.states, office.desk.clock)
    office.issued = papers.issue(request, office.desk.clock().date())
    assert [one.version for one in office.issued] == [3, 3, 3]

    offered = office.dispatches.before([one.key for one in office.issued])
    symbol, n = office.issued[0].symbol, len(first.deliveries)
    assert [one.said_in(catalog(Language.EN)) for one in offered] == [
        f"Those who got any earlier version of {symbol} by e-mail: {n}",
        f"Those who got {symbol}, version 2 of 21 October 2026, by e-mail: 1",
        f"Those who got {symbol}, version 1 of 20 October 2026, by e-mail: {n - 1}",
    ]
    assert {one.state for one in offered[1].to} == {"GHA"}

    office.desk.clock.at += AN_HOUR
    sent = messages(office, place)
    spanish, french, english = text_of(sent["BRA"]), text_of(sent["MAR"]), text_of(sent["CHE"])
    assert "sustituye a la versión 1, publicada el 20 de octubre de 2026. Cambios: tema 1, con otra" in spanish
    assert "remplace la version 1, publiée le 20 octobre 2026" in french
    assert "versión 2" not in spanish.partition("sustituye")[2]
    newest = "For those who have version 2, issued on 21 October 2026: this version replaces it. Changes: item 2 was"
    older = "For those who have version 1, issued on 20 October 2026: this version replaces it. Changes: item 1 was"
    assert newest in english
    assert older in english.partition(newest)[2], "an English message is one for those who have either"


def test_what_failed_to_arrive_is_not_the_version_that_somebody_has(office: Office, place: Path) -> None:
    send(office, place)
    reword(office, *Language)
    issue(office)
    second = send_to(office, place / "ghana", "GHA")
    office.deliveries.happened(keys(second), Happening.FAILED, office.desk.clock.at)
    office.desk.clock.at += AN_HOUR
    reword(office, *Language)
    issued = issue(office)
    (all_of_them,) = office.dispatches.before([one.key for one in issued])
    assert "GHA" in {one.state for one in all_of_them.to}
    assert "version 1 of" in all_of_them.said_in(catalog(Language.EN))


def test_those_who_got_several_documents_are_offered_by_each(office: Office, place: Path) -> None:
    """One sentence named neither of two documents, and one number counted them both."""
    request = Request(DocumentKind.ANNOTATED, office.meeting.key)
    papers = Papers(office.desk.store, office.desk.states, office.desk.clock)
    office.issued = (*office.issued, *papers.issue(request, office.desk.clock().date()))
    line = send(office, place)
    reword(office, *Language)
    later = issue(office)
    office.issued = (*later, *papers.issue(request, LATER.date()))
    offered = office.dispatches.before([one.key for one in office.issued])
    agenda, annotated = dict.fromkeys(one.symbol for one in office.issued)
    n = len(line.deliveries)
    assert [one.said_in(catalog(Language.EN)) for one in offered] == [
        f"Those who got any earlier version of {agenda}, {annotated} by e-mail: {n}",
        f"Those who got {agenda}, version 1 of 20 October 2026, by e-mail: {n}",
        f"Those who got {annotated}, version 1 of 20 October 2026, by e-mail: {n}",
    ]


def test_what_went_with_it_for_others_makes_no_reminder_of_what_went_to_nobody(office: Office, place: Path) -> None:
    """Only the Spanish agenda had a second version, and its first dispatch was never sent; the next was a reminder."""
    send(office, place)
    reword(office, Language.ES)
    issue(office, Edition.ES)
    office.issued = office.dispatches.sendable(office.meeting.key)
    for name in ("unsent", "sent"):
        (place / name).mkdir()
    office.desk.clock.at += AN_HOUR
    unsent = office.send(place / "unsent")
    assert unsent.again == frozenset()
    office.desk.clock.at += AN_HOUR
    order, whom = office.order(), frozenset(one.recipient.whom for one in unsent.deliveries)
    everybody = frozenset(one.correspondent.whom for one in office.dispatches.review(order))
    line = office.send(place / "sent", replace(order, again=whom, left_out=everybody - whom))
    office.desk.clock.at += AN_HOUR
    office.deliveries.happened(keys(line), Happening.SENT, office.desk.clock.at)
    assert {one.recipient.attempt for one in line.deliveries} == {2}
    assert office.deliveries.line(line.dispatch.key).again == frozenset()
    assert "was a reminder" not in opening(certificate(office, line.dispatch.key))

    (place / "again").mkdir()
    office.desk.clock.at += AN_HOUR
    order = office.order()
    reminder = office.send(place / "again", replace(order, again=whom, left_out=everybody - whom))
    assert office.deliveries.line(reminder.dispatch.key).again == frozenset(keys(reminder))


def test_what_is_certified_is_called_by_the_version_that_went(office: Office, place: Path) -> None:
    """“Versions 1, 2” was offered where the second had gone in Spanish alone."""
    send(office, place)
    reword(office, Language.ES)
    issue(office, Edition.ES)
    office.issued = office.dispatches.sendable(office.meeting.key)
    (place / "later").mkdir()
    line = office.send(place / "later")
    assert {one.recipient.reads for one in line.deliveries} == {Language.ES}
    with office.desk.store.read() as session:
        parts = certified(session, office.meeting.key, office.desk.states)
    (part,) = (one for one in parts if one.key == line.dispatch.key)
    assert part.title.en.startswith(f"{office.issued[0].symbol}, version 2, ")
