"""What is said of a vote, word for word, in three languages (R7, R12, R14, R15, R19, R20, R27)."""

import csv
import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.blocks import VoteBlock
from nmirf_desktop.domain.consensus_sentences import (
    SO_DECIDED,
    consensus_sentence,
    may_i_take_it,
    no_consensus_sentence,
    opposing_statement,
    thanks_for_statement,
)
from nmirf_desktop.domain.corrected_totals import TotalsCorrection
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.typography import parted
from nmirf_desktop.domain.vote_corrections import corrected_record
from nmirf_desktop.domain.vote_lists import (
    correction_note,
    heading,
    heading_in_minutes,
    line_of,
    roll_call_start,
    those_who,
    vote_block,
    vote_lists,
)
from nmirf_desktop.domain.vote_sentences import (
    APPEAL,
    CONSENSUS_NOTE,
    DECISION,
    DRAFT_DECISION,
    MOTION,
    NUMBERED_DRAFT,
    PROPOSAL,
    Matter,
    arithmetic,
    arithmetic_of_part,
    note,
    vote_sentence,
)
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Method, Outcome, Position, Vote, VoteKind
from nmirf_desktop.i18n import Catalog, Language, catalog
from nmirf_desktop.paths import bundled

STATES = {state.iso3: state for state in parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))}
WORDS = [catalog(language) for language in Language]
EN, FR, ES = WORDS
MATTERS = (DRAFT_DECISION, NUMBERED_DRAFT.named("L.3"), DECISION.named("2027/1"), PROPOSAL, MOTION, APPEAL)

GOLDEN = Path(__file__).parents[1] / "data" / "vote_sentences.csv"
NAMED = {"draft decision": DRAFT_DECISION, "decision": DECISION.named("2027/1")}


def golden_rows() -> list[dict[str, str]]:
    """Sentences as a native official writes them, one vote a row."""
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_r21_a_part_is_retained_or_not() -> None:
    told = [arithmetic_of_part(one, catalog(Language.EN)) for one in (Tally(23, 17), Tally(1, 1))]
    assert told == [
        "23 in favour, 17 against: 40 members present and voting; more votes in favour than against: retained",
        "1 in favour, 1 against: 2 members present and voting; no more votes in favour than against: not retained",
    ]


@pytest.mark.parametrize("row", golden_rows(), ids=lambda row: row["en"])
def test_r14_and_r15_and_r18_the_sentence_of_a_vote(row: dict[str, str]) -> None:
    counted = Tally(int(row["in_favour"]), int(row["against"]), int(row["abstaining"]), not_participating=3)
    for words in WORDS:
        said = vote_sentence(counted, Method(row["method"]), NAMED[row["matter"]], words)
        assert said == row[str(words.language)]


@pytest.mark.parametrize(
    ("matter", "fr", "es"),
    [
        (DRAFT_DECISION, "Le projet de décision est rejeté", "El proyecto de decisión queda rechazado"),
        (MATTERS[1], "Le projet de décision L.3 est rejeté", "El proyecto de decisión L.3 queda rechazado"),
        (PROPOSAL, "La proposition est rejetée", "La propuesta queda rechazada"),
        (MOTION, "La motion est rejetée", "La moción queda rechazada"),
        (APPEAL, "L’appel est rejeté", "La apelación queda rechazada"),
    ],
)
def test_the_participle_agrees_with_what_was_voted_on(matter: Matter, fr: str, es: str) -> None:
    assert vote_sentence(Tally(18, 21, 7), Method.RECORDED, matter, FR).startswith(fr)
    assert vote_sentence(Tally(18, 21, 7), Method.RECORDED, matter, ES).startswith(es)


def test_r24_the_ruling_stands_unless_a_majority_overrules_it() -> None:
    assert vote_sentence(Tally(9, 9), Method.SHOW_OF_HANDS, APPEAL, EN) == (
        "The votes being equally divided (9 to 9, with no abstentions), the appeal was not upheld"
        " and the ruling of the Chair stands."
    )


totals = st.builds(Tally, st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))


