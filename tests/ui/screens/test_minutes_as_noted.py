"""Passages of minutes that stand as they were noted: marked where they stand, and a key that goes to the next one."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.spelling import Spelling
from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.minutes_noted import NONE_AS_NOTED, NOT_KNOWN
from nmirf_desktop.ui.screens.minutes_rows import Line
from nmirf_desktop.ui.theme import Scheme, Tone, colours, tone_colour
from nmirf_desktop.ui.typedtext import TypedText
from nmirf_desktop.ui.underlines import Underlines
from tests.registers import Hand, desk, fresh, network
from tests.ui.clipping import show, theme

ON = datetime.date(2026, 11, 27)
TEN = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
AFTER = datetime.datetime(2026, 11, 28, 12, tzinfo=datetime.UTC)
NOTES = (
    ("first", "MAR", "supports the text. Database not updated. We have no host", Language.EN),
    ("second", "GHA", "supports the text", Language.EN),
    ("third", "GHA", "base non mise à jour", Language.FR),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A meeting whose second statement alone is put into sentences."""
    with open_register(fresh(tmp_path / "minutes.nmirf"), author="rapporteur") as store:
        hand = Hand(TEN)
        room = desk(store, hand)
        meeting, item, sitting = network(room)
        room.sittings.open(sitting.key)
        for key, state, note, language in NOTES:
            hand.forward(60)
            said = Intervention(key, meeting.key, item.key, hand.at, state, note=note, language=language)
            room.sittings.note(said)
        yield store


@pytest.fixture
def screen(qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts) -> MinutesScreen:
    screen = MinutesScreen(Secretariat(store, Hand(AFTER)), language, alerts)
    store.subscribe(screen.touched)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    show(screen)
    screen._draft.trigger()
    screen._draft_facts()
    return screen


def line(screen: MinutesScreen, slot: str) -> Line:
    return next(one for one in screen.list.model.rows if one.paragraph.slot == f"intervention:{slot}")


def chosen(screen: MinutesScreen, slot: str) -> None:
    assert screen.list.select(line(screen, slot).key)
    screen.list.view.setFocus()


def box(screen: MinutesScreen, language: Language = Language.EN) -> TypedText:
    return screen.pane.form.text.box_of(language)


def marked(screen: MinutesScreen, language: Language = Language.EN) -> list[str]:
    """The words under which there are dots."""
    return [box(screen, language).text()[start:end] for start, end in box(screen, language).dotted]


def standing(screen: MinutesScreen) -> tuple[str, str]:
    """The paragraph in which the keyboard is, and what is selected there."""
    assert screen.list.current is not None
    assert screen.pane.form.text.held
    return screen.list.current.paragraph.slot.partition(":")[2], screen.pane.form.text.box.textCursor().selectedText()


def seen(widget: TypedText) -> QImage:
    """A box as it is painted."""
    return widget.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def dots(image: QImage) -> int:
    """How many pixels have the colour of the dots."""
    wanted = QColor(tone_colour(colours(), Tone.ATTENTION)).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK])
def dressed(request: pytest.FixtureRequest, screen: MinutesScreen) -> Iterator[MinutesScreen]:
    """The screen in the colours of each scheme."""
    theme().use(request.param, 100)
    yield screen
    theme().use(Scheme.LIGHT, 100)


def test_the_words_that_stand_as_noted_are_dotted_where_they_stand_until_one_types_in_them(
    dressed: MinutesScreen,
) -> None:
    """Only the paragraph was marked: which of its sentences was meant had to be found."""
    screen = dressed
    chosen(screen, "first")
    QApplication.processEvents()
    assert marked(screen) == ["Database not updated.", "We have no host."]
    assert [marked(screen, one) for one in (Language.FR, Language.ES)] == [[], []], "they are not of the note"
    assert box(screen).accessibleDescription() == "2 passages read as they were noted"
    both = dots(seen(box(screen)))
    screen.pane.form.text.go(Language.EN)
    screen.pane.form.text.choose(Language.EN, *[box(screen).text().index("updated")] * 2)
    QTest.keyClicks(box(screen), "x")
    assert marked(screen) == ["We have no host."], "at once, before anything is saved"
    assert box(screen).accessibleDescription() == "1 passage reads as it was noted"
    assert 0 < dots(seen(box(screen))) < both


