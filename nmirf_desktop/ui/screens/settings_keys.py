"""The keys: each action with its key, which is changed by pressing another one."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.changeable import WHERE_LABELS, KeyedAct, changeable, holder, holding, why_not
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.keys_in_force import PORTABLE, KeyName, named
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.settings_found import KEYS
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

LINES = 14
"""How many lines of text the list is high."""
HINT = N_("Press Enter on a line, then the new key. Keys stay on this computer and are the same in every language.")
TAKEN = N_("{key} is the key of “{other}”.")
SWAPPED = N_("{key} is for “{action}” now, and {old} for “{other}”.")
CHANGED = N_("{key} is for “{action}” from now on.")
ALL_DELIVERED = N_("Every key is as delivered again.")
_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeyRow:
    """An action with the key that it has now."""

    act: KeyedAct
    key: str

    @property
    def changed(self) -> bool:
        """Whether the user gave it another key than it was delivered with."""
        return self.key != self.act.delivered


def _was(row: KeyRow, words: Catalog) -> str:
    if not row.changed:
        return ""
    if not row.act.delivered:
        return words.pgettext("key", "as delivered: none")
    return words.pgettext("key", "as delivered: {key}").format(key=named(row.act.delivered, words))


COLUMNS: tuple[Column[KeyRow], ...] = (
    Column(N_("Action"), lambda row, words: words.gettext(row.act.label), stretch=True),
    Column(N_("Where"), lambda row, words: words.gettext(WHERE_LABELS[row.act.where]), spare=True),
    Column(N_("Key"), lambda row, words: named(row.key, words)),
    Column(N_("Changed"), _was),
)


class KeyCatch(QLineEdit):
    """Takes the next key, whatever it is elsewhere. ``pressed`` carries it as it is kept, ``left`` is Escape."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        role(self, "keys")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        """A key is neither a shortcut here, nor Tab to the next field."""
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return super().event(event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._take(event)
        return True

    def _take(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key.Key_Tab if key is Qt.Key.Key_Backtab else key  # which is Shift+Tab, and has no name of its own
        if key is Qt.Key.Key_Escape and held == Qt.KeyboardModifier.NoModifier:
            self.left.emit()
        elif key not in _MODIFIERS:
            self.pressed.emit(QKeySequence(held.value | key).toString(PORTABLE))


class KeyCard(QWidget):
    """Asks for the new key of an action."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.act: KeyedAct | None = None
        self.catch, self._label = KeyCatch(), QLabel(wordWrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP * 2)
        row.addWidget(self._label, 1)
        row.addWidget(self.catch, 1)
        self.hide()

    def ask(self, act: KeyedAct) -> None:
        """Ask for the key of an action, and have the keyboard."""
        self.act = act
        self.retranslate()
        self.show()
        self.catch.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Ask no more."""
        self.act = None
        self.hide()

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        name = words.gettext(self.act.label) if self.act is not None else ""
        text = words.gettext("New key for “{action}”").format(action=name)
        self._label.setText(text)
        self.catch.setAccessibleName(text)
        hint = words.gettext("Press the key; Esc changes nothing")
        self.catch.setPlaceholderText(hint)
        self.catch.setAccessibleDescription(hint)


class KeysSection(Section):
    """The list of all keys that may be changed, and the card that asks for another."""

    def __init__(self, memory: Memory, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(KEYS, language)
        self._memory, self._alerts = memory, alerts
        self._hint = WrappedLabel()
        style(self._hint, Type.SMALL, Tone.MUTED)
        self.table: RowTable[KeyRow] = RowTable(COLUMNS, lambda row: row.act.name, language)
        self.table.name(KEYS)
        self.card = KeyCard(language)
        self.one, self.all = QPushButton(), QPushButton()
        for button in (self.one, self.all):
            role(button, "plain")
        for part in (self._hint, self.table, self.card, SideBySide(self.one, self.all)):
            self.add(part)
        self.table.opened.connect(lambda row: self.card.ask(row.act))
        self.table.selected.connect(self._selected)
        self.card.catch.pressed.connect(self._pressed)
        self.card.catch.left.connect(self._leave)
        self.one.clicked.connect(self._deliver_one)
        self.all.clicked.connect(self._deliver_all)
        self._fit()
        self.retranslate()

    def refresh(self) -> None:
        """Show the keys in force."""
        keys = holding(self._memory.now.keys)
        self.table.show_rows(KeyRow(act, keys[act.name]) for act in changeable())
        self.table.select_first()
        self._selected(self.table.current)
        self.all.setEnabled(any(row.changed for row in self.table.model.values))

    def _selected(self, row: KeyRow | None) -> None:
        self.one.setEnabled(row is not None and row.changed)
        if self.card.act is not None and (row is None or row.act is not self.card.act):
            self.card.leave()

    def _leave(self) -> None:
        self.card.leave()
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- changing --------------------------------------------------------------------------------------------------

    def _pressed(self, key: str) -> None:
        if self.card.act is not None:
            self._give(self.card.act, key)

    def _give(self, act: KeyedAct, key: str) -> None:
        """Give an action a key, or say why it cannot have it; one that is another's may be exchanged."""
        keys = holding(self._memory.now.keys)
        problem, other = why_not(key, act), holder(key, keys, act)
        if problem is not None:
            self._alerts.show(Notice(Sentence(problem, {"key": KeyName(key)}), Tone.ATTENTION))
        elif other is not None:
            self._offer_exchange(act, key, other, keys[act.name])
        else:
            self._keep({act.name: key})
            self._alerts.show(Notice(Sentence(CHANGED, _facts(act, key)), Tone.GOOD))
            self._leave()

    def _offer_exchange(self, act: KeyedAct, key: str, other: KeyedAct, old: str) -> None:
        """Name the action that has the key, and offer it the other's, where it can have that."""
        said = Sentence(TAKEN, {"key": KeyName(key), "other": Phrase(other.label)})
        if why_not(old, other) is not None:
            self._alerts.show(Notice(said, Tone.ATTENTION))
            return

        def exchange() -> None:
            self._keep({act.name: key, other.name: old})
            values = {**_facts(act, key), "old": KeyName(old), "other": Phrase(other.label)}
            self._alerts.show(Notice(Sentence(SWAPPED, values), Tone.GOOD))
            self._leave()

        def stay() -> None:
            self._alerts.clear()
            self._leave()

        offers = (Offer(N_("Exchange the two keys"), exchange), Offer(N_("Leave both as they are"), stay))
        self._alerts.show(Notice(said, Tone.ATTENTION, offers=offers, asks=True))

    def _keep(self, new: dict[str, str]) -> None:
        """Keep keys beside those in force; what is as delivered is not kept. Names of another version stay."""
        before = self._memory.now.keys
        delivered = {act.name: act.delivered for act in changeable()}
        kept = {**dict(before), **holding(before), **new}
        self._use(tuple(sorted((name, key) for name, key in kept.items() if delivered.get(name) != key)))

    def _use(self, keys: tuple[tuple[str, str], ...]) -> None:
        self._memory.keep(replace(self._memory.now, keys=keys))

    def _deliver_one(self) -> None:
        row = self.table.current
        if row is not None and row.act.delivered:
            self._give(row.act, row.act.delivered)
        elif row is not None:
            self._keep({row.act.name: ""})
            self._leave()

    def _deliver_all(self) -> None:
        """Every key as delivered; those that were in force are one press away."""
        before = self._memory.now.keys
        self._use(())
        offer = Offer(N_("Take my keys again"), partial(self._take_again, before))
        self._alerts.show(Notice(Sentence(ALL_DELIVERED, {}), Tone.GOOD, offers=(offer,)))
        self._leave()

    def _take_again(self, keys: tuple[tuple[str, str], ...]) -> None:
        self._use(keys)
        self._alerts.clear()
        self._leave()

    # -- showing ---------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._hint.setText(words.gettext(HINT))
        self.one.setText(words.gettext("This key as delivered"))
        self.all.setText(words.gettext("All keys as delivered"))
        self.card.retranslate()

    def _fit(self) -> None:
        self.table.setFixedHeight(self.fontMetrics().lineSpacing() * LINES)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "card"):
            self._fit()


def _facts(act: KeyedAct, key: str) -> dict[str, object]:
    return {"action": Phrase(act.label), "key": KeyName(key)}
