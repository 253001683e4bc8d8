"""Distribution, as the coordinator walks through it: choose, review, prepare, send, and what comes back."""

import dataclasses
import datetime
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.dispatches import Channel, Function, Happening, Recipient, Standing
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recipients import Correspondent, Reviewed, Wanting
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.deliveries import Witness
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.jobs import InlineJobs, Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_list import RECIPIENTS
from nmirf_desktop.ui.screens.distribution_order import WrittenAs
from nmirf_desktop.ui.screens.distribution_picks import Picked, Picks
from nmirf_desktop.ui.screens.distribution_record import HappenedForm
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.screens.home import HomeScreen
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.settings import SettingsScreen
from tests.registers import MEMBERS, OBSERVERS, said
from tests.ui.conftest import Answers
from tests.ui.screens.offices import NOON, finish, hearing, held, office, press, shown, texts, type_into

SENDER = "secretariat@example.org"
WITHOUT_ADDRESS = "SVN"
SPEAK = {"PRY": Language.ES, "URY": Language.ES, "BRA": Language.ES, "MAR": Language.FR}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, tmp_path: Path
) -> Iterator[DistributionScreen]:
    with held(DistributionScreen(desk, InlineJobs(), language, alerts)) as screen:
        screen.choose_folder = lambda _parent, _title: tmp_path / "outbox"
        hearing(screen, desk)
        shown(screen, NOON.date())
        yield screen


def meeting(desk: Secretariat) -> Meeting:
    (one,) = desk.meetings.list()
    return one


def issue(desk: Secretariat, *, people: bool = True) -> None:
    """An agenda that was issued, and somebody to send it to in each State."""
    desk.papers.issue(Request(DocumentKind.AGENDA, meeting(desk).key), NOON.date())
    for code in (*MEMBERS, *OBSERVERS) if people else ():
        emails = () if code == WITHOUT_ADDRESS else (f"{code.lower()}@example.org",)
        person = Person(
            new_key(), said(f"Focal point of {code}"), code, language=SPEAK.get(code, Language.EN), emails=emails
        )
        point = FocalPoint(new_key(), code, person.key, Period(datetime.date(2024, 5, 8)), code in MEMBERS)
        desk.members.designate(point, person)


def told(alerts: Alerts, language: CurrentLanguage) -> str:
    return alerts.notice.what.said_in(language.words) if alerts.notice else ""


def begin(screen: DistributionScreen) -> None:
    press(screen, "New dispatch …")
    screen.preparing.form.address.load(SENDER, over=True)


def prepare(screen: DistributionScreen) -> None:
    begin(screen)
    finish(screen.preparing.form.address.editors[0])


def picked(screen: DistributionScreen) -> dict[str, bool]:
    """Who would get it, by name."""
    return {row.said_in(screen.words): row.included for row in screen.preparing.review.table.model.rows}


def press_key(widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)
    QApplication.processEvents()


def standing(desk: Secretariat, state: str) -> Standing:
    (line,) = desk.deliveries.lines()
    return next(one.standing for one in line.deliveries if one.recipient.state == state)


