"""The text of the minutes: three columns, one editor in its row, what is typed kept, comments, revisions."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda_comparing import Difference
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.minutes import Circulation, MinutesState
from nmirf_desktop.domain.minutes_comments import Side
from nmirf_desktop.domain.sittings import Attribution
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.journal import ENTRIES, LINES, head
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import INTERVENTIONS
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.minutes_moments import act_said
from nmirf_desktop.ui.screens.minutes_page import SOON
from nmirf_desktop.ui.screens.minutes_paragraph import REST
from nmirf_desktop.ui.screens.minutes_rows import Line
from nmirf_desktop.ui.screens.minutes_text import STANDS_AGAIN
from nmirf_desktop.ui.screens.minutes_view import RESTING
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.spelling import SpellingMarks
from nmirf_desktop.ui.typedtext import TypedText
from tests import registers
from tests.long_minutes import minuted
from tests.registers import Hand
from tests.ui.clipping import show

COUNT = 30
CONTROL = Qt.KeyboardModifier.ControlModifier
NOW = datetime.datetime(2026, 11, 28, 12, tzinfo=datetime.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A register with minutes of thirty statements."""
    with open_register(minuted(tmp_path / "minutes.nmirf", COUNT, "Coordinator"), author="Coordinator") as store:
        yield store


@pytest.fixture
def screen(qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts) -> MinutesScreen:
    screen = MinutesScreen(Secretariat(store, Hand(NOW)), language, alerts)
    store.subscribe(screen.touched)
    screen.show_as_of(registers.OPENS)
    qtbot.addWidget(screen)
    show(screen)
    screen.activateWindow()
    return screen


@pytest.fixture
def book(store: Store) -> MinuteBook:
    return Secretariat(store, Hand(datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC))).minutes


def rows(screen: MinutesScreen) -> tuple[Line, ...]:
    return screen.list.model.rows


def box(screen: MinutesScreen, language: Language = Language.EN) -> TypedText:
    return screen.pane.form.text._boxes[language]


def chosen(screen: MinutesScreen, row: int) -> Line:
    line = rows(screen)[row]
    assert screen.list.select(line.key)
    screen.pane.form.text.go(Language.EN)
    QApplication.processEvents()
    return line


def stored(store: Store, key: str) -> str | None:
    with store.read() as session:
        found = PARAGRAPHS.find(session, key)
    return found.text.en if found is not None else None


# ---- the page ----


def test_the_editor_stands_in_the_current_row_and_goes_with_it(screen: MinutesScreen) -> None:
    view, form = screen.list.view, screen.pane.form
    for row in (2, 9, COUNT - 1):
        chosen(screen, row)
        place = view.visualRect(view.currentIndex())
        assert form.parentWidget() is view.viewport()
        assert place.contains(form.geometry())
        assert view.viewport().rect().intersects(form.geometry())
    top = form.y()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 40)
    assert form.y() == top + 40


def test_a_row_is_as_high_as_its_texts_and_grows_with_what_is_typed(qtbot: QtBot, screen: MinutesScreen) -> None:
    view = screen.list.view
    chosen(screen, 3)
    before = view.rowHeight(3)
    box(screen).insertPlainText("Much was said. " * 60)
    QTest.qWait(30)
    assert view.rowHeight(3) > before + box(screen).fontMetrics().lineSpacing() * 8
    assert box(screen).height() >= box(screen).document().size().height()
    screen.list.select(rows(screen)[4].key)
    qtbot.waitUntil(lambda: view.rowHeight(3) == view.sheet.height(rows(screen)[3]))


def test_every_row_is_measured_while_nothing_else_is_done_and_what_is_read_stays(
    qtbot: QtBot, screen: MinutesScreen
) -> None:
    view = screen.list.view
    screen.list.select(rows(screen)[12].key)
    at = view.rowViewportPosition(12)
    qtbot.waitUntil(lambda: all(view.sheet.known(line) is not None for line in rows(screen) if line.number != 13))
    assert [view.rowHeight(row) for row in range(5)] == [view.sheet.height(line) for line in rows(screen)[:5]]
    assert view.rowViewportPosition(12) == at


def test_nothing_is_laid_out_before_there_is_a_width(
    qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts
) -> None:
    screen = MinutesScreen(Secretariat(store, Hand(NOW)), language, alerts)
    qtbot.addWidget(screen)
    screen.show_as_of(registers.OPENS)
    screen.refresh()
    chosen(screen, 2)
    QTest.qWait(RESTING + 100)
    assert not any(screen.list.view.sheet.known(line) for line in rows(screen)[4:])


