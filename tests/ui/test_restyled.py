"""Another look and back: whatever a widget measured of its text, it measures anew, and the window is as it was."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFormLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.fact_rows import FactRows
from nmirf_desktop.ui.header import ActionButton
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.office import Office
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from nmirf_desktop.ui.screens.committee_years import COLUMNS
from nmirf_desktop.ui.screens.rules import READ, RulesScreen
from nmirf_desktop.ui.searchline import SearchLine
from nmirf_desktop.ui.shell import Shell, make_shell
from nmirf_desktop.ui.theme import Scheme, dress
from tests import samples
from tests.app.pictures import office_of, places, settle
from tests.ui.sampled import in_sight
from tests.ui.shells import let_go

Sizes = dict[QWidget, tuple[int, ...]]
ABOUT_A_MEETING = ("meetings", "participants", "agenda", "texts", "documents")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample register."""
    return samples.sample(tmp_path_factory, tmp_path_factory.mktemp("restyled") / "sample.nmirf")


@pytest.fixture
def shell(qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    """The window's shell in light colours, with text of the system's size."""
    shell = make_shell(qapp, QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat), InlineJobs())
    shell.memory.keep(replace(shell.memory.now, language=Language.EN, scheme=Scheme.LIGHT, text_percent=100))
    yield shell
    shell.theme.use(Scheme.LIGHT, 100)
    let_go(shell)


@pytest.fixture
def office(qapp: QApplication, shell: Shell, register: Path) -> Iterator[Office]:
    """The whole window."""
    office = office_of(register, shell)
    settle(qapp)
    yield office
    office.close()
    settle(qapp)


def look(qapp: QApplication, shell: Shell, scheme: Scheme, percent: int) -> None:
    shell.memory.keep(replace(shell.memory.now, scheme=scheme, text_percent=percent))
    settle(qapp)


def chosen(office: Office) -> dict[str, str]:
    """What is shown on each screen in every round: one about a meeting would follow that of the screen before."""
    meeting = office.desk.services.meetings.current(today())
    assert meeting is not None
    return dict.fromkeys(ABOUT_A_MEETING, meeting.key) | places(office.desk)


def go(qapp: QApplication, office: Office, name: str) -> None:
    office.window.go(Place(name, chosen(office).get(name, "")))
    settle(qapp)
    for rows in in_sight(office.window):
        if isinstance(rows, FactRows):
            rows.show_waiting()
    settle(qapp)


def sizes(office: Office) -> Sizes:
    """The size of each part of the window in sight, with the bounds that it keeps.

    The parts are held, so that the place in memory of one that goes is not taken for another one.
    """
    return {
        part: (*part.size().toTuple(), *part.minimumSize().toTuple(), *part.maximumSize().toTuple())
        for part in in_sight(office.window)
    }


def settled(qapp: QApplication, office: Office) -> Sizes:
    """The sizes once two looks at them agree: on a busy machine a layout may still be under way at the first."""
    before, now = None, sizes(office)
    for _ in range(20):
        if now == before:
            break
        QTest.qWait(20)
        settle(qapp)
        before, now = now, sizes(office)
    return now


def differing(before: Sizes, after: Sizes) -> list[str]:
    """The parts that are there before and after, in another size."""
    return [
        f"{part}: {size} {after[part]}"
        for part, size in before.items()
        if isValid(part) and after.get(part, size) != size
    ]


@pytest.mark.parametrize(("scheme", "percent"), [(Scheme.DARK, 200), (Scheme.HIGH_CONTRAST, 100)])
def test_after_another_look_and_back_every_screen_is_as_it_was(
    qapp: QApplication, office: Office, shell: Shell, scheme: Scheme, percent: int
) -> None:
    before = {}
    for name in SCREENS:
        go(qapp, office, name)
        before[name] = settled(qapp, office)
    look(qapp, shell, scheme, percent)
    for name in SCREENS:
        go(qapp, office, name)
    look(qapp, shell, Scheme.LIGHT, 100)
    for name in SCREENS:
        go(qapp, office, name)
        assert differing(before[name], settled(qapp, office)) == [], name


@pytest.mark.parametrize("name", ["documents", "agenda"])
def test_the_screen_in_sight_is_as_it_was_too(qapp: QApplication, office: Office, shell: Shell, name: str) -> None:
    go(qapp, office, name)
    before, picture = settled(qapp, office), office.window.grab().toImage()
    look(qapp, shell, Scheme.DARK, 200)
    assert office.window.grab().toImage() != picture
    look(qapp, shell, Scheme.LIGHT, 100)
    assert differing(before, settled(qapp, office)) == []


