"""What is done with recipients of a dispatch: what Enter opens, the way to an address, several taken back at once."""

import datetime
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from nmirf_desktop.domain.dispatches import CHANNEL_LABELS, Function, Happening, Standing
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY
from nmirf_desktop.domain.recipients import Wanting
from nmirf_desktop.services.deliveries import Witness
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_detail import TAKE_BACK
from nmirf_desktop.ui.screens.distribution_list import prepared_said
from nmirf_desktop.ui.screens.distribution_record import Which
from nmirf_desktop.ui.screens.members import MembersScreen
from tests.ui.conftest import Answers
from tests.ui.screens.offices import NOON, finish, held, press, shown, texts
from tests.ui.screens.test_distribution import begin, desk, issue, prepare, press_key, screen, standing, told

NOW = NOON + datetime.timedelta(minutes=1)


__all__ = ["desk", "screen"]


def recipient(desk: Secretariat, state: str) -> str:
    (line,) = desk.deliveries.lines()
    return next(one.recipient.key for one in line.deliveries if one.recipient.state == state)


def some_failed(screen: DistributionScreen, desk: Secretariat, *failed: str, sent: tuple[str, ...] = ()) -> None:
    """An agenda that was prepared, of which something did not arrive; all the others are not sent yet."""
    issue(desk)
    prepare(screen)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    now = desk.deliveries.now
    desk.deliveries.happened([recipient(desk, one) for one in (*failed, *sent)], Happening.SENT, now)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    desk.deliveries.happened([recipient(desk, one) for one in failed], Happening.FAILED, desk.deliveries.now)
    shown(screen, NOON.date())


def test_enter_on_what_failed_opens_the_card_for_that_one_alone(screen: DistributionScreen, desk: Secretariat) -> None:
    some_failed(screen, desk, "BRA")
    screen.detail.people.select(recipient(desk, "BRA"))
    press_key(screen.detail.people.view, Qt.Key.Key_Return)
    assert screen.detail.card.fields.which.value() is Which.CHOSEN
    assert screen.detail.card.fields.keys() == (recipient(desk, "BRA"),)


