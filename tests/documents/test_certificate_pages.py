"""How long a certificate of dispatch is: it is signed, sent and read, so its rows are short in each language."""

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.editions import SEPARATE, Edition
from tests.documents import certificates
from tests.documents.kinds import ALL, Size, facts

MOST = 5


@pytest.mark.parametrize("edition", SEPARATE)
def test_sixty_members_stand_on_five_pages(edition: Edition) -> None:
    """They stood on nine to eleven: narrow columns, the function twice, the margin on three lines."""
    known, members = facts(Size.STATES), ALL[:60]
    known = replace(known, memberships=tuple(one for one in known.memberships if one.state in members))
    paper = certificates.in_time(known, members)
    with PdfDocument(typeset(paper, edition)) as pdf:
        assert len(pdf) <= MOST
