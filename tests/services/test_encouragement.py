"""States without an NMIRF on a real register: what was done for each follows from what is recorded elsewhere (R41)."""

import dataclasses
import datetime

import pytest

from nmirf_desktop.domain.activities import Activity, ActivityKind
from nmirf_desktop.domain.encouragement import Came, Contact, Encouraged, Standing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.partnerships import STANDING
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.services.activities import Activities
from nmirf_desktop.services.encouragement import Encouragement
from nmirf_desktop.services.invitations import Invitation, Invitations
from nmirf_desktop.services.ohchr_support import OhchrSupports
from nmirf_desktop.services.search import search
from nmirf_desktop.storage import undo
from tests.registers import MEMBERS, OPENS, Desk, said, statements

SENT = datetime.date(2026, 9, 1)
AFTER = OPENS + datetime.timedelta(days=3)


@pytest.fixture
def encouragement(network: tuple[Desk, Meeting, object]) -> Encouragement:
    desk, meeting, _ = network
    Invitations(desk.store, desk.states, desk.clock).invite(meeting.key, Invitation(("CHE", "KEN"), invited_on=SENT))
    return Encouragement(desk.store, desk.states, desk.clock)


def of(encouragement: Encouragement, state: str, on: datetime.date = OPENS) -> Encouraged:
    (found,) = (one for one in encouragement.list(on) if one.key == state)
    return found


def outcomes(encouragement: Encouragement, state: str, on: datetime.date = OPENS) -> list[Came]:
    """What became of the invitations of a State, which the list counts as well."""
    line, done = of(encouragement, state, on), encouragement.of(state, on)
    found = [one.came for one in done.asked]
    assert (line.asked, line.came) == (len(found), found.count(Came.CAME))
    assert (line.activities, line.contacts) == (len(done.activities), len(done.contacts))
    return found


def test_the_states_that_are_no_members_are_listed_observers_first(encouragement: Encouragement) -> None:
    listed = encouragement.list(OPENS)
    assert {one.key for one in listed[:2]} == {"CHE", "JPN"}
    assert not {one.key for one in listed} & set(MEMBERS)
    assert len(listed) == 193 - len(MEMBERS)
    assert [one.membership for one in listed[2:]] == [None] * (len(listed) - 2)


def test_invitations_and_whether_they_came_follow_from_the_participants_and_the_room(
    encouragement: Encouragement, network: tuple[Desk, Meeting, object]
) -> None:
    desk, meeting, _ = network
    assert outcomes(encouragement, "KEN") == [Came.AWAITED]
    assert outcomes(encouragement, "ITA") == []
    assert outcomes(encouragement, "KEN", SENT - datetime.timedelta(days=1)) == []
    desk.sittings.arrive(meeting.key, {"CHE": PresenceKind.ARRIVED})
    assert outcomes(encouragement, "CHE", AFTER) == [Came.CAME]
    assert outcomes(encouragement, "KEN", AFTER) == [Came.ABSENT]


def test_activities_and_contacts_are_told_by_their_days(encouragement: Encouragement, desk: Desk) -> None:
    activities = Activities(desk.store, desk.states, desk.clock)
    day = datetime.date(2026, 5, 5)
    visit = Activity("", ActivityKind.VISIT, said("Visit"), day, day)
    activities.save(visit, activities.recognised(["Kenya"]))
    noted = encouragement.note(Contact("", "KEN", datetime.date(2026, 6, 1), "Coordinator", "A plan is drafted."))
    kenya = encouragement.of("KEN", OPENS)
    assert [one.title for one in kenya.activities] == [said("Visit")]
    assert kenya.contacts == (noted,)
    assert outcomes(encouragement, "KEN") == [Came.AWAITED]
    lasts = [of(encouragement, "KEN", datetime.date(2026, month, 1)).last_on for month in (5, 6, 9)]
    assert lasts == [None, noted.on, SENT]
    assert encouragement.of("KEN", datetime.date(2026, 5, 31)).contacts == ()
    assert encouragement.of("KEN", datetime.date(2026, 5, 4)).activities == ()
    assert encouragement.contacts(day, OPENS) == (noted,)


