"""The rules of the Declaration's *Membership*: who is member or observer on a day, and what may be recorded.

Whatever happened is recorded and judged elsewhere; only what cannot be is refused here. Dates are arguments.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from nmirf_desktop.domain.declaration import SEMINAR_DAYS
from nmirf_desktop.domain.members import (
    KIND_LABELS,
    Basis,
    Communication,
    Ending,
    FocalPoint,
    Mechanism,
    Membership,
    MembershipKind,
)
from nmirf_desktop.domain.people import Person, check_emails
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_

OVERLAPS = N_("This State already has a membership {days} ({status}): it has only one on any day.")
STATE_OVERLAPS = N_("{state} already has a membership {days} ({status}): a State has only one on any day.")
ANOTHER_VOTES = N_("{person} is marked as voting {days}: one focal point of a State votes on any day.")
DESIGNATED_ALREADY = N_("{person} is designated already {days}: a person has one designation on any day.")
ANOTHER_MECHANISM = N_("“{name}” exists already {days}: a State has one mechanism on any day.")
CONTACT_VOTES = N_("An observer’s contact does not vote: observers are not called.")
"""What is refused and can be mended at once; who shows it knows it by its words."""
TOO_EARLY = N_("A withdrawal takes effect on receipt or later, never before.")


def membership_on(memberships: Iterable[Membership], state: StateCode, on: datetime.date) -> Membership | None:
    """*Membership*, R4: the one membership that a State has on a day, if any."""
    return next((known for known in memberships if known.state == state and known.period.holds(on)), None)


def mechanism_on(mechanisms: Iterable[Mechanism], state: StateCode, on: datetime.date) -> Mechanism | None:
    """*Membership*, R2: the mechanism of a State on a day, if any."""
    return next((known for known in mechanisms if known.state == state and known.period.holds(on)), None)


def status(memberships: Iterable[Membership], state: StateCode, on: datetime.date) -> MembershipKind | None:
    """*Membership*, R2: member, observer or neither, on a day."""
    found = membership_on(memberships, state, on)
    return found.kind if found else None


def members_on(memberships: Iterable[Membership], on: datetime.date) -> tuple[StateCode, ...]:
    """*Membership*, R2: the members on a day, in the order in which they are given."""
    return _of_kind(memberships, MembershipKind.MEMBER, on)


def observers_on(memberships: Iterable[Membership], on: datetime.date) -> tuple[StateCode, ...]:
    """*Membership*, R7: the observers on a day, in the order in which they are given."""
    return _of_kind(memberships, MembershipKind.OBSERVER, on)


def _of_kind(memberships: Iterable[Membership], kind: MembershipKind, on: datetime.date) -> tuple[StateCode, ...]:
    found = (known.state for known in memberships if known.kind is kind and known.period.holds(on))
    return tuple(dict.fromkeys(found))


def check_eligible(state: StateCode, states: Collection[StateCode]) -> None:
    """*Membership*, R3: only Member States of the United Nations join. Raises ``Refusal`` for any other."""
    if state not in states:
        raise not_eligible()


def not_eligible() -> Refusal:
    """*Membership*, R3: why what is no Member State of the United Nations does not join."""
    return Refusal(
        N_(
            "Only Member States of the United Nations can be members or observers. "
            "Others may attend meetings as other participants."
        ),
        section="R3",
    )


def _first_day(dated: Membership | Mechanism | FocalPoint) -> datetime.date:
    return dated.period.start


def _days(dated: Membership | Mechanism | FocalPoint) -> Phrase:
    """The days of a fact, as a sentence has them: "from 3 May 2024 on", "from 3 May 2024 to 4 June 2025"."""
    first, last = dated.period.start, dated.period.last_day
    if last is None:
        return Phrase(N_("from {day} on"), {"day": first})
    return Phrase(N_("from {first} to {last}"), {"first": first, "last": last})


def check_no_overlap(memberships: Iterable[Membership], new: Membership) -> None:
    """*Membership*, R4: a State has one membership on any day. Raises ``Refusal``, naming the days in the way.

    A record with the same key is the one being changed, and is left out.
    """
    for known in sorted(memberships, key=_first_day):
        if known.state == new.state and known.key != new.key and known.period.overlaps(new.period):
            raise Refusal(
                OVERLAPS,
                {"days": _days(known), "status": Phrase(KIND_LABELS[known.kind])},
                section="R4",
                in_the_way=known.key,
            )


def naming(refusal: Refusal, states: Mapping[StateCode, State], code: StateCode) -> Refusal:
    """What is refused to one of several States, saying which."""
    if refusal.message != OVERLAPS:
        return refusal
    return replace(refusal, message=STATE_OVERLAPS, values={**refusal.values, "state": states[code]})


def may_admit(memberships: Iterable[Membership], new: Membership, states: Collection[StateCode]) -> None:
    """*Guiding Principles* and *Membership*, R1, R3, R4: nobody accredits; an eligible State joins once.

    Raises ``Refusal`` for a State outside the United Nations or with another membership on one of the days.
    """
    check_eligible(new.state, states)
    check_no_overlap(memberships, new)


def missing_elements(letters: Collection[Communication]) -> tuple[str, ...]:
    """*Membership*, R8: what letters of one State lack when read together, as marked constants; empty: complete."""
    heard = [one for one in letters if one.to_committee]
    elements = (
        (heard, N_("addressed to the Executive Committee")),
        ([one for one in heard or letters if one.states_interest], N_("interest to join the Network")),
        ([one for one in heard or letters if one.states_adoption], N_("decision to adopt the Declaration")),
    )
    return tuple(words for there, words in elements if not there)


def check_letter_once(letters: Iterable[Communication], new: Communication) -> None:
    """*Membership*, R8: one letter is written down once, known by its day and reference, or else by all it says.

    Raises ``Problem`` where it is there already under another key.
    """
    for known in letters:
        if known.key == new.key or (known.state, known.received_on) != (new.state, new.received_on):
            continue
        if known.reference == new.reference and (new.reference or replace(known, key=new.key) == new):
            raise Problem(
                N_("This communication is recorded already: received on the same day, with the same reference."),
                field_name="reference",
            )


def completing_letter(letters: Iterable[Communication]) -> Communication | None:
    """*Membership*, R8: the letter of one State on whose receipt it joined, or ``None`` while an element is missing.

    An element stated to the Committee in an earlier letter need not be repeated. The Committee takes note; it
    decides nothing.
    """
    heard = sorted((one for one in letters if one.to_committee), key=lambda one: one.received_on)
    interest = next((one for one in heard if one.states_interest), None)
    adoption = next((one for one in heard if one.states_adoption), None)
    return max(interest, adoption, key=lambda one: one.received_on) if interest and adoption else None


def effective_date(letters: Iterable[Communication]) -> datetime.date | None:
    """*Membership*, R8: the day on which letters of one State were complete, or ``None`` while they are not."""
    last = completing_letter(letters)
    return last.received_on if last is not None else None


def last_left(memberships: Iterable[Membership], state: StateCode, until: datetime.date) -> datetime.date | None:
    """*Membership*, R8, R11: the day on which a State last left, *until* a day; letters before it led elsewhere."""
    ends = (known.period.end for known in memberships if known.state == state)
    return max((end for end in ends if end is not None and end <= until), default=None)


def led_to(letter: Communication, memberships: Iterable[Membership]) -> Membership | None:
    """*Membership*, R8: the membership of its State in which a letter came, or to which it led, if any."""
    own = (known for known in memberships if known.state == letter.state)
    running = (known for known in own if known.period.end is None or known.period.end > letter.received_on)
    return min(running, key=lambda known: known.period.start, default=None)


def read_together(
    letter: Communication, letters: Iterable[Communication], memberships: Collection[Membership]
) -> tuple[Communication, ...]:
    """*Membership*, R8, R11: the letters that count with one: received since its State last left, until it left again.

    The letter itself counts where it is among the *letters*, which are those of its State.
    """
    left = last_left(memberships, letter.state, letter.received_on)
    found = led_to(letter, memberships)
    until = found.period.end if found is not None else None
    return tuple(
        one
        for one in letters
        if (left is None or one.received_on >= left) and (until is None or one.received_on < until)
    )


def as_founded(found: Membership | None, last: Communication | None, new_key: Key) -> Membership | None:
    """*Membership*, R8: the membership that begins with the *last* letter of a complete communication.

    *found* is the one recorded so far: it moves to the day of the letter, or is ``None`` where nothing founds it any
    more. Raises ``Refusal`` where it has ended since and would not have been as it was until then.
    """
    if found is not None:
        _check_still_founded(found, last)
    if last is None:
        return None
    if found is None:
        return Membership(new_key, last.state, last.requests, Period(last.received_on), Basis.COMMUNICATION, last.key)
    period = Period(last.received_on, found.period.end)
    return replace(found, kind=last.requests, period=period, communication=last.key)


def _check_still_founded(found: Membership, last: Communication | None) -> None:
    end = found.period.end
    if end is None or (last is not None and last.received_on < end and last.requests is found.kind):
        return
    raise Refusal(
        N_(
            "The membership that this communication founded had its last day on {last}: "
            "what founded it stays complete, was received by then, and asked for the same status."
        ),
        {"last": found.period.last_day},
        section="R8",
    )


def is_founding_day(day: datetime.date) -> bool:
    """*Closing paragraph*, R9: whether a founding membership may begin on a day without a remark."""
    return day in SEMINAR_DAYS


def change_status(current: Membership, on: datetime.date, new_key: Key) -> tuple[Membership, Membership]:
    """(silent) R10: the ended and the new membership when a mechanism is established, or ends.

    The new period begins on the day of the State's notification, which is where the old one ends, and has the end
    that was noted for the old one, such as a withdrawal on a later day, with its notification. Adoption of the
    Declaration is not repeated.
    Raises ``Refusal`` where the membership is not in force the day before.
    """
    _check_running(current, on, "R10")
    became_member = current.kind is MembershipKind.OBSERVER
    ended = replace(
        current, period=Period(current.period.start, on), ending=Ending.CHANGE_OF_STATUS,
        leaving_reference="", leaving_received_on=None,
    )  # fmt: skip
    new = Membership(
        key=new_key,
        state=current.state,
        kind=MembershipKind.MEMBER if became_member else MembershipKind.OBSERVER,
        period=Period(on, current.period.end),
        basis=Basis.MECHANISM_ESTABLISHED if became_member else Basis.MECHANISM_ENDED,
        ending=current.ending,
        leaving_reference=current.leaving_reference,
        leaving_received_on=current.leaving_received_on,
    )
    return ended, new


def withdraw(
    current: Membership, received: datetime.date, later: datetime.date | None = None, reference: str = ""
) -> Membership:
    """(silent) R11: the membership ended by the State's notification, on receipt or on a *later* day that it names.

    History and past votes stay. Raises ``Refusal`` for a day before the receipt, or outside the membership.
    """
    if later is not None and later < received:
        raise Refusal(TOO_EARLY, section="R11")
    day = later or received
    _check_running(current, day, "R11")
    return replace(
        current, period=Period(current.period.start, day), ending=Ending.WITHDRAWAL,
        leaving_reference=reference, leaving_received_on=received,
    )  # fmt: skip


def check_receipt(membership: Membership) -> None:
    """(silent) R11: a withdrawal takes effect on receipt of its notification or later. Raises ``Refusal``."""
    received, end = membership.leaving_received_on, membership.period.end
    if received is not None and end is not None and end < received:
        raise Refusal(TOO_EARLY, section="R11")


def _check_running(current: Membership, on: datetime.date, section: str) -> None:
    if on <= current.period.start:
        raise Refusal(
            N_(
                "The membership began on {start}, so it cannot end on {day}: give a later day, or correct or undo "
                "that by which it began."
            ),
            {"start": current.period.start, "day": on},
            section=section,
        )
    if current.period.end is not None and current.period.end < on:
        raise Refusal(
            N_("The membership has {last} as its last day, so it cannot end on {day}: give an earlier day."),
            {"last": current.period.last_day, "day": on},
            section=section,
        )


def focal_points_on(focal_points: Iterable[FocalPoint], state: StateCode, on: datetime.date) -> tuple[FocalPoint, ...]:
    """*Membership*, R5: a State's focal points and alternates on a day."""
    return tuple(known for known in focal_points if known.state == state and known.period.holds(on))


