"""A table that came back from translators: what each row would do, looked at before any of it is done."""

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.translations import FATE_LABELS, Fate, ReturnedTable
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.translations import Preview, PreviewLine, Translations
from nmirf_desktop.services.translations_said import counts_said, notes_said, remarks_said
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import CheckField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.returned_file import ReturnedFile
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import Tone, Type, style

MARKS = {
    Fate.NEW: Mark("plus", Tone.GOOD),
    Fate.CHANGED: Mark("pencil", Tone.ATTENTION),
    Fate.REVIEWED: Mark("circle-check", Tone.GOOD),
    Fate.LEFT_OUT: Mark("triangle-alert", Tone.ATTENTION),
    Fate.UNCHANGED: Mark("minus", Tone.MUTED),
    Fate.ERROR: Mark("octagon-alert", Tone.BAD),
}
TAKE, LEAVE = N_("Take in"), N_("Do not take in")
TAKEN = N_("Translations taken in: {n}.")
LEFT_OUT = N_(
    "Translations taken in: {n}. Left out, because they were changed here too: {left}. To have the texts of the table "
    "instead, take it in once more and say that they count."
)
AMISS = frozenset({Fate.ERROR, Fate.LEFT_OUT})
"""What is not taken in and should be seen: the list begins at the first of it."""
SHOWN = 400
"""How many letters of a text are shown under the list; the list's tooltips and its copies have the whole."""


def _line(text: str) -> str:
    return " ".join(text.split())


COLUMNS: tuple[Column[PreviewLine], ...] = (
    Column(N_("Where"), lambda one, words: one.where.said_in(words), stretch=True),
    Column(
        N_("What becomes of it"),
        lambda one, words: words.gettext(FATE_LABELS[one.fate]),
        lambda one, _words: list(Fate).index(one.fate),
        mark=lambda one: MARKS[one.fate],
    ),
    Column(N_("To know"), remarks_said, width=34, least=12),
    Column(N_("In the register"), lambda one, _words: _line(one.before), width=30, least=10, spare=True),
    Column(N_("In the table"), lambda one, _words: _line(one.row.text), width=30, least=10, spare=True),
)


class TermsForm(Form):
    """On what terms the table is taken in."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.approver = TextField(language)
        self.theirs = CheckField(language, N_("The text of the table counts"))
        self.leave_out = CheckField(language, N_("Leave out the rows in error"))
        self.add("approver", N_("Approver"), self.approver, N_("By function: the texts are then reviewed, else drafts"))
        self.add("theirs", N_("Changed in both"), self.theirs)
        self.add("leave_out", N_("Rows in error"), self.leave_out)


class Returned(ReturnedFile):
    """The preview of one table."""

    verbs = (TAKE, LEAVE)

    def __init__(self, translations: Translations, language: CurrentLanguage, alerts: Alerts) -> None:
        self._translations, self._alerts = translations, alerts
        self._table: ReturnedTable | None = None
        self._meeting: Key = ""
        self.preview: Preview | None = None
        self._row = WrappedLabel()
        style(self._row, Type.SMALL)
        self.form = TermsForm(language)
        self.list: RowTable[PreviewLine] = RowTable(COLUMNS, lambda one: one.key, language)
        self.list.name(N_("Rows of the table"))
        super().__init__(language, self.form, self.list, self._row)
        self.form.edited.connect(lambda _name: self._show())
        self.list.selected.connect(lambda _one: self._show_row())

    def show_table(self, table: ReturnedTable, meeting: Key, approver: str) -> None:
        """Show what a table would do to the texts of a meeting; *approver* is who was told when it left."""
        self._table, self._meeting = table, meeting
        self.form.approver.load(approver, over=True)
        self.form.theirs.load(False, over=True)
        self.form.leave_out.load(False, over=True)
        self.show()
        self._show()
        first = next((one for one in self.list.model.rows if one.fate in AMISS), None)
        if first is None or not self.list.select(first.key):
            self.list.select_first()
        self.list.setFocus()

    def _show(self) -> None:
        if self._table is None:
            return
        with self._alerts.guard(self.form):
            self.preview = self._translations.preview(
                self._table,
                meeting=self._meeting,
                approver=self.form.approver.value(),
                theirs=self.form.theirs.value(),
            )
            self.list.show_rows(self.preview.lines)
            self.retranslate()

    def _show_row(self) -> None:
        line, words = self.list.current, self._language.words
        if line is None:
            self._row.setText("")
            return
        pattern = words.pgettext("where a text stands, and the text", "{where}: {text}")
        said = [
            pattern.format(where=words.gettext(name), text=text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…")
            for name, text in ((N_("In the register"), line.before), (N_("In the table"), line.row.text))
            if text
        ]
        self._row.setText("\n".join(filter(None, (*said, remarks_said(line, words)))))

    def record(self) -> None:
        """Take in what is shown."""
        self.form.flush()
        if self.preview is None:
            return
        with self._alerts.guard(self.form):
            done = self._translations.record(self.preview, today(), leave_out_errors=self.form.leave_out.value())
            left = self.preview.left_out
            if left:
                self._alerts.say(LEFT_OUT, Tone.ATTENTION, n=done, left=left)
            else:
                self._alerts.say(TAKEN, n=done)
            self.recorded.emit()

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self._say_head(self._language.words)
        self._show_row()

    def _say_head(self, words: Catalog) -> None:
        shown = self.preview
        if shown is None:
            return
        self.form.show_row("leave_out", bool(shown.wrong))
        tone = Tone.BAD if shown.wrong else Tone.ATTENTION if shown.left_out else Tone.GOOD
        said = (counts_said(shown, words), *notes_said(shown, words))
        self._head(N_("Take translations in"), shown.table.file, said, tone)
