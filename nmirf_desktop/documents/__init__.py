"""Documents: a frozen paper in, the bytes of a PDF out. The only package that knows ReportLab."""

from collections.abc import Callable, Sequence
from functools import partial
from threading import RLock
from typing import TYPE_CHECKING

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import (
    AddressLabel,
    AgendaPaper,
    Masthead,
    MinutesPaper,
    Paper,
    RecordPaper,
    fingerprint,
)
from nmirf_desktop.i18n import Catalog, Language, catalog

if TYPE_CHECKING:
    from nmirf_desktop.documents.compositor import Compose


_PRESS = RLock()
"""Held by who sets a text: ReportLab's fonts and what is known of them are one for all threads."""


def typeset(paper: Paper, edition: Edition, *, large: bool = False) -> bytes:
    """A paper as a tagged, archivable file: in one language, or in all three together; *large* sets it at 16 points.

    The same paper in the same version of the program gives the same bytes. ReportLab is loaded by the first call.
    Raises :class:`nmirf_desktop.domain.refusals.Problem` for a character that no shipped font has.
    """
    with _PRESS:
        return _set(paper, edition, large=large)


def _set(paper: Paper, edition: Edition, *, large: bool) -> bytes:
    """The file, by whoever holds the press."""
    from nmirf_desktop.documents.compositor import bound
    from nmirf_desktop.documents.page import Imprint

    title, compose = _composer(paper)
    printed = fingerprint(paper, edition)
    beside = edition is Edition.PARALLEL
    each = [
        Imprint(paper.masthead, title(words), words, printed, large, beside)
        for words in map(catalog, edition.languages)
    ]
    match edition:
        case Edition.PARALLEL:
            from nmirf_desktop.documents.parallel import set_parallel

            return set_parallel(each, compose)
        case Edition.CONSECUTIVE:
            from nmirf_desktop.documents.together import set_consecutive

            return set_consecutive(each, compose)
        case Edition.EN | Edition.FR | Edition.ES:
            return bound(each[0], compose)


def letters(papers: Sequence[tuple[str, RecordPaper]], language: Language) -> bytes:
    """Letters to several, each with to whom it goes, as one file in which each begins on a page of its own.

    The same letters give the same bytes. Raises as :func:`typeset`.
    """
    with _PRESS:
        from nmirf_desktop.documents.mailing import set_letters

        return set_letters(papers, language)


def labels(found: Sequence[AddressLabel], head: Masthead, title: str, language: Language) -> bytes:
    """Address labels, three by eight on a sheet; *head* and *title* are what the file says of itself, in a language.

    The same labels give the same bytes. Raises as :func:`typeset`.
    """
    with _PRESS:
        from nmirf_desktop.documents.mailing import set_labels

        return set_labels(found, head, title, language)


def lacking(text: str) -> tuple[str, ...]:
    """The characters of a text that cannot be printed: no shipped font has them, or they are read from the right."""
    from nmirf_desktop.documents import fonts
    from nmirf_desktop.documents.inline import tidy

    with _PRESS:
        return fonts.lacking(tidy(text))


def _composer(paper: Paper) -> "tuple[Callable[[Catalog], str], Compose]":
    """What a paper is called in a language, and what sets it."""
    match paper:
        case AgendaPaper():
            from nmirf_desktop.documents import agenda

            return partial(agenda.title, paper), partial(agenda.compose, paper)
        case MinutesPaper():
            from nmirf_desktop.documents import minutes

            return partial(minutes.title, paper), partial(minutes.compose, paper)
        case RecordPaper():
            from nmirf_desktop.documents import record

            return partial(record.title, paper), partial(record.compose, paper)
