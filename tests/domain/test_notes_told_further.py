"""What follows a part of a note that stands behind a colon is told of who speaks; and what is shortened is marked."""

import pytest

from nmirf_desktop.domain.noted_abbreviations import is_shortened
from nmirf_desktop.i18n import Language
from tests.domain.test_notes_told import spoken, told

EN, FR, ES = Language.EN, Language.FR, Language.ES


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (
            EN,
            "small office of two people. thanked OHCHR for the training. asks that meetings be online.",
            (
                "The representative of France said: [[small office of two people.]] The representative thanked OHCHR "
                "for the training. The representative asked that meetings be online."
            ),
        ),
        (
            FR,
            "hub utile mais peu connu. soutient la demande du sénégal. notre équipe est petite.",
            (
                "La délégation de la France dit\N{NO-BREAK SPACE}: [[hub utile mais peu connu.]] Elle soutient la "
                "demande du Sénégal. Elle dit\N{NO-BREAK SPACE}: [[Notre équipe est petite.]]"
            ),
        ),
        (
            FR,
            "hub utile mais peu connu. soutient la demande du sénégal.",
            (
                "La délégation de la France dit\N{NO-BREAK SPACE}: [[hub utile mais peu connu.]] "
                "Elle soutient la demande du Sénégal."
            ),
        ),
        (
            ES,
            "coincide con marruecos. nuestra plataforma ya está en línea. dispuesto a compartir el código.",
            (
                "La delegación de Francia coincide con Marruecos. La delegación de Francia dice: [[Nuestra plataforma "
                "ya está en línea.]] Dice que está dispuesta a compartir el código."
            ),
        ),
        (
            EN,
            "not against, but wants the costs first. our team is small. nobody consulted us.",
            (
                "The representative of France said: [[not against, but wants the costs first. Our team is small. "
                "Nobody consulted us.]]"
            ),
        ),
        (
            EN,
            "thanks the Chair. we have no budget. thanks Ghana for the offer.",
            (
                "The representative of France thanked the Chair. The representative of France said: [[We have no "
                "budget.]] The representative thanked Ghana for the offer."
            ),
        ),
        (
            EN,
            "small office. thanked OHCHR for the training. doubts hub will last. we have no budget. asks who pays.",
            (
                "The representative of France said: [[small office.]] The representative thanked OHCHR for the "
                "training. [[Doubts hub will last.]] The representative said: [[We have no budget.]] The "
                "representative asked who paid."
            ),
        ),
    ],
)
def test_what_follows_the_quoted_part_is_told(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)) == paragraph


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "Small office. Kenya is ready. Supports the text."),
        (ES, "Marruecos está convencido de que la guía es útil. Apoya el texto."),
        (FR, "bureau petit. Le Kenya soutient. Demande un vote."),
        (FR, "Kenya contre. S'oppose au projet."),
        (FR, "la coord. est d'accord."),
        (ES, "carta de Kenia. se opone al texto."),
        (FR, "notre ministre est venu. a signé l'accord."),
        (ES, "hablé con la coordinadora. acepta aplazar."),
        (FR, "vote à main levée."),
        (FR, "demande du kenya justifiée."),
        (FR, "paie la traduction ?"),
        (FR, "quelle place pour les universités ?"),
        (FR, "le plan est bon. on demande un calendrier."),
        (ES, "duele el retraso."),
        (ES, "quiere votar?"),
    ],
)
def test_what_may_be_anothers_is_marked(language: Language, note: str) -> None:
    assert told(spoken("France", note, language)).endswith("]]")


@pytest.mark.parametrize(
    ("who", "language", "note", "paragraph"),
    [
        ("France", FR, "france d'accord avec le pérou.", "La délégation de la France est d'accord avec le Pérou."),
        ("France", FR, "france partage l'avis du maroc.", "La délégation de la France partage l'avis du Maroc."),
        ("France", FR, "france n'a pas d'objection.", "La délégation de la France n'a pas d'objection."),
        ("Morocco", ES, "marruecos sin objeción al texto.", "La delegación de Marruecos no tiene objeciones al texto."),
        ("Morocco", EN, "morocco - welcomes the text.", "The representative of Morocco welcomed the text."),
        ("Morocco", ES, "marruecos de acuerdo con chile.", "La delegación de Marruecos está de acuerdo con Chile."),
    ],
)
def test_a_position_behind_the_own_name_has_its_verb(who: str, language: Language, note: str, paragraph: str) -> None:
    assert told(spoken(who, note, language)) == paragraph


