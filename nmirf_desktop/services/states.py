"""The States as they were named and grouped on a day, read once and kept until one of them changes."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.renames import Regrouping, Renaming, check_regrouping, check_renaming, states_on
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.states import REGROUPINGS, RENAMINGS, STATES
from nmirf_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class _Read:
    states: tuple[State, ...]
    renamings: tuple[Renaming, ...]
    regroupings: tuple[Regrouping, ...]
    by_day: dict[datetime.date, Mapping[StateCode, State]] = field(default_factory=dict)


class States:
    """The States of a register, their renamings and regroupings; for the window's thread and those of its jobs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: _Read | None = None
        self._changes = 0
        store.subscribe(self._forget)

    def _forget(self, changes: Changes) -> None:
        if Subject.STATES in changes:
            self._changes += 1
            self._read = None

    def on(self, day: datetime.date) -> Mapping[StateCode, State]:
        """The 193 States by code, as named and grouped on *day*."""
        read = self._read or self._read_again()
        if day not in read.by_day:
            known = states_on(read.states, read.renamings, read.regroupings, day)
            read.by_day[day] = {state.iso3: state for state in known}
        return read.by_day[day]

    def _read_again(self) -> _Read:
        """What the register holds, kept unless a change of it was told meanwhile, as while a job reads."""
        changes = self._changes
        with self._store.read() as session:
            read = _Read(STATES.all(session), RENAMINGS.all(session), REGROUPINGS.all(session))
        if changes == self._changes:
            self._read = read
        return read

    def _without(self, fact: Renaming | Regrouping) -> State:
        """The State of a renaming or a regrouping as it would be on that day without it."""
        read = self._read or self._read_again()
        state = [one for one in read.states if one.iso3 == fact.state]
        renamings = [one for one in read.renamings if one.key != fact.key]
        regroupings = [one for one in read.regroupings if one.key != fact.key]
        (known,) = states_on(state, renamings, regroupings, fact.since)
        return known

    def rename(self, renaming: Renaming) -> None:
        """A State has other names from a day on; ``Refusal`` where it has them already."""
        check_renaming(self.on(renaming.since)[renaming.state], renaming)
        with self._store.write(N_("rename a State"), Subject.STATES) as session:
            RENAMINGS.save(session, renaming)

    def correct_renaming(self, renaming: Renaming) -> None:
        """A renaming was recorded wrongly: its day or its names are others; ``Refusal`` as for :meth:`rename`."""
        check_renaming(self._without(renaming), renaming)
        with self._store.write(N_("correct a renaming"), Subject.STATES) as session:
            RENAMINGS.standing(session, renaming.key)
            RENAMINGS.save(session, renaming)

    def remove_renaming(self, key: Key) -> None:
        """Take back a renaming that was recorded by mistake."""
        with self._store.write(N_("take back a renaming"), Subject.STATES) as session:
            RENAMINGS.remove(session, key)

    def correct_regrouping(self, regrouping: Regrouping) -> None:
        """A move to another group was recorded wrongly: its day or group is another; ``Refusal`` as :meth:`regroup`."""
        check_regrouping(self._without(regrouping), regrouping)
        with self._store.write(N_("correct a move to another group"), Subject.STATES) as session:
            REGROUPINGS.standing(session, regrouping.key)
            REGROUPINGS.save(session, regrouping)

    def remove_regrouping(self, key: Key) -> None:
        """Take back a move to another group that was recorded by mistake."""
        with self._store.write(N_("take back a move to another group"), Subject.STATES) as session:
            REGROUPINGS.remove(session, key)

    def regroup(self, regrouping: Regrouping) -> None:
        """A State stands in another regional group, or in none, from a day on; ``Refusal`` where it does already."""
        check_regrouping(self.on(regrouping.since)[regrouping.state], regrouping)
        with self._store.write(N_("move a State to another group"), Subject.STATES) as session:
            REGROUPINGS.save(session, regrouping)
