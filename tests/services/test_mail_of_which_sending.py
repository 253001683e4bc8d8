"""A message that is known by an address and a symbol alone: of which of several sendings it is, somebody chooses."""

import datetime
from email.utils import format_datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.dispatches import Happening, Standing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.mail_shown import KnownBy, Shown
from nmirf_desktop.services.returned_mail import ReturnedMail
from tests.registers import Desk
from tests.services.test_certificate_versions import revised
from tests.services.test_certificates import certificate, foot, rows
from tests.services.test_dispatches import IN_TIME, PREPARED, Office, keys
from tests.services.test_mail_about_others import bounce, other, reply
from tests.services.test_returned_mail import AT

GHANA = "gha@example.org"
AN_HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def office(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Office:
    desk, meeting, _ = network
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    return Office(desk, meeting)


def both(office: Office, place: Path) -> tuple[Line, Line]:
    """Two versions of the agenda that were sent to Ghana, one after the other."""
    first = office.send(place / "first")
    office.desk.clock.at = PREPARED + AN_HOUR
    office.deliveries.happened(keys(first, "GHA"), Happening.SENT, office.desk.clock())
    revised(office)
    second = office.send(place / "second")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second, "GHA"), Happening.SENT, PREPARED + 2 * AN_HOUR)
    return first, second


def read(office: Office, content: bytes) -> Shown:
    """What a message of a later hour shows."""
    later = format_datetime(PREPARED + 3 * AN_HOUR).encode()
    return ReturnedMail(office.deliveries).read("a.eml", content.replace(format_datetime(AT).encode(), later))


def standing(office: Office, line: Line) -> Standing:
    """Where what went to Ghana stands."""
    (own,) = (one for one in office.deliveries.line(line.dispatch.key).deliveries if one.recipient.state == "GHA")
    return own.standing


def test_an_answer_known_by_its_symbol_is_recorded_to_the_sending_that_is_chosen(
    office: Office, tmp_path: Path
) -> None:
    """It went to the last without a word, and was certified “by the message itself”."""
    first, second = both(office, tmp_path)
    shown = read(office, reply(GHANA, "NMIRF/2026/1"))
    assert (shown.known_by, shown.sure) == (KnownBy.ADDRESS, False)
    assert shown.line.dispatch.key == second.dispatch.key
    assert [line.dispatch.key for line, _to in shown.may_be] == [first.dispatch.key]
    chosen = shown.about(first.dispatch.key)
    assert chosen.about(second.dispatch.key).line.dispatch.key == second.dispatch.key, "and back"
    assert ReturnedMail(office.deliveries).record(chosen) == 1
    assert (standing(office, first), standing(office, second)) == (Standing.ACKNOWLEDGED, Standing.SENT)
    lines = rows(certificate(office, "GHA"), "Members")["Ghana"][1].splitlines()
    (answered,) = (place for place, line in enumerate(lines) if "acknowledged" in line)
    assert lines[answered].endswith("receipt acknowledged (as judged by the Secretariat from a message)")
    assert answered < lines.index("NMIRF/2026/1, version 2")
    assert "“As judged by the Secretariat from a message”" in foot(certificate(office, "GHA"))


def test_an_answer_to_the_only_sending_leaves_no_choice(office: Office, tmp_path: Path) -> None:
    first = office.send(tmp_path / "first")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(first, "GHA"), Happening.SENT, PREPARED + AN_HOUR)
    assert read(office, reply(GHANA, "NMIRF/2026/1")).may_be == ()


def test_a_report_with_the_symbol_of_two_sendings_is_not_sure_and_leaves_the_choice(
    office: Office, tmp_path: Path
) -> None:
    first, second = both(office, tmp_path)
    shown = read(office, bounce(other("Agenda (NMIRF/2026/1)", number="", address=GHANA), GHANA))
    assert (shown.known_by, shown.sure) == (KnownBy.SUBJECT, False)
    assert ReturnedMail(office.deliveries).record(shown.about(first.dispatch.key)) == 1
    assert (standing(office, first), standing(office, second)) == (Standing.FAILED, Standing.SENT)
