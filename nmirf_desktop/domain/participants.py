"""Who is invited to a meeting, what they answer, and who comes: delegations of States, and partners as guests."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language


class PartnerKind(StrEnum):
    """*Partnerships*, R44, R45: what a partner is."""

    OHCHR = "ohchr"
    UN_ENTITY = "un_entity"
    NHRI = "nhri"
    HUMAN_RIGHTS_BODY = "human_rights_body"
    CIVIL_SOCIETY = "civil_society"
    ACADEMIA = "academia"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that is invited as a guest: no seat and no vote (R44, R45)."""

    key: Key
    name: Trilingual
    kind: PartnerKind
    emails: tuple[str, ...] = ()
    address: str = ""
    language: Language = Language.EN


class InvitationForm(StrEnum):
    """How an invitation is written: to a Permanent Mission as a note verbale, or as a letter."""

    NOTE_VERBALE = "note_verbale"
    LETTER = "letter"


class Answer(StrEnum):
    """What an invited State or partner answered; *awaited* until it did."""

    AWAITED = "awaited"
    ATTENDS = "attends"
    ONLINE = "online"
    APOLOGIES = "apologies"


@dataclass(frozen=True, slots=True)
class Invitee:
    """A *state* or a *partner* that is invited to a meeting: how and when, and what it answered.

    One that answers without having been invited has no *invited_on*.
    """

    key: Key
    meeting: Key
    state: StateCode | None = None
    partner: Key | None = None
    form: InvitationForm = InvitationForm.NOTE_VERBALE
    invited_on: datetime.date | None = None
    reference: str = ""
    answer: Answer = Answer.AWAITED
    answered_on: datetime.date | None = None
    answer_reference: str = ""
    note: str = ""


class Part(StrEnum):
    """As what somebody comes in a delegation."""

    HEAD = "head"
    DELEGATE = "delegate"
    ADVISER = "adviser"


@dataclass(frozen=True, slots=True)
class Delegate:
    """A person in the delegation of an invited State or partner; *position* counts from 0 within it."""

    key: Key
    invitee: Key
    person: Key
    part: Part = Part.DELEGATE
    position: int = 0
    online: bool = False
