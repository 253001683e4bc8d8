"""A field for a time of day, typed as people write it: 15, 15:00, 15.30, 3 p.m."""

import datetime
import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP

NOT_A_TIME = N_("“{text}” is not a time of day. Type it as in “10:00” or “15.30”.")
_TIME = re.compile(r"(\d{1,2})(?:\s*(?:[:.h]|\bh)\s*(\d{2})?)?\s*(a\.?m\.?|p\.?m\.?)?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})")
"""Hours and minutes typed in one go: 1500."""
NOON = 12


def read_time(text: str) -> datetime.time | None:
    """The time of day that *text* says, or ``None``: 10, 1030, 10:00, 10.30, 10 h 30, 3 p.m."""
    typed = " ".join(text.split())
    match = _DIGITS.fullmatch(typed) or _TIME.fullmatch(typed)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or "").lower() if match.re is _TIME else ""
    if half and hour > NOON:
        return None
    if half:
        hour = hour % NOON + (NOON if half.startswith("p") else 0)
    try:
        return datetime.time(hour, minute)
    except ValueError:
        return None


class TimeField(Field[datetime.time | None]):
    """A time of day, shown as 14:02; one that is *optional* may be left empty, one *alone* has a line for itself.

    ``entered`` says that Enter was pressed and what is typed was handed on.
    """

    entered = Signal()

    def __init__(self, language: CurrentLanguage, *, optional: bool = False, alone: bool = False) -> None:
        super().__init__(language)
        self._optional = optional
        self._editor = QLineEdit()
        self._editor.textEdited.connect(self._typed)
        self._editor.returnPressed.connect(self._enter)
        self._line.addWidget(self._editor)
        if alone:
            self._line.addStretch()
        self._watch(self._editor)
        self._fit()

    def select(self) -> None:
        """Select what stands there, so that what is typed replaces it."""
        self._editor.selectAll()

    def value(self) -> datetime.time | None:
        """The time typed, ``None`` where it is empty or no time (see ``fault``)."""
        return read_time(self._editor.text())

    @property
    def typed(self) -> str:
        """What stands in the line, a time or none."""
        return self._editor.text().strip()

    @property
    def fault(self) -> Problem | None:
        """What is typed and is no time of day."""
        text = self.typed
        if self._optional and not text:
            return None
        return Problem(NOT_A_TIME, {"text": text}) if read_time(text) is None else None

    def said(self, value: datetime.time | None) -> str:
        """The time as all are said."""
        return self.words.clock(value) if value is not None else ""

    def _display(self, value: datetime.time | None) -> None:
        self._show_in(self._editor, self.said(value))

    def flush(self) -> None:
        """Hand the time on, and say it as all times are said; what is no time is handed on as a fault.

        What was refused stays as it was typed.
        """
        news = self.dirty
        super().flush()
        if self.fault is not None:
            self.edited.emit()
        elif not self.refused and (news or self._editor.text() != self.said(self.value())):
            self._display(self.value())

    def _enter(self) -> None:
        self.flush()
        if self.fault is None:
            self.entered.emit()

    def set_read_only(self, locked: bool) -> None:
        """A time that may only be read can still be selected."""
        self._editor.setReadOnly(locked)

    def _fit(self) -> None:
        self._editor.setFixedWidth(self.fontMetrics().horizontalAdvance("00:00 h ") + STEP * 4)

    def retranslate(self) -> None:
        """Another size of text needs another width."""
        self._fit()
