"""A new fact being written: its fields are handed on together, when the verb on its button is pressed."""

import datetime
from collections.abc import Callable, Iterable
from itertools import count

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLineEdit, QPushButton, QWidget

from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.card_frame import Frame
from nmirf_desktop.ui.dates import DateField
from nmirf_desktop.ui.form_row import FormRow
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.keys_in_force import named
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail, Page, around
from nmirf_desktop.ui.screen import LEAVE_KEYS, Screen
from nmirf_desktop.ui.theme import role

DONE_KEYS, DONE_TOO = "Ctrl+Enter", "Ctrl+Return"
"""The key of a card's verb as keyboards name it, and the same stroke by Qt's name for the larger of the two keys."""
LEAVE = N_("Do not record")
STAYS = N_(
    "The card stays open: what you typed is not recorded yet. Record it (Ctrl+Enter), or leave it unrecorded"
    " (Shift+Esc)."
)

OVERTAKEN = N_(
    "Nothing is recorded yet: what is marked above was changed elsewhere while this card was open. Read it; Ctrl+Enter"
    " then records the card as it stands."
)
Again = Callable[[], bool]
"""Shows in a card's form its record as the register has it now; false where it is there no more."""

_OPENINGS = count(1)


def record_beside(cards: Iterable["Draft"], event: QKeyEvent) -> bool:
    """Ctrl+Enter beside the card that is open is its verb too; false where the key is another, or none is open."""
    keys = QKeySequence(event.keyCombination())
    card = next((one for one in cards if one.isVisible()), None)
    if card is None or keys not in (QKeySequence(DONE_KEYS), QKeySequence(DONE_TOO)):
        return False
    card.verb.click()
    return True


def given(field: DateField, name: str = "on") -> datetime.date:
    """The date of a draft's field called *name*; a :class:`Problem` where it is empty."""
    day = field.value()
    if day is None:
        raise Problem(N_("Give the date."), field_name=name)
    return day


def put_away(cards: Iterable["Draft"]) -> bool:
    """Close the *cards* before one of them is filled anew; false where one is filled in: it stays, and says so."""
    known = tuple(cards)
    for card in known:
        if card.filled:
            card.stay()
            return False
    for card in known:
        card.hide()
    return True


def _read_at(page: Page, card: QWidget) -> int:
    """Where a page stays when a card in it is closed: what was read inside of it is gone, so that its top is read then.

    Of a card near the top of the page that is what it is about: the name above it comes in view again.
    """
    read_at, content = page.verticalScrollBar().value(), page.widget()
    if card.isHidden() or content is None:
        return read_at
    top = card.mapTo(content, QPoint(0, 0)).y()
    if read_at <= top:
        return read_at
    return 0 if top < page.viewport().height() // 2 else top


