"""A later version of a document that is no agenda: its file has a name of its own, and its message tells it."""

from dataclasses import replace

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests.registers import said
from tests.ui.screens.offices import finish
from tests.ui.screens.test_distribution import SENDER, desk, issue, meeting, screen
from tests.ui.screens.test_distribution_changes import begin_with_note, issue_note, listed, revise_note

__all__ = ["desk", "screen"]


def test_the_file_of_a_second_version_of_a_note_has_a_name_of_its_own(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """Who got both had two different files of one name."""
    revise_note(screen, desk)
    notes = [one for one in desk.papers.issued() if one.kind is DocumentKind.INFORMATION]
    names = {(one.version, one.name) for one in notes if one.language is Edition.FR}
    assert names == {(1, "NMIRF-2026-INF-3-Information-FR.pdf"), (2, "NMIRF-2026-INF-3-Information-v2-FR.pdf")}


def test_the_message_tells_the_version_of_a_note_whose_first_is_not_recorded_as_sent(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """Both messages had one title and one symbol where the first was prepared, and its sending was not said yet."""
    issue(desk)
    for place in ("Another city", "A third city"):
        desk._clock.forward()  # type: ignore[attr-defined]
        desk.meetings.save(replace(meeting(desk), place=said(place)))
        issue_note(desk)
        screen.refresh()
        begin_with_note(screen, desk)
        screen.preparing.form.address.load(SENDER, over=True)
        finish(screen.preparing.form.address.editors[0])
    later, first = (desk.dispatches.message(one.dispatch.key, Language.EN) for one in desk.deliveries.lines())
    assert first[0].startswith("Information note (NMIRF/2026/INF/3): ")
    assert later[0].startswith("Information note (NMIRF/2026/INF/3, version 2): ")
    assert listed(desk) == ["– Information note, NMIRF/2026/INF/3, version 2 (English)"]
