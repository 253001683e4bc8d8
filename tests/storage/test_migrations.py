"""Migrations equal the models, and an older register is brought forward with a backup."""

import datetime
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.amendments import AmendmentAct, VersionCause
from nmirf_desktop.domain.corrected_totals import Totals
from nmirf_desktop.domain.organisation import NETWORK_NAME, Organisation
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Answer, HandCount, Method, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.action_plans import ActionPlans
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.corrected_totals import CorrectedTotals
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.rule_changes import RuleChanges
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage import errors, inspection, migrations
from nmirf_desktop.storage.action_plans import PLANNED
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.inspection import APPLICATION_ID, newest_revision
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.migrations import draft, migrate
from nmirf_desktop.storage.schema import METADATA
from nmirf_desktop.storage.states import ORGANISATION, STATES
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.storage.voting import DECISIONS_GONE, INTERVENTIONS, VOTES
from nmirf_desktop.storage.watch import RULE_CHANGES
from tests import registers
from tests.registers import Hand, corrections_of, said


def test_migrations_equal_models(tmp_path: Path) -> None:
    path = tmp_path / "empty.nmirf"
    migrate(path)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, METADATA)
    engine.dispose()
    assert differences == []


def test_a_drafted_revision_says_what_is_stored_and_nothing_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder, ignore=shutil.ignore_patterns("0*.py", "__pycache__"))
    monkeypatch.setattr(migrations, "FOLDER", folder)
    monkeypatch.setattr(inspection, "VERSIONS", folder / "versions")
    script = draft("all tables").read_text(encoding="utf-8")
    assert all(f"op.create_table('{name}'," in script for name in METADATA.tables)
    assert "sa.Column('opens_on', sa.String(length=10), nullable=False)" in script
    assert "nmirf_desktop" not in script


