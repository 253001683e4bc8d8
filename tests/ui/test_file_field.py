"""The field that takes files: by its button, by dropping and by pasting; taken out by Delete; told what is wrong."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.attachments import Filing, NewFile
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.file_field import FileField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from tests.ui.dropping import copy, drop
from tests.ui.screens.offices import texts


class LetterForm(Form):
    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.files = FileField(language)
        self.add("files", "The letter itself", self.files)


@pytest.fixture
def form(qtbot: QtBot, language: CurrentLanguage) -> LetterForm:
    form = LetterForm(language)
    qtbot.addWidget(form)
    form.resize(500, 400)
    form.show()
    form.activateWindow()
    QApplication.processEvents()
    return form


@pytest.fixture
def scans(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "Note n° 12.pdf", tmp_path / "annex.pdf"]
    for number, path in enumerate(paths):
        path.write_bytes(b"%PDF-1" * (number + 1) * 400)
    return paths


def parts(field: FileField) -> tuple[QPushButton, QListWidget, QPushButton]:
    button, names, remove = field.editors
    assert isinstance(button, QPushButton)
    assert isinstance(names, QListWidget)
    assert isinstance(remove, QPushButton)
    return button, names, remove


def listed(field: FileField) -> list[str]:
    names = parts(field)[1]
    return [names.item(row).text() for row in range(names.count())]


def answer(*paths: Path) -> None:
    """Choose files in the box that is about to be shown."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QFileDialog)
        assert box.fileMode() is QFileDialog.FileMode.ExistingFiles
        for path in paths:
            box.selectFile(str(path))
        box.done(int(bool(paths)))

    QTimer.singleShot(0, act)


def test_files_are_chosen_by_the_button_and_listed_with_their_sizes(form: LetterForm, scans: list[Path]) -> None:
    button, names, remove = parts(form.files)
    assert not names.isVisible()
    assert not remove.isVisible()
    answer(scans[0])
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert listed(form.files) == ["Note n° 12.pdf (3\u00a0kB)"]
    assert form.files.value() == (NewFile("Note n° 12.pdf", scans[0].read_bytes(), Filing.LETTER),)
    answer()
    button.click()
    assert len(form.files.value()) == 1


def test_files_are_dropped_and_pasted_and_stay_where_they_are(form: LetterForm, scans: list[Path]) -> None:
    assert drop(form.files, [scans[0]]) is Qt.DropAction.CopyAction
    copy([scans[1]])
    parts(form.files)[0].setFocus()
    QTest.keyClick(parts(form.files)[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert listed(form.files) == ["Note n° 12.pdf (3\u00a0kB)", "annex.pdf (5\u00a0kB)"]
    assert all(path.exists() for path in scans)


def test_what_lies_on_the_network_and_what_is_no_file_is_not_taken(form: LetterForm) -> None:
    assert drop(form.files, ["https://example.org/letter.pdf"]) is None
    copy(["https://example.org/letter.pdf"])
    QTest.keyClick(parts(form.files)[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.files.value() == ()


def test_one_is_taken_out_by_delete_and_the_keyboard_stays(form: LetterForm, scans: list[Path]) -> None:
    drop(form.files, scans)
    button, names, _remove = parts(form.files)
    names.setFocus()
    QTest.keyClick(names, Qt.Key.Key_Up)
    QTest.keyClick(names, Qt.Key.Key_Delete)
    assert listed(form.files) == ["annex.pdf (5\u00a0kB)"]
    assert names.hasFocus()
    QTest.keyClick(names, Qt.Key.Key_Delete)
    QApplication.processEvents()
    assert form.files.value() == ()
    assert button.hasFocus()


def test_what_cannot_be_read_is_told_under_the_list_and_blocks_nothing(
    form: LetterForm, scans: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "empty.pdf").touch()
    drop(form.files, [scans[0], tmp_path / "empty.pdf", scans[0]])
    said = texts(form)
    assert "“empty.pdf” is empty." in said
    assert "“Note n° 12.pdf” is in the list already." in said
    assert form.files.fault is None
    assert len(form.files.value()) == 1
    drop(form.files, [scans[1]])
    assert "is empty" not in texts(form)


def test_it_speaks_the_language_of_the_window_and_to_a_reader(
    form: LetterForm, language: CurrentLanguage, scans: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "vide.pdf").touch()
    drop(form.files, [*scans, tmp_path / "vide.pdf"])
    language.switch(Language.FR)
    QApplication.processEvents()
    button, names, remove = parts(form.files)
    assert listed(form.files)[0] == "Note n° 12.pdf (3\u00a0ko)"
    assert (button.text(), remove.text()) == ("Choisir des fichiers…", "Retirer de la liste")
    assert names.accessibleName() == "La lettre elle-même"
    assert button.accessibleName() == "La lettre elle-même\u00a0: Choisir des fichiers…"
    assert "est vide" in texts(form)
    language.switch(Language.EN)


def test_a_form_that_is_only_read_takes_no_file(form: LetterForm, scans: list[Path]) -> None:
    form.set_read_only(True)
    assert drop(form.files, scans) is None
    assert not parts(form.files)[0].isEnabled()


def test_another_record_has_none_of_the_files(form: LetterForm, scans: list[Path]) -> None:
    drop(form.files, scans)
    form.files.load((), over=True)
    assert listed(form.files) == []
    assert not parts(form.files)[1].isVisible()
