"""With whom the sample's Network works, and what OHCHR and the Network do for each other."""

import datetime
from collections.abc import Iterable
from functools import partial

from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import CooperationNote, Partnership
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.sample.calendar import workday
from nmirf_desktop.services.sample.content import Cooperation
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event

AGREED, DONE = 7, 21
"""Days after the invitations on which partnerships are recorded, and something is done under them."""


def events(desk: Desk, invited: datetime.date) -> Iterable[Event]:
    """The partnerships, what was done, and the support by OHCHR, after partners were *invited*."""
    agreed = workday(invited + datetime.timedelta(days=AGREED))
    done = workday(invited + datetime.timedelta(days=DONE))
    for one in desk.content.cooperation:
        yield Event.on(agreed, partial(_agree, desk, one, agreed))
        yield Event.on(done, partial(_note, desk, one, done))
    for kind, text in desk.content.support:
        yield Event.on(done, partial(_support, desk, kind, text, done))


def _partner(desk: Desk, kind: PartnerKind) -> Key:
    return next(one.key for one in desk.partners.known() if one.kind is kind)


def _agree(desk: Desk, one: Cooperation, on: datetime.date) -> None:
    partner = _partner(desk, one.partner)
    desk.partnerships.save(
        Partnership("", partner, Period(on), one.form, one.title, one.objectives, one.contact),
    )


def _note(desk: Desk, one: Cooperation, on: datetime.date) -> None:
    desk.partnerships.note(CooperationNote("", _partner(desk, one.partner), on, one.done))


def _support(desk: Desk, kind: SupportKind, text: Trilingual, on: datetime.date) -> None:
    desk.ohchr_support.save(OhchrSupport("", _partner(desk, PartnerKind.OHCHR), on, kind, text))
