"""The right side of the candidatures: the candidate chosen, what is being written down, the trial, the slates."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from nmirf_desktop.domain.practices import Practices, Question
from nmirf_desktop.domain.regions import region_label
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.file_drop import FileDrop
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText, listed
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.candidatures_forms import CallForm, CandidatureForm, DayForm, SlateForm
from nmirf_desktop.ui.screens.candidatures_list import STANDING_LABELS, Candidate, belonging
from nmirf_desktop.ui.screens.candidatures_trial import Trial


class Cards:
    """The four cards."""

    def __init__(self, language: CurrentLanguage) -> None:
        record = N_("Record")
        self.call_form, self.candidature_form = CallForm(language), CandidatureForm(language)
        self.day_form, self.slate_form = DayForm(language), SlateForm(language)
        self.call = Draft(N_("Call for candidatures"), record, self.call_form, language)
        self.candidature = Draft(
            N_("Record a candidature"), record, self.candidature_form, language,
            N_("What comes after the last day is recorded as it came, and shown as late."),
        )  # fmt: skip
        self.withdrawal = Draft(N_("Withdraw the candidature"), record, self.day_form, language)
        self.slate = Draft(
            N_("Agree as slate"), record, self.slate_form, language,
            N_("The States tried out, in the order in which they were marked; an earlier slate stays in the list."),
        )  # fmt: skip

    @property
    def all(self) -> tuple[Draft, ...]:
        """Every card."""
        return (self.call, self.candidature, self.withdrawal, self.slate)


class CandidaturesDetail(DetailPane):
    """``asked`` carries a place; ``dropped`` the paths of files that were dropped on the pane."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.cards = Cards(language)
        for card in self.cards.all:
            self.add(card)
        self.files = LinkedText()
        self.files.asked.connect(self.asked)
        self.add(self.files)
        self.trial, self.slates = Trial(language), FactRows(language)
        self.trial.asked.connect(self.asked)
        self.section(N_("Composition tried out")).add(self.trial)
        self._agreed = self.section(N_("Agreed slates"))
        self._agreed.add(self.slates)
        self.drop = FileDrop(self)
        self.show_candidate(None, Practices())
        self.show_slates(())

    def show_candidate(self, row: Candidate | None, practices: Practices) -> None:
        """The candidate chosen, with its letters; of a State that is no member, the practice in force (R33)."""
        words = self._language.words
        self.files.setVisible(row is not None and bool(row.line.files))
        if row is None:
            self.head(words.gettext("Candidatures"))
            return
        line = row.line
        about = [words.gettext(region_label(line.state, row.regions))]
        if line.person is not None:
            about.append(line.person.label(words.language))
        about += [words.gettext(STANDING_LABELS[row.standing]), belonging_said(row, practices, words)]
        self.head(line.state.said_in(words), " · ".join(about))
        links = [Link(file.name, Place("members", f"{line.state.iso3}:{file.key}")) for file in line.files]
        self.files.show_parts(listed(links))

    def show_slates(self, rows: Iterable[FactRow]) -> None:
        """The slates agreed, the one that holds first."""
        shown = tuple(rows)
        self._agreed.setVisible(bool(shown))
        self.slates.show_rows(shown)


def belonging_said(row: Candidate, practices: Practices, words: Catalog) -> str:
    """As what a State belongs to the Network; where it is no member, who may hold a seat by the practice in force."""
    said = belonging(row.line, words)
    if row.line.member:
        return said
    practice = words.gettext(practices.way(Question.ELIGIBLE).sentence)
    return words.pgettext("candidate who is no member", "{said} (R33: {practice})").format(said=said, practice=practice)
