"""Which meeting's agenda a card belongs to, and how an agenda that was revised is adopted again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nmirf_desktop.domain.item_requests import ItemRequest
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from tests.registers import OPENS, said
from tests.ui.screens.offices import held, office, press, shown, texts, type_into


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def other(desk: Secretariat) -> Key:
    """A second meeting, with an agenda of its own."""
    meeting = desk.planning.next(MeetingKind.ANNUAL, OPENS).key
    desk.agendas.fill(meeting)
    return meeting


@pytest.fixture
def screen(desk: Secretariat, other: Key, language: CurrentLanguage, alerts: Alerts) -> Iterator[AgendaScreen]:
    with held(AgendaScreen(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen)
        screen.go_to(other)
        yield screen


def first(desk: Secretariat) -> Key:
    """The meeting that is held first."""
    return desk.meetings.list()[0].key


def notice(screen: AgendaScreen) -> str:
    """What the window says now."""
    found = screen.alerts.notice
    return found.what.said_in(screen.words) if found is not None else ""


def test_a_request_belongs_to_the_meeting_on_whose_agenda_it_was_begun(
    screen: AgendaScreen, desk: Secretariat, other: Key
) -> None:
    press(screen, "Record a request …")
    page = screen.sides.requests
    assert page.draft.name == "Request for an item of the agenda – Third annual meeting"
    page.form.state.load("GHA", over=True)
    type_into(page.form.field("title").editors[0], "Data for reporting")
    screen.go_to(first(desk))
    assert page.draft.isVisible()
    assert page.draft.name == "Request for an item of the agenda – Third annual meeting"
    page.draft.verb.click()
    QApplication.processEvents()
    assert [one.title.en for one in desk.item_requests.of(other)] == ["Data for reporting"]
    assert desk.item_requests.of(first(desk)) == ()
    assert notice(screen) == "Recorded for another meeting than the one shown: Third annual meeting."


def test_a_request_put_right_stays_with_its_meeting(screen: AgendaScreen, desk: Secretariat, other: Key) -> None:
    desk.item_requests.record(ItemRequest("", other, "GHA", OPENS, said("Data for reporting")))
    screen.sides.reveal(screen.sides.requests)
    page = screen.sides.requests
    next(one for one in page.rows.commands() if one.title == "Correct …").act()
    type_into(page.form.field("reference").editors[0], "NV 12")
    screen.go_to(first(desk))
    page.draft.verb.click()
    QApplication.processEvents()
    assert [one.reference for one in desk.item_requests.of(other)] == ["NV 12"]


def test_a_version_is_kept_of_the_agenda_on_which_its_card_was_opened(
    screen: AgendaScreen, desk: Secretariat, other: Key
) -> None:
    press(screen, "Keep as a version …")
    page = screen.sides.versions
    assert page.draft.name.endswith("Third annual meeting")
    QTest.keyClicks(page.note.note.editors[0], "For the Committee")
    screen.go_to(first(desk))
    page.draft.verb.click()
    assert [one.note for one in desk.agenda_versions.standing(other).versions] == ["For the Committee"]
    assert desk.agenda_versions.standing(first(desk)).versions == ()


def test_a_revised_agenda_is_adopted_again(screen: AgendaScreen, desk: Secretariat) -> None:
    meeting = first(desk)
    screen.go_to(meeting)
    press(screen, "Mark as adopted")
    press(screen, "Revise the adopted agenda")
    press(screen, "Add an item")
    assert "Adopted by the meeting on 24 November 2026, and revised since" in texts(screen.agreed)
    press(screen, "Mark as adopted")
    assert notice(screen) == (
        "The agenda as corrected is marked as adopted. The day of its adoption stays: 24 November 2026."
    )
    standing = desk.agenda_versions.standing(meeting)
    assert standing.adopted
    assert len(desk.agenda_versions.items(standing.versions[-1].key)) == 2
    assert "revised" not in texts(screen.agreed).casefold()
    assert not screen.adopt_action.isEnabled()


def test_a_request_typed_in_french_only_is_french_and_is_named_by_its_title(
    screen: AgendaScreen, desk: Secretariat, other: Key
) -> None:
    press(screen, "Record a request …")
    page = screen.sides.requests
    page.form.state.load("SEN", over=True)
    _english, french, spanish = page.form.title.editors
    type_into(french, "Rapports nationaux")
    type_into(spanish, "Datos para los informes")
    assert "Français, original" in [head.text() for head in page.form.title.findChildren(QPushButton)]
    type_into(spanish, " ")
    page.draft.verb.click()
    (request,) = desk.item_requests.of(other)
    assert (request.title.source, request.title.en) == (Language.FR, "")
    waiting = desk.translations.waiting(other, Language.EN)
    assert [one.where.said_in(screen.words) for one in waiting] == ["Item asked for: “Rapports nationaux”"]
    desk.item_requests.accept(request.key, OPENS)
    column = screen.list.model.columns[0]
    assert "[French] Rapports nationaux" in [
        column.display(one, screen.words).strip().split(" ", 1)[1] for one in screen.list.model.rows
    ]


def test_a_card_whose_one_text_was_taken_out_again_is_not_filled_in(screen: AgendaScreen) -> None:
    press(screen, "Record a request …")
    page = screen.sides.requests
    _english, french, _spanish = page.form.title.editors
    type_into(french, "x")
    assert page.draft.filled
    type_into(french, " ")
    assert not page.draft.filled
