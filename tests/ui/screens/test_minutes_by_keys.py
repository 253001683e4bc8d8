"""Minutes in the whole window by keys, as a rapporteur strikes them: one by one, and the window takes its turn.

The tests of the screen alone call its actions and go on at once: what the window does between a key and the next one
never happened in them.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.minutes import Minutes, MinutesState
from nmirf_desktop.domain.minutes_comments import Side
from nmirf_desktop.domain.minutes_revisions import Revision, Step
from nmirf_desktop.domain.sittings import Attribution
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.completing import COMPLETING
from nmirf_desktop.services.correction_requests import ACCEPT, ACCEPT_OTHERWISE
from nmirf_desktop.services.corrigenda import Corrected
from nmirf_desktop.services.minutes_revisions import AGAIN
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import INTERVENTIONS
from nmirf_desktop.ui.fact_rows import FactRows
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.markedtext import MarkedText
from nmirf_desktop.ui.office import Office
from nmirf_desktop.ui.panes import SETTLES
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.minutes_moments import act_said
from nmirf_desktop.ui.screens.minutes_paragraph import REST
from nmirf_desktop.ui.screens.minutes_rows import Line
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.typedtext import TypedText
from tests import registers, samples
from tests.long_minutes import minuted
from tests.ui import sampled
from tests.ui.conftest import Answers
from tests.ui.keyboard import write

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier
COUNT = 20
LEAST = QSize(1024, 700)


class Keys:
    """A rapporteur at the minutes of a window."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self.office, self.qtbot = office, qtbot

    @property
    def screen(self) -> MinutesScreen:
        shown = self.office.window.shown
        assert isinstance(shown, MinutesScreen)
        return shown

    @property
    def rows(self) -> tuple[Line, ...]:
        return self.screen.list.model.rows

    def box(self, language: Language = Language.EN) -> TypedText:
        return self.screen.pane.form.text._boxes[language]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """A key, and what the window does until the next one."""
        sampled.press(self.office, key, modifier)
        QTest.qWait(20)

    def write(self, text: str) -> None:
        """Letters, wherever the keyboard is."""
        write(self.office.window, text)

    @property
    def store(self) -> Store:
        return self.screen._desk.store

    def entries(self) -> Sequence[object]:
        """The journal of the register."""
        with self.store.read() as session:
            return ENTRIES.all(session)

    def link(self) -> str:
        """The link that has the keyboard; nothing where none has it."""
        held = QApplication.focusWidget()
        if isinstance(held, QPushButton):
            return held.text()
        return held.selectedText() if isinstance(held, LinkedText) else ""

    def said(self) -> str:
        """What the banner says."""
        notice = self.screen.alerts.notice
        return "" if notice is None else notice.what.said_in(self.screen.words)

    def go(self, number: int) -> Line:
        """To a paragraph by its number, the keyboard in its row."""
        self.screen.list.view.setFocus()
        for figure in str(number):
            self.write(figure)
        self.press(KEY.Key_Return)
        line = self.screen.list.current
        assert line is not None
        assert line.number == number
        return line


