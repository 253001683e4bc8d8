"""For whom a document is: what its masthead says, and the organisation's usual choice for each kind of document."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.issued import LETTERS, ROOM_KIT, DocumentKind
from nmirf_desktop.i18n import N_


class Distribution(StrEnum):
    """For whom a document is, from the widest circle to the narrowest."""

    GENERAL = "general"
    LIMITED = "limited"
    MEMBERS = "members"


DISTRIBUTION_LINES = MappingProxyType(
    {
        Distribution.GENERAL: N_("Distribution: general"),
        Distribution.LIMITED: N_("Distribution: limited"),
        Distribution.MEMBERS: N_("Distribution: members only"),
    }
)
"""The line of the masthead."""

DISTRIBUTION_LABELS = MappingProxyType(
    {
        Distribution.GENERAL: N_("General"),
        Distribution.LIMITED: N_("Limited"),
        Distribution.MEMBERS: N_("Members only"),
    }
)
"""What the settings offer."""


SETTLED = MappingProxyType(
    {
        **dict.fromkeys(LETTERS | ROOM_KIT | {DocumentKind.DISPATCH}, Distribution.LIMITED),
        DocumentKind.PRACTICE_SHEET: Distribution.GENERAL,
        DocumentKind.REVIEW: Distribution.GENERAL,
        DocumentKind.PLAN: Distribution.GENERAL,
    }
)
"""What no setting changes: a letter is for whom it is written to, and what proves its sending too; what lies in the
room stays there. A good practice is for everyone; without its State's consent the sheet says itself that it is not.
"""


@dataclass(frozen=True, slots=True)
class UsualDistribution:
    """For whom each kind of document usually is.

    The defaults are those of the documents of the United Nations: what a body has adopted is for everyone, and so is
    what announces a meeting; a draft that may still change, as minutes before their approval, is of limited
    distribution. A list with addresses is for members only, whatever stands here (R5).
    """

    agendas: Distribution = Distribution.GENERAL
    draft_minutes: Distribution = Distribution.LIMITED
    minutes: Distribution = Distribution.GENERAL
    decisions: Distribution = Distribution.GENERAL
    voting_records: Distribution = Distribution.GENERAL
    committee: Distribution = Distribution.GENERAL
    members: Distribution = Distribution.GENERAL
    compliance: Distribution = Distribution.GENERAL

    def of(self, kind: DocumentKind, *, draft: bool = False) -> Distribution:  # noqa: PLR0911  (one for each circle)
        """That of a kind of document; minutes are a *draft* until they are approved."""
        if kind in SETTLED:
            return SETTLED[kind]
        match kind:
            case DocumentKind.AGENDA | DocumentKind.ANNOTATED | DocumentKind.ADOPTED:
                return self.agendas
            case DocumentKind.PROGRAMME | DocumentKind.INFORMATION:
                return self.agendas
            case DocumentKind.MINUTES:
                return self.draft_minutes if draft else self.minutes
            case DocumentKind.CORRIGENDUM:
                return self.minutes
            case DocumentKind.DECISION | DocumentKind.DECISIONS:
                return self.decisions
            case DocumentKind.VOTING_RECORD:
                return self.voting_records
            case DocumentKind.COMMITTEE | DocumentKind.CALL | DocumentKind.CANDIDATES:
                return self.committee
            case DocumentKind.MEMBERS | DocumentKind.PARTICIPANTS:
                return self.members
            case _:
                return self.compliance


USUAL = UsualDistribution()
"""What holds where nobody chose otherwise."""
