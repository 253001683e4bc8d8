"""The one window: top bar, navigation, heading with actions, content, status line."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nmirf_desktop.domain.changes import Changes
from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.asof_band import AsOfBand
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.entries import Badge, ScreenEntry, figures
from nmirf_desktop.ui.header import Header
from nmirf_desktop.ui.history import History
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.language import CLOSED
from nmirf_desktop.ui.leaving import Leaving
from nmirf_desktop.ui.menus import Menus, Verbs, WindowActs
from nmirf_desktop.ui.navigation import Navigation
from nmirf_desktop.ui.overlay import Overlay
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import STEP as TEXT_STEP
from nmirf_desktop.ui.screen import Screen, steps_named
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.spent import SpentKeys
from nmirf_desktop.ui.stage import Stage
from nmirf_desktop.ui.statusline import StatusLine
from nmirf_desktop.ui.textsize import TextSize
from nmirf_desktop.ui.theme import Scheme, dress, role
from nmirf_desktop.ui.topbar import TopBar

if TYPE_CHECKING:
    from nmirf_desktop.ui.list_export import ListExport
    from nmirf_desktop.ui.palette import CommandPalette

FIRST_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(800, 560)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ROOM = 72
"""Where the navigation would leave a screen fewer letters of width, only its pictures are shown."""


def _column(*parts: QWidget) -> QWidget:
    """Parts under each other without a gap; the last one takes the room that is left."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(part is parts[-1]))
    return whole