def shown_in(rows: FactRows) -> str:
    """All that rows of facts say."""
    return " ".join(one.text() for one in (*rows.findChildren(QLabel), *rows.findChildren(LinkedText)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with minutes of twenty statements."""
    return minuted(tmp_path / "minutes.nmirf", COUNT, "rapporteur")


@pytest.fixture
def keys(path: Path, shell: Shell, qtbot: QtBot) -> Iterator[Keys]:
    with sampled.opened(path, shell, qtbot) as office:
        office.window.show_as_of(registers.OPENS)
        office.window.go(Place("minutes"), keyboard=True)
        yield Keys(office, qtbot)


def stored(keys: Keys) -> list[str]:
    """The English texts as the register has them."""
    minutes = keys.screen._now.minutes
    assert minutes is not None
    return [one.text.en for one in keys.screen._book.paragraphs(minutes.key)]


def circulated(keys: Keys) -> str:
    """Have the minutes circulate, their days over; their key."""
    minutes = keys.rows[0].paragraph.minutes
    with keys.store.write("circulated", Subject.MINUTES) as session:
        found = MINUTES.get(session, minutes)
        sent = replace(found, state=MinutesState.CIRCULATED, circulated_on=registers.OPENS)
        MINUTES.save(session, replace(sent, corrections_until=registers.OPENS))
    return minutes


# ---- writing ----


def test_a_paragraph_is_added_under_the_chosen_one_and_typed_in_by_keys(keys: Keys) -> None:
    """The row was gone before the first letter came, which then stood in the paragraph above, under its speaker.

    The tests of the screen alone did not see it: they typed before the window took the turn in which the row went.
    """
    keys.go(6)
    before = stored(keys)
    keys.press(KEY.Key_N, BOTH)
    assert [line.key for line in keys.rows].index("new") == 6
    assert keys.box().hasFocus()
    assert keys.box().text() == ""
    keys.write("The Chair thanked the interpreters.")
    keys.screen.pane.form.flush()
    keys.qtbot.wait(50)
    assert stored(keys) == [*before[:6], "The Chair thanked the interpreters.", *before[6:]]
    assert keys.box().text() == "The Chair thanked the interpreters."
    assert keys.screen.list.current == keys.rows[6]


def test_once_the_minutes_are_drafted_the_keyboard_goes_from_the_choice_of_the_meeting_to_the_rows(keys: Keys) -> None:
    chosen = keys.screen.bar.meeting.editors[0]
    chosen.setFocus()
    keys.press(KEY.Key_F5)
    assert keys.screen.list.view.hasFocus()
    keys.go(3)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_F5)
    assert keys.box().hasFocus(), "whoever writes goes on writing"


def test_a_paragraph_is_begun_in_the_language_that_is_typed_in_else_in_that_of_the_window(keys: Keys) -> None:
    """It began in the language that was typed in last, and English went out as a Spanish original."""
    keys.go(4)
    keys.press(KEY.Key_Return)
    keys.screen.pane.form.text.go(Language.ES)
    assert keys.box(Language.ES).hasFocus()
    keys.press(KEY.Key_N, BOTH)
    assert keys.box(Language.ES).hasFocus()
    keys.press(KEY.Key_Escape)
    keys.go(2)
    keys.press(KEY.Key_N, BOTH)
    assert keys.box(Language.EN).hasFocus()


def test_the_translations_of_a_paragraph_stay_where_it_gets_the_text_of_the_facts(keys: Keys) -> None:
    """They were deleted by one press of the link, without a word."""
    line = keys.go(4)
    french, spanish = line.paragraph.text.fr, line.paragraph.text.es
    assert french
    assert not keys.screen.pane._given.isVisibleTo(keys.screen), "it reads as the facts do: there is nothing to take"
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_End, CTRL)
    keys.write(" Nobody objected.")
    keys.screen.pane.form.flush()
    keys.press(KEY.Key_F7)
    assert keys.link() == "Take the text of the facts"
    keys.press(KEY.Key_Return)
    text = keys.rows[3].paragraph.text
    assert (text.en, text.fr, text.es) == (line.paragraph.text.en, french, spanish)
    assert text.state(Language.FR) is line.paragraph.text.state(Language.FR), "made from these very words"
    keys.screen._book.write(line.key, text.with_text(Language.EN, "Said otherwise.").with_text(Language.FR, "Dit."))
    keys.screen._book.put_back(line.key)
    text = keys.rows[3].paragraph.text
    assert (text.fr, text.state(Language.FR)) == ("Dit.", TextState.OUTDATED)


def test_the_text_of_the_facts_is_not_shown_where_it_names_who_asked_not_to_be_named(keys: Keys) -> None:
    """Whoever looked at the window read there who it was."""
    line = next(one for one in keys.rows if "Morocco" in one.paragraph.text.en and one.paragraph.tells)
    keys.screen._book.write(line.key, line.paragraph.text.with_text(Language.EN, f"{line.paragraph.text.en} Again."))
    keys.go(line.number)
    given = keys.screen.pane.facts
    assert "Morocco" in shown_in(given)
    desk = keys.screen._desk
    desk.sittings.attribute(line.paragraph.tells[0], Attribution.UNATTRIBUTED)
    QTest.qWait(600)
    assert "Morocco" not in keys.rows[line.number - 1].paragraph.text.en
    assert "Morocco" not in shown_in(given)
    assert "asked not to be named" in shown_in(given)
    while keys.link() != "Take the text of the facts":
        keys.press(KEY.Key_F7)
    keys.press(KEY.Key_Return)
    assert keys.rows[line.number - 1].paragraph.text.en.startswith("A delegation")


def test_after_a_paragraph_is_removed_the_next_one_is_looked_at_and_the_way_back_is_said(keys: Keys) -> None:
    """The first paragraph was looked at next, however far away, and nothing was said."""
    line, behind = keys.go(12), keys.rows[12]
    keys.press(KEY.Key_D, BOTH)
    assert keys.screen.list.current is not None
    assert keys.screen.list.current.key == behind.key
    assert keys.said() == "Paragraph 12 was removed. “Put back” beside the text, or Ctrl+Z, brings it back."
    for _ in range(3):
        keys.press(KEY.Key_F7)
        if keys.link() == "Put back":
            break
    assert keys.link() == "Put back"
    keys.press(KEY.Key_Return)
    assert keys.rows[11].key == line.key
    last = keys.go(len(keys.rows))
    keys.press(KEY.Key_D, BOTH)
    assert keys.screen.list.current is not None
    assert keys.screen.list.current.number == last.number - 1


def test_a_removed_paragraph_that_is_back_is_the_current_one_and_in_sight(keys: Keys) -> None:
    """The one behind it stayed current, and went out of sight under it."""
    keys.office.window.resize(LEAST)
    line = keys.go(12)
    keys.press(KEY.Key_D, BOTH)
    keys.press(KEY.Key_Z, CTRL)
    QTest.qWait(100)
    assert keys.screen.list.current is not None
    assert keys.screen.list.current.key == line.key
    view = keys.screen.list.view
    place = view.visualRect(view.currentIndex())
    assert place.top() == 0 or view.viewport().rect().contains(place)


def test_what_spanish_asks_for_and_what_was_said_before_are_of_the_text_that_is_shown(keys: Keys) -> None:
    """The line and its marks were those of the paragraph before until somebody typed."""
    keys.go(2)
    keys.press(KEY.Key_3, ALT)
    keys.box(Language.ES).selectAll()
    keys.write("Quo vadis?")
    keys.screen.pane.form.flush()
    hint = keys.screen._remembered._hint
    assert hint.isVisible()
    keys.press(KEY.Key_Return, CTRL)
    assert keys.screen.list.current == keys.rows[2]
    assert not hint.isVisible()
    assert not keys.box(Language.ES).extraSelections()
    keys.press(KEY.Key_Up)
    keys.press(KEY.Key_Up)
    keys.go(2)
    assert hint.isVisible()


def test_the_key_of_undo_takes_back_the_last_step_where_nothing_is_typed_in_the_paragraph(keys: Keys) -> None:
    """It was dead there, without a word: after Ctrl+Enter the keyboard is always in such a text."""
    line, behind = keys.go(7), keys.rows[7]
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_End, CTRL)
    keys.write(" Nobody objected.")
    keys.press(KEY.Key_Return, CTRL)
    assert keys.screen.list.current is not None
    assert keys.screen.list.current.key == behind.key
    assert stored(keys)[6].endswith(" Nobody objected.")
    keys.press(KEY.Key_Z, CTRL)
    assert stored(keys)[6] == line.paragraph.text.en
    assert keys.said().startswith("Undone: write in the minutes")
    assert keys.box().text() == behind.paragraph.text.en, "nothing of the paragraph before comes into this one"
    keys.press(KEY.Key_Y, CTRL)
    assert stored(keys)[6].endswith(" Nobody objected.")
    assert keys.said().startswith("Done again")
    keys.press(KEY.Key_N, BOTH)
    assert keys.said() == "", "what was done before is not said over a new paragraph"
    keys.press(KEY.Key_Escape)
    keys.go(8)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_End, CTRL)
    keys.write("!!")
    keys.press(KEY.Key_Z, CTRL)
    assert "!!" not in keys.box().text(), "what is typed in the text is the text's to take back"
    assert stored(keys)[6].endswith(" Nobody objected.")


def test_what_was_just_typed_in_another_language_is_the_step_that_is_taken_back(keys: Keys) -> None:
    keys.go(4)
    keys.press(KEY.Key_Return)
    before = stored(keys)
    keys.press(KEY.Key_1, ALT)
    keys.press(KEY.Key_End, CTRL)
    keys.write(" More.")
    keys.press(KEY.Key_3, ALT)
    keys.press(KEY.Key_Z, CTRL)
    assert stored(keys) == before
    assert keys.box().text() == before[3]


def test_the_languages_are_found_on_a_french_keyboard_whose_figures_need_shift(keys: Keys) -> None:
    """Its key of the 2 typed "é" into the paragraph, and with Shift "2"."""
    keys.go(4)
    keys.press(KEY.Key_Return)
    before = stored(keys)
    for key, held, language in (
        (KEY.Key_QuoteDbl, ALT, Language.ES),
        (KEY.Key_Ampersand, ALT, Language.EN),
        (KEY.Key_Eacute, ALT, Language.FR),
        (KEY.Key_3, ALT | Qt.KeyboardModifier.ShiftModifier, Language.ES),
    ):
        keys.press(key, held)
        assert keys.box(language).hasFocus()
    assert stored(keys) == before


def test_what_reads_as_it_was_noted_is_gone_to_and_written_over_by_keys(keys: Keys) -> None:
    with keys.store.write("noted", Subject.SESSION) as session:
        heard = INTERVENTIONS.all(session)[-1]
        INTERVENTIONS.save(session, replace(heard, note="Database not updated"))
    slot = f"intervention:{heard.key}"
    number = next(line.number for line in keys.rows if line.paragraph.slot == slot)
    keys.press(KEY.Key_F5)
    keys.qtbot.waitUntil(lambda: keys.rows[number - 1].noted_in(Language.EN) != ())
    keys.go(number - 1)
    keys.press(KEY.Key_F8)
    assert keys.screen.list.current is not None
    assert keys.screen.list.current.number == number - 1, "the passage of the row that is looked at, too"
    keys.press(KEY.Key_F8)
    assert keys.screen.list.current.paragraph.slot == slot
    assert keys.box().textCursor().selectedText() == "said: Database not updated.", "who speaks stays"
    place = keys.screen.list.view.visualRect(keys.screen.list.view.currentIndex())
    assert keys.screen.list.view.viewport().rect().intersects(place)
    keys.write("said that the database had not been updated.")
    keys.press(KEY.Key_F8)
    assert stored(keys)[number - 1].startswith("The representative of ")
    assert stored(keys)[number - 1].endswith(" said that the database had not been updated.")
    assert keys.screen.list.current.paragraph.slot != slot, "from the last one on to the first"


def test_a_phrase_goes_out_of_all_languages_by_one_key_as_it_went_in(keys: Keys) -> None:
    """The box took its own part back, the others kept theirs, and the next key put the phrase in again."""
    line = keys.go(3)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Home, CTRL)
    keys.write("Then ")
    text = line.paragraph.text
    typed = f"Then {text.en}"
    keys.press(KEY.Key_P, BOTH)
    shown = keys.screen.sides.phrases.list
    keys.write("interpr")
    keys.qtbot.waitUntil(lambda: shown.current is not None and "interpr" in shown.current.key)
    keys.press(KEY.Key_Return)
    now = keys.rows[2].paragraph.text
    assert all("rpr" in now[one] for one in Language)
    assert keys.box().hasFocus()
    keys.press(KEY.Key_Z, CTRL)
    now = keys.rows[2].paragraph.text
    assert (now.en, now.fr, now.es) == (typed, text.fr, text.es)
    assert (keys.box().text(), keys.box(Language.FR).text()) == (typed, text.fr)
    keys.press(KEY.Key_Z, CTRL)
    assert keys.rows[2].paragraph.text == text


# ---- beside the text ----


def test_a_text_that_stands_already_is_not_restored(keys: Keys) -> None:
    """It was said that the earlier text stands again, and that Ctrl+Z takes it back, which took back something else."""
    line = keys.go(3)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Home, CTRL)
    keys.write("Nobody ")
    keys.screen.pane.form.flush()
    keys.press(KEY.Key_H, BOTH)
    history = keys.screen.history
    keys.qtbot.waitUntil(lambda: bool(history.list.model.rows))
    before, after = (row for row, _ in history.pane.verbs._rows)
    assert (before.said, [one.label for one in before.offers]) == ("The text before", ["Restore"])
    assert (after.said, after.note, after.offers) == ("The text after", "This is the text that stands.", ())
    change = history.list.current
    assert change is not None
    assert change.became is not None
    entries = len(keys.entries())
    assert not keys.screen._book.revisions.restore(change.became)
    assert len(keys.entries()) == entries
    assert change.paragraph == line.key


@pytest.mark.parametrize("key", [(KEY.Key_F7, NONE), (KEY.Key_Return, CTRL), (KEY.Key_Return, NONE)])
def test_keys_lead_from_a_revision_to_what_can_be_done_with_it_or_say_why_nothing_can(
    keys: Keys, key: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    """They did nothing, and did not say so."""
    line = keys.rows[2]
    keys.screen._book.write(line.key, line.paragraph.text.with_text(Language.EN, "Nobody was."))
    keys.go(3)
    keys.press(KEY.Key_H, BOTH)
    history = keys.screen.history
    keys.qtbot.waitUntil(lambda: bool(history.list.model.rows))
    keys.press(*key)
    assert keys.link() == "Restore"
    keys.press(KEY.Key_Return)
    assert keys.rows[2].paragraph.text.en == line.paragraph.text.en
    history.list.setFocus()
    history.list.select(history.list.model.rows[-1].key)
    keys.press(*key)
    assert keys.said() == "There is no other text to restore here: choose another revision."
    with keys.store.write("approved", Subject.MINUTES) as session:
        (minutes,) = MINUTES.all(session)
        MINUTES.save(session, replace(minutes, state=MinutesState.APPROVED, approved_on=registers.OPENS))
    keys.qtbot.waitUntil(lambda: keys.screen._now.approved)
    keys.press(*key)
    assert keys.said() == "These minutes are approved: their revisions are compared, and none is restored."


@pytest.mark.parametrize("tongue", list(Language))
def test_the_columns_of_revisions_and_the_foot_of_a_card_are_whole_in_the_least_window(
    keys: Keys, tongue: Language
) -> None:
    """What was done was cut to a few letters, the time at its last figure, and the card had its verb out of sight."""
    keys.office.window.resize(LEAST)
    keys.screen.language.switch(tongue)
    circulated(keys)
    keys.go(3)
    keys.press(KEY.Key_K, BOTH)
    QTest.qWait(SETTLES + 100)
    card = next(one for one in keys.screen.corrections.cards if one.isVisible())
    page = keys.screen.pane.viewport()
    foot = QRect(card.verb.mapTo(page, QPoint()), card.verb.size())
    assert page.rect().contains(foot)
    keys.press(KEY.Key_Escape)
    keys.press(KEY.Key_H, BOTH)
    history = keys.screen.history
    keys.qtbot.waitUntil(lambda: bool(history.list.model.rows))
    QTest.qWait(50)
    view = history.list.view
    assert view.horizontalScrollBar().maximum() == 0
    for number in range(len(history.list.model.columns)):
        assert view.columnWidth(number) >= history.list.columns._needed(number), history.list.model.columns[number]


def test_of_an_offer_all_languages_that_differ_are_shown_with_their_marks(keys: Keys) -> None:
    """Only the window's language was, which read as what stood where another one differed."""
    first = next(line for line in keys.rows if not line.paragraph.slot.startswith("intervention"))
    text = first.paragraph.text.with_text(Language.FR, "Rédigé par quelqu’un.")
    drafted = replace(first.paragraph.drafted, fr="Le texte d’avant.")
    with keys.store.write("drafted before", Subject.MINUTES) as session:
        PARAGRAPHS.save(session, replace(first.paragraph, text=text, drafted=drafted))
    keys.qtbot.waitUntil(lambda: bool(keys.screen._now.offers))
    ((row, _body),) = keys.screen.pane.offers._rows
    assert row.compared == (("Français", "Rédigé par quelqu’un.", first.paragraph.drafted.fr),)
    assert row.note == ""
    assert "<s" in "".join(label.text() for label in keys.screen.pane.offers.findChildren(MarkedText))


def test_new_facts_are_added_in_one_step_and_the_offer_for_the_current_paragraph_stands_first(keys: Keys) -> None:
    """Each was added by itself, and F7, Enter took the text of another paragraph than the one that was looked at."""
    circulated(keys)
    desk, meeting = keys.screen._desk, keys.screen.meeting
    assert meeting is not None
    heard = next(one for one in desk.sittings.interventions(meeting.key) if one.note)
    others = [one for one in keys.rows if not one.paragraph.slot.startswith("intervention")][:2]
    with keys.store.write("drafted before", Subject.MINUTES) as session:
        for line in others:
            drafted = replace(line.paragraph.drafted, en="As it was drafted.")
            PARAGRAPHS.save(session, replace(line.paragraph, text=drafted, drafted=drafted))
    for number in range(3):
        said = replace(heard, key=f"later{number}", note="asked for time", at=heard.at)
        desk.sittings.note(said)
    keys.qtbot.waitUntil(lambda: len(keys.screen._now.offers) >= 5, timeout=5000)
    offers = keys.screen.pane.offers
    for line in others:
        keys.go(line.number)
        assert offers.made[0].said == f"Paragraph {line.number}"
    new = [one for one in offers.made if one.said == "A paragraph for a new fact"]
    (together,) = [one for one in offers.made if one.key == "new"]
    assert together.said == f"Paragraphs for new facts: {len(new)}"
    before = stored(keys)
    together.offers[0].act()
    assert len(stored(keys)) == len(before) + len(new)
    assert "takes them all back" in keys.said()
    assert all(one.paragraph is not None for one in keys.screen._now.offers)
    keys.screen.list.view.setFocus()
    keys.press(KEY.Key_Z, CTRL)
    assert stored(keys) == before


def drafted_before(keys: Keys, count: int) -> list[Line]:
    """So many paragraphs of circulated minutes for which the facts give another text than stands there."""
    circulated(keys)
    lines = [one for one in keys.rows if not one.paragraph.slot.startswith("intervention")][:count]
    with keys.store.write("drafted before", Subject.MINUTES) as session:
        for line in lines:
            drafted = replace(line.paragraph.drafted, en="As it was drafted.")
            PARAGRAPHS.save(session, replace(line.paragraph, text=drafted, drafted=drafted))
    keys.qtbot.waitUntil(lambda: len(keys.screen._now.offers) >= count, timeout=5000)
    keys.go(lines[0].number)
    keys.qtbot.wait(REST + 50)
    return lines


def offered(keys: Keys, count: int) -> bool:
    """Whether so many offers are open."""
    return len(keys.screen._now.offers) == count


def test_the_key_to_what_is_beside_the_text_goes_from_one_offer_to_the_next(keys: Keys) -> None:
    """It went past those that were open, to the revisions."""
    drafted_before(keys, 3)
    offers, met = keys.screen.pane.offers, []
    for _ in range(4):
        keys.press(KEY.Key_F7)
        held = QApplication.focusWidget()
        row = next((row for row, body in offers._rows if held is not None and body.isAncestorOf(held)), None)
        met.append(row.said if row is not None else keys.link())
    assert met == [*(one.said for one in offers.made), "Compare and restore"]


def test_the_same_two_keys_take_each_offer_in_turn(keys: Keys) -> None:
    """The second time they led to the revisions, and the third time restored an older text."""
    lines = drafted_before(keys, 3)
    left = len(lines)
    while left:
        keys.press(KEY.Key_F7)
        assert keys.link() == "Take the new text"
        keys.press(KEY.Key_Return)
        left -= 1
        keys.qtbot.waitUntil(partial(offered, keys, left), timeout=5000)
    assert "As it was drafted." not in stored(keys)


def test_a_text_is_restored_in_circulated_minutes_only_by_who_says_so(keys: Keys, answers: Answers) -> None:
    """It was by F7 and Enter, struck to take an offer."""
    line = keys.rows[2]
    keys.screen._book.write(line.key, line.paragraph.text.with_text(Language.EN, "Nobody was."))
    circulated(keys)
    keys.qtbot.waitUntil(lambda: keys.screen._now.circulated)
    keys.go(3)
    keys.press(KEY.Key_H, BOTH)
    history = keys.screen.history
    keys.qtbot.waitUntil(lambda: bool(history.list.model.rows))
    for yes, stands in ((False, "Nobody was."), (True, line.paragraph.text.en)):
        answers.yes = yes
        keys.press(KEY.Key_F7)
        assert keys.link() == "Restore"
        keys.press(KEY.Key_Return)
        assert keys.rows[2].paragraph.text.en == stands
        keys.screen.history.list.setFocus()
    assert [one.text for one in answers.asked] == ["Restore this text? The minutes are circulated already."] * 2
    assert answers.asked[0].keep == "Leave the text as it stands"


def test_a_filter_that_is_cleared_leaves_the_row_that_was_chosen_in_it(keys: Keys) -> None:
    """It led to the first paragraph."""
    line = keys.rows[13]
    keys.screen.list.view.setFocus()
    keys.write(line.paragraph.text.en.split()[-1].strip("."))
    keys.screen.list.select(line.key)
    keys.press(KEY.Key_Escape)
    assert len(keys.rows) > 14
    assert keys.screen.list.current is not None
    assert keys.screen.list.current.key == line.key
    keys.screen.list.view.setFocus()
    keys.write("zzzzz")
    assert keys.rows == ()
    keys.press(KEY.Key_Escape)
    assert keys.screen.list.current.key == line.key, "where nothing was found it is the one of before"


def test_each_act_beside_the_text_is_reached_by_keys_and_escape_leads_back(keys: Keys) -> None:
    """No key was named for them."""
    keys.go(5)
    keys.press(KEY.Key_F7)
    assert keys.said() == "Nothing can be done beside this paragraph now."
    keys.screen._book.comments.say(keys.rows[4].paragraph.minutes, keys.rows[4].key, Side.COORDINATOR, "Who?")
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_End, CTRL)
    keys.write("!")
    keys.screen.pane.form.flush()
    keys.qtbot.wait(REST + 50)
    met = []
    for _ in range(4):
        keys.press(KEY.Key_F7)
        met.append(keys.link())
    assert met == ["Take the text of the facts", "Answer the comment", "Compare and restore", met[0]]
    keys.press(KEY.Key_Escape)
    assert keys.screen.list.view.hasFocus()
    keys.press(KEY.Key_F7)
    keys.press(KEY.Key_F7)
    keys.press(KEY.Key_Tab)
    assert keys.link() == "Settle"
    keys.press(KEY.Key_Return)
    assert keys.screen._now.open_comments == 0


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_enter_presses_a_button_beside_the_text_as_it_does_a_link(keys: Keys, key: Qt.Key) -> None:
    """F7 led to it, and only Space pressed it, without a word."""
    circulated(keys)
    keys.press(KEY.Key_F7)
    assert keys.link() == "Record a correction …"
    keys.press(key)
    assert keys.screen.corrections.record_card.isVisible()


def test_whoever_comes_back_from_a_link_beside_the_text_is_in_the_rows(keys: Keys) -> None:
    """The keyboard was on the link again: the number of a paragraph went nowhere."""
    keys.screen._book.comments.say(keys.rows[4].paragraph.minutes, keys.rows[4].key, Side.COORDINATOR, "Who?")
    keys.go(5)
    keys.press(KEY.Key_F7)
    assert keys.link() == "Answer the comment"
    keys.press(KEY.Key_8, CTRL)
    keys.press(KEY.Key_7, CTRL)
    keys.write("9")
    keys.press(KEY.Key_Return)
    assert keys.screen.list.current == keys.rows[8]


def test_after_a_correction_is_accepted_the_keyboard_is_on_its_paragraph(keys: Keys) -> None:
    line, minutes = keys.rows[6], circulated(keys)
    asked = CorrectionRequest("", minutes, registers.OPENS, Language.EN, line.key, state="MAR", text="It was so.")
    keys.screen._book.requests.record(asked)
    keys.go(1)
    keys.press(KEY.Key_F7)
    while keys.link() != "Compare and accept\N{NO-BREAK SPACE}…":
        keys.press(KEY.Key_Tab)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Return, CTRL)
    assert keys.screen.list.view.hasFocus()
    assert keys.screen.list.current == keys.rows[6]
    assert keys.rows[6].paragraph.text.en == "It was so."


