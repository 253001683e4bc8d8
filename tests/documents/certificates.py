"""Certificates of dispatch: of nothing, of a few with all that can happen, of years of sendings, of all States."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from nmirf_desktop.domain.certificate_papers import certificate_paper
from nmirf_desktop.domain.certified import CertificateRecord, Dispatched
from nmirf_desktop.domain.dispatches import (
    Channel,
    Delivery,
    DeliveryEvent,
    Dispatch,
    Function,
    Happening,
    Recipient,
)
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language

ON = datetime.date(2027, 1, 10)
ZONE = "Europe/Zurich"
PARTNER = Partner("ohchr", Trilingual.final("OHCHR", "HCDH", "ACNUDH"), PartnerKind.OHCHR, ("office@example.org",))
BOUNCED = "550 5.1.1 the mailbox gha@example.org is full"


def moment(month: int, day: int, hour: int = 9) -> datetime.datetime:
    """A moment of the months before the meeting, in UTC."""
    return datetime.datetime(2027 if month < 6 else 2026, month, day, hour, 5, tzinfo=datetime.UTC)


def agenda_files() -> tuple[IssuedDocument, ...]:
    """The agenda as it was issued in each language."""
    return tuple(
        IssuedDocument(
            f"issued {language}", DocumentKind.AGENDA, "meeting", "NMIRF/2027/1", Edition(language), 1,
            f"3F2A-9C41-07DE-51B{place}", f"{place}a7c" * 16, f"NMIRF-2027-1-Agenda-{language.upper()}.pdf",
            datetime.date(2026, 12, 1), 7, "f" * 64,
        )
        for place, language in enumerate(Language)
    )  # fmt: skip


def sending(key: str, prepared: datetime.datetime, channel: Channel, *deliveries: Delivery) -> Dispatched:
    """A dispatch of the agenda with its deliveries."""
    text = Trilingual.final("text", "texte", "texto")
    dispatch = Dispatch(key, "meeting", channel, prepared, ZONE, "Coordinator", "secretariat@example.org", text, text)
    return Dispatched(dispatch, agenda_files(), deliveries)


def to_state(
    code: str, capacity: Capacity = Capacity.MEMBER, reads: Language = Language.EN, dispatch: str = "d1"
) -> Recipient:
    """The focal point of a State; it is the same person in each dispatch."""
    return Recipient(
        f"{dispatch} {code}", dispatch, capacity, Function.FOCAL_POINT, f"Alex Example of {code}", reads, code,
        person=f"person {code}", addresses=(f"{code.lower()}@example.org",), postal=f"1 Example Road\n{code} 1000",
    )  # fmt: skip


def happened(to: Recipient, *events: tuple[Happening, datetime.datetime, str]) -> Delivery:
    """A delivery with what happened to it."""
    return Delivery(
        to,
        tuple(
            DeliveryEvent(f"{to.key} {place}", to.key, kind, at, ZONE, at, "Coordinator", note)
            for place, (kind, at, note) in enumerate(events)
        ),
    )


def few() -> tuple[Dispatched, ...]:
    """In time, acknowledged, late with its reason, sent again, never sent, to an observer and OHCHR."""
    sent, late = (Happening.SENT, moment(12, 18), ""), (Happening.SENT, moment(12, 28), "Holiday of the secretariat")
    to_ohchr = Recipient(
        "d1 ohchr", "d1", Capacity.OHCHR, Function.PARTNER, "OHCHR", Language.FR, partner="ohchr",
        addresses=("office@example.org",),
    )  # fmt: skip
    first = sending(
        "d1", moment(12, 17), Channel.TO_EACH,
        happened(to_state("BRA", reads=Language.ES), sent, (Happening.ACKNOWLEDGED, moment(12, 19), "")),
        happened(to_state("CIV", reads=Language.FR), (Happening.SENT, moment(12, 26, 22), "")),
        happened(to_state("GHA"), sent, (Happening.FAILED, moment(12, 18, 10), BOUNCED)),
        happened(to_state("IDN")),
        happened(to_state("MAR", reads=Language.FR), late),
        happened(to_state("CHE", Capacity.OBSERVER, Language.FR), sent),
        happened(to_ohchr, sent),
    )  # fmt: skip
    again = to_state("GHA", dispatch="d2")
    second = sending("d2", moment(12, 19), Channel.POST, happened(again, (Happening.SENT, moment(12, 21), "")))
    return first, second


def record(facts: RecordedMeeting, *dispatches: Dispatched) -> CertificateRecord:
    """What is certified of a meeting."""
    return CertificateRecord(facts, moment(1, 10, 12), dispatches, partners={"ohchr": PARTNER})


def nothing_sent(facts: RecordedMeeting) -> RecordPaper:
    """Nothing is recorded."""
    return certificate_paper(record(facts))


def with_addresses(facts: RecordedMeeting) -> RecordPaper:
    """A few, with addresses, and what was noted by hand."""
    noted = (
        AgendaDispatch("n1", "meeting", datetime.date(2026, 12, 20), Audience.MEMBERS, "PRY"),
        AgendaDispatch("n2", "meeting", datetime.date(2026, 12, 29), Audience.OBSERVERS, None, "By diplomatic bag"),
    )
    known = replace(facts, dispatches=noted)
    return certificate_paper(replace(record(known, *few()), noted=noted), addresses=True)


def to_many(facts: RecordedMeeting, states: tuple[str, ...], turns: int) -> RecordPaper:
    """So many sendings to each of some States; where there were several, the last was noted by hand."""
    noted = tuple(
        AgendaDispatch(f"n{code}", "meeting", ON, Audience.MEMBERS, code) for code in (states[:60] if turns > 1 else ())
    )
    return certificate_paper(replace(record(facts, *_turns(states, turns)), noted=noted))


def in_time(facts: RecordedMeeting, states: tuple[str, ...]) -> RecordPaper:
    """One sending to each of some States, as it usually goes."""
    sent = (Happening.SENT, moment(12, 18), "")
    to = (happened(to_state(code), sent) for code in states)
    return certificate_paper(record(facts, sending("d1", moment(12, 17), Channel.TO_EACH, *to)))


def _turns(states: tuple[str, ...], turns: int) -> Iterator[Dispatched]:
    for turn in range(turns):
        at = moment(12, 1 + turn)
        to = (to_state(code, dispatch=f"d{turn}") for code in states)
        yield sending(
            f"d{turn}", at, Channel.TO_EACH,
            *(happened(one, (Happening.SENT, at, ""), (Happening.FAILED, at, "Mailbox full")) for one in to),
        )  # fmt: skip
