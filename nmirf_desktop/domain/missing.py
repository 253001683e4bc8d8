"""What of a record of the Network's work is not there, that the annual review needs (R42, R43)."""

from enum import StrEnum

from nmirf_desktop.i18n import N_


class Missing(StrEnum):
    """What is not there, gravest first; it is seen before anything is printed."""

    CONSENT = "consent"
    OBJECTIVE = "objective"
    RESULT = "result"
    LINK = "link"
    LANGUAGE = "language"


MISSING_LABELS = {
    Missing.CONSENT: N_("no consent"),
    Missing.OBJECTIVE: N_("no objective"),
    Missing.RESULT: N_("no result"),
    Missing.LINK: N_("no link"),
    Missing.LANGUAGE: N_("translation incomplete"),
}
