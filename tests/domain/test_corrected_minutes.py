"""What a corrected file asks for is told in time that grows with the file, and by its places."""

import time

from nmirf_desktop.domain.corrected_minutes import Asking, Departed, compared
from nmirf_desktop.domain.word_units import Unit
from nmirf_desktop.i18n import Language

LEFT = tuple(Unit(f"{n}.\tParagraph {n}.", f"{n}.\tParagraph {n}.", number=n) for n in range(1, 31))
DEPARTED = Departed(Language.EN, LEFT, {n: f"key{n}" for n in range(1, 31)}, {})


def seconds(many: int) -> float:
    """How long it takes to tell so many more paragraphs, at best."""
    came = (*LEFT, *(Unit(f"More {n}", f"More {n}") for n in range(many)))
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        assert len(compared(DEPARTED, came).corrections) == many
        times.append(time.perf_counter() - begun)
    return min(times)


def test_four_times_as_many_paragraphs_take_about_four_times_as_long() -> None:
    assert seconds(16_000) < 9 * seconds(4_000)


def test_what_is_added_is_told_by_the_paragraph_before_it() -> None:
    more = Unit("", "One more.")
    came = (more, *LEFT[:2], more, more, *LEFT[2:], more)
    found = compared(DEPARTED, came).corrections
    assert [(one.asking, one.number, one.paragraph) for one in found] == [
        (Asking.ADDITION, None, None), (Asking.ADDITION, 2, "key2"), (Asking.ADDITION, 2, "key2"),
        (Asking.ADDITION, 30, "key30"),
    ]  # fmt: skip
