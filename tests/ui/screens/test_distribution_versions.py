"""Distribution after a second version of a document was issued: which one went can be seen in each place."""

from dataclasses import replace

from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_list import DISPATCHES
from tests.registers import said
from tests.ui.screens.offices import texts
from tests.ui.screens.test_distribution import desk, issue, meeting, prepare, screen

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
