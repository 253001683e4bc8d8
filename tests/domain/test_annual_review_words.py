"""What a meeting reads in the annual review: who took part, for whom, by which decision, with what evidence."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.action_plans import PlannedAction
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.activities import KIND_LABELS, ActivityLine, Attendee, TakingPart
from nmirf_desktop.domain.annual_review import (
    PART_TITLES,
    Encouraging,
    ReviewFacts,
    ReviewPart,
    ReviewPeriod,
    YearAhead,
    as_told,
)
from nmirf_desktop.domain.annual_review_before import lacks, review_cautions
from nmirf_desktop.domain.annual_review_counts import named
from nmirf_desktop.domain.annual_review_drafts import drafts
from nmirf_desktop.domain.annual_review_gaps import of_review
from nmirf_desktop.domain.annual_review_papers import review_paper
from nmirf_desktop.domain.blocks import DataTable
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.contributions import ContributionState, contribution_state
from nmirf_desktop.domain.good_practices import SharedWith, Sharing
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportBetween, SupportKind
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.rule_changes import Figure, RuleChange
from nmirf_desktop.domain.text import UNTRANSLATED, Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain import years_reviewed as years
from tests.domain.second_meeting import MEETING, STATES
from tests.domain.years_reviewed import said, small

ACADEMY = Partner("academy", said("Academy of reporting"), PartnerKind.ACADEMIA)


def texts(facts: ReviewFacts) -> dict[str, Trilingual]:
    """The paragraphs by their slots."""
    return {one.slot: one.text for one in drafts(facts)}


def rows(facts: ReviewFacts, heading: str, language: Language = Language.EN) -> list[tuple[str, ...]]:
    """The rows, with their headings first, of the tables of which one column has a heading in English."""
    blocks = [one for part in review_paper(facts, as_told(drafts(facts), ())).sections for one in part.blocks]
    found = [one for one in blocks if isinstance(one, DataTable)]
    wanted = [table for table in found if heading in [column.heading.en for column in table.columns]]
    every = [cells for table in wanted for cells in ([column.heading for column in table.columns], *table.rows)]
    return [tuple(cell.read(language).whole for cell in cells) for cells in every]


def attended() -> ActivityLine:
    """A workshop of which Morocco and the academy were hosts, with three others."""
    line = years.activity(0, years.day(1, 5), Objective.CREATION)
    hosts = (
        Attendee(TakingPart("h1", line.key, "MAR", host=True), STATES["MAR"]),
        Attendee(TakingPart("h2", line.key, partner="academy", host=True), partner=ACADEMY),
    )
    others = tuple(Attendee(TakingPart(f"o{code}", line.key, code), STATES[code]) for code in ("PRY", "FRA"))
    partner = Attendee(TakingPart("p", line.key, partner=STANDING.key), partner=STANDING)
    return ActivityLine(line.activity, (*hosts, *others, partner))


def test_a_place_without_a_name_in_a_language_is_printed_by_its_own() -> None:
    line = years.activity(0, years.day(1, 5))
    only = replace(line.activity, place=Trilingual().with_text(Language.ES, "Kisumu"))
    facts = replace(years.nothing(), activities=(replace(line, activity=only),))
    for language in Language:
        assert rows(facts, "Dates and place", language)[1][0].split("\n")[1] == "Kisumu"


def test_the_activities_name_their_hosts_and_who_took_part() -> None:
    facts = replace(small(), activities=(attended(), years.activity(1, years.day(2))))
    colon = "\u00a0:"
    for language, hosts, others in (
        (Language.EN, "Hosts: Morocco and Academy of reporting", "Participants: France, Paraguay and OHCHR"),
        (
            Language.FR,
            f"Hôtes{colon} Maroc et Academy of reporting (fr)",
            f"Participants{colon} France, Paraguay et HCDH",
        ),
        (
            Language.ES,
            "Anfitriones: Marruecos y Academy of reporting (es)",
            "Participantes: Francia, Paraguay y ACNUDH",
        ),
    ):
        _, first, second = rows(facts, "Kind, participants and objectives", language)
        assert first[2].split("\n")[1:3] == [hosts, others]
        assert second[2] == catalog(language).gettext(KIND_LABELS[facts.activities[1].activity.kind])


def test_a_table_of_the_work_has_no_more_columns_than_a_sentence_has_room_in() -> None:
    facts = replace(small(), activities=(attended(),))
    (_, row) = rows(facts, "Result")
    assert (row[0], row[2].split("\n")[-1], row[3]) == ("5 January\nRabat", "Objective: 1", "Ideas were exchanged.")
    colon = "\u00a0:"
    (_, _, other) = rows(facts, "In force", Language.FR)
    assert other[2:] == ("Coopération informelle", "à compter du 1er\u00a0mai 2027")
    (_, agreed, _) = rows(facts, "In force", Language.FR)
    assert agreed[2] == f"Accord\nObjectifs{colon} 1, 2, 3, 4, 5, 6"


def test_a_partner_who_took_part_needs_a_name_in_each_language() -> None:
    line = attended()
    english = replace(ACADEMY, name=Trilingual("Academy of reporting"))
    known = tuple(replace(one, partner=english) if one.partner == ACADEMY else one for one in line.attendees)
    facts = replace(years.nothing(), activities=(replace(line, attendees=known),))
    found = [gap for gap in of_review(facts, ()) if gap.topic is Subject.PARTNERS]
    assert [(gap.language, gap.record) for gap in found] == [(Language.FR, "academy"), (Language.ES, "academy")]


def test_support_names_the_state_and_the_kind() -> None:
    """R45."""
    given = (
        OhchrSupport("o1", STANDING.key, years.day(6, 3), SupportKind.ADVICE, said("On a decree."), "KEN"),
        OhchrSupport("o2", STANDING.key, years.day(7, 3), SupportKind.TECHNICAL, said("On a database.")),
    )
    facts = replace(small(), support=SupportBetween(given))
    assert rows(facts, "For whom") == [
        ("Date", "Support", "For whom", "What was done"),
        ("3 June 2027", "Advice", "Kenya", "On a decree."),
        ("3 July 2027", "Technical support", "The Network", "On a database."),
    ]
    assert rows(facts, "For whom", Language.FR)[2][2] == "Le Réseau"


def ruled(figure: Figure, number: int, reason: Trilingual = Trilingual(), decision: str | None = None) -> Trilingual:
    """How a number that holds from 20 November on is told."""
    one = RuleChange("r", figure, number, years.day(11, 20), reason, decision)
    facts = replace(years.nothing(), rule_changes=(one,), rule_decisions={"d1": small().decisions[0]})
    return texts(facts)["rules:change:r"]


def test_a_change_of_a_rule_is_a_sentence_with_its_decision_and_its_reason() -> None:
    """R46."""
    reason = Trilingual.final(
        "Capitals asked for more time.",
        "Les capitales ont demandé plus de temps.",
        "Las capitales pidieron más tiempo.",
    )
    found = ruled(Figure.NOTICE_MONTHS, 2, reason, "d1")
    assert found.en == (
        "By decision 2027/1, the agenda is sent two months before a meeting from 20 November 2027 on (in the "
        "Declaration as adopted: one month). Reason noted: “Capitals asked for more time”."
    )
    assert found.fr == (
        "Par la décision 2027/1, l’ordre du jour est envoyé deux mois avant une réunion à compter du 20\u00a0novembre "
        "2027 (dans "
        "la Déclaration telle qu’adoptée\u00a0: un mois). Motif consigné\u00a0: "
        "«\u00a0Les capitales ont demandé plus de temps\u00a0»."
    )
    assert found.es == (
        "Por la decisión 2027/1, la agenda se envía dos meses antes de una reunión a partir del 20 de noviembre de "
        "2027 (en el texto aprobado de la Declaración: un mes). Motivo consignado: "
        "“Las capitales pidieron más tiempo”."
    )


def test_a_reason_that_ends_with_a_shortened_word_keeps_its_stop() -> None:
    """R46: “… staff, etc.”."""
    reason = Trilingual.final("Holidays, staff, etc.", "Congés, effectifs, etc.", "Vacaciones, personal, etc.")
    found = ruled(Figure.NOTICE_MONTHS, 2, reason, "d1")
    assert found.en.endswith("Reason noted: “Holidays, staff, etc.”.")
    assert found.fr.endswith("Motif consigné\u00a0: «\u00a0Congés, effectifs, etc.\u00a0».")
    assert found.es.endswith("Motivo consignado: “Vacaciones, personal, etc.”.")


def test_each_number_of_the_declaration_has_its_own_sentence() -> None:
    """R28, R30."""
    assert ruled(Figure.SEATS_LEAST, 1).en.startswith("The Executive Committee has at least one seat from 20 November")
    assert ruled(Figure.SEATS_MOST, 7).fr.startswith("Le Comité exécutif compte au plus sept sièges à compter du 20")
    assert ruled(Figure.TERM_YEARS, 4, decision="gone").es.startswith(
        "Los mandatos del Comité Ejecutivo que comiencen a partir del 20 de noviembre de 2027 duran cuatro años (en el"
    )
    assert ruled(Figure.TERM_YEARS, 1, decision="d1").en.endswith(
        "last one year (in the Declaration as adopted: three years)."
    )


@pytest.mark.parametrize("decision", [None, "gone"])
def test_a_number_that_no_decision_changed_is_no_plain_fact(decision: str | None) -> None:
    """R46: as the Statement of compliance says."""
    found = ruled(Figure.SEATS_MOST, 7, Trilingual("Growth"), decision)
    assert found.en == (
        "The Executive Committee has at most seven seats from 20 November 2027 on (in the Declaration as adopted: five "
        "seats). As noted by the secretariat; no decision is recorded. Reason noted: “Growth”."
    )
    assert "Selon ce que le secrétariat a consigné\u00a0; aucune décision n’est enregistrée. Motif" in found.fr
    assert "Según lo consignado por la secretaría; no consta ninguna decisión. Motivo" in found.es
    assert "Motif consigné\u00a0: «\u00a0[texte non disponible en français] Growth\u00a0»." in found.fr


def test_a_reason_in_one_language_and_a_number_without_decision_are_named_before_print() -> None:
    """R46."""
    one = RuleChange("r", Figure.SEATS_MOST, 7, years.day(11, 20), Trilingual("Growth"))
    decided = replace(one, key="s", figure=Figure.TERM_YEARS, number=4, reason=Trilingual(), decision="d1")
    facts = replace(years.nothing(), rule_changes=(one, decided), rule_decisions={"d1": small().decisions[0]})
    told = as_told(drafts(facts), ())
    found = [lack for lack in lacks(facts, told) if lack.topic is Subject.SETTINGS]
    assert [lack.said.said_in(catalog(Language.EN)) for lack in found] == [
        (
            "Seats of the Executive Committee, at most: 7 from 20 November 2027 on is noted without a decision; "
            "the review says so."
        ),
    ]
    assert {lack.record for lack in found} == {"r"}
    assert all(lack.said in review_cautions(facts, told) for lack in found)
    gaps = [(gap.said_in(catalog(Language.EN)), gap.language, gap.record, gap.field) for gap in of_review(facts, told)]
    assert gaps == [
        ("Change of the rules “Seats of the Executive Committee, at most”: reason", language, "r", "reason")
        for language in (Language.FR, Language.ES)
    ]


def test_a_number_of_the_year_to_come_without_a_decision_is_named_before_print() -> None:
    """R46: the future directions tell only what a decision changes; what they leave out is no secret."""
    noted = RuleChange("r", Figure.NOTICE_MONTHS, 2, datetime.date(2028, 6, 1))
    decided = replace(noted, key="s", figure=Figure.TERM_YEARS, number=4, decision="d1")
    ahead = YearAhead(rule_changes=(noted, decided))
    facts = replace(small(), rule_changes=(), ahead=ahead, rule_decisions={"d1": small().decisions[0]})
    found = [lack for lack in lacks(facts, ()) if lack.topic is Subject.SETTINGS]
    assert [lack.said.said_in(catalog(Language.EN)) for lack in found] == [
        (
            "Agenda sent before a meeting, in months: 2 from 1 June 2028 on is noted without a decision; the review "
            "does not mention it."
        ),
    ]
    assert found[0].record == "r"
    assert found[0].said in review_cautions(facts, ())


def test_meetings_of_the_network_and_of_the_committee_are_counted_apart() -> None:
    """R37."""
    sat = replace(MEETING, key="c", symbol="NMIRF/EC/2027/1", kind=MeetingKind.COMMITTEE)
    alone = texts(small())["meetings:held"]
    both = texts(replace(small(), meetings=(MEETING, sat, replace(sat, key="e"))))["meetings:held"]
    assert alone.en == "In 2027, one meeting of the Network was held:"
    assert alone.fr == "En 2027, il s’est tenu une réunion du Réseau\u00a0:"
    assert both.en.endswith("one meeting of the Network and two meetings of the Executive Committee were held:")
    assert both.es == "En 2027, se celebraron una reunión de la Red y dos reuniones del Comité Ejecutivo:"


def shared(*sharings: Sharing) -> Trilingual:
    """How sharings of practices are told."""
    return texts(replace(small(), sharings=sharings, recipients={"academy": ACADEMY}))["practices:shared"]


def test_sharing_tells_with_whom_and_on_which_days() -> None:
    """R43."""
    june, july = years.day(6, 3), years.day(7, 4)
    one = shared(Sharing("a", "p", june, SharedWith.OBSERVERS))
    assert one.en == "On 3 June 2027, one good practice was shared with the following: all observers."
    assert one.fr.startswith("Le 3\u00a0juin 2027, une bonne pratique a été partagée avec les")
    assert one.es == (
        "El 3 de junio de 2027, se compartió una buena práctica con los destinatarios siguientes: todos los "
        "observadores."
    )
    twice = shared(Sharing("a", "p", june, SharedWith.MEMBERS), Sharing("b", "p", july, SharedWith.MEMBERS))
    assert twice.en == (
        "In 2027, one good practice was shared on two different days with the following: all members."
    ), "on how many days is told once"
    many = shared(
        Sharing("a", "p", june, SharedWith.PARTNER, partner="academy"),
        Sharing("b", "p", july, SharedWith.STATES, ("PRY", "DEU")),
        Sharing("c", "q", june, SharedWith.STATES, ("DEU",)),
        Sharing("d", "q", june, SharedWith.MEMBERS),
    )
    assert many.en == (
        "In 2027, two good practices were shared on two different days with the following: all members "
        "(on 1\u00a0day), Germany (on 2\u00a0days), Paraguay (on 1\u00a0day) and Academy of reporting (on 1\u00a0day)."
    )
    assert "Allemagne (à 2\u00a0dates)" in many.fr


def test_names_are_joined_as_running_text_joins_them_but_where_a_comma_stands_in_one() -> None:
    assert [named(catalog(language), ["A", "B", "Indonesia"]) for language in Language] == [
        "A, B and Indonesia",
        "A, B et Indonesia",
        "A, B e Indonesia",
    ]
    assert named(catalog(Language.EN), ["Institute of Law, Geneva", "OHCHR"]) == "Institute of Law, Geneva; OHCHR"


def test_what_stood_on_the_last_day_is_told_as_of_that_day() -> None:
    """A review is read long after its last day: what was overdue then may be done by now."""
    found = texts(small())
    assert found["decisions:late"].en.startswith("As at 31 December 2027, the following follow-up action")
    assert " overdue:" in found["decisions:late"].en
    assert "était en retard" in found["plan:late:plan"].fr
    assert found["decisions:follow-up"].fr.startswith("Au 31\u00a0décembre 2027, l’état d’avancement")
    assert "en cours pendant la période" in found["decisions:follow-up"].fr


def test_what_is_counted_agrees_with_its_noun() -> None:
    found = texts(small())
    assert "\u00a0: envoyées\u00a0(2). La liste" in found["hub:standing"].fr
    assert ": enviadas\u00a0(2). La lista" in found["hub:standing"].es
    assert found["plan:progress:plan"].fr.endswith("\u00a0: réalisée\u00a0(1) et en retard\u00a0(1).")
    assert found["plan:progress:plan"].es.endswith("realizada\u00a0(1) y atrasada\u00a0(1).")
    assert rows(small(), "Date of adoption", Language.FR)[0] == ("Décision", "Titre", "Date d’adoption")


def test_the_title_of_a_plan_is_not_said_twice() -> None:
    (known,) = small().plans
    named = replace(known, plan=replace(known.plan, title=said("Action plan of the Network")))
    found = texts(replace(small(), plans=(named,)))["plan:progress:plan"].en
    assert found.startswith("As at 31 December 2027, the two actions of “Action plan of the Network” stood as follows")


def test_the_plan_tells_what_was_carried_out_and_given_up_in_the_period() -> None:
    (known,) = small().plans
    actions = (
        PlannedAction("a", "p", said("Training"), done_on=years.day(4), evidence=said("Report of 2 April 2027")),
        PlannedAction("b", "p", said("Website"), given_up_on=years.day(5), reason=said("OHCHR has one.")),
        PlannedAction("c", "p", said("Earlier"), done_on=datetime.date(2026, 12, 31)),
        PlannedAction("d", "p", said("Later"), done_on=datetime.date(2028, 1, 2)),
    )
    facts = replace(small(), plans=(replace(known, actions=actions),))
    assert texts(facts)["plan:done:plan"].en == "In 2027, the following action of the plan was carried out:"
    assert rows(facts, "Carried out on")[1:] == [("Training", "1 April 2027", "Report of 2 April 2027")]
    assert texts(facts)["plan:given-up:plan"].es == "En 2027, se abandonó la siguiente acción del plan:"
    assert rows(facts, "Given up on")[1:] == [("Website", "1 May 2027", "OHCHR has one.")]


def test_what_was_given_up_is_told_with_its_reason_and_its_evidence() -> None:
    (known,) = small().plans
    site = PlannedAction(
        "b",
        "p",
        said("Website"),
        given_up_on=years.day(5),
        reason=said("OHCHR has one."),
        evidence=Trilingual("A draft"),
    )
    facts = replace(small(), plans=(replace(known, actions=(site,)),))
    assert rows(facts, "Given up on") == [
        ("Action", "Given up on", "Reason", "Evidence"),
        ("Website", "1 May 2027", "OHCHR has one.", "A draft"),
    ]
    found = [(one.language, one.field) for one in of_review(facts, ()) if one.record == "b"]
    assert found == [(Language.FR, "evidence"), (Language.ES, "evidence")]


def test_activities_without_an_objective_are_told() -> None:
    """R42."""
    without = years.activity(7, years.day(2))
    known = small().activities
    assert "none of the six objectives" not in texts(small())["activities:objectives"].en
    for activities, end in (
        ((*known, without), "Of the four activities, one served none of the six objectives."),
        (
            (*known, without, years.activity(8, years.day(2))),
            "Of the five activities, two served none of the six objectives.",
        ),
        ((without,), "The one activity served none of the six objectives."),
        ((without, years.activity(8, years.day(2))), "The two activities served none of the six objectives."),
    ):
        assert texts(replace(small(), activities=activities))["activities:objectives"].en.endswith(end)


def test_what_shows_an_action_and_why_one_was_given_up_are_missing_in_each_language_that_lacks_them() -> None:
    (known,) = small().plans
    actions = (
        PlannedAction("a", "p", said("Training"), done_on=years.day(4), evidence=Trilingual("Report")),
        PlannedAction(
            "b",
            "p",
            said("Website"),
            given_up_on=years.day(5),
            reason=Trilingual().with_text(Language.FR, "Le HCDH en a un."),
        ),
    )
    facts = replace(small(), plans=(replace(known, actions=actions),))
    words = catalog(Language.EN)
    found = [(one.where.said_in(words), one.language, one.field) for one in of_review(facts, ()) if one.record in "ab"]
    assert found == [
        ("Action “Training”: evidence", Language.FR, "evidence"),
        ("Action “Training”: evidence", Language.ES, "evidence"),
        ("Action “Website”: reason", Language.EN, "reason"),
        ("Action “Website”: reason", Language.ES, "reason"),
    ]
    sections = review_paper(facts, as_told(drafts(facts), ())).sections
    tables = [one for part in sections for one in part.blocks if isinstance(one, DataTable)]
    cells = {
        cell.read(Language.ES).whole: cell.read(Language.ES) for table in tables for row in table.rows for cell in row
    }
    for text, language in (("Report", Language.EN), ("Le HCDH en a un.", Language.FR)):
        assert (cells[text].language, cells[text].mark) == (language, UNTRANSLATED)


def test_what_was_done_with_states_that_are_not_members_says_of_none_whether_it_has_a_mechanism() -> None:
    given = OhchrSupport("s", STANDING.key, years.day(3), SupportKind.TECHNICAL, said("A mission"), "FRA")
    facts = replace(small(), encouraging=Encouraging(frozenset({"FRA", "PER"}), frozenset({"FRA"}), (), (given,)))
    told = texts(facts)["encouragement:done"].en
    assert told == (
        "With regard to these States, the following was recorded: States invited to meetings\u00a0(2), States that "
        "took part in activities\u00a0(1) and instances of support by OHCHR\u00a0(1)."
    )
    empty = texts(replace(small(), encouraging=Encouraging()))["encouragement:done"].en
    assert empty == "No invitation, activity, contact or support with regard to these States was recorded."
    assert PART_TITLES[ReviewPart.ENCOURAGEMENT] == "States that are not members"


@pytest.mark.parametrize(
    ("language", "sent", "published", "waiting"),
    [
        (Language.EN, "Sent", "Published", "To be sent"),
        (Language.FR, "Envoyée", "Publiée", "À envoyer"),
        (Language.ES, "Enviada", "Publicada", "Por enviar"),
    ],
)
def test_the_state_of_a_contribution_agrees_with_it(
    language: Language, sent: str, published: str, waiting: str
) -> None:
    words = catalog(language)
    told = [contribution_state(one, words) for one in ContributionState]
    assert told == [waiting, sent, published]
    assert [row[-1].split("\n")[-1] for row in rows(small(), "Contribution", language)[1:]] == [sent]


def ahead() -> ReviewFacts:
    """A small year with actions of the plan and of a meeting, a meeting and a partnership that ends in the next one."""
    facts, who = small(), said("Rapporteur")
    actions = (
        PlannedAction("due", "p", said("Courses"), who, due_on=datetime.date(2028, 6, 30)),
        PlannedAction("begins", "p", said("Visits"), who, begins_on=datetime.date(2028, 2, 1)),
        PlannedAction("later", "p", said("A guide"), who, begins_on=datetime.date(2029, 1, 1)),
        PlannedAction("done", "p", said("A list"), who, due_on=datetime.date(2028, 5, 1), done_on=years.day(5)),
    )
    meeting = replace(facts.meetings[0], key="next", title=said("Next meeting"), opens_on=datetime.date(2028, 1, 25),
                      closes_on=datetime.date(2028, 1, 27))  # fmt: skip
    asked = FollowUpAction("f3", "meeting", said("Draw up a list"), who, due_on=datetime.date(2028, 3, 1))
    ending = replace(facts.partnerships.held[1], period=Period(years.day(5), datetime.date(2028, 5, 1)))
    return replace(
        facts,
        ahead=YearAhead(actions, (meeting,)),
        follow_ups=(*facts.follow_ups, asked),
        partnerships=replace(facts.partnerships, held=(facts.partnerships.held[0], ending)),
        committee=None,
    )


def test_future_directions_tell_what_is_known_of_the_year_to_come() -> None:
    """R37."""
    told = texts(ahead())
    assert told["ahead:plan"].en == "In 2028, the following two actions of the action plan begin or fall due:"
    assert told["ahead:plan"].fr == (
        "En 2028, les deux actions suivantes du plan d’action commencent ou arrivent à échéance\u00a0:"
    )
    assert rows(ahead(), "Begins on") == [
        ("What is to be done", "Responsible", "Begins on", "Due on"),
        ("Visits", "Rapporteur", "1 February 2028", ""),
        ("Courses", "Rapporteur", "", "30 June 2028"),
    ]
    assert told["ahead:follow-up"].es == "Quedan por ejecutar las dos medidas de seguimiento siguientes:"
    assert ("Draw up a list", "Rapporteur", "1 March 2028") in rows(ahead(), "Due on")
    assert told["ahead:days"].en == "In 2028, the following dates are known:"
    assert rows(ahead(), "Matter") == [
        ("Date", "Matter"),
        ("25–27 January 2028", "Next meeting"),
        ("30 April 2028", "End of partnership: Academy of reporting"),
    ]


def test_of_a_year_to_come_of_which_nothing_is_known_nothing_is_said() -> None:
    told = texts(replace(small(), committee=None, follow_ups=()))
    assert not {"ahead:plan", "ahead:follow-up", "ahead:days"} & set(told)


def test_a_text_that_is_printed_in_two_parts_is_missing_once() -> None:
    """An overdue action is told in the plan, and again among what remains to be carried out."""
    facts = ahead()
    (known,) = facts.plans
    late = PlannedAction("x", "p", Trilingual("English only"), due_on=datetime.date(2027, 5, 1))
    plans, years = (replace(known, actions=(late,)),), replace(facts.ahead, actions=(late,))
    found = [one for one in of_review(replace(facts, plans=plans, ahead=years), ()) if one.record == "x"]
    assert [(one.language, one.field) for one in found] == [(Language.FR, "title"), (Language.ES, "title")]


def test_a_text_of_the_year_to_come_that_is_missing_leads_to_its_place() -> None:
    facts = ahead()
    english = replace(facts.ahead.actions[0], title=Trilingual("Courses"))
    found = [one for one in of_review(replace(facts, ahead=YearAhead((english,))), ()) if one.record == "due"]
    assert [(one.topic, one.language, one.field) for one in found] == [
        (Subject.PLANS, Language.FR, "title"), (Subject.PLANS, Language.ES, "title"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("last", "first", "until"),
    [((2027, 12, 31), (2028, 1, 1), (2028, 12, 31)), ((2028, 2, 28), (2028, 2, 29), (2029, 2, 28))],
)
def test_the_year_that_follows_a_period(
    last: tuple[int, int, int], first: tuple[int, int, int], until: tuple[int, int, int]
) -> None:
    period = ReviewPeriod(datetime.date(2027, 1, 1), datetime.date(*last)).following
    assert (period.first, period.last) == (datetime.date(*first), datetime.date(*until))
