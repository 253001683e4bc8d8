"""One register's window: its screens, what its keys do, what its navigation and status line say."""

import datetime
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from nmirf_desktop.domain.changes import Changes
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage import errors
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.ui.alerts import Notice, Offer, Sentence
from nmirf_desktop.ui.drops import ListDrops
from nmirf_desktop.ui.entries import Badge, listed
from nmirf_desktop.ui.menus import Verbs
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen, count_days, leave_days, today
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from nmirf_desktop.services.steps import Step
    from nmirf_desktop.ui.desk import Desk
    from nmirf_desktop.ui.spelling import SpellingMarks

PAUSE, QUIET = 400, 3000
"""How long after the last change the badges are counted again, and the file is brought up to date, in milliseconds."""
BUSY = N_("Another window has this register open. Here it can only be read.")
UNWRITABLE = N_("This register lies in a place that cannot be written. It can only be read.")
READ_ONLY = {
    errors.BUSY: BUSY,
    errors.FULL: N_("The disk is full. Until some space is free, this register can only be read."),
}
"""Why a register is only read, by what was refused when it was opened."""
EARLIER = N_("The last step was recorded on {day}, before this register was opened: {what}. Nothing is undone yet.")
UNDONE_EARLIER = N_(
    "The last step was undone on {day}, before this register was opened: {what}. Nothing is done again yet."
)
NEXT = N_("In the list there is nothing to take back. The last step in the register: {what}. Nothing is undone yet.")
UNDONE_NEXT = N_(
    "In the list there is nothing to do again. The step of the register that was undone last: {what}. "
    "Nothing is done again yet."
)
UNDONE, DONE_AGAIN = N_("Undone: {what}."), N_("Done again: {what}.")
LATE = N_("{n} of the Declaration’s rules not kept")
DUE = N_("{n} of the Declaration’s rules due")


@dataclass(frozen=True, slots=True)
class House:
    """What the application around the window does."""

    new: Callable[[], object]
    choose: Callable[[], object]
    open: Callable[[str], object]
    sample: Callable[[], object]
    save_copy: Callable[[Path], object]
    close: Callable[[], object]
    refuse: Callable[[StorageError], object]


class Unopened(Screen):
    """What stands in the frame while a register is refused."""

    def refresh(self) -> None:
        """There is nothing to read."""