def test_a_migrated_file_is_marked_as_a_register_of_this_revision(tmp_path: Path) -> None:
    path = tmp_path / "empty.nmirf"
    migrate(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == newest_revision()
    connection.close()


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with one migration more: it adds a column that rows have a default for."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder)
    last = newest_revision()
    (folder / "versions" / f"{last + 1:04}_fax.py").write_text(
        f'''"""fax"""
import sqlalchemy as sa
from alembic import op

revision = "{last + 1:04}"
down_revision = "{last:04}"


def upgrade() -> None:
    op.add_column("person", sa.Column("fax", sa.String(), server_default="", nullable=False))
''',
        encoding="utf-8",
    )
    monkeypatch.setattr(migrations, "FOLDER", folder)
    monkeypatch.setattr(inspection, "VERSIONS", folder / "versions")


def has_fax(path: Path) -> bool:
    """Whether the file has the new column."""
    connection = sqlite3.connect(path)
    names = {row[1] for row in connection.execute("PRAGMA table_info(person)")}
    connection.close()
    return "fax" in names


@pytest.mark.usefixtures("newer_program")
def test_an_older_register_is_brought_forward_with_a_backup(register: Path) -> None:
    with open_register(register) as store, store.read() as session:
        assert verify(session).faults == ()
    assert has_fax(register)
    newest = newest_revision()
    backup = register.parent / f"register.before-{newest:04}.nmirf"
    assert inspection.inspect_file(backup) == newest - 1
    assert not has_fax(backup)


OPEN = """
import pathlib, sys
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage import inspection, migrations
migrations.FOLDER = pathlib.Path(sys.argv[2])
inspection.VERSIONS = migrations.FOLDER / "versions"
open_register(pathlib.Path(sys.argv[1])).close()
"""


def in_another_process(register: Path) -> subprocess.Popen[bytes]:
    """The newer program opening a register."""
    command = [sys.executable, "-c", OPEN, str(register), str(migrations.FOLDER)]
    return subprocess.Popen(command, cwd=Path(__file__).parents[2])


def then(code: str) -> Path:
    """What the migration does at its end, in whichever process it runs; the file in which it stands."""
    newest = next((migrations.FOLDER / "versions").glob("*_fax.py"))
    newest.write_text(newest.read_text(encoding="utf-8") + textwrap.indent(code, "    "), encoding="utf-8")
    return newest


WAIT = """
import os, pathlib, time
here = pathlib.Path(__file__).parent
if os.getpid() != {reader}:
    (here / "begun").touch()
    while not (here / "go on").exists():
        time.sleep(0.01)
"""


@pytest.mark.usefixtures("newer_program")
def test_a_second_window_waits_outside_while_the_first_one_migrates(register: Path) -> None:
    here = then(WAIT.format(reader=os.getpid())).parent
    backup = register.parent / f"register.before-{newest_revision():04}.nmirf"
    with in_another_process(register) as first:
        try:
            while not (here / "begun").exists():
                assert first.poll() is None
                time.sleep(0.01)
            copied = backup.stat()
            with pytest.raises(StorageError) as refused:
                open_register(register)
            assert refused.value.message == errors.BUSY
            assert backup.stat() == copied, "nothing is done before the lock is held"
            with open_register(register, read_only=True) as reader, reader.read() as session:
                assert verify(session).faults == ()
                assert len(STATES.all(session)) == 193
        finally:
            (here / "go on").touch()
    assert first.returncode == 0
    with open_register(register) as store, store.read() as session:
        assert verify(session).faults == ()
        assert [one.verb for one in ENTRIES.all(session)] == ["new register", "migration"]
    assert not has_fax(backup)


@pytest.mark.usefixtures("newer_program")
def test_a_migration_that_is_killed_leaves_the_register_as_it_was(register: Path) -> None:
    newest = next((migrations.FOLDER / "versions").glob("*_fax.py"))
    whole = newest.read_text(encoding="utf-8")
    then("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    assert in_another_process(register).wait() == -signal.SIGKILL
    newest.write_text(whole, encoding="utf-8")
    with open_register(register) as store, store.read() as session:
        assert verify(session).faults == ()
        assert [one.verb for one in ENTRIES.all(session)] == ["new register", "migration"]
    backup = f"register.before-{newest_revision():04}.nmirf"
    assert {one.name for one in register.parent.glob("*.nmirf")} == {backup, "register.nmirf"}


@pytest.mark.usefixtures("newer_program")
def test_an_older_register_that_is_only_read_stays_as_it_is(
    register: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copies = tmp_path / "temporary"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    before = register.read_bytes()
    with open_register(register, read_only=True) as store, store.read() as session:
        assert store.read_only
        assert verify(session).faults == ()
    assert register.read_bytes() == before
    assert list(copies.iterdir()) == []


def as_of_revision(path: Path, number: int) -> None:
    """Make a register what a version before would have left, without the columns that it did not have."""
    revision = f"{number:04}"
    with open_register(path) as store, store.read() as session:
        entries = sorted(ENTRIES.all(session), key=lambda one: one.sequence)
        lines = LINES.all(session)
    newer = path.rename(path.with_suffix(".newer"))
    migrate(path, revision)
    connection = sqlite3.connect(path)
    with connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in tables}
        gone = [line for line in lines if line.field not in ("", *columns.get(line.table, ()))]
        hashes: list[str] = []
        for entry in entries:
            older = replace(entry, revision=revision, previous=hashes[-1] if hashes else entry.previous)
            digests = (line.digest for line in lines if line not in gone and line.sequence == entry.sequence)
            hashes.append(older.hashed(digests))
        connection.execute("ATTACH ? AS newer", (str(newer),))
        for table, named in columns.items():
            there = ", ".join(f'"{name}"' for name in named)
            connection.execute(f"DELETE FROM {table}")
            connection.execute(f"INSERT INTO {table} ({there}) SELECT {there} FROM newer.{table}")
        places = [(line.sequence, line.number) for line in gone]
        connection.executemany("DELETE FROM journal_change WHERE sequence = ? AND number = ?", places)
        for entry, before, made in zip(entries, (entries[0].previous, *hashes), hashes, strict=False):
            stored = (revision, before, made, entry.sequence)
            connection.execute(
                "UPDATE journal_entry SET revision = ?, previous = ?, hash = ? WHERE sequence = ?", stored
            )
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()
    newer.unlink()


def test_the_totals_of_a_vote_in_an_older_register_are_put_right(register: Path) -> None:
    as_of_revision(register, 16)
    assert inspection.inspect_file(register) == 16
    with open_register(register) as store:
        desk = registers.desk(store, Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)))
        meeting, item, _ = registers.network(desk)
        asked = Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=said("Close?"))
        vote = desk.voting.open(asked)
        desk.voting.record_hands(vote.key, HandCount(5, 3, 0))
        desk.voting.close(vote.key)
        recounts = CorrectedTotals(store, desk.clock)
        recounts.correct(vote.key, Totals(HandCount(5, 2, 1)), "A hand was seen on the wrong side.")
        assert [one.before_hands for one in corrections_of(store, vote.key)] == [HandCount(5, 3, 0)]
        with store.read() as session:
            assert verify(session).faults == ()
    assert inspection.inspect_file(register.parent / f"register.before-{newest_revision():04}.nmirf") == 16


