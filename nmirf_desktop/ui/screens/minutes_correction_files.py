"""The files of a request for correction, named: they stand below the last request, whichever they belong to."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.held_files import HeldFiles
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


class RequestFiles(QWidget):
    """The files of one request under its name; hidden until they are asked for."""

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._language, self._whose = language, ""
        self.title, self.held = QLabel(wordWrap=True), HeldFiles(desk, language, alerts)
        style(self.title, Type.SMALL, Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.title)
        column.addWidget(self.held)
        self.hide()

    def show_of(self, request: CorrectionRequest, rows: Iterable[FactRow], *, settled: bool) -> None:
        """Show the files of a request, which is one of *rows*; where they are *settled*, none comes or goes."""
        self._whose, self.held.settled = request.key, settled
        self.held.load(Holder(HolderKind.CORRECTION_REQUEST, request.key), request.state)
        self.show()
        self.follow(rows)

    def follow(self, rows: Iterable[FactRow]) -> None:
        """The requests are others, or say something else; the files of one that is gone are shown no more."""
        if self.isHidden():
            return
        row = next((one for one in rows if one.key == self._whose), None)
        self.setVisible(row is not None)
        if row is not None:
            words = self._language.words
            pattern = words.pgettext("an act and what it was done to", "{act} – {named}")
            self.title.setText(pattern.format(act=words.gettext("Files"), named=row.said))
            self.held.again()
