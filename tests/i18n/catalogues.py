"""Refresh the catalogues from the code: ``python -m tests.i18n.catalogues [FILE.json ...]``.

A JSON file fills translations in: a list of objects with ``id`` (``plural``, ``context`` where there is one) and
``fr``, ``es`` (strings, or lists for plurals). English is its own translation.
"""

import datetime
import fcntl
import json
import sys
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "i18n"
TEMPLATE = FOLDER / "nmirf.pot"
LANGUAGES = ("en", "fr", "es")
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None}
FIXED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def source(language: str) -> Path:
    """The ``.po`` file of a language."""
    return FOLDER / language / "LC_MESSAGES" / "nmirf.po"


def extracted() -> Catalog:
    """The messages that the code holds now."""
    template = Catalog(project="NMIRF Desktop", creation_date=FIXED, revision_date=FIXED, fuzzy=False)
    found = extract_from_dir(ROOT / "nmirf_desktop", keywords=KEYWORDS, comment_tags=("Words:",))
    for name, _line, message, comments, context in found:
        template.add(message, None, [(f"nmirf_desktop/{name}", 0)], auto_comments=comments, context=context)
    return template


def stored(language: str) -> Catalog:
    """The catalogue of a language as it is on disk, or an empty one."""
    path = source(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue in an order and form that do not depend on the day."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file, catalogue, width=110, omit_header=False, sort_output=True, include_lineno=False, ignore_obsolete=True
        )


def update(language: str, template: Catalog, fills: list[dict[str, Any]]) -> Catalog:
    """The stored catalogue brought to the template, with translations filled in."""
    catalogue = stored(language)
    known = {
        (message.id if isinstance(message.id, str) else message.id[0], message.context): message.string
        for message in catalogue
        if message.id
    }
    fresh = Catalog(
        locale=language,
        project="NMIRF Desktop",
        creation_date=FIXED,
        revision_date=FIXED,
        fuzzy=False,
        last_translator="NMIRF Desktop",
        language_team=language,
    )
    for fill in fills:
        if language in fill:
            known[(fill["id"], fill.get("context"))] = fill[language]
    for message in template:
        if not message.id:
            continue
        first = message.id if isinstance(message.id, str) else message.id[0]
        string: Any = known.get((first, message.context), "")
        if language == "en":
            string = message.id if isinstance(message.id, str) else tuple(message.id)
        elif not isinstance(message.id, str):
            forms = (string,) if isinstance(string, str) else tuple(string)
            string = (forms + (forms[-1],) * fresh.num_plurals)[: fresh.num_plurals]
        fresh.add(message.id, string, message.locations, auto_comments=message.auto_comments, context=message.context)
    return fresh


def refresh(fills: list[dict[str, Any]]) -> dict[str, int]:
    """Bring template and catalogues to the code; the number of untranslated messages by language."""
    with (FOLDER / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        template = extracted()
        write(TEMPLATE, template)
        missing = {}
        for language in LANGUAGES:
            catalogue = update(language, template, fills)
            write(source(language), catalogue)
            missing[language] = sum(1 for message in catalogue if message.id and not all(_forms(message.string)))
    (FOLDER / ".lock").unlink(missing_ok=True)
    return missing


def _forms(string: Any) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def main(arguments: list[str]) -> None:
    """Refresh, fill, and say what is missing."""
    fills: list[dict[str, Any]] = []
    for name in arguments:
        if name != "--missing":
            fills += json.loads(Path(name).read_text(encoding="utf-8"))
    for language, count in refresh(fills).items():
        print(f"{language}: {count} untranslated")
    if "--missing" in arguments:
        for message in stored("fr"):
            if message.id and not all(_forms(message.string)):
                print(repr(message.id), message.context or "", sorted({name for name, _ in message.locations}))


if __name__ == "__main__":
    main(sys.argv[1:])
