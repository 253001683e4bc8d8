"""The sample register, on several days: complete, sound, and found to be what it is meant to be."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.dispatches import Standing
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import AGENDAS, DocumentKind
from nmirf_desktop.domain.item_requests import Fate
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, notice_deadline
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.papers import fingerprint
from nmirf_desktop.domain.participants import Answer, Part
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.domain.voting import Act, Method, Mode, Outcome
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.action_plans import ActionPlans
from nmirf_desktop.services.actions import Actions
from nmirf_desktop.services.agenda import Agendas
from nmirf_desktop.services.agenda_versions import AgendaVersions
from nmirf_desktop.services.committees import Committees
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.deliveries import Deliveries
from nmirf_desktop.services.invitations import Invitations
from nmirf_desktop.services.item_requests import ItemRequests
from nmirf_desktop.services.meetings import Meetings
from nmirf_desktop.services.members import Members
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.proposals import Proposals
from nmirf_desktop.services.readiness import Readiness
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.sample import FIRST_DAY, make_sample
from nmirf_desktop.services.sample.calendar import calendar_for
from nmirf_desktop.services.settings import Settings
from nmirf_desktop.services.sittings import Sittings
from nmirf_desktop.services.states import States
from nmirf_desktop.services.translations import Translations
from nmirf_desktop.services.voting import Voting
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.verification import verify
from tests import samples

DAYS = (FIRST_DAY, datetime.date(2026, 11, 24), datetime.date(2028, 2, 29), datetime.date(2031, 12, 31))


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample as of a day, opened to read."""

    on: datetime.date
    path: Path
    store: Store

    @property
    def states(self) -> States:
        return States(self.store)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        return Meetings(self.store).list()

    @property
    def planned(self) -> Meeting:
        return self.meetings[-1]

    @property
    def last(self) -> Meeting:
        return self.meetings[-2]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    path = samples.sample(tmp_path_factory, tmp_path_factory.mktemp("sample") / "sample.nmirf", request.param)
    with open_register(path, read_only=True) as store:
        yield Sample(request.param, path, store)


def test_is_one_file_whose_journal_agrees_with_its_rows(sample: Sample) -> None:
    beside = {one.name for one in sample.path.parent.iterdir()} - {sample.path.name}
    assert not {name for name in beside if not name.endswith(("-wal", "-shm"))}
    with sample.store.read() as session:
        assert verify(session).faults == ()


def test_is_marked_as_a_specimen(sample: Sample) -> None:
    assert Settings(sample.store).read().specimen


def test_nothing_is_recorded_after_its_day(sample: Sample) -> None:
    facts = Compliance(sample.store).facts()
    assert max(one.received_on for one in facts.communications) <= sample.on
    assert max(one.period.start for one in facts.memberships) <= sample.on
    held = [one for one in sample.meetings if one.agenda_adopted_on is not None]
    assert len(held) == len(sample.meetings) - 1
    assert max(one.closes_on for one in held) < sample.on - datetime.timedelta(days=60)


def test_members_and_observers(sample: Sample) -> None:
    lines = Members(sample.store, sample.states).list(sample.on)
    assert Counter(line.status for line in lines if line.status) == {
        MembershipKind.MEMBER: 60,
        MembershipKind.OBSERVER: 15,
    }
    groups = {line.state.group for line in lines if line.status is MembershipKind.MEMBER}
    assert len(groups) == 5
    assert [line.key for line in lines if line.pending] == ["MWI"]
    assert {line.key for line in lines if line.lacks_focal_point} == {"GMB", "SLV", "DOM"}


def test_people_are_functions_with_addresses_that_lead_nowhere(sample: Sample) -> None:
    with sample.store.read() as session:
        people = PEOPLE.all(session)
    assert {one.given_name + one.family_name + "".join(one.telephones) for one in people} == {""}
    assert all(one.email.endswith(".example.org") for one in people)
    ghana = next(one for one in people if one.state == "GHA" and one.email.startswith("focal"))
    assert ghana.email == "focal.point@gh.example.org"
    assert [ghana.function[language] for language in Language] == [
        "Focal point of Ghana",
        "Point focal du Ghana",
        "Punto focal de Ghana",
    ]


