"""Empty lists with the program's own headings, to be filled in by an office."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.intake import KIND_TITLES, IntakeKind
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.imports import write_template
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice
from nmirf_desktop.ui.choosing import way_to
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import Tone

LABELS = {
    IntakeKind.MEMBERS: N_("Empty list of members …"),
    IntakeKind.FOCAL_POINTS: N_("Empty list of focal points …"),
    IntakeKind.PARTICIPANTS: N_("Empty list of participants …"),
    IntakeKind.ACTIVITIES: N_("Empty list of activities …"),
    IntakeKind.CONTACTS: N_("Empty list of contacts with States …"),
    IntakeKind.PARTNERSHIPS: N_("Empty list of partnerships …"),
    IntakeKind.OHCHR_SUPPORT: N_("Empty list of support by OHCHR …"),
    IntakeKind.GOOD_PRACTICES: N_("Empty list of good practices …"),
    IntakeKind.CONTRIBUTIONS: N_("Empty list of contributions …"),
    IntakeKind.ACTION_PLANS: N_("Empty list of an action plan …"),
}
NAMES = {
    **KIND_TITLES,
    IntakeKind.MEMBERS: N_("Members"),
    IntakeKind.FOCAL_POINTS: N_("Focal points"),
    IntakeKind.PARTICIPANTS: N_("Participants"),
}
ChoosePlace = Callable[[QWidget, str, str], Path | None]
"""Asks, in a window and under a title, for the file that a list goes into; the last is the name that is proposed."""


class Templates(QObject):
    """Writes empty lists in the window's language. *choose* asks for the file."""

    def __init__(self, choose: ChoosePlace, language: CurrentLanguage, alerts: Alerts, parent: QWidget) -> None:
        super().__init__(parent)
        self.choose = choose
        self._language, self._alerts, self._window = language, alerts, parent

    def action(self, kind: IntakeKind) -> Action:
        """The act that writes the empty list of a kind."""
        return Action(LABELS[kind], lambda: self.write(kind), Look("file-plus"), self._window)

    def write(self, kind: IntakeKind) -> None:
        """Ask for a place, and write an empty list there."""
        words = self._language.words
        path = self.choose(self._window, words.gettext("An empty list to fill in"), words.gettext(NAMES[kind]))
        if path is None:
            return
        with self._alerts.guard():
            written = write_template(kind, self._language.language, path)
            done = Phrase(N_("The empty list is in the file “{file}”."), {"file": written.name})
            self._alerts.show(Notice(done, Tone.GOOD, offers=(way_to(written.parent),)))
