"""Who spoke under the item, and the rapporteur's note: two letters of a State, then type."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from nmirf_desktop.domain.attributions import FLAGS, LABELS, asks_silence, attributions
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.sittings import Attribution, Intervention, InterventionKind, guests
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.languages_told import make_ready, told_language
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fields import ChoiceField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.screens.session_guest import GuestCard
from nmirf_desktop.ui.speakerfield import SpeakerField
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, role

KINDS = {
    InterventionKind.STATEMENT: N_("Statement"),
    InterventionKind.INTRODUCTION: N_("Introduction of the item or of a draft"),
    InterventionKind.OBSERVER_OBJECTION: N_("Statement on the proposal"),
    InterventionKind.EXPLANATION: N_("Explanation of vote"),
    InterventionKind.RIGHT_OF_REPLY: N_("In exercise of the right of reply"),
}
NOTED_IN = {
    Language.EN: N_("Note in English"),
    Language.FR: N_("Note in French"),
    Language.ES: N_("Note in Spanish"),
}
"""What the field of a note is called where its language is not the window's."""
SILENT = Empty(
    N_("Nobody has spoken under this item"),
    N_("Type two letters of a State above: its statement is noted with the time, and goes into the minutes."),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One intervention as the list shows it: with its speaker, its local time and for how long it was spoken."""

    heard: Intervention
    state: State | None
    clock: str
    spoken: str = ""

    def speaker(self, words: Catalog) -> str:
        """Who spoke, and that the minutes do not say so: "Ghana (unattributed)"."""
        body = self.heard.body
        name = self.state.said_in(words) if self.state is not None else body[words.language] or body.original
        flag = FLAGS.get(self.heard.attribution)
        if flag is None:
            return name
        return words.pgettext("speaker and as what", "{name} ({kind})").format(name=name, kind=words.gettext(flag))


def _note(line: Line, words: Catalog) -> str:
    return " ".join(line.heard.note.split()) or words.pgettext("note", "no note")


COLUMNS: tuple[Column[Line], ...] = (
    Column(N_("Time"), lambda line, _words: line.clock),
    Column(N_("Speaker"), Line.speaker),
    Column(N_("Spoken"), lambda line, _words: line.spoken),
    Column(N_("Note"), _note, stretch=True),
)
"""The columns of what was said."""


def _tongue(language: Language, _words: Catalog) -> str:
    return NAMES[language]


def _kind(kind: InterventionKind, words: Catalog) -> str:
    return words.gettext(KINDS[kind])


def _told(attribution: Attribution, words: Catalog) -> str:
    return words.gettext(LABELS[attribution])


HOW = N_("A verb in a small letter continues the sentence; a clause follows “said that”.")
ASKS_SILENCE = N_(
    "The note may ask not to be recorded, and the minutes will print it with its speaker: if so, choose otherwise "
    "under “In the minutes”."
)
"""What is said under a note."""


class NoteForm(Form):
    """The note of one intervention, its language and kind, and a guest's name; saved two seconds after a key."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.note = TextField(language, long=True)
        self.tongue = ChoiceField(language, list(Language), _tongue)
        self.kind = ChoiceField(language, list(KINDS), _kind)
        self.add(
            "note",
            N_("Note"),
            self.note,
            HOW,
        )
        self.add("language", N_("Language of the note"), self.tongue)
        self.add("kind", N_("Kind"), self.kind)
        self.told = ChoiceField(language, list(Attribution), _told)
        self.add("attribution", N_("In the minutes"), self.told)
        self.name = TrilingualField(language)
        self.add("body", N_("Name of the speaker"), self.name)
        self.shown: Intervention | None = None
        """The intervention as it was last read, without what is being typed."""
        self.translated.connect(self._call_note)

    def load(self, heard: Intervention) -> None:
        """Show an intervention; what is being typed stays."""
        over = self.begin(heard.key)
        self.shown = heard
        if over:
            self.write_in(heard.body.source if heard.body else self.language.language)
        self.note.load(heard.note, over=over)
        self.tongue.load(heard.language, over=over)
        self._call_note()
        self.kind.load(heard.kind, over=over)
        self.told.set_values(attributions(heard.kind))
        self.told.load(heard.attribution, over=True)
        self.name.load(heard.body, over=over)
        told = heard.attribution is Attribution.NAMED and asks_silence(heard.note)
        self.hint("note", ASKS_SILENCE if told else HOW)
        self.show_row("body", heard.state is None and heard.body not in guests())
        self.show_row("kind", heard.kind in KINDS)

    def value(self, name: str) -> Intervention | None:
        """The intervention with what the field of that name says."""
        return replace(self.shown, **{name: self.field(name).value()}) if self.shown is not None else None

    def _call_note(self) -> None:
        """Say at the note that its language is not the window's: the choice below may be out of sight."""
        known = self.shown.language if self.shown is not None else self.language.language
        self.relabel("note", N_("Note") if known is self.language.language else NOTED_IN[known], {})


class Floor(Section):
    """``asked`` carries the code or the name of who takes the floor, ``noted`` an intervention, ``removed`` a key.

    ``attributed`` carries the key of an intervention, and how the minutes tell it.
    """

    asked = Signal(object)
    noted = Signal(object)
    attributed = Signal(str, object)
    removed = Signal(str)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("The floor"), language)
        self._tongue = language
        self._label = QLabel()
        self.state = SpeakerField(language)
        self.state.only_entered()
        self.state.named.connect(self.asked)
        self.table: RowTable[Line] = RowTable(COLUMNS, lambda line: line.heard.key, language, SILENT)
        self.table.keep_short()
        self.table.name(N_("What was said"))
        self.table.selected.connect(self._show)
        self.form = NoteForm(language)
        self.table.edit_asked.connect(lambda _line: self.form.note.setFocus())
        self.table.opened.connect(lambda _line: self.form.note.setFocus())
        self.form.edited.connect(self._changed)
        self.guest = GuestCard(language)
        self.guest.done.connect(lambda: self.asked.emit(self.guest.fields.value()))
        self.guest.left.connect(self.begin)
        self._remove = QPushButton()
        role(self._remove, "link")
        self._remove.clicked.connect(self._take_back)
        self._last_language: Language | None = None
        self._by_hand: set[str] = set()
        self._heard: tuple[Intervention, ...] = ()
        self._unready = list(Language)
        self._known: tuple[Trilingual, ...] = ()
        self._arrange()
        self._show(None)
        self.retranslate()

    def _arrange(self) -> None:
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP * 2)
        row.addWidget(self._label)
        row.addWidget(self.state, 1)
        self._label.setBuddy(self.state.editors[0])
        for part in (top, self.guest, self.table, self.form):
            self.add(part)
        self.add_beside(self._remove)

    @property
    def language_of_notes(self) -> Language:
        """The language in which the rapporteur notes: the last one chosen, else the window's."""
        return self._last_language or self._tongue.language

    @property
    def chosen(self) -> Intervention | None:
        """The intervention that is chosen in the list."""
        return self.table.current.heard if self.table.current is not None else None

    def show_lines(
        self, lines: list[Line], known: tuple[Trilingual, ...], heard: Iterable[Intervention], speaking: Key = ""
    ) -> None:
        """Show what was said under the item, of all that was *heard*; *known* are the guests who may take the floor.

        Who is *speaking* is chosen where none was. A note that was taken back leaves the keyboard to the next speaker.
        """
        self._known, self._heard = known, tuple(heard)
        keys, before, noting = [one.heard.key for one in lines], self.chosen, self._noting
        self.state.set_guests(known)
        self.table.show_rows(lines)
        if speaking in keys and (before is None or before.key not in keys):
            self.table.select(speaking)
        self._show(self.table.current)
        if noting and all(one.key != noting for one in self._heard):
            self.begin()

    @property
    def _noting(self) -> Key:
        """The key of the intervention in whose note the keyboard is, empty where it is elsewhere."""
        now, shown = QApplication.focusWidget(), self.form.shown
        return shown.key if shown is not None and now is not None and self.form.isAncestorOf(now) else ""

    def begin(self) -> None:
        """Put the keyboard where the next speaker is typed."""
        self.state.begin()

    def begin_guest(self) -> None:
        """Ask which guest takes the floor."""
        self.guest.fields.start(self._known)
        self.guest.begin()

    def write(self, key: str) -> None:
        """Go on with the note of an intervention."""
        self.guest.finished()
        self.table.select(key)
        self.form.note.setFocus()

    def has_note(self, key: Key) -> bool:
        """Whether words are typed in the note of an intervention that is shown, saved or not."""
        shown = self.form.shown
        return shown is not None and shown.key == key and bool(self.form.note.value().strip())

    def _show(self, line: Line | None) -> None:
        self.form.setVisible(line is not None)
        self._remove.setVisible(line is not None)
        if line is not None:
            self.form.load(line.heard)

    def _changed(self, name: str) -> None:
        heard = self.form.value(name)
        if heard is not None:
            if name == "language":
                self._last_language = heard.language
                self._by_hand.add(heard.key)
            if name == "note" and self.form.shown is not None:
                heard = replace(heard, language=self._told_in(heard, self.form.shown))
            if name == "attribution":
                self.attributed.emit(heard.key, heard.attribution)
            else:
                self.noted.emit(heard)

    def _told_in(self, heard: Intervention, before: Intervention) -> Language:
        """The language that the words of a note tell, until somebody chose another one than they told.

        Where they tell none, that of its speaker's last note, else the one last chosen, or the window's.
        """
        if heard.key in self._by_hand or told_language(before.note) not in (None, before.language):
            return heard.language
        told = told_language(heard.note)
        return told or (heard.language if before.note.strip() else self._usual(heard))

    def _usual(self, heard: Intervention) -> Language:
        others = (one for one in self._heard if one.note.strip() and one.key != heard.key)
        spoken = {(one.state, one.body): one.language for one in sorted(others, key=lambda one: one.at)}
        return spoken.get((heard.state, heard.body), heard.language)

    def _prepare(self) -> None:
        """Have the dictionaries one after the other, keys between them, so that the first note waits for none."""
        if self._unready:
            make_ready(self._unready.pop(0))
            QTimer.singleShot(0, self, self._prepare)

    def showEvent(self, event: QShowEvent) -> None:
        """Make ready to tell the language of notes."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._prepare)

    def _take_back(self) -> None:
        if self.table.current is not None:
            self.removed.emit(self.table.current.heard.key)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._tongue.words
        self._label.setText(words.gettext("Next speaker"))
        self.state.set_accessible(words.gettext("Next speaker"), "")
        self._remove.setText(words.gettext("Take this intervention back"))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
