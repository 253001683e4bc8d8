"""The projector's page: nothing of it is cut, all of it can be read from afar, whatever its texts and its size."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.board import Board, Calling, board
from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Method, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.projected import Slide
from nmirf_desktop.ui.projected_page import LEAST, WRAPPED, Box, Sheet
from nmirf_desktop.ui.projector import Projector
from tests import registers
from tests.registers import said
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_projector import projected

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
EN, FR, ES = Language
SIZES = [(960, 600), (1280, 720), (1920, 1080), (2560, 1440)]
TONGUES = [(EN,), (FR, ES), (EN, FR, ES)]
LONG_TEXT = "\n\n".join(
    f"{number}. Decides to hold a workshop every year on the follow-up to recommendations, and invites the members and"
    " the observers to present in writing what they have learned before the next annual meeting;"
    for number in range(1, 13)
)


def long_title(length: int) -> Trilingual:
    """A title of the greatest length in three languages."""
    words = ("Contribution of the Network to the knowledge hub, ", "Contribution du Réseau à la plateforme, ",
             "Contribución de la Red a la plataforma de conocimientos, ")  # fmt: skip
    en, fr, es = ((text * 20)[:length].strip() for text in words)
    return replace(said(en), fr=fr, es=es)


def font_of(projector: Projector, box: Box) -> QFont:
    font = QFont(projector.font())
    font.setPixelSize(box.pixels)
    font.setBold(box.part.bold)
    return font


def shown_by(projector: Projector) -> Sheet:
    """What the projector shows, as it is set."""
    sheet = projector.sheet()
    assert sheet is not None
    return sheet


def cut(projector: Projector) -> Iterator[str]:
    """What does not stand whole in its place, or stands in that of another, on the sheet that is shown."""
    sheet = shown_by(projector)
    size, above = QSizeF(projector.size()), 0.0
    for box in sheet.boxes:
        if box.document is None:
            metrics = QFontMetricsF(font_of(projector, box))
            needed = metrics.boundingRect(QRectF(0, 0, box.where.width(), 1e6), WRAPPED, box.part.text)
            if needed.height() > box.where.height() + 1 or needed.width() > box.where.width() + 1:
                yield f"cut: {box.part.text}"
        if box.where.top() < above or box.where.left() <= 0 or box.where.right() >= size.width():
            yield f"written over, or in the margin: {box.part.text}"
        above = box.where.bottom()
    if above > sheet.foot + 1 or sheet.foot > size.height():
        yield f"in the bars, or below the foot: {sheet.boxes[-1].part.text}"


def called(walk: Walk) -> Board:
    """A roll call on a proposal with the longest title."""
    walk.open_roll_call()
    vote = walk.desk.voting.open_vote(walk.meeting.key)
    assert vote is not None
    states = walk.desk.states.on(registers.OPENS)
    return replace(board(vote, (), states), question=long_title(LONGEST["title"]))


@pytest.mark.parametrize("tongues", TONGUES)
@pytest.mark.parametrize("length", [60, LONGEST["title"]])
def test_no_name_of_a_state_is_cut_in_a_call(walk: Walk, tongues: tuple[Language, ...], length: int) -> None:
    states = tuple(walk.desk.states.on(registers.OPENS).values())
    assert len(states) >= 193
    asked = replace(called(walk), question=long_title(length))
    (item,) = (one for one in walk.desk.agendas.items(walk.meeting.key) if one.item.key == walk.item.key)
    item = replace(item, item=replace(item.item, title=long_title(length)))
    projector = Projector(tongues, walk.clock)
    for size in SIZES:
        projector.resize(*size)
        sheets, faults = list[Sheet](), list[str]()
        for state in states:
            calling = Calling(1, state, (state, *states))
            projector.show_slide(Slide("S", item, board=replace(asked, calling=calling), totals=True))
            sheets.append(shown_by(projector))
            names = {state.said_in(catalog(tongue)) for tongue in tongues}
            assert names <= {box.part.text for box in sheets[-1].boxes}
            faults += cut(projector)
        assert not faults, "\n".join(dict.fromkeys(faults))
        sizes = {frozenset((box.part.stage, box.pixels) for box in sheet.boxes) for sheet in sheets}
        assert len(sizes) == 1, "nothing changes its size from one State to the next"
        if length != LONGEST["title"]:
            assert all(box.pixels >= round(size[1] * LEAST) for box in sheets[0].boxes), "all of it is read from afar"
            assert all(sheet.bars for sheet in sheets)


@pytest.mark.parametrize("tongues", TONGUES)
def test_no_result_is_cut(walk: Walk, tongues: tuple[Language, ...]) -> None:
    projector = projected(walk)
    walk.open_roll_call()
    for _ in range(8):
        walk.screen.ballots.view.call.setFocus()
        walk.press(Key.Key_Y)
    vote = walk.desk.voting.open_vote(walk.meeting.key)
    assert vote is not None
    walk.desk.voting.close(vote.key)
    QApplication.processEvents()
    slide = projector._slide
    assert slide is not None
    assert slide.board is not None
    projector.speak(tongues)
    for size in SIZES:
        projector.resize(*size)
        projector.show_slide(replace(slide, board=replace(slide.board, question=long_title(LONGEST["title"]))))
        assert not list(cut(projector))
        projector.show_slide(slide)
        assert not list(cut(projector))
        sheet = shown_by(projector)
        assert [bar.number for bar in sheet.bars] == [8, 0, 0]
        assert min(box.pixels for box in sheet.boxes) >= round(size[1] * LEAST)


def paged_lines(sheet: Sheet) -> Iterator[str]:
    """The lines of a text that the sheet shows whole."""
    for box in sheet.boxes:
        if box.document is None:
            continue
        high = box.document.pageSize().height()
        block = box.document.begin()
        while block.isValid():
            area = box.document.documentLayout().blockBoundingRect(block)
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                top, bottom = area.top() + line.y(), area.top() + line.y() + line.height()
                if top >= box.page * high - 1 and bottom <= (box.page + 1) * high + 1:
                    yield block.text()[line.textStart() : line.textStart() + line.textLength()]
            block = block.next()


@pytest.mark.parametrize("tongues", TONGUES)
def test_a_long_text_is_gone_through_page_by_page_and_no_line_of_it_is_lost_or_small(
    walk: Walk, tongues: tuple[Language, ...]
) -> None:
    projector = projected(walk)
    text = replace(said(LONG_TEXT), fr=LONG_TEXT.replace("Decides", "Décide"), es=LONG_TEXT.replace("Dec", "D"))
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, long_title(120), text)
    QApplication.processEvents()
    projector.speak(tongues)
    for size in SIZES:
        projector.resize(*size)
        seen, pages = list[str](), 1
        while True:
            sheet = shown_by(projector)
            assert not list(cut(projector))
            assert min(box.pixels for box in sheet.boxes) >= round(size[1] * LEAST)
            seen += paged_lines(sheet)
            if not projector.turn(1):
                break
            pages += 1
        assert pages == sheet.pages > 1
        lines = [line for box in sheet.boxes if box.document is not None for line in whole(box)]
        assert set(lines) <= set(seen)
        for tongue in tongues:
            assert set(text[tongue].split()) <= set(" ".join(lines).split())
        while projector.turn(-1):
            pages -= 1
        assert pages == 1


def whole(box: Box) -> Iterator[str]:
    """All lines of a text."""
    assert box.document is not None
    block = box.document.begin()
    while block.isValid():
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            yield block.text()[line.textStart() : line.textStart() + line.textLength()]
        block = block.next()


def test_the_keys_of_the_room_go_on_in_a_text_that_is_projected(walk: Walk) -> None:
    projector = projected(walk)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Workshops"), said(LONG_TEXT))
    QApplication.processEvents()
    projector.grab()
    label = walk.screen.projection._page
    first, count = label.text(), shown_by(projector)
    assert (first, label.accessibleName()) == (f"1 / {count.pages}", f"page 1 of {count.pages}")
    walk.press(Key.Key_PageDown, ALT)
    projector.grab()
    assert label.text() == f"2 / {count.pages}"
    walk.desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "12. Decides", "12. Agrees"))
    walk.press(Key.Key_PageUp, ALT)
    walk.press(Key.Key_PageUp, ALT)
    assert "goes no further" in walk.told()
    projector.grab()
    assert label.text() == first
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Short"), said("Decides."))
    QApplication.processEvents()
    walk.screen.room.texts.go_to(walk.desk.proposals.all(walk.meeting.key)[-1].proposal.key)
    QApplication.processEvents()
    projector.grab()
    assert label.isHidden()


def test_a_text_without_translation_stands_once_below_the_headings_of_all_languages(walk: Walk) -> None:
    projector = projected(walk)
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), Trilingual(en="Decides."))
    QApplication.processEvents()
    projector.speak((EN, FR, ES))
    sheet = shown_by(projector)
    assert [box.part.text for box in sheet.boxes][-1] == "Decides."
    assert [box.part.text for box in sheet.boxes].count("Decides.") == 1


@pytest.mark.parametrize("method", [Method.ROLL_CALL, Method.SHOW_OF_HANDS, Method.SECRET_BALLOT])
def test_numbers_are_seen_before_the_end_only_of_a_vote_by_name(walk: Walk, method: Method) -> None:
    projector = projected(walk)
    walk.press(Key.Key_T, ALT)
    asked = Ballot(walk.meeting.key, walk.item.key, method, kind=VoteKind.PROCEDURAL, question=said("Close?"))
    walk.desk.voting.open(asked)
    QApplication.processEvents()
    sheet = shown_by(projector)
    assert bool(sheet.bars) is (method is Method.ROLL_CALL)
