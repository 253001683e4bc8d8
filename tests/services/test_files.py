"""Files of documents: all of them or none, and what stood in their place before stays."""

import subprocess
from pathlib import Path

import pytest

from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.files import write_all
from nmirf_desktop.storage.errors import StorageError
from tests.storage.places import mounts

FILES = (("one.pdf", b"%PDF-1"), ("two.pdf", b"%PDF-2"))


def refused(folder: Path) -> str:
    with pytest.raises(StorageError) as raised:
        write_all(folder, FILES)
    return raised.value.said_in(catalog(Language.EN))


def test_all_files_are_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert write_all(folder, FILES) == (folder / "one.pdf", folder / "two.pdf")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == dict(FILES)


def test_where_one_file_cannot_be_replaced_none_is(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(b"mine")
    (tmp_path / "two.pdf").mkdir()
    assert refused(tmp_path) == (
        "“two.pdf” is the name of a folder there. No file was written or changed; choose another folder."
    )
    assert (tmp_path / "one.pdf").read_bytes() == b"mine"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one.pdf", "two.pdf"]


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    said = refused(tmp_path / "file" / "below")
    assert said == "The folder “below” cannot be written. No file was written or changed; choose another folder."
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_folder_whose_name_is_too_long_is_said_in_one_sentence(tmp_path: Path) -> None:
    name = "x" * 300
    assert refused(tmp_path / name) == (
        f"The folder “{name}” cannot be written. No file was written or changed; choose another folder."
    )


@mounts
def test_where_the_system_stops_in_the_middle_it_is_said_which_files_are_new(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"mine")
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "two.pdf").write_bytes(b"mine")
    subprocess.run(["mount", "--bind", other, folder / "two.pdf"], check=True)
    try:
        said = refused(folder)
    finally:
        subprocess.run(["umount", folder / "two.pdf"], check=True)
    assert said == (
        "Not all files got their names in the folder “papers”. These are new: one.pdf. The others are as they were; "
        "export again."
    )
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {"one.pdf": b"%PDF-1", "two.pdf": b"mine"}
