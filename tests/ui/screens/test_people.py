"""People: one row for each person and function of the day."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.functions import Role
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.committees import Appointment, appointing
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.people import PeopleScreen
from nmirf_desktop.ui.screens.people_list import Missing
from tests.registers import OPENS, said
from tests.ui import keyboard
from tests.ui.screens.offices import held, office, shown, texts

SINCE = datetime.date(2025, 3, 1)


def designate(desk: Secretariat, person: Person, state: str, start: datetime.date = SINCE, **roles: object) -> None:
    """A designation under the key of its person."""
    point = FocalPoint(f"of {person.key}", state, person.key, Period(start), **roles)  # type: ignore[arg-type]
    desk.members.designate(point, person)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        ana = Person(
            "ana", said("Director"), "PRY", "Ana", "Sosa", language=Language.ES, emails=("ana@py.example.org",)
        )
        designate(secretariat, ana, "PRY")
        designate(secretariat, Person("kofi", said("Focal point of Ghana"), "GHA"), "GHA")
        designate(secretariat, Person("aoi", said("Contact"), "JPN"), "JPN", voting=False)
        secretariat.committees.record(appointing(Appointment(SINCE, (("PRY", "ana"),))))
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[PeopleScreen]:
    with held(PeopleScreen(desk, language, alerts)) as screen:
        shown(screen)
        yield screen


def keys(screen: PeopleScreen) -> list[tuple[str, Role]]:
    """Who is shown, in the order shown."""
    return [(one.person.key, one.role) for one in screen.list.model.rows]


def test_there_is_a_row_for_each_function_by_state(screen: PeopleScreen) -> None:
    assert keys(screen) == [
        ("kofi", Role.VOTES), ("aoi", Role.CONTACT), ("ana", Role.VOTES), ("ana", Role.REPRESENTATIVE),
    ]  # fmt: skip


def test_a_row_says_all_that_is_known(screen: PeopleScreen) -> None:
    screen.list.select("ana of ana")
    for number in range(len(screen.list.model.columns)):
        screen.list.columns.choose(number, True)
    screen.list.copy()
    heads, cells = (line.split("\t") for line in QApplication.clipboard().text().splitlines())
    row = dict(zip(heads, cells, strict=True))
    assert row["Name"] == "Ana SOSA"
    assert (row["Given name"], row["Family name"], row["Gender"]) == ("Ana", "Sosa", "Unknown")
    assert (row["Role"], row["First day"], row["Last day"]) == ("Focal point who votes", "1 Mar 2025", "")
    assert (row["Function"], row["Function in French"], row["Code"]) == ("Director", "Director (fr)", "PRY")
    assert (row["E-mail"], row["Writes in"]) == ("ana@py.example.org", "Español")


def test_who_has_no_name_is_not_given_one(screen: PeopleScreen) -> None:
    name, function = (screen.list.model.columns[number] for number in (1, 2))
    kofi = screen.list.model.rows[0]
    assert (name.text(kofi, screen.words), function.text(kofi, screen.words)) == ("", "Focal point of Ghana")


def test_days_sort_as_days(screen: PeopleScreen, desk: Secretariat) -> None:
    designate(desk, Person("eva", said("Alternate"), "PRY"), "PRY", datetime.date(2024, 12, 9), voting=False)
    screen.refresh()
    number = [column.title for column in screen.list.model.columns].index("First day")
    screen.list.model.sort(number)
    assert keys(screen)[0][0] == "eva"
    screen.list.model.sort(number, Qt.SortOrder.DescendingOrder)
    assert keys(screen)[-1][0] == "eva"


def test_the_filters_narrow_by_role_group_language_and_what_is_missing(screen: PeopleScreen) -> None:
    filters = screen.filters
    for field, value, found in (
        (filters.role, Role.REPRESENTATIVE, ["ana"]),
        (filters.group, RegionalGroup.AFRICAN, ["kofi"]),
        (filters.tongue, Language.ES, ["ana", "ana"]),
        (filters.missing, Missing.EMAIL, ["kofi", "aoi"]),
        (filters.missing, Missing.NAME, ["kofi", "aoi"]),
    ):
        field.load(value, over=True)  # type: ignore[arg-type]
        filters.changed.emit()
        assert [key for key, _ in keys(screen)] == found
        filters.show_all()


def test_another_day_shows_other_people_and_ended_ones_come_on_request(screen: PeopleScreen, desk: Secretariat) -> None:
    desk.members.end_designation("of kofi", OPENS)
    screen.refresh()
    assert "kofi" not in dict(keys(screen))
    screen.filters.every.load(True, over=True)
    screen.filters.every_asked.emit()
    assert "kofi" in dict(keys(screen))
    screen.filters.every.load(False, over=True)
    screen.show_as_of(SINCE - datetime.timedelta(days=1))
    assert keys(screen) == []


def test_enter_opens_the_file_of_the_state(screen: PeopleScreen) -> None:
    places: list[Place] = []
    screen.asked.connect(places.append)
    screen.list.setFocus()
    keyboard.write(screen, "sosa")
    keyboard.press(screen, Qt.Key.Key_Return)
    keyboard.press(screen, Qt.Key.Key_Return)
    assert places == [Place("members", "PRY:ana")]


def test_a_place_leads_to_a_person_also_to_one_who_left(screen: PeopleScreen, desk: Secretariat) -> None:
    desk.members.end_designation("of kofi", OPENS)
    screen.refresh()
    screen.go_to("kofi")
    assert screen.current_key().startswith("kofi")


def test_an_empty_register_says_how_to_begin(tmp_path: Path, language: CurrentLanguage, alerts: Alerts) -> None:
    with office(tmp_path, filled=False) as desk, held(PeopleScreen(desk, language, alerts)) as screen:
        shown(screen)
        assert "Nobody is recorded yet" in texts(screen)