@given(totals, st.sampled_from(Method), st.sampled_from(MATTERS), st.sampled_from(WORDS))
def test_every_vote_has_one_clean_sentence(counted: Tally, method: Method, matter: Matter, words: Catalog) -> None:
    said = vote_sentence(counted, method, matter, words)
    assert said.endswith(".")
    assert said[0].isupper()
    assert not re.search(r"[{}]|  |\.\.|\b1 (votes|votos|abstentions|abstenciones)\b", said)
    numbers = {int(number) for number in re.findall(r"(?<![/.\d])\d+(?![/.]?\d)", said.replace("L.3", ""))}
    assert numbers == {counted.in_favour, counted.against, counted.abstaining} - ({0} if not _zeros(counted) else set())


def _zeros(counted: Tally) -> bool:
    """Whether a zero is printed as a figure: only when nobody voted."""
    return counted.in_favour == counted.against == 0


@pytest.mark.parametrize(
    ("counted", "en", "fr", "es"),
    [
        (
            Tally(23, 17, 7),
            "23 in favour, 17 against: 40 members present and voting; more votes in favour than against: adopted",
            "23 pour, 17 contre : 40 membres présents et votants ; plus de voix pour que de voix contre : adoption",
            "23 a favor, 17 en contra: 40 miembros presentes y votantes; más votos a favor que en contra: aprobación",
        ),
        (
            Tally(0, 1),
            "0 in favour, 1 against: 1 member present and voting; more votes against than in favour: not adopted",
            "0 pour, 1 contre : 1 membre présent et votant ; plus de voix contre que de voix pour : non-adoption",
            "0 a favor, 1 en contra: 1 miembro presente y votante; más votos en contra que a favor: no aprobación",
        ),
        (
            Tally(0, 0, 3),
            "0 in favour, 0 against: 0 members present and voting; votes equally divided: not adopted",
            "0 pour, 0 contre : 0 membre présent et votant ; partage égal des voix : non-adoption",
            "0 a favor, 0 en contra: 0 miembros presentes y votantes; empate: no aprobación",
        ),
    ],
)
def test_r14_the_arithmetic_in_words(counted: Tally, en: str, fr: str, es: str) -> None:
    french = fr.replace(" :", "\u00a0:").replace(" ;", "\u00a0;")
    assert [arithmetic(counted, words) for words in WORDS] == [en, french, es]


@given(totals, st.sampled_from(WORDS))
def test_r14_the_arithmetic_ends_with_the_outcome(counted: Tally, words: Catalog) -> None:
    said = arithmetic(counted, words)
    adopted = said.split(":")[-1].strip() in {"adopted", "adoption", "aprobación"}
    assert adopted == (counted.outcome is Outcome.ADOPTED)


def test_notes_under_a_text() -> None:
    decision = DECISION.named("2027/1")
    assert [note(Tally(23, 17, 7), Method.RECORDED, decision, words) for words in WORDS] == [
        "[Adopted by a recorded vote of 23 to 17, with 7 abstentions.]",
        "[Adoptée à l’issue d’un vote enregistré, par 23 voix contre 17, avec 7 abstentions.]",
        "[Aprobada en votación registrada por 23 votos contra 17 y 7 abstenciones.]",
    ]
    assert [note(Tally(9), Method.RECORDED, decision, words) for words in WORDS] == [
        "[Adopted unanimously by a recorded vote of 9 to none.]",
        "[Adoptée à l’unanimité, par 9 voix contre zéro.]",
        "[Aprobada por unanimidad, por 9 votos contra ninguno.]",
    ]
    assert [note(Tally(8, 9), Method.RECORDED, DRAFT_DECISION, words) for words in WORDS] == [
        "[Rejected by 9 votes to 8, with no abstentions.]",
        "[Rejeté par 9 voix contre 8, sans abstention.]",
        "[Rechazado por 9 votos contra 8 y ninguna abstención.]",
    ]
    assert note(Tally(9, 9), Method.RECORDED, DRAFT_DECISION, EN).startswith("[The votes being equally divided (9 to 9")
    assert [words.gettext(CONSENSUS_NOTE) for words in WORDS] == [
        "[Adopted by consensus.]",
        "[Adoptée par consensus.]",
        "[Aprobada por consenso.]",
    ]


# Lists


ANSWERS = tuple(
    (STATES[code], answer)
    for code, answer in {
        "ESP": Answer.IN_FAVOUR,
        "GNQ": Answer.IN_FAVOUR,
        "GNB": Answer.IN_FAVOUR,
        "DZA": Answer.AGAINST,
        "TUR": Answer.NOT_PARTICIPATING,
        "MEX": Answer.PASSED,
    }.items()
)


