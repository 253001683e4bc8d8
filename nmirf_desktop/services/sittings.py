"""In the room: sittings opened and closed, delegations that come and go, who spoke."""

import dataclasses
from collections.abc import Iterable

from nmirf_desktop.domain import attendance
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent, PresenceKind
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import SITTINGS
from nmirf_desktop.storage.store import Moment, Store, utc_now
from nmirf_desktop.storage.voting import INTERVENTIONS, PRESENCE


class Sittings:
    """What the rapporteur records while a sitting goes on."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def open(self, key: Key) -> Sitting:
        """The sitting is called to order now; another one that is still open has to be closed first."""
        with self._store.write(N_("open a sitting"), Subject.SESSION, Subject.MEETINGS) as session:
            sitting = SITTINGS.get(session, key)
            others = SITTINGS.all(session, meeting=sitting.meeting)
            if any(one.opened_at is not None and one.closed_at is None and one.key != key for one in others):
                raise Refusal(N_("Another sitting is still open; close it first."))
            if sitting.opened_at is not None:
                raise Refusal(N_("This sitting was opened already."))
            opened = dataclasses.replace(sitting, opened_at=self._clock())
            SITTINGS.save(session, opened)
        return opened

    def close(self, key: Key) -> Sitting:
        """The sitting rises now."""
        with self._store.write(N_("close a sitting"), Subject.SESSION, Subject.MEETINGS) as session:
            sitting = SITTINGS.get(session, key)
            if sitting.opened_at is None or sitting.closed_at is not None:
                raise Refusal(N_("Only an open sitting can be closed."))
            closed = dataclasses.replace(sitting, closed_at=self._clock())
            SITTINGS.save(session, closed)
        return closed

    def all(self, meeting: Key) -> tuple[Sitting, ...]:
        """A meeting's sittings in their order."""
        with self._store.read() as session:
            return tuple(sorted(SITTINGS.all(session, meeting=meeting), key=lambda one: one.number))

    def presence(self, meeting: Key) -> frozenset[StateCode]:
        """The delegations that are in the room or connected now."""
        with self._store.read() as session:
            return attendance.present(PRESENCE.all(session, meeting=meeting), self._clock())

    def record(self, meeting: Key, states: Iterable[StateCode], kind: PresenceKind) -> None:
        """Delegations arrive, leave, or lose their connection now; what is so already is not written again."""
        with self._store.write(N_("record presence"), Subject.SESSION) as session:
            now = self._clock()
            before = attendance.present(PRESENCE.all(session, meeting=meeting), now)
            arrives = kind in attendance.ARRIVALS
            for state in states:
                if (state in before) != arrives:
                    PRESENCE.save(session, PresenceEvent(new_key(), meeting, state, kind, now))

    def interventions(self, meeting: Key) -> tuple[Intervention, ...]:
        """What was said, in order."""
        with self._store.read() as session:
            return tuple(sorted(INTERVENTIONS.all(session, meeting=meeting), key=lambda one: (one.at, one.key)))

    def note(self, intervention: Intervention) -> None:
        """Keep who spoke and the rapporteur's note."""
        with self._store.write(N_("note an intervention"), Subject.SESSION) as session:
            INTERVENTIONS.save(session, intervention)

    def forget(self, key: Key) -> None:
        """Take an intervention back that was noted by mistake."""
        with self._store.write(N_("remove an intervention"), Subject.SESSION) as session:
            INTERVENTIONS.remove(session, key)
