"""The rules judged on a real register, and the texts that are not ready."""

import dataclasses
import datetime

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.declaration import RULES
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.readiness import Readiness
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.undo import undo
from tests.registers import Desk

Network = tuple[Desk, Meeting, AgendaItem]


def states(desk: Desk, rule: str, on: datetime.date) -> set[FindingState]:
    """What a rule says on a day."""
    return {finding.state for finding in Compliance(desk.store).check(on) if finding.rule == rule}


def test_every_rule_answers(network: Network) -> None:
    desk, _, _ = network
    assert {one.rule for one in Compliance(desk.store).check(datetime.date(2026, 11, 24))} == {
        one.number for one in RULES
    }


def test_r39_is_due_then_not_kept_then_kept(network: Network) -> None:
    desk, meeting, _ = network
    assert FindingState.DUE in states(desk, "R39", datetime.date(2026, 10, 20))
    assert FindingState.NOT_KEPT in states(desk, "R39", datetime.date(2026, 10, 25))
    desk.meetings.record_dispatch(AgendaDispatch(new_key(), meeting.key, datetime.date(2026, 10, 24)))
    assert states(desk, "R39", datetime.date(2026, 10, 25)) == {FindingState.KEPT}


def test_what_was_judged_is_judged_again_when_the_register_has_changed(network: Network) -> None:
    desk, meeting, _ = network
    compliance, on = Compliance(desk.store), datetime.date(2026, 10, 25)
    assert compliance.check(on) is compliance.check(on)
    before = compliance.check(on)
    desk.meetings.record_dispatch(AgendaDispatch(new_key(), meeting.key, datetime.date(2026, 10, 24)))
    after = compliance.check(on)
    assert before != after == Compliance(desk.store).check(on)
    desk.members.withdraw("PRY", on)
    assert after != compliance.check(on) == Compliance(desk.store).check(on)
    undo(desk.store)
    assert compliance.check(on) == after


def test_a_text_is_outdated_while_its_source_differs(network: Network) -> None:
    desk, meeting, item = network
    readiness = Readiness(desk.store)
    assert readiness.of(meeting.key) == ()
    changed = dataclasses.replace(item, title=item.title.with_text(Language.EN, "Next steps"))
    desk.agendas.save(changed)
    found = {(one.language, one.state) for one in readiness.of(meeting.key) if one.record == item.key}
    assert {(Language.FR, TextState.OUTDATED), (Language.ES, TextState.OUTDATED)} <= found
    desk.agendas.save(item)
    assert readiness.of(meeting.key) == ()