def test_r20_lists_follow_each_languages_order_without_and() -> None:
    lines = [
        line_of(
            Answer.IN_FAVOUR,
            [state.said_in(words) for state in those_who(Answer.IN_FAVOUR, ANSWERS, words)],
            words,
        )
        for words in WORDS
    ]
    assert lines == [
        "Equatorial Guinea, Guinea-Bissau, Spain.",
        "Espagne, Guinée-Bissau, Guinée équatoriale.",
        "España, Guinea-Bissau, Guinea Ecuatorial.",
    ]


def test_r20_an_empty_list_agrees_with_its_heading() -> None:
    assert [line_of(Answer.AGAINST, [], words) for words in WORDS] == ["None.", "Néant.", "Ninguno."]
    assert [line_of(Answer.ABSTAINING, [], words) for words in WORDS] == ["None.", "Néant.", "Ninguna."]


def test_headings_are_past_under_a_decision_and_present_in_french_minutes() -> None:
    kinds = (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING, Answer.NOT_PARTICIPATING)
    assert [heading(answer, FR) for answer in kinds] == [
        "Ont voté pour\u00a0:",
        "Ont voté contre\u00a0:",
        "Se sont abstenus\u00a0:",
        "N’ont pas participé au vote\u00a0:",
    ]
    assert [heading_in_minutes(answer, FR) for answer in kinds] == [
        "Votent pour\u00a0:",
        "Votent contre\u00a0:",
        "S’abstiennent\u00a0:",
        "Ne participent pas au vote\u00a0:",
    ]
    alone = Answer.NOT_PARTICIPATING
    assert [titles(alone, words, 1) for titles in (heading, heading_in_minutes) for words in WORDS] == [
        "Not participating:",
        "N’a pas participé au vote\u00a0:",
        "No participó en la votación:",
        "Not participating:",
        "Ne participe pas au vote\u00a0:",
        "No participa en la votación:",
    ]
    assert [heading(answer, ES) for answer in kinds[:3]] == ["Votos a favor:", "Votos en contra:", "Abstenciones:"]
    for titles in (heading, heading_in_minutes):
        with pytest.raises(ValueError, match="passed"):
            titles(Answer.PASSED, EN)


def test_who_did_not_take_part_is_listed_only_where_there_is_somebody() -> None:
    assert [one.heading.en for one in vote_lists(ANSWERS)] == [
        "In favour:",
        "Against:",
        "Abstaining:",
        "Not participating:",
    ]
    assert len(vote_lists(ANSWERS[:4])) == 3


def a_vote(method: Method) -> Vote:
    return Vote(
        key="vote",
        meeting="meeting",
        item="item",
        kind=VoteKind.PROPOSAL,
        method=method,
        question=Trilingual(),
        opened_at=NOW,
        entitled=("MEX", "PRY"),
        hands=HandCount(1, 0, 0) if method is Method.SHOW_OF_HANDS else None,
        closed_at=NOW,
    )


NOW = datetime.datetime(2027, 5, 8, 10, tzinfo=datetime.UTC)


def test_r27_a_vote_in_the_minutes_has_its_sentence_its_lists_and_the_later_corrections() -> None:
    positions = [
        Position("1", "vote", "MEX", Answer.IN_FAVOUR, NOW),
        Position("2", "vote", "PRY", Answer.ABSTAINING, NOW),
        Position("3", "vote", "PRY", Answer.IN_FAVOUR, NOW + datetime.timedelta(hours=1), act=Act.INTENDED),
    ]
    block = vote_block(a_vote(Method.ROLL_CALL), positions, STATES, MATTERS[1])
    assert block.sentence.fr == (
        "Le projet de décision L.3 est adopté à l’issue d’un vote par appel nominal, par 1 voix contre zéro,"
        " avec 1 abstention."
    )
    assert [[name.es for name in one.names] for one in block.lists] == [["México"], [], ["Paraguay"]]
    assert block.notes == (Said.by(lambda words: correction_note(STATES["PRY"], Answer.IN_FAVOUR, words)),)


def put_right(vote: Vote, positions: list[Position], kept: Sequence[TotalsCorrection] = ()) -> VoteBlock:
    """A vote on a proposal as the minutes print it, with what was put right in its record."""
    return vote_block(vote, positions, STATES, PROPOSAL, corrected_record(vote, positions, kept))


def read(text: str) -> str:
    """A text without the signs around what is printed as it was typed."""
    return "".join(parted(text))


