"""The whole window: before the annual meeting the coordinator drafts the review, edits it in French, by keys alone."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.activities import Activity, ActivityKind
from nmirf_desktop.domain.annual_review import usual_period
from nmirf_desktop.domain.annual_review_names import review_symbol
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.activities import ActivitiesScreen
from nmirf_desktop.ui.screens.annual_review import AnnualReviewScreen
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.shell import Shell
from tests import registers
from tests.registers import said
from tests.ui.shells import close
from tests.ui.test_office import opened, to_front, windows
from tests.ui.test_plan_by_keys import Hands

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def prepared(register: Path) -> None:
    """A network with an activity of the year, and an annual meeting ahead with the standard items."""
    registers.networked(register)
    with open_register(register, author=registers.AUTHOR) as store:
        desk, now = Secretariat(store), today()
        day = min(usual_period(now).last, now - datetime.timedelta(days=1))
        one = Activity("", ActivityKind.WORKSHOP, said("Workshop"), day, day, objectives=(Objective.EXCHANGE,))
        desk.activities.save(one, ())
        (old,) = desk.meetings.list()
        ahead = now + datetime.timedelta(days=60)
        desk.meetings.save(replace(old, symbol="NMIRF/OLD", kind=MeetingKind.EXTRAORDINARY))
        later = replace(
            old, key="later", symbol="NMIRF/NEXT", number=9, counts_for=ahead.year, opens_on=ahead, closes_on=ahead
        )
        desk.meetings.save(later)
        desk.agendas.fill("later")


def test_the_review_is_drafted_edited_and_put_on_the_agenda_by_keys(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    register = tmp_path / "network.nmirf"
    prepared(register)
    application = Application(shell)
    window = opened(application, register, qtbot)
    to_front(window, qtbot)
    hands = Hands(window)
    hands.key(KEY.Key_K, CONTROL)
    hands.write("draft the annual")
    hands.key(KEY.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.shown, AnnualReviewScreen), timeout=5000)
    shown = window.shown
    assert isinstance(shown, AnnualReviewScreen)
    qtbot.waitUntil(lambda: shown.list.current is not None, timeout=5000)
    hands.key(KEY.Key_F2)
    qtbot.waitUntil(lambda: shown.card.isVisible() and shown.form.text.editors[0].hasFocus())
    hands.key(KEY.Key_Tab)
    qtbot.waitUntil(shown.form.text.editors[1].hasFocus)
    hands.write("Un atelier a eu lieu.")
    hands.key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not shown.card.isVisible(), timeout=5000)
    hands.key(KEY.Key_G, CONTROL | SHIFT)
    hands.key(KEY.Key_O, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(window.shown, DocumentsScreen), timeout=5000)
    close(application)
    assert windows() == []
    with open_register(register, author="reader") as store:
        desk, period = Secretariat(store), usual_period(today())
        first = desk.annual_reviews.read(period, today()).told[0]
        named = [one.item.documents for one in desk.agendas.items("later") if one.item.documents]
    assert (first.text.fr, first.text.en) == ("Un atelier a eu lieu.", first.draft.en)
    assert named == [(review_symbol(period, "NMIRF"),)] * 2


def test_what_the_print_lacks_leads_into_its_field_and_back(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    register = tmp_path / "network.nmirf"
    prepared(register)
    application = Application(shell)
    window = opened(application, register, qtbot)
    to_front(window, qtbot)
    window.go(Place("annual-review"), keyboard=True)
    shown = window.shown
    assert isinstance(shown, AnnualReviewScreen)
    row = next(one for one in shown.cautions.made if one.said == "Activity “Workshop”: no result")
    (link,) = row.what
    assert isinstance(link, Link)
    label = next(one for one in shown.cautions.findChildren(LinkedText) if link.place in one.places)
    label.linkActivated.emit(re.findall('href="([^"]*)"', label.text())[0])
    activities = window.shown
    assert isinstance(activities, ActivitiesScreen)
    qtbot.waitUntil(activities.detail.form.result.editors[0].hasFocus, timeout=5000)
    activities.card.close_up()
    Hands(window).key(KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window._stage.shown is shown
    Hands(window).key(KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert activities.isVisible()
    assert not activities.card.isVisible()
    close(application)
