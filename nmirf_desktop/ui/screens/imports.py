"""Import: a list that an office sent, looked at row by row, put right in place, and taken in with one confirmation."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.intake import KIND_TITLES, WORK, IntakeKind, Preview, PreviewRow, Verdict
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.imports import SUBJECTS, VERBS, Recorded
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer
from nmirf_desktop.ui.choosing import DocumentFiles
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import OwnSteps, Screen
from nmirf_desktop.ui.screens.imports_beginning import Beginning
from nmirf_desktop.ui.screens.imports_detail import RowDetail
from nmirf_desktop.ui.screens.imports_reading import ListPane
from nmirf_desktop.ui.screens.imports_rows import COLUMNS, SUBJECT, VerdictFilter
from nmirf_desktop.ui.screens.imports_said import AboveRows, CountedAction, left_out_said
from nmirf_desktop.ui.screens.imports_template import LABELS, Templates
from nmirf_desktop.ui.screens.imports_work import ImportWork, Put
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone
from nmirf_desktop.ui.work_lists import IMPORTED_AS

NOT_IMPORTED = N_("The import was cancelled: nothing was imported.")
FILE = "file:"
"""How the key of a place begins that names a file."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many rows were imported."""

    rows: int

    def said_in(self, words: Catalog) -> str:
        """The fact as one sentence."""
        return words.ngettext("{n} row imported.", "{n} rows imported.", self.rows).format(n=words.number(self.rows))


