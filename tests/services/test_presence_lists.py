"""A list of who is present, as an office sends it: pasted, or in a file."""

from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.presence_lists import PresenceLists
from nmirf_desktop.storage.undo import undo
from tests import registers
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
    assert mixed.kinds == {"PRY": ROOM, "MAR": ROOM, "GHA": ONLINE, "KOR": ROOM}
    assert set(PresenceLists(desk.store).pasted("Paraguay, Ghana, Portugal").kinds) == {"PRY", "GHA", "PRT"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Congo, Democratic Republic of the", ["COD"]),
        ("Congo (Democratic Republic of the)\nCongo", ["COD", "COG"]),
        ("Congo, Dem. Rep. of the", ["COD"]),
        ("Congo, República Democrática del", ["COD"]),
        ("Guinea, Equatorial\nGuinea, Bissau\nGuinea", ["GNQ", "GNB", "GIN"]),
        ("Sudan, South\nSudan", ["SSD", "SDN"]),
        ("Corée, République de\nIran, République islamique d’", ["KOR", "IRN"]),
        ("Korea, Republic of", ["KOR"]),
        ("Korea;Republic of\nGhana;online", ["KOR", "GHA"]),
        ("1. Ghana\n2) Morocco\n(3) Brazil\n• Portugal", ["GHA", "MAR", "BRA", "PRT"]),
        ("1;Ghana;online\n2;Maroc;", ["GHA", "MAR"]),
        ("Ghana - online\nMaroc – en ligne\nSuiza: virtual", ["GHA", "MAR", "CHE"]),
        ("Côte d’Ivoire\nTimor-Leste\nGuinea-Bissau", ["CIV", "TLS", "GNB"]),
        ("Morocco\tprésente\nGhana\tyes", ["MAR", "GHA"]),
    ],
)
def test_a_name_is_taken_as_a_whole_however_a_list_turns_and_numbers_it(
    network: tuple[Desk, Meeting, AgendaItem], text: str, codes: list[str]
) -> None:
    read = PresenceLists(network[0].store).pasted(text)
    assert (list(read.kinds), read.unknown) == (codes, ())


@pytest.mark.parametrize(
    "absent",
    [
        "Ghana\tAbsent", "Ghana (absent)", "Ghana\tApologies", "Ghana – apologies received", "Ghana\tabsente",
        "Ghana\tNo", "Ghana;No;online", "not online: Ghana", "Ghana, excusée", "Ghana\tpas présent", "Ghana: no asiste",
        "Ghana\tausente", "Ghana (se excusa)", "1. Ghana - absent", "Ghana absent", "Congo, Democr. Republic",
        "Niger, Federal Republic", "Ghana\tn",
    ],
)  # fmt: skip
def test_a_line_that_says_who_is_not_there_or_may_mean_another_state_is_said_and_notes_nobody(
    network: tuple[Desk, Meeting, AgendaItem], absent: str
) -> None:
    read = PresenceLists(network[0].store).pasted(f"{absent}\nMorocco")
    assert list(read.kinds) == ["MAR"]
    assert len(read.unknown) == 1
    again = PresenceLists(network[0].store).pasted("\n".join(("Maroc", *read.unknown)))
    assert list(again.kinds) == ["MAR"], "as the card has it that was filled from a file"


@pytest.mark.parametrize("text", ["nobody", "Atlantis\nUtopia"])
def test_a_list_without_a_state_is_refused_in_words(network: tuple[Desk, Meeting, AgendaItem], text: str) -> None:
    desk, _, _ = network
    with pytest.raises(Problem, match="No State was found"):
        PresenceLists(desk.store).pasted(text)


def test_each_name_of_each_state_is_read_alone_and_beside_others(network: tuple[Desk, Meeting, AgendaItem]) -> None:
    desk, _, _ = network
    states = desk.states.on(registers.OPENS)
    for language in Language:
        for names in ({code: state.short[language] for code, state in states.items()},
                      {code: state.formal[language] for code, state in states.items()}):  # fmt: skip
            read = PresenceLists(desk.store).pasted(
                "\n".join(f"{place}. {name}" for place, name in enumerate(names.values()))
            )
            assert (set(read.kinds), read.unknown) == (set(names), ())
            online = PresenceLists(desk.store).pasted("\n".join(f"{name};online" for name in names.values()))
            assert (set(online.kinds), set(online.kinds.values())) == (set(names), {ONLINE})
