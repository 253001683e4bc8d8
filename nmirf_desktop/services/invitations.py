"""Who is invited to a meeting, what they answer, and their delegations."""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nmirf_desktop.domain import invitations as rules
from nmirf_desktop.domain.attachments import Attachment, Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.correspondents import written_to
from nmirf_desktop.domain.guests import GuestLine, Guests
from nmirf_desktop.domain.invitations import COMING, Capacity
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.participants import Answer, Delegate, InvitationForm, Invitee, Partner
from nmirf_desktop.domain.partnerships import with_standing
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attachments import attach_all, touching
from nmirf_desktop.services.committees import record_people
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.attachments import held_by, held_by_each
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import FOCAL_POINTS, MEMBERSHIPS
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS, recorded_partner
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

LETTERS_KEPT = N_(
    "Letters are kept with this invitation, so that it was not taken back: remove them first, or record apologies. "
    "They are: {letters}."
)


@dataclass(frozen=True, slots=True)
class Invitable:
    """Who is not in a meeting's list yet: members and observers of the day, other States, and partners."""

    members: tuple[State, ...]
    observers: tuple[State, ...]
    others: tuple[State, ...]
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """How some States and partners are invited: prepared is not sent, so that *invited_on* may be empty."""

    states: tuple[StateCode, ...] = ()
    partners: tuple[Key, ...] = ()
    form: InvitationForm | None = None
    invited_on: datetime.date | None = None
    reference: str = ""


