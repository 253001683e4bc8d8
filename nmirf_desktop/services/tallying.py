"""Counting a roll call that somebody else recorded, from a table."""

from functools import cache
from pathlib import Path

from nmirf_desktop.domain.recognition import Gazetteer, parse_aliases
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.exchange.tally_report import TallyReport, tally_report
from nmirf_desktop.exchange.tally_table import read_roll_call
from nmirf_desktop.paths import bundled


@cache
def gazetteer() -> Gazetteer:
    """The shipped names of the 193 States: official, formal, usual and former, in three languages."""
    states = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
    return Gazetteer(states, parse_aliases(bundled("resources/aliases.csv").read_text(encoding="utf-8")))


def tally_file(path: Path) -> TallyReport:
    """The counts, the outcome, the sentence and the lists of a table; ``Problem`` names the line that is wrong."""
    return tally_report(read_roll_call(path, gazetteer()))