class Told(QObject):
    """Counts how often a widget is told another style, and notes the pointer's shape meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        self.shapes: set[Qt.CursorShape | None] = set()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.StyleChange:
            pointer = QApplication.overrideCursor()
            self.times += 1
            self.shapes.add(pointer.shape() if pointer is not None else None)
        return False


def test_a_widget_is_restyled_twice_however_deep_it_stands_and_the_pointer_says_so(
    qtbot: QtBot, qapp: QApplication, shell: Shell
) -> None:
    whole = deepest = QWidget()
    qtbot.addWidget(whole)
    for _ in range(20):
        deepest = QWidget(deepest)
    dress(whole)
    whole.show()
    told = Told()
    deepest.installEventFilter(told)
    look(qapp, shell, Scheme.DARK, 100)
    assert told.times == 2, "out of the old look, into the new one"
    assert told.shapes == {Qt.CursorShape.WaitCursor}
    assert QApplication.overrideCursor() is None


def test_the_picture_of_an_action_is_as_high_as_its_text(qapp: QApplication, office: Office, shell: Shell) -> None:
    go(qapp, office, "documents")
    button = next(one for one in office.window.findChildren(ActionButton) if one.isVisible())
    small = button.iconSize()
    look(qapp, shell, Scheme.LIGHT, 200)
    assert button.iconSize().height() > small.height() * 1.5
    look(qapp, shell, Scheme.LIGHT, 100)
    assert button.iconSize() == small


def test_a_wrapped_sentence_takes_no_more_lines_than_it_has_after_it_stood_narrow(qapp: QApplication) -> None:
    """A label's own least height is part of what it answers for a width: once set, it never gets less."""
    holder, label = QWidget(), WrappedLabel()
    label.setText("As the documents print it, in the languages in which the Network works.")
    form = QFormLayout(holder)
    form.addRow(label)
    holder.show()
    heights = []
    for width in (900, 140, 900):
        holder.resize(QSize(width, 400))
        settle(qapp)
        heights.append(label.height())
    assert heights[0] == heights[2] < heights[1]
    holder.close()


@pytest.mark.parametrize("language", list(Language))
def test_a_small_window_says_since_when_and_until_when_a_seat_is_held(
    qapp: QApplication, shell: Shell, office: Office, language: Language
) -> None:
    shell.memory.keep(replace(shell.memory.now, language=language))
    office.window.resize(1024, 700)
    go(qapp, office, "committee")
    screen = office.window.shown
    assert isinstance(screen, CommitteeScreen)
    header, words = screen.list.view.horizontalHeader(), shell.language.words
    shown = {column.title for number, column in enumerate(COLUMNS) if not header.isSectionHidden(number)}
    assert {"State", "Representative", "First day", "Last day"} <= shown
    assert header.length() <= screen.list.view.viewport().width(), "all of them are in sight"
    days = [number for number, column in enumerate(COLUMNS) if column.title in ("First day", "Last day")]
    widest = max(words.short_date(line.first_day) for line in screen.list.model.rows)
    assert all(header.sectionSize(n) >= screen.fontMetrics().horizontalAdvance(widest) for n in days)


@pytest.mark.parametrize(("size", "percent"), [(QSize(1024, 700), 100), (QSize(1440, 900), 200)])
def test_what_a_rule_says_is_read_before_what_stands_beside_it_has_room(
    qapp: QApplication, shell: Shell, office: Office, size: QSize, percent: int
) -> None:
    shell.memory.keep(replace(shell.memory.now, language=Language.ES))
    look(qapp, shell, Scheme.LIGHT, percent)
    office.window.resize(size)
    go(qapp, office, "rules")
    screen = office.window.shown
    assert isinstance(screen, RulesScreen)
    header = screen.list.view.horizontalHeader()
    number, title, answer, points, reason, section = range(6)
    assert header.sectionSize(title) >= screen.fontMetrics().averageCharWidth() * READ
    assert header.sectionSize(title) > header.sectionSize(answer)
    assert not any(header.isSectionHidden(one) for one in (number, title, answer))
    assert all(header.isSectionHidden(one) for one in (points, reason, section))
    assert header.length() <= screen.list.view.viewport().width()


def test_twice_the_size_of_text_has_twice_the_size_of_pictures_beside_it(
    qapp: QApplication, shell: Shell, office: Office
) -> None:
    go(qapp, office, "rules")
    screen = office.window.shown
    assert isinstance(screen, RulesScreen)
    chip, line, box = screen.filter.button(FindingState.KEPT), screen.findChild(SearchLine), office.window._top._box
    assert line is not None

    def sides() -> tuple[int, ...]:
        asked = chip.iconSize()
        return chip.icon().actualSize(asked).height(), line.glass, line.textMargins().left(), box.iconSize().height()

    before = sides()
    look(qapp, shell, Scheme.LIGHT, 200)
    assert all(large > small * 1.6 for large, small in zip(sides()[:2], before[:2], strict=True))
    assert sides()[2] > line.glass
    assert sides()[3] > before[3] * 1.6
    look(qapp, shell, Scheme.LIGHT, 100)
    assert sides() == before


def test_no_sentence_of_the_committee_is_cut_at_twice_the_size_of_text(
    qapp: QApplication, shell: Shell, office: Office
) -> None:
    shell.memory.keep(replace(shell.memory.now, language=Language.ES))
    look(qapp, shell, Scheme.LIGHT, 200)
    office.window.resize(1440, 900)
    go(qapp, office, "committee")
    screen = office.window.shown
    assert isinstance(screen, CommitteeScreen)
    assert [page.horizontalScrollBar().maximum() for page in screen.findChildren(Page)] == [0, 0]


def test_no_screen_runs_out_of_a_small_window_at_twice_the_size_of_text(
    qapp: QApplication, shell: Shell, office: Office
) -> None:
    look(qapp, shell, Scheme.LIGHT, 200)
    office.window.resize(1024, 700)
    over: dict[str, int] = {}
    for language in Language:
        shell.memory.keep(replace(shell.memory.now, language=language))
        for name in SCREENS:
            go(qapp, office, name)
            if beyond := office.window._stage.horizontalScrollBar().maximum():
                over[f"{name} {language}"] = beyond
    assert not over, "pixels that are reached sideways only"
