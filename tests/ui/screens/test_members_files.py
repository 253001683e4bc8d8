"""A State's files: dropped, pasted, chosen; filed, opened, put right, removed; a letter with its own; by keyboard."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit

from nmirf_desktop.domain.attachments import Filing, Holder, HolderKind, NewFile
from nmirf_desktop.domain.members import Communication, CommunicationForm, MembershipKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.arrivals import Arrival
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.backup import back_up
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.members_files import FIRST, FilesPart
from tests.exchange.test_mail import attached, mixed
from tests.registers import OPENS
from tests.ui.clipping import assert_presentable
from tests.ui.dropping import carried, copy, drop, hold, leave
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

KENYA = Holder(HolderKind.STATE, "KEN")
MAIL = mixed(
    attached(b"=NV-12.pdf", b"%PDF-1 note"),
    head=b"Date: Mon, 2 Mar 2026 12:00:00 +0000\r\nFrom: mission@ke.example.org\r\nSubject: NV/12/2026\r\n",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MembersScreen]:
    with held(MembersScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        screen.go_to("KEN")
        yield screen


@pytest.fixture
def files(screen: MembersScreen) -> FilesPart:
    return screen.detail.files


class Viewer(QObject):
    """Stands in for the system's viewers: notes what they are given to show."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.given.append(Path(url.toLocalFile()))


@pytest.fixture
def viewer() -> Iterator[Viewer]:
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "show")  # type: ignore[arg-type]  # (it takes no bytes)
    yield viewer
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1 scan")
    return path


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "mail.eml"
    path.write_bytes(MAIL)
    return path


def follow(screen: MembersScreen, label: str, number: int = 0) -> None:
    """Press the small action of that label; the first one where there are several."""
    QApplication.processEvents()
    found = [
        text
        for text in screen.detail.findChildren(LinkedText)
        if text.isVisible() and label in text.accessibleName().split(" · ")
    ]
    text = found[number]
    text.linkActivated.emit(f"#{text.accessibleName().split(' · ').index(label)}")
    QApplication.processEvents()


def told(screen: MembersScreen) -> str:
    return screen.alerts.notice.what.said_in(screen.words) if screen.alerts.notice else ""


