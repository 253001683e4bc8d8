"""Points of order and motions under an item, each with the keys that carry it on; the precedence is folded (R24)."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton

from nmirf_desktop.domain.motions import MOTION_LABELS, RULING_LABELS, SPEAKERS, Fate, MotionKind, stands
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.voting import Outcome
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.motions import MotionFile, PointFile
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.keys_in_force import named
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.letters import Letter
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.rowview import begins_text
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import Tone, Type, role, style

NONE = Empty(
    N_("No point of order and no motion under this item"),
    N_("Ctrl+Shift+O records a point of order, and pressed again its ruling; Ctrl+Shift+M a procedural motion."),
)


class Deed(Enum):
    """What carries a point of order or a motion on, each by one letter while the list has the keyboard."""

    YES = ("Y", N_("Well taken, or adopted without a vote"), N_("well taken"), N_("adopted without a vote"))
    NO = ("N", N_("Not well taken, or not adopted"), N_("not well taken"), N_("motion not adopted"))
    APPEAL = ("A", N_("Appeal against the ruling"), N_("appeal"), "")
    VOTE = ("V", N_("Put to the vote"), N_("put the appeal to the vote"), N_("put to the vote"))
    IN_FAVOUR = ("F", N_("Speaks in favour of the motion"), "", N_("speaks in favour"))
    AGAINST = ("G", N_("Speaks against the motion"), "", N_("speaks against"))
    WITHDRAW = ("W", N_("The motion is withdrawn"), "", N_("withdrawn"))
    REPLAY = ("R", N_("Replay the vote"), N_("replay the vote"), N_("replay the vote"))

    @property
    def letter(self) -> Letter:
        """The letter that does it."""
        return Letter(f"motion.{self.name.lower()}", self.value[1], self.value[0])

    def said(self, words: Catalog, *, motion: bool) -> str:
        """What stands on its button, for a motion or a point of order; empty where it is for the other alone."""
        act = self.value[3] if motion else self.value[2]
        frame = words.pgettext("letter and act", "{letter}: {act}")
        return frame.format(letter=self.letter.now, act=words.gettext(act)) if act else ""


CARRYING = tuple(deed for deed in Deed if deed.value[3] and deed is not Deed.REPLAY)
"""What carries a motion on; a vote on it that is over can only be gone through once more."""


def carrying(kind: MotionKind) -> tuple[Deed, ...]:
    """(silent; GA 74–76) R24: what carries a motion on; nobody speaks on one that is not debated."""
    heard = {Deed.IN_FAVOUR: SPEAKERS[kind].in_favour, Deed.AGAINST: SPEAKERS[kind].against}
    return tuple(deed for deed in CARRYING if heard.get(deed, 1))


@dataclass(frozen=True, slots=True)
class Affair:
    """A point of order or a motion as the list shows it, with its local time."""

    file: MotionFile | PointFile
    state: State
    clock: str

    @property
    def key(self) -> Key:
        """The key of the point of order or of the motion."""
        return self.file.motion.key if isinstance(self.file, MotionFile) else self.file.point.key

    def what(self, words: Catalog) -> str:
        """What it is."""
        if isinstance(self.file, MotionFile):
            return words.gettext(MOTION_LABELS[self.file.motion.kind])
        return words.gettext("Point of order")

    def by(self, words: Catalog) -> str:
        """Who raised or moved it."""
        return self.state.said_in(words)

    def standing(self, words: Catalog) -> str:
        """How it stands."""
        return (
            _motion_stands(self.file, words) if isinstance(self.file, MotionFile) else _point_stands(self.file, words)
        )

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What may be done with it now."""
        if self.file.outcome is not None:
            return (Deed.REPLAY,)
        if isinstance(self.file, MotionFile):
            return carrying(self.file.motion.kind) if self.file.pending and not self.file.vote else ()
        point = self.file.point
        if point.ruling is None:
            return Deed.YES, Deed.NO
        if point.appealed_at is None:
            return (Deed.APPEAL,)
        return (Deed.VOTE,) if self.file.vote is None else ()


NO_KEY = N_("“{key}” does nothing with what is chosen here. Its keys are {acts}.")
NOTHING_LEFT = N_("“{key}” does nothing with what is chosen here: it is settled, or the vote on it is open.")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Idle:
    """A key that does nothing with a row, with those that do something."""

    key: Qt.Key
    line: Affair

    def said_in(self, words: Catalog) -> str:
        """The sentence in the language of *words*."""
        motion = isinstance(self.line.file, MotionFile)
        acts = words.series(deed.said(words, motion=motion) for deed in self.line.deeds)
        key = named(QKeySequence(self.key), words)
        return words.gettext(NO_KEY if acts else NOTHING_LEFT).format(key=key, acts=acts)


def _fate(fate: Fate, words: Catalog) -> str:
    """In the gender of a motion: what is said alike in English of a draft or an amendment is not elsewhere."""
    match fate:
        case Fate.ADOPTED:
            return words.gettext("adopted without a vote")
        case Fate.NOT_ADOPTED:
            return words.pgettext("motion", "not adopted")
        case Fate.WITHDRAWN:
            return words.pgettext("motion", "withdrawn")


