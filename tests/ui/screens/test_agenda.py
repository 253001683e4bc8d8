"""The agenda: filled in one act, moved, indented, written and removed by keys, its time against the sittings'."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QScrollArea, QWidget

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import ExpectedAction, Purpose
from nmirf_desktop.domain.annual_review import ReviewPart, ReviewPeriod
from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.item_requests import Fate, ItemRequest
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.planning import Planning
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import around
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from tests.registers import OPENS, said, statements
from tests.ui.clipping import assert_presentable
from tests.ui.dropping import drop
from tests.ui.screens.offices import held, office, press, shown, texts, type_into

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


def made(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> AgendaScreen:
    """The screen on its services."""
    return AgendaScreen(desk, language, alerts)


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[AgendaScreen]:
    with held(made(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen)
        screen.list.setFocus()
        yield screen


def key(screen: AgendaScreen, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the list."""
    screen.list.setFocus()
    QTest.keyClick(screen.list.view, pressed, modifier)
    QApplication.processEvents()


def items(screen: AgendaScreen) -> list[str]:
    """Each row's number and title, without its indent."""
    column = screen.list.model.columns[0]
    return [column.display(one, screen.words).strip() for one in screen.list.model.rows]


def add(screen: AgendaScreen, title: str) -> None:
    """Add an item by its key, and write its English title."""
    key(screen, Qt.Key.Key_Insert)
    editor = screen.detail.form.field("title").editors[0]
    assert editor.hasFocus()
    QTest.keyClicks(editor, title)
    screen.detail.form.flush()


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_keys_that_write_an_item_bring_it_before_the_page_that_is_shown(
    screen: AgendaScreen, desk: Secretariat, pressed: Qt.Key
) -> None:
    press(screen, "Record a request …")
    requests = screen.sides.requests
    QTest.keyClicks(requests.form.field("reference").editors[0], "NV 12")
    key(screen, pressed)
    assert screen.sides.currentWidget() is screen.detail
    typed = screen.detail.form.field("title").editors[0]
    assert typed.hasFocus()
    assert typed.isVisible()
    assert not requests.draft.isHidden(), "a card that is filled in stays on its page"


def empty(desk: Secretariat) -> str:
    """The meeting, its agenda emptied."""
    (meeting,) = desk.meetings.list()
    for one in desk.agendas.items(meeting.key):
        desk.agendas.remove(meeting.key, [one.item.key])
    return meeting.key


def test_without_a_meeting_the_way_leads_to_planning(tmp_path: Path, language: CurrentLanguage, alerts: Alerts) -> None:
    with office(tmp_path, filled=False) as desk, held(made(desk, language, alerts)) as screen:
        shown(screen)
        asked: list[Place] = []
        screen.asked.connect(asked.append)
        next(one for one in screen.findChildren(QPushButton) if one.isVisible()).click()
        assert asked == [Place("meetings")]


def of_journal(asked: Iterable[str]) -> list[str]:
    """The statements by which the changes of a register were asked for."""
    return [one for one in asked if "FROM journal_change" in one]


def test_an_agenda_is_asked_once_how_it_stands_and_said_in_another_language_from_what_was_read(
    screen: AgendaScreen, desk: Secretariat, language: CurrentLanguage
) -> None:
    (meeting,) = desk.meetings.list()
    desk.meetings.note_agreement(meeting.key, screen.on)
    with statements(desk.store) as once:
        desk.agenda_versions.standing(meeting.key)
    with statements(desk.store) as read:
        screen.refresh()
    assert len(of_journal(read)) == len(of_journal(once)) > 0
    with statements(desk.store) as said_again:
        language.switch(Language.FR)
        QApplication.processEvents()
    assert "Arrêté le 24" in "".join(texts(screen.agreed))
    assert [one for one in said_again if "FROM" in one and "FROM attachment" not in one] == []


