"""The base of every screen: title, actions, what it listens to, and its words."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.actions import Action
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.keys_in_force import portable
from nmirf_desktop.ui.language import CurrentLanguage

if TYPE_CHECKING:
    from nmirf_desktop.ui.drafts import Draft
    from nmirf_desktop.ui.meeting_field import MeetingField

LEAVE_KEYS = "Shift+Esc"
"""The keys that leave a card, whatever was typed in it: two together, which nobody strikes by mistake."""
ROUNDS = 3
"""How often a screen is laid out after another look: a text asks for its height when it has its width."""


_counting: list[Callable[[datetime.datetime], datetime.date]] = []


def count_days(day_of: Callable[[datetime.datetime], datetime.date]) -> None:
    """Let the day be that of an open register: of the place where its secretariat counts the days."""
    _counting.append(day_of)


def leave_days(day_of: Callable[[datetime.datetime], datetime.date]) -> None:
    """That register is closed: the day is that of another one that is open, or the machine's."""
    _counting.remove(day_of)


def today() -> datetime.date:
    """The day where the secretariat counts its days; where no register is open, by the machine's time zone."""
    now = datetime.datetime.now(datetime.UTC)
    return _counting[-1](now) if _counting else now.astimezone().date()


@dataclass(frozen=True, slots=True)
class OwnSteps:
    """What undo and redo are to a screen that has steps of its own, which are not in the register yet.

    *undo* and *redo* name what would be taken back or done again, ``None`` where there is nothing: then the register's
    step is meant, and asked about before.
    """

    undo: Sayable | None
    redo: Sayable | None
    take_back: Callable[[], object]
    do_again: Callable[[], object]


def _takes_keys(widget: QWidget) -> bool:
    """Whether Tab reaches a widget as it is shown now."""
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


