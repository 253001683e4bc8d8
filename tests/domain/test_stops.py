"""A sentence ends with one stop, also where a value that ends with its own stands last in it."""

import datetime

import pytest

from nmirf_desktop.domain.drafted import in_all
from nmirf_desktop.domain.refusals import say
from nmirf_desktop.domain.said import Said
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
