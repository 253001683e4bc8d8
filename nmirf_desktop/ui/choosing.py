"""Files and folders that the user chooses, in boxes that speak the window's language, and the way to them."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from nmirf_desktop.exchange.spreadsheet import CSV, XLSX
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.paths import documents_folder
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preferences import Memory

Choose = Callable[[QWidget, str], Path | None]
"""Asks, in a window and under a title, for a place."""
PDFS = "PDF (*.pdf)"
TABLES = {XLSX: "XLSX (*.xlsx)", CSV: "CSV (*.csv)"}
"""The kinds of files that a list is written into, by how their names end."""
LISTS = "CSV, XLSX, XLS, ODS (*.csv *.txt *.tsv *.xlsx *.xlsm *.xls *.ods)"
"""The kinds of files that a list is read from."""
TRANSLATED = "DOCX, XLSX, XLS, ODS (*.docx *.xlsx *.xlsm *.xls *.ods)"
"""The kinds of files in which translations come back."""
CORRECTED = "DOCX (*.docx *.docm)"
"""The kinds of files in which corrected minutes come back; a macro in one is never run."""
LABELS = {
    QFileDialog.DialogLabel.LookIn: N_("Look in:"),
    QFileDialog.DialogLabel.FileName: N_("File name:"),
    QFileDialog.DialogLabel.FileType: N_("Files of type:"),
}
"""What Qt’s own box says in English or in other words than the program."""


def ask_paths(box: QFileDialog, words: Catalog) -> tuple[Path, ...]:
    """All that the user chooses in a box.

    Its line gives the keyboard up before it goes: the system may tell the window that it has it again only after the
    box is gone, and the process would die of a signal that names a line of which half is left (Qt 6.11, PySide).
    """
    for label, message in LABELS.items():
        box.setLabelText(label, words.gettext(message))
    chosen = box.selectedFiles() if box.exec() else []
    held = QApplication.focusWidget()
    if held is not None and box.isAncestorOf(held):
        held.clearFocus()
    box.deleteLater()
    return tuple(Path(one) for one in chosen)


def ask_path(box: QFileDialog, words: Catalog) -> Path | None:
    """What the user chooses in a box, if anything."""
    return next(iter(ask_paths(box, words)), None)


def file_to_open(parent: QWidget | None, title: str, folder: Path, pattern: str, words: Catalog) -> Path | None:
    """The file that the user chooses to be opened; *pattern* is Qt's, as "PDF (*.pdf)"."""
    box = QFileDialog(parent, title, str(folder), pattern)
    box.setFileMode(QFileDialog.FileMode.ExistingFile)
    return ask_path(box, words)


def file_to_save(parent: QWidget | None, title: str, path: Path, pattern: str, words: Catalog) -> Path | None:
    """The name under which the user has a file saved, *path* where nothing else is chosen; Qt asks before replacing."""
    box = QFileDialog(parent, title, str(path.parent), pattern)
    box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    box.selectFile(path.name)
    return ask_path(box, words)


def table_to_save(parent: QWidget | None, title: str, path: Path, words: Catalog) -> Path | None:
    """The name under which the user has a list saved, *path* where nothing else is chosen: a workbook, or CSV.

    Where a name ends otherwise, the box is shown again with a whole one, so that Qt asks before that file is replaced.
    """
    box = QFileDialog(parent, title, str(path.parent), ";;".join(TABLES.values()))
    box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    box.selectNameFilter(TABLES[path.suffix])
    box.setDefaultSuffix(path.suffix)
    box.selectFile(path.name)
    box.filterSelected.connect(partial(_end_as, box))
    chosen = ask_path(box, words)
    if chosen is None or chosen.suffix.lower() in TABLES:
        return chosen
    return table_to_save(parent, title, chosen.with_name(f"{chosen.name}.{box.defaultSuffix()}"), words)


def _end_as(box: QFileDialog, pattern: str) -> None:
    """Another kind of file was chosen: its name ends accordingly."""
    suffix = next(suffix for suffix, known in TABLES.items() if known == pattern)
    box.setDefaultSuffix(suffix)
    for name in box.selectedFiles():
        if Path(name).suffix.lower() in TABLES:
            box.selectFile(Path(name).with_suffix(suffix).name)


