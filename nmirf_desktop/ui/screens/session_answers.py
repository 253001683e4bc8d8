"""The keys of the answers in a roll call: one letter or figure each."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from nmirf_desktop.domain.voting import Answer
from nmirf_desktop.ui.keys_in_force import PORTABLE, key_of

ANSWER_KEYS = {
    Answer.IN_FAVOUR: "Y",
    Answer.AGAINST: "N",
    Answer.ABSTAINING: "A",
    Answer.PASSED: "P",
    Answer.NOT_PARTICIPATING: "X",
    Answer.NO_ANSWER: "0",
}
"""One key for each answer as delivered, the same in every language."""


def answer_name(answer: Answer) -> str:
    """The name under which the user's own key of an answer is kept."""
    return f"call.{answer}"


def answer_key(answer: Answer) -> str:
    """The key of an answer that is in force."""
    return key_of(answer_name(answer), ANSWER_KEYS[answer]).toString(PORTABLE)


def answer_of(key: int) -> Answer | None:
    """What a key answers; a hyphen always is no answer."""
    found: Iterator[Answer] = (answer for answer in ANSWER_KEYS if ord(answer_key(answer)) == key)
    return Answer.NO_ANSWER if key == Qt.Key.Key_Minus else next(found, None)