def test_after_a_decision_the_keyboard_is_on_the_next_open_request(keys: Keys) -> None:
    """It went to the rows of paragraphs: F7, F7, Tab, Tab for each of seven requests."""
    minutes, requests = circulated(keys), keys.screen._book.requests
    for row, text in enumerate(("It was so.", "Not so.", "So it was.")):
        at = keys.rows[row + 4].key
        requests.record(CorrectionRequest("", minutes, registers.OPENS, Language.EN, at, state="MAR", text=text))

    def held() -> str:
        """The paragraph of the request that has the keyboard."""
        focus = QApplication.focusWidget()
        bodies = keys.screen.corrections.rows._rows
        return next((row.said for row, body in bodies if focus is not None and body.isAncestorOf(focus)), "")

    keys.go(1)
    keys.press(KEY.Key_F7)
    while held() != "Morocco: paragraph 6":
        keys.press(KEY.Key_Tab)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Return, CTRL)
    assert keys.rows[5].paragraph.text.en == "Not so."
    assert (held(), keys.link()) == ("Morocco: paragraph 7", "Compare and accept\N{NO-BREAK SPACE}…")
    keys.press(KEY.Key_Tab)
    assert keys.link() == "Decline\N{NO-BREAK SPACE}…"
    keys.press(KEY.Key_Return)
    keys.write("As it was said.")
    keys.press(KEY.Key_Return, CTRL)
    assert (held(), keys.link()) == ("Morocco: paragraph 5", "Compare and accept\N{NO-BREAK SPACE}…")


