"""Who gave no answer in a vote: the voting record tells the absent from the silent, where presence was noted."""

import datetime
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.attendance import is_news, presences
from nmirf_desktop.domain.blocks import Bar, BarChart, DataTable, StateColumns
from nmirf_desktop.domain.motions import PointOfOrder, Ruling
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent, PresenceKind
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.vote_silence import Silence, silence_of
from nmirf_desktop.domain.voting import Answer, Position
from nmirf_desktop.i18n import Language
from tests.domain import second_meeting
from tests.domain.second_meeting import FIRST, LAST, at

EN, FR, ES = Language.EN, Language.FR, Language.ES
OPENED = at(LAST, 10, 40)
SILENT = ("FRA", "GHA", "IDN")
GONE = PresenceKind.LEFT


def moved(state: str, kind: PresenceKind, when: datetime.datetime) -> PresenceEvent:
    return PresenceEvent(f"{kind}{state}{when:%H%M}", "meeting", state, kind, when)


@pytest.fixture
def known() -> RecordedMeeting:
    return without_three()


def without_three() -> RecordedMeeting:
    """The second meeting, in whose roll call three members gave no answer."""
    facts = second_meeting.facts()
    kept = tuple(one for one in facts.positions if (one.vote, one.state) not in {("v1", code) for code in SILENT})
    return replace(facts, positions=kept)


def lists(facts: RecordedMeeting, language: Language = EN) -> dict[str, list[str]]:
    """The lists of the roll call, by their titles."""
    blocks = votes_paper(facts, "v1").sections[0].blocks
    found = [block for block in blocks if isinstance(block, StateColumns)]
    return {one.title.read(language).text: sorted(name.read(language).text for name in one.names) for one in found}


def among_silent(facts: RecordedMeeting, language: Language = EN) -> dict[str, list[str]]:
    return dict(list(lists(facts, language).items())[3:])


def roll(facts: RecordedMeeting) -> tuple[str, ...]:
    """The members that were called."""
    return next(one.entitled for one in facts.votes if one.key == "v1")


def with_presence(facts: RecordedMeeting, *events: PresenceEvent) -> RecordedMeeting:
    return replace(facts, presence=(*facts.presence, *events))


def test_r20_who_had_left_before_the_vote_is_absent_and_who_was_there_did_not_answer(known: RecordedMeeting) -> None:
    facts = with_presence(known, moved("GHA", GONE, at(LAST, 10, 20)))
    assert among_silent(facts) == {
        "Not participating": lists(facts)["Not participating"],
        "Did not answer": ["France", "Indonesia"],
        "Absent": ["Ghana"],
    }
    assert list(lists(facts, FR))[4:] == ["Ne répondent pas", "Absents"]
    assert list(lists(facts, ES))[4:] == ["No responden", "Ausentes"]


@pytest.mark.parametrize(
    ("language", "heads", "one"),
    [
        (EN, {"Did not answer": 2, "Absent": 1}, ("Did not answer", "Absent", "Did not answer")),
        (FR, {"Ne répondent pas": 2, "Absents": 1}, ("Ne répond pas", "Absence", "Ne répond pas")),
        (ES, {"No responden": 2, "Ausentes": 1}, ("No responde", "Ausente", "No responde")),
    ],
)
def test_r20_table_bars_and_lists_say_the_same_of_who_gave_no_answer(
    known: RecordedMeeting, language: Language, heads: dict[str, int], one: tuple[str, ...]
) -> None:
    """The bar and the table said "No answer" of whom the list said "Absent"."""
    facts = with_presence(known, moved("GHA", GONE, at(LAST, 10, 20)))
    blocks = votes_paper(facts, "v1").sections[0].blocks
    (chart,) = (block for block in blocks if isinstance(block, BarChart))
    bars = {bar.label.read(language).text: bar.count for bar in chart.bars}
    assert dict(list(bars.items())[4:]) == heads
    assert list(lists(facts, language))[4:] == list(heads)
    assert all(head in chart.says.read(language).text for head in heads)
    table = next(block for block in blocks if isinstance(block, DataTable))
    rows = {row[0].read(EN).text: row[1].read(language).text for row in table.rows}
    assert tuple(rows[name] for name in ("France", "Ghana", "Indonesia")) == one
    untold = votes_paper(replace(known, presence=()), "v1").sections[0].blocks
    table = next(block for block in untold if isinstance(block, DataTable))
    rows = {row[0].read(EN).text: row[1].read(EN).text for row in table.rows}
    assert rows["Ghana"] == "No answer", "nobody knows whether it was there"


def test_r17_who_left_or_came_during_the_vote_was_not_absent_from_it(known: RecordedMeeting) -> None:
    left = moved("GHA", GONE, OPENED + datetime.timedelta(seconds=30))
    before, during = moved("IDN", GONE, at(LAST, 10, 20)), OPENED + datetime.timedelta(seconds=40)
    facts = with_presence(known, left, before, moved("IDN", PresenceKind.ARRIVED, during))
    assert among_silent(facts)["Did not answer"] == ["France", "Ghana", "Indonesia"]
    assert "Absent" not in lists(facts)


