"""Partners who are invited as guests: one record each, joined where there are two of one (R44, R45)."""

import dataclasses

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.invitations import same_partner
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING, with_standing
from nmirf_desktop.domain.people import check_emails
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.activities import TAKING_PART
from nmirf_desktop.storage.links import point_elsewhere, unlinked
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import INVITEES, PARTNERS, recorded_partner
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store

KEPT = N_(
    "This partner stands in what is recorded, such as meetings, dispatches, activities or partnerships, and is kept."
)
ALWAYS = N_("OHCHR is always a partner of the Network, and is kept.")


class Partners:
    """The partners of a register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Partner, ...]:
        """The partners of the register, in the order in which they were added."""
        with self._store.read() as session:
            return PARTNERS.all(session)

    def known(self) -> tuple[Partner, ...]:
        """The partners with OHCHR among them and first, whether it is recorded yet or not (R45)."""
        return with_standing(self.list())

    def save(self, partner: Partner) -> None:
        """Record a partner, or correct it.

        Raises:
            Problem: it has no name, another partner has one of its names, an address is none, or OHCHR would be of
                another kind (R45).
        """
        if not partner.name:
            raise Problem(N_("Give the partner a name."), field_name="name")
        check_emails(partner.emails)
        with self._store.write(N_("record a partner"), Subject.PARTICIPANTS) as session:
            _check_kind(session, partner)
            if (other := same_partner(partner, PARTNERS.all(session))) is not None:
                raise Problem(
                    N_("The register has a partner of this name already: {name}."),
                    {"name": other.name.original},
                    field_name="name",
                )
            PARTNERS.save(session, partner)

    def merge(self, kept: Key, other: Key) -> None:
        """Two records are one partner: all that is of the *other* becomes that of the one that is *kept*.

        An activity in which both took part is one in which that partner did; as host, where either was.

        Raises:
            Problem: both are invited to one meeting, so that one invitation has to be taken back first; or OHCHR, which
                stands by itself (R45), would become a part of another partner.
        """
        subjects = (
            Subject.PARTICIPANTS, Subject.DISPATCHES, Subject.ACTIVITIES, Subject.PARTNERS, Subject.ATTACHMENTS,
        )  # fmt: skip
        with self._store.write(N_("merge two records of a partner"), *subjects) as session:
            meetings = [{one.meeting for one in INVITEES.all(session, partner=key)} for key in (kept, other)]
            if kept == other or meetings[0] & meetings[1]:
                raise Problem(
                    N_("Both are invited to the same meeting: take one of these invitations back first."),
                    field_name="other",
                )
            one, gone = recorded_partner(session, kept), recorded_partner(session, other)
            if gone.kind is PartnerKind.OHCHR and one.kind is not PartnerKind.OHCHR:
                raise Problem(N_("OHCHR is a partner by itself: keep its record, and merge the other one with it."))
            emails = (*one.emails, *(email for email in gone.emails if email not in one.emails))
            PARTNERS.save(session, dataclasses.replace(one, emails=emails, address=one.address or gone.address))
            _take_part_once(session, kept, other)
            point_elsewhere(session, PARTNERS, other, kept)
            PARTNERS.remove(session, other)

    def remove(self, key: Key) -> None:
        """Take a partner out of which nothing else is recorded.

        Raises:
            Problem: something is, or it is OHCHR, which is always one (R45).
        """
        with self._store.write(N_("remove a partner"), Subject.PARTICIPANTS) as session:
            known = PARTNERS.find(session, key)
            if key == STANDING.key or (known is not None and known.kind is PartnerKind.OHCHR):
                raise Problem(ALWAYS)
            if key not in unlinked(session, PARTNERS):
                raise Problem(KEPT)
            PARTNERS.remove(session, key)


def _check_kind(session: Session, partner: Partner) -> None:
    """*Partnerships*, R45: OHCHR stays what it is, under whatever key it was recorded. Raises ``Problem``.

    Of two records that both are, one was a mistake as long as no support is recorded with it.
    """
    if partner.kind is PartnerKind.OHCHR:
        return
    known = PARTNERS.find(session, partner.key)
    if known is not None and known.kind is PartnerKind.OHCHR:
        others = [one for one in PARTNERS.all(session) if one.kind is PartnerKind.OHCHR and one.key != known.key]
        if others and known.key != STANDING.key and SUPPORT.first(session, partner=known.key) is None:
            return
    elif partner.key != STANDING.key:
        return
    raise Problem(ALWAYS, field_name="kind")


def _take_part_once(session: Session, kept: Key, other: Key) -> None:
    """Of the activities in which both take part, one row stays."""
    there = {one.activity: one for one in TAKING_PART.all(session, partner=kept)}
    for one in TAKING_PART.all(session, partner=other):
        if (mine := there.get(one.activity)) is not None:
            TAKING_PART.save(session, dataclasses.replace(mine, host=mine.host or one.host))
            TAKING_PART.remove(session, one.key)
