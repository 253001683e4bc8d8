"""Minutes: paragraphs drafted from what was recorded, and what a person wrote in their place."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import Trilingual, is_missing
from nmirf_desktop.i18n import N_, Language

CORRECTION_DAYS = 14
"""The period for corrections that is suggested: two weeks."""


class MinutesState(StrEnum):
    """How far the minutes have come; approved minutes are immutable."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"


class ApprovalWay(StrEnum):
    """How minutes came to be approved: as the period for corrections ended, or by a meeting under an item."""

    DEEMED = "deemed"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting.

    *way* says how they were approved, and *item* is the item of the agenda under which a meeting did; minutes of a
    register of before that was kept have neither. *participants_sent* is the digest of who was listed in what members
    were sent last, without text where it is not known.
    """

    key: Key
    meeting: Key
    state: MinutesState = MinutesState.DRAFT
    circulated_on: datetime.date | None = None
    corrections_until: datetime.date | None = None
    approved_on: datetime.date | None = None
    prevailing: Language = Language.EN
    way: ApprovalWay | None = None
    item: Key | None = None
    participants_sent: str = ""


@dataclass(frozen=True, slots=True)
class ApprovedPaper:
    """That the whole document of minutes is kept as it was when they were approved; what it says stands beside."""

    key: Key
    minutes: Key


APPROVED = N_(
    "These minutes were approved on {date} and are no longer changed; a corrigendum is a document of its own."
)


def check_open(minutes: Minutes) -> None:
    """(silent; United Nations practice) approved minutes are immutable. Raises ``Refusal``."""
    if minutes.state is MinutesState.APPROVED:
        raise Refusal(APPROVED, {"date": minutes.approved_on})


def usual_prevailing(minutes: Minutes | None, adopted: Collection[Language]) -> Language:
    """The language that prevails if nobody chooses another: before minutes go out, that in which all decisions were.

    Where the languages *adopted* in are several or none, and of minutes that went out, it is that of the minutes.
    """
    if (minutes is None or minutes.state is MinutesState.DRAFT) and len(alone := frozenset(adopted)) == 1:
        (language,) = alone
        return language
    return Language.EN if minutes is None else minutes.prevailing


@dataclass(frozen=True, slots=True)
class Circulation:
    """How minutes go to the members: the day, the last day for corrections, and the language that prevails."""

    on: datetime.date
    corrections_until: datetime.date
    prevailing: Language = Language.EN


@dataclass(frozen=True, slots=True)
class Approval:
    """The day on which minutes are approved, and the *item* under which a meeting does it; else they are deemed so."""

    on: datetime.date
    item: Key | None = None


class Section(StrEnum):
    """The sections of the minutes, in their order."""

    OPENING = "opening"
    ATTENDANCE = "attendance"
    OFFICERS = "officers"
    AGENDA = "agenda"
    ITEM = "item"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class MinutesParagraph:
    """One paragraph, numbered by *position* through the whole document.

    *slot* names the fact from which it was drafted ("vote:<key>", "intervention:<key>"; empty where a person added it);
    *drafted* is the text that the facts gave when it was last taken over, so that *text* differs from it where a
    person wrote, and new facts offer a refresh without ever overwriting. *tells* are the interventions that it reports,
    also while its text is gone: several where they were joined. *completed* are the languages in which it had no text
    when the minutes were approved, and got one afterwards.
    """

    key: Key
    minutes: Key
    position: int
    section: Section
    text: Trilingual
    item: Key | None = None
    slot: str = ""
    drafted: Trilingual = Trilingual()
    tells: tuple[Key, ...] = ()
    completed: tuple[Language, ...] = ()

    @property
    def written(self) -> bool:
        """Whether a person changed or added the text; a translation that the facts do not give changes nothing."""
        given = [one for one in Language if not is_missing(self.drafted[one], one) or one is self.text.source]
        return not self.slot or any(self.text[one] != self.drafted[one] for one in given)