def test_r17_who_came_after_the_announcement_was_absent(known: RecordedMeeting) -> None:
    came = moved("GHA", PresenceKind.ARRIVED, at(LAST, 12, 20))
    facts = with_presence(known, moved("GHA", GONE, at(LAST, 10, 20)), came)
    assert among_silent(facts)["Absent"] == ["Ghana"]


def test_a_connection_that_was_lost_is_no_absence(known: RecordedMeeting) -> None:
    facts = with_presence(known, moved("GHA", PresenceKind.CONNECTION_LOST, at(LAST, 10, 20)))
    assert "Ghana" in among_silent(facts)["Did not answer"]


def test_who_passed_and_was_silent_then_was_there(known: RecordedMeeting) -> None:
    passed = Position("pass", "v1", "GHA", Answer.PASSED, OPENED + datetime.timedelta(seconds=20))
    gone = replace(with_presence(known, moved("GHA", GONE, at(LAST, 10, 20))), positions=(*known.positions, passed))
    assert "Ghana" in among_silent(gone)["Did not answer"]


def test_where_presence_was_not_noted_nobody_is_said_to_be_absent(known: RecordedMeeting) -> None:
    assert among_silent(replace(known, presence=()))["No answer"] == ["France", "Ghana", "Indonesia"]


def test_an_answer_alone_is_no_noting_of_presence(known: RecordedMeeting) -> None:
    """Who answers or speaks is present from then on: of the others nothing is known by that."""
    made = tuple(moved(one.state, PresenceKind.ARRIVED, one.at) for one in known.positions if one.vote == "v1")
    assert among_silent(replace(known, presence=made))["No answer"] == ["France", "Ghana", "Indonesia"]