def test_an_act_is_never_meant_of_others_at_first_who_are_not_in_sight(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    some_failed(screen, desk, "BRA")
    screen.detail.standing.load(Standing.FAILED, over=True)
    screen.detail.standing.edited.emit()
    screen.detail.people.select(recipient(desk, "BRA"))
    press(screen, "They were sent …")
    assert screen.detail.card.fields.keys() == (recipient(desk, "BRA"),)


def test_enter_on_what_was_acknowledged_says_so_and_opens_nothing(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    some_failed(screen, desk, sent=("URY",))
    desk.deliveries.happened([recipient(desk, "URY")], Happening.ACKNOWLEDGED, desk.deliveries.now)
    shown(screen, NOON.date())
    screen.detail.people.select(recipient(desk, "URY"))
    press_key(screen.detail.people.view, Qt.Key.Key_Return)
    assert screen.detail.card.isHidden()
    assert told(alerts, language).startswith("Those chosen are recorded as sent already.")


def test_one_link_leads_from_what_did_not_arrive_to_the_address(screen: DistributionScreen, desk: Secretariat) -> None:
    some_failed(screen, desk, "BRA", sent=("URY",))
    places: list[Place] = []
    screen.asked.connect(places.append)
    screen.detail.people.select(recipient(desk, "BRA"))
    (line,) = desk.deliveries.lines()
    person = next(one.recipient.person for one in line.deliveries if one.recipient.state == "BRA")
    link = next(one for one in screen.detail.to.findChildren(LinkedText) if one.places)
    assert "Go to the address" in link.text()
    (place,) = link.places
    link.linkActivated.emit(f"{place.screen}#{place.key}")
    assert places == [Place("members", f"BRA:{person}")]
    screen.detail.people.select(recipient(desk, "URY"))
    assert not [one for one in screen.detail.to.findChildren(LinkedText) if one.isVisible() and one.places]


def back(screen: DistributionScreen) -> None:
    """Take back the first event that can be, of the recipient chosen."""
    {hit.title: hit.act for hit in screen.commands()}[TAKE_BACK]()


def test_several_that_are_chosen_are_taken_back_at_once_and_asked_once(
    screen: DistributionScreen, desk: Secretariat, answers: Answers, alerts: Alerts, language: CurrentLanguage
) -> None:
    some_failed(screen, desk, sent=("URY", "PRY", "BRA"))
    screen.detail.people.select_several([recipient(desk, one) for one in ("PRY", "URY")])
    back(screen)
    assert len(answers.asked) == 1
    assert "Uruguay" in answers.asked[0].detail
    assert "Brazil" not in answers.asked[0].detail
    assert [standing(desk, one) for one in ("URY", "PRY", "BRA")] == [
        Standing.PREPARED, Standing.PREPARED, Standing.SENT,
    ]  # fmt: skip
    assert told(alerts, language).startswith("Taken back: 2.")


def test_one_of_several_that_are_chosen_can_be_taken_back_alone_or_none(
    screen: DistributionScreen, desk: Secretariat, answers: Answers
) -> None:
    some_failed(screen, desk, sent=("URY", "PRY"))
    answers.yes = False
    screen.detail.people.select_several([recipient(desk, one) for one in ("URY", "PRY")])
    back(screen)
    assert standing(desk, "URY") is standing(desk, "PRY") is Standing.SENT
    answers.other = True
    back(screen)
    assert sorted([standing(desk, "URY"), standing(desk, "PRY")]) == [Standing.PREPARED, Standing.SENT]


def of_whom(screen: DistributionScreen) -> str:
    (choice,) = screen.detail.card.fields.which.editors
    assert isinstance(choice, QComboBox)
    return choice.currentText()


def deselect(screen: DistributionScreen, key: str) -> None:
    """Ctrl+click on a row that is chosen."""
    people = screen.detail.people
    index = people.model.index(people.model.row_of(key), 0)
    view = people.view
    view.scrollTo(index)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, view.visualRect(index).center()
    )


def test_an_open_card_is_of_those_who_are_chosen_now(screen: DistributionScreen, desk: Secretariat) -> None:
    """One who was taken out of the choice while the card was open was recorded as sent."""
    some_failed(screen, desk)
    keys = {code: recipient(desk, code) for code in ("BRA", "PRY", "URY")}
    screen.detail.people.select_several(list(keys.values()))
    press(screen, "They were sent …")
    assert of_whom(screen) == "Those chosen: Brazil, Paraguay, Uruguay"
    deselect(screen, keys["PRY"])
    assert of_whom(screen) == "Those chosen: Brazil, Uruguay"
    finish(screen.detail.card.fields.note.editors[0])
    assert [standing(desk, one) for one in keys] == [Standing.SENT, Standing.PREPARED, Standing.SENT]


def test_a_card_that_was_meant_of_all_is_of_those_who_are_chosen_later(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    some_failed(screen, desk)
    screen.detail.people.select(recipient(desk, "BRA"))
    press(screen, "They were sent …")
    assert of_whom(screen) == "All still to record: 9 recipients"
    screen.detail.people.select_several([recipient(desk, one) for one in ("PRY", "URY")])
    assert of_whom(screen) == "Those chosen: Paraguay, Uruguay"
    screen.detail.card.fields.which.load(Which.ALL)
    assert of_whom(screen) == "All still to record: 9 recipients"


def test_a_card_whose_chosen_have_nothing_to_record_says_so_and_records_nobody_else(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    some_failed(screen, desk, sent=("URY",))
    screen.detail.people.select_several([recipient(desk, one) for one in ("PRY", "BRA")])
    press(screen, "They were sent …")
    screen.detail.people.select_several([recipient(desk, one) for one in ("URY",)])
    assert of_whom(screen) == "Those chosen: nobody of whom it is still to be recorded"
    finish(screen.detail.card.fields.note.editors[0])
    assert "Those chosen are recorded as sent already" in texts(screen.detail.card)
    assert [standing(desk, one) for one in ("PRY", "BRA")] == [Standing.PREPARED, Standing.PREPARED]


def test_what_was_recorded_at_once_is_taken_back_at_once_from_the_message(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """Of a batch of 48 each had to be chosen again and taken back."""
    some_failed(screen, desk, sent=("URY",))
    screen.detail.people.select(recipient(desk, "PRY"))
    press(screen, "They were sent …")
    finish(screen.detail.card.fields.note.editors[0])
    assert told(alerts, language).startswith("Recorded as sent: 8.")
    assert alerts.notice is not None
    (offer,) = alerts.notice.offers
    assert offer.label == "Take it back for all of them"
    offer.act()
    assert [standing(desk, one) for one in ("PRY", "BRA", "URY")] == [
        Standing.PREPARED, Standing.PREPARED, Standing.SENT,
    ]  # fmt: skip
    (line,) = desk.deliveries.lines()
    assert sum(len(one.events) for one in line.deliveries) == 1 + 8 + 8, "what was taken back stays in the log"


def test_what_was_recorded_at_once_is_taken_back_at_once_in_the_log(
    screen: DistributionScreen, desk: Secretariat, answers: Answers, alerts: Alerts, language: CurrentLanguage
) -> None:
    some_failed(screen, desk, sent=("URY", "PRY", "BRA"))
    screen.detail.people.select(recipient(desk, "PRY"))
    acts = {hit.title: hit.act for hit in screen.commands()}
    answers.yes = False
    acts["Take back all that was recorded with it"]()
    assert standing(desk, "URY") is Standing.SENT
    answers.yes = True
    acts["Take back all that was recorded with it"]()
    assert "for 3 recipients" in answers.asked[-1].text
    assert {standing(desk, one) for one in ("URY", "PRY", "BRA")} == {Standing.PREPARED}
    assert told(alerts, language).startswith("Taken back: 3.")


def test_what_was_recorded_of_one_alone_has_one_way_back(screen: DistributionScreen, desk: Secretariat) -> None:
    some_failed(screen, desk, sent=("URY",))
    screen.detail.people.select(recipient(desk, "URY"))
    assert "Take back all that was recorded with it" not in {hit.title for hit in screen.commands()}


def test_what_is_acknowledged_by_hand_without_a_sending_stays_among_what_is_to_be_recorded(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """“1 not sent yet” stood there where two were, and “They were sent” offered the other alone."""
    some_failed(screen, desk)
    (line,) = desk.deliveries.lines()
    others = [one.recipient.key for one in line.deliveries if one.recipient.state not in ("BRA", "URY")]
    desk.deliveries.happened(others, Happening.SENT, desk.deliveries.now)
    desk.deliveries.happened([recipient(desk, "BRA")], Happening.ACKNOWLEDGED, desk.deliveries.now)
    shown(screen, NOON.date())
    (counted,) = desk.deliveries.counted()
    stands = {column.title: column for column in screen.list.model.columns}["How it stands"]
    assert stands.text(counted, screen.words) == ("1 prepared, not sent · 1 acknowledged, no sending recorded · 7 sent")
    assert stands.brief is not None
    assert stands.brief(counted, screen.words) == "2 not sent yet of 9"
    screen.detail.people.select(recipient(desk, "URY"))
    press(screen, "They were sent …")
    assert of_whom(screen) == "All still to record: Brazil, Uruguay"
    screen.detail.card.fields.time.load(desk.deliveries.now.time().replace(second=0, microsecond=0), over=True)
    finish(screen.detail.card.fields.note.editors[0])
    (counted,) = desk.deliveries.counted()
    assert counted.unsaid == 0
    assert counted.count(Standing.ACKNOWLEDGED) == 1
    assert counted == desk.deliveries.line(counted.dispatch.key).counted


def test_a_reminder_is_called_so_in_the_list_of_dispatches(screen: DistributionScreen, desk: Secretariat) -> None:
    some_failed(screen, desk, sent=("URY", "BRA"))
    press(screen, "Send again to those who did not acknowledge …")
    finish(screen.preparing.form.subject.editors[0])
    documents = {column.title: column for column in screen.list.model.columns}["Documents"]
    second, first = desk.deliveries.counted()
    assert documents.text(second, screen.words).startswith("Reminder: NMIRF/")
    assert not documents.text(first, screen.words).startswith("Reminder: ")
    assert second == desk.deliveries.line(second.dispatch.key).counted


def test_ctrl_enter_prepares_from_an_empty_place_of_the_form(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    begin(screen)
    page = screen.preparing.findChild(Page)
    assert page is not None
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.deliveries.lines()) == 1


def test_what_is_missing_has_one_capital_and_the_class_can_be_seen(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    some_failed(screen, desk)
    begin(screen)
    review = screen.preparing.review
    review.show_rows(
        tuple(
            replace(row, line=replace(row.line, wanting=(Wanting.ADDRESS, Wanting.ALREADY)))
            for row in review.table.model.rows
        ),
        NOTHING_TO_SAY,
    )
    row = review.table.model.rows[0]
    columns = {column.title: column for column in review.table.model.columns}
    assert columns["What is missing"].brief is not None
    assert columns["What is missing"].brief(row, screen.words) == "No address, prepared"
    assert columns["Class"].text(row, screen.words) in ("Member", "Observer")


def test_who_acknowledged_is_recorded_again_with_others_after_the_sending_was_taken_back(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """“That is recorded already” was said of two who had acknowledged and whose sending was taken back."""
    some_failed(screen, desk, sent=("URY", "PRY", "BRA"))
    for state in ("URY", "PRY"):
        witness = Witness("a" * 64, number=f"<{state}@nmirf.invalid>")
        desk.deliveries.happened([recipient(desk, state)], Happening.ACKNOWLEDGED, desk.deliveries.now, witness=witness)
    (line,) = desk.deliveries.lines()
    sent = [event.key for one in line.deliveries for event in one.events if event.kind is Happening.SENT]
    desk.deliveries.take_back_all(sent)
    shown(screen, NOON.date())
    screen.detail.people.select_several([recipient(desk, one) for one in ("PRY", "URY")])
    press(screen, "They were sent …")
    assert not screen.detail.card.isHidden()
    assert set(screen.detail.card.fields.keys()) == {recipient(desk, one) for one in ("PRY", "URY")}
    finish(screen.detail.card.fields.note.editors[0])
    (line,) = desk.deliveries.lines()
    assert {one.recipient.state for one in line.deliveries if one.was_sent} == {"PRY", "URY"}


def test_a_card_names_its_dispatch_and_records_nothing_under_the_heading_of_another(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """What was recorded of the e-mails stood under the heading of the letters, with the same title."""
    some_failed(screen, desk, sent=("URY",))
    (first,) = desk.deliveries.lines()
    press(screen, "Send again to those who did not acknowledge …")
    finish(screen.preparing.form.subject.editors[0])
    second, _first = desk.deliveries.counted()
    screen.list.select(first.dispatch.key)
    press(screen, "They were sent …")
    card = screen.detail.card
    channel = language.words.gettext(CHANNEL_LABELS[first.dispatch.channel])
    assert f"{channel} · {prepared_said(first.dispatch, language.words)}" in texts(card)
    before = [one.events for line in desk.deliveries.lines() for one in line.deliveries]
    screen.list.select(second.dispatch.key)
    finish(card.fields.note.editors[0])
    assert [one.events for line in desk.deliveries.lines() for one in line.deliveries] == before
    assert "This card is of another dispatch" in told(alerts, language) + texts(card)
    assert not card.isHidden()
    screen.list.select(first.dispatch.key)
    finish(card.fields.note.editors[0])
    assert [one.events for line in desk.deliveries.lines() for one in line.deliveries] != before


def test_a_wrong_day_is_marked_at_the_day_and_a_wrong_hour_at_the_hour(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    some_failed(screen, desk)
    press(screen, "They were sent …")
    fields = screen.detail.card.fields
    today = fields.on.value()
    assert today is not None
    for day in (today + datetime.timedelta(days=1), today - datetime.timedelta(days=9)):
        fields.on.load(day, over=True)
        finish(fields.note.editors[0])
        assert (fields.refuses("on"), fields.refuses("at")) == (True, False)
    fields.on.load(today, over=True)
    fields.time.load(datetime.time(23, 59), over=True)
    finish(fields.note.editors[0])
    assert (fields.refuses("on"), fields.refuses("at")) == (False, True)


def test_the_month_of_notice_is_said_of_the_agenda_alone(screen: DistributionScreen, desk: Secretariat) -> None:
    """The card of an information note said that its day counts for the month."""
    some_failed(screen, desk)
    press(screen, "They were sent …")
    card = screen.detail.card
    assert "The day counts for the month of notice (R39)." in texts(card)
    ground = card.ground
    assert ground is not None
    issued = tuple(replace(one, kind=DocumentKind.INFORMATION) for one in ground.line.issued)
    card.begin_as(Happening.SENT, replace(ground, line=replace(ground.line, issued=issued)), desk.deliveries.now)
    assert "month of notice" not in texts(card)
    assert "When the messages or letters left." in texts(card)


def test_whom_the_last_did_not_reach_is_counted_among_those_left_out(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    some_failed(screen, desk, "BRA", sent=("URY",))
    begin(screen)
    said = screen.preparing.review.said.text()
    assert "left out, because it was prepared or sent already; 1 of these did not arrive" in said


def test_an_email_of_a_mechanism_that_is_missing_is_a_key_away(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """Enter led to the State, no card was open, and what was typed went into the filter of its list."""
    issue(desk)
    begin(screen)
    form = screen.preparing.form
    form.functions.load((Function.MECHANISM,), over=True)
    form.changed.emit()
    review = screen.preparing.review
    row = next(one for one in review.table.model.rows if one.said_in(screen.words) == "Paraguay")
    review.table.select(row.key)
    places: list[Place] = []
    screen.asked.connect(places.append)
    press_key(review.table.view, Qt.Key.Key_Return)
    assert places == [Place("members", "PRY:!email")]
    with held(MembersScreen(desk, language, alerts)) as members:
        shown(members, NOON.date())
        members.go_to(places[0].key)
        assert not members.detail.mechanism.description.isHidden()
        assert any(one.hasFocus() for one in members.detail.mechanism.form.emails.editors)
