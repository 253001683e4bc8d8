"""The action of the documents that says which issued document a PDF is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nmirf_desktop.i18n import N_
from nmirf_desktop.services.files import Identified
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice
from nmirf_desktop.ui.screens.documents_issued import IssuedList
from nmirf_desktop.ui.screens.documents_sides import Sides
from nmirf_desktop.ui.theme import Tone

TITLE = N_("The PDF to check")


class CheckAction(Action):
    """Asks for a PDF by a title, a marked constant, and says which issued document it is, which comes into sight."""

    def __init__(
        self, papers: Papers, at: tuple[IssuedList, Sides], alerts: Alerts, choose: Callable[[str], Path | None],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(N_("Check a PDF …"), self._check, Look("file-search", "Ctrl+Shift+P"), parent)
        self._papers, self._alerts, self._choose = papers, alerts, choose
        self._issued, self._sides = at

    def _check(self) -> None:
        path = self._choose(TITLE)
        if path is None:
            return
        found: Identified | None = None
        with self._alerts.guard():
            found = self._papers.identify(path)
            if found.issued is not None:
                self._issued.table.select(found.issued.key)
                self._sides.reveal(self._issued)
        if found is not None:
            self._alerts.show(Notice(found, Tone.GOOD if found.stands else Tone.ATTENTION))
