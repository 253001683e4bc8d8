"""What only who has the floor does is told of who speaks, whatever the sentence before names; no other act is."""

import pytest

from nmirf_desktop.i18n import Language
from tests.domain.test_notes_told import spoken, told

EN, FR, ES = Language.EN, Language.FR, Language.ES


@pytest.mark.parametrize(
    ("language", "note", "end"),
    [
        (
            EN,
            "the hub is slow. would not block consensus.",
            "The representative said that the delegation would not block",
        ),
        (
            EN,
            "the fee is high. has no instructions.",
            "The representative said that the delegation had no instructions",
        ),
        (EN, "the list is old. hopes members will pay.", "The representative hoped members would pay."),
        (EN, "the tool is old. reserves its position.", "The representative reserved the delegation’s position."),
        (EN, "the text is long. rejects the draft.", "The representative rejected the draft."),
        (FR, "le délai est court. insiste sur un vote.", "Elle insiste sur un vote."),
        (FR, "appuie le texte. le hub existe. n’y voit aucun inconvénient.", "Elle n’y voit aucun inconvénient."),
        (ES, "hay que cerrar la lista. cree que es tarde. retira su enmienda.", "Retira su enmienda."),
        (ES, "el texto es largo. se pregunta por qué no vino Chile.", "Se pregunta por qué no vino Chile."),
    ],
)
def test_a_position_is_told_of_who_speaks_behind_a_thing(language: Language, note: str, end: str) -> None:
    made = told(spoken("France", note, language))
    assert end in made
    assert f"[[{end}" not in made


@pytest.mark.parametrize(
    ("language", "note", "left"),
    [
        (EN, "supports it. Peru opposes the draft. insists on a vote.", "Insists on a vote."),
        (EN, "office moved. Peru said no. would not block consensus.", "Would not block consensus."),
        (EN, "EU members agreed last week. insists on a vote.", "Insists on a vote."),
        (EN, "the text is long. Peru did not agree. insists on a vote.", "Insists on a vote."),
        (EN, "the text is long. a delegate refused. would not block consensus.", "Would not block consensus."),
        (EN, "the mechanism is independent. does not accept complaints.", "Does not accept complaints."),
        (EN, "the commission met. insists on deadlines.", "Insists on deadlines."),
        (EN, "our Parliament met. rejects the draft law.", "Rejects the draft law."),
        (EN, "our President has signed. is opposed to torture.", "Is opposed to torture."),
        (FR, "appuie le texte. le Pérou s’oppose. insiste sur un vote.", "Insiste sur un vote."),
        (FR, "le ministère est neuf. insiste sur les délais.", "Insiste sur les délais."),
        (FR, "le mécanisme est indépendant. insiste sur les délais.", "Insiste sur les délais."),
        (ES, "apoya el texto. Perú pide un plazo. retira su enmienda.", "Retira su enmienda."),
        (ES, "el comité es nuevo. rechaza el texto.", "Rechaza el texto."),
    ],
)
def test_behind_whoever_may_have_the_floor_it_may_be_his_and_is_marked(
    language: Language, note: str, left: str
) -> None:
    assert f"{left}]]" in told(spoken("France", note, language))


@pytest.mark.parametrize(
    ("language", "note", "left"),
    [
        (EN, "supports it. Peru opposes the draft. insists on a vote.", "Insists on a vote."),
        (EN, "office moved. Peru said no. would not block consensus.", "Would not block consensus."),
        (EN, "EU members agreed last week. insists on a vote.", "Insists on a vote."),
        (FR, "appuie le texte. le Pérou s’oppose. insiste sur un vote.", "Insiste sur un vote."),
        (ES, "apoya el texto. Perú pide un plazo. retira su enmienda.", "Retira su enmienda."),
    ],
)
def test_behind_another_who_has_the_floor_it_may_be_his_and_is_marked(language: Language, note: str, left: str) -> None:
    made = told(spoken("France", note, language))
    assert f"{left}]]" in made


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (EN, "can’t accept it.", "The representative of France could not accept it."),
        (EN, "doesn't see the need.", "The representative of France said that the delegation did not see the need."),
        (EN, "the draft isn’t ready.", "The representative of France said that the draft was not ready."),
        (EN, "no budget.", "The representative of France said that the delegation had no budget."),
        (
            EN,
            "never received the invitation.",
            "The representative of France said that France had never received the invitation.",
        ),
        (EN, "backs L.1 but not para 4.", "The representative of France backed L.1 but not para 4."),
        (EN, "looks forward to May.", "The representative of France looked forward to May."),
        (EN, "don't see the need.", "The representative of France said that the delegation did not see the need."),
        (EN, "aren’t ready.", "The representative of France said that the delegation was not ready."),
        (FR, "aurait voulu plus de temps.", "La délégation de la France aurait voulu plus de temps."),
        (FR, "trouve le projet mal rédigé.", "La délégation de la France trouve le projet mal rédigé."),
        (FR, "merci. invite les membres à Dakar.", "La délégation de la France dit\N{NO-BREAK SPACE}: [[merci.]] Elle"),
        (ES, "apoya el texto. ya dijo que no.", "La delegación de Francia apoya el texto. Ya dijo que no."),
    ],
)
def test_telegraphic_acts_are_told(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)).startswith(paragraph)