def held_request(keys: Keys) -> str:
    """The request that has the keyboard."""
    focus = QApplication.focusWidget()
    bodies = keys.screen.corrections.rows._rows
    return next((row.said for row, body in bodies if focus is not None and body.isAncestorOf(focus)), "")


def seen_in_pane(keys: Keys) -> bool:
    """Whether what has the keyboard is in the part of the pane that is seen."""
    focus, page = QApplication.focusWidget(), keys.screen.pane.viewport()
    assert focus is not None
    return page.rect().contains(QRect(focus.mapTo(page, QPoint()), focus.size()))


@pytest.mark.parametrize("asked", ["removal", "addition", "words"])
def test_after_any_decision_the_next_open_request_is_in_sight(keys: Keys, asked: str) -> None:
    """The panel was scrolled to the accepted ones, and the next Enter opened a card that nobody had looked at."""
    keys.office.window.resize(LEAST)
    minutes, requests = circulated(keys), keys.screen._book.requests
    day, words = registers.OPENS, "It was so, and nobody said otherwise."
    for row in range(2, 16):
        requests.record(CorrectionRequest("", minutes, day, Language.EN, keys.rows[row].key, state="MAR", text=words))
    for one in requests.of(minutes)[:6]:
        requests.accept(one.request.key, day)
    last = keys.rows[17].key
    at_last = CorrectionRequest("", minutes, day, Language.EN, last, state="MAR", text=words)
    what = {"removal": replace(at_last, text="", removal=True), "addition": replace(at_last, addition=True)}
    requests.record(what.get(asked, at_last))
    keys.go(3)
    keys.press(KEY.Key_F7)
    while "paragraph 18" not in held_request(keys):
        keys.press(KEY.Key_Tab)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Return, CTRL)
    QTest.qWait(REST + 600)
    assert [one for one in requests.of(minutes) if one.request.paragraph == last and one.request.open] == []
    assert "paragraph 9" in held_request(keys)
    assert seen_in_pane(keys)


