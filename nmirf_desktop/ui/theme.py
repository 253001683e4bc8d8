"""How the window looks: Fusion, one palette in three schemes, four sizes of type, spacing in steps of four.

A widget's place in the hierarchy of type, and its tone, are properties read by one short style sheet, so that a
change of theme or of text size reaches every open screen at once.
"""

from enum import StrEnum
from pathlib import Path
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QStyleFactory, QWidget
from shiboken6 import isValid

from nmirf_desktop.paths import bundled
from nmirf_desktop.ui.busy import busy
from nmirf_desktop.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours
from nmirf_desktop.ui.icons import recoloured
from nmirf_desktop.ui.sheet import style_sheet
from nmirf_desktop.ui.uncollected import uncollected

STEP = 4
"""The unit of every distance, in pixels."""


class Scheme(StrEnum):
    """What the user chose; SYSTEM follows light, dark and contrast of the system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Type(StrEnum):
    """The four sizes of type; body is the system's own. DISPLAY is for what a room must see from afar."""

    SMALL = "small"
    BODY = "body"
    HEADING = "heading"
    TITLE = "title"
    DISPLAY = "display"


SIZES = {Type.SMALL: 0.9, Type.BODY: 1.0, Type.HEADING: 1.15, Type.TITLE: 1.6, Type.DISPLAY: 2.0}
"""Each size as a share of body."""


class Tone(StrEnum):
    """What a text or a mark says by colour, always with a shape and a word."""

    NEUTRAL = "neutral"
    MUTED = "muted"
    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"


SHAPES = {Tone.GOOD: "circle-check", Tone.ATTENTION: "triangle-alert", Tone.BAD: "octagon-alert", Tone.NEUTRAL: "info"}
"""The icon that goes with a tone, so that colour is never alone."""


def style(widget: QWidget, size: Type = Type.BODY, tone: Tone = Tone.NEUTRAL) -> None:
    """Give a widget its size of type and its tone; a label shows its words as they are, whatever a stranger wrote."""
    if isinstance(widget, QLabel) and widget.textFormat() == Qt.TextFormat.AutoText:
        widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setProperty("type", str(size))
    widget.setProperty("tone", str(tone))
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def role(widget: QWidget, name: str) -> None:
    """Name a widget's part in the frame for the style sheet: ``nav``, ``bar``, ``card``, ``primary`` …"""
    widget.setProperty("part", name)


def tone_colour(colours: Colours, tone: Tone) -> str:
    """The colour of a tone's text and mark."""
    match tone:
        case Tone.GOOD:
            return colours.good
        case Tone.ATTENTION:
            return colours.attention
        case Tone.BAD:
            return colours.bad
        case Tone.MUTED:
            return colours.muted
        case Tone.NEUTRAL:
            return colours.text


def palette(colours: Colours) -> QPalette:
    """The scheme as a Qt palette, with its disabled colours."""
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: colours.window, roles.WindowText: colours.text, roles.Base: colours.base,
        roles.AlternateBase: colours.alternate, roles.Text: colours.text, roles.Button: colours.window,
        roles.ButtonText: colours.text, roles.BrightText: colours.on_accent, roles.ToolTipBase: colours.base,
        roles.ToolTipText: colours.text, roles.Highlight: colours.selection,
        roles.HighlightedText: colours.on_selection, roles.Link: colours.accent, roles.LinkVisited: colours.accent,
        roles.PlaceholderText: colours.muted, roles.Accent: colours.accent, roles.Mid: colours.border,
        roles.Midlight: colours.line, roles.Light: colours.base, roles.Dark: colours.border,
    }  # fmt: skip
    result = QPalette()
    for colour_role, colour in pairs.items():
        result.setColor(colour_role, QColor(colour))
    for colour_role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(colours.disabled))
    return result


def body_font() -> QFont:
    """The system's font; where the system has none (an offscreen run), the shipped Noto Sans."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if QFontInfo(font).family() not in ("", "Sans Serif", "DejaVu Sans"):
        return font
    for path in sorted((bundled("resources") / "fonts").glob("NotoSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    if "Noto Sans" in QFontDatabase.families():
        font.setFamilies(["Noto Sans", font.family()])
    return font


class Theme(QObject):
    """The application's look, applied to the running QApplication; ``changed`` tells painters to repaint."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM, percent: int = 100) -> None:
        super().__init__(application)
        self._application = application
        self._body = body_font()
        self._scheme = scheme
        self._percent = percent
        self._folder: QTemporaryDir | None = None
        application.setStyle(QStyleFactory.create("Fusion"))
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        application.styleHints().accessibility().contrastPreferenceChanged.connect(self._system_changed)
        self._apply()

    @property
    def colours(self) -> Colours:
        """The scheme in force."""
        return self._colours

    @property
    def percent(self) -> int:
        """The size of text in percent of the system's."""
        return self._percent

    def use(self, scheme: Scheme, percent: int) -> None:
        """Change scheme and size of text, live."""
        if (scheme, percent) != (self._scheme, self._percent):
            self._scheme, self._percent = scheme, percent
            self._apply()

    def _system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _chosen(self) -> Colours:
        hints = self._application.styleHints()
        match self._scheme:
            case Scheme.LIGHT:
                return LIGHT
            case Scheme.DARK:
                return DARK
            case Scheme.HIGH_CONTRAST:
                return HIGH_CONTRAST
            case Scheme.SYSTEM:
                if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
                    return HIGH_CONTRAST
                return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        """Dress every widget anew.

        Font and palette come first: a widget takes them over as the sheet of its window is taken off. It is taken off
        because where one replaces another, Qt restyles each widget once for every widget that it stands in, and a
        window in which all screens were visited would take seven times as long.
        """
        global _colours, _sheet  # noqa: PLW0603  (painters ask for the colours in force, as they ask Qt for its palette)
        self._colours = _colours = self._chosen()
        points = self._body.pointSizeF() * self._percent / 100
        font = QFont(self._body)
        font.setPointSizeF(points)
        sizes = {str(name): points * share for name, share in SIZES.items()}
        _sheet = style_sheet(self._colours, sizes, self._percent / 100, self._pictures())
        with busy(), uncollected():
            windows = [window for window in _dressed if isValid(window)]
            self._application.setFont(font)
            self._application.setPalette(palette(self._colours))
            for window in windows:
                window.setStyleSheet("")
                window.setStyleSheet(_sheet)
        self.changed.emit()

    def _pictures(self) -> str:
        """The folder of the two pictures that a style sheet needs as files, in the scheme's colours."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        for name, colour in (("check", self._colours.on_accent), ("chevron-down", self._colours.muted)):
            Path(self._folder.filePath(f"{name}.svg")).write_text(recoloured(name, colour), encoding="utf-8")
        return self._folder.path()


_colours = LIGHT
_sheet = ""
_dressed: WeakSet[QWidget] = WeakSet()


def dress(window: QWidget) -> None:
    """Give a window the style sheet in force, now and after each change; what is put into it takes it from there.

    It is not the application's: with such a one Qt would dress whatever is built, and each widget anew for every one
    that it is put into, so that a screen of a thousand of them would take four times as long to be made.
    """
    _dressed.add(window)
    window.setStyleSheet(_sheet)


def colours() -> Colours:
    """The scheme in force, for painters."""
    return _colours