def test_the_current_row_stays_where_it_stands_when_those_above_it_grow(store: Store, screen: MinutesScreen) -> None:
    view = screen.list.view
    screen.list.select(rows(screen)[8].key)
    QTest.qWait(300)
    bar, place = view.verticalScrollBar(), view._across(view.currentIndex())
    bar.setValue(bar.value() + place.bottom() + 1 - view.viewport().height())
    place = view._across(view.currentIndex())
    assert view.viewport().rect().contains(place), "at the foot of the page"
    with store.write("translations", Subject.MINUTES) as session:
        for line in rows(screen)[:8]:
            PARAGRAPHS.put(session, {"key": line.key, "text_fr": f"{line.paragraph.text.fr} Elle le répète. " * 3})
    QTest.qWait(300)
    assert view._across(view.currentIndex()) == place


def test_texts_that_come_all_at_once_are_laid_out_as_they_are_seen(
    qtbot: QtBot, store: Store, screen: MinutesScreen
) -> None:
    view = screen.list.view
    screen.list.select(rows(screen)[0].key)
    qtbot.waitUntil(lambda: all(view.sheet.known(line) is not None for line in rows(screen)[1:]))
    with store.write("translations", Subject.MINUTES) as session:
        for line in rows(screen):
            words = line.paragraph.text.with_text(Language.FR, f"{line.paragraph.text.fr} Elle le répète. " * 3)
            PARAGRAPHS.put(session, {"key": line.key, "text_fr": words.fr})
    seen = [row for row in range(1, COUNT) if 0 <= view.rowViewportPosition(row) < view.viewport().height()]
    assert seen
    assert all(view.rowHeight(row) == view.sheet.height(rows(screen)[row]) for row in seen)
    assert view.sheet.known(rows(screen)[COUNT - 1]) is None, "out of sight nothing was laid out"
    qtbot.waitUntil(lambda: all(view.sheet.known(line) is not None for line in rows(screen)[1:]))
    assert [view.rowHeight(row) for row in range(1, COUNT)] == [
        view.sheet.height(line) for line in rows(screen)[1:COUNT]
    ]


def test_arrows_go_on_from_the_first_and_the_last_line_of_a_text(screen: MinutesScreen) -> None:
    chosen(screen, 4)
    QTest.keyClick(box(screen), Qt.Key.Key_End, CONTROL)
    QTest.keyClick(box(screen), Qt.Key.Key_Down)
    assert screen.list.current == rows(screen)[5]
    assert box(screen).hasFocus()
    QTest.keyClick(box(screen), Qt.Key.Key_Up)
    assert screen.list.current == rows(screen)[4]
    QTest.keyClick(box(screen), Qt.Key.Key_Escape)
    assert screen.list.view.hasFocus()
    QTest.keyClick(screen.list.view, Qt.Key.Key_Down)
    assert screen.list.current == rows(screen)[5]


def test_a_press_in_a_column_is_meant_for_its_language(screen: MinutesScreen) -> None:
    view = screen.list.view
    place = view.visualRect(view.model().index(1, 0).siblingAtColumn(view.model().columnCount() - 1))
    (_, _), (_, french), _ = view.sheet.columns(view.sheet.texts(place, rows(screen)[1]))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=french.center())
    assert screen.list.current == rows(screen)[1]
    assert box(screen, Language.FR).hasFocus()


def test_texts_stand_under_each_other_where_there_is_no_room(screen: MinutesScreen) -> None:
    sheet = screen.list.view.sheet
    assert sheet.number > 0
    line = rows(screen)[6]
    beside = sheet.height(line)
    screen.resize(400, 700)
    QTest.qWait(30)
    assert (sheet.stacked, sheet.number) == (True, 0)
    assert sheet.height(line) > beside
    columns = dict(sheet.columns(sheet.texts(screen.list.view.viewport().rect(), line)))
    assert len({column.left() for column in columns.values()}) == 1


# ---- going to a place ----


