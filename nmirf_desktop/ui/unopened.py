"""The sittings of a meeting that were not opened: removed in one step, and what then ends later than its last one."""

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.sittings import ends_later
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat

REMOVE = N_("Remove the sittings that were not opened")
GONE = N_("The sittings that were not opened are removed: {n}. Ctrl+Z brings them back.")
USUAL_WORDS = "never opened unopened jamais ouvertes nunca abiertas"
"""By what somebody may look for their removal in any language, beside its own words."""


def remove_unopened(desk: Secretariat, meeting: Key) -> tuple[Phrase, Phrase]:
    """Take back all sittings of a meeting that were not opened: what is said of it, and of the days that stay.

    The second is empty where the last day of the meeting is that of its last sitting, or a sitting is open.
    """
    gone = Phrase(GONE, {"n": desk.meetings.remove_unopened(meeting)})
    plan = desk.meetings.plan(meeting)
    closed = [one.closed_at for one in plan.sittings if one.closed_at is not None]
    if not closed or len(closed) < len(plan.sittings):
        return gone, Phrase()
    return gone, ends_later(plan.meeting, desk.sittings.local(plan.meeting, max(closed)).date())
