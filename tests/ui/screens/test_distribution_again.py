"""What is sent again, and with which words: who is ticked, what is said of them, texts that are not up to date."""

import datetime
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from nmirf_desktop.domain.dispatches import Channel, Happening
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.reminders import reminding
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.usual_messages import SentBy, as_delivered
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_order import OrderForm
from nmirf_desktop.ui.screens.distribution_review import COLUMNS
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.screens.home import HomeScreen
from tests.registers import OPENS, said
from tests.ui.conftest import Answers
from tests.ui.screens.offices import NOON, finish, hearing, held, press, shown, texts, type_into
from tests.ui.screens.test_distribution import begin, choose, desk, issue, meeting, picked, prepare, readdress, screen

DEADLINE = OPENS - datetime.timedelta(days=31)
AGAIN = "Send again to those who did not acknowledge …"


__all__ = ["desk", "screen"]


def happened(desk: Secretariat, kind: Happening, *states: str) -> None:
    """Something happened, a little later, to what went to some States with the first dispatch."""
    desk._clock.forward(60)  # type: ignore[attr-defined]
    line = desk.deliveries.lines()[-1]
    keys = [one.recipient.key for one in line.deliveries if one.recipient.state in states]
    desk.deliveries.happened(keys, kind, desk.deliveries.now)
    QApplication.processEvents()


def type_more(form: OrderForm, text: str) -> None:
    """Write something more into the English text."""
    box = form.text.editors[0]
    assert isinstance(box, QPlainTextEdit)
    box.insertPlainText(text)


def missing(screen: DistributionScreen) -> dict[str, str]:
    """What is said of each, by name."""
    column = next(one for one in COLUMNS if one.title == "What is missing")
    rows = screen.preparing.review.table.model.rows
    return {row.said_in(screen.words): column.text(row, screen.words) for row in rows}


def test_sending_again_says_how_each_stands_and_ticks_nobody_at_an_address_that_failed(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "BRA", "GHA", "URY", "PRY")
    happened(desk, Happening.FAILED, "BRA", "GHA")
    happened(desk, Happening.ACKNOWLEDGED, "URY")
    line = desk.deliveries.lines()[-1]
    key = next(one.recipient.person for one in line.deliveries if one.recipient.state == "GHA")
    readdress(desk, key)
    press(screen, AGAIN)
    assert missing(screen)["Brazil"] == "It did not arrive at this address"
    assert missing(screen)["Ghana"] == "It did not arrive; the address is another one now"
    assert missing(screen)["Uruguay"] == "Acknowledged already"
    assert missing(screen)["Paraguay"] == "Its acknowledgement"
    assert missing(screen)["Morocco"] == "Prepared already, and not sent"
    assert {name for name, ticked in picked(screen).items() if ticked} == {"Ghana", "Paraguay"}
    choose(screen.preparing.form.channel, Channel.POST)


