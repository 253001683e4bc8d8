"""An entry or a row changed outside the program is found, and named by row and field."""

import dataclasses
import datetime
import hashlib
import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.activities import Activity, ActivityKind, TakingPart
from nmirf_desktop.domain.agenda_versions import AgendaForm, AgendaVersion, VersionItem
from nmirf_desktop.domain.amendments import Amendment, AmendmentAct, Sponsorship, TextVersion, VersionCause
from nmirf_desktop.domain.annual_review import ReviewPart, ReviewPeriod
from nmirf_desktop.domain.attachments import Attachment, Filing, Holder, HolderKind
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.compliance import JudgedKind, RuleException
from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.corrected_totals import Totals
from nmirf_desktop.domain.decisions_gone import gone
from nmirf_desktop.domain.dispatches import (
    Channel,
    DeliveryEvent,
    Dispatch,
    Enclosure,
    Function,
    Happening,
    Recipient,
    Wording,
)
from nmirf_desktop.domain.divisions import Part, TextMotion, TextMotionKind
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.elections import Body, Count
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.floor import ListedSpeaker, SpeakersList, SpeakingTime
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.item_requests import Fate, ItemRequest
from nmirf_desktop.domain.known_words import KnownWord
from nmirf_desktop.domain.lots import FirstDrawn
from nmirf_desktop.domain.meeting_texts import MeetingText, Topic
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.minutes_comments import Comment, Side
from nmirf_desktop.domain.motions import Fate as MotionFate
from nmirf_desktop.domain.motions import Motion, MotionKind, PointOfOrder, Ruling
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.participants import Delegate, Invitee, Partner, PartnerKind
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.records_kept import DecisionRelation, RecordAdoption, RelationKind, WordingCorrection
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.domain.secret_ballots import Papers, Tick
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.sittings import SittingPause
from nmirf_desktop.domain.states import Names, RegionalGroup
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.translation_orders import TranslationOrder
from nmirf_desktop.domain.usual_messages import SentBy, UsualMessage
from nmirf_desktop.domain.voting import HandCount, Method, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART
from nmirf_desktop.storage.amendments import AMENDMENTS, PARTS, SPONSORSHIPS, TEXT_MOTIONS, TEXT_VERSIONS
from nmirf_desktop.storage.attachments import ATTACHMENTS, keep
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.decision_records import RECORD_ADOPTIONS, RELATIONS, WORDINGS
from nmirf_desktop.storage.dispatches import (
    DISPATCH_WORDS,
    DISPATCHED,
    ENCLOSURES,
    EVENTS,
    RECIPIENTS,
    USUAL_MESSAGES,
)
from nmirf_desktop.storage.encouragement import CONTACTS
from nmirf_desktop.storage.floor import (
    LISTED_SPEAKERS,
    MOTIONS,
    PAUSES,
    POINTS_OF_ORDER,
    SPEAKERS_LISTS,
    SPEAKING_TIMES,
)
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES, SHARINGS
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.languages import KNOWN_WORDS, ORDERS
from nmirf_desktop.storage.meetings import ACTIONS, MEETING_TEXTS, MILESTONES, REQUESTS, VERSION_ITEMS, VERSIONS
from nmirf_desktop.storage.minutes import COMMENTS
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.verification import JOURNAL, Fault, FaultKind, verify
from nmirf_desktop.storage.voting import DECISIONS_GONE, DRAWS
from tests import samples

WATCHED = [rows for name, rows in TABLES.items() if name not in JOURNAL]


