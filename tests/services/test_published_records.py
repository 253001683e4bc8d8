"""Facts of published records, recorded through the services: the draft says the same, or the table says what differs.

``tests/data/published_records.csv`` has a line for each paragraph: its document and number, what it tells in our own
words, and what the program drafts of it, or in what it differs. Facts and figures are those of the documents; the
years are not, as the Network did not exist: the day of the week and the hours are. Of the two summary records their
beginnings were read (CAT/SP/SR.6 to para. 5, CoP15 Plen. 4 to item 19); what these do not say and a ballot or a vote
needs is in the table.
"""

import csv
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Answer, HandCount, Method
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.base import new_key
from tests.domain.second_meeting import STATES
from tests.registers import said
from tests.services.published import TABLE, Held, Plan, codes, expected


def one_day(on: datetime.date, place: str, zone: str) -> Plan:
    """A meeting of one day, of all 193 States as members."""
    return Plan(place, zone, on, on)


@pytest.fixture
def torture(tmp_path: Path) -> Iterator[Held]:
    """CAT/SP/SR.6: Geneva, Wednesday 24 November, called to order at 3.45 p.m.; the ballot for two seats."""
    held = Held(tmp_path / "cat.nmirf", one_day(datetime.date(2027, 11, 24), "Geneva", "Europe/Zurich"))
    desk, meeting = held.desk, held.meeting
    chair = Person(new_key(), Trilingual(), "MUS", "Gian", "Nath", Gender.MASCULINE)
    desk.members.save_person(chair)
    desk.meetings.record_officer(Officer("", meeting.key, Office.CHAIR, "MUS", chair.key))
    item = held.item("Election of five members of the Committee against Torture")
    held.at(15, 45)
    desk.sittings.open(held.sitting.key)
    names = {"CMR": "Mr. Dipanda Mouelle", "CZE": "Mr. Karabec", "NPL": "Mr. Regmi", "JOR": "Mr. Sadi"}
    nominees = tuple(Nominee(state, name) for state, name in names.items())
    election = desk.elections.open(NewElection(meeting.key, item.key, item.title, 2, nominees, body=Body.OTHER))
    held.at(16)
    ballot = desk.ballots.open(election.key)
    desk.ballots.issue(ballot.key, 61, 61)
    keys = {one.state.iso3: one.key for one in desk.elections.board(election.key).names}
    votes = {"CMR": 28, "CZE": 27, "NPL": 26, "JOR": 24}
    desk.ballots.count(ballot.key, 2, 1, {keys[state]: number for state, number in votes.items()})
    desk.ballots.close(ballot.key)
    held.at(16, 20)
    held.heard(item, "GBR", "asked what would happen if no candidate obtained the majority")
    yield held
    held.close()


def test_a_summary_record_of_an_election_is_reproduced(torture: Held) -> None:
    """CAT/SP/SR.6, paras. 1–5: the figures of the ballot as the Chair announced them, and that nobody was elected."""
    texts = torture.texts()
    for sentence in expected("CAT/SP/SR.6"):
        assert sentence in torture.read() or sentence in texts, sentence
    figures = [line.strip() for line in torture.read().splitlines()]
    for line in (
        "Number of ballot papers 61", "Number of invalid papers 2", "Number of valid papers 59", "Abstentions 1",
        "Number of members voting 58", "Required majority 30",
    ):  # fmt: skip
        assert line in figures, figures
    board = torture.desk.elections.all(torture.meeting.key)[0]
    assert board.standing.left == 2


