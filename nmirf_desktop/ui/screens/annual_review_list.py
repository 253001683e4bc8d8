"""The list of the annual review: its paragraphs, how each stands to the facts, and the period that is reviewed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.annual_review import ReviewPart, ReviewPeriod, Told
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screens.annual_review_forms import part_said
from nmirf_desktop.ui.theme import Tone

DRAFTED, WRITTEN, ADDED = N_("as drafted"), N_("written by hand"), N_("added by hand")
REMOVED, CHANGED = N_("taken out"), N_("its facts have changed since")
_ORDER = {part: place for place, part in enumerate(ReviewPart)}


def state_said(told: Told, words: Catalog) -> str:
    """How a paragraph stands to the facts, in words."""
    if told.outdated:
        return words.gettext(CHANGED)
    if told.removed:
        return words.gettext(REMOVED)
    if told.added:
        return words.gettext(ADDED)
    return words.gettext(WRITTEN if told.written else DRAFTED)


def state_mark(told: Told) -> Mark:
    """How a paragraph stands to the facts, as a shape."""
    if told.outdated:
        return Mark("octagon-alert", Tone.ATTENTION)
    if told.removed:
        return Mark("minus", Tone.MUTED)
    return Mark("pencil", Tone.NEUTRAL) if told.written else Mark("circle-check", Tone.GOOD)


def text_of(told: Told, words: Catalog) -> str:
    """The paragraph in the reader's language; of one that was taken out, what it would say."""
    return (told.text or told.draft).best(words.language)


COLUMNS: tuple[Column[Told], ...] = (
    Column(
        N_("Part of the review"),
        lambda told, words: part_said(told.part, words),
        lambda told, _words: _ORDER[told.part],
        least=14,
    ),
    Column(
        N_("Paragraph"),
        text_of,
        also=lambda told: " ".join((told.text or told.draft)[one] for one in Language),
        stretch=True,
        ease=30,
    ),
    Column(N_("State"), state_said, mark=state_mark, least=14),
)
"""The columns of the paragraphs."""


class PeriodFilter(QWidget):
    """Which period is reviewed. ``chosen`` asks for another one."""

    chosen = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.period: ChoiceField[ReviewPeriod] = ChoiceField(language, [], lambda one, words: one.said_in(words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.period))
        self.period.edited.connect(self.chosen)
        self.retranslate()

    def offer(self, periods: Sequence[ReviewPeriod], shown: ReviewPeriod) -> None:
        """The periods to choose from, the one shown among them."""
        wanted = sorted({*periods, shown}, key=lambda one: (one.last, one.first), reverse=True)
        self.period.set_values(wanted)
        self.period.load(shown, over=True)

    def retranslate(self) -> None:
        """Say the name of the choice again."""
        self.period.set_accessible(self._language.words.gettext("Period"), "")
