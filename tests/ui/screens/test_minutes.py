"""Minutes: the rapporteur drafts, edits, refreshes after a new fact, takes an offer, circulates and approves."""

import dataclasses
import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.known_matters import minutes_origin
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.domain.minutes_comments import Side
from nmirf_desktop.domain.sittings import Intervention, PresenceKind
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Method
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.meetings import SITTINGS
from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.alerts import Alerts, Notice, Sentence
from nmirf_desktop.ui.growing import GrowingText
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import TO_APPROVE, Place
from nmirf_desktop.ui.screen import count_days, leave_days
from nmirf_desktop.ui.screens import minutes_steps
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.minutes_reading import facts_of
from nmirf_desktop.ui.screens.minutes_rows import gap_said, in_full
from nmirf_desktop.ui.screens.minutes_steps import APPROVED
from tests import samples
from tests.registers import Hand, desk, fresh, network, said
from tests.ui.clipping import show
from tests.ui.conftest import Answers

ON = datetime.date(2026, 11, 27)
AFTER = datetime.datetime(2026, 11, 28, 12, tzinfo=datetime.UTC)
UNDER = Qt.KeyboardModifier.ControlModifier
BOTH = UNDER | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A small network in its meeting."""
    with open_register(fresh(tmp_path / "minutes.nmirf"), author="rapporteur") as store:
        network(desk(store, Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC))))
        yield store


@pytest.fixture
def screen(qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts) -> MinutesScreen:
    screen = MinutesScreen(Secretariat(store, Hand(AFTER)), language, alerts)
    store.subscribe(screen.touched)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    show(screen)
    return screen


@pytest.fixture
def unseen(qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts) -> MinutesScreen:
    """The screen of drafted minutes, not looked at yet."""
    hold(store)
    desk_now = Secretariat(store, Hand(AFTER))
    desk_now.minutes.draft(desk_now.meetings.list()[0].key)
    screen = MinutesScreen(desk_now, language, alerts)
    store.subscribe(screen.touched)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    return screen


@pytest.fixture
def book(store: Store) -> MinuteBook:
    return Secretariat(store, Hand(datetime.datetime(2026, 11, 28, 12, tzinfo=datetime.UTC))).minutes


def box(screen: MinutesScreen, language: Language = Language.EN) -> GrowingText:
    return screen.pane.form.text._boxes[language]


def type_over(screen: MinutesScreen, text: str) -> None:
    editor = box(screen)
    editor.setFocus()
    editor.selectAll()
    editor.insertPlainText(text)
    screen.pane.form.text.flush()


def noticed(screen: MinutesScreen) -> str:
    """What the banner says."""
    notice = screen.alerts.notice
    return "" if notice is None else notice.what.said_in(screen.words)


def hold(store: Store, *, close: bool = True) -> None:
    """Record that a sitting took place."""
    hand = Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC))
    room = desk(store, hand)
    meeting = room.meetings.list()[0]
    sitting = room.sittings.all(meeting.key)[0]
    if sitting.opened_at is None:
        room.sittings.open(sitting.key)
    if close:
        hand.forward(120)
        room.sittings.close(sitting.key)


def drafts_said(screen: MinutesScreen) -> list[str]:
    """What is called a draft in the line that is shown, and over its texts."""
    line = screen.list.current
    assert line is not None
    states = [label.text() for label in screen.pane.form.text._states.values() if label.isVisible()]
    return [one for one in (in_full(line, screen.words), *states) if "draft" in one]


def test_what_was_read_out_of_sight_is_shown_in_the_language_chosen_meanwhile(unseen: MinutesScreen) -> None:
    unseen.read_ahead()
    assert unseen.bar.word.text() == "Draft"
    unseen.language.switch(Language.FR)
    show(unseen)
    assert unseen.bar.word.text() == "Projet"


def test_whose_minutes_were_read_out_of_sight_is_settled_when_they_are_looked_at(
    unseen: MinutesScreen, store: Store
) -> None:
    unseen.read_ahead()
    first = unseen.meeting
    assert first is not None
    later = dataclasses.replace(first, key=new_key(), symbol="NMIRF/2026/X", number=3, opens_on=ON, closes_on=ON)
    hand = Hand(datetime.datetime(2026, 11, 27, 10, tzinfo=datetime.UTC))
    room = desk(store, hand)
    room.meetings.save(later)
    sitting = Sitting(new_key(), later.key, 1, ON, datetime.time(10), datetime.time(13))
    room.meetings.save_sitting(sitting)
    room.sittings.open(sitting.key)
    hand.forward(120)
    room.sittings.close(sitting.key)
    assert unseen.meeting == first
    show(unseen)
    assert unseen.meeting is not None
    assert unseen.meeting.symbol == later.symbol
    unseen.bar.meeting.load(first, over=True)
    unseen.bar.meeting.edited.emit()
    unseen.touched(frozenset({Subject.MINUTES}))
    assert unseen.meeting == first


def test_what_cannot_be_read_out_of_sight_is_read_when_it_is_looked_at(unseen: MinutesScreen, store: Store) -> None:
    with sqlite3.connect(store.path) as register:
        register.execute("ALTER TABLE minutes RENAME TO lost")
    standing = Notice(Sentence("Something stands here.", {}))
    for before in (None, standing):
        if before is not None:
            unseen.alerts.show(before)
        unseen.read_ahead()
        assert not unseen.list.model.rows
        assert unseen.alerts.notice is before, "nobody asked for it: nothing is said"
    with register:
        register.execute("ALTER TABLE lost RENAME TO minutes")
    register.close()
    show(unseen)
    assert unseen.list.model.rows


def test_what_cannot_be_read_out_of_sight_though_its_text_can_is_read_again(
    unseen: MinutesScreen, store: Store
) -> None:
    """What members ask for stands outside of what the screen guards."""
    with sqlite3.connect(store.path) as register:
        register.execute("ALTER TABLE correction_request RENAME TO lost")
    with suppress(StorageError):
        unseen.read_ahead()
    assert unseen.alerts.notice is None
    with register:
        register.execute("ALTER TABLE lost RENAME TO correction_request")
    register.close()
    read = []
    unseen.been_read.connect(lambda: read.append(True))
    show(unseen)
    assert read == [True]


def test_the_rapporteur_goes_from_the_draft_to_the_approval(
    screen: MinutesScreen, store: Store, book: MinuteBook, answers: Answers
) -> None:
    assert screen.bar.word.text() == "Not begun"
    hold(store, close=False)
    screen._draft.trigger()
    assert screen.bar.word.text() == "Draft"
    first = screen.list.model.rows[0]
    screen.list.select(first.paragraph.key)
    type_over(screen, "The Chair opened the meeting in the presence of the host.")
    written = screen.list.model.rows[0].paragraph
    assert written.written
    assert written.text.en == "The Chair opened the meeting in the presence of the host."
    assert screen.pane._given.isVisibleTo(screen)

    desk_now = Secretariat(store)
    meeting = desk_now.meetings.list()[0]
    sitting = desk_now.sittings.all(meeting.key)[0]
    assert sitting.opened_at is not None
    amend(store, sitting.opened_at + datetime.timedelta(minutes=7))
    screen._draft.trigger()
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    assert book.paragraphs(minutes.key)[0].text.en == written.text.en
    offers = book.offers(minutes.key)
    assert len(offers) == 1
    screen.pane.take.emit(offers[0])
    assert book.offers(minutes.key) == ()
    assert book.paragraphs(minutes.key)[0].text.en == offers[0].text.en

    hold(store)
    screen._circulate.trigger()
    screen.steps.circulation_form.until.load(ON, over=True)
    screen.steps.circulation.verb.click()
    assert answers.asked[-1].text == "Circulate the minutes of NMIRF/2026?"
    assert screen.bar.word.text() == "Circulated"
    screen._approve.trigger()
    screen.steps.approval_form.on.load(ON + datetime.timedelta(days=1), over=True)
    screen.steps.approval.verb.click()
    assert answers.asked[-1].text == "Approve the minutes of NMIRF/2026?"
    assert (screen.bar.word.text(), noticed(screen)) == ("Approved", screen.words.gettext(APPROVED))
    assert screen.bar.said.text().startswith("Deemed approved on 28 November 2026; they can only be read.")
    assert (box(screen).isReadOnly(), drafts_said(screen)) == (True, []), "what was approved is no draft"
    assert not screen._draft.isEnabled()
    assert not screen._add.isEnabled()


def test_an_approval_by_a_meeting_is_offered_on_the_day_of_its_room(
    screen: MinutesScreen, book: MinuteBook, store: Store
) -> None:
    hold(store)
    room = desk(store, Hand(datetime.datetime(2026, 11, 28, 12, tzinfo=datetime.UTC)))
    meeting = room.meetings.list()[0]
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    book.circulate(minutes.key, Circulation(ON, ON))
    today, there = ON + datetime.timedelta(days=1), ON + datetime.timedelta(days=2)
    later = dataclasses.replace(
        meeting, key="later", symbol="LATER", opens_on=today, closes_on=there, time_zone="Pacific/Auckland"
    )
    room.meetings.save(later)
    item = room.agendas.items(meeting.key)[0].item
    room.agendas.add(dataclasses.replace(item, key="two", meeting="later", origins=(minutes_origin(meeting.key),)))
    room.sittings.open_unplanned("later", "two")
    screen.show_as_of(today)
    screen._approve.trigger()
    assert screen.steps.approval_form.chosen() == "two"
    assert screen.steps.approval_form.on.value() == there
    screen.steps.approval.close_up()
    screen.go_to(f"{meeting.key}:{TO_APPROVE}")
    assert screen.steps.approval.isVisible(), "Home leads to it"


def test_only_what_can_be_approved_is_asked_and_what_is_not_translated_is_named(
    screen: MinutesScreen, store: Store, book: MinuteBook, answers: Answers
) -> None:
    hold(store)
    screen._draft.trigger()
    first = screen.list.model.rows[0].paragraph
    book.circulate(first.minutes, Circulation(ON, ON))
    room = desk(store, Hand(datetime.datetime(2026, 11, 27, 10, tzinfo=datetime.UTC)))
    again = room.sittings.open_unplanned(room.meetings.list()[0].key, None)
    book.write(first.key, Trilingual("The Chair opened the meeting.", es="La Presidencia abrió la reunión."))
    screen._approve.trigger()
    screen.steps.approval_form.on.load(ON + datetime.timedelta(days=2), over=True)
    screen.steps.approval.verb.click()
    assert screen.steps.approval_form._rows["on"]._wrong.isVisibleTo(screen)
    screen.steps.approval_form.on.load(ON + datetime.timedelta(days=1), over=True)
    screen.steps.approval.verb.click()
    assert not answers.asked
    room.sittings.close(again.key)
    screen.steps.approval.verb.click()
    assert answers.asked[-1].act == "Approve them"
    assert answers.asked[-1].detail == (
        "Français: 1 text is missing; it will be printed in the original language, marked. Paragraph 1\n\n"
        "Español: 1 text is older than its original. Paragraph 1\n\n"
        "What was recorded gives another text for paragraph 2, which stands as it is; lists, votes and annexes are "
        "printed as recorded. What was recorded gives 1 more paragraph, which is not in the minutes. "
        "1 text was not reviewed: Paragraph 1 of the minutes (English). No adoption of the agenda is recorded.\n\n"
        "Approved minutes are no longer changed. Only a language in which a text is missing can be completed "
        "afterwards."
    )


def test_circulation_and_a_file_for_members_name_what_is_not_settled(
    screen: MinutesScreen, store: Store, book: MinuteBook, answers: Answers, tmp_path: Path
) -> None:
    hold(store, close=False)
    screen._draft.trigger()
    screen._circulate.trigger()
    screen.steps.circulation.verb.click()
    assert noticed(screen).startswith("The meeting has not ended; nothing was circulated. Minutes go out when")
    assert not answers.asked
    hold(store)
    screen._draft.trigger()
    first = screen.list.model.rows[0].paragraph
    book.write(first.key, Trilingual("The Chair opened the meeting.", es="La Presidencia abrió la reunión."))
    book.comments.say(first.minutes, first.key, Side.RAPPORTEUR, "Budget or funds?")
    missing = "Français: 1 text is missing; it will be printed in the original language, marked. Paragraph 1"
    answers.yes = False
    screen.word.choose_folder = lambda _parent, _title: tmp_path
    screen.word.save.trigger()
    assert answers.asked[-1].act == "Save them as they are"
    assert missing in answers.asked[-1].detail
    assert "1 comment is open." in answers.asked[-1].detail
    assert list(tmp_path.glob("*.docx")) == []
    screen._circulate.trigger()
    screen.steps.circulation.verb.click()
    assert answers.asked[-1].act == "Circulate them"
    assert missing in answers.asked[-1].detail
    assert "1 comment is open." in answers.asked[-1].detail
    assert screen.bar.word.text() == "Draft"
    assert noticed(screen) == ("The minutes stay as they are. To complete first: Paragraph 1 of the minutes (French).")


def test_sittings_that_nobody_opened_are_removed_from_the_refusal_and_the_minutes_go_out(
    screen: MinutesScreen, store: Store, answers: Answers
) -> None:
    """Their refusal named them, and the way to be rid of them led through another screen."""
    hold(store)
    room = Secretariat(store)
    meeting = dataclasses.replace(room.meetings.list()[0], closes_on=datetime.date(2099, 11, 26))
    room.meetings.save(meeting)
    room.meetings.add_sitting(meeting.key)
    screen._draft.trigger()
    screen._circulate.trigger()
    screen.steps.circulation_form.on.load(meeting.opens_on, over=True)
    went: list[Place] = []
    screen.asked.connect(went.append)
    screen.steps.circulation.verb.click()
    notice = screen.alerts.notice
    assert notice is not None
    assert noticed(screen).startswith("The meeting has not ended; nothing was circulated.")
    assert [one.label for one in notice.offers] == ["Remove the sittings that were not opened"]
    notice.offers[0].act()
    assert all(one.closed_at is not None for one in room.sittings.all(meeting.key))
    assert noticed(screen) == (
        "The sittings that were not opened are removed: 1. Ctrl+Z brings them back. The last day of the meeting stays "
        "26 November 2099, but its last sitting was on 24 November 2026: if it ended then, change its last day in "
        "Meetings, under “When and where”."
    )
    assert screen.alerts.notice is not None
    (change,) = screen.alerts.notice.offers
    change.act()
    assert went == [Place("meetings", meeting.key)]
    assert screen.steps.circulation.isVisible(), "what was opened stays open"
    screen.steps.circulation.verb.click()
    assert answers.asked[-1].act == "Circulate them"
    assert screen.bar.word.text() == "Circulated"


def test_while_a_sitting_is_open_no_removal_is_offered(screen: MinutesScreen, store: Store) -> None:
    """It would not end the meeting."""
    hold(store, close=False)
    room = Secretariat(store)
    room.meetings.add_sitting(room.meetings.list()[0].key)
    screen._draft.trigger()
    screen._circulate.trigger()
    screen.steps.circulation.verb.click()
    assert screen.alerts.notice is not None
    assert noticed(screen).startswith("The meeting has not ended; nothing was circulated.")
    assert screen.alerts.notice.offers == ()


def test_minutes_that_are_not_circulated_lead_to_the_first_text_that_nobody_reviewed(
    screen: MinutesScreen, store: Store, book: MinuteBook, answers: Answers
) -> None:
    hold(store)
    screen._draft.trigger()
    first = screen.list.model.rows[0].paragraph
    new = first.text.with_text(Language.EN, "The Chair opened the meeting.")
    book.write(first.key, new.with_text(Language.FR, "La présidence ouvre la séance.").with_text(Language.ES, "Abre."))
    answers.yes = False
    screen._circulate.trigger()
    screen.steps.circulation.verb.click()
    assert (
        "3 texts were not reviewed: Paragraph 1 of the minutes (English, French, Spanish)." in answers.asked[-1].detail
    )
    assert noticed(screen) == "The minutes stay as they are. To review first: Paragraph 1 of the minutes (English)."
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    assert screen.alerts.notice is not None
    assert screen.meeting is not None
    (offer,) = screen.alerts.notice.offers
    assert offer.label == "Go to the text"
    offer.act()
    assert asked == [Place("minutes", f"{screen.meeting.key}:{first.key}")]
    screen.list.select(screen.list.model.rows[1].key)
    screen.go_to(asked[0].key)
    assert screen.list.current is not None
    assert screen.list.current.key == first.key


def test_what_cannot_go_to_the_members_is_said_at_its_field_and_nobody_is_asked(
    screen: MinutesScreen, store: Store, answers: Answers
) -> None:
    hold(store)
    screen._draft.trigger()
    screen._circulate.trigger()
    form = screen.steps.circulation_form
    for on in (datetime.date(2026, 11, 29), datetime.date(2026, 11, 23)):  # tomorrow, and the day before the meeting
        form.on.load(on, over=True)
        screen.steps.circulation.verb.click()
        assert form._rows["on"]._wrong.isVisibleTo(screen)
    assert not answers.asked
    assert screen.bar.word.text() == "Draft"
    screen.steps.circulation.close_up()


def test_before_the_approval_texts_nobody_took_and_outdated_translations_are_named(
    screen: MinutesScreen, store: Store, book: MinuteBook, answers: Answers
) -> None:
    hold(store)
    screen._draft.trigger()
    first = screen.list.model.rows[0].paragraph
    book.circulate(first.minutes, Circulation(ON, ON))
    book.write(first.key, first.text.with_text(first.text.source, "The Chair opened the meeting at ten."))
    opened = Secretariat(store).sittings.all(Secretariat(store).meetings.list()[0].key)[0].opened_at
    assert opened is not None
    amend(store, opened + datetime.timedelta(minutes=7))
    offered = len(book.offers(first.minutes))
    assert offered
    screen._approve.trigger()
    screen.steps.approval_form.on.load(ON + datetime.timedelta(days=1), over=True)
    screen.steps.approval.verb.click()
    told = answers.asked[-1].detail
    assert "What was recorded gives another text for paragraph 1, which stands as it is" in told
    assert "Français: 1 text is older than its original." in told
    assert "Español: 1 text is older than its original." in told


def amend(store: Store, opened: datetime.datetime) -> None:
    """Correct the moment at which the first sitting was opened: a new fact."""
    from dataclasses import replace

    services = Secretariat(store)
    sitting = services.sittings.all(services.meetings.list()[0].key)[0]
    with store.write("amend", Subject.MEETINGS) as session:
        SITTINGS.save(session, replace(sitting, opened_at=opened))


def test_the_state_of_a_draft_says_that_facts_changed_since_and_which_key_brings_it_up_to_date(
    screen: MinutesScreen, store: Store, qtbot: QtBot
) -> None:
    hold(store)
    screen._draft.trigger()
    assert screen.bar.said.text().startswith("What nobody changed follows")
    opened = Secretariat(store).sittings.all(Secretariat(store).meetings.list()[0].key)[0].opened_at
    assert opened is not None
    amend(store, opened + datetime.timedelta(minutes=7))
    qtbot.waitUntil(lambda: "F5 brings it up to date" in screen.bar.said.text())
    screen._draft.trigger()
    qtbot.waitUntil(lambda: screen.bar.said.text().startswith("What nobody changed follows"))


def test_the_keyboard_goes_first_into_the_language_of_the_window(
    qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts
) -> None:
    """In a French window a correction was typed into the empty English text of a paragraph noted in French."""
    language.switch(Language.FR)
    screen = MinutesScreen(Secretariat(store, Hand(AFTER)), language, alerts)
    store.subscribe(screen.touched)
    qtbot.addWidget(screen)
    hold(store)
    screen.show_as_of(ON)
    show(screen)
    screen._draft.trigger()
    screen.pane.form.text.go_to_work()
    assert screen.focusWidget() is box(screen, Language.FR)


def test_facts_that_come_late_do_not_pass_for_those_that_were_written_since(
    screen: MinutesScreen, store: Store, qtbot: QtBot
) -> None:
    """What was drafted beside the window before a fact was written came after it, and nothing was asked any more."""
    hold(store)
    screen._draft.trigger()
    meeting = screen.meeting
    assert meeting is not None
    qtbot.waitUntil(lambda: not screen._reader.stale)
    late = facts_of(screen._desk, meeting.key, screen._now, screen.writing.held, screen.writing.after)
    opened = screen._desk.sittings.all(meeting.key)[0].opened_at
    assert opened is not None
    amend(store, opened + datetime.timedelta(minutes=7))
    screen._facts_told(meeting, late)
    qtbot.waitUntil(lambda: "F5 brings it up to date" in screen.bar.said.text())


def test_keys_go_to_the_next_paragraph_and_review(screen: MinutesScreen, store: Store) -> None:
    hold(store)
    screen._draft.trigger()
    rows = screen.list.model.rows
    screen.list.select(rows[0].paragraph.key)
    type_over(screen, "Changed.")
    QTest.keyClick(box(screen), Qt.Key.Key_Return, UNDER)
    assert screen.list.current is not None
    assert screen.list.current.paragraph.key == rows[1].paragraph.key
    screen.list.select(rows[0].paragraph.key)
    assert screen.list.current.paragraph.text.state(Language.EN) is TextState.DRAFT
    QTest.keyClick(box(screen), Qt.Key.Key_Return, BOTH)
    assert screen.list.current.paragraph.key == rows[1].paragraph.key
    assert screen.list.model.rows[0].paragraph.text.state(Language.EN) is TextState.REVIEWED


def test_a_paragraph_is_added_removed_and_put_back(screen: MinutesScreen, store: Store) -> None:
    hold(store)
    screen._draft.trigger()
    count = len(screen.list.model.rows)
    first = screen.list.model.rows[0].paragraph
    screen.list.select(first.key)
    screen._add.trigger()
    type_over(screen, "A paragraph of the rapporteur’s own.")
    assert len(screen.list.model.rows) == count + 1
    assert screen.list.current is not None
    assert screen.list.current.number == 2
    screen._remove.trigger()
    assert len(screen.list.model.rows) == count
    screen.list.select(first.key)
    screen._remove.trigger()
    assert len(screen.list.model.rows) == count - 1
    screen.pane.put_back.emit(first.key)
    assert screen.list.model.rows[0].paragraph.key == first.key


def test_only_what_is_not_ready_is_shown_when_asked(screen: MinutesScreen, store: Store) -> None:
    hold(store)
    screen._draft.trigger()
    screen.list.select_first()
    screen._review.trigger()
    total = len(screen.list.model.rows)
    screen.unready._editor.click()
    assert all(not line.ready for line in screen.list.model.rows)
    assert len(screen.list.model.rows) < total


def test_minutes_that_are_not_circulated_cannot_be_approved(
    screen: MinutesScreen, store: Store, answers: Answers
) -> None:
    hold(store)
    screen._draft.trigger()
    assert not screen._approve.isEnabled()
    answers.yes = False
    screen._circulate.trigger()
    screen.steps.circulation.verb.click()
    assert screen.bar.word.text() == "Draft"


@pytest.fixture
def on_the_day() -> Iterator[None]:
    """It is the day of the minutes, whatever day this machine has."""

    def day_of(_: datetime.datetime) -> datetime.date:
        return ON

    count_days(day_of)
    yield
    leave_days(day_of)


def test_circulated_minutes_go_out_again_as_a_revised_version_with_its_prevailing_language(
    screen: MinutesScreen, store: Store, answers: Answers, on_the_day: None
) -> None:
    hold(store)
    screen._draft.trigger()
    assert screen._circulate.text() == "Circulate"
    screen._circulate.trigger()
    screen.steps.circulation.verb.click()
    assert screen.list.view.hasFocus(), "the keyboard is where it was before the card"
    assert screen.bar.said.text().endswith("until 11 December 2026. Prevailing language: English.")
    corrected = "members correct their own statements until"
    assert noticed(screen) == f"The minutes are circulated; {corrected} 11 December 2026."
    assert screen._circulate.text() == "Circulate a revised version"
    screen._circulate.trigger()
    screen.steps.revision_form.until.load(ON, over=True)
    screen.steps.revision_form.prevailing.load(Language.FR, over=True)
    screen.steps.revision.verb.click()
    assert answers.asked[-1].act == "Circulate it"
    assert answers.asked[-1].detail == (
        "No adoption of the agenda is recorded.\n\n"
        "Circulated on 27 November 2026; members correct their own statements until 11 December 2026. "
        "Prevailing language: English. With the revised version they correct until 27 November 2026. "
        "The period becomes shorter: it ends 14 days earlier than members were told."
    )
    assert screen.bar.said.text().endswith("until 27 November 2026. Prevailing language: French.")
    assert noticed(screen) == f"The revised version is circulated; {corrected} 27 November 2026."


def test_minutes_of_decisions_adopted_in_french_are_offered_to_prevail_in_french(
    screen: MinutesScreen, store: Store
) -> None:
    """English was offered, over two decisions whose document says “Original: French”."""
    hold(store, close=False)
    room = desk(store, Hand(datetime.datetime(2026, 11, 24, 11, tzinfo=datetime.UTC)))
    meeting = room.meetings.list()[0]
    french = Trilingual(fr="Décide de publier le rapport.", source=Language.FR)
    put = room.proposals.propose(meeting.key, room.agendas.items(meeting.key)[0].item.key, french, french)
    room.sittings.all_arrive(meeting.key)
    room.proposals.adopt_by_consensus(put.key)
    (sitting,) = [one for one in room.sittings.all(meeting.key) if one.opened_at is not None]
    room.sittings.close(sitting.key)
    assert room.proposals.decisions(meeting.key)[0].language is Language.FR
    screen._draft.trigger()
    screen._circulate.trigger()
    assert screen.steps.circulation_form.prevailing.value() is Language.FR
    screen.steps.circulation.verb.click()
    assert screen.bar.said.text().endswith("Prevailing language: French.")


def test_the_preview_leads_to_the_documents(screen: MinutesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.asked) as asked:
        screen._preview.trigger()
    assert screen.meeting is not None
    assert asked.args == [Place("documents", f"minutes:{screen.meeting.key}")]


def test_minutes_of_long_meetings_open_at_once(
    qtbot: QtBot, language: CurrentLanguage, alerts: Alerts, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with open_register(samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")) as store:
        screen = MinutesScreen(Secretariat(store), language, alerts)
        qtbot.addWidget(screen)
        screen.show_as_of(datetime.date(2026, 11, 24))
        show(screen)
        assert len(screen.list.model.rows) > 50
        assert screen.pane.accessibleName() == catalog(Language.EN).gettext("Paragraph {n}").format(n=1)
        assert box(screen).isReadOnly()
        screen.close()


def test_a_meeting_that_was_held_before_its_days_has_minutes(
    qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts
) -> None:
    """A sitting may be opened before the planned days; who then came to Minutes was told that no meeting was held."""
    hold(store)
    early = datetime.date(2026, 11, 20)
    screen = MinutesScreen(
        Secretariat(store, Hand(datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC))), language, alerts
    )
    store.subscribe(screen.touched)
    screen.show_as_of(early)
    qtbot.addWidget(screen)
    show(screen)
    assert screen.meeting is not None
    screen._draft.trigger()
    assert screen.bar.word.text() == "Draft"


def test_that_a_period_for_corrections_is_past_is_said_before_the_minutes_go_out(
    screen: MinutesScreen, store: Store, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question repeated the day as if members had time until then."""
    monkeypatch.setattr(minutes_steps, "today", lambda: datetime.date(2026, 12, 12))
    hold(store)
    screen._draft.trigger()
    answers.yes = False
    screen._circulate.trigger()
    screen.steps.circulation.verb.click()
    past = "11 December 2026. That day is past: from now on every request is late, and the minutes can be deemed"
    assert past in answers.asked[-1].detail
    screen.steps.circulation_form.until.load(datetime.date(2026, 12, 12), over=True)
    screen.steps.circulation.verb.click()
    assert answers.asked[-1].detail.endswith("12 December 2026.")
    screen.steps.circulation.close_up()


