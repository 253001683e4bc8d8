"""The projector during votes without names and during elections: what the room sees, and what it never does."""

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRectF, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from nmirf_desktop.domain.agenda_comparing import PieceState
from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.secret_ballots import Tick
from nmirf_desktop.domain.typography import parted
from nmirf_desktop.domain.voting import HandCount, Method, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.projected import Slide
from nmirf_desktop.ui.projected_election import ElectionPicture, _rows
from nmirf_desktop.ui.projected_page import LEAST, LINES, SEVERAL, Sheet
from nmirf_desktop.ui.projector import Projector
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from tests import registers
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ROOT = Path(__file__).parents[3]
TITLE = replace(said("Election of a rapporteur"), fr="Élection d’un rapporteur", es="Elección de un relator")


def projected(walk: Walk) -> Projector:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F11)
    projector = walk.screen.ballots.projector
    assert projector is not None
    return projector


@contextmanager
def projecting(walk: Walk, memory: Memory) -> Iterator[tuple[SessionScreen, Projector]]:
    """The same meeting on another screen, which remembers what was chosen for the projector, and opens it."""
    screen = SessionScreen(walk.desk, walk.language, walk.alerts)
    screen.projection.remember(memory)
    screen.show_as_of(registers.OPENS)
    screen.show()
    QApplication.processEvents()
    screen.projection.project()
    assert screen.projection.projector is not None
    yield screen, screen.projection.projector
    screen.projection.project()
    screen.close()
    screen.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def spoken(projector: Projector) -> list[str]:
    """The languages of the projector, in their order."""
    return [str(tongue) for tongue in projector._tongues]


def set_sheet(projector: Projector) -> Sheet:
    """What the projector shows, as it is set."""
    sheet = projector.sheet()
    assert sheet is not None
    return sheet


def elected(walk: Walk, *states: str, seats: int = 1, body: Body = Body.OTHER) -> str:
    """An election that is shown; its key."""
    new = NewElection(walk.meeting.key, walk.item.key, TITLE, seats, tuple(map(Nominee, states)), body=body)
    election = walk.desk.elections.open(new)
    walk.press(Key.Key_F8, CONTROL)
    assert walk.screen.elections.busy
    return election.key


def count(walk: Walk, *votes: int) -> None:
    """The papers of the ballot that is open, in the order of those who stand."""
    board = walk.screen.elections.board
    assert board is not None
    assert board.open is not None
    ballot = board.open.ballot
    walk.desk.ballots.issue(ballot.key, 8, 8)
    walk.desk.ballots.count(ballot.key, 0, 0, dict(zip(ballot.candidates, votes, strict=True)))
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("method", "shown"),
    [(Method.SHOW_OF_HANDS, "Voting by show of hands"), (Method.SECRET_BALLOT, "Voting by secret ballot")],
)
def test_r18_a_vote_without_names_is_called_by_its_method_until_it_is_announced(
    walk: Walk, method: Method, shown: str
) -> None:
    projector = projected(walk)
    asked = Ballot(walk.meeting.key, walk.item.key, method, kind=VoteKind.PROCEDURAL, question=said("Close?"))
    vote = walk.desk.voting.open(asked)
    QApplication.processEvents()
    seen = ["1 Future directions", "Close?", shown]
    assert projector.texts() == seen
    if method is Method.SHOW_OF_HANDS:
        walk.desk.voting.record_hands(vote.key, HandCount(5, 2, 1))
    else:
        walk.desk.secret_votes.count(vote.key, 0, HandCount(5, 2, 1), 8, 8)
    QApplication.processEvents()
    assert projector.texts() == seen, "no count before the Chair announces it"
    walk.desk.voting.close(vote.key)
    QApplication.processEvents()
    assert "5 votes to 2" in projector.texts()[-1]


