"""How long the search takes among fifty years of a network, what its index weighs, and what it adds to a write.

``python -m pytest tests/benchmarks/test_search.py --benchmark-enable -s`` measures; without it each runs once as a
test, among two years. Rows are written without their journal, so that the index weighs more against them than against
a register that was kept by hand.
"""

import dataclasses
import datetime
import itertools
import random
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.members import (
    Communication,
    CommunicationForm,
    Mechanism,
    MechanismType,
    MembershipKind,
)
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, Section
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.search import asked
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision, Mode, Proposal
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.search import search
from nmirf_desktop.services.states import States
from nmirf_desktop.storage import search as index
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.members import COMMUNICATIONS, MECHANISMS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Session, Store
from nmirf_desktop.storage.voting import DECISIONS, INTERVENTIONS, PROPOSALS
from tests import registers

FIRST = 2024
SYLLABLES = ("ka", "ro", "mi", "den", "sal", "vi", "ter", "no", "lu", "pan", "che", "or", "bri", "zu", "fe", "gal")
STEMS = (
    "follow", "reporting", "recommendation", "ministry", "national", "exchange", "partner", "decision", "committee",
    "rights", "treaty", "suivi", "rapport", "recommandation", "ministère", "mise", "œuvre", "échange", "partenaire",
    "décision", "comité", "droits", "traité", "seguimiento", "informe", "recomendación", "ministerio", "aplicación",
    "intercambio", "socio", "decisión", "derechos", "tratado",
)  # fmt: skip


class Texts:
    """Texts that are the same in each run; no name in them is anybody's."""

    def __init__(self) -> None:
        self._lot = random.Random(7)  # noqa: S311  (the same texts in each run)

    def name(self) -> str:
        """A word of three syllables."""
        return "".join(self._lot.choices(SYLLABLES, k=3)).capitalize()

    def words(self, many: int) -> str:
        """Some words, one in six of them seldom."""
        return " ".join(self._lot.choice(STEMS) if self._lot.random() < 5 / 6 else self.name() for _ in range(many))

    def trilingual(self, many: int) -> Trilingual:
        """Some words in each language."""
        return Trilingual(self.words(many), self.words(many), self.words(many))


def history(session: Session, codes: Sequence[str], years: int) -> None:
    """So many years: people, letters and mechanisms of all States, and a meeting a year with its record."""
    texts = Texts()
    for year in range(FIRST, FIRST + years):
        add_members(session, codes, year, texts)
        for number in range(3):
            add_meeting(session, codes, year, number, texts)


def add_members(session: Session, codes: Sequence[str], year: int, texts: Texts) -> None:
    """What a year brings in the States: two new people in each third of them."""
    day = datetime.date(year, 3, 1)
    own = codes[year % 3 :: 3]
    people: list[Person] = []
    for code, part in itertools.product(own, ("focal.point", "alternate")):
        function = Trilingual(f"Focal point of {code}", f"Point focal {code}", f"Punto focal {code}")
        address, number = f"{part}@{code.lower()}.example.org", f"+595 21 {len(people):03} {year}"
        people.append(
            Person(
                new_key(), function, code, texts.name(), texts.name(), emails=(address,), telephones=(number,),
                institution=texts.words(4),
            )
        )  # fmt: skip
    PEOPLE.add(session, people)
    letters = [
        Communication(
            new_key(), code, day, CommunicationForm.LETTER, MembershipKind.MEMBER, reference=f"NV {number}/{year}"
        )
        for number, code in enumerate(own[::6])
    ]
    COMMUNICATIONS.add(session, letters)
    mechanisms = [
        Mechanism(new_key(), code, Period(day), texts.trilingual(6), MechanismType.AD_HOC, texts.words(20))
        for code in own[::6]
    ]
    MECHANISMS.add(session, mechanisms)


def add_meeting(session: Session, codes: Sequence[str], year: int, number: int, texts: Texts) -> None:
    """The annual meeting, with its record, or one of two of the Committee, with its agenda."""
    day = datetime.date(year, 1 + 4 * number, 10)
    kind = MeetingKind.COMMITTEE if number else MeetingKind.ANNUAL
    symbol = f"NMIRF/{year}" if not number else f"NMIRF/COM/{year}/{number}"
    meeting = Meeting(new_key(), symbol, kind, 1, year, texts.trilingual(4), day, day, texts.trilingual(1))
    MEETINGS.add(session, [meeting])
    items = [
        AgendaItem(new_key(), meeting.key, place, texts.trilingual(5), annotation=texts.trilingual(40))
        for place in range(14)
    ]
    ITEMS.add(session, items)
    if kind is MeetingKind.ANNUAL:
        add_record(session, codes, meeting, items, texts)


