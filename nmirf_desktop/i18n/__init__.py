"""Languages and catalogues: every word the program says, in English, French and Spanish.

A catalogue is an argument, never a global: a French document is printed from a Spanish screen.
Constants are marked with :func:`N_` (:func:`NP_` where they have a context) and translated where they are shown.
"""

import gettext as _gettext
import io
from collections.abc import Iterable
from functools import cache

from nmirf_desktop.i18n.cldr import language_name
from nmirf_desktop.i18n.dates import Dates
from nmirf_desktop.i18n.figures import Figures
from nmirf_desktop.i18n.lists import Lists
from nmirf_desktop.i18n.words import N_, NP_, Language
from nmirf_desktop.paths import bundled

__all__ = ["DOMAIN", "NP_", "N_", "Catalog", "Language", "catalog", "read_words"]

DOMAIN = "nmirf"


class Catalog(Dates, Figures, Lists):
    """The words, dates, times, numbers, lists and alphabetical order of one language.

    Forms are those of the United Nations (CLDR supplies the names of months and weekdays). A space that must not
    break is U+00A0, never U+202F, at which the PDF writer would break a line.
    """

    def language_name(self, named: Language) -> str:
        """What a language is called in this one, in running text: French is French | français | francés."""
        return language_name(self.language, named)

    def in_languages(self, named: Iterable[Language]) -> str:
        """Languages behind *in*, which French says before each: French and Spanish | en français et en espagnol.

        The first stands behind the *en* of its sentence.
        """
        first, *others = (self.language_name(one) for one in named)
        before = "en " if self.language is Language.FR else ""
        return self.conjunction([first, *(f"{before}{one}" for one in others)])


def _load(language: Language) -> _gettext.NullTranslations:
    """The compiled catalogue where it is fresh, else the ``.po`` file compiled in memory."""
    source = bundled("i18n") / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = source.with_suffix(".mo")
    if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
        with compiled.open("rb") as file:
            return _gettext.GNUTranslations(file)
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        messages = read_po(file, locale=str(language))
    memory = io.BytesIO()
    write_mo(memory, messages)
    memory.seek(0)
    return _gettext.GNUTranslations(memory)


@cache
def catalog(language: Language) -> Catalog:
    """The catalogue of a language, loaded once."""
    return Catalog(language, _load(language))


def read_words(language: Language) -> None:
    """Read the words of a language and what Babel knows of it, so that nothing waits for its first word."""
    catalog(language).language_name(language)
