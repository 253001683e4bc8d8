"""A coordinator's day with the documents, by keys: look through, find, ask about gaps, export, cancel, issue."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.pdf import JOINTS, Pdf
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preview import Preview
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.screens.documents_find import FindBar
from nmirf_desktop.ui.screens.documents_work import joined
from nmirf_desktop.ui.thumbnails import Thumbnails
from tests import samples
from tests.samples import NOTES
from tests.ui import keyboard
from tests.ui.clipping import show
from tests.ui.conftest import Answers

ON = datetime.date(2026, 11, 24)
CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.sample(tmp_path_factory, tmp_path_factory.mktemp("walk") / "sample.nmirf")


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "register.nmirf"
    path.write_bytes(sample.read_bytes())
    with open_register(path, author="coordinator") as store:
        yield store


@dataclass(frozen=True)
class Walk:
    """The screen with jobs beside the window, as in the program, and the *folder* into which it exports."""

    screen: DocumentsScreen
    jobs: Jobs
    alerts: Alerts
    folder: Path
    bot: QtBot

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Keys, wherever the keyboard is."""
        for key in keys:
            keyboard.press(self.screen, key, modifier)

    def settle(self) -> None:
        """Wait until nothing is prepared or written any more."""
        self.bot.waitUntil(lambda: not self.jobs.running and self.screen._preparing is None, timeout=PATIENCE)

    def annotated(self) -> None:
        """Choose the annotated agenda, one further than the agenda that one comes for first."""
        self.press(Qt.Key.Key_Down)
        self.settle()
        assert self.screen.form.kind.value() is DocumentKind.ANNOTATED

    def minutes(self) -> None:
        """Choose the last minutes."""
        self.screen.go_to(f"minutes:{self.screen._papers.meeting(DocumentKind.MINUTES).key}")
        self.settle()

    def beside(self, edition: Edition) -> None:
        """Show another language beside the pages."""
        self.screen.pages.right.load(edition, over=True)
        self.screen.pages.right.edited.emit()
        self.settle()

    def told(self) -> str:
        """What the banner says."""
        assert self.alerts.notice is not None
        return self.alerts.notice.what.said_in(catalog(Language.EN))

    def written(self) -> dict[str, bytes]:
        """The files in the folder."""
        return {file.name: file.read_bytes() for file in self.folder.iterdir()} if self.folder.exists() else {}


@pytest.fixture
def screen(qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts) -> DocumentsScreen:
    """The screen with jobs that run beside it, what they fail with is said, and the keys of its actions."""
    jobs, feed = Jobs(), ChangeFeed()
    jobs.failed.connect(alerts.refuse)
    screen = DocumentsScreen(Secretariat(store), jobs, language, alerts)
    for part in (jobs, feed):
        part.setParent(screen)
    feed.changed.connect(screen.touched)
    store.subscribe(feed.announce)
    for action in screen.actions():
        screen.addAction(action)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    return screen


@pytest.fixture
def walk(qtbot: QtBot, screen: DocumentsScreen, alerts: Alerts, tmp_path: Path) -> Iterator[Walk]:
    """The screen as it is entered: the keyboard is on the choice of the document."""
    jobs = screen._jobs
    walk = Walk(screen, jobs, alerts, tmp_path / "out", qtbot)
    screen.choose_folder = lambda _parent, _title: walk.folder
    show(screen)
    screen.activateWindow()
    screen.take_keyboard()
    walk.settle()
    yield walk
    jobs.let_go()


# -- looking through -------------------------------------------------------------------------------------------------


