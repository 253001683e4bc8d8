"""Minutes and voting record tell an election in the order in which it happened: nobody is named before he or she stood.

An election was announced, reopened, and another one stood then: both had stood from the beginning, said the minutes.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.blocks import Listing, Note, Para
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.election_rules import NextBallot
from nmirf_desktop.domain.elections import Body, Election
from nmirf_desktop.domain.officers import ELECTIONS, Office
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import HandCount, Method, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.voting import Ballot
from tests.registers import said
from tests.services import test_elections

Room = test_elections.Room
room = test_elections.room
vote = test_elections.vote
EN = Language.EN
BENITEZ, DIOP, SILVA = "Ms. Benitez (Paraguay)", "Ms. Diop (Senegal)", "Mr. Silva (Brazil)"
OFFICE = "There was one office to be filled."
FIRST = f"The following candidate stood: {BENITEZ}."
RECTIFIED = f"The election of {BENITEZ} as Chair by acclamation had been announced; that announcement was rectified"
PERSONS = {BENITEZ: ("PRY", "Ms. Benitez"), DIOP: ("SEN", "Ms. Diop"), SILVA: ("BRA", "Mr. Silva")}


def opened(room: Room, title: Trilingual, *stood: str, seats: int = 1) -> Election:
    desk, meeting, item = room
    nominees = tuple(Nominee(*PERSONS[one]) for one in stood)
    return desk.elections.open(NewElection(meeting.key, item.key, title, seats, nominees, Body.OTHER))


def withdraw(room: Room, held: Election, name: str) -> None:
    desk = room[0]
    state = PERSONS[name][0]
    (key,) = (one.key for one in desk.elections.board(held.key).names if one.state.iso3 == state)
    desk.elections.withdraw(key)


def told(room: Room, language: Language = EN) -> list[tuple[str, str]]:
    """What the minutes say under the item, with the kind of its fact."""
    desk, meeting, item = room
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    return [(one.slot.partition(":")[0], one.text[language]) for one in draft(facts) if one.item == item.key]


def record(room: Room) -> tuple[list[tuple[str, str]], list[str]]:
    """The particulars of the last election in the voting record, and its sentences below."""
    desk, meeting, _ = room
    with desk.store.read() as session:
        paper = votes_paper(read_meeting(session, meeting.key, desk.states))
    blocks = paper.sections[-1].blocks
    listing = next(one for one in blocks if isinstance(one, Listing))
    entries = [(one.label.en, one.text.en) for one in listing.entries if one.label]
    return entries, [one.text.en for one in blocks if isinstance(one, Note | Para)]


def a_chair_who_withdrew(room: Room) -> None:
    """One stood alone, was announced and withdrew; another one stood then, and was elected."""
    desk = room[0]
    chair = opened(room, ELECTIONS[Office.CHAIR], BENITEZ)
    desk.elections.acclaim(chair.key)
    other = opened(room, ELECTIONS[Office.RAPPORTEUR], SILVA)
    desk.elections.acclaim(other.key)
    desk.sittings.now()  # a moment passes
    desk.elections.reopen(chair.key, "She was not there.")
    withdraw(room, chair, BENITEZ)
    desk.elections.nominate(chair.key, Nominee(*PERSONS[DIOP]))
    desk.elections.acclaim(chair.key)


def test_r27_a_reopened_election_is_told_in_the_order_of_what_happened(room: Room) -> None:
    a_chair_who_withdrew(room)
    assert told(room) == [
        (
            "election",
            f"The meeting proceeded to the election of the Chair. There was one office to be filled. {FIRST}",
        ),
        ("election announced", f"The election of {BENITEZ} by acclamation was announced."),
        (
            "election",
            f"The meeting proceeded to the election of the Rapporteur. {OFFICE} {FIRST.replace(BENITEZ, SILVA)}",
        ),
        ("acclamation", f"The following candidate was elected Rapporteur by acclamation: {SILVA}."),
        (
            "election reopened",
            f"{RECTIFIED}, for this reason: “\u2068She was not there\u2069”.",
        ),
        ("candidate withdrawn", f"The candidature of the following was withdrawn: {BENITEZ}."),
        ("nominated", f"The following candidate was then nominated: {DIOP}."),
        ("acclamation", f"The following candidate was elected Chair by acclamation: {DIOP}."),
    ]


def test_r27_the_voting_record_names_all_who_stood_and_tells_each_turn(room: Room) -> None:
    desk = room[0]
    chair = opened(room, ELECTIONS[Office.CHAIR], BENITEZ)
    desk.elections.acclaim(chair.key)
    desk.elections.reopen(chair.key, "She was not there.")
    withdraw(room, chair, BENITEZ)
    desk.elections.nominate(chair.key, Nominee(*PERSONS[DIOP]))
    desk.elections.acclaim(chair.key)
    entries, sentences = record(room)
    assert ("Candidates", f"{BENITEZ}, {DIOP}") in entries, "who was elected did not stand in the list"
    assert ("Office to fill", "1") in entries
    assert not [label for label, _ in entries if label in ("Candidatures withdrawn", "Majority required")]
    assert sentences[0].startswith(RECTIFIED)
    assert sentences[1:5] == [
        f"The candidature of the following was withdrawn: {BENITEZ}.",
        f"The following candidate was then nominated: {DIOP}.",
        f"Election by acclamation: {DIOP}",
        "The office is filled.",
    ]


def test_the_voting_record_tells_votes_and_elections_in_the_order_of_the_room(room: Room) -> None:
    """A vote stood before the elections that had been held before it."""
    desk, meeting, item = room
    desk.elections.acclaim(opened(room, ELECTIONS[Office.CHAIR], BENITEZ).key)
    desk.sittings.all_arrive(meeting.key)
    question = Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=said("To go on"))
    held = desk.voting.open(question)
    desk.voting.record_hands(held.key, HandCount(5, 1, 0))
    desk.voting.close(held.key)
    desk.elections.acclaim(opened(room, ELECTIONS[Office.RAPPORTEUR], SILVA).key)
    with desk.store.read() as session:
        sections = votes_paper(read_meeting(session, meeting.key, desk.states)).sections
    assert [section.title.en.split(".")[0] for section in sections] == ["Election 1", "Vote 1", "Election 2"]


def test_the_majority_is_said_in_the_voting_record_where_a_ballot_was_taken(room: Room) -> None:
    held = opened(room, ELECTIONS[Office.CHAIR], BENITEZ, SILVA)
    vote(room, held, PRY=5, BRA=3)
    entries, _ = record(room)
    assert ("Majority required", "more than half of the members voting") in entries
    assert ("Candidates", f"{SILVA}, {BENITEZ}") in entries


@pytest.mark.parametrize("language", list(Language))
def test_r35_who_was_nominated_after_a_ballot_or_while_it_went_on_is_named_there(
    room: Room, language: Language
) -> None:
    desk = room[0]
    held = opened(room, said("Election of the Executive Committee"), BENITEZ, SILVA)
    ballot = desk.ballots.open(held.key)
    desk.elections.nominate(held.key, Nominee(*PERSONS[DIOP]))
    desk.ballots.issue(ballot.key, 8, 8)
    keys = {name.state.iso3: name.key for name in desk.elections.board(held.key).names}
    desk.ballots.count(ballot.key, 0, 0, {keys["PRY"]: 4, keys["BRA"]: 4})
    desk.ballots.close(ballot.key)
    desk.elections.nominate(held.key, Nominee("GHA", "Mr. Mensah"))
    kinds, texts = zip(*told(room, language), strict=True)
    assert list(kinds[:5]) == ["election", "nominated", "ballot", "elected", "nominated"]
    assert "Diop" not in texts[0]
    if language is EN:
        assert texts[1] == f"During ballot 1, the following candidate was nominated: {DIOP}."
        assert texts[4] == "The following candidate was then nominated: Mr. Mensah (Ghana)."


def test_r35_whom_a_delegation_proposed_is_named_after_it_spoke(room: Room) -> None:
    """All who stood were named before anybody had spoken."""
    desk, meeting, item = room
    held = opened(room, ELECTIONS[Office.CHAIR])
    spoke = Intervention("i", meeting.key, item.key, desk.sittings.now(), "MAR", note="proposed Ms. Benitez.")
    desk.sittings.note(spoke)
    desk.elections.nominate(held.key, Nominee(*PERSONS[BENITEZ]))
    desk.elections.acclaim(held.key)
    assert [kind for kind, _ in told(room)] == ["election", "intervention", "nominated", "acclamation"]
    assert told(room)[0][1].endswith("There was one office to be filled.")


def test_r35_the_seats_of_a_body_are_seats_and_an_office_is_none(room: Room) -> None:
    desk = room[0]
    held = opened(room, said("Election of auditors"), BENITEZ)
    desk.elections.acclaim(held.key)
    office = opened(room, ELECTIONS[Office.RAPPORTEUR], SILVA)
    desk.elections.stop(office.key, "No time.")
    texts = [text for _, text in told(room)]
    assert "There was one seat to be filled." in texts[0]
    assert "There was one office to be filled." in texts[2]
    assert texts[3].endswith("The office was left vacant.")


# ---- any order ----

CODES = ("GHA", "MAR", "PRY", "PRT", "BRA")


@dataclass
class Course:
    """An election to which anything happens that may; *log* is what the minutes ought to say of it, in its order."""

    room: Room
    held: Election
    log: list[tuple[str, set[str]]] = field(default_factory=list)
    named: int = 0

    def nominee(self) -> tuple[Nominee, str]:
        code = CODES[self.named % len(CODES)]
        self.named += 1
        name = f"Ms. N{self.named:02}"
        return Nominee(code, name), name

    def step(self, act: int, which: int) -> None:
        desk = self.room[0]
        board = desk.elections.board(self.held.key)
        following = board.next
        stand = [f"Ms. {one.person}" for one in board.stand]
        if board.election.acclaimed_at is not None:
            desk.elections.reopen(self.held.key, "It was misheard.")
            self.log.append(("election reopened", {f"Ms. {one.person}" for one in board.acclaimed}))
        elif act <= 1:
            nominee, name = self.nominee()
            desk.elections.nominate(self.held.key, nominee)
            if self.log[-1][0] in ("election", "nominated"):
                self.log[-1][1].add(name)
            else:
                self.log.append(("nominated", {name}))
        elif act == 2 and stand:
            gone = board.stand[which % len(stand)]
            desk.elections.withdraw(gone.key)
            self.log.append(("candidate withdrawn", {f"Ms. {gone.person}"}))
        elif act == 3 and 0 < len(stand) <= board.standing.left:
            desk.elections.acclaim(self.held.key)
        elif act == 4 and isinstance(following, NextBallot) and len(following.candidates) > board.standing.left:
            self.vote(following)

    def vote(self, following: NextBallot) -> None:
        """A ballot in which nobody obtains the majority: all papers are without a name."""
        desk = self.room[0]
        ballot = desk.ballots.open(self.held.key)
        desk.ballots.issue(ballot.key, 8, 8)
        desk.ballots.count(ballot.key, 0, 8, dict.fromkeys(following.candidates, 0))
        desk.ballots.close(ballot.key)
        self.log += [("ballot", set()), ("elected", set())]

    def end(self) -> None:
        desk = self.room[0]
        board = desk.elections.board(self.held.key)
        if board.election.acclaimed_at is None and not board.standing.over:
            desk.elections.stop(self.held.key, "No time.")
            self.log.append(("election stopped", set()))
        elif board.election.acclaimed_at is not None:
            self.log.append(("acclamation", {f"Ms. {one.person}" for one in board.acclaimed}))


def read(room: Room, held: Election, names: set[str]) -> Iterator[tuple[str, set[str]]]:
    """What the minutes say of one election: of each sentence its kind, and whom it names."""
    desk, meeting, _ = room
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    own = [one for one in draft(facts) if one.item == held.item]
    begun = next(place for place, one in enumerate(own) if one.slot == f"election:{held.key}")
    for one in own[begun:]:
        kind = one.slot.partition(":")[0]
        if kind != "seats left":
            yield kind, {name for name in names if name in one.text[EN]}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    first=st.integers(0, 3),
    seats=st.integers(1, 2),
    acts=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), max_size=12),
)
def test_r27_whatever_the_order_of_candidatures_withdrawals_and_announcements_the_minutes_have_it(
    room: Room, first: int, seats: int, acts: list[tuple[int, int]]
) -> None:
    desk, meeting, item = room
    stood = [Nominee(CODES[place], f"Ms. A{place:02}") for place in range(first)]
    new = NewElection(meeting.key, item.key, said("Election of auditors"), seats, tuple(stood), Body.OTHER)
    course = Course(room, desk.elections.open(new))
    course.log.append(("election", {one.name for one in stood}))
    for act, which in acts:
        course.step(act, which)
    course.end()
    names = {name for _, own in course.log for name in own}
    found = list(read(room, course.held, names))
    known: set[str] = set()
    for (kind, named), (wanted, expected) in zip(found, course.log, strict=True):
        assert kind == wanted
        if kind in ("election", "nominated"):
            assert not named & known
            known |= named
        assert named <= known, "nobody is named before he or she stood"
        assert expected <= named if kind == "elected" else kind == "ballot" or named == expected


@pytest.mark.parametrize(
    ("language", "announced"),
    [
        (Language.EN, "The election of Morocco and Portugal to the Executive Committee by acclamation had been"),
        (Language.FR, "du Maroc et du Portugal"),
        (Language.ES, "de Marruecos y Portugal"),
    ],
)
def test_r27_each_announcement_of_a_committee_that_was_rectified_stands_before_what_followed_it(
    room: Room, language: Language, announced: str
) -> None:
    desk, meeting, item = room
    title = said("Election of the Executive Committee")
    stood = (Nominee("MAR"), Nominee("PRT"))
    held = desk.elections.open(NewElection(meeting.key, item.key, title, 4, stood, Body.COMMITTEE))
    for state in ("BRA", "GHA"):
        desk.elections.acclaim(held.key)
        desk.elections.reopen(held.key, "Somebody had not been heard.")
        desk.elections.nominate(held.key, Nominee(state))
    desk.elections.acclaim(held.key)
    kinds, texts = zip(*told(room, language), strict=True)
    assert list(kinds) == [
        "election", "election reopened", "nominated", "election reopened", "nominated", "acclamation",
    ]  # fmt: skip
    assert announced in texts[1]
    brazil = {Language.EN: "Brazil", Language.FR: "Brésil", Language.ES: "Brasil"}[language]
    first = [next(place for place, text in enumerate(texts) if name in text) for name in (brazil, "Ghana")]
    assert first == [2, 4]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(acts=st.lists(st.tuples(st.booleans(), st.integers(0, 4), st.integers(0, 5)), max_size=14))
def test_r27_whatever_is_told_stands_behind_the_opening_or_reopening_of_its_own_election(
    room: Room, acts: list[tuple[bool, int, int]]
) -> None:
    desk, meeting, item = room
    courses = []
    for title in ("Election of auditors", "Election of tellers"):
        new = NewElection(meeting.key, item.key, said(title), 1, (), Body.OTHER)
        courses.append(Course(room, desk.elections.open(new)))
        courses[-1].log.append(("election", set()))
    for other, act, which in acts:
        desk.sittings.now()  # a moment passes
        with suppress(Refusal):  # one election is held at a time
            courses[other].step(act, which)
    for course in courses:
        course.end()
    of = {course.held.key: course.held.key for course in courses}
    of |= {name.key: key for key in list(of) for name in desk.elections.board(key).names}
    of |= {view.ballot.key: key for key in set(of.values()) for view in desk.elections.board(key).ballots}
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    turn, known = "", 0
    for one in draft(facts):
        kind, _, key = one.slot.partition(":")
        election = of.get(key.partition(" ")[0])
        if one.item != item.key or election is None:
            continue
        if kind in ("election", "election reopened"):
            turn = election
        known += 1
        assert election == turn, one.text[EN]
    assert known >= len(courses)
