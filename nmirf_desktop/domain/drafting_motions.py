"""Points of order, procedural motions and suspensions under an item, as the minutes say them (R24).

What was said on them is a statement like any other (:mod:`.drafting_debate`); the vote on a motion or an appeal is told
by the votes (:mod:`.drafting_decisions`).
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.drafting_debate import UNNOTED
from nmirf_desktop.domain.drafting_decisions import Event
from nmirf_desktop.domain.drafting_speakers import representative
from nmirf_desktop.domain.motions import Fate, Motion, MotionKind, PointOfOrder, Ruling
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import InterventionKind, PauseReason, SittingPause
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog

MOVED = {
    MotionKind.SUSPEND: N_("{speaker} moved the suspension of the meeting."),
    MotionKind.ADJOURN: N_("{speaker} moved the adjournment of the meeting."),
    MotionKind.ADJOURN_DEBATE: N_("{speaker} moved the adjournment of the debate on the item."),
    MotionKind.CLOSE_DEBATE: N_("{speaker} moved the closure of the debate on the item."),
}
SETTLED = {
    Fate.ADOPTED: N_("The motion was adopted without a vote."),
    Fate.NOT_ADOPTED: N_("The motion was not adopted."),
    Fate.WITHDRAWN: N_("The motion was withdrawn."),
}
RULED = {
    Ruling.UPHELD: N_("The Chair ruled that the point of order was well taken."),
    Ruling.NOT_UPHELD: N_("The Chair ruled that the point of order was not well taken."),
}
APPEALED = N_("{speaker} appealed against the ruling of the Chair.")
RESUMED = {
    PauseReason.UNSAID: N_("At {from_time} the sitting was suspended; at {time} it was resumed."),
    PauseReason.CONSULTATIONS: N_(
        "At {from_time} the sitting was suspended for consultations; at {time} it was resumed."
    ),
    PauseReason.BREAK: N_("At {from_time} the sitting was suspended for a break; at {time} it was resumed."),
    PauseReason.TECHNICAL: N_(
        "At {from_time} the sitting was suspended for technical reasons; at {time} it was resumed."
    ),
}
SUSPENDED = {
    PauseReason.UNSAID: N_("At {from_time} the sitting was suspended."),
    PauseReason.CONSULTATIONS: N_("At {from_time} the sitting was suspended for consultations."),
    PauseReason.BREAK: N_("At {from_time} the sitting was suspended for a break."),
    PauseReason.TECHNICAL: N_("At {from_time} the sitting was suspended for technical reasons."),
}
"""Of a sitting that is suspended still, or rose so."""
NOT_RESUMED, WENT_ON = N_("It was not resumed."), N_("At {time} the sitting was resumed.")


def events(facts: RecordedMeeting, item: Key) -> Iterator[Event]:
    """What was moved, ruled, appealed against and suspended under an item."""
    for motion in facts.motions:
        if motion.item == item:
            yield from _motion(facts, motion)
    for point in facts.points:
        if point.item == item:
            yield from _point(facts, point)
    for pause in facts.pauses:
        if pause.item == item:
            yield from _pause(facts, pause)


def _motion(facts: RecordedMeeting, motion: Motion) -> Iterator[Event]:
    moved = in_all(lambda words: _by(facts, motion.state, MOVED[motion.kind], words))
    yield Event(motion.at, slot("motion", motion.key), moved)
    fate, at = motion.fate, motion.settled_at
    if fate is not None and at is not None:
        yield Event(at, slot("settled", motion.key), in_all(lambda words: words.gettext(SETTLED[fate])))


def _point(facts: RecordedMeeting, point: PointOfOrder) -> Iterator[Event]:
    """What became of a point of order; who raised it too, where what was said on it is off the record."""
    if point.intervention not in {one.key for one in facts.interventions}:
        raised = in_all(lambda words: _by(facts, point.state, UNNOTED[InterventionKind.POINT_OF_ORDER], words))
        yield Event(point.at, slot("point", point.key), raised)
    ruling, appellant = point.ruling, point.appealed_by
    if ruling is not None and point.ruled_at is not None:
        ruled = in_all(lambda words: words.gettext(RULED[ruling]))
        yield Event(point.ruled_at, slot("ruling", point.key), ruled)
    if appellant is not None and point.appealed_at is not None:
        appealed = in_all(lambda words: _by(facts, appellant, APPEALED, words))
        yield Event(point.appealed_at, slot("appeal", point.key), appealed)


def _by(facts: RecordedMeeting, state: str, frame: str, words: Catalog) -> str:
    return sentence_start(words.gettext(frame).format(speaker=representative(facts, state, words)))


def _pause(facts: RecordedMeeting, pause: SittingPause) -> Iterator[Event]:
    """A suspension, and that the sitting was resumed: one sentence where nothing happened in between."""
    whole = Event(pause.suspended_at, slot("pause", pause.key), suspended(facts, pause))
    if pause.resumed_at is None:
        yield whole
        return
    ended, over = slot("resumed", pause.key), facts.local(pause.resumed_at)
    begun = in_all(lambda words: _from(facts, pause, SUSPENDED, words))
    yield replace(whole, text=begun, until=ended, whole=whole)
    resumed = in_all(lambda words: words.gettext(WENT_ON).format(time=_moment(facts, pause, over, words)))
    yield Event(pause.resumed_at, ended, resumed)


def suspended(facts: RecordedMeeting, pause: SittingPause) -> Trilingual:
    """From when to when a sitting was suspended, and for what, by the clock of the meeting's place.

    Where it was resumed on another day, both days are said; that it rose without having been resumed, too.
    """
    rose = any(one.key == pause.sitting and one.closed_at is not None for one in facts.sittings)

    def said(words: Catalog) -> str:
        if pause.resumed_at is not None:
            return _from(facts, pause, RESUMED, words)
        text = _from(facts, pause, SUSPENDED, words)
        if not rose:
            return text
        return words.pgettext("two sentences", "{first} {second}").format(first=text, second=words.gettext(NOT_RESUMED))

    return in_all(said)


def _from(facts: RecordedMeeting, pause: SittingPause, frames: Mapping[PauseReason, str], words: Catalog) -> str:
    """When a sitting was suspended, and when it was resumed where the frame of its reason says so."""
    moments = {"from_time": facts.local(pause.suspended_at)}
    if pause.resumed_at is not None:
        moments["time"] = facts.local(pause.resumed_at)
    values = {name: _moment(facts, pause, at, words) for name, at in moments.items()}
    return words.gettext(frames[pause.reason]).format(**values)


def _moment(facts: RecordedMeeting, pause: SittingPause, at: datetime.datetime, words: Catalog) -> str:
    """An end of a suspension, with its day where it was resumed on another one."""
    time = words.time(at.time())
    begun = facts.local(pause.suspended_at).date()
    if pause.resumed_at is None or facts.local(pause.resumed_at).date() == begun:
        return time
    return words.pgettext("moment of a sitting", "{time} on {date}").format(time=time, date=words.date(at.date()))
