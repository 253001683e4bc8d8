"""What notes take to be told: a long list of States against one of a tenth, and a page of plain notes.

The ratio must stay near that of the lengths: each comma of a list had all that stands before it read anew, and eight
hundred names took more than a minute.
"""

from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.noted_speakers import Speaker
from nmirf_desktop.domain.noted_speech import noted
from nmirf_desktop.i18n import Language
from tests.benchmarks.by_turns import compared, timed

MOROCCO = Speaker(("Maroc",), "Elle", feminine=True)
FEW, MANY, ROUNDS = 80, 800, 9


def supported_by(states: int) -> str:
    """A note that names so many States."""
    return f"remercie le Bureau. Le texte est appuyé par {', '.join(f'État {one}' for one in range(states))}."


def test_a_long_list_of_states(benchmark: BenchmarkFixture) -> None:
    both = (supported_by(FEW), supported_by(MANY))
    compared(benchmark, "list", both, lambda note: timed(lambda: noted(note, Language.FR, MOROCCO)), ROUNDS)


def test_a_page_of_notes(benchmark: BenchmarkFixture) -> None:
    note = "remercie le Bureau. Appuie le projet, mais demande un délai plus long. Le plan avance. " * 30
    assert benchmark(lambda: noted(note, Language.FR, MOROCCO)).told.text.startswith("remercie le Bureau.")