def test_the_screen_opens_at_the_paragraph_that_was_written_last(
    qtbot: QtBot, book: MinuteBook, store: Store, language: CurrentLanguage, alerts: Alerts
) -> None:
    """After a crash it stood at the first one, and the rapporteur looked for where he had been."""
    meeting = desk(store, Hand(AFTER)).meetings.list()[0]
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    last = book.paragraphs(minutes.key)[-1]
    book.write(last.key, last.text.with_text(Language.EN, "Written last."))
    screen = MinutesScreen(Secretariat(store, Hand(AFTER)), language, alerts)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    show(screen)
    assert screen.list.current is not None
    assert screen.list.current.key == last.key


def test_what_is_to_be_looked_at_in_a_paragraph_stands_where_one_would_mend_it(
    screen: MinutesScreen, store: Store
) -> None:
    """Documents and the command named it; the screen said "generated / draft", and its side panel was empty."""
    hand = Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC))
    room = desk(store, hand)
    meeting = room.meetings.list()[0]
    hold(store, close=False)
    item = Secretariat(store).agendas.items(meeting.key)[0].item.key
    room.sittings.record(meeting.key, ("MAR", "GHA"), PresenceKind.ARRIVED)
    hand.forward(5)
    note = "est prêt à aider, convaincu de son utilité"
    room.sittings.note(Intervention("noted", meeting.key, item, hand.at, "MAR", note=note, language=Language.FR))
    older = Trilingual.final("Reports once.", "Rapport une fois.", "Informe una vez.")
    title = Trilingual.final("Reports", "Rapports", "Informes")
    put = room.proposals.propose(meeting.key, item, title, older.with_text(Language.EN, "Reports twice."))
    room.proposals.adopt_by_consensus(put.key)
    screen._draft.trigger()
    screen._draft_facts()
    noted = next(one for one in screen._now.lines if one.paragraph.slot == "intervention:noted")
    screen.list.select(noted.key)
    (row,) = looked_at(screen)
    assert row == (
        "Français: 1 paragraph reads as it was noted: write it as minutes say it or, where it is right as it is, mark "
        f"it as reviewed. Paragraph {noted.number} (reads as it was noted: “dit qu’il est prêt à aider, convaincu de "
        "son utilité.”)"
    )
    assert screen.pane._to_look_at.isVisibleTo(screen)
    assert row in in_full(noted, screen.words)
    assert gap_said(noted, screen.words) == "as noted"
    decided = next(one for one in screen._now.lines if one.paragraph.slot.startswith("decision:"))
    screen.list.select(decided.key)
    assert looked_at(screen) == [
        f"{name}: 1 text is older than its original. Decision 2026/1: text" for name in ("Français", "Español")
    ]
    assert gap_said(decided, screen.words) == "older text"
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    link = next(one for one in screen.pane.looked_at.findChildren(LinkedText) if one.places)
    link.linkActivated.emit(f"texts#{put.key}.text##fr")
    assert asked == list(link.places) == [Place("texts", f"{put.key}.text", "fr")], "where the text is written"
    screen.list.select(noted.key)
    editor = box(screen, Language.FR)
    editor.setFocus()
    editor.selectAll()
    editor.insertPlainText("Le Maroc aidera.")
    screen.pane.form.text.flush()
    assert not screen.pane._to_look_at.isVisibleTo(screen), "it was written"