@pytest.mark.parametrize(
    ("language", "sentence", "shortened"),
    [
        (EN, "Thanks coord.", True),
        (EN, "Agrees w/ Ireland.", True),
        (EN, "Thanks the coordinator for the document.", False),
        (EN, "Quotes “sec” as it stands.", False),
        (FR, "C’est une bonne chose pr le réseau.", True),
        (FR, "La prémisse est claire, le dispositif aussi.", False),
        (ES, "Preferiría q se haga.", True),
        (ES, "Pide + detalle.", True),
        (ES, "Pide más detalle en el párr. 4.", False),
    ],
)
def test_a_shortened_word_is_marked(language: Language, sentence: str, shortened: bool) -> None:
    assert is_shortened(sentence, language) is shortened


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (
            FR,
            "dit que, convaincue, elle paiera.",
            "La délégation de la France dit que, convaincue, elle paiera.",
        ),
        (
            FR,
            "dit que, prêt à payer, il attend.",
            "La délégation de la France [[dit que, prêt à payer, il attend.]]",
        ),
        (
            FR,
            "appuie le texte. dit que, prêt à payer, il attend.",
            "La délégation de la France appuie le texte. [[Elle dit que, prêt à payer, il attend.]]",
        ),
        (
            ES,
            "dice, convencido de ello, que espera.",
            "La delegación de Francia [[dice, convencido de ello, que espera.]]",
        ),
        (
            ES,
            "apoya el texto. dice que, convencido de ello, espera.",
            "La delegación de Francia apoya el texto. [[Dice que, convencido de ello, espera.]]",
        ),
        (
            EN,
            "said, for his part, that the plan was sound.",
            "The representative of France said, for his part, that the plan was sound.",
        ),
    ],
)
def test_what_says_that_it_says_is_not_led_in_twice(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)) == paragraph


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (
            FR,
            "indique qu’il n’y a pas d’objection, et la réunion adopte le texte.",
            "La délégation de la France indique qu’il n’y a pas d’objection, et la réunion adopte le texte.",
        ),
        (
            FR,
            "indique que le texte est bon, et la réunion est longue.",
            "La délégation de la France indique que le texte est bon, et que la réunion est longue.",
        ),
        (
            FR,
            "indique que les documents arrivent tard, et la réunion prend du retard.",
            "La délégation de la France indique que les documents arrivent tard, et que la réunion prend du retard.",
        ),
        (
            ES,
            "señala que el texto es largo, y la reunión aprueba demasiados textos.",
            "La delegación de Francia señala que el texto es largo, y que la reunión aprueba demasiados textos.",
        ),
        (
            ES,
            "indica que no hay objeciones, y la reunión aprueba el texto.",
            "La delegación de Francia indica que no hay objeciones, y la reunión aprueba el texto.",
        ),
    ],
)
def test_what_the_meeting_does_is_said_by_nobody(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)) == paragraph


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "thanks the Chair. we have a national commission. proposes reforms."),
        (EN, "thanks the Chair. we have an ombudsman. asks each ministry to report."),
        (FR, "remercie la présidence. nous avons un outil. propose trois langues."),
        (ES, "agradece el informe. tenemos una ley. apoya a las víctimas."),
    ],
)
def test_what_a_thing_of_the_first_person_may_do_stays_with_it(language: Language, note: str) -> None:
    _, own = told(spoken("France", note, language)).split("[[")
    assert own.count(". ") == 1


@pytest.mark.parametrize(
    ("language", "note", "left"),
    [
        (ES, "apoya el texto. nunca recibió la encuesta.", "Nunca recibió la encuesta."),
        (ES, "apoya el texto. tampoco recibió la encuesta.", "Tampoco recibió la encuesta."),
        (ES, "apoya el texto. nunca pagó cuota ni la pagará.", "Nunca pagó cuota ni la pagará."),
        (ES, "apoya el texto. jamás aceptará la cuota.", "Jamás aceptará la cuota."),
        (ES, "apoya el texto. ya pagó.", "Ya pagó."),
        (ES, "apoya el texto. tampoco es miembro.", "Tampoco es miembro."),
        (ES, "apoya el texto. dijo que no fue informado.", "Dijo que no fue informado."),
        (ES, "apoya el texto. es nuevo en la red.", "Es nuevo en la red."),
        (ES, "apoya el texto. es escéptico.", "Es escéptico."),
        (EN, "supports the text. doubts hub will last.", "Doubts hub will last."),
        (EN, "supports the text. fears costs will rise.", "Fears costs will rise."),
        (EN, "supports the text. they have not seen it.", "They have not seen it."),
        (EN, "supports the text. claims fees are too high.", "Claims fees are too high."),
    ],
)
def test_what_has_another_subject_or_none_is_marked(language: Language, note: str, left: str) -> None:
    assert told(spoken("France", note, language)).endswith(f"[[{left}]]")


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "supports the text. hopes are high."),
        (EN, "supports the text. claims against States are rising."),
        (ES, "apoya el texto. puso de relieve la importancia de la formación."),
        (ES, "apoya el texto. hizo hincapié en los costos."),
        (ES, "apoya el texto. tampoco aceptó el párrafo 4."),
        (ES, "apoya el texto. dijo que el plazo es corto."),
        (EN, "supports the text. doubts that the hub will last."),
        (ES, "apoya el texto. tampoco apoya el párrafo 4."),
        (ES, "apoya el texto. es importante que se haga."),
        (ES, "apoya el texto. está de acuerdo con Chile."),
    ],
)
def test_what_is_plain_stays_unmarked(language: Language, note: str) -> None:
    assert "[[" not in told(spoken("France", note, language))


