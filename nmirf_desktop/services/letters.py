"""What letters about a meeting are made from, and to whom they go, read in one snapshot of the register."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from nmirf_desktop.domain.committees import committee_on, coordinator_on
from nmirf_desktop.domain.correspondents import language_of, written_to
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.letter_papers import partner_marks
from nmirf_desktop.domain.letters import ALL_TOGETHER, Addressee, LetterFacts
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting, notice_applies
from nmirf_desktop.domain.membership_rules import members_on, observers_on
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.participants import InvitationForm
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.recorded import RecordedMeeting, as_of
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.agenda_versions import is_revised
from nmirf_desktop.services.candidatures import read_candidatures
from nmirf_desktop.services.milestones import reckoned
from nmirf_desktop.services.parts import Part
from nmirf_desktop.services.requests import EACH
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.committees import SEATS, TERMS
from nmirf_desktop.storage.meetings import MEETING_TEXTS, MEETINGS
from nmirf_desktop.storage.members import FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.participants import INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.session import Session

FORMS = {
    DocumentKind.NOTE_VERBALE: InvitationForm.NOTE_VERBALE,
    DocumentKind.INVITATION: InvitationForm.LETTER,
}
"""How those are invited to whom a kind of letter goes."""
EVERYBODY = N_("Each who is invited, one file each")
MEMBERS_ONLY = N_(
    "{name}: no member of the Network on {day}, and items of {symbol} are proposed by members. Nothing was written: "
    "choose a member."
)
COMMITTEE_ONLY = N_(
    "{name}: no member of the Executive Committee on {day}, and items of {symbol} are proposed by its members. Nothing "
    "was written: choose a member."
)


@dataclass(frozen=True, slots=True)
class Written:
    """A letter *to* somebody; one of many is in one *language*, which is the addressee's."""

    facts: LetterFacts
    to: Addressee
    language: Language | None = None


@dataclass(frozen=True)
class WritingDesk:
    """Reads what letters about one meeting say; *states* are as named on the day of writing."""

    session: Session
    recorded: RecordedMeeting
    states: Mapping[StateCode, State]
    organisation: Organisation
    read: dict[datetime.date, LetterFacts] = field(default_factory=dict)

    def facts(self, on: datetime.date) -> LetterFacts:
        """What a letter of a day says of the meeting."""
        if on not in self.read:
            self.read[on] = self._facts(on)
        return self.read[on]

    def _facts(self, on: datetime.date) -> LetterFacts:
        known, meeting = self.recorded, self.recorded.meeting
        sent = (one.sent_on for one in known.dispatches)
        agreed = (meeting.agenda_agreed_on,) if meeting.agenda_agreed_on is not None else ()
        seat = coordinator_on(known.terms, known.seats, known.coordinations, on)
        called = read_candidatures(self.session, self.states, on, self.organisation)
        ours = called.meeting is not None and called.meeting.key == meeting.key
        return LetterFacts(
            meeting,
            on,
            self.states,
            self.organisation,
            sittings=known.sittings,
            texts=texts_of(self.session, meeting.key),
            enclosed=any(day <= on for day in (*sent, *agreed)),
            revised=is_revised(self.session, meeting, annotated=False),
            deadline=known.notice_ground.deadline(meeting) if notice_applies(meeting) else None,
            months=known.notice_ground.months(meeting),
            reply_by=self._days.get(MilestoneKind.REGISTRATION),
            items_by=self._days.get(MilestoneKind.CALL_FOR_ITEMS),
            call=called.call if ours else None,
            nth=called.nth,
            coordinator=seat.state if seat is not None else None,
            signer=PEOPLE.find(self.session, seat.person) if seat is not None and seat.person is not None else None,
            members=frozenset(members_on(known.memberships, on)),
        )

    @cached_property
    def _days(self) -> Mapping[MilestoneKind, datetime.date]:
        """The last days of what the meeting calls for."""
        found = reckoned(self.session, self.recorded.meeting)
        return {one.kind: day for one in found if (day := one.closes) is not None}

    def letters(self, kind: DocumentKind, to: str | None, on: datetime.date) -> tuple[Written, ...]:
        """The letters of a kind, all of the day chosen: to all together, to each who is invited, or to one of them.

        Raises :class:`Problem` where nobody is to be written to, and for a call for items to one who proposes none.
        """
        facts = self.facts(on)
        if to is None:
            return (Written(facts, ALL_TOGETHER),)
        if to != EACH:
            self._check_asked(kind, to, on)
            return (Written(facts, self._addressee(to, on)),)
        every = tuple(
            Written(facts, one, language_of(one.partner, one.person, one.state))
            for key in each(self.session, kind, self.recorded.meeting, on)
            for one in (self._addressee(key, on),)
        )
        if not every:
            raise Problem(
                N_("Nobody is to be written to about {symbol} in this form: record whom to invite first."),
                {"symbol": self.recorded.meeting.symbol},
            )
        return every

    def _check_asked(self, kind: DocumentKind, to: str, on: datetime.date) -> None:
        """A call for items goes to those who propose them, as the one to all of them does."""
        meeting = self.recorded.meeting
        if kind is DocumentKind.CALL_FOR_ITEMS and to not in each(self.session, kind, meeting, on):
            message = MEMBERS_ONLY if is_network_meeting(meeting) else COMMITTEE_ONLY
            name = self.states[to] if to in self.states else Content(PARTNERS.get(self.session, to).name)
            raise Problem(message, {"symbol": meeting.symbol, "name": name, "day": on}, field_name="part")

    def _addressee(self, key: str, on: datetime.date) -> Addressee:
        if key in self.states:
            mechanism = MECHANISMS.holding(self.session, on, state=key)
            return Addressee(
                self.states[key], person=self._written_to(key, on), mark=key,
                mechanism=next(iter(mechanism), None),
            )  # fmt: skip
        return Addressee(partner=PARTNERS.get(self.session, key), mark=self._marks[key])

    def _written_to(self, state: StateCode, on: datetime.date) -> Person | None:
        found = written_to(FOCAL_POINTS.holding(self.session, on, state=state), state, on)
        return None if found is None else PEOPLE.get(self.session, found.person)

    @cached_property
    def _marks(self) -> Mapping[Key, str]:
        return partner_marks(PARTNERS.all(self.session))


