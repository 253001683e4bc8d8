"""What the documents do beside the window: pages prepared, files told of."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.unprintable import Unprintable
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.ui.alerts import Notice, Offer, Sentence
from nmirf_desktop.ui.jobs import Report
from nmirf_desktop.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was read for the preview: the files of each edition, or why there are none; what the document lacks.

    Where it is for what is *unprintable*, the document can still be exported in the languages that have none of it.
    """

    files: dict[Edition, tuple[bytes, ...]]
    gaps: tuple[Gap, ...] = ()
    problem: Problem | None = None
    unprintable: tuple[Unprintable, ...] = ()


def prepare(papers: Papers, request: Request, report: Report) -> Prepared:
    """Read and typeset a document, one edition after the other; stops between them where it is told to."""
    files = {}
    gaps: list[Gap] = []
    unprintable: list[Unprintable] = []
    try:
        report(0, len(request.editions))
        for content in papers.contents(request):
            gaps += [gap for gap in content.gaps if gap not in gaps]
            unprintable += [one for one in content.unprintable if one not in unprintable]
        for done, edition in enumerate(request.editions, 1):
            one = replace(request, editions=(edition,))
            files[edition] = papers.preview(one)
            report(done, len(request.editions))
    except Problem as problem:
        return Prepared({}, tuple(gaps), problem, tuple(unprintable))
    return Prepared(files, tuple(gaps), None, tuple(unprintable))


def joined(files: Sequence[bytes]) -> bytes:
    """The pages of several files one after the other, as the preview shows the decisions of a meeting.

    Only for the thread of the window: what draws the pages knows no other.
    """
    if len(files) == 1:
        return files[0]
    from pypdfium2 import PdfDocument

    whole = PdfDocument.new()
    for file in files:
        whole.import_pages(PdfDocument(file))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def written(folder: Path, files: Sequence[Path]) -> Notice:
    """Which files were written where, with the way to them."""
    names = Listed(tuple(file.name for file in files))
    said = Sentence(N_("In the folder “{folder}”: {files}"), {"folder": folder.name, "files": names})
    show = Offer(N_("Open the folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    return Notice(said, Tone.GOOD, offers=(show,))


def replacing(names: Sequence[str], words: Catalog) -> str:
    """What is asked before files of these names are replaced."""
    return words.ngettext(
        "{n} file of that name is already in the folder.", "{n} files of these names are already in the folder.",
        len(names),
    ).format(n=len(names))  # fmt: skip


Choose = Callable[[QWidget, str], Path | None]
