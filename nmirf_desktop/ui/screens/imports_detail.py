"""One row of a list to be imported: why it has its verdict, what it changes, and its cells, put right in place."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.intake import CHOICE_LABELS, IntakeKind, PreviewRow, Weight
from nmirf_desktop.domain.intake.cells import MAY_BE, text_of
from nmirf_desktop.domain.intake.fields import fields_of
from nmirf_desktop.domain.intake.report import GRAVEST, subject_said, value_said, verdict_said
from nmirf_desktop.domain.lengths import has_lines
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.i18n.reading import DateOrder
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText, Part, listed
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.imports_rows import MARKS
from nmirf_desktop.ui.taken import STEPS, can, forget
from nmirf_desktop.ui.theme import Tone

WEIGHTS = {
    Weight.NOTE: Mark("info", Tone.MUTED),
    Weight.WARNING: Mark("triangle-alert", Tone.ATTENTION),
    Weight.ERROR: Mark("octagon-alert", Tone.BAD),
}
ORDERED = {
    DateOrder.DAY_FIRST: N_("Read the day first"),
    DateOrder.MONTH_FIRST: N_("Read the month first"),
}
"""What is decided of dates such as 04/05/2025."""
TAKE_BACK = N_("Undo this choice")
AS_IT_CAME = N_("Read the line as it came")


class CellsForm(Form):
    """The cells of a row. ``corrected`` carries the field's name and its text when one was put right."""

    corrected = Signal(str, str)

    def __init__(self, kind: IntakeKind, names: Iterable[str], language: CurrentLanguage) -> None:
        super().__init__(language)
        self.names = tuple(names)
        fields = fields_of(kind)
        for name in self.names:
            field = TextField(language, long=has_lines(name))
            spec = fields[name]
            self.add(name, spec.label, field, "")
            field.longest = 0
            for editor in field.editors:
                editor.installEventFilter(self)
        self.edited.connect(self._hand_on)

    def load(self, row: PreviewRow, line: object) -> None:
        """Show the cells of a row; *line* tells rows of different lists apart."""
        over = self.begin((line, row.number))
        for name in self.names:
            self.field(name).load(text_of(row.cells.get(name)), over=over)
        wrong = {reason.field for reason in row.reasons if reason.weight is Weight.ERROR}
        for name in self.names:
            self.field(name).mark_wrong(name in wrong)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where a field has nothing typed to take back or type again, the key is the list's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) and not can(watched, key) for key in STEPS)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @property
    def at_work(self) -> str:
        """The name of the field that has the keyboard."""
        focus = QApplication.focusWidget()
        return next((name for name in self.names if focus in self.field(name).editors), "")

    def _hand_on(self, name: str) -> None:
        for editor in self.field(name).editors:
            forget(editor)
        self.corrected.emit(name, self.field(name).value())


