"""What a certificate of dispatch says of several versions, of what was taken back since, and up to which hour."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Request
from tests.registers import Desk, said
from tests.services.test_certificates import certificate, foot, opening, papers, rows
from tests.services.test_dispatches import IN_TIME, LATE, PREPARED, Office, keys

AN_HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def office(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Office:
    desk, meeting, _ = network
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    return Office(desk, meeting)


def revised(office: Office) -> None:
    """The agenda is changed and issued once more: version 2 in each language."""
    item = office.desk.agendas.items(office.meeting.key)[-1].item
    office.desk.agendas.save(replace(item, title=said("Another matter")))
    office.issued = papers(office).issue(Request(office.issued[0].kind, office.meeting.key), office.desk.clock().date())
    assert {one.version for one in office.issued} == {2}


def reminded(office: Office, tmp_path: Path, *states: str) -> tuple[str, str]:
    """An agenda that was sent to some States, and a reminder to these that was sent at the late hour; their keys."""
    first = office.send(tmp_path / "first")
    office.desk.clock.at = PREPARED + 2 * AN_HOUR
    office.deliveries.happened(keys(first, *states), Happening.SENT, office.desk.clock())
    office.desk.clock.at = LATE
    again = frozenset(one.recipient.whom for one in first.deliveries if one.recipient.state in states)
    second = office.send(tmp_path / "second", office.order(again=again))
    gone = keys(second, *states)
    office.deliveries.happened(gone, Happening.SENT, LATE)
    return first.dispatch.key, second.dispatch.key


def take_back(office: Office, dispatch: str, state: str) -> None:
    """What is recorded of what went to a State is taken back, an hour later."""
    office.desk.clock.at += AN_HOUR
    (to,) = (one for one in office.deliveries.line(dispatch).deliveries if one.recipient.state == state)
    office.deliveries.take_back_all([one.key for one in to.standing_events])


def test_each_sending_says_which_version_went_and_an_acknowledgement_stands_below_its_own(
    office: Office, tmp_path: Path
) -> None:
    """“Had it confirmed version 1 or 2?” could not be read from it."""
    first = office.send(tmp_path / "first")
    office.desk.clock.at = PREPARED + AN_HOUR
    office.deliveries.happened(keys(first, "GHA", "BRA"), Happening.SENT, office.desk.clock())
    revised(office)
    second = office.send(tmp_path / "second")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second, "GHA", "BRA"), Happening.SENT, IN_TIME)
    office.desk.clock.at = LATE
    office.deliveries.happened(keys(second, "GHA"), Happening.ACKNOWLEDGED, LATE)
    office.deliveries.happened(keys(first, "BRA"), Happening.ACKNOWLEDGED, LATE)
    for part in (None, "GHA"):
        lines = rows(certificate(office, part), "Members")["Ghana"][1].splitlines()
        one, two = lines.index("NMIRF/2026/1, version 1"), lines.index("NMIRF/2026/1, version 2")
        (answered,) = (place for place, line in enumerate(lines) if "acknowledged" in line)
        assert one < two < answered
    lines = rows(certificate(office), "Members")["Brazil"][1].splitlines()
    (answered,) = (place for place, line in enumerate(lines) if "acknowledged" in line)
    assert answered < lines.index("NMIRF/2026/1, version 2")
    row = rows(certificate(office, second.dispatch.key), "Members")["Ghana"]
    assert row[1].startswith("NMIRF/2026/1, version 2\n")


def test_who_got_an_edition_in_another_language_is_told_which(office: Office, tmp_path: Path) -> None:
    """Each language has versions of its own: “version 1” beside “Spanish” was that of another file."""
    office.issued = tuple(one for one in office.issued if one.language == "en")
    office.send(tmp_path)
    members = rows(certificate(office), "Members")
    assert members["Brazil"][1].startswith("NMIRF/2026/1, version 1 (English)\n")
    assert members["Ghana"][1].startswith("NMIRF/2026/1, version 1\n")


def test_a_reminder_names_those_of_whom_the_first_sending_was_taken_back(office: Office, tmp_path: Path) -> None:
    """It kept saying that it had been recorded as sent before to each of its recipients."""
    first, second = reminded(office, tmp_path, "GHA", "BRA")
    assert "had been recorded as sent before to each of its recipients." in opening(certificate(office, second))
    assert "taken back is not listed" not in foot(certificate(office, second))
    take_back(office, first, "GHA")
    paper = certificate(office, second)
    assert "to each of its recipients, except for: Ghana." in opening(paper)
    assert "had been recorded as sent before to each of its recipients." not in opening(paper)
    assert "What was recorded by mistake and taken back is not listed." in foot(paper)
    assert f"by 25 October 2026, {office.desk.clock():%H:%M} (UTC)" in foot(paper)
    take_back(office, first, "BRA")
    assert "prepared as a reminder. No sending of the same documents before it" in opening(certificate(office, second))


def test_a_certificate_tells_the_hour_up_to_which_it_tells(office: Office, tmp_path: Path) -> None:
    """Two of one day contradicted each other: each told what was recorded by that day."""
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, PREPARED + AN_HOUR)
    early = foot(certificate(office))
    assert "tells what was recorded by 24 October 2026, 20:00 (UTC); what" in early
    office.desk.clock.at = IN_TIME + AN_HOUR
    assert foot(certificate(office)) == early, "the same register gives the same certificate"
    office.deliveries.happened(keys(line, "BRA"), Happening.SENT, IN_TIME)
    assert "tells what was recorded by 24 October 2026, 21:00 (UTC); what" in foot(certificate(office))
    of_one = foot(certificate(office, "GHA"))
    assert "The last of what this certificate tells was recorded on 24 October 2026, 20:00 (UTC); what" in of_one
    assert "tells what was recorded by" not in of_one, "a delegation asked why it is of an hour before"


def test_the_certificate_of_all_says_to_how_many_it_was_sent(office: Office, tmp_path: Path) -> None:
    """Its first page had no total: sixty rows had to be counted."""
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA", "BRA", "CHE"), Happening.SENT, IN_TIME)
    assert "Sent to 2 of the 8 States to which it is owed." in opening(certificate(office))
    assert "States to which it is owed" not in opening(certificate(office, "GHA"))


def test_the_certificate_of_all_says_to_how_many_which_version_was_sent(office: Office, tmp_path: Path) -> None:
    """“Sent to 56 of the 60 States”: 54 had version 2, and twelve pages had to be read to find the two others."""
    first = office.send(tmp_path / "first")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(first, "GHA", "BRA", "CHE"), Happening.SENT, IN_TIME)
    assert "each version" not in opening(certificate(office)), "there is one alone"
    revised(office)
    second = office.send(tmp_path / "second")
    office.deliveries.happened(keys(second, "BRA", "PRY"), Happening.SENT, IN_TIME)
    told = opening(certificate(office))
    assert "Sent to 3 of the 8 States to which it is owed." in told
    assert (
        "Number of States to which each version of NMIRF/2026/1 was sent: 2 (version 1), 2 (version 2). "
        "State to which only a superseded version was sent: Ghana." in told
    ), "Switzerland observes, and nothing is owed to it"
    assert "each version" not in opening(certificate(office, "GHA"))
    office.deliveries.happened(keys(second, "GHA"), Happening.SENT, IN_TIME)
    told = opening(certificate(office))
    assert "2 (version 1), 3 (version 2)." in told
    assert "only a superseded version" not in told


def test_versions_of_languages_that_are_not_in_the_same_are_counted_by_their_languages(
    office: Office, tmp_path: Path
) -> None:
    """The French version 1, which stands, was added to the English version 1, which is replaced."""
    first = office.send(tmp_path / "first")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(first, "GHA", "MAR"), Happening.SENT, IN_TIME)
    item = office.desk.agendas.items(office.meeting.key)[-1].item
    office.desk.agendas.save(replace(item, title=item.title.with_text(Language.EN, "Another matter")))
    request = Request(office.issued[0].kind, office.meeting.key, editions=(Edition.EN,))
    (english,) = papers(office).issue(request, office.desk.clock().date())
    office.issued = (english, *(one for one in office.issued if one.language != Edition.EN))
    second = office.send(tmp_path / "second")
    office.deliveries.happened(keys(second, "GHA"), Happening.SENT, IN_TIME)
    assert (
        "Number of States to which each version of NMIRF/2026/1 was sent: 1 (version 1, English), "
        "1 (version 1, French), 1 (version 2, English)." in opening(certificate(office))
    )


def test_a_certificate_of_version_2_says_so_in_its_name_and_which_one_it_replaces(
    office: Office, tmp_path: Path
) -> None:
    """Its file had the name of version 1 and was written over that; nothing but the foot told them apart."""
    line = office.send(tmp_path)
    request = Request(DocumentKind.DISPATCH, office.meeting.key)
    first = papers(office).issue(request, office.desk.clock().date())
    name = "NMIRF-2026-DSP-Dispatch-certificate"
    assert [one.name for one in first] == [f"{name}-{one}.pdf" for one in ("EN", "FR", "ES")]
    assert not any("replaces" in opening(paper) for paper in printed(office, request))
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, IN_TIME)
    assert not any("replaces" in opening(paper) for paper in printed(office, request)), "it is not issued yet"
    second = papers(office).issue(request, IN_TIME.date())
    assert [one.name for one in second] == [f"{name}-v2-{one}.pdf" for one in ("EN", "FR", "ES")]
    day = f"{first[0].issued_on.day} {first[0].issued_on:%B %Y}"
    assert all(
        opening(paper).startswith(f"This version replaces version 1, issued on {day}.")
        for paper in printed(office, request)
    )
    assert papers(office).issue(request, IN_TIME.date()) == second, "it says the same"


def printed(office: Office, request: Request) -> list[RecordPaper]:
    """A certificate as it is set, in each language."""
    return [paper for _edition, paper, _mark in papers(office).printed(request) if isinstance(paper, RecordPaper)]
