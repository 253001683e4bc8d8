"""A paper as one of its versions, or as none of them."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.certificate_papers import replacing
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.papers import NOT_ISSUED, Paper, RecordPaper


def as_version(paper: Paper, version: int, alike: Iterable[IssuedDocument]) -> Paper:
    """A paper as the *version* of a document, of which there are issues *alike* in the same edition.

    A certificate of dispatch says which version it replaces, as it is signed and shown to somebody by itself.
    """
    numbered = _versioned(paper, version)
    before = max((one for one in alike if one.version < version), key=lambda one: one.version, default=None)
    if before is None or before.kind is not DocumentKind.DISPATCH or not isinstance(numbered, RecordPaper):
        return numbered
    return replacing(numbered, before)


def not_issued(paper: Paper, issued_on: datetime.date | None) -> Paper:
    """A paper that is not issued; *issued_on* is when something else was issued of it last, if it was."""
    return _versioned(paper, NOT_ISSUED, issued_on)


def _versioned(paper: Paper, version: int, issued_on: datetime.date | None = None) -> Paper:
    return replace(paper, masthead=replace(paper.masthead, version=version, issued_on=issued_on))