def test_a_vote_of_an_older_register_has_no_seed_of_its_lot_and_a_new_one_has(register: Path) -> None:
    hand = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(register) as store:
        desk = registers.desk(store, hand)
        meeting, item, _ = registers.network(desk)
        asked = Ballot(meeting.key, item.key, Method.ROLL_CALL, kind=VoteKind.PROCEDURAL, question=said("Close?"))
        first = desk.voting.open(replace(asked, drawn="MAR"))
        for state in first.entitled:
            desk.voting.cast(Cast(first.key, state, Answer.IN_FAVOUR))
        desk.voting.close(first.key)
    as_of_revision(register, 17)
    assert inspection.inspect_file(register) == 17
    with open_register(register) as store:
        desk = registers.desk(store, hand)
        with store.read() as session:
            assert verify(session).faults == ()
            assert (VOTES.get(session, first.key).drawn, VOTES.get(session, first.key).lot_seed) == ("MAR", "")
        lot = desk.voting.draw(meeting.key)
        second = desk.voting.open(replace(asked, drawn=lot.state.iso3, lot_seed=lot.seed))
        with store.read() as session:
            assert verify(session).faults == ()
            assert VOTES.get(session, second.key).lot_seed == lot.seed
    assert inspection.inspect_file(register.parent / f"register.before-{newest_revision():04}.nmirf") == 17


def test_texts_suspensions_and_decisions_of_an_older_register_go_on_in_the_new_one(register: Path) -> None:
    """Titles are amended, hours of resuming noted and decisions that go are kept, beside what was recorded before."""
    hand = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(register) as store:
        desk = registers.desk(store, hand)
        meeting, item, sitting = registers.network(desk)
        desk.sittings.all_arrive(meeting.key)
        desk.sittings.open(sitting.key)
        desk.sittings.suspend(meeting.key)
        put = desk.proposals.propose(meeting.key, item.key, said("Workshop"), said("Decides to meet every year."))
        first = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "every year", "twice"))
        desk.amendments.accept(first.key)
    as_of_revision(register, 18)
    assert inspection.inspect_file(register) == 18
    with open_register(register) as store:
        desk = registers.desk(store, hand)
        with store.read() as session:
            assert verify(session).faults == ()
        (pause,) = desk.floor.view(meeting.key).pauses
        desk.sittings.foresee(pause.key, datetime.time(15))
        hand.forward()
        second = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "", "Meetings", of_title=True))
        desk.amendments.accept(second.key)
        (file,) = desk.proposals.all(meeting.key)
        assert [one.amendment.of_title for one in file.amendments] == [False, True]
        assert [one.cause for one in file.versions] == [
            VersionCause.TABLED, VersionCause.ACCEPTED, VersionCause.ACCEPTED,
        ]  # fmt: skip
        assert file.proposal.title.original == "Meetings"
        hand.forward()
        made = desk.proposals.adopt_by_consensus(put.key)
        hand.forward()
        desk.text_motions.agree(desk.text_motions.reconsider(put.key).key)
        with store.read() as session:
            assert verify(session).faults == ()
            assert [one.stood for one in DECISIONS_GONE.all(session)] == [made]
    assert inspection.inspect_file(register.parent / f"register.before-{newest_revision():04}.nmirf") == 18


def test_an_intervention_of_an_older_register_is_told_with_its_speaker_until_it_is_changed(register: Path) -> None:
    with open_register(register) as store:
        desk = registers.desk(store, Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)))
        meeting, item, _ = registers.network(desk)
        desk.sittings.note(Intervention("said", meeting.key, item.key, desk.clock.at, "MAR", note="welcomed it"))
    as_of_revision(register, 18)
    assert inspection.inspect_file(register) == 18
    with open_register(register) as store:
        desk = registers.desk(store, Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)))
        with store.read() as session:
            assert verify(session).faults == ()
            assert INTERVENTIONS.get(session, "said").attribution is Attribution.NAMED
        desk.sittings.attribute("said", Attribution.OFF_THE_RECORD)
        with store.read() as session:
            assert verify(session).faults == ()
            assert not INTERVENTIONS.get(session, "said").told


