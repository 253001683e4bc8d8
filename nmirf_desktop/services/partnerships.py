"""Partnerships: with whom the Network works, for which objectives, what was done, and to which meetings they came."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.invitations import COMING
from nmirf_desktop.domain.meetings import Meeting, in_order, is_network_meeting
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.partnerships import (
    CooperationNote,
    PartnerLine,
    Partnership,
    PartnershipsBetween,
    check_note,
    settled,
    with_standing,
)
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attachments import attach_all, touching
from nmirf_desktop.storage.attachments import held_by
from nmirf_desktop.storage.links import recorded
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.partnerships import NOTES, PARTNERSHIPS, answers_of_partners, last_days, within
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now


class Partnerships:
    """The partnerships of a register; *clock* says which day is today."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def lines(self, on: datetime.date) -> tuple[PartnerLine, ...]:
        """All partners as of a day, OHCHR first (R45), the others in the order in which they were added."""
        with self._store.read() as session:
            partners = with_standing(PARTNERS.all(session))
            begun = PARTNERSHIPS.by(session, "partner", (one.key for one in partners))
            held = {one.key: one for one in MEETINGS.all(session) if one.opens_on <= on}
            answers = answers_of_partners(session)
            last = last_days(session, on)
        came: dict[Key, list[Meeting]] = defaultdict(list)
        contacts: dict[Key, list[datetime.date]] = defaultdict(list, {key: [day] for key, day in last.items()})
        for one in answers:
            if one.on is not None:
                contacts[one.partner].append(one.on)
            if one.answer in COMING and one.meeting in held:
                came[one.partner].append(held[one.meeting])
                contacts[one.partner].append(min(held[one.meeting].closes_on, on))
        return tuple(_line(one, on, begun[one.key], came[one.key], contacts[one.key]) for one in partners)

    def done_with(self, partner: Key, on: datetime.date) -> tuple[CooperationNote, ...]:
        """What was done with a partner by a day, the latest first."""
        with self._store.read() as session:
            found = NOTES.all(session, partner=partner)
        return tuple(sorted((one for one in found if one.on <= on), key=lambda one: (one.on, one.key), reverse=True))

    def partner_of(self, key: Key) -> Key | None:
        """The partner of a partnership or of what was done; ``None`` where nothing has that key."""
        with self._store.read() as session:
            found = PARTNERSHIPS.find(session, key) or NOTES.find(session, key)
        return None if found is None else found.partner

    def save(self, partnership: Partnership, files: Sequence[NewFile] = ()) -> Partnership:
        """Record a partnership, or put one right, with the agreement itself; one without a key gets one.

        Raises ``Problem`` where its last day is before its first one, a text is too long, or a file cannot be attached.
        """
        verb = N_("correct a partnership") if partnership.key else N_("record a partnership")
        touched = touching(Subject.PARTNERS, Subject.PARTICIPANTS, files=files)
        with self._store.write(verb, *touched) as session:
            new = recorded(session, PARTNERSHIPS, settled(partnership))
            if files:
                attach_all(session, Holder(HolderKind.PARTNERSHIP, new.key), None, files, self._today)
        return new

    def remove(self, key: Key) -> None:
        """Take back a partnership that was recorded by mistake. Raises ``Problem`` while files are kept with it."""
        with self._store.write(N_("remove a partnership"), Subject.PARTNERS) as session:
            PARTNERSHIPS.standing(session, key)
            if held_by(session, Holder(HolderKind.PARTNERSHIP, key)):
                raise Problem(
                    N_("Files are kept with this partnership, so that it was not removed: remove them first.")
                )
            PARTNERSHIPS.remove(session, key)

    def note(self, note: CooperationNote) -> CooperationNote:
        """Note what was done with a partner, or put it right; one without a key gets one.

        Raises ``Problem`` without words, and for a day to come.
        """
        check_note(note, self._today)
        verb = N_("correct what was done with a partner") if note.key else N_("note what was done with a partner")
        with self._store.write(verb, Subject.PARTNERS, Subject.PARTICIPANTS) as session:
            return recorded(session, NOTES, note)

    def remove_note(self, key: Key) -> None:
        """Take back what was noted by mistake."""
        with self._store.write(N_("remove what was noted of a partner"), Subject.PARTNERS) as session:
            NOTES.standing(session, key)
            NOTES.remove(session, key)

    def next_meeting(self, on: datetime.date) -> Meeting:
        """The meeting of the Network that is held on a day, or the next one after it.

        Raises ``Problem`` where none is planned.
        """
        with self._store.read() as session:
            found = (one for one in in_order(MEETINGS.all(session)) if is_network_meeting(one) and one.closes_on >= on)
            meeting = next(found, None)
        if meeting is None:
            raise Problem(
                N_("No meeting of the Network is planned: plan one in Meetings, and invite the partner then.")
            )
        return meeting

    def between(self, first: datetime.date, last: datetime.date) -> PartnershipsBetween:
        """What became of the partnerships from a first to a last day, both included."""
        days = Period.of_days(first, last)
        with self._store.read() as session:
            return partnerships_between(session, days)


def partnerships_between(session: Session, days: Period) -> PartnershipsBetween:
    """As :meth:`Partnerships.between`, in a snapshot that is open."""
    partnerships = tuple(one for one in PARTNERSHIPS.all(session) if one.period.overlaps(days))
    partners = PARTNERS.among(session, (one.partner for one in partnerships))
    ends = {one.key: one.period.last_day for one in partnerships}
    notes = within(session, NOTES, days)
    partners |= PARTNERS.among(session, (one.partner for one in notes))
    return PartnershipsBetween(
        held=partnerships,
        begun=tuple(one for one in partnerships if days.holds(one.period.start)),
        ended=tuple(one for one in partnerships if (end := ends[one.key]) is not None and days.holds(end)),
        notes=notes,
        partners=partners,
    )


def _line(
    partner: Partner,
    on: datetime.date,
    partnerships: Iterable[Partnership],
    came: Iterable[Meeting],
    contacts: Iterable[datetime.date],
) -> PartnerLine:
    begun = sorted((one for one in partnerships if one.period.start <= on), key=lambda one: one.period.start)
    met = sorted(came, key=lambda one: (one.opens_on, one.key), reverse=True)
    last = max((day for day in contacts if day <= on), default=None)
    return PartnerLine(partner, on, tuple(reversed(begun)), tuple(met), last)