def test_who_acknowledged_or_was_sent_it_by_post_is_not_said_to_be_prepared_for(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    begin(screen)
    picks = {row.said_in(screen.words): row for row in screen.preparing.review.table.model.rows}
    screen.preparing._toggle(picks["Portugal"])
    finish(screen.preparing.form.address.editors[0])
    happened(desk, Happening.SENT, "GHA", "PRY", "URY")
    happened(desk, Happening.ACKNOWLEDGED, "URY")
    first = desk.deliveries.lines()[0].dispatch.key
    with_postal_address(desk, "PRT")
    begin(screen)
    choose(screen.preparing.form.channel, Channel.POST)
    finish(screen.preparing.form.subject.editors[0])
    (posted,) = desk.deliveries.lines()[0].deliveries
    desk.deliveries.happened([posted.recipient.key], Happening.SENT, desk.deliveries.now)
    QApplication.processEvents()
    screen.go_to(first)
    press(screen, AGAIN)
    assert {name for name, ticked in picked(screen).items() if ticked} == {"Ghana", "Paraguay"}
    told = screen.preparing.review.said.text()
    assert "1 left out, because it acknowledged receipt; 1 left out, because it was sent to it by post" in told
    assert "3 left out, because it was prepared or sent already" in told, "and not recorded as sent"


def with_postal_address(desk: Secretariat, state: str) -> None:
    """The focal point of a State has a postal address."""
    (person,) = desk.members.file(state, NOON.date()).people.values()
    desk.members.save_person(replace(person, address="1 Example Road\n1000 Example\nPortugal"))
    QApplication.processEvents()


def test_who_has_a_second_dispatch_prepared_is_not_ticked_for_a_third(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "URY", "PRY")
    press(screen, AGAIN)
    finish(screen.preparing.form.address.editors[0])
    screen.list.select(desk.deliveries.lines()[-1].dispatch.key)
    press(screen, AGAIN)
    assert not any(picked(screen).values())
    assert missing(screen)["Uruguay"] == "Prepared already, and not sent"


def test_a_reminder_says_so_once_in_each_language(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "URY")
    first = desk.deliveries.lines()[-1].dispatch
    press(screen, AGAIN)
    subject = screen.preparing.form.subject.value()
    assert subject.en == f"Reminder: {first.subject.en}"
    assert all(subject[one].endswith(first.subject[one]) for one in Language)
    assert subject.states() == first.subject.states()
    assert reminding(subject) == subject
    text = screen.preparing.form.text.value()
    assert text == as_delivered(DocumentKind.AGENDA, SentBy.MAIL_AGAIN)[1]
    assert "{sent_on}" in screen.preparing.form.placeholders.text()
    finish(screen.preparing.form.address.editors[0])
    said_to, written = desk.dispatches.message(desk.deliveries.lines()[0].dispatch.key, Language.EN)
    assert said_to.startswith("Reminder: ")
    assert catalog(Language.EN).date(NOON.date()) in written


def test_prepare_asks_where_a_text_is_older_than_its_original_and_goes_on_or_leads_to_it(
    screen: DistributionScreen, desk: Secretariat, answers: Answers
) -> None:
    issue(desk)
    begin(screen)
    form = screen.preparing.form
    type_more(form, "By 7 December.")
    answers.yes = False
    finish(form.address.editors[0])
    (asked,) = answers.asked
    assert asked.text.startswith("The message was changed in one language and not in another")
    assert "Español" in answers.asked[0].detail
    assert desk.deliveries.lines() == ()
    assert form.text.editors[1].hasFocus()
    answers.yes = True
    finish(form.address.editors[0])
    assert len(desk.deliveries.lines()) == 1


def test_a_language_in_which_nobody_gets_it_is_not_asked_about(
    screen: DistributionScreen, desk: Secretariat, answers: Answers
) -> None:
    issue(desk)
    begin(screen)
    form = screen.preparing.form
    form.languages.load((Language.EN,), over=True)
    form.changed.emit()
    type_more(form, "By 7 December.")
    finish(form.address.editors[0])
    assert answers.asked == []
    assert len(desk.deliveries.lines()) == 1


def test_usual_words_that_were_changed_meanwhile_are_in_the_open_card_where_nothing_was_typed(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    press(screen, "New dispatch …")
    form = screen.preparing.form
    type_into(form.address.editors[0], "typed@example.org")
    type_into(form.subject.editors[0], "My own subject")
    new = Trilingual.final("{salutation}\nNew.", "{salutation}\nNouveau.", "{salutation}\nNuevo.")
    desk.usual_messages.save(DocumentKind.AGENDA, SentBy.MAIL, said("Usual {titles}"), new)
    QApplication.processEvents()
    screen.go_to("!new")
    assert form.text.value() == new
    assert form.subject.value().en == "My own subject"
    assert form.address.value() == "typed@example.org"


def test_home_leads_to_the_documents_until_the_agenda_is_issued_and_then_to_its_sending(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    """“Send the agenda” led to where it cannot be sent."""
    before = DEADLINE - datetime.timedelta(days=10)
    with held(HomeScreen(desk.home, language, alerts)) as home:
        hearing(home, desk)
        shown(home, before)
        assert Place("documents", meeting(desk).key) in led(home)
        desk.papers.issue(Request(DocumentKind.AGENDA, meeting(desk).key), before)
        QApplication.processEvents()
        (place,) = (one for one in led(home) if one.screen == "distribution")
    screen.go_to(place.key)
    assert screen.preparing.open
    (chosen,) = screen.preparing.form.issued.value()
    assert chosen.kind is DocumentKind.AGENDA


def test_home_says_to_how_many_the_agenda_is_still_to_be_sent(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    """The row was the same when all but a few had been sent it."""
    desk._clock.at = NOON - datetime.timedelta(days=40)  # type: ignore[attr-defined]
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "URY", "PRY")
    due = desk.deliveries.agenda_due(meeting(desk).key)
    assert due is not None
    left, total = len(due.notice.missing), due.notice.recipients
    assert left == total - 2
    with held(HomeScreen(desk.home, language, alerts)) as home:
        hearing(home, desk)
        shown(home, desk.deliveries.now.date())
        assert f"still to be sent to {left} of {total}" in texts(home.due)


def led(home: HomeScreen) -> list[Place]:
    """Where the links of what is due lead."""
    return [place for one in home.due.findChildren(LinkedText) for place in one.places]


def test_what_was_issued_is_offered_to_be_sent(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as documents:
        hearing(documents, desk)
        shown(documents, NOON.date())
        places: list[Place] = []
        documents.asked.connect(places.append)
        documents.go_to(f"{DocumentKind.AGENDA}:{meeting(desk).key}")
        QApplication.processEvents()
        press(documents, "Issue")
        assert alerts.notice is not None
        offer = next(one for one in alerts.notice.offers if one.label == "Send it …")
        offer.act()
    issued = {one.key for one in desk.papers.issued()}
    (place,) = places
    assert place.screen == "distribution"
    assert place.key.removeprefix("!send:") in issued
