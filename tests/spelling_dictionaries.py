"""Makes ``resources/spelling`` anew from packages: ``python -m tests.spelling_dictionaries FOLDER``.

FOLDER holds, as ``npm pack`` brings them, dictionary-fr 3.0.0 (MPL-2.0), dictionary-es 4.0.0 (of its three licences
MPL-1.1), dictionary-en-gb 3.0.0 and dictionary-en 4.0.0 (MIT and BSD). English is that of Great Britain as the United
Nations writes it, *organization*: the -ise words that have a twin in -ize make way for it.
"""

import re
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "resources" / "spelling"
PACKAGES = {"fr": "dictionary-fr-3.0.0", "es": "dictionary-es-4.0.0", "en": "dictionary-en-gb-3.0.0"}
WITH_IZE = "dictionary-en-4.0.0"
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e[a-z]*|ing[a-z]*|ation[a-z]*|abl[a-z]*|able)$)")
"""Where a word in -ise, -iser, -ising, -isation, -isable has its s."""
KEPT = frozenset({"apprise"})
"""What is another word with a z."""


def merged(british: Iterable[str], american: Iterable[str]) -> list[str]:
    """The entries ("word/flags") of a British list, those in -ise as the American list has them in -ize."""
    with_ize = {entry.partition("/")[0]: entry for entry in american}
    found: dict[str, str] = {}
    for entry in british:
        word = entry.partition("/")[0]
        twin = _ISE.sub("iz", word)
        if twin != word and twin in with_ize and word not in KEPT:
            found[twin] = with_ize[twin]
        else:
            found.setdefault(word, entry)
    return sorted(found.values())


def _read(folder: Path, package: str, name: str) -> str:
    with tarfile.open(folder / f"{package}.tgz") as packed:
        file = packed.extractfile(f"package/{name}")
        assert file is not None
        return file.read().decode("utf-8")


def _entries(dictionary: str) -> list[str]:
    """The entries after the line with their number."""
    return [line for line in dictionary.splitlines()[1:] if line]


def make(folder: Path, target: Path = FOLDER) -> None:
    """Write the dictionaries and their licences."""
    target.mkdir(parents=True, exist_ok=True)
    for language, package in PACKAGES.items():
        entries = _entries(_read(folder, package, "index.dic"))
        if language == "en":
            entries = merged(entries, _entries(_read(folder, WITH_IZE, "index.dic")))
        files = {
            f"{language}.aff": _read(folder, package, "index.aff"),
            f"{language}.dic": "\n".join((str(len(entries)), *entries, "")),
            f"{language}.license.txt": _read(folder, package, "license"),
        }
        for name, text in files.items():
            (target / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
