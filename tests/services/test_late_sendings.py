"""What is said of a sending that is late is what R39 makes of it: one last day, and one ground for it."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.blocks import DataTable
from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.late_sending import late
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience, Meeting, Sitting
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY
from nmirf_desktop.domain.practices import Choice, Option, Question
from nmirf_desktop.domain.rule_changes import Figure, RuleChange
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.milestones import Milestones
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.watch import CHOICES, RULE_CHANGES
from tests.registers import MEMBERS, OPENS, Desk
from tests.services.test_dispatches import IN_TIME, LATE, PREPARED, WITHOUT_ADDRESS, Office, keys

FOUNDED = datetime.date(2024, 6, 1)
DAY = datetime.timedelta(days=1)
CHANGED = "Agenda sent before a meeting, in months"


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    desk, meeting, _ = network
    return Office(desk, meeting)


def said(office: Office, line: Line, on: datetime.date, *states: str) -> str:
    """What is said of sending the agenda to some States, or to all of a dispatch, on a day."""
    to = [one.recipient for one in line.deliveries if not states or one.recipient.state in states]
    found = late(office.deliveries.agenda_due(office.meeting.key), line.issued, to, on)
    return "" if found == NOTHING_TO_SAY else found.said_in(catalog(Language.EN))


def choose(office: Office, question: Question, option: Option) -> None:
    with office.desk.store.write("a practice") as session:
        CHOICES.save(session, Choice(new_key(), question, option, FOUNDED))


def deadline_judged(office: Office) -> object:
    """The last day for sending, as R39 tells it."""
    facts = office.notice(office.deliveries.now.date()).facts
    return next(one.value for one in facts if one.name == "Last day for sending")


def test_r46_a_changed_notice_makes_late_what_was_in_time_by_the_adopted_one(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    assert said(office, line, IN_TIME.date()) == ""
    with office.desk.store.write("a rule") as session:
        RULE_CHANGES.save(session, RuleChange(new_key(), Figure.NOTICE_MONTHS, 2, FOUNDED))
    assert deadline_judged(office) == datetime.date(2026, 9, 24)
    assert said(office, line, IN_TIME.date()) == (
        "After 24 September 2026, the last day for sending the agenda (R39): 30 days late."
    )


def test_the_first_day_is_that_of_the_first_sitting_where_the_secretariat_counts_the_days(
    office: Office, tmp_path: Path
) -> None:
    line = office.send(tmp_path)
    with office.desk.store.write("a place") as session:
        organisation = ORGANISATION.get(session, "organisation")
        ORGANISATION.save(session, replace(organisation, time_zone="America/Los_Angeles"))
    sitting = Sitting(new_key(), office.meeting.key, 0, OPENS, datetime.time(6), datetime.time(9))
    office.desk.meetings.save_sitting(sitting)
    assert said(office, line, OPENS.replace(month=10)) == ""
    choose(office, Question.NOTICE_DAYS, Option.DAYS_OF_SECRETARIAT)
    office.desk.clock.at = LATE
    assert deadline_judged(office) == datetime.date(2026, 10, 23)
    assert said(office, line, datetime.date(2026, 10, 24)).endswith("1 day late.")
    papers = Papers(office.desk.store, office.desk.states, office.desk.clock)
    (content,) = papers.contents(Request(DocumentKind.AGENDA, office.meeting.key))
    assert content.paper.masthead.dated == datetime.date(2026, 10, 23), "what was not sent bears the last day for it"


def test_r40_it_is_late_for_an_observer_where_it_is_owed_to_all(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = LATE
    assert said(office, line, LATE.date(), "CHE") == ""
    choose(office, Question.NOTICE_TO, Option.SENT_TO_ALL)
    assert said(office, line, LATE.date(), "CHE").endswith("1 day late.")


def test_who_joined_after_the_last_day_is_not_sent_it_late(office: Office, tmp_path: Path) -> None:
    office.desk.clock.at = LATE + 2 * DAY
    with office.desk.store.write("a member") as session:
        MEMBERSHIPS.save(
            session, Membership(new_key(), "FIN", MembershipKind.MEMBER, Period(LATE.date()), Basis.COMMUNICATION)
        )
    office._designate("FIN")
    line = office.send(tmp_path)
    assert said(office, line, LATE.date() + DAY, "FIN") == ""
    assert said(office, line, LATE.date() + DAY, "BRA").endswith("2 days late.")


def test_who_was_sent_it_is_not_sent_it_late_again(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = LATE
    office.deliveries.happened(keys(line, "BRA"), Happening.SENT, PREPARED + DAY)
    assert said(office, line, LATE.date(), "BRA") == ""
    assert said(office, line, LATE.date(), "BRA", "GHA") != ""


def test_the_milestone_of_the_agenda_is_done_once_the_log_has_it_sent_to_all(office: Office, tmp_path: Path) -> None:
    """It waited for a note by hand, whatever was sent from the distribution."""

    def done_on() -> datetime.date | None:
        reckoned = Milestones(office.desk.store, office.desk.clock).of(office.meeting.key)
        return next(one.done_on for one in reckoned if one.kind is MilestoneKind.NOTICE)

    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line), Happening.SENT, IN_TIME)
    assert done_on() is None, "nobody wrote to Slovenia"
    by_hand = AgendaDispatch("", office.meeting.key, PREPARED.date(), Audience.MEMBERS, WITHOUT_ADDRESS)
    office.desk.meetings.record_dispatch(by_hand)
    assert done_on() == IN_TIME.date()


def test_r39_tells_the_change_and_the_practice_by_which_its_last_day_is_reckoned(office: Office) -> None:
    """A change of the notice was named before it held, beside a last day that was reckoned without it."""
    later = replace(
        office.meeting, key=new_key(), symbol="NMIRF/2027", number=3, counts_for=2027,
        opens_on=datetime.date(2027, 6, 1), closes_on=datetime.date(2027, 6, 2),
    )  # fmt: skip
    office.desk.meetings.save(later)
    since = datetime.date(2027, 1, 1)
    with office.desk.store.write("a rule") as session:
        RULE_CHANGES.save(session, RuleChange(new_key(), Figure.NOTICE_MONTHS, 3, since))
        CHOICES.save(session, Choice(new_key(), Question.NOTICE_TO, Option.SENT_TO_ALL, datetime.date(2027, 4, 1)))

    def told(on: datetime.date) -> dict[str, object]:
        office.desk.clock.at = datetime.datetime.combine(on, datetime.time(12), datetime.UTC)
        (found, *_) = (
            one
            for one in Compliance(office.desk.store, office.desk.clock).check(on)
            if one.rule == "R39" and one.subject.key == later.key
        )
        return {one.name: one.value for one in found.facts}

    before, after = told(since - DAY), told(datetime.date(2027, 5, 2))
    assert before["Last day for sending"] == datetime.date(2027, 5, 1)
    assert after["Last day for sending"] == datetime.date(2027, 3, 1)
    assert CHANGED not in before
    assert CHANGED in after
    assert "In force since" not in after, "observers had no month yet on the last day for sending"


@pytest.mark.parametrize("days", [0, 1])
@pytest.mark.parametrize("to_all", [False, True])
@pytest.mark.parametrize("changed", [False, True])
def test_r39_what_is_said_before_the_judgement_and_the_certificate_agree(
    office: Office, tmp_path: Path, *, changed: bool, to_all: bool, days: int
) -> None:
    """On the last day and the day after; by a changed notice (R46), and where the month is owed to observers, too."""
    if changed:
        office.desk.clock.at = PREPARED - 60 * DAY  # a person is not written to before the agenda is issued
    line = office.send(tmp_path)
    if changed:
        with office.desk.store.write("a rule") as session:
            RULE_CHANGES.save(session, RuleChange(new_key(), Figure.NOTICE_MONTHS, 2, FOUNDED))
    if to_all:
        choose(office, Question.NOTICE_TO, Option.SENT_TO_ALL)
    last = datetime.date(2026, 9, 24) if changed else datetime.date(2026, 10, 24)
    office.desk.clock.at = datetime.datetime.combine(last + days * DAY, datetime.time(12), datetime.UTC)
    assert deadline_judged(office) == last
    on, late_for = office.desk.clock().date(), set[str]()
    for one in line.deliveries:
        state = one.recipient.state
        if state is not None and said(office, line, on, state):
            late_for.add(state)
    reached = {one.recipient.state for one in line.deliveries} - {None}
    owed = {one for one in reached if to_all or one in MEMBERS}
    assert late_for == (owed if days else set())
    office.deliveries.happened(keys(line), Happening.SENT, office.desk.clock())
    assert late_on_certificate(office, line) == late_for
    judged = office.notice(on)
    counted = f"{len(late_for)} of "
    assert (counted in judged.message.said_in(catalog(Language.EN))) is bool(late_for)
    due = office.deliveries.agenda_due(office.meeting.key)
    assert due is not None
    assert due.notice.after == len(late_for)
    assert said(office, line, on) == "", "what counts is the first"


def late_on_certificate(office: Office, line: Line) -> set[str]:
    """The States whose row of the certificate of the agenda says that it was late."""
    papers = Papers(office.desk.store, office.desk.states, office.desk.clock)
    (content,) = papers.contents(Request(DocumentKind.DISPATCH, office.meeting.key))
    assert isinstance(content.paper, RecordPaper)
    names = {
        state.said_in(catalog(Language.EN)): code
        for code, state in office.desk.states.on(office.desk.clock().date()).items()
    }
    found = set[str]()
    for section in content.paper.sections:
        for block in section.blocks:
            if isinstance(block, DataTable):
                for row in block.rows:
                    name, *_, margin = (cell.read(Language.EN).text for cell in row)
                    if "late" in margin:
                        found.add(names[name.split("\n")[0]])
    return found
