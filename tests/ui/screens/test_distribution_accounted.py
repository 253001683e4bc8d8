"""What stands over the table of those who would get a dispatch tells of each row, and counts what the choice counts."""

import re
from dataclasses import replace

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_list import DISPATCHES
from nmirf_desktop.ui.screens.distribution_review import COLUMNS
from tests.ui.screens.offices import NOON, finish, press, texts
from tests.ui.screens.test_distribution import begin, desk, issue, meeting, picked, prepare, readdress, screen
from tests.ui.screens.test_distribution_again import AGAIN, happened, missing
from tests.ui.screens.test_distribution_revised import choose, offered, revise

__all__ = ["desk", "screen"]


def told(screen: DistributionScreen) -> list[str]:
    """What is said over the table, part by part."""
    return screen.preparing.review.said.text().removesuffix(".").split("; ")


def number_told(screen: DistributionScreen) -> int:
    """Of how many rows it is said what becomes of them; what is said of some of these is said once more."""
    numbers = (re.match(r"\d+", part) for part in told(screen) if "of these" not in part)
    return sum(int(one[0]) for one in numbers if one is not None)


def test_to_whom_the_version_before_did_not_arrive_is_none_of_those_who_got_it(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """The choice said 67, and the table 66."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "PRY", "BRA")
    happened(desk, Happening.FAILED, "GHA")
    revise(desk)
    begin(screen)
    assert offered(screen)[1].endswith("by e-mail: 2")
    choose(screen, 1)
    assert told(screen)[0] == "2 recipients"
    assert "1 left out, because an earlier message did not arrive at its address" in told(screen)
    assert number_told(screen) == len(screen.preparing.review.table.model.values)


def test_who_never_got_the_version_before_is_said_to_be_another_and_not_to_be_out_of_reach(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """Some were unticked without a word, and six who never got anything “cannot be reached”."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "PRY", "BRA")
    line = desk.deliveries.lines()[-1]
    readdress(desk, next(one.recipient.person for one in line.deliveries if one.recipient.state == "GHA"))
    happened(desk, Happening.FAILED, "GHA")
    revise(desk)
    begin(screen)
    assert "1 cannot be reached" in told(screen)
    choose(screen, 1)
    rows = screen.preparing.review.table.model.values
    assert told(screen) == ["2 recipients", f"{len(rows) - 2} others, not among the recipients chosen at the left"]
    assert missing(screen)["Morocco"] == "It is not one of the recipients chosen at the left"
    assert missing(screen)["Ghana"] == "It is not one of the recipients chosen at the left"
    assert missing(screen)["Paraguay"] == ""
    table = screen.preparing.review.table
    assert {row.said_in(screen.words) for row in table.model.rows[:2]} == {"Brazil", "Paraguay"}, "the others behind"


def test_who_was_left_out_by_hand_is_counted(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    begin(screen)
    review = screen.preparing.review
    review.toggled.emit(next(row for row in review.table.model.values if row.said_in(screen.words) == "Ghana"))
    assert "1 left out by hand" in told(screen)
    assert number_told(screen) == len(review.table.model.values)


def test_what_is_missing_of_whom_a_reminder_is_for_is_the_acknowledgement(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """“Sent” stood under “What is missing”."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "URY", "PRY", "BRA")
    happened(desk, Happening.ACKNOWLEDGED, "URY")
    press(screen, AGAIN)
    assert missing(screen)["Paraguay"] == "Its acknowledgement"
    assert missing(screen)["Uruguay"] == "Acknowledged already"
    column = next(one for one in COLUMNS if one.title == "What is missing")
    assert column.brief is not None
    row = next(one for one in screen.preparing.review.table.model.values if one.said_in(screen.words) == "Brazil")
    assert column.brief(row, screen.words) == "Acknowledgement"
    assert told(screen)[0] == "2 recipients"
    assert not any("cannot be reached" in part for part in told(screen))
    assert number_told(screen) == len(screen.preparing.review.table.model.values)


def test_a_reminder_of_a_version_leaves_out_who_was_sent_a_later_one(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """It went to who had acknowledged the second version, with the first in it."""
    issue(desk)
    prepare(screen)
    first = desk.deliveries.lines()[0].dispatch.key
    happened(desk, Happening.SENT, "GHA", "PRY", "URY")
    revise(desk)
    begin(screen)
    choose(screen, 1)
    finish(screen.preparing.form.address.editors[0])
    later = desk.deliveries.lines()[0]
    desk._clock.forward(60)  # type: ignore[attr-defined]
    to = [one.recipient.key for one in later.deliveries if one.recipient.state in ("GHA", "URY")]
    desk.deliveries.happened(to, Happening.SENT, desk.deliveries.now)
    to = [one.recipient.key for one in later.deliveries if one.recipient.state == "URY"]
    desk._clock.forward(60)  # type: ignore[attr-defined]
    desk.deliveries.happened(to, Happening.FAILED, desk.deliveries.now)
    screen.go_to(first)
    press(screen, AGAIN)
    assert picked(screen)["Ghana"] is False
    assert missing(screen)["Ghana"] == "A later version was sent since"
    assert picked(screen)["Paraguay"] is True, "the later one is only prepared for it"
    assert "1 left out, because a later version was sent to it" in told(screen)
    assert number_told(screen) == len(screen.preparing.review.table.model.values)


def test_card_list_and_pane_call_a_reminder_one_with_its_version(screen: DistributionScreen, desk: Secretariat) -> None:
    """The card was “New dispatch”, and the pane was headed as that of the first one."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "URY", "PRY")
    begin(screen)
    assert screen.preparing.card.name.startswith("New dispatch")
    screen.preparing.card.leave.click()
    press(screen, AGAIN)
    assert screen.preparing.card.name == "Reminder – NMIRF/2026/1, version 1"
    finish(screen.preparing.form.address.editors[0])
    assert "Reminder: NMIRF/2026/1, version 1" in texts(screen.detail)
    column, first = DISPATCHES[0], desk.deliveries.counted()[0]
    assert column.brief is not None
    assert column.mark is not None
    assert column.brief(first, screen.words) == "…/2026/1, reminder"
    assert column.mark(first) is not None
    assert column.mark(desk.deliveries.counted()[1]) is None


def test_a_later_version_in_one_language_is_the_only_one_that_its_dispatch_names(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """“Versions 1, 2” stood over what was sent in French alone."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "MAR", "PRY")
    item = desk.agendas.items(meeting(desk).key)[0].item
    desk.agendas.save(replace(item, title=item.title.with_text(Language.FR, "Autrement")))
    desk.papers.issue(Request(DocumentKind.AGENDA, meeting(desk).key, editions=(Edition.FR,)), NOON.date())
    begin(screen)
    form = screen.preparing.form
    form.languages.load((Language.FR,), over=True)
    form.changed.emit()
    finish(form.address.editors[0])
    line = desk.deliveries.lines()[0]
    assert {one.recipient.reads for one in line.deliveries} == {Language.FR}
    assert len(line.issued) == 3
    assert "NMIRF/2026/1, version 2" in texts(screen.detail)
    assert "versions" not in texts(screen.detail)
    press(screen, "They were sent …")
    assert "NMIRF/2026/1, version 2" in screen.detail.card.name
    (row,) = [one for one in desk.deliveries.counted() if one.dispatch.key == line.dispatch.key]
    assert DISPATCHES[0].text(row, screen.words).startswith("NMIRF/2026/1, version 2 ·")
