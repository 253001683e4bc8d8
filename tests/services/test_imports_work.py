"""Lists of the Network's work as files: they go out and come back, are taken in in one step, and taken back in one."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.intake import WORK, ByHand, Choice, Correction, IntakeKind, Reading, Verdict
from nmirf_desktop.domain.intake.judging import AS_IT_IS
from nmirf_desktop.domain.intake.report import line_said
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.exchange.spreadsheet import CSV, XLSX
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.imports import Imports, Judged
from nmirf_desktop.services.lists import write_list
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.verification import verify
from tests import samples
from tests.registers import OPENS, Desk
from tests.samples import ON

ACTIVITIES_BY_HAND = """Fechas;Actividad;Tipo;Objetivos;Participación;Resultado
10 de marzo de 2026;Taller de indicadores;Taller;1 y 3;Marruecos, Instituto Nuevo;Una guía
11/03/2026;Visita;Visita;2;OHCHR;
"""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample register."""
    return samples.sample(tmp_path_factory, tmp_path_factory.mktemp("work") / "sample.nmirf")


@pytest.fixture
def sample(register: Path) -> Iterator[Secretariat]:
    """Its services, for reading."""
    with open_register(register, read_only=True) as store:
        yield Secretariat(store)


@pytest.fixture
def imports(desk: Desk) -> Imports:
    """Those of an empty register."""
    return Imports(desk.store, desk.states, desk.clock)


def judged(imports: Imports, kind: IntakeKind, path: Path, by_hand: ByHand = AS_IT_IS) -> Judged:
    """The preview of the one list of a file, in the language of its headings."""
    (found,) = imports.read(kind, path)
    reading = Reading(found.language or Language.EN)
    return imports.preview(found, OPENS, ByHand(reading, by_hand.corrections))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", sorted(WORK))
def test_the_records_of_the_sample_go_out_and_come_back_with_nothing_new(
    sample: Secretariat, kind: IntakeKind, language: Language, tmp_path: Path
) -> None:
    sheet = sample.imports.listed(kind, ON, language)
    assert sheet.rows, "the sample shows each kind of record"
    for suffix in (XLSX, CSV):
        path = write_list(sheet, tmp_path / f"list{suffix}")
        assert Imports.likely(path) is kind
        shown = judged(sample.imports, kind, path).preview
        assert [one.verdict for one in shown.rows] == [Verdict.UNCHANGED] * len(sheet.rows), [
            line_said(one, catalog(Language.EN)) for one in shown.rows
        ]
        assert not any((shown.imported, shown.warnings, shown.left_out, shown.not_read))


def test_a_list_by_hand_is_shown_taken_in_at_once_and_taken_back_in_one_step(
    imports: Imports, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "actividades.csv"
    path.write_text(ACTIVITIES_BY_HAND, encoding="utf-8")
    first = judged(imports, IntakeKind.ACTIVITIES, path)
    assert [one.verdict for one in first.preview.rows] == [Verdict.ERROR, Verdict.NEW]
    with pytest.raises(Refusal, match="in error"):
        imports.record(first)
    decided = {2: Correction(choices=frozenset({Choice.NEW_PARTNER}))}
    asked = judged(imports, IntakeKind.ACTIVITIES, path, ByHand(corrections=decided))
    assert imports.record(asked).rows == 2
    with desk.store.read() as session:
        assert [one.title.es for one in ACTIVITIES.all(session)] == ["Taller de indicadores", "Visita"]
        assert [one.begins_on for one in ACTIVITIES.all(session)] == [
            datetime.date(2026, 3, 10), datetime.date(2026, 3, 11),
        ]  # fmt: skip
        assert {one.key == "ohchr" for one in PARTNERS.all(session)} == {True, False}, "OHCHR, which is always one"
        assert len(TAKING_PART.all(session)) == 3
    assert not judged(imports, IntakeKind.ACTIVITIES, path).preview.imported
    undo.undo(desk.store)
    with desk.store.read() as session:
        assert not any(rows.all(session) for rows in (ACTIVITIES, TAKING_PART, PARTNERS))
        assert not verify(session).faults


def test_a_list_to_correct_takes_out_who_is_no_more_in_it_and_one_undo_brings_all_back(
    imports: Imports, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Date;Activity;Hosts;Took part;Result;Last day\n2026-03-10;Workshop;Paraguay;Peru, OHCHR;A guide;2026-03-12\n",
        encoding="utf-8",
    )
    imports.record(judged(imports, IntakeKind.ACTIVITIES, path))
    listed = imports.listed(IntakeKind.ACTIVITIES, OPENS, Language.EN)
    put = {"Hosts": "OHCHR", "Took part": "Peru", "Result (English)": None, "Last day": None}
    (row,) = listed.rows
    back = tuple(put.get(heading, cell) for heading, cell in zip(listed.headings, row, strict=True))
    sheet = write_list(replace(listed, rows=(back,)), tmp_path / "back.xlsx")
    shown = judged(imports, IntakeKind.ACTIVITIES, sheet)
    (said,) = (line_said(one, catalog(Language.EN)) for one in shown.preview.rows)
    assert "Taken out: Paraguay." in said
    assert "Result (English): A guide → –" in said
    assert imports.record(shown).rows == 1
    with desk.store.read() as session:
        assert {(one.state, one.partner, one.host) for one in TAKING_PART.all(session)} == {
            ("PER", None, False), (None, "ohchr", True),
        }  # fmt: skip
        (made,) = ACTIVITIES.all(session)
        assert (made.result.en, made.ends_on) == ("", made.begins_on)
        assert not verify(session).faults
    (again,) = judged(imports, IntakeKind.ACTIVITIES, sheet).preview.rows
    assert again.verdict is Verdict.UNCHANGED
    undo.undo(desk.store)
    with desk.store.read() as session:
        assert len(TAKING_PART.all(session)) == 3
        assert ACTIVITIES.all(session)[0].result.en == "A guide"
        assert not verify(session).faults


def test_what_changed_since_the_preview_is_not_written_over(imports: Imports, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date,Activity\n2026-03-10,Workshop\n", encoding="utf-8")
    twice = [judged(imports, IntakeKind.ACTIVITIES, path) for _ in range(2)]
    assert imports.record(twice[0]).rows == 1
    with pytest.raises(Refusal, match="has changed since"):
        imports.record(twice[1])


@pytest.mark.parametrize("kind", sorted(WORK))
def test_another_table_and_what_is_no_table_are_told_in_one_sentence(kind: IntakeKind, tmp_path: Path) -> None:
    other, broken = tmp_path / "other.csv", tmp_path / "old.xlsx"
    other.write_text("Colour,Size\nred,2\n", encoding="utf-8")
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(Problem, match="List to correct"):
        Imports.read(kind, other)
    with pytest.raises(Problem):
        Imports.read(kind, broken)


def test_an_empty_register_gives_an_empty_list_with_its_headings(imports: Imports, tmp_path: Path) -> None:
    for kind in WORK:
        path = write_list(imports.listed(kind, OPENS, Language.FR), tmp_path / f"{kind}{XLSX}")
        (found,) = imports.read(kind, path)
        assert not found.lines
