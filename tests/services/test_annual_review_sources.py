"""What the annual review reads from beyond its period: the decision behind a rule, the partner behind a sharing."""

import dataclasses
import datetime

from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.blocks import DataTable
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.annual_review_facts import review_content
from nmirf_desktop.services.annual_reviews import AnnualReviews
from nmirf_desktop.services.good_practices import GoodPractices
from nmirf_desktop.services.rule_changes import RuleChanges
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.states import ORGANISATION
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
        Figure.NOTICE_MONTHS, 2, datetime.date(2027, 2, 1), Trilingual("More time."), decision.key
    )
    assert reviewed(network, NEXT, f"rules:change:{change.key}") == (
        f"By decision {decision_name(decision)}, the agenda is sent two months before a meeting from 1 February 2027 "
        "on (in the Declaration as adopted: one month). Reason noted: “More time”."
    )


def test_r46_a_number_already_decided_is_a_known_day_of_the_year_to_come(network: Network) -> None:
    desk = network[0]
    decision, day = desk.proposals.adopt_by_consensus(table(network).key), datetime.date(2027, 2, 1)
    changes = RuleChanges(desk.store)
    changes.change(Figure.NOTICE_MONTHS, 2, day, decision=decision.key)
    changes.change(Figure.SEATS_MOST, 7, day, Trilingual("Noted only."))
    year = ReviewPeriod.of_year(2026)
    days = f"By decision {decision_name(decision)}, the agenda is sent two months before a meeting"
    for on, known in ((year.last, True), (decision.adopted_on - datetime.timedelta(days=1), False)):
        with desk.store.read() as session:
            organisation = ORGANISATION.get(session, "organisation")
            paper, _, cautions = review_content(session, desk.states, year.written(), on, organisation)
        blocks = [one for part in paper.sections for one in part.blocks]
        tables = [one for one in blocks if isinstance(one, DataTable)]
        told = [cell.read(Language.EN).whole for one in tables for row in one.rows for cell in row]
        assert (days in told) is known
        assert not any("at most seven seats" in cell for cell in told)
        named = [one.said_in(catalog(Language.EN)) for one in cautions]
        assert [one for one in named if "without a decision" in one] == [
            (
                "Seats of the Executive Committee, at most: 7 from 1 February 2027 on is noted without a decision; "
                "the review does not mention it."
            ),
        ]


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
    assert told.startswith("On ")
    assert told.partition("with the following: ")[2] == "Academy of reporting and OHCHR."
