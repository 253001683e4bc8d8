"""Which document, of which meeting, in which languages; and what its texts still lack, said before it is exported."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.fact_rows import Shape
from nmirf_desktop.ui.fields import CheckField, ChoiceField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.meeting_field import MeetingField
from nmirf_desktop.ui.rows import mark
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

NAMED = 4
"""How many places of missing texts are named; the others are counted."""


def kind_name(kind: DocumentKind, words: Catalog) -> str:
    """A kind of document in words."""
    return words.gettext(KIND_LABELS[kind])


class DocumentForm(Form):
    """The kind of document and the meeting, and whether it is exported in large print."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.kind: ChoiceField[DocumentKind] = ChoiceField(language, list(DocumentKind), kind_name)
        self.meeting = MeetingField(language)
        self.large = CheckField(language, N_("Large print"))
        self.kind.load(DocumentKind.AGENDA, over=True)
        self.large.load(False, over=True)
        self.add("kind", N_("Document"), self.kind)
        self.add("meeting", N_("Meeting"), self.meeting)
        self.add("large", N_("Size of print"), self.large, N_("Large print is for reading only and is never issued."))


def _count(states: Sequence[TextState], words: Catalog) -> str:
    """How many texts of one language are missing and how many are outdated, in sentences."""
    missing = states.count(TextState.MISSING)
    outdated = states.count(TextState.OUTDATED)
    said = []
    if missing:
        said.append(
            words.ngettext(
                "{n} text is missing; it will be printed in the original language, marked.",
                "{n} texts are missing; they will be printed in the original language, marked.",
                missing,
            ).format(n=missing)
        )
    if outdated:
        said.append(
            words.ngettext(
                "{n} text is older than its original.", "{n} texts are older than their original.", outdated
            ).format(n=outdated)
        )
    return "\n".join(said)


def gap_words(gaps: Iterable[Gap], language: Language, words: Catalog) -> str:
    """What a document lacks in one language: how many texts, and the first places; one word where it lacks nothing."""
    of_it = [gap for gap in gaps if gap.language is language]
    if not of_it:
        return words.gettext("Every text is there.")
    named = words.listing(gap.said_in(words) for gap in of_it[:NAMED])
    rest = len(of_it) - NAMED
    if rest > 0:
        named = words.ngettext("{places}, and {n} more", "{places}, and {n} more", rest).format(places=named, n=rest)
    return f"{_count([gap.state for gap in of_it], words)}\n{named}"


class LanguageRow(QWidget):
    """One language of the document: whether it is exported, and what it lacks."""

    def __init__(self, tongue: Language) -> None:
        super().__init__()
        self._tongue = tongue
        self.tick = QCheckBox(NAMES[tongue])
        self.tick.setChecked(True)
        self.said = QLabel(wordWrap=True)
        style(self.said, Type.SMALL, Tone.MUTED)
        self._shape: Shape | None = None
        self._under = QHBoxLayout()
        self._under.setContentsMargins(STEP * 6, 0, 0, 0)
        self._under.setSpacing(STEP * 2)
        self._under.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.tick)
        column.addLayout(self._under)

    def show_gaps(self, gaps: Sequence[Gap], words: Catalog) -> None:
        """Say what the document lacks in this language."""
        if self._shape is not None:
            self._under.removeWidget(self._shape)
            self._shape.hide()
            self._shape.deleteLater()
        lacking = any(gap.language is self._tongue for gap in gaps)
        text = gap_words(gaps, self._tongue, words)
        self._shape = Shape(mark(Tone.ATTENTION if lacking else Tone.GOOD), text)
        self._under.insertWidget(0, self._shape, 0, Qt.AlignmentFlag.AlignTop)
        self.said.setText(text)
        self.tick.setAccessibleDescription(text)


class Languages(QWidget):
    """The three languages under each other. ``changed``: others are to be exported."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = {tongue: LanguageRow(tongue) for tongue in Language}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 3)
        for row in self.rows.values():
            column.addWidget(row)
            row.tick.toggled.connect(self.changed)

    def chosen(self) -> tuple[Language, ...]:
        """The languages that are ticked."""
        return tuple(tongue for tongue, row in self.rows.items() if row.tick.isChecked())

    def show_gaps(self, gaps: Sequence[Gap], words: Catalog) -> None:
        """Say what the document lacks in each language."""
        for row in self.rows.values():
            row.show_gaps(gaps, words)
