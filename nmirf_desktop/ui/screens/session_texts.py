"""The proposals of the item: tabled, edited in three languages, put to consensus or to the vote."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from nmirf_desktop.domain.amendments import AmendmentFile
from nmirf_desktop.domain.attendance import Roll
from nmirf_desktop.domain.consensus_sentences import SO_DECIDED, may_i_take_it, put_to_the_vote
from nmirf_desktop.domain.periods import Key as RowKey
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text_sentences import may_the_meeting, put_in_its_turn
from nmirf_desktop.domain.voting import SUBSTANCE, ConsensusCall
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.ui.actions import Action
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fields import StateField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.keys_in_force import with_keys_in_force
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.screens.session_chair import ChairCard
from nmirf_desktop.ui.screens.session_keys import Key, Keys
from nmirf_desktop.ui.screens.session_reading import Reading
from nmirf_desktop.ui.screens.session_text_cards import TextCards
from nmirf_desktop.ui.screens.session_text_form import TextForm
from nmirf_desktop.ui.screens.session_text_rows import COLUMNS, TextRow, possible_on, rows_of
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

NONE_YET = Empty(
    N_("No proposal under this item"),
    N_("A draft decision gets its L number here. Consensus is sought first (R12); without it, a vote can be opened."),
)


FAILED = N_(
    "Next: open the vote (F8), by roll call, show of hands or recorded vote."
    " Should agreement be found after all, the text can still be adopted by consensus (F7)."
)
VOTING = N_("A vote is open: F8 goes back to it; until its result is announced nothing else is done with this text.")
"""What comes next."""


PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActButton(QPushButton):
    """A button that follows an action: its words, its key, whether it can be pressed.

    Letters typed while it has the keyboard were meant for a field: they press nothing, nor does a space or Enter that
    follows them, until the keyboard was elsewhere; ``mistyped`` says so.
    """

    mistyped = Signal(str)

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._action, self._typed = action, False
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self.lead(on=False)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses it, unless it ends a word."""
        letter = event.text().strip()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if letter and letter.isprintable() and plain:
            self._typed = True
            self.mistyped.emit(self._action.label)
        elif not (self._typed and event.key() in PRESSING):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed from now on begins anew."""
        self._typed = False
        super().focusInEvent(event)

    def lead(self, *, on: bool) -> None:
        """Whether it is the main one of its card."""
        role(self, "primary" if on else "plain")
        self.style().unpolish(self)
        self.style().polish(self)

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())


class ActRow(QWidget):
    """The acts on a text. Which stand there, and which leads, follows from what it is and how far it has come."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Key, ActButton] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)

    def follow(self, keys: Keys) -> None:
        """Show these actions."""
        self.buttons = {key: ActButton(keys[key]) for key in ORDER}
        self._line.addWidget(SideBySide(*self.buttons.values()))

    def show_row(self, row: TextRow) -> None:
        """Consensus is sought first; without it, or while one is open, the vote leads; what is settled can be seen."""
        shown, failed = set(possible_on(row)), row.consensus_failed or row.voting
        if row.voting or (row.before_the_meeting and (failed or row.kind not in SUBSTANCE)):
            shown |= {Key.VOTE}
        if failed:
            shown -= {Key.OBJECT}
        for key, button in self.buttons.items():
            button.setVisible(key in shown)
        self.setVisible(bool(shown))
        self.buttons[Key.VOTE].lead(on=failed)
        self.buttons[Key.ADOPT].lead(on=not failed)


ORDER = (
    Key.VOTE, Key.ADOPT, Key.OBJECT, Key.ACCEPT, Key.REVIEW, Key.REOPEN, Key.AMEND, Key.ORDER, Key.SUPERSEDE,
    Key.DIVIDE, Key.KEEP, Key.RECONSIDER, Key.RIVAL, Key.PASS_OVER, Key.WITHDRAW, Key.REINTRODUCE,
)  # fmt: skip