def test_a_register_without_a_head_of_documents_gets_the_usual_one(register: Path) -> None:
    as_of_revision(register, 4)
    assert inspection.inspect_file(register) == 4
    with open_register(register) as store, store.read() as session:
        assert verify(session).faults == ()
        assert ORGANISATION.get(session, "organisation") == Organisation(network=NETWORK_NAME)
    assert inspection.inspect_file(register.parent / f"register.before-{newest_revision():04}.nmirf") == 4


def test_reasons_and_evidence_of_an_older_plan_stand_in_the_language_of_their_action(register: Path) -> None:
    with open_register(register) as store:
        plans = ActionPlans(store, Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)))
        plan = plans.save_plan(ActionPlan("", said("Plan"), 2026, 2030))
        priority = plans.save_priority(PlanPriority("", plan.key, said("Exchanges")))
        french = plans.save_action(PlannedAction("", priority.key, Trilingual(fr="Visites", source=Language.FR)))
        address = plans.save_action(PlannedAction("", priority.key, said("Website")))
    as_of_revision(register, 47)
    with sqlite3.connect(register) as connection:
        noted = "UPDATE planned_action SET reason = ?, evidence = ? WHERE key = ?"
        connection.execute(noted, ("", "Rapport des visites", french.key))
        connection.execute(noted, ("Too dear", "https://example.org/report", address.key))
    connection.close()
    with open_register(register) as store, store.read() as session:
        assert verify(session).faults == ()
        first, second = PLANNED.get(session, french.key), PLANNED.get(session, address.key)
        told = {one.field: one.after for one in LINES.all(session) if one.row == french.key and "evidence" in one.field}
    assert (first.reason, first.evidence) == (Trilingual(), Trilingual(fr="Rapport des visites", source=Language.FR))
    assert second.reason == Trilingual("Too dear")
    address_of = "https://example.org/report"
    assert second.evidence == Trilingual.final(address_of, address_of, address_of)
    assert told["evidence_fr"] == "Rapport des visites"


def test_the_reason_of_an_older_change_of_the_rules_stands_in_the_language_of_its_decision(register: Path) -> None:
    """Without a decision in English; the journal tells it, and what was empty stays so."""
    with open_register(register) as store:
        desk = registers.desk(store, Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)))
        meeting, item, sitting = registers.network(desk)
        desk.sittings.all_arrive(meeting.key)
        desk.sittings.open(sitting.key)
        title = Trilingual(fr="Composition", source=Language.FR)
        put = desk.proposals.propose(meeting.key, item.key, title, Trilingual(fr="Décide.", source=Language.FR))
        decision, changes = desk.proposals.adopt_by_consensus(put.key), RuleChanges(store)
        noted = changes.change(Figure.NOTICE_MONTHS, 2, datetime.date(2026, 6, 1))
        silent = changes.change(Figure.NOTICE_MONTHS, 3, datetime.date(2026, 7, 1))
        decided = changes.change(Figure.SEATS_MOST, 7, datetime.date(2027, 1, 1), decision=decision.key)
    as_of_revision(register, 48)
    with sqlite3.connect(register) as connection:
        for text, change in (("More time", noted), ("", silent), ("Le Réseau grandit", decided)):
            connection.execute("UPDATE rule_change SET reason = ? WHERE key = ?", (text, change.key))
    connection.close()
    with open_register(register) as store, store.read() as session:
        assert verify(session).faults == ()
        reasons = {one.key: one.reason for one in RULE_CHANGES.all(session)}
        told = {one.field: one.after for one in LINES.all(session) if one.row == decided.key and "reason" in one.field}
    assert reasons == {
        noted.key: Trilingual("More time"),
        silent.key: Trilingual(),
        decided.key: Trilingual(fr="Le Réseau grandit", source=Language.FR),
    }
    assert (told["reason_fr"], told["reason_source"]) == ("Le Réseau grandit", "fr")