def test_on_each_day_the_activities_that_had_begun_are_counted_and_the_last_is_told(
    encouragement: Encouragement, desk: Desk
) -> None:
    activities = Activities(desk.store, desk.states, desk.clock)
    for day, names in (("2026-01-10", ["Italy"]), ("2026-05-05", ["Kenya"]), ("2026-07-01", ["Kenya", "Chad"])):
        on = datetime.date.fromisoformat(day)
        activities.save(Activity("", ActivityKind.VISIT, said("Visit"), on, on), activities.recognised(names))
    told = {
        day: {one.key: (one.activities, one.last_on) for one in encouragement.list(datetime.date.fromisoformat(day))}
        for day in ("2026-01-09", "2026-05-05", "2026-07-01")
    }
    first, second, third = (datetime.date.fromisoformat(day) for day in ("2026-01-10", "2026-05-05", "2026-07-01"))
    assert {told["2026-01-09"][code][0] for code in ("ITA", "KEN", "TCD")} == {0}
    assert [told["2026-05-05"][code][0] for code in ("ITA", "KEN", "TCD")] == [1, 1, 0]
    assert (told["2026-05-05"]["ITA"][1], told["2026-05-05"]["KEN"][1]) == (first, second)
    assert [told["2026-07-01"][code] for code in ("ITA", "TCD")] == [(1, first), (1, third)]
    assert told["2026-07-01"]["KEN"] == (2, third)


def test_a_note_is_put_right_struck_out_undone_and_found(encouragement: Encouragement, desk: Desk) -> None:
    noted = encouragement.note(Contact("", "KEN", SENT, "Coordinator", "A plan is drafted."))
    right = encouragement.note(dataclasses.replace(noted, text="A decree is drafted."))
    assert encouragement.of("KEN", OPENS).contacts == (right,)
    assert encouragement.state_of(noted.key) == "KEN"
    (group,) = (one for one in search(desk.store, desk.states, "decree") if one.kind is Kind.CONTACT)
    assert [(one.screen, one.key) for one in group.found] == [("encouragement", noted.key)]
    encouragement.strike(noted.key)
    assert encouragement.of("KEN", OPENS).contacts == ()
    assert encouragement.state_of(noted.key) is None
    undo.undo(desk.store)
    assert encouragement.of("KEN", OPENS).contacts == (right,)


def test_a_contact_that_is_still_to_come_is_refused(encouragement: Encouragement) -> None:
    with pytest.raises(Problem) as caught:
        encouragement.note(Contact("", "KEN", OPENS + datetime.timedelta(days=1), "Coordinator", "Soon"))
    assert caught.value.field_name == "on"
    assert encouragement.of("KEN", OPENS).contacts == ()


def test_the_way_of_a_state_and_the_network_over_the_years(encouragement: Encouragement) -> None:
    assert of(encouragement, "CHE").membership is not None
    assert [one.kind for one in encouragement.of("CHE", OPENS).passages] == [MembershipKind.OBSERVER]
    assert encouragement.curve(OPENS) == tuple(Standing(year, len(MEMBERS), 2) for year in (2024, 2025, 2026))
    passed = encouragement.passages(datetime.date(2024, 1, 1), OPENS)
    assert {(one.state, one.before, one.after) for one in passed if one.state in ("CHE", "PRY")} == {
        ("CHE", None, MembershipKind.OBSERVER),
        ("PRY", None, MembershipKind.MEMBER),
    }


def test_all_is_read_with_a_few_questions_however_many_states_there_are(
    encouragement: Encouragement, desk: Desk
) -> None:
    with statements(desk.store) as asked:
        encouragement.list(AFTER)
    assert len(asked) <= 12


def test_the_support_of_ohchr_is_among_what_was_done_for_a_state(encouragement: Encouragement, desk: Desk) -> None:
    """R45: what OHCHR gave to the State, not to the Network, and no advocacy."""
    supports, day = OhchrSupports(desk.store, desk.clock), datetime.date(2026, 10, 3)
    for on, state in ((day, "KEN"), (datetime.date(2026, 2, 3), "KEN"), (day, None)):
        supports.save(OhchrSupport("", STANDING.key, on, SupportKind.TECHNICAL, said("A mission"), state))
    given = encouragement.of("KEN", OPENS).supported
    assert [one.on for one in given] == [day, datetime.date(2026, 2, 3)]
    assert [one.on for one in encouragement.of("KEN", SENT).supported] == [datetime.date(2026, 2, 3)]
    assert (of(encouragement, "KEN").supported, of(encouragement, "KEN").last_on) == (2, day)
    assert (of(encouragement, "ITA").supported, of(encouragement, "ITA").last_on) == (0, None)
