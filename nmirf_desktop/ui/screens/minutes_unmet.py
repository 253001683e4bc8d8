"""Why a key of the minutes does nothing where it is pressed, and what to do."""

from nmirf_desktop.domain.minutes import APPROVED, MinutesState
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.approvals import NOT_CIRCULATED
from nmirf_desktop.ui.screens.minutes_reading import Reading

NO_MEETING = N_("No meeting was held yet: minutes are written of a meeting that was held.")
READ_ONLY = N_("The register is open for reading only: nothing is recorded in it.")
NOT_BEGUN = N_("The minutes of this meeting are not begun: draft them from the record first (F5).")
NOT_WITH_MEMBERS = N_("Nobody has these minutes yet: circulate them first, then members ask for corrections.")
NO_COMMENT = N_("No comment is open.")
NOT_CHOSEN = N_("No paragraph is chosen: choose one in the text first.")
COMMENT_NEXT, NOTED_NEXT, APPROVE, CORRECT = "next comment", "next as noted", "approve", "correct"
"""What has a reason of its own; any other act writes in the minutes."""


def why_not(act: str, now: Reading, *, held: bool, read_only: bool) -> Refusal:
    """Why an act cannot be done: *held* says that there is a meeting, *read_only* that the register is not written."""
    if not held:
        return Refusal(NO_MEETING)
    if read_only and act not in (COMMENT_NEXT, NOTED_NEXT):
        return Refusal(READ_ONLY)
    if now.minutes is None:
        return Refusal(NOT_BEGUN)
    if act == COMMENT_NEXT:
        return Refusal(NO_COMMENT)
    if now.minutes.state is MinutesState.APPROVED:
        return Refusal(APPROVED, {"date": now.minutes.approved_on})
    if not now.circulated and act in (APPROVE, CORRECT):
        return Refusal(NOT_CIRCULATED if act == APPROVE else NOT_WITH_MEMBERS)
    return Refusal(NOT_CHOSEN)
