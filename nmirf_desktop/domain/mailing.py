"""Covering letters and address labels of a dispatch that goes by post."""

import datetime
from dataclasses import dataclass

from nmirf_desktop.domain.blocks import Block, Heading, Para, Signature, Signatures, Style
from nmirf_desktop.domain.dispatches import Dispatch, Recipient, Wording
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.letter_papers import INITIALS
from nmirf_desktop.domain.letters import place_and_date
from nmirf_desktop.domain.papers import AddressLabel, Masthead, RecordPaper
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Language

COVERING = N_("Covering letter")
LABELS = N_("Address labels")


@dataclass(frozen=True, slots=True)
class Mailing:
    """What the letters of a dispatch in a language have in common; *specimen* marks those of a sample register."""

    dispatch: Dispatch
    wording: Wording
    specimen: bool = False

    @property
    def on(self) -> datetime.date:
        """The day of the letters, where the secretariat counts its days."""
        return self.dispatch.day

    def masthead(self, number: int = 0) -> Masthead:
        """The head of a letter, by its *number* in the dispatch; of none, that of the labels."""
        said = self.wording
        return Masthead(
            symbol=f"{said.reference}/{number}" if number else said.reference,
            dated=self.on,
            meeting=Said.same(said.title),
            place_and_dates=Said.same(said.held),
            original=self.dispatch.text.source or Language.EN,
            distribution=Distribution.LIMITED,
            specimen=self.specimen,
            network=Said.same(said.network),
            secretariat=Said.same(said.secretariat),
            dated_within=True,
        )


def label(to: Recipient) -> AddressLabel:
    """The name on the envelope, and the postal address."""
    return AddressLabel((to.name.strip(), *to.postal.splitlines()), to.reads)


def covering_letter(mailing: Mailing, number: int, to: Recipient) -> RecordPaper:
    """The letter to a recipient, in the language of the *mailing*, with its message."""
    said = mailing.wording
    blocks: list[Block] = [
        Para(Said.by(lambda words: place_and_date(said.place, mailing.on, words))),
        Para(Said.same("\n".join(label(to).lines)), style=Style.LINES),
        Heading(Said.same(said.subject_to(to.salutation))),
        *(Para(Said.same(part), style=Style.LINES) for part in _parts(said.text_to(to.salutation))),
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