def test_r35_an_election_is_projected_from_who_stands_to_the_result_and_never_a_count_or_a_voter(walk: Walk) -> None:
    projector = projected(walk)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides to exchange."))
    QApplication.processEvents()
    assert "Decides to exchange." in projector.texts()
    election = elected(walk, "PRY", "MAR", "PRT")
    assert projector.texts() == [
        "Election of a rapporteur", "1 seat remains to be filled. Next: Unrestricted ballot.",
        "Morocco", "Paraguay", "Portugal",
    ]  # fmt: skip
    walk.press(Key.Key_B)
    voting = [
        "Election of a rapporteur", "Ballot 1 · Unrestricted ballot", "Mark one name at most.",
        "Morocco", "Paraguay", "Portugal",
    ]  # fmt: skip
    assert projector.texts() == voting
    slide = projector._slide
    board = walk.screen.elections.board
    assert board is not None
    assert board.open is not None
    for tick in (Tick.RECEIVED, Tick.RETURNED):
        walk.desk.ballots.mark(board.open.ballot.key, "GHA", tick)
        QApplication.processEvents()
    assert (projector._slide, projector.texts()) == (slide, voting), "nothing moves while papers come in"
    for tick in (Tick.RETURNED, Tick.RECEIVED):
        walk.desk.ballots.mark(board.open.ballot.key, "GHA", tick)
    count(walk, 1, 5, 2)
    assert (projector._slide, projector.texts()) == (slide, voting), "a count is shown when it was announced"
    walk.desk.ballots.close(board.open.ballot.key)
    QApplication.processEvents()
    assert projector.texts() == [
        "Election of a rapporteur", "Ballot 1 · Unrestricted ballot", "The seat is filled.",
        "✓ Morocco: 5", "Portugal: 2", "Paraguay: 1",
    ]  # fmt: skip
    walk.screen.elections.setFocus()
    walk.press(Key.Key_Escape)
    assert "Decides to exchange." in projector.texts(), "back at the item"
    assert walk.desk.elections.board(election).elected
    assert put.key


def test_r35_an_election_is_projected_in_three_languages_in_its_stages(walk: Walk) -> None:
    projector = projected(walk)
    walk.screen.projection.tongues.choose((Language.EN, Language.FR, Language.ES))
    key = elected(walk, "PRY", "MAR", "PRT")
    walk.press(Key.Key_B)
    count(walk, 3, 3, 2)
    walk.screen.elections.setFocus()
    walk.press(Key.Key_R)
    shown = projector.texts()
    for text in ("Élection d’un rapporteur", "Elección de un relator", "Marruecos: 3", "Maroc\u00a0: 3", "Morocco: 3"):
        assert text in shown
    assert not projector.grab().isNull()
    walk.press(Key.Key_B)
    walk.desk.elections.stop(key, "no time left")
    QApplication.processEvents()
    assert "The election was broken off: “no time left”." in "".join(parted("\n".join(projector.texts())))
    assert "Morocco: 3" in projector.texts()


def test_r35_what_is_projected_between_two_ballots_and_before_a_lot(walk: Walk) -> None:
    projector = projected(walk)
    elected(walk, "MAR", "PRY", "PRT")
    said = []
    for votes in ((3, 3, 2), (4, 4)):
        walk.screen.elections.setFocus()
        walk.press(Key.Key_B)
        count(walk, *votes)
        walk.screen.elections.setFocus()
        walk.press(Key.Key_R)
        said.append(projector.texts()[2])
    nobody = "No candidate obtained the required majority. 1 seat remains to be filled."
    assert said == [f"{nobody} Next: Restricted ballot.", f"{nobody} Votes are equal: the Chair draws lots."]
    walk.press(Key.Key_D)
    walk.press(Key.Key_Return)
    assert projector.texts()[2] == "Lots were drawn. The seat is filled."
    assert sum(text.startswith("✓ ") for text in projector.texts()) == 1


@pytest.mark.parametrize("size", [(960, 600), (1920, 1080)])
@pytest.mark.parametrize("tongues", [(Language.EN,), (Language.EN, Language.FR, Language.ES)])
def test_r35_a_result_stands_whole_on_the_projector(
    walk: Walk, size: tuple[int, int], tongues: tuple[Language, ...]
) -> None:
    """Nothing is painted in the margins, and all of the picture's height is not left empty."""
    projector = projected(walk)
    elected(walk, "MAR", "PRY", "PRT", "GHA", "BRA", "SVN", seats=3)
    walk.press(Key.Key_B)
    count(walk, 6, 5, 4, 3, 2, 1)
    walk.screen.elections.setFocus()
    walk.press(Key.Key_R)
    projector.resize(*size)
    projector.speak(tongues)
    QApplication.processEvents()
    picture = projector.grab().toImage()
    empty = picture.pixelColor(0, 0)
    width, height = picture.width(), picture.height()
    rows = [y for y in range(height) if any(picture.pixelColor(x, y) != empty for x in range(0, width, 2))]
    columns = [x for x in range(width) if any(picture.pixelColor(x, y) != empty for y in range(0, height, 2))]
    assert rows[-1] < height * 0.97
    assert (columns[0] > width * 0.02, columns[-1] < width * 0.98) == (True, True)
    assert rows[-1] > height * 0.6


