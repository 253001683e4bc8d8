"""All tables of the register, for migrations and verification."""

from sqlalchemy import MetaData

from nmirf_desktop.storage import committees, journal, meetings, members, minutes, states, voting
from nmirf_desktop.storage.base import Record

TOPICS = (states, members, committees, meetings, voting, minutes, journal)


def metadata() -> MetaData:
    """The tables of every topic."""
    return Record.metadata
