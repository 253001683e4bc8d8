"""The field of a text in three languages: side by side, the original marked, each with its state."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.lengths import too_long
from nmirf_desktop.domain.merging import merged
from nmirf_desktop.domain.phrases import LanguageName
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import TextState, Trilingual, one_line
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style
from nmirf_desktop.ui.typedtext import TypedText

SHAPES = {TextState.MISSING: "○", TextState.DRAFT: "◐", TextState.REVIEWED: "●", TextState.OUTDATED: "!"}
TONES = {
    TextState.MISSING: Tone.BAD,
    TextState.DRAFT: Tone.ATTENTION,
    TextState.REVIEWED: Tone.GOOD,
    TextState.OUTDATED: Tone.ATTENTION,
}
NARROW = 60
"""Below so many letters of width the three texts stand under each other."""
MOST = 12
"""The most lines to which a box grows; a longer text is scrolled in it."""


def state_word(state: TextState, words: Catalog) -> str:
    """How ready a text is, in one word."""
    match state:
        case TextState.MISSING:
            return words.pgettext("state of a text", "missing")
        case TextState.DRAFT:
            return words.pgettext("state of a text", "draft")
        case TextState.REVIEWED:
            return words.pgettext("state of a text", "reviewed")
        case TextState.OUTDATED:
            return words.pgettext("state of a text", "outdated")


def state_words(state: TextState, words: Catalog) -> str:
    """A text's state as shape and word."""
    return f"{SHAPES[state]} {state_word(state, words)}"


