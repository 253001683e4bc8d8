"""The pages of a PDF in small, as a list to jump in: each is drawn when it comes into sight, one at a time."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.pdf import Pdf
from nmirf_desktop.ui.theme import STEP, colours

LETTERS = 11
"""The width of a page in small, in letters of the window's text."""
WAITING = 32
"""How many pages wait to be drawn; those asked for longest ago are asked for again when they are seen again."""

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class _Pages(QAbstractListModel):
    """A row for each page: its picture, its number, and what a screen reader says."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.pdf: Pdf | None = None
        self.width, self.ratio = 0, 1.0
        self.drawn: dict[int, QImage] = {}
        self._waiting: list[int] = []
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._draw)

    def show_file(self, pdf: Pdf | None) -> None:
        """Show the pages of a file, or none."""
        self.beginResetModel()
        self.pdf = pdf
        self.drawn, self._waiting = {}, []
        self.endResetModel()

    def show_width(self, width: int, ratio: float) -> None:
        """Draw pages so wide from now on."""
        if (width, ratio) != (self.width, self.ratio):
            self.width, self.ratio = width, ratio
            self.show_file(self.pdf)

    def say_again(self) -> None:
        """The words are of another language."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many pages there are."""
        return 0 if parent.isValid() or self.pdf is None else len(self.pdf.sizes)

    def size_of(self, row: int) -> QSize:
        """How large a page is in small."""
        width, height = self.pdf.sizes[row] if self.pdf is not None else (1.0, 1.0)
        return QSize(self.width, round(self.width * height / width))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is known of a page; one that is not drawn yet is asked for and stands blank until then."""
        row = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(row + 1)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._language.words.gettext(N_("Page {n} of {all}")).format(n=row + 1, all=self.rowCount())
            case Qt.ItemDataRole.DecorationRole:
                return self.drawn.get(row) or self._blank(row)
            case _:
                return None

    def _blank(self, row: int) -> QImage:
        if row not in self._waiting:
            self._waiting = [*self._waiting[-WAITING:], row]
        self._drawing.start()
        blank = QImage(self.size_of(row) * self.ratio, QImage.Format.Format_RGB32)
        blank.setDevicePixelRatio(self.ratio)
        blank.fill(QColor("#ffffff"))
        return blank

    def _draw(self) -> None:
        """Draw the page that was asked for last, and leave the window a breath before the next."""
        if self.pdf is None or not self._waiting:
            return
        row = self._waiting.pop()
        image = self.pdf.picture(row, self.width, self.ratio)
        self.drawn[row] = image
        self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])
        if self._waiting:
            self._drawing.start()


class _Delegate(QStyledItemDelegate):
    """A page with its number under it; the one in sight has a frame, and its number is bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The page, its frame and its number."""
        model = index.model()
        page = model.size_of(index.row()) if isinstance(model, _Pages) else QSize()
        return QSize(page.width() + STEP * 2, page.height() + STEP * 2 + option.fontMetrics.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the picture, its frame and its number."""
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        place, now = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        page = QRect(QPoint(place.left() + STEP, place.top() + STEP), picture.deviceIndependentSize().toSize())
        painter.save()
        painter.drawImage(page, picture)
        painter.setPen(QPen(QColor(colours().accent if now else colours().line), STEP - 1 if now else 1))
        painter.drawRect(page.adjusted(-2, -2, 1, 1) if now else page.adjusted(-1, -1, 0, 0))
        font = option.font
        font.setBold(now)
        painter.setFont(font)
        painter.setPen(QColor(colours().text if now else colours().muted))
        line = QRect(place.left(), page.bottom() + STEP, place.width(), option.fontMetrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


class Thumbnails(QListView):
    """The strip of pages in small. ``turned`` carries the page (from 1) that was chosen in it."""

    turned = Signal(int)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._pages = _Pages(language)
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSpacing(STEP)
        self.selectionModel().currentChanged.connect(self._chosen)
        self._following = False
        self._fit()
        self.retranslate()

    @property
    def drawn(self) -> frozenset[int]:
        """The pages that are drawn, from 1."""
        return frozenset(row + 1 for row in self._pages.drawn)

    def show_file(self, pdf: Pdf | None) -> None:
        """Show the pages of a file, or none."""
        if pdf is not self._pages.pdf:
            self._pages.show_file(pdf)

    def show_page(self, number: int) -> None:
        """Mark the page in sight, from 1."""
        index = self._pages.index(number - 1)
        if index.isValid() and index != self.currentIndex():
            self._following = True
            self.setCurrentIndex(index)
            self._following = False

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._following:
            self.turned.emit(now.row() + 1)

    def _fit(self) -> None:
        width = self.fontMetrics().averageCharWidth() * LETTERS
        self._pages.show_width(width, self.devicePixelRatioF())
        self.setFixedWidth(width + STEP * 6 + self.verticalScrollBar().sizeHint().width())

    def retranslate(self) -> None:
        """Say every word again."""
        self.setAccessibleName(self._language.words.gettext("Pages in small"))
        self._pages.say_again()

    def event(self, event: QEvent) -> bool:
        """A finer screen has finer pages."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and hasattr(self, "_following"):
            self._fit()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_following"):
            self._fit()
        elif event.type() == QEvent.Type.LanguageChange and hasattr(self, "_following"):
            self.retranslate()
