"""The revisions of the minutes, and any two of their versions compared, word by word; each can be restored."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.agenda_comparing import DIFFERENCE_LABELS, Difference
from nmirf_desktop.domain.marked_text import marked
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.minutes_revisions import ParagraphChange, Revision, Version, VersionKind, compared
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.redrafting import same_words
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.lookup import Lookup
from nmirf_desktop.ui.markedtext import MarkedText
from nmirf_desktop.ui.moments import moment
from nmirf_desktop.ui.panes import DetailPane, MasterDetail
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screens.minutes_moments import act_said, languages_said, version_said
from nmirf_desktop.ui.screens.minutes_reading import Reading
from nmirf_desktop.ui.screens.minutes_unmet import READ_ONLY
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

HINT = N_("What was inserted is underlined, what was deleted is struck out. Escape leads back to the text.")
STANDS = N_("This is the text that stands.")
ONLY_READ = N_("These minutes are approved: their revisions are compared, and none is restored.")
NOTHING_TO_RESTORE = N_("There is no other text to restore here: choose another revision.")
BESIDE = 130
"""From how many letters of width the texts stand beside the list, which has room for its columns then."""
NONE = Empty(N_("Nothing was changed here"), N_("Each change of the minutes is listed here with its moment."))
MARKS = {
    Difference.ADDED: Mark("plus", Tone.GOOD),
    Difference.REMOVED: Mark("minus", Tone.BAD),
    Difference.MOVED: Mark("arrow-left-right", Tone.ATTENTION),
    Difference.CHANGED: Mark("pencil", Tone.NEUTRAL),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A row: a revision, or a paragraph that differs between two versions; *number* is 0 of one that is gone."""

    key: str
    number: int
    of: Revision | ParagraphChange
    before: Trilingual
    after: Trilingual
    was: MinutesParagraph | None
    became: MinutesParagraph | None

    @property
    def paragraph(self) -> Key:
        """The key of the paragraph."""
        return self.of.paragraph if isinstance(self.of, Revision) else self.of.paragraph.key

    @property
    def difference(self) -> Difference:
        """What became of the paragraph."""
        if isinstance(self.of, ParagraphChange):
            return self.of.difference
        if not self.before:
            return Difference.ADDED
        return Difference.CHANGED if self.after else Difference.REMOVED


def of_revisions(revisions: Sequence[Revision], numbers: Mapping[Key, int]) -> tuple[Change, ...]:
    """Revisions as rows."""
    return tuple(
        Change(
            f"{one.paragraph}.{one.first.sequence}", numbers.get(one.paragraph, 0), one, one.before, one.after,
            one.first.before, one.last.after,
        )
        for one in revisions
    )  # fmt: skip


def of_versions(before: Sequence[MinutesParagraph], after: Sequence[MinutesParagraph]) -> tuple[Change, ...]:
    """What differs between two versions as rows."""
    was, now = ({one.key: one for one in each} for each in (before, after))
    return tuple(
        Change(
            one.paragraph.key, one.number_after or one.number_before, one, *_texts(was, now, one.paragraph.key),
            was.get(one.paragraph.key), now.get(one.paragraph.key),
        )
        for one in compared(before, after)
    )  # fmt: skip


def _texts(
    was: Mapping[Key, MinutesParagraph], now: Mapping[Key, MinutesParagraph], key: Key
) -> tuple[Trilingual, Trilingual]:
    return tuple(each[key].text if key in each else Trilingual() for each in (was, now))  # type: ignore[return-value]


def _when(change: Change, words: Catalog) -> str:
    return moment(change.of.last.at, words) if isinstance(change.of, Revision) else ""


def _when_sorted(change: Change, _words: Catalog) -> int:
    return change.of.last.sequence if isinstance(change.of, Revision) else change.number


def _number(change: Change, words: Catalog) -> str:
    return words.number(change.number) if change.number else words.gettext("removed")


