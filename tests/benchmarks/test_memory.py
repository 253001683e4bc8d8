"""The translation memory with fifty thousand segments: read once, then asked with every key."""

import random
import re
from collections.abc import Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.memory import TranslationMemory
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.meetings import ITEMS
from tests import registers

SEGMENTS, OF_ONE = 50_000, 10
WORDS = re.findall(
    r"\S+",
    """
the meeting members observers report decision agenda Committee national mechanism recommendations data region exchange
experience invited consider adopt prepare present note year language experts follow-up implementation
""",
)


def sentence(draw: random.Random) -> str:
    """A sentence of words of the field."""
    return " ".join(draw.choices(WORDS, k=draw.randint(6, 26))).capitalize() + "."


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TranslationMemory]:
    """The memory of a register with fifty thousand sentences in three languages."""
    draw = random.Random(6)  # noqa: S311
    path = tmp_path_factory.mktemp("memory") / "register.nmirf"
    meeting, _, _ = registers.networked(path)
    with open_register(path) as store:
        with store.write("fill") as session:
            ITEMS.add(session, (item(draw, meeting.key, number) for number in range(1, SEGMENTS // OF_ONE + 1)))
        yield TranslationMemory(Secretariat(store).store)


def item(draw: random.Random, meeting: str, number: int) -> AgendaItem:
    """An item with ten sentences in each language."""
    en, fr, es = (" ".join(sentence(draw) for _ in range(OF_ONE)) for _ in Language)
    title = Trilingual(f"Item {number}")
    return AgendaItem(f"item-{number:05}", meeting, number, title, annotation=Trilingual.final(en, fr, es))


def test_memory_is_read(benchmark: BenchmarkFixture, memory: TranslationMemory) -> None:
    benchmark.pedantic(memory.read, rounds=1)  # type: ignore[no-untyped-call]
    assert memory.size >= SEGMENTS


@pytest.mark.parametrize("words", [8, 16, 24])
def test_a_sentence_is_looked_for(benchmark: BenchmarkFixture, memory: TranslationMemory, words: int) -> None:
    draw = random.Random(words)  # noqa: S311
    asked = [" ".join(draw.choices(WORDS, k=words)) for _ in range(50)]
    memory.read()
    turn = iter(range(10**9))

    def look() -> None:
        memory.search(asked[next(turn) % len(asked)], Language.EN, Language.FR)

    benchmark(look)
