"""Which of three texts is the original of the others."""

from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog

EN, FR, ES = Language


def test_a_text_that_stands_alone_is_the_original() -> None:
    text = Trilingual().with_text(FR, "Données")
    assert text.source is FR
    assert text.states() == {EN: TextState.MISSING, FR: TextState.DRAFT, ES: TextState.MISSING}
    both = text.with_text(EN, "Data")
    assert (both.source, both.state(EN)) == (FR, TextState.DRAFT)
    assert both.with_text(FR, "").source is FR, "what is typed anew a moment later stays the original"
    assert Trilingual("Data").with_text(EN, "").with_text(ES, "Datos").source is ES


def test_where_the_original_is_missing_what_is_there_leads() -> None:
    text = Trilingual("Data").with_text(FR, "Données").with_text(ES, "Datos").with_text(EN, "")
    assert text.source is EN
    led = text.led()
    assert (led.source, led.state(ES)) == (FR, TextState.DRAFT)
    assert Trilingual("Data").led() == Trilingual("Data")
    assert Trilingual().led() == Trilingual()


def test_a_text_without_its_original_is_shown_as_it_is() -> None:
    assert Content(Trilingual(fr="Données")).said_in(catalog(EN)) == "Données"
