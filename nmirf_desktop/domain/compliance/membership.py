"""R1–R4: who is in the Network, and as what."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, kept, not_judged, not_kept
from nmirf_desktop.domain.compliance.records import counted, taken_from
from nmirf_desktop.domain.members import Mechanism, Membership, MembershipKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_

MEMBERS, OBSERVERS = N_("Members"), N_("Observers")
MEMBERSHIPS, JOINED = N_("Memberships recorded"), N_("Member or observer since")


def nobody(number: str) -> Finding:
    """A rule about memberships in a register that holds none."""
    return not_judged(
        number,
        Phrase(N_("No membership is recorded yet.")),
        Phrase(N_("Record who took part in Asunción, and who has written to the Executive Committee since.")),
    )


def counts(evidence: Evidence) -> tuple[Fact, Fact]:
    """How many members and observers there are on the day."""
    current = evidence.current
    return (
        counted(evidence, MEMBERS, (current[code] for code in evidence.members)),
        counted(evidence, OBSERVERS, (current[code] for code in evidence.observers)),
    )


def recorded(evidence: Evidence) -> Fact:
    """How many memberships have begun by the day, those that ended since included."""
    return counted(evidence, MEMBERSHIPS, evidence.memberships)


def since(evidence: Evidence, membership: Membership) -> Fact:
    """The first day of a membership."""
    return taken_from(evidence, JOINED, membership.period.start, membership)


def r1(evidence: Evidence) -> Iterator[Finding]:
    """*Guiding Principles*, R1: there is no accreditation; a register has no place for one."""
    message = N_("States join by their own communication; no approval is recorded anywhere.")
    yield kept("R1", Phrase(message), *counts(evidence))


def r2(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R2: a member has a mechanism in force, an observer has none."""
    if not evidence.current:
        yield nobody("R2")
        return
    found = [one for membership in evidence.current.values() for one in _mechanism(evidence, membership)]
    yield from found
    running = (one for code in evidence.members if (one := _running(evidence, code)))
    facts = (*counts(evidence), counted(evidence, N_("Mechanisms of members"), running))
    if not found:
        yield kept("R2", Phrase(N_("Each member has a mechanism, and no observer has one.")), *facts)
    else:
        yield from (kept("R2", Phrase(rest), *facts) for rest in _rest(evidence))


def _rest(evidence: Evidence) -> Iterator[str]:
    """What is said of the members and observers of whom nothing is found, a marked constant; nothing of nobody."""
    sound: dict[bool, list[MembershipKind]] = {False: [], True: []}
    for membership in evidence.current.values():
        found = any(True for _ in _mechanism(evidence, membership))
        sound[found].append(membership.kind)
    if MembershipKind.MEMBER in sound[False] and MembershipKind.OBSERVER in sound[False]:
        yield N_("All other members have a mechanism, and no other observer has one.")
    elif MembershipKind.MEMBER in sound[False]:
        yield N_("All other members have a mechanism.")
    elif sound[False]:
        others = MembershipKind.OBSERVER in sound[True]
        yield N_("No other observer has a mechanism.") if others else N_("No observer has a mechanism.")


def _running(evidence: Evidence, code: StateCode) -> Mechanism | None:
    return next((one for one in evidence.mechanisms.get(code, ()) if one.period.holds(evidence.on)), None)


def _mechanism(evidence: Evidence, membership: Membership) -> Iterator[Finding]:
    known = evidence.mechanisms.get(membership.state, ())
    running = _running(evidence, membership.state)
    subject, joined = evidence.state(membership.state), since(evidence, membership)
    if membership.kind is MembershipKind.OBSERVER:
        if running:
            yield not_kept(
                "R2",
                subject,
                Phrase(
                    N_("{state}: an observer, although it has had a mechanism since {start}."),
                    {"state": subject, "start": running.period.start},
                ),
                Phrase(N_("Record the change of status from the day of the State’s notification.")),
                joined,
                taken_from(evidence, N_("First day of the mechanism"), running.period.start, running),
            )
    elif not known:
        yield Finding(
            "R2",
            FindingState.NOT_JUDGED,
            subject,
            Phrase(N_("{state}: no mechanism is recorded yet."), {"state": subject}),
            Phrase(N_("Record the mechanism with its type and first day.")),
            (joined,),
        )
    elif not running:
        yield not_kept(
            "R2",
            subject,
            Phrase(
                N_("{state}: a member whose mechanism ended after {last}."),
                {"state": subject, "last": known[-1].period.last_day or "…"},
            ),
            Phrase(N_("Record the mechanism that exists now, or the change of status that the State notified.")),
            joined,
            counted(evidence, N_("Mechanisms that ended"), known),
        )


def r3(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R3: members and observers are Member States of the United Nations."""
    if not evidence.memberships:
        yield nobody("R3")
        return
    outside = [code for code in evidence.by_state if code not in evidence.states]
    for code in outside:
        yield not_kept(
            "R3",
            evidence.state(code),
            Phrase(N_("{state}: not a Member State of the United Nations."), {"state": code}),
            Phrase(N_("Remove the membership; others may attend meetings as other participants.")),
            counted(evidence, MEMBERSHIPS, evidence.by_state[code]),
        )
    if len(outside) < len(evidence.by_state):
        message = N_("Member States of the United Nations that are or were members or observers: {count}.")
        yield kept("R3", Phrase(message, {"count": len(evidence.by_state) - len(outside)}), recorded(evidence))


def r4(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R4: no two memberships of a State overlap."""
    if not evidence.memberships:
        yield nobody("R4")
        return
    twice = 0
    for code, own in evidence.by_state.items():
        for place, later in enumerate(own[1:], start=1):
            if any(earlier.period.overlaps(later.period) for earlier in own[:place]):
                twice += 1
                yield not_kept(
                    "R4",
                    evidence.state(code),
                    Phrase(
                        N_("{state}: two memberships overlap from {start}."),
                        {"state": evidence.named(code), "start": later.period.start},
                    ),
                    Phrase(N_("End the earlier one, or remove one of the two.")),
                    counted(evidence, MEMBERSHIPS, own),
                )
    if not twice:
        yield kept("R4", Phrase(N_("No State has two memberships on the same day.")), recorded(evidence))