NAMED = datetime.date(2026, 1, 1)
AT = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sample register with rows in every table: a State renamed and regrouped, minutes issued, an agenda as well."""
    path = samples.sample(tmp_path_factory, tmp_path_factory.mktemp("full") / "full.nmirf")
    with open_register(path) as store:
        desk = Secretariat(store)
        names = [Names("Türkiye", "Türkiye", "Türkiye"), Names("the", "la", "la")]
        desk.states.rename(Renaming(new_key(), "TUR", NAMED, names[0], names[0], names[1]))
        desk.states.regroup(Regrouping(new_key(), "TUR", NAMED, None))
        with store.write("attach", Subject.ATTACHMENTS) as session:
            letter = keep(session, b"letter")
            holder = Holder(HolderKind.STATE, "TUR")
            for key, day in (("dated", NAMED), ("undated", None)):
                file = Attachment(key, holder, "letter.txt", Filing.LETTER, letter, 6, NAMED, "TUR", day)
                ATTACHMENTS.save(session, file)
        _watch(desk)
        _prepare(desk)
        _elect(desk)
        _debate(desk)
        held = desk.papers.meeting(DocumentKind.MINUTES)
        (issued,) = desk.papers.issue(Request(DocumentKind.MINUTES, held.key, (Edition.EN,)), samples.ON)
        _send(desk, held.key, issued.key)
    return path.read_bytes()


def _watch(desk: Secretariat) -> None:
    """A call with a candidature and a slate, a silence procedure, an open question settled, a reason noted."""
    meeting, committee = desk.meetings.list()[0].key, desk.committees.history(NAMED).current
    assert committee is not None
    text = Trilingual.final("Text", "Texte", "Texto")
    desk.candidatures.save_call(Call("call", NAMED, NAMED, meeting=meeting, begins=NAMED, note=text))
    stands = Candidature("candidature", "call", "TUR", NAMED, desk.people.known(NAMED)[0].person.key)
    desk.candidatures.receive(stands)
    desk.candidatures.agree_slate(Slate("slate", "call", NAMED, ("TUR",), text))
    put = SilenceProcedure("silence", committee.term.key, text, text, NAMED, NAMED, meeting)
    desk.silences.put(put)
    desk.silences.break_silence("silence", NAMED, committee.states[0], "No")
    desk.candidatures.withdraw("candidature", NAMED)
    desk.practices.choose(Question.TIE, Option.SECOND_VOTE, NAMED, "Agreed", desk.proposals.decisions()[0].key)
    desk.rule_changes.change(Figure.SEATS_MOST, 7, NAMED, Trilingual("Agreed"), desk.proposals.decisions()[0].key)
    desk.annual_reviews.add(ReviewPeriod.of_year(2026), ReviewPart.AHEAD, text)
    plan = desk.action_plans.save_plan(ActionPlan("", text, 2026, 2030, desk.proposals.decisions()[0].key))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, text, (Objective.CREATION,)))
    action = PlannedAction(
        "",
        priority.key,
        text,
        text,
        0,
        NAMED,
        NAMED,
        NAMED,
        NAMED,
        None,
        Trilingual(),
        text,
        desk.proposals.decisions()[0].key,
    )
    given_up = replace(action, done_on=None, given_up_on=NAMED, reason=text)
    for one in (action, given_up):
        desk.action_plans.save_action(one)
    noted = RuleException("why", "R36", JudgedKind.YEAR, "2025", Period(NAMED, NAMED), text, "Coordinator", NAMED)
    desk.compliance.note_exception(noted)


def _elect(desk: Secretariat) -> None:
    """An election with a ballot that was put right, and so was a secret ballot on a motion."""
    meeting = desk.meetings.list()[-1].key
    item, text = desk.agendas.items(meeting)[0].item.key, Trilingual.final("Text", "Texte", "Texto")
    asked = desk.voting.open(Ballot(meeting, item, Method.SECRET_BALLOT, kind=VoteKind.PROCEDURAL, question=text))
    desk.secret_votes.count(asked.key, 0, HandCount(1, 0, 0), issued=1, returned=1)
    desk.voting.close(asked.key)
    came = Papers(1, 1, 0, (), (), ())
    desk.corrected_totals.correct(asked.key, Totals(HandCount(0, 1, 0), came), "The papers were exchanged.")
    nominees = (Nominee("MAR", "Focal point of Morocco"), Nominee("KEN"))
    new = NewElection(meeting, item, text, 1, nominees, Body.COMMITTEE, group=RegionalGroup.AFRICAN, call="call")
    ballot = desk.ballots.open(desk.elections.open(new).key)
    for place, tick in ((0, Tick.RETURNED), (1, Tick.UNABLE)):
        desk.ballots.mark(ballot.key, asked.entitled[place], tick)
    desk.ballots.count(ballot.key, 0, 0, {ballot.candidates[0]: 1})
    desk.ballots.close(ballot.key)
    desk.ballots.correct(ballot.key, came, Count(0, (0, 1)), "The names were exchanged.")


def _debate(desk: Secretariat) -> None:
    """What happens on the floor, and to a text before it is decided on, a row in each table."""
    meeting = desk.papers.meeting(DocumentKind.MINUTES).key
    item, put = desk.agendas.items(meeting)[0].item.key, desk.proposals.decisions()[0].proposal
    (sitting, *_), (heard, *_) = desk.sittings.all(meeting), desk.sittings.interventions(meeting)
    text, at = Trilingual.final("Text", "Texte", "Texto"), heard.at
    held: list[tuple[Rows[Any], object]] = [
        (SPEAKERS_LISTS, SpeakersList("list", meeting, item, 5, at)),
        (LISTED_SPEAKERS, ListedSpeaker("listed", meeting, item, 0, "TUR", text)),
        (SPEAKING_TIMES, SpeakingTime("time", meeting, heard.key, at, at)),
        (PAUSES, SittingPause("pause", meeting, sitting.key, at, at, item=item)),
        (MOTIONS, Motion("motion", meeting, item, MotionKind.SUSPEND, at, "TUR", MotionFate.ADOPTED, at)),
        (POINTS_OF_ORDER, PointOfOrder("point", meeting, item, heard.key, "TUR", at, True, Ruling.UPHELD, at,
                                       "MAR", at)),
        (AMENDMENTS, Amendment("first", put, 1, AmendmentAct.REPLACES, "a", "b", at, Language.EN, "TUR", None, 1, at)),
        (AMENDMENTS, Amendment("second", put, 2, AmendmentAct.DELETES, "a", "", at, superseded_at=at, withdrawn_at=at,
                               amends="first", superseded_by="first")),
        (SPONSORSHIPS, Sponsorship("sponsor", put, "TUR", at, at, "first")),
        (TEXT_MOTIONS, TextMotion("division", put, TextMotionKind.DIVISION, at, "TUR", at)),
        (PARTS, Part("part", "division", 1, "a")),
        (DRAWS, FirstDrawn("draw", meeting, at, "TUR", "0000")),
        (DECISIONS_GONE, gone("gone", desk.proposals.decisions()[0], at)),
        (TEXT_VERSIONS, TextVersion("tabled", put, 1, at, VersionCause.ACCEPTED, text, "first")),
    ]  # fmt: skip
    with desk.store.write("debate", Subject.VOTES) as session:
        for rows, value in held:
            rows.save(session, value)


@pytest.fixture
def path(full: bytes, tmp_path: Path) -> Path:
    """A copy of the full register."""
    path = tmp_path / "full.nmirf"
    path.write_bytes(full)
    return path


def _prepare(desk: Secretariat) -> None:
    """What is noted before a meeting opens, and what goes on after it, a row in each table."""
    meeting, person = desk.meetings.list()[0].key, desk.people.known(NAMED)[0].person.key
    item, decision = desk.agendas.items(meeting)[0].item.key, desk.proposals.decisions()[0].key
    text = Trilingual.final("Text", "Texte", "Texto")
    held: list[tuple[Rows[Any], object]] = [
        (MILESTONES, Milestone("milestone", meeting, MilestoneKind.HOST, NAMED, NAMED, text, text, "Note")),
        (MEETING_TEXTS, MeetingText("text", meeting, Topic.VISA, text)),
        (VERSIONS, AgendaVersion("version", meeting, 1, AgendaForm.PROVISIONAL, NAMED, "First")),
        (VERSION_ITEMS, VersionItem("item", "version", item, 0, text, "parent", duration=5, documents=("A/1",))),
        (REQUESTS, ItemRequest("request", meeting, "TUR", NAMED, text, text, "3", Fate.ACCEPTED, NAMED, text, item)),
        (ACTIONS, FollowUpAction("action", meeting, text, text, item, decision, NAMED, NAMED, "Note", NAMED)),
        (RECORD_ADOPTIONS, RecordAdoption("adoption", meeting, AT, item)),
        (WORDINGS, WordingCorrection("wording", decision, AT, text, text, "Note")),
        (RELATIONS, DecisionRelation("relation", decision, RelationKind.RECALLS, decision)),
        (PARTNERS, Partner("partner", text, PartnerKind.OHCHR, ("office@example.org",), "Street")),
        (INVITEES, Invitee("state", meeting, "TUR", invited_on=NAMED, answered_on=NAMED)),
        (INVITEES, Invitee("guest", meeting, partner="partner")),
        (DELEGATES, Delegate("delegate", "state", person)),
        (ACTIVITIES, Activity("activity", ActivityKind.VISIT, text, NAMED, NAMED, text, (Language.FR,),
                              (Objective.EXCHANGE,), text, meeting, "Note")),
        (TAKING_PART, TakingPart("host", "activity", state="TUR", host=True)),
        (TAKING_PART, TakingPart("beside", "activity", partner="partner")),
        (CONTACTS, Contact("contact", "TUR", NAMED, "Coordinator", "Text")),
        (GOOD_PRACTICES, GoodPractice("practice", "TUR", text, Area.DATA, NAMED, 1, text, (Objective.EXCHANGE,), text,
                                      (Language.FR,), NAMED, "Minister", NAMED, "Note", NAMED)),
        (SHARINGS, Sharing("shared", "practice", NAMED, SharedWith.STATES, ("MAR",), "partner", "Note")),
        (CONTRIBUTIONS, Contribution("contribution", ContributionKind.PRACTICE, text, NAMED, "TUR", Language.FR,
                                     "practice", NAMED, NAMED, "https://example.org", "Note")),
        (ORDERS, TranslationOrder("order", meeting, Language.FR, NAMED, 3, "Translator", "Approver", NAMED)),
        (KNOWN_WORDS, KnownWord("word", Language.EN, "NMIRF")),
        *_comments(desk),
    ]  # fmt: skip
    with desk.store.write("prepare", Subject.MEETINGS) as session:
        for rows, value in held:
            rows.save(session, value)


def _send(desk: Secretariat, meeting: Key, issued: Key) -> None:
    """A dispatch to a State and a partner, and what became of one of its deliveries, a row in each table."""
    person, text = desk.people.known(NAMED)[0].person.key, Trilingual.final("Text", "Texte", "Texto")
    held: list[tuple[Rows[Any], object]] = [
        (DISPATCHED, Dispatch("going", meeting, Channel.POST, AT, "UTC", "Author", "office@example.org", text, text)),
        (ENCLOSURES, Enclosure("enclosed", "going", issued)),
        (DISPATCH_WORDS, Wording("said", "going", Language.EN, "Network", "Secretariat", "Rabat", "NMIRF/LET/1",
                                 "Title", "Rabat, 2027", "Subject", "Text")),
        (RECIPIENTS, Recipient("to", "going", Capacity.MEMBER, Function.FOCAL_POINT, "Name", Language.EN, "TUR",
                               person=person, addresses=("tur@example.org",), postal="Street")),
        (RECIPIENTS, Recipient("beside", "going", Capacity.OHCHR, Function.PARTNER, "OHCHR", Language.EN,
                               partner="partner")),
        (EVENTS, DeliveryEvent("sent", "to", Happening.SENT, AT, "UTC", AT, "Author", "Note", "abc",
                               number="<sent@example.org>")),
        (USUAL_MESSAGES, UsualMessage("usual", DocumentKind.AGENDA, SentBy.MAIL, text, text)),
        (EVENTS, DeliveryEvent("gone", "to", Happening.TAKEN_BACK, AT, "UTC", AT, "Author", about="sent")),
    ]  # fmt: skip
    with desk.store.write("send", Subject.DISPATCHES) as session:
        for rows, value in held:
            rows.save(session, value)


def _comments(desk: Secretariat) -> Iterator[tuple[Rows[Any], object]]:
    """What was said beside minutes, and an answer."""
    minutes = desk.minutes.minutes(desk.papers.meeting(DocumentKind.MINUTES).key)
    assert minutes is not None
    at, paragraph = datetime.datetime.now(datetime.UTC), desk.minutes.paragraphs(minutes.key)[0].key
    yield COMMENTS, Comment("said", minutes.key, Side.RAPPORTEUR, "Who?", at, paragraph, resolved_at=at)
    yield COMMENTS, Comment("answer", minutes.key, Side.COORDINATOR, "The host.", at, answers="said")


def execute(path: Path, statement: str, *values: object) -> int:
    """Change the file as any SQLite tool could; the number of rows touched."""
    connection = sqlite3.connect(path)
    with connection:
        count = connection.execute(statement, values).rowcount
    connection.close()
    return count


def quoted(name: str) -> str:
    """A name in SQL."""
    return f'"{name}"'


def faults(path: Path) -> tuple[Fault, ...]:
    """What verification finds."""
    with open_register(path) as store, store.read() as session:
        return verify(session).faults


def test_a_register_written_by_the_program_alone_is_sound(path: Path) -> None:
    assert faults(path) == ()


def altered(path: Path) -> set[tuple[str, str, str]]:
    """The fields that verification names, each with its table and row."""
    found = faults(path)
    return {(one.table, one.row, one.field) for one in found if one.kind is FaultKind.FIELD_ALTERED}


def other_values(column: sa.Column[Any], value: object) -> list[object]:
    """What another program might leave in a column that holds *value*, one for each kind of change."""
    others: list[object] = [b"\xff\xfe", f"{value}x"]
    binary = isinstance(column.type, sa.LargeBinary)
    if binary and isinstance(value, bytes):
        others.append("sha256:" + hashlib.sha256(value).hexdigest())
    if isinstance(value, int):
        others += [value + 1, -value - 1]
    elif not binary:
        others += [f" {value}", 7]
    return others if value is None or not column.nullable else [*others, None]


def changes(path: Path) -> Iterator[list[tuple[Rows[Any], str, sa.Column[Any], object]]]:
    """Rounds of changes: in each, one row of every column of every table gets another value, until all were tried.

    Of a column that is empty in some rows and not in others, one of each is changed.
    """
    tried = []
    with closing(sqlite3.connect(path)) as connection:
        for rows in WATCHED:
            columns = [column for column in rows.table.columns if column.name != rows.key]
            names = ", ".join(quoted(column.name) for column in columns)
            held = connection.execute(f"SELECT {quoted(rows.key)}, {names} FROM {quoted(rows.name)}").fetchall()
            assert held, "the register has rows in every table"
            for at, column in enumerate(columns, start=1):
                cells = {row[at] is None: (row[0], row[at]) for row in held}
                tried.append(
                    [
                        (rows, key, column, other)
                        for key, value in cells.values()
                        for other in other_values(column, value)
                    ]
                )
    for turn in itertools.zip_longest(*tried):
        yield [change for change in turn if change is not None]


def test_every_field_of_every_table_is_watched(path: Path) -> None:
    """To another value of each type, to nothing, and from nothing to a value."""
    pristine = path.read_bytes()
    for turn in changes(path):
        with closing(sqlite3.connect(path)) as connection:
            for rows, key, column, other in turn:
                connection.execute(
                    f"UPDATE {quoted(rows.name)} SET {quoted(column.name)} = ? WHERE {quoted(rows.key)} = ?",
                    (other, key),
                )
            connection.commit()
        assert {(rows.name, str(key), column.name) for rows, key, column, _ in turn} - altered(path) == set()
        path.write_bytes(pristine)


def test_a_row_removed_or_added_is_named_in_every_table(path: Path) -> None:
    gone = {}
    for rows in WATCHED:
        key, table = quoted(rows.key), quoted(rows.name)
        with closing(sqlite3.connect(path)) as connection:
            gone[rows.name] = connection.execute(f"SELECT min({key}) FROM {table}").fetchone()[0]
        execute(path, f"UPDATE {table} SET {key} = 'moved' WHERE {key} = ?", gone[rows.name])
    found = set(faults(path))
    assert {Fault(FaultKind.ROW_REMOVED, table=table, row=row) for table, row in gone.items()} <= found
    assert {Fault(FaultKind.ROW_ADDED, table=table, row="moved") for table in gone} <= found
    for rows in WATCHED:
        execute(path, f"DELETE FROM {quoted(rows.name)} WHERE {quoted(rows.key)} = 'moved'")
    assert set(faults(path)) == {Fault(FaultKind.ROW_REMOVED, table=table, row=row) for table, row in gone.items()}


def test_rows_that_changed_places_are_named(path: Path) -> None:
    swapped = set()
    for rows in WATCHED:
        key, table = quoted(rows.key), quoted(rows.name)
        with closing(sqlite3.connect(path)) as connection:
            pair = [one for (one,) in connection.execute(f"SELECT {key} FROM {table} ORDER BY {key} LIMIT 2")]
        if len(pair) == 2:
            first, second = pair
            for before, after in ((first, "aside"), (second, first), ("aside", second)):
                execute(path, f"UPDATE {table} SET {key} = ? WHERE {key} = ?", after, before)
            swapped |= {(rows.name, first), (rows.name, second)}
    assert len(swapped) > len(WATCHED)
    assert {(table, row) for table, row, _ in altered(path)} == swapped


@pytest.mark.parametrize("column", ["verb", "author", "at", "copy", "revision", "previous", "hash"])
def test_an_altered_entry_is_named(path: Path, column: str) -> None:
    execute(path, f"UPDATE journal_entry SET {column} = 'x' WHERE sequence = 2")
    assert any(fault.kind is FaultKind.ENTRY_ALTERED and fault.place in {"2", "3"} for fault in faults(path))


@pytest.mark.parametrize("column", ["table_name", "row_key", "field", "before", "after", "salt", "digest"])
def test_an_altered_change_is_named(path: Path, column: str) -> None:
    execute(path, f"UPDATE journal_change SET {column} = 'x' WHERE sequence = 2 AND number = 0")
    assert any(fault.place == "2" for fault in faults(path))


@pytest.mark.parametrize("column", ["sequence", "undoes", "number", "after"])
def test_another_type_in_the_journal_is_named(path: Path, column: str) -> None:
    place = "journal_entry" if column == "undoes" else "journal_change"
    number = "" if column == "undoes" else " AND number = 0"
    execute(path, f"UPDATE {place} SET {column} = x'ff' WHERE sequence = 2{number}")
    assert any(one.kind in {FaultKind.ENTRY_ALTERED, FaultKind.CHANGE_ALTERED} for one in faults(path))


def test_a_change_removed_added_or_exchanged_is_named(path: Path) -> None:
    copied = "table_name, row_key, field, before, after, salt, digest FROM journal_change"
    for statement in (
        "DELETE FROM journal_change WHERE sequence = 2 AND number = 0",
        f"INSERT INTO journal_change SELECT sequence, 999, {copied} WHERE sequence = 2 AND number = 0",
        "UPDATE journal_change SET number = 1 - number - 10 WHERE sequence = 2 AND number IN (0, 1)",
    ):
        pristine = path.read_bytes()
        execute(path, statement)
        assert Fault(FaultKind.ENTRY_ALTERED, "2") in faults(path)
        path.write_bytes(pristine)


def test_an_entry_rewritten_with_its_hash_breaks_the_chain_behind_it(path: Path) -> None:
    """Somebody who knows how the journal is made changes a verb and computes the entry's hash anew."""
    with open_register(path) as store, store.read() as session:
        entry = next(one for one in ENTRIES.all(session) if one.sequence == 2)
        digests = [one.digest for one in LINES.all(session, sequence=2)]
    forged = dataclasses.replace(entry, verb="something else")
    execute(path, "UPDATE journal_entry SET verb = ?, hash = ? WHERE sequence = 2", forged.verb, forged.hashed(digests))
    assert Fault(FaultKind.ENTRY_ALTERED, "3") in faults(path)


