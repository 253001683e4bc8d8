"""The same minutes as mark-up for other typesetters: HTML, and from it typst's own.

Headings, counted paragraphs, lists, tables with headers and a table of contents are what each of them calls so. Blocks
that these minutes do not hold are not marked up.
"""

import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from string import Template
from xml.etree import ElementTree

from nmirf_desktop.documents.masthead import _particulars
from nmirf_desktop.documents.minutes import title
from nmirf_desktop.documents.page import Imprint
from nmirf_desktop.domain.agenda import roman
from nmirf_desktop.domain.blocks import (
    Block,
    DataTable,
    DecisionBlock,
    Heading,
    Listing,
    Note,
    Para,
    StateColumns,
    Style,
    VoteBlock,
)
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import MinutesPaper, PaperSection, fingerprint
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.paths import bundled

SHEETS = Path(__file__).parent / "sheets"
"""The page and the styles for each typesetter, of the same measures as ours."""
_MARK = re.compile(r"""[\\#*_`$@<>\[\]~'"/=+-]""")


def sheet(name: str, paper: MinutesPaper, words: Catalog) -> str:
    """A sheet with the texts of page heads and feet."""
    head = paper.masthead
    foot = words.gettext("{symbol} · version {version} · {fingerprint}").format(
        symbol=head.symbol, version=head.version, fingerprint=fingerprint(paper, Edition(words.language))
    )
    page, pages, _end = re.split("{[xy]}", words.gettext("Page {x} of {y}"))
    day = head.dated
    return Template((SHEETS / name).read_text(encoding="utf-8")).substitute(
        symbol=head.symbol, title=title(paper, words), foot=foot, page=page, of=pages, language=words.language,
        year=day.year, month=day.month, day=day.day, fonts=(bundled("resources") / "fonts").as_uri(),
    )  # fmt: skip


class Marked:
    """The minutes in one language as an HTML document, in :attr:`root`."""

    def __init__(self, paper: MinutesPaper, words: Catalog) -> None:
        self._words = words
        self._counted = count(1)
        self._parts = count(1)
        self.root = ElementTree.Element("html", lang=str(words.language))
        head = ElementTree.SubElement(self.root, "head")
        ElementTree.SubElement(head, "meta", charset="utf-8")
        ElementTree.SubElement(head, "title").text = f"{paper.masthead.symbol} – {title(paper, words)}"
        ElementTree.SubElement(head, "style").text = sheet("minutes.css", paper, words)
        self._body = ElementTree.SubElement(self.root, "body")
        self._masthead(paper)
        self._add("h1", title(paper, words))
        annex = words.gettext("Annex {number}")
        labels = [f"{roman(number).upper()}." for number, _section in enumerate(paper.sections, 1)]
        labels += [annex.format(number=roman(number).upper()) for number, _annex in enumerate(paper.annexes, 1)]
        parts = [*zip(labels, (*paper.sections, *paper.annexes), strict=True)]
        self._contents(parts)
        for label, part in parts:
            self._section(label, part)

    def _read(self, said: Said) -> str:
        return said.read(self._words.language).text

    def _add(
        self, tag: str, text: str = "", kind: str = "", within: ElementTree.Element | None = None
    ) -> ElementTree.Element:
        """A new element at the end of the body, or *within* another."""
        made = ElementTree.SubElement(self._body if within is None else within, tag, {"class": kind} if kind else {})
        made.text = text
        return made

    def _masthead(self, paper: MinutesPaper) -> None:
        head = paper.masthead
        imprint = Imprint(head, title(paper, self._words), self._words, "")
        rows = (
            ([imprint.identity.author], [head.symbol]),
            ([self._read(head.meeting), self._read(head.place_and_dates)], _particulars(imprint)),
        )
        for row in rows:
            block = self._add("header")
            for texts in row:
                column = self._add("div", within=block)
                for text in texts:
                    self._add("p", text, within=column)

    def _contents(self, parts: Sequence[tuple[str, PaperSection]]) -> None:
        self._add("h2", self._words.gettext("Contents"), "unlisted")
        whole = self._add("nav")
        for number, (label, part) in enumerate(parts, 1):
            line = self._add("p", within=whole)
            self._add("a", f"{label} {self._read(part.title)}", within=line).set("href", f"#part{number}")

    def _section(self, label: str, section: PaperSection) -> None:
        self._labelled("h2", label, section.title).set("id", f"part{next(self._parts)}")
        for block in section.blocks:
            self._block(block)

    def _labelled(self, tag: str, label: str, said: Said) -> ElementTree.Element:
        made = self._add(tag)
        self._add("span", label, within=made).tail = f" {self._read(said)}"
        return made

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._labelled("h3", block.label, block.text)
            case Para():
                self._para(block)
            case Listing():
                self._listing(block)
            case StateColumns():
                self._states(block)
            case DataTable():
                self._table(block)
            case VoteBlock():
                self._vote(block)
            case DecisionBlock():
                self._decision(block)
            case Note():
                self._add("p", self._read(block.text), "small")
            case _:
                raise NotImplementedError(block)

    def _para(self, block: Para) -> None:
        """A counted paragraph goes on with the list of those before it; one of a decision stands deep."""
        if block.numbered:
            number = next(self._counted)
            last = self._body[-1]
            if last.tag != "ol":
                last = self._add("ol")
                last.set("style", f"counter-reset: list-item {number - 1}")
            made = self._add("li", within=last)
        else:
            made = self._add("p", kind="deep")
        lead = self._read(block.lead)
        text = self._read(block.text)
        if lead:
            self._add("em", lead, within=made).tail = f" {text}"
        elif block.style is Style.ITALIC:
            self._add("em", text, within=made)
        else:
            made.text = text

    def _listing(self, block: Listing) -> None:
        self._add("p", within=self._body).append(_element("em", self._read(block.title)))
        whole = self._add("dl")
        for entry in block.entries:
            self._add("dt", self._read(entry.label), within=whole)
            self._add("dd", self._read(entry.text), within=whole)

    def _states(self, block: StateColumns) -> None:
        names = sorted(map(self._read, block.names), key=self._words.sort_key)
        line = self._words.gettext("{title} ({total})").format(title=self._read(block.title), total=len(names))
        self._add("p").append(_element("strong", line))
        whole = self._add("ul")
        for name in names:
            self._add("li", name, within=whole)

    def _table(self, block: DataTable) -> None:
        whole = self._add("table")
        self._add("caption", self._read(block.caption), within=whole)
        head = self._add("tr", within=self._add("thead", within=whole))
        for column in block.columns:
            self._add("th", self._read(column.heading), within=head).set("scope", "col")
        body = self._add("tbody", within=whole)
        for first, *others in block.rows:
            row = self._add("tr", within=body)
            self._add("th", self._read(first), within=row).set("scope", "row")
            for cell in others:
                self._add("td", self._read(cell), within=row)

    def _vote(self, block: VoteBlock) -> None:
        words = self._words
        for position in block.lists:
            self._add("p", kind="deep").append(_element("em", self._read(position.heading)))
            names = sorted(map(self._read, position.names), key=words.sort_key)
            text = words.pgettext("list with its full stop", "{names}.").format(names=words.listing(names))
            self._add("p", text, "deep")

    def _decision(self, block: DecisionBlock) -> None:
        self._add("h3", f"{self._read(block.name)} {self._read(block.title)}")
        for para in block.text:
            self._para(para)
        self._add("p", kind="deep").append(_element("em", self._read(block.mode)))


