"""Titles of 300 signs, annotations of forty lines and words without an end, in every edition and both sizes."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from nmirf_desktop.documents import typeset
from nmirf_desktop.documents.breaking import Breaker, Run, TextStyle
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import AgendaPaper, MinutesPaper, Paper
from nmirf_desktop.i18n import Language
from tests.documents import hostile
from tests.documents.reading import Reader, Tag
from tests.documents.test_any_paper import sound

pytestmark = pytest.mark.once

PAPERS: dict[str, Paper] = {"agenda": hostile.long_agenda(), "minutes": hostile.long_minutes()}
HEADING = re.compile(r"H\d")
EVERY = pytest.mark.parametrize(
    ("name", "edition", "large"),
    [(name, edition, large) for name in PAPERS for edition in Edition for large in (False, True)],
)


def pages(tag: Tag) -> list[int]:
    """The pages that an element stands on."""
    return [page for one in tag.walk() for page, _number in one.marks]


def stretches(tag: Tag) -> Iterator[Tag]:
    """What stands below each other: rows of the parallel edition, headings and paragraphs of the others."""
    rows = [one for one in tag.walk() if one.name == "TR" and any(HEADING.match(kid.name) for kid in one.walk())]
    if rows:
        yield from (one for one in tag.walk() if one.name == "TR" and pages(one))
    else:
        yield from (one for one in tag.walk() if one.marks and one.name != "Lbl")


def heads(tag: Tag) -> bool:
    """Whether an element is nothing but a heading, or a row of headings."""
    said = [one for one in tag.walk() if one.marks and one.name != "Span"]
    return bool(said) and all(HEADING.match(one.name) for one in said)


@EVERY
def test_it_is_sound(name: str, edition: Edition, *, large: bool) -> None:
    sound(typeset(PAPERS[name], edition, large=large))


@EVERY
def test_a_long_heading_stands_whole_on_the_page_of_what_follows(name: str, edition: Edition, *, large: bool) -> None:
    tree = Reader(typeset(PAPERS[name], edition, large=large)).tree()
    found = list(stretches(tree))
    headings = [(one, following) for one, following in pairwise(found) if heads(one)]
    assert len(headings) > 4
    for heading, following in headings:
        assert len({*pages(heading)}) == 1, heading.text
        if not heads(following):  # two of 300 signs below each other fill a page of large print
            assert pages(heading)[0] == pages(following)[0], heading.text


@EVERY
def test_every_title_is_said_whole(name: str, edition: Edition, *, large: bool) -> None:
    tree = Reader(typeset(PAPERS[name], edition, large=large)).tree()
    said = [" ".join(tag.text.split()) for tag in tree.walk() if HEADING.match(tag.name)]
    for language in edition.languages:
        title = hostile.TITLE.read(language).text
        assert len(title) == 300
        assert any(title in one for one in said)


@pytest.mark.parametrize("hyphenate", [False, True])
@pytest.mark.parametrize("width", [60.0, 150.0, 330.0])
def test_a_word_without_an_end_fills_its_lines(width: float, *, hyphenate: bool) -> None:
    style = TextStyle(11, 14, hyphenate=hyphenate)
    for word in ("Donaudampfschifffahrt" * 40, "g\u0303" * 2000, "x" * 10_000):
        lines = Breaker([Run(f"Before {word} after", Face.REGULAR)], style, Language.FR).lines(width)
        assert "".join(part.text for line in lines for part in line.segments).replace("-", "") == f"Before {word} after"
        assert all(line.width <= width + 0.05 for line in lines)
        inner = [line.width for line in lines[1:-2]]
        assert min(inner) > width - (60 if hyphenate else 17)


def test_the_papers_are_as_long_as_they_say() -> None:
    agenda, minutes = PAPERS["agenda"], PAPERS["minutes"]
    assert isinstance(agenda, AgendaPaper)
    assert isinstance(minutes, MinutesPaper)
    assert agenda.items[0].parts[0].annotation.en.count("\n") == 39
