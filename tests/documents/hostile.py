"""Papers that a page was not made for: long titles, long words, a text in one language only, uneven lines."""

from dataclasses import replace

from nmirf_desktop.domain.blocks import (
    DecisionBlock,
    Entry,
    Heading,
    Listing,
    Note,
    Para,
    StateColumns,
    VoteBlock,
    VoteList,
)
from nmirf_desktop.domain.papers import AgendaLine, AgendaPaper, MinutesPaper, PaperSection
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import Language
from tests.documents import content, debate

LINE = "Les membres décrivent une pratique de leur mécanisme que d’autres pourraient souhaiter adapter ailleurs. "


def agenda() -> AgendaPaper:
    """A title of 300 signs, an annotation of forty lines in one language, one that two languages lack, a long word."""
    title = Said("Title " * 50, "Intitulé " * 33, "Asunto")
    long = Said("Short.", "\n".join([LINE * 3] * 14), "Breve.")
    lacking = Said("", "", LINE * 30, Language.ES)
    word = Said.same("Donaudampfschifffahrtsgesellschaftskapitän" * 3)
    items = (AgendaLine(title, long), AgendaLine(word, lacking), *content.agenda(annotated=True).items)
    return AgendaPaper(replace(content.HEAD, meeting=title, item=title), items)


def minutes() -> MinutesPaper:
    """Texts that have more lines in one language than in another, and a note of several."""
    uneven = Said("One.\nTwo.\nThree.", "Un.\nDeux.", "Uno.")
    even = Said("One.\nTwo.", "Un.\nDeux.", "Uno.\nDos.")
    section = PaperSection(Said.same("Section"), (Para(uneven, numbered=True), Para(even), Note(uneven)))
    return replace(debate.small_minutes(), sections=(section, *debate.small_minutes().sections))


TITLE = Said(
    "Consideration of the possibilities for strengthening the coordination of national mechanisms for imp"
    "lementation, reporting and follow-up with national statistical offices, parliaments, national human "
    "rights institutions, the judiciary, local authorities and civil society organisations, including dig",
    "Examen des possibilités de renforcer la coordination des mécanismes nationaux de mise en œuvre, d’ét"
    "ablissement de rapports et de suivi avec les instituts nationaux de statistique, les parlements, les"
    " institutions nationales des droits de l’homme, le pouvoir judiciaire et les collectivités locales e",
    "Examen de las posibilidades de fortalecer la coordinación de los mecanismos nacionales de implementa"
    "ción, presentación de informes y seguimiento con los institutos nacionales de estadística, los parla"
    "mentos, las instituciones nacionales de derechos humanos, el poder judicial y las autoridades locale",
)
"""A title of 300 signs, the longest that the register takes, in each language."""
SENTENCE = Said(
    "The meeting will have before it a note that describes a practice which others may wish to adapt. ",
    "La réunion sera saisie d’une note qui décrit une pratique que d’autres pourraient souhaiter adapter. ",
    "La reunión tendrá ante sí una nota que describe una práctica que otros podrían querer adaptar. ",
)
WORD = Said.same("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3)


def _times(count: int, between: str = "") -> Said:
    """The sentence so many times."""
    en, fr, es = (between.join([text] * count) for text in (SENTENCE.en, SENTENCE.fr, SENTENCE.es))
    return Said(en, fr, es)


def long_agenda() -> AgendaPaper:
    """Long titles in the head and on every level, annotations of forty lines and of forty paragraphs."""
    head = replace(content.HEAD, meeting=TITLE, item=TITLE)
    documents = (Entry(TITLE, Said.same("NMIRF/2027/2")), Entry(WORD))
    parts = (AgendaLine(TITLE, _times(40, "\n")), AgendaLine(WORD, _times(34), parts=(AgendaLine(TITLE, _times(34)),)))
    items = (AgendaLine(TITLE, _times(34), documents, parts), AgendaLine(TITLE, SENTENCE), AgendaLine(WORD, SENTENCE))
    return AgendaPaper(head, (*items, *content.agenda(annotated=True).items[:3]))


def long_minutes() -> MinutesPaper:
    """Sections, headings, lists, decisions and votes with long titles one after the other."""
    decision = DecisionBlock(Said.same("Decision 2027/1"), (Para(_times(34)),), TITLE, TITLE, where=TITLE)
    blocks = (
        Heading(TITLE), Para(_times(34), numbered=True), Heading(WORD), Para(_times(40, "\n"), numbered=True),
        Heading(TITLE), Listing((Entry(TITLE, TITLE), Entry(WORD, Said.same("(a)"))), TITLE),
        StateColumns(TITLE, (TITLE, WORD, Said.same("Peru"))), decision,
        VoteBlock(TITLE, (VoteList(TITLE, (TITLE, Said.same("Peru"))),)), Note(_times(34)),
    )  # fmt: skip
    sections = [PaperSection(title, part) for title, part in ((TITLE, blocks), (WORD, blocks[:2]), (TITLE, blocks[:2]))]
    plain = debate.small_minutes()
    head = replace(content.HEAD, meeting=TITLE, item=TITLE)
    return replace(plain, masthead=head, sections=(*sections, *plain.sections), annexes=tuple(sections[1:]))