def _motion_stands(file: MotionFile, words: Catalog) -> str:
    if file.motion.fate is not None:
        return _fate(file.motion.fate, words)
    if file.outcome is not None:
        adopted = file.outcome is Outcome.ADOPTED
        return words.gettext("adopted by a vote") if adopted else words.gettext("not adopted by a vote")
    if file.vote is not None:
        return words.gettext("the vote is open")
    allowed = SPEAKERS[file.motion.kind]
    if not (allowed.in_favour or allowed.against):
        return words.gettext("not debated; put at once")
    if not allowed.in_favour:
        frame = words.gettext("spoke against {against} of {most_against}")
        return frame.format(against=len(file.against), most_against=allowed.against)
    return words.gettext("spoke in favour {for_it} of {most_for}, against {against} of {most_against}").format(
        for_it=len(file.in_favour), most_for=allowed.in_favour, against=len(file.against), most_against=allowed.against
    )


def _point_stands(file: PointFile, words: Catalog) -> str:
    if file.point.ruling is None:
        return words.gettext("the Chair rules at once")
    if file.outcome is not None:
        upheld = stands(file.outcome)
        return words.gettext("the ruling stands") if upheld else words.gettext("the ruling was overruled")
    if file.point.appealed_at is not None:
        return words.gettext("appealed: put it to the vote at once")
    return words.gettext(RULING_LABELS[file.point.ruling])


COLUMNS: tuple[Column[Affair], ...] = (
    Column(N_("Time"), lambda line, _words: line.clock),
    Column(N_("Matter"), Affair.what),
    Column(N_("Raised by"), Affair.by),
    Column(N_("How it stands"), Affair.standing, stretch=True),
)
"""The columns of the list."""


def precedence_words(words: Catalog) -> str:
    """The motions in their order, each with who may speak on it."""
    lines = []
    for kind in MotionKind:
        allowed = SPEAKERS[kind]
        values = {
            "number": kind.precedence, "motion": words.gettext(MOTION_LABELS[kind]), "rule": allowed.numbers,
            "in_favour": allowed.in_favour, "against": allowed.against,
        }  # fmt: skip
        if allowed.in_favour:
            pattern = words.gettext(
                "({number}) {motion}: {in_favour} in favour beside the mover, {against} against (GA {rule})"
            )
        elif allowed.against:
            pattern = words.gettext("({number}) {motion}: only {against} against (GA {rule})")
        else:
            pattern = words.gettext("({number}) {motion}: not debated (GA {rule})")
        lines.append(pattern.format(**values))
    return "\n".join(lines)


class Motions(Section):
    """``acted`` carries a file and the :class:`Deed` that was asked for, ``idle`` a key that does nothing."""

    acted = Signal(object, object)
    idle = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("Points of order and motions"), language)
        self._tongue = language
        self.table: RowTable[Affair] = RowTable(COLUMNS, lambda line: line.key, language, NONE)
        self.table.keep_short()
        self.table.name(N_("Points of order and motions"))
        self.table.view.installEventFilter(self)
        self.table.selected.connect(lambda _line: self._fit())
        self.buttons = {deed: QPushButton() for deed in Deed}
        for deed, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, deed=deed: self._act(deed))
        self._fold = QPushButton()
        role(self._fold, "link")
        self._fold.clicked.connect(self._unfold)
        self.precedence = WrappedLabel()
        style(self.precedence, Type.BODY, Tone.MUTED)
        self.precedence.hide()
        self._hint = WrappedLabel()
        style(self._hint, Type.SMALL, Tone.MUTED)
        acts = SideBySide(*self.buttons.values())
        for part in (self.precedence, self._hint, self.table, acts):
            self.add(part)
        self.add_beside(self._fold)
        self.retranslate()

    def show_facts(self, facts: Facts, item: Key, clock: dict[Key, str]) -> None:
        """Show what was raised and moved under an item; *clock* are the local times by key."""
        lines = [
            Affair(file, facts.states[file.motion.state], clock[file.motion.key])
            for file in facts.motions
            if file.motion.item == item
        ]
        lines += [
            Affair(file, facts.states[file.point.state], clock[file.point.key])
            for file in facts.points
            if file.point.item == item
        ]
        self.table.show_rows(sorted(lines, key=lambda line: line.clock))
        self.table.setVisible(bool(lines))
        self._hint.setVisible(not lines)
        self._fit()

    @property
    def held(self) -> bool:
        """Whether the list has the keyboard."""
        return self.table.view.hasFocus()

    def reveal(self, key: Key) -> None:
        """Choose one, with the keyboard at its keys."""
        self.table.select(key)
        self.table.view.setFocus()

    def _fit(self) -> None:
        line = self.table.current
        deeds = line.deeds if line is not None else ()
        motion = line is not None and isinstance(line.file, MotionFile)
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)
            button.setText(deed.said(self._tongue.words, motion=motion))

    def _act(self, deed: Deed) -> None:
        line = self.table.current
        if line is not None and deed in line.deeds:
            self.acted.emit(line.file, deed)

    def _unfold(self) -> None:
        self.precedence.setVisible(self.precedence.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The letter of a deed does it; another one says which do."""
        line = self.table.current
        if line is None or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        deed = next((one for one in line.deeds if one.letter.struck(event)), None)
        if deed is not None:
            self._act(deed)
        elif begins_text(event) or event.key() in ENTER:
            self.idle.emit(Idle(Qt.Key(event.key()), line))
        else:
            return super().eventFilter(watched, event)
        return True

    def retranslate(self) -> None:
        """Say every word again."""
        self._hint.setText(self._tongue.words.gettext(NONE.text))
        self._fold.setText(self._tongue.words.gettext("Precedence of motions"))
        self.precedence.setText(precedence_words(self._tongue.words))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
