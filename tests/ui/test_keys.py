"""The sample register without a mouse: what can be done to a thing, undo that names it, Escape that loses nothing."""

import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.attachments import Filing, Holder, HolderKind, NewFile
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Method, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.undo import NOT_THE_LAST
from nmirf_desktop.ui.alerts import Notice, Offer
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.office import Office
from nmirf_desktop.ui.palette import CommandPalette
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.imports import ImportsScreen
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.people import PeopleScreen
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_rising import THE_LAST
from nmirf_desktop.ui.screens.texts import TextsScreen
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.theme import Tone
from tests import samples
from tests.ui import keyboard
from tests.ui.sampled import front, opened, press

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_Screen = TypeVar("_Screen")


def write(office: Office, text: str) -> None:
    """Letters, wherever the keyboard is in the window."""
    front(office)
    keyboard.write(office.window, text)


def at(office: Office, kind: type[_Screen], name: str, key: str = "") -> _Screen:
    """A screen that one went to by oneself, with the keyboard in it."""
    office.window.go(Place(name, key), keyboard=True)
    front(office)
    assert isinstance(office.window.shown, kind)
    return office.window.shown


def found(office: Office, typed: str) -> list[Hit]:
    """What Ctrl+K finds."""
    press(office, KEY.Key_K, CONTROL)
    box = office.window.findChild(CommandPalette)
    assert box is not None
    line = box.findChild(QLineEdit)
    assert line is not None
    line.setText(typed)
    box._settle()
    return box.hits()


def take(office: Office, typed: str, title: str, detail: str = "") -> Hit:
    """Choose what is found under a title and run it by Enter."""
    hits = found(office, typed)
    row = next(n for n, hit in enumerate(hits) if hit.title == title and detail in hit.detail)
    box = office.window.findChild(CommandPalette)
    assert box is not None
    for _ in range(row):
        press(office, KEY.Key_Down)
    chosen = box.findChild(QListWidget)
    assert chosen is not None
    assert chosen.currentItem().text() == title
    press(office, KEY.Key_Return)
    assert not box.isVisible()
    return hits[row]


def said(shell: Shell) -> str:
    """What the banner says."""
    return shell.alerts.notice.what.said_in(shell.language.words) if shell.alerts.notice is not None else ""


def note(office: Office, name: str, state: str = "PRY") -> int:
    """Something small is recorded about a State, as a screen would: a file; the entry."""
    desk = office.desk.services
    desk.attachments.attach(Holder(HolderKind.STATE, state), state, [NewFile(name, name.encode(), Filing.OTHER)])
    last = desk.steps.undo_next()
    assert last is not None
    return last.sequence


def press_undo(office: Office, qtbot: QtBot) -> None:
    """Ctrl+Z, once the menu knows what it would do."""
    qtbot.waitUntil(office.window._menus.undo.isEnabled, timeout=5000)
    press(office, KEY.Key_Z, CONTROL)


