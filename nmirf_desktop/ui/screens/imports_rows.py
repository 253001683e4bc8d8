"""The rows of a list that is to be imported: their columns, and the numbers over them that filter."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.intake import VERDICT_LABELS, Count, PreviewRow, Verdict, Weight
from nmirf_desktop.domain.intake.report import happens, subject_said, verdict_said, with_warnings
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
    Verdict.ERROR: Mark("octagon-alert", Tone.BAD),
}
"""The shape and tone of each verdict."""
WARNED = Mark("triangle-alert", Tone.ATTENTION)
"""Those of a row with a warning, whatever it does."""
Wanted = Verdict | Weight
"""What rows are chosen by: what becomes of them, or that they have a warning."""
ORDER: tuple[Wanted, ...] = (Verdict.ERROR, Weight.WARNING, Verdict.CHANGED, Verdict.NEW, Verdict.UNCHANGED)
"""What needs somebody stands first."""
LABELS: dict[Wanted, str] = dict(VERDICT_LABELS.items()) | {Weight.WARNING: N_("With a warning")}
MOST_SHOWN = 20_000
"""So many rows are shown at once, twice as many as are taken in at once; the numbers above count them all."""


def mark_of(row: PreviewRow) -> Mark:
    """The shape and tone of a row."""
    return WARNED if row.warned else MARKS[row.verdict]


def _passes(row: PreviewRow, wanted: Wanted | None) -> bool:
    return row.warned if wanted is Weight.WARNING else wanted in (None, row.verdict)


def _order(row: PreviewRow, _words: Catalog) -> tuple[int, int]:
    return ORDER.index(Weight.WARNING if row.warned else row.verdict), ORDER.index(row.verdict)


def _what(row: PreviewRow, words: Catalog) -> str:
    return " · ".join(happens(row, words))


SUBJECT = 2
"""The column that says what a row is about: a State, or a record of the Network’s work."""
COLUMNS: tuple[Column[PreviewRow], ...] = (
    Column(
        N_("Line"),
        lambda row, words: words.number(row.number),
        lambda row, _words: row.number,
        right=True,
        cell=lambda row, _words: row.number,
    ),
    Column(
        N_("Result"), lambda row, words: words.gettext(VERDICT_LABELS[row.verdict]), _order, mark=mark_of,
        whole=verdict_said, least=8,
    ),
    Column(N_("State"), subject_said, lambda row, words: words.sort_key(subject_said(row, words)), least=14),
    Column(N_("What happens"), _what, stretch=True),
)  # fmt: skip


class VerdictFilter(QWidget):
    """A button for each verdict, and one for warnings, with the number of its rows.

    ``changed`` is emitted when another one filters.
    """

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._counts: Mapping[Wanted, Count] = {}
        self._buttons = {verdict: QPushButton() for verdict in ORDER}
        for verdict, button in self._buttons.items():
            button.setCheckable(True)
            button.setIcon(icon((MARKS[verdict] if isinstance(verdict, Verdict) else WARNED).icon))
            button.clicked.connect(lambda checked, one=verdict: self._press(one, checked=checked))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(*self._buttons.values()))
        self.retranslate()

    @property
    def wanted(self) -> Wanted | None:
        """What the rows shown have in common, ``None`` for all."""
        return next((verdict for verdict, button in self._buttons.items() if button.isChecked()), None)

    @property
    def number(self) -> int:
        """How many rows there are to show."""
        wanted = self.wanted
        if wanted is None:
            return sum(count.rows for one, count in self._counts.items() if isinstance(one, Verdict))
        return self._count(wanted).rows

    def _count(self, wanted: Wanted) -> Count:
        return self._counts.get(wanted, Count())

    def choose(self, wanted: Wanted | None) -> None:
        """Show the rows of one verdict, or with a warning, or all."""
        for verdict, button in self._buttons.items():
            button.setChecked(verdict is wanted)

    def load(self, counts: Mapping[Verdict, Count]) -> None:
        """Show other numbers; a filter without rows is taken away."""
        self._counts = dict(counts.items()) | {Weight.WARNING: Count(sum(one.warned for one in counts.values()))}
        if self.wanted is not None and not self._count(self.wanted).rows:
            self.choose(None)
        self.retranslate()

    def matching(self, rows: Iterable[PreviewRow], held: int | None) -> list[PreviewRow]:
        """The rows to show: those of the verdict, and the one at which somebody is at work, by its line's number."""
        wanted = self.wanted
        found: list[PreviewRow] = []
        for row in rows:
            if _passes(row, wanted) or row.number == held:
                found.append(row)
                if len(found) == MOST_SHOWN:
                    break
        return found

    def _press(self, verdict: Wanted, *, checked: bool) -> None:
        self.choose(verdict if checked else None)
        self.changed.emit()

    def retranslate(self) -> None:
        """Say the words and numbers again."""
        words = self._language.words
        pattern = words.pgettext("verdict with its number of rows", "{verdict} {n}")
        for verdict, button in self._buttons.items():
            count = self._count(verdict)
            said = pattern.format(verdict=words.gettext(LABELS[verdict]), n=words.number(count.rows))
            button.setText(with_warnings(said, count, words))
            button.setEnabled(bool(count.rows))
