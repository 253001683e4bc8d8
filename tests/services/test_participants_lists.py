"""Lists of participants taken in two phases: as offices make them, and as reply sheets that come back filled in."""

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.blocks import DataTable
from nmirf_desktop.domain.editions import SEPARATE
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.guests import GuestLine
from nmirf_desktop.domain.intake import ByHand, IntakeKind, Preview, Reading, Verdict
from nmirf_desktop.domain.invitations import OF_STATES, Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.kept_papers import kept
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.officers import ELECTIONS, Office, Officer
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.participants import Answer, Delegate, Part, Partner, PartnerKind
from nmirf_desktop.domain.participants_papers import Attendance, as_attended, delegations
from nmirf_desktop.domain.people import FormOfAddress, Gender, Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import Intervention, PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.attended import read_minuted
from nmirf_desktop.services.elections import Elections, NewElection, Nominee
from nmirf_desktop.services.imports import Imports, Judged
from nmirf_desktop.services.invitations import Invitation, Invitations, read_guests
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.partners import Partners
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.reply_sheets import reply_sheet, write_reply_sheets
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage import undo
from tests.registers import MEMBERS, OBSERVERS, OPENS, Desk, said

ON = datetime.date(2026, 10, 20)
SENT = datetime.date(2026, 9, 1)
PARTNERS = {PartnerKind.NHRI: "Alliance of institutions", PartnerKind.ACADEMIA: "University"}
ENGLISH = catalog(Language.EN)
LIST = """Country;Name;Function;Head?;E-mail;Reply;Online
Paraguay;Ms. Ana EXAMPLE;Director;Yes;ana@example.org;Attends;
Paraguay;Mr. Bruno EXAMPLE;Adviser to the Minister;;bruno@example.org;;Online
Kenya;Ms. Carol EXAMPLE;Legal officer;;carol@example.org;;
Suisse;;;;;Excusé;
Japan;;;;;;
Total;4;;;;;
"""


@pytest.fixture
def invitations(network: tuple[Desk, Meeting, object]) -> Invitations:
    desk, meeting, _ = network
    found = Invitations(desk.store, desk.states, desk.clock)
    found.invite(meeting.key, Invitation((*MEMBERS, *OBSERVERS), invited_on=SENT))
    return found


def line(desk: Desk, invitations: Invitations, state: str) -> GuestLine:
    (meeting,) = desk.meetings.list()
    return next(one for one in invitations.guests(meeting.key).lines if one.invitee.state == state)


def judged(desk: Desk, path: Path) -> tuple[Imports, Judged]:
    imports = Imports(desk.store, desk.states)
    (found,) = imports.read(IntakeKind.PARTICIPANTS, path)
    return imports, imports.preview(found, ON, ByHand(Reading(found.language or Language.EN)))


def why(preview: Preview) -> list[str]:
    return [reason.said.said_in(ENGLISH) for row in preview.rows for reason in row.reasons]


def test_a_list_of_an_office_is_previewed_and_taken_in_whole(
    invitations: Invitations, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    assert Imports.likely(path) is IntakeKind.PARTICIPANTS
    imports, found = judged(desk, path)
    assert [row.verdict for row in found.preview.rows] == [Verdict.NEW] * 4, why(found.preview)
    assert not line(desk, invitations, "PRY").delegation
    imports.record(found)
    paraguay, kenya = line(desk, invitations, "PRY"), line(desk, invitations, "KEN")
    assert [(one.part, one.online, person.given_name) for one, person in paraguay.delegation] == [
        (Part.HEAD, False, "Ana"), (Part.DELEGATE, True, "Bruno"),
    ]  # fmt: skip
    assert paraguay.delegation[0][1].gender is Gender.FEMININE
    assert (kenya.invitee.answer, kenya.invitee.invited_on, kenya.invitee.answered_on) == (Answer.ATTENDS, None, ON)
    assert line(desk, invitations, "CHE").invitee.answer is Answer.APOLOGIES
    assert line(desk, invitations, "JPN").invitee.answer is Answer.AWAITED
    _, again = judged(desk, path)
    assert {row.verdict for row in again.preview.rows} == {Verdict.UNCHANGED}, why(again.preview)
    with pytest.raises(Refusal):
        imports.record(again)
    undo.undo(desk.store)
    assert not line(desk, invitations, "PRY").delegation


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Paraguay;Ana EXAMPLE;;;;Apologies;", "says that the State does not come"),
        ("Paraguay;;;;;Perhaps;", "for “Answer”: Awaited, Attends, Attends online, Apologies."),
        ("Atlantis;Ana EXAMPLE;;;;;", "Atlantis"),
        ("Paraguay;Ana EXAMPLE;;;not an address;;", "is not an e-mail address"),
    ],
)
def test_a_row_in_error_says_why_and_keeps_the_others_out(
    row: str, message: str, invitations: Invitations, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST + row + "\n", encoding="utf-8")
    imports, found = judged(desk, path)
    assert any(message in one for one in why(found.preview))
    with pytest.raises(Refusal, match="Nothing was imported"):
        imports.record(found)
    assert not line(desk, invitations, "PRY").delegation
    assert imports.record(found, leave_out_errors=True).rows >= 3