def test_the_document_is_chosen_read_sized_and_searched_by_keys(walk: Walk) -> None:
    screen = walk.screen
    walk.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    walk.minutes()
    view, search = screen.pages.views[0], screen.pages.search
    assert view.page == 1
    walk.press(Qt.Key.Key_F6)
    assert view.hasFocus()
    walk.press(Qt.Key.Key_PageDown, modifier=CONTROL)
    assert screen.pages.place.text() == f"Page 2 of {view.pages}"

    walk.press(Qt.Key.Key_F, modifier=CONTROL)
    assert search.field.hasFocus()
    keyboard.write(walk.screen, "roll-call vote")
    first = search.count.text()
    assert first.startswith("1 of ")
    walk.press(Qt.Key.Key_Return)
    assert search.count.text().startswith("2 of ")
    walk.press(Qt.Key.Key_F3, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert search.count.text() == first
    hit = view._hit
    assert hit is not None
    assert view.page in (hit.page, hit.page - 1)
    keyboard.write(walk.screen, " that nobody asked for")
    assert search.count.text() == "Not found"
    walk.press(Qt.Key.Key_Escape)
    assert not search.isVisible()
    assert view.hasFocus()
    assert view._hits == ()

    walk.press(Qt.Key.Key_F11)
    assert not screen.form.isVisible()
    walk.press(Qt.Key.Key_F11, Qt.Key.Key_F6)
    assert screen.form.isVisible()
    assert screen.form.kind.isAncestorOf(screen.focusWidget())


def test_another_document_begins_at_its_first_page_and_a_new_state_of_one_stays(walk: Walk) -> None:
    screen = walk.screen
    walk.minutes()
    view = screen.pages.views[0]
    view.go_to_page(5)
    screen.pages.left.load(Edition.FR, over=True)
    screen.pages.left.edited.emit()
    walk.settle()
    assert view.page == 5
    annotated_key = f"annotated:{screen._papers.meeting(DocumentKind.AGENDA).key}"
    screen.go_to(annotated_key)
    walk.settle()
    assert view.page == 1


def test_words_are_found_in_both_languages_across_lines_and_without_accents(walk: Walk) -> None:
    screen = walk.screen
    walk.minutes()
    walk.beside(Edition.FR)
    left, right = screen.pages.views
    screen.pages.search.begin()
    screen.pages.search.field.setText("decision")
    assert left._hits
    assert right._hits
    for _ in left._hits:
        screen.pages.search.step(1)
    assert left._hit is None
    assert right._hit == right._hits[0]


def test_pages_are_read_one_by_one_while_words_are_typed(walk: Walk) -> None:
    walk.minutes()
    file = walk.screen.pages.views[0].pdf
    assert file is not None
    assert file._pages == []
    walk.press(Qt.Key.Key_F, modifier=CONTROL)
    walk.bot.waitUntil(lambda: len(file._pages) == len(file.sizes), timeout=PATIENCE)
    assert not file.read_on()
    walk.bot.waitUntil(lambda: not walk.screen.pages.search._reading.isActive(), timeout=PATIENCE)


@pytest.fixture(scope="module")
def sixty(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Pdf:
    """More than sixty pages: minutes in three columns, again and again."""
    path = tmp_path_factory.mktemp("sixty") / "register.nmirf"
    path.write_bytes(sample.read_bytes())
    with open_register(path, author="coordinator") as store:
        papers = Secretariat(store).papers
        request = Request(DocumentKind.MINUTES, papers.meeting(DocumentKind.MINUTES).key, (Edition.PARALLEL,))
        one = papers.preview(request)[0]
    return Pdf(joined([one] * 4))


def parted(file: Pdf) -> list[str]:
    """The words of a file that are divided at the end of a line."""
    with PdfDocument(file._content) as pdf:
        pages = [pdf[number].get_textpage().get_text_range() for number in range(len(pdf) // 4)]
    return [first + last for page in pages for first, last in re.findall(rf"(\w+)[{JOINTS}]\s*(\w+)", page)]


def test_where_words_lie_is_read_of_the_pages_seen_alone(qtbot: QtBot, language: CurrentLanguage, sixty: Pdf) -> None:
    view = Preview()
    bar = FindBar([view], language)
    for widget in (view, bar):
        qtbot.addWidget(widget)
        show(widget, QSize(600, 800))
    view.show_file(sixty)
    bar.begin()
    bar.field.setText("e")
    assert len(view._hits) > 10_000
    qtbot.waitUntil(lambda: len(sixty._boxes) > 1)
    assert {hit.page for hit in sixty._boxes} < {1, 2, 3}
    bar.step(-1)
    qtbot.waitUntil(lambda: view._hits[-1] in sixty._boxes)
    assert len({hit.page for hit in sixty._boxes}) < 6


def test_words_divided_at_the_end_of_a_line_are_found_as_one(sixty: Pdf) -> None:
    divided = parted(sixty)
    assert divided
    for word in divided:
        assert any(len(boxes) > 1 for boxes in sixty.boxes(sixty.find(word))), word
    hits = sixty.find(divided[0].upper())
    assert len(hits) == len(sixty.find(divided[0].lower()))
    assert sixty.find("  ") == ()
    width, height = sixty.sizes[0]
    for boxes in sixty.boxes(hits):
        for box in boxes:
            assert 0 < box.left() < box.right() < width
            assert 0 < box.top() < box.bottom() < height


def test_small_pages_are_drawn_when_they_are_seen_and_lead_to_their_page(
    qtbot: QtBot, language: CurrentLanguage, sixty: Pdf
) -> None:
    strip = Thumbnails(language)
    qtbot.addWidget(strip)
    turned: list[int] = []
    strip.turned.connect(turned.append)
    strip.resize(strip.width(), 600)
    strip.show_file(sixty)
    strip.show_page(1)
    show(strip, strip.size())
    qtbot.waitUntil(lambda: 1 in strip.drawn and not strip._pages._waiting, timeout=PATIENCE)
    assert len(sixty.sizes) > 60
    assert len(strip.drawn) < 15
    strip.setFocus()
    assert turned == []
    QTest.keyClick(strip, Qt.Key.Key_Down)
    assert turned == [2]
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert turned[-1] == len(sixty.sizes)
    qtbot.waitUntil(lambda: len(sixty.sizes) in strip.drawn, timeout=PATIENCE)
    assert 30 not in strip.drawn
    said = strip.model().index(4, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Page 5 of {len(sixty.sizes)}"


def test_the_strip_and_the_pages_show_the_same_page(walk: Walk) -> None:
    screen = walk.screen
    walk.minutes()
    screen.pages.widen.setChecked(True)
    QApplication.processEvents()
    strip, view = screen.pages.small, screen.pages.views[0]
    assert strip.isVisible()
    strip.setCurrentIndex(strip.model().index(3, 0))
    assert view.page == 4
    view.go_to_page(6)
    assert strip.currentIndex().row() == 5
    screen.pages.strip.click()
    assert not strip.isVisible()


# -- what is missing -------------------------------------------------------------------------------------------------


def test_a_missing_text_is_asked_about_before_export_and_its_place_is_a_link(walk: Walk, answers: Answers) -> None:
    screen = walk.screen
    walk.annotated()
    places: list[Place] = []
    screen.asked.connect(places.append)
    (link,) = screen.languages.rows[Edition.ES].said.places
    assert link.screen == "agenda"

    answers.yes = False
    walk.press(Qt.Key.Key_E, modifier=CONTROL)
    (question,) = answers.asked
    assert question.text == "The document is not complete in every language."
    assert question.detail.startswith(
        "Español: 1 text is missing; it will be printed in the original language, marked."
    )
    assert (question.act, question.keep) == ("Export with these gaps", "Complete the texts first")
    assert walk.written() == {}
    assert walk.told().startswith("Nothing was exported. To complete first: Item 6: annotation (Spanish).")
    assert walk.alerts.notice is not None
    walk.alerts.notice.offers[0].act()
    assert places == [link]
    assert screen._desk.agendas.meeting_of(link.key) == screen._papers.meeting(DocumentKind.AGENDA).key

    answers.yes = True
    walk.press(Qt.Key.Key_E, modifier=CONTROL)
    walk.settle()
    assert sorted(walk.written()) == [f"NMIRF-2027-1-Add.1-Annotated-agenda-{mark}.pdf" for mark in ("EN", "ES", "FR")]


def test_nothing_is_asked_where_the_languages_chosen_lack_nothing(walk: Walk, answers: Answers) -> None:
    screen = walk.screen
    walk.annotated()
    screen.languages.rows[Edition.ES].tick.setChecked(False)
    walk.press(Qt.Key.Key_E, modifier=CONTROL)
    walk.settle()
    assert answers.asked == []
    assert len(walk.written()) == 2
    screen.languages.one_file[Edition.PARALLEL].tick.setChecked(True)
    answers.yes = False
    walk.press(Qt.Key.Key_E, modifier=CONTROL)
    assert "Español: 1 text is missing" in answers.asked[0].detail


def test_an_outdated_text_is_asked_about_before_issue_and_nothing_is_issued(walk: Walk, answers: Answers) -> None:
    screen = walk.screen
    agendas, meeting = screen._desk.agendas, screen._papers.meeting(DocumentKind.AGENDA)
    item = agendas.items(meeting.key)[0].item
    agendas.save(replace(item, title=item.title.with_text(Language.EN, "Opening of the meeting, and elections")))
    walk.settle()
    answers.yes = False
    walk.press(Qt.Key.Key_I, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    (question,) = answers.asked
    assert "1 text is older than its original. Item 1: title" in question.detail
    assert question.act == "Issue with these gaps"
    assert screen._papers.issued()[NOTES:] == ()
    assert walk.told().startswith("Nothing was issued. To complete first: Item 1: title")


# -- writing ---------------------------------------------------------------------------------------------------------


def test_a_cancelled_export_leaves_no_file_and_changes_none(walk: Walk) -> None:
    walk.press(Qt.Key.Key_E, modifier=CONTROL)
    walk.settle()
    for file in walk.folder.iterdir():
        file.write_bytes(b"mine")
    before = walk.written()
    walk.press(Qt.Key.Key_E, modifier=CONTROL)
    assert walk.jobs.running
    walk.jobs.cancel()
    walk.settle()
    assert walk.written() == before
    assert walk.told() == "The export was cancelled: no file was written or changed."


def test_cancelled_pages_say_so_and_come_when_a_document_is_chosen(walk: Walk) -> None:
    walk.press(Qt.Key.Key_Down)
    assert walk.jobs.running
    walk.jobs.cancel()
    walk.settle()
    pages = walk.screen.pages
    assert pages.message.text() == "The pages were not prepared. Choose the document again to see them."
    walk.press(Qt.Key.Key_Up)
    walk.settle()
    assert pages.views[0].pages > 0
    assert not pages.message.isVisible()


def test_a_cancelled_issue_issues_nothing(walk: Walk) -> None:
    screen = walk.screen
    walk.press(Qt.Key.Key_I, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    walk.jobs.cancel()
    walk.settle()
    assert screen._papers.issued()[NOTES:] == ()
    assert walk.told() == "Nothing was issued: it was cancelled."


def test_a_folder_that_cannot_be_written_is_answered_in_words(walk: Walk) -> None:
    walk.folder.write_bytes(b"mine")
    walk.screen.choose_folder = lambda _parent, _title: walk.folder / "below"
    walk.press(Qt.Key.Key_E, modifier=CONTROL)
    walk.settle()
    assert walk.told() == "The folder “below” cannot be written. No file was written or changed; choose another folder."


def test_pages_of_an_issued_document_say_which_it_is_and_lead_back_to_now(walk: Walk) -> None:
    screen = walk.screen
    walk.press(Qt.Key.Key_I, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    walk.settle()
    assert not screen.pages.issued.isVisible()
    screen.issued.table.select_first()
    screen.issued.detail.show_it.click()
    assert screen.pages.issued.isVisible()
    assert screen.pages.issued.what.text().endswith("version 1, as issued on 24 November 2026")
    screen.pages.issued.back.click()
    walk.settle()
    assert not screen.pages.issued.isVisible()
    assert screen.pages.views[0].pages > 0
