"""What the organisation says of itself in its documents: settings of the register, not of the machine."""

from dataclasses import dataclass

from nmirf_desktop.domain.distribution import USUAL, UsualDistribution
from nmirf_desktop.domain.floor import SPEAKING_MINUTES
from nmirf_desktop.domain.text import Trilingual

NETWORK_NAME = Trilingual.final(
    "International Network of NMIRFs", "Réseau International des MNMRS", "Red Internacional de NMIRF"
)
"""The Declaration's *Appellation* (R47): fixed in English and French; in Spanish the usual name of the running text."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """The one row of the organisation's settings; *specimen* marks a sample register's documents.

    *network* stands at the head of each document, the name of the Declaration in a language in which it is empty;
    *secretariat* below it, such as "Secretariat: coordination held by Paraguay" or an address. *signed_minutes*,
    *signed_decisions* and *signed_compliance* say whether approved minutes, single decisions and statements of
    compliance end with lines to sign on: the minutes of a meeting have one signed copy, while a decision is usually
    signed with the minutes that hold it. The three symbols say how those of new meetings are made, by kind.
    *written_in* is the place that stands before the date of a letter; *speaking_minutes* is how long one speaks at a
    meeting unless its list of speakers says otherwise, 0 without a limit. *email* is the address from which the
    secretariat writes.
    """

    key: str = "organisation"
    symbol_prefix: str = "NMIRF"
    time_zone: str = "UTC"
    network: Trilingual = Trilingual()
    specimen: bool = False
    secretariat: Trilingual = Trilingual()
    distribution: UsualDistribution = USUAL
    signed_minutes: bool = True
    signed_decisions: bool = False
    signed_compliance: bool = False
    annual_symbol: str = "{prefix}/{year}"
    extraordinary_symbol: str = "{prefix}/{year}/EX{number}"
    committee_symbol: str = "{prefix}/EC/{year}"
    written_in: Trilingual = Trilingual()
    speaking_minutes: int = SPEAKING_MINUTES
    email: str = ""
