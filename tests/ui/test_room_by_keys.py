"""The room by keys in the whole window: what is asked before a text is decided on, who objects, where the keys go."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from tests.registers import said
from tests.ui.test_office import shell
from tests.ui.test_session_undo_by_keys import Rapporteur, here, rapporteur, text

__all__ = ["rapporteur", "shell"]
KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BLUE = "The logo is [blue][green]."


def desk(hand: Rapporteur) -> Secretariat:
    return hand.screen._desk


def tabled(hand: Rapporteur, words: Trilingual | str = "Meets every year.") -> str:
    """A draft decision under the item that is dealt with, chosen, with the keyboard in the list."""
    facts = hand.screen.facts
    assert facts is not None
    body = Trilingual(en=words) if isinstance(words, str) else words
    put = desk(hand).proposals.propose(facts.meeting.key, hand.screen._item, said("Logo"), body)
    QApplication.processEvents()
    hand.screen.room.texts.go_to(put.key)
    return put.key


def file(hand: Rapporteur) -> ProposalFile:
    return desk(hand).proposals.all(hand.screen.current_key())[0]


def banner(hand: Rapporteur) -> str:
    """What the banner says."""
    alerts = hand.screen.alerts
    return alerts.notice.what.said_in(hand.screen.words) if alerts.notice is not None else ""


def minutes(hand: Rapporteur) -> list[str]:
    """What the minutes would say of the absence of consensus and of the statements of the item."""
    facts = desk(hand).minutes.facts(hand.screen.current_key())
    return [one.text.en for one in draft(facts) if "no consensus" in one.text.en or "Ghana" in one.text.en]


# -- words in brackets ---------------------------------------------------------------------------------------------


def test_r12_a_text_with_brackets_is_adopted_by_consensus_once_that_was_asked(rapporteur: Rapporteur) -> None:
    """It became a decision without a word."""
    tabled(rapporteur, BLUE)
    rapporteur.key(KEY.Key_F7)
    assert file(rapporteur).decision is None
    assert "has words in brackets, which are not agreed yet: [blue], [green]. Nothing was recorded." in banner(
        rapporteur
    )
    rapporteur.key(KEY.Key_Escape)
    assert here() is rapporteur.screen.room.texts.table.view
    assert banner(rapporteur) == ""
    rapporteur.key(KEY.Key_F7)
    assert file(rapporteur).decision is None, "asked again: it was left"
    rapporteur.key(KEY.Key_F7)
    assert file(rapporteur).decision is not None
    assert "was adopted by consensus" in banner(rapporteur)


def test_r12_enter_adopts_it_all_the_same_and_brackets_of_a_translation_are_asked_about(rapporteur: Rapporteur) -> None:
    tabled(rapporteur, Trilingual(en="The logo is blue.", fr="Le logo est [bleu]."))
    rapporteur.key(KEY.Key_F7)
    assert "[bleu]" in banner(rapporteur)
    rapporteur.key(KEY.Key_Return)
    assert file(rapporteur).decision is not None


def test_r12_a_text_whose_brackets_went_is_adopted_at_once(rapporteur: Rapporteur) -> None:
    tabled(rapporteur, BLUE)
    rapporteur.key(KEY.Key_F7)
    proposal = file(rapporteur).proposal
    desk(rapporteur).proposals.revise(
        type(proposal)(
            **{name: getattr(proposal, name) for name in proposal.__dataclass_fields__}
            | {"text": Trilingual(en="The logo is blue.")}
        )
    )
    QApplication.processEvents()
    rapporteur.key(KEY.Key_F7)
    assert file(rapporteur).decision is not None


def test_r13_a_vote_on_a_text_with_brackets_is_opened_once_that_was_asked(rapporteur: Rapporteur) -> None:
    tabled(rapporteur, BLUE)
    rapporteur.key(KEY.Key_F7, SHIFT)
    rapporteur.key(KEY.Key_F8)
    assert not rapporteur.screen.ballots.busy
    assert "[blue], [green]" in banner(rapporteur)
    rapporteur.key(KEY.Key_F8)
    assert rapporteur.screen.ballots.busy


def amended(hand: Rapporteur, words: str) -> None:
    """An amendment to a draft decision, chosen."""
    key = tabled(hand, "The logo is green.")
    put = desk(hand).amendments.move(key, Wording(AmendmentAct.REPLACES, "green", words))
    QApplication.processEvents()
    hand.screen.room.texts.go_to(put.key)


def test_r12_brackets_in_the_words_of_an_amendment_are_asked_about_before_it_is_adopted(
    rapporteur: Rapporteur,
) -> None:
    amended(rapporteur, "[blue]")
    rapporteur.key(KEY.Key_F7)
    assert file(rapporteur).amendments[0].open
    assert banner(rapporteur).startswith(
        "Amendment L.1/Amend.1 has words in brackets, which are not agreed yet: [blue]."
    )
    rapporteur.key(KEY.Key_F7)
    assert file(rapporteur).amendments[0].in_force
    assert file(rapporteur).proposal.text.en == "The logo is [blue]."


def test_r12_the_key_that_adopted_an_amendment_asks_before_it_adopts_the_text_chosen_since(
    rapporteur: Rapporteur,
) -> None:
    """The draft became a decision where the key was pressed twice."""
    amended(rapporteur, "blue")
    rapporteur.key(KEY.Key_F7)
    rapporteur.key(KEY.Key_F7)
    assert file(rapporteur).decision is None
    assert "L.1 is chosen since" in banner(rapporteur)
    rapporteur.key(KEY.Key_Escape)
    assert here() is rapporteur.screen.room.texts.table.view
    assert banner(rapporteur) == ""
    rapporteur.key(KEY.Key_F7)
    assert file(rapporteur).decision is None, "asked again: it was left"
    rapporteur.key(KEY.Key_Return)
    assert file(rapporteur).decision is not None


def test_r13_brackets_in_the_words_of_an_amendment_are_asked_about_before_a_vote_on_it(rapporteur: Rapporteur) -> None:
    amended(rapporteur, "[blue]")
    rapporteur.key(KEY.Key_F7, SHIFT)
    rapporteur.key(KEY.Key_F8)
    assert not rapporteur.screen.ballots.busy
    assert "[blue]" in banner(rapporteur)
    rapporteur.key(KEY.Key_Return)
    assert rapporteur.screen.ballots.busy


def test_r12_an_amendment_whose_own_words_have_no_brackets_is_adopted_at_once(rapporteur: Rapporteur) -> None:
    """Brackets elsewhere in the text are asked about when that is put."""
    key = tabled(rapporteur, BLUE)
    put = desk(rapporteur).amendments.move(key, Wording(AmendmentAct.REPLACES, "[green]", "green"))
    QApplication.processEvents()
    rapporteur.screen.room.texts.go_to(put.key)
    rapporteur.key(KEY.Key_F7)
    assert file(rapporteur).amendments[0].in_force


def test_r13_a_vote_on_what_was_never_put_is_refused_with_the_key_before_its_card_is_filled_in(
    rapporteur: Rapporteur,
) -> None:
    """The whole card was filled in, with a lot that was recorded, before it said so."""
    tabled(rapporteur)
    rapporteur.key(KEY.Key_F8)
    assert not rapporteur.screen.ballots.busy
    assert "nobody noted that there is none on L.1" in banner(rapporteur)
    assert "Shift+F7" in banner(rapporteur)
    rapporteur.key(KEY.Key_F7, SHIFT)
    assert file(rapporteur).consensus_failed
    rapporteur.key(KEY.Key_F8)
    assert rapporteur.screen.ballots.busy


def test_r13_a_question_of_its_own_is_voted_on_beside_a_text_that_was_never_put(rapporteur: Rapporteur) -> None:
    tabled(rapporteur)
    rapporteur.key(KEY.Key_F8)
    rapporteur.key(KEY.Key_F8)
    assert rapporteur.screen.ballots.busy
    assert "settled" not in banner(rapporteur)
    rapporteur.key(KEY.Key_Return, CTRL)
    vote = desk(rapporteur).voting.open_vote(rapporteur.screen.current_key())
    assert vote is None or vote.proposal is None


# -- who objected --------------------------------------------------------------------------------------------------


def speaks(hand: Rapporteur) -> None:
    """Ghana takes the floor; the keyboard is in its note."""
    hand.key(KEY.Key_F3)
    hand.letters("gha")
    hand.key(KEY.Key_Return)


def test_r12_who_objects_is_typed_where_the_key_leads(rapporteur: Rapporteur) -> None:
    """The name went into the next speaker, who had the floor, or into the text."""
    tabled(rapporteur)
    rapporteur.key(KEY.Key_F7, SHIFT)
    assert here() is rapporteur.screen.room.texts.objector.editors[0]
    rapporteur.letters("ghana")
    rapporteur.key(KEY.Key_Return)
    QTest.qWait(20)
    rapporteur.key(KEY.Key_Escape)
    assert [one.objector for one in file(rapporteur).calls] == ["GHA"]


def test_r12_nobody_has_to_be_named_and_escape_leaves(rapporteur: Rapporteur) -> None:
    tabled(rapporteur)
    rapporteur.key(KEY.Key_F7, SHIFT)
    rapporteur.key(KEY.Key_Escape)
    assert here() is rapporteur.screen.room.texts.table.view
    assert [one.objector for one in file(rapporteur).calls] == [None]


def test_r12_who_objected_is_named_after_somebody_spoke(rapporteur: Rapporteur) -> None:
    """The name was written into the note of who spoke, and the absence of consensus a second time."""
    tabled(rapporteur)
    rapporteur.key(KEY.Key_F7, SHIFT)
    QTest.qWait(20)
    speaks(rapporteur)
    rapporteur.letters("explains.")
    rapporteur.key(KEY.Key_F7, SHIFT)
    assert here() is rapporteur.screen.room.texts.objector.editors[0]
    assert "was noted before, and is not written twice" in banner(rapporteur)
    rapporteur.letters("ghana")
    rapporteur.key(KEY.Key_Return)
    QTest.qWait(20)
    rapporteur.key(KEY.Key_Escape)
    assert [one.objector for one in file(rapporteur).calls] == ["GHA"]
    told = minutes(rapporteur)
    assert sum("no consensus" in one for one in told) == 1
    assert any("Ghana having objected" in one for one in told)
    assert any("Ghana explained." in one for one in told)


def test_r12_that_it_is_noted_anew_is_asked_for_and_said(rapporteur: Rapporteur) -> None:
    tabled(rapporteur)
    rapporteur.key(KEY.Key_F7, SHIFT)
    rapporteur.letters("ghana")
    rapporteur.key(KEY.Key_Return)
    QTest.qWait(20)
    speaks(rapporteur)
    rapporteur.key(KEY.Key_F7, SHIFT)
    assert len(file(rapporteur).calls) == 1
    rapporteur.key(KEY.Key_F7, SHIFT)
    assert [one.objector for one in file(rapporteur).calls] == ["GHA", None]
    assert "noted anew that there is no consensus on L.1" in banner(rapporteur)
    assert here() is rapporteur.screen.room.texts.objector.editors[0]
    assert text() == ""


# -- where the keys go ---------------------------------------------------------------------------------------------


def test_a_key_struck_right_after_the_gavel_keeps_the_keyboard(rapporteur: Rapporteur) -> None:
    """On a slow machine the title of a proposal was typed into the next speaker: the gavel took the keyboard late."""
    rapporteur.key(KEY.Key_F9)
    keys = rapporteur.screen.keys
    for key in (RoomKey.GAVEL, RoomKey.TABLE):  # both are struck before anything else is done, as keys that waited are
        keys[key].trigger()
    QTest.qWait(20)
    assert here() is rapporteur.screen.room.texts.form.title.editors[0]
