"""A later version goes to those who have the one before, by the way by which they got it, and says what it replaces."""

import datetime
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests.registers import said
from tests.ui.conftest import Answers
from tests.ui.screens.offices import NOON, finish, press
from tests.ui.screens.test_distribution import SENDER, begin, desk, issue, meeting, picked, prepare, press_key, screen
from tests.ui.screens.test_distribution_again import AGAIN, happened

__all__ = ["desk", "screen"]
TODAY = NOON.date()
BY_MAIL = "Those who got NMIRF/2026/1, version 1 of 24 November 2026, by e-mail: 2"


def revise(desk: Secretariat, on: datetime.date = TODAY) -> None:
    """The agenda says otherwise, and is issued anew on a day."""
    item = desk.agendas.items(meeting(desk).key)[0].item
    title = item.title
    for language in Language:
        title = title.with_text(language, f"{title[language]} (x)")
    desk.agendas.save(replace(item, title=title))
    desk.papers.issue(Request(DocumentKind.AGENDA, meeting(desk).key), on)


def offered(screen: DistributionScreen) -> list[str]:
    """To whom it may go, as the form offers it."""
    (box,) = screen.preparing.form.same.editors
    assert isinstance(box, QComboBox)
    return [box.itemText(row) for row in range(box.count())]


def choose(screen: DistributionScreen, place: int) -> None:
    """Choose to whom it goes, as somebody does."""
    (box,) = screen.preparing.form.same.editors
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    QApplication.processEvents()


def tick(screen: DistributionScreen, name: str) -> None:
    """Take somebody in who was left out, such as because an earlier message did not arrive."""
    table = screen.preparing.review.table
    row = next(row for row in table.model.rows if row.said_in(screen.words) == name)
    assert not picked(screen)[name]
    table.select(row.key)
    press_key(table.view, Qt.Key.Key_Space)


def test_a_later_version_goes_to_those_who_have_the_one_before(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "PRY")
    revise(desk)
    begin(screen)
    assert offered(screen) == ["Those that are ticked below", BY_MAIL]
    assert sum(picked(screen).values()) > 2
    form = screen.preparing.form
    choose(screen, 1)
    assert {name for name, ticked in picked(screen).items() if ticked} == {"Ghana", "Paraguay"}
    assert form.channel.value() is Channel.TO_EACH
    finish(form.address.editors[0])
    line = desk.deliveries.lines()[0]
    assert {one.recipient.state for one in line.deliveries} == {"GHA", "PRY"}
    (file,) = (one for one in tmp_path.rglob("GHA.eml") if "sent" not in one.name and "Revised" in one.read_text())
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert message["Subject"].startswith("Revised provisional agenda (NMIRF/2026/1, version 2)")


def test_whom_the_boxes_mean_is_ticked_again_when_the_others_are_left(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "PRY")
    revise(desk)
    begin(screen)
    before = picked(screen)
    choose(screen, 1)
    choose(screen, 0)
    assert picked(screen) == before


def test_nothing_is_offered_while_nobody_has_an_earlier_version(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    revise(desk)
    begin(screen)
    assert screen.preparing.form.isVisible()
    assert not screen.preparing.form.same.isVisible()


def test_what_a_later_version_settled_waits_for_nobody_and_the_way_leads_to_what_failed(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "PRY", "URY")
    happened(desk, Happening.FAILED, "GHA", "PRY")
    waiting = desk.home.overview(NOON.date()).dispatches.undelivered
    assert waiting is not None
    assert {one.state for one in waiting.failed} == {"GHA", "PRY"}
    first = desk.deliveries.lines()[0]
    others = [one.recipient.state for one in first.deliveries if one.standing is Standing.PREPARED]
    assert len(waiting.prepared) == len(others)
    (failed,) = (one for one in waiting.failed if one.state == "PRY")
    screen.go_to(f"{failed.dispatch}:{failed.key}")
    assert [row.delivery.recipient.state for row in screen.detail.chosen] == ["PRY"]

    revise(desk)
    begin(screen)
    tick(screen, "Ghana")
    tick(screen, "Paraguay")
    finish(screen.preparing.form.address.editors[0])
    line = desk.deliveries.lines()[0]
    desk._clock.forward(60)  # type: ignore[attr-defined]
    sent = [one.recipient.key for one in line.deliveries if one.recipient.state != "PRY"]
    desk.deliveries.happened(sent, Happening.SENT, desk.deliveries.now)
    waiting = desk.home.overview(NOON.date()).dispatches.undelivered
    assert waiting is not None
    assert [one.state for one in waiting.prepared] == ["PRY"]
    assert [(one.dispatch, one.state) for one in waiting.failed] == [(line.dispatch.key, "GHA")], "the address is dead"
    desk.deliveries.happened(sent, Happening.ACKNOWLEDGED, desk.deliveries.now)
    waiting = desk.home.overview(NOON.date()).dispatches.undelivered
    assert waiting is not None
    assert waiting.failed == ()


def test_a_message_that_does_not_say_that_it_brings_a_later_version_is_asked_about(
    screen: DistributionScreen, desk: Secretariat, answers: Answers
) -> None:
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "PRY")
    revise(desk)
    begin(screen)
    form = screen.preparing.form
    form.subject.load(said("{titles}"), over=True)  # which may be those of the version before
    answers.yes = False
    finish(form.address.editors[0])
    assert "its subject does not name the symbols" in answers.asked[-1].text
    form.subject.load(said("Our agenda"), over=True)
    finish(form.address.editors[0])
    assert "does not say that it brings a later version" in answers.asked[-1].text
    assert len(desk.deliveries.lines()) == 1
    answers.yes = True
    finish(form.address.editors[0])
    assert len(desk.deliveries.lines()) == 2


def test_whom_a_reminder_is_for_is_not_changed_by_what_was_chosen_on_the_card_before(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """A choice that was left, of those who had an earlier version, meant others once the reminder was prepared."""
    issue(desk)
    prepare(screen)
    first = desk.deliveries.lines()[0].dispatch.key
    happened(desk, Happening.SENT, "GHA", "PRY")
    revise(desk)
    begin(screen)
    choose(screen, 1)
    screen.preparing.card.leave.click()
    begin(screen)
    assert screen.preparing.form.same.value() is None
    assert set(picked(screen).values()) != {False}
    choose(screen, 1)
    screen.preparing.card.leave.click()
    screen.go_to(first)
    press(screen, AGAIN)
    meant = picked(screen)
    assert meant["Ghana"]
    screen.preparing.form.address.load(SENDER, over=True)
    finish(screen.preparing.form.address.editors[0])
    line = desk.deliveries.lines()[0]
    assert line.dispatch.key != first
    assert {one.recipient.state for one in line.deliveries} == {"GHA", "PRY"}