@pytest.fixture
def only_menu(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The words of each menu that was opened: the offscreen platform shows it, and nobody is there to close it."""
    menus: list[list[str]] = []

    def popup(menu: QMenu, _at: QPoint) -> None:
        menus.append([one.text() for one in menu.actions() if not one.isSeparator()])
        menu.deleteLater()

    monkeypatch.setattr(QMenu, "popup", popup)
    return menus


# -- what can be done to a thing ---------------------------------------------------------------------------------------


def test_what_a_card_offers_is_found_with_what_it_is_done_to(office: Office) -> None:
    screen = at(office, MembersScreen, "members", "PRY")
    hit = take(office, "withdr", "Withdraws …")
    assert hit.detail.startswith("Paraguay · Member since ")
    assert screen.detail.status.withdrawal.isVisible()
    held = office.window.focusWidget()
    assert held is not None
    assert screen.detail.status.withdrawal.isAncestorOf(held)
    for typed in ("rename", "another group", "particulars", "merge", "becomes an observer"):
        assert any(one.detail.startswith("Paraguay · ") for one in found(office, typed)), typed
        press(office, KEY.Key_Escape)


def test_what_a_message_offers_is_reached_by_a_key_and_found(office: Office, shell: Shell) -> None:
    """“It was the last sitting” named no key, the box did not know it, and two Shift+Tab did not come to it."""
    at(office, SessionScreen, "session")
    done: list[str] = []
    offers = (Offer(THE_LAST, lambda: done.append("ended")),)
    shell.alerts.show(Notice(Phrase("It is closed."), Tone.ATTENTION, offers=offers, remarks=True))
    before = office.window.focusWidget()
    press(office, KEY.Key_L, CONTROL)
    button = office.window.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "It was the last sitting"
    press(office, KEY.Key_L, CONTROL)
    assert office.window.focusWidget() is before, "and back"
    (hit,) = (one for one in found(office, "last sitting") if one.title == "It was the last sitting")
    hit.act()
    assert done == ["ended"]
    shell.alerts.clear()
    press(office, KEY.Key_L, CONTROL)
    assert shell.alerts.notice is not None
    assert shell.alerts.notice.what.said_in(catalog(Language.EN)) == "There is no message now."


def test_a_command_is_found_by_its_words_in_another_language(office: Office) -> None:
    at(office, MembersScreen, "members", "PRY")
    for tongue in (Language.FR, Language.ES):
        typed = catalog(tongue).gettext("Withdraws …").strip("… ")
        assert "Withdraws …" in [hit.title for hit in found(office, typed)], typed
        press(office, KEY.Key_Escape)


def test_an_action_of_the_screen_is_listed_once(office: Office) -> None:
    at(office, MembersScreen, "members", "PRY")
    titles = [hit.title for hit in found(office, "import")]
    assert titles.count("Import a list …") == 1
    assert "Import" not in titles


@pytest.mark.parametrize("typed", ["xlsx", "csv", "Excel"])
def test_files_of_spreadsheets_are_words_for_import_and_export(office: Office, typed: str) -> None:
    at(office, MembersScreen, "members", "PRY")
    titles = [hit.title for hit in found(office, typed)]
    assert titles.count("Import a list …") == titles.count("Export the list …") == 1


@pytest.mark.parametrize(
    ("typed", "title"), [("francais", "Français"), ("language", "Français"), ("langue", "Français")]
)
def test_the_language_is_switched_from_the_box(office: Office, shell: Shell, typed: str, title: str) -> None:
    take(office, typed, title)
    assert shell.language.language is Language.FR


def test_commands_whose_words_begin_so_stand_before_states(office: Office, shell: Shell) -> None:
    take(office, "francais", "Français")
    QApplication.processEvents()
    titles = [hit.title for hit in found(office, "par")]
    assert titles.index("Paramètres") < titles.index("Paraguay")
    press(office, KEY.Key_Escape)
    assert next(hit.title for hit in found(office, "paramètres")) == "Paramètres"


def test_the_menu_key_shows_what_can_be_done(office: Office, only_menu: list[list[str]]) -> None:
    screen = at(office, MembersScreen, "members", "PRY")
    rows = screen.detail.status.rows
    links = next(one for one in rows.findChildren(LinkedText) if one.places)
    links.setFocus(Qt.FocusReason.TabFocusReason)

    press(office, KEY.Key_F10, SHIFT)
    assert only_menu[-1] == ["Becomes an observer …", "Withdraws …"]
    screen.list.setFocus()
    press(office, KEY.Key_F10, SHIFT)
    assert "Record a communication" in only_menu[-1]
    assert any(text.startswith("Paraguay · Member since ") for text in only_menu[-1])


def test_import_is_in_the_menu_of_files(office: Office) -> None:
    file = office.window._menus.menu.actions()[0].menu()
    assert isinstance(file, QMenu)
    action = next(one for one in file.actions() if one.text() == "Import a list …")
    action.trigger()
    assert isinstance(office.window.shown, ImportsScreen)


# -- undo --------------------------------------------------------------------------------------------------------------


def test_undo_says_whom_it_is_about(office: Office, shell: Shell, qtbot: QtBot) -> None:
    note(office, "note.pdf")
    qtbot.waitUntil(lambda: "Paraguay" in office.window._menus.undo.text(), timeout=5000)
    assert office.window._menus.undo.text() == "Undo: attach files – Paraguay"
    press_undo(office, qtbot)
    assert said(shell) == "Undone: attach files – Paraguay."
    qtbot.waitUntil(office.window._menus.redo.isEnabled, timeout=5000)
    press(office, KEY.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: said(shell) == "Done again: attach files – Paraguay.", timeout=5000)


def test_the_button_after_an_act_undoes_that_act_alone(office: Office, shell: Shell, tmp_path: Path) -> None:
    screen = at(office, MembersScreen, "members", "PRY")
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    screen.detail.files.receive([scan])
    screen.detail.files.card.buttons[Filing.REPLY].click()
    assert shell.alerts.notice is not None
    offered = shell.alerts.notice.offers[0]
    note(office, "later.pdf")  # the same verb, and another entry
    offered.act()
    assert said(shell) == NOT_THE_LAST
    names = {one.file.name for one in office.desk.services.members.file("PRY", samples.ON).files}
    assert {"scan.pdf", "later.pdf"} <= names


def test_what_was_done_before_a_restart_is_undone_only_when_asked(path: Path, shell: Shell, qtbot: QtBot) -> None:
    with opened(path, shell, qtbot) as office:
        note(office, "note.pdf")
    with opened(path, shell, qtbot) as office:
        at(office, MembersScreen, "members", "PRY")
        files = office.desk.services.members.file

        def kept() -> bool:
            return "note.pdf" in {one.file.name for one in files("PRY", samples.ON).files}

        before = office.window.focusWidget()
        press_undo(office, qtbot)
        assert "attach files – Paraguay" in said(shell)
        assert kept()
        assert office.window.focusWidget() is button(office, "Undo it")
        press(office, KEY.Key_Escape)
        assert shell.alerts.notice is None
        assert office.window.focusWidget() is before
        assert kept()
        press(office, KEY.Key_Z, CONTROL)
        press(office, KEY.Key_Return)
        assert said(shell) == "Undone: attach files – Paraguay."
        assert not kept()
        qtbot.waitUntil(office.window._menus.redo.isEnabled, timeout=5000)
        press(office, KEY.Key_Y, CONTROL)
        assert kept(), "what was undone in this session is done again at once"


def test_on_the_import_the_corrections_of_the_list_are_taken_back_before_a_step_of_the_register(
    office: Office, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    note(office, "note.pdf")
    listed = tmp_path / "members.csv"
    listed.write_text("State,Status,Since\nUrugay,Member,2025-07-15\n", encoding="utf-8")
    screen = at(office, ImportsScreen, "imports", f"file:{listed}")
    qtbot.waitUntil(lambda: screen.work.result is not None, timeout=20_000)

    def held() -> object:
        return screen.list.model.rows[0].cells["state"]

    press(office, KEY.Key_F2)
    press(office, KEY.Key_A, CONTROL)
    write(office, "Chad")
    press(office, KEY.Key_Tab)
    qtbot.waitUntil(lambda: held() == "Chad", timeout=20_000)
    press_undo(office, qtbot)  # from the next field, in which nothing was typed
    qtbot.waitUntil(lambda: held() == "Urugay", timeout=20_000)
    assert said(shell) == "Undone: correction of line 2."
    press(office, KEY.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: held() == "Chad", timeout=20_000)
    assert said(shell) == "Done again: correction of line 2."
    press(office, KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: held() == "Urugay", timeout=20_000)
    files = office.desk.services.members.file
    press_undo(office, qtbot)
    assert "attach files – Paraguay. Nothing is undone yet." in said(shell)
    assert "note.pdf" in {one.file.name for one in files("PRY", samples.ON).files}
    press(office, KEY.Key_Return)
    assert said(shell) == "Undone: attach files – Paraguay."


def test_one_undo_takes_a_correction_back_that_was_handed_on_by_enter(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    listed = tmp_path / "members.csv"
    listed.write_text("State,Status,Since\nUrugay,Member,2025-07-15\n", encoding="utf-8")
    screen = at(office, ImportsScreen, "imports", f"file:{listed}")
    qtbot.waitUntil(lambda: screen.work.result is not None, timeout=20_000)
    press(office, KEY.Key_F2)
    press(office, KEY.Key_A, CONTROL)
    write(office, "Chad")
    press(office, KEY.Key_Return)
    qtbot.waitUntil(lambda: screen.list.model.rows[0].cells["state"] == "Chad", timeout=20_000)
    press_undo(office, qtbot)
    qtbot.waitUntil(lambda: screen.list.model.rows[0].cells["state"] == "Urugay", timeout=20_000)
    form = screen.detail.form
    assert form is not None
    assert form.field("state").value() == "Urugay"


def button(office: Office, text: str) -> QPushButton:
    """A button of the window's banner."""
    buttons = [one for banner in office.window.findChildren(Banner) for one in banner.findChildren(QPushButton)]
    return next(one for one in buttons if one.text() == text and one.isVisible())


# -- Escape ------------------------------------------------------------------------------------------------------------


def test_escape_keeps_a_card_that_is_filled_in(office: Office) -> None:
    screen = at(office, MembersScreen, "members", "PRY")
    press(office, KEY.Key_C, CONTROL | SHIFT)
    card = screen.detail.status.letter
    assert card.isVisible()
    press(office, KEY.Key_Escape)
    assert not card.isVisible(), "nothing was filled in"
    press(office, KEY.Key_C, CONTROL | SHIFT)
    line = card.form.field("reference").editors[0]
    line.setFocus()
    write(office, "NV 17")
    for held in (line, screen.list.view):
        held.setFocus()
        for _ in range(3):
            press(office, KEY.Key_Escape)
        assert card.isVisible()
        assert card.form.field("reference").value().lower() == "nv 17"
        assert card._frame.stays.isVisible()
        assert office.window.shown is screen
    card.leave.click()
    assert not card.isVisible()


def test_escape_does_not_leave_a_screen_that_one_went_to(office: Office) -> None:
    press(office, KEY.Key_2, CONTROL)
    press(office, KEY.Key_Escape)
    press(office, KEY.Key_Escape)
    assert isinstance(office.window.shown, MembersScreen)


# -- where the keyboard is ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by_key", [False, True])
def test_the_file_of_a_person_has_the_keyboard_and_escape_returns(office: Office, by_key: bool) -> None:
    people = at(office, PeopleScreen, "people")
    if by_key:
        people.list.setFocus()
        press(office, KEY.Key_Return)
    else:
        button = next(one for one in office.window._header._buttons if one.isVisible())
        button.setFocus()
        assert button.isEnabled()
        assert office.window.focusWidget() is button
        button.click()
    members = office.window.shown
    assert isinstance(members, MembersScreen)
    assert office.window.focusWidget() is members.list.view
    press(office, KEY.Key_Escape)
    assert office.window.shown is people


def test_a_list_that_was_read_and_recorded_has_the_keyboard(
    office: Office, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    listed = tmp_path / "members.csv"
    listed.write_text("State;Status;Since\nNauru;Observer;2026-03-03\nTuvalu;Observer;2026-03-03\n", encoding="utf-8")
    screen = at(office, ImportsScreen, "imports")
    screen.choose_list = lambda *_asked: listed
    next(one for one in office.window._header._buttons if one.action is screen._choose).setFocus()
    screen._choose.trigger()
    assert office.window.focusWidget() is screen.list.view
    assert screen.list.current is not None
    screen.list.view.setFocus()
    press(office, KEY.Key_F2)
    assert isinstance(office.window.focusWidget(), QLineEdit)
    press(office, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "imported" in said(shell))
    assert office.window.focusWidget() is screen.list.view
    press_undo(office, qtbot)
    assert said(shell) == "Undone: import members – Nauru · Tuvalu."
    assert not [
        one for one in office.desk.services.members.list(datetime.date(2026, 11, 24))
        if one.key in ("NRU", "TUV") and one.status is not None
    ]  # fmt: skip


def test_who_quits_is_told_of_the_card_that_is_filled_in(office: Office, shell: Shell) -> None:
    screen = at(office, MembersScreen, "members", "MWI")
    press(office, KEY.Key_C, CONTROL | SHIFT)
    card = screen.detail.status.letter
    card.form.field("reference").load("NV/77", over=True)
    quits(office)
    assert office.window.isVisible()
    assert shell.alerts.notice is not None
    assert "Malawi" in shell.alerts.notice.what.said_in(shell.language.words)
    back, leave = shell.alerts.notice.offers
    office.window.go(Place("people"))
    back.act()
    assert office.window.shown is screen
    assert card.filled
    leave.act()
    assert not office.window.isVisible()


def test_who_quits_with_an_empty_card_is_asked_nothing(office: Office) -> None:
    at(office, MembersScreen, "members", "MWI")
    press(office, KEY.Key_C, CONTROL | SHIFT)
    quits(office)
    assert not office.window.isVisible()


def quits(office: Office) -> None:
    """The command of the menu, whose key differs from system to system."""
    next(action for action in office.window._menus.commands if action.label == "Quit").trigger()


def test_a_vote_opened_by_mistake_is_taken_back_from_its_own_page(office: Office, shell: Shell, qtbot: QtBot) -> None:
    screen = at(office, SessionScreen, "session")
    assert screen.facts is not None
    meeting, desk = screen.facts.meeting, office.desk.services
    item = desk.agendas.items(meeting.key)[0].item
    for method in Method:
        question = Trilingual(en="Adjournment of the debate")
        asked = Ballot(meeting.key, item.key, method, kind=VoteKind.PROCEDURAL, question=question)
        vote = desk.voting.open(asked)
        qtbot.waitUntil(lambda: screen.ballots.busy, timeout=5000)
        qtbot.waitUntil(lambda: "open a vote" in office.window._menus.undo.text(), timeout=5000)
        press(office, KEY.Key_Z, CONTROL)
        qtbot.waitUntil(lambda: not screen.ballots.busy, timeout=5000)
        assert "open a vote" in said(shell)
        assert not desk.voting.stands(vote.key)
        assert screen.room.isVisible()


def test_a_decision_s_text_that_a_document_lacks_is_opened_in_texts_wherever_the_room_stands(office: Office) -> None:
    """The link led to the room, at an item without any proposal, with the keyboard in the list of speakers."""
    at(office, SessionScreen, "session")
    desk = office.window.shown._desk  # type: ignore[union-attr]
    decision = next(one for meeting in desk.meetings.list() for one in desk.proposals.decisions(meeting.key))
    office.window._open(Place("texts", f"{decision.proposal}.text", "es"))
    front(office)
    shown = office.window.shown
    assert isinstance(shown, TextsScreen)
    assert shown.editor.pane.form.key == f"{decision.proposal}.text"
    assert office.window.focusWidget() is shown.editor.pane.form.text._boxes[Language.ES]
