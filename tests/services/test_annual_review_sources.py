"""What the annual review reads from beyond its period: the decision behind a rule, the partner behind a sharing."""

import dataclasses
import datetime

from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.annual_reviews import AnnualReviews
from nmirf_desktop.services.good_practices import GoodPractices
from nmirf_desktop.services.rule_changes import RuleChanges
from nmirf_desktop.storage.participants import PARTNERS
from tests.registers import said
from tests.services.test_amendments import Network, table

NEXT = ReviewPeriod.of_year(2027)


def reviewed(network: Network, period: ReviewPeriod, slot: str) -> str:
    """A paragraph of the review of a period in English, as of its last day."""
    desk = network[0]
    found = AnnualReviews(desk.store, desk.states).read(period, period.last).told
    return next(one.text[Language.EN] for one in found if one.slot == slot)


def test_r46_a_rule_that_holds_later_names_the_decision_of_the_year_before(network: Network) -> None:
    desk = network[0]
    decision = desk.proposals.adopt_by_consensus(table(network).key)
    assert decision.year == NEXT.last.year - 1
    change = RuleChanges(desk.store).change(
        Figure.NOTICE_MONTHS, 2, datetime.date(2027, 2, 1), "More time.", decision.key
    )
    assert reviewed(network, NEXT, f"rules:change:{change.key}") == (
        f"By decision {decision_name(decision)}, the agenda is sent 2 months before a meeting from 1 February 2027 on "
        "(in the Declaration as adopted: one month). Reason noted (as entered): “More time”."
    )


def test_r43_sharing_names_its_partners_also_without_a_partnership(network: Network) -> None:
    desk = network[0]
    with desk.store.write("add a partner") as session:
        PARTNERS.save(session, Partner("academy", said("Academy of reporting"), PartnerKind.ACADEMIA))
    day = desk.clock().date()
    practices = GoodPractices(desk.store, desk.states, desk.clock)
    one = practices.record(GoodPractice("", "MAR", said("A shared table"), Area.DATA, day, consented_on=day))
    to = Sharing("", one.key, day, SharedWith.PARTNER)
    for partner in ("academy", STANDING.key):
        practices.share(dataclasses.replace(to, partner=partner))
    told = reviewed(network, ReviewPeriod.of_year(day.year), "practices:shared")
    assert told.startswith("One good practice was shared on ")
    assert told.partition("with: ")[2] == "Academy of reporting; OHCHR."
