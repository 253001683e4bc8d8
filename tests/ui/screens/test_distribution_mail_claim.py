"""An answer from an address that nobody knows, which names no message: the secretariat says whose it is."""

from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox

from nmirf_desktop.domain.delivery_words import note_said
from nmirf_desktop.domain.dispatches import Happening, Standing
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests.ui.screens.offices import texts
from tests.ui.screens.test_distribution import SENDER, desk, issue, prepare, screen, standing
from tests.ui.screens.test_distribution_again import happened

__all__ = ["desk", "screen"]
DEPUTY = "deputy@za.example.org"


def taken_in(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path, text: str, **heads: str
) -> tuple[QComboBox, list[str]]:
    """An answer of a deputy is taken in, to what went to Ghana and Uruguay; the choice of whose it is."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "URY")
    desk._clock.forward(60)  # type: ignore[attr-defined]
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Deputy <{DEPUTY}>", SENDER, "Re: Provisional agenda (NMIRF/2026/1)"
    mail["Date"] = format_datetime(desk.deliveries.now)
    for name, value in heads.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    file = tmp_path / "answer.eml"
    file.write_bytes(mail.as_bytes())
    screen.take_in((file,))
    QApplication.processEvents()
    (box,) = screen.mail.claim.findChildren(QComboBox)
    return box, [box.itemText(row) for row in range(box.count())]


def choose(box: QComboBox, row: int) -> None:
    box.setCurrentIndex(row)
    box.activated.emit(row)
    QApplication.processEvents()


def test_whose_an_answer_is_can_be_said_and_is_recorded_as_judged(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box, offered = taken_in(screen, desk, tmp_path, "We confirm receipt of the provisional agenda.")
    assert "belongs to no dispatch" in texts(screen.mail)
    assert offered == ["Nobody’s: nothing is recorded of it", "Ghana", "Uruguay"]
    assert not screen.mail.verb.isEnabled()
    choose(box, 1)
    assert "by Ghana – known by your word" in texts(screen.mail)
    assert f"It came from {DEPUTY}, not the address written to." in texts(screen.mail)
    (row,) = screen.mail.taken
    assert row.ticked
    assert "read it, and tick it" not in texts(screen.mail)
    screen.mail.verb.click()
    QApplication.processEvents()
    assert standing(desk, "GHA") is Standing.ACKNOWLEDGED
    assert standing(desk, "URY") is Standing.SENT
    (line,) = desk.deliveries.lines()
    to = next(one for one in line.deliveries if one.recipient.state == "GHA")
    assert note_said(to.events[-1], screen.words) == f"As judged from an answer: Deputy <{DEPUTY}>"


def test_an_answer_that_is_not_plain_is_to_be_read_first_and_can_be_nobodys_again(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box, _offered = taken_in(screen, desk, tmp_path, "Who will chair it?")
    choose(box, 2)
    (row,) = screen.mail.taken
    assert (row.new, row.ticked) == (True, False)
    assert screen.mail.turn.isVisible()
    choose(box, 0)
    (row,) = screen.mail.taken
    assert "belongs to no dispatch" in texts(screen.mail)
    assert not row.new
    assert not screen.mail.verb.isEnabled()


def test_one_who_says_that_nothing_came_is_a_failure(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box, _offered = taken_in(screen, desk, tmp_path, "We have not received the provisional agenda.")
    choose(box, 1)
    screen.mail.verb.click()
    QApplication.processEvents()
    assert standing(desk, "GHA") is Standing.FAILED


def test_what_no_person_wrote_is_nobodys(screen: DistributionScreen, desk: Secretariat, tmp_path: Path) -> None:
    _box, _offered = taken_in(screen, desk, tmp_path, "I am away.", Auto_Submitted="auto-replied")
    assert not screen.mail.claim.isVisible()
