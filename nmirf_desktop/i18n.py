"""Languages and catalogues: every word the program says, in English, French and Spanish.

A catalogue is an argument, never a global: a French document is printed from a Spanish screen.
Constants are marked with :func:`N_` and translated where they are shown.
"""

import gettext as _gettext
import io
from enum import StrEnum
from functools import cache

from nmirf_desktop.paths import bundled

DOMAIN = "nmirf"


class Language(StrEnum):
    """The Network's working languages, in the order of the Declaration: EN, FR, ES."""

    EN = "en"
    FR = "fr"
    ES = "es"


def N_(message: str) -> str:  # noqa: N802  (the marker's customary name)
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


class Catalog:
    """The words, dates, numbers and order of one language."""

    def __init__(self, language: Language, translations: _gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self.pgettext = translations.pgettext
        self.npgettext = translations.npgettext


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
