"""Ctrl+K on a register: what is typed is found under its kind, and Enter goes to the very thing."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.members import Communication, CommunicationForm, FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.practices import OPEN_QUESTIONS
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.approvals import NOT_ENDED
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.ui.actions import IMPORT, IMPORT_LIST
from nmirf_desktop.ui.alerts import Notice, Offer
from nmirf_desktop.ui.hits import Hit, HitGroup
from nmirf_desktop.ui.leads import LEADS
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.office import House, Office
from nmirf_desktop.ui.palette import PAUSE, CommandPalette, arranged, ranked
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from nmirf_desktop.ui.screens.decisions import DecisionsScreen
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.members_detail import LATEST
from nmirf_desktop.ui.screens.members_files import FIRST
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.texts import TextsScreen
from nmirf_desktop.ui.settings_found import WINDOW
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.unopened import REMOVE
from tests import samples

Thing = TypeVar("Thing")
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def office(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, shell: Shell, qtbot: QtBot) -> Iterator[Office]:
    """The window of a sample register."""
    path = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    nothing = House(*[lambda *_arguments: None] * 7)
    office = Office(shell, path, nothing)
    office.window.resize(1200, 800)
    office.show()
    qtbot.waitUntil(lambda: office.window.shown is not None)
    office.window.show_as_of(samples.ON)
    office.window.activateWindow()
    qtbot.waitUntil(office.window.isActiveWindow)
    yield office
    office.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def the(value: Thing | None) -> Thing:
    """What must be there."""
    assert value is not None
    return value


class Box:
    """The open box, as hands and ears meet it."""

    def __init__(self, office: Office) -> None:
        office.window.activateWindow()
        assert QTest.qWaitForWindowActive(office.window)
        QTest.keyClick(office.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        box = the(office.window.findChild(CommandPalette))
        self.box = box
        self.list = the(box.findChild(QListWidget))
        self.line = the(box.findChild(QLineEdit))
        assert box.isVisible()

    def type(self, text: str) -> None:
        """Letters, faster than the search comes."""
        self.line.setText("")
        for letter in text:
            self.line.insert(letter)

    def press(self, *keys: Qt.Key) -> None:
        """Keys in the box."""
        for key in keys:
            QTest.keyClick(self.line, key)

    def lines(self) -> list[str]:
        """What is listed, headings between signs."""
        items = [self.list.item(row) for row in range(self.list.count())]
        hits = {id(hit) for hit in self.box.hits()}
        return [
            item.text() if id(item.data(Qt.ItemDataRole.UserRole)) in hits else f"<{item.text()}>" for item in items
        ]

    def heard(self) -> str:
        """What a screen reader says of what is chosen."""
        return str(self.list.currentItem().data(ACCESSIBLE))


def go(office: Office, typed: str, *keys: Qt.Key) -> QWidget:
    """Type, press the keys, then Enter; the screen that is shown."""
    box = Box(office)
    box.type(typed)
    box.press(*keys, Qt.Key.Key_Return)
    assert not box.box.isVisible()
    assert office.window.shown is not None
    for _ in range(4):
        QApplication.processEvents()
    assert office.window.shown.isAncestorOf(the(office.window.focusWidget())), "the keyboard goes along"
    return office.window.shown


def seen(part: QWidget, within: QWidget) -> bool:
    """Whether a part is in sight in its pane."""
    top = part.mapTo(within, QPoint(0, 0)).y()
    return part.isVisible() and 0 <= top <= within.height() - 10


def test_kinds_are_headings_that_no_key_stops_at(office: Office, qtbot: QtBot) -> None:
    box = Box(office)
    box.type("paraguay")
    assert box.lines() == []
    qtbot.waitUntil(lambda: box.lines() != [])
    lines = box.lines()
    assert lines[:5] == [
        "<States>", "Paraguay", "<People>", "Focal point of Paraguay", "Alternate focal point of Paraguay",
    ]  # fmt: skip
    stops = []
    for _ in range(len(box.box.hits())):
        stops.append(box.list.currentItem().text())
        box.press(Qt.Key.Key_Down)
    assert stops == [line for line in lines if not line.startswith("<")]
    assert box.heard() == "Paraguay, States, Group of Latin American and Caribbean States"
    box.press(Qt.Key.Key_Up)
    assert box.list.currentItem().text() == stops[-1]
    box.press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert box.list.currentItem().text() == "Paraguay"
    box.press(Qt.Key.Key_PageDown)
    assert box.list.currentItem().text() == stops[8]


def test_commands_come_first_where_their_words_begin_so_and_last_where_they_hold_it(
    office: Office, qtbot: QtBot
) -> None:
    box = Box(office)
    box.type("minut")
    qtbot.waitUntil(lambda: "<Commands>" in box.lines())
    assert box.lines()[:2] == ["<Commands>", "Minutes"]
    box.type("mon")
    qtbot.waitUntil(lambda: box.lines()[:2] == ["<States>", "Monaco"])
    assert "Agenda sent before a meeting, in months" in box.lines()[3:]
    box.type("om")
    qtbot.waitUntil(lambda: box.lines()[:2] == ["<States>", "Oman"])
    last = box.lines().index("<Commands>")
    assert "Home" in box.lines()[last:]
    assert not any(line.startswith("<") for line in box.lines()[last + 1 :])


def test_a_language_is_found_by_its_name_in_each_language_and_before_any_state(
    office: Office, qtbot: QtBot, shell: Shell
) -> None:
    """In an English window “french” was no command, and “fran” led to France."""
    names = {"french": "Français", "fran": "Français", "anglais": "English", "ingl": "English", "espagnol": "Español"}
    box = Box(office)
    for tongue in Language:
        shell.language.switch(tongue)
        box.press(Qt.Key.Key_Escape)
        box = Box(office)
        for typed, found in names.items():
            box.type(typed)
            assert the(box.list.currentItem()).text() == found
            qtbot.wait(PAUSE + 50)
            assert the(box.list.currentItem()).text() == found


@pytest.mark.parametrize(
    ("tongue", "typed"),
    [(Language.EN, "send to transl"), (Language.FR, "envoyer à la trad"), (Language.ES, "enviar a trad")],
)
def test_what_goes_to_translators_is_found_from_the_minutes_and_begun(
    office: Office, shell: Shell, tongue: Language, typed: str
) -> None:
    shell.language.switch(tongue)
    office.window.go(Place("minutes"))
    texts = go(office, typed)
    assert isinstance(texts, TextsScreen)
    assert texts.out.sending.isVisible()
    assert texts.out.sending.isAncestorOf(the(office.window.focusWidget()))


def test_each_action_of_each_screen_is_found_by_its_words_in_each_language(office: Office, shell: Shell) -> None:
    for tongue in Language:
        shell.language.switch(tongue)
        for name in SCREENS:
            office.window.go(Place(name))
            QApplication.processEvents()
            known = office.window._commands()
            for action in the(office.window.shown).actions():
                if action.isEnabled():
                    words = action.text().replace("&&", "&")
                    assert words in [hit.title for hit in ranked(known, words)], (name, words)


def test_each_button_of_each_screen_is_found_by_its_words(office: Office) -> None:
    """Of what Meetings, the room and the pages beside it offer by a button alone, nothing was found."""
    for name in SCREENS:
        office.window.go(Place(name))
        QApplication.processEvents()
        screen, known = the(office.window.shown), [hit.title for hit in office.window._commands()]
        shown = [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
        heads = [one for one in shown if one.isCheckable() or one.property("part") == "head"]
        by_letter = [one for one in shown if one.focusPolicy() is Qt.FocusPolicy.NoFocus]
        said = {one.text().replace("&&", "&") for one in shown if one not in heads and one not in by_letter}
        missing = {one for one in said if one not in known and any(letter.isalpha() for letter in one)}
        assert not missing, name


def test_the_sittings_that_were_not_opened_are_found_from_the_room_and_removed_by_their_button(office: Office) -> None:
    session = go(office, "session")
    assert isinstance(session, SessionScreen)
    meetings = go(office, "remove the sittings")
    assert isinstance(meetings, MeetingsScreen)
    assert meetings.meeting_key() == session.meeting_key(), "of the meeting that is in the room"
    assert office.window.focusWidget() is meetings.detail.sittings.clear
    before = len(meetings.detail.sittings.rows)
    (remove,) = [hit for hit in office.window._commands() if hit.title == meetings.detail.sittings.clear.text()]
    remove.act()
    QApplication.processEvents()
    assert len(meetings.detail.sittings.rows) == before - 6
    remove.act()
    assert not meetings.detail.sittings.clear.isVisible(), "what is gone is not done once more"


@pytest.mark.parametrize("tongue", list(Language))
@pytest.mark.parametrize("typed", ["never opened", "jamais ouvertes", "séances jamais", "nunca abiertas"])
def test_the_sittings_that_were_not_opened_are_found_by_the_usual_words(
    office: Office, shell: Shell, tongue: Language, typed: str
) -> None:
    shell.language.switch(tongue)
    office.window.go(Place("minutes"))
    meetings = go(office, typed)
    assert isinstance(meetings, MeetingsScreen)
    assert office.window.focusWidget() is meetings.detail.sittings.clear


@pytest.mark.parametrize("typed", ["follow-up action", "action de suivi", "acción de seguimiento", "tarea"])
@pytest.mark.parametrize("screen", ["decisions", "session", "agenda"])
def test_a_follow_up_action_is_found_by_the_usual_words(office: Office, screen: str, typed: str) -> None:
    """In French it was found as « mesure de suivi » alone."""
    office.window.go(Place(screen))
    found = [hit.title for hit in ranked(office.window._commands(), typed)]
    assert any(one.startswith("Record a follow-up action") for one in found), found


def test_what_a_message_offers_is_listed_once(office: Office) -> None:
    """It stood there again as the way to the screen that does the same."""
    office.window.go(Place("minutes"))
    removed: list[str] = []
    screen = the(office.window.shown)
    offer = Offer(REMOVE, lambda: removed.append("all"))
    screen.alerts.show(Notice(Refusal(NOT_ENDED, {"last": samples.ON}), Tone.ATTENTION, offers=(offer,)))
    (hit,) = [one for one in office.window._commands() if one.title == "Remove the sittings that were not opened"]
    assert ranked([hit], "never opened") == [hit]
    hit.act()
    assert removed == ["all"]


@pytest.mark.parametrize("typed", ["re", "minut", "se", "pa", "co"])
def test_no_two_headings_of_what_is_found_are_alike(office: Office, qtbot: QtBot, typed: str) -> None:
    """“Commands” stood twice and three times, and nothing told these apart."""
    box = Box(office)
    box.type(typed)
    qtbot.waitUntil(lambda: any(line.startswith("<") for line in box.lines()))
    headings = [line for line in box.lines() if line.startswith("<")]
    commands = [line for line in headings if "ommands" in line]
    assert len(set(headings)) == len(headings)
    assert commands == ["<Commands>", "<Other commands>", "<Commands that hold these letters>"][: len(commands)]


def test_commands_that_nothing_parts_stand_under_one_heading() -> None:
    words, ranks = catalog(Language.EN), [(rank, Hit(f"command {rank}", int)) for rank in range(3)]
    led = HitGroup("States", (Hit("Monaco", int),), leads=True)
    said = HitGroup("Minutes", (Hit("common", int),))
    together = [(one.title, len(one.hits)) for one in arranged(ranks, [said], words)]
    assert together == [("Commands", 2), ("Minutes", 1), ("Other commands", 1)]
    parted = [one.title for one in arranged(ranks, [led, said], words)]
    assert parted == ["Commands", "States", "Other commands", "Minutes", "Commands that hold these letters"]


def test_a_whole_word_comes_before_one_that_only_begins_so_and_undo_is_not_found_by_a_persons_name() -> None:
    leaves, removes = Hit("Se retire …", int), Hit("Retirer", int, "letter.pdf")
    undo = Hit("Undo: designate a focal point – Ana SOSA", int, named="Undo")
    assert ranked([removes, leaves, undo], "retire") == [leaves, removes]
    assert ranked([undo, removes], "sosa") == []
    assert ranked([undo], "und") == [undo]
    sends, place, settings = (Hit(title, lambda: None) for title in ("Enviar la agenda", "Agenda", "Agendas"))
    assert ranked([sends, settings, place], "agenda") == [place, sends, settings]


def test_how_many_more_there_are_is_said(office: Office, qtbot: QtBot) -> None:
    box = Box(office)
    box.type("focal point")
    qtbot.waitUntil(lambda: "<People>" in box.lines())
    heading = box.list.item(box.lines().index("<People>")).data(Qt.ItemDataRole.UserRole + 1)
    assert heading.shown == "6 of 68"


def test_enter_does_not_wait_for_the_search(office: Office) -> None:
    screen = go(office, "slovenia")
    assert isinstance(screen, MembersScreen)
    assert screen.current_key() == "SVN"


def test_a_person_is_gone_to_with_the_row_in_sight(office: Office, qtbot: QtBot) -> None:
    screen = go(office, "alternate@py.example.org")
    assert isinstance(screen, MembersScreen)
    assert screen.current_key() == "PRY"
    person = next(
        one for one in the(screen.detail.people.file).people.values() if one.email == "alternate@py.example.org"
    )
    row = screen.detail.people.row_of(person.key)
    assert row is not None
    qtbot.waitUntil(lambda: seen(row, screen.detail.viewport()))


def test_a_person_of_another_time_and_an_old_file_are_shown_among_all(office: Office, qtbot: QtBot) -> None:
    desk = office.desk.services
    day = datetime.date(2024, 6, 1)
    person = Person(new_key(), Trilingual("Adviser"), "PRY", "A.", "Bygone")
    with desk.store.write("long ago", Subject.MEMBERS) as session:
        PEOPLE.save(session, person)
        FOCAL_POINTS.save(session, FocalPoint(new_key(), "PRY", person.key, Period(day, day), voting=False))
        for year in range(LATEST):
            letter = Communication(
                new_key(), "PRY", day.replace(month=7, day=1 + year), CommunicationForm.LETTER, MembershipKind.MEMBER
            )
            COMMUNICATIONS.save(session, letter)
    files = [NewFile(f"file {number}.txt", b"%d" % number) for number in range(FIRST + 2)]
    for file in files:
        desk.attachments.attach(Holder(HolderKind.STATE, "PRY"), "PRY", [file])
    for typed, part in (("bygone", "history"), ("file 0.txt", "files")):
        screen = go(office, typed)
        assert isinstance(screen, MembersScreen)
        parts = {"history": screen.detail.history, "files": screen.detail.files}
        held = {one.file.name: one.file.key for one in the(screen.detail.files.file).files}
        row = the(parts[part].row_of(person.key if part == "history" else held["file 0.txt"]))
        qtbot.waitUntil(lambda row=row, screen=screen: seen(row, screen.detail.viewport()))  # type: ignore[misc]


def test_a_mechanism_is_gone_to_with_its_row_in_sight(office: Office, qtbot: QtBot) -> None:
    office.window.resize(1200, 500)
    screen = go(office, "nmirf.py.example.org")
    assert isinstance(screen, MembersScreen)
    (mechanism,) = the(screen.detail.mechanism.file).mechanisms
    row = screen.detail.mechanism.row_of(mechanism.key)
    assert row is not None
    qtbot.waitUntil(lambda: seen(row, screen.detail.viewport()))


def test_a_meeting_an_item_a_seat_and_a_document_are_chosen(office: Office) -> None:
    desk = office.desk.services
    held = desk.papers.meeting(DocumentKind.MINUTES)
    desk.papers.issue(Request(DocumentKind.MINUTES, held.key, (Edition.EN,)), samples.ON)
    meetings = go(office, "nmirf/2025")
    assert isinstance(meetings, MeetingsScreen)
    assert the(meetings.list.current).meeting.symbol == "NMIRF/2025"
    agenda = go(office, "recording recommendations assigning")
    assert isinstance(agenda, AgendaScreen)
    assert the(agenda.list.current).item.title.en.startswith("Recording recommendations")
    committee = go(office, "slovenia", *[Qt.Key.Key_Down] * 3)
    assert isinstance(committee, CommitteeScreen)
    assert the(committee.list.current).state.iso3 == "SVN"
    documents = go(office, "nmirf/2026/2 minutes")
    assert isinstance(documents, DocumentsScreen)
    assert the(documents.issued.table.current).symbol == "NMIRF/2026/2"


def test_what_was_recorded_in_the_room_is_shown_under_its_item_and_moves_nobody(office: Office, qtbot: QtBot) -> None:
    desk = office.desk.services
    held = desk.papers.meeting(DocumentKind.MINUTES)
    sittings = desk.meetings.plan(held.key).sittings
    for typed, keys in (("alternation online", ()), ("debate closed", ())):
        session = go(office, typed, *keys)
        assert isinstance(session, SessionScreen)
        assert session.current_key() == held.key
    decisions = go(office, "decision 2026/3")
    assert isinstance(decisions, DecisionsScreen)
    assert the(decisions.list.current).decision.number == 3
    assert session_text(go(office, "alternation online")) == "Alternation of in-person and online annual meetings"
    screen = go(office, "open-source tracking")
    assert isinstance(screen, SessionScreen)
    assert "open-source" in the(screen.room.floor.table.current).heard.note
    qtbot.waitUntil(screen.room.floor.table.isVisible)
    assert desk.meetings.plan(held.key).sittings == sittings, "the room is where it was"


def session_text(screen: QWidget) -> str:
    """The proposal chosen."""
    assert isinstance(screen, SessionScreen)
    return the(screen.room.texts.current).proposal.title.en


def test_a_paragraph_of_the_minutes_is_chosen_also_where_a_filter_hides_it(office: Office) -> None:
    minutes = go(office, "open-source tracking", Qt.Key.Key_Down)
    assert isinstance(minutes, MinutesScreen)
    assert "open-source" in the(minutes.list.current).paragraph.text.en
    minutes.unready.load(True, over=True)
    minutes._show_lines()
    assert go(office, "rose 5.58") is minutes
    assert the(minutes.list.current).paragraph.text.en.startswith("The meeting rose at 5.58")


@pytest.mark.parametrize(
    ("tongue", "heading"), [(Language.FR, "<Points de l’ordre du jour>"), (Language.ES, "<Personas>")]
)
def test_headings_are_said_in_the_language_of_the_window(
    office: Office, qtbot: QtBot, shell: Shell, tongue: Language, heading: str
) -> None:
    shell.language.switch(tongue)
    box = Box(office)
    box.type("a")
    qtbot.waitUntil(lambda: heading in box.lines())
    assert box.list.accessibleName() == shell.language.words.pgettext("search", "What was found")


def test_what_home_and_empty_places_offer_is_found_on_every_screen(office: Office) -> None:
    assert isinstance(go(office, "plan a meeting"), MeetingsScreen)
    box = Box(office)
    box.type("plan a meeting")
    assert box.lines().count("Plan a meeting") == 1, "here it is the act itself"
    box.press(Qt.Key.Key_Escape)
    for _ in range(2):  # from another screen, and on the agenda itself
        agenda = go(office, "versions")
        assert isinstance(agenda, AgendaScreen)
        assert agenda.sides.currentWidget() is agenda.sides.versions
        agenda.sides.setCurrentIndex(0)
    QTest.keyClick(the(office.window.focusWidget()), Qt.Key.Key_Escape)
    for label, place in LEADS:
        assert place.screen in SCREENS, label


def test_from_another_screen_what_the_manual_promises_is_found_and_no_act_of_a_screen_that_is_not_shown(
    office: Office,
) -> None:
    """Measured on "every action", which it promised: of 165, those of the screen shown are found."""
    office.window.go(Place("minutes"))
    QApplication.processEvents()
    acts = {action.label for action in the(office.window.shown).actions()}
    office.window.go(Place("home"))
    QApplication.processEvents()
    known = {label for hit in office.window._commands() for label in hit.labels}
    assert {label for label, _place in LEADS} <= known
    screens = {entry.title for entry in office.window._entries.values()}
    assert screens - known <= {IMPORT}, "that one is found as what it does"
    assert IMPORT_LIST in known
    assert set(WINDOW.values()) <= known
    assert {one.title for one in OPEN_QUESTIONS.values()} <= known
    assert {"Circulate", "Approve"} <= acts - known


@pytest.mark.parametrize("asked", ["agreed on", "adopted on", "record an election"])
def test_what_is_recorded_of_a_meeting_is_found_from_everywhere_and_begun(office: Office, asked: str) -> None:
    for _ in range(2):  # from another screen, and on Meetings itself
        meetings = go(office, asked)
        assert isinstance(meetings, MeetingsScreen)
        detail, held = meetings.detail, office.window.focusWidget()
        if asked == "record an election":
            assert detail.elections.draft.isVisible()
            assert detail.elections.isAncestorOf(the(held))
        else:
            field = detail.agreement.agreed if asked == "agreed on" else detail.agreement.adopted
            assert held in field.editors


def test_a_confirmation_stays_when_the_file_is_brought_up_to_date_behind_it(office: Office, qtbot: QtBot) -> None:
    assert office.desk is not None
    alerts = office._shell.alerts
    alerts.say("The calendar was written.")
    qtbot.wait(20)
    office._quiet.timeout.emit()
    assert the(alerts.notice).what.said_in(office._shell.language.words) == "The calendar was written."


def test_the_screen_of_texts_is_reached_from_its_orders_by_its_name_and_by_escape(office: Office) -> None:
    texts = go(office, "orders for translation")
    assert isinstance(texts, TextsScreen)
    for leave in ("texts", ""):
        office.window.go(Place("texts", "!orders"), keyboard=True)
        assert texts.out.isVisible()
        if leave:
            assert go(office, leave) is texts
        else:
            office.window._navigation.setFocus()
            QTest.keyClick(the(office.window.focusWidget()), Qt.Key.Key_Escape)
        assert office.window.shown is texts
        assert not texts.out.isVisible(), leave or "Escape"
    office.window.go(Place("texts", "!orders"))
    held = office.desk.services.meetings.list()[0]
    office.window.go(Place("texts", held.key))
    assert not texts.out.isVisible(), "a link to a text shows it"


def test_the_link_to_missing_texts_takes_the_keyboard_along_and_a_figure_goes_into_a_language(office: Office) -> None:
    office.window.status.missing_asked.emit()
    texts = office.window.shown
    assert isinstance(texts, TextsScreen)
    assert texts.isAncestorOf(the(office.window.focusWidget()))
    for key, tongue in ((Qt.Key.Key_3, Language.ES), (Qt.Key.Key_1, Language.EN)):
        texts.list.setFocus()
        QTest.keyClick(texts.list.view, key, Qt.KeyboardModifier.AltModifier)
        assert office.window.focusWidget() is texts.editor.pane.form.text._boxes[tongue]


def test_the_box_makes_way_for_whatever_takes_the_keyboard_also_under_the_pointer(office: Office) -> None:
    box = Box(office)
    box.box.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    box.type("zzzz")
    QTest.mouseClick(box.box, Qt.MouseButton.LeftButton, pos=box.box.rect().center())
    assert box.box.isVisible()
    assert box.line.hasFocus()
    office.window._navigation.setFocus()
    assert not box.box.isVisible()
