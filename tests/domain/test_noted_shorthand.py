"""What a rapporteur notes without its verb is told with it, of who speaks; what gives a reason or a place is not."""

import pytest

from nmirf_desktop.domain.noted_shorthand import in_full
from nmirf_desktop.i18n import Language
from tests.domain.test_notes_told import spoken, told

EN, FR, ES = Language.EN, Language.FR, Language.ES


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (EN, "No comment at this stage", "The representative of France had no comment at this stage."),
        (EN, "no objection on para 4.", "The representative of France had no objection on para 4."),
        (EN, "no objection. ", "The representative of France had no objection."),
        (
            EN,
            "No objections, but the text is weak.",
            "The representative of France had no objections, but added that the text was weak.",
        ),
        (
            EN,
            "against. asks for a vote.",
            "The representative of France was against it. The representative asked for a vote.",
        ),
        (
            EN,
            "supports the text. ready to host a workshop in May if funds are there.",
            (
                "The representative of France supported the text. "
                "The representative said that the delegation was ready to host a workshop in May if funds were there."
            ),
        ),
        (
            EN,
            "not in favour of a new body. against any new reporting obligation.",
            (
                "The representative of France was not in favour of a new body. "
                "The representative was against any new reporting obligation."
            ),
        ),
        (
            FR,
            "pas d'objection au fond. soutient le texte.",
            "La délégation de la France n’a pas d'objection au fond. Elle soutient le texte.",
        ),
        (FR, "Pas d'accord. Propose un vote.", "La délégation de la France n’est pas d'accord. Elle propose un vote."),
        (FR, "Contre. Demande un vote.", "La délégation de la France s’y oppose. Elle demande un vote."),
        (
            FR,
            "d'accord sur le fond mais veut garder les crochets au par. 3.",
            "La délégation de la France est d'accord sur le fond mais veut garder les crochets au par. 3.",
        ),
        (
            FR,
            "Très préoccupé par le retard. Le rapport est incomplet.",
            (
                "La délégation de la France dit qu’elle est très préoccupée par le retard. "
                "Elle ajoute que le rapport est incomplet."
            ),
        ),
        (
            FR,
            "merci à la présidence et au secrétariat. prêt à accueillir un atelier.",
            (
                "La délégation de la France adresse ses remerciements à la présidence et au secrétariat. "
                "Elle dit qu’elle est prête à accueillir un atelier."
            ),
        ),
        (
            FR,
            "pas convaincue par l'annexe. pas prêt à voter.",
            "La délégation de la France n’est pas convaincue par l'annexe. Elle dit qu’elle n’est pas prête à voter.",
        ),
        (ES, "no convencida por el anexo.", "La delegación de Francia no está convencida por el anexo."),
        (
            EN,
            "not convinced by the annex. happy with the text.",
            (
                "The representative of France was not convinced by the annex. "
                "The representative said that the delegation was happy with the text."
            ),
        ),
        (FR, "merci au kenya. merci à cuba.", "La délégation de la France remercie le Kenya. Elle remercie Cuba."),
        (ES, "apoya el texto. sin objeciones.", "La delegación de Francia apoya el texto. No tiene objeciones."),
        (ES, "no de acuerdo con el punto 4.", "La delegación de Francia no está de acuerdo con el punto 4."),
        (
            ES,
            "muy preocupado por los retrasos. dispuesto a compartir el código.",
            (
                "La delegación de Francia dice que está muy preocupada por los retrasos. "
                "Dice que está dispuesta a compartir el código."
            ),
        ),
        (
            ES,
            "de acuerdo con paraguay. gracias al comité.",
            "La delegación de Francia está de acuerdo con Paraguay. Da las gracias al comité.",
        ),
    ],
)
def test_a_position_has_its_verb(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)) == paragraph


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "Against the background of the review, the Committee met."),
        (EN, "Against the clock, the text was finished."),
        (EN, "Open to the public."),
        (EN, "No objection from the secretariat."),
        (EN, "Ready to the last page."),
        (EN, "No objection?"),
        (EN, "Concerned about the cost, Germany asked for a vote."),
        (EN, "Grateful for your report."),
        (FR, "Contre l'avis du secrétariat, le texte est adopté."),
        (FR, "Préoccupée par le coût, la Suisse demande un délai."),
        (FR, "D'accord avec vous."),
        (FR, "Merci au nom de tous."),
        (ES, "De acuerdo con el artículo 5, las decisiones se toman por consenso."),
        (ES, "Sin objeciones, el texto queda aprobado."),
        (ES, "Gracias a Chile hay consenso."),
        (ES, "De acuerdo si votamos hoy."),
        (FR, "Contre toute attente, le texte est adopté."),
        (FR, "D'accord de principe."),
        (FR, "Merci pour le rapport."),
        (FR, "Pas d'objection ?"),
        (ES, "Gracias al apoyo del ACNUDH, el mecanismo funciona."),
        (ES, "Gracias a la Red, el mecanismo funciona."),
        (ES, "En contra de lo esperado, el texto se aprobó."),
        (ES, "Sin fondos no hay reunión."),
    ],
)
def test_what_is_no_position_stays(language: Language, note: str) -> None:
    assert in_full(note, language) == note


def test_a_capital_stays_one_and_what_is_between_the_sentences_stays() -> None:
    assert in_full("Pas d’objection.  favorable au texte.\nSans objection.", FR) == (
        "N’a pas d’objection.  favorable au texte.\nN’a pas d’objection."
    )
