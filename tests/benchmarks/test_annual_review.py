"""How long the review of a year takes after fifty years of 200 activities each, against one such year.

``pytest --benchmark-enable tests/benchmarks/test_annual_review.py``. Kept are the ratios; nothing is asserted of the
times. Aim: the review opens within 1.3 times what it takes with one year.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.activities import Activity, ActivityKind, TakingPart
from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES, SHARINGS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import STATES
from tests import registers
from tests.benchmarks.by_turns import compared, timed
from tests.registers import said

ROUNDS, LAST = 9, 2073
ACTIVITIES_A_YEAR, OTHERS = 200, 20
YEAR = ReviewPeriod.of_year(LAST)


@dataclass(frozen=True)
class Kept:
    """A register that is open, whose last year is the one that is reviewed."""

    desk: Secretariat
    period: ReviewPeriod = YEAR
    on: datetime.date = datetime.date(LAST + 1, 1, 10)


@pytest.fixture(scope="module")
def both(long: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Kept, Kept]]:
    """One year, and many: each with 200 activities, and a few practices and contributions."""
    folder = tmp_path_factory.mktemp("reviews")
    one, many = (_made(folder / f"{years}.nmirf", years) for years in (1, long))
    with open_register(one) as first, open_register(many) as second:
        yield Kept(Secretariat(first)), Kept(Secretariat(second))


def _made(path: Path, years: int) -> Path:
    registers.networked(path)
    with open_register(path, author=registers.AUTHOR) as store:
        for year in range(LAST - years + 1, LAST + 1):
            with store.write("record a year", Subject.ACTIVITIES) as session:
                _fill(session, year)
    return path


def _fill(session: Session, year: int) -> None:
    codes = [state.iso3 for state in STATES.all(session)]
    for number in range(ACTIVITIES_A_YEAR):
        day = datetime.date(year, 1 + number % 12, 1 + number % 28)
        one = Activity(
            new_key(), list(ActivityKind)[number % 7], said(f"Activity {number}"), day, day, said("Rabat"),
            objectives=(list(Objective)[number % 6],), result=said("Ideas were exchanged."),
        )  # fmt: skip
        ACTIVITIES.save(session, one)
        for place in range(4):
            TAKING_PART.save(session, TakingPart(new_key(), one.key, codes[(number * 7 + place) % len(codes)]))
    for number in range(OTHERS):
        day = datetime.date(year, 1 + number % 12, 1)
        practice = GoodPractice(
            new_key(), codes[number], said(f"Practice {number}"), Area.DATA, day, number, consented_on=day
        )
        GOOD_PRACTICES.save(session, practice)
        SHARINGS.save(session, Sharing(new_key(), practice.key, day, SharedWith.MEMBERS))
        made = Contribution(
            new_key(),
            ContributionKind.PRACTICE,
            practice.title,
            day,
            practice.state,
            practice=practice.key,
            sent_on=day,
        )
        CONTRIBUTIONS.save(session, made)


@pytest.mark.benchmark(group="review")
def test_reading_the_review(both: tuple[Kept, Kept], benchmark: BenchmarkFixture) -> None:
    def read(kept: Kept) -> float:
        return timed(lambda: kept.desk.annual_reviews.read(kept.period, kept.on))

    compared(benchmark, "read", both, read, ROUNDS)
    facts = [kept.desk.annual_reviews.read(kept.period, kept.on).facts for kept in both]
    assert [len(one.activities) for one in facts] == [ACTIVITIES_A_YEAR] * 2


@pytest.mark.benchmark(group="review")
def test_printing_the_review(both: tuple[Kept, Kept], benchmark: BenchmarkFixture) -> None:
    def printed(kept: Kept) -> float:
        request = Request(DocumentKind.REVIEW, None, part=kept.period.written(), on=kept.on)
        return timed(lambda: kept.desk.papers.contents(request))

    compared(benchmark, "contents", both, printed, ROUNDS)
