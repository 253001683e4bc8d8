"""A row of a list of members: what it says of a State's membership, and which facts that makes.

The rules are those by which single facts are recorded. Nothing is dated by the day of the import.
"""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from nmirf_desktop.domain import joining
from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.declaration import ADOPTION_DAY, SEMINAR_DAYS
from nmirf_desktop.domain.intake import Weight
from nmirf_desktop.domain.intake.drafts import RowDraft
from nmirf_desktop.domain.intake.letters import SaidLetter, accompany, compare, founding_letter, missing_of, said_letter
from nmirf_desktop.domain.intake.words import Neither, groups, statuses
from nmirf_desktop.domain.joining import StateFacts
from nmirf_desktop.domain.members import (
    KIND_LABELS,
    Basis,
    Ending,
    Membership,
    MembershipKind,
)
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_

SAYS_NOTHING = N_("The list does not say whether this State is member or observer, nor since when.")
WHICH = N_("The list does not say whether this State is member or observer: write it, or choose it for the whole list.")
NO_DAY = {
    MembershipKind.MEMBER: N_(
        "The list does not say since when this State is a member: nothing is dated by the day of the import."
    ),
    MembershipKind.OBSERVER: N_(
        "The list does not say since when this State is an observer: nothing is dated by the day of the import."
    ),
}
BEFORE = N_("The Network was founded on {day}: nobody belongs to it before.")
NEITHER_HERE = {
    MembershipKind.MEMBER: N_(
        "The list has this State as neither, the register as member from {start}: when did it leave?"
    ),
    MembershipKind.OBSERVER: N_(
        "The list has this State as neither, the register as observer from {start}: when did it leave?"
    ),
}
NO_LETTER = N_("The communication by which this State joined is missing: record it when it is found (R8).")
FOUNDER = N_(
    "This State took part in Asunción and belongs from {start} (R9): correct the day in the list; "
    "what happened later is recorded in its file."
)
NO_SUCH_LETTER = N_(
    "The register has no letter of {day}; the State belongs from {start}. "
    "Record the letter in its file, or correct the day in the list."
)
FOUNDED = N_("The register has {start}, the day of the letter that founds the membership: correct the letter.")
CHANGED = N_("The register has this status from {start}, by a change of status: correct it in the State’s file.")
OTHER = {
    MembershipKind.MEMBER: N_(
        "The register has this State as member from {start}: what came before is recorded in the State’s file."
    ),
    MembershipKind.OBSERVER: N_(
        "The register has this State as observer from {start}: what came before is recorded in the State’s file."
    ),
}
OTHER_LETTERS = N_("The letters that are recorded found the membership on {day}: correct them in the State’s file.")
ENDED_ELSE = N_("The register has {last} as the last day: correct it in the State’s file.")
ENDED = N_("The register has {last} as the last day, and the list has none.")
ANOTHER_GROUP = N_("The list has this State in another group: a group is changed in the State’s file, from a day on.")
JOINS = {
    MembershipKind.MEMBER: N_("Joins as member on {day}"),
    MembershipKind.OBSERVER: N_("Joins as observer on {day}"),
}
FOUNDS = {MembershipKind.MEMBER: N_("Founding member"), MembershipKind.OBSERVER: N_("Founding observer")}
BECOMES = {
    MembershipKind.MEMBER: N_("Becomes a member on {day}"),
    MembershipKind.OBSERVER: N_("Becomes an observer on {day}"),
}
STATUS, SINCE, LAST_DAY, REFERENCE = N_("Status"), N_("Since"), N_("Last day"), N_("Reference")


def judge_membership(draft: RowDraft) -> None:
    """What a row says of a State's status."""
    cells = draft.cells
    status = cells.word("status", statuses())
    since, last, said = cells.day("since"), cells.day("last_day"), said_letter(draft)
    first = since or (said.day if said is not None else None)
    if first is not None and last is not None and last < first:
        draft.error(N_("The last day is before the first day."), "last_day")
    if cells.wrong():
        return
    if status is Neither.NEITHER:
        _neither(draft)
        return
    kind = status if isinstance(status, MembershipKind) else _presumed(draft, since)
    dated = since is not None or last is not None or said is not None
    if kind is None:
        _without_status(draft, dated=dated)
        return
    try:
        found = _placed(draft, kind, since, said)
        if found is not None and not cells.wrong():
            _left(draft, found, last)
    except (Refusal, Problem) as refused:
        draft.refuse(refused, "since")


def judge_group(draft: RowDraft) -> None:
    """A group is compared, and never changed by a list."""
    group = draft.cells.word("group", groups(), Weight.WARNING)
    if group is not None and (None if group is Neither.NEITHER else group) is not draft.state.group:
        draft.warn(ANOTHER_GROUP, "group")


def _neither(draft: RowDraft) -> None:
    current = rules.membership_on(draft.standing.memberships(draft.code), draft.code, draft.standing.on)
    if current is not None:
        draft.error(NEITHER_HERE[current.kind], "last_day", start=current.period.start)


