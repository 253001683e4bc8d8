"""The papers of a secret ballot: how many went out and came back, and by one key who received and returned one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nmirf_desktop.domain.elections import ElectionBallot
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.secret_ballots import NO_PAPERS, Tick, tick_of
from nmirf_desktop.domain.states import MEMBER_STATES, State, found_by
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import NumberField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.letters import Letter
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screens.session_lists import NO_VOTE_HERE, StateTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

TICKS = {
    Tick.NONE: N_("no paper yet"),
    Tick.RECEIVED: N_("has a paper"),
    Tick.RETURNED: N_("returned it"),
    Tick.UNABLE: N_("cannot take part (online)"),
}
MARKS = {
    Tick.NONE: Mark("circle", Tone.MUTED),
    Tick.RECEIVED: Mark("circle-dashed", Tone.ATTENTION),
    Tick.RETURNED: Mark("circle-check", Tone.GOOD),
    Tick.UNABLE: Mark("minus", Tone.MUTED),
}
NEXT = {
    Tick.NONE: Tick.RECEIVED,
    Tick.RECEIVED: Tick.RETURNED,
    Tick.RETURNED: Tick.NONE,
    Tick.UNABLE: Tick.NONE,
}
"""What Enter marks after what is marked."""
UNABLE = Letter("election.unable", N_("Mark who cannot take part"), "U")
MARKING = N_("Or mark the members below: Enter for “has a paper” and “returned it”, {unable} for who cannot take part.")


@dataclass(frozen=True, slots=True)
class Voter:
    """A member entitled to vote, and what is marked of it."""

    state: State
    tick: Tick


def _tick(one: Voter, words: Catalog) -> str:
    return words.gettext(TICKS[one.tick])


COLUMNS: tuple[Column[Voter], ...] = (
    Column(
        N_("Member"),
        lambda one, words: one.state.said_in(words),
        lambda one, words: words.sort_key(one.state.said_in(words)),
        also=lambda one: found_by(one.state),
        stretch=True,
    ),
    Column(N_("Ballot paper"), _tick, mark=lambda one: MARKS[one.tick], width=24),
)


class PapersForm(Form):
    """How many papers were given out and came back."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.issued, self.returned = NumberField(language, 0, MEMBER_STATES), NumberField(language, 0, MEMBER_STATES)
        self.add("issued", N_("Papers issued"), self.issued)
        self.add("returned", N_("Papers returned"), self.returned)


class PapersPanel(QWidget):
    """``issued`` carries two numbers, ``marked`` the code of a State and a :class:`Tick`.

    Enter goes from the papers issued to those returned; ``typed`` follows Enter there.
    """

    issued = Signal(int, int)
    marked = Signal(str, object)
    typed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._voters: list[Voter] = []
        self.form = PapersForm(language)
        self.hint = WrappedLabel()
        style(self.hint, Type.SMALL, Tone.MUTED)
        self.form.edited.connect(self._typed)
        for line in self.form.issued.findChildren(QLineEdit):
            line.returnPressed.connect(self.form.returned.begin)
        for line in self.form.returned.findChildren(QLineEdit):
            line.returnPressed.connect(self.typed)
        self.table: StateTable[Voter] = StateTable(COLUMNS, language)
        self.table.name(N_("Ballot papers"))
        self.table.why_beside = NO_VOTE_HERE
        self.table.view.installEventFilter(self)
        self.table.opened.connect(lambda one: self.marked.emit(one.state.iso3, NEXT[one.tick]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self.form)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        self.retranslate()

    def take_keyboard(self) -> None:
        """Put the keyboard where the papers issued are typed."""
        self.form.issued.begin()

    def show_papers(
        self, ballot: ElectionBallot, entitled: Iterable[StateCode], states: Mapping[StateCode, State]
    ) -> None:
        """The papers of a ballot; nothing is marked once the box was opened."""
        self.table.beside = tuple(states.values())
        over, held, opened = self.form.begin(ballot.key), ballot.papers or NO_PAPERS, ballot.count is not None
        named = bool(held.received or held.unable)
        for field, number in ((self.form.issued, held.issued), (self.form.returned, held.returned)):
            field.load(number, over=over)
            field.set_read_only(opened or named)
        self._voters = [Voter(states[code], tick_of(held, code)) for code in entitled]
        self._show_voters()
        self.table.setEnabled(not opened)

    def _show_voters(self) -> None:
        """Who may vote, in the order of the reader's language: no call is made by this list, names are looked up."""
        words = self._language.words
        self.table.show_rows(sorted(self._voters, key=lambda one: words.sort_key(one.state.said_in(words))))

    def _typed(self, _name: str) -> None:
        self.issued.emit(self.form.issued.value() or 0, self.form.returned.value() or 0)

    def show_problem(self, problem: Problem) -> bool:
        """Say a problem under its number."""
        return self.form.show_problem(problem)

    def retranslate(self) -> None:
        """Say how members are marked, by the keys in force."""
        text = self._language.words.gettext(MARKING).format(unable=UNABLE.now)
        self.hint.setText(text)
        self.table.view.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of keys."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_voters()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter marks who cannot take part: in the list, before it begins a search there."""
        current = self.table.current
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or not UNABLE.struck(event):
            return super().eventFilter(watched, event)
        if current is not None and self.table.isEnabled():
            self.marked.emit(current.state.iso3, Tick.NONE if current.tick is Tick.UNABLE else Tick.UNABLE)
        return True
