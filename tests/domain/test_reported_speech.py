"""How a note goes into reported speech, by its words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.reported_speech import Kind, Reported, reported
from nmirf_desktop.i18n import Language

EN, FR, ES = Language


@pytest.mark.parametrize(
    ("language", "note", "kind", "text"),
    [
        (EN, "welcomed the report", Kind.CONTINUED, "welcomed the report."),
        (EN, "the report was good", Kind.CLAUSE, "the report was good."),
        (EN, "The report was good. It was long.", Kind.CLAUSE, "the report was good. It was long."),
        (EN, "that the report was good", Kind.CLAUSE, "the report was good."),
        (EN, "said that the report was good", Kind.CLAUSE, "the report was good."),
        (EN, "There was no objection.", Kind.CLAUSE, "there was no objection."),
        (EN, "12 workshops had been held", Kind.CLAUSE, "12 workshops had been held."),
        (EN, "We thank the Chair.", Kind.DIRECT, "We thank the Chair."),
        (EN, "Morocco was ready.", Kind.DIRECT, "Morocco was ready."),
        (EN, "The question is: why?", Kind.DIRECT, "The question is: why?"),
        (EN, "on behalf of the group, welcomed it", Kind.CONTINUED, "on behalf of the group, welcomed it."),
        (FR, "accueille le rapport", Kind.CONTINUED, "accueille le rapport."),
        (FR, "Le rapport est bon", Kind.CLAUSE, "le rapport est bon."),
        (FR, "l’atelier est utile", Kind.CLAUSE, "l’atelier est utile."),
        (FR, "Il appuie le projet.", Kind.CLAUSE_AFTER_VOWEL, "il appuie le projet."),
        (FR, "une formation est prévue", Kind.CLAUSE_AFTER_VOWEL, "une formation est prévue."),
        (FR, "qu’une formation est prévue", Kind.CLAUSE_AFTER_VOWEL, "une formation est prévue."),
        (FR, "qu’hier le rapport a été lu", Kind.CLAUSE_AFTER_VOWEL, "hier le rapport a été lu."),
        (FR, "dit qu’y assister est utile", Kind.CLAUSE_AFTER_VOWEL, "y assister est utile."),
        (FR, "que oui", Kind.CLAUSE, "oui."),
        (EN, "No.", Kind.DIRECT, "No."),
        (EN, "no", Kind.DIRECT, "no."),
        (EN, "No, thank you", Kind.DIRECT, "No, thank you."),
        (EN, "No objection was raised", Kind.CLAUSE, "no objection was raised."),
        (EN, "It’s ready", Kind.CLAUSE, "it’s ready."),
        (FR, "Rien.", Kind.DIRECT, "Rien."),
        (FR, "que le rapport est bon", Kind.CLAUSE, "le rapport est bon."),
        (FR, "les remercie de leur travail", Kind.CONTINUED, "les remercie de leur travail."),
        (FR, "l’appuie", Kind.CONTINUED, "l’appuie."),
        (FR, "Nous remercions la présidence.", Kind.DIRECT, "Nous remercions la présidence."),
        (FR, "huit ateliers ont eu lieu", Kind.CLAUSE, "huit ateliers ont eu lieu."),
        (ES, "apoya el informe", Kind.CONTINUED, "apoya el informe."),
        (ES, "El informe es útil", Kind.CLAUSE, "el informe es útil."),
        (ES, "que hay acuerdo", Kind.CLAUSE, "hay acuerdo."),
        (ES, "los felicita por su labor", Kind.CONTINUED, "los felicita por su labor."),
        (ES, "se suma a lo dicho", Kind.CONTINUED, "se suma a lo dicho."),
        (ES, "¿Cuándo se celebra?", Kind.DIRECT, "¿Cuándo se celebra?"),
    ],
)
def test_the_first_word_tells(language: Language, note: str, kind: Kind, text: str) -> None:
    found = reported(note, language)
    assert (found.kind, found.text) == (kind, text)


NOBODY = "Mr. Diallo spoke at length."


@pytest.mark.parametrize(
    ("language", "first", "direct"),
    [
        (EN, "thanked the Committee at short notice.", "We think that the budget needs a decision."),
        (EN, "thanked Mr. Diallo for his help.", "In that light, our delegation agrees."),
        (EN, "thanked the Chair. Asked for the floor.", "As the host, I wish to say more."),
        (EN, "thanked the Chair.", "I’m ready."),
        (FR, "remercie le Comité.", "Nous pensons que le budget est trop faible."),
        (FR, "remercie le Comité.", "De plus, notre pays en fera autant."),
        (FR, "remercie le Comité.", "J'y reviendrai."),
        (FR, "remercie le Comité.", "Pensons que c’est bien."),
        (ES, "agradece la labor del Comité.", "Creemos que el presupuesto es insuficiente."),
        (ES, "agradece la labor del Comité.", "También lo apoyamos."),
        (ES, "agradece la labor del Comité.", "Quisiéramos saber más."),
        (ES, "agradece la labor del Comité.", "A nuestro juicio, es poco."),
    ],
)
def test_from_where_it_speaks_in_the_first_person_a_note_is_what_was_said(
    language: Language, first: str, direct: str
) -> None:
    found = reported(f"{first} {direct} {NOBODY}", language)
    assert (found.kind, found.text, found.direct) == (Kind.CONTINUED, first, f"{direct} {NOBODY}")


@pytest.mark.parametrize(
    ("language", "note", "kind", "text", "direct"),
    [
        (
            EN,
            "said that it supports the text. We think that it should be shorter",
            Kind.CLAUSE,
            "it supports the text.",
            "We think that it should be shorter.",
        ),
        (
            FR,
            "dit qu’il appuie le texte. Nous le trouvons long. Il le dit.",
            Kind.CLAUSE_AFTER_VOWEL,
            "il appuie le texte.",
            "Nous le trouvons long. Il le dit.",
        ),
        (ES, "que apoya el texto. Creemos que es largo.", Kind.CLAUSE, "apoya el texto.", "Creemos que es largo."),
        (EN, "that we think the guide is useful.", Kind.DIRECT, "We think the guide is useful.", ""),
    ],
)
def test_what_a_note_reports_itself_stays_reported_until_it_speaks_in_the_first_person(
    language: Language, note: str, kind: Kind, text: str, direct: str
) -> None:
    """Kenya spoke of itself as “It” in its own words."""
    assert reported(note, language) == Reported(kind, text, direct)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "The budget is too small. We need more."),
        (EN, "we think that it is too small"),
        (EN, "on behalf of the group, we welcome it"),
        (FR, "Le rapport est bon. Nous l’appuyons."),
        (FR, "remercions la présidence"),
        (FR, "j’appuie le projet"),
        (ES, "El informe es útil. Lo apoyamos."),
        (ES, "agradecemos la labor del Comité"),
        (ES, "no creemos que sea útil"),
        (EN, "thanked the Chair and asked us to be brief"),
        (EN, "welcomed what the US and our delegation had said. The Chair agreed."),
        (EN, "supported the text before us"),
        (FR, "remercie la présidence et nous invite à conclure"),
        (FR, "les prie de nous écouter. Il est tard."),
        (FR, "rappelle notre accord de 2025"),
        (ES, "agradece que nos acompañen"),
        (ES, "los invita a nuestra sede. Es tarde."),
        (ES, "reitera que no podemos esperar y que me lo pidieron"),
    ],
)
def test_a_note_whose_sentence_cannot_go_on_stands_whole_after_the_colon(language: Language, note: str) -> None:
    found = reported(note, language)
    assert (found.kind, found.text.rstrip("."), found.direct) == (Kind.DIRECT, note.rstrip("."), "")


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (
            EN,
            "welcomed annex I and the draft of the US. Annex I was long. Our Common Agenda was cited. Part I was not.",
        ),
        (EN, "recalled that the Chair had said “we are ready; our work is done”. It was late."),
        (FR, "remercie le Comité. Questions diverses. Les actions de M. Ma sont saluées. Notre-Dame est citée."),
        (FR, "rappelle que la présidence avait dit « nous sommes prêts ». Il est tard."),
        (ES, "agradece la labor. Los últimos tramos son largos. Extremos y ramos. Ramos lo dice. Próximos pasos."),
        (ES, "recuerda que la Presidencia dijo «estamos listos». Es tarde. Organismos regionales."),
    ],
)
def test_a_note_in_the_third_person_goes_on_as_before(language: Language, note: str) -> None:
    assert reported(note, language) == Reported(Kind.CONTINUED, note)


@pytest.mark.parametrize(
    ("language", "note", "act"),
    [
        (EN, "Morocco supported the draft", "supported the draft."),
        (EN, "The Kingdom of Morocco supported the draft", "supported the draft."),
        (EN, "that Morocco supported the draft", "supported the draft."),
        (FR, "Le Maroc appuie le projet", "appuie le projet."),
        (FR, "dit que le Maroc s'associe au projet", "s'associe au projet."),
        (FR, "la délégation du Maroc ne s’oppose pas au projet", "ne s’oppose pas au projet."),
        (ES, "Marruecos apoya el proyecto", "apoya el proyecto."),
        (ES, "Marruecos no se opone al proyecto", "no se opone al proyecto."),
    ],
)
def test_a_speaker_that_a_note_names_as_its_subject_is_named_once(language: Language, note: str, act: str) -> None:
    called = {
        EN: ("the representative of Morocco", "Morocco", "the Kingdom of Morocco"),
        FR: ("la délégation du Maroc", "le Maroc", "Maroc"),
        ES: ("la delegación de Marruecos", "Marruecos"),
    }
    assert reported(note, language, called[language]) == Reported(Kind.CONTINUED, act)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "Morocco supported three projects in 2025"),
        (EN, "Morocco had a plan"),
        (EN, "Morocco would support training"),
        (EN, "Morocco supported it. The plan was good."),
        (FR, "le Maroc accueille la réunion"),
        (FR, "le Maroc souhaite qu’il soit adopté"),
        (FR, "Maroc accueille la réunion"),
        (ES, "Marruecos celebra la reunión"),
        (ES, "Marruecos apoya el nuestro"),
    ],
)
def test_what_may_be_an_act_of_the_state_itself_is_a_clause_of_its_own(language: Language, note: str) -> None:
    found = reported(note, language, ("Morocco", "le Maroc", "Maroc", "Marruecos"))
    if "nuestro" in note:  # its first person is quoted
        assert found == reported(note, language)
    else:
        assert found == Reported(Kind.CLAUSE, note if note.endswith(".") else f"{note}.")


@pytest.mark.parametrize(
    "note",
    [
        "Moroccos supported it",
        "Morocco, we thank you",
        "Morocco and Ghana?",
        "Morocco: a case",
        "Morocco would. We agree.",
    ],
)
def test_a_name_that_begins_no_clause_stands_after_the_colon(note: str) -> None:
    assert reported(note, EN, ("Morocco",)).kind is Kind.DIRECT


@pytest.mark.parametrize(
    ("language", "note", "name"),
    [
        (Language.EN, "Morocco in favour of it, with changes", "Morocco"),
        (Language.FR, "Maroc contre le texte", "Maroc"),
        (Language.FR, "le Maroc contre le texte", "le Maroc"),
        (Language.FR, "Le Maroc sans objection", "le Maroc"),
        (Language.ES, "la Argentina en contra", "la Argentina"),
        (Language.ES, "Marruecos a favor del texto", "Marruecos"),
    ],
)
def test_a_note_without_a_verb_that_names_its_speaker_stands_after_the_colon(
    language: Language, note: str, name: str
) -> None:
    """It was "said that Morocco in favour of it"."""
    assert reported(note, language, [name]).kind is Kind.DIRECT


@pytest.mark.parametrize(
    ("language", "note", "name"),
    [
        (FR, "le Maroc et le Ghana appuient le texte", "le Maroc"),
        (ES, "la Argentina y Chile lo apoyan", "la Argentina"),
    ],
)
def test_who_speaks_for_another_too_is_reported_in_a_clause(language: Language, note: str, name: str) -> None:
    assert reported(note, language, [name]).clause


@pytest.mark.parametrize(
    ("language", "note", "act"),
    [
        (FR, "Portugal a appuyé la proposition du Maroc", "a appuyé la proposition du Maroc."),
        (FR, "le Portugal n’a pas appuyé la proposition", "n’a pas appuyé la proposition."),
        (FR, "la délégation ne peut accepter le texte", "ne peut accepter le texte."),
        (FR, "La délégation souhaite qu’il soit adopté", "souhaite qu’il soit adopté."),
        (ES, "Portugal apoyó la propuesta", "apoyó la propuesta."),
        (ES, "La delegación no puede aceptar el texto", "no puede aceptar el texto."),
    ],
)
def test_a_speaker_is_named_once_in_the_past_too_and_where_the_note_says_the_delegation(
    language: Language, note: str, act: str
) -> None:
    called = {
        FR: ("la délégation du Portugal", "le Portugal", "Portugal"),
        ES: ("la delegación de Portugal", "Portugal"),
    }
    assert reported(note, language, called[language]) == Reported(Kind.CONTINUED, act)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (FR, "le Portugal s’est associé au projet"),
        (FR, "la délégation marocaine ne peut accepter le texte"),
        (ES, "la delegación de Ghana no puede aceptar el texto"),
    ],
)
def test_what_would_have_to_agree_or_is_another_delegation_is_a_clause(language: Language, note: str) -> None:
    called = {FR: ("la délégation du Portugal", "le Portugal"), ES: ("la delegación de Portugal",)}
    assert reported(note, language, called[language]) == Reported(Kind.CLAUSE, f"{note}.")


@pytest.mark.parametrize(
    ("language", "note", "adverbial"),
    [
        (EN, "on behalf of the group, welcomed it", True),
        (EN, "as an observer, thanked the Chair", True),
        (EN, "first, thanked the Chair", True),
        (EN, "speaking for the group, agreed", True),
        (EN, "thanked the Chair, the Committee and the host", False),
        (EN, "in short agreed", False),
        (EN, "as noted. Thanked the Chair, too", False),
        (FR, "au nom du groupe, salue le rapport", True),
        (FR, "s’exprimant à titre personnel, appuie le texte", True),
        (FR, "remercie la présidence, puis le Comité", False),
        (ES, "en nombre del grupo, agradece el informe", True),
        (ES, "hablando a título personal, apoya el texto", True),
        (ES, "agradece el informe, y lo apoya", False),
    ],
)
def test_a_note_that_begins_with_an_adverbial_and_a_comma_has_one_before_it_too(
    language: Language, note: str, adverbial: bool
) -> None:
    assert reported(note, language) == Reported(
        Kind.CONTINUED, note if note.endswith(".") else f"{note}.", "", adverbial
    )


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (Language.EN, "second the proposal of Chile, with thanks"),
        (Language.EN, "like the text, but doubts the cost"),
        (Language.ES, "recomienda el texto, con cambios"),
        (Language.ES, "recomiendo el texto, con cambios"),
    ],
)
def test_a_verb_is_no_adverbial(language: Language, note: str) -> None:
    """A comma stood before it: "Morocco, second the proposal …"."""
    assert not reported(note, language).adverbial


@given(note=st.text(min_size=1).filter(str.strip), language=st.sampled_from(Language))
def test_any_note_is_kept_and_ends_with_a_stop(note: str, language: Language) -> None:
    found = reported(note, language)
    assert found.text.strip()
    assert found.text.rstrip(".").casefold() in f"{note.strip()}.".casefold() or not found.clause


WORDS = (
    "we our I us Annex nous notre j’y pensons nos creemos nuestro lo el the la thanked appuie Le Los últimos “ ” . ; ,"
    " ? Mr. I’m Marruecos"
)


@given(words=st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12), language=st.sampled_from(Language))
def test_no_word_of_a_note_is_lost_or_doubled_whoever_speaks_in_it(words: list[str], language: Language) -> None:
    note = " ".join(words)
    found = reported(note, language)
    assert _bare(f"{found.text} {found.direct}") == _bare(note)


def _bare(text: str) -> list[str]:
    """The words of a text; a stop may take the place of a semicolon."""
    return [word for one in text.split() if (word := one.casefold().strip(".;"))]
