"""The right side of the Committee: the seat chosen, what is being recorded, and what the rules say."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.compliance import Finding
from nmirf_desktop.domain.declaration import rule
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import SeatLine
from nmirf_desktop.ui.fact_rows import clear
from nmirf_desktop.ui.findings import FindingView
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.screens.committee_drafts import Drafts
from nmirf_desktop.ui.theme import STEP

RULES = ("R28", "R29", "R30", "R31", "R32", "R33", "R34")
"""The rules of the Committee and of the Coordinator."""


class CommitteeDetail(DetailPane):
    """``asked`` carries the place of a finding's object."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage, drafts: Drafts) -> None:
        super().__init__(language)
        for draft in drafts.all:
            self.add(draft)
        self._holder = QWidget()
        self._findings = QVBoxLayout(self._holder)
        self._findings.setContentsMargins(0, 0, 0, 0)
        self._findings.setSpacing(STEP * 4)
        self.section(N_("What the rules say")).add(self._holder)

    def show_seat(self, line: SeatLine | None) -> None:
        """The seat's State, its group, its representative and its days."""
        words = self._language.words
        if line is None:
            self.head(words.gettext("Executive Committee"))
            return
        group = line.state.group
        about = [words.gettext(group.label) if group else words.gettext("In no regional group")]
        if line.person is not None:
            about.append(line.person.label(words.language))
        if line.coordinates:
            about.append(words.gettext("Coordinator"))
        self.head(line.state.said_in(words), " · ".join(about))

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """What the rules of the Committee say, each with its number and title."""
        clear(self._findings)
        words = self._language.words
        for finding in findings:
            if finding.rule in RULES:
                title = words.pgettext("rule", "{number} {title}").format(
                    number=finding.rule, title=words.gettext(rule(finding.rule).title)
                )
                view = FindingView(finding, self._language, titled=title, here="committee")
                view.asked.connect(self.asked)
                self._findings.addWidget(view)
                view.show()
