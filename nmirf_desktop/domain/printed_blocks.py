"""The blocks of minutes as they were approved: what stands there and is no numbered paragraph (formats, section 1).

A corrigendum names each by what it is: "Decision 2026/1", "Heading “Attendance”", "Annex I: Participants".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from nmirf_desktop.domain.blocks import (
    Block,
    DataTable,
    DecisionBlock,
    Entry,
    Heading,
    Listing,
    Para,
    Signatures,
    StateColumns,
    VoteBlock,
    VoteList,
)
from nmirf_desktop.domain.papers import MinutesPaper, PaperSection
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog, Language

CELLS, NAMES = " | ", ", "
"""What stands between the cells of a row, and between the names of a list, where a block is read as lines."""
ISOLATES = {0x2068: None, 0x2069: None}
"""Signs that no document prints and nobody types."""


@dataclass(frozen=True, slots=True)
class Named:
    """A text of a document, as the name of what it stands over."""

    text: Said

    def said_in(self, words: Catalog) -> str:
        """The text in the language of *words*."""
        return plain(self.text, words.language)


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """One block, by its *key* in the document that was kept: what it is, and its *lines*, each of one or more texts.

    *after* is the number of the paragraph before it, 0 where none is.
    """

    key: str
    where: Phrase
    after: int
    lines: tuple[tuple[Said | str, ...], ...]

    def read(self, language: Language) -> str:
        """What stands in it in a language, line after line."""
        said = ("".join(one if isinstance(one, str) else plain(one, language) for one in line) for line in self.lines)
        return "\n".join(line for line in said if line.strip(f"{CELLS}{NAMES}"))


def plain(text: Said, language: Language) -> str:
    """A text as a reader copies it from the document of a language."""
    return text.read(language).text.translate(ISOLATES)


def printed_blocks(paper: MinutesPaper) -> tuple[PrintedBlock, ...]:
    """The blocks of minutes in the order in which they are printed: headings, what is between paragraphs, annexes."""
    return (*_between(paper.sections), *_annexed(paper))


def _between(sections: Sequence[PaperSection]) -> Iterator[PrintedBlock]:
    after = 0
    for number, section in enumerate(sections):
        yield _heading(f"s{number}", section.title, after)
        for place, block in enumerate(section.blocks):
            key = f"s{number}.{place}"
            if isinstance(block, Para) and block.numbered:
                after += bool(block.text)
            elif isinstance(block, Heading):
                yield _heading(key, block.text, after)
            elif not isinstance(block, Signatures):
                yield PrintedBlock(key, _what(block, after), after, tuple(_lines(block)))


def _annexed(paper: MinutesPaper) -> Iterator[PrintedBlock]:
    after = sum(
        isinstance(block, Para) and block.numbered and bool(block.text)
        for section in paper.sections
        for block in section.blocks
    )
    for number, (annex, name) in enumerate(zip(paper.annexes, paper.annex_names, strict=True)):
        lines = (line for block in annex.blocks for line in _lines(block))
        where = Phrase(N_("{annex}: {title}"), {"annex": name, "title": Named(annex.title)})
        yield PrintedBlock(f"a{number}", where, after, ((annex.title,), *lines))


def _heading(key: str, text: Said, after: int) -> PrintedBlock:
    return PrintedBlock(key, Phrase(N_("Heading “{title}”"), {"title": Named(text)}), after, ((text,),))


def _what(block: Block, after: int) -> Phrase:
    """What a block is: a decision by its number, a list of States by its title, else its kind and its place."""
    values = {"n": after}
    match block:
        case DecisionBlock():
            return Phrase("{decision}", {"decision": Named(block.name)})
        case StateColumns():
            return Phrase(N_("List “{title}”"), {"title": Named(block.title)})
        case VoteBlock():
            return Phrase(N_("Result of the vote after paragraph {n}"), values)
        case Listing():
            return Phrase(N_("List after paragraph {n}"), values)
        case DataTable():
            return Phrase(N_("Table after paragraph {n}"), values)
        case _:
            return Phrase(N_("Text after paragraph {n}"), values)


def _lines(block: object) -> Iterator[tuple[Said | str, ...]]:
    """The lines of a block: a paragraph, the row of a table, a list of names is one."""
    match block:
        case Para():
            yield (block.lead, " ", block.text) if block.lead else (block.text,)
        case Entry():
            yield (block.label, " ", block.text) if block.label else (block.text,)
        case DataTable():
            yield (block.caption,)
            yield from (_joined(row, CELLS) for row in ([one.heading for one in block.columns], *block.rows))
        case VoteList():
            yield (block.heading, " ", *_joined(block.names or (block.none,), NAMES))
        case Said():
            yield (block,)
        case _:
            for part in _parts(block):
                yield from _lines(part)


def _parts(block: object) -> Iterable[object]:
    if isinstance(block, tuple):
        return block
    if is_dataclass(block):
        return [getattr(block, field.name) for field in fields(block)]
    return ()


def _joined(texts: Sequence[Said], between: str) -> tuple[Said | str, ...]:
    found: list[Said | str] = []
    for text in texts:
        found += [between, text] if found else [text]
    return tuple(found)
