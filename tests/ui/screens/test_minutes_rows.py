"""What stands above the paragraphs of minutes on the screen: the titles that are printed, each said once."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, Section
from nmirf_desktop.domain.minutes_papers import TITLES, minutes_paper, shown
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.screens.minutes_laid import Sheet
from nmirf_desktop.ui.screens.minutes_rows import Line, gap_said, heading, lines, origin
from nmirf_desktop.ui.theme import STEP, body_font
from tests.domain import second_meeting

FACTS = second_meeting.facts()
PARAGRAPHS = tuple(
    MinutesParagraph(str(at), "minutes", at, one.section, one.text, one.item, one.slot)
    for at, one in enumerate(draft(FACTS))
)


def headings(told: tuple[Line, ...], language: Language) -> list[str]:
    """The titles of the page, in their order."""
    return [heading(one, catalog(language)) for one in told if one.begins]


@pytest.mark.parametrize("language", list(Language))
def test_sections_have_the_titles_that_are_printed_each_once(language: Language) -> None:
    words = catalog(language)
    told = headings(lines(PARAGRAPHS, FACTS.agenda, ()), language)
    printed = [
        one.title.read(language).text
        for one in minutes_paper(Minutes("", "meeting"), shown(PARAGRAPHS), FACTS).sections
    ]
    framed = tuple(words.gettext(title) for section, title in TITLES.items() if section is not Section.ITEM)
    of_frame = [one for one in told if one.startswith(framed)]
    assert of_frame == [one for one in printed if one.startswith(framed)]
    assert sum("(" in one for one in of_frame) == 3, "opening, adoption and closure with the numbers of their items"
    assert len(set(told)) == len(told)
    for title in told:
        before, _, after = title.partition(" · ")
        assert not after.startswith(before), title


def test_paragraphs_of_an_item_that_has_left_the_agenda_stand_under_one_title() -> None:
    told = headings(lines(PARAGRAPHS, (), ()), Language.EN)
    assert told.count("Proceedings") == 1


@pytest.mark.parametrize("language", list(Language))
def test_what_stands_under_the_number_of_a_paragraph_is_not_cut(qtbot: QtBot, language: Language) -> None:
    """“compte rendu modifié” was."""
    words, owner = catalog(language), QWidget()
    qtbot.addWidget(owner)
    owner.setFont(body_font())
    sheet = Sheet(owner, lambda: words)
    sheet.fit(2000)
    written = PARAGRAPHS[0]
    drafted = replace(written, drafted=written.text)
    rows = [Line(99, written, offered=True), Line(99, written), Line(99, drafted)]
    told = {origin(one, words) for one in rows}
    assert len(told) == len(rows)
    small = sheet._small_metrics
    room = sheet.number - STEP * 3 - small.height()
    assert room > 0
    commented = words.ngettext("{n} comment", "{n} comments", 12).format(n=12)
    noted = Gap(Phrase(), written.text, language, TextState.DRAFT, Subject.MINUTES, "meeting", as_noted=True)
    older = replace(noted, state=TextState.OUTDATED, as_noted=False)
    looked_at = {gap_said(Line(99, written, gaps=(one,)), words) for one in (noted, older)}
    assert len(looked_at) == 2
    assert [one for one in (*told, commented, *looked_at) if small.horizontalAdvance(one) >= room] == []


def test_what_is_to_be_looked_at_in_a_paragraph_is_told_without_laying_it_out_again(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.setFont(body_font())
    sheet, anew = (Sheet(owner, lambda: catalog(Language.EN)) for _ in range(2))
    for each in (sheet, anew):
        each.fit(2000)
    for line in lines(PARAGRAPHS, FACTS.agenda, ()):
        sheet.height(line)
        for other in (replace(line, quoted=1, comments=2), replace(line, begins=not line.begins)):
            assert sheet.known(other) == anew.height(other)
        other = replace(
            line, paragraph=replace(line.paragraph, text=line.paragraph.text.with_text(Language.FR, "Mots"))
        )
        assert sheet.known(other) is None