def test_a_review_that_was_made_is_offered_once_the_agenda_is_filled(screen: AgendaScreen, desk: Secretariat) -> None:
    meeting = empty(desk)
    desk.annual_reviews.add(ReviewPeriod.of_year(OPENS.year), ReviewPart.AHEAD, said("More exchanges."))
    press(screen, "Fill with the standard items")
    notice = screen.alerts.notice
    assert notice is not None
    assert "NMIRF/REV/2026" in notice.what.said_in(screen.words)
    (offer,) = notice.offers
    offer.act()
    named = [one.item.purpose for one in desk.agendas.items(meeting) if one.item.documents]
    assert named == [Purpose.REVIEW, Purpose.FUTURE]
    undo.undo(desk.store)
    assert not [one for one in desk.agendas.items(meeting) if one.item.documents]


def test_an_empty_agenda_teaches_and_is_filled_in_one_act(screen: AgendaScreen, desk: Secretariat) -> None:
    empty(desk)
    assert "an annual meeting reviews the Network’s activities" in texts(screen)
    press(screen, "Fill with the standard items")
    assert len(items(screen)) >= 10
    assert items(screen)[0] == "1. Opening of the meeting; election of the Chair and the Rapporteur"
    said = texts(screen.time).replace("\N{NO-BREAK SPACE}", " ")
    assert "of 3 h: " in said
    assert "more than the sittings give" in said


def test_the_heading_names_the_meeting(screen: AgendaScreen, desk: Secretariat) -> None:
    assert screen.heading == "Agenda: Second annual meeting"
    second = Planning(desk.store).next(MeetingKind.ANNUAL, OPENS)
    screen.go_to(second.key)
    assert screen.heading == "Agenda: Third annual meeting"


def test_a_walk_by_keyboard(screen: AgendaScreen, desk: Secretariat) -> None:
    add(screen, "Partnerships")
    add(screen, "Other matters")
    assert items(screen) == ["1. Future directions", "2. Partnerships", "3. Other matters"]
    key(screen, Qt.Key.Key_Up, CTRL)
    assert items(screen) == ["1. Future directions", "2. Other matters", "3. Partnerships"]
    key(screen, Qt.Key.Key_Right, CTRL)
    assert items(screen) == ["1. Future directions", "(a) Other matters", "2. Partnerships"]
    key(screen, Qt.Key.Key_Left, CTRL)
    key(screen, Qt.Key.Key_Down, CTRL)
    assert items(screen) == ["1. Future directions", "2. Partnerships", "3. Other matters"]
    key(screen, Qt.Key.Key_Delete)
    assert items(screen) == ["1. Future directions", "2. Partnerships"]
    undo.undo(desk.store)
    assert items(screen) == ["1. Future directions", "2. Partnerships", "3. Other matters"]
    key(screen, Qt.Key.Key_F2)
    assert screen.detail.form.field("title").editors[0].hasFocus()
    QTest.keyClick(screen.detail.form.field("title").editors[0], Qt.Key.Key_Escape)
    assert screen.list.view.hasFocus()


def test_keys_of_the_list_edit_text_in_a_field(screen: AgendaScreen) -> None:
    editor = screen.detail.form.field("title").editors[0]
    editor.setFocus()
    for pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Insert):
        QTest.keyClick(editor, pressed)
    combo = screen.detail.form.field("action").editors[0]
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Delete)
    assert len(items(screen)) == 1


def test_what_is_typed_for_one_item_is_never_saved_in_another(screen: AgendaScreen, desk: Secretariat) -> None:
    add(screen, "Partnerships")
    type_into(screen.detail.form.field("title").editors[0], "Alliances")
    screen.list.select(screen.list.model.rows[0].item.key)
    assert items(screen) == ["1. Future directions", "2. Alliances"]


def test_facts_of_an_item_are_edited_in_place(screen: AgendaScreen, desk: Secretariat) -> None:
    form = screen.detail.form
    type_into(form.field("duration").editors[0], "90")
    form.flush()
    form.action.load(ExpectedAction.ELECTION, over=True)
    form.edited.emit("action")
    (one,) = desk.agendas.items(desk.meetings.list()[0].key)
    assert (one.item.duration, one.item.action) == (90, ExpectedAction.ELECTION)
    assert "1 item, 1 h 30 of 3 h" in texts(screen.time).replace("\N{NO-BREAK SPACE}", " ")


