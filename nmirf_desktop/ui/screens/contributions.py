"""The knowledge hub: what States and the Network contribute to OHCHR’s virtual knowledge hub, year by year (R43)."""

import datetime

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.contributions import Contribution, ContributionLine, ContributionsOf
from nmirf_desktop.domain.days import year_to_look_at
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.contributions import STRIKE_VERB
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import given, put_away
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.contributions_detail import RECORD, ContributionsDetail
from nmirf_desktop.ui.screens.contributions_list import COLUMNS, Filters
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone
from nmirf_desktop.ui.undo_offer import undo_offered
from nmirf_desktop.ui.work_lists import WorkLists

CORRECT, SHOW_PRACTICE = N_("Correct the contribution"), N_("Show the practice")
NONE = N_("No contribution is recorded yet")
WHY = N_(
    "Practices, events and other activities that go to the virtual knowledge hub of OHCHR are recorded here. They are "
    "counted for the annual review; no State is obliged to contribute (R43)."
)
NONE_IN_YEAR = N_("No contribution of this year is recorded")
CHOOSE, WAS_SENT, IS_ON_THE_HUB = (
    N_("Choose a contribution first."), N_("It was sent already: correct it where its day is wrong."),
    N_("It is on the hub already: correct it where its day is wrong."),
)  # fmt: skip
DONE, STRUCK = N_("The contribution “{name}” is recorded."), N_("The contribution “{name}” is struck out.")
UNCONSENTED = N_(
    "“{name}” is recorded as gone, without the consent of its State to sharing the practice: record the consent with "
    "the practice, or take this back with Ctrl+Z. The annual review counts it, and does not name it."
)