def test_a_decision_without_a_translation_is_told_beside_its_paragraph(screen: MinutesScreen, store: Store) -> None:
    """One that was older than its original was, and what is not there at all is worse."""
    room = desk(store, Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)))
    meeting = room.meetings.list()[0]
    hold(store, close=False)
    item = Secretariat(store).agendas.items(meeting.key)[0].item.key
    room.sittings.record(meeting.key, ("MAR", "GHA"), PresenceKind.ARRIVED)
    text = Trilingual.final("Reports once.", "Rapport une fois.", "")
    titled = Trilingual.final("Reports", "Rapports", "Informes")
    put = room.proposals.propose(meeting.key, item, titled, text)
    room.proposals.adopt_by_consensus(put.key)
    screen._draft.trigger()
    screen._draft_facts()
    decided = next(one for one in screen._now.lines if one.paragraph.slot.startswith("decision:"))
    screen.list.select(decided.key)
    assert looked_at(screen) == [
        "Español: 1 text is missing; it will be printed in the original language, marked. Decision 2026/1: text"
    ]
    assert gap_said(decided, screen.words) == "text missing"
    (link,) = (one for one in screen.pane.looked_at.findChildren(LinkedText) if one.places)
    assert link.places == (Place("texts", f"{put.key}.text", "es"),)


