"""The lines of a document's XML, told while that goes by: its depth and what stands around a text do not matter.

What was put in and taken out is told apart as ECMA-376 says it (``ins``, ``del``, ``moveFrom``, ``moveTo``), also of
the ends of paragraphs and of the rows of tables. Nothing in a file is run or fetched.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from xml.etree import ElementTree

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.word_lines import WordComment, WordLine
from nmirf_desktop.domain.word_marks import ParagraphMark
from nmirf_desktop.exchange.packages import TOO_LARGE

MOST_LINES, MOST_QUOTING = 20_000, 100
"""The most paragraphs of a document, and the most remarks whose words are read at the same time."""
_OURS = ("wordprocessingml/2006/main", "/wordprocessingml/main")
"""The ends of the namespaces of WordprocessingML, the usual and the strict one."""
_PASSED = frozenset(
    {
        "txbxContent", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange",
        "tblGridChange", "numberingChange", "tblPrExChange", "rt", "pict", "object",
    }
)  # fmt: skip
"""What is no part of the text, with all that it holds."""
_IN, _OUT = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_SIGNS = {"br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "tab": "\t", "ptab": "\t"}
_BREAKS_OF_PAGES = frozenset({"page", "column"})
_PROPERTIES = ("pPr", "rPr", "trPr", "tcPr", "tblPr", "sectPr")
_GROUPS = ("tbl", "tr", "sdt")
_TEXTS = ("t", "delText", "instrText", "delInstrText")


def _local(name: str) -> str:
    """The name of an element of WordprocessingML without its namespace; of another one, with a sign before it."""
    space, _, local = name.rpartition("}")
    return local if space.endswith(_OURS) else f"!{local}"


def day_and_time(written: str) -> datetime.datetime | None:
    """When something was changed, as the file says it; ``None`` where that is no time."""
    try:
        return datetime.datetime.fromisoformat(written)
    except ValueError:
        return None


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    style: str = ""
    marks: list[str] = field(default_factory=list)
    inside: str = ""
    new_end: bool = False
    gone_end: bool = False
    in_table: bool = False
    contents: bool = False
    footnotes: int = 0
    authors: dict[str, None] = field(default_factory=dict)
    at: datetime.datetime | None = None
    comments: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """A field: what it asks for, and whether its result is being read."""

    asks: str = ""
    shows: bool = False

    @property
    def contents(self) -> bool:
        return self.asks.split()[:1] == ["TOC"]


class LinesOfDocument:
    """What a parser of XML tells of the main part of a document. *comments* are those of the file, by their numbers."""

    def __init__(self, comments: Mapping[str, WordComment]) -> None:
        self._comments = comments
        self._lines: list[_Open] = []
        self._quotes: dict[str, list[str]] = {}
        self._quoting: set[str] = set()
        self._placed: set[str] = set()
        self._line: _Open | None = None
        self._passed = self._put_in = self._taken_out = self._tables = 0
        self._properties: list[str] = []
        self._rows: list[str] = []
        self._fields: list[_Field] = []
        self._listings = [False]
        self._open_marks: dict[str, str] = {}
        self._waiting: list[str] = []
        self._text: list[str] | None = None
        self._names: dict[str, str] = {}

    # ---- what the parser tells ----

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        local = self._names.get(name) or self._names.setdefault(name, _local(name))
        if self._passed or local in _PASSED or local == "!Fallback":
            self._passed += 1
            return
        act = self._starts.get(local)
        if act is not None:
            act(self, local, {_local(key).lstrip("!"): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """An element ends."""
        if self._passed:
            self._passed -= 1
            return
        act = self._ends.get(self._names[name])
        if act is not None:
            act(self, self._names[name])

    def data(self, text: str) -> None:
        """Some signs."""
        if self._text is not None and not self._passed:
            self._text.append(text)

    def close(self) -> tuple[WordLine, ...]:
        """The lines of the document."""
        quotes = {key: " ".join("".join(parts).split()) for key, parts in self._quotes.items()}
        return tuple(self._told(one, quotes) for one in self._lines)

    def _told(self, line: _Open, quotes: Mapping[str, str]) -> WordLine:
        comments = tuple(
            WordComment(known.author, known.text, quotes.get(key, ""), known.at)
            for key in dict.fromkeys(line.comments)
            if (known := self._comments.get(key)) is not None
        )
        return WordLine(
            "".join(line.before), "".join(line.after), line.style, tuple(line.marks), line.inside, line.new_end,
            line.gone_end, line.in_table, line.contents, line.footnotes, tuple(line.authors), line.at, comments,
        )  # fmt: skip

    # ---- paragraphs, and what stands around them ----

    def _begin(self, _local: str, _said: Mapping[str, str]) -> None:
        if len(self._lines) >= MOST_LINES:
            raise Problem(TOO_LARGE)
        line = _Open(in_table=self._tables > 0, marks=self._waiting)
        line.inside = next((name for name in self._open_marks.values() if name not in line.marks), "")
        line.contents = self._listing
        self._waiting = []
        self._lines.append(line)
        self._line = line

    def _finish(self, _local: str) -> None:
        self._line = None

    @property
    def _listing(self) -> bool:
        """Whether a table of contents is being read."""
        return self._listings[-1] or any(one.contents for one in self._fields)

    def _properties_begin(self, local: str, _said: Mapping[str, str]) -> None:
        self._properties.append(local)

    def _properties_end(self, _local: str) -> None:
        self._properties.pop()

    def _styled(self, _local: str, said: Mapping[str, str]) -> None:
        if self._line is not None:
            self._line.style = said.get("val", "")

    def _grouped(self, local: str, _said: Mapping[str, str]) -> None:
        match local:
            case "tbl":
                self._tables += 1
            case "tr":
                self._rows.append("")
            case _:
                self._listings.append(self._listings[-1])

    def _ungrouped(self, local: str) -> None:
        match local:
            case "tbl":
                self._tables -= 1
            case "tr":
                self._rows.pop()
            case _:
                self._listings.pop()

    def _gallery(self, _local: str, said: Mapping[str, str]) -> None:
        if said.get("val", "").casefold() == "table of contents":
            self._listings[-1] = True

    # ---- what was put in and taken out ----

    def _changed(self, local: str, said: Mapping[str, str]) -> None:
        """A change begins, or marks the end of a paragraph or a row as changed."""
        line = self._line
        if line is not None:
            line.authors[said.get("author", "")] = None
            line.at = day_and_time(said.get("date", "")) or line.at
        match self._properties:
            case [*_, "trPr"]:
                if self._rows:
                    self._rows[-1] = "in" if local in _IN else "out"
            case [*_, "pPr", "rPr"]:
                if line is not None and local in _IN:
                    line.new_end = True
                elif line is not None:
                    line.gone_end = True
            case []:
                if local in _IN:
                    self._put_in += 1
                else:
                    self._taken_out += 1
            case _:
                pass

    def _changed_end(self, local: str) -> None:
        if self._properties:
            return
        if local in _IN:
            self._put_in -= 1
        else:
            self._taken_out -= 1

    # ---- texts ----

    def _text_begins(self, _local: str, _said: Mapping[str, str]) -> None:
        self._text = []

    def _text_ends(self, local: str) -> None:
        said, self._text = "".join(self._text or ()), None
        if local in ("instrText", "delInstrText"):
            if self._fields and not self._fields[-1].shows:
                self._fields[-1].asks += said
                self._note_contents()
        else:
            self._say(said, gone=local == "delText")

    def _sign(self, local: str, said: Mapping[str, str]) -> None:
        if self._properties or (local == "br" and said.get("type") in _BREAKS_OF_PAGES):
            return
        self._say(_SIGNS[local])

    def _say(self, text: str, *, gone: bool = False) -> None:
        line = self._line
        if line is None:
            return
        new = bool(self._put_in) or "in" in self._rows
        gone = gone or bool(self._taken_out) or "out" in self._rows
        if not new:
            line.before.append(text)
        if not gone:
            line.after.append(text)
        for key in self._quoting:
            self._quotes[key].append(text)

    # ---- fields, bookmarks, remarks ----

    def _field(self, _local: str, said: Mapping[str, str]) -> None:
        match said.get("fldCharType"):
            case "begin":
                self._fields.append(_Field())
            case "separate" if self._fields:
                self._fields[-1].shows = True
            case "end" if self._fields:
                self._fields.pop()

    def _note_contents(self) -> None:
        if self._line is not None and self._listing:
            self._line.contents = True

    def _bookmark(self, _local: str, said: Mapping[str, str]) -> None:
        name = said.get("name", "")
        if ParagraphMark.read(name) is None:
            return
        self._open_marks = {said.get("id", ""): name}  # one ends at the latest where the next begins
        if self._line is None:
            self._waiting.append(name)
        else:
            self._line.marks.append(name)

    def _bookmark_end(self, _local: str, said: Mapping[str, str]) -> None:
        name = self._open_marks.pop(said.get("id", ""), "")
        if self._line is None and name in self._waiting:
            self._waiting.remove(name)

    def _remark(self, local: str, said: Mapping[str, str]) -> None:
        """A remark begins, ends, or is named; it belongs to the paragraph in which it begins."""
        key = said.get("id", "")
        if local == "commentRangeStart" and key in self._comments:
            self._quotes.setdefault(key, [])
            if len(self._quoting) < MOST_QUOTING:
                self._quoting.add(key)
        elif local == "commentRangeEnd":
            self._quoting.discard(key)
        if self._line is not None and local != "commentRangeEnd" and key not in self._placed:
            self._placed.add(key)
            self._line.comments.append(key)

    def _noted(self, _local: str, _said: Mapping[str, str]) -> None:
        if self._line is not None:
            self._line.footnotes += 1

    _starts: ClassVar[Mapping[str, "_Start"]] = {
        "p": _begin, "pStyle": _styled, "docPartGallery": _gallery, "fldChar": _field,
        "bookmarkStart": _bookmark, "bookmarkEnd": _bookmark_end,
        **dict.fromkeys(_PROPERTIES, _properties_begin),
        **dict.fromkeys(_GROUPS, _grouped),
        **dict.fromkeys(_IN | _OUT, _changed),
        **dict.fromkeys(_TEXTS, _text_begins),
        **dict.fromkeys(_SIGNS, _sign),
        **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference"), _remark),
        **dict.fromkeys(("footnoteReference", "endnoteReference"), _noted),
    }  # fmt: skip
    _ends: ClassVar[Mapping[str, "_End"]] = {
        "p": _finish,
        **dict.fromkeys(_PROPERTIES, _properties_end),
        **dict.fromkeys(_GROUPS, _ungrouped),
        **dict.fromkeys(_IN | _OUT, _changed_end),
        **dict.fromkeys(_TEXTS, _text_ends),
    }


_Start = Callable[[LinesOfDocument, str, Mapping[str, str]], None]
_End = Callable[[LinesOfDocument, str], None]


def lines_of(content: bytes, comments: Mapping[str, WordComment]) -> tuple[WordLine, ...]:
    """The lines of the main part of a document that was looked through."""
    target = LinesOfDocument(comments)
    _feed(content, target)
    return target.close()


def _feed(content: bytes, target: "LinesOfDocument | CommentsOfDocument") -> None:
    """Have a part told that was looked through: nothing is declared in it."""
    parser: ElementTree.XMLParser[object] = ElementTree.XMLParser(target=target)  # noqa: S314
    parser.feed(content)
    parser.close()


class CommentsOfDocument:
    """What a parser of XML tells of the part with the remarks."""

    def __init__(self) -> None:
        self._found: dict[str, WordComment] = {}
        self._key = ""
        self._about: WordComment | None = None
        self._text: list[str] = []
        self._reading = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        match _local(name):
            case "comment":
                said = {_local(key): value for key, value in attributes.items()}
                self._key, self._text = said.get("id", ""), []
                self._about = WordComment(said.get("author", ""), "", "", day_and_time(said.get("date", "")))
            case "p" if self._text:
                self._text.append("\n")
            case "t":
                self._reading = True
            case "br" | "cr" | "tab":
                self._text.append(" ")
            case _:
                pass

    def end(self, name: str) -> None:
        """An element ends."""
        match _local(name):
            case "t":
                self._reading = False
            case "comment" if self._about is not None:
                text = "".join(self._text).strip()
                self._found[self._key] = WordComment(self._about.author, text, "", self._about.at)
                self._about = None

    def data(self, text: str) -> None:
        """Some signs."""
        if self._reading:
            self._text.append(text)

    def close(self) -> dict[str, WordComment]:
        """The remarks by their numbers."""
        return {key: one for key, one in self._found.items() if one.text}


def comments_of(content: bytes) -> dict[str, WordComment]:
    """The remarks of a part that was looked through."""
    target = CommentsOfDocument()
    _feed(content, target)
    return target.close()
