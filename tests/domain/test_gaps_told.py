"""What a document lacks is told by kind: how many texts lack the same, and where the first of them stand."""

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.gaps_told import TEXTS_NAMED, told, told_in_words
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog

EN = catalog(Language.EN)


def gap(number: int, state: TextState = TextState.MISSING, *, as_noted: bool = False) -> Gap:
    where = Phrase("Paragraph {n}", {"n": number})
    return Gap(where, Trilingual(), Language.EN, state, Subject.MINUTES, "m", as_noted=as_noted)


def test_each_kind_is_followed_by_its_own_places_first_what_nobody_wrote() -> None:
    missing = [gap(number) for number in (1, 2)]
    noted = [gap(number, TextState.DRAFT, as_noted=True) for number in (3, 4)]
    assert told_in_words([*missing, *noted], EN) == (
        "2 paragraphs read as they were noted: write them as minutes say it or, where they are right as they are, mark "
        "them as reviewed. Paragraph 3, Paragraph 4. "
        "2 texts are missing; they will be printed in the original language, marked. Paragraph 1, Paragraph 2"
    )


def test_the_first_places_of_each_kind_are_named_and_the_others_counted() -> None:
    missing = [gap(number) for number in range(1, TEXTS_NAMED + 3)]
    outdated = [gap(20, TextState.OUTDATED)]
    said = told_in_words([*missing, *outdated], EN)
    assert f"Paragraph {TEXTS_NAMED}, and 2 more. 1 text is older than its original. Paragraph 20" in said
    assert [one for one in told(missing, EN) if isinstance(one, Gap)] == missing[:TEXTS_NAMED]
