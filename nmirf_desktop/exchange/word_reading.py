"""Documents that come back from a word processor (DOCX): bounded in size, read as XML, and never run."""

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from nmirf_desktop.domain.attachments import LARGEST
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.word_lines import WordComment, WordFile
from nmirf_desktop.exchange import packages
from nmirf_desktop.exchange.content import content_of
from nmirf_desktop.exchange.word_lines import comments_of, lines_of
from nmirf_desktop.i18n import N_

TOO_LARGE = N_(
    "The file {file} is larger than any minutes, or would be when it is unpacked. Nothing was taken in; save the text "
    "alone, without pictures, and choose that file."
)
NO_DOCUMENT = N_(
    "The file {file} is no document of a word processor (DOCX). Nothing was taken in; open it in the word processor "
    "and save it as DOCX."
)
PROTECTED = N_(
    "The file {file} is protected by a password. Nothing was taken in; take the password off in the word processor "
    "and save it again."
)
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OTHERS = {packages.TOO_LARGE: TOO_LARGE, packages.PROTECTED: PROTECTED, packages.DAMAGED: packages.BROKEN}
"""What is said of workbooks, and what of documents instead."""
_MAIN, _COMMENTS = "/officeDocument", "/comments"


def read_word(path: Path) -> WordFile:
    """The lines of a document.

    Raises:
        Problem: it is no such document, cannot be read, is damaged, protected by a password, or larger than any that
            is kept (:data:`.attachments.LARGEST`), as what was read stays with what is recorded of it.
    """
    content = content_of(path, LARGEST, TOO_LARGE)
    if not content.startswith(_ZIP):
        raise Problem(PROTECTED if content.startswith(_OLD) and _locked(content) else NO_DOCUMENT, {"file": path.name})
    try:
        return replace(_read(content, path.name), content=content)
    except Problem as problem:
        raise Problem(_OTHERS.get(problem.message, problem.message), {"file": path.name}) from problem
    except (ElementTree.ParseError, ExpatError, ValueError, LookupError, RecursionError) as error:
        raise Problem(packages.BROKEN, {"file": path.name}) from error


def _locked(content: bytes) -> bool:
    """Whether an old container holds a document under a password."""
    return "EncryptedPackage".encode("utf-16-le") in content


def _read(content: bytes, name: str) -> WordFile:
    def part(at: str) -> bytes | None:
        return packages.part_of(content, name, at)

    main = _related(part("_rels/.rels"), "", _MAIN) or "word/document.xml"
    document = part(main)
    if document is None:
        raise Problem(NO_DOCUMENT, {"file": name})
    folder, file = posixpath.split(main)
    beside = _related(part(f"{folder}/_rels/{file}.rels"), folder, _COMMENTS)
    remarks = part(beside) if beside else None
    comments: Mapping[str, WordComment] = comments_of(remarks) if remarks is not None else {}
    language, keywords = _about(part("docProps/core.xml"))
    return WordFile(name, lines_of(document, comments), language, keywords)


def _related(links: bytes | None, folder: str, kind: str) -> str:
    """The part of a kind to which a part leads, inside the file: what lies outside is never followed."""
    if links is None:
        return ""
    for link in ElementTree.fromstring(links):  # noqa: S314  (looked through: nothing is declared in it)
        if link.get("Type", "").endswith(kind) and link.get("TargetMode", "Internal") != "External":
            return posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
    return ""


def _about(core: bytes | None) -> tuple[str, str]:
    """The language and the keywords that a file says of itself."""
    if core is None:
        return "", ""
    said = {one.tag.rpartition("}")[2]: one.text or "" for one in ElementTree.fromstring(core)}  # noqa: S314
    return said.get("language", "")[:20], said.get("keywords", "")[:500]
