"""R8–R11: how a State comes into the Network, changes its status and leaves."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import (
    Finding,
    FindingState,
    kept,
    not_judged,
    not_kept,
    remark,
)
from nmirf_desktop.domain.compliance.membership import nobody, since
from nmirf_desktop.domain.compliance.records import counted, judged_record, taken_from
from nmirf_desktop.domain.declaration import ADOPTION_DAY, SEMINAR_DAYS
from nmirf_desktop.domain.members import Basis, Communication, Ending, Membership, MembershipKind
from nmirf_desktop.domain.membership_rules import (
    effective_date,
    is_founding_day,
    last_left,
    led_to,
    missing_elements,
)
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.i18n import N_

LETTERS = N_("Communications read together")

_KIND_AFTER = {
    Basis.MECHANISM_ESTABLISHED: MembershipKind.MEMBER,
    Basis.MECHANISM_ENDED: MembershipKind.OBSERVER,
}


def r8(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R8: who was not in Asunción joins by a complete communication, on the day of its receipt."""
    if not evidence.memberships and not evidence.communications:
        yield nobody("R8")
        return
    joined = [one for one in evidence.memberships if one.basis is Basis.COMMUNICATION]
    found = [finding for one in joined for finding in _joined(evidence, one)]
    yield from found
    waiting = [finding for letters in evidence.communications.values() for finding in _waiting(evidence, letters)]
    yield from waiting
    if len(found) < len(joined) or not (joined or waiting):
        right = len(joined) - len(found)
        message = N_("Memberships that rest on a complete communication, from its receipt: {count}.")
        facts = (
            counted(evidence, N_("Memberships by communication"), joined),
            counted(evidence, LETTERS, (letter for one in joined for letter in _letters(evidence, one))),
        )
        yield kept("R8", Phrase(message, {"count": right}), *facts)


def _letters(evidence: Evidence, membership: Membership) -> tuple[Communication, ...]:
    """The letters that are read together for a membership."""
    letters = evidence.communications.get(membership.state, ())
    return _since_leaving(evidence, letters, membership.period.start) if letters else ()


def _joined(evidence: Evidence, membership: Membership) -> Iterator[Finding]:
    letters = evidence.communications.get(membership.state, ())
    letter = next((one for one in letters if one.key == membership.communication), None)
    subject = evidence.state(membership.state)
    if letter is None:
        yield Finding(
            "R8",
            FindingState.NOT_JUDGED,
            subject,
            Phrase(N_("{state}: the communication by which it joined is not recorded yet."), {"state": subject}),
            Phrase(N_("Record the letter or note verbale with its day of receipt.")),
            (since(evidence, membership),),
        )
        return
    together = _letters(evidence, membership)
    facts = since(evidence, membership), counted(evidence, LETTERS, together or (letter,))
    effective = effective_date(together)
    if effective is None:
        missing = _missing(together or (letter,))
        values = {"state": subject, "received": letter.received_on, "missing": missing}
        message = N_(
            "{state}: joined by the communication received on {received}, which is incomplete. "
            "Still to come: {missing}."
        )
        advice = N_("Ask the State for what is still to come, and let the membership begin on its receipt.")
        yield not_kept("R8", subject, Phrase(message, values), Phrase(advice), *facts)
    elif effective != membership.period.start:
        values = {"state": subject, "start": membership.period.start, "effective": effective}
        message = N_(
            "{state}: the membership begins on {start}, the complete communication was received on {effective}."
        )
        advice = N_("Let the membership begin on the day of receipt.")
        yield not_kept("R8", subject, Phrase(message, values), Phrase(advice), *facts)


def _since_leaving(
    evidence: Evidence, letters: Sequence[Communication], until: datetime.date
) -> tuple[Communication, ...]:
    """The letters up to a day, without those that led to an earlier membership."""
    left = last_left(evidence.memberships, letters[0].state, until)
    return tuple(one for one in letters if one.received_on <= until and (left is None or one.received_on >= left))


def _missing(letters: Collection[Communication]) -> Listed:
    return Listed(tuple(Phrase(element) for element in missing_elements(letters)))


def _waiting(evidence: Evidence, letters: tuple[Communication, ...]) -> Iterator[Finding]:
    """The last letter of a State that has not joined since is due: an element to ask for, or a membership to record."""
    letter = letters[-1]
    if led_to(letter, evidence.memberships) is not None:
        return
    subject = judged_record(evidence, letter)
    values = {"state": subject, "received": letter.received_on}
    together = _since_leaving(evidence, letters, letter.received_on)
    effective = effective_date(together)
    if effective is None:
        message = Phrase(
            N_("{state}: the communication received on {received} is incomplete. Still to come: {missing}."),
            {**values, "missing": _missing(together)},
        )
        advice = Phrase(N_("Ask the State for what is still to come; until then it stays as received."))
    else:
        message = Phrase(
            N_("{state}: the complete communication received on {effective} is not recorded as a membership yet."),
            {**values, "effective": effective},
        )
        advice = Phrase(N_("Record the membership from that day; the Executive Committee takes note."))
    received = taken_from(evidence, N_("Received on"), letter.received_on, letter)
    facts = (received, counted(evidence, LETTERS, together))
    yield Finding("R8", FindingState.DUE, subject, message, advice, facts)


