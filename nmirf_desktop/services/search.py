"""Finding things in a register by a few typed letters, in all three languages at once."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Session, Store
from nmirf_desktop.storage.voting import DECISIONS

LATEST = datetime.date.max
MOST = 30
"""How many things are found at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing: what it is called, what it is, and where it is shown."""

    title: Sayable
    detail: Sayable
    screen: str
    key: str


def search(store: Store, states: States, text: str) -> tuple[Found, ...]:
    """What holds every word of *text*, accents and case apart: States, people, meetings, items, decisions."""
    needles = [folded for word in text.split() if (folded := fold(word))]
    if not needles:
        return ()
    with store.read() as session:
        candidates = chain(_states(states), _people(session), _meetings(session))
        found = (thing for parts, thing in candidates if _holds(parts, needles))
        return tuple(islice(found, MOST))


def _holds(parts: Iterable[str], needles: Iterable[str]) -> bool:
    whole = fold(" ".join(parts))
    return all(needle in whole for needle in needles)


def _states(states: States) -> Iterator[tuple[tuple[str, ...], Found]]:
    for code, state in states.on(LATEST).items():
        parts = (code, state.iso2, *_names(state.short), *_names(state.formal))
        yield parts, Found(state, Phrase(N_("State")), "members", code)


def _people(session: Session) -> Iterator[tuple[tuple[str, ...], Found]]:
    for person in PEOPLE.all(session):
        if person.state is not None:
            parts = (*_texts(person.function), person.given_name, person.family_name, *person.emails)
            yield parts, Found(person, Phrase(N_("Person")), "members", person.state)


def _meetings(session: Session) -> Iterator[tuple[tuple[str, ...], Found]]:
    symbols = {}
    for meeting in MEETINGS.all(session):
        symbols[meeting.key] = meeting.symbol
        parts = (meeting.symbol, *_texts(meeting.title), *_texts(meeting.place))
        yield (
            parts,
            Found(Content(meeting.title), Phrase("{symbol}", {"symbol": meeting.symbol}), "meetings", meeting.key),
        )
    for item in ITEMS.all(session):
        where = Phrase(N_("Item, {symbol}"), {"symbol": symbols[item.meeting]})
        yield _texts(item.title), Found(Content(item.title), where, "agenda", item.meeting)
    for decision in DECISIONS.all(session):
        number = f"{decision.year}/{decision.number}"
        name = Phrase(N_("Decision {number}"), {"number": number})
        yield (number, *_texts(decision.title)), Found(Content(decision.title), name, "session", decision.meeting)


def _texts(text: Trilingual) -> tuple[str, ...]:
    return (text.en, text.fr, text.es)


def _names(names: Names) -> tuple[str, ...]:
    return tuple(names[language] for language in Language)
