"""Spelling in every text box that has a language: marks, suggestions in its menu, and the way from one to the next."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.spelling import Spelled, cores, words_of
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.spelling import Speller, Spelling
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.trilingual import TrilingualField
from nmirf_desktop.ui.typedtext import TypedText, width
from nmirf_desktop.ui.underlines import Underlines

TOLD = frozenset({Subject.LANGUAGES, Subject.MEMBERS})
"""After what the register's own words are read again."""
AGAIN = 1000
"""How long after such a change, in milliseconds."""


class SpellingMarks(QObject):
    """The spelling of one window: a box is checked from when it, or another language of its field, has the keyboard."""

    def __init__(self, spelling: Spelling, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spelling, self._shell = spelling, shell
        self._spellers: dict[Language, Speller] = {}
        self._loading: set[Language] = set()
        self._marks: dict[TypedText, Underlines] = {}
        self._jobs = shell.jobs.beside(self)
        self._jobs.failed.connect(lambda _error: self._loading.clear())
        self._stale = QTimer(self, singleShot=True, interval=AGAIN)
        self._stale.timeout.connect(self._read_again)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focused)
        shell.feed.changed.connect(self._changed)
        shell.memory.changed.connect(self._switch)

    def close(self) -> None:
        """Check nothing any more: the register is being closed."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focused)
        self._shell.feed.changed.disconnect(self._changed)
        self._shell.memory.changed.disconnect(self._switch)
        self._stale.stop()
        self._drop()

    def attend(self) -> None:
        """Check the box that has the keyboard already."""
        self._focused(None, QApplication.focusWidget())

    @property
    def on(self) -> bool:
        """Whether spelling is checked at all, as the settings say."""
        return self._shell.memory.now.spelling

    # -- boxes -----------------------------------------------------------------------------------------------------

    def _focused(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.on and isinstance(new, TypedText):
            for box in _siblings(new):
                self.check(box)

    def check(self, box: TypedText) -> Underlines:
        """Mark what is wrong in a box from now on."""
        if box not in self._marks:
            marks = Underlines(box, partial(self._spellers.get, box.tongue))
            marks.counted.connect(lambda: self._tell(box))
            self._marks[box] = marks
            box.destroyed.connect(lambda: self._marks.pop(box, None))
            for part in (box, box.viewport()):
                part.installEventFilter(self)
            self._load(box.tongue)
        return self._marks[box]

    def _load(self, tongue: Language) -> None:
        """Have the speller of a language, beside the window, and look at its boxes then."""
        if tongue in self._spellers:
            QTimer.singleShot(0, self, lambda: self._look(tongue))
        elif tongue not in self._loading:
            self._loading.add(tongue)
            self._ask(tongue)

    def _loaded(self, tongue: Language, speller: Speller) -> None:
        self._loading.discard(tongue)
        self._spellers[tongue] = speller
        self._look(tongue)

    def _look(self, tongue: Language) -> None:
        for box, marks in tuple(self._marks.items()):
            if isValid(marks) and box.tongue is tongue:
                marks.again()

    def _tell(self, box: TypedText) -> None:
        """Say to a screen reader how many words of a box are wrong."""
        marks = self._marks.get(box)
        if marks is None:
            return
        words = self._shell.language.words
        said = words.ngettext("{n} word may be misspelled", "{n} words may be misspelled", marks.number).format(
            n=words.number(marks.number)
        )
        box.remark("spelling", said if marks.number else "")

    def _changed(self, changes: Changes) -> None:
        if changes & TOLD and self._spellers:
            self._stale.start()

    def _read_again(self) -> None:
        """The register has other words: the spellers are made anew, each when it is there."""
        for tongue in tuple(self._spellers):
            self._ask(tongue)

    def _ask(self, tongue: Language) -> None:
        self._jobs.start("", lambda _report: self._spelling.speller(tongue), partial(self._loaded, tongue))

    def _switch(self) -> None:
        if not self.on:
            self._drop()

    def _drop(self) -> None:
        for box, marks in self._marks.items():
            if isValid(marks):
                marks.setDocument(None)
                marks.deleteLater()
            if isValid(box):
                box.removeEventFilter(self)
                box.viewport().removeEventFilter(self)
        self._marks.clear()

    # -- suggestions -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The menu of a box begins with what may be meant where it is opened on a misspelled word."""
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            box = watched if isinstance(watched, TypedText) else watched.parent()
            if isinstance(box, TypedText):
                keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
                cursor = box.textCursor() if keyboard else box.cursorForPosition(event.pos())
                menu = self.menu(box, cursor)
                if menu is not None:
                    menu.popup(self._corner(box, cursor) if keyboard else event.globalPos())
                    return True
        return super().eventFilter(watched, event)

    def menu(self, box: TypedText, cursor: QTextCursor) -> QMenu | None:
        """The menu of a misspelled word, or of one that was added, at a place; ``None`` where none is there."""
        speller, word = self._spellers.get(box.tongue), self._word(box, cursor)
        if speller is None or box.isReadOnly():
            return None
        if word is None:
            return self._menu_of_added(box, cursor)
        words = self._shell.language.words
        menu = box.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0]
        for suggestion in speller.suggestions(word.word):
            act = menu.addAction(suggestion)
            act.triggered.connect(partial(self._put, box, cursor.blockNumber(), word, suggestion))
            menu.insertAction(first, act)
        if menu.actions()[0] is first:
            none = menu.addAction(words.gettext("No suggestion"))
            none.setEnabled(False)
            menu.insertAction(first, none)
        menu.insertSeparator(first)
        if not self._spelling.read_only:
            add = menu.addAction(icon("plus"), words.gettext("Add to the dictionary"))
            add.triggered.connect(lambda: self._add(box.tongue, word.word))
            menu.insertAction(first, add)
            menu.insertSeparator(first)
        menu.setActiveAction(menu.actions()[0])
        return menu

    def _menu_of_added(self, box: TypedText, cursor: QTextCursor) -> QMenu | None:
        """The menu of a word that was added to the dictionary: it can be taken out again."""
        here = {one.word for one in words_of(cursor.block().text()) if _at(cursor, one)}
        here |= {bare for word in here for bare in cores(word.replace("’", "'"), box.tongue)}
        added = next((one for one in self._spelling.words() if one.language is box.tongue and one.word in here), None)
        if added is None or self._spelling.read_only:
            return None
        menu = box.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0]
        pattern = self._shell.language.words.gettext("Take “{word}” out of the dictionary")
        out = menu.addAction(icon("minus"), pattern.format(word=added.word))
        out.triggered.connect(partial(self._forget, added.key))
        menu.insertAction(first, out)
        menu.insertSeparator(first)
        return menu

    def _forget(self, key: str) -> None:
        with self._shell.alerts.guard():
            self._spelling.forget(key)

    def _word(self, box: TypedText, cursor: QTextCursor) -> Spelled | None:
        """The misspelled word at a place, that before it where it ends there."""
        speller = self._spellers.get(box.tongue)
        if speller is None:
            return None
        return next((one for one in speller.wrong(cursor.block().text()) if _at(cursor, one)), None)

    def _put(self, box: TypedText, number: int, word: Spelled, instead: str) -> None:
        """Put a word in the place of another, as one step of the box's own undo."""
        self._select(box, number, word)
        box.insert(instead)

    def _select(self, box: TypedText, number: int, word: Spelled) -> None:
        block = box.document().findBlockByNumber(number)
        start = block.position() + width(block.text()[: word.start])
        cursor = box.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + width(word.word), QTextCursor.MoveMode.KeepAnchor)
        box.setTextCursor(cursor)

    def _add(self, tongue: Language, word: str) -> None:
        with self._shell.alerts.guard():
            self._spelling.add(tongue, word)
            self._shell.alerts.say(N_("“{word}” is in the dictionary now."), word=word)

    @staticmethod
    def _corner(box: TypedText, cursor: QTextCursor) -> QPoint:
        return box.viewport().mapToGlobal(box.cursorRect(cursor).bottomLeft())

    # -- keys ------------------------------------------------------------------------------------------------------

    def suggest(self) -> None:
        """Open the menu of the misspelled word at the cursor; where none is there, go to the next one first."""
        box = QApplication.focusWidget()
        if not isinstance(box, TypedText) or self._word(box, box.textCursor()) is None:
            self.go_on()
            box = QApplication.focusWidget()
        if isinstance(box, TypedText):
            cursor = box.textCursor()
            menu = self.menu(box, cursor)
            if menu is not None:
                menu.popup(self._corner(box, cursor))

    def go_on(self) -> None:
        """Select the next misspelled word, in this box or in one after it; say where there is none."""
        boxes = list(self._boxes())
        for turn, box in enumerate(boxes):
            self.check(box)
            speller = self._spellers.get(box.tongue) or self._spelling.speller(box.tongue)
            self._spellers[box.tongue] = speller
            for number, word in self._wrong_after(box, speller, from_cursor=turn == 0 and box.hasFocus()):
                box.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._select(box, number, word)
                return
        if not self.on:
            self._shell.alerts.say(N_("Spelling is not checked: the settings have it off."))
        elif boxes:
            self._shell.alerts.say(N_("No word further on is misspelled."))
        else:
            self._shell.alerts.say(N_("No text is open here whose spelling could be checked."))

    def _boxes(self) -> Iterator[TypedText]:
        """The boxes that are shown, from the one with the keyboard on."""
        window, focus = QApplication.activeWindow(), QApplication.focusWidget()
        if window is None or not self.on:
            return
        shown = [box for box in window.findChildren(TypedText) if box.isVisible()]
        first = shown.index(focus) if isinstance(focus, TypedText) and focus in shown else 0
        yield from shown[first:] + shown[:first]

    @staticmethod
    def _wrong_after(box: TypedText, speller: Speller, *, from_cursor: bool) -> Iterator[tuple[int, Spelled]]:
        cursor = box.textCursor()
        place = cursor.selectionEnd() if from_cursor else -1
        block = box.document().begin()
        while block.isValid():
            text = block.text()
            for one in speller.wrong(text):
                if block.position() + width(text[: one.start]) >= place:
                    yield block.blockNumber(), one
            block = block.next()


def _at(cursor: QTextCursor, word: Spelled) -> bool:
    """Whether a cursor stands in a word of its paragraph, or right before or behind it."""
    text = cursor.block().text()
    return width(text[: word.start]) <= cursor.positionInBlock() <= width(text[: word.end])


def _siblings(box: TypedText) -> list[TypedText]:
    """The boxes of the field to which one belongs, one for each language."""
    around = box.parentWidget()
    while around is not None and not isinstance(around, TrilingualField):
        around = around.parentWidget()
    return around.findChildren(TypedText) if around is not None else [box]
