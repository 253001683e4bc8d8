"""A note in the sentences of minutes: its speaker once, each sentence with its subject, English in the past."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.english_verbs import past
from nmirf_desktop.domain.noted_speakers import Speaker, again
from nmirf_desktop.domain.noted_speech import noted
from nmirf_desktop.domain.reported_speech import Kind
from nmirf_desktop.i18n import Language

EN, FR, ES = Language
WHO = {
    EN: Speaker(("the representative of Panama", "Panama", "the Republic of Panama"), "The representative"),
    FR: Speaker(("la délégation du Panama", "le Panama", "Panama"), "Elle"),
    ES: Speaker(("la delegación de Panamá", "Panamá")),
}


@pytest.mark.parametrize(
    ("language", "note", "told"),
    [
        (EN, "On behalf of the group, thanked the Chair", "on behalf of the group, thanked the Chair."),
        (
            EN,
            "On behalf of CANZ, thanked the Chair and asked why",
            "on behalf of CANZ, thanked the Chair and asked why.",
        ),
        (FR, "Au nom du groupe, remercie la présidence", "au nom du groupe, remercie la présidence."),
        (ES, "En nombre del grupo, agradece el informe", "en nombre del grupo, agradece el informe."),
        (EN, "Panama supports the plan but wants more time.", "supported the plan but wanted more time."),
        (
            EN,
            "regrets the delay. Proposes a day in May.",
            "regretted the delay. The representative proposed a day in May.",
        ),
        (EN, "supports Mali. Wants a survey of needs", "supported Mali. The representative wanted a survey of needs."),
        (EN, "hopes that it will be sent soon", "hoped that it would be sent soon."),
        (EN, "does not support it, and has no budget", "did not support it, and had no budget."),
        (EN, "strongly supports the text", "strongly supported the text."),
        (
            EN,
            "said: “We shall never forget”. Asked for a vote.",
            "said: “We shall never forget”. The representative asked for a vote.",
        ),
        (EN, "Supports the draft", "supported the draft."),
        (EN, "Calls for more funding", "called for more funding."),
        (EN, "calls for a fund", "called for a fund."),
        (EN, "wishes to be listed as a sponsor", "wished to be listed as a sponsor."),
        (EN, "notes and supports the plan", "noted and supported the plan."),
        (EN, "Asks about deadlines and costs", "asked about deadlines and costs."),
        (EN, "Thanks all for their help, comments and wishes", "thanked all for their help, comments and wishes."),
        (
            EN,
            "Supports. Cannot accept it. Will vote in favour.",
            (
                "supported. The representative could not accept it. The representative said that the delegation would "
                "vote in favour."
            ),
        ),
        (EN, "has doubts. Has no budget", "had doubts. The representative said that the delegation had no budget."),
        (EN, "is ready to host a workshop", "said that the delegation was ready to host a workshop."),
        (EN, "on behalf of the group, has a plan", "on behalf of the group, said that the delegation had a plan."),
        (
            EN,
            "will host the meeting and supports it",
            "said that the delegation would host the meeting and supported it.",
        ),
        (
            EN,
            "would be able to pay, and welcomes it",
            "said that the delegation would be able to pay, and welcomed it.",
        ),
        (EN, "established a mechanism in 2024", "said that Panama established a mechanism in 2024."),
        (EN, "needs more time", "said that the delegation needed more time."),
        (ES, "acogerá la reunión", "dice que acogerá la reunión."),
        (ES, "votará en contra", "dice que votará en contra."),
        (EN, "is grateful to Mali", "said that the delegation was grateful to Mali."),
        (EN, "is pleased to propose Mali", "said that the delegation was pleased to propose Mali."),
        (EN, "is in favour of the text", "was in favour of the text."),
        (EN, "would not oppose it", "would not oppose it."),
        (FR, "est prête à accueillir un atelier", "dit qu’elle est prête à accueillir un atelier."),
        (FR, "n’est pas prête", "dit qu’elle n’est pas prête."),
        (FR, "organisera un atelier en mai", "dit qu’elle organisera un atelier en mai."),
        (FR, "est favorable au texte", "est favorable au texte."),
        (FR, "a appuyé le texte", "a appuyé le texte."),
        (ES, "está dispuesta a acoger un taller", "dice que está dispuesta a acoger un taller."),
        (ES, "no tiene presupuesto", "dice que no tiene presupuesto."),
        (ES, "está de acuerdo con Malí", "está de acuerdo con Malí."),
        (EN, "asks that Mali report by May", "asked that Mali report by May."),
        (EN, "asks how to proceed and what is due", "asked how to proceed and what was due."),
        (FR, "estime que c’est tard. Votera contre", "estime que c’est tard. Elle dit qu’elle votera contre."),
        (FR, "appuie le Maroc. A adopté une loi", "appuie le Maroc. Elle dit que le Panama a adopté une loi."),
        (FR, "appuie le Maroc. S’abstiendra", "appuie le Maroc. Elle dit qu’elle s’abstiendra."),
        (FR, "appuie le Maroc. Ne peut accepter le texte", "appuie le Maroc. Elle ne peut accepter le texte."),
        (FR, "appuie le Maroc. N’a pas de budget", "appuie le Maroc. Elle dit qu’elle n’a pas de budget."),
        (FR, "appuie le Maroc. Souhaite un calendrier précis", "appuie le Maroc. Elle souhaite un calendrier précis."),
        (FR, "appuie le Maroc. Demande que l’on vote", "appuie le Maroc. Elle demande que l’on vote."),
        (ES, "apoya a Malí. Propone un calendario", "apoya a Malí. Propone un calendario."),
        (ES, "Panamá apoya el texto. Pidió que se vote", "apoya el texto. Pidió que se vote."),
        (ES, "Panama: agradece el informe; solicita copia", "agradece el informe; solicita copia."),
    ],
)
def test_a_note_continues_the_sentence_of_its_speaker(language: Language, note: str, told: str) -> None:
    found = noted(note, language, WHO[language])
    assert (found.told.kind, found.told.text, found.left) == (Kind.CONTINUED, told, ())


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("budget is tight", "budget was tight."),
        ("costs of training are high", "costs of training were high."),
        ("The political will is there", "the political will was there."),
        ("It hopes the report is good", "it hoped the report was good."),
        ("that Panama hosts the meeting", "Panama hosted the meeting."),
        ("Panama costs are too high", "Panama costs were too high."),
    ],
)
def test_a_clause_has_its_verb_in_the_past(note: str, told: str) -> None:
    found = noted(note, EN, WHO[EN])
    assert (found.told.clause, found.told.text) == (True, told)


def test_who_supported_a_speaker_stands_between_commas() -> None:
    found = noted("Panama, supported by Peru: reports should be shorter", EN, WHO[EN])
    assert (found.aside, found.told.text, found.told.clause) == (
        "supported by Peru",
        "reports should be shorter.",
        True,
    )


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "Aucun commentaire"),
        (ES, "Ningún comentario"),
        (EN, "x"),
        (EN, "yes to the survey"),
        (ES, "hablo de los plazos"),
        (EN, "we need help"),
        (EN, "doubts remain"),
        (EN, "costs and delays are a concern"),
        (EN, "requests from members increased"),
        (EN, "Calls for help increased"),
    ],
)
def test_what_is_no_sentence_stands_after_the_colon_and_is_named(language: Language, note: str) -> None:
    found = noted(note, language, WHO[language])
    assert (found.told.kind, found.told.text, found.left) == (Kind.DIRECT, f"{note}.", (f"{note}.",))


@pytest.mark.parametrize(
    ("language", "note", "first", "direct"),
    [
        (ES, "agradece a Malí; mi país organizará un taller", "agradece a Malí.", "mi país organizará un taller."),
        (FR, "le salue ; nous proposons un rappel", "le salue.", "nous proposons un rappel."),
    ],
)
def test_what_speaks_in_the_first_person_behind_a_semicolon_is_quoted_alone(
    language: Language, note: str, first: str, direct: str
) -> None:
    found = noted(note, language, WHO[language])
    assert (found.told.kind, found.told.text, found.told.direct) == (Kind.CONTINUED, first, direct)
    assert found.left == (direct,)


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("learns from the report", "learns from the report."),
        ("congratulations to Mali", "congratulations to Mali."),
        ("thanks to the host", "thanks to the host."),
        ("says that it may come", "said that it may come."),
        ("supported it. Wants a day in May", "Wanted a day in May."),
        ("supported it. Cannot accept paragraph 2.", "Could not accept paragraph 2."),
        ("supported it. The plan lacks detail", "The plan lacks detail."),
        ("supported it. Had it been sent, it would help", "Had it been sent, it would help."),
        ("agrees with Peru that the plan lacks detail", "agreed with Peru that the plan lacks detail."),
        ("hopes that members support it", "hoped that members support it."),
        ("hopes that the Network grows and becomes stronger", "hoped that the Network grows and became stronger."),
        ("welcomes it and calls for its translation", "welcomed it and calls for its translation."),
        ("has a mechanism since 2019 and reports yearly", "had a mechanism since 2019 and reports yearly."),
        ("asks why the report is late and helps the Chair", "asked why the report was late and helps the Chair."),
    ],
)
def test_a_sentence_whose_verb_tense_or_subject_is_not_known_is_named(note: str, left: str) -> None:
    assert noted(note, EN, Speaker(("Panama",))).left == (left,)


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("appuie le texte. A défaut de mieux, attend", "A défaut de mieux, attend."),
        ("appuie le texte. Peut attendre", "Peut attendre."),
        ("appuie le texte. S’agissant du budget, attend", "S’agissant du budget, attend."),
        ("appuie le texte. S’ajoute à cela le manque de temps", "S’ajoute à cela le manque de temps."),
        ("appuie le texte. Ne disposant pas de budget, attend", "Ne disposant pas de budget, attend."),
        ("appuie le texte. Suivra un débat", "Suivra un débat."),
    ],
)
def test_a_french_sentence_that_may_lack_its_subject_is_named(note: str, left: str) -> None:
    assert noted(note, FR, WHO[FR]).left == (left,)


@pytest.mark.parametrize(
    ("who", "language", "official", "pronoun"),
    [
        ("the representative of Mali", EN, True, "The representative"),
        ("the observer for Japan", EN, True, "The observer"),
        ("a delegation", EN, True, "The delegation"),
        ("the representative of OHCHR", EN, True, "The representative"),
        ("the African Union", EN, False, ""),
        ("a participant", EN, False, ""),
        ("la délégation du Mali", FR, True, "Elle"),
        ("le HCDH", FR, True, "Il"),
        ("le PNUD", FR, False, ""),
        ("la delegación de Malí", ES, True, ""),
    ],
)
def test_a_further_sentence_takes_up_its_speaker_as_the_one_before_began(
    who: str, language: Language, official: bool, pronoun: str
) -> None:
    assert again(who, language, official=official) == pronoun


NOUNS = frozenset({"costs", "requests", "doubts", "calls"})
WORDS = (
    "we our I Annex nous notre pensamos creemos nuestro lo the la thanked supports wants It it is will that and but"
    " appuie Souhaite Propone Wants a un May Panama : Panama, ; , . ? “ ” on behalf, x"
    " costs requests doubts calls members and"
)


@given(words=st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12), language=st.sampled_from(Language))
def test_no_word_of_a_note_is_lost_but_its_speakers_name(words: list[str], language: Language) -> None:
    """Of an English verb, and of an act in the first person, the form is another; who speaks may be taken up."""
    found = noted(" ".join(words), language, WHO[language])
    told = _letters(f"{found.aside} {found.told.text} {found.told.direct} {found.behind}")
    for word in _letters(" ".join(words)):
        if word not in ("panama", "le", "la", "that"):
            told.remove((TOLD[language].get(word) or past(word)) if word not in told else word)


TOLD = {EN: {"is": "was", "will": "would"}, FR: {}, ES: {"creemos": "cree", "pensamos": "piensa"}}
"""Words of the note, and what becomes of them: English is told in the past, an act in the first person in the third."""


@given(words=st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12))
def test_a_noun_becomes_no_verb_where_none_plainly_stands(words: list[str]) -> None:
    """Behind "and" or a comma, with nothing behind it that a verb has: there every form in -s stays."""
    text = " ".join(words)
    told = noted(text, EN, WHO[EN])
    kept = _letters(f"{told.aside} {told.told.text} {told.told.direct} {told.behind}")
    for noun in NOUNS:
        stays = re.findall(rf"(?:members|x|May) (?:and|,) {noun}(?= (?:and|,|;|\\.|members|x)|$)", text)
        assert kept.count(noun) >= len(stays), text


def _letters(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_a_claim_of_somebody_whom_no_word_takes_up_is_named_as_it_was_noted() -> None:
    """Whose it is cannot be said again, and told without it the claim would be a fact of the minutes."""
    found = noted("is ready to host a workshop", EN, Speaker(("Ms. Ada Ruiz",)))
    assert found.left == ("was ready to host a workshop.",)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "a fait observer que le délai est court"),
        (FR, "a pris note du rapport"),
        (FR, "a pris la parole au titre de l’article 5"),
        (FR, "a également invité les membres à répondre"),
        (FR, "a expliqué sa position"),
        (FR, "a relevé une erreur"),
        (FR, "a tenu à féliciter le Chili"),
        (FR, "a accueilli avec satisfaction le rapport"),
        (FR, "a mis l’accent sur la formation"),
        (FR, "n’a pas pu accepter le texte"),
        (FR, "doit rappeler le mandat"),
        (FR, "remerciera le Chili"),
        (ES, "ha señalado que el plazo es corto"),
        (ES, "ha solicitado más tiempo"),
        (ES, "ha preguntado si habrá traducción"),
        (ES, "también ha preguntado por el plazo"),
        (ES, "ha hecho hincapié en la formación"),
        (ES, "ha tomado nota del informe"),
        (ES, "ha acogido con satisfacción el informe"),
        (ES, "ha puesto de relieve la formación"),
        (ES, "debe recordar el mandato"),
        (ES, "agradecerá una respuesta"),
    ],
)
def test_what_a_delegation_does_by_saying_so_is_told_as_its_act(language: Language, note: str) -> None:
    """The minutes had it claim to have done so: "dice que ha señalado que …"."""
    found = noted(note, language, WHO[language])
    assert (found.told.text, found.left) == (f"{note}.", ())


@pytest.mark.parametrize(
    ("language", "note", "told"),
    [
        (FR, "a organisé un atelier", "dit qu’elle a organisé un atelier."),
        (FR, "a déjà mis en place un mécanisme", "dit qu’elle a déjà mis en place un mécanisme."),
        (FR, "a tenu trois réunions", "dit qu’elle a tenu trois réunions."),
        (FR, "n’a pas pu organiser d’atelier", "dit qu’elle n’a pas pu organiser d’atelier."),
        (FR, "a un plan", "dit qu’elle a un plan."),
        (FR, "est honorée d’être ici", "dit qu’elle est honorée d’être ici."),
        (FR, "a aussi un plan", "dit qu’elle a aussi un plan."),
        (FR, "a trois experts", "dit qu’elle a trois experts."),
        (FR, "compte trois experts", "dit qu’elle compte trois experts."),
        (ES, "ha creado un mecanismo", "dice que ha creado un mecanismo."),
        (ES, "ha acogido dos talleres", "dice que ha acogido dos talleres."),
        (ES, "ha puesto en marcha un plan", "dice que ha puesto en marcha un plan."),
        (ES, "publicará el informe", "dice que publicará el informe."),
    ],
)
def test_what_is_of_its_state_is_reported_as_said(language: Language, note: str, told: str) -> None:
    found = noted(note, language, WHO[language])
    assert (found.told.text, found.left) == (told, ())


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "a bousculé le calendrier"),
        (FR, "a pris le temps de lire"),
        (ES, "ha trastocado el calendario"),
        (FR, "bousculera le calendrier"),
    ],
)
def test_of_a_verb_that_may_be_either_the_sentence_is_named_as_it_was_noted(language: Language, note: str) -> None:
    found = noted(note, language, WHO[language])
    assert (found.told.text, found.left) == (f"{note}.", (f"{note}.",))


def test_an_occasion_that_is_used_is_no_claim() -> None:
    found = noted("uses the occasion to thank the Chair", EN, WHO[EN])
    assert found.told.text == "used the occasion to thank the Chair."


def test_what_asks_without_its_sign_is_named_as_it_was_noted() -> None:
    assert noted("is there a deadline", EN, WHO[EN]).left == ("was there a deadline.",)


@pytest.mark.parametrize(
    ("called", "note", "told", "left"),
    [
        ("le PNUD", "appuie le texte et financera l’atelier.", "appuie le texte et dit qu’il financera l’atelier.", ()),
        ("le PNUD", "votera pour.", "dit qu’il votera pour.", ()),
        ("la Banque mondiale", "votera pour.", "dit qu’elle votera pour.", ()),
        ("l’UNICEF", "votera pour.", "votera pour.", ("votera pour.",)),
    ],
)
def test_a_body_says_what_it_will_do_by_the_gender_of_its_article(
    called: str, note: str, told: str, left: tuple[str, ...]
) -> None:
    """It has no pronoun of a delegation, and each of these sentences was named."""
    found = noted(note, Language.FR, Speaker((called,)))
    assert (found.told.text, found.left) == (told, left)


def test_a_long_list_of_states_is_told() -> None:
    """Each of its commas had all that stands before it read anew, for minutes: tests/benchmarks/test_notes.py."""
    listed = ", ".join(f"État {number}" for number in range(800))
    note = f"remercie le Bureau. Le texte est appuyé par {listed}."
    told = noted(note, Language.FR, Speaker(("Maroc",), "Elle", feminine=True)).told.text
    assert told.startswith("remercie le Bureau.")
    assert f"appuyé par {listed}." in told


@pytest.mark.parametrize(
    ("language", "by", "note", "told"),
    [
        (
            ES,
            Speaker(("el ACNUDH", "ACNUDH")),
            "apoya el texto. acnudh agradece el apoyo.",
            "apoya el texto. Agradece el apoyo.",
        ),
        (
            FR,
            Speaker(("le HCDH", "HCDH"), "Il"),
            "appuie le texte. le HCDH rappelle que c’est gratuit.",
            "appuie le texte. Il rappelle que c’est gratuit.",
        ),
    ],
)
def test_a_body_that_names_itself_further_on_is_no_other_subject(
    language: Language, by: Speaker, note: str, told: str
) -> None:
    """It was « Il ajoute que le HCDH rappelle que … »."""
    found = noted(note, language, by)
    assert (found.told.text, found.left) == (told, ())


@pytest.mark.parametrize(
    ("language", "by", "note", "named"),
    [
        (FR, Speaker(("le HCDH", "HCDH"), "Il"), "est prête à aider.", True),
        (FR, Speaker(("le HCDH", "HCDH"), "Il"), "est prêt à aider.", False),
        (FR, Speaker(("le HCDH", "HCDH"), "Il"), "rappelle que la note est prête.", False),
        (ES, Speaker(("el ACNUDH", "ACNUDH")), "está dispuesta a formar.", True),
        (ES, Speaker(("el ACNUDH", "ACNUDH")), "recuerda que la nota está lista.", False),
    ],
)
def test_a_feminine_of_a_masculine_body_is_named(language: Language, by: Speaker, note: str, named: bool) -> None:
    assert bool(noted(note, language, by).left) is named


def test_what_a_body_did_is_told_of_it_and_of_no_state() -> None:
    body = Speaker(("la Commission africaine", "Commission africaine"), "Elle", feminine=True)
    assert noted("a adopté une résolution.", FR, body).told.text == "dit qu’elle a adopté une résolution."
    state = Speaker(("la délégation d’Oman", "Oman"), "Elle", feminine=True)
    assert noted("a adopté une loi.", FR, state).told.text == "dit qu’Oman a adopté une loi."