class Invitations:
    """The invitations of a register; *clock* says which day is today."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def guests(self, meeting: Key) -> Guests:
        """All who are invited to a meeting: members, observers, other States, partners."""
        with self._store.read() as session:
            return read_guests(session, MEETINGS.get(session, meeting), self._states)

    def meeting_of(self, invitee: Key) -> Key | None:
        """The meeting of an invitation, ``None`` where there is none of that key."""
        with self._store.read() as session:
            found = INVITEES.find(session, invitee)
        return found.meeting if found is not None else None

    def invitable(self, meeting: Key, on: datetime.date) -> Invitable:
        """Who can still be invited on a day (R41, R44); OHCHR is a partner before it is recorded (R45)."""
        with self._store.read() as session:
            there = INVITEES.all(session, meeting=meeting)
            memberships, partners = MEMBERSHIPS.holding(session, on), with_standing(PARTNERS.all(session))
        states, invited = self._states.on(on), {one.state for one in there}
        by: dict[Capacity, list[State]] = defaultdict(list)
        for code, state in states.items():
            if code not in invited:
                by[rules.capacity_of_state(memberships, code, on)].append(state)
        known = {one.partner for one in there}
        return Invitable(
            tuple(by[Capacity.MEMBER]),
            tuple(by[Capacity.OBSERVER]),
            tuple(by[Capacity.OTHER_STATE]),
            tuple(one for one in partners if one.key not in known),
        )

    def invite(self, meeting: Key, invitation: Invitation) -> int:
        """Invite States and partners in one step; who stands in the list already stays as recorded. How many are new.

        Raises:
            Problem: nobody is new, or the day of the invitation is still to come.
        """
        with self._store.write(N_("invite to a meeting"), Subject.PARTICIPANTS) as session:
            there = INVITEES.all(session, meeting=meeting)
            known = {one.state or one.partner for one in there}
            for key in invitation.partners:
                recorded_partner(session, key)
            partners = {one.key: one.kind for one in PARTNERS.all(session)}
            states: list[Invitee] = [
                Invitee(new_key(), meeting, state=code)
                for code in dict.fromkeys(invitation.states)
                if code not in known
            ]
            guests = [
                Invitee(new_key(), meeting, partner=key)
                for key in dict.fromkeys(invitation.partners)
                if key not in known
            ]
            for one in (*states, *guests):
                usual = rules.usual_form(partners[one.partner] if one.partner is not None else None)
                new = dataclasses.replace(
                    one,
                    form=invitation.form or usual,
                    invited_on=invitation.invited_on,
                    reference=invitation.reference,
                )
                rules.check_invitee(new, (), self._today)
                INVITEES.save(session, new)
            if not (states or guests):
                raise Problem(N_("All of these stand in the list of this meeting already."), field_name="whom")
        return len(states) + len(guests)

    def sent(self, keys: Iterable[Key], on: datetime.date, reference: str = "") -> int:
        """The invitations went out on a day; an empty *reference* takes none away. How many changed."""
        with self._store.write(N_("record the sending of invitations"), Subject.PARTICIPANTS) as session:
            return self._change(
                session,
                keys,
                lambda one: dataclasses.replace(one, invited_on=on, reference=reference or one.reference),
            )

    def answer(self, keys: Iterable[Key], answer: Answer, on: datetime.date | None, reference: str = "") -> int:
        """Some answered alike on a day; an empty *reference* takes none away.

        Who does not come has no delegation: the journal keeps the one that was.

        Raises:
            Problem: an answer has no day, or one that cannot be.
        """
        with self._store.write(N_("record answers to an invitation"), Subject.PARTICIPANTS) as session:
            return self._change(
                session,
                keys,
                lambda one: dataclasses.replace(
                    one, answer=answer, answered_on=on, answer_reference=reference or one.answer_reference
                ),
            )

    def _change(self, session: Session, keys: Iterable[Key], made: Callable[[Invitee], Invitee]) -> int:
        changed = 0
        for key in keys:
            before = INVITEES.standing(session, key)
            now = rules.settled(made(before))
            if now != before:
                self._keep(session, now)
                changed += 1
        return changed

    def _keep(self, session: Session, invitee: Invitee) -> None:
        rules.check_invitee(invitee, INVITEES.all(session, meeting=invitee.meeting), self._today)
        INVITEES.save(session, invitee)
        if invitee.answer not in COMING:
            for one in DELEGATES.all(session, invitee=invitee.key):
                DELEGATES.remove(session, one.key)

    def keep_answer(self, answered: Invitee, files: Sequence[NewFile] = ()) -> None:
        """The answer to an invitation and the note, with the letters that came; the invitation stays as recorded.

        Raises:
            Problem: as :func:`~.rules.check_invitee` says, or a file is too large or there already.
            Refusal: the invitation was taken back meanwhile.
        """
        answered = rules.settled(answered)
        subjects = touching(Subject.PARTICIPANTS, files=files)
        with self._store.write(N_("record an answer to an invitation"), *subjects) as session:
            invitee = dataclasses.replace(
                INVITEES.standing(session, answered.key),
                answer=answered.answer,
                answered_on=answered.answered_on,
                answer_reference=answered.answer_reference,
                note=answered.note,
            )
            self._keep(session, invitee)
            if files:
                day = invitee.answered_on or self._today
                dated = [file if file.dated else dataclasses.replace(file, dated=day) for file in files]
                attach_all(session, Holder(HolderKind.INVITEE, invitee.key), invitee.state, dated, self._today)

    def delegate(self, invitee: Key, delegates: Sequence[Delegate], people: Iterable[Person] = ()) -> None:
        """The delegation of an invited State or partner from now on, in its order, one of them its head.

        *people* are those whom the register does not know yet. Raises ``Problem`` as :func:`~.rules.check_delegation`.
        """
        people = tuple(people)
        touched = (Subject.PARTICIPANTS, Subject.MEMBERS) if people else (Subject.PARTICIPANTS,)
        with self._store.write(N_("change a delegation"), *touched) as session:
            record_people(session, people)
            save_delegation(session, INVITEES.get(session, invitee), delegates)

    def keep_delegate(self, invitee: Key, one: Delegate, people: Iterable[Person] = ()) -> None:
        """Somebody new in a delegation, whose key is empty, or put right; who else is in it stays as recorded.

        *people* are those whom the register does not know yet.

        Raises:
            Problem: as :func:`~.rules.check_delegation` says.
            Refusal: the invitation, or who is put right, was taken out meanwhile.
        """
        people = tuple(people)
        subjects = (Subject.PARTICIPANTS, Subject.MEMBERS) if people else (Subject.PARTICIPANTS,)
        with self._store.write(N_("change a delegation"), *subjects) as session:
            host = INVITEES.standing(session, invitee)
            if one.key:
                DELEGATES.standing(session, one.key)
            record_people(session, people)
            held = rules.in_order(DELEGATES.all(session, invitee=invitee))
            save_delegation(session, host, rules.joined(held, dataclasses.replace(one, key=one.key or new_key())))

    def remove(self, keys: Iterable[Key]) -> int:
        """Take invitations back that were recorded by mistake, with their delegations. How many they were.

        Raises:
            Problem: letters are kept with one of them; none is taken back.
        """
        found = tuple(keys)
        with self._store.write(N_("take back an invitation"), Subject.PARTICIPANTS) as session:
            for key in found:
                letters = held_by(session, Holder(HolderKind.INVITEE, key))
                if letters:
                    raise Problem(LETTERS_KEPT, {"letters": Listed(tuple(one.name for one in letters))})
                for one in DELEGATES.all(session, invitee=key):
                    DELEGATES.remove(session, one.key)
                INVITEES.remove(session, key)
        return len(found)


def settle_delegations(session: Session, facts: Iterable[object]) -> None:
    """Bring the delegations of which some facts are into their order; who does not come after all has none."""
    keys = {
        one.invitee if isinstance(one, Delegate) else one.key for one in facts if isinstance(one, Delegate | Invitee)
    }
    for key in sorted(keys):
        invitee, held = INVITEES.get(session, key), rules.in_order(DELEGATES.all(session, invitee=key))
        save_delegation(session, invitee, held if invitee.answer in COMING else ())


def save_delegation(session: Session, invitee: Invitee, delegates: Sequence[Delegate]) -> None:
    """Keep a delegation in its order in place of the one that was. Raises ``Problem`` as the rules do."""
    found = rules.placed(delegates)
    rules.check_delegation(invitee, found)
    stays = {one.key for one in found}
    for one in DELEGATES.all(session, invitee=invitee.key):
        if one.key not in stays:
            DELEGATES.remove(session, one.key)
    for one in found:
        DELEGATES.save(session, one)


def read_guests(session: Session, meeting: Meeting, states: States) -> Guests:
    """All who are invited to a meeting, as of its first day."""
    on = meeting.opens_on
    invitees = INVITEES.all(session, meeting=meeting.key)
    keys = [one.key for one in invitees]
    delegations = {key: rules.in_order(found) for key, found in DELEGATES.by(session, "invitee", keys).items()}
    kinds = {one.state: one.kind for one in MEMBERSHIPS.holding(session, on)}
    partners = PARTNERS.by_key(PARTNERS.all(session))
    points: dict[StateCode, list[FocalPoint]] = defaultdict(list)
    for point in FOCAL_POINTS.holding(session, on):
        points[point.state].append(point)
    chosen = ((state, written_to(held, state, on)) for state, held in points.items())
    correspondents = {state: point.person for state, point in chosen if point is not None}
    designated = {state: frozenset(one.person for one in held if not one.alternate) for state, held in points.items()}
    sent = (one.person for found in delegations.values() for one in found)
    people = PEOPLE.among(session, (*sent, *correspondents.values()))
    reader = _Reader(states.on(on), invitees, kinds, partners, people, correspondents, designated, delegations)
    files = held_by_each(session, HolderKind.INVITEE, keys)
    lines = (reader.line(one, files[one.key]) for one in invitees)
    return Guests(meeting, tuple(sorted(lines, key=lambda line: (list(Capacity).index(line.capacity), line.key))))


@dataclass(frozen=True)
class _Reader:
    """What a line of the list is made from; *kinds* are those of the memberships of the day.

    *correspondents* are the keys of those who are written to for each State.
    """

    states: Mapping[StateCode, State]
    invitees: tuple[Invitee, ...]
    kinds: Mapping[StateCode, MembershipKind]
    partners: Mapping[Key, Partner]
    people: Mapping[Key, Person]
    correspondents: Mapping[StateCode, Key]
    designated: Mapping[StateCode, frozenset[Key]]
    delegations: Mapping[Key, tuple[Delegate, ...]]

    @cached_property
    def _where(self) -> Mapping[Key, tuple[Invitee, ...]]:
        """In which delegations each person stands."""
        found: dict[Key, tuple[Invitee, ...]] = {}
        for invitee in self.invitees:
            for one in self.delegations[invitee.key]:
                found[one.person] = (*found.get(one.person, ()), invitee)
        return found

    def _named(self, one: Invitee) -> State | Partner | None:
        return self.states.get(one.state or "") or self.partners.get(one.partner or "")

    def line(self, one: Invitee, files: tuple[Attachment, ...]) -> GuestLine:
        """An invitation with what belongs to it."""
        partner = self.partners.get(one.partner or "")
        delegation = self.delegations[one.key]
        elsewhere = {
            each.person: tuple(
                name for other in self._where[each.person] if other != one and (name := self._named(other)) is not None
            )
            for each in delegation
        }
        capacity = rules.capacity_of_partner(partner) if partner is not None else self._capacity(one.state or "")
        return GuestLine(
            one,
            capacity,
            self.states.get(one.state or ""),
            partner,
            tuple((each, self.people[each.person]) for each in delegation),
            self.people.get(self.correspondents.get(one.state or "", "")),
            files,
            {person: names for person, names in elsewhere.items() if names},
            self.designated.get(one.state or "", frozenset()) if capacity is Capacity.MEMBER else frozenset(),
        )

    def _capacity(self, state: StateCode) -> Capacity:
        kind = self.kinds.get(state)
        return Capacity.OTHER_STATE if kind is None else Capacity(kind.value)