def sent_copy(path: Path, at: datetime.datetime) -> Path:
    """A message as a program for e-mail keeps it that sent it."""
    message = message_from_bytes(path.read_bytes(), policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    message.replace_header("Date", format_datetime(at))
    del message["X-Unsent"]
    copy = path.parent / f"sent-{path.name}"
    copy.write_bytes(message.as_bytes())
    return copy


def test_an_empty_place_says_what_to_do_first(
    screen: DistributionScreen, alerts: Alerts, language: CurrentLanguage
) -> None:
    assert "Nothing was prepared to be sent yet" in texts(screen)
    places: list[Place] = []
    screen.asked.connect(places.append)
    press(screen, "New dispatch …")
    assert "Issue it first" in told(alerts, language)
    assert alerts.notice is not None
    alerts.notice.offers[0].act()
    assert places == [Place("documents")]


def test_a_dispatch_is_reviewed_prepared_sent_and_acknowledged(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage, tmp_path: Path
) -> None:
    issue(desk)
    begin(screen)
    assert [one.kind for one in screen.preparing.form.issued.value()] == [DocumentKind.AGENDA]
    assert screen.preparing.form.capacities.value() == (Capacity.MEMBER, Capacity.OBSERVER, Capacity.OHCHR)
    assert screen.preparing.review.said.text() == "9 recipients; 1 cannot be reached."
    first = screen.preparing.review.table.model.rows[0]
    assert (first.said_in(screen.words), first.included) == ("Slovenia", False)  # what is missing stands first
    assert "No address is recorded" in screen.preparing.review.table.model.columns[2].text(first, screen.words)
    finish(screen.preparing.form.address.editors[0])
    (folder,) = (tmp_path / "outbox").iterdir()
    assert f"Prepared for 9 recipients, in “{folder}”" in told(alerts, language), "the whole folder, not its last name"
    assert "Nothing is sent yet" in told(alerts, language)
    assert len(list(folder.glob("*.eml"))) == 9
    assert desk.settings.read().email == SENDER
    assert "9 prepared, not sent" in texts(screen.detail)
    assert "En relación con" in screen.detail.text.text()  # the one chosen reads Spanish
    assert "{" not in screen.detail.text.text() + screen.detail.subject.text()

    press(screen, "They were sent …")
    finish(screen.detail.card.fields.note.editors[0])
    assert told(alerts, language).startswith("Recorded as sent: 9.")
    assert "9 sent" in texts(screen.detail)
    row = next(one for one in screen.detail.people.model.rows if one.delivery.recipient.state == "PRY")
    assert screen.detail.people.select(row.key)
    press(screen, "Acknowledged …")
    finish(screen.detail.card.fields.note.editors[0])
    assert standing(desk, "PRY") is Standing.ACKNOWLEDGED
    assert standing(desk, "URY") is Standing.SENT


def test_who_has_no_address_is_a_key_away(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    begin(screen)
    places: list[Place] = []
    screen.asked.connect(places.append)
    press_key(screen.preparing.review.table.view, Qt.Key.Key_Return)
    ((place,), slovenia) = places, desk.members.file("SVN", NOON.date()).focal_points_on(NOON.date())[0]
    assert place == Place("members", f"SVN:{slovenia.person}")
    desk.members.save_person(Person(slovenia.person, said("Focal point"), "SVN", emails=("svn@example.org",)))
    QApplication.processEvents()
    assert screen.preparing.review.said.text() == "10 recipients."


def test_one_comes_back_to_the_card_from_where_an_address_is_recorded(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    begin(screen)
    place = screen.current_key()
    screen.go_to(place)
    assert screen.preparing.isVisible()
    assert screen.preparing.form.address.value() == SENDER


def test_what_is_cancelled_leaves_nothing_and_the_card_stays(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, tmp_path: Path, qtbot: QtBot
) -> None:
    issue(desk)
    jobs = Jobs()
    with held(DistributionScreen(desk, jobs, language, alerts)) as screen:
        screen.choose_folder = lambda _parent, _title: tmp_path / "outbox"
        shown(screen, NOON.date())
        begin(screen)
        screen.preparing.card.verb.click()
        jobs.cancel()
        qtbot.waitUntil(lambda: not jobs.running)
        assert "it was cancelled, and no file was written" in told(alerts, language)
        assert list((tmp_path / "outbox").iterdir()) == []
        assert desk.deliveries.lines() == ()
        screen.preparing.card.verb.click()
        qtbot.waitUntil(lambda: not jobs.running)
        assert len(desk.deliveries.lines()) == 1


def test_somebody_is_left_out_by_space_and_written_to_in_another_language(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    begin(screen)
    table = screen.preparing.review.table
    row = next(one for one in table.model.rows if one.said_in(screen.words) == "Ghana")
    assert table.select(row.key)
    press_key(table.view, Qt.Key.Key_Space)
    assert picked(screen)["Ghana"] is False
    assert screen.preparing.review.said.text() == "8 recipients; 1 cannot be reached; 1 left out by hand."
    press_key(table.view, Qt.Key.Key_Space)
    screen.preparing.review.reads.load(Language.FR, over=True)
    screen.preparing.review.reads.edited.emit()
    table.view.setFocus()
    finish(table.view)  # beside the card its key is its verb, too
    (line,) = desk.deliveries.lines()
    assert next(one.recipient.reads for one in line.deliveries if one.recipient.state == "GHA") is Language.FR


def test_what_is_refused_is_said_at_its_field_before_a_place_is_asked_for(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    press(screen, "New dispatch …")
    screen.choose_folder = lambda _parent, _title: pytest.fail("a place was asked for")
    finish(screen.preparing.form.issued.editors[0])
    assert "No address is given from which the secretariat writes" in texts(screen.preparing)
    assert screen.preparing.form.address.editors[0].hasFocus()
    assert desk.deliveries.lines() == ()


def test_one_archive_can_be_written_and_who_did_not_acknowledge_is_written_to_again(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path, alerts: Alerts, language: CurrentLanguage
) -> None:
    issue(desk)
    begin(screen)
    screen.preparing.form.form.load(WrittenAs.ARCHIVE, over=True)
    screen.preparing.form.channel.load(Channel.BY_LANGUAGE, over=True)
    finish(screen.preparing.form.address.editors[0])
    assert [one.suffix for one in (tmp_path / "outbox").iterdir()] == [".zip"]
    (line,) = desk.deliveries.lines()
    desk.deliveries.happened([one.recipient.key for one in line.deliveries], Happening.SENT, NOON)
    desk.deliveries.happened([one.recipient.key for one in line.deliveries[:7]], Happening.ACKNOWLEDGED, NOON)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    begin(screen)  # the same again: nobody is left
    assert set(picked(screen).values()) == {False}
    finish(screen.preparing.form.address.editors[0])
    assert "Nobody is left to be written to" in told(alerts, language)
    screen.preparing.card.close_up()
    press(screen, "Send again to those who did not acknowledge …")
    assert sum(picked(screen).values()) == 2
    finish(screen.preparing.form.address.editors[0])
    assert [len(one.deliveries) for one in desk.deliveries.lines()] == [2, 9]


def test_who_holds_the_place_of_somebody_by_now_gets_what_is_sent_again() -> None:
    """The focal point had changed, as is usual after a bounce, and the State was left out without a word."""
    member, point = Capacity.MEMBER, Function.FOCAL_POINT
    gone = Recipient("one", "dispatch", member, point, "Before", Language.EN, "GHA", person="gone")
    now = Correspondent(member, point, "Now", Language.EN, "GHA", person="now", emails=("gha@example.org",))
    picks = Picks([gone])
    assert picks.included(Reviewed(now, ()))
    assert not picks.included(Reviewed(replace(now, state="PRY", person="other"), ()))
    assert not picks.included(Reviewed(replace(now, person="alternate"), (), before=(gone,))), "who got it already"


@pytest.mark.parametrize("wanting", [Wanting.POSTAL, Wanting.COUNTRY])
def test_what_an_address_lacks_is_put_right_where_the_address_stands(wanting: Wanting) -> None:
    """Where it ended with no country, Enter opened the person, and the address is on the card of the mechanism."""
    member = Correspondent(Capacity.MEMBER, Function.FOCAL_POINT, "Now", Language.EN, "GHA", person="now")
    observer = replace(member, capacity=Capacity.OBSERVER)
    places = [Picked(Reviewed(one, (), (wanting,)), included=True, state=None).place for one in (member, observer)]
    assert places == [Place("members", "GHA:!postal"), Place("members", "GHA:!postal:now")]


def test_a_mistake_is_taken_back_and_only_what_was_not_sent_is_discarded(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    issue(desk)
    prepare(screen)
    press(screen, "They were sent …")
    type_into(screen.detail.card.fields.time.editors[0], "23:59")
    finish(screen.detail.card.fields.note.editors[0])
    assert "That moment lies ahead" in texts(screen.detail)
    type_into(screen.detail.card.fields.time.editors[0], screen.words.clock(desk.deliveries.now))
    finish(screen.detail.card.fields.note.editors[0])
    discard = next(one for one in screen.actions() if one.label == "Discard the dispatch")
    assert not discard.isEnabled()
    row = screen.detail.people.model.rows[0]
    screen.detail.people.select(row.key)
    acts = {hit.title: hit.act for hit in screen.commands()}
    acts["Take back what was recorded"]()
    assert screen.focusWidget() is screen.detail.people.view  # it stood on what takes back the next
    assert told(alerts, language).startswith("Taken back.")
    assert "Sent: taken back" in texts(screen.detail)
    assert "1 prepared, not sent" in texts(screen.detail)


def test_sent_messages_that_are_dropped_set_the_date_and_nothing_is_lost(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path, alerts: Alerts, language: CurrentLanguage
) -> None:
    issue(desk)
    prepare(screen)
    (folder,) = (tmp_path / "outbox").iterdir()
    other = tmp_path / "letter.eml"
    other.write_bytes(b"From: someone@example.net\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\n\r\nHello\r\n")
    at = NOON + datetime.timedelta(seconds=1)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    screen.drop.dropped.emit((sent_copy(folder / "PRY.eml", at), other, tmp_path / "gone.eml"))
    QApplication.processEvents()
    rows = screen.mail.table.model.rows
    said_rows = [row.said_in(screen.words) for row in rows]
    assert "to Paraguay – known by the number of the message." in said_rows[0]
    assert "belongs to no dispatch of this register" in said_rows[1]
    assert "cannot be read" in said_rows[2]
    assert standing(desk, "PRY") is Standing.PREPARED  # nothing is recorded by reading
    press_key(screen.mail.table.view, Qt.Key.Key_Return)
    assert standing(desk, "PRY") is Standing.SENT
    assert standing(desk, "URY") is Standing.PREPARED
    assert "Messages recorded: 1; recipients concerned: 1." in told(alerts, language)


def test_what_recording_would_refuse_is_said_of_a_message_before_it_is_recorded(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path, alerts: Alerts, language: CurrentLanguage
) -> None:
    issue(desk)
    prepare(screen)
    (folder,) = (tmp_path / "outbox").iterdir()
    desk._clock.forward(5)  # type: ignore[attr-defined]
    days = datetime.timedelta(days=2)
    ahead, before = sent_copy(folder / "PRY.eml", NOON + days), sent_copy(folder / "URY.eml", NOON - days)
    screen.take_in((ahead, before, sent_copy(folder / "BRA.eml", NOON + datetime.timedelta(seconds=1))))
    rows = screen.mail.table.model.rows
    assert "which lies ahead" in rows[0].said_in(screen.words)
    assert "before the dispatch was prepared" in rows[1].said_in(screen.words)
    assert [row.new for row in rows] == [False, False, True]
    assert "Nothing is recorded yet." in texts(screen.mail)
    press_key(screen.mail.table.view, Qt.Key.Key_Return)
    assert "Messages recorded: 1; recipients concerned: 1. What was not" in told(alerts, language)
    assert "Nothing is recorded yet." not in texts(screen.mail)
    assert standing(desk, "BRA") is Standing.SENT


def test_whom_a_message_went_to_is_said_in_the_order_of_the_language(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    issue(desk)
    begin(screen)
    screen.preparing.form.channel.load(Channel.BY_LANGUAGE, over=True)
    finish(screen.preparing.form.address.editors[0])
    (folder,) = (tmp_path / "outbox").iterdir()
    desk._clock.forward(5)  # type: ignore[attr-defined]
    screen.drop.dropped.emit((sent_copy(folder / "EN.eml", NOON + datetime.timedelta(seconds=1)),))
    QApplication.processEvents()
    (row,) = screen.mail.table.model.rows
    known = dataclasses.replace(row, states=(*row.states[3:], *row.states[:3]))  # as keys of recipients may stand
    assert "to Ghana, Indonesia, Japan, Portugal, Switzerland –" in known.said_in(catalog(Language.EN))
    assert "Ghana, Indonésie, Japon, Portugal, Suisse –" in known.said_in(catalog(Language.FR)).replace("\xa0", " ")


def test_an_issued_document_leads_to_the_card_with_it_ticked(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    desk.papers.issue(Request(DocumentKind.ANNOTATED, meeting(desk).key), NOON.date())
    annotated = next(one for one in desk.papers.issued() if one.kind is DocumentKind.ANNOTATED)
    screen.go_to(f"!send:{annotated.key}")
    assert [one.kind for one in screen.preparing.form.issued.value()] == [DocumentKind.ANNOTATED]


def readdress(desk: Secretariat, key: str | None) -> None:
    """The address of somebody was corrected."""
    person = next(one.person for one in desk.people.lines(NOON.date(), every=True) if one.person.key == key)
    desk.members.save_person(replace(person, emails=("corrected@example.org",)))
    QApplication.processEvents()


def sent_all(desk: Secretariat) -> None:
    """Everything that was prepared went out."""
    (line,) = desk.deliveries.lines()
    desk.deliveries.happened([one.recipient.key for one in line.deliveries], Happening.SENT, NOON)


def test_home_says_what_was_prepared_and_not_sent_and_what_did_not_arrive(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    issue(desk)
    prepare(screen)
    (line,) = desk.deliveries.lines()
    with held(HomeScreen(desk.home, language, alerts)) as home:
        hearing(home, desk)
        shown(home, NOON.date())
        assert "9 items are prepared, and not recorded as sent" in texts(home.missing)
        sent_all(desk)
        desk.deliveries.happened([line.deliveries[0].recipient.key], Happening.FAILED, NOON)
        QApplication.processEvents()
        assert "not recorded as sent" not in texts(home.missing)
        assert "1 item did not arrive" in texts(home.missing)
        readdress(desk, line.deliveries[0].recipient.person)
    again = desk.home.overview(NOON.date()).dispatches.undelivered
    assert again is not None
    assert again.dispatch == line.dispatch.key
    screen.go_to(again.dispatch)
    press(screen, "Send again to those who did not acknowledge …")
    screen.preparing.card.verb.click()
    waiting = desk.home.overview(NOON.date()).dispatches.undelivered
    assert waiting is not None
    assert (len(waiting.prepared), len(waiting.failed)) == (9, 0)  # what is sent again waits no more


def test_the_meeting_counts_the_sendings_of_the_log_and_leads_there(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    issue(desk)
    prepare(screen)
    sent_all(desk)
    with held(MeetingsScreen(desk, language, alerts)) as meetings:
        shown(meetings, NOON.date())
        places: list[Place] = []
        meetings.asked.connect(places.append)
        rows = meetings.detail.sending.dispatches
        assert "9 sendings in the log of the distribution" in texts(rows)
        (link,) = (one for one in rows.findChildren(LinkedText) if one.places)
        link.asked.emit(link.places[0])
        assert places == [Place("distribution", meeting(desk).key)]


def test_an_issued_document_is_sent_from_the_documents(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    issue(desk)
    with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as documents:
        shown(documents, NOON.date())
        documents.issued.table.select_first()
        issued = documents.issued.table.current
        places: list[Place] = []
        documents.asked.connect(places.append)
        documents.issued.detail.send_it.click()
        assert issued is not None
        assert places == [Place("distribution", f"!send:{issued.key}")]


def test_a_list_that_is_dropped_is_looked_at_as_an_import(screen: DistributionScreen, tmp_path: Path) -> None:
    places: list[Place] = []
    screen.asked.connect(places.append)
    screen.drop.dropped.emit((tmp_path / "people.xlsx",))
    assert places == [Place("imports", f"file:{tmp_path / 'people.xlsx'}")]


def test_the_address_of_the_secretariat_is_kept_in_the_settings(
    desk: Secretariat, memory: Memory, language: CurrentLanguage, alerts: Alerts
) -> None:
    with held(SettingsScreen(desk.settings, memory, language, alerts, desk)) as settings:
        shown(settings, NOON.date())
        editor = settings.organisation_form.email.editors[0]
        type_into(editor, "no address")
        press_key(editor, Qt.Key.Key_Return)
        assert "Not saved" in texts(settings.organisation_form)
        assert desk.settings.read().email == ""
        type_into(editor, SENDER)
        press_key(editor, Qt.Key.Key_Return)
        assert desk.settings.read().email == SENDER


def test_a_dispatch_is_written_again_and_discarded_after_a_question(
    screen: DistributionScreen, desk: Secretariat, answers: Answers, tmp_path: Path
) -> None:
    issue(desk)
    prepare(screen)
    (folder,) = (tmp_path / "outbox").iterdir()
    screen.choose_folder = lambda _parent, _title: tmp_path / "again"
    press(screen, "Write the files again …")
    (again,) = (tmp_path / "again").iterdir()
    assert {one.name: one.read_bytes() for one in again.iterdir()} == {
        one.name: one.read_bytes() for one in folder.iterdir()
    }
    answers.yes = False
    press(screen, "Discard the dispatch")
    assert len(desk.deliveries.lines()) == 1
    answers.yes = True
    press(screen, "Discard the dispatch")
    assert desk.deliveries.lines() == ()
    assert "Nothing was prepared to be sent yet" in texts(screen)


def test_recipients_are_filtered_by_where_they_stand_and_enter_records_what_comes_next(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    prepare(screen)
    sent_all(desk)
    QApplication.processEvents()
    people = screen.detail.people
    assert people.select(next(row.key for row in people.model.rows if row.said_in(screen.words) == "Ghana"))
    press_key(people.view, Qt.Key.Key_Return)
    assert screen.detail.card.name.startswith("Acknowledged")
    finish(screen.detail.card.fields.note.editors[0])
    screen.detail.standing.load(Standing.ACKNOWLEDGED, over=True)
    screen.detail.standing.edited.emit()
    assert [row.said_in(screen.words) for row in people.model.rows] == ["Ghana"]
    assert "The message – Ghana" in texts(screen.detail)
    screen.detail.standing.load(Standing.FAILED, over=True)
    screen.detail.standing.edited.emit()
    assert "The message" not in texts(screen.detail), "of nobody, whoever was chosen before"
    screen.detail.standing.load(None, over=True)
    screen.detail.standing.edited.emit()
    assert "The message" in texts(screen.detail)


def test_a_letter_by_post_has_its_own_usual_words_and_what_somebody_wrote_stays(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    begin(screen)
    form = screen.preparing.form
    by_mail = form.text.value()
    choose(form.channel, Channel.POST)
    assert "enclosed with this letter" in form.text.value().en
    assert "message" not in form.text.value().en
    choose(form.channel, Channel.BY_LANGUAGE)
    assert form.text.value() == by_mail
    form.text.load(said("Our own"), over=True)
    choose(form.channel, Channel.POST)
    assert form.text.value() == said("Our own")


def choose(field: ChoiceField[Channel], channel: Channel) -> None:
    """Choose a way of sending as somebody does."""
    (box,) = (one for one in field.editors if isinstance(one, QComboBox))
    place = list(Channel).index(channel)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_another_language_says_the_card_and_the_review_again(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage
) -> None:
    issue(desk)
    begin(screen)
    language.switch(Language.FR)
    QApplication.processEvents()
    assert "9 destinataires" in screen.preparing.review.said.text()
    assert "Slovénie" in texts(screen.preparing.review)
    assert "Ordre du jour provisoire" in screen.preparing.form.issued.editors[0].text()  # type: ignore[attr-defined]


def test_the_certificate_of_a_dispatch_is_shown_among_the_documents(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    issue(desk)
    prepare(screen)
    sent_all(desk)
    QApplication.processEvents()
    places: list[Place] = []
    screen.asked.connect(places.append)
    press(screen, "Certificate of dispatch")
    (place,), (line,) = places, desk.deliveries.lines()
    with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as documents:
        shown(documents, NOON.date())
        documents.go_to(place.key)
        request = documents.request()
    assert request is not None
    assert (request.kind, request.part) == (DocumentKind.DISPATCH, line.dispatch.key)


def test_what_is_for_members_only_is_left_out_for_others_unless_somebody_ticks_it(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    desk.papers.issue(Request(DocumentKind.MEMBERS, None, on=NOON.date(), addresses=True), NOON.date())
    screen.preparing.begin(None, next(one for one in desk.papers.issued() if one.kind is DocumentKind.MEMBERS))
    review = screen.preparing.review
    assert not picked(screen)["Switzerland"]
    assert picked(screen)["Paraguay"]
    assert "2 left out, because it is for members only" in review.said.text()
    review.table.select(next(row.key for row in review.table.model.rows if row.said_in(screen.words) == "Switzerland"))
    press_key(review.table.view, Qt.Key.Key_Space)
    assert "1 left out, because it is for members only; 1 gets what is not for it" in review.said.text()


def test_a_letter_to_one_goes_to_nobody_else_at_first(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    desk.papers.issue(Request(DocumentKind.NOTE_VERBALE, meeting(desk).key, part="PRY", on=NOON.date()), NOON.date())
    letter = next(one for one in desk.papers.issued() if one.kind is DocumentKind.NOTE_VERBALE)
    screen.preparing.begin(meeting(desk), letter)
    assert [name for name, included in picked(screen).items() if included] == ["Paraguay"]
    assert "8 left out, because the letter is to somebody else" in screen.preparing.review.said.text()


def test_a_late_sending_is_said_to_be_late_where_it_is_done(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    issue(desk)
    late = "After 24 October 2026, the last day for sending the agenda (R39): 31 days late."
    begin(screen)
    assert screen.preparing.review.late.text() == late
    finish(screen.preparing.form.address.editors[0])
    assert told(alerts, language).endswith(late)
    press(screen, "They were sent …")
    fields = screen.detail.card.fields
    assert (fields.late.text(), fields.late.isVisible()) == (late, True)
    fields.on.load(datetime.date(2026, 10, 24))
    fields.changed.emit()
    assert not fields.late.isVisible()  # in time, as the day typed has it
    fields.on.load(NOON.date())
    finish(fields.note.editors[0])
    assert told(alerts, language) == f"Recorded as sent: 9. {late}"
    press(screen, "Acknowledged …")
    assert not fields.late.isVisible()


def test_a_register_that_is_read_only_says_so_of_messages_and_offers_no_dispatch(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, tmp_path: Path
) -> None:
    desk.store.read_only = True
    message = tmp_path / "answer.eml"
    message.write_bytes(b"From: someone@example.net\r\n\r\nHello\r\n")
    with held(DistributionScreen(desk, InlineJobs(), language, alerts)) as screen:
        shown(screen, NOON.date())
        offers = {one.text() for one in screen.list.findChildren(QPushButton) if one.isVisible()}
        assert "Go to the documents" in offers
        assert "New dispatch …" not in offers
        screen.drop.dropped.emit((message,))
        assert told(alerts, language) == "The register is open for reading only: nothing is recorded in it."
    desk.store.read_only = False


def test_the_documents_of_a_dispatch_are_those_that_somebody_gets_and_their_digests_are_copied_whole(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    begin(screen)
    screen.preparing.form.languages.load((Language.EN,), over=True)
    screen.preparing.form.changed.emit()
    finish(screen.preparing.form.address.editors[0])
    assert "Provisional agenda, English" in texts(screen.detail)
    assert "Provisional agenda, French" not in texts(screen.detail)
    (line,) = desk.deliveries.lines()
    english = next(one for one in line.issued if one.language is Edition.EN)
    (copy,) = screen.detail.documents.commands()
    copy.act()
    assert QApplication.clipboard().text() == english.sha256


def test_the_lists_say_the_channel_and_what_is_missing_in_full_or_briefly(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    prepare(screen)
    screen.resize(760, 600)
    QApplication.processEvents()
    columns = {column.title: column for column in screen.list.model.columns}
    (line,) = desk.deliveries.lines()
    (counted,) = desk.deliveries.counted()
    assert columns["Channel"].brief is not None
    assert columns["Channel"].brief(counted, screen.words) == "To each"
    desk.deliveries.happened([line.deliveries[0].recipient.key], Happening.SENT, desk.deliveries.now)
    (counted,) = desk.deliveries.counted()
    assert columns["How it stands"].brief is not None
    assert columns["How it stands"].brief(counted, screen.words) == "8 not sent yet of 9"
    shown_columns = [screen.list.view.isColumnHidden(number) for number in range(3)]
    assert shown_columns == [False, False, False]
    begin(screen)
    missing = {column.title: column for column in screen.preparing.review.table.model.columns}["What is missing"]
    first = screen.preparing.review.table.model.rows[0]
    assert missing.brief is not None
    assert missing.brief(first, screen.words) == "No address"


def test_a_card_that_is_opened_has_nothing_of_the_last_one(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    prepare(screen)
    (line,) = desk.deliveries.lines()
    desk.deliveries.happened([one.recipient.key for one in line.deliveries], Happening.SENT, desk.deliveries.now)
    begin(screen)
    table = screen.preparing.review.table
    type_into(table._line, "uru")
    table.select_first()
    screen.preparing.card.close_up()
    press(screen, "Send again to those who did not acknowledge …")
    assert len(table.model.rows) == len(table.model.values)
    assert table.current == table.model.rows[0]


def of_whom(fields: HappenedForm) -> str:
    (choice,) = fields.which.editors
    assert isinstance(choice, QComboBox)
    return choice.currentText()


def test_an_open_card_counts_those_who_are_left_after_others_were_recorded(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    prepare(screen)
    press(screen, "They were sent …")
    fields = screen.detail.card.fields
    assert of_whom(fields) == "All still to record: 9 recipients"
    (line,) = desk.deliveries.lines()
    keys = [one.recipient.key for one in line.deliveries]
    desk.deliveries.happened(keys[:2], Happening.SENT, desk.deliveries.now)
    QApplication.processEvents()
    assert of_whom(fields) == "All still to record: 7 recipients"
    desk.deliveries.happened(keys, Happening.SENT, desk.deliveries.now)
    QApplication.processEvents()
    assert not screen.detail.card.isVisible()


def test_a_false_placeholder_is_framed_in_its_language_which_is_named(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    begin(screen)
    form = screen.preparing.form
    usual = form.text.value()
    form.text.load(usual.with_text(Language.FR, "Bonjour {foo}"), over=True)
    finish(form.address.editors[0])
    assert "Not saved: “{foo}”, which stands in French, is no placeholder" in texts(form)
    assert [box.property("wrong") == "true" for box in form.text.editors] == [False, True, False]
    assert form.text.editors[1].hasFocus()
    form.text.load(usual, over=True)
    form.address.load("", over=True)
    finish(form.subject.editors[0])
    assert "Not saved: No address is given from which the secretariat writes. Enter it here" in texts(form)


def test_a_postal_address_that_is_missing_is_called_so_and_is_a_key_away(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    issue(desk)
    begin(screen)
    screen.preparing.form.channel.load(Channel.POST)
    screen.preparing.form.changed.emit()
    review = screen.preparing.review
    row = next(one for one in review.table.model.rows if one.said_in(screen.words) == "Paraguay")
    assert review.table.select(row.key)
    assert review.about.text().startswith("Paraguay: No postal address is recorded. It is that of the mechanism")
    places: list[Place] = []
    screen.asked.connect(places.append)
    press_key(review.table.view, Qt.Key.Key_Return)
    (place,) = places
    assert place == Place("members", "PRY:!postal")
    with held(MembersScreen(desk, language, alerts)) as members:
        shown(members, NOON.date())
        members.resize(1200, 500)
        members.go_to(place.key)
        (address,) = members.detail.mechanism.form.address.editors
        assert address.hasFocus()
        QTest.qWait(50)
        assert not address.visibleRegion().isEmpty(), "the field with the keyboard is below the edge of the window"


def test_sending_again_what_was_issued_anew_since_says_so(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    issue(desk)
    prepare(screen)
    (line,) = desk.deliveries.lines()
    desk.deliveries.happened([line.deliveries[0].recipient.key], Happening.SENT, desk.deliveries.now)
    press(screen, "Send again to those who did not acknowledge …")
    assert "A later version" not in told(alerts, language)
    screen.preparing.card.close_up()
    desk.agendas.add(AgendaItem(new_key(), meeting(desk).key, 0, said("A new item")), None)
    desk.papers.issue(Request(DocumentKind.AGENDA, meeting(desk).key), NOON.date())
    press(screen, "Send again to those who did not acknowledge …")
    assert "A later version was issued since of: NMIRF/" in told(alerts, language)


def test_what_failed_is_sent_again_by_hand_for_one_alone_and_never_with_all(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """“They were sent” of all made what had bounced sent again."""
    issue(desk)
    prepare(screen)
    (line,) = desk.deliveries.lines()
    failed = [one.recipient.key for one in line.deliveries if one.recipient.state in ("BRA", "GHA")]
    for kind in (Happening.SENT, Happening.FAILED):
        desk.deliveries.happened(failed, kind, desk.deliveries.now)
    QApplication.processEvents()
    screen.detail.people.select(failed[0])
    press(screen, "They were sent …")
    fields = screen.detail.card.fields
    assert of_whom(fields) == "All still to record: 7 recipients"
    (choice,) = fields.which.editors
    assert isinstance(choice, QComboBox)
    offered = [choice.itemText(place) for place in range(choice.count())]
    assert offered[0] in ("Sent again by hand: Brazil", "Sent again by hand: Ghana")
    finish(fields.note.editors[0])
    assert told(alerts, language).startswith("Recorded as sent: 7.")
    assert {standing(desk, "BRA"), standing(desk, "GHA")} == {Standing.FAILED}
    screen.detail.standing.load(Standing.FAILED, over=True)
    screen.detail.standing.edited.emit()
    screen.detail.people.view.selectAll()
    press(screen, "They were sent …")
    assert "one recipient at a time" in told(alerts, language)


def test_one_of_two_addresses_that_failed_is_said_in_a_narrow_list_too(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """The list said “Sent”, and only the log that it did not arrive everywhere."""
    issue(desk)
    (person,) = desk.members.file("GHA", NOON.date()).people.values()
    desk.members.save_person(replace(person, emails=(*person.emails, "mission@example.org")))
    prepare(screen)
    (line,) = desk.deliveries.lines()
    ghana = [one.recipient.key for one in line.deliveries if one.recipient.state == "GHA"]
    desk.deliveries.happened(ghana, Happening.SENT, desk.deliveries.now)
    bounced = Witness("f" * 64, ("mission@example.org",))
    desk.deliveries.happened(ghana, Happening.FAILED, desk.deliveries.now, witness=bounced)
    QApplication.processEvents()
    row = next(row for row in screen.detail.people.model.rows if row.said_in(screen.words) == "Ghana")
    column = next(one for one in RECIPIENTS if one.title == "How it stands")
    assert column.brief is not None
    assert column.brief(row, screen.words) == "Sent, 1 of 2"


def test_what_failed_at_one_of_two_addresses_is_sent_again_by_hand(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """“They were sent” said that it was recorded already, and the address stayed missed."""
    issue(desk)
    (person,) = desk.members.file("GHA", NOON.date()).people.values()
    desk.members.save_person(replace(person, emails=(*person.emails, "mission@example.org")))
    prepare(screen)
    (line,) = desk.deliveries.lines()
    (ghana,) = (one.recipient.key for one in line.deliveries if one.recipient.state == "GHA")
    desk.deliveries.happened([one.recipient.key for one in line.deliveries], Happening.SENT, desk.deliveries.now)
    for source, address in (("f", "mission@example.org"), ("e", "elsewhere@example.com")):
        bounced = Witness(source * 64, (address,))
        desk.deliveries.happened([ghana], Happening.FAILED, desk.deliveries.now, witness=bounced)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    QApplication.processEvents()
    (row,) = (row for row in screen.detail.people.model.rows if row.key == ghana)
    column = next(one for one in RECIPIENTS if one.title == "How it stands")
    assert column.text(row, screen.words) == "Sent, not at mission@example.org, elsewhere@example.com"
    assert column.brief is not None
    assert column.brief(row, screen.words) == "Sent, 1 of 2", "nothing was sent to the third"
    assert screen.detail.people.select(ghana)
    press(screen, "They were sent …")
    assert of_whom(screen.detail.card.fields) == "Sent again by hand: Ghana"
    finish(screen.detail.card.fields.note.editors[0])
    assert told(alerts, language).startswith("Recorded as sent: 1.")
    (row,) = (row for row in screen.detail.people.model.rows if row.key == ghana)
    assert column.text(row, screen.words) == "Sent"


def test_what_did_not_arrive_where_it_was_forwarded_to_is_told_as_that(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    (person,) = desk.members.file("GHA", NOON.date()).people.values()
    desk.members.save_person(replace(person, emails=(*person.emails, "mission@example.org")))
    prepare(screen)
    (line,) = desk.deliveries.lines()
    (ghana,) = (one.recipient.key for one in line.deliveries if one.recipient.state == "GHA")
    desk.deliveries.happened([ghana], Happening.SENT, desk.deliveries.now)
    bounced = Witness("f" * 64, ("a@example.com", "b@example.com"))
    desk.deliveries.happened([ghana], Happening.FAILED, desk.deliveries.now, witness=bounced)
    QApplication.processEvents()
    (row,) = (row for row in screen.detail.people.model.rows if row.key == ghana)
    column = next(one for one in RECIPIENTS if one.title == "How it stands")
    assert column.text(row, screen.words) == "Sent, not forwarded to a@example.com, b@example.com"
    assert column.brief is not None
    assert column.brief(row, screen.words) == "Sent, not forwarded"
    assert screen.detail.people.select(ghana)
    assert "Not delivered where it was forwarded to" in texts(screen.detail)


def test_r46_a_late_sending_is_late_by_the_notice_in_force(screen: DistributionScreen, desk: Secretariat) -> None:
    """The screen counted the month as adopted, whatever the Network had decided since."""
    issue(desk)
    desk.rule_changes.change(Figure.NOTICE_MONTHS, 2, datetime.date(2026, 1, 1))
    begin(screen)
    said_so = "After 24 September 2026, the last day for sending the agenda (R39): 61 days late."
    assert screen.preparing.review.late.text() == said_so


def test_the_list_reads_the_recipients_of_the_dispatch_chosen_alone(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    prepare(screen)
    (first,) = desk.deliveries.counted()
    desk._clock.forward(5)  # type: ignore[attr-defined]
    desk.deliveries.happened(
        [one.recipient.key for one in desk.deliveries.line(first.dispatch.key).deliveries],
        Happening.SENT, desk.deliveries.now,
    )  # fmt: skip
    press(screen, "Send again to those who did not acknowledge …")
    finish(screen.preparing.form.address.editors[0])
    second, _ = desk.deliveries.counted()
    for one in (first, second):
        screen.go_to(one.dispatch.key)
        assert screen.line is not None
        assert screen.line.dispatch == one.dispatch
        assert {row.delivery.recipient.dispatch for row in screen.detail.people.model.rows} == {one.dispatch.key}


def test_a_late_sending_is_late_also_in_the_second_dispatch_for_whom_none_counts(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """What had failed before was sent late without a word, in the card, in the record and after it."""
    issue(desk)
    prepare(screen)
    (line,) = desk.deliveries.lines()
    by = {one.recipient.state: one.recipient.key for one in line.deliveries}
    desk.deliveries.happened([by["BRA"], by["GHA"]], Happening.SENT, desk.deliveries.now)
    desk.deliveries.happened([by["GHA"]], Happening.FAILED, desk.deliveries.now)
    late = "After 24 October 2026, the last day for sending the agenda (R39): 31 days late."
    readdress(desk, next(one.recipient.person for one in line.deliveries if one.recipient.state == "GHA"))
    press(screen, "Send again to those who did not acknowledge …")
    assert screen.preparing.review.late.text() == late
    finish(screen.preparing.form.address.editors[0])
    assert told(alerts, language).endswith(late)
    press(screen, "They were sent …")
    fields = screen.detail.card.fields
    assert fields.late.text() == late
    finish(fields.note.editors[0])
    assert told(alerts, language).endswith(late)
    again = next(one for one in desk.deliveries.lines() if one.dispatch.key != line.dispatch.key)
    desk.deliveries.happened([by["IDN"]], Happening.SENT, desk.deliveries.now)
    screen.go_to(again.dispatch.key)
    press(screen, "Send again to those who did not acknowledge …")
    assert screen.preparing.review.late.text() == ""  # each was sent it by now


def test_tab_goes_from_one_document_to_the_next_and_back(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    desk.papers.issue(Request(DocumentKind.ANNOTATED, meeting(desk).key), NOON.date())
    begin(screen)
    form = screen.preparing.form
    first, second, *_ = form.issued.editors
    assert second.isVisible()
    press_key(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert first.hasFocus()


def test_a_card_never_opens_for_all_where_it_would_concern_nobody_of_those_chosen(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    issue(desk)
    prepare(screen)
    (line,) = desk.deliveries.lines()
    keys = [one.recipient.key for one in line.deliveries]
    desk.deliveries.happened(keys, Happening.SENT, desk.deliveries.now)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    desk.deliveries.happened(keys[:1], Happening.FAILED, desk.deliveries.now)
    QApplication.processEvents()
    assert screen.detail.people.select(keys[0])
    press(screen, "It did not arrive …")
    assert "None of those chosen stands as sent" in told(alerts, language)
    assert not screen.detail.card.isVisible()
    assert screen.detail.people.select(keys[1])
    press(screen, "It did not arrive …")
    assert screen.detail.card.fields.keys() == (keys[1],)


def test_the_message_shown_is_that_of_the_recipient_chosen(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    prepare(screen)
    (line,) = desk.deliveries.lines()
    for code, greeting, said_so in (("GHA", "Sir or Madam,", "With regard to"), ("MAR", "Madame, Monsieur,", "Réseau")):
        (one,) = (one.recipient for one in line.deliveries if one.recipient.state == code)
        assert screen.detail.people.select(one.key)
        assert screen.detail.text.text().startswith(greeting)
        assert said_so in screen.detail.text.text()


def test_another_dispatch_is_shown_from_its_top(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    desk.papers.issue(Request(DocumentKind.ANNOTATED, meeting(desk).key), NOON.date())
    prepare(screen)
    bar = screen.detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    desk._clock.forward(5)  # type: ignore[attr-defined]
    begin(screen)
    form = screen.preparing.form
    form.issued.load(tuple(one for one in form.issued._values if one.kind is DocumentKind.ANNOTATED), over=True)
    form.changed.emit()
    finish(form.address.editors[0])
    QTest.qWait(50)
    assert len(desk.deliveries.lines()) == 2
    assert bar.value() == 0


def test_a_language_of_several_is_no_language_of_all(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    begin(screen)
    review = screen.preparing.review
    keys = {row.line.correspondent.state: row.key for row in review.table.model.rows}
    review.table.select_several([keys["GHA"], keys["MAR"]])
    assert review.reads.value() is None
    (choice,) = review.reads.editors
    assert isinstance(choice, QComboBox)
    assert choice.placeholderText() == "several"
    review.table.select_several([keys["MAR"]])
    assert review.reads.value() is Language.FR


def test_what_is_for_members_only_goes_to_nobody_else_without_a_question(
    screen: DistributionScreen, desk: Secretariat, answers: Answers
) -> None:
    issue(desk)
    desk.papers.issue(Request(DocumentKind.MEMBERS, None, on=NOON.date(), addresses=True), NOON.date())
    screen.preparing.begin(None, next(one for one in desk.papers.issued() if one.kind is DocumentKind.MEMBERS))
    screen.preparing.form.address.load(SENDER, over=True)
    screen._open_order(True)
    review = screen.preparing.review
    row = next(one for one in review.table.model.rows if one.line.correspondent.state in OBSERVERS)
    assert review.table.select(row.key)
    press_key(review.table.view, Qt.Key.Key_Space)
    answers.yes = False
    finish(screen.preparing.form.address.editors[0])
    assert desk.deliveries.lines() == ()
    assert row.said_in(screen.words) in answers.asked[-1].text
    answers.yes = True
    finish(screen.preparing.form.address.editors[0])
    assert len(desk.deliveries.lines()) == 1


def test_an_observer_is_written_to_by_post_at_the_address_of_its_contact_and_asked_for_no_mechanism(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    issue(desk)
    begin(screen)
    screen.preparing.form.channel.load(Channel.POST)
    screen.preparing.form.changed.emit()
    review = screen.preparing.review
    row = next(one for one in review.table.model.rows if one.line.correspondent.state in OBSERVERS)
    assert review.table.select(row.key)
    assert "It is that of the contact, in the field Postal address" in review.about.text()
    assert "mechanism" not in review.about.text()
    with held(MembersScreen(desk, language, alerts)) as members:
        shown(members, NOON.date())
        members.resize(1200, 500)
        members.go_to(row.place.key)
        form = members.detail.people._change_form
        (address,) = form.address.editors
        assert address.hasFocus()
        QTest.qWait(50)
        assert not address.visibleRegion().isEmpty(), "the field with the keyboard is below the edge of the window"
        form.address.load("Permanent Mission\n7 Example Street", over=True)
        members.detail.people.particulars.verb.click()
    screen.preparing.read_again()
    again = next(one for one in review.table.model.rows if one.key == row.key)
    assert again.line.reachable


def test_the_line_under_the_messages_is_that_of_the_first_one(screen: DistributionScreen, tmp_path: Path) -> None:
    screen.take_in([tmp_path / f"{name}.eml" for name in ("one", "two", "three")])
    screen.mail.table.select(2)
    screen.mail.close_up()
    screen.take_in([tmp_path / f"{name}.eml" for name in ("four", "five", "six")])
    assert screen.mail.table.current == screen.mail.table.model.rows[0]
    assert "four" in screen.mail.said.text()


def test_the_time_is_asked_for_by_a_named_clock(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    prepare(screen)
    press(screen, "They were sent …")
    assert f"At ({screen.words.city('UTC')})" in texts(screen.detail.card)


def test_alike_dispatches_are_told_apart_and_what_is_not_sent_yet_is_counted(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    prepare(screen)
    (line,) = desk.deliveries.lines()
    keys = [one.recipient.key for one in line.deliveries[:2]]
    desk.deliveries.happened(keys, Happening.SENT, desk.deliveries.now)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    desk.deliveries.happened(keys[:1], Happening.FAILED, desk.deliveries.now)
    screen.resize(760, 600)
    QApplication.processEvents()
    (counted,) = desk.deliveries.counted()
    columns = list(screen.list.model.columns)
    titles = [column.title for column in columns]
    number = titles.index("Prepared")
    assert not screen.list.view.isColumnHidden(number)
    assert screen.words.clock(NOON) in columns[number].text(counted, screen.words)
    assert columns[number].brief is None
    brief = columns[titles.index("How it stands")].brief
    assert brief is not None
    assert brief(counted, screen.words) == "1 failed, 7 unsent"


def test_a_letter_has_the_country_that_its_address_names_and_the_form_shows_the_address_as_printed(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """“Geneva / Switzerland / Belize”: the State was put under any address."""
    issue(desk)
    for code, last in (("BRA", "\nSuisse"), ("PRY", "")):
        (person,) = desk.members.file(code, NOON.date()).people.values()
        desk.members.save_person(dataclasses.replace(person, address=f"12 rue de Lausanne\n1202 Geneva{last}"))
    begin(screen)
    screen.preparing.form.channel.load(Channel.POST)
    screen.preparing.form.changed.emit()
    review = screen.preparing.review
    rows = {one.state.iso3: one for one in review.table.model.rows if one.state is not None}
    review.table.select(rows["BRA"].key)
    assert review.printed.text() == "Printed on letter and label: 12 rue de Lausanne, 1202 Geneva, Suisse."
    review.table.select(rows["PRY"].key)
    assert review.printed.text().startswith(
        "Printed on letter and label: 12 rue de Lausanne, 1202 Geneva, Paraguay. The address ends with no country, so "
        "that “Paraguay” is put under it."
    )
    columns = {column.title: column for column in review.table.model.columns}
    assert "The postal address ends with no country" in columns["What is missing"].text(rows["PRY"], screen.words)
    assert columns["Address"].text(rows["BRA"], screen.words) == "12 rue de Lausanne, 1202 Geneva, Suisse"
    finish(screen.preparing.form.subject.editors[0])
    (line,) = desk.deliveries.lines()
    went = {one.recipient.state: one.recipient.postal for one in line.deliveries}
    assert went["BRA"] == "12 rue de Lausanne\n1202 Geneva\nSuisse"
    assert went["PRY"] == "12 rue de Lausanne\n1202 Geneva\nParaguay"


def test_without_a_box_of_who_in_a_state_nobody_of_the_states_is_chosen_which_is_said_there(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """The last box unticked, as on the way to another, was an error of the program."""
    issue(desk)
    begin(screen)
    form = screen.preparing.form
    sentence = "None ticked: nothing goes to a State."
    assert sentence not in texts(form)
    box = next(one for one in form.functions.editors if isinstance(one, QCheckBox) and one.isChecked())
    box.click()
    assert sentence in texts(form)
    assert picked(screen) == {}
    box.click()
    assert sentence not in texts(form)
    assert len(picked(screen)) > 1
