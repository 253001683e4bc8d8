"""Papers that a page was not made for: long titles, long words, a text in one language only, uneven lines."""

from dataclasses import replace

from nmirf_desktop.domain.blocks import Note, Para
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
