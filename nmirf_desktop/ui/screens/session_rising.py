"""What the room says when a sitting is closed: when, and after the last one what nothing is recorded of.

So it is said that the record of decisions was not adopted.

Where the meeting seems to have come to its end and other sittings are planned still, it asks whether it was the last.
"""

from functools import partial

from nmirf_desktop.domain.agenda import Purpose
from nmirf_desktop.domain.phrases import Phrase, Sentences
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.unopened import remove_unopened

CLOSED = N_("The sitting was closed at {time}.")
CLOSED_SUSPENDED = N_(
    "The sitting was suspended, and was closed at {time} without having been resumed. If only the suspension was to"
    " end, Ctrl+Z takes that back; then press Shift+F9."
)


UNOPENED = N_(
    "Sittings that were not opened: {n}. If this was the last one, have them removed here: until then the documents "
    "say that the meeting has not ended."
)
THE_LAST = N_("It was the last sitting")


def closed_notice(desk: Secretariat, alerts: Alerts, facts: Facts, clock: str) -> Notice:
    """That the sitting was closed at an hour; *facts* are those before it was."""
    suspended, planned = facts.pause is not None, _unopened(desk, facts)
    silent = _left(desk, facts)
    more = Phrase(UNOPENED, {"n": planned}) if planned else Phrase()
    said = Sentences((Phrase(CLOSED_SUSPENDED if suspended else CLOSED, {"time": clock}), *silent.said, more))
    tone = Tone.ATTENTION if suspended or silent or more else Tone.GOOD
    offers = (Offer(THE_LAST, partial(_end, desk, alerts, facts)),) if more else ()
    return Notice(said, tone, offers=offers, remarks=bool(silent or more))


def _unopened(desk: Secretariat, facts: Facts) -> int:
    """How many sittings were not opened when a meeting is at its end: at its record of decisions, or its closure."""
    place = None if facts.place is None else facts.item(facts.place)
    closing = place is not None and place.item.purpose is Purpose.CLOSURE
    if not closing and desk.decision_records.brief(facts.meeting.key).adoption is None:
        return 0
    return sum(one.opened_at is None for one in facts.sittings)


def _end(desk: Secretariat, alerts: Alerts, facts: Facts) -> None:
    """The meeting has no other sitting: those that were not opened go in one step."""
    with alerts.guard():
        gone, later = remove_unopened(desk, facts.meeting.key)
        more = Sentences((later, *_left(desk, facts).said))
        said = Sentences((gone, *more.said))
        alerts.show(Notice(said, Tone.ATTENTION if more else Tone.GOOD, remarks=bool(more)))


def _left(desk: Secretariat, facts: Facts) -> Sentences:
    """Once every sitting was held: that the record of decisions was not adopted, and what is :func:`unrecorded`."""
    file = desk.decision_records.file(facts.meeting.key)
    return file.left if file.facts.over else Sentences(())


def unrecorded(desk: Secretariat, facts: Facts) -> Sentences:
    """Once every sitting was held: that no adoption of the agenda is recorded, or what is not under its items."""
    file = desk.decision_records.file(facts.meeting.key)
    return file.silent if file.facts.over else Sentences(())