@pytest.fixture
def cites(tmp_path: Path) -> Iterator[Held]:
    """CoP15 Plen. 4 (Rev. 2): Doha, Wednesday 24 March, from 2.10 to 5 p.m.; a deletion that was voted down."""
    held = Held(tmp_path / "cites.nmirf", one_day(datetime.date(2027, 3, 24), "Doha", "Asia/Qatar"))
    desk, meeting = held.desk, held.meeting
    item = held.item("Review of decisions")
    held.at(14, 10)
    desk.sittings.open(held.sitting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Deletion of Decision 14.81"), said("Decides to delete."))
    desk.proposals.note_objection(put.key)
    held.at(14, 30)
    vote = desk.voting.open(Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, put.key))
    desk.voting.record_hands(vote.key, HandCount(24, 46, 9))
    desk.voting.close(vote.key)
    held.at(17)
    desk.sittings.close(held.sitting.key)
    yield held
    held.close()


def test_a_summary_record_of_a_rejection_is_reproduced(cites: Held) -> None:
    """CoP15 Plen. 4 (Rev. 2), item 19: 24 in favour, 46 against, 9 abstentions; the majority comes first."""
    for sentence in expected("CoP15 Plen. 4 (Rev. 2)"):
        assert sentence in cites.read(), cites.read()


AGAINST = codes("BLR PRK ERI RUS SYR")
ABSTAINING = codes(
    "DZA AGO ARM BGD BOL BDI CAF CHN COG CUB SLV GNQ IND IRN IRQ KAZ KGZ LAO MDG MLI MNG MOZ NAM NIC PAK SEN ZAF SSD "
    "LKA SDN TJK UGA TZA VNM ZWE"
)
ABSENT = codes("AZE BFA CMR SWZ ETH GIN GNB MAR TGO TKM UZB VEN")


@pytest.fixture
def emergency(tmp_path: Path) -> Iterator[Held]:
    """A/ES-11/PV.5: New York, Wednesday 2 March; draft resolution A/ES-11/L.1, a recorded vote of the 193 States."""
    held = Held(tmp_path / "es11.nmirf", one_day(datetime.date(2033, 3, 2), "New York", "America/New_York"))
    desk, meeting = held.desk, held.meeting
    item = held.item("Letter dated 28 February")
    held.at(10)
    desk.sittings.open(held.sitting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Resolution"), said("Reaffirms its commitment."))
    desk.proposals.note_objection(put.key)
    desk.sittings.record(meeting.key, sorted(STATES), PresenceKind.ARRIVED)
    held.at(12)
    vote = desk.voting.open(Ballot(meeting.key, item.key, Method.RECORDED, put.key))
    groups = {Answer.AGAINST: AGAINST, Answer.ABSTAINING: ABSTAINING, Answer.NOT_PARTICIPATING: ABSENT}
    for answer, states in groups.items():
        for state in states:
            desk.voting.cast(Cast(vote.key, state, answer))
    desk.voting.cast_together(vote.key, Answer.IN_FAVOUR)
    desk.voting.close(vote.key)
    yield held
    held.close()


@pytest.mark.parametrize("language", list(Language))
def test_a_recorded_vote_of_193_states_is_reproduced_with_its_lists(emergency: Held, language: Language) -> None:
    """A/ES-11/PV.5: 141 to 5, with 35 abstentions; the lists in each language's order, which hold every State once."""
    read = emergency.read(language)
    if language is Language.EN:
        for sentence in expected("A/ES-11/PV.5"):
            assert sentence in read, sentence
    words = catalog(language)
    for code in (*AGAINST, *ABSTAINING):
        assert STATES[code].said_in(words) in read
    assert "141" in read
    assert "35 abst" in read.lower()


def test_the_table_names_each_paragraph_and_says_what_the_program_does_not() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["document"] for row in rows} == {
        "CAT/SP/SR.6", "CoP15 Plen. 4 (Rev. 2)", "A/ES-11/PV.5", "IPBES/1/12",
    }  # fmt: skip
    for row in rows:
        assert row["paragraph"], row
        assert row["tells"], row
        assert row["result"] == "same" or row["result"].startswith(("differs: ", "not said: ")), row
        assert bool(row["drafted"]) != row["result"].startswith("not said"), row