@pytest.mark.parametrize(
    ("note", "paragraph"),
    [
        ("withdraws its amendment.", "withdrew the delegation’s amendment."),
        ("strongly reiterates its support.", "strongly reiterated the delegation’s support."),
        ("its ministry has no staff.", "said that France’s ministry had no staff."),
        ("says that its ministry is ready.", "said that France’s ministry was ready."),
        ("submitted its report.", "submitted its report."),
        ("thanks Peru for its support.", "thanked Peru for its support."),
        ("thanks Peru. opposes its amendment.", "thanked Peru. The representative opposed its amendment."),
        ("thanks Peru. its proposal is good.", "thanked Peru. The representative added that its proposal was good."),
        ("asks Peru to withdraw its proposal.", "asked Peru to withdraw its proposal."),
    ],
)
def test_what_a_representative_has_is_the_delegation_s_or_the_state_s(note: str, paragraph: str) -> None:
    assert told(spoken("France", note, EN)) == f"The representative of France {paragraph}"


def test_who_is_not_named_has_its_own() -> None:
    assert told(spoken("not named", "withdraws its amendment.", EN)) == "A delegation withdrew its amendment."


@pytest.mark.parametrize(
    ("language", "note", "left"),
    [
        (EN, "supports the text. tool is free.", "Tool is free."),
        (EN, "supports the text. we can't pay.", "We can't pay."),
        (ES, "apoya el texto. no estamos de acuerdo. ¿quién traduce al inglés?", "¿Quién traduce al inglés?"),
    ],
)
def test_what_is_left_reads_as_it_was_noted(language: Language, note: str, left: str) -> None:
    assert f"{left}]]" in told(spoken("France", note, language))


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (EN, "withdraw amendment 6.", "The representative of France withdrew amendment 6."),
        (EN, "We propose postponing to June.", "The representative of France proposed postponing to June."),
        (EN, "strongly object.", "The representative of France strongly objected."),
        (EN, "thanks chair.", "The representative of France thanked the chair."),
        (EN, "we have no objection.", "The representative of France had no objection."),
        (EN, "We have no objection.", "The representative of France had no objection."),
        (
            EN,
            "Thank Chair and welcome the report.",
            "The representative of France thanked the Chair and welcomed the report.",
        ),
        (EN, "we propose to meet and discuss it.", "The representative of France proposed to meet and discuss it."),
        (FR, "Nous demandons un vote.", "La délégation de la France demande un vote."),
        (FR, "Nous félicitons la présidence.", "La délégation de la France félicite la présidence."),
        (FR, "Nous nous félicitons du texte.", "La délégation de la France se félicite du texte."),
        (FR, "je m’abstiens.", "La délégation de la France s’abstient."),
        (
            FR,
            "Remercions la présidence et saluons le rapport.",
            "La délégation de la France remercie la présidence et salue le rapport.",
        ),
        (
            ES,
            "Agradezco a la presidenta y apoyo el texto.",
            "La delegación de Francia agradece a la presidenta y apoya el texto.",
        ),
        (FR, "nous proposons de le supprimer.", "La délégation de la France propose de le supprimer."),
        (FR, "je maintiens l’amendement 7.", "La délégation de la France maintient l’amendement 7."),
        (FR, "nous nous opposons au texte.", "La délégation de la France s’oppose au texte."),
        (ES, "agradezco a la presidenta.", "La delegación de Francia agradece a la presidenta."),
        (ES, "nos oponemos al texto.", "La delegación de Francia se opone al texto."),
        (ES, "no puedo aceptar el texto.", "La delegación de Francia no puede aceptar el texto."),
    ],
)
def test_acts_in_the_first_person_are_those_of_who_speaks(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)) == paragraph


