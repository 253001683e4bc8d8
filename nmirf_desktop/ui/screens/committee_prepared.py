"""What was settled before an appointment is recorded: the agreed slate of a call, or the election of a meeting."""

import datetime

from nmirf_desktop.domain.committees import appointment_day
from nmirf_desktop.services.committees import Appointment
from nmirf_desktop.services.secretariat import Secretariat

SLATE, ELECTED = "slate:", "elected:"
"""Before the key of a call whose agreed slate is to be appointed, or of a meeting whose election is."""


def prepared(desk: Secretariat, key: str, on: datetime.date) -> Appointment | None:
    """The appointment that a place of the screen names, as seen on a day; ``None`` where there is nothing to appoint.

    *key* is "slate:" with the key of a call, or "elected:" with that of a meeting.
    """
    if key.startswith(ELECTED):
        return desk.elections.appointment(key.removeprefix(ELECTED))
    file = next((one for one in desk.candidatures.calls() if one.call.key == key.removeprefix(SLATE)), None)
    if file is None:
        return None
    meeting = next((one for one in desk.meetings.list() if one.key == file.call.meeting), None)
    return file.appointment(on, appointment_day(meeting, on))
