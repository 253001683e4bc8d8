"""The documents that were issued: a list, and what identifies the one chosen."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nmirf_desktop.domain.certificate_since import Since
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.symbols import called
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.alerts import Alerts, Notice
from nmirf_desktop.ui.certificate_rows import since_rows
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fact_rows import FactRows
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Scrolled
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.screens.documents_choice import edition_name, named_edition
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, role, style

EMPTY = Empty(
    N_("No document was issued yet"),
    N_("An issued document is kept as it left the house: later changes make a new version and never touch it."),
    icon="files",
)


def issued_name(one: IssuedDocument) -> Phrase:
    """Which document was issued, in which language and version, and when."""
    return Phrase(
        N_("{symbol}, {language}, version {version}, as issued on {date}"),
        {
            "symbol": one.symbol, "language": named_edition(one.language), "version": one.version,
            "date": one.issued_on,
        },
    )  # fmt: skip


def issue_told(known: Collection[Key], issued: Sequence[IssuedDocument]) -> Notice:
    """What an issue brought: new versions, or none where the last of each, by its key *known*, says the same still."""
    new = tuple(one for one in issued if one.key not in known)
    if not new:
        same = N_("{document} says what it said when it was last issued; no new version was made.")
        return Notice(Phrase(same, {"document": Phrase(called(issued[0]))}))
    symbols = tuple(dict.fromkeys(one.symbol for one in new))
    if len(symbols) > 1:
        several = N_("These were issued and are kept in the register: {symbols}")
        return Notice(Phrase(several, {"symbols": Listed(symbols)}), Tone.GOOD)
    tongues = [named_edition(one.language) for one in new]
    versions = {one.version for one in new}
    if len(versions) == 1:
        done = N_("{symbol}, version {version}, was issued: {languages}.")
        values = {"symbol": symbols[0], "version": versions.pop(), "languages": Listed(tuple(tongues))}
        return Notice(Phrase(done, values), Tone.GOOD)
    each = N_("{language} (version {version})")
    editions = [
        Phrase(each, {"language": tongue, "version": one.version}) for one, tongue in zip(new, tongues, strict=True)
    ]
    done = N_("{symbol} was issued: {editions}.")
    return Notice(Phrase(done, {"symbol": symbols[0], "editions": Listed(tuple(editions))}), Tone.GOOD)


def _said(one: IssuedDocument, words: Catalog) -> str:
    """An issued document on two lines: what it is, and under it which of its issues."""
    which = words.gettext("version {version}, {language}, {date}").format(
        version=one.version, language=edition_name(one.language, words), date=words.date(one.issued_on)
    )
    return f"{one.symbol} · {words.gettext(called(one))}\n{which}"


def _order(one: IssuedDocument, words: Catalog) -> tuple[object, ...]:
    return one.symbol, one.version, edition_name(one.language, words)


COLUMNS = (Column(N_("Document"), _said, _order, stretch=True),)
FACTS = (N_("Fingerprint"), N_("SHA-256 of the file"), N_("Name of the file"))


class IssuedDetail(QWidget):
    """What identifies an issued document.

    ``again``: its file is to be written again; ``look``: to be shown; ``send``: to be sent.
    """

    again = Signal()
    look = Signal()
    send = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._heads = [QLabel() for _ in FACTS]
        self._values = [WrappedLabel() for _ in FACTS]
        grid = QFormLayout()
        grid.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        grid.setVerticalSpacing(STEP // 2)
        for head, value in zip(self._heads, self._values, strict=True):
            style(head, tone=Tone.MUTED)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addRow(head, value)
        self.show_it, self.export_it, self.send_it = QPushButton(), QPushButton(), QPushButton()
        self.show_it.clicked.connect(self.look)
        self.export_it.clicked.connect(self.again)
        self.send_it.clicked.connect(self.send)
        self.since = FactRows(language)
        row = SideBySide(self.show_it, self.export_it, self.send_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self.since)
        column.addWidget(row)
        column.addLayout(grid)
        self.load(None)
        self.retranslate()

    def load(self, issued: IssuedDocument | None, since: Since | None = None) -> None:
        """Show one document, or nothing; of a certificate what was recorded *since*."""
        self._since = since
        self._say_since()
        self.setVisible(issued is not None)
        if issued is not None:
            half = len(issued.sha256) // 2
            digest = f"{issued.sha256[:half]} {issued.sha256[half:]}"
            for label, text in zip(self._values, (issued.fingerprint, digest, issued.name), strict=True):
                label.setText(text)

    def _say_since(self) -> None:
        self.since.show_rows(since_rows(self._since, self._language.words))
        self.since.setVisible(self._since is not None)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._say_since()
        for head, message in zip(self._heads, FACTS, strict=True):
            head.setText(words.gettext(message))
        self.show_it.setText(words.gettext("Show it"))
        self.export_it.setText(words.gettext("Export it again …"))
        self.send_it.setText(words.gettext("Send it …"))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class _Below(Scrolled):
    """As high as the detail is at its width, where there is room; else it scrolls."""

    def __init__(self, detail: IssuedDetail) -> None:
        super().__init__()
        self._detail = detail
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        role(detail, "page")
        self.setWidget(detail)
        self.hide()

    def show_one(self, issued: IssuedDocument | None, since: Since | None) -> None:
        """Show one document, or nothing."""
        self._detail.load(issued, since)
        self.setVisible(issued is not None)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All lines of the detail."""
        high = max(self._detail.heightForWidth(self.viewport().width()), self._detail.sizeHint().height())
        return QSize(super().sizeHint().width(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self.updateGeometry()


class IssuedList(QWidget):
    """The list of issued documents in all the height there is, with the detail of the one chosen under it.

    The screen shows the detail of another one (:meth:`show_current`) together with the file.
    ``asked`` carries the place where the one chosen is sent.
    """

    asked = Signal(object)

    def __init__(
        self, language: CurrentLanguage, alerts: Alerts, since: Callable[[IssuedDocument], Since | None]
    ) -> None:
        super().__init__()
        self._alerts, self._since = alerts, since
        self.table: RowTable[IssuedDocument] = RowTable(COLUMNS, lambda one: one.key, language, EMPTY)
        self.table.name(N_("Issued documents"))
        self.detail = IssuedDetail(language)
        self.table.view.set_lines(2)
        self._below = below = _Below(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP * 3, STEP * 4, STEP * 2)
        column.setSpacing(STEP * 3)
        column.addWidget(self.table, 1)
        column.addWidget(below)
        self.detail.send.connect(self._send)
        self.detail.since.asked.connect(self.asked)
        self.table.selected.connect(lambda issued: None if issued is not None else self._below.show_one(None, None))

    def show_current(self) -> IssuedDocument | None:
        """Show what identifies the one chosen, and what came since; that this cannot be read is said."""
        current, since = self.table.current, None
        if current is not None:
            with self._alerts.guard():
                since = self._since(current)
        self._below.show_one(current, since)
        return current

    def showEvent(self, event: QShowEvent) -> None:
        """What came since the one chosen may have come behind another tab."""
        super().showEvent(event)
        self.show_current()

    @property
    def shown(self) -> list[IssuedDocument]:
        """All that are selected, in the order shown."""
        current = self.table.current
        return list(self.table.chosen) or ([] if current is None else [current])

    def _send(self) -> None:
        if (issued := self.table.current) is not None:
            self.asked.emit(Place("distribution", f"!send:{issued.key}"))
