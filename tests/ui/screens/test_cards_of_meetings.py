"""A card of Meetings records on the meeting for which it was opened, whichever is looked at then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fact_rows import FactRows
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from tests.registers import OPENS, said
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

GONE = "What this concerns was taken back meanwhile"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MeetingsScreen]:
    with held(MeetingsScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


@pytest.fixture
def other(screen: MeetingsScreen, desk: Secretariat) -> str:
    """Another meeting than the one that is shown."""
    first = screen.current_key()
    other = desk.planning.next(MeetingKind.EXTRAORDINARY, OPENS)
    QApplication.processEvents()
    screen.go_to(first)
    return other.key


def look_at(screen: MeetingsScreen, key: str) -> None:
    screen.go_to(key)
    QApplication.processEvents()
    assert screen.current_key() == key


def told(alerts: Alerts, language: CurrentLanguage) -> str:
    return alerts.notice.what.said_in(language.words) if alerts.notice else ""


def test_a_sending_is_recorded_on_the_meeting_of_its_card(
    screen: MeetingsScreen, desk: Secretariat, other: str
) -> None:
    first, sending = screen.current_key(), screen.detail.sending
    press(screen, "Record the sending of the agenda")
    type_into(sending.form.field("reason").editors[0], "The host asked for more time")
    look_at(screen, other)
    assert sending.draft.name == "Record the sending of the agenda – NMIRF/2026"
    finish(sending.form.field("reason").editors[0])
    assert [one.reason for one in desk.meetings.plan(first).dispatches] == ["The host asked for more time"]
    assert not desk.meetings.plan(other).dispatches
    assert screen.current_key() == first, "what was recorded is in sight"


def test_an_election_is_recorded_on_the_meeting_of_its_card_with_its_item(
    screen: MeetingsScreen, desk: Secretariat, other: str
) -> None:
    first, elections = screen.current_key(), screen.detail.elections
    item = desk.agendas.items(first)[0].item.key
    screen.detail.elect.click()
    type_into(elections.form.field("state").editors[0], "Paraguay")
    elections.form.item.load(item, over=True)
    look_at(screen, other)
    assert elections.draft.name == "Record an election – NMIRF/2026"
    finish(elections.form.field("state").editors[0])
    assert [(one.state, one.item) for one in desk.meetings.plan(first).officers] == [("PRY", item)]
    assert not desk.meetings.plan(other).officers
    assert screen.current_key() == first


def test_a_card_that_is_not_filled_in_goes_with_its_meeting(screen: MeetingsScreen, other: str) -> None:
    detail = screen.detail
    press(screen, "Record the sending of the agenda")
    screen.detail.elect.click()
    look_at(screen, other)
    assert all(card.isHidden() for card in (detail.sending.draft, detail.elections.draft))
    press(screen, "Record the sending of the agenda")
    assert detail.sending.draft.name == "Record the sending of the agenda – NMIRF/2027/EX1"


def test_nothing_is_recorded_on_a_meeting_that_is_not_there_any_more(
    screen: MeetingsScreen, desk: Secretariat, other: str, alerts: Alerts, language: CurrentLanguage
) -> None:
    detail = screen.detail
    look_at(screen, other)
    press(screen, "Record the sending of the agenda")
    type_into(detail.sending.form.field("reason").editors[0], "Late")
    detail.elect.click()
    type_into(detail.elections.form.field("state").editors[0], "Ghana")
    undo.undo(desk.store)
    QApplication.processEvents()
    for form, field in ((detail.sending, "reason"), (detail.elections, "state")):
        alerts.clear()
        finish(form.form.field(field).editors[0])
        assert told(alerts, language).startswith(GONE)
        assert form.draft.isVisible()
    (left,) = desk.meetings.list()
    assert not desk.meetings.plan(left.key).dispatches


def act(rows: FactRows, key: str, label: str) -> None:
    """Press a small action of a row."""
    body = rows.row_of(key)
    assert body is not None
    for text in body.findChildren(LinkedText):
        for part in text.text().split("<a ")[1:]:
            if label in part:
                text.linkActivated.emit(part.split(">")[0].split('"')[1])
                return
    pytest.fail(f"no {label} in {texts(body)}")


def test_a_milestone_filled_in_stays_whatever_is_opened_or_looked_at(
    screen: MeetingsScreen, desk: Secretariat, other: str
) -> None:
    first, milestones = screen.current_key(), screen.detail.milestones
    act(milestones.rows, MilestoneKind.REGISTRATION, "Change")
    note = milestones.form.field("note").editors[0]
    type_into(note, "The host prints the badges")
    act(milestones.rows, MilestoneKind.INTERPRETATION, "Change")
    assert milestones.form.note.value() == "The host prints the badges"
    assert "The card stays open" in texts(milestones.card)
    look_at(screen, other)
    assert milestones.card.isVisible()
    press(screen, "Add a milestone")
    assert milestones.card.name == "Milestone – Registration closes, NMIRF/2026"
    finish(note)
    noted = {one.kind: one.noted.note for one in desk.milestones.of(first)}
    assert noted[MilestoneKind.REGISTRATION] == "The host prints the badges"
    assert not any(one.noted.note for one in desk.milestones.of(other))
    assert screen.current_key() == first


def test_a_topic_filled_in_stays_whatever_is_looked_at(screen: MeetingsScreen, desk: Secretariat, other: str) -> None:
    first, topics = screen.current_key(), screen.detail.texts
    act(topics.rows, Topic.REGISTRATION, "Write")
    editor = topics.form.text.editors[0]
    type_into(editor, "Register by letter.")
    look_at(screen, other)
    assert topics.card.isVisible()
    act(topics.rows, Topic.INVITATION, "Write")
    assert topics.form.text.value().en == "Register by letter."
    assert topics.card.name == "Invitation and information – Registration, NMIRF/2026"
    finish(editor)
    assert {one.topic: one.text.en for one in desk.meeting_texts.of(first, OPENS)}[Topic.REGISTRATION] == (
        "Register by letter."
    )
    assert not any(one.text for one in desk.meeting_texts.of(other, OPENS))
    assert screen.current_key() == first


def test_a_card_that_is_only_looked_at_gives_way_to_another_meeting(screen: MeetingsScreen, other: str) -> None:
    detail = screen.detail
    act(detail.milestones.rows, MilestoneKind.REGISTRATION, "Change")
    act(detail.texts.rows, Topic.INVITATION, "Write")
    look_at(screen, other)
    assert detail.milestones.card.isHidden()
    assert detail.texts.card.isHidden()


def test_no_milestone_or_text_is_recorded_of_what_is_not_there_any_more(
    screen: MeetingsScreen, desk: Secretariat, other: str, alerts: Alerts, language: CurrentLanguage
) -> None:
    detail, own = (
        screen.detail,
        Milestone("", screen.current_key(), MilestoneKind.OTHER, due_on=OPENS, title=said("Ba")),
    )
    key = desk.milestones.save(own).key
    QApplication.processEvents()
    act(detail.milestones.rows, key, "Change")
    note = detail.milestones.form.field("note").editors[0]
    type_into(note, "Two colours")
    undo.undo(desk.store)
    finish(note)
    assert told(alerts, language).startswith(GONE)
    assert all(one.kind is not MilestoneKind.OTHER for one in desk.milestones.of(screen.current_key()))
    detail.milestones.card.leave.click()
    look_at(screen, other)
    act(detail.texts.rows, Topic.REGISTRATION, "Write")
    act(detail.milestones.rows, MilestoneKind.REGISTRATION, "Change")
    type_into(detail.texts.form.text.editors[0], "Register by letter.")
    type_into(note, "Soon")
    undo.undo(desk.store)
    QApplication.processEvents()
    for editor in (detail.texts.form.text.editors[0], note):
        alerts.clear()
        finish(editor)
        assert told(alerts, language).startswith(GONE)
