"""The proposals of the item: tabled, edited in three languages, put to consensus or to the vote."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from nmirf_desktop.domain.consensus_sentences import SO_DECIDED, may_i_take_it, put_to_the_vote
from nmirf_desktop.domain.drafting_decisions import decision_name, draft_name
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.voting import Mode, Proposal, Vote
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.proposals import ProposalFile
from nmirf_desktop.ui.actions import Action
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fields import StateField, TrilingualField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screens.session_chair import ChairCard
from nmirf_desktop.ui.screens.session_keys import Key, Keys
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

NONE_YET = Empty(
    N_("No proposal under this item"),
    N_("A draft decision gets its L number here. Consensus is sought first (R12); without it, a vote can be opened."),
)


def state_words(file: ProposalFile, words: Catalog) -> str:
    """What became of a proposal, in few words."""
    decision = file.decision
    if decision is not None and decision.mode is Mode.CONSENSUS:
        return words.gettext("adopted by consensus: {name}").format(name=decision_name(decision))
    if decision is not None:
        return words.gettext("adopted by vote: {name}").format(name=decision_name(decision))
    if file.proposal.withdrawn_at is not None:
        return words.pgettext("proposal", "withdrawn")
    if any(vote.closed_at is None for vote in file.votes):
        return words.pgettext("proposal", "vote in progress")
    if file.votes:
        return words.pgettext("proposal", "not adopted")
    return words.pgettext("proposal", "no consensus") if file.consensus_failed else words.pgettext("proposal", "tabled")


def _mark(file: ProposalFile) -> Mark:
    if file.decision is not None:
        return Mark("circle-check", Tone.GOOD)
    if file.proposal.withdrawn_at is not None or (file.votes and file.votes[-1].closed_at is not None):
        return Mark("x", Tone.MUTED)
    return Mark("triangle-alert", Tone.ATTENTION) if file.consensus_failed else Mark("circle", Tone.NEUTRAL)


def _title(file: ProposalFile, words: Catalog) -> str:
    return file.proposal.title.best(words.language) or words.gettext("without a title")


COLUMNS: tuple[Column[ProposalFile], ...] = (
    Column(N_("Draft"), lambda file, _words: draft_name(file.proposal), lambda file, _words: file.proposal.number),
    Column(N_("Title"), _title, stretch=True),
    Column(N_("State of the text"), state_words, mark=_mark, width=26),
)
"""The columns of the proposals."""


class TextForm(Form):
    """Title and text in three languages, and who proposes."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.title = TrilingualField(language)
        self.text = TrilingualField(language, lines=3)
        self.sponsor = StateField(language, ())
        self.add("title", N_("Title"), self.title)
        self.add("text", N_("Text"), self.text)
        self.add("sponsor", N_("Proposed by"), self.sponsor, N_("May stay empty: a text of the Chair."))
        self._loaded: ProposalFile | None = None

    def load(self, file: ProposalFile) -> None:
        """Show a proposal; what is being typed stays."""
        proposal = file.proposal
        over = self.begin(proposal.key)
        self._loaded = file
        self.title.load(proposal.title, over=over)
        self.text.load(proposal.text, over=over)
        self.sponsor.load(proposal.sponsor, over=over)
        self.sponsor.set_read_only(file.settled)
        for field in (self.title, self.text):
            field.keep_original(file.settled)

    def value(self, name: str) -> Proposal | None:
        """The proposal with what the field of that name says."""
        if self._loaded is None:
            return None
        return replace(self._loaded.proposal, **{name: self.field(name).value()})

    @property
    def settled(self) -> bool:
        """Whether the proposal shown no longer changes, but in its translations."""
        return self._loaded is not None and self._loaded.settled


class ActButton(QPushButton):
    """A button that follows an action: its words, its key, whether it can be pressed."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self.lead(on=False)
        self._follow()

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
    """The acts on a proposal. Which stand there, and which leads, follows from how far it has come."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Key, ActButton] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)

    def follow(self, keys: Keys) -> None:
        """Show these actions."""
        order = (Key.VOTE, Key.ADOPT, Key.OBJECT, Key.REVIEW, Key.REOPEN, Key.WITHDRAW)
        self.buttons = {key: ActButton(keys[key]) for key in order}
        self._line.addWidget(SideBySide(*self.buttons.values()))

    def show_file(self, file: ProposalFile) -> None:
        """Consensus is sought first; once there is none, the vote leads; what is settled can be looked at."""
        failed = file.consensus_failed
        shown = {Key.REVIEW} if announced(file) else set()
        if file.by_consensus:
            shown |= {Key.REOPEN}
        if not file.settled:
            shown |= {Key.VOTE, Key.ADOPT, Key.WITHDRAW} if failed else {Key.ADOPT, Key.OBJECT, Key.WITHDRAW}
        for key, button in self.buttons.items():
            button.setVisible(key in shown)
        self.setVisible(bool(shown))
        self.buttons[Key.VOTE].lead(on=failed)
        self.buttons[Key.ADOPT].lead(on=not failed)


