"""One State's file: status, focal points, mechanism, names, and everything dated in one row."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.dated_facts import dated_facts
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_files import FilesPart
from nmirf_desktop.ui.screens.members_mechanism import MechanismPart
from nmirf_desktop.ui.screens.members_names import NamesPart
from nmirf_desktop.ui.screens.members_part import Part, Parts
from nmirf_desktop.ui.screens.members_people import PeoplePart
from nmirf_desktop.ui.screens.members_status import StatusPart
from nmirf_desktop.ui.theme import Tone

LATEST = 12
"""How many dated facts are shown before all are asked for."""

POSTAL, EMAIL = "!postal", "!email"
"""The place of the address to which letters go, after a State's code."""


class HistoryPart(Part):
    """Everything dated, what lies ahead of the day in grey."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(N_("Dated facts"), parts)
        self._whole: StateCode = ""
        self.rows = FactRows(parts.language)
        self.rows.asked.connect(self._show_all)
        self.add(self.rows)

    def show_file(self, file: StateFile) -> None:
        """The facts, the newest first: the latest ones, and all where they were asked for."""
        words = self.words
        facts = dated_facts(file)[::-1]
        left = 0 if self._whole == file.state.iso3 else len(facts) - LATEST
        rows = [
            FactRow(
                (fact.what.said_in(words),),
                when=words.short_date(fact.day),
                mark=Mark("circle-dot" if fact.day <= self.on else "circle-dashed", Tone.MUTED),
                muted=fact.day > self.on,
                key=fact.of,
            )
            for fact in (facts[:LATEST] if left > 0 else facts)
        ]
        if left > 0:
            more = words.ngettext("and {n} more", "and {n} more", left).format(n=words.number(left))
            rows.append(FactRow((Link(more, Place("")),)))
        self.rows.show_later(rows or [FactRow((words.gettext("Nothing is recorded yet."),), muted=True)])

    def row_of(self, key: str) -> QWidget | None:
        """The row of a fact about a person or a thing; all are shown where it is an older one."""
        self.rows.show_waiting()
        row = super().row_of(key)
        if row is None and self.file is not None and any(fact.of == key for fact in dated_facts(self.file)):
            self._show_all()
            row = super().row_of(key)
        return row

    def _show_all(self) -> None:
        if self.file is not None:
            self._whole = self.file.state.iso3
            self.show_file(self.file)
            self.rows.show_waiting()


class StateDetail(DetailPane):
    """The right side of the members. ``left`` gives the keyboard back to the list, ``recorded`` follows a fact."""

    left = Signal()
    recorded = Signal()

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language)
        self._meetings = desk.meetings
        self._shown: tuple[StateFile | None, datetime.date, Catalog, dict[Key, str]] | None = None
        parts = Parts(desk, language, alerts)
        self.status, self.people = StatusPart(parts), PeoplePart(parts)
        self.files = FilesPart(parts)
        self.mechanism, self.names, self.history = MechanismPart(parts), NamesPart(parts), HistoryPart(parts)
        self.parts: tuple[Part, ...] = (
            self.status, self.people, self.files, self.mechanism, self.names, self.history,
        )  # fmt: skip
        for part in self.parts:
            self.add(part)
            part.left.connect(self.left)
            part.recorded.connect(self.recorded)
            for draft in part.drafts:
                draft.begun.connect(self._show_draft)
        self.files.take_from(self)
        self.files.letter.connect(self.status.begin_letter)
        self.files.designation.connect(self.people.begin)
        for section in (self.status, self.people):
            section.file_wanted.connect(self.files.open_file)
            section.file_missing.connect(self.files.attach_letter)

    def load(self, file: StateFile | None, on: datetime.date) -> None:
        """Show a State's file as of a day, or nothing; one that says what it said before is left as it is."""
        self.body.setVisible(file is not None)
        shown, self._shown = self._shown, (file, on, self._language.words, self._symbols(file))
        if file is None or shown == self._shown:
            return
        words, state = self._language.words, file.state
        group = words.gettext(state.group.label) if state.group else words.gettext("In no regional group")
        formal = state.formal[words.language]
        about = words.pgettext("under a State’s name", "{formal} · {group}").format(formal=formal, group=group)
        self.head(state.said_in(words), about)
        for part in self.parts:
            part.load(file, on)

    def _symbols(self, file: StateFile | None) -> dict[Key, str]:
        """The symbols of the meetings for which somebody is designated: they are said too, and are not of the file."""
        wanted = {point.meeting for point in file.focal_points if point.meeting} if file is not None else set()
        return {one.key: one.symbol for one in self._meetings.list() if one.key in wanted} if wanted else {}

    @property
    def state(self) -> State | None:
        """The State whose file is shown."""
        file = self._shown[0] if self._shown is not None else None
        return file.state if file is not None else None

    @property
    def filled(self) -> bool:
        """Whether a card of the State shown is filled in, so that no other State may take its place."""
        return any(draft.filled for part in self.parts for draft in part.drafts)

    @property
    def at_work(self) -> bool:
        """Whether something is being written down, or files wait to be filed."""
        cards = (self.files.card, *(draft for part in self.parts for draft in part.drafts))
        return not all(card.isHidden() for card in cards)

    def reveal(self, key: str) -> None:
        """Bring the row about a thing into view: what is so on the day first, then its history.

        "!postal" is the address of the mechanism, to which letters go: its card is opened there; "!postal:key" is that
        of a person, as an observer has no mechanism. "!email" is the e-mail of the mechanism.
        """
        first, _, person = key.partition(":")
        if first == POSTAL:
            if person:
                self.people.begin_address(person)
            else:
                self.mechanism.begin_address()
            return
        if first == EMAIL:
            self.mechanism.begin_emails()
            return
        row = next((row for part in self.parts if (row := part.row_of(key)) is not None), None)
        if row is not None:
            self.bring_in(row)

    def _show_draft(self) -> None:
        draft = self.sender()
        if isinstance(draft, Draft):
            self.files.spare_editors()
            self.bring_in(draft)
