"""Where the sentences of a text end."""

import pytest

from nmirf_desktop.domain.noted_sentence_ends import with_capitals
from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.i18n import Language


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It chose option A. Nobody objected.", ["It chose option A.", "Nobody objected."]),
        ("Mr. J. Smith spoke. He left.", ["Mr. J. Smith spoke.", "He left."]),
        ("See no. 4 and rev. 2. It is annexed.", ["See no. 4 and rev. 2.", "It is annexed."]),
        ("He said no. It was noted.", ["He said no.", "It was noted."]),
        ("It thanked St. Lucia. It agreed.", ["It thanked St. Lucia.", "It agreed."]),
        ("Voir p. ex. Genève, al. 3 et env. 20 États. Fin.", ["Voir p. ex. Genève, al. 3 et env. 20 États.", "Fin."]),
        ("Verse 500 fr. Demande un vote.", ["Verse 500 fr.", "Demande un vote."]),
        ("Elle choisit l’annexe B. Rien n’est dit.", ["Elle choisit l’annexe B.", "Rien n’est dit."]),
    ],
)
def test_a_letter_that_is_a_name_ends_a_sentence_and_an_abbreviation_none(text: str, parts: list[str]) -> None:
    assert [one.text for one in sentences(text)] == parts


@pytest.mark.parametrize(
    ("language", "note", "told"),
    [
        (Language.EN, "agrees. will vote.", "agrees. Will vote."),
        (Language.FR, "verse 500 fr. en juillet.", "verse 500 fr. en juillet."),
        (Language.FR, "verse 500 US$. demande un vote.", "verse 500 US$. Demande un vote."),
        (Language.FR, "voir l’al. et le pt. ci-dessus.", "voir l’al. et le pt. ci-dessus."),
        (Language.ES, "paga 500 EUR. en julio.", "paga 500 EUR. en julio."),
        (Language.EN, "1. supports it. 2. thanks all.", "1. supports it. 2. thanks all."),
        (Language.EN, "supports para. 3. thanks all.", "supports para. 3. Thanks all."),
        (
            Language.FR,
            "salue l’outil, p. ex. la base. voir www.exemple.org. merci.",
            "salue l’outil, p. ex. la base. Voir www.exemple.org. Merci.",
        ),
        (Language.ES, "apoya. ¿quién paga? y ¿cuándo?", "apoya. ¿Quién paga? y ¿cuándo?"),
        (Language.ES, "cita «el texto. la fecha». propone mayo.", "cita «el texto. la fecha». Propone mayo."),
        (Language.EN, "waits... needs time.", "waits... needs time."),
    ],
)
def test_a_sentence_typed_without_its_capital_gets_it(language: Language, note: str, told: str) -> None:
    assert with_capitals(note, language) == told