def cut(path: Path, after: int) -> None:
    """Take the last entries away as somebody would who wants no trace of them: rows go back to what they were."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        lines = connection.execute(
            "SELECT table_name, row_key, field, before FROM journal_change WHERE sequence > ?"
            " ORDER BY sequence DESC, number DESC",
            (after,),
        ).fetchall()
        for table, row, field, before in lines:
            key = TABLES[table].key
            if field == key and before is None and table != "issued_document":
                connection.execute(f'DELETE FROM "{table}" WHERE "{key}" = ?', (row,))
            elif table != "issued_document" and field != key:
                connection.execute(f'UPDATE OR IGNORE "{table}" SET "{field}" = ? WHERE "{key}" = ?', (before, row))
        connection.execute("DELETE FROM journal_change WHERE sequence > ?", (after,))
        connection.execute("DELETE FROM journal_entry WHERE sequence > ?", (after,))
        connection.commit()


def test_a_cut_tail_is_seen_by_a_document_that_was_issued_later(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        issued = connection.execute("SELECT key, entry FROM issued_document").fetchall()
    cut(path, min(entry for _, entry in issued) - 1)
    assert set(faults(path)) == {
        *(Fault(FaultKind.TAIL_CUT, str(entry)) for _, entry in issued),
        *(Fault(FaultKind.ROW_ADDED, table="issued_document", row=key) for key, _ in issued),
    }


def test_a_removed_entry_is_named(path: Path) -> None:
    execute(path, "DELETE FROM journal_entry WHERE sequence = 3")
    assert Fault(FaultKind.ENTRY_MISSING, "3") in faults(path)


def test_another_schema_revision_is_named(path: Path) -> None:
    execute(path, "UPDATE alembic_version SET version_num = '0000'")
    assert Fault(FaultKind.SCHEMA_ALTERED, "0000") in faults(path)
    execute(path, "DELETE FROM alembic_version")
    assert [one.kind for one in faults(path)] == [FaultKind.SCHEMA_ALTERED]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DROP TABLE coordination", Fault(FaultKind.TABLE_ALTERED, table="coordination")),
        ("ALTER TABLE person RENAME COLUMN email TO mail", Fault(FaultKind.TABLE_ALTERED, table="person")),
        ("CREATE TABLE notes (a)", Fault(FaultKind.OBJECT_ADDED, "notes")),
        ("CREATE VIEW members AS SELECT 1", Fault(FaultKind.OBJECT_ADDED, "members")),
        (
            "CREATE TRIGGER later AFTER INSERT ON vote BEGIN DELETE FROM vote; END",
            Fault(FaultKind.OBJECT_ADDED, "later"),
        ),
    ],
)
def test_another_table_view_or_trigger_is_named(path: Path, statement: str, fault: Fault) -> None:
    execute(path, statement)
    assert faults(path) == (fault,)


@pytest.mark.parametrize("language", list(Language))
def test_a_fault_is_said_with_row_and_field(language: Language) -> None:
    sentence = Fault(FaultKind.FIELD_ALTERED, "", "vote", "abc", "method").said_in(catalog(language))
    assert all(word in sentence for word in ("vote", "abc", "method"))
