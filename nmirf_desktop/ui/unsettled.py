"""What is missing, outdated or open, as a question says it before something leaves the house or ends."""

from collections.abc import Callable, Iterable, Sequence

from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.gaps_told import told_in_short, told_in_words
from nmirf_desktop.domain.unsettled import Unsettled
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.ui.language import NAMES


def detail(gaps: Iterable[Gap], words: Catalog, told: Callable[[Sequence[Gap], Catalog], str] = told_in_words) -> str:
    """A paragraph for each language that lacks something, as it is *told*."""
    said = []
    for language in Language:
        of_it = [gap for gap in gaps if gap.language is language]
        if of_it:
            pattern = words.pgettext("language and what it lacks", "{language}: {text}")
            said.append(pattern.format(language=NAMES[language], text=told(of_it, words)))
    return "\n\n".join(said)


def unsettled_said(found: Unsettled, words: Catalog, *more: str) -> str:
    """What is not settled in minutes, and what *more* there is to know: in paragraphs.

    Which words are meant stands beside each paragraph; a question that quoted them was a page to read.
    """
    said = (detail(found.gaps, words, told_in_short), " ".join(found.sentences(words)), *more)
    return "\n\n".join(part for part in said if part)
