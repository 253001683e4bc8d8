"""Lists as files: written whole in the kind that their name says, or not at all, and why is said."""

from pathlib import Path

import pytest

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.spreadsheet import BOM, ListSheet
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.lists import write_list
from nmirf_desktop.storage.errors import StorageError
from tests.storage.places import mounts, read_only, small_disk

STATES = ListSheet("States", ("State",), (("Paraguay",), ("Portugal",)), Language.EN)
LONG = ListSheet("Texts", ("Text",), (("x" * 40_000,),), Language.EN)


def refused(sheet: ListSheet, path: Path) -> str:
    with pytest.raises((StorageError, Problem)) as raised:
        write_list(sheet, path)
    assert isinstance(raised.value, StorageError | Problem)
    return raised.value.said_in(catalog(Language.EN))


@pytest.mark.parametrize(("name", "begins"), [("a.xlsx", b"PK"), ("a.XLSX", b"PK"), ("a.csv", BOM), ("a.CSV", BOM)])
def test_the_name_says_which_kind_of_file_it_is(tmp_path: Path, name: str, begins: bytes) -> None:
    assert write_list(STATES, tmp_path / name) == tmp_path / name
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_what_does_not_fit_into_a_workbook_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"mine")
    assert refused(LONG, tmp_path / "list.xlsx").startswith("The text in row 2, column “Text”, is longer than ")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"list.xlsx": b"mine"}


@mounts
def test_on_a_full_disk_and_on_one_that_is_only_read_nothing_is_written(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "16k") as stick:
        assert refused(LONG, stick / "list.csv") == (
            "There is no room for the files in the folder “stick”. No file was written or changed; free some space, or "
            "choose another folder."
        )
        assert list(stick.iterdir()) == []
        read_only(stick)
        assert refused(STATES, stick / "list.csv") == (
            "The folder “stick” cannot be written. No file was written or changed; choose another folder."
        )
