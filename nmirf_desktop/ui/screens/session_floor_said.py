"""What is said of the acts of the floor: suspensions, motions adopted, the list of speakers, who is present."""

from nmirf_desktop.domain.motions import MotionKind
from nmirf_desktop.i18n import N_

SUSPENDED = N_(
    "The sitting is suspended. Type at what hour it resumes, if the Chair said so; Shift+F9 resumes it, and who spoke "
    "has the floor again then."
)
VOTE_WAITS = N_(
    "The sitting is suspended, and the vote waits: its result is announced after the sitting goes on (Shift+F9). Type"
    " at what hour that is, if the Chair said so."
)
RESUMED = N_("The sitting goes on.")
ADOPTED_NEXT = {
    MotionKind.SUSPEND: N_("The motion is adopted: Shift+F9 suspends the sitting."),
    MotionKind.ADJOURN: N_("The motion is adopted: F9 closes the sitting."),
    MotionKind.ADJOURN_DEBATE: N_("The motion is adopted: the meeting goes on with another item."),
    MotionKind.CLOSE_DEBATE: N_("The motion is adopted: Ctrl+Shift+F3 closes the list of speakers."),
}
LISTED_ABSENT = N_("{state} is not noted as present; it is on the list of speakers all the same.")
LISTED_LOST = N_("The connection of {state} is lost; it is on the list of speakers all the same.")
NO_MEMBER = N_(
    "{state} is no member: this is recorded as it happened, and “Rules” remarks on it (R24). Motions and appeals are "
    "for members, who alone decide on them."
)
TAKEN_OVER = N_("Noted as present: {n}. Not noted: {unknown}.")
GOES_ON = N_("{speaker} was interrupted, and has the floor again: Shift+F12 lets the clock go on.")
NO_FURTHER = N_(
    "There is no further speaker on the list: the floor is free, and the clock has stopped. Ctrl+Z takes this back."
)
ALL_TAKEN = N_("Noted as present: {n}.")
