"""What the frame counts: the texts of every meeting that is not over, whichever comes next."""

import datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.desk import Desk
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.shell import Shell
from tests.ui.clipping import theme
from tests.ui.screens.offices import office

ON = datetime.date(2026, 10, 1)


@pytest.mark.parametrize("kind", [MeetingKind.EXTRAORDINARY, MeetingKind.COMMITTEE])
def test_texts_of_the_annual_meeting_count_behind_another_meeting_too(
    tmp_path: Path, kind: MeetingKind, language: CurrentLanguage, alerts: Alerts, memory: Memory
) -> None:
    with office(tmp_path) as services:
        desk = Desk(services, Shell(language, theme(), alerts, InlineJobs(), ChangeFeed(), memory))
        (annual,) = services.meetings.list()
        services.agendas.insert(annual.key)
        before = desk.counts(ON)
        assert before.unready == len(services.readiness.of(annual.key)) > 0
        assert before.unready_of == annual.key
        new = services.planning.next(kind, ON)
        assert desk.counts(ON).unready == before.unready + len(services.readiness.of(new.key))
        assert desk.counts(max(annual.closes_on, new.closes_on) + datetime.timedelta(days=1)).unready == 0
