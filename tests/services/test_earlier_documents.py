"""A document as of an earlier day says what that day could know; one of today knows what is recorded as to come."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.committee_acts import Vacating
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import RecordPaper, canonical
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import Appointment, appointing, coordinating, replacing
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from tests import registers
from tests.registers import Hand

EN = catalog(Language.EN)
BEGAN = datetime.date(2025, 1, 20)
BEFORE = datetime.date(2025, 12, 31)
LEFT, TAKEN, HANDED = datetime.date(2026, 3, 1), datetime.date(2026, 4, 15), datetime.date(2026, 5, 1)
EVE, TODAY = datetime.date(2026, 1, 10), datetime.date(2026, 6, 1)


@pytest.fixture
def clock() -> Hand:
    return Hand(datetime.datetime.combine(TODAY, datetime.time(12), datetime.UTC))


@pytest.fixture
def desk(tmp_path: Path, clock: Hand) -> Iterator[Secretariat]:
    """A Committee of five: a seat falls vacant, one is taken over, and the function of Coordinator changes hands."""
    registers.networked(tmp_path / "register.nmirf")
    with open_register(tmp_path / "register.nmirf") as store:
        desk = Secretariat(store, clock)
        states = ("PRY", "MAR", "PRT", "BRA", "IDN")
        desk.committees.record(appointing(Appointment(BEGAN, tuple((code, None) for code in states))))
        seat = {one.state: one for one in desk.committees.history(BEGAN).seats}
        desk.committees.record(coordinating(seat["PRY"], BEGAN))
        desk.committees.record(Vacating(seat["IDN"].key, LEFT))
        desk.committees.record(replacing(seat["BRA"].key, "URY", TAKEN))
        desk.committees.record(coordinating(seat["MAR"], HANDED))
        yield desk


def document(desk: Secretariat, kind: DocumentKind, on: datetime.date) -> str:
    (content,) = desk.papers.contents(Request(kind, None, on=on))
    assert isinstance(content.paper, RecordPaper)
    return str(canonical(content.paper, Language.EN)).replace("\u00a0", " ")


def test_the_composition_of_an_earlier_day_knows_of_no_seat_or_function_that_ended_later(desk: Secretariat) -> None:
    said = document(desk, DocumentKind.COMMITTEE, BEFORE)
    assert "Indonesia" in said
    assert "Paraguay has held the function of Coordinator since 20 January 2025." in said
    for later in ("2026", "Uruguay"):
        assert later not in said.replace("as at 31 December 2025", ""), later
    screen = desk.committees.history(BEFORE, past=True)
    assert {screen.until(seat) for seat in screen.current.seats} == {datetime.date(2028, 1, 19)}  # type: ignore[union-attr]
    assert "19 January 2028" in said or "19 Jan. 2028" in said


def test_the_composition_of_today_says_the_end_that_is_recorded_as_to_come(desk: Secretariat, clock: Hand) -> None:
    clock.at = datetime.datetime.combine(EVE, datetime.time(12), datetime.UTC)
    assert "28 February 2026" in document(desk, DocumentKind.COMMITTEE, EVE), "as the screen of the day"
    clock.forward(minutes=60 * 24)
    assert "28 February 2026" not in document(desk, DocumentKind.COMMITTEE, EVE)


def test_the_statement_of_today_names_the_appointment_to_come_as_the_screen_does(
    desk: Secretariat, clock: Hand
) -> None:
    today = datetime.date(2027, 10, 1)
    clock.at = datetime.datetime.combine(today, datetime.time(12), datetime.UTC)
    day, begins = datetime.date(2027, 11, 24), datetime.date(2028, 1, 20)
    states = ("PRY", "MAR", "PRT")
    desk.committees.record(appointing(Appointment(day, tuple((code, None) for code in states), begins=begins)))
    planned = "The next Committee is to be appointed on 24 November 2027"
    assert any(planned in str(one.message.said_in(EN)).replace("\u00a0", " ") for one in desk.compliance.check(today))
    assert planned in document(desk, DocumentKind.COMPLIANCE, today)
    clock.forward(minutes=60 * 24)
    assert planned not in document(desk, DocumentKind.COMPLIANCE, today), "a past day knows nothing of it"


def test_no_other_document_of_an_earlier_day_changes_by_what_came_later(desk: Secretariat) -> None:
    called, received = datetime.date(2025, 6, 1), datetime.date(2025, 7, 1)
    desk.candidatures.save_call(Call("call", called, datetime.date(2025, 8, 1)))
    for code in ("PRY", "SVN"):
        desk.candidatures.receive(Candidature(f"of {code}", "call", code, received))
    kinds = (DocumentKind.MEMBERS, DocumentKind.CALL, DocumentKind.CANDIDATES)
    before = [document(desk, kind, BEFORE) for kind in kinds]
    desk.candidatures.withdraw("of SVN", EVE)
    desk.candidatures.receive(Candidature("of GHA", "call", "GHA", EVE))
    desk.candidatures.agree_slate(Slate("slate", "call", EVE, ("PRY", "GHA")))
    desk.members.withdraw("SVN", EVE)
    assert [document(desk, kind, BEFORE) for kind in kinds] == before
    assert [document(desk, kind, TODAY) for kind in kinds] != before
