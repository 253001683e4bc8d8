"""Counting a roll call that somebody else recorded, from a table."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from nmirf_desktop.domain.recognition import Alias, AliasKind, Gazetteer, parse_aliases
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.exchange.tally_report import TallyReport, tally_report
from nmirf_desktop.exchange.tally_table import read_roll_call
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled


@cache
def gazetteer() -> Gazetteer:
    """The shipped names of the 193 States: official, formal, usual and former, in three languages."""
    states = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
    return Gazetteer(states, parse_aliases(bundled("resources/aliases.csv").read_text(encoding="utf-8")))


def names_of(renamings: Sequence[Renaming]) -> Gazetteer:
    """All names of States, those that they have taken in this register among them."""
    if not renamings:
        return gazetteer()
    own = [
        Alias(one.state, language, names[language], AliasKind.USUAL)
        for one in renamings
        for names in (one.short, one.formal)
        for language in Language
    ]
    states = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
    aliases = parse_aliases(bundled("resources/aliases.csv").read_text(encoding="utf-8"))
    return Gazetteer(states, (*aliases, *own))


def tally_file(path: Path) -> TallyReport:
    """The counts, the outcome, the sentence and the lists of a table; ``Problem`` names the line that is wrong."""
    return tally_report(read_roll_call(path, gazetteer()))
