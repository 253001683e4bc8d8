"""States without an NMIRF: a contact noted by keys, what was done for each, the curve of the Network in words."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.activities import Activity, ActivityKind
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.partnerships import STANDING
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.invitations import Invitation
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.encouragement import EncouragementScreen
from nmirf_desktop.ui.screens.encouragement_list import Whose
from tests.registers import MEMBERS, OPENS, said
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

SENT = datetime.date(2026, 9, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        (meeting,) = secretariat.meetings.list()
        secretariat.invitations.invite(meeting.key, Invitation(("CHE", "KEN"), invited_on=SENT))
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[EncouragementScreen]:
    with held(EncouragementScreen(desk, language, alerts)) as screen:
        shown(screen)
        hearing(screen, desk)
        yield screen


def listed(screen: EncouragementScreen) -> list[str]:
    return [one.key for one in screen.list.model.rows]


def test_observers_stand_first_and_the_filters_show_what_is_to_be_done(screen: EncouragementScreen) -> None:
    assert listed(screen)[:3] == ["JPN", "CHE", "AFG"], "each in the alphabetical order of the language"
    assert len(listed(screen)) == 193 - len(MEMBERS)
    for whose, expected in ((Whose.OBSERVERS, {"CHE", "JPN"}), (Whose.NEITHER, None), (Whose.NEVER_INVITED, None)):
        screen.filters.whose.load(whose, over=True)
        screen.filters.changed.emit()
        found = set(listed(screen))
        assert expected is None or found == expected
        assert ("KEN" in found) is (whose is Whose.NEITHER)
    screen.go_to("KEN")
    assert screen.current_key() == "KEN", "whatever is filtered"


def test_a_contact_is_noted_and_told_with_what_follows_from_elsewhere(
    screen: EncouragementScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    day = datetime.date(2026, 5, 5)
    visit = Activity("", ActivityKind.VISIT, said("Visit to Rabat"), day, day)
    desk.activities.save(visit, desk.activities.recognised(["Kenya"]))
    screen.go_to("KEN")
    press(screen, "Note a contact")
    form = screen.detail.form
    type_into(form.text.editors[0], "A decree is drafted.")
    type_into(form.by.editors[0], "Coordinator")
    finish(form.by.editors[0])
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(language.words) == "The contact with Kenya is noted."
    told = texts(screen)
    for part in ("A decree is drafted.", "Coordinator", "Visit to Rabat", "Invitation to NMIRF/2026", "no answer yet"):
        assert part in told, part
    assert "It was never in the Network." in told
    press(screen, "Note a contact")
    assert form.by.value() == "Coordinator", "who noted the last one is proposed"
    screen.close_open()
    (contact,) = desk.encouragement.contacts(SENT, OPENS)
    screen.go_to("JPN")
    screen.go_to(contact.key)
    assert screen.current_key() == "KEN"
    next(hit for hit in screen.commands() if hit.title == "Strike out").act()
    assert "A decree is drafted." not in texts(screen)
    undo.undo(desk.store)
    assert "A decree is drafted." in texts(screen)


def test_a_day_that_is_to_come_is_refused_under_its_field(screen: EncouragementScreen, desk: Secretariat) -> None:
    screen.go_to("KEN")
    screen.list.view.setFocus()
    QTest.keyClick(screen.list.view, Qt.Key.Key_Return)
    form = screen.detail.form
    type_into(form.text.editors[0], "Soon")
    type_into(form.by.editors[0], "Coordinator")
    type_into(form.on.editors[0], "25 November 2026")
    finish(form.on.editors[0])
    assert "A contact is noted once it took place: 25 November 2026 is still to come." in texts(screen)
    assert desk.encouragement.contacts(SENT, datetime.date(2027, 1, 1)) == ()


def test_the_curve_says_year_by_year_what_it_draws(screen: EncouragementScreen) -> None:
    said_of = screen.detail.chart.accessibleDescription()
    assert said_of.startswith("2024: Members: 8, Observers: 2; 2025:")
    assert said_of.endswith("2026: Members: 8, Observers: 2")
    assert not screen.detail.chart.grab().isNull()
    assert screen.detail.label.text().endswith("the last point on " + screen.words.date(screen.on))
    screen.detail.chart.resize(400, screen.detail.chart.height_for(400))
    assert [value for _, value in screen.detail.chart.numbers()] == [8, 2] * 3
    screen.show_as_of(datetime.date(2026, 12, 31))
    assert screen.detail.label.text() == "Members and observers at the end of each year"


def test_what_leads_on_goes_to_the_state_and_its_meetings(screen: EncouragementScreen) -> None:
    asked: list[object] = []
    screen.asked.connect(asked.append)
    screen.go_to("KEN")
    press(screen, "Show the State")
    QApplication.processEvents()
    assert asked == [Place("members", "KEN")]


def test_what_was_done_is_told_by_date_with_the_support_of_ohchr(
    screen: EncouragementScreen, desk: Secretariat, language: CurrentLanguage
) -> None:
    for title, day in (("Early visit", datetime.date(2026, 5, 5)), ("Late visit", datetime.date(2026, 10, 5))):
        visit = Activity("", ActivityKind.VISIT, said(title), day, day)
        desk.activities.save(visit, desk.activities.recognised(["Kenya"]))
    given = OhchrSupport("", STANDING.key, datetime.date(2026, 9, 20), SupportKind.TECHNICAL, said("A mission"), "KEN")
    desk.ohchr_support.save(given)
    screen.refresh()
    screen.go_to("KEN")
    told = texts(screen.detail.done)
    order = [told.index(part) for part in ("Late visit", "A mission", "Invitation to NMIRF/2026", "Early visit")]
    assert order == sorted(order)
    assert "Support of OHCHR · Technical support" in told


@pytest.mark.parametrize("tongue", list(Language))
def test_nothing_says_that_a_state_that_is_no_member_has_no_mechanism(
    screen: EncouragementScreen, language: CurrentLanguage, tongue: Language
) -> None:
    """The register does not know which of them have one."""
    language.switch(tongue)
    screen.refresh()
    shown_here = " ".join((language.words.gettext(screen.title), texts(screen)))
    assert not any(word in shown_here for word in ("ithout an NMIRF", "ans MNMRS", "in NMIRF"))
