"""Members, observers, their letters, mechanisms and focal points: what the coordinator does all year."""

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nmirf_desktop.domain import joining
from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.domain.functions import Role, function_of
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.joining import Ended, Joining, StateFacts
from nmirf_desktop.domain.members import Basis, Communication, Ending, FocalPoint, Mechanism, Membership, MembershipKind
from nmirf_desktop.domain.people import Person, check_person
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.i18n import N_
from nmirf_desktop.i18n.cldr import language_of_state
from nmirf_desktop.services.attachments import Filed, attach_all, filed, touching
from nmirf_desktop.services.designations import designate, end
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.attachments import ATTACHMENTS
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.states import REGROUPINGS, RENAMINGS
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

NOTIFIED, LEFT = ("reference",), ("leaving_reference", "leaving_received_on")
"""What is known of the notification of a change of status, and of that of a withdrawal."""
NOT_NOTIFIED = N_("This notification was taken back meanwhile: nothing was changed.")
Recorded = tuple[Sequence[Membership], Sequence[Communication]]
"""All memberships and all letters."""


@dataclass(frozen=True, slots=True)
class StateLine:
    """One State in the list of members, as of a day. *status* is ``None`` for a State that is neither.

    *reference* is that of the letter or notification by which the status began. It *lacks_letter* where that status
    rests on one that is not recorded (R8).
    """

    state: State
    status: MembershipKind | None
    since: datetime.date | None
    focal_point: Person | None
    pending: bool
    reference: str = ""
    lacks_letter: bool = False

    @property
    def key(self) -> StateCode:
        """The State's code, by which the list keeps its selection."""
        return self.state.iso3

    @property
    def lacks_focal_point(self) -> bool:
        """A member without a focal point who votes (R5)."""
        return self.status is MembershipKind.MEMBER and self.focal_point is None

    @property
    def lacks_address(self) -> bool:
        """A member to whom no e-mail can be sent."""
        return self.status is MembershipKind.MEMBER and (self.focal_point is None or not self.focal_point.email)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many States are what, and how many members and observers each regional group has, in the groups' order."""

    members: int
    observers: int
    neither: int
    members_by_group: tuple[tuple[RegionalGroup, int], ...]


def counted(lines: Iterable[StateLine]) -> Counts:
    """The numbers over the list of members."""
    kinds: Counter[MembershipKind | None] = Counter()
    groups: Counter[RegionalGroup | None] = Counter()
    for line in lines:
        kinds[line.status] += 1
        groups[line.state.group] += line.status is MembershipKind.MEMBER
    by_group = tuple((group, groups[group]) for group in RegionalGroup)
    return Counts(kinds[MembershipKind.MEMBER], kinds[MembershipKind.OBSERVER], kinds[None], by_group)


@dataclass(frozen=True, slots=True)
class StateFile:
    """Everything that the register holds about one State, ended facts included, oldest first."""

    state: State
    memberships: tuple[Membership, ...]
    communications: tuple[Communication, ...]
    mechanisms: tuple[Mechanism, ...]
    focal_points: tuple[FocalPoint, ...]
    people: dict[Key, Person]
    renamings: tuple[Renaming, ...] = ()
    regroupings: tuple[Regrouping, ...] = ()
    files: tuple[Filed, ...] = ()
    """The attached files of all its records, the newest first."""

    def membership(self, on: datetime.date) -> Membership | None:
        """What the State is on a day."""
        return rules.membership_on(self.memberships, self.state.iso3, on)

    def first_day(self, on: datetime.date) -> datetime.date:
        """The first day of what the State is on a day, for what is recorded first; else the day itself."""
        membership = self.membership(on)
        return on if membership is None else membership.period.start

    def focal_points_on(self, on: datetime.date) -> tuple[FocalPoint, ...]:
        """Who is designated on a day, the one who votes first."""
        running = rules.focal_points_on(self.focal_points, self.state.iso3, on)
        return tuple(sorted(running, key=lambda one: not one.voting))

    def mechanism(self, on: datetime.date) -> Mechanism | None:
        """The mechanism that exists on a day."""
        return rules.mechanism_on(self.mechanisms, self.state.iso3, on)


