"""Registers that tests start from: an empty one, and a small network of fictional facts about real States."""

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import event

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.corrected_totals import TotalsCorrection, in_turn
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.agenda import Agendas
from nmirf_desktop.services.amendments import Amendments
from nmirf_desktop.services.floor import Floor
from nmirf_desktop.services.meetings import Meetings
from nmirf_desktop.services.members import Members
from nmirf_desktop.services.motions import Motions
from nmirf_desktop.services.opening import create, open_register
from nmirf_desktop.services.proposals import Proposals
from nmirf_desktop.services.sittings import Sittings
from nmirf_desktop.services.states import States
from nmirf_desktop.services.text_motions import TextMotions
from nmirf_desktop.services.voting import Voting
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import TOTALS_CORRECTIONS, VOTES

MEMBERS: tuple[StateCode, ...] = ("BRA", "GHA", "IDN", "MAR", "PRT", "PRY", "SVN", "URY")
OBSERVERS: tuple[StateCode, ...] = ("CHE", "JPN")
OPENS = datetime.date(2026, 11, 24)
AUTHOR = "coordinator"

Network = tuple[Meeting, AgendaItem, Sitting]


def corrections_of(store: Store, vote: Key) -> tuple[TotalsCorrection, ...]:
    """What was put right in the totals of a vote, in turn."""
    with store.read() as session:
        return in_turn(VOTES.get(session, vote), TOTALS_CORRECTIONS.all(session, vote=vote))


class Hand:
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime.datetime) -> None:
        self.at = at

    def __call__(self) -> datetime.datetime:
        """The moment at which it stands."""
        return self.at

    def forward(self, minutes: float = 1) -> None:
        """Move it on."""
        self.at += datetime.timedelta(minutes=minutes)


@dataclass(frozen=True)
class Desk:
    """The services of one open register, and the clock on the wall."""

    store: Store
    clock: Hand
    states: States
    members: Members
    meetings: Meetings
    agendas: Agendas
    sittings: Sittings
    proposals: Proposals
    voting: Voting
    floor: Floor
    motions: Motions
    amendments: Amendments
    text_motions: TextMotions


def desk(store: Store, clock: Hand) -> Desk:
    """The services on a store."""
    states = States(store)
    return Desk(
        store, clock, states, Members(store, states, clock), Meetings(store, clock), Agendas(store),
        Sittings(store, states, clock), Proposals(store, clock), Voting(store, states, clock),
        Floor(store, clock), Motions(store, clock),
        Amendments(store, clock), TextMotions(store, clock),
    )  # fmt: skip


def said(text: str) -> Trilingual:
    """A finished text that tells its languages apart."""
    return Trilingual.final(text, f"{text} (fr)", f"{text} (es)")


def network(desk: Desk) -> Network:
    """Eight members, two observers, and a meeting today with one item and one sitting."""
    desk.members.admit_founders(MEMBERS, MembershipKind.MEMBER)
    desk.members.admit_founders(OBSERVERS, MembershipKind.OBSERVER)
    meeting = Meeting(
        key=new_key(), symbol="NMIRF/2026", kind=MeetingKind.ANNUAL, number=2, counts_for=2026,
        title=said("Second annual meeting"), opens_on=OPENS, closes_on=OPENS + datetime.timedelta(days=2),
        place=said("Rabat"), time_zone="Africa/Casablanca", host="MAR",
    )  # fmt: skip
    desk.meetings.save(meeting)
    item = AgendaItem(key=new_key(), meeting=meeting.key, position=0, title=said("Future directions"))
    desk.agendas.add(item)
    sitting = Sitting(new_key(), meeting.key, 1, OPENS, datetime.time(10), datetime.time(13))
    desk.meetings.save_sitting(sitting)
    return meeting, item, sitting


def fresh(path: Path) -> Path:
    """An empty register at *path*: a copy of one that is made once in a process."""
    path.write_bytes(_empty())
    return path


def networked(path: Path) -> Network:
    """A register at *path* that holds what :func:`network` records, which it gives: a copy as well."""
    content, recorded = _recorded()
    path.write_bytes(content)
    return recorded


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """Every statement that the register is asked meanwhile."""
    asked: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    engine = store._connected()
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.nmirf"
        create(path, author=AUTHOR)
        return path.read_bytes()


@cache
def _recorded() -> tuple[bytes, Network]:
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with tempfile.TemporaryDirectory() as folder:
        path = fresh(Path(folder) / "network.nmirf")
        with open_register(path, author=AUTHOR, clock=clock) as store:
            recorded = network(desk(store, clock))
        return path.read_bytes(), recorded


__all__ = [
    "AUTHOR", "MEMBERS", "OBSERVERS", "OPENS", "Desk", "Hand", "Key", "Network", "desk", "fresh", "network",
    "networked", "said", "statements",
]  # fmt: skip
