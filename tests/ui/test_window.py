"""The window: it paints first and reads after, goes back and forth, speaks three languages at once, answers keys."""

import datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QStyle, QVBoxLayout
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.paths import bundled
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Sentence
from nmirf_desktop.ui.asof import AsOfBox
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.entries import Badge, ScreenEntry
from nmirf_desktop.ui.fields import TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.hits import Hit, HitGroup
from nmirf_desktop.ui.keys_in_force import use_keys
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.menus import Verbs
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import Scheme, Tone
from nmirf_desktop.ui.window import MainWindow
from tests.ui.test_rows import COLUMNS

STATES = parse_states((bundled("resources") / "states.csv").read_text(encoding="utf-8"))


class StatesScreen(Screen):
    """The 193 States in a list."""

    title = N_("Settings")
    icon = "users"
    subjects = frozenset({Subject.STATES})
    further_keys = ("F3",)

    def __init__(self, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self.read: list[datetime.date] = []
        self.pressed = 0
        self.table = RowTable(COLUMNS, lambda state: state.iso3, language)
        QVBoxLayout(self).addWidget(self.table)
        self._actions = [Action(N_("Explore a sample"), self._press, Look("plus", "Ctrl+J", primary=True), self)]
        self.retranslate()

    def _press(self) -> None:
        self.pressed += 1

    def actions(self) -> list[Action]:  # type: ignore[override]
        return getattr(self, "_actions", [])

    def refresh(self) -> None:
        self.read.append(self.on)
        self.table.show_rows(STATES)
        self.table.select_first()

    def go_to(self, key: str) -> None:
        self.table.select(key)

    def current_key(self) -> str:
        return self.table.current.iso3 if self.table.current else ""


class Built:
    """Which screens were made, in order."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.screens: dict[str, StatesScreen] = {}

    def entry(self, name: str, title: str, picture: str) -> ScreenEntry:
        def make() -> Screen:
            self.screens[name] = StatesScreen(self.shell.language, self.shell.alerts)
            return self.screens[name]

        return ScreenEntry(name, title, picture, make, foot=name == "foot")


class Done:
    """What the application was asked to do."""

    def __init__(self) -> None:
        self.verbs: list[str] = []

    def act(self, name: str) -> "Act":
        return Act(self, name)


class Act:
    """One verb that notes itself."""

    def __init__(self, done: Done, name: str) -> None:
        self.done, self.name = done, name

    def __call__(self, *values: object) -> None:
        self.done.verbs.append(" ".join([self.name, *map(str, values)]))


def active(window: MainWindow) -> bool:
    """Ask for the keyboard until the platform gives it."""
    window.activateWindow()
    return window.isActiveWindow()


@pytest.fixture
def built(shell: Shell) -> Built:
    return Built(shell)


@pytest.fixture
def done() -> Done:
    return Done()


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, built: Built, done: Done) -> MainWindow:
    entries = [
        built.entry("one", N_("Settings"), "users"),
        built.entry("two", N_("Language"), "scale"),
        built.entry("foot", N_("Help"), "settings"),
    ]
    verbs = Verbs(
        undo=done.act("undo"), redo=done.act("redo"), help=done.act("help"), preview=done.act("preview"),
        open_recent=done.act("recent"),
        search=lambda text: [HitGroup("Records", (Hit(f"found {text}", done.act(f"go {text}")),))],
    )  # fmt: skip
    window = MainWindow(entries, shell, verbs)
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    assert built.screens == {}
    qtbot.waitUntil(lambda: window.shown is not None)
    qtbot.waitUntil(lambda: active(window))
    return window


def test_a_sentence_names_a_screen_s_own_keys_as_they_are_and_those_of_the_session_as_they_hold(
    window: MainWindow, shell: Shell, built: Built
) -> None:
    """F3 goes on in the pages of documents whatever gives the floor in the session."""
    use_keys({"session.floor": ("F3", "F12"), "session.show": ("Ctrl+J", "F4"), "session.vote": ("F8", "F9")})
    try:
        assert window.shown is built.screens["one"]
        shell.alerts.say("Ctrl+J adds, F3 goes on, F8 opens the vote.")
        (banner,) = window.findChildren(Banner)
        assert banner.accessibleName() == "Ctrl+J adds, F3 goes on, F9 opens the vote."
    finally:
        use_keys({})


def test_only_the_first_screen_is_made_at_the_start(window: MainWindow, built: Built) -> None:
    assert list(built.screens) == ["one"]
    assert len(built.screens["one"].read) == 1


def test_a_commit_is_read_by_who_listens_and_sees(window: MainWindow, shell: Shell, built: Built) -> None:
    window.go(Place("two"))
    shell.feed.announce(frozenset({Subject.STATES}))
    shell.feed.announce(frozenset({Subject.VOTES}))
    assert [len(screen.read) for screen in built.screens.values()] == [1, 2]
    window.go(Place("one"))
    assert len(built.screens["one"].read) == 2
    assert window.status._saved.text().startswith("Saved ")


def test_the_date_shown_reaches_every_screen(window: MainWindow, built: Built) -> None:
    day = datetime.date(2025, 5, 9)
    window.show_as_of(day)
    assert built.screens["one"].read[-1] == day
    window.go(Place("two"))
    assert built.screens["two"].on == day
    assert "9 May 2025" in window.status._date.text()
    assert window._band.isVisible()
    assert "9 May 2025" in window._band._said.text()
    window._band.back.click()
    assert built.screens["two"].on != day
    assert not window._band.isVisible()


def test_the_day_that_is_looked_at_is_chosen_by_keys(window: MainWindow, built: Built, qtbot: QtBot) -> None:
    def opened() -> AsOfBox:
        window.status._date.click()
        box = window.status.findChildren(AsOfBox)[-1]
        qtbot.waitUntil(box.field.editors[0].hasFocus)
        return box

    box = opened()
    line = box.field.editors[0]
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "1 June 2025")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert built.screens["one"].on == datetime.date(2025, 6, 1)
    box = opened()
    QTest.keyClick(box.field.editors[0], Qt.Key.Key_Tab)
    assert box.back.hasFocus()
    QTest.keyClick(box.back, Qt.Key.Key_Return)
    assert built.screens["one"]._as_of is None


def test_the_longest_day_is_seen_whole_where_it_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    window._top.language_asked.emit(Language.ES)
    window.show_as_of(datetime.date(2027, 9, 27))
    window.status._date.click()
    box = window.status.findChildren(AsOfBox)[-1]
    line = box.field.editors[0]
    qtbot.waitUntil(line.hasFocus)
    assert isinstance(line, QLineEdit)
    assert line.text() == "27 de septiembre de 2027"
    frame = 2 * line.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth)
    assert line.width() >= line.fontMetrics().horizontalAdvance(line.text()) + frame + 8


def test_a_day_that_is_none_is_said_where_it_was_typed(window: MainWindow, built: Built, qtbot: QtBot) -> None:
    window.status._date.click()
    box = window.status.findChildren(AsOfBox)[-1]
    line = box.field.editors[0]
    qtbot.waitUntil(line.hasFocus)
    assert isinstance(line, QLineEdit)
    for typed, said in (("31/02/2027", "“31/02/2027” is not a date."), ("yesterday", "“yesterday”"), ("", "Give the")):
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, typed)
        assert not box.wrong.isVisible(), "it is not said of the next date"
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert box.isVisible(), typed
        assert box.wrong.isVisible()
        assert said in box.wrong.text()
        assert line.property("wrong") == "true"
        assert box.geometry().bottom() <= window.status._date.mapToGlobal(QPoint(0, 0)).y()
    QTest.keyClicks(line, "1 June 2025")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert built.screens["one"].on == datetime.date(2025, 6, 1)


def test_a_button_whose_words_grow_folds_what_has_no_room(window: MainWindow, built: Built, qtbot: QtBot) -> None:
    (action,) = built.screens["one"].actions()
    header = window._header
    title = header._title
    for words in ("A short word", "A word for what is done here that is much longer " * 3):
        action.setText(words)
        qtbot.waitUntil(lambda: not header._again.isActive())
        qtbot.wait(10)
        assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())
    assert header._menu.actions() == [action]


def test_one_goes_back_to_the_very_row(window: MainWindow, built: Built, qtbot: QtBot) -> None:
    built.screens["one"].table.select("PER")
    window.go(Place("two", "FRA"))
    built.screens["one"].table.select("CHL")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.shown is built.screens["one"]
    assert built.screens["one"].current_key() == "PER"
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert built.screens["two"].current_key() == "FRA"


def test_escape_goes_back_only_from_what_was_opened_there(window: MainWindow, built: Built) -> None:
    window.go(Place("two", "FRA"))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.shown is built.screens["two"], "one went there by oneself"
    built.screens["two"].asked.emit(Place("one", "PER"))
    assert window.shown is built.screens["one"]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.shown is built.screens["two"]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.shown is built.screens["two"], "not further than where one came from"


def test_escape_gives_today_back(window: MainWindow, built: Built, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    box = window.status.findChildren(AsOfBox)[-1]
    qtbot.waitUntil(box.field.editors[0].hasFocus)
    line = box.field.editors[0]
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "1 June 2025")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert built.screens["one"].on == datetime.date(2025, 6, 1)
    assert window._menus.today.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert built.screens["one"]._as_of is None
    assert not window._menus.today.isEnabled()


def test_escape_takes_a_warning_away_before_it_goes_back(window: MainWindow, shell: Shell, built: Built) -> None:
    built.screens["one"].asked.emit(Place("two", "FRA"))
    shell.alerts.show(Notice(Sentence("“{file}” is not a PDF.", {"file": "letter.docx"}), Tone.ATTENTION))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert shell.alerts.notice is None
    assert window.shown is built.screens["two"]
    shell.alerts.show(Notice(Sentence("“{file}” is not a PDF.", {"file": "letter.docx"}), Tone.GOOD))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.shown is built.screens["one"]


def test_a_list_of_screens_that_tab_reaches_does_not_change_the_screen(window: MainWindow, built: Built) -> None:
    foot = window._navigation._foot
    foot.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert foot.hasFocus()
    assert window.shown is built.screens["one"]
    QTest.keyClick(foot, Qt.Key.Key_Return)
    assert window.shown is built.screens["foot"]


def test_the_language_is_switched_live_everywhere(window: MainWindow, shell: Shell, built: Built, qtbot: QtBot) -> None:
    window._top.language_asked.emit(Language.FR)
    QApplication.processEvents()
    assert shell.memory.now.language is Language.FR
    assert window._header._title.text() == "Paramètres"
    assert window._navigation._items["two"].text() == "Langue"
    assert built.screens["one"].actions()[0].text() == "Explorer un exemple"
    assert window._header._buttons[0].text() == "Explorer un exemple"
    assert window._menus.menu.actions()[0].text() == "Fichier"
    assert built.screens["one"].table.model.rows[0].iso3 == "AFG"


@pytest.mark.parametrize(
    ("keys", "verb"), [("Ctrl+Z", "undo"), ("Ctrl+Y", "redo"), ("Ctrl+P", "preview"), ("F1", "help index")]
)
def test_the_keys_of_the_window(window: MainWindow, done: Done, keys: str, verb: str) -> None:
    window.show_undo(Sentence(N_("Help"), {}), Sentence(N_("Language"), {}))
    QTest.keySequence(window, QKeySequence(keys))
    assert done.verbs == [verb]


def test_undo_names_what_it_undoes_and_is_grey_where_there_is_nothing(window: MainWindow) -> None:
    assert not window._menus.undo.isEnabled()
    window.show_undo(Sentence(N_("Help"), {}), None)
    assert window._menus.undo.text() == "Undo: Help"
    assert not window._menus.redo.isEnabled()


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"])
def test_where_nothing_is_left_the_keys_ask_all_the_same_once(window: MainWindow, done: Done, keys: str) -> None:
    window.show_undo(None, None)
    QTest.keySequence(window, QKeySequence(keys))
    assert done.verbs == ["undo" if keys == "Ctrl+Z" else "redo"], "which say that there is nothing"


def test_a_screens_action_answers_its_key_only_while_it_is_shown(
    window: MainWindow, built: Built, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    window.go(Place("two"))
    QTest.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert [screen.pressed for screen in built.screens.values()] == [1, 1]
    key = QKeySequence("Ctrl+J").toString(QKeySequence.SequenceFormat.NativeText)
    assert window._header._buttons[0].toolTip() == f"Explore a sample ({key})"


def test_ctrl_k_finds_screens_actions_and_records(window: MainWindow, done: Done, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window._palette.findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    assert window._palette.isVisible()
    assert "Explore a sample" in [hit.title for hit in window._palette.hits()]
    QTest.keyClicks(box, "lang")
    tongues = ["English", "Français", "Español"]
    of_screen_and_settings = ["Language", "Language"]
    assert [hit.title for hit in window._palette.hits()] == [*of_screen_and_settings, *tongues]
    expected = [*of_screen_and_settings, "found lang", *tongues]
    qtbot.waitUntil(lambda: [hit.title for hit in window._palette.hits()] == expected)
    for _ in of_screen_and_settings:
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert done.verbs == ["go lang"]
    assert not window._palette.isVisible()


def test_enter_in_the_box_goes_to_a_screen_and_escape_closes(window: MainWindow, built: Built, qtbot: QtBot) -> None:
    window._palette.open()
    box = window._palette.findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    QTest.keyClicks(box, "language")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.shown is built.screens["two"]
    window._palette.open()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not window._palette.isVisible()
    assert window.shown is built.screens["two"]


def test_a_message_is_gone_when_one_goes_elsewhere(window: MainWindow, shell: Shell) -> None:
    shell.alerts.refuse(Refusal(N_("Choose columns")))
    assert window._banner.isVisible()
    window.go(Place("two"))
    assert not window._banner.isVisible()


def test_a_badge_says_in_words_what_it_counts(window: MainWindow) -> None:
    window.set_badge("two", Badge(2, Tone.ATTENTION, Sentence(N_("Choose columns"), {})))
    item = window._navigation._items["two"]
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Language: Choose columns"
    window.set_badge("two", None)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Language"


def test_long_work_shows_its_steps_and_can_be_cancelled(window: MainWindow, shell: Shell) -> None:
    seen: list[tuple[bool, int, int]] = []

    def work(report: object) -> None:
        assert callable(report)
        report(3, 7)
        bar = window.status._bar
        seen.append((bar.isVisible(), bar.value(), bar.maximum()))

    shell.jobs.start("Export", work)
    assert seen == [(True, 3, 7)]
    assert not window.status._bar.isVisible()


def test_text_grows_and_the_window_stays_whole(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    from tests.ui.clipping import clipped, nameless

    assert list(nameless(window)) == []
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.memory.now.text_percent == 125)
    for scheme in Scheme:
        window._use_scheme(scheme)
    for language in Language:
        window._use_language(language)
        shell.memory.keep(shell.memory.now.resized(200))
        for _ in range(4):
            QApplication.processEvents()
        assert list(clipped(window)) == []
    assert window.width() == 1024
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.memory.now.text_percent == 100)


def test_presses_that_follow_each_other_lay_the_window_out_once(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    sizes: list[int] = []
    shell.theme.changed.connect(lambda: sizes.append(shell.theme.percent))
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(sizes))
    assert sizes == [175]


def test_the_navigation_folds_where_there_is_no_room_for_the_size_of_text(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    words = window._navigation.width()
    shell.memory.keep(shell.memory.now.resized(200))
    window.resize(800, 560)
    qtbot.waitUntil(lambda: window._navigation.width() < words)
    item = window._navigation._items["two"]
    assert item.toolTip() == "Language"
    assert item.text() == "Language"
    shell.memory.keep(shell.memory.now.resized(100))
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window._navigation.width() == words)
    assert item.toolTip() == ""


def test_a_screens_key_puts_the_keyboard_into_it(window: MainWindow, built: Built, qtbot: QtBot) -> None:
    window._navigation.setFocus()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert built.screens["two"].table.view.hasFocus()
    built.screens["two"].table._line.setFocus()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert built.screens["one"].table.view.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert built.screens["two"].table._line.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Ampersand, Qt.KeyboardModifier.ControlModifier)
    assert built.screens["one"].table.view.hasFocus(), "a French keyboard gives that for the key of the 1"


def test_the_keyboard_stays_in_the_screen_when_what_had_it_goes(window: MainWindow, built: Built, qtbot: QtBot) -> None:
    screen = built.screens["one"]
    button = QPushButton("Take the text")
    layout = screen.layout()
    assert layout is not None
    layout.addWidget(button)
    button.show()
    button.setFocus()
    assert button.hasFocus()
    button.hide()
    qtbot.waitUntil(screen.table.view.hasFocus)
    button.show()
    button.setFocus()
    button.setEnabled(False)
    qtbot.waitUntil(lambda: window._stage.has_keyboard)
    button.setEnabled(True)
    button.setFocus()
    button.deleteLater()
    qtbot.waitUntil(screen.table.view.hasFocus)


def test_the_box_knows_the_schemes(window: MainWindow, shell: Shell) -> None:
    window._palette.open("high con")
    (hit, *_) = window._palette.hits()
    hit.act()
    assert shell.theme._scheme is Scheme.HIGH_CONTRAST


def test_closing_hands_on_what_is_unsaved_and_remembers_the_place(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()
    assert shell.memory.now.geometry


def test_a_message_moves_nothing_on_the_page(window: MainWindow, built: Built, shell: Shell) -> None:
    screen = built.screens["one"]
    window.go(Place("one"))
    QApplication.processEvents()
    before = QRect(screen.mapTo(window, QPoint(0, 0)), screen.size())
    shell.alerts.say(N_("Choose columns"))
    QApplication.processEvents()
    assert window._banner.isVisible()
    assert QRect(screen.mapTo(window, QPoint(0, 0)), screen.size()) == before
    assert window._stage.rect().contains(window._banner.geometry())


def test_a_message_does_not_cover_where_one_types(window: MainWindow, built: Built, shell: Shell) -> None:
    screen = built.screens["one"]
    window.go(Place("one"))
    field = QLineEdit(screen)
    field.show()
    for height in (screen.height() - field.height(), 0):
        field.move(0, height)
        field.setFocus()
        shell.alerts.refuse(Refusal(N_("Choose columns")))
        QApplication.processEvents()
        place = QRect(field.mapTo(window._stage, QPoint(0, 0)), field.size())
        assert not window._banner.geometry().intersects(place)
        shell.alerts.clear()
        window.setFocus()


def test_ctrl_enter_in_the_navigation_is_the_verb_of_the_card_that_is_open(
    window: MainWindow, built: Built, shell: Shell
) -> None:
    """Who comes back to a half-filled card by the navigation has the keyboard there: the key did nothing, silently."""
    screen, recorded = built.screens["one"], list[str]()
    field = TextField(shell.language)
    form = Form(shell.language)
    form.add("name", N_("Name"), field)
    card = Draft(N_("Name"), N_("Record"), form, shell.language)
    card.done.connect(lambda: recorded.append(field.value()))
    screen.layout().addWidget(card)  # type: ignore[union-attr]
    navigation = window._navigation._top
    navigation.setFocus()
    QTest.keyClick(navigation, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert recorded == [], "no card is open"
    card.begin()
    field.load("Ana", over=True)
    navigation.setFocus()
    QTest.keyClick(navigation, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert recorded == ["Ana"]
    window.go(Place("two"))
    navigation.setFocus()
    QTest.keyClick(navigation, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert recorded == ["Ana"], "it is on another screen"
