"""An address at which something did not arrive is remembered: before the next dispatch, for R39, in certificates."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.delivery_words import DENIAL
from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.recipients import Reviewed, Wanting
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.deliveries import Line, Witness
from nmirf_desktop.storage.dispatches import dispatches_to, undelivered_by
from tests.registers import Desk
from tests.services.test_certificate_versions import revised
from tests.services.test_certificates import certificate, rows
from tests.services.test_dispatches import IN_TIME, PREPARED, Office, keys

AN_HOUR = datetime.timedelta(hours=1)
CAME_BACK = PREPARED + 2 * AN_HOUR
TO_DEAD = "to an address at which an earlier message was reported not delivered"


@pytest.fixture
def office(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Office:
    desk, meeting, _ = network
    for name in ("first", "second", "third"):
        (tmp_path / name).mkdir()
    return Office(desk, meeting)


def failed(office: Office, place: Path) -> Line:
    """The agenda was sent to all, what went to Ghana came back, and a second version was issued."""
    first = office.send(place / "first")
    office.desk.clock.at = PREPARED + AN_HOUR
    office.deliveries.happened(keys(first), Happening.SENT, office.desk.clock())
    office.desk.clock.at = CAME_BACK
    office.deliveries.happened(keys(first, "GHA"), Happening.FAILED, CAME_BACK)
    office.desk.clock.at = CAME_BACK + AN_HOUR
    revised(office)
    return first


def missing(office: Office) -> set[str]:
    """The members whom the agenda did not reach, by R39 and by what is still owed, which agree."""
    due = office.deliveries.agenda_due(office.meeting.key)
    assert due is not None
    checked = Compliance(office.desk.store, office.desk.clock).check(office.desk.clock().date())
    finding = next(one for one in checked if one.rule == "R39" and one.subject.key == office.meeting.key)
    (fact,) = (one for one in finding.facts if one.name == "Members not reached")
    assert fact.value == len(due.notice.missing)
    return set(due.notice.missing)


def waiting(office: Office) -> list[tuple[str, str | None]]:
    """What waits on Home as not delivered: in which dispatch, for which State."""
    with office.desk.store.read() as session:
        found = undelivered_by(session, office.desk.clock() + AN_HOUR)
    return [(one.dispatch, one.state) for one in found.failed] if found is not None else []


def test_what_went_to_a_dead_address_waits_as_not_delivered(office: Office, tmp_path: Path) -> None:
    """R39 said that Ghana was not reached, and Home that nothing waited."""
    first = failed(office, tmp_path)
    assert waiting(office) == [(first.dispatch.key, "GHA")]
    second = office.send(tmp_path / "second")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second), Happening.SENT, IN_TIME)
    assert "GHA" in missing(office)
    assert waiting(office) == [(second.dispatch.key, "GHA")], "once, and where it went last"
    office.deliveries.happened(keys(second, "GHA"), Happening.ACKNOWLEDGED, IN_TIME)
    assert waiting(office) == []


def sent_twice(office: Office, place: Path, *, corrected: bool = False) -> tuple[Line, Line]:
    """The agenda went to all, and once more to Ghana an hour later, where what was sent first came back after that."""
    first = office.send(place / "first")
    office.desk.clock.at = PREPARED + AN_HOUR
    office.deliveries.happened(keys(first), Happening.SENT, office.desk.clock())
    if corrected:
        (person,) = office.desk.members.file("GHA", PREPARED.date()).people.values()
        office.desk.members.save_person(replace(person, emails=("corrected@gha.example.org",)))
    ghana = frozenset(one.recipient.whom for one in first.deliveries if one.recipient.state == "GHA")
    others = frozenset(one.recipient.whom for one in first.deliveries) - ghana
    again = office.send(place / "second", office.order(again=ghana, left_out=others))
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(again), Happening.SENT, CAME_BACK - AN_HOUR / 2)
    office.deliveries.happened(keys(first, "GHA"), Happening.FAILED, CAME_BACK, witness=Witness("f" * 64))
    return first, again


def test_what_came_back_after_a_reminder_had_gone_waits_still(office: Office, tmp_path: Path) -> None:
    """Home dropped it: the reminder went to the same address before anybody knew that nothing arrives there."""
    first, reminder = sent_twice(office, tmp_path)
    assert waiting(office) == [(first.dispatch.key, "GHA")]
    office.deliveries.happened(keys(reminder), Happening.ACKNOWLEDGED, CAME_BACK + AN_HOUR)
    assert waiting(office) == [], "the same was enclosed in the reminder, and arrived"


def test_what_came_back_after_the_same_had_gone_elsewhere_waits_no_more(office: Office, tmp_path: Path) -> None:
    """Servers try for days: the address was corrected before the first of them gave up."""
    sent_twice(office, tmp_path, corrected=True)
    assert waiting(office) == []


def test_however_many_addresses_failed_a_dispatch_is_reviewed(office: Office, tmp_path: Path) -> None:
    """A thousand of them were too many for one question to the register."""
    many = [f"a{number}@example.org" for number in range(1100)]
    with office.desk.store.read() as session:
        assert dispatches_to(session, many) == ()
    line = office.send(tmp_path / "first")
    with office.desk.store.read() as session:
        assert [one.key for one in dispatches_to(session, [*many, "gha@example.org"])] == [line.dispatch.key]


def reviewed(office: Office, state: str) -> Reviewed:
    """What is said of a State before a dispatch of what was issued last."""
    return next(one for one in office.dispatches.review(office.order()) if one.correspondent.state == state)


def test_r39_what_went_to_a_dead_address_counts_once_it_is_acknowledged(office: Office, tmp_path: Path) -> None:
    """The next version, sent to sixty at once, made a State reached at the address from which the first came back."""
    failed(office, tmp_path)
    assert "GHA" in missing(office)
    second = office.send(tmp_path / "second")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second), Happening.SENT, IN_TIME)
    assert "GHA" in missing(office)
    assert "BRA" not in missing(office)
    assert rows(certificate(office), "Members")["Ghana"][2] == "not delivered"
    row = rows(certificate(office, second.dispatch.key), "Members")["Ghana"]
    assert TO_DEAD in row[1]
    assert row[2] == "does not count"
    assert TO_DEAD not in rows(certificate(office), "Members")["Brazil"][1]
    office.deliveries.happened(keys(second, "GHA"), Happening.ACKNOWLEDGED, IN_TIME)
    assert "GHA" not in missing(office)
    row = rows(certificate(office, second.dispatch.key), "Members")["Ghana"]
    assert TO_DEAD not in row[1]
    assert row[2] == "on the last day"


def test_r39_another_address_and_the_same_message_sent_again_count(office: Office, tmp_path: Path) -> None:
    first = failed(office, tmp_path)
    office.deliveries.happened(keys(first, "GHA"), Happening.SENT, office.desk.clock())
    assert "GHA" not in missing(office), "somebody looked at it, and sent it again"
    second = office.send(tmp_path / "second")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second), Happening.SENT, IN_TIME)
    assert TO_DEAD not in rows(certificate(office), "Members")["Ghana"][1]


def test_a_report_that_came_after_a_sending_says_nothing_of_it(office: Office, tmp_path: Path) -> None:
    first = office.send(tmp_path / "first")
    office.desk.clock.at = PREPARED + AN_HOUR
    office.deliveries.happened(keys(first), Happening.SENT, office.desk.clock())
    revised(office)
    second = office.send(tmp_path / "second")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second), Happening.SENT, CAME_BACK)
    office.deliveries.happened(keys(first, "GHA"), Happening.FAILED, IN_TIME)
    assert "GHA" not in missing(office)


@pytest.mark.parametrize(("sender", "dead"), [("gha@example.org", False), ("other@example.org", True)])
def test_who_answers_from_an_address_that_nothing_came_has_it_still(
    office: Office, tmp_path: Path, sender: str, dead: bool
) -> None:
    first = office.send(tmp_path / "first")
    office.desk.clock.at = PREPARED + AN_HOUR
    office.deliveries.happened(keys(first, "GHA"), Happening.SENT, office.desk.clock())
    office.desk.clock.at = CAME_BACK
    note = f"{DENIAL}Focal point <{sender}>"
    office.deliveries.happened(keys(first, "GHA"), Happening.FAILED, CAME_BACK, note, witness=Witness("f" * 64))
    revised(office)
    assert (Wanting.DEAD in reviewed(office, "GHA").wanting) is dead
    second = office.send(tmp_path / "second")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second), Happening.SENT, IN_TIME)
    assert ("GHA" in missing(office)) is dead


def test_a_new_dispatch_leaves_out_who_has_a_dead_address_and_says_why(office: Office, tmp_path: Path) -> None:
    """It was ticked, and “What is missing” was empty."""
    first = failed(office, tmp_path)
    ghana, brazil = reviewed(office, "GHA"), reviewed(office, "BRA")
    assert ghana.wanting == (Wanting.DEAD,)
    assert ghana.reachable
    assert not ghana.meant
    assert brazil.wanting == ()
    assert brazil.meant
    office.deliveries.happened(keys(first, "GHA"), Happening.ACKNOWLEDGED, office.desk.clock())
    assert reviewed(office, "GHA").meant, "it arrived after all"


def test_a_reminder_of_what_went_to_a_dead_address_is_not_ticked(office: Office, tmp_path: Path) -> None:
    failed(office, tmp_path)
    second = office.send(tmp_path / "second")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second), Happening.SENT, IN_TIME)
    assert not reviewed(office, "GHA").to_remind
    assert reviewed(office, "BRA").to_remind


def test_who_has_another_address_that_lives_is_written_to(office: Office, tmp_path: Path) -> None:
    (person,) = office.desk.members.file("GHA", PREPARED.date()).people.values()
    office.desk.members.save_person(replace(person, emails=(*person.emails, "mission@gha.example.org")))
    first = office.send(tmp_path / "first")
    office.desk.clock.at = PREPARED + AN_HOUR
    office.deliveries.happened(keys(first, "GHA"), Happening.SENT, office.desk.clock())
    office.desk.clock.at = CAME_BACK
    bounced = Witness("f" * 64, ("mission@gha.example.org",))
    office.deliveries.happened(keys(first, "GHA"), Happening.FAILED, CAME_BACK, witness=bounced)
    revised(office)
    assert reviewed(office, "GHA").meant
    second = office.send(tmp_path / "second")
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second), Happening.SENT, IN_TIME)
    assert TO_DEAD not in rows(certificate(office), "Members")["Ghana"][1]
