"""What :mod:`tests.benchmarks.paired` times is equal content: the same words in the same order, on as many pages."""

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.benchmarks.paired import Setter, setters


def words(file: Path) -> list[str]:
    """The words of a tagged file in the order of its structure; page numbers and other figures are none."""
    command = ["pdfinfo", "-struct-text", "-enc", "UTF-8", str(file)]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode(errors="replace")
    said = " ".join(re.findall(r'^ +"(.*)"$', told, flags=re.MULTILINE))
    return re.findall(r"[^\W\d_]+", said)


@pytest.mark.parametrize("other", [1, 2], ids=["typst", "WeasyPrint"])
def test_others_set_the_same_words_on_as_many_pages(other: int, tmp_path: Path) -> None:
    pair: list[Setter] = [setters(tmp_path)[0], setters(tmp_path)[other]]
    if missing := pair[1].missing():
        pytest.skip(missing)
    assert pair[0].missing() == ""
    ours, theirs = (words(one.made) for one in pair)
    assert ours == theirs
    pages = [len(pypdfium2.PdfDocument(one.made)) for one in pair]
    assert abs(pages[0] - pages[1]) <= 1
    assert pages[0] >= 30