def folder_to_use(parent: QWidget | None, title: str, folder: Path, words: Catalog) -> Path | None:
    """The folder that the user chooses: the one whose path is typed, whatever is still marked in the list.

    While a path is typed, Qt marks each folder on the way, and gives what is marked before what is typed: where the
    last one is not read from the disk yet, or the line has lost the keyboard to its own list, that is the parent.
    """
    box = QFileDialog(parent, title, str(folder))
    box.setFileMode(QFileDialog.FileMode.Directory)
    box.setOption(QFileDialog.Option.ShowDirsOnly)
    typed: list[Path] = []
    box.accepted.connect(lambda: typed.extend(_typed(box)))
    chosen = ask_path(box, words)
    if chosen is None or not typed or os.path.isdir(typed[0]):  # noqa: PTH112  (false for what no system can name)
        return typed[0] if chosen is not None and typed else chosen
    return folder_to_use(parent, title, chosen, words)


def _typed(box: QFileDialog) -> Iterator[Path]:
    """The path in the line of a box: a folder that is there, or a full path that is none; the system's box has none."""
    line = box.findChild(QLineEdit)
    text = line.text().strip() if line is not None else ""
    if not text:
        return
    path = Path(os.path.expanduser(text))  # noqa: PTH111  (the text itself where nobody has that name)
    found = Path(box.directory().absolutePath()) / path
    if path.is_absolute() or os.path.isdir(found):  # noqa: PTH112
        yield found


def way_to(folder: Path) -> Offer:
    """The offer to show the folder into which something was written."""
    return Offer(N_("Open the folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))


class DocumentFiles:
    """Asks for the places of documents: first among the user's documents, then where the last ones were.

    The folder is remembered from one day to the next where there is a *memory*.
    """

    def __init__(self, language: CurrentLanguage, memory: Memory | None = None) -> None:
        self._language = language
        self._memory = memory
        self._last: Path | None = None

    @property
    def begin(self) -> Path:
        """The folder in which a box begins: the last one, while it is there."""
        known = self._memory.now.folder if self._memory is not None else ""
        last = Path(known) if known else self._last
        return last if last is not None and last.is_dir() else documents_folder()

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """The folder into which files go."""
        chosen = folder_to_use(parent, title, self.begin, self._language.words)
        return self._remember(chosen, chosen)

    def pdf(self, parent: QWidget, title: str) -> Path | None:
        """A PDF that is there."""
        chosen = file_to_open(parent, title, self.begin, PDFS, self._language.words)
        return self._remember(chosen, chosen.parent if chosen is not None else None)

    def listing(self, parent: QWidget, title: str) -> Path | None:
        """A list that is there: a workbook, or text."""
        chosen = file_to_open(parent, title, self.begin, LISTS, self._language.words)
        return self._remember(chosen, chosen.parent if chosen is not None else None)

    def translated(self, parent: QWidget, title: str) -> Path | None:
        """A table of translations that is there."""
        chosen = file_to_open(parent, title, self.begin, TRANSLATED, self._language.words)
        return self._remember(chosen, chosen.parent if chosen is not None else None)

    def corrected(self, parent: QWidget, title: str) -> Path | None:
        """Minutes that were corrected in a word processor."""
        chosen = file_to_open(parent, title, self.begin, CORRECTED, self._language.words)
        return self._remember(chosen, chosen.parent if chosen is not None else None)

    def named(self, parent: QWidget, title: str, name: str) -> Path | None:
        """The file of a kind that is to be written, of that *name* where nothing else is chosen."""
        suffix = Path(name).suffix
        pattern = f"{suffix[1:].upper()} (*{suffix})"
        chosen = file_to_save(parent, title, self.begin / name, pattern, self._language.words)
        if chosen is not None and chosen.suffix.lower() != suffix:
            return self.named(parent, title, f"{chosen.name}{suffix}")
        return self._remember(chosen, chosen.parent if chosen is not None else None)

    def table(self, parent: QWidget, title: str, name: str) -> Path | None:
        """The file into which a list is to be written, a workbook of that *name* where nothing else is chosen."""
        chosen = table_to_save(parent, title, self.begin / f"{name}{XLSX}", self._language.words)
        return self._remember(chosen, chosen.parent if chosen is not None else None)

    def several(self, parent: QWidget, title: str) -> tuple[Path, ...]:
        """Files of any kind that are there."""
        box = QFileDialog(parent, title, str(self.begin))
        box.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chosen = ask_paths(box, self._language.words)
        first = next(iter(chosen), None)
        self._remember(first, first.parent if first is not None else None)
        return chosen

    def copy(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Where a copy of a file called *name* goes."""
        chosen = file_to_save(parent, title, self.begin / name, "", self._language.words)
        return self._remember(chosen, chosen.parent if chosen is not None else None)

    def _remember(self, chosen: Path | None, folder: Path | None) -> Path | None:
        if folder is not None:
            self._last = folder
            if self._memory is not None:
                self._memory.keep(replace(self._memory.now, folder=str(folder)))
        return chosen
