"""Years of a network as the register holds them: nothing, a small year, many records, and a published year."""

import csv
import datetime
from pathlib import Path

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.activities import Activity, ActivityKind, ActivityLine, Attendee, TakingPart
from nmirf_desktop.domain.annual_review import Encouraging, PlanOf, ReviewFacts, ReviewPeriod
from nmirf_desktop.domain.committees import Committee, Seat, Term, mandate
from nmirf_desktop.domain.contributions import Contribution, ContributionKind, ContributionLine
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportBetween, SupportKind
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import (
    STANDING,
    CooperationNote,
    Partnership,
    PartnershipForm,
    PartnershipsBetween,
)
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.rule_changes import Figure, RuleChange
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision, Mode
from tests.domain.second_meeting import FOUNDED, MEETING, MEMBERS, OBSERVERS, STATES

YEAR = ReviewPeriod.of_year(2027)
AFTER = datetime.date(2028, 1, 15)
PUBLISHED = Path(__file__).parents[1] / "data" / "published_year.csv"


def said(text: str) -> Trilingual:
    """A finished text that tells its languages apart."""
    return Trilingual.final(text, f"{text} (fr)", f"{text} (es)")


def day(month: int, number: int = 1) -> datetime.date:
    """A day of the year."""
    return datetime.date(2027, month, number)


def membership(code: str, kind: MembershipKind, start: datetime.date, end: datetime.date | None = None) -> Membership:
    """A State in the Network."""
    return Membership(f"{kind}-{code}-{start}", code, kind, Period(start, end), Basis.FOUNDING)


FOUNDING = tuple(
    membership(code, kind, FOUNDED)
    for kind, codes in ((MembershipKind.MEMBER, MEMBERS), (MembershipKind.OBSERVER, OBSERVERS))
    for code in codes
)


def activity(number: int, begins: datetime.date, *objectives: Objective, states: tuple[str, ...] = ()) -> ActivityLine:
    """An activity of one day with the States that took part."""
    kind = list(ActivityKind)[number % len(ActivityKind)]
    one = Activity(
        f"a{number}", kind, said(f"Activity {number}"), begins, begins, said("Rabat"), objectives=objectives,
        result=said("Ideas were exchanged."),
    )  # fmt: skip
    parts = tuple(Attendee(TakingPart(f"t{number}{code}", one.key, code), STATES[code]) for code in states)
    return ActivityLine(one, parts)


def nothing(period: ReviewPeriod = YEAR) -> ReviewFacts:
    """A period of which nothing is recorded, in a Network with members."""
    return ReviewFacts(period, AFTER, STATES, memberships=FOUNDING)


def practice(code: str, *, agreed: bool, number: int = 1) -> GoodPractice:
    """A good practice of a State."""
    title = said(f"Practice of {code} {number}")
    return GoodPractice(
        f"p{code}{number}", code, title, Area.FOLLOW_UP, day(3), number, consented_on=day(3) if agreed else None
    )


def small() -> ReviewFacts:
    """A year with something of everything: two objectives that nothing served, and what is late."""
    agreed, not_agreed = practice("MAR", agreed=True), practice("GHA", agreed=False)
    academy = Partner("academy", said("Academy of reporting"), PartnerKind.ACADEMIA)
    open_ = Partnership("s2", "academy", Period(day(5)), title=said("Training"))
    agreement = Partnership("s1", STANDING.key, Period(FOUNDED), PartnershipForm.AGREEMENT, objectives=tuple(Objective))
    term = Term("term", mandate(FOUNDED), FOUNDED)
    seats = tuple(Seat(f"seat{code}", "term", code, term.period) for code in ("MAR", "PRY", "PRT"))
    plan = ActionPlan("plan", said("Plan"), 2026, 2030)
    late = PlannedAction("x", "priority", said("Visits"), said("Coordinator"), due_on=day(9))
    done = PlannedAction("y", "priority", said("Workshops"), begun_on=day(2), done_on=day(3))
    return ReviewFacts(
        YEAR, AFTER, STATES,
        activities=(
            activity(0, day(1, 5), Objective.CREATION, states=("MAR", "PRY")),
            activity(1, day(1, 9), Objective.EXCHANGE, Objective.CAPACITIES, states=("FRA",)),
            activity(2, day(11, 30), Objective.EXCHANGE, Objective.KNOWLEDGE_HUB),
        ),
        practices=(agreed, not_agreed),
        sharings=(Sharing("h", not_agreed.key, day(4), SharedWith.MEMBERS),),
        unconsented=(not_agreed,),
        contributions=tuple(_contributions(agreed, not_agreed)),
        partnerships=PartnershipsBetween(
            (agreement, open_), (open_,), (), (CooperationNote("n", "academy", day(6), said("A course was held.")),),
            {STANDING.key: STANDING, "academy": academy},
        ),
        support=SupportBetween(
            (
                OhchrSupport("o1", STANDING.key, day(2), SupportKind.ADVICE, said("Advice on the agenda.")),
                OhchrSupport("o2", STANDING.key, day(7), SupportKind.ADVOCACY, said("A joint letter.")),
            )
        ),
        encouraging=Encouraging(frozenset(("CHE", "JPN")), frozenset(("CHE",)), (_contact(),)),
        memberships=(
            *(one for one in FOUNDING if one.state != "NER"),
            membership("NER", MembershipKind.OBSERVER, FOUNDED, day(8)),
            membership("KEN", MembershipKind.MEMBER, day(5)),
        ),
        meetings=(MEETING,),
        committee=Committee(term, seats),
        coordinator="MAR",
        decisions=(_decision(1, Mode.CONSENSUS), _decision(2, Mode.CONSENSUS), _decision(3, Mode.VOTE)),
        follow_ups=(
            FollowUpAction("f1", "meeting", said("Publish the guide"), said("Coordinator"), due_on=day(6)),
            FollowUpAction("f2", "meeting", said("Send the letters"), done_on=day(4)),
        ),
        plans=(PlanOf(plan, (late, done)),),
        rule_changes=(RuleChange("r", Figure.SEATS_MOST, 7, day(4)),),
    )  # fmt: skip