def test_committee_in_office(sample: Sample) -> None:
    history = Committees(sample.store).history(sample.on)
    assert history.current is not None
    assert not history.current.acting
    assert len(history.current.states) == 5
    assert history.coordinator is not None
    ends = [term.period.end for term in history.terms]
    assert [term.period.start for term in history.terms[1:]] == ends[:-1]
    meetings = {meeting.key: meeting for meeting in sample.meetings}
    for term in history.terms:
        assert term.meeting is not None
        assert meetings[term.meeting].opens_on <= term.appointed_on <= meetings[term.meeting].closes_on


def test_one_founding_meeting_then_one_a_year(sample: Sample) -> None:
    founding, *annual = sample.meetings
    assert (founding.symbol, founding.kind) == ("NMIRF/2024", MeetingKind.FOUNDING)
    assert [one.counts_for for one in annual] == list(range(2025, 2025 + len(annual)))
    assert all(one.kind is MeetingKind.ANNUAL and one.symbol == f"NMIRF/{one.counts_for}" for one in annual)
    for meeting in annual[:-1]:
        notice = Meetings(sample.store).plan(meeting.key).notice
        assert notice is not None
        assert notice.on_time


def test_the_next_agenda_is_due_and_not_sent(sample: Sample) -> None:
    plan = Meetings(sample.store).plan(sample.planned.key)
    assert 2 <= (notice_deadline(sample.planned.opens_on) - sample.on).days <= 12
    assert plan.dispatches == ()
    assert len(plan.sittings) == 6
    assert sample.planned.agenda_agreed_on is not None
    assert sample.planned.agenda_agreed_on <= sample.on


def test_the_last_meeting_has_twelve_items_and_was_held_in_six_sittings(sample: Sample) -> None:
    items = Agendas(sample.store).items(sample.last.key)
    assert sum(one.level == 0 for one in items) == 12
    assert sum(one.level > 0 for one in items) >= 5
    sittings = Sittings(sample.store, sample.states).all(sample.last.key)
    assert len(sittings) == 6
    for sitting in sittings:
        assert sitting.opened_at is not None
        assert sitting.closed_at is not None
        assert sitting.opened_at < sitting.closed_at < sitting.opened_at + datetime.timedelta(hours=3, minutes=20)


def test_interventions_fall_into_sittings_and_stand_under_items(sample: Sample) -> None:
    sittings = Sittings(sample.store, sample.states)
    heard = sittings.interventions(sample.last.key)
    assert len(heard) >= 25
    assert {one.language for one in heard} == set(Language)
    assert any(one.body.en == "OHCHR" for one in heard)
    times = [(one.opened_at, one.closed_at) for one in sittings.all(sample.last.key)]
    for one in heard:
        assert any(opened <= one.at <= closed for opened, closed in times if opened and closed)


def test_outcomes_of_the_last_meeting(sample: Sample) -> None:
    voting, proposals = Voting(sample.store, sample.states), Proposals(sample.store)
    boards = [voting.board(vote.key) for vote in voting.votes(sample.last.key)]
    calls = [board for board in boards if board.method is Method.ROLL_CALL]
    adopted, rejected, tied = (board.tally for board in calls)
    assert [board.outcome for board in calls] == [Outcome.ADOPTED, Outcome.NOT_ADOPTED, Outcome.NOT_ADOPTED]
    assert adopted.abstaining
    assert rejected.against > rejected.in_favour
    assert tied.against == tied.in_favour > 0
    assert sum(board.method is Method.SHOW_OF_HANDS for board in boards) == 1
    decisions = proposals.decisions(sample.last.key)
    assert sum(one.mode is Mode.CONSENSUS for one in decisions) >= 4
    assert sum(one.mode is Mode.VOTE for one in decisions) == 1
    assert sum(one.proposal.withdrawn_at is not None for one in proposals.all(sample.last.key)) == 1


def test_sponsors_and_objectors_vote_as_they_spoke(sample: Sample) -> None:
    voting, proposals = Voting(sample.store, sample.states), Proposals(sample.store)
    seen = 0
    for file in proposals.all(sample.last.key):
        for vote in file.votes:
            answers = {state.iso3: str(answer) for state, answer in voting.board(vote.key).answers}
            assert answers[file.proposal.sponsor or ""] == "in_favour"
            for call in file.calls:
                if call.objector is not None:
                    assert answers[call.objector] == "against"
                    seen += 1
    assert seen == 2