def test_a_reason_quoted_in_one_language_is_told_beside_its_paragraph(screen: MinutesScreen, store: Store) -> None:
    """Only the question before the minutes leave named it; here one can put it into the other languages."""
    hand = Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC))
    room = desk(store, hand)
    meeting = room.meetings.list()[0]
    hold(store, close=False)
    item = Secretariat(store).agendas.items(meeting.key)[0].item.key
    room.sittings.record(meeting.key, ("MAR", "GHA"), PresenceKind.ARRIVED)
    hand.forward(5)
    put = room.proposals.propose(meeting.key, item, said("Reports"), said("Reports once."))
    room.proposals.note_objection(put.key)
    vote = room.voting.open(Ballot(meeting.key, item, Method.SHOW_OF_HANDS, put.key))
    hand.forward(5)
    room.voting.break_off(vote.key, "The wrong draft was shown")
    screen._draft.trigger()
    screen._draft_facts()
    quotes = next(one for one in screen._now.lines if "wrong draft" in one.paragraph.text.en)
    screen.list.select(quotes.key)
    told = "A reason is quoted here in each language as it was entered in one: write it in the others."
    assert looked_at(screen) == [told]
    assert screen.pane._to_look_at.isVisibleTo(screen)
    assert told in in_full(quotes, screen.words)
    assert gap_said(quotes, screen.words) == "quoted as entered"
    screen._review.trigger()
    assert "as it was entered: French, Spanish. Write it in that language" in noticed(screen)
    states = next(one for one in screen._now.lines if one.key == quotes.key).paragraph.text.states()
    assert [one for one in Language if states[one] is TextState.REVIEWED] == [Language.EN]
    screen.list.view.selectAll()
    screen._review.trigger()
    others = len(screen._now.lines) - 1
    assert noticed(screen) == (
        f"Paragraphs marked as reviewed: {others}. Left out, wholly or in a language: 1, the first of them paragraph "
        f"{quotes.number}. What reads as it was noted (F8 leads to it) or quotes "
        "a reason is looked at, and marked by itself."
    )
    for language, text in ((Language.FR, "Le vote a été interrompu."), (Language.ES, "Se interrumpió la votación.")):
        editor = box(screen, language)
        editor.setFocus()
        editor.selectAll()
        editor.insertPlainText(text)
        screen.pane.form.text.flush()
    assert not screen.pane._to_look_at.isVisibleTo(screen), "it is quoted in one language alone"