class Texts(Section):
    """``selected`` carries the :class:`TextRow` shown, and ``opened`` one on Enter.

    ``revised`` carries a changed proposal, ``conformed`` one that is settled and has other translations, ``joined`` the
    code of a State that joins or leaves the sponsors, ``named`` that of who objected, after that was noted, or
    ``None``; ``mistyped`` the label of an act whose button took letters that were meant for a field.
    """

    selected = Signal(object)
    opened = Signal(object)
    revised = Signal(object)
    conformed = Signal(object)
    joined = Signal(str)
    named = Signal(object)
    mistyped = Signal(str)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("Proposals"), language)
        self._tongue = language
        self._rows: tuple[TextRow, ...] = ()
        self._objected_to: tuple[str, RowKey | None] = ("", None)
        """The row whose objector is shown, and the call of which it is; ``None`` before it is noted (again)."""
        self._asked: tuple[str, datetime.datetime | None] = ("", None)
        """The row of which it is asked who objected, and when that was noted."""
        self.table: RowTable[TextRow] = RowTable(COLUMNS, lambda row: row.key, language, NONE_YET)
        self.table.keep_short()
        self.table.name(N_("Proposals"))
        self.table.selected.connect(self._chosen)
        self.table.opened.connect(self.opened)
        self.chair = ChairCard(language)
        self._label, self._next, self._told = QLabel(), QLabel(wordWrap=True), FAILED
        style(self._next, Type.BODY, Tone.MUTED)
        self.objector = StateField(language, ())
        self.objector.only_entered()
        self.objector.edited.connect(self._name)
        self._label.setBuddy(self.objector.editors[0])
        self.form = TextForm(language)
        self.form.edited.connect(self._changed)
        self.cards, self.reading = TextCards(language), Reading(language)
        objection = QWidget()
        line = QHBoxLayout(objection)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP * 2)
        line.addWidget(self._label)
        line.addWidget(self.objector, 1)
        self._objection = objection
        self.acts = ActRow()
        for part in (self.table, self.chair, self._next, self.acts, objection, self.cards, self.reading, self.form):
            self.add(part)
        self.retranslate()

    def follow(self, keys: Keys) -> None:
        """Show the actions of the room on the card."""
        self.acts.follow(keys)
        for button in self.acts.buttons.values():
            button.mistyped.connect(self.mistyped)
        self._order()
        self.show_files([], {})

    def _order(self) -> None:
        """Tab goes from the Chair's words to the acts, to who objects and to the text, as they are drawn.

        The acts are made after the rest of the card.
        """
        objector, title = self.objector.editors[0], self.form.title.editors[0]
        tongues, acts = self.chair.tongues.findChildren(QToolButton), self.acts.buttons.values()
        parts = (*tongues, *acts, objector, title)
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def objecting(self) -> StateCode | None:
        """Who objects, ``None`` where nobody is named; a :class:`Problem` where what is typed names no State."""
        self.objector.settle()
        if self.objector.fault is not None:
            raise self.objector.fault
        return self.objector.value()

    @property
    def to_name(self) -> ConsensusCall | None:
        """The absence of consensus to which a name goes now: until something happened since, or as it is asked for."""
        row = self.row
        if row is None or row.noted is not None:
            return row.noted if row is not None else None
        return row.found if row.found is not None and self._asked == (row.key, row.found.at) else None

    def ask_who(self, call: ConsensusCall | None) -> None:
        """Ask who objected when that was noted, though something happened since; ``None``: a name goes with the act."""
        self._asked = ("", None) if self.row is None or call is None else (self.row.key, call.at)
        self.show_objector()
        self.objector.begin()

    def show_objector(self, *, over: bool = True) -> None:
        """Show who objected as it is recorded, *over* what was typed; nobody, once something happened since."""
        noted = self.to_name
        self._objected_to = self._objected()
        self.objector.load(noted.objector if noted is not None else None, over=over)

    def _objected(self) -> tuple[str, RowKey | None]:
        noted = self.to_name
        return self.row.key if self.row is not None else "", noted.key if noted is not None else None

    def _name(self) -> None:
        """Who is named once the absence of consensus is noted is recorded at once; before that, with the act."""
        noted = self.to_name
        if noted is not None and self._objected_to[1] == noted.key and self.objector.fault is None:
            named = self.objector.value()
            if named != noted.objector:
                self.named.emit(named)

    def offer(self, states: Iterable[State], roll: Roll) -> None:
        """The States that may object or propose, those of the *roll* before the others."""
        known, near = tuple(states), roll.near
        self.objector.set_states(known, near)
        self.form.offer(known, roll)
        self.cards.offer(known, near)
        self.reading.named, self.reading.observers = {one.iso3: one for one in known}, roll.observers

    def show_files(self, files: list[ProposalFile], noted: Mapping[RowKey, ConsensusCall]) -> None:
        """Show the proposals of the item, the last one where none is chosen; *noted* as in :func:`rows_of`."""
        self._rows = tuple(rows_of(files, noted, self.reading.named))
        self.table.show_rows(self._rows)
        if self.table.current is None and files:
            self.table.select(files[-1].proposal.key)
        self._show()

    @property
    def current(self) -> ProposalFile | None:
        """The proposal that is being dealt with."""
        return self.row.file if self.row is not None else None

    @property
    def row(self) -> TextRow | None:
        """The proposal, amendment, motion or part that is being dealt with."""
        return self.table.current

    @property
    def rows(self) -> tuple[TextRow, ...]:
        """The texts of the item, each with what belongs to it."""
        return self._rows

    def go_to(self, key: str) -> None:
        """Choose what was just recorded, with the keyboard in the list."""
        self.table.select(key)
        self.table.setFocus()

    def go_on_from(self, amendment: AmendmentFile) -> None:
        """Choose the text that an amendment amends, which is decided next, unless other ones to it are open.

        Which of these comes next is the Chair's to say (R22); until then the room reads what became of this one.
        """
        known = next(one for one in self._rows if one.key == amendment.amendment.key)
        beside = (one for one in known.file.amendments if one.amendment.amends == amendment.amendment.amends)
        if not any(one.open for one in beside):
            self.go_to(known.now.key)

    def begin(self, key: str) -> None:
        """Go on with the title of a proposal that was just tabled, in the language in which it is written."""
        self.table.select(key)
        if self.current is not None:
            original = tuple(Language).index(self.current.proposal.title.source)
            self.form.title.editors[original].setFocus()

    def _chosen(self, row: TextRow | None) -> None:
        self._show()
        self.selected.emit(row)

    def _show(self) -> None:
        row = self.row
        voting = row is not None and row.voting
        undecided = row is not None and row.before_the_meeting and not voting
        failed = row is not None and row.consensus_failed
        self.chair.setVisible(undecided)
        self._say_next(VOTING if voting else FAILED)
        self._next.setVisible(voting or (undecided and failed))
        self._objection.setVisible(undecided and row is not None and row.kind in SUBSTANCE)
        if row is not None and (self.to_name is not None or self._objected() != self._objected_to):
            self.show_objector(over=row.key != self._objected_to[0])
        self.form.setVisible(row is not None and row.whole)
        self.reading.show_row(row)
        if row is None:
            self.acts.hide()
            return
        if row.whole:
            self.form.load(row.file)
        self.acts.show_row(row)
        self.chair.say(*_chair_says(row))

    def _say_next(self, told: str) -> None:
        self._told = told
        self._next.setText(with_keys_in_force(self._tongue.words.gettext(told), self._tongue.words))

    def _changed(self, name: str) -> None:
        if name == "sponsors":
            state = self.form.joining.value()
            if state is not None:
                self.form.joining.load(None, over=True)
                self.joined.emit(state)
            return
        proposal = self.form.value(name)
        if proposal is not None:
            (self.conformed if self.form.settled else self.revised).emit(proposal)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._tongue.words
        self._label.setText(words.gettext("Objection by (may stay unnamed)"))
        self._say_next(self._told)
        self.objector.set_accessible(words.gettext("Objection by (may stay unnamed)"), "")

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves who objected for the list of proposals: nobody has to be named."""
        if event.key() == Qt.Key.Key_Escape and self.objector.editors[0].hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)


def _chair_says(row: TextRow) -> tuple[Callable[[Catalog], str], ...]:
    """What the Chair says of a text: the question, or that it is put to the vote."""
    kind, name, draft = row.kind, row.name, row.draft
    if row.whole:
        form = row.file.form
        if row.consensus_failed:
            return (lambda words: put_to_the_vote(draft, words, form),)
        return (lambda words: may_i_take_it(draft, words, form), lambda words: words.gettext(SO_DECIDED))
    if row.consensus_failed:
        return (lambda words: put_in_its_turn(kind, name, draft, words),)
    return (lambda words: may_the_meeting(kind, name, draft, words), lambda words: words.gettext(SO_DECIDED))
