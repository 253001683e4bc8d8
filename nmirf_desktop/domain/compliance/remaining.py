"""R46–R47: the rules without an object in the register."""

import datetime
from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import (
    REGISTER,
    Fact,
    Finding,
    FindingState,
    kept,
    not_kept,
)
from nmirf_desktop.domain.compliance.records import taken_from
from nmirf_desktop.domain.declaration import ADOPTION_DAY, SEATS_LEAST, SEATS_MOST, VERSION
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.organisation import NETWORK_NAME
from nmirf_desktop.domain.phrases import Content, Listed, Phrase
from nmirf_desktop.domain.rule_changes import FIGURES, Figure, RuleChange
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Language

NOTED = N_("the Declaration asks for {least} to {most}, the secretariat noted {fewest} to {largest} from {since}")
DECIDED = N_("the Declaration asks for {least} to {most}, decision {name} sets {fewest} to {largest} from {since}")
APART = N_("the Declaration asks for {least} to {most}, {first} and {second}")
ONE_ASKED = {
    Figure.SEATS_LEAST: (
        N_("the secretariat noted at least {number} from {since}"),
        N_("decision {name} sets at least {number} from {since}"),
    ),
    Figure.SEATS_MOST: (
        N_("the secretariat noted at most {number} from {since}"),
        N_("decision {name} sets at most {number} from {since}"),
    ),
}
"""The least and the most seats as a part of that sentence: as the secretariat noted it, and as a decision set it."""


def changed_by(evidence: Evidence, *changes: RuleChange | None) -> tuple[Fact, ...]:
    """R46: the numbers by which something is judged, where they are not as the Declaration was adopted."""
    facts: list[Fact] = []
    for one in changes:
        if one is not None:
            held = Phrase(N_("{number}, in force since {day}"), {"number": one.number, "day": one.since})
            facts.append(taken_from(evidence, FIGURES[one.figure].title, held, one))
            facts += [Fact(N_("Reason of the change"), Content(one.reason), note=True)] if one.reason else []
    return tuple(facts)


def decided_by(evidence: Evidence, *changes: RuleChange | None) -> tuple[Fact, ...]:
    """R46: the decisions by which numbers were changed."""
    keys = {one.decision for one in changes if one is not None}
    found = (one for one in evidence.facts.decisions if one.key in keys)
    return tuple(taken_from(evidence, N_("Decision"), evidence.decision(one), one) for one in found)


def seats_asked(evidence: Evidence, day: datetime.date) -> Phrase:
    """How many seats the Declaration asks for; where another size holds on a day, what set it, and from when (R46).

    Where the least and the most were set apart, each is told with what set it.
    """
    figures = evidence.facts.figures
    least, most = figures.seats(day)
    values: dict[str, object] = {"least": SEATS_LEAST, "most": SEATS_MOST, "fewest": least, "largest": most}
    if (least, most) == (SEATS_LEAST, SEATS_MOST):
        return Phrase(N_("the Declaration asks for {least} to {most}"), values)
    found = (figures.change(one, day) for one in (Figure.SEATS_LEAST, Figure.SEATS_MOST))
    changed = [one for one in found if one is not None]
    first, last = ((_set_by(evidence, one), one.since) for one in (changed[0], changed[-1]))
    if first != last:
        apart = [_one_asked(evidence, one) for one in changed]
        return Phrase(APART, {**values, "first": apart[0], "second": apart[1]})
    decision, values["since"] = last
    return Phrase(NOTED if decision is None else DECIDED, {**values, "name": _name_of(decision)})


def _one_asked(evidence: Evidence, change: RuleChange) -> Phrase:
    """The least or the most seats, and what set that number."""
    decision = _set_by(evidence, change)
    noted, decided = ONE_ASKED[change.figure]
    values = {"number": change.number, "since": change.since, "name": _name_of(decision)}
    return Phrase(noted if decision is None else decided, values)


def _set_by(evidence: Evidence, change: RuleChange) -> Decision | None:
    """The decision by which a number was changed, where one is recorded."""
    return next((one for one in evidence.facts.decisions if one.key == change.decision), None)


def _name_of(decision: Decision | None) -> str:
    return "" if decision is None else decision_name(decision)


def r46(evidence: Evidence) -> Iterator[Finding]:
    """*Nature*, R46: the Network is informal; formalizing it would be a decision like any other (R12–R14).

    Each number of the Declaration that was changed by the day is told, with the decision; one without is remarked on.
    """
    message = N_(
        "The Network is informal, under the Declaration adopted on {day}; formalizing it would take a decision."
    )
    adopted = Fact(N_("Declaration adopted on"), ADOPTION_DAY), Fact(N_("Version of the Declaration"), VERSION)
    yield kept("R46", Phrase(message, {"day": ADOPTION_DAY}), *adopted)
    for change in sorted(evidence.facts.rule_changes, key=lambda one: (one.since, one.key)):
        yield _change(evidence, change)


def _change(evidence: Evidence, change: RuleChange) -> Finding:
    """A number that is not, or for a time was not, as the Declaration was adopted."""
    known = FIGURES[change.figure]
    values = {"number": change.number, "adopted": known.adopted, "day": change.since, "title": Phrase(known.title)}
    facts, decided = changed_by(evidence, change), decided_by(evidence, change)
    said = Phrase(N_("{title}: {number} from {day} on; the Declaration says {adopted}."), values)
    if decided:
        return Finding("R46", FindingState.KEPT, REGISTER, said, Phrase(), (*facts, *decided), part=change.key)
    advice = Phrase(N_("Name the decision by which it was changed, in the settings."))
    noted = Phrase(N_("{found} As noted by the secretariat; no decision is recorded."), {"found": said})
    return Finding("R46", FindingState.KEPT, REGISTER, noted, advice, facts, part=change.key)


def r47(evidence: Evidence) -> Iterator[Finding]:
    """*Appellation*, R47: the English and French names are fixed; the Spanish one is the usual name."""
    printed = evidence.facts.network
    facts = (
        Fact(N_("English name"), NETWORK_NAME.en),
        Fact(N_("French name"), NETWORK_NAME.fr),
        Fact(N_("Spanish name (usual)"), NETWORK_NAME.es),
    )
    fixed = (Language.EN, Language.FR)
    others = [printed[language] for language in fixed if printed[language] not in ("", NETWORK_NAME[language])]
    if not others:
        yield kept(
            "R47",
            Phrase(N_("Documents print the names of the Declaration; the Spanish one is the usual name.")),
            *facts,
        )
    else:
        values = {"name": Listed(tuple(dict.fromkeys(others)))}
        message = Phrase(N_("Documents print another name than the Declaration’s: {name}."), values)
        yield not_kept("R47", REGISTER, message, Phrase(N_("Restore the names of the Declaration in the settings.")))
