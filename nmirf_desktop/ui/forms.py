"""Forms: labelled fields edited in place, what is wrong said under the field, each change handed on by itself."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from nmirf_desktop.domain.lengths import LINES, LONGEST
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.form_row import FormRow
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Type, style
from nmirf_desktop.ui.trilingual import TrilingualField
from nmirf_desktop.ui.unsaved import unsaved_of

NARROW = 56
"""Below so many letters of width, labels stand above their fields."""


_Record = TypeVar("_Record")


def only(name: str, before: _Record, said: _Record) -> _Record:
    """A record (a dataclass) as it was *before*, with the one field of that name as a form *said* it.

    What was refused in another field, or is not left yet, is no part of what is saved.
    """
    return replace(before, **{name: getattr(said, name)})  # type: ignore[type-var]


def line_up(*forms: "Form") -> None:
    """Give the fields of forms that stand under each other one left edge, in the words and the size of text of now."""
    labels = [label for form in forms for label in form.labels()]
    for label in labels:
        label.setMinimumWidth(0)
        label.setIndent(label.indent())  # it keeps the width that it was given in what it asks for, until laid out anew
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(widest)


class Form(QWidget):
    """Fields in rows. ``edited`` carries the name of the field whose value is to be saved, and no other with it.

    What is refused stays under its field as it was typed, and is tried again with each other field that is saved, on
    which it may depend. Where it is still refused when another record is shown, ``unsaved`` carries what to say.

    A screen's form adds its fields once and has ``load(value)``, which calls ``begin(key)`` and then each field's
    ``load``, and ``value()``, which gives the loaded value with the fields' values in it.
    """

    edited = Signal(str)
    unsaved = Signal(object)
    """Another record is shown over what was refused: an :class:`~nmirf_desktop.ui.unsaved.Unsaved`."""
    changed = Signal()
    """A key was pressed in a field, a choice was made, or another value was shown: for what is said meanwhile."""
    translated = Signal()
    """The language changed: for what a form works out and says itself, which nothing else says again."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self.language = language
        self._rows: dict[str, FormRow] = {}
        self._stops: list[FormRow | QWidget] = []
        self._headings: list[tuple[QLabel, str]] = []
        self._key: Hashable = None
        self._saving = ""
        self._in_one_language = False
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(STEP * 4)
        self._layout.setVerticalSpacing(STEP * 2)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)

    def section(self, title: str) -> None:
        """Begin a section with a heading, a marked constant."""
        heading = QLabel(self.language.words.gettext(title))
        style(heading, Type.HEADING)
        heading.setContentsMargins(0, STEP * 3 if self._rows else 0, 0, 0)
        self._headings.append((heading, title))
        self._layout.addRow(heading)

    def add(
        self,
        name: str,
        label: str,
        field: Field[Any],
        hint: str = "",
        *,
        needed: bool = False,
    ) -> None:
        """Add a field under *name*, that of the value's field; *label* and *hint* are marked constants.

        What is *needed* is called so in its label, before anybody tries without it.
        """
        if name in LONGEST:
            field.longest, field.one_line = LONGEST[name], name not in LINES
        row = FormRow(label, field, hint, self.language, needed=needed)
        self._rows[name] = row
        self._stops.append(row)
        if isinstance(field, TrilingualField):
            self._layout.addRow(row.label)
            self._layout.addRow(row)
        else:
            self._layout.addRow(row.label, row)
        field.edited.connect(lambda: self._handed_on(name))
        field.changed.connect(self.changed)
        field.loaded.connect(self.changed)

    def add_widget(self, widget: QWidget) -> None:
        """Add something of the screen's own across the form's width."""
        self._layout.addRow(widget)
        self._stops.append(widget)

    def show_row(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label."""
        row = self._rows[name]
        row.setVisible(shown)
        row.label.setVisible(shown)
        if not isinstance(row.field, TrilingualField):
            self._layout.setRowVisible(row, shown)

    def labels(self) -> list[QLabel]:
        """The labels that stand beside their fields."""
        return [row.label for row in self._rows.values() if not isinstance(row.field, TrilingualField)]

    def has(self, name: str) -> bool:
        """Whether there is a field of that name."""
        return name in self._rows

    def field(self, name: str) -> Field[Any]:
        """The field of that name."""
        return self._rows[name].field

    @property
    def key(self) -> Hashable:
        """Whose record is loaded."""
        return self._key

    def begin(self, key: Hashable) -> bool:
        """Say whose record is loaded next; true where it is another one, whose fields must show over what was typed.

        What is unsaved of the record before is handed on first, and what was refused of it is told.
        """
        if key == self._key:
            return False
        if self._key is not None:
            self.flush()
            if refused := [row for row in self._rows.values() if row.refuses]:
                self.unsaved.emit(unsaved_of(refused))
        self._key = key
        for row in self._rows.values():
            row.lasts = True
        self.clear_problems()
        return True

    def flush(self) -> None:
        """Hand on what is unsaved, now: before another record is shown or the window closes.

        What is no value is said; what was refused before is not tried again.
        """
        for row in self._rows.values():
            fault = row.field.fault
            if fault is None and not row.refuses:
                row.field.flush()
            elif fault is not None and row.field.keyed:
                row.show_problem(fault)

    def hold(self) -> None:
        """Take what is loaded for the record; each text begins in the language of its original, or of the window."""
        for row in self._rows.values():
            row.field.hold()
            if isinstance(row.field, TrilingualField) and not self._in_one_language:
                row.field.begin_in_original()

    def follow(self, show: Callable[[], bool]) -> bool:
        """Let *show* load the record as it became elsewhere: what was changed here stays; false where it is gone.

        A field that was changed in both places is overtaken, and says so.
        """
        fields = [row.field for row in self._rows.values()]
        for field in fields:
            field.following = True
        try:
            return show()
        finally:
            for field in fields:
                field.following = False

    def overtaken(self) -> dict[str, object]:
        """The fields that were changed here and elsewhere, by their names, with what is elsewhere."""
        return {name: row.field.both()[0] for name, row in self._rows.items() if row.field.overtaken}

    def ask_again(self, names: Iterable[str]) -> None:
        """Say at the fields of these names, which were changed elsewhere, how what was written here is recorded."""
        for name in names:
            self._rows[name].ask_again()

    def altered(self) -> tuple[bool, ...]:
        """Of each field, whether it was changed since its record was loaded."""
        return tuple(row.field.altered for row in self._rows.values())

    def filled_in(self) -> tuple[object, ...]:
        """What the fields hold, also where it is no value, to be compared with what they held before."""
        return tuple((row.field.fault is not None, row.field.content) for row in self._rows.values())

    def typed_in(self) -> tuple[object, ...]:
        """What the fields hold that costs more than one key to write again: all but what is chosen among a few."""
        return tuple(row.field.content for row in self._rows.values() if not row.field.chosen_among)

    def show_problem(self, problem: Problem) -> bool:
        """Say a problem under the field that is not saved for it, else under its own; false where that is not here."""
        row = self._rows.get(self._saving) or self._rows.get(problem.field_name)
        if row is None:
            return False
        row.show_problem(problem)
        return True

    def refuses(self, name: str) -> bool:
        """Whether a field says no to what is typed in it."""
        return self._rows[name].refuses

    def hint(self, name: str, message: str) -> None:
        """Say something else under a field from now on, a marked constant, or nothing."""
        self._rows[name].show_hint(message)

    def relabel(self, name: str, label: str, values: Mapping[str, Sayable]) -> None:
        """Call a field otherwise from now on: a marked constant with what it names."""
        self._rows[name].call(label, values)

    def clear_problems(self) -> None:
        """Take all problems away."""
        for row in self._rows.values():
            row.show_problem(None)

    def show_faults(self) -> bool:
        """Say under each field that holds what is no value why it is none; true where there is such a field."""
        faulty = [row for row in self._rows.values() if row.isVisibleTo(self) and row.field.fault is not None]
        for row in faulty:
            row.show_problem(row.field.fault)
        return bool(faulty)

    def first_field(self) -> Field[Any] | None:
        """The first field that is shown."""
        return next((row.field for row in self._rows.values() if row.isVisibleTo(self)), None)

    def write_in(self, tongue: Language) -> None:
        """Let Tab go through all fields in one language; what is said in the others comes after the last of them."""
        self._in_one_language = True
        first: list[QWidget] = []
        later: list[QWidget] = []
        for stop in self._stops:
            if not isinstance(stop, FormRow):
                first += [
                    one for one in (stop, *stop.findChildren(QWidget)) if one.focusPolicy() & Qt.FocusPolicy.TabFocus
                ]
                continue
            leading = stop.field.lead(tongue) if isinstance(stop.field, TrilingualField) else ()
            first += leading[:1] or stop.field.editors
            later += leading[1:]
        for before, after in pairwise((*first, *later)):
            QWidget.setTabOrder(before, after)

    def set_read_only(self, locked: bool) -> None:
        """Whether the record may only be read."""
        for row in self._rows.values():
            row.field.set_read_only(locked)

    def _handed_on(self, name: str) -> None:
        row = self._rows[name]
        row.show_problem(row.field.fault)
        if row.field.fault is not None:
            return
        self._save(name)
        again = [one for one, other in self._rows.items() if other.lasts and other.refuses and one != name]
        for other in again:
            if self._rows[other].field.fault is None:
                self._save(other)

    def _save(self, name: str) -> None:
        before, self._saving = self._saving, name
        try:
            self.edited.emit(name)
        finally:
            self._saving = before

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels beside their fields where there is room, else above."""
        super().resizeEvent(event)
        narrow = event.size().width() < self.fontMetrics().averageCharWidth() * NARROW
        policy = QFormLayout.RowWrapPolicy.WrapAllRows if narrow else QFormLayout.RowWrapPolicy.DontWrapRows
        if policy != self._layout.rowWrapPolicy():
            self._layout.setRowWrapPolicy(policy)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays unsaved behind a form that is put away; what is refused only then is told.

        A window that is made small is looked away from, and not put away.
        """
        if event.spontaneous():
            super().hideEvent(event)
            return
        before = {name for name, row in self._rows.items() if row.refuses}
        self.flush()
        rows = self._rows.items()
        if refused := [row for name, row in rows if row.lasts and row.refuses and name not in before]:
            self.unsaved.emit(unsaved_of(refused))
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            for heading, title in self._headings:
                heading.setText(self.language.words.gettext(title))
            for row in self._rows.values():
                row.retranslate()
            self.translated.emit()
        super().changeEvent(event)
