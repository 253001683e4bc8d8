"""The projector: what the room may see, in its own window and in large type; never a note."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.keys_in_force import key_of
from nmirf_desktop.ui.projected import Slide, Wording
from nmirf_desktop.ui.projected_election import ElectionPicture
from nmirf_desktop.ui.projected_page import LEAST, LINES, SEVERAL, Sheet, Typesetter
from nmirf_desktop.ui.theme import colours, dress

SECOND = 500
"""How often the clock of who speaks is painted, in milliseconds."""
OPENING = 1000
"""For how many milliseconds a window that was just opened gives the keyboard back, should the desktop hand it over."""
WINDOW, SMALLEST = QSize(960, 600), QSize(480, 320)


class Projector(QWidget):
    """A window of its own, which never takes the keyboard from the room. ``closed`` says that it was closed.

    Escape and F11 close it, also where it has the keyboard because it was clicked on; a double click fills the screen.
    A text that has no room goes on from page to page, and ``turned`` says which of how many is shown.
    """

    closed = Signal()
    turned = Signal(int, int)

    def __init__(self, tongues: tuple[Language, ...], now: Callable[[], datetime.datetime]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._now = now
        self._ticking = QTimer(self, interval=SECOND)
        self._ticking.timeout.connect(self._renew)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # a slide fills it: nothing is painted under it
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._slide: Slide | None = None
        self._tongues = tongues
        self._setter = Typesetter(self.font())
        self._sheet: Sheet | None = None
        self._longest: State | None = None
        """Whose name is the longest in the call that is shown, in the languages that are."""
        self._page, self._told = 0, (0, 1)
        self._room: QWidget | None = None
        self._lost = False
        self._opening = QTimer(self, singleShot=True, interval=OPENING)
        self.resize(WINDOW)
        self.setMinimumSize(SMALLEST)
        dress(self)

    # -- on which screen -------------------------------------------------------------------------------------------

    def start(self, room: QWidget) -> None:
        """Show on another screen than that of the *room*, filling it, where there is one; else as a window.

        The keyboard stays with the room: where the desktop gave it to the new window all the same, it goes back.
        """
        self._room = room.window()
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_went)
            application.screenAdded.connect(self._screen_came)
        others = [screen for screen in QGuiApplication.screens() if screen is not room.screen()]
        if others:
            self._fill(others[0])
        else:
            self.show()
        self._opening.start()

    def _fill(self, screen: QScreen) -> None:
        self._lost = False
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _screen_went(self, screen: QScreen) -> None:
        """The screen on which it was is unplugged: what was shown goes on in a window on that of the room."""
        if screen is not self.screen() or self._room is None:
            return
        self._lost = self.isFullScreen()
        self._opening.start()
        self.showNormal()
        left = self._room.screen() if self._room.screen() is not screen else QGuiApplication.primaryScreen()
        where = QRect(0, 0, WINDOW.width(), WINDOW.height())
        where.moveCenter(left.availableGeometry().center())
        self.setGeometry(where)

    def _screen_came(self, screen: QScreen) -> None:
        """A screen is there again after the one that was filled went."""
        if self._lost and self.isVisible():
            self._opening.start()
            self._fill(screen)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_slide(self, slide: Slide) -> None:
        """Show this from now on; nothing flickers, because one paint replaces the other."""
        if slide != self._slide:
            if self._slide is None or slide.about != self._slide.about:
                self._page, self._sheet, self._longest = 0, None, None
            self._slide = slide
            running = slide.speaker is not None and slide.speaker.speaking.running
            (self._ticking.start if running else self._ticking.stop)()
            self._tell()
            self._renew()

    def speak(self, tongues: tuple[Language, ...]) -> None:
        """Show these languages."""
        self._tongues, self._sheet, self._longest = tongues, None, None
        self._tell()
        self._renew()

    def turn(self, by: int) -> bool:
        """Go on in a text that has several pages, or back; whether there was anywhere to go."""
        sheet = self.sheet()
        page = sheet.page + by if sheet is not None else -1
        if sheet is None or not 0 <= page < sheet.pages:
            return False
        self._page = page
        self._renew()
        return True

    def _tell(self) -> None:
        words = catalog(self._tongues[0])
        self.setWindowTitle(words.gettext("Projector"))
        self.setAccessibleName(words.gettext("Projector"))
        self.setAccessibleDescription("\n".join(self.texts()))

    def texts(self) -> list[str]:
        """All that is shown, in words."""
        return self._wording(self._slide).texts() if self._slide is not None else []

    def _wording(self, slide: Slide) -> Wording:
        return Wording(slide, self._tongues, self._now())

    # -- painting --------------------------------------------------------------------------------------------------

    def sheet(self) -> Sheet | None:
        """What is shown as it is set; without an election, which is a picture of its own below."""
        if self._slide is None:
            return None
        many, wording = len(self._tongues) > 1, self._wording(self._slide)
        self._longest = self._longest or wording.longest()
        page = wording.page(self._longest)
        return self._setter.set(page, QSizeF(self.size()), many=many, number=self._page)

    def _renew(self) -> None:
        """Paint what is set otherwise now: with each key of a roll call the name, with each second the clock."""
        before, self._sheet = self._sheet, self.sheet()
        if self._sheet is None or self._slide is None or self._slide.election is not None:
            self.update()
        else:
            self.update(self._sheet.other_than(before, QSizeF(self.size())))

    def _anew(self) -> None:
        """Other measures or colours: all is set and painted anew."""
        self._setter, self._sheet = Typesetter(self.font()), None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide, as large as the window allows, or what of it changed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours().base))
        sheet = self._sheet = self._sheet or self.sheet()
        if self._slide is not None and sheet is not None:
            self._setter.paint(painter, sheet, QSizeF(self.size()), event.region())
            self._paint_election(painter, self._slide, sheet)
            self._page = sheet.page
            if (sheet.page, sheet.pages) != self._told:
                self._told = (sheet.page, sheet.pages)
                self.turned.emit(*self._told)
        painter.end()

    def _paint_election(self, painter: QPainter, slide: Slide, sheet: Sheet) -> None:
        if slide.election is None or slide.board is not None:
            return
        side = self.height() / LINES
        top = max(sheet.end, side)
        room = QRectF(side, top, self.width() - 2 * side, self.height() - side - top)
        unit = side * (SEVERAL if len(self._tongues) > 1 else 1)
        ElectionPicture(painter, room, self.font(), self._tongues).paint(slide.election, unit, self.height() * LEAST)

    # -- Qt's events -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and the key that opens it close."""
        shown = QKeySequence(event.keyCombination()) == key_of("session.show", "F11")
        if shown or event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill the screen, or free it."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size has other measures."""
        self._anew()
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the room sees nothing any more; a window that is gone gives no keyboard back, and shows no more."""
        super().closeEvent(event)
        self._opening.stop()
        self._room = None
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has other colours, another font other measures."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._anew()
        elif event.type() == QEvent.Type.ActivationChange and self._opening.isActive() and self._room is not None:
            self._room.activateWindow()
