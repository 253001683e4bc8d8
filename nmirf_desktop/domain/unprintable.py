"""Characters that no document can be printed with, found before anything is written, each with its place in words."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.excerpts import seen, words_around
from nmirf_desktop.domain.papers import Paper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.placed import Placed, placed
from nmirf_desktop.domain.refusals import Problem, Problems
from nmirf_desktop.i18n import N_, Catalog, Language

SHOWN = 5
"""So many characters of one text are named."""
REPLACE = N_("Some characters cannot be printed. Replace them and try again; nothing was written.")

Lacking = Callable[[str], Collection[str]]
"""The characters of a text that cannot be printed."""


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A text that cannot be printed as it is: where it stands, the characters, and the words around the first.

    *languages* are those of the versions that have it; none where it is in all that were asked about. *topic* is the
    kind of thing that it belongs to, *record* its key, where these are known.
    """

    where: Phrase
    characters: tuple[str, ...]
    around: str
    languages: tuple[Language, ...] = ()
    topic: Subject | None = None
    record: Key = ""

    def is_in(self, language: Language) -> bool:
        """Whether the document of a language has it."""
        return not self.languages or language in self.languages

    def said_in(self, words: Catalog) -> str:
        """The place, the characters and the words, in one sentence."""
        place = self.where.said_in(words)
        if self.languages:
            named = words.listing(words.language_name(language) for language in self.languages)
            place = words.gettext("{place} ({languages})").format(place=place, languages=named)
        codes = [
            words.gettext("U+{code} ({character})").format(code=f"{ord(one):04X}", character=seen(one))
            for one in self.characters[:SHOWN]
        ]
        if len(self.characters) > SHOWN:
            codes.append("…")
        frame = words.gettext("{place}: {characters} in “{words}” cannot be printed.")
        return frame.format(place=place, characters=words.listing(codes), words=self.around)


def unprintable(papers: Iterable[Paper], languages: Iterable[Language], lacking: Lacking) -> tuple[Unprintable, ...]:
    """What cannot be printed of papers in some languages, in the papers' order; each text once."""
    wanted = tuple(dict.fromkeys(languages))
    every: list[Unprintable] = []
    for paper in papers:
        for one in placed(paper):
            every += [found for found in _of(one, wanted, lacking) if found not in every]
    return tuple(every)


def _of(one: Placed, wanted: Sequence[Language], lacking: Lacking) -> Iterator[Unprintable]:
    """What cannot be printed of one text, in the languages asked about."""
    found: dict[tuple[str, ...], tuple[str, list[Language]]] = {}
    for language in wanted:
        text = one.text.read(language).whole
        characters = tuple(dict.fromkeys(lacking(text)))
        if characters:
            around = words_around(text, max(text.find(characters[0]), 0))  # not there before it was composed
            found.setdefault(characters, (around, []))[1].append(language)
    for characters, (around, languages) in found.items():
        named = () if len(languages) == len(wanted) else tuple(languages)
        yield Unprintable(one.where, characters, around, named)


def refuse(found: Sequence[Unprintable]) -> None:
    """Raise :class:`Problems` where something was found: that nothing was written, and each place on its line."""
    if found:
        raise Problems([Problem(REPLACE), *(Problem("{found}", {"found": one}) for one in found)])