class RowDetail(DetailPane):
    """The right side of the import.

    ``corrected`` carries a line's number with a field's name and text, ``decided`` the number with a choice and whether
    it is made or taken back, ``ordered`` how dates of two meanings are read in the whole list, ``restored`` the number
    of a line that shall be read as it came.
    """

    corrected = Signal(int, str, str)
    decided = Signal(int, object, bool)
    ordered = Signal(object)
    restored = Signal(int)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._row: PreviewRow | None = None
        self._kind, self._touched, self._list = IntakeKind.MEMBERS, False, object()
        self._happens = self.section(N_("What happens"))
        self._facts = FactRows(language)
        self._meant = LinkedText()
        self._meant.asked.connect(self._take)
        self._decide = FactRows(language)
        for part in (self._facts, self._meant, self._decide):
            self._happens.add(part)
        self._in_list = self.section(N_("In the list"))
        self._back = LinkedText()
        self._back.asked.connect(lambda _place: self._restore())
        self._in_list.add(self._back)
        self.form: CellsForm | None = None

    def begin(self, kind: IntakeKind, names: Iterable[str], listing: object) -> None:
        """Rows of another list follow, with these fields."""
        wanted = tuple(names)
        self._list = listing
        if self.form is not None and (self._kind, self.form.names) == (kind, wanted):
            return
        at = self.form.at_work if self.form is not None else ""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self._kind = kind
        self.form = CellsForm(kind, wanted, self._language)
        self.form.corrected.connect(self._correct)
        self._in_list.add(self.form)
        if at in wanted:
            self.form.field(at).editors[0].setFocus()

    def load(self, row: PreviewRow | None, *, touched: bool = False) -> None:
        """Show a row, or nothing; *touched* where something was put right or decided in it."""
        self._row, self._touched = row, touched
        self.body.setVisible(row is not None)
        if row is None:
            return
        words = self._language.words
        about = words.pgettext("row of a list", "Line {line} · {verdict}")
        self.head(
            subject_said(row, words), about.format(line=words.number(row.number), verdict=verdict_said(row, words))
        )
        self._facts.show_rows(_facts(row, words))
        self._offer(row, words)
        self._back.show_parts([Link(words.gettext(AS_IT_CAME), Place("", ""))] if touched else [])
        self._back.setVisible(touched)
        if self.form is not None:
            self.form.load(row, self._list)

    def _offer(self, row: PreviewRow, words: Catalog) -> None:
        links = [Link(state.said_in(words), Place("", state.iso3)) for state in row.candidates]
        before, _, after = words.gettext("Did you mean {states}?").partition("{states}")
        parts: list[Part] = [before, *listed(links), after]
        self._meant.show_parts(parts if links else [])
        self._meant.setVisible(bool(links))
        rows = [*self._open(row, words), *self._made(row, words)]
        self._decide.show_rows(rows)
        self._decide.setVisible(bool(rows))

    def _open(self, row: PreviewRow, words: Catalog) -> Iterator[FactRow]:
        """The decisions that would let the row in."""
        offers = tuple(
            Offer(CHOICE_LABELS[choice], partial(self.decided.emit, row.number, choice, True)) for choice in row.offers
        )  # fmt: skip
        if offers:
            yield FactRow((words.gettext("You can decide:"),), offers=offers)
        if any(reason.said.message == MAY_BE for reason in row.reasons):
            orders = tuple(Offer(label, partial(self.ordered.emit, order)) for order, label in ORDERED.items())
            yield FactRow((words.gettext("For the whole list:"),), offers=orders)

    def _made(self, row: PreviewRow, words: Catalog) -> Iterator[FactRow]:
        """The decisions that were made, each with the way back."""
        for choice in sorted(row.chosen):
            back = Offer(TAKE_BACK, partial(self.decided.emit, row.number, choice, False))
            said = words.gettext("Decided: {what}").format(what=words.gettext(CHOICE_LABELS[choice]))
            yield FactRow((said,), mark=Mark("check", Tone.GOOD), offers=(back,))

    def _take(self, place: Place) -> None:
        """A State that was offered is the one that is meant."""
        if self._row is not None and self.form is not None:
            state = next(one for one in self._row.candidates if one.iso3 == place.key)
            for name, text in _named(state, self.form.names, self._language.words):
                self.corrected.emit(self._row.number, name, text)

    def _correct(self, name: str, text: str) -> None:
        if self._row is not None:
            self.corrected.emit(self._row.number, name, text)

    def _restore(self) -> None:
        if self._row is not None:
            self.restored.emit(self._row.number)

    def retranslate(self) -> None:
        """Say the row again."""
        self.load(self._row, touched=self._touched)


def _named(state: State, names: Iterable[str], words: Catalog) -> Iterator[tuple[str, str]]:
    """What the cells of a row say when they name a State."""
    texts: Mapping[str, str] = {"state": state.short[words.language], "code": state.iso3}
    return ((name, texts[name]) for name in names if name in texts)


def _facts(row: PreviewRow, words: Catalog) -> Iterator[FactRow]:
    """What a row does, what it changes, and the reasons."""
    mark, word = MARKS[row.verdict], verdict_said(row, words)
    for one in row.does:
        yield FactRow((one.said_in(words),), mark=mark, word=word)
    for change in row.changes:
        said = words.pgettext("field before and after", "{before} → {after}").format(
            before=value_said(change.before, words), after=value_said(change.after, words)
        )
        yield FactRow((words.gettext(change.label),), note=said, mark=Mark("pencil", Tone.GOOD), word=word)
    for reason in sorted(row.reasons, key=lambda one: GRAVEST.index(one.weight)):
        yield FactRow((reason.said.said_in(words),), mark=WEIGHTS[reason.weight], word=word)
    if not (row.does or row.changes or row.reasons):
        yield FactRow((words.gettext("The register says the same: nothing is done."),), mark=mark, word=word)
