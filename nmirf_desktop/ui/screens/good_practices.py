"""Good practices: what States do and others learn from, with their consent, and with whom each was shared (R43)."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.good_practices import GoodPractice, PracticeLine, Sharing, without_consent
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.regions import regions, scheme
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.good_practices import STRIKE_VERB
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import put_away
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.file_drop import FileDrop
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.held_files import ATTACH_FILES, HeldFiles
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.good_practices_detail import NO_CONSENT, RECORD, SHARE, Given, GoodPracticesDetail
from nmirf_desktop.ui.screens.good_practices_list import COLUMNS, Filters
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone
from nmirf_desktop.ui.undo_offer import undo_offered
from nmirf_desktop.ui.work_lists import WorkLists

CORRECT = N_("Correct the practice")
NONE = N_("No good practice is recorded yet")
WHY = N_(
    "What a State does and others may learn from is recorded here with its consent to share it, so that it can be sent "
    "to members and contributed to the knowledge hub (R43)."
)
DONE, STRUCK = N_("The practice “{name}” is recorded."), N_("The practice “{name}” is struck out.")
SHARED, SHARED_STRUCK = N_("Recorded: “{name}” was shared."), N_("Struck out: “{name}” was not shared.")
WITHOUT = N_("{state} has not agreed to share “{name}”. Was it shared all the same?")
WITHDRAWN = N_("{state} withdrew “{name}” on {day}. Was it shared all the same?")
IT_WAS, IT_WAS_NOT = N_("Yes, record it"), N_("No, do not record it")


class GoodPracticesScreen(Screen):
    """The practices at the left; the one chosen, its cards, sharings and files at the right."""

    title = N_("Good practices")
    icon = "star"
    subjects = frozenset({
        Subject.PRACTICES, Subject.PARTICIPANTS, Subject.STATES, Subject.RULES, Subject.ATTACHMENTS,
    })  # fmt: skip
    help_page = "good-practices"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self.lists = WorkLists(self, desk, IntakeKind.GOOD_PRACTICES)
        self._desk = desk
        self._lines: tuple[PracticeLine, ...] = ()
        self._followed: int | None = None
        self.files = HeldFiles(desk, language, alerts)
        self.detail = GoodPracticesDetail(language, self.files)
        self.drop = FileDrop(self.detail)
        self.card, self.share_card = self.detail.card, self.detail.share
        self._make_actions()
        self.filters = Filters(language)
        self.list: RowTable[PracticeLine] = RowTable(COLUMNS, lambda line: line.key, language)
        self.list.name(N_("Good practices"))
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
        self._correct = action(CORRECT, self.begin_correction, "pencil", "Ctrl+Shift+R")
        self._share = action(SHARE, self.begin_sharing, "send", "Ctrl+Shift+G")
        self._contribute = action(N_("Contribute to the knowledge hub"), self._go_to_hub, "upload", "Ctrl+Shift+U")
        self._sheet = action(N_("Practice sheet"), self._show_sheet, "files", "Ctrl+Shift+O")
        self._attach = action(ATTACH_FILES, self.files.choose, "paperclip", "Ctrl+Shift+F")
        self._strike = action(N_("Strike out the practice"), self.strike, "trash-2")

    def _left(self) -> QWidget:
        left, whole = QWidget(), QWidget()
        self._places = QStackedLayout(left)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, STEP * 2, STEP * 4, 0)
        column.addWidget(self.list)
        beginning = EmptyState(Empty(NONE, WHY, (Offer(RECORD, self.begin),), "star"), self.language)
        for place in (whole, beginning):
            self._places.addWidget(place)
        return left

    def _connect(self) -> None:
        self.filters.changed.connect(self._show)
        self.filters.year_chosen.connect(self._read_year)
        self.list.selected.connect(lambda _line: self._show_chosen())
        for asked in (self.list.opened, self.list.edit_asked):
            asked.connect(lambda _line: self._correct.trigger())
        self.detail.asked.connect(self.asked)
        self.drop.dropped.connect(self._arrived)
        self.card.done.connect(self._save)
        self.share_card.done.connect(self._save_sharing)
        for card in self.detail.cards:
            for over in (card.left, card.closing):
                over.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """A new practice first, then what is done with the one chosen."""
        return [
            self._record, self._correct, self._share, self._contribute, self._sheet, self._attach, self._strike,
            *self.lists.actions(),
        ]  # fmt: skip

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the practices of the year shown as of the day: of the last one in which one was recorded, at first."""
        with self.alerts.guard():
            years = self._desk.good_practices.years(self.on)
            self.filters.year.set_values(years)
            if self.filters.year.value() == self._followed:
                self._followed = next(iter(years), None)
                self.filters.year.load(self._followed, over=True)
            by = scheme(self._desk.practices.on(self.on))
            self.filters.offer(regions(by), by)
            self._places.setCurrentIndex(0 if years else 1)
            self._read()
        self._show()

    def _read(self) -> None:
        self._lines = self._desk.good_practices.lines(self.on, self.filters.year.value())

    def _read_year(self) -> None:
        with self.alerts.guard():
            self._read()
        self._show()

    def _show(self) -> None:
        shown = self.filters.matching(self._lines)
        self.list.show_rows(shown, self._lines)
        self.list.select_first()
        self.detail.show_counts(shown)
        self._show_chosen()

    def _show_chosen(self) -> None:
        line, writable, given = self.list.current, not self._desk.store.read_only, Given()
        self.detail.begin_at_top(line.key if line is not None else "")
        with self.alerts.guard():
            if line is not None:
                given = Given(
                    self._desk.good_practices.shared(line.key, self.on), self._desk.contributions.of(line.key, self.on)
                )
            self.files.load(
                Holder(HolderKind.GOOD_PRACTICE, line.key) if line is not None else None,
                line.practice.state if line is not None else None,
            )
        region = self.filters.region_of(line, self.words) if line is not None else ""
        self.detail.show_line(line, given, region, self._strike_sharing if writable else None)
        self._record.setEnabled(writable)
        for action in (self._correct, self._share, self._contribute, self._attach, self._strike):
            action.setEnabled(writable and line is not None)
        self._sheet.setEnabled(line is not None)

    def go_to(self, key: str) -> None:
        """Show a practice by its key, whatever is filtered."""
        self._be_read()
        if self.list.select(key):
            return
        with self.alerts.guard():
            line = self._desk.good_practices.line(key, self.on)
        if line is not None:
            self.filters.show_all()
            self.filters.year.load(line.practice.recorded_on.year, over=True)
            self._read_year()
            self.list.select(key)

    def correct_shown(self, key: str) -> None:
        """Open the card of the practice of a key."""
        if key == self.current_key():
            self.begin_correction()

    def current_key(self) -> str:
        """The practice shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        if not self._stale:
            self._show()

    # -- acting ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A new practice, recorded on the day shown until another one is typed."""
        self._open(None)

    def begin_correction(self) -> None:
        """The practice chosen, put right: its consent, for one, or that it was withdrawn."""
        if self.list.current is not None:
            self._open(self.list.current)

    def _open(self, line: PracticeLine | None) -> None:
        if self._desk.store.read_only or not put_away(self.detail.cards):
            return
        with self.alerts.guard():
            practice = line.practice if line is not None else None
            self._fill(practice)
            self.card.call(RECORD if line is None else CORRECT)
            self.card.concern(Content(line.practice.title) if line is not None else None)
            self._places.setCurrentIndex(0)
            self.card.begin(again=of_record(self._desk.store, practice, self._fill))

    def _fill(self, practice: GoodPractice | None) -> None:
        self.detail.form.load(practice, self.on, self._desk.states.on(self.on).values())

    def _save(self) -> None:
        with self.alerts.guard(self.card):
            one = self._desk.good_practices.record(self.detail.form.value(), self.detail.form.arrived())
            self.card.finished()
            self.go_to(one.key)
            self.list.setFocus()
            self.alerts.show(Notice(Sentence(DONE, {"name": Content(one.title)}), Tone.GOOD))

    def begin_sharing(self) -> None:
        """The practice chosen was shared; where the State did not agree, the card says so."""
        line = self.list.current
        if line is None or not put_away(self.detail.cards):
            return
        with self.alerts.guard():
            self.detail.share_form.load(line.key, self.on, self._desk.partners.known())
            self.share_card.call(SHARE, "" if line.practice.consents(self.on) else NO_CONSENT)
            self.share_card.concern(Content(line.practice.title))
            self.share_card.begin()

    def _save_sharing(self) -> None:
        """Record the sharing; one without consent is asked for once more, and recorded where it happened.

        The keyboard is on the answer that records nothing.
        """
        line = next((one for one in self._lines if one.key == self.detail.share_form.practice), None)
        with self.alerts.guard(self.share_card):
            sharing = self.detail.share_form.value()
            if line is not None and without_consent(line.practice, sharing.shared_on, self.on):
                one = line.practice
                values = {"state": line.state, "name": Content(one.title), "day": one.withdrawn_on}
                said = Sentence(WITHDRAWN if one.withdrawn(sharing.shared_on) else WITHOUT, values)
                offers = (Offer(IT_WAS_NOT, self.alerts.clear), Offer(IT_WAS, partial(self._share_now, asked=True)))
                self.alerts.show(Notice(said, Tone.ATTENTION, "R43", offers, asks=True))
                return
            self._share_now()

    def _share_now(self, *, asked: bool = False) -> None:
        with self.alerts.guard(self.share_card):
            sharing = self._desk.good_practices.share(self.detail.share_form.value(), all_the_same=asked)
            self.share_card.finished()
            self.go_to(sharing.practice)
            self.list.setFocus()
            self._say(SHARED)

    def _say(self, message: str) -> None:
        line = self.list.current
        name = Content(line.practice.title) if line is not None else ""
        self.alerts.show(Notice(Sentence(message, {"name": name}), Tone.GOOD))

    def _strike_sharing(self, sharing: Sharing) -> None:
        """The sharing was recorded by mistake; undo brings it back."""
        with self.alerts.guard():
            self._desk.good_practices.strike_sharing(sharing.key)
            self._say(SHARED_STRUCK)

    def _go_to_hub(self) -> None:
        if self.list.current is not None:
            self.asked.emit(Place("knowledge-hub", f"practice:{self.list.current.key}"))

    def _show_sheet(self) -> None:
        if self.list.current is not None:
            self.asked.emit(Place("documents", f"practice-sheet:{self.list.current.key}"))

    def _arrived(self, paths: Sequence[Path]) -> None:
        """Files dropped on the pane are those of the practice being written down, else of the one chosen."""
        if self.card.isVisible():
            self.detail.form.files.add_paths(paths)
        elif self._attach.isEnabled():
            self.files.receive(paths)

    def strike(self) -> None:
        """The practice chosen was recorded by mistake; undo brings it back."""
        line = self.list.current
        if line is not None:
            with self.alerts.guard():
                self._desk.good_practices.strike(line.key)
                said = Sentence(STRUCK, {"name": Content(line.practice.title)})
                offers = undo_offered(self._desk, self.alerts, STRIKE_VERB)
                self.alerts.show(Notice(said, Tone.GOOD, offers=offers))
