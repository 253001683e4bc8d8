"""Boxes in which files and folders are chosen: in the window's language, and where the last files were."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.choosing import TABLES, DocumentFiles, file_to_open, file_to_save, folder_to_use, table_to_save
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preferences import Memory, load


def answer(labels: list[str], *, accept: bool = True, choose: str = "") -> None:
    """Look at the box that is about to be shown, and answer it."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QFileDialog)
        labels.extend(label.text() for label in box.findChildren(QLabel) if label.text())
        if choose:
            box.selectFile(choose)
        box.done(int(accept))

    QTimer.singleShot(0, act)


@pytest.mark.parametrize(
    ("tongue", "said"),
    [
        (Language.FR, ["Voir dans\u00a0:", "Nom du fichier\u00a0:", "Fichiers de type\u00a0:"]),
        (Language.ES, ["Buscar en:", "Nombre del archivo:", "Archivos de tipo:"]),
    ],
)
def test_a_box_is_in_one_language(qtbot: QtBot, language: CurrentLanguage, tongue: Language, said: list[str]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    language.switch(tongue)
    labels: list[str] = []
    answer(labels, accept=False)
    assert file_to_open(parent, "PDF", Path.home(), "PDF (*.pdf)", language.words) is None
    assert labels == said
    language.switch(Language.EN)


def test_files_are_looked_for_where_the_last_were_also_on_another_day(
    qtbot: QtBot, language: CurrentLanguage, memory: Memory, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "minutes.pdf").write_bytes(b"%PDF-")
    files = DocumentFiles(language, memory)
    answer([], choose=str(papers / "minutes.pdf"))
    assert files.pdf(parent, "PDF") == papers / "minutes.pdf"
    assert files.begin == papers
    another_day = DocumentFiles(language, memory)
    answer([])
    assert another_day.folder(parent, "Folder") == papers
    assert load(memory._settings).folder == str(papers)
    (papers / "minutes.pdf").unlink()
    papers.rmdir()
    assert another_day.begin != papers


def test_a_name_to_save_under_is_offered(qtbot: QtBot, language: CurrentLanguage, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answer([])
    offered = tmp_path / "network.nmirf"
    assert file_to_save(parent, "New register", offered, "Registers (*.nmirf)", language.words) == offered


def test_a_list_is_saved_as_a_workbook_or_as_csv_and_its_name_follows(
    qtbot: QtBot, language: CurrentLanguage, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    offered = tmp_path / "States 2026-11-24.xlsx"
    answer([])
    assert table_to_save(parent, "Export the list", offered, language.words) == offered

    def choose_csv() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QFileDialog)
        box.selectNameFilter(TABLES[".csv"])
        box.filterSelected.emit(TABLES[".csv"])
        box.accept()

    QTimer.singleShot(0, choose_csv)
    assert table_to_save(parent, "Export the list", offered, language.words) == offered.with_suffix(".csv")


def test_a_name_that_ends_otherwise_is_offered_again_whole(
    qtbot: QtBot, language: CurrentLanguage, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    boxes: list[str] = []

    def answer_twice(name: str) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QFileDialog)
        boxes.append(Path(box.selectedFiles()[0]).name)
        if name:
            box.selectFile(name)
            QTimer.singleShot(0, lambda: answer_twice(""))
        box.accept()

    QTimer.singleShot(0, lambda: answer_twice("Members of 24.11"))
    chosen = table_to_save(parent, "Export the list", tmp_path / "States.xlsx", language.words)
    assert chosen == tmp_path / "Members of 24.11.xlsx"
    assert boxes == ["States.xlsx", "Members of 24.11.xlsx"]


def test_two_askers_with_one_memory_begin_where_either_was_last(
    qtbot: QtBot, language: CurrentLanguage, memory: Memory, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    papers, lists = DocumentFiles(language, memory), DocumentFiles(language, memory)
    answer([], choose=str(tmp_path / "States.xlsx"))
    assert lists.table(parent, "Export the list", "States") == tmp_path / "States.xlsx"
    assert papers.begin == tmp_path


def test_a_line_with_its_suggestions_gives_the_keyboard_up_before_its_box_goes(
    qtbot: QtBot, language: CurrentLanguage, tmp_path: Path
) -> None:
    """Enter with the list open left the keyboard in the line, and the line told of it when half of it was gone.

    On a system that is slow to tell windows of the keyboard, the process ended there.
    """
    for name in ("papers", "past"):
        (tmp_path / name).mkdir()
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    left: list[type] = []

    def type_and_enter() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QFileDialog)
        line = box.findChild(QLineEdit)
        assert line is not None
        line.setFocus()
        for _ in range(30):  # the box looks into its folder beside the window
            line.clear()
            QTest.keyClicks(line, "pa")
            QTest.qWait(100)
            if QApplication.activePopupWidget() is not None:
                break
        line.setText(str(tmp_path))
        QTest.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Return)
        if box.isVisible():
            box.reject()

    def heard(before: QWidget | None, _now: QWidget | None) -> None:
        left.append(type(before))

    QTimer.singleShot(0, type_and_enter)
    application = cast("QApplication", QApplication.instance())
    application.focusChanged.connect(heard)
    chosen = folder_to_use(parent, "Folder", tmp_path, language.words)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.focusChanged.disconnect(heard)
    assert chosen == tmp_path
    assert QLineEdit in left
    assert QWidget not in left, "a widget that is half gone is known by its oldest part alone"


def test_the_path_that_is_typed_is_the_folder_whatever_is_marked_in_the_list(
    qtbot: QtBot, language: CurrentLanguage, tmp_path: Path
) -> None:
    """The full path of a folder was typed, and files were written into its parent, which was still marked."""
    own = tmp_path / "outbox" / "post"
    own.mkdir(parents=True)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def mark_and_accept() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QFileDialog)
        line, rows = box.findChild(QLineEdit), box.findChild(QAbstractItemView, "listView")
        assert line is not None
        assert rows is not None
        for _ in range(50):  # the box reads its folder beside the window
            QTest.qWait(50)
            if rows.model().rowCount(rows.rootIndex()):
                break
        line.setText(str(own))
        marked = rows.model().index(0, 0, rows.rootIndex())
        rows.selectionModel().select(
            marked, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        line.blockSignals(True)
        line.setText(str(own))
        line.blockSignals(False)
        assert box.selectedFiles() == [str(own.parent)]
        box.accept()
        if box.isVisible():
            box.reject()

    QTimer.singleShot(0, mark_and_accept)
    assert folder_to_use(parent, "Folder", tmp_path, language.words) == own