def _contact() -> Contact:
    return Contact("c", "JPN", day(6), "Coordinator", "The guide was sent.")


def _contributions(*practices: GoodPractice) -> list[ContributionLine]:
    found = []
    for number, one in enumerate(practices):
        made = Contribution(
            f"k{number}", ContributionKind.PRACTICE, one.title, day(4), one.state, practice=one.key, sent_on=day(5)
        )
        found.append(ContributionLine(made, made.stands(AFTER), STATES[one.state], one))
    return found


def _decision(number: int, mode: Mode) -> Decision:
    return Decision(
        f"d{number}", "meeting", "item", f"proposal{number}", 2027, number, day(1, 27), mode, said(f"Matter {number}"),
        said("Decides."),
    )  # fmt: skip


def many(activities: int, practices: int = 0) -> ReviewFacts:
    """A year of so many activities, each of all objectives, and good practices of as many States."""
    codes = tuple(STATES)
    begun = datetime.date(2027, 1, 1)
    return ReviewFacts(
        YEAR, AFTER, STATES,
        activities=tuple(
            activity(
                number, begun + datetime.timedelta(days=number % 365), *tuple(Objective)[: 1 + number % 6],
                states=(codes[number % len(codes)],),
            )
            for number in range(activities)
        ),
        practices=tuple(practice(codes[place % len(codes)], agreed=True, number=place) for place in range(practices)),
        memberships=tuple(membership(code, MembershipKind.MEMBER, FOUNDED) for code in codes),
    )  # fmt: skip


def published() -> ReviewFacts:
    """The year 2020 of GANHRI as its annual report tells it: facts in figures, entered as this register holds them.

    Its institutions with A status stand for members, those with B status for observers; the States are any, as the
    figures name none. Of what it tells without a day, the day is the last of the year.
    """
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        told = {row["fact"]: row["value"] for row in csv.DictReader(file)}
    period = ReviewPeriod.of_year(int(told["year"]))
    first, last = (datetime.date.fromisoformat(told[f"session_{end}"]) for end in ("first", "last"))
    codes, before = list(STATES), period.first - datetime.timedelta(days=1)
    numbers = {name: int(told[name]) for name in ("members", "observers", "new_members", "upgraded")}
    stood = numbers["members"] - numbers["new_members"] - numbers["upgraded"]
    new = codes[stood : stood + numbers["new_members"]]
    raised = codes[stood + len(new) : numbers["members"]]
    observing = codes[numbers["members"] : numbers["members"] + numbers["observers"]]
    held = [membership(code, MembershipKind.MEMBER, before) for code in codes[:stood]]
    held += [membership(code, MembershipKind.OBSERVER, before, first) for code in raised]
    held += [membership(code, MembershipKind.MEMBER, first) for code in (*raised, *new)]
    held += [membership(code, MembershipKind.OBSERVER, before) for code in observing]
    published_ = [
        ActivityLine(Activity(name, ActivityKind.PUBLICATION, said(name), period.last, period.last))
        for name in told["publications"].split(";")
    ]
    session = Meeting("session", "NMIRF/2020", MeetingKind.COMMITTEE, 1, 2020, said("Session"), first, last, said(""))
    partners = {name: Partner(name, said(name), PartnerKind.UN_ENTITY) for name in told["partners"].split(";")}
    partnerships = tuple(Partnership(f"with {name}", name, Period(before)) for name in partners)
    return ReviewFacts(
        period, datetime.date(2021, 1, 31), STATES, activities=tuple(published_), meetings=(session,),
        partnerships=PartnershipsBetween(partnerships, partners=partners), memberships=tuple(held),
    )  # fmt: skip
