"""What a certificate of dispatch tells of sendings noted by hand, without a file, and how it says a margin."""

import datetime
import re
from collections.abc import Iterator, Mapping

from nmirf_desktop.domain.blocks import Column, DataTable, Note
from nmirf_desktop.domain.certified import CertificateRecord
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience
from nmirf_desktop.domain.papers import PaperSection
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, NP_, Catalog

BY_HAND = N_("Sendings noted by hand")
NO_FILES = N_("Of these the register has the day alone, and neither the files nor the addresses.")
AS_ENTERED = NP_("event and remark", "{event} (as entered: “{remark}”)")
"""A reason stands in the language in which it was typed: it is quoted."""
ADDRESS = re.compile(r"\S*@\S*")
"""What may be an e-mail address in a remark: it is printed only where addresses were asked for."""
HIDDEN = "[…]"
"""What stands for an address that is not printed."""
AUDIENCE_LABELS: Mapping[Audience, str] = {
    Audience.MEMBERS: N_("All members"),
    Audience.OBSERVERS: N_("All observers"),
    Audience.OHCHR: N_("OHCHR"),
}


def noted_by_hand(record: CertificateRecord) -> Iterator[PaperSection]:
    """What was noted of the agenda without a file: day, audience and reason."""
    if not record.noted:
        return
    judged, deadline = record.of_agenda, record.ground.deadline(record.facts.meeting)
    margin = (Column(Said.words(N_("Margin")), 1.7),) if judged else ()
    columns = (Column(Said.words(N_("Recipient")), 2.3), Column(Said.words(N_("What is recorded")), 4.8), *margin)
    rows = tuple(
        (_audience(one, record.facts.states), _noted(one)) + ((_noted_margin(record, one, deadline),) if judged else ())
        for one in sorted(record.noted, key=lambda one: (one.sent_on, one.audience, one.state or ""))
    )
    yield PaperSection(Said.words(BY_HAND), (DataTable(columns, rows), Note(Said.words(NO_FILES))))


def _audience(one: AgendaDispatch, states: Mapping[StateCode, State]) -> Said:
    state = states.get(one.state or "")
    return Said.words(AUDIENCE_LABELS[one.audience]) if state is None else Said.by(state.said_in)


def _noted(one: AgendaDispatch) -> Said:
    def said(words: Catalog) -> str:
        event = words.gettext("{moment}: sent").format(moment=words.date(one.sent_on))
        note = " ".join(ADDRESS.sub(HIDDEN, one.reason).split())
        return words.pgettext("event and remark", AS_ENTERED).format(event=event, remark=note) if note else event

    return Said.by(said)


def _noted_margin(record: CertificateRecord, one: AgendaDispatch, deadline: datetime.date) -> Said:
    if one.audience is not Audience.MEMBERS and not (record.to_all and one.audience is Audience.OBSERVERS):
        return Said.words(N_("no time limit"))
    return Said.by(lambda words: margin_said((deadline - one.sent_on).days, words))


def margin_said(days: int, words: Catalog) -> str:
    """How far a sending was from the last day for it."""
    if days == 0:
        return words.gettext("on the last day")
    number = abs(days)
    if days < 0:
        return words.ngettext("{n} day late", "{n} days late", number).format(n=words.number(number))
    return words.ngettext("{n} day before the last day", "{n} days before the last day", number).format(
        n=words.number(number)
    )
