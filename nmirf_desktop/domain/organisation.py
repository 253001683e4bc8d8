"""What the organisation says of itself in its documents: settings of the register, not of the machine."""

from dataclasses import dataclass

from nmirf_desktop.domain.text import Trilingual

NETWORK_NAME = Trilingual.final(
    "International Network of NMIRFs", "Réseau International des MNMRS", "Red Internacional de NMIRF"
)
"""The Declaration's *Appellation* (R47): fixed in English and French; in Spanish the usual name of the running text."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """The one row of the organisation's settings; *specimen* marks a sample register's documents."""

    key: str = "organisation"
    symbol_prefix: str = "NMIRF"
    time_zone: str = "UTC"
    network: Trilingual = Trilingual()
    specimen: bool = False
