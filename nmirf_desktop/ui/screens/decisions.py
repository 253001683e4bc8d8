"""Decisions: the register of all meetings by year, with full text, excerpts, relations, and what follows from them."""

from PySide6.QtWidgets import QStackedLayout

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.decision_records import to_conform
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.records_kept import DecisionRelation, RelationKind
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.decision_register import DecisionLine, RegisterView
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import RECORD_FOLLOW_UP, Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import put_away
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.decisions_detail import DecisionDetail
from nmirf_desktop.ui.screens.decisions_list import COLUMNS, Filters
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.wording_card import named_decision

CONFORMED = N_("The other languages of decision {name} are conformed.")


class DecisionsScreen(Screen):
    """The register at the left, the decision that is chosen at the right."""

    title = N_("Decisions")
    icon = "book-open"
    subjects = frozenset({Subject.VOTES, Subject.SESSION, Subject.AGENDA, Subject.MEETINGS})
    help_page = "decisions"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self._view = RegisterView((), ())
        self._related = ""  # the decision for which the card of a relation was opened
        self.list: RowTable[DecisionLine] = RowTable(COLUMNS, lambda line: line.decision.key, language)
        self.list.name(N_("Register of decisions"))
        self.filters = Filters(language)
        self.list.add_filter(self.filters)
        self.detail = DecisionDetail(language, self._take_back)
        none = Empty(
            N_("No decision yet"),
            N_("What meetings adopt stands here by year and number, in full and in three languages."),
            (Offer(N_("To the session"), lambda: self.asked.emit(Place("session"))),),
            "book-open",
        )
        self._make_actions()
        self._places = QStackedLayout(self)
        self._places.addWidget(MasterDetail(self.list, self.detail))
        self._places.addWidget(EmptyState(none, language))
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        self._excerpt = Action(N_("Excerpt …"), self.excerpt, Look("file-text", "Ctrl+E", primary=True), self)
        self._year = Action(N_("Register of the year …"), self.of_year, Look("files", "Ctrl+Shift+E"), self)
        self._follow = Action(N_("Record a follow-up action"), self.begin_action, RECORD_FOLLOW_UP, self)
        self._relate = Action(N_("Relate to an earlier one"), self.begin_relation, Look("link", "Ctrl+Shift+K"), self)
        self._reword = Action(N_("Put the wording right"), self.begin_wording, Look("pencil", "F2"), self)
        self._conform = Action(N_("Mark as conformed"), self.conform, Look("check", "Ctrl+Shift+R"), self)

    def _connect(self) -> None:
        self.list.selected.connect(lambda _line: self._show_detail())
        self.list.opened.connect(lambda _line: self._go())
        self.filters.changed.connect(self._show)
        self.detail.facts.asked.connect(self.asked)
        self.detail.wording.done.connect(self._record_wording)
        self.detail.relation.done.connect(self._record_relation)
        self.detail.action.done.connect(self._record_action)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What is done with the decision chosen, or with several."""
        return [self._excerpt, self._year, self._follow, self._relate, self._reword, self._conform]

    # -- showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the register as of the day."""
        with self.alerts.guard():
            self._view = self._desk.decision_register.view(self.on)
        self.filters.year.set_values(self._view.years)
        self.filters.show_not_used(self._view.not_used)
        self._places.setCurrentIndex(0 if self._view.lines else 1)
        self._show()

    def _show(self) -> None:
        self.list.show_rows([line for line in self._view.lines if self.filters.shows(line)], self._view.lines)
        self.list.select_first()
        self._show_detail()

    def _show_detail(self) -> None:
        line, writable = self.list.current, not self._desk.store.read_only
        self.detail.setVisible(line is not None)
        for action in (self._follow, self._relate, self._reword):
            action.setEnabled(line is not None and writable)
        self._excerpt.setEnabled(line is not None)
        self._year.setEnabled(line is not None)
        self._conform.setEnabled(line is not None and writable and bool(to_conform(line.decision)))
        if line is not None:
            names = {one.decision.key: one.name for one in self._view.lines}
            self.detail.show_line(line, names, self.words)

    def go_to(self, key: str) -> None:
        """Show one decision by its key, whatever is filtered."""
        self._be_read()
        if not self.list.select(key):
            self.filters.show_all()
            self._show()
            self.list.select(key)
        self._show_detail()

    def current_key(self) -> str:
        """The decision chosen."""
        return self.list.current.decision.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        self.filters.show_not_used(self._view.not_used)
        if self._view.lines:
            self._show_detail()

    # -- documents ---------------------------------------------------------------------------------------------------

    def excerpt(self) -> None:
        """The pages of the decision that is chosen, or one document with those that are."""
        chosen, line = self.list.chosen, self.list.current
        if len(chosen) > 1:
            ordered = sorted(chosen, key=lambda one: (one.decision.year, one.decision.number))
            self.asked.emit(Place("documents", f"decisions:{'+'.join(one.name for one in ordered)}"))
        elif line is not None:
            self.asked.emit(Place("documents", f"decision:{line.meeting.key}:{line.decision.key}"))

    def of_year(self) -> None:
        """The pages of the register of a year: that of the filter, else of the decision chosen."""
        line = self.list.current
        year = self.filters.year.value() or (line.decision.year if line is not None else None)
        if year is not None:
            self.asked.emit(Place("documents", f"decisions:{year}"))

    def _go(self) -> None:
        line = self.list.current
        if line is not None:
            one = line.decision
            self.asked.emit(Place("session", f"{one.meeting}:{one.item}:{one.proposal}"))

    # -- acting ------------------------------------------------------------------------------------------------------

    def begin_action(self) -> None:
        """What somebody is to do after the decision."""
        line = self.list.current
        if line is not None and put_away(self.detail.cards):
            one = line.decision
            empty = self.detail.action.empty(self.language.language)
            action = FollowUpAction("", one.meeting, empty, item=one.item, decision=one.key)
            self.detail.action.begin_as(action, one)

    def _record_action(self) -> None:
        card = self.detail.action
        with self.alerts.guard(card):
            self._desk.actions.record(card.value())
            card.finished()
            self.list.setFocus()

    def begin_relation(self) -> None:
        """The decision recalls, implements or replaces an earlier one."""
        line = self.list.current
        if line is None or not put_away(self.detail.cards):
            return
        place = (line.decision.year, line.decision.number)
        earlier = [one for one in self._view.lines if (one.decision.year, one.decision.number) < place]
        self.detail.relation_form.other.set_values(earlier)
        self.detail.relation_form.kind.load(RelationKind.RECALLS, over=True)
        self._related = line.decision.key
        self.detail.relation.concern(named_decision(line.decision))
        self.detail.relation.begin()

    def _record_relation(self) -> None:
        form = self.detail.relation_form
        other, kind = form.other.value(), form.kind.value()
        if other is not None and kind is not None:
            with self.alerts.guard(self.detail.relation):
                self._desk.decision_records.relate(self._related, kind, other.decision.key)
                self.detail.relation.finished()
                self.list.setFocus()

    def _take_back(self, relation: DecisionRelation) -> None:
        with self.alerts.guard():
            self._desk.decision_records.unrelate(relation.key)

    def begin_wording(self) -> None:
        """The wording is put right, as an act of its own."""
        line = self.list.current
        if line is not None and put_away(self.detail.cards):
            wording = self.detail.wording
            wording.begin_on(line.decision, of_record(self._desk.store, line.decision, wording.fields.load))

    def _record_wording(self) -> None:
        card = self.detail.wording
        if card.decision is not None:
            with self.alerts.guard(card):
                wanted = card.fields
                kept = self._desk.decision_records.put_right(
                    card.decision.key, wanted.title.value(), wanted.text.value(), wanted.note.value()
                )
                said = card.said_of(kept)
                card.finished()
                self.list.setFocus()
                self.alerts.say(said, name=decision_name(card.decision))

    def conform(self) -> None:
        """The other languages say what was adopted."""
        line = self.list.current
        if line is not None:
            with self.alerts.guard():
                self._desk.decision_records.review(line.decision.key, to_conform(line.decision))
                self.alerts.say(CONFORMED, name=line.name)
