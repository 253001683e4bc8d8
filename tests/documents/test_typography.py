"""What documents say is typed as an official of each language types it: texts are looked at as they are set.

In a finished file a no-break space is a glyph like any other space; so the texts are those of the reference, which
``test_conformance`` proves to be those of the file, with the spaces that the typesetter gives each of them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.inline import marked, tied
from nmirf_desktop.domain.issued import STANDING, DocumentKind
from nmirf_desktop.domain.papers import Paper
from nmirf_desktop.domain.typography import left_alone
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import EVERY_MEETING, Asked
from nmirf_desktop.services.secretariat import Secretariat
from tests import samples
from tests.documents.expected import as_read
from tests.documents.made import LONG, OF_EACH_KIND, WRITTEN
from tests.typography import faults

every_language = pytest.mark.parametrize("language", list(Language))


def said(paper: Paper, language: Language) -> Iterator[str]:
    """All that a paper says in a language; what stands there in another is typed as that one is."""
    for leaf in as_read(paper, language):
        if not leaf.foreign:
            yield from (leaf.text, leaf.alt, leaf.mark[1] if leaf.mark else "")


@every_language
@pytest.mark.parametrize("name", [name for name in OF_EACH_KIND if not name.endswith(LONG)])
def test_what_the_program_says_is_typed_as_its_language_is(name: str, language: Language) -> None:
    if name.startswith(DocumentKind.CORRIGENDUM):
        language = Language.FR  # it corrects the French text alone, and is printed in French alone
    texts = said(OF_EACH_KIND[name](), language)
    assert [(fault, text) for text in texts for fault in faults(text, language)] == []


@every_language
@pytest.mark.parametrize("name", ["written annotated agenda", "small written minutes"])
def test_what_is_written_is_set_as_its_language_is(name: str, language: Language) -> None:
    texts = [tied(text, language) for text in said(WRITTEN[name](), language)]
    assert [(fault, text) for text in texts for fault in faults(text, language)] == []


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> list[Paper]:
    """Every document of the sample register: of its last meeting, of its planned one, of the Network."""
    target: Path = tmp_path_factory.mktemp("typography") / "sample.nmirf"
    with open_register(samples.sample(tmp_path_factory, target), read_only=True) as store:
        papers = Secretariat(store).papers
        asked = [
            *(Asked(kind, on=samples.ON if kind in STANDING else None) for kind in DocumentKind),
            Asked(DocumentKind.MEMBERS, on=samples.ON, addresses=True),
            Asked(DocumentKind.DECISIONS, EVERY_MEETING, on=samples.ON),
        ]
        return [content.paper for one in asked for content in papers.contents(papers.request(one, samples.ON))]


@every_language
def test_the_sample_is_typed_as_its_language_is(sampled: list[Paper], language: Language) -> None:
    texts = [text for paper in sampled for text in said(paper, language)]
    assert [(fault, text) for text in texts for fault in faults(text, language)] == []


@pytest.mark.parametrize(
    ("language", "typed", "text"),
    [
        (Language.FR, "Décide : « oui » ; non ?", "Décide\u00a0: «\u00a0oui\u00a0»\u00a0; non\u00a0?"),
        (Language.FR, "M. Diallo, le 1er mai à 15 h 30", "M.\u00a0Diallo, le 1er\u00a0mai à 15\u00a0h\u00a030"),
        (Language.FR, "12 345 voix, 12,5 %, art. 5", "12\u00a0345\u00a0voix, 12,5\u00a0%, art.\u00a05"),
        (Language.EN, "at 10 a.m., Ms. Lee: No. 5", "at 10\u00a0a.m., Ms.\u00a0Lee: No.\u00a05"),
        (Language.ES, "la Sra. Pérez, a las 10.00 horas", "la Sra.\u00a0Pérez, a las 10.00\u00a0horas"),
        (Language.EN, "25 members; 2027 and 193 : 5", "25 members; 2027 and 193 : 5"),
        (Language.EN, 'the States\' "own" rules aren\'t "bad"', "the States' “own” rules aren’t “bad”"),
        (Language.FR, "l'accord dit \"d'office\", aujourd'hui", "l’accord dit «\u00a0d’office\u00a0», aujourd’hui"),
        (Language.ES, 'el " acuerdo "', "el “acuerdo”"),
        (Language.EN, '5" of paper', '5" of paper'),
        (Language.FR, "écrire à o'brien@example.org, n° 5", "écrire à o'brien@example.org, n°\u00a05"),
    ],
)
def test_spaces_and_marks_are_set_as_the_language_has_them_whoever_typed_them(
    language: Language, typed: str, text: str
) -> None:
    assert tied(typed, language) == text
    assert "".join(run.text for run in marked(typed, Face.REGULAR, language)) == text


@every_language
@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Write to o'brien@example.org.", "mailto:o'brien@example.org"),
        ("Write to 'office@example.org'.", "mailto:office@example.org"),
        ('See "https://example.org/l\'accord" there', "https://example.org/l'accord"),
    ],
)
def test_an_address_stays_as_it_was_typed(language: Language, text: str, target: str) -> None:
    assert [run.target for run in marked(text, Face.REGULAR, language) if run.target] == [target]


@pytest.mark.parametrize(
    ("language", "text", "fault"),
    [
        (Language.EN, "The vote : a tie", "a space before a sign"),
        (Language.EN, "at 10 a.m.", "an ordinary space before a.m. or p.m."),
        (Language.EN, "No. 5", "an ordinary space after an abbreviation"),
        (Language.FR, "le 8 mai 2027", "an ordinary space between day and month"),
        (Language.FR, "M. Diallo", "an ordinary space after a form of address"),
        (Language.FR, "Néant ; rien", "no no-break space before a high sign"),
        (Language.FR, "12,5 %", "an ordinary space before the sign of per cent"),
        (Language.FR, "12 345 voix", "an ordinary space in a number"),
        (Language.FR, "la 2e séance", "an ordinary space in the name of a sitting"),
        (Language.FR, "les Etats", "a capital without its accent"),
        (Language.FR, "une oeuvre", "a ligature that is not tied"),
        (Language.FR, "à 15\u202fh", "a narrow no-break space"),
        (Language.ES, "la Sra. Pérez", "an ordinary space after an abbreviation"),
        (Language.ES, "Ninguna .", "a space before a full stop or comma"),
        (Language.ES, "10.00 horas", "an ordinary space in a time"),
        (Language.ES, "de mayo del 2027", "a year with an article"),
    ],
)
def test_what_is_badly_typed_is_found(language: Language, text: str, fault: str) -> None:
    assert fault in faults(text, language)


def test_what_is_quoted_from_another_language_is_printed_as_it_was_typed() -> None:
    typed = 'The rapporteur keyed: 10 % of "all"; why?\nNobody  knows.'
    quoted = 'The rapporteur keyed: 10 % of "all"; why? Nobody knows.'
    around = f"Motif : « {left_alone(typed)} »; voilà."
    assert tied(around, Language.FR) == f"Motif\u00a0: «\u00a0{quoted}\u00a0»\u00a0; voilà."
    assert tied(left_alone(left_alone(typed)), Language.ES) == quoted