class Members:
    """The register of members; *clock* says on which day a file is attached."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def list(self, on: datetime.date, recorded: Recorded | None = None) -> tuple[StateLine, ...]:
        """All States with their status, focal point and unanswered elements, as of a day.

        *recorded* are all memberships and letters, where they are at hand and need not be read.
        """
        with self._store.read() as session:
            known, letters = recorded or (MEMBERSHIPS.all(session), COMMUNICATIONS.all(session))
            voting = {one.state: one for one in FOCAL_POINTS.holding(session, on, voting=True)}
            people = PEOPLE.among(session, (one.person for one in voting.values()))
        memberships = {one.state: one for one in known if one.period.holds(on)}
        references = {one.key: one.reference for one in letters}
        last = {one.state: one for one in sorted(letters, key=lambda one: one.received_on) if one.received_on <= on}
        begun: dict[StateCode, list[Membership]] = {}
        for one in known:
            if one.period.start <= on:
                begun.setdefault(one.state, []).append(one)
        waiting = {code for code, letter in last.items() if rules.led_to(letter, begun.get(code, ())) is None}
        return tuple(
            StateLine(
                state=state,
                status=found.kind if (found := memberships.get(code)) is not None else None,
                since=found.period.start if found is not None else None,
                focal_point=people.get(voting[code].person) if code in voting else None,
                pending=code in waiting,
                reference="" if found is None else references.get(found.communication or "", found.reference),
                lacks_letter=found is not None and found.lacks_letter,
            )
            for code, state in self._states.on(on).items()
        )

    def file(self, state: StateCode, on: datetime.date) -> StateFile:
        """One State's file."""
        with self._store.read() as session:
            points = FOCAL_POINTS.all(session, state=state)
            return StateFile(
                state=self._states.on(on)[state],
                memberships=tuple(sorted(MEMBERSHIPS.all(session, state=state), key=lambda one: one.period.start)),
                communications=tuple(sorted(COMMUNICATIONS.all(session, state=state), key=lambda one: one.received_on)),
                mechanisms=MECHANISMS.all(session, state=state),
                focal_points=tuple(sorted(points, key=lambda one: one.period.start)),
                people=PEOPLE.among(session, (point.person for point in points)),
                renamings=tuple(sorted(RENAMINGS.all(session, state=state), key=lambda one: one.since)),
                regroupings=tuple(sorted(REGROUPINGS.all(session, state=state), key=lambda one: one.since)),
                files=filed(session, state),
            )

    def state_of(self, key: str) -> StateCode:
        """The State of the key of a communication or an attached file; any other key is taken for a State's code."""
        with self._store.read() as session:
            found = COMMUNICATIONS.find(session, key) or ATTACHMENTS.find(session, key)
        return key if found is None or found.state is None else found.state

    def voting_person(self, state: StateCode, on: datetime.date) -> Key | None:
        """The person whom a State has designated to vote on a day, if any."""
        with self._store.read() as session:
            point = rules.voting_focal_point(FOCAL_POINTS.all(session, state=state), state, on)
        return None if point is None else point.person

    def admit_founders(self, states: Iterable[StateCode], kind: MembershipKind) -> None:
        """States that took part in Asunción: no letter, from the day of adoption; all of them or none (R9).

        Raises:
            Refusal: one of them, which it names, has a membership already.
        """
        with self._store.write(N_("record a founding membership"), Subject.MEMBERS) as session:
            known, there = list(MEMBERSHIPS.all(session)), self._states.on(ADOPTION_DAY)
            for state in states:
                founding = Membership(new_key(), state, kind, Period(ADOPTION_DAY), Basis.FOUNDING)
                try:
                    rules.may_admit(known, founding, there.keys())
                except Refusal as refusal:
                    raise rules.naming(refusal, there, state) from None
                MEMBERSHIPS.save(session, founding)
                known.append(founding)

    def receive(self, letter: Communication, files: Sequence[NewFile] = ()) -> Joining:
        """Keep a letter with its *files*; where both elements are there, the State joins on that day (R8).

        Nobody approves it. Raises ``Problem`` for a day of receipt that lies ahead, or where it is there already.
        """
        check_happened(letter.received_on, self._today)
        subjects = touching(Subject.MEMBERS, files=files)
        with self._store.write(N_("receive a communication"), *subjects) as session:
            rules.check_letter_once(COMMUNICATIONS.all(session, state=letter.state), letter)
            COMMUNICATIONS.save(session, letter)
            self._attach(session, Holder(HolderKind.COMMUNICATION, letter.key), letter.state, files, letter.received_on)
            return self._follow(session, letter)

    def correct(self, letter: Communication, files: Sequence[NewFile] = ()) -> Joining:
        """A letter was written down wrongly: the membership that it founded, or did not, follows what it says (R8).

        Further *files* of it are attached.

        Raises:
            Refusal: that membership ended since and would not have been as it was, or another one is in the way.
            Problem: as :meth:`receive`.
        """
        check_happened(letter.received_on, self._today)
        subjects = touching(Subject.MEMBERS, files=files)
        with self._store.write(N_("correct a communication"), *subjects) as session:
            self._attach(session, Holder(HolderKind.COMMUNICATION, letter.key), letter.state, files, letter.received_on)
            wrong = COMMUNICATIONS.standing(session, letter.key)
            rules.check_letter_once(COMMUNICATIONS.all(session, state=letter.state), letter)
            before = rules.led_to(wrong, MEMBERSHIPS.all(session, state=letter.state))
            COMMUNICATIONS.save(session, letter)
            self._follow(session, wrong)
            return dataclasses.replace(self._follow(session, letter), before=before)

    def _attach(
        self, session: Session, holder: Holder, state: StateCode, files: Sequence[NewFile], day: datetime.date
    ) -> None:
        """Attach what a fact of a *day* is recorded with; a file without a date of its own has that one."""
        dated = [dataclasses.replace(file, dated=file.dated or day) for file in files]
        attach_all(session, holder, state, dated, self._today)

    def _follow(self, session: Session, letter: Communication) -> Joining:
        """Bring the membership to which a letter leads in step with the letters that are recorded."""
        found = joining.follow(letter, facts_of(session, letter.state), self._states.on(letter.received_on), new_key)
        if found.now is not None:
            MEMBERSHIPS.save(session, found.now)
        elif found.before is not None:
            MEMBERSHIPS.remove(session, found.before.key)
        return found

    def change_status(
        self, state: StateCode, on: datetime.date, files: Sequence[NewFile] = (), reference: str = ""
    ) -> Membership:
        """An observer becomes a member, or a member an observer, on the day of its notification (R10).

        An end that was noted for a later day stays; the designations of the status that it had end with it. The
        *files* and the *reference* are those of the notification. Raises ``Problem`` for a day that lies ahead.
        """
        check_happened(on, self._today)
        with self._store.write(N_("change a status"), *touching(Subject.MEMBERS, files=files)) as session:
            facts = facts_of(session, state)
            current = self._current(facts.memberships, state, on)
            ended = joining.change_of_status(current, on, facts, self._states.on(on), new_key).by(reference)
            new = _keep(session, ended)
            self._attach(session, Holder(HolderKind.MEMBERSHIP, new.key), state, files, on)
            return new

    def withdraw(
        self,
        state: StateCode,
        received: datetime.date,
        later: datetime.date | None = None,
        files: Sequence[NewFile] = (),
        reference: str = "",
    ) -> Membership:
        """A State withdraws, on receipt of its notification or on a later day that it names (R11).

        The *files* and the *reference* are those of the notification. Raises ``Problem`` where its receipt lies ahead.
        """
        check_happened(received, self._today)
        with self._store.write(N_("record a withdrawal"), *touching(Subject.MEMBERS, files=files)) as session:
            facts = facts_of(session, state)
            current = self._current(facts.memberships, state, received)
            ended = _keep(session, joining.withdrawal(current, received, later, facts, reference))
            self._attach(session, Holder(HolderKind.MEMBERSHIP, ended.key), state, files, received)
            return ended

    def correct_notification(self, membership: Membership, *, leaving: bool = False) -> None:
        """The reference of a notification was missing or wrong, or the day on which a withdrawal was received (R11).

        Of *membership*, what its first notification says is taken, or what that of *leaving* says.

        Raises:
            Refusal: the withdrawal would have taken effect before its receipt, or the notification was taken back.
            Problem: as :meth:`withdraw`.
        """
        check_happened(membership.leaving_received_on if leaving else None, self._today)
        with self._store.write(N_("correct a notification"), Subject.MEMBERS) as session:
            known = MEMBERSHIPS.find(session, membership.key)
            if known is None or (leaving and known.ending is not Ending.WITHDRAWAL):
                raise Refusal(NOT_NOTIFIED, section="R11")
            said = {name: getattr(membership, name) for name in (LEFT if leaving else NOTIFIED)}
            corrected = dataclasses.replace(known, **said)
            rules.check_receipt(corrected)
            MEMBERSHIPS.save(session, corrected)

    def _current(self, memberships: tuple[Membership, ...], state: StateCode, on: datetime.date) -> Membership:
        current = rules.membership_on(memberships, state, on)
        if current is None:
            values = {"state": self._states.on(on)[state], "day": on}
            raise Refusal(N_("{state} is neither member nor observer on {day}."), values, section="R4")
        return current

    def designate(self, point: FocalPoint, person: Person, files: Sequence[NewFile] = ()) -> None:
        """A State designates a person, by a letter with *files*; designation is the power to vote (R5, R6)."""
        with self._store.write(N_("designate a focal point"), *touching(Subject.MEMBERS, files=files)) as session:
            self._designate(session, point, person, files)

    @staticmethod
    def proposed_person(state: State, role: Role = Role.VOTES) -> Person:
        """A function without a name to begin a designation with, who writes in the State's language."""
        return Person(new_key(), function_of(state, role), state.iso3, language=language_of_state(state.iso3))

    def succeed(self, point: FocalPoint, person: Person, files: Sequence[NewFile] = ()) -> None:
        """Designate a person and end, on the day before, whoever was marked as voting until then (R5)."""
        first = point.period.start
        with self._store.write(N_("replace a focal point"), *touching(Subject.MEMBERS, files=files)) as session:
            current = rules.voting_focal_point(FOCAL_POINTS.all(session, state=point.state), point.state, first)
            if current is not None:
                end(session, current, first)
            self._designate(session, point, person, files)

    def _designate(self, session: Session, point: FocalPoint, person: Person, files: Sequence[NewFile]) -> None:
        designate(session, point, person)
        self._attach(session, Holder(HolderKind.FOCAL_POINT, point.key), point.state, files, point.period.start)

    def end_designation(self, key: Key, first_day_after: datetime.date) -> None:
        """A designation ends; *first_day_after* is the first day on which it no longer holds."""
        with self._store.write(N_("end a designation"), Subject.MEMBERS) as session:
            end(session, FOCAL_POINTS.standing(session, key), first_day_after)

    def save_person(self, person: Person) -> None:
        """Keep a person's particulars."""
        check_person(person)
        with self._store.write(N_("change a person"), Subject.MEMBERS) as session:
            PEOPLE.save(session, person)

    def save_mechanism(self, mechanism: Mechanism) -> None:
        """Keep what is known of a State's mechanism; it has a name in one language at least."""
        rules.check_mechanism(mechanism)
        with self._store.write(N_("describe a mechanism"), Subject.MEMBERS) as session:
            rules.check_one_mechanism(MECHANISMS.all(session, state=mechanism.state), mechanism)
            MECHANISMS.save(session, mechanism)

    def replace_mechanism(self, mechanism: Mechanism) -> None:
        """Another mechanism follows: the one that exists on its first day ends on the day before (R2)."""
        rules.check_mechanism(mechanism)
        first = mechanism.period.start
        with self._store.write(N_("replace a mechanism"), Subject.MEMBERS) as session:
            known = MECHANISMS.all(session, state=mechanism.state)
            earlier = rules.mechanism_on([one for one in known if one.key != mechanism.key], mechanism.state, first)
            if earlier is not None:
                period = Period(earlier.period.start, first)
                MECHANISMS.save(session, dataclasses.replace(earlier, period=period))
            rules.check_one_mechanism(MECHANISMS.all(session, state=mechanism.state), mechanism)
            MECHANISMS.save(session, mechanism)


def facts_of(session: Session, state: StateCode) -> StateFacts:
    """What is recorded of one State."""
    return StateFacts(
        MEMBERSHIPS.all(session, state=state),
        COMMUNICATIONS.all(session, state=state),
        FOCAL_POINTS.all(session, state=state),
    )


def _keep(session: Session, ended: Ended) -> Membership:
    """Keep what ended and what followed; the last membership of them."""
    for membership in filter(None, (ended.old, ended.new)):
        MEMBERSHIPS.save(session, membership)
    for point in ended.focal_points:
        FOCAL_POINTS.save(session, point)
    return ended.new or ended.old
