"""Keys are changed by keys: in the settings of a real window, with effect in every place at once."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.help import show_help
from nmirf_desktop.ui.office import Office
from nmirf_desktop.ui.palette import CommandPalette
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.screens.settings import SettingsScreen
from nmirf_desktop.ui.screens.settings_keys import KeysSection
from nmirf_desktop.ui.shell import Shell
from tests.ui.sampled import opened, press

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def keys_of(office: Office) -> KeysSection:
    """The list of keys, with the keyboard in it."""
    office.window.go(Place("settings", "keys"), keyboard=True)
    QApplication.processEvents()
    screen = office.window.shown
    assert isinstance(screen, SettingsScreen)
    assert screen.keys.table.view.hasFocus()
    return screen.keys


def begin(office: Office, name: str) -> KeysSection:
    """Enter on the line of an action."""
    keys = keys_of(office)
    assert keys.table.select(name)
    press(office, KEY.Key_Return)
    assert keys.card.catch.hasFocus()
    return keys


def shown(keys: KeysSection) -> dict[str, str]:
    """The keys as they are listed."""
    return {row.act.name: row.key for row in keys.table.model.values}


def said(shell: Shell) -> str:
    """What the banner says."""
    return shell.alerts.notice.what.said_in(shell.language.words) if shell.alerts.notice is not None else ""


def told(office: Office) -> str:
    """What stands on the banner, as it is read out."""
    banner = office.window.findChild(Banner)
    assert banner is not None
    return banner.accessibleName()


def kept(shell: Shell) -> list[tuple[str, str]]:
    """The keys that the machine remembers."""
    return list(shell.memory.now.keys)


def place(office: Office) -> str:
    """Which screen is shown."""
    return type(office.window.shown).__name__


def box_is_open(office: Office) -> bool:
    """Whether the box of commands is open."""
    box = office.window.findChild(CommandPalette)
    return box is not None and box.isVisible()


def test_the_keys_are_found_by_the_box_of_commands(office: Office) -> None:
    press(office, KEY.Key_K, CONTROL)
    box = office.window.findChild(CommandPalette)
    assert box is not None
    line = box.findChild(QLineEdit)
    assert line is not None
    line.setText("keys")
    box._settle()
    assert (box.hits()[0].title, box.hits()[0].detail) == ("Keys", "Settings")
    press(office, KEY.Key_Return)
    screen = office.window.shown
    assert isinstance(screen, SettingsScreen)
    assert screen.keys.table.view.hasFocus()


def test_a_new_key_of_the_window_takes_effect_at_once_where_it_does_something_and_where_it_is_shown(
    office: Office, shell: Shell
) -> None:
    keys = begin(office, "window.palette")
    press(office, KEY.Key_J, CONTROL)
    assert said(shell) == "Ctrl+J is for “Search or command” from now on."
    assert kept(shell) == [("window.palette", "Ctrl+J")]
    assert keys.table.view.hasFocus()
    assert "Ctrl+J" in office.window._top._box.text()
    assert "Ctrl+J" in office.window._top._box.toolTip()
    press(office, KEY.Key_K, CONTROL)
    assert not box_is_open(office)
    press(office, KEY.Key_J, CONTROL)
    assert box_is_open(office)


def test_a_new_key_of_a_screen_goes_to_it(office: Office) -> None:
    keys = begin(office, "go.home")
    press(office, KEY.Key_F4)
    assert shown(keys)["go.home"] == "Ctrl+1", "the session's F4 is not taken from it unasked"
    press(office, KEY.Key_Escape)
    begin(office, "go.home")
    press(office, KEY.Key_J, CONTROL)
    press(office, KEY.Key_1, CONTROL)
    assert place(office) == "SettingsScreen"
    press(office, KEY.Key_J, CONTROL)
    assert place(office) == "HomeScreen"


def test_a_session_that_is_open_has_the_new_key_at_once(office: Office) -> None:
    office.window.go(Place("session"))
    session = office.window.shown
    assert isinstance(session, SessionScreen)
    begin(office, "session.who")
    press(office, KEY.Key_J, CONTROL)
    office.window.go(Place("session"), keyboard=True)
    press(office, KEY.Key_F6)
    assert not session.ballots.who.isVisible()
    press(office, KEY.Key_J, CONTROL)
    assert session.ballots.who.isVisible()
    assert "(Ctrl+J)" in session.keys[Key.WHO].toolTip()


@pytest.mark.parametrize(
    ("key", "modifier", "sentence"),
    [
        (KEY.Key_G, Qt.KeyboardModifier.NoModifier, "G writes a letter or a sign wherever a text is typed."),
        (KEY.Key_Return, Qt.KeyboardModifier.NoModifier, "Enter is for going about"),
        (KEY.Key_Tab, Qt.KeyboardModifier.NoModifier, "Tab is for going about"),
        (KEY.Key_Backtab, SHIFT, "Shift+Tab is for going about"),
        (KEY.Key_C, CONTROL, "Ctrl+C copies, pastes"),
        (KEY.Key_F4, Qt.KeyboardModifier.AltModifier, "Alt+F4 is kept by the system"),
        (KEY.Key_F10, Qt.KeyboardModifier.NoModifier, "F10 does the same in the whole program"),
    ],
)
def test_a_key_that_is_for_something_else_is_refused_in_a_sentence(
    office: Office, shell: Shell, key: Qt.Key, modifier: Qt.KeyboardModifier, sentence: str
) -> None:
    keys = begin(office, "session.gavel")
    press(office, key, modifier)
    assert said(shell).startswith(sentence)
    assert keys.card.catch.hasFocus(), "another key may be pressed"
    assert shown(keys)["session.gavel"] == "F9"
    press(office, KEY.Key_G, CONTROL)
    assert shown(keys)["session.gavel"] == "Ctrl+G"


def test_escape_changes_nothing(office: Office, shell: Shell) -> None:
    keys = begin(office, "session.gavel")
    press(office, KEY.Key_Escape)
    assert not keys.card.isVisible()
    assert keys.table.view.hasFocus()
    assert kept(shell) == []


def test_a_key_of_another_action_is_exchanged_or_both_stay(office: Office, shell: Shell) -> None:
    keys = begin(office, "session.gavel")
    press(office, KEY.Key_F8)
    assert said(shell) == "F8 is the key of “Open a vote”."
    press(office, KEY.Key_Escape)
    assert shown(keys)["session.gavel"] == "F9"
    begin(office, "session.gavel")
    press(office, KEY.Key_F8)
    press(office, KEY.Key_Return)
    assert said(shell) == "F8 is for “Open the sitting” now, and F9 for “Open a vote”."
    assert told(office) == said(shell)
    assert keys.table.view.hasFocus()
    assert (shown(keys)["session.gavel"], shown(keys)["session.vote"]) == ("F8", "F9")
    assert kept(shell) == [("session.gavel", "F8"), ("session.vote", "F9")]
    begin(office, "session.table")
    press(office, KEY.Key_F9)
    assert told(office) == said(shell) == "F9 is the key of “Open a vote”."
    press(office, KEY.Key_Escape)
    begin(office, "session.table")
    press(office, KEY.Key_J, CONTROL)
    assert told(office) == said(shell) == "Ctrl+J is for “Table a proposal” from now on."
    begin(office, "session.show")
    press(office, KEY.Key_F4)
    assert told(office) == said(shell) == "F4 is for “Projector” from now on."


def test_a_key_that_cannot_be_exchanged_names_who_has_it(office: Office, shell: Shell) -> None:
    keys = begin(office, "go.settings")
    press(office, KEY.Key_K, CONTROL)
    assert said(shell) == "Ctrl+K is the key of “Search or command”."
    assert shell.alerts.notice is not None
    assert shell.alerts.notice.offers == ()
    assert shown(keys)["go.settings"] == ""


def test_one_key_and_all_keys_are_as_delivered_again(office: Office, shell: Shell) -> None:
    mine = (("another.version", "F4"), ("session.gavel", "Ctrl+G"), ("window.palette", "Ctrl+J"))
    shell.memory.keep(replace(shell.memory.now, keys=mine))
    keys = keys_of(office)
    keys.table.select("session.gavel")
    assert keys.one.isEnabled()
    keys.one.setFocus()
    press(office, KEY.Key_Space)
    assert kept(shell) == [mine[0], mine[2]]
    keys.all.setFocus()
    press(office, KEY.Key_Space)
    assert kept(shell) == []
    assert not keys.all.isEnabled()
    assert shell.alerts.notice is not None
    shell.alerts.notice.offers[0].act()
    assert kept(shell) == [mine[0], mine[2]], "nothing is lost"


def test_the_list_and_the_card_say_what_they_are(office: Office, shell: Shell) -> None:
    shell.memory.keep(replace(shell.memory.now, keys=(("session.gavel", "Ctrl+G"),)))
    keys = begin(office, "session.gavel")
    assert keys.table.view.accessibleName() == "Keys"
    assert keys.card.catch.accessibleName() == "New key for “Open the sitting”"
    assert keys.card.catch.accessibleDescription() == "Press the key; Esc changes nothing"
    row = keys.table.model.row_of("session.gavel")
    cells = [keys.table.model.index(row, column).data() for column in range(4)]
    assert cells == ["Open the sitting", "Session", "Ctrl+G", "as delivered: F9"]


def test_the_manual_names_the_key_in_force(office: Office, shell: Shell) -> None:
    shell.memory.keep(replace(shell.memory.now, keys=(("session.gavel", "Ctrl+G"), ("window.as_of", "Ctrl+M"))))
    for tongue in Language:
        shell.language.switch(tongue)
        manual = show_help("session", shell.language, office.window)
        text = manual.findChild(QTextBrowser)
        assert text is not None
        assert "Ctrl+G" in text.toPlainText()
        manual.open("minutes")
        assert "F5" in text.toPlainText()
        manual.open("index")
        assert "Ctrl+M" in text.toPlainText()
        assert "Ctrl+T" not in text.toPlainText()
        manual.close()
    shell.language.switch(Language.EN)


def test_a_broken_key_in_the_preferences_opens_the_window_as_delivered(path: Path, shell: Shell, qtbot: QtBot) -> None:
    broken = (("session.gavel", "banana"), ("window.palette", "Return"), ("nobody", "F4"))
    shell.memory.keep(replace(shell.memory.now, keys=broken))
    with opened(path, shell, qtbot) as office:
        press(office, KEY.Key_K, CONTROL)
        assert box_is_open(office)


def test_the_key_of_the_proposals_is_the_session_s_alone(office: Office) -> None:
    office.window.go(Place("session"), keyboard=True)
    press(office, KEY.Key_F4, CONTROL)
    assert told(office).startswith("No proposal stands under this item")


def test_changed_letters_of_answers_leave_articles_and_figures_alone(office: Office, shell: Shell) -> None:
    letters = (("call.abstaining", "B"), ("call.in_favour", "J"), ("call.no_answer", "9"))
    shell.memory.keep(replace(shell.memory.now, keys=letters))
    shell.alerts.say("A vote is open: 0 in favour.")
    assert told(office) == "A vote is open: 0 in favour."
    empty = EmptyState(Empty("A title", "A meeting has 0 votes."), shell.language)
    assert "A meeting has 0 votes." in [label.text() for label in empty.findChildren(QLabel)]
    for tongue in Language:
        shell.language.switch(tongue)
        shell.memory.keep(replace(shell.memory.now, keys=()))
        manual = show_help("session", shell.language, office.window)
        page = manual.findChild(QTextBrowser)
        assert page is not None
        before = page.toPlainText()
        shell.memory.keep(replace(shell.memory.now, keys=letters))
        assert page.toPlainText() == before
        manual.close()


def test_a_title_that_reads_like_a_key_stays_as_it_is(office: Office, shell: Shell) -> None:
    shell.memory.keep(replace(shell.memory.now, keys=(("session.gavel", "F8"), ("session.vote", "F9"))))
    shell.alerts.say("{title} is tabled: vote on it (F8).", title="F9 and F8")
    assert told(office) == "F9 and F8 is tabled: vote on it (F9)."


def test_a_letter_of_one_place_is_free_in_another_and_taken_in_its_own(office: Office, shell: Shell) -> None:
    keys = begin(office, "motion.no")
    press(office, KEY.Key_J)
    begin(office, "election.draw")
    press(office, KEY.Key_J)
    assert kept(shell) == [("election.draw", "J"), ("motion.no", "J")]
    begin(office, "motion.yes")
    press(office, KEY.Key_J)
    assert told(office) == "J is the key of “Not well taken, or not adopted”."
    press(office, KEY.Key_Escape)
    begin(office, "election.draw")
    press(office, KEY.Key_X)
    assert told(office).startswith("In an election, an action is one letter other than X")
    assert kept(shell) == [("election.draw", "J"), ("motion.no", "J")]
    assert {row.act.name: row.key for row in keys.table.model.values}["motion.yes"] == "Y"
