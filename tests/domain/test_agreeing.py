"""A note has the State as its subject, its minutes the delegation: what is told of it agrees, or is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agreeing import agreeing
from nmirf_desktop.domain.feminine_forms import feminine
from nmirf_desktop.domain.masculine_names import is_masculine
from nmirf_desktop.domain.naming import name
from nmirf_desktop.domain.noted_speakers import Speaker
from nmirf_desktop.domain.noted_speech import noted
from nmirf_desktop.domain.reported_speech import Kind
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import STATES

EN, FR, ES = Language
DELEGATION = {
    FR: Speaker(("la délégation du Panama", "le Panama", "Panama"), "Elle", feminine=True),
    ES: Speaker(("la delegación de Panamá", "Panamá"), feminine=True),
}


@pytest.mark.parametrize(
    ("language", "note", "told"),
    [
        (FR, "est prêt à accueillir un atelier", "dit qu’elle est prête à accueillir un atelier."),
        (FR, "a peut-être été oublié", "dit qu’elle a peut-être été oubliée."),
        (FR, "n’a peut-être pas été consulté", "dit qu’elle n’a peut-être pas été consultée."),
        (FR, "a bien été informé", "dit qu’elle a bien été informée."),
        (FR, "a été choqué et surpris des retards", "a été choquée et surprise des retards."),
        (FR, "dit avoir été associé et chargé des suites", "dit avoir été associée et chargée des suites."),
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
        (FR, "est convaincu que le texte est bon", "est convaincue que le texte est bon."),
        (FR, "est heureux de payer parce que", "dit qu’elle est heureuse de payer parce que."),
        (FR, "est prêt et soutient le texte", "dit qu’elle est prête et soutient le texte."),
        (FR, "est prêt à payer et dit que tout va bien", "dit qu’elle est prête à payer et dit que tout va bien."),
        (FR, "est heureux de payer, soulignant le coût", "dit qu’elle est heureuse de payer, soulignant le coût."),
        (FR, "est devant un problème", "dit qu’elle est devant un problème."),
        (FR, "se voit contraint de payer", "se voit contrainte de payer."),
        (FR, "souhaite se dire satisfait du texte", "souhaite se dire satisfaite du texte."),
        (FR, "soutient le projet, vu le délai", "soutient le projet, vu le délai."),
        (FR, "note que le Maroc est prêt et disposé à payer", "note que le Maroc est prêt et disposé à payer."),
        (ES, "está seguro de poder pagar", "está segura de poder pagar."),
        (FR, "est on ne peut plus satisfait", "dit qu’elle est on ne peut plus satisfaite."),
        (ES, "nunca ha sido opuesto al texto", "nunca ha sido opuesta al texto."),
        (FR, "est devenu membre", "dit qu’elle est devenue membre."),
        (FR, "est malgré tout satisfait", "dit qu’elle est malgré tout satisfaite."),
        (FR, "est en partie satisfait", "dit qu’elle est en partie satisfaite."),
        (FR, "note qu’il est important de voter", "note qu’il est important de voter."),
        (ES, "estima que es necesario votar", "estima que es necesario votar."),
        (ES, "apoya el texto, dado el plazo", "apoya el texto, dado el plazo."),
        (ES, "es importante que se apruebe", "dice que es importante que se apruebe."),
        (ES, "es motivo de orgullo", "dice que es motivo de orgullo."),
        (ES, "sigue siendo partidario del texto", "sigue siendo partidaria del texto."),
        (ES, "está siendo presionado", "dice que está siendo presionada."),
        (ES, "está convencido de que el texto es bueno", "está convencida de que el texto es bueno."),
        (ES, "se ha mostrado dispuesto a acoger", "se ha mostrado dispuesta a acoger."),
        (ES, "está dispuesto a pagar y apoya el texto", "dice que está dispuesta a pagar y apoya el texto."),
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
        (FR, "est important que le texte soit adopté"),
        (FR, "est important pour la région que le texte soit adopté"),
        (FR, "est évident que le texte est bon"),
        (FR, "est nécessaire que le texte soit adopté"),
        (FR, "est essentiel d’adopter le texte"),
        (FR, "est prévu de ne pas voter"),
        (FR, "est heureux que le texte soit adopté"),
        (FR, "est à noter que le texte est bon"),
        (FR, "appuie le texte et est important que tous le lisent"),
        (ES, "es necesario que se apruebe"),
        (ES, "es necesario adoptar el texto"),
        (ES, "es necesario un taller"),
        (ES, "es prioritario para el país que se apruebe"),
        (ES, "es cierto que el texto es bueno"),
        (ES, "es objetivo prioritario de su país"),
        (ES, "es resultado del taller"),
        (FR, "est priorité nationale"),
        (FR, "est objectif du groupe"),
        (FR, "est satisfait du projet et prêt à l’appuyer"),
        (FR, "est satisfait du projet, prêt à l’appuyer"),
        (FR, "est en mesure de payer et disposé à le faire"),
        (FR, "est d’accord et prêt à voter"),
        (FR, "est membre du groupe mais opposé au texte"),
        (ES, "está satisfecho con el texto y dispuesto a votarlo"),
        (ES, "está interesado en el proyecto y deseoso de participar"),
        (ES, "está de acuerdo y listo para votar"),
        (ES, "está a favor, pero preocupado por el plazo"),
        (FR, "sera tenu informé"),
        (FR, "sera tenu par le Maroc informé"),
        (FR, "est élu président du groupe"),
        (FR, "est tout prêt à payer"),
        (FR, "est ici présent"),
        (ES, "es nuevo miembro"),
        (FR, "est venu le moment de voter"),
        (FR, "a été adopté par consensus le texte du Maroc"),
        (ES, "está listo el texto"),
        (ES, "fue aprobado por consenso el texto"),
        (FR, "est prêt lui-même à payer"),
        (FR, "est en partie satisfait et en outre confus, ravi, marabout"),
        (FR, "est soit absent soit opposé"),
        (FR, "est prêt – et même marabout"),
        (FR, "est prêt à payer ainsi que disposé à aider"),
        (FR, "confirme qu’il est opposé au texte"),
        (FR, "prend la parole inquiet"),
        (FR, "s’étant dit prêt à payer, appuie le texte"),
        (ES, "ha sido decidido que se vote"),
        (ES, "fue elegido por unanimidad presidente"),
        (ES, "confirma que está dispuesto a pagar"),
        (FR, "est prêt et marabout"),
        (ES, "ha sido declarado apto"),
        (ES, "es nombrado coordinador"),
        (FR, "appuie le texte tout en étant opposé au point 3"),
        (FR, "appuie le texte, satisfait du rapport"),
        (FR, "sort déçu de la réunion"),
        (ES, "apoya el texto siendo contrario al punto 3"),
        (ES, "votó convencido"),
    ],
)
def test_a_form_or_a_subject_that_is_not_certain_is_named_as_it_was_noted(language: Language, note: str) -> None:
    found = noted(note, language, DELEGATION[language])
    assert found.left
    assert note in found.told.text.replace("dit qu’elle ", "").replace("dice que ", "")


@pytest.mark.parametrize(
    ("language", "note", "told", "named"),
    [
        (ES, "dice que está dispuesto a pagar", "está dispuesta a pagar.", False),
        (ES, "dice que es necesario votar", "es necesario votar.", True),
        (ES, "dice que el texto está listo", "el texto está listo.", False),
        (FR, "dit qu’il est opposé au texte", "il est opposé au texte.", True),
        (FR, "dit qu’il est important de voter", "il est important de voter.", False),
        (FR, "dit qu’il appuie le texte et est prêt", "il appuie le texte et est prêt.", True),
        (FR, "dit qu’il appuie le texte", "il appuie le texte.", True),
        (ES, "dice que apoya el texto y está listo", "apoya el texto y está lista.", False),
        (FR, "dit que le texte est prêt", "le texte est prêt.", False),
    ],
)
def test_what_is_told_behind_that_agrees_too_or_is_named(language: Language, note: str, told: str, named: bool) -> None:
    found = noted(note, language, DELEGATION[language])
    assert (found.told.text, bool(found.left)) == (told, named)


def test_of_a_speaker_that_is_no_delegation_nothing_changes() -> None:
    found = noted("est prêt à aider", FR, Speaker(("le HCDH",), "Il"))
    assert found.told.text == "dit qu’il est prêt à aider."


TOLD = (
    "prêt",
    "disposé",
    "heureux",
    "inquiet",
    "évident",
    "important",
    "présent",
    "objectif",
    "élu",
    "tenu",
    "bon",
    "ravi",
)
"""Adjectives, participles and a noun in the masculine: each with a feminine of another form."""


@given(
    first=st.sampled_from(["est", "reste", "se déclare", "a été", "dit être"]),
    told=st.sampled_from(TOLD),
    behind=st.sampled_from(["", " à payer", " du texte", " que le texte passe", " d’adopter le texte", " informé"]),
    further=st.sampled_from(["", " et disposé à payer", ", opposé au texte", " mais présent", " et soutient le texte"]),
)
def test_a_sentence_is_told_in_the_feminine_throughout_or_stands_as_noted(
    first: str, told: str, behind: str, further: str
) -> None:
    note = f"{first} {told}{behind}{further}"
    agreed = agreeing(note, 0, FR)
    if agreed.sure:
        assert not {*TOLD, "informé", "opposé"} & set(agreed.text.replace(",", "").split())
    else:
        assert agreed.text == note


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


MASCULINE = {
    FR: Speaker((*DELEGATION[FR].called,), "Elle", feminine=True, state="le Panama"),
    ES: Speaker((*DELEGATION[ES].called,), feminine=True, state="Panamá"),
}
JOINED = {
    FR: ("prêt", "heureux", "disposé", "satisfait", "convaincu", "net", "marabout", "favorable", "ravi"),
    ES: ("dispuesto", "listo", "satisfecho", "convencido", "ronco", "favorable", "agradecido"),
}


@pytest.mark.parametrize("language", [FR, ES])
@pytest.mark.parametrize("delegation", [MASCULINE, DELEGATION])
def test_no_delegation_has_a_second_adjective_in_the_masculine(
    language: Language, delegation: dict[Language, Speaker]
) -> None:
    """« La délégation du Maroc dit qu’elle est prêt à accueillir la prochaine réunion et convaincu que … »."""
    be, and_, that, to_do = ("est", "et", "que le texte passe", "à accueillir la réunion") if language is FR else (
        "está", "y", "de que el texto pase", "a acoger la reunión")  # fmt: skip
    for first in JOINED[language]:
        for second in JOINED[language]:
            note = f"{be} {first} {to_do} {and_} {second} {that}"
            found = noted(note, language, delegation[language])
            told = found.told.text
            if found.subject:
                assert found.subject == delegation[language].state
                assert told.removeprefix("dit qu’il ").removeprefix("dice que ") == f"{note}."
                assert found.left
            elif found.told.kind is Kind.DIRECT:
                assert (told, found.left) == (f"{note}.", (f"{note}.",))
                assert not delegation[language].state
            else:
                assert not found.left
                assert not {f" {one} " for one in JOINED[language] if feminine(one, language) != one} & {
                    f" {one} " for one in told.split()
                }


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "sont prêts à accueillir la réunion"),
        (FR, "est prête à accueillir la réunion, ravi de le dire"),
        (ES, "están dispuestos a acoger"),
        (ES, "está dispuesta a acoger, convencido de su utilidad"),
    ],
)
def test_a_note_of_mixed_genders_or_numbers_stands_behind_a_colon(language: Language, note: str) -> None:
    found = noted(note, language, MASCULINE[language])
    assert (found.told.kind, found.told.text, found.left) == (Kind.DIRECT, f"{note}.", (f"{note}.",))


def test_only_the_sentence_that_may_not_agree_is_told_of_the_state() -> None:
    found = noted("appuie le Maroc. Est prêt à aider, convaincu de son utilité", FR, MASCULINE[FR])
    told = "Le Panama dit qu’il est prêt à aider, convaincu de son utilité."
    assert (found.subject, found.told.text, found.left) == ("", f"appuie le Maroc. {told}", (told,))


def test_what_follows_a_sentence_of_the_state_is_of_it_unless_it_is_told_in_the_feminine() -> None:
    found = noted("est prêt à aider et marabout. Votera pour. Est heureuse de le dire. S’abstiendra", FR, MASCULINE[FR])
    assert found.subject == "le Panama"
    assert found.told.text == (
        "dit qu’il est prêt à aider et marabout. Il dit qu’il votera pour."
        " La délégation du Panama dit qu’elle est heureuse de le dire. Elle dit qu’elle s’abstiendra."
    )
    assert found.left == ("dit qu’il est prêt à aider et marabout.",)


def test_a_further_sentence_alone_stands_behind_a_colon_where_the_gender_of_the_state_is_not_certain() -> None:
    found = noted("appuie le Maroc. Est prêt à aider et ravi. La salle est petite. Votera pour", FR, DELEGATION[FR])
    assert (found.told.kind, found.told.text) == (
        Kind.CONTINUED,
        (
            "appuie le Maroc. Elle dit\u00a0: est prêt à aider et ravi. Elle ajoute que la salle est petite."
            " Elle dit qu’elle votera pour."
        ),
    )
    assert found.left == ("Elle dit\u00a0: est prêt à aider et ravi.",)


GOOD = {
    FR: ("Appuie le texte", "Est heureux d’être ici", "La salle est petite", "Votera pour"),
    ES: ("Apoya el texto", "Está dispuesto a pagar", "La sala es pequeña", "Agradece el informe"),
}
MIXED = {FR: "Est prêt à aider et marabout.", ES: "Está dispuesto a ayudar y ronco."}


@given(
    language=st.sampled_from((FR, ES)),
    chosen=st.lists(st.integers(0, 3), min_size=1, max_size=4),
    place=st.integers(1, 4),
)
def test_one_sentence_that_may_not_agree_leaves_the_others_as_they_were(
    language: Language, chosen: list[int], place: int
) -> None:
    """The whole note became a telegram behind a colon."""
    good = [f"{GOOD[language][one]}." for one in chosen]
    good[0] = good[0][0].lower() + good[0][1:]
    place = min(place, len(good))
    told = noted(" ".join([*good[:place], MIXED[language], *good[place:]]), language, DELEGATION[language])
    alone = noted(" ".join(good), language, DELEGATION[language])
    said = MIXED[language][0].lower() + MIXED[language][1:]
    named = next(one for one in told.left if one.endswith(said))
    assert told.told.text.replace(f" {named}", "") == alone.told.text
    assert told.left == tuple(sorted([*alone.left, named], key=told.told.text.index))


@pytest.mark.parametrize(
    ("language", "masculine", "other"),
    [
        (FR, "MAR KEN NLD GBR BOL URY ECU MEX GTM", "FRA ARG EGY ZAF PHL USA CUB ISR HTI ARE IRN"),
        (ES, "MAR BOL PAN MEX NLD GBR SLV PRY IRQ CHL", "FRA ARG CUB ATG PHL USA CIV CYP TUR HND LKA GIN IRN TTO"),
    ],
)
def test_only_a_name_that_is_surely_masculine_is_held_so(language: Language, masculine: str, other: str) -> None:
    held = {code for code, state in STATES.items() if is_masculine(name(state, language), language)}
    assert set(masculine.split()) <= held
    assert not set(other.split()) & held


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "indique que le délai peut être court."),
        (FR, "indique que, pour le Réseau, un délai peut être court."),
        (FR, "souligne que le mécanisme est peut-être le seul qui soit utile."),
        (FR, "indique que la lettre a dû être suivie d’une autre, et que les membres attendent."),
        (FR, "indique que le Comité a tenu six réunions, organisé trois échanges et répondu à 41 demandes."),
        (FR, "appuie le texte étant entendu que le modèle est une offre."),
        (ES, "indica que, para la Red, un plazo puede ser corto."),
        (
            ES,
            "indica que el Comité ha celebrado seis reuniones, publicado los resultados y respondido a 41 solicitudes.",
        ),
    ],
)
def test_what_agrees_with_another_subject_is_told_as_it_stands(language: Language, note: str) -> None:
    made = noted(note, language, DELEGATION[language])
    assert (made.told.text, made.left) == (note, ())


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "indique que le délai est court et peut être prolongé."),
        (FR, "indique que le Comité a tenu six réunions, convaincu de leur utilité."),
        (FR, "indique qu’il peut être convaincu."),
        (FR, "espère que sa délégation pourra être présent."),
        (FR, "indique que la délégation peut être convaincu."),
        (ES, "indica que su delegación debe ser incluido."),
        (ES, "indica que puede ser incluido."),
        (ES, "indica que el Comité ha celebrado seis reuniones, convencido de su utilidad."),
    ],
)
def test_what_may_be_of_either_is_named(language: Language, note: str) -> None:
    assert noted(note, language, DELEGATION[language]).left == (note,)
