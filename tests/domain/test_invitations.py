"""R41 is judged on the invitations that are recorded; what a delegation and an answer must be; who is expected."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.compliance import FindingState, RegisterFacts
from nmirf_desktop.domain.invitations import COMING, check_delegation, expected, in_order, joined, placed
from nmirf_desktop.domain.participants import Answer, Delegate, Invitee, Part
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import day, facts, found, meeting, member, observer

KEPT, DUE = FindingState.KEPT, FindingState.DUE
EN = catalog(Language.EN)
PLANNED = meeting("2026-11-24", "2026-11-26")
BEFORE, AFTER = "2026-10-01", "2026-11-01"


def invited(state: str, on: str | None = "2026-09-01") -> Invitee:
    return Invitee(f"to {state}", PLANNED.key, state, invited_on=day(on) if on else None)


def judged(register: RegisterFacts, on: str) -> tuple[FindingState, bool, str]:
    (finding,) = found(replace(register, meetings=(PLANNED,)), "R41", on)
    return finding.state, bool(finding.advice), finding.message.said_in(EN)


NETWORK = facts(memberships=(member("PRY"), observer("KEN")))


def test_r41_is_not_judged_without_a_meeting() -> None:
    (finding,) = found(facts(), "R41", BEFORE)
    assert finding.state is FindingState.NOT_JUDGED


def test_r41_is_kept_when_an_observer_was_invited_and_due_until_the_agenda_has_to_be_sent() -> None:
    kept = replace(NETWORK, invitees=(invited("PRY"), invited("KEN")))
    assert judged(kept, BEFORE)[:2] == (KEPT, False)
    assert judged(NETWORK, BEFORE)[:2] == (DUE, True)
    assert judged(NETWORK, AFTER)[:2] == (KEPT, True)
    assert judged(NETWORK, "2026-10-24")[0] is DUE
    assert judged(NETWORK, "2026-10-25")[0] is KEPT


def test_r41_prepared_is_not_sent_and_a_member_is_no_observer() -> None:
    for one in (invited("KEN", None), invited("KEN", "2026-10-02"), invited("PRY")):
        assert judged(replace(NETWORK, invitees=(one,)), BEFORE)[0] is DUE


def test_r41_where_there_is_no_observer_any_other_state_is_one() -> None:
    alone = facts(memberships=(member("PRY"),))
    assert judged(replace(alone, invitees=(invited("ITA"),)), BEFORE)[:2] == (KEPT, False)
    assert judged(replace(NETWORK, invitees=(invited("ITA"),)), BEFORE)[0] is DUE
    assert "has no observers" in judged(alone, BEFORE)[2]


PARTS = st.lists(st.tuples(st.sampled_from(list(Part)), st.booleans()), max_size=12)


@given(PARTS)
def test_a_delegation_that_is_placed_has_one_head_and_all_its_people(parts: list[tuple[Part, bool]]) -> None:
    given_ = [Delegate(f"d{n}", "i", f"p{n}", part, 7, far) for n, (part, far) in enumerate(parts)]
    found_ = placed(given_)
    assert [one.person for one in found_] == [one.person for one in given_]
    assert [one.position for one in found_] == list(range(len(given_)))
    assert placed(found_) == found_
    check_delegation(Invitee("i", "m", "PRY", answer=Answer.ATTENDS), found_)
    assert [one.part for one in in_order(found_)].count(Part.HEAD) == min(len(parts), 1)
    assert all(one.part is Part.HEAD for one in in_order(found_)[:1])


@given(PARTS, st.integers(0, 9), st.sampled_from(list(Part)))
def test_who_joins_a_delegation_comes_last_or_keeps_the_place_and_leads_it_alone_as_head(
    parts: list[tuple[Part, bool]], place: int, part: Part
) -> None:
    held = placed(Delegate(f"d{n}", "i", f"p{n}", one, 0, far) for n, (one, far) in enumerate(parts))
    now = joined(held, Delegate(f"d{place}", "i", f"p{place}", part))
    assert [one.key for one in now] == [one.key for one in held] + [f"d{place}"] * (place >= len(held))
    if part is Part.HEAD:
        assert [one.key for one in now if one.part is Part.HEAD] == [f"d{place}"]


@given(PARTS, st.sampled_from(list(Answer)))
def test_everybody_who_comes_is_counted_once(parts: list[tuple[Part, bool]], answer: Answer) -> None:
    people = placed(Delegate(f"d{n}", "i", f"p{n}", part, 0, far) for n, (part, far) in enumerate(parts))
    counted = expected([Invitee("i", "m", "PRY", answer=answer)], {"i": people})
    assert counted.invited == 1
    assert counted.in_room + counted.online == (max(len(people), 1) if answer in COMING else 0)
    if answer is Answer.ONLINE:
        assert counted.in_room == 0


def test_a_delegation_of_who_does_not_come_is_refused() -> None:
    people = placed([Delegate("d", "i", "p")])
    for answer in set(Answer) - COMING:
        with pytest.raises(Problem, match="record the answer first"):
            check_delegation(Invitee("i", "m", "PRY", answer=answer), people)
