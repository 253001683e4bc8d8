"""What a letter, a change of status or a withdrawal makes of a State's facts: values in, the facts to keep out.

The services record what these say one by one, an import for many States at once.
"""

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.members import Basis, Communication, FocalPoint, Membership
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode


@dataclass(frozen=True, slots=True)
class Joining:
    """What a letter leads to: the membership before it was written down and now, and the elements still *missing*."""

    before: Membership | None
    now: Membership | None
    missing: tuple[str, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether a membership that was there is another one now, or none."""
        return self.before is not None and self.before != self.now


@dataclass(frozen=True, slots=True)
class StateFacts:
    """What is recorded of one State, ended facts included."""

    memberships: tuple[Membership, ...] = ()
    communications: tuple[Communication, ...] = ()
    focal_points: tuple[FocalPoint, ...] = ()


def follow(
    letter: Communication, facts: StateFacts, states: Collection[StateCode], new_key: Callable[[], Key]
) -> Joining:
    """*Membership*, R8: the membership to which a letter leads, in step with the letters that are recorded.

    *facts* are those of its State, the letter among them or not any more.

    Raises:
        Refusal: that membership ended since and would not have been as it was, or another one is in the way.
    """
    before = rules.led_to(letter, facts.memberships)
    if before is not None and before.basis is not Basis.COMMUNICATION:
        return Joining(before, before)
    letters = rules.read_together(letter, facts.communications, facts.memberships)
    now = rules.as_founded(before, rules.completing_letter(letters), new_key())
    if now is None:
        return Joining(before, None, rules.missing_elements(letters))
    rules.may_admit(facts.memberships, now, states)
    for point in facts.focal_points:
        rules.check_observer_contact([now], point)
    return Joining(before, now)


@dataclass(frozen=True, slots=True)
class Ended:
    """A membership that ended, the one that followed it on that day, if any, and the designations that ended too."""

    old: Membership
    new: Membership | None
    focal_points: tuple[FocalPoint, ...]

    def by(self, reference: str) -> "Ended":
        """The same, by the notification of a reference."""
        return self if self.new is None else replace(self, new=replace(self.new, reference=reference))


def change_of_status(
    current: Membership, on: datetime.date, facts: StateFacts, states: Collection[StateCode], new_key: Callable[[], Key]
) -> Ended:
    """(silent) R10: an observer becomes a member, or a member an observer, on a day; its designations end there.

    Raises ``Refusal`` where the membership is not in force the day before, or another one is in the way.
    """
    ended, new = rules.change_status(current, on, new_key())
    rules.may_admit([ended if one.key == ended.key else one for one in facts.memberships], new, states)
    return Ended(ended, new, rules.ended_on(facts.focal_points, current, on))


def withdrawal(
    current: Membership,
    received: datetime.date,
    later: datetime.date | None,
    facts: StateFacts,
    reference: str = "",
) -> Ended:
    """(silent) R11: a State leaves on receipt of its notification or on a *later* day; its designations end there.

    Raises ``Refusal`` for a day before the receipt, or outside the membership.
    """
    ended = rules.withdraw(current, received, later, reference)
    return Ended(ended, None, rules.ended_on(facts.focal_points, current, later or received))


def check_designation(
    new: FocalPoint,
    focal_points: Collection[FocalPoint],
    memberships: Collection[Membership],
    people: Mapping[Key, Person],
) -> None:
    """*Membership*, R5, R7: what no designation of a State may be beside its others; *people* are those of them all.

    Raises ``Refusal``.
    """
    rules.check_alternate(new)
    rules.check_not_twice(focal_points, new, people[new.person])
    rules.check_one_voting(focal_points, new, people)
    rules.check_observer_contact(memberships, new)
