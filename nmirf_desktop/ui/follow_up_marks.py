"""How a follow-up action stands, in shape and word."""

from nmirf_desktop.domain.actions import ActionState
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone

STATE_LABELS = {
    ActionState.LATE: N_("late"),
    ActionState.DUE_SOON: N_("due soon"),
    ActionState.OPEN: N_("to be done"),
}
MARKS = {
    ActionState.LATE: Mark("octagon-alert", Tone.BAD),
    ActionState.DUE_SOON: Mark("clock", Tone.ATTENTION),
    ActionState.OPEN: Mark("circle-dashed", Tone.ATTENTION),
    ActionState.DONE: Mark("circle-check", Tone.GOOD),
}


def state_word(state: ActionState, words: Catalog) -> str:
    """How an action stands, in a word."""
    if state is ActionState.DONE:
        return words.pgettext("follow-up action", "done")
    return words.gettext(STATE_LABELS[state])