def test_r24_an_appeal_is_no_noting_of_presence(known: RecordedMeeting) -> None:
    """Who appeals against a ruling is present from then on, as who speaks is."""
    when = at(LAST, 10, 30)
    states = roll(known)[: len(roll(known)) // 2 + 1]
    points = tuple(
        PointOfOrder(f"p{state}", "meeting", "i2", "", state, when, False, Ruling.NOT_UPHELD, when, state, when)
        for state in states
    )
    came = tuple(moved(state, PresenceKind.ARRIVED, when) for state in states)
    assert among_silent(replace(known, presence=came))["Absent"], "as many noted by hand"
    assert among_silent(replace(known, presence=came, points=points))["No answer"] == ["France", "Ghana", "Indonesia"]


@pytest.mark.parametrize("when", [at(FIRST, 9), at(LAST, 10, 20), OPENED + datetime.timedelta(seconds=10)])
def test_one_arrival_declares_nobody_absent(known: RecordedMeeting, when: datetime.datetime) -> None:
    came = moved("MAR", PresenceKind.ARRIVED, when)
    assert among_silent(replace(known, presence=(came,)))["No answer"] == ["France", "Ghana", "Indonesia"]


def test_the_presence_of_most_members_is_noted_before_any_is_said_to_be_absent(known: RecordedMeeting) -> None:
    members = [state for state in roll(known) if state not in SILENT]
    most = len(roll(known)) // 2 + 1

    def noted(number: int) -> dict[str, list[str]]:
        came = tuple(moved(state, PresenceKind.ARRIVED, at(LAST, 9, 55)) for state in members[:number])
        return among_silent(replace(known, presence=came))

    assert noted(most)["Absent"] == ["France", "Ghana", "Indonesia"]
    assert noted(most - 1)["No answer"] == ["France", "Ghana", "Indonesia"]


def test_answers_in_the_vote_itself_make_nobody_absent_beside_two_late_arrivals(known: RecordedMeeting) -> None:
    """Who is noted by hand while the roll is called was not noted with those who answered before it."""
    made = [moved(one.state, PresenceKind.ARRIVED, one.at) for one in known.positions if one.vote == "v1"]
    last = max(one.at for one in made) + datetime.timedelta(seconds=1)
    late = [moved(state, PresenceKind.ARRIVED, last) for state in ("FRA", "GHA")]
    assert among_silent(replace(known, presence=(*made, *late)))["No answer"] == ["France", "Ghana", "Indonesia"]


def test_r17_a_departure_that_was_noted_is_told_whatever_is_known_of_the_others(known: RecordedMeeting) -> None:
    came = moved("GHA", PresenceKind.ARRIVED, at(LAST, 10, 12))
    left = moved("GHA", GONE, at(LAST, 10, 20))
    told = among_silent(replace(known, presence=(came, left)))
    assert (told["Absent"], told["No answer"]) == (["Ghana"], ["France", "Indonesia"])
    again = moved("GHA", PresenceKind.ARRIVED, at(LAST, 10, 30))
    assert "Absent" not in among_silent(replace(known, presence=(came, left, again)))


def test_presence_that_ended_with_the_sitting_before_says_nothing_of_this_one(known: RecordedMeeting) -> None:
    gone = tuple(moved(one.state, GONE, at(FIRST, 13)) for one in known.presence)
    assert among_silent(with_presence(known, *gone))["No answer"] == ["France", "Ghana", "Indonesia"]
    again = tuple(moved(state, PresenceKind.ARRIVED, at(LAST, 10, 15)) for state in roll(known) if state != "GHA")
    assert among_silent(with_presence(known, *gone, *again))["Absent"] == ["Ghana"]


def test_presence_that_begins_anew_with_the_sitting_stands_no_longer(known: RecordedMeeting) -> None:
    """Who came to the sitting before alone is noted as having left when this one was opened."""
    gone = tuple(moved(one.state, GONE, at(LAST, 10, 10)) for one in known.presence)
    assert among_silent(with_presence(known, *gone))["No answer"] == ["France", "Ghana", "Indonesia"]


@pytest.mark.parametrize("when", [at(FIRST, 13), at(FIRST, 13, 6), at(LAST, 9)])
def test_who_left_before_the_sitting_was_opened_is_not_said_to_be_absent_from_it(
    known: RecordedMeeting, when: datetime.datetime
) -> None:
    """Who goes home as the sitting rises, or in the break, is not noted for the next one: neither are the others."""
    gone = tuple(moved(one.state, GONE, when) for one in known.presence)
    assert among_silent(with_presence(known, *gone))["No answer"] == ["France", "Ghana", "Indonesia"]
    came = moved("GHA", PresenceKind.ARRIVED, at(FIRST, 10, 12))
    alone = replace(known, presence=(came, moved("GHA", GONE, when)))
    assert among_silent(alone)["No answer"] == ["France", "Ghana", "Indonesia"]


def test_two_who_had_spoken_left_and_came_back_together_make_nobody_absent(known: RecordedMeeting) -> None:
    states = [state for state in roll(known) if state not in ("FRA", "GHA", "IDN")]
    spoke = tuple(Intervention(f"s{state}", "meeting", "i2", at(LAST, 10, 11), state) for state in states)
    first = [moved(state, PresenceKind.ARRIVED, at(LAST, 10, 11)) for state in states]
    away = [moved(state, GONE, at(LAST, 10, 20)) for state in states[:2]]
    back = [moved(state, PresenceKind.ARRIVED, at(LAST, 10, 30)) for state in states[:2]]
    facts = replace(known, presence=(*first, *away, *back), interventions=(*known.interventions, *spoke))
    assert among_silent(facts)["No answer"] == ["France", "Ghana", "Indonesia"]


def _at_random(chance: random.Random, facts: RecordedMeeting) -> RecordedMeeting:
    """A meeting in which some came before the sitting, alone or together in it, left, and spoke, at any minute."""
    events: list[PresenceEvent] = []
    spoke: list[Intervention] = []
    for minute in sorted(chance.sample(range(-20, 40), chance.randint(1, 12))):
        when = at(LAST, 10, 10) + datetime.timedelta(minutes=minute)
        states = chance.sample(roll(facts), chance.choice([1, 1, 2, 3, len(roll(facts)) // 3, len(roll(facts)) - 2]))
        kind = chance.choice([PresenceKind.ARRIVED, PresenceKind.ARRIVED, *PresenceKind])
        acting = kind is PresenceKind.ARRIVED and minute > 0 and chance.random() < 0.5
        there = presences(events, when)
        for state in states:
            if acting:
                spoke.append(Intervention(f"s{state}{minute}", "meeting", "i2", when, state))
            if is_news(there.get(state), kind):
                events.append(moved(state, kind, when))
    return replace(facts, presence=tuple(events), interventions=tuple(spoke))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.randoms(use_true_random=False))
def test_one_more_late_arrival_never_makes_another_member_absent(chance: random.Random) -> None:
    """Noted alone, by hand, at any moment after the opening of the sitting, whatever else was noted in it."""
    known = without_three()
    (vote,) = (one for one in known.votes if one.key == "v1")
    facts = _at_random(chance, known)
    silent = [state for state in roll(facts) if state not in {one.state for one in facts.voted(vote)}]
    before = silence_of(vote, facts, silent)
    for state in roll(facts):
        when = at(LAST, 10, 10) + datetime.timedelta(minutes=chance.randint(0, 50), seconds=30)
        if is_news(presences(facts.presence, when).get(state), PresenceKind.ARRIVED):
            after = silence_of(vote, with_presence(facts, moved(state, PresenceKind.ARRIVED, when)), silent)
            made = {one for one in silent if after[one] is Silence.ABSENT and before[one] is not Silence.ABSENT}
            assert made <= {state}, (state, when)


def test_the_totals_stay_those_of_the_vote(known: RecordedMeeting) -> None:
    facts = with_presence(known, moved("GHA", GONE, at(LAST, 10, 20)))
    charts = [
        next(block for block in votes_paper(one, "v1").sections[0].blocks if isinstance(block, BarChart))
        for one in (facts, replace(known, presence=()))
    ]
    told: list[tuple[Bar, ...]] = [one.bars for one in charts]
    noted, untold = ([bar.count for bar in bars] for bars in told)
    assert noted[:4] == untold[:4]
    assert (noted[4:], untold[4:]) == ([2, 1], [len(SILENT)]), "nobody is told twice"
