"""What a meeting reads in the annual review: who took part, for whom, by which decision, with what evidence."""

from dataclasses import replace

from nmirf_desktop.domain.activities import ActivityLine, Attendee, TakingPart
from nmirf_desktop.domain.annual_review import ReviewFacts, as_told
from nmirf_desktop.domain.annual_review_drafts import drafts
from nmirf_desktop.domain.annual_review_gaps import of_review
from nmirf_desktop.domain.annual_review_papers import review_paper
from nmirf_desktop.domain.blocks import DataTable
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportBetween, SupportKind
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING
from nmirf_desktop.domain.rule_changes import Figure, RuleChange
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from tests.domain import years_reviewed as years
from tests.domain.second_meeting import STATES
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


def test_the_activities_name_their_hosts_and_who_took_part() -> None:
    facts = replace(small(), activities=(attended(), years.activity(1, years.day(2))))
    for language, hosts, others in (
        (Language.EN, "Hosts: Morocco and Academy of reporting", "Participants: France, Paraguay and "),
        (Language.FR, "Hôtes\u00a0: Maroc et Academy of reporting (fr)", "Participants\u00a0: France, Paraguay et "),
        (Language.ES, "Anfitriones: Marruecos y Academy of reporting (es)", "Participantes: Francia, Paraguay y "),
    ):
        _, first, second = rows(facts, "Hosts and participants", language)
        assert first[2] == f"{hosts}\n{others}{STANDING.name[language]}"
        assert second[2] == ""


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


def ruled(figure: Figure, number: int, reason: str = "", decision: str | None = None) -> Trilingual:
    """How a number that holds from 20 November on is told."""
    one = RuleChange("r", figure, number, years.day(11, 20), reason, decision)
    facts = replace(years.nothing(), rule_changes=(one,), rule_decisions={"d1": small().decisions[0]})
    return texts(facts)["rules:change:r"]


def test_a_change_of_a_rule_is_a_sentence_with_its_decision_and_its_reason() -> None:
    """R46."""
    found = ruled(Figure.NOTICE_MONTHS, 2, "Capitals asked for more time.", "d1")
    assert found.en == (
        "By decision 2027/1, the agenda is sent 2 months before a meeting from 20 November 2027 on (in the Declaration "
        "as adopted: one month). Reason noted: Capitals asked for more time."
    )
    assert found.fr == (
        "Par la décision 2027/1, l’ordre du jour est envoyé 2 mois avant une réunion à compter du 20\u00a0novembre "
        "2027 (dans la Déclaration telle qu’adoptée\u00a0: un mois). Motif consigné\u00a0: Capitals asked for more time."
    )
    assert found.es == (
        "Por la decisión 2027/1, la agenda se envía 2 meses antes de una reunión a partir del 20 de noviembre de 2027 "
        "(en la Declaración tal como se aprobó: un mes). Motivo consignado: Capitals asked for more time."
    )


def test_each_number_of_the_declaration_has_its_own_sentence() -> None:
    """R28, R30."""
    assert ruled(Figure.SEATS_LEAST, 1).en.startswith("The Executive Committee has at least 1 seat from 20 November")
    assert ruled(Figure.SEATS_MOST, 7).fr.startswith("Le Comité exécutif compte au plus 7 sièges à compter du 20")
    assert ruled(Figure.TERM_YEARS, 4, decision="gone").es.startswith(
        "Los mandatos del Comité Ejecutivo que comiencen a partir del 20 de noviembre de 2027 duran 4 años (en la"
    )
    assert ruled(Figure.TERM_YEARS, 1).en.endswith("last one year (in the Declaration as adopted: 3 years).")
