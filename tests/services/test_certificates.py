"""Certificates of dispatch: the answer to "we never received the agenda", with the files, the days and R39."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.blocks import DataTable, Note, Para
from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience, Meeting
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.practices import Choice, Option, Question
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.services.deliveries import Witness
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Asked, Request
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.watch import CHOICES
from tests.registers import Desk, said
from tests.services.test_dispatches import IN_TIME, LATE, PREPARED, WITHOUT_ADDRESS, Office, keys

KIND = DocumentKind.DISPATCH


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    desk, meeting, _ = network
    return Office(desk, meeting)


def papers(office: Office) -> Papers:
    """The documents of the register."""
    return Papers(office.desk.store, office.desk.states, office.desk.clock)


def certificate(office: Office, part: str | None = None, *, addresses: bool = False) -> RecordPaper:
    """A certificate of the meeting as it is now."""
    (content,) = papers(office).contents(Request(KIND, office.meeting.key, part=part, addresses=addresses))
    assert isinstance(content.paper, RecordPaper)
    return content.paper


def rows(paper: RecordPaper, title: str) -> dict[str, tuple[str, ...]]:
    """The rows of a section, by the first line of their first cells."""
    (section,) = (one for one in paper.sections if one.title.en == title)
    (table,) = (block for block in section.blocks if isinstance(block, DataTable))
    said = (tuple(f"{cell.en}\n{cell.below}".strip() for cell in row) for row in table.rows)
    return {row[0].partition("\n")[0]: row for row in said}


def opening(paper: RecordPaper) -> str:
    """What stands before the tables."""
    return " ".join(block.text.en for block in paper.blocks if isinstance(block, Para))


def foot(paper: RecordPaper) -> str:
    """What stands in small type, wherever it does."""
    blocks = (*paper.blocks, *(block for one in paper.sections for block in one.blocks))
    return " ".join(block.text.en for block in blocks if isinstance(block, Note))


def everything(paper: RecordPaper) -> str:
    """All that a certificate prints, in one string."""
    return repr(paper)


def test_r39_the_margin_of_each_recipient_is_told_and_late_is_told_as_late(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = LATE
    office.deliveries.happened(keys(line, "BRA"), Happening.SENT, PREPARED + datetime.timedelta(days=1))
    office.deliveries.happened(keys(line, "MAR"), Happening.SENT, IN_TIME)
    office.deliveries.happened(keys(line, "GHA", "CHE"), Happening.SENT, LATE, "Holiday")
    office.deliveries.happened(keys(line, "BRA"), Happening.ACKNOWLEDGED, IN_TIME)
    paper = certificate(office)
    members = rows(paper, "Members")
    assert members["Brazil"][2] == "3 days before the last day"
    assert members["Morocco"][2] == "on the last day"
    assert members["Ghana"][2] == "1 day late"
    assert "Holiday" in members["Ghana"][1]
    assert members["Indonesia"][2] == "no sending recorded"
    assert "prepared, not recorded as sent" in members["Indonesia"][1]
    assert "receipt acknowledged" in members["Brazil"][1]
    assert "20:00 (UTC)" in members["Morocco"][1]
    assert rows(paper, "Observers")["Switzerland"][2] == "no time limit"
    assert "Slovenia" in opening(paper)  # nothing was prepared for it, and it is missing all the same
    assert members["Slovenia"][1:] == ("nothing is recorded", "no sending recorded")
    assert members["Brazil"][0] == "Brazil\nFocal point", "whose name is a function, in the own language"
    assert "the last day for sending the agenda is 24 October 2026" in opening(paper)


def test_each_file_is_named_by_what_proves_it(office: Office, tmp_path: Path) -> None:
    office.send(tmp_path)
    printed = everything(certificate(office))
    for one in office.issued:
        assert one.fingerprint in printed
        assert one.sha256[:32] in printed
        assert one.sha256[32:] in printed


def test_one_member_has_its_answer_on_one_page(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line), Happening.SENT, IN_TIME)
    paper = certificate(office, "MAR")
    assert list(rows(paper, "Members")) == ["Morocco"]
    (file,) = rows(paper, "Documents").values()
    assert "French" in file[0]
    assert paper.masthead.symbol == "NMIRF/2026/DSP/MAR"
    pages = papers(office).preview(Request(KIND, office.meeting.key, part="MAR"))
    from pypdfium2 import PdfDocument

    assert [len(PdfDocument(one)) for one in pages] == [1, 1, 1]


def test_a_member_to_whom_nothing_went_is_told_so(office: Office, tmp_path: Path) -> None:
    office.send(tmp_path)
    paper = certificate(office, WITHOUT_ADDRESS)
    assert "Nothing is recorded" in opening(paper)
    assert "24 October 2026" in opening(paper)


def test_what_was_not_delivered_and_sent_again_counts_from_the_second_sending(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, PREPARED + datetime.timedelta(hours=1))
    office.deliveries.happened(keys(line, "GHA"), Happening.FAILED, IN_TIME, "550 <gha@example.org> unknown")
    assert rows(certificate(office), "Members")["Ghana"][2] == "not delivered"
    office.desk.clock.at = LATE
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, LATE)
    assert rows(certificate(office), "Members")["Ghana"][2] == "1 day late"


def test_one_of_two_addresses_that_bounced_is_told_and_the_sending_stands(office: Office, tmp_path: Path) -> None:
    (person,) = office.desk.members.file("GHA", PREPARED.date()).people.values()
    office.desk.members.save_person(replace(person, emails=(*person.emails, "mission@gha.example.org")))
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, PREPARED + datetime.timedelta(hours=1))
    bounced = Witness("f" * 64, ("mission@gha.example.org",))
    office.deliveries.happened(keys(line, "GHA"), Happening.FAILED, IN_TIME, witness=bounced)
    ghana = rows(certificate(office), "Members")["Ghana"]
    assert "not delivered at 1 of 2 addresses" in ghana[1]
    assert ghana[2] == "4 days before the last day"


def test_addresses_are_only_where_they_are_asked_for(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, PREPARED + datetime.timedelta(hours=1))
    office.deliveries.happened(keys(line, "GHA"), Happening.FAILED, IN_TIME, "550 <gha@example.org> unknown")
    office.deliveries.happened(keys(line, "MAR"), Happening.SENT, IN_TIME, "At first to <old@example.org>")
    without, with_them = certificate(office), certificate(office, addresses=True)
    assert "@" not in everything(without)
    assert without.masthead.distribution is Distribution.LIMITED
    assert "bra@example.org" in everything(with_them)
    assert "<old@example.org>" in everything(with_them)
    assert "550" not in everything(with_them), "a note for the secretariat stays inside"
    assert with_them.masthead.distribution is Distribution.MEMBERS
    assert with_them.masthead.symbol == "NMIRF/2026/DSP/Add.1"


def test_what_was_taken_back_is_not_told_but_that_it_is_left_out(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, IN_TIME)
    (ghana,) = (one for one in office.deliveries.line(line.dispatch.key).deliveries if one.recipient.state == "GHA")
    office.deliveries.take_back(ghana.events[0].key)
    paper = certificate(office)
    assert "prepared, not recorded as sent" in rows(paper, "Members")["Ghana"][1]
    assert "What was recorded by mistake" in everything(paper)


def test_a_sending_that_was_noted_by_hand_is_told_as_such(office: Office) -> None:
    """It bore the day of the sending, whenever that was noted."""
    day = datetime.date(2026, 10, 20)
    office.desk.clock.at = PREPARED + datetime.timedelta(days=2)
    office.desk.meetings.record_dispatch(AgendaDispatch("", office.meeting.key, day, Audience.MEMBERS))
    paper = certificate(office)
    (row,) = rows(paper, "Sendings noted by hand").values()
    assert row == ("All members", "20 October 2026: sent", "4 days before the last day")
    assert "tells what was recorded by 22 October 2026" in foot(paper)
    office.desk.clock.at = LATE
    assert certificate(office) == paper, "the same register gives the same certificate"
    assert "All members" in everything(certificate(office, "GHA"))
    assert "All members" not in everything(certificate(office, "CHE"))


def test_r40_observers_have_the_month_too_where_the_network_chose_so(office: Office, tmp_path: Path) -> None:
    line, founded = office.send(tmp_path), datetime.date(2024, 6, 1)
    with office.desk.store.write("a practice") as session:
        CHOICES.save(session, Choice(new_key(), Question.NOTICE_TO, Option.SENT_TO_ALL, founded))
    office.desk.clock.at = LATE
    office.deliveries.happened(keys(line, "CHE"), Happening.SENT, LATE)
    paper = certificate(office)
    assert rows(paper, "Observers")["Switzerland"][2] == "1 day late"
    assert "to the observers" in opening(paper)


def test_who_got_it_otherwise_is_not_told_as_without_it(office: Office, tmp_path: Path) -> None:
    office.send(tmp_path)
    day = PREPARED.date()
    office.desk.clock.at = LATE
    office.desk.meetings.record_dispatch(AgendaDispatch("", office.meeting.key, day, Audience.MEMBERS, "GHA"))
    members = rows(certificate(office), "Members")
    assert "Slovenia" in members
    assert members["Ghana"][2] == "noted by hand, see below"
    assert members["Brazil"][2] == "no sending recorded"


def test_each_dispatch_has_its_own_certificate_and_is_offered(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    offered = papers(office).parts(KIND, office.meeting.key)
    assert [one.key for one in offered[:1]] == [line.dispatch.key]
    assert {one.key for one in offered} >= {"BRA", "CHE"}
    assert WITHOUT_ADDRESS not in {one.key for one in offered}
    symbols = {certificate(office, one.key).masthead.symbol for one in offered}
    assert len(symbols) == len(offered)
    assert "NMIRF/2026/DSP/20261020-120000" in symbols


def test_it_is_issued_and_stays_the_same_until_something_new_is_recorded(office: Office, tmp_path: Path) -> None:
    line, request = office.send(tmp_path), Request(KIND, office.meeting.key)
    first = papers(office).issue(request, PREPARED.date())
    assert papers(office).issue(request, PREPARED.date()) == first
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, IN_TIME)
    second = papers(office).issue(request, IN_TIME.date())
    assert {one.version for one in second} == {2}


def test_the_command_line_names_a_state(office: Office) -> None:
    asked = Asked(KIND, "NMIRF/2026", state="Ghana")
    request = papers(office).request(asked, IN_TIME.date())
    assert (request.kind, request.part, request.meeting) == (KIND, "GHA", office.meeting.key)
    with pytest.raises(Problem):
        papers(office).request(replace(asked, vote="1"), IN_TIME.date())


def test_nothing_is_recorded_yet(office: Office) -> None:
    """It bore the last lawful day for the sending, which was still to come."""
    paper = certificate(office)
    assert paper.masthead.dated == PREPARED.date()
    assert "tells what was recorded by 20 October 2026" in foot(paper)
    assert "No sending of the agenda of this meeting is recorded." in opening(paper)
    assert paper.sections == ()


def test_each_sending_names_its_documents_and_the_margin_stands_beside_the_agenda(
    office: Office, tmp_path: Path
) -> None:
    """Nobody could tell which sending was of which document, and the margin stood beside that of another."""
    (tmp_path / "first").mkdir()
    request = Request(DocumentKind.PARTICIPANTS, office.meeting.key)
    issued = papers(office).issue(request, PREPARED.date())
    _, subject, text = office.dispatches.begin([one.key for one in issued])
    other = replace(office.order(), issued=tuple(one.key for one in issued), subject=subject, text=text)
    first = office.send(tmp_path / "first", other)
    office.desk.clock.at = PREPARED + datetime.timedelta(hours=1)
    office.deliveries.happened(keys(first, "GHA"), Happening.SENT, office.desk.clock())
    second = office.send(tmp_path)
    office.desk.clock.at = LATE
    office.deliveries.happened(keys(second, "GHA"), Happening.SENT, LATE)
    (section,) = (one for one in certificate(office, "GHA").sections if one.title.en == "Members")
    (table,) = (block for block in section.blocks if isinstance(block, DataTable))
    (unlimited, late) = ([cell.en for cell in row] for row in table.rows)
    assert unlimited[1].startswith(f"{issued[0].symbol}, version 1\nE-mail")
    assert unlimited[2] == "no time limit"
    assert late[1].startswith("NMIRF/2026/1, version 1\nE-mail")
    assert late[2] == "1 day late"


@pytest.mark.parametrize("part", [None, "BRA", "ohchr", "dispatch"])
def test_a_certificate_stays_the_same_whatever_people_and_partners_are_called_since(
    office: Office, tmp_path: Path, part: str | None
) -> None:
    """Who had been addressed by a function was printed by it once more, as by a name, after the function changed."""
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line), Happening.SENT, IN_TIME)
    with office.desk.store.read() as session:
        (ohchr,), people = PARTNERS.all(session), PEOPLE.all(session)
    asked = {"ohchr": ohchr.key, "dispatch": line.dispatch.key}.get(part or "", part)
    request = Request(KIND, office.meeting.key, part=asked)
    before, paper = papers(office).preview(request), certificate(office, asked)
    office.desk.clock.at = LATE
    for one in people:
        office.desk.members.save_person(replace(one, function=said("Director for treaty bodies"), emails=("x@y.org",)))
    with office.desk.store.write("a partner") as session:
        PARTNERS.save(session, replace(ohchr, name=said("Treaties Branch")))
    assert certificate(office, asked) == paper
    assert papers(office).preview(request) == before


def test_each_certificate_calls_who_was_written_to_as_it_was_called_then(office: Office, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    first = office.send(tmp_path / "first")
    with office.desk.store.read() as session:
        (ohchr,) = PARTNERS.all(session)
        (brazil,) = (one for one in PEOPLE.all(session) if one.state == "BRA")
    with office.desk.store.write("later") as session:
        PARTNERS.save(session, replace(ohchr, name=said("Human Rights Office")))
        PEOPLE.save(session, replace(brazil, given_name="Ana", family_name="Sosa"))
    office.desk.clock.forward(5)
    again = frozenset(one.recipient.whom for one in first.deliveries)
    second = office.send(tmp_path, office.order(again=again))
    office.deliveries.happened(keys(second), Happening.SENT, office.desk.clock())
    called = {
        key: [row[0] for title in ("Members", "Others") for row in rows(certificate(office, key), title).values()]
        for key in (first.dispatch.key, second.dispatch.key)
    }
    assert "OHCHR" in called[first.dispatch.key]
    assert "Brazil\nFocal point" in called[first.dispatch.key]
    assert "Human Rights Office" in called[second.dispatch.key]
    assert "Brazil\nAna SOSA" in called[second.dispatch.key]


@pytest.mark.parametrize("sent", [True, False])
@pytest.mark.parametrize("part", [None, "GHA"])
def test_what_was_issued_is_called_so_at_its_foot_the_day_after_too(
    office: Office, tmp_path: Path, part: str | None, sent: bool
) -> None:
    """Of what nothing was recorded, the issue itself was the last that was written, and gave it another day."""
    if sent:
        line = office.send(tmp_path)
        office.deliveries.happened(keys(line, "GHA"), Happening.SENT, PREPARED)
    request = Request(KIND, office.meeting.key, part=part)
    office.desk.clock.at = IN_TIME
    papers(office).issue(request, IN_TIME.date())
    office.desk.clock.at = LATE
    assert {paper.masthead.version for _, paper, _ in papers(office).printed(request)} == {1}


def reminded(office: Office, tmp_path: Path, *sent_again: str) -> tuple[str, str]:
    """An agenda that was sent in time to all members, and a reminder of it, which went to some alone; their keys."""
    first = office.send(tmp_path / "first")
    office.desk.clock.at = PREPARED + datetime.timedelta(hours=2)
    office.deliveries.happened([one.recipient.key for one in first.deliveries], Happening.SENT, office.desk.clock())
    office.desk.clock.at = LATE
    again = frozenset(one.recipient.whom for one in first.deliveries)
    second = office.send(tmp_path / "second", office.order(again=again))
    if sent_again:
        office.deliveries.happened(keys(second, *sent_again), Happening.SENT, LATE)
    return first.dispatch.key, second.dispatch.key


def test_the_certificate_of_one_dispatch_says_to_how_many_it_was_sent(office: Office, tmp_path: Path) -> None:
    """One counted the rows: a signatory wants to read the number."""
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    first, second = reminded(office, tmp_path, "GHA", "BRA")
    number = len(office.deliveries.line(first).deliveries)
    assert f"The documents are recorded as sent to {number} recipients. " in opening(certificate(office, first))
    assert f"The documents are recorded as sent to 2 of {number} recipients. " in opening(certificate(office, second))
    line = office.deliveries.line(first)
    office.deliveries.happened(keys(line, "GHA"), Happening.FAILED, PREPARED + datetime.timedelta(hours=3))
    told = opening(certificate(office, first))
    assert f"sent to {number} recipients. 1 of these sendings is recorded as not delivered. " in told
    assert "The documents are recorded" not in opening(certificate(office)), "of all dispatches it is said of States"
    assert "The documents are recorded" not in opening(certificate(office, "GHA"))


def test_the_certificate_of_what_was_only_prepared_says_so(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    assert "No sending of the documents is recorded. " in opening(certificate(office, line.dispatch.key))


def test_the_certificate_of_a_reminder_says_so_and_counts_the_first_sending(office: Office, tmp_path: Path) -> None:
    """It said that no sending was recorded to States to all of which the first dispatch had been sent."""
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    _first, second = reminded(office, tmp_path, "GHA", "BRA")
    paper = certificate(office, second)
    assert paper.below.en.startswith("Reminder prepared on")
    assert "This dispatch was a reminder" in opening(paper)
    assert "the first sending to it that was not reported undelivered, in whichever dispatch" in opening(paper)
    assert "not yet to all members" not in opening(paper), "of whom others were to get it, it says nothing"
    members = rows(paper, "Members")
    assert set(members) == {"Ghana", "Brazil"}
    assert members["Ghana"][2].startswith("4 days before the last day\n(first sent on")
    assert "no sending recorded" not in everything(paper)
    number = sum(one.recipient.attempt > 1 for one in office.deliveries.line(second).deliveries) - 2
    assert f"{number} reminders were prepared and are not recorded as sent" in opening(paper)


def test_a_reminder_that_did_not_arrive_is_told_beside_the_margin_of_the_first_sending(
    office: Office, tmp_path: Path
) -> None:
    """“It never reached us” in answer to a reminder left a margin of seven days without a word."""
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    first, second = reminded(office, tmp_path, "GHA", "BRA")
    office.deliveries.happened(keys(office.deliveries.line(second), "GHA"), Happening.FAILED, LATE)
    remark = "(a reminder sent later was reported not delivered)"
    for key in (None, "GHA"):
        members = rows(certificate(office, key), "Members")
        assert members["Ghana"][2] == f"4 days before the last day\n{remark}"
        assert "Brazil" not in members or members["Brazil"][2] == "4 days before the last day"
    assert rows(certificate(office, second), "Members")["Ghana"][2].endswith(f")\n{remark}")
    named = "A reminder was reported not delivered, and nothing acknowledges the first sending: Ghana."
    assert named in opening(certificate(office))
    office.deliveries.happened(keys(office.deliveries.line(first), "GHA"), Happening.ACKNOWLEDGED, LATE)
    assert remark not in everything(certificate(office))
    assert "A reminder was reported" not in opening(certificate(office))


def test_reminders_that_were_only_prepared_have_no_rows(office: Office, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    first, second = reminded(office, tmp_path)
    for key in (None, "GHA", first):
        printed = everything(certificate(office, key))
        assert "prepared, not recorded as sent" not in printed
    assert "reminders were prepared and are not recorded as sent" in opening(certificate(office))
    assert certificate(office, second).below.en.startswith("Reminder prepared on")
    assert [one.title.en for one in certificate(office, second).sections] == ["Documents"]


@pytest.mark.parametrize("left", ["discarded", "unsent"])
def test_what_was_prepared_once_more_and_sent_for_the_first_time_is_no_reminder(
    office: Office, tmp_path: Path, left: str
) -> None:
    """An error was seen in the first, which never left: the only sending was certified as a reminder."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first = office.send(tmp_path / "first")
    again = frozenset(one.recipient.whom for one in first.deliveries)
    office.desk.clock.at = PREPARED + datetime.timedelta(hours=1)
    second = office.send(tmp_path / "second", office.order(again=again))
    if left == "discarded":
        office.dispatches.discard(first.dispatch.key)
    for moment in (None, IN_TIME):
        if moment is not None:
            office.desk.clock.at = moment
            office.deliveries.happened(keys(second), Happening.SENT, moment)
        assert not any(one.reminds for one in office.deliveries.counted(office.meeting.key))
        assert not office.deliveries.line(second.dispatch.key).counted.reminds
        for part in (None, "GHA", second.dispatch.key):
            paper = certificate(office, part)
            assert "eminder" not in everything(paper)
            assert "Ghana" in rows(paper, "Members")
    assert rows(certificate(office, "GHA"), "Members")["Ghana"][2] == "on the last day"


