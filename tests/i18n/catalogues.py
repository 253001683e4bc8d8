"""Refresh the catalogues from the code: ``python -m tests.i18n.catalogues [FILE.json ...] [--missing]``.

A JSON file fills translations in: a list of objects with ``id`` (``plural``, ``context`` where there is one) and
``fr``, ``es`` (strings, or lists for plurals). English is its own translation.
"""

import datetime
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po
from filelock import FileLock

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "i18n"
LOCK = ROOT / "build" / "catalogues.lock"
TEMPLATE = FOLDER / "nmirf.pot"
LANGUAGES = ("en", "fr", "es")
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "NP_": ((1, "c"), 2)}
FIXED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
HEADER = "# NMIRF Desktop: what the program says. Refreshed by tests/i18n/catalogues.py.\n#"

Key = tuple[str, str | None]


def source(language: str) -> Path:
    """The ``.po`` file of a language."""
    return FOLDER / language / "LC_MESSAGES" / "nmirf.po"


def key(message: Message) -> Key:
    """What tells one message from another: its (singular) id and its context."""
    return (message.id if isinstance(message.id, str) else message.id[0]), message.context


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _empty(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        project="NMIRF Desktop",
        version="1",
        header_comment=HEADER,
        msgid_bugs_address="SECURITY.md",
        last_translator="NMIRF Desktop",
        language_team=language,
        creation_date=FIXED,
        revision_date=FIXED,
        fuzzy=False,
    )


def extracted() -> Catalog:
    """The messages that the code holds now."""
    template = _empty(None)
    found = extract_from_dir(ROOT / "nmirf_desktop", keywords=KEYWORDS, comment_tags=("Words:",))
    for name, _line, message, comments, context in found:
        place = f"nmirf_desktop/{Path(name).as_posix()}"
        template.add(message, None, [(place, 0)], auto_comments=comments, context=context)
    return template


def stored(language: str) -> Catalog:
    """The catalogue of a language as it is on disk, or an empty one."""
    path = source(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def written(catalogue: Catalog) -> bytes:
    """A catalogue as a file, in an order and form that do not depend on the day."""
    file = io.BytesIO()
    write_po(file, catalogue, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()


def save(path: Path, catalogue: Catalog) -> None:
    """Put a catalogue in its place at once, so that no reader sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_bytes(written(catalogue))
    os.replace(new, path)  # noqa: PTH105  (replaces on Windows too)


def update(language: str, template: Catalog, fills: list[dict[str, Any]]) -> Catalog:
    """The stored catalogue brought to the template, with translations filled in."""
    known: dict[Key, Any] = {key(message): message.string for message in stored(language) if message.id}
    known |= {(fill["id"], fill.get("context")): fill[language] for fill in fills if language in fill}
    fresh = _empty(language)
    for message in template:
        if not message.id:
            continue
        string: Any = known.get(key(message), "")
        if language == "en":
            string = message.id if isinstance(message.id, str) else tuple(message.id)
        elif not isinstance(message.id, str):
            given = (string,) if isinstance(string, str) else tuple(string)
            string = (given + (given[-1],) * fresh.num_plurals)[: fresh.num_plurals]
        fresh.add(message.id, string, message.locations, auto_comments=message.auto_comments, context=message.context)
    return fresh


def refresh(fills: list[dict[str, Any]]) -> dict[str, int]:
    """Bring template and catalogues to the code; the number of untranslated messages by language."""
    missing = {}
    LOCK.parent.mkdir(exist_ok=True)
    with FileLock(LOCK):
        template = extracted()
        save(TEMPLATE, template)
        for language in LANGUAGES:
            catalogue = update(language, template, fills)
            save(source(language), catalogue)
            missing[language] = len(untranslated(catalogue))
    return missing


def untranslated(catalogue: Catalog) -> list[Message]:
    """The messages that lack a translation or one of its forms, or whose translation is a guess."""
    return [message for message in catalogue if message.id and (message.fuzzy or not all(forms(message)))]


def main(arguments: list[str]) -> None:
    """Refresh, fill, and say what is missing."""
    fills: list[dict[str, Any]] = []
    for name in arguments:
        if name != "--missing":
            fills += json.loads(Path(name).read_text(encoding="utf-8"))
    for language, count in refresh(fills).items():
        print(f"{language}: {count} untranslated")
    if "--missing" in arguments:
        for message in untranslated(stored("fr")):
            print(repr(message.id), message.context or "", sorted({name for name, _ in message.locations}))


if __name__ == "__main__":
    main(sys.argv[1:])
