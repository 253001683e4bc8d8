"""Elections in the minutes: who stood, each ballot with its result, what was declared, drawn or put right; no voter."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain import gaps
from nmirf_desktop.domain.blocks import BarChart, Block, DataTable, Listing, Para
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.election_board import Records
from nmirf_desktop.domain.election_papers import every_election
from nmirf_desktop.domain.election_replay import ElectionReplay, election_steps
from nmirf_desktop.domain.election_replay_sentences import election_details
from nmirf_desktop.domain.elections import (
    BallotCorrection,
    BallotKind,
    Body,
    Candidate,
    Count,
    Election,
    ElectionBallot,
)
from nmirf_desktop.domain.minutes import Minutes, Section
from nmirf_desktop.domain.minutes_blocks import blocks_after
from nmirf_desktop.domain.minutes_papers import just_drafted, minutes_paper
from nmirf_desktop.domain.officers import ELECTIONS, Office, Officer
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.projected_election import election_texts
from nmirf_desktop.ui.screens.session_election_said import said_by_chair
from tests.domain.reading import Reader
from tests.domain.second_meeting import FIRST, MEMBERS, at, facts
from tests.registers import said

TITLE = said("Election of the Executive Committee")
STAND = ("MAR", "PRY", "PRT")
VOTERS = tuple(code for code in MEMBERS if code not in STAND)


def election(seats: int = 1, **more: object) -> Election:
    held = Election("e", "meeting", "i4", TITLE, Body.OTHER, seats, at(FIRST, 11), VOTERS)
    return replace(held, **more)  # type: ignore[arg-type]


def ballot(
    number: int, kind: BallotKind, places: int, blank: int = 0, invalid: int = 0, **votes: int
) -> ElectionBallot:
    """A closed ballot of nine voters; each is marked as having returned a paper."""
    opened = at(FIRST, 11, 10 * number)
    return ElectionBallot(
        f"b{number}", "e", number, kind, places, tuple(votes), opened, Papers(9, 9, invalid, VOTERS, VOTERS, ()),
        Count(blank, tuple(votes.values())), opened + datetime.timedelta(minutes=5),
    )  # fmt: skip


def held(one: Election, *ballots: ElectionBallot, **more: object) -> RecordedMeeting:
    stand = tuple(Candidate(code, "e", place, code) for place, code in enumerate(STAND))
    known = replace(facts(), elections=(one,), candidates=stand, ballots=ballots)
    return replace(known, **more)  # type: ignore[arg-type]


def texts(known: RecordedMeeting) -> dict[str, str]:
    """What the minutes say of an election in English, by slots in their order."""
    before = {one.slot for one in draft(facts())}
    return {one.slot: one.text[Language.EN] for one in draft(known) if one.slot not in before}


FIRST_BALLOT = ballot(1, BallotKind.OPEN, 2, blank=1, invalid=1, MAR=6, PRY=3, PRT=3)
SECOND_BALLOT = ballot(2, BallotKind.RESTRICTED, 1, blank=1, PRY=3, PRT=5)


def test_an_election_reads_from_its_candidates_to_the_last_seat() -> None:
    known = held(election(2), FIRST_BALLOT, SECOND_BALLOT)
    assert texts(known) == {
        "election:e": (
            "The meeting proceeded to the election of the Executive Committee. There were two seats to be filled. "
            "The following candidates stood: Morocco, Paraguay and Portugal."
        ),
        "ballot:b1": "A vote was taken by secret ballot (ballot 1, unrestricted). The result was as follows:",
        "elected:b1": "Having obtained the required majority, the following candidate was elected: Morocco.",
        "ballot:b2": "A vote was taken by secret ballot (ballot 2, restricted). The result was as follows:",
        "elected:b2": "Having obtained the required majority, the following candidate was elected: Portugal.",
    }
    assert {one.section for one in draft(known) if one.slot == "ballot:b1"} == {Section.ITEM}


def test_the_numbers_of_a_ballot_follow_as_the_chair_read_them_out() -> None:
    known = held(election(2), FIRST_BALLOT, SECOND_BALLOT)
    figures, votes = blocks_after("ballot:b1", known)
    assert isinstance(figures, Listing)
    assert [(one.label.en, one.text.en) for one in figures.entries if one.label] == [
        ("Number of ballot papers issued", "9"), ("Number of ballot papers", "9"),
        ("Number of invalid papers", "1"), ("Number of valid papers", "8"),
        ("Abstentions", "1"), ("Number of members voting", "7"), ("Required majority", "4"),
    ]  # fmt: skip
    assert isinstance(votes, DataTable)
    assert [[cell.en for cell in row] for row in votes.rows] == [
        ["Morocco", "6"], ["Paraguay", "3"], ["Portugal", "3"],
    ]  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_r35_the_minutes_never_say_who_voted(language: Language) -> None:
    """Every member entitled returned a paper, and is named nowhere in what is said of the election."""
    known, bare = held(election(2), FIRST_BALLOT, SECOND_BALLOT), facts()
    words = catalog(language)

    def read(meeting: RecordedMeeting) -> str:
        return Reader(words).minutes(minutes_paper(Minutes("m", "meeting"), just_drafted(meeting), meeting))

    with_it, without = read(known), read(bare)
    for code in VOTERS:
        name = known.states[code].said_in(words)
        assert with_it.count(name) == without.count(name), code


def test_r27_what_was_declared_otherwise_and_what_was_put_right_is_said_with_its_reason() -> None:
    declared = replace(ballot(1, BallotKind.OPEN, 1, MAR=5, PRY=4), declared=("PRY",), divergence="So it was agreed.")
    assert texts(held(election(), declared))["elected:b1"] == (
        "The Chair declared the following candidate elected: Paraguay. The Chair declared a result other than that of "
        "the numbers, for this reason: “\u2068So it was agreed\u2069”."
    )
    right = ballot(1, BallotKind.OPEN, 1, MAR=4, PRY=5)
    before = BallotCorrection(
        "c", "b1", at(FIRST, 12), "Two names were exchanged.", Papers(9, 9, 0, VOTERS, VOTERS, ()), Count(0, (5, 4))
    )
    found = texts(held(election(), right, corrections=(before,)))
    assert found["elected:b1"].endswith("was elected: Paraguay.")
    assert found["ballot corrected:c"] == (
        "Before the record was corrected, the following results had been announced: Paraguay: 4, Morocco: 5. "
        "Reason: “\u2068Two names were exchanged\u2069”."
    )
    assert list(found).index("elected:b1") < list(found).index("ballot corrected:c")


def test_r35_a_lot_a_special_ballot_and_a_withdrawal_are_said_in_their_place() -> None:
    first = ballot(1, BallotKind.OPEN, 1, blank=1, MAR=4, PRY=2, PRT=2)
    special = ballot(2, BallotKind.TIED_FOR_LIST, 1, blank=1, PRY=4, PRT=4)
    special = replace(special, lot=("PRT",), lot_at=at(FIRST, 11, 27))
    last = ballot(3, BallotKind.RESTRICTED, 1, blank=1, MAR=4, PRT=4)
    last = replace(last, lot=("PRT",), lot_at=at(FIRST, 11, 37))
    known = held(election(), first, special, last)
    gone = replace(known.candidates[1], withdrawn_at=at(FIRST, 11, 28))
    found = texts(replace(known, candidates=(known.candidates[0], gone, known.candidates[2])))
    assert list(found) == [
        "election:e", "ballot:b1", "elected:b1", "ballot:b2", "elected:b2", "lot:b2", "candidate withdrawn:PRY",
        "ballot:b3", "elected:b3", "lot:b3",
    ]  # fmt: skip
    assert found["ballot:b2"].startswith("Votes being equal for the last place on the restricted list, a special vote")
    assert found["elected:b2"] == (
        "The following candidates again obtained an equal number of votes: Paraguay and Portugal."
    )
    assert found["lot:b2"] == (
        "The Chair having drawn lots, the following candidate was placed on the restricted list: Portugal. "
        "The following candidate was not placed on the restricted list: Paraguay."
    )
    assert found["candidate withdrawn:PRY"] == (
        "After ballot 2, the candidature of the following was withdrawn: Paraguay."
    )
    assert found["elected:b3"] == (
        "No candidate obtained the required majority. The following candidates obtained an equal number of votes: "
        "Morocco and Portugal."
    )
    assert found["lot:b3"] == "The Chair having drawn lots, the following candidate was elected: Portugal."


THREE = ("DEU", "MAR", "FRA", "CHE")


def equal(known: RecordedMeeting) -> RecordedMeeting:
    """The same with candidates whose alphabetical order is another one in each language."""
    return replace(known, candidates=tuple(Candidate(code, "e", place, code) for place, code in enumerate(THREE)))


TIED = equal(
    held(
        election(),
        ballot(1, BallotKind.OPEN, 1, MAR=4, DEU=2, FRA=2, CHE=1),
        ballot(2, BallotKind.TIED_FOR_LIST, 1, DEU=4, FRA=5),
        ballot(3, BallotKind.RESTRICTED, 1, MAR=4, FRA=5),
    )
)


def in_record(facts: RecordedMeeting) -> tuple[Block, ...]:
    """What the voting record says of the one election of a meeting."""
    (section,) = (one for one in votes_paper(facts).sections if one.title.en.startswith("Election 1."))
    return section.blocks


def test_r35_what_followed_from_a_special_ballot_is_said_alike_in_minutes_record_and_replay() -> None:
    """Who goes on and who falls out, where nothing was said of it but the votes."""
    followed = (
        "Having obtained most votes of the tied, the following candidate was placed on the restricted list: France. "
        "The following candidate was not placed on the restricted list: Germany."
    )
    assert texts(TIED)["elected:b2"] == followed
    assert followed in [one.text.en for one in in_record(TIED) if isinstance(one, Para)]
    replay = ElectionReplay(election_steps(Records(TIED.elections[0], TIED.candidates, TIED.ballots, (), TIED.states)))
    told = [election_details(replay, place, catalog(Language.EN)) for place in range(len(replay.steps))]
    assert followed.replace(": France. ", ": France.\n") in "\n".join(told)


def test_r35_a_lot_for_a_place_on_the_list_is_told_alike_in_the_voting_record() -> None:
    first, second, _ = TIED.ballots
    again = replace(second, count=Count(1, (4, 4)), lot=("DEU",), lot_at=at(FIRST, 11, 27))
    known = replace(TIED, ballots=(first, again))
    lot = (
        "The Chair having drawn lots, the following candidate was placed on the restricted list: Germany. "
        "The following candidate was not placed on the restricted list: France."
    )
    assert texts(known)["lot:b2"] == lot
    paras = [one.text.en for one in in_record(known) if isinstance(one, Para)]
    assert "The following candidates again obtained an equal number of votes: France and Germany." in paras
    assert lot in paras


def test_r35_a_special_ballot_for_a_seat_that_is_equal_again_says_so_before_the_lot() -> None:
    seat = replace(ballot(2, BallotKind.TIED_FOR_SEAT, 1, DEU=4, FRA=4), lot=("FRA",), lot_at=at(FIRST, 11, 27))
    known = equal(held(election(2), ballot(1, BallotKind.OPEN, 2, MAR=6, DEU=5, FRA=5, CHE=0), seat))
    found = texts(known)
    assert (
        found["elected:b2"] == "The following candidates again obtained an equal number of votes: France and Germany."
    )
    assert found["lot:b2"] == "The Chair having drawn lots, the following candidate was elected: France."


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.EN, ["France", "Germany", "Morocco", "Switzerland"]),
        (Language.FR, ["Allemagne", "France", "Maroc", "Suisse"]),
        (Language.ES, ["Alemania", "Francia", "Marruecos", "Suiza"]),
    ],
)
def test_r35_equal_votes_stand_in_the_alphabetical_order_of_the_language(language: Language, names: list[str]) -> None:
    known, words = (
        equal(held(election(4), ballot(1, BallotKind.OPEN, 4, CHE=5, MAR=5, FRA=5, DEU=5))),
        catalog(language),
    )
    _, votes = blocks_after("ballot:b1", known)
    assert isinstance(votes, DataTable)
    assert [row[0].read(language).whole for row in votes.rows] == names
    (chart,) = (one for one in in_record(known) if isinstance(one, BarChart))
    assert [bar.label.read(language).whole for bar in chart.bars] == names
    told = {one.slot: one.text[language] for one in draft(known)}["elected:b1"]
    assert sorted(names, key=told.index) == names
    (shown,) = every_election(known)
    for text in (said_by_chair(shown, words), "\n".join(election_texts(shown, words))):
        assert sorted(names, key=text.index) == names


def test_r35_acclamation_and_what_was_broken_off_are_said_and_what_only_began_is_not() -> None:
    acclaimed = election(4, acclaimed=STAND[::-1], acclaimed_at=at(FIRST, 12))
    found = texts(held(acclaimed))
    assert found["acclamation:e"] == (
        "The following candidates were elected to the Executive Committee by acclamation: "
        "Morocco, Paraguay and Portugal."
    )
    assert found["seats left:e"] == "One seat was left vacant."
    stopped = election(2, stopped_at=at(FIRST, 12), reason="No time was left.")
    assert texts(held(stopped, FIRST_BALLOT))["election stopped:e"] == (
        "The meeting broke the election off, for this reason: “\u2068No time was left\u2069”. One seat was left vacant."
    )
    assert texts(held(election())) == {}


def test_the_title_of_an_election_that_is_missing_or_older_than_its_original_is_told() -> None:
    title = said("Election of the Chair").with_text(Language.ES, "")
    known = held(election(2, title=title.with_text(Language.EN, "Election of the Chairs")), FIRST_BALLOT)
    minutes = gaps.of_minutes(just_drafted(known), known)
    votes = gaps.of_votes(known, known.votes, elections=True)
    for found in (minutes, votes):
        told = [gap for gap in found if gap.said_in(catalog(Language.EN)) == "Election 1: title"]
        assert {(gap.language, gap.state) for gap in told} == {
            (Language.FR, TextState.OUTDATED),
            (Language.ES, TextState.MISSING),
        }
    assert not [gap for gap in gaps.of_votes(known, known.votes) if "Election" in gap.said_in(catalog(Language.EN))]


def test_r35_who_withdrew_before_a_vote_was_taken_stood_and_is_named() -> None:
    """Two stood, and one withdrew: the minutes said that one candidate had stood."""
    known = held(election(acclaimed=("MAR",), acclaimed_at=at(FIRST, 11, 30)))
    gone = replace(known.candidates[1], withdrawn_at=at(FIRST, 11, 10))
    found = texts(replace(known, candidates=(known.candidates[0], gone)))
    assert list(found) == ["election:e", "candidate withdrawn:PRY", "acclamation:e"]
    assert found["election:e"].endswith("The following candidates stood: Morocco and Paraguay.")
    assert found["candidate withdrawn:PRY"] == (
        "Before the election by acclamation, the candidature of the following was withdrawn: Paraguay."
    )
    voted = held(election(), ballot(1, BallotKind.OPEN, 1, MAR=6, PRT=3))
    early = replace(voted.candidates[1], withdrawn_at=at(FIRST, 11, 5))
    found = texts(replace(voted, candidates=(voted.candidates[0], early, voted.candidates[2])))
    assert list(found)[:3] == ["election:e", "candidate withdrawn:PRY", "ballot:b1"]
    assert "Morocco, Paraguay and Portugal" in found["election:e"]
    assert found["candidate withdrawn:PRY"] == (
        "Before a vote was taken, the candidature of the following was withdrawn: Paraguay."
    )
    counting = replace(early, withdrawn_at=at(FIRST, 11, 12))
    found = texts(replace(voted, candidates=(voted.candidates[0], counting, voted.candidates[2])))
    assert found["candidate withdrawn:PRY"].startswith("During ballot 1, ")


@pytest.mark.parametrize(
    ("language", "stood"),
    [
        (Language.EN, "The following candidates stood: Morocco, Paraguay and Portugal."),
        (Language.FR, "Les candidatures suivantes sont présentées\u00a0: Maroc, Paraguay et Portugal."),
        (Language.ES, "Se presentan las candidaturas siguientes: Marruecos, Paraguay y Portugal."),
    ],
)
def test_r35_of_an_election_broken_off_before_any_ballot_all_who_stood_are_named(
    language: Language, stood: str
) -> None:
    """Three stood, and one withdrew: the minutes said that only that one had stood."""
    known = held(election(stopped_at=at(FIRST, 12), reason="No time was left."))
    gone = replace(known.candidates[1], withdrawn_at=at(FIRST, 11, 30))
    known = replace(known, candidates=(known.candidates[0], gone, known.candidates[2]))
    before = {one.slot for one in draft(facts())}
    found = {one.slot: one.text[language] for one in draft(known) if one.slot not in before}
    assert list(found) == ["election:e", "candidate withdrawn:PRY", "election stopped:e"]
    assert found["election:e"].endswith(stood)
    if language is Language.EN:
        assert found["candidate withdrawn:PRY"] == "The candidature of the following was withdrawn: Paraguay."


def test_a_usual_election_is_a_sentence_and_its_officers_are_told_under_their_item() -> None:
    def opened(title: Trilingual) -> str:
        known = held(election(title=title, acclaimed=("MAR",), acclaimed_at=at(FIRST, 11, 30)))
        return texts(known)["election:e"]

    for office, name in ((Office.CHAIR, "Chair"), (Office.VICE_CHAIR, "Vice-Chair"), (Office.RAPPORTEUR, "Rapporteur")):
        assert opened(ELECTIONS[office]).startswith(f"The meeting proceeded to the election of the {name}. ")
    assert opened(said("Election of auditors")).startswith(
        "The meeting proceeded to an election (“Election of auditors”). "
    )
    known = held(election(title=ELECTIONS[Office.CHAIR], acclaimed=("MAR",), acclaimed_at=at(FIRST, 11, 30)))
    told = [one.text.en for one in draft(known) if one.section is Section.OFFICERS]
    assert [one.startswith("As recorded under agenda item ") for one in told if "elected Morocco as Chair" in one] == [
        True
    ]


def test_a_state_recorded_besides_never_takes_the_name_of_whom_the_room_elected() -> None:
    """“Ms. Maria Benitez (Kenya) as Chair” became “the representative of Kenya” once Kenya was recorded too."""
    known = held(election(title=ELECTIONS[Office.CHAIR], acclaimed=("MAR",), acclaimed_at=at(FIRST, 11, 30)))
    stood = tuple(replace(one, name="Ms. Maria Benitez") if one.key == "MAR" else one for one in known.candidates)
    known = replace(known, candidates=stood)
    told = [one.text for one in draft(known) if one.slot.startswith("officers:")]
    entered = replace(known, officers=(Officer("o", "meeting", Office.CHAIR, "MAR", item="i4"),))
    assert [one.text for one in draft(entered) if one.slot.startswith("officers:")] == told
    assert "Ms. Maria Benitez (Morocco) as Chair" in told[0].en
    ana = Person("ana", Trilingual(), "MAR", "Ana", "Sosa", Gender.FEMININE)
    by_name = replace(entered, officers=(replace(entered.officers[0], person="ana"),), people=(ana,))
    (said_now,) = [one.text.en for one in draft(by_name) if one.slot.startswith("officers:")]
    assert "elected Ms. Ana SOSA (Morocco) as Chair." in said_now, "a person of the register is known better"