def test_one_answer_was_changed_and_one_intention_noted(sample: Sample) -> None:
    voting = Voting(sample.store, sample.states)
    acts = Counter(one.act for vote in voting.votes(sample.last.key) for one in voting.positions(vote.key))
    assert acts[Act.CHANGE] == acts[Act.INTENDED] == 1


def test_texts_of_held_meetings_are_final_and_minutes_approved(sample: Sample) -> None:
    papers, readiness, book = (
        Papers(sample.store, sample.states),
        Readiness(sample.store),
        MinuteBook(sample.store, sample.states),
    )
    for meeting in sample.meetings[:-1]:
        assert readiness.of(meeting.key) == ()
        assert papers.contents(Request(DocumentKind.MINUTES, meeting.key))[0].gaps == ()
        minutes = book.minutes(meeting.key)
        assert minutes is not None
        assert minutes.state is MinutesState.APPROVED
        states = {state for one in book.paragraphs(minutes.key) for state in one.text.states().values()}
        assert states == {TextState.REVIEWED}


def test_the_years_of_the_action_plan_hold_the_days_of_its_actions(sample: Sample) -> None:
    """Early in a year it planned for the years from that one on what had begun in the year before."""
    plans = ActionPlans(sample.store)
    (plan,) = plans.all()
    actions = [line.action for line in plans.lines(plan.key, sample.on) if line.action is not None]
    days = [day for one in actions for day in (one.begins_on, one.due_on, one.begun_on, one.done_on) if day is not None]
    assert len(actions) == 5
    assert all(plan.first <= day.year <= plan.last for day in days)


def test_three_texts_of_the_planned_meeting_are_unfinished(sample: Sample) -> None:
    found = Readiness(sample.store).of(sample.planned.key)
    assert Counter((one.language, one.state) for one in found) == {
        (Language.ES, TextState.MISSING): 1,
        (Language.FR, TextState.DRAFT): 1,
        (Language.ES, TextState.DRAFT): 1,
    }


def test_only_what_is_meant_to_be_missing_is_found(sample: Sample) -> None:
    findings = Compliance(sample.store).check(sample.on)
    not_kept = [one for one in findings if one.state is FindingState.NOT_KEPT]
    assert {one.rule for one in not_kept} == {"R5"}
    assert len(not_kept) == 3
    due = {one.rule for one in findings if one.state is FindingState.DUE}
    assert {"R8", "R39"} <= due <= {"R8", "R30", "R36", "R39", "R40"}


def test_two_samples_of_a_day_give_the_same_papers(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    make_sample(tmp_path / "two.nmirf", DAYS[1])
    one = samples.sample(tmp_path_factory, tmp_path / "one.nmirf", DAYS[1])
    assert _fingerprints(one) == _fingerprints(tmp_path / "two.nmirf")


def _fingerprints(path: Path) -> list[str]:
    """What is printed on the documents of a sample."""
    with open_register(path, read_only=True) as store:
        papers = Papers(store, States(store))
        return [
            fingerprint(papers.contents(Request(kind, papers.meeting(kind).key))[0].paper, language)
            for kind in (DocumentKind.MINUTES, DocumentKind.ANNOTATED)
            for language in Language
        ]


def test_a_story_told_until_a_day_leaves_the_minutes_circulated_with_requests_open(tmp_path: Path) -> None:
    file, on = tmp_path / "until.nmirf", DAYS[1]
    last = calendar_for(on).last
    make_sample(file, on, last.closes_on + datetime.timedelta(days=40))
    with open_register(file, author="Coordinator") as store:
        book = MinuteBook(store, States(store))
        held = next(one for one in Meetings(store).list() if one.opens_on == last.opens_on)
        minutes = book.minutes(held.key)
        assert minutes is not None
        assert minutes.state is MinutesState.CIRCULATED
        assert [one.request.state for one in book.requests.of(minutes.key) if one.request.open] == ["KEN", "BTN"]


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "here.nmirf"
    path.write_bytes(b"mine")
    with pytest.raises(StorageError):
        make_sample(path, DAYS[1])
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        make_sample(tmp_path / "nowhere" / "sample.nmirf", DAYS[1])
    assert list(tmp_path.iterdir()) == []


def test_a_day_too_early_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Problem):
        make_sample(tmp_path / "early.nmirf", FIRST_DAY - datetime.timedelta(days=1))
    assert list(tmp_path.iterdir()) == []