class Screen(QWidget):
    """One place of the window.

    A subclass takes its services first (``def __init__(self, services, language, alerts)``), calls
    ``super().__init__(language, alerts)``, builds its widgets, and ends its constructor with ``self.retranslate()``.
    It is read (``refresh``) when it is first shown, and again when one of its ``subjects`` was touched: at once
    while it is visible, else when it is next shown.
    """

    title: ClassVar[str] = ""
    """A marked constant."""
    icon: ClassVar[str] = ""
    """A name in ``resources/icons``."""
    subjects: ClassVar[frozenset[Subject]] = frozenset()
    help_page: ClassVar[str] = "index"
    """The page of the manual that F1 opens, unless ``help_topic`` says another."""

    further_keys: ClassVar[tuple[str, ...]] = ()
    """Keys that do something of the screen's own beside its actions."""

    headed = Signal()
    """The heading or the actions changed: the window reads ``heading`` and ``actions()`` again."""
    asked = Signal(object)
    """Go to another place: an :class:`~nmirf_desktop.ui.places.Place`."""
    been_read = Signal()
    """It was read again: cards that are open take in what was recorded elsewhere."""
    dated = Signal(object)
    """Show the facts of another day in the whole window: the day."""

    def __init__(self, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self.language = language
        self.alerts = alerts
        self._as_of: datetime.date | None = None
        self._stale = True
        self._rounds = 0
        self.about: MeetingField | None = None
        """The field in which the meeting is chosen that the screen is about; other screens follow it."""
        self._settled = QTimer(self, interval=0)
        self._settled.timeout.connect(self._lay_out)
        leave = QShortcut(QKeySequence(LEAVE_KEYS), self, self._leave_open)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def words(self) -> Catalog:
        """The catalogue of the window's language."""
        return self.language.words

    @property
    def on(self) -> datetime.date:
        """The date that the screen shows: today, or the window's "as of" date."""
        return self._as_of or today()

    @property
    def heading(self) -> str:
        """The screen's title in the window's language; a screen about one thing may name it."""
        return self.words.gettext(self.title)

    @property
    def help_topic(self) -> str:
        """The page of the manual for what is at work; a screen that is about several things has several."""
        return self.help_page

    def actions(self) -> list[Action]:  # type: ignore[override]
        """The screen's actions, the main one first: shown at the top right and found by Ctrl+K."""
        return []

    @property
    def own_keys(self) -> frozenset[str]:
        """The keys that the screen has for itself and nobody can change, whatever the same ones do elsewhere."""
        acts = (portable(one.look.keys) for one in self.actions() if not one.look.name)
        return frozenset((*acts, *self.further_keys))

    def commands(self) -> list[Hit]:
        """What can be done to the things shown, beside the actions: found by Ctrl+K with what it is done to."""
        from nmirf_desktop.ui.fact_rows import FactRows  # after the frame was painted

        return [hit for rows in self.findChildren(FactRows) if rows.isVisibleTo(self) for hit in rows.commands()]

    def own_steps(self) -> OwnSteps | None:
        """Steps that undo takes back here before those of the register; ``None`` where the screen has none."""
        return None

    def close_open(self) -> bool:
        """Close the card opened last, or have it say that it is filled in; false where none is. Escape asks for it."""
        card = self._card_opened_last()
        if card is not None:
            card.escape()
        return card is not None

    def record_open(self, event: QKeyEvent) -> bool:
        """Ctrl+Enter beside the screen, as in the navigation, is the verb of the card opened last; false of others."""
        from nmirf_desktop.ui.drafts import record_beside

        card = self._card_opened_last()
        return card is not None and record_beside((card,), event)

    def _leave_open(self) -> None:
        """Leave the card opened last, whatever was typed in it; nothing of it is recorded."""
        card = self._card_opened_last()
        if card is not None:
            card.close_up()

    def _card_opened_last(self) -> "Draft | None":
        from nmirf_desktop.ui.drafts import Draft

        cards = (one for one in self.findChildren(Draft) if one.isVisibleTo(self))
        return max(cards, key=lambda one: one.opened, default=None)

    def refresh(self) -> None:
        """Read again from the services and show; keeps the selection."""

    def retranslate(self) -> None:
        """Say every word again: at birth and at each change of language. A subclass calls this first."""
        self.setAccessibleName(self.heading)
        for action in self.actions():
            action.retranslate(self.words)

    def go_to(self, key: str) -> None:
        """Show the thing of that key: from history, search, or another screen."""

    def write_at(self, key: str, field: str) -> None:
        """Open the card of the thing of a *key*, with the keyboard in a *field*: "result", or "result:fr"."""
        from nmirf_desktop.i18n import Language

        self.correct_shown(key)
        card, (name, _, tongue) = self._card_opened_last(), field.partition(":")
        if card is not None and card.form.has(name):
            editors = card.form.field(name).editors
            place = list(Language).index(Language(tongue)) if tongue else 0
            card.attend(editors[min(place, len(editors) - 1)])

    def correct_shown(self, key: str) -> None:
        """Open the card in which the thing of a *key* is put right, where the screen has one."""

    def begin_again(self) -> None:
        """Show what the screen begins with: its own name was chosen while it is in sight."""

    def current_key(self) -> str:
        """The key of the thing shown, remembered by the history; empty where there is none."""
        return ""

    def meeting_key(self) -> str:
        """The key of the meeting at work here; empty where the screen is about none."""
        meeting = self.about.value() if self.about is not None else None
        return meeting.key if meeting is not None else ""

    def follow(self, meeting: str) -> None:
        """Show the *meeting* that was at work on the screen before, where this screen is about one as well."""
        self._be_read()
        if self.meeting_key() not in ("", meeting):
            self.take_up(meeting)

    def take_up(self, meeting: str) -> None:
        """Show another meeting than the one shown, where it can be chosen here."""
        if self.about is None or any(one is not None and one.key == meeting for one in self.about.values):
            self.go_to(meeting)

    def take_keyboard(self, held: QWidget | None = None) -> None:
        """Put the keyboard into what *held* it before; else into the first list, else into the first control."""
        lists = [one for one in self.findChildren(QAbstractItemView) if _takes_keys(one)]
        filled = [one for one in lists if one.model().rowCount()]
        controls = [one for one in self.findChildren(QWidget) if _takes_keys(one)]
        kept = [held] if held is not None and _takes_keys(held) else []
        for target in (*kept, *filled, *lists, *controls):
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def show_as_of(self, date: datetime.date | None) -> None:
        """Show the facts of another date; ``None`` is today."""
        if date != self._as_of:
            self._as_of = date
            self._touched()

    def touched(self, changes: Changes) -> None:
        """Something was committed: read again if it concerns this screen."""
        if changes & self.subjects:
            self._touched()

    def _touched(self) -> None:
        self._stale = True
        if self.isVisible():
            self._be_read()

    def _be_read(self) -> None:
        """Read where nothing was read yet, or something was changed since; open cards take in what concerns them."""
        if self._stale:
            self._stale = False
            self.refresh()
            self.been_read.emit()

    def read_ahead(self) -> None:
        """Read out of sight what was not read yet: nobody asked for it, and nothing is said.

        What could not be read is read again when it is looked at, and that is said then.
        """
        said, unread = self.alerts.notice, self._stale
        try:
            self._be_read()
            unread = self.alerts.notice is not said
        finally:
            self._stale = unread
            if self.alerts.notice is not said:
                self.alerts.show(said) if said is not None else self.alerts.clear()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The actions, then what can be done to the things shown, under the name of each."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([one for one in self.actions() if one.isVisible() and one.isEnabled()])
        menu.addSeparator()
        parts: dict[str, QMenu] = {}
        for hit in self.commands():
            part = parts.get(hit.detail) or menu.addMenu(hit.detail.replace("&", "&&"))
            parts[hit.detail] = part
            part.addAction(hit.title.replace("&", "&&"), hit.act)
        menu.popup(event.globalPos())

    def showEvent(self, event: QShowEvent) -> None:
        """Read when first shown, and after a change that came while it was hidden."""
        super().showEvent(event)
        self._be_read()
        self.settle()

    def settle(self) -> None:
        """Lay out anew, after another look or a part that was out of sight: what is shown has the height it needs."""
        self._rounds = ROUNDS
        self._settled.start()

    def _lay_out(self) -> None:
        """Lay out, from the innermost, what Qt left waiting; what is still hidden is laid out when it is shown."""
        self._rounds -= 1
        if self._rounds <= 0:
            self._settled.stop()
        for part in (*reversed(self.findChildren(QWidget)), self):
            if part.isVisible() and (layout := part.layout()) is not None:
                layout.invalidate()
                layout.activate()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language, of colours or of the size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        restyled = event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if restyled and self.isVisible():  # one that is out of sight settles when it is shown
            self.settle()
        super().changeEvent(event)


def steps_named(
    shown: Screen | None, undo: Sayable | None, redo: Sayable | None
) -> tuple[Sayable | None, Sayable | None]:
    """What undo and redo mean now: what the screen has to take back comes before what the register has."""
    own = shown.own_steps() if shown is not None else None
    return (own.undo or undo, own.redo or redo) if own is not None else (undo, redo)
