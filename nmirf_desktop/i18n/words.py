"""The Network's languages, and the words of one of them as gettext finds them."""

import gettext as _gettext
from enum import StrEnum


class Language(StrEnum):
    """The Network's working languages, in the order of the Declaration: EN, FR, ES."""

    EN = "en"
    FR = "fr"
    ES = "es"


def N_(message: str) -> str:  # noqa: N802  (the marker's customary name)
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


def NP_(_context: str, message: str) -> str:  # noqa: N802  (as N_)
    """Mark a message that has a context; that is given again where it is translated."""
    return message


class Words:
    """What a catalogue says: the four ways to ask for a message of one language."""

    def __init__(self, language: Language, translations: _gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self.pgettext = translations.pgettext
        self.npgettext = translations.npgettext
