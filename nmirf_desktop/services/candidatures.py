"""What prepares an appointment: calls for candidatures, candidates, agreed slates."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nmirf_desktop.domain import candidatures as rules
from nmirf_desktop.domain.attachments import Attachment, Holder, HolderKind, NewFile
from nmirf_desktop.domain.candidature_papers import CandidatureRecord
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import Seat, Term, committee_on
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.meetings import next_meeting
from nmirf_desktop.domain.members import Membership, MembershipKind
from nmirf_desktop.domain.membership_rules import membership_on
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Practices
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figures
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attachments import attach_all, touching
from nmirf_desktop.services.committees import Appointment, record_people
from nmirf_desktop.storage.attachments import ATTACHMENTS, held_by, held_by_each
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import CALLS, CANDIDATURES, SEATS, SLATES, TERMS
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.watch import CHOICES, RULE_CHANGES

NOT_RECEIVED = N_("The day of receipt lies ahead: today is {today}. Give the day on which the candidature came.")
FORMER_VERBS = (N_("strike a candidature"), N_("strike a slate"), N_("strike a call for candidatures"))
"""What journals called some acts before, so that they are still read in each language."""


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """A candidature with what is known of it on a day: the State, whom it names, and as what the State belongs."""

    candidature: Candidature
    state: State
    person: Person | None
    late: bool
    kind: MembershipKind | None
    files: tuple[Attachment, ...] = ()
    early: bool = False

    @property
    def key(self) -> Key:
        """The candidature's key."""
        return self.candidature.key

    @property
    def member(self) -> bool:
        """Whether the State is a member of the Network (R33)."""
        return self.kind is MembershipKind.MEMBER


@dataclass(frozen=True, slots=True)
class CallFile:
    """A call with all its candidatures, withdrawn and late ones too, its slates, and the people by key.

    *memberships* are those of all States, *files* the letters by the key of their candidature. *terms* are all
    mandates, *seats* those that began with theirs.
    """

    call: Call
    candidatures: tuple[Candidature, ...]
    slates: tuple[Slate, ...]
    people: dict[Key, Person]
    memberships: tuple[Membership, ...] = ()
    files: Mapping[Key, tuple[Attachment, ...]] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    seats: tuple[Seat, ...] = ()
    figures: Figures = AS_ADOPTED

    def answer(self, on: datetime.date) -> Term | None:
        """The mandate that was appointed after the call, by a day."""
        return rules.answer_to(self.call, self.terms, on)

    def appointed(self, on: datetime.date) -> frozenset[StateCode]:
        """The States that were given a seat of it."""
        term = self.answer(on)
        return frozenset(one.state for one in self.seats if term is not None and one.term == term.key)

    def done(self, on: datetime.date) -> bool:
        """Whether nobody stands in it any more: it was for a whole Committee, which was appointed by a day."""
        return self.call.seats >= self.figures.seats(on)[0] and self.answer(on) is not None

    def standing(self, on: datetime.date) -> tuple[Candidature, ...]:
        """Those that stand on a day."""
        return rules.standing(self.candidatures, self.call, on)

    def slate(self, on: datetime.date) -> Slate | None:
        """The slate agreed last by a day."""
        return rules.slate_on(self.slates, on)

    def gone(self, on: datetime.date) -> tuple[StateCode, ...]:
        """The States of the slate of a day that no longer stand on it."""
        slate, stand = self.slate(on), {one.state for one in self.standing(on)}
        return () if slate is None else tuple(state for state in slate.states if state not in stand)

    def lines(self, states: Mapping[StateCode, State], on: datetime.date) -> tuple[CandidateLine, ...]:
        """The candidatures received by a day, as they came in, with their States as named on it."""
        came = sorted((one for one in self.candidatures if one.received_on <= on), key=lambda one: one.received_on)
        return tuple(
            CandidateLine(
                one,
                states[one.state],
                self.people.get(one.person) if one.person is not None else None,
                rules.late(one, self.call),
                None if (held := membership_on(self.memberships, one.state, on)) is None else held.kind,
                self.files.get(one.key, ()),
                rules.early(one, self.call),
            )
            for one in came
        )

    def composed(self, states: Iterable[StateCode], on: datetime.date) -> Appointment:
        """The Committee of some candidates, as the meeting would appoint it on a day."""
        persons = {one.state: one.person for one in self.candidatures}
        seats = tuple((state, persons.get(state)) for state in states)
        return Appointment(on, seats, self.call.meeting, begins=self.call.begins)

    def appointment(self, on: datetime.date, day: datetime.date) -> Appointment | None:
        """The Committee of the slate agreed by *on*, as the meeting would appoint it on a *day*.

        Who no longer stands is left out of it (:meth:`gone`); ``None`` without a slate.
        """
        slate, gone = self.slate(on), self.gone(on)
        return None if slate is None else self.composed((one for one in slate.states if one not in gone), day)


