"""How the symbols of meetings are made: a scheme for each kind, in which prefix, year and number are put."""

import re
import string
from collections.abc import Collection
from dataclasses import dataclass

from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

PLACEHOLDERS = ("prefix", "year", "number")
SCHEME_FIELDS = ("annual_symbol", "extraordinary_symbol", "committee_symbol")
RUNS_ON = "annual_symbol"
"""The schemes by the fields of :class:`Organisation`, and the one whose meetings are numbered through."""
EXAMPLE_YEAR, EXAMPLE_NUMBER = 2027, 1
"""The meeting for which a scheme is tried out."""
SHARED = N_("Two kinds of meetings would have the symbol {symbol}. Put something in this one that tells it apart.")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9/.\-]*")
"""What a symbol is made of: it becomes a part of names of files."""


@dataclass(frozen=True, slots=True)
class Schemes:
    """The scheme of each kind of meeting, and the organisation's own *prefix*."""

    prefix: str
    annual: str
    extraordinary: str
    committee: str

    @classmethod
    def of(cls, organisation: Organisation) -> "Schemes":
        """What the organisation's settings say."""
        return cls(
            organisation.symbol_prefix,
            organisation.annual_symbol,
            organisation.extraordinary_symbol,
            organisation.committee_symbol,
        )

    def scheme(self, kind: MeetingKind) -> str:
        """The scheme of a kind; the founding meeting has that of the annual ones."""
        match kind:
            case MeetingKind.EXTRAORDINARY:
                return self.extraordinary
            case MeetingKind.COMMITTEE:
                return self.committee
            case MeetingKind.ANNUAL | MeetingKind.FOUNDING:
                return self.annual

    def symbol(self, kind: MeetingKind, year: int, number: int, taken: Collection[str] = ()) -> str:
        """The symbol of a meeting: "NMIRF/2027/EX1". One that is *taken* gets a further number: "NMIRF/EC/2027-2"."""
        symbol = filled_in(self.scheme(kind), self.prefix, year, number, runs_on=kind is MeetingKind.ANNUAL)
        further, free = 1, symbol
        while free in taken:
            further += 1
            free = f"{symbol}-{further}"
        return free


def filled_in(scheme: str, prefix: str, year: int, number: int, *, runs_on: bool = False) -> str:
    """A scheme with its values. Raises ``Problem`` for a scheme that :func:`check_scheme` refuses."""
    check_scheme(scheme, runs_on=runs_on)
    return scheme.strip().format(prefix=prefix, year=year, number=number)


def check_scheme(scheme: str, field_name: str = "", *, runs_on: bool = False) -> None:
    """Raises ``Problem`` where no symbol can be made of a scheme, or the same one for every year.

    Where the number *runs_on* from year to year, as that of annual meetings does, it tells them apart as well.
    """
    try:
        parts = list(string.Formatter().parse(scheme.strip()))
    except ValueError as error:
        raise Problem(
            N_("A brace in “{scheme}” is not closed. Write the placeholders as {{prefix}}, {{year}} and {{number}}."),
            {"scheme": scheme},
            field_name,
        ) from error
    names = [name for _text, name, _form, _turn in parts if name is not None]
    for _text, name, form, turn in parts:
        if name is not None and (name not in PLACEHOLDERS or form or turn):
            raise Problem(
                N_("“{{{name}}}” is no placeholder here. Write {{prefix}}, {{year}} or {{number}}."),
                {"name": name},
                field_name,
            )
    if runs_on and not {"year", "number"} & set(names):
        raise Problem(
            N_("Without {{year}} or {{number}} all annual meetings would have one symbol. Put one of them in."),
            field_name=field_name,
        )
    if not runs_on and "year" not in names:
        raise Problem(
            N_("Without {{year}} the meetings of all years would have one symbol. Put it where the year belongs."),
            field_name=field_name,
        )
    tried = scheme.strip().format(prefix="P", year=EXAMPLE_YEAR, number=EXAMPLE_NUMBER)
    if _PLAIN.fullmatch(tried) is None:
        raise Problem(
            N_("A symbol is made of letters without accents, figures, “/”, “.” and “-”."), field_name=field_name
        )


def wrong_schemes(organisation: Organisation, before: Organisation | None = None) -> tuple[Problem, ...]:
    """What is wrong with each scheme of an organisation's settings: no symbol can be made of it, or that of another.

    That two kinds have the same symbols is said of those whose symbols are not as they were *before*.
    """
    found, symbols = [], {}
    for name in SCHEME_FIELDS:
        try:
            symbols[name] = _example(organisation, name)
        except Problem as problem:
            found.append(problem)
    for name, symbol in symbols.items():
        if _made_otherwise(before, name, symbol) and list(symbols.values()).count(symbol) > 1:
            found.append(Problem(SHARED, {"symbol": symbol}, name))
    return tuple(found)


def _made_otherwise(before: Organisation | None, name: str, symbol: str) -> bool:
    """Whether a kind of meeting had another symbol before, by its scheme or by the prefix."""
    try:
        return before is None or _example(before, name) != symbol
    except Problem:
        return True


def _example(organisation: Organisation, name: str) -> str:
    """The symbol of the meeting for which a scheme is tried out. Raises ``Problem`` for a wrong scheme."""
    scheme, through = getattr(organisation, name), name == RUNS_ON
    check_scheme(scheme, name, runs_on=through)
    prefix = organisation.symbol_prefix.strip()
    return filled_in(scheme, prefix, EXAMPLE_YEAR, EXAMPLE_NUMBER, runs_on=through)
