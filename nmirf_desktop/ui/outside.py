"""What a card says where the State that is to hold an office of a meeting is no member of the Network on its day."""

from nmirf_desktop.domain.attendance import Roll
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.i18n import N_

OBSERVER = N_(
    "An observer, not a member: it is recorded as it is entered. The Declaration does not say who may hold an office of"
    " a meeting; that is for the meeting to decide."
)
OTHER_STATE = N_(
    "Neither member nor observer of the Network on this day: it is recorded as it is entered. The Declaration does not"
    " say who may hold an office of a meeting; that is for the meeting to decide."
)


def in_office(roll: Roll, state: StateCode | None) -> str:
    """What is remarked of a *state*, a marked constant; empty of a member, and where none is named.

    The *roll* tells members and observers of the day of the meeting.
    """
    if state is None or roll.member(state):
        return ""
    return OBSERVER if state in roll.observers else OTHER_STATE
