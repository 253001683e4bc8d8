"""Elections from their opening to the last seat filled; the ballots themselves are :mod:`.ballots`."""

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from nmirf_desktop.domain import candidatures, election_checks
from nmirf_desktop.domain.candidatures import Call, Slate
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.elected_committees import ElectedCommittee, elected_committee
from nmirf_desktop.domain.election_board import Composition, ElectionBoard, Name, Records, board, composition
from nmirf_desktop.domain.elections import Body, Candidate, Election, Majority
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Practices
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.rule_changes import Figures
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.candidatures import call_of
from nmirf_desktop.services.committees import Appointment
from nmirf_desktop.services.electorate import calling_order, day_of, electorate_at
from nmirf_desktop.services.nominations import nominated_at
from nmirf_desktop.services.reopenings import announced_before, reopenings
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import CALLS, CANDIDATURES, SLATES, TERMS
from nmirf_desktop.storage.elections import BALLOTS, CANDIDATES, CORRECTIONS, ELECTIONS
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import approved
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.watch import CHOICES, RULE_CHANGES


@dataclass(frozen=True, slots=True)
class Nominee:
    """Who is to stand: a State, or a person by *name* whom it presents."""

    state: StateCode
    name: str = ""


@dataclass(frozen=True, slots=True)
class NewElection:
    """What an election is to be, with those who stand at its opening."""

    meeting: Key
    item: Key
    title: Trilingual
    seats: int
    nominees: tuple[Nominee, ...] = ()
    body: Body = Body.COMMITTEE
    majority: Majority = Majority.SIMPLE
    group: RegionalGroup | None = None
    call: Key | None = None


@dataclass(frozen=True, slots=True)
class Called:
    """The call for candidatures of a meeting: who stands in it, and the slate agreed last, if any."""

    call: Call
    states: tuple[StateCode, ...]
    slate: Slate | None


def records_of(
    session: Session, meeting: Meeting, elections: Iterable[Election], states: States
) -> tuple[Records, ...]:
    """The rows of some elections of a meeting, all read at once; each with the States as named on its day."""
    known = tuple(elections)
    keys = [one.key for one in known]
    stand, ballots = CANDIDATES.by(session, "election", keys), BALLOTS.by(session, "election", keys)
    corrections = CORRECTIONS.by(session, "ballot", [one.key for own in ballots.values() for one in own])
    again = reopenings(session, known)
    reopened = {one.election for one in again}
    since = nominated_at(
        session, (one for one in known if one.key in reopened), chain(*map(stand.__getitem__, reopened))
    )
    return tuple(
        Records(
            one,
            stand[one.key],
            ballots[one.key],
            tuple(chain(*(corrections[ballot.key] for ballot in ballots[one.key]))),
            states.on(day_of(meeting, one.opened_at)),
            tuple(own for own in again if own.election == one.key),
            {own.key: since[own.key] for own in stand[one.key] if own.key in since},
        )
        for one in known
    )


def _elected_committees(session: Session, elections: Collection[Election]) -> Mapping[Key, ElectedCommittee]:
    """The Committees elected in some elections, by meeting."""
    keys = [one.key for one in elections]
    stand, ballots = CANDIDATES.by(session, "election", keys), BALLOTS.by(session, "election", keys)
    ordered = sorted(elections, key=lambda one: (one.opened_at, one.key))
    meetings = dict.fromkeys(one.meeting for one in ordered)
    found = ((meeting, elected_committee(meeting, ordered, stand, ballots)) for meeting in meetings)
    return {meeting: one for meeting, one in found if one is not None}