def texts_of(session: Session, meeting: Key) -> Mapping[Topic, Trilingual]:
    """The secretariat's own words about a meeting, by their topic."""
    return {one.topic: one.text for one in MEETING_TEXTS.all(session, meeting=meeting) if one.text}


def each(session: Session, kind: DocumentKind, meeting: Meeting, on: datetime.date) -> tuple[str, ...]:
    """To whom each a letter of a kind goes, States by code and partners by key.

    They are those recorded as invited in this form; where nobody was recorded yet, the members and observers of the
    day, or the members of the Committee. A call for items goes to members, whoever is invited.
    """
    invited = INVITEES.all(session, meeting=meeting.key)
    if kind in FORMS and invited:
        of_form = [one for one in invited if one.form is FORMS[kind]]
        partners = [one.partner for one in of_form if one.partner is not None]
        return (*sorted(one.state for one in of_form if one.state is not None), *partners)
    if not is_network_meeting(meeting):
        committee = committee_on(TERMS.all(session), SEATS.all(session), on)
        return tuple(sorted(seat.state for seat in committee.seats)) if committee is not None else ()
    memberships = MEMBERSHIPS.holding(session, on)
    members = members_on(memberships, on)
    return tuple(sorted(members if kind not in FORMS else {*members, *observers_on(memberships, on)}))


def addressees(session: Session, kind: DocumentKind, meeting: Key, states: States) -> tuple[Part, ...]:
    """To whom a letter of a kind about a meeting may be written, to choose from: each of them, then one by one."""
    found = MEETINGS.get(session, meeting)
    day = as_of(found)
    return (Part(EACH, "", _same(Said.words(EVERYBODY))), *_one_by_one(session, kind, found, states.on(day), day))


def _one_by_one(
    session: Session, kind: DocumentKind, meeting: Meeting, states: Mapping[StateCode, State], on: datetime.date
) -> Iterator[Part]:
    for key in each(session, kind, meeting, on):
        if key in states:
            yield Part(key, "", _same(Said.by(states[key].said_in)), listed=True)
        else:
            yield Part(key, "", PARTNERS.get(session, key).name, listed=True)


def _same(said: Said) -> Trilingual:
    return Trilingual.final(said.en, said.fr, said.es)
