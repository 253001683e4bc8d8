"""What the room says when a sitting is closed: when, and after the last one under which items nothing is recorded."""

from nmirf_desktop.domain.phrases import Phrase, Sentences
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Notice
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.theme import Tone

CLOSED = N_("The sitting was closed at {time}.")
CLOSED_SUSPENDED = N_(
    "The sitting was suspended, and was closed at {time} without having been resumed. If only the suspension was to"
    " end, Ctrl+Z takes that back; then press Shift+F9."
)


def closed_notice(desk: Secretariat, facts: Facts, clock: str) -> Notice:
    """That the sitting was closed at an hour; *facts* are those before it was."""
    suspended = facts.pause is not None
    silent = unrecorded(desk, facts)
    said = Sentences((Phrase(CLOSED_SUSPENDED if suspended else CLOSED, {"time": clock}), silent))
    return Notice(said, Tone.ATTENTION if suspended or silent else Tone.GOOD, remarks=bool(silent))


def unrecorded(desk: Secretariat, facts: Facts) -> Phrase:
    """Once every sitting was held: that nothing is recorded under some items of the adopted agenda."""
    file = desk.decision_records.file(facts.meeting.key)
    return file.silent if file.facts.over else Phrase()