class Candidatures:
    """Calls for candidatures in the register; *clock* says on which day a letter is attached."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def calls(self) -> tuple[CallFile, ...]:
        """Every call with what it brought, the latest first."""
        with self._store.read() as session:
            candidatures, slates = CANDIDATURES.all(session), SLATES.all(session)
            people = PEOPLE.among(session, (one.person for one in candidatures))
            calls, memberships = CALLS.all(session), MEMBERSHIPS.all(session)
            terms, seats = TERMS.all(session), tuple(one for one in SEATS.all(session) if one.follows is None)
            files = held_by_each(session, HolderKind.CANDIDATURE, (one.key for one in candidatures))
            figures = Figures(RULE_CHANGES.all(session))
        return tuple(
            CallFile(
                call,
                tuple(one for one in candidatures if one.call == call.key),
                tuple(one for one in slates if one.call == call.key),
                people,
                memberships,
                files,
                terms,
                seats,
                figures,
            )
            for call in sorted(calls, key=lambda one: (one.opened_on, one.key), reverse=True)
        )

    def due(self, on: datetime.date) -> Term | None:
        """The mandate for whose renewal a call is to be opened, near its end or after it; ``None`` where none is."""
        known = on if on < self._store.day_of(self._clock()) else datetime.date.max
        with self._store.read() as session:
            terms, calls = tuple(one for one in TERMS.all(session) if one.appointed_on <= known), CALLS.all(session)
            figures = Figures(RULE_CHANGES.all(session))
        committee = committee_on(terms, (), on)
        if committee is None:
            return None
        later = (one for one in terms if one.period.start > committee.term.period.start)
        return committee.term if rules.call_is_due(committee.term, later, calls, on, figures) else None

    def proposed(self, on: datetime.date) -> Call:
        """A call opened on a day, for the next meeting of the Network and the mandate after that in course."""
        with self._store.read() as session:
            meeting = next_meeting(MEETINGS.all(session), on)
            committee = committee_on(TERMS.all(session), (), on)
            figures = Figures(RULE_CHANGES.all(session))
        return rules.proposed_call(new_key(), on, committee.term if committee is not None else None, meeting, figures)

    def save_call(self, call: Call) -> None:
        """A new call or a corrected one, with its number. Raises ``Problem`` as :func:`~.rules.check_call` does."""
        with self._store.write(N_("call for candidatures"), Subject.COMMITTEE) as session:
            figures = Figures(RULE_CHANGES.all(session))
            rules.check_call(call, rules.slate_on(SLATES.all(session, call=call.key)), figures)
            for one in rules.numbered(call, CALLS.all(session)):
                CALLS.save(session, one)

    def receive(self, candidature: Candidature, files: Sequence[NewFile] = (), people: Iterable[Person] = ()) -> None:
        """A candidature that came in with its *files*, or a corrected one; late is recorded as late.

        *people* are representatives whom the register does not know yet. The letters of a candidature that is
        corrected to another State are that one's.

        Raises:
            Refusal: the State stands in this call already, a slate names the one that is corrected (R35), or the call
                was taken back.
            Problem: the day of receipt or of withdrawal lies ahead, it is withdrawn before it was received, or a file
                is too large or there already.
        """
        people, today = tuple(people), self._store.day_of(self._clock())
        check_happened(candidature.received_on, today, said=NOT_RECEIVED)
        check_happened(candidature.withdrawn_on, today, "withdrawn_on")
        holder = Holder(HolderKind.CANDIDATURE, candidature.key)
        touched = (Subject.COMMITTEE, Subject.MEMBERS) if people else (Subject.COMMITTEE,)
        with self._store.read() as reading:
            moved = tuple(one for one in held_by(reading, holder) if one.state != candidature.state)
        if moved:
            touched = (*touched, Subject.ATTACHMENTS)
        with self._store.write(N_("receive a candidature"), *touching(*touched, files=files)) as session:
            call = CALLS.standing(session, candidature.call)
            rules.check_candidature(candidature, CANDIDATURES.all(session, call=call.key))
            held = CANDIDATURES.find(session, candidature.key)
            if held is not None:
                rules.check_corrected(held, candidature, SLATES.all(session, call=held.call))
            record_people(session, people)
            CANDIDATURES.save(session, candidature)
            for letter in moved:
                ATTACHMENTS.save(session, dataclasses.replace(letter, state=candidature.state))
            dated = [file if file.dated else dataclasses.replace(file, dated=candidature.received_on) for file in files]
            attach_all(session, holder, candidature.state, dated, today)

    def withdraw(self, candidature: Key, on: datetime.date) -> None:
        """A State no longer stands from a day on. Raises ``Problem`` for a day before it was received, or ahead."""
        check_happened(on, self._store.day_of(self._clock()), "withdrawn_on")
        with self._store.write(N_("withdraw a candidature"), Subject.COMMITTEE) as session:
            held = dataclasses.replace(CANDIDATURES.standing(session, candidature), withdrawn_on=on)
            rules.check_candidature(held, ())
            CANDIDATURES.save(session, held)

    def agree_slate(self, slate: Slate) -> None:
        """The slate on which the members agreed, or a corrected one.

        Raises:
            Refusal: it names others than those who stand (R35).
            Problem: the day lies ahead.
        """
        check_happened(slate.agreed_on, self._store.day_of(self._clock()))
        with self._store.write(N_("agree a slate"), Subject.COMMITTEE) as session:
            rules.check_slate(slate, CALLS.standing(session, slate.call), CANDIDATURES.all(session, call=slate.call))
            SLATES.save(session, slate)

    def strike_candidature(self, key: Key) -> None:
        """A candidature was entered by mistake and never came: it goes, and its files with it.

        Raises:
            Refusal: a slate names its State (R35).
        """
        with self._store.write(N_("strike out a candidature"), Subject.COMMITTEE, Subject.ATTACHMENTS) as session:
            held = CANDIDATURES.standing(session, key)
            rules.check_never_came(held, SLATES.all(session, call=held.call))
            for letter in held_by(session, Holder(HolderKind.CANDIDATURE, key)):
                ATTACHMENTS.remove(session, letter.key)
            CANDIDATURES.remove(session, key)

    def strike_slate(self, key: Key) -> None:
        """A slate was entered by mistake and never agreed: the one before it, if any, is the last again."""
        with self._store.write(N_("strike out a slate"), Subject.COMMITTEE) as session:
            SLATES.remove(session, key)

    def strike_call(self, key: Key) -> None:
        """A call was entered by mistake and never opened. Raises ``Refusal`` where candidatures stand in it."""
        with self._store.write(N_("strike out a call for candidatures"), Subject.COMMITTEE) as session:
            rules.check_never_called(CANDIDATURES.all(session, call=key))
            for slate in SLATES.all(session, call=key):
                SLATES.remove(session, slate.key)
            CALLS.remove(session, key)


def call_of(session: Session, meeting: Key, on: datetime.date) -> Call | None:
    """The call opened last by a day for the Committee that a meeting is to elect; ``None`` where there is none.

    The day is the secretariat's, on which it records who stands and who withdraws, wherever the meeting is held.
    """
    return rules.opened_last(CALLS.all(session, meeting=meeting), on)


def read_called(
    session: Session, facts: RecordedMeeting, on: datetime.date, organisation: Organisation
) -> CandidatureRecord | None:
    """The call of a meeting (:func:`call_of`) with what its documents say; ``None`` where there is none."""
    call = call_of(session, facts.meeting.key, on)
    return None if call is None else read_candidatures(session, facts.states, on, organisation, call.key)


def read_candidatures(
    session: Session,
    states: Mapping[StateCode, State],
    on: datetime.date,
    organisation: Organisation,
    of: Key | None = None,
) -> CandidatureRecord:
    """The call asked for (*of*), without one that opened last by a day, with what its documents say."""
    calls, choices = CALLS.all(session), CHOICES.all(session)
    call = rules.opened_last((one for one in calls if of in (None, one.key)), on)
    came = CANDIDATURES.all(session, call=call.key) if call is not None else ()
    return CandidatureRecord(
        on,
        states,
        call,
        came,
        slates=SLATES.all(session, call=call.key) if call is not None else (),
        people=tuple(PEOPLE.among(session, (one.person for one in came)).values()),
        mechanisms=MECHANISMS.holding(session, on),
        memberships=MEMBERSHIPS.holding(session, on),
        meeting=MEETINGS.get(session, call.meeting) if call is not None and call.meeting is not None else None,
        practices=Practices.on(choices, on),
        called_under=Practices.on(choices, call.opened_on if call is not None else on),
        figures=Figures.known_on(RULE_CHANGES.all(session), call.opened_on if call is not None else on),
        nth=rules.number_of(call, calls) if call is not None else 1,
        prefix=organisation.symbol_prefix,
        specimen=organisation.specimen,
        secretariat=organisation.secretariat,
    )
