"""The annual review: drafted from the year's records, written over by hand, printed, and put on the agenda (R37)."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.annual_review import ReviewPart, ReviewPeriod, Told, usual_period
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.annual_reviews import Review
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.following import read_again
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.panes import DetailPane, MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.annual_review_before import BEFORE_PRINT, MOST, rows_before_print
from nmirf_desktop.ui.screens.annual_review_forms import NewParagraphForm, ParagraphForm, part_said
from nmirf_desktop.ui.screens.annual_review_list import COLUMNS, PeriodFilter, state_mark, state_said, text_of
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

WRITE, ADD = N_("Write the paragraph"), N_("Add a paragraph")
NOTHING = N_("Nothing is recorded of this period")
WHY = N_(
    "The review is drafted from what is recorded of a period: activities, good practices, contributions, partnerships, "
    "members, meetings, decisions and the action plan. Record an activity, or choose another period."
)
RECORD_ACTIVITY = N_("Record an activity")
SHOW_AGENDA = N_("Show the agenda")
NAMED = N_("The review, {document}, stands under the review and the future directions on the agenda of {symbol}.")
NOW_DRAFTED = N_("From the facts of today")


class AnnualReviewScreen(Screen):
    """The paragraphs of a period at the left; the one chosen in three languages, and its cards, at the right."""

    title = N_("Annual review")
    icon = "file-plus"
    subjects = frozenset({
        Subject.REVIEW, Subject.ACTIVITIES, Subject.PRACTICES, Subject.PARTNERS, Subject.PARTICIPANTS, Subject.MEMBERS,
        Subject.MEETINGS, Subject.VOTES, Subject.AGENDA, Subject.COMMITTEE, Subject.PLANS, Subject.RULES,
        Subject.STATES, Subject.SETTINGS,
    })  # fmt: skip
    help_page = "annual-review"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk, self._reviews = desk, desk.annual_reviews
        self._period: ReviewPeriod | None = None
        self._review: Review | None = None
        self._whole = False
        self.filters = PeriodFilter(language)
        self.list: RowTable[Told] = RowTable(COLUMNS, lambda told: told.key, language)
        self.list.name(N_("Paragraphs of the review"))
        offer = Offer(RECORD_ACTIVITY, lambda: self.asked.emit(Place("activities", "!new")))
        self._empty = EmptyState(Empty(NOTHING, WHY, (offer,), "globe"), language)
        self.form, self.new_form = ParagraphForm(language), NewParagraphForm(language)
        self.card = Draft(WRITE, N_("Record"), self.form, language)
        self._written_of = usual_period(self.on), ""
        self.new_card = Draft(ADD, N_("Record"), self.new_form, language)
        self._added_to = usual_period(self.on)
        self._make_actions()
        self._arrange()
        self.retranslate()

    def _make_actions(self) -> None:
        def act(label: str, slot: Callable[[], object], look: Look) -> Action:
            return Action(label, slot, look, self)

        self._show_it = act(N_("Show the document"), self.show_document, Look("files", "Ctrl+Shift+O", primary=True))
        self._write = act(WRITE, self.begin_writing, Look("pencil", "F2"))
        self._add = act(ADD, self.begin_adding, Look("plus", "Ctrl+Shift+A"))
        self._take = act(N_("Take the draft again"), self.take_draft, Look("undo-2", "Ctrl+Shift+U"))
        self._keep = act(N_("Keep what is written"), self.keep, Look("check", "Ctrl+Shift+K"))
        self._take_out = act(N_("Take the paragraph out"), self.take_out, Look("trash-2"))
        self._on_agenda = act(N_("Put it on the agenda"), self.put_on_agenda, Look("list-ordered", "Ctrl+Shift+G"))

    def _arrange(self) -> None:
        left, self.detail = QWidget(), DetailPane(self.language)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, STEP * 2, STEP * 4, 0)
        for part in (self.filters, self.list, self._empty):
            column.addWidget(part)
        self.told, self.cautions = FactRows(self.language), FactRows(self.language)
        self._before = QLabel(wordWrap=True)
        style(self._before, Type.SMALL, Tone.MUTED)
        for piece in (self.card, self.new_card, self.told, self._before, self.cautions):
            self.detail.add(piece)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(MasterDetail(left, self.detail, share=0.56))
        self.cautions.asked.connect(self.asked)
        self.filters.chosen.connect(self._read_period)
        self.list.selected.connect(lambda _told: self._show_chosen())
        for asked in (self.list.opened, self.list.edit_asked):
            asked.connect(lambda _told: self._write.trigger())
        self.card.done.connect(self._save)
        self.new_card.done.connect(self._save_new)
        for card in (self.card, self.new_card):
            for over in (card.left, card.closing):
                over.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """The document first, then what is done with the paragraph chosen."""
        return [self._show_it, self._write, self._add, self._on_agenda, self._take, self._keep, self._take_out]

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def period(self) -> ReviewPeriod:
        """The period that is reviewed: the usual one of the day, unless another one was chosen that had begun by it."""
        chosen = self._period
        return chosen if chosen is not None and chosen.first <= self.on else usual_period(self.on)

    def refresh(self) -> None:
        """Read the review of the period as of the day."""
        with self.alerts.guard():
            self.filters.offer(self._reviews.periods(self.on), self.period)
            self._review = self._reviews.read(self.period, self.on)
        self._show()

    def _read_period(self) -> None:
        self._period = self.filters.period.value()
        self.refresh()

    def _show(self) -> None:
        told = self._review.told if self._review is not None else ()
        self.list.setVisible(bool(told))
        self._empty.setVisible(not told)
        self.list.show_rows(told, told)
        if self.list.current is None:
            self.list.select_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        told, words = self.list.current, self.words
        writable = not self._desk.store.read_only
        self.detail.head(
            part_said(told.part, words) if told is not None else words.gettext(self.title),
            state_said(told, words) if told is not None else "",
        )
        self.detail.begin_at_top(told.key if told is not None else "")
        self.told.show_rows(_rows(told, words) if told is not None else ())
        self._show_before()
        self._write.setEnabled(writable and told is not None)
        self._take_out.setEnabled(writable and told is not None and not told.removed)
        self._take.setEnabled(writable and told is not None and told.written and not told.added)
        self._keep.setEnabled(writable and told is not None and told.outdated)
        for action in (self._add, self._on_agenda):
            action.setEnabled(writable)

    def _show_before(self) -> None:
        """What the print would lack: the first of it, or all of it where it was asked for."""
        words = self.words
        found = rows_before_print(self._review, words) if self._review is not None else ()
        self._before.setText(words.gettext(BEFORE_PRINT) if found else "")
        self._before.setVisible(bool(found))
        shown = found if self._whole else found[:MOST]
        more = len(found) - len(shown)
        said = words.ngettext("and {n} more", "and {n} more", more).format(n=words.number(more))
        offer = Offer(N_("Show all"), self._show_whole)
        self.cautions.show_rows([*shown, *([FactRow((said,), offers=(offer,))] if more else [])])

    def _show_whole(self) -> None:
        self._whole = True
        self._show_before()

    def go_to(self, key: str) -> None:
        """Show the review of a period ("2027"), or one of its paragraphs ("2027:hub:count")."""
        written, _, slot = key.partition(":")
        try:
            self._period = ReviewPeriod.read(written) if written else self._period
        except Problem:
            return
        self._be_read()
        self.refresh()
        if slot:
            self.list.show_all()
            self.list.select(slot)

    def correct_shown(self, key: str) -> None:
        """Open the card of the paragraph of a key."""
        if key == self.current_key():
            self.begin_writing()

    def current_key(self) -> str:
        """The period, and the paragraph chosen."""
        told = self.list.current
        return f"{self.period.written()}:{told.slot}" if told is not None else self.period.written()

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        if not self._stale:
            self.refresh()

    # -- acting ----------------------------------------------------------------------------------------------------

    def begin_writing(self) -> None:
        """Open the card with the paragraph chosen."""
        told = self.list.current
        if told is not None and not self._desk.store.read_only and put_away((self.card, self.new_card)):
            self.form.load(told)
            self._written_of = self.period, told.slot
            self.card.concern(self.period)
            self.card.begin(again=read_again(told, self._now_written, self.form.load))

    def begin_adding(self) -> None:
        """Open the card of a new paragraph, in the part of the one chosen."""
        if not self._desk.store.read_only and put_away((self.card, self.new_card)):
            told = self.list.current
            self.new_form.show_part(told.part if told is not None else ReviewPart.AHEAD)
            self._added_to = self.period
            self.new_card.concern(self.period)
            self.new_card.begin()

    def _now_written(self) -> Told | None:
        """The paragraph for which the card was opened, as it is by now."""
        period, slot = self._written_of
        same = period == self.period and self._review is not None
        review = self._review if same else self._reviews.read(period, self.on)
        return next((one for one in review.told if one.slot == slot), None) if review is not None else None

    def _save(self) -> None:
        period, slot = self._written_of
        with self.alerts.guard(self.card):
            self._reviews.write(period, slot, self.form.value(), self.on)
            self.card.finished()
            self._written(period, slot)

    def _save_new(self) -> None:
        with self.alerts.guard(self.new_card):
            slot = self._reviews.add(self._added_to, self.new_form.chosen(), self.new_form.value())
            self.new_card.finished()
            self._written(self._added_to, slot)

    def _written(self, period: ReviewPeriod, slot: str) -> None:
        """Show what was written in the review of its own period, whichever is shown by then."""
        if period != self.period:
            self._period = period
        self.refresh()
        self.list.select(slot)
        self.list.setFocus()

    def _act(self, verb: Callable[[ReviewPeriod, str], object]) -> None:
        told = self.list.current
        if told is not None:
            with self.alerts.guard():
                verb(self.period, told.slot)
                self._written(self.period, told.slot)

    def take_draft(self) -> None:
        """Let the paragraph chosen follow the facts again; undo brings back what was written."""
        self._act(lambda period, slot: self._reviews.follow(period, slot, self.on))

    def keep(self) -> None:
        """Keep what was written although its facts changed."""
        self._act(lambda period, slot: self._reviews.keep(period, slot, self.on))

    def take_out(self) -> None:
        """Take the paragraph chosen out; undo, or its draft, brings it back."""
        self._act(lambda period, slot: self._reviews.remove(period, slot, self.on))

    def show_document(self) -> None:
        """Go to the document of the period."""
        self.asked.emit(Place("documents", f"{DocumentKind.REVIEW}:{self.period.written()}"))

    def put_on_agenda(self) -> None:
        """Name the review on the agenda of the next annual meeting."""
        with self.alerts.guard():
            meeting, items = self._reviews.put_on_agenda(self.period, self.on)
            document = self._review.symbol if self._review is not None else ""
            said = Sentence(NAMED, {"document": document, "symbol": meeting.symbol})
            offer = Offer(SHOW_AGENDA, lambda: self.asked.emit(Place("agenda", items[0].key)))
            self.alerts.show(Notice(said, Tone.GOOD, offers=(offer,)))


def _rows(told: Told, words: Catalog) -> list[FactRow]:
    """The paragraph in its three languages; beside what was written by hand, what the facts give now."""
    text = told.text or told.draft
    rows = [FactRow((text[one] or "–",), when=NAMES[one], muted=told.removed) for one in Language]
    if told.written and not told.added:
        draft = text_of(Told(told.slot, told.draft), words)
        rows.append(FactRow((draft,), when=words.gettext(NOW_DRAFTED), mark=state_mark(told)))
    return rows
