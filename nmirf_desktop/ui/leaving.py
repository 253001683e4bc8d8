"""Leaving the window: a card that is filled in and not recorded is named first, and given up only when one says so."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.theme import Tone

STAYS = N_("“{card}” is filled in and not recorded yet. The window stays open, so that nothing is lost.")
RETURN, LEAVE = N_("Go to the card"), N_("Close without recording")


class Leaving(QObject):
    """Asks before a *window* is left by hand with a filled card on one of its *screens*; *go* leads to one."""

    def __init__(
        self, window: QWidget, alerts: Alerts, screens: Mapping[str, Screen], go: Callable[[Place], object]
    ) -> None:
        super().__init__(window)
        self._window, self._alerts, self._screens, self._go = window, alerts, screens, go
        window.installEventFilter(self)

    def quit(self) -> None:
        """Close the window where nothing would be lost; else say what would, and offer both ways."""
        if not self._asks():
            self._window.close()

    def _asks(self) -> bool:
        found = [(name, card) for name, one in self._screens.items() for card in one.findChildren(Draft) if card.filled]
        if found:
            name, card = found[0]
            offers = (Offer(RETURN, lambda: self._return(name, card)), Offer(LEAVE, self._window.close))
            self._alerts.show(Notice(Phrase(STAYS, {"card": card.name}), Tone.ATTENTION, offers=offers, asks=True))
        return bool(found)

    def _return(self, name: str, card: Draft) -> None:
        self._go(Place(name))
        first = card.form.first_field()
        if first is not None:
            first.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that is closed by hand, not by the program, stays while something would be lost."""
        if watched is self._window and event.type() == QEvent.Type.Close and event.spontaneous() and self._asks():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