def voting_focal_point(focal_points: Iterable[FocalPoint], state: StateCode, on: datetime.date) -> FocalPoint | None:
    """*Membership*, R5: the one who is marked as voting on a day; ``None`` is not kept, and never bars a vote (R6)."""
    return next((known for known in focal_points_on(focal_points, state, on) if known.voting), None)


def alternates_on(focal_points: Iterable[FocalPoint], state: StateCode, on: datetime.date) -> tuple[FocalPoint, ...]:
    """*Membership*, R5, R16: who stands in for the one who votes, on a day."""
    return tuple(known for known in focal_points_on(focal_points, state, on) if known.alternate)


def check_one_voting(focal_points: Iterable[FocalPoint], new: FocalPoint, people: Mapping[Key, Person]) -> None:
    """*Membership*, R5: at most one focal point of a member is marked as voting on any day.

    Raises ``Refusal``, naming who of the *people* is in the way, and on which days.
    """
    for known in sorted(focal_points, key=_first_day):
        if known.key == new.key or known.state != new.state or not (known.voting and new.voting):
            continue
        if known.period.overlaps(new.period):
            values = {"person": people[known.person], "days": _days(known)}
            raise Refusal(ANOTHER_VOTES, values, section="R5", in_the_way=known.key)


def check_alternate(new: FocalPoint) -> None:
    """*Membership*, R5, R16: an alternate stands in for the one who votes; both is one too many. Raises ``Refusal``."""
    if new.alternate and new.voting:
        raise Refusal(
            N_("An alternate stands in for the focal point who votes and is not marked as voting."), section="R5"
        )
    if new.meeting is not None and not new.alternate:
        raise Refusal(N_("Only an alternate is designated for one meeting."), section="R5")