class ImportsScreen(Screen):
    """The rows with their verdicts at the left; one row, or how the list is read, at the right."""

    title = N_("Import")
    icon = "upload"
    subjects = frozenset({Subject.STATES}.union(*SUBJECTS.values()))
    help_page = "imports"

    def __init__(
        self, desk: Secretariat, jobs: Jobs, language: CurrentLanguage, alerts: Alerts, memory: Memory | None = None
    ) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self.work = ImportWork(desk.imports, jobs, language.language, self)
        self._path: Path | None = None
        self._meant: IntakeKind | None = None
        """What the file that is chosen next is read as; ``None`` where its columns tell it."""
        self._arrived = False
        """Another file was read: once its rows are shown, they have the keyboard."""
        files = DocumentFiles(language, memory)
        self.choose_list: Callable[[QWidget, str], Path | None] = files.listing
        self.templates = Templates(files.table, language, alerts, self)
        self._make_actions()
        self.verdicts = VerdictFilter(language)
        self.list: RowTable[PreviewRow] = RowTable(COLUMNS, lambda row: row.number, language)
        self.list.name(N_("Rows of the list"))
        self.detail, self.reading = RowDetail(language), ListPane(language)
        self.list.view.setWordWrap(True)
        self.list.view.set_lines(2)
        self._above = AboveRows(language)
        self._showing = False
        """The rows are shown anew: no row is chosen by the reader."""
        self._arrange()
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        self._import = CountedAction(N_("Import"), self._begin_import, Look("check", "Ctrl+Return", primary=True), self)
        self._choose = Action(N_("Choose a file …"), self._begin_choice, Look("folder-open", "Ctrl+Shift+I"), self)
        self._how = Action(N_("How the list is read"), self._show_how, Look("columns-3", "F6"), self)
        self._how.setCheckable(True)
        self._empty = {kind: self.templates.action(kind) for kind in LABELS}

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Take in, choose, look at how the list is read; empty lists to fill in."""
        kind = self._meant or (self.work.kind if self.work.list is not None else None)
        empty = [act for of, act in self._empty.items() if of is kind or (kind not in WORK and of not in WORK)]
        return [self._import, self._choose, self._how, *empty]

    @property
    def help_topic(self) -> str:
        """The page that has the columns of the list."""
        kind = self._meant or (self.work.kind if self.work.list is not None else None)
        return "work-lists" if kind in WORK else self.help_page

    @property
    def heading(self) -> str:
        """What is imported, where a screen said so."""
        if self._meant is None:
            return super().heading
        return self.words.gettext(N_("Import: {list}")).format(list=self.words.gettext(KIND_TITLES[self._meant]))

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, STEP * 3, 0)
        column.setSpacing(STEP * 2)
        for part in (self.verdicts, self._above):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        self._right = QStackedWidget()
        for pane in (self.detail, self.reading):
            self._right.addWidget(pane)
        self._pages = QStackedWidget()
        self.beginning = Beginning(self.language, Offer(self._choose.label, self._begin_choice), self.templates.write)
        self._pages.addWidget(self.beginning)
        self._pages.addWidget(MasterDetail(left, self._right, share=0.56))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self.verdicts.changed.connect(self._show_rows)
        self.work.chosen.connect(lambda: self.verdicts.choose(None))
        self.list.selected.connect(lambda _row: self._choose_row())
        self.list.view.clicked.connect(lambda _index: self._choose_row())
        self.list.opened.connect(lambda _row: self._begin_correction())
        self.list.edit_asked.connect(lambda _row: self._begin_correction())
        self.work.chosen.connect(self._show_reading)
        self.work.judged.connect(self._show)
        self.detail.corrected.connect(self.work.correct)
        self.detail.decided.connect(self.work.decide)
        self.detail.ordered.connect(self.work.order)
        self.detail.restored.connect(self.work.restore)
        self.reading.form.edited.connect(self._read_otherwise)
        self.reading.read_as.connect(self.work.read_as)

    # -- showing -----------------------------------------------------------------------------------------------------

    def _show_reading(self) -> None:
        """Another list is read, or the same in another way."""
        work = self.work
        self._arrived = self._arrived or work.path is not self._path
        self._path = work.path
        if work.list is not None and work.path is not None:
            self.reading.load(work.path.name, work.list)
            self.reading.form.load(work.kind, work.found, work.list, work.reading)

    def _show(self) -> None:
        """The rows were judged."""
        work = self.work
        if work.result is None or work.list is None:
            return
        shown = work.result.preview
        self.list.entitle(SUBJECT, N_("What it is about") if work.kind in WORK else N_("State"))
        self._pages.setCurrentIndex(1)
        self.verdicts.load(shown.counts)
        self.reading.show_preview(shown, work.list.encoding)
        self.detail.begin(work.kind, work.fields(), work.list.lines)
        self._show_rows()
        if self._arrived:
            self._arrived = False
            self.list.setFocus()

    def _show_rows(self) -> None:
        result, current = self.work.result, self.list.current
        if result is None:
            return
        held = current.number if current is not None and current.number in self.work.by_hand else None
        self._showing = True
        self.list.show_rows(self.verdicts.matching(result.preview.rows, held), result.preview.rows)
        self.list.select_first()
        self._showing = False
        self._show_row()
        self._count()

    def _choose_row(self) -> None:
        """A row that the reader chooses is shown, also in the place of how the list is read."""
        if not self._showing:
            self._how.setChecked(False)
            self._show_row()

    def _show_row(self) -> None:
        row = self.list.current
        self.detail.load(row, touched=row is not None and row.number in self.work.by_hand)
        self._right.setCurrentWidget(self.reading if self._how.isChecked() or row is None else self.detail)

    def _count(self) -> None:
        """Say on the one button how many rows it takes in, and beside it what stays out."""
        shown = self.work.result.preview if self.work.result is not None else None
        self._import.rows = len(shown.imported) if shown is not None else 0
        self._import.left_out = left_out_said(shown, self.words) if shown is not None else ""
        self._import.retranslate(self.words)
        self._import.setDisabled(not self._import.rows or self._desk.store.read_only)
        self._how.setEnabled(shown is not None)
        self._above.load(shown, self.verdicts.number)
        self.headed.emit()

    # -- putting right -----------------------------------------------------------------------------------------------

    def _begin_correction(self) -> None:
        """The keyboard goes to the first cell that is in the way, else to the first cell."""
        row, form = self.list.current, self.detail.form
        if row is None or form is None:
            return
        self._how.setChecked(False)
        self._show_row()
        named = [reason.field for reason in row.reasons if reason.field in form.names]
        form.field((named or list(form.names))[0]).setFocus()

    def _read_otherwise(self, name: str) -> None:
        """Another kind, sheet, language or status for the whole list."""
        form, work = self.reading.form, self.work
        kind = form.kind.value()
        if name == "kind" and kind is not None and work.path is not None:
            work.open_file(work.path, kind)
            return
        chosen = next((one for one in work.found if one.sheet == form.sheet.value()), None)
        if chosen is not None:
            work.use(chosen if name == "sheet" else work.list or chosen, form.reading)

    # -- acting ------------------------------------------------------------------------------------------------------

    def _begin_choice(self) -> None:
        path = self.choose_list(self, self.words.gettext("The list to import"))
        if path is not None:
            self.work.open_file(path, self._meant)
            self._meant = None

    def _show_how(self) -> None:
        self._show_row()
        if self._how.isChecked():
            self.reading.form.field("kind").setFocus()
        else:
            self.list.setFocus()

    def _begin_import(self) -> None:
        """Take in what was put right last, too: the preview that the question is about is of that."""
        if self.detail.form is not None:
            self.detail.form.flush()
        self.work.when_judged(self._take_in)

    def _take_in(self) -> None:
        result = self.work.result
        if result is None or not result.preview.imported or not self._may_leave_out(result.preview):
            return
        job = self.work.record(self._tell)
        if job is not None:
            job.cancelled.connect(lambda: self.alerts.say(NOT_IMPORTED, Tone.NEUTRAL))

    def _may_leave_out(self, shown: Preview) -> bool:
        """Ask where rows are in error: they are left out only where somebody said so."""
        words, wrong = self.words, len(shown.wrong)
        if not wrong:
            return True
        question = words.ngettext("{n} row is in error.", "{n} rows are in error.", wrong).format(n=words.number(wrong))
        act, keep = words.gettext("Import the others"), words.gettext("Correct first")
        if self.alerts.confirm(question, act, keep, left_out_said(shown, words)):
            return True
        self.verdicts.choose(Verdict.ERROR)
        self._show_rows()
        wrongs = [row.number for row in self.list.model.rows if row.verdict is Verdict.ERROR]
        self.list.select(wrongs[0] if wrongs else shown.wrong[0].number)
        self._begin_correction()
        return False

    def _tell(self, done: Recorded) -> None:
        if isValid(self):
            self.work.close_steps()
            self.verdicts.choose(Verdict.ERROR if done.left_out else None)
            entry = self._desk.steps.done(VERBS[self.work.kind])
            self.alerts.show(
                Notice(Taken(done.rows), Tone.GOOD, offers=(Offer(N_("Undo"), partial(self._undo, entry)),))
            )
            self.list.setFocus()

    def _undo(self, entry: int) -> None:
        with self.alerts.guard():
            self.alerts.say(N_("Undone: {what}."), what=self._desk.steps.undo(entry))

    # -- what the window asks ----------------------------------------------------------------------------------------

    def own_steps(self) -> OwnSteps | None:
        """While a list is open that was not taken in yet, its corrections."""
        work = self.work
        if work.list is None or work.recorded:
            return None
        done, undone = (each[-1].said if each else None for each in (work.done, work.undone))
        return OwnSteps(done, undone, lambda: self._follow(work.take_back()), lambda: self._follow(work.do_again()))

    def _follow(self, step: Put | None) -> None:
        """Show the line of a correction that was taken back or made again."""
        if step is not None:
            self.list.select(step.number)

    def refresh(self) -> None:
        """Judge again, for the register or the day is another."""
        self.work.on = self.on
        self.work.judge()
        if self.work.result is None:
            self._count()

    def go_to(self, key: str) -> None:
        """Read a file, where the key names one ("file:…"); or say what the next file is read as ("as:activities")."""
        self._meant = IntakeKind(key.removeprefix(IMPORTED_AS)) if key.startswith(IMPORTED_AS) else None
        self.beginning.mean(self._meant)
        if key.startswith(FILE):
            self.work.open_file(Path(key.removeprefix(FILE)))
        elif self._meant is not None and (
            self.work.recorded or (not self.work.by_hand and self._meant != self.work.kind)
        ):
            self.work.close()
            self._pages.setCurrentIndex(0)
            self._count()
        self.headed.emit()

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        for act in self._empty.values():
            act.retranslate(self.words)
        self.verdicts.retranslate()
        self.detail.retranslate()
        self.reading.retranslate()
        self._count()