def test_numbers_and_titles_follow_the_language(screen: AgendaScreen) -> None:
    add(screen, "Partnerships")
    key(screen, Qt.Key.Key_Right, CTRL)
    screen.language.switch(Language.FR)
    assert items(screen) == ["1. Future directions (fr)", "a) [anglais] Partnerships"]
    assert screen.heading.startswith("Ordre du jour")


def test_it_goes_to_one_item_and_asks_for_the_preview(screen: AgendaScreen, desk: Secretariat) -> None:
    add(screen, "Partnerships")
    first = screen.list.model.rows[0].item
    screen.go_to(first.key)
    assert screen.current_key() == first.key
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    press(screen, "Preview the agenda")
    assert asked == [Place("documents", first.meeting)]


def test_an_agenda_is_adopted_once_the_meeting_has_opened(
    screen: AgendaScreen, desk: Secretariat, alerts: Alerts
) -> None:
    press(screen, "Mark as adopted")
    assert desk.meetings.list()[0].agenda_adopted_on == OPENS
    assert "Adopted by the meeting on 24 November 2026" in texts(screen.agreed)
    assert not screen.adopt_action.isEnabled()
    title = screen.detail.form.title.editors[0]
    before = desk.agendas.items(desk.meetings.list()[0].key)[0].item.title
    QTest.keyClicks(title, "Another one")
    screen.detail.form.flush()
    assert desk.agendas.items(desk.meetings.list()[0].key)[0].item.title == before
    assert "The meeting has adopted this agenda: the title stays as it is" in texts(screen.detail)
    press(screen, "Revise the adopted agenda")
    QTest.keyClicks(title, "Another one")
    screen.detail.form.flush()
    assert "Another one" in desk.agendas.items(desk.meetings.list()[0].key)[0].item.title.en


def test_the_screen_is_fit_to_be_seen(desk: Secretariat) -> None:
    desk.agendas.fill(empty(desk))

    def make(language: CurrentLanguage, alerts: Alerts) -> AgendaScreen:
        screen = made(desk, language, alerts)
        screen.show_as_of(OPENS)
        screen.refresh()
        return screen

    assert_presentable(make)


@pytest.mark.parametrize("planned", [True, False])
def test_its_empty_states_are_fit_to_be_seen(tmp_path: Path, planned: bool) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    with office(folder, filled=planned) as desk:
        if planned:
            empty(desk)

        def make(language: CurrentLanguage, alerts: Alerts) -> AgendaScreen:
            screen = made(desk, language, alerts)
            screen.refresh()
            return screen

        assert_presentable(make)


# -- times, dragging, and what stands beside the items -----------------------------------------------------------------


def dragged(screen: AgendaScreen, keys: list[str], row: int, part: float) -> bool:
    """Carry items over a row, to a part of its item's height, and let them fall there; whether they were taken.

    A negative part is on the band of the sitting above the item.
    """
    view = screen.list.view
    screen.list.select_several(keys)
    data = screen.list.drag.carried()
    whole = QRect(0, view.rowViewportPosition(row), view.width(), view.rowHeight(row))
    own = screen.list.bands.own(row, whole)
    at = QPoint(20, own.top() + round(own.height() * part))
    actions = Qt.DropAction.MoveAction
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    begins = view.visualRect(view.currentIndex()).center()
    enters = QDragEnterEvent(begins, actions, data, left, plain)
    QApplication.sendEvent(view.viewport(), enters)
    assert enters.isAccepted(), "what begins on its own row is let in, or it could never go on to another"
    event = QDragMoveEvent(at, actions, data, left, plain)
    QApplication.sendEvent(view.viewport(), event)
    taken = event.isAccepted()
    assert screen.list.drag.line.isVisible() is taken
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(at), actions, data, left, plain))
    QApplication.processEvents()
    assert not screen.list.drag.line.isVisible()
    return taken


