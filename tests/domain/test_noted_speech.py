"""A note in the sentences of minutes: its speaker once, each sentence with its subject, English in the past."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.english_past import past
from nmirf_desktop.domain.noted_speech import Speaker, again, noted
from nmirf_desktop.domain.reported_speech import Kind
from nmirf_desktop.i18n import Language

EN, FR, ES = Language
WHO = {
    EN: Speaker(("the representative of Panama", "Panama", "the Republic of Panama"), "It"),
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
        (EN, "regrets the delay. Proposes a day in May.", "regretted the delay. It proposed a day in May."),
        (EN, "supports Mali. Wants a survey of needs", "supported Mali. It wanted a survey of needs."),
        (EN, "hopes that it will be sent soon", "hoped that it would be sent soon."),
        (EN, "does not support it, and has no budget", "did not support it, and had no budget."),
        (EN, "strongly supports the text", "strongly supported the text."),
        (EN, "said: “We shall never forget”. Asked for a vote.", "said: “We shall never forget”. It asked for a vote."),
        (EN, "Supports the draft", "supported the draft."),
        (FR, "appuie le Maroc. Souhaite un calendrier précis", "appuie le Maroc. Elle souhaite un calendrier précis."),
        (FR, "appuie le Maroc. Demande que l’on vote", "appuie le Maroc. Elle demande que l’on vote."),
        (FR, "appuie le Maroc. Demande de vote écartée", "appuie le Maroc. Demande de vote écartée."),
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
        (EN, "No comment"),
        (EN, "No comment at this stage"),
        (FR, "Aucun commentaire"),
        (ES, "Ningún comentario"),
        (EN, "x"),
        (EN, "yes to the survey"),
        (ES, "hablo de los plazos"),
        (EN, "we need help"),
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
    ],
)
def test_a_sentence_whose_verb_tense_or_subject_is_not_known_is_named(note: str, left: str) -> None:
    assert noted(note, EN, Speaker(("Panama",))).left == (left,)


@pytest.mark.parametrize(
    ("who", "language", "official", "pronoun"),
    [
        ("the representative of Mali", EN, True, "It"),
        ("la délégation du Mali", FR, True, "Elle"),
        ("le HCDH", FR, True, "Il"),
        ("le PNUD", FR, False, ""),
        ("la delegación de Malí", ES, True, ""),
    ],
)
def test_the_pronoun_follows_the_speaker(who: str, language: Language, official: bool, pronoun: str) -> None:
    assert again(who, language, official=official) == pronoun


WORDS = (
    "we our I Annex nous notre pensamos creemos nuestro lo the la thanked supports wants It it is will that and but"
    " appuie Souhaite Propone Wants a un May Panama : Panama, ; , . ? “ ” on behalf, x"
)


@given(words=st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12), language=st.sampled_from(Language))
def test_no_word_of_a_note_is_lost_but_its_speakers_name(words: list[str], language: Language) -> None:
    """Of an English verb the form is another; a pronoun may be added."""
    found = noted(" ".join(words), language, WHO[language])
    told = _letters(f"{found.aside} {found.told.text} {found.told.direct}")
    for word in _letters(" ".join(words)):
        if word not in ("panama", "le", "la", "that"):
            told.remove((PAST.get(word) or past(word)) if word not in told else word)


PAST = {"is": "was", "will": "would"}


def _letters(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