def test_escape_leads_from_the_card_of_a_request_back_to_the_request(keys: Keys) -> None:
    """It led into the rows: what was meant as a reason became the text of a paragraph."""
    minutes, requests = circulated(keys), keys.screen._book.requests
    for row in (4, 5, 6):
        at = keys.rows[row].key
        requests.record(CorrectionRequest("", minutes, registers.OPENS, Language.EN, at, state="MAR", text="So."))
    before = stored(keys)
    keys.go(1)
    keys.press(KEY.Key_F7)
    while held_request(keys) != "Morocco: paragraph 6":
        keys.press(KEY.Key_Tab)
    for _ in range(2):
        keys.press(KEY.Key_Return)
        keys.press(KEY.Key_Escape)
        assert held_request(keys) == "Morocco: paragraph 6"
        assert seen_in_pane(keys)
        keys.press(KEY.Key_Tab)
    assert keys.link() == "Correct\N{NO-BREAK SPACE}…" or keys.link().startswith(("Decline", "Show"))
    keys.screen.corrections.rows.point_out("")
    keys.screen.list.setFocus()
    keys.press(KEY.Key_K, BOTH)
    keys.press(KEY.Key_Escape)
    assert keys.screen.list.view.hasFocus(), "one that was begun from the text leads back to it"
    assert stored(keys) == before


