"""What the panel of the call says: which call it is, what was written last, and who is in favour together."""

from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.casting import FIRST_CALL
from nmirf_desktop.domain.voting import ANSWER_LABELS, Act, Answer, Method
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.keys_in_force import KeyInForce
from nmirf_desktop.ui.screens.session_answers import TOGETHER_LABELS, together_key
from nmirf_desktop.ui.screens.session_ballot import method_words
from nmirf_desktop.ui.screens.session_facts import RulingDue
from nmirf_desktop.ui.screens.session_keys import Key

RULING_KEY = KeyInForce(Key.POINT.named, Key.POINT.value[1].keys)
SILENT = N_("All who were silent: no answer")
"""What one key writes in the second call of a roll call (R19): who passed is called by name."""


def together_words(answer: Answer, method: Method, words: Catalog) -> str:
    """What one key writes of many in a vote taken by a method."""
    silent = answer is Answer.NO_ANSWER and method is Method.ROLL_CALL
    return words.gettext(SILENT if silent else TOGETHER_LABELS[answer])


def keyed_together(answer: Answer, method: Method, words: Catalog) -> str:
    """As :func:`together_words` after its key, as on the buttons of the call."""
    frame = words.pgettext("key and answer", "{key}   {answer}")
    return frame.format(key=together_key(answer), answer=together_words(answer, method, words))


def last_words(board: Board, words: Catalog) -> str:
    """What was written last, the answer that stands first: "Ghana: against (before: in favour)"."""
    last = board.last
    if last is None:
        return words.gettext("No answer yet")
    if last.act is Act.TOGETHER:
        return together_words(last.answer, board.method, words)
    name, now = last.state.said_in(words), words.gettext(ANSWER_LABELS[last.answer]).lower()
    if last.before is None or last.before is last.answer:
        return words.pgettext("last answer", "{state}: {answer}").format(state=name, answer=now)
    before = words.gettext(ANSWER_LABELS[last.before]).lower()
    frame = words.pgettext("last answer", "{state}: {answer} (before: {before})")
    return frame.format(state=name, before=before, answer=now)


def exceptions_words(board: Board, words: Catalog) -> str:
    """How many are in favour because the Chair asked who is not; empty where nobody is."""
    if not board.together:
        return ""
    n = sum(state.iso3 in board.together and answer is Answer.IN_FAVOUR for state, answer in board.answers)
    if not n:
        return ""
    return words.ngettext(
        "In favour: {n} State present that had not answered; type the exceptions, and Esc to end.",
        "In favour: {n} States present that had not answered; type the exceptions, and Esc to end.",
        n,
    ).format(n=words.number(n))


def call_words(board: Board, words: Catalog) -> str:
    """Which method, and in a roll call which call."""
    if board.method is not Method.ROLL_CALL:
        return method_words(board.method, words)
    first = board.calling.number == FIRST_CALL
    return words.gettext("Roll call, first call") if first else words.gettext("Roll call, second call")


def due_words(due: RulingDue | None, words: Catalog) -> str:
    """That the Chair has still to rule on a point of order, and by which key; empty where none waits."""
    if due is None:
        return ""
    said = words.gettext("Point of order of {state}: the ruling is due ({keys}).")
    return said.format(state=due.state.said_in(words), keys=RULING_KEY.said_in(words))
