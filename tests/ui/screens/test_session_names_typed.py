"""A name that is typed means whose name, or a word of it, begins so, in any language; never a part inside a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.paths import bundled
from nmirf_desktop.ui.statefield import begun, goes_on
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_election import opened
from tests.ui.screens.test_session_keys import recorded_vote

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wide(walk: Walk) -> Walk:
    """The room with a few more members, of which one has “zamb” within its name."""
    walk.desk.members.admit_founders(["MOZ", "CRI", "CIV", "AGO", "AND", "IRN"], MembershipKind.MEMBER)
    QApplication.processEvents()
    return walk


def current(walk: Walk) -> str:
    """The State of the current row of the delegations, if any."""
    line = walk.screen.room.delegations.table.current
    return line.state.iso3 if line is not None else ""


def there(walk: Walk) -> frozenset[str]:
    return walk.desk.sittings.presence(walk.meeting.key)


def test_a_part_inside_a_name_marks_nobody_and_it_is_said(wide: Walk) -> None:
    """“zamb”, typed for Zambia, which is no member, marked Mozambique without a word."""
    wide.press(Key.Key_F5)
    wide.type("zamb ")
    assert not there(wide)
    assert wide.told() == ("No name in the list begins with “zamb”, nor does a word of one: nothing was recorded.")
    wide.type("moz ")
    assert there(wide) == {"MOZ"}, "the next name is typed over it"


def test_the_beginning_of_a_word_in_any_language_marks(wide: Walk) -> None:
    wide.press(Key.Key_F5)
    wide.type("rica ")
    assert there(wide) == {"CRI"}
    wide.type("ivoire ")
    wide.type("esloven ")
    assert there(wide) == {"CRI", "CIV", "SVN"}


def test_a_space_after_what_begins_several_names_says_so_and_stays_out_of_the_filter(wide: Walk) -> None:
    """“an” and a space, which stand in “Iran (Islamic Republic of)”, put the space into the filter."""
    wide.press(Key.Key_F5)
    wide.type("an ")
    assert not there(wide)
    assert wide.told() == "“an” fits more than one name. Type more letters, or choose one from the list."


def test_a_name_of_several_words_typed_to_its_end_is_marked_once(wide: Walk) -> None:
    """“costa” marked it, and “rica” then took it back."""
    wide.press(Key.Key_F5)
    wide.type("costa rica ")
    assert there(wide) == {"CRI"}
    wide.type("costa rica ")
    assert not there(wide), "a second time it is absent, as a second Space says"
    wide.type("rica ")
    assert there(wide) == {"CRI"}


def test_no_row_is_current_whose_name_does_not_begin_so(wide: Walk) -> None:
    """Ctrl+F5 after “zamb” would have noted Mozambique as online."""
    wide.press(Key.Key_F5)
    table = wide.screen.room.delegations.table
    table.select("MOZ")
    wide.type("zamb")
    assert [one.state.iso3 for one in table.model.rows] == ["MOZ"]
    assert current(wide) == ""
    wide.press(Key.Key_F5, CTRL)
    assert not there(wide)
    wide.press(Key.Key_F5)
    wide.press(Key.Key_Escape)
    wide.type("mo")
    assert current(wide) in ("MAR", "MOZ")


def test_in_the_list_of_a_vote_nobody_is_chosen_by_a_part_inside_a_name(wide: Walk) -> None:
    """The next key would have been the answer of Mozambique."""
    wide.press(Key.Key_F5, SHIFT)
    recorded_vote(wide)
    view = wide.screen.ballots.view
    wide.press(Key.Key_N)
    wide.press(Key.Key_E)
    called = view.call.stated
    wide.type("zamb")
    wide.press(Key.Key_Return)
    assert wide.told() == ("No name in the list begins with “zamb”, nor does a word of one: nothing was recorded.")
    assert view.call.stated == called
    wide.type("eslov")
    wide.press(Key.Key_Return)
    assert view.call.stated == "SVN", "the next key is its answer"


def test_in_the_list_of_ballot_papers_nobody_is_chosen_by_a_part_inside_a_name(wide: Walk) -> None:
    page = opened(wide, "MAR", "PRY")
    wide.press(Key.Key_B)
    page.papers.table.view.setFocus()
    wide.type("zamb")
    wide.press(Key.Key_Return)
    assert wide.told().startswith("No name in the list begins with “zamb”")
    wide.press(Key.Key_Return)
    assert page.board is not None
    assert page.board.open is not None
    held = page.board.open.ballot.papers
    assert held is None or not held.received
    wide.type("moz")
    wide.press(Key.Key_Return)
    wide.press(Key.Key_Return)
    assert page.board.open.ballot.papers is not None
    assert page.board.open.ballot.papers.received == ("MOZ",)


def test_a_word_is_what_follows_a_space_a_hyphen_or_an_apostrophe() -> None:
    states = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))

    def codes(text: str) -> set[str]:
        return {one.iso3 for one in begun(states, text)}

    assert codes("bissau") == {"GNB"}
    assert codes("guinea") == {"GIN"}
    assert codes("ivoire") == {"CIV"}
    assert "MOZ" not in codes("zamb")
    assert codes("zamb") == {"ZMB"}
    assert not codes("ozam")
    assert not goes_on(states, "an")
    assert goes_on(states, "costa")
    assert goes_on(states, "united")
    assert not goes_on(states, "costa ")