def test_the_mark_goes_with_what_is_typed_before_it(screen: MinutesScreen) -> None:
    chosen(screen, "first")
    screen.pane.form.text.go(Language.EN)
    screen.pane.form.text.choose(Language.EN, 0, 0)
    box(screen).insert("  On the item ")
    assert marked(screen) == ["Database not updated.", "We have no host."]
    screen.list.view.setFocus()
    screen.pane.form.text.flush()
    assert marked(screen) == ["Database not updated.", "We have no host."]


def test_a_misspelled_word_of_a_passage_is_seen_to_be_both(screen: MinutesScreen, store: Store, qtbot: QtBot) -> None:
    room = desk(store, Hand(TEN + datetime.timedelta(hours=1)))
    meeting = room.meetings.list()[0].key
    item = room.agendas.items(meeting)[0].item.key
    room.sittings.note(Intervention("fourth", meeting, item, room.clock.at, "MAR", note="Databse not updated"))
    screen._draft.trigger()
    screen._draft_facts()
    chosen(screen, "fourth")
    speller = Spelling(store).speller(Language.EN)
    assert marked(screen) == ["Databse not updated."]
    before = seen(box(screen))
    lines = Underlines(box(screen), lambda: speller)
    with qtbot.waitSignal(lines.counted):
        lines.look_up()
    assert lines.number == 1
    assert seen(box(screen)) != before, "the wavy line"
    assert dots(seen(box(screen))) == dots(before) > 0


def test_what_was_reviewed_is_marked_no_more(screen: MinutesScreen) -> None:
    chosen(screen, "third")
    assert marked(screen, Language.FR) == ["base non mise à jour."]
    screen.pane.form.text.review(Language.FR)
    assert marked(screen, Language.FR) == []
    assert box(screen, Language.FR).accessibleDescription() == ""
    assert not line(screen, "third").noted_in(Language.FR)


def test_a_key_goes_from_one_passage_to_the_next_and_what_is_typed_stands_in_its_place(screen: MinutesScreen) -> None:
    screen.list.select(screen.list.model.rows[0].key)
    screen.list.view.setFocus()
    stops = []
    for _ in range(4):
        screen._noted.trigger()
        stops.append(standing(screen))
    thanks, database = ("first", "said: We have no host."), ("first", "Database not updated.")
    assert stops == [database, thanks, ("third", "dit\N{NO-BREAK SPACE}: base non mise à jour."), database], (
        "from the last on to the first"
    )
    QTest.keyClicks(box(screen), "The representative said that the database had not been updated.")
    screen._noted.trigger()
    assert standing(screen) == thanks
    assert "database had not been updated. " in line(screen, "first").paragraph.text.en
    QTest.keyClick(box(screen), Qt.Key.Key_Delete)
    screen._noted.trigger()
    assert standing(screen) == ("third", "dit\N{NO-BREAK SPACE}: base non mise à jour.")
    screen._noted.trigger()
    assert standing(screen) == ("third", "dit\N{NO-BREAK SPACE}: base non mise à jour."), "it is the only one"


def test_where_nothing_stands_as_noted_the_key_says_so(screen: MinutesScreen) -> None:
    for slot in ("first", "third"):
        chosen(screen, slot)
        screen._review.trigger()
    screen._noted.trigger()
    assert screen.alerts.notice is not None
    assert screen.alerts.notice.what.said_in(screen.words) == NONE_AS_NOTED
    screen.as_noted.go_on(known=False)
    assert screen.alerts.notice.what.said_in(screen.words) == NOT_KNOWN


def test_what_hangs_on_the_paragraph_quotes_the_first_passage_and_counts_the_others(screen: MinutesScreen) -> None:
    chosen(screen, "first")
    (row,) = (row.said for row, _ in screen.pane.looked_at._rows)
    assert row.endswith("(reads as it was noted: “Database not updated.” and 1 more passage)")
    screen._noted.trigger()
    QTest.keyClicks(box(screen), "It was said.")
    screen.pane.form.text.flush()
    (row,) = (row.said for row, _ in screen.pane.looked_at._rows)
    assert row.endswith("(reads as it was noted: “We have no host.”)")


def test_of_several_none_with_words_as_noted_is_reviewed_unseen(screen: MinutesScreen) -> None:
    """That such words are right is said of their paragraph alone."""
    screen.list.view.setFocus()
    screen.list.view.selectAll()
    screen.writing.review()
    rows = screen.list.model.rows
    noted = {one.number for one in rows if any(gap.as_noted for gap in one.gaps)}
    left = {one.number for one in rows if TextState.REVIEWED not in one.paragraph.text.states().values()}
    assert noted
    assert left == noted