def test_r35_who_was_elected_by_acclamation_is_projected(walk: Walk) -> None:
    projector = projected(walk)
    elected(walk, "MAR", "PRY", seats=2)
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    assert projector.texts() == [
        "Election of a rapporteur", "Elected by acclamation. All seats are filled.", "✓ Morocco", "✓ Paraguay",
    ]  # fmt: skip


def test_r35_who_was_elected_by_acclamation_stands_in_the_order_of_the_projector_s_language(walk: Walk) -> None:
    projector = projected(walk)
    elected(walk, "PRY", "MAR", "ESP", seats=3)
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    for language, names in (
        (Language.EN, ["Morocco", "Paraguay", "Spain"]), (Language.FR, ["Espagne", "Maroc", "Paraguay"]),
        (Language.ES, ["España", "Marruecos", "Paraguay"]),
    ):  # fmt: skip
        projector.speak((language,))
        shown = [text.removeprefix("✓ ") for text in projector.texts() if text.startswith("✓ ")]
        assert [name for name in shown if name in names] == names


def test_r35_a_committee_elected_by_acclamation_stands_in_that_order_within_each_region(walk: Walk) -> None:
    projector = projected(walk)
    elected(walk, "URY", "PRY", "MAR", seats=3, body=Body.COMMITTEE)
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    shown = [text.removeprefix("✓ ") for text in projector.texts() if text.startswith("✓ ")]
    assert [name for name in shown if name.endswith("guay")] == ["Paraguay", "Uruguay"]


def test_r35_the_clock_of_a_speaker_is_projected_between_ballots_and_not_during_one(walk: Walk) -> None:
    projector = projected(walk)
    elected(walk, "PRY", "MAR", "PRT")
    walk.desk.floor.give(walk.meeting.key, walk.item.key, "GHA", Language.EN)
    QApplication.processEvents()
    assert any(text.startswith("Ghana") for text in projector.texts())
    walk.screen.elections.setFocus()
    walk.press(Key.Key_B)
    assert not any("Ghana" in text for text in projector.texts())


def test_after_a_sub_amendment_the_amendment_as_changed_is_before_the_meeting_and_then_the_text(walk: Walk) -> None:
    projector, desk = projected(walk), walk.desk
    desk.sittings.all_arrive(walk.meeting.key)
    put = desk.proposals.propose(
        walk.meeting.key, walk.item.key, said("Workshops"), said("Decides to hold a workshop every year.")
    )
    top = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "every year", "every two years"))
    sub = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "two", "three"), amends=top.key)
    other = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "years", "summers"), amends=top.key)
    QApplication.processEvents()
    walk.screen.room.texts.go_to(sub.key)
    QApplication.processEvents()
    assert projector.texts()[1:] == ["Amendment L.1/Amend.1/Amend.1: Workshops", "every three years"]
    walk.press(Key.Key_F7)
    shown = ["Amendment L.1/Amend.1: Workshops", "Decides to hold a workshop every three years."]
    assert projector.texts()[1:] == shown
    walk.screen.room.texts.go_to(other.key)
    walk.press(Key.Key_F4, SHIFT)
    assert projector.texts()[1:] == shown, "one that was withdrawn leaves the amendment as it was"
    walk.screen.room.texts.go_to(top.key)
    walk.press(Key.Key_F7)
    assert projector.texts()[1:] == ["Draft decision L.1: Workshops", "Decides to hold a workshop every three years."]
    slide = projector._slide
    assert slide is not None
    assert slide.negotiated is not None
    assert [piece.text for piece in slide.negotiated.pieces if piece.standing is PieceState.NEW] == ["three years"]


