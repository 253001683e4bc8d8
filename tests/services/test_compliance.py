"""The rules judged on a real register, and the texts that are not ready."""

import dataclasses
import datetime

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.compliance import Evidence, FindingState, RegisterFacts, check, judged
from nmirf_desktop.domain.declaration import RULES
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.domain.voting import Method
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import Appointment, Committees, appointing
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.home import DeadlineKind, Home
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.readiness import Readiness
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.undo import undo
from tests import samples
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


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> RegisterFacts:
    """The facts of the sample register."""
    path = samples.sample(tmp_path_factory, tmp_path_factory.mktemp("facts") / "sample.nmirf")
    with open_register(path, read_only=True) as store:
        return Compliance(store).facts()


@pytest.mark.parametrize(
    "table", [field.name for field in dataclasses.fields(RegisterFacts) if field.name != "network"]
)
@pytest.mark.parametrize("cut", [slice(None, 0), slice(None, None, 2), slice(None, None, -1)], ids=repr)
def test_what_is_taken_over_says_the_same_as_what_is_gathered_anew(
    known: RegisterFacts, table: str, cut: slice
) -> None:
    other = dataclasses.replace(known, **{table: getattr(known, table)[cut]})
    anew, before = check(other, samples.ON), Evidence(known, samples.ON)
    assert judged(before) == check(known, samples.ON)
    after = Evidence(other, samples.ON, before)
    assert judged(after) == anew
    assert judged(Evidence(known, samples.ON, after)) == judged(before)
    earlier = samples.ON - datetime.timedelta(days=400)
    assert judged(Evidence(other, earlier, before)) == check(other, earlier)


def test_another_clock_in_the_room_moves_the_day_of_a_vote(known: RegisterFacts) -> None:
    vote = max(known.votes, key=lambda one: one.opened_at)
    on = vote.opened_at.date()
    before = Evidence(known, on)
    assert judged(before) == check(known, on)
    assert vote in before.votes
    far = tuple(dataclasses.replace(one, time_zone="Pacific/Kiritimati") for one in known.meetings)
    after = Evidence(dataclasses.replace(known, meetings=far), on, before)
    assert vote not in after.votes
    assert judged(after) == check(after.facts, on)


def test_another_name_of_a_state_moves_its_place_in_the_roll_call(known: RegisterFacts) -> None:
    vote = next(one for one in known.votes if one.method is Method.ROLL_CALL)

    def named(short: str) -> RegisterFacts:
        names = Names(short, short, short)
        renaming = Renaming("new", vote.entitled[0], datetime.date(2024, 5, 9), names, names, names)
        return dataclasses.replace(known, renamings=(renaming,))

    before = Evidence(named("Aaa"), samples.ON)
    assert judged(before) == check(before.facts, samples.ON)
    after = Evidence(named("Zzz"), samples.ON, before)
    assert after.rank_at(samples.ON)[vote.entitled[0]] > before.rank_at(samples.ON)[vote.entitled[0]]
    assert judged(after) == check(after.facts, samples.ON)


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


def test_r30_what_is_recorded_as_to_come_is_no_renewal_to_prepare(network: Network) -> None:
    desk, _, _ = network
    committees, three = Committees(desk.store), (("PRY", None), ("MAR", None), ("PRT", None))
    committees.record(appointing(Appointment(datetime.date(2024, 5, 9), three)))
    on = datetime.date(2026, 11, 24)
    compliance = Compliance(desk.store, desk.clock)
    home = Home(desk.store, desk.states, compliance)

    def said() -> tuple[bool, str]:
        (r30,) = (one for one in compliance.check(on) if one.rule == "R30")
        renewed = any(one.kind is DeadlineKind.RENEWAL for one in home.overview(on).due)
        return renewed, r30.advice.said_in(catalog(Language.EN))

    assert said()[0]
    assert said()[1].startswith("Prepare the renewal")
    ahead = Appointment(datetime.date(2027, 1, 6), three, begins=datetime.date(2027, 5, 9))
    committees.record(appointing(ahead))
    assert said() == (False, "Once the meeting has appointed it, record the decision.")
    desk.clock.at += datetime.timedelta(days=1)
    assert said()[0], "on that day, looked at from a later one, it was not appointed yet"
    assert said()[1].startswith("Prepare the renewal")
