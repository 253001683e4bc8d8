"""Letters in the words of diplomatic practice: State by State, in three languages, in either gender."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain import letters
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.letter_papers import partner_marks
from nmirf_desktop.domain.letters import ALL_TOGETHER, Addressee
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import MeetingKind, Modality
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.people import FormOfAddress, Gender
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.topic_sentences import ready_sentence
from nmirf_desktop.i18n import Language, catalog
from tests.documents import records
from tests.documents.letters import UNKNOWN, known, person, state
from tests.domain.second_meeting import STATES

EN, FR, ES = map(catalog, Language)
NOTE = DocumentKind.NOTE_VERBALE


@pytest.mark.parametrize(
    ("code", "en", "fr", "es"),
    [
        ("BOL", "Mission of the Plurinational State of Bolivia", "permanente de l’État plurinational de Bolivie",
         "Permanente del Estado Plurinacional de Bolivia"),
        ("SLV", "Mission of the Republic of El Salvador", "permanente de la République d’El Salvador",
         "Permanente de la República de El Salvador"),
        ("CIV", "Mission of the Republic of Côte d’Ivoire", "permanente de la République de Côte d’Ivoire",
         "Permanente de la República de Côte d’Ivoire"),
        ("GBR", "Mission of the United Kingdom of Great Britain and Northern Ireland",
         "permanente du Royaume-Uni de Grande-Bretagne et d’Irlande du Nord",
         "Permanente del Reino Unido de Gran Bretaña e Irlanda del Norte"),
    ],
)  # fmt: skip
def test_a_note_names_the_mission_by_the_formal_name_of_its_state(code: str, en: str, fr: str, es: str) -> None:
    facts = known()
    for words, named in ((EN, en), (FR, fr), (ES, es)):
        for said in (
            letters.note_opening(NOTE, facts, state(code), words),
            letters.note_closing(facts, state(code), words),
            letters.mission(NOTE, facts, state(code), words),
        ):
            assert named in said


def test_every_state_is_invited_without_a_bracket_or_a_broken_article() -> None:
    facts = known()
    for code in STATES:
        for words in (EN, FR, ES):
            said = letters.note_opening(NOTE, facts, state(code), words)
            said = f"{said} {letters.letter_opening(facts, state(code), words)}"
            assert not any(wrong in said for wrong in ("(", " de le ", " de les ", " de el ", " a el ", " the the ")), (
                said
            )


def test_the_formulas_are_those_of_diplomatic_practice() -> None:
    opening = [letters.note_opening(NOTE, known(), ALL_TOGETHER, words) for words in (EN, FR, ES)]
    closing = [letters.note_closing(known(), ALL_TOGETHER, words) for words in (EN, FR, ES)]
    assert "presents its compliments to the Permanent Missions" in opening[0]
    assert "and has the honour to invite" in opening[0]
    assert "présente ses compliments aux Missions permanentes" in opening[1]
    assert "saluda atentamente a las Misiones Permanentes" in opening[2]
    assert closing[0].endswith("the assurances of its highest consideration.")
    assert closing[1].endswith("les assurances de sa très haute considération.")
    assert closing[2].endswith("las seguridades de su más alta consideración.")
    assert opening[1].startswith("Le Secrétariat du Réseau International des MNMRS ")


def test_a_name_of_the_settings_breaks_no_sentence() -> None:
    renamed = replace(known(), organisation=Organisation(network=Trilingual.final("Alliance", "Alliance", "Alianza")))
    assert letters.note_closing(renamed, ALL_TOGETHER, FR).startswith("Le Secrétariat du Réseau saisit")


def test_the_committee_is_invited_as_such() -> None:
    facts = replace(known(), meeting=replace(known().meeting, kind=MeetingKind.COMMITTEE))
    assert "Missions of the members of the Executive Committee" in letters.note_opening(NOTE, facts, ALL_TOGETHER, EN)
    assert "los miembros del Comité Ejecutivo" in letters.letter_opening(facts, ALL_TOGETHER, ES)


@pytest.mark.parametrize(
    ("form", "gender", "said"),
    [
        (FormOfAddress.PLAIN, Gender.FEMININE, ("Madam,", "Madame,", "Señora:")),
        (FormOfAddress.PLAIN, Gender.MASCULINE, ("Sir,", "Monsieur,", "Señor:")),
        (FormOfAddress.PLAIN, Gender.UNKNOWN, ("Sir or Madam,", "Madame, Monsieur,", "Señora, señor:")),
        (FormOfAddress.EXCELLENCY, Gender.MASCULINE, ("Excellency,", "Excellence,", "Excelencia:")),
        (FormOfAddress.DOCTOR, Gender.FEMININE, ("Doctor,", "Docteure,", "Doctora:")),
        (FormOfAddress.PROFESSOR, Gender.MASCULINE, ("Professor,", "Monsieur le Professeur,", "Profesor:")),
        (FormOfAddress.PROFESSOR, Gender.UNKNOWN, ("Sir or Madam,", "Madame, Monsieur,", "Señora, señor:")),
    ],
)  # fmt: skip
def test_a_letter_greets_by_form_of_address_and_gender(
    form: FormOfAddress, gender: Gender, said: tuple[str, str, str]
) -> None:
    to = Addressee(STATES["PRY"], person=replace(records.person("PRY"), form_of_address=form, gender=gender))
    assert tuple(letters.salutation(to, words) for words in (EN, FR, ES)) == said


def test_one_closing_answers_the_greeting() -> None:
    assert letters.letter_closing(person("SLV"), FR).startswith("Veuillez agréer, Madame, les assurances")
    together = letters.letter_closing(ALL_TOGETHER, ES)
    assert together.startswith("Les ruego que acepten, señoras y señores, las seguridades")
    assert letters.letter_closing(person("SLV"), ES).startswith("Le ruego que acepte, señora, las seguridades")


def test_r39_the_agenda_is_enclosed_or_follows_by_the_last_lawful_day() -> None:
    facts = known()
    assert "will be sent no later than 26 December 2026, one month before" in letters.agenda_said(facts, EN)
    enclosed = letters.agenda_said(replace(facts, enclosed=True), FR)
    assert enclosed == "L’ordre du jour provisoire (NMIRF/2027/1) est joint à la présente."
    assert letters.agenda_said(UNKNOWN, ES) == "La agenda provisional (NMIRF/2027/1) se enviará oportunamente."


def test_only_what_is_still_open_is_asked_for() -> None:
    facts, to = known(), state("PRY")
    early = " ".join(letters.asked(facts, to, EN))
    assert "until 20 November 2026" in early
    assert "(NMIRF/CAND/2026/1) until 15 December 2026 inclusive" in early
    late = " ".join(letters.asked(replace(facts, on=facts.meeting.opens_on), to, EN))
    assert late == "The Secretariat would be grateful to receive the composition of the delegation."
    partner = " ".join(letters.asked(facts, Addressee(partner=Partner("p", Trilingual(), PartnerKind.OTHER)), EN))
    assert "Candidatures" not in partner
    assert "Members" not in partner


@pytest.mark.parametrize("code", ["CHE", "TON"])
def test_r28_who_is_no_member_is_asked_for_no_candidature_and_for_no_item(code: str) -> None:
    said = [" ".join(letters.asked(known(), state(code), words)) for words in (EN, FR, ES)]
    assert "composition of the delegation" in said[0]
    assert not any("CAND" in one or "2026" in one for one in said), "neither a call nor a last day of one"
    together = " ".join(letters.asked(known(), ALL_TOGETHER, EN))
    assert "Members may submit candidatures" in together, "in a note to all, observers are told who may"
    assert "Members may propose items" in together


def test_no_items_are_asked_for_beside_an_agenda_that_is_sent() -> None:
    for to in (state("PRY"), ALL_TOGETHER):
        said = " ".join(letters.asked(replace(known(), enclosed=True), to, EN))
        assert "propose items" not in said
        assert "Members may submit candidatures" in said


def test_partners_are_told_apart_by_their_initials() -> None:
    names = (
        "Office of the United Nations High Commissioner",
        "Ombudsman",
        "Example Rights Network",
        "Etc Roads Nation",
    )
    partners = [
        Partner(f"p{place}", Trilingual(en=name), PartnerKind.OTHER) for place, name in enumerate((*names, ""), 1)
    ]
    assert list(partner_marks(partners).values()) == ["OUNHC", "OMBUDSMAN", "ERN", "ERN-2", "P"]
    office = Partner("p0", Trilingual(en="Office of the High Commissioner"), PartnerKind.OHCHR)
    assert partner_marks([office]) == {"p0": "OHCHR"}


def test_a_ready_sentence_is_agreed_in_three_languages_and_is_of_the_meeting() -> None:
    for topic in Topic:
        offered = ready_sentence(topic, known())
        assert set(offered.states().values()) == {TextState.REVIEWED}, topic
    assert "Rabat" in ready_sentence(Topic.VENUE, known()).fr
    assert "10 a.m. (Casablanca time)" in ready_sentence(Topic.VENUE, known()).en.replace("\u00a0", " ")
    assert "Marruecos" in ready_sentence(Topic.VISA, known()).es
    online = replace(known(), meeting=replace(known().meeting, modality=Modality.ONLINE))
    assert not any(ready_sentence(topic, online) for topic in (Topic.VISA, Topic.TRAVEL, Topic.HOTELS))
    in_person = replace(known(), meeting=replace(known().meeting, modality=Modality.IN_PERSON))
    assert not ready_sentence(Topic.ONLINE, in_person)
    assert not ready_sentence(Topic.VISA, UNKNOWN)


@pytest.mark.parametrize(
    ("place", "fr", "es"),
    [
        ("Nairobi", " à Nairobi", " en Nairobi"),
        ("Nairobi, Gigiri", " à Nairobi, Gigiri", " en Nairobi, Gigiri"),
        ("Palais des Nations", " (Palais des Nations)", " (Palais des Nations)"),
        ("Le Caire", " (Le Caire)", " (Le Caire)"),
    ],
)
def test_a_town_stands_after_its_preposition_and_any_other_place_in_brackets(place: str, fr: str, es: str) -> None:
    facts = known()
    facts = replace(facts, meeting=replace(facts.meeting, place=Trilingual.final(place, place, place)))
    for language, end in ((Language.FR, fr), (Language.ES, es)):
        said = letters.note_opening(DocumentKind.NOTE_VERBALE, facts, ALL_TOGETHER, catalog(language))
        assert said.removesuffix(".").endswith(end)


def test_a_visa_is_for_a_territory_named_with_its_article() -> None:
    facts = replace(known(), meeting=replace(known().meeting, host="KEN"))
    said = ready_sentence(Topic.VISA, facts)
    assert "sur le territoire du Kenya" in said.fr
    assert "entrar en Kenya" in said.es
