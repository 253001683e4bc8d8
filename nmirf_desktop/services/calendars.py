"""A meeting as a calendar file: its days, sittings and milestones, for the calendars of those who prepare it."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from nmirf_desktop.domain.actions import FollowUpAction, in_order
from nmirf_desktop.domain.calendar_entries import MeetingCalendar, entries, to_do
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.listed_people import in_its_language
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.symbols import plain_name
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.actions import unfinished
from nmirf_desktop.services.files import write_all
from nmirf_desktop.services.milestones import reckoned
from nmirf_desktop.services.requests import meeting_for
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.journal import head
from nmirf_desktop.storage.meetings import ACTIONS, MEETINGS, SITTINGS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store


def calendar_name(meeting: Meeting, language: Language) -> str:
    """The name of a calendar's file: "NMIRF-2027-Calendar-FR.ics"."""
    return f"{plain_name(meeting.symbol)}-Calendar-{language.upper()}.ics"


class Calendars:
    """Meetings as calendar files."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._states = States(store)

    def meeting(self, symbol: str | None = None) -> Meeting:
        """The meeting of a symbol; without one the next to be held. Raises ``Problem`` where there is none."""
        with self._store.read() as session:
            return meeting_for(session, DocumentKind.AGENDA, symbol)

    def of(self, meeting: Key, language: Language) -> bytes:
        """The calendar of a meeting in a language; entries keep their identity, so that a later file replaces them."""
        from nmirf_desktop.exchange.calendar_file import calendar_file

        words = catalog(language)
        with self._store.read() as session:
            planned, last = MEETINGS.get(session, meeting), head(session)
            sittings = sorted(SITTINGS.all(session, meeting=meeting), key=lambda one: one.number)
            state = self._states.on(planned.opens_on).get(planned.host) if planned.host else None
            host = state.said_in(words) if state is not None else ""
            actions = _actions(session, planned)
            dated = entries(planned, sittings, reckoned(session, planned), words, host)
            found = (*dated, *to_do(actions, words))
        stamped = (
            datetime.datetime.fromisoformat(last.at) if last else datetime.datetime(2024, 5, 9, tzinfo=datetime.UTC)
        )
        name = in_its_language(planned.title, words) or planned.symbol
        return calendar_file(MeetingCalendar(name, found, stamped.astimezone(datetime.UTC), str(language)))

    def save(self, meeting: Key, language: Language, path: Path) -> None:
        """Write the calendar of a meeting into a file; a :class:`StorageError` where the place cannot be written."""
        write_all(path.parent, [(path.name, self.of(meeting, language))])

    def write(self, meeting: Key, languages: Iterable[Language], folder: Path) -> tuple[Path, ...]:
        """Write the calendar of a meeting into a folder, one file for each language: all, or none.

        Raises :class:`StorageError` where the folder cannot be written.
        """
        with self._store.read() as session:
            planned = MEETINGS.get(session, meeting)
        files = [(calendar_name(planned, one), self.of(meeting, one)) for one in languages]
        return write_all(folder, files)


def _actions(session: Session, meeting: Meeting) -> list[tuple[FollowUpAction, Meeting]]:
    """What a meeting asked for, and what is unfinished of earlier ones, each with the meeting that asked for it."""
    earlier = unfinished(session, meeting.opens_on)
    own = in_order(ACTIONS.all(session, meeting=meeting.key))
    asked = {one.key: one for one in MEETINGS.all(session)}
    return [(one, asked[one.meeting]) for one in (*earlier, *own)]
