"""Of which sending a message is that names none: it is said, and chosen in the list of messages."""

from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.exchange.outgoing_mail import message_id
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests.ui.screens.offices import texts
from tests.ui.screens.test_distribution import SENDER, desk, issue, prepare, screen
from tests.ui.screens.test_distribution_again import happened
from tests.ui.screens.test_distribution_versions import revised

__all__ = ["desk", "screen"]


def test_which_sending_an_answer_is_taken_to_be_about_is_said_and_can_be_chosen(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    """“Tick it where it is about this”: which of two, nothing said."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA")
    revised(desk)
    screen.refresh()
    prepare(screen)
    first, second = sorted(desk.deliveries.lines(), key=lambda line: line.dispatch.prepared_at)
    desk._clock.forward(60)  # type: ignore[attr-defined]
    to = [one.recipient.key for one in second.deliveries if one.recipient.state == "GHA"]
    desk.deliveries.happened(to, Happening.SENT, desk.deliveries.now)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "gha@example.org", SENDER, "NMIRF/2026/1"
    mail["Date"] = format_datetime(desk.deliveries.now)
    mail.set_content("Thank you.")
    file = tmp_path / "answer.eml"
    file.write_bytes(mail.as_bytes())
    screen.take_in((file,))
    QApplication.processEvents()
    card = screen.mail
    assert "It is taken to be about NMIRF/2026/1, version 2, sent on" in texts(card)
    assert "Which sending it is about" in texts(card)
    (box,) = card.about.findChildren(QComboBox)
    assert [box.itemText(row).partition(", sent")[0] for row in range(box.count())] == [
        "NMIRF/2026/1, version 2",
        "NMIRF/2026/1, version 1",
    ]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert "It is taken to be about NMIRF/2026/1, version 1, sent on" in texts(card)
    (row,) = card.taken
    assert row.shown is not None
    assert row.shown.line.dispatch.key == first.dispatch.key


def test_what_answers_a_message_by_its_number_says_of_which_version_that_was(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    """Estonia answered version 1 after version 2 was sent, and nothing but the subject showed it."""
    issue(desk)
    prepare(screen)
    (first,) = desk.deliveries.lines()
    to = next(one.recipient for one in first.deliveries if one.recipient.state == "GHA")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "gha@example.org", SENDER, "Re: Agenda"
    mail["In-Reply-To"] = message_id(to.key)
    mail["Date"] = format_datetime(desk.deliveries.now)
    mail.set_content("We acknowledge receipt of the agenda.")
    file = tmp_path / "answer.eml"
    file.write_bytes(mail.as_bytes())
    screen.take_in((file,))
    assert "It is about" not in texts(screen.mail), "it is not recorded when it was sent"
    happened(desk, Happening.SENT, "GHA")
    revised(desk)
    desk._clock.forward(60)  # type: ignore[attr-defined]
    mail.replace_header("Date", format_datetime(desk.deliveries.now))
    later = tmp_path / "later.eml"
    later.write_bytes(mail.as_bytes())
    screen.take_in((later,))
    QApplication.processEvents()
    assert "It is about NMIRF/2026/1, version 1, sent on" in texts(screen.mail)
