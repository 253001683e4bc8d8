"""Finding things in a register by a few typed letters, in all three languages at once."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.members import PEOPLE
from nmirf_desktop.storage.store import Store
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
    needles = fold(text).split()
    if not needles:
        return ()

    def holds(parts: Iterable[str]) -> bool:
        whole = fold(" ".join(parts))
        return all(needle in whole for needle in needles)

    found = [
        Found(state, Phrase(N_("State")), "members", code)
        for code, state in states.on(LATEST).items()
        if holds((code, state.iso2, *_names(state.short), *_names(state.formal)))
    ]
    with store.read() as session:
        for person in PEOPLE.all(session):
            if person.state and holds((*_texts(person.function), person.given_name, person.family_name, person.email)):
                found.append(Found(Content(person.function), Phrase(N_("Person")), "members", person.state))
        meetings = {meeting.key: meeting for meeting in MEETINGS.all(session)}
        for meeting in meetings.values():
            if holds((meeting.symbol, *_texts(meeting.title), *_texts(meeting.place))):
                found.append(Found(Content(meeting.title), Phrase(meeting.symbol), "meetings", meeting.key))
        for item in ITEMS.all(session):
            if holds(_texts(item.title)):
                symbol = Phrase(N_("Item, {symbol}"), {"symbol": meetings[item.meeting].symbol})
                found.append(Found(Content(item.title), symbol, "agenda", item.meeting))
        for decision in DECISIONS.all(session):
            number = f"{decision.year}/{decision.number}"
            if holds((number, *_texts(decision.title))):
                name = Phrase(N_("Decision {number}"), {"number": number})
                found.append(Found(Content(decision.title), name, "session", decision.meeting))
    return tuple(found[:MOST])


def _texts(text: Trilingual) -> tuple[str, ...]:
    return (text.en, text.fr, text.es)


def _names(names: Names) -> tuple[str, ...]:
    return tuple(names[language] for language in Language)