def test_the_room_is_told_why_nothing_goes_on(walk: Walk) -> None:
    day = walk.sitting.on
    second = Sitting("second", walk.meeting.key, 2, day, datetime.time(15), datetime.time(18))
    third = Sitting(
        "third", walk.meeting.key, 3, day + datetime.timedelta(days=1), datetime.time(10), datetime.time(13)
    )
    for sitting in (second, third):
        walk.desk.meetings.save_sitting(sitting)
    walk.press(Key.Key_F11)
    projector = walk.screen.projection.projector
    assert projector is not None
    item, seen = "1 Future directions", [projector.texts()]
    for key, modifier in (
        (Key.Key_F9, NONE), (Key.Key_F9, SHIFT), (Key.Key_F9, SHIFT), (Key.Key_F9, NONE),
        (Key.Key_F9, NONE), (Key.Key_F9, NONE), (Key.Key_F9, NONE), (Key.Key_F9, NONE),
    ):  # fmt: skip
        walk.press(key, modifier)
        if walk.screen.cards.isVisible():
            walk.press(Key.Key_Return, CONTROL)
        seen.append(projector.texts())
    assert seen == [
        [item, "The 1st sitting is planned for 10:00."], [item], [item, "The sitting is suspended."], [item],
        [item, "The 1st sitting is closed. The 2nd sitting is planned for 15:00."], [item],
        [item, "The 2nd sitting is closed. The 3rd sitting is planned for Wednesday, 25 November 2026, at 10:00."],
        [item], [item, "The 3rd sitting is closed."],
    ]  # fmt: skip


def test_the_text_stays_in_sight_while_the_sitting_is_suspended_for_consultations_on_it(walk: Walk) -> None:
    projector = projected(walk)
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides to exchange."))
    walk.press(Key.Key_F9, SHIFT)
    assert projector.texts()[1:] == [
        "The sitting is suspended.", "Draft decision L.1: Exchanges", "Decides to exchange.",
    ]  # fmt: skip


def test_r29_the_whole_committee_is_projected_by_region_over_all_its_ballots(walk: Walk) -> None:
    projector = projected(walk)
    elected(walk, "MAR", "PRY", "PRT", "GHA", "BRA", seats=4, body=Body.COMMITTEE)
    for votes in ((7, 5, 3, 2, 1), (6, 5, 1)):
        walk.screen.elections.setFocus()
        walk.press(Key.Key_B)
        count(walk, *votes)
        walk.screen.elections.setFocus()
        walk.press(Key.Key_R)
    assert projector.texts() == [
        "Election of a rapporteur", "All seats are filled.",
        "African States", "✓ Morocco", "✓ Ghana",
        "Latin American and Caribbean States", "✓ Paraguay",
        "Western European and other States", "✓ Portugal", "Not elected", "Brazil",
    ]  # fmt: skip
    assert not projector.grab().isNull()


@pytest.mark.parametrize("size", [(928, 583), (1920, 1080)])
def test_r29_the_committee_and_its_regions_are_projected_in_each_language_shown(
    walk: Walk, size: tuple[int, int]
) -> None:
    """They were in English only, since the longest name of a region did not fit in three."""
    projector = projected(walk)
    elected(walk, "MAR", "PRY", "PRT", "SVN", "IDN", seats=5, body=Body.COMMITTEE)
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    projector.resize(*size)
    projector.speak(tuple(Language))
    board = walk.screen.elections.board
    assert board is not None
    width, height = size
    image = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        side = height / LINES
        room = QRectF(side, side * 3, width - 2 * side, height - side * 4)
        picture = ElectionPicture(painter, room, projector.font(), tuple(Language))
        _, grid = picture._set(board, _rows(board, catalog(Language.EN)), side * SEVERAL, height * LEAST)
    labels = [label.replace("\u00a0", " ") for label in grid.labels]
    assert "✓ Slovenia · Slovénie · Eslovenia" in labels
    assert "African States · États d’Afrique · Estados de África" in labels
    assert any(label.endswith("Estados de Europa Occidental y otros Estados") for label in labels)


