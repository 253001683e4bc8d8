"""In large print a table whose words would be parted is told row by row; one that fits stays a table."""

import datetime
from dataclasses import replace

import pypdfium2
import pytest

from nmirf_desktop.documents import typeset
from nmirf_desktop.documents.blocks import set_table
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.page import Imprint
from nmirf_desktop.documents.tables import Table
from nmirf_desktop.documents.tags import Structure
from nmirf_desktop.documents.unfolded import fits
from nmirf_desktop.domain.action_plan_papers import PlanRecord, plan_paper
from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.blocks import Column, DataTable
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.documents.kinds import Size, action_plan
from tests.documents.reading import Reader, Tag
from tests.documents.test_pages import record

FIRST = datetime.date(2027, 1, 26)
LONG = Trilingual.final(
    "Hold an exchange on databases of recommendations",
    "Tenir un échange sur les bases de données de recommandations",
    "Celebrar un intercambio sobre bases de datos de recomendaciones",
)
SHORT = Trilingual.final("Coordinator", "Coordination", "Coordinación")
BRIEF = Trilingual.final("Web page", "Page web", "Sitio web")
SHORT_CELL = Said.of(SHORT)


def planned(number: int, title: Trilingual = LONG) -> RecordPaper:
    """A plan of two priorities with so many actions each, whose texts are some lines long."""
    plan = ActionPlan("plan", title, 2026, 2030)
    told = PlannedAction("", "one", title, SHORT, due_on=FIRST, done_on=FIRST, evidence=title)
    priorities = tuple(
        (PlanPriority(key, "plan", title), tuple(replace(told, key=f"{key}{place}") for place in range(many)))
        for key, many in (("one", number), ("two", 1))
    )
    return plan_paper(PlanRecord(FIRST, plan, priorities))


def compositor(language: Language, *, large: bool) -> Compositor:
    """What sets the blocks of a paper."""
    paper = planned(1)
    imprint = Imprint(paper.masthead, "Plan", catalog(language), "", large=large)
    return Compositor(imprint, Structure().root, language)


def tables(paper: RecordPaper) -> list[DataTable]:
    """The tables of the actions."""
    return [block for part in paper.sections for block in part.blocks if isinstance(block, DataTable)]


def tags(paper: bytes, name: str) -> list[Tag]:
    return [tag for tag in Reader(paper).tree().walk() if tag.name == name]


@pytest.mark.parametrize("edition", [Edition.EN, Edition.FR, Edition.ES])
def test_each_action_of_a_plan_stands_under_its_title_with_each_of_its_words_whole(edition: Edition) -> None:
    paper = planned(3)
    rows = [row for table in tags(typeset(paper, edition), "Table") for row in table.kids[-1].kids]
    actions = [[cell.text for cell in row.kids] for row in rows if len(row.kids) == 4]
    assert len(actions) == 4
    enlarged = typeset(paper, edition, large=True)
    titles = [tag.text for tag in tags(enlarged, "P")]
    said = [tag.text for tag in tags(enlarged, "LBody")]
    for title, *told in actions:
        assert title in titles
        assert all(one in said for one in told if one)
    assert len(tags(enlarged, "Table")) == 1, "that of the priorities has room"


@pytest.mark.parametrize("language", list(Language))
def test_a_column_of_texts_is_never_so_narrow_that_a_line_has_one_word(language: Language) -> None:
    page = compositor(language, large=True)
    assert not any(fits(page, table) for table in tables(planned(2)))
    assert all(fits(page, table) for table in tables(planned(2, BRIEF)))


def test_the_actions_of_each_priority_stand_in_columns_of_the_same_widths() -> None:
    """The second one has no long words of its own."""
    first, second = tables(planned(2))
    short = replace(second, rows=tuple((SHORT_CELL,) * 4 for _row in second.rows))
    assert first.alike == short.alike
    found = {}
    for name, table in (("first", first), ("second", short)):
        page = compositor(Language.FR, large=False)
        set_table(page, table)
        (made,) = [one for one in page.story if isinstance(one, Table)]
        found[name] = made.grid.widths
    assert found["first"] == found["second"]
    assert found["first"][3] > found["first"][2], "what shows an action has more room than its days"


@pytest.mark.parametrize("edition", [Edition.EN, Edition.FR, Edition.ES])
def test_no_page_of_large_print_cuts_the_code_by_which_a_copy_is_known(edition: Edition) -> None:
    paper = action_plan(Size.SMALL)
    masthead = replace(paper.masthead, symbol="NMIRF/PLAN/2026-2028", issued_on=FIRST)
    made = typeset(replace(paper, masthead=masthead), edition, large=True)
    document = pypdfium2.PdfDocument(made)
    mark = document.get_metadata_value("Keywords").rpartition(" ")[2]
    for number in range(len(document)):
        text = document[number].get_textpage().get_text_bounded()
        assert mark in text
        assert "…" not in text


def test_what_names_a_row_keeps_the_lines_below_it_and_a_number_has_its_heading() -> None:
    long = Said.same("internationalization " * 3)
    columns = tuple(
        Column(Said.same(heading)) for heading in ("No.", "Responsibilities", "Representative", "Circumstances")
    )
    rows = (
        (replace(Said.same("Ghana"), below="Focal point of Ghana\nAccra"), long, long, long),
        (Said.same("7"), *(long,) * 3),
    )
    page = typeset(record(DataTable(columns, rows)), Edition.EN, large=True)
    assert not tags(page, "Table")
    titles = [tag.text for tag in tags(page, "P")]
    assert "Ghana Focal point of Ghana Accra" in titles
    assert "No. 7" in titles