def test_items_are_dragged_before_after_and_into_others(screen: AgendaScreen, desk: Secretariat) -> None:
    for title in ("Partnerships", "Other matters", "Closure"):
        add(screen, title)
    keys = [one.item.key for one in screen.list.model.rows]
    assert dragged(screen, [keys[3]], 1, 0.1)
    assert items(screen) == ["1. Future directions", "2. Closure", "3. Partnerships", "4. Other matters"]
    assert dragged(screen, [keys[1], keys[2]], 0, 0.5)
    assert items(screen) == ["1. Future directions", "(a) Partnerships", "(b) Other matters", "2. Closure"]
    assert screen.list.keys == (keys[1], keys[2])
    assert dragged(screen, [keys[3]], 0, 0.95)
    assert items(screen) == ["1. Future directions", "(a) Closure", "(b) Partnerships", "(c) Other matters"]
    assert not dragged(screen, [keys[0]], 1, 0.5), "an item does not become a part of itself"
    undo.undo(desk.store)
    assert items(screen)[-1] == "2. Closure"


def test_an_item_dropped_on_the_band_of_a_sitting_is_the_first_of_it(screen: AgendaScreen, desk: Secretariat) -> None:
    for title in ("Partnerships", "Other matters"):
        add(screen, title)
    meeting = desk.meetings.list()[0].key
    first, second, third = (one.item for one in desk.agendas.items(meeting))
    for one in (first, second, third):
        desk.agendas.save(replace(one, duration=180))
    desk.meetings.add_sitting(meeting)
    QApplication.processEvents()
    row = screen.list.model.rows[1]
    assert row.band is not None
    assert row.band.number == 2
    high = screen.list.view.verticalHeader().defaultSectionSize()
    assert screen.list.view.rowHeight(1) == high * 2, "its band stands above it"
    assert dragged(screen, [third.key], 1, -0.3)
    assert items(screen) == ["1. Future directions", "2. Other matters", "3. Partnerships"]
    assert dragged(screen, [second.key], 1, 0.5)
    assert items(screen) == ["1. Future directions", "2. Other matters", "(a) Partnerships"], "into the item itself"


def test_an_item_is_cut_and_put_below_another_with_its_parts(screen: AgendaScreen) -> None:
    for title in ("Partnerships", "Other matters"):
        add(screen, title)
    key(screen, Qt.Key.Key_Right, CTRL)
    screen.list.select(screen.list.model.rows[0].item.key)
    key(screen, Qt.Key.Key_X, CTRL)
    screen.list.select(screen.list.model.rows[1].item.key)
    key(screen, Qt.Key.Key_V, CTRL)
    assert items(screen) == ["1. Partnerships", "(a) Other matters", "2. Future directions"]


def test_clock_times_and_the_sitting_are_shown_before_anyone_sits_in_it(
    screen: AgendaScreen, desk: Secretariat
) -> None:
    add(screen, "Partnerships")
    for one, minutes in zip(screen.list.model.rows, (150, 60), strict=True):
        desk.agendas.save(replace(one.item, duration=minutes))
    times = [screen.list.model.columns[1].display(one, screen.words) for one in screen.list.model.rows]
    assert times == ["10:00–12:30", "12:30–13:00 …"]
    band = screen.list.model.rows[0].band
    assert band is not None
    assert band.said_in(screen.words).replace("\u00a0", " ").endswith("10:00–13:00 · 30 min too much")
    view = screen.list.view
    assert view.rowHeight(0) == view.rowHeight(1) * 2, "a band stands above the first item of a sitting"


def test_objectives_and_documents_are_edited_in_place(screen: AgendaScreen, desk: Secretariat) -> None:
    form = screen.detail.form
    buttons = [one for one in form.field("objectives").editors if isinstance(one, QPushButton)]
    for button in (buttons[2], buttons[5]):
        button.click()
    documents = form.field("documents").editors[0]
    documents.setFocus()
    QTest.keyClicks(documents, "NMIRF/2026/INF/1")
    form.flush()
    item = desk.agendas.items(desk.meetings.list()[0].key)[0].item
    assert item.objectives == (Objective.EXCHANGE, Objective.KNOWLEDGE_HUB)
    assert item.documents == ("NMIRF/2026/INF/1",)


