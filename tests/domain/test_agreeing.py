"""A note has the State as its subject, its minutes the delegation: what is told of it agrees, or is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agreeing import agreeing
from nmirf_desktop.domain.noted_speech import Speaker, noted
from nmirf_desktop.i18n import Language

EN, FR, ES = Language
DELEGATION = {
    FR: Speaker(("la délégation du Panama", "le Panama", "Panama"), "Elle", feminine=True),
    ES: Speaker(("la delegación de Panamá", "Panamá"), feminine=True),
}


@pytest.mark.parametrize(
    ("language", "note", "told"),
    [
        (FR, "est prêt à accueillir un atelier", "dit qu’elle est prête à accueillir un atelier."),
        (FR, "est heureux de proposer Rabat", "dit qu’elle est heureuse de proposer Rabat."),
        (FR, "est satisfaite du rapport", "dit qu’elle est satisfaite du rapport."),
        (
            FR,
            "n'est pas tout à fait prêt et disposé à payer",
            "dit qu’elle n'est pas tout à fait prête et disposée à payer.",
        ),
        (
            FR,
            "est résolument engagé, déterminé et convaincu",
            "dit qu’elle est résolument engagée, déterminée et convaincue.",
        ),
        (FR, "est très heureux d’être associé au projet", "dit qu’elle est très heureuse d’être associée au projet."),
        (FR, "est opposé au texte", "est opposée au texte."),
        (FR, "se déclare prêt à payer", "se déclare prête à payer."),
        (FR, "s’est félicité du rapport", "s’est félicitée du rapport."),
        (FR, "s’est dit prêt à payer", "s’est dite prête à payer."),
        (FR, "s’est rendu compte du retard", "s’est rendu compte du retard."),
        (FR, "appuie le texte et est prêt à payer", "appuie le texte et est prête à payer."),
        (FR, "confirme être prêt à payer", "confirme être prête à payer."),
        (FR, "au nom du groupe, est prêt à payer", "au nom du groupe, dit qu’elle est prête à payer."),
        (FR, "a été invité à parler", "a été invitée à parler."),
        (FR, "est intervenu hier", "est intervenue hier."),
        (FR, "reste préoccupé par le délai", "reste préoccupée par le délai."),
        (FR, "appuie le Maroc. Est prêt à aider", "appuie le Maroc. Elle dit qu’elle est prête à aider."),
        (FR, "Est prêt à accueillir un atelier", "dit qu’elle est prête à accueillir un atelier."),
        (ES, "Está dispuesto a acoger", "dice que está dispuesta a acoger."),
        (ES, "apoya el texto. Está dispuesto a pagar", "apoya el texto. Dice que está dispuesta a pagar."),
        (FR, "est membre du groupe", "dit qu’elle est membre du groupe."),
        (FR, "est contre le texte", "est contre le texte."),
        (FR, "est d’accord", "est d’accord."),
        (FR, "note que le Maroc est prêt", "note que le Maroc est prêt."),
        (ES, "está dispuesto a acoger un taller", "dice que está dispuesta a acoger un taller."),
        (ES, "está muy agradecido al Uruguay", "dice que está muy agradecida al Uruguay."),
        (ES, "es contrario al texto", "es contraria al texto."),
        (ES, "es miembro del grupo", "dice que es miembro del grupo."),
        (ES, "está organizando un taller", "dice que está organizando un taller."),
        (ES, "se declara satisfecho y dispuesto", "se declara satisfecha y dispuesta."),
        (ES, "queda satisfecho con el texto", "queda satisfecha con el texto."),
        (ES, "apoya el texto y está listo", "apoya el texto y está lista."),
        (ES, "desea ser incluido en la lista", "desea ser incluida en la lista."),
        (ES, "espera que el informe esté listo", "espera que el informe esté listo."),
        (ES, "ha invitado a Malí", "ha invitado a Malí."),
    ],
)
def test_what_is_told_of_the_delegation_agrees_with_it(language: Language, note: str, told: str) -> None:
    """The minutes said « La délégation du Portugal dit qu’elle est prêt » of a note on the State."""
    found = noted(note, language, DELEGATION[language])
    assert (found.told.text, found.left) == (told, ())


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "est le premier à ratifier"),
        (FR, "est marabout"),
        (FR, "sont prêts à accueillir"),
        (FR, "convaincu que le texte est bon, l’appuie"),
        (FR, "remercie le Maroc, qui accueille la réunion et est prêt"),
        (FR, "invite le Maroc à être prêt"),
        (ES, "está ronco"),
        (ES, "están dispuestos a acoger"),
        (ES, "es el primero en ratificar"),
    ],
)
def test_a_form_or_a_subject_that_is_not_certain_is_named_as_it_was_noted(language: Language, note: str) -> None:
    found = noted(note, language, DELEGATION[language])
    assert found.left
    assert note in found.told.text.replace("dit qu’elle ", "").replace("dice que ", "")


def test_of_a_speaker_that_is_no_delegation_nothing_changes() -> None:
    found = noted("est prêt à aider", FR, Speaker(("le HCDH",), "Il"))
    assert found.told.text == "dit qu’il est prêt à aider."


WORDS = (
    "est prêt prête heureux et de d’être s’est félicité appuie le Maroc qui , très pas opposé texte sont a été invité"
    " está dispuesto listo no y ser desea apoya satisfecho muy que de acuerdo el primero"
)


@given(words=st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12), language=st.sampled_from((FR, ES)))
def test_what_agrees_stays_and_no_word_is_lost(words: list[str], language: Language) -> None:
    text = " ".join(words)
    agreed = agreeing(text, 0, language)
    assert len(agreed.text.split()) == len(words)
    assert agreeing(agreed.text, 0, language).text == agreed.text
