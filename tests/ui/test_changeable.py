"""The keys that may be changed: what a key may be, that no two actions share one, and how texts name them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.refusals import say
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui import changeable as rules
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.changeable import WHERE_LABELS, KeyedAct, Where, changeable, changed_keys, holding, why_not
from nmirf_desktop.ui.keys_in_force import (
    PORTABLE,
    KeyInForce,
    named,
    naming_keys_in_force,
    portable,
    use_keys,
    with_keys_in_force,
)
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.menus import Menus, Verbs, WindowActs
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.session_answers import ANSWER_KEYS, TOGETHER_KEYS
from nmirf_desktop.ui.screens.session_closing import CORRECT, REPLAY
from nmirf_desktop.ui.screens.session_election_acts import LETTERS
from nmirf_desktop.ui.screens.session_keys import Key, Keys
from nmirf_desktop.ui.screens.session_motions import Deed
from nmirf_desktop.ui.screens.session_papers import UNABLE
from nmirf_desktop.ui.screens.session_steps import PLAY
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.window_keys import COMMANDS
from tests import samples
from tests.ui import keyboard
from tests.ui.screens.offices import held

pytestmark = pytest.mark.usefixtures("qapp")
MODIFIERS = ("", "Ctrl+", "Shift+", "Alt+", "Ctrl+Shift+", "Ctrl+Alt+", "Meta+")
STROKES = (*"AKYZ09+-", *(f"F{number}" for number in range(1, 14)), "PgUp", "PgDown", "Left", "Return", "Esc", "Tab")
KEYS = st.builds("{}{}".format, st.sampled_from(MODIFIERS), st.sampled_from(STROKES))
ACTS = st.deferred(lambda: st.sampled_from(changeable()))
NAMES = ACTS.map(lambda one: one.name)
CHOSEN = st.lists(st.tuples(NAMES | st.text(max_size=8), KEYS | st.text(max_size=8)), max_size=30)


def delivered() -> dict[str, str]:
    """The key of each action as delivered, by its name."""
    return {one.name: one.delivered for one in changeable()}


def act(name: str) -> KeyedAct:
    """The action of a name."""
    return next(one for one in changeable() if one.name == name)


@pytest.fixture
def as_delivered() -> Iterator[None]:
    yield
    use_keys({})


def place(name: str) -> Where | None:
    """Where a letter is alone in force; ``None`` for every key that is in force in window and session."""
    where = act(name).where
    return where if where in rules.LETTERED else None


def shared(keys: Mapping[str, str]) -> list[tuple[Where | None, str]]:
    """The keys of which one place has two."""
    held = Counter((place(name), key) for name, key in keys.items() if key)
    return [one for one, times in held.items() if times > 1]


def test_what_is_delivered_shares_no_key() -> None:
    answers = len(ANSWER_KEYS) + len(TOGETHER_KEYS)
    letters = len(Deed) + len(LETTERS) + len((CORRECT, REPLAY, PLAY, UNABLE))
    assert len(changeable()) == len(delivered()) == len(Key) + answers + letters + len(COMMANDS) + len(SCREENS)
    assert shared(delivered()) == []
    assert holding(()) == delivered()
    assert changed_keys(()) == {}


def test_what_is_delivered_is_the_same_on_every_system() -> None:
    assert all(isinstance(keys, str) for _, keys in COMMANDS.values())
    assert (delivered()["window.close"], delivered()["window.save_copy"]) == ("Ctrl+W", "Ctrl+Shift+S")
    assert delivered()["session.texts"] == "Ctrl+F4"


@given(CHOSEN)
def test_no_choice_leads_to_two_actions_on_one_key(chosen: list[tuple[str, str]]) -> None:
    keys = holding(chosen)
    assert keys.keys() == delivered().keys()
    assert shared(keys) == []
    for one in changeable():
        assert keys[one.name] == one.delivered or why_not(keys[one.name], one) is None


@given(ACTS, ACTS)
def test_two_actions_can_exchange_their_keys_where_each_may_have_the_others(one: KeyedAct, two: KeyedAct) -> None:
    assume(place(one.name) is place(two.name))
    keys = holding([(one.name, two.delivered), (two.name, one.delivered)])
    both = why_not(two.delivered, one) is None and why_not(one.delivered, two) is None
    expected = (two.delivered, one.delivered) if both else (one.delivered, two.delivered)
    assert (keys[one.name], keys[two.name]) == expected


def test_a_new_key_that_somebody_has_already_leaves_both_as_delivered() -> None:
    keys = holding([("session.gavel", "F8"), ("session.show", "Ctrl+J"), ("session.floor", "Ctrl+J")])
    assert keys == delivered()


def test_a_letter_is_shared_by_places_that_are_never_in_force_together_and_by_no_others() -> None:
    shared_by_places = {"motion.yes": "J", "election.open": "J", "result.replay": "J", "call.in_favour": "J"}
    assert shared_by_places.items() <= holding(shared_by_places.items()).items()
    within = {"motion.yes": "J", "motion.no": "J", "election.open": "U"}
    assert holding(within.items()) == delivered(), "U marks who cannot take part, on the same page"
    taken = rules.holder("U", delivered(), act("election.open"))
    assert taken is act("election.unable")
    assert rules.holder("N", delivered(), act("result.correct")) is None, "though a motion and an election have it"


@pytest.mark.parametrize(
    ("name", "key", "why"),
    [
        ("motion.yes", "J", None),
        ("motion.yes", "7", None),
        ("motion.yes", "Ctrl+J", rules.ONE_LETTER),
        ("replay.play", "Space", rules.ONE_LETTER),
        ("election.open", "J", None),
        ("election.open", "X", rules.COUNTS),
        ("election.unable", "0", rules.COUNTS),
        ("election.open", "F9", rules.COUNTS),
        ("session.gavel", "G", rules.TYPES),
        ("session.gavel", "Shift+G", rules.TYPES),
        ("session.gavel", "Return", rules.LEADS),
        ("session.gavel", "Ctrl+Return", rules.LEADS),
        ("session.gavel", "Esc", rules.LEADS),
        ("session.gavel", "Tab", rules.LEADS),
        ("session.gavel", "Shift+Tab", rules.LEADS),
        ("session.gavel", "Space", rules.LEADS),
        ("session.gavel", "Ctrl+C", rules.EDITS),
        ("session.gavel", "Ctrl+Z", rules.EDITS),
        ("session.gavel", "F10", rules.FIXED),
        ("session.gavel", "Alt+F4", rules.SYSTEM),
        ("session.gavel", "Ctrl+Alt+E", rules.SYSTEM),
        ("session.gavel", "Meta+L", rules.SYSTEM),
        ("session.gavel", "Volume Up", rules.SYSTEM),
        ("session.gavel", "", rules.NO_KEY),
        ("session.gavel", "Ctrl+G", None),
        ("session.gavel", "F4", None),
        ("session.gavel", "Ctrl+Shift+G", None),
        ("window.palette", "Ctrl+Shift+G", rules.SCREENS),
        ("window.palette", "F5", rules.SCREENS),
        ("window.palette", "Ctrl+J", None),
        ("window.palette", "Ctrl+Shift+L", None),
        ("call.in_favour", "J", None),
        ("call.in_favour", "1", None),
        ("call.in_favour", "Ctrl+J", rules.LETTER),
        ("call.in_favour", "F4", rules.LETTER),
    ],
)
def test_a_key_that_is_for_something_else_is_refused(name: str, key: str, why: str | None) -> None:
    assert why_not(key, act(name)) == why


@pytest.mark.usefixtures("qapp")
def test_no_command_of_the_window_can_take_the_key_of_a_screen(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, shell: Shell
) -> None:
    palette = act("window.palette")
    with open_register(samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")) as store:
        for name in sorted(SCREENS.keys() - {"session"}):
            with held(SCREENS[name](Secretariat(store), shell)) as screen:
                keys = {portable(one.shortcut().toString()) for one in screen.actions()}
                keys |= {portable(one.key().toString()) for one in screen.findChildren(QShortcut)}
                free = {key for key in keys if key and why_not(key, palette) is None}
            assert not free, name


# -- what is kept --------------------------------------------------------------------------------------------------


def test_a_changed_key_is_kept_by_the_machine(tmp_path: Path, memory: Memory) -> None:
    keys = (("session.gavel", "Ctrl+,"), ("window.palette", "Ctrl+J"))
    memory.keep(replace(memory.now, keys=keys))
    assert Memory(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat)).now.keys == keys


@pytest.mark.parametrize(
    "stored", ["", "F9", ["session.gavel"], 7, ["session.gavel=banana", "nobody=F9", "=", "a=b=c"]]
)
def test_what_is_kept_badly_is_as_delivered(tmp_path: Path, stored: object) -> None:
    settings = QSettings(str(tmp_path / "broken.ini"), QSettings.Format.IniFormat)
    settings.setValue("keys", stored)
    settings.sync()
    memory = Memory(QSettings(str(tmp_path / "broken.ini"), QSettings.Format.IniFormat))
    assert changed_keys(memory.now.keys) == {}


# -- what is said --------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("as_delivered")
def test_a_text_names_the_key_in_force() -> None:
    words = catalog(Language.EN)
    text = "Reopen (Ctrl+F7), adopt (F7), or see Ctrl+Shift+F7 and F70. `Ctrl++` stays."
    use_keys(changed_keys([("session.adopt", "F4"), ("session.table", "F7"), ("session.reopen", "Ctrl+Shift+J")]))
    said = "Reopen (Ctrl+Shift+J), adopt (F4), or see Ctrl+Shift+F7 and F70. `Ctrl++` stays."
    assert with_keys_in_force(text, words) == said
    assert with_keys_in_force(text, words, "window", "go") == text
    use_keys({})
    assert with_keys_in_force(text, words) == text


@pytest.mark.usefixtures("as_delivered")
def test_the_letter_or_figure_of_an_answer_is_an_ordinary_word_in_a_text() -> None:
    changes = (("call.abstaining", "B"), ("call.no_answer", "9"), ("session.gavel", "F8"), ("session.vote", "F9"))
    use_keys(changed_keys(changes))
    assert with_keys_in_force("A vote is open (F8).", catalog(Language.EN)) == "A vote is open (F9)."
    assert with_keys_in_force("In favour: 0. Y/A/0", catalog(Language.EN)) == "In favour: 0. Y/A/0"
    french = "Y a-t-il une objection ? A, 0."
    assert with_keys_in_force(french, catalog(Language.FR), "call") == french


@pytest.mark.usefixtures("as_delivered")
def test_a_sentence_names_the_keys_in_force_and_leaves_its_values() -> None:
    use_keys(changed_keys([("session.gavel", "F8"), ("session.vote", "F9")]))
    words, values = catalog(Language.EN), {"table": KeyInForce("session.gavel", "F9"), "title": "F8 and F9"}
    said = naming_keys_in_force(words)
    assert say(said, "Open the vote (F8), or {table}: {title}", values) == "Open the vote (F9), or F8: F8 and F9"
    assert said.ngettext("F8", "{n} F8", 2).format(n=8) == "8 F9"
    assert said.pgettext("context", "F9") == "F8"
    assert (said.language, said.number(1000)) == (words.language, words.number(1000))
    assert words.gettext("F8") == "F8", "the catalogue of all others is as it was"
    use_keys({})
    assert naming_keys_in_force(words) is words


def test_a_key_is_called_the_same_by_texts_tooltips_and_menus(shell: Shell) -> None:
    for tongue in Language:
        shell.language.switch(tongue)
        words = shell.language.words
        for one in changeable():
            drawn = QKeySequence(one.delivered).toString(QKeySequence.SequenceFormat.NativeText)
            assert drawn == named(one.delivered, words), one.name
        other = QKeySequence("Ctrl+Volume Up")
        assert named(other, words) == other.toString(QKeySequence.SequenceFormat.NativeText)
        for key in ("Ctrl+Enter", "Ctrl+Return", "Alt+Down", "Del", "Ins", "Shift+PgUp", "End"):
            assert QKeySequence(key) == QKeySequence.fromString(key, PORTABLE), "it is read as before"
        shortened = {Language.EN: "Ctrl+Shift+PgDn", Language.FR: "Ctrl+Maj+PgSuiv", Language.ES: "Ctrl+Mayús+AvPág"}
        assert with_keys(words, "x", QKeySequence("Ctrl+Shift+PgDown")) == f"x ({shortened[tongue]})"
        assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar", "the other words of Qt are its own"


def test_the_keys_of_answers_hold_in_every_vote_by_name() -> None:
    assert {act(name).where for name in ("call.in_favour", "call.together_in_favour")} == {Where.CALL}
    assert WHERE_LABELS[Where.CALL] == "Vote by name"
    assert rules.LETTER.startswith("In a vote by name")


# -- what is pressed -----------------------------------------------------------------------------------------------


def strike(window: QMainWindow, key: str) -> None:
    """A key as it is kept, pressed in a window."""
    one = QKeySequence(key)[0]  # type: ignore[index]
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    keyboard.press(window, one.key(), one.keyboardModifiers())


def free_keys() -> Iterator[str]:
    """Keys that nobody has, and everybody may have."""
    signs = (f"{held}{sign}" for held in ("Ctrl+", "Ctrl+Shift+") for sign in "GJKIYBDHMPQWN123456789;,./")
    functions = (f"{held}F{number}" for held in ("", "Shift+", "Ctrl+") for number in range(13, 25))
    everybody = act("session.gavel")
    keys = (key for key in (*functions, *signs) if why_not(key, everybody) is None)
    return (key for key in keys if key not in delivered().values())


@pytest.mark.usefixtures("as_delivered")
def test_each_action_of_the_session_is_reached_by_its_new_key_and_not_by_the_old(qtbot: QtBot) -> None:
    done: list[Key] = []
    window = QMainWindow()
    qtbot.addWidget(window)
    keys = Keys({key: lambda key=key: done.append(key) for key in Key}, lambda: None, lambda _key: None, window)  # type: ignore[misc]
    for action in keys:
        window.addAction(action)
    window.show()
    new = dict(zip((key.named for key in Key), free_keys(), strict=False))
    assert len(new) == len(Key)
    use_keys(changed_keys(new.items()))
    words = catalog(Language.EN)
    for key in Key:
        keys[key].retranslate(words)
    for key in Key:
        strike(window, delivered()[key.named])
        assert done == [], key
        strike(window, new[key.named])
        assert done == [key]
        assert new[key.named] in keys[key].toolTip()
        done.clear()


@pytest.mark.usefixtures("as_delivered")
def test_each_command_of_the_window_is_reached_by_its_new_key_and_not_by_the_old(qtbot: QtBot) -> None:
    done: list[str] = []

    def note(name: str) -> object:
        return lambda *_: done.append(name)

    window = QMainWindow()
    qtbot.addWidget(window)
    verbs = ("new", "open", "sample", "save_copy", "close", "preview", "about", "import_list", "misspelled", "suggest")
    acts = ("back", "forward", "palette", "export_list", "larger", "smaller", "normal", "scheme", "language", "as_of")
    menus = Menus(
        Verbs(**{name: note(name) for name in verbs}, help=note("help")),  # type: ignore[arg-type]
        WindowActs(**{name: note(name) for name in (*acts, "message", "today", "help", "quit")}),  # type: ignore[arg-type]
        (),
        window,
    )
    for action in menus.commands:
        window.addAction(action)
    window.show()
    new = {f"window.{name}": key for name, key in zip(COMMANDS, free_keys(), strict=False)}
    use_keys(changed_keys(new.items()))
    menus.retranslate(catalog(Language.EN))
    for name in COMMANDS:
        before = delivered()[f"window.{name}"]
        if before:
            strike(window, before)
        assert done == [], name
        strike(window, new[f"window.{name}"])
        assert done == [name]
        done.clear()


def test_a_screen_without_a_figure_can_be_given_a_key() -> None:
    assert {one.where for one in changeable()} == set(Where)
    assert delivered()["go.home"] == "Ctrl+1"
    assert delivered()["go.settings"] == ""
    assert why_not("Ctrl+J", act("go.settings")) is None
    assert delivered()["session.gavel"] == "F9"