def test_r27_the_minutes_tell_both_results_of_a_named_vote_that_was_corrected_and_why() -> None:
    later = NOW + datetime.timedelta(hours=1)
    positions = [
        Position("1", "vote", "MEX", Answer.IN_FAVOUR, NOW),
        Position("2", "vote", "PRY", Answer.ABSTAINING, NOW),
        Position("3", "vote", "PRY", Answer.AGAINST, later, act=Act.REKEYED, reason="The recording bears it out."),
    ]
    note, whose = put_right(a_vote(Method.RECORDED), positions).notes
    assert note.en == (
        "The result was first announced as 1 vote in favour, none against and 1 abstention, by which the draft decision"
        " was adopted; according to the corrected record, there was 1 vote in favour, 1 against and no abstentions, and"
        " the draft decision was not adopted, the votes being equally divided."
    )
    assert read(whose.en) == (
        "The answer of Paraguay, recorded as “Abstaining”, was corrected to “Against”."
        " Reason: “The recording bears it out”."
    )
    exchanged = [replace(one, answer=Answer.IN_FAVOUR) for one in positions[1:2]]
    same = [*exchanged, positions[0], replace(positions[2], answer=Answer.IN_FAVOUR)]
    note, _ = put_right(a_vote(Method.RECORDED), same).notes
    assert note.en == "The record was corrected after the announcement; the totals stand as announced."


@pytest.mark.parametrize("method", [Method.SHOW_OF_HANDS, Method.SECRET_BALLOT])
def test_r27_the_minutes_tell_both_results_of_totals_that_were_corrected_and_each_reason(method: Method) -> None:
    vote = replace(a_vote(method), hands=HandCount(1, 1, 0))
    kept = [
        TotalsCorrection("b", "vote", NOW + datetime.timedelta(hours=2), "Again.", HandCount(2, 0, 0)),
        TotalsCorrection("a", "vote", NOW + datetime.timedelta(hours=1), "A hand was not seen.", HandCount(1, 0, 0)),
        TotalsCorrection("c", "another", NOW, "Of another vote.", HandCount(0, 0, 0)),
    ]
    block = put_right(vote, [], kept)
    assert block.sentence.en.startswith("The votes being equally divided")
    (note,) = block.notes
    assert "The result was first announced as 1 vote in favour, none against" in note.en
    assert "according to the corrected record, there was 1 vote in favour, 1 against" in note.en
    assert read(note.en).endswith("Reason: “A hand was not seen”. Reason: “Again”.")


def test_r18_a_show_of_hands_has_no_lists() -> None:
    block = vote_block(a_vote(Method.SHOW_OF_HANDS), [], STATES, PROPOSAL)
    assert block.lists == ()
    assert block.sentence.en == "The proposal was adopted unanimously by show of hands, by 1 vote to none."


@pytest.mark.parametrize(
    ("code", "intended", "en", "fr", "es"),
    [
        (
            "PRY",
            Answer.IN_FAVOUR,
            "Subsequently, the delegation of Paraguay informed the secretariat that it had intended to vote in favour.",
            (
                "La délégation du Paraguay a ultérieurement informé le secrétariat qu’elle avait eu l’intention"
                " de voter pour."
            ),
            (
                "Posteriormente, la delegación del Paraguay informó a la secretaría de que había tenido la intención"
                " de votar a favor."
            ),
        ),
        (
            "NLD",
            Answer.ABSTAINING,
            (
                "Subsequently, the delegation of the Kingdom of the Netherlands informed the secretariat that it had"
                " intended to abstain."
            ),
            (
                "La délégation du Royaume des Pays-Bas a ultérieurement informé le secrétariat qu’elle avait eu"
                " l’intention de s’abstenir."
            ),
            (
                "Posteriormente, la delegación del Reino de los Países Bajos informó a la secretaría de que había"
                " tenido la intención de abstenerse."
            ),
        ),
    ],
)
def test_r27_the_footnote_to_a_late_correction(code: str, intended: Answer, en: str, fr: str, es: str) -> None:
    assert [correction_note(STATES[code], intended, words) for words in WORDS] == [en, fr, es]


def test_r27_silence_cannot_have_been_intended() -> None:
    with pytest.raises(ValueError, match="no_answer"):
        correction_note(STATES["PRY"], Answer.NO_ANSWER, EN)