def test_the_key_to_what_is_beside_the_text_leads_to_the_first_request_that_is_open(keys: Keys) -> None:
    """It led to the recording of another one, two keys before the requests."""
    minutes, requests = circulated(keys), keys.screen._book.requests
    for row in (4, 5, 6):
        at = keys.rows[row].key
        requests.record(CorrectionRequest("", minutes, registers.OPENS, Language.EN, at, state="MAR", text="So."))
    requests.decline(requests.of(minutes)[0].request.key, registers.OPENS, "As it was said.")
    keys.go(1)
    keys.press(KEY.Key_F7)
    first = next(one for one in requests.of(minutes) if one.request.open)
    assert held_request(keys) == f"Morocco: paragraph {first.number}"
    assert keys.link() == "Compare and accept\N{NO-BREAK SPACE}…"
    assert seen_in_pane(keys)
    for one in requests.of(minutes):
        if one.request.open:
            requests.decline(one.request.key, registers.OPENS, "As it was said.")
    keys.go(2)
    keys.press(KEY.Key_F7)
    assert keys.link() == "Record a correction …"


def test_after_a_request_is_recorded_the_key_leads_to_it_also_beside_what_was_written(keys: Keys) -> None:
    """It led to the revisions of the paragraph: Enter compared them, and a second F7 was needed."""
    circulated(keys)
    keys.go(5)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_End, CTRL)
    keys.write("!")
    keys.screen.pane.form.flush()
    keys.qtbot.wait(REST + 50)
    keys.press(KEY.Key_K, BOTH)
    form = keys.screen.corrections.form
    form.state.load("MAR", over=True)
    form.note.load("It was otherwise.", over=True)
    keys.press(KEY.Key_Return, CTRL)
    assert keys.screen.corrections.open == 1
    keys.go(5)
    met = []
    for _ in range(4):
        keys.press(KEY.Key_F7)
        met.append(keys.link())
    assert met[0] == "Compare and accept\N{NO-BREAK SPACE}…"
    assert "Compare and restore" in met, "the other parts follow"
    assert met.count(met[0]) < len(met)


def test_escape_in_a_card_where_something_is_typed_says_in_sight_what_it_does(keys: Keys) -> None:
    """It was said at the foot of the card, below what was seen, and the key seemed dead."""
    keys.office.window.resize(LEAST)
    circulated(keys)
    keys.go(3)
    keys.press(KEY.Key_K, BOTH)
    card = keys.screen.corrections.record_card
    assert card.isVisible()
    keys.write("Mor")
    keys.press(KEY.Key_Tab)
    page = keys.screen.pane.viewport()
    keys.screen.corrections.form.text.load("So it was said in the room, and nobody said otherwise. " * 40)
    QTest.qWait(100)
    keys.screen.pane.verticalScrollBar().setValue(card.mapTo(keys.screen.pane.body, QPoint()).y())
    assert not page.rect().contains(card.verb.mapTo(page, QPoint()))
    keys.press(KEY.Key_Escape)
    QTest.qWait(100)
    said = card._frame.stays
    assert card.isVisible()
    assert "Shift+Esc" in said.text()
    assert page.rect().contains(QRect(said.mapTo(page, QPoint()), said.size()))


