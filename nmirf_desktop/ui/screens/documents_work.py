"""What the documents do beside the window: pages prepared for the preview; and the choice of folders and files."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.papers import Papers, Request
from nmirf_desktop.ui.jobs import Report


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was read for the preview: the pages in each language, what the document lacks, or why there is none."""

    files: dict[Language, bytes]
    gaps: tuple[Gap, ...] = ()
    problem: Problem | None = None


def prepare(papers: Papers, request: Request, report: Report) -> Prepared:
    """Read and typeset a document, one language after the other; stops between them where it is told to."""
    files = {}
    try:
        report(0, len(request.languages))
        gaps = papers.gaps(request.kind, request.meeting)
        for done, language in enumerate(request.languages, 1):
            one = Request(request.kind, request.meeting, (language,), request.large)
            files[language] = papers.preview(one)[0]
            report(done, len(request.languages))
    except Problem as problem:
        return Prepared({}, (), problem)
    return Prepared(files, gaps)


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """The folder that the user chooses for files."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def choose_pdf(parent: QWidget, title: str) -> Path | None:
    """The PDF that the user chooses."""
    name, _ = QFileDialog.getOpenFileName(parent, title, filter="PDF (*.pdf)")
    return Path(name) if name else None


Choose = Callable[[QWidget, str], Path | None]