class Elections:
    """The elections in the register."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def all(self, meeting: Key) -> tuple[ElectionBoard, ...]:
        """The elections of a meeting in their order."""
        with self._store.read() as session:
            return self._boards(session, meeting)

    def board(self, key: Key) -> ElectionBoard:
        """What the screen and the projector show of an election."""
        with self._store.read() as session:
            boards = self._boards(session, ELECTIONS.get(session, key).meeting)
        return next(one for one in boards if one.election.key == key)

    def _boards(self, session: Session, meeting: Key) -> tuple[ElectionBoard, ...]:
        """R28, R29, R33: each with the Committee of all that the meeting has elected, one ballot per group included.

        Who was a member is asked once somebody is elected.
        """
        held = MEETINGS.get(session, meeting)
        boards = [board(one) for one in self._of_meeting(session, held)]
        elected = [name.state for one in boards if one.election.body is Body.COMMITTEE for name in one.elected]
        choices, changes = CHOICES.all(session), RULE_CHANGES.all(session)
        opened = {day_of(held, one.election.opened_at): one.election.opened_at for one in boards}
        members = {day: electorate_at(session, held, at) for day, at in opened.items()} if elected else {}

        def composed(election: Election) -> Composition | None:
            day = day_of(held, election.opened_at)
            found = composition(election, elected, Practices.on(choices, day), members.get(day, ()))
            return None if found is None else dataclasses.replace(found, size=Figures(changes).seats(day))

        return tuple(dataclasses.replace(one, composition=composed(one.election)) for one in boards)

    def _of_meeting(self, session: Session, meeting: Meeting) -> tuple[Records, ...]:
        """The elections of a meeting, in the order in which they were opened."""
        found = sorted(ELECTIONS.all(session, meeting=meeting.key), key=lambda one: (one.opened_at, one.key))
        return records_of(session, meeting, found, self._states)

    def _records(self, session: Session, election: Election) -> Records:
        (found,) = records_of(session, MEETINGS.get(session, election.meeting), (election,), self._states)
        return found

    def committee(self, meeting: Key) -> ElectedCommittee | None:
        """*Executive Committee*, R32: the Committee that a meeting elected; ``None`` where no State was elected."""
        with self._store.read() as session:
            return _elected_committees(session, ELECTIONS.all(session, meeting=meeting)).get(meeting)

    def electing(self) -> Collection[Key]:
        """The meetings that elected a Committee."""
        with self._store.read() as session:
            return _elected_committees(session, ELECTIONS.all(session)).keys()

    def appointment(self, meeting: Key) -> Appointment | None:
        """*Executive Committee*, R32: the Committee that a meeting elected, as its appointment would be recorded.

        One ballot for each group makes one Committee. A State is represented by the person whom its candidature named.
        ``None`` where no State is elected, or the meeting's appointment is recorded already.
        """
        with self._store.read() as session:
            held = MEETINGS.get(session, meeting)
            records = [one for one in self._of_meeting(session, held) if one.election.body is Body.COMMITTEE]
            elections = [one.election for one in records]
            named = {name.key: name.state.iso3 for one in records for name in one.names}
            states = dict.fromkeys(named[key] for one in records for key in one.standing.keys)
            if not states or any(one.meeting == meeting for one in TERMS.all(session)):
                return None
            calls = [CALLS.get(session, one.call) for one in elections if one.call is not None]
            stood = [one for call in calls for one in CANDIDATURES.all(session, call=call.key)]
            persons = {one.state: one.person for one in stood}
            day = max(day_of(held, one.opened_at) for one in elections)
            seats = tuple((state, persons.get(state)) for state in states)
            return Appointment(day, seats, meeting, begins=calls[-1].begins if calls else None)

    def called(self, meeting: Key) -> Called | None:
        """The call of a meeting (:func:`call_of`), with those who stand today; ``None`` where there is none."""
        day = self._store.day_of(self._clock())
        with self._store.read() as session:
            call = call_of(session, meeting, day)
            if call is None:
                return None
            stand = candidatures.standing(CANDIDATURES.all(session, call=call.key), call, day)
            slate = candidatures.slate_on(SLATES.all(session, call=call.key), day)
            return Called(call, tuple(one.state for one in stand), slate)

    def open(self, new: NewElection) -> Election:
        """Open an election: who may vote is frozen; consensus is not sought first (R13).

        Raises:
            Refusal: nobody may vote on this day, or a candidate is named twice.
            Problem: it has no title or no seat.
        """
        with self._store.write(N_("open an election"), Subject.VOTES) as session:
            now, meeting = self._clock(), MEETINGS.get(session, new.meeting)
            election = Election(
                new_key(), new.meeting, new.item, new.title, new.body, new.seats, now,
                calling_order(session, meeting, now, self._states), new.majority, new.group, new.call,
            )  # fmt: skip
            stand = [
                Candidate(new_key(), election.key, place, one.state, one.name.strip())
                for place, one in enumerate(new.nominees)
            ]
            _, most = Figures(RULE_CHANGES.all(session)).seats(day_of(meeting, now))
            election_checks.check_election(election, stand, most)
            election_checks.check_group(election, stand, self._states.on(day_of(meeting, now)))
            ELECTIONS.save(session, election)
            for candidate in stand:
                CANDIDATES.save(session, candidate)
        return election

    def nominate(self, election: Key, nominee: Nominee) -> Candidate:
        """One more stands. ``Refusal`` where it stands already, is of another group, or the election is over."""
        with self._store.write(N_("enter a candidate"), Subject.VOTES) as session:
            held = ELECTIONS.standing(session, election)
            known = CANDIDATES.all(session, election=election)
            records = self._records(session, held)
            election_checks.check_not_over(records.standing)
            place = 1 + max((one.position for one in known), default=-1)
            new = Candidate(new_key(), election, place, nominee.state, nominee.name.strip())
            _, most = Figures(RULE_CHANGES.all(session)).seats(
                day_of(MEETINGS.get(session, held.meeting), held.opened_at)
            )
            election_checks.check_election(held, (*known, new), most)
            election_checks.check_group(held, (new,), records.states)
            CANDIDATES.save(session, new)
        return new

    def withdraw(self, candidate: Key) -> None:
        """A candidate no longer stands; what was voted stays, and when it first withdrew.

        Raises ``Refusal`` for one who is elected.
        """
        with self._store.write(N_("withdraw a candidate"), Subject.VOTES) as session:
            held = CANDIDATES.standing(session, candidate)
            records = self._records(session, ELECTIONS.get(session, held.election))
            if candidate in records.standing.keys:
                raise Refusal(N_("This candidate is elected already. Nothing was changed."), section="R35")
            if held.withdrawn_at is None:
                CANDIDATES.save(session, dataclasses.replace(held, withdrawn_at=self._clock()))

    def strike_candidate(self, candidate: Key) -> None:
        """A candidate was entered by mistake: it goes, and nothing tells it.

        Raises ``Refusal`` where it stood in a ballot, was elected, or had been announced as elected.
        """
        with self._store.write(N_("strike a candidate"), Subject.VOTES) as session:
            held = CANDIDATES.standing(session, candidate)
            election = ELECTIONS.get(session, held.election)
            ballots = BALLOTS.all(session, election=election.key)
            election_checks.check_striking_candidate(held, election, ballots)
            election_checks.check_never_announced(held, announced_before(session, election))
            CANDIDATES.remove(session, candidate)

    def acclaim(self, election: Key, slate: Key | None = None) -> None:
        """All who stand are elected without a ballot, or those of a *slate* that was agreed (R35).

        Raises:
            Refusal: more stand than seats are left, not all of the slate stand, a ballot is open, or the practice in
                force takes one always.
        """
        with self._store.write(N_("elect by acclamation"), Subject.VOTES) as session:
            held, now = ELECTIONS.standing(session, election), self._clock()
            chosen = tuple(one.key for one in self._acclaimed(session, held, slate, now))
            done = dataclasses.replace(held, acclaimed=chosen, acclaimed_at=now, on_slate=slate is not None)
            ELECTIONS.save(session, done)

    def foreseen(self, election: Key, slate: Key | None = None) -> tuple[Name, ...]:
        """Whom :meth:`acclaim` would elect now. Raises as it does."""
        with self._store.read() as session:
            return self._acclaimed(session, ELECTIONS.standing(session, election), slate, self._clock())

    def _acclaimed(self, session: Session, held: Election, slate: Key | None, now: datetime) -> tuple[Name, ...]:
        records, day = self._records(session, held), day_of(MEETINGS.get(session, held.meeting), now)
        agreed = None if slate is None else SLATES.standing(session, slate)
        stand = tuple(one for one in board(records).stand if agreed is None or one.state.iso3 in agreed.states)
        if any(one.closed_at is None for one in records.ballots):
            raise Refusal(election_checks.BALLOT_OPEN, section="R35")
        if agreed is not None:
            there = {one.state.iso3 for one in records.names if one in stand or one.key in records.standing.keys}
            election_checks.check_slate(agreed, there, records.states)
        chosen, practices = [one.key for one in stand], Practices.on(CHOICES.all(session), day)
        election_checks.check_acclamation(records.standing, chosen, agreed, practices)
        return stand

    def reopen(self, election: Key, reason: str) -> None:
        """(silent; part E) R27: an acclamation that was recorded by mistake is put right: nobody is elected by it.

        The *reason* is kept with the election; who was announced as elected stays in the journal.

        Raises:
            Refusal: nobody was acclaimed, the Committee was appointed, the minutes with it are approved, or another
                election goes on.
            Problem: the reason is missing.
        """
        with self._store.write(
            N_("reopen an election that was recorded as held by acclamation by mistake"), Subject.VOTES
        ) as session:
            held = ELECTIONS.standing(session, election)
            appointed = held.body is Body.COMMITTEE and any(one.meeting == held.meeting for one in TERMS.all(session))
            election_checks.check_reopening(held, reason, appointed=appointed, approved=approved(session, held.meeting))
            known = self._of_meeting(session, MEETINGS.get(session, held.meeting))
            election_checks.check_alone(one.election for one in known if one.going_on)
            again = dataclasses.replace(held, acclaimed=(), acclaimed_at=None, on_slate=False, reason=reason.strip())
            ELECTIONS.save(session, again)

    def stop(self, election: Key, reason: str) -> None:
        """The meeting breaks an election off, with the reason; who is elected stays so. Raises as the checks do."""
        with self._store.write(N_("break an election off"), Subject.VOTES) as session:
            held = ELECTIONS.standing(session, election)
            election_checks.check_not_over(self._records(session, held).standing)
            if not reason.strip():
                raise Problem(N_("Say why the election is broken off."), field_name="reason")
            ELECTIONS.save(session, dataclasses.replace(held, stopped_at=self._clock(), reason=reason))

    def strike(self, election: Key) -> None:
        """An election was entered by mistake: it goes. ``Refusal`` where it counted, elected or announced."""
        with self._store.write(N_("strike an election"), Subject.VOTES) as session:
            ballots = BALLOTS.all(session, election=election)
            held = self._records(session, ELECTIONS.get(session, election))
            election_checks.check_striking(held.standing, ballots, announced_before(session, held.election))
            for ballot in ballots:
                BALLOTS.remove(session, ballot.key)
            for candidate in CANDIDATES.all(session, election=election):
                CANDIDATES.remove(session, candidate.key)
            ELECTIONS.remove(session, election)
