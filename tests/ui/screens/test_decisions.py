"""The register of decisions and the list of follow-up actions, by keys, on a real register."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.records_kept import RelationKind
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.decisions import DecisionsScreen
from nmirf_desktop.ui.screens.decisions_list import COLUMNS, remarks
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.screens.follow_ups import KINDS, FollowUpsScreen
from nmirf_desktop.ui.shell import Shell
from tests.registers import MEMBERS, OPENS, said
from tests.ui.screens.offices import hearing, held, office, press, shown, texts


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


def decided(desk: Secretariat, *titles: str) -> list[Decision]:
    meeting = desk.meetings.list()[0]
    desk.sittings.open(desk.sittings.all(meeting.key)[0].key)
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    item = desk.agendas.items(meeting.key)[0].item
    made = []
    for title in titles:
        put = desk.proposals.propose(meeting.key, item.key, said(title), said(f"Decides on {title.casefold()}."))
        made.append(desk.proposals.adopt_by_consensus(put.key))
    return made


@pytest.fixture
def register(desk: Secretariat, shell: Shell, qtbot: QtBot) -> Iterator[DecisionsScreen]:
    decided(desk, "Training", "Hub", "Partners")
    with held(DecisionsScreen(desk, shell.language, shell.alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


def names(screen: DecisionsScreen) -> list[str]:
    return [line.name for line in screen.list.model.rows]


class Feminine(NullTranslations):
    """A catalogue that knows that a decision is feminine."""

    def pgettext(self, context: str, message: str) -> str:
        return "Adoptée le" if (context, message) == ("decision", "Adopted on") else message


def test_the_heading_of_the_day_of_adoption_agrees_with_the_decision() -> None:
    """The agenda, which is masculine in French, shares its word nowhere."""
    heads = [column.head(Catalog(Language.FR, Feminine())) for column in COLUMNS]
    assert "Adoptée le" in heads
    assert "Adopted on" not in heads


def test_an_empty_register_says_what_belongs_there(desk: Secretariat, shell: Shell, qtbot: QtBot) -> None:
    with held(DecisionsScreen(desk, shell.language, shell.alerts)) as screen:
        shown(screen)
        assert not screen.list.isVisible()
        assert not any(action.isEnabled() for action in screen.actions()[:3])


def test_decisions_are_listed_the_latest_first_and_found_in_any_language(register: DecisionsScreen) -> None:
    assert names(register) == ["2026/3", "2026/2", "2026/1"]
    register.list._filter("hub. (es)")
    QApplication.processEvents()
    assert names(register) == ["2026/2"]
    assert register.detail.reading.texts[Language.ES].text() == "Decides on hub. (es)"


def test_an_excerpt_of_one_and_of_several_and_the_year_are_documents(register: DecisionsScreen, qtbot: QtBot) -> None:
    line = register.list.current
    assert line is not None
    with qtbot.waitSignal(register.asked) as asked:
        press(register, "Excerpt …")
    assert asked.args == [Place("documents", f"decision:{line.meeting.key}:{line.decision.key}")]
    register.list.select_several([one.decision.key for one in register.list.model.rows[:2]])
    with qtbot.waitSignal(register.asked) as asked:
        press(register, "Excerpt …")
    assert asked.args == [Place("documents", "decisions:2026/2+2026/3")]
    with qtbot.waitSignal(register.asked) as asked:
        press(register, "Register of the year …")
    assert asked.args == [Place("documents", "decisions:2026")]


def test_a_relation_is_recorded_shown_at_both_and_taken_back(register: DecisionsScreen, desk: Secretariat) -> None:
    press(register, "Relate to an earlier one")
    form = register.detail.relation_form
    form.kind.load(RelationKind.REPLACES, over=True)
    form.other.load(form.other.values[-1], over=True)
    register.detail.relation.done.emit()
    QApplication.processEvents()
    replaced = next(one for one in register.list.model.rows if one.name == "2026/1")
    register.go_to(replaced.decision.key)
    assert any("replaced by" in row.said for row, _ in register.detail.facts._rows)
    (relation,) = replaced.relations
    desk.decision_records.unrelate(relation.key)
    QApplication.processEvents()
    assert not any("replaced by" in row.said for row, _ in register.detail.facts._rows)


def test_a_wording_is_put_right_with_its_note_after_the_adoption(
    register: DecisionsScreen, desk: Secretariat, shell: Shell
) -> None:
    line = register.list.current
    assert line is not None
    desk.decision_records.adopt(line.meeting.key)
    QApplication.processEvents()
    press(register, "Put the wording right")
    card = register.detail.wording
    card.fields.text.load(line.decision.text.with_text(Language.FR, "Décide."), over=True)
    card.done.emit()
    assert card.isVisible(), "the note is missing"
    card.fields.note.load("A slip of the pen.", over=True)
    card.done.emit()
    QApplication.processEvents()
    assert not card.isVisible()
    (shown_row,) = (row for row, _ in register.detail.facts._rows if "A slip of the pen." in row.note)
    assert shown_row.said.startswith("Translations conformed on ")
    words = shell.language.words
    assert not any("wording put right" in remarks(one, words) for one in register.list.model.rows)
    press(register, "Put the wording right")
    now = register.list.current
    assert now is not None
    card.fields.text.load(now.decision.text.with_text(now.decision.language, "Decides."), over=True)
    card.fields.note.load("Another one.", over=True)
    card.done.emit()
    QApplication.processEvents()
    told = [row.said for row, _ in register.detail.facts._rows]
    assert any(one.startswith("Wording put right on ") for one in told)
    assert any("wording put right" in remarks(one, words) for one in register.list.model.rows)


def test_decisions_without_any_follow_up_action_are_found(register: DecisionsScreen, desk: Secretariat) -> None:
    before = names(register)
    press(register, "Record a follow-up action")
    register.detail.action.fields.title.load(said("Send the report"), over=True)
    register.detail.action.done.emit()
    QApplication.processEvents()
    (followed,) = (one.name for one in register.list.model.rows if one.actions)
    register.filters.bare.load(True, over=True)
    register.filters.changed.emit()
    assert names(register) == [one for one in before if one != followed]
    register.filters.show_all()
    register.filters.changed.emit()
    assert names(register) == before


def test_follow_up_from_a_decision_is_listed_and_done_by_keys(
    register: DecisionsScreen, desk: Secretariat, shell: Shell, qtbot: QtBot
) -> None:
    press(register, "Record a follow-up action")
    card = register.detail.action
    card.fields.title.load(said("Send the report"), over=True)
    card.fields.due_on.load(OPENS + datetime.timedelta(days=10), over=True)
    card.done.emit()
    QApplication.processEvents()
    assert not card.isVisible()
    meeting = desk.meetings.list()[0]
    desk.actions.record(FollowUpAction("", meeting.key, said("Ask the host")))
    with held(FollowUpsScreen(desk, shell.language, shell.alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        assert [line.action.title.en for line in screen.list.model.rows] == ["Send the report", "Ask the host"]
        with qtbot.waitSignal(screen.asked) as asked:
            press(screen, "Show the decision")
        assert asked.args == [Place("decisions", str(screen.list.model.rows[0].action.decision))]
        press(screen, "Mark as done")
        screen.form.note.load("By e-mail.", over=True)
        screen.done.done.emit()
        QApplication.processEvents()
        assert [line.action.title.en for line in screen.list.model.rows] == ["Ask the host"]
        screen.filters.kind.load(KINDS[2], over=True)
        screen._show()
        (line,) = screen.list.model.rows
        assert (line.action.done_on, line.action.note) == (OPENS, "By e-mail.")
        press(screen, "It is not done after all")
        assert not screen.list.model.rows
        screen.go_to(line.action.key)
        assert screen.current_key() == line.action.key


def test_an_action_tells_what_became_of_it(desk: Secretariat, shell: Shell, qtbot: QtBot) -> None:
    meeting = desk.meetings.list()[0]
    desk.actions.record(FollowUpAction("", meeting.key, said("Ask the host"), due_on=OPENS))
    with held(FollowUpsScreen(desk, shell.language, shell.alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        (line,) = screen.list.model.rows
        press(screen, "Revisions")
        assert screen.history.isVisible()
        assert "Due on: 24 Nov 2026" in texts(screen.history)
        desk.actions.record(replace(line.action, due_on=None, note="By e-mail."))
        undo.undo(desk.store)
        QApplication.processEvents()
        screen.history.rows.show_waiting()
        told = texts(screen.history)
        assert "Due on: 24 Nov 2026 → –" in told
        assert "Note: By e-mail." in told
        assert "Taken back or done again: correct a follow-up action" in told
        assert told.index("Taken back") < told.index("By e-mail.") < told.index("Record a follow-up action")
        assert screen.close_open()
        assert not screen.history.isVisible()


def test_an_empty_list_of_actions_says_where_they_come_from(desk: Secretariat, shell: Shell, qtbot: QtBot) -> None:
    with held(FollowUpsScreen(desk, shell.language, shell.alerts)) as screen:
        shown(screen)
        assert not screen.list.isVisible()


def test_an_excerpt_and_a_year_are_shown_among_the_documents(desk: Secretariat, shell: Shell, qtbot: QtBot) -> None:
    decided(desk, "Training", "Hub", "Partners")
    meeting = desk.meetings.list()[0]
    with held(DocumentsScreen(desk, InlineJobs(), shell.language, shell.alerts)) as screen:
        shown(screen)
        screen.go_to("decisions:2026/1+2026/3")
        request = screen.request()
        assert request is not None
        assert (request.meeting, request.part) == (None, "2026/1+2026/3")
        assert screen.pages.views[0].pages
        screen.refresh()
        assert screen.request() == request, "what is shown stays"
        screen.go_to("decisions:2026")
        assert (screen.request() or request).part == "2026"
        screen.go_to(f"decisions:{meeting.key}:parallel")
        assert screen.pages.editions() == (Edition.PARALLEL,)


def test_a_relation_is_of_the_decision_for_which_its_card_was_opened(register: DecisionsScreen) -> None:
    """Another one was chosen in the list before it was recorded."""
    third, second, first = register._view.lines
    register.list.select(third.decision.key)
    register.begin_relation()
    register.detail.relation_form.other.load(first, over=True)
    register.list.select(second.decision.key)
    assert third.name in register.detail.relation.name
    register.detail.relation.done.emit()
    QApplication.processEvents()
    found = {line.name: line.relations for line in register._view.lines}
    assert [one.decision for one in found[third.name]] == [third.decision.key]
    assert not found[second.name]


def test_what_is_noted_as_done_are_the_actions_for_which_the_card_was_opened(
    desk: Secretariat, shell: Shell, qtbot: QtBot
) -> None:
    meeting = desk.meetings.list()[0]
    for title in ("Ask the host", "Book the room", "Send the report"):
        desk.actions.record(FollowUpAction("", meeting.key, said(title)))
    with held(FollowUpsScreen(desk, shell.language, shell.alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        one, two, three = screen.list.model.rows
        screen.list.select(one.action.key)
        press(screen, "Mark as done")
        assert one.action.title.en in screen.done.name
        screen.form.note.load("By e-mail.", over=True)
        screen.list.select(two.action.key)
        screen.done.done.emit()
        QApplication.processEvents()
        assert {line.action.key for line in screen.list.model.rows} == {two.action.key, three.action.key}

        screen.list.select_several([two.action.key, three.action.key])
        press(screen, "Mark as done")
        assert "2 follow-up actions" in screen.done.name
        screen.done.done.emit()
        QApplication.processEvents()
        assert not screen.list.model.rows
        assert shell.alerts.notice is not None
        assert "Noted as done: 2 follow-up actions." in shell.alerts.notice.what.said_in(shell.language.words)