def test_a_file_dropped_on_an_item_is_attached_to_it(screen: AgendaScreen, desk: Secretariat, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"paper")
    assert drop(screen.detail, [path]) is not None
    assert "paper.pdf" in texts(screen.detail)
    holder = Holder(HolderKind.AGENDA_ITEM, screen.list.model.rows[0].item.key)
    assert [one.name for one in desk.attachments.of(holder)] == ["paper.pdf"]
    undo.undo(desk.store)
    QApplication.processEvents()
    assert "paper.pdf" not in texts(screen.detail)


def test_a_request_is_recorded_and_accepted_below_the_item_chosen(screen: AgendaScreen, desk: Secretariat) -> None:
    press(screen, "Record a request …")
    page = screen.sides.requests
    page.form.state.load("GHA", over=True)
    type_into(page.form.field("title").editors[0], "Data for reporting")
    page.draft.verb.click()
    QApplication.processEvents()
    assert "Ghana" in texts(page)
    assert screen.sides.tabText(1) == "Requests (1)"
    page.rows.commands()[0].act()
    QApplication.processEvents()
    assert items(screen) == ["1. Future directions", "2. Data for reporting"]
    assert screen.sides.tabText(1) == "Requests"
    (request,) = desk.item_requests.of(desk.meetings.list()[0].key)
    assert request.fate is Fate.ACCEPTED


def test_an_adopted_agenda_says_why_it_stays_and_is_revised(screen: AgendaScreen, desk: Secretariat) -> None:
    desk.meetings.note_adoption(desk.meetings.list()[0].key, OPENS)
    key(screen, Qt.Key.Key_Insert)
    assert len(items(screen)) == 1
    notice = screen.alerts.notice
    assert notice is not None
    assert "has adopted this agenda" in notice.what.said_in(screen.words)
    press(screen, "Revise the adopted agenda")
    key(screen, Qt.Key.Key_Insert)
    assert len(items(screen)) == 2
    screen.sides.reveal(screen.sides.versions)
    assert "2: revised" in texts(screen.sides.versions)
    assert "Added" in screen.sides.versions.changes.text()


def test_what_is_known_is_shown_and_placed(screen: AgendaScreen, desk: Secretariat) -> None:
    meeting = desk.meetings.list()[0].key
    screen.sides.reveal(screen.sides.actions_page)
    press(screen, "Record a follow-up action …")
    page = screen.sides.actions_page
    type_into(page.form.field("title").editors[0], "Publish the guide")
    page.draft.verb.click()
    QApplication.processEvents()
    assert "Publish the guide" in texts(page)
    action = desk.actions.of(meeting)[0]
    screen.go_to(desk.planning.next(MeetingKind.ANNUAL, OPENS).key)
    press(screen, "Place what is known")
    assert "(a) Publish the guide" in items(screen)
    screen.sides.reveal(screen.sides.known)
    assert "All that is known is on the agenda." in texts(screen.sides.known)
    screen.go_to(action.key)
    assert screen.heading == "Agenda: Second annual meeting"
    assert screen.sides.currentWidget() is page


def test_an_action_that_was_done_is_among_what_is_known(screen: AgendaScreen, desk: Secretariat) -> None:
    (meeting,) = desk.meetings.list()
    screen.go_to(desk.planning.next(MeetingKind.ANNUAL, OPENS).key)
    press(screen, "Place what is known")
    desk.actions.record(FollowUpAction("", meeting.key, said("Send thanks"), done_on=OPENS))
    screen.sides.reveal(screen.sides.known)
    assert "“Send thanks”" in texts(screen.sides.known)


def test_r38_an_agenda_agreed_on_where_no_committee_is_recorded_is_not_said_to_be_the_committees(
    screen: AgendaScreen, desk: Secretariat
) -> None:
    (meeting,) = desk.meetings.list()
    desk.meetings.note_agreement(meeting.key, screen.on)
    assert desk.meetings.list()[0].agenda_agreed_by is None
    screen.refresh()
    assert "Agreed on 24 November 2026" in texts(screen.agreed)


