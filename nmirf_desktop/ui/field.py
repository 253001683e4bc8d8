"""The base of every field: what was loaded, what is unsaved, and when it is to be saved."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.language import CurrentLanguage

T = TypeVar("T")
PATIENCE = 2000
"""The longest time in milliseconds that a first unsaved key waits."""


class Field(QWidget, Generic[T]):
    """One value, edited in place; a text is no longer than its *longest*, where that is not 0, and may be *one line*.

    ``changed`` is emitted with each key; ``edited`` when the value is to be saved: the field was left, Enter was
    pressed, a choice was made, or two seconds went by since the first unsaved key. A value that cannot be read
    (``fault``) is never handed on. What was *refused* stays as it was typed until it is put right or another record
    is shown; the form says so.
    """

    changed = Signal()
    edited = Signal()
    chosen_among = False
    """Whether its value is chosen among a few that are offered, and nothing is written."""
    loaded = Signal()
    """What is stored is shown, over whatever was typed."""
    told = Signal()
    """It was changed in place here and elsewhere, or is so no longer."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self.language = language
        self.longest = 0
        self.one_line = False
        self.refused = False
        self.following = False
        """Whether what is loaded is what became elsewhere of the record that is shown, and not another record."""
        self.overtaken = False
        """Whether it was changed here and elsewhere: what was typed stands until somebody takes what is elsewhere."""
        self.in_place = False
        """Whether it is overtaken in a form that saves by itself, and not in a card."""
        self.in_row = False
        """Whether it stands in a row of a form, where it is said."""
        self.beside: QWidget | None = None
        """What is said of it while it is disputed: whoever goes there has not left the field."""
        self._saved: T | None = None
        self._stored: T | None = None
        self._shown: T | None = None
        self._last: tuple[T | None, T | None] = None, None
        self._holds = False
        self._untouched = True
        self._same = self._taking = False
        self.keyed = False
        self._editors: list[QWidget] = []
        self._leading = 0
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self.waited)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)

    # -- for subclasses --------------------------------------------------------------------------------------------

    def value(self) -> T:
        """The value as it stands."""
        raise NotImplementedError

    def _display(self, value: T) -> None:
        """Show a value in the editors; called with signals blocked. ``_same``: it is what became of the one shown."""
        raise NotImplementedError

    @property
    def fault(self) -> Problem | None:
        """Why what is typed is not a value, or ``None``."""
        return None

    def retranslate(self) -> None:
        """Say every word again."""

    def _watch(self, *editors: QWidget) -> None:
        """These widgets are the field: leaving them saves; the first takes the focus."""
        self._editors += editors
        for editor in editors:
            editor.installEventFilter(self)

    def _show_in(self, line: QLineEdit, text: str) -> None:
        """Show a text in a line; one taken in the place of what was typed is one step of its own undo."""
        if self._taking:
            line.selectAll()
            line.insert(text)
        else:
            line.setText(text)

    def _typed(self) -> None:
        """An editor changed: count the two seconds from the first unsaved key."""
        self._untouched, self.keyed = False, True
        self.changed.emit()
        if self.dirty and not self._timer.isActive():
            self._timer.start()

    def _chosen(self) -> None:
        """A choice was made: save at once."""
        self._untouched, self.keyed = False, True
        self.changed.emit()
        self.flush()

    # -- for forms and screens ---------------------------------------------------------------------------------------

    def waited(self) -> None:
        """Hand on what waited long enough; what was changed elsewhere as well waits until the field is left."""
        if not self.overtaken or (self.disputed and self._is_left):
            self.flush()

    def keyboard_moved(self) -> None:
        """The keyboard went somewhere: what is disputed is saved once the field is left."""
        if self.disputed:
            QTimer.singleShot(0, self, self._left)

    @property
    def disputed(self) -> bool:
        """Whether it saves by itself, was changed here and elsewhere, and nobody chose yet which text is to stand."""
        return self.overtaken and self.in_place

    @property
    def contested(self) -> QWidget:
        """The editor that holds what was changed in both places."""
        return self.editors[0]

    @property
    def words(self) -> Catalog:
        """The catalogue of the window's language."""
        return self.language.words

    @property
    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that take the keyboard, the first one first."""
        return tuple(self._editors)

    @property
    def content(self) -> object:
        """What the field holds, to be compared with what it held before: its value, and what is typed and is none."""
        return self.value()

    @property
    def written(self) -> str:
        """The text that is written in it and not saved; empty where it holds no text."""
        return ""

    @property
    def _as_typed(self) -> str:
        """What stands in a line that says no value."""
        line = self.editors[0]
        return line.text().strip() if isinstance(line, QLineEdit) else ""

    @property
    def dirty(self) -> bool:
        """Whether the value differs from what was last loaded or handed on."""
        return self.fault is not None or not self._same_as(self.value(), self._saved)

    @property
    def altered(self) -> bool:
        """Whether it holds something else than what it showed when it was loaded, by whoever writes in it."""
        return (self.keyed and self.fault is not None) or not self._same_as(self.value(), self._shown)

    def _same_as(self, one: T | None, other: T | None) -> bool:
        """Whether two values are the same to whoever reads them here."""
        return one == other

    def said(self, value: T) -> str:
        """A value in words, to be told beside another one."""
        return str(value)

    def both(self) -> tuple[str, str]:
        """What is elsewhere by now and what stands here, in words, where it was changed in both places."""
        pattern = self.words.pgettext("a value that is quoted", "“{text}”")
        nothing = self.words.pgettext("a text that is empty", "nothing")
        there, here = ("" if one in (None, "", ()) else self.said(one) for one in (self._stored, self.value()))
        here = self._as_typed if self.fault is not None and not here else here
        return tuple(pattern.format(text=one) if one else nothing for one in (there, here))  # type: ignore[return-value]

    def take_newer(self) -> None:
        """Show what is elsewhere in the place of what was typed; the key of undo gives that back."""
        if self.overtaken:
            self._taking = True
            self.load(self._stored, over=True)  # type: ignore[arg-type]
            self._taking, self.keyed = False, True
            self._stored, self._shown = self._last

    @property
    def stays(self) -> bool:
        """Whether what is typed outlives a reading of the same record: it is being typed, disputed, or was refused."""
        return not self._untouched and (self.refused or (self.dirty and (self.disputed or self._has_focus())))

    def load(self, value: T, *, over: bool = False) -> None:
        """Show what is stored. What :meth:`stays` is kept, unless *over* says that this is another record.

        While it is *following*, what was changed here is kept too, and is *overtaken* where it was changed elsewhere.
        So is what is still being typed in place, which the two seconds then do not hand on.
        """
        if self.following:
            self._follow(value)
            return
        kept, self._same = not over and self.stays, not over
        in_place = kept and self.in_row and not self._holds and not self.refused
        was, now = self.overtaken, in_place and self._contested_by(value)
        settled = kept and self.disputed and not now
        if over:
            self._timer.stop()
        self._saved = value
        self._note(value, value)
        self._untouched, self.overtaken, self.in_place = False, now, now
        if was or now:
            self.told.emit()
        if settled:
            QTimer.singleShot(0, self, self._left)
        if kept:
            if self.refused and not self.dirty:
                self.loaded.emit()
            return
        self.keyed = False
        if over or self.fault is not None or self.value() != value:
            blocked = [(editor, editor.blockSignals(True)) for editor in self._editors]
            self._display(value)
            for editor, before in blocked:
                editor.blockSignals(before)
            if self.fault is None:
                self._saved = self.value()
                self._note(value, self._saved)
            self.loaded.emit()
        self.retranslate()

    def _contested_by(self, value: T) -> bool:
        """Whether a value that comes while one types is neither what was here, nor handed on from here, nor typed."""
        return not self._same_as(value, self.value()) and (self.overtaken or not self._same_as(value, self._saved))

    def _note(self, value: T, shown: T) -> None:
        """What was loaded last, and how it reads here."""
        self._last = value, shown
        if not self._holds:
            self._stored, self._shown = value, shown

    def hold(self) -> None:
        """What was loaded last is how the record is: what is loaded from now on is proposed, unless it is followed."""
        self._stored, self._shown = self._last
        self._holds = True

    def _follow(self, value: T) -> None:
        """Take in what became elsewhere of the record that is shown."""
        if self._same_as(value, self._stored):
            return
        if not self.altered:
            self.following = False
            self.load(value, over=True)
            self.following = True
            self._stored, self._shown = self._last
            return
        self._saved = self._stored = self._shown = value
        self.overtaken = not self._same_as(value, self.value()) or self.fault is not None
        self.loaded.emit()

    def flush(self) -> None:
        """Hand on what is unsaved, now; a field in which nothing was ever shown or typed has nothing to hand on.

        What is no value is not handed on but said by the form.
        """
        self._timer.stop()
        if self._untouched:
            return
        if self.fault is not None:
            self.edited.emit()
        elif not self._same_as(self.value(), self._saved):
            self._saved = self.value()
            self._put_in_place()
            self.edited.emit()

    def _put_in_place(self) -> None:
        """What was changed in both places is handed on: nothing more is said of it."""
        if self.in_place:
            self.overtaken = self.in_place = False
            self.told.emit()

    def set_accessible(self, name: str, described: str) -> None:
        """The name and description that a screen reader says; the form sets them from the label."""
        for editor in self._editors:
            editor.setAccessibleName(name)
            editor.setAccessibleDescription(described)

    def set_read_only(self, locked: bool) -> None:
        """Whether the value may only be read."""
        for editor in self._editors:
            editor.setEnabled(not locked)

    def concerned(self, _problem: Problem) -> tuple[QWidget, ...]:
        """The editors that a problem is about."""
        return self.editors

    def mark_wrong(self, wrong: bool, problem: Problem | None = None) -> None:
        """Show by the border that the field says no, of all of it or of what a problem is about.

        The sentence stands under it.
        """
        concerned = self.editors if problem is None else self.concerned(problem)
        for editor in self._editors:
            editor.setProperty("wrong", "true" if wrong and editor in concerned else "false")
            editor.style().unpolish(editor)
            editor.style().polish(editor)

    def _has_focus(self) -> bool:
        return any(editor.hasFocus() for editor in self._editors)

    @property
    def _is_left(self) -> bool:
        """Whether the keyboard is elsewhere.

        While it is disputed it is not left by going to what is said of it, nor by looking at another window.
        """
        last = self.window().focusWidget() if self.disputed else None
        beside = self.beside is not None and last is not None and self.beside.isAncestorOf(last)
        return not (self._has_focus() or beside or last in self._editors)

    # -- Qt's events -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the field is left."""
        if (
            isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() != Qt.FocusReason.PopupFocusReason
        ):
            QTimer.singleShot(0, self, self._left)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """The editor that leads takes the keyboard.

        A proxy set before the field has its place would trap Tab in it.
        """
        super().showEvent(event)
        if self._editors and self.focusProxy() is None:
            self.setFocusProxy(self._editors[self._leading])

    def _left(self) -> None:
        if self._is_left:
            self.flush()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
