"""What stands beside the items of an agenda, in tabs: the item chosen, requests, what is known, versions, follow-up."""

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal

from nmirf_desktop.domain.agenda_tree import Spot
from nmirf_desktop.domain.item_requests import Fate
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.phrase_book import StockPhrase, filled
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import RECORD_FOLLOW_UP, Action, Look
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.phrases import Phrases
from nmirf_desktop.ui.screens.agenda_actions import ActionsPage
from nmirf_desktop.ui.screens.agenda_form import ItemDetail
from nmirf_desktop.ui.screens.agenda_known import KnownPage
from nmirf_desktop.ui.screens.agenda_page import AgendaPage
from nmirf_desktop.ui.screens.agenda_requests import RequestsPage
from nmirf_desktop.ui.screens.agenda_versions import VersionsPage
from nmirf_desktop.ui.tabs import Tabs
from nmirf_desktop.ui.theme import STEP

TITLES = (N_("Item"), N_("Requests"), N_("Known"), N_("Versions"), N_("Follow-up"), N_("Phrase book"))


class AgendaSides(Tabs):
    """The item chosen and the pages; a page is read when it comes into sight. ``asked`` carries a place."""

    asked = Signal(object)

    def __init__(
        self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts, spot: Callable[[], Spot | None]
    ) -> None:
        super().__init__()
        self.setUsesScrollButtons(True)
        self._desk, self._language = desk, language
        self._meeting: Meeting | None = None
        self._on = datetime.date.min
        self._pending = 0
        self.detail = ItemDetail(desk, language, alerts)
        self.requests = RequestsPage(desk, language, alerts, spot)
        self.known = KnownPage(desk, language, alerts)
        self.versions = VersionsPage(desk, language, alerts)
        self.actions_page = ActionsPage(desk, language, alerts)
        self.addTab(self.detail, "")
        for page in (self.requests, self.known, self.versions, self.actions_page):
            self.addTab(page, "")
            page.asked.connect(self.asked)
        self.phrases = Phrases(language)
        self.phrases.setContentsMargins(STEP * 4, STEP * 2, STEP * 4, STEP * 2)
        self.phrases.left.connect(self._close_phrases)
        self.phrases.chosen.connect(self._fill)
        self.addTab(self.phrases, "")
        self.setTabVisible(self.indexOf(self.phrases), False)
        self.currentChanged.connect(lambda _at: self._show_page())
        self.retranslate()

    def load(self, meeting: Meeting | None, on: datetime.date) -> None:
        """Show what belongs to a meeting's agenda."""
        self._meeting, self._on = meeting, on
        requests = self._desk.item_requests.of(meeting.key) if meeting is not None else ()
        self._pending = sum(one.fate is Fate.PENDING for one in requests)
        self.retranslate()
        self._show_page()

    def _show_page(self) -> None:
        page = self.currentWidget()
        if isinstance(page, AgendaPage):
            page.load(self._meeting, self._on)

    def begin_actions(self, parent: QObject) -> tuple[Action, ...]:
        """What begins something on a page, whichever is shown."""
        ways = (
            (N_("Record a request …"), self.requests, Look("mail", "Ctrl+Shift+Q")),
            (N_("Keep as a version …"), self.versions, Look("history", "Ctrl+Shift+K")),
            (N_("Record a follow-up action …"), self.actions_page, RECORD_FOLLOW_UP),
        )
        return tuple(Action(label, partial(self._begin, page), look, parent) for label, page, look in ways)

    def _begin(self, page: RequestsPage | VersionsPage | ActionsPage) -> None:
        self.reveal(page)
        page.begin()

    def edit(self) -> None:
        """Bring the item into sight, in the place of any page, with the keyboard in its title."""
        self.setCurrentWidget(self.detail)
        self.detail.form.title.setFocus()

    def named(self, key: str) -> AgendaPage | None:
        """The page of a name in a place, such as "!versions"; ``None`` where the key is another one."""
        pages = {
            "!requests": self.requests, "!known": self.known, "!versions": self.versions,
            "!follow-up": self.actions_page,
        }  # fmt: skip
        return pages.get(key)

    def show_phrases(self) -> None:
        """Open the phrase book in the place of the item; what is chosen goes into the text worked on last."""
        self.setTabVisible(self.indexOf(self.phrases), True)
        self.setCurrentWidget(self.phrases)
        self.phrases.begin()

    def _close_phrases(self) -> None:
        self.setCurrentWidget(self.detail)
        self.setTabVisible(self.indexOf(self.phrases), False)
        self.detail.form.go_back()

    def _fill(self, phrase: StockPhrase) -> None:
        meeting = self._meeting
        facts = {} if meeting is None else {"meeting": meeting.title, "place": meeting.place}
        self._close_phrases()
        self.detail.form.fill(filled(phrase.text, facts))

    def reveal(self, page: AgendaPage) -> AgendaPage:
        """Bring a page into sight."""
        self.setCurrentWidget(page)
        self._show_page()
        return page

    def retranslate(self) -> None:
        """Say the names of the tabs again, with the number of requests to be settled."""
        words = self._language.words
        for at, title in enumerate(TITLES):
            said = words.gettext(title)
            if self._pending and self.widget(at) is self.requests:
                said = words.pgettext("tab with a number", "{title} ({n})").format(title=said, n=self._pending)
            if self.tabText(at) != said:
                self.setTabText(at, said)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "requests"):
            self.retranslate()
            self._show_page()
