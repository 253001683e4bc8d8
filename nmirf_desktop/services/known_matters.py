"""What is already known for the agenda of a meeting, read from the register and placed in one step."""

from collections.abc import Collection
from dataclasses import replace

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import committee_on
from nmirf_desktop.domain.known_matters import Known, Matter, names_newcomers, placed, to_place
from nmirf_desktop.domain.meetings import Meeting, previous_meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.standard_agenda import Occasion, standard_items
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.actions import done_between, unfinished
from nmirf_desktop.services.agenda_versions import check_open, was_sent
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import SEATS, TERMS
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now


class KnownMatters:
    """What agendas can say before anybody writes them."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def preview(self, meeting: Key) -> tuple[Matter, ...]:
        """What would be placed: all that is known and no item of the agenda has yet."""
        with self._store.read() as session:
            return to_place(self._known(session, meeting), ITEMS.all(session, meeting=meeting))

    def place(self, meeting: Key, origins: Collection[str] | None = None) -> int:
        """Place what is known, or those matters of some origins; how many they were.

        An empty agenda is filled with the standard items of its kind of meeting in the same step. What becomes an item
        after the agenda went to the members is supplementary (A4). Raises ``Problem`` where all of it is placed
        already, ``Refusal`` where the meeting adopted the agenda.
        """
        with self._store.write(N_("place what is known on the agenda"), Subject.AGENDA) as session:
            check_open(session, meeting)
            items = ITEMS.all(session, meeting=meeting)
            chosen = [
                one
                for one in to_place(self._known(session, meeting), items)
                if origins is None or one.origin in origins
            ]
            if not chosen:
                raise Problem(N_("All that is known is on the agenda already."))
            if not items:
                planned = MEETINGS.get(session, meeting)
                occasion = Occasion.of(planned, MEETINGS.all(session), TERMS.all(session))
                items = standard_items(planned, occasion, new_key)
            late, known = was_sent(session, meeting), {one.key for one in items}
            for item in placed(items, chosen, meeting, new_key):
                new = item.key not in known
                ITEMS.save(session, replace(item, supplementary=item.supplementary or (late and new)))
        return len(chosen)

    def _known(self, session: Session, key: Key) -> Known:
        meeting, meetings = MEETINGS.get(session, key), MEETINGS.all(session)
        previous = previous_meeting(meetings, meeting)
        minutes = None if previous is None else MINUTES.first(session, meeting=previous.key)
        return Known(
            meeting=meeting,
            states=self._states.on(meeting.opens_on),
            meetings={one.key: one for one in meetings},
            previous=previous,
            minutes=minutes,
            actions=unfinished(session, meeting.opens_on),
            done=() if previous is None else done_between(session, previous.opens_on, meeting.opens_on),
            named_at=self._named_at(session, meeting),
            memberships=MEMBERSHIPS.all(session),
            committee=committee_on(TERMS.all(session), SEATS.all(session), meeting.opens_on),
        )

    def _named_at(self, session: Session, meeting: Meeting) -> Meeting | None:
        """The last meeting before another at which new members were named: one that is planned names nobody yet."""
        today = self._store.day_of(self._clock())
        begun = [one for one in MEETINGS.all(session) if one.opens_on <= today]
        return previous_meeting(
            (one for one in begun if names_newcomers(one, ITEMS.all(session, meeting=one.key))), meeting
        )
