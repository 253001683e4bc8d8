"""An agenda from a table: what each row becomes, levels by their numbers, and nothing taken in by halves."""

from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.cli import run
from nmirf_desktop.domain.agenda import AgendaItem, ExpectedAction, Purpose
from nmirf_desktop.domain.agenda_intake import ItemVerdict
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.exchange.spreadsheet import ListSheet
from nmirf_desktop.exchange.workbook import as_xlsx
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.agenda_import import AgendaImports
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from tests import registers
from tests.registers import Desk, said

TABLE = """No.;Title EN;Titre FR;Título ES;Annotation;Minutes;Action
1.;Opening;Ouverture;Apertura;;30;election
2.;Review of the work;Bilan;Examen;The report is before the meeting.;1 h 30;Discussion
(a);Training;Formation;Formación;;45;For information
(i);Courses;;;;;
(ii);Materials;;;;;
(b);Data;Données;Datos;;;
3;Future directions;;;;;
5;Closing;Clôture;Clausura;;soon;
"""


def written(tmp_path: Path, text: str = TABLE) -> Path:
    path = tmp_path / "agenda.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_become_items_at_the_depth_of_their_numbers(network: tuple[Desk, Meeting, object], tmp_path: Path) -> None:
    desk, meeting, _ = network
    imports = AgendaImports(desk.store)
    assert imports.meeting(None) == meeting
    shown = imports.preview(meeting, imports.read(written(tmp_path)), Language.EN)
    assert [row.level for row in shown.new] == [0, 0, 1, 2, 2, 1]
    assert [(row.line.number, row.verdict) for row in shown.rows if row.verdict is not ItemVerdict.NEW] == [
        (8, ItemVerdict.THERE), (9, ItemVerdict.ERROR),
    ]  # fmt: skip
    assert "“soon” is no duration" in shown.wrong[0].said_in(catalog(Language.EN))
    with pytest.raises(Refusal, match="Rows in error"):
        imports.record(shown)
    assert imports.record(shown, leave_out_errors=True) == 6
    found = desk.agendas.items(meeting.key)
    assert [f"{one.reference(Language.EN)} {one.item.title.en}".replace("\u00a0", " ") for one in found] == [
        "1 Future directions", "2 Opening", "3 Review of the work", "3 (a) Training", "3 (a) (i) Courses",
        "3 (a) (ii) Materials", "3 (b) Data",
    ]  # fmt: skip
    review = found[2].item
    assert (review.duration, review.title.fr, review.annotation.en) == (
        90,
        "Bilan",
        "The report is before the meeting.",
    )
    assert [one.item.action for one in found[1:4]] == [
        ExpectedAction.ELECTION, ExpectedAction.DISCUSSION, ExpectedAction.INFORMATION,
    ]  # fmt: skip
    again = imports.preview(meeting, imports.read(written(tmp_path)), Language.EN)
    assert not again.new
    with pytest.raises(Refusal, match="nothing to import"):
        imports.record(again, leave_out_errors=True)


