"""A later version of a document that is no agenda: its file has a name of its own."""

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests.ui.screens.test_distribution import desk, screen
from tests.ui.screens.test_distribution_changes import revise_note

__all__ = ["desk", "screen"]


def test_the_file_of_a_second_version_of_a_note_has_a_name_of_its_own(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """Who got both had two different files of one name."""
    revise_note(screen, desk)
    notes = [one for one in desk.papers.issued() if one.kind is DocumentKind.INFORMATION]
    names = {(one.version, one.name) for one in notes if one.language is Edition.FR}
    assert names == {(1, "NMIRF-2026-INF-3-Information-FR.pdf"), (2, "NMIRF-2026-INF-3-Information-v2-FR.pdf")}
