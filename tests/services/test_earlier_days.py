"""As of an earlier day, nothing is known of what happened later: the findings are those of a register kept by then."""

import dataclasses
import datetime
from collections.abc import Iterator
from typing import Any

import pytest

from nmirf_desktop.domain.committee_acts import CommitteeRecords
from nmirf_desktop.domain.committees import Seat, SeatEnding, Term, mandate
from nmirf_desktop.domain.compliance import FindingState, RegisterFacts, check
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.voting import Act, Answer
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.opening import open_register
from tests import samples
from tests.history import last_day, make_history

FIRST = datetime.date(2024, 5, 8)
YEARS = 6
RECORDED = ("since", "received_on", "sent_on", "put_on", "appointed_on", "adopted_on", "noted_on", "opened_at", "at")
"""The fields that say when something was recorded as having happened: a record in which one is later is not there."""
LATER = {
    "withdrawn_at": {"withdrawn_at": None},
    "closed_at": {"closed_at": None, "declared": None},
    "agenda_agreed_on": {"agenda_agreed_on": None, "agenda_agreed_by": None},
    "agenda_adopted_on": {"agenda_adopted_on": None},
}
"""The fields that are filled later than their record, and what stands there until then."""
BEGUN = ("memberships", "mechanisms", "focal_points")
"""The tables whose records begin on a day, and end on another one."""


@pytest.fixture(scope="module", params=["sample", "history"])
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> RegisterFacts:
    """The facts of a register of some years."""
    path = tmp_path_factory.mktemp("years") / "register.nmirf"
    if request.param == "sample":
        path = samples.sample(tmp_path_factory, path)
    else:
        make_history(path, years=YEARS, states=40)
    with open_register(path, read_only=True) as store:
        return Compliance(store).facts()


def is_later(value: object, on: datetime.date) -> bool:
    """Whether a field's day or moment comes after a day."""
    if isinstance(value, datetime.datetime):
        return value.date() > on
    return isinstance(value, datetime.date) and value > on


def as_it_was(record: Any, table: str, on: datetime.date) -> Any:
    """A record as a register kept by a day has it, ``None`` where it has none."""
    names = {field.name for field in dataclasses.fields(record)}
    if table == "sittings":  # planned before it is opened
        names.discard("opened_at")
    if any(is_later(getattr(record, name), on) for name in names.intersection(RECORDED)):
        return None
    if table in BEGUN and record.period.start > on:
        return None
    if table in BEGUN and record.period.end is not None and record.period.end > on:
        record = dataclasses.replace(record, period=Period(record.period.start))
        record = dataclasses.replace(record, ending=None) if "ending" in names else record
    for name in names.intersection(LATER):
        if is_later(getattr(record, name), on):
            record = dataclasses.replace(record, **{key: to for key, to in LATER[name].items() if key in names})
    return record


def kept_by(facts: RegisterFacts, on: datetime.date) -> RegisterFacts:
    """What a register holds that was kept by a day, with the next meeting of each kind planned."""
    tables: dict[str, Any] = {}
    for field in dataclasses.fields(facts):
        value = getattr(facts, field.name)
        if isinstance(value, tuple):
            found = (as_it_was(one, field.name, on) for one in value)
            tables[field.name] = tuple(one for one in found if one is not None)
    coming: dict[MeetingKind, datetime.date] = {}
    for one in tables["meetings"]:
        if one.opens_on > on:
            coming[one.kind] = min(coming.get(one.kind, one.opens_on), one.opens_on)
    prepared = {one.meeting for one in (*tables["dispatches"], *tables["silences"])}
    tables["meetings"] = tuple(
        one for one in tables["meetings"]
        if one.opens_on <= coming.get(one.kind, on) or one.agenda_agreed_on or one.key in prepared
        or (one.kind is MeetingKind.ANNUAL and one.counts_for <= on.year)
    )  # fmt: skip
    there = {one.key for one in tables["terms"]}
    starts = {one.key: max(on, one.period.start) for one in tables["terms"]}
    tables["seats"] = tuple(
        one for one in tables["seats"] if one.term in there and one.period.start <= starts[one.term]
    )
    return dataclasses.replace(facts, **tables)