@pytest.mark.parametrize("size", [(928, 583), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("body", [Body.COMMITTEE, Body.OTHER])
def test_r35_the_names_elected_by_acclamation_are_large_and_in_each_language(
    walk: Walk, size: tuple[int, int], body: Body
) -> None:
    """Under a speaker and the clock they were a few pixels high, and in the first language alone."""
    projector = projected(walk)
    elected(walk, "KOR", "PRY", "DNK", "GEO", "KEN", seats=5, body=body)
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    board = walk.screen.elections.board
    assert board is not None
    width, height = size
    image = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        side, half = height / LINES, height * 0.42
        picture = ElectionPicture(
            painter, QRectF(side, half, width - 2 * side, height - side - half), projector.font(), tuple(Language)
        )
        rows, texts, grid = picture._laid(board, side * SEVERAL, height * LEAST)
    labels = [label.replace("\u00a0", " ") for label in grid.labels]
    assert "✓ Denmark · Danemark · Dinamarca" in labels
    assert any(label.endswith("República de Corea") for label in labels)
    assert grid.worst >= height * LEAST, "no smaller than anything else that is projected"
    assert grid.worst >= max(text.size for text in texts) * 0.95, "no smaller than what is said above them"
    assert sum(row.who is not None for row in rows) == 5


def test_r19_the_room_is_told_that_a_call_is_the_second(walk: Walk) -> None:
    projector = projected(walk)
    walk.press(Key.Key_F9)
    walk.open_roll_call()
    told = []
    for _ in range(40):
        told.append(any("second call" in text for text in projector.texts()))
        if told[-1]:
            break
        walk.screen.ballots.view.call.setFocus()
        walk.press(Key.Key_P)
    assert told[-1]
    assert told.index(True) >= 8, "not before every member was called once"


def test_running_totals_are_seen_only_where_the_chair_wants_them_and_for_one_meeting(
    walk: Walk, tmp_path: Path
) -> None:
    memory = Memory(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))
    walk.open_roll_call()
    with projecting(walk, memory) as (screen, projector):
        assert not set_sheet(projector).bars, "off until the Chair asks for them"
        (menu,) = (one for one in projector.actions() if one.text() == "Running totals on the projector")
        assert not menu.isChecked()
        menu.trigger()
        assert set_sheet(projector).bars
        assert (menu.isChecked(), screen.projection.totals.isChecked()) == (True, True)
    with projecting(walk, memory) as (screen, projector):
        assert set_sheet(projector).bars, "remembered while the meeting lasts"
        screen.projection.show_slide(Slide("S", board=screen.ballots._board), "another meeting")
        assert not set_sheet(projector).bars


def test_the_projector_speaks_the_languages_chosen_for_it_whatever_the_window_speaks(
    walk: Walk, tmp_path: Path
) -> None:
    memory = Memory(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))
    walk.language.switch(Language.FR)
    with projecting(walk, memory) as (_screen, projector):
        assert spoken(projector) == ["fr"], "at first the window's language"
        walk.language.switch(Language.ES)
        assert spoken(projector) == ["fr"], "it goes on as it is"
    with projecting(walk, memory) as (screen, projector):
        assert spoken(projector) == ["es"], "nobody has chosen yet"
        for key in (RoomKey.IN_ENGLISH, RoomKey.IN_SPANISH):
            screen.keys[key].trigger()
        assert spoken(projector) == ["en"]
        screen.keys[RoomKey.IN_ENGLISH].trigger()
        assert spoken(projector) == ["en"], "one language always stays"
        screen.keys[RoomKey.IN_FRENCH].trigger()
        checked = [screen.keys[key].isChecked() for key in (RoomKey.IN_ENGLISH, RoomKey.IN_FRENCH, RoomKey.IN_SPANISH)]
        assert checked == [True, True, False]
    with projecting(walk, memory) as (_screen, projector):
        assert spoken(projector) == ["en", "fr"], "its own choice is remembered"
    walk.language.switch(Language.EN)


