"""The keys of the answers in a roll call and in a recorded vote: one letter or figure each."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from nmirf_desktop.domain.voting import Answer
from nmirf_desktop.i18n import N_
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
TOGETHER_KEYS = {Answer.IN_FAVOUR: "E", Answer.NO_ANSWER: "R"}
"""The keys, as delivered, that write an answer of many States in one step of a recorded vote."""
TOGETHER_LABELS = {
    Answer.IN_FAVOUR: N_("All others present: in favour"),
    Answer.NO_ANSWER: N_("All who are left: no answer"),
}


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


def together_name(answer: Answer) -> str:
    """The name under which the user's own key of an answer of many is kept."""
    return f"call.together_{answer}"


def together_key(answer: Answer) -> str:
    """The key of an answer of many that is in force."""
    return key_of(together_name(answer), TOGETHER_KEYS[answer]).toString(PORTABLE)


def together_of(key: int) -> Answer | None:
    """What a key answers for many."""
    return next((answer for answer in TOGETHER_KEYS if ord(together_key(answer)) == key), None)