def _element(tag: str, text: str) -> ElementTree.Element:
    made = ElementTree.Element(tag)
    made.text = text
    return made


def as_html(paper: MinutesPaper, words: Catalog) -> str:
    """The minutes as an HTML document with its style sheet."""
    return "<!doctype html>\n" + ElementTree.tostring(Marked(paper, words).root, encoding="unicode", method="html")


def as_typst(paper: MinutesPaper, words: Catalog) -> str:
    """The minutes as a typst document with its rules."""
    _head, body = Marked(paper, words).root
    return "\n\n".join([sheet("minutes.typ", paper, words), *map(_block, body)])


def _plain(text: str | None) -> str:
    """A text in which typst reads no sign as a mark."""
    return _MARK.sub(r"\\\g<0>", text or "")


def _inline(element: ElementTree.Element) -> str:
    """What stands in an element, with its emphasis."""
    parts = [_plain(element.text)]
    for part in element:
        match part.tag:
            case "em":
                parts.append(f"#emph[{_inline(part)}]")
            case "strong":
                parts.append(f"#strong[{_inline(part)}]")
            case _:
                parts.append(_inline(part))
        parts.append(_plain(part.tail))
    return "".join(parts)


def _block(element: ElementTree.Element) -> str:
    """A block in typst's mark-up."""
    kind = element.get("class", "")
    match element.tag:
        case "h1" | "h2" | "h3":
            return f"#heading(level: {element.tag[1]}, outlined: {str(not kind).lower()})[{_inline(element)}]"
        case "p":
            return f"#{kind}[{_inline(element)}]" if kind else _inline(element)
        case "nav":
            return "#outline(title: none, target: heading.where(level: 2))"
        case "header":
            return f"#masthead{''.join(map(_column, element))}"
        case "ol":
            before = int(element.attrib["style"].split()[-1])
            return "\n\n".join(f"{number}. {_inline(item)}" for number, item in enumerate(element, before + 1))
        case "ul":
            return "#names[\n" + "".join(f"- {_inline(item)}\n" for item in element) + "]"
        case "dl":
            pairs = zip(element[::2], element[1::2], strict=True)
            return "\n".join(f"/ {_inline(label)}: {_inline(text)}" for label, text in pairs)
        case "table":
            caption, head, body = element
            header = "".join(f"[{_inline(cell)}]" for cell in head[0])
            rows = "\n".join("".join(f"[{_inline(cell)}]," for cell in row) for row in body)
            return f"#figures([{_inline(caption)}], table.header{header},\n{rows})"
        case tag:
            raise NotImplementedError(tag)


def _column(column: ElementTree.Element) -> str:
    return "[" + "\\ ".join(map(_inline, column)) + "]"