def test_a_number_is_gone_to(screen: MinutesScreen) -> None:
    screen.list.view.setFocus()
    QTest.keyClicks(screen.list.view, "1")
    QTest.keyClicks(screen.list._line, "2")
    assert len(rows(screen)) == screen.list.model.total
    QTest.keyClick(screen.list._line, Qt.Key.Key_Return)
    assert screen.list.current is not None
    assert screen.list.current.number == 12
    assert screen.list._line.text() == ""
    assert screen.list.view.hasFocus()


def test_words_are_found_in_any_language_whatever_their_accents(screen: MinutesScreen, book: MinuteBook) -> None:
    line = rows(screen)[20]
    book.write(line.key, line.paragraph.text.with_text(Language.FR, "Une œuvre à l’Élysée, puis l'elysee."))
    screen.list.view.setFocus()
    QTest.keyClick(screen.list.view, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(screen.list.finder.line, "elysee")
    assert screen.list.current == rows(screen)[20]
    assert screen.list.finder._count.text() == "1 of 2"
    assert box(screen, Language.FR).textCursor().selectedText() == "Élysée"
    QTest.keyClick(screen.list.finder.line, Qt.Key.Key_F3)
    assert box(screen, Language.FR).textCursor().selectedText() == "elysee"
    QTest.keyClick(screen.list.finder.line, Qt.Key.Key_Escape)
    assert not screen.list.view.found


def test_the_line_of_what_is_found_is_brought_into_sight(screen: MinutesScreen, book: MinuteBook) -> None:
    """The row was, as high as it was before it held the editor; words at its end stood below the window."""
    last = rows(screen)[-2]
    book.write(last.key, last.paragraph.text.with_text(Language.FR, "Tout en bas. " * 40 + "Quagmire."))
    screen.list.finder.begin()
    QTest.keyClicks(screen.list.finder.line, "quagmire")
    QTest.qWait(20)
    text = box(screen, Language.FR)
    assert text.textCursor().selectedText() == "Quagmire"
    viewport = screen.list.view.viewport()
    line = text.cursorRect()
    corner = text.viewport().mapTo(viewport, line.topLeft())
    assert viewport.rect().contains(line.translated(corner - line.topLeft()))


def test_words_are_replaced_one_by_one_or_all_at_once(screen: MinutesScreen, book: MinuteBook) -> None:
    line = rows(screen)[20]
    book.write(line.key, line.paragraph.text.with_text(Language.FR, "L’Élysée, puis l’elysee, enfin l’Elysée."))
    finder = screen.list.finder

    def text() -> str:
        return rows(screen)[20].paragraph.text.fr

    screen._replace.trigger()
    QTest.keyClicks(finder.line, "elysee")
    QTest.keyClick(finder.line, Qt.Key.Key_Tab)
    assert finder.by.hasFocus()
    finder.by.insert("Élysée-Palace")
    QTest.keyClick(finder.by, Qt.Key.Key_Return)
    assert text() == "L’Élysée-Palace, puis l’elysee, enfin l’Elysée."
    assert box(screen, Language.FR).textCursor().selectedText() == "elysee", "it goes on behind what it wrote"
    QTest.keyClick(finder.by, Qt.Key.Key_Return)
    assert text() == "L’Élysée-Palace, puis l’Élysée-Palace, enfin l’Elysée."
    finder.line.setText("enfin")
    QTest.keyClick(finder.by, Qt.Key.Key_Return, CONTROL)
    assert text() == "L’Élysée-Palace, puis l’Élysée-Palace, Élysée-Palace l’Elysée."
    assert screen.alerts.notice is not None
    assert "1. Ctrl+Z takes them all back" in screen.alerts.notice.what.said_in(catalog(Language.EN))
    assert left_to_the_register(finder.by), "the keyboard stays in the line, and what was typed there is taken"
    assert finder.by.text() == "Élysée-Palace"
    QTest.keyClicks(finder.by, "s")
    assert not left_to_the_register(finder.by), "a letter typed since is the line's to take back"
    QTest.keyClick(finder.by, Qt.Key.Key_Escape)
    assert finder.isHidden()


def left_to_the_register(line: QLineEdit) -> bool:
    """Whether a line in which the keyboard is leaves Ctrl+Z to the window."""
    line.setFocus()
    pressed = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
    QApplication.sendEvent(line, pressed)
    return not pressed.isAccepted()


def test_a_row_that_leaves_the_filter_as_its_words_are_replaced_gives_way_to_the_next(
    screen: MinutesScreen, book: MinuteBook
) -> None:
    for number, words in ((12, "Élysée first."), (20, "Élysée last.")):
        line = rows(screen)[number]
        book.write(line.key, line.paragraph.text.with_text(Language.FR, words))
    screen.list._line.setText("elysee")
    assert len(rows(screen)) == 2
    finder = screen.list.finder
    screen._replace.trigger()
    finder.line.setText("elysee")
    finder.by.setText("Palais")
    chosen(screen, 1)
    screen.list.step(0)
    QTest.keyClick(finder.by, Qt.Key.Key_Return)
    assert [line.paragraph.text.fr for line in rows(screen)] == ["Élysée last."]
    screen.list.step(0)
    QTest.keyClick(finder.by, Qt.Key.Key_Return)
    screen.list._line.clear()
    assert [rows(screen)[number].paragraph.text.fr for number in (12, 20)] == ["Palais first.", "Palais last."]


def test_a_paragraph_of_one_s_own_goes_up_and_down_and_stays_the_current_one(
    screen: MinutesScreen, book: MinuteBook
) -> None:
    line = rows(screen)[20]
    own = book.add(line.key, registers.said("It was noted."))
    screen.list.select(own.key)
    screen.list.view.setFocus()

    def current() -> tuple[str, int]:
        assert screen.list.current is not None
        return screen.list.current.key, screen.list.current.number

    number = current()[1]
    screen._down.trigger()
    assert current() == (own.key, number + 1)
    screen._up.trigger()
    assert current() == (own.key, number)
    screen.list.select(line.key)
    screen._up.trigger()
    assert screen.alerts.notice is not None
    assert screen.alerts.notice.refused
    assert rows(screen)[20].key == line.key


# ---- what is typed ----


def test_what_is_typed_is_kept_within_two_seconds_and_cursor_and_undo_stay(
    qtbot: QtBot, screen: MinutesScreen, store: Store
) -> None:
    line = chosen(screen, 5)
    before = line.paragraph.text.en
    QTest.keyClicks(box(screen), "Well")
    place = box(screen).textCursor().position()
    qtbot.waitUntil(lambda: stored(store, line.key) == f"Well{before}", timeout=2000)
    assert box(screen).textCursor().position() == place
    assert rows(screen)[5].paragraph.written
    QTest.keyClicks(box(screen), "!")
    assert box(screen).text() == f"Well!{before}"
    box(screen).undo()
    box(screen).undo()
    assert box(screen).text() == before


def test_a_composition_that_goes_on_is_not_ended_by_saving(screen: MinutesScreen, store: Store) -> None:
    line = chosen(screen, 5)
    QTest.keyClicks(box(screen), "A")
    QApplication.sendEvent(box(screen), QInputMethodEvent("´", []))
    screen.pane.form.flush()
    assert stored(store, line.key) == f"A{line.paragraph.text.en}"
    assert box(screen).textCursor().block().layout().preeditAreaText() == "´"


def test_one_save_is_one_row_and_reads_nothing_else(
    screen: MinutesScreen, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = chosen(screen, 5)
    changed: list[tuple[int, int]] = []
    screen.list.model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    others = {one.key: one for one in rows(screen) if one.key != line.key}
    with registers.statements(store) as said:
        QTest.keyClicks(box(screen), "x")
        screen.pane.form.flush()
    assert changed == [(5, 5)]
    assert all(one is others[one.key] for one in rows(screen) if one.key != line.key)
    read = [one for one in said if "FROM intervention" in one]
    assert len(read) == 1, "how the statement of this paragraph may be told, and nothing of the others"
    assert 'WHERE intervention."key" IN (?)' in read[0]
    assert stored(store, line.key) == f"x{line.paragraph.text.en}"


def test_an_emptied_paragraph_stays_until_it_is_left_and_can_be_put_back(
    qtbot: QtBot, screen: MinutesScreen, store: Store, book: MinuteBook
) -> None:
    line, total = chosen(screen, 5), len(rows(screen))
    for language in Language:
        box(screen, language).clear()
    screen.pane.form.flush()
    assert stored(store, line.key) == ""
    assert len(rows(screen)) == total
    assert screen.list.current == rows(screen)[5]
    assert box(screen).hasFocus()
    QTest.keyClick(box(screen), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(rows(screen)) == total - 1)
    assert [one.key for one in book.removed(line.paragraph.minutes)] == [line.key]
    screen.pane.put_back.emit(line.key)
    assert rows(screen)[5].key == line.key


def test_an_emptied_paragraph_of_one_s_own_goes_when_it_is_left_and_not_when_it_is_filled_again(
    qtbot: QtBot, screen: MinutesScreen, store: Store, book: MinuteBook
) -> None:
    own = book.add(rows(screen)[5].key, rows(screen)[5].paragraph.text.__class__("A break followed."))
    screen.list.select(own.key)
    screen.pane.form.text.go(Language.EN)
    box(screen).clear()
    screen.pane.form.flush()
    QTest.keyClicks(box(screen), "After all.")
    screen.pane.form.flush()
    QTest.keyClick(box(screen), Qt.Key.Key_Return, CONTROL)
    QTest.qWait(20)
    assert stored(store, own.key) == "After all."
    screen.list.select(own.key)
    box(screen).clear()
    screen.pane.form.flush()
    assert stored(store, own.key) == ""
    screen.hide()
    assert stored(store, own.key) is None


def test_a_paragraph_is_begun_in_its_place_and_goes_where_it_gets_no_word(
    qtbot: QtBot, screen: MinutesScreen, store: Store
) -> None:
    chosen(screen, 5)
    total = len(rows(screen))
    screen._add.trigger()
    assert [line.key for line in rows(screen)].index("new") == 6
    assert box(screen).hasFocus()
    QTest.keyClicks(box(screen), "A brea")
    screen.pane.form.flush()
    QTest.keyClicks(box(screen), "k followed.")
    screen.pane.form.flush()
    assert [line.paragraph.text.en for line in rows(screen)][6] == "A break followed."
    assert screen.list.current == rows(screen)[6]
    assert box(screen).textCursor().position() == len("A break followed.")
    screen._add.trigger()
    screen.list.select(rows(screen)[2].key)
    qtbot.waitUntil(lambda: len(rows(screen)) == total + 1)
    assert "new" not in [line.key for line in rows(screen)]
    assert screen.list.current == rows(screen)[2]


# ---- facts ----


def test_a_new_fact_touches_only_its_paragraph_and_is_offered_where_a_person_wrote(
    qtbot: QtBot, screen: MinutesScreen, store: Store, book: MinuteBook
) -> None:
    first, second = rows(screen)[6], rows(screen)[7]
    book.write(second.key, second.paragraph.text.with_text(Language.EN, "Written by a person."))
    screen._draft.trigger()  # what was translated is a person's text from here on
    said = {line.paragraph.slot: line for line in rows(screen)}
    with store.write("a new fact") as session:
        for key in (first.paragraph.slot, second.paragraph.slot):
            heard = INTERVENTIONS.get(session, key.partition(":")[2])
            INTERVENTIONS.save(session, replace(heard, note="supported the report"))
    with store.read() as session:
        last = head(session)
    assert last is not None
    book.write(first.key, first.paragraph.drafted)  # without its translations: nobody's text but the facts'
    qtbot.waitUntil(lambda: any(line.gaps for line in rows(screen)))  # what is to be looked at was told
    changed: list[tuple[int, int]] = []
    screen.list.model.dataChanged.connect(lambda one, other: changed.append((one.row(), other.row())))
    screen._draft.trigger()
    with store.read() as session:
        entries = [one.sequence for one in ENTRIES.all(session) if one.verb == "draft the minutes"]
        lines = LINES.all(session, sequence=entries[-1])
    assert {one.row for one in lines} == {first.key}
    assert {one.field for one in lines} <= {
        f"{field}_{one}" for field in ("text", "drafted") for one in ("en", "reviewed", "basis_fr", "basis_es")
    } | {"text_fr", "text_es"}
    qtbot.waitUntil(lambda: rows(screen)[7].offered)
    assert set(changed) <= {(6, 6), (7, 7)}
    assert len(said) == len(rows(screen))


# ---- comments ----


def test_comments_are_said_answered_settled_and_gone_to(screen: MinutesScreen, book: MinuteBook) -> None:
    line = chosen(screen, 8)
    assert not screen._next.isEnabled()
    screen._comment.trigger()
    assert screen.margin.form.side.value() is Side.COORDINATOR
    QTest.keyClicks(screen.margin.form.text._editor, "Who said this?")
    screen.margin.card.verb.click()
    assert rows(screen)[8].comments == 1
    assert screen.bar.comments.text() == "1 open comment"
    screen.list.select(rows(screen)[0].key)
    screen._next.trigger()
    assert screen.list.current == rows(screen)[8]
    (thread,) = book.comments.of(line.paragraph.minutes)
    screen._comment.trigger()
    QTest.keyClicks(screen.margin.form.text._editor, "Ready on Friday.")
    screen.margin.form.whole.load(True, over=True)
    screen.margin.card.verb.click()
    assert [one.paragraph for one in book.comments.of(line.paragraph.minutes)] == [line.key, None]
    assert rows(screen)[8].comments == 1
    assert screen.bar.comments.text() == "2 open comments"
    undo.undo(screen._desk.store)
    book.comments.answer(thread.key, Side.RAPPORTEUR, "The host.")
    said = [row.said for row, _ in screen.margin.rows._rows]
    assert said == ["Who said this?", "The host."]
    settle = next(offer for row, _ in screen.margin.rows._rows for offer in row.offers if offer.label == "Settle")
    settle.act()
    assert rows(screen)[8].comments == 0
    assert not screen.bar.comments.isVisibleTo(screen)


# ---- revisions ----


def test_revisions_are_listed_compared_and_restored(qtbot: QtBot, screen: MinutesScreen, store: Store) -> None:
    line = chosen(screen, 8)
    before = line.paragraph.text.en
    QTest.keyClicks(box(screen), "Nobody ")
    screen.pane.form.flush()
    screen._revisions.trigger()
    history = screen.history
    qtbot.waitUntil(lambda: bool(history.list.model.rows))
    history.list.select_first()
    change = history.list.current
    assert change is not None
    assert (change.number, change.before.en, change.after.en) == (9, before, f"Nobody {before}")
    assert "<u" in history.pane._texts[Language.EN].text()
    assert not history.pane._texts[Language.FR].isVisibleTo(history)
    (first, _second) = [row for row, _ in history.pane.verbs._rows]
    first.offers[0].act()
    assert stored(store, line.key) == before
    assert history.list.model.rows[0].after.en == before
    QTest.keyClick(history.list.view, Qt.Key.Key_Escape)
    assert screen.list.isVisible()
    assert box(screen).text() == before


def test_two_versions_are_compared_for_the_whole(qtbot: QtBot, screen: MinutesScreen, book: MinuteBook) -> None:
    first, second = rows(screen)[3].paragraph, rows(screen)[4].paragraph
    sent = registers.OPENS + datetime.timedelta(days=3)
    book.circulate(first.minutes, Circulation(sent, sent))
    book.write(first.key, first.text.with_text(Language.EN, f"{first.text.en} So it was."))
    book.remove(second.key)
    screen._revisions.trigger()
    history = screen.history
    circulated = history.before.values[1]
    assert circulated is not None
    history.before.load(circulated, over=True)
    history.before.edited.emit()
    qtbot.waitUntil(lambda: len(history.list.model.rows) == 2)
    changed, removed = history.list.model.rows
    assert (changed.difference, removed.difference) == (Difference.CHANGED, Difference.REMOVED)
    assert [history.list.model.columns[1].display(one, screen.words) for one in (changed, removed)] == [
        "Changed", "Removed",
    ]  # fmt: skip
    history.list.select(removed.key)
    (before,) = [row for row, _ in history.pane.verbs._rows]
    before.offers[0].act()
    assert second.key in [one.key for one in book.paragraphs(first.minutes)]
    assert [one.key for one in history.list.model.rows] == [first.key]


def test_beside_approved_minutes_nothing_can_be_said_or_restored(
    qtbot: QtBot, screen: MinutesScreen, book: MinuteBook, store: Store
) -> None:
    line = rows(screen)[3]
    book.comments.say(line.paragraph.minutes, line.key, Side.RAPPORTEUR, "Who?")
    with store.write("approved", Subject.MINUTES) as session:
        minutes = MINUTES.get(session, line.paragraph.minutes)
        MINUTES.save(session, replace(minutes, state=MinutesState.APPROVED, approved_on=registers.OPENS))
    screen.list.select(line.key)
    assert not screen._comment.isEnabled()
    assert [row.offers for row, _ in screen.margin.rows._rows] == [()]
    assert all(box(screen, one).isReadOnly() for one in Language)
    screen._revisions.trigger()
    qtbot.waitUntil(lambda: bool(screen.history.list.model.rows))
    assert not screen.history.pane.verbs._rows


def test_what_is_misspelled_is_marked_in_the_row(qtbot: QtBot, screen: MinutesScreen, shell: Shell) -> None:
    marks = SpellingMarks(Secretariat(screen._desk.store).spelling, shell, screen)
    chosen(screen, 3)
    QTest.keyClicks(box(screen), "Misteak ")
    marks.check(box(screen))
    qtbot.waitUntil(lambda: marks.check(box(screen)).number == 1, timeout=10_000)
    marks.close()


def test_the_keyboard_reaches_the_phrase_book_and_comes_back(screen: MinutesScreen) -> None:
    chosen(screen, 3)
    screen._phrases.trigger()
    assert screen.sides.currentIndex() == 1
    phrases = screen.sides.phrases
    phrase = phrases.list.model.values[0]
    assert (phrases.list.current, phrases.whole.text(), phrases.whole.isVisible()) == (phrase, phrase.text.en, True)
    phrases.chosen.emit(phrase)
    assert screen.sides.currentIndex() == 0
    assert box(screen).hasFocus()
    assert phrase.text.en.split("{")[0] in box(screen).text()


def test_whoever_looks_for_words_in_the_phrase_book_of_the_minutes_finds_first_what_tells_what_happened(
    screen: MinutesScreen, qtbot: QtBot
) -> None:
    chosen(screen, 3)
    screen._phrases.trigger()
    shown = screen.sides.phrases.list
    for letter in "adop":
        keys = QApplication.focusWidget()
        assert keys is not None
        QTest.keyClicks(keys, letter)
    qtbot.waitUntil(
        lambda: "Several representatives supported the proposal." not in [one.key for one in shown.model.rows]
    )
    found = [one.text.en for one in shown.model.rows]
    assert shown.current is shown.model.rows[0]
    assert found.index("The agenda was adopted as proposed.") < found.index(
        "The meeting will be invited to adopt its agenda."
    )
    assert shown.current.tells


def test_the_page_is_painted_in_the_language_of_the_window(screen: MinutesScreen, language: CurrentLanguage) -> None:
    before = screen.list.view.grab().toImage()
    language.switch(Language.FR)
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()
    assert screen.list.view.grab().toImage() != before
    assert screen.list.view.indexAt(QPoint(5, 5)).isValid()


def test_nothing_is_read_behind_a_page_that_is_closed(
    qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts
) -> None:
    page = MinutesScreen(Secretariat(store), language, alerts)
    qtbot.addWidget(page)
    page.show_as_of(registers.OPENS)
    show(page)
    page.close()
    with registers.statements(store) as said:
        QTest.qWait(REST + SOON + 100)
    assert not said


def unnamed(screen: MinutesScreen, store: Store) -> tuple[int, str]:
    """Have a paragraph told without its speaker: its row, and the name that it must not tell."""
    desk = Secretariat(store, Hand(NOW))
    row, heard = next(
        (number, one.paragraph.tells[0]) for number, one in enumerate(rows(screen)) if len(one.paragraph.tells) == 1
    )
    desk.sittings.attribute(heard, Attribution.UNATTRIBUTED)
    with store.read() as session:
        state = INTERVENTIONS.get(session, heard).state or ""
    name = desk.states.on(registers.OPENS)[state].short.en
    return row, name


def test_a_name_that_is_not_to_be_told_is_refused_under_the_text_and_what_was_typed_stays_there(
    screen: MinutesScreen, store: Store
) -> None:
    row, name = unnamed(screen, store)
    line = chosen(screen, row)
    before = stored(store, line.key)
    QTest.keyClick(box(screen), Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(box(screen), f" So {name} said.")
    screen.pane.form.flush()
    assert stored(store, line.key) == before
    assert box(screen).toPlainText().endswith(f"So {name} said.")
    assert screen.pane.form.refuses("text")
    for _sign in f" {name} said.":
        QTest.keyClick(box(screen), Qt.Key.Key_Backspace)
    screen.pane.form.flush()
    assert stored(store, line.key) == f"{before} So"


def test_a_text_that_was_refused_is_not_left_by_keys_and_stands_there_again_after_another_row_was_chosen(
    screen: MinutesScreen, store: Store
) -> None:
    """Ctrl+Enter went on, and the whole text was gone, with it the way to take the name out."""
    row, name = unnamed(screen, store)
    line = chosen(screen, row)
    before = stored(store, line.key)
    QTest.keyClick(box(screen), Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(box(screen), f" So {name} said.")
    QTest.keyClick(box(screen), Qt.Key.Key_Return, CONTROL)
    assert screen.list.current is not None
    assert (screen.list.current.key, screen.pane.form.refuses("text")) == (line.key, True)
    assert box(screen).toPlainText() == f"{before} So {name} said."
    chosen(screen, row + 1)
    assert name not in box(screen).toPlainText()
    notice = screen.alerts.notice
    assert notice is not None
    assert notice.what.said_in(screen.words) == STANDS_AGAIN
    chosen(screen, row)
    assert (box(screen).toPlainText(), screen.pane.form.refuses("text")) == (f"{before} So {name} said.", True)
    screen.refresh()
    typed = (box(screen).toPlainText(), screen.pane.form.refuses("text"))
    assert typed == (f"{before} So {name} said.", True), "what is stored came again, and took its place"
    assert stored(store, line.key) == before
    QTest.keyClick(box(screen), Qt.Key.Key_End, CONTROL)
    for _sign in f" {name} said.":
        QTest.keyClick(box(screen), Qt.Key.Key_Backspace)
    QTest.keyClick(box(screen), Qt.Key.Key_Return, CONTROL)
    assert stored(store, line.key) == f"{before} So"
    assert screen.list.current == rows(screen)[row + 1]
    chosen(screen, row)
    assert (box(screen).toPlainText(), screen.pane.form.refuses("text")) == (f"{before} So", False)


def test_revisions_name_circulation_and_another_attribution_as_they_name_the_other_acts(
    store: Store, book: MinuteBook
) -> None:
    desk, words = Secretariat(store, Hand(NOW)), catalog(Language.EN)
    with store.read() as session:
        (minutes,) = MINUTES.all(session)
    own = next(one for one in book.paragraphs(minutes.key) if len(one.tells) == 1)
    heard = next(one for one in desk.sittings.interventions(minutes.meeting) if one.key == own.tells[0])
    book.write(own.key, own.drafted)
    desk.sittings.note(replace(heard, note="supported the report"))
    book.circulate(minutes.key, Circulation(datetime.date(2026, 11, 28), datetime.date(2026, 12, 12)))
    desk.sittings.attribute(heard.key, Attribution.UNATTRIBUTED)
    acts = [act_said(one, words) for one in book.revisions.of_paragraph(own.key)]
    assert acts[:2] == ["Attribution changed", "Brought up to date at circulation"]


def test_what_was_typed_in_a_paragraph_that_was_removed_elsewhere_brings_it_back_and_says_so(
    screen: MinutesScreen, book: MinuteBook, store: Store
) -> None:
    """The paragraph stood again without a word, and another one was the current one."""
    line = chosen(screen, 3)
    QTest.keyClicks(box(screen), "x ")
    book.remove(line.key)
    QTest.qWait(50)
    assert screen.alerts.notice is not None
    assert screen.alerts.notice.what.said_in(catalog(Language.EN)) == (
        f"Paragraph {line.number} was removed elsewhere while you wrote in it: with what you typed it stands again."
        " Ctrl+Z removes it."
    )
    assert screen.list.current is not None
    assert screen.list.current.key == line.key, "and is the current one still"
    assert box(screen).hasFocus()
    undo.undo(store)
    assert not stored(store, line.key)


def test_what_was_typed_in_a_paragraph_of_ones_own_that_was_removed_elsewhere_can_be_copied(
    screen: MinutesScreen, book: MinuteBook, store: Store
) -> None:
    new = book.add(rows(screen)[3].key, Trilingual(en="Mine"))
    QApplication.processEvents()
    screen.list.select(new.key)
    screen.pane.form.text.go(Language.EN)
    QTest.keyClick(box(screen), Qt.Key.Key_End)
    QTest.keyClicks(box(screen), " too")
    book.remove(new.key)
    QTest.qWait(20)
    notice = screen.alerts.notice
    assert notice is not None
    assert "not saved" in notice.what.said_in(catalog(Language.EN))
    (offer,) = notice.offers
    offer.act()
    assert QApplication.clipboard().text() == "Mine too"
    undo.undo(store)
    screen.list.select(new.key)
    QApplication.processEvents()
    assert box(screen).text() == "Mine too", "as it says, it stands there again"
