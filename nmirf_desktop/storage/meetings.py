"""Meetings, sittings, the sending of the agenda, its items, and a meeting's officers on disk."""

import sqlalchemy as sa

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, Sitting
from nmirf_desktop.domain.officers import Officer
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows

MEETINGS = Rows(
    "meeting",
    Meeting,
    symbol=sa.Column(unique=True),
    host=of_state(),
    agenda_agreed_by=link("term", later=True),
)
SITTINGS = Rows("sitting", Sitting, meeting=link("meeting", indexed=True), on=sa.Column("on_day"))
DISPATCHES = Rows("agenda_dispatch", AgendaDispatch, meeting=link("meeting", indexed=True), state=of_state())
ITEMS = Rows("agenda_item", AgendaItem, meeting=link("meeting", indexed=True), parent=link("agenda_item"))
OFFICERS = Rows("officer", Officer, meeting=link("meeting", indexed=True), state=of_state(), person=link("person"))
