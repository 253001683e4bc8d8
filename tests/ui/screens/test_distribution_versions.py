"""Distribution after a second version of a document was issued: which one went can be seen in each place."""

from dataclasses import replace

from PySide6.QtCore import Qt

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_list import DISPATCHES
from tests.registers import said
from tests.ui.screens.offices import finish, texts
from tests.ui.screens.test_distribution import begin, desk, issue, meeting, picked, prepare, press_key, screen
from tests.ui.screens.test_distribution_again import happened, missing

__all__ = ["desk", "screen"]


def revised(desk: Secretariat) -> None:
    """The agenda is changed, and issued once more."""
    item = desk.agendas.items(meeting(desk).key)[-1].item
    desk.agendas.save(replace(item, title=said("Another matter")))
    issue(desk, people=False)


def test_the_rows_and_the_heading_of_a_dispatch_say_which_version_went(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """Both were “NMIRF/2026/1”, and only the small line of the documents said which."""
    issue(desk)
    prepare(screen)
    revised(desk)
    screen.refresh()
    prepare(screen)
    documents, words = DISPATCHES[0], screen.words
    assert documents.brief is not None
    rows = [(documents.text(one, words), documents.brief(one, words)) for one in desk.deliveries.counted()]
    assert {row[0].partition(" · ")[0]: row[1].replace("\u00a0", " ") for row in rows} == {
        "NMIRF/2026/1, version 1": "…/2026/1",
        "NMIRF/2026/1, version 2": "…/2026/1 v. 2",
    }
    assert "NMIRF/2026/1, version 2" in texts(screen.detail)


def test_enter_on_who_has_a_dead_address_leads_to_it_and_space_takes_them_in(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """The next version was ticked for it without a word, and Enter put a dead address back in."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "BRA")
    happened(desk, Happening.FAILED, "GHA")
    revised(desk)
    screen.refresh()
    begin(screen)
    assert picked(screen)["Ghana"] is False
    assert picked(screen)["Brazil"] is True
    assert missing(screen)["Ghana"] == "An earlier message did not arrive at this address"
    review = screen.preparing.review
    assert "1 left out, because an earlier message did not arrive at its address" in texts(review)
    places: list[object] = []
    review.asked.connect(places.append)
    row = next(one for one in review.table.model.rows if one.said_in(screen.words) == "Ghana")
    review.table.select(row.key)
    press_key(review.table.view, Qt.Key.Key_Return)
    assert places == [row.place]
    assert picked(screen)["Ghana"] is False
    press_key(review.table.view, Qt.Key.Key_Space)
    assert picked(screen)["Ghana"] is True


def test_what_was_sent_to_an_address_at_which_something_failed_says_beside_it_that_it_counts_once_acknowledged(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """It stood as sent, and the certificate and Home counted it as nothing."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "BRA")
    happened(desk, Happening.FAILED, "GHA")
    revised(desk)
    screen.refresh()
    begin(screen)
    press_to_take_in(screen, "Ghana")
    finish(screen.preparing.form.address.editors[0])
    said = (
        "An earlier message was reported not delivered where this was sent: it counts once its receipt is acknowledged."
    )
    to = {row.delivery.recipient.state: row.key for row in screen.rows}
    screen.detail.choose(to["GHA"])
    assert said not in texts(screen.detail.to), "it is not sent yet"
    later(screen, desk, to["GHA"], Happening.SENT)
    assert said in texts(screen.detail.to)
    screen.detail.choose(to["PRY"])
    assert said not in texts(screen.detail.to)
    later(screen, desk, to["GHA"], Happening.ACKNOWLEDGED)
    assert said not in texts(screen.detail.to)


def press_to_take_in(screen: DistributionScreen, name: str) -> None:
    """Space takes somebody in who was left out."""
    table = screen.preparing.review.table
    table.select(next(row.key for row in table.model.rows if row.said_in(screen.words) == name))
    press_key(table.view, Qt.Key.Key_Space)


def later(screen: DistributionScreen, desk: Secretariat, recipient: str, kind: Happening) -> None:
    """An hour later something happens to what went to a recipient, who is looked at."""
    desk._clock.forward(60)  # type: ignore[attr-defined]
    desk.deliveries.happened([recipient], kind, desk.deliveries.now)
    screen.refresh()
    screen.detail.choose(recipient)
