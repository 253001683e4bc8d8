"""The keys of the answers in a vote by name, one letter or figure each, and the field that knows them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from nmirf_desktop.domain.voting import ANSWER_LABELS, Answer
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.keys_in_force import PORTABLE, key_of
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rowview import begins_text
from nmirf_desktop.ui.strokes import plain

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
"""The keys, as delivered, that write an answer of many States in one step: of a recorded vote, or of a second call."""
TOGETHER_LABELS = {
    Answer.IN_FAVOUR: N_("All others present: in favour"),
    Answer.NO_ANSWER: N_("All who are left: no answer"),
}
NOT_TOGETHER = {
    Answer.IN_FAVOUR: N_("“{key}” records nothing: it is for a recorded vote in which somebody is still to answer."),
    Answer.NO_ANSWER: N_(
        "“{key}” records nothing: it is for who is left in a recorded vote, or in the second call of a roll call."
    ),
}
"""Why such a key writes nothing now."""


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


def keyed_answer(answer: Answer, words: Catalog) -> str:
    """An answer after its key, as on the buttons of the call."""
    frame = words.pgettext("key and answer", "{key}   {answer}")
    return frame.format(key=answer_key(answer), answer=words.gettext(ANSWER_LABELS[answer]))


class AnswerField(ChoiceField[Answer]):
    """One answer, chosen by the key that gives it in the call; no letter of its name chooses another (R27)."""

    def __init__(self, language: CurrentLanguage, answers: Sequence[Answer]) -> None:
        super().__init__(language, answers, keyed_answer)
        self._choices.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key of an answer chooses it, in the opened list too; another letter or figure does nothing."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or not begins_text(event):
            return super().eventFilter(watched, event)
        given = answer_of(event.key()) if plain(event) else None
        if given in self.values:
            self._editor.hidePopup()
            self._display(given)
            self._chosen()
        return True
