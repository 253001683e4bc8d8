"""Pauses, speakers' lists, speaking times, motions and points of order on disk."""

from nmirf_desktop.domain.floor import ListedSpeaker, SpeakersList, SpeakingTime
from nmirf_desktop.domain.motions import Motion, PointOfOrder
from nmirf_desktop.domain.sittings import SittingPause
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows

PAUSES = Rows(
    "sitting_pause",
    SittingPause,
    meeting=link("meeting", indexed=True),
    sitting=link("sitting"),
    item=link("agenda_item"),
)
SPEAKERS_LISTS = Rows(
    "speakers_list", SpeakersList, meeting=link("meeting", indexed=True), item=link("agenda_item", unique=True)
)
LISTED_SPEAKERS = Rows(
    "listed_speaker",
    ListedSpeaker,
    meeting=link("meeting", indexed=True),
    item=link("agenda_item"),
    state=of_state(),
)
SPEAKING_TIMES = Rows(
    "speaking_time",
    SpeakingTime,
    meeting=link("meeting", indexed=True),
    intervention=link("intervention", indexed=True),
)
MOTIONS = Rows("motion", Motion, meeting=link("meeting", indexed=True), item=link("agenda_item"), state=of_state())
POINTS_OF_ORDER = Rows(
    "point_of_order",
    PointOfOrder,
    meeting=link("meeting", indexed=True),
    item=link("agenda_item"),
    intervention=link("intervention"),
    state=of_state(),
    appealed_by=of_state(),
)
FLOOR_OF_A_MEETING = (PAUSES, SPEAKERS_LISTS, LISTED_SPEAKERS, SPEAKING_TIMES, MOTIONS, POINTS_OF_ORDER)
"""The tables whose rows keep their meeting."""