class Office:
    """Opens the register when the first screen is made, after the frame was painted."""

    def __init__(self, shell: Shell, path: Path, house: House) -> None:
        self._shell, self._path, self._house = shell, path, house
        self._desk: Desk | None = None
        self._day: datetime.date | None = None
        self._unready_of = ""
        self._spelling: SpellingMarks | None = None
        self._ahead = False
        self._made_ahead: Screen | None = None
        self._timer = QTimer(singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._count)
        self._quiet = QTimer(singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._settle)
        self.window = MainWindow(
            listed(self._make),
            shell,
            Verbs(
                new=house.new,
                open=house.choose,
                open_recent=house.open,
                sample=house.sample,
                save_copy=lambda: house.save_copy(path),
                close=house.close,
                undo=lambda: self._step(back=True),
                redo=lambda: self._step(back=False),
                preview=lambda: self.window.go(Place("documents")),
                missing=lambda: self.window.go(Place("texts", self._unready_of), keyboard=True),
                misspelled=lambda: self.spelling.go_on(),  # noqa: PLW0108  (it is made then)
                suggest=lambda: self.spelling.suggest(),  # noqa: PLW0108
                import_list=lambda: self.window.go(Place("imports"), keyboard=True),
                about=self._about,
                help=self._help,
                search=lambda text: self.desk.search(text, self._go, shell.language.words),
            ),
        )
        self.window.show_entries(["imports"], shown=False)
        ListDrops(self.window, lambda file: self.window.go(Place("imports", f"file:{file}")))
        self.window.show_file(path.name)
        self.window.closing.connect(self._close_register)
        self.window.dated.connect(self._look_at)

    def show(self) -> None:
        """Show the window; the frame first."""
        self.window.show()

    def make_ahead(self) -> None:
        """Make what has to open at once in the room and is made in less than a key waits: nobody types now.

        Nobody asked for it: where the register cannot be read, that is said when somebody does.
        """
        if self._desk is not None:
            self._ahead = True
            try:
                with suppress(StorageError):
                    self._made_ahead = self.window.screen_of("minutes")
            finally:
                self._ahead = False

    def read_ahead(self) -> None:
        """Have what was made read: in another turn, for a key may be waiting."""
        if self._desk is not None and self._made_ahead is not None:
            with suppress(StorageError):
                self._made_ahead.read_ahead()

    def close(self) -> None:
        """Close the window and the register."""
        self.window.close()
        self.window.deleteLater()

    @property
    def desk(self) -> "Desk":
        """The open register with its services, imported here: after the frame was painted."""
        if self._desk is None:
            from nmirf_desktop.ui.desk import Desk

            self._desk = Desk.open(self._path, self._shell)
            store = self._desk.services.store
            store.subscribe(self._shell.feed.announce)
            count_days(store.day_of)
            self._shell.feed.changed.connect(self._changed)
            if store.read_only:
                refused = self._desk.refused
                message = READ_ONLY.get(refused.message if refused else "", UNWRITABLE)
                QTimer.singleShot(0, lambda: self._shell.alerts.warn(Phrase(message)))
            self._timer.start()
            QTimer.singleShot(PAUSE, self._desk.sweep)
            QTimer.singleShot(0, self.window, self._spell)
            if not store.read_only:
                QTimer.singleShot(0, self.window, self._go_on)
        return self._desk

    @property
    def spelling(self) -> "SpellingMarks":
        """The spelling of the register's texts; no dictionary is loaded before a text has the keyboard."""
        if self._spelling is None:
            from nmirf_desktop.ui.spelling import SpellingMarks

            self._spelling = SpellingMarks(self.desk.services.spelling, self._shell, self.window)
        return self._spelling

    def _spell(self) -> None:
        if self._desk is not None:
            self.spelling.attend()

    def _go_on(self) -> None:
        """Where a vote or a sitting was open when the program ended, go on in the room, from Home alone."""
        shown = self.window.shown
        if self._desk is None or shown is None or shown.help_page != "home":
            return
        left = self._desk.services.sittings.left_open()
        if left is not None:
            self.window.go(Place("session", left.key), keyboard=True)

    def _go(self, place: Place) -> None:
        """Go to what was found, and the keyboard with it; Escape leads back."""
        self.window.go(place, keyboard=True, opened=True)

    def _make(self, name: str) -> Screen:
        """A screen; where the register cannot be opened after all, nothing, until this window has made way."""
        try:
            screen = self.desk.screen(name)
        except StorageError as refused:
            if self._ahead:
                raise
            self._house.refuse(refused)
            return Unopened(self._shell.language, self._shell.alerts)
        self.window.show_entries([name], shown=True)
        return screen

    def _changed(self, _changes: Changes) -> None:
        self._timer.start()
        self._quiet.start()

    def _settle(self) -> None:
        """Somebody may copy the file while the window is open: what is saved is in it.

        Nobody did anything: what was just confirmed stays to be read.
        """
        try:
            if self._desk is not None:
                self._desk.services.store.settle()
        except StorageError as refused:
            self._shell.alerts.refuse(refused)

    def _look_at(self, day: datetime.date | None) -> None:
        """Count as of the day that every screen shows: one number has one meaning."""
        self._day = day
        self._timer.start()

    def _count(self) -> None:
        """Count again what is late, due and missing on the day shown, and name what can be undone."""
        if self._desk is None:
            return
        counts = self._desk.counts(self._day or today())
        tone, message, number = (Tone.BAD, LATE, counts.late) if counts.late else (Tone.ATTENTION, DUE, counts.due)
        badge = Badge(number, tone, Phrase(message, {"n": number})) if number else None
        self.window.set_badge("rules", badge)
        self._unready_of = counts.unready_of
        self.window.status.show_missing(counts.unready)
        self.window.show_undo(counts.undo, counts.redo)

    def _step(self, *, back: bool) -> None:
        """Undo or redo, first what the screen shown has of its own.

        Of what was done before the register was opened, which nobody may remember, it asks first; and of a step of the
        register where the screen has nothing of its own any more.
        """
        alerts, steps, shown = self._shell.alerts, self.desk.services.steps, self.window.shown
        own = shown.own_steps() if shown is not None else None
        with alerts.guard():
            what = None if own is None else own.undo if back else own.redo
            if own is not None and what is not None:
                (own.take_back if back else own.do_again)()
                alerts.say(UNDONE if back else DONE_AGAIN, what=what)
                return
            step = steps.undo_next() if back else steps.redo_next()
            if step is None or not (step.earlier or own is not None):
                self._take(back=back)
                return
            self._ask(
                step,
                NEXT if own is not None else EARLIER,
                UNDONE_NEXT if own is not None else UNDONE_EARLIER,
                back=back,
            )

    def _ask(self, step: "Step", message: str, undone: str, *, back: bool) -> None:
        """Name a step, and ask whether it is meant."""
        alerts = self._shell.alerts
        act, keep = (N_("Undo it"), N_("Keep it")) if back else (N_("Do it again"), N_("Leave it undone"))
        said = Sentence(message if back else undone, {"what": step, "day": step.at.astimezone().date()})
        offers = (Offer(act, lambda: self._take(step.sequence, back=back)), Offer(keep, alerts.clear))
        alerts.show(Notice(said, offers=offers, asks=True))

    def _take(self, only: int | None = None, *, back: bool) -> None:
        alerts, steps = self._shell.alerts, self.desk.services.steps
        with alerts.guard():
            if back:
                alerts.say(UNDONE, what=steps.undo(only))
            else:
                alerts.say(DONE_AGAIN, what=steps.redo(only))

    def _help(self, page: str) -> None:
        from nmirf_desktop.ui.help import show_help

        show_help(page, self._shell.language, self.window, self._shell.memory)

    def _about(self) -> None:
        from nmirf_desktop.ui.help import show_about

        show_about(self._shell.language, self.window)

    def _close_register(self) -> None:
        self._timer.stop()
        self._quiet.stop()
        if self._spelling is not None:
            self._spelling.close()
            self._spelling = None
        if self._desk is not None:
            self._shell.jobs.let_go()
            self._shell.feed.changed.disconnect(self._changed)
            leave_days(self._desk.services.store.day_of)
            self._desk.services.store.close()
            self._desk = None