def _presumed(draft: RowDraft, since: datetime.date | None) -> MembershipKind | None:
    """The status of a row that says none: what the State is already, else what the reader chose for the list."""
    own = draft.standing.memberships(draft.code)
    current = rules.membership_on(own, draft.code, since or draft.standing.on) or (own[0] if len(own) == 1 else None)
    return current.kind if current is not None else draft.reading.status


def _without_status(draft: RowDraft, *, dated: bool) -> None:
    if dated:
        draft.error(WHICH, "status")
    elif not draft.cells.text("mechanism"):
        draft.error(SAYS_NOTHING, "status")


def _placed(
    draft: RowDraft, kind: MembershipKind, since: datetime.date | None, said: SaidLetter | None
) -> Membership | None:
    """The membership that a row is about, new or changed where the register has it otherwise."""
    own = draft.standing.memberships(draft.code)
    if since is None and said is not None and said.day is not None:
        return _by_letter(draft, kind, said, said.day)
    if since is None:
        return _undated(draft, kind, own)
    if since < SEMINAR_DAYS[0]:
        draft.error(BEFORE, "since", day=ADOPTION_DAY)
        return None
    return _dated(draft, kind, since, said)


def _dated(draft: RowDraft, kind: MembershipKind, since: datetime.date, said: SaidLetter | None) -> Membership | None:
    own = draft.standing.memberships(draft.code)
    current = rules.membership_on(own, draft.code, since)
    if current is not None and current.kind is kind:
        return _same(draft, current, said) if current.period.start == since else _moved(draft, current, since, said)
    if current is not None and current.period.start != since:
        return _changed_status(draft, current, since, said)
    if current is not None:
        return _corrected(draft, replace(current, kind=kind), current, said)
    later = next((one for one in own if one.period.start > since), None)
    if later is None:
        return _joins(draft, kind, since, said)
    if later.kind is kind and later is own[0]:
        return _moved(draft, later, since, said)
    draft.error(OTHER[later.kind], "since", start=later.period.start)
    return None


def _undated(draft: RowDraft, kind: MembershipKind, own: Sequence[Membership]) -> Membership | None:
    current = rules.membership_on(own, draft.code, draft.standing.on) or (own[-1] if own else None)
    if current is not None and current.kind is kind:
        return current
    draft.error(NO_DAY[kind], "since")
    return None


def _by_letter(draft: RowDraft, kind: MembershipKind, said: SaidLetter, received: datetime.date) -> Membership | None:
    """A row that gives a letter and no first day: the State joins on its receipt, where it is complete (R8)."""
    own = draft.standing.memberships(draft.code)
    letter = said.letter(draft, received, kind)
    known = next((one for one in draft.standing.communications(draft.code) if one.received_on == received), None)
    if known is not None:
        compare(draft, known, said)
        if not letter.complete and rules.led_to(known, own) is None:
            return None
    found = rules.led_to(letter, own)
    if known is None and found is not None:
        draft.warn(NO_SUCH_LETTER, "letter_date", day=received, start=found.period.start)
    if known is not None or found is not None:
        return _undated(draft, kind, own)
    if letter.complete:
        return _placed(draft, kind, received, said)
    draft.new = True
    draft.keep(letter)
    draft.do(
        N_("Letter of {day}, which is incomplete. Still to come: {missing}"), day=received, missing=missing_of(letter)
    )
    return None


def _same(draft: RowDraft, found: Membership, said: SaidLetter | None) -> Membership:
    """The register has the membership: its letter is compared, or recorded where it was missing."""
    if said is None:
        return found
    letters = {one.key: one for one in draft.standing.communications(draft.code)}
    letter = letters.get(found.communication or "")
    if letter is not None:
        compare(draft, letter, said)
        return found
    if found.basis is Basis.COMMUNICATION:
        return _with_letter(draft, found.kind, found.period.start, said) or found
    accompany(draft, said, found.kind, None)
    return found


def _joins(draft: RowDraft, kind: MembershipKind, start: datetime.date, said: SaidLetter | None) -> Membership | None:
    draft.new = True
    if start in SEMINAR_DAYS:
        draft.do(FOUNDS[kind])
        accompany(draft, said, kind, None)
        return _admitted(draft, Membership(draft.standing.new_key(), draft.code, kind, Period(start), Basis.FOUNDING))
    draft.do(JOINS[kind], day=start)
    if said is not None:
        return _with_letter(draft, kind, start, said)
    draft.warn(NO_LETTER, "letter_date")
    return _admitted(draft, Membership(draft.standing.new_key(), draft.code, kind, Period(start), Basis.COMMUNICATION))


def _admitted(draft: RowDraft, new: Membership) -> Membership:
    own = draft.known()
    rules.may_admit(own.memberships, new, draft.standing.states)
    for point in own.focal_points:
        rules.check_observer_contact([new], point)
    draft.keep(new)
    return new


