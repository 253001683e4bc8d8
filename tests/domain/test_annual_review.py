"""The annual review: its sentences in three languages, its period, what a person wrote, and a published year (R37)."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.annual_review import (
    ReviewFacts,
    ReviewParagraph,
    ReviewPart,
    ReviewPeriod,
    ReviewText,
    as_told,
    offered_periods,
    own_slot,
    usual_period,
)
from nmirf_desktop.domain.annual_review_before import lacks, review_cautions
from nmirf_desktop.domain.annual_review_drafts import drafts, unserved
from nmirf_desktop.domain.annual_review_gaps import of_review, unreviewed
from nmirf_desktop.domain.annual_review_names import review_of, review_symbol, review_title
from nmirf_desktop.domain.annual_review_papers import review_paper
from nmirf_desktop.domain.blocks import BarChart, DataTable, Para
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain import years_reviewed as years
from tests.domain.second_meeting import MEETING, STATES
from tests.domain.years_reviewed import YEAR, said, small

ENGLISH, FRENCH, SPANISH = map(catalog, Language)
DAY = datetime.timedelta(days=1)


def told(facts: ReviewFacts) -> dict[str, Trilingual]:
    return {one.slot: one.text for one in drafts(facts)}


def paper(facts: ReviewFacts, kept: Iterable[ReviewText] = ()) -> RecordPaper:
    return review_paper(facts, as_told(drafts(facts), kept))


def printed(made: RecordPaper, language: Language) -> str:
    """The paragraphs and cells of a review, one after the other."""
    found = [block for section in (*made.sections,) for block in section.blocks]
    texts = [block.text for block in (*made.blocks, *found) if isinstance(block, Para)]
    texts += [cell for block in found if isinstance(block, DataTable) for row in block.rows for cell in row]
    return "\n".join(text.read(language).whole for text in texts)


# ---- sentences ----


def test_a_year_is_told_in_three_languages() -> None:
    found = told(small())
    assert found["activities:count"].en == (
        "In 2027, three activities of the Network were recorded: one workshop, one exchange of experience and "
        "one visit."
    )
    assert found["activities:count"].fr == (
        "En 2027, trois activités du Réseau ont été enregistrées\u00a0: un atelier, un échange d’expériences et "
        "une visite."
    )
    assert found["activities:count"].es == (
        "En 2027, se registraron tres actividades de la Red: un taller, un intercambio de experiencias y una visita."
    )
    assert found["activities:months"].en == "The chart shows in which months the three activities began."
    assert found["activities:regions"].en == (
        "The chart shows in how many of the three activities at least one State of each regional group took part."
    )
    assert found["decisions:count"].fr == (
        "En 2027, trois décisions ont été adoptées\u00a0: deux par consensus et une à l’issue d’un vote."
    )
    assert found["membership:count"].en == (
        "As at 31 December 2027, the Network had 13\u00a0members and 2\u00a0observers, as against 12\u00a0members and "
        "3\u00a0observers on 1 January 2027."
    )
    assert found["membership:members"].es == "Un Estado pasó a ser miembro: Kenya."
    assert found["membership:left"].fr == "Un État a quitté le Réseau\u00a0: Niger."
    assert found["meetings:committee"].en.endswith("Committee: Morocco, Paraguay and Portugal. Coordinator: Morocco.")
    assert found["plan:progress:plan"].en.endswith(
        "“Plan” stood as follows: carried out\u00a0(1) and overdue\u00a0(1)."
    )
    assert found["rules:change:r"].en.startswith("The Executive Committee has at most seven seats from 1 April")
    assert found["ahead:late"].en == (
        "As listed above, one follow-up action and one action of the action plan are overdue."
    )


def test_an_activity_counts_for_each_objective_and_the_unserved_are_named() -> None:
    """R42."""
    assert unserved(small()) == (Objective.COOPERATION, Objective.HUMAN_RIGHTS_SYSTEM)
    found = told(small())
    assert found["activities:objectives"].en.startswith("The chart shows how many of the three activities served each")
    assert "3. Exchange of experiences\u00a0(2)" in drawn_in(small())
    assert found["activities:unserved"].en == (
        "No activity was recorded under the following objectives: 4.\u00a0Partnerships and cooperation and "
        "5.\u00a0Human rights system."
    )


def test_a_practice_without_consent_is_counted_and_named_nowhere() -> None:
    """R43."""
    text = printed(paper(small()), Language.EN)
    assert "two good practices of two States were documented" in text
    assert "Practice of MAR 1" in text
    assert "Practice of GHA 1" not in text
    assert "two contributions to the virtual knowledge hub" in text


def test_what_is_seen_before_print() -> None:
    """R42, R43, R44."""
    facts = small()
    said_ = [one.said_in(ENGLISH) for one in review_cautions(facts, as_told(drafts(facts), ()))]
    assert said_ == [
        "No activity of the period serves this objective: 4. Partnerships and cooperation.",
        "No activity of the period serves this objective: 5. Human rights system.",
        "The partnership with “Academy of reporting” serves no objective yet.",
        "“Practice of GHA 1” of Ghana went out without the consent of the State; the review does not name it.",
        (
            "Seats of the Executive Committee, at most: 7 from 1 April 2027 on is noted without a decision; the review "
            "says so."
        ),
    ]


def test_each_decision_and_each_follow_up_action_counts_with_its_own_texts() -> None:
    """Several records of one meeting, and several texts of one record: none stands for another."""
    facts = small()
    draft = replace(said("Draft"), reviewed="")
    decisions = tuple(replace(one, title=draft) for one in facts.decisions)
    late = [FollowUpAction(f"late{number}", MEETING.key, draft, draft, due_on=years.day(6)) for number in (1, 2)]
    follow_ups = (*facts.follow_ups, *late)
    before, languages = unreviewed(facts, ()), len(Language)
    translations = languages - 1  # the text in the language of adoption is the original that was adopted
    assert unreviewed(replace(facts, decisions=decisions), ()) == before + 3 * translations
    assert unreviewed(replace(facts, follow_ups=follow_ups), ()) == before + 2 * 2 * languages
    assert unreviewed(replace(facts, decisions=decisions, follow_ups=follow_ups), ()) == (
        before + 3 * translations + 4 * languages
    )


def test_a_partnership_without_objective_is_mended_where_one_is_in_force() -> None:
    """R44: one with the same partner that ended before had none either, and asks for nothing."""
    facts = small()
    (open_,) = (one for one in facts.partnerships.held if not one.objectives)
    ended = replace(open_, key="ended", period=Period(years.day(2), years.day(4)))
    both = replace(facts.partnerships, held=(ended, *facts.partnerships.held))
    told_ = [one for one in lacks(replace(facts, partnerships=both), ()) if one.topic is Subject.PARTNERS]
    assert [(one.record, one.field) for one in told_] == [(open_.key, "objectives")]


def test_a_year_without_records_is_one_sentence() -> None:
    made = paper(years.nothing())
    assert not made.sections
    assert printed(made, Language.FR) == "En 2027, rien n’a été enregistré dans le registre du Réseau."
    assert review_cautions(years.nothing(), ()) == ()


def test_a_year_that_goes_on_is_told_until_its_day() -> None:
    facts = ReviewFacts(YEAR, datetime.date(2027, 6, 1), STATES, memberships=years.FOUNDING)
    assert printed(paper(facts), Language.FR).startswith("Du 1er\u00a0janvier au 1er\u00a0juin 2027, rien")
    assert printed(paper(facts), Language.ES).startswith("Del 1 de enero al 1 de junio de 2027, no se")


def drawn_in(facts: ReviewFacts, language: Language = Language.EN) -> str:
    """What the charts of the activities say to who cannot see them."""
    charts = [one for one in paper(facts).sections[0].blocks if isinstance(one, BarChart)]
    return "\n".join(one.says.read(language).text for one in charts)


def test_each_chart_tells_its_counts_and_the_sentence_before_it_does_not_repeat_them() -> None:
    blocks = paper(small()).sections[0].blocks
    drawn = [(one, two) for one, two in pairwise(blocks) if isinstance(one, Para) and isinstance(two, BarChart)]
    assert len(drawn) == 3
    for language in Language:
        for sentence, chart in drawn:
            alt, text = (one.read(language).text for one in (chart.says, sentence.text))
            for bar in chart.bars:
                label = bar.label.read(language).text
                assert f"{label}\u00a0({bar.count})" in alt
                assert label.casefold() not in text.casefold()


def test_columns_of_days_are_short() -> None:
    made = paper(small())
    short = [
        column.heading.en for section in made.sections for block in section.blocks
        if isinstance(block, DataTable) for column in block.columns if column.short
    ]  # fmt: skip
    assert set(short) == {"Dates and place", "Date", "In force", "Date of adoption", "Due on", "Carried out on"}


@given(st.integers(0, 260), st.integers(0, 40))
@settings(max_examples=25, deadline=None)
def test_any_year_reads_whole_in_each_language(activities: int, practices: int) -> None:
    facts = years.many(activities, practices)
    made = paper(facts)
    for language in Language:
        text = printed(made, language)
        assert text.strip()
        assert not re.search(r"[{}]|  |\(\)|: ?\.", text)
    counted = [block for section in made.sections for block in section.blocks if isinstance(block, BarChart)]
    assert not activities or sum(bar.count for bar in counted[2].bars) == activities


def test_the_published_year_of_a_network_says_its_figures_in_three_languages() -> None:
    """GANHRI 2020: 84 members and 33 observers at the end; one new, three raised; two publications; one session."""
    found = told(years.published())
    counted = found["membership:count"]
    en, fr, es = (counted[one].replace("\u00a0", " ") for one in Language)
    told_of = Trilingual(en, fr, es)
    assert "had 84 members and 33 observers, as against 80 members and 36 observers on" in told_of.en
    assert "84 membres et 33 observateurs, contre 80 membres et 36 observateurs" in told_of.fr
    assert "84 miembros y 33 observadores, frente a 80 miembros y 36 observadores" in told_of.es
    assert found["membership:members"].en.startswith("The following four States became members:")
    assert found["activities:count"].fr.endswith(
        "deux activités du Réseau ont été enregistrées\u00a0: deux publications."
    )
    assert found["meetings:held"].es.startswith("En 2020, se celebró una reunión")
    assert found["partnerships:count"].en == "In 2020, two partnerships were in force. Partners: OHCHR and UNDP."


# ---- the period ----


def test_a_period_is_a_year_or_two_days() -> None:
    assert ReviewPeriod.read("2027") == YEAR
    other = ReviewPeriod.read("2027-01-26/2028-01-24")
    assert (other.written(), other.is_year) == ("2027-01-26/2028-01-24", False)
    assert other.during(FRENCH) == "Du 26\u00a0janvier 2027 au 24\u00a0janvier 2028"
    assert YEAR.during(SPANISH) == "En 2027"


@pytest.mark.parametrize(
    "text", ["", "next year", "0", "99999", "2027/2028", "2028-01-01/2027-01-01", "1990-01-01/2027-01-01"]
)
def test_no_period_is_refused_in_words(text: str) -> None:
    with pytest.raises(Problem) as refused:
        ReviewPeriod.read(text)
    assert refused.value.said_in(ENGLISH)


def test_the_times_between_annual_meetings_are_offered() -> None:
    later = Meeting(
        "later", "NMIRF/2028", MEETING.kind, 3, 2028, said("Third"), datetime.date(2028, 2, 1),
        datetime.date(2028, 2, 2), said("Rabat"),
    )  # fmt: skip
    found = offered_periods((2026, 2027), (MEETING, later), datetime.date(2028, 1, 1))
    between = ReviewPeriod(MEETING.opens_on, datetime.date(2028, 1, 31))
    assert set(found) == {between, *(ReviewPeriod.of_year(year) for year in (2026, 2027, 2028))}
    assert usual_period(datetime.date(2028, 1, 15)) == YEAR
    assert usual_period(datetime.date(2027, 12, 15)) == YEAR


@given(st.dates(datetime.date(2024, 1, 1), datetime.date(2090, 1, 1)), st.integers(0, 1000))
def test_the_symbol_names_the_period(first: datetime.date, days: int) -> None:
    period = ReviewPeriod(first, first + DAY * days)
    assert review_of(review_symbol(period, "NMIRF")) == period


def test_another_symbol_names_no_period() -> None:
    assert review_symbol(YEAR, "NMIRF") == "NMIRF/REV/2027"
    assert [review_of(one) for one in ("NMIRF/2027/2", "NMIRF/REV/x", "NMIRF/REV/2027-1", "")] == [None] * 4
    assert review_title(YEAR).es == "Examen de las actividades de la Red, 2027"


# ---- what a person wrote ----


def kept(slot: str, text: Trilingual, drafted: Trilingual) -> ReviewText:
    return ReviewText("k", YEAR.first, YEAR.last, slot, text, drafted)


def test_what_was_written_stays_when_the_facts_change_and_says_so() -> None:
    before, after = said("Three."), said("Four.")
    one = kept("activities:count", said("By hand."), before)
    (same,) = as_told((ReviewParagraph("activities:count", before),), (one,))
    (changed,) = as_told((ReviewParagraph("activities:count", after),), (one,))
    assert (same.text.en, same.written, same.outdated) == ("By hand.", True, False)
    assert (changed.text.en, changed.draft.en, changed.outdated) == ("By hand.", "Four.", True)


def test_what_was_taken_out_is_not_printed_and_what_was_added_stands_at_the_end_of_its_part() -> None:
    facts = small()
    draft = told(facts)["hub:count"]
    gone, own = kept("hub:count", Trilingual(), draft), kept(own_slot(ReviewPart.HUB, "x"), said("More."), Trilingual())
    text = printed(paper(facts, (gone, own)), Language.EN)
    assert draft.en not in text
    hub = next(one for one in paper(facts, (gone, own)).sections if one.title.en.startswith("Contributions"))
    last = [block for block in hub.blocks if isinstance(block, Para)][-1]
    assert last.text.en == "More."


def test_what_is_taken_out_takes_its_chart_with_it() -> None:
    facts = small()
    gone = kept("activities:objectives", Trilingual(), told(facts)["activities:objectives"])
    charts = [block for block in paper(facts, (gone,)).sections[0].blocks if isinstance(block, BarChart)]
    assert len(charts) == 2


def test_what_was_written_of_a_fact_that_is_gone_stays() -> None:
    (one,) = as_told((), (kept("ahead:late", said("By hand."), said("Late.")),))
    assert (one.text.en, one.outdated) == ("By hand.", True)


def test_what_is_missing_in_a_language_leads_to_its_place() -> None:
    facts = small()
    english = Trilingual("Only English.")
    one = kept("hub:count", english, told(facts)["hub:count"])
    found = of_review(facts, as_told(drafts(facts), (one,)))
    assert {(gap.language, gap.topic, gap.record) for gap in found} == {
        (language, Subject.REVIEW, "2027:hub:count") for language in (Language.FR, Language.ES)
    }
    assert found[0].said_in(ENGLISH) == "Contributions to the virtual knowledge hub: paragraph written by hand"
