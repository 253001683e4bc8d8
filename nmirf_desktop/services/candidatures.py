"""What prepares an appointment: calls for candidatures, candidates, agreed slates."""

import dataclasses
import datetime
from dataclasses import dataclass

from nmirf_desktop.domain import candidatures as rules
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import Appointment
from nmirf_desktop.storage.committees import CALLS, CANDIDATURES, SLATES
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class CallFile:
    """A call with all its candidatures, withdrawn and late ones too, its slates, and the people by key."""

    call: Call
    candidatures: tuple[Candidature, ...]
    slates: tuple[Slate, ...]
    people: dict[Key, Person]

    def standing(self, on: datetime.date) -> tuple[Candidature, ...]:
        """Those that stand on a day."""
        return rules.standing(self.candidatures, self.call, on)

    @property
    def slate(self) -> Slate | None:
        """The slate agreed last."""
        return max(self.slates, key=lambda one: (one.agreed_on, one.key), default=None)

    def appointment(self, on: datetime.date) -> Appointment | None:
        """The Committee of the agreed slate, as the meeting would appoint it on a day; ``None`` without a slate."""
        if self.slate is None:
            return None
        persons = {one.state: one.person for one in self.candidatures}
        seats = tuple((state, persons.get(state)) for state in self.slate.states)
        return Appointment(on, seats, self.call.meeting, begins=self.call.begins)


class Candidatures:
    """Calls for candidatures in the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def calls(self) -> tuple[CallFile, ...]:
        """Every call with what it brought, the latest first."""
        with self._store.read() as session:
            candidatures, slates = CANDIDATURES.all(session), SLATES.all(session)
            people = PEOPLE.among(session, (one.person for one in candidatures))
            calls = CALLS.all(session)
        return tuple(
            CallFile(
                call,
                tuple(one for one in candidatures if one.call == call.key),
                tuple(one for one in slates if one.call == call.key),
                people,
            )
            for call in sorted(calls, key=lambda one: (one.opened_on, one.key), reverse=True)
        )

    def save_call(self, call: Call) -> None:
        """A new call or a corrected one. Raises ``Problem`` as :func:`~.rules.check_call` does."""
        rules.check_call(call)
        with self._store.write(N_("call for candidatures"), Subject.COMMITTEE) as session:
            CALLS.save(session, call)

    def receive(self, candidature: Candidature) -> None:
        """A candidature that came in, or a corrected one; late is recorded as late.

        Raises:
            Refusal: the State stands in this call already (R35).
            Problem: it is withdrawn before it was received.
        """
        with self._store.write(N_("receive a candidature"), Subject.COMMITTEE) as session:
            rules.check_candidature(candidature, CANDIDATURES.all(session, call=candidature.call))
            CANDIDATURES.save(session, candidature)

    def withdraw(self, candidature: Key, on: datetime.date) -> None:
        """A State no longer stands from a day on. Raises ``Problem`` for a day before it was received."""
        with self._store.write(N_("withdraw a candidature"), Subject.COMMITTEE) as session:
            held = dataclasses.replace(CANDIDATURES.get(session, candidature), withdrawn_on=on)
            rules.check_candidature(held, ())
            CANDIDATURES.save(session, held)

    def agree_slate(self, slate: Slate) -> None:
        """The slate on which the members agreed, or a corrected one. Raises ``Refusal`` for one of others (R35)."""
        with self._store.write(N_("agree a slate"), Subject.COMMITTEE) as session:
            rules.check_slate(slate, CALLS.get(session, slate.call), CANDIDATURES.all(session, call=slate.call))
            SLATES.save(session, slate)
