"""The rules without an object in the register: what is not regulated, not recorded yet, or true by construction."""

from collections.abc import Callable, Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import (
    REGISTER,
    Fact,
    Finding,
    FindingState,
    kept,
    not_kept,
)
from nmirf_desktop.domain.declaration import ADOPTION_DAY, Rule, rule
from nmirf_desktop.domain.organisation import NETWORK_NAME
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_, Language

Judge = Callable[[Evidence], Iterator[Finding]]


_BY_HAND = N_("Until then the secretariat keeps them outside the register.")


def _default(known: Rule) -> tuple[Fact, ...]:
    """What holds where the Declaration is silent, and where that comes from."""
    if known.practice is None:
        return ()
    source = Phrase(known.practice.source, {"numbers": known.practice.numbers})
    return Fact(N_("Default"), Phrase(known.practice.default)), Fact(N_("Source"), source)


def not_regulated(number: str) -> Judge:
    """(silent) A judge that names the default in force and its source."""

    def judge(_evidence: Evidence) -> Iterator[Finding]:
        facts = _default(rule(number))
        message = N_("The Declaration says nothing about this, so that a default holds. {default}")
        values = {"default": facts[0].value}
        yield Finding(number, FindingState.NOT_REGULATED, REGISTER, Phrase(message, values), facts=facts)

    return judge


def not_recorded(number: str, reason: str) -> Judge:
    """A judge that says which facts the register cannot hold yet, and the default where the Declaration is silent."""

    def judge(_evidence: Evidence) -> Iterator[Finding]:
        facts = _default(rule(number))
        yield Finding(number, FindingState.NOT_JUDGED, REGISTER, Phrase(reason), Phrase(_BY_HAND), facts)

    return judge


def r46(_evidence: Evidence) -> Iterator[Finding]:
    """*Nature*, R46: the Network is informal; formalizing it would be a decision like any other (R12–R14)."""
    message = N_(
        "The Network is informal, under the Declaration adopted on {day}; formalizing it would take a decision."
    )
    yield kept("R46", Phrase(message, {"day": ADOPTION_DAY}), Fact(N_("Declaration adopted on"), ADOPTION_DAY))


def r47(evidence: Evidence) -> Iterator[Finding]:
    """*Appellation*, R47: the English and French names are fixed; the Spanish one is the usual name."""
    printed = evidence.facts.network
    facts = (
        Fact(N_("English name"), NETWORK_NAME.en),
        Fact(N_("French name"), NETWORK_NAME.fr),
        Fact(N_("Spanish name (usual)"), NETWORK_NAME.es),
    )
    fixed = (Language.EN, Language.FR)
    if all(not printed[language] or printed[language] == NETWORK_NAME[language] for language in fixed):
        yield kept(
            "R47",
            Phrase(N_("Documents print the names of the Declaration; the Spanish one is the usual name.")),
            *facts,
        )
    else:
        message = Phrase(
            N_("Documents print another name than the Declaration’s: {name}."), {"name": printed.en or printed.fr}
        )
        yield not_kept("R47", REGISTER, message, Phrase(N_("Restore the names of the Declaration in the settings.")))
