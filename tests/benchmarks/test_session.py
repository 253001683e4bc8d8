"""How long a key of a sitting takes among 193 members once forty roll calls are recorded, and none, by turns.

``python -m pytest tests/benchmarks/test_session.py --benchmark-enable -s`` measures; else each runs once as a test.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.i18n import Language
from tests.benchmarks.by_turns import compared
from tests.benchmarks.rooms import Room, held, voted, waiting

ROLL_CALLS, ROUNDS = 40, 25


@pytest.fixture
def rooms(tmp_path: Path, benchmark: BenchmarkFixture) -> Iterator[tuple[Room, Room]]:
    """A meeting in which nobody voted yet, and one in which all did many times; in both, thirty States wait."""
    many = ROLL_CALLS if benchmark.enabled else 2
    with ExitStack() as opened:
        yield (
            opened.enter_context(held(tmp_path / "none.nmirf", lambda room: recorded(room, 0))),
            opened.enter_context(held(tmp_path / "many.nmirf", lambda room: recorded(room, many))),
        )


def recorded(room: Room, roll_calls: int) -> None:
    """So many roll calls are over, and thirty States wait for the floor."""
    for number in range(roll_calls):
        voted(room, number)
    waiting(room)


VERBS: dict[str, Callable[[Room], object]] = {
    "texts_read": lambda room: room.desk.proposals.all(room.meeting),
    "speaker_paused": lambda room: room.desk.floor.pause(room.meeting),
    "next_speaker": lambda room: room.desk.floor.next(room.meeting, room.item, Language.EN),
    "presence": lambda room: room.desk.sittings.toggle(room.meeting, ["GHA"]),
    "text_tabled": lambda room: room.desk.proposals.table(room.meeting, room.item, Language.EN),
}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", VERBS)
def test_recorded_roll_calls_make_a_key_no_slower(
    rooms: tuple[Room, Room], name: str, benchmark: BenchmarkFixture
) -> None:
    verb = VERBS[name]
    compared(benchmark, name, rooms, lambda room: room.settled(lambda: verb(room)), ROUNDS)
    for room in rooms:
        assert room.screen.facts is not None
        assert room.screen.facts.files == room.desk.proposals.all(room.meeting)
    print(benchmark.extra_info)  # noqa: T201
