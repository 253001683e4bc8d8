"""How the actions of a plan stand: in shape, in word, and as the parts of a bar."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt

from nmirf_desktop.domain.action_plans import PlanState, Progress
from nmirf_desktop.i18n import N_, Catalog
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
PARTS: Mapping[StrEnum, Part] = {
    PlanState.DONE: Part(LABELS[PlanState.DONE], Tone.GOOD, Qt.BrushStyle.SolidPattern),
    PlanState.UNDER_WAY: Part(LABELS[PlanState.UNDER_WAY], Tone.NEUTRAL, Qt.BrushStyle.BDiagPattern),
    PlanState.LATE: Part(LABELS[PlanState.LATE], Tone.BAD, Qt.BrushStyle.CrossPattern),
    PlanState.NOT_BEGUN: Part(LABELS[PlanState.NOT_BEGUN], Tone.MUTED, Qt.BrushStyle.Dense6Pattern),
}
"""The parts of a bar; what was given up is in none."""


def progress_said(found: Progress, words: Catalog) -> str:
    """How many actions are done, and how many are late."""
    said = words.gettext("{done} of {all} carried out").format(
        done=words.number(found.done), all=words.number(found.all)
    )
    late = found.counts.get(PlanState.LATE, 0)
    if not late:
        return said
    overdue = words.ngettext("{n} overdue", "{n} overdue", late).format(n=words.number(late))
    return words.pgettext("facts in a row", " · ").join((said, overdue))
