"""A list of who is present, as an office sends it: pasted, or in a file."""

from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.services.presence_lists import PresenceLists
from nmirf_desktop.storage.undo import undo
from tests.registers import Desk

ROOM, ONLINE = PresenceKind.ARRIVED, PresenceKind.ARRIVED_ONLINE


def test_each_line_names_a_state_in_any_language_and_whether_it_is_online(
    network: tuple[Desk, Meeting, AgendaItem],
) -> None:
    desk, meeting, _ = network
    read = PresenceLists(desk.store).pasted("Paraguay\nMaroc\nGhana\nAtlantis\nSuiza\n")
    assert read.kinds == {"PRY": ROOM, "MAR": ROOM, "GHA": ROOM, "CHE": ROOM}
    assert read.unknown == ("Atlantis",)
    assert desk.sittings.arrive(meeting.key, read.kinds) == 4
    assert desk.sittings.presence(meeting.key) == {"PRY", "MAR", "GHA", "CHE"}
    desk.clock.forward()
    assert desk.sittings.arrive(meeting.key, {"PRY": ROOM, "MAR": ONLINE}) == 1
    undo(desk.store)
    undo(desk.store)
    assert desk.sittings.presence(meeting.key) == frozenset()


def test_a_table_says_more_beside_the_state(network: tuple[Desk, Meeting, AgendaItem], tmp_path: Path) -> None:
    desk, _, _ = network
    path = tmp_path / "present.csv"
    path.write_text("State;Head;Mode\nNo;Paraguay;en ligne\nBrasil;Ms;in person\nGabon;;Online\n", encoding="utf-8")
    read = PresenceLists(desk.store).file(path)
    assert read.kinds == {"PRY": ONLINE, "BRA": ROOM, "GAB": ONLINE}
    assert read.unknown == ("State Head Mode",)
    mixed = PresenceLists(desk.store).pasted("Paraguay\nMaroc\nGhana; online\nKorea, Republic of")
    assert (mixed.kinds["GHA"], len(mixed.there)) == (ONLINE, 4)
    assert set(PresenceLists(desk.store).pasted("Paraguay, Ghana, Portugal").kinds) == {"PRY", "GHA", "PRT"}


@pytest.mark.parametrize("text", ["nobody", "Atlantis\nUtopia"])
def test_a_list_without_a_state_is_refused_in_words(network: tuple[Desk, Meeting, AgendaItem], text: str) -> None:
    desk, _, _ = network
    with pytest.raises(Problem, match="No State was found"):
        PresenceLists(desk.store).pasted(text)
