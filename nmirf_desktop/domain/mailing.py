"""Covering letters and address labels of a dispatch that goes by post."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.blocks import Block, Heading, Para, Signature, Signatures, Style
from nmirf_desktop.domain.dispatches import Dispatch, Recipient
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.headed import network_name
from nmirf_desktop.domain.letter_papers import INITIALS
from nmirf_desktop.domain.letters import place_and_date
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.papers import AddressLabel, Masthead, RecordPaper
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import place_and_dates
from nmirf_desktop.i18n import N_, Language

COVERING = N_("Covering letter")
LABELS = N_("Address labels")
SERIES = "LET"
"""The series of the office's letters, of which those of a dispatch are numbered by the moment of its preparation."""


@dataclass(frozen=True, slots=True)
class Mailing:
    """What the letters of a dispatch have in common; *states* are named as on the day of its preparation."""

    dispatch: Dispatch
    organisation: Organisation
    states: Mapping[StateCode, State]
    meeting: Meeting | None = None

    @property
    def on(self) -> datetime.date:
        """The day of the letters, where the secretariat counts its days."""
        return self.dispatch.prepared_at.astimezone(ZoneInfo(self.dispatch.zone)).date()

    @property
    def reference(self) -> str:
        """The office's reference of the whole dispatch: "NMIRF/2027/LET/20261020-120000"."""
        at = self.dispatch.prepared_at.astimezone(ZoneInfo(self.dispatch.zone))
        prefix = self.organisation.symbol_prefix if self.meeting is None else self.meeting.symbol
        return f"{prefix}/{SERIES}/{at:%Y%m%d-%H%M%S}"

    def masthead(self, number: int = 0) -> Masthead:
        """The head of a letter, by its *number* in the dispatch; of none, that of the labels."""
        meeting = self.meeting
        return Masthead(
            symbol=f"{self.reference}/{number}" if number else self.reference,
            dated=self.on,
            meeting=NOTHING if meeting is None else Said.of(meeting.title),
            place_and_dates=NOTHING if meeting is None else place_and_dates(meeting),
            original=self.dispatch.text.source or Language.EN,
            distribution=Distribution.LIMITED,
            specimen=self.organisation.specimen,
            network=network_name(self.organisation.network),
            secretariat=Said.of(self.organisation.secretariat),
            dated_within=True,
        )


def label(to: Recipient, states: Mapping[StateCode, State]) -> AddressLabel:
    """The name on the envelope, the postal address, and the State where the address does not name it already."""
    lines = [line.strip() for line in (to.name, *to.postal.splitlines()) if line.strip()]
    state = states.get(to.state or "")
    if state is not None:
        names = {state.short[language].casefold() for language in Language}
        if not any(name in line.casefold() for line in lines[1:] for name in names):
            lines.append(state.short[to.reads])
    return AddressLabel(tuple(lines), to.reads)


def covering_letter(mailing: Mailing, number: int, to: Recipient, subject: str, text: str) -> RecordPaper:
    """The letter to a recipient, in the language that it reads: *subject* and *text* are those of its message."""
    place = mailing.organisation.written_in[to.reads].strip()
    blocks: list[Block] = [
        Para(Said.by(lambda words: place_and_date(place, mailing.on, words))),
        Para(Said.same("\n".join(label(to, mailing.states).lines)), style=Style.LINES),
        Heading(Said.same(subject)),
        *(Para(Said.same(part), style=Style.LINES) for part in _parts(text)),
        Signatures((Signature(Said.words(INITIALS)),)),
    ]
    return RecordPaper(mailing.masthead(number), Said.words(COVERING), tuple(blocks))


def _parts(text: str) -> tuple[str, ...]:
    """The paragraphs of a message: an empty line parts them."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return tuple("\n".join(part) for part in found if part)
