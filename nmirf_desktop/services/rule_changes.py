"""The Declaration's numbers as decisions of the Network changed them, each from a day on (R46)."""

import datetime

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.rule_changes import Figure, Figures, RuleChange, check_change, check_taken_back
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.links import recorded
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.watch import RULE_CHANGES


class RuleChanges:
    """The changes of the rules' numbers in the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[RuleChange, ...]:
        """Every change, in the order in which they hold."""
        with self._store.read() as session:
            return tuple(sorted(RULE_CHANGES.all(session), key=lambda one: (one.since, one.key)))

    def figures(self) -> Figures:
        """The numbers with all their changes."""
        return Figures(self.all())

    def between(self, first: datetime.date, last: datetime.date) -> tuple[RuleChange, ...]:
        """The changes that began to hold in a period, both days included."""
        return tuple(one for one in self.all() if first <= one.since <= last)

    def change(
        self,
        figure: Figure,
        number: int,
        since: datetime.date,
        reason: Trilingual = Trilingual(),
        decision: Key | None = None,
    ) -> RuleChange:
        """A number that holds from a day on. Raises ``Problem`` as :func:`~.check_change` does."""
        return self.save(RuleChange("", figure, number, since, reason, decision))

    def save(self, change: RuleChange) -> RuleChange:
        """A new change, or a corrected one; one without a key gets one.

        Raises ``Problem`` as :func:`~.check_change` does, ``Refusal`` where it was taken back meanwhile.
        """
        with self._store.write(N_("change a number of the rules"), Subject.RULES) as session:
            check_change(change, RULE_CHANGES.all(session))
            return recorded(session, RULE_CHANGES, change)

    def remove(self, key: Key) -> None:
        """Take back a change that was entered by mistake.

        Raises ``Problem`` where a later change could not hold without it, ``Refusal`` where it was taken back already.
        """
        with self._store.write(N_("take back the change of a number of the rules"), Subject.RULES) as session:
            RULE_CHANGES.standing(session, key)
            check_taken_back(key, RULE_CHANGES.all(session))
            RULE_CHANGES.remove(session, key)
