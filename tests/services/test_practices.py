"""What the Network chooses where the Declaration is silent: seen in a document, from its day on, and taken back."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.candidatures import Call
from nmirf_desktop.domain.compliance import Finding, RuleException
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting, opening_day
from nmirf_desktop.domain.papers import canonical
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.practices import OPEN_QUESTIONS, Choice, Option, Practices, Question
from nmirf_desktop.domain.practised import USUAL, Equal
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import HandCount, Method
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import Appointment, appointing
from nmirf_desktop.services.contents import Contents
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.base import new_key
from tests import registers
from tests.registers import OPENS, Hand, said

DAY = datetime.timedelta(days=1)
FOUNDED = datetime.date(2024, 5, 9)


@pytest.fixture
def clock() -> Hand:
    return Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))


@pytest.fixture
def desk(tmp_path: Path, clock: Hand) -> Iterator[Secretariat]:
    """A network that met today: a Committee in office, a tie by show of hands, and nothing chosen yet."""
    path = tmp_path / "register.nmirf"
    meeting, item, _ = registers.networked(path)
    with open_register(path, author=registers.AUTHOR, clock=clock) as store:
        desk = Secretariat(store, clock)
        desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None)))))
        put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
        desk.proposals.note_objection(put.key)
        tie(desk, meeting.key, item.key, put.key)
        yield desk


def tie(desk: Secretariat, meeting: str, item: str, proposal: str) -> None:
    """Three to three, announced."""
    vote = desk.voting.open(Ballot(meeting, item, Method.SHOW_OF_HANDS, proposal))
    desk.voting.record_hands(vote.key, HandCount(3, 3, 0))
    desk.voting.close(vote.key)


def papers(desk: Secretariat, language: Language) -> list[object]:
    """Every document about the day of the meeting as it reads, but the statement of the rules, which lists them all."""
    meeting = desk.meetings.list()[-1].key
    requests = [
        Request(DocumentKind.AGENDA, meeting=meeting),
        Request(DocumentKind.MINUTES, meeting=meeting),
        Request(DocumentKind.VOTING_RECORD, meeting=meeting),
        Request(DocumentKind.COMMITTEE, None, on=OPENS),
        *(Request(kind, None, on=OPENS) for kind in (DocumentKind.MEMBERS, DocumentKind.CALL, DocumentKind.CANDIDATES)),
    ]
    with desk.store.read() as session:
        contents = Contents(session, desk.states, OPENS)
        return [canonical(one.paper, language) for asked in requests for one in contents.read(asked)]


def chosen(option: Option) -> Question:
    """The question of an answer."""
    return next(one.question for one in OPEN_QUESTIONS.values() if option in {way.option for way in one.ways})


def other(option: Option) -> Option:
    """Another answer to the same question."""
    ways = OPEN_QUESTIONS[chosen(option)].ways
    return next(way.option for way in ways if way.option is not option)


@pytest.mark.parametrize("option", list(Option))
def test_every_answer_is_read_in_a_document_from_its_day_on_and_not_before(desk: Secretariat, option: Option) -> None:
    question = chosen(option)
    desk.candidatures.save_call(Call(new_key(), OPENS, OPENS + 60 * DAY))
    desk.practices.choose(question, other(option), FOUNDED)
    before = {language: papers(desk, language) for language in Language}
    later = desk.practices.choose(question, option, OPENS + DAY)
    assert {language: papers(desk, language) for language in Language} == before
    desk.practices.remove(later.key)
    desk.practices.choose(question, option, FOUNDED + DAY)
    for language in Language:
        assert papers(desk, language) != before[language]


def test_r17_a_voting_record_says_the_quorum_with_its_numbers(desk: Secretariat) -> None:
    assert "No quorum is prescribed." in str(papers(desk, Language.EN))
    desk.practices.choose(Question.QUORUM, Option.THIRD_AND_MAJORITY, FOUNDED)
    assert "5 of 8 members; 6 were present." in str(papers(desk, Language.EN))


def test_r15_equal_votes_are_cast_a_second_time_where_chosen_and_once_only(desk: Secretariat, clock: Hand) -> None:
    meeting = desk.meetings.list()[-1].key
    vote = desk.voting.votes(meeting)[0]
    again = Ballot(meeting, vote.item, Method.SHOW_OF_HANDS, vote.proposal)
    with pytest.raises(Refusal):
        desk.voting.open(again)
    desk.practices.choose(Question.TIE, Option.SECOND_VOTE, FOUNDED)
    assert "a second vote is taken within 48 hours" in str(papers(desk, Language.EN))
    assert vote.proposal is not None
    clock.forward()
    tie(desk, meeting, vote.item, vote.proposal)
    assert "votes equally divided again: not adopted" in str(papers(desk, Language.EN))
    with pytest.raises(Refusal):
        desk.voting.open(again)


def test_r15_a_tie_without_its_second_vote_is_a_remark_of_which_a_reason_can_be_noted(desk: Secretariat) -> None:
    desk.practices.choose(Question.TIE, Option.SECOND_VOTE, FOUNDED)
    later = OPENS + 30 * DAY

    def found() -> Finding:
        return next(one for one in desk.compliance.check(later) if one.rule == "R15" and one.asks_why)

    assert "although the practice asks for one" in found().message.said_in(catalog(Language.EN))
    assert found().explicable
    assert found().label == "Kept, with a remark"
    reason = Trilingual.final("The meeting was over.", "La réunion était close.", "La reunión había terminado.")
    one = found()
    noted = RuleException(new_key(), "R15", one.subject.kind, one.about, Period(OPENS), reason, "Coordinator", OPENS)
    desk.compliance.note_exception(noted)
    assert found().exceptions == (noted,)


def test_r15_r17_the_board_of_a_vote_follows_the_practice_of_its_day(desk: Secretariat) -> None:
    vote = desk.voting.votes(desk.meetings.list()[-1].key)[0]
    assert desk.voting.board(vote.key).practice == USUAL
    desk.practices.choose(Question.TIE, Option.SECOND_VOTE, OPENS)
    desk.practices.choose(Question.QUORUM, Option.QUARTER_AND_MAJORITY, OPENS)
    found = desk.voting.board(vote.key).practice
    assert found.equal is Equal.SECOND_VOTE
    assert (found.there.asked.to_decide, found.there.members, found.there.present) == (5, 8, 6)
    for choice in desk.practices.all():
        desk.practices.save(replace(choice, since=OPENS + DAY))
    assert desk.voting.board(vote.key).practice.equal is Equal.FINAL


def test_r29_regions_are_continents_where_chosen(desk: Secretariat) -> None:
    desk.practices.choose(Question.REGIONS, Option.M49_REGION, FOUNDED)
    english = str(papers(desk, Language.EN))
    assert "Region (M49)" in english
    assert "Americas" in english
    assert "Latin American and Caribbean States" not in english


def test_r40_the_month_is_owed_to_observers_where_chosen(desk: Secretariat) -> None:
    meeting = desk.meetings.list()[-1]
    usual = desk.meetings.plan(meeting.key).notice
    desk.practices.choose(Question.NOTICE_TO, Option.SENT_TO_ALL, FOUNDED)
    found = desk.meetings.plan(meeting.key).notice
    assert usual is not None
    assert found is not None
    assert set(found.missing) - set(usual.missing) == set(registers.OBSERVERS)
    assert found.recipients == usual.recipients + len(registers.OBSERVERS)


def test_a_choice_is_corrected_and_undone(desk: Secretariat) -> None:
    choice = desk.practices.choose(Question.TIE, Option.SECOND_VOTE, OPENS, "Asked for by the meeting")
    with pytest.raises(Problem):
        desk.practices.choose(Question.TIE, Option.REJECTED_AT_ONCE, OPENS)
    desk.steps.undo()
    assert desk.practices.all() == ()
    desk.steps.redo()
    assert desk.practices.all() == (choice,)


@pytest.mark.parametrize(
    ("zone", "secretariat", "starts", "opens", "counted"),
    [
        ("Pacific/Kiritimati", "UTC", "10:00", "2027-03-01", "2027-02-28"),  # +14: 20:00 of the day before
        ("Pacific/Kiritimati", "UTC", "14:00", "2027-03-01", "2027-03-01"),  # +14: midnight itself
        ("Etc/GMT+12", "UTC", "10:00", "2027-02-28", "2027-02-28"),  # −12: 22:00 of the same day
        ("Etc/GMT+12", "UTC", "12:00", "2027-02-28", "2027-03-01"),  # −12: midnight of the next
        ("Etc/GMT+12", "Pacific/Kiritimati", "09:00", "2027-02-28", "2027-03-01"),  # 26 hours later: 11:00 next day
        ("Etc/GMT+12", "Pacific/Kiritimati", "23:00", "2027-02-28", "2027-03-02"),  # 26 hours later: 01:00, two days
        ("Pacific/Kiritimati", "Etc/GMT+12", "01:00", "2027-03-02", "2027-02-28"),  # 26 hours earlier: 23:00
        ("Africa/Casablanca", "Africa/Casablanca", "10:00", "2027-01-26", "2027-01-26"),
    ],
)
def test_r39_the_opening_is_the_day_at_the_secretariat_where_chosen(
    zone: str, secretariat: str, starts: str, opens: str, counted: str
) -> None:
    day = datetime.date.fromisoformat(opens)
    held = Meeting(
        "m", "NMIRF/2027", MeetingKind.ANNUAL, 2, 2027, said("Second"), day, day, Trilingual(), time_zone=zone
    )
    first = Sitting("s", "m", 1, day, datetime.time.fromisoformat(starts), datetime.time(23, 59))
    chosen = Practices((Choice("1", Question.NOTICE_DAYS, Option.DAYS_OF_SECRETARIAT, FOUNDED),))
    assert opening_day(held, (first,), chosen, secretariat) == datetime.date.fromisoformat(counted)
    assert opening_day(held, (first,), Practices(), secretariat) == day
    assert opening_day(held, (), chosen, secretariat) == day


def called(desk: Secretariat, on: datetime.date) -> str:
    """The document of the call opened last, as it reads on a day."""
    with desk.store.read() as session:
        (one,) = Contents(session, desk.states, on).read(Request(DocumentKind.CALL, None, on=on))
        return str(canonical(one.paper, Language.EN))


def test_a_call_keeps_the_practices_of_its_day_and_a_symbol_of_its_own(desk: Secretariat) -> None:
    first, second = datetime.date(2026, 2, 1), datetime.date(2026, 9, 1)
    desk.candidatures.save_call(Call("first", first, first + 30 * DAY))
    desk.candidatures.save_call(Call("second", second, second + 30 * DAY))
    before = called(desk, second)
    desk.practices.choose(Question.ELIGIBLE, Option.OBSERVERS_SIT, second + 20 * DAY)
    assert called(desk, second + 40 * DAY) == before
    assert "NMIRF/CAND/2026/1" in called(desk, first)
    assert "NMIRF/CAND/2026/3" in before


def test_r38_a_silence_agrees_an_agenda_once_and_by_the_committee_in_office(desk: Secretariat) -> None:
    term, meeting = desk.committees.history(OPENS).terms[0], desk.meetings.list()[-1]
    put, closes = datetime.date(2026, 8, 1), datetime.date(2026, 8, 14)
    first = SilenceProcedure("first", term.key, said("Agenda"), said("Agreed?"), put, closes, meeting.key)
    desk.silences.put(first)
    desk.silences.put(replace(first, key="second"))
    desk.silences.agree_agenda("first", OPENS)
    with pytest.raises(Refusal):
        desk.silences.agree_agenda("second", OPENS)
    desk.silences.break_silence("first", closes, "PRY")
    assert desk.meetings.list()[-1].agenda_agreed_on is None
    with pytest.raises(Problem):
        desk.silences.put(replace(first, key="third", put_on=FOUNDED - DAY))