def answer_box(path: Path) -> None:
    """Answer the box that is about to be shown."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(1, act)
            return
        assert isinstance(box, QFileDialog)
        box.selectFile(str(path))
        box.done(1)

    QTimer.singleShot(0, act)


def names(desk: Secretariat, state: str = "KEN") -> list[str]:
    return [one.file.name for one in desk.attachments.of_state(state)]


def verbs(desk: Secretariat) -> list[str]:
    with desk.store.read() as session:
        return [one.verb for one in ENTRIES.all(session)]


# Attached


def test_an_empty_place_says_how_files_come_there(files: FilesPart) -> None:
    assert "No file is attached. Drop letters, scans and e-mails anywhere on this page" in texts(files)


def test_a_scan_dropped_anywhere_is_asked_about_and_filed(
    screen: MembersScreen, files: FilesPart, desk: Secretariat, scan: Path
) -> None:
    assert drop(screen.detail, [scan]) is Qt.DropAction.CopyAction
    assert files.card.isVisible()
    assert "scan.pdf (1\u00a0kB)" in texts(files.card)
    assert names(desk) == []
    assert QApplication.focusWidget() is files.card.buttons[Filing.LETTER]
    QTest.keyClick(files.card.buttons[Filing.LETTER], Qt.Key.Key_Tab)
    QTest.keyClick(files.card.buttons[Filing.REPLY], Qt.Key.Key_Return)
    assert not files.card.isVisible()
    assert told(screen) == "Attached: scan.pdf."
    assert "Reply · 1\u00a0kB · The State" in texts(files)
    assert names(desk) == ["scan.pdf"]
    notice = screen.alerts.notice
    assert notice is not None
    notice.offers[0].act()
    assert names(desk) == []
    assert told(screen) == "Undone: attach files – Kenya."


def test_taking_back_takes_nothing_else_back(screen: MembersScreen, desk: Secretariat, scan: Path) -> None:
    drop(screen.detail, [scan])
    screen.detail.files.card.buttons[Filing.OTHER].click()
    notice = screen.alerts.notice
    desk.members.admit_founders(["PER"], MembershipKind.MEMBER)
    assert notice is not None
    notice.offers[0].act()
    assert desk.members.file("PER", OPENS).memberships
    assert names(desk) == ["scan.pdf"]


def test_files_are_pasted_and_chosen_by_key(
    screen: MembersScreen, files: FilesPart, desk: Secretariat, scan: Path, mail: Path
) -> None:
    copy([scan])
    files.button.setFocus()
    QTest.keyClick(files.button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert files.card.isVisible()
    assert QApplication.focusWidget() is files.card.buttons[Filing.LETTER]
    QTest.keyClick(files.card.buttons[Filing.LETTER], Qt.Key.Key_Escape)
    assert not files.card.isVisible()
    action = next(one for one in screen.actions() if one.label == "Attach files …")
    assert action.shortcut().toString() == "Ctrl+Shift+A"
    assert "Ctrl+Shift+A" in files.button.toolTip()
    answer_box(mail)
    press(screen, "Attach files …")
    files.card.buttons[Filing.OTHER].click()
    assert sorted(names(desk)) == ["NV-12.pdf", "mail.eml"]


def test_what_is_dropped_while_the_question_stands_joins_it(
    screen: MembersScreen, files: FilesPart, desk: Secretariat, scan: Path, mail: Path
) -> None:
    drop(screen.detail, [scan])
    drop(screen.detail, [mail])
    assert "scan.pdf (1\u00a0kB), mail.eml" in texts(files.card)
    files.card.buttons[Filing.OTHER].click()
    assert len(names(desk)) == 3


def test_a_file_that_is_there_is_told_and_not_doubled(screen: MembersScreen, desk: Secretariat, scan: Path) -> None:
    for _ in range(2):
        drop(screen.detail, [scan])
        screen.detail.files.card.buttons[Filing.OTHER].click()
    assert told(screen) == "Attached here already, and not again: scan.pdf."
    assert names(desk) == ["scan.pdf"]


def test_what_cannot_be_read_is_told_in_one_sentence(screen: MembersScreen, tmp_path: Path) -> None:
    drop(screen.detail, [tmp_path])
    assert told(screen) == f"“{tmp_path.name}” is a folder. It was not attached; choose the files in it."
    assert not screen.detail.files.card.isVisible()


def test_a_text_does_not_write_down_where_a_dropped_file_lies(
    screen: MembersScreen, files: FilesPart, scan: Path
) -> None:
    screen.detail.status.begin_letter()
    for line in screen.detail.findChildren(QLineEdit):
        before = line.text()
        drop(line, [scan])
        assert line.text() == before
    for text in screen.detail.findChildren(QPlainTextEdit):
        before = text.toPlainText()
        drop(text.viewport(), [scan])
        assert text.toPlainText() == before
    assert files.card.isVisible()


def test_while_files_are_held_over_it_the_place_says_so(screen: MembersScreen, scan: Path) -> None:
    assert hold(screen.detail, carried([scan]))
    assert "Drop the files to attach them." in texts(screen.detail)
    leave(screen.detail)
    assert "Drop the files to attach them." not in texts(screen.detail)
    assert not hold(screen.detail, carried(["https://example.org/scan.pdf"]))


def test_what_arrived_for_one_state_is_not_attached_to_another(
    screen: MembersScreen, desk: Secretariat, scan: Path
) -> None:
    drop(screen.detail, [scan])
    screen.go_to("PER")
    assert not screen.detail.files.card.isVisible()
    assert screen.detail.files.card.arrival is None


# Filed as a letter or a designation


def test_an_e_mail_filed_as_letter_opens_the_letters_draft_filled_in(
    screen: MembersScreen, files: FilesPart, desk: Secretariat, mail: Path
) -> None:
    drop(screen.detail, [mail])
    assert "mission@ke.example.org" in texts(files.card)
    assert "“NV/12/2026”" in texts(files.card)
    QTest.keyClick(files.card.buttons[Filing.LETTER], Qt.Key.Key_Return)
    draft = screen.detail.status.letter
    assert draft.isVisible()
    form = draft.form
    assert form.field("reference").value() == "NV/12/2026"
    day = form.field("on").value()
    assert abs(day - datetime.date(2026, 3, 2)) <= datetime.timedelta(days=1)  # by the zone of the machine
    assert form.field("form").value() is CommunicationForm.EMAIL
    before = len(verbs(desk))
    for name in ("interest", "adoption"):
        QTest.keyClick(form.field(name).editors[0], Qt.Key.Key_Space)
    form.field("form").load(CommunicationForm.NOTE_VERBALE)  # what was attached is one
    finish(form.field("reference").editors[0])
    assert verbs(desk)[before:] == ["receive a communication"]
    (letter,) = desk.members.file("KEN", OPENS).communications
    kept = desk.attachments.of(Holder(HolderKind.COMMUNICATION, letter.key))
    assert [(one.name, one.filing, one.dated) for one in kept] == [
        ("mail.eml", Filing.LETTER, day), ("NV-12.pdf", Filing.LETTER, day),
    ]  # fmt: skip
    assert letter.form is CommunicationForm.NOTE_VERBALE
    assert "no file" not in texts(screen.detail.status)
    undo.undo(desk.store)
    assert names(desk) == []
    assert not desk.members.file("KEN", OPENS).communications


def test_what_a_stranger_wrote_is_no_markup(screen: MembersScreen, tmp_path: Path) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_bytes(MAIL.replace(b"NV/12/2026", b"<img src='//elsewhere.example.org/x.png'>"))
    screen.detail.files.receive([mail])
    assert "“<img src='//elsewhere.example.org/x.png'>”" in texts(screen)
    marked = [one for one in screen.findChildren(QLabel) if one.textFormat() is not Qt.TextFormat.PlainText]
    assert not [one.text() for one in marked if "<img" in one.text()]


def test_a_bare_e_mail_is_the_letter(screen: MembersScreen, tmp_path: Path) -> None:
    bare = tmp_path / "bare.eml"
    bare.write_bytes(b"Date: Mon, 2 Mar 2026 12:00:00 +0000\r\nSubject: " + b"long " * 40 + b"\r\n\r\nWe join.")
    drop(screen.detail, [bare])
    screen.detail.files.card.buttons[Filing.LETTER].click()
    form = screen.detail.status.letter.form
    assert form.field("form").value() is CommunicationForm.EMAIL
    assert len(form.field("reference").value()) <= 120


def test_what_arrives_for_a_letter_that_is_being_written_down_joins_it(
    screen: MembersScreen, scan: Path, mail: Path
) -> None:
    press(screen, "Record a communication")
    form = screen.detail.status.letter.form
    type_into(form.field("reference").editors[0], "typed before")
    drop(form.field("files"), [scan])
    drop(screen.detail, [mail])
    screen.detail.files.card.buttons[Filing.LETTER].click()
    assert form.field("reference").value() == "typed before"
    assert [one.name for one in form.field("files").value()] == ["scan.pdf", "mail.eml", "NV-12.pdf"]


def test_a_letter_left_open_takes_its_files_with_it(screen: MembersScreen, scan: Path) -> None:
    press(screen, "Record a communication")
    form = screen.detail.status.letter.form
    drop(form.field("files"), [scan])
    screen.detail.status.letter.leave.click()
    press(screen, "Record a communication")
    assert form.field("files").value() == ()


def test_a_designation_that_arrives_is_recorded_with_its_letter_in_one_step(
    screen: MembersScreen, files: FilesPart, desk: Secretariat, mail: Path, scan: Path
) -> None:
    screen.go_to("CHE")
    drop(screen.detail, [mail])
    files.card.buttons[Filing.DESIGNATION].click()
    people = screen.detail.people
    assert people.designation.isVisible()
    form = people.form
    assert form.designated.on.value() == datetime.date(2026, 3, 2)
    assert form.designated.reference.value() == "NV/12/2026"
    drop(form.field("files"), [scan])
    finish(form.designated.reference.editors[0])
    (point,) = desk.members.file("CHE", OPENS).focal_points
    held_by = Holder(HolderKind.FOCAL_POINT, point.key)
    kept = {one.file.name: one.file for one in desk.attachments.of_state("CHE")}
    assert set(kept) == {"mail.eml", "NV-12.pdf", "scan.pdf"}
    assert {(one.holder, one.filing) for one in kept.values()} == {(held_by, Filing.DESIGNATION)}
    undo.undo(desk.store)
    assert desk.members.file("CHE", OPENS).focal_points == ()
    assert desk.attachments.of_state("CHE") == ()


def test_a_designation_without_its_letter_offers_to_attach_it_and_then_to_open_it(
    screen: MembersScreen, files: FilesPart, desk: Secretariat, viewer: Viewer, scan: Path
) -> None:
    screen.go_to("CHE")
    screen.detail.people.begin()
    finish(screen.detail.people.form.designated.reference.editors[0])
    (point,) = desk.members.file("CHE", OPENS).focal_points
    answer_box(scan)
    follow(screen, "Attach the letter")
    (kept,) = desk.attachments.of(Holder(HolderKind.FOCAL_POINT, point.key))
    assert (kept.name, kept.filing, kept.dated) == ("scan.pdf", Filing.DESIGNATION, None)
    follow(screen, "Open the letter")
    assert [path.name for path in viewer.given] == ["scan.pdf"]


def test_a_change_and_a_withdrawal_take_their_notifications(
    screen: MembersScreen, desk: Secretariat, scan: Path, mail: Path
) -> None:
    screen.go_to("CHE")
    for label, card, path in (
        ("Becomes a member …", screen.detail.status.change, scan),
        ("Withdraws …", screen.detail.status.withdrawal, mail),
    ):
        follow(screen, label)
        if card is screen.detail.status.withdrawal:
            type_into(card.form.field("later").editors[0], "1 January 2027")
        drop(card.form.field("files"), [path])
        finish(card.form.field("on").editors[0])
    assert sorted(names(desk, "CHE")) == ["mail.eml", "scan.pdf"]
    assert {one.file.holder.kind for one in desk.attachments.of_state("CHE")} == {HolderKind.MEMBERSHIP}


def test_a_letter_without_its_file_says_so_and_takes_it(
    screen: MembersScreen, desk: Secretariat, scan: Path, viewer: Viewer
) -> None:
    day = datetime.date(2026, 3, 2)
    desk.members.receive(Communication("sent", "KEN", day, CommunicationForm.LETTER, MembershipKind.MEMBER))
    assert "no file" in texts(screen.detail.status)
    answer_box(scan)
    follow(screen, "Attach the letter")
    (file,) = desk.attachments.of(Holder(HolderKind.COMMUNICATION, "sent"))
    assert (file.filing, file.dated) == (Filing.LETTER, day)
    assert "no file" not in texts(screen.detail.status)
    follow(screen, "Open the letter")
    assert [path.name for path in viewer.given] == ["scan.pdf"]


# One file


def attach(desk: Secretariat, *names: str) -> None:
    desk.attachments.attach(KENYA, "KEN", [NewFile(name, name.encode(), Filing.OTHER) for name in names])
    QApplication.processEvents()


def test_a_file_is_opened_as_a_copy_and_that_is_said_once(
    screen: MembersScreen, desk: Secretariat, viewer: Viewer
) -> None:
    attach(desk, "letter.pdf")
    follow(screen, "Open")
    assert viewer.given[0].read_bytes() == b"letter.pdf"
    assert told(screen).startswith("“letter.pdf” is open as a copy that can only be read.")
    screen.alerts.clear()
    follow(screen, "Open")
    assert len(viewer.given) == 2
    assert told(screen) == ""


def test_a_program_is_not_opened_but_offered_as_a_copy(
    screen: MembersScreen, desk: Secretariat, viewer: Viewer, tmp_path: Path
) -> None:
    attach(desk, "run.sh")
    follow(screen, "Open")
    assert viewer.given == []
    assert "“run.sh” is not opened from the register" in told(screen)
    notice = screen.alerts.notice
    assert notice is not None
    target = tmp_path / "copies" / "run.sh"
    target.parent.mkdir()
    answer_box(target)
    notice.offers[0].act()
    assert target.read_bytes() == b"run.sh"
    assert told(screen) == "A copy was saved as “run.sh”."


def test_where_no_program_opens_it_a_copy_is_offered(screen: MembersScreen, desk: Secretariat) -> None:
    attach(desk, "letter.pdf")

    follow(screen, "Open")  # the offscreen platform opens nothing
    assert told(screen) == "No program of this computer opens “letter.pdf”. It is safe in the register; save a copy."


def test_the_details_are_put_right_by_keyboard(screen: MembersScreen, desk: Secretariat) -> None:
    attach(desk, "letter.pdf")
    follow(screen, "Details …")
    form = screen.detail.files.particulars.form
    assert QApplication.focusWidget() is form.field("name").editors[0]
    type_into(form.field("name").editors[0], "Reply of Kenya")
    type_into(form.field("dated").editors[0], "5 January 2026")
    QTest.keyClicks(form.field("note").editors[0], "By hand")
    finish(form.field("note").editors[0])
    file = desk.attachments.of_state("KEN")[0].file
    assert (file.name, file.dated, file.note) == ("Reply of Kenya.pdf", datetime.date(2026, 1, 5), "By hand")
    assert "Other file · 1\u00a0kB · The State · By hand" in texts(screen.detail.files)
    follow(screen, "Details …")
    type_into(form.field("name").editors[0], " ")
    finish(form.field("name").editors[0])
    assert "Give the file a name." in texts(form)


def test_a_file_is_removed_and_comes_back(screen: MembersScreen, desk: Secretariat) -> None:
    attach(desk, "letter.pdf")
    follow(screen, "Remove")
    assert names(desk) == []
    notice = screen.alerts.notice
    assert notice is not None
    assert told(screen).startswith("“letter.pdf” is removed. Its content stays in the register")
    notice.offers[0].act()
    assert names(desk) == ["letter.pdf"]
    assert "letter.pdf" in texts(screen.detail.files)


def test_of_very_many_files_the_newest_are_shown_first(screen: MembersScreen, desk: Secretariat) -> None:
    attach(desk, *[f"{number}.pdf" for number in range(FIRST + 5)])
    assert "5 older files" in texts(screen.detail.files)
    follow(screen, "Show all")
    assert "0.pdf" in texts(screen.detail.files)
    assert "older" not in texts(screen.detail.files)


def test_a_content_changed_outside_is_said_and_not_opened(
    screen: MembersScreen, desk: Secretariat, viewer: Viewer
) -> None:
    import sqlite3

    attach(desk, "letter.pdf")
    connection = sqlite3.connect(desk.store.path)
    with connection:
        connection.execute("UPDATE attached_content SET content = x'00'")
    connection.close()
    follow(screen, "Open")
    assert viewer.given == []
    assert "was changed or removed outside the program" in told(screen)


def test_a_register_that_is_only_read_shows_and_opens_files_and_takes_none(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, viewer: Viewer, scan: Path
) -> None:
    day = datetime.date(2026, 3, 2)
    letter = Communication("sent", "KEN", day, CommunicationForm.LETTER, MembershipKind.MEMBER)
    desk.members.receive(letter, [NewFile("letter.pdf", b"letter")])
    back_up(desk.store.path, scan.with_name("copy.nmirf"))
    with (
        open_register(scan.with_name("copy.nmirf"), read_only=True) as store,
        held(MembersScreen(Secretariat(store), language, alerts)) as screen,
    ):
        shown(screen)
        screen.go_to("KEN")
        assert drop(screen.detail, [scan]) is None
        assert not screen.detail.files.button.isVisible()
        said = texts(screen.detail.files)
        assert "Open · Save a copy …" in said
        assert "Remove" not in said
        follow(screen, "Open the letter")
        assert [path.name for path in viewer.given] == ["letter.pdf"]


# Seen


def test_files_and_the_question_are_fit_to_be_seen(desk: Secretariat, scan: Path, mail: Path) -> None:
    attach(desk, "Réponse du Secrétariat.pdf", "decreto.docx")

    def make(language: CurrentLanguage, alerts: Alerts) -> MembersScreen:
        screen = MembersScreen(desk, language, alerts)
        screen.show_as_of(OPENS)
        screen.refresh()
        screen.go_to("KEN")
        screen.detail.status.begin_letter(Arrival((NewFile("scan.pdf", b"%PDF"),)))
        screen.detail.files.receive([scan, mail])
        screen.detail.files._begin_change(desk.attachments.of_state("KEN")[0].file)
        return screen

    assert_presentable(make)


@pytest.mark.parametrize(
    ("tongue", "words"),
    [
        (Language.FR, ("Fichiers", "Classer comme", "Réponse")),
        (Language.ES, ("Archivos", "Archivar como", "Respuesta")),
    ],
)
def test_the_question_changes_its_language_while_it_stands(
    screen: MembersScreen, language: CurrentLanguage, scan: Path, tongue: Language, words: tuple[str, str, str]
) -> None:
    drop(screen.detail, [scan])
    language.switch(tongue)
    QApplication.processEvents()
    title, question, reply = words
    assert title in texts(screen.detail.files)
    assert question in texts(screen.detail.files.card)
    assert screen.detail.files.card.buttons[Filing.REPLY].text() == reply
    language.switch(Language.EN)
