"""What a note says of itself: that its speaker is not to be named, or it is not to be told."""

import pytest

from nmirf_desktop.domain.attributions import asks_silence


@pytest.mark.parametrize(
    "note",
    [
        "Confidential: will withdraw",
        "not to be minuted",
        "Not for the record: Mali will withdraw",
        "Off the record, the plan is late",
        "will withdraw; off the record",
        "Will withdraw (confidential)",
        "In confidence: will withdraw",
        "Mali, off the record: will withdraw",
        "confidentiel : va se retirer",
        "Hors procès-verbal, le plan est en retard",
        "À ne pas consigner : va se retirer",
        "ne pas citer",
        "Va se retirer. Ne pas inscrire au procès-verbal.",
        "à titre confidentiel : va se retirer",
        "Confidencial: se retirará",
        "que no conste en acta: se retirará",
        "Fuera de acta, el plan va tarde",
        "se retirará (extraoficial)",
        "en confianza: se retirará",
        "sin atribución",
    ],
)
def test_a_note_that_says_so_at_its_head_or_apart_may_ask_for_silence(note: str) -> None:
    assert asks_silence(note)


@pytest.mark.parametrize(
    "note",
    [
        "supports the protection of confidential data",
        "Confidential data must be protected",
        "asks which statements were off the record and why",
        "protège les données confidentielles",
        "Les données confidentielles : un point à régler",
        "informó de una reunión extraoficial",
        "Informa de una reunión extraoficial: hubo acuerdo",
        "pide proteger los datos confidenciales",
        "",
    ],
)
def test_a_note_that_only_speaks_of_it_does_not(note: str) -> None:
    assert not asks_silence(note)
