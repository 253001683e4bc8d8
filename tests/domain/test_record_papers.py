"""What decisions, voting records, the Committee's composition and the list of members say, in three languages."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.documents import lacking
from nmirf_desktop.domain import gaps
from nmirf_desktop.domain.blocks import (
    BarChart,
    DataTable,
    DecisionBlock,
    Listing,
    Note,
    Para,
    SpellLook,
    StateColumns,
    Timeline,
    VoteBlock,
)
from nmirf_desktop.domain.candidature_papers import call_paper, candidates_paper
from nmirf_desktop.domain.committee_acts import CommitteeAct, CommitteeRecords, Filling, Replacing, Vacating
from nmirf_desktop.domain.committee_papers import committee_paper
from nmirf_desktop.domain.committee_recording import after
from nmirf_desktop.domain.committees import Seat, Successor
from nmirf_desktop.domain.corrected_totals import TotalsCorrection
from nmirf_desktop.domain.decision_papers import decision_paper, decisions_paper
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.members_papers import members_paper
from nmirf_desktop.domain.minutes_blocks import blocks_after
from nmirf_desktop.domain.papers import RecordPaper, canonical
from nmirf_desktop.domain.practices import Choice, Option, Practices, Question
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.typography import parted
from nmirf_desktop.domain.unprintable import unprintable
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Method, Outcome, Position, Vote, VoteKind
from nmirf_desktop.i18n import Language, catalog
from tests.documents import records
from tests.domain.facts import period, seats, term
from tests.domain.second_meeting import LAST, at

EN, FR, ES = Language.EN, Language.FR, Language.ES


def read(said: Said, language: Language = EN) -> str:
    """A text, its no-break spaces as plain ones: those have tests of their own; what is set apart stands in it."""
    return "".join(parted(said.read(language).whole)).replace("\u00a0", " ")


def paras(paper: RecordPaper, language: Language = EN) -> list[str]:
    blocks = [*paper.blocks, *(block for section in paper.sections for block in section.blocks)]
    return [read(block.text, language) for block in blocks if isinstance(block, Para)]


def first(paper: RecordPaper, kind: type) -> object:
    blocks = [*paper.blocks, *(block for section in paper.sections for block in section.blocks)]
    return next(block for block in blocks if isinstance(block, kind))


def table(paper: RecordPaper, place: int = 0) -> DataTable:
    blocks = [*paper.blocks, *(block for section in paper.sections for block in section.blocks)]
    return [block for block in blocks if isinstance(block, DataTable)][place]


def rows(found: DataTable, language: Language = EN) -> list[tuple[str, ...]]:
    return [tuple(read(cell, language) for cell in row) for row in found.rows]


# ---- one decision ----


def test_a_decision_by_consensus_says_its_symbol_item_sitting_day_and_how_it_was_adopted() -> None:
    paper = records.by_consensus()
    assert paper.masthead.symbol == "NMIRF/2027/DEC/1"
    assert paper.masthead.dated == LAST
    assert read(paper.masthead.item, FR) == "Orientations futures (point 4 de l’ordre du jour)"
    assert (read(paper.title, ES), read(paper.below, ES)) == ("Decisión 2027/1", "Taller anual")
    assert paras(paper, EN)[-2:] == ["2nd sitting, 27 January 2027", "[Adopted by consensus.]"]
    assert paras(paper, FR)[-2:] == ["2e séance, 27 janvier 2027", "[Adoptée par consensus.]"]
    assert paras(paper, ES)[-2:] == ["Segunda sesión, 27 de enero de 2027", "[Aprobada por consenso.]"]


def test_a_decision_by_vote_has_the_formula_and_the_lists() -> None:
    vote = first(records.by_vote(), VoteBlock)
    assert isinstance(vote, VoteBlock)
    assert read(vote.sentence, EN) == (
        "[Adopted by a roll-call vote of 8 to 1, with 2 abstentions. The voting was as follows:"
    )
    assert read(vote.sentence, FR) == (
        "[Adoptée à l’issue d’un vote par appel nominal, par 8 voix contre 1, avec 2 abstentions."
        " Les voix se sont réparties comme suit :"
    )
    assert read(vote.sentence, ES) == (
        "[Aprobada en votación nominal por 8 votos contra 1 y 2 abstenciones."
        " El resultado de la votación fue el siguiente:"
    )
    assert [read(one.heading, FR) for one in vote.lists] == [
        "Ont voté pour :",
        "Ont voté contre :",
        "Se sont abstenus :",
        "N’a pas participé au vote :",
    ]
    assert "Filipinas" in read(vote.notes[0], ES)


def test_a_decision_that_the_chair_declared_against_the_numbers_says_so() -> None:
    known = records.meeting()
    against = tuple(
        Position(f"x{one.key}", "v1", one.state, Answer.AGAINST, one.at, act=Act.REKEYED) for one in known.positions
    )
    vote = replace(known.votes[0], declared=Outcome.ADOPTED, divergence="miscounted")
    facts = replace(known, votes=(vote,), positions=(*known.positions, *against))
    paper = decision_paper(facts.decisions[1], facts)
    block = first(paper, VoteBlock)
    assert isinstance(block, VoteBlock)
    assert read(block.sentence, EN) == "[Declared adopted by the Chair. The voting was as follows:"


# ---- the register of decisions ----


def test_the_register_of_a_meeting_holds_every_decision_in_full() -> None:
    paper = records.register()
    blocks = [block for block in paper.blocks if isinstance(block, DecisionBlock)]
    assert [read(block.name) for block in blocks] == ["Decision 2027/1", "Decision 2027/2"]
    assert read(blocks[0].where, FR) == (
        "2e séance, 27 janvier 2027. Orientations futures (point 4 de l’ordre du jour)"
    )
    assert read(blocks[0].mode, ES) == "[Aprobada por consenso.]"
    assert blocks[1].vote is not None
    assert not blocks[1].mode
    assert paper.contents


def test_the_register_of_all_meetings_ends_with_its_day() -> None:
    paper = records.all_decisions()
    assert [read(section.title, FR) for section in paper.sections] == ["Deuxième réunion annuelle"]
    assert (read(paper.below, FR), read(paper.below, ES)) == ("au 1er février 2027", "al 1 de febrero de 2027")
    earlier = records.all_decisions(LAST - datetime.timedelta(days=1))
    assert not earlier.sections
    assert paras(earlier, ES) == ["No se ha aprobado ninguna decisión."]


def test_a_register_without_decisions_says_so() -> None:
    assert paras(records.empty_register(), FR) == ["Aucune décision n’a été adoptée."]


# ---- votes ----


def test_a_voting_record_says_what_was_voted_on_how_and_with_what_result() -> None:
    paper = records.votes()
    assert [read(section.title, EN) for section in paper.sections] == [
        "Vote 1. Draft decision L.2: Knowledge hub",
        "Vote 2. Draft decision L.3: Working hours",
        "Vote 3. Motion",
    ]
    facts = first(paper, Listing)
    assert isinstance(facts, Listing)
    said = {read(one.label, FR): read(one.text, FR) for one in facts.entries}
    assert said == {
        "Point de l’ordre du jour": "Orientations futures (point 4 de l’ordre du jour)",
        "Date": "2e séance, 27 janvier 2027",
        "Heure": "10 h 40-10 h 43",
        "Mode de votation": "Vote par appel nominal",
        "Droit de vote": "12 membres",
        "Décompte": "8 pour, 1 contre : 9 membres présents et votants ; "
        "plus de voix pour que de voix contre : adoption.",
        "Quorum": "Aucun quorum n’est prescrit.",
    }


def test_the_chart_tells_its_numbers_in_words() -> None:
    chart = first(records.votes(), BarChart)
    assert isinstance(chart, BarChart)
    assert [bar.count for bar in chart.bars] == [8, 1, 2, 1]
    assert read(chart.says, ES) == (
        "Gráfico de barras del resultado. A favor: 8; En contra: 1; Abstenciones: 2; No participan: 1."
    )


def test_the_members_stand_in_lists_by_position() -> None:
    lists = [block for block in records.votes().sections[0].blocks if isinstance(block, StateColumns)]
    assert [(read(one.title), len(one.names)) for one in lists] == [
        ("In favour", 8),
        ("Against", 1),
        ("Abstaining", 2),
        ("Not participating", 1),
    ]


def test_the_roll_call_shows_the_first_answers_in_calling_order_and_apart_what_followed_them() -> None:
    found = table(records.votes())
    assert not found.alphabetical
    assert [read(column.heading) for column in found.columns] == ["Member", "Answer"]
    said = rows(found)
    assert (said[0], said[-1]) == (("Indonesia", "In favour*"), ("Ghana", "Passed*"))
    later = table(records.votes(), 1)
    assert [read(column.heading) for column in later.columns] == ["Member", "First answer", "Later answer"]
    assert rows(later) == [
        ("Indonesia", "In favour", "Abstaining (changed before the announcement)"),
        ("Ghana", "Passed", "In favour (second call)"),
    ]


def test_a_recorded_vote_shows_the_answers_in_the_order_of_the_language() -> None:
    found = table(records.recorded_vote())
    assert found.alphabetical
    assert [read(column.heading) for column in found.columns] == ["Member", "Answer"]
    assert len(found.rows) == 12


def test_explanations_of_vote_are_told_before_and_after_it() -> None:
    said = paras(records.votes(), EN)
    assert "Before the vote, a statement in explanation of vote was made by the representative of Paraguay." in said
    assert (
        "After the vote, statements in explanation of vote were made by the representatives of Morocco and France."
        in said
    )
    assert "Avant le vote, la délégation du Paraguay explique son vote." in paras(records.votes(), FR)
    assert "Después de la votación, explican su voto las delegaciones de Marruecos y Francia." in paras(
        records.votes(), ES
    )


def test_a_record_that_was_corrected_keeps_both_results() -> None:
    known = records.meeting()
    mistake = Position("re", "v1", "BRA", Answer.AGAINST, at(LAST, 11, 30), act=Act.REKEYED, reason="mis-keyed")
    said = paras(votes_paper(replace(known, positions=(*known.positions, mistake)), "v1"))
    (told,) = [text for text in said if text.startswith("The result was first announced as 8 votes in favour, 1 again")]
    assert "according to the corrected record, there were 7 votes in favour, 2 against" in told
    notes = [block for block in records.votes().sections[0].blocks if isinstance(block, Note)]
    assert read(notes[0].text).startswith("Subsequently, the delegation of the Philippines")

    whose = "The answer of Brazil, recorded as “In favour”, was corrected to “Against”. Reason: “mis-keyed”."
    assert whose in said


HANDS = Vote(
    "hands", "m", "i", VoteKind.PROCEDURAL, Method.SHOW_OF_HANDS, Trilingual.final("Close?", "Clore ?", "¿Cierre?"),
    at(LAST, 12), ("BRA", "GHA", "MAR", "PRY", "URY"), hands=HandCount(2, 2, 1), closed_at=at(LAST, 12, 5),
)  # fmt: skip
PUT_RIGHT = TotalsCorrection("re", "hands", at(LAST, 12, 10), "A hand was counted twice.", HandCount(3, 2, 0))


def corrected(vote: Vote, correction: TotalsCorrection) -> RecordedMeeting:
    """The meeting with a vote whose totals were put right."""
    known = records.meeting()
    return replace(known, votes=(*known.votes, vote), totals_corrections=(correction,))


def test_r27_totals_that_were_corrected_are_recorded_with_both_results_and_the_reason() -> None:
    said = paras(votes_paper(corrected(HANDS, PUT_RIGHT), "hands"))
    both, reason = said[said.index("Reason: “A hand was counted twice”.") - 1 :][:2]
    assert both == (
        "The result was first announced as 3 votes in favour, 2 against and no abstentions, by which the motion was "
        "adopted; according to the corrected record, there were 2 votes in favour, 2 against and 1 abstention, and the "
        "motion was not adopted, the votes being equally divided."
    )
    assert reason == "Reason: “A hand was counted twice”."


def test_r15_minutes_and_voting_record_say_the_same_of_a_corrected_tie() -> None:
    """Under the practice of a second vote the votes on this draft were equal before, which either document says."""
    put = replace(HANDS, kind=VoteKind.PROPOSAL, proposal="p3", hands=HandCount(2, 2, 1))
    correction = replace(PUT_RIGHT, before_hands=HandCount(3, 2, 0))
    for option in (Option.SECOND_VOTE, None):
        known = replace(
            corrected(put, correction),
            choices=() if option is None else (Choice("t", Question.TIE, option, datetime.date(2026, 1, 1)),),
        )
        (block,) = blocks_after(f"vote:{put.key}", known)
        assert isinstance(block, VoteBlock)
        (noted,) = block.notes
        (told,) = [
            one for one in paras(votes_paper(known, put.key)) if one.startswith("The result was first announced as 3")
        ]
        assert told in read(noted)
        assert ("equally divided again" in told) is (option is not None)


def test_r27_the_papers_of_a_secret_ballot_are_recorded_as_they_were_typed() -> None:
    secret = replace(HANDS, method=Method.SECRET_BALLOT, hands=HandCount(2, 1, 1), papers=Papers(5, 5, 1, (), (), ()))
    kept = replace(PUT_RIGHT, before_hands=HandCount(2, 2, 1), before_papers=Papers(5, 5, 0, (), (), ()))
    facts = corrected(secret, kept)
    assert "Ballot papers as first announced: issued 5, returned 5, invalid 0." in paras(votes_paper(facts, "hands"))
    assert listed(facts)["Ballot papers"] == "issued 5, returned 5, invalid 1"
    for invalid, told in ((1, "invalid 1"), (0, None)):
        untyped = replace(secret, papers=Papers(0, 0, invalid, (), (), ()))
        assert listed(corrected(untyped, kept)).get("Ballot papers") == told, "nothing is invented"


def listed(facts: RecordedMeeting) -> dict[str, str]:
    """The particulars of the vote."""
    (section,) = votes_paper(facts, "hands").sections
    (found,) = (block for block in section.blocks if isinstance(block, Listing))
    return {read(entry.label): read(entry.text) for entry in found.entries}


def test_one_vote_has_its_own_symbol_and_keeps_its_number() -> None:
    paper = records.one_vote()
    assert paper.masthead.symbol == "NMIRF/2027/VOT/2"
    assert [read(section.title, ES) for section in paper.sections] == [
        "Votación 2. Proyecto de decisión L.3: Horario de trabajo"
    ]
    with pytest.raises(LookupError):
        votes_paper(records.meeting(), "none")


def test_the_original_of_a_voting_record_is_what_was_put_to_the_vote_and_not_the_title_of_the_meeting() -> None:
    facts = records.meeting()
    asked = replace(facts.votes[0], motion=None, point=None, question=Trilingual(fr="Clore ?", source=FR))
    other = replace(asked, key="other", question=Trilingual(es="¿Cierre?", source=ES))
    moved = replace(asked, key="moved", motion="motion", question=Trilingual.final("Close?", "Clore ?", "¿Cierre?"))

    def original(*votes: Vote) -> str:
        return votes_paper(replace(facts, votes=votes)).masthead.original_in(catalog(EN))

    assert facts.meeting.title.source is EN
    assert original(asked) == "Original: French"
    assert original(other, moved, asked) == "Original: French and Spanish"
    assert original(moved) == "Original: English", "the question of a motion is the program's: the meeting's language"


def test_a_meeting_without_votes_says_so() -> None:
    assert paras(records.no_vote(), FR) == ["Aucun vote n’a eu lieu à cette réunion."]


# ---- candidatures ----


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        (None, ["three years from the day of the appointment"]),
        (datetime.date(2027, 5, 9), ["9 May 2027–8 May 2030"]),
    ],
)
def test_r30_a_call_tells_the_days_of_the_mandate_where_its_first_day_is_known(
    begins: datetime.date | None, said: list[str]
) -> None:
    record = records.candidature_record(*records.STANDING)
    assert record.meeting is not None
    paper = call_paper(replace(record, call=replace(records.CALL, begins=begins)))
    assert [row[1] for row in rows(table(paper)) if row[0] == "Mandate"] == said


def test_the_list_of_a_call_that_is_closed_invites_nobody_any_more() -> None:
    record = records.candidature_record(*records.STANDING)
    assert record.call is not None
    last = record.call.closes_on
    open_still, closed = (
        paras(candidates_paper(replace(record, on=on)))[0] for on in (last, last + datetime.timedelta(days=1))
    )
    assert open_still.startswith("Candidatures are invited for ")
    assert "is open until" in open_still
    assert closed.startswith("Candidatures were invited for ")
    assert "was open until" in closed


# ---- the Committee ----


def test_the_composition_says_mandate_seats_coordinator_changes_and_vacancies() -> None:
    paper = records.committee()
    assert paper.masthead.symbol == "NMIRF/COM/2027"
    assert paras(paper, FR) == [
        (
            "Le Comité exécutif a été nommé le 9 mai 2024, lors de la deuxième réunion annuelle du Réseau,"
            " par la décision 2027/1."
        ),
        "Son mandat s’étend du 9 mai 2024 au 8 mai 2027.",
        "La fonction de coordination est exercée par le Paraguay depuis le 1er mars 2025.",
        "1 siège est vacant.",
    ]
    said = rows(table(paper), ES)
    assert ("Paraguay\nCoordinador", "Estados de América Latina y el Caribe") in [row[:2] for row in said]
    assert {row[0] for row in said} == {"Paraguay\nCoordinador", "Marruecos", "Portugal", "Indonesia"}
    changes = [block for block in paper.blocks if isinstance(block, Listing)]
    assert [read(one.text, EN) for one in changes[0].entries] == ["Morocco, 9 May 2024–28 February 2025"]
    assert [(read(one.label, EN), read(one.text, EN)) for one in changes[1].entries] == [
        ("1 March 2025", "Indonesia succeeded the Philippines."),
        ("1 June 2026", "The seat of Slovenia fell vacant."),
    ]
    assert read(changes[1].entries[0].text, FR) == "La succession des Philippines a été assurée par l’Indonésie."
    assert read(changes[1].entries[0].text, ES) == "El puesto de Filipinas pasó a ser ocupado por Indonesia."


def test_what_comes_after_the_day_is_not_told() -> None:
    early = committee_paper(replace(records.committee_record(), on=datetime.date(2024, 6, 1)))
    assert [row[0] for row in rows(table(early))] == [
        "Paraguay",
        "Morocco\nCoordinator",
        "Portugal",
        "Philippines",
        "Slovenia",
    ]
    assert not [block for block in early.blocks if isinstance(block, Listing)]


def test_who_fills_a_vacant_seat_is_told_with_whose_it_was() -> None:
    mandate = term()
    sat = seats(mandate, ("PRY", "MAR", "PRT"))
    known = CommitteeRecords((mandate,), sat)
    filled = Seat("k1", mandate.key, "BRA", period("2025-09-01"), follows=sat[2].key)
    left = (Vacating(one.key, datetime.date(2025, 6, 1)) for one in sat[1:])
    acts: list[CommitteeAct] = [*left, Filling(filled)]
    for act in acts:
        known = after(known, act)
    paper = committee_paper(replace(records.committee_record(), terms=known.terms, seats=known.seats, coordinations=()))
    (changes,) = (block for block in paper.blocks if isinstance(block, Listing))
    assert read(changes.entries[-1].text, EN) == (
        "Brazil took the vacant seat of Portugal for the remainder of the mandate."
    )


@pytest.mark.parametrize("kept", [True, False])
def test_each_change_names_who_took_over_the_seat_whatever_else_changed_on_that_day(*, kept: bool) -> None:
    mandate, on = term(), datetime.date(2025, 9, 1)
    sat = seats(mandate, ("PRY", "MAR", "PRT"))
    known = CommitteeRecords((mandate,), sat)
    acts = (
        Replacing(sat[2].key, on, Successor("k1", "BRA")),
        Replacing(sat[0].key, on, Successor("k2", "URY")),
        Vacating(sat[1].key, on),
    )
    for act in acts:
        known = after(known, act)
    if not kept:
        old = tuple(replace(one, follows=None) if one.state == "BRA" else one for one in known.seats)
        known = replace(known, seats=old)
    paper = committee_paper(replace(records.committee_record(), terms=known.terms, seats=known.seats, coordinations=()))
    (changes,) = (block for block in paper.blocks if isinstance(block, Listing))
    said = {read(one.text, EN) for one in changes.entries}
    assert said == {
        "Brazil succeeded Portugal.", "Uruguay succeeded Paraguay.", "The seat of Morocco fell vacant.",
    }  # fmt: skip


def test_a_committee_whose_mandate_ended_acts() -> None:
    said = paras(records.acting_committee(), EN)
    assert said[1] == (
        "Its mandate, which began on 9 May 2024, ended on 8 May 2027; its members act until a meeting of the Network"
        " renews the Committee."
    )
    assert "Paraguay has held the function of Coordinator since 1 March 2025." in said


def test_where_no_committee_was_appointed_it_is_said() -> None:
    assert paras(records.no_committee(), ES) == ["En esa fecha aún no se había nombrado ningún Comité Ejecutivo."]


# ---- members ----


def test_the_members_are_listed_by_state_with_mechanism_focal_points_and_date() -> None:
    paper = records.members()
    assert paper.masthead.symbol == "NMIRF/MEM/2027"
    assert [read(section.title, FR) for section in paper.sections] == [
        "Par groupe régional",
        "Membres (3)",
        "Observateurs (1)",
    ]
    found = table(paper, 1)
    assert found.alphabetical
    said = {row[0]: row[1:] for row in rows(found, FR)}
    assert said["Maroc"] == ("Comité permanent", "Point focal du Maroc", "9 mai 2024")
    assert said["Côte d’Ivoire"][1] == "non désigné"
    assert said["Paraguay"][1] == (
        "Mme Ana PÉREZ, Directrice, Ministry of Foreign Affairs (droit de vote)\n"
        "S. E. Mme Ana PÉREZ, Directrice, Ministry of Foreign Affairs (suppléance)"
    )


def test_a_representatives_institution_that_is_the_mechanism_has_its_name_in_each_language() -> None:
    known = records.committee_record()
    mechanism = next(one for one in records.roster().mechanisms if one.state == "PRY")
    people = tuple(replace(one, institution="Standing committee") for one in known.people)
    record = replace(known, people=people, mechanisms=(mechanism,))
    said = {row[0].partition("\n")[0]: row[2] for row in rows(table(committee_paper(record)), FR)}
    assert said["Paraguay"] == "Mme Ana PÉREZ, Directrice, Comité permanent"
    assert said["Maroc"].endswith("Standing committee")


def test_an_institution_that_stands_beside_as_the_mechanism_is_not_said_again() -> None:
    known = records.roster()
    people = tuple(replace(one, institution=" Comité permanent") for one in known.people)
    said = {row[0]: row[2] for row in rows(table(members_paper(replace(known, people=people)), 1), EN)}
    assert said["Paraguay"].startswith("Ms. Ana PÉREZ, Director (votes)")


def test_a_function_without_translation_is_marked() -> None:
    said = {row[0]: row[2] for row in rows(table(records.members(), 1), EN)}
    assert said["Morocco"] == "[text not available in English] Point focal du Maroc"


def test_the_groups_are_counted() -> None:
    found = table(records.members())
    assert rows(found)[0] == ("African States", "2", "0", "54")
    assert rows(found, ES)[-1] == ("Total", "3", "1", "193")
    assert found.total


def test_addresses_are_printed_only_where_they_are_asked_for() -> None:
    for language in Language:
        assert "ana@example.org" not in str(canonical(records.members(), language))
        assert "+595" not in str(canonical(records.members(), language))
    paper = records.members_with_addresses()
    said = str(rows(table(paper, 1))).replace("\\n", "\n")
    assert "ana@example.org\nmission@example.org\n+595 21 000 000" in said
    assert "committee\n1, Rue de l’Exemple\n1211 Genève\nhttps://nmirf.example.org\nnmirf@example.org" in said
    assert paper.masthead.distribution is Distribution.MEMBERS
    assert paper.masthead.symbol == "NMIRF/MEM/2027/Add.1"


def test_addresses_below_a_name_that_is_not_translated_are_no_part_of_it() -> None:
    name = Said(es="Mecanismo", original=Language.ES, below="https://nmirf.example.org\nnmirf@example.org")
    reading = name.read(FR)
    assert (reading.text, reading.language, reading.untranslated) == ("Mecanismo", Language.ES, True)
    assert reading.whole == "Mecanismo\nhttps://nmirf.example.org\nnmirf@example.org"


def test_a_network_without_members_says_so() -> None:
    assert paras(records.nobody(), FR) == ["À cette date, le Réseau n’avait ni membre ni observateur."]


# ---- gaps ----


def test_gaps_name_the_state_or_the_decision_whose_text_is_missing() -> None:
    words = catalog(FR)
    missing = gaps.of_members(records.roster())
    assert {one.said_in(words).replace("\u00a0", " ") for one in missing} == {"Maroc : fonction du point focal"}
    assert {one.language for one in missing} == {EN, ES}
    assert {one.said_in(words).replace("\u00a0", " ") for one in gaps.of_committee(records.committee_record())} == {
        "Maroc : fonction du représentant"
    }
    facts = records.meeting()
    assert gaps.of_decisions(facts) == gaps.of_votes(facts, facts.votes[:2]) == ()
    untitled = replace(facts.decisions[0], title=facts.decisions[0].title.with_text(ES, ""))
    assert [one.said_in(words).replace("\u00a0", " ") for one in gaps.of_decisions(facts, (untitled,))] == [
        "Décision 2027/1 : titre"
    ]


def test_a_decision_has_one_name_whatever_is_wrong_with_its_texts() -> None:
    facts = records.meeting()
    odd = Trilingual(fr="Plan \u738b", source=FR)
    told = replace(facts, decisions=(replace(facts.decisions[0], title=odd, text=odd),))
    missing = gaps.of_decisions(told)
    foreign = unprintable([decisions_paper(told)], Language, lacking)
    for language in Language:
        words = catalog(language)
        places = {one.where.said_in(words) for one in missing}
        assert len(places) == 2
        assert places == {one.where.said_in(words) for one in foreign}


def test_the_composition_shows_its_years_with_who_coordinated_what_is_vacant_and_who_acts() -> None:
    chart = first(records.acting_committee(), Timeline)
    assert isinstance(chart, Timeline)
    assert {one.look for one in chart.spells} == set(SpellLook)
    assert (chart.first, chart.last) == (datetime.date(2024, 1, 1), datetime.date(2027, 12, 31))
    said = chart.says.read(Language.EN).text.replace("\u00a0", " ")
    assert "Paraguay: 9 May 2024–8 May 2027" in said
    assert "Coordinator 1 March 2025–8 May 2027" in said
    assert "Vacant after Slovenia: " in said
    assert "Paraguay, acting after the mandate: 9 May–1 September 2027" in said


def test_the_legend_of_the_years_says_the_marks_that_are_there_and_no_other() -> None:
    legend, acting = (first(paper, Note) for paper in (records.committee(), records.acting_committee()))
    assert isinstance(legend, Note)
    assert isinstance(acting, Note)
    assert read(legend.text) == (
        "By year: a thick line is the time as Coordinator; a dashed outline is a vacant seat; "
        "the vertical line is the day of this document."
    )
    assert "a dashed outline is a vacant seat; one after the mandate is who acts on" in read(acting.text)


def test_r28_a_seat_that_can_no_longer_be_filled_was_vacant_when_the_mandate_ended() -> None:
    assert "1 seat is vacant." in paras(records.committee())
    said = paras(records.acting_committee())
    assert "1 seat is vacant." not in said
    assert "1 seat was vacant at the end of the mandate." in said


def test_r29_the_years_of_the_composition_tell_regions_apart_by_either_scheme() -> None:
    chosen = Choice("regions", Question.REGIONS, Option.M49_REGION, datetime.date(2024, 5, 9))
    for practices in (Practices(), Practices((chosen,))):
        chart = first(committee_paper(replace(records.committee_record(), practices=practices)), Timeline)
        assert isinstance(chart, Timeline)
        held = [one for one in chart.spells if one.look is SpellLook.FULL]
        regions = {read(one.label).split(" · ")[-1] for one in held}
        assert len({one.shade for one in held}) == len(regions) > 2