def days(facts: RegisterFacts) -> Iterator[datetime.date]:
    """Days around all that happens in the meetings, and some between them."""
    for meeting in facts.meetings:
        for away in (-200, -31, -30, -1, 0):
            yield max(FIRST, meeting.opens_on + datetime.timedelta(days=away))
        yield meeting.closes_on
        yield meeting.closes_on + datetime.timedelta(days=20)


def test_the_findings_of_an_earlier_day_are_those_of_a_register_kept_by_then(known: RegisterFacts) -> None:
    asked = sorted({*days(known), last_day(YEARS)})
    assert len(asked) > 20
    for on in asked:
        now, then = check(known, on), check(kept_by(known, on), on)
        assert [one for one in now if one not in then] == [], on
        assert [one for one in then if one not in now] == [], on


def findings(facts: RegisterFacts, rule: str, on: datetime.date) -> list[tuple[FindingState, str]]:
    """What a rule says of what on a day."""
    return [(one.state, one.subject.key) for one in check(facts, on) if one.rule == rule]


def test_r37_judges_no_meeting_after_the_next_one_nor_a_draft_of_its_agenda_as_kept(known: RegisterFacts) -> None:
    annual = sorted((one for one in known.meetings if one.kind is MeetingKind.ANNUAL), key=lambda one: one.opens_on)
    on = min(one.sent_on for one in known.dispatches if one.meeting == annual[1].key) - datetime.timedelta(days=60)
    assert findings(known, "R37", on) == [(FindingState.KEPT, annual[0].key), (FindingState.DUE, annual[1].key)]


def test_r13_a_proposal_that_was_withdrawn_later_is_still_open(known: RegisterFacts) -> None:
    call = next(one for one in known.calls if any(vote.proposal == one.proposal for vote in known.votes))
    gone = call.at + datetime.timedelta(days=3)
    without = dataclasses.replace(
        known,
        votes=(),
        calls=(dataclasses.replace(call, objected=True, objector=None),),
        proposals=tuple(dataclasses.replace(one, withdrawn_at=gone) for one in known.proposals),
    )
    states = [state for state, key in findings(without, "R13", call.at.date()) if key == call.proposal]
    assert states == [FindingState.DUE]
    assert all(key != call.proposal for _, key in findings(without, "R13", gone.date() + datetime.timedelta(days=1)))


def test_r14_a_record_put_right_later_does_not_change_what_was_recorded_on_the_day(known: RegisterFacts) -> None:
    vote = min((one for one in known.votes if one.closed_at and not one.hands), key=lambda one: one.opened_at)
    given = next(one for one in known.positions if one.vote == vote.key and one.answer is Answer.IN_FAVOUR)
    later = given.at + datetime.timedelta(days=40)
    right = dataclasses.replace(
        given, key="right", answer=Answer.AGAINST, at=later, act=Act.REKEYED, reason="mis-keyed"
    )
    changed = dataclasses.replace(known, positions=(*known.positions, right))
    day = given.at.date() + datetime.timedelta(days=2)
    assert check(changed, day) == check(known, day)
    assert check(changed, later.date() + datetime.timedelta(days=2)) != check(known, later.date())


def test_of_the_committee_a_day_knows_no_end_and_no_successor_that_came_later() -> None:
    start, moved = datetime.date(2024, 5, 9), datetime.date(2025, 1, 20)
    term = Term("term", mandate(start), start)
    whole = term.period
    left = Seat("left", "term", "PHL", Period(start, moved), ending=SeatEnding.REPLACEMENT)
    follows = Seat("new", "term", "IDN", Period(moved, whole.end), follows="left")
    renewed = Term("next", mandate(whole.end or moved), datetime.date(2027, 1, 4))
    records = CommitteeRecords((term, renewed), (left, follows))
    before = records.known_on(datetime.date(2025, 1, 19))
    assert before == CommitteeRecords((term,), (dataclasses.replace(left, period=whole, ending=None),))
    assert records.known_on(moved) == CommitteeRecords((term,), (left, follows))
    assert records.known_on(datetime.date(2027, 1, 4)) is records
