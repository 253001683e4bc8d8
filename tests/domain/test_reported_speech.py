"""How a note goes into reported speech, by its first word alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.reported_speech import Kind, reported
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


@given(note=st.text(min_size=1).filter(str.strip), language=st.sampled_from(Language))
def test_any_note_is_kept_and_ends_with_a_stop(note: str, language: Language) -> None:
    found = reported(note, language)
    assert found.text.strip()
    assert found.text.rstrip(".").casefold() in f"{note.strip()}.".casefold() or not found.clause
