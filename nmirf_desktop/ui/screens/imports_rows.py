"""The rows of a list that is to be imported: their columns, and the numbers over them that filter."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.intake import VERDICT_LABELS, PreviewRow, Verdict
from nmirf_desktop.domain.intake.report import happens, subject_said
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone

MARKS = {
    Verdict.NEW: Mark("plus", Tone.GOOD),
    Verdict.CHANGED: Mark("pencil", Tone.GOOD),
    Verdict.UNCHANGED: Mark("minus", Tone.MUTED),
    Verdict.WARNING: Mark("triangle-alert", Tone.ATTENTION),
    Verdict.ERROR: Mark("octagon-alert", Tone.BAD),
}
"""The shape and tone of each verdict."""
ORDER = (Verdict.ERROR, Verdict.WARNING, Verdict.CHANGED, Verdict.NEW, Verdict.UNCHANGED)
"""What needs somebody stands first."""
MOST_SHOWN = 20_000
"""So many rows are shown at once, twice as many as are taken in at once; the numbers above count them all."""


def verdict_word(row: PreviewRow, words: Catalog) -> str:
    """A row's verdict as its word."""
    return words.gettext(VERDICT_LABELS[row.verdict])


def _what(row: PreviewRow, words: Catalog) -> str:
    return " · ".join(happens(row, words))


COLUMNS: tuple[Column[PreviewRow], ...] = (
    Column(
        N_("Line"),
        lambda row, words: words.number(row.number),
        lambda row, _words: row.number,
        right=True,
        cell=lambda row, _words: row.number,
    ),
    Column(
        N_("Result"), verdict_word, lambda row, _words: ORDER.index(row.verdict), mark=lambda row: MARKS[row.verdict],
        least=8,
    ),
    Column(N_("State"), subject_said, lambda row, words: words.sort_key(subject_said(row, words)), least=14),
    Column(N_("What happens"), _what, stretch=True),
)  # fmt: skip


class VerdictFilter(QWidget):
    """A button for each verdict with the number of its rows; ``changed`` is emitted when another one filters."""

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._counts: Mapping[Verdict, int] = {}
        self._buttons = {verdict: QPushButton() for verdict in ORDER}
        for verdict, button in self._buttons.items():
            button.setCheckable(True)
            button.setIcon(icon(MARKS[verdict].icon))
            button.clicked.connect(lambda checked, one=verdict: self._press(one, checked=checked))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(*self._buttons.values()))
        self.retranslate()

    @property
    def wanted(self) -> Verdict | None:
        """The verdict whose rows are shown, ``None`` for all."""
        return next((verdict for verdict, button in self._buttons.items() if button.isChecked()), None)

    @property
    def number(self) -> int:
        """How many rows there are to show."""
        wanted = self.wanted
        return sum(self._counts.values()) if wanted is None else self._counts.get(wanted, 0)

    def choose(self, wanted: Verdict | None) -> None:
        """Show the rows of one verdict, or all."""
        for verdict, button in self._buttons.items():
            button.setChecked(verdict is wanted)

    def load(self, counts: Mapping[Verdict, int]) -> None:
        """Show other numbers; a filter without rows is taken away."""
        self._counts = counts
        if self.wanted is not None and not counts[self.wanted]:
            self.choose(None)
        self.retranslate()

    def matching(self, rows: Iterable[PreviewRow], held: int | None) -> list[PreviewRow]:
        """The rows to show: those of the verdict, and the one at which somebody is at work, by its line's number."""
        wanted = self.wanted
        found: list[PreviewRow] = []
        for row in rows:
            if wanted in (None, row.verdict) or row.number == held:
                found.append(row)
                if len(found) == MOST_SHOWN:
                    break
        return found

    def _press(self, verdict: Verdict, *, checked: bool) -> None:
        self.choose(verdict if checked else None)
        self.changed.emit()

    def retranslate(self) -> None:
        """Say the words and numbers again."""
        words = self._language.words
        pattern = words.pgettext("verdict with its number of rows", "{verdict} {n}")
        for verdict, button in self._buttons.items():
            count = self._counts.get(verdict, 0)
            button.setText(pattern.format(verdict=words.gettext(VERDICT_LABELS[verdict]), n=words.number(count)))
            button.setEnabled(bool(count))
