"""Minutes that a member corrected in a word processor: what the file asks for, looked at before it is recorded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.corrected_minutes import Asking, Flag, ReadCorrection
from nmirf_desktop.domain.corrected_minutes_said import (
    ASKING_LABELS,
    comments_said,
    counts_said,
    note_said,
    to_know_said,
    where_said,
)
from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.marked_text import in_the_signs_of, marked
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.corrected_minutes import Asker, CorrectedFile, CorrectedMinutes
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import DateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.markedtext import MarkedText
from nmirf_desktop.ui.returned_file import ReturnedFile
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.speakerfield import SpeakerField
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import Tone, Type, style

RECORD, LEAVE = N_("Record the corrections"), N_("Do not record them")
RECORDED = N_("Requests for correction recorded: {n}.")
KNOWN = N_("Requests for correction recorded: {n}. The others were recorded before.")
BEFORE = N_("It is recorded already.")
TITLE = N_("Corrections of a member")
MARKS = {
    Asking.WORDS: Mark("pencil", Tone.GOOD),
    Asking.REMOVAL: Mark("minus", Tone.ATTENTION),
    Asking.ADDITION: Mark("plus", Tone.GOOD),
    Asking.MOVE: Mark("arrow-right", Tone.ATTENTION),
    Asking.REMARK: Mark("message-square", Tone.NEUTRAL),
    Asking.GENERATED: Mark("triangle-alert", Tone.ATTENTION),
}
WARNED = frozenset({Flag.UNTRACKED, Flag.BY_TEXT, Flag.OLDER, Flag.UNKNOWN, Flag.NOT_TOLD})
"""What makes somebody look twice."""


@dataclass(frozen=True, slots=True)
class Row:
    """A correction, whether it is to be recorded, and whether it is *recorded* already."""

    correction: ReadCorrection
    taken: bool
    recorded: bool = False


def _box(row: Row) -> Mark:
    return Mark("square-check", Tone.NEUTRAL) if row.taken else Mark("square", Tone.MUTED)


def _asks(row: Row, words: Catalog) -> str:
    """What is asked for on one line: the words, else what is remarked."""
    one = row.correction
    said = one.after if one.asking is Asking.WORDS else note_said(one, words)
    return " ".join((said or one.before).split())


def _to_know(row: Row, words: Catalog) -> str:
    """That it is recorded already, and what else is to be known."""
    said = (words.gettext(BEFORE) if row.recorded else "", to_know_said(row.correction, words))
    return " ".join(filter(None, said))


COLUMNS: tuple[Column[Row], ...] = (
    Column(
        N_("Record"),
        lambda row, words: words.pgettext("ticked", "yes") if row.taken else words.pgettext("ticked", "no"),
        lambda row, _words: not row.taken,
        mark=_box,
        tick=True,
    ),
    Column(
        N_("Where"), lambda row, words: where_said(row.correction, words), lambda row, _words: row.correction.place,
        least=8,
    ),
    Column(
        N_("What is asked for"),
        lambda row, words: words.gettext(ASKING_LABELS[row.correction.asking]),
        lambda row, _words: list(Asking).index(row.correction.asking),
        mark=lambda row: MARKS[row.correction.asking],
        least=8,
    ),
    Column(N_("Text"), _asks, stretch=True),
    Column(
        N_("To know"),
        _to_know,
        mark=lambda row: Mark("triangle-alert", Tone.ATTENTION) if row.correction.flags & WARNED else None,
        width=30,
        least=10,
        spare=True,
    ),
)  # fmt: skip


class AskerField(SpeakerField):
    """Who asks: a State, or a body that took part, by two letters of the name; it stays in the line."""

    unknown = N_("No State and no participant is called “{text}”. Type two letters of the name and choose it.")
    asked = N_("Two letters of the name of a State or a participant")

    def _hand_on(self) -> None:
        """Nobody else is asked for next."""


class AskerForm(Form):
    """Who asks for the corrections of a file, and when they came."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.who, self.on = AskerField(language), DateField(language)
        self.add(
            "state", N_("Who asks"), self.who, N_("Once for the whole file: what it says of its authors is a hint")
        )
        self.add("received_on", N_("Received on"), self.on)

    def asker(self) -> Asker:
        """Who was chosen; nobody yet where the line is empty."""
        speaker = self.who.speaker
        return Asker(body=speaker) if isinstance(speaker, Trilingual) else Asker(speaker)


