"""What the Committee agrees between its meetings, by dated silence procedure (A11, A12)."""

import dataclasses
import datetime

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.silence import SilenceProcedure, check_silence
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.committees import SILENCES
from nmirf_desktop.storage.store import Store


class Silences:
    """The Committee's silence procedures in the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[SilenceProcedure, ...]:
        """Every procedure, the latest first."""
        with self._store.read() as session:
            return tuple(sorted(SILENCES.all(session), key=lambda one: (one.put_on, one.key), reverse=True))

    def put(self, procedure: SilenceProcedure) -> None:
        """Put a text to the Committee in silence, or correct what was put. Raises ``Problem`` where days contradict."""
        check_silence(procedure)
        with self._store.write(N_("put a text to the Committee in silence"), Subject.COMMITTEE) as session:
            SILENCES.save(session, procedure)

    def break_silence(self, procedure: Key, on: datetime.date, by: StateCode | None, reason: str = "") -> None:
        """A member of the Committee speaks: nothing is agreed. Raises ``Problem`` for a day outside the procedure."""
        with self._store.write(N_("break the silence"), Subject.COMMITTEE) as session:
            held = SILENCES.get(session, procedure)
            broken = dataclasses.replace(held, broken_on=on, broken_by=by, reason=reason)
            check_silence(broken)
            SILENCES.save(session, broken)
