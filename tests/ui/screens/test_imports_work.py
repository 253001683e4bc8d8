"""Lists of the Network's work from their screens: written out to be corrected, read as what they are, taken in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from nmirf_desktop.domain.intake import KIND_TITLES, WORK, Choice, IntakeKind, Verdict
from nmirf_desktop.domain.intake.fields import FIELDS
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
    screen.go_to(f"{IMPORTED_AS}{IntakeKind.ACTIVITIES}")
    assert screen.beginning.isVisible(), "what was put right was taken in: the next list begins anew"
    assert answers is not None
    desk.steps.undo()
    assert not desk.partners.list()


def pressable(screen: ImportsScreen) -> list[str]:
    """What the empty place offers."""
    return [button.text() for button in screen.beginning.findChildren(QPushButton) if button.isVisibleTo(screen)]


def test_from_a_screen_the_import_offers_the_empty_list_of_its_kind_and_names_its_columns(
    screen: ImportsScreen, language: CurrentLanguage, tmp_path: Path, desk: Secretariat
) -> None:
    asked: list[str] = []

    def place(_window: object, _title: str, name: str) -> Path:
        asked.append(name)
        return tmp_path / "empty.xlsx"

    screen.templates.choose = place
    for kind in sorted(WORK):
        screen.go_to(f"{IMPORTED_AS}{kind}")
        title = language.words.gettext(KIND_TITLES[kind])
        assert title in screen.heading
        assert screen.help_topic == "work-lists"
        texts = " ".join(label.text() for label in screen.beginning.findChildren(QLabel))
        own = [field for field in FIELDS[kind] if not field.derived and field.name[-3:] not in {"_en", "_fr", "_es"}]
        assert all(field.called(language.language) in texts for field in own)
        (label,) = (one.label for one in screen.actions() if one.label.startswith("Empty list"))
        assert label in pressable(screen)
        assert label in [one.text() for one in screen.actions()]
        next(one for one in screen.actions() if one.label == label).trigger()
        assert asked[-1] == title
        assert [found.kind for found in desk.imports.read(kind, tmp_path / "empty.xlsx")] == [kind]
    screen.go_to("")
    assert len([one for one in screen.actions() if one.label.startswith("Empty list")]) == 3
    assert (screen.heading, screen.help_topic) == ("Import", "imports")


def test_another_list_than_the_one_that_is_open_begins_anew_but_keeps_what_was_put_right(
    screen: ImportsScreen, tmp_path: Path
) -> None:
    path = tmp_path / "work.csv"
    path.write_text(BY_HAND, encoding="utf-8")
    screen.go_to(f"file:{path}")
    screen.go_to(f"{IMPORTED_AS}{IntakeKind.ACTIVITIES}")
    assert not screen.beginning.isVisible()
    screen.go_to(f"{IMPORTED_AS}{IntakeKind.CONTACTS}")
    assert screen.beginning.isVisible()
    screen.go_to(f"file:{path}")
    screen.work.decide(2, Choice.NEW_PARTNER, True)
    screen.go_to(f"{IMPORTED_AS}{IntakeKind.CONTACTS}")
    assert not screen.beginning.isVisible()
    assert screen.work.by_hand


@pytest.mark.parametrize("kind", [IntakeKind.CONTACTS, IntakeKind.CONTRIBUTIONS, IntakeKind.ACTION_PLANS])
def test_what_was_imported_is_judged_again_and_is_the_same(
    screen: ImportsScreen, tmp_path: Path, kind: IntakeKind
) -> None:
    texts = {
        IntakeKind.CONTACTS: "State,Date,By,About\nPeru,2026-03-10,Secretariat,A call\n",
        IntakeKind.CONTRIBUTIONS: "Title,Kind,Recorded on\nA talk,Other activity,2026-03-10\n",
        IntakeKind.ACTION_PLANS: "Plan,First year,Last year,Number,Title\nOurs,2026,2030,1,Meet\n",
    }
    path = tmp_path / "work.csv"
    path.write_text(texts[kind], encoding="utf-8")
    screen.go_to(f"file:{path}")
    assert [row.verdict for row in screen.list.model.rows] == [Verdict.NEW]
    screen._begin_import()
    assert [row.verdict for row in screen.list.model.rows] == [Verdict.UNCHANGED]


def test_a_list_that_is_dropped_is_told_by_its_columns(screen: ImportsScreen, tmp_path: Path) -> None:
    path = tmp_path / "dropped.csv"
    path.write_text(BY_HAND, encoding="utf-8")
    screen.go_to(f"file:{path}")
    assert screen.work.kind is IntakeKind.ACTIVITIES
