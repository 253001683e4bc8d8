"""Messages that came back: a wrong one is left out before the others are recorded."""

import datetime
from email import message_from_bytes
from email.utils import format_datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.dispatches import Happening, Standing
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests.ui.screens.offices import NOON, texts
from tests.ui.screens.test_distribution import desk, issue, prepare, press_key, screen, sent_copy, standing, told
from tests.ui.screens.test_distribution_narrow import ROOM

SOON = NOON + datetime.timedelta(seconds=1)


__all__ = ["desk", "screen"]


def taken_in(screen: DistributionScreen, desk: Secretariat, tmp_path: Path, *states: str) -> None:
    """The sent copies of what went to some States, and a message of somebody else, on the screen."""
    issue(desk)
    prepare(screen)
    (folder,) = (tmp_path / "outbox").iterdir()
    desk._clock.forward(5)  # type: ignore[attr-defined]
    other = tmp_path / "letter.eml"
    other.write_bytes(b"From: someone@example.net\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\n\r\nHello\r\n")
    screen.take_in((*(sent_copy(folder / f"{one}.eml", SOON) for one in states), other))
    QApplication.processEvents()


def boxes(screen: DistributionScreen) -> list[str]:
    """How the box of each row is said."""
    column = screen.mail.table.model.columns[0]
    return [column.whole(row, screen.words) for row in screen.mail.table.model.rows]  # type: ignore[misc]


def test_a_wrong_message_is_left_out_by_space_and_the_result_says_so(
    screen: DistributionScreen,
    desk: Secretariat,
    tmp_path: Path,
    alerts: Alerts,
    language: CurrentLanguage,
) -> None:
    taken_in(screen, desk, tmp_path, "PRY", "URY", "BRA")
    assert boxes(screen) == ["To be recorded", "To be recorded", "To be recorded", "Nothing to record"]
    screen.mail.table.select(1)
    press_key(screen.mail.table.view, Qt.Key.Key_Space)
    assert boxes(screen) == ["To be recorded", "Left out", "To be recorded", "Nothing to record"]
    assert screen.mail.table.current == screen.mail.table.model.rows[1]  # the keyboard stays where it was
    press_key(screen.mail.table.view, Qt.Key.Key_Return)
    assert "Messages recorded: 2; recipients concerned: 2; left out: 1." in told(alerts, language)
    assert [standing(desk, one) for one in ("PRY", "URY", "BRA")] == [Standing.SENT, Standing.PREPARED, Standing.SENT]


def test_a_message_left_out_is_taken_in_again_by_space_also_after_the_others(
    screen: DistributionScreen,
    desk: Secretariat,
    tmp_path: Path,
) -> None:
    taken_in(screen, desk, tmp_path, "PRY", "URY")
    screen.mail.table.select(1)
    press_key(screen.mail.table.view, Qt.Key.Key_Space)
    press_key(screen.mail.table.view, Qt.Key.Key_Return)
    screen.mail.table.select(1)  # the list stays, as one of its messages could not be recorded
    press_key(screen.mail.table.view, Qt.Key.Key_Space)
    press_key(screen.mail.table.view, Qt.Key.Key_Return)
    assert standing(desk, "URY") is Standing.SENT


def test_several_selected_are_left_out_as_the_one_under_the_keyboard(
    screen: DistributionScreen,
    desk: Secretariat,
    tmp_path: Path,
    alerts: Alerts,
    language: CurrentLanguage,
) -> None:
    taken_in(screen, desk, tmp_path, "PRY", "URY", "BRA")
    screen.mail.table.select_several([0, 1, 2, 3])
    press_key(screen.mail.table.view, Qt.Key.Key_Space)
    assert boxes(screen) == ["Left out", "Left out", "Left out", "Nothing to record"]
    screen.mail.verb.click()
    assert "Every message that can be recorded is left out: nothing was recorded." in told(alerts, language)
    assert [standing(desk, one) for one in ("PRY", "URY", "BRA")] == [Standing.PREPARED] * 3
    assert screen.mail.isVisible()


def test_what_is_left_out_is_told_beside_what_could_not_be_recorded(
    screen: DistributionScreen,
    desk: Secretariat,
    tmp_path: Path,
    alerts: Alerts,
    language: CurrentLanguage,
) -> None:
    taken_in(screen, desk, tmp_path, "PRY", "URY")
    screen.mail.table.select(0)
    press_key(screen.mail.table.view, Qt.Key.Key_Space)
    press_key(screen.mail.table.view, Qt.Key.Key_Return)
    said = told(alerts, language)
    assert "Messages recorded: 1; recipients concerned: 1; left out: 1. What was not recorded says why" in said


