"""The designations of two records that are one person: one designation on any day, with what both letters say.

Where both have the same role on the same days, one designation holds on all their days. Where the roles differ, the
one that votes goes before an alternate, an alternate for a period before one for a meeting, and these before any other;
the other one keeps the days that are left.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_

TWO_LETTERS = N_(
    "Both records are marked as voting on the same days, by different letters ({first} and {second}): nothing was "
    "merged. End the designation from {start} first, or correct its reference."
)
TWO_MEETINGS = N_(
    "Both records are alternates for different meetings on the same days: nothing was merged. "
    "End the designation from {start} first."
)

TOO_LONG = N_(
    "The references of both letters are too long to stand together ({first} and {second}): nothing was merged. "
    "Shorten one of them first."
)


@dataclass(frozen=True, slots=True)
class Joined:
    """A designation as it stays, and the keys of those *of* which it is made."""

    point: FocalPoint
    of: tuple[Key, ...]

    def take(self, other: "Joined", period: Period) -> "Joined":
        """The same for the days of *period*, with what the other one says of its letter."""
        point = replace(self.point, period=period, reference=_both(self.point.reference, other.point.reference))
        return Joined(point, (*self.of, *other.of))


def joined(
    points: Iterable[FocalPoint], pair: Collection[Key], kept: Key, new_key: Callable[[], Key]
) -> tuple[Joined, ...]:
    """*Membership*, R5: the designations of the two people of *pair* as those of one, *kept*, by their first days.

    Raises:
        Refusal: both vote on the same days by different letters, or are alternates for different meetings, or the
            references of their letters do not fit together.
    """
    own = [replace(one, person=kept) for one in points if one.person in pair]
    never = [one for one in own if one.period.end == one.period.start]
    found: list[Joined] = []
    for _, group in groupby(sorted((one for one in own if one not in never), key=_rank), key=_rank):
        for one in _united(group):
            found = _beside(found, one, new_key)
    found += [Joined(one, (one.key,)) for one in never]
    return tuple(sorted(found, key=lambda one: (one.point.period.start, one.point.key)))


def _rank(point: FocalPoint) -> tuple[StateCode, int]:
    """The State, and which of two roles goes before: what votes, what stands in, what does neither."""
    if point.voting:
        return point.state, 0
    if point.alternate:
        return point.state, 1 if point.meeting is None else 2
    return point.state, 3


def _united(points: Iterable[FocalPoint]) -> list[Joined]:
    """Designations of one role: those that share a day are one."""
    united: list[Joined] = []
    for point in sorted(points, key=lambda one: one.period.start):
        one = Joined(point, (point.key,))
        if united and united[-1].point.period.overlaps(point.period):
            _check_one(united[-1].point, point)
            united[-1] = united[-1].take(one, united[-1].point.period.spanning(point.period))
        else:
            united.append(one)
    return united


def _check_one(first: FocalPoint, second: FocalPoint) -> None:
    letters = {first.reference, second.reference} - {""}
    if first.voting and len(letters) > 1:
        values = {"first": first.reference, "second": second.reference, "start": first.period.start}
        raise Refusal(TWO_LETTERS, values, section="R5", in_the_way=first.key)
    if first.meeting != second.meeting:
        raise Refusal(TWO_MEETINGS, {"start": first.period.start}, section="R5", in_the_way=first.key)


def _beside(found: list[Joined], one: Joined, new_key: Callable[[], Key]) -> list[Joined]:
    """Those *found* that go before, and what is left of another one; nothing left, the first of them takes it in."""
    before = [each for each in found if each.point.state == one.point.state]
    over = [each for each in before if each.point.period.overlaps(one.point.period)]
    left = [one.point.period]
    for each in over:
        left = [part for period in left for part in period.without(each.point.period)]
    if not left:
        return [each.take(one, each.point.period) if each is over[0] else each for each in found]
    keys = (one.point.key, *(new_key() for _ in left[1:]))
    parts = zip(keys, left, strict=True)
    return [*found, *(Joined(replace(one.point, key=key, period=period), one.of) for key, period in parts)]


def _both(first: str, second: str) -> str:
    """The references of both letters, each once."""
    both = ", ".join(dict.fromkeys(one for said in (first, second) for one in said.split(", ") if one))
    if len(both) > LONGEST["reference"]:
        raise Refusal(TOO_LONG, {"first": first, "second": second}, section="R5")
    return both
