"""Participants: invited in one step, answers, delegations, partners, who is expected; on a real register."""

import datetime
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.participants import Answer, Part
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.invitations import Invitation
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.participants import ParticipantsScreen
from tests.registers import MEMBERS, OBSERVERS, OPENS
from tests.ui.screens.offices import finish, held, office, press, shown, texts, type_into

ON = datetime.date(2026, 10, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[ParticipantsScreen]:
    with held(ParticipantsScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        yield screen


def told(alerts: Alerts, language: CurrentLanguage) -> str:
    return alerts.notice.what.said_in(language.words) if alerts.notice else ""


def meeting(desk: Secretariat) -> Meeting:
    (one,) = desk.meetings.list()
    return one


def invite(screen: ParticipantsScreen, *others: str) -> None:
    press(screen, "Invite")
    form = screen.detail.cards.invite_form
    for field in (form.members, form.observers):
        field.load(True, over=True)
    if others:
        type_into(form.others.editors[0], "; ".join(others))
    form.on.load(ON, over=True)
    finish(form.field("reference").editors[0])


def choose(screen: ParticipantsScreen, name: str) -> None:
    row = next(one for one in screen.list.model.rows if one.said_in(screen.words) == name)
    assert screen.list.select(row.key)


def answer(screen: ParticipantsScreen, name: str, said: Answer = Answer.ATTENDS) -> None:
    choose(screen, name)
    press(screen, "Record the answer")
    form = screen.detail.cards.answer_form
    form.answer.load(said, over=True)
    finish(form.field("answer_reference").editors[0])


def add(screen: ParticipantsScreen, name: str) -> None:
    press(screen, "Add a person to the delegation")
    editor = screen.detail.cards.delegate_form.field("person").editors[0]
    type_into(editor, name)
    finish(editor)


def act(screen: ParticipantsScreen, whom: str, label: str) -> None:
    """One of the acts that Ctrl+K finds for a person of the delegation."""
    QApplication.processEvents()
    found = {(hit.detail, hit.title): hit.act for hit in screen.commands()}
    found[f"Paraguay · {whom}", label]()


def named(screen: ParticipantsScreen) -> list[str]:
    """The given names of the delegation chosen, in its order."""
    assert screen.list.current is not None
    return [person.given_name for _, person in screen.list.current.delegation]


def test_all_members_and_observers_are_invited_in_one_step_with_other_states(
    screen: ParticipantsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    assert "Nobody is invited yet" in texts(screen)
    invite(screen, "Kenya", "France")
    assert told(alerts, language) == "Invited now: 12."
    lines = desk.invitations.guests(meeting(desk).key).lines
    assert {one.invitee.state for one in lines} == {*MEMBERS, *OBSERVERS, "KEN", "FRA"}
    choose(screen, "Kenya")
    assert "A guest: no vote" in texts(screen.detail)
    choose(screen, "Brazil")
    assert "A guest: no vote" not in texts(screen.detail)


def test_an_unknown_state_is_said_under_its_field(screen: ParticipantsScreen, desk: Secretariat) -> None:
    invite(screen, "Atlantis")
    assert "Atlantis" in texts(screen.detail)
    assert not desk.invitations.guests(meeting(desk).key).lines


def test_several_answer_alike_and_those_who_have_not_are_shown(
    screen: ParticipantsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    desk.invitations.invite(meeting(desk).key, Invitation(("KEN",)))
    invite(screen)
    keys = [one.key for one in screen.list.model.rows if one.invitee.state in MEMBERS[:6]]
    screen.list.select_several(keys)
    press(screen, "Record the answer")
    finish(screen.detail.cards.answer_form.field("answer_reference").editors[0])
    assert told(alerts, language) == "Answers recorded: 6."
    press(screen, "Show who has not answered")
    assert {one.invitee.state for one in screen.list.model.rows} == {*MEMBERS[6:], *OBSERVERS}
    assert "Have not answered: 4." in told(alerts, language)
    assert QGuiApplication.clipboard().text() == ""
    assert "6 persons in the room" in texts(screen.detail)
    assert "6 delegations attending have named nobody yet: each counts as one person." in texts(screen.detail)
    assert "Delegations, by what they answered" in texts(screen.detail)
    assert "4 answers awaited" in texts(screen.detail)
    assert "Latin American and Caribbean: Attends: 2, Awaited: 1." in screen.detail.chart.accessibleDescription()


def test_a_delegation_is_named_ordered_and_led_by_one(
    screen: ParticipantsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    invite(screen)
    choose(screen, "Paraguay")
    press(screen, "Add a person to the delegation")
    assert "Record first that Paraguay attends" in told(alerts, language)
    answer(screen, "Paraguay")
    for name in ("Ms. Ana EXAMPLE", "Bea EXAMPLE", "Carla EXAMPLE"):
        add(screen, name)
    line = screen.list.current
    assert line is not None
    assert [(one.part, person.given_name) for one, person in line.delegation] == [
        (Part.HEAD, "Ana"), (Part.DELEGATE, "Bea"), (Part.DELEGATE, "Carla"),
    ]  # fmt: skip
    act(screen, "Carla EXAMPLE", "Move up")
    assert named(screen) == ["Ana", "Carla", "Bea"]
    act(screen, "Bea EXAMPLE", "Make head")
    line = screen.list.current
    assert line is not None
    assert [(one.part, person.given_name) for one, person in line.delegation] == [
        (Part.HEAD, "Bea"), (Part.DELEGATE, "Ana"), (Part.DELEGATE, "Carla"),
    ]  # fmt: skip
    add(screen, "Ana EXAMPLE")
    assert "may be somebody whom the register knows" in texts(screen.detail)
    screen.detail.cards.delegate.leave.click()
    answer(screen, "Paraguay", Answer.APOLOGIES)
    assert not desk.invitations.guests(meeting(desk).key).lines[0].delegation
    assert "Nobody is named yet." in texts(screen.detail)


def test_an_answer_to_an_invitation_that_is_only_prepared_is_remarked(
    screen: ParticipantsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    invitation = Invitation(("PRY", "GHA", "BRA"))
    desk.invitations.invite(meeting(desk).key, invitation)
    screen.refresh()
    answer(screen, "Paraguay")
    assert told(alerts, language) == (
        "The answer of Paraguay is recorded. That the invitation was sent is not: "
        "record its sending too, if it went out."
    )
    assert "the invitation is not recorded as sent" in texts(screen.detail)
    column = next(one for one in screen.list.model.columns if one.title == "Invited on")
    assert {one.said_in(screen.words): column.text(one, screen.words) for one in screen.list.model.rows} == {
        "Brazil": "prepared", "Ghana": "prepared", "Paraguay": "not recorded",
    }  # fmt: skip
    assert alerts.notice is not None
    (offer,) = alerts.notice.offers
    choose(screen, "Ghana")
    offer.act()
    assert screen.detail.cards.sent.name.endswith("Paraguay")
    finish(screen.detail.cards.sent_form.field("reference").editors[0])
    line = next(one for one in desk.invitations.guests(meeting(desk).key).lines if one.invitee.state == "PRY")
    assert line.invitee.invited_on is not None
    answer(screen, "Paraguay", Answer.ONLINE)
    assert told(alerts, language) == "The answer of Paraguay is recorded."
    screen.list.select_several([one.key for one in screen.list.model.rows if one.invitee.state != "PRY"])
    press(screen, "Record the answer")
    finish(screen.detail.cards.answer_form.field("answer_reference").editors[0])
    assert told(alerts, language) == (
        "Answers recorded: 2. Invitations among them that are not recorded as sent: 2; record their sending too, "
        "if they went out."
    )


def test_a_saved_mail_dropped_on_the_pane_is_the_answer_of_its_day(
    screen: ParticipantsScreen, desk: Secretariat, tmp_path: Path
) -> None:
    invite(screen)
    choose(screen, "Ghana")
    message = EmailMessage()
    message["From"], message["Subject"] = "mission@gh.example.org", "NV/9/2026"
    message["Date"] = datetime.datetime(2026, 10, 22, 9, tzinfo=datetime.UTC)
    message.set_content("We come.")
    path = tmp_path / "reply.eml"
    path.write_bytes(message.as_bytes())
    screen.detail.drop.dropped.emit((path,))
    form = screen.detail.cards.answer_form
    finish(form.field("answer_reference").editors[0])
    line = next(one for one in desk.invitations.guests(meeting(desk).key).lines if one.invitee.state == "GHA")
    assert (line.invitee.answer, line.invitee.answered_on, line.invitee.answer_reference) == (
        Answer.ATTENDS, datetime.date(2026, 10, 22), "NV/9/2026",
    )  # fmt: skip
    assert "reply.eml" in texts(screen.detail)


def test_a_partner_is_recorded_invited_corrected_and_found(screen: ParticipantsScreen, desk: Secretariat) -> None:
    press(screen, "Record a partner")
    form = screen.detail.cards.partner_form
    type_into(form.name.editors[0], "Example academy")
    finish(form.field("emails").editors[0])
    (row,) = screen.list.model.rows
    assert (row.partner is not None and row.partner.name.en, row.lacks_address) == ("Example academy", True)
    press(screen, "Correct the partner")
    type_into(form.field("emails").editors[0], "desk@example.org")
    finish(form.field("emails").editors[0])
    (partner,) = desk.partners.list()
    assert partner.emails == ("desk@example.org",)
    screen.go_to(f"partner:{partner.key}")
    assert screen.list.current is not None
    assert screen.list.current.partner == partner
    press(screen, "Take back the invitation")
    assert not screen.list.model.rows


def delegation(screen: ParticipantsScreen, desk: Secretariat, *names: str) -> None:
    """Paraguay attends with these persons; the screen hears what is recorded from now on."""
    desk.store.subscribe(screen.touched)
    invite(screen)
    answer(screen, "Paraguay")
    for name in names:
        add(screen, f"{name} EXAMPLE")
    assert named(screen) == list(names)


def test_who_was_taken_out_meanwhile_does_not_come_back_with_another(
    screen: ParticipantsScreen, desk: Secretariat
) -> None:
    delegation(screen, desk, "Ana", "Bea")
    press(screen, "Add a person to the delegation")
    editor = screen.detail.cards.delegate_form.field("person").editors[0]
    type_into(editor, "Carla EXAMPLE")
    act(screen, "Bea EXAMPLE", "Take out")
    finish(editor)
    assert named(screen) == ["Ana", "Carla"]


def test_nobody_is_put_right_who_was_taken_out_meanwhile(
    screen: ParticipantsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    delegation(screen, desk, "Ana", "Bea")
    act(screen, "Bea EXAMPLE", "Correct")
    form = screen.detail.cards.delegate_form
    type_into(form.field("function").editors[0], "Counsellor")
    act(screen, "Bea EXAMPLE", "Take out")
    screen.detail.cards.delegate.verb.click()
    assert named(screen) == ["Ana"]
    assert "was taken back meanwhile: nothing was recorded" in told(alerts, language)
    assert screen.detail.cards.delegate.isVisible()


def test_an_invitation_that_was_taken_back_is_not_recorded_anew_by_its_answer(
    screen: ParticipantsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    desk.store.subscribe(screen.touched)
    invite(screen)
    choose(screen, "Paraguay")
    press(screen, "Record the answer")
    reference = screen.detail.cards.answer_form.field("answer_reference").editors[0]
    type_into(reference, "NV/88")
    undo.undo(desk.store)
    finish(reference)
    assert not desk.invitations.guests(meeting(desk).key).lines
    assert "was taken back meanwhile: nothing was recorded" in told(alerts, language)
    screen.detail.cards.answer.leave.click()
    invite(screen)
    screen.list.select_several([one.key for one in screen.list.model.rows][:2])
    press(screen, "Record the answer")
    type_into(reference, "NV/89")
    undo.undo(desk.store)
    finish(reference)
    assert "was taken back meanwhile: nothing was recorded" in told(alerts, language)


def test_an_answer_leaves_what_was_recorded_of_its_invitation_meanwhile(
    screen: ParticipantsScreen, desk: Secretariat
) -> None:
    desk.store.subscribe(screen.touched)
    invite(screen)
    choose(screen, "Paraguay")
    press(screen, "Record the answer")
    reference = screen.detail.cards.answer_form.field("answer_reference").editors[0]
    type_into(reference, "NV/88")
    earlier = ON - datetime.timedelta(days=3)
    desk.invitations.sent([screen.current_key()], earlier, "SEC/12")
    finish(reference)
    line = next(one for one in desk.invitations.guests(meeting(desk).key).lines if one.invitee.state == "PRY")
    assert (line.invitee.answer_reference, line.invitee.reference) == ("NV/88", "SEC/12")
    assert line.invitee.invited_on == earlier


def test_the_document_is_one_key_away(screen: ParticipantsScreen, desk: Secretariat) -> None:
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    press(screen, "List of participants")
    assert asked == [Place("documents", f"participants:{meeting(desk).key}")]


@pytest.mark.parametrize("tongue", list(Language))
def test_the_screen_is_said_again_in_each_language(
    screen: ParticipantsScreen, language: CurrentLanguage, tongue: Language
) -> None:
    invite(screen, "Kenya")
    language.switch(tongue)
    assert len(screen.list.model.rows) == len(MEMBERS) + len(OBSERVERS) + 1
    assert screen.detail.chart.accessibleDescription()


@pytest.mark.parametrize(
    ("label", "card", "field"),
    [("Invite", "invite", "reference"), ("Record a partner", "partner", "address")],
)
def test_the_same_button_again_leaves_what_was_typed(
    screen: ParticipantsScreen, label: str, card: str, field: str
) -> None:
    press(screen, label)
    draft = getattr(screen.detail.cards, card)
    type_into(draft.form.field(field).editors[0], "SEC/7")
    press(screen, label)
    assert draft.isVisible()
    assert draft.form.field(field).value() == "SEC/7"
    assert "The card stays open" in texts(draft)


def test_an_answer_being_typed_stays_whatever_is_begun_next(screen: ParticipantsScreen, desk: Secretariat) -> None:
    invite(screen)
    choose(screen, "Paraguay")
    press(screen, "Record the answer")
    form = screen.detail.cards.answer_form
    type_into(form.field("answer_reference").editors[0], "NV/88")
    for label in ("Record the answer", "Invite", "Record the sending"):
        press(screen, label)
        assert form.field("answer_reference").value() == "NV/88"
        assert [card for card in screen.detail.cards.all if card.isVisible()] == [screen.detail.cards.answer]
    finish(form.field("answer_reference").editors[0])
    line = next(one for one in desk.invitations.guests(meeting(desk).key).lines if one.invitee.state == "PRY")
    assert line.invitee.answer_reference == "NV/88"


def test_nobody_is_invited_who_was_not_asked_for_and_the_card_says_who_will_be(
    screen: ParticipantsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    press(screen, "Invite")
    card, form = screen.detail.cards.invite, screen.detail.cards.invite_form
    assert card.name == "Invite – Second annual meeting: nobody yet"
    type_into(form.others.editors[0], "Kenya; France")
    finish(form.others.editors[0])
    assert told(alerts, language) == "Prepared: 2. Record the sending when the invitations have gone out."
    assert {one.invitee.state for one in desk.invitations.guests(meeting(desk).key).lines} == {"KEN", "FRA"}
    press(screen, "Invite")
    QTest.keyClick(form.members.editors[0], Qt.Key.Key_Space)
    type_into(form.others.editors[0], "Peru")
    assert card.name == f"Invite – Second annual meeting: {len(MEMBERS)} members, Peru"


def test_the_card_says_to_which_meeting_it_invites_and_the_message_too_where_another_is_shown(
    screen: ParticipantsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    other = desk.planning.next(MeetingKind.ANNUAL, OPENS)
    screen.refresh()
    press(screen, "Invite")
    card, form = screen.detail.cards.invite, screen.detail.cards.invite_form
    type_into(form.others.editors[0], "Kenya")
    screen.go_to(other.key)
    type_into(form.others.editors[0], "Kenya; France")
    assert card.name == "Invite – Second annual meeting: Kenya, France"
    form.on.load(ON, over=True)
    finish(form.others.editors[0])
    assert told(alerts, language) == (
        "Invited now: 2. Recorded for another meeting than the one shown: Second annual meeting."
    )
    assert desk.invitations.guests(other.key).lines == ()


def test_reply_sheets_are_written_for_those_shown_and_for_those_selected(
    screen: ParticipantsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def folder(_parent: object, title: str) -> Path:
        asked.append(title)
        into = tmp_path / str(len(asked))
        into.mkdir()
        return into

    monkeypatch.setattr(screen.places, "folder", folder)
    invite(screen)
    screen.filters.capacity.load(Capacity.OBSERVER, over=True)
    screen.filters.changed.emit()
    press(screen, "Write reply sheets")
    screen.filters.show_all()
    screen.filters.changed.emit()
    screen.list.select_several([row.key for row in screen.list.model.rows[:3]])
    press(screen, "Write reply sheets")
    assert asked == [f"Reply sheets for {len(OBSERVERS)} States", "Reply sheets for 3 States"]
    assert [len(list((tmp_path / n).glob("*.xlsx"))) for n in "12"] == [len(OBSERVERS), 3]


def test_the_language_in_which_each_is_written_to_is_said(screen: ParticipantsScreen) -> None:
    invite(screen, "Kenya")
    choose(screen, "Kenya")
    assert "Written to in English: no focal point says in which." in texts(screen.detail)
