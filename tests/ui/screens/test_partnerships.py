"""Partners: partnerships, what was done, support by OHCHR, a guest in one step; by keyboard, on a real register."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import SupportKind
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import CooperationNote, Partnership, PartnershipForm
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.partnerships import PartnershipsScreen
from nmirf_desktop.ui.screens.partnerships_detail import FIRST
from tests.registers import said
from tests.ui.screens.offices import finish, held, office, press, shown, texts, type_into

ON = datetime.date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        secretariat.partners.save(Partner("academy", said("Academy of reporting"), PartnerKind.ACADEMIA))
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[PartnershipsScreen]:
    with held(PartnershipsScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        yield screen


def told(alerts: Alerts, language: CurrentLanguage) -> str:
    return alerts.notice.what.said_in(language.words) if alerts.notice else ""


def names(screen: PartnershipsScreen) -> list[str]:
    return [line.said_in(screen.words) for line in screen.list.model.rows]


def test_ohchr_is_listed_first_in_a_new_register_and_can_be_given_an_address(
    desk: Secretariat, screen: PartnershipsScreen
) -> None:
    assert [name[-7:] for name in names(screen)] == ["(OHCHR)", "porting"]
    assert "No partnership is recorded yet." in texts(screen)
    assert "No support by OHCHR is recorded yet." in texts(screen)
    enabled = {one.label: one.isEnabled() for one in screen.actions()}
    assert not enabled["Remove the partner"]
    press(screen, "Correct the partner")
    form = screen.detail.cards.partner_form
    form.kind.load(PartnerKind.OTHER, over=True)
    finish(form.name.editors[0])
    assert "OHCHR is always a partner" in texts(screen)
    form.kind.load(PartnerKind.OHCHR, over=True)
    type_into(form.emails.editors[0], "desk@example.org")
    finish(form.name.editors[0])
    (recorded,) = [one for one in desk.partners.list() if one.kind is PartnerKind.OHCHR]
    assert recorded.emails == ("desk@example.org",)
    assert len(names(screen)) == 2, "it is one and the same"


def test_the_day_of_the_coordinator_after_a_workshop_with_a_partner(
    desk: Secretariat, screen: PartnershipsScreen, alerts: Alerts, language: CurrentLanguage
) -> None:
    screen.list.select("academy")
    screen.list.setFocus()
    press(screen, "Record a partnership")
    form = screen.detail.cards.agreement_form
    type_into(form.title.editors[0], "Training on reporting")
    form.kind.load(PartnershipForm.LETTERS, over=True)
    buttons = form.objectives.findChildren(QPushButton)
    buttons[1].setFocus()
    QTest.keyClick(buttons[1], Qt.Key.Key_Space)
    finish(form.title.editors[0])
    (line,) = [one for one in desk.partnerships.lines(ON) if one.key == "academy"]
    assert [one.objectives for one in line.partnerships] == [(Objective.CAPACITIES,)]
    assert "is recorded." in told(alerts, language)
    assert screen.list.current is not None
    assert screen.list.current.key == "academy"
    QTest.keyClick(screen.list.view, Qt.Key.Key_Return)
    type_into(screen.detail.cards.note_form.text.editors[0], "Workshop in Rabat, 24 participants")
    finish(screen.detail.cards.note_form.text.editors[0])
    assert [one.text.en for one in desk.partnerships.done_with("academy", ON)] == ["Workshop in Rabat, 24 participants"]
    assert "Workshop in Rabat" in texts(screen)
    press(screen, "Invite to the next meeting")
    (meeting,) = desk.meetings.list()
    assert [one.partner.key for one in desk.invitations.guests(meeting.key).lines if one.partner] == ["academy"]
    assert "of Second annual meeting" in told(alerts, language)
    undo.undo(desk.store)
    assert desk.invitations.guests(meeting.key).lines == ()
    press(screen, "Invite to the next meeting")
    press(screen, "Invite to the next meeting")
    assert "stand in the list of this meeting already" in told(alerts, language)


def test_a_partnership_without_an_objective_is_seen_in_the_list(
    desk: Secretariat, screen: PartnershipsScreen, alerts: Alerts, language: CurrentLanguage
) -> None:
    screen.list.select("academy")
    press(screen, "Record a partnership")
    finish(screen.detail.cards.agreement_form.title.editors[0])
    assert "serves no objective yet" in told(alerts, language)
    line = screen.list.current
    assert line is not None
    column = next(one for one in screen.list.model.columns if one.title == "Partnerships")
    assert column.display(line, language.words) == "No objective"
    assert column.mark is not None
    assert column.mark(line) is not None
    missing = next(one for one in screen.list.model.columns if one.title == "Languages missing")
    assert missing.display(line, language.words) == ""


def test_support_is_recorded_of_ohchr_whoever_is_chosen(desk: Secretariat, screen: PartnershipsScreen) -> None:
    screen.list.select("academy")
    press(screen, "Record support by OHCHR")
    form = screen.detail.cards.support_form
    form.kind.load(SupportKind.TECHNICAL, over=True)
    type_into(form.text.editors[0], "A tool for follow-up")
    finish(form.text.editors[0])
    (entry,) = desk.ohchr_support.given_by("ohchr", ON)
    assert (entry.kind, entry.state, entry.on) == (SupportKind.TECHNICAL, None, ON)
    assert screen.current_key() == "ohchr"
    assert "A tool for follow-up" in texts(screen)
    form.kind.load(SupportKind.ADVOCACY, over=True)
    assert not form.labels()[2].isVisible(), "advocacy is for nobody’s State"


def test_the_files_of_each_partnership_are_shown_when_they_are_asked_for(
    desk: Secretariat, screen: PartnershipsScreen
) -> None:
    screen.list.select("academy")
    for title in ("Training", "Indicators"):
        press(screen, "Record a partnership")
        type_into(screen.detail.cards.agreement_form.title.editors[0], title)
        finish(screen.detail.cards.agreement_form.title.editors[0])
    first, second = screen.list.current.partnerships if screen.list.current else ()
    shown_now = screen.detail.files
    for row in (first, second):
        hit = next(one for one in screen.commands() if one.title == "Files" and row.title.en in one.detail)
        hit.act()
        QApplication.processEvents()
        assert shown_now._holder == Holder(HolderKind.PARTNERSHIP, row.key)
        assert f"Files: {row.title.en}" in texts(screen)


def test_a_filter_shows_a_kind_or_an_objective_and_a_link_leads_past_it(
    desk: Secretariat, screen: PartnershipsScreen
) -> None:
    screen.filters.kind.load(PartnerKind.ACADEMIA, over=True)
    screen.filters.changed.emit()
    assert names(screen) == ["Academy of reporting"]
    screen.go_to("ohchr")
    assert screen.current_key() == "ohchr"
    assert len(names(screen)) == 2
    screen.filters.objective.load(Objective.CREATION, over=True)
    screen.filters.changed.emit()
    assert names(screen) == []


def test_the_charts_are_told_in_words(desk: Secretariat, screen: PartnershipsScreen, language: CurrentLanguage) -> None:
    assert "Academia: 1" in screen.detail.kinds.accessibleDescription()
    assert "OHCHR: 1" in screen.detail.kinds.accessibleDescription()
    assert "Creation of NMIRFs: 0" in screen.detail.objectives.accessibleDescription()
    language.switch(Language.FR)
    try:
        assert "HCDH\u00a0: 1" in screen.detail.kinds.accessibleDescription()
        assert "Haut-Commissariat" in names(screen)[0]
    finally:
        language.switch(Language.EN)


def test_two_records_of_a_partner_become_one_and_an_empty_one_goes(
    desk: Secretariat, screen: PartnershipsScreen, alerts: Alerts, language: CurrentLanguage
) -> None:
    press(screen, "Record a partner")
    type_into(screen.detail.cards.partner_form.name.editors[0], "Reporting academy")
    finish(screen.detail.cards.partner_form.name.editors[0])
    twin = screen.current_key()
    screen.list.select("academy")
    press(screen, "Merge with another record")
    form = screen.detail.cards.merge_form
    form.other.load(next(one for one in form.other.values if one is not None and one.key == twin), over=True)
    finish(form.other)
    assert [one.key for one in desk.partners.list()] == ["academy"]
    assert "one now" in told(alerts, language)
    press(screen, "Remove the partner")
    assert desk.partners.list() == ()
    assert len(names(screen)) == 1


def test_an_earlier_day_shows_what_it_knew(desk: Secretariat, screen: PartnershipsScreen) -> None:
    screen.list.select("academy")
    press(screen, "Record a partnership")
    finish(screen.detail.cards.agreement_form.title.editors[0])
    screen.show_as_of(ON - datetime.timedelta(days=1))
    assert screen.list.current is not None
    assert screen.list.current.partnerships == ()


def test_of_many_entries_the_latest_are_shown_and_all_when_asked(desk: Secretariat, screen: PartnershipsScreen) -> None:
    notes = [
        desk.partnerships.note(CooperationNote("", "academy", ON - datetime.timedelta(days=n), said(f"Course {n}.")))
        for n in range(FIRST + 3)
    ]
    screen.refresh()
    screen.list.select("academy")
    assert "Course 19." in texts(screen)
    assert "Course 20." not in texts(screen)
    assert "3 earlier entries" in texts(screen)
    next(one for one in screen.commands() if one.title == "Show all").act()
    assert "Course 22." in texts(screen)
    screen.list.select("ohchr")
    screen.list.select("academy")
    assert "Course 22." not in texts(screen)
    screen.go_to(notes[-1].key)
    assert "Course 22." in texts(screen)


def test_a_file_that_is_found_leads_to_its_partnership(desk: Secretariat, screen: PartnershipsScreen) -> None:
    older = Partnership("", "academy", Period(ON - datetime.timedelta(days=9)), title=said("Older"))
    newer = Partnership("", "academy", Period(ON), title=said("Newer"))
    old, _ = (desk.partnerships.save(one) for one in (older, newer))
    screen.refresh()
    screen.list.select("academy")
    assert "Files: Newer" in texts(screen)
    screen.list.select("ohchr")
    screen.go_to(old.key)
    assert screen.current_key() == "academy"
    assert "Files: Older" in texts(screen)


def test_what_is_noted_is_written_first_in_the_language_of_the_window(
    desk: Secretariat, screen: PartnershipsScreen, language: CurrentLanguage
) -> None:
    language.switch(Language.FR)
    screen.list.select("academy")
    screen.record.begin_note()
    text = screen.detail.cards.note_form.text
    type_into(text.editors[list(Language).index(Language.FR)], "Atelier sur les rapports")
    finish(text.editors[0])
    (note,) = desk.partnerships.done_with("academy", ON)
    assert (note.text.source, note.text.fr) == (Language.FR, "Atelier sur les rapports")