def add_record(
    session: Session, codes: Sequence[str], meeting: Meeting, items: Sequence[AgendaItem], texts: Texts
) -> None:
    """Eight proposals with their decisions, 150 interventions, and minutes of 160 paragraphs."""
    at = datetime.datetime(meeting.counts_for, 1, 10, 9, tzinfo=datetime.UTC)
    proposals = [
        Proposal(new_key(), meeting.key, item.key, number, texts.trilingual(5), texts.trilingual(120))
        for number, item in enumerate(items[:8], 1)
    ]
    PROPOSALS.add(session, proposals)
    decisions = [
        Decision(
            new_key(), meeting.key, one.item, one.key, meeting.counts_for, one.number, meeting.opens_on,
            Mode.CONSENSUS, one.title, one.text,
        )
        for one in proposals
    ]  # fmt: skip
    DECISIONS.add(session, decisions)
    heard = [
        Intervention(new_key(), meeting.key, items[place % 14].key, at, codes[place % len(codes)], note=texts.words(30))
        for place in range(150)
    ]
    INTERVENTIONS.add(session, heard)
    minutes = Minutes(new_key(), meeting.key)
    MINUTES.add(session, [minutes])
    paragraphs = [
        MinutesParagraph(new_key(), minutes.key, place, Section.ITEM, texts.trilingual(60)) for place in range(160)
    ]
    PARAGRAPHS.add(session, paragraphs)


@pytest.fixture(scope="module")
def years(request: pytest.FixtureRequest) -> int:
    return 50 if request.config.getoption("benchmark_enable") else 2


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, years: int) -> Iterator[Store]:
    """The register of those years, indexed anew."""
    path = registers.fresh(tmp_path_factory.mktemp("history") / "history.nmirf")
    with open_register(path, author="coordinator") as store:
        states = States(store)
        with store.write("history", Subject.MEMBERS) as session:
            history(session, sorted(states.on(registers.OPENS)), years)
            session.connection.exec_driver_sql("DELETE FROM search_mark")
            index.bring_up_to_date(session, session.connection)
            session.changes.clear()
            session.connection.commit()
        yield store


def tell(benchmark: BenchmarkFixture, line: str) -> None:
    """Print a line of what was measured, where something was."""
    if benchmark.enabled:
        sys.stdout.write(f"\n{line}\n")


def queries() -> list[str]:
    """Two hundred typed texts: names, beginnings of one to four letters, several words, symbols, addresses, rubbish."""
    texts = Texts()
    found = list("abcdefghijklmnoprstuvz") + [f"{one}{two}" for one in "acdmprst" for two in "aeio"]
    found += [texts.name() for _ in range(40)] + [texts.name()[:4] for _ in range(30)]
    found += [f"{texts.words(1)} {texts.name()[:3]}" for _ in range(20)] + [texts.words(2) for _ in range(16)]
    found += [f"paraguay {texts.name()[:2]}" for _ in range(10)] + [f"NMIRF/{year}" for year in range(2024, 2034)]
    found += [f"decision {year}/{year % 8 + 1}" for year in range(2024, 2034)]
    found += [
        "focal.point@py.example.org",
        "+595 21 004",
        "œuvre",
        "recomendación",
        "cote d'ivoire",
        '"',
        "* NEAR(",
        "😀",
    ]
    return found + ["a b c"] * (200 - len(found))


def test_two_hundred_texts_are_looked_for(kept: Store, benchmark: BenchmarkFixture) -> None:
    states, typed = States(kept), itertools.cycle(queries())
    benchmark.pedantic(lambda: search(kept, states, next(typed)), rounds=200, iterations=1)  # type: ignore[no-untyped-call]
    if benchmark.stats is not None:
        times = sorted(benchmark.stats.stats.data)
        said = [1000 * one for one in (statistics.median(times), times[189], times[-1])]
        tell(benchmark, "search: median {:.1f} ms, p95 {:.1f} ms, worst {:.1f} ms".format(*said))
    assert len(queries()) == 200
    assert next(group.kind for group in search(kept, states, "NMIRF/2025")) == "meeting"


def size_of(store: Store, names: str) -> int:
    """The bytes of the tables whose names begin so."""
    with store.read() as session:
        found = session.connection.exec_driver_sql(
            "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name LIKE ?", (names,)
        )
        return int(found.scalar_one())


def test_the_index_is_made_anew(kept: Store, benchmark: BenchmarkFixture) -> None:
    def make() -> None:
        with closing(index.Finder()) as finder, kept.read() as session:
            session.connection.exec_driver_sql("DELETE FROM search_mark")
            assert finder.find(session, asked("paraguay"), 6)

    benchmark.pedantic(make, rounds=3, iterations=1)  # type: ignore[no-untyped-call]
    whole, own = size_of(kept, "%"), size_of(kept, "search%")
    tell(benchmark, f"index: {own / 1e6:.1f} MB of {whole / 1e6:.1f} MB ({own / whole:.0%})")
    assert 0 < own < whole


@pytest.mark.parametrize("times", [1, 2])
def test_a_person_is_saved(kept: Store, benchmark: BenchmarkFixture, times: int) -> None:
    """Once as each write indexes what it changed, and once with that done twice: the difference is what it costs."""
    with kept.read() as session:
        people = itertools.cycle(PEOPLE.all(session, state="PRY"))
    texts = Texts()

    def save() -> None:
        with kept.write("save a person", Subject.MEMBERS) as session:
            person = dataclasses.replace(next(people), family_name=texts.name())
            PEOPLE.save(session, person)
            for _ in range(1, times):
                index.keep(session, [(PEOPLE.name, person.key)])

    benchmark.pedantic(save, rounds=100, iterations=1)  # type: ignore[no-untyped-call]
    with kept.read() as session:
        assert index.current(session, session.connection)
