"""The record of decisions as it is read out: each decision in three languages, the Chair's words, and its adoption."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.decision_records import READY_LABELS, Ready, readiness
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.voting import Decision, Mode
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.decision_records import RecordFile
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.following import read_again
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screens.session_chair import ChairCard
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style
from nmirf_desktop.ui.threefold import Threefold
from nmirf_desktop.ui.wording_card import WordingCard, named_decision

ADOPT, BY_VOTE = N_("It is so decided: the record is adopted"), N_("Adopted by vote")
PUT_RIGHT, PAGES, BACK = N_("Put the wording right"), N_("Show the pages"), N_("Back to the item")
READ_OUT = N_(
    "The record of decisions is before the meeting; it is read out decision by decision. Are there any corrections?"
)
MAY_I = N_("May I take it that the meeting wishes to adopt the record of decisions?")
SO_DECIDED = N_("I hear no objection. It is so decided.")
MARKS = {
    Ready.ORIGINAL: Mark("circle-check", Tone.GOOD),
    Ready.THERE: Mark("circle-check", Tone.GOOD),
    Ready.CONFORM: Mark("circle-dot", Tone.ATTENTION),
    Ready.MISSING: Mark("circle", Tone.ATTENTION),
}


MODES = {Mode.CONSENSUS: N_("by consensus"), Mode.VOTE: N_("by vote")}
LANGUAGES_SAID = {Language.EN: N_("English"), Language.FR: N_("French"), Language.ES: N_("Spanish")}


def record_state(file: RecordFile, words: Catalog) -> str:
    """How the record of a meeting stands: how many decisions, whether and when it was adopted, what came since."""
    number = len(file.facts.decisions)
    said = [words.ngettext("{n} decision", "{n} decisions", number).format(n=words.number(number))]
    held = file.adoption
    if held is not None:
        at = file.facts.local(held.at)
        adopted = words.gettext("record adopted on {day} at {time}, {mode}").format(
            day=words.date(at.date()), time=words.clock(at), mode=words.gettext(MODES[held.mode])
        )
        said.append(adopted)
    if held is None and number:
        said.append(words.gettext("record not adopted yet"))
    elif file.since:
        since = len(file.since)
        frame = words.ngettext("{n} decision since, not adopted yet", "{n} decisions since, not adopted yet", since)
        said.append(frame.format(n=words.number(since)))
    return words.pgettext("facts in a row", " · ").join(said)


def _title(one: Decision, words: Catalog) -> str:
    return one.title.best(words.language)


def _in(language: Language) -> Column[Decision]:
    return Column(
        LANGUAGES_SAID[language],
        lambda one, words: words.gettext(READY_LABELS[readiness(one, language)]),
        mark=lambda one: MARKS[readiness(one, language)],
        least=8,
    )


COLUMNS: tuple[Column[Decision], ...] = (
    Column(N_("Decision"), lambda one, _words: decision_name(one), lambda one, _words: (one.year, one.number)),
    Column(N_("Title"), _title, stretch=True),
    Column(N_("Adopted"), lambda one, words: words.gettext(MODES[one.mode]), spare=True),
    *(_in(language) for language in Language),
)


class RecordPage(QWidget):
    """The decisions of a meeting as they are read out.

    ``adopted`` carries the mode; ``chose`` says that another decision is read, ``pages`` that its pages are wanted, and
    ``left`` that the room goes on.
    """

    adopted = Signal(object)
    chose, pages, left = Signal(), Signal(), Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.file: RecordFile | None = None
        self.busy = False
        self.head, self.state, self.about, self.elsewhere = (WrappedLabel() for _ in range(4))
        self._elsewhere: Sayable | None = None
        style(self.elsewhere, Type.BODY, Tone.ATTENTION)
        style(self.head, Type.TITLE)
        style(self.state, Type.BODY, Tone.MUTED)
        style(self.about, Type.HEADING)
        self.table: RowTable[Decision] = RowTable(COLUMNS, lambda one: one.key, language)
        self.table.keep_short()
        self.chair, self.card = ChairCard(language), WordingCard(language)
        self.reading = Threefold()
        self.adopt, self.by_vote, self.put_right, self.show_pages, self.back = (QPushButton() for _ in range(5))
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        page = Page()
        role(self.adopt, "primary")
        acts = SideBySide(self.adopt, self.by_vote, self.put_right, self.show_pages, self.back)
        for part in (
            self.head,
            self.state,
            self.elsewhere,
            self.table,
            self.about,
            self.reading,
            self.chair,
            acts,
            self.card,
        ):
            page.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(page)

    def _connect(self) -> None:
        self.table.selected.connect(lambda _one: self._show_text())
        self.table.opened.connect(lambda _one: self.begin_wording())
        self.adopt.clicked.connect(lambda: self.adopted.emit(Mode.CONSENSUS))
        self.by_vote.clicked.connect(lambda: self.adopted.emit(Mode.VOTE))
        self.put_right.clicked.connect(self.begin_wording)
        self.show_pages.clicked.connect(self.pages)
        self.back.clicked.connect(self.leave)
        for keys, act in (
            ("Ctrl+Return", self.adopt), ("Ctrl+Enter", self.adopt), ("F2", self.put_right),
            ("Ctrl+E", self.show_pages),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act.click)
            self.card.begun.connect(partial(shortcut.setEnabled, False))
            self.card.closing.connect(partial(shortcut.setEnabled, True))

    def begin(self, file: RecordFile, elsewhere: Sayable | None = None) -> None:
        """Read the record out from its first decision; *elsewhere* says which item is for it, where that is another."""
        self.busy, self._elsewhere = True, elsewhere
        self.show_file(file)
        self.table.select_first()
        self._show_text()

    def leave(self) -> None:
        """Back to the room."""
        if self.card.filled:
            self.card.stay()
            return
        self.card.close_up()
        self.busy = False
        self.left.emit()

    def show_file(self, file: RecordFile) -> None:
        """The record as it stands."""
        self.file = file
        self.table.show_rows(sorted(file.facts.decisions, key=lambda one: (one.year, one.number)))
        self._say()
        self._show_text()

    @property
    def current(self) -> Decision | None:
        """The decision that is read."""
        return self.table.current

    def begin_wording(self) -> None:
        """Put the wording of the decision that is read right."""
        if self.current is not None and not self.card.filled:
            held, card = self.current, self.card
            card.begin_on(held, read_again(held, lambda: self._as_read(held.key), card.fields.load))
        elif self.card.filled:
            self.card.stay()

    def _as_read(self, key: Key) -> Decision | None:
        """A decision as the record has it by now."""
        decisions = self.file.facts.decisions if self.file is not None else ()
        return next((one for one in decisions if one.key == key), None)

    def take_keyboard(self) -> None:
        """The keyboard walks the decisions."""
        self.table.setFocus()

    def _show_text(self) -> None:
        decision, words = self.current, self._language.words
        self.reading.setVisible(decision is not None)
        if decision is None:
            self.about.setText("")
            return
        self.about.setText(named_decision(decision).said_in(words))
        for tongue in Language:
            state = words.gettext(READY_LABELS[readiness(decision, tongue)])
            self.reading.show_text(tongue, state, decision.title[tongue], decision.text[tongue])
        self.chose.emit()

    def _say(self) -> None:
        words, file = self._language.words, self.file
        self.head.setText(words.gettext("Record of decisions"))
        said = () if file is None else (record_state(file, words), file.silent.said_in(words) if file.to_adopt else "")
        self.state.setText("\n".join(part for part in said if part))
        told = self._elsewhere.said_in(words) if self._elsewhere is not None else ""
        self.elsewhere.setText(told)
        self.elsewhere.setVisible(bool(told) and file is not None and file.to_adopt)
        self.adopt.setEnabled(file is not None and file.to_adopt)
        self.by_vote.setEnabled(self.adopt.isEnabled())
        self.chair.say(*(lambda known, said=said: known.gettext(said) for said in (READ_OUT, MAY_I, SO_DECIDED)))

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self.table.name(N_("Record of decisions"))
        for button, label, keys in (
            (self.adopt, ADOPT, "Ctrl+Return"), (self.by_vote, BY_VOTE, ""), (self.put_right, PUT_RIGHT, "F2"),
            (self.show_pages, PAGES, "Ctrl+E"), (self.back, BACK, "Esc"),
        ):  # fmt: skip
            text = words.gettext(label)
            button.setText(with_keys(words, text, QKeySequence(keys)))
        self.setAccessibleName(words.gettext("Record of decisions"))
        self._say()
        self._show_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the item."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
