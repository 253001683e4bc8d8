"""The texts of an item by keys alone: amended, revised, divided, voted on, considered again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from nmirf_desktop.domain.agenda_comparing import PieceState
from nmirf_desktop.domain.amendments import AmendmentAct, Standing, VersionCause
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Act, Answer, Method, VoteKind, VoteMajority
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.services.readiness import texts_of
from nmirf_desktop.services.text_kinds import TextKind
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.ui.projected import Wording as SlideWording
from nmirf_desktop.ui.screens import session_asking
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.screens.session_text_rows import COLUMNS
from tests.registers import said, statements
from tests.ui.screens.conftest import Walk

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
BOTH, NONE = SHIFT | CTRL, Qt.KeyboardModifier.NoModifier
TEXT = "1. Decides to meet every year;\n2. Requests a report."


def table(walk: Walk, text: str = TEXT) -> None:
    """Everybody is there; a draft decision by Paraguay is chosen, with the keyboard in the list."""
    walk.press(Key.Key_F5, SHIFT)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Yearly meetings"), Trilingual(en=text))
    QApplication.processEvents()
    walk.screen.room.texts.go_to(put.key)


def file(walk: Walk) -> ProposalFile:
    """The first proposal as the register has it."""
    return walk.desk.proposals.all(walk.meeting.key)[0]


def select(walk: Walk, after: int, length: int) -> None:
    """Go so many letters into the text and select so many."""
    for _ in range(after):
        walk.press(Key.Key_Right)
    for _ in range(length):
        walk.press(Key.Key_Right, SHIFT)


def amend(walk: Walk, words: str) -> None:
    """Replace “every year” by other words."""
    walk.press(Key.Key_F11, CTRL)
    select(walk, TEXT.index("every"), len("every year"))
    walk.press(Key.Key_Tab)
    walk.press(Key.Key_Tab)
    walk.type(words)
    walk.press(Key.Key_Return, CTRL)
    QTest.qWait(10)


def cast(walk: Walk, in_favour: int) -> None:
    """A roll call by keys, announced and left."""
    walk.press(Key.Key_F8)
    walk.press(Key.Key_Return, CTRL)
    vote = walk.desk.voting.open_vote(walk.meeting.key)
    assert vote is not None
    assert vote.method is Method.ROLL_CALL
    for place, _ in enumerate(vote.entitled):
        walk.press(Key.Key_Y if place < in_favour else Key.Key_N)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    QTest.qWait(10)


def test_r22_an_amendment_is_submitted_and_accepted_as_an_oral_revision(walk: Walk) -> None:
    table(walk)
    amend(walk, "every two years")
    texts = walk.screen.room.texts
    assert texts.row is not None
    assert texts.row.name == "L.1/Amend.1"
    assert [one.text(texts.row, walk.language.words) for one in COLUMNS[:2]] == [
        "\u2003Amend.1",
        "Replace “every year” by “every two years”.",
    ]
    assert "May I take it that the meeting wishes to adopt amendment L.1/Amend.1?" in texts.chair.text
    assert "<s" in texts.reading.text.text()
    walk.press(Key.Key_F11, SHIFT)
    assert file(walk).proposal.text.original == TEXT
    assert "L.1 has no sponsor: it is a text of the Chair." in walk.told()
    walk.press(Key.Key_F11, SHIFT)
    assert file(walk).proposal.text.original == TEXT.replace("every year", "every two years")
    assert "accepted by the Chair: L.1 is orally revised" in walk.told()
    texts.go_to(file(walk).proposal.key)
    assert "wishes to adopt draft decision L.1, as orally revised?" in texts.chair.text
    texts.table.setFocus()
    walk.press(Key.Key_Z, CTRL)
    assert "There is nothing to undo" in walk.told()


def test_r22_a_title_is_amended_by_keys_and_shown_with_its_marks(walk: Walk) -> None:
    """The title could not be touched: what a delegation proposed of it was lost, or written over."""
    table(walk)
    texts = walk.screen.room.texts
    walk.press(Key.Key_F11)
    walk.screen.activateWindow()
    walk.press(Key.Key_F11, CTRL)
    walk.press(Key.Key_Tab, SHIFT)
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Tab)
    select(walk, 0, len("Yearly"))
    walk.press(Key.Key_Tab)
    walk.press(Key.Key_Tab)
    walk.type("Biennial")
    walk.press(Key.Key_Return, CTRL)
    QTest.qWait(10)
    assert texts.row is not None
    assert COLUMNS[1].text(texts.row, walk.language.words) == "In the title, replace “Yearly” by “Biennial”."
    assert "<s" in texts.reading.text.text()
    projector = walk.screen.projection.projector
    assert projector is not None
    assert projector.texts()[2:] == ["Amendment L.1/Amend.1: Yearly meetings", "Biennial meetings"]
    walk.press(Key.Key_F7)
    assert file(walk).proposal.title.original == "Biennial meetings"
    assert file(walk).proposal.text.original == TEXT
    texts.go_to(file(walk).proposal.key)
    QApplication.processEvents()
    assert projector.texts()[2:] == ["Draft decision L.1: Biennial meetings", TEXT]
    slide = projector._slide
    assert slide is not None
    (head,) = [
        part
        for part in SlideWording(slide, (Language.EN,), walk.desk.sittings.now()).page(None).parts
        if part.pieces and not part.long
    ]
    marked = [(piece.standing, piece.text.strip()) for piece in head.pieces if piece.standing is not PieceState.KEPT]
    assert marked == [(PieceState.GONE, "Yearly"), (PieceState.NEW, "Biennial")]
    assert ">Biennial" in texts.reading.text.text()


def test_r22_with_nothing_selected_the_whole_title_is_replaced(walk: Walk) -> None:
    table(walk)
    walk.press(Key.Key_F11, CTRL)
    walk.press(Key.Key_Tab, SHIFT)
    walk.press(Key.Key_Down)
    for _ in range(3):
        walk.press(Key.Key_Tab)
    walk.type("Plan of action")
    walk.press(Key.Key_Return, CTRL)
    QTest.qWait(10)
    walk.press(Key.Key_F11, SHIFT)
    walk.press(Key.Key_F11, SHIFT)
    assert file(walk).proposal.title.original == "Plan of action"
    walk.screen.room.texts.go_to(file(walk).proposal.key)
    walk.press(Key.Key_F11, CTRL)
    assert walk.screen.room.texts.cards.amendment.of_title.value() is False, "the next one is on the text again"


def test_r22_an_amendment_that_was_itself_amended_is_told_as_it_stands(walk: Walk) -> None:
    table(walk)
    amend(walk, "every two years")
    texts = walk.screen.room.texts
    walk.press(Key.Key_F11, CTRL)
    select(walk, len("every "), len("two"))
    walk.press(Key.Key_Tab)
    walk.press(Key.Key_Tab)
    walk.type("three")
    walk.press(Key.Key_Return, CTRL)
    QTest.qWait(10)
    assert texts.row is not None
    assert texts.row.name == "L.1/Amend.1/Amend.1"
    walk.press(Key.Key_F11, SHIFT)
    assert ": amendment L.1/Amend.1 is revised" in walk.told()
    assert "L.1 is orally revised" not in walk.told()
    below = next(row for row in texts.rows if row.name == "L.1/Amend.1/Amend.1")
    assert COLUMNS[1].text(below, walk.language.words) == "Replace “two” by “three”."
    top = next(row for row in texts.rows if row.name == "L.1/Amend.1")
    stands = "Replace “every year” by “every three years”."
    assert COLUMNS[1].text(top, walk.language.words) == stands
    texts.go_to(top.key)
    assert texts.reading.change.text() == stands
    texts.go_to(file(walk).proposal.key)
    amend(walk, "every spring")
    walk.press(Key.Key_F12, BOTH)
    assert f"L.1/Amend.1: {stands}" in texts.cards.order._list.text()
    walk.press(Key.Key_Escape)
    texts.go_to(top.key)
    walk.press(Key.Key_F7)
    assert COLUMNS[1].text(next(row for row in texts.rows if row.key == top.key), walk.language.words) == stands


def test_r22_a_sub_amendment_adopted_by_consensus_changes_the_amendment_alone(walk: Walk) -> None:
    table(walk)
    amend(walk, "every two years")
    top = file(walk).amendments[0].amendment
    below = walk.desk.amendments.move(
        file(walk).proposal.key, Wording(AmendmentAct.REPLACES, "two", "three"), amends=top.key
    )
    QApplication.processEvents()
    walk.screen.room.texts.go_to(below.key)
    walk.press(Key.Key_F7)
    assert ": amendment L.1/Amend.1 reads so from now on" in walk.told()
    assert file(walk).proposal.text.original == TEXT


def test_r22_an_amendment_is_put_to_the_vote_and_then_the_whole(walk: Walk) -> None:
    table(walk)
    amend(walk, "every two years")
    walk.press(Key.Key_F7, SHIFT)
    assert "There is no consensus on amendment L.1/Amend.1." in walk.screen.room.texts.chair.text
    cast(walk, 6)
    one = file(walk).amendments[0]
    assert (one.standing, one.votes[0].kind) == (Standing.ADOPTED, VoteKind.AMENDMENT)
    texts = walk.screen.room.texts
    assert (texts.row and texts.row.key) == file(walk).proposal.key, "the proposal as amended comes next"
    assert texts.table.view.hasFocus()
    said = texts.chair.text
    assert "May I take it that the meeting wishes to adopt draft decision L.1, as amended?" in said
    walk.screen.projection.project()
    projector = walk.screen.projection.projector
    assert projector is not None
    walk.press(Key.Key_F7)
    assert "Draft decision L.1, as amended, was adopted by consensus as decision 2026/1." in walk.told()
    assert "Draft decision L.1, as amended, was adopted by consensus as decision 2026/1." in projector.texts()
    decision = file(walk).decision
    assert decision is not None
    assert decision.text.original == TEXT.replace("every year", "every two years")


def test_r22_after_the_vote_on_an_amendment_beside_others_or_looked_at_again_it_stays_chosen(walk: Walk) -> None:
    table(walk)
    amend(walk, "every two years")
    put, texts = file(walk).proposal, walk.screen.room.texts
    other = walk.desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "a report", "reports"))
    QApplication.processEvents()
    voted = file(walk).amendments[0].amendment.key
    texts.go_to(voted)
    walk.press(Key.Key_F7, SHIFT)
    cast(walk, 6)
    assert (texts.row and texts.row.key) == voted, "which of the others is next, the Chair says"
    walk.desk.amendments.withdraw(other.key)
    QApplication.processEvents()
    walk.press(Key.Key_F8, SHIFT)
    assert walk.screen.ballots.over
    walk.press(Key.Key_Escape)
    assert (texts.row and texts.row.key) == voted, "it was only looked at"


def test_r13_a_revised_text_is_put_and_announced_as_revised(walk: Walk) -> None:
    """The Chair put "draft decision L.1" to the vote, of which another text than the one submitted was voted on."""
    table(walk)
    amend(walk, "every two years")
    walk.press(Key.Key_F11, SHIFT)
    walk.press(Key.Key_F11, SHIFT)
    walk.screen.room.texts.go_to(file(walk).proposal.key)
    walk.press(Key.Key_F7, SHIFT)
    assert "There is no consensus on draft decision L.1, as orally revised." in walk.screen.room.texts.chair.text
    walk.screen.projection.project()
    projector = walk.screen.projection.projector
    assert projector is not None
    walk.screen.room.texts.table.setFocus()
    cast(walk, 6)
    shown = "\n".join(projector.texts())
    assert "Draft decision L.1, as orally revised, was adopted as decision 2026/1 by a roll-call vote of 6 to " in shown


def test_r22_the_chairs_order_stands_beside_the_rule_and_the_texts(walk: Walk) -> None:
    table(walk)
    for words in ("every two years", "every spring"):
        amend(walk, words)
        walk.screen.room.texts.go_to(file(walk).proposal.key)
    walk.press(Key.Key_F12, BOTH)
    order = walk.screen.room.texts.cards.order
    assert "L.1/Amend.2: Replace “every year” by “every spring”." in order._list.text()
    assert not order.order.value(), "nothing is suggested"
    walk.type("2 3")
    walk.press(Key.Key_Return)
    assert [one.amendment.rank for one in file(walk).amendments] == [None, None]
    order.order.load("", over=True)
    walk.type("2, 1")
    walk.press(Key.Key_Return)
    assert [row.name for row in walk.screen.room.texts.rows] == ["", "L.1/Amend.2", "L.1/Amend.1"]


def test_r21_parts_are_marked_in_the_text_and_put_one_by_one(walk: Walk) -> None:
    table(walk)
    walk.press(Key.Key_F6, SHIFT)
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Space)
    walk.press(Key.Key_Return, CTRL)
    texts = walk.screen.room.texts
    assert texts.row is not None
    assert texts.row.kind is VoteKind.DIVISION
    walk.press(Key.Key_F7)
    walk.press(Key.Key_Down)
    assert texts.row.part is not None
    assert texts.row.part.part.passage == "2. Requests a report."
    walk.press(Key.Key_F7, SHIFT)
    cast(walk, 3)
    assert file(walk).proposal.text.original == "1. Decides to meet every year;"
    assert file(walk).versions[-1].cause is VersionCause.DIVIDED
    texts.go_to(file(walk).proposal.key)
    assert "adopt draft decision L.1, without the parts that were rejected?" in texts.chair.text


def test_r12_brackets_in_a_part_are_asked_about_before_it_is_adopted_or_voted_on(walk: Walk) -> None:
    table(walk, "1. Decides to meet every year;\n2. Requests a [long] report.")
    walk.press(Key.Key_F6, SHIFT)
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Space)
    walk.press(Key.Key_Return, CTRL)
    walk.press(Key.Key_F7)
    walk.press(Key.Key_Down)
    asked = "Part 1 of L.1 has words in brackets, which are not agreed yet: [long]. Nothing was recorded."
    walk.press(Key.Key_F7)
    assert walk.told().startswith(asked)
    part = file(walk).motions[0].parts[0]
    assert part.open
    assert not part.calls
    walk.press(Key.Key_F7)
    assert not file(walk).motions[0].parts[0].open


def test_r26_what_was_adopted_is_considered_again(walk: Walk) -> None:
    table(walk)
    walk.press(Key.Key_F7)
    assert file(walk).decision is not None
    walk.press(Key.Key_F6, CTRL)
    walk.press(Key.Key_Return, CTRL)
    cast(walk, 5)
    assert (file(walk).decision, file(walk).settled) == (None, False)
    assert file(walk).motions[0].votes[0].majority is VoteMajority.SIMPLE


def test_r26_a_withdrawn_proposal_is_introduced_again(walk: Walk) -> None:
    table(walk)
    walk.press(Key.Key_F4, SHIFT)
    assert file(walk).proposal.withdrawn_at is not None
    walk.press(Key.Key_F4, BOTH)
    assert [one.proposal.reintroduces for one in walk.desk.proposals.all(walk.meeting.key)] == [
        None,
        file(walk).proposal.key,
    ]


def test_a_revised_text_is_shown_with_its_marks_and_its_brackets(walk: Walk) -> None:
    table(walk)
    walk.press(Key.Key_F6, BOTH)
    assert "is kept as it reads" in walk.told()
    put = file(walk).proposal
    words = TEXT.replace("every year", "[every spring]")
    walk.desk.proposals.revise(replace(put, text=put.text.with_text(Language.EN, words)))
    QApplication.processEvents()
    reading = walk.screen.room.texts.reading
    assert "<s" in reading.text.text()
    assert "<u" in reading.text.text()
    assert reading.brackets.text() == "Words in brackets are not agreed yet."
    walk.press(Key.Key_F11)
    projector = walk.screen.ballots.projector
    assert projector is not None
    assert any("[every spring]" in text for text in projector.texts())
    projector.speak((Language.FR, Language.ES))
    shown = "\n".join(projector.texts())
    assert shown.count("[every spring]") == 1, "an outdated translation is not shown as if it said the same"
    assert "Projet de décision L.1" in shown
    walk.press(Key.Key_F11)


def test_a_card_that_is_filled_in_is_lost_to_no_other(walk: Walk) -> None:
    table(walk)
    walk.press(Key.Key_F11, CTRL)
    select(walk, 3, 7)
    walk.press(Key.Key_F6, SHIFT)
    cards = walk.screen.room.texts.cards
    assert (cards.amend.isVisible(), cards.divide.isVisible()) == (True, False)
    assert cards.amendment.passage.value() == "Decides"


def test_r27_the_rows_of_a_sub_amendment_whose_passage_went_are_shown_and_amended(walk: Walk) -> None:
    table(walk)
    desk, put = walk.desk, file(walk).proposal
    top = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "every year", "every two years"))
    first = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "two", "three"), amends=top.key)
    walk.clock.forward()
    desk.amendments.note_objection(first.key)
    asked = Ballot(walk.meeting.key, walk.item.key, Method.RECORDED, put.key, VoteKind.AMENDMENT, amendment=first.key)
    held = desk.voting.open(asked)
    for state in held.entitled:
        answer = Answer.IN_FAVOUR if state == held.entitled[0] else Answer.ABSTAINING
        desk.voting.cast(Cast(held.key, state, answer))
    walk.clock.forward()
    desk.voting.close(held.key)
    walk.clock.forward()
    second = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "three", "four"), amends=top.key)
    desk.amendments.adopt_by_consensus(second.key)
    desk.voting.cast(Cast(held.key, held.entitled[0], Answer.AGAINST, Act.REKEYED, reason="It was keyed wrongly."))
    QApplication.processEvents()
    walk.press(Key.Key_Escape)
    texts = walk.screen.room.texts
    for one in (top, first, second):
        texts.go_to(one.key)
        assert texts.row is not None
        assert texts.row.key == one.key
    texts.go_to(top.key)
    walk.press(Key.Key_F11, CTRL)
    assert texts.cards.amend.isVisible()


def test_who_is_there_and_who_speaks_leaves_the_texts_as_they_were_read(walk: Walk) -> None:
    table(walk)
    with statements(walk.desk.store) as asked:
        walk.desk.sittings.toggle(walk.meeting.key, ["GHA"])
        walk.desk.floor.put_down(walk.meeting.key, walk.item.key, "PRY")
        QApplication.processEvents()
    assert walk.screen.facts is not None
    assert [one.state for one in walk.screen.facts.floor.queue(walk.item.key)] == ["PRY"]
    assert not [one for one in asked if "FROM proposal" in one]


def test_the_texts_shown_are_those_of_the_register_whatever_was_written_meanwhile(walk: Walk) -> None:
    table(walk)

    def shown_as_held() -> bool:
        walk.desk.sittings.toggle(walk.meeting.key, ["GHA"])
        QApplication.processEvents()
        assert walk.screen.facts is not None
        return walk.screen.facts.files == walk.desk.proposals.all(walk.meeting.key)

    walk.open_roll_call()
    assert shown_as_held()
    held = walk.desk.voting.open_vote(walk.meeting.key)
    assert held is not None
    walk.screen.hide()  # another page of the window is looked at, and there something is written
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Another"), Trilingual(en=TEXT))
    walk.desk.floor.put_down(walk.meeting.key, walk.item.key, "PRY")
    walk.screen.show()
    assert shown_as_held()
    for state in held.entitled:
        walk.screen.ballots._cast(state, Answer.ABSTAINING, Act.ANSWER)
    walk.screen.ballots._close(None, "")
    assert shown_as_held()
    with walk.desk.store.read() as session:
        place = next(one for one in texts_of(session, walk.meeting.key) if one.kind is TextKind.PROPOSAL)
    walk.desk.texts.write(place, Trilingual(en="Meetings every year"))
    assert shown_as_held()


@pytest.mark.parametrize("tongue", list(Language))
def test_the_number_of_a_decision_is_not_cut_off_in_the_list(walk: Walk, tongue: Language) -> None:
    """It stood at the end of a narrow cell, where "2026/1" read "2…" on every row."""
    walk.press(Key.Key_F9)
    table(walk)
    walk.press(Key.Key_F7)
    walk.language.switch(tongue)
    view = walk.screen.room.texts.table.view
    model = view.model()
    cell = model.index(0, len(COLUMNS) - 1)
    text = model.data(cell)
    assert "2026/1" in text
    shown = text[: text.index("2026/1") + len("2026/1")]
    mark = 2 * view.fontMetrics().height()
    assert view.fontMetrics().horizontalAdvance(shown) + mark < view.visualRect(cell).width()


@pytest.mark.parametrize("tongue", list(Language))
def test_how_a_decision_was_adopted_is_left_out_before_it_is_cut_off(walk: Walk, tongue: Language) -> None:
    """Beside a long title stood "2026/1 : adopté par un v…"."""
    walk.press(Key.Key_F9)
    table(walk)
    walk.press(Key.Key_F7)
    walk.language.switch(tongue)
    (column,) = (one for one in COLUMNS if one.least)
    (row,) = walk.screen.room.texts.table.model.rows
    assert column.brief is not None
    said, brief = column.text(row, walk.language.words), column.brief(row, walk.language.words)
    assert said.startswith(brief)
    assert len(said) > column.least >= len(brief)


def test_tab_leads_from_a_text_to_the_next_language_and_a_text_of_another_is_said(walk: Walk) -> None:
    """A Spanish title stood under French, and French sentences among the sponsors: Tab had led there."""
    walk.press(Key.Key_F4)
    form = walk.screen.room.texts.form
    english = form.title._boxes[Language.EN]
    english.setFocus()
    walk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is form.text._boxes[Language.EN]
    walk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is form.title._boxes[Language.FR]
    walk.type("Encuesta sobre las necesidades de los miembros")
    walk.press(Key.Key_Tab)
    QTest.qWait(10)
    assert QApplication.focusWidget() is form.text._boxes[Language.FR]
    assert "Spanish" in form._rows["title"]._hint.text()


def test_r22_nothing_is_decided_on_under_an_amendment_that_is_being_typed(walk: Walk) -> None:
    """F7 adopted the text by consensus, and the card stayed on what was adopted."""
    table(walk)
    texts = walk.screen.room.texts
    walk.press(Key.Key_F11, CTRL)
    select(walk, TEXT.index("every year"), len("every year"))
    texts.cards.amendment.words_proposed.editors[0].setFocus()
    walk.type("every two years")
    for key, modifier in ((Key.Key_F7, NONE), (Key.Key_F4, SHIFT), (Key.Key_F8, NONE)):
        walk.press(key, modifier)
        assert texts.cards.amend.isVisible()
        assert texts.cards.amend._frame.stays.isVisible()
        assert file(walk).decision is None
        assert file(walk).proposal.withdrawn_at is None
        assert not walk.screen.ballots.busy
        assert texts.cards.amendment.words_proposed.value() == "every two years"
    walk.press(Key.Key_Return, CTRL)
    QTest.qWait(10)
    (one,) = file(walk).amendments
    walk.desk.amendments.withdraw(one.amendment.key)
    texts.go_to(file(walk).proposal.key)
    QApplication.processEvents()
    walk.press(Key.Key_F11, CTRL)
    walk.press(Key.Key_F7)
    assert texts.cards.amend.isHidden(), "an empty card is put away"
    assert file(walk).decision is not None


def test_the_hint_says_what_is_selected_for_the_kind_of_amendment(walk: Walk) -> None:
    """That words are added at the end was said of words that are replaced."""
    table(walk)
    walk.press(Key.Key_F11, CTRL)
    form = walk.screen.room.texts.cards.amendment

    def hinted() -> str:
        return next(label.text() for label in form.findChildren(QLabel) if label.text().startswith("Go there with"))

    told = []
    for act in form.act.values:
        form.act.load(act, over=True)
        form.act.edited.emit()
        told.append(hinted())
    assert [one.split("Shift ")[1] for one in told] == [
        "the words that are replaced.",
        "the words after which others are added. Where nothing is selected, they are added at the end.",
        "the words that are deleted.",
    ]
    form.act.load(form.act.values[0], over=True)
    form.of_title.load(True, over=True)
    form.of_title.edited.emit()
    assert hinted().endswith("Where nothing is selected, the whole title is.")


@pytest.mark.parametrize("key", [(Key.Key_F7, NONE), (Key.Key_F11, SHIFT)], ids=["adopted", "accepted"])
def test_r22_after_an_amendment_what_is_decided_next_is_chosen(
    walk: Walk, key: tuple[Key, Qt.KeyboardModifier], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The choice stayed on the amendment, with no sentence of the Chair and no button."""
    table(walk)
    put, texts = file(walk).proposal, walk.screen.room.texts
    walk.desk.proposals.revise(replace(put, sponsor="PRY"))
    first = walk.desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "every year", "every second year"))
    sub = walk.desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "second", "third"), amends=first.key)
    other = walk.desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "a report", "reports"))
    gone = walk.desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "Requests", "Asks for"))
    walk.desk.amendments.withdraw(gone.key)
    QApplication.processEvents()
    monkeypatch.setattr(session_asking, "LASTING", 0)
    for decided, chosen in ((sub, first), (first, first), (other, put)):
        QTest.qWait(5)
        texts.go_to(decided.key)
        walk.press(*key)
        assert texts.row is not None
        assert texts.row.key == chosen.key, "which of several amendments is next, the Chair says"
    assert texts.table.view.hasFocus()
    assert "May I take it" in texts.chair.text
    assert file(walk).proposal.text.en == "1. Decides to meet every third year;\n2. Requests reports."
    assert not walk.screen.keys[RoomKey.ADOPT].autoRepeat(), "a key that is held adopted the next text too"
    assert walk.screen.keys[RoomKey.TEXT_ON].autoRepeat(), "a key that turns the pages is held"
