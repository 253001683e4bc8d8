"""Lists of the Network's work from their screens: written out to be corrected, read as what they are, taken in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.intake import Choice, IntakeKind, Verdict
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import IMPORT_LIST
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.action_plans import ActionPlansScreen
from nmirf_desktop.ui.screens.activities import ActivitiesScreen
from nmirf_desktop.ui.screens.contributions import ContributionsScreen
from nmirf_desktop.ui.screens.encouragement import EncouragementScreen
from nmirf_desktop.ui.screens.good_practices import GoodPracticesScreen
from nmirf_desktop.ui.screens.imports import ImportsScreen
from nmirf_desktop.ui.screens.imports_rows import SUBJECT
from nmirf_desktop.ui.screens.partnerships import PartnershipsScreen
from nmirf_desktop.ui.work_lists import IMPORTED_AS, WorkLists
from tests.ui.conftest import Answers
from tests.ui.screens.offices import held, office, shown

SCREENS: tuple[tuple[Callable[..., Screen], IntakeKind], ...] = (
    (ActivitiesScreen, IntakeKind.ACTIVITIES),
    (EncouragementScreen, IntakeKind.CONTACTS),
    (PartnershipsScreen, IntakeKind.PARTNERSHIPS),
    (GoodPracticesScreen, IntakeKind.GOOD_PRACTICES),
    (ContributionsScreen, IntakeKind.CONTRIBUTIONS),
    (ActionPlansScreen, IntakeKind.ACTION_PLANS),
)
BY_HAND = "Date;Activity;Objectives;Took part\n2026-03-10;Workshop;1, 3;Peru, New Institute\n2026-03-11;Visit;2;Kenya\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts, memory: Memory) -> Iterator[ImportsScreen]:
    with held(ImportsScreen(desk, InlineJobs(), language, alerts, memory)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen)
        yield screen


@pytest.mark.parametrize("each", SCREENS, ids=lambda one: str(one[1]))
def test_each_screen_goes_to_the_import_and_writes_its_list(
    each: tuple[Callable[..., Screen], IntakeKind],
    desk: Secretariat,
    language: CurrentLanguage,
    alerts: Alerts,
    tmp_path: Path,
) -> None:
    made, kind = each
    with held(made(desk, language, alerts)) as own:
        asked: list[Place] = []
        own.asked.connect(asked.append)
        taking = next(one for one in own.actions() if one.label == IMPORT_LIST)
        assert "xlsx" in taking.look.finds
        taking.trigger()
        assert asked == [Place("imports", f"{IMPORTED_AS}{kind}")]
        (lists,) = own.findChildren(WorkLists)
        path = tmp_path / "list.xlsx"
        lists.choose = lambda _window, _title, _name: path
        lists.write(kind)
        assert [one.kind for one in desk.imports.read(kind, path)] == [kind]
        lists.choose = lambda _window, _title, _name: None
        lists.write(kind)


def test_a_list_is_read_as_what_its_screen_said_once_and_an_unknown_partner_is_decided_on(
    screen: ImportsScreen, desk: Secretariat, tmp_path: Path, answers: Answers
) -> None:
    path = tmp_path / "work.csv"
    path.write_text(BY_HAND, encoding="utf-8")
    screen.choose_list = lambda _window, _title: path
    screen.go_to(f"{IMPORTED_AS}{IntakeKind.ACTIVITIES}")
    screen._begin_choice()
    assert screen.work.kind is IntakeKind.ACTIVITIES
    assert screen.list.model.columns[SUBJECT].title == "What it is about"
    first, second = screen.list.model.rows
    assert (first.verdict, first.offers, second.verdict) == (Verdict.ERROR, (Choice.NEW_PARTNER,), Verdict.NEW)
    screen.work.decide(first.number, Choice.NEW_PARTNER, True)
    screen._begin_import()
    year = desk.activities.between(screen.on.replace(2026, 1, 1), screen.on.replace(2026, 12, 31))
    assert [line.activity.title.en for line in year.lines] == ["Workshop", "Visit"]
    assert [one.name.en for one in desk.partners.list()] == ["New Institute"]
    assert answers is not None
    desk.steps.undo()
    assert not desk.partners.list()


def test_a_list_that_is_dropped_is_told_by_its_columns(screen: ImportsScreen, tmp_path: Path) -> None:
    path = tmp_path / "dropped.csv"
    path.write_text(BY_HAND, encoding="utf-8")
    screen.go_to(f"file:{path}")
    assert screen.work.kind is IntakeKind.ACTIVITIES
