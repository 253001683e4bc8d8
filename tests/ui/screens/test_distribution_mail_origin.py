"""An answer that names no message, from the address that was written to: whose it is is proposed, and said truly."""

from dataclasses import replace
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox

from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests.ui.screens.offices import texts
from tests.ui.screens.test_distribution import SENDER, desk, issue, prepare, screen, standing
from tests.ui.screens.test_distribution_again import happened
from tests.ui.screens.test_distribution_mail_claim import choose

__all__ = ["desk", "screen"]


def taken_in(screen: DistributionScreen, desk: Secretariat, tmp_path: Path, text: str, origin: str) -> QComboBox:
    """A message with no number and no symbol, to what went to Ghana and Uruguay; the choice of whose it is."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "URY")
    desk._clock.forward(60)  # type: ignore[attr-defined]
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = origin, SENDER, "Provisional agenda received"
    mail["Date"] = format_datetime(desk.deliveries.now)
    mail.set_content(text)
    file = tmp_path / "answer.eml"
    file.write_bytes(mail.as_bytes())
    screen.take_in((file,))
    QApplication.processEvents()
    (box,) = screen.mail.claim.findChildren(QComboBox)
    return box


def test_who_alone_was_written_to_at_its_address_is_proposed_and_left_out_until_it_is_read(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box = taken_in(screen, desk, tmp_path, "We confirm receipt of the provisional agenda.", "GHA@example.org")
    assert box.currentText() == "Ghana"
    (row,) = screen.mail.taken
    assert (row.new, row.ticked) == (True, False)
    assert "by Ghana – known by the address that it came from alone." in texts(screen.mail)
    assert "It may be about something else: read it, and tick it where it is about this." in texts(screen.mail)
    screen.mail._toggle(row)
    screen.mail.verb.click()
    QApplication.processEvents()
    assert standing(desk, "GHA") is Standing.ACKNOWLEDGED
    assert standing(desk, "URY") is Standing.SENT


def test_the_address_that_was_written_to_is_not_said_to_be_another(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    """The screen called the right address a wrong one, and asked whether it was to be corrected."""
    box = taken_in(screen, desk, tmp_path, "We confirm receipt of the provisional agenda.", "gha@example.org")
    for row in (0, 1):  # proposed, nobody's, then Ghana's by somebody's word
        assert "not the address written to" not in texts(screen.mail)
        assert not screen.mail.origin.isVisible()
        choose(box, row)
    assert "by Ghana – known by your word" in texts(screen.mail)
    assert "not the address written to" not in texts(screen.mail)
    assert not screen.mail.origin.isVisible()


def test_the_same_of_another_state_is_said_to_come_from_elsewhere(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box = taken_in(screen, desk, tmp_path, "We confirm receipt of the provisional agenda.", "gha@example.org")
    choose(box, box.findText("Uruguay"))
    assert "It came from gha@example.org, not the address written to." in texts(screen.mail)
    assert screen.mail.origin.isVisible()


def test_a_second_copy_of_what_is_recorded_for_one_is_not_recorded_for_who_is_proposed(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box = taken_in(screen, desk, tmp_path, "We confirm receipt of the provisional agenda.", "gha@example.org")
    copy = tmp_path / "copy.eml"
    copy.write_bytes((tmp_path / "answer.eml").read_bytes())
    screen.take_in((tmp_path / "answer.eml", copy))
    QApplication.processEvents()
    choose(box, box.findText("Uruguay"))
    screen.mail._toggle(screen.mail.taken[1])
    screen.mail.verb.click()
    QApplication.processEvents()
    assert standing(desk, "URY") is Standing.ACKNOWLEDGED
    assert standing(desk, "GHA") is Standing.SENT


def test_a_letter_by_post_is_not_from_an_address_for_e_mail(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    prepare(screen)
    (line,) = desk.deliveries.lines()
    assert f"From {SENDER}" in texts(screen.detail)
    posted = replace(line, dispatch=replace(line.dispatch, channel=Channel.POST))
    screen.detail.show_line(posted, screen.rows, None, screen._message)
    assert SENDER not in texts(screen.detail)


def test_nobody_is_proposed_of_an_address_that_nobody_has(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box = taken_in(screen, desk, tmp_path, "We confirm receipt.", "deputy@example.org")
    assert box.currentText() == "Nobody’s: nothing is recorded of it"
    assert not screen.mail.verb.isEnabled()
