"""R44 and R45 are judged on what is recorded of partners; the list of a partner on a day; what a period counts."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.compliance import FindingState, RegisterFacts, known
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportBetween, SupportKind, check_support
from nmirf_desktop.domain.participants import Invitee, Partner, PartnerKind
from nmirf_desktop.domain.partnerships import (
    STANDING,
    PartnerLine,
    Partnership,
    PartnershipForm,
    PartnershipsBetween,
    by_names,
    settled,
    with_standing,
)
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.refusals import Problem, say
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import day, facts, found, period

KEPT = FindingState.KEPT
EN = catalog(Language.EN)
ON = "2026-11-24"
WORDS = Trilingual.final("Advice", "Avis", "Consejo")
ACADEMY = Partner("academy", Trilingual.final("Academy", "Académie", "Academia"), PartnerKind.ACADEMIA)
GANHRI = Partner("ganhri", Trilingual.final("GANHRI", "GANHRI", "GANHRI"), PartnerKind.NHRI)
SERVING = Partnership(
    "serving", "ganhri", period("2025-01-01"), PartnershipForm.AGREEMENT, objectives=(Objective.COOPERATION,)
)
AIMLESS = Partnership("aimless", "academy", period("2025-06-01", "2026-12-01"))
NETWORK = facts(partners=(ACADEMY, GANHRI), partnerships=(SERVING, AIMLESS))


def entry(kind: SupportKind, on: str) -> OhchrSupport:
    return OhchrSupport(f"{kind}-{on}", "ohchr", day(on), kind, WORDS)


def judged(register: RegisterFacts, number: str, on: str = ON) -> list[tuple[FindingState, bool, str]]:
    return [(one.state, bool(one.advice), one.message.said_in(EN)) for one in found(register, number, on)]


def counts(register: RegisterFacts, number: str, on: str = ON) -> dict[str, str]:
    (finding,) = found(register, number, on)
    return {fact.name: say(EN, "{value}", {"value": fact.value}) for fact in finding.facts}


def test_r44_is_kept_where_no_partnership_is_in_force() -> None:
    for register in (facts(), replace(NETWORK, partnerships=(replace(SERVING, period=period("2027-01-01")),))):
        ((state, remarked, said),) = judged(register, "R44")
        assert (state, remarked) == (KEPT, False)
        assert "No partnership of the Network is in force" in said


def test_r44_a_partnership_without_an_objective_is_remarked_on_while_it_lasts() -> None:
    assert judged(NETWORK, "R44") == [
        (KEPT, False, "Partnerships that serve an objective of the Network: 1."),
        (KEPT, True, "The partnership with Academy serves no objective of the Network."),
    ]
    (_, told) = found(NETWORK, "R44", ON)
    assert (told.subject.key, told.facts[1].value) == ("aimless", day("2025-06-01"))
    assert len(judged(NETWORK, "R44", "2025-05-31")) == 1, "it had not begun"
    assert len(judged(NETWORK, "R44", "2026-11-30")) == 2, "its last day"
    assert len(judged(NETWORK, "R44", "2026-12-01")) == 1, "it is over"
    assert judged(replace(NETWORK, partnerships=(AIMLESS,)), "R44")[0][1]


def test_r45_counts_what_ohchr_gave_and_what_was_done_for_its_resources() -> None:
    entries = (
        entry(SupportKind.ADVICE, "2026-03-01"), entry(SupportKind.TECHNICAL, "2024-07-01"),
        entry(SupportKind.ADVOCACY, "2026-02-01"), entry(SupportKind.ADVICE, "2026-12-01"),
    )  # fmt: skip
    asked = Invitee("asked", "meeting", partner="ohchr", invited_on=day("2026-09-01"))
    prepared = Invitee("prepared", "meeting", partner="ohchr")
    later = replace(asked, key="later", invited_on=day("2026-12-01"))
    other = replace(asked, key="other", partner="academy")
    register = facts(partners=(STANDING, ACADEMY), ohchr_support=entries, invitees=(asked, prepared, later, other))
    assert judged(register, "R45") == [
        (
            KEPT, False,
            "OHCHR is a partner of the Network. Support recorded: 2; advocacy for its resources: 1.",
        )
    ]  # fmt: skip
    assert counts(register, "R45") == {
        "Expert guidance by OHCHR": "0", "Advice by OHCHR": "1", "Technical support by OHCHR": "1",
        "Advocacy for its resources": "1", "Invitations of OHCHR": "1",
    }  # fmt: skip


def test_r45_says_where_nothing_was_done_for_the_resources_of_ohchr_within_a_year() -> None:
    assert [one[:2] for one in judged(facts(), "R45")] == [(KEPT, True)]
    register = facts(ohchr_support=(entry(SupportKind.ADVOCACY, "2025-11-25"), entry(SupportKind.ADVICE, ON)))
    assert [one[1] for one in judged(register, "R45", "2026-11-24")] == [False]
    assert [one[1] for one in judged(register, "R45", "2026-11-25")] == [True]


def test_what_came_later_is_not_known_on_an_earlier_day() -> None:
    register = replace(NETWORK, ohchr_support=(entry(SupportKind.ADVICE, "2026-03-01"),))
    then = known.known_on(register, day("2026-02-28"))
    assert (then.partnerships, then.ohchr_support) == (NETWORK.partnerships, ())
    assert known.known_on(register, day("2025-02-01")).partnerships == (SERVING,)


def test_ohchr_is_always_among_the_partners_and_first_and_only_once() -> None:
    assert with_standing(()) == (STANDING,)
    assert with_standing((ACADEMY, GANHRI)) == (STANDING, ACADEMY, GANHRI)
    own = replace(STANDING, key="own", name=Trilingual.final("OHCHR", "HCDH", "ACNUDH"))
    assert with_standing((ACADEMY, own)) == (own, ACADEMY)


def test_objectives_are_in_their_order_and_once_each() -> None:
    twice = replace(SERVING, objectives=(Objective.KNOWLEDGE_HUB, Objective.CREATION, Objective.KNOWLEDGE_HUB))
    assert settled(twice).objectives == (Objective.CREATION, Objective.KNOWLEDGE_HUB)


def test_a_line_serves_what_is_in_force_on_its_day() -> None:
    over = replace(SERVING, key="over", period=period("2024-06-01", "2025-01-01"), objectives=(Objective.CREATION,))
    line = PartnerLine(GANHRI, day(ON), (SERVING, over))
    assert (line.in_force, line.objectives, line.lacks_objective) == ((SERVING,), (Objective.COOPERATION,), False)
    assert PartnerLine(ACADEMY, day(ON), (AIMLESS,)).lacks_objective
    assert not PartnerLine(ACADEMY, day("2026-12-01"), (AIMLESS,)).lacks_objective, "it is over"
    assert line.said_in(EN) == "GANHRI"


def test_a_period_counts_a_partner_once_and_a_partnership_for_each_objective() -> None:
    both = replace(SERVING, key="both", objectives=(Objective.COOPERATION, Objective.KNOWLEDGE_HUB))
    told = PartnershipsBetween((SERVING, both, AIMLESS), partners={"ganhri": GANHRI, "academy": ACADEMY})
    assert {kind: number for kind, number in told.by_kind.items() if number} == {
        PartnerKind.NHRI: 1, PartnerKind.ACADEMIA: 1,
    }  # fmt: skip
    assert [told.by_objective[one] for one in Objective] == [0, 0, 0, 2, 0, 1]


def test_support_is_told_apart_from_advocacy_and_counted_by_month() -> None:
    entries = (
        entry(SupportKind.ADVICE, "2026-03-01"), entry(SupportKind.GUIDANCE, "2026-03-31"),
        entry(SupportKind.ADVOCACY, "2026-04-01"), entry(SupportKind.ADVICE, "2026-05-01"),
    )  # fmt: skip
    told = SupportBetween(entries)
    assert (len(told.given), told.advocacy) == (3, (entries[2],))
    assert told.by_month == {day("2026-03-01"): 2, day("2026-05-01"): 1}
    assert told.by_kind[SupportKind.ADVICE] == 2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(entry(SupportKind.ADVICE, ON), text=Trilingual()), "text"),
        (entry(SupportKind.ADVICE, "2026-11-25"), "on"),
        (replace(entry(SupportKind.ADVOCACY, ON), state="PRY"), "state"),
    ],
)
def test_support_has_words_and_a_day_that_was_and_advocacy_is_the_networks(wrong: OhchrSupport, field: str) -> None:
    with pytest.raises(Problem) as refused:
        check_support(wrong, day(ON))
    assert refused.value.field_name == field
    check_support(replace(entry(SupportKind.TECHNICAL, ON), state="PRY"), day(ON))


def test_who_is_called_so_in_full_is_before_one_whose_short_form_it_is() -> None:
    """In whatever order they were recorded, and however many names each has."""
    short = Partner("short", Trilingual("Inter-American Commission (CIDH)"), PartnerKind.HUMAN_RIGHTS_BODY)
    full = Partner("full", Trilingual(en="Committee of inquiry", es="CIDH"), PartnerKind.ACADEMIA)
    for known_ in ([short, full], [full, short]):
        named = by_names(known_)
        assert [one.key for one in named[fold("CIDH")]] == ["full", "short"]
        assert [one.key for one in named[fold("Committee of inquiry")]] == ["full"]
