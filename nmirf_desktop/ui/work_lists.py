"""What a screen of the Network's work offers for lists of it: one that is taken in, and all records to be corrected."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.intake import KIND_TITLES, IntakeKind
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.lists import write_list
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import IMPORT_LIST, LIST_FILES, Action, Look
from nmirf_desktop.ui.alerts import Notice
from nmirf_desktop.ui.choosing import DocumentFiles, way_to
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.theme import Tone

IMPORTED_AS = "as:"
"""How the key of a place begins that names what lists are read as."""
TO_CORRECT = N_("List to correct …")
LABELS = {
    IntakeKind.OHCHR_SUPPORT: (N_("Import support by OHCHR …"), N_("Support by OHCHR to correct …")),
}
WRITTEN = N_("The list is in the file “{file}”: correct it there, or add lines, and import it.")
ChoosePlace = Callable[[QWidget, str, str], Path | None]
"""Asks, in a window and under a title, for the file that a list goes into; the last is the name that is proposed."""


class WorkLists(QObject):
    """The acts of a screen for lists of some *kinds*. *choose* asks for the file into which records are written."""

    def __init__(self, screen: Screen, desk: Secretariat, *kinds: IntakeKind) -> None:
        super().__init__(screen)
        self._screen, self._desk = screen, desk
        self.choose: ChoosePlace = DocumentFiles(screen.language).table
        self._acts = [act for kind in kinds for act in self._of(kind)]

    def _of(self, kind: IntakeKind) -> tuple[Action, Action]:
        taking, writing = LABELS.get(kind, (IMPORT_LIST, TO_CORRECT))
        place = Place("imports", f"{IMPORTED_AS}{kind}")
        return (
            Action(taking, lambda: self._screen.asked.emit(place), Look("upload", finds=LIST_FILES), self._screen),
            Action(writing, partial(self.write, kind), Look("file-plus", finds=LIST_FILES), self._screen),
        )

    def actions(self) -> list[Action]:
        """For each kind: take a list in, and write one out."""
        return self._acts

    def write(self, kind: IntakeKind) -> None:
        """Ask for a place, and write all records of a kind there, as a list that can be corrected and taken in."""
        words, screen = self._screen.words, self._screen
        path = self.choose(screen, words.gettext("A list to correct"), words.gettext(KIND_TITLES[kind]))
        if path is None:
            return
        with screen.alerts.guard():
            written = write_list(self._desk.imports.listed(kind, screen.on, words.language), path)
            done = Phrase(WRITTEN, {"file": written.name})
            screen.alerts.show(Notice(done, Tone.GOOD, offers=(way_to(written.parent),)))
