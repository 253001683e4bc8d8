"""What the card of an act says of a rule: no answer stands without what bears it."""

from nmirf_desktop.domain.committee_acts import Filling, Vacating
from nmirf_desktop.domain.committees import Seat
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.consequences import advice_of, answer_of
from tests.domain.facts import day, period
from tests.domain.test_committees_worked_out import ON, TERM, acted, r28_of, with_a_gap

EN = catalog(Language.EN)


def test_a_remark_that_the_act_leaves_as_it_is_is_said_with_the_answer() -> None:
    four = acted(with_a_gap(), Filling(Seat("fourth", TERM.key, "KEN", period(ON, "2027-05-09"))))
    tried = r28_of(four, Vacating("fourth", day("2026-06-01")))
    assert answer_of(tried, EN) == "Kept, with a remark"
    said = advice_of(tried, EN).replace("\u00a0", " ")
    assert said.count("Seats held from 1 September 2025 to 31 October 2025: 2") == 1
    assert "Let the next meeting take note of it." in said