class MainWindow(QMainWindow):
    """Shows screens by name. The frame is painted first; the first screen is made and read after.

    ``closing`` is emitted once when the window closes, after what was unsaved in a field was handed on; ``dated`` with
    the day that is looked at from now on, ``None`` for today.
    """

    closing, dated = Signal(), Signal(object)

    def __init__(self, entries: Sequence[ScreenEntry], shell: Shell, verbs: Verbs = Verbs()) -> None:  # noqa: B008
        super().__init__()
        self._entries = {entry.name: entry for entry in entries}
        self._shell = shell
        self._verbs = verbs
        self._screens: dict[str, Screen] = {}
        self._history = History()
        self._as_of: datetime.date | None = None
        self._undo: tuple[Sayable | None, Sayable | None] = (None, None)
        self._started = False
        self._status = StatusLine(shell.language, shell.jobs)
        self._stage = Stage()
        self._banner = Banner(shell.alerts, shell.language, lambda: self.shown.own_keys if self.shown else ())
        self._menus = Menus(verbs, self._acts(), self._places(), self)
        self._spent = SpentKeys(verbs, self)
        self._top = TopBar(self._menus.menu, shell.language)
        self._navigation = Navigation(entries, shell.language)
        self._header = Header(shell.language)
        self._band = AsOfBand(shell.language, lambda: self.show_as_of(None))
        self._text_size = TextSize(shell.memory, self)
        self._arrange()
        self._connect()
        dress(self)
        self.retranslate()

    # -- building --------------------------------------------------------------------------------------------------

    def _acts(self) -> WindowActs:
        return WindowActs(
            back=lambda: self._walk(self._history.back),
            forward=lambda: self._walk(self._history.forward),
            palette=self._open_palette,
            export_list=lambda: self._lists.export(self.shown),
            message=self._banner.reach,
            larger=lambda: self._text_size.step(TEXT_STEP),
            smaller=lambda: self._text_size.step(-TEXT_STEP),
            normal=lambda: self._text_size.step(0),
            scheme=self._use_scheme,
            language=self._use_language,
            as_of=self._status.choose_date,
            today=lambda: self.show_as_of(None),
            help=self._help,
            quit=Leaving(self, self._shell.alerts, self._screens, self.go).quit,
        )

    def _places(self) -> list[Action]:
        """One action for each screen."""

        def place(entry: ScreenEntry, keys: str) -> Action:
            look = Look(entry.icon, keys, name=f"go.{entry.name}")
            return Action(entry.title, partial(self.go, Place(entry.name), keyboard=True), look, self)

        entries = tuple(self._entries.values())
        return [place(entry, keys) for entry, keys in zip(entries, figures(entries), strict=True)]

    def _arrange(self) -> None:
        page = _column(self._header, self._band, self._stage)
        role(page, "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        Overlay(self._banner, self._stage, lambda: self._banner.refuses, self._stage.leave_foot)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._navigation)
        middle.addWidget(page, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._top)
        rows.addLayout(middle, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self._status)
        self.setMinimumSize(LEAST_SIZE)
        geometry = self._shell.memory.now.geometry
        if not (geometry and self.restoreGeometry(QByteArray(geometry))):
            self.resize(FIRST_SIZE)

    def _connect(self) -> None:
        self.addActions(self._menus.commands)
        QShortcut("F10", self, self._top.menu_button.showMenu)
        QShortcut("Ctrl+Shift+Z", self, self._verbs.redo or self._menus.redo.trigger)
        self._top.search_asked.connect(self._open_palette)
        self._top.language_asked.connect(self._use_language)
        self._navigation.asked.connect(lambda name: self.go(Place(name)))
        self._status.as_of_changed.connect(self.show_as_of)
        self._status.missing_asked.connect(lambda: self._verbs.missing() if self._verbs.missing else None)
        self._shell.feed.changed.connect(self._changed)
        self._shell.jobs.failed.connect(self._job_failed)
        self._shell.memory.changed.connect(self._remembered)

    # -- what the application asks -----------------------------------------------------------------------------------

    def go(self, place: Place, *, keyboard: bool = False, opened: bool = False) -> None:
        """Go to a place and remember the way back; the *keyboard* goes along where it is told to.

        Escape leads back from a place that was *opened* from the screen before.
        """
        self._remember_key()
        self._show(place, keyboard=keyboard)
        self._history.visit(place.seen, opened=opened)
        self._mark_history()

    def _open(self, place: Place) -> None:
        self.go(place, keyboard=True, opened=True)

    @property
    def shown(self) -> Screen | None:
        """The screen shown."""
        return self._stage.shown

    def show_file(self, name: str) -> None:
        """The register's file name, in the bar and in the window's title."""
        self._top.show_file(name)
        self.setWindowTitle(f"{name} — NMIRF Desktop" if name else "NMIRF Desktop")

    def show_undo(self, undo: Sayable | None, redo: Sayable | None) -> None:
        """Name what Ctrl+Z and Ctrl+Y would do now; ``None`` where there is nothing."""
        self._undo = (undo, redo)
        named = steps_named(self.shown, undo, redo)
        self._menus.show_undo(*named, self._shell.language.words)
        self._spent.follow(*named)

    def set_badge(self, name: str, badge: Badge | None) -> None:
        """What is late or missing behind a screen."""
        self._navigation.set_badge(name, badge)

    def show_entries(self, names: Sequence[str], shown: bool) -> None:
        """Show or hide entries of the navigation."""
        self._navigation.show_entries(names, shown)

    def show_as_of(self, date: datetime.date | None) -> None:
        """Show the facts of another date in every screen; ``None`` is today."""
        self._as_of = date
        self._status.show_as_of(date)
        self._band.show_as_of(date)
        self._menus.today.setEnabled(date is not None)
        self.dated.emit(date)

    @property
    def status(self) -> StatusLine:
        """The line at the bottom: backup, missing texts."""
        return self._status

    # -- going about -------------------------------------------------------------------------------------------------

    def _show(self, place: Place, *, keyboard: bool = False) -> None:
        self._shell.alerts.clear()
        screen = self.screen_of(place.screen)
        self._navigation.show_current(place.screen)
        self._stage.show_screen(screen, place.key, keyboard=keyboard, field=place.field)
        self._show_heading()

    def screen_of(self, name: str) -> Screen:
        """The screen of that name, made at its first visit."""
        screen = self._screens.get(name)
        if screen is None:
            screen = self._entries[name].factory()
            screen.show_as_of(self._as_of)
            screen.headed.connect(self._show_heading)
            screen.asked.connect(self._open)
            screen.dated.connect(self.show_as_of)
            self.dated.connect(screen.show_as_of)
            self._lists.serve(screen)
            self._screens[name] = screen
            self._stage.add(screen)
        return screen

    def _show_heading(self) -> None:
        screen = self.shown
        if screen is None:
            return
        for other in self._screens.values():
            for action in other.actions():
                self.removeAction(action)
        self._menus.export_list.setEnabled(self._lists.found_on(screen))
        actions = screen.actions()
        for action in actions:
            self.addAction(action)
        self._header.show_screen(screen.heading, actions)
        self.show_undo(*self._undo)

    def _name(self) -> str:
        return next((name for name, screen in self._screens.items() if screen is self.shown), "")

    def _remember_key(self) -> None:
        screen = self.shown
        if screen is not None and screen.current_key():
            self._history.amend(Place(self._name(), screen.current_key()))

    def _walk(self, step: Callable[[], Place | None]) -> None:
        """Go where the history leads, one step back or forth."""
        self._remember_key()
        if (place := step()) is not None:
            self._show(place)
            self._mark_history()

    def _mark_history(self) -> None:
        self._menus.back.setEnabled(self._history.can_go_back)
        self._menus.forward.setEnabled(self._history.can_go_forward)

    @cached_property
    def _palette(self) -> "CommandPalette":
        """The box of Ctrl+K, made when it is first asked for."""
        from nmirf_desktop.ui.palette import CommandPalette

        return CommandPalette(self, self._shell.language, self._commands, self._verbs.search)

    @cached_property
    def _lists(self) -> "ListExport":
        """What writes lists into files, imported when the first screen is made."""
        from nmirf_desktop.ui.list_export import ListExport

        return ListExport(self._shell, self)

    def _open_palette(self) -> None:
        self._palette.open()

    def _commands(self) -> list[Hit]:
        from nmirf_desktop.ui.commands import commands

        return commands(self.shown, self._menus, self._shell.language.words, (self._entries, self._open), self.go)

    # -- preferences ---------------------------------------------------------------------------------------------------

    def _use_language(self, language: Language) -> None:
        self._shell.memory.keep(replace(self._shell.memory.now, language=language))

    def _use_scheme(self, scheme: Scheme) -> None:
        self._shell.memory.keep(replace(self._shell.memory.now, scheme=scheme))

    def _remembered(self) -> None:
        now = self._shell.memory.now
        self._menus.show_recent(now.recent)
        for entry in (*self._menus.languages.actions(), *self._menus.schemes.actions()):
            entry.setChecked(entry.data() in (now.language, now.scheme))

    # -- answers -------------------------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        self._status.saved(datetime.datetime.now().astimezone())
        for screen in self._screens.values():
            screen.touched(changes)

    def _job_failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal | Problem | StorageError):
            self._shell.alerts.refuse(error)
        else:
            raise error

    def _help(self) -> None:
        if self._verbs.help is not None and self.shown is not None:
            self._verbs.help(self.shown.help_topic)

    def retranslate(self) -> None:
        """Say menus and heading again; the parts answer for themselves."""
        words = self._shell.language.words
        self._menus.retranslate(words)
        self._remembered()
        self._mark_history()
        self._show_heading()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language, after the screens did."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self.retranslate)
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_navigation"):
            QTimer.singleShot(0, self, self._fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room for the size of text, the navigation leaves it to the screen."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        self._navigation.fold(self.width() < self._navigation.unfolded + self.fontMetrics().averageCharWidth() * ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, and only then make the first screen."""
        super().paintEvent(event)
        if not self._started:
            self._started = True
            QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if self.shown is None and self._entries:
            self.go(Place(next(iter(self._entries))))
            self._navigation.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is open, the last first; from a place opened from another screen it leads back there.

        Enter presses the button that has the keyboard, as it does a link, unless what stands around it takes the key.
        """
        if event.key() in ENTER and isinstance(held := self.focusWidget(), QPushButton):
            held.click()
        elif event.key() != Qt.Key.Key_Escape:
            if self.shown is None or self._stage.has_keyboard or not self.shown.record_open(event):
                super().keyPressEvent(event)
        elif self._shell.alerts.dismiss() or (self.shown is not None and self.shown.close_open()):
            return
        elif self._as_of is not None:
            self.show_as_of(None)
            self._shell.alerts.say(N_("Today’s facts are shown again."))
        elif self._history.opened:
            self._walk(self._history.back)
        else:
            self._shell.alerts.clear()

    def remember_place(self) -> None:
        """Keep size and place for the window that is made next, or at the next start."""
        self._shell.memory.keep(replace(self._shell.memory.now, geometry=bytes(self.saveGeometry().data())))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand on what is unsaved, remember the window's place."""
        if self.shown is not None:
            self.shown.hide()
        self.remember_place()
        self.closing.emit()
        # While its list is destroyed, its current row still moves: nothing of a closed window may make a screen again.
        self._navigation.blockSignals(True)
        self.setProperty(CLOSED, True)
        super().closeEvent(event)
