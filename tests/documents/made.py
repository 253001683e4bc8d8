"""Files to examine: each paper in each edition that it is made in, typeset and read once for all tests of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from nmirf_desktop.domain.editions import SEPARATE, TOGETHER, Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import Paper, RecordPaper
from tests.documents import content, debate, hostile, kinds
from tests.documents.kinds import Size
from tests.documents.reading import Reader, Tag
from tests.documents.records import RECORDS

LONG = str(Size.LONG)

OF_EACH_KIND: dict[str, Callable[[], Paper]] = {
    f"{kind} {size}": lambda kind=kind, size=size: kinds.paper(kind, size)  # type: ignore[misc]
    for kind in DocumentKind
    for size in Size
}
UNTRANSLATED: dict[str, Callable[[], Paper]] = {
    f"{kind} untranslated": lambda kind=kind: kinds.untranslated(kinds.paper(kind, Size.SMALL))  # type: ignore[misc]
    for kind in DocumentKind
}
OUTDATED: dict[str, Callable[[], Paper]] = {
    f"{kind} outdated": lambda kind=kind: kinds.outdated(kinds.paper(kind, Size.SMALL))  # type: ignore[misc]
    for kind in (DocumentKind.ANNOTATED, DocumentKind.MINUTES, DocumentKind.DECISION)
}
WRITTEN: dict[str, Callable[[], Paper]] = {
    "written annotated agenda": lambda: content.agenda(annotated=True),
    "written adopted agenda": lambda: content.agenda(adopted=True),
    "unknown agenda": content.empty_agenda,
    "small written minutes": debate.small_minutes,
    "unwritten minutes": debate.empty_minutes,
}
HOSTILE: dict[str, Callable[[], Paper]] = {"hostile agenda": hostile.agenda, "uneven minutes": hostile.minutes}
OTHERS: dict[str, Callable[[], Paper]] = {
    name: RECORDS[name]
    for name in ("decision by consensus", "all decisions", "one vote", "recorded vote", "acting committee", "members")
}
PAPERS = {**OF_EACH_KIND, **UNTRANSLATED, **OUTDATED, **WRITTEN, **HOSTILE, **OTHERS}
"""What is examined, by its name: every kind in every size, the same with gaps, and papers for one fault."""


@dataclass(frozen=True)
class Made:
    """One file, with the paper it was made from."""

    name: str
    edition: Edition
    large: bool
    paper: Paper
    data: bytes

    @cached_property
    def reader(self) -> Reader:
        """The file, read."""
        return Reader(self.data)

    @cached_property
    def tree(self) -> Tag:
        """Its structure."""
        return self.reader.tree()

    @property
    def pdf(self) -> pikepdf.Pdf:
        """Its objects."""
        return self.reader.pdf


def every() -> Iterator[tuple[str, Edition, bool]]:
    """Name, edition and print.

    In large print are those that fill pages otherwise than in small, but not sixty; sixty pages one language after the
    other would be those of each language once more.
    """
    for name, make in PAPERS.items():
        large = name in HOSTILE or name.endswith((Size.SMALL, Size.STATES))
        together = () if isinstance(make(), RecordPaper) else TOGETHER
        for edition in (*SEPARATE, *together):
            if edition is Edition.CONSECUTIVE and name.endswith(LONG):
                continue
            yield name, edition, False
            if large:
                yield name, edition, True
