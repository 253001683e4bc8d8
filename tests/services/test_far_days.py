"""The first and the last day that a field or a list accepts overflow nothing: everything is read on with them."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.candidatures import Call
from nmirf_desktop.domain.days import EARLIEST, LATEST
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting, notice_deadline
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.silence import SilenceProcedure, proposed_last
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.committees import Appointment, appointing
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.committees import CALLS, SILENCES
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from tests import registers
from tests.registers import Hand, said

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TODAY = NOON.date()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[Secretariat, Meeting]]:
    """A secretariat and its one meeting."""
    path = tmp_path / "register.nmirf"
    meeting, _item, _sitting = registers.networked(path)
    with open_register(path, author="Coordinator", clock=Hand(NOON)) as store:
        yield Secretariat(store, Hand(NOON)), meeting


@pytest.mark.parametrize("day", [EARLIEST, LATEST])
def test_every_day_that_is_accepted_can_be_read_on_with(house: tuple[Secretariat, Meeting], day: datetime.date) -> None:
    desk, meeting = house
    far = replace(
        meeting, key="far", symbol="FAR", kind=MeetingKind.ANNUAL, opens_on=day, closes_on=day, counts_for=day.year
    )
    act = appointing(Appointment(day, (("PRY", None), ("MAR", None)), "far"))
    with desk.store.write("far days") as session:
        MEETINGS.save(session, far)
        for one in MEMBERSHIPS.all(session, state="GHA"):
            MEMBERSHIPS.save(session, replace(one, period=Period.of_days(min(day, one.period.start), max(day, TODAY))))
    desk.meetings.save_sitting(Sitting("s", "far", 1, day, datetime.time(10), datetime.time(13)))
    desk.committees.record(act)
    with desk.store.write("far days") as session:
        SILENCES.save(session, SilenceProcedure("q", act.term.key, said("A"), said("B"), day, day, "far"))
        CALLS.save(session, Call("c", day, day, meeting="far", begins=day))
    desk.milestones.save(Milestone("", "far", MilestoneKind.OTHER, day, title=said("Flags")))
    assert proposed_last(day, notice_deadline(far.opens_on)) >= day
    for on in (EARLIEST, TODAY, LATEST):
        desk.compliance.check(on)
        desk.home.overview(on)
        desk.committees.history(on).around(on)
        desk.candidatures.due(on)
        desk.candidatures.proposed(on)
        desk.meetings.lines(on)
        desk.meetings.plan("far", on)
        desk.milestones.watched(on)
        desk.silences.unrecorded("far", on)
        desk.invitations.invitable("far", on)
    assert [one.day for one in desk.milestones.of("far") if one.kind is MilestoneKind.OTHER] == [day]
    assert desk.calendars.of("far", Language.EN)
