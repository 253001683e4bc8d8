"""How the actions of a plan stand: in shape, in word, and as the parts of a bar."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt

from nmirf_desktop.domain.action_plans import PlannedAction, PlanState, Progress, why_not_marked
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.actions import Look
from nmirf_desktop.ui.parts_chart import Part
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone

LABELS = {
    PlanState.DONE: N_("Carried out"),
    PlanState.UNDER_WAY: N_("Under way"),
    PlanState.LATE: N_("Overdue"),
    PlanState.NOT_BEGUN: N_("Not begun"),
    PlanState.GIVEN_UP: N_("Given up"),
}
MARKS = {
    PlanState.DONE: Mark("circle-check", Tone.GOOD),
    PlanState.UNDER_WAY: Mark("clock", Tone.NEUTRAL),
    PlanState.LATE: Mark("octagon-alert", Tone.BAD),
    PlanState.NOT_BEGUN: Mark("circle-dashed", Tone.MUTED),
    PlanState.GIVEN_UP: Mark("minus", Tone.MUTED),
}
MARKED = {
    PlanState.DONE: (N_("Mark as done"), Look("check", "Ctrl+Shift+D")),
    PlanState.UNDER_WAY: (N_("Mark as begun"), Look("clock", "Ctrl+Shift+M")),
    PlanState.NOT_BEGUN: (N_("Not begun after all"), Look("undo-2", "Ctrl+Shift+U")),
}
"""What is noted of an action with one key."""
GIVE_UP = N_("Give up …"), "Ctrl+Shift+X"
"""What gives an action up, for which a reason is asked, and its key."""
PARTS: Mapping[StrEnum, Part] = {
    PlanState.DONE: Part(LABELS[PlanState.DONE], Tone.GOOD, Qt.BrushStyle.SolidPattern),
    PlanState.UNDER_WAY: Part(LABELS[PlanState.UNDER_WAY], Tone.NEUTRAL, Qt.BrushStyle.BDiagPattern),
    PlanState.LATE: Part(LABELS[PlanState.LATE], Tone.BAD, Qt.BrushStyle.CrossPattern),
    PlanState.NOT_BEGUN: Part(LABELS[PlanState.NOT_BEGUN], Tone.MUTED, Qt.BrushStyle.Dense6Pattern),
    PlanState.GIVEN_UP: Part(LABELS[PlanState.GIVEN_UP], Tone.MUTED, Qt.BrushStyle.HorPattern),
}
"""The parts of a bar: every action that is counted is drawn."""

READ_ONLY = N_("The register is open for reading only: nothing is recorded in it.")
CHOOSE = N_("Choose an action of the plan first.")
MARKED_ON = N_("Marked as of {day}. “Correct …” gives it another day.")
ASKED = N_("Marked as done as of {day}; “Correct …” gives it another day. What shows it is still to be said.")
ONE_AT_A_TIME = N_("Each action that is given up has its own reason: choose one action.")
ONE_OF_THEM = N_("One of the actions chosen cannot be marked so: choose those that can.")


def why_no_mark(chosen: Sequence[PlannedAction], state: PlanState, *, read_only: bool) -> str:
    """Why the actions chosen cannot be marked as begun, done, given up or not begun after all; "" where they can."""
    if read_only or not chosen:
        return READ_ONLY if read_only else CHOOSE
    if state is PlanState.GIVEN_UP and len(chosen) > 1:
        return ONE_AT_A_TIME
    reasons = [why for one in chosen if (why := why_not_marked(one, state))]
    if reasons:
        return reasons[0] if len(chosen) == 1 else ONE_OF_THEM
    return ""


def done_said(found: Progress, words: Catalog) -> str:
    """How many actions are done; where all were given up, how many these are; of none, that there is none."""
    if not found.all:
        return _given_up_said(found, words) or words.gettext("no action yet")
    frame = words.ngettext("{done} of {all} carried out", "{done} of {all} carried out", found.done)
    return frame.format(done=words.number(found.done), all=words.number(found.all))


def progress_said(found: Progress, words: Catalog) -> str:
    """How many actions are done, how many are late, and how many, which are none of these, were given up."""
    facts = [done_said(found, words)]
    if late := found.counts.get(PlanState.LATE, 0):
        facts.append(words.ngettext("{n} overdue", "{n} overdue", late).format(n=words.number(late)))
    if found.all and (left := _given_up_said(found, words)):
        facts.append(left)
    return words.pgettext("facts in a row", " · ").join(facts)


def _given_up_said(found: Progress, words: Catalog) -> str:
    """How many actions were given up; "" where none was."""
    left = found.counts.get(PlanState.GIVEN_UP, 0)
    return words.ngettext("{n} given up", "{n} given up", left).format(n=words.number(left)) if left else ""
