"""In approved minutes only the box of a language that was missing is open."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from tests import registers
from tests.ui.screens.test_minutes_by_keys import BOTH, KEY, Keys, keys, path  # noqa: F401  (fixtures)


def approve_without_french(keys: Keys) -> str:  # noqa: F811
    """Minutes are approved, one paragraph without its French text; its key."""
    line = keys.go(5)
    with keys.store.write("french is missing", Subject.MINUTES) as session:
        PARAGRAPHS.save(session, replace(line.paragraph, text=replace(line.paragraph.text, fr="")))
    with keys.store.write("approved", Subject.MINUTES) as session:
        (minutes,) = MINUTES.all(session)
        MINUTES.save(session, replace(minutes, state=MinutesState.APPROVED, approved_on=registers.OPENS))
    keys.qtbot.waitUntil(lambda: keys.screen._now.approved)
    return line.key


def test_the_box_of_the_missing_language_alone_is_open(keys: Keys) -> None:  # noqa: F811
    key = approve_without_french(keys)
    keys.go(4)
    assert all(keys.box(one).isReadOnly() for one in Language)
    keys.go(5)
    assert [keys.box(one).isReadOnly() for one in Language] == [True, False, True]
    keys.press(KEY.Key_Return)
    assert keys.box(Language.FR).hasFocus()
    keys.write("Le Maroc remercie.")
    keys.screen.pane.form.flush()
    line = next(one for one in keys.rows if one.key == key)
    assert (line.paragraph.text.fr, line.paragraph.completed) == ("Le Maroc remercie.", (Language.FR,))
    keys.screen.pane.form.text.go(Language.EN)
    listed = len(keys.rows)
    keys.write("x")
    assert keys.said().startswith("These minutes were approved on 24 November 2026")
    assert (len(keys.screen.list.model.rows), keys.box(Language.EN).hasFocus()) == (listed, True), "no filter took it"
    keys.screen.alerts.clear()
    keys.screen.pane.form.text.review(Language.EN)
    assert keys.said().startswith("These minutes were approved on 24 November 2026")
    keys.screen.pane.form.text.go(Language.FR)
    QTest.keyClick(keys.box(Language.FR), Qt.Key.Key_Return, BOTH)
    keys.screen.pane.form.flush()
    line = next(one for one in keys.rows if one.key == key)
    assert line.paragraph.text.state(Language.FR) is TextState.REVIEWED
    keys.go(4)
    keys.go(5)
    assert all(keys.box(one).isReadOnly() for one in Language)
