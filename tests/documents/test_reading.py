"""What a screen reader reads is what the paper says, in its order and its language."""

import io
import re

import pikepdf
import pypdfium2
import pytest

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.agenda import item_label
from nmirf_desktop.domain.blocks import Para, StateColumns, VoteBlock
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import AgendaLine, fingerprint
from nmirf_desktop.domain.states import in_order
from nmirf_desktop.i18n import Language, catalog
from tests.documents import content, debate
from tests.documents.reading import Reader, Tag

every_language = pytest.mark.parametrize("language", list(Language))


def spaced(text: str) -> str:
    """A text whose no-break spaces are spaces: glyphs do not tell them apart."""
    return text.replace("\u00a0", " ")


def named(tree: Tag, *names: str) -> list[str]:
    return [tag.text.strip() for tag in tree.walk() if tag.name in names]


def lines(items: tuple[AgendaLine, ...], language: Language, path: tuple[int, ...] = ()) -> list[str]:
    """Labels and titles of an agenda, in order."""
    found = []
    for position, item in enumerate(items, 1):
        here = (*path, position)
        found += [item_label(here, language), spaced(item.title.read(language).text) + "."]
        found += lines(item.parts, language, here)
    return found


@every_language
def test_the_agenda_reads_as_its_list(language: Language) -> None:
    paper = content.agenda()
    tree = Reader(typeset(paper, Edition(language))).tree()
    whole = next(tag for tag in tree.walk() if tag.name == "L")
    assert named(whole, "Lbl", "P") == lines(paper.items, language)


@every_language
def test_an_annotation_follows_the_title_of_its_item(language: Language) -> None:
    paper = content.agenda(annotated=True)
    tree = Reader(typeset(paper, Edition(language))).tree()
    texts = [tag.text.strip() for tag in tree.walk() if tag.name in ("H3", "P")]
    title = spaced(paper.items[1].title.read(language).text)
    place = texts.index(f"2. {title}")
    assert texts[place + 1] == f"2. {spaced(paper.items[1].annotation.read(language).text)}"


@every_language
def test_the_minutes_read_as_their_paragraphs(language: Language) -> None:
    paper = debate.minutes(statements=4)
    tree = Reader(typeset(paper, Edition(language))).tree()
    expected = [
        spaced(block.text.read(language).text)
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Para)
    ]
    read = [found[1] for text in named(tree, "P") if (found := re.fullmatch(r"\d+\. (.*)", text))]
    assert read == expected
    headings = [spaced(section.title.read(language).text) for section in paper.sections]
    assert [text.partition(". ")[2] for text in named(tree, "H2")[1 : 1 + len(headings)]] == headings


@every_language
def test_states_stand_in_the_order_of_the_language(language: Language) -> None:
    paper = debate.minutes(statements=1)
    words = catalog(language)
    tree = Reader(typeset(paper, Edition(language))).tree()
    members = next(block for block in paper.sections[1].blocks if isinstance(block, StateColumns))
    expected = [state.said_in(words) for state in in_order(debate.states()[:150], words)]
    lists = [tag for tag in tree.walk() if tag.name == "L"]
    assert named(lists[0], "LBody") == expected
    assert len(members.names) == len(expected)


@every_language
def test_a_vote_lists_states_with_commas_and_a_full_stop(language: Language) -> None:
    paper = debate.small_minutes()
    words = catalog(language)
    vote = next(block for section in paper.sections for block in section.blocks if isinstance(block, VoteBlock))
    names = sorted((name.read(language).text for name in vote.lists[0].names), key=words.sort_key)
    assert ", ".join(names) + "." in named(Reader(typeset(paper, Edition(language))).tree(), "P")


def test_what_is_not_translated_is_the_original_in_its_own_language() -> None:
    paper = content.agenda(annotated=True)
    tree = Reader(typeset(paper, Edition.ES)).tree()
    spans = [tag for tag in tree.walk() if tag.name == "Span" and tag.language]
    assert {tag.language for tag in spans} == {"fr"}
    assert spans[0].text.startswith("Le Groupe de travail")
    assert any("[texto no disponible en español] Le Groupe de travail" in text for text in named(tree, "P"))


def test_a_header_row_is_read_once_however_many_pages_the_table_has() -> None:
    tree = Reader(typeset(debate.minutes(statements=1), Edition.EN)).tree()
    headers = [tag for tag in tree.walk() if tag.name == "TH" and tag.scope == "Column"]
    assert [tag.text for tag in headers] == ["State", "Function", "Participants"]
    assert sum(tag.name == "TR" for tag in tree.walk()) == 61
    assert sum(tag.name == "TH" and tag.scope == "Row" for tag in tree.walk()) == 60


def test_links_lead_to_addresses_and_to_annotations() -> None:
    reader = Reader(typeset(content.agenda(annotated=True), Edition.EN))
    links = [tag for tag in reader.tree().walk() if tag.name == "Link"]
    assert all(tag.links for tag in links)
    addresses = []
    with pikepdf.open(io.BytesIO(typeset(content.agenda(annotated=True), Edition.EN))) as pdf:
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                assert str(annotation.Contents)
                addresses += [str(annotation.A.URI)] if "/A" in annotation else []
                assert "/A" in annotation or annotation.Dest[1] == "/XYZ"
    assert set(addresses) == {"https://www.example.org/network/partnerships", "mailto:secretariat@example.org"}


def test_pages_say_where_they_are_and_of_which_text() -> None:
    paper = debate.small_minutes()
    document = pypdfium2.PdfDocument(typeset(paper, Edition.ES))
    texts = [page.get_textpage().get_text_range() for page in document]
    for number, text in enumerate(texts, 1):
        assert f"Página {number} de {len(texts)}" in text
        assert fingerprint(paper, Language.ES) in text
    assert "MUESTRA" not in "".join(texts)
    assert texts[1].count("NMIRF/2027/2") == texts[0].count("NMIRF/2027/2")


@every_language
def test_a_specimen_says_so_on_every_page(language: Language) -> None:
    document = pypdfium2.PdfDocument(typeset(content.agenda(annotated=True), Edition(language)))
    mark = {Language.EN: "SPECIMEN", Language.FR: "SPÉCIMEN", Language.ES: "MUESTRA"}[language]
    assert all(mark in page.get_textpage().get_text_range() for page in document)


def test_the_contents_lead_to_the_pages_they_name() -> None:
    data = typeset(debate.minutes(statements=4), Edition.EN)
    document = pypdfium2.PdfDocument(data)
    rows = [tag for tag in Reader(data).tree().walk() if tag.name == "TOCI"]
    for row in rows:
        found = re.fullmatch(r"(?:([IVX]+)\. )?(.*?)(\d+)", row.text.strip())
        assert found is not None
        page = document[int(found[3]) - 1].get_textpage().get_text_range().replace("\r\n", " ")
        title = found[2].strip().partition(". ")[2] if found[2].startswith("Annex") else found[2].strip()
        assert title[:25] in page


def test_bookmarks_follow_the_sections() -> None:
    paper = debate.minutes(statements=1)
    document = pypdfium2.PdfDocument(typeset(paper, Edition.EN))
    marks = [mark.get_title() for mark in document.get_toc() if mark.level == 0]
    assert marks[0] == "I. Opening of the meeting"
    assert marks[-1] == "Annex II. Decisions"
    assert len(marks) == len(paper.sections) + len(paper.annexes)
