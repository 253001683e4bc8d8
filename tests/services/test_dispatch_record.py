"""The record of dispatches as a list, and the certificate that was issued before more was recorded."""

import datetime
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.dispatch_record import record_sheet
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from tests.registers import Desk
from tests.services.test_dispatches import IN_TIME, Office
from tests.services.test_papers import foot


@pytest.fixture
def office(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Office:
    """One State of all is recorded as sent to, and nobody said in which function they enter it."""
    desk, meeting, _ = network
    desk.store.author = ""
    office = Office(desk, meeting)
    office.send(tmp_path / "outbox")
    desk.clock.at = IN_TIME
    happened(office, Happening.SENT, "BRA")
    return office


def happened(office: Office, kind: Happening, state: str) -> None:
    (line,) = office.deliveries.lines()
    keys = [one.recipient.key for one in line.deliveries if one.recipient.state == state]
    office.deliveries.happened(keys, kind, office.desk.clock())


@pytest.mark.parametrize("language", Language)
def test_who_entered_it_is_a_column_only_where_somebody_said_so(office: Office, language: Language) -> None:
    """It stood there empty from the first row to the last."""
    words, states = catalog(language), office.desk.states.on(IN_TIME.date())
    by = words.gettext("Entered by")
    nobody = record_sheet(office.deliveries.lines(), states, words, addresses=False)
    assert by not in nobody.headings
    office.desk.store.author = "Secretariat"
    office.desk.clock.forward(5)
    happened(office, Happening.SENT, "PRY")
    somebody = record_sheet(office.deliveries.lines(), states, words, addresses=False)
    assert {row[somebody.headings.index(by)] for row in somebody.rows} == {"", "Secretariat"}
    assert {len(row) for row in nobody.rows} == {len(nobody.headings)}
    assert [one for one in somebody.headings if one != by] == list(nobody.headings)


FINGERPRINT = r" · [0-9A-F]{4}(-[0-9A-F]{4}){3}\b"
SAID = {Language.EN: "issued on", Language.FR: "publié le", Language.ES: "publicado el"}


@pytest.mark.parametrize("language", Language)
def test_a_certificate_that_was_issued_before_more_was_recorded_says_when(
    office: Office, tmp_path: Path, language: Language
) -> None:
    """It was said to be not issued, beside the one that was."""
    papers = Papers(office.desk.store, office.desk.states, office.desk.clock)
    wanted = Request(DocumentKind.DISPATCH, office.meeting.key)
    papers.issue(wanted, IN_TIME.date())
    office.desk.clock.at = IN_TIME + datetime.timedelta(days=1)
    happened(office, Happening.SENT, "PRY")
    file = papers.export(wanted, tmp_path / "later")[list(Language).index(language)]
    said = foot(file.read_bytes())
    day = catalog(language).short_date(IN_TIME.date()).replace("\u00a0", " ")
    assert f"{SAID[language]} {day}" in said.replace("\u00a0", " ")
    assert re.search(FINGERPRINT, said)


@pytest.mark.parametrize("language", Language)
def test_the_foot_of_a_certificate_with_a_long_symbol_keeps_the_day_and_the_fingerprint(
    office: Office, tmp_path: Path, language: Language
) -> None:
    (line,) = office.deliveries.lines()
    papers = Papers(office.desk.store, office.desk.states, office.desk.clock)
    wanted = Request(DocumentKind.DISPATCH, office.meeting.key, part=line.dispatch.key, addresses=True)
    papers.issue(wanted, IN_TIME.date())
    office.desk.clock.at = IN_TIME + datetime.timedelta(days=1)
    happened(office, Happening.SENT, "PRY")
    file = papers.export(wanted, tmp_path / "later")[list(Language).index(language)]
    said = foot(file.read_bytes()).replace("\u00a0", " ")
    assert catalog(language).short_date(IN_TIME.date()).replace("\u00a0", " ") in said
    found = re.search(FINGERPRINT, said)
    assert found is not None
    page = re.fullmatch(r"\D*\b(\d+)\b\D*\b(\d+)", said[found.end() :])
    assert page is not None, "which page it is, of how many, stands behind it"
    assert 1 == int(page[1]) < int(page[2])


def test_what_was_taken_back_is_called_so_in_the_record(office: Office, tmp_path: Path) -> None:
    """“Sent” stood there as if it counted, and “Taken back” did not say what."""
    (line,) = office.deliveries.lines()
    to = next(one for one in line.deliveries if one.recipient.state == "BRA")
    (event,) = to.events
    office.desk.clock.forward(5)
    happened(office, Happening.ACKNOWLEDGED, "BRA")
    office.deliveries.take_back(event.key)
    happened(office, Happening.SENT, "PRY")
    office.desk.clock.forward(5)
    office.send(tmp_path / "again", office.order(again=frozenset({to.recipient.whom}), left_out=others(line, "BRA")))
    words, states = catalog(Language.EN), office.desk.states.on(IN_TIME.date())
    sheet = record_sheet(office.deliveries.lines(), states, words, addresses=False)
    what, state = sheet.headings.index("What happened"), sheet.headings.index("State")
    own = [str(row[what]) for row in sheet.rows if row[state] == "Brazil"]
    moment = event.at.astimezone(ZoneInfo(event.zone)).isoformat(timespec="minutes")
    assert own == ["Sent: taken back", "Acknowledged", f"Taken back: Sent, {moment}", "Prepared"]


def test_a_reminder_is_named_in_the_record(office: Office, tmp_path: Path) -> None:
    (line,) = office.deliveries.lines()
    to = next(one for one in line.deliveries if one.recipient.state == "BRA")
    office.desk.clock.forward(5)
    office.send(tmp_path / "again", office.order(again=frozenset({to.recipient.whom}), left_out=others(line, "BRA")))
    words, states = catalog(Language.EN), office.desk.states.on(IN_TIME.date())
    sheet = record_sheet(office.deliveries.lines(), states, words, addresses=False)
    by, state = sheet.headings.index("Channel"), sheet.headings.index("State")
    first, second = (str(row[by]) for row in sheet.rows if row[state] == "Brazil")
    assert not first.startswith("Reminder: ")
    assert second == f"Reminder: {first[:1].lower()}{first[1:]}", "“Rappel : Courriel” is no French"


def others(line: Line, state: str) -> frozenset[str]:
    """To whom a dispatch went in other States."""
    return frozenset(one.recipient.whom for one in line.deliveries if one.recipient.state != state)
