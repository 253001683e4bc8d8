"""What the head of a document with decisions names as original: the languages in which they were adopted."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.decision_papers import all_decisions_paper, decision_paper, decisions_paper
from nmirf_desktop.domain.papers import Masthead
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.i18n import Language, catalog
from tests.documents.records import meeting

EN, FR, ES = Language
LATE = datetime.date(2030, 1, 1)


def adopted_in(*languages: Language) -> RecordedMeeting:
    """A meeting that was prepared in English, with a decision in each of some languages."""
    known = meeting()
    one = known.decisions[0]
    made = tuple(
        replace(one, key=f"d{number}", number=number, language=language) for number, language in enumerate(languages, 1)
    )
    return replace(known, decisions=made)


def read(head: Masthead) -> list[str]:
    return [head.original_in(catalog(one)) for one in Language]


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ((FR, FR), ["Original: French", "Original\u00a0: français", "Original: francés"]),
        (
            (FR, EN, FR),
            ["Original: English and French", "Original\u00a0: anglais et français", "Original: inglés y francés"],
        ),
        (
            (ES, FR, EN),
            [
                "Original: English, French and Spanish",
                "Original\u00a0: anglais, français et espagnol",
                "Original: inglés, francés y español",
            ],
        ),
        ((), ["Original: English", "Original\u00a0: anglais", "Original: inglés"]),
    ],
)
def test_the_original_of_the_record_is_what_was_adopted(languages: tuple[Language, ...], said: list[str]) -> None:
    """It was the language in which the meeting's title was written, and so a translation of the decisions."""
    known = adopted_in(*languages)
    assert read(decisions_paper(known).masthead) == said
    assert read(all_decisions_paper([known], LATE, "NMIRF/DEC").masthead) == said
    for one in known.decisions:
        assert decision_paper(one, known).masthead.original is one.language
