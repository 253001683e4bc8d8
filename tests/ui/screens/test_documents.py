"""Documents: the coordinator previews, sees the gaps, exports, issues, and checks a PDF."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs, Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.pdf import Pdf, beside
from nmirf_desktop.ui.preview import GAP, Preview, Zoom
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests import samples
from tests.samples import NOTES
from tests.ui.clipping import show
from tests.ui.conftest import Answers

ON = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.sample(tmp_path_factory, tmp_path_factory.mktemp("documents") / "sample.nmirf")


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Iterator[Store]:
    """A register of its own for each test."""
    path = tmp_path / "register.nmirf"
    path.write_bytes(sample.read_bytes())
    with open_register(path, author="coordinator") as store:
        yield store


@pytest.fixture
def screen(qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts) -> DocumentsScreen:
    screen = DocumentsScreen(Secretariat(store), InlineJobs(), language, alerts)
    store.subscribe(screen.touched)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def said(alerts: Alerts) -> str:
    assert alerts.notice is not None
    return alerts.notice.what.said_in(catalog(Language.EN))


def choose(screen: DocumentsScreen, kind: DocumentKind) -> None:
    screen.form.kind.load(kind, over=True)
    screen.form.kind.edited.emit()


def choose_meeting(screen: DocumentsScreen, symbol: str) -> None:
    meeting = next(one for one in screen._desk.meetings.list() if one.symbol == symbol)
    screen.form.meeting.load(meeting, over=True)
    screen.form.meeting.edited.emit()


def chosen_meeting(screen: DocumentsScreen) -> str:
    meeting = screen.form.meeting.value()
    assert meeting is not None
    return meeting.symbol


def test_the_coordinator_previews_in_spanish_sees_the_gaps_and_exports(
    screen: DocumentsScreen, alerts: Alerts, tmp_path: Path
) -> None:
    choose(screen, DocumentKind.ANNOTATED)
    screen.pages.left.load(Edition.ES, over=True)
    screen.pages.left.edited.emit()
    assert screen.pages.views[0].pages > 0
    gaps = screen.languages.rows[Edition.ES].said.accessibleName()
    assert gaps.startswith("1 text is missing; it will be printed in the original language, marked.")
    assert screen.languages.rows[Edition.FR].said.accessibleName() == "Every text is there."

    folder = tmp_path / "out"
    screen.choose_folder = lambda _parent, _title: folder
    screen.actions()[0].trigger()
    assert sorted(file.name[-6:] for file in folder.iterdir()) == ["EN.pdf", "ES.pdf", "FR.pdf"]
    assert all(file.read_bytes().startswith(b"%PDF-") for file in folder.iterdir())
    assert said(alerts).startswith(f"In the folder “{folder}”: NMIRF-2027-1")


def test_three_languages_in_one_file_are_shown_exported_and_issued(
    screen: DocumentsScreen, alerts: Alerts, tmp_path: Path
) -> None:
    choose(screen, DocumentKind.MINUTES)
    alone = screen.pages.views[0].pages
    screen.pages.left.load(Edition.PARALLEL, over=True)
    screen.pages.left.edited.emit()
    assert screen.pages.views[0].pages > alone
    assert not screen.pages.right.isEnabled()
    for edition, row in screen.languages.rows.items():
        row.tick.setChecked(edition is Edition.FR)
    for other in screen.languages.one_file.values():
        assert other.isVisible()
        other.tick.setChecked(True)
    screen.choose_folder = lambda _parent, _title: tmp_path / "out"
    screen._export.trigger()
    assert sorted(file.name.partition("Minutes-")[2] for file in (tmp_path / "out").iterdir()) == [
        "EN-FR-ES-consecutive.pdf", "EN-FR-ES.pdf", "FR.pdf",
    ]  # fmt: skip
    screen._issue.trigger()
    assert said(alerts) == "NMIRF/2026/2, version 1, was issued: Français, Parallel, Consecutive."
    assert len(screen.issued.table.model.rows) == 3 + NOTES
    last = [one.language for one in screen.issued.table.model.rows[:3]]
    assert last == [one.language for one in screen._papers.issued()[NOTES:]], "of one issue, in the order of languages"


def test_what_is_not_made_in_one_file_is_not_offered_so(screen: DocumentsScreen) -> None:
    screen.languages.one_file[Edition.PARALLEL].tick.setChecked(True)
    screen.pages.left.load(Edition.PARALLEL, over=True)
    choose(screen, DocumentKind.MEMBERS)
    assert not any(row.isVisible() for row in screen.languages.one_file.values())
    assert screen.languages.chosen() == SEPARATE
    assert screen.pages.editions() == (Edition.EN,)
    assert screen.pages.right.isEnabled()


def test_files_are_replaced_only_after_a_question_and_the_others_are_written(
    screen: DocumentsScreen, alerts: Alerts, answers: Answers, tmp_path: Path
) -> None:
    screen.choose_folder = lambda _parent, _title: tmp_path / "out"
    screen.languages.rows[Edition.FR].tick.setChecked(False)
    screen._export.trigger()
    mine = sorted((tmp_path / "out").iterdir())
    for file in mine:
        file.write_bytes(b"mine")
    answers.yes = False
    screen._export.trigger()
    assert (answers.asked[0].text, answers.asked[0].keep, answers.asked[0].other) == (
        "2 files of these names are already in the folder.", "Cancel", "",
    )  # fmt: skip
    assert said(alerts) == "The export was cancelled: no file was written or changed."
    screen.languages.rows[Edition.FR].tick.setChecked(True)
    screen._export.trigger()
    assert said(alerts) == "The export was cancelled: no file was written or changed."
    assert sorted((tmp_path / "out").iterdir()) == mine
    answers.other = True
    screen._export.trigger()
    assert answers.asked[-1].other == "Keep them and write the others"
    assert {file.read_bytes() for file in mine} == {b"mine"}
    (written,) = set((tmp_path / "out").iterdir()) - set(mine)
    assert written.name.endswith("-FR.pdf")
    place, kept = tmp_path / "out", f"{mine[0].name}, {mine[1].name}"
    assert said(alerts) == f"In the folder “{place}”: {written.name}. Kept as they were: {kept}"
    answers.yes, answers.other = True, False
    screen._export.trigger()
    assert all(file.read_bytes().startswith(b"%PDF-") for file in mine)


def test_what_an_issue_keeps_is_named_before_and_offered_as_files_after(
    screen: DocumentsScreen, alerts: Alerts, answers: Answers, store: Store, tmp_path: Path
) -> None:
    assert screen.issuing.text() == (
        "“Issue” keeps in the register: NMIRF-2027-1-Agenda-EN.pdf (version 1), "
        "NMIRF-2027-1-Agenda-FR.pdf (version 1), NMIRF-2027-1-Agenda-ES.pdf (version 1)."
    )
    for edition in (Edition.EN, Edition.ES):
        screen.languages.rows[edition].tick.setChecked(False)
    assert screen.issuing.text() == "“Issue” keeps in the register: NMIRF-2027-1-Agenda-FR.pdf (version 1)."
    screen._issue.trigger()
    assert screen.issuing.text().startswith("“Issue” makes no new version")
    assert alerts.notice is not None
    screen.choose_folder = lambda _parent, _title: tmp_path
    alerts.notice.offers[0].act()
    written = tmp_path / "NMIRF-2027-1-Agenda-FR.pdf"
    assert hashlib.sha256(written.read_bytes()).hexdigest() == screen._papers.issued()[NOTES].sha256

    choose(screen, DocumentKind.DECISION)
    assert screen.issuing.text().endswith(", 10 more files.")
    screen.form.large.load(True, over=True)
    screen.form.large.edited.emit()
    assert screen.issuing.isHidden()


def test_another_kind_comes_with_the_usual_editions(screen: DocumentsScreen) -> None:
    screen.languages.one_file[Edition.PARALLEL].tick.setChecked(True)
    screen.languages.rows[Edition.FR].tick.setChecked(False)
    choose(screen, DocumentKind.MINUTES)
    assert screen.languages.chosen() == SEPARATE


def test_a_changed_agenda_is_asked_about_before_it_is_issued(
    screen: DocumentsScreen, answers: Answers, store: Store
) -> None:
    desk = Secretariat(store)
    meeting = screen.form.meeting.value()
    assert meeting is not None
    item = desk.agendas.items(meeting.key)[0].item
    desk.agendas.save(replace(item, title=Trilingual.final("Opening, and elections", "Ouverture", "Apertura")))
    assert screen.issuing.text().startswith("The Committee agreed on this agenda on 12 November 2026; it was changed")
    answers.yes = False
    screen._issue.trigger()
    assert answers.asked[-1].detail.startswith("The Committee agreed on this agenda on 12 November 2026")
    assert (answers.asked[-1].act, answers.asked[-1].keep) == ("Issue it", "Do not issue")
    assert screen._papers.issued()[NOTES:] == ()
    answers.yes = True
    screen._issue.trigger()
    assert len(screen._papers.issued()) == 3 + NOTES


def _spanish_only(screen: DocumentsScreen, store: Store) -> None:
    """The title of an item reads otherwise in Spanish, and nobody has reviewed it."""
    desk, meeting = Secretariat(store), screen.form.meeting.value()
    assert meeting is not None
    item = desk.agendas.items(meeting.key)[0].item
    desk.agendas.save(replace(item, title=item.title.with_text(Language.ES, "Apertura de la reunión (corregido)")))


def test_where_an_agenda_changed_in_one_language_it_is_asked_in_which_it_is_issued_anew(
    screen: DocumentsScreen, answers: Answers, store: Store
) -> None:
    screen._issue.trigger()
    _spanish_only(screen, store)
    answers.yes = False
    screen._issue.trigger()
    asked = answers.asked[-1]
    assert asked.text.startswith("In English and French each item reads as in the version that was issued last")
    assert (asked.act, asked.other) == ("Issue in Spanish alone", "Issue in all that are ticked")
    assert len(screen._papers.issued()) == 3 + NOTES
    answers.yes = True
    screen._issue.trigger()
    new = screen._papers.issued()[3 + NOTES :]
    assert [(one.language, one.version) for one in new] == [(Edition.ES, 2)]
    screen._issue.trigger()  # the others alone are left, and nothing is new in them
    assert answers.asked[-2].text.startswith("In English and French each item reads as")


def test_a_draft_in_a_language_that_is_not_issued_is_not_told(
    screen: DocumentsScreen, answers: Answers, store: Store
) -> None:
    """It was told of all three languages, also where the English edition alone was asked for."""
    _spanish_only(screen, store)
    draft = "Still a draft, which nobody has reviewed"
    assert draft in screen.issuing.text()
    spanish = screen.languages.rows[Edition.ES].tick
    spanish.click()
    assert draft not in screen.issuing.text()
    screen._issue.trigger()
    assert not any(draft in one.text + one.detail for one in answers.asked)
    spanish.click()
    assert draft in screen.issuing.text()


def test_it_is_told_that_nobody_has_reviewed_a_title_before_an_agenda_is_issued(
    screen: DocumentsScreen, answers: Answers, store: Store
) -> None:
    _spanish_only(screen, store)
    assert "Still a draft, which nobody has reviewed: Item 1: title (Spanish)." in screen.issuing.text()
    screen._issue.trigger()
    assert "Still a draft, which nobody has reviewed: Item 1: title (Spanish)." in answers.asked[-1].detail


def test_a_certificate_is_issued_after_it_was_asked_of_which_meeting(screen: DocumentsScreen, answers: Answers) -> None:
    choose(screen, DocumentKind.DISPATCH)
    answers.yes = False
    screen._issue.trigger()
    assert answers.asked[-1].text.startswith("Issue the certificate NMIRF/2027/DSP: ")
    assert "2027)? What is issued is kept for good." in answers.asked[-1].text
    assert screen._papers.issued()[NOTES:] == ()


@pytest.mark.parametrize("kind", [DocumentKind.AGENDA, DocumentKind.MINUTES, DocumentKind.MEMBERS])
def test_nothing_is_issued_on_a_day_to_come(screen: DocumentsScreen, alerts: Alerts, kind: DocumentKind) -> None:
    days: list[object] = []
    screen.dated.connect(days.append)
    choose(screen, kind)
    ahead = today() + datetime.timedelta(days=36)
    screen.show_as_of(ahead)
    screen._issue.trigger()
    assert "a day to come" in said(alerts)
    assert "Nothing was issued" in said(alerts)
    assert screen._papers.issued()[NOTES:] == ()
    assert alerts.notice is not None
    (back,) = alerts.notice.offers
    back.act()
    assert days == [None]


def test_a_list_that_tells_of_a_day_to_come_is_asked_about(screen: DocumentsScreen, answers: Answers) -> None:
    choose(screen, DocumentKind.MEMBERS)
    screen.form.on.load(today() + datetime.timedelta(days=36), over=True)
    screen.form.on.edited.emit()
    answers.yes = True
    screen._issue.trigger()
    assert any("a day to come" in one.detail for one in answers.asked)


def test_what_is_issued_is_listed_exported_again_and_recognised(
    screen: DocumentsScreen, alerts: Alerts, tmp_path: Path
) -> None:
    screen._issue.trigger()
    assert said(alerts) == "NMIRF/2027/1, version 1, was issued: English, Français, Español."
    assert len(screen.issued.table.model.rows) == 3 + NOTES
    screen._issue.trigger()
    assert "no new version" in said(alerts)

    screen.sides.reveal(screen.issued)
    screen.issued.table.select_first()
    issued = screen.issued.table.current
    assert issued is not None
    assert screen.issued.detail.isVisible()
    screen.issued.detail.show_it.click()
    assert screen.pages.views[0].pages > 0
    screen.choose_folder = lambda _parent, _title: tmp_path
    screen.issued.detail.export_it.click()
    screen.choose_pdf = lambda _parent, _title: tmp_path / issued.name
    screen._check.trigger()
    assert f"version 1, issued on 24 November 2026 ({issued.fingerprint})" in said(alerts)

    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7 another")
    screen.choose_pdf = lambda _parent, _title: other
    screen._check.trigger()
    assert "none of the documents issued" in said(alerts)


def test_after_a_cancel_before_files_of_the_same_names_the_offers_stay(
    screen: DocumentsScreen, alerts: Alerts, answers: Answers, tmp_path: Path
) -> None:
    """Whoever cancelled, to choose another folder, had nothing to press any more."""
    screen._issue.trigger()
    folder = tmp_path / "first"
    screen.choose_folder = lambda _parent, _title: folder
    assert alerts.notice is not None
    offered = [one.label for one in alerts.notice.offers]
    assert offered[0] == "Export these files …"
    alerts.notice.offers[0].act()
    (kept,) = folder.glob("*-EN.pdf")
    kept.write_bytes(b"mine")
    screen._issue.trigger()
    answers.yes = False
    alerts.notice.offers[0].act()
    assert said(alerts) == "The export was cancelled: no file was written or changed."
    assert kept.read_bytes() == b"mine"
    assert [one.label for one in alerts.notice.offers] == offered
    folder = tmp_path / "other"
    alerts.notice.offers[0].act()
    assert len(list(folder.glob("*.pdf"))) == 3


def test_what_cannot_be_made_is_said_in_place_of_the_pages(screen: DocumentsScreen) -> None:
    choose(screen, DocumentKind.ADOPTED)
    choose_meeting(screen, "NMIRF/2027")
    assert screen.pages.message.isVisible()
    assert "has not been adopted yet" in screen.pages.message.text()
    assert not screen._export.isEnabled()
    assert not screen._issue.isEnabled()


def test_a_kind_comes_with_the_meeting_that_has_it_and_keeps_one_that_was_chosen(screen: DocumentsScreen) -> None:
    assert chosen_meeting(screen) == "NMIRF/2027"
    choose(screen, DocumentKind.MINUTES)
    assert chosen_meeting(screen) == "NMIRF/2026"
    choose(screen, DocumentKind.AGENDA)
    assert chosen_meeting(screen) == "NMIRF/2027"
    choose_meeting(screen, "NMIRF/2025")
    choose(screen, DocumentKind.VOTING_RECORD)
    assert chosen_meeting(screen) == "NMIRF/2025"
    choose_meeting(screen, "NMIRF/2027")
    assert screen.pages.message.text().startswith("NMIRF/2027 has not begun, so there is nothing to tell of it yet")
    assert not screen._export.isEnabled()
    assert not screen._issue.isEnabled()
    choose(screen, DocumentKind.MINUTES)
    assert chosen_meeting(screen) == "NMIRF/2026"


def test_large_print_is_for_reading_and_cannot_be_issued(screen: DocumentsScreen) -> None:
    screen.form.large.load(True, over=True)
    screen.form.large.edited.emit()
    assert screen._export.isEnabled()
    assert not screen._issue.isEnabled()


def test_two_languages_stand_beside_each_other_at_the_same_heading(screen: DocumentsScreen) -> None:
    screen.go_to(f"minutes:{screen._papers.meeting(DocumentKind.MINUTES).key}")
    screen.pages.right.load(Edition.FR, over=True)
    screen.pages.right.edited.emit()
    left, right = screen.pages.views
    assert right.isVisible()
    assert len(left.marks) == len(right.marks) > 10
    for heading in (3, 7, 11):
        left.go_to_fraction(left.marks[heading])
        assert right.fraction == pytest.approx(right.marks[heading], abs=0.003)
        right.go_to_fraction(right.marks[heading + 1])
        assert left.fraction == pytest.approx(left.marks[heading + 1], abs=0.003)


def test_where_headings_differ_two_files_go_along_by_their_length() -> None:
    assert beside(0.25, [0.1, 0.5], [0.2]) == 0.25
    assert beside(0.25, [], []) == 0.25
    assert beside(0.3, [0.2, 0.4], [0.1, 0.5]) == pytest.approx(0.3)
    assert beside(0.7, [0.4], [0.8]) == pytest.approx(0.9)
    assert beside(1.0, [0.4], [0.8]) == 1.0


def test_a_change_shows_in_the_pages(screen: DocumentsScreen, store: Store) -> None:
    before = screen.pages.views[0].viewport().grab().toImage()
    desk = Secretariat(store)
    meeting = desk.papers.meeting(DocumentKind.AGENDA)
    first = desk.agendas.items(meeting.key)[0].item
    desk.agendas.remove(meeting.key, [first.key])
    assert screen.pages.views[0].viewport().grab().toImage() != before


def test_the_meeting_chosen_stays_chosen_when_it_changes(screen: DocumentsScreen, store: Store) -> None:
    meetings = Secretariat(store).meetings
    last = meetings.list()[0]
    screen.go_to(f"minutes:{last.key}")
    meetings.save(replace(last, place=last.place.with_text(Language.EN, "Elsewhere")))
    assert screen.current_key() == f"minutes:{last.key}"


def test_the_window_does_not_wait_for_the_pages(
    qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts
) -> None:
    jobs = Jobs()
    screen = DocumentsScreen(Secretariat(store), jobs, language, alerts)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    screen.show()
    assert screen.pages.message.text() == "The pages are being prepared …"
    choose(screen, DocumentKind.ANNOTATED)
    qtbot.waitUntil(lambda: screen.pages.views[0].pages > 0 and not jobs.running, timeout=20_000)
    screen._issue.trigger()
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    assert {one.kind for one in screen._papers.issued()[NOTES:]} == {DocumentKind.ANNOTATED}
    jobs.wait()


@pytest.fixture
def view(qtbot: QtBot, store: Store) -> Preview:
    """The minutes in sight."""
    papers = Secretariat(store).papers
    meeting = papers.meeting(DocumentKind.MINUTES)
    view = Preview()
    qtbot.addWidget(view)
    view.show_file(Pdf(papers.preview(Request(DocumentKind.MINUTES, meeting.key, (Edition.EN,)))[0]))
    show(view)
    return view


def test_only_pages_in_sight_are_drawn_and_keys_walk_through_them(view: Preview) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    assert view.pages > 4
    assert view.drawn < frozenset({1, 2, 3})
    QTest.keyClick(view, Qt.Key.Key_PageDown, control)
    assert view.page == 2
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.page == 3
    QTest.keyClick(view, Qt.Key.Key_PageUp, control)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.page == 1
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.pages
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1
    view.show_file(None)
    assert (view.page, view.pages) == (0, 0)


def test_reading_on_skips_nothing_and_stops_at_the_head_of_each_page(view: Preview) -> None:
    bar, heads, seen = view.verticalScrollBar(), set(), 0
    while bar.value() < bar.maximum():
        assert bar.value() <= seen, "something between two sights was never shown"
        seen = bar.value() + view.viewport().height()
        if any(place.top() == bar.value() + GAP for place in view._places()):
            heads.add(view.page)
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert heads >= set(range(1, view.pages))
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < bar.maximum()


def test_the_size_goes_by_keys_and_by_the_wheel_under_the_pointer(view: Preview) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    fitting = view._places()[0].width()
    view.zoom(Zoom.PAGE)
    assert view._places()[0].height() <= view.viewport().height()
    QTest.keyClick(view, Qt.Key.Key_0, control)
    assert view._places()[0].width() == fitting
    view.go_to_page(3)
    sizes = []
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Plus, control)
        sizes.append(view._places()[0].width())
    assert sizes == sorted(sizes)
    assert view.page == 3
    QTest.keyClick(view, Qt.Key.Key_Minus, control)
    assert view._places()[0].width() < sizes[-1]

    view.zoom(Zoom.FULL)
    view.go_to_page(2)
    at = QPoint(view.viewport().width() // 2, 300)
    page = view._places()[1]
    before = (view.verticalScrollBar().value() + at.y() - page.top()) / page.height()
    wheel = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, control,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    page = view._places()[1]
    after = (view.verticalScrollBar().value() + at.y() - page.top()) / page.height()
    assert page.width() > round(595 * view.logicalDpiX() / 72)
    assert after == pytest.approx(before, abs=0.005)


def test_large_pages_are_let_go_again(view: Preview) -> None:
    view.zoom(Zoom.TRIPLE)
    for number in range(1, view.pages + 1):
        view.go_to_page(number)
        view.grab()
    assert len(view.drawn) < view.pages
    assert view.page in view.drawn


def test_another_size_keeps_the_place_in_one_view_and_in_two(screen: DocumentsScreen) -> None:
    screen.go_to(f"minutes:{screen._papers.meeting(DocumentKind.MINUTES).key}")
    left, right = screen.pages.views
    left.go_to_page(4)
    QTest.keyClick(left, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert left.page == 4
    screen.pages.right.load(Edition.FR, over=True)
    screen.pages.right.edited.emit()
    left.go_to_page(5)
    QTest.keyClick(right, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert left.page == 5
    assert left.next_zoom(1) == right.next_zoom(1)
    assert screen.pages.zoom.value() == left._zoom


def test_the_preview_is_in_the_language_of_the_window_until_another_is_chosen(screen: DocumentsScreen) -> None:
    """It opened in English in a window that had been turned to French."""
    pages, language = screen.pages, screen.language
    assert pages.left.value() is Edition.EN
    language.switch(Language.FR)
    assert pages.left.value() is Edition.FR
    pages.left.load(Edition.ES, over=True)
    pages.left.edited.emit()
    language.switch(Language.EN)
    assert pages.left.value() is Edition.ES


def test_all_that_are_selected_are_exported_again(screen: DocumentsScreen, alerts: Alerts, tmp_path: Path) -> None:
    """Three issued documents were selected and lit, and the last clicked alone was written."""
    screen._issue.trigger()
    table = screen.issued.table
    several = table.model.rows[:3]
    table.select_several([one.key for one in several])
    screen.choose_folder = lambda _parent, _title: tmp_path
    screen.issued.detail.export_it.click()
    assert {file.name for file in tmp_path.iterdir() if file.suffix == ".pdf"} == {one.name for one in several}
    assert len(several) == 3
    assert all(one.name in said(alerts) for one in several)
