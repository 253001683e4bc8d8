"""Support by OHCHR, and what the Network does so that OHCHR has the resources for it (R45)."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportBetween, check_support, in_order
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attachments import attach_all, touching
from nmirf_desktop.storage.attachments import held_by
from nmirf_desktop.storage.links import recorded
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import recorded_partner
from nmirf_desktop.storage.partnerships import within
from nmirf_desktop.storage.store import Moment, Store, utc_now

NOT_OHCHR = N_("Support by OHCHR is recorded with OHCHR itself; nothing was recorded. Choose OHCHR among the partners.")


class OhchrSupports:
    """What is recorded of OHCHR; *clock* says which day is today."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def given_by(self, partner: Key, on: datetime.date) -> tuple[OhchrSupport, ...]:
        """What is recorded of a partner that is OHCHR by a day, the latest first."""
        with self._store.read() as session:
            return in_order(one for one in SUPPORT.all(session, partner=partner) if one.on <= on)

    def partner_of(self, key: Key) -> Key | None:
        """The partner of an entry; ``None`` where there is none of that key."""
        with self._store.read() as session:
            found = SUPPORT.find(session, key)
        return None if found is None else found.partner

    def save(self, support: OhchrSupport, files: Sequence[NewFile] = ()) -> OhchrSupport:
        """Record support or advocacy, or put it right, with its documents; one without a key gets one.

        Raises ``Problem`` as :func:`check_support` does, where the partner is not OHCHR, and where a file cannot be
        attached.
        """
        check_support(support, self._today)
        verb = N_("correct the support given by OHCHR") if support.key else N_("record the support given by OHCHR")
        touched = touching(Subject.PARTNERS, Subject.PARTICIPANTS, files=files)
        with self._store.write(verb, *touched) as session:
            if recorded_partner(session, support.partner).kind is not PartnerKind.OHCHR:
                raise Problem(NOT_OHCHR, field_name="partner")
            new = recorded(session, SUPPORT, support)
            if files:
                dated = [file if file.dated else replace(file, dated=new.on) for file in files]
                attach_all(session, Holder(HolderKind.OHCHR_SUPPORT, new.key), new.state, dated, self._today)
        return new

    def remove(self, key: Key) -> None:
        """Take back an entry that was recorded by mistake. Raises ``Problem`` while files are kept with it."""
        with self._store.write(N_("remove the support given by OHCHR"), Subject.PARTNERS) as session:
            SUPPORT.standing(session, key)
            if held_by(session, Holder(HolderKind.OHCHR_SUPPORT, key)):
                raise Problem(N_("Files are kept with this entry, so that it was not removed: remove them first."))
            SUPPORT.remove(session, key)

    def between(self, first: datetime.date, last: datetime.date) -> SupportBetween:
        """What is recorded from a first to a last day, both included."""
        days = Period.of_days(first, last)
        with self._store.read() as session:
            return SupportBetween(within(session, SUPPORT, days))
