"""The rules of the Declaration's *Membership*: who is member or observer on a day, and what may be recorded.

Whatever happened is recorded and judged elsewhere; only what cannot be is refused here. Dates are arguments.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import replace

from nmirf_desktop.domain.declaration import SEMINAR_DAYS
from nmirf_desktop.domain.members import (
    Basis,
    Communication,
    Ending,
    FocalPoint,
    Membership,
    MembershipKind,
)
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_


def membership_on(memberships: Iterable[Membership], state: StateCode, on: datetime.date) -> Membership | None:
    """*Membership*, R4: the one membership that a State has on a day, if any."""
    return next((known for known in memberships if known.state == state and known.period.holds(on)), None)


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
        raise Refusal(
            N_(
                "Only Member States of the United Nations can be members or observers. "
                "Others may attend meetings as other participants."
            ),
            section="R3",
        )


def check_no_overlap(memberships: Iterable[Membership], new: Membership) -> None:
    """*Membership*, R4: a State has one membership on any day. Raises ``Refusal``, naming the first day in the way.

    A record with the same key is the one being changed, and is left out.
    """
    for known in memberships:
        if known.state == new.state and known.key != new.key and known.period.overlaps(new.period):
            raise Refusal(
                N_("This State already has a membership from {start}: it has only one on any day."),
                {"start": known.period.start},
                section="R4",
            )


def may_admit(memberships: Iterable[Membership], new: Membership, states: Collection[StateCode]) -> None:
    """*Guiding Principles* and *Membership*, R1, R3, R4: nobody accredits; an eligible State joins once.

    Raises ``Refusal`` for a State outside the United Nations or with another membership on one of the days.
    """
    check_eligible(new.state, states)
    check_no_overlap(memberships, new)


def missing_elements(communication: Communication) -> tuple[str, ...]:
    """*Membership*, R8: what a communication still lacks, as marked constants; empty when it is complete."""
    elements = (
        (communication.to_committee, N_("addressed to the Executive Committee")),
        (communication.states_interest, N_("interest to join the Network")),
        (communication.states_adoption, N_("decision to adopt the Declaration")),
    )
    return tuple(words for there, words in elements if not there)


def effective_date(communication: Communication, earlier: Iterable[Communication] = ()) -> datetime.date | None:
    """*Membership*, R8: the day on which a State joined, or ``None`` while an element is missing.

    It is the day of receipt of the complete communication. *earlier* are letters of the same State to be read with
    it: an element stated to the Committee there need not be repeated. The Committee takes note; it decides nothing.
    """
    letters = [one for one in (*earlier, communication) if one.to_committee and one.state == communication.state]
    interest = [one.received_on for one in letters if one.states_interest]
    adoption = [one.received_on for one in letters if one.states_adoption]
    return max(min(interest), min(adoption)) if interest and adoption else None


def last_left(memberships: Iterable[Membership], state: StateCode, until: datetime.date) -> datetime.date | None:
    """*Membership*, R8, R11: the day on which a State last left, *until* a day; letters before it led elsewhere."""
    ends = (known.period.end for known in memberships if known.state == state)
    return max((end for end in ends if end is not None and end <= until), default=None)


def is_waiting(letter: Communication, memberships: Iterable[Membership]) -> bool:
    """*Membership*, R8: whether a State's last letter has not led to a membership, and came in none."""
    day = letter.received_on
    own = [known.period for known in memberships if known.state == letter.state]
    return not any(period.holds(day) or period.start > day for period in own)


def is_founding_day(day: datetime.date) -> bool:
    """*Closing paragraph*, R9: whether a founding membership may begin on a day without a remark."""
    return day in SEMINAR_DAYS


def change_status(current: Membership, on: datetime.date, new_key: Key) -> tuple[Membership, Membership]:
    """(silent) R10: the ended and the new membership when a mechanism is established, or ends.

    The new period begins on the day of the State's notification, which is where the old one ends. Adoption of the
    Declaration is not repeated. Raises ``Refusal`` where the membership is not in force the day before.
    """
    _check_running(current, on, "R10")
    became_member = current.kind is MembershipKind.OBSERVER
    ended = replace(current, period=Period(current.period.start, on), ending=Ending.CHANGE_OF_STATUS)
    new = Membership(
        key=new_key,
        state=current.state,
        kind=MembershipKind.MEMBER if became_member else MembershipKind.OBSERVER,
        period=Period(on),
        basis=Basis.MECHANISM_ESTABLISHED if became_member else Basis.MECHANISM_ENDED,
    )
    return ended, new


def withdraw(current: Membership, received: datetime.date, later: datetime.date | None = None) -> Membership:
    """(silent) R11: the membership ended by the State's notification, on receipt or on a *later* day that it names.

    History and past votes stay. Raises ``Refusal`` for a day before the receipt, or outside the membership.
    """
    if later is not None and later < received:
        raise Refusal(N_("A withdrawal takes effect on receipt or later, never before."), section="R11")
    day = later or received
    _check_running(current, day, "R11")
    return replace(current, period=Period(current.period.start, day), ending=Ending.WITHDRAWAL)


def _check_running(current: Membership, on: datetime.date, section: str) -> None:
    if on <= current.period.start or (current.period.end is not None and current.period.end < on):
        raise Refusal(
            N_("The membership began on {start}: on {day} it cannot be ended."),
            {"start": current.period.start, "day": on},
            section=section,
        )


def focal_points_on(focal_points: Iterable[FocalPoint], state: StateCode, on: datetime.date) -> tuple[FocalPoint, ...]:
    """*Membership*, R5: a State's focal points and alternates on a day."""
    return tuple(known for known in focal_points if known.state == state and known.period.holds(on))


def voting_focal_point(focal_points: Iterable[FocalPoint], state: StateCode, on: datetime.date) -> FocalPoint | None:
    """*Membership*, R5: the one who is marked as voting on a day; ``None`` is not kept, and never bars a vote (R6)."""
    return next((known for known in focal_points_on(focal_points, state, on) if known.voting), None)


def check_one_voting(focal_points: Iterable[FocalPoint], new: FocalPoint) -> None:
    """*Membership*, R5: at most one focal point of a member is marked as voting on any day. Raises ``Refusal``."""
    for known in focal_points:
        if known.key == new.key or known.state != new.state or not (known.voting and new.voting):
            continue
        if known.period.overlaps(new.period):
            raise Refusal(
                N_("Another focal point of this State is marked as voting from {start}: one votes on any day."),
                {"start": known.period.start},
                section="R5",
            )


def check_observer_contact(memberships: Iterable[Membership], new: FocalPoint) -> None:
    """*Membership*, R7: the contact of an observer never votes. Raises ``Refusal``."""
    for known in memberships:
        observes = known.state == new.state and known.kind is MembershipKind.OBSERVER
        if observes and new.voting and known.period.overlaps(new.period):
            raise Refusal(N_("An observer’s contact does not vote: observers are not called."), section="R7")


def ended_on(focal_points: Iterable[FocalPoint], state: StateCode, day: datetime.date) -> tuple[FocalPoint, ...]:
    """*Membership*, R5, R10, R11: a State's focal points in force on a day, ended on it by a change or a withdrawal.

    One who was designated on that very day never served and is ended with it.
    """
    running = focal_points_on(focal_points, state, day)
    return tuple(replace(known, period=Period(known.period.start, day)) for known in running)
