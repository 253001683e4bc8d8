"""Decisions that were taken out: as they stood, and until when, so that an earlier day still knows them (R14, R26)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision, Mode
from nmirf_desktop.i18n import Language


@dataclass(frozen=True, slots=True)
class DecisionGone:
    """A *decision* as it read when it was taken out, at a moment in UTC.

    What took it out was the corrected record of a vote (R27), or that the meeting considered the proposal again (R26).
    """

    key: Key
    decision: Key
    gone_at: datetime.datetime
    meeting: Key
    item: Key
    proposal: Key
    year: int
    number: int
    adopted_on: datetime.date
    mode: Mode
    title: Trilingual
    text: Trilingual
    vote: Key | None = None
    language: Language = Language.EN

    @property
    def stood(self) -> Decision:
        """The decision as it was before."""
        return Decision(
            self.decision, self.meeting, self.item, self.proposal, self.year, self.number, self.adopted_on, self.mode,
            self.title, self.text, self.vote, self.language,
        )  # fmt: skip


def gone(key: Key, one: Decision, at: datetime.datetime) -> DecisionGone:
    """A decision that is taken out at a moment."""
    return DecisionGone(
        key, one.key, at, one.meeting, one.item, one.proposal, one.year, one.number, one.adopted_on, one.mode,
        one.title, one.text, one.vote, one.language,
    )  # fmt: skip


def with_those_gone(decisions: tuple[Decision, ...], later: Iterable[DecisionGone]) -> tuple[Decision, ...]:
    """The decisions of a day, with those that were taken out *later*, each in the place of what was made anew since.

    Of several of one proposal, that counts which was taken out first.
    """
    stood: dict[Key, Decision] = {}
    for one in sorted(later, key=lambda each: (each.gone_at, each.key)):
        stood.setdefault(one.proposal, one.stood)
    return (*(one for one in decisions if one.proposal not in stood), *stood.values()) if stood else decisions
