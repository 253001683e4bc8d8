"""Who speaks: the speakers' list of each item, the floor given and taken, and the clock."""

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.floor import (
    ListedSpeaker,
    SpeakersList,
    Speaking,
    SpeakingTime,
    check_listing,
    check_minutes,
    in_turn,
    limit_of,
    moved,
    on_the_floor,
    rank,
    spoken,
    unfinished,
)
from nmirf_desktop.domain.participants import Answer, PartnerKind
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import (
    Intervention,
    InterventionKind,
    SittingPause,
    check_named,
    coming_for,
    ohchr,
    pause_of,
)
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Vote
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.attending import never_came, take_part
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.floor import (
    LISTED_SPEAKERS,
    MOTIONS,
    PAUSES,
    POINTS_OF_ORDER,
    SPEAKERS_LISTS,
    SPEAKING_TIMES,
)
from nmirf_desktop.storage.meetings import SITTINGS
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.voting import INTERVENTIONS, VOTES

NOBODY_LISTED = N_("Nobody waits on the list of speakers: put a speaker on it (Ctrl+F3), or give the floor (F3).")
NOBODY_SPEAKS = N_("Nobody has the floor; nothing was changed.")


@dataclass(frozen=True, slots=True)
class FloorView:
    """The floor of a meeting: who waits, who speaks or was interrupted, how long one may speak, and the pauses.

    *usual* are the minutes of the settings; *waiting* are the interventions that are not over, the last has the floor.
    """

    listed: tuple[ListedSpeaker, ...]
    lists: Mapping[Key, SpeakersList]
    waiting: tuple[Speaking, ...]
    times: tuple[SpeakingTime, ...]
    usual: int
    pauses: tuple[SittingPause, ...] = ()

    @property
    def speaking(self) -> Speaking | None:
        """Who has the floor."""
        return self.waiting[-1] if self.waiting else None

    def queue(self, item: Key) -> tuple[ListedSpeaker, ...]:
        """Who waits under an item."""
        return in_turn(self.listed, item)

    def limit(self, item: Key) -> datetime.timedelta | None:
        """How long one may speak under an item."""
        return limit_of(self.lists.get(item), self.usual)

    def spoken(self, key: Key, now: datetime.datetime) -> datetime.timedelta | None:
        """For how long an intervention was spoken, ``None`` where that was not timed."""
        own = tuple(one for one in self.times if one.intervention == key)
        return spoken(own, now) if own else None


