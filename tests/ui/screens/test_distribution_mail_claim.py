"""An answer from an address that nobody knows, which names no message: the secretariat says whose it is."""

from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox

from nmirf_desktop.domain.delivery_words import note_said
from nmirf_desktop.domain.dispatches import Happening, Standing
from nmirf_desktop.domain.in_turn import CLOCKS
from nmirf_desktop.services.mail_unclaimed import near
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


def record(screen: DistributionScreen) -> None:
    screen.mail.verb.click()
    QApplication.processEvents()


def tick(screen: DistributionScreen) -> None:
    """Take in again what is left out, as Space does."""
    (row,) = screen.mail.taken
    screen.mail.table.ticked.emit(row)
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
    record(screen)
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


def test_one_who_says_that_nothing_came_is_a_failure_once_it_was_read(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    """From an address that is known it is left out until then: whose it is makes its words no plainer."""
    box, _offered = taken_in(screen, desk, tmp_path, "We have not received the provisional agenda.")
    choose(box, 1)
    (row,) = screen.mail.taken
    assert (row.new, row.ticked) == (True, False)
    assert "It says that it did not arrive: read it." in texts(screen.mail)
    tick(screen)
    record(screen)
    assert standing(desk, "GHA") is Standing.FAILED


def test_what_no_person_wrote_is_nobodys(screen: DistributionScreen, desk: Secretariat, tmp_path: Path) -> None:
    _box, _offered = taken_in(screen, desk, tmp_path, "I am away.", Auto_Submitted="auto-replied")
    assert not screen.mail.claim.isVisible()


def test_an_answer_that_was_recorded_for_one_state_is_offered_to_no_other(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box, _offered = taken_in(screen, desk, tmp_path, "We confirm receipt of the provisional agenda.")
    choose(box, 1)
    record(screen)
    screen.take_in((tmp_path / "answer.eml",))
    QApplication.processEvents()
    (row,) = screen.mail.taken
    assert (row.known, row.claimants, row.problem) == (True, (), None)
    assert row.whom(screen.words) == "Ghana"
    assert "by Ghana – known by what is recorded of this message already." in texts(screen.mail)
    assert not screen.mail.claim.isVisible()
    assert not screen.mail.verb.isEnabled()
    assert standing(desk, "URY") is Standing.SENT


def test_what_was_recorded_of_the_wrong_state_can_be_taken_back_and_recorded_of_the_right_one(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box, _offered = taken_in(screen, desk, tmp_path, "We confirm receipt of the provisional agenda.")
    choose(box, 1)
    record(screen)
    (line,) = desk.deliveries.lines()
    ghana = next(one for one in line.deliveries if one.recipient.state == "GHA")
    desk.deliveries.take_back(ghana.events[-1].key)
    screen.take_in((tmp_path / "answer.eml",))
    QApplication.processEvents()
    choose(box, 2)
    record(screen)
    assert (standing(desk, "GHA"), standing(desk, "URY")) == (Standing.SENT, Standing.ACKNOWLEDGED)


def test_two_copies_of_an_answer_are_recorded_of_one_state_alone(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    taken_in(screen, desk, tmp_path, "We confirm receipt of the provisional agenda.")
    copy = tmp_path / "copy.eml"
    copy.write_bytes((tmp_path / "answer.eml").read_bytes())
    screen.take_in((tmp_path / "answer.eml", copy))
    QApplication.processEvents()
    (box,) = screen.mail.claim.findChildren(QComboBox)
    for number, whose in ((0, 1), (1, 2)):
        screen.mail.table.select(number)
        QApplication.processEvents()
        choose(box, whose)
    record(screen)
    assert (standing(desk, "GHA"), standing(desk, "URY")) == (Standing.ACKNOWLEDGED, Standing.SENT)
    second = screen.mail.taken[1].problem
    assert second is not None
    assert "This very message is recorded already, as that of somebody else." in second.said_in(screen.words)


def test_a_failure_that_was_recorded_of_an_answer_is_not_asked_again(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    box, _offered = taken_in(screen, desk, tmp_path, "We have not received the provisional agenda.")
    choose(box, 1)
    tick(screen)
    record(screen)
    screen.take_in((tmp_path / "answer.eml",))
    QApplication.processEvents()
    (row,) = screen.mail.taken
    assert row.known
    assert "“It did not arrive” is recorded of it" in texts(screen.mail)
    assert "tick it" not in texts(screen.mail)
    assert (standing(desk, "GHA"), standing(desk, "URY")) == (Standing.FAILED, Standing.SENT)


def test_an_answer_by_a_clock_that_is_behind_may_be_about_what_was_just_prepared(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """It is dated before that was prepared, by less than two clocks can be apart."""
    issue(desk)
    prepare(screen)
    (dispatch,) = desk.deliveries.dispatches()
    assert near((dispatch,), dispatch.prepared_at - CLOCKS) == (dispatch,)
    assert near((dispatch,), dispatch.prepared_at - 2 * CLOCKS) == ()
