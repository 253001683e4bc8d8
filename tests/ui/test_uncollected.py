"""While Qt walks over all widgets, Python's collector is off, and afterwards as it was."""

import gc

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import Scheme, dress
from nmirf_desktop.ui.uncollected import uncollected
from tests.ui.clipping import theme


class Witness(QObject):
    """Notes whether the collector was on when a widget was told a change."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[QEvent.Type, bool] = {}

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self.seen[event.type()] = gc.isenabled()
        return False


def test_a_change_of_style_or_language_is_told_with_the_collector_off(qtbot: QtBot, qapp: QApplication) -> None:
    widget, witness = QWidget(), Witness()
    qtbot.addWidget(widget)
    dress(widget)
    widget.installEventFilter(witness)
    widget.show()
    language = CurrentLanguage(Language.EN)
    theme().use(Scheme.DARK, 125)
    language.switch(Language.FR)
    theme().use(Scheme.LIGHT, 100)
    assert witness.seen == {QEvent.Type.StyleChange: False, QEvent.Type.LanguageChange: False}
    assert gc.isenabled()


def test_the_collector_is_put_back_as_it_was() -> None:
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