def test_a_certificate_is_dated_when_the_sending_was_recorded_from_which_its_margin_is_reckoned(
    office: Office, tmp_path: Path
) -> None:
    """It told what was recorded after the day by which it said that it told."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first = office.send(tmp_path / "first")
    again = frozenset(one.recipient.whom for one in first.deliveries)
    second = office.send(tmp_path / "second", office.order(again=again))
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second, "GHA"), Happening.SENT, IN_TIME)
    assert certificate(office, second.dispatch.key).masthead.dated == IN_TIME.date()
    office.desk.clock.at = LATE + datetime.timedelta(days=8)
    office.deliveries.happened(keys(first, "BRA"), Happening.ACKNOWLEDGED, LATE)
    assert certificate(office, second.dispatch.key).masthead.dated == IN_TIME.date(), "nothing of it changed"
    office.deliveries.happened(keys(first, "GHA"), Happening.SENT, PREPARED + datetime.timedelta(hours=2))
    paper = certificate(office, second.dispatch.key)
    assert "(first sent on" in rows(paper, "Members")["Ghana"][2]
    assert paper.masthead.dated == office.desk.clock().date()
    office.desk.clock.at += datetime.timedelta(days=1)
    office.deliveries.happened(keys(first, "GHA"), Happening.FAILED, IN_TIME)
    paper = certificate(office, second.dispatch.key)
    assert rows(paper, "Members")["Ghana"][2] == "on the last day"
    assert paper.masthead.dated == office.desk.clock().date()


def test_a_margin_from_a_sending_noted_by_hand_dates_the_certificate_of_a_dispatch(
    office: Office, tmp_path: Path
) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, IN_TIME)
    office.desk.clock.at = LATE + datetime.timedelta(days=8)
    noted = AgendaDispatch("", office.meeting.key, PREPARED.date(), Audience.MEMBERS, "GHA")
    office.desk.meetings.record_dispatch(noted)
    paper = certificate(office, line.dispatch.key)
    assert "(first sent on" in rows(paper, "Members")["Ghana"][2]
    assert paper.masthead.dated == office.desk.clock().date()


def test_only_the_reason_of_a_sending_is_printed(office: Office, tmp_path: Path) -> None:
    """A remark for the secretariat stood on the certificate of the State itself."""
    line = office.send(tmp_path)
    office.desk.clock.at = LATE
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, LATE, "Holiday")
    office.deliveries.happened(keys(line, "GHA"), Happening.ACKNOWLEDGED, LATE, "Grumbled on the telephone")
    printed = everything(certificate(office, "GHA"))
    assert "Holiday" in printed
    assert "Grumbled" not in printed