class Corrected(ReturnedFile):
    """The preview of one file."""

    verbs = (RECORD, LEAVE)

    def __init__(self, corrected: CorrectedMinutes, language: CurrentLanguage, alerts: Alerts) -> None:
        self._corrected, self._alerts = corrected, alerts
        self.shown: CorrectedFile | None = None
        self._rows: list[Row] = []
        self._text, self._remarks = MarkedText(), WrappedLabel()
        style(self._remarks, Type.SMALL)
        self.form = AskerForm(language)
        self.list: RowTable[Row] = RowTable(COLUMNS, lambda row: row.correction.key, language)
        self.list.name(TITLE)
        super().__init__(language, self.form, self.list, self._text, self._remarks)
        self.list.selected.connect(lambda _row: self._show_row())
        self.list.ticked.connect(self._tick)
        self.list.opened.connect(self._tick)
        self.form.who.edited.connect(self._asked_by)

    def show_file(self, shown: CorrectedFile) -> None:
        """Show what a file asks for, with what a member may ask ticked."""
        self.shown = shown
        self.form.who.load(None, over=True)
        self._rows = self._known([Row(one, one.key in shown.usual) for one in shown.corrections], shown)
        offered = self._corrected.askers(shown)
        self.form.who.set_states(offered.states.values(), offered.near)
        self.form.who.set_guests(offered.bodies)
        self.form.on.load(today(), over=True)
        self.show()
        self.list.show_rows(self._rows)
        self.list.select_first()
        self.retranslate()
        self.form.who.begin()

    def _known(self, rows: Iterable[Row], shown: CorrectedFile) -> list[Row]:
        """Rows with what is recorded already of who asks, which is not ticked; of anybody, while nobody is chosen."""
        before = self._corrected.recorded(shown, self.form.asker())
        now = [(row, row.correction.key in before) for row in rows]
        return [
            row if known is row.recorded else Row(row.correction, not known and row.correction.usual, known)
            for row, known in now
        ]

    def _asked_by(self) -> None:
        """Another one asks: what that one asked for already is told."""
        if self.shown is not None:
            self._rows = self._known(self._rows, self.shown)
            self.list.show_rows(self._rows)
            self._say_head(self._language.words)
            self._show_row()

    def _tick(self, row: Row) -> None:
        self._rows = [replace(one, taken=not one.taken) if one == row else one for one in self._rows]
        self.list.show_rows(self._rows)
        self._say_head(self._language.words)

    def _show_row(self) -> None:
        row, words = self.list.current, self._language.words
        if row is None:
            self._text.setText("")
            self._remarks.setText("")
            return
        one = row.correction
        after = one.after if one.after or one.asking is not Asking.REMARK else one.before
        self._text.show_pieces(marked(one.before, in_the_signs_of(one.before, after)[: LONGEST["text"]]))
        authors = words.gettext("By the file’s own word: {names}").format(names=words.listing(one.authors))
        said = (*comments_said(one, words), _to_know(row, words), authors if any(one.authors) else "")
        self._remarks.setText("\n".join(filter(None, said)))

    def record(self) -> None:
        """Record what is ticked."""
        self.form.flush()
        if self.shown is None:
            return
        with self._alerts.guard(self.form):
            on = given(self.form.on, "received_on")
            taken = [row.correction.key for row in self._rows if row.taken]
            done = self._corrected.record(self.shown, taken, self.form.asker(), on, self._language.words)
            self._alerts.say(RECORDED if done == len(taken) else KNOWN, n=done)
            self.recorded.emit()

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self._say_head(self._language.words)
        self._show_row()

    def _say_head(self, words: Catalog) -> None:
        shown = self.shown
        if shown is None:
            return
        n = sum(row.taken for row in self._rows)
        ticked = words.ngettext("{n} is ticked.", "{n} are ticked.", n).format(n=words.number(n))
        language = words.gettext("Language of the file: {language}.").format(
            language=words.language_name(shown.language)
        )
        counts = counts_said(shown.corrections, words)
        authors = words.gettext("By the file’s own word: {names}").format(names=words.listing(shown.authors))
        notes = (note.said_in(words) for note in shown.notes)
        said = (counts, f"{ticked} {language}", authors if shown.authors else "", *notes)
        self._head(TITLE, shown.file, said, Tone.ATTENTION if shown.notes else Tone.NEUTRAL)
