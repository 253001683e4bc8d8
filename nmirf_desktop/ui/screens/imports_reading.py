"""How a list is read: what it holds, its sheet, its language, each column, and what is not read of it."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.intake import KIND_TITLES, IntakeKind, Preview, Reading
from nmirf_desktop.domain.intake.field import IntakeField
from nmirf_desktop.domain.intake.fields import FIELDS
from nmirf_desktop.domain.members import KIND_LABELS, MembershipKind
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.i18n.reading import DateOrder
from nmirf_desktop.services.imports import FoundList
from nmirf_desktop.ui.dates import DateField
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone, Type, style

MOST_LINES = 200
"""So many lines that are not read are shown."""

ORDERS = {DateOrder.DAY_FIRST: N_("Day first: 4 May"), DateOrder.MONTH_FIRST: N_("Month first: 5 April")}
"""How a date such as 04/05/2025 may be meant."""


class ReadingForm(Form):
    """What a list is."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.kind = ChoiceField(language, list(IntakeKind), lambda kind, words: words.gettext(KIND_TITLES[kind]))
        self.sheet: ChoiceField[str] = ChoiceField(language, [], lambda name, _words: name)
        self.tongue = ChoiceField(language, list(Language), lambda tongue, _words: NAMES[tongue])
        self.status = ChoiceField(
            language, list(MembershipKind), lambda kind, words: words.gettext(KIND_LABELS[kind]),
            none=N_("As the list says"),
        )  # fmt: skip
        self.dates = ChoiceField(
            language, [DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST], lambda order, words: words.gettext(ORDERS[order]),
            none=N_("As each column shows"),
        )  # fmt: skip
        self.add("kind", N_("The list holds"), self.kind)
        self.add("sheet", N_("Sheet"), self.sheet)
        self.add("tongue", N_("Its texts are in"), self.tongue, N_("The language of texts that say none."))
        self.add("status", N_("States without status"), self.status)
        self.add(
            "dates", N_("Dates such as 04/05/2025"), self.dates,
            N_("Where a column does not show it, as 23/05/2025 does, the day comes first."),
        )  # fmt: skip

        self.mechanisms = DateField(language)
        self.add(
            "mechanisms", N_("Mechanisms without a first day exist since"), self.mechanisms,
            N_("Empty: since the first day of the State’s membership. Each such row has a warning that says so."),
        )  # fmt: skip

    def load(self, kind: IntakeKind, found: Sequence[FoundList], chosen: FoundList, reading: Reading) -> None:
        """Show what was found, and what of it is read."""
        self.kind.load(kind)
        self.sheet.set_values([one.sheet for one in found])
        self.sheet.load(chosen.sheet)
        self.tongue.load(reading.language)
        self.status.load(reading.status)
        self.dates.load(reading.dates)
        self.mechanisms.load(reading.mechanisms)
        self.show_row("mechanisms", kind is IntakeKind.MEMBERS)
        self.show_row("sheet", len(found) > 1)
        self.show_row("status", kind is IntakeKind.MEMBERS)

    @property
    def reading(self) -> Reading:
        """How the list is to be read."""
        tongue = self.tongue.value() or self.language.language
        return Reading(tongue, self.status.value(), self.dates.value(), self.mechanisms.value())


class ColumnsForm(Form):
    """The columns of a list, each with the field that it is read as. ``chosen`` carries a column and a field's name."""

    chosen = Signal(int, object)

    def __init__(self, found: FoundList, language: CurrentLanguage) -> None:
        super().__init__(language)
        fields = [field for field in FIELDS[found.kind] if not field.derived]
        by_column = {column: name for name, column in found.columns.items()}
        self._written: dict[str, str] = {}
        for column, heading in found.headings:
            field: ChoiceField[IntakeField] = ChoiceField(
                language, fields, lambda one, words: one.called(words.language), none=N_("not read")
            )
            self.add(str(column), heading, field)
            self._written[str(column)] = heading
            name = by_column.get(column)
            field.load(next((one for one in fields if one.name == name), None), over=True)
            field.edited.connect(partial(self._choose, column, field))

        self._as_written()

    def _as_written(self) -> None:
        """The headings as the list has them, in whatever language: they are no words of the program."""
        for label, (name, heading) in zip(self.labels(), self._written.items(), strict=True):
            label.setText(heading.replace("&", "&&"))  # else it is a key to the field
            self.field(name).set_accessible(heading, "")

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._as_written()

    def _choose(self, column: int, field: ChoiceField[IntakeField]) -> None:
        value = field.value()
        self.chosen.emit(column, value.name if value is not None else None)


class ListPane(DetailPane):
    """The right side while no row is looked at. ``read_as`` carries a column and the name of a field, or ``None``."""

    read_as = Signal(int, object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.form = ReadingForm(language)
        self._notes = FactRows(language)
        for part in (self.form, self._notes):
            self.add(part)
        self._columns = self.section(N_("Columns"))
        self._hint = WrappedLabel()
        style(self._hint, Type.SMALL, Tone.MUTED)
        self._columns.add(self._hint)
        self._column_form: ColumnsForm | None = None
        self._apart = self.section(N_("Lines that are not read"))
        self._lines = FactRows(language)
        self._more = QLabel(wordWrap=True)
        self._apart.add(self._lines)
        self._apart.add(self._more)
        self._found: FoundList | None = None
        self._preview: Preview | None = None
        self._encoding = ""

    def load(self, name: str, found: FoundList) -> None:
        """Show how a list of a file of that name is read."""
        self.head(name, found.sheet if found.sheet != name else "")
        if self._found is not None and (self._found.headings, self._found.columns) == (found.headings, found.columns):
            return
        self._found = found
        if self._column_form is not None:
            self._column_form.hide()
            self._column_form.deleteLater()
        self._column_form = ColumnsForm(found, self._language)
        self._column_form.chosen.connect(self.read_as)
        self._columns.add(self._column_form)

    def show_preview(self, preview: Preview, encoding: str) -> None:
        """Say what is to be known of the whole list."""
        self._preview, self._encoding = preview, encoding
        words = self._language.words
        told = [
            FactRow((one.said_in(words),), mark=Mark("triangle-alert", Tone.ATTENTION))
            for one in (*preview.warnings, *preview.left_out)
        ]
        notes = [note.said_in(words) for note in preview.notes]
        if encoding:
            notes.append(
                words.gettext("The letters are read as {encoding}: look at names with accents.").format(
                    encoding=encoding
                )
            )
        told += [FactRow((note,), mark=Mark("info", Tone.NEUTRAL)) for note in notes]
        self._notes.show_rows(told)
        self._notes.setVisible(bool(told))
        self._apart.setVisible(bool(preview.not_read))
        self._lines.show_rows(_lines(preview, words))
        rest = len(preview.not_read) - MOST_LINES
        self._more.setText(
            words.ngettext("And {n} more line.", "And {n} more lines.", max(0, rest)).format(n=words.number(rest))
        )
        self._more.setVisible(rest > 0)
        self._hint.setText(words.gettext("Choose what each column holds where the program has not found it."))

    def retranslate(self) -> None:
        """Say every word again."""
        if self._preview is not None:
            self.show_preview(self._preview, self._encoding)


def _lines(preview: Preview, words: Catalog) -> Iterable[FactRow]:
    pattern = words.pgettext("line of a list", "Line {n}")
    return (
        FactRow((line.text,), when=pattern.format(n=words.number(line.number)))
        for line in preview.not_read[:MOST_LINES]
    )