def test_the_answer_has_its_day_and_its_meeting(invitations: Invitations, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "State,Answer,Answered on,Meeting\nParaguay,Attends,2026-08-01,NMIRF/2026\n"
        "Brazil,Attends,2026-12-01,NMIRF/2026\n"
        "Ghana,Attends,2026-10-01,NMIRF/2031\nPortugal,Attends,2026-10-01,nmirf/2026\n",
        encoding="utf-8",
    )
    _, found = judged(desk, path)
    assert [row.verdict for row in found.preview.rows] == [Verdict.ERROR, Verdict.ERROR, Verdict.ERROR, Verdict.NEW]
    told = " ".join(why(found.preview))
    for text in ("before the invitation", "still to come", "no meeting with the symbol “NMIRF/2031”"):
        assert text in told


def test_who_leaves_a_delegation_by_an_apology_is_named_before(
    invitations: Invitations, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    imports, found = judged(desk, path)
    imports.record(found)
    path.write_text("State;Answer\nParaguay;Apologies\nKenya;Attends\n", encoding="utf-8")
    imports, found = judged(desk, path)
    paraguay, kenya = found.preview.rows
    assert paraguay.warned
    assert not kenya.warned
    (told,) = (one for one in why(found.preview) if "its delegation is taken out" in one)
    assert told.index("Ana") < told.index("Bruno")
    imports.record(found)
    assert not line(desk, invitations, "PRY").delegation
    _, again = judged(desk, path)
    assert not any(row.warned for row in again.preview.rows)


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("Paraguay;Attends;Ana EXAMPLE\nParaguay;Apologies;\n", [3]),
        ("Paraguay;Apologies;\nParaguay;;Ana EXAMPLE\n", [3]),
        ("Paraguay;;Ana EXAMPLE\nParaguay;Apologies;\n", [3]),
        ("Paraguay;Attends;\nParaguay;Attends online;\n", [3]),
        ("Paraguay;Apologies;\nParaguay;Apologies;\n", []),
        ("Paraguay;Attends;Ana EXAMPLE\nParaguay;;Bruno EXAMPLE\nParaguay;Attends;Carol EXAMPLE\n", []),
        ("Paraguay;;Ana EXAMPLE\nParaguay;Attends online;Bruno EXAMPLE\n", []),
        ("Paraguay;Attends;Ana EXAMPLE\nKenya;Apologies;\n", []),
    ],
)
def test_rows_that_give_two_answers_of_a_state_are_errors(
    rows: str, wrong: list[int], invitations: Invitations, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"State;Answer;Name\n{rows}", encoding="utf-8")
    _, found = judged(desk, path)
    assert [row.number for row in found.preview.wrong] == wrong, why(found.preview)
    assert all("correct one of them" in one for row in found.preview.wrong for one in why(found.preview)[-1:])


