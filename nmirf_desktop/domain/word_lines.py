"""A document of a word processor as lines: each as it left and as it would read, with what was remarked on it."""

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordComment:
    """A remark beside the text, by whom the file says, on the words that it *quotes*."""

    author: str
    text: str
    quotes: str = ""
    at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class WordLine:
    """A paragraph of a document, also one in a cell of a table.

    *before* is its text without what was put in, *after* without what was taken out; *new_end* and *gone_end* say
    that its end, where the next one begins, was put in or taken out. *marks* are the bookmarks that begin in it,
    *inside* the one of the program's that began earlier and still goes on. *authors* changed it, the last one *at*.
    """

    before: str
    after: str
    style: str = ""
    marks: tuple[str, ...] = ()
    inside: str = ""
    new_end: bool = False
    gone_end: bool = False
    in_table: bool = False
    contents: bool = False
    footnotes: int = 0
    authors: tuple[str, ...] = ()
    at: datetime.datetime | None = None
    comments: tuple[WordComment, ...] = ()

    @property
    def tracked(self) -> bool:
        """Whether something in it was changed and recorded as such."""
        return self.before != self.after or self.new_end or self.gone_end


@dataclass(frozen=True, slots=True)
class WordFile:
    """A document as it was read: its lines, the language that it says it is in, its keywords, and its own bytes."""

    name: str
    lines: tuple[WordLine, ...]
    language: str = ""
    keywords: str = ""
    content: bytes = field(default=b"", repr=False)

    @property
    def authors(self) -> tuple[str, ...]:
        """Who changed or remarked something, by the file's own word, in their order."""
        found = dict.fromkeys(
            author for line in self.lines for author in (*line.authors, *(one.author for one in line.comments))
        )
        return tuple(filter(None, found))
