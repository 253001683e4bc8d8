"""R1–R4: who is in the Network, and as what."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, kept, not_judged, not_kept
from nmirf_desktop.domain.members import Membership, MembershipKind
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_

MEMBERS, OBSERVERS = N_("Members"), N_("Observers")


def nobody(number: str) -> Finding:
    """A rule about memberships in a register that holds none."""
    return not_judged(
        number,
        Phrase(N_("No membership is recorded yet.")),
        Phrase(N_("Record who took part in Asunción, and who has written to the Executive Committee since.")),
    )


def counts(evidence: Evidence) -> tuple[Fact, Fact]:
    """How many members and observers there are on the day."""
    return Fact(MEMBERS, len(evidence.members)), Fact(OBSERVERS, len(evidence.observers))


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
    if not found:
        yield kept("R2", Phrase(N_("Each member has a mechanism, and no observer has one.")), *counts(evidence))
    elif len(found) < len(evidence.current):
        message = N_("All other members have a mechanism, and no other observer has one.")
        yield kept("R2", Phrase(message), *counts(evidence))


def _mechanism(evidence: Evidence, membership: Membership) -> Iterator[Finding]:
    known = evidence.mechanisms.get(membership.state, ())
    running = next((one for one in known if one.period.holds(evidence.on)), None)
    subject = evidence.state(membership.state)
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
            )
    elif not known:
        yield Finding(
            "R2",
            FindingState.NOT_JUDGED,
            subject,
            Phrase(N_("{state}: no mechanism is recorded yet."), {"state": subject}),
            Phrase(N_("Record the mechanism with its type and first day.")),
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
        )
    if len(outside) < len(evidence.by_state):
        message = N_("Member States of the United Nations that are or were members or observers: {count}.")
        yield kept("R3", Phrase(message, {"count": len(evidence.by_state) - len(outside)}), *counts(evidence))


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
                )
    if not twice:
        yield kept("R4", Phrase(N_("No State has two memberships on the same day.")), *counts(evidence))