class Floor:
    """The speakers of a meeting in the register."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def view(self, meeting: Key) -> FloorView:
        """Who waits, who speaks, and the pauses."""
        with self._store.read() as session:
            times = SPEAKING_TIMES.all(session, meeting=meeting)
            heard = INTERVENTIONS.all(session, meeting=meeting)
            lists = {one.item: one for one in SPEAKERS_LISTS.all(session, meeting=meeting)}
            return FloorView(
                listed=LISTED_SPEAKERS.all(session, meeting=meeting),
                lists=lists,
                waiting=unfinished(heard, times),
                times=times,
                usual=ORGANISATION.get(session, "organisation").speaking_minutes,
                pauses=PAUSES.all(session, meeting=meeting),
            )

    def invited(self, meeting: Key) -> tuple[Trilingual, ...]:
        """The partners that are invited and did not send apologies, and the people who come for them (R44, R45)."""
        with self._store.read() as session:
            partners = PARTNERS.by_key(PARTNERS.all(session))
            coming = [
                one
                for one in (INVITEES.all(session, meeting=meeting) if partners else ())
                if one.partner in partners and one.answer is not Answer.APOLOGIES
            ]
            sent = DELEGATES.by(session, "invitee", (one.key for one in coming))
            people = PEOPLE.among(session, (each.person for found in sent.values() for each in found))
        named = []
        for one in coming:
            partner = partners[one.partner or ""]
            body = ohchr() if partner.kind is PartnerKind.OHCHR else partner.name
            named += [body, *(coming_for(people[each.person], body) for each in sent[one.key])]
        return tuple(named)

    # -- the list --------------------------------------------------------------------------------------------------

    def put_down(
        self, meeting: Key, item: Key, speaker: StateCode | Trilingual, *, reply: bool = False
    ) -> ListedSpeaker:
        """A State, or a guest by its name, waits for the floor under an item, behind the others.

        Raises:
            Problem: a guest without a name.
            Refusal: the list is closed and it is no right of reply, or the speaker waits on it already.
        """
        wanted = ListedSpeaker(new_key(), meeting, item, 0, reply=reply)
        if isinstance(speaker, Trilingual):
            check_named(speaker)
            wanted = dataclasses.replace(wanted, body=speaker)
        else:
            wanted = dataclasses.replace(wanted, state=speaker)
        with self._store.write(N_("list a speaker"), Subject.SESSION) as session:
            queue = _queue(session, item)
            check_listing(SPEAKERS_LISTS.first(session, item=item), queue, wanted)
            wanted = dataclasses.replace(wanted, position=queue[-1].position + 1 if queue else 0)
            LISTED_SPEAKERS.save(session, wanted)
        return wanted

    def move(self, key: Key, by: int) -> None:
        """Move a speaker on the list by some places, up where they are negative."""
        with self._store.write(N_("reorder the list of speakers"), Subject.SESSION) as session:
            listed = LISTED_SPEAKERS.get(session, key)
            for one in moved(_queue(session, listed.item), key, by):
                LISTED_SPEAKERS.save(session, one)

    def take_off(self, key: Key) -> None:
        """Take a speaker off the list."""
        with self._store.write(N_("take a speaker off the list"), Subject.SESSION) as session:
            LISTED_SPEAKERS.remove(session, key)

    def close_list(self, meeting: Key, item: Key, *, closed: bool = True) -> SpeakersList:
        """Close the list of an item, or open it again (GA 73/115)."""
        verb = N_("close the list of speakers") if closed else N_("open the list of speakers again")
        return self._change(verb, meeting, item, closed_at=self._clock() if closed else None)

    def limit(self, meeting: Key, item: Key, minutes: int | None) -> SpeakersList:
        """The time for each speaker under an item: 0 is no limit, ``None`` that of the settings. Raises ``Problem``."""
        check_minutes(minutes)
        return self._change(N_("limit the time of speakers"), meeting, item, minutes=minutes)

    def _change(self, verb: str, meeting: Key, item: Key, **fields: object) -> SpeakersList:
        with self._store.write(verb, Subject.SESSION) as session:
            known = SPEAKERS_LISTS.first(session, item=item) or SpeakersList(new_key(), meeting, item)
            changed = dataclasses.replace(known, **fields)  # type: ignore[arg-type]
            SPEAKERS_LISTS.save(session, changed)
        return changed

    # -- who speaks ------------------------------------------------------------------------------------------------

    def give(
        self,
        meeting: Key,
        item: Key,
        speaker: StateCode | Trilingual,
        language: Language,
        kind: InterventionKind = InterventionKind.STATEMENT,
    ) -> Intervention:
        """A State, or a guest by its name, takes the floor under an item now; the note follows, in *language*.

        Who spoke before has finished; a place on the list is used up.

        Raises:
            Problem: a guest without a name.
            Refusal: the sitting is suspended.
        """
        said = Intervention(new_key(), meeting, item, self._clock(), kind=kind, language=language)
        if isinstance(speaker, Trilingual):
            check_named(speaker)
            said = dataclasses.replace(said, body=speaker)
        else:
            said = dataclasses.replace(said, state=speaker)
        with self._store.write(N_("give the floor"), Subject.SESSION) as session:
            begin(session, said)
            used = next((one for one in _queue(session, item) if (one.speaker, one.kind) == (speaker, kind)), None)
            if used is not None:
                LISTED_SPEAKERS.remove(session, used.key)
        return said

    def next(self, meeting: Key, item: Key, language: Language) -> Intervention:
        """Who is first on the list of an item takes the floor; where nobody waits, who spoke under it has finished.

        It gives the intervention that began, or the one that is over by it. Who speaks under another item goes on: the
        room looks ahead, and its list is another one.

        Raises:
            Refusal: nobody waits and nobody speaks, or the sitting is suspended.
        """
        with self._store.read() as session:
            check_going_on(session, meeting)
            queue, waiting = _queue(session, item), _unfinished(session, meeting)
        if queue:
            return self.give(meeting, item, queue[0].speaker, language, queue[0].kind)
        if not waiting or waiting[-1].heard.item != item:
            raise Refusal(NOBODY_LISTED)
        return self.finish(meeting)

    def pause(self, meeting: Key) -> Speaking:
        """One key: the clock of who has the floor is stopped for a while, or goes on.

        Raises:
            Refusal: nobody has the floor, or the sitting is suspended.
        """
        with self._store.write(N_("pause a speaker, or go on"), Subject.SESSION) as session:
            speaking = _speaking(session, meeting)
            if speaking.running:
                halt(session, speaking, self._clock())
            else:
                check_going_on(session, meeting)
                _run(session, speaking.heard, self._clock())
        return speaking

    def finish(self, meeting: Key) -> Intervention:
        """Who has the floor has finished; somebody who was interrupted has it again. Raises ``Refusal``."""
        with self._store.write(N_("a speaker has finished"), Subject.SESSION) as session:
            return end(session, _speaking(session, meeting), self._clock())


def _queue(session: Session, item: Key) -> tuple[ListedSpeaker, ...]:
    return in_turn(LISTED_SPEAKERS.all(session, item=item), item)


def _speaking(session: Session, meeting: Key) -> Speaking:
    found = on_the_floor(INTERVENTIONS.all(session, meeting=meeting), SPEAKING_TIMES.all(session, meeting=meeting))
    if found is None:
        raise Refusal(NOBODY_SPEAKS)
    return found


def _run(session: Session, said: Intervention, now: datetime.datetime) -> None:
    SPEAKING_TIMES.save(session, SpeakingTime(new_key(), said.meeting, said.key, now))


def check_going_on(session: Session, meeting: Key) -> None:
    """Raises ``Refusal`` while the sitting is suspended: nobody speaks then."""
    sittings = {one.key: one for one in SITTINGS.all(session, meeting=meeting)}
    pauses = PAUSES.all(session, meeting=meeting, resumed_at=None)
    if any(pause_of(sittings.get(one.sitting), (one,)) is not None for one in pauses):
        raise Refusal(N_("The sitting is suspended, and nobody was given the floor: resume it first (Shift+F9)."))


def begin(session: Session, said: Intervention) -> None:
    """An intervention begins, and its clock runs: who spoke has finished, or waits where it only interrupts (R24).

    The delegation that speaks is present from then on, if it was not (R17).
    """
    check_going_on(session, said.meeting)
    for one in _unfinished(session, said.meeting):
        (halt if rank(one.heard) < rank(said) else end)(session, one, said.at)
    INTERVENTIONS.save(session, said)
    if said.state is not None:
        take_part(session, said.meeting, said.state, said.at)
    _run(session, said, said.at)


def halt(session: Session, speaking: Speaking, now: datetime.datetime) -> None:
    """The clock of an intervention stops; it is not over."""
    for one in speaking.times:
        if one.ended_at is None:
            SPEAKING_TIMES.save(session, dataclasses.replace(one, ended_at=now))


def end(session: Session, speaking: Speaking, now: datetime.datetime) -> Intervention:
    """An intervention is over."""
    halt(session, speaking, now)
    over = dataclasses.replace(speaking.heard, ended_at=now)
    INTERVENTIONS.save(session, over)
    return over


def take_back(session: Session, key: Key) -> None:
    """An intervention never was, nor what rests on it: its times, a presence, the point of order, the motion moved.

    Raises:
        Refusal: a vote was opened on the motion, or on the appeal.
    """
    heard = INTERVENTIONS.find(session, key)
    if heard is None:
        return
    for time in SPEAKING_TIMES.all(session, intervention=key):
        SPEAKING_TIMES.remove(session, time.key)
    for point in POINTS_OF_ORDER.all(session, intervention=key):
        _check_unvoted(VOTES.first(session, point=point.key))
        POINTS_OF_ORDER.remove(session, point.key)
    INTERVENTIONS.remove(session, key)
    never_came(session, heard)
    if heard.kind is InterventionKind.MOTION and heard.motion is not None:
        _check_unvoted(VOTES.first(session, motion=heard.motion))
        for other in INTERVENTIONS.all(session, motion=heard.motion):
            take_back(session, other.key)
        MOTIONS.remove(session, heard.motion)


def _check_unvoted(vote: Vote | None) -> None:
    if vote is not None:
        raise Refusal(N_("A vote was opened on it, so that it stays; nothing was removed."), section="R24")


def silence(session: Session, meeting: Key, now: datetime.datetime, *, for_good: bool) -> None:
    """The room is suspended, or rises *for good*: no clock runs any more."""
    for one in _unfinished(session, meeting):
        (end if for_good else halt)(session, one, now)


def give_way(session: Session, meeting: Key, now: datetime.datetime, *, interrupting: bool) -> None:
    """A vote or a ballot opens, and who had the floor has finished.

    A vote on a motion or on a ruling only interrupts the debate (R24): whoever spoke before has the floor again
    afterwards, its clock by its own key.
    """
    for one in _unfinished(session, meeting):
        (halt if interrupting and not rank(one.heard) else end)(session, one, now)


def leave_behind(session: Session, meeting: Key, item: Key, now: datetime.datetime) -> tuple[Intervention, ...]:
    """The meeting goes on to an item: who had the floor under another one has finished, and is returned.

    While a clock runs nobody has: somebody speaks, and the room only looks ahead.
    """
    left = _unfinished(session, meeting)
    if any(one.running for one in left):
        return ()
    return tuple(end(session, one, now) for one in left if one.heard.item != item)


def _unfinished(session: Session, meeting: Key) -> tuple[Speaking, ...]:
    return unfinished(INTERVENTIONS.all(session, meeting=meeting), SPEAKING_TIMES.all(session, meeting=meeting))
