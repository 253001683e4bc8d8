"""The editions of a document: which languages one file holds, and how they stand in it (formats of the house, 6)."""

from enum import StrEnum

from nmirf_desktop.i18n import N_, Catalog, Language


class Edition(StrEnum):
    """One file of a document, by the words of the command line: a language of its own, or all three together.

    *parallel* has them in columns beside each other, *consecutive* one after the other.
    """

    EN = "en"
    FR = "fr"
    ES = "es"
    PARALLEL = "parallel"
    CONSECUTIVE = "consecutive"

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that the file holds, in the order of the Declaration."""
        match self:
            case Edition.PARALLEL | Edition.CONSECUTIVE:
                return tuple(Language)
            case Edition.EN | Edition.FR | Edition.ES:
                return (Language(self),)

    @property
    def file_mark(self) -> str:
        """What ends the name of its file: "FR", "EN-FR-ES", "EN-FR-ES-consecutive"."""
        mark = "-".join(language.upper() for language in self.languages)
        return f"{mark}-{self}" if self is Edition.CONSECUTIVE else mark


SEPARATE = tuple(Edition(language) for language in Language)
"""A file for each language: what "all" means, and the rule for documents of the United Nations."""
TOGETHER = (Edition.PARALLEL, Edition.CONSECUTIVE)
"""The editions that hold the three languages in one file."""

EDITION_LABELS = {
    Edition.EN: N_("English"),
    Edition.FR: N_("French"),
    Edition.ES: N_("Spanish"),
    Edition.PARALLEL: N_("parallel edition in three languages"),
    Edition.CONSECUTIVE: N_("consecutive edition in three languages"),
}
"""What each edition is called where its name stands alone."""


def edition_said(edition: Edition, words: Catalog) -> str:
    """An edition in running text: the name of its language is small there in French and Spanish."""
    if edition in TOGETHER:
        return words.gettext(EDITION_LABELS[edition])
    return words.language_name(Language(edition))
