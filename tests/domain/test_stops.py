"""A sentence ends with one stop, also where a value that ends with its own stands last in it."""

import datetime

import pytest

from nmirf_desktop.domain.drafted import in_all
from nmirf_desktop.domain.refusals import say
from nmirf_desktop.domain.rekeyed import as_typed, because
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.typography import parted
from nmirf_desktop.i18n import Catalog, Language, catalog
from nmirf_desktop.i18n.stops import with_one_stop

TEN = datetime.time(10)


def opened(words: Catalog) -> str:
    """A sentence at whose end a time stands, in one language in which that has a stop and two in which it has none."""
    return words.gettext("The sitting was opened at {time}.").format(time=words.time(TEN))


@pytest.mark.parametrize("language", list(Language))
def test_a_sentence_at_whose_end_a_time_stands_has_one_stop(language: Language) -> None:
    words = catalog(language)
    shown = say(words, "The sitting was opened at {time}.", {"time": words.time(TEN)})
    said = (shown, Said.by(opened).read(language).text, in_all(opened)[language])
    for one in said:
        assert one.endswith(".")
        assert ".." not in one
    assert len(set(said)) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Place of the meeting: Washington, D.C.. It begins at 10 a.m..",
            "Place of the meeting: Washington, D.C. It begins at 10 a.m.",
        ),
        ("Reason: “to be held in Washington, D.C..”", "Reason: “to be held in Washington, D.C.”"),
        ("And so on...", "And so on..."),
        ("The file is ../register.", "The file is ../register."),
        ("Saved.", "Saved."),
    ],
)
def test_stops_that_are_meant_stay(text: str, shown: str) -> None:
    assert with_one_stop(text) == shown


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [
        ("Papers, pens, etc.", "Papers, pens, etc."),
        ("Plumes, papiers, etc. ", "Plumes, papiers, etc."),
        ("faltaban papeletas, p. ej.", "faltaban papeletas, p. ej."),
        ("faltaban papeletas, p.\u00a0ej.", "faltaban papeletas, p.\u00a0ej."),
        ("le scrutin reprend à la salle XX, p. ex.", "le scrutin reprend à la salle XX, p. ex."),
        ("The poll began at 10 a.m.", "The poll began at 10 a.m."),
        ("Counted in Washington, D.C.", "Counted in Washington, D.C."),
        ("Papers went to the U.S.", "Papers went to the U.S."),
        ("Papers were lost by M. Dupont Jr.", "Papers were lost by M. Dupont Jr."),
        ("He had spoken as Dr.", "He had spoken as Dr."),
        ("Faltaban papeletas, sin núm.", "Faltaban papeletas, sin núm."),
        ("Se entregaron a Uds.", "Se entregaron a Uds."),
        ("Counted in Main St.", "Counted in Main St."),
        ("La urna se abrió a las 10 a. m.", "La urna se abrió a las 10 a. m."),
        ("Counted in Room A. B.", "Counted in Room A. B"),
        ("He had been the first.", "He had been the first"),
        ("Counted twice.", "Counted twice"),
        ("Counted twice...", "Counted twice"),
        ("He had said no.", "He had said no"),
        ("Se contó en Etc..", "Se contó en Etc."),
        ("Papers, pens, etc", "Papers, pens, etc"),
        ("Everybody had met.", "Everybody had met"),
        ("Given to candidate B.", "Given to candidate B"),
    ],
)
def test_a_note_that_is_quoted_keeps_the_stop_of_a_word_that_is_shortened(typed: str, quoted: str) -> None:
    """The sentence around the quotation has the other one: “… pens, etc.”."""
    assert parted(as_typed(typed))[1] == " ".join(quoted.split())
    for language in Language:
        said = because(typed, catalog(language)).replace("\u2068", "").replace("\u2069", "")
        assert said.endswith((f"{' '.join(quoted.split())}”.", f"{' '.join(quoted.split())}\u00a0»."))
