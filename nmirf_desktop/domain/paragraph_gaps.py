"""What the document of minutes says of single paragraphs, told beside each: left as noted, or with an older text.

The same facts as before the document leaves (:mod:`.gaps`), by the paragraph that one would mend.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.gaps import Gap, of_decision
from nmirf_desktop.domain.left_noted import AsNoted, as_noted
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.text import TextState, Trilingual


@dataclass(frozen=True, slots=True)
class ParagraphGaps:
    """What is to be looked at in paragraphs, by their slots: notes left as they were, texts older than the original."""

    noted: Mapping[str, AsNoted]
    older: Mapping[str, tuple[Gap, ...]]

    def of(self, told_of: str, number: int, text: Trilingual) -> tuple[Gap, ...]:
        """What is to be looked at in the paragraph of a slot, with its printed number, as it reads now."""
        noted = self.noted.get(told_of)
        gap = noted.gap(whereabouts.paragraph(number), text) if noted is not None else None
        return (*((gap,) if gap else ()), *self.older.get(told_of, ()))


NO_GAPS = ParagraphGaps({}, {})


def paragraph_gaps(facts: RecordedMeeting) -> ParagraphGaps:
    """What is to be looked at in the paragraphs of a meeting's minutes."""
    found = {
        slot("decision", one.key): tuple(gap for gap in of_decision(one) if gap.state is TextState.OUTDATED)
        for one in facts.decisions
    }
    return ParagraphGaps(as_noted(facts), {told_of: gaps for told_of, gaps in found.items() if gaps})