def check_not_twice(focal_points: Iterable[FocalPoint], new: FocalPoint, person: Person) -> None:
    """*Membership*, R5: one *person* has one designation of a State on any day. Raises ``Refusal``, naming its days."""
    for known in sorted(focal_points, key=_first_day):
        same = (known.state, known.person) == (new.state, new.person) and known.key != new.key
        if same and known.period.overlaps(new.period):
            values = {"person": person, "days": _days(known)}
            raise Refusal(DESIGNATED_ALREADY, values, section="R5", in_the_way=known.key)


def check_mechanism(mechanism: Mechanism) -> None:
    """A mechanism has a name, and addresses that can be written to; raises ``Problem``."""
    if not mechanism.name:
        raise Problem(N_("Give the mechanism’s name in one language at least."), field_name="name")
    check_emails(mechanism.emails)


def check_one_mechanism(mechanisms: Iterable[Mechanism], new: Mechanism) -> None:
    """*Membership*, R2: a State has one mechanism on any day. Raises ``Refusal``, naming the one in the way."""
    for known in sorted(mechanisms, key=_first_day):
        if known.state == new.state and known.key != new.key and known.period.overlaps(new.period):
            values = {"name": Content(known.name), "days": _days(known)}
            raise Refusal(ANOTHER_MECHANISM, values, section="R2", in_the_way=known.key)


def check_observer_contact(memberships: Iterable[Membership], new: FocalPoint) -> None:
    """*Membership*, R7: the contact of an observer never votes. Raises ``Refusal``."""
    for known in memberships:
        observes = known.state == new.state and known.kind is MembershipKind.OBSERVER
        if observes and new.voting and known.period.overlaps(new.period):
            raise Refusal(CONTACT_VOTES, section="R7", in_the_way=known.key)


def ended_on(focal_points: Iterable[FocalPoint], current: Membership, day: datetime.date) -> tuple[FocalPoint, ...]:
    """*Membership*, R5, R10, R11: the focal points of a membership that a change or a withdrawal ends on a day.

    One who was designated from that very day or a later one never serves, and ends on the day of the beginning.
    *current* is the membership as it was; who is designated for a later membership of the State stays.
    """
    left = Period(day, current.period.end)
    own = (known for known in focal_points if known.state == current.state and known.period.overlaps(left))
    return tuple(replace(known, period=Period(known.period.start, max(known.period.start, day))) for known in own)