class ContributionsScreen(Screen):
    """The contributions of a year at the left; the one chosen, its cards and the figures at the right."""

    title = N_("Knowledge hub")
    icon = "upload"
    subjects = frozenset({Subject.PRACTICES, Subject.STATES})
    help_page = "knowledge-hub"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self.lists = WorkLists(self, desk, IntakeKind.CONTRIBUTIONS)
        self._desk = desk
        self._held = ContributionsOf(datetime.date.min, datetime.date.min, ())
        self._begun = False
        self.detail = ContributionsDetail(language)
        self.card = self.detail.card
        self._make_actions()
        self.filters = Filters(language)
        self.list: RowTable[ContributionLine] = RowTable(
            COLUMNS, lambda line: line.key, language, Empty(NONE_IN_YEAR, WHY, icon="upload")
        )
        self.list.name(N_("Contributions to the knowledge hub"))
        self.list.add_filter(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self._left(), self.detail, share=0.56))
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        def action(label: str, slot: object, icon: str, keys: str = "", *, primary: bool = False) -> Action:
            return Action(label, slot, Look(icon, keys, primary=primary), self)  # type: ignore[arg-type]

        self._record = action(RECORD, self.begin, "plus", "Ctrl+Shift+A", primary=True)
        self._sent = action(N_("Mark as sent"), self.begin_sent, "send", "Ctrl+Shift+D")
        self._published = action(N_("Mark as published"), self.begin_published, "check", "Ctrl+Shift+G")
        self._correct = action(CORRECT, self.begin_correction, "pencil", "Ctrl+Shift+R")
        self._practice = action(SHOW_PRACTICE, self._show_practice, "arrow-right", "Ctrl+Shift+O")
        self._strike = action(N_("Strike out the contribution"), self.strike, "trash-2")

    def _left(self) -> QWidget:
        left, whole = QWidget(), QWidget()
        self._places = QStackedLayout(left)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, STEP * 2, STEP * 4, 0)
        column.addWidget(self.list)
        beginning = EmptyState(Empty(NONE, WHY, (Offer(RECORD, self.begin),), "upload"), self.language)
        for place in (whole, beginning):
            self._places.addWidget(place)
        return left

    def _connect(self) -> None:
        self.filters.year_chosen.connect(self._read_year)
        self.filters.changed.connect(self._show)
        self.list.selected.connect(lambda _line: self._show_chosen())
        for asked in (self.list.opened, self.list.edit_asked):
            asked.connect(lambda _line: self._correct.trigger())
        self.detail.asked.connect(self.asked)
        self.card.done.connect(self._save)
        self.detail.sent.done.connect(self._save_sent)
        self.detail.published.done.connect(self._save_published)
        for card in self.detail.cards:
            for over in (card.left, card.closing):
                over.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """A new contribution first, then how far the one chosen has come."""
        return [
            self._record,
            self._sent,
            self._published,
            self._correct,
            self._practice,
            self._strike,
            *self.lists.actions(),
        ]

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the contributions of the year shown: at first, that of the day, or the last one with any."""
        with self.alerts.guard():
            known = self._desk.contributions.years()
            self.filters.offer(sorted({*known, self.on.year}, reverse=True))
            if not self._begun:
                self._begun = True
                self.filters.year.load(year_to_look_at(known, self.on), over=True)
            self._places.setCurrentIndex(0 if known else 1)
            self._read()
        self._show()

    def _read(self) -> None:
        year = self.filters.year.value()
        first = datetime.date(year, 1, 1) if year is not None else datetime.date.min
        last = datetime.date(year, 12, 31) if year is not None else datetime.date.max
        self._held = self._desk.contributions.between(first, last, self.on)

    def _read_year(self) -> None:
        with self.alerts.guard():
            self._read()
        self._show()

    def _show(self) -> None:
        self.list.show_rows(reversed(self.filters.matching(self._held.lines)), self._held.lines)
        self.list.select_first()
        self.detail.figures.show_contributions(self._held, self.filters.year.value())
        self._show_chosen()

    def _show_chosen(self) -> None:
        line, writable = self.list.current, not self._desk.store.read_only
        self.detail.show_line(line)
        self.detail.begin_at_top(line.key if line is not None else "")
        self._record.setEnabled(writable)
        for action in (self._correct, self._strike):
            action.setEnabled(writable and line is not None)
        sent, published = (line.contribution.sent_on, line.contribution.published_on) if line else (None, None)
        why = CHOOSE if line is None else IS_ON_THE_HUB if published else ""
        self._published.allow(writable and not why, why, self.words)
        why = why or (WAS_SENT if sent else "")
        self._sent.allow(writable and not why, why, self.words)
        self._practice.setEnabled(line is not None and line.practice is not None)

    def go_to(self, key: str) -> None:
        """Show a contribution by its key, or a year by its figures; "practice:key" begins one that rests on it."""
        self._be_read()
        kind, _, practice = key.partition(":")
        if practice and kind == "practice":
            self.begin_from(practice)
        elif key.isdigit():
            self._take_up(int(key))
        else:
            with self.alerts.guard():
                line = self._desk.contributions.line(key, self.on)
            if line is not None:
                self._take_up(line.counted_on.year)
                self.list.select(key)

    def correct_shown(self, key: str) -> None:
        """Open the card of the contribution of a key."""
        if key == self.current_key():
            self.begin_correction()

    def _take_up(self, year: int) -> None:
        """Show all contributions of a year, unless those of all years are shown."""
        self.filters.show_all()
        self._places.setCurrentIndex(0)
        if self.filters.year.value() is not None:
            known = (one for one in self.filters.year.values if one is not None)
            self.filters.offer(sorted({year, *known}, reverse=True))
            self.filters.year.load(year, over=True)
        self._read_year()

    def current_key(self) -> str:
        """The contribution shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        if not self._stale:
            self._show()

    # -- acting ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A new contribution, recorded on the day shown until another one is typed."""
        self._open(self._desk.contributions.proposed(None, self.on, self.language.language))

    def begin_from(self, practice: Key) -> None:
        """A new contribution that rests on a good practice, with its State and title."""
        with self.alerts.guard():
            line = self._desk.good_practices.line(practice, self.on)
        if line is not None:
            self._open(self._desk.contributions.proposed(line.practice, self.on))

    def begin_correction(self) -> None:
        """The contribution chosen, put right."""
        if self.list.current is not None:
            self._open(self.list.current.contribution)

    def _open(self, one: Contribution) -> None:
        if self._desk.store.read_only or not put_away(self.detail.cards):
            return
        with self.alerts.guard():
            self._fill(one)
            self.card.call(CORRECT if one.key else RECORD)
            self.card.concern(Content(one.title) if one.title else None)
            self._places.setCurrentIndex(0)
            self.card.begin(again=of_record(self._desk.store, one, self._fill))

    def _fill(self, one: Contribution) -> None:
        known = [line.practice for line in self._desk.good_practices.lines(self.on) if not line.withdrawn]
        held = self._desk.good_practices.line(one.practice, self.on) if one.practice is not None else None
        if held is not None and held.practice not in known:
            known.append(held.practice)
        self.detail.form.load(one, self._desk.states.on(self.on).values(), known)

    def _save(self) -> None:
        with self.alerts.guard(self.card):
            one = self._desk.contributions.record(self.detail.form.value())
            self.card.finished()
            self.go_to(one.key)
            self.list.setFocus()
            self._say(DONE, one)

    def begin_sent(self) -> None:
        """The contribution chosen was sent: today, unless another day is typed."""
        line = self.list.current
        if line is not None and put_away(self.detail.cards):
            self.detail.sent_form.on.load(self.on, over=True)
            self._marked = line.key
            self.detail.sent.concern(Content(line.contribution.title))
            self.detail.sent.begin()

    def _save_sent(self) -> None:
        with self.alerts.guard(self.detail.sent):
            self._desk.contributions.mark_sent((self._marked,), given(self.detail.sent_form.on))
            self.detail.sent.finished()
            self.go_to(self._marked)
            self.list.setFocus()
            self._tell_unconsented()

    def begin_published(self) -> None:
        """The contribution chosen is on the hub, under its link."""
        line = self.list.current
        if line is not None and put_away(self.detail.cards):
            on, show = self.on, self.detail.published_form.load
            show(on, line.contribution.link)
            self._marked = line.key
            self.detail.published.concern(Content(line.contribution.title))
            again = of_record(self._desk.store, line.contribution, lambda one: show(on, one.link))
            self.detail.published.begin(again=again)

    def _save_published(self) -> None:
        form = self.detail.published_form
        with self.alerts.guard(self.detail.published):
            self._desk.contributions.mark_published(self._marked, given(form.on), form.link.value())
            self.detail.published.finished()
            self.go_to(self._marked)
            self.list.setFocus()
            self._tell_unconsented()

    def _tell_unconsented(self) -> None:
        """Of what went out, that its State had not agreed to share the practice: it is told at once."""
        line = self.list.current
        if line is not None and Missing.CONSENT in line.lacking:
            said = Sentence(UNCONSENTED, {"name": Content(line.contribution.title)})
            self.alerts.show(Notice(said, Tone.ATTENTION, offers=(Offer(SHOW_PRACTICE, self._show_practice),)))

    def _say(self, message: str, one: Contribution) -> None:
        self.alerts.show(Notice(Sentence(message, {"name": Content(one.title)}), Tone.GOOD))

    def _show_practice(self) -> None:
        line = self.list.current
        if line is not None and line.practice is not None:
            self.asked.emit(Place("good-practices", line.practice.key))

    def strike(self) -> None:
        """The contribution chosen was recorded by mistake; undo brings it back."""
        line = self.list.current
        if line is not None:
            with self.alerts.guard():
                self._desk.contributions.strike(line.key)
                said = Sentence(STRUCK, {"name": Content(line.contribution.title)})
                offers = undo_offered(self._desk, self.alerts, STRIKE_VERB)
                self.alerts.show(Notice(said, Tone.GOOD, offers=offers))