@pytest.mark.parametrize(
    ("code", "en", "fr", "es"),
    [
        (
            "MEX",
            "Mexico, having been drawn by lot by the Chair, was called upon to vote first.",
            "L’appel commence par le Mexique, dont le nom est tiré au sort par la présidence.",
            "Efectuado el sorteo por la Presidencia, corresponde votar en primer lugar a México.",
        ),
        (
            "PHL",
            "The Philippines, having been drawn by lot by the Chair, was called upon to vote first.",
            "L’appel commence par les Philippines, dont le nom est tiré au sort par la présidence.",
            "Efectuado el sorteo por la Presidencia, corresponde votar en primer lugar a Filipinas.",
        ),
        (
            "PRY",
            "Paraguay, having been drawn by lot by the Chair, was called upon to vote first.",
            "L’appel commence par le Paraguay, dont le nom est tiré au sort par la présidence.",
            "Efectuado el sorteo por la Presidencia, corresponde votar en primer lugar al Paraguay.",
        ),
    ],
)
def test_r19_who_was_called_first(code: str, en: str, fr: str, es: str) -> None:
    assert [roll_call_start(STATES[code], words) for words in WORDS] == [en, fr, es]


def test_r19_a_lot_of_the_program_is_not_said_to_be_the_chairs() -> None:
    told = roll_call_start(STATES["PRY"], WORDS[0], by_program=True)
    assert told == "Paraguay, having been drawn by lot, was called upon to vote first."


# Consensus


def test_r12_adopted_by_consensus() -> None:
    assert [consensus_sentence(DECISION.named("2027/1"), words) for words in WORDS] == [
        "Decision 2027/1 was adopted by consensus.",
        "La décision 2027/1 est adoptée par consensus.",
        "Queda aprobada por consenso la decisión 2027/1.",
    ]


def test_r12_the_chairs_words() -> None:
    assert [may_i_take_it("L.3", words) for words in WORDS] == [
        "May I take it that the meeting wishes to adopt draft decision L.3?",
        "Puis-je considérer que la réunion souhaite adopter le projet de décision L.3\u00a0?",
        "¿Puedo entender que la reunión desea aprobar el proyecto de decisión L.3?",
    ]
    assert may_i_take_it("", EN) == "May I take it that the meeting wishes to adopt the draft decision?"
    assert ES.gettext(SO_DECIDED) == "No hay objeciones. Así queda acordado."


def test_r12_the_objector_may_stay_unnamed() -> None:
    draft = "draft decision L.3"
    assert no_consensus_sentence((), draft, EN) == (
        "The Chair noted that there was no consensus on draft decision L.3."
    )
    assert no_consensus_sentence((STATES["HTI"],), draft, EN) == (
        "The delegation of Haiti having objected, the Chair noted that there was no consensus on draft decision L.3."
    )
    assert no_consensus_sentence((STATES["HTI"], STATES["COG"]), draft, EN) == (
        "The delegations of the Congo and Haiti having objected, the Chair noted that there was no consensus on draft "
        "decision L.3."
    )


def test_r7_an_observer_is_thanked_and_its_statement_kept() -> None:
    congo, portugal = STATES["COG"], STATES["PRT"]
    assert opposing_statement(congo, EN, observes=True) == (
        "The observer for the Congo made a statement opposing the proposal."
    )
    assert thanks_for_statement(portugal, FR, observes=True).startswith(
        "Je remercie la délégation observatrice du Portugal"
    )
    assert thanks_for_statement(portugal, ES, observes=True).startswith(
        "Agradezco a la delegación observadora de Portugal"
    )


def test_r7_a_state_that_is_neither_member_nor_observer_is_called_no_observer() -> None:
    congo, portugal = STATES["COG"], STATES["PRT"]
    assert opposing_statement(congo, EN, observes=False) == (
        "The representative of the Congo made a statement opposing the proposal."
    )
    assert thanks_for_statement(portugal, FR, observes=False).startswith("Je remercie la délégation du Portugal")
    assert thanks_for_statement(portugal, ES, observes=False).startswith("Agradezco a la delegación de Portugal")


def test_no_sentence_of_the_vote_is_left_in_english() -> None:
    for matter in (DRAFT_DECISION, NUMBERED_DRAFT, DECISION, PROPOSAL, MOTION, APPEAL):
        for message in (matter.adopted, matter.unanimous, matter.rejected, matter.tied, matter.consensus):
            assert len({words.gettext(message) for words in WORDS}) == 3
