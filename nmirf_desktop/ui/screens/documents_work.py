"""What the documents do beside the window: pages prepared, files told of."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.issued import DocumentKind, editions_of
from nmirf_desktop.domain.papers import Masthead
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.domain.unprintable import Unprintable
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.papers import Papers, Upcoming
from nmirf_desktop.services.requests import Request
from nmirf_desktop.ui.alerts import Notice, Sentence
from nmirf_desktop.ui.choosing import way_to
from nmirf_desktop.ui.jobs import Report
from nmirf_desktop.ui.theme import Tone

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was read for the preview: the files of each edition, or why there are none; what the document lacks.

    Where it is for what is *unprintable*, the document can still be exported in the languages that have none of it.
    *cautions* are what to know before it is issued, *upcoming* the files that an issue would keep. Of a certificate,
    *certifies* says of which meeting it is.
    """

    files: dict[Edition, tuple[bytes, ...]]
    gaps: tuple[Gap, ...] = ()
    problem: Problem | None = None
    unprintable: tuple[Unprintable, ...] = ()
    cautions: tuple[Sayable, ...] = ()
    upcoming: tuple[Upcoming, ...] = ()
    certifies: Sayable | None = None


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """The meeting of a document, as its head has it: what it is called, where and when it is, and the symbol."""

    head: Masthead

    def said_in(self, words: Catalog) -> str:
        """The meeting in the language of *words*."""
        title, held = (one.read(words.language).text for one in (self.head.meeting, self.head.place_and_dates))
        pattern = words.pgettext("meeting of a document", "{symbol}: {meeting} ({dates})")
        return pattern.format(symbol=self.head.symbol, meeting=title, dates=held)


def _once(found: Iterable[Part]) -> tuple[Part, ...]:
    """Each of several things that are compared, once."""
    seen: list[Part] = []
    for one in found:
        if one not in seen:
            seen.append(one)
    return tuple(seen)


def prepare(papers: Papers, request: Request, report: Report) -> Prepared:
    """Read and typeset a document, one edition after the other; stops between them where it is told to."""
    files = {}
    known = Prepared({})
    try:
        report(0, len(request.editions))
        contents = papers.contents(request)
        known = Prepared(
            {},
            _once(gap for content in contents for gap in content.gaps),
            None,
            _once(one for content in contents for one in content.unprintable),
            _once(one for content in contents for one in content.cautions),
            papers.upcoming(replace(request, editions=editions_of(request.kind))),
            OfMeeting(contents[0].paper.masthead) if request.kind is DocumentKind.DISPATCH and contents else None,
        )
        for done, edition in enumerate(request.editions, 1):
            if made := papers.preview(replace(request, editions=(edition,))):  # of many letters, none may be in it
                files[edition] = made
            report(done, len(request.editions))
    except Problem as problem:
        return replace(known, problem=problem)
    return replace(known, files=files)


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


def written(folder: Path, files: Sequence[Path], kept: Sequence[str] = ()) -> Notice:
    """Which files were written where and which were *kept* as they were, with the way to them."""
    values = {"folder": str(folder), "files": Listed(tuple(file.name for file in files)), "kept": Listed(tuple(kept))}
    some = N_("In the folder “{folder}”: {files}. Kept as they were: {kept}")
    said = Sentence(some if kept else N_("In the folder “{folder}”: {files}"), values)
    return Notice(said, Tone.GOOD, offers=(way_to(folder),))


def replacing(names: Sequence[str], words: Catalog) -> str:
    """What is asked before files of these names are replaced."""
    return words.ngettext(
        "{n} file of that name is already in the folder.", "{n} files of these names are already in the folder.",
        len(names),
    ).format(n=words.number(len(names)))  # fmt: skip