@pytest.mark.parametrize(
    ("language", "note", "left"),
    [
        (EN, "we have no budget.", "we have no budget."),
        (EN, "we thank you for helping us.", "we thank you for helping us."),
        (FR, "nous proposons notre aide.", "nous proposons notre aide."),
        (ES, "apoyo de Chile.", "apoyo de Chile."),
        (ES, "Apoyo a la enmienda es amplio.", "Apoyo a la enmienda es amplio."),
        (EN, "Support for the amendment is broad.", "Support for the amendment is broad."),
        (EN, "Second option is better.", "Second option is better."),
        (EN, "Note Verbale was sent.", "Note Verbale was sent."),
        (EN, "Thank you Chair.", "Thank you Chair."),
        (EN, "Ask you to rule.", "Ask you to rule."),
        (FR, "Voyons d’abord le texte.", "Voyons d’abord le texte."),
        (EN, "Welcome to the new member.", "Welcome to the new member."),
        (EN, "Agree but need time.", "Agree but need time."),
        (FR, "Nous réservons la salle.", "Nous réservons la salle."),
        (
            FR,
            "la rotation est décidée, ne voyons pas pourquoi changer.",
            "la rotation est décidée, ne voyons pas pourquoi changer.",
        ),
        (ES, "el artículo exige dos tercios, cuento 19 de 32.", "el artículo exige dos tercios, cuento 19 de 32."),
        (EN, "hopes secr. replies by Friday.", "hoped secr. replies by Friday."),
        (FR, "demande si le gouv. appuie le plan.", "demande si le gouv. appuie le plan."),
        (ES, "espera que el min. acepta.", "espera que el min. acepta."),
    ],
)
def test_what_says_more_of_itself_or_is_shortened_is_marked(language: Language, note: str, left: str) -> None:
    assert f"[[{left}]]" in told(spoken("France", note, language))


@pytest.mark.parametrize(
    ("language", "note", "end"),
    [
        (ES, "de acuerdo. enviaré carta el lunes.", "Dice que enviará carta el lunes."),
        (ES, "fueron invitadas 12 ONG.", "La delegación de Francia dice que fueron invitadas 12 ONG."),
        (FR, "appuie le texte. mieux vaut reporter à juin.", "Elle ajoute que mieux vaut reporter à juin."),
        (FR, "espère que autres suivront.", "La délégation de la France espère qu’autres suivront."),
        (FR, "le Comité existe. prenons note du rapport.", "Elle prend note du rapport."),
        (EN, "supports it. the text was adopted in May.", "The representative added that the text was adopted in May."),
        (
            EN,
            "recalls that it was signed in 2010.",
            "The representative of France recalled that it was signed in 2010.",
        ),
        (EN, "believe OHCHR should do more.", "The representative of France believed OHCHR should do more."),
        (EN, "supports it. hope Fiji will reply.", "The representative hoped Fiji would reply."),
        (EN, "supports it. many members agreed in May.", "The representative added that many members agreed in May."),
        (
            EN,
            "urges all to reply before 15 jan. the office is late.",
            "The representative added that the office was late.",
        ),
    ],
)
def test_what_natives_found_broken_is_told(language: Language, note: str, end: str) -> None:
    assert told(spoken("France", note, language)).endswith(end)


@pytest.mark.parametrize(
    ("language", "note", "left"),
    [
        (ES, "toma nota. envié las cifras.", "Envié las cifras."),
        (ES, "apoya el texto. que la presidenta lo verifique.", "Que la presidenta lo verifique."),
        (EN, "supports it. all States consulted.", "All States consulted."),
        (EN, "supports Kenya, without money no network.", "supported Kenya, without money no network."),
        (FR, "appuie la Tunisie, sans argent pas de réseau.", "appuie la Tunisie, sans argent pas de réseau."),
        (ES, "apoya a Perú, sin fondos no hay red.", "apoya a Perú, sin fondos no hay red."),
        (ES, "considera q. el plazo es corto.", "considera q. el plazo es corto."),
        (FR, "regrette que la version fr. arrive tard.", "regrette que la version fr. arrive tard."),
        (
            FR,
            "appuie le texte. le Sénégal a demandé du temps, n’y voit pas d’objection.",
            "Le Sénégal a demandé du temps, n’y voit pas d’objection.",
        ),
        (EN, "recalls that guidance adopted in 2010.", "recalled that guidance adopted in 2010."),
        (FR, "appuie le texte. crise de liquidités, on comprend.", "Crise de liquidités, on comprend."),
        (FR, "qu’en pense le HCDH\N{NO-BREAK SPACE}? appuie le texte.", "qu’en pense le HCDH\N{NO-BREAK SPACE}?"),
        (EN, "supports it. accounts audited in June.", "Accounts audited in June."),
        (EN, "supports it. in national capacity: no one is ready.", "In national capacity: no one was ready."),
        (EN, "supports it. don’t delete paragraph 3.", "Don’t delete paragraph 3."),
        (EN, "supports it. propose delete.", "The representative proposed delete."),
    ],
)
def test_what_natives_found_wrong_is_marked(language: Language, note: str, left: str) -> None:
    assert f"[[{left}]]" in told(spoken("France", note, language))


def test_behind_what_another_says_a_spanish_act_is_of_who_speaks() -> None:
    """It has no subject: what stands before it bare would be its."""
    made = told(spoken("France", "apoya el texto. Marruecos dice que es tarde: es cierto. pide no votar.", ES))
    assert made.endswith("[[Dice: Marruecos dice que es tarde: es cierto.]] Pide no votar.")