class TrilingualField(Field[Trilingual]):
    """A text in English, French and Spanish. Ctrl+Shift+Enter marks the text being typed as reviewed.

    One that is *expected* is missing before it is begun; any other is missing in a language once it has another. The
    language in which one is begun is that of the original.
    """

    def __init__(self, language: CurrentLanguage, *, lines: int = 1, most: int = MOST, expected: bool = False) -> None:
        super().__init__(language)
        self._expected = expected
        self.one_line = lines == 1
        self._base = Trilingual()
        self._first: Language | None = None
        self._overtaken: frozenset[Language] = frozenset()
        self._kept = False
        self._boxes = {tongue: TypedText(tongue, lines, most) for tongue in Language}
        self._heads = {tongue: QPushButton() for tongue in Language}
        self._states = {tongue: QLabel() for tongue in Language}
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(STEP * 2)
        self._line.addLayout(self._columns)
        self._cells: list[QWidget] = []
        for tongue in Language:
            role(self._heads[tongue], "head")
            self._heads[tongue].setMenu(self._menu(tongue))
            self._heads[tongue].setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._boxes[tongue].textChanged.connect(self._changed)
            self._cells.append(self._cell(tongue))
            self._columns.addWidget(self._cells[-1], 1)
        self._watch(*self._boxes.values())
        self.retranslate()

    def _menu(self, tongue: Language) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self._act(menu, "check", lambda: self.review(tongue)))
        menu.addAction(self._act(menu, "flag", lambda: self.make_source(tongue)))
        return menu

    def _act(self, menu: QMenu, name: str, slot: Callable[[], None]) -> QAction:
        action = QAction(icon(name), "", menu)
        action.triggered.connect(lambda _checked=False: slot())
        return action

    def _open_menu(self, box: QObject) -> None:
        """Open what can be done with the text of a box, under its language's name."""
        for tongue, head in self._heads.items():
            if self._boxes[tongue] is box and head.isEnabled():
                head.menu().popup(head.mapToGlobal(head.rect().bottomLeft()))

    def concerned(self, problem: Problem) -> tuple[QWidget, ...]:
        """The text in the language that a problem names, else all of them."""
        named = problem.values.get("language")
        return (self._boxes[named.language],) if isinstance(named, LanguageName) else self.editors

    # -- value -----------------------------------------------------------------------------------------------------

    def value(self) -> Trilingual:
        """The three texts; what was changed is a draft, and what was made from a changed original is outdated."""
        source = self.source
        result = self._base or replace(self._base, source=source)
        for tongue in (source, *(other for other in Language if other is not source)):
            result = result.with_text(tongue, self._text(tongue))
        return result if result or self._base else self._base

    @property
    def source(self) -> Language:
        """The language of the original; of a text that is still to be begun, that of the window."""
        return self._base.source if self._base else self._first or self.words.language

    def _text(self, tongue: Language) -> str:
        text = self._boxes[tongue].text().strip()
        return one_line(text) if self.one_line else text

    @property
    def fault(self) -> Problem | None:
        """That the text of a language is too long."""
        return too_long(map(self._text, self._boxes), self.longest)

    def _display(self, value: Trilingual) -> None:
        self._base, self._first = value, None
        for tongue, box in self._boxes.items():
            if box.text().strip() != value[tongue]:
                box.show_text(value[tongue], same=self._same)

    def _left(self) -> None:
        """Show each line as it is kept."""
        super()._left()
        for tongue, box in self._boxes.items():
            if self._is_left and box.text().strip() != self._text(tongue):
                before = box.blockSignals(True)
                box.setPlainText(self._text(tongue))
                box.blockSignals(before)

    def load(self, value: Trilingual, *, over: bool = False) -> None:
        """Show what is stored; where a text is still being typed, what changed elsewhere in the other languages."""
        kept = self.following or (self.stays and not over)
        if kept and not self.following and self._stored is not None:
            contested = self._contested_in(value)
            self._take_in(value)
            self._overtaken = self._overtaken if self._holds or self.refused else contested
        super().load(value, over=over)
        if not kept:
            self._base, self._overtaken = value, frozenset()
        self._show_states()

    def _follow(self, value: Trilingual) -> None:
        """Take in, language by language, what became elsewhere of the text that is shown."""
        if value == self._stored:
            return
        if not self.altered:
            super()._follow(value)
            self._base, self._overtaken = value, frozenset()
            return
        self._overtaken = (self._overtaken & self._own()) | self._take_in(value)
        self._saved = self._stored = self._shown = value
        self.overtaken = bool(self._overtaken)
        self.loaded.emit()

    def _contested_in(self, value: Trilingual) -> frozenset[Language]:
        """The languages in which what comes while one types is neither what was here, nor handed on, nor typed."""
        saved = self._saved or Trilingual()
        news = frozenset(one for one in Language if one in self._overtaken or value[one] != saved[one])
        typed = frozenset(one for one in Language if self._text(one) != saved[one]) | self._overtaken
        return frozenset(one for one in news & typed if value[one] != self._text(one))

    def _put_in_place(self) -> None:
        """What was changed in both places is handed on, in each language."""
        if self.in_place:
            self._overtaken = frozenset()
        super()._put_in_place()

    def _contested_by(self, value: Trilingual) -> bool:
        """Whether there is a language that both changed."""
        return bool(self._overtaken)

    @property
    def contested(self) -> QWidget:
        """The text in the first language that was changed in both places."""
        return next((box for tongue, box in self._boxes.items() if tongue in self._overtaken), self.editors[0])

    @property
    def written(self) -> str:
        """What is written in each language in which something else stands in the register."""
        own = self._own()
        return "\n\n".join(text for one in Language if one in own and (text := self._text(one)))

    def _own(self) -> frozenset[Language]:
        """The languages in which something else is typed here than stands elsewhere."""
        return frozenset(one for one in Language if self._stored is not None and self._text(one) != self._stored[one])

    def _take_in(self, value: Trilingual) -> frozenset[Language]:
        """Show what changed elsewhere in a language in which nothing was typed; where both did it is told."""
        found = merged(self._stored or Trilingual(), value, self.value())
        self._base = found.under
        for tongue, box in self._boxes.items():
            if self._text(tongue) != found.text[tongue]:
                blocked = box.blockSignals(True)
                box.show_text(found.text[tongue], same=True)
                box.blockSignals(blocked)
        return found.overtaken

    def both(self) -> tuple[str, str]:
        """What is elsewhere by now and what stands here, in each language that was changed in both places."""
        pattern, nothing = (
            self.words.pgettext("a text and its language", "{language} “{text}”"),
            self.words.pgettext("a text that is empty", "nothing"),
        )
        there = self._stored or Trilingual()
        told = [one for one in Language if one in self._overtaken]

        def said(texts: dict[Language, str]) -> str:
            each = (pattern.format(language=NAMES[one], text=text) if text else nothing for one, text in texts.items())
            return self.words.listing(each)

        return said({one: there[one] for one in told}), said({one: self._text(one) for one in told})

    def take_newer(self) -> None:
        """Show what is elsewhere in each language that was changed in both places."""
        if not self.overtaken or self._stored is None:
            return
        taken, self._overtaken = self._overtaken, frozenset()
        self.overtaken = self.in_place = False
        self._base = self._stored
        for tongue in taken:
            self._boxes[tongue].replace_text(self._stored[tongue])
        self._show_states()
        self.loaded.emit()

    def review(self, tongue: Language) -> None:
        """Mark the text of one language as reviewed, and save."""
        self._base = self.value().with_review(tongue)
        self._show_states()
        self._chosen()

    def make_source(self, tongue: Language) -> None:
        """Make one language the original of the others, and save."""
        self._base = self.value().with_source(tongue)
        self._show_states()
        self._chosen()

    def _changed(self) -> None:
        there = [tongue for tongue in Language if self._text(tongue)]
        if len(there) <= 1:
            self._first = next(iter(there), None)
        self._show_states()
        self._typed()

    # -- words -----------------------------------------------------------------------------------------------------

    def _show_states(self) -> None:
        value = self.value()
        for tongue in Language:
            state = value.state(tongue)
            label = self._states[tongue]
            text = state_words(state, self.words) if value or self._expected else ""
            if label.text() != text:
                label.setText(text)
                style(label, Type.SMALL, TONES[state])
        self._name_heads(value)

    def _name_heads(self, value: Trilingual) -> None:
        for tongue, head in self._heads.items():
            name = NAMES[tongue]
            if tongue is self.source:
                name = self.words.gettext("{language}, original").format(language=name)
            head.setText(name)
            review, source = head.menu().actions()
            review.setEnabled(value.state(tongue) in (TextState.DRAFT, TextState.OUTDATED))
            source.setEnabled(tongue is not self.source and bool(value[tongue]) and not self._kept)

    def retranslate(self) -> None:
        """Say heads, states and menus again."""
        for head in self._heads.values():
            review, source = head.menu().actions()
            review.setText(self.words.gettext("Mark as reviewed (Ctrl+Shift+Enter)"))
            source.setText(self.words.gettext("Make this the original"))
            tip = self.words.gettext("State and origin of this text")
            head.setToolTip(with_keys(self.words, tip, QKeySequence("Alt+Down")))
        self._show_states()

    def set_accessible(self, name: str, described: str) -> None:
        """Each box is named by the field and its language."""
        for tongue, box in self._boxes.items():
            box.setAccessibleName(self.words.gettext("{field}, {language}").format(field=name, language=NAMES[tongue]))
            box.setAccessibleDescription(described)

    def begin_in_original(self) -> None:
        """Let the language of the original take the keyboard first, and Tab go from it to the others."""
        for before, after in pairwise(self.lead(self.source)):
            QWidget.setTabOrder(before, after)

    def lead(self, tongue: Language) -> tuple[QWidget, ...]:
        """Let the text in one language take the keyboard first; the boxes, that one before the others."""
        self._leading = tuple(Language).index(tongue)
        if self.focusProxy() is not None:
            self.setFocusProxy(self._boxes[tongue])
        return self._boxes[tongue], *(box for other, box in self._boxes.items() if other is not tongue)

    def keep_original(self, kept: bool) -> None:
        """Whether the original no longer changes and only what it says may be said in the other languages."""
        self._kept = kept
        for tongue, box in self._boxes.items():
            box.setReadOnly(kept and (tongue is self._base.source or not self._base.original))
        self._name_heads(self.value())

    def keep_settled(self, settled: Trilingual) -> None:
        """What is settled in a language no longer changes; what is missing may still be said."""
        self._kept = bool(settled)
        for tongue, box in self._boxes.items():
            box.setReadOnly(bool(settled[tongue]))
        self._name_heads(self.value())

    def set_read_only(self, locked: bool) -> None:
        """Texts that may only be read can still be selected and copied."""
        for tongue, box in self._boxes.items():
            box.setReadOnly(locked)
            self._heads[tongue].setEnabled(not locked)

    # -- place -----------------------------------------------------------------------------------------------------

    def _cell(self, tongue: Language) -> QWidget:
        cell = QWidget()
        top = QHBoxLayout()
        top.addWidget(self._heads[tongue])
        top.addStretch()
        top.addWidget(self._states[tongue])
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(top)
        column.addWidget(self._boxes[tongue])
        column.addStretch()
        return cell

    def minimumSizeHint(self) -> QSize:
        """Room for one text: where there is no room for three beside each other they go under each other."""
        widths = [cell.minimumSizeHint().width() for cell in self._cells]
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else under each other."""
        super().resizeEvent(event)
        wide = event.size().width() >= self.fontMetrics().averageCharWidth() * NARROW
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Shift+Enter: reviewed; Alt+Down: what can be done with the text; Enter in a line: hand it on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            if event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self._open_menu(watched)
                return True
            if self.one_line and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.flush()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & both == both:
                for tongue, box in self._boxes.items():
                    if box is watched:
                        self.review(tongue)
                return True
        return super().eventFilter(watched, event)


def in_turn(tongue: Language, *fields: TrilingualField) -> list[QWidget]:
    """The boxes of fields that are written together: all in one language, which takes the keyboard, then the others."""
    tongues = (tongue, *(other for other in Language if other is not tongue))
    boxes = [dict(zip(tongues, field.lead(tongue), strict=True)) for field in fields]
    return [box[one] for one in tongues for box in boxes]