def test_a_note_that_is_right_as_it_stands_is_ready_once_it_was_reviewed(screen: MinutesScreen, store: Store) -> None:
    """Nothing settled it but another text: it stayed under "Only what is not ready" for good."""
    hand = Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC))
    room = desk(store, hand)
    meeting = room.meetings.list()[0]
    hold(store, close=False)
    item = Secretariat(store).agendas.items(meeting.key)[0].item.key
    room.sittings.record(meeting.key, ("MAR",), PresenceKind.ARRIVED)
    room.sittings.note(Intervention("noted", meeting.key, item, hand.at, "MAR", note="Database not updated"))
    screen._draft.trigger()
    screen._draft_facts()
    noted = next(one for one in screen._now.lines if one.paragraph.slot == "intervention:noted")
    screen.list.select(noted.key)
    assert gap_said(noted, screen.words) == "as noted"
    for language, text in ((Language.FR, "Rien à dire."), (Language.ES, "Sin comentarios.")):
        editor = box(screen, language)
        editor.setFocus()
        editor.selectAll()
        editor.insertPlainText(text)
        screen.pane.form.text.flush()
    screen._review.trigger()
    reviewed = next(one for one in screen._now.lines if one.key == noted.key)
    assert gap_said(reviewed, screen.words) == ""
    assert reviewed.ready
    assert not screen.pane._to_look_at.isVisibleTo(screen)


def looked_at(screen: MinutesScreen) -> list[str]:
    return [row.said for row, _ in screen.pane.looked_at._rows]
