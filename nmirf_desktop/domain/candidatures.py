"""Preparing an appointment: the call for candidatures, the candidates, and the slate that is agreed (R28–R33, R35)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.declaration import SEATS_MOST
from nmirf_desktop.domain.meetings import Meeting, notice_deadline
from nmirf_desktop.domain.periods import Key, StateCode, months_before
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figures
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_

CALL, STANDS = N_("Call for candidatures"), N_("Candidature")
CALL_MONTHS = 12
"""How long before the end of a mandate a call for candidatures is offered."""
CALL_DAYS = 60
"""For how many days a call is open by default, where no agenda asks for an earlier day."""
STATE_NAMED = N_(
    "The slate agreed on {day} names the State of this candidature: strike out that slate before. Nothing was changed."
)
RECEIVED_BY = N_(
    "The slate agreed on {day} names this State, whose candidature had come by then: correct the day, or strike out "
    "that slate before. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Call:
    """A call for candidatures for the seats of a Committee that *meeting* is to appoint, open until *closes_on*.

    The last day is included. *begins* is the first day of the mandate to come; *note* says what candidates should know.
    *number* is its place among the calls of its year, by which its documents are known; 0 where none was kept yet.
    """

    key: Key
    opened_on: datetime.date
    closes_on: datetime.date
    seats: int = SEATS_MOST
    meeting: Key | None = None
    begins: datetime.date | None = None
    reference: str = ""
    note: Trilingual = Trilingual()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Candidature:
    """A State that stands for a seat, with the representative that it names; *withdrawn_on* when it no longer does."""

    key: Key
    call: Key
    state: StateCode
    received_on: datetime.date
    person: Key | None = None
    reference: str = ""
    withdrawn_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Slate:
    """The States on which the members agreed beforehand, one for each seat, in the order of the seats."""

    key: Key
    call: Key
    agreed_on: datetime.date
    states: tuple[StateCode, ...]
    note: Trilingual = Trilingual()


def call_is_due(
    term: Term, later: Iterable[Term], calls: Iterable[Call], on: datetime.date, figures: Figures = AS_ADOPTED
) -> bool:
    """(silent) elections, R30, R35: a mandate that ends within twelve months or has ended, no later one, and no call.

    A call for fewer seats than a Committee has fills a vacancy of the mandate in course: who is to follow it was not
    called by that, unless it says so by the first day of the mandate to come.
    """
    end = term.period.end
    if end is None or on < months_before(end, CALL_MONTHS) or any(later):
        return False
    called = (one for one in calls if term.period.start < one.opened_on <= on)
    return not any(
        one.seats >= figures.seats(on)[0] or (one.begins is not None and one.begins >= end) for one in called
    )


def proposed_call(
    key: Key, on: datetime.date, term: Term | None, meeting: Meeting | None, figures: Figures = AS_ADOPTED
) -> Call:
    """A call opened on a day for a *meeting*: it closes before the agenda has to be sent (R39).

    Where that day is past, it closes before the meeting opens, and that day itself where it has.
    The new mandate begins when that of *term* has ended, where it is appointed before.
    """
    closes = on + datetime.timedelta(days=CALL_DAYS)
    if meeting is not None:
        before = notice_deadline(meeting.opens_on, figures) - datetime.timedelta(days=1)
        eve = max(on, meeting.opens_on - datetime.timedelta(days=1))
        closes = min(closes, before if before > on else eve)
    end = None if term is None else term.period.end
    begins = end if end is not None and end > (on if meeting is None else meeting.closes_on) else None
    _, seats = figures.seats(begins or on)
    return Call(key, on, closes, seats, meeting=meeting.key if meeting is not None else None, begins=begins)


def number_of(call: Call, calls: Iterable[Call]) -> int:
    """Which call of its year it is; without a number of its own, its place among *calls* by the day of opening."""
    before = (one for one in calls if one.opened_on.year == call.opened_on.year and _opened(one) < _opened(call))
    return call.number or 1 + sum(1 for _ in before)


def opened_last(calls: Iterable[Call], on: datetime.date) -> Call | None:
    """The call that was opened last by a day; ``None`` where none was."""
    return max((one for one in calls if one.opened_on <= on), key=_opened, default=None)


def _opened(call: Call) -> tuple[datetime.date, Key]:
    return call.opened_on, call.key


def numbered(call: Call, calls: Iterable[Call]) -> tuple[Call, ...]:
    """The *calls* with a new or corrected one among them, each with its number, which it keeps within its year.

    A call that comes to a year has the number after the greatest one there, whichever day it was opened on.
    """
    known = tuple(calls)
    kept = {one.key: replace(one, number=number_of(one, known)) for one in known}
    held = kept.pop(call.key, None)
    if held is not None and held.opened_on.year == call.opened_on.year:
        number = held.number
    else:
        of_year = (one.number for one in kept.values() if one.opened_on.year == call.opened_on.year)
        number = 1 + max(of_year, default=0)
    return (*kept.values(), replace(call, number=number))


def check_call(call: Call, agreed: Slate | None = None, figures: Figures = AS_ADOPTED) -> None:
    """A call closes after it was opened, and has as many seats as a Committee, and as the slate *agreed* needs.

    Raises ``Problem``.
    """
    if call.closes_on < call.opened_on:
        raise Problem(N_("The call closes before it is opened: choose a later closing date."), field_name="closes_on")
    _, most = figures.seats(call.begins or call.opened_on)
    if not 1 <= call.seats <= most:
        raise Problem(N_("A Committee has {most} seats at most."), {"most": most}, "seats")
    if agreed is not None and call.seats < len(agreed.states):
        raise Problem(
            N_(
                "The slate agreed on {day} names {count} States: keep {count} seats at least, or agree on a shorter "
                "slate before."
            ),
            {"day": agreed.agreed_on, "count": len(agreed.states)},
            "seats",
        )


def answer_to(call: Call, terms: Iterable[Term], on: datetime.date) -> Term | None:
    """(silent) elections, R32, R35: the mandate that was appointed after a *call*, by a day; without one it is open.

    It is the first one of the meeting that the call is for, or, where none is recorded of either, the first that came.
    """
    came = (one for one in terms if call.opened_on <= one.appointed_on <= on)
    own = (one for one in came if call.meeting is None or one.meeting in (None, call.meeting))
    return min(own, key=lambda one: (one.appointed_on, one.key), default=None)


def another_call(calls: Iterable[Call], meeting: Key | None, key: Key) -> Call | None:
    """(silent) elections, R35: the call opened last for a *meeting*, other than that of a *key*."""
    others = (one for one in calls if meeting is not None and one.meeting == meeting and one.key != key)
    return max(others, key=_opened, default=None)


def slate_on(slates: Iterable[Slate], on: datetime.date = datetime.date.max) -> Slate | None:
    """The slate agreed last by a day; without one, the last of all."""
    agreed = (one for one in slates if one.agreed_on <= on)
    return max(agreed, key=lambda one: (one.agreed_on, one.key), default=None)


def check_candidature(new: Candidature, others: Iterable[Candidature]) -> None:
    """(silent) elections, R35: a State stands once in a call. Raises ``Refusal`` and ``Problem``."""
    if new.withdrawn_on is not None and new.withdrawn_on < new.received_on:
        raise Problem(N_("A candidature is withdrawn after it was received."), field_name="withdrawn_on")
    for other in others:
        if (other.call, other.state) == (new.call, new.state) and other.key != new.key:
            raise Refusal(
                N_("The candidature of this State was received on {day} already."),
                {"day": other.received_on},
                section="R35",
                in_the_way=other.key,
            )


def check_never_came(candidature: Candidature, slates: Iterable[Slate]) -> None:
    """A candidature is struck out where no slate of its call names the State. Raises ``Refusal``."""
    named = next((one for one in slates if one.call == candidature.call and candidature.state in one.states), None)
    if named is not None:
        raise Refusal(
            N_(
                "The slate agreed on {day} names this State: strike out that slate before, or record that the "
                "candidature was withdrawn. Nothing was changed."
            ),
            {"day": named.agreed_on},
            section="R35",
        )


def check_corrected(held: Candidature, now: Candidature, slates: Iterable[Slate]) -> None:
    """(silent) elections, R35: what is corrected leaves no slate of its call with a State that did not stand.

    That a State withdrew later is recorded, not corrected. Raises ``Refusal``.
    """
    named = (one for one in slates if one.call == held.call and held.state in one.states)
    for slate in sorted(named, key=lambda one: one.agreed_on, reverse=True):
        values = {"day": slate.agreed_on}
        if (now.call, now.state) != (held.call, held.state):
            raise Refusal(STATE_NAMED, values, section="R35")
        if held.received_on <= slate.agreed_on < now.received_on:
            raise Refusal(RECEIVED_BY, values, section="R35")


def check_never_called(came: Iterable[Candidature]) -> None:
    """A call is struck out where nobody stands in it. Raises ``Refusal``."""
    count = sum(1 for _ in came)
    if count:
        raise Refusal(
            N_("Candidatures were recorded in this call: {count}. Strike them out before; nothing was changed."),
            {"count": count},
            section="R35",
        )


def standing(candidatures: Iterable[Candidature], call: Call, on: datetime.date) -> tuple[Candidature, ...]:
    """The candidatures of a call that were received by a day and are not withdrawn on it, as they came in."""
    return tuple(
        sorted(
            (one for one in candidatures if one.call == call.key and one.received_on <= on and not withdrawn(one, on)),
            key=lambda one: (one.received_on, one.key),
        )
    )


def withdrawn(candidature: Candidature, on: datetime.date) -> bool:
    """Whether a candidature no longer stands on a day."""
    return candidature.withdrawn_on is not None and candidature.withdrawn_on <= on


def late(candidature: Candidature, call: Call) -> bool:
    """Whether a candidature came after the closing date: it is recorded as it came, and shown as late."""
    return candidature.received_on > call.closes_on


def early(candidature: Candidature, call: Call) -> bool:
    """Whether a candidature came before the call was opened: it is recorded as it came, and shown as such."""
    return candidature.received_on < call.opened_on


def check_slate(slate: Slate, call: Call, candidatures: Iterable[Candidature]) -> None:
    """A slate names States that stand, each once, and no more than there are seats. Raises ``Refusal``."""
    stand = {one.state for one in standing(candidatures, call, slate.agreed_on)}
    if not slate.states or len(slate.states) > call.seats:
        raise Refusal(N_("The slate has one State for each seat: {seats} at most."), {"seats": call.seats}, "R35")
    if len(set(slate.states)) < len(slate.states) or not set(slate.states) <= stand:
        raise Refusal(
            N_("The slate names States that stand on the day on which it is agreed, each once."), section="R35"
        )