@pytest.mark.parametrize("language", list(Language))
def test_a_reply_sheet_comes_back(language: Language, invitations: Invitations, desk: Desk, tmp_path: Path) -> None:
    (meeting,) = desk.meetings.list()
    guests, paraguay = invitations.guests(meeting.key), line(desk, invitations, "PRY")
    by = datetime.date(2026, 10, 30)
    content = reply_sheet(guests, paraguay, language, by)
    assert content == reply_sheet(guests, paraguay, language, by)
    book = load_workbook(io.BytesIO(content))
    page = book.active
    assert page is not None
    assert page.protection.sheet
    told = "\n".join(str(page.cell(row, 1).value) for row in range(1, 6))
    assert f"({meeting.symbol})" in told
    assert meeting.title.best(language) in told
    assert catalog(language).date(by) in told
    head = next(row for row in range(1, 20) if page.cell(row, 2).value is not None)
    assert page.cell(head + 1, 2).value == "PRY"
    assert page.cell(head + 1, 2).protection.locked
    choices = {str(one.sqref)[0]: one.formula1.strip('"').split(",") for one in page.data_validations.dataValidation}
    letters = sorted(choices)
    answers, titles, parts, places = (choices[letter] for letter in letters)
    assert not page.cell(head + 1, 4).protection.locked
    untouched = tmp_path / "untouched.xlsx"
    untouched.write_bytes(content)
    empty = judged(desk, untouched)[1].preview
    assert not empty.rows
    assert [note.said_in(ENGLISH) for note in empty.notes] == [
        "The reply sheet came back empty: it gives no answer and names nobody."
    ]
    page.cell(head + 1, 4).value = answers[0]
    for row, (title, given, part, place) in enumerate(
        ((titles[2], "Ana", parts[0], places[0]), (titles[1], "Bruno", parts[2], places[1])), head + 1
    ):
        for column, value in ((5, title), (6, given), (7, "Example"), (8, "Direction"), (11, part), (12, place)):
            page.cell(row, column).value = value
    path = tmp_path / "reply.xlsx"
    book.save(path)
    imports, found = judged(desk, path)
    assert [row.verdict for row in found.preview.rows] == [Verdict.NEW, Verdict.NEW], why(found.preview)
    assert not found.preview.not_read, "neither the instructions nor the lines left empty are anything to tell"
    assert not found.preview.notes
    imports.record(found)
    held = line(desk, invitations, "PRY")
    assert held.invitee.answer is Answer.ATTENDS
    assert [(one.part, one.online, person.given_name, person.gender) for one, person in held.delegation] == [
        (Part.HEAD, False, "Ana", Gender.FEMININE), (Part.ADVISER, True, "Bruno", Gender.MASCULINE),
    ]  # fmt: skip
    assert held.delegation[0][1].form_of_address is FormOfAddress.EXCELLENCY


