"""Texts out to translators and back, on a real register and in real files."""

import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.participants import Answer, Delegate, Invitee, Partner, PartnerKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.translations import Fate
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.readiness import PlacedText
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.text_kinds import TextKind
from nmirf_desktop.services.translations import Order, Preview, TableFormat, Translations
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from tests import registers
from tests.registers import Hand
from tests.returned import fill, rows_of, tracked

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TODAY = NOON.date()
EN, FR, ES = Language
FORMATS = list(TableFormat)


class House:
    """A secretariat with its one meeting, and a folder for files."""

    def __init__(self, desk: Secretariat, network: registers.Network, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        self.meeting, self.item, _sitting = network
        self.translations: Translations = desk.translations

    def put(self, number: int, text: Trilingual) -> PlacedText:
        """Write a text of the meeting: the annotation of its item, or its place."""
        fields = {0: "annotation", 1: "presenter"}
        found = PlacedText(self.item.key, fields[number], self.all()[0].where, text, TextKind.ANNOTATION)
        self.desk.texts.write(found, text)
        return self.of(found.key)

    def all(self) -> tuple[PlacedText, ...]:
        return self.desk.readiness.texts(self.meeting.key)

    def of(self, key: str) -> PlacedText:
        return next(one for one in self.all() if one.key == key)

    def send(self, form: TableFormat, target: Language = FR, **functions: str) -> Path:
        """A table that left."""
        path = self.folder / f"texts.{form}"
        self.translations.send(Order(self.meeting.key, target, form, **functions), path, TODAY)
        return path

    def back(self, path: Path, texts: Mapping[str, str], approver: str = "", *, theirs: bool = False) -> Preview:
        """A preview of the table after it was filled in, by the originals of its texts."""
        fill(path, texts)
        return self.translations.preview(self.translations.read(path), approver=approver, theirs=theirs)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    path = tmp_path / "register.nmirf"
    network = registers.networked(path)
    with open_register(path, author="Coordinator", clock=Hand(NOON)) as store:
        yield House(Secretariat(store, Hand(NOON)), network, tmp_path)


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_not_ready_leaves_and_comes_back_reviewed_by_its_approver(house: House, form: TableFormat) -> None:
    one = house.put(0, Trilingual("First line.\n\nThird “line”."))
    other = house.put(1, Trilingual("Chair", fr="Présidence"))
    path = house.send(form, translator="Translation service", approver="Reviser")
    (order,) = house.translations.orders(house.meeting.key)
    assert (order.texts, order.sent_on, order.returned_on) == (2, TODAY, None)
    rows = rows_of(path)
    assert [row[3:5] for row in rows] == [
        ["First line.\n\nThird “line”.", ""],
        ["Chair", "Présidence"],
    ]
    shown = house.back(path, {"Chair": "La Présidence", "First line.\n\nThird “line”.": "Un.\n\nTrois."}, "Reviser")
    assert [line.fate for line in shown.lines] == [Fate.NEW, Fate.CHANGED]
    assert house.translations.record(shown, TODAY) == 2
    assert house.of(one.key).text.fr == "Un.\n\nTrois."
    assert house.of(one.key).text.state(FR) is house.of(other.key).text.state(FR) is TextState.REVIEWED
    assert house.of(other.key).text.fr == "La Présidence"
    assert house.translations.orders(house.meeting.key)[0].returned_on == TODAY
    again = house.translations.preview(house.translations.read(path), approver="Reviser")
    assert {line.fate for line in again.lines} == {Fate.UNCHANGED}
    with pytest.raises(Refusal):
        house.translations.record(again, TODAY)
    house.desk.steps.undo()
    assert house.of(one.key).text.fr == ""
    assert house.translations.orders(house.meeting.key)[0].returned_on is None


def test_without_an_approver_a_translation_is_a_draft_which_an_approver_may_pass_later(house: House) -> None:
    one = house.put(0, Trilingual("Note."))
    path = house.send(TableFormat.DOCX)
    house.translations.record(house.back(path, {"Note.": "Remarque."}), TODAY)
    assert house.of(one.key).text.state(FR) is TextState.DRAFT
    shown = house.translations.preview(house.translations.read(path), approver="Reviser")
    assert [line.fate for line in shown.lines] == [Fate.REVIEWED]
    house.translations.record(shown, TODAY)
    assert house.of(one.key).text.state(FR) is TextState.REVIEWED


def test_an_original_that_changed_meanwhile_makes_the_translation_outdated_until_it_is_put_back(house: House) -> None:
    one = house.put(0, Trilingual("Note."))
    path = house.send(TableFormat.XLSX)
    house.put(0, Trilingual("Another note."))
    shown = house.back(path, {"Note.": "Remarque."}, "Reviser")
    words = catalog(EN)
    assert [warning.said_in(words) for warning in shown.lines[0].warnings] == [
        "The original has changed since the table left: the translation will be outdated."
    ]
    house.translations.record(shown, TODAY)
    assert house.of(one.key).text.state(FR) is TextState.OUTDATED
    house.put(0, house.of(one.key).text.with_text(EN, "Note."))
    assert house.of(one.key).text.state(FR) is TextState.REVIEWED


def test_what_was_changed_here_too_is_shown_both_and_stays_unless_the_table_counts(house: House) -> None:
    one = house.put(0, Trilingual("Note.", fr="Avant"))
    path = house.send(TableFormat.DOCX)
    house.put(0, house.of(one.key).text.with_text(FR, "Ici"))
    shown = house.back(path, {"Note.": "Là-bas"})
    assert shown.lines[0].fate is Fate.LEFT_OUT
    assert (shown.left_out, shown.taken) == (1, 0)
    assert "“Ici”" in shown.lines[0].warnings[0].said_in(catalog(EN))
    assert shown.lines[0].row.text == "Là-bas"
    theirs = house.translations.preview(shown.table, theirs=True)
    assert theirs.lines[0].fate is Fate.CHANGED
    house.translations.record(theirs, TODAY)
    assert house.of(one.key).text.fr == "Là-bas"


def test_what_the_translator_left_as_it_was_does_not_take_back_what_was_changed_here(house: House) -> None:
    one = house.put(0, Trilingual("Note.", fr="Avant"))
    path = house.send(TableFormat.DOCX)
    house.put(0, house.of(one.key).text.with_text(FR, "Ici"))
    shown = house.back(path, {}, "Reviser", theirs=True)
    assert [(line.fate, line.after) for line in shown.lines] == [(Fate.UNCHANGED, "Ici")]


def test_typography_is_warned_of(house: House) -> None:
    house.put(0, Trilingual("Ready?"))
    path = house.send(TableFormat.DOCX, ES)
    shown = house.back(path, {"Ready?": 'Esta "lista"?'})
    assert [warning.message for warning in shown.lines[0].warnings] == [
        "Its quotes, apostrophes or spaces are not those of its language: they are put right in print.",
        "A question or an exclamation is not opened with ¿ or ¡.",
    ]


def said(shown: Preview) -> list[str]:
    """What is wrong with each row."""
    return [line.problem.said_in(catalog(EN)).split(".")[0] if line.problem else "" for line in shown.lines]


@pytest.mark.parametrize("form", FORMATS)
def test_a_row_that_cannot_be_taken_in_says_why_and_keeps_the_others_out(house: House, form: TableFormat) -> None:
    house.put(0, Trilingual("Note."))
    house.put(1, Trilingual("Chair"))
    path = house.send(form)
    fill(path, {"Note.": "x" * 20_001, "Chair": "Présidence"})
    table = house.translations.read(path)
    shown = house.translations.preview(table)
    assert said(shown)[0].startswith("This text has 20,001 characters")
    with pytest.raises(Refusal, match="Some rows are in error"):
        house.translations.record(shown, TODAY)
    assert house.of(f"{house.item.key}.presenter").text.fr == ""
    house.translations.record(shown, TODAY, leave_out_errors=True)
    assert house.of(f"{house.item.key}.presenter").text.fr == "Présidence"


def test_identifiers_that_are_damaged_gone_or_double(house: House) -> None:
    house.put(0, Trilingual("Note."))
    house.put(1, Trilingual("Chair"))
    path = house.send(TableFormat.XLSX)
    book = openpyxl.load_workbook(path)
    page: Any = book.active
    first, second = page.max_row - 1, page.max_row
    whole = page.cell(second, 1).value
    page.cell(first, 1).value = page.cell(first, 1).value.replace(".annotation.", ".anotation.")
    for cells in ([whole, "", "", "", "Deux"], ["rubbish", "", "", "", "Trois"]):
        page.append(cells)
    book.save(path)
    found = said(house.translations.preview(house.translations.read(path)))
    damaged = "The identifier is unknown or damaged"
    twice = "This identifier stands in several rows with different texts"
    assert found == [damaged, twice, twice, damaged]
    house.desk.texts.write(house.of(f"{house.item.key}.presenter"), Trilingual())
    assert said(house.translations.preview(house.translations.read(path)))[1] == (
        "This text is not in the register any more"
    )


def test_a_table_of_another_meeting_is_told_apart(house: House) -> None:
    house.put(0, Trilingual("Note."))
    path = house.send(TableFormat.DOCX)
    shown = house.translations.preview(house.translations.read(path), meeting="elsewhere")
    assert said(shown) == ["This text belongs to another meeting"]


def attending(house: House) -> tuple[str, str]:
    """A delegate and a partner come to the meeting: the keys of the function and of the name that the list prints."""
    with house.desk.store.write("attend") as session:
        PARTNERS.save(session, Partner("body", Trilingual("Example body"), PartnerKind.OTHER))
        PEOPLE.save(session, Person("jane", Trilingual("Legal adviser"), "PRY", "Jane", "EXAMPLE"))
        for guest in (Invitee("guest", house.meeting.key, partner="body"), Invitee("state", house.meeting.key, "PRY")):
            INVITEES.save(session, replace(guest, answer=Answer.ATTENDS, answered_on=TODAY))
        DELEGATES.save(session, Delegate("one", "state", "jane"))
    return "jane.function", "body.name"


def later(house: House) -> Meeting:
    """A meeting of the year after, to which the same partner comes."""
    year = datetime.timedelta(days=365)
    one = house.meeting
    found = replace(one, key="later", symbol="NMIRF/2027", opens_on=one.opens_on + year, closes_on=one.closes_on + year)
    house.desk.meetings.save(found)
    with house.desk.store.write("attend") as session:
        guest = Invitee("again", found.key, partner="body", answer=Answer.ATTENDS, answered_on=TODAY)
        INVITEES.save(session, guest)
    return found


def test_functions_of_delegates_and_names_of_partners_come_back_to_the_meeting_they_left_with(house: House) -> None:
    function, name = attending(house)
    path = house.send(TableFormat.XLSX)
    later(house)
    shown = house.back(path, {"Legal adviser": "Conseillère juridique", "Example body": "Organisme exemple"})
    assert (shown.meeting, shown.taken) == (house.meeting.key, 2)
    assert house.translations.record(shown, TODAY) == 2
    assert (house.of(function).text.fr, house.of(name).text.fr) == ("Conseillère juridique", "Organisme exemple")
    assert house.translations.orders(house.meeting.key)[0].returned_on == TODAY


def test_where_the_order_was_undone_they_belong_to_the_last_meeting_they_come_to(house: House) -> None:
    attending(house)
    path = house.send(TableFormat.XLSX)
    house.desk.steps.undo()
    shown = house.back(path, {"Legal adviser": "Conseillère juridique"})
    assert (shown.meeting, shown.taken) == (house.meeting.key, 1)


def test_who_no_longer_comes_to_the_meeting_is_gone_from_its_texts(house: House) -> None:
    attending(house)
    path = house.send(TableFormat.XLSX)
    other = later(house)
    invited = house.desk.invitations
    invited.answer(("guest", "state"), Answer.APOLOGIES, TODAY)
    gone = "This text is not in the register any more"
    table = house.translations.read(path)
    for meeting in (house.meeting.key, None):
        assert said(house.translations.preview(table, meeting=meeting)) == [gone, gone]
    elsewhere = said(house.translations.preview(table, meeting=other.key))
    assert sorted(elsewhere) == ["", "This text belongs to another meeting"], "the partner comes there too"


def test_the_language_that_became_the_original_takes_no_translation(house: House) -> None:
    one = house.put(0, Trilingual("Note.", fr="Remarque"))
    path = house.send(TableFormat.DOCX)
    house.put(0, house.of(one.key).text.with_source(FR))
    shown = house.back(path, {"Note.": "Autre"})
    assert said(shown) == ["This language has become the original of the text"]


def test_a_register_that_changed_since_the_preview_is_looked_at_again(house: House) -> None:
    one = house.put(0, Trilingual("Note."))
    path = house.send(TableFormat.DOCX)
    shown = house.back(path, {"Note.": "Remarque"})
    house.put(0, house.of(one.key).text.with_text(FR, "Entre-temps"))
    with pytest.raises(Refusal, match="has changed since you looked"):
        house.translations.record(shown, TODAY)


def test_nothing_leaves_where_nothing_is_to_be_translated(house: House) -> None:
    with pytest.raises(Refusal, match="Nothing is to be translated"):
        house.send(TableFormat.DOCX)
    house.put(0, Trilingual(fr="Brouillon", source=FR))  # a draft that is itself the original
    with pytest.raises(Refusal):
        house.send(TableFormat.DOCX)
    assert house.translations.orders(house.meeting.key) == ()


def test_recorded_changes_are_read_as_if_accepted_and_that_is_said(house: House) -> None:
    house.put(0, Trilingual("Note."))
    path = house.send(TableFormat.DOCX)
    fill(path, {"Note.": "Une remarque"})
    tracked(path, "Une remarque", "Deux remarques")
    table = house.translations.read(path)
    assert table.tracked
    assert [row.text for row in table.rows] == ["Deux remarques"]


def test_a_document_is_locked_but_for_two_columns_and_has_the_language_of_each(house: House) -> None:
    house.put(0, Trilingual("Note.", fr="Remarque"))
    path = house.send(TableFormat.DOCX)
    document = docx.Document(str(path))
    settings, body = document.settings.element.xml, document.element.xml
    assert 'w:edit="readOnly"' in settings
    assert 'w:enforcement="1"' in settings
    (table,) = document.tables
    starts = [len(cell._tc.xpath(".//w:permStart")) for cell in table.rows[1].cells]
    ends = [len(cell._tc.xpath(".//w:permEnd")) for cell in table.rows[1].cells]
    assert starts == ends == [0, 0, 0, 0, 1, 0, 1]
    languages = [cell._tc.xpath(".//w:r//w:lang/@w:val") for cell in table.rows[1].cells]
    assert languages[3:5] == [["en-GB"], ["fr-FR"]]
    assert "w:tblHeader" in body
    assert document.sections[0].orientation is WD_ORIENT.LANDSCAPE
    assert document.paragraphs[1].text.startswith("Veuillez")
    with zipfile.ZipFile(path) as parts:
        assert not [name for name in parts.namelist() if "vba" in name.lower()]


def test_a_workbook_is_locked_but_for_two_columns_and_runs_nothing(house: House) -> None:
    house.put(0, Trilingual("=1+1", fr="+cmd"))
    path = house.send(TableFormat.XLSX)
    book = openpyxl.load_workbook(path)
    page: Any = book.active
    assert page.protection.sheet
    row = page[page.max_row]
    assert [cell.protection.locked for cell in row] == [True, True, True, True, False, True, False]
    assert [(cell.value, cell.data_type) for cell in row[3:5]] == [("=1+1", "s"), ("+cmd", "s")]
    assert row[3].quotePrefix
    assert page.print_title_rows


@pytest.mark.parametrize(
    "damage",
    [
        lambda parts: parts.update({"word/document.xml": b"<w:document"}),
        lambda parts: parts.update({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        lambda parts: parts.update({"word/document.xml": b"<x>" + b" " * 9_000_000 + b"</x>"}),
        lambda parts: parts.update({"word/document.xml": b"<x/>"}),
    ],
    ids=["broken", "entities", "bomb", "no table"],
)
def test_a_hostile_document_is_refused_in_words(house: House, damage: object) -> None:
    house.put(0, Trilingual("Note."))
    path = house.send(TableFormat.DOCX)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    damage(parts)  # type: ignore[operator]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    path.write_bytes(packed.getvalue())
    with pytest.raises(Problem):
        house.translations.read(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"%PDF-1.7", b"a,b\n1,2\n"])
def test_a_file_that_is_no_table_is_refused_in_words(house: House, content: bytes) -> None:
    path = house.folder / "file.docx"
    path.write_bytes(content)
    with pytest.raises(Problem):
        house.translations.read(path)


def test_a_translation_of_an_adopted_title_is_taken_in_only_where_it_was_missing(house: House) -> None:
    item = house.desk.agendas.items(house.meeting.key)[0].item
    house.desk.agendas.save(replace(item, title=item.title.with_text(FR, "Ancien titre").with_text(ES, "")))
    fr, es = house.send(TableFormat.XLSX), house.folder / "es.xlsx"
    house.translations.send(Order(house.meeting.key, ES, TableFormat.XLSX), es, TODAY)
    house.desk.meetings.note_adoption(house.meeting.key, house.meeting.opens_on)
    refused = house.back(fr, {item.title.en: "Nouveau titre"})
    assert said(refused)[0].startswith("The meeting has adopted this agenda")
    house.translations.record(house.back(es, {item.title.en: "Título"}), TODAY)
    title = house.of(f"{item.key}.title").text
    assert (title.fr, title.es) == ("Ancien titre", "Título")


def test_a_text_in_one_language_only_leaves_as_an_original(house: House) -> None:
    one = house.put(0, Trilingual().with_text(FR, "Données pour les rapports"))
    other = house.put(1, Trilingual(fr="Présidence"))  # as an earlier version kept it: of an original that is missing
    path = house.send(TableFormat.DOCX, EN)
    assert [row[2:5] for row in rows_of(path)] == [["FR", "Données pour les rapports", ""], ["FR", "Présidence", ""]]
    shown = house.back(path, {"Données pour les rapports": "Data for reporting", "Présidence": "Chair"}, "Reviser")
    assert house.translations.record(shown, TODAY) == 2
    for key, said_in_english in ((one.key, "Data for reporting"), (other.key, "Chair")):
        text = house.of(key).text
        assert (text.source, text.en, text.state(EN)) == (FR, said_in_english, TextState.REVIEWED)


def test_no_translation_comes_back_with_a_name_that_is_told_no_more(house: House) -> None:
    desk, key = house.desk, house.meeting.key
    (sitting,) = desk.sittings.all(key)
    desk.sittings.open(sitting.key)
    for one, note in (("a", "welcomed the report"), ("b", "thanked the Chair")):
        heard = Intervention(one, key, house.item.key, NOON + datetime.timedelta(minutes=len(note)), "MAR", note=note)
        desk.sittings.note(heard)
    desk.minutes.draft(key)
    path = house.send(TableFormat.DOCX)
    told = {
        "The representative of Morocco welcomed the report.": "Le Maroc accueille le rapport.",
        "The representative of Morocco thanked the Chair.": "Le Maroc remercie la présidence.",
    }
    assert told.keys() <= {row[3] for row in rows_of(path)}
    desk.sittings.attribute("a", Attribution.UNATTRIBUTED)
    desk.sittings.attribute("b", Attribution.OFF_THE_RECORD)
    shown = house.back(path, told)
    (off, named) = [one for one in shown.lines if one.problem is not None]
    assert named.problem is not None
    assert "name a speaker whom the minutes are not to name" in named.problem.said_in(catalog(Language.EN))
    assert off.problem is not None
    assert "not in the register" in off.problem.said_in(catalog(Language.EN))
    older = house.back(path, {"The representative of Morocco welcomed the report.": "L’orateur accueille le rapport."})
    assert any(one.problem is not None and "may say the name" in one.problem.message for one in older.lines)
    house.translations.record(shown, TODAY, leave_out_errors=True)
    assert not [one for one in house.all() if "Maroc" in one.text.fr]
    again = house.send(TableFormat.DOCX)
    (anew,) = house.back(again, {"A delegation welcomed the report.": "Une délégation accueille le rapport."}).lines
    assert (anew.fate, anew.problem) == (Fate.NEW, None)