@given(st.dates(FIRST_DAY, datetime.date(2050, 12, 31)))
def test_the_calendar_holds_on_any_day(on: datetime.date) -> None:
    calendar = calendar_for(on)
    assert 2 <= (notice_deadline(calendar.planned.opens_on) - on).days <= 12
    assert calendar.planned.opens_on.weekday() <= 4
    assert [one.year for one in calendar.held] == list(range(2025, calendar.planned.year))
    assert calendar.last.closes_on < on - datetime.timedelta(days=90)
    opening = [one.opens_on for one in (*calendar.held, calendar.planned)]
    assert opening == sorted(set(opening))
    assert opening[0] >= datetime.date(2025, 1, 1)


def test_members_ask_for_items_and_meetings_for_action(sample: Sample) -> None:
    planned, last = sorted(sample.meetings, key=lambda one: one.opens_on, reverse=True)[:2]
    requests = ItemRequests(sample.store, sample.states).of(planned.key)
    assert [one.fate for one in requests] == [Fate.PENDING, Fate.ACCEPTED, Fate.DECLINED]
    accepted = requests[1]
    parts = [one for one in Agendas(sample.store).items(planned.key) if one.item.key == accepted.item]
    assert [one.level for one in parts] == [1]
    done = [one.done_on is not None for one in Actions(sample.store).of(last.key)]
    assert done == [False, False, True]
    versions = AgendaVersions(sample.store).standing(planned.key).versions
    assert [one.form for one in versions] == [AgendaForm.PROVISIONAL]


def test_the_coming_meeting_has_invitations_answers_and_delegations(sample: Sample) -> None:
    guests = Invitations(sample.store, sample.states).guests(sample.planned.key)
    assert {one.capacity for one in guests.lines} >= {
        Capacity.MEMBER, Capacity.OBSERVER, Capacity.OTHER_STATE, Capacity.OHCHR, Capacity.ACADEMIA,
    }  # fmt: skip
    answers = Counter(one.invitee.answer for one in guests.lines)
    assert all(answers[answer] for answer in Answer)
    assert all(one.invitee.invited_on is not None for one in guests.lines)
    coming = [one for one in guests.lines if one.delegation]
    assert all(one.delegation[0][0].part is Part.HEAD for one in coming)
    assert any(len(one.delegation) > 1 for one in coming)


def test_texts_of_the_planned_meeting_are_out_for_translation(sample: Sample) -> None:
    translations = Translations(sample.store)
    (order,) = translations.orders(sample.planned.key)
    assert order.returned_on is None
    assert order.sent_on < sample.on
    assert order.texts == len(translations.waiting(sample.planned.key, order.target)) > 0
    assert not any(translations.orders(meeting.key) for meeting in sample.meetings[:-1])


def test_minutes_tell_the_adoption_of_the_record_once(sample: Sample) -> None:
    facts = MinuteBook(sample.store, sample.states).facts(sample.last.key)
    told = [one.text for one in draft(facts) if "relevé des décisions" in one.text.fr and "adopt" in one.text.fr]
    assert [text.fr for text in told] == ["Le relevé des décisions est adopté."]


def test_the_information_note_of_the_planned_meeting_was_sent_and_its_agenda_was_not(sample: Sample) -> None:
    (line,) = Deliveries(sample.store).lines()
    assert {one.kind for one in line.issued} == {DocumentKind.INFORMATION}
    assert line.dispatch.meeting == sample.planned.key
    assert line.count(Standing.FAILED) == 1
    assert line.count(Standing.PREPARED) == 3
    assert line.count(Standing.ACKNOWLEDGED) > 10
    assert line.count(Standing.SENT) > 30
    assert {one.recipient.state for one in line.deliveries}.isdisjoint({"GMB", "SLV", "DOM"})  # nobody to write to
    assert all(event.day <= sample.on for one in line.deliveries for event in one.events)
    addresses = {address for one in line.deliveries for address in one.recipient.addresses}
    assert all(address.endswith("example.org") for address in addresses)
    issued = Papers(sample.store, sample.states).issued()
    assert not any(one.kind in AGENDAS for one in issued)