def r9(evidence: Evidence) -> Iterator[Finding]:
    """*Closing paragraph*, R9: founding memberships begin on the day of the adoption."""
    founding = [one for one in evidence.memberships if one.basis is Basis.FOUNDING]
    if not founding:
        yield not_judged(
            "R9",
            Phrase(N_("The founding members are not recorded yet; the Declaration does not list them.")),
            Phrase(N_("Record who took part in Asunción.")),
        )
        return
    days = {"first": SEMINAR_DAYS[0], "last": SEMINAR_DAYS[-1], "day": ADOPTION_DAY}
    for one in founding:
        if not is_founding_day(one.period.start):
            subject = evidence.state(one.state)
            message = N_("{state}: a founder from {start}; the founding meeting was held on {first} and {last}.")
            advice = N_("Correct the day to {day}, or record the communication by which the State joined.")
            values = {"state": subject, "start": one.period.start, **days}
            yield remark("R9", subject, Phrase(message, values), Phrase(advice, days), since(evidence, one))
    yield kept(
        "R9",
        Phrase(N_("Founding memberships recorded: {count}."), {"count": len(founding)}),
        counted(evidence, N_("Founding members"), (one for one in founding if one.kind is MembershipKind.MEMBER)),
        counted(evidence, N_("Founding observers"), (one for one in founding if one.kind is MembershipKind.OBSERVER)),
    )


def r10(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R10: where a status changes, the new period begins where the old one ends."""
    changes = [one for one in evidence.memberships if one.basis in _KIND_AFTER]
    found = [*_begun_from_nothing(evidence, changes), *_ended_into_nothing(evidence)]
    yield from found
    if not found:
        facts = (
            counted(evidence, N_("Changes of status"), changes),
            counted(evidence, N_("Statuses that ended by a change"), _changed(evidence)),
        )
        yield kept("R10", Phrase(N_("Changes of status without a gap: {count}."), {"count": len(changes)}), *facts)


def _changed(evidence: Evidence) -> tuple[Membership, ...]:
    """The memberships that a change of status had ended by the day."""
    return tuple(
        one
        for one in evidence.memberships
        if one.ending is Ending.CHANGE_OF_STATUS and one.period.end is not None and one.period.end <= evidence.on
    )


def _begun_from_nothing(evidence: Evidence, changes: Iterable[Membership]) -> Iterator[Finding]:
    for new in changes:
        fits = new.kind is _KIND_AFTER[new.basis] and any(
            old.period.end == new.period.start and old.ending is Ending.CHANGE_OF_STATUS and old.kind is not new.kind
            for old in evidence.by_state[new.state]
        )
        if not fits:
            subject = evidence.state(new.state)
            message = N_("{state}: a status begins on {start} by a change, and no other status ends there.")
            values = {"state": subject, "start": new.period.start}
            yield not_kept("R10", subject, Phrase(message, values), Phrase(_CHANGE), since(evidence, new))


def _ended_into_nothing(evidence: Evidence) -> Iterator[Finding]:
    for old in _changed(evidence):
        end = old.period.end
        if not any(new.period.start == end and new.kind is not old.kind for new in evidence.by_state[old.state]):
            subject = evidence.state(old.state)
            message = N_("{state}: a status ended after {last} by a change, and no other status begins there.")
            values = {"state": subject, "last": old.period.last_day}
            yield not_kept("R10", subject, Phrase(message, values), Phrase(_CHANGE), since(evidence, old))


_CHANGE = N_("Let the new status begin on the day of the notification, on which the old one ends.")


def r11(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R11: a State leaves on a day by its own notification; nobody is suspended or expelled."""
    undated = [one for one in evidence.memberships if one.ending is Ending.WITHDRAWAL and one.period.end is None]
    ended = [one for one in evidence.memberships if one.period.end is not None and one.period.end <= evidence.on]
    for one in undated:
        subject = evidence.state(one.state)
        message = N_("{state}: a withdrawal without its day.")
        advice = N_("Record the day of receipt, or the later day that the State named.")
        yield not_kept("R11", subject, Phrase(message, {"state": subject}), Phrase(advice), since(evidence, one))
    for one in ended:
        if one.ending is None:
            subject = evidence.state(one.state)
            message = N_("{state}: its membership ended after {last}; the reason is not recorded.")
            advice = N_("Record whether the State withdrew or changed its status.")
            values = {"state": subject, "last": one.period.last_day}
            yield remark("R11", subject, Phrase(message, values), Phrase(advice), since(evidence, one))
    if not undated:
        withdrawals = counted(evidence, N_("Withdrawals"), (one for one in ended if one.ending is Ending.WITHDRAWAL))
        yield kept("R11", Phrase(N_("Withdrawals: {count}."), {"count": withdrawals.value}), withdrawals)
