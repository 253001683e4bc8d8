"""Foreign text in a real register: what cannot be printed stops an export before anything is written, all at once."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.__main__ import main
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.editions import SEPARATE, TOGETHER, Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.unprintable import Unprintable
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage.base import new_key
from tests.documents.reading import Reader
from tests.registers import OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
TODAY = datetime.date(2026, 10, 1)
EXPORT = ["export", "{register}", "--document", "annotated", "--language", "all", "--to", "{folder}"]


@pytest.fixture
def papers(network: Network) -> Papers:
    """The documents of the small network."""
    return Papers(network[0].store, network[0].states)


def annotate(network: Network, title: str = "Title", annotation: str = "Text") -> None:
    """Give the item of the meeting another title, in French, and another annotation, in Spanish."""
    desk, _, item = network
    titled, noted = Trilingual.final("Title", title, "Asunto"), Trilingual.final("Text", "Texte", annotation)
    desk.agendas.save(replace(item, title=titled, annotation=noted))


def annotated(network: Network, *editions: Edition, large: bool = False) -> Request:
    return Request(DocumentKind.ANNOTATED, network[1].key, editions, large)


def appoint(desk: Desk, name: str) -> None:
    """Paraguay designates a focal point of that name."""
    person = Person(new_key(), said("Adviser"), "PRY", "Ana", name)
    desk.members.designate(FocalPoint(new_key(), "PRY", person.key, Period(OPENS)), person)


def unprintable(papers: Papers, request: Request) -> tuple[Unprintable, ...]:
    """What the one document of a request says that it cannot be printed."""
    (content,) = papers.contents(request)
    return content.unprintable


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("editions", [SEPARATE, *((one,) for one in TOGETHER)])
def test_every_text_that_cannot_be_printed_is_named_at_once_and_nothing_is_written(
    network: Network, papers: Papers, tmp_path: Path, editions: tuple[Edition, ...], *, large: bool
) -> None:
    annotate(network, "Titre \u738b", "Texto \u05d0")
    with pytest.raises(Problem) as refused:
        papers.export(annotated(network, *editions, large=large), tmp_path / "out")
    assert refused.value.said_in(catalog(Language.EN)).splitlines() == [
        "Some characters cannot be printed. Replace them and try again; nothing was written.",
        "Item 1: title (French): U+738B (\u738b) in “Titre \u738b” cannot be printed.",
        "Item 1: annotation (Spanish): U+05D0 (\u05d0) in “Texto \u05d0” cannot be printed.",
    ]
    assert not (tmp_path / "out").exists()


def test_only_the_languages_that_are_exported_count(network: Network, papers: Papers, tmp_path: Path) -> None:
    annotate(network, "Titre \u738b")
    papers.export(annotated(network, Edition.EN, Edition.ES), tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 2
    assert [one.languages for one in unprintable(papers, annotated(network))] == [(Language.FR,)]


def test_nothing_is_issued_that_cannot_be_printed(network: Network, papers: Papers) -> None:
    annotate(network, "Titre \u738b")
    with pytest.raises(Problem):
        papers.issue(annotated(network, Edition.EN, Edition.FR), TODAY)
    assert papers.issued() == ()


def test_a_person_is_named_by_the_state_and_the_column(network: Network, papers: Papers) -> None:
    appoint(network[0], "王")
    (found,) = unprintable(papers, Request(DocumentKind.MEMBERS, None, SEPARATE, on=OPENS))
    sentences = [found.said_in(catalog(language)) for language in Language]
    assert [one.partition(" (")[0] for one in sentences] == [
        "Paraguay: Focal point: U+738B",
        "Paraguay\u00a0: Point focal\u00a0: impossible d’imprimer U+738B",
        "Paraguay: Punto focal: no es posible imprimir U+738B",
    ]


def test_what_is_missing_and_what_cannot_be_printed_of_one_paragraph_have_its_printed_number(
    network: Network, papers: Papers
) -> None:
    desk, meeting, _ = network
    book = MinuteBook(desk.store, desk.states)
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    first, *_ = book.paragraphs(minutes.key)
    book.add(first.key, Trilingual(fr="Une pause \u738b.", source=Language.FR))
    book.add(first.key, Trilingual("\n"))  # nothing is printed of it, so that it has no number
    (content,) = papers.contents(Request(DocumentKind.MINUTES, meeting.key))
    missing = {one.where.said_in(catalog(Language.EN)) for one in content.gaps if one.state is TextState.MISSING}
    foreign = {one.where.said_in(catalog(Language.EN)) for one in content.unprintable}
    assert missing == foreign == {"Paragraph 2"}


def test_an_item_has_one_name_whatever_is_wrong_with_its_texts(network: Network, papers: Papers) -> None:
    desk, meeting, item = network
    text = Trilingual(fr="Plan \u738b", source=Language.FR)
    part = AgendaItem(new_key(), meeting.key, 0, text, parent=item.key, annotation=text)
    desk.agendas.add(part)
    (content,) = papers.contents(annotated(network))
    for language in Language:
        words = catalog(language)
        assert {one.said_in(words) for one in content.gaps} == {one.where.said_in(words) for one in content.unprintable}


def test_the_command_line_names_character_text_and_place(
    network: Network, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    annotate(network, "Titre \u738b")
    register = network[0].store.path
    network[0].store.close()
    given = {"register": str(register), "folder": str(tmp_path / "out")}
    assert main([word.format(**given) for word in EXPORT]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Item 1: title (French): U+738B (\u738b) in “Titre \u738b”" in told.err
    assert not (tmp_path / "out").exists()


def test_a_name_in_guarani_is_printed_as_it_is_written(network: Network, papers: Papers) -> None:
    appoint(network[0], "G\u0303uarani")
    request = Request(DocumentKind.MEMBERS, None, (Edition.ES,), on=OPENS)
    assert unprintable(papers, request) == ()
    (data,) = papers.preview(request)
    assert any("Ana G\u0303UARANI" in tag.text for tag in Reader(data).tree().walk())
