"""Documents that left the house: kept as they were, so that a new release never changes them."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language


class DocumentKind(StrEnum):
    """The kinds of documents, by the words of the command line."""

    AGENDA = "agenda"
    ANNOTATED = "annotated"
    ADOPTED = "adopted"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """One file in one language; *version* counts the issues of the same kind, meeting and language from 1.

    *fingerprint* is the digest of the frozen paper that is printed on it, *sha256* that of the file's bytes.
    *entry* and *entry_hash* are the journal's head when it was issued.
    """

    key: Key
    kind: DocumentKind
    meeting: Key
    symbol: str
    language: Language
    version: int
    fingerprint: str
    sha256: str
    name: str
    issued_on: datetime.date
    entry: int
    entry_hash: str
