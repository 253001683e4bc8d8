"""Who is invited to a meeting as what, what an answer and a delegation must be, and who is expected in the room."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.members import Membership, MembershipKind
from nmirf_desktop.domain.membership_rules import membership_on
from nmirf_desktop.domain.participants import (
    Answer,
    Delegate,
    InvitationForm,
    Invitee,
    Part,
    Partner,
    PartnerKind,
)
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.i18n.folding import folded

ANSWERS_DUE_DAYS = 21
"""From so many days before a meeting on, what was not answered yet is among what is due."""


class Capacity(StrEnum):
    """As what somebody comes, in the order of the list of participants; R4, R7, R41, R44, R45."""

    MEMBER = "member"
    OBSERVER = "observer"
    OTHER_STATE = "other_state"
    OHCHR = "ohchr"
    UN_ENTITY = "un_entity"
    NHRI = "nhri"
    HUMAN_RIGHTS_BODY = "human_rights_body"
    CIVIL_SOCIETY = "civil_society"
    ACADEMIA = "academia"
    OTHER = "other"


CAPACITY_LABELS = {
    Capacity.MEMBER: N_("Member"),
    Capacity.OBSERVER: N_("Observer"),
    Capacity.OTHER_STATE: N_("Other State"),
    Capacity.OHCHR: N_("OHCHR"),
    Capacity.UN_ENTITY: N_("United Nations entity"),
    Capacity.NHRI: N_("National human rights institution"),
    Capacity.HUMAN_RIGHTS_BODY: N_("International human rights body"),
    Capacity.CIVIL_SOCIETY: N_("Civil society"),
    Capacity.ACADEMIA: N_("Academia"),
    Capacity.OTHER: N_("Other partner"),
}
OF_STATES = (Capacity.MEMBER, Capacity.OBSERVER, Capacity.OTHER_STATE)
ANSWER_LABELS = {
    Answer.AWAITED: N_("Awaited"),
    Answer.ATTENDS: N_("Attends"),
    Answer.ONLINE: N_("Attends online"),
    Answer.APOLOGIES: N_("Apologies"),
}
COMING = frozenset({Answer.ATTENDS, Answer.ONLINE})
"""The answers after which somebody takes part."""
FORM_LABELS = {InvitationForm.NOTE_VERBALE: N_("Note verbale"), InvitationForm.LETTER: N_("Letter")}
PART_LABELS = {Part.HEAD: N_("Head of delegation"), Part.DELEGATE: N_("Delegate"), Part.ADVISER: N_("Adviser")}


def capacity_of_state(memberships: Iterable[Membership], state: StateCode, on: datetime.date) -> Capacity:
    """*Membership*, R4, R7: as what a State comes on a day; one that is in the Network as neither is a guest."""
    membership = membership_on(memberships, state, on)
    if membership is None:
        return Capacity.OTHER_STATE
    return Capacity.MEMBER if membership.kind is MembershipKind.MEMBER else Capacity.OBSERVER


def capacity_of_partner(partner: Partner) -> Capacity:
    """*Partnerships*, R44, R45: as what a partner comes; it has no seat and no vote."""
    return Capacity(partner.kind.value)


def usual_form(partner: PartnerKind | None) -> InvitationForm:
    """How an invitation is usually written: to States as a note verbale, to partners as a letter."""
    return InvitationForm.NOTE_VERBALE if partner is None else InvitationForm.LETTER


def check_invitee(invitee: Invitee, others: Iterable[Invitee], today: datetime.date) -> None:
    """What an invitation or an answer cannot be.

    Raises:
        Problem: the State or partner stands in the meeting's list already, an answer has no day, a day lies ahead of
            *today*, or the answer came before the invitation went out.
    """
    for one in others:
        if one.key != invitee.key and (one.state, one.partner) == (invitee.state, invitee.partner):
            raise Problem(N_("This State or partner stands in the list of this meeting already."), field_name="state")
    for day, name in ((invitee.invited_on, "invited_on"), (invitee.answered_on, "answered_on")):
        check_happened(day, today, name)
    if invitee.answer is not Answer.AWAITED and invitee.answered_on is None:
        raise Problem(N_("Give the day on which the answer came."), field_name="answered_on")
    if invitee.invited_on and invitee.answered_on and invitee.answered_on < invitee.invited_on:
        raise Problem(
            N_("The answer of {day} would have come before the invitation of {invited}."),
            {"day": invitee.answered_on, "invited": invitee.invited_on},
            field_name="answered_on",
        )


def settled(invitee: Invitee) -> Invitee:
    """An invitee whose answer is still awaited has neither a day nor a reference of one."""
    if invitee.answer is not Answer.AWAITED:
        return invitee
    return replace(invitee, answered_on=None, answer_reference="")


def answer_awaited(invitee: Invitee, on: datetime.date = datetime.date.max) -> bool:
    """Whether somebody was invited by a day and has not answered: what is only prepared awaits nothing."""
    return invitee.answer is Answer.AWAITED and invitee.invited_on is not None and invitee.invited_on <= on


def in_order(delegates: Iterable[Delegate]) -> tuple[Delegate, ...]:
    """A delegation as it is listed: its head first, then the others by their place."""
    return tuple(sorted(delegates, key=lambda one: (one.part is not Part.HEAD, one.position, one.key)))


def placed(delegates: Iterable[Delegate]) -> tuple[Delegate, ...]:
    """A delegation in the order given, numbered from 0; its first person leads it where nobody does, and one only.

    Of several heads the last one named in the list counts, for that is who was made head last.
    """
    found = list(delegates)
    heads = [place for place, one in enumerate(found) if one.part is Part.HEAD]
    lead = heads[-1] if heads else 0
    return tuple(replace(one, part=_part(one, leads=place == lead), position=place) for place, one in enumerate(found))


def joined(delegates: Sequence[Delegate], one: Delegate) -> tuple[Delegate, ...]:
    """A delegation with somebody new, who comes last, or put right in the place held; a new head leads it alone."""
    others = [_led(each) if one.part is Part.HEAD else each for each in delegates if each.key != one.key]
    place = next((n for n, each in enumerate(delegates) if each.key == one.key), len(others))
    return (*others[:place], one, *others[place:])


def _led(one: Delegate) -> Delegate:
    """A person who does not lead the delegation."""
    return replace(one, part=Part.DELEGATE) if one.part is Part.HEAD else one


def _part(one: Delegate, *, leads: bool) -> Part:
    return Part.HEAD if leads else _led(one).part


def check_delegation(invitee: Invitee, delegates: Sequence[Delegate]) -> None:
    """What a delegation cannot be: of one that does not come, without one head, or with a person twice.

    Raises:
        Problem: it is.
    """
    if not delegates:
        return
    if invitee.answer not in COMING:
        raise Problem(
            N_("A delegation is recorded of who attends; record the answer first, or take the delegation out."),
            field_name="answer",
        )
    if sum(one.part is Part.HEAD for one in delegates) != 1:
        raise Problem(N_("A delegation has one head."), field_name="part")
    if len({one.person for one in delegates}) != len(delegates):
        raise Problem(N_("This person is in the delegation already."), field_name="person")


def same_partner(partner: Partner, others: Iterable[Partner]) -> Partner | None:
    """The partner of the register that has one of the names of another, whatever the accents and capitals."""
    names = _names(partner)
    return next((one for one in others if one.key != partner.key and names & _names(one)), None)


def _names(partner: Partner) -> frozenset[str]:
    return frozenset(folded(text.strip()) for language in Language if (text := partner.name[language]).strip())


@dataclass(frozen=True, slots=True)
class Expected:
    """How many invited of a sort answered what, and how many persons come into the room and online.

    *unnamed* are those that come and have named nobody: each of them is counted as one person.
    """

    answers: Mapping[Answer, int]
    in_room: int = 0
    online: int = 0
    unnamed: int = 0

    @property
    def invited(self) -> int:
        """All of them."""
        return sum(self.answers.values())


def expected(invitees: Collection[Invitee], delegates: Mapping[Key, Sequence[Delegate]]) -> Expected:
    """Who is expected: one that comes without naming anybody counts as one person, where it said it would be."""
    room = online = unnamed = 0
    for one in invitees:
        if one.answer not in COMING:
            continue
        people = delegates.get(one.key, ())
        far = sum(person.online or one.answer is Answer.ONLINE for person in people)
        if not people:
            far, unnamed = int(one.answer is Answer.ONLINE), unnamed + 1
        online += far
        room += max(len(people), 1) - far
    answers = Counter(one.answer for one in invitees)
    return Expected({answer: answers[answer] for answer in Answer}, room, online, unnamed)
