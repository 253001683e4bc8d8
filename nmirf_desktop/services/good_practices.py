"""Good practices: recorded with their source and the State's consent, shared, and told of a period (R43)."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence

from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.contributions import Contribution, consented
from nmirf_desktop.domain.good_practices import (
    GoodPractice,
    PracticeLine,
    PracticesOf,
    Sharing,
    SharingLine,
    check_practice,
    check_sharing,
    without_consent,
)
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attachments import attach_all
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.attachments import ATTACHMENTS, held_by, held_by_each
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES, SHARINGS, numbers_given, years_recorded
from nmirf_desktop.storage.links import recorded
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now

STRIKE_VERB = N_("strike out a good practice")
RECORD, CORRECT = N_("record a good practice"), N_("correct a good practice")
SHARE, SHARE_AGAIN = N_("record that a practice was shared"), N_("correct how a practice was shared")
SHARED_NO_MORE = N_(
    "The State withdrew this practice on {day}: from then on it is shared no more. Nothing was recorded."
)
FILES_KEPT = N_("Files are attached to this practice, so that it was not struck out; remove them first: {files}.")
USED = N_(
    "This practice was shared, or contributed to the knowledge hub, so that it was not struck out. Record that it was "
    "withdrawn, or strike those records out first."
)


class GoodPractices:
    """The good practices of a register; *clock* says which day it is."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def years(self, on: datetime.date) -> tuple[int, ...]:
        """The years in which a practice was recorded by a day, the latest first."""
        with self._store.read() as session:
            return years_recorded(session, on)

    def lines(self, on: datetime.date, year: int | None = None) -> tuple[PracticeLine, ...]:
        """The practices recorded by a day, in a *year* or in all, the latest first, with what each lacks on the day."""
        first = datetime.date(year, 1, 1) if year is not None else datetime.date.min
        last = min(datetime.date(year, 12, 31), on) if year is not None else on
        with self._store.read() as session:
            found = GOOD_PRACTICES.between(session, "recorded_on", first, last)
            return self._lines(session, tuple(reversed(found)), on)

    def between(self, first: datetime.date, last: datetime.date, on: datetime.date | None = None) -> PracticesOf:
        """The practices recorded in a period, both days included, as of a day, and all that was shared in it.

        States have the names and groups of that day, which is the last one of the period where none is given.
        """
        with self._store.read() as session:
            found = GOOD_PRACTICES.between(session, "recorded_on", first, last)
            shared = SHARINGS.between(session, "shared_on", first, last)
            return PracticesOf(first, last, self._lines(session, found, on or last), shared)

    def line(self, key: Key, on: datetime.date) -> PracticeLine | None:
        """One practice as of a day; ``None`` where none has that key."""
        with self._store.read() as session:
            found = GOOD_PRACTICES.find(session, key)
            return None if found is None else self._lines(session, (found,), on)[0]

    def _lines(self, session: Session, found: Sequence[GoodPractice], on: datetime.date) -> tuple[PracticeLine, ...]:
        keys = [one.key for one in found]
        files = held_by_each(session, HolderKind.GOOD_PRACTICE, keys)
        shared = _known(SHARINGS.by(session, "practice", keys), on)
        sent = CONTRIBUTIONS.by(session, "practice", keys)
        states = self._states.on(on)
        return tuple(
            PracticeLine(
                one,
                states[one.state],
                on,
                len(shared[one.key]),
                len(files[one.key]),
                _unconsented(one, shared[one.key], sent[one.key], on),
            )
            for one in found
        )

    def shared(self, practice: Key, on: datetime.date) -> tuple[SharingLine, ...]:
        """With whom a practice was shared by a day, the latest first."""
        with self._store.read() as session:
            one = GOOD_PRACTICES.find(session, practice)
            found = _known({practice: SHARINGS.all(session, practice=practice)}, on)[practice]
            partners = PARTNERS.among(session, (sharing.partner for sharing in found))
        states = self._states.on(on)
        return tuple(
            SharingLine(
                sharing,
                tuple(states[code] for code in sharing.states),
                partners.get(sharing.partner or ""),
                one is not None and without_consent(one, sharing.shared_on, on),
            )
            for sharing in sorted(found, key=lambda each: (each.shared_on, each.key), reverse=True)
        )

    # -- recording -------------------------------------------------------------------------------------------------

    def record(self, practice: GoodPractice, files: Sequence[NewFile] = ()) -> GoodPractice:
        """Record a practice with its *files*, or put one right; one without a key is new and gets its number.

        The files of a practice that is put right to another State are that one's.

        Raises:
            Problem: it has no title, a day lies ahead, who agreed has no day, its days are not in their order, or a
                file cannot be attached.
            Refusal: it was struck out meanwhile.
        """
        check_practice(practice)
        for name in ("recorded_on", "consented_on", "withdrawn_on", "renewed_on"):
            check_happened(getattr(practice, name), self._today, name)
        verb = CORRECT if practice.key else RECORD
        subjects = (Subject.PRACTICES, Subject.ATTACHMENTS) if practice.key or files else (Subject.PRACTICES,)
        with self._store.write(verb, *subjects) as session:
            new = recorded(session, GOOD_PRACTICES, dataclasses.replace(practice, number=_number(session, practice)))
            holder = Holder(HolderKind.GOOD_PRACTICE, new.key)
            for file in held_by(session, holder):
                if file.state != new.state:
                    ATTACHMENTS.save(session, dataclasses.replace(file, state=new.state))
            attach_all(session, holder, new.state, files, self._today)
        return new

    def share(self, sharing: Sharing, *, all_the_same: bool = False) -> Sharing:
        """A practice was shared, with consent or not: it is recorded as it happened; one without a key is new.

        *all_the_same* says that it happened even though the State had withdrawn the practice.

        Raises:
            Problem: the day lies ahead, those with whom it was shared are not named, or the State had withdrawn it.
            Refusal: it, or the practice, was struck out meanwhile.
        """
        check_sharing(sharing)
        check_happened(sharing.shared_on, self._today, "shared_on")
        with self._store.write(
            SHARE_AGAIN if sharing.key else SHARE, Subject.PRACTICES, Subject.PARTICIPANTS
        ) as session:
            practice = GOOD_PRACTICES.standing(session, sharing.practice)
            if practice.withdrawn(sharing.shared_on) and not all_the_same:
                raise Problem(SHARED_NO_MORE, {"day": practice.withdrawn_on}, "shared_on")
            return recorded(session, SHARINGS, sharing)

    def strike_sharing(self, key: Key) -> None:
        """A sharing was recorded by mistake."""
        with self._store.write(N_("strike out that a practice was shared"), Subject.PRACTICES) as session:
            SHARINGS.standing(session, key)
            SHARINGS.remove(session, key)

    def strike(self, key: Key) -> None:
        """A practice was recorded by mistake. Raises ``Problem`` where files, sharings or contributions rest on it."""
        with self._store.write(STRIKE_VERB, Subject.PRACTICES) as session:
            GOOD_PRACTICES.standing(session, key)
            held = held_by(session, Holder(HolderKind.GOOD_PRACTICE, key))
            if held:
                raise Problem(FILES_KEPT, {"files": Listed(tuple(one.name for one in held))})
            if SHARINGS.first(session, practice=key) or CONTRIBUTIONS.first(session, practice=key):
                raise Problem(USED)
            GOOD_PRACTICES.remove(session, key)


def _number(session: Session, practice: GoodPractice) -> int:
    """Its number, which it keeps within its year; one that comes to a year has the number after all given there.

    A number is never given twice: a sheet with that of a practice that was struck out may have left the house. One that
    comes back to a year has the number that it had there.
    """
    year = practice.recorded_on.year
    held = GOOD_PRACTICES.find(session, practice.key) if practice.key else None
    if held is not None and held.recorded_on.year == year:
        return held.number
    given = numbers_given(session, year)
    own = (number for number, key in given.items() if key == practice.key)
    return min(own, default=1 + max(given, default=0))


def _known(shared: Mapping[Key, Iterable[Sharing]], on: datetime.date) -> Mapping[Key, tuple[Sharing, ...]]:
    """What had been shared by a day."""
    return {key: tuple(one for one in several if one.shared_on <= on) for key, several in shared.items()}


def _unconsented(
    practice: GoodPractice, shared: Iterable[Sharing], sent: Iterable[Contribution], on: datetime.date
) -> bool:
    """Whether a practice went out by a day without the State's consent."""
    if any(without_consent(practice, one.shared_on, on) for one in shared):
        return True
    return any(one.went_on is not None and one.went_on <= on and not consented(one, practice, on) for one in sent)
