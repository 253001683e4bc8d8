"""The one line that says what was done, refused, or ought to be known."""

from collections.abc import Callable, Collection
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid

from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.alerts import Alerts, Notice
from nmirf_desktop.ui.icons import picture
from nmirf_desktop.ui.keys_in_force import naming_keys_in_force
from nmirf_desktop.ui.labels import IconButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import SHAPES, STEP, Tone, colours, role, tone_colour

NO_MESSAGE = N_("There is no message now.")


class Banner(QFrame):
    """Shows the last notice of an :class:`~nmirf_desktop.ui.alerts.Alerts`; never modal.

    *own* tells which keys the screen has for itself that the notice is shown on: a sentence names these as they are.
    """

    def __init__(
        self, alerts: Alerts, language: CurrentLanguage, own: Callable[[], Collection[str]] = tuple[str, ...]
    ) -> None:
        super().__init__()
        self._own = own
        role(self, "banner")
        self._alerts = alerts
        self._language = language
        self._notice: Notice | None = None
        self._before: QWidget | None = None
        self._shape = QLabel()
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._close = IconButton("x")
        self._close.clicked.connect(alerts.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(STEP * 3, STEP * 2, STEP * 2, STEP * 2)
        self._row.setSpacing(STEP * 2)
        self._row.addWidget(self._shape)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self.hide()
        alerts.told.connect(self._show)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._note)
        self._show(alerts.notice)

    def _note(self, before: QWidget | None, now: QWidget | None) -> None:
        """Keep in mind what had the keyboard when it was taken into the banner, by the mouse too."""
        if now is not None and self.isAncestorOf(now) and before is not None and not self.isAncestorOf(before):
            self._before = before

    def _show(self, notice: Notice | None) -> None:
        if notice is not None and self._held:
            self._give_back()  # the button that has the keyboard goes with the message before
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        self._notice = notice
        if notice is None:
            self._leave()
            return
        for offer in notice.offers:
            button = QPushButton()
            button.clicked.connect(lambda _checked=False, act=offer.act: act())
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append(button)
        self.setProperty("tone", str(notice.tone))
        self.style().unpolish(self)
        self.style().polish(self)
        self.retranslate()
        self.show()
        if (notice.section or notice.asks) and self._buttons:  # a rule said no, or it asks: the ways out are at hand
            before = self._keyboard
            self._before = before if before is not None and not self.isAncestorOf(before) else self._before
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def refuses(self) -> bool:
        """Whether it says why something was not done."""
        return self._notice is not None and self._notice.refused

    @property
    def _keyboard(self) -> QWidget | None:
        return cast("QWidget | None", self.window().focusWidget())

    def reach(self) -> None:
        """Take the keyboard to what the message offers, else to what closes it; from there, back to where it was."""
        if self._held:
            self._give_back()
        elif self._notice is None:
            self._alerts.say(NO_MESSAGE)
        else:
            (self._buttons[0] if self._buttons else self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        """Go, and give the keyboard back to what had it before it was taken for the ways out."""
        held = self._held
        self.hide()
        if held:
            self._give_back()
        self._before = None

    @property
    def _held(self) -> bool:
        """Whether the banner has the keyboard."""
        now = self._keyboard
        return now is not None and self.isAncestorOf(now)

    def _give_back(self) -> None:
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the notice again, in the language of now."""
        words = self._language.words
        self._close.name(words.gettext("Close this message"))
        if self._notice is None:
            return
        tone = self._notice.tone
        ink = colours().accent if tone is Tone.NEUTRAL else tone_colour(colours(), tone)
        side = max(STEP * 4, self.fontMetrics().height())
        self._shape.setPixmap(picture(SHAPES.get(tone, "info"), ink, side, self.devicePixelRatioF()))
        text = self._notice.what.said_in(naming_keys_in_force(words, self._own()))
        self._text.setText(text)
        self.setAccessibleName(text)
        for button, offer in zip(self._buttons, self._notice.offers, strict=True):
            button.setText(words.gettext(offer.label))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the message away; Enter presses the button that has the keyboard, as Space does."""
        button = next((one for one in self._buttons if one.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self._alerts.clear()
        elif button is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_row"):
            self.retranslate()
