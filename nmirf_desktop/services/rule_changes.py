"""The Declaration's numbers as decisions of the Network changed them, each from a day on (R46)."""

import datetime

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.rule_changes import Figure, Figures, RuleChange, check_change
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.base import new_key
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
        self, figure: Figure, number: int, since: datetime.date, reason: str = "", decision: Key | None = None
    ) -> RuleChange:
        """A number that holds from a day on. Raises ``Problem`` as :func:`~.check_change` does."""
        change = RuleChange(new_key(), figure, number, since, reason, decision)
        self.save(change)
        return change

    def save(self, change: RuleChange) -> None:
        """A new change or a corrected one. Raises ``Problem`` as :func:`~.check_change` does."""
        with self._store.write(N_("change a number of the rules"), Subject.RULES) as session:
            check_change(change, RULE_CHANGES.all(session))
            RULE_CHANGES.save(session, change)

    def remove(self, key: Key) -> None:
        """Take back a change that was entered by mistake."""
        with self._store.write(N_("take back the change of a number of the rules"), Subject.RULES) as session:
            RULE_CHANGES.remove(session, key)
