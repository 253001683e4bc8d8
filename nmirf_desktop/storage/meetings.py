"""Meetings and what prepares them, sittings, the agenda with its sending, versions and requests, officers, actions."""

import sqlalchemy as sa

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_versions import AgendaVersion, VersionItem
from nmirf_desktop.domain.item_requests import ItemRequest
from nmirf_desktop.domain.meeting_texts import MeetingText
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, Sitting
from nmirf_desktop.domain.milestones import Milestone
from nmirf_desktop.domain.officers import Officer
from nmirf_desktop.storage.base import LISTED, link, of_state
from nmirf_desktop.storage.rows import Rows

MEETINGS = Rows(
    "meeting",
    Meeting,
    symbol=sa.Column(unique=True),
    host=of_state(),
    agenda_agreed_by=link("term", later=True),
    languages=sa.Column(server_default="en fr es"),
)
SITTINGS = Rows("sitting", Sitting, meeting=link("meeting", indexed=True), on=sa.Column("on_day"))
DISPATCHES = Rows("agenda_dispatch", AgendaDispatch, meeting=link("meeting", indexed=True), state=of_state())
ITEMS = Rows(
    "agenda_item",
    AgendaItem,
    meeting=link("meeting", indexed=True),
    parent=link("agenda_item"),
    objectives=sa.Column(server_default=""),
    documents=sa.Column(LISTED, server_default=""),
    origins=sa.Column(LISTED, server_default=""),
)
OFFICERS = Rows("officer", Officer, meeting=link("meeting", indexed=True), state=of_state(), person=link("person"))
MILESTONES = Rows("milestone", Milestone, meeting=link("meeting", indexed=True))
MEETING_TEXTS = Rows("meeting_text", MeetingText, meeting=link("meeting", indexed=True))
VERSIONS = Rows("agenda_version", AgendaVersion, meeting=link("meeting", indexed=True))
VERSION_ITEMS = Rows(
    "agenda_version_item",
    VersionItem,
    version=link("agenda_version", indexed=True),
    documents=sa.Column(LISTED),
)
REQUESTS = Rows(
    "item_request",
    ItemRequest,
    meeting=link("meeting", indexed=True),
    state=of_state(),
    item=link("agenda_item"),
)
ACTIONS = Rows(
    "follow_up_action",
    FollowUpAction,
    meeting=link("meeting", indexed=True),
    item=link("agenda_item"),
    decision=link("decision"),
)
