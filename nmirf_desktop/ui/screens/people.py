"""People: everybody in the register with the functions of a day, one row for each."""

from PySide6.QtWidgets import QStackedLayout

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.functions import Role
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.people import People, PersonLine
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.people_list import COLUMNS, Filters
from nmirf_desktop.ui.table import RowTable


class PeopleScreen(Screen):
    """The list; a row opens the file of its State, where everything about the person is changed."""

    title = N_("People")
    icon = "user"
    subjects = frozenset({Subject.MEMBERS, Subject.STATES, Subject.COMMITTEE, Subject.MEETINGS})
    help_page = "people"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._people: People = desk.people
        self._lines: tuple[PersonLine, ...] = ()
        nobody = Empty(
            N_("Nobody is recorded yet"),
            N_("Each member designates a focal point (R5). Choose its State among the members and designate one."),
            (Offer(N_("To the members"), lambda: self.asked.emit(Place("members"))),),
            "user",
        )
        self.list: RowTable[PersonLine] = RowTable(COLUMNS, lambda line: line.key, language)
        self.list.name(N_("People"))
        self.filters = Filters(language)
        self.list.add_filter(self.filters)
        self._open = Action(
            N_("Open the State’s file"), self._go, Look("arrow-right", "Ctrl+Shift+O", primary=True), self
        )
        self._places = QStackedLayout(self)
        self._places.addWidget(self.list)
        self._places.addWidget(EmptyState(nobody, language))
        self.list.opened.connect(lambda _line: self._go())
        self.list.selected.connect(self._allow)
        self.filters.changed.connect(self._show)
        self.filters.every_asked.connect(self.refresh)
        self.retranslate()

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What is done with the person chosen."""
        return [self._open]

    def refresh(self) -> None:
        """Read the people as of the day."""
        with self.alerts.guard():
            self._lines = self._people.lines(self.on, every=self.filters.every.value())
            self._places.setCurrentIndex(0 if self._lines or self._people.any() else 1)
        self._show()

    def _show(self) -> None:
        shown, words = self.filters.matching(self._lines), self.words

        def place(line: PersonLine) -> tuple[object, ...]:
            state = words.sort_key(line.state.said_in(words)) if line.state is not None else ""
            return (line.state is None, state, list(Role).index(line.role), line.key)

        shown.sort(key=place)
        self.list.show_rows(shown, self._lines)
        self.list.select_first()
        self._allow(self.list.current)

    def _allow(self, line: PersonLine | None) -> None:
        self._open.setEnabled(line is not None and line.state is not None)

    def _go(self) -> None:
        line = self.list.current
        if line is not None and line.state is not None:
            self.asked.emit(Place("members", f"{line.state.iso3}:{line.person.key}"))

    def go_to(self, key: str) -> None:
        """Show one person by its key, in the first of the functions held."""
        self._be_read()
        for every in (False, True):
            if every:
                self.filters.show_all()
                self.filters.every.load(True, over=True)
                self.refresh()
            found = next((line for line in self.list.model.rows if key in (line.person.key, line.key)), None)
            if found is not None:
                self.list.select(found.key)
                return

    def current_key(self) -> str:
        """The key of the row shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        if self._lines:
            self._show()
