"""An election by keys: opened, papers, the tally sheet, the result, the restricted list and the lot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from nmirf_desktop.domain.blocks import DataTable
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.officers import Office
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.secret_ballots import Papers, Tick
from nmirf_desktop.domain.voting import Method, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import Nominee
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.screens.session_election import ElectionPage
from nmirf_desktop.ui.screens.session_tally import TallyPanel
from nmirf_desktop.ui.screens.session_vote import VoteView
from nmirf_desktop.ui.theme import colours, dress
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(walk: Walk, *states: str) -> ElectionPage:
    """An election of one seat, opened by keys, in which some States stand."""
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    walk.press(Key.Key_Return, CONTROL)
    assert page.board is not None
    for state in states:
        walk.desk.elections.nominate(page.board.election.key, Nominee(state))
    page.show_facts(page._facts)  # type: ignore[arg-type]
    page.take_keyboard()
    return page


def test_the_card_of_a_candidate_says_that_who_would_hold_an_office_is_no_member_on_this_day(walk: Walk) -> None:
    """It was said of who submits a text, and of nobody who is to report or to preside."""
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    page.opening.offer(None, Office.RAPPORTEUR, Body.OTHER)
    walk.press(Key.Key_Return, CONTROL)
    walk.press(Key.Key_K)
    fields = page.candidate.fields
    for letters, remark in (
        ("switzer", "An observer, not a member: it is recorded as it is entered."),
        ("peru", "Neither member nor observer of the Network on this day: it is recorded as it is entered."),
        ("ghana", ""),
        ("peru", "Neither member nor observer"),
    ):
        fields.state.begin()
        walk.type(letters)
        walk.press(Key.Key_Return)
        hint = fields._rows["state"]._hint
        assert hint.text().startswith(remark)
        assert hint.isVisible() is bool(remark)
    walk.press(Key.Key_Return, CONTROL)
    assert page.board is not None
    assert [name.state.iso3 for name in page.board.stand] == ["PER"], "it is remarked on, and not refused"


def tally(walk: Walk, page: ElectionPage, signs: str) -> TallyPanel:
    """The next ballot: eight papers, read out one by one, recorded and announced."""
    walk.press(Key.Key_B)
    board = page.board
    assert board is not None
    assert board.open is not None
    walk.desk.ballots.issue(board.open.ballot.key, len(signs), len(signs))
    page.show_facts(page._facts)  # type: ignore[arg-type]
    page.take_keyboard()
    assert QApplication.focusWidget() is page.tally
    walk.type(signs)
    walk.press(Key.Key_Return)
    return page.tally


def test_r35_an_election_by_keys_with_a_restricted_ballot_and_a_lot(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY", "PRT")
    tally(walk, page, "11122233")
    assert "more than half: 5" in page.stage.text()
    page.setFocus()
    walk.press(Key.Key_R)
    assert "No candidate obtained the required majority." in page.result.text()
    assert "restricted to: Morocco and Paraguay." in page.stage.text()
    tally(walk, page, "11112222")
    page.setFocus()
    walk.press(Key.Key_R)
    assert "draws 1 name by lot from: Morocco and Paraguay." in page.stage.text()
    walk.press(Key.Key_D)
    assert page.board is not None
    assert page.rulings.drawing.isVisible(), "a draw is not taken back: no letter alone draws"
    assert page.board.lot is not None
    walk.press(Key.Key_Return)
    assert len(page.board.elected) == 1
    assert "The Chair having drawn lots" in page.result.text()
    assert "The seat is filled." in page.stage.text()
    walk.press(Key.Key_Escape)
    assert not page.busy
    assert walk.screen.room.isVisible()


def test_r35_before_anybody_stands_nobody_else_is_spoken_of(walk: Walk) -> None:
    page = opened(walk)
    assert page.chair.text == "1 seat is to be filled.\nI invite proposals."
    assert "Nobody stands." in page.stage.text(), "for the rapporteur"
    walk.desk.elections.nominate(page.board.election.key, Nominee("MAR"))  # type: ignore[union-attr]
    QApplication.processEvents()
    assert "Nobody" not in page.chair.text


@pytest.mark.parametrize("tongue", list(Language))
def test_r35_the_tally_sheet_on_the_screen_stands_as_on_paper_in_every_language(walk: Walk, tongue: Language) -> None:
    walk.language.switch(tongue)
    page = opened(walk, "URY", "MAR", "SVN", "PRY")
    walk.press(Key.Key_B)
    assert page.board is not None
    named = page.board.named
    shown = [(row.sign, named[row.key].state.iso3) for row in page.tally._rows if row.key]
    assert shown == [("1", "MAR"), ("2", "PRY"), ("3", "SVN"), ("4", "URY")]
    (content,) = walk.desk.papers.contents(Request(DocumentKind.TALLY, walk.meeting.key))
    assert isinstance(content.paper, RecordPaper)
    (table,) = (one for part in content.paper.sections for one in part.blocks if isinstance(one, DataTable))
    printed = [(row[1].read(tongue).text, row[0].read(tongue).text) for row in table.rows]
    assert printed[:-1] == [(row.sign, row.name.text()) for row in page.tally._rows]
    walk.language.switch(Language.EN)


def test_r35_a_ballot_counted_by_the_keys_on_paper_elects_who_stands_beside_them(walk: Walk) -> None:
    page = opened(walk, "URY", "MAR")
    tally(walk, page, "11111222")
    page.setFocus()
    walk.press(Key.Key_R)
    assert page.board is not None
    assert [one.state.iso3 for one in page.board.elected] == ["MAR"]


def test_r35_numbers_that_cannot_be_true_are_said_and_nothing_is_recorded(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    sheet = tally(walk, page, "1112220X")
    board = page.board
    assert board is not None
    assert board.open is not None
    assert board.open.ballot.count is not None
    assert board.open.ballot.papers is not None
    assert (board.open.ballot.count.votes, board.open.ballot.count.abstentions) == ((3, 3), 1)
    assert board.open.ballot.papers.invalid == 1
    sheet.setFocus()
    walk.type("1")
    walk.press(Key.Key_Return)
    assert "were counted" in sheet.wrong.text() or "papers name" in sheet.wrong.text()
    walk.press(Key.Key_Backspace)
    walk.press(Key.Key_Return)
    assert sheet.wrong.isHidden()


def test_r35_one_key_wipes_out_no_numbers_that_were_typed(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    board = page.board
    assert board is not None
    assert board.open is not None
    walk.desk.ballots.issue(board.open.ballot.key, 8, 7)
    page.papers.marked.emit("GHA", Tick.RECEIVED)
    assert page.board is not None
    assert page.board.open is not None
    assert page.board.open.ballot.papers == Papers(8, 7, 0, (), (), ())
    assert walk.alerts.notice is not None
    assert "set both numbers to 0" in str(walk.alerts.notice.what)


def test_r35_members_are_marked_by_one_key_until_the_box_is_opened(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    page.papers.marked.emit("GHA", Tick.RECEIVED)
    page.papers.marked.emit("GHA", Tick.RETURNED)
    board = page.board
    assert board is not None
    assert board.open is not None
    assert board.open.ballot.papers is not None
    assert board.open.ballot.papers.returned_by == ("GHA",)
    assert page.papers.form.returned.value() == 1
    page.tally.setFocus()
    walk.type("1")
    walk.press(Key.Key_Return)
    assert not page.papers.table.isEnabled()


def test_r35_no_more_than_the_seats_are_elected_by_acclamation(walk: Walk) -> None:
    page = opened(walk, "MAR")
    assert page.row.of["G"].isVisible()
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    assert "Election by acclamation: Morocco" in page.stage.text()
    assert "There being no other proposal, Morocco is elected by acclamation." in page.chair.text
    assert page.board is not None
    assert page.board.standing.left == 0


@pytest.mark.parametrize("tongue", list(Language))
def test_the_page_is_said_again_in_another_language_while_papers_are_counted(walk: Walk, tongue: Language) -> None:
    page = opened(walk, "MAR", "PRY", "PRT")
    walk.press(Key.Key_B)
    page.tally.setFocus()
    walk.type("112")
    walk.language.switch(tongue)
    QApplication.processEvents()
    assert page.tally.value.votes == dict(zip(page.tally.value.votes, (2, 1, 0), strict=True))
    assert page.board is not None
    names = [name.said_in(walk.language.words) for name in page.board.names]
    assert [row.name.text() for row in page.tally._rows[:3]] == names
    walk.language.switch(Language.EN)


def secret(walk: Walk) -> tuple[str, VoteView]:
    """A secret ballot on a motion, opened beside the keyboard; its key."""
    question = said("Closure of the debate")
    asked = Ballot(walk.meeting.key, walk.item.key, Method.SECRET_BALLOT, kind=VoteKind.PROCEDURAL, question=question)
    held = walk.desk.voting.open(asked)
    QApplication.processEvents()
    walk.press(Key.Key_F8)
    view = walk.screen.ballots.view
    assert view.tally.isVisible()
    assert view.box.isVisible()
    return held.key, view


def test_r18_a_secret_ballot_on_a_motion_is_counted_on_the_tally_sheet(walk: Walk) -> None:
    held, view = secret(walk)
    view.box.take_keyboard()
    walk.type("8")
    walk.press(Key.Key_Return)
    walk.type("7")
    walk.press(Key.Key_Return)
    assert QApplication.focusWidget() is view.tally, "from the papers to the sheet"
    walk.type("111220x")
    walk.press(Key.Key_Return)
    board = walk.desk.voting.board(held)
    assert (board.tally.in_favour, board.tally.against, board.tally.abstaining) == (3, 2, 1)
    assert board.papers == Papers(8, 7, 1, (), (), ())
    view.tally.setFocus()
    walk.type("2")  # one paper lay at the bottom of the box
    walk.press(Key.Key_Return)
    assert "8 papers were counted, but 7 were returned" in view.tally.wrong.text()
    assert not view.closing.isVisible(), "nothing is announced that was refused"
    view.box.take_keyboard()
    walk.press(Key.Key_Return)
    walk.type("9")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    assert view.box.refuses("returned"), "more papers came back than went out"
    assert walk.desk.voting.board(held).papers == Papers(8, 7, 1, (), (), ())
    view.box.take_keyboard()
    walk.press(Key.Key_Return)
    walk.type("8")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    assert view.tally.wrong.isHidden()
    board = walk.desk.voting.board(held)
    assert (board.tally.in_favour, board.tally.against, board.papers and board.papers.returned) == (3, 3, 8)
    walk.press(Key.Key_Return)
    assert walk.desk.voting.board(held).closed


def test_r18_papers_typed_stay_until_the_count_whatever_else_happens_in_the_room(walk: Walk) -> None:
    _, view = secret(walk)
    walk.type("8")
    walk.press(Key.Key_Return)
    walk.desk.sittings.all_arrive(walk.meeting.key)
    QApplication.processEvents()
    assert view.box.value() == (8, 0)
    walk.type("7")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Escape)
    assert not view.isVisible(), "set aside"
    walk.press(Key.Key_F8)
    assert view.box.value() == (8, 7)


def test_r18_papers_that_nobody_counted_are_left_out(walk: Walk) -> None:
    held, view = secret(walk)
    assert view.box.issued.editors[0].hasFocus(), "papers go out before they are counted"
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    walk.type("111220x")
    walk.press(Key.Key_Return)
    assert walk.desk.voting.board(held).papers == Papers(0, 0, 1, (), (), ())
    assert (view.box.issued.value(), view.box.returned.value()) == (None, None), "nothing is invented"
    walk.press(Key.Key_Return)
    assert walk.desk.voting.board(held).closed


def test_r27_the_last_ballot_is_put_right_with_its_reason_and_both_results_are_kept(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    tally(walk, page, "11111222")
    page.setFocus()
    walk.press(Key.Key_R)
    assert page.board is not None
    assert [name.state.iso3 for name in page.board.elected] == ["MAR"]
    walk.press(Key.Key_C)
    walk.type("Two names were exchanged.")
    walk.press(Key.Key_Return, CONTROL)
    assert QApplication.focusWidget() is page.tally
    first, second, *_ = page.tally._rows
    first.number.load(3, over=True)
    second.number.load(5, over=True)
    walk.press(Key.Key_Return)
    assert [name.state.iso3 for name in page.board.elected] == ["PRY"]
    assert page.board.last is not None
    assert page.board.last.announced.count is not None
    assert page.board.last.announced.count.votes == (5, 3)
    assert page.tally.isHidden()


def test_tab_goes_from_the_tally_sheet_through_its_numbers_to_what_records_them(walk: Walk) -> None:
    """It led to the list of ballot papers, whose filter took the digits that were typed then."""
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    walk.type("8")
    walk.press(Key.Key_Return)
    walk.type("8")
    walk.press(Key.Key_Return)
    assert QApplication.focusWidget() is page.tally
    for number in "5210":
        walk.press(Key.Key_Tab)
        walk.type(number)
    assert list(page.tally.value.votes.values()) == [5, 2]
    assert (page.tally.value.blank, page.tally.value.invalid) == (1, 0)
    walk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is page.tally.record
    (line,) = page.papers.table.findChildren(QLineEdit)
    assert line.text() == ""
    for _ in range(5):
        walk.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is page.tally
    walk.press(Key.Key_Tab)
    assert page.board is not None
    assert page.board.open is not None
    for _ in range(4):  # Enter goes through the numbers, and records after the last
        assert page.board.open.ballot.count is None
        walk.press(Key.Key_Return)
    assert page.board.open.ballot.count is not None
    assert page.board.open.ballot.count.votes == (5, 2)


def test_the_tally_sheet_shows_that_it_has_the_keyboard(walk: Walk) -> None:
    dress(walk.screen)
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)

    def edge() -> QColor:
        QApplication.processEvents()
        return page.tally.grab().toImage().pixelColor(1, page.tally.height() // 2)

    page.setFocus()
    without, place = edge(), page.tally.title.pos()
    page.tally.setFocus()
    assert edge() == QColor(colours().accent)
    assert without != edge()
    assert page.tally.title.pos() == place, "nothing moves under the eyes"


def test_tab_goes_from_the_papers_to_the_tally_sheet_as_in_a_ballot_on_a_proposal(walk: Walk) -> None:
    """It led into the filter of the members, which took the votes that were read out."""
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    walk.type("3")
    walk.press(Key.Key_Tab)
    walk.type("3")
    walk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is page.tally
    walk.type("112")
    assert list(page.tally.value.votes.values()) == [2, 1]
    (line,) = page.papers.table.findChildren(QLineEdit)
    assert line.text() == ""


def test_what_the_chair_says_of_an_election_stands_in_a_box_of_its_own_height(walk: Walk) -> None:
    """The box was three times as high as its words, which moved when a card opened above it."""
    page = opened(walk)
    walk.screen.resize(1200, 800)
    QApplication.processEvents()
    chair = page.chair
    (line,) = (one for one in chair.findChildren(QLabel) if one.property("tongue") == "en")
    assert line.height() <= line.heightForWidth(line.width()) + 2
    assert chair.height() <= chair.heightForWidth(chair.width()) + 2


def test_the_room_sees_the_result_of_an_election_back_on_its_item(walk: Walk) -> None:
    """Only the title of the item was shown once the page of the election was left."""
    page = opened(walk, "MAR")
    assert page.board is not None
    walk.desk.elections.acclaim(page.board.election.key)
    QApplication.processEvents()
    walk.press(Key.Key_F11)
    projector = walk.screen.projection.projector
    assert projector is not None
    walk.screen.activateWindow()
    page.leave()
    QApplication.processEvents()
    assert walk.screen.room.isVisible()
    told = " ".join(projector.texts())
    assert "Elected by acclamation." in told
    assert "Morocco" in told


def test_who_may_have_a_paper_is_named_in_the_order_of_the_reader_s_language(walk: Walk) -> None:
    """The list stood in the order of the English names also in a French window."""
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    for language in (Language.FR, Language.ES, Language.EN):
        walk.language.switch(language)
        words = walk.language.words
        names = [one.state.said_in(words) for one in page.papers.table.model.rows]
        assert len(names) > 2
        assert names == sorted(names, key=words.sort_key)