def _what(change: Change, words: Catalog) -> str:
    if isinstance(change.of, Revision):
        return act_said(change.of, words)
    return words.gettext(DIFFERENCE_LABELS[change.of.difference])


def _languages(change: Change, words: Catalog) -> str:
    if isinstance(change.of, Revision):
        return languages_said(change.of, words)
    return words.listing(one.language.upper() for one in change.of.texts)


COLUMNS: tuple[Column[Change], ...] = (
    Column(N_("Paragraph"), _number, lambda change, _words: change.number),
    Column(N_("What"), _what, mark=lambda change: MARKS.get(change.difference), stretch=True),
    Column(N_("Languages"), _languages, spare=True),
    Column(N_("When"), _when, _when_sorted),
)


class History(QWidget):
    """The page. ``left`` says that the text is wanted again."""

    left = Signal()

    def __init__(self, desk: Secretariat, jobs: Jobs, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._desk, self._revisions = desk, desk.minutes.revisions
        self._language, self._alerts = language, alerts
        self._lookup: Lookup[tuple[Change, ...]] = Lookup(jobs, self)
        self._now: Reading | None = None
        self._wanted: Key = ""
        self.before: ChoiceField[Version] = ChoiceField(language, [], version_said, N_("Each revision"))
        self.after: ChoiceField[Version] = ChoiceField(language, [], version_said)
        self.list: RowTable[Change] = RowTable(COLUMNS, lambda one: one.key, language, NONE)
        self.list.name(N_("Revisions of the minutes"))
        self._with = QLabel()
        self.pane = ChangePane(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(SideBySide(self.before, self._with, self.after))
        column.addWidget(MasterDetail(self.list, self.pane, share=0.5, beside=BESIDE), 1)
        self.before.edited.connect(self._read)
        self.after.edited.connect(self._read)
        self.list.selected.connect(self._show)
        self.list.opened.connect(lambda _change: self.go_beside())
        self.pane.restore.connect(self._restore)
        self.retranslate()

    def begin(self, reading: Reading, paragraph: Key = "") -> None:
        """Show the revisions of minutes, at those of one *paragraph* where it is named."""
        self._wanted = paragraph
        self.load(reading)
        self.list.setFocus()

    def load(self, reading: Reading) -> None:
        """Read what became of the minutes."""
        self._now = reading
        if reading.minutes is None:
            self.list.show_rows(())
            return
        versions = self._revisions.versions(reading.minutes.key)
        named = [one for one in versions if one.kind is not VersionKind.NOW]
        chosen = self.before.value()
        self.before.set_values(named)
        if chosen not in named:
            self.before.load(None, over=True)
        self.after.set_values(list(reversed(versions)))
        self._read()

    def _read(self) -> None:
        """Tell it from the journal, beside the window."""
        reading, before, after = self._now, self.before.value(), self.after.value()
        for part in (self._with, self.after):
            part.setVisible(before is not None)
        if reading is None or reading.minutes is None:
            return
        key, numbers = reading.minutes.key, {line.key: line.number for line in reading.lines}
        revisions = self._revisions

        def told() -> tuple[Change, ...]:
            if before is None or after is None:
                return of_revisions(revisions.of(key), numbers)
            return of_versions(revisions.as_of(key, before), revisions.as_of(key, after))

        self._lookup.ask(told, self._tell)

    def _tell(self, changes: tuple[Change, ...]) -> None:
        self.list.show_rows(changes)
        wanted = next((one.key for one in changes if self._wanted and one.key.startswith(self._wanted)), None)
        self._wanted = ""
        if wanted is not None:
            self.list.select(wanted)
        self.list.select_first()
        self._show(self.list.current)

    def _show(self, change: Change | None) -> None:
        locked = self._now is None or self._now.approved or self._desk.store.read_only
        every = () if self._now is None else self._now.every
        stands = next((one.text for one in every if change is not None and one.key == change.paragraph), Trilingual())
        self.pane.load(change, stands, locked=locked)

    def go_beside(self) -> None:
        """Put the keyboard on the first way to restore what is looked at, or say why there is none."""
        if not self.pane.take_keyboard():
            self._alerts.say(self._why_none(), Tone.NEUTRAL)

    def _why_none(self) -> str:
        if self._desk.store.read_only:
            return READ_ONLY
        if self._now is not None and self._now.approved:
            return ONLY_READ
        return NOTHING_TO_RESTORE

    def _restore(self, paragraph: MinutesParagraph) -> None:
        if self._now is not None and self._now.circulated and not self._means():
            return
        with self._alerts.guard():
            if self._revisions.restore(paragraph):
                self._alerts.say(N_("The earlier text stands in the minutes again; Ctrl+Z takes it back."))
            else:
                self._alerts.say(STANDS, Tone.NEUTRAL)

    def _means(self) -> bool:
        """Ask whether a text is meant to be restored: the minutes are with the members."""
        words = self._language.words
        return self._alerts.confirm(
            words.gettext("Restore this text? The minutes are circulated already."),
            words.gettext("Restore it"),
            words.gettext("Leave the text as it stands"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._with.setText(words.gettext("compared with"))
        self.before.set_accessible(words.gettext("Version"), "")
        self.after.set_accessible(words.gettext("compared with"), "")
        self._show(self.list.current)


class ChangePane(DetailPane):
    """What changed in each language, with its marks. ``restore`` carries the paragraph as it stood."""

    restore = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._heads = {tongue: QLabel(NAMES[tongue]) for tongue in Language}
        self._texts = {tongue: MarkedText() for tongue in Language}
        self.verbs = FactRows(language)
        self.add(self.verbs)  # above the texts, which may be long: what can be done is in sight
        self._hint = QLabel(wordWrap=True)
        style(self._hint, Type.SMALL, Tone.MUTED)
        self.add(self._hint)
        for tongue in Language:
            style(self._heads[tongue], Type.SMALL, Tone.MUTED)
            self.add(self._heads[tongue])
            self.add(self._texts[tongue])

    def take_keyboard(self) -> bool:
        """Put the keyboard on the first way to restore; false where there is none."""
        shown = (one for one in self.verbs.findChildren(LinkedText) if one.isVisibleTo(self))
        links = [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one in links[:1]:
            one.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(one)
        return bool(links)

    def load(self, change: Change | None, stands: Trilingual, *, locked: bool) -> None:
        """Show one change, or nothing; *stands* is the text of its paragraph as it is now, which is not restored."""
        words = self._language.words
        if change is None:
            self.head("")
        else:
            self.head(_what(change, words), _when(change, words))
        self._hint.setText("" if change is None else words.gettext(HINT))
        for tongue in Language:
            differs = change is not None and change.before[tongue] != change.after[tongue]
            self._heads[tongue].setVisible(differs)
            self._texts[tongue].setVisible(differs)
            if change is not None and differs:
                self._texts[tongue].show_pieces(marked(change.before[tongue], change.after[tongue]))
                self._texts[tongue].setAccessibleName(NAMES[tongue])
        self.verbs.show_rows(() if change is None or locked else self._ways(change, stands))

    def _ways(self, change: Change, stands: Trilingual) -> Iterator[FactRow]:
        words = self._language.words
        ways: list[tuple[str, MinutesParagraph | None, Callable[[MinutesParagraph], object]]] = [
            (N_("The text before"), change.was, self.restore.emit),
            (N_("The text after"), change.became, self.restore.emit),
        ]
        for label, paragraph, act in ways:
            if paragraph is not None and paragraph.text and same_words(paragraph.text, stands):
                yield FactRow((words.gettext(label),), note=words.gettext(STANDS), muted=True)
            elif paragraph is not None and paragraph.text:
                yield FactRow((words.gettext(label),), offers=(Offer(N_("Restore"), partial(act, paragraph)),))
