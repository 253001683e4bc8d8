"""What stands above the rows of a list to be imported: what is doubtful, what is left out, what is not shown."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.intake import Preview
from nmirf_desktop.domain.intake.judging import CORRECTS
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.actions import Action, with_keys
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.imports_rows import MOST_SHOWN
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

ONLY = N_("Only the first {n} rows are shown, filtered and exported: choose a result to see others.")


class CountedAction(Action):
    """The one act of the screen, which says how many rows it takes in, and what it leaves out."""

    rows = 0
    left_out = ""

    def retranslate(self, words: Catalog) -> None:
        """Say the number of now."""
        super().retranslate(words)
        said = words.ngettext("Import {n} row", "Import {n} rows", self.rows).format(n=words.number(self.rows))
        self.setText(said if self.rows else words.gettext(self.label))
        if self.left_out:
            self.setToolTip(with_keys(words, f"{self.text()}\n{self.left_out}", self.shortcut()))


class AboveRows(QWidget):
    """The sentences between the numbers and the rows; hidden while there are none."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._warned, self._apart = FactRows(language), WrappedLabel()
        style(self._apart, Type.BODY, Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self._warned)
        column.addWidget(self._apart)

    def load(self, shown: Preview | None, number: int) -> None:
        """Say what is to be known before the rows of a preview are taken in, of which *number* pass the filter."""
        words = self._language.words
        warned = [one.said_in(words) for one in (*shown.warnings, *shown.left_out)] if shown is not None else []
        self._warned.show_rows(FactRow((one,), mark=Mark("triangle-alert", Tone.ATTENTION)) for one in warned)
        self._warned.setVisible(bool(warned))
        said = [wrong_said(shown, words)] if shown is not None and shown.wrong else []
        corrects = shown.notes if shown is not None else ()
        said += [one.said_in(words) for one in corrects if one.message == CORRECTS]
        if shown is not None and number > MOST_SHOWN:
            said.append(words.gettext(ONLY).format(n=words.number(MOST_SHOWN)))
        self._apart.setText(" ".join(said))
        self._apart.setVisible(bool(said))
        self.setVisible(bool(warned or said))


def wrong_said(shown: Preview, words: Catalog) -> str:
    """How many rows stay out."""
    wrong = len(shown.wrong)
    message = words.ngettext("{n} row in error stays out.", "{n} rows in error stay out.", wrong)
    return message.format(n=words.number(wrong))


def left_out_said(shown: Preview, words: Catalog) -> str:
    """What the list holds that is not imported, a sentence in each line."""
    return "\n".join(one.said_in(words) for one in shown.left_out)