def _with_letter(draft: RowDraft, kind: MembershipKind, start: datetime.date, said: SaidLetter) -> Membership | None:
    """The membership that begins with a letter, as where the letter is recorded by itself (R8)."""
    letter = founding_letter(draft, kind, start, said)
    if letter is None:
        return None
    known = draft.known()
    others = (one for one in known.communications if one.key != letter.key)
    facts = StateFacts(known.memberships, (*others, letter), known.focal_points)
    joined = joining.follow(letter, facts, draft.standing.states, draft.standing.new_key).now
    if joined is None or joined.period.start != start or joined.kind is not kind:
        draft.error(OTHER_LETTERS, "since", day=joined.period.start if joined is not None else start)
        return None
    if joined.communication == letter.key:
        draft.keep(letter)
        draft.change(N_("Date of the letter"), None, start)
        draft.change(REFERENCE, None, said.reference)
    draft.keep(joined)
    return joined


def _moved(draft: RowDraft, found: Membership, start: datetime.date, said: SaidLetter | None) -> Membership | None:
    return _corrected(draft, replace(found, period=Period(start, found.period.end)), found, said)


def _corrected(draft: RowDraft, now: Membership, found: Membership, said: SaidLetter | None) -> Membership | None:
    """Another first day or status of a membership that no letter founds; a letter's is corrected there."""
    start = now.period.start
    if found.communication is not None:
        draft.error(FOUNDED, "since", start=found.period.start)
        return None
    if found.basis not in {Basis.FOUNDING, Basis.COMMUNICATION}:
        draft.error(CHANGED, "since", start=found.period.start)
        return None
    if found.basis is Basis.FOUNDING and start not in SEMINAR_DAYS:
        draft.error(FOUNDER, "since", start=found.period.start)
        return None
    draft.change(STATUS, Phrase(KIND_LABELS[found.kind]), Phrase(KIND_LABELS[now.kind]))
    if start != found.period.start:
        draft.change(SINCE, found.period.start, start)
    if start in SEMINAR_DAYS:
        accompany(draft, said, now.kind, None)
        return _admitted(draft, replace(now, basis=Basis.FOUNDING))
    if said is None:
        draft.warn(NO_LETTER, "letter_date")
        return _admitted(draft, replace(now, basis=Basis.COMMUNICATION))
    letter = founding_letter(draft, now.kind, start, said)
    if letter is None:
        return None
    draft.keep(letter)
    return _admitted(draft, replace(now, basis=Basis.COMMUNICATION, communication=letter.key))


def _changed_status(
    draft: RowDraft, current: Membership, start: datetime.date, said: SaidLetter | None
) -> Membership | None:
    """An observer that the list has as a member from a later day on, or the reverse (R10)."""
    if current.ending is Ending.CHANGE_OF_STATUS and current.period.end is not None:
        draft.error(CHANGED, "since", start=current.period.end)
        return None
    own = draft.known()
    ended = joining.change_of_status(current, start, own, draft.standing.states, draft.standing.new_key)
    ended = ended.by(said.reference if said is not None else "")
    draft.change(STATUS, Phrase(KIND_LABELS[current.kind]), Phrase(KIND_LABELS[_other(current.kind)]))
    draft.do(BECOMES[_other(current.kind)], day=start)
    draft.keep(ended.old)
    if ended.new is not None:
        draft.keep(ended.new)
        accompany(draft, said, ended.new.kind, start)
    _end_points(draft, ended)
    return ended.new


def _other(kind: MembershipKind) -> MembershipKind:
    return MembershipKind.MEMBER if kind is MembershipKind.OBSERVER else MembershipKind.OBSERVER


def _end_points(draft: RowDraft, ended: joining.Ended) -> None:
    known = {one.key: one for one in draft.known().focal_points}
    changed = [one for one in ended.focal_points if known[one.key] != one]
    draft.keep(*changed)
    if changed:
        draft.do(N_("Designations that end with it: {n}"), n=len(changed))


def _left(draft: RowDraft, found: Membership, last: datetime.date | None) -> None:
    """The last day that a list gives: a withdrawal (R11), or what the register has already."""
    end = found.period.end
    if last is None:
        if end is not None and end <= draft.standing.on:
            draft.warn(ENDED, "last_day", last=found.period.last_day)
        return
    if found.period.last_day == last:
        return
    if end is not None:
        draft.error(ENDED_ELSE, "last_day", last=found.period.last_day)
        return
    day = last + datetime.timedelta(days=1)
    ended = joining.withdrawal(found, day, None, draft.known())
    draft.change(LAST_DAY, None, last)
    draft.do(N_("Leaves the Network: its last day is {day}"), day=last)
    draft.keep(replace(ended.old, leaving_received_on=None))  # of the notification the list says nothing
    _end_points(draft, ended)