def announced(file: ProposalFile) -> Vote | None:
    """The last vote on a proposal whose result was announced."""
    return next((vote for vote in reversed(file.votes) if vote.closed_at is not None), None)


class Texts(Section):
    """``selected`` carries the :class:`ProposalFile` shown, and ``opened`` one on Enter.

    ``revised`` carries a changed proposal, ``conformed`` one that is settled and has other translations.
    """

    selected = Signal(object)
    opened = Signal(object)
    revised = Signal(object)
    conformed = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("Proposals"), language)
        self._tongue = language
        self.table: RowTable[ProposalFile] = RowTable(COLUMNS, lambda file: file.proposal.key, language, NONE_YET)
        self.table.keep_short()
        self.table.name(N_("Proposals"))
        self.table.selected.connect(self._chosen)
        self.table.opened.connect(self.opened)
        self.chair = ChairCard(language)
        self._label, self._next = QLabel(), QLabel(wordWrap=True)
        style(self._next, Type.BODY, Tone.MUTED)
        self.objector = StateField(language, ())
        self._label.setBuddy(self.objector.editors[0])
        self.form = TextForm(language)
        self.form.edited.connect(self._changed)
        objection = QWidget()
        line = QHBoxLayout(objection)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP * 2)
        line.addWidget(self._label)
        line.addWidget(self.objector, 1)
        self._objection = objection
        self.acts = ActRow()
        for part in (self.table, self.chair, self._next, self.acts, objection, self.form):
            self.add(part)
        self.retranslate()

    def follow(self, keys: Keys) -> None:
        """Show the actions of the room on the card."""
        self.acts.follow(keys)
        self.show_files([])

    def offer(self, states: Iterable[State], near: Collection[StateCode]) -> None:
        """The States that may object or propose, those *near* before the others."""
        known = tuple(states)
        self.objector.set_states(known, near)
        self.form.sponsor.set_states(known, near)

    def show_files(self, files: list[ProposalFile]) -> None:
        """Show the proposals of the item; the last one where none is chosen."""
        self.table.show_rows(files)
        if self.table.current is None and files:
            self.table.select(files[-1].proposal.key)
        self._show()

    @property
    def current(self) -> ProposalFile | None:
        """The proposal that is being dealt with."""
        return self.table.current

    def begin(self, key: str) -> None:
        """Go on with the title of a proposal that was just tabled, in the language in which it is written."""
        self.table.select(key)
        if self.current is not None:
            original = tuple(Language).index(self.current.proposal.title.source)
            self.form.title.editors[original].setFocus()

    def _chosen(self, file: ProposalFile | None) -> None:
        self._show()
        self.selected.emit(file)

    def _show(self) -> None:
        file = self.current
        undecided = file is not None and not file.settled
        failed = file is not None and file.consensus_failed
        self.chair.setVisible(undecided)
        self._next.setVisible(undecided and failed)
        self._objection.setVisible(undecided and not failed)
        self.form.setVisible(file is not None)
        if file is None:
            self.acts.hide()
            return
        draft = draft_name(file.proposal)
        self.form.load(file)
        self.acts.show_file(file)
        if failed:
            self.chair.say(lambda words: put_to_the_vote(draft, words))
        else:
            self.chair.say(lambda words: may_i_take_it(draft, words), lambda words: words.gettext(SO_DECIDED))

    def _changed(self, name: str) -> None:
        proposal = self.form.value(name)
        if proposal is not None:
            (self.conformed if self.form.settled else self.revised).emit(proposal)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._tongue.words
        self._label.setText(words.gettext("Objection by (may stay unnamed)"))
        self._next.setText(
            words.gettext(
                "Next: open the vote (F8), by roll call, show of hands or recorded vote."
                " Should agreement be found after all, the text can still be adopted by consensus (F7)."
            )
        )
        self.objector.set_accessible(words.gettext("Objection by (may stay unnamed)"), "")

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
