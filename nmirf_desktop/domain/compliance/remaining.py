"""R46–R47: the rules without an object in the register."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import (
    REGISTER,
    Fact,
    Finding,
    kept,
    not_kept,
)
from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.domain.organisation import NETWORK_NAME
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.i18n import N_, Language


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