@pytest.mark.parametrize(
    ("note", "paragraph"),
    [
        ("is ready to host", "said that the delegation was ready to host."),
        ("would host the meeting", "said that the delegation would host the meeting."),
        ("thanks the Chair and is ready to help", "thanked the Chair and said that the delegation was ready to help."),
        ("adopted a law in May", "said that France adopted a law in May."),
        ("is translating the guide", "said that France was translating the guide."),
        ("is important to act", "said that it was important to act."),
        ("said that it was late", "said that it was late."),
    ],
)
def test_behind_said_that_stands_who_is_meant_and_no_person_is_an_it(note: str, paragraph: str) -> None:
    assert told(spoken("France", note, EN)) == f"The representative of France {paragraph}"


def test_who_is_not_named_is_an_it_still() -> None:
    made = told(spoken("not named", "is ready to host. has adopted a law.", EN))
    assert made.startswith("A delegation said that it was ready to host.")


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (
            EN,
            "France says no. supports paragraph 2.",
            "The representative of France said no. The representative supported paragraph 2.",
        ),
        (FR, "la France dit non.", "La délégation de la France dit non."),
        (ES, "Francia dice sí.", "La delegación de Francia dice sí."),
        (
            FR,
            "appuie le texte. a ratifié la convention.",
            "La délégation de la France appuie le texte. Elle dit que la France a ratifié la convention.",
        ),
        (
            FR,
            "appuie le texte. a formé 30 agents.",
            "La délégation de la France appuie le texte. Elle dit qu’elle a formé 30 agents.",
        ),
        (EN, "disagrees w Kenya on cost.", "The representative of France [[disagreed w Kenya on cost.]]"),
    ],
)
def test_an_answer_is_no_clause_and_a_law_is_the_state_s(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)) == paragraph


def test_no_state_that_is_not_named_is_told_by_its_act_at_home() -> None:
    assert "Maroc" not in told(spoken("not named", "appuie le texte. a ratifié la convention.", FR))


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (EN, "thanks the Chair & Peru.", "The representative of France thanked the Chair and Peru."),
        (FR, "remercie la présidence & le Pérou.", "La délégation de la France remercie la présidence et le Pérou."),
        (ES, "agradece a Italia & Irán.", "La delegación de Francia agradece a Italia e Irán."),
        (EN, "proposes “costs & benefits”.", "The representative of France proposed “costs & benefits”."),
        (EN, "notes the R&D budget.", "The representative of France noted the R&D budget."),
        (EN, "reminds that the fund is empty.", "The representative of France recalled that the fund was empty."),
        (EN, "Reminded that Peru has paid.", "The representative of France recalled that Peru had paid."),
    ],
)
def test_what_is_typed_in_haste_is_told_in_its_word(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)) == paragraph


@pytest.mark.parametrize(
    "note",
    [
        "shares Peru’s view that the draft is premature.",
        "supports paragraph 2. shares Peru’s view that the draft is premature.",
        "supports paragraph 2. backs the draft. shares Peru's view.",
    ],
)
def test_what_belongs_to_a_name_stands_behind_its_verb(note: str) -> None:
    made = told(spoken("France", note, EN))
    assert "shared Peru" in made
    assert "[[" not in made


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "regrets that China was not invited, it had asked."),
        (FR, "regrette que la Chine n’ait pas été invitée, elle l’avait demandé."),
        (ES, "lamenta que China no fuera invitada, ella lo había pedido."),
        (EN, "the draft is weak, he said."),
        (FR, "la Tunisie a raison, dit-il."),
        (FR, "la Tunisie a raison, a-t-elle ajouté."),
        (ES, "el proyecto es flojo, dijo el anterior."),
    ],
)
def test_a_sentence_of_which_nobody_knows_who_is_meant_is_marked(language: Language, note: str) -> None:
    assert "[[" in told(spoken("France", note, language))


@pytest.mark.parametrize(
    ("language", "note", "said"),
    [
        (EN, "says that, for Peru, it is late.", "said that, for Peru, it was late."),
        (EN, "supports Peru because it needs help.", "supported Peru because it needed help."),
        (FR, "dit que, pour le Pérou, elle est utile.", "dit que, pour le Pérou, elle est utile."),
    ],
)
def test_it_behind_a_name_is_told_where_its_reader_knows(language: Language, note: str, said: str) -> None:
    assert told(spoken("France", note, language)).endswith(said)