def test_a_word_that_is_none_names_its_column_and_the_words_that_are_and_is_told_once(
    invitations: Invitations, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("State;Name;Part;Answer\nParaguay;Ana EXAMPLE;Chieftain;Attends\n", encoding="utf-8")
    _, found = judged(desk, path)
    wrong = [one for one in why(found.preview) if "Chieftain" in one]
    assert wrong == ["“Chieftain” is not one of the words for “Part”: Head of delegation, Delegate, Adviser."]


def test_a_day_that_cannot_be_read_is_not_also_said_to_be_missing(
    invitations: Invitations, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("State;Answer;Answered on\nParaguay;Attends;2026-13-40\n", encoding="utf-8")
    _, found = judged(desk, path)
    (only,) = why(found.preview)
    assert "“2026-13-40” is not a day" in only


@pytest.mark.usefixtures("invitations")
@pytest.mark.parametrize(
    ("day", "verdict", "told"),
    [
        ("", Verdict.ERROR, "NMIRF/2026 ended on 26 November 2026, and the list gives no day of the answer"),
        ("2026-10-01", Verdict.NEW, "NMIRF/2026 ended on 26 November 2026: see whether the list is meant for"),
    ],
)
def test_an_answer_to_a_meeting_that_is_over_is_neither_dated_today_nor_taken_in_without_a_word(
    day: str, verdict: Verdict, told: str, desk: Desk, tmp_path: Path
) -> None:
    (meeting,) = desk.meetings.list()
    after = meeting.closes_on + datetime.timedelta(days=30)
    path = tmp_path / "list.csv"
    path.write_text(f"State;Meeting;Answer;Answered on\nParaguay;NMIRF/2026;Attends;{day}\n", encoding="utf-8")
    imports = Imports(desk.store, desk.states)
    (found,) = imports.read(IntakeKind.PARTICIPANTS, path)
    preview = imports.preview(found, after, ByHand(Reading(Language.EN))).preview
    (row,) = preview.rows
    assert row.verdict is verdict
    assert any(one.replace("\u00a0", " ").startswith(told) for one in why(preview)), why(preview)
    assert row.warned or verdict is Verdict.ERROR


def test_each_state_gets_its_sheet_in_its_language(invitations: Invitations, desk: Desk, tmp_path: Path) -> None:
    (meeting,) = desk.meetings.list()
    person = Person("voice", said("Focal point"), "PRY", language=Language.ES)
    desk.members.designate(FocalPoint("point", "PRY", "voice", Period(SENT)), person)
    written = write_reply_sheets(invitations.guests(meeting.key), tmp_path / "sheets")
    names = {path.name for path in written}
    assert len(names) == len(MEMBERS) + len(OBSERVERS)
    assert {"NMIRF-2026-Reply-PRY-ES.xlsx", "NMIRF-2026-Reply-BRA-EN.xlsx", "NMIRF-2026-Reply-CHE-FR.xlsx"} <= names
    with pytest.raises(Problem, match="partners have no reply sheet"):
        write_reply_sheets(invitations.guests(meeting.key), tmp_path, ())


def test_no_name_of_a_sheet_is_run_as_a_formula(invitations: Invitations, desk: Desk) -> None:
    (meeting,) = desk.meetings.list()
    desk.meetings.save(replace(meeting, symbol="=1+1"))
    (meeting,) = desk.meetings.list()
    content = reply_sheet(invitations.guests(meeting.key), line(desk, invitations, "PRY"), Language.EN)
    page = load_workbook(io.BytesIO(content)).active
    assert page is not None
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert any(cell.value == "=1+1" for cell in cells)
    assert all(cell.data_type == "s" for cell in cells)


def of_list(desk: Desk, folder: Path, text: str) -> tuple[Imports, Judged]:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return judged(desk, path)


@pytest.mark.parametrize(
    ("places", "answer"),
    [(("Online", "Online"), Answer.ONLINE), (("Online", ""), Answer.ATTENDS), (("", "Online"), Answer.ATTENDS)],
)
def test_a_state_all_of_whose_persons_are_online_attends_online(
    network: tuple[Desk, Meeting, object],
    invitations: Invitations,
    tmp_path: Path,
    places: tuple[str, str],
    answer: Answer,
) -> None:
    desk, _, _ = network
    text = (
        "Country;Name;Function;Online\n"
        f"Paraguay;Ms. Ana EXAMPLE;Director;{places[0]}\nParaguay;Mr. Bruno EXAMPLE;Adviser;{places[1]}\n"
    )
    imports, found = of_list(desk, tmp_path, text)
    assert not found.preview.wrong
    imports.record(found)
    assert line(desk, invitations, "PRY").invitee.answer is answer
    _, again = of_list(desk, tmp_path, text)
    assert not again.preview.imported


def test_two_heads_in_one_list_are_an_error_that_names_both_lines(
    network: tuple[Desk, Meeting, object], invitations: Invitations, tmp_path: Path
) -> None:
    desk, _, _ = network
    rows = "Country;Name;Function;Part\nParaguay;Ms. Ana EXAMPLE;Director;Head\nParaguay;Mr. Bruno EXAMPLE;Envoy;Head\n"
    _, found = of_list(desk, tmp_path, rows)
    assert "Lines 2 and 3 each name a head of this delegation: correct one of them." in why(found.preview)
    assert [row.number for row in found.preview.wrong] == [3]


def test_a_list_of_delegates_without_a_head_is_taken_in_once(
    network: tuple[Desk, Meeting, object], invitations: Invitations, tmp_path: Path
) -> None:
    desk, _, _ = network
    rows = (
        "Country;Name;Function;Part\n"
        "Paraguay;Ms. Ana EXAMPLE;Director;Delegate\nParaguay;Mr. Bruno EXAMPLE;Envoy;Delegate\n"
    )
    imports, found = of_list(desk, tmp_path, rows)
    imports.record(found)
    assert [one.part for one in line(desk, invitations, "PRY").delegates] == [Part.HEAD, Part.DELEGATE]
    _, again = of_list(desk, tmp_path, rows)
    assert not again.preview.imported


def test_the_list_of_a_meeting_that_was_held_names_who_was_there(invitations: Invitations, desk: Desk) -> None:
    """Not who had said so: it named a State that never came, and left out one that came without an answer."""
    (meeting,) = desk.meetings.list()
    keys = {one.invitee.state: one.key for one in invitations.guests(meeting.key).lines}
    invitations.answer([keys["GHA"], keys["PRY"], keys["CHE"]], Answer.ATTENDS, ON)
    invitations.answer([keys["URY"]], Answer.APOLOGIES, ON)

    def listed() -> dict[str, set[str]]:
        record = list_of(desk, meeting, OPENS)
        return {str(one): {line.said_in(ENGLISH) for line in record.coming(one)} for one in OF_STATES}

    announced = {"member": {"Ghana", "Paraguay"}, "observer": {"Switzerland"}, "other_state": set()}
    assert listed() == announced
    desk.sittings.next(meeting.key)
    for state in ("GHA", "URY", "KEN"):
        desk.sittings.record(meeting.key, [state], PresenceKind.ARRIVED)
        desk.clock.forward()
    there = {"member": {"Ghana", "Uruguay"}, "observer": set(), "other_state": {"Kenya"}}
    assert listed() == there, "it is going on, and the list is of who is there so far"
    assert {one.said_in(ENGLISH) for one in list_of(desk, meeting, OPENS).missed} == {"Paraguay", "Switzerland"}
    desk.clock.forward(120)
    desk.sittings.next(meeting.key)
    assert listed() == there
    assert not list_of(desk, meeting, OPENS).missed


def printed_list(desk: Desk, meeting: Meeting) -> tuple[RecordPaper, list[str]]:
    """The list of participants as it is printed now, with what is to be known before it is issued."""
    papers = Papers(desk.store, desk.states, desk.clock)
    (content,) = papers.contents(Request(DocumentKind.PARTICIPANTS, meeting.key))
    assert isinstance(content.paper, RecordPaper)
    return content.paper, [one.said_in(ENGLISH) for one in content.cautions]


def in_person(paper: RecordPaper) -> list[str]:
    """How many persons in the room the summary of a list counts: row by row, the total last."""
    (summary,) = (one for one in paper.sections[0].blocks if isinstance(one, DataTable))
    return [row[2].en for row in summary.rows]


def test_a_list_says_whether_it_is_of_replies_or_of_who_is_there(invitations: Invitations, desk: Desk) -> None:
    """Printed on the last day it named as absent, excused, five States that were noted present and had voted."""
    (meeting,) = desk.meetings.list()
    keys = {one.invitee.state: one.key for one in invitations.guests(meeting.key).lines}
    invitations.answer([keys["PRY"], keys["CHE"]], Answer.ATTENDS, ON)
    invitations.answer([keys["URY"], keys["GHA"]], Answer.APOLOGIES, ON)
    paper, cautions = printed_list(desk, meeting)
    assert (paper.title.en, paper.masthead.dated) == ("Provisional list of participants", ON)
    assert cautions == ["No presence is noted yet: this list is provisional, and made from the replies."]
    request = Request(DocumentKind.PARTICIPANTS, meeting.key, editions=SEPARATE[:1])
    Papers(desk.store, desk.states, desk.clock).issue(request, ON)
    desk.sittings.next(meeting.key)
    desk.sittings.record(meeting.key, ["URY"], PresenceKind.ARRIVED)
    paper, cautions = printed_list(desk, meeting)
    told = kept(paper)
    assert (paper.title.en, paper.masthead.dated) == ("List of participants", OPENS)
    assert told.index("Members represented (1)") < told.index("Uruguay") < told.index("Announced, not yet noted")
    assert told.index("not yet noted as present") < told.index("Paraguay") < told.index("Apologies for absence")
    assert told.index("Apologies for absence") < told.index("Ghana")
    ongoing, older = cautions
    assert ongoing == "The meeting has not ended: this list is of who is noted as present so far."
    assert older.startswith("The list of participants issued on 20 October 2026 is older than the presence noted since")
    Papers(desk.store, desk.states, desk.clock).issue(request, OPENS)
    desk.clock.forward(120)
    desk.sittings.next(meeting.key)
    paper, cautions = printed_list(desk, meeting)
    assert paper.masthead.dated == OPENS, "the day of the last sitting, not one that is still to come"
    assert not cautions
    assert "not yet noted" not in kept(paper)


def test_a_body_that_was_heard_is_in_the_list_as_in_the_annex_of_the_minutes(
    network: tuple[Desk, Meeting, AgendaItem], invitations: Invitations
) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    desk.sittings.record(meeting.key, ["GHA"], PresenceKind.ARRIVED)
    desk.clock.forward(30)
    heard(desk, meeting, item, "World Bank")
    assert "World Bank" in kept(printed_list(desk, meeting)[0])


def test_a_partner_that_was_not_heard_is_in_neither_document(
    network: tuple[Desk, Meeting, AgendaItem], invitations: Invitations
) -> None:
    """The list counted who had only announced itself, and the annex of the minutes did not."""
    desk, meeting, item = network
    spoke, silent, excused = names = ("World Bank", "Union of Rapporteurs", "University of Rabat")
    for name in names:
        Partners(desk.store).save(Partner(f"of {name}", Trilingual.final(name, name, name), PartnerKind.OTHER))
    invitations.invite(meeting.key, Invitation(partners=tuple(f"of {name}" for name in names), invited_on=SENT))
    keys = {one.said_in(ENGLISH): one.key for one in invitations.guests(meeting.key).lines}
    invitations.answer([keys[spoke], keys[silent]], Answer.ATTENDS, ON)
    invitations.answer([keys[excused]], Answer.APOLOGIES, ON)

    def there(today: datetime.date) -> set[str]:
        found = list_of(desk, meeting, today)
        return {one.said_in(ENGLISH) for capacity in Capacity for one in found.coming(capacity)}

    def in_minutes() -> set[str]:
        with desk.store.read() as session:
            found = read_minuted(session, read_meeting(session, meeting.key, desk.states), desk.states)
        return {one.said_in(ENGLISH) for capacity in Capacity for one in found.coming(capacity)}

    desk.sittings.next(meeting.key)
    heard(desk, meeting, item, spoke)
    assert there(OPENS) == in_minutes() == {spoke}, "also where no State was noted yet"
    desk.clock.forward(5)
    desk.sittings.record(meeting.key, ["GHA", "CHE"], PresenceKind.ARRIVED)
    assert there(OPENS) == in_minutes() == {spoke, "Ghana", "Switzerland"}
    told = kept(printed_list(desk, meeting)[0])
    assert told.index("not yet noted as present") < told.index(silent) < told.index("Apologies for absence")
    assert told.index("Apologies for absence") < told.index(excused)
    desk.sittings.next(meeting.key)
    later = meeting.closes_on + datetime.timedelta(days=1)
    assert there(later) == in_minutes() == {spoke, "Ghana", "Switzerland"}


def list_of(desk: Desk, meeting: Meeting, today: datetime.date) -> Attendance:
    """The list of participants as it is made on a day."""
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
        return as_attended(Attendance(read_guests(session, meeting, desk.states)), facts, today)


def test_a_sitting_that_was_planned_and_not_held_does_not_keep_the_announcements(
    invitations: Invitations, desk: Desk
) -> None:
    """The list named for ever who had announced itself, whoever was there."""
    (meeting,) = desk.meetings.list()
    keys = {one.invitee.state: one.key for one in invitations.guests(meeting.key).lines}
    invitations.answer([keys["PRY"]], Answer.ATTENDS, ON)
    desk.meetings.add_sitting(meeting.key)
    desk.sittings.next(meeting.key)
    desk.sittings.record(meeting.key, ["GHA"], PresenceKind.ARRIVED)
    desk.clock.forward(120)
    desk.sittings.next(meeting.key)

    def there(today: datetime.date) -> set[str | None]:
        return {one.invitee.state for one in list_of(desk, meeting, today).coming(OF_STATES[0])}

    assert there(meeting.closes_on) == {"GHA"}
    assert there(meeting.closes_on + datetime.timedelta(days=1)) == {"GHA"}


def test_the_list_says_online_of_who_was_noted_online_alone(invitations: Invitations, desk: Desk) -> None:
    """All who had not announced themselves were counted in the room, and who came in person stayed online."""
    (meeting,) = desk.meetings.list()
    keys = {one.invitee.state: one.key for one in invitations.guests(meeting.key).lines}
    invitations.answer([keys["PRY"], keys["URY"]], Answer.ONLINE, ON)
    invitations.answer([keys["SVN"]], Answer.ATTENDS, ON)
    desk.sittings.next(meeting.key)
    noted = {
        "PRY": (PresenceKind.ARRIVED,),
        "GHA": (PresenceKind.ARRIVED_ONLINE, PresenceKind.CONNECTION_LOST, PresenceKind.CONNECTION_RESTORED),
        "SVN": (PresenceKind.ARRIVED_ONLINE, PresenceKind.LEFT),
        "KEN": (PresenceKind.ARRIVED_ONLINE,),
        "BRA": (PresenceKind.ARRIVED, PresenceKind.ARRIVED_ONLINE),
        "IDN": (PresenceKind.ARRIVED_ONLINE, PresenceKind.ARRIVED),
    }
    for state, kinds in noted.items():
        for kind in kinds:
            desk.sittings.record(meeting.key, [state], kind)
            desk.clock.forward(60)
    desk.sittings.record(meeting.key, ["MAR"], PresenceKind.ARRIVED)
    desk.clock.forward(1)
    desk.sittings.connect(meeting.key, ["MAR"])
    desk.sittings.next(meeting.key)
    record = list_of(desk, meeting, meeting.opens_on)
    answers = {one.invitee.state: one.invitee.answer for capacity in OF_STATES for one in record.coming(capacity)}
    online, in_room = Answer.ONLINE, Answer.ATTENDS
    assert answers == {
        "PRY": in_room, "GHA": online, "SVN": online, "KEN": online, "BRA": in_room, "IDN": in_room, "MAR": online,
    }  # fmt: skip


def minuted(desk: Desk, meeting: Meeting) -> dict[str, tuple[str, ...]]:
    """Annex I of the minutes: the names of each part with what stands beside them."""
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
        sections = delegations(read_minuted(session, facts, desk.states))
    return {
        one.title.en: tuple(
            f"{row[0].en}: {row[1].en}" for block in one.blocks if isinstance(block, DataTable) for row in block.rows
        )
        for one in sections
    }


def heard(desk: Desk, meeting: Meeting, item: AgendaItem, name: str) -> None:
    desk.sittings.note(Intervention(name, meeting.key, item.key, desk.clock.at, body=Trilingual(name), note="spoke"))


def test_the_annex_of_minutes_tells_who_was_there_on_any_day_alike(
    network: tuple[Desk, Meeting, AgendaItem], invitations: Invitations
) -> None:
    """Circulated before the last day was past it was another: approved minutes had what no member had been sent."""
    desk, meeting, item = network
    partners = Partners(desk.store)
    for kind, name in PARTNERS.items():
        partners.save(Partner(kind.value, Trilingual.final(name, name, name), kind))
    invitations.invite(meeting.key, Invitation(partners=tuple(kind.value for kind in PARTNERS), invited_on=SENT))
    keys = {one.said_in(ENGLISH): one.key for one in invitations.guests(meeting.key).lines}
    coming = [keys[one] for one in ("Ghana", "Paraguay", "Switzerland", *PARTNERS.values())]
    invitations.answer(coming, Answer.ATTENDS, ON)
    person = Person("ama", said("Director"), "GHA", given_name="Ama", family_name="Example")
    invitations.delegate(keys["Ghana"], (Delegate("d", keys["Ghana"], "ama"),), (person,))
    desk.meetings.add_sitting(meeting.key)  # so that the meeting has not ended before its last day is past
    desk.sittings.next(meeting.key)
    desk.sittings.record(meeting.key, ["GHA", "URY", "KEN"], PresenceKind.ARRIVED)
    desk.sittings.record(meeting.key, ["MAR"], PresenceKind.ARRIVED_ONLINE)
    desk.clock.forward(30)
    heard(desk, meeting, item, PARTNERS[PartnerKind.NHRI])
    heard(desk, meeting, item, "World Bank")
    desk.clock.forward(90)
    desk.sittings.next(meeting.key)
    there = {
        "Members represented (3)": ("Ghana: Ama EXAMPLE, Director", "Morocco: online", "Uruguay: "),
        "Other States represented (1)": ("Kenya: ",),
        "National human rights institutions (1)": ("Alliance of institutions: ",),
        "Other participants (1)": ("World Bank: ",),
    }
    assert minuted(desk, meeting) == there
    request = Request(DocumentKind.MINUTES, meeting.key, editions=SEPARATE)
    during = [paper for _, paper, _ in Papers(desk.store, desk.states, desk.clock).printed(request)]
    desk.clock.forward(7 * 24 * 60)
    after = [paper for _, paper, _ in Papers(desk.store, desk.states, desk.clock).printed(request)]
    assert during == after
    assert "not named yet" not in kept(after[0])


def test_ohchr_is_one_participant_under_both_its_names(
    network: tuple[Desk, Meeting, AgendaItem], invitations: Invitations
) -> None:
    desk, meeting, item = network
    name = "Office of human rights"
    Partners(desk.store).save(Partner("ohchr", Trilingual.final(name, name, name), PartnerKind.OHCHR))
    invitations.invite(meeting.key, Invitation(partners=("ohchr",), invited_on=SENT))
    key = next(one.key for one in invitations.guests(meeting.key).lines if one.partner is not None)
    invitations.answer([key], Answer.ATTENDS, ON)
    invitations.delegate(key, (Delegate("d", key, "ama"),), (Person("ama", said("Director"), family_name="Example"),))
    desk.sittings.next(meeting.key)
    heard(desk, meeting, item, "OHCHR")
    heard(desk, meeting, item, name)
    assert minuted(desk, meeting) == {"OHCHR (1)": (f"{name}: EXAMPLE, Director",)}


def test_an_officer_known_by_name_stands_for_a_delegation_that_names_nobody(
    invitations: Invitations, desk: Desk
) -> None:
    """The Chair was in the minutes by name, and her State had an empty row in the list."""
    (meeting,) = desk.meetings.list()
    item = desk.agendas.items(meeting.key)[0].item
    desk.sittings.next(meeting.key)
    desk.sittings.record(meeting.key, ["PRY", "GHA"], PresenceKind.ARRIVED)
    elections = Elections(desk.store, desk.states, desk.clock)
    stood = (Nominee("PRY", "Ms. Maria Benitez"),)
    opened = elections.open(NewElection(meeting.key, item.key, ELECTIONS[Office.CHAIR], 1, stood, Body.OTHER))
    elections.acclaim(opened.key)
    told = kept(printed_list(desk, meeting)[0])
    assert "Ms. Maria Benitez (Chair)" in told
    assert "Mme\\u00a0Maria Benitez (Présidente)" in told or "Mme\u00a0Maria Benitez (Présidente)" in told
    desk.meetings.record_officer(Officer("", meeting.key, Office.CHAIR, "PRY", item=item.key))
    assert kept(printed_list(desk, meeting)[0]) == told, "the State recorded besides takes no name away"


def test_an_officer_of_a_delegation_that_takes_part_online_is_marked_so(invitations: Invitations, desk: Desk) -> None:
    """Without a name the row said that it was online, and with that of its officer it did not."""
    (meeting,) = desk.meetings.list()
    item = desk.agendas.items(meeting.key)[0].item
    key = next(one.key for one in invitations.guests(meeting.key).lines if one.invitee.state == "PRY")
    invitations.answer([key], Answer.ONLINE, ON)
    desk.sittings.next(meeting.key)
    desk.sittings.record(meeting.key, ["PRY"], PresenceKind.ARRIVED_ONLINE)
    elections = Elections(desk.store, desk.states, desk.clock)
    stood = (Nominee("PRY", "Ms. Maria Benitez"),)
    opened = elections.open(NewElection(meeting.key, item.key, ELECTIONS[Office.CHAIR], 1, stood, Body.OTHER))
    elections.acclaim(opened.key)
    told = kept(printed_list(desk, meeting)[0])
    assert "Ms. Maria Benitez (Chair, online)" in told


def test_an_officer_elected_by_name_stands_beside_a_delegation_that_does_not_name_her(
    invitations: Invitations, desk: Desk
) -> None:
    """A delegation that was named by its functions alone hid the Chair, whom the minutes name."""
    (meeting,) = desk.meetings.list()
    item = desk.agendas.items(meeting.key)[0].item
    line = next(one for one in invitations.guests(meeting.key).lines if one.invitee.state == "PRY")
    desk_officer = Person("p1", Trilingual.final("Treaty desk", "Bureau des traités", "Sección de tratados"), "PRY")
    invitations.answer([line.key], Answer.ATTENDS, ON)
    invitations.delegate(line.key, [Delegate("", line.key, desk_officer.key, Part.HEAD)], [desk_officer])
    desk.sittings.next(meeting.key)
    desk.sittings.record(meeting.key, ["PRY"], PresenceKind.ARRIVED)
    elections = Elections(desk.store, desk.states, desk.clock)
    stood = (Nominee("PRY", "Ms. Maria Benitez"),)
    opened = elections.open(NewElection(meeting.key, item.key, ELECTIONS[Office.CHAIR], 1, stood, Body.OTHER))
    elections.acclaim(opened.key)
    told = kept(printed_list(desk, meeting)[0])
    assert told.count("Ms. Maria Benitez (Chair)") == 1
    assert "Treaty desk" in told
    once = "An officer listed by name may be a person listed by function alone, and is not counted again."
    assert once in told, "the list has one person more than its summary"
    assert in_person(printed_list(desk, meeting)[0]) == ["1", "1"]
    named = replace(desk_officer, key="p2", given_name="María", family_name="Benítez")
    invitations.delegate(line.key, [Delegate("", line.key, named.key, Part.HEAD)], [named])
    told = kept(printed_list(desk, meeting)[0])
    assert "(Chair)" not in told, "the delegation names her"
    assert once not in told
    other = replace(named, key="p3", given_name="Ana", family_name="Rojas")
    invitations.delegate(line.key, [Delegate("", line.key, other.key, Part.HEAD)], [other])
    assert in_person(printed_list(desk, meeting)[0]) == ["2", "2"], "one person more than the delegation names"
    assert once not in kept(printed_list(desk, meeting)[0])
