"""How a text reads: what changed since a version that was kept, what an amendment would change, who sponsors it."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.agenda_comparing import PieceState
from nmirf_desktop.domain.amendments import CAUSE_LABELS, Sponsorship, TextVersion
from nmirf_desktop.domain.marked_text import Marked, Negotiated, bracketed
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text_sentences import in_words
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.markedtext import MarkedText
from nmirf_desktop.ui.screens.session_text_rows import TextRow
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

BRACKETS = N_("Words in brackets are not agreed yet.")


def _version(version: TextVersion, words: Catalog) -> str:
    cause = words.gettext(CAUSE_LABELS[version.cause])
    return words.pgettext("version of a text", "{number}: {cause}").format(number=version.number, cause=cause)


class VersionForm(Form):
    """With which version the text is compared."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.version: ChoiceField[TextVersion] = ChoiceField(language, [], _version)
        self.add("version", N_("Changes since"), self.version)

    def offer(self, versions: tuple[TextVersion, ...]) -> None:
        """The versions kept; at first the one that was submitted."""
        chosen = self.version.value()
        self.version.set_values(versions)
        self.version.load(chosen if chosen in versions else next(iter(versions), None), over=True)


class Reading(QWidget):
    """The text of the row that is chosen, read only: its marks, its sponsors, what is not agreed."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._row: TextRow | None = None
        self.named: Mapping[StateCode, State] = {}
        self.observers: Collection[StateCode] = ()
        self.versions, self.text = VersionForm(language), MarkedText()
        self.change, self.sponsors, self.rival, self.brackets = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self.change, self.sponsors, self.rival, self.brackets):
            label.setWordWrap(True)
        style(self.change, Type.HEADING)
        for label in (self.sponsors, self.rival):
            style(label, Type.BODY, Tone.MUTED)
        style(self.brackets, Type.BODY, Tone.ATTENTION)
        self.versions.edited.connect(lambda _name: self._say())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for part in (self.change, self.sponsors, self.rival, self.versions, self.text, self.brackets):
            column.addWidget(part)

    def show_row(self, row: TextRow | None) -> None:
        """Show a text, or nothing."""
        self._row = row
        if row is not None and row.whole:
            self.versions.offer(row.file.versions)
        self._say()

    def _say(self) -> None:
        row, words = self._row, self._language.words
        text = self._negotiated(row) if row is not None else None
        self.text.show_pieces((*self._title(row), *text.pieces) if row is not None and text is not None else ())
        self.text.setVisible(text is not None)
        self.versions.setVisible(row is not None and row.whole and bool(row.file.versions))
        self._label(self.change, self._change(row, words))
        self._label(self.sponsors, self._sponsors(row, words))
        rival = row.rival if row is not None else ""
        self._label(self.rival, words.gettext("On the same question as {draft}.").format(draft=rival) if rival else "")
        open_text = row is not None and row.before_the_meeting and bracketed(row.file.proposal.text.original)
        self._label(self.brackets, words.gettext(BRACKETS) if open_text else "")
        said = (self.text, self.change, self.sponsors, self.rival, self.brackets)
        self.setVisible(any(not part.isHidden() for part in said))

    @staticmethod
    def _label(label: QLabel, said: str) -> None:
        label.setText(said)
        label.setVisible(bool(said))

    def _negotiated(self, row: TextRow) -> Negotiated | None:
        """A proposal beside the version that was chosen; an amendment in its text."""
        version = self.versions.version.value() if row.whole else None
        if version is None:
            return row.negotiated
        text = row.file.proposal.text
        return Negotiated(text.source, version.text[text.source], text.original)

    def _title(self, row: TextRow) -> tuple[Marked, ...]:
        """The title above the text, where that changed too."""
        version = self.versions.version.value() if row.whole else None
        title = row.titled_since(version) if version is not None else None
        return (*title.pieces, Marked("\n", PieceState.KEPT)) if title is not None else ()

    def _change(self, row: TextRow | None, words: Catalog) -> str:
        if row is None or row.amendment is None:
            return ""
        return in_words(row.amendment, row.file.amendments, words)

    def _sponsors(self, row: TextRow | None, words: Catalog) -> str:
        """The main sponsor first, then those who joined and are still there."""
        if row is None or row.motion is not None:
            return ""
        of = row.amendment.amendment if row.amendment is not None else row.file.proposal
        joined = (one.state for one in row.file.sponsors if _stands(one, row))
        states = [self.named[code] for code in (of.sponsor or "", *joined) if code in self.named]
        if not states:
            return ""
        return words.gettext("Sponsors: {states}").format(
            states=words.conjunction(one.said_in(words) for one in states)
        )

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language, and one of colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()


def _stands(one: Sponsorship, row: TextRow) -> bool:
    amendment = row.amendment.amendment.key if row.amendment is not None else None
    return one.amendment == amendment and one.left_at is None