class Draft(QFrame):
    """A card with a title, a form and a verb (marked constants). It is closed until :meth:`begin`.

    ``begun`` is emitted when it opens; ``done`` by the button, by Enter in a line or on a closed choice and by
    Ctrl+Enter, unless a field holds what is no value; ``left`` by the other button or its keys, and by Escape while
    nothing was typed, after the card was closed. ``closing`` is emitted before it is, recorded or not: whoever takes
    the keyboard then has it, and no page follows it to what stands below the card. Nothing else puts a filled card
    away; before one is filled anew, :func:`put_away` is asked.
    """

    begun = Signal()
    done = Signal()
    left = Signal()
    closing = Signal()
    leaving = LEAVE
    """What the button says that leaves it."""

    def __init__(
        self, title: str, verb: str, form: Form | Callable[[], Form], language: CurrentLanguage, hint: str = ""
    ) -> None:
        """*form* is what makes it, once it is first asked for, where a screen has many cards and few are opened."""
        super().__init__()
        self._messages = (title, verb, hint)
        self._about: Sayable | None = None
        self._language = language
        self._form = form
        self._begun_with: tuple[object, ...] | None = None
        self._typed_before: object = None
        self._again: Again | None = None
        self._listens = False
        self._read: dict[str, object] = {}
        self._stays_for = STAYS
        self.opened = 0
        """Greater with each card that is opened: of several, the last one has the greatest."""
        role(self, "card")
        self._framed = self._made(form) if isinstance(form, Form) else None
        self.retranslate()
        self.hide()

    @property
    def _frame(self) -> Frame:
        """What stands around the form, made when it is first asked for, or with a form that was there before."""
        if self._framed is None:
            self._framed = self._made(None)
            self._say_in(self._framed)
        return self._framed

    def _made(self, form: Form | None) -> Frame:
        frame = Frame(self, form)
        frame.verb.clicked.connect(self._finish)
        frame.leave.clicked.connect(self.close_up)
        for keys in (DONE_KEYS, DONE_TOO):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._finish)
        return frame

    @property
    def verb(self) -> QPushButton:
        """The button that records the fact."""
        return self._frame.verb

    @property
    def leave(self) -> QPushButton:
        """The button that leaves the card."""
        return self._frame.leave

    @property
    def form(self) -> Form:
        """The card's form, made now where it was not asked for before."""
        if not isinstance(self._form, Form):
            self._form = self._form()
            self._frame.place.addWidget(self._form)
            self._lead_on(self._form)
        return self._form

    @property
    def _closed(self) -> bool:
        """Whether it was put away already; what was never shown nor hidden is shown with what it stands in."""
        return self.isHidden() and self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)

    def _lead_on(self, form: Form) -> None:
        """Tab goes from the last field of a form that was made late to the buttons, which are older than it is."""
        last: QWidget = form
        part = form.nextInFocusChain()
        while part is not None and form.isAncestorOf(part):
            last = part if part.focusPolicy() & Qt.FocusPolicy.TabFocus else last
            part = part.nextInFocusChain()
        QWidget.setTabOrder(last, self.verb)
        QWidget.setTabOrder(self.verb, self.leave)

    def setVisible(self, visible: bool) -> None:
        """A list above the card gives way to it where both have little room; a filled card cannot be put away.

        A page stays where it was read when a card in it is closed: Qt would follow the keyboard to what stands below.
        """
        if not visible and self._closed:
            return
        if not visible and self.opened and self.filled:
            self._say_stays(STAYS)
            return
        page = around(self, Page)
        read_at = _read_at(page, self) if page is not None else 0
        super().setVisible(visible)
        if page is not None and not visible:
            page.verticalScrollBar().setValue(read_at)
        pane = around(self, MasterDetail)
        if pane is not None:
            pane.attend(self, visible)

    def call(self, title: str, hint: str = "") -> None:
        """Say another title and hint from now on, marked constants."""
        self._messages = (title, self._messages[1], hint)
        self.retranslate()

    def concern(self, about: Sayable | None) -> None:
        """Name after the title whom or what the card is about, from now on."""
        self._about = about
        self.retranslate()

    def begin(self, *, filled: bool = False, again: Again | None = None) -> None:
        """Open the card in view, with the keyboard in its first field; *filled* in already by what arrived.

        While one is open that puts a record right, *again* shows that record as it is by then (:meth:`follow`).
        """
        self.form.clear_problems()
        self.form.hold()
        self._frame.stays.hide()
        self._again, self._read = again, {}
        screen = around(self, Screen)
        if again is not None and screen is not None and not self._listens:
            self._listens = True
            screen.been_read.connect(self.follow)
        self._begun_with = None if filled else self.form.filled_in()
        self._typed_before = None if filled else self.form.typed_in()
        self.opened = next(_OPENINGS)
        self.show()
        first = self.form.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        page = around(self, Page)
        if page is not None:
            page.bring_in(self)
        self.begun.emit()

    def follow(self) -> None:
        """Take in what became elsewhere of the record that is put right; it stays as it was where it is no more.

        What nobody changed here is as in the register by now; what was changed here stays, and says so where it was
        changed elsewhere as well.
        """
        if self.isHidden() or self._again is None:
            return
        before, typed = self._begun_with, self.form.typed_in() != self._typed_before
        self.form.follow(self._again)
        if before is not None:
            now = self.form.filled_in()
            parts = zip(self.form.altered(), before, now, strict=True)
            self._begun_with = tuple(was if own else one for own, was, one in parts)
        if not typed:
            self._typed_before = self.form.typed_in()

    def _up_to_date(self) -> bool:
        """Whether all that became elsewhere of the record is taken in and was read; else it is shown, and said.

        What was taken back elsewhere is refused by what records it.
        """
        self.follow()
        overtaken = self.form.overtaken()
        unread = [name for name, there in overtaken.items() if self._read.get(name) != there]
        self._read = overtaken
        if unread:
            self._say_stays(OVERTAKEN)
            self.form.ask_again(unread)
            self.attend(self.form.field(unread[0]).contested)
        return not unread

    def _say_stays(self, message: str) -> None:
        """Say why the card stays open, a marked constant, where its verb is."""
        self._stays_for = message
        self._frame.stays.setText(self._language.words.gettext(message))
        self._frame.stays.show()

    def propose(self, load: Callable[[], object]) -> None:
        """Let *load* show what is proposed in the card that was just opened; left as it is, it is not filled in."""
        load()
        self._begun_with, self._typed_before = self.form.filled_in(), self.form.typed_in()

    def attend_to(self, name: str) -> None:
        """Put the keyboard into the field of a name; into that of a text, in the language of its original."""
        field = self.form.field(name)
        self.attend(field.focusProxy() or field.editors[0])

    def attend(self, editor: QWidget) -> None:
        """Put the keyboard into one of its editors, which comes in view with its label above it."""
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        page, row = around(self, Page), around(editor, FormRow)
        if page is not None:
            page.bring_in(editor if row is None else row.label, from_top=True)

    @property
    def name(self) -> str:
        """The title as it is read: what is written down, and of whom."""
        words = self._language.words
        said = words.gettext(self._messages[0])
        if self._about is None:
            return said
        pattern = words.pgettext("an act and what it was done to", "{act} – {named}")
        return pattern.format(act=said, named=self._about.said_in(words))

    @property
    def filled(self) -> bool:
        """Whether it is open and holds what would be lost with it."""
        return not self.isHidden() and self.form.filled_in() != self._begun_with

    def escape(self) -> None:
        """Close the card while nothing was typed, whatever was chosen; else say that it stays, and how it is left."""
        if not self.filled or self.form.typed_in() == self._typed_before:
            self.close_up()
            return
        self._say_stays(STAYS)
        page = around(self, Page)
        if page is not None:
            page.show_as_well(self._frame.stays)

    def stay(self) -> None:
        """Say that a filled card stays, before the reader's eyes and with the keyboard in its first field."""
        self._say_stays(STAYS)
        page, first = around(self, Page), self.form.first_field()
        if page is not None:
            page.bring_in(self)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Close the card; what was typed is not recorded."""
        if not self.isHidden():
            self.finished()
            self.left.emit()

    def finished(self) -> None:
        """Close the card after its fact was recorded."""
        self.closing.emit()
        self._begun_with = self.form.filled_in()
        self._again = None
        self.hide()

    def show_problem(self, problem: Problem) -> bool:
        """Say a problem under its field, with the keyboard in it; false where the form has no such field."""
        shown, name = self.form.show_problem(problem), problem.field_name
        if self.form.has(name) and self.form.field(name).isVisibleTo(self):
            self.attend_to(name)
        return shown

    def _finish(self) -> None:
        self.form.flush()
        if not self.form.show_faults() and self._up_to_date():
            self.done.emit()

    def _last_focus(self) -> QWidget | None:
        """What had the keyboard last in the card; the first field where nothing had it."""
        last: QWidget | None = self.focusWidget()
        return self.form.first_field() if last is None else last

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on an empty spot or a label leaves the keyboard in the card, so that its keys still do something."""
        super().mousePressEvent(event)
        focus, last = QApplication.focusWidget(), self._last_focus()
        if last is not None and (focus is None or not self.isAncestorOf(focus)):
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a card in which nothing was typed, with Shift any: that is for the screen.

        Enter in a line or choice is the verb, on a button its press.
        """
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.escape()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QLineEdit | QComboBox):
            self._finish()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say title, hint and verbs again."""
        self.setAccessibleName(self.name)
        if self._framed is not None:
            self._say_in(self._framed)

    def _say_in(self, frame: Frame) -> None:
        """Say title, hint and verbs in what stands around the form."""
        words = self._language.words
        _, verb, hint = self._messages
        frame.title.setText(self.name)
        frame.hint.setText(words.gettext(hint) if hint else "")
        frame.hint.setVisible(bool(hint))
        frame.stays.setText(words.gettext(self._stays_for))
        frame.verb.setText(words.gettext(verb))
        frame.verb.setToolTip(with_keys(words, words.gettext(verb), QKeySequence(DONE_KEYS)))
        frame.keys.setText(named(QKeySequence(DONE_KEYS), words))
        frame.leave.setText(words.gettext(self.leaving))
        frame.leave.setToolTip(with_keys(words, words.gettext(self.leaving), QKeySequence(LEAVE_KEYS)))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
