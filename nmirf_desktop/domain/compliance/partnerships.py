"""R44, R45: partnerships serve the objectives of the Network; what OHCHR gives, and what is done for its resources."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import REGISTER, Finding, FindingState, kept, remark
from nmirf_desktop.domain.compliance.records import counted, resting_on, taken_from
from nmirf_desktop.domain.ohchr_support import SupportKind
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import PARTNERSHIP_FORM_LABELS, Partnership
from nmirf_desktop.domain.periods import months_before
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_

ADVOCACY_MONTHS = 12
"""Within so many months the Network is expected to have done something for the resources of OHCHR."""


def r44(evidence: Evidence) -> Iterator[Finding]:
    """*Partnerships*, R44: the partnerships in force on the day align with an objective at least and support it.

    One that serves none is remarked on: it is welcome all the same, and its objective may only be missing here.
    """
    held = tuple(one for one in evidence.facts.partnerships if one.period.holds(evidence.on))
    facts = counted(evidence, N_("Partnerships in force"), held)
    without = tuple(one for one in held if not one.objectives)
    if not held:
        yield kept(
            "R44", Phrase(N_("No partnership of the Network is in force: there is none without an objective.")), facts
        )
    elif len(without) < len(held):
        serving = counted(evidence, N_("With an objective"), (one for one in held if one.objectives))
        values: dict[str, object] = {"n": len(held) - len(without)}
        yield kept(
            "R44", Phrase(N_("Partnerships that serve an objective of the Network: {n}."), values), facts, serving
        )
    for one in without:
        yield _without(evidence, one)


def _without(evidence: Evidence, partnership: Partnership) -> Finding:
    (subject,) = resting_on(evidence, (partnership,))
    message = Phrase(N_("The partnership with {name} serves no objective of the Network."), {"name": subject.name})
    advice = Phrase(N_("Tick the objectives that it serves, in Partners."))
    form = Phrase(PARTNERSHIP_FORM_LABELS[partnership.form])
    return remark(
        "R44", subject, message, advice,
        taken_from(evidence, N_("Form"), form, partnership),
        taken_from(evidence, N_("Since"), partnership.period.start, partnership),
    )  # fmt: skip


def r45(evidence: Evidence) -> Iterator[Finding]:
    """*Partnerships*, R45: OHCHR guides, advises and may support; the Network advocates for its resources.

    It is a standing partner without seat or vote, and is no member. Where nothing was done for its resources within a
    year, that is said: the Declaration sets no date for it.
    """
    entries = evidence.facts.ohchr_support
    given, advocacy = [one for one in entries if one.given], [one for one in entries if not one.given]
    bodies = {one.key for one in evidence.facts.partners if one.kind is PartnerKind.OHCHR}
    invited = (
        one
        for one in evidence.facts.invitees
        if one.partner in bodies and one.invited_on is not None and one.invited_on <= evidence.on
    )
    facts = (
        *(counted(evidence, name, (one for one in given if one.kind is kind)) for kind, name in GIVEN.items()),
        counted(evidence, N_("Advocacy for its resources"), advocacy),
        counted(evidence, N_("Invitations of OHCHR"), invited),
    )
    values: dict[str, object] = {"given": len(given), "advocacy": len(advocacy)}
    message = Phrase(
        N_("OHCHR is a partner of the Network. Support recorded: {given}; advocacy for its resources: {advocacy}."),
        values,
    )
    since = months_before(evidence.on, ADVOCACY_MONTHS)
    if any(one.on > since for one in advocacy):
        yield kept("R45", message, *facts)
        return
    advice = Phrase(
        N_("Nothing is recorded of the last year that the Network did for the resources of OHCHR; note it in Partners.")
    )
    yield Finding("R45", FindingState.KEPT, REGISTER, message, advice, facts)


GIVEN = {
    SupportKind.GUIDANCE: N_("Expert guidance by OHCHR"),
    SupportKind.ADVICE: N_("Advice by OHCHR"),
    SupportKind.TECHNICAL: N_("Technical support by OHCHR"),
}
"""How the support of each kind is counted."""
