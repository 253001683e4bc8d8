"""Which good practices have a sheet on a day, by their symbols, and what each says."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from nmirf_desktop.domain.attachments import HolderKind
from nmirf_desktop.domain.good_practices import GoodPractice
from nmirf_desktop.domain.good_practices_papers import PracticeSheet, practice_symbol
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Practices
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.attachments import held_by_each
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.watch import CHOICES

NONE = N_("No good practice is recorded by this day: record one first, or choose a later day.")
KNOWN_SHOWN = 6
"""How many symbols are named where one is not known."""


class Days(NamedTuple):
    """The day *on* which sheets are read, and the one on which they are printed."""

    on: datetime.date
    today: datetime.date


def practices_by(session: Session, on: datetime.date | None) -> tuple[GoodPractice, ...]:
    """The practices recorded by a day, or all, in the order of their symbols."""
    known = (one for one in GOOD_PRACTICES.all(session) if on is None or one.recorded_on <= on)
    return tuple(sorted(known, key=lambda one: (one.recorded_on.year, one.number, one.key)))


def named_practices(session: Session, on: datetime.date | None = None) -> tuple[tuple[str, GoodPractice], ...]:
    """The practices recorded by a day, or all, each with the symbol of its sheet."""
    prefix = ORGANISATION.get(session, "organisation").symbol_prefix
    return tuple((practice_symbol(one, prefix), one) for one in practices_by(session, on))


def practice_named(session: Session, text: str) -> Key:
    """The practice of a symbol, "NMIRF/GP/2027/3", or its end, "2027/3".

    Raises:
        Problem: no practice has it.
    """
    known = named_practices(session)
    wanted = f"/{text.strip().casefold()}"
    for symbol, practice in known:
        if f"/{symbol.casefold()}".endswith(wanted) and "/" in wanted[1:]:
            return practice.key
    if not known:
        raise Problem(N_("No good practice is recorded yet."), field_name="practice")
    values = {"name": text, "known": ", ".join(symbol for symbol, _ in known[-KNOWN_SHOWN:])}
    raise Problem(N_("There is no good practice “{name}”; the latest are: {known}."), values, "practice")


def read_sheets(
    session: Session,
    states: Mapping[StateCode, State],
    days: Days,
    organisation: Organisation,
    only: Key | None,
) -> tuple[PracticeSheet, ...]:
    """The sheets of a day: one, or of each practice that was withdrawn neither by it nor by today.

    Raises:
        Problem: there is none.
    """
    on, today = days
    known = practices_by(session, on)

    def gone(one: GoodPractice) -> bool:
        return one.withdrawn(on) or one.withdrawn(max(on, today))

    chosen = tuple(one for one in known if one.key == only or (only is None and not gone(one)))
    if not chosen:
        raise Problem(NONE, field_name="on")
    files = held_by_each(session, HolderKind.GOOD_PRACTICE, (one.key for one in chosen))
    practices = Practices.on(CHOICES.all(session), on)
    return tuple(
        PracticeSheet(
            on,
            one,
            states[one.state],
            tuple(file.name for file in files[one.key] if file.added_on <= on),
            practices,
            organisation.symbol_prefix,
            organisation.specimen,
            today,
        )
        for one in chosen
    )
