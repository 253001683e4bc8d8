"""One text in three languages that was changed in two places at once: what each changed stays."""

from dataclasses import dataclass

from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of it: the *text*, in which what was typed here stands.

    *overtaken* are the languages in which both changed it; *under* is what the typed texts are put upon, so that one
    which is typed back to what stands elsewhere is as ready as it is there.
    """

    text: Trilingual
    under: Trilingual
    overtaken: frozenset[Language] = frozenset()


def merged(loaded: Trilingual, now: Trilingual, typed: Trilingual) -> Merged:
    """A text as it was *loaded*, stands *now* elsewhere, and is *typed* here.

    In each language what one of the two changed is taken from it, with its state; where both changed it, what was typed
    stands, and the language is *overtaken*. A translation of an original that was changed is out of date.
    """
    if typed in (loaded, now):
        return Merged(now, now)
    own = frozenset(one for one in Language if typed[one] != loaded[one])
    led = typed.source is not loaded.source and typed.source is not now.source and bool(loaded)
    text = now.with_source(typed.source) if led else now
    for one in sorted(own, key=lambda each: each is not text.source):
        text = text.with_text(one, typed[one])
    alike = [one for one in Language if text[one] == typed[one]]
    same = text.original == typed.original  # what was read beside another original is out of date
    read = [one for one in alike if _read_here(loaded, typed, one) and (same or one is text.source)]
    for one in read:
        text = text.with_review(one)
    overtaken = frozenset(one for one in own if now[one] not in (loaded[one], typed[one]))
    return Merged(text, text if led or read else now, overtaken)


def _read_here(loaded: Trilingual, typed: Trilingual, language: Language) -> bool:
    """Whether the text of a language was marked as reviewed since it was loaded; one that was out of date, again."""
    if str(language) not in typed.reviewed.split(","):
        return False
    again = typed.basis(language) != loaded.basis(language) and typed.source is loaded.source
    return typed[language] != loaded[language] or str(language) not in loaded.reviewed.split(",") or again
