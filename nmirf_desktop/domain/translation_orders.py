"""Texts that left for translation: which language, when, by whose hands, and when they came back."""

import datetime
from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language


@dataclass(frozen=True, slots=True)
class TranslationOrder:
    """A table of *texts* of a meeting that went out for one *target* language, and came back on a day.

    *translator* and *approver* are functions ("Translation service of the host").
    """

    key: Key
    meeting: Key
    target: Language
    sent_on: datetime.date
    texts: int
    translator: str = ""
    approver: str = ""
    returned_on: datetime.date | None = None
