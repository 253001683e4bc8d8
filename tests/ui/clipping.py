"""What every screen must show: whole words, in the reader's language, at every size of text, named for a reader.

``assert_presentable(make_screen)`` shows a screen in each language at 100 and 200 per cent and fails with one line for
each text that is cut off, each English message left in a French or Spanish window, and each control without a name.
"""

from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.labels import ElidedLabel
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.theme import Scheme, Theme, dress

Make = Callable[[CurrentLanguage, Alerts], QWidget]
SIZE = QSize(1024, 700)
"""The smallest window that the program promises to be whole in."""
ROUNDS = 20
"""How often at most a screen is laid out before it is judged."""
CONTEXT = "\x04"


@cache
def theme() -> Theme:
    """The one theme of the test's application."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return Theme(application, Scheme.LIGHT)


def assert_presentable(make: Make, size: QSize = SIZE, allowed: frozenset[str] = frozenset()) -> None:
    """Fail where a screen, in any language and size of text, is not fit to be seen.

    *make* builds it from a language and alerts; texts in *allowed* may stay English (names, symbols).
    """
    allowed |= frozenset(NAMES.values())
    faults: list[str] = []
    for tongue in Language:
        for percent in (100, 200):
            theme().use(Scheme.LIGHT, percent)
            language = CurrentLanguage(tongue)
            screen = make(language, Alerts(language, lambda question: question.act))
            show(screen, size)
            found = [*clipped(screen), *untranslated(screen, tongue, allowed), *nameless(screen)]
            faults += [f"{tongue} at {percent} %: {fault}" for fault in found]
            screen.close()
            screen.deleteLater()
            # Without a running loop only this deletes; a screen left over would read a register that is closed.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            language.switch(Language.EN)  # Qt's own words, such as the names of keys, are the application's
    theme().use(Scheme.LIGHT, 100)
    assert not faults, "\n".join(dict.fromkeys(faults))


def show(screen: QWidget, size: QSize = SIZE) -> None:
    """Show a widget offscreen and let its layouts settle: text that wraps asks for its height in several rounds."""
    dress(screen)
    screen.resize(size)
    screen.show()
    QApplication.processEvents()
    before: list[QRect] = []
    for _ in range(ROUNDS):
        now = [widget.geometry() for widget in screen.findChildren(QWidget)]
        if now == before:
            break
        before = now
        QApplication.processEvents()
        QApplication.processEvents()


def shown(root: QWidget) -> Iterator[QWidget]:
    """The widget and everything in it that is visible."""
    yield root
    for child in root.findChildren(QWidget):
        if child.isVisibleTo(root) and child.width() > 0:
            yield child


# -- cut off ---------------------------------------------------------------------------------------------------------


def clipped(root: QWidget) -> Iterator[str]:
    """Each text that has less room than it needs."""
    for widget in shown(root):
        fault = _clipped(widget)
        if fault:
            yield f"{where(widget)}: {fault}"


def _clipped(widget: QWidget) -> str:
    match widget:
        case ElidedLabel():
            return ""
        case QLabel():
            return _label(widget)
        case QAbstractButton():
            return _button(widget)
        case QComboBox():
            text = widget.currentText()
            return _wide(widget, text, widget.width() - widget.fontMetrics().height())
        case QHeaderView():
            return _header(widget)
        case QScrollArea():
            return _scrolled(widget)
        case _:
            return ""


def _wide(widget: QWidget, text: str, room: int) -> str:
    needed = max((widget.fontMetrics().horizontalAdvance(line) for line in text.splitlines()), default=0)
    return f"“{text}” needs {needed} pixels and has {room}" if needed > room + 1 else ""


def _label(label: QLabel) -> str:
    text = plain(label.text())
    room = label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin())
    if not text:
        return ""
    if not label.wordWrap():
        return _wide(label, text, room.width()) or _high(
            label, text, QFontMetrics(label.font()).height(), room.height()
        )
    flags = int(Qt.TextFlag.TextWordWrap.value)
    needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 1 << 16), flags, text)
    words = max(text.split(), key=label.fontMetrics().horizontalAdvance)
    return _wide(label, words, room.width()) or _high(label, text, needed.height(), room.height())


def _high(widget: QWidget, text: str, needed: int, room: int) -> str:
    return f"“{text}” needs {needed} pixels of height and has {room}" if needed > room + 2 else ""


def _button(button: QAbstractButton) -> str:
    text = button.text().replace("&&", "&")
    if isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        text = text if button.icon().isNull() else ""
    if not text:
        return ""
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    return _wide(button, text, button.width() - icon) or _high(
        button, text, button.fontMetrics().height(), button.height()
    )


def _header(header: QHeaderView) -> str:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return ""
    for section in range(header.count()):
        text = str(header.model().headerData(section, Qt.Orientation.Horizontal) or "")
        if not header.isSectionHidden(section) and header.fontMetrics().horizontalAdvance(text) > header.sectionSize(
            section
        ):
            return f"the head “{text}” has {header.sectionSize(section)} pixels"
    return ""


def _scrolled(area: QScrollArea) -> str:
    if area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff or (body := area.widget()) is None:
        return ""
    over = body.width() - area.viewport().width()
    return f"{over} pixels at the right cannot be reached" if over > 0 else ""


# -- words -------------------------------------------------------------------------------------------------------------


@cache
def _messages() -> frozenset[str]:
    """Every English message of the program, without its context."""
    return frozenset(_catalogue(Language.EN))


@cache
def _catalogue(language: Language) -> dict[str, str]:
    known: dict[object, str] = vars(catalog(language)._translations).get("_catalog", {})
    return {
        str(key[0] if isinstance(key, tuple) else key).rpartition(CONTEXT)[2]: value
        for key, value in known.items()
        if key
    }


def untranslated(root: QWidget, language: Language, allowed: frozenset[str] = frozenset()) -> Iterator[str]:
    """Each visible text that is an English message and no translation of this language."""
    if language is Language.EN:
        return
    said = set(_catalogue(language).values())
    for widget in shown(root):
        for text in texts(widget):
            if text in _messages() and text not in said and text not in allowed:
                yield f"{where(widget)}: “{text}” is not translated"


def texts(widget: QWidget) -> Iterator[str]:
    """What a widget says: its text, its tip, its name for a screen reader, its heads and choices."""
    yield plain(widget.toolTip())
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    match widget:
        case QLabel():
            yield plain(widget.text())
        case QAbstractButton():
            yield widget.text().replace("&&", "&")
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QTableView() if widget.model() is not None:
            heads = range(widget.model().columnCount())
            yield from (str(widget.model().headerData(n, Qt.Orientation.Horizontal) or "") for n in heads)
        case _:
            pass


def plain(text: str) -> str:
    """A label's text without its marks."""
    if text.startswith("<") and text.endswith(">"):
        document = QTextDocument()
        document.setHtml(text)
        return document.toPlainText()
    return text


# -- names -------------------------------------------------------------------------------------------------------------


def nameless(root: QWidget) -> Iterator[str]:
    """Each control that takes the keyboard and that a screen reader could not name."""
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None}
    for widget in shown(root):
        control = isinstance(
            widget, QLineEdit | QPlainTextEdit | QTextEdit | QComboBox | QAbstractItemView | QAbstractButton
        )
        inner = isinstance(widget.parent(), QComboBox) or isinstance(widget, QHeaderView)
        silent = isinstance(widget, QAbstractButton) and bool(widget.text())
        keyboard = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if control and keyboard and not (inner or silent or widget.accessibleName() or widget in buddies):
            yield f"{where(widget)}: has no name for a screen reader"


def where(widget: QWidget) -> str:
    """A widget's class and its place in its window, for the reader of a failure."""
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    name = type(widget).__name__
    parent = widget.parentWidget()
    return f"{type(parent).__name__ + ' > ' if parent else ''}{name} at {corner.x()}, {corner.y()}"