def test_a_key_of_the_projector_that_is_closed_says_so(walk: Walk) -> None:
    for key in (Key.Key_T, Key.Key_1, Key.Key_PageDown):
        walk.press(key, ALT)
        assert walk.told() == "The projector is closed: open it first."
        walk.alerts.clear()
    projector = projected(walk)
    walk.press(Key.Key_2, ALT)
    assert spoken(projector) == ["en", "fr"]
    walk.press(Key.Key_1, ALT)
    assert spoken(projector) == ["fr"]
    assert not walk.told()
    walk.press(Key.Key_2, ALT)
    assert spoken(projector) == ["fr"]
    assert walk.told().startswith("The projector speaks this language alone")


def test_a_key_of_the_projector_is_found_on_a_french_keyboard_whose_figures_need_shift(walk: Walk) -> None:
    projector = projected(walk)
    walk.press(Key.Key_Eacute, ALT)
    assert spoken(projector) == ["en", "fr"]
    walk.press(Key.Key_Ampersand, ALT)
    assert spoken(projector) == ["fr"]


def test_a_click_on_the_last_language_says_why_it_stays(walk: Walk) -> None:
    projector = projected(walk)
    (last,) = (one for one in walk.screen.ballots.shown.tongues.findChildren(QToolButton) if one.isChecked())
    last.click()
    assert last.isChecked()
    assert spoken(projector) == ["en"]
    assert walk.told().startswith("The projector speaks this language alone")


def test_the_number_of_the_page_is_said_in_the_window_s_language(walk: Walk) -> None:
    projector = projected(walk)
    walk.desk.proposals.propose(
        walk.meeting.key, walk.item.key, said("Exchanges"), said("\n".join(["Invites all members."] * 60))
    )
    QApplication.processEvents()
    assert not projector.grab().isNull()
    (label,) = (
        one
        for one in walk.screen.projection.findChildren(QLabel)
        if one.text().startswith("1/") or "1 / " in one.text()
    )
    for language, begins in ((Language.ES, "página 1 de "), (Language.FR, "page 1 sur "), (Language.EN, "page 1 of ")):
        walk.language.switch(language)
        QApplication.processEvents()
        assert label.toolTip().startswith(begins)
        assert label.accessibleName() == label.toolTip()


def test_a_projector_that_was_closed_is_gone_for_good(walk: Walk) -> None:
    """Neither a window that comes to the front right after nor a screen that is unplugged brings it back."""
    walk.press(Key.Key_F11)
    projector = walk.screen.projection.projector
    assert projector is not None
    walk.press(Key.Key_F11)
    QGuiApplication.instance().screenRemoved.emit(projector.screen())  # type: ignore[union-attr]
    QApplication.sendEvent(projector, QEvent(QEvent.Type.ActivationChange))
    assert not projector.isVisible()
    assert not projector._opening.isActive()


TWO_SCREENS = """
import datetime, sys
from PySide6.QtWidgets import QApplication, QWidget
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.projected import Slide
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.projected import Slide
from nmirf_desktop.ui.projected_page import Sheet
from nmirf_desktop.ui.projector import Projector
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from tests import registers
application = QApplication([])
room = QWidget()
room.resize(800, 600)
room.show()
application.processEvents()
projector = Projector((Language.EN,), lambda: datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC))
slide = Slide("NMIRF/2026")
projector.show_slide(slide)
projector.start(room)
def say():
    application.processEvents()
    same = projector._slide is slide
    print(projector.isVisible(), projector.isFullScreen(), projector.screen().name(), projector.width(), same)
say()
if len(application.screens()) > 1:
    wall = application.screens()[1]
    application.screenRemoved.emit(wall)
    say()
    application.screenAdded.emit(wall)
    say()
"""


@pytest.mark.parametrize("screens", [1, 2])
def test_it_fills_the_other_screen_and_comes_back_as_a_window_when_that_is_unplugged(
    tmp_path: Path, screens: int
) -> None:
    """Qt's offscreen platform has as many screens as it is told to; what it cannot do is unplug one."""
    known = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "dpr": 1}
        for name, x in (("desk", 0), ("wall", 1280))
    ]
    path = tmp_path / "screens.json"
    path.write_text(json.dumps({"screens": known[:screens]}), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={path}"}
    command = [sys.executable, "-c", TWO_SCREENS]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    wall, window = "True True wall 1280 True", "True False desk 960 True"
    assert done.stdout.splitlines() == ([wall, window, wall] if screens > 1 else [window])
