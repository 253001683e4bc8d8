"""What stands beside the text of the minutes: what hangs on a paragraph, or the phrase book in its place."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.phrase_book import StockPhrase, filled, minutes_first
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.memory import phrase_book
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.panes import Section, around
from nmirf_desktop.ui.phrases import Phrases
from nmirf_desktop.ui.screens.minutes_margin import Margin
from nmirf_desktop.ui.screens.minutes_memory import Remembered
from nmirf_desktop.ui.screens.minutes_paragraph import ParagraphPane
from nmirf_desktop.ui.screens.minutes_state import Steps
from nmirf_desktop.ui.theme import STEP, Tone

NOTHING_BESIDE = N_("Nothing can be done beside this paragraph now.")


def _part(widget: QWidget) -> QWidget:
    """The part of the pane in which something stands, under its own heading."""
    return around(widget, Section) or around(widget, Draft) or widget


class Sides(QStackedWidget):
    """The pane of the paragraph, or the phrase book."""

    def __init__(
        self, desk: Secretariat, remembered: Remembered, alerts: Alerts, steps: Steps,
        meeting: Callable[[], Meeting | None],
    ) -> None:  # fmt: skip
        """*meeting* gives the one whose minutes are shown."""
        language = remembered.language
        super().__init__()
        self._meeting, self._language, self._alerts = meeting, language, alerts
        self._text = remembered.form.text
        self._facts: dict[str, Trilingual] = {}
        self._offers: list[QWidget] = []
        margin = Margin(desk, language, alerts)
        self.pane = ParagraphPane(language, steps, margin, remembered, desk.minutes.revisions)
        self.addWidget(self.pane)

    @cached_property
    def phrases(self) -> Phrases:
        """The phrase book, made when it is first opened."""
        phrases = Phrases(self._language, minutes_first(phrase_book()))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(STEP * 4, 0, STEP * 4, STEP * 2)
        column.addWidget(phrases)
        self.addWidget(holder)
        phrases.left.connect(self.show_pane)
        phrases.chosen.connect(self._fill)
        return phrases

    def show_phrases(self) -> None:
        """Open the phrase book; the meeting's title and place are what its placeholders stand for."""
        meeting = self._meeting()
        self._facts = {} if meeting is None else {"meeting": meeting.title, "place": meeting.place}
        phrases = self.phrases
        self.setCurrentIndex(1)
        phrases.begin()

    def show_pane(self) -> None:
        """Go back to the text."""
        self.setCurrentIndex(0)
        self._text.go(self._text.tongue)

    def go_beside(self) -> None:
        """Put the keyboard on what waits for a decision, else on the first link; from there, on the next part's.

        Of the offers of new texts none is passed over.
        """
        self._text.flush()
        self.setCurrentIndex(0)
        firsts = self._firsts()
        if not firsts:
            self._alerts.say(NOTHING_BESIDE, Tone.NEUTRAL)
            return
        held = QApplication.focusWidget()
        stop = self._offer_after(held) or self._part_after(held, firsts)
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.ensureWidgetVisible(stop)

    def _part_after(self, held: QWidget | None, firsts: list[QWidget]) -> QWidget:
        """The first link of the part after that in which the keyboard is; from elsewhere, what waits, or the first."""
        here = [at for at, one in enumerate(firsts) if held is not None and _part(one).isAncestorOf(held)]
        waiting = next((at for at, one in enumerate(firsts) if one is self._led_to(_part(one))), 0)
        return firsts[(here[-1] + 1) % len(firsts) if here else waiting]

    def _offer_after(self, held: QWidget | None) -> QWidget | None:
        """The offer after that on which the keyboard is; that one, where it came to it as another was answered."""
        known, self._offers = self._offers, self._stops(self.pane.offers)
        if held not in self._offers:
            return None
        at = self._offers.index(held)
        return next(iter(self._offers[at + (known == self._offers) :]), None)

    def _stops(self, among: QWidget) -> list[QWidget]:
        """What can be done in a part of the pane, from the top."""
        links: list[QWidget] = [*among.findChildren(LinkedText), *among.findChildren(QPushButton)]
        stops = [one for one in links if one.isVisibleTo(self) and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return sorted(stops, key=lambda one: one.mapTo(self.pane.body, QPoint()).y())

    def is_link(self, held: QWidget | None) -> bool:
        """Whether a widget is of what can be done beside the text, and in no card."""
        if not isinstance(held, LinkedText | QPushButton) or not self.isAncestorOf(held):
            return False
        return around(held, Draft) is None

    def _firsts(self) -> list[QWidget]:
        """The first link or button in each part of the pane, or that to which the part leads, from the top."""
        firsts = {_part(one): one for one in reversed(self._stops(self.pane))}
        return [self._led_to(part) or first for part, first in reversed(firsts.items())]

    @staticmethod
    def _led_to(part: QWidget) -> QWidget | None:
        """What a part leads to of its own: of the corrections the first request that is open."""
        return part.led_to() if isinstance(part, Section) else None

    def begin_comment(self) -> None:
        """Open the card of a comment on the paragraph."""
        self.pane.form.flush()
        self.setCurrentIndex(0)
        self.pane.begin_comment()

    def show_comments(self) -> None:
        """Bring the comments into view."""
        self.setCurrentIndex(0)
        self.pane.bring_in(self.pane.margin)

    def _fill(self, phrase: StockPhrase) -> None:
        self.show_pane()
        self._text.fill(filled(phrase.text, self._facts))
