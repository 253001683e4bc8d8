"""Whatever scrolls comes to rest in every width: no page goes from one width to the other and back, without end."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.panes import Scrolled
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.stage import Stage
from tests import samples

WIDTHS, HEIGHTS = range(360, 1500, 95), (320, 760)
MOST = 12
"""So often may a part be given another size for one change of the window: a bar comes, parts wrap, once each."""


class Sizes(QObject):
    """Counts how often each part that is scrolled is given another size."""

    def __init__(self) -> None:
        super().__init__()
        self.given: Counter[QObject] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Count, and let it pass."""
        if event.type() is QEvent.Type.Resize:
            self.given[watched] += 1
        return False


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_every_page_that_scrolls_comes_to_rest_in_every_width(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, shell: Shell, qtbot: QtBot, name: str
) -> None:
    with open_register(samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")) as store:
        stage, screen, sizes = Stage(), SCREENS[name](Secretariat(store), shell), Sizes()
        qtbot.addWidget(stage)
        stage.add(screen)
        stage.show_screen(screen, "", keyboard=False)
        stage.show()
        qtbot.waitExposed(stage)
        areas: list[QScrollArea] = [stage, *screen.findChildren(QScrollArea)]
        assert [area for area in areas if not isinstance(area, Scrolled)] == []
        parts: dict[QObject, str] = {one.viewport().children()[0]: type(one).__name__ for one in areas}
        for part in parts:
            part.installEventFilter(sizes)
        for width in WIDTHS:
            for height in HEIGHTS:
                sizes.given.clear()
                stage.resize(width, height)
                for _ in range(MOST * 2):
                    QApplication.processEvents()
                restless = [parts[part] for part, times in sizes.given.items() if times > MOST]
                assert restless == [], f"{width} × {height}"