def answer(folder: Path, tmp_path: Path, state: str) -> Path:
    """A State answers what it was sent, and says that it cannot be read."""
    sent = message_from_bytes((folder / f"{state}.eml").read_bytes())
    path = tmp_path / "0001.eml"
    path.write_bytes(
        f"From: {state.lower()}@example.org\r\nDate: {format_datetime(SOON)}\r\nSubject: Your agenda\r\n"
        f"In-Reply-To: {sent['Message-ID']}\r\nContent-Type: text/plain\r\n\r\n"
        "I cannot open the attachment.\r\n\r\n> With regard to\r\n".encode()
    )
    return path


@pytest.mark.parametrize("tongue", Language)
def test_what_each_message_says_is_seen_before_it_is_recorded(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path, language: CurrentLanguage, tongue: Language
) -> None:
    """An answer “I cannot open the attachment” was ticked as an acknowledgement, and nobody could see what it said."""
    issue(desk)
    prepare(screen)
    (folder,) = (tmp_path / "outbox").iterdir()
    desk._clock.forward(5)  # type: ignore[attr-defined]
    language.switch(tongue)
    screen.resize(*ROOM)
    other = tmp_path / "letter.eml"
    other.write_bytes(b"From: someone@example.net\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\n\r\nHello there\r\n")
    screen.take_in((answer(folder, tmp_path, "PRY"), other))
    for _ in range(3):
        QApplication.processEvents()
    assert screen.words.gettext("Messages taken in") in texts(screen.mail), "a sent copy did not come back"
    table = screen.mail.table
    (first, second) = table.model.rows
    shown_columns = {
        column.title: column.display(first, screen.words)
        for number, column in enumerate(table.model.columns)
        if not table.view.isColumnHidden(number)
    }
    assert shown_columns["From"] == "pry@example.org"
    assert shown_columns["Subject"] == "Your agenda"
    assert shown_columns["How it begins"] == "I cannot open the attachment."
    assert "0001.eml" in screen.mail.letter.toPlainText()
    assert "I cannot open the attachment.\n\n> With regard to" in screen.mail.letter.toPlainText()
    letter = screen.mail.letter
    assert letter.visibleRegion().boundingRect().height() == letter.height(), "it is seen whole at 1024 by 700"
    assert screen.mail.verb.visibleRegion().boundingRect().height() == screen.mail.verb.height()
    table.select(second.number)
    assert "Hello there" in screen.mail.letter.toPlainText(), "also of what cannot be recorded"


def test_a_doubtful_answer_can_be_recorded_as_not_arrived_and_is_an_answer_again_at_a_second_press(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    """“The attachment cannot be opened” could only be an acknowledgement."""
    issue(desk)
    prepare(screen)
    (folder,) = (tmp_path / "outbox").iterdir()
    desk._clock.forward(5)  # type: ignore[attr-defined]
    (line,) = desk.deliveries.lines()
    paraguay = next(one.recipient.key for one in line.deliveries if one.recipient.state == "PRY")
    desk.deliveries.happened([paraguay], Happening.SENT, line.dispatch.prepared_at)
    screen.take_in((answer(folder, tmp_path, "PRY"),))
    QApplication.processEvents()
    card = screen.mail
    assert boxes(screen) == ["Left out"]
    for said, box in (("It did not arrive", "To be recorded"), ("It is an answer after all", "Left out")):
        assert card.turn.text() == said
        card.turn.click()
        assert boxes(screen) == [box]
    card.turn.click()
    (row,) = card.table.model.rows
    cells = {column.title: column.display(row, screen.words) for column in card.table.model.columns}
    assert cells["State or partner"] == "Paraguay"
    assert cells["How it stands"] == "New: did not arrive", "it does not look like a receipt"
    assert "“It did not arrive” is recorded of it, and no receipt" in card.said.text()
    card.verb.click()
    QApplication.processEvents()
    assert standing(desk, "PRY") is Standing.FAILED


def test_an_answer_from_another_address_leads_to_the_card_of_whom_it_is_for(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    issue(desk)
    prepare(screen)
    (folder,) = (tmp_path / "outbox").iterdir()
    desk._clock.forward(5)  # type: ignore[attr-defined]
    path = answer(folder, tmp_path, "PRY")
    path.write_bytes(path.read_bytes().replace(b"From: pry@example.org", b"From: ana@mre.example"))
    places: list[Place] = []
    screen.asked.connect(places.append)
    screen.take_in((path,))
    QApplication.processEvents()
    link = screen.mail.origin
    assert link.isVisibleTo(screen.mail)
    assert "ana@mre.example" in link.text()
    (line,) = desk.deliveries.lines()
    person = next(one.recipient.person for one in line.deliveries if one.recipient.state == "PRY")
    (place,) = link.places
    assert place == Place("members", f"PRY:{person}")
    link.linkActivated.emit(f"{place.screen}#{place.key}")
    assert places == [place]