def test_a_heading_of_comments_stands_where_there_are_some(keys: Keys) -> None:
    """It stood over nothing beside each paragraph once one had a comment."""
    keys.screen._book.comments.say(keys.rows[4].paragraph.minutes, keys.rows[4].key, Side.COORDINATOR, "Who?")
    keys.go(5)
    assert keys.screen.pane._said.isVisible()
    keys.go(6)
    assert not keys.screen.pane._said.isVisible()


def test_the_pane_names_its_paragraph_after_another_meeting_was_looked_at(keys: Keys) -> None:
    """It began with a gap."""
    keys.go(1)
    meeting = keys.screen.meeting
    assert meeting is not None
    keys.screen.bar.meeting.load(None, over=True)
    keys.screen.refresh()
    keys.screen.bar.meeting.load(meeting, over=True)
    keys.screen.refresh()
    assert keys.screen.pane._name.text() == "Paragraph 1"


def test_the_revisions_of_a_paragraph_are_told_again_after_one_that_was_only_begun(keys: Keys) -> None:
    keys.go(2)
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_End, CTRL)
    keys.write("!")
    keys.screen.pane.form.flush()
    keys.qtbot.waitUntil(keys.screen.pane._became.isVisible)
    keys.press(KEY.Key_N, BOTH)
    assert not keys.screen.pane._became.isVisible()
    keys.press(KEY.Key_Up)
    assert keys.screen.list.current == keys.rows[1]
    keys.qtbot.waitUntil(keys.screen.pane._became.isVisible)


# ---- what cannot be done ----


def test_a_key_that_does_nothing_beside_approved_minutes_says_why(keys: Keys) -> None:
    keys.go(1)
    with keys.store.write("approved", Subject.MINUTES) as session:
        (minutes,) = MINUTES.all(session)
        MINUTES.save(session, replace(minutes, state=MinutesState.APPROVED, approved_on=registers.OPENS))
    for letter in (KEY.Key_N, KEY.Key_D, KEY.Key_K, KEY.Key_M, KEY.Key_R, KEY.Key_U, KEY.Key_A):
        keys.press(letter, BOTH)
        assert keys.said().startswith("These minutes were approved on 24 November 2026 and are no longer changed")
        keys.screen.alerts.clear()
    keys.press(KEY.Key_Return)
    keys.write("a")
    assert keys.said().startswith("These minutes were approved on 24 November 2026")


def test_beside_approved_minutes_revisions_are_compared_and_nothing_is_offered_to_be_restored(keys: Keys) -> None:
    keys.screen._book.write(keys.rows[4].key, keys.rows[4].paragraph.text.with_text(Language.EN, "It was so."))
    keys.go(5)
    past = keys.screen.pane.past

    def offered() -> list[str]:
        return [one.label for row, _body in past._rows for one in row.offers]

    keys.qtbot.waitUntil(lambda: offered() == ["Compare and restore"])
    with keys.store.write("approved", Subject.MINUTES) as session:
        (minutes,) = MINUTES.all(session)
        MINUTES.save(session, replace(minutes, state=MinutesState.APPROVED, approved_on=registers.OPENS))
    keys.qtbot.waitUntil(lambda: offered() == ["Compare"])


def test_a_comment_that_was_open_waits_no_more_once_the_minutes_are_approved(keys: Keys) -> None:
    """It was counted for ever, and nobody could answer or settle it."""
    keys.screen._book.comments.say(keys.rows[4].paragraph.minutes, keys.rows[4].key, Side.COORDINATOR, "Who?")
    keys.go(5)
    assert keys.screen._now.open_comments == 1
    with keys.store.write("approved", Subject.MINUTES) as session:
        (minutes,) = MINUTES.all(session)
        MINUTES.save(session, replace(minutes, state=MinutesState.APPROVED, approved_on=registers.OPENS))
    keys.qtbot.waitUntil(lambda: keys.screen._now.approved)
    assert not keys.screen.bar.comments.isVisible()
    assert [line.comments for line in keys.rows if line.comments] == []


def test_what_cannot_be_done_with_a_draft_yet_says_why(keys: Keys) -> None:
    keys.go(1)
    for letter, why in ((KEY.Key_A, "Circulate the minutes first"), (KEY.Key_K, "Nobody has these minutes yet")):
        keys.press(letter, BOTH)
        assert keys.said().startswith(why)
    keys.press(KEY.Key_F6)
    assert keys.said() == "No comment is open."


