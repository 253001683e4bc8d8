"""In large print a table whose words would be parted is told row by row; one that fits stays a table."""

import pytest

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.editions import Edition
from tests.documents.kinds import Size, action_plan
from tests.documents.reading import Reader, Tag

ROOMLESS = [Edition.EN, Edition.FR]
"""In which the words of the four columns have no room; the Spanish ones have."""


def tags(paper: bytes, name: str) -> list[Tag]:
    return [tag for tag in Reader(paper).tree().walk() if tag.name == name]


@pytest.mark.parametrize("edition", ROOMLESS)
def test_each_action_of_a_plan_stands_under_its_title_with_each_of_its_words_whole(edition: Edition) -> None:
    paper = action_plan(Size.SMALL)
    rows = [row for table in tags(typeset(paper, edition), "Table") for row in table.kids[-1].kids]
    actions = [[cell.text for cell in row.kids] for row in rows if len(row.kids) == 4]
    assert len(actions) == 12
    enlarged = typeset(paper, edition, large=True)
    titles = [tag.text for tag in tags(enlarged, "P")]
    said = [tag.text for tag in tags(enlarged, "LBody")]
    for title, *told in actions:
        assert title in titles
        assert all(one in said for one in told if one)
    assert len(tags(enlarged, "Table")) == 1, "that of the priorities has room"
