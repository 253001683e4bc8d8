"""The right side of the Committee: the seat chosen, what is being recorded, and what the rules say."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal

from nmirf_desktop.domain.compliance import Finding, FindingState
from nmirf_desktop.domain.compliance.simulation import COMMITTEE_RULES
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.regions import NO_REGION, region_of
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import SeatLine
from nmirf_desktop.ui.findings import Findings
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.screens.committee_drafts import Drafts
from nmirf_desktop.ui.screens.committee_years import VACANT


class CommitteeDetail(DetailPane):
    """``asked`` carries the place of a finding's object."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage, drafts: Drafts) -> None:
        super().__init__(language)
        self._shown: Key = ""
        for draft in drafts.all:
            self.add(draft)
        self._findings = Findings(language, titled=True, here="committee")
        self._findings.asked.connect(self.asked)
        self.section(N_("What the rules say")).add(self._findings)

    def show_seat(self, line: SeatLine | None) -> None:
        """The seat's State, its group, its representative and its days."""
        words = self._language.words
        if line is None:
            self.head(words.gettext("Executive Committee"))
            return
        if line.key != self._shown:
            self._shown = line.key
            self.verticalScrollBar().setValue(0)  # another seat is read from its State's name on
        if line.vacant:
            since = words.gettext("Vacant since {day}").format(day=words.date(line.first_day))
            self.head(words.gettext(VACANT).format(state=line.state.said_in(words)), since)
            return
        region = region_of(line.state, line.regions)
        about = [words.gettext(region.label if region else NO_REGION[line.regions])]
        if line.person is not None:
            about.append(line.person.label(words.language))
        if line.coordinates:
            about.append(words.gettext("Coordinator"))
        self.head(line.state.said_in(words), " · ".join(about))

    def show_findings(self, findings: Iterable[Finding], earlier: Collection[Key]) -> None:
        """What the rules of the Committee say, each with its number and title.

        That they were kept by one of the *earlier* mandates is left to the screen of the rules.
        """
        of_it = (finding for finding in findings if finding.rule in COMMITTEE_RULES)
        self._findings.show_findings(one for one in of_it if one.subject.key not in earlier or not _plainly_kept(one))


def _plainly_kept(finding: Finding) -> bool:
    return finding.state is FindingState.KEPT and not finding.remark