def test_a_corrigendum_that_was_issued_is_said_to_be_on_the_way_back(
    shell: Shell, qtbot: QtBot, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The screen went on offering to issue it, to add to it and to remove it, which was then refused."""
    path = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    with sampled.opened(path, shell, qtbot) as office:
        office.window.go(Place("minutes"), keyboard=True)
        keys = Keys(office, qtbot)
        book, meetings = keys.screen._book, keys.screen._desk.meetings.list()
        begun = next(one for one in meetings if (found := book.minutes(one.key)) and book.corrigenda.of(found.key))
        office.window.go(Place("minutes", begun.key), keyboard=True)
        shown = keys.screen.corrigenda.rows
        assert "not issued yet" in shown._rows[0][0].note
        for _ in range(9):
            keys.press(KEY.Key_F7)
            held = QApplication.focusWidget()
            if held is not None and keys.screen.corrigenda.isAncestorOf(held):
                break
        assert keys.link() == "Add\N{NO-BREAK SPACE}…"
        keys.press(KEY.Key_Tab)
        assert keys.link() == "Preview and issue"
        keys.press(KEY.Key_Return)
        qtbot.waitUntil(lambda: isinstance(office.window.shown, DocumentsScreen))
        documents = office.window.shown
        assert isinstance(documents, DocumentsScreen)
        qtbot.waitUntil(lambda: documents._prepared is not None, timeout=10_000)
        assert {row.said.accessibleName() for row in documents.languages.rows.values()} == {"Every text is there."}
        chosen = documents.form.corrigendum._editor
        assert chosen.currentText() == "Corr.1"
        keys.press(KEY.Key_I, BOTH)
        qtbot.waitUntil(lambda: keys.office.window.shown is documents and bool(documents.alerts.notice))
        assert chosen.currentText() == f"Corr.1, {documents.words.date(documents.on)}"
        keys.press(KEY.Key_7, CTRL)
        (row, _body) = shown._rows[0]
        assert row.note.startswith("issued")
        assert [one.label for one in row.offers] == ["Preview"]


def corrected(keys: Keys) -> tuple[Minutes, Corrected]:
    """The minutes that have a corrigendum, and that."""
    book = keys.screen._book
    found = (book.minutes(one.key) for one in keys.screen._desk.meetings.list())
    return next((one, of[0]) for one in found if one and (of := book.corrigenda.of(one.key)))


def test_a_corrigendum_lacks_no_text_of_a_language_of_which_it_is_not(
    shell: Shell, qtbot: QtBot, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """“Every text is there” stood at the three languages of one that is of English only."""
    path = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    with sampled.opened(path, shell, qtbot) as office:
        office.window.go(Place("minutes"), keyboard=True)
        keys = Keys(office, qtbot)
        book = keys.screen._book
        minutes, one = corrected(keys)
        others = [erratum for _, erratum in one.errata if erratum.language is not Language.EN]
        assert len(others) < len(one.errata)
        for erratum in others:
            book.corrigenda.drop(erratum.key)
        office.window.go(Place("documents", f"corrigendum:{minutes.meeting}:{one.corrigendum.key}"), keyboard=True)
        documents = office.window.shown
        assert isinstance(documents, DocumentsScreen)
        qtbot.waitUntil(lambda: documents._prepared is not None, timeout=10_000)
        told = [row.said.accessibleName() for row in documents.languages.rows.values()]
        nothing = "There is nothing of this document in this language."
        assert told == ["Every text is there.", nothing, nothing]


def test_a_corrigendum_of_another_language_is_shown_in_it(
    shell: Shell, qtbot: QtBot, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Its pages were made in the language of the window, so that there were none, and it could not be issued."""
    shell.language.switch(Language.ES)
    path = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    with sampled.opened(path, shell, qtbot) as office:
        office.window.go(Place("minutes"), keyboard=True)
        keys = Keys(office, qtbot)
        book = keys.screen._book
        minutes, one = corrected(keys)
        for _, erratum in one.errata:
            if erratum.language is not Language.EN:
                book.corrigenda.drop(erratum.key)
        office.window.go(Place("minutes", minutes.meeting), keyboard=True)
        (row, _body) = keys.screen.corrigenda.rows._rows[0]
        next(offer for offer in row.offers if offer.label == "Preview and issue").act()
        documents = office.window.shown
        assert isinstance(documents, DocumentsScreen)
        qtbot.waitUntil(lambda: documents._prepared is not None, timeout=10_000)
        assert documents.pages.editions() == (Edition.EN,)
        assert documents._issue.isEnabled()


def test_what_was_accepted_is_named_among_the_revisions_as_the_other_acts_are() -> None:
    """It stood there as the name of a step of undo: a command, in a small letter."""
    words = catalog(Language.EN)
    for act in (ACCEPT, ACCEPT_OTHERWISE):
        step = Step(1, datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC), act, "", "one", None, None)
        assert act_said(Revision(step, step), words).startswith("Correction accepted")


@pytest.mark.parametrize("act", [COMPLETING, AGAIN, "replace words in the minutes", "take drafted texts over"])
def test_a_revision_is_called_by_what_became_of_the_words(act: str) -> None:
    step = Step(1, datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC), act, "", "one", None, None)
    for language in Language:
        said = act_said(Revision(step, step), catalog(language))
        assert said != catalog(language).gettext(act)
        assert said[0].isupper()


def reviewed(keys: Keys) -> list[int]:
    """The numbers of the paragraphs that are reviewed in English."""
    return [one.number for one in keys.rows if one.paragraph.text.state(Language.EN) is TextState.REVIEWED]


def test_all_paragraphs_that_are_selected_are_reviewed_in_one_step(keys: Keys) -> None:
    """Of all that Ctrl+A had chosen the current one alone was marked, without a word."""
    keys.go(3)
    keys.qtbot.waitUntil(lambda: any(gap.as_noted for one in keys.rows for gap in one.gaps))
    before = len(keys.entries())
    plain = [one.number for one in keys.rows if not any(gap.as_noted for gap in one.gaps)]
    left = [one.number for one in keys.rows if one.number not in plain]
    assert plain
    assert left
    keys.press(KEY.Key_A, CTRL)
    keys.press(KEY.Key_R, BOTH)
    assert reviewed(keys) == plain, "what reads as it was noted is said to be right alone"
    assert keys.said() == (
        f"Paragraphs marked as reviewed: {len(plain)}. Left out, wholly or in a language: {len(left)}, the first of "
        f"them paragraph {left[0]}. What reads as it was noted (F8 leads to it) or quotes "
        "a reason is looked at, and marked by itself."
    )
    assert len(keys.entries()) == before + 1
    with keys.store.read() as session:
        changed = {one.row for one in LINES.all(session, sequence=before + 1)}
    assert changed == {one.key for one in keys.rows if one.number in plain}, "the journal tells each paragraph"
    keys.screen._desk.steps.undo()
    QTest.qWait(20)
    assert reviewed(keys) == []


def test_only_what_is_shown_as_selected_is_reviewed(keys: Keys) -> None:
    keys.go(1)
    keys.press(KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    keys.press(KEY.Key_R, BOTH)
    assert reviewed(keys) == [1, 2]
    assert keys.said() == "Paragraphs marked as reviewed: 2. Ctrl+Z takes them all back."
    keys.press(KEY.Key_R, BOTH)
    assert keys.said() == "All paragraphs that are selected were reviewed before; nothing was changed."
    keys.go(6)
    keys.press(KEY.Key_R, BOTH)
    assert reviewed(keys) == [1, 2, 6]


def test_within_a_text_its_paragraph_alone_is_reviewed(keys: Keys) -> None:
    """All that Ctrl+A had chosen before was marked while one wrote in one of them."""
    keys.go(3)
    keys.press(KEY.Key_A, CTRL)
    keys.press(KEY.Key_Return)
    assert keys.screen.pane.form.text.held, "the keyboard is in the text"
    keys.press(KEY.Key_R, BOTH)
    assert reviewed(keys) == [keys.screen.list.current.number if keys.screen.list.current else 0]
