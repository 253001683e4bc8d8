"""What a corrected file asks for is told by its places."""

from nmirf_desktop.domain.corrected_minutes import Asking, Departed, compared
from nmirf_desktop.domain.word_units import Unit
from nmirf_desktop.i18n import Language

LEFT = tuple(Unit(f"{n}.\tParagraph {n}.", f"{n}.\tParagraph {n}.", number=n) for n in range(1, 31))
DEPARTED = Departed(Language.EN, LEFT, {n: f"key{n}" for n in range(1, 31)}, {})


def test_what_is_added_is_told_by_the_paragraph_before_it() -> None:
    more = Unit("", "One more.")
    came = (more, *LEFT[:2], more, more, *LEFT[2:], more)
    found = compared(DEPARTED, came).corrections
    assert [(one.asking, one.number, one.paragraph) for one in found] == [
        (Asking.ADDITION, None, None), (Asking.ADDITION, 2, "key2"), (Asking.ADDITION, 2, "key2"),
        (Asking.ADDITION, 30, "key30"),
    ]  # fmt: skip
