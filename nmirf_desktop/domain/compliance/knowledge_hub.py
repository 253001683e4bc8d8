"""R43: contributions to the virtual knowledge hub, counted; what went out without a State's consent is said."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence, grouped
from nmirf_desktop.domain.compliance.findings import REGISTER, Fact, Finding, FindingState, Judged, JudgedKind
from nmirf_desktop.domain.compliance.records import counted, judged_record, taken_from
from nmirf_desktop.domain.contributions import Contribution, ContributionKind, ContributionState, consented
from nmirf_desktop.domain.good_practices import GoodPractice, Sharing, without_consent
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.i18n import N_

NONE = N_("No contribution to the virtual knowledge hub is recorded; no State is obliged to make one.")
OF_A_YEAR = N_("{year}: contributions to the virtual knowledge hub: {n}.")
SO_FAR = N_("{year} so far: contributions to the virtual knowledge hub: {n}.")
COUNTED = {
    ContributionKind.PRACTICE: N_("Practices shared"),
    ContributionKind.EVENT: N_("Events reported"),
    ContributionKind.ACTIVITY: N_("Other activities"),
}
"""The facts of a year: how many of each kind went to the hub."""
WAITING = N_("To be sent")
WITHOUT = N_("{state}: the practice “{practice}” went out, and no consent to share it is recorded.")
WITHDRAWN = N_("{state}: the practice “{practice}” went out on or after the day on which the State withdrew it.")
ASK = N_("Ask the State for its consent, and record it with its day.")
MEANWHILE = N_("{state}: the practice “{practice}” went out before the State, which had withdrawn it, agreed again.")
TELL_STATE = N_("Tell the State to whom it went before it agreed again.")
TELL = N_("Tell those who received it that the State withdrew it, and ask the hub to take it down.")


def r43(evidence: Evidence) -> Iterator[Finding]:
    """*Objectives – 6*, R43: how many contributions there were in each year; no State is obliged to any.

    What is still to be sent is counted apart. A practice that was shared or contributed without consent is remarked.
    """
    years = grouped(evidence.facts.contributions, lambda one: one.counted_on(evidence.on).year)
    if not years:
        yield Finding("R43", FindingState.KEPT, REGISTER, Phrase(NONE))
    for year in range(min(years, default=evidence.on.year + 1), evidence.on.year + 1):
        yield _of_year(evidence, year, years.get(year, ()))
    yield from _without_consent(evidence)


def _of_year(evidence: Evidence, year: int, known: tuple[Contribution, ...]) -> Finding:
    """A year with what went to the hub in it, and what was recorded in it and is still to be sent."""
    waiting = [one for one in known if one.stands(evidence.on) is ContributionState.TO_BE_SENT]
    went = [one for one in known if one not in waiting]
    facts: list[Fact] = [
        counted(evidence, name, [one for one in went if one.kind is kind]) for kind, name in COUNTED.items()
    ]
    if waiting:
        facts.append(counted(evidence, WAITING, waiting))
    message = Phrase(SO_FAR if year == evidence.on.year else OF_A_YEAR, {"year": str(year), "n": len(went)})
    subject = Judged(JudgedKind.HUB, str(year), str(year))
    return Finding("R43", FindingState.KEPT, subject, message, NOTHING_TO_SAY, tuple(facts))


def _without_consent(evidence: Evidence) -> Iterator[Finding]:
    """Each practice that went out without consent, with the sharings and contributions that did."""
    on = evidence.on
    shared = grouped(evidence.facts.sharings, lambda one: one.practice)
    sent = grouped((one for one in evidence.facts.contributions if one.practice), lambda one: one.practice)
    for practice in evidence.facts.good_practices:
        given = [one for one in shared.get(practice.key, ()) if without_consent(practice, one.shared_on, on)]
        lent = [
            one
            for one in sent.get(practice.key, ())
            if one.stands(on) is not ContributionState.TO_BE_SENT and not consented(one, practice, on)
        ]
        if given or lent:
            yield _remark(evidence, practice, given, lent)


def _remark(evidence: Evidence, practice: GoodPractice, given: list[Sharing], lent: list[Contribution]) -> Finding:
    subject = judged_record(evidence, practice)
    agreed = practice.agreed_on(evidence.on) is not None
    values: dict[str, object] = {"state": evidence.named(practice.state), "practice": subject.name}
    facts = [
        taken_from(evidence, N_("Good practice"), subject.name, practice),
        counted(evidence, N_("Shared without consent"), given),
        counted(evidence, N_("Contributed without consent"), lent),
    ]
    message, advice = WITHOUT, ASK
    if agreed:
        facts.append(taken_from(evidence, N_("Withdrawn on"), practice.withdrawn_on, practice))
        message, advice = WITHDRAWN, TELL
    if agreed and practice.consents(evidence.on):
        facts.append(taken_from(evidence, N_("Agreed again on"), practice.renewed_on, practice))
        message, advice = MEANWHILE, TELL_STATE
    return Finding("R43", FindingState.KEPT, subject, Phrase(message, values), Phrase(advice), tuple(facts))
