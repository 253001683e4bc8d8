"""How the Network settles what the Declaration leaves open."""

import datetime

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.practices import Choice, Option, Practices, Question, check_choice
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.watch import CHOICES


class PracticeChoices:
    """The answers to open questions in the register, each from a day on."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Choice, ...]:
        """Every choice, in the order in which they hold."""
        with self._store.read() as session:
            return tuple(sorted(CHOICES.all(session), key=lambda one: (one.since, one.key)))

    def on(self, day: datetime.date) -> Practices:
        """What is in force on a day."""
        return Practices.on(self.all(), day)

    def choose(
        self, question: Question, option: Option, since: datetime.date, reason: str = "", decision: Key | None = None
    ) -> Choice:
        """An answer that holds from a day on.

        Raises:
            Problem: it is the answer to another question, or another one holds from that day.
        """
        choice = Choice(new_key(), question, option, since, reason, decision)
        self.save(choice)
        return choice

    def save(self, choice: Choice) -> None:
        """A new choice or a corrected one. Raises as :meth:`choose` does."""
        with self._store.write(N_("settle an open question"), Subject.RULES) as session:
            check_choice(choice, CHOICES.all(session))
            CHOICES.save(session, choice)

    def remove(self, key: Key) -> None:
        """Take back a choice that was entered by mistake."""
        with self._store.write(N_("take back the answer to an open question"), Subject.RULES) as session:
            CHOICES.remove(session, key)