@pytest.mark.parametrize("page", ["requests", "known", "versions", "actions_page"])
def test_each_page_is_fit_to_be_seen(desk: Secretariat, page: str) -> None:
    meeting = desk.meetings.list()[0].key
    desk.item_requests.record(ItemRequest("", meeting, "GHA", OPENS, said("Data")))
    desk.actions.record(FollowUpAction("", meeting, said("Publish"), said("Secretariat"), due_on=OPENS))
    desk.meetings.note_agreement(meeting, OPENS)
    desk.agendas.insert(meeting)

    def make(language: CurrentLanguage, alerts: Alerts) -> AgendaScreen:
        screen = made(desk, language, alerts)
        screen.refresh()
        screen.sides.reveal(getattr(screen.sides, page))
        return screen

    assert_presentable(make)


def cut(screen: AgendaScreen) -> list[str]:
    """The text boxes of the item that reach below the room of their row, once the layouts had their say.

    One that the page has to be scrolled for is none of them.
    """
    for _ in range(12):
        QTest.qWait(10)
    boxes = [box for box in screen.detail.findChildren(QPlainTextEdit) if box.isVisible()]
    return [box.accessibleName() for box in boxes if room(box).height() < box.height()]


def room(box: QWidget) -> QRect:
    """What of a box is inside all that it stands in, up to the whole of the page that is scrolled."""
    page, inside, at = around(box, QScrollArea), box.rect(), box
    assert page is not None
    while at is not page.widget() and (above := at.parentWidget()) is not None:
        inside = QRect(at.mapToParent(inside.topLeft()), inside.size()).intersected(above.rect())
        at = above
    return inside


@pytest.mark.parametrize("page", [1, 2, 3, 4])
def test_an_item_is_whole_when_its_page_is_shown_after_another_page_and_screen(
    screen: AgendaScreen, desk: Secretariat, page: int
) -> None:
    long = Trilingual.final(*("Consideration of what the members of the Network have reported on it since " * 2,) * 3)
    for title in ("Opening", "Other matters"):
        add(screen, title)
    last = screen.list.model.rows[-1].item
    desk.agendas.save(replace(last, title=long, annotation=Trilingual.final("A", "B", "C")))
    screen.list.select(screen.list.model.rows[0].item.key)
    assert cut(screen) == []
    screen.list.select(last.key)
    screen.sides.setCurrentIndex(page)
    screen.hide()  # another screen
    QApplication.processEvents()
    screen.show()
    QTest.qWait(20)
    screen.sides.setCurrentIndex(0)
    assert cut(screen) == []


def test_another_item_is_shown_from_its_heading_on(screen: AgendaScreen) -> None:
    for title in ("Opening", "Other matters"):
        add(screen, title)
    screen.resize(1200, 500)
    screen.list.select(screen.list.model.rows[0].item.key)
    QTest.qWait(20)
    bar = screen.detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    screen.refresh()
    assert bar.value() > 0, "the same item stays where it is read"
    key(screen, Qt.Key.Key_Down)
    assert bar.value() == 0


def test_a_title_that_was_changed_elsewhere_while_it_was_typed_is_told_at_the_field(
    screen: AgendaScreen, desk: Secretariat
) -> None:
    """The last of two who wrote in one language won without a word."""
    form = screen.detail.form
    english = form.field("title").editors[0]
    english.setFocus()
    QTest.keyClicks(english, "New: ")
    item = desk.agendas.find(str(form.key))
    assert item is not None
    desk.agendas.save(replace(item, title=item.title.with_text(Language.EN, "Another title")))
    screen.refresh()
    assert "the register now has English “Another title”" in texts(screen)
    form.field("title").waited()
    now = desk.agendas.find(item.key)
    assert now is not None
    assert now.title.en == "Another title", "nothing is put in its place unasked"
    form.flush()
    now = desk.agendas.find(item.key)
    assert now is not None
    assert now.title.en == "New: Future directions"
    assert "the register now has" not in texts(screen)