def test_nothing_is_taken_in_when_the_agenda_changed_meanwhile(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    imports = AgendaImports(desk.store)
    shown = imports.preview(meeting, imports.read(written(tmp_path, "Title\nPartnerships\n")), Language.EN)
    desk.agendas.insert(meeting.key)
    with pytest.raises(Refusal, match="has changed since"):
        imports.record(shown)


def test_a_workbook_is_read_too_and_a_letter_is_told_from_a_figure(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    rows = (
        ("1", "One"),
        *((f"({letter})", f"Part {letter}") for letter in "abcdefghi"),
        ("(i)", "Below"),
        ("1.9.2", "x"),
    )
    path = tmp_path / "agenda.xlsx"
    path.write_bytes(as_xlsx(ListSheet("Agenda", ("Number", "Title"), rows, Language.EN)))
    imports = AgendaImports(desk.store)
    shown = imports.preview(meeting, imports.read(path), Language.EN)
    assert [row.level for row in shown.rows] == [0, *[1] * 9, 2, 2]


@pytest.mark.parametrize(
    ("numbers", "orphans"),
    [
        (("26", "27 (a)"), (3,)),
        (("26", "27 (a)", "27 (b)", "27", "27 (a)"), (3, 4)),
        (("27", "27 (a)", "27 (b)", "(c)"), ()),
        (("27.", "27.1", "27.1.1", "27.2", "27.1.2"), (6,)),
        (("2", "(a)", "(i)", "2 (a) (ii)", "2 (b)", "2 (b) (i)", "(b) (ii)", "(a) (iii)"), (9,)),
        (("", "1 (a)"), ()),
        (("27 (a)",), (2,)),
    ],
)
def test_a_part_of_an_item_that_does_not_stand_above_it_is_an_error(
    numbers: tuple[str, ...], orphans: tuple[int, ...], network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    rows = "".join(f"{number};Title {place}\n" for place, number in enumerate(numbers))
    imports = AgendaImports(desk.store)
    shown = imports.preview(meeting, imports.read(written(tmp_path, f"No.;Title\n{rows}")), Language.EN)
    assert tuple(row.line.number for row in shown.wrong) == orphans
    assert all("of which it is a part first" in row.said_in(catalog(Language.EN)) for row in shown.wrong)


def test_each_new_row_says_which_item_it_becomes(network: tuple[Desk, Meeting, object], tmp_path: Path) -> None:
    desk, meeting, _ = network
    there = len([one for one in desk.agendas.items(meeting.key) if not one.level])
    imports = AgendaImports(desk.store)
    shown = imports.preview(
        meeting, imports.read(written(tmp_path, "No.;Title\n1;Partnerships\n(a);Partners\n")), Language.FR
    )
    said_of = [row.said_in(catalog(Language.EN)).replace("\u00a0", " ") for row in shown.rows]
    first = shown.rows[0].place[0]
    assert said_of == [
        f"2: New: 1 Partnerships – becomes item {first}", f"3: New: (a) Partners – becomes item {first} (a)",
    ]  # fmt: skip
    imports.record(shown)
    found = {one.item.title.fr: one.path for one in desk.agendas.items(meeting.key)}
    assert (found["Partnerships"], found["Partners"]) == ((first,), (first, 1))
    assert first <= there + 1


def test_what_is_no_agenda_is_told(network: tuple[Desk, Meeting, object], tmp_path: Path) -> None:
    desk, _, _ = network
    with pytest.raises(Problem, match="No agenda was found"):
        AgendaImports(desk.store).read(written(tmp_path, "State;Status\nKenya;Member\n"))


def test_the_command_says_each_row_and_imports_only_without_dry_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    register = tmp_path / "network.nmirf"
    registers.networked(register)
    path = written(tmp_path, "No.;Title\n1;Partnerships\n(a);Partners\n")
    command = ["import", str(register), "agenda", str(path), "--meeting", "NMIRF/2026"]
    assert run([*command, "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert said == (
        "These columns are read: “No.”, “Title”.\nNew items of the first level come after the last one.\n"
        "2: New: 1 Partnerships – becomes item 2\n3: New: (a) Partners – becomes item 2\u00a0(a)\n"
    )
    assert run(command) == 0
    assert capsys.readouterr().out.endswith("2 rows imported.\n")
    assert run(command) == 0
    assert capsys.readouterr().out.endswith(
        "\n2: On the agenda already: 1 Partnerships\n3: On the agenda already: (a) Partners\n"
    )


def test_titles_of_the_agenda_are_known_in_any_language(network: tuple[Desk, Meeting, object], tmp_path: Path) -> None:
    desk, meeting, _ = network
    (one,) = desk.agendas.items(meeting.key)
    assert one.item.title == said("Future directions")
    imports = AgendaImports(desk.store)
    shown = imports.preview(meeting, imports.read(written(tmp_path, "Titre\nFuture Directions (fr)\n")), Language.FR)
    assert [row.verdict for row in shown.rows] == [ItemVerdict.THERE]


def test_the_parts_of_a_row_in_error_are_in_error(network: tuple[Desk, Meeting, object], tmp_path: Path) -> None:
    desk, meeting, _ = network
    imports = AgendaImports(desk.store)
    table = (
        "No.;Title;Minutes\n1;Opening;30\n2;Review;soon\n2 (a);Part of it;10\n2 (a) (i);Its part;5\n"
        "3;Data;5\n(a);Sets;\n"
    )
    shown = imports.preview(meeting, imports.read(written(tmp_path, table)), Language.EN)
    assert [row.line.number for row in shown.wrong] == [3, 4, 5]
    assert "of which this is a part is in error" in shown.wrong[1].said_in(catalog(Language.EN))
    imports.record(shown, leave_out_errors=True)
    found = {one.item.title.en: one.item for one in desk.agendas.items(meeting.key)}
    assert found.keys() == {"Future directions", "Opening", "Data", "Sets"}
    assert found["Sets"].parent == found["Data"].key


def test_no_level_is_skipped_after_a_row_that_hangs_in_the_air(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    imports = AgendaImports(desk.store)
    table = "No.;Title\n1;Opening\n1.1.1;In the air\n1.1.1.1;Below it\n1.2;Election\n"
    shown = imports.preview(meeting, imports.read(written(tmp_path, table)), Language.EN)
    assert [row.verdict for row in shown.rows] == [
        ItemVerdict.NEW, ItemVerdict.ERROR, ItemVerdict.ERROR, ItemVerdict.NEW,
    ]  # fmt: skip


def test_a_title_is_known_under_its_own_item_only(network: tuple[Desk, Meeting, object], tmp_path: Path) -> None:
    desk, meeting, _ = network
    imports = AgendaImports(desk.store)
    first = written(tmp_path, "No.;Title\n1;Training\n1 (a);Discussion\n")
    imports.record(imports.preview(meeting, imports.read(first), Language.EN))
    second = written(tmp_path, "No.;Title\n1;Training\n1 (a);Discussion\n1 (b);Courses\n2;Data\n2 (a);Discussion\n")
    shown = imports.preview(meeting, imports.read(second), Language.EN)
    assert [row.verdict for row in shown.rows] == [
        ItemVerdict.THERE, ItemVerdict.THERE, ItemVerdict.NEW, ItemVerdict.NEW, ItemVerdict.NEW,
    ]  # fmt: skip
    imports.record(shown)
    found = [one.item for one in desk.agendas.items(meeting.key)]
    parents = {one.key: one.title.en for one in found}
    assert [(one.title.en, parents.get(one.parent or "", "")) for one in found if one.parent] == [
        ("Discussion", "Training"), ("Courses", "Training"), ("Discussion", "Data"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "titles"),
    [
        ("Number;Title (English);Title (French);Minutes\n1;Partners;Partenaires;30\n", ("Partners", "Partenaires", "")),
        ("No;Titre (anglais);Titre (espagnol)\n1;Partners;Socios\n", ("Partners", "", "Socios")),
        ("No;Title (EN);Title (ES)\n1;Partners;Socios\n", ("Partners", "", "Socios")),
        ("No;Title;Titre;Título\n1;Partners;Partenaires;Socios\n", ("Partners", "Partenaires", "Socios")),
        ("No;Title;Título;Foo\n1;Partners;;x\n", ("Partners", "", "")),
        ("No;Título;Title\n1;Socios;Partners\n", ("Partners", "", "Socios")),
    ],
)
def test_titles_side_by_side_are_told_apart(
    network: tuple[Desk, Meeting, object], tmp_path: Path, table: str, titles: tuple[str, ...]
) -> None:
    desk, meeting, _ = network
    imports = AgendaImports(desk.store)
    (row,) = imports.preview(meeting, imports.read(written(tmp_path, table)), Language.EN).new
    assert row.item is not None
    assert tuple(row.item.title[language] for language in Language) == titles


def test_columns_that_are_not_read_are_named_and_a_row_without_title_is_an_error(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    imports = AgendaImports(desk.store)
    table = imports.read(written(tmp_path, "Number;Title;Título;Foo\n1;Partners;;x\n2;;;y\n"))
    shown = imports.preview(meeting, table, Language.EN)
    said = [note.said_in(catalog(Language.EN)) for note in shown.notes]
    assert said[:2] == [
        "These columns are read: “Number”, “Title”, “Título”.", "These columns are not read: “Foo”.",
    ]  # fmt: skip
    assert [row.line.number for row in shown.wrong] == [3]
    assert "no title" in shown.wrong[0].said_in(catalog(Language.EN))


def test_new_items_come_before_those_with_which_every_agenda_ends(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    desk.agendas.add(AgendaItem("end", meeting.key, 0, said("Closure"), purpose=Purpose.CLOSURE))
    imports = AgendaImports(desk.store)
    shown = imports.preview(
        replace(meeting, agenda_agreed_on=meeting.opens_on), imports.read(written(tmp_path, "Title\nOne\nTwo\n")),
        Language.EN,
    )  # fmt: skip
    notes = [note.said_in(catalog(Language.EN)) for note in shown.notes]
    assert "New items of the first level come before item 2, “Closure”." in notes
    assert any("has not agreed" in note for note in notes)
    imports.record(shown)
    assert [one.item.title.en for one in desk.agendas.items(meeting.key)] == [
        "Future directions", "One", "Two", "Closure",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("titles", "purposes"),
    [
        (
            ("Opening of the meeting", "Adoption of the agenda", "Review of the activities of the Network",
             "Any other business", "Closure of the meeting"),
            [Purpose.OPENING, Purpose.ADOPTION, Purpose.REVIEW, Purpose.OTHER_MATTERS, Purpose.CLOSURE],
        ),
        (
            ("Ouverture de la réunion ; élection du Bureau", "Adoption de l'ordre du jour et organisation des travaux",
             "Rapport du Comité exécutif", "Questions diverses", "CLÔTURE DE LA RÉUNION."),
            [Purpose.OPENING, Purpose.ADOPTION, Purpose.REVIEW, Purpose.OTHER_MATTERS, Purpose.CLOSURE],
        ),
        (
            ("Apertura de la reunión", "Aprobación del orden del día", "Informe del Comité Ejecutivo (oral)",
             "Otros asuntos", "Clausura"),
            [Purpose.OPENING, Purpose.ADOPTION, Purpose.REVIEW, Purpose.OTHER_MATTERS, Purpose.CLOSURE],
        ),
        (("Opening of data to the public", "Closing the gap in reporting"), [Purpose.OTHER, Purpose.OTHER]),
        (("Closing", "Closing remarks"), [Purpose.CLOSURE, Purpose.OTHER]),
    ],
)  # fmt: skip
def test_a_standing_item_is_known_by_its_title_in_any_language(
    titles: tuple[str, ...], purposes: list[Purpose], network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    """Adoption and closure were items like any other: no words of the Chair, and two headings of closure."""
    desk, meeting, _ = network
    imports = AgendaImports(desk.store)
    table = imports.read(
        written(tmp_path, "No.;Title\n" + "".join(f'{n};"{one}"\n' for n, one in enumerate(titles, 1)))
    )
    imports.record(imports.preview(meeting, table, Language.EN))
    found = {one.item.title.en.replace("\u00a0", " "): one.item.purpose for one in desk.agendas.items(meeting.key)}
    assert [found[title] for title in titles] == purposes


def test_the_program_says_which_items_it_knew_and_gives_no_purpose_twice(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    desk.agendas.add(AgendaItem("end", meeting.key, 9, said("Closure"), purpose=Purpose.CLOSURE))
    imports = AgendaImports(desk.store)
    rows = "No.;Title\n1;Adoption of the agenda\n(a);Opening\n2;Closure of the meeting\n"
    shown = imports.preview(meeting, imports.read(written(tmp_path, rows)), Language.EN)
    assert [one.item.purpose for one in shown.new if one.item] == [Purpose.ADOPTION, Purpose.OTHER, Purpose.OTHER]
    notes = [note.said_in(catalog(Language.EN)) for note in shown.notes]
    assert any(one.startswith("Standing items known by their titles: 2 (Adoption of the agenda).") for one in notes)
    plain = imports.preview(meeting, imports.read(written(tmp_path, "Title\nTraining\n")), Language.EN)
    assert not any("known by their titles" in note.said_in(catalog(Language.EN)) for note in plain.notes)


def test_a_dry_run_on_an_adopted_agenda_is_refused_as_the_real_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    register = tmp_path / "network.nmirf"
    meeting, _, _ = registers.networked(register)
    with open_register(register, author=registers.AUTHOR) as store:
        Secretariat(store).meetings.mark_adopted(meeting.key, meeting.opens_on)
    command = ["import", str(register), "agenda", str(written(tmp_path, "Title\nPartnerships\n"))]
    command += ["--meeting", meeting.symbol]
    for more in (["--dry-run"], []):
        assert run([*command, *more]) != 0
        assert "has adopted this agenda" in capsys.readouterr().err


def test_rows_that_stand_too_deep_are_in_error_and_the_others_come(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    path = tmp_path / "deep.csv"
    rows = (f"{'.'.join(['1'] * depth)};Item {depth}\n" for depth in range(1, 600))
    path.write_text("No.;Title EN\n" + "".join(rows), encoding="utf-8")
    imports = AgendaImports(desk.store)
    shown = imports.preview(meeting, imports.read(path), Language.EN)
    assert len(shown.new) == 8
    assert shown.wrong[0].why.said_in(catalog(Language.EN)).startswith("An agenda has 8 levels at most.")
    imports.record(shown, leave_out_errors=True)
    assert max(one.level for one in desk.agendas.items(meeting.key)) == 7
