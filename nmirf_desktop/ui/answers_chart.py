"""The chart of who is expected: a bar for each group, cut by what they answered, with a number in each part."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.invitations import ANSWER_LABELS
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.parts_chart import Part, PartsChart
from nmirf_desktop.ui.theme import Tone

ANSWERS: Mapping[StrEnum, Part] = {
    Answer.ATTENDS: Part(ANSWER_LABELS[Answer.ATTENDS], Tone.GOOD, Qt.BrushStyle.SolidPattern),
    Answer.ONLINE: Part(ANSWER_LABELS[Answer.ONLINE], Tone.NEUTRAL, Qt.BrushStyle.BDiagPattern),
    Answer.APOLOGIES: Part(ANSWER_LABELS[Answer.APOLOGIES], Tone.BAD, Qt.BrushStyle.CrossPattern),
    Answer.AWAITED: Part(ANSWER_LABELS[Answer.AWAITED], Tone.MUTED, Qt.BrushStyle.Dense6Pattern),
}
"""The answers in the order of the parts."""


class AnswersChart(PartsChart):
    """Who is expected, by what they answered."""

    def __init__(self, language: CurrentLanguage, parent: QWidget | None = None) -> None:
        super().__init__(ANSWERS, language, parent)
